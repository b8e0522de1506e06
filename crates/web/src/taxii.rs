//! The cards of this node for programs of this State, over TAXII 2.1 (OASIS Standard, June 2021): one API root, one collection, to
//! be read alone. A client sets its URL to `https://<node>/taxii2/`, a key of the node as its token or as the password of HTTP Basic.
//!
//! What it gives is decided where cards are read (`office::cards`): current cards whose label lets them be copied, for the
//! purpose of the key; a card that was taken back comes once more, revoked. Nothing is written here: a node takes in what its
//! officers take in.

use std::collections::BTreeMap;

use axum::extract::{FromRequestParts, Path, Query};
use axum::response::{IntoResponse, Response};
use axum::routing::get as on_get;
use axum::{Json, Router};
use http::request::Parts;
use http::{HeaderName, HeaderValue, Method, StatusCode, header};
use jiff::Timestamp;
use model::{Purpose, Verb};
use office::cards;
use serde_json::{Value, json};

use crate::app::App;
use crate::routes::{Need, Row, any, get, post};
use crate::{Ctx, Problem, Signed, csrf};

mod objects;

use objects::{Asked, Found, Wanted};

/// Where all of this stands.
pub const BASE: &str = "/taxii2/";
/// The collection's id.
const COLLECTION: &str = "8d1f6f6e-6b1c-4f0e-9d0a-52b0a1c3f4d7";
/// What it may be called instead (section 5.1).
const ALIAS: &str = "cards";
/// The media type of every answer (section 1.6.8).
const MEDIA: &str = "application/taxii+json;version=2.1";
/// The media type of what is in the collection.
const STIX: &str = "application/stix+json;version=2.1";
/// The longest body that a client could be allowed to send; nothing is taken.
const CONTENT_BYTES_MAX: u64 = 1_048_576;

const TAKE: Need = any(&[Verb::CardExport]);

/// The routes, as the gate reads them.
pub const ROUTES: &[Row] = &[
    get("/taxii2/", TAKE),
    get("/taxii2/cards/", TAKE),
    get("/taxii2/cards/collections/", TAKE),
    get("/taxii2/cards/collections/{collection}/", TAKE),
    get("/taxii2/cards/collections/{collection}/manifest/", TAKE),
    get("/taxii2/cards/collections/{collection}/objects/", TAKE),
    post("/taxii2/cards/collections/{collection}/objects/", TAKE),
    get(
        "/taxii2/cards/collections/{collection}/objects/{object}/",
        TAKE,
    ),
    get(
        "/taxii2/cards/collections/{collection}/objects/{object}/versions/",
        TAKE,
    ),
];

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/taxii2/", on_get(discovery))
        .route("/taxii2/cards/", on_get(root))
        .route("/taxii2/cards/collections/", on_get(collections))
        .route(
            "/taxii2/cards/collections/{collection}/",
            on_get(collection),
        )
        .route(
            "/taxii2/cards/collections/{collection}/manifest/",
            on_get(manifest),
        )
        .route(
            "/taxii2/cards/collections/{collection}/objects/",
            on_get(all).post(written),
        )
        .route(
            "/taxii2/cards/collections/{collection}/objects/{object}/",
            on_get(one),
        )
        .route(
            "/taxii2/cards/collections/{collection}/objects/{object}/versions/",
            on_get(versions),
        )
}

type Told = Result<Response, Problem>;

/// A problem in the words of these clients (section 3.6.1).
pub(crate) fn dressed(problem: &Problem) -> Response {
    let title = problem.text(model::Lang::En);
    let body = json!({
        "title": paper::words::without_isolates(&title), "error_code": problem.code,
        "http_status": problem.status.as_u16().to_string(),
    });
    let mut response = (problem.status, told(&body)).into_response();
    let headers = response.headers_mut();
    if problem.status == StatusCode::UNAUTHORIZED {
        let asks = HeaderValue::from_static("Basic realm=\"comity\", Token, ApiKey");
        headers.insert(header::WWW_AUTHENTICATE, asks);
    }
    if let Some(seconds) = problem.retry_after_s {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

fn told(body: &Value) -> Response {
    let kind = [(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA))];
    (kind, Json(body)).into_response()
}

/// Extractor: a program, or an officer's program, that reads TAXII 2.1 and may take cards out.
struct Client {
    me: Signed,
    purpose: Purpose,
}

impl<S: Send + Sync> FromRequestParts<S> for Client {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let ctx = Ctx::from_request_parts(parts, state).await?;
        let me = Signed::from_request_parts(parts, state).await?;
        if parts.method != Method::GET && parts.method != Method::HEAD {
            csrf::api(&ctx, &parts.headers)?;
        }
        let accepts = parts.headers.get_all(header::ACCEPT).iter();
        let mut accepts = accepts.filter_map(|value| value.to_str().ok()).peekable();
        if accepts.peek().is_some() && !accepts.flat_map(|line| line.split(',')).any(acceptable) {
            return Err(Problem {
                status: StatusCode::NOT_ACCEPTABLE,
                ..Problem::new("BAD-REQUEST")
            });
        }
        let purpose = ctx.key().map_or(Purpose::Screening, |key| key.purpose);
        Ok(Self { me, purpose })
    }
}

