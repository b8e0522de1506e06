//! The description of these calls for programs (OpenAPI 3.1). The answers' shapes are yente's; what is added to them is told in
//! the node's documentation.

use serde_json::{Map, Value, json};

use super::ROUTES;
use crate::routes::Need;

/// What a call does, and the parameters of its query string.
struct Call {
    path: &'static str,
    summary: &'static str,
    parameters: &'static [&'static str],
}

const fn call(
    path: &'static str,
    summary: &'static str,
    parameters: &'static [&'static str],
) -> Call {
    Call {
        path,
        summary,
        parameters,
    }
}

const MATCH: &[&str] = &[
    "limit",
    "threshold",
    "cutoff",
    "algorithm",
    "include_dataset",
    "exclude_dataset",
    "exclude_schema",
    "topics",
    "changed_since",
    "exclude_entity_ids",
];

const CALLS: &[Call] = &[
    call("/yente/healthz", "Health check", &[]),
    call("/yente/readyz", "Readiness check", &[]),
    call("/yente/openapi.json", "This description", &[]),
    call("/yente/algorithms", "Names of the ways of comparing", &[]),
    call("/yente/catalog", "Data catalog", &[]),
    call("/yente/manifest", "Data catalog", &[]),
    call(
        "/yente/updatez",
        "Refused: lists are imported by officers",
        &["token", "sync"],
    ),
    call(
        "/yente/match/{dataset}",
        "Query by example, up to 100 queries",
        MATCH,
    ),
    call(
        "/yente/v2/match",
        "Query by example, one query with its filters",
        &[],
    ),
    call(
        "/yente/v2/stream/{dataset}",
        "Query by example, JSON lines in and out",
        MATCH,
    ),
    call(
        "/yente/search/{dataset}",
        "Text search",
        &[
            "q",
            "schema",
            "include_dataset",
            "exclude_dataset",
            "exclude_schema",
            "changed_since",
            "countries",
            "topics",
            "datasets",
            "filter",
            "limit",
            "offset",
            "sort",
            "target",
            "fuzzy",
            "simple",
            "facets",
            "filter_op",
        ],
    ),
    call(
        "/yente/entities/{id}",
        "A record with what stands beside it",
        &["nested"],
    ),
    call(
        "/yente/entities/{id}/adjacent",
        "What each link of a record leads to",
        &["sort", "limit", "offset"],
    ),
    call(
        "/yente/entities/{id}/adjacent/{property}",
        "What one link of a record leads to",
        &["sort", "limit", "offset"],
    ),
    call(
        "/yente/reconcile/{dataset}",
        "Reconciliation service (API 0.2)",
        &["callback", "algorithm", "changed_since"],
    ),
    call(
        "/yente/reconcile/{dataset}/suggest/entity",
        "Records whose names begin so",
        &["prefix", "limit", "callback"],
    ),
    call(
        "/yente/reconcile/{dataset}/suggest/property",
        "Properties that begin so",
        &["prefix", "callback"],
    ),
    call(
        "/yente/reconcile/{dataset}/suggest/type",
        "Schemata that begin so",
        &["prefix", "callback"],
    ),
    call(
        "/yente/reconcile/{dataset}/extend/property",
        "Columns that can be added",
        &["type", "limit", "callback"],
    ),
];

fn parameters(path: &str, query: &[&str]) -> Vec<Value> {
    let places = path
        .split('/')
        .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let place = |name: &str| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } });
    let asked = |name: &&str| json!({ "name": name, "in": "query", "required": false, "schema": { "type": "string" } });
    places.map(place).chain(query.iter().map(asked)).collect()
}

