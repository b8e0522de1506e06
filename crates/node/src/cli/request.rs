//! `comity request check`: the validator of the page and the API, without a node. Reading cases is not the operator's: there
//! is no command that lists or shows them.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use model::finding::{Finding, Verdict};
use model::replay::{Asked, Stagehand};
use model::state::Directory;
use model::template::Forms;
use model::{AuthorityId, Function, Lang, StateCode, Urgency, limits};
use office::Clock as _;
use office::directory::States;
use office::requests::{Checked, DryCheck, Matter, check_content, dry_content};
use serde::Deserialize;
use serde_json::{Value, json};

use super::fail::{Done, Fail, Outcome, plain};
use crate::clock::SystemClock;
use crate::files;

mod convert;
mod replay;

use convert::Convert;
use replay::Replay;

/// What can be done with a request at the command line.
#[derive(Debug, Subcommand)]
pub(crate) enum Request {
    /// Check a request in a file: verdict, findings, legal basis, as JSON
    Check(Check),
    /// Play a case in a file on both sides, and print what stands after each act, as JSON
    Replay(Replay),
    /// Print the content of another request drafted out of the one in a file: keep data now, ask later
    Convert(Convert),
}

/// A request to be checked.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// The content as JSON, or an object with from, to and content
    file: PathBuf,
    /// File of States; without it the two fictional States of the demo
    #[arg(long, value_name = "STATES.json")]
    states: Option<PathBuf>,
    /// Check as if at this time, as 2026-03-02T09:00:00Z
    #[arg(long, value_name = "TIME")]
    at: Option<Timestamp>,
    /// Requesting State; else as the file says
    #[arg(long, value_name = "CODE", value_parser = super::parsed::<StateCode>)]
    from: Option<StateCode>,
    /// Requested State; else as the file says
    #[arg(long, value_name = "CODE", value_parser = super::parsed::<StateCode>)]
    to: Option<StateCode>,
    /// Folder with a State's own templates
    #[arg(long, value_name = "FOLDER")]
    own: Option<PathBuf>,
    /// Check it as the requested State would on arrival: what it will ask for, the translation it needs, its clocks
    #[arg(long)]
    as_receiver: bool,
    /// Language of the messages
    #[arg(long, default_value = "en", value_parser = super::codes(Lang::ALL, Lang::code), ignore_case = true)]
    lang: Lang,
}

/// A file that says more than the content.
#[derive(Debug, Deserialize)]
struct Whole {
    from: Option<StateCode>,
    from_authority: Option<AuthorityId>,
    to: Option<StateCode>,
    to_authority: Option<AuthorityId>,
    template: Option<String>,
    template_version: Option<u32>,
    urgency: Option<Urgency>,
    content: Value,
}

/// The command.
pub(super) fn run(request: Request) -> Outcome {
    match request {
        Request::Check(check) => run_check(&check),
        Request::Replay(replay) => replay::run(&replay),
        Request::Convert(asked) => convert::run(&asked),
    }
}

fn run_check(check: &Check) -> Outcome {
    let mut whole = read(check)?;
    let now = check.at.unwrap_or_else(|| SystemClock.now());
    let directory = directory(check.states.as_deref(), now)?;
    let states = States::from_directory(&directory);
    let forms = super::template::forms(check.own.as_deref())?;
    let (template, version) = form(&forms, &whole)?;
    if let Some(form) = forms.reading(&template, version) {
        whole.content = form.template.plain(&whole.content).into_owned();
    }
    let from = side(&whole.content, "requesting", (&check.from, &whole.from))?;
    let to = side(&whole.content, "requested", (&check.to, &whole.to))?;
    let from_authority = authority(
        &whole.content,
        "requesting",
        whole.from_authority.as_ref(),
        (&directory, &from),
    )?;
    let to_authority = authority(
        &whole.content,
        "requested",
        whole.to_authority.as_ref(),
        (&directory, &to),
    )?;
    let matter = Matter {
        template: &template,
        version,
        from: (&from, &from_authority),
        to: (&to, &to_authority),
        urgency: whole.urgency.unwrap_or(urgency(&whole.content)),
        content: &whole.content,
    };
    if check.as_receiver {
        let dry = dry_content((&states, &forms), &matter, &|_| false, now)?;
        let held = dry.checked.verdict != Verdict::Blocked;
        let text = serde_json::to_string_pretty(&received(&dry, check.lang))
            .map_err(|e| Fail::broken(e.to_string()))?;
        return Ok(Done::said(text + "\n").holding(held));
    }
    let checked = check_content((&states, &forms), &matter, &[], now)?;
    let asked = Asked {
        from: from.clone(),
        from_authority: Some(from_authority.clone()),
        to: to.clone(),
        to_authority: Some(to_authority.clone()),
        template: template.clone(),
        template_version: Some(version),
        urgency: matter.urgency,
        content: whole.content.clone(),
    };
    // What cannot even be begun, as a request of a State to itself, starts no clock; the findings say why.
    let clocks = Stagehand::new(&directory, &forms)
        .clocks(asked, now)
        .unwrap_or_default();
    let text = serde_json::to_string_pretty(&shown(&checked, &clocks, check.lang))
        .map_err(|e| Fail::broken(e.to_string()))?;
    Ok(Done::said(text + "\n").holding(checked.verdict != Verdict::Blocked))
}

