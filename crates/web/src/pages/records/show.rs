//! One record at a glance: what is said with grade and label, how the person stands to terrorism, files, what is out, where the
//! subject was met, and the forms by which it is changed.

use axum::extract::Path;
use model::label::Action;
use model::record::{Assertion, Association, Grade, Property, Provenance};
use model::{Label, RecordId};
use office::records::{Reasoned, RecordView, Stated};

use super::forms::{Back, Forms};
use super::reader;
use crate::page::{Page, Shown};
use crate::pages::requests::told::States;
use crate::pages::screening::number;
use crate::pages::sharing::label_line;
use crate::part::{Badge, Errors, Field, Tone, When};
use crate::{Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "records/show.html")]
pub(super) struct One {
    page: Page,
    errors: Errors,
    id: String,
    name: String,
    number: String,
    version: i64,
    stage: Badge,
    what: String,
    label: String,
    review: Option<When>,
    expires: Option<When>,
    codewords: Vec<String>,
    reasons: Vec<(When, String, String)>,
    /// Who said what of its cards.
    words: Vec<(String, String, When)>,
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
    end_fields: Vec<Field>,
    hold_fields: Vec<Field>,
    /// Why it waits for a second person, and what that person fills in.
    bulk: Option<String>,
    free_fields: Vec<Field>,
    /// The form that came back.
    open: String,
}

/// Something that is said, as a row.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) id: String,
    pub(super) what: String,
    pub(super) value: String,
    pub(super) more: Vec<String>,
    pub(super) grade: String,
    pub(super) label: String,
    pub(super) class: &'static str,
    pub(super) file: Option<(String, String)>,
    /// What it says, where the value can be corrected, and not only withdrawn.
    says: Option<Property>,
    /// The form by which it is corrected or withdrawn, and whether it came back.
    mend: Vec<Field>,
    open: bool,
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
    let file = one.file.as_ref().map(|file| {
        let size = paper::words::size(page.lang, file.size_bytes);
        let href = format!("/records/{record}/files/{}", one.one.id);
        (href, format!("{} · {size}", file.format))
    });
    Line {
        says: file.is_none().then_some(one.one.says),
        file,
        ..said(page, (&one.one, &one.label))
    }
}

/// What is said, under a label.
pub(super) fn said(page: &Page, (one, label): (&Assertion, &Label)) -> Line {
    let value = match one.says {
        // An action in free words is shown as it stands: nothing is done on it.
        Property::Action if Action::from_code(&one.value).is_some() => {
            page.code("record-does", &one.value)
        }
        _ => one.value.clone(),
    };
    Line {
        id: one.id.clone(),
        what: page.code("property", one.says.code()),
        value,
        more: Vec::new(),
        grade: graded(page, &one.from),
        label: label_line(page, label),
        class: label.class.code(),
        file: None,
        says: None,
        mend: Vec::new(),
        open: false,
    }
}

