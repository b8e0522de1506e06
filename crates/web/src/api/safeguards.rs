//! Safeguards of a case: the record, what it locks, the register of assurances, uses of evidence, complaints.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::Path;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use model::basis::Tri;
use model::request::{Bar, Complain, Law, Promise, Respond, SafeguardAct, Safeguards, Use};
use model::{ActId, Purpose, Refusal, RequestId};
use office::safeguards::{self, ComplaintLine};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::requests::{ActJson, Version, act_of, id_of, on, parsed};
use super::{Asked, Problems};
use crate::app::App;
use crate::pages::safeguards::{LOCKED_STEPS, consent_draft};
use crate::{Problem, Signed};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read, note))
        .routes(routes!(draft))
        .routes(routes!(complain))
        .routes(routes!(complaints))
        .routes(routes!(respond))
}

/// The record and what follows from it.
#[derive(Debug, Serialize, ToSchema)]
struct RecordJson {
    /// Version of the record, 0 before the first note.
    version: i64,
    /// Answers, findings, court decisions, assurances, uses.
    #[schema(value_type = Object)]
    record: Safeguards,
    /// What the law of both States says.
    #[schema(value_type = Object)]
    law: Value,
    /// Steps that are locked now, each with the refusals that lock it.
    #[schema(value_type = Object)]
    locked: BTreeMap<&'static str, Vec<Refusal>>,
    /// Assurances that the request offers and nobody has entered yet.
    #[schema(value_type = Vec<Object>)]
    offered: Vec<Promise>,
    /// The extradition was refused: prosecute or transfer.
    owes_prosecution: bool,
}

fn law(law: &Law) -> Value {
    let tri = |tri| match tri {
        Tri::Yes => "yes",
        Tri::Unknown => "unknown",
        Tri::No => "no",
    };
    let bar = |bar: &Bar| serde_json::json!({"instrument": bar.instrument, "article": bar.article});
    serde_json::json!({
        "capital": tri(law.capital),
        "life": tri(law.life),
        "dual_criminality": law.dual_criminality,
        "bars_political_offence": law.bars.iter().map(bar).collect::<Vec<_>>(),
    })
}

/// Reads the record of safeguards of a case. It never travels.
#[utoipa::path(get, path = "/api/1/requests/{id}/safeguards", tag = "safeguards", params(("id" = String, Path, description = "UUID")),
    responses((status = 200, description = "The record and what it locks.", body = RecordJson), Problems))]
async fn read(me: Signed, Path(id): Path<String>) -> Result<Json<RecordJson>, Problem> {
    let view = me.read(Purpose::Mla).await?.safeguards(id_of(&id)?).await?;
    let now = me.office().now();
    let locked = LOCKED_STEPS
        .iter()
        .map(|step| (*step, view.request.locked_by(step, now)))
        .filter(|(_, by)| !by.is_empty())
        .collect();
    Ok(Json(RecordJson {
        version: view.request.guard.record.version,
        law: law(&view.request.guard.law),
        locked,
        offered: view.offered,
        owes_prosecution: view.request.owes_prosecution(),
        record: view.request.guard.record,
    }))
}

/// Writes into the record: `do` is answer, subsume, court, assure, look, duty, qualify, use or consent.
#[utoipa::path(post, path = "/api/1/requests/{id}/safeguards", tag = "safeguards", request_body = ActJson,
    params(("id" = String, Path, description = "UUID")),
    responses((status = 200, description = "It is written.", body = Version), Problems))]
async fn note(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<ActJson>,
) -> Result<Json<Version>, Problem> {
    let id: RequestId = id_of(&id)?;
    let on = on::<SafeguardAct>(&me, id, body)?;
    let version = safeguards::note(me.office(), me.actor(), on).await?;
    Ok(Json(Version { version }))
}

/// What consent is asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// UUID of the piece.
    evidence: String,
    /// The use, by code ("court").
    #[serde(rename = "for")]
    usage: String,
}

/// A text.
#[derive(Debug, Serialize, ToSchema)]
struct DraftJson {
    /// The State that owns the piece.
    to: String,
    /// The letter, in the language of the request.
    text: String,
}

