//! What changed in a list of FollowTheMoney records, one change a line: `{"op":"ADD","entity":{...}}`, with MOD and DEL, as yente
//! reads them. Adding what is there and removing what is not are counted, not refused: a delta may be applied twice.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::error::{Fault, ReadError};
use super::ftm_json::{Found, lines, record};
use super::{ListFile, text_of};
use crate::entity::{Entity, Origin};
use crate::ftm;

/// The changes of one file, in its order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListDelta {
    /// What to do, one after the other.
    pub steps: Vec<Step>,
}

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// A record that is new, or that changed: it takes the place of the one with its id.
    Put(Box<Entity>),
    /// The record of this id is gone.
    Remove(String),
}

/// What applying a delta did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applied {
    /// Records that were not there before.
    pub added: usize,
    /// Records that took another's place.
    pub changed: usize,
    /// Records that are gone.
    pub removed: usize,
    /// Records to be removed that were not there.
    pub absent: usize,
}

/// Reads a delta. An empty file is a delta that changes nothing.
///
/// # Errors
/// [`ReadError`] for anything but complete lines of changes.
pub fn read_delta(bytes: &[u8]) -> Result<ListDelta, ReadError> {
    let text = text_of(bytes)?;
    let mut delta = ListDelta::default();
    lines(text, &mut |_| {}, |object, line| {
        let wrong = || Fault::Missing {
            field: "op and entity",
            expected: "ADD, MOD or DEL and the record it is about",
        };
        let entity = object.get("entity").and_then(Value::as_object);
        let entity = entity.ok_or_else(wrong)?;
        match object.get("op").and_then(Value::as_str) {
            Some("ADD" | "MOD") => {
                let mut found = Found::default();
                let mut read = record(entity, &mut found, 0)?;
                for mut one in found.nested {
                    one.origin = origin(&one.id, line);
                    delta.steps.push(Step::Put(Box::new(one)));
                }
                read.origin = origin(&read.id, line);
                if read.caption.is_empty() {
                    read.caption = ftm::caption_of(&read);
                }
                delta.steps.push(Step::Put(Box::new(read)));
            }
            Some("DEL") => {
                let id = entity.get("id").and_then(Value::as_str).unwrap_or_default();
                if id.is_empty() {
                    return Err(wrong());
                }
                delta.steps.push(Step::Remove(id.to_owned()));
            }
            _ => return Err(wrong()),
        }
        Ok(())
    })?;
    Ok(delta)
}

fn origin(id: &str, line: u64) -> Option<Origin> {
    Some(Origin {
        record: id.to_owned(),
        line,
        ..Origin::default()
    })
}

/// Applies a delta to the records of a list. What is new stands at the end, in the order of the delta.
pub fn apply(records: Vec<Entity>, delta: &ListDelta) -> (Vec<Entity>, Applied) {
    let mut applied = Applied::default();
    let mut places: HashMap<String, usize> = HashMap::with_capacity(records.len());
    let mut slots: Vec<Option<Entity>> = Vec::with_capacity(records.len());
    for record in records {
        places.insert(record.id.clone(), slots.len());
        slots.push(Some(record));
    }
    for step in &delta.steps {
        match step {
            Step::Put(entity) => match places.get(&entity.id) {
                Some(at) => {
                    applied.changed += 1;
                    if let Some(slot) = slots.get_mut(*at) {
                        *slot = Some((**entity).clone());
                    }
                }
                None => {
                    applied.added += 1;
                    places.insert(entity.id.clone(), slots.len());
                    slots.push(Some((**entity).clone()));
                }
            },
            Step::Remove(id) => match places.remove(id) {
                Some(at) => {
                    applied.removed += 1;
                    if let Some(slot) = slots.get_mut(at) {
                        *slot = None;
                    }
                }
                None => applied.absent += 1,
            },
        }
    }
    (slots.into_iter().flatten().collect(), applied)
}

/// The list that a delta makes of the records in force: `dataset` is its name, `drop` what is left out of what comes in, `day` when
/// it was made.
pub fn changed(
    records: Vec<Entity>,
    delta: &ListDelta,
    dataset: &str,
    drop: &BTreeSet<String>,
    day: Option<String>,
) -> ListFile {
    let (records, _) = apply(records, delta);
    let individuals = records.iter().filter(|r| r.is_person()).count();
    let mut list = ListFile {
        dataset: dataset.to_owned(),
        generated_at: day.unwrap_or_default(),
        individuals,
        entities: records.len() - individuals,
        records,
        unread: BTreeMap::new(),
        dropped: BTreeMap::new(),
    };
    list.leave_out(drop);
    list
}
