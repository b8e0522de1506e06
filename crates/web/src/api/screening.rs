//! Control over screening: files of questions, the review queue, reviews, watched subjects, the log. Who acts is who is
//! signed in; no call has a field for another officer.

mod log;

use std::collections::BTreeMap;

use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, QueryRejection};
use axum::extract::{DefaultBodyLimit, Path, Query};
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use jiff::Timestamp;
use model::{Purpose, limits};
use office::Page;
use office::screening::Question;
use office::screening::batch::{self, FileLine, FileOrder, FileSheet};
use office::screening::queue::{self, Decide, DecideReport, HitLine, HitSheet, HitsWanted};
use office::screening::reviews::{self, Review, ReviewLine, ReviewsWanted, Withdraw};
use office::screening::subject::Subject;
use office::screening::watch::{self, Enrol, Stop, WatchLine, WatchesWanted};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouterExt as _};
use utoipa_axum::routes;

use super::requests::{act_of, parsed};
use super::{Asked, Problems, done};
use crate::app::App;
use crate::pages::screening::files::taken as taken_away;
use crate::{Problem, Signed, csrf};

pub(super) fn routes() -> OpenApiRouter<App> {
    let file = routes!(files, start).layer(DefaultBodyLimit::max(limits::SCREEN_FILE_BYTES_MAX));
    OpenApiRouter::new()
        .routes(file)
        .routes(routes!(file_of))
        .routes(routes!(result))
        .routes(routes!(hits))
        .routes(routes!(hit))
        .routes(routes!(decide))
        .routes(routes!(review_lines, review))
        .routes(routes!(withdraw))
        .routes(routes!(watches, enrol))
        .routes(routes!(stop))
        .merge(log::routes())
}

/// A page of something.
#[derive(Debug, Serialize, ToSchema)]
struct PageJson {
    #[schema(value_type = Vec<Object>)]
    rows: Vec<serde_json::Value>,
    /// Counted from 0.
    page: u32,
    total: u64,
    /// Rows on a full page.
    size: u32,
}

fn page<T: Serialize>(page: Page<T>) -> Json<PageJson> {
    let rows = page.rows.iter();
    Json(PageJson {
        rows: rows
            .filter_map(|row| serde_json::to_value(row).ok())
            .collect(),
        page: page.page,
        total: page.total,
        size: page.size,
    })
}

/// Which page, and what is on it.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// Counted from 0.
    #[serde(default)]
    page: u32,
    /// Also what is decided, or holds no longer.
    #[serde(default)]
    over: bool,
    /// Only the caller's own.
    #[serde(default)]
    mine: bool,
}

type WantedPage = Result<Query<Wanted>, QueryRejection>;

fn wanted(asked: WantedPage) -> Result<Wanted, Problem> {
    asked
        .map(|Query(wanted)| wanted)
        .map_err(|_| Problem::new("BAD-REQUEST"))
}

async fn reader(me: &Signed) -> Result<office::Reader, Problem> {
    me.read(Purpose::Screening).await
}

/// A question: a schema and values by property, in the words of FollowTheMoney.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct QuestionJson {
    /// "Person", "Organization", "Vessel"; every kind if missing.
    #[serde(default)]
    schema: String,
    /// `name`, `birthDate`, `nationality`, `passportNumber` and the like, each with its values.
    properties: BTreeMap<String, Vec<String>>,
}

impl From<QuestionJson> for Question {
    fn from(json: QuestionJson) -> Self {
        Self {
            schema: json.schema,
            properties: json.properties,
        }
    }
}

fn moment(text: &str, field: &str) -> Result<Timestamp, Problem> {
    parsed(text, field)
}

/// The id of what was made.
#[derive(Debug, Serialize, ToSchema)]
struct Made {
    id: String,
}

/// What is said of a file; its bytes are the body.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct FileAbout {
    /// Act id (UUIDv7): the same again is the same file. Made by the node if missing.
    act: Option<String>,
    /// File name.
    #[serde(default)]
    name: String,
    /// Reference of the case.
    case: Option<String>,
    /// From which score on a record is a hit, 0.3 to 1.
    threshold: Option<f64>,
}

/// Checks a file of questions: csv with a header, or a JSON object a line. It goes on in the background.
#[utoipa::path(post, path = "/api/1/screen/files", tag = "screen", params(FileAbout),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 202, description = "The file is being checked.", body = Made), Problems))]
async fn start(
    me: Signed,
    about: Result<Query<FileAbout>, QueryRejection>,
    headers: HeaderMap,
    bytes: Result<Bytes, BytesRejection>,
) -> Result<(StatusCode, Json<Made>), Problem> {
    csrf::api(me.ctx(), &headers)?;
    let Query(about) = about.map_err(|_| Problem::new("BAD-REQUEST"))?;
    let order = FileOrder {
        act: act_of(&me, about.act.as_deref())?,
        name: about.name,
        bytes: bytes.map_err(|e| Problem::of_body(e.status()))?,
        case: about.case,
        threshold: about.threshold,
    };
    let id = batch::start(me.office(), me.actor(), order).await?;
    Ok((StatusCode::ACCEPTED, Json(Made { id: bare(&id) })))
}

