//! Bundles of others, read: what comes first under an id counts, and what our own extension says is held against the marks around it
//! and against whoever sent it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use model::label::Label;
use model::record::{Record, Subject};
use rayon::prelude::*;
use serde_json::{Value, json};

use super::admit::{Admission, Sender, Shelf};
use super::record::{Names, owner_id, stix_id, words};
use super::{AT_ONCE, Bundle, text};
use crate::held::{self, Doubts};
use crate::loss::{self, Issue, Loss, Mint, Taken, Why};
use crate::marks::{Doubt, EXTENSION, Policy, Reading, read_stix, sits_under_its_id};

impl Bundle<'_> {
    /// The records of the bundle. `mint` gives a record of others an id here; objects that have not the form, that change what
    /// cannot change or that are not their sender's to bring are not taken. A later version or a recall of another's record comes
    /// as an issue that says nothing, with the reason in what is lost.
    #[must_use]
    pub fn taken(&self, policy: &Policy, names: Names<'_>, mint: Mint<'_>) -> Vec<Taken> {
        let sifted = Sifted::of(self, policy, names);
        let ours = sifted.sound.iter().filter_map(|(_, issue)| issue.as_ref());
        let made_by_us: BTreeSet<String> = ours
            .chain(sifted.refused.iter().map(|(issue, _)| issue))
            .map(|issue| owner_id(issue.owner.as_str(), names))
            .collect();
        let one = |(object, issue): &(&Value, Option<Issue>)| -> Option<Taken> {
            let reading = sifted.reading(object, policy);
            let id = text(object.as_object(), "id");
            let mut one = match issue.clone() {
                Some(issue) => from_ours(issue, object, &reading, (policy, mint)),
                // What goes with a record of ours is in the record.
                None if made_by_us.contains(&text(object.as_object(), "created_by_ref"))
                    || made_by_us.contains(&id) =>
                {
                    return None;
                }
                None => foreign(object, policy, &reading, mint)?,
            };
            if sifted.contested.contains(&id) {
                one.doubts
                    .insert((String::from("/"), Doubt::Conflict, id.clone()));
                held::tighten(&mut one.issue, None, policy);
            }
            Some(one)
        };
        let sound = sifted.sound.par_iter().with_min_len(AT_ONCE);
        let mut taken: Vec<Taken> = sound.filter_map(one).collect();
        let refused = sifted.refused.iter();
        taken.extend(refused.map(|(issue, path)| held::refused(issue, path, policy, mint)));
        taken
    }
}

/// The objects of a bundle after each was held against those before it.
struct Sifted<'a> {
    /// What is taken, with the issue in our extension.
    sound: Vec<(&'a Value, Option<Issue>)>,
    /// What is not its sender's to change, with the path.
    refused: Vec<(Issue, String)>,
    /// Ids under which two things were said.
    contested: BTreeSet<String>,
    /// The first object under each id.
    definitions: BTreeMap<&'a str, &'a Value>,
}

impl<'a> Sifted<'a> {
    fn of(bundle: &Bundle<'a>, policy: &Policy, names: Names<'_>) -> Self {
        let own = owner_id(&policy.sender.trim().to_ascii_uppercase(), names);
        let mut shelf = Shelf::default();
        let mut sifted = Sifted {
            sound: Vec::new(),
            refused: Vec::new(),
            contested: BTreeSet::new(),
            definitions: BTreeMap::new(),
        };
        for (object, found) in &bundle.found {
            let issue = ours(object, names);
            let sender = match &issue {
                Some(_) if object.get("created_by_ref").is_some() => Sender::Key(&own),
                _ => Sender::Feed,
            };
            let admission = shelf.take_found((object, found), sender);
            let id = object.get("id").and_then(Value::as_str).unwrap_or_default();
            if matches!(admission, Admission::Held(_) | Admission::Alarm(_)) {
                sifted.contested.insert(id.to_owned());
            }
            match admission {
                Admission::Current | Admission::Older | Admission::Held(_) => {
                    if sits_under_its_id(object, names) {
                        sifted.definitions.entry(id).or_insert(object);
                    }
                    sifted.sound.push((object, issue));
                }
                Admission::Refused(faults) => {
                    let theirs = faults.iter().find(|one| one.why == super::Why::Creator);
                    let theirs = theirs.map(|fault| fault.path.clone());
                    sifted.refused.extend(issue.zip(theirs));
                }
                Admission::Known | Admission::Alarm(_) => {}
            }
        }
        sifted
    }

