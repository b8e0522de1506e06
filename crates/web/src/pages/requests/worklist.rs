//! `/`: what must be done today. Lanes by urgency, sorted by the time that is left; filters stand in the address.

use std::collections::BTreeMap;

use axum::extract::Query;
use model::request::{Side, Stage, Standing, Urgency, Waiting};
use model::{Purpose, Verb};
use office::reader::{Counts, RequestLine, WorklistFilter};

use super::told::{self, States};
use crate::page::{Page, Shown};
use crate::part::{Badge, Choice, Clock, Field, Pager};
use crate::{Problem, Signed};

/// The columns of the table, as keys.
const COLUMNS: [&str; 7] = [
    "case-col-state",
    "case-col-number",
    "case-col-subject",
    "case-col-stage",
    "case-col-next",
    "case-col-left",
    "case-col-waiting",
];

#[derive(Debug, askama::Template)]
#[template(path = "requests/worklist.html")]
pub(crate) struct Worklist {
    page: Page,
    may_draft: bool,
    counts: Vec<Count>,
    filters: Vec<Field>,
    filtered: bool,
    columns: [&'static str; 7],
    lanes: Vec<Lane>,
    pager: Option<Pager>,
}

#[derive(Debug)]
struct Count {
    n: u64,
    word: String,
    href: Option<String>,
    late: bool,
}

#[derive(Debug)]
struct Lane {
    code: &'static str,
    word: String,
    lines: Vec<Line>,
}

#[derive(Debug)]
struct Line {
    href: String,
    number: String,
    state_code: String,
    state: String,
    side: String,
    subject: String,
    standing: Option<String>,
    stage: Badge,
    next: String,
    ours: bool,
    clock: Option<Clock>,
    waiting: String,
    late: bool,
    emergency: bool,
    officer: Option<String>,
}

/// What the address asks for.
#[derive(Debug, Default)]
struct Asked {
    filter: WorklistFilter,
    text: String,
}

fn asked(query: &BTreeMap<String, String>) -> Asked {
    let text = |name: &str| {
        query
            .get(name)
            .map(|value| value.trim())
            .filter(|value| !value.is_empty())
    };
    let number = text("q").map(ToOwned::to_owned);
    Asked {
        text: number.clone().unwrap_or_default(),
        filter: WorklistFilter {
            side: text("side").and_then(Side::from_code),
            stages: text("stage")
                .and_then(Stage::from_code)
                .into_iter()
                .collect(),
            waiting: text("waiting").and_then(Waiting::from_code),
            counterpart: text("state").and_then(|code| code.parse().ok()),
            number,
            page: text("page")
                .and_then(|n| n.parse::<u32>().ok())
                .unwrap_or(1)
                .saturating_sub(1),
            ..WorklistFilter::default()
        },
    }
}

/// The worklist.
pub(crate) async fn show(
    me: Signed,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Shown<Worklist>, Problem> {
    let asked = asked(&query);
    let reader = me.read(Purpose::Mla).await?;
    let rows = reader.worklist(&asked.filter).await?;
    let counts = reader.counts().await?;
    let states = States::read(&me).await?;
    let page = me.page("case-list-title").refresh(60);
    let filtered = ["side", "stage", "state", "waiting", "q"]
        .iter()
        .any(|name| query.get(*name).is_some_and(|v| !v.is_empty()));
    let pages = u32::try_from(rows.total.div_ceil(u64::from(rows.size.max(1)))).unwrap_or(u32::MAX);
    let pager = (pages > 1).then(|| Pager::of(&page, rows.page + 1, pages));
    Ok(Shown(Worklist {
        may_draft: page.may(Verb::RequestDraft),
        counts: figures(&page, &counts),
        filters: filters(&page, &asked, &states, &me),
        lanes: lanes(&page, &states, rows.rows.iter()),
        columns: COLUMNS,
        filtered,
        pager,
        page,
    }))
}

fn figures(page: &Page, counts: &Counts) -> Vec<Count> {
    let count = |n: u64, key: &str, href: Option<&str>, late: bool| Count {
        n,
        word: page.say(key),
        href: href.map(ToOwned::to_owned),
        late,
    };
    vec![
        count(
            counts.overdue,
            "case-count-overdue",
            None,
            counts.overdue > 0,
        ),
        count(counts.due_today, "case-count-due-today", None, false),
        count(
            counts.new,
            "case-count-new",
            Some("/?side=incoming&stage=delivered"),
            false,
        ),
        count(counts.open, "case-count-open", Some("/"), false),
    ]
}

fn filters(page: &Page, asked: &Asked, states: &States, me: &Signed) -> Vec<Field> {
    let all = |none: bool| Choice::new("", page.say("case-filter-all"), none);
    let side = |side: Side| {
        Choice::new(
            side.code(),
            page.code("case-side", side.code()),
            asked.filter.side == Some(side),
        )
    };
    let waits = |code: &'static str, who: Waiting, key: &str| {
        Choice::new(code, page.say(key), asked.filter.waiting == Some(who))
    };
    let stage = |stage: &Stage| {
        Choice::new(
            stage.code(),
            page.code("stage", stage.code()),
            asked.filter.stages.contains(stage),
        )
    };
    let mut partners = vec![all(asked.filter.counterpart.is_none())];
    partners.extend(
        states
            .all()
            .iter()
            .filter(|entry| &entry.code != me.office().state())
            .map(|entry| {
                Choice::new(
                    entry.code.as_str(),
                    states.name(&entry.code),
                    asked.filter.counterpart.as_ref() == Some(&entry.code),
                )
            }),
    );
    let mut stages = vec![all(asked.filter.stages.is_empty())];
    stages.extend(Stage::ALL.iter().map(stage));
    vec![
        Field::select(
            "side",
            page.say("case-filter-side"),
            vec![
                all(asked.filter.side.is_none()),
                side(Side::Incoming),
                side(Side::Outgoing),
            ],
        ),
        Field::select(
            "waiting",
            page.say("case-filter-waiting"),
            vec![
                all(asked.filter.waiting.is_none()),
                waits("us", Waiting::Us, "case-us"),
                waits("them", Waiting::Them, "case-them"),
            ],
        ),
        Field::select("state", page.say("case-filter-state"), partners),
        Field::select("stage", page.say("case-filter-stage"), stages),
        Field::text("q", page.say("case-filter-text"), asked.text.clone()).line("search"),
    ]
}

fn lanes<'a>(
    page: &Page,
    states: &States,
    rows: impl Iterator<Item = &'a RequestLine>,
) -> Vec<Lane> {
    let mut sorted: Vec<&RequestLine> = rows.collect();
    sorted.sort_by_key(|row| {
        (
            row.next_clock.is_none(),
            row.next_clock.as_ref().map(|clock| clock.due_at(page.now)),
        )
    });
    let lane = |code: &'static str, belongs: &dyn Fn(&RequestLine) -> bool| Lane {
        code,
        word: page.say(&format!("case-lane-{code}")),
        lines: sorted
            .iter()
            .filter(|row| belongs(row))
            .map(|row| line(page, states, row))
            .collect(),
    };
    let open = |row: &RequestLine, urgency: Urgency| {
        !row.request.stage.is_over() && row.request.urgency_here() == urgency
    };
    let lanes = [
        lane("emergency", &|row| open(row, Urgency::Emergency)),
        lane("urgent", &|row| open(row, Urgency::Urgent)),
        lane("normal", &|row| open(row, Urgency::Normal)),
        lane("done", &|row| row.request.stage.is_over()),
    ];
    lanes
        .into_iter()
        .filter(|lane| !lane.lines.is_empty())
        .collect()
}

fn line(page: &Page, states: &States, row: &RequestLine) -> Line {
    let request = &row.request;
    let clock = row.next_clock.as_ref();
    let partner = request.partner();
    Line {
        href: format!("/requests/{}", request.id),
        number: request.number.clone(),
        state_code: partner.to_string(),
        state: states.name(partner),
        side: page.code("case-side", request.side.code()),
        subject: super::show::subject(request).unwrap_or_else(|| page.kind(&request.template)),
        standing: match (&request.dispute, &request.standing) {
            (Some(_), _) => Some(page.say("case-next-trouble")),
            (None, Standing::Complete) => None,
            (None, standing) => Some(told::standing(page, standing)),
        },
        stage: Badge::stage(page, &request.stage),
        next: told::next(page, request),
        ours: row.waiting == Waiting::Us,
        clock: clock.map(|clock| page.clock(clock)),
        waiting: page.say(match row.waiting {
            Waiting::Us => "case-us",
            Waiting::Them => "case-them",
            Waiting::Nobody => "case-waiting-nobody",
        }),
        officer: row.officer.clone(),
        late: clock.is_some_and(|clock| clock.overdue(page.now)),
        emergency: request.urgency_here() == Urgency::Emergency,
    }
}
