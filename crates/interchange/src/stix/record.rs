//! Records as STIX 2.1; back in `taken`. What STIX has a word for stands in its own objects, the whole in our extension.
//!
//! Ids follow from ours by a function that is passed in, so that the same record has the same id everywhere and a correction is
//! a later version of it. A person is an `identity`, never a `threat-actor`.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use model::id::RecordId;
use model::label::{Label, Recipient};
use model::record::{Association, Property, Record, Subject};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::text;
use crate::loss::{self, Issue, Loss, Why, Withheld, permitted, place};
use crate::marks::{EXTENSION, stix_marks};

/// Who made the extension.
const MAKER: &str = "identity--6f0f8d53-6f0b-4c66-9b5e-1d2c9b0f2323";
/// When.
const MADE: &str = "2026-01-01T00:00:00.000Z";
/// What stands where a format wants a name and none may leave.
const NO_NAME: &str = "not stated";
/// The names of a text: always the same UUID for the same.
pub type Names<'a> = &'a (dyn Fn(&str) -> Uuid + Sync);

/// The part of an issue that the recipient may have, as a bundle, with what STIX loses of it.
///
/// # Errors
/// [`Withheld`] when nothing leaves.
pub fn to_stix(
    issue: &Issue,
    to: &Recipient,
    on: Date,
    names: Names<'_>,
) -> Result<(Value, Loss), Withheld> {
    let mut loss = Loss::default();
    let record = permitted(issue, to, on, &mut loss)?;
    let label = loss::roll_up(issue, &record, to).ok_or(Withheld::Nothing)?;
    let mut out = Out {
        issue,
        names,
        objects: Vec::new(),
    };
    let marks = out.marks(&label);
    out.push(json!({
        "type": "identity", "spec_version": "2.1", "id": out.owner(), "created": MADE, "modified": MADE,
        "name": issue.owner, "identity_class": "organization",
    }));
    out.push(json!({
        "type": "extension-definition", "spec_version": "2.1", "id": EXTENSION, "created_by_ref": MAKER,
        "created": MADE, "modified": MADE, "name": "Comity record and label", "version": "1.0.0",
        "description": "A record with a label for each part, and the label of a marking.",
        "schema": "Canonical JSON of the record; of the label.",
        "extension_types": ["property-extension", "new-sdo"],
    }));
    let main = out.main(&record, &marks, &mut loss);
    let id = text(main.as_object(), "id");
    out.push(main);
    for one in &record.associations {
        out.association(&id, one, &mut loss);
    }
    let bundle = names(&format!(
        "bundle:{}:{}:{}",
        issue.id, issue.modified, to.country
    ));
    Ok((
        json!({"type": "bundle", "id": format!("bundle--{bundle}"), "objects": out.objects}),
        loss,
    ))
}

/// The id that a record has in STIX. Its own is none there: the schemas of OASIS know no UUID beyond version 5.
#[must_use]
pub fn stix_id(subject: Subject, id: RecordId, names: Names<'_>) -> String {
    format!("{}--{}", subject.stix(), names(&format!("record:{id}")))
}

struct Out<'a> {
    issue: &'a Issue,
    names: Names<'a>,
    objects: Vec<Value>,
}

