//! The screening desk: one name, a file of names, the hits that wait for a decision, the decisions that hold, the subjects that
//! are watched. What the machine says is advice; nothing is kept of what a person says before that person has seen it again.
//!
//! No name ever stands in an address: what is asked comes with a POST.

use std::collections::BTreeMap;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing;
use jiff::Timestamp;
use jiff::civil::Date;
use model::{OfficerId, Purpose, Verb, limits};

use crate::app::App;
use crate::page::{Page, Shown};
use crate::part::{Errors, Hidden, Pager, Room, Rooms, When};
use crate::routes::{Need, Row, any, get, post};
use crate::{PostForm, Problem, Signed};

mod ask;
pub(crate) mod files;
mod hits;
mod question;
mod reviews;
mod watches;

const CHECK: Need = any(&[Verb::ScreenCheck]);
const FILE: Need = any(&[Verb::ScreenFile]);
const QUEUE: Need = any(&[Verb::ScreenQueueRead]);
const REVIEW: Need = any(&[Verb::ScreenReview]);
const WATCH: Need = any(&[Verb::ScreenWatch]);

/// The routes of screening.
pub const ROUTES: &[Row] = &[
    get("/screening", CHECK),
    post("/screening", CHECK),
    get("/screening/files", FILE),
    post("/screening/files", FILE),
    get("/screening/files/{id}", FILE),
    get("/screening/files/{id}/result", FILE),
    get("/screening/hits", QUEUE),
    get("/screening/hits/{id}", QUEUE),
    post("/screening/hits/{id}", REVIEW),
    get("/screening/reviews", QUEUE),
    get("/screening/reviews/{id}", QUEUE),
    post("/screening/reviews/{id}", REVIEW),
    get("/screening/watches", QUEUE),
    get("/screening/watches/new", WATCH),
    post("/screening/watches", WATCH),
    get("/screening/watches/{id}", QUEUE),
    post("/screening/watches/{id}", WATCH),
];

/// Screening.
pub fn routes() -> Router<App> {
    // Room for the other inputs beside the file.
    let upload = routing::get(files::index)
        .post(files::start)
        .layer(DefaultBodyLimit::max(
            limits::SCREEN_FILE_BYTES_MAX + (1 << 20),
        ));
    Router::new()
        .route("/screening", routing::get(ask::index).post(ask::check))
        .route("/screening/files", upload)
        .route("/screening/files/{id}", routing::get(files::show))
        .route("/screening/files/{id}/result", routing::get(files::result))
        .route("/screening/hits", routing::get(hits::index))
        .route(
            "/screening/hits/{id}",
            routing::get(hits::show).post(hits::decide),
        )
        .route("/screening/reviews", routing::get(reviews::index))
        .route(
            "/screening/reviews/{id}",
            routing::get(reviews::show).post(reviews::withdraw),
        )
        .route(
            "/screening/watches",
            routing::get(watches::index).post(watches::enrol),
        )
        .route("/screening/watches/new", routing::get(watches::new))
        .route(
            "/screening/watches/{id}",
            routing::get(watches::show).post(watches::stop),
        )
}

/// Path and word of each room.
const ROOMS: &[(&str, &str)] = &[
    ("/screening", "screen-room-ask"),
    ("/screening/files", "screen-room-files"),
    ("/screening/hits", "screen-room-hits"),
    ("/screening/reviews", "screen-room-reviews"),
    ("/screening/watches", "screen-room-watches"),
];

/// A page of what is asked again before it is kept: what will be kept, and two ways on.
#[derive(Debug, askama::Template)]
#[template(path = "screening/confirm.html")]
pub(super) struct Confirm {
    pub(super) page: Page,
    pub(super) rooms: Rooms,
    pub(super) lead: String,
    pub(super) facts: Vec<(String, String)>,
    /// Where the form goes.
    pub(super) action: String,
    pub(super) hidden: Hidden,
    /// What was entered before, carried along.
    pub(super) carried: Vec<(String, String)>,
    /// What its button says.
    pub(super) button: String,
    pub(super) grave: bool,
    /// Whether "change it" leads back to the form with what was entered.
    pub(super) change: bool,
    /// Where the way out leads.
    pub(super) back: String,
}

/// One kept thing, and the button that ends it where the reader may.
struct Kept<'k> {
    /// The path of the room it is in.
    room: &'static str,
    /// Its id, without its kind.
    id: &'k str,
    version: i64,
    /// The key of the line above it.
    lead: &'static str,
    facts: Vec<(String, String)>,
    /// The key of the button's word.
    button: &'static str,
    /// Whether this reader may end it, and it has not ended.
    open: bool,
}

