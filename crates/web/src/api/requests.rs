//! Requests: list, read, draft, edit, check, and every verb of their life-cycle.

use axum::Json;
use axum::extract::{Path, Query};
use model::request::{OnTrack, Phase, Task, Waiting};
use model::{
    ActId, AuthorityId, Lang, Purpose, Request, RequestId, Side, Stage, StateCode, Urgency, Verb,
};
use office::reader::{RequestLine, WorklistFilter};
use office::requests::{self, On};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{Asked, Problems};
use crate::app::App;
use crate::{Problem, Signed};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, draft))
        .routes(routes!(read, edit))
        .routes(routes!(check))
        .routes(routes!(track))
        .routes(routes!(act))
}

/// The verbs behind `/acts/{verb}`; office asks for the one that is done.
pub const VERBS: &[Verb] = &[
    Verb::RequestSubmit,
    Verb::RequestEnter,
    Verb::RequestValidate,
    Verb::RequestApprove,
    Verb::RequestReturnToAuthor,
    Verb::RequestSend,
    Verb::RequestWithdraw,
    Verb::RequestAnswer,
    Verb::RequestClose,
    Verb::RequestRegister,
    Verb::RequestAcknowledge,
    Verb::RequestAsk,
    Verb::RequestConsult,
    Verb::RequestAccept,
    Verb::RequestPostpone,
    Verb::RequestRefuse,
    Verb::RequestConfirmRefusal,
    Verb::RequestDropRefusal,
    Verb::RequestExecute,
    Verb::RequestStep,
    Verb::RequestCost,
];

/// What of the worklist is wanted.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// "outgoing" or "incoming".
    side: Option<String>,
    /// Code of a stage.
    stage: Option<String>,
    /// Also what is over.
    #[serde(default)]
    over: bool,
    /// Code of the other State.
    counterpart: Option<String>,
    /// An exact number.
    number: Option<String>,
    /// "us" or "them": on whom it waits.
    waiting_on: Option<String>,
    /// Counted from 0.
    #[serde(default)]
    page: u32,
}

/// A line of the worklist.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct LineJson {
    id: String,
    number: String,
    side: String,
    counterpart: String,
    template: String,
    stage: String,
    urgency: String,
    class: String,
    /// "us", "them" or "nobody".
    waiting_on: &'static str,
    /// The clock that ends first.
    next_clock: Option<Value>,
    officer: Option<String>,
    version: i64,
    updated: String,
}

impl From<RequestLine> for LineJson {
    fn from(line: RequestLine) -> Self {
        let request = line.request;
        Self {
            id: request.id.to_string(),
            counterpart: request.partner().to_string(),
            side: request.side.code().to_owned(),
            stage: request.stage.code().to_owned(),
            urgency: request.urgency.code().to_owned(),
            class: request.label.class.code().to_owned(),
            waiting_on: line.waiting.code(),
            next_clock: line
                .next_clock
                .and_then(|clock| serde_json::to_value(clock).ok()),
            officer: line.officer,
            version: request.version,
            updated: request.updated.to_string(),
            template: request.template,
            number: request.number,
        }
    }
}

/// A page of the worklist.
#[derive(Debug, Serialize, ToSchema)]
struct ListJson {
    rows: Vec<LineJson>,
    /// Counted from 0.
    page: u32,
    /// In all.
    total: u64,
}

fn coded<T>(
    text: Option<String>,
    field: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, Problem> {
    text.map(|text| read(&text).ok_or_else(|| Problem::input("MALFORMED", field)))
        .transpose()
}

/// The worklist, by urgency and time left.
#[utoipa::path(get, path = "/api/1/requests", tag = "requests", params(Wanted),
    responses((status = 200, description = "A page of the worklist.", body = ListJson), Problems))]
async fn list(
    me: Signed,
    wanted: Result<Query<Wanted>, axum::extract::rejection::QueryRejection>,
) -> Result<Json<ListJson>, Problem> {
    let Query(wanted) = wanted.map_err(|_| Problem::new("BAD-REQUEST"))?;
    let filter = WorklistFilter {
        side: coded(wanted.side, "side", Side::from_code)?,
        stages: coded(wanted.stage, "stage", Stage::from_code)?
            .into_iter()
            .collect(),
        over: wanted.over,
        counterpart: coded(wanted.counterpart, "counterpart", |text| {
            text.parse::<StateCode>().ok()
        })?,
        number: wanted.number,
        waiting: coded(wanted.waiting_on, "waiting_on", Waiting::from_code)?,
        page: wanted.page,
        ..WorklistFilter::default()
    };
    let page = me.read(Purpose::Mla).await?.worklist(&filter).await?;
    Ok(Json(ListJson {
        rows: page.rows.into_iter().map(LineJson::from).collect(),
        page: page.page,
        total: page.total,
    }))
}

