//! Papers of a case: PDF in six languages, and a print view of the same sheet for where fonts are missing.

use std::collections::BTreeMap;

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use model::Lang;
use model::id::RequestId;
use office::papers::{self, PaperKind, Sheet};
use paper::print::Block;

use super::draft;
use super::show;
use crate::file;
use crate::page::{Page, Shown};
use crate::{Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "requests/print.html")]
struct Print {
    page: Page,
    request: String,
    others: Vec<(String, String, bool)>,
    langs: Vec<(String, &'static str, &'static str)>,
    sheet: Sheet,
}

fn asked(me: &Signed, query: &BTreeMap<String, String>) -> Lang {
    query
        .get("lang")
        .and_then(|code| Lang::from_code(code))
        .unwrap_or_else(|| me.lang())
}

/// A paper as PDF.
pub(crate) async fn pdf(
    me: Signed,
    Path((id, kind)): Path<(RequestId, String)>,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Response, Problem> {
    let kind = PaperKind::from_code(&kind).ok_or_else(Problem::not_found)?;
    let lang = asked(&me, &query);
    let number = draft::open(&me, id).await?.request.number;
    let bytes = papers::pdf(me.office(), me.actor(), id, (kind, lang)).await?;
    let name = format!("{number}-{}-{}.pdf", kind.code(), lang.code());
    Ok(file::looked_at("application/pdf", &name, bytes))
}

/// The print view.
pub(crate) async fn print(
    me: Signed,
    Path(id): Path<RequestId>,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Response, Problem> {
    let request = draft::open(&me, id).await?.request;
    let kind = query
        .get("paper")
        .and_then(|code| PaperKind::from_code(code))
        .unwrap_or(PaperKind::Request);
    let lang = asked(&me, &query);
    let sheet = papers::print(me.office(), me.actor(), id, (kind, lang)).await?;
    let page = me
        .page("case-paper-print")
        .titled(format!("{} {}", sheet.number, sheet.title));
    let href = |kind: PaperKind, lang: Lang| {
        format!(
            "/requests/{id}/print?paper={}&lang={}",
            kind.code(),
            lang.code()
        )
    };
    let others = show::kinds(&request)
        .into_iter()
        .map(|other| {
            (
                href(other, lang),
                show::paper_word(&page, other),
                other == kind,
            )
        })
        .collect();
    let langs = Lang::ALL
        .iter()
        .map(|lang| (href(kind, *lang), lang.code(), lang.own_name()))
        .collect();
    Ok(Shown(Print {
        request: id.to_string(),
        others,
        langs,
        sheet,
        page,
    })
    .into_response())
}
