//! The analyst's pages: records of persons and things, what is said of them with its label and grade, and changing it; what came in
//! the formats of others. Releasing and recalling stand in `sharing`.
//!
//! No name ever stands in an address: what is searched comes with a POST.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing;
use model::{Purpose, Verb, limits};
use office::records::BIOMETRIC_BYTES_MAX;

use crate::app::App;
use crate::routes::{Need, Row, any, get, post};
use crate::{Problem, Signed};

mod attach;
mod change;
mod forms;
mod graph;
mod intake;
mod label;
mod lacks;
mod list;
mod new;
mod show;
mod why;

pub(crate) use show::in_bulk;

const READ: Need = any(&[Verb::RecordRead]);
const KEEP: Need = any(&[Verb::RecordKeep]);

/// The routes of records.
pub const ROUTES: &[Row] = &[
    get("/records", READ),
    post("/records", READ),
    get("/records/new", KEEP),
    post("/records/new", KEEP),
    get("/records/{id}", READ),
    get("/records/{id}/why", READ),
    post("/records/{id}/why", READ),
    get("/records/{id}/graph", READ),
    post("/records/{id}/changes", KEEP),
    get("/records/{id}/attach", KEEP),
    post("/records/{id}/attach", KEEP),
    get("/records/{id}/files/{assertion}", READ),
    post("/records/{id}/hold", any(&[Verb::RecordHold])),
    post("/records/{id}/free", any(&[Verb::ReleaseApprove])),
    get("/intake", READ),
    post("/intake", KEEP),
    get("/intake/{id}", READ),
    post("/intake/{id}", KEEP),
];

/// Records.
pub fn routes() -> Router<App> {
    // Room for the other inputs beside the file.
    let attach = routing::get(attach::form)
        .post(attach::attach)
        .layer(DefaultBodyLimit::max(BIOMETRIC_BYTES_MAX + (1 << 20)));
    let intake = routing::get(intake::index)
        .post(intake::import)
        .layer(DefaultBodyLimit::max(limits::IMPORT_BYTES_MAX + (1 << 20)));
    Router::new()
        .route("/intake", intake)
        .route(
            "/intake/{id}",
            routing::get(intake::show).post(intake::take),
        )
        .route("/records", routing::get(list::index).post(list::find))
        .route("/records/new", routing::get(new::form).post(new::open))
        .route("/records/{id}", routing::get(show::show))
        .route("/records/{id}/why", routing::get(why::form).post(why::say))
        .route("/records/{id}/graph", routing::get(graph::show))
        .route("/records/{id}/changes", routing::post(change::change))
        .route("/records/{id}/attach", attach)
        .route(
            "/records/{id}/files/{assertion}",
            routing::get(attach::download),
        )
        .route("/records/{id}/hold", routing::post(change::hold))
        .route("/records/{id}/free", routing::post(change::free))
}

/// What is read of records.
async fn reader(me: &Signed) -> Result<office::Reader, Problem> {
    me.read(Purpose::Intelligence).await
}

/// The day it is, as labels and provenance count days.
fn today(me: &Signed) -> jiff::civil::Date {
    let now = me.office().now();
    now.to_zoned(jiff::tz::TimeZone::UTC).date()
}
