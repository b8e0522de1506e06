//! Bad input and abuse at the entries that the import of the product calls: `stix::check_bundle` and `stix::from_stix`,
//! `misp::from_misp`, `ftm::from_ftm`, all behind the strict reader of JSON.

use std::collections::BTreeSet;

use jiff::civil::date;
use model::json::{Bounds, read};
use model::label::{Class, Label, Tlp};
use model::record::{Association, Evidence, Nature, Property, Provenance, Subject};
use serde_json::{Value, json};

use crate::loss::{self, Issue, Taken};
use crate::marks::tests::{name, policy};
use crate::marks::{Doubt, Policy, stix_marks};
use crate::misp::{from_misp, to_misp};
use crate::stix::record_tests::{id, recipient};
use crate::stix::{Why, check_bundle, from_stix, to_stix};

const MAKER: &str = "identity--8c6af861-7b20-41ef-9b59-6344fd872a8f";
const OTHER: &str = "identity--8c6af861-7b20-41ef-9b59-6344fd872a80";
const GREEN: &str = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb";
const CLEAR: &str = "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487";

fn bundle(objects: &[Value]) -> Value {
    json!({"type": "bundle", "id": "bundle--8c6af861-7b20-41ef-9b59-6344fd872a8f", "objects": objects})
}

fn person(modified: u32, name: &str) -> Value {
    json!({
        "type": "identity", "spec_version": "2.1", "id": "identity--8c6af861-7b20-41ef-9b59-6344fd872a81",
        "created": "2016-08-08T15:50:10.983Z", "modified": format!("2016-08-{modified:02}T15:50:10.983Z"),
        "name": name, "identity_class": "individual", "created_by_ref": MAKER, "object_marking_refs": [GREEN],
    })
}

fn taken(bundle: &Value) -> Vec<Taken> {
    from_stix(bundle, &policy(), &name, &|text| id(text.len() as u8))
}

/// The faults of a bundle as `place: why`.
fn faults(bundle: &Value) -> Vec<(usize, String, Why)> {
    let verdicts = check_bundle(bundle).unwrap().into_iter();
    let each = verdicts.flat_map(|one| {
        let at = one.at;
        one.faults
            .into_iter()
            .map(move |fault| (at, fault.path, fault.why))
    });
    each.collect()
}

fn names(taken: &[Taken]) -> Vec<&str> {
    let each = taken
        .iter()
        .filter_map(|one| one.issue.record.said(Property::Name).next());
    each.map(|one| one.value.as_str()).collect()
}

/// No wider than for this State and named persons.
fn is_held(label: Option<&Label>) -> bool {
    label.is_some_and(|label| {
        let readers = label.releasable_to.clone().unwrap_or_default();
        label.tlp == Tlp::Red
            && label.orcon
            && readers.is_subset(&BTreeSet::from(["XB".to_owned()]))
    })
}

fn all_held(taken: &Taken) -> bool {
    !taken.doubts.is_empty() && taken.issue.record.labels().all(|(_, label)| is_held(label))
}

/// A record of XA for XB: two parts for all, an association.
pub(crate) fn issue() -> Issue {
    let mut issue = Issue {
        id: id(1),
        owner: "XA".parse().unwrap(),
        created: "2026-02-01T00:00:00Z".parse().unwrap(),
        modified: "2026-03-01T10:00:00Z".parse().unwrap(),
        recalled: false,
        replaces: None,
        record: loss::empty(Subject::Person),
    };
    let label = open();
    for (at, says) in [Property::Name, Property::Alias].into_iter().enumerate() {
        let one = loss::foreign(at + 1, says, "Ivo Tarn", &label);
        issue.record.assertions.push(one);
    }
    issue.record.associations.push(Association {
        id: "L1".to_owned(),
        nature: Nature::Member,
        with: "The Group".to_owned(),
        role: "driver".to_owned(),
        grounds: "seen".to_owned(),
        evidence: vec![Evidence {
            what: "ledger".to_owned(),
            grade: None,
        }],
        label: Some(label),
        from: Provenance {
            by: "XA".to_owned(),
            ..Provenance::default()
        },
    });
    issue
}

