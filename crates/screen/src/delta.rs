//! What changed between two versions of a list, and the guard that refuses a list which has lost too much.
//!
//! Records are the same when their ids are. Applying changes to a store is the caller's.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use crate::entity::Entity;

/// The difference between two versions of a list, each part in the order of its file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// Records that are new.
    pub added: Vec<RecordRef>,
    /// Records whose content changed.
    pub changed: Vec<Changed>,
    /// Records that are gone.
    pub removed: Vec<RecordRef>,
    /// Records that stayed as they were.
    pub unchanged: usize,
}

/// A record, named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordRef {
    /// The record's id.
    pub id: String,
    /// The name to show.
    pub caption: String,
}

/// A record that changed, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// The record's id.
    pub id: String,
    /// The name to show, as the new version has it.
    pub caption: String,
    /// What changed, by property name; `caption` and `schema` count as properties here.
    pub properties: BTreeMap<String, ValueChange>,
}

/// Values of one property that came and went.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueChange {
    /// Values only the new version has.
    pub added: Vec<String>,
    /// Values only the old version has.
    pub removed: Vec<String>,
}

/// A new version was refused because it lost too many records. The last good version stays in force.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error(
    "the new version lacks {removed} of {of} records of kind {kind} ({percent:.1} %, accepted are {accepted_percent:.1} %): it may be \
     cut off or another list. The last good version stays in force. Compare the counts with the publisher's page, then import again \
     and accept the removals expressly",
    percent = share(*removed, *of) * 100.0,
    accepted_percent = max_removed_share * 100.0
)]
pub struct Shrunk {
    /// "all", or the schema of which records are missing.
    pub kind: String,
    /// How many are gone.
    pub removed: usize,
    /// How many there were.
    pub of: usize,
    /// The accepted share, 0 to 1.
    pub max_removed_share: f64,
}

/// Compares two versions of a list. Where an id occurs twice the last one counts (readers refuse such files).
pub fn compare(old: &[Entity], new: &[Entity]) -> Changes {
    let before: HashMap<&str, &Entity> = old.iter().map(|e| (e.id.as_str(), e)).collect();
    let after: HashMap<&str, &Entity> = new.iter().map(|e| (e.id.as_str(), e)).collect();
    let mut changes = Changes::default();
    for entity in new {
        match before.get(entity.id.as_str()) {
            None => changes.added.push(named(entity)),
            Some(was) if was.same_content(entity) => changes.unchanged += 1,
            Some(was) => changes.changed.push(changed(was, entity)),
        }
    }
    changes.removed = old
        .iter()
        .filter(|e| !after.contains_key(e.id.as_str()))
        .map(named)
        .collect();
    changes
}

/// The guard of an import: refuses a version that lost more than `max_removed_share` (0 to 1) of the records there were, over
/// all or of one schema, or every record of a schema. A list that held nothing may become anything.
///
/// # Errors
/// [`Shrunk`], which says what is missing and what to do. Removal of everything is refused whatever the share.
pub fn shrink_check(
    old: &[Entity],
    new: &[Entity],
    max_removed_share: f64,
) -> Result<Changes, Shrunk> {
    let changes = compare(old, new);
    let gone: BTreeSet<&str> = changes.removed.iter().map(|r| r.id.as_str()).collect();
    let mut by_schema: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for entity in old {
        let (removed, of) = by_schema.entry(entity.schema.as_str()).or_default();
        *of += 1;
        *removed += usize::from(gone.contains(entity.id.as_str()));
    }
    let all = ("all", (changes.removed.len(), old.len()));
    for (kind, (removed, of)) in std::iter::once(all)
        .filter(|_| !old.is_empty())
        .chain(by_schema)
    {
        let everything = removed == of && (kind == "all" || of > 1);
        if everything || share(removed, of) > max_removed_share && (kind == "all" || removed > 1) {
            return Err(Shrunk {
                kind: kind.to_owned(),
                removed,
                of,
                max_removed_share,
            });
        }
    }
    Ok(changes)
}

