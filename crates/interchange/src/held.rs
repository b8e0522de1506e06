//! What a text says of itself, held against what does not come from the text: who sent it, the marks around it, the words in it.
//! Where they differ nothing is believed to be wider than the stricter of both, and a person is told.

use std::collections::BTreeSet;

use jiff::civil::date;
use model::label::{Class, Label, Purpose, Recipient, Relation};
use model::release::{self, Ground, Part, Source, Tells};

use crate::loss::{self, Issue, Loss, Mint, Taken, Why};
use crate::marks::{Doubt, Policy, Reading};

/// Where, why, and the mark.
pub(crate) type Doubts = BTreeSet<(String, Doubt, String)>;

/// What is in doubt of the marks of the whole.
pub(crate) fn at_root(reading: &Reading) -> Doubts {
    let doubts = reading.doubts.iter();
    let doubts = doubts.map(|(why, mark)| ("/".to_owned(), *why, mark.clone()));
    doubts.collect()
}

/// Holds an issue that a text says whole against the marks around it and against its sender. Its owner and the originators of its
/// labels are whoever the sender is, its labels add up to the marks, and every part has one; otherwise all of it is as strict as
/// both say together, for this State alone.
pub(crate) fn hold(issue: &mut Issue, marks: Option<&Reading>, policy: &Policy) -> Doubts {
    let mut doubts = marks.map(at_root).unwrap_or_default();
    let mut conflict = |field: &str, mark: &str| {
        doubts.insert((field.to_owned(), Doubt::Conflict, mark.to_owned()));
    };
    if !policy.is_sender(issue.owner.as_str()) {
        conflict("/owner", issue.owner.as_str());
    }
    let whole = loss::whole(&issue.record);
    if let (Some(marks), Some(whole)) = (marks, &whole)
        && marks.label != *whole
    {
        conflict("/", "label");
    }
    for (field, label) in issue.record.labels() {
        match label {
            None => {
                doubts.insert((field, Doubt::Absent, "label".to_owned()));
            }
            Some(label) if !policy.sent(label) => {
                doubts.insert((field, Doubt::Conflict, label.originator.clone()));
            }
            Some(_) => {}
        }
    }
    if !doubts.is_empty() {
        tighten(issue, marks.map(|marks| &marks.label), policy);
    }
    doubts.extend(marked_above(issue, policy));
    doubts
}

/// Makes every label of an issue as strict as the marks around it and as what is in doubt.
pub(crate) fn tighten(issue: &mut Issue, around: Option<&Label>, policy: &Policy) {
    for label in issue.labels_mut() {
        let said = label.take().unwrap_or_else(|| policy.strictest());
        let joined = around.map(|around| said.join(around));
        *label = Some(policy.tightened(&joined.unwrap_or(said)));
    }
}

/// What comes of a version or recall that is not its sender's to bring: an issue that says nothing and recalls nothing that
/// anybody holds, with the reason.
pub(crate) fn refused(issue: &Issue, path: &str, policy: &Policy, mint: Mint<'_>) -> Taken {
    let mut loss = Loss::default();
    loss.drop_field(path, Why::NotTheirs);
    let mark = issue.owner.to_string();
    Taken {
        issue: Issue {
            id: mint(&format!("refused:{}", issue.id)),
            owner: policy.state.clone(),
            recalled: true,
            replaces: None,
            record: loss::empty(issue.record.subject),
            ..issue.clone()
        },
        loss,
        doubts: BTreeSet::from([("/owner".to_owned(), Doubt::Conflict, mark)]),
    }
}

/// Tightens the parts whose words bear a marking above their label (`SECRET` in the text of what is labelled PUBLIC), and tells
/// which.
pub(crate) fn marked_above(issue: &mut Issue, policy: &Policy) -> Doubts {
    let mut doubts = Doubts::new();
    for (at, one) in issue.record.assertions.iter_mut().enumerate() {
        if is_marked_above(&[&one.value], one.label.as_ref(), policy) {
            doubts.insert(above("assertions", at));
            one.label = one.label.take().map(|label| policy.tightened(&label));
        }
    }
    for (at, one) in issue.record.associations.iter_mut().enumerate() {
        let mut texts = vec![one.with.as_str(), &one.role, &one.grounds];
        texts.extend(one.evidence.iter().map(|piece| piece.what.as_str()));
        if is_marked_above(&texts, one.label.as_ref(), policy) {
            doubts.insert(above("associations", at));
            one.label = one.label.take().map(|label| policy.tightened(&label));
        }
    }
    doubts
}

fn above(list: &str, at: usize) -> (String, Doubt, String) {
    let mark = "a marking in the text".to_owned();
    (format!("/{list}/{at}"), Doubt::Conflict, mark)
}

/// Whether texts could bear a marking at all: most names cannot, and need not be looked through.
fn could_be_marked(text: &str) -> bool {
    let mut capitals = 0;
    text.chars().any(|letter| {
        if letter.is_ascii_uppercase() {
            capitals += 1;
        } else if letter.is_ascii_lowercase() {
            capitals = 0;
        }
        capitals > 1 || !letter.is_ascii() || matches!(letter, ':' | '(' | '[' | '/')
    })
}

/// Whether a marking in the texts says more than the label, as the gate of releases reads it.
fn is_marked_above(texts: &[&str], label: Option<&Label>, policy: &Policy) -> bool {
    let Some(label) = label else { return false };
    let part = |text: &&str| Part {
        id: String::new(),
        tells: Tells::Statement,
        text: (*text).to_owned(),
        grade: None,
        // What the label says of whom and what for has no part in this question.
        label: Some(Label {
            class: label.class,
            orcon: label.orcon,
            tlp: label.tlp,
            ..Label::own(&policy.state, label.class)
        }),
    };
    let asked = texts.iter().filter(|text| could_be_marked(text));
    let parts: Vec<Part> = asked.map(part).collect();
    if parts.is_empty() {
        return false;
    }
    let source = Source {
        parts,
        ..Source::default()
    };
    let state = policy.state.to_string();
    let everybody = Recipient {
        clearance: Class::TopSecret,
        consents: BTreeSet::from([state.clone()]),
        country: state,
        purpose: Purpose::Intelligence,
        relation: Relation::Named,
    };
    let found = release::build(&source, &everybody, date(2026, 1, 1)).found;
    found.iter().any(|one| one.ground == Ground::MarkedAbove)
}
