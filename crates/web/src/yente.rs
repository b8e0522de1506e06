//! The lists for programs, in the shapes of opensanctions/yente's API (version 5): a client sets its base URL to
//! `https://<node>/yente`. Fields are added, never altered. Beside it a single-query call (`/v2/match`) and a stream of lines
//! (`/v2/stream/{dataset}`).
//!
//! Nobody asks anonymously: a program brings a key (`Authorization: ApiKey …` or `Bearer …`), an officer a session. Every
//! question goes through `office::screening::ask`. Errors are `{"detail": …}` here, as these clients expect.

use axum::extract::{FromRequestParts, Request};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::{Json, Router};
use http::request::Parts;
use http::{HeaderName, HeaderValue, Method, StatusCode, header};
use model::{Purpose, Verb};
use office::screening::ask::{Answered, Caller, Question, Receipt, ask};
use office::screening::keys;
use serde_json::{Value, json};

use crate::app::App;
use crate::routes::{Need, Row, any, get, post};
use crate::{Ctx, Problem, csrf};

mod about;
mod algorithms;
mod entities;
mod matching;
mod openapi;
mod params;
mod reconcile;
mod search;
mod shape;
mod stream;

/// Where all of this stands.
pub const BASE: &str = "/yente/";
/// By which an officer's program says why it asks; a key says it by itself.
pub const PURPOSE_HEADER: &str = "comity-purpose";
/// Under this id the question is on the log; where many are asked at once, each has its own in the body.
pub const QUERY_HEADER: &str = "comity-query";
/// With this salt and the question, what was asked can be proved.
pub const SALT_HEADER: &str = "comity-salt";
/// A request's path and query may have this many bytes.
const URL_BYTES_MAX: usize = 60_000;

const ASK: Need = any(&[Verb::ScreenCheck]);

/// The routes, as the gate reads them.
pub const ROUTES: &[Row] = &[
    get("/yente/healthz", Need::Open),
    get("/yente/readyz", Need::Open),
    get("/yente/openapi.json", Need::Open),
    get("/yente/algorithms", Need::Open),
    get("/yente/catalog", ASK),
    get("/yente/manifest", ASK),
    post("/yente/updatez", Need::Open),
    post("/yente/match/{dataset}", ASK),
    get("/yente/search/{dataset}", ASK),
    get("/yente/entities/{id}", ASK),
    get("/yente/entities/{id}/adjacent", ASK),
    get("/yente/entities/{id}/adjacent/{property}", ASK),
    get("/yente/reconcile/{dataset}", Need::Open),
    post("/yente/reconcile/{dataset}", ASK),
    get("/yente/reconcile/{dataset}/suggest/entity", ASK),
    get("/yente/reconcile/{dataset}/suggest/property", Need::Open),
    get("/yente/reconcile/{dataset}/suggest/type", Need::Open),
    get("/yente/reconcile/{dataset}/extend/property", Need::Open),
    post("/yente/v2/match", ASK),
    post("/yente/v2/stream/{dataset}", ASK),
];

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .merge(about::routes())
        .merge(matching::routes())
        .merge(search::routes())
        .merge(entities::routes())
        .merge(reconcile::routes())
        .merge(stream::routes())
}

/// Why a question is not answered, in the shape of these clients: `{"detail": …}`, and our stable code beside it.
#[derive(Debug)]
struct Fault {
    status: StatusCode,
    detail: Value,
    code: String,
}

impl Fault {
    fn new(status: StatusCode, code: &str, detail: impl Into<String>) -> Self {
        Self {
            status,
            detail: Value::String(detail.into()),
            code: code.to_owned(),
        }
    }

    fn bad(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "BAD-REQUEST", detail)
    }

    fn gone(detail: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, "NOT-FOUND", detail)
    }

    /// A parameter or part of the body that has another shape than it should: a list of places, as these clients read it.
    fn shape(place: &[&str], said: &str, input: &Value) -> Self {
        Self {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            detail: json!([{ "type": "value_error", "loc": place, "msg": said, "input": input }]),
            code: "MALFORMED".to_owned(),
        }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let body = json!({ "detail": self.detail, "code": self.code });
        (self.status, Json(body)).into_response()
    }
}

impl From<Problem> for Fault {
    fn from(problem: Problem) -> Self {
        let detail = problem
            .detail
            .clone()
            .unwrap_or_else(|| without_isolates(&problem));
        Self::new(problem.status, &problem.code, detail)
    }
}

