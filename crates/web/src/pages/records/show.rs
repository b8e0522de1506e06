//! One record at a glance: what is said with grade and label, how the person stands to terrorism, files, what is out, where the
//! subject was met, and the forms by which it is changed.

use axum::extract::Path;
use model::card::HoldFor;
use model::label::Action;
use model::record::{Grade, Nature, Property, Provenance};
use model::{Class, RecordId, Verb};
use office::records::{RecordView, Stated, Tied};

use super::label::{self, select};
use super::reader;
use crate::page::{Page, Shown};
use crate::pages::people::Wrong;
use crate::pages::requests::form::typed_date;
use crate::pages::requests::told::States;
use crate::pages::sharing::label_line;
use crate::part::{Badge, Errors, Field, Tone, When};
use crate::{PostForm, Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "records/show.html")]
pub(super) struct One {
    page: Page,
    errors: Errors,
    id: String,
    number: String,
    version: i64,
    stage: Badge,
    what: String,
    label: String,
    review: Option<When>,
    stated: Vec<Line>,
    ties: Vec<Line>,
    lacks: Vec<String>,
    issues: Vec<(String, Badge, String)>,
    proposals: Vec<(String, String, Badge)>,
    seen: Vec<(String, String, When)>,
    holds: Vec<(String, String)>,
    state_fields: Vec<Field>,
    tie_fields: Vec<Field>,
    frame_fields: Vec<Field>,
    review_fields: Vec<Field>,
    hold_fields: Vec<Field>,
    /// The form that came back.
    open: String,
}

/// Something that is said, as a row.
#[derive(Debug)]
struct Line {
    id: String,
    what: String,
    value: String,
    more: Vec<String>,
    grade: String,
    label: String,
    class: &'static str,
    file: Option<(String, String)>,
    /// Whether the value can be corrected, and not only withdrawn.
    text: bool,
}

/// The stage of a record, as a badge.
pub(super) fn stage(page: &Page, stage: &str) -> Badge {
    let tone = match stage {
        "kept" => Tone::Done,
        "held" => Tone::Waiting,
        _ => Tone::Ended,
    };
    Badge::new(tone, page.code("record-stage", stage))
}

/// Grade, and fact or assessment.
fn graded(page: &Page, from: &Provenance) -> String {
    let grade = from.grade.map(|grade: Grade| grade.to_string());
    let basis = from
        .basis
        .map(|basis| page.code("record-basis", basis.code()));
    let both: Vec<String> = [grade, basis].into_iter().flatten().collect();
    both.join(" · ")
}

fn stated(page: &Page, (record, one): (RecordId, &Stated)) -> Line {
    let value = match one.one.says {
        // An action in free words is shown as it stands: nothing is done on it.
        Property::Action if Action::from_code(&one.one.value).is_some() => {
            page.code("record-does", &one.one.value)
        }
        _ => one.one.value.clone(),
    };
    let file = one.file.as_ref().map(|file| {
        let size = paper::words::size(page.lang, file.size_bytes);
        let href = format!("/records/{record}/files/{}", one.one.id);
        (href, format!("{} · {size}", file.format))
    });
    Line {
        id: one.one.id.clone(),
        what: page.code("property", one.one.says.code()),
        value,
        more: Vec::new(),
        grade: graded(page, &one.one.from),
        label: label_line(page, &one.label),
        class: one.label.class.code(),
        text: one.file.is_none(),
        file,
    }
}

fn tied(page: &Page, one: &Tied) -> Line {
    let mut more = vec![one.one.role.clone(), one.one.grounds.clone()];
    more.extend(one.one.evidence.iter().map(|evidence| {
        let grade = evidence.grade.map(|grade| grade.to_string());
        format!("{} {}", evidence.what, grade.unwrap_or_default())
    }));
    more.retain(|text| !text.trim().is_empty());
    Line {
        id: one.one.id.clone(),
        what: page.code("nature", one.one.nature.code()),
        value: one.one.with.clone(),
        more,
        grade: graded(page, &one.one.from),
        label: label_line(page, &one.label),
        class: one.label.class.code(),
        file: None,
        text: false,
    }
}

