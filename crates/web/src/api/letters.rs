//! Cases kept on paper: what a letter tells, a request that came by letter, States without a node.

use axum::Json;
use axum::extract::Path;
use http::StatusCode;
use model::request::Channel;
use model::{AuthorityId, Lang, StateCode, Urgency};
use office::partners;
use office::requests::{self, Letter, Paper, TakeDown, Tell};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::requests::{ActJson, Version, act_of, id_of, on, parsed};
use super::{Asked, Problems};
use crate::app::App;
use crate::{Problem, Signed};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(tell))
        .routes(routes!(take_down))
        .routes(routes!(enter_states))
}

/// No file comes with these; a scan is added on the page.
const NO_FILE: Option<Paper<futures_util::stream::Empty<std::io::Result<bytes::Bytes>>>> = None;

/// Enters what a letter tells on a case kept on paper: `channel`, `on`, `number`, and `message` as the other side's node
/// would have told it without its `re` (`{"kind": "Acknowledged", "reference": …}`), or `{"kind": "Dispatched"}`,
/// `{"kind": "Delivered"}`.
#[utoipa::path(post, path = "/api/1/requests/{id}/letters", tag = "requests", request_body = ActJson,
    params(("id" = String, Path, description = "UUID")),
    responses((status = 200, description = "It is entered.", body = Version), Problems))]
async fn tell(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<ActJson>,
) -> Result<Json<Version>, Problem> {
    let on = on::<Tell>(&me, id_of(&id)?, body)?;
    let version = requests::tell(me.office(), me.actor(), on, NO_FILE).await?;
    Ok(Json(Version { version }))
}

/// A request that came by letter.
#[derive(Debug, Deserialize, ToSchema)]
struct CameJson {
    /// Act id (UUIDv7); made by the node if missing.
    act: Option<String>,
    /// "mla".
    template: String,
    /// Requesting State.
    from: String,
    /// Requesting authority.
    from_authority: String,
    /// The number that it gave.
    their_reference: Option<String>,
    /// Language it is written in.
    lang: String,
    /// "normal", "urgent" or "emergency".
    urgency: String,
    /// By which road it came: "post", "diplomatic_pouch", …
    channel: String,
    /// The day on which it came.
    #[schema(value_type = String)]
    on: jiff::civil::Date,
    /// Number of the letter.
    number: Option<String>,
    /// The fields so far, as the template's JSON Schema describes them.
    #[schema(value_type = Object)]
    content: Value,
}

/// The id of what was begun.
#[derive(Debug, Serialize, ToSchema)]
struct Begun {
    id: String,
}

/// Begins to write down a request that came by letter; `acts/enter` takes it in.
#[utoipa::path(post, path = "/api/1/paper-requests", tag = "requests", request_body = CameJson,
    responses((status = 201, description = "It is begun.", body = Begun), Problems))]
async fn take_down(
    me: Signed,
    Asked(body): Asked<CameJson>,
) -> Result<(StatusCode, Json<Begun>), Problem> {
    let act = TakeDown {
        act: act_of(&me, body.act.as_deref())?,
        letter: Letter {
            channel: parsed::<Channel>(&body.channel, "channel")?,
            on: body.on,
            number: body.number,
        },
        template: body.template,
        from: parsed::<StateCode>(&body.from, "from")?,
        from_authority: parsed::<AuthorityId>(&body.from_authority, "from_authority")?,
        their_reference: body.their_reference,
        lang: parsed::<Lang>(&body.lang, "lang")?,
        urgency: parsed::<Urgency>(&body.urgency, "urgency")?,
        content: body.content,
    };
    let id = requests::take_down(me.office(), me.actor(), act, NO_FILE).await?;
    Ok((StatusCode::CREATED, Json(Begun { id: id.to_string() })))
}

/// States to be entered in the directory.
#[derive(Debug, Deserialize, ToSchema)]
struct StatesJson {
    /// Act id (UUIDv7); made by the node if missing.
    act: Option<String>,
    /// A file of States, in the form that requests are checked with.
    #[schema(value_type = Object)]
    file: Value,
}

/// What was entered.
#[derive(Debug, Serialize, ToSchema)]
struct EnteredJson {
    /// Their codes.
    states: Vec<String>,
}

/// Enters States without a node in the directory.
#[utoipa::path(post, path = "/api/1/directory", tag = "directory", request_body = StatesJson,
    responses((status = 200, description = "They are entered.", body = EnteredJson), Problems))]
async fn enter_states(
    me: Signed,
    Asked(body): Asked<StatesJson>,
) -> Result<Json<EnteredJson>, Problem> {
    let act = partners::Enter {
        act: act_of(&me, body.act.as_deref())?,
        file: body.file.to_string(),
    };
    let states = partners::enter(me.office(), me.actor(), act).await?;
    let states = states.iter().map(ToString::to_string).collect();
    Ok(Json(EnteredJson { states }))
}
