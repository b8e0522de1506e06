//! Labels as marking definitions of STIX 2.1: the traffic light under its well-known ids, and the whole label in an extension.

use std::collections::{BTreeMap, BTreeSet};

use model::label::{Label, Tlp};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Doubt, Policy, Reading, common_tlp, is_sound};

/// The extension definition of ours: whole labels in markings, whole records in objects.
pub const EXTENSION: &str = "extension-definition--6f0f8d53-6f0b-4c66-9b5e-1d2c9b0f2322";
/// The extension definition of the Traffic Light Protocol 2.0 (OASIS common objects).
const TLP_2: &str = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";
/// When its markings were made.
const TLP_2_CREATED: &str = "2022-10-01T00:00:00.000Z";
/// A marking with a label has no day of its own: the same label is the same marking everywhere.
const LABEL_CREATED: &str = "2026-01-01T00:00:00.000Z";

/// The markings by their ids: version 2 first, then version 1 (section 7.2.1.4), whose WHITE is CLEAR.
const MARKINGS: &[(&str, Tlp)] = &[
    (
        "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
        Tlp::Clear,
    ),
    (
        "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
        Tlp::Green,
    ),
    (
        "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
        Tlp::Amber,
    ),
    (
        "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
        Tlp::AmberStrict,
    ),
    (
        "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1",
        Tlp::Red,
    ),
    (
        "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9",
        Tlp::Clear,
    ),
    (
        "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da",
        Tlp::Green,
    ),
    (
        "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82",
        Tlp::Amber,
    ),
    (
        "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed",
        Tlp::Red,
    ),
];

/// The marking definitions that a label is sent with: the traffic light, and the whole label. `name` gives the UUID of a text,
/// always the same for the same.
#[must_use]
pub fn stix_marks(label: &Label, name: &dyn Fn(&str) -> Uuid) -> [Value; 2] {
    let tlp = common_tlp(label);
    let found = MARKINGS.iter().find(|(_, one)| *one == tlp);
    let id = found.map_or_else(String::new, |(id, _)| (*id).to_owned());
    let text = label.canonical();
    [
        json!({
            "type": "marking-definition", "spec_version": "2.1", "id": id, "created": TLP_2_CREATED,
            "name": format!("TLP:{tlp}"),
            "extensions": {TLP_2: {"extension_type": "property-extension", "tlp_2_0": tlp.code().to_lowercase()}},
        }),
        json!({
            "type": "marking-definition", "spec_version": "2.1", "created": LABEL_CREATED,
            "id": format!("marking-definition--{}", name(&format!("label:{text}"))),
            "name": "Comity label",
            "extensions": {EXTENSION: {"extension_type": "property-extension", "label": text}},
        }),
    ]
}

/// The label of what bears these markings; `definitions` are those that came with it, by id.
#[must_use]
pub fn read_stix(refs: &[&str], definitions: &BTreeMap<&str, &Value>, policy: &Policy) -> Reading {
    let mut doubts = BTreeSet::new();
    let (mut lights, mut wholes) = (BTreeSet::new(), Vec::new());
    for id in refs {
        if let Some((_, tlp)) = MARKINGS.iter().find(|(known, _)| known == id) {
            lights.insert(*tlp);
        } else if let Some(label) = definitions.get(id).and_then(|found| whole(found)) {
            if !policy.sent(&label) {
                doubts.insert((Doubt::Conflict, label.originator.clone()));
            }
            wholes.push(label);
        } else {
            doubts.insert((Doubt::Unknown, (*id).to_owned()));
        }
    }
    let light = lights.last().copied();
    let label = match (Label::roll_up(&wholes), light) {
        (None, None) => {
            if doubts.is_empty() {
                doubts.insert((Doubt::Absent, "object_marking_refs".to_owned()));
            }
            policy.strictest()
        }
        (None, Some(tlp)) => policy.of_tlp(tlp),
        (Some(joined), light) => {
            // One label stays as it was written; several are joined.
            let label = match wholes.as_slice() {
                [one] => one.clone(),
                _ => joined,
            };
            let sent: BTreeSet<Tlp> = wholes.iter().map(common_tlp).collect();
            if light.is_none() || light < sent.last().copied() {
                doubts.insert((Doubt::Conflict, "TLP".to_owned()));
            }
            let stricter = light.filter(|light| sent.last() != Some(light));
            Label {
                tlp: label.tlp.max(stricter.unwrap_or(label.tlp)),
                ..label
            }
        }
    };
    let label = if doubts.is_empty() {
        label
    } else {
        policy.tightened(&label)
    };
    Reading { label, doubts }
}

/// Whether a marking of ours stands under the id that follows from its label: another label under it is none. Other objects do.
pub(crate) fn sits_under_its_id(object: &Value, name: &dyn Fn(&str) -> Uuid) -> bool {
    let extension = object.get("extensions").and_then(|all| all.get(EXTENSION));
    let label = extension.and_then(|one| one.get("label")?.as_str());
    label.is_none_or(|text| {
        let id = format!("marking-definition--{}", name(&format!("label:{text}")));
        object.get("id").and_then(Value::as_str) == Some(id.as_str())
    })
}

/// The whole label in a marking definition of ours.
fn whole(definition: &Value) -> Option<Label> {
    let text = definition.get("extensions")?.get(EXTENSION)?.get("label")?;
    let label: Label = serde_json::from_str(text.as_str()?).ok()?;
    is_sound(&label).then_some(label)
}
