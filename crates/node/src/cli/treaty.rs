//! `comity treaty`: who joined which treaty, what binds two States on a day, and taking in newer lists.

use std::fmt::Write as _;
use std::path::PathBuf;

use bytes::Bytes;
use clap::{Args, Subcommand};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::basis::atlas::{LineTold, between};
use model::basis::{Answer, Catalogue, Help};
use model::state::{Country, Directory, StateProfile, World};
use model::{Purpose, StateCode, limits};
use office::{Clock as _, treaties};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::act::{Act, Here};
use super::fail::{Done, Fail, Outcome, plain};
use super::reach::Dir;
use crate::clock::SystemClock;
use crate::files;

/// What can be done with treaties.
#[derive(Debug, Subcommand)]
pub(crate) enum Treaty {
    /// Take in who joined which treaty: a table (CSV) whose rows take the place of those instruments' lists
    Import(Import),
    /// What binds two States on a day, what does not, what is unknown and whom to ask
    Show(Show),
    /// Print the lists in force as a table that can be taken in
    Export {
        #[command(flatten)]
        from: From,
    },
}

/// A table to be taken in.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The table: instrument_id, iso2, signature_date, consent_date, consent_type, and entry_date, end_date, as_of
    file: PathBuf,
    #[command(flatten)]
    dir: Dir,
    #[command(flatten)]
    wanted: Wanted,
}

/// How it is taken in.
#[derive(Debug, Args, Serialize, Deserialize)]
pub(crate) struct Wanted {
    /// The day on which the lists were true, where the table has no column as_of: 2026-03-01
    #[arg(long, value_name = "DAY")]
    as_of: Option<Date>,
    /// Where they come from, as people will read it
    #[arg(long, default_value = "imported by the operator")]
    source: String,
}

/// Whose lists.
#[derive(Debug, Args)]
pub(crate) struct From {
    /// The node's folder; without it, the lists that the program brings
    #[arg(long, value_name = "PATH")]
    dir: Option<PathBuf>,
    /// A file of States instead, in the form that requests are checked with
    #[arg(long, value_name = "FILE", conflicts_with = "dir")]
    states: Option<PathBuf>,
}

/// What is asked.
#[derive(Debug, Args)]
pub(crate) struct Show {
    #[command(flatten)]
    from: From,
    #[command(flatten)]
    asked: Asked,
}

/// A pair of States, a kind of help and a day.
#[derive(Debug, Args, Serialize, Deserialize)]
pub(crate) struct Asked {
    /// One State, by its two letters
    #[arg(value_parser = super::parsed::<StateCode>)]
    one: StateCode,
    /// The other
    #[arg(value_parser = super::parsed::<StateCode>)]
    other: StateCode,
    /// The kind of help; every one that needs a basis where none is given
    #[arg(long, value_name = "KIND", value_parser = super::codes(Help::ALL, Help::code))]
    kind: Option<Help>,
    /// The day; today where none is given
    #[arg(long, value_name = "DAY")]
    on: Option<Date>,
    /// As JSON, for programs
    #[arg(long)]
    json: bool,
}

/// The command.
pub(super) fn run(treaty: Treaty) -> Outcome {
    match treaty {
        Treaty::Import(import) => {
            let table = files::read(&import.file, limits::PARTICIPATION_FILE_BYTES_MAX)?;
            import.dir.act_with(Act::TreatyImport(import.wanted), table)
        }
        Treaty::Show(Show { from, asked }) => match from.dir {
            Some(dir) => Dir { dir }.act(Act::TreatyShow(asked)),
            None => {
                let directory = from.directory()?;
                let state = |code: &StateCode| {
                    let told = directory
                        .as_ref()
                        .and_then(|told| told.state(code).cloned());
                    told.or_else(|| World::built_in().get(code).map(Country::profile))
                };
                let catalogue = match &directory {
                    Some(directory) => directory.catalogue(),
                    None => Catalogue::built_in(),
                };
                shown(&asked, catalogue, &state)
            }
        },
        Treaty::Export { from } => match from.dir {
            Some(dir) => Dir { dir }.act(Act::TreatyExport),
            None => Ok(Done::said(match from.directory()? {
                Some(directory) => directory.catalogue().lists().to_csv(),
                None => Catalogue::built_in().lists().to_csv(),
            })),
        },
    }
}