fn body(path: &str) -> Option<Value> {
    let (kind, schema) = match path {
        "/yente/match/{dataset}" => (
            "application/json",
            json!({ "$ref": "#/components/schemas/EntityMatchQuery" }),
        ),
        "/yente/v2/match" => (
            "application/json",
            json!({ "$ref": "#/components/schemas/SingleQuery" }),
        ),
        "/yente/v2/stream/{dataset}" => (
            "application/x-ndjson",
            json!({ "$ref": "#/components/schemas/EntityExample" }),
        ),
        "/yente/reconcile/{dataset}" => (
            "application/x-www-form-urlencoded",
            json!({ "type": "object", "properties": { "queries": { "type": "string" }, "extend": { "type": "string" } } }),
        ),
        _ => return None,
    };
    let mut content = Map::new();
    content.insert(kind.to_owned(), json!({ "schema": schema }));
    Some(json!({ "required": true, "content": content }))
}

fn schemas() -> Value {
    let values = json!({ "type": "object", "additionalProperties": { "type": "array", "items": { "type": "string" } } });
    let example = json!({
        "type": "object", "required": ["schema", "properties"],
        "properties": { "id": { "type": ["string", "null"] }, "schema": { "type": "string" }, "properties": values },
    });
    json!({
        "EntityExample": example,
        "EntityMatchQuery": {
            "type": "object", "required": ["queries"],
            "properties": {
                "queries": { "type": "object", "additionalProperties": { "$ref": "#/components/schemas/EntityExample" } },
                "weights": { "type": "object" }, "config": { "type": "object" },
            },
        },
        "SingleQuery": {
            "type": "object", "required": ["query"],
            "properties": {
                "query": { "$ref": "#/components/schemas/EntityExample" },
                "filters": { "type": "object", "properties": {
                    "datasets": { "type": "array" }, "exclude_datasets": { "type": "array" }, "topics": { "type": "array" },
                    "changed_since": { "type": "string" }, "exclude_entities": { "type": "array" },
                    "exclude_schemata": { "type": "array" },
                } },
                "threshold": { "type": "number" }, "limit": { "type": "integer" },
                "algorithm": { "type": "string", "default": "best" },
            },
        },
        "ErrorResponse": {
            "type": "object", "required": ["detail"],
            "properties": { "detail": {}, "code": { "type": "string" } },
        },
    })
}

/// The document.
pub(super) fn document() -> Value {
    let mut paths: Map<String, Value> = Map::new();
    for row in ROUTES {
        let Some(call) = CALLS.iter().find(|call| call.path == row.path) else {
            continue;
        };
        let fault = json!({ "description": "Not answered", "content": {
            "application/json": { "schema": { "$ref": "#/components/schemas/ErrorResponse" } } } });
        let mut told = json!({
            "summary": call.summary,
            "parameters": parameters(row.path, call.parameters),
            "responses": { "200": { "description": "Answered" }, "default": fault },
        });
        if let Some(told) = told.as_object_mut() {
            if row.need == Need::Open {
                told.insert("security".to_owned(), json!([]));
            }
            if let Some(body) = body(row.path).filter(|_| row.method == "POST") {
                told.insert("requestBody".to_owned(), body);
            }
        }
        // Clients set their base address to where all of this stands.
        let path = row.path.strip_prefix("/yente").unwrap_or(row.path);
        let methods = paths.entry(path.to_owned()).or_insert_with(|| json!({}));
        if let Some(methods) = methods.as_object_mut() {
            methods.insert(row.method.to_lowercase(), told);
        }
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Comity: the lists, for programs", "version": env!("CARGO_PKG_VERSION"),
            "description": "The calls of opensanctions/yente's API, answered by this node. A key of the node's administrator is needed.",
        },
        "servers": [{ "url": "/yente" }],
        "security": [{ "key": [] }, { "bearer": [] }],
        "paths": paths,
        "components": {
            "schemas": schemas(),
            "securitySchemes": {
                "key": { "type": "apiKey", "in": "header", "name": "Authorization", "description": "ApiKey, a blank, the key" },
                "bearer": { "type": "http", "scheme": "bearer" },
            },
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_is_described() {
        let document = document();
        for row in ROUTES {
            let path = row.path.strip_prefix("/yente").unwrap();
            let told = &document["paths"][path][row.method.to_lowercase()];
            assert!(told["summary"].is_string(), "{} {path}", row.method);
        }
    }
}
