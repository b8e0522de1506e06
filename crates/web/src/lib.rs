//! Everything of Comity that speaks HTTP: pages for people, a JSON API with its OpenAPI document, and the peers' inbox.
//!
//! The only user of axum and askama. Nothing is decided here: a handler parses, calls one act of `office` (or its
//! reader), and shows the answer. No SQL, no cryptography, no clock of its own.
//!
//! # How to add a page
//!
//! 1. Handler in `src/pages/<room>.rs`:
//!
//!    ```text
//!    #[derive(Debug, askama::Template)]
//!    #[template(path = "lists/index.html")]
//!    struct Index { page: Page, lists: Vec<ListLine> }
//!
//!    async fn index(me: Signed) -> Result<Shown<Index>, Problem> {
//!        let lists = me.read(Purpose::Administration).await?.lists().await?;   // office's errors become a Problem by `?`
//!        Ok(Shown(Index { page: me.page("ui-lists").density(Density::Desk), lists }))
//!    }
//!
//!    async fn import(me: Signed, form: PostForm) -> Result<Redirect, Problem> {   // checks origin and token
//!        let act = Import { act: form.act()?, name: form.need("name")?.to_owned(), .. };
//!        lists::import(me.office(), me.actor(), act).await?;
//!        Ok(me.done("/lists", "list-imported"))                            // redirects; the page says `ui-done-list-imported`
//!    }
//!    ```
//!    A file comes by [`csrf::Upload`]. A form that came back with findings: `page::shown(StatusCode::UNPROCESSABLE_ENTITY, &t)`.
//!    Existence that is secret: `Err(Problem::not_found())`.
//! 2. Its routes, in the same file, twice: `pub fn routes() -> Router<App>` and the table the gate and the
//!    every-route x every-role test read (a route that is not in the table answers 404):
//!
//!    ```text
//!    pub const ROUTES: &[Row] = &[get("/lists", verb(Verb::ListRead)), post("/lists", verb(Verb::ListImport))];
//!    ```
//! 3. Its template in `pages/<room>/*.html`: begins `{% extends "base.html" %}`, says `{{ page.say("ui-…") }}`, uses the
//!    parts of [`part`] (`{{ page.clock(c) }}`, `{{ Field::text("name", page.say("…"), value) }}` built in Rust or in the template).
//!    A form: `<form method="post" action="…">{{ page.hidden() }} … </form>`.
//!    A table: `<div class="scroll"><table class="rows">` with `data-label="…"` on each `<td>` (rows become cards when narrow).
//!    Side by side: `<dl class="facts">`, `<div class="split">`. No `style=`, no inline script, no left/right.
//! 4. Its words in six languages in `crates/paper/words/<lang>/ui.ftl` or `ui_cases.ftl`.
#![forbid(unsafe_code)]

pub mod api;
pub mod app;
pub mod assets;
pub mod csrf;
mod file;
pub mod headers;
pub mod limit;
pub mod listen;
pub mod metrics;
pub mod page;
pub mod pages;
pub mod part;
pub mod peers;
pub mod problem;
pub mod routes;
pub mod session;
pub mod taxii;
pub mod words;
pub mod yente;

pub use app::{App, Settings};
pub use csrf::{PostForm, Upload};
pub use page::{Density, Page, Shown, shown};
pub use problem::Problem;
pub use session::{Ctx, Signed};