    /// The label that the markings of an object say; where one of them was changed under its id, the first holds, tightened.
    fn reading(&self, object: &Value, policy: &Policy) -> Reading {
        let refs = markings(object);
        let listed: Vec<&str> = refs.iter().map(String::as_str).collect();
        let mut reading = read_stix(&listed, &self.definitions, policy);
        let changed = refs.intersection(&self.contested);
        let before = reading.doubts.len();
        let changed = changed.map(|id| (Doubt::Conflict, id.clone()));
        reading.doubts.extend(changed);
        if reading.doubts.len() > before {
            reading.label = policy.tightened(&reading.label);
        }
        reading
    }
}

/// A record in our extension, as far as its sender and its markings bear it out.
fn from_ours(
    mut issue: Issue,
    object: &Value,
    reading: &Reading,
    (policy, mint): (&Policy, Mint<'_>),
) -> Taken {
    issue.recalled |= object.get("revoked") == Some(&Value::Bool(true));
    if issue.recalled && !policy.is_sender(issue.owner.as_str()) {
        return held::refused(&issue, "/revoked", policy, mint);
    }
    let doubts = held::hold(&mut issue, Some(reading), policy);
    Taken {
        issue,
        loss: Loss::default(),
        doubts,
    }
}

/// Every marking of an object: those of its parts bind the whole of it here.
fn markings(object: &Value) -> BTreeSet<String> {
    let list = |name: &str| {
        object
            .get(name)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
    };
    let whole = list("object_marking_refs").filter_map(Value::as_str);
    let parts = list("granular_markings").filter_map(|one| one.get("marking_ref")?.as_str());
    whole.chain(parts).map(str::to_owned).collect()
}

/// The issue in our extension, if the object is the one that it makes: id and owner agree.
pub(super) fn ours(object: &Value, names: Names<'_>) -> Option<Issue> {
    let issue = Issue::read(
        object
            .get("extensions")?
            .get(EXTENSION)?
            .get("record")?
            .as_str()?,
    )?;
    let id = stix_id(issue.record.subject, issue.id, names);
    let creator = object.get("created_by_ref").and_then(Value::as_str);
    let owner = owner_id(issue.owner.as_str(), names);
    (object.get("id")? == &json!(id) && creator.is_none_or(|creator| creator == owner))
        .then_some(issue)
}

/// A person, organisation, place, account or event of somebody who has no such extension.
fn foreign(object: &Value, policy: &Policy, reading: &Reading, mint: Mint<'_>) -> Option<Taken> {
    let map = object.as_object()?;
    let label: &Label = &reading.label;
    let kind = text(Some(map), "type");
    let subject = match kind.as_str() {
        "identity" if text(Some(map), "identity_class") == "individual" => Subject::Person,
        "identity" => Subject::Organisation,
        "user-account" => Subject::OnlineAccount,
        "location" => Subject::Place,
        "incident" => Subject::Event,
        _ => return None,
    };
    let mut loss = Loss::default();
    let mut record: Record = loss::empty(subject);
    let mut known = BTreeSet::from([
        "type",
        "id",
        "spec_version",
        "created",
        "modified",
        "revoked",
    ]);
    known.extend([
        "object_marking_refs",
        "granular_markings",
        "created_by_ref",
        "identity_class",
    ]);
    for (name, property) in words(&kind) {
        if let Some(value) = map
            .get(*name)
            .and_then(Value::as_str)
            .filter(|_| known.insert(*name))
        {
            record.assertions.push(loss::foreign(
                record.assertions.len() + 1,
                *property,
                value,
                label,
            ));
            loss.carry(format!("/{name}"));
        }
    }
    for name in map.keys().filter(|name| !known.contains(name.as_str())) {
        loss.drop_field(format!("/{name}"), Why::NoWord);
    }
    let time = |name: &str| {
        text(Some(map), name)
            .parse()
            .unwrap_or(Timestamp::UNIX_EPOCH)
    };
    let mut issue = Issue {
        id: mint(&text(Some(map), "id")),
        owner: policy.state.clone(),
        created: time("created"),
        modified: time("modified"),
        recalled: map.get("revoked") == Some(&Value::Bool(true)),
        replaces: None,
        record,
    };
    let mut doubts: Doubts = held::at_root(reading);
    doubts.extend(held::marked_above(&mut issue, policy));
    Some(Taken {
        issue,
        loss,
        doubts,
    })
}
