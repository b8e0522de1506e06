//! The JSON API: the same acts as the pages, for programs. Described by `/openapi.json` (OpenAPI 3.1).
//!
//! Who calls proves it by a bearer token (the token of a session), or by the session cookie together with the header
//! `Comity-CSRF`. Every answer that is not a success is `application/problem+json` (RFC 9457) with a stable code.

use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router};
use http::{HeaderValue, StatusCode, header};
use model::Verb;
use serde::de::DeserializeOwned;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{IntoResponses, Modify, OpenApi};
use utoipa_axum::router::OpenApiRouter;

use crate::app::App;
use crate::csrf;
use crate::problem::ProblemJson;
use crate::routes::{Need, Row, any, get, post};
use crate::{Ctx, Problem};

mod assignments;
mod convert;
mod desk;
mod docket;
pub mod evidence;
mod formats;
mod letters;
pub mod node;
mod records;
mod releases;
pub mod requests;
mod safeguards;
pub mod screen;
pub mod screening;
pub mod session;
mod sharing;
mod views;

/// The routes of the API, as the gate reads them.
pub const ROUTES: &[Row] = &[
    get("/openapi.json", Need::Open),
    post("/api/1/session", Need::Open),
    get("/api/1/session", Need::SignedIn),
    Row {
        method: "DELETE",
        path: "/api/1/session",
        need: Need::SignedIn,
    },
    get("/api/1/requests", any(&[Verb::RequestRead])),
    post("/api/1/requests", any(&[Verb::RequestDraft])),
    get("/api/1/requests/{id}", any(&[Verb::RequestRead])),
    Row {
        method: "PUT",
        path: "/api/1/requests/{id}",
        need: any(&[Verb::RequestEdit]),
    },
    get("/api/1/requests/{id}/check", any(&[Verb::RequestRead])),
    get("/api/1/requests/{id}/dry-check", any(&[Verb::RequestRead])),
    get(
        "/api/1/requests/{id}/translation",
        any(&[Verb::RequestRead]),
    ),
    post(
        "/api/1/requests/{id}/translation",
        any(&[Verb::RequestEdit]),
    ),
    post(
        "/api/1/requests/{id}/translation/certify",
        any(&[Verb::RequestEdit]),
    ),
    get("/api/1/requests/{id}/defence", any(&[Verb::SafeguardRead])),
    post(
        "/api/1/requests/{id}/defence/export",
        any(&[Verb::EvidenceExport]),
    ),
    post("/api/1/requests/{id}/package", any(&[Verb::RequestRead])),
    post("/api/1/paper/scan", any(&[Verb::RequestRead])),
    post("/api/1/requests/{id}/acts/{verb}", any(requests::VERBS)),
    post(
        "/api/1/requests/{id}/evidence",
        any(&[Verb::EvidenceAttach]),
    ),
    get(
        "/api/1/requests/{id}/evidence/{evidence}",
        any(&[Verb::RequestRead]),
    ),
    post(
        "/api/1/requests/{id}/evidence/{evidence}/open",
        any(&[Verb::EvidenceOpen]),
    ),
    get("/api/1/requests/{id}/steps", any(&[Verb::RequestRead])),
    post("/api/1/requests/{id}/letters", any(&[Verb::RequestTell])),
    post("/api/1/paper-requests", any(&[Verb::RequestTakeDown])),
    post("/api/1/requests/{id}/convert", any(&[Verb::RequestDraft])),
    post("/api/1/docket", any(&[Verb::DocketImport])),
    get(
        "/api/1/requests/{id}/assignments",
        any(&[Verb::RequestRead]),
    ),
    post(
        "/api/1/requests/{id}/assignments",
        any(&[Verb::AssignmentGive]),
    ),
    get("/api/1/assignments/{id}", any(&[Verb::RequestRead])),
    post(
        "/api/1/assignments/{id}/remind",
        any(&[Verb::AssignmentRemind]),
    ),
    post("/api/1/assignments/{id}/end", any(&[Verb::AssignmentEnd])),
    post("/api/1/search", any(&[Verb::RequestRead])),
    get("/api/1/statistics", any(&[Verb::RequestRead])),
    get("/api/1/statistics/cases", any(&[Verb::RequestRead])),
    get(
        "/api/1/requests/{id}/safeguards",
        any(&[Verb::SafeguardRead]),
    ),
    post(
        "/api/1/requests/{id}/safeguards",
        any(&[Verb::SafeguardNote]),
    ),
    get(
        "/api/1/requests/{id}/safeguards/consent",
        any(&[Verb::SafeguardRead]),
    ),
    post(
        "/api/1/requests/{id}/complaints",
        any(&[Verb::ComplaintMake]),
    ),
    get("/api/1/complaints", any(&[Verb::ComplaintRead])),
    post(
        "/api/1/complaints/{id}/answer",
        any(&[Verb::ComplaintAnswer]),
    ),
    post("/api/1/screen/check", any(&[Verb::ScreenCheck])),
    get("/api/1/screen/files", any(&[Verb::ScreenFile])),
    post("/api/1/screen/files", any(&[Verb::ScreenFile])),
    get("/api/1/screen/files/{id}", any(&[Verb::ScreenFile])),
    get("/api/1/screen/files/{id}/result", any(&[Verb::ScreenFile])),
    get("/api/1/screen/queue", any(&[Verb::ScreenQueueRead])),
    get("/api/1/screen/queue/{id}", any(&[Verb::ScreenQueueRead])),
    post(
        "/api/1/screen/queue/{id}/decide",
        any(&[Verb::ScreenReview]),
    ),
    get("/api/1/screen/reviews", any(&[Verb::ScreenQueueRead])),
    post("/api/1/screen/reviews", any(&[Verb::ScreenReview])),
    post(
        "/api/1/screen/reviews/{id}/withdraw",
        any(&[Verb::ScreenReview]),
    ),
    get("/api/1/screen/watches", any(&[Verb::ScreenQueueRead])),
    post("/api/1/screen/watches", any(&[Verb::ScreenWatch])),
    post("/api/1/screen/watches/{id}/stop", any(&[Verb::ScreenWatch])),
    get("/api/1/screen/log", any(&[Verb::ScreenLogRead])),
    get("/api/1/screen/log/{id}", any(&[Verb::ScreenQueueRead])),
    post("/api/1/screen/log/{id}/prove", Need::SignedIn),
    post("/api/1/records", any(&[Verb::RecordKeep])),
    get("/api/1/records/{id}", any(&[Verb::RecordRead])),
    post(
        "/api/1/records/{id}/consultations",
        any(&[Verb::RecordRead]),
    ),
    get("/api/1/groups", any(&[Verb::RecordRead])),
    post("/api/1/groups", any(&[Verb::GroupKeep])),
    post(
        "/api/1/records/{id}/look",
        any(&[Verb::ReleasePropose, Verb::ReleaseApprove]),
    ),
    post(
        "/api/1/records/{id}/proposals",
        any(&[Verb::ReleasePropose]),
    ),
    post("/api/1/records/{id}/recall", any(&[Verb::ReleaseRecall])),
    post("/api/1/releases/{id}/approve", any(&[Verb::ReleaseApprove])),
    post("/api/1/releases/{id}/refuse", any(&[Verb::ReleaseApprove])),
    post("/api/1/releases/{id}/urgent", any(&[Verb::ReleaseUrgent])),
    get("/api/1/cards", any(&[Verb::CardRead])),
    get("/api/1/cards/{id}", any(&[Verb::CardRead])),
    post("/api/1/cards/{id}/export", any(&[Verb::CardExport])),
    get("/api/1/intake", any(&[Verb::RecordRead])),
    post("/api/1/intake", any(&[Verb::RecordKeep])),
    post("/api/1/intake/{id}/take", any(&[Verb::RecordKeep])),
    post("/api/1/encounters", any(&[Verb::EncounterReport])),
    post(
        "/api/1/encounters/{id}/decision",
        any(&[Verb::EncounterDecide]),
    ),
    get("/api/1/lists", any(&[Verb::ListRead])),
    get("/api/1/directory", any(&[Verb::DirectoryRead])),
    post("/api/1/directory", any(&[Verb::DirectoryEnter])),
    get("/api/1/atlas", any(&[Verb::RequestRead])),
    get("/api/1/ledger", any(&[Verb::LedgerRead])),
    get("/api/1/ledger/{index}", any(&[Verb::LedgerRead])),
    post("/api/1/ledger/verify", any(&[Verb::LedgerVerify])),
    get("/api/1/health", any(&[Verb::HealthRead])),
];

