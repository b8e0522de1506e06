//! Who on the lists may be meant: `POST /match/{dataset}` with up to a hundred queries, and `POST /v2/match` with one.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::IntoResponse as _;
use axum::{Json, Router};
use bytes::Bytes;
use http::HeaderValue;
use office::screening::ask::{
    Among, CUT_USUAL, Cleaned, EVERY, Hits, LeftOut, ListAsked, Matching, Query, Question, Receipt,
    Sought, Strict, TOLD_USUAL, clean, ftm, library,
};
use office::screening::log::question_bytes;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::algorithms::{self, Algorithm};
use super::params::{Params, is_moment};
use super::shape::{Scored, total};
use super::{Fault, Program, Told};
use crate::app::App;

/// Queries of one call.
const QUERIES_MAX: usize = 100;
/// Answers to one query when nothing is said, and at most.
pub(super) const LIMIT: (usize, usize) = (TOLD_USUAL, 500);
/// From this score on a record is a match, when nothing is said.
pub(super) const THRESHOLD: f64 = CUT_USUAL;
/// Records left out by id, of one call.
const NOT_IDS_MAX: usize = 10_000;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/yente/match/{dataset}", axum::routing::post(many))
        .route("/yente/v2/match", axum::routing::post(one))
}

/// Somebody described by example.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Example {
    #[serde(default)]
    pub(super) id: Option<String>,
    pub(super) schema: String,
    pub(super) properties: BTreeMap<String, Value>,
}

#[derive(Debug, Deserialize)]
struct Batch {
    #[serde(default)]
    weights: Map<String, Value>,
    #[serde(default)]
    config: Map<String, Value>,
    queries: BTreeMap<String, Option<Example>>,
}

/// How scores are read and how many answers are given.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cut {
    pub(super) limit: usize,
    pub(super) threshold: f64,
    /// Answers must be better than this.
    pub(super) cutoff: f64,
    pub(super) algorithm: &'static Algorithm,
}

impl Cut {
    pub(super) fn of(params: &Params) -> Result<Self, Fault> {
        let threshold = params.number("threshold", THRESHOLD)?.clamp(0.0, 1.0);
        let cutoff = params.number("cutoff", THRESHOLD)?.clamp(0.0, threshold);
        Ok(Self {
            limit: params.count("limit", LIMIT.0, LIMIT.1)?,
            threshold,
            cutoff,
            algorithm: algorithms::named(params.one("algorithm").unwrap_or("best"))?,
        })
    }

    /// The question made of these queries. More answers are looked at than given, so that their number can be told.
    pub(super) fn question(&self, queries: Vec<Sought>, among: Among) -> Question {
        Question::Match(Box::new(Matching {
            queries,
            among,
            limit: (self.limit * 10).clamp(20, LIMIT.1),
            told: self.limit,
            cutoff: self.cutoff,
            threshold: self.threshold,
        }))
    }
}

/// Which records may answer, of the query string.
pub(super) fn among(params: &Params) -> Result<Among, Fault> {
    Ok(Among {
        include: params.all("include_dataset"),
        exclude: params.all("exclude_dataset"),
        not_schemas: params.all("exclude_schema"),
        topics: params.all("topics"),
        changed_since: params.moment("changed_since")?,
        not_ids: params.all("exclude_entity_ids"),
    })
}

/// The values of a property as text: one, or a list; numbers as they are written.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Number(number) => vec![number.to_string()],
        Value::Array(all) => all
            .iter()
            .filter(|v| !v.is_array())
            .flat_map(texts)
            .collect(),
        Value::Object(entity) => entity.get("id").map(texts).unwrap_or_default(),
        Value::Null | Value::Bool(_) => Vec::new(),
    }
}

/// A query made of an example, and what of it was left aside.
pub(super) fn read(example: &Example, strict: Strict) -> Result<Cleaned, Fault> {
    let properties = example.properties.iter();
    let properties = properties
        .map(|(name, value)| (name.clone(), texts(value)))
        .collect();
    let cleaned = clean(&example.schema, &properties, strict)
        .map_err(|error| Fault::bad(format!("Cannot parse example entity: {error}")))?;
    // The log takes no larger one: of many queries the one is told, and the others are asked.
    question_bytes(&cleaned.query)?;
    Ok(cleaned)
}

