//! The questions of a label, of a grade and of where a thing comes from, as forms of records ask them.

use std::collections::BTreeSet;

use jiff::civil::Date;
use model::label::{Action, Tlp};
use model::record::{Basis, Category, Evidence, Grade, Provenance};
use model::{Class, Label, Purpose, StateCode};
use office::records::{Frame, Tie, usual_label};

use crate::page::Page;
use crate::pages::requests::form::{posted_date, typed_date};
use crate::part::{Choice, Field, select};
use crate::{PostForm, Problem, Signed};

/// What a record of a person may be for.
const PURPOSES: &[Purpose] = &[
    Purpose::Intelligence,
    Purpose::Investigation,
    Purpose::Screening,
    Purpose::Immigration,
    Purpose::Freezing,
    Purpose::Mla,
];

/// Questions of a label that a lack may lead to.
const QUESTIONS: &[&str] = &["purposes", "to", "caveats", "review_by", "expires"];

/// The question of a form, which is asked once, or in the group of the label it belongs to.
pub(super) fn asked(group: &str, question: &str) -> String {
    match QUESTIONS.contains(&question) {
        true => named(group, question),
        false => question.to_owned(),
    }
}

/// The name of a question within a group.
fn named(group: &str, name: &str) -> String {
    match group {
        "" => name.to_owned(),
        group => format!("{group}/{name}"),
    }
}

/// The purposes to choose from; what a record of a person is usually for, where nothing was posted.
fn purposes(page: &Page, group: &str, posted: Option<&PostForm>) -> Vec<Choice> {
    let on = |purpose: &Purpose| match posted {
        Some(form) => form
            .all(&named(group, "purposes"))
            .any(|one| one == purpose.code()),
        None => matches!(
            purpose,
            Purpose::Intelligence | Purpose::Investigation | Purpose::Screening
        ),
    };
    let choice = |purpose: &Purpose| {
        let word = page.code("purpose", purpose.code());
        Choice::new(purpose.code(), word, on(purpose))
    };
    PURPOSES.iter().map(choice).collect()
}

/// The actions to choose from; all of them, where nothing was posted.
fn actions(page: &Page, group: &str, posted: Option<&PostForm>) -> Vec<Choice> {
    let on = |action: &Action| match posted {
        Some(form) => form
            .all(&named(group, "actions"))
            .any(|one| one == action.code()),
        None => true,
    };
    let choice = |action: &Action| {
        let word = page.code("action", action.code());
        Choice::new(action.code(), word, on(action))
    };
    Action::ALL.iter().map(choice).collect()
}

/// The questions of a label. `class` is chosen, and only this State named, where nothing was posted.
pub(super) fn fields(
    (me, page): (&Signed, &Page),
    (group, class): (&str, Class),
    posted: Option<&PostForm>,
) -> Vec<Field> {
    let typed = |name: &str, usual: &str| match posted {
        Some(form) => form.text(&named(group, name)).to_owned(),
        None => usual.to_owned(),
    };
    let own = me.office().state().to_string();
    let classes = Class::ALL.iter().map(|class| class.code());
    let lights = Tlp::ALL.iter().map(|tlp| tlp.code());
    let (purposes, actions) = (purposes(page, group, posted), actions(page, group, posted));
    let controlled = posted.is_some_and(|form| !form.text(&named(group, "orcon")).is_empty());
    let orcon = Choice::new("1", page.say("record-orcon-yes"), controlled);
    vec![
        select(
            page,
            (named(group, "class"), "record-class"),
            ("class", classes),
            &typed("class", class.code()),
        )
        .width("half"),
        select(
            page,
            (named(group, "tlp"), "record-tlp"),
            ("tlp", lights),
            &typed("tlp", Tlp::Amber.code()),
        )
        .width("half"),
        Field::text(
            named(group, "to"),
            page.say("record-releasable"),
            typed("to", &own),
        )
        .hint(page.say("record-releasable-hint"))
        .width("half"),
        Field::checks(
            named(group, "purposes"),
            page.say("record-purposes"),
            purposes,
        ),
        Field::checks(named(group, "actions"), page.say("record-actions"), actions)
            .hint(page.say("record-actions-hint")),
        Field::checks(named(group, "orcon"), page.say("record-orcon"), vec![orcon]),
        Field::text(
            named(group, "caveats"),
            page.say("record-caveats"),
            typed("caveats", ""),
        )
        .hint(page.say("record-caveats-hint")),
        own_day(
            (page, posted),
            (group, "review_by"),
            "record-label-review-by",
        ),
        own_day((page, posted), (group, "expires"), "record-label-expires"),
    ]
}

