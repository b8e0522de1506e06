//! Whom do I ask, in what language, at what hour? Every State as its signed card says; our own among them.

use axum::Router;
use axum::extract::Path;
use axum::routing;
use jiff::Zoned;
use model::id::Function;
use model::state::{Authority, Opening, StateProfile, Zone};
use model::{StateCode, Verb};
use office::directory::StateEntry;

use super::requests::told::{self, States};
use crate::app::App;
use crate::page::{Page, Shown};
use crate::routes::{Need, Row, any, get};
use crate::{Problem, Signed};

const READ: Need = any(&[Verb::DirectoryRead]);

/// The routes of the directory.
pub const ROUTES: &[Row] = &[get("/directory", READ), get("/directory/{state}", READ)];

/// Holidays shown ahead.
const HOLIDAYS_MAX: usize = 4;

/// The directory.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/directory", routing::get(index))
        .route("/directory/{state}", routing::get(state))
}

#[derive(Debug, askama::Template)]
#[template(path = "directory/index.html")]
struct Index {
    page: Page,
    states: Vec<Line>,
    /// Whether the reader may see the treaty atlas: who reads the whole directory does.
    atlas: bool,
}

#[derive(Debug)]
struct Line {
    code: String,
    name: String,
    ours: bool,
    by_node: bool,
    card: bool,
    time: String,
    difference: String,
    opening: String,
    duty: String,
    languages: String,
    authorities: usize,
}

#[derive(Debug, askama::Template)]
#[template(path = "directory/state.html")]
struct OneState {
    page: Page,
    name: String,
    code: String,
    time: String,
    difference: String,
    authorities: Vec<Desk>,
    requirements: Vec<(String, String)>,
    treaties: Vec<(String, Option<String>)>,
    card: Option<String>,
    fingerprint: String,
}

#[derive(Debug)]
struct Desk {
    id: String,
    name: String,
    native: Option<String>,
    opening: String,
    facts: Vec<(String, String, bool)>,
    write: Option<String>,
}

async fn index(me: Signed) -> Result<Shown<Index>, Problem> {
    let (states, atlas) = contacts(&me).await?;
    let page = me.page("directory-title").refresh(60);
    let mut lines: Vec<Line> = states
        .all()
        .iter()
        .map(|entry| line(&page, &states, entry))
        .collect();
    lines.sort_by_key(|line| line.name.to_lowercase());
    Ok(Shown(Index {
        states: lines,
        atlas: atlas && page.may(Verb::RequestRead),
        page,
    }))
}

/// The whole directory, or, for a border officer, the duty contacts in it; and whether it is the whole.
async fn contacts(me: &Signed) -> Result<(States, bool), Problem> {
    match States::read(me).await {
        Err(problem) if problem.code == "NOT-ALLOWED" => Ok((States::contacts(me).await?, false)),
        read => Ok((read?, true)),
    }
}

async fn state(me: Signed, Path(code): Path<StateCode>) -> Result<Shown<OneState>, Problem> {
    let (states, _) = contacts(&me).await?;
    let entry = states.entry(&code).ok_or_else(Problem::not_found)?;
    let name = states.name(&code);
    let page = me.page("directory-title").titled(&name).refresh(60);
    let (time, difference) = local(&page, entry.profile.zone().as_ref());
    Ok(Shown(OneState {
        authorities: entry
            .authorities
            .iter()
            .map(|authority| desk(&page, entry, authority))
            .collect(),
        requirements: requirements(&page, &entry.profile),
        treaties: entry
            .profile
            .treaties
            .iter()
            .map(|part| treaty(&page, part))
            .collect(),
        card: entry.card.as_ref().map(|card| {
            format!(
                "{}, {}",
                page.say1("directory-card-sequence", "n", card.sequence),
                page.say1(
                    "directory-card-expires",
                    "date",
                    paper::words::time(page.lang, card.expires, page.zone.to_offset(card.expires))
                )
            )
        }),
        fingerprint: entry
            .card
            .as_ref()
            .map_or_else(String::new, |card| card.fingerprint.clone()),
        code: code.to_string(),
        name,
        time,
        difference,
        page,
    }))
}

fn line(page: &Page, states: &States, entry: &StateEntry) -> Line {
    let (time, difference) = local(page, entry.profile.zone().as_ref());
    let central = entry
        .authorities
        .iter()
        .find(|a| a.has_any(&[Function::CentralAuthority]))
        .or_else(|| entry.authorities.first());
    Line {
        code: entry.code.to_string(),
        name: states.name(&entry.code),
        ours: entry.ours,
        by_node: entry.by_node,
        card: entry.card.is_some(),
        opening: central
            .map(|a| opening(page, &entry.profile, a))
            .unwrap_or_default(),
        duty: entry
            .authorities
            .iter()
            .find_map(|a| a.duty_phone.clone())
            .unwrap_or_default(),
        languages: told::languages(page.lang, &entry.profile.request_languages),
        authorities: entry.authorities.len(),
        time,
        difference,
    }
}

