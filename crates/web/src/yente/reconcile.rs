//! Reconciling the rows of a spreadsheet with the lists, as OpenRefine asks for it (Reconciliation Service API 0.2, W3C community
//! group): a manifest, queries, suggestions, and more columns for what was found.

use std::collections::BTreeMap;

use axum::extract::{Path, RawQuery};
use axum::response::IntoResponse as _;
use axum::{Form, Json, Router};
use http::{HeaderMap, HeaderName, HeaderValue, header};
use office::screening::ask::found::{Entity, Hit};
use office::screening::ask::{
    Among, Answer, Cleaned, Matching, Question, Strict, ftm, library, schemata,
};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::algorithms;
use super::matching::{Cut, Example, THRESHOLD, read};
use super::params::Params;
use super::search::{LIMIT, SCOPE};
use super::{Fault, Program, Told, receipted};
use crate::Ctx;
use crate::app::App;

/// Queries, or ids, of one call.
const BATCH_MAX: usize = 100;
/// Suggestions of types and properties.
const SUGGESTIONS_MAX: usize = 5;
/// Where the schemata are explained: the spaces of ids and types, by which clients know that two services mean the same.
const SPACE: &str = "https://www.opensanctions.org/reference/#schema";
/// A name for a function of the client's page.
const CALLBACK_CHARS_MAX: usize = 128;

pub(super) fn routes() -> Router<App> {
    use axum::routing::get;
    Router::new()
        .route("/yente/reconcile/{dataset}", get(manifest).post(queries))
        .route("/yente/reconcile/{dataset}/suggest/entity", get(entity))
        .route("/yente/reconcile/{dataset}/suggest/property", get(property))
        .route("/yente/reconcile/{dataset}/suggest/type", get(kind))
        .route("/yente/reconcile/{dataset}/extend/property", get(proposed))
}

/// JSON; or, where the page asks by a script of another origin, a call of the function it names. That way is closed to cookies.
fn shown(ctx: &Ctx, params: &Params, value: &Value) -> Told {
    let Some(name) = params.one("callback") else {
        return Ok(Json(value).into_response());
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '$');
    let sound = !name.is_empty() && name.len() <= CALLBACK_CHARS_MAX && name.chars().all(plain);
    if !sound {
        return Err(Fault::bad("callback is the name of a function"));
    }
    if ctx.signed().is_some() && !ctx.bearer() {
        return Err(Fault::bad(
            "callback is answered to programs with a key only",
        ));
    }
    // An empty comment before it: the name cannot be read as the beginning of another kind of file.
    let body = format!(
        "/**/{name}({});",
        value
            .to_string()
            .replace('\u{2028}', "\\u2028")
            .replace('\u{2029}', "\\u2029")
    );
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/javascript; charset=utf-8"),
        ),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            HeaderValue::from_static("cross-origin"),
        ),
    ];
    Ok((headers, body).into_response())
}

/// The schemata offered as types: those of the dataset that can be compared, and what they inherit from.
fn types(ctx: &Ctx, dataset: &str) -> Result<Vec<&'static ftm::Schema>, Fault> {
    let held = schemata(ctx.app().office(), dataset);
    let held = held.ok_or_else(|| Fault::gone("No such dataset."))?;
    let mut names: Vec<&'static str> = held
        .iter()
        .filter_map(|name| ftm::Schema::of(name))
        .filter(|schema| schema.matchable)
        .flat_map(|schema| schema.schemata.iter().copied())
        .collect();
    names.sort_unstable();
    names.dedup();
    Ok(names.into_iter().filter_map(ftm::Schema::of).collect())
}

fn type_json(schema: &ftm::Schema) -> Value {
    json!({ "id": schema.name, "name": schema.plural, "description": schema.label })
}

