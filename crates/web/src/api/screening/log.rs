//! The screening log and its proofs.

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query};
use model::limits;
use office::screening::log::{self, Content, LogPage, LogProof, LogWanted};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::super::requests::{id_of, parsed};
use super::super::{Asked, Problems};
use super::QuestionJson;
use crate::app::App;
use crate::{Problem, Signed};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(log_lines))
        .routes(routes!(log_content))
        .routes(routes!(prove))
}

/// What of the log is wanted, newest first.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct LogAsked {
    /// Only what stands behind this: `next` of the page before, or a moment (RFC 3339).
    before: Option<String>,
    /// Only what this actor asked: "officer:<id>".
    actor: Option<String>,
    /// Only through this door: "desk", "file", "watch", "program".
    channel: Option<String>,
    /// Only for this case.
    case: Option<String>,
    /// Only what hit something.
    #[serde(default)]
    hits: bool,
    /// Rows.
    limit: Option<usize>,
}

/// Who asked what of which list version, and how much was answered; no names.
#[utoipa::path(get, path = "/api/1/screen/log", tag = "screen", params(LogAsked),
    responses((status = 200, description = "Rows of the log.", body = Object), Problems))]
async fn log_lines(
    me: Signed,
    asked: Result<Query<LogAsked>, QueryRejection>,
) -> Result<Json<LogPage>, Problem> {
    let Query(asked) = asked.map_err(|_| Problem::new("BAD-REQUEST"))?;
    let wanted = LogWanted {
        before: asked
            .before
            .map(|text| parsed(&text, "before"))
            .transpose()?,
        actor: asked.actor,
        channel: asked
            .channel
            .map(|text| parsed(&text, "channel"))
            .transpose()?,
        case: asked.case,
        hits_only: asked.hits,
        limit: asked.limit.unwrap_or(limits::PAGE_ROWS_DEFAULT),
    };
    Ok(Json(log::lines(me.office(), me.actor(), &wanted).await?))
}

/// What was asked, where it hit something and is still kept.
#[utoipa::path(get, path = "/api/1/screen/log/{id}", tag = "screen", params(("id" = String, Path, description = "Id of the question")),
    responses((status = 200, description = "The question and its salt.", body = Object), Problems))]
async fn log_content(me: Signed, Path(id): Path<String>) -> Result<Json<Content>, Problem> {
    let content = log::content(me.office(), me.actor(), id_of(&id)?).await?;
    Ok(Json(content))
}

/// What somebody says was asked: the question, and the salt that came with its answer. Both, or neither.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ClaimJson {
    question: Option<QuestionJson>,
    /// 64 hexadecimal digits.
    salt: Option<String>,
}

/// Proves a row of the log; whoever brings the question and its salt needs no other right.
#[utoipa::path(post, path = "/api/1/screen/log/{id}/prove", tag = "screen", request_body = ClaimJson,
    params(("id" = String, Path, description = "Id of the question")),
    responses((status = 200, description = "The proof.", body = Object), Problems))]
async fn prove(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<ClaimJson>,
) -> Result<Json<LogProof>, Problem> {
    let claim = match (body.question, body.salt) {
        (Some(question), Some(salt)) => Some(Content {
            question: question.into(),
            salt,
        }),
        (None, None) => None,
        _ => return Err(Problem::input("MISSING", "salt")),
    };
    let proof = log::prove(me.office(), me.actor(), (id_of(&id)?, claim)).await?;
    Ok(Json(proof))
}