impl From<office::Error> for Fault {
    fn from(error: office::Error) -> Self {
        match error {
            office::Error::Input { what, .. } => Self::bad(what),
            other => Problem::from(other).into(),
        }
    }
}

fn without_isolates(problem: &Problem) -> String {
    paper::words::without_isolates(&problem.text(model::Lang::En))
}

/// A problem found before any of these handlers ran, in their shape.
pub(crate) fn dressed(problem: &Problem) -> Response {
    let mut response = Fault::from(problem.clone()).into_response();
    if let Some(seconds) = problem.retry_after_s {
        let wait = HeaderValue::from(seconds);
        response.headers_mut().insert(header::RETRY_AFTER, wait);
    }
    response
}

type Told = Result<Response, Fault>;

/// Extractor: a program, or an officer's program, that may ask.
#[derive(Debug, Clone)]
struct Program {
    ctx: Ctx,
    caller: Caller,
}

impl<S: Send + Sync> FromRequestParts<S> for Program {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let ctx = Ctx::from_request_parts(parts, state).await?;
        let signed = ctx.signed().ok_or_else(Problem::sign_in_needed)?;
        if parts.method != Method::GET && parts.method != Method::HEAD {
            csrf::api(&ctx, &parts.headers)?;
        }
        let said = parts.headers.get(PURPOSE_HEADER);
        let said = said.map(|value| purpose_of(value.to_str().unwrap_or_default()));
        let purpose = match (ctx.key().map(|key| key.purpose), said) {
            (Some(bound), Some(said)) if said != Some(bound) => {
                let what = format!("this key asks for {bound} and for nothing else");
                return Err(Fault::new(StatusCode::FORBIDDEN, "KEY-PURPOSE", what));
            }
            (Some(bound), _) => bound,
            (None, Some(None)) => {
                let known: Vec<&str> = keys::PURPOSES
                    .iter()
                    .map(|purpose| purpose.code())
                    .collect();
                let what = format!("{PURPOSE_HEADER} is one of: {}", known.join(", "));
                return Err(Fault::bad(what));
            }
            (None, Some(Some(said))) => said,
            (None, None) => Purpose::Screening,
        };
        let caller = Caller {
            actor: signed.actor.clone(),
            purpose,
            key: ctx.key().cloned(),
        };
        Ok(Self { ctx, caller })
    }
}

fn purpose_of(code: &str) -> Option<Purpose> {
    let known = keys::PURPOSES.iter().copied();
    known.into_iter().find(|purpose| purpose.code() == code)
}

impl Program {
    async fn ask(&self, dataset: &str, question: Question) -> Result<Answered, Fault> {
        let asked = ask(self.ctx.app().office(), &self.caller, dataset, question).await;
        asked.map_err(|error| match error.refusal().map(|refusal| refusal.code) {
            Some("NOT-FOUND") => Fault::gone("No such dataset."),
            _ => error.into(),
        })
    }
}

/// An answer whose shape has no room for it carries its receipt as two headers.
fn receipted(receipt: Option<&Receipt>, mut response: Response) -> Response {
    let Some(receipt) = receipt else {
        return response;
    };
    let headers = [
        (QUERY_HEADER, receipt.query.to_string()),
        (SALT_HEADER, receipt.salt.clone()),
    ];
    for (name, value) in headers {
        if let Ok(value) = HeaderValue::try_from(value) {
            response
                .headers_mut()
                .insert(HeaderName::from_static(name), value);
        }
    }
    response
}

/// What spreadsheets in a browser need for reconciling (Reconciliation API 0.2, section 2.1): their pages may read what is
/// answered to them. No cookie travels with such a call, only a key.
pub(crate) async fn shared(request: Request, next: Next) -> Response {
    if !request.uri().path().starts_with("/yente/reconcile/") {
        return next.run(request).await;
    }
    let asked_first = request.method() == Method::OPTIONS;
    let mut response = match asked_first {
        true => StatusCode::NO_CONTENT.into_response(),
        false => next.run(request).await,
    };
    let headers: &[(HeaderName, &'static str)] = &[
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, POST"),
        (
            header::ACCESS_CONTROL_ALLOW_HEADERS,
            "authorization, content-type, comity-purpose",
        ),
    ];
    for (name, value) in headers {
        let value = HeaderValue::from_static(value);
        response.headers_mut().insert(name, value);
    }
    response
}
