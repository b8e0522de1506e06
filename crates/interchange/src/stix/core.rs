//! What all objects share: type, id, times, markings, references, extensions (section 3); and which table is whose.

use serde_json::{Map, Value};

use super::shape::{
    Need, Parts, Shape, TEXTS, TIME, Told, Why, at, check as shaped, filled, parts,
};
use super::{forms, objects, observables};

/// What the version is called.
const VERSIONS: Shape = Shape::OneOf(&["2.0", "2.1"]);
/// Names that STIX 2.0 had and nobody may use.
const GONE: &[&str] = &["severity", "action", "username", "phone_numbers"];
/// What an extension does.
pub(super) const EXTENSION_TYPES: &[&str] = &[
    "new-sdo",
    "new-sco",
    "new-sro",
    "property-extension",
    "toplevel-property-extension",
];

/// Every object but a marking and an observable.
const DOMAIN: Parts = Parts::of(
    &["type", "spec_version", "id", "created", "modified"],
    &[
        ("type", Shape::Form(("type", forms::kind))),
        ("spec_version", VERSIONS),
        ("id", Shape::Id),
        ("created_by_ref", Shape::Id),
        ("labels", TEXTS),
        ("created", Shape::Time(3)),
        ("modified", Shape::Time(3)),
        ("revoked", Shape::Flag),
        ("confidence", Shape::Whole(0, 100)),
        ("lang", Shape::Text),
        ("external_references", REFERENCES),
        ("object_marking_refs", Shape::List(&Shape::Id, 1)),
        ("granular_markings", GRANULAR),
        ("extensions", Shape::Law(extensions)),
    ],
);

/// An observable (SCO).
const OBSERVABLE: Parts = Parts::of(
    &["type", "id"],
    &[
        ("type", Shape::Form(("type", forms::kind))),
        ("spec_version", VERSIONS),
        ("id", Shape::Id),
        ("object_marking_refs", Shape::List(&Shape::Id, 1)),
        ("granular_markings", GRANULAR),
        ("defanged", Shape::Flag),
        ("extensions", Shape::Law(extensions)),
    ],
);

const REFERENCES: Shape = Shape::List(&Shape::Law(reference), 1);
const GRANULAR: Shape = Shape::List(&Shape::Parts(&GRANULAR_MARKING), 1);
const GRANULAR_MARKING: Parts = Parts::of(
    &["selectors", "marking_ref"],
    &[
        (
            "selectors",
            Shape::List(&Shape::Form(("selector", forms::selector)), 1),
        ),
        ("lang", Shape::Text),
        ("marking_ref", Shape::IdOf(&["marking-definition"])),
    ],
);

const MARKING: Parts = Parts::of(
    &["type", "spec_version", "id", "created"],
    &[
        ("spec_version", VERSIONS),
        ("id", Shape::IdOf(&["marking-definition"])),
        ("name", Shape::Text),
        ("created_by_ref", Shape::Id),
        ("created", TIME),
        ("external_references", REFERENCES),
        (
            "object_marking_refs",
            Shape::List(&Shape::IdOf(&["marking-definition"]), 1),
        ),
        ("granular_markings", GRANULAR),
        ("extensions", Shape::Law(new_extensions)),
    ],
);

/// The predefined marking of the Traffic Light Protocol 1 (section 7.2.1.4).
const TLP: Parts = Parts {
    must: &[
        "type",
        "spec_version",
        "id",
        "created",
        "name",
        "definition",
        "definition_type",
    ],
    fields: &[
        ("type", Shape::Text),
        ("spec_version", Shape::OneOf(&["2.1"])),
        ("id", Shape::Text),
        ("created", Shape::OneOf(&["2017-01-20T00:00:00.000Z"])),
        ("name", Shape::Text),
        (
            "definition",
            Shape::Parts(&Parts::of(&[], &[("tlp", Shape::Text)])),
        ),
        ("definition_type", Shape::Text),
    ],
    needs: &[],
    closed: true,
};