pub(crate) fn open() -> Label {
    Label {
        releasable_to: None,
        tlp: Tlp::Green,
        ..Label::own(&"XA".parse().unwrap(), Class::Public)
    }
}

fn sent() -> Value {
    to_stix(&issue(), &recipient(), date(2026, 2, 1), &name)
        .unwrap()
        .0
}

/// The object of the record itself.
fn main_of(bundle: &mut Value) -> &mut Value {
    let objects = bundle["objects"].as_array_mut().unwrap();
    let found = objects
        .iter_mut()
        .find(|one| one["identity_class"] == "individual");
    found.unwrap()
}

#[test]
fn marks_that_were_changed_around_our_extension_are_joined_with_it() {
    assert!(taken(&sent())[0].doubts.is_empty());
    let strict = Label {
        class: Class::Restricted,
        caveats: BTreeSet::from(["NO-COURT".to_owned()]),
        tlp: Tlp::Amber,
        ..open()
    };
    let marks = stix_marks(&strict, &name);
    let refs: Vec<&str> = marks.iter().map(|m| m["id"].as_str().unwrap()).collect();
    let mut other = sent();
    main_of(&mut other)["object_marking_refs"] = json!(refs);
    other["objects"]
        .as_array_mut()
        .unwrap()
        .extend(marks.clone());
    let mut light = sent();
    main_of(&mut light)["object_marking_refs"] =
        json!(["marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1"]);
    let mut part = sent();
    main_of(&mut part)["granular_markings"] =
        json!([{"selectors": ["name"], "marking_ref": refs[1]}]);
    part["objects"]
        .as_array_mut()
        .unwrap()
        .extend(marks.clone());
    for (bundle, caveat) in [(other, true), (light, false), (part, true)] {
        let read = taken(&bundle);
        assert_eq!(read.len(), 1);
        assert!(all_held(&read[0]), "{:?}", read[0]);
        let conflict = ("/".to_owned(), Doubt::Conflict, "label".to_owned());
        assert!(read[0].doubts.contains(&conflict));
        for (_, label) in read[0].issue.record.labels() {
            assert_eq!(label.unwrap().caveats.contains("NO-COURT"), caveat);
        }
    }
    // And the other way round: the extension says less than the marks.
    let mut inner = sent();
    let main = main_of(&mut inner);
    let text = &mut main["extensions"][crate::marks::EXTENSION]["record"];
    *text = json!(text.as_str().unwrap().replace("GREEN", "CLEAR"));
    assert!(all_held(&taken(&inner)[0]));
}

#[test]
fn an_owner_or_originator_who_is_not_the_sender_is_not_believed() {
    let other = Policy {
        sender: "XC".to_owned(),
        ..policy()
    };
    let (event, _) = to_misp(&issue(), &recipient(), date(2026, 2, 1), &name).unwrap();
    let stix = from_stix(&sent(), &other, &name, &|_| id(8));
    let misp = from_misp(&event, &other, &name, &|_| id(8));
    assert!(
        from_misp(&event, &policy(), &name, &|_| id(8))[0]
            .doubts
            .is_empty()
    );
    for read in [stix, misp] {
        assert!(all_held(&read[0]), "{:?}", read[0]);
        let claim = ("/owner".to_owned(), Doubt::Conflict, "XA".to_owned());
        assert!(read[0].doubts.contains(&claim), "{:?}", read[0].doubts);
        for (_, label) in read[0].issue.record.labels() {
            // Nobody but both together widens it.
            assert_eq!(label.unwrap().originator, "XA+XC");
        }
    }
    // A whole label in the name of another, on an object of somebody without our extension.
    let marks = stix_marks(&open(), &name);
    let refs: Vec<&str> = marks.iter().map(|m| m["id"].as_str().unwrap()).collect();
    let mut one = person(9, "Ivo Tarn");
    one["object_marking_refs"] = json!(refs);
    let [light, whole] = marks.clone();
    let read = from_stix(&bundle(&[light, whole, one]), &other, &name, &|_| id(8));
    assert!(all_held(&read[0]), "{:?}", read[0]);
}

