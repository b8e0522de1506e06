//! What goes out comes back no wider.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::date;
use model::label::{Action, Purpose, Recipient, Relation};
use proptest::prelude::*;
use serde_json::Value;
use uuid::Uuid;

use super::*;

/// A UUID of a text that is the same for the same; enough for a test.
pub(crate) fn name(text: &str) -> Uuid {
    let mut bytes = [0u8; 16];
    for (at, byte) in text.bytes().enumerate() {
        let cell = &mut bytes[at % 16];
        *cell = cell.wrapping_mul(31).wrapping_add(byte).rotate_left(3);
    }
    uuid::Builder::from_sha1_bytes(bytes).into_uuid()
}

pub(crate) fn policy() -> Policy {
    Policy {
        state: "XB".parse().unwrap(),
        sender: "XA".to_owned(),
        class: Class::Restricted,
    }
}

fn set<T: Ord + Clone + std::fmt::Debug + 'static>(
    all: &'static [T],
) -> impl Strategy<Value = BTreeSet<T>> {
    proptest::sample::subsequence(all, 0..=all.len()).prop_map(|some| some.into_iter().collect())
}

fn names(all: &'static [&'static str]) -> impl Strategy<Value = BTreeSet<String>> {
    set(all).prop_map(|some| some.into_iter().map(str::to_owned).collect())
}

pub(crate) fn labels() -> impl Strategy<Value = Label> {
    let sets = (
        proptest::option::of(set(Action::ALL)),
        names(&["NO-COURT", "VICTIM", "free «text», \"quoted\""]),
        names(&["XA", "XC"]),
        proptest::option::of(set(Purpose::ALL)),
        proptest::option::of(names(&["XA", "XB", "XC"])),
    );
    let rest = (
        proptest::sample::select(Class::ALL),
        proptest::sample::select(Tlp::ALL),
        any::<bool>(),
        proptest::option::of((1i8..=12).prop_map(|month| date(2026, month, 1))),
        proptest::option::of((1i8..=12).prop_map(|month| date(2027, month, 1))),
    );
    (sets, rest, any::<bool>()).prop_map(|(sets, rest, bare)| {
        let (actions, caveats, consent_from, purposes, releasable_to) = sets;
        let (class, tlp, orcon, expires, review_by) = rest;
        let whole = Label {
            actions,
            caveats,
            class,
            consent_from,
            expires,
            orcon,
            originator: "XA".to_owned(),
            purposes,
            releasable_to,
            review_by,
            tlp,
        };
        let public = Label {
            tlp,
            ..Label::public(&"XA".parse().unwrap())
        };
        if bare { public } else { whole }
    })
}

fn recipients() -> impl Strategy<Value = Recipient> {
    (
        proptest::sample::select(Class::ALL),
        names(&["XA", "XC"]),
        proptest::sample::select(&["XA", "XB", "XC", "XD"][..]),
        proptest::sample::select(Purpose::ALL),
        proptest::sample::select(Relation::ALL),
    )
        .prop_map(
            |(clearance, consents, country, purpose, relation)| Recipient {
                clearance,
                consents,
                country: country.to_owned(),
                purpose,
                relation,
            },
        )
}

fn through_stix(label: &Label, keep: impl Fn(usize) -> bool) -> Reading {
    let marks = stix_marks(label, &name);
    let kept: Vec<&Value> = marks
        .iter()
        .enumerate()
        .filter(|(at, _)| keep(*at))
        .map(|(_, one)| one)
        .collect();
    let refs: Vec<&str> = kept.iter().map(|one| one["id"].as_str().unwrap()).collect();
    let definitions: BTreeMap<&str, &Value> =
        refs.iter().copied().zip(kept.iter().copied()).collect();
    read_stix(&refs, &definitions, &policy())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn stix_brings_a_label_back_and_never_wider(label in labels(), recipient in recipients()) {
        let day = date(2026, 6, 1);
        let whole = through_stix(&label, |_| true);
        prop_assert_eq!(&whole.label, &label);
        prop_assert!(whole.doubts.is_empty());
        // Without its traffic light, or with nothing: tightened, never wider.
        for read in [through_stix(&label, |at| at == 1), through_stix(&label, |_| false)] {
            prop_assert!(!read.doubts.is_empty());
            prop_assert!(read.label.tlp == Tlp::Red && read.label.orcon);
            prop_assert!(read.label.releasable_to.unwrap().is_subset(&BTreeSet::from(["XB".to_owned()])));
        }
        for one in stix_marks(&label, &name) {
            prop_assert_eq!(crate::stix::check_object(&one), vec![]);
        }
        // Who does not know our label sees the traffic light alone.
        let plain = through_stix(&label, |at| at == 0).label;
        prop_assert!(plain.tlp >= label.tlp);
        prop_assert!(plain.tlp == Tlp::Red || plain.permits(&recipient, day) <= label.permits(&recipient, day));
    }

    #[test]
    fn misp_brings_a_label_back_and_never_wider(label in labels(), drop in any::<prop::sample::Index>()) {
        let Ok(marks) = misp_marks(&label) else {
            prop_assert!(label.class > PLAIN_CLASS_MAX);
            return Ok(());
        };
        prop_assert!(marks.tags.iter().all(|tag| tag.len() <= TAG_BYTES_MAX));
        let read = read_misp(&marks, None, &policy());
        prop_assert_eq!(&read.label, &label);
        prop_assert!(read.doubts.is_empty());
        let mut less = marks.clone();
        let gone = marks.tags.iter().nth(drop.index(marks.tags.len())).unwrap().clone();
        less.tags.remove(&gone);
        let read = read_misp(&less, None, &policy());
        prop_assert!(!read.doubts.is_empty());
        prop_assert!(read.label.tlp == Tlp::Red && read.label.orcon);
        if let Some(states) = &label.releasable_to {
            prop_assert!(read.label.releasable_to.unwrap().is_subset(states));
        }
    }
}

