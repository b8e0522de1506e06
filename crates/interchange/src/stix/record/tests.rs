//! Records there and back.

use std::collections::BTreeSet;

use jiff::civil::date;
use model::label::{Class, Purpose, Relation};
use model::record::{Assertion, Category, Evidence, Grade, Nature, Provenance};
use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::marks::tests::{labels, name, policy};
use crate::stix::taken::ours;
use crate::stix::{check_bundle, check_object, from_stix};

pub(crate) fn recipient() -> Recipient {
    Recipient {
        clearance: Class::TopSecret,
        consents: BTreeSet::from(["XA".to_owned(), "XC".to_owned()]),
        country: "XB".to_owned(),
        purpose: Purpose::Screening,
        relation: Relation::Named,
    }
}

fn from(by: &str) -> Provenance {
    Provenance {
        by: by.to_owned(),
        on: Some(date(2026, 1, 2)),
        grade: Grade::parse("B2"),
        basis: Some(model::record::Basis::Fact),
        derived_from: BTreeSet::from(["A0".to_owned(), "far".to_owned()]),
        sources: vec!["KESTREL-7".to_owned()],
    }
}

pub(crate) fn id(n: u8) -> RecordId {
    RecordId::new("2026-02-01T00:00:00Z".parse().unwrap(), [n; 10])
}

pub(crate) fn issues() -> impl Strategy<Value = Issue> {
    let part = (
        proptest::sample::select(Property::ALL),
        "[a-zА-я\" <]{1,12}",
        proptest::option::weighted(0.9, labels()),
    );
    let parts = proptest::collection::vec(part, 0..6);
    let link = (
        proptest::sample::select(Nature::ALL),
        proptest::bool::ANY,
        "[a-z \"]{0,12}",
        labels(),
    );
    let links = proptest::collection::vec(link, 0..3);
    let rest = (
        proptest::sample::select(Subject::ALL),
        proptest::sample::select(Category::ALL),
        any::<bool>(),
        any::<bool>(),
    );
    (parts, links, rest).prop_map(|(parts, links, (subject, category, replaced, recalled))| {
        let assertions = parts
            .into_iter()
            .enumerate()
            .map(|(at, (says, value, label))| Assertion {
                id: format!("A{at}"),
                says,
                value,
                label,
                from: from("XA"),
            });
        let associations =
            links
                .into_iter()
                .enumerate()
                .map(|(at, (nature, record, grounds, label))| Association {
                    id: format!("L{at}"),
                    nature,
                    with: if record {
                        id(9).to_string()
                    } else {
                        "The Group".to_owned()
                    },
                    role: "driver".to_owned(),
                    grounds,
                    evidence: vec![Evidence {
                        what: "ledger".to_owned(),
                        grade: Grade::parse("C3"),
                    }],
                    label: Some(label),
                    from: from("XA"),
                });
        Issue {
            id: id(1),
            owner: "XA".parse().unwrap(),
            created: "2026-02-01T00:00:00Z".parse().unwrap(),
            modified: "2026-03-01T10:00:00.5Z".parse().unwrap(),
            recalled,
            replaces: replaced.then(|| id(2)),
            record: Record {
                subject,
                category: Some(category),
                review_by: Some(date(2026, 12, 1)),
                expires: None,
                assertions: assertions.collect(),
                associations: associations.collect(),
                best_interests: (category == Category::Child).then(|| "Youth court".to_owned()),
            },
        }
    })
}

/// What must come back: the part that the recipient may have.
pub(crate) fn expected(issue: &Issue) -> Option<Issue> {
    let record = permitted(issue, &recipient(), date(2026, 2, 1), &mut Loss::default()).ok()?;
    Some(issue.saying(record))
}

