//! `comity screen file | queue | watch | review | log`: control over screening at the command line. A file is checked, and
//! the queue and the log are read, as the operator; what an officer answers for by name (a decision, a review, a watched
//! subject) is done with `--officer` and that officer's password.

mod acts;
mod asked;
mod log;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::Timestamp;
use model::QueryId;
use model::limits;
use model::screening::{Channel, Verdict};
use office::screening::Question;
use office::screening::batch::Format;
use office::screening::log::Place;
use serde::{Deserialize, Serialize};

use super::act::Act;
use super::fail::{Done, Fail, Outcome};
use super::reach::Dir;
use super::signer::Signer;
use crate::files;

pub(super) use acts::perform;
pub(crate) use asked::Asked;
use asked::Named;

/// A file of questions.
#[derive(Debug, Args)]
pub(crate) struct FileArgs {
    /// The file: csv with a header, or a JSON object a line
    file: PathBuf,
    /// Reference of the case it is checked for
    #[arg(long, value_name = "NUMBER")]
    case: Option<String>,
    /// From which score on a record is a hit
    #[arg(long, value_name = "SCORE")]
    threshold: Option<f64>,
    /// Form of the result
    #[arg(long, value_name = "FORM", default_value = "csv", value_parser = ["csv", "jsonl"])]
    format: String,
    /// Where the result is written
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    #[command(flatten)]
    dir: Dir,
}

/// The officer who answers for it.
#[derive(Debug, Args)]
pub(crate) struct Officer {
    /// Login of the officer who answers for it
    #[arg(long, value_name = "LOGIN")]
    officer: String,
    /// File whose first line is the officer's password; without it you are asked on the terminal
    #[arg(long, value_name = "FILE")]
    password_file: Option<PathBuf>,
    #[command(flatten)]
    dir: Dir,
}

/// Who is meant.
#[derive(Clone, Args, Serialize, Deserialize)]
pub(crate) struct Who {
    /// Name, in any script
    #[arg(long, default_value = "")]
    name: String,
    /// Date of birth as known: 1971-04-09, 1971-04 or 1971
    #[arg(long, value_name = "DATE", default_value = "")]
    birth: String,
    /// Nationality, as a country's code or name
    #[arg(long, value_name = "COUNTRY", default_value = "")]
    nationality: String,
    /// Number of a travel document
    #[arg(long, value_name = "NUMBER", default_value = "")]
    document: String,
}

impl std::fmt::Debug for Who {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Who(..)")
    }
}

impl Who {
    fn question(&self) -> Question {
        Question::default()
            .with("name", &self.name)
            .with("birthDate", &self.birth)
            .with("nationality", &self.nationality)
            .with("passportNumber", &self.document)
    }
}

/// One page of a listing.
#[derive(Debug, Args)]
pub(crate) struct OnePage {
    /// Page, from 0
    #[arg(long, default_value_t = 0)]
    page: u32,
    #[command(flatten)]
    dir: Dir,
}

impl OnePage {
    fn ask(self, asked: impl FnOnce(u32) -> Asked) -> Outcome {
        self.dir.act(Act::Screening(asked(self.page)))
    }
}

/// The review queue.
#[derive(Debug, Subcommand)]
pub(crate) enum Queue {
    /// Print the hits that wait for a decision
    List {
        /// Also those that were decided
        #[arg(long)]
        all: bool,
        #[command(flatten)]
        at: OnePage,
    },
    /// Print one hit: what was asked, what was found and why
    Show {
        /// Its id
        id: String,
        #[command(flatten)]
        dir: Dir,
    },
    /// Say whether it is this person
    Decide {
        /// The hit's id
        id: String,
        /// Whether it is this person
        #[arg(long, value_parser = super::codes(Verdict::ALL, Verdict::code))]
        verdict: Verdict,
        /// Why
        #[arg(long)]
        reason: String,
        /// Until when the decision holds, as a day; the longest time there is otherwise
        #[arg(long, value_name = "DAY", value_parser = day)]
        until: Option<Timestamp>,
        #[command(flatten)]
        officer: Officer,
    },
}

