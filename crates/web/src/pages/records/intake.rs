//! What came in the formats of others: a file is read, and each record of it waits until an analyst takes it into one of this State's.

use std::collections::BTreeMap;

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use model::record::Grade;
use model::{Class, IntakeId, Tlp, Verb, limits};
use office::cards::{Format, Why};
use office::records::{self, CameLine, Import, Imported, TakeIn};

use super::show::{self, Line};
use super::{attach, label, lacks, reader};
use crate::page::{Density, Page, Shown, shown};
use crate::pages::people::{Wrong, judged};
use crate::pages::requests::check::answerable;
use crate::pages::screening::{asked_page, number, pager};
use crate::pages::sharing::{label_line, lost};
use crate::part::{Badge, Errors, Field, Pager, Tone, When, select};
use crate::{PostForm, Problem, Signed, Upload};

/// The formats that are read; FollowTheMoney with our labels or without them is read alike.
const FORMATS: &[Format] = &[Format::Stix, Format::Misp, Format::FtmWithLabels];

#[derive(Debug, askama::Template)]
#[template(path = "records/intake.html")]
pub(super) struct Index {
    page: Page,
    errors: Errors,
    lines: Vec<Came>,
    pager: Option<Pager>,
    /// The form of a file, where the reader may take one in.
    file: Option<Vec<Field>>,
    /// What became of the file that was read.
    done: Option<Done>,
}

#[derive(Debug)]
struct Came {
    href: String,
    number: String,
    caption: String,
    what: String,
    sender: String,
    stage: Badge,
    label: String,
    at: When,
}

#[derive(Debug)]
struct Done {
    counts: Vec<(String, String)>,
    faults: Vec<String>,
    lost: Vec<(String, String)>,
}

#[derive(Debug, askama::Template)]
#[template(path = "records/came.html")]
pub(super) struct One {
    page: Page,
    errors: Errors,
    id: String,
    came: Came,
    stated: Vec<Line>,
    ties: Vec<Line>,
    /// Marks that a person looks at first: where, why, which.
    doubts: Vec<(String, String, String)>,
    /// Fields that were not taken, by why.
    lost: Vec<(String, Vec<String>)>,
    /// The record that it was taken into.
    into: Option<String>,
    /// The form by which it is taken into a record.
    fields: Option<Vec<Field>>,
}

fn stage(page: &Page, stage: &str) -> Badge {
    let tone = match stage {
        "waiting" => Tone::Active,
        "held" => Tone::Waiting,
        "opened" => Tone::Done,
        _ => Tone::Ended,
    };
    Badge::new(tone, page.code("intake-stage", stage))
}

fn line(page: &Page, one: &CameLine) -> Came {
    let record = &one.came.taken.issue.record;
    let said = |says| record.said(says).next().map(|one| one.value.clone());
    Came {
        href: format!("/intake/{}", one.id),
        number: one.number.clone(),
        caption: said(model::record::Property::Name).unwrap_or_default(),
        what: page.code("subject", record.subject.code()),
        sender: one.came.sender.clone(),
        stage: stage(page, &one.stage),
        label: label_line(page, &one.label),
        at: page.when(&one.at),
    }
}

fn file_fields(page: &Page, posted: Option<&PostForm>) -> Vec<Field> {
    let typed = |name: &str| posted.map_or("", |form| form.text(name));
    let formats = FORMATS.iter().map(|format| format.code());
    let classes = Class::ALL.iter().map(|class| class.code());
    let class = match posted {
        Some(form) => form.text("class"),
        None => Class::Restricted.code(),
    };
    let most = paper::words::size(page.lang, limits::IMPORT_BYTES_MAX as u64);
    vec![
        select(
            page,
            ("format", "export-format"),
            ("intake-format", formats),
            typed("format"),
        )
        .width("half"),
        select(page, ("class", "intake-class"), ("class", classes), class).width("half"),
        Field::text("sender", page.say("intake-sender"), typed("sender"))
            .hint(page.say("intake-sender-hint"))
            .required(),
        Field::file("file", page.say("record-file"), "").hint(page.say1(
            "intake-file-hint",
            "max",
            most,
        )),
    ]
}

/// What became of a file, as the page says it.
fn done(page: &Page, done: &Imported) -> Done {
    let count = |n: usize| number(page, n as u64);
    let all = [
        ("intake-new", done.new),
        ("intake-changed", done.changed),
        ("intake-recalled", done.recalled),
        ("intake-held", done.held),
        ("intake-again", done.again),
        ("intake-own", done.own),
        ("intake-faulty", done.faulty),
    ];
    let lost = |(why, n): (&Why, &usize)| (page.code("loss", why.code()), count(*n));
    Done {
        counts: all.map(|(key, n)| (page.say(key), count(n))).to_vec(),
        faults: done.faults.clone(),
        lost: done.lost.iter().map(lost).collect(),
    }
}

async fn list(
    me: &Signed,
    turn: u32,
    (posted, wrong, read): (Option<&PostForm>, Wrong, Option<&Imported>),
) -> Result<Index, Problem> {
    let found = reader(me).await?.came(turn).await?;
    let page = me
        .page("intake-title")
        .wrong(wrong.is_some())
        .module("upload");
    let file = page.may(Verb::RecordKeep);
    let file = file.then(|| judged(file_fields(&page, posted), &wrong));
    Ok(Index {
        errors: Errors::of(&page, wrong.into_iter().collect()),
        lines: found.rows.iter().map(|one| line(&page, one)).collect(),
        pager: pager(&page, (found.page, found.total, found.size)),
        done: read.map(|read| done(&page, read)),
        file,
        page,
    })
}