impl Out<'_> {
    fn owner(&self) -> String {
        owner_id(self.issue.owner.as_str(), self.names)
    }

    /// Adds an object that is not there yet.
    fn push(&mut self, object: Value) {
        if !self
            .objects
            .iter()
            .any(|one| one.get("id") == object.get("id"))
        {
            self.objects.push(object);
        }
    }

    /// Adds the markings of a label and gives their ids.
    fn marks(&mut self, label: &Label) -> Vec<String> {
        let marks = stix_marks(label, self.names);
        let ids = marks
            .iter()
            .map(|one| text(one.as_object(), "id"))
            .collect();
        marks.into_iter().for_each(|one| self.push(one));
        ids
    }

    /// What all our versioned objects say.
    fn common(&self, kind: &str, id: &str, marks: &[String]) -> Map<String, Value> {
        let fields = json!({
            "type": kind, "spec_version": "2.1", "id": id, "object_marking_refs": marks,
            "created_by_ref": self.owner(), "created": stamp(self.issue.created),
            "modified": stamp(self.issue.modified), "revoked": self.issue.recalled,
        });
        fields.as_object().cloned().unwrap_or_default()
    }

    fn main(&self, record: &Record, marks: &[String], loss: &mut Loss) -> Value {
        let kind = record.subject.stix();
        let id = stix_id(record.subject, self.issue.id, self.names);
        let mut fields = self.common(kind, &id, marks);
        if kind == "user-account" {
            for name in ["created_by_ref", "created", "modified", "revoked"] {
                fields.remove(name);
                loss.coarsen(format!("/{name}"), Why::Ours);
            }
        }
        let mut said = BTreeSet::new();
        for (name, property) in words(kind) {
            if let Some(one) = record.said(*property).next() {
                fields
                    .entry((*name).to_owned())
                    .or_insert_with(|| json!(one.value));
                said.insert(one.id.clone());
            }
        }
        match kind {
            "identity" => {
                let class = if record.subject == Subject::Person {
                    "individual"
                } else {
                    "organization"
                };
                fields.insert("identity_class".to_owned(), json!(class));
                fields.entry("name").or_insert_with(|| json!(NO_NAME));
            }
            "incident" => {
                fields.entry("name").or_insert_with(|| json!(NO_NAME));
            }
            "location" if !fields.contains_key("country") => {
                fields.insert("region".to_owned(), json!(NO_NAME));
            }
            _ => {}
        }
        for one in &record.assertions {
            let field = place(self.issue, &one.id);
            if said.contains(&one.id) {
                loss.coarsen(format!("{field}/from"), Why::Ours);
                loss.carry(field);
            } else {
                loss.coarsen(field, Why::Ours);
            }
        }
        for (field, there) in [
            ("/category", record.category.is_some()),
            ("/review_by", record.review_by.is_some()),
            ("/expires", record.expires.is_some()),
            ("/replaces", self.issue.replaces.is_some()),
        ] {
            if there {
                loss.coarsen(field, Why::Ours);
            }
        }
        let extension = if kind.starts_with("x-") {
            "new-sdo"
        } else {
            "property-extension"
        };
        let whole = self.issue.saying(record.clone()).text();
        fields.insert(
            "extensions".to_owned(),
            json!({EXTENSION: {"extension_type": extension, "record": whole}}),
        );
        Value::Object(fields)
    }

    fn association(&mut self, subject: &str, one: &Association, loss: &mut Loss) {
        let Some(label) = &one.label else { return };
        let field = place(self.issue, &one.id);
        if one.with.is_empty() || subject.starts_with("user-account") {
            return loss.coarsen(field, Why::Ours);
        }
        let marks = self.marks(label);
        let target = match one.with.parse::<RecordId>() {
            Ok(id) => stix_id(Subject::Person, id, self.names),
            Err(_) => {
                let id = format!(
                    "identity--{}",
                    (self.names)(&format!("with:{}:{}", self.issue.owner, one.with))
                );
                let mut fields = self.common("identity", &id, &marks);
                fields.insert("name".to_owned(), json!(one.with));
                fields.insert("identity_class".to_owned(), json!("group"));
                self.push(Value::Object(fields));
                id
            }
        };
        let id = (self.names)(&format!("association:{}:{}", self.issue.id, one.id));
        let mut fields = self.common("relationship", &format!("relationship--{id}"), &marks);
        fields.insert("relationship_type".to_owned(), json!("related-to"));
        fields.insert("source_ref".to_owned(), json!(subject));
        fields.insert("target_ref".to_owned(), json!(target));
        fields.insert("description".to_owned(), json!(one.grounds));
        loss.coarsen(field, Why::Related);
        self.push(Value::Object(fields));
    }
}

pub(super) fn owner_id(owner: &str, names: Names<'_>) -> String {
    format!("identity--{}", names(&format!("state:{owner}")))
}

/// A time with three digits of a second, as `created` and `modified` have it.
fn stamp(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%S.%3fZ").to_string()
}

/// The words of a type for what an assertion says.
pub(super) fn words(kind: &str) -> &'static [(&'static str, Property)] {
    match kind {
        "identity" => &[
            ("name", Property::Name),
            ("description", Property::Description),
            ("contact_information", Property::Email),
            ("contact_information", Property::Phone),
        ],
        "user-account" => &[
            ("account_login", Property::AccountNumber),
            ("account_login", Property::Phone),
            ("account_login", Property::Email),
            ("display_name", Property::Name),
        ],
        "location" => &[
            ("name", Property::Name),
            ("country", Property::Country),
            ("street_address", Property::Address),
            ("description", Property::Description),
        ],
        "incident" => &[
            ("name", Property::Name),
            ("description", Property::Description),
        ],
        _ => &[],
    }
}

#[cfg(test)]
pub(crate) mod tests;