proptest! {
    #[test]
    fn a_record_comes_back_as_it_left(issue in issues()) {
        let sent = to_stix(&issue, &recipient(), date(2026, 2, 1), &name);
        let Some(expect) = expected(&issue) else {
            prop_assert!(sent.is_err());
            return Ok(());
        };
        let (bundle, loss) = sent.unwrap();
        let text = bundle.to_string();
        prop_assert!(!text.contains("KESTREL") && !text.contains("threat-actor") && !text.contains("\"far\""));
        let wrong: Vec<_> = check_bundle(&bundle).unwrap().into_iter().filter(|one| !one.holds()).collect();
        prop_assert!(wrong.is_empty(), "{wrong:?}");
        let taken = from_stix(&bundle, &policy(), &name, &|_| id(8));
        prop_assert_eq!(taken.len(), 1);
        prop_assert_eq!(&taken[0].issue, &expect);
        prop_assert!(taken[0].doubts.is_empty());
        for (field, label) in issue.record.labels() {
            let gone = issue.recalled || !label.is_some_and(|label| label.permits(&recipient(), date(2026, 2, 1)));
            prop_assert_eq!(loss.dropped.contains_key(&field), gone);
            prop_assert!(gone || loss.carried.contains(&field) || loss.coarsened.contains_key(&field));
        }
    }
}

#[test]
fn a_foreign_person_is_taken_with_the_strictest_label() {
    let bundle = json!({"type": "bundle", "id": "bundle--8c6af861-7b20-41ef-9b59-6344fd872a8f", "objects": [
        {"type": "identity", "spec_version": "2.1", "id": "identity--8c6af861-7b20-41ef-9b59-6344fd872a8f",
         "created": "2016-08-08T15:50:10.983Z", "modified": "2016-08-08T15:50:10.983Z", "name": "Ivo Tarn",
         "identity_class": "individual", "sectors": ["energy"]},
        {"type": "threat-actor", "spec_version": "2.1", "id": "threat-actor--8c6af861-7b20-41ef-9b59-6344fd872a8f",
         "created": "2016-08-08T15:50:10.983Z", "modified": "2016-08-08T15:50:10.983Z", "name": "Nobody"},
    ]});
    let taken = from_stix(&bundle, &policy(), &name, &|_| id(8));
    assert_eq!(taken.len(), 1);
    let one = &taken[0];
    assert_eq!(
        (one.issue.record.subject, one.issue.id),
        (Subject::Person, id(8))
    );
    assert_eq!(
        one.issue.record.assertions[0].label,
        Some(policy().strictest())
    );
    assert_eq!(one.doubts.len(), 1);
    assert!(one.loss.dropped.contains_key("/sectors") && one.loss.carried.contains("/name"));
}

#[test]
fn a_record_under_another_id_or_owner_is_not_taken_for_ours() {
    let mut issue = Issue {
        id: id(1),
        owner: "XA".parse().unwrap(),
        created: "2026-02-01T00:00:00Z".parse().unwrap(),
        modified: "2026-03-01T10:00:00Z".parse().unwrap(),
        recalled: false,
        replaces: None,
        record: loss::empty(Subject::Person),
    };
    let label = Label {
        releasable_to: None,
        ..Label::own(&issue.owner, Class::Official)
    };
    issue
        .record
        .assertions
        .push(loss::foreign(1, Property::Name, "Ivo Tarn", &label));
    let (bundle, _) = to_stix(&issue, &recipient(), date(2026, 2, 1), &name).unwrap();
    let at = bundle["objects"]
        .as_array()
        .unwrap()
        .iter()
        .position(|one| one["name"] == "Ivo Tarn")
        .unwrap();
    let mut moved = bundle["objects"][at].clone();
    assert!(ours(&moved, &name).is_some() && check_object(&moved).is_empty());
    moved["id"] = json!("identity--8c6af861-7b20-41ef-9b59-6344fd872a8f");
    assert!(ours(&moved, &name).is_none());
    let mut stolen = bundle["objects"][at].clone();
    stolen["created_by_ref"] = json!("identity--8c6af861-7b20-41ef-9b59-6344fd872a8f");
    assert!(ours(&stolen, &name).is_none());
    // Without its markings nothing of it is wider than for named persons.
    let mut bare = bundle.clone();
    bare["objects"][at]
        .as_object_mut()
        .unwrap()
        .remove("object_marking_refs");
    let taken = from_stix(&bare, &policy(), &name, &|_| id(8));
    let read = taken[0].issue.record.assertions[0].label.clone().unwrap();
    assert!(!taken[0].doubts.is_empty() && read.orcon && read.tlp == model::label::Tlp::Red);
}