/// Somebody as an algorithm looks for them, under the caller's own reference.
pub(super) fn sought(algorithm: &Algorithm, id: Option<&str>, query: &Query) -> Sought {
    Sought {
        query: asked_by(algorithm, query.clone()),
        reference: id.map(str::to_owned),
    }
}

/// The query as an algorithm asks it: some look at names only.
fn asked_by(algorithm: &Algorithm, mut query: Query) -> Query {
    if algorithm.names_only {
        const PARTS: [&str; 5] = [
            "firstName",
            "secondName",
            "middleName",
            "fatherName",
            "lastName",
        ];
        let model = ftm::model();
        query.properties.retain(|name, _| {
            PARTS.contains(&name.as_str())
                || model
                    .property(name)
                    .is_some_and(|property| property.type_name == "name")
        });
    }
    query
}

/// What one query is answered.
#[derive(Serialize)]
pub(super) struct Matches<'a> {
    pub(super) status: u16,
    pub(super) results: Vec<Scored<'a>>,
    pub(super) total: Value,
    pub(super) query: Value,
    /// Records that an officer found to be somebody else: they are not among the results.
    pub(super) left_out: &'a [LeftOut],
    /// With it and the query, what was asked can be proved.
    pub(super) receipt: &'a Receipt,
    /// What of the query was left aside, and why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) warnings: Vec<String>,
}

impl<'a> Matches<'a> {
    pub(super) fn new(
        (id, cleaned): (Option<&str>, &Cleaned),
        (found, receipt): (&'a Hits, &'a Receipt),
        cut: &Cut,
    ) -> Self {
        let better = found.hits.iter().filter(|hit| hit.score > cut.cutoff);
        let scored: Vec<Scored<'a>> = better
            .map(|hit| Scored {
                hit,
                threshold: cut.threshold,
            })
            .collect();
        let matches = scored
            .iter()
            .filter(|scored| scored.hit.score >= cut.threshold);
        let count = matches.count();
        let mut warnings: Vec<String> = Vec::new();
        warnings.extend(
            cleaned
                .unknown
                .iter()
                .map(|name| format!("unknown property: {name}")),
        );
        warnings.extend(
            cleaned
                .unread
                .iter()
                .map(|(name, _)| format!("a value of {name} is none of its type")),
        );
        Self {
            status: 200,
            results: scored.into_iter().take(cut.limit).collect(),
            total: total(count, true),
            query: json!({ "id": id, "schema": cleaned.query.schema, "properties": cleaned.query.properties }),
            left_out: &found.left_out,
            receipt,
            warnings,
        }
    }
}

#[derive(Serialize)]
struct Responses<'a> {
    responses: BTreeMap<&'a str, Matches<'a>>,
    limit: usize,
    lists: &'a [ListAsked],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ignored: Vec<String>,
}

/// The body as JSON; these clients do not always say that it is.
pub(super) fn body<T: serde::de::DeserializeOwned>(bytes: &Bytes) -> Result<T, Fault> {
    serde_json::from_slice(bytes)
        .map_err(|error| Fault::shape(&["body"], &error.to_string(), &Value::Null))
}

async fn many(program: Program, Path(dataset): Path<String>, params: Params, bytes: Bytes) -> Told {
    let cut = Cut::of(&params)?;
    let among = among(&params)?;
    if among.not_ids.len() > NOT_IDS_MAX {
        return Err(Fault::bad(format!(
            "more than {NOT_IDS_MAX} ids to leave out"
        )));
    }
    let batch: Batch = body(&bytes)?;
    let ignored = cut.algorithm.ignored(&batch.weights, &batch.config)?;
    if batch.queries.len() > QUERIES_MAX {
        let what = format!("Too many queries in one batch (limit: {QUERIES_MAX})");
        return Err(Fault::bad(what));
    }
    let mut cleaned: Vec<(&str, Option<&str>, Cleaned)> = Vec::new();
    for (key, example) in &batch.queries {
        if let Some(example) = example {
            cleaned.push((key, example.id.as_deref(), read(example, Strict::No)?));
        }
    }
    if cleaned.is_empty() {
        return Err(Fault::bad("No queries provided."));
    }
    let queries = cleaned.iter();
    let queries = queries.map(|(_, id, c)| sought(cut.algorithm, *id, &c.query));
    let question = cut.question(queries.collect(), among);
    let answered = program.ask(&dataset, question).await?;
    let responses = cleaned
        .iter()
        .zip(answered.each())
        .map(|((key, id, cleaned), found)| (*key, Matches::new((*id, cleaned), found, &cut)));
    let all = Responses {
        responses: responses.collect(),
        limit: cut.limit,
        lists: &answered.lists,
        ignored,
    };
    let size = HeaderValue::from(all.responses.len());
    Ok(([("x-batch-size", size)], Json(all)).into_response())
}