/// Each lack in words, once, with how often it is met.
fn lacks(page: &Page, view: &RecordView) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for found in &view.lacks {
        let word = page.code("lack", found.code.code());
        if !said.contains(&word) {
            said.push(word);
        }
    }
    said
}

fn issues(page: &Page, states: &States, view: &RecordView) -> Vec<(String, Badge, String)> {
    let issue = |issue: &office::records::Issue| {
        let late = issue.due.is_some_and(|due| due <= page.now);
        let (tone, key) = match (issue.stage.as_str(), issue.due) {
            (_, Some(_)) if late => (Tone::Ended, "record-copy-overdue"),
            ("out", None) => (Tone::Done, "record-copy-out"),
            ("out", Some(_)) => (Tone::Waiting, "record-copy-waits"),
            (_, None) => (Tone::Done, "record-copy-recalled"),
            (_, Some(_)) => (Tone::Waiting, "record-copy-recall-waits"),
        };
        let name = issue.to.parse().map(|state| states.name(&state));
        let version = page.say1("record-version", "n", issue.issued.card.version);
        (
            name.unwrap_or_else(|_| issue.to.clone()),
            Badge::new(tone, page.say(key)),
            version,
        )
    };
    view.issues.iter().map(issue).collect()
}

fn state_fields((me, page): (&Signed, &Page), posted: Option<&PostForm>) -> Vec<Field> {
    let typed = |name: &str| posted.map_or("", |form| form.text(name));
    let says = Property::ALL
        .iter()
        .filter(|says| **says != Property::Biometric);
    let says = says.map(|says| says.code()).collect();
    let mut fields = vec![
        select(
            page,
            ("says".to_owned(), "record-says"),
            ("property", says),
            typed("says"),
        )
        .width("half"),
        Field::area("value", page.say("record-value"), typed("value"))
            .rows(2)
            .required(),
    ];
    fields.extend(label::origin(page, posted));
    fields.extend(label::fields((me, page), ("", Class::Official), posted));
    within(fields, "state")
}

fn tie_fields((me, page): (&Signed, &Page), posted: Option<&PostForm>) -> Vec<Field> {
    let typed = |name: &str| posted.map_or("", |form| form.text(name)).to_owned();
    let natures = Nature::ALL.iter().map(|nature| nature.code()).collect();
    let mut fields = vec![
        select(
            page,
            ("nature".to_owned(), "record-nature"),
            ("nature", natures),
            &typed("nature"),
        ),
        Field::text("with", page.say("record-with"), typed("with")).required(),
        Field::area("grounds", page.say("record-grounds"), typed("grounds"))
            .hint(page.say("record-grounds-hint"))
            .rows(2)
            .required(),
        Field::text("evidence", page.say("record-evidence"), typed("evidence"))
            .hint(page.say("record-evidence-hint")),
        Field::text(
            "evidence_grade",
            page.say("record-evidence-grade"),
            typed("evidence_grade"),
        )
        .width("short"),
    ];
    fields.extend(label::origin(page, posted));
    fields.extend(label::fields((me, page), ("", Class::Secret), posted));
    within(fields, "tie")
}

/// The questions of one form of the page.
fn within(fields: Vec<Field>, form: &str) -> Vec<Field> {
    fields.into_iter().map(|field| field.within(form)).collect()
}

fn review_fields(page: &Page, posted: Option<&PostForm>) -> Vec<Field> {
    let typed = |name: &str| posted.map_or("", |form| form.text(name));
    let fields = vec![
        Field::date(
            page,
            "review_by",
            page.say("record-review-by"),
            typed_date(posted, "review_by"),
        ),
        Field::text("reason", page.say("record-review-why"), typed("reason")).required(),
    ];
    within(fields, "review")
}

fn hold_fields(page: &Page, posted: Option<&PostForm>) -> Vec<Field> {
    let typed = |name: &str| posted.map_or("", |form| form.text(name));
    let bodies = HoldFor::ALL.iter().map(|body| body.code()).collect();
    vec![
        select(
            page,
            ("body".to_owned(), "share-hold-for"),
            ("share-hold-for", bodies),
            typed("body"),
        )
        .within("hold"),
        Field::text("reference", page.say("share-hold-ref"), typed("reference"))
            .hint(page.say("share-hold-ref-hint"))
            .required()
            .within("hold"),
    ]
}

