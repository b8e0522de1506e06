//! Tests of the label algebra: the 400 shared vectors, and properties over random labels.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use proptest::collection::btree_set;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use serde_json::Value;

use super::*;

const NAMES: [&str; 4] = ["AAA", "BBB", "CCC", "DDD"];

fn names() -> impl Strategy<Value = BTreeSet<String>> {
    btree_set(select(NAMES.map(str::to_owned).to_vec()), 0..4)
}

fn day() -> impl Strategy<Value = Date> {
    (1_i8..=28).prop_map(|day| date(2026, 6, day))
}

/// A label as one originator writes it.
fn part() -> impl Strategy<Value = Label> {
    let axes = (
        select(Class::ALL),
        select(Tlp::ALL),
        any::<bool>(),
        select(NAMES.to_vec()),
    );
    let sets = (
        names(),
        names(),
        option::of(names()),
        option::of(btree_set(select(Purpose::ALL), 0..4)),
        option::of(btree_set(select(Action::ALL), 0..4)),
    );
    (axes, sets, option::of(day()), option::of(day())).prop_map(
        |(axes, sets, expires, review_by)| {
            let (class, tlp, orcon, originator) = axes;
            let (caveats, consent_from, releasable_to, purposes, actions) = sets;
            Label {
                actions,
                caveats,
                class,
                consent_from,
                expires,
                orcon,
                originator: originator.to_owned(),
                purposes,
                releasable_to,
                review_by,
                tlp,
            }
        },
    )
}

/// A part, or a join of up to three.
fn label() -> impl Strategy<Value = Label> {
    proptest::collection::vec(part(), 1..4).prop_map(|parts| Label::roll_up(&parts).unwrap())
}

