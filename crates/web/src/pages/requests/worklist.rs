//! The requests that the address asks for, in one list: filters, the same lines as on the page of the day, page by page.

use std::collections::BTreeMap;

use axum::response::{IntoResponse, Response};
use jiff::SignedDuration;
use model::request::{Side, Stage, Urgency, Waiting};
use model::{Purpose, Verb};
use office::reader::{Reader, WorklistFilter};

use super::day::{Number, numbers};
use super::line::{Desk, Lines, unread};
use super::told::States;
use crate::page::{Page, Shown};
use crate::part::{Choice, Field, Pager};
use crate::{Problem, Signed};

/// What in the address makes a list of the day.
pub(super) const FILTERS: &[&str] = &[
    "side", "stage", "state", "waiting", "urgency", "due", "mine", "handed", "page",
];

#[derive(Debug, askama::Template)]
#[template(path = "requests/worklist.html")]
struct Worklist {
    page: Page,
    may_draft: bool,
    counts: Vec<Number>,
    filters: Vec<Field>,
    total: u64,
    lines: Option<Lines>,
    pager: Option<Pager>,
    unread: Option<String>,
}

fn asked(page: &Page, reader: &Reader, query: &BTreeMap<String, String>) -> WorklistFilter {
    let text = |name: &str| {
        let value = query.get(name).map(|value| value.trim());
        value.filter(|value| !value.is_empty())
    };
    let mut filter = WorklistFilter {
        side: text("side").and_then(Side::from_code),
        stages: text("stage")
            .and_then(Stage::from_code)
            .into_iter()
            .collect(),
        waiting: text("waiting").and_then(Waiting::from_code),
        counterpart: text("state").and_then(|code| code.parse().ok()),
        urgency: text("urgency").and_then(Urgency::from_code),
        officer: text("mine").and_then(|_| reader.actor().officer()),
        page: text("page")
            .and_then(|n| n.parse::<u32>().ok())
            .unwrap_or(1)
            .saturating_sub(1),
        ..WorklistFilter::default()
    };
    let tomorrow = page.now + SignedDuration::from_hours(24);
    match text("due") {
        Some("overdue") => filter.due_before = Some(page.now),
        Some("today") => {
            filter.due_from = Some(page.now + SignedDuration::from_micros(1));
            filter.due_before = Some(tomorrow);
        }
        _ => {}
    }
    match text("handed") {
        Some("arrived") => filter.created_from = Some(reader.last_day_ended()),
        Some("ran-out") => {
            filter.due_from = Some(reader.last_day_ended());
            filter.due_before = Some(page.now);
        }
        _ => {}
    }
    filter
}

/// The list.
pub(super) async fn show(
    me: &Signed,
    query: &BTreeMap<String, String>,
) -> Result<Response, Problem> {
    let reader = me.read(Purpose::Mla).await?;
    let page = me.page("case-list-all").refresh(60);
    let filter = asked(&page, &reader, query);
    let rows = reader.worklist(&filter).await?;
    let counts = reader.counts().await?;
    let states = States::read(me).await?;
    let pages = u32::try_from(rows.total.div_ceil(u64::from(rows.size.max(1)))).unwrap_or(u32::MAX);
    let pager = (pages > 1).then(|| Pager::of(&page, rows.page + 1, pages));
    let lines = Desk::new(&page, &states).lines(&rows.rows);
    Ok(Shown(Worklist {
        may_draft: page.may(Verb::RequestDraft),
        counts: numbers(&page, &counts),
        filters: filters(&page, (&filter, query), &states, me),
        total: rows.total,
        lines: (!rows.rows.is_empty()).then_some(lines),
        pager,
        unread: unread(&page, &rows.unread),
        page,
    })
    .into_response())
}

fn filters(
    page: &Page,
    (filter, query): (&WorklistFilter, &BTreeMap<String, String>),
    states: &States,
    me: &Signed,
) -> Vec<Field> {
    let chosen = |name: &str| query.get(name).map_or("", String::as_str);
    let select = |name: &'static str, key: &str, choices: Vec<(String, String)>| {
        let all = Choice::new("", page.say("case-filter-all"), chosen(name).is_empty());
        let one = choices.into_iter().map(|(value, word)| {
            let on = value == chosen(name);
            Choice::new(value, word, on)
        });
        let choices = std::iter::once(all).chain(one).collect();
        Field::select(name, page.say(key), choices)
    };
    let coded = |codes: &[(&str, &str)]| -> Vec<(String, String)> {
        let said = |(code, key): &(&str, &str)| ((*code).to_owned(), page.say(key));
        codes.iter().map(said).collect()
    };
    let other = |entry: &&office::directory::StateEntry| &entry.code != me.office().state();
    let partners = states.all().iter().filter(other);
    let stages = Stage::ALL
        .iter()
        .map(|stage| (stage.code().to_owned(), page.code("stage", stage.code())));
    let urgencies = Urgency::ALL
        .iter()
        .map(|u| (u.code().to_owned(), page.code("urgency", u.code())));
    let mut fields = vec![
        select(
            "side",
            "case-filter-side",
            coded(&[
                ("incoming", "case-side-incoming"),
                ("outgoing", "case-side-outgoing"),
            ]),
        ),
        select(
            "waiting",
            "case-filter-waiting",
            coded(&[("us", "case-us"), ("them", "case-them")]),
        ),
        select(
            "due",
            "case-filter-due",
            coded(&[
                ("overdue", "case-count-overdue"),
                ("today", "case-count-due-today"),
            ]),
        ),
        select("urgency", "case-urgency", urgencies.collect()),
        select(
            "state",
            "case-filter-state",
            partners
                .map(|entry| (entry.code.to_string(), states.name(&entry.code)))
                .collect(),
        ),
        select("stage", "case-filter-stage", stages.collect()),
    ];
    if filter.officer.is_some() || page.may(Verb::RequestDraft) {
        fields.push(select(
            "mine",
            "case-filter-mine",
            coded(&[("yes", "case-count-mine")]),
        ));
    }
    fields
}
