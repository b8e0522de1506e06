//! About the node: lists, directory, ledger with its proofs, health.

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query};
use model::Purpose;
use model::basis::Help;
use office::reader::{LedgerFilter, LedgerLine};
use office::{Silent, health, ledger};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::Problems;
use super::requests::id_of;
use crate::app::App;
use crate::{Problem, Signed, csrf};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(lists))
        .routes(routes!(directory))
        .routes(routes!(atlas))
        .routes(routes!(ledger_lines))
        .routes(routes!(ledger_proof))
        .routes(routes!(ledger_verify))
        .routes(routes!(health_now))
}

/// A list and its version in force.
#[derive(Debug, Serialize, ToSchema)]
struct ListJson {
    id: String,
    version: i64,
    name: String,
    format: String,
    sha256: String,
    /// The day the list was made, as its file says.
    published: Option<String>,
    imported: String,
    individuals: u64,
    entities: u64,
    added: u64,
    changed: u64,
    removed: u64,
}

/// The lists in force.
#[utoipa::path(get, path = "/api/1/lists", tag = "lists",
    responses((status = 200, description = "The lists.", body = Vec<ListJson>), Problems))]
async fn lists(me: Signed) -> Result<Json<Vec<ListJson>>, Problem> {
    let lists = me.read(Purpose::Administration).await?.lists().await?;
    let rows = lists.into_iter().map(|list| ListJson {
        id: list.id,
        version: list.version,
        name: list.name,
        format: list.format,
        sha256: list.sha256.to_string(),
        published: list.published,
        imported: list.imported.to_string(),
        individuals: list.individuals,
        entities: list.entities,
        added: list.added,
        changed: list.changed,
        removed: list.removed,
    });
    Ok(Json(rows.collect()))
}

/// A State and its authorities.
#[derive(Debug, Serialize, ToSchema)]
struct StateJson {
    code: String,
    ours: bool,
    /// Sixty digits to read to each other.
    fingerprint: Option<String>,
    /// Nothing for a State without a node.
    card_sequence: Option<u64>,
    card_expires: Option<String>,
    /// Its law, as its card says.
    #[schema(value_type = Object)]
    profile: Value,
    /// Its authorities with functions, languages, hours and zone.
    #[schema(value_type = Vec<Object>)]
    authorities: Vec<Value>,
}

/// Whom to ask: every State this node knows.
#[utoipa::path(get, path = "/api/1/directory", tag = "directory",
    responses((status = 200, description = "The States.", body = Vec<StateJson>), Problems))]
async fn directory(me: Signed) -> Result<Json<Vec<StateJson>>, Problem> {
    let reader = me.read(Purpose::Administration).await?;
    // A border officer sees the duty contacts only.
    let states = match reader.directory().await {
        Err(error) if error.code() == "NOT-ALLOWED" => reader.duty_contacts().await?,
        states => states?,
    };
    let rows = states.into_iter().map(|state| StateJson {
        code: state.code.to_string(),
        ours: state.ours,
        card_sequence: state.card.as_ref().map(|card| card.sequence),
        card_expires: state.card.as_ref().map(|card| card.expires.to_string()),
        fingerprint: state.card.map(|card| card.fingerprint),
        profile: serde_json::to_value(&state.profile).unwrap_or_default(),
        authorities: state
            .authorities
            .iter()
            .filter_map(|authority| serde_json::to_value(authority).ok())
            .collect(),
    });
    Ok(Json(rows.collect()))
}

/// Two States, a kind of help and a day.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct AtlasWanted {
    /// One State, by its two letters.
    one: String,
    /// The other.
    other: String,
    /// `mla`, `extradition`, `transfer_of_proceedings`, `electronic_evidence`, `joint_investigation`, `freezing`.
    kind: String,
    /// The day, as 2026-03-01; today where none is given.
    on: Option<String>,
}

/// The treaty atlas: what binds two States on a day, what does not, what is unknown and whom to ask.
#[utoipa::path(get, path = "/api/1/atlas", tag = "directory", params(AtlasWanted),
    responses((status = 200, description = "Every instrument that gives the help: instrument, title, article, answer (binding, \
     not_binding, unknown), reason, since, gives, as_of, fresh, source, depositary, turns_on.", body = Vec<Object>), Problems))]
async fn atlas(
    me: Signed,
    query: Result<Query<AtlasWanted>, QueryRejection>,
) -> Result<Json<Vec<Value>>, Problem> {
    let Query(wanted) = query.map_err(|_| Problem::input("BAD-REQUEST", "kind"))?;
    let reader = me.read(Purpose::Administration).await?;
    let atlas = reader.atlas().await?;
    let state = |code: &str| {
        let code = code.parse().ok()?;
        atlas.state(&code)
    };
    let sides = state(&wanted.one).zip(state(&wanted.other));
    let (one, other) = sides.ok_or_else(Problem::not_found)?;
    let help =
        Help::from_code(&wanted.kind).ok_or_else(|| Problem::input("BAD-REQUEST", "kind"))?;
    let day = match &wanted.on {
        Some(day) => day
            .parse()
            .map_err(|_| Problem::input("BAD-REQUEST", "on"))?,
        None => reader.today(),
    };
    let lines = atlas.between((&one, &other), help, day);
    let told = lines
        .iter()
        .filter_map(|line| serde_json::to_value(line.told(atlas.catalogue(), help, day)).ok());
    Ok(Json(told.collect()))
}

