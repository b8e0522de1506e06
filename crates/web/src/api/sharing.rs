//! What was shared, for programs: cards and encounters.

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query};
use http::StatusCode;
use model::Purpose;
use model::card::Card;
use model::encounter::{Decide as Decided, Encounter, Report};
use office::cards::{self, CardView, Reported, WordLine};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::requests::{act_of, id_of, parsed};
use super::{Asked, Problems};
use crate::app::App;
use crate::{Problem, Signed};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(card))
        .routes(routes!(report))
        .routes(routes!(decide))
}

/// A card that is here.
#[derive(Debug, Serialize, ToSchema)]
struct CardJson {
    /// To read aloud.
    number: String,
    /// The card.
    #[schema(value_type = Object)]
    card: Card,
    /// Since when it is here (RFC 3339).
    since: String,
    /// When it last changed (RFC 3339).
    updated: String,
    /// Somebody holds on to it.
    hold: bool,
    /// Encounters here; of one card only.
    #[schema(value_type = Vec<Object>)]
    encounters: Vec<Encounter>,
    /// Words with its owner; of one card only.
    #[schema(value_type = Vec<Object>)]
    words: Vec<WordLine>,
}

impl From<CardView> for CardJson {
    fn from(view: CardView) -> Self {
        let encounters = view.encounters.into_iter();
        Self {
            number: view.number,
            card: view.card,
            since: view.at.to_string(),
            updated: view.updated.to_string(),
            hold: view.hold,
            encounters: encounters.map(|line| line.encounter).collect(),
            words: view.words,
        }
    }
}

/// A page of the cards.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// Counted from 0.
    #[serde(default)]
    page: u32,
}

/// Cards that are in use here, newest first.
#[utoipa::path(get, path = "/api/1/cards", tag = "sharing", params(Wanted),
    responses((status = 200, description = "A page of them.", body = Vec<CardJson>), Problems))]
async fn list(
    me: Signed,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<Json<Vec<CardJson>>, Problem> {
    let Query(Wanted { page }) = wanted.map_err(|_| Problem::new("BAD-REQUEST"))?;
    let reader = me.read(Purpose::Screening).await?;
    // A name never stands in an address: what is searched is posted, on the page.
    let found = reader.cards("", page).await?;
    Ok(Json(found.rows.into_iter().map(CardJson::from).collect()))
}

/// One card, with its encounters and the words with its owner.
#[utoipa::path(get, path = "/api/1/cards/{id}", tag = "sharing", params(("id" = String, Path, description = "Id of the card")),
    responses((status = 200, description = "The card.", body = CardJson), Problems))]
async fn card(me: Signed, Path(id): Path<String>) -> Result<Json<CardJson>, Problem> {
    let reader = me.read(Purpose::Screening).await?;
    let view = reader.card(id_of(&id)?).await?;
    Ok(Json(CardJson::from(view)))
}

/// Somebody was met who is the subject of a card.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct MetJson {
    /// Act id (UUIDv7); made by the node if missing.
    act: Option<String>,
    /// The card.
    card: String,
    /// The check under which the person was met.
    check: Option<String>,
    /// The post or place, as the officer names it; it stays here.
    place: String,
    /// "inspect", "silent-check" or "arrest".
    done: Option<String>,
    /// What the officer saw.
    #[serde(default)]
    note: String,
}

/// The id of what was made.
#[derive(Debug, Serialize, ToSchema)]
struct EncounterJson {
    encounter: String,
}

/// Reports an encounter to this State's own desk. Nothing leaves.
#[utoipa::path(post, path = "/api/1/encounters", tag = "sharing", request_body = MetJson,
    responses((status = 201, description = "The desk was told.", body = EncounterJson), Problems))]
async fn report(
    me: Signed,
    Asked(body): Asked<MetJson>,
) -> Result<(StatusCode, Json<EncounterJson>), Problem> {
    let done = body.done.as_deref().map(|code| parsed(code, "done"));
    let act = Reported {
        act: act_of(&me, body.act.as_deref())?,
        report: Report {
            card: parsed(&body.card, "card")?,
            check: body.check,
            place: body.place,
            done: done.transpose()?,
            note: body.note,
        },
    };
    let id = cards::report(me.office(), me.actor(), act).await?;
    let encounter = id.to_string();
    Ok((StatusCode::CREATED, Json(EncounterJson { encounter })))
}

/// What the desk decides about an encounter.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct DecisionJson {
    /// Act id (UUIDv7); made by the node if missing.
    act: Option<String>,
    /// The version that was seen.
    version: i64,
    /// "same", "other" or "unsure".
    met: String,
    /// "none", or the ground on which the person is protected.
    protection: String,
    /// The district that the owner may know.
    #[serde(default)]
    district: String,
    /// What the owner may read beside it.
    #[serde(default)]
    note: String,
    /// Why, for this State's own file.
    reason: String,
}

/// Where an encounter stands.
#[derive(Debug, Serialize, ToSchema)]
struct StageJson {
    /// "told" where the owner of the card is told, "closed" where nothing leaves.
    stage: String,
}

/// Decides about an encounter. Where the person is protected nothing leaves.
#[utoipa::path(post, path = "/api/1/encounters/{id}/decision", tag = "sharing", request_body = DecisionJson,
    params(("id" = String, Path, description = "Id of the encounter")),
    responses((status = 200, description = "What became of it.", body = StageJson), Problems))]
async fn decide(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<DecisionJson>,
) -> Result<Json<StageJson>, Problem> {
    let what = Decided {
        met: parsed(&body.met, "met")?,
        protection: parsed(&body.protection, "protection")?,
        district: body.district,
        note: body.note,
        reason: body.reason,
    };
    let on = (act_of(&me, body.act.as_deref())?, id_of(&id)?, body.version);
    let stage = cards::decide(me.office(), me.actor(), on, what).await?;
    let stage = stage.code().to_owned();
    Ok(Json(StageJson { stage }))
}
