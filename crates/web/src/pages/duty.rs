//! The 24/7 desk: is anything burning? Three lanes, big clocks, and the next act as one button with a key of its own.

use std::collections::HashSet;

use axum::Router;
use axum::routing;
use jiff::Timestamp;
use model::request::{Request, Side, Stage, Urgency, Waiting};
use model::{Purpose, Verb};
use office::reader::{Reader, RequestLine, WorklistFilter};

use super::requests::show::subject;
use super::requests::told::{self, States};
use crate::app::App;
use crate::page::{Page, Shown};
use crate::part::{Badge, Clock, Field, Urgent};
use crate::routes::{Row, any, get};
use crate::{Problem, Signed};

/// The routes of the duty desk.
pub const ROUTES: &[Row] = &[get(
    "/duty",
    any(&[Verb::RequestRegister, Verb::RequestAcknowledge]),
)];

/// How often the page looks again, with or without scripts.
const RELOAD_S: u32 = 30;
/// Keys of the acts, in the order of the page.
const KEYS: [&str; 9] = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/// The duty desk.
pub fn routes() -> Router<App> {
    Router::new().route("/duty", routing::get(index))
}

#[derive(Debug, askama::Template)]
#[template(path = "duty/index.html")]
struct Index {
    page: Page,
    as_of: String,
    quiet: bool,
    lanes: Vec<Lane>,
}

#[derive(Debug)]
struct Lane {
    code: &'static str,
    word: String,
    cases: Vec<Case>,
}

#[derive(Debug)]
struct Case {
    id: String,
    number: String,
    state: String,
    subject: String,
    stage: Badge,
    urgency: Urgent,
    clock: Option<Clock>,
    late: bool,
    act: Option<Act>,
    next: String,
}

/// The next act of a case as one form.
#[derive(Debug)]
struct Act {
    action: String,
    version: i64,
    fields: Vec<Field>,
    word: String,
    key: &'static str,
}

async fn index(me: Signed) -> Result<Shown<Index>, Problem> {
    let reader = me.read(Purpose::Mla).await?;
    let page = me.page("case-duty-title").refresh(RELOAD_S);
    let [new, running, waiting] = found(&reader, page.now).await?;
    let states = States::read(&me).await?;
    let now = page.now.to_zoned(page.zone.clone());
    let mut keys = KEYS.iter().copied();
    let mut taken = HashSet::new();
    let mut lane = |code: &'static str, mut cases: Vec<RequestLine>| {
        cases.retain(|row| taken.insert(row.request.id));
        cases.sort_by_key(|row| {
            row.next_clock
                .as_ref()
                .map_or(i64::MAX, |clock| clock.due_at(page.now).as_second())
        });
        let cases = cases
            .iter()
            .map(|row| case(&page, &states, row, &mut keys))
            .collect();
        Lane {
            code,
            word: page.say(&format!("case-duty-{code}")),
            cases,
        }
    };
    let lanes = vec![
        lane("new", new),
        lane("running", running),
        lane("waiting", waiting),
    ];
    let as_of = page.say1(
        "case-duty-refreshed",
        "time",
        format!("{:02}:{:02}", now.hour(), now.minute()),
    );
    Ok(Shown(Index {
        as_of,
        quiet: lanes.iter().all(|lane| lane.cases.is_empty()),
        lanes,
        page,
    }))
}

/// What is new, what runs and what waits for us. Each is asked for by itself: what is normal hides nothing that is urgent.
async fn found(reader: &Reader, now: Timestamp) -> Result<[Vec<RequestLine>; 3], Problem> {
    let urgent = WorklistFilter {
        urgency: Some(Urgency::Urgent),
        ..WorklistFilter::default()
    };
    let arrived = WorklistFilter {
        side: Some(Side::Incoming),
        stages: vec![Stage::Delivered],
        ..urgent.clone()
    };
    let ours = WorklistFilter {
        waiting: Some(Waiting::Us),
        ..urgent.clone()
    };
    let late = WorklistFilter {
        due_before: Some(now),
        urgency: None,
        ..ours.clone()
    };
    let new = reader.worklist(&arrived).await?.rows;
    let wound = WorklistFilter {
        due_before: Some(Timestamp::MAX),
        ..urgent
    };
    let running = reader.worklist(&wound).await?.rows;
    let mut waiting = reader.worklist(&ours).await?.rows;
    waiting.extend(reader.worklist(&late).await?.rows);
    Ok([new, running, waiting])
}

fn overdue(page: &Page, row: &RequestLine) -> bool {
    row.next_clock
        .as_ref()
        .is_some_and(|clock| clock.overdue(page.now))
}

fn case(
    page: &Page,
    states: &States,
    row: &RequestLine,
    keys: &mut impl Iterator<Item = &'static str>,
) -> Case {
    let request = &row.request;
    let act = act(page, request).map(|act| Act {
        key: keys.next().unwrap_or_default(),
        ..act
    });
    Case {
        id: request.id.to_string(),
        number: request.number.clone(),
        state: states.name(request.partner()),
        subject: subject(request).unwrap_or_else(|| page.kind(&request.template)),
        stage: Badge::stage(page, &request.stage),
        urgency: page.urgency(&request.urgency_here()),
        clock: row.next_clock.as_ref().map(|clock| page.clock(clock)),
        late: overdue(page, row),
        next: told::next(page, request),
        act,
    }
}

/// What the duty officer can do at once: register what arrived, acknowledge what is registered.
fn act(page: &Page, request: &Request) -> Option<Act> {
    let (verb, step, key) = match (request.side, request.stage) {
        (Side::Incoming, Stage::Delivered) => {
            (Verb::RequestRegister, "register", "case-duty-register")
        }
        (Side::Incoming, Stage::Registered) => (
            Verb::RequestAcknowledge,
            "acknowledge",
            "case-duty-acknowledge",
        ),
        _ => return None,
    };
    let reference = request.our_reference.clone().unwrap_or_default();
    let mut field =
        Field::text("reference", page.say("case-do-reference"), reference).width("half");
    if step == "acknowledge" {
        field = field.required();
    }
    page.may(verb).then(|| Act {
        action: format!("/requests/{}/{step}", request.id),
        version: request.version,
        fields: vec![field],
        word: page.say1(key, "number", &request.number),
        key: "",
    })
}