/// Watched subjects.
#[derive(Debug, Subcommand)]
pub(crate) enum Watch {
    /// Print the watched subjects
    List {
        #[command(flatten)]
        at: OnePage,
    },
    /// Watch one subject, for a case and until a day
    Add {
        #[command(flatten)]
        who: Who,
        /// Reference of the case
        #[arg(long, value_name = "NUMBER")]
        case: String,
        /// Why
        #[arg(long)]
        reason: String,
        /// Until when, as a day
        #[arg(long, value_name = "DAY", value_parser = day)]
        until: Timestamp,
        #[command(flatten)]
        officer: Officer,
    },
    /// Stop watching a subject; what is kept of it is destroyed
    Stop {
        /// The watch's id
        id: String,
        #[command(flatten)]
        officer: Officer,
    },
}

/// Reviewed hits.
#[derive(Debug, Subcommand)]
pub(crate) enum Review {
    /// Print the reviews in force
    List {
        /// Also those that hold no longer
        #[arg(long)]
        all: bool,
        #[command(flatten)]
        at: OnePage,
    },
    /// Say of a record that it is this subject, or somebody else
    Add {
        /// Your own stable reference of the subject; the question otherwise
        #[arg(long, value_name = "TEXT")]
        subject: Option<String>,
        #[command(flatten)]
        who: Who,
        /// Id of the record, as un-6907993
        #[arg(long, value_name = "ID")]
        record: String,
        /// Whether it is this person
        #[arg(long, value_parser = super::codes(Verdict::ALL, Verdict::code))]
        verdict: Verdict,
        /// Why
        #[arg(long)]
        reason: String,
        /// Until when it holds, as a day
        #[arg(long, value_name = "DAY", value_parser = day)]
        until: Timestamp,
        #[command(flatten)]
        officer: Officer,
    },
    /// Take a review back
    Withdraw {
        /// The review's id
        id: String,
        #[command(flatten)]
        officer: Officer,
    },
}

/// The screening log.
#[derive(Debug, Subcommand)]
pub(crate) enum Log {
    /// Print who asked what of which list version, newest first; no names
    Show {
        #[command(flatten)]
        wanted: LogArgs,
        #[command(flatten)]
        dir: Dir,
    },
    /// Prove one row; with the question and its salt, also what was asked
    Prove {
        /// The question's id
        #[arg(value_parser = super::parsed::<QueryId>)]
        id: QueryId,
        #[command(flatten)]
        who: Who,
        /// File with the question as JSON: {"schema", "properties"}; in place of --name and the like
        #[arg(long, value_name = "FILE", requires = "salt")]
        question: Option<PathBuf>,
        /// The salt that came with the answer
        #[arg(long, value_name = "HEX")]
        salt: Option<String>,
        /// Where the proof is written as JSON
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        #[command(flatten)]
        dir: Dir,
    },
    /// Write all rows to a file, a JSON object a line
    Export {
        #[command(flatten)]
        wanted: LogArgs,
        /// The file
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        #[command(flatten)]
        dir: Dir,
    },
}

/// Which rows.
#[derive(Debug, Clone, Args, Serialize, Deserialize)]
pub(crate) struct LogArgs {
    /// How many, for `show`
    #[arg(long, default_value_t = 20, value_name = "N")]
    last: usize,
    /// Only before this moment, or behind the place that "more" named
    #[arg(long, value_name = "TIME", value_parser = super::parsed::<Place>)]
    before: Option<Place>,
    /// Only what this actor asked, as officer:<id>
    #[arg(long)]
    actor: Option<String>,
    /// Only through this door
    #[arg(long, value_parser = super::codes(Channel::ALL, Channel::code))]
    channel: Option<Channel>,
    /// Only for this case
    #[arg(long, value_name = "NUMBER")]
    case: Option<String>,
    /// Only what hit something
    #[arg(long)]
    hits: bool,
}

