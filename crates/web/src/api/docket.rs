//! An old docket taken over.

use axum::Json;
use office::docket::{self, Import, Report};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{Asked, Problems};
use crate::app::App;
use crate::{Problem, Signed};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(take))
}

/// An old docket.
#[derive(Debug, Deserialize, ToSchema)]
struct DocketJson {
    /// The table (CSV); its columns stand in the handbook.
    table: String,
    /// Look only, and take nothing over.
    #[serde(default)]
    dry_run: bool,
}

/// Takes over an old docket: all its rows, or none where one has a fault. The same table twice changes nothing.
#[utoipa::path(post, path = "/api/1/docket", tag = "requests", request_body = DocketJson,
    responses((status = 200, description = "The rows, and the faults by line and column.", body = Object), Problems))]
async fn take(me: Signed, Asked(body): Asked<DocketJson>) -> Result<Json<Report>, Problem> {
    let authority = me.actor().authority().cloned();
    let act = Import {
        table: body.table,
        authority: authority.ok_or_else(Problem::not_allowed)?,
    };
    let report = match body.dry_run {
        true => docket::look(me.office(), me.actor(), &act).await?,
        false => docket::import(me.office(), me.actor(), &act).await?,
    };
    Ok(Json(report))
}