/// The time on their wall, and how far it is from ours.
fn local(page: &Page, zone: Option<&Zone>) -> (String, String) {
    let Some(zone) = zone else {
        return ("—".to_owned(), page.say("directory-hours-unknown"));
    };
    let there = zone.at(page.now);
    let here = page.zone.to_offset(page.now).seconds();
    let ahead_s = i64::from(there.offset().seconds() - here);
    let span = told::span(page, ahead_s);
    let difference = match ahead_s.signum() {
        0 => page.say("directory-difference-same"),
        1 => page.say1("directory-difference-ahead", "time", span),
        _ => page.say1("directory-difference-behind", "time", span),
    };
    (clock(&there), difference)
}

fn clock(at: &Zoned) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// "Open now, until 17:00", "Closed. Opens in 5 hours". A duty telephone beside it does not open the office.
pub(crate) fn opening(page: &Page, profile: &StateProfile, authority: &Authority) -> String {
    let mut office = authority.clone();
    if office.office_hours.is_some() {
        office.duty_phone = None;
        office.functions.remove(&Function::DutyDesk247);
    }
    if office
        .office_hours
        .as_ref()
        .is_some_and(|hours| hours.open == "00:00" && hours.close == "24:00")
    {
        return page.say("directory-247");
    }
    match office.opening(profile, page.now) {
        Opening::AlwaysOpen => page.say("directory-247"),
        Opening::Open => {
            let close = office
                .office_hours
                .map(|hours| hours.close)
                .unwrap_or_default();
            page.say1("directory-open-now", "time", close)
        }
        Opening::Closed { opens, .. } => {
            let wait_s = opens.timestamp().as_second() - page.now.as_second();
            page.say1(
                "directory-opens",
                "when",
                page.say1("directory-opens-in", "time", told::span(page, wait_s)),
            )
        }
        Opening::Unknown => page.say("directory-hours-unknown"),
    }
}

fn desk(page: &Page, entry: &StateEntry, authority: &Authority) -> Desk {
    let mut facts = Vec::new();
    let mut fact = |key: &str, value: String, ltr: bool| {
        if !value.is_empty() {
            facts.push((page.say(key), value, ltr));
        }
    };
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let functions: Vec<String> = authority
        .functions
        .iter()
        .map(|f| page.code("directory-function", f.code()))
        .collect();
    fact("directory-functions", functions.join(", "), false);
    fact(
        "directory-languages",
        told::languages(page.lang, &authority.languages),
        false,
    );
    fact(
        "directory-urgent-languages",
        told::languages(page.lang, &authority.urgent_languages),
        false,
    );
    let hours = authority
        .office_hours
        .as_ref()
        .map(|hours| format!("{}–{}", hours.open, hours.close));
    fact("directory-hours", hours.unwrap_or_default(), true);
    fact("directory-247", text(&authority.duty_phone), true);
    fact("directory-phone", text(&authority.phone), true);
    fact("directory-email", text(&authority.email), true);
    fact("directory-address", text(&authority.address), false);
    let today = page.now.to_zoned(page.zone.clone()).date();
    let holidays = entry
        .profile
        .holidays
        .iter()
        .chain(&authority.holidays)
        .filter(|day| **day >= today)
        .take(HOLIDAYS_MAX);
    fact(
        "directory-holidays",
        holidays
            .map(|day| paper::words::date(page.lang, *day))
            .collect::<Vec<_>>()
            .join(", "),
        false,
    );
    fact(
        "directory-verified",
        authority
            .verified_on
            .map(|day| paper::words::date(page.lang, day))
            .unwrap_or_default(),
        false,
    );
    let writes = page.may(Verb::RequestDraft) && !entry.ours;
    Desk {
        id: authority.id.to_string(),
        name: authority.name_in(page.lang).to_owned(),
        native: authority.native.clone(),
        opening: opening(page, &entry.profile, authority),
        facts,
        write: writes
            .then(|| format!("/requests/new?to={}&authority={}", entry.code, authority.id)),
    }
}

fn requirements(page: &Page, profile: &StateProfile) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    let mut row = |key: &str, value: String| {
        if !value.is_empty() {
            rows.push((page.say(key), value));
        }
    };
    row(
        "directory-languages",
        told::languages(page.lang, &profile.request_languages),
    );
    row(
        "directory-urgent-languages",
        told::languages(page.lang, &profile.urgent_languages),
    );
    rows
}

/// The title of an instrument with its id, where the catalogue knows it.
fn instrument(page: &Page, id: &str) -> String {
    match model::basis::Catalogue::built_in().get(id) {
        Some(known) => {
            let title = paper::words::instrument(page.lang, id, &known.title);
            format!("{title} ({id})")
        }
        None => id.to_owned(),
    }
}

fn treaty(page: &Page, part: &model::state::Participation) -> (String, Option<String>) {
    let since = part.since.map(|day| {
        page.say1(
            "directory-treaty-since",
            "date",
            paper::words::date(page.lang, day),
        )
    });
    (instrument(page, &part.instrument), since)
}
