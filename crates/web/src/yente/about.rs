//! What a client asks of the service itself: whether it lives, which lists it holds, how it compares.

use axum::extract::State;
use axum::response::IntoResponse as _;
use axum::{Json, Router};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use office::screening::ask::{Dataset, library};
use serde_json::{Value, json};

use super::{Fault, Program, Told, algorithms, openapi};
use crate::app::App;

pub(super) fn routes() -> Router<App> {
    use axum::routing::{get, post};
    Router::new()
        .route("/yente/healthz", get(async || ok()))
        .route("/yente/readyz", get(ready))
        .route(
            "/yente/openapi.json",
            get(async || Json(openapi::document())),
        )
        .route("/yente/algorithms", get(async || Json(algorithms::told())))
        .route("/yente/catalog", get(catalog))
        .route("/yente/manifest", get(catalog))
        .route("/yente/updatez", post(update))
}

fn ok() -> Json<Value> {
    Json(json!({ "status": "ok" }))
}

async fn ready(State(app): State<App>) -> Told {
    match office::health::ready(app.office()).await.ok {
        true => Ok(ok().into_response()),
        false => Err(Fault::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "NOT-READY",
            "Index not ready.",
        )),
    }
}

/// A new version of a list comes in as an import by an officer, never because a program says so.
async fn update() -> Fault {
    let what =
        "Lists are imported by this node's officers: comity list import, or the page of lists.";
    Fault::new(StatusCode::FORBIDDEN, "BY-IMPORT", what)
}

fn told(dataset: &Dataset) -> Value {
    let version = Some(&dataset.version).filter(|version| !version.is_empty());
    let imported = dataset
        .imported
        .map(|at| at.strftime("%Y-%m-%dT%H:%M:%S").to_string());
    let (entities, things) = dataset.records;
    json!({
        "name": dataset.name, "title": dataset.title, "version": version, "load": dataset.imported_here,
        "index_version": version.filter(|_| !dataset.damaged),
        "index_current": dataset.imported_here && !dataset.damaged,
        "children": dataset.children, "updated_at": imported, "last_export": imported,
        "entity_count": entities, "thing_count": things, "checksum": Some(&dataset.sha256).filter(|s| !s.is_empty()),
        "entities_url": null, "delta_url": null, "namespace": false, "resources": [], "tags": [], "deprecated": false,
    })
}

/// Whether the client holds what it would be answered (RFC 9110, 13.1.2).
fn held(headers: &HeaderMap, tag: &str) -> bool {
    let asked = headers.get_all(header::IF_NONE_MATCH).iter();
    let asked = asked.filter_map(|value| value.to_str().ok());
    asked
        .flat_map(|line| line.split(','))
        .map(|text| text.trim().trim_start_matches("W/"))
        .any(|text| text == "*" || text == tag)
}

async fn catalog(program: Program, headers: HeaderMap) -> Told {
    let library = library(program.ctx.app().office());
    let named = |some: &dyn Fn(&Dataset) -> bool| -> Vec<&str> {
        let own = library
            .datasets
            .iter()
            .filter(|d| d.imported_here && some(d));
        own.map(|dataset| dataset.name.as_str()).collect()
    };
    let (current, outdated) = (named(&|d| !d.damaged), named(&|d| d.damaged));
    let datasets: Vec<Value> = library.datasets.iter().map(told).collect();
    let body = json!({
        "datasets": datasets, "current": current, "outdated": outdated, "index_stale": !outdated.is_empty(),
    });
    let tag = format!("\"{}\"", office::screening::ask::mark(&body.to_string()));
    let cache = HeaderValue::from_static("public, max-age=300");
    let told = HeaderValue::from_str(&tag).map_err(|_| Fault::bad("the lists cannot be told"))?;
    let headers_out = [(header::ETAG, told), (header::CACHE_CONTROL, cache)];
    Ok(match held(&headers, &tag) {
        true => (StatusCode::NOT_MODIFIED, headers_out).into_response(),
        false => (headers_out, Json(body)).into_response(),
    })
}
