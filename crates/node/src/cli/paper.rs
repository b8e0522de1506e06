//! `comity paper`: a request printed with codes that carry it, and such codes read again without any node.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use model::{Actor, Lang};
use office::bridge::{self, Scanned, Signed, TEXT_BYTES_MAX, Whole};
use office::people;
use seal::card::{OpenCard, open_card_undated};
use serde::{Deserialize, Serialize};

use super::act::{Act, Here};
use super::evidence::request_of;
use super::fail::{Done, Fail, Outcome, plain};
use super::reach::Dir;
use super::signer::Signer;
use crate::files;

/// A State card in a file, at most.
const CARD_BYTES_MAX: usize = 1 << 20;

/// What can be done with paper.
#[derive(Debug, Subcommand)]
pub(crate) enum Paper {
    /// Print a request: the letter, and codes that carry it whole and signed
    Print {
        /// Number or id of the request
        request: String,
        /// The file to write
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// Write the text of the codes, a line each, in place of the PDF
        #[arg(long)]
        codes: bool,
        /// Language of the letter
        #[arg(long, default_value = "en", value_parser = super::codes(Lang::ALL, Lang::code), ignore_case = true)]
        lang: Lang,
        /// Login of the officer who prints it: the operator reads no cases
        #[arg(long, value_name = "LOGIN")]
        officer: String,
        /// File whose first line is that officer's password; without it you are asked on the terminal
        #[arg(long, value_name = "FILE")]
        password_file: Option<PathBuf>,
        #[command(flatten)]
        dir: Dir,
    },
    /// Read scanned codes: whole or not, changed or not, signed by whom; needs no node
    Scan {
        /// The text that a scanner read, a line for each code, in any order
        file: PathBuf,
        /// State card to check the signature by; its fingerprint must be compared with the published one
        #[arg(long, value_name = "CARD")]
        card: Vec<PathBuf>,
        /// Write the content of the request as JSON
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
}

/// A print, on the way to the node, with what proves the officer.
#[derive(Serialize, Deserialize)]
pub(crate) struct Wanted {
    /// Number or id.
    request: String,
    codes: bool,
    lang: Lang,
    signer: Signer,
}

impl std::fmt::Debug for Wanted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Wanted(..)")
    }
}

/// The command.
pub(super) fn run(paper: Paper) -> Outcome {
    match paper {
        Paper::Print {
            request,
            out,
            codes,
            lang,
            officer,
            password_file,
            dir,
        } => {
            let signer = Signer::ask(officer, password_file.as_deref())?;
            let mut done = dir.act(Act::PaperPrint(Wanted {
                request,
                codes,
                lang,
                signer,
            }))?;
            files::replace(&out, &done.body)?;
            let _ = writeln!(done.text, "written to {}", out.display());
            Ok(done)
        }
        Paper::Scan { file, card, out } => {
            let cards = card
                .iter()
                .map(|path| open(path))
                .collect::<Result<Vec<_>, Fail>>()?;
            let text = String::from_utf8(files::read(&file, TEXT_BYTES_MAX)?)
                .map_err(|_| Fail::input(format!("{}: this is not UTF-8 text", file.display())))?;
            let known = |state: &str| {
                cards
                    .iter()
                    .find(|c| c.card.code.as_str() == state)
                    .cloned()
            };
            let scanned = bridge::read(&text, known).map_err(|error| {
                Fail::input(format!("{}: {}", file.display(), Fail::from(error).text))
            })?;
            if let (Some(out), Some(whole)) = (&out, &scanned.whole) {
                let json = serde_json::to_vec_pretty(&whole.content)
                    .map_err(|e| Fail::broken(e.to_string()))?;
                files::replace(out, &json)?;
            }
            Ok(told(&scanned))
        }
    }
}

fn open(path: &Path) -> Result<OpenCard, Fail> {
    open_card_undated(&files::read(path, CARD_BYTES_MAX)?)
        .map_err(|error| Fail::input(format!("{}: {error}", path.display())))
}

fn told(scanned: &Scanned) -> Done {
    let mut out = String::new();
    for (what, numbers) in [("missing", &scanned.missing), ("misread", &scanned.misread)] {
        if !numbers.is_empty() {
            let list: Vec<String> = numbers.iter().map(ToString::to_string).collect();
            let _ = writeln!(
                out,
                "{what} codes: {} of {}",
                list.join(", "),
                scanned.total
            );
        }
    }
    let Some(whole) = &scanned.whole else {
        return Done::said(out + "The package is not whole: scan these codes and try again.\n")
            .holding(false);
    };
    let _ = writeln!(out, "request  {}", plain(&whole.number));
    let _ = writeln!(out, "SHA-256  {}", whole.sha256);
    let (holds, said) = signed(whole);
    let _ = writeln!(out, "{said}");
    Done::said(out).holding(holds)
}

fn signed(whole: &Whole) -> (bool, String) {
    match &whole.signed {
        Signed::By(by) => (
            true,
            format!(
                "Same as signed by {} {} on {}. Nothing was changed.",
                by.state, by.authority, by.at
            ),
        ),
        Signed::NoCard(by) => (
            false,
            format!(
                "It says that {} {} signed it on {}: name that State's card with --card to prove it.",
                by.state, by.authority, by.at
            ),
        ),
        Signed::Nobody => (
            false,
            "Nobody has signed it: the codes prove only that it was read as it was printed."
                .to_owned(),
        ),
        Signed::Wrong => (
            false,
            "The signature DOES NOT HOLD: this is not what was signed.".to_owned(),
        ),
    }
}

/// The act, as the officer who signs in for it and out again.
pub(super) async fn print(here: &Here, wanted: Wanted) -> Outcome {
    let (officer, token) = wanted.signer.sign_in(here).await?;
    let done = print_as(here, &officer, &wanted).await;
    people::sign_out(&here.office, &token).await?;
    done
}

async fn print_as(here: &Here, actor: &Actor, wanted: &Wanted) -> Outcome {
    let id = request_of(here, actor, &wanted.request).await?;
    let act = here.office.new_act();
    let (pdf, lines) = bridge::print(&here.office, actor, act, (id, wanted.lang)).await?;
    let body = match wanted.codes {
        true => (lines.join("\n") + "\n").into_bytes(),
        false => pdf,
    };
    let said = format!("{} codes\n", lines.len());
    Ok(Done {
        body,
        ..Done::said(said)
    })
}