fn holds(page: &Page, view: &RecordView) -> Vec<(String, String)> {
    let hold = |one: &office::records::Holding| {
        let body = page.code("share-hold-for", one.body.code());
        (body, one.reference.clone())
    };
    view.holds.iter().map(hold).collect()
}

fn proposals(page: &Page, states: &States, view: &RecordView) -> Vec<(String, String, Badge)> {
    let proposal = |one: &office::records::Release| {
        let to = &one.recipient.country;
        let name = to.parse().map(|state| states.name(&state));
        (
            format!("/releases/{}", one.id),
            name.unwrap_or_else(|_| to.clone()),
            crate::pages::sharing::release_badge(page, one.stage),
        )
    };
    view.releases.iter().map(proposal).collect()
}

fn seen(page: &Page, states: &States, view: &RecordView) -> Vec<(String, String, When)> {
    let seen = |one: &office::cards::SeenThere| {
        let text = [one.told.district.as_str(), one.told.note.as_str()];
        let text: Vec<&str> = text.into_iter().filter(|text| !text.is_empty()).collect();
        (
            states.name(&one.state),
            text.join(" · "),
            page.day(&one.told.on),
        )
    };
    view.seen.iter().map(seen).collect()
}

/// Of what the record is, and what the person is.
fn what(page: &Page, view: &RecordView) -> String {
    let subject = page.code("subject", view.subject.code());
    match view.frame.category {
        Some(category) => format!("{subject} · {}", page.code("category", category.code())),
        None => subject,
    }
}

/// A form of the page that came back: which, what was typed, and what is wrong.
pub(super) type Back<'f> = Option<(&'f str, &'f PostForm, Wrong)>;

/// The page of a record.
pub(super) async fn one(me: &Signed, id: RecordId, back: Back<'_>) -> Result<One, Problem> {
    let view = reader(me).await?.subject(id).await?;
    let states = States::contacts(me).await?;
    let page = me
        .page("record-title")
        .band(&view.label)
        .wrong(back.is_some());
    let page = match view
        .stated
        .iter()
        .find(|one| one.one.says == Property::Name)
    {
        Some(name) => page.titled(name.one.value.clone()),
        None => page,
    };
    let of = |form: &str| {
        back.as_ref()
            .filter(|(open, ..)| *open == form)
            .map(|(_, posted, _)| *posted)
    };
    let wrong = back.as_ref().and_then(|(open, _, wrong)| {
        let (name, text) = wrong.clone()?;
        Some((format!("{open}/{}", name.trim_start_matches('/')), text))
    });
    Ok(One {
        errors: Errors::of(&page, wrong.into_iter().collect()),
        id: id.to_string(),
        number: view.number.clone(),
        version: view.version,
        stage: stage(&page, &view.stage),
        what: what(&page, &view),
        label: label_line(&page, &view.label),
        review: view.frame.review_by.as_ref().map(|day| page.day(day)),
        stated: view
            .stated
            .iter()
            .map(|one| stated(&page, (id, one)))
            .collect(),
        ties: view.ties.iter().map(|one| tied(&page, one)).collect(),
        lacks: lacks(&page, &view),
        issues: issues(&page, &states, &view),
        proposals: proposals(&page, &states, &view),
        seen: seen(&page, &states, &view),
        holds: holds(&page, &view),
        state_fields: state_fields((me, &page), of("state")),
        tie_fields: tie_fields((me, &page), of("tie")),
        frame_fields: within(label::frame(&page, of("frame"), Some(&view.frame)), "frame"),
        review_fields: review_fields(&page, of("review")),
        hold_fields: match page.may(Verb::RecordHold) {
            true => hold_fields(&page, of("hold")),
            false => Vec::new(),
        },
        open: back
            .as_ref()
            .map(|(open, ..)| (*open).to_owned())
            .unwrap_or_default(),
        page,
    })
}

pub(super) async fn show(me: Signed, Path(id): Path<RecordId>) -> Result<Shown<One>, Problem> {
    one(&me, id, None).await.map(Shown)
}
