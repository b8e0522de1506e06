//! `comity label check`, `release check`, `recall replay`, `record check`: vectors in a file, one JSON object a line, each answered
//! in the form of its expectation. Without a node, without keys, without a network.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::limits;
use model::vectors::{self, Kind};
use office::Clock as _;

use super::fail::{Done, Fail, Outcome};
use crate::clock::SystemClock;
use crate::files;

/// What can be done with labels.
#[derive(Debug, Subcommand)]
pub(crate) enum Label {
    /// Roll up the labels of each vector and decide for its recipient
    Check(File),
}

/// What can be done with releases.
#[derive(Debug, Subcommand)]
pub(crate) enum Release {
    /// Build what may leave of each report, or say why it is held
    Check(File),
}

/// What can be done with recalls.
#[derive(Debug, Subcommand)]
pub(crate) enum Recall {
    /// Play copies and one notice, and say who confirmed and who is overdue
    Replay(File),
}

/// A file of vectors.
#[derive(Debug, Args)]
pub(crate) struct File {
    /// One JSON object a line
    file: PathBuf,
    /// The day of vectors that say none, as 2026-03-02; else today
    #[arg(long, value_name = "DAY")]
    at: Option<Date>,
}

pub(crate) fn label(Label::Check(file): &Label) -> Outcome {
    run(Kind::Label, file)
}

pub(crate) fn release(Release::Check(file): &Release) -> Outcome {
    run(Kind::Release, file)
}

pub(crate) fn recall(Recall::Replay(file): &Recall) -> Outcome {
    run(Kind::Recall, file)
}

pub(crate) fn record(file: &File) -> Outcome {
    run(Kind::Record, file)
}

/// Answers every vector; those that say otherwise, or cannot be read, are named and make the exit code 1.
fn run(kind: Kind, file: &File) -> Outcome {
    let place = file.file.display();
    let bytes = files::read(&file.file, limits::VECTORS_FILE_BYTES_MAX)?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Fail::input(format!("{place}: this is not UTF-8 text")))?;
    let today = file
        .at
        .unwrap_or_else(|| SystemClock.now().to_zoned(TimeZone::UTC).date());
    let mut said = String::new();
    let mut wrong = String::new();
    let lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty());
    for (at, line) in lines {
        match vectors::answer(kind, line, today) {
            Ok(answer) => {
                said.push_str(&answer.line());
                said.push('\n');
                if !answer.differs.is_empty() {
                    let _ = writeln!(
                        wrong,
                        "{}: differs in {}",
                        answer.id,
                        answer.differs.join(", ")
                    );
                }
            }
            Err(why) => {
                let _ = writeln!(wrong, "{place}, line {}: {why}", at + 1);
            }
        }
    }
    if said.is_empty() && wrong.is_empty() {
        return Err(Fail::input(format!(
            "{place}: there is no vector in this file"
        )));
    }
    eprint!("{wrong}");
    Ok(Done::said(said).holding(wrong.is_empty()))
}