#[derive(OpenApi)]
#[openapi(
    info(title = "Comity", description = "Judicial cooperation between States: one node's desk, for programs."),
    modifiers(&Keys),
    security(("session" = [])),
    components(schemas(ProblemJson))
)]
struct Document;

struct Keys;

impl Modify for Keys {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        if let Some(components) = document.components.as_mut() {
            let bearer = HttpBuilder::new()
                .scheme(HttpAuthScheme::Bearer)
                .description(Some("The token of a session."))
                .build();
            components.add_security_scheme("session", SecurityScheme::Http(bearer));
        }
    }
}

/// What any call may answer beside its own success.
#[derive(Debug, IntoResponses)]
pub enum Problems {
    /// The request could not be read.
    #[response(status = 400, content_type = "application/problem+json")]
    BadRequest(ProblemJson),
    /// Nobody is signed in.
    #[response(status = 401, content_type = "application/problem+json")]
    SignInNeeded(ProblemJson),
    /// The roles do not allow it, or the token of the form is missing.
    #[response(status = 403, content_type = "application/problem+json")]
    NotAllowed(ProblemJson),
    /// No such thing, or not for this reader.
    #[response(status = 404, content_type = "application/problem+json")]
    NotFound(ProblemJson),
    /// The object has changed, or its stage does not allow it.
    #[response(status = 409, content_type = "application/problem+json")]
    Conflict(ProblemJson),
    /// Larger than the limit.
    #[response(status = 413, content_type = "application/problem+json")]
    TooLarge(ProblemJson),
    /// Not the media type this call takes.
    #[response(status = 415, content_type = "application/problem+json")]
    MediaType(ProblemJson),
    /// A refusal of the rules, or an input that cannot be read.
    #[response(status = 422, content_type = "application/problem+json")]
    Refused(ProblemJson),
    /// Too often; `Retry-After` says when.
    #[response(status = 429, content_type = "application/problem+json")]
    SlowDown(ProblemJson),
    /// A fault of the node.
    #[response(status = 500, content_type = "application/problem+json")]
    Internal(ProblemJson),
    /// Not now.
    #[response(status = 503, content_type = "application/problem+json")]
    NotNow(ProblemJson),
}