/// What of the ledger is wanted, newest first.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// Verb in the past tense: "request.sent".
    verb: Option<String>,
    /// "request:<id>".
    object: Option<String>,
    /// Only entries before this one.
    before: Option<u64>,
    /// How many; 50 unless told, 200 at most.
    limit: Option<u32>,
}

/// An entry of the ledger: codes, digests and counts, no personal text.
#[derive(Debug, Serialize, ToSchema)]
struct LineJson {
    index: u64,
    /// The leaf hash in the tree.
    leaf: String,
    #[schema(value_type = Object)]
    entry: Value,
}

impl From<LedgerLine> for LineJson {
    fn from(line: LedgerLine) -> Self {
        Self {
            index: line.leaf,
            leaf: line.sha256.to_string(),
            entry: serde_json::to_value(&line.entry).unwrap_or_default(),
        }
    }
}

/// Entries of the ledger.
#[utoipa::path(get, path = "/api/1/ledger", tag = "ledger", params(Wanted),
    responses((status = 200, description = "Entries, newest first.", body = Vec<LineJson>), Problems))]
async fn ledger_lines(
    me: Signed,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<Json<Vec<LineJson>>, Problem> {
    let Query(wanted) = wanted.map_err(|_| Problem::new("BAD-REQUEST"))?;
    let filter = LedgerFilter {
        verb: wanted.verb,
        object: wanted.object,
        before: wanted.before,
        limit: wanted.limit.unwrap_or(50).clamp(1, 200),
    };
    let lines = me.read(Purpose::Oversight).await?.ledger(&filter).await?;
    Ok(Json(lines.into_iter().map(LineJson::from).collect()))
}

/// Proof that one entry stands in the ledger: entry, salt, leaf, path, signed checkpoint.
#[utoipa::path(get, path = "/api/1/ledger/{index}", tag = "ledger", params(("index" = u64, Path, description = "Position, from 0")),
    responses((status = 200, description = "The proof.", body = Object), Problems))]
async fn ledger_proof(
    me: Signed,
    Path(index): Path<String>,
) -> Result<Json<ledger::LineProof>, Problem> {
    let index = id_of(&index)?;
    Ok(Json(
        ledger::proof(me.office(), me.actor(), index)
            .await?
            .ok_or_else(Problem::not_found)?,
    ))
}

/// What a verification found.
#[derive(Debug, Serialize, ToSchema)]
struct VerifiedJson {
    ok: bool,
    /// Entries in the ledger.
    size: u64,
    /// Root hash, computed anew.
    root: String,
    checkpoints: u64,
    rows: u64,
    blobs: u64,
    /// What does not hold, and where.
    #[schema(value_type = Vec<Object>)]
    problems: Vec<Value>,
}

/// Verifies the whole ledger, every listed row and every file.
#[utoipa::path(post, path = "/api/1/ledger/verify", tag = "ledger",
    responses((status = 200, description = "What was found.", body = VerifiedJson), Problems))]
async fn ledger_verify(
    me: Signed,
    headers: http::HeaderMap,
) -> Result<Json<VerifiedJson>, Problem> {
    csrf::api(me.ctx(), &headers)?;
    let report = ledger::verify(me.office(), me.actor(), &Silent).await?;
    Ok(Json(VerifiedJson {
        ok: report.problems.is_empty(),
        size: report.size,
        root: report.root.to_string(),
        checkpoints: report.checkpoints,
        rows: report.rows,
        blobs: report.blobs,
        problems: report.problems.iter().map(|problem| json!({ "place": problem.place, "code": problem.code, "what": problem.what })).collect(),
    }))
}

/// How the node is.
#[derive(Debug, Serialize, ToSchema)]
struct HealthJson {
    ready: bool,
    /// Name of the part, whether it works, its code.
    parts: Vec<PartJson>,
    version: String,
}

/// One part.
#[derive(Debug, Serialize, ToSchema)]
struct PartJson {
    name: String,
    ok: bool,
    code: String,
}

/// How the node is, part by part.
#[utoipa::path(get, path = "/api/1/health", tag = "health",
    responses((status = 200, description = "The parts.", body = HealthJson), Problems))]
async fn health_now(me: Signed) -> Json<HealthJson> {
    let readiness = health::ready(me.office()).await;
    let parts = readiness
        .parts
        .into_iter()
        .map(|part| PartJson {
            name: part.name.to_owned(),
            ok: part.ok,
            code: part.code.to_owned(),
        })
        .collect();
    Json(HealthJson {
        ready: readiness.ok,
        parts,
        version: me.ctx().app().settings().version.clone(),
    })
}
