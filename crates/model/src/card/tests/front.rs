//! Cards of several States about one person.

use super::*;
use crate::card::front::{are_of_one, give_way};

fn of(owner: &str, facts: &[(Property, &str)]) -> Card {
    let (_, card) = held().propose(&recipient("XB"), &to(), day());
    let mut card = card.unwrap();
    card.owner = state(owner);
    card.facts.clear();
    for (says, value) in facts {
        let values = card.facts.entry(*says).or_default();
        values.push((*value).to_owned());
    }
    card
}

const NAME: (Property, &str) = (Property::Name, "Okhuen Sera");
const BIRTH: (Property, &str) = (Property::BirthDate, "1990-04-02");
const PASSPORT: (Property, &str) = (Property::Passport, "XA 123 4567");

#[test]
fn two_cards_are_of_one_person_by_what_identifies() {
    let one = of("XA", &[NAME, BIRTH, PASSPORT]);
    for (facts, expect) in [
        (vec![NAME, BIRTH], true),
        (vec![(Property::Alias, "OKHUEN  SERA"), BIRTH], true),
        (vec![(Property::Identification, "xa1234567")], true),
        (vec![NAME], false),
        (vec![BIRTH], false),
        (vec![NAME, (Property::BirthDate, "1990-04")], false),
        (vec![NAME, (Property::BirthDate, "1990-04-03")], false),
        (vec![NAME, BIRTH, (Property::NotThis, "XA1234567")], false),
    ] {
        let other = of("XC", &facts);
        assert_eq!(are_of_one(&one, &other), expect, "{facts:?}");
        assert_eq!(are_of_one(&other, &one), expect, "{facts:?}");
    }
}

#[test]
fn of_what_states_ask_for_one_action_is_left() {
    let asks = |owner: &str, action: &str| of(owner, &[NAME, BIRTH, (Property::Action, action)]);
    let here = state("XB");
    for (actions, expect) in [
        (vec!["inspect", "inspect"], vec![None, None]),
        (vec!["inspect", "silent-check"], vec![Some(1), None]),
        (vec!["silent-check", "arrest"], vec![Some(1), None]),
        (vec!["arrest", "inspect"], vec![None, Some(0)]),
        (
            vec!["inspect", "silent-check", "arrest"],
            vec![Some(2), Some(2), None],
        ),
        (vec!["inspect", ""], vec![None, None]),
    ] {
        let cards: Vec<Card> = actions.iter().map(|action| asks("XA", action)).collect();
        let cards: Vec<&Card> = cards.iter().collect();
        assert_eq!(give_way(&cards, &here), expect, "{actions:?}");
    }
    // Somebody else's card gives way to nobody.
    let other = of("XC", &[NAME, (Property::Action, "inspect")]);
    let arrest = asks("XA", "arrest");
    assert_eq!(give_way(&[&other, &arrest], &here), [None, None]);
    // Where arrest is not possible the open check that takes its place is what counts.
    let mut flagged = asks("XA", "arrest");
    flagged.label.caveats.insert("NO-ARREST@XB".to_owned());
    let silent = asks("XC", "silent-check");
    assert_eq!(give_way(&[&flagged, &silent], &here), [Some(1), None]);
}