/// Counts are far below 2^52, so nothing is lost.
fn share(part: usize, of: usize) -> f64 {
    if of == 0 {
        0.0
    } else {
        part as f64 / of as f64
    }
}

fn named(entity: &Entity) -> RecordRef {
    RecordRef {
        id: entity.id.clone(),
        caption: entity.caption.clone(),
    }
}

fn changed(was: &Entity, is: &Entity) -> Changed {
    let mut properties = BTreeMap::new();
    let names: BTreeSet<&str> = was
        .properties
        .keys()
        .chain(is.properties.keys())
        .map(String::as_str)
        .collect();
    for name in names {
        note(&mut properties, name, was.values(name), is.values(name));
    }
    note(
        &mut properties,
        "caption",
        std::slice::from_ref(&was.caption),
        std::slice::from_ref(&is.caption),
    );
    note(
        &mut properties,
        "schema",
        std::slice::from_ref(&was.schema),
        std::slice::from_ref(&is.schema),
    );
    Changed {
        id: is.id.clone(),
        caption: is.caption.clone(),
        properties,
    }
}

fn note(into: &mut BTreeMap<String, ValueChange>, name: &str, was: &[String], is: &[String]) {
    if was == is {
        return;
    }
    let only = |a: &[String], b: &[String]| a.iter().filter(|v| !b.contains(v)).cloned().collect();
    into.insert(
        name.to_owned(),
        ValueChange {
            added: only(is, was),
            removed: only(was, is),
        },
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entity(id: usize, schema: &str, name: &str) -> Entity {
        let mut entity = Entity {
            id: id.to_string(),
            schema: schema.into(),
            caption: name.into(),
            ..Entity::default()
        };
        entity.add("name", name);
        entity
    }

    #[test]
    fn changes_are_named() {
        let old = [
            entity(1, "Person", "A"),
            entity(2, "Person", "B"),
            entity(3, "Person", "C"),
        ];
        let mut new = vec![
            entity(2, "Person", "B"),
            entity(3, "Person", "C"),
            entity(4, "Person", "D"),
        ];
        new[1].add("alias", "Cc");
        let changes = compare(&old, &new);
        assert_eq!(
            changes
                .added
                .iter()
                .map(|r| r.id.as_str())
                .collect::<Vec<_>>(),
            ["4"]
        );
        assert_eq!(
            changes
                .removed
                .iter()
                .map(|r| r.id.as_str())
                .collect::<Vec<_>>(),
            ["1"]
        );
        assert_eq!(changes.unchanged, 1);
        let alias = &changes.changed[0].properties["alias"];
        assert_eq!(
            (alias.added.as_slice(), alias.removed.len()),
            (["Cc".to_owned()].as_slice(), 0)
        );
    }

    #[test]
    fn shrunken_lists_are_refused() {
        let old: Vec<_> = (0..10)
            .map(|i| entity(i, if i < 6 { "Person" } else { "Organization" }, "x"))
            .collect();
        let without = |gone: &[usize]| -> Vec<Entity> {
            old.iter()
                .enumerate()
                .filter(|(i, _)| !gone.contains(i))
                .map(|(_, e)| e.clone())
                .collect()
        };
        for (gone, share, refused) in [
            (vec![], 0.0, None),
            (vec![0], 0.1, None),
            (vec![0], 0.0, Some("all")),
            (vec![0, 1], 0.1, Some("all")),
            (vec![6, 7, 8], 0.3, Some("Organization")),
            (vec![6, 7, 8, 9], 1.0, Some("Organization")),
            ((0..10).collect(), 1.0, Some("all")),
        ] {
            let result = shrink_check(&old, &without(&gone), share);
            assert_eq!(
                result.as_ref().err().map(|e| e.kind.as_str()),
                refused,
                "{gone:?} {share}"
            );
        }
        assert!(shrink_check(&[], &old, 0.0).is_ok());
        let one = [entity(1, "Person", "x")];
        assert_eq!(
            shrink_check(&one, &[], 1.0)
                .unwrap_err()
                .to_string()
                .matches("100.0 %")
                .count(),
            2
        );
    }
}
