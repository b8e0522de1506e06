//! Requests: the day and its lists, a new request, the draft, check, review, sending, the case with its steps, its papers.
//!
//! Every handler parses, calls one act of `office` or its reader, and shows the answer. The law is asked there, not here:
//! a form that is shown may still be refused, and the refusal is said on the page it came from.

use axum::Router;
use axum::routing;
use model::Verb;

use crate::app::App;
use crate::routes::{Need, Row, any, get, post};

pub(crate) mod answers;
pub(crate) mod check;
mod day;
mod defence;
mod draft;
mod dry;
pub(crate) mod form;
pub(crate) mod line;
mod look;
pub(crate) mod offer;
mod package;
mod papers;
mod related;
mod review;
mod send;
pub(crate) mod show;
pub(in crate::pages) mod start;
pub(crate) mod steps;
pub(crate) mod told;
mod track;
mod translation;
mod worklist;

const READ: Need = any(&[Verb::RequestRead]);
const EDIT: Need = any(&[Verb::RequestEdit]);

/// The routes of the requests.
pub const ROUTES: &[Row] = &[
    get("/", READ),
    get("/duty", READ),
    get("/requests/new", any(&[Verb::RequestDraft])),
    post("/requests/new", any(&[Verb::RequestDraft])),
    get("/requests/{id}", READ),
    get("/requests/{id}/draft", EDIT),
    get("/requests/{id}/draft/{section}", EDIT),
    post("/requests/{id}/draft/{section}", EDIT),
    post("/requests/{id}/draft/{section}/findings", EDIT),
    get("/requests/{id}/check", READ),
    get("/requests/{id}/dry-check", READ),
    get("/requests/{id}/translation", READ),
    post("/requests/{id}/translation", EDIT),
    post("/requests/{id}/translation/certify", EDIT),
    post("/requests/{id}/submit", any(&[Verb::RequestSubmit])),
    get(
        "/requests/{id}/review",
        any(&[
            Verb::RequestApprove,
            Verb::RequestValidate,
            Verb::RequestReturnToAuthor,
        ]),
    ),
    post("/requests/{id}/approve", any(&[Verb::RequestApprove])),
    post("/requests/{id}/validate", any(&[Verb::RequestValidate])),
    post("/requests/{id}/return", any(&[Verb::RequestReturnToAuthor])),
    get("/requests/{id}/send", any(&[Verb::RequestSend])),
    post("/requests/{id}/send", any(&[Verb::RequestSend])),
    post("/requests/{id}/withdraw", any(&[Verb::RequestWithdraw])),
    post("/requests/{id}/answer", any(&[Verb::RequestAnswer])),
    post("/requests/{id}/close", any(&[Verb::RequestClose])),
    post("/requests/{id}/register", any(&[Verb::RequestRegister])),
    post(
        "/requests/{id}/acknowledge",
        any(&[Verb::RequestAcknowledge]),
    ),
    post("/requests/{id}/ask", any(&[Verb::RequestAsk])),
    post("/requests/{id}/consult", any(&[Verb::RequestConsult])),
    post("/requests/{id}/accept", any(&[Verb::RequestAccept])),
    post("/requests/{id}/postpone", any(&[Verb::RequestPostpone])),
    post("/requests/{id}/refuse", any(&[Verb::RequestRefuse])),
    post(
        "/requests/{id}/confirm-refusal",
        any(&[Verb::RequestConfirmRefusal]),
    ),
    post(
        "/requests/{id}/drop-refusal",
        any(&[Verb::RequestDropRefusal]),
    ),
    post("/requests/{id}/begin", any(&[Verb::RequestExecute])),
    post("/requests/{id}/progress", any(&[Verb::RequestExecute])),
    post("/requests/{id}/execute", any(&[Verb::RequestExecute])),
    post("/requests/{id}/report-part", any(&[Verb::RequestExecute])),
    post("/requests/{id}/step/{step}", any(&[Verb::RequestStep])),
    post("/requests/{id}/give-back", any(&[Verb::EvidenceReturn])),
    post("/requests/{id}/open", any(&[Verb::EvidenceOpen])),
    post("/requests/{id}/confirm-return", any(&[Verb::EvidenceOpen])),
    get("/requests/{id}/paper/{kind}", READ),
    get("/requests/{id}/print", READ),
    get("/requests/{id}/defence", any(&[Verb::SafeguardRead])),
    post(
        "/requests/{id}/defence/export",
        any(&[Verb::EvidenceExport]),
    ),
    post("/requests/{id}/package", READ),
    get("/paper", READ),
    post("/paper", READ),
    get("/requests/{id}/related", READ),
];

/// The steps of a case: one handler, named by the last part of the address.
const STEPS: [&str; 22] = [
    "approve",
    "validate",
    "return",
    "withdraw",
    "answer",
    "close",
    "register",
    "acknowledge",
    "ask",
    "consult",
    "accept",
    "postpone",
    "refuse",
    "confirm-refusal",
    "drop-refusal",
    "begin",
    "progress",
    "execute",
    "report-part",
    "give-back",
    "open",
    "confirm-return",
];

/// Requests.
pub fn routes() -> Router<App> {
    let router = Router::new()
        .route("/", routing::get(day::show))
        .route("/duty", routing::get(day::duty))
        .route("/requests/new", routing::get(start::ask).post(start::start))
        .route("/requests/{id}", routing::get(show::show))
        .route("/requests/{id}/draft", routing::get(draft::first))
        .route(
            "/requests/{id}/draft/{section}",
            routing::get(draft::show).post(draft::save),
        )
        .route(
            "/requests/{id}/draft/{section}/findings",
            routing::post(draft::findings),
        )
        .route("/requests/{id}/check", routing::get(check::show))
        .route("/requests/{id}/dry-check", routing::get(dry::show))
        .route(
            "/requests/{id}/translation",
            routing::get(translation::show).post(translation::save),
        )
        .route(
            "/requests/{id}/translation/certify",
            routing::post(translation::certify),
        )
        .route("/requests/{id}/submit", routing::post(check::submit))
        .route("/requests/{id}/review", routing::get(review::show))
        .route(
            "/requests/{id}/send",
            routing::get(send::show).post(steps::step),
        )
        .route("/requests/{id}/paper/{kind}", routing::get(papers::pdf))
        .route("/requests/{id}/defence", routing::get(defence::show))
        .route(
            "/requests/{id}/defence/export",
            routing::post(defence::export),
        )
        .route("/requests/{id}/package", routing::post(package::print))
        .route("/paper", routing::get(package::ask).post(package::scan))
        .route("/requests/{id}/step/{step}", routing::post(track::take))
        .route("/requests/{id}/print", routing::get(papers::print))
        .route("/requests/{id}/related", routing::get(related::show));
    STEPS.iter().fold(router, |router, step| {
        router.route(
            &format!("/requests/{{id}}/{step}"),
            routing::post(steps::step),
        )
    })
}
