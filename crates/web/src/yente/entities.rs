//! Records by their ids, with what stands beside them: `GET /entities/{id}`, `/adjacent`, `/adjacent/{property}`.

use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use axum::{Json, Router};
use http::{HeaderValue, StatusCode, header};
use office::screening::ask::{Answer, Answered, Page, Question};
use serde_json::{Map, Value, json};

use super::params::Params;
use super::search::{LIMIT, OFFSET_MAX, SCOPE};
use super::shape::{Around, Record, beside};
use super::{Fault, Program, Told, receipted};
use crate::app::App;
use crate::problem::escaped;

pub(super) fn routes() -> Router<App> {
    use axum::routing::get;
    Router::new()
        .route("/yente/entities/{id}", get(one))
        .route("/yente/entities/{id}/adjacent", get(adjacent))
        .route("/yente/entities/{id}/adjacent/{property}", get(by_property))
}

/// The record has another id now: the same question there.
fn merged(program: &Program, old: &str, new: &str) -> Told {
    let here = program.ctx.here();
    let to = here.replacen(&escaped(old), &escaped(new), 1);
    let to = HeaderValue::from_str(&to).map_err(|_| gone())?;
    let mut response = StatusCode::PERMANENT_REDIRECT.into_response();
    response.headers_mut().insert(header::LOCATION, to);
    Ok(response)
}

fn gone() -> Fault {
    Fault::gone("No such entity!")
}

async fn ask(program: &Program, question: Question, gone: &str) -> Result<Answered, Fault> {
    let answered = program.ask(SCOPE, question).await;
    answered.map_err(|fault| match fault.status {
        StatusCode::NOT_FOUND => Fault::gone(gone),
        _ => fault,
    })
}

fn shown(value: &impl serde::Serialize) -> Response {
    Json(value).into_response()
}

async fn one(program: Program, Path(id): Path<String>, params: Params) -> Told {
    let nested = params.flag("nested")?.unwrap_or(true);
    let question = match nested {
        true => Question::Nested(id.clone()),
        false => Question::Records(vec![id.clone()]),
    };
    let answered = ask(&program, question, "No such entity!").await?;
    let told = match &answered.answer {
        Answer::Merged(to) => merged(&program, &id, to)?,
        Answer::Nested(nested) => shown(&Around(nested)),
        Answer::Records(found) => match found.first() {
            Some(Some(entity)) => shown(&Record(entity)),
            _ => return Err(gone()),
        },
        _ => return Err(gone()),
    };
    Ok(receipted(answered.receipts.first(), told))
}

fn page(params: &Params) -> Result<Page, Fault> {
    Ok(Page {
        limit: params.count("limit", LIMIT.0, LIMIT.1)?,
        offset: params.count("offset", 0, OFFSET_MAX)?,
    })
}

async fn adjacent(program: Program, Path(id): Path<String>, params: Params) -> Told {
    let page = page(&params)?;
    let question = Question::Adjacent(id.clone(), page);
    let answered = ask(&program, question, "No such entity!").await?;
    let told = match &answered.answer {
        Answer::Merged(to) => merged(&program, &id, to)?,
        Answer::Adjacent(entity, all) => {
            let all: Map<String, Value> = all
                .iter()
                .map(|(name, found)| ((*name).to_owned(), beside(found, (page.offset, page.limit))))
                .collect();
            shown(&json!({ "entity": Record(entity), "adjacent": all }))
        }
        _ => return Err(gone()),
    };
    Ok(receipted(answered.receipts.first(), told))
}

async fn by_property(
    program: Program,
    Path((id, property)): Path<(String, String)>,
    params: Params,
) -> Told {
    let page = page(&params)?;
    let question = Question::Beside(id.clone(), property, page);
    let answered = ask(&program, question, "No such entity, or no such property!").await?;
    let told = match &answered.answer {
        Answer::Merged(to) => merged(&program, &id, to)?,
        Answer::Beside(found) => shown(&beside(found, (page.offset, page.limit))),
        _ => return Err(gone()),
    };
    Ok(receipted(answered.receipts.first(), told))
}
