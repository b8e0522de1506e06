//! `/`: the officer's day, and the duty officer's night. The numbers, what was handed over, and three lanes by urgency, each by the
//! time that is left. With a filter in the address the same lines stand in one list, page by page.

use std::collections::BTreeMap;

use axum::extract::Query;
use axum::response::{IntoResponse, Redirect, Response};
use model::{Purpose, Urgency, Verb};
use office::reader::{Counts, Day, Lane, RequestLine};

use super::line::{Desk, Lines};
use super::told::States;
use super::worklist;
use crate::page::{Page, Shown};
use crate::part::When;
use crate::{Problem, Signed};

/// How often the page looks again, with or without scripts.
const RELOAD_S: u32 = 30;

#[derive(Debug, askama::Template)]
#[template(path = "requests/day.html")]
struct Index {
    page: Page,
    may_draft: bool,
    counts: Vec<Number>,
    since: When,
    handed: Vec<Handed>,
    lanes: Vec<LaneShown>,
    as_of: String,
}

/// A number that opens its list.
#[derive(Debug)]
pub(super) struct Number {
    pub(super) n: u64,
    pub(super) word: String,
    pub(super) href: String,
    pub(super) late: bool,
}

/// One list that is handed over.
#[derive(Debug)]
struct Handed {
    word: String,
    n: u64,
    all: Option<String>,
    lines: Vec<(String, String, String, String)>,
}

#[derive(Debug)]
struct LaneShown {
    code: &'static str,
    word: String,
    total: u64,
    lines: Option<Lines>,
    all: Option<String>,
}

/// The day, or the list that the address asks for.
pub(crate) async fn show(
    me: Signed,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Response, Problem> {
    if worklist::FILTERS
        .iter()
        .any(|name| query.get(*name).is_some_and(|value| !value.is_empty()))
    {
        return worklist::show(&me, &query).await;
    }
    let day = me.read(Purpose::Mla).await?.day().await?;
    let states = States::read(&me).await?;
    let page = me.page("case-list-title").refresh(RELOAD_S);
    let now = page.now.to_zoned(page.zone.clone());
    let time = format!("{:02}:{:02}", now.hour(), now.minute());
    Ok(Shown(Index {
        may_draft: page.may(Verb::RequestDraft),
        counts: numbers(&page, &day.counts),
        since: page.when(&day.handed.since),
        handed: handed(&page, &states, &day),
        lanes: lanes(&page, &states, &day),
        as_of: page.say1("case-day-as-of", "time", time),
        page,
    })
    .into_response())
}

/// The night desk is the day's: who knows the old address is led there.
pub(crate) async fn duty() -> Redirect {
    Redirect::permanent("/")
}

/// The numbers of the day, each with the list it counts.
pub(super) fn numbers(page: &Page, counts: &Counts) -> Vec<Number> {
    let number = |n: u64, key: &str, query: &str, late: bool| Number {
        n,
        word: page.say(key),
        href: format!("/?{query}"),
        late,
    };
    let late = counts.overdue > 0;
    vec![
        number(
            counts.new,
            "case-count-new",
            "side=incoming&stage=delivered",
            false,
        ),
        number(counts.overdue, "case-count-overdue", "due=overdue", late),
        number(counts.due_today, "case-count-due-today", "due=today", false),
        number(counts.us, "case-count-waiting-us", "waiting=us", false),
        number(
            counts.them,
            "case-count-waiting-them",
            "waiting=them",
            false,
        ),
        number(counts.mine, "case-count-mine", "mine=yes", false),
        number(counts.open, "case-count-open", "due=any", false),
    ]
}

fn handed(page: &Page, states: &States, day: &Day) -> Vec<Handed> {
    let short = |row: &RequestLine| {
        (
            format!("/requests/{}", row.request.id),
            row.request.number.clone(),
            states.name(row.request.partner()),
            super::show::subject(&row.request)
                .unwrap_or_else(|| super::line::kind(page.lang, &row.request)),
        )
    };
    let list = |key: &str, n: u64, rows: &[RequestLine], query: Option<&str>| Handed {
        word: page.say(key),
        n,
        all: query
            .filter(|_| n > rows.len() as u64)
            .map(|query| format!("/?{query}")),
        lines: rows.iter().map(short).collect(),
    };
    let handed = &day.handed;
    let assignment = |(number, given): &(String, model::request::Assignment)| {
        (
            format!("/requests/{}/assignments/{}", given.request, given.id),
            number.clone(),
            page.code("assignment-stage", given.stage.code()),
            given.given.authority.clone(),
        )
    };
    vec![
        list(
            "case-handed-arrived",
            handed.arrived.0,
            &handed.arrived.1,
            Some("side=incoming&handed=arrived"),
        ),
        list(
            "case-handed-ran-out",
            handed.ran_out.0,
            &handed.ran_out.1,
            Some("handed=ran-out"),
        ),
        list(
            "case-handed-promised",
            handed.promised.len() as u64,
            &handed.promised,
            None,
        ),
        Handed {
            word: page.say("assignment-look"),
            n: handed.assignments.len() as u64,
            all: None,
            lines: handed.assignments.iter().map(assignment).collect(),
        },
    ]
}

fn lanes(page: &Page, states: &States, day: &Day) -> Vec<LaneShown> {
    let mut desk = Desk::new(page, states);
    desk.since(day.handed.since);
    let mut shown = |lane: &Lane| {
        let code = lane.urgency.code();
        // By night and by day the same: what is urgent is taken in from here.
        desk.acts(lane.urgency != Urgency::Normal);
        LaneShown {
            code,
            word: page.say(&format!("case-lane-{code}")),
            total: lane.total,
            lines: (!lane.lines.is_empty()).then(|| desk.lines(&lane.lines)),
            all: (lane.total > lane.lines.len() as u64).then(|| format!("/?urgency={code}")),
        }
    };
    day.lanes.iter().map(&mut shown).collect()
}