impl Kept<'_> {
    async fn show(self, me: &Signed, page: Page) -> Result<Shown<Confirm>, Problem> {
        let (room, id) = (self.room, self.id);
        Ok(Shown(Confirm {
            rooms: rooms(me, &page, room).await?,
            lead: page.say(self.lead),
            facts: self.facts,
            action: match self.open {
                true => format!("{room}/{id}"),
                false => String::new(),
            },
            hidden: page.hidden_at(&self.version),
            carried: Vec::new(),
            button: page.say(self.button),
            grave: true,
            change: false,
            back: room.to_owned(),
            page,
        }))
    }
}

/// Which step of a form that is confirmed was posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Show the form with what came along.
    Begin,
    /// Look at it and show what will be kept.
    Look,
    /// Keep it.
    Keep,
}

/// The input that names the step.
const STEP: &str = "step";

impl Step {
    pub(super) fn of(form: &PostForm) -> Self {
        match form.text(STEP) {
            "begin" => Self::Begin,
            "keep" => Self::Keep,
            _ => Self::Look,
        }
    }
}

/// The inputs of a form, as they are carried through its confirmation.
pub(super) fn carried(form: &PostForm) -> Vec<(String, String)> {
    let ours = |name: &str| name == STEP || name.starts_with('_');
    let pairs = form.pairs().filter(|(name, _)| !ours(name));
    pairs
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// The rooms that this reader may enter; `here` is the path of the one the page is in.
async fn rooms(me: &Signed, page: &Page, here: &str) -> Result<Rooms, Problem> {
    let roles = &me.officer().roles;
    let waiting = match page.may(Verb::ScreenQueueRead) {
        true => reader(me).await?.hits_waiting().await?,
        false => 0,
    };
    let may = |path: &str| {
        let row = ROUTES
            .iter()
            .find(|row| row.path == path && row.method == "GET");
        row.is_some_and(|row| crate::routes::passes(row.need, Some(roles)))
    };
    let rooms = ROOMS.iter().filter(|(path, _)| may(path));
    let rooms = rooms.map(|(path, word)| Room {
        href: path,
        text: page.say(word),
        count: (*path == "/screening/hits" && waiting > 0).then(|| number(page, waiting)),
        here: *path == here,
    });
    Ok(Rooms {
        name: page.say("screen-rooms"),
        rooms: rooms.collect(),
    })
}

async fn reader(me: &Signed) -> Result<office::Reader, Problem> {
    me.read(Purpose::Screening).await
}

pub(super) fn number(page: &Page, n: u64) -> String {
    paper::words::number(page.lang, i64::try_from(n).unwrap_or(i64::MAX))
}

/// The number of the page an address asks for, counted from 0.
pub(super) fn asked_page(query: &BTreeMap<String, String>) -> u32 {
    let asked = query.get("page").and_then(|text| text.parse::<u32>().ok());
    asked.unwrap_or(1).saturating_sub(1)
}

/// Previous and next, where there is more than one page.
pub(super) fn pager(page: &Page, (number, total, size): (u32, u64, u32)) -> Option<Pager> {
    let pages = total.div_ceil(u64::from(size.max(1)));
    let pages = u32::try_from(pages).unwrap_or(u32::MAX);
    (pages > 1).then(|| Pager::of(page, number.saturating_add(1), pages))
}

/// An id without its kind, as it stands in an address.
pub(super) fn bare(id: &str) -> &str {
    id.split_once(':').map_or(id, |(_, bare)| bare)
}

/// The name of an officer of this State; the id where the account is gone.
pub(super) fn officer(names: &[(OfficerId, String)], id: OfficerId) -> String {
    let known = names.iter().find(|(known, _)| *known == id);
    known.map_or_else(|| id.to_string(), |(_, name)| name.clone())
}

/// The last day on which something holds that ends at `until`.
fn last_day(page: &Page, until: Timestamp) -> When {
    let moment = until.saturating_sub(jiff::SignedDuration::from_secs(1));
    let moment = moment.unwrap_or(until);
    page.day(&moment.to_zoned(page.zone.clone()).date())
}

/// The end of a day that was named. A day that is not further away than so many days is never too far, whatever the hour.
fn end_of(page: &Page, day: Date, days_max: i64) -> Result<Timestamp, Problem> {
    let malformed = || Problem::input("MALFORMED", "until");
    let start = |day: Date| day.to_zoned(page.zone.clone()).map(|at| at.timestamp());
    let next = day.tomorrow().map_err(|_| malformed())?;
    let (begin, end) = (
        start(day).map_err(|_| malformed())?,
        start(next).map_err(|_| malformed())?,
    );
    let longest = end_of_days(page, days_max);
    Ok(if begin <= longest {
        end.min(longest)
    } else {
        end
    })
}

/// So many days from now.
fn end_of_days(page: &Page, days: i64) -> Timestamp {
    let end = page
        .now()
        .saturating_add(jiff::SignedDuration::from_hours(24 * days));
    end.unwrap_or(Timestamp::MAX)
}

/// No errors.
pub(super) fn none(page: &Page) -> Errors {
    Errors::of(page, Vec::new())
}