/// How the person stands to terrorism, under a label.
pub(super) fn tied(page: &Page, (one, label): (&Association, &Label)) -> Line {
    let mut more = vec![one.role.clone(), one.grounds.clone()];
    more.extend(one.evidence.iter().map(|evidence| {
        let grade = evidence.grade.map(|grade| grade.to_string());
        format!("{} {}", evidence.what, grade.unwrap_or_default())
    }));
    more.retain(|text| !text.trim().is_empty());
    Line {
        id: one.id.clone(),
        what: page.code("nature", one.nature.code()),
        value: one.with.clone(),
        more,
        grade: graded(page, &one.from),
        label: label_line(page, label),
        class: label.class.code(),
        file: None,
        says: None,
        mend: Vec::new(),
        open: false,
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

/// What was done to it, and why; the last first.
fn reasons(page: &Page, view: &RecordView) -> Vec<(When, String, String)> {
    let reason = |one: &Reasoned| {
        let what = match one.what.as_str() {
            "corrected" => "record-correct",
            "withdrawn" => "record-withdraw",
            "recalled" => "share-notice-recall",
            "ended" => "record-end",
            "freed" => "record-free",
            "source_gone" => "record-source-gone",
            _ => "record-review",
        };
        (page.day(&one.on), page.say(what), one.why.clone())
    };
    view.reasons.iter().rev().map(reason).collect()
}

/// Its stage; what lacks nothing and is held waits for a second person.
fn standing(page: &Page, view: &RecordView) -> Badge {
    match (&view.bulk, view.lacks.is_empty()) {
        (Some(_), true) => Badge::new(Tone::Waiting, page.say("record-bulk")),
        _ => stage(page, &view.stage),
    }
}

/// Why a record waits for a second person.
pub(crate) fn in_bulk(page: &Page, held: &office::records::InBulk) -> String {
    let why = page.code("record", held.why.code());
    if held.max == 0 {
        return why;
    }
    let most = page.say1("record-bulk-most", "max", number(page, held.max as u64));
    format!("{why} {most}")
}

/// Words about its cards: who said what, and when.
fn words(page: &Page, states: &States, view: &RecordView) -> Vec<(String, String, When)> {
    let word = |line: &office::cards::WordLine| {
        let who = [
            states.name(&line.by),
            page.code("share-word", line.word.kind.code()),
        ];
        (
            who.join(" · "),
            line.word.text.clone(),
            page.day(&line.word.on),
        )
    };
    view.words.iter().map(word).collect()
}

/// Each line with the form that mends it.
fn mended(forms: &Forms<'_>, lines: impl Iterator<Item = Line>) -> Vec<Line> {
    let mend = |line: Line| Line {
        open: forms.open == line.id,
        mend: forms.mend(&line.id, line.says),
        ..line
    };
    lines.map(mend).collect()
}

/// The name that stands above the record.
fn name(page: &Page, view: &RecordView) -> String {
    let mut stated = view.stated.iter();
    let named = stated.find(|one| one.one.says == Property::Name);
    named.map_or_else(|| page.say("record-title"), |one| one.one.value.clone())
}

/// The page of a record.
pub(super) async fn one(me: &Signed, id: RecordId, back: Back<'_>) -> Result<One, Problem> {
    let view = reader(me).await?.subject(id).await?;
    let states = States::contacts(me).await?;
    let wrong = back.as_ref().is_some_and(|(.., wrong)| wrong.is_some());
    let page = me.page("record-title").numbered(&view.number);
    let page = page.band(&view.roll_up()).wrong(wrong);
    let forms = Forms::new(me, &page, back);
    let stated = view.stated.iter().map(|one| stated(&page, (id, one)));
    let stated = mended(&forms, stated);
    let ties = mended(
        &forms,
        view.ties
            .iter()
            .map(|tie| tied(&page, (&tie.one, &tie.label))),
    );
    let asked = [
        forms.state(),
        forms.tie(),
        forms.frame(&view.frame),
        forms.review(),
        forms.end(),
        forms.hold(),
        forms.free(),
    ];
    let mends = stated.iter().chain(&ties).flat_map(|line| &line.mend);
    let errors = forms.errors(asked.iter().flatten().chain(mends));
    let open = forms.open.clone();
    let [
        state_fields,
        tie_fields,
        frame_fields,
        review_fields,
        end_fields,
        hold_fields,
        free_fields,
    ] = asked;
    Ok(One {
        errors,
        id: id.to_string(),
        name: name(&page, &view),
        number: view.number.clone(),
        version: view.version,
        stage: standing(&page, &view),
        what: what(&page, &view),
        label: label_line(&page, &view.label),
        review: view.frame.review_by.as_ref().map(|day| page.day(day)),
        expires: view.frame.expires.as_ref().map(|day| page.day(day)),
        codewords: view.frame.codewords.clone(),
        reasons: reasons(&page, &view),
        words: words(&page, &states, &view),
        lacks: lacks(&page, &view),
        issues: issues(&page, &states, &view),
        proposals: proposals(&page, &states, &view),
        seen: seen(&page, &states, &view),
        holds: holds(&page, &view),
        stated,
        ties,
        state_fields,
        tie_fields,
        frame_fields,
        review_fields,
        end_fields,
        hold_fields,
        bulk: view.bulk.as_ref().map(|held| in_bulk(&page, held)),
        free_fields,
        open,
        page,
    })
}

pub(super) async fn show(me: Signed, Path(id): Path<RecordId>) -> Result<Shown<One>, Problem> {
    one(&me, id, None).await.map(Shown)
}