#[test]
fn one_id_with_two_contents_is_two_versions_or_held() {
    let two = bundle(&[person(9, "A"), person(10, "B"), person(9, "A")]);
    assert_eq!(names(&taken(&two)), ["A", "B"]);
    assert!(taken(&two).iter().all(|one| one.doubts.is_empty()) && faults(&two).is_empty());
    let same = bundle(&[person(9, "A"), person(9, "B")]);
    assert_eq!(faults(&same), [(1, "/modified".to_owned(), Why::Changed)]);
    let read = taken(&same);
    assert_eq!(names(&read), ["A", "B"]);
    assert!(read.iter().all(all_held), "{read:?}");
}

#[test]
fn a_selector_of_nothing_refuses_its_object_and_names_the_path() {
    let mut one = person(9, "A");
    one["granular_markings"] = json!([{"selectors": ["name", "phone.[3]"], "marking_ref": CLEAR}]);
    let bad = bundle(&[one]);
    let path = "/granular_markings/0/selectors/1".to_owned();
    assert_eq!(faults(&bad), [(0, path, Why::Selector)]);
    assert!(taken(&bad).is_empty());
}

#[test]
fn a_marking_that_changes_under_its_id_is_refused_the_first_holds_and_somebody_is_told() {
    let marks = |tlp| {
        let [_, whole] = stix_marks(&Label { tlp, ..open() }, &name);
        whole
    };
    let (strict, mut wide) = (marks(Tlp::Red), marks(Tlp::Clear));
    wide["id"] = strict["id"].clone();
    let mut one = person(9, "A");
    one["object_marking_refs"] = json!([strict["id"]]);
    let changed = bundle(&[strict.clone(), wide.clone(), one.clone()]);
    assert_eq!(
        faults(&changed),
        [(1, "/definition".to_owned(), Why::Changed)]
    );
    let read = taken(&changed);
    assert!(all_held(&read[0]), "{read:?}");
    let mark = strict["id"].as_str().unwrap().to_owned();
    let told = ("/".to_owned(), Doubt::Conflict, mark);
    assert!(read[0].doubts.contains(&told), "{:?}", read[0].doubts);
    // Also where the first one is not in the bundle: our markings are named by what they say.
    assert!(all_held(&taken(&bundle(&[wide, one]))[0]));
}

#[test]
fn nobody_but_its_creator_revokes() {
    let mut revoked = person(10, "A");
    revoked["revoked"] = json!(true);
    revoked["created_by_ref"] = json!(OTHER);
    let forged = bundle(&[person(9, "A"), revoked.clone()]);
    assert_eq!(
        faults(&forged),
        [(1, "/created_by_ref".to_owned(), Why::Creator)]
    );
    let read = taken(&forged);
    assert!(read.len() == 1 && !read[0].issue.recalled, "{read:?}");
    revoked["created_by_ref"] = json!(MAKER);
    let read = taken(&bundle(&[person(9, "A"), revoked]));
    assert!(read.len() == 2 && read[1].issue.recalled);
    // A record of XA, taken back by XC: nothing of XA is, and the reason is told.
    let gone = Issue {
        recalled: true,
        ..issue()
    };
    let (stix, _) = to_stix(&gone, &recipient(), date(2026, 2, 1), &name).unwrap();
    let (misp, _) = to_misp(&gone, &recipient(), date(2026, 2, 1), &name).unwrap();
    let (ftm, _) = crate::ftm::to_ftm(
        &gone,
        &recipient(),
        date(2026, 2, 1),
        crate::ftm::Reader::KeepsLabels,
        &name,
    )
    .unwrap();
    let ftm: String = ftm.iter().map(|line| format!("{line}\n")).collect();
    let read_by = |sender: &str| {
        let policy = Policy {
            sender: sender.to_owned(),
            ..policy()
        };
        let mint = |_: &str| id(8);
        [
            from_stix(&stix, &policy, &name, &mint),
            from_misp(&misp, &policy, &name, &mint),
            crate::ftm::from_ftm(&ftm, &policy, &mint).unwrap(),
        ]
    };
    for read in read_by("XA") {
        assert!(read[0].issue.recalled && read[0].issue.id == id(1));
    }
    for read in read_by("XC") {
        assert!(read.len() == 1 && read[0].issue.id == id(8), "{read:?}");
        assert_eq!(read[0].loss.dropped.len(), 1);
    }
}