/// The predefined markings of the Traffic Light Protocol 1: colour, id.
pub(super) const TLP_1: &[(&str, &str)] = &[
    (
        "white",
        "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9",
    ),
    (
        "green",
        "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da",
    ),
    (
        "amber",
        "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82",
    ),
    (
        "red",
        "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed",
    ),
];

/// Holds an object against the form of its type.
pub(super) fn check(map: &Map<String, Value>, told: &mut Told) {
    let kind = map.get("type").and_then(Value::as_str).unwrap_or_default();
    if kind == "marking-definition" {
        return marking(map, told);
    }
    if let Some(table) = objects::table(kind) {
        common(map, &DOMAIN, told);
        own_id(map, kind, told);
        return parts(map, table, "", told);
    }
    if let Some(table) = observables::table(kind) {
        return observable(map, kind, table, told);
    }
    // Of a type that no table names: what has a version of its own is no observable.
    let versioned = map.contains_key("created") || map.contains_key("modified");
    common(map, if versioned { &DOMAIN } else { &OBSERVABLE }, told);
}

fn observable(map: &Map<String, Value>, kind: &str, table: &Parts, told: &mut Told) {
    common(map, &OBSERVABLE, told);
    own_id(map, kind, told);
    parts(map, table, "", told);
}

/// An observable inside observed data (deprecated form).
pub(super) fn inner(value: &Value, path: &str, told: &mut Told) {
    let mut found = Told::default();
    match value.as_object() {
        None => found.add("", Why::Type, "object"),
        Some(map) => {
            let kind = map.get("type").and_then(Value::as_str).unwrap_or_default();
            match observables::table(kind) {
                Some(table) => observable(map, kind, table, &mut found),
                None if observables::looks_like_one(kind) => {
                    found.add("/type", Why::Vocabulary, "type")
                }
                None => common(map, &OBSERVABLE, &mut found),
            }
        }
    }
    for fault in found.faults {
        told.add(&format!("{path}{}", fault.path), fault.why, &fault.what);
    }
}

fn own_id(map: &Map<String, Value>, kind: &str, told: &mut Told) {
    let id = map.get("id").and_then(Value::as_str);
    if id.is_some_and(|id| forms::id(id) && !forms::begins(id, kind)) {
        told.add("/id", Why::Reference, kind);
    }
}

fn common(map: &Map<String, Value>, table: &Parts, told: &mut Told) {
    parts(map, table, "", told);
    properties(map, "", told);
    for name in GONE {
        if map.contains_key(*name) {
            told.add(&format!("/{name}"), Why::Name, name);
        }
    }
}

/// The names of properties, none of them empty, `_bin` and `_hex` of their forms (section 3.1).
fn properties(map: &Map<String, Value>, path: &str, told: &mut Told) {
    for (name, value) in map {
        let here = at(path, name);
        if forms::ends(name, "_bin") {
            shaped(value, &Shape::Form(("base64", forms::base64)), &here, told);
        } else if forms::ends(name, "_hex") {
            shaped(value, &Shape::Form(("hex", forms::hex)), &here, told);
        }
        if forms::property(name) {
            filled(value, &here, told);
        } else if !forms::ends(name, "_bin") && !forms::ends(name, "_hex") {
            told.add(&here, Why::Name, name);
        }
    }
}

fn extensions(value: &Value, path: &str, told: &mut Told) {
    each_extension(value, path, true, told);
}

fn new_extensions(value: &Value, path: &str, told: &mut Told) {
    each_extension(value, path, false, told);
}

