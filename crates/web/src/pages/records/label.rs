//! The questions of a label, of a grade and of where a thing comes from, as forms of records ask them.

use std::collections::BTreeSet;

use jiff::civil::Date;
use model::label::{Action, Tlp};
use model::record::{Basis, Grade, Provenance};
use model::{Class, Label, Purpose};
use office::records::usual_label;

use crate::page::Page;
use crate::part::{Choice, Field};
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

/// The name of a question within a group.
fn named(group: &str, name: &str) -> String {
    match group {
        "" => name.to_owned(),
        group => format!("{group}/{name}"),
    }
}

/// A list of codes to choose one from.
pub(super) fn select(
    page: &Page,
    (name, question): (String, &str),
    (prefix, codes): (&str, Vec<&str>),
    typed: &str,
) -> Field {
    let word = |code: &str| match code {
        "" => page.say("record-choose"),
        code => page.code(prefix, code),
    };
    let choice = |code: &str| Choice::new(code, word(code), code == typed);
    let choices = codes.into_iter().map(choice).collect();
    Field::select(name, page.say(question), choices)
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
    let classes = Class::ALL.iter().map(|class| class.code()).collect();
    let lights = Tlp::ALL.iter().map(|tlp| tlp.code()).collect();
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
    ]
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
    let purposes = purposes.map_err(|_| Problem::input("MALFORMED", "purposes"))?;
    let actions = codes("actions").into_iter().map(|code| code.parse());
    let actions: Result<BTreeSet<Action>, _> = actions.collect();
    let actions = actions.map_err(|_| Problem::input("MALFORMED", "actions"))?;
    let to = form.text(&named(group, "to")).to_uppercase();
    Ok(Label {
        // Every action allowed is no limit.
        actions: (actions.len() < Action::ALL.len()).then_some(actions),
        caveats: listed(&form.text(&named(group, "caveats")).to_uppercase()),
        tlp: form.parsed(&named(group, "tlp"))?,
        orcon: !form.text(&named(group, "orcon")).is_empty(),
        purposes: Some(purposes),
        releasable_to: Some(listed(&to)),
        ..usual_label(me.office(), form.parsed(&named(group, "class"))?)
    })
}

/// Where a thing comes from: grade, fact or assessment, day, and the sources that stay here.
pub(super) fn origin(page: &Page, posted: Option<&PostForm>) -> Vec<Field> {
    let typed = |name: &str| posted.map_or("", |form| form.text(name)).to_owned();
    let basis = Basis::ALL.iter().map(|basis| {
        let word = page.code("record-basis", basis.code());
        Choice::new(basis.code(), word, typed("basis") == basis.code())
    });
    vec![
        Field::text("grade", page.say("record-grade"), typed("grade"))
            .hint(page.say("record-grade-hint"))
            .width("short")
            .required(),
        Field::radios("basis", page.say("record-basis"), basis.collect()).required(),
        Field::area("sources", page.say("record-sources"), typed("sources"))
            .hint(page.say("record-sources-hint"))
            .rows(2),
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