async fn manifest(
    ctx: Ctx,
    Path(dataset): Path<String>,
    params: Params,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Told {
    let types = types(&ctx, &dataset)?;
    let library = library(ctx.app().office());
    let titles = library.titles();
    let title = titles.get(dataset.as_str()).copied().unwrap_or(&dataset);
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    let scheme = if ctx.app().settings().tls {
        "https"
    } else {
        "http"
    };
    let base = format!("{scheme}://{}/yente", host.unwrap_or("localhost"));
    let service = format!("{base}/reconcile/{}", crate::problem::escaped(&dataset));
    // A key that came in the address goes on in the addresses that are told.
    let rest = query
        .filter(|q| !q.is_empty())
        .map(|q| format!("?{q}"))
        .unwrap_or_default();
    let suggest = |what: &str| json!({ "service_url": service, "service_path": format!("/suggest/{what}{rest}") });
    let limit = json!({
        "name": "limit", "label": "Limit", "type": "number", "default": 0, "choices": [],
        "help_text": "How many values a row gets at most; 0 for all of them.",
    });
    let render = json!({
        "name": "render", "label": "Values", "type": "select", "default": "caption",
        "help_text": "Words for people (Russia), or the codes of the data (ru).",
        "choices": [
            { "id": "caption", "name": "Words for people" },
            { "id": "raw", "name": "Codes of the data" },
        ],
    });
    let body = json!({
        "versions": ["0.2"],
        "name": format!("{title} (Comity)"),
        "identifierSpace": SPACE,
        "schemaSpace": SPACE,
        "documentation": "https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/",
        "batchSize": BATCH_MAX,
        "view": { "url": format!("{base}/entities/{{{{id}}}}") },
        "preview": { "url": format!("{base}/entities/{{{{id}}}}{rest}"), "width": 430, "height": 600 },
        "suggest": { "entity": suggest("entity"), "type": suggest("type"), "property": suggest("property") },
        "extend": {
            "propose_properties": { "service_url": service, "service_path": format!("/extend/property{rest}") },
            "property_settings": [limit, render],
            "propose_settings": [limit, render],
        },
        "defaultTypes": types.iter().map(|schema| type_json(schema)).collect::<Vec<Value>>(),
    });
    shown(&ctx, &params, &body)
}

/// One value, or several.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(Value),
    More(Vec<Value>),
}

impl OneOrMore {
    fn values(self) -> Vec<Value> {
        match self {
            Self::One(value) => vec![value],
            Self::More(values) => values,
        }
    }
}

#[derive(Debug, Deserialize)]
struct Wanted {
    #[serde(default)]
    query: Option<String>,
    #[serde(default, rename = "type")]
    of_type: Option<OneOrMore>,
    #[serde(default)]
    limit: Option<usize>,
    #[serde(default)]
    properties: Vec<Beside>,
}

#[derive(Debug, Deserialize)]
struct Beside {
    pid: String,
    v: OneOrMore,
}

impl Wanted {
    fn example(self) -> Example {
        let of_type = self.of_type.map(OneOrMore::values).unwrap_or_default();
        let schema = of_type.first().map_or("Thing", |v| match v {
            Value::Object(named) => named.get("id").and_then(Value::as_str).unwrap_or("Thing"),
            v => v.as_str().unwrap_or("Thing"),
        });
        let mut properties: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        if let Some(name) = self.query {
            properties.insert("name".to_owned(), vec![Value::String(name)]);
        }
        for beside in self.properties {
            let name = beside.pid.rsplit(':').next().unwrap_or_default();
            if ftm::model().property(&beside.pid).is_some() {
                let held = properties.entry(name.to_owned()).or_default();
                held.extend(beside.v.values());
            }
        }
        Example {
            id: None,
            schema: schema.to_owned(),
            properties: properties
                .into_iter()
                .map(|(k, v)| (k, Value::Array(v)))
                .collect(),
        }
    }
}

#[derive(Debug, Default, Deserialize)]
struct Posted {
    #[serde(default)]
    queries: Option<String>,
    #[serde(default)]
    extend: Option<String>,
}