/// The end of a day (UTC), as a moment.
fn day(text: &str) -> Result<Timestamp, String> {
    let day: jiff::civil::Date = text
        .parse()
        .map_err(|_| "write a day as 2026-12-31".to_owned())?;
    let end = day.at(23, 59, 59, 0).to_zoned(jiff::tz::TimeZone::UTC);
    end.map(|end| end.timestamp()).map_err(|e| e.to_string())
}

impl Officer {
    fn act(self, named: Named) -> Outcome {
        let signer = Signer::ask(self.officer, self.password_file.as_deref())?;
        self.dir.act(Act::Screening(Asked::Named { named, signer }))
    }
}

/// The command that checks a file.
pub(super) fn file(args: FileArgs) -> Outcome {
    let bytes = files::read(&args.file, limits::SCREEN_FILE_BYTES_MAX)?;
    let name = args.file.file_name().unwrap_or_default();
    let asked = Asked::File {
        name: name.to_string_lossy().into_owned(),
        case: args.case,
        threshold: args.threshold,
        lines: args.format == "jsonl",
    };
    let done = args.dir.act_with(Act::Screening(asked), bytes)?;
    written(done, &args.out)
}

/// The body of the answer goes to a file.
fn written(done: Done, out: &std::path::Path) -> Outcome {
    files::replace(out, &done.body).map_err(Fail::from)?;
    Ok(Done {
        text: format!("{}written to {}\n", done.text, out.display()),
        body: Vec::new(),
        code: done.code,
    })
}

/// The commands of the queue.
pub(super) fn queue(queue: Queue) -> Outcome {
    match queue {
        Queue::List { all, at } => at.ask(|page| Asked::Hits { all, page }),
        Queue::Show { id, dir } => dir.act(Act::Screening(Asked::Hit { id })),
        Queue::Decide {
            id,
            verdict,
            reason,
            until,
            officer,
        } => officer.act(Named::Decide {
            id,
            verdict,
            reason,
            until,
        }),
    }
}

/// The commands of watched subjects.
pub(super) fn watch(watch: Watch) -> Outcome {
    match watch {
        Watch::List { at } => at.ask(|page| Asked::Watches { page }),
        Watch::Add {
            who,
            case,
            reason,
            until,
            officer,
        } => officer.act(Named::Enrol {
            who,
            case,
            reason,
            until,
        }),
        Watch::Stop { id, officer } => officer.act(Named::Stop { id }),
    }
}

/// The commands of reviews.
pub(super) fn review(review: Review) -> Outcome {
    match review {
        Review::List { all, at } => at.ask(|page| Asked::Reviews { all, page }),
        Review::Add {
            subject,
            who,
            record,
            verdict,
            reason,
            until,
            officer,
        } => officer.act(Named::Review {
            subject,
            who,
            record,
            verdict,
            reason,
            until,
        }),
        Review::Withdraw { id, officer } => officer.act(Named::Withdraw { id }),
    }
}

/// The commands of the log.
pub(super) fn log(log: Log) -> Outcome {
    match log {
        Log::Show { wanted, dir } => dir.act(Act::Screening(Asked::Log(wanted))),
        Log::Export { wanted, out, dir } => {
            written(dir.act(Act::Screening(Asked::Export(wanted)))?, &out)
        }
        Log::Prove {
            id,
            who,
            question,
            salt,
            out,
            dir,
        } => {
            let body = match question {
                Some(path) => files::read(&path, limits::SCREEN_QUESTION_BYTES_MAX)?,
                None => {
                    serde_json::to_vec(&who.question()).map_err(|e| Fail::input(e.to_string()))?
                }
            };
            let done = dir.act_with(Act::Screening(Asked::Prove { id, salt }), body)?;
            match out {
                Some(out) => written(done, &out),
                None => Ok(done),
            }
        }
    }
}

/// The form of a result.
fn format_of(lines: bool) -> Format {
    match lines {
        true => Format::JsonLines,
        false => Format::Csv,
    }
}
