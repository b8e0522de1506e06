//! `/requests/{id}/defence`: what the defence may be shown of a case, for judge, approver and case officer; and the signed
//! record of it for the court file.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use model::id::RequestId;
use model::{Lang, Verb};
use office::defence;
use office::papers::{self, PaperKind};
use paper::print::Block;

use crate::file;
use crate::page::{Page, Shown};
use crate::{PostForm, Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "requests/defence.html")]
struct Defence {
    page: Page,
    request: String,
    number: String,
    closed: Vec<String>,
    silent: bool,
    left_out: Option<String>,
    may_export: bool,
    langs: Vec<(&'static str, &'static str)>,
    blocks: Vec<Block>,
}

/// The page.
pub(crate) async fn show(me: Signed, Path(id): Path<RequestId>) -> Result<Response, Problem> {
    let view = defence::view(me.office(), me.actor(), id).await?;
    let page = me.page("defence-title").band(&view.request.label);
    let closed: Vec<String> = match &view.shown {
        Ok(_) => Vec::new(),
        Err(why) => why
            .iter()
            .map(|why| page.code("defence-closed", why.code()))
            .collect(),
    };
    let blocks = if closed.is_empty() {
        let what = (PaperKind::Defence, me.lang());
        papers::print(me.office(), me.actor(), id, what)
            .await?
            .blocks
    } else {
        Vec::new()
    };
    // On the page nobody signs.
    let blocks = blocks
        .into_iter()
        .filter(|block| !matches!(block, Block::Signature { .. }))
        .collect();
    let left_out = (closed.is_empty() && view.left_out > 0)
        .then(|| page.say1("defence-left-out", "n", view.left_out));
    Ok(Shown(Defence {
        request: id.to_string(),
        number: view.request.number.clone(),
        silent: closed.is_empty() && view.silent,
        left_out,
        may_export: closed.is_empty() && page.may(Verb::EvidenceExport),
        langs: Lang::ALL
            .iter()
            .map(|lang| (lang.code(), lang.own_name()))
            .collect(),
        closed,
        blocks,
        page,
    })
    .into_response())
}

/// The signed record, as a file.
pub(crate) async fn export(
    me: Signed,
    Path(id): Path<RequestId>,
    form: PostForm,
) -> Result<Response, Problem> {
    let view = defence::view(me.office(), me.actor(), id).await?;
    let bytes = defence::export(me.office(), me.actor(), form.act()?, id).await?;
    let name = format!("{}-defence.json", view.request.number);
    Ok(file::kept("application/json", &name, bytes))
}
