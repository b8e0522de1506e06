//! Opening a record: who or what it is, what may go low, what stays high, and how the person stands to terrorism.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use model::record::{Nature, Property, Subject};
use model::{Class, Label};
use office::records::{self, Open, Statement, Tie};

use super::label::{self, select};
use crate::page::{Density, Page, Shown, shown};
use crate::pages::people::{Wrong, judged};
use crate::pages::requests::check::answerable;
use crate::part::{Errors, Field};
use crate::{PostForm, Problem, Signed};

/// What is said low: in the order of the form.
const LOW: &[Property] = &[
    Property::Name,
    Property::Alias,
    Property::BirthDate,
    Property::Nationality,
    Property::Passport,
    Property::Phone,
    Property::Registration,
    Property::Warning,
    Property::NotThis,
];
/// What the border officer does.
const DOES: &[&str] = &["", "inspect", "silent-check", "arrest"];

#[derive(Debug, askama::Template)]
#[template(path = "records/new.html")]
pub(super) struct New {
    page: Page,
    errors: Errors,
    frame: Vec<Field>,
    low: Vec<Field>,
    low_label: Vec<Field>,
    high: Vec<Field>,
    high_label: Vec<Field>,
    origin: Vec<Field>,
}

/// The name of the question about a property.
fn question(property: Property) -> String {
    format!("say/{property}")
}

fn low(page: &Page, posted: Option<&PostForm>) -> Vec<Field> {
    let typed = |name: &str| posted.map_or("", |form| form.text(name));
    let mut fields: Vec<Field> = LOW
        .iter()
        .map(|property| {
            let name = question(*property);
            let value = typed(&name).to_owned();
            Field::text(name, page.code("property", property.code()), value)
        })
        .collect();
    let does = question(Property::Action);
    let value = typed(&does).to_owned();
    fields.push(select(
        page,
        (does, "record-does"),
        ("record-does", DOES.to_vec()),
        &value,
    ));
    fields
}

fn high(page: &Page, posted: Option<&PostForm>) -> Vec<Field> {
    let typed = |name: &str| posted.map_or("", |form| form.text(name)).to_owned();
    let natures = Nature::ALL.iter().map(|nature| nature.code());
    let natures = std::iter::once("").chain(natures).collect();
    let statement = question(Property::Statement);
    let value = typed(&statement);
    vec![
        Field::area(statement, page.code("property", "statement"), value)
            .hint(page.say("record-statement-hint"))
            .rows(3),
        select(
            page,
            ("nature".to_owned(), "record-nature"),
            ("nature", natures),
            &typed("nature"),
        )
        .hint(page.say("record-nature-hint")),
        Field::text("with", page.say("record-with"), typed("with")),
        Field::area("grounds", page.say("record-grounds"), typed("grounds"))
            .hint(page.say("record-grounds-hint"))
            .rows(3),
        Field::text("evidence", page.say("record-evidence"), typed("evidence"))
            .hint(page.say("record-evidence-hint")),
        Field::text(
            "evidence_grade",
            page.say("record-evidence-grade"),
            typed("evidence_grade"),
        )
        .width("short"),
    ]
}

/// Of what, and the questions of its frame.
fn frames(page: &Page, posted: Option<&PostForm>) -> Vec<Field> {
    let typed = posted.map_or("", |form| form.text("subject"));
    let subjects = Subject::ALL.iter().map(|subject| subject.code()).collect();
    let subject = ("subject".to_owned(), "record-subject");
    let mut fields = vec![select(page, subject, ("subject", subjects), typed).width("half")];
    fields.extend(label::frame(page, posted, None));
    fields
}

/// The form; what is wrong is told at its question, or above where no question of the form is meant.
fn form_of(me: &Signed, (posted, wrong): (Option<&PostForm>, Wrong)) -> New {
    let page = me
        .page("record-new-title")
        .density(Density::Form)
        .wrong(wrong.is_some());
    let low_label = label::fields((me, &page), ("low", Class::Official), posted);
    let high_label = label::fields((me, &page), ("high", Class::Secret), posted);
    New {
        frame: judged(frames(&page, posted), &wrong),
        low: judged(low(&page, posted), &wrong),
        low_label: judged(low_label, &wrong),
        high: judged(high(&page, posted), &wrong),
        high_label: judged(high_label, &wrong),
        origin: judged(label::origin(&page, posted), &wrong),
        errors: Errors::of(&page, wrong.into_iter().collect()),
        page,
    }
}

pub(super) async fn form(me: Signed) -> Result<Shown<New>, Problem> {
    Ok(Shown(form_of(&me, (None, None))))
}

/// What is said under a property, where something was typed.
fn said(
    form: &PostForm,
    property: Property,
    (own, from): (&Label, &model::record::Provenance),
) -> Option<Statement> {
    let value = form.text(&question(property)).trim();
    (!value.is_empty()).then(|| Statement {
        says: property,
        value: value.to_owned(),
        label: own.clone(),
        from: from.clone(),
    })
}

fn read(me: &Signed, form: &PostForm) -> Result<Open, Problem> {
    let from = label::read_origin(form, super::today(me))?;
    let (low, high) = (
        label::read(me, form, "low")?,
        label::read(me, form, "high")?,
    );
    let mut statements: Vec<Statement> = LOW
        .iter()
        .chain(&[Property::Action])
        .filter_map(|property| said(form, *property, (&low, &from)))
        .collect();
    statements.extend(said(form, Property::Statement, (&high, &from)));
    let own = me.office().state().to_string();
    Ok(Open {
        act: form.act()?,
        subject: form.parsed("subject")?,
        frame: label::read_frame(form)?,
        label: Label {
            releasable_to: Some([own].into()),
            orcon: false,
            caveats: Default::default(),
            actions: None,
            ..low
        },
        statements,
        ties: tie(form, (&high, &from))?.into_iter().collect(),
    })
}

fn tie(
    form: &PostForm,
    (own, from): (&Label, &model::record::Provenance),
) -> Result<Option<Tie>, Problem> {
    if form.text("nature").is_empty() {
        return Ok(None);
    }
    Ok(Some(Tie {
        nature: form.parsed("nature")?,
        with: form.text("with").to_owned(),
        role: String::new(),
        grounds: form.text("grounds").to_owned(),
        evidence: label::evidence(form)?,
        label: own.clone(),
        from: from.clone(),
    }))
}

pub(super) async fn open(me: Signed, posted: PostForm) -> Result<Response, Problem> {
    let done = match read(&me, &posted) {
        Ok(act) => records::open(me.office(), me.actor(), act)
            .await
            .map_err(Problem::from),
        Err(problem) => Err(problem),
    };
    match done {
        Ok(id) => Ok(me
            .done(&format!("/records/{id}"), "record-opened")
            .into_response()),
        Err(problem) if answerable(&problem) => {
            let wrong = Some((
                problem.field.clone().unwrap_or_default(),
                problem.text(me.lang()),
            ));
            let form = form_of(&me, (Some(&posted), wrong));
            Ok(shown(StatusCode::UNPROCESSABLE_ENTITY, &form))
        }
        Err(problem) => Err(problem),
    }
}