/// An id without its kind.
fn bare(id: &str) -> String {
    let (_, bare) = id.split_once(':').unwrap_or(("", id));
    bare.to_owned()
}

/// Files that the caller sent, newest first.
#[utoipa::path(get, path = "/api/1/screen/files", tag = "screen", params(Wanted),
    responses((status = 200, description = "The files.", body = PageJson), Problems))]
async fn files(me: Signed, asked: WantedPage) -> Result<Json<PageJson>, Problem> {
    let wanted = wanted(asked)?;
    let files: Page<FileLine> = reader(&me).await?.files(wanted.page).await?;
    Ok(page(files))
}

/// A file: how far it is, and its rows that hit something.
#[utoipa::path(get, path = "/api/1/screen/files/{id}", tag = "screen", params(("id" = String, Path, description = "Id of the file")),
    responses((status = 200, description = "The file.", body = Object), Problems))]
async fn file_of(me: Signed, Path(id): Path<String>) -> Result<Json<FileSheet>, Problem> {
    let file = reader(&me).await?.file(&format!("batch:{id}")).await?;
    file.map(Json).ok_or_else(Problem::not_found)
}

/// How a result is taken away.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Taken {
    /// "csv" or "jsonl".
    #[serde(default)]
    format: String,
}

/// The result of a file that is done, a line for each row at least.
#[utoipa::path(get, path = "/api/1/screen/files/{id}/result", tag = "screen",
    params(("id" = String, Path, description = "Id of the file"), Taken),
    responses((status = 200, description = "The result.", content_type = "text/csv"), Problems))]
async fn result(
    me: Signed,
    Path(id): Path<String>,
    taken: Result<Query<Taken>, QueryRejection>,
) -> Result<Response, Problem> {
    let Query(taken) = taken.map_err(|_| Problem::new("BAD-REQUEST"))?;
    taken_away(&me, &id, &taken.format).await
}

/// Hits that wait for a decision.
#[utoipa::path(get, path = "/api/1/screen/queue", tag = "screen", params(Wanted),
    responses((status = 200, description = "The hits.", body = PageJson), Problems))]
async fn hits(me: Signed, asked: WantedPage) -> Result<Json<PageJson>, Problem> {
    let wanted = wanted(asked)?;
    let which = HitsWanted {
        decided: wanted.over,
        officer: wanted.mine.then(|| me.officer().id),
        subject: None,
        page: wanted.page,
    };
    let hits: Page<HitLine> = reader(&me).await?.hits(&which).await?;
    Ok(page(hits))
}

/// A hit: what was asked, what was found and why, what was decided, the record as it is now.
#[utoipa::path(get, path = "/api/1/screen/queue/{id}", tag = "screen", params(("id" = String, Path, description = "Id of the hit")),
    responses((status = 200, description = "The hit.", body = Object), Problems))]
async fn hit(me: Signed, Path(id): Path<String>) -> Result<Json<HitSheet>, Problem> {
    let hit = reader(&me)
        .await?
        .hit(&format!("hit:{}", bare(&id)))
        .await?;
    hit.map(Json).ok_or_else(Problem::not_found)
}

/// What a person says about a hit.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct DecideJson {
    /// Act id (UUIDv7); made by the node if missing.
    act: Option<String>,
    /// The version that was seen.
    version: i64,
    /// "this", "not_this" or "unsure".
    verdict: String,
    /// Why.
    reason: String,
    /// Until when the decision holds (RFC 3339); the longest time there is if missing.
    until: Option<String>,
}

/// Decides about a hit.
#[utoipa::path(post, path = "/api/1/screen/queue/{id}/decide", tag = "screen", request_body = DecideJson,
    params(("id" = String, Path, description = "Id of the hit")),
    responses((status = 200, description = "The hit's version, and the review that holds.", body = Object), Problems))]
async fn decide(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<DecideJson>,
) -> Result<Json<DecideReport>, Problem> {
    let act = Decide {
        act: act_of(&me, body.act.as_deref())?,
        hit: format!("hit:{}", bare(&id)),
        version: body.version,
        verdict: parsed(&body.verdict, "verdict")?,
        reason: body.reason,
        until: body.until.map(|text| moment(&text, "until")).transpose()?,
    };
    Ok(Json(queue::decide(me.office(), me.actor(), act).await?))
}

/// Reviews in force, newest first.
#[utoipa::path(get, path = "/api/1/screen/reviews", tag = "screen", params(Wanted),
    responses((status = 200, description = "The reviews.", body = PageJson), Problems))]
async fn review_lines(me: Signed, asked: WantedPage) -> Result<Json<PageJson>, Problem> {
    let wanted = wanted(asked)?;
    let which = ReviewsWanted {
        over: wanted.over,
        subject: None,
        page: wanted.page,
    };
    let reviews: Page<ReviewLine> = reader(&me).await?.reviews(&which).await?;
    Ok(page(reviews))
}

