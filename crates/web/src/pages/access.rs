//! Subject access: applications of persons with their clocks, each with its next step; what this State is asked about an applicant;
//! and the letter. Whatever leaves is shown once more before it does.

use axum::Router;
use axum::routing;
use model::{Purpose, Verb};

use crate::app::App;
use crate::page::Page;
use crate::part::Rooms;
use crate::routes::{Need, Row, any, get, post};
use crate::{Problem, Signed};

mod application;
mod enquiry;
mod index;
mod letter;
mod new;

const READ: Need = any(&[Verb::AccessRead]);
const ENTER: Need = any(&[Verb::AccessEnter]);
const DECIDE: Need = any(&[Verb::AccessDecide, Verb::AccessApprove]);

/// The routes of subject access.
pub const ROUTES: &[Row] = &[
    get("/access", READ),
    get("/access/new", ENTER),
    post("/access/new", ENTER),
    get("/access/{id}", READ),
    post("/access/{id}", ENTER),
    get("/access/{id}/letter", READ),
    get("/access/asked/{from}/{id}", DECIDE),
    post("/access/asked/{from}/{id}", DECIDE),
];

/// Subject access.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/access", routing::get(index::show))
        .route("/access/new", routing::get(new::form).post(new::enter))
        .route(
            "/access/{id}",
            routing::get(application::show).post(application::step),
        )
        .route("/access/{id}/letter", routing::get(letter::show))
        .route(
            "/access/asked/{from}/{id}",
            routing::get(enquiry::show).post(enquiry::work),
        )
}

async fn reader(me: &Signed) -> Result<office::Reader, Problem> {
    me.read(Purpose::Administration).await
}

/// No rooms: the list is the room.
fn no_rooms(page: &Page) -> Rooms {
    Rooms {
        name: page.say("ui-nav-access"),
        rooms: Vec::new(),
    }
}
