//! `/requests/{id}/dry-check`: the draft as the requested State would see it, by the rules it has published. Reads only.

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use model::id::RequestId;
use model::translation::TranslationNeed;
use office::requests::{self, DryCheck};
use serde_json::Value;

use super::draft::{self, Open};
use super::form::{self, Remark};
use super::told::States;
use crate::page::{Page, Shown};
use crate::part::Name;
use crate::{Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "requests/dry.html")]
struct Dry {
    page: Page,
    request: String,
    number: String,
    to: Name,
    lead: String,
    card: Option<String>,
    complete_percent: u8,
    findings: Vec<Remark>,
    translation: String,
    facts: Vec<(String, String, String)>,
    clocks: Vec<(String, String)>,
    untold: Vec<String>,
}

/// The page; what has gone out already is shown on its case.
pub(crate) async fn show(me: Signed, Path(id): Path<RequestId>) -> Result<Response, Problem> {
    let open = draft::open(&me, id).await?;
    match requests::dry_check(me.office(), me.actor(), id).await {
        Ok(dry) => Ok(Shown(view(&me, &open, &dry).await?).into_response()),
        Err(error) => match Problem::from(error) {
            problem if problem.code == "STAGE" => {
                Ok(Redirect::to(&format!("/requests/{id}")).into_response())
            }
            problem => Err(problem),
        },
    }
}

async fn view(me: &Signed, open: &Open, dry: &DryCheck) -> Result<Dry, Problem> {
    let (request, states) = (&open.request, States::read(me).await?);
    let page = me.page("dry-title").band(&request.label);
    let (state, authority) = (
        states.name(&request.to),
        states.authority(&request.to, &request.to_authority),
    );
    let card = dry.card.as_ref().map(|card| {
        let until = card.expires.to_zoned(jiff::tz::TimeZone::UTC).date();
        page.say2(
            "dry-rules-of",
            ("number", &card.sequence.to_string()),
            ("date", &paper::words::date(page.lang, until)),
        )
    });
    Ok(Dry {
        lead: page.say1("dry-lead", "state", &state),
        to: page.name(page.say2(
            "case-draft-of",
            ("authority", &authority),
            ("state", &state),
        )),
        request: request.id.to_string(),
        number: request.number.clone(),
        card,
        complete_percent: dry.checked.complete_percent,
        findings: asked(&page, open, dry),
        translation: page.code("dry-need", dry.translation.need.code()),
        facts: facts(&page, dry),
        clocks: dry.clocks.iter().map(|c| clock(&page, c)).collect(),
        untold: dry
            .untold
            .iter()
            .map(|code| page.code("dry-untold", code))
            .collect(),
        page,
    })
}

/// What they will ask for: each rule once, wherever it speaks.
fn asked(page: &Page, open: &Open, dry: &DryCheck) -> Vec<Remark> {
    let id = open.request.id.to_string();
    let mut all: Vec<Remark> = Vec::new();
    for finding in &dry.asks {
        let remark = form::remark(page, &id, &open.sections, finding);
        match all.iter_mut().find(|known| known.code == finding.code) {
            Some(same) => same.more.push((remark.href, remark.text)),
            None => all.push(remark),
        }
    }
    all
}

/// The name of a language, or its code where there is no word for it.
pub(super) fn tongue(page: &Page, code: &str) -> String {
    let key = format!("lang-{code}");
    if crate::words::known(&key) {
        page.say(&key)
    } else {
        code.to_owned()
    }
}

fn facts(page: &Page, dry: &DryCheck) -> Vec<(String, String, String)> {
    let needed = &dry.translation;
    let accepted: Vec<String> = needed
        .accepted
        .iter()
        .map(|lang| tongue(page, lang))
        .collect();
    let passages = page.say2(
        "dry-passages-said",
        ("n", &needed.passages.to_string()),
        ("chars", &needed.chars.to_string()),
    );
    let mut facts = vec![
        (
            page.say("case-language"),
            tongue(page, &needed.original),
            String::new(),
        ),
        (
            page.say("dry-accepted"),
            accepted.join(&page.say("form-list-separator")),
            String::new(),
        ),
        (page.say("dry-passages"), passages, String::new()),
        (
            page.say("dry-closed"),
            needed.closed.to_string(),
            page.say("dry-closed-hint"),
        ),
    ];
    if needed.need == TranslationNeed::None {
        facts.truncate(2);
    }
    facts.retain(|(_, value, _)| !value.is_empty());
    facts
}

/// A clock by name, and the day or moment on which it ends.
fn clock(page: &Page, (name, due): &(String, Value)) -> (String, String) {
    let text = due.as_str().unwrap_or_default();
    let said = if let Ok(day) = text.parse::<jiff::civil::Date>()
        && text.len() <= 10
    {
        paper::words::date(page.lang, day)
    } else if let Ok(at) = text.parse::<jiff::Timestamp>() {
        paper::words::time(page.lang, at, page.zone.to_offset(at))
    } else {
        text.to_owned()
    };
    (page.code("clock", name), said)
}
