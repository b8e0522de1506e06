//! The samples of others with the verdict of the schemas, and the cases of abuse.

use model::json::{Bounds, read};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Admission, Sender, Shelf, Why, check_object, objects};
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
        let said = objects(&bundle).unwrap();
        let wrong = said.iter().filter(|one| !check_object(one).is_empty());
        let wrong: Vec<_> = wrong.collect();
        assert_eq!(said.len().to_string(), count, "{file}");
        assert_eq!(wrong.len().to_string(), invalid, "{file}: {wrong:#?}");
        assert_eq!(verdict == "schema-valid", wrong.is_empty(), "{file}");
        if let Some(one) = wrong.first() {
            assert_eq!(first.split(':').next(), one["type"].as_str(), "{file}");
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

/// A shelf borrows what it holds.
fn kept(object: &Value) -> &'static Value {
    Box::leak(Box::new(object.clone()))
}

fn refused(admission: &Admission, path: &str, why: Why) -> bool {
    matches!(admission, Admission::Refused(faults) if faults.iter().any(|one| one.path == path && one.why == why))
}

#[test]
fn one_id_with_two_contents_is_two_versions_or_held() {
    let mut shelf = Shelf::default();
    let id = identity()["id"].as_str().unwrap().to_owned();
    assert_eq!(
        shelf.take(kept(&version("09", "A")), Sender::Key(OWNER)),
        Admission::Current
    );
    assert_eq!(
        shelf.take(kept(&version("11", "B")), Sender::Key(OWNER)),
        Admission::Current
    );
    assert_eq!(
        shelf.take(kept(&version("10", "C")), Sender::Key(OWNER)),
        Admission::Older
    );
    assert_eq!(
        shelf.take(kept(&version("11", "B")), Sender::Key(OTHER)),
        Admission::Known
    );
    let held = shelf.take(kept(&version("11", "D")), Sender::Key(OWNER));
    assert!(matches!(held, Admission::Held(fault) if fault.path == "/modified"));
    assert_eq!(shelf.versions(&id), 3);
    assert_eq!(shelf.current(&id).unwrap()["name"], "B");
}

#[test]
fn only_its_creator_revokes_or_changes_and_nothing_revives() {
    let mut shelf = Shelf::default();
    let id = identity()["id"].as_str().unwrap().to_owned();
    shelf.take(kept(&identity()), Sender::Key(OWNER));
    let mut revoked = version("12", "One");
    revoked["revoked"] = json!(true);
    let mut forged = revoked.clone();
    forged["created_by_ref"] = json!(OTHER);
    assert!(refused(
        &shelf.take(kept(&forged), Sender::Key(OTHER)),
        "/created_by_ref",
        Why::Creator
    ));
    assert!(refused(
        &shelf.take(kept(&revoked), Sender::Key(OTHER)),
        "/revoked",
        Why::Creator
    ));
    assert!(refused(
        &shelf.take(kept(&version("12", "E")), Sender::Key(OTHER)),
        "/modified",
        Why::Creator
    ));
    assert!(refused(
        &shelf.take(kept(&version("08", "E")), Sender::Key(OTHER)),
        "/modified",
        Why::Creator
    ));
    assert_eq!(
        shelf.take(kept(&revoked), Sender::Key(OWNER)),
        Admission::Current
    );
    assert!(refused(
        &shelf.take(kept(&version("13", "E")), Sender::Key(OWNER)),
        "/modified",
        Why::Revoked
    ));
    assert_eq!(
        shelf.take(kept(&version("11", "E")), Sender::Key(OWNER)),
        Admission::Older
    );
    assert_eq!(shelf.current(&id).unwrap()["revoked"], true);
    let mut unknown = revoked;
    unknown["id"] = json!("identity--8c6af861-7b20-41ef-9b59-6344fd872a82");
    assert!(refused(
        &shelf.take(kept(&unknown), Sender::Key(OTHER)),
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
        shelf.take(kept(&marking("Not in court")), Sender::Key(OWNER)),
        Admission::Current
    );
    assert_eq!(
        shelf.take(kept(&marking("Not in court")), Sender::Key(OWNER)),
        Admission::Known
    );
    assert!(matches!(
        shelf.take(kept(&marking("For all")), Sender::Key(OWNER)),
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
        let said = Shelf::default().take(kept(&object), Sender::Key(OWNER));
        let path = "/granular_markings/0/selectors/1";
        assert_eq!(said == Admission::Current, good, "{selector}: {said:?}");
        assert_eq!(refused(&said, path, Why::Selector), !good, "{selector}");
    }
}

#[test]
fn a_day_that_no_calendar_has_or_that_lies_before_it_was_made_is_refused() {
    let said = Shelf::default().take(kept(&version("07", "Early")), Sender::Key(OWNER));
    assert!(refused(&said, "/modified", Why::Order));
    let mut object = identity();
    object["modified"] = json!("2016-02-31T15:50:10.983Z");
    assert!(refused(
        &Shelf::default().take(kept(&object), Sender::Key(OWNER)),
        "/modified",
        Why::Form
    ));
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
