//! Records as entities of FollowTheMoney, one JSON line each, and back.
//!
//! The format knows no labels. A label goes beside the properties, in the context that its tools keep; parts with different
//! labels are different lines of one id, which the tools merge. To whoever does not keep that context only what is for everybody
//! leaves.

use std::collections::BTreeMap;

use jiff::civil::Date;
use model::id::RecordId;
use model::label::{Label, Recipient, Tlp};
use model::record::{Association, Property, Record, Subject};
use screen::ftm::Schema;
use serde_json::{Value, json};

use crate::loss::{Issue, Loss, Why, Withheld, permitted, place};
use crate::marks::Blocked;
use crate::stix::Names;

mod taken;

pub use taken::from_ftm;

/// Lines of one text.
pub const LINES_MAX: usize = 1_000_000;
/// The key of our context.
const OURS: &str = "comity";
/// Whether the reader keeps our context, and with it the labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// It does: another node, our own index.
    KeepsLabels,
    /// It does not, or nobody knows.
    Plain,
}

/// The part of an issue that the recipient may have, as lines, with what the format loses of it.
///
/// # Errors
/// [`Withheld`] when nothing leaves, or nothing may leave without its label.
pub fn to_ftm(
    issue: &Issue,
    to: &Recipient,
    on: Date,
    reader: Reader,
    names: Names<'_>,
) -> Result<(Vec<Value>, Loss), Withheld> {
    let mut loss = Loss::default();
    let mut record = permitted(issue, to, on, &mut loss)?;
    if reader == Reader::Plain {
        let open = |label: Option<&Label>| label.is_some_and(is_for_all);
        for (field, label) in issue.record.labels() {
            if !open(label) {
                loss.dropped.entry(field).or_insert(Why::NoLabel);
            }
        }
        record.assertions.retain(|one| open(one.label.as_ref()));
        record.associations.retain(|one| open(one.label.as_ref()));
        if !issue.recalled && record.assertions.is_empty() && record.associations.is_empty() {
            return Err(Withheld::Label(Blocked::Class));
        }
    }
    let mut lines = Vec::new();
    for part in by_label(&record) {
        lines.push(entity(issue, &part, &mut loss));
        for one in &part.associations {
            lines.extend(link(issue, one, names));
            loss.coarsen(place(issue, &one.id), Why::Link);
        }
    }
    for (field, there) in [
        ("/category", record.category.is_some()),
        ("/review_by", record.review_by.is_some()),
        ("/expires", record.expires.is_some()),
        ("/replaces", issue.replaces.is_some()),
        ("/recalled", issue.recalled),
    ] {
        if there {
            loss.coarsen(field, Why::Ours);
        }
    }
    Ok((lines, loss))
}

/// Whether a label lets everybody have it for everything.
fn is_for_all(label: &Label) -> bool {
    label.tlp == Tlp::Clear && !crate::marks::says_more(label)
}

/// The record in parts of one label each, the first also when nothing is said.
fn by_label(record: &Record) -> Vec<Record> {
    let mut labels: Vec<Option<&Label>> = record.labels().map(|(_, label)| label).collect();
    labels.sort();
    labels.dedup();
    if labels.is_empty() {
        labels.push(None);
    }
    let part = |label: Option<&Label>| {
        let mut part = record.clone();
        part.assertions.retain(|one| one.label.as_ref() == label);
        part.associations.retain(|one| one.label.as_ref() == label);
        part
    };
    labels.into_iter().map(part).collect()
}

fn entity(issue: &Issue, part: &Record, loss: &mut Loss) -> Value {
    let mut properties: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for one in &part.assertions {
        let field = place(issue, &one.id);
        match word(part.subject, one.says) {
            Some(name) => {
                properties.entry(name).or_default().push(&one.value);
                loss.coarsen(format!("{field}/from"), Why::Ours);
                loss.carry(field);
            }
            None => loss.coarsen(field, Why::Ours),
        }
    }
    json!({
        "id": issue.id, "schema": part.subject.schema(), "properties": properties,
        OURS: issue.saying(part.clone()).text(),
    })
}

/// The link of an association, and whom it leads to where that is a name.
fn link(issue: &Issue, one: &Association, names: Names<'_>) -> Vec<Value> {
    if one.with.is_empty() {
        return Vec::new();
    }
    let mut lines = Vec::new();
    let label = one.label.as_ref().map(Label::canonical);
    let other = match one.with.parse::<RecordId>() {
        Ok(id) => id.to_string(),
        Err(_) => {
            let id = names(&format!("with:{}:{}", issue.owner, one.with)).to_string();
            lines.push(json!({"id": id, "schema": "LegalEntity", "properties": {"name": [one.with]}, "comity_label": label}));
            id
        }
    };
    lines.push(json!({
        "id": names(&format!("association:{}:{}", issue.id, one.id)), "schema": "UnknownLink", "comity_label": label,
        "properties": {"subject": [issue.id], "object": [other], "role": [one.nature.code()]},
    }));
    lines
}

/// The property of the subject's schema that says it; `None` where the schema has none.
fn word(subject: Subject, says: Property) -> Option<&'static str> {
    let property = Schema::of(subject.schema())?.property(says.ftm()?)?;
    Some(property.name)
}

#[cfg(test)]
mod tests;