#[test]
fn references_in_circles_and_without_end_are_not_followed() {
    let own = |n: usize| format!("identity--8c6af861-7b20-41ef-9b59-{n:012}");
    let count = 20_000;
    let one = |n: usize| {
        let mut one = person(9, "A");
        one["id"] = json!(own(n));
        one["created_by_ref"] = json!(own((n + 1) % count));
        one
    };
    let ring: Vec<Value> = (0..count).map(one).collect();
    let ring = bundle(&ring);
    assert_eq!(taken(&ring).len(), count);
    assert!(faults(&ring).is_empty());
    // A marking that is marked with itself.
    let mut mark = stix_marks(&open(), &name)[1].clone();
    mark["object_marking_refs"] = json!([mark["id"]]);
    let mut marked = person(9, "A");
    marked["object_marking_refs"] = json!([mark["id"]]);
    assert_eq!(taken(&bundle(&[mark, marked])).len(), 1);
}

#[test]
fn a_text_that_two_readers_would_read_differently_is_not_read() {
    let whole = bundle(&[person(9, "A")]).to_string();
    let twice = whole.replacen("\"type\"", "\"type\":\"bundle\",\"type\"", 1);
    let nan = whole.replacen("\"A\"", "NaN", 1);
    let half = whole.replacen("\"A\"", "\"\\ud800\"", 1);
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let mut bytes = whole.clone().into_bytes();
    let at = whole.find("\"A\"").unwrap() + 1;
    bytes[at] = 0xFF;
    for bad in [
        twice.into_bytes(),
        nan.into_bytes(),
        half.into_bytes(),
        bytes,
        deep.into_bytes(),
    ] {
        assert!(read(&bad, &Bounds::default()).is_err());
        let line = [bad.as_slice(), b"\n"].concat();
        if let Ok(line) = std::str::from_utf8(&line) {
            assert_eq!(crate::ftm::from_ftm(line, &policy(), &|_| id(8)), Err(1));
        }
    }
    // One byte order mark is skipped, and what follows reads as without it.
    let marked = format!("\u{FEFF}{whole}");
    let with = read(marked.as_bytes(), &Bounds::default()).unwrap();
    let without = read(whole.as_bytes(), &Bounds::default()).unwrap();
    assert_eq!(taken(&with), taken(&without));
}

/// An event of others with one person in it.
fn event(distribution: &str, orgs: Option<&[&str]>, tags: &[&str], value: &str) -> Value {
    let org = |name: &&str| json!({"Organisation": {"name": name}});
    let group =
        orgs.map(|orgs| json!({"SharingGroupOrg": orgs.iter().map(org).collect::<Vec<_>>()}));
    let tags: Vec<Value> = tags.iter().map(|name| json!({"name": name})).collect();
    json!({"Event": {
        "uuid": "385283a1-b5e0-4e10-a532-dce11c365a56", "timestamp": "1661956788", "distribution": distribution,
        "SharingGroup": group, "Tag": tags, "Orgc": {"name": "HOST"},
        "Object": [{"uuid": "385283a1-b5e0-4e10-a532-dce11c365a57", "name": "person", "distribution": "5", "Attribute": [
            {"object_relation": "full-name", "type": "full-name", "value": value, "distribution": "5"},
        ]}],
    }})
}

fn of_event(event: &Value) -> (Label, BTreeSet<(String, Doubt, String)>) {
    let read = from_misp(event, &policy(), &name, &|_| id(8)).remove(0);
    let label = read.issue.record.assertions[0].label.clone();
    (label.unwrap(), read.doubts)
}

