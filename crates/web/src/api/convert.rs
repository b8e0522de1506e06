//! A request drafted out of another.

use axum::Json;
use axum::extract::Path;
use http::StatusCode;
use model::convert::Conversion;
use office::requests::{self, Convert};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::requests::{act_of, id_of, parsed};
use super::{Asked, Problems};
use crate::app::App;
use crate::{Problem, Signed};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(convert))
}

/// Into what.
#[derive(Debug, Deserialize, ToSchema)]
struct ConvertJson {
    /// Act id (UUIDv7); made by the node if missing.
    act: Option<String>,
    /// "keep", "keep_measure:0" (position of the measure) or "assistance".
    into: String,
}

/// The draft that was begun.
#[derive(Debug, Serialize, ToSchema)]
struct DraftedJson {
    id: String,
}

/// Drafts a request out of another: keep data now and ask later, ask for what was kept, leave the police channel.
#[utoipa::path(post, path = "/api/1/requests/{id}/convert", tag = "requests", request_body = ConvertJson,
    params(("id" = String, Path, description = "UUID")),
    responses((status = 201, description = "The draft is kept.", body = DraftedJson), Problems))]
async fn convert(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<ConvertJson>,
) -> Result<(StatusCode, Json<DraftedJson>), Problem> {
    let act = Convert {
        act: act_of(&me, body.act.as_deref())?,
        request: id_of(&id)?,
        into: parsed::<Conversion>(&body.into, "into")?,
    };
    let id = requests::convert(me.office(), me.actor(), act).await?;
    Ok((
        StatusCode::CREATED,
        Json(DraftedJson { id: id.to_string() }),
    ))
}