fn parts() -> (Router<App>, utoipa::openapi::OpenApi) {
    OpenApiRouter::with_openapi(Document::openapi())
        .merge(session::routes())
        .merge(requests::routes())
        .merge(desk::routes())
        .merge(assignments::routes())
        .merge(evidence::routes())
        .merge(convert::routes())
        .merge(docket::routes())
        .merge(letters::routes())
        .merge(safeguards::routes())
        .merge(views::routes())
        .merge(screen::routes())
        .merge(screening::routes())
        .merge(records::routes())
        .merge(releases::routes())
        .merge(sharing::routes())
        .merge(formats::routes())
        .merge(node::routes())
        .split_for_parts()
}

/// The OpenAPI document.
#[must_use]
pub fn document() -> utoipa::openapi::OpenApi {
    parts().1
}

/// The API and its document.
pub fn routes() -> Router<App> {
    let (router, document) = parts();
    let text = document.to_json().unwrap_or_default();
    let kind = HeaderValue::from_static("application/json");
    router.route(
        "/openapi.json",
        axum::routing::get(move || {
            std::future::ready(([(header::CONTENT_TYPE, kind.clone())], text.clone()))
        }),
    )
}

/// Header that a caller with a cookie brings instead of a form's token.
pub const CSRF_HEADER: &str = "comity-csrf";

/// Extractor: a JSON body from a caller who may post.
#[derive(Debug)]
pub struct Asked<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Asked<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let ctx = request
            .extensions()
            .get::<Ctx>()
            .cloned()
            .ok_or_else(Problem::not_found)?;
        csrf::api(&ctx, request.headers())?;
        body(request, state).await.map(Self)
    }
}

/// Extractor: a JSON body that opens a session; only the browser's word about its origin is asked.
#[derive(Debug)]
pub struct Opening<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Opening<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let ctx = request
            .extensions()
            .get::<Ctx>()
            .cloned()
            .ok_or_else(Problem::not_found)?;
        csrf::opening(&ctx, request.headers())?;
        body(request, state).await.map(Self)
    }
}

async fn body<S: Send + Sync, T: DeserializeOwned>(
    request: Request,
    state: &S,
) -> Result<T, Problem> {
    match Json::<T>::from_request(request, state).await {
        Ok(Json(body)) => Ok(body),
        Err(rejection) if rejection.status() == StatusCode::UNPROCESSABLE_ENTITY => Err(Problem {
            detail: Some(rejection.body_text()),
            ..Problem::new("MALFORMED")
        }),
        Err(rejection) => Err(Problem::of_body(rejection.status())),
    }
}

/// Nothing to say but that it was done.
pub(crate) fn done() -> Response {
    StatusCode::NO_CONTENT.into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_and_the_gate_name_the_same_routes() {
        let document = serde_json::to_value(document()).unwrap();
        let mut described = Vec::new();
        for (path, item) in document["paths"].as_object().unwrap() {
            for method in item
                .as_object()
                .unwrap()
                .keys()
                .filter(|k| ["get", "post", "put", "delete"].contains(&k.as_str()))
            {
                described.push((method.to_uppercase(), path.clone()));
            }
        }
        let mut named: Vec<(String, String)> = ROUTES
            .iter()
            .filter(|r| r.path != "/openapi.json")
            .map(|r| (r.method.to_owned(), r.path.to_owned()))
            .collect();
        described.sort();
        named.sort();
        assert_eq!(described, named);
    }
}
