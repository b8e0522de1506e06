//! What an object of others may do to what is held: be a new version, be held for a person, or be refused.
//!
//! Versions of one id are told apart by `modified` (section 3.6). A marking definition has none and never changes. Nobody but
//! its creator makes a new version of an object or revokes it; what is revoked stays so.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::Value;

use super::shape::{Fault, Why};
use super::{check_object, text};

/// Versions that are kept of one object.
pub const VERSIONS_MAX: usize = 256;

/// What becomes of an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Admission {
    /// It is the version that counts from now on.
    Current,
    /// It is kept beside a later one, which still counts.
    Older,
    /// It is held already, word for word: nothing happens.
    Known,
    /// It is kept apart until a person has looked: the same version says two things.
    Held(Fault),
    /// It is not taken.
    Refused(Vec<Fault>),
    /// It is not taken, and somebody must know: what cannot change was changed.
    Alarm(Fault),
}

/// What becomes of an object beside the versions that are held of its id. `sender` is the identity that the key stands for
/// by which it came; of a file that nobody signed there is none, and then nothing in it revokes or replaces anything.
#[must_use]
pub fn admit(held: &[&Value], object: &Value, sender: Option<&str>) -> Admission {
    let mut faults = check_object(object);
    faults.extend(selectors(object));
    faults.extend(times(object));
    if !faults.is_empty() {
        return Admission::Refused(faults);
    }
    if held.contains(&object) {
        return Admission::Known;
    }
    let Some(first) = held.first() else {
        let own = sender.is_some() && creator(object) == sender;
        return if flag(object, "revoked") && !own {
            refuse("/revoked", Why::Creator, "its creator")
        } else {
            Admission::Current
        };
    };
    if text(object.as_object(), "type") == "marking-definition" {
        return Admission::Alarm(fault(
            "/definition",
            Why::Changed,
            "the first one under this id",
        ));
    }
    if creator(first) != creator(object) {
        return refuse("/created_by_ref", Why::Creator, "its creator");
    }
    let Some(modified) = time(object, "modified") else {
        // An observable has no version: its id follows from what it says.
        return Admission::Held(fault("/id", Why::Changed, "the same content"));
    };
    if held
        .iter()
        .any(|one| time(one, "modified") == Some(modified))
    {
        return Admission::Held(fault("/modified", Why::Changed, "the same content"));
    }
    let latest = held.iter().filter_map(|one| time(one, "modified")).max();
    if latest.is_some_and(|latest| modified < latest) {
        return Admission::Older;
    }
    if held.iter().any(|one| flag(one, "revoked")) {
        return refuse("/modified", Why::Revoked, "nothing after its revocation");
    }
    if creator(object).is_none() {
        return Admission::Held(fault("/created_by_ref", Why::Creator, "its creator"));
    }
    if creator(object) != sender {
        let path = if flag(object, "revoked") {
            "/revoked"
        } else {
            "/modified"
        };
        return refuse(path, Why::Creator, "its creator");
    }
    Admission::Current
}

fn refuse(path: &str, why: Why, what: &str) -> Admission {
    Admission::Refused(vec![fault(path, why, what)])
}

fn fault(path: &str, why: Why, what: &str) -> Fault {
    Fault {
        path: path.to_owned(),
        why,
        what: what.to_owned(),
    }
}

fn creator(object: &Value) -> Option<&str> {
    object.get("created_by_ref").and_then(Value::as_str)
}

fn flag(object: &Value, name: &str) -> bool {
    object.get(name) == Some(&Value::Bool(true))
}

/// A time of an object; a leap second counts as the second before it.
fn time(object: &Value, name: &str) -> Option<Timestamp> {
    object.get(name)?.as_str()?.parse().ok()
}

/// What the times of an object must be beyond their form: days that the calendar has, and no version before it was made.
fn times(object: &Value) -> Option<Fault> {
    for name in ["created", "modified"] {
        if object.get(name).is_some() && time(object, name).is_none() {
            return Some(fault(
                &format!("/{name}"),
                Why::Form,
                "a day of the calendar",
            ));
        }
    }
    let order = time(object, "modified")? < time(object, "created")?;
    order.then(|| fault("/modified", Why::Order, "not before created"))
}

/// The selectors of granular markings that select nothing (section 7.2.3).
fn selectors(object: &Value) -> Vec<Fault> {
    let markings = object.get("granular_markings").and_then(Value::as_array);
    let mut found = Vec::new();
    for (at, marking) in markings.into_iter().flatten().enumerate() {
        let texts = marking.get("selectors").and_then(Value::as_array);
        for (place, selector) in texts.into_iter().flatten().enumerate() {
            let Some(selector) = selector.as_str() else {
                continue;
            };
            if selected(object, selector).is_none() && found.len() < super::FAULTS_TOLD_MAX {
                let path = format!("/granular_markings/{at}/selectors/{place}");
                found.push(fault(&path, Why::Selector, selector));
            }
        }
    }
    found
}

/// What a selector (`external_references.[0].url`) selects.
pub(crate) fn selected<'a>(object: &'a Value, selector: &str) -> Option<&'a Value> {
    selector.split('.').try_fold(object, |at, step| {
        let index = step
            .strip_prefix('[')
            .and_then(|step| step.strip_suffix(']'));
        match index {
            Some(index) => at.get(index.parse::<usize>().ok()?),
            None => at.get(step),
        }
    })
}

/// The versions of objects, by id.
#[derive(Debug, Clone, Default)]
pub struct Shelf {
    versions: BTreeMap<String, Vec<Value>>,
}

impl Shelf {
    /// Takes an object, or says why not.
    pub fn take(&mut self, object: &Value, sender: Option<&str>) -> Admission {
        let id = text(object.as_object(), "id");
        let held: Vec<&Value> = self.versions.get(&id).into_iter().flatten().collect();
        let full = held.len() >= VERSIONS_MAX;
        let admission = admit(&held, object, sender);
        if full && admission == Admission::Older {
            return refuse("/modified", Why::Range, "versions");
        }
        if matches!(admission, Admission::Current | Admission::Older) {
            let versions = self.versions.entry(id).or_default();
            versions.push(object.clone());
            versions.sort_by_key(|one| time(one, "modified"));
            if full {
                versions.remove(0);
            }
        }
        admission
    }

    /// The version of an object that counts.
    #[must_use]
    pub fn current(&self, id: &str) -> Option<&Value> {
        self.versions.get(id)?.last()
    }

    /// How many versions are held of an object.
    #[must_use]
    pub fn versions(&self, id: &str) -> usize {
        self.versions.get(id).map_or(0, Vec::len)
    }
}
