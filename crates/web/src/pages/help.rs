//! Help, in the same place on every page (WCAG 3.2.6), and the statement on accessibility.

use askama::Template;
use axum::Router;
use axum::routing;

use crate::app::App;
use crate::page::{Density, Page, Shown};
use crate::routes::{Need, Row, get};
use crate::{Ctx, words};

/// The routes of the help.
pub const ROUTES: &[Row] = &[get("/help", Need::Open), get("/accessibility", Need::Open)];

/// Help.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/help", routing::get(help))
        .route("/accessibility", routing::get(accessibility))
}

/// Questions with their answers: `ui-help-<topic>` and `ui-help-<topic>-text`.
const TOPICS: &[&str] = &[
    "sign-in",
    "draft",
    "send",
    "answer",
    "clock",
    "handling",
    "border",
    "screening",
    "keyboard",
    "wrong",
];

#[derive(Debug, Template)]
#[template(path = "help.html")]
struct HelpPage {
    page: Page,
    lead: String,
    topics: Vec<(String, String)>,
}

fn page_of(ctx: &Ctx, key: &str, topics: &[&str]) -> HelpPage {
    let page = ctx.page(key).density(Density::Form);
    let say = |key: &str| words::say(page.lang, key, &[]);
    let topics = topics
        .iter()
        .map(|topic| {
            (
                say(&format!("{key}-{topic}")),
                say(&format!("{key}-{topic}-text")),
            )
        })
        .collect();
    HelpPage {
        lead: say(&format!("{key}-lead")),
        topics,
        page,
    }
}

async fn help(ctx: Ctx) -> Shown<HelpPage> {
    Shown(page_of(&ctx, "ui-help", TOPICS))
}

async fn accessibility(ctx: Ctx) -> Shown<HelpPage> {
    Shown(page_of(
        &ctx,
        "ui-accessibility",
        &["means", "limits", "tell"],
    ))
}
