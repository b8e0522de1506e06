//! Tests of cards: what of a record a recipient gets, what never leaves, and what grows narrower.

use jiff::civil::date;

use super::*;
use crate::label::{Class, Purpose, Relation};
use crate::record::{Assertion, Basis, Evidence, Grade, Provenance};
use crate::release::Ground;

fn state(code: &str) -> StateCode {
    code.parse().unwrap()
}

fn day() -> Date {
    date(2026, 3, 2)
}

fn label(class: Class, to: &[&str]) -> Label {
    Label {
        class,
        releasable_to: Some(to.iter().map(|s| (*s).to_owned()).collect()),
        purposes: Some([Purpose::Screening, Purpose::Intelligence].into()),
        ..Label::own(&state("XA"), class)
    }
}

fn from(source: &str) -> Provenance {
    Provenance {
        by: "XA".to_owned(),
        on: Some(date(2026, 2, 1)),
        grade: Grade::parse("B2"),
        basis: Some(Basis::Fact),
        sources: vec![source.to_owned()],
        ..Provenance::default()
    }
}

fn says(id: &str, says: Property, value: &str, label: Label) -> Assertion {
    Assertion {
        id: id.to_owned(),
        says,
        value: value.to_owned(),
        label: Some(label),
        from: from("KESTREL-7"),
    }
}

fn held() -> Held {
    let low = || label(Class::Official, &["XA", "XB"]);
    let high = || label(Class::Secret, &["XA"]);
    let record = Record {
        subject: Subject::Person,
        category: Some(Category::Suspect),
        review_by: Some(date(2026, 9, 1)),
        expires: None,
        assertions: vec![
            says("a1", Property::Name, "Okhuen Sera", low()),
            says("a2", Property::BirthDate, "1991-04-07", low()),
            says("a3", Property::Action, "inspect", low()),
            says("a4", Property::Statement, "seen at the quarry camp", high()),
            says("a5", Property::Passport, "XB1234567", high()),
        ],
        associations: vec![Association {
            id: "t1".to_owned(),
            nature: Nature::Travelled,
            with: "Grey Lantern".to_owned(),
            role: String::new(),
            grounds: "travelled in May 2025 to join the group".to_owned(),
            evidence: vec![Evidence {
                what: "border records".to_owned(),
                grade: Grade::parse("A1"),
            }],
            label: Some(high()),
            from: from("KESTREL-7"),
        }],
        best_interests: None,
    };
    Held {
        record,
        files: BTreeMap::new(),
        codewords: vec!["GRANITE HARBOUR".to_owned()],
    }
}

fn to() -> Address {
    Address {
        id: CardId::new(jiff::Timestamp::UNIX_EPOCH, [5; 10]),
        owner: state("XA"),
        version: 1,
        contact: "ca".parse().unwrap(),
    }
}

fn recipient(country: &str) -> Recipient {
    Recipient {
        clearance: Class::Official,
        consents: BTreeSet::new(),
        country: country.to_owned(),
        purpose: Purpose::Screening,
        relation: Relation::SameOrg,
    }
}

#[test]
fn the_front_line_gets_identity_and_action_and_not_why() {
    let (proposal, card) = held().propose(&recipient("XB"), &to(), day());
    let card = card.unwrap_or_else(|| panic!("{proposal:?}"));
    assert_eq!(card.caption(), "Okhuen Sera");
    assert_eq!(card.actions(&state("XB")), [Action::Inspect]);
    let text = serde_json::to_string(&card).unwrap();
    for hidden in [
        "quarry",
        "XB1234567",
        "Grey Lantern",
        "KESTREL",
        "GRANITE",
        "\"a1\"",
        "B2",
    ] {
        assert!(!text.contains(hidden), "{hidden} in {text}");
    }
    assert_eq!(card.review_by, date(2026, 9, 1));
    assert!(card.check().is_ok());
}

#[test]
fn what_may_not_go_there_makes_no_card() {
    assert!(held().propose(&recipient("XC"), &to(), day()).1.is_none());
    let mut coded = held();
    coded.record.assertions[0].value = "Sera of Granite Harbour".to_owned();
    let (proposal, card) = coded.propose(&recipient("XB"), &to(), day());
    assert!(card.is_none());
    assert_eq!(proposal.found[0].ground, Ground::DirtyCase);
}

#[test]
fn a_flag_turns_an_arrest_into_an_open_check_in_that_state_alone() {
    let mut held = held();
    held.record.assertions[2].value = "arrest".to_owned();
    for one in &mut held.record.assertions {
        let label = one.label.as_mut().unwrap();
        label.caveats.insert("NO-ARREST@XB".to_owned());
    }
    let (_, card) = held.propose(&recipient("XB"), &to(), day());
    let card = card.unwrap();
    assert_eq!(card.actions(&state("XB")), [Action::Inspect]);
    assert_eq!(card.actions(&state("XA")), [Action::Arrest]);
}

#[test]
fn less_is_within_and_more_is_not() {
    let (_, whole) = held().propose(&recipient("XB"), &to(), day());
    let whole = whole.unwrap();
    let mut fewer = held();
    fewer.record.assertions.remove(2);
    let (_, fewer) = fewer.propose(&recipient("XB"), &to(), day());
    let fewer = fewer.unwrap();
    assert!(fewer.is_within(&whole) && !whole.is_within(&fewer));
    let wider = Card {
        label: label(Class::Official, &["XA", "XB", "XC"]),
        ..whole.clone()
    };
    assert!(!wider.is_within(&whole));
}

#[test]
fn a_card_about_a_victim_or_for_everybody_is_not_taken_in() {
    let (_, card) = held().propose(&recipient("XB"), &to(), day());
    let card = card.unwrap();
    let victim = Card {
        category: Some(Category::Victim),
        ..card.clone()
    };
    let all = Card {
        label: Label {
            purposes: None,
            ..card.label.clone()
        },
        ..card.clone()
    };
    let other = Card {
        owner: state("XC"),
        ..card.clone()
    };
    for (card, code) in [
        (victim, "CARD-SUBJECT"),
        (all, "LABEL-ALL"),
        (other, "CARD-OWNER"),
    ] {
        assert_eq!(card.check().unwrap_err().code, code);
    }
}
