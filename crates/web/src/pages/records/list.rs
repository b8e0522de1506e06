//! The records, newest first, and those that say what was searched.

use std::collections::BTreeMap;

use axum::extract::Query;
use office::records::{RecordLine, RecordsWanted};

use super::reader;
use super::show::stage;
use crate::page::{Page, Shown};
use crate::pages::screening::{asked_page, pager};
use crate::pages::sharing::label_line;
use crate::part::{Badge, Field, Pager, When};
use crate::{PostForm, Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "records/index.html")]
pub(super) struct Index {
    page: Page,
    field: Field,
    lines: Vec<Line>,
    found: Option<String>,
    pager: Option<Pager>,
}

#[derive(Debug)]
struct Line {
    href: String,
    number: String,
    caption: String,
    what: String,
    stage: Badge,
    label: String,
    review: Option<When>,
    updated: When,
}

fn line(page: &Page, record: &RecordLine) -> Line {
    let category = record.frame.category;
    let what = [
        Some(page.code("subject", record.subject.code())),
        category.map(|category| page.code("category", category.code())),
    ];
    Line {
        href: format!("/records/{}", record.id),
        number: record.number.clone(),
        caption: record.caption.clone().unwrap_or_default(),
        what: what.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        stage: stage(page, &record.stage),
        label: label_line(page, &record.label),
        review: record.frame.review_by.as_ref().map(|day| page.day(day)),
        updated: page.when(&record.updated),
    }
}

async fn list(me: &Signed, (text, number): (&str, u32)) -> Result<Index, Problem> {
    let page = me.page("record-list-title");
    let wanted = RecordsWanted {
        text: text.to_owned(),
        stage: None,
        page: number,
    };
    let found = reader(me).await?.subjects(&wanted).await?;
    Ok(Index {
        field: Field::text("text", page.say("record-search"), text)
            .line("search")
            .hint(page.say("record-search-hint")),
        lines: found.rows.iter().map(|one| line(&page, one)).collect(),
        found: (!text.is_empty()).then(|| {
            page.say_n(
                "record-found",
                usize::try_from(found.total).unwrap_or(usize::MAX),
            )
        }),
        // What was searched stands in no address, and so turns no pages.
        pager: match text {
            "" => pager(&page, (found.page, found.total, found.size)),
            _ => None,
        },
        page,
    })
}

pub(super) async fn index(
    me: Signed,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Shown<Index>, Problem> {
    list(&me, ("", asked_page(&query))).await.map(Shown)
}

pub(super) async fn find(me: Signed, form: PostForm) -> Result<Shown<Index>, Problem> {
    list(&me, (form.text("text"), 0)).await.map(Shown)
}