/// Whether a client that accepts this reads what is answered.
fn acceptable(kind: &str) -> bool {
    let kind: String = kind
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '"')
        .collect();
    let mut parts = kind.split(';');
    let named = parts.next().unwrap_or_default();
    let version = parts.find_map(|part| part.strip_prefix("version="));
    let taxii = named == "application/taxii+json" && version.is_none_or(|found| found == "2.1");
    taxii || named == "*/*" || named == "application/*"
}

async fn discovery(client: Client) -> Response {
    let state = client.me.office().state();
    told(&json!({
        "title": format!("Comity, {state}"),
        "description": "Cards that this State's node holds, for programs of this State.",
        "default": "/taxii2/cards/", "api_roots": ["/taxii2/cards/"],
    }))
}

async fn root(_client: Client) -> Response {
    told(&json!({
        "title": "Cards", "versions": [MEDIA], "max_content_length": CONTENT_BYTES_MAX,
        "description": "Cards that other States have released to this one, and this State's own for its front line.",
    }))
}

fn about() -> Value {
    json!({
        "id": COLLECTION, "alias": ALIAS, "title": "Cards", "can_read": true, "can_write": false, "media_types": [STIX],
        "description": "Current cards whose label lets them be copied; those that were taken back are revoked.",
    })
}

async fn collections(_client: Client) -> Response {
    told(&json!({ "collections": [about()] }))
}

fn known(collection: &str) -> Result<(), Problem> {
    match collection == COLLECTION || collection == ALIAS {
        true => Ok(()),
        false => Err(Problem::not_found()),
    }
}

async fn collection(_client: Client, Path(id): Path<String>) -> Told {
    known(&id)?;
    Ok(told(&about()))
}

/// Nobody writes here.
async fn written(_client: Client, Path(id): Path<String>) -> Problem {
    known(&id)
        .err()
        .unwrap_or_else(|| Problem::new("NOT-ALLOWED"))
}

type Params = Query<BTreeMap<String, String>>;

async fn all(client: Client, Path(id): Path<String>, Query(params): Params) -> Told {
    known(&id)?;
    let found = client.find(&Wanted::read(&params)?, None).await?;
    let objects: Vec<&Value> = found.objects.iter().map(|(_, object)| object).collect();
    Ok(found.page("objects", json!(objects)))
}

async fn manifest(client: Client, Path(id): Path<String>, Query(params): Params) -> Told {
    known(&id)?;
    let found = client.find(&Wanted::read(&params)?, None).await?;
    let lines = found.objects.iter().map(|(added, object)| {
        json!({
            "id": object.get("id"), "date_added": moment(*added), "version": objects::version(object, *added),
            "media_type": STIX,
        })
    });
    let lines: Vec<Value> = lines.collect();
    Ok(found.page("objects", json!(lines)))
}

async fn one(
    client: Client,
    Path((id, object)): Path<(String, String)>,
    Query(params): Params,
) -> Told {
    known(&id)?;
    let found = client.find(&Wanted::read(&params)?, Some(&object)).await?;
    let objects: Vec<&Value> = found.objects.iter().map(|(_, object)| object).collect();
    if objects.is_empty() && params.is_empty() {
        return Err(Problem::not_found());
    }
    Ok(found.page("objects", json!(objects)))
}

async fn versions(
    client: Client,
    Path((id, object)): Path<(String, String)>,
    Query(params): Params,
) -> Told {
    known(&id)?;
    let found = client.find(&Wanted::read(&params)?, Some(&object)).await?;
    if found.objects.is_empty() {
        return Err(Problem::not_found());
    }
    let all = found.objects.iter();
    let versions = all.map(|(added, object)| objects::version(object, *added));
    let versions: Vec<String> = versions.collect();
    Ok(found.page("versions", json!(versions)))
}

impl Client {
    /// What is wanted of the collection; the ledger hears that a program was given cards.
    async fn find(&self, wanted: &Wanted, named: Option<&str>) -> Result<Found, Problem> {
        let reader = self.me.read(self.purpose).await?;
        let found = match named {
            None => objects::page(&reader, wanted).await?,
            Some(id) => objects::named(&reader, wanted, id).await?,
        };
        if found.cards > 0 {
            cards::polled(&reader, self.me.office().new_act(), found.cards).await?;
        }
        Ok(found)
    }
}

impl Found {
    /// The answer: the list, whether there is more, and when its first and last were added (section 3.4).
    fn page(&self, name: &str, list: Value) -> Response {
        let mut body = serde_json::Map::new();
        if list.as_array().is_some_and(|list| !list.is_empty()) {
            body.insert(name.to_owned(), list);
        }
        if let Some(Asked(next)) = &self.next {
            body.insert("more".to_owned(), json!(true));
            body.insert("next".to_owned(), json!(next));
        }
        let mut response = told(&Value::Object(body));
        let ends = [
            ("x-taxii-date-added-first", self.objects.first()),
            ("x-taxii-date-added-last", self.objects.last()),
        ];
        for (name, end) in ends {
            let value = end.and_then(|(added, _)| HeaderValue::try_from(moment(*added)).ok());
            if let Some(value) = value {
                response
                    .headers_mut()
                    .insert(HeaderName::from_static(name), value);
            }
        }
        response
    }
}

/// A time with six digits of a second, as a node has it.
fn moment(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%S.%6fZ").to_string()
}
