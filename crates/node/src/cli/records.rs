//! `comity record`: checking vectors, and cards in the formats of others.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Subcommand;
use model::{Actor, CardId, Class, Lang, Purpose, limits};
use office::cards::{self, Format, Loss, Why};
use office::people;
use office::records::{self, Import, Imported};
use serde::{Deserialize, Serialize};

use super::act::{Act, Here};
use super::fail::{Done, Fail, Outcome, plain};
use super::reach::{self, Dir};
use super::signer::Signer;
use super::vectors;
use crate::files;

/// What can be done with records.
#[derive(Debug, Subcommand)]
pub(crate) enum Record {
    /// Say what each record lacks
    Check(vectors::File),
    /// Write a card that was released in the format of others, and say what the format loses of it
    Export {
        /// Id of the card
        card: CardId,
        /// The format
        #[arg(long, default_value = "stix", value_parser = super::codes(Format::ALL, Format::code), ignore_case = true)]
        format: Format,
        /// The file to write; one that is there is replaced
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// For what it is read
        #[arg(long, default_value = "screening", value_parser = super::codes(Purpose::ALL, Purpose::code), ignore_case = true)]
        purpose: Purpose,
        /// Login of the analyst who takes it out: the operator reads no cards
        #[arg(long, value_name = "LOGIN")]
        officer: String,
        /// File whose first line is that officer's password; without it you are asked on the terminal
        #[arg(long, value_name = "FILE")]
        password_file: Option<PathBuf>,
        #[command(flatten)]
        dir: Dir,
    },
    /// Take in a file of records in a format of others: they wait for an analyst, under the strictest reading of their marks
    Import {
        /// The file
        file: PathBuf,
        /// Its format
        #[arg(long, value_parser = super::codes(Format::ALL, Format::code), ignore_case = true)]
        format: Format,
        /// Who sent it: a State, an organisation
        #[arg(long, value_name = "SENDER")]
        from: String,
        /// The class of what comes without one
        #[arg(long, default_value = "RESTRICTED", value_parser = super::codes(Class::ALL, Class::code), ignore_case = true)]
        class: Class,
        /// Login of the analyst who takes it in
        #[arg(long, value_name = "LOGIN")]
        officer: String,
        /// File whose first line is that officer's password; without it you are asked on the terminal
        #[arg(long, value_name = "FILE")]
        password_file: Option<PathBuf>,
        #[command(flatten)]
        dir: Dir,
    },
}

/// A file on its way in, with what proves the officer.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Came {
    /// The file, as an absolute path.
    file: PathBuf,
    format: Format,
    from: String,
    class: Class,
    signer: Signer,
}

/// A card on its way out, with what proves the officer.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Wanted {
    card: CardId,
    format: Format,
    /// The file, as an absolute path.
    out: PathBuf,
    purpose: Purpose,
    signer: Signer,
}

/// The command.
pub(super) fn run(command: Record) -> Outcome {
    match command {
        Record::Check(file) => vectors::record(&file),
        Record::Export {
            card,
            format,
            out,
            purpose,
            officer,
            password_file,
            dir,
        } => {
            let wanted = Wanted {
                card,
                format,
                out: reach::absolute(&out)?,
                purpose,
                signer: Signer::ask(officer, password_file.as_deref())?,
            };
            dir.act(Act::CardExport(wanted))
        }
        Record::Import {
            file,
            format,
            from,
            class,
            officer,
            password_file,
            dir,
        } => {
            let came = Came {
                file: reach::absolute(&file)?,
                format,
                from,
                class,
                signer: Signer::ask(officer, password_file.as_deref())?,
            };
            dir.act(Act::RecordImport(came))
        }
    }
}

/// The act, as the officer who signs in for it and out again.
pub(super) async fn import(here: &Here, came: Came) -> Outcome {
    let bytes = files::read(&came.file, limits::IMPORT_BYTES_MAX)?;
    let (officer, token) = came.signer.sign_in(here).await?;
    let import = Import {
        act: here.office.new_act(),
        format: came.format,
        sender: came.from,
        class: came.class,
        bytes,
    };
    let done = records::import(&here.office, &officer, import).await;
    people::sign_out(&here.office, &token).await?;
    Ok(Done::said(told(&done?)))
}

/// What became of a file, in lines.
fn told(done: &Imported) -> String {
    let mut out = String::new();
    for (count, what) in [
        (done.new, "records taken in"),
        (done.changed, "came in a later version"),
        (done.recalled, "taken back by their sender"),
        (
            done.held,
            "of these held: a person looks at their marks first",
        ),
        (done.again, "were here already"),
        (
            done.own,
            "were this State's own, come back: not taken, and no second source",
        ),
        (done.faulty, "objects have not the form"),
    ] {
        let _ = writeln!(out, "{count} {what}");
    }
    for fault in &done.faults {
        let _ = writeln!(out, "not of the form: {}", plain(fault));
    }
    for (why, count) in &done.lost {
        let _ = writeln!(out, "not taken, {count} times: {}", reason(*why));
    }
    out
}

/// The act, as the officer who signs in for it and out again.
pub(super) async fn export(here: &Here, wanted: Wanted) -> Outcome {
    let (officer, token) = wanted.signer.sign_in(here).await?;
    let done = export_as(here, &officer, &wanted).await;
    people::sign_out(&here.office, &token).await?;
    done
}

async fn export_as(here: &Here, actor: &Actor, wanted: &Wanted) -> Outcome {
    let reader = here.office.read(actor, wanted.purpose).await?;
    let what = (wanted.card, wanted.format);
    let made = cards::export(&reader, here.office.new_act(), what).await?;
    files::replace(&wanted.out, made.text.as_bytes())
        .map_err(|error| Fail::input(format!("{}: {error}", wanted.out.display())))?;
    let place = wanted.out.display();
    Ok(Done::said(format!(
        "written to {place}\n{}",
        lost(&made.loss)
    )))
}

/// Why a field is lost, in words.
fn reason(why: Why) -> String {
    web::words::say(Lang::En, &web::words::key("loss", why.code()), &[])
}

/// What a format made of the fields, in lines.
fn lost(loss: &Loss) -> String {
    let mut out = format!("said as it is: {} fields\n", loss.carried.len());
    for (title, fields) in [
        ("said less exactly", &loss.coarsened),
        ("not said", &loss.dropped),
    ] {
        for (field, why) in fields {
            let _ = writeln!(out, "{title}: {}: {}", plain(field), reason(*why));
        }
    }
    out
}