#[test]
fn an_event_in_an_empty_sharing_group_is_for_nobody_but_the_owner() {
    for orgs in [Some(&[][..]), None] {
        let (label, _) = of_event(&event("4", orgs, &["tlp:green"], "Ivo Tarn"));
        assert_eq!(label.releasable_to, Some(BTreeSet::new()));
        assert!(!label.permits(&recipient(), date(2026, 2, 1)));
    }
}

#[test]
fn distribution_as_the_parent_without_a_parent_is_the_strictest() {
    let (label, doubts) = of_event(&event("5", None, &["tlp:white"], "Ivo Tarn"));
    assert!(is_held(Some(&label)), "{label:?}");
    assert!(doubts.contains(&("/".to_owned(), Doubt::Absent, "distribution".to_owned())));
}

#[test]
fn of_two_lights_the_stricter_white_is_clear_and_an_unknown_one_holds() {
    let light = |tags: &[&str]| of_event(&event("3", None, tags, "Ivo Tarn"));
    let (label, doubts) = light(&["tlp:green", "tlp:amber"]);
    assert!(label.tlp == Tlp::Amber && doubts.is_empty());
    let (label, doubts) = light(&["TLP:WHITE"]);
    assert!(label.tlp == Tlp::Clear && doubts.is_empty());
    let (label, doubts) = light(&["tlp:white", "tlp:purple"]);
    assert!(is_held(Some(&label)) && !doubts.is_empty());
    // The same in STIX.
    let marked = |refs: &[&str]| {
        let mut one = person(9, "A");
        one["object_marking_refs"] = json!(refs);
        taken(&bundle(&[one])).remove(0)
    };
    let two = marked(&[CLEAR, GREEN]);
    let label = two.issue.record.assertions[0].label.clone().unwrap();
    assert!(label.tlp == Tlp::Green && two.doubts.is_empty());
    assert!(all_held(&marked(&[
        CLEAR,
        "marking-definition--8c6af861-7b20-41ef-9b59-6344fd872a81"
    ])));
}

#[test]
fn a_mark_in_the_text_above_the_label_holds() {
    let (label, doubts) = of_event(&event(
        "3",
        None,
        &["tlp:white"],
        "SECRET Ivo Tarn has left",
    ));
    assert!(is_held(Some(&label)) && !doubts.is_empty());
    let read = taken(&bundle(&[person(9, "TOP SECRET//NOFORN Ivo Tarn")]));
    assert!(all_held(&read[0]), "{read:?}");
    let read = taken(&bundle(&[person(9, "His secret journey")]));
    assert!(read[0].doubts.is_empty(), "{read:?}");
    let mut inside = issue();
    inside.record.associations[0].grounds = "(SECRET) seen".to_owned();
    let (sent, _) = to_stix(&inside, &recipient(), date(2026, 2, 1), &name).unwrap();
    let read = taken(&sent);
    assert!(is_held(read[0].issue.record.associations[0].label.as_ref()));
}

#[test]
fn no_name_of_an_officer_or_source_leaves_in_any_format() {
    let mut inside = issue();
    inside.record.best_interests = Some("Judge Ortrun Vale".to_owned());
    inside.record.assertions[0].from.by = "Inspector Hale".to_owned();
    inside.record.assertions[0].from.on = Some(date(2026, 1, 2));
    inside.record.associations[0].from.by = "KESTREL-7".to_owned();
    inside.record.assertions[1].from.on = Some(date(2026, 1, 3));
    for format in crate::Format::ALL {
        let to = (&recipient(), date(2026, 2, 1));
        let Ok((text, loss)) = format.write(&inside, to, &name) else {
            continue;
        };
        for hidden in ["Vale", "Hale", "KESTREL", "2026-01-02"] {
            assert!(!text.contains(hidden), "{format}: {hidden}");
        }
        assert!(loss.dropped.contains_key("/best_interests"), "{loss:?}");
        assert!(
            loss.coarsened.contains_key("/assertions/0/from/by"),
            "{loss:?}"
        );
        assert!(*format == crate::Format::Ftm || text.contains("2026-01-03"));
    }
}