/// A new draft.
#[derive(Debug, Deserialize, ToSchema)]
struct DraftJson {
    /// Act id (UUIDv7): the same again does nothing twice. Made by the node if missing.
    act: Option<String>,
    /// "mla".
    template: String,
    /// Requested State.
    to: String,
    /// Requested authority.
    to_authority: String,
    /// Language it is written in.
    lang: String,
    /// "normal", "urgent" or "emergency".
    urgency: String,
    /// The fields so far, as the template's JSON Schema describes them.
    #[schema(value_type = Object)]
    content: Value,
}

/// The id of what was made.
#[derive(Debug, Serialize, ToSchema)]
struct Made {
    id: String,
}

/// Text to a typed value, else 422 at the field.
pub(super) fn parsed<T: std::str::FromStr>(text: &str, field: &str) -> Result<T, Problem> {
    text.parse().map_err(|_| Problem::input("MALFORMED", field))
}

/// The act id that came, or a fresh one.
pub(super) fn act_of(me: &Signed, text: Option<&str>) -> Result<ActId, Problem> {
    text.map_or_else(|| Ok(me.office().new_act()), |text| parsed(text, "act"))
}

/// Begins a draft.
#[utoipa::path(post, path = "/api/1/requests", tag = "requests", request_body = DraftJson,
    responses((status = 201, description = "The draft is kept.", body = Made), Problems))]
async fn draft(
    me: Signed,
    Asked(body): Asked<DraftJson>,
) -> Result<(http::StatusCode, Json<Made>), Problem> {
    let draft = requests::Draft {
        act: act_of(&me, body.act.as_deref())?,
        template: body.template,
        to: parsed(&body.to, "to")?,
        to_authority: parsed::<AuthorityId>(&body.to_authority, "to_authority")?,
        lang: parsed::<Lang>(&body.lang, "lang")?,
        urgency: parsed::<Urgency>(&body.urgency, "urgency")?,
        content: body.content,
    };
    let id = requests::draft(me.office(), me.actor(), draft).await?;
    Ok((http::StatusCode::CREATED, Json(Made { id: id.to_string() })))
}

/// Reads a request: its record as both States know it.
#[utoipa::path(get, path = "/api/1/requests/{id}", tag = "requests", params(("id" = String, Path, description = "UUID")),
    responses((status = 200, description = "The request.", body = Object), Problems))]
async fn read(me: Signed, Path(id): Path<String>) -> Result<Json<Request>, Problem> {
    Ok(Json(
        me.read(Purpose::Mla)
            .await?
            .request_or_not_found(id_of(&id)?)
            .await?,
    ))
}

/// An id in a path that is not well formed names nothing.
pub(super) fn id_of<T: std::str::FromStr>(text: &str) -> Result<T, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

/// A change of a draft: what is missing stays.
#[derive(Debug, Deserialize, ToSchema)]
struct EditJson {
    act: Option<String>,
    /// The version that was seen.
    version: i64,
    /// New fields, whole.
    #[schema(value_type = Option<Object>)]
    content: Option<Value>,
    /// "normal", "urgent" or "emergency".
    urgency: Option<String>,
    /// Language it is written in.
    lang: Option<String>,
}

/// The version after an act.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Version {
    /// The version after the act.
    pub(super) version: i64,
}

/// Changes a draft. Findings never stop saving.
#[utoipa::path(put, path = "/api/1/requests/{id}", tag = "requests", params(("id" = String, Path, description = "UUID")), request_body = EditJson,
    responses((status = 200, description = "The draft is kept.", body = Version), Problems))]
async fn edit(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<EditJson>,
) -> Result<Json<Version>, Problem> {
    let what = model::request::Edit {
        seen_version: body.version,
        content: body.content,
        urgency: body
            .urgency
            .map(|text| parsed(&text, "urgency"))
            .transpose()?,
        lang: body.lang.map(|text| parsed(&text, "lang")).transpose()?,
        ..Default::default()
    };
    let on = On {
        act: act_of(&me, body.act.as_deref())?,
        request: id_of(&id)?,
        version: body.version,
        what,
    };
    Ok(Json(Version {
        version: requests::edit(me.office(), me.actor(), on).await?,
    }))
}

/// What the validator says: findings, verdict, ranked legal basis.
#[utoipa::path(get, path = "/api/1/requests/{id}/check", tag = "requests", params(("id" = String, Path, description = "UUID")),
    responses((status = 200, description = "What was found.", body = Object), Problems))]
async fn check(me: Signed, Path(id): Path<String>) -> Result<Json<requests::Checked>, Problem> {
    Ok(Json(
        requests::check(me.office(), me.actor(), id_of(&id)?).await?,
    ))
}