async fn queries(
    program: Program,
    Path(dataset): Path<String>,
    params: Params,
    Form(posted): Form<Posted>,
) -> Told {
    if let Some(extend) = posted.extend.filter(|text| !text.trim().is_empty()) {
        return extended(&program, &extend).await;
    }
    let Some(queries) = posted.queries else {
        return Err(Fault::bad("No queries or extend request provided."));
    };
    let cut = Cut {
        limit: LIMIT.1,
        threshold: THRESHOLD,
        // Also what falls short of a match is offered to the person who decides.
        cutoff: THRESHOLD / 2.0,
        algorithm: algorithms::named(params.one("algorithm").unwrap_or("best"))?,
    };
    let changed_since = params.moment("changed_since")?;
    let wanted: BTreeMap<String, Wanted> = serde_json::from_str(&queries)
        .map_err(|error| Fault::bad(format!("the queries cannot be read: {error}")))?;
    too_many(wanted.len())?;
    let (mut keys, mut asked) = (Vec::new(), Vec::new());
    for (key, wanted) in wanted {
        let limit = wanted
            .limit
            .unwrap_or(super::matching::LIMIT.0)
            .min(LIMIT.1);
        let Cleaned { query, .. } = read(&wanted.example(), Strict::No)?;
        // The keys of these queries are places in a call ("q0"), never references.
        asked.push(super::matching::sought(cut.algorithm, None, &query));
        keys.push((key, limit));
    }
    let most = keys.iter().map(|(_, limit)| *limit).max().unwrap_or(0);
    let matching = Matching {
        queries: asked,
        among: Among {
            changed_since,
            ..Among::default()
        },
        limit: most,
        told: most,
        cutoff: cut.cutoff,
        threshold: cut.threshold,
    };
    let question = Question::Match(Box::new(matching));
    let answered = program.ask(&dataset, question).await?;
    let results: Map<String, Value> = keys
        .into_iter()
        .zip(answered.each())
        .map(|((key, limit), (found, receipt))| {
            let hits = found.hits.iter().filter(|hit| hit.score > cut.cutoff);
            let shown: Vec<Value> = hits.take(limit).map(scored).collect();
            let told = json!({ "result": shown, "left_out": found.left_out, "receipt": receipt });
            (key, told)
        })
        .collect();
    sized(results.len(), &Value::Object(results))
}

fn sized(batch: usize, value: &Value) -> Told {
    let size = HeaderValue::from(batch);
    Ok(([("x-batch-size", size)], Json(value)).into_response())
}

fn too_many(count: usize) -> Result<(), Fault> {
    if count > BATCH_MAX {
        let what = format!("Too many queries in one batch (limit: {BATCH_MAX})");
        return Err(Fault::bad(what));
    }
    Ok(())
}

fn scored(hit: &Hit) -> Value {
    let mut told = plain(&hit.entity);
    if let Some(told) = told.as_object_mut() {
        told.insert("score".to_owned(), json!(hit.score));
        told.insert("match".to_owned(), json!(hit.score >= THRESHOLD));
    }
    told
}

fn plain(entity: &Entity) -> Value {
    let schema = ftm::Schema::of(&entity.schema);
    let label = schema.map_or(entity.schema.as_str(), |schema| schema.label);
    let kind = schema.map_or_else(
        || json!({ "id": entity.schema, "name": entity.schema }),
        type_json,
    );
    json!({ "id": entity.id, "name": entity.caption, "description": label, "type": [kind] })
}

#[derive(Debug, Deserialize)]
struct Extension {
    ids: Vec<String>,
    properties: Vec<Column>,
}

#[derive(Debug, Deserialize)]
struct Column {
    id: String,
    #[serde(default)]
    settings: ColumnSettings,
}

#[derive(Debug, Default, Deserialize)]
struct ColumnSettings {
    #[serde(default)]
    limit: Option<Value>,
    #[serde(default)]
    render: Option<String>,
}

impl ColumnSettings {
    fn most(&self) -> usize {
        let number = match &self.limit {
            Some(Value::String(text)) => text.trim().parse().ok(),
            Some(value) => value.as_u64(),
            None => None,
        };
        match number.and_then(|n| usize::try_from(n).ok()).unwrap_or(0) {
            0 => usize::MAX,
            some => some,
        }
    }
}

async fn extended(program: &Program, text: &str) -> Told {
    let extension: Extension = serde_json::from_str(text)
        .map_err(|error| Fault::bad(format!("Cannot decode extension request: {error}")))?;
    too_many(extension.ids.len())?;
    let question = Question::Records(extension.ids.clone());
    let answered = program.ask(SCOPE, question).await?;
    let found = match answered.answer {
        Answer::Records(found) => found,
        Answer::Merged(_) => {
            return Err(Fault::bad(
                "Please specify the canonical entity ID, not a referent",
            ));
        }
        _ => Vec::new(),
    };
    let mut rows: Map<String, Value> = Map::new();
    let mut meta: Vec<Value> = Vec::new();
    for (id, entity) in extension.ids.iter().zip(&found) {
        let mut row = Map::new();
        if let Some(entity) = entity {
            for column in &extension.properties {
                let Some(property) =
                    ftm::Schema::of(&entity.schema).and_then(|s| s.property(&column.id))
                else {
                    continue;
                };
                let told = json!({ "id": property.name, "name": property.label });
                if !meta.contains(&told) {
                    meta.push(told);
                }
                row.insert(column.id.clone(), cells(entity, property, &column.settings));
            }
        }
        rows.insert(id.clone(), Value::Object(row));
    }
    let told = sized(rows.len(), &json!({ "meta": meta, "rows": rows }))?;
    Ok(receipted(answered.receipts.first(), told))
}

