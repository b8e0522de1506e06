//! A card taken out of the node in a format of others: first what the format loses of it, then the file.

use std::collections::BTreeMap;

use axum::extract::{Path, Query};
use axum::response::Response;
use http::StatusCode;
use model::record::Property;
use model::{CardId, Purpose};
use office::cards::{self, Exported, Format, Why};
use serde::Deserialize;

use super::lost;
use crate::page::{Page, shown};
use crate::pages::people::{Wrong, judged};
use crate::pages::requests::check::answerable;
use crate::pages::screening::number;
use crate::part::{Errors, Field, select};
use crate::{PostForm, Problem, Signed, file};

/// For what a card may be read here.
const PURPOSES: &[Purpose] = &[
    Purpose::Screening,
    Purpose::Intelligence,
    Purpose::Investigation,
    Purpose::Immigration,
];

#[derive(Debug, askama::Template)]
#[template(path = "sharing/export.html")]
pub(super) struct Take {
    page: Page,
    errors: Errors,
    card: String,
    fields: Vec<Field>,
    made: Option<Made>,
}

/// What a format makes of the card.
#[derive(Debug)]
struct Made {
    format: &'static str,
    purpose: &'static str,
    name: String,
    carried: String,
    coarsened: Vec<(String, Vec<String>)>,
    dropped: Vec<(String, Vec<String>)>,
}

/// In which format, and for what it is read.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    format: String,
    #[serde(default)]
    purpose: String,
}

fn parsed<T: std::str::FromStr>(text: &str, name: &str) -> Result<T, Problem> {
    let malformed = |_| Problem::input("MALFORMED", name);
    text.parse().map_err(malformed)
}

/// Fields that are lost, by why, under the names that the pages of a card give them.
fn named(
    page: &Page,
    made: &Exported,
    fields: &BTreeMap<String, Why>,
) -> Vec<(String, Vec<String>)> {
    let name = |field: String| word(page, &made.says, &field).unwrap_or(field);
    let lost = lost(page, fields).into_iter();
    lost.map(|(why, fields)| (why, fields.into_iter().map(name).collect()))
        .collect()
}

/// What a field of a card is called.
fn word(page: &Page, says: &[Property], field: &str) -> Option<String> {
    let mut steps = field.split('/').skip(1);
    let whole = steps.next()?;
    let at = steps.next().and_then(|at| at.parse::<usize>().ok());
    let part = match (whole, at) {
        ("assertions", Some(at)) => page.code("property", says.get(at)?.code()),
        ("associations", _) => page.say("record-ties"),
        ("files", _) => page.say("share-files"),
        ("category", _) => page.say("record-category"),
        ("review_by", _) => page.say("record-review-by"),
        ("expires", _) => page.say("record-expires"),
        ("contact", _) => page.say("share-owner"),
        _ => return None,
    };
    Some(match steps.next() {
        Some(_) => format!("{part} · {}", page.say("record-origin")),
        None => part,
    })
}

async fn made(me: &Signed, id: CardId, asked: &Asked) -> Result<(Purpose, Exported), Problem> {
    let purpose = parsed(&asked.purpose, "purpose")?;
    let format = parsed(&asked.format, "format")?;
    let made = me.read(purpose).await?.card_as(id, format).await?;
    Ok((purpose, made))
}

fn view(
    me: &Signed,
    id: CardId,
    (asked, made, wrong): (&Asked, Option<(Purpose, Exported)>, Wrong),
) -> Take {
    let page = me.page("export-title").wrong(wrong.is_some());
    let formats = Format::ALL.iter().map(|format| format.code());
    let purposes = PURPOSES.iter().map(|purpose| purpose.code());
    let fields = vec![
        select(
            &page,
            ("format", "export-format"),
            ("export-format", formats),
            &asked.format,
        ),
        select(
            &page,
            ("purpose", "record-purposes"),
            ("purpose", purposes),
            &asked.purpose,
        )
        .width("half"),
    ];
    let made = made.map(|(purpose, made)| Made {
        format: made.format.code(),
        purpose: purpose.code(),
        carried: number(&page, made.loss.carried.len() as u64),
        coarsened: named(&page, &made, &made.loss.coarsened),
        dropped: named(&page, &made, &made.loss.dropped),
        name: made.name,
    });
    Take {
        card: id.to_string(),
        fields: judged(fields, &wrong),
        errors: Errors::of(&page, wrong.into_iter().collect()),
        made,
        page,
    }
}

/// The page again, with what is wrong.
fn again(
    me: &Signed,
    id: CardId,
    (asked, problem): (&Asked, Problem),
) -> Result<Response, Problem> {
    if !answerable(&problem) {
        return Err(problem);
    }
    let field = problem.field.as_deref().unwrap_or_default();
    let wrong = (
        field.trim_start_matches('/').to_owned(),
        problem.text(me.lang()),
    );
    let page = view(me, id, (asked, None, Some(wrong)));
    Ok(shown(problem.status, &page))
}

pub(super) async fn look(
    me: Signed,
    Path(id): Path<CardId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    if asked.format.is_empty() {
        let page = view(&me, id, (&asked, None, None));
        return Ok(shown(StatusCode::OK, &page));
    }
    match made(&me, id, &asked).await {
        Ok(made) => {
            let page = view(&me, id, (&asked, Some(made), None));
            Ok(shown(StatusCode::OK, &page))
        }
        Err(problem) => again(&me, id, (&asked, problem)),
    }
}

pub(super) async fn take(
    me: Signed,
    Path(id): Path<CardId>,
    form: PostForm,
) -> Result<Response, Problem> {
    let asked = Asked {
        format: form.text("format").to_owned(),
        purpose: form.text("purpose").to_owned(),
    };
    let made = async {
        let (purpose, format) = (
            parsed(&asked.purpose, "purpose")?,
            parsed(&asked.format, "format")?,
        );
        let reader = me.read(purpose).await?;
        Ok(cards::export(&reader, form.act()?, (id, format)).await?)
    };
    match made.await {
        Ok(made) => Ok(file::kept(made.format.media_type(), &made.name, made.text)),
        Err(problem) => again(&me, id, (&asked, problem)),
    }
}
