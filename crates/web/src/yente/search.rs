//! Records with the words asked for: `GET /search/{dataset}`.

use std::collections::BTreeSet;

use axum::extract::Path;
use axum::response::IntoResponse as _;
use axum::{Json, Router};
use office::screening::ask::found::{Facet, TextQuery};
use office::screening::ask::{Among, Answer, EVERY, PAGE_USUAL, Question, ftm, library};
use serde_json::{Map, Value, json};

use super::params::Params;
use super::shape::{Record, total};
use super::{Fault, Program, Told};
use crate::app::App;

/// Answers on one page when nothing is said, and at most.
pub(super) const LIMIT: (usize, usize) = (PAGE_USUAL, 500);
/// Answers that may be passed over.
pub(super) const OFFSET_MAX: usize = 9_499;
/// Facets when nothing is said.
const FACETS: &[&str] = &["countries", "topics", "datasets"];
/// Facets there are.
const FACETS_KNOWN: &[&str] = &[
    "datasets",
    "schema",
    "countries",
    "identifiers",
    "topics",
    "genders",
];

pub(super) fn routes() -> Router<App> {
    Router::new().route("/yente/search/{dataset}", axum::routing::get(search))
}

/// Field and whether the greatest comes first: `first_seen:desc`.
pub(super) fn sorts(params: &Params) -> Vec<(String, bool)> {
    let sort = |text: String| match text.rsplit_once(':') {
        Some((field, order)) => (field.to_owned(), order == "desc"),
        None => (text, false),
    };
    params.all("sort").into_iter().map(sort).collect()
}

fn filters(params: &Params) -> Result<Vec<(String, String)>, Fault> {
    let mut all = Vec::new();
    for name in ["countries", "topics", "datasets"] {
        all.extend(
            params
                .all(name)
                .into_iter()
                .map(|value| (name.to_owned(), value)),
        );
    }
    for text in params.all("filter") {
        let (field, value) = text
            .split_once(':')
            .ok_or_else(|| Fault::bad(format!("Invalid filter: {text:?}")))?;
        all.push((field.to_owned(), value.to_owned()));
    }
    if let Some(target) = params.flag("target")? {
        all.push(("target".to_owned(), target.to_string()));
    }
    Ok(all)
}

fn facets(params: &Params) -> Result<Vec<String>, Fault> {
    let asked = params.all("facets");
    for name in &asked {
        if !FACETS_KNOWN.contains(&name.as_str()) {
            let said = format!("Input should be one of: {}", FACETS_KNOWN.join(", "));
            return Err(Fault::shape(&["query", "facets"], &said, &json!(name)));
        }
    }
    Ok(match asked.is_empty() {
        true => FACETS.iter().map(|name| (*name).to_owned()).collect(),
        false => asked,
    })
}

async fn search(program: Program, Path(dataset): Path<String>, params: Params) -> Told {
    let limit = params.count("limit", LIMIT.0, LIMIT.1)?;
    let offset = params.count("offset", 0, OFFSET_MAX)?;
    let every = params.word("filter_op", &["OR", "AND"])? == Some("AND");
    let schema = params.one("schema").unwrap_or("Thing");
    if ftm::Schema::of(schema).is_none() {
        return Err(Fault::bad("Invalid schema"));
    }
    let mut query = TextQuery {
        text: params.one("q").unwrap_or_default().to_owned(),
        simple: params.flag("simple")?.unwrap_or(false),
        fuzzy: params.flag("fuzzy")?.unwrap_or(false),
        schema: schema.to_owned(),
        datasets: BTreeSet::new(),
        not_schemas: params.all("exclude_schema").into_iter().collect(),
        changed_since: params.moment("changed_since")?,
        filters: filters(&params)?,
        every,
        sort: sorts(&params),
        offset,
        limit,
        facets: facets(&params)?,
    };
    let among = Among {
        include: params.all("include_dataset"),
        exclude: params.all("exclude_dataset"),
        ..Among::default()
    };
    let library = library(program.ctx.app().office());
    if !among.include.is_empty() || !among.exclude.is_empty() {
        let scope = library.scope(&dataset);
        let scope = scope.ok_or_else(|| Fault::gone("No such dataset."))?;
        query.datasets = among.of(&scope);
        if query.datasets.is_empty() {
            // Nothing is left to search: not the same as searching everything.
            query.datasets.insert(String::new());
        }
    }
    let answered = program
        .ask(&dataset, Question::Search(Box::new(query)))
        .await?;
    let Answer::Found(found, entities) = &answered.answer else {
        return Err(Fault::gone("No such dataset."));
    };
    let titles = library.titles();
    let facet = |facet: &Facet| {
        let values = facet.values.iter().map(|value| {
            let title = titles.get(value.name.as_str()).filter(|_| facet.name == "datasets");
            json!({ "name": value.name, "label": title.unwrap_or(&value.label.as_str()), "count": value.count })
        });
        let told = json!({ "label": facet.label, "values": values.collect::<Vec<Value>>() });
        (facet.name.clone(), told)
    };
    let facets: Map<String, Value> = found.facets.iter().map(facet).collect();
    let results: Vec<Record<'_>> = entities.iter().map(Record).collect();
    let body = json!({
        "results": results, "facets": facets, "total": total(found.total, found.exact), "limit": limit,
        "offset": offset, "lists": answered.lists, "receipt": answered.receipts.first(),
    });
    Ok(Json(body).into_response())
}

/// The scope of the calls that name no dataset.
pub(super) const SCOPE: &str = EVERY;
