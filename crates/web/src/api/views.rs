//! Views of a case for programs: the dry check, translations, the defence, the paper bridge.

use axum::Json;
use axum::extract::{Path, Query};
use model::translation::{self, Beside, Certificate, Certify, Translate};
use model::{Purpose, Refusal, Request};
use office::bridge;
use office::requests::{self, DryCheck};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::requests::{ActJson, Version, act_of, id_of, on};
use super::{Asked, Problems};
use crate::app::App;
use crate::{Problem, Signed};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(dry))
        .routes(routes!(read, translate))
        .routes(routes!(certify))
        .routes(routes!(defence))
        .routes(routes!(defence_export))
        .routes(routes!(package))
        .routes(routes!(scan))
}

/// What the requested State would find in a draft, by the rules it has published. Nothing is written, nothing leaves.
#[utoipa::path(get, path = "/api/1/requests/{id}/dry-check", tag = "requests", params(("id" = String, Path, description = "UUID")),
    responses((status = 200, description = "What would be found.", body = Object), Problems))]
async fn dry(me: Signed, Path(id): Path<String>) -> Result<Json<DryCheck>, Problem> {
    Ok(Json(
        requests::dry_check(me.office(), me.actor(), id_of(&id)?).await?,
    ))
}

/// What the defence may be shown of a case.
#[utoipa::path(get, path = "/api/1/requests/{id}/defence", tag = "requests", params(("id" = String, Path, description = "UUID")),
    responses((status = 200, description = "What may be shown.", body = Object), Problems))]
async fn defence(
    me: Signed,
    Path(id): Path<String>,
) -> Result<Json<model::defence::Disclosure>, Problem> {
    let (_, shown) = office::defence::shown(me.office(), me.actor(), id_of(&id)?).await?;
    Ok(Json(shown))
}

/// An act that needs nothing else said.
#[derive(Debug, Deserialize, ToSchema)]
struct PlainJson {
    /// Act id (UUIDv7); made by the node if missing.
    act: Option<String>,
}

/// Takes the signed record for the court file out: one JSON file that anybody can verify.
#[utoipa::path(post, path = "/api/1/requests/{id}/defence/export", tag = "requests", params(("id" = String, Path, description = "UUID")), request_body = PlainJson,
    responses((status = 200, description = "The file.", body = Object), Problems))]
async fn defence_export(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<PlainJson>,
) -> Result<axum::response::Response, Problem> {
    let act = act_of(&me, body.act.as_deref())?;
    let bytes = office::defence::export(me.office(), me.actor(), act, id_of(&id)?).await?;
    let kind = [(http::header::CONTENT_TYPE, "application/json")];
    Ok(axum::response::IntoResponse::into_response((kind, bytes)))
}

/// The codes of a printed request as text.
#[derive(Debug, Serialize, ToSchema)]
struct CodesJson {
    /// A line for each code.
    codes: Vec<String>,
}

/// Prints a request with codes that carry it: their text.
#[utoipa::path(post, path = "/api/1/requests/{id}/package", tag = "requests", params(("id" = String, Path, description = "UUID")), request_body = PlainJson,
    responses((status = 200, description = "The codes.", body = CodesJson), Problems))]
async fn package(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<PlainJson>,
) -> Result<Json<CodesJson>, Problem> {
    let act = act_of(&me, body.act.as_deref())?;
    let what = (id_of(&id)?, me.lang());
    let (_, codes) = bridge::print(me.office(), me.actor(), act, what).await?;
    Ok(Json(CodesJson { codes }))
}

/// Scanned codes.
#[derive(Debug, Deserialize, ToSchema)]
struct ScanJson {
    /// The text, a line for each code, in any order.
    codes: String,
}

/// What was read of them.
#[derive(Debug, Serialize, ToSchema)]
struct ScannedJson {
    /// Codes that the package has.
    total: usize,
    /// Numbers of those that are missing.
    missing: Vec<usize>,
    /// Numbers of those that were misread.
    misread: Vec<usize>,
    /// Number of the request, when the package is whole.
    number: Option<String>,
    /// Digest of its content.
    content_sha256: Option<String>,
    /// "by", "nobody", "no_card" or "wrong".
    signed: Option<&'static str>,
    /// State and authority that signed, and when.
    signer: Option<String>,
    /// The same request as this node holds; nothing where it holds none that may be seen.
    same: Option<bool>,
    /// Where it differs.
    #[schema(value_type = Vec<Object>)]
    differs: Vec<bridge::Differs>,
    /// The content.
    #[schema(value_type = Option<Object>)]
    content: Option<serde_json::Value>,
}

