//! `/search`: where is it, and who has it? One box over everything the reader may see; the answer stands in the line. What is typed
//! may be a name: it is posted, so that it stands in no address.

use axum::Router;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing;
use model::{Purpose, Verb};

use super::requests::line::{Desk, Lines, unread};
use super::requests::told::States;
use crate::app::App;
use crate::page::{Page, Shown};
use crate::part::{Field, Turns};
use crate::routes::{Row, any, get, post};
use crate::{PostForm, Problem, Signed};

/// The routes of the search.
pub const ROUTES: &[Row] = &[
    get("/search", any(&[Verb::RequestRead])),
    post("/search", any(&[Verb::RequestRead])),
];

/// The search.
pub fn routes() -> Router<App> {
    Router::new().route("/search", routing::get(empty).post(find))
}

#[derive(Debug, askama::Template)]
#[template(path = "requests/search.html")]
struct Search {
    page: Page,
    field: Field,
    asked: bool,
    total: u64,
    lines: Option<Lines>,
    /// What belongs here and cannot be read.
    unread: Option<String>,
    turns: Option<Turns>,
}

fn field(page: &Page, text: &str) -> Field {
    Field::text("text", page.say("case-search-box"), text)
        .line("search")
        .hint(page.say("case-search-hint"))
}

async fn empty(me: Signed) -> Shown<Search> {
    let page = me.page("case-search");
    Shown(Search {
        field: field(&page, ""),
        asked: false,
        total: 0,
        lines: None,
        unread: None,
        turns: None,
        page,
    })
}

async fn find(me: Signed, form: PostForm) -> Result<Response, Problem> {
    let text = form.text("text").to_owned();
    if text.is_empty() {
        return Ok(Redirect::to("/search").into_response());
    }
    let number = form.text("page").parse::<u32>().unwrap_or(0);
    let found = me.read(Purpose::Mla).await?.search(&text, number).await?;
    // A whole number, as it is read aloud, opens its case at once.
    if let [only] = found.rows.as_slice()
        && only.line.request.number.eq_ignore_ascii_case(&text)
    {
        return Ok(Redirect::to(&format!("/requests/{}", only.line.request.id)).into_response());
    }
    let states = States::read(&me).await?;
    let page = me.page("case-search");
    let rows = found.rows.iter().map(|row| {
        let places = row.places.iter();
        let told =
            places.map(|(place, text)| (page.code("case-place", place.code()), text.clone()));
        (&row.line, told.collect())
    });
    let lines = Desk::new(&page, &states).found(rows);
    let turned = (found.page, found.total, found.size);
    let asked = vec![("text", text.clone())];
    Ok(Shown(Search {
        field: field(&page, &text),
        turns: Turns::of(&page, ("/search", asked), turned),
        asked: true,
        total: found.total,
        lines: (!found.rows.is_empty()).then_some(lines),
        unread: unread(&page, &found.unread),
        page,
    })
    .into_response())
}
