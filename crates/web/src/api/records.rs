//! Records for programs: opened and read by the same acts as on the pages. What names a source stays in the node: no answer
//! carries it.

use axum::Json;
use axum::extract::Path;
use http::StatusCode;
use model::record::{Assertion, Association, Found, Provenance};
use model::{Label, Purpose};
use office::cards::WordLine;
use office::records::{self, Consult, Frame, Holding, Open, Reasoned, RecordView, Statement, Tie};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::requests::{act_of, id_of, parsed};
use super::{Asked, Problems};
use crate::app::App;
use crate::{Problem, Signed};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(open))
        .routes(routes!(read))
        .routes(routes!(consult))
}

/// A record to open.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct OpenJson {
    /// Act id (UUIDv7); made by the node if missing.
    act: Option<String>,
    /// "person", "organisation", "document", …
    subject: String,
    /// Category, days of review and end, codewords.
    #[schema(value_type = Object)]
    frame: Frame,
    /// Who may know that there is such a record.
    #[schema(value_type = Object)]
    label: Label,
    /// What is said, each with its label and where it comes from.
    #[schema(value_type = Vec<Object>)]
    statements: Vec<Statement>,
    /// How the subject stands to terrorism.
    #[serde(default)]
    #[schema(value_type = Vec<Object>)]
    ties: Vec<Tie>,
}

/// The record that was opened.
#[derive(Debug, Serialize, ToSchema)]
struct OpenedJson {
    /// UUID.
    record: String,
}

/// Opens a record. One that lacks what it must say is refused, one that lacks less is held.
#[utoipa::path(post, path = "/api/1/records", tag = "records", request_body = OpenJson,
    responses((status = 201, description = "It is kept.", body = OpenedJson), Problems))]
async fn open(
    me: Signed,
    Asked(body): Asked<OpenJson>,
) -> Result<(StatusCode, Json<OpenedJson>), Problem> {
    let act = Open {
        act: act_of(&me, body.act.as_deref())?,
        subject: parsed(&body.subject, "subject")?,
        frame: body.frame,
        label: body.label,
        statements: body.statements,
        ties: body.ties,
    };
    let record = records::open(me.office(), me.actor(), act).await?;
    let record = record.to_string();
    Ok((StatusCode::CREATED, Json(OpenedJson { record })))
}

/// A record, as far as its reader may see it.
#[derive(Debug, Serialize, ToSchema)]
struct RecordJson {
    /// UUID.
    id: String,
    /// To read aloud.
    number: String,
    /// For the next change.
    version: i64,
    /// "kept", "held" or "overdue".
    stage: String,
    /// "person", "organisation", "document", …
    subject: String,
    #[schema(value_type = Object)]
    frame: Frame,
    #[schema(value_type = Object)]
    label: Label,
    /// RFC 3339.
    created: String,
    /// RFC 3339.
    updated: String,
    /// What is said.
    #[schema(value_type = Vec<Object>)]
    assertions: Vec<Assertion>,
    #[schema(value_type = Vec<Object>)]
    associations: Vec<Association>,
    /// What it lacks, and where.
    #[schema(value_type = Vec<Object>)]
    lacks: Vec<Found>,
    /// Who holds on to it.
    #[schema(value_type = Vec<Object>)]
    holds: Vec<Holding>,
    /// What was done to it, and why.
    #[schema(value_type = Vec<Object>)]
    reasons: Vec<Reasoned>,
    /// Words about its cards.
    #[schema(value_type = Vec<Object>)]
    words: Vec<WordLine>,
}

/// Where a thing comes from, without what names a source.
fn unsourced(from: Provenance) -> Provenance {
    Provenance {
        sources: Vec::new(),
        ..from
    }
}

impl From<RecordView> for RecordJson {
    fn from(view: RecordView) -> Self {
        let said = view.stated.into_iter().map(|said| Assertion {
            from: unsourced(said.one.from),
            ..said.one
        });
        let ties = view.ties.into_iter().map(|tie| Association {
            from: unsourced(tie.one.from),
            ..tie.one
        });
        Self {
            id: view.id.to_string(),
            number: view.number,
            version: view.version,
            stage: view.stage,
            subject: view.subject.code().to_owned(),
            frame: view.frame,
            label: view.label,
            created: view.created.to_string(),
            updated: view.updated.to_string(),
            assertions: said.collect(),
            associations: ties.collect(),
            lacks: view.lacks,
            holds: view.holds,
            reasons: view.reasons,
            words: view.words,
        }
    }
}

/// Why a record is opened.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ConsultJson {
    /// Act id (UUIDv7); made by the node if missing.
    act: Option<String>,
    /// "case", "question", "hit", "second", "review", "redress" or "oversight".
    occasion: String,
    /// What it is about: the number of a case, request or card.
    reference: String,
}

/// Says why a record is opened that somebody else keeps: until the day is over it can be read.
#[utoipa::path(post, path = "/api/1/records/{id}/consultations", tag = "records", params(("id" = String, Path, description = "UUID")),
    request_body = ConsultJson, responses((status = 204, description = "It can be read today."), Problems))]
async fn consult(
    me: Signed,
    Path(id): Path<String>,
    Asked(asked): Asked<ConsultJson>,
) -> Result<StatusCode, Problem> {
    let act = Consult {
        act: act_of(&me, asked.act.as_deref())?,
        record: id_of(&id)?,
        occasion: parsed(&asked.occasion, "occasion")?,
        reference: asked.reference,
    };
    records::consult(me.office(), me.actor(), act).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// One record that the officer keeps, or has said why it is opened. Hidden and absent are alike.
#[utoipa::path(get, path = "/api/1/records/{id}", tag = "records", params(("id" = String, Path, description = "UUID")),
    responses((status = 200, description = "What may be read of it.", body = RecordJson), Problems))]
async fn read(me: Signed, Path(id): Path<String>) -> Result<Json<RecordJson>, Problem> {
    let reader = me.read(Purpose::Intelligence).await?;
    let view = reader.subject(id_of(&id)?).await?;
    Ok(Json(RecordJson::from(view)))
}