pub(super) async fn index(
    me: Signed,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Shown<Index>, Problem> {
    let none = (None, None, None);
    list(&me, asked_page(&query), none).await.map(Shown)
}

pub(super) async fn import(me: Signed, upload: Upload) -> Result<Response, Problem> {
    let (form, file) = upload.open().await?;
    let read = async {
        let act = Import {
            act: form.act()?,
            format: form.parsed("format")?,
            sender: form.need("sender")?.to_owned(),
            class: form.parsed("class")?,
            bytes: attach::bytes(file, limits::IMPORT_BYTES_MAX).await?.into(),
        };
        Ok(records::import(me.office(), me.actor(), act).await?)
    };
    match read.await {
        // Said in its own place: sent again by a reload it is the same act, and is answered alike.
        Ok(read) => {
            let page = list(&me, 0, (None, None, Some(&read))).await?;
            Ok(shown(StatusCode::OK, &page))
        }
        Err(problem) if answerable(&problem) => {
            let field = problem.field.as_deref().unwrap_or_default();
            let field = field.trim_start_matches('/').to_owned();
            let wrong = (field, problem.text(me.lang()));
            let page = list(&me, 0, (Some(&form), Some(wrong), None)).await?;
            Ok(shown(problem.status, &page))
        }
        Err(problem) => Err(problem),
    }
}

/// What no sender decides for this State, and what the sender left open.
fn fields(page: &Page, one: &CameLine, posted: Option<&PostForm>) -> Vec<Field> {
    let mut fields = label::frame(page, posted, None);
    if !one.came.taken.doubts.is_empty() {
        let lights = Tlp::ALL.iter().map(|tlp| tlp.code());
        let typed = posted.map_or("", |form| form.text("light"));
        let lights = std::iter::once("").chain(lights);
        fields.push(select(
            page,
            ("light", "intake-light"),
            ("tlp", lights),
            typed,
        ));
    }
    fields.extend(label::grading(page, posted));
    fields
}

pub(super) async fn show(me: Signed, Path(id): Path<IntakeId>) -> Result<Shown<One>, Problem> {
    one(&me, id, (None, None)).await.map(Shown)
}

async fn one(
    me: &Signed,
    id: IntakeId,
    (posted, wrong): (Option<&PostForm>, Wrong),
) -> Result<One, Problem> {
    let found = reader(me).await?.came_one(id).await?;
    let page = me
        .page("intake-one-title")
        .density(Density::Form)
        .band(&found.label)
        .wrong(wrong.is_some());
    let taken = &found.came.taken;
    let record = &taken.issue.record;
    let label = |own: &Option<model::Label>| own.clone().unwrap_or_else(|| found.label.clone());
    let doubt = |(at, why, mark): &(String, _, String)| {
        let why: &office::records::Doubt = why;
        (at.clone(), page.code("doubt", why.code()), mark.clone())
    };
    let waits = matches!(found.stage.as_str(), "waiting" | "held");
    let fields = (waits && page.may(Verb::RecordKeep)).then(|| fields(&page, &found, posted));
    // What is wrong with a part that its sender wrote has no question here: it is said above.
    let asked = |name: &str| fields.iter().flatten().any(|field| field.name == name);
    let wrong = wrong.map(|(name, text)| match asked(&name) {
        true => (name, text),
        false => (String::new(), text),
    });
    let stated = record.assertions.iter();
    let ties = record.associations.iter();
    Ok(One {
        id: id.to_string(),
        came: line(&page, &found),
        stated: stated
            .map(|one| show::said(&page, (one, &label(&one.label))))
            .collect(),
        ties: ties
            .map(|one| show::tied(&page, (one, &label(&one.label))))
            .collect(),
        doubts: taken.doubts.iter().map(doubt).collect(),
        lost: lost(&page, &taken.loss.dropped),
        into: found.came.into.map(|id| format!("/records/{id}")),
        fields: fields.map(|fields| judged(fields, &wrong)),
        errors: Errors::of(&page, wrong.into_iter().collect()),
        page,
    })
}

fn read(id: IntakeId, form: &PostForm) -> Result<TakeIn, Problem> {
    let grade = match form.text("grade") {
        "" => None,
        text => Some(Grade::parse(text).ok_or_else(|| Problem::input("GRADE", "grade"))?),
    };
    let basis = form.text("basis");
    let light = form.text("light");
    Ok(TakeIn {
        act: form.act()?,
        intake: id,
        frame: label::read_frame(form)?,
        light: (!light.is_empty())
            .then(|| form.parsed("light"))
            .transpose()?,
        grade,
        basis: (!basis.is_empty())
            .then(|| form.parsed("basis"))
            .transpose()?,
    })
}

pub(super) async fn take(
    me: Signed,
    Path(id): Path<IntakeId>,
    form: PostForm,
) -> Result<Response, Problem> {
    let done = async {
        let act = read(id, &form)?;
        Ok(records::take_in(me.office(), me.actor(), act).await?)
    };
    match done.await {
        Ok(record) => Ok(me
            .done(&format!("/records/{record}"), "intake-taken")
            .into_response()),
        Err(problem) if answerable(&problem) => {
            let (name, text) = lacks::wrong(&me, "frame", &problem);
            let wrong = (name.trim_start_matches('/').to_owned(), text);
            let page = one(&me, id, (Some(&form), Some(wrong))).await?;
            Ok(shown(problem.status, &page))
        }
        Err(problem) => Err(problem),
    }
}