fn marks(tags: &[&str], distribution: Distribution) -> MispMarks {
    MispMarks {
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        distribution,
    }
}

fn distribution(text: &str) -> Distribution {
    match text {
        "0" => Distribution::Owner,
        "2" => Distribution::Connected,
        "3" => Distribution::All,
        "5" => Distribution::Inherit,
        other => other
            .strip_prefix("group")
            .map_or(Distribution::Unknown, |names| {
                Distribution::Group(names.split_whitespace().map(str::to_owned).collect())
            }),
    }
}

#[test]
fn marks_of_misp_are_read_strictly() {
    let all = || Distribution::All;
    // Tags; distribution; then traffic light, readers (`*` is no limit) and whether a person must look.
    for row in [
        "tlp:white; 3; CLEAR; *; no",
        "TLP:CLEAR; 3; CLEAR; *; no",
        "tlp:green tlp:red; 3; RED; XB; no",
        "tlp:amber+strict; 3; AMBER+STRICT; XB; no",
        "tlp:green; group; GREEN; ; no",
        "tlp:green; group XB XC; GREEN; XB XC; no",
        "tlp:green; 0; GREEN; XA; no",
        "tlp:green; 2; GREEN; XB; no",
        "tlp:green; 5; RED; ; yes",
        "tlp:green; 9; RED; ; yes",
        "tlp:green local:mine; 3; RED; XB; yes",
        "tlp:unclear; 3; RED; XB; yes",
        "; 3; RED; XB; yes",
    ] {
        let cells: Vec<&str> = row.split(';').map(str::trim).collect();
        let tags: Vec<&str> = cells[0].split_whitespace().collect();
        let read = read_misp(&marks(&tags, distribution(cells[1])), None, &policy());
        let readers =
            (cells[3] != "*").then(|| cells[3].split_whitespace().map(str::to_owned).collect());
        assert_eq!(read.label.tlp.code(), cells[2], "{row}");
        assert_eq!(read.label.releasable_to, readers, "{row}");
        assert_eq!(!read.doubts.is_empty(), cells[4] == "yes", "{row}");
        assert!(cells[2] == "CLEAR" || read.label.class > Class::Public);
    }
    let pap = read_misp(
        &marks(&["tlp:green", "PAP:AMBER", "PAP:GREEN"], all()),
        None,
        &policy(),
    );
    assert_eq!(
        pap.label.actions,
        Some(BTreeSet::from([Action::SilentCheck]))
    );
    let parent = policy().of_tlp(Tlp::Amber);
    let inherited = read_misp(&marks(&[], Distribution::Inherit), Some(&parent), &policy());
    assert_eq!(
        (inherited.label.tlp, inherited.doubts.len()),
        (Tlp::Amber, 0)
    );
}

#[test]
fn grades_go_both_ways_and_the_worst_counts() {
    for text in ["A1", "F6", "C3"] {
        let grade = model::record::Grade::parse(text).unwrap();
        assert_eq!(
            grade_of_tags(&BTreeSet::from(tags_of_grade(grade))),
            Some(grade)
        );
    }
    let mixed = marks(
        &[
            "admiralty-scale:source-reliability=\"a\"",
            "admiralty-scale:source-reliability=\"g\"",
            "admiralty-scale:information-credibility=\"2\"",
        ],
        Distribution::All,
    );
    assert_eq!(grade_of_tags(&mixed.tags).unwrap().to_string(), "E2");
}

#[test]
fn markings_that_nobody_knows_or_that_are_missing_hold() {
    let read = |refs: &[&str]| read_stix(refs, &BTreeMap::new(), &policy());
    let white = "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9";
    let red = "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed";
    assert_eq!(read(&[white]).label.tlp, Tlp::Clear);
    assert_eq!(read(&[white, red]).label.tlp, Tlp::Red);
    assert_eq!(read(&[]).label, policy().strictest());
    let unknown = read(&[
        white,
        "marking-definition--5e57c739-391a-4eb3-b6be-000000000000",
    ]);
    assert_eq!((unknown.label.tlp, unknown.doubts.len()), (Tlp::Red, 1));
    assert!(!Label::public(&"XA".parse().unwrap()).eq(&policy().strictest()));
}
