//! Checking a traveller or a name against the lists. The answer is advice as of a date; a person decides.

use axum::Json;
use office::screening::{self, Check, CheckAnswer};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::requests::act_of;
use super::{Asked, Problems};
use crate::app::App;
use crate::{Problem, Signed};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(check))
}

/// Who is checked: a name, or a machine-readable zone.
#[derive(Deserialize, ToSchema)]
struct CheckJson {
    /// Act id (UUIDv7): the same again is the same check. Made by the node if missing.
    act: Option<String>,
    /// A name, in any script.
    #[serde(default)]
    name: String,
    /// Year, or year-month, or date.
    birth: Option<String>,
    /// Code of the State.
    nationality: Option<String>,
    /// Number of the document.
    document: Option<String>,
    /// Machine-readable zone, lines separated by line breaks.
    mrz: Option<String>,
    /// A day that is over (2026-05-01): the lists are asked as they were in force at its end.
    as_of: Option<String>,
}

/// Checks a traveller or a name. The check is recorded.
#[utoipa::path(post, path = "/api/1/screen/check", tag = "screen", request_body = CheckJson,
    responses((status = 200, description = "The advice, with what matched and why.", body = Object), Problems))]
async fn check(me: Signed, Asked(body): Asked<CheckJson>) -> Result<Json<CheckAnswer>, Problem> {
    let as_of = match body.as_of.as_deref().map(str::parse) {
        None => None,
        Some(Ok(day)) => Some(day),
        Some(Err(_)) => return Err(Problem::input("MALFORMED", "as_of")),
    };
    let check = Check {
        act: Some(act_of(&me, body.act.as_deref())?),
        name: body.name,
        birth: body.birth,
        nationality: body.nationality,
        document: body.document,
        mrz: body.mrz,
        as_of,
        ..Check::default()
    };
    Ok(Json(
        screening::check(me.office(), me.actor(), check).await?,
    ))
}
