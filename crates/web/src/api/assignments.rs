//! Measures in the hands of domestic authorities: given, reminded of, ended. Whoever holds a link opens it as a page.

use axum::Json;
use axum::extract::Path;
use model::request::{Assign, Assignment};
use model::{AssignmentId, Purpose, RequestId, Verb};
use office::assignments::{self, OnAssignment};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::requests::{Version, act_of, id_of, parsed};
use super::{Asked, Problems};
use crate::app::App;
use crate::{Problem, Signed};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, give))
        .routes(routes!(read))
        .routes(routes!(remind))
        .routes(routes!(end))
}

/// One measure in the hands of a domestic authority.
#[derive(Debug, Serialize, ToSchema)]
struct AssignmentJson {
    /// What was given, where it stands, when it was opened and reminded of, the report.
    #[schema(value_type = Object)]
    assignment: Assignment,
    /// The address of the page that it opens, as it is good now, for who may give it; nothing where no link opens it.
    link: Option<String>,
}

fn told(me: &Signed, assignment: Assignment) -> Result<AssignmentJson, Problem> {
    let token = match me.page("assignment-one").may(Verb::AssignmentGive) {
        true => assignments::link(me.office(), &assignment)?,
        false => None,
    };
    let base = me.office().settings().pages_url.trim_end_matches('/');
    Ok(AssignmentJson {
        link: token.map(|token| format!("{base}/assignment/{token}")),
        assignment,
    })
}

/// The assignments of a request, newest first.
#[utoipa::path(get, path = "/api/1/requests/{id}/assignments", tag = "assignments", params(("id" = String, Path, description = "UUID")),
    responses((status = 200, description = "All of them.", body = Vec<AssignmentJson>), Problems))]
async fn list(me: Signed, Path(id): Path<String>) -> Result<Json<Vec<AssignmentJson>>, Problem> {
    let reader = me.read(Purpose::Mla).await?;
    let all = reader.assignments(id_of(&id)?).await?;
    let told = all.into_iter().map(|one| told(&me, one));
    Ok(Json(told.collect::<Result<_, _>>()?))
}

/// A measure to be given.
#[derive(Debug, Deserialize, ToSchema)]
struct GiveJson {
    /// Act id (UUIDv7); made by the node if missing.
    act: Option<String>,
    /// The measure, from 0.
    measure: usize,
    /// The domestic authority, by name.
    authority: String,
    /// What it is asked to do, and what it must mind.
    order: String,
    /// By when it is to report, as 2026-03-31.
    due: String,
    /// On which day the desk reminds it.
    remind_on: Option<String>,
}

/// The id of what was given.
#[derive(Debug, Serialize, ToSchema)]
struct Given {
    id: String,
}

/// Gives a measure of an incoming request to a domestic authority.
#[utoipa::path(post, path = "/api/1/requests/{id}/assignments", tag = "assignments", params(("id" = String, Path, description = "UUID")), request_body = GiveJson,
    responses((status = 201, description = "It is given.", body = Given), Problems))]
async fn give(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<GiveJson>,
) -> Result<(http::StatusCode, Json<Given>), Problem> {
    let request: RequestId = id_of(&id)?;
    let remind_on = body.remind_on.map(|day| parsed(&day, "remind_on"));
    let what = Assign {
        measure: body.measure,
        authority: body.authority,
        order: body.order,
        due: parsed(&body.due, "due")?,
        remind_on: remind_on.transpose()?,
    };
    let act = act_of(&me, body.act.as_deref())?;
    let id = assignments::give(me.office(), me.actor(), (act, request, what)).await?;
    Ok((
        http::StatusCode::CREATED,
        Json(Given { id: id.to_string() }),
    ))
}

/// Reads an assignment, with its link.
#[utoipa::path(get, path = "/api/1/assignments/{id}", tag = "assignments", params(("id" = String, Path, description = "UUID")),
    responses((status = 200, description = "The assignment.", body = AssignmentJson), Problems))]
async fn read(me: Signed, Path(id): Path<String>) -> Result<Json<AssignmentJson>, Problem> {
    let reader = me.read(Purpose::Mla).await?;
    let assignment = reader.assignment(id_of(&id)?).await?;
    Ok(Json(told(&me, assignment)?))
}

/// An act on an assignment as it was seen.
#[derive(Debug, Deserialize, ToSchema)]
struct SeenJson {
    /// Act id (UUIDv7); made by the node if missing.
    act: Option<String>,
    /// The version that was seen.
    version: i64,
}

fn on(me: &Signed, id: &str, body: &SeenJson) -> Result<OnAssignment, Problem> {
    Ok(OnAssignment {
        act: act_of(me, body.act.as_deref())?,
        assignment: id_of::<AssignmentId>(id)?,
        version: body.version,
    })
}

/// Reminds the domestic authority: a new link takes the place of the one before.
#[utoipa::path(post, path = "/api/1/assignments/{id}/remind", tag = "assignments", params(("id" = String, Path, description = "UUID")), request_body = SeenJson,
    responses((status = 200, description = "It is reminded.", body = Version), Problems))]
async fn remind(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<SeenJson>,
) -> Result<Json<Version>, Problem> {
    let on = on(&me, &id, &body)?;
    let version = assignments::remind(me.office(), me.actor(), on).await?;
    Ok(Json(Version { version }))
}

/// Takes the report over, or the assignment back.
#[utoipa::path(post, path = "/api/1/assignments/{id}/end", tag = "assignments", params(("id" = String, Path, description = "UUID")), request_body = SeenJson,
    responses((status = 200, description = "It has ended.", body = Version), Problems))]
async fn end(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<SeenJson>,
) -> Result<Json<Version>, Problem> {
    let on = on(&me, &id, &body)?;
    let version = assignments::end(me.office(), me.actor(), on).await?;
    Ok(Json(Version { version }))
}
