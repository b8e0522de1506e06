//! Cards in the formats of others, for programs of an officer.

use axum::Json;
use axum::extract::Path;
use model::Purpose;
use office::cards::{self, Loss};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::requests::{act_of, id_of, parsed};
use super::{Asked, Problems};
use crate::app::App;
use crate::{Problem, Signed};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(export))
}

/// In which format a card is wanted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ExportJson {
    /// Act id (UUIDv7); made by the node if missing.
    act: Option<String>,
    /// "stix", "misp", "ftm" or "ftm-with-labels".
    format: String,
    /// For what it is read; "screening" if missing.
    purpose: Option<String>,
}

/// A card in a format of others.
#[derive(Debug, Serialize, ToSchema)]
struct ExportedJson {
    /// What a file of it is called.
    name: String,
    /// Its media type.
    media_type: &'static str,
    /// The text of the file.
    text: String,
    /// What the format loses of the card, by field: for whoever takes it out, never in the file.
    #[schema(value_type = Object)]
    loss: Loss,
}

/// Takes a card out of the node in a format of others, never to a looser label. The ledger says so.
#[utoipa::path(post, path = "/api/1/cards/{id}/export", tag = "sharing", request_body = ExportJson,
    params(("id" = String, Path, description = "Id of the card")),
    responses((status = 200, description = "The text of the file, and what is lost.", body = ExportedJson), Problems))]
async fn export(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<ExportJson>,
) -> Result<Json<ExportedJson>, Problem> {
    let purpose = body.purpose.as_deref().map(|code| parsed(code, "purpose"));
    let reader = me
        .read(purpose.transpose()?.unwrap_or(Purpose::Screening))
        .await?;
    let what = (id_of(&id)?, parsed(&body.format, "format")?);
    let act = act_of(&me, body.act.as_deref())?;
    let made = cards::export(&reader, act, what).await?;
    Ok(Json(ExportedJson {
        name: made.name,
        media_type: made.format.media_type(),
        text: made.text,
        loss: made.loss,
    }))
}