/// A day of the label itself, beside those of the record.
fn own_day(
    (page, posted): (&Page, Option<&PostForm>),
    (group, name): (&str, &str),
    question: &str,
) -> Field {
    let name = named(group, name);
    let typed = typed_date(posted, &name);
    Field::date(page, name, page.say(question), typed).optional(page)
}

/// Words that stand between commas, blanks or lines.
fn listed(text: &str) -> BTreeSet<String> {
    let words =
        text.split(|c: char| c == ',' || c == ';' || c == '،' || c == '、' || c.is_whitespace());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The label as it was posted.
pub(super) fn read(me: &Signed, form: &PostForm, group: &str) -> Result<Label, Problem> {
    let codes = |name: &str| {
        let name = named(group, name);
        let all: Vec<String> = form.all(&name).map(str::to_owned).collect();
        all
    };
    let purposes = codes("purposes").into_iter().map(|code| code.parse());
    let purposes: Result<BTreeSet<Purpose>, _> = purposes.collect();
    let malformed = |name: &str| Problem::input("MALFORMED", &named(group, name));
    let purposes = purposes.map_err(|_| malformed("purposes"))?;
    let actions = codes("actions").into_iter().map(|code| code.parse());
    let actions: Result<BTreeSet<Action>, _> = actions.collect();
    let actions = actions.map_err(|_| malformed("actions"))?;
    let to = listed(&form.text(&named(group, "to")).to_uppercase());
    if to.iter().any(|code| code.parse::<StateCode>().is_err()) {
        return Err(malformed("to"));
    }
    Ok(Label {
        // Every action allowed is no limit.
        actions: (actions.len() < Action::ALL.len()).then_some(actions),
        caveats: listed(&form.text(&named(group, "caveats")).to_uppercase()),
        tlp: form.parsed(&named(group, "tlp"))?,
        orcon: !form.text(&named(group, "orcon")).is_empty(),
        purposes: Some(purposes),
        releasable_to: Some(to),
        review_by: day(form, &named(group, "review_by"))?,
        expires: day(form, &named(group, "expires"))?,
        ..usual_label(me.office(), form.parsed(&named(group, "class"))?)
    })
}

/// Where a thing comes from: grade, fact or assessment, day, and the sources that stay here.
pub(super) fn origin(page: &Page, posted: Option<&PostForm>) -> Vec<Field> {
    let typed = posted.map_or("", |form| form.text("sources"));
    let sources = Field::area("sources", page.say("record-sources"), typed);
    let graded = grading(page, posted).into_iter().map(Field::required);
    let sources = sources.hint(page.say("record-sources-hint")).rows(2);
    graded.chain([sources]).collect()
}

/// Grade, and fact or assessment.
pub(super) fn grading(page: &Page, posted: Option<&PostForm>) -> Vec<Field> {
    let typed = |name: &str| posted.map_or("", |form| form.text(name)).to_owned();
    let basis = Basis::ALL.iter().map(|basis| {
        let word = page.code("record-basis", basis.code());
        Choice::new(basis.code(), word, typed("basis") == basis.code())
    });
    vec![
        Field::text("grade", page.say("record-grade"), typed("grade"))
            .hint(page.say("record-grade-hint"))
            .width("short"),
        Field::radios("basis", page.say("record-basis"), basis.collect()),
    ]
}

/// Where a thing comes from, as it was posted.
pub(super) fn read_origin(form: &PostForm, day: Date) -> Result<Provenance, Problem> {
    let grade = form.need("grade")?;
    Ok(Provenance {
        by: String::new(),
        on: Some(day),
        grade: Some(Grade::parse(grade).ok_or_else(|| Problem::input("GRADE", "grade"))?),
        basis: Some(form.parsed("basis")?),
        derived_from: BTreeSet::new(),
        sources: form.lines("sources"),
    })
}

/// What was typed, or what stands.
fn or_stands(posted: Option<&PostForm>, name: &str, stands: Option<String>) -> String {
    match posted {
        Some(form) => form.text(name).to_owned(),
        None => stands.unwrap_or_default(),
    }
}

/// Year, month and day as they were typed, or as they stand.
fn day_typed(posted: Option<&PostForm>, name: &str, stands: Option<Date>) -> [String; 3] {
    match (posted, stands) {
        (None, Some(day)) => [
            day.year().to_string(),
            day.month().to_string(),
            day.day().to_string(),
        ],
        _ => typed_date(posted, name),
    }
}

/// The questions of what a record is, beside what it says; with what stands, where it is changed.
pub(super) fn frame(page: &Page, posted: Option<&PostForm>, stands: Option<&Frame>) -> Vec<Field> {
    let category = stands.and_then(|frame| frame.category);
    let category = category.map(|category| category.code().to_owned());
    let categories = Category::ALL.iter().map(|category| category.code());
    let expires = stands.and_then(|frame| frame.expires);
    let best = stands.and_then(|frame| frame.best_interests.clone());
    let codewords = stands.map(|frame| frame.codewords.join("\n"));
    let mut fields = vec![
        select(
            page,
            ("category", "record-category"),
            ("category", std::iter::once("").chain(categories)),
            &or_stands(posted, "category", category),
        )
        .hint(page.say("record-category-hint"))
        .width("half"),
        Field::date(
            page,
            "expires",
            page.say("record-expires"),
            day_typed(posted, "expires", expires),
        )
        .optional(page),
        Field::text(
            "best_interests",
            page.say("record-best-interests"),
            or_stands(posted, "best_interests", best),
        )
        .hint(page.say("record-best-interests-hint")),
        Field::area(
            "codewords",
            page.say("record-codewords"),
            or_stands(posted, "codewords", codewords),
        )
        .hint(page.say("record-codewords-hint"))
        .rows(2),
    ];
    // Where a day of review stands, a review alone moves it.
    if stands.is_none_or(|frame| frame.review_by.is_none()) {
        let typed = typed_date(posted, "review_by");
        let day = Field::date(page, "review_by", page.say("record-review-by"), typed);
        fields.insert(1, day.hint(page.say("record-review-by-hint")));
    }
    fields
}

/// What a record is, as it was posted.
pub(super) fn read_frame(form: &PostForm) -> Result<Frame, Problem> {
    Ok(Frame {
        category: match form.text("category") {
            "" => None,
            _ => Some(form.parsed("category")?),
        },
        review_by: day(form, "review_by")?,
        expires: day(form, "expires")?,
        best_interests: some(form, "best_interests"),
        codewords: form.lines("codewords"),
    })
}

/// A text that may be missing.
fn some(form: &PostForm, name: &str) -> Option<String> {
    let text = form.text(name).trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// A day that may be missing; one that is none is no blank.
pub(super) fn day(form: &PostForm, name: &str) -> Result<Option<Date>, Problem> {
    let typed = typed_date(Some(form), name)
        .iter()
        .any(|part| !part.is_empty());
    match posted_date(form, name) {
        None if typed => Err(Problem::input("MALFORMED", name)),
        day => Ok(day),
    }
}

/// The questions of an association. `natures` are to choose from.
pub(super) fn tie(page: &Page, natures: Vec<&str>, posted: Option<&PostForm>) -> Vec<Field> {
    let typed = |name: &str| posted.map_or("", |form| form.text(name));
    let text = |name: &str, question: &str| Field::text(name, page.say(question), typed(name));
    vec![
        select(
            page,
            ("nature", "record-nature"),
            ("nature", natures),
            typed("nature"),
        )
        .hint(page.say("record-nature-hint")),
        text("with", "record-with"),
        text("role", "record-role").optional(page),
        Field::area("grounds", page.say("record-grounds"), typed("grounds"))
            .hint(page.say("record-grounds-hint"))
            .rows(3),
        text("evidence", "record-evidence").hint(page.say("record-evidence-hint")),
        text("evidence_grade", "record-evidence-grade").width("short"),
    ]
}

/// Questions of an association, beside what it is.
const TIE: &[&str] = &["with", "role", "grounds", "evidence", "evidence_grade"];

/// Whether an association was posted. What is said of one without what it is would be lost.
pub(super) fn is_tied(form: &PostForm) -> Result<bool, Problem> {
    let said = TIE.iter().any(|name| !form.text(name).is_empty());
    match form.text("nature") {
        "" if said => Err(Problem::input("MISSING", "nature")),
        nature => Ok(!nature.is_empty()),
    }
}

/// An association as it was posted, with its label and where it comes from.
pub(super) fn read_tie(
    form: &PostForm,
    (label, from): (Label, Provenance),
) -> Result<Tie, Problem> {
    Ok(Tie {
        nature: form.parsed("nature")?,
        with: form.text("with").to_owned(),
        role: form.text("role").to_owned(),
        grounds: form.text("grounds").to_owned(),
        evidence: evidence(form)?,
        label,
        from,
    })
}

/// The piece of evidence of an association, where one was given. A grade that is none is no blank.
fn evidence(form: &PostForm) -> Result<Vec<Evidence>, Problem> {
    let Some(what) = some(form, "evidence") else {
        return Ok(Vec::new());
    };
    let grade = match form.text("evidence_grade") {
        "" => None,
        text => {
            let grade = Grade::parse(text);
            Some(grade.ok_or_else(|| Problem::input("GRADE", "evidence_grade"))?)
        }
    };
    Ok(vec![Evidence { what, grade }])
}
