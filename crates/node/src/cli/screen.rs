//! `comity screen check`: the border post's question at the command line. The check is on record like one from the page; what
//! it finds is advice.

use std::fmt::Write as _;

use clap::{Args, Subcommand};
use jiff::civil::Date;
use model::Lang;
use office::screening::{Check, CheckAnswer, HitView};
use serde::{Deserialize, Serialize};

use super::act::{Act, Here};
use super::fail::{Done, Fail, Outcome, plain};
use super::reach::Dir;
use super::screen_key;
use super::screening;

/// What can be screened.
#[derive(Debug, Subcommand)]
pub(crate) enum Screen {
    /// Check a name or a travel document against the lists
    Check {
        #[command(flatten)]
        asked: Asked,
        #[command(flatten)]
        dir: Dir,
    },
    /// Keys by which programs ask the lists
    #[command(subcommand)]
    Key(screen_key::Key),
    /// Check a file of names
    File(screening::FileArgs),
    /// Hits that wait for a decision
    #[command(subcommand)]
    Queue(screening::Queue),
    /// Watched subjects
    #[command(subcommand)]
    Watch(screening::Watch),
    /// Reviewed hits
    #[command(subcommand)]
    Review(screening::Review),
    /// Who asked what of which list version
    #[command(subcommand)]
    Log(screening::Log),
}

/// The question.
#[derive(Args, Serialize, Deserialize)]
pub(crate) struct Asked {
    /// Name, in any script
    #[arg(long, default_value = "")]
    name: String,
    /// Date of birth as known: 1971-04-09, 1971-04 or 1971
    #[arg(long, value_name = "DATE")]
    birth: Option<String>,
    /// Nationality, as a country's code or name
    #[arg(long, value_name = "COUNTRY")]
    nationality: Option<String>,
    /// Number of the travel document
    #[arg(long, value_name = "NUMBER")]
    document: Option<String>,
    /// Machine-readable zone as the reader typed it
    #[arg(long, value_name = "LINES")]
    mrz: Option<String>,
    /// Ask the lists as they were in force at the end of this day: 2026-05-01
    #[arg(long, value_name = "DAY")]
    as_of: Option<Date>,
}

impl std::fmt::Debug for Asked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Asked(..)")
    }
}

/// The command.
pub(super) fn run(screen: Screen) -> Outcome {
    let (asked, dir) = match screen {
        Screen::Check { asked, dir } => (asked, dir),
        Screen::Key(key) => return screen_key::run(key),
        Screen::File(file) => return screening::file(file),
        Screen::Queue(queue) => return screening::queue(queue),
        Screen::Watch(watch) => return screening::watch(watch),
        Screen::Review(review) => return screening::review(review),
        Screen::Log(log) => return screening::log(log),
    };
    if asked.name.trim().is_empty() && asked.mrz.is_none() && asked.document.is_none() {
        return Err(Fail::input(
            "nothing to check: give --name, --document or --mrz",
        ));
    }
    dir.act(Act::ScreenCheck(asked))
}

/// The act.
pub(super) async fn check(here: &Here, asked: Asked) -> Outcome {
    let check = Check {
        act: None,
        name: asked.name,
        birth: asked.birth,
        nationality: asked.nationality,
        document: asked.document,
        mrz: asked.mrz,
        as_of: asked.as_of,
        ..Check::default()
    };
    let answer = office::screening::check(&here.office, &here.operator(), check).await?;
    Ok(Done::said(words(&answer)))
}

fn say(key: &str) -> String {
    web::words::say(Lang::En, key, &[])
}

fn words(answer: &CheckAnswer) -> String {
    let code = answer.advice.answer.code();
    let (line, action) = match code {
        "cannot-say" => ("border-cannot-line", "border-cannot-do"),
        "check" => ("border-check-line", "border-check-do"),
        "stop" => ("border-stop-line", "border-stop-do"),
        _ => ("border-no-record-line", "border-no-record-do"),
    };
    let mut out = say(&format!("border-answer-{code}")).to_uppercase();
    let as_of = &answer.advice.as_of;
    if !as_of.is_empty() {
        let _ = write!(out, " as of {}", plain(as_of));
    }
    let _ = writeln!(
        out,
        " ({})\n{} {}",
        answer.advice.reason.code(),
        say(line),
        say(action)
    );
    if let Some(error) = &answer.mrz_error {
        let _ = writeln!(out, "machine-readable zone: {}", plain(error));
    }
    for (n, hit) in answer.hits.iter().enumerate() {
        entry(&mut out, n + 1, hit);
    }
    for list in &answer.advice.lists {
        let _ = writeln!(
            out,
            "list asked: {} {} ({} records)",
            list.list,
            plain(&list.version),
            list.records
        );
    }
    for left in &answer.left_out {
        let _ = writeln!(
            out,
            "left out by {}: {} {:.2}",
            left.review,
            plain(&left.caption),
            left.score
        );
    }
    let _ = writeln!(out, "{} query {}", say("border-advice"), answer.query);
    if let Some(salt) = &answer.salt {
        let _ = writeln!(out, "salt {salt}");
    }
    out
}

pub(super) fn entry(out: &mut String, n: usize, hit: &HitView) {
    let why = &hit.explanation;
    let _ = writeln!(
        out,
        "\nEntry {n}: score {:.2}  {}",
        hit.score,
        plain(&hit.entity.caption)
    );
    let _ = writeln!(
        out,
        "  list {} {}, reference {}",
        why.list,
        plain(&why.list_version),
        plain(hit.entity.first("unscId").unwrap_or(&why.record))
    );
    let listed = plain(&why.name);
    let _ = writeln!(
        out,
        "  {}: {} {:.2} {listed}",
        say("border-for"),
        say("border-part-name"),
        why.name_score
    );
    for (what, features) in [("border-for", &why.for_), ("border-against", &why.against)] {
        for feature in features {
            let _ = writeln!(
                out,
                "  {}: {} ({} / {})",
                say(what),
                say(&format!("border-feature-{}", feature.kind.code())),
                plain(&feature.query),
                plain(&feature.candidate)
            );
        }
    }
}
