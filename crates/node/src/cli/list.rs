//! `comity list`: taking in the lists that travellers are checked against. A file that is refused leaves the last good list in
//! force.

use std::fmt::Write as _;
use std::path::PathBuf;

use bytes::Bytes;
use clap::{Args, Subcommand};
use model::{Purpose, limits};
use office::Progress;
use office::screening;
use serde::{Deserialize, Serialize};

use super::act::{Act, Here};
use super::fail::{Done, Fail, Outcome, plain};
use super::reach::Dir;
use crate::files;

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
    /// The file
    file: PathBuf,
    #[command(flatten)]
    dir: Dir,
    #[command(flatten)]
    wanted: Wanted,
}

/// How it is taken in.
#[derive(Debug, Args, Serialize, Deserialize)]
pub(crate) struct Wanted {
    /// Format of the file: un-xml (Security Council consolidated list)
    #[arg(long, value_name = "FORMAT")]
    format: String,
    /// What people call the list
    #[arg(long, default_value = "")]
    name: String,
    /// Short name under which it is kept; the same again is a newer version
    #[arg(long, default_value = "")]
    id: String,
    /// Accept that exactly so many records are gone, as a refusal named them; more than a tenth is refused otherwise
    #[arg(long, value_name = "N")]
    accept_removals: Option<usize>,
}

/// The command.
pub(super) fn run(list: List) -> Outcome {
    match list {
        List::Show { dir } => dir.act(Act::ListShow),
        List::Import(import) => {
            let bytes = files::read(&import.file, limits::LIST_FILE_BYTES_MAX)?;
            let place = import.file.display().to_string();
            import
                .dir
                .act_with(Act::ListImport(import.wanted), bytes)
                .map_err(|fail| Fail {
                    text: fail.text.replacen("file:", &format!("{place}:"), 1),
                    ..fail
                })
        }
    }
}

/// The act.
pub(super) async fn import(
    here: &Here,
    wanted: Wanted,
    (bytes, progress): (Bytes, &dyn Progress),
) -> Outcome {
    let act = screening::Import {
        act: here.office.new_act(),
        id: wanted.id,
        name: wanted.name,
        format: wanted.format,
        bytes,
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
        "{} version {} of {}\n    individuals {}, entities {}\n    added {}, changed {}, removed {}\n    sha256 {}\n",
        report.id,
        report.version,
        plain(&report.day),
        report.individuals,
        report.entities,
        report.added,
        report.changed,
        report.removed,
        report.sha256,
    );
    for (element, times) in &report.unread {
        let _ = writeln!(
            out,
            "    not read by this version: element {} ({times} times)",
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
        out.push_str("no list yet: comity list import --format un-xml FILE\n");
    }
    Ok(Done::said(out))
}