fn cells(entity: &Entity, property: &ftm::Property, settings: &ColumnSettings) -> Value {
    let raw = settings.render.as_deref() == Some("raw");
    let values = entity.values(property.name).iter().take(settings.most());
    let shown = values.map(|value| {
        let label = property
            .type_of()
            .and_then(|t| t.label_of(value))
            .filter(|_| !raw);
        json!({ "str": label.unwrap_or(value) })
    });
    Value::Array(shown.collect())
}

fn suggested(prefix: &str, result: &[Value]) -> Value {
    json!({ "code": "/api/status/ok", "status": "200 OK", "prefix": prefix, "result": result })
}

async fn entity(program: Program, Path(dataset): Path<String>, params: Params) -> Told {
    let prefix = params.one("prefix").unwrap_or_default().to_owned();
    let limit = params.count("limit", LIMIT.0, LIMIT.1)?;
    let question = Question::Suggest {
        text: prefix.clone(),
        limit,
    };
    let answered = program.ask(&dataset, question).await?;
    let Answer::Records(found) = &answered.answer else {
        return Err(Fault::gone("No such dataset."));
    };
    let result: Vec<Value> = found.iter().flatten().map(plain).collect();
    let told = shown(&program.ctx, &params, &suggested(&prefix, &result))?;
    Ok(receipted(answered.receipts.first(), told))
}

/// Whether what was typed begins the name or a word of the label.
fn begins(prefix: &str, name: &str, label: &str) -> bool {
    let prefix = prefix.trim().to_lowercase();
    let (name, label) = (name.to_lowercase(), label.to_lowercase());
    !prefix.is_empty()
        && (name.starts_with(&prefix)
            || label.starts_with(&prefix)
            || label
                .split_whitespace()
                .any(|word| word.starts_with(&prefix)))
}

async fn property(ctx: Ctx, Path(dataset): Path<String>, params: Params) -> Told {
    let prefix = params.one("prefix").unwrap_or_default();
    let types = types(&ctx, &dataset)?;
    let own = types.iter().flat_map(|schema| {
        schema
            .properties()
            .filter(|property| property.schema == schema.name)
    });
    let fits = own
        .filter(|property| !property.hidden && property.type_name != "entity")
        .filter(|property| begins(prefix, property.name, property.label));
    let result: Vec<Value> = fits
        .take(SUGGESTIONS_MAX)
        .map(|property| json!({ "id": property.qualified(), "name": property.label, "description": null }))
        .collect();
    shown(&ctx, &params, &suggested(prefix, &result))
}

async fn kind(ctx: Ctx, Path(dataset): Path<String>, params: Params) -> Told {
    let prefix = params.one("prefix").unwrap_or_default();
    let types = types(&ctx, &dataset)?;
    let fits = types
        .iter()
        .filter(|schema| begins(prefix, schema.name, schema.label));
    let result: Vec<Value> = fits
        .take(SUGGESTIONS_MAX)
        .map(|schema| type_json(schema))
        .collect();
    shown(&ctx, &params, &suggested(prefix, &result))
}

async fn proposed(ctx: Ctx, params: Params) -> Told {
    let name = params.one("type").unwrap_or("Thing");
    let limit = params.count("limit", 0, usize::MAX)?;
    let schema = ftm::Schema::of(name);
    let schema = schema.ok_or_else(|| Fault::bad(format!("Invalid type: {name}")))?;
    let featured = schema
        .featured
        .iter()
        .filter_map(|name| schema.property(name));
    let others = schema.properties().filter(|property| {
        !property.hidden
            && property.type_name != "entity"
            && !schema.featured.contains(&property.name)
    });
    let some = featured
        .chain(others)
        .take(if limit == 0 { usize::MAX } else { limit });
    let mut properties: Vec<(&str, &str)> = some.map(|p| (p.label, p.name)).collect();
    properties.sort_unstable();
    let properties: Vec<Value> = properties
        .into_iter()
        .map(|(label, name)| json!({ "id": name, "name": label }))
        .collect();
    let body = json!({ "limit": limit, "type": schema.name, "properties": properties });
    shown(&ctx, &params, &body)
}