/// Which records may answer, as `/v2/match` writes it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Filters {
    #[serde(default)]
    datasets: Vec<String>,
    #[serde(default)]
    exclude_datasets: Vec<String>,
    #[serde(default)]
    topics: Vec<String>,
    #[serde(default)]
    changed_since: Option<String>,
    #[serde(default)]
    exclude_entities: Vec<String>,
    #[serde(default)]
    exclude_schemata: Vec<String>,
}

/// One query with all that belongs to it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Single {
    query: Example,
    #[serde(default)]
    filters: Filters,
    #[serde(default)]
    algorithm: Option<String>,
    #[serde(default)]
    threshold: Option<f64>,
    #[serde(default)]
    limit: Option<usize>,
    #[serde(default)]
    weights: Map<String, Value>,
    #[serde(default)]
    config: Map<String, Value>,
}

impl Single {
    fn cut(&self) -> Result<Cut, Fault> {
        let threshold = self.threshold.unwrap_or(THRESHOLD);
        let limit = self.limit.unwrap_or(LIMIT.0);
        if !(0.0..=1.0).contains(&threshold) {
            let said = "Input should be between 0 and 1";
            return Err(Fault::shape(
                &["body", "threshold"],
                said,
                &json!(threshold),
            ));
        }
        if limit > LIMIT.1 {
            let said = format!("Input should be less than or equal to {}", LIMIT.1);
            return Err(Fault::shape(&["body", "limit"], &said, &json!(limit)));
        }
        Ok(Cut {
            limit,
            threshold,
            // What is at the threshold is a match and is answered.
            cutoff: threshold - f64::EPSILON,
            algorithm: algorithms::named(self.algorithm.as_deref().unwrap_or("best"))?,
        })
    }
}

async fn one(program: Program, bytes: Bytes) -> Told {
    let single: Single = body(&bytes)?;
    let cut = single.cut()?;
    let ignored = cut.algorithm.ignored(&single.weights, &single.config)?;
    let filters = single.filters;
    if let Some(since) = filters
        .changed_since
        .as_deref()
        .filter(|text| !is_moment(text))
    {
        let said = "Input should be a day (2022-02-24) or a moment (2022-02-24T10:00:00)";
        return Err(Fault::shape(
            &["body", "filters", "changed_since"],
            said,
            &json!(since),
        ));
    }
    if filters.exclude_entities.len() > NOT_IDS_MAX {
        return Err(Fault::bad(format!(
            "more than {NOT_IDS_MAX} ids to leave out"
        )));
    }
    let cleaned = read(&single.query, Strict::Yes)?;
    let among = Among {
        include: expanded(&program, filters.datasets)?,
        exclude: filters.exclude_datasets,
        not_schemas: filters.exclude_schemata,
        topics: filters.topics,
        changed_since: filters.changed_since,
        not_ids: filters.exclude_entities,
    };
    let id = single.query.id.as_deref();
    let queries = vec![sought(cut.algorithm, id, &cleaned.query)];
    let answered = program.ask(EVERY, cut.question(queries, among)).await?;
    let found = answered.each().next();
    let found = found.ok_or_else(|| Fault::bad("No queries provided."))?;
    let matches = Matches::new((id, &cleaned), found, &cut);
    let body = json!({
        "query": matches.query, "results": matches.results, "total": matches.total, "limit": cut.limit,
        "lists": answered.lists, "ignored": ignored, "left_out": matches.left_out, "receipt": matches.receipt,
    });
    Ok(Json(body).into_response())
}

/// The datasets a call names, collections as what they are made of; each must be there.
fn expanded(program: &Program, names: Vec<String>) -> Result<Vec<String>, Fault> {
    let library = library(program.ctx.app().office());
    let mut all = Vec::new();
    for name in names {
        let known = library.datasets.iter().find(|dataset| dataset.name == name);
        let known = known.ok_or_else(|| Fault::gone("No such dataset."))?;
        all.extend(known.children.iter().cloned());
        all.push(name);
    }
    Ok(all)
}
