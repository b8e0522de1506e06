//! The samples of others with the verdict of the schemas, and the cases of abuse.

use std::collections::BTreeMap;

use model::json::{Bounds, read};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Admission, REACH_MAX, Shelf, Why, check_bundle, check_object, reach};
use crate::shared::shared;

const OWNER: &str = "identity--8c6af861-7b20-41ef-9b59-6344fd872a8f";
const OTHER: &str = "identity--8c6af861-7b20-41ef-9b59-6344fd872a80";

#[test]
fn every_verdict_of_the_schemas_is_reproduced() {
    let Some(table) = shared("sharing/stix/validity.tsv") else {
        return;
    };
    let table = std::fs::read_to_string(table).unwrap();
    let mut rows = 0;
    for row in table.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [file, verdict, count, invalid, first] = cells[..] else {
            panic!("{row}");
        };
        rows += 1;
        let bytes = std::fs::read(shared(&format!("sharing/{file}")).unwrap()).unwrap();
        let Ok(bundle) = read(&bytes, &Bounds::default()) else {
            assert_eq!(verdict, "not-json", "{file}");
            continue;
        };
        let said = check_bundle(&bundle).unwrap();
        let wrong: Vec<_> = said.iter().filter(|one| !one.holds()).collect();
        assert_eq!(said.len().to_string(), count, "{file}");
        assert_eq!(wrong.len().to_string(), invalid, "{file}: {wrong:#?}");
        assert_eq!(verdict == "schema-valid", wrong.is_empty(), "{file}");
        if let Some(one) = wrong.first() {
            assert_eq!(first.split(':').next(), Some(one.kind.as_str()), "{file}");
        }
    }
    assert_eq!(rows, 78);
}

#[test]
fn a_fault_is_named_by_path_and_reason() {
    for (change, path, why) in [
        (json!({"name": null}), "/name", Why::Type),
        (json!({"id": "identity--1"}), "/id", Why::Form),
        (
            json!({"id": "tool--8c6af861-7b20-41ef-9b59-6344fd872a8f"}),
            "/id",
            Why::Reference,
        ),
        (
            json!({"created": "2016-08-08T15:50:10Z"}),
            "/created",
            Why::Form,
        ),
        (
            json!({"created": "2016-13-08T15:50:10.000Z"}),
            "/created",
            Why::Form,
        ),
        (
            json!({"spec_version": "3"}),
            "/spec_version",
            Why::Vocabulary,
        ),
        (json!({"confidence": 101}), "/confidence", Why::Range),
        (json!({"labels": []}), "/labels", Why::Empty),
        (json!({"username": "x"}), "/username", Why::Name),
        (json!({"X": "x"}), "/X", Why::Name),
        (
            json!({"extensions": {"mine": {"a": 1}}}),
            "/extensions/mine",
            Why::Name,
        ),
        (
            json!({"external_references": [{"source_name": "cve", "external_id": "1"}]}),
            "/external_references/0/external_id",
            Why::Form,
        ),
        (
            json!({"granular_markings": [{"selectors": ["a b"], "marking_ref": OWNER}]}),
            "/granular_markings/0/selectors/0",
            Why::Form,
        ),
    ] {
        let mut object = identity();
        object
            .as_object_mut()
            .unwrap()
            .extend(change.as_object().unwrap().clone());
        let found = check_object(&object);
        assert!(
            found.iter().any(|one| one.path == path && one.why == why),
            "{change}: {found:?}"
        );
    }
    assert_eq!(check_object(&identity()), []);
    assert_eq!(check_object(&json!(3))[0].why, Why::Type);
}

fn identity() -> Value {
    json!({
        "type": "identity", "spec_version": "2.1", "id": "identity--8c6af861-7b20-41ef-9b59-6344fd872a81",
        "created": "2016-08-08T15:50:10.983Z", "modified": "2016-08-08T15:50:10.983Z", "name": "One",
        "created_by_ref": OWNER,
    })
}

fn version(modified: &str, name: &str) -> Value {
    let mut object = identity();
    object["modified"] = json!(format!("2016-08-{modified}T15:50:10.983Z"));
    object["name"] = json!(name);
    object
}

fn refused(admission: &Admission, path: &str, why: Why) -> bool {
    matches!(admission, Admission::Refused(faults) if faults.iter().any(|one| one.path == path && one.why == why))
}

#[test]
fn one_id_with_two_contents_is_two_versions_or_held() {
    let mut shelf = Shelf::default();
    let id = identity()["id"].as_str().unwrap().to_owned();
    assert_eq!(
        shelf.take(&version("09", "A"), Some(OWNER)),
        Admission::Current
    );
    assert_eq!(
        shelf.take(&version("11", "B"), Some(OWNER)),
        Admission::Current
    );
    assert_eq!(
        shelf.take(&version("10", "C"), Some(OWNER)),
        Admission::Older
    );
    assert_eq!(
        shelf.take(&version("11", "B"), Some(OTHER)),
        Admission::Known
    );
    let held = shelf.take(&version("11", "D"), Some(OWNER));
    assert!(matches!(held, Admission::Held(fault) if fault.path == "/modified"));
    assert_eq!(shelf.versions(&id), 3);
    assert_eq!(shelf.current(&id).unwrap()["name"], "B");
}