/// Reads scanned codes of a printed request and compares them. Nothing is kept.
#[utoipa::path(post, path = "/api/1/paper/scan", tag = "requests", request_body = ScanJson,
    responses((status = 200, description = "What was read.", body = ScannedJson), Problems))]
async fn scan(me: Signed, Asked(body): Asked<ScanJson>) -> Result<Json<ScannedJson>, Problem> {
    let compared = bridge::scan(me.office(), me.actor(), &body.codes).await?;
    let whole = compared.scanned.whole;
    let (signed, signer) = match whole.as_ref().map(|whole| &whole.signed) {
        None => (None, None),
        Some(bridge::Signed::Nobody) => (Some("nobody"), None),
        Some(bridge::Signed::Wrong) => (Some("wrong"), None),
        Some(bridge::Signed::By(by)) => (Some("by"), Some(by)),
        Some(bridge::Signed::NoCard(by)) => (Some("no_card"), Some(by)),
    };
    let signer = signer.map(|by| format!("{} {} {}", by.state, by.authority, by.at));
    let differs = compared.held.map(|held| held.differs);
    Ok(Json(ScannedJson {
        total: compared.scanned.total,
        missing: compared.scanned.missing,
        misread: compared.scanned.misread,
        number: whole.as_ref().map(|whole| whole.number.clone()),
        content_sha256: whole.as_ref().map(|whole| whole.sha256.to_string()),
        signed,
        signer,
        same: differs.as_ref().map(Vec::is_empty),
        differs: differs.unwrap_or_default(),
        content: whole.map(|whole| whole.content),
    }))
}

/// Which translation is wanted.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// Language code (ISO 639).
    lang: String,
}

/// A request beside its translation.
#[derive(Debug, Serialize, ToSchema)]
struct TranslationJson {
    /// Version of the request.
    version: i64,
    /// Each text with its translation and where that stands.
    #[schema(value_type = Vec<Object>)]
    texts: Vec<Beside>,
    /// The translator's certificate.
    #[schema(value_type = Option<Object>)]
    certificate: Option<Certificate>,
    /// Whether it covers exactly what stands here.
    holds: bool,
}

/// Reads every free text of a request beside its translation.
#[utoipa::path(get, path = "/api/1/requests/{id}/translation", tag = "requests", params(("id" = String, Path, description = "UUID"), Wanted),
    responses((status = 200, description = "The translation.", body = TranslationJson), Problems))]
async fn read(
    me: Signed,
    Path(id): Path<String>,
    wanted: Result<Query<Wanted>, axum::extract::rejection::QueryRejection>,
) -> Result<Json<TranslationJson>, Problem> {
    let reader = me.read(Purpose::Mla).await?;
    let request: Request = reader.request_or_not_found(id_of(&id)?).await?;
    let Query(wanted) = wanted.map_err(|_| Problem::input("MISSING", "lang"))?;
    let form = me
        .office()
        .forms()
        .reading(&request.template, request.template_version)
        .ok_or_else(|| Problem::from(office::Error::from(Refusal::new("TEMPLATE"))))?;
    let lang = translation::primary(&wanted.lang);
    let content = request.content_now();
    let certificate = translation::certificates(&content)
        .into_iter()
        .find(|c| c.lang == lang);
    Ok(Json(TranslationJson {
        version: request.version,
        texts: requests::beside(&form.template, &content, &lang),
        holds: certificate
            .as_ref()
            .is_some_and(|c| requests::holds(&form.template, &content, c)),
        certificate,
    }))
}

/// Writes translations beside the originals of a draft.
#[utoipa::path(post, path = "/api/1/requests/{id}/translation", tag = "requests", params(("id" = String, Path, description = "UUID")), request_body = ActJson,
    responses((status = 200, description = "The draft is kept.", body = Version), Problems))]
async fn translate(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<ActJson>,
) -> Result<Json<Version>, Problem> {
    let on = on::<Translate>(&me, id_of(&id)?, body)?;
    Ok(Json(Version {
        version: requests::translate(me.office(), me.actor(), on).await?,
    }))
}

/// Writes the translator's certificate into a draft.
#[utoipa::path(post, path = "/api/1/requests/{id}/translation/certify", tag = "requests", params(("id" = String, Path, description = "UUID")), request_body = ActJson,
    responses((status = 200, description = "The draft is kept.", body = Version), Problems))]
async fn certify(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<ActJson>,
) -> Result<Json<Version>, Problem> {
    let on = on::<Certify>(&me, id_of(&id)?, body)?;
    Ok(Json(Version {
        version: requests::certify(me.office(), me.actor(), on).await?,
    }))
}
