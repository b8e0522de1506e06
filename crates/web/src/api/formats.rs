//! Cards and records in the formats of others, for programs of an officer.

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query};
use http::StatusCode;
use model::record::{Basis, Category, Grade};
use model::{Class, Purpose};
use office::cards::{self, Loss};
use office::records::{self, CameLine, Frame, Import, Imported, TakeIn};
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
        .routes(routes!(export))
        .routes(routes!(import))
        .routes(routes!(came))
        .routes(routes!(take))
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

/// A file of records in a format of others.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ImportJson {
    /// Act id (UUIDv7); made by the node if missing.
    act: Option<String>,
    /// "stix", "misp", "ftm" or "ftm-with-labels".
    format: String,
    /// Who sent it, as the officer knows it.
    sender: String,
    /// The class of what comes without one; "RESTRICTED" if missing.
    class: Option<String>,
    /// The file.
    text: String,
}

/// Takes in a file. What it says waits for an analyst, under the strictest reading of its marks.
#[utoipa::path(post, path = "/api/1/intake", tag = "sharing", request_body = ImportJson,
    responses((status = 200, description = "What became of it, by number.", body = Object), Problems))]
async fn import(me: Signed, Asked(body): Asked<ImportJson>) -> Result<Json<Imported>, Problem> {
    let class = body.class.as_deref().map(|code| parsed(code, "class"));
    let act = Import {
        act: act_of(&me, body.act.as_deref())?,
        format: parsed(&body.format, "format")?,
        sender: body.sender,
        class: class.transpose()?.unwrap_or(Class::Restricted),
        bytes: body.text.into_bytes(),
    };
    Ok(Json(records::import(me.office(), me.actor(), act).await?))
}

/// What came and waits.
#[derive(Debug, Serialize, ToSchema)]
struct CameJson {
    /// Its id.
    id: String,
    /// To read aloud.
    number: String,
    /// "waiting", "held" or "recalled".
    stage: String,
    /// Who sent it.
    sender: String,
    /// What it says, with the labels that were read.
    #[schema(value_type = Object)]
    record: model::record::Record,
    /// What of it was not taken, and why.
    #[schema(value_type = Object)]
    loss: Loss,
    /// Marks that a person must look at first: where, why, which.
    doubts: Vec<(String, String, String)>,
}

impl From<CameLine> for CameJson {
    fn from(line: CameLine) -> Self {
        let taken = line.came.taken;
        let doubts = taken.doubts.into_iter();
        Self {
            id: line.id.to_string(),
            number: line.number,
            stage: line.stage,
            sender: line.came.sender,
            record: taken.issue.record,
            loss: taken.loss,
            doubts: doubts
                .map(|(at, why, mark)| (at, why.to_string(), mark))
                .collect(),
        }
    }
}

/// A page of what came.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Turn {
    /// Counted from 0.
    #[serde(default)]
    page: u32,
}

/// What came in the formats of others and waits for a person, newest first.
#[utoipa::path(get, path = "/api/1/intake", tag = "sharing", params(Turn),
    responses((status = 200, description = "A page of it.", body = Vec<CameJson>), Problems))]
async fn came(
    me: Signed,
    turn: Result<Query<Turn>, QueryRejection>,
) -> Result<Json<Vec<CameJson>>, Problem> {
    let Query(Turn { page }) = turn.map_err(|_| Problem::new("BAD-REQUEST"))?;
    let found = me.read(Purpose::Intelligence).await?.came(page).await?;
    Ok(Json(found.rows.into_iter().map(CameJson::from).collect()))
}

/// What a record made of it is, and what its sender left open.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TakeJson {
    /// Act id (UUIDv7); made by the node if missing.
    act: Option<String>,
    /// What the person is: "suspect", ...; of a thing none.
    category: Option<String>,
    /// The day by which a person looks whether it is still needed.
    review_by: String,
    /// From this day on nobody uses it.
    expires: Option<String>,
    /// The traffic light, as a person has made sure of it; asked for where the marks were in doubt.
    light: Option<String>,
    /// The grade of what came without one: "B2".
    grade: Option<String>,
    /// Whether what came without a word about it is a "fact" or an "assessment".
    basis: Option<String>,
}

fn maybe<T: std::str::FromStr>(text: Option<&str>, field: &str) -> Result<Option<T>, Problem> {
    text.map(|text| parsed(text, field)).transpose()
}

/// Takes what came into a new record, under the label that was read, its sender as its originator.
#[utoipa::path(post, path = "/api/1/intake/{id}/take", tag = "sharing", request_body = TakeJson,
    params(("id" = String, Path, description = "Id of what came")),
    responses((status = 201, description = "The id of the record.", body = String), Problems))]
async fn take(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<TakeJson>,
) -> Result<(StatusCode, Json<String>), Problem> {
    let grade = body.grade.as_deref().map(Grade::parse);
    let act = TakeIn {
        act: act_of(&me, body.act.as_deref())?,
        intake: id_of(&id)?,
        frame: Frame {
            category: maybe::<Category>(body.category.as_deref(), "category")?,
            review_by: Some(parsed(&body.review_by, "review_by")?),
            expires: maybe(body.expires.as_deref(), "expires")?,
            best_interests: None,
            codewords: Vec::new(),
        },
        light: maybe(body.light.as_deref(), "light")?,
        grade: match grade {
            Some(None) => return Err(Problem::input("MALFORMED", "grade")),
            found => found.flatten(),
        },
        basis: maybe::<Basis>(body.basis.as_deref(), "basis")?,
    };
    let id = records::take_in(me.office(), me.actor(), act).await?;
    Ok((StatusCode::CREATED, Json(id.to_string())))
}