/// Drafts the request for the owner's consent to another use.
#[utoipa::path(get, path = "/api/1/requests/{id}/safeguards/consent", tag = "safeguards",
    params(("id" = String, Path, description = "UUID"), Wanted),
    responses((status = 200, description = "The draft.", body = DraftJson), Problems))]
async fn draft(
    me: Signed,
    Path(id): Path<String>,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<Json<DraftJson>, Problem> {
    let Query(wanted) = wanted.map_err(|_| Problem::new("BAD-REQUEST"))?;
    let view = me.read(Purpose::Mla).await?.safeguards(id_of(&id)?).await?;
    let usage: Use = parsed(&wanted.usage, "for")?;
    let item = view
        .request
        .evidence
        .iter()
        .find(|item| item.id.to_string() == wanted.evidence)
        .ok_or_else(Problem::not_found)?;
    Ok(Json(DraftJson {
        to: view.request.partner().to_string(),
        text: consent_draft(&view.request, item, usage),
    }))
}

/// A complaint that was filed.
#[derive(Debug, Serialize, ToSchema)]
struct FiledJson {
    /// Its id.
    complaint: String,
}

/// Writes down a complaint about a right violated in the course of cooperation.
#[utoipa::path(post, path = "/api/1/requests/{id}/complaints", tag = "safeguards", request_body = ActJson,
    params(("id" = String, Path, description = "UUID")),
    responses((status = 201, description = "It is kept.", body = FiledJson), Problems))]
async fn complain(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<ActJson>,
) -> Result<(http::StatusCode, Json<FiledJson>), Problem> {
    let on = on::<Complain>(&me, id_of(&id)?, body)?;
    let filed = safeguards::complain(me.office(), me.actor(), on).await?;
    let complaint = filed.complaint.to_string();
    Ok((http::StatusCode::CREATED, Json(FiledJson { complaint })))
}

/// A line of the register.
#[derive(Debug, Serialize, ToSchema)]
struct ComplaintJson {
    id: String,
    /// Number of the request.
    number: String,
    /// The complaint and its answer.
    #[schema(value_type = Object)]
    complaint: model::request::Complaint,
}

impl From<ComplaintLine> for ComplaintJson {
    fn from(line: ComplaintLine) -> Self {
        Self {
            id: line.id.to_string(),
            number: line.number,
            complaint: line.complaint,
        }
    }
}

/// A page of a list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Paged {
    /// Counted from 0.
    #[serde(default)]
    page: u32,
}

/// The register of complaints: a desk sees its own, the auditor all.
#[utoipa::path(get, path = "/api/1/complaints", tag = "safeguards", params(Paged),
    responses((status = 200, description = "A page of them, newest first.", body = Vec<ComplaintJson>), Problems))]
async fn complaints(
    me: Signed,
    wanted: Result<Query<Paged>, QueryRejection>,
) -> Result<Json<Vec<ComplaintJson>>, Problem> {
    let Query(Paged { page }) = wanted.map_err(|_| Problem::new("BAD-REQUEST"))?;
    let found = me.read(Purpose::Oversight).await?.complaints(page).await?;
    Ok(Json(
        found.rows.into_iter().map(ComplaintJson::from).collect(),
    ))
}

/// An answer to a complaint.
#[derive(Debug, Deserialize, ToSchema)]
struct RespondJson {
    /// Act id (UUIDv7); made by the node if missing.
    act: Option<String>,
    /// "unfounded", "remedied" or "referred".
    remedy: String,
    /// Why.
    text: String,
}

/// Answers a complaint as the second person.
#[utoipa::path(post, path = "/api/1/complaints/{id}/answer", tag = "safeguards", request_body = RespondJson,
    params(("id" = String, Path, description = "Id of the complaint")),
    responses((status = 200, description = "It is answered.", body = Version), Problems))]
async fn respond(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<RespondJson>,
) -> Result<Json<Version>, Problem> {
    let complaint: ActId = id_of(&id)?;
    let what = Respond {
        remedy: parsed(&body.remedy, "remedy")?,
        text: body.text,
    };
    let act = act_of(&me, body.act.as_deref())?;
    let version = safeguards::respond(me.office(), me.actor(), (act, complaint), what).await?;
    Ok(Json(Version { version }))
}