#[test]
fn only_its_creator_revokes_or_changes_and_nothing_revives() {
    let mut shelf = Shelf::default();
    let id = identity()["id"].as_str().unwrap().to_owned();
    shelf.take(&identity(), Some(OWNER));
    let mut revoked = version("12", "One");
    revoked["revoked"] = json!(true);
    let mut forged = revoked.clone();
    forged["created_by_ref"] = json!(OTHER);
    assert!(refused(
        &shelf.take(&forged, Some(OTHER)),
        "/created_by_ref",
        Why::Creator
    ));
    assert!(refused(
        &shelf.take(&revoked, Some(OTHER)),
        "/revoked",
        Why::Creator
    ));
    assert!(refused(
        &shelf.take(&revoked, None),
        "/revoked",
        Why::Creator
    ));
    assert!(refused(
        &shelf.take(&version("12", "E"), Some(OTHER)),
        "/modified",
        Why::Creator
    ));
    assert_eq!(shelf.take(&revoked, Some(OWNER)), Admission::Current);
    assert!(refused(
        &shelf.take(&version("13", "E"), Some(OWNER)),
        "/modified",
        Why::Revoked
    ));
    assert_eq!(
        shelf.take(&version("11", "E"), Some(OWNER)),
        Admission::Older
    );
    assert_eq!(shelf.current(&id).unwrap()["revoked"], true);
    let mut unknown = revoked;
    unknown["id"] = json!("identity--8c6af861-7b20-41ef-9b59-6344fd872a82");
    assert!(refused(
        &shelf.take(&unknown, Some(OTHER)),
        "/revoked",
        Why::Creator
    ));
}

#[test]
fn a_marking_never_changes() {
    let mut shelf = Shelf::default();
    let marking = |text: &str| {
        json!({
            "type": "marking-definition", "spec_version": "2.1", "created": "2016-08-08T15:50:10.983Z",
            "id": "marking-definition--8c6af861-7b20-41ef-9b59-6344fd872a81", "created_by_ref": OWNER,
            "definition_type": "statement", "definition": {"statement": text},
        })
    };
    assert_eq!(
        shelf.take(&marking("Not in court"), Some(OWNER)),
        Admission::Current
    );
    assert_eq!(
        shelf.take(&marking("Not in court"), Some(OWNER)),
        Admission::Known
    );
    assert!(matches!(
        shelf.take(&marking("For all"), Some(OWNER)),
        Admission::Alarm(_)
    ));
    let id = "marking-definition--8c6af861-7b20-41ef-9b59-6344fd872a81";
    assert_eq!(
        shelf.current(id).unwrap()["definition"]["statement"],
        "Not in court"
    );
}

#[test]
fn a_selector_that_selects_nothing_refuses_the_object() {
    let mut object = identity();
    object["external_references"] = json!([{"source_name": "a", "description": "b"}]);
    for (selector, good) in [
        ("name", true),
        ("external_references.[0].description", true),
        ("external_references.[1].description", false),
        ("description", false),
        ("name.first", false),
    ] {
        object["granular_markings"] = json!([{
            "selectors": ["id", selector],
            "marking_ref": "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9",
        }]);
        let said = Shelf::default().take(&object, Some(OWNER));
        let path = "/granular_markings/0/selectors/1";
        assert_eq!(said == Admission::Current, good, "{selector}: {said:?}");
        assert_eq!(refused(&said, path, Why::Selector), !good, "{selector}");
    }
}

#[test]
fn a_day_that_no_calendar_has_or_that_lies_before_it_was_made_is_refused() {
    let said = Shelf::default().take(&version("07", "Early"), Some(OWNER));
    assert!(refused(&said, "/modified", Why::Order));
    let mut object = identity();
    object["modified"] = json!("2016-02-31T15:50:10.983Z");
    assert!(refused(
        &Shelf::default().take(&object, Some(OWNER)),
        "/modified",
        Why::Form
    ));
}

#[test]
fn cycles_end_and_depth_is_bounded() {
    let id = |n: usize| format!("identity--8c6af861-7b20-41ef-9b59-{n:012}");
    let chain = |count: usize| {
        let one = |n: usize| json!({"created_by_ref": id((n + 1) % count)});
        (0..count)
            .map(|n| (id(n), one(n)))
            .collect::<BTreeMap<_, _>>()
    };
    let walk = |map: &BTreeMap<String, Value>| {
        let map = map.iter().map(|(id, one)| (id.clone(), one)).collect();
        reach(&map, &id(0))
    };
    let small = walk(&chain(5));
    assert_eq!((small.found.len(), small.cut), (5, false));
    let long = walk(&chain(REACH_MAX + 10));
    assert_eq!((long.found.len(), long.cut), (REACH_MAX, true));
    let mut open = chain(2);
    open.insert(id(1), json!({"object_refs": [id(7), "no id"]}));
    assert_eq!(walk(&open).absent.into_iter().collect::<Vec<_>>(), [id(7)]);
}

proptest! {
    #[test]
    fn no_text_breaks_a_form(text in "\\PC{0,60}") {
        use super::forms;
        for form in [
            forms::id, forms::kind, forms::old_extension, forms::property, forms::key, forms::hex, forms::base64,
            forms::selector, forms::cve, forms::capec, forms::ipv4, forms::ipv6, forms::mac, forms::media, forms::charset,
            forms::cpe, forms::language, forms::relationship, forms::registry,
        ] {
            form(&text);
        }
        forms::time(&text);
        let object = json!({"type": text, "id": text, "created": text, "extensions": {text.clone(): {}}});
        prop_assert!(!check_object(&object).is_empty());
    }
}