fn recipient() -> impl Strategy<Value = Recipient> {
    (
        select(Class::ALL),
        names(),
        select(NAMES.to_vec()),
        select(Purpose::ALL),
        select(Relation::ALL),
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn join_is_associative(a in part(), b in part(), c in part()) {
        prop_assert_eq!(a.join(&b).join(&c), a.join(&b.join(&c)));
    }

    #[test]
    fn join_is_commutative(a in label(), b in label()) {
        prop_assert_eq!(a.join(&b), b.join(&a));
    }

    #[test]
    fn join_with_itself_adds_nothing(a in label()) {
        prop_assert_eq!(a.join(&a), a.clone());
    }

    #[test]
    fn join_is_never_wider_than_a_part(a in label(), b in label(), to in recipient(), as_of in day()) {
        let both = a.join(&b).decide(&to, as_of).permitted();
        prop_assert_eq!(a.join(&b).permits(&to, as_of), both);
        prop_assert!(!both || a.decide(&to, as_of).permitted() && b.decide(&to, as_of).permitted());
    }

    #[test]
    fn join_allows_no_action_that_a_part_forbids(a in label(), b in label(), action in select(Action::ALL)) {
        let both = a.join(&b);
        prop_assert_eq!(both.allows(action), a.allows(action) && b.allows(action));
        prop_assert!(!both.is_for_courts() || a.is_for_courts() && b.is_for_courts());
    }

    #[test]
    fn join_is_never_wider_for_a_reader(a in part(), b in label(), to in recipient(), as_of in day()) {
        let reader = Reader {
            state: to.country.parse().unwrap(),
            authority: "ca".parse().unwrap(),
            clearance: to.clearance,
            purpose: to.purpose,
        };
        let both = a.join(&b).readable_by(&reader, as_of).permitted();
        prop_assert!(!both || a.readable_by(&reader, as_of).permitted() && b.readable_by(&reader, as_of).permitted());
    }

    #[test]
    fn equal_labels_have_equal_text(a in label(), b in label()) {
        prop_assert_eq!(a == b, a.canonical() == b.canonical());
        prop_assert_eq!(&serde_json::from_str::<Label>(&a.canonical()).unwrap(), &a);
    }
}

fn state(code: &str) -> StateCode {
    code.parse().unwrap()
}

fn reader(code: &str, clearance: Class, purpose: Purpose) -> Reader {
    Reader {
        state: state(code),
        authority: "ca".parse().unwrap(),
        clearance,
        purpose,
    }
}

#[test]
fn an_owner_is_always_let_in() {
    for &class in Class::ALL {
        for &tlp in Tlp::ALL {
            let label = Label {
                tlp,
                orcon: true,
                ..Label::own(&state("XA"), class)
            };
            let me = reader("XA", Class::TopSecret, Purpose::Mla);
            assert_eq!(
                label.readable_by(&me, date(2026, 1, 1)),
                Decision::Permit,
                "{class} {tlp}"
            );
            let them = reader("XB", Class::TopSecret, Purpose::Mla);
            assert!(
                !label.readable_by(&them, date(2026, 1, 1)).permitted(),
                "{class} {tlp}"
            );
        }
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn readers_case_by_case() {
    let owner = state("XA");
    let sent = Label::own(&owner, Class::Official)
        .released_to(&owner, &state("XB"))
        .unwrap();
    let purposes = Some(BTreeSet::from([Purpose::Mla]));
    let cases = [
        (
            "addressee",
            sent.clone(),
            reader("XB", Class::Official, Purpose::Mla),
            true,
        ),
        (
            "third State",
            sent.clone(),
            reader("XC", Class::Official, Purpose::Mla),
            false,
        ),
        (
            "clearance",
            sent.clone(),
            reader("XB", Class::Public, Purpose::Mla),
            false,
        ),
        (
            "purpose",
            Label {
                purposes,
                ..sent.clone()
            },
            reader("XB", Class::Secret, Purpose::Screening),
            false,
        ),
        (
            "originator control, sent by the owner",
            Label {
                orcon: true,
                ..sent.clone()
            },
            reader("XB", Class::Official, Purpose::Mla),
            true,
        ),
        (
            "strict amber stays in the addressee's State",
            Label {
                tlp: Tlp::AmberStrict,
                ..sent.clone()
            },
            reader("XB", Class::Official, Purpose::Mla),
            true,
        ),
        (
            "red names persons",
            Label {
                tlp: Tlp::Red,
                ..sent.clone()
            },
            reader("XB", Class::Official, Purpose::Mla),
            false,
        ),
        (
            "expired on its day",
            Label {
                expires: Some(date(2026, 6, 1)),
                ..sent.clone()
            },
            reader("XA", Class::Secret, Purpose::Mla),
            false,
        ),
        (
            "public",
            Label::public(&owner),
            reader("XC", Class::Public, Purpose::Screening),
            true,
        ),
    ];
    for (name, label, reader, expect) in cases {
        assert_eq!(
            label.readable_by(&reader, date(2026, 6, 1)).permitted(),
            expect,
            "{name}"
        );
    }
}

#[test]
fn only_the_owner_releases() {
    let label = Label::own(&state("XA"), Class::Official);
    assert_eq!(
        label
            .released_to(&state("XB"), &state("XB"))
            .unwrap_err()
            .code,
        "LABEL-OWNER"
    );
    let mixed = label.join(&Label::own(&state("XB"), Class::Official));
    assert_eq!(mixed.originator, "XA+XB");
    assert_eq!(
        mixed.releasable_to,
        Some(BTreeSet::new()),
        "each let only itself in"
    );
    assert_eq!(
        mixed
            .released_to(&state("XA"), &state("XC"))
            .unwrap_err()
            .code,
        "LABEL-OWNER"
    );
}

#[test]
fn review_is_the_earliest_and_unknown_marks_are_refused() {
    let early = Label {
        review_by: Some(date(2026, 1, 1)),
        ..Label::own(&state("XA"), Class::Official)
    };
    let late = Label {
        review_by: Some(date(2027, 1, 1)),
        ..early.clone()
    };
    assert_eq!(early.join(&late).review_by, Some(date(2026, 1, 1)));
    assert_eq!(
        Label {
            review_by: None,
            ..early.clone()
        }
        .join(&late)
        .review_by,
        Some(date(2027, 1, 1))
    );
    let mut json: Value = serde_json::from_str(&early.canonical()).unwrap();
    json["new_mark"] = Value::Bool(true);
    assert!(
        serde_json::from_value::<Label>(json).is_err(),
        "a mark we cannot honour"
    );
}

#[test]
fn sets_from_outside_have_limits() {
    let mut label = Label::own(&state("XA"), Class::Official);
    label
        .caveats
        .insert("x".repeat(limits::LABEL_NAME_BYTES_MAX + 1));
    assert_eq!(
        label.check_limits().unwrap_err().field.as_deref(),
        Some("/label/caveats")
    );
    label.caveats = (0..=limits::LABEL_SET_MAX).map(|i| i.to_string()).collect();
    assert_eq!(label.check_limits().unwrap_err().code, "TOO-MANY");
}

#[test]
fn a_flag_of_a_state_names_one() {
    for (caveat, known) in [
        ("NO-ARREST", true),
        ("NO-ARREST@XB", true),
        ("NO-ARREST@", false),
        ("NO-ARREST@xb and tell nobody", false),
        ("NO-ARREST@XB@XC", false),
        ("NO-ARRESTS", false),
    ] {
        assert_eq!(is_known_caveat(caveat), known, "{caveat}");
    }
}
