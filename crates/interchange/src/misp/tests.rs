//! Events there and back, and events of others.

use jiff::civil::date;
use model::json::{Bounds, read};
use model::label::Tlp;
use proptest::prelude::*;

use super::*;
use crate::marks::says_more;
use crate::marks::tests::{name, policy};
use crate::shared::shared;
use crate::stix::record_tests::{expected, id, issues, recipient};

proptest! {
    #[test]
    fn a_record_comes_back_as_it_left_but_for_what_cannot_be_said(issue in issues()) {
        let sent = to_misp(&issue, &recipient(), date(2026, 2, 1), &name);
        let Some(mut expect) = expected(&issue) else {
            prop_assert!(sent.is_err());
            return Ok(());
        };
        expect.record.assertions.retain(|one| one.label.as_ref().is_some_and(|label| misp_marks(label).is_ok()));
        expect.record.associations.retain(|one| one.label.as_ref().is_some_and(|label| misp_marks(label).is_ok()));
        let Ok((event, loss)) = sent else {
            prop_assert!(expect.record.labels().next().is_none());
            return Ok(());
        };
        prop_assert!(!event.to_string().contains("KESTREL"));
        let taken = from_misp(&event, &policy(), &name, &|_| id(8));
        prop_assert_eq!(taken.len(), 1);
        prop_assert_eq!(&taken[0].issue, &expect);
        prop_assert!(taken[0].doubts.is_empty(), "{:?}", taken[0].doubts);
        for (field, _) in issue.record.labels() {
            let told = [loss.carried.contains(&field), loss.coarsened.contains_key(&field), loss.dropped.contains_key(&field)];
            prop_assert_eq!(told.iter().filter(|told| **told).count(), 1, "{}", field);
        }
        // Without the tags of its label nothing is wider than its traffic light, which is RED where the label says more.
        let mut bare = event.clone();
        without_labels(&mut bare);
        let left: Vec<_> = from_misp(&bare, &policy(), &name, &|_| id(8));
        let (left, whole) = (&left[0].issue.record, &expect.record);
        for ((_, label), (_, was)) in left.labels().zip(whole.labels()) {
            let (label, was) = (label.unwrap(), was.unwrap());
            prop_assert!(label.tlp >= was.tlp);
            prop_assert!(!says_more(was) || (label.tlp == Tlp::Red && label.orcon));
        }
    }
}

fn without_labels(value: &mut Value) {
    match value {
        Value::Array(list) => {
            list.retain(|one| {
                !one["name"]
                    .as_str()
                    .is_some_and(|name| name.starts_with("comity:label"))
            });
            list.iter_mut().for_each(without_labels);
        }
        Value::Object(map) => map.values_mut().for_each(without_labels),
        _ => {}
    }
}

fn event(distribution: &str, group: &Value, tags: &[&str]) -> Value {
    let tags: Vec<Value> = tags.iter().map(|name| json!({"name": name})).collect();
    json!({"Event": {
        "uuid": "385283a1-b5e0-4e10-a532-dce11c365a56", "timestamp": "1661956788", "distribution": distribution,
        "SharingGroup": group, "Tag": tags, "Orgc": {"name": "HOST"},
        "Attribute": [{"type": "ip-src", "value": "2.2.2.2"}],
        "Object": [{"uuid": "385283a1-b5e0-4e10-a532-dce11c365a57", "name": "person", "distribution": "5", "Attribute": [
            {"object_relation": "full-name", "type": "full-name", "value": "Ivo Tarn", "distribution": "5"},
            {"object_relation": "mothers-name", "type": "text", "value": "Ana Tarn"},
            {"object_relation": "alias", "type": "text", "value": "Ivo", "deleted": true},
        ]}],
    }})
}

