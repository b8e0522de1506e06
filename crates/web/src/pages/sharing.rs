//! Sharing: the release workbench and the second person, who holds a copy and how it is taken back, what others have shared
//! with us, and encounters with whom a card is about.
//!
//! No name ever stands in an address: what is searched comes with a POST. Records themselves are pages of another file.

use std::collections::BTreeMap;

use axum::Router;
use axum::routing;
use model::{Purpose, Verb};
use office::cards::Why;

use crate::app::App;
use crate::page::Page;
use crate::part::{Room, Rooms};
use crate::routes::{Need, Row, any, get, post};
use crate::{Problem, Signed};

mod cards;
mod copies;
mod encounters;
mod export;
mod groups;
pub(super) mod met;
mod oversight;
mod releases;
mod talk;
mod told;
mod workbench;

const RECORD: Need = any(&[Verb::RecordRead]);
const PROPOSE: Need = any(&[Verb::ReleasePropose]);
const URGENT: Need = any(&[Verb::ReleaseUrgent]);
const APPROVE: Need = any(&[Verb::ReleaseApprove]);
const CARD: Need = any(&[Verb::CardRead]);
const EXPORT: Need = any(&[Verb::CardExport]);
const DECIDE: Need = any(&[Verb::EncounterDecide]);
const WORD: Need = any(&[Verb::WordWrite]);

/// The routes of sharing.
pub const ROUTES: &[Row] = &[
    get("/records/oversight", RECORD),
    post("/records/oversight", any(&[Verb::SampleLook])),
    get("/records/groups", RECORD),
    post("/records/groups", any(&[Verb::GroupKeep])),
    get("/records/{id}/release", PROPOSE),
    post("/records/{id}/release", PROPOSE),
    get("/records/{id}/copies", RECORD),
    post("/records/{id}/recall", any(&[Verb::ReleaseRecall])),
    post("/records/{id}/words", WORD),
    get("/releases/{id}", RECORD),
    post("/releases/{id}/approve", APPROVE),
    post("/releases/{id}/refuse", APPROVE),
    post("/releases/{id}/urgent", URGENT),
    get("/cards", CARD),
    post("/cards", CARD),
    get("/cards/{id}", CARD),
    get("/cards/{id}/files/{file}", CARD),
    post("/cards/{id}/words", WORD),
    post("/cards/{id}/hold", any(&[Verb::RecordHold])),
    get("/cards/{id}/export", EXPORT),
    post("/cards/{id}/export", EXPORT),
    post("/border/encounter", any(&[Verb::EncounterReport])),
    get("/encounters", DECIDE),
    get("/encounters/{id}", DECIDE),
    post("/encounters/{id}", DECIDE),
];

/// Sharing.
pub fn routes() -> Router<App> {
    Router::new()
        .route(
            "/records/oversight",
            routing::get(oversight::show).post(oversight::look_again),
        )
        .route(
            "/records/groups",
            routing::get(groups::show).post(groups::keep),
        )
        .route(
            "/records/{id}/release",
            routing::get(workbench::show).post(workbench::work),
        )
        .route("/records/{id}/copies", routing::get(copies::show))
        .route("/records/{id}/recall", routing::post(copies::recall))
        .route("/records/{id}/words", routing::post(copies::say))
        .route("/releases/{id}", routing::get(releases::show))
        .route("/releases/{id}/approve", routing::post(releases::approve))
        .route("/releases/{id}/refuse", routing::post(releases::refuse))
        .route("/releases/{id}/urgent", routing::post(releases::urgent))
        .route("/cards", routing::get(cards::index).post(cards::find))
        .route("/cards/{id}", routing::get(cards::show))
        .route("/cards/{id}/files/{file}", routing::get(cards::file))
        .route("/cards/{id}/words", routing::post(cards::say))
        .route("/cards/{id}/hold", routing::post(cards::hold))
        .route(
            "/cards/{id}/export",
            routing::get(export::look).post(export::take),
        )
        .route("/border/encounter", routing::post(met::report))
        .route("/encounters", routing::get(encounters::index))
        .route(
            "/encounters/{id}",
            routing::get(encounters::show).post(encounters::decide),
        )
}

/// What is read of records.
async fn of_records(me: &Signed) -> Result<office::Reader, Problem> {
    me.read(Purpose::Intelligence).await
}

/// What is read of cards and encounters.
async fn of_cards(me: &Signed) -> Result<office::Reader, Problem> {
    me.read(Purpose::Screening).await
}

/// Cards, and encounters with how many wait, as far as this reader may enter; `here` is the path of the one the page is in.
async fn rooms(me: &Signed, page: &Page, here: &str) -> Result<Rooms, Problem> {
    let mut rooms = Vec::new();
    if page.may(Verb::CardRead) {
        rooms.push(Room {
            href: "/cards",
            text: page.say("share-room-cards"),
            count: None,
            here: here == "/cards",
        });
    }
    if page.may(Verb::EncounterDecide) {
        let (_, waiting) = of_cards(me).await?.encounters().await?;
        rooms.push(Room {
            href: "/encounters",
            text: page.say("share-room-encounters"),
            count: (waiting > 0).then(|| super::screening::number(page, waiting)),
            here: here == "/encounters",
        });
    }
    Ok(Rooms {
        name: page.say("ui-nav-cards"),
        rooms,
    })
}

/// Fields that are lost, by why, in words.
pub(super) fn lost(page: &Page, fields: &BTreeMap<String, Why>) -> Vec<(String, Vec<String>)> {
    let mut by: BTreeMap<Why, Vec<String>> = BTreeMap::new();
    for (field, why) in fields {
        by.entry(*why).or_default().push(field.clone());
    }
    by.into_iter()
        .map(|(why, fields)| (page.code("loss", why.code()), fields))
        .collect()
}

/// A label in one line, as on the band.
pub(super) fn label_line(page: &Page, label: &model::Label) -> String {
    told::label(page, label)
}

/// Where a proposal stands, as a badge.
pub(super) fn release_badge(page: &Page, stage: model::card::ReleaseStage) -> crate::part::Badge {
    releases::stage(page, stage)
}

/// No rooms: the page stands beside a record.
pub(super) fn no_rooms(page: &Page) -> Rooms {
    alone(page)
}

/// No rooms: the page stands beside a record.
fn alone(page: &Page) -> Rooms {
    Rooms {
        name: page.say("ui-nav-cards"),
        rooms: Vec::new(),
    }
}

/// What is wrong, at its question in the form that was sent.
fn within(form: Option<&str>, (name, text): (String, String)) -> (String, String) {
    match form.filter(|_| !name.is_empty()) {
        Some(form) => (format!("{form}/{}", name.trim_start_matches('/')), text),
        None => (name, text),
    }
}
