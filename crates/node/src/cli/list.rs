//! `comity list`: taking in the lists that travellers are checked against. A file that is refused leaves the last good list in
//! force.

use std::fmt::Write as _;
use std::path::PathBuf;

use bytes::Bytes;
use clap::{Args, Subcommand};
use jiff::civil::Date;
use model::{Purpose, limits};
use office::Progress;
use office::screening::{self, ListPart};
use serde::{Deserialize, Serialize};

use super::act::{Act, Here};
use super::fail::{Done, Fail, Outcome, plain};
use super::reach::Dir;
use crate::files;

/// A mapping file may be this large.
const MAPPING_BYTES_MAX: usize = 256 << 10;

/// What can be done with lists.
#[derive(Debug, Subcommand)]
pub(crate) enum List {
    /// Take in a list, or a newer version of one
    Import(Import),
    /// Print the lists and their versions
    Show {
        #[command(flatten)]
        dir: Dir,
    },
}

/// A list to be taken in.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The file, or the files that make one list (OFAC: SDN, ALT, ADD and SDN_COMMENTS)
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// For a table of your own: which of its columns is which property (TOML)
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    #[command(flatten)]
    dir: Dir,
    #[command(flatten)]
    wanted: Wanted,
}

/// How it is taken in.
#[derive(Debug, Args, Serialize, Deserialize)]
pub(crate) struct Wanted {
    /// Format of the file: un-xml, ofac-csv, ofac-xml, eu-xml, eu-csv, eu-journal, uk-csv, canada-xml, australia-csv,
    /// denied-persons, flat-csv, ftm-json, ftm-delta; told by its content otherwise
    #[arg(long, default_value = "", hide_default_value = true)]
    format: String,
    /// What people call the list
    #[arg(long, default_value = "")]
    name: String,
    /// Short name under which it is kept; the same again is a newer version
    #[arg(long, default_value = "")]
    id: String,
    /// The day the list was made, where the file does not say it: 2026-05-01
    #[arg(long, value_name = "DAY")]
    day: Option<Date>,
    /// Accept that exactly so many records are gone, as a refusal named them; more than a tenth is refused otherwise
    #[arg(long, value_name = "N")]
    accept_removals: Option<usize>,
    /// Name and size of each file: their bytes follow one another
    #[arg(skip)]
    parts: Vec<(String, usize)>,
    /// Whether a mapping file follows the last of them
    #[arg(skip)]
    mapped: bool,
}

/// The command.
pub(super) fn run(list: List) -> Outcome {
    match list {
        List::Show { dir } => dir.act(Act::ListShow),
        List::Import(import) => take(import),
    }
}

fn take(mut import: Import) -> Outcome {
    let mut bytes = Vec::new();
    for file in &import.files {
        let room = limits::LIST_FILE_BYTES_MAX.saturating_sub(bytes.len());
        let read = files::read(file, room)?;
        let name = file.file_name().unwrap_or(file.as_os_str());
        let part = (name.to_string_lossy().into_owned(), read.len());
        import.wanted.parts.push(part);
        bytes.extend(read);
    }
    if let Some(mapping) = &import.mapping {
        bytes.extend(files::read(mapping, MAPPING_BYTES_MAX)?);
        import.wanted.mapped = true;
    }
    let place = match import.files.as_slice() {
        [one] => one.display().to_string(),
        _ => "files".to_owned(),
    };
    let done = import.dir.act_with(Act::ListImport(import.wanted), bytes);
    done.map_err(|fail| Fail {
        text: fail.text.replacen("file:", &format!("{place}:"), 1),
        ..fail
    })
}

/// The files that follow one another in the body, and the mapping behind them.
fn parts(wanted: &Wanted, mut body: Bytes) -> Result<(Vec<ListPart>, Option<String>), Fail> {
    let mut files = Vec::new();
    for (name, size) in &wanted.parts {
        if *size > body.len() {
            return Err(Fail::input(
                "the files are shorter than they were said to be",
            ));
        }
        files.push(ListPart {
            name: name.clone(),
            bytes: body.split_to(*size),
        });
    }
    let mapping = match wanted.mapped {
        true => Some(
            String::from_utf8(body.to_vec())
                .map_err(|_| Fail::input("the mapping file is not UTF-8"))?,
        ),
        false => None,
    };
    Ok((files, mapping))
}

/// The act.
pub(super) async fn import(
    here: &Here,
    wanted: Wanted,
    (bytes, progress): (Bytes, &dyn Progress),
) -> Outcome {
    let (files, mapping) = parts(&wanted, bytes)?;
    let act = screening::Import {
        act: here.office.new_act(),
        id: wanted.id,
        name: wanted.name,
        format: wanted.format,
        files,
        mapping,
        day: wanted.day,
        accept_removals: wanted.accept_removals,
    };
    let imported = screening::import(&here.office, &here.operator(), act, progress).await;
    let report = imported.map_err(|error| {
        let about_the_file = error.code().starts_with("LIST");
        let fail = Fail::from(error);
        if about_the_file {
            fail.and("Nothing was taken in; the lists in force stay as they are")
        } else {
            fail
        }
    })?;
    let mut out = format!(
        "{} version {} of {}\n    read as {}: individuals {}, entities {}\n    added {}, changed {}, removed {}\n    sha256 {}\n",
        report.id,
        report.version,
        match report.day.as_str() {
            "" => "an unknown day".to_owned(),
            day => plain(day),
        },
        report.format,
        report.individuals,
        report.entities,
        report.added,
        report.changed,
        report.removed,
        report.sha256,
    );
    for (property, values) in &report.dropped {
        let _ = writeln!(out, "    left out: {} ({values} values)", plain(property));
    }
    for (element, times) in &report.unread {
        let _ = writeln!(
            out,
            "    not understood by this version: {} ({times} times)",
            plain(element)
        );
    }
    Ok(Done::said(out))
}

/// The lists.
pub(super) async fn show(here: &Here) -> Outcome {
    let reader = here
        .office
        .read(&here.operator(), Purpose::Administration)
        .await?;
    let mut out = String::new();
    let damaged = screening::damaged(&here.office);
    for list in reader.lists().await? {
        if damaged.contains(&list.id) {
            let _ = writeln!(out, "DAMAGED: {} cannot be read; import it again", list.id);
        }
        let _ = writeln!(
            out,
            "{} version {} of {}: {}\n    individuals {}, entities {}; imported {}\n    sha256 {}",
            list.id,
            list.version,
            list.published.as_deref().unwrap_or("an unknown day"),
            plain(&list.name),
            list.individuals,
            list.entities,
            list.imported,
            list.sha256,
        );
    }
    if out.is_empty() {
        out.push_str("no list yet: comity list import FILE\n");
    }
    Ok(Done::said(out))
}