/// A review of a record for a subject.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ReviewJson {
    /// Act id (UUIDv7); made by the node if missing.
    act: Option<String>,
    /// The caller's own stable reference of the subject; the question otherwise.
    subject: Option<String>,
    /// The question by which the subject is asked about.
    question: Option<QuestionJson>,
    /// Id of the record.
    entity: String,
    /// "this" or "not_this".
    verdict: String,
    /// Why.
    reason: String,
    /// Until when it holds (RFC 3339).
    until: String,
}

/// Reviews a record for a subject.
#[utoipa::path(post, path = "/api/1/screen/reviews", tag = "screen", request_body = ReviewJson,
    responses((status = 201, description = "The review holds.", body = Made), Problems))]
async fn review(
    me: Signed,
    Asked(body): Asked<ReviewJson>,
) -> Result<(StatusCode, Json<Made>), Problem> {
    let subject = match (body.subject, body.question) {
        (Some(reference), None) => Some(Subject::named(me.office(), &reference)?),
        (None, Some(question)) => Subject::of(me.office(), &question.into())?,
        _ => None,
    };
    let act = Review {
        act: act_of(&me, body.act.as_deref())?,
        subject: subject.ok_or_else(|| Problem::input("SUBJECT", "subject"))?,
        entity: body.entity,
        verdict: parsed(&body.verdict, "verdict")?,
        reason: body.reason,
        until: moment(&body.until, "until")?,
    };
    let id = reviews::review(me.office(), me.actor(), act).await?;
    Ok((StatusCode::CREATED, Json(Made { id: bare(&id) })))
}

/// An act on something that was seen.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SeenJson {
    /// Act id (UUIDv7); made by the node if missing.
    act: Option<String>,
    /// The version that was seen.
    version: i64,
}

/// Takes a review back; the record is an answer again.
#[utoipa::path(post, path = "/api/1/screen/reviews/{id}/withdraw", tag = "screen", request_body = SeenJson,
    params(("id" = String, Path, description = "Id of the review")),
    responses((status = 204, description = "It holds no longer."), Problems))]
async fn withdraw(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<SeenJson>,
) -> Result<Response, Problem> {
    let act = Withdraw {
        act: act_of(&me, body.act.as_deref())?,
        review: format!("review:{}", bare(&id)),
        version: body.version,
    };
    reviews::withdraw(me.office(), me.actor(), act).await?;
    Ok(done())
}

/// Watched subjects of the caller's authority, newest first.
#[utoipa::path(get, path = "/api/1/screen/watches", tag = "screen", params(Wanted),
    responses((status = 200, description = "The watched subjects.", body = PageJson), Problems))]
async fn watches(me: Signed, asked: WantedPage) -> Result<Json<PageJson>, Problem> {
    let wanted = wanted(asked)?;
    let which = WatchesWanted {
        officer: wanted.mine.then(|| me.officer().id),
        case: None,
        page: wanted.page,
    };
    let watches: Page<WatchLine> = reader(&me).await?.watches(&which).await?;
    Ok(page(watches))
}

/// A subject to be watched, by the officer who calls.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct EnrolJson {
    /// Act id (UUIDv7); made by the node if missing.
    act: Option<String>,
    /// Who is watched.
    question: QuestionJson,
    /// Reference of the case.
    #[serde(default)]
    case: String,
    /// Why.
    #[serde(default)]
    reason: String,
    /// Until when (RFC 3339).
    #[serde(default)]
    until: String,
}

/// Watches one subject, for a case and until a day.
#[utoipa::path(post, path = "/api/1/screen/watches", tag = "screen", request_body = EnrolJson,
    responses((status = 201, description = "The subject is watched.", body = Made), Problems))]
async fn enrol(
    me: Signed,
    Asked(body): Asked<EnrolJson>,
) -> Result<(StatusCode, Json<Made>), Problem> {
    let act = Enrol {
        act: act_of(&me, body.act.as_deref())?,
        question: body.question.into(),
        case: body.case,
        reason: body.reason,
        until: moment(&body.until, "until")?,
    };
    let id = watch::enrol(me.office(), me.actor(), act).await?;
    Ok((StatusCode::CREATED, Json(Made { id: bare(&id) })))
}

/// Stops watching a subject; what is kept of it is destroyed.
#[utoipa::path(post, path = "/api/1/screen/watches/{id}/stop", tag = "screen", request_body = SeenJson,
    params(("id" = String, Path, description = "Id of the watch")),
    responses((status = 204, description = "It is watched no longer."), Problems))]
async fn stop(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<SeenJson>,
) -> Result<Response, Problem> {
    let act = Stop {
        act: act_of(&me, body.act.as_deref())?,
        watch: format!("watch:{}", bare(&id)),
        version: body.version,
    };
    watch::stop(me.office(), me.actor(), act).await?;
    Ok(done())
}
