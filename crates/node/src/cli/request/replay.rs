//! `comity request replay`: a case in a file, played by the law alone, on both sides.

use std::path::PathBuf;

use clap::Args;
use model::limits;
use model::replay::{Case, Stagehand};
use office::Clock as _;
use serde_json::Value;

use super::super::fail::{Done, Fail, Outcome};
use super::super::template;
use crate::clock::SystemClock;
use crate::files;

/// A case to be played.
#[derive(Debug, Args)]
pub(crate) struct Replay {
    /// The case as JSON: a request and what happens then
    file: PathBuf,
    /// File of States; without it the two fictional States of the demo
    #[arg(long, value_name = "STATES.json")]
    states: Option<PathBuf>,
    /// Folder with a State's own templates
    #[arg(long, value_name = "FOLDER")]
    own: Option<PathBuf>,
}

/// The command. What the case expects and does not find makes the exit code 1.
pub(super) fn run(replay: &Replay) -> Outcome {
    let place = replay.file.display();
    let bytes = files::read(&replay.file, limits::CASE_FILE_BYTES_MAX)?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Fail::input(format!("{place}: this is not UTF-8 text")))?;
    let mut case = Case::parse(&text).map_err(|e| Fail::input(format!("{place}: {e}")))?;
    let directory = super::directory(replay.states.as_deref(), SystemClock.now())?;
    let forms = template::forms(replay.own.as_deref())?;
    if let Some(form) = forms.latest(&case.request.template) {
        case.request.content = form.plain(&case.request.content).into_owned();
    }
    let played = Stagehand::new(&directory, &forms)
        .play(&case)
        .map_err(|e| Fail::input(format!("{place}: {e}")))?;
    let steps = played.get("steps").and_then(Value::as_array);
    let holds = steps.is_none_or(|steps| steps.iter().all(|step| step.get("unmet").is_none()));
    let text = serde_json::to_string_pretty(&played).map_err(|e| Fail::broken(e.to_string()))?;
    Ok(Done::said(text + "\n").holding(holds))
}