/// Extensions by name: of a definition, which says its type, or (`old`) predefined ones.
fn each_extension(value: &Value, path: &str, old: bool, told: &mut Told) {
    let Some(map) = value.as_object().filter(|map| !map.is_empty()) else {
        return told.add(path, Why::Type, "object");
    };
    for (name, value) in map {
        let here = at(path, name);
        let new = forms::id_of(name, "extension-definition");
        let known = new || (old && forms::old_extension(name));
        if !known {
            told.add(&here, Why::Name, "extension");
            continue;
        }
        let Some(inner) = value.as_object().filter(|inner| !inner.is_empty()) else {
            told.add(&here, Why::Type, "object");
            continue;
        };
        properties(inner, &here, told);
        if new {
            let table = Parts::of(
                &["extension_type"],
                &[("extension_type", Shape::OneOf(EXTENSION_TYPES))],
            );
            parts(inner, &table, &here, told);
        }
    }
}

/// A reference to what stands elsewhere (section 2.5): a vulnerability or attack pattern by its number, anything else by number,
/// description or address.
fn reference(value: &Value, path: &str, told: &mut Told) {
    const TABLE: Parts = Parts::with(
        &["source_name"],
        &[
            ("source_name external_id description url", Shape::Text),
            ("hashes", Shape::Hashes),
        ],
        &[Need::Any("external_id description url")],
    );
    const ALGORITHMS: &[&str] = &[
        "SHA-1", "SHA-256", "SHA-512", "SHA3-256", "SHA3-512", "SSDEEP",
    ];
    shaped(value, &Shape::Parts(&TABLE), path, told);
    let text = |name: &str| value.get(name).and_then(Value::as_str);
    let number = text("external_id").unwrap_or_default();
    let good = match text("source_name") {
        Some("cve") => forms::cve(number),
        Some("capec") => forms::capec(number),
        _ => !forms::cve(number) && !forms::capec(number),
    };
    if !good {
        told.add(
            &format!("{path}/external_id"),
            Why::Form,
            "number of its source",
        );
    }
    let names = value.get("hashes").and_then(Value::as_object);
    for name in names.into_iter().flat_map(Map::keys) {
        let known = name.starts_with("MD5")
            || name.ends_with("TLSH")
            || ALGORITHMS.iter().any(|known| name.contains(known));
        if !known {
            told.add(
                &at(&format!("{path}/hashes"), name),
                Why::Vocabulary,
                "algorithm",
            );
        }
    }
}

fn marking(map: &Map<String, Value>, told: &mut Told) {
    let text = |name: &str| map.get(name).and_then(Value::as_str).unwrap_or_default();
    let kind = text("definition_type");
    parts(map, &MARKING, "", told);
    if kind == "tlp" {
        parts(map, &TLP, "", told);
        let colour = map.get("definition").and_then(|inner| inner.get("tlp"));
        let said = |(name, id): &&(&str, &str)| {
            *id == text("id")
                && text("name") == format!("TLP:{}", name.to_uppercase())
                && colour.is_none_or(|colour| colour == *name)
        };
        if !TLP_1.iter().any(|one| said(&one)) {
            told.add("/definition", Why::Vocabulary, "TLP as predefined");
        }
        return;
    }
    if map
        .get("definition_type")
        .is_some_and(|kind| !kind.is_string())
    {
        told.add("/definition_type", Why::Type, "text");
    }
    match map.get("definition") {
        Some(Value::Object(inner)) if kind == "statement" => {
            parts(
                inner,
                &Parts::of(&["statement"], &[("statement", Shape::Text)]),
                "/definition",
                told,
            );
        }
        Some(Value::Object(_)) => {}
        Some(_) => told.add("/definition", Why::Type, "object"),
        None if kind == "statement" => told.add("/definition", Why::Missing, "definition"),
        None => {}
    }
    if (kind.starts_with("statement") && kind != "statement") || kind.ends_with("tlp") {
        told.add("/definition_type", Why::Vocabulary, "statement");
    }
    if !map.contains_key("extensions") {
        parts(
            map,
            &Parts::of(&["definition", "definition_type"], &[]),
            "",
            told,
        );
    }
}
