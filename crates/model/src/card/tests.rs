//! Tests of cards: what of a record a recipient gets, what never leaves, and what grows narrower.

use jiff::civil::date;

use super::*;
use crate::label::{Class, Purpose, Relation};
use crate::record::{Assertion, Basis, Evidence, Grade, Provenance};
use crate::release::Ground;

mod abuse;
mod front;
mod reading;

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
    assert!(card.check(day()).is_ok());
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
    let bearing = |caveat: &str| {
        let mut card = card.clone();
        card.label.caveats.insert(caveat.to_owned());
        card
    };
    let mut young = card.clone();
    young
        .facts
        .insert(Property::BirthDate, vec!["2012-05-01".to_owned()]);
    let untold = Card {
        category: None,
        ..card.clone()
    };
    let witness = Card {
        category: Some(Category::Witness),
        ..card.clone()
    };
    for (card, code) in [
        (victim, "CARD-SUBJECT"),
        (bearing("CHILD"), "CARD-SUBJECT"),
        (bearing("VICTIM"), "CARD-SUBJECT"),
        (young, "CARD-SUBJECT"),
        (untold, "CARD-SUBJECT"),
        (witness, "CARD-SUBJECT"),
        (all, "LABEL-ALL"),
        (other, "CARD-OWNER"),
    ] {
        assert_eq!(card.check(day()).unwrap_err().code, code);
    }
}

#[test]
fn the_label_of_a_card_does_not_depend_on_the_day_of_its_making() {
    let made = |on| held().propose(&recipient("XB"), &to(), on).1.unwrap();
    let (one, next) = (made(day()), made(date(2026, 3, 3)));
    assert_eq!(one.label, next.label);
}

#[test]
fn each_field_of_a_label_that_grows_wider_is_more() {
    let (_, whole) = held().propose(&recipient("XB"), &to(), day());
    let mut narrow = whole.unwrap();
    narrow.expires = Some(date(2026, 8, 1));
    narrow.label = Label {
        actions: Some([Action::Inspect].into()),
        caveats: ["NO-COURT".to_owned()].into(),
        consent_from: ["XA".to_owned()].into(),
        expires: Some(date(2026, 8, 1)),
        orcon: true,
        tlp: crate::label::Tlp::Red,
        ..label(Class::Secret, &["XA", "XB"])
    };
    assert!(narrow.is_within(&narrow));
    let own = narrow.label.clone();
    let wider = [
        Label {
            actions: None,
            ..own.clone()
        },
        Label {
            caveats: BTreeSet::new(),
            ..own.clone()
        },
        Label {
            class: Class::Official,
            ..own.clone()
        },
        Label {
            consent_from: BTreeSet::new(),
            orcon: false,
            ..own.clone()
        },
        Label {
            expires: None,
            ..own.clone()
        },
        Label {
            purposes: None,
            ..own.clone()
        },
        Label {
            releasable_to: None,
            ..own.clone()
        },
        Label {
            tlp: crate::label::Tlp::Amber,
            ..own
        },
    ];
    for label in wider {
        let card = Card {
            label,
            ..narrow.clone()
        };
        assert!(!card.is_within(&narrow), "{:?}", card.label);
        assert!(narrow.is_within(&card), "{:?}", card.label);
    }
    let longer = Card {
        expires: None,
        ..narrow.clone()
    };
    let other = Card {
        category: Some(Category::Convicted),
        ..narrow.clone()
    };
    assert!(!longer.is_within(&narrow) && !other.is_within(&narrow));
}

/// The grounds on which a record, changed like this, is held.
fn grounds(change: impl Fn(&mut Record)) -> Vec<Ground> {
    let mut held = held();
    change(&mut held.record);
    let (proposal, card) = held.propose(&recipient("XB"), &to(), day());
    assert_eq!(card.is_none(), !proposal.found.is_empty());
    proposal.found.iter().map(|one| one.ground).collect()
}

#[test]
fn the_review_of_a_part_that_is_past_holds_it() {
    let due =
        |day| grounds(|record| record.assertions[0].label.as_mut().unwrap().review_by = Some(day));
    assert_eq!(due(date(2026, 3, 2)), [Ground::ReviewPast]);
    assert_eq!(due(date(2026, 3, 3)), []);
}

#[test]
fn an_association_without_evidence_still_protects() {
    let bare = |nature| {
        grounds(|record| {
            let mut tie = record.associations[0].clone();
            (tie.nature, tie.evidence) = (nature, Vec::new());
            record.associations.push(tie);
        })
    };
    assert_eq!(bare(Nature::Victim), [Ground::Victim]);
    assert_eq!(bare(Nature::Child), [Ground::Child]);
    assert_eq!(bare(Nature::Family), []);
}

#[test]
fn a_witness_is_not_sent_where_the_label_lets_the_border_look() {
    let mut witness = held();
    witness.record.category = Some(Category::Witness);
    let mut reader = recipient("XB");
    reader.purpose = Purpose::Intelligence;
    let (proposal, _) = witness.propose(&reader, &to(), day());
    assert_eq!(proposal.found[0].ground, Ground::NotScreened);
    for one in &mut witness.record.assertions {
        one.label.as_mut().unwrap().purposes = Some([Purpose::Intelligence].into());
    }
    let (proposal, card) = witness.propose(&reader, &to(), day());
    assert!(card.is_some(), "{proposal:?}");
}

#[test]
fn what_is_graded_below_the_floor_or_located_holds_whatever_it_tells() {
    let name = grounds(|record| record.assertions[1].from.grade = Grade::parse("F6"));
    assert_eq!(name, [Ground::GradeFloor]);
    let place = grounds(|record| {
        let own = label(Class::Official, &["XA", "XB"]);
        let home = says("a9", Property::Address, "33.512345, 36.276543", own);
        record.assertions.push(home);
    });
    assert_eq!(place, [Ground::Place]);
}

#[test]
fn a_short_name_that_stays_behind_is_told_in_no_other_part() {
    for (closed, open, told) in [
        ("王小明", "又名王小明", true),
        ("Omar", "called Omar by his friends", true),
        ("Omar", "seen at Omarville", false),
    ] {
        let found = grounds(|record| {
            let high = label(Class::Secret, &["XA"]);
            let low = label(Class::Official, &["XA", "XB"]);
            let parts = [
                says("a8", Property::Alias, closed, high),
                says("a9", Property::Statement, open, low),
            ];
            record.assertions.extend(parts);
        });
        assert_eq!(!found.is_empty(), told, "{open}: {found:?}");
    }
}

#[test]
fn a_card_names_no_record() {
    let id = crate::id::RecordId::new(jiff::Timestamp::UNIX_EPOCH, [7; 10]).to_string();
    let mut held = held();
    let tie = &mut held.record.associations[0];
    tie.with = id.clone();
    tie.label = Some(label(Class::Official, &["XA", "XB"]));
    let (proposal, card) = held.propose(&recipient("XB"), &to(), day());
    let card = card.unwrap_or_else(|| panic!("{proposal:?}"));
    assert_eq!(card.ties.len(), 1);
    assert!(!serde_json::to_string(&card).unwrap().contains(&id));
}

#[test]
fn more_than_a_recipient_takes_is_not_sent() {
    let found = grounds(|record| {
        for at in 0..=limits::CARD_FACTS_MAX {
            let own = label(Class::Official, &["XA", "XB"]);
            record.assertions.push(says(
                &format!("n{at}"),
                Property::Alias,
                &format!("Sera {at}"),
                own,
            ));
        }
    });
    assert_eq!(found, [Ground::Unacceptable]);
}