#[test]
fn an_event_of_others_is_read_strictly() {
    // Distribution, members of the sharing group (`-` is no group); tags; then traffic light and readers (`*` is no limit).
    for row in [
        "4; ; tlp:green; GREEN; ",
        "4; -; tlp:green; GREEN; ",
        "4; XB XD; tlp:green; GREEN; XB XD",
        "0; -; tlp:clear; CLEAR; XA",
        "3; -; tlp:green tlp:amber; AMBER; XB",
        "3; -; tlp:white; CLEAR; *",
        "5; -; tlp:white; RED; ",
        "9; -; tlp:white; RED; ",
        "3; -; ; RED; XB",
    ] {
        let cells: Vec<&str> = row.split(';').map(str::trim).collect();
        let org = |name: &str| json!({"Organisation": {"name": name}});
        let orgs: Vec<Value> = cells[1].split_whitespace().map(org).collect();
        let group = if cells[1] == "-" {
            Value::Null
        } else {
            json!({"SharingGroupOrg": orgs})
        };
        let tags: Vec<&str> = cells[2].split_whitespace().collect();
        let taken = from_misp(&event(cells[0], &group, &tags), &policy(), &name, &|_| {
            id(8)
        });
        let one = &taken[0];
        let label = one.issue.record.assertions[0].label.clone().unwrap();
        let readers =
            (cells[4] != "*").then(|| cells[4].split_whitespace().map(str::to_owned).collect());
        assert_eq!(
            (label.tlp.code(), &label.releasable_to),
            (cells[3], &readers),
            "{row}"
        );
        assert_eq!(
            one.doubts.is_empty(),
            cells[3] != "RED",
            "{row} {:?}",
            one.doubts
        );
        assert_eq!(one.issue.record.assertions.len(), 1);
        let gone: Vec<&str> = one.loss.dropped.keys().map(String::as_str).collect();
        assert_eq!(
            gone,
            [
                "/Attribute/ip-src",
                "/Object/0/alias",
                "/Object/0/mothers-name"
            ]
        );
    }
}

#[test]
fn the_events_of_the_shop_are_read_without_widening() {
    let Some(folder) = shared("sharing/misp/guard/fixtures") else {
        return;
    };
    for file in std::fs::read_dir(folder).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        let Ok(value) = read(&bytes, &Bounds::default()) else {
            continue;
        };
        for taken in from_misp(&value, &policy(), &name, &|_| id(8)) {
            for (_, label) in taken.issue.record.labels() {
                assert!(label.is_some_and(|label| label.tlp > Tlp::Clear));
            }
        }
    }
}

#[test]
fn every_word_is_one_of_its_template() {
    for subject in Subject::ALL {
        let (template, words) = words(*subject);
        let Some(file) = shared(&format!("sharing/misp/object-templates/{template}.json")) else {
            return;
        };
        let known: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
        for (_, relation, kind) in words {
            assert_eq!(
                known["attributes"][relation]["misp-attribute"], *kind,
                "{template} {relation}"
            );
        }
    }
}

#[test]
fn an_association_bears_the_join_of_the_labels_of_all_its_attributes() {
    let issue = crate::abuse::issue();
    let (sent, _) = to_misp(&issue, &recipient(), date(2026, 2, 1), &name).unwrap();
    let mut strict = crate::abuse::open();
    strict.caveats.insert("NO-COURT".to_owned());
    strict.tlp = Tlp::Amber;
    let marks = misp_marks(&strict).unwrap();
    let tags: Vec<Value> = marks.tags.iter().map(|tag| json!({"name": tag})).collect();
    for relation in ["with", "role", "grounds", "evidence"] {
        for backwards in [false, true] {
            let mut event = sent.clone();
            let objects = event["Event"]["Object"].as_array_mut().unwrap();
            let object = objects.iter_mut().find(|one| one["name"] == ASSOCIATION);
            let attributes = object.unwrap()["Attribute"].as_array_mut().unwrap();
            if backwards {
                attributes.reverse();
            }
            let part = attributes
                .iter_mut()
                .find(|one| one["object_relation"] == relation);
            let part = part.unwrap();
            part["Tag"] = json!(tags);
            part["distribution"] = json!("0");
            let read = from_misp(&event, &policy(), &name, &|_| id(8)).remove(0);
            let one = &read.issue.record.associations[0];
            let label = one.label.as_ref().unwrap();
            assert!(
                label.caveats.contains("NO-COURT") && label.tlp >= Tlp::Amber,
                "{relation}"
            );
            assert_eq!(
                (one.with.as_str(), one.role.as_str()),
                ("The Group", "driver")
            );
            assert!(
                !read.doubts.is_empty(),
                "the event says less than its parts"
            );
        }
    }
}
