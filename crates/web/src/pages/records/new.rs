//! Opening a record: who or what it is, what may go low, what stays high, and how the person stands to terrorism.

use std::collections::BTreeSet;

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use model::record::{Found, Nature, Property, Provenance, Standing, Subject, standing};
use model::{Class, Label};
use office::records::{self, Open, Statement};

use super::forms::DOES;
use super::lacks::Part;
use super::{label, lacks};
use crate::page::{Density, Page, Shown, shown};
use crate::pages::people::judged;
use crate::pages::requests::check::answerable;
use crate::part::{Errors, Field, select};
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
    let measures = std::iter::once("").chain(DOES.iter().copied());
    fields.push(select(
        page,
        (does, "record-does"),
        ("record-does", measures),
        &value,
    ));
    fields
}

fn high(page: &Page, posted: Option<&PostForm>) -> Vec<Field> {
    let statement = question(Property::Statement);
    let typed = posted.map_or("", |form| form.text(&statement));
    let area = Field::area(
        &statement,
        page.code("property", Property::Statement.code()),
        typed,
    );
    let natures = Nature::ALL.iter().map(|nature| nature.code());
    let mut fields = vec![area.hint(page.say("record-statement-hint")).rows(3)];
    let natures = std::iter::once("").chain(natures).collect();
    fields.extend(label::tie(page, natures, posted));
    fields
}

/// Of what, and the questions of its frame.
fn frames(page: &Page, posted: Option<&PostForm>) -> Vec<Field> {
    let typed = posted.map_or("", |form| form.text("subject"));
    let subjects = Subject::ALL.iter().map(|subject| subject.code());
    let subject = ("subject", "record-subject");
    let mut fields = vec![select(page, subject, ("subject", subjects), typed).width("half")];
    fields.extend(label::frame(page, posted, None));
    fields
}

/// The form; all that is wrong is told, each thing at its question, or above where no question of the form is meant.
fn form_of(me: &Signed, posted: Option<&PostForm>, wrong: Vec<(String, String)>) -> New {
    let page = me
        .page("record-new-title")
        .density(Density::Form)
        .wrong(!wrong.is_empty());
    let low_label = label::fields((me, &page), ("low", Class::Official), posted);
    let high_label = label::fields((me, &page), ("high", Class::Secret), posted);
    New {
        frame: judged(frames(&page, posted), &wrong),
        low: judged(low(&page, posted), &wrong),
        low_label: judged(low_label, &wrong),
        high: judged(high(&page, posted), &wrong),
        high_label: judged(high_label, &wrong),
        origin: judged(label::origin(&page, posted), &wrong),
        errors: Errors::of(&page, wrong),
        page,
    }
}

pub(super) async fn form(me: Signed) -> Result<Shown<New>, Problem> {
    Ok(Shown(form_of(&me, None, Vec::new())))
}

/// What is said under a property, where something was typed.
fn said(
    form: &PostForm,
    property: Property,
    (own, from): (&Label, &Provenance),
) -> Option<Statement> {
    let value = form.text(&question(property)).trim();
    (!value.is_empty()).then(|| Statement {
        says: property,
        value: value.to_owned(),
        label: own.clone(),
        from: from.clone(),
    })
}

/// What was read of a form; what could not be is put aside, so that all of it is told at once.
#[derive(Default)]
struct Wrongs(Vec<Problem>);

impl Wrongs {
    fn read<T>(&mut self, read: Result<T, Problem>) -> Option<T> {
        read.map_err(|problem| self.0.push(problem)).ok()
    }
}

fn read(me: &Signed, form: &PostForm) -> Result<Open, Vec<Problem>> {
    let mut wrongs = Wrongs::default();
    let act = wrongs.read(form.act());
    let subject = wrongs.read(form.parsed("subject"));
    let frame = wrongs.read(label::read_frame(form));
    let low = wrongs.read(label::read(me, form, "low"));
    let high = wrongs.read(label::read(me, form, "high"));
    let from = wrongs.read(label::read_origin(form, super::today(me)));
    let tied = wrongs.read(label::is_tied(form)).unwrap_or_default();
    let ties = match high.clone().zip(from.clone()).filter(|_| tied) {
        None => Some(Vec::new()),
        Some(of) => wrongs.read(label::read_tie(form, of)).map(|tie| vec![tie]),
    };
    let whole = || {
        let (low, high, from) = (low?, high?, from?);
        Some(Open {
            act: act?,
            subject: subject?,
            frame: frame?,
            statements: statements(form, (&low, &high), &from),
            label: of_whole(me, low),
            ties: ties?,
        })
    };
    let act = whole().filter(|_| wrongs.0.is_empty());
    act.ok_or(wrongs.0)
}

/// What is said, in the order of the form.
fn statements(form: &PostForm, (low, high): (&Label, &Label), from: &Provenance) -> Vec<Statement> {
    let said = |(property, label)| said(form, property, (label, from));
    let low = LOW
        .iter()
        .chain(&[Property::Action])
        .map(|says| (*says, low));
    let all = low.chain([(Property::Statement, high)]);
    all.filter_map(said).collect()
}

/// The label of the whole: as that of what may go low, and for this State alone.
fn of_whole(me: &Signed, low: Label) -> Label {
    let own = me.office().state().to_string();
    Label {
        releasable_to: Some([own].into()),
        orcon: false,
        caveats: Default::default(),
        actions: None,
        ..low
    }
}

/// The question that mends a lack of what was posted.
fn asked(found: &Found, act: &Open) -> String {
    let (part, asked) = lacks::place(&found.field);
    let said = |at: Option<usize>| act.statements.get(at?).map(|said| said.says);
    match part {
        Part::Whole => asked.to_owned(),
        Part::Tied => label::asked("high", asked),
        Part::Said(at) => match (asked, said(at)) {
            ("value", says) => question(says.unwrap_or(Property::Name)),
            (_, Some(Property::Statement)) => label::asked("high", asked),
            _ => label::asked("low", asked),
        },
    }
}

/// Everything that the record would lack, where it would be refused; one word to a question.
fn lacking(me: &Signed, act: &Open) -> Vec<(String, String)> {
    let found = records::lacks(act, super::today(me));
    if standing(&found) != Standing::Refused {
        return Vec::new();
    }
    let told = |found: &Found| (asked(found, act), lacks::word(me, found.code.code()));
    let told: BTreeSet<(String, String)> = found.iter().map(told).collect();
    told.into_iter().collect()
}

pub(super) async fn open(me: Signed, posted: PostForm) -> Result<Response, Problem> {
    let again = |wrong| {
        let form = form_of(&me, Some(&posted), wrong);
        Ok(shown(StatusCode::UNPROCESSABLE_ENTITY, &form))
    };
    let wrong = |problem: &Problem| lacks::wrong(&me, "new", problem);
    let act = match read(&me, &posted) {
        Ok(act) => act,
        Err(problems) => return again(problems.iter().map(wrong).collect()),
    };
    let lacking = lacking(&me, &act);
    if !lacking.is_empty() {
        return again(lacking);
    }
    match records::open(me.office(), me.actor(), act).await {
        Ok(id) => Ok(me
            .done(&format!("/records/{id}"), "record-opened")
            .into_response()),
        Err(error) => match Problem::from(error) {
            problem if answerable(&problem) => again(vec![wrong(&problem)]),
            problem => Err(problem),
        },
    }
}
