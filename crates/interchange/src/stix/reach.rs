//! What an object refers to, directly and through others: cycles end, depth and number are bounded.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde_json::Value;

use super::forms;

/// Objects that one walk visits at most.
pub const REACH_MAX: usize = 10_000;

/// What one object leads to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// Ids that are there, the beginning included.
    pub found: BTreeSet<String>,
    /// Ids that are referred to and are not there.
    pub absent: BTreeSet<String>,
    /// Whether there was more than the limit allows; then this is not the whole.
    pub cut: bool,
}

/// Walks the references from one object, breadth first; each object is visited once, so that a cycle ends.
#[must_use]
pub fn reach(objects: &BTreeMap<String, &Value>, from: &str) -> Reach {
    let mut walk = Reach::default();
    let mut waiting = VecDeque::from([from.to_owned()]);
    while let Some(id) = waiting.pop_front() {
        if walk.found.contains(&id) || walk.absent.contains(&id) {
            continue;
        }
        if walk.found.len() + walk.absent.len() >= REACH_MAX {
            walk.cut = true;
            break;
        }
        match objects.get(&id) {
            None => {
                walk.absent.insert(id);
            }
            Some(object) => {
                walk.found.insert(id);
                waiting.extend(references(object).take(REACH_MAX).map(str::to_owned));
            }
        }
    }
    walk
}

/// The ids that stand in the `_ref` and `_refs` of an object.
fn references(object: &Value) -> impl Iterator<Item = &str> {
    let fields = object.as_object().into_iter().flatten();
    let fields = fields.filter(|(name, _)| name.ends_with("_ref") || name.ends_with("_refs"));
    let texts = fields.flat_map(|(_, value)| match value {
        Value::Array(list) => list.as_slice(),
        one => std::slice::from_ref(one),
    });
    texts
        .filter_map(Value::as_str)
        .filter(|text| forms::id(text))
}