/// What the requested State would say, as JSON: the check, and what follows for whoever drafts.
fn received(dry: &DryCheck, lang: Lang) -> Value {
    let mut whole = shown(&dry.checked, &dry.clocks, lang);
    if let Some(whole) = whole.as_object_mut() {
        let asks: Vec<Value> = dry.asks.iter().map(|f| finding(f, lang)).collect();
        whole.insert("asks".to_owned(), asks.into());
        whole.insert("translation".to_owned(), json!(dry.translation));
        whole.insert("untold".to_owned(), json!(dry.untold));
    }
    whole
}

/// The form: as the file says around the content, else the content's own `type`, in its latest version.
fn form(forms: &Forms, whole: &Whole) -> Result<(String, u32), Fail> {
    let said = whole.content.pointer("/type").and_then(Value::as_str);
    let name = whole.template.as_deref().or(said).ok_or_else(|| {
        Fail::input("/type: the content does not say of what kind it is, as \"mla\"")
    })?;
    // Capitals and blanks are read as the code that they can only mean.
    let slug = name.trim().to_lowercase().replace([' ', '-'], "_");
    let name = if forms.latest(name).is_none() && forms.latest(&slug).is_some() {
        &slug
    } else {
        name
    };
    let version = match whole.template_version {
        Some(version) => version,
        None => {
            forms
                .latest(name)
                .ok_or_else(|| super::template::no_template(forms, name))?
                .version
        }
    };
    Ok((name.to_owned(), version))
}

fn read(check: &Check) -> Result<Whole, Fail> {
    let place = check.file.display();
    let bytes = files::read(&check.file, 2 * limits::CONTENT_BYTES_MAX)?;
    let value: Value = serde_json::from_slice(&bytes)
        .map_err(|e| Fail::input(format!("{place}: this is not JSON: {e}")))?;
    if !value.is_object() {
        return Err(Fail::input(format!(
            "{place}: a request is an object with named fields"
        )));
    }
    if value.get("content").is_some() {
        return serde_json::from_value(value)
            .map_err(|e| Fail::input(format!("{place}: beside the content: {e}")));
    }
    Ok(Whole {
        from: None,
        from_authority: None,
        to: None,
        to_authority: None,
        template: None,
        template_version: None,
        urgency: None,
        content: value,
    })
}

fn directory(states: Option<&Path>, now: Timestamp) -> Result<Directory, Fail> {
    let Some(path) = states else {
        let today = now.to_zoned(TimeZone::UTC).date();
        return model::state::demo(today).map_err(|e| Fail::broken(e.to_string()));
    };
    let bytes = files::read(path, limits::STATES_FILE_BYTES_MAX)?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Fail::input(format!("{}: this is not UTF-8 text", path.display())))?;
    Directory::parse(&text).map_err(|e| Fail::input(format!("{}: {e}", path.display())))
}

/// Where a file names no State: a code that the standard leaves to users, for a territory that is unknown (ISO 3166).
const NOBODY: &str = "ZZ";

type Given<'a> = (&'a Option<StateCode>, &'a Option<StateCode>);

fn side(content: &Value, side: &str, (said, wrapped): Given<'_>) -> Result<StateCode, Fail> {
    if let Some(code) = said.as_ref().or(wrapped.as_ref()) {
        return Ok(code.clone());
    }
    let pointer = format!("/{side}/state");
    let code = content.pointer(&pointer).and_then(Value::as_str);
    let nobody = || NOBODY.parse();
    // The rules say that no such State is known (GEN-02).
    code.and_then(|code| code.parse().ok())
        .map_or_else(nobody, Ok)
        .map_err(|_| Fail::broken("the code of no State cannot be read"))
}

fn authority(
    content: &Value,
    side: &str,
    wrapped: Option<&AuthorityId>,
    (directory, state): (&Directory, &StateCode),
) -> Result<AuthorityId, Fail> {
    if let Some(id) = wrapped {
        return Ok(id.clone());
    }
    let said = content
        .pointer(&format!("/{side}/authority"))
        .and_then(Value::as_str);
    // Where the file names none, the State's central one, else the first that it lists; the rules judge one that it does
    // not list (GEN-02).
    let central = directory.competent(state, Function::CentralAuthority);
    let first = central.or_else(|| directory.authorities(state).next());
    match (said.and_then(|id| id.parse().ok()), first) {
        (Some(id), _) => Ok(id),
        (None, Some(first)) => Ok(first.id.clone()),
        (None, None) => "ca"
            .parse()
            .map_err(|_| Fail::broken("the id of a central authority cannot be read")),
    }
}

fn urgency(content: &Value) -> Urgency {
    let level = content.pointer("/urgency/level").and_then(Value::as_str);
    level
        .and_then(Urgency::from_code)
        .unwrap_or(Urgency::Normal)
}

fn shown(checked: &Checked, clocks: &[(String, Value)], lang: Lang) -> Value {
    json!({
        "verdict": checked.verdict,
        "complete_percent": checked.complete_percent,
        "findings": checked.findings.iter().map(|f| finding(f, lang)).collect::<Vec<_>>(),
        "basis": checked.basis,
        "clocks": clocks.iter().map(|(name, due)| json!({"name": name, "due": due})).collect::<Vec<_>>(),
    })
}

fn finding(finding: &Finding, lang: Lang) -> Value {
    let mut args = finding.args.clone();
    args.entry("field".to_owned())
        .or_insert_with(|| finding.field.clone());
    let action = format!("{}.action", finding.key());
    let action = if web::words::has(Lang::En, &action) {
        web::words::say_map(lang, &action, &args)
    } else {
        String::new()
    };
    json!({
        "code": finding.code,
        "level": finding.level,
        "field": finding.field,
        "message": plain(&web::words::say_map(lang, &finding.key(), &args)),
        "action": plain(&action),
        "source": finding.source,
    })
}