impl From {
    fn directory(&self) -> Result<Option<Directory>, Fail> {
        let Some(file) = &self.states else {
            return Ok(None);
        };
        let bytes = files::read(file, limits::STATES_FILE_BYTES_MAX)?;
        let text = String::from_utf8(bytes)
            .map_err(|_| Fail::input(format!("{}: not UTF-8", file.display())))?;
        Directory::parse(&text)
            .map(Some)
            .map_err(|error| Fail::input(format!("{}: {error}", file.display())))
    }
}

/// Taking in.
pub(super) async fn import(here: &Here, wanted: Wanted, body: Bytes) -> Outcome {
    let table = String::from_utf8(body.to_vec())
        .map_err(|_| Fail::input("the table is not UTF-8; nothing was taken in"))?;
    let act = treaties::Import {
        act: here.office.new_act(),
        table,
        as_of: wanted.as_of,
        source: wanted.source,
    };
    let imported = treaties::import(&here.office, &here.operator(), act)
        .await
        .map_err(|error| Fail::from(error).and("Nothing was taken in"))?;
    let mut out = String::new();
    for (id, as_of, parties) in imported.lists {
        let _ = writeln!(out, "{id}: {parties} States, as of {as_of}");
    }
    Ok(Done::said(out))
}

/// What binds two States, as the node knows them.
pub(super) async fn show(here: &Here, asked: Asked) -> Outcome {
    let atlas = atlas(here).await?;
    shown(&asked, atlas.catalogue(), &|code| atlas.state(code))
}

/// The lists in force.
pub(super) async fn export(here: &Here) -> Outcome {
    Ok(Done::said(atlas(here).await?.catalogue().lists().to_csv()))
}

async fn atlas(here: &Here) -> Result<treaties::Atlas, Fail> {
    let reader = here
        .office
        .read(&here.operator(), Purpose::Administration)
        .await?;
    Ok(reader.atlas().await?)
}

fn shown(
    asked: &Asked,
    catalogue: &Catalogue,
    state: &dyn Fn(&StateCode) -> Option<StateProfile>,
) -> Outcome {
    let known = |code: &StateCode| {
        state(code).ok_or_else(|| Fail::input(format!("there is no State {code} known here")))
    };
    let (one, other) = (known(&asked.one)?, known(&asked.other)?);
    let day = asked.on.unwrap_or_else(today);
    let kinds = Help::ALL.iter().copied();
    let kinds = kinds.filter(|help| match asked.kind {
        Some(kind) => *help == kind,
        None => help.needs_basis(),
    });
    let told: Vec<(Help, Vec<LineTold>)> = kinds
        .map(|help| {
            let lines = between(catalogue, (&one, &other), help, day);
            let told = lines.iter().map(|line| line.told(catalogue, help, day));
            (help, told.collect())
        })
        .collect();
    if asked.json {
        let kinds: serde_json::Map<_, _> = told
            .iter()
            .map(|(help, lines)| (help.code().to_owned(), json!(lines)))
            .collect();
        let whole = json!({"one": one.code, "other": other.code, "on": day, "kinds": kinds});
        return Ok(Done::said(format!("{whole:#}\n")));
    }
    let mut out = format!("{} and {} on {day}\n", one.code, other.code);
    for (help, lines) in &told {
        let _ = writeln!(out, "\n{help}");
        for line in lines {
            out.push_str(&said(line));
        }
    }
    Ok(Done::said(out))
}

/// A line in words: the answer, the article, why, of which day the data are, and whom to ask.
fn said(line: &LineTold) -> String {
    let mut out = format!("  {:<12} {}", line.answer.code(), plain(&line.instrument));
    if !line.article.is_empty() {
        let _ = write!(out, " art {}", line.article);
    }
    let _ = write!(out, " ({})", line.reason.code());
    if let Some(since) = line.since {
        let _ = write!(out, ", since {since}");
    }
    match line.as_of {
        Some(as_of) if line.fresh => {
            let _ = write!(out, ", data of {as_of}");
        }
        Some(as_of) => {
            let _ = write!(out, ", data of {as_of}: old");
        }
        None => {}
    }
    if line.answer == Answer::Unknown {
        let states: Vec<&str> = line.turns_on.iter().map(StateCode::as_str).collect();
        let _ = write!(
            out,
            "; ask {} or the central authority of {}",
            if line.depositary.is_empty() {
                "its keeper"
            } else {
                &line.depositary
            },
            states.join(", ")
        );
    }
    out.push('\n');
    out
}

fn today() -> Date {
    SystemClock.now().to_zoned(TimeZone::UTC).date()
}
