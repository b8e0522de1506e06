//! The records, newest first, and those that say what was searched.

use office::records::{RECORD_STAGES, RecordLine, RecordsWanted};

use super::reader;
use super::show::stage;
use crate::page::{Page, Shown};
use crate::pages::sharing::label_line;
use crate::part::{Badge, Choice, Field, Turns, When};
use crate::{PostForm, Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "records/index.html")]
pub(super) struct Index {
    page: Page,
    fields: Vec<Field>,
    lines: Vec<Line>,
    found: Option<String>,
    turns: Option<Turns>,
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

async fn list(me: &Signed, wanted: RecordsWanted) -> Result<Index, Problem> {
    let page = me.page("record-list-title");
    let found = reader(me).await?.subjects(&wanted).await?;
    let RecordsWanted { text, stage, .. } = wanted;
    let stage = stage.unwrap_or_default();
    let narrowed = !text.is_empty() || !stage.is_empty();
    let words = Field::text("text", page.say("record-search"), &text);
    Ok(Index {
        fields: vec![
            words.line("search").hint(page.say("record-search-hint")),
            stages(&page, &stage),
        ],
        lines: found.rows.iter().map(|one| line(&page, one)).collect(),
        found: narrowed.then(|| page.say_n("record-found", found.total)),
        turns: Turns::of(
            &page,
            ("/records", vec![("text", text), ("stage", stage)]),
            (found.page, found.total, found.size),
        ),
        page,
    })
}

fn stages(page: &Page, chosen: &str) -> Field {
    let all = Choice::new("", page.say("case-filter-all"), false);
    let stages = RECORD_STAGES.iter().map(|stage| {
        let word = page.code("record-stage", stage);
        Choice::new(*stage, word, *stage == chosen)
    });
    let choices = std::iter::once(all).chain(stages).collect();
    Field::select("stage", page.say("record-stage"), choices)
}

pub(super) async fn index(me: Signed) -> Result<Shown<Index>, Problem> {
    list(&me, RecordsWanted::default()).await.map(Shown)
}

pub(super) async fn find(me: Signed, form: PostForm) -> Result<Shown<Index>, Problem> {
    let stage = form.text("stage");
    let wanted = RecordsWanted {
        text: form.text("text").to_owned(),
        stage: (!stage.is_empty()).then(|| stage.to_owned()),
        page: form.text("page").parse().unwrap_or_default(),
    };
    list(&me, wanted).await.map(Shown)
}
