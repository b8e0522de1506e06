//! How the node is: part by part for people (`/health`), and in one word for machines (`/healthz`, `/readyz`).

use askama::Template;
use axum::response::{IntoResponse, Response};
use axum::routing;
use axum::{Json, Router};
use http::StatusCode;
use model::Verb;
use office::health;
use serde_json::json;

use crate::app::App;
use crate::page::{Page, Shown};
use crate::part::When;
use crate::routes::{Need, Row, any, get};
use crate::{Ctx, Problem, Signed, words};

/// The routes of the health.
pub const ROUTES: &[Row] = &[
    get("/health", any(&[Verb::HealthRead])),
    get("/healthz", Need::Open),
    get("/readyz", Need::Open),
];

/// Health.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/health", routing::get(index))
        .route("/healthz", routing::get(live))
        .route("/readyz", routing::get(ready))
}

#[derive(Debug, Template)]
#[template(path = "health.html")]
struct HealthPage {
    page: Page,
    ok: bool,
    parts: Vec<(String, bool, String)>,
    version: String,
    node_id: String,
    now: When,
}

async fn index(me: Signed) -> Result<Shown<HealthPage>, Problem> {
    let readiness = health::ready(me.office()).await;
    let page = me.page("ui-health").refresh(30);
    let word = |name: &str| {
        let key = words::key("ui-part", name);
        if words::known(&key) {
            page.say(&key)
        } else {
            name.to_owned()
        }
    };
    let ok = readiness.parts.iter().all(|part| part.ok);
    let parts = readiness
        .parts
        .into_iter()
        .map(|part| (word(part.name), part.ok, page.code("ui-part-is", part.code)))
        .collect();
    let version = me.ctx().app().settings().version.clone();
    let now = page.when(&page.now());
    Ok(Shown(HealthPage {
        ok,
        parts,
        version,
        node_id: me.office().node_id(),
        now,
        page,
    }))
}

/// The process answers.
async fn live() -> &'static str {
    "ok\n"
}

/// Every part works: 200, else 503. Names of parts only, no texts: anybody may ask.
async fn ready(ctx: Ctx) -> Response {
    let readiness = health::ready(ctx.app().office()).await;
    let status = if readiness.ok {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    let parts: serde_json::Map<_, _> = readiness
        .parts
        .into_iter()
        .map(|part| (part.name.to_owned(), json!(part.ok)))
        .collect();
    (
        status,
        Json(json!({ "ready": readiness.ok, "parts": parts })),
    )
        .into_response()
}
