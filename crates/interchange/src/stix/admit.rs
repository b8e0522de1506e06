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

/// Who brings an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sender<'a> {
    /// The identity that the key stands for by which it came.
    Key(&'a str),
    /// Someone whom STIX gives no identity, and whose objects are told apart from those of others by the caller: whatever creator
    /// the first version named must name the later ones too.
    Feed,
}

impl Sender<'_> {
    /// Whether it may speak for the creator of an object.
    fn speaks_for(self, object: &Value) -> bool {
        match self {
            Sender::Key(identity) => creator(object) == Some(identity),
            Sender::Feed => true,
        }
    }
}

/// One version of an object, with the time that tells it apart.
#[derive(Debug, Clone)]
struct Version<'a> {
    modified: Option<Timestamp>,
    object: &'a Value,
}

/// What becomes of an object beside the versions that are held of its id, sorted by `modified`. Whether it is the sender's to
/// change comes before what it would change: of another's object nobody brings a version, be it an older one.
fn admit(
    held: &[Version<'_>],
    (object, faults): (&Value, &[Fault]),
    sender: Sender<'_>,
) -> Admission {
    if !faults.is_empty() {
        return Admission::Refused(faults.to_vec());
    }
    let Some(first) = held.first() else {
        return if flag(object, "revoked") && !sender.speaks_for(object) {
            refuse("/revoked", Why::Creator, "its creator")
        } else {
            Admission::Current
        };
    };
    let modified = time(object, "modified");
    let at = held.partition_point(|one| one.modified < modified);
    let same = held.get(at).filter(|one| one.modified == modified);
    if same.is_some_and(|one| one.object == object) {
        return Admission::Known;
    }
    if text(object.as_object(), "type") == "marking-definition" {
        return Admission::Alarm(fault(
            "/definition",
            Why::Changed,
            "the first one under this id",
        ));
    }
    if creator(first.object) != creator(object) {
        return refuse("/created_by_ref", Why::Creator, "its creator");
    }
    if modified.is_none() {
        // An observable has no version: its id follows from what it says.
        return Admission::Held(fault("/id", Why::Changed, "the same content"));
    }
    if creator(object).is_none() && sender != Sender::Feed {
        return Admission::Held(fault("/created_by_ref", Why::Creator, "its creator"));
    }
    if !sender.speaks_for(object) {
        let path = if flag(object, "revoked") {
            "/revoked"
        } else {
            "/modified"
        };
        return refuse(path, Why::Creator, "its creator");
    }
    if same.is_some() {
        return Admission::Held(fault("/modified", Why::Changed, "the same content"));
    }
    if at < held.len() {
        return Admission::Older;
    }
    if held.iter().any(|one| flag(one.object, "revoked")) {
        return refuse("/modified", Why::Revoked, "nothing after its revocation");
    }
    Admission::Current
}

/// What is wrong with an object by itself: its form, and beyond it selectors that select nothing, times that no calendar has.
pub(super) fn faults(object: &Value) -> Vec<Fault> {
    let mut faults = check_object(object);
    faults.extend(selectors(object));
    faults.extend(times(object));
    faults
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
pub struct Shelf<'a> {
    versions: BTreeMap<&'a str, Vec<Version<'a>>>,
}

impl<'a> Shelf<'a> {
    /// Takes an object, or says why not. Of one id at most [`VERSIONS_MAX`] versions are held: beyond them the oldest goes.
    pub fn take(&mut self, object: &'a Value, sender: Sender<'_>) -> Admission {
        self.take_found((object, &faults(object)), sender)
    }

    /// The same, where what is wrong with the object by itself was found before.
    pub(super) fn take_found(
        &mut self,
        (object, faults): (&'a Value, &[Fault]),
        sender: Sender<'_>,
    ) -> Admission {
        let id = object.get("id").and_then(Value::as_str).unwrap_or_default();
        let held = self.versions.get(id).map_or(&[][..], Vec::as_slice);
        let full = held.len() >= VERSIONS_MAX;
        let admission = admit(held, (object, faults), sender);
        if full && admission == Admission::Older {
            return refuse("/modified", Why::Range, "versions");
        }
        if matches!(admission, Admission::Current | Admission::Older) {
            let modified = time(object, "modified");
            let versions = self.versions.entry(id).or_default();
            let at = versions.partition_point(|one| one.modified < modified);
            versions.insert(at, Version { modified, object });
            if full {
                versions.remove(0);
            }
        }
        admission
    }

    /// The version of an object that counts.
    #[must_use]
    pub fn current(&self, id: &str) -> Option<&'a Value> {
        self.versions.get(id)?.last().map(|one| one.object)
    }

    /// How many versions are held of an object.
    #[must_use]
    pub fn versions(&self, id: &str) -> usize {
        self.versions.get(id).map_or(0, Vec::len)
    }
}