/// Where a request stands on its track, and what is to be done next.
#[derive(Debug, Serialize, ToSchema)]
struct TrackJson {
    /// The track and the phases passed; nothing where its kind has no track.
    #[schema(value_type = Option<Object>)]
    on: Option<OnTrack>,
    /// Where it stands now; what did not come in time makes it `lapse_due`.
    #[schema(value_type = Option<String>)]
    phase: Option<Phase>,
    /// The steps that this side could take next, by code.
    steps: Vec<&'static str>,
    /// What is to be done next on this side.
    #[schema(value_type = Vec<Object>)]
    tasks: Vec<Task>,
}

/// Reads where a request stands on its track: phases, possible steps, tasks.
#[utoipa::path(get, path = "/api/1/requests/{id}/steps", tag = "requests", params(("id" = String, Path, description = "UUID")),
    responses((status = 200, description = "The track.", body = TrackJson), Problems))]
async fn track(me: Signed, Path(id): Path<String>) -> Result<Json<TrackJson>, Problem> {
    let reader = me.read(Purpose::Mla).await?;
    let request = reader.request_or_not_found(id_of(&id)?).await?;
    let now = me.office().now();
    let calendar = requests::calendar(me.office(), &request).await?;
    Ok(Json(TrackJson {
        phase: request.phase_at(now),
        steps: request
            .next_steps()
            .iter()
            .map(|step| step.code())
            .collect(),
        tasks: request.tasks(now, &calendar),
        on: request.on_track(),
    }))
}

/// An act on a request: the version that was seen, and what the verb needs besides.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct ActJson {
    act: Option<String>,
    /// The version that was seen; another one by now is refused as `STALE`.
    version: i64,
    /// What the verb needs: a note, a reason, items asked for, …
    #[serde(flatten)]
    #[schema(value_type = Object)]
    what: serde_json::Map<String, Value>,
}

pub(super) fn on<A: DeserializeOwned>(
    me: &Signed,
    id: RequestId,
    body: ActJson,
) -> Result<On<A>, Problem> {
    let act = act_of(me, body.act.as_deref())?;
    let what = serde_json::from_value(Value::Object(body.what)).map_err(|error| Problem {
        detail: Some(error.to_string()),
        ..Problem::new("MALFORMED")
    })?;
    Ok(On {
        act,
        request: id,
        version: body.version,
        what,
    })
}

macro_rules! verbs {
    ($me:expr, $verb:expr, $id:expr, $body:expr; $($code:literal => $act:path,)+) => {
        match $verb {
            $($code => $act($me.office(), $me.actor(), on(&$me, $id, $body)?).await?,)+
            _ => return Err(Problem::not_found()),
        }
    };
}

/// Does an act: submit, enter (what was written down from paper), validate, approve, return-to-author, send, withdraw, answer, close, register, acknowledge, ask,
/// consult, accept, postpone, refuse, confirm-refusal, drop-refusal, begin-execution, progress, report-part, execute,
/// note-cost, answer-cost, step (of the track that its kind has, or on single measures; `GET …/steps` names those that are possible).
#[utoipa::path(post, path = "/api/1/requests/{id}/acts/{verb}", tag = "requests", request_body = ActJson,
    params(("id" = String, Path, description = "UUID"), ("verb" = String, Path, description = "The act.")),
    responses((status = 200, description = "It is done.", body = Version), Problems))]
async fn act(
    me: Signed,
    Path((id, verb)): Path<(String, String)>,
    Asked(body): Asked<ActJson>,
) -> Result<Json<Version>, Problem> {
    let id: RequestId = id_of(&id)?;
    let version = verbs!(me, verb.as_str(), id, body;
        "submit" => requests::submit,
        "enter" => requests::enter,
        "validate" => requests::validate,
        "approve" => requests::approve,
        "return-to-author" => requests::return_to_author,
        "send" => requests::send,
        "withdraw" => requests::withdraw,
        "answer" => requests::answer,
        "close" => requests::close,
        "register" => requests::register,
        "acknowledge" => requests::acknowledge,
        "ask" => requests::ask,
        "consult" => requests::consult,
        "accept" => requests::accept,
        "postpone" => requests::postpone,
        "refuse" => requests::refuse,
        "confirm-refusal" => requests::confirm_refusal,
        "drop-refusal" => requests::drop_refusal,
        "begin-execution" => requests::begin_execution,
        "progress" => requests::progress,
        "report-part" => requests::report_part,
        "execute" => requests::execute,
        "step" => requests::step,
        "note-cost" => requests::note_cost,
        "answer-cost" => requests::answer_cost,
    );
    Ok(Json(Version { version }))
}
