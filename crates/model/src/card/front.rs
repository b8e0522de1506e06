//! What the front line sees where several States speak of one person and ask for different things: one action, and whom to call. The
//! desk, which sees every card, settles it with the States; the front line does not choose.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Card;
use crate::id::StateCode;
use crate::label::Action;
use crate::record::{Property, Subject};
use crate::release::disguise::bones;
use crate::rules::content::parse_partial_date;

/// What comes first: what is owed to a court, then what an open check would spoil, then the open check.
const ORDER: [Action; 3] = [Action::Arrest, Action::SilentCheck, Action::Inspect];

/// The place of what comes first of all that a card asks for; nothing where it asks for nothing.
fn first(card: &Card, here: &StateCode) -> Option<usize> {
    let asked = card.actions(here);
    ORDER.iter().position(|action| asked.contains(action))
}

/// A day of birth that is told to the day.
fn days(card: &Card) -> BTreeSet<Date> {
    let told = card.said(Property::BirthDate).iter();
    told.filter_map(|text| parse_partial_date(text))
        .filter(|(first, last)| first == last)
        .map(|(day, _)| day)
        .collect()
}

/// Values as an eye reads them.
fn read(card: &Card, properties: &[Property]) -> BTreeSet<String> {
    let said = properties.iter().flat_map(|one| card.said(*one));
    said.map(|text| bones(text))
        .filter(|text| !text.is_empty())
        .collect()
}

/// Whether two cards are of one person beyond what a likeness says: they name one document, or one name with one full date of birth;
/// and neither says that what the other names is somebody else's.
#[must_use]
pub fn are_of_one(a: &Card, b: &Card) -> bool {
    const NUMBERS: &[Property] = &[Property::Passport, Property::Identification];
    const NAMES: &[Property] = &[Property::Name, Property::Alias];
    let both = [a, b].map(|card| (read(card, NUMBERS), read(card, &[Property::NotThis])));
    let [(a_numbers, a_not), (b_numbers, b_not)] = &both;
    let parted = !a_not.is_disjoint(b_numbers) || !b_not.is_disjoint(a_numbers);
    let document = !a_numbers.is_disjoint(b_numbers);
    let birth = !days(a).is_disjoint(&days(b)) && !read(a, NAMES).is_disjoint(&read(b, NAMES));
    a.subject == Subject::Person && b.subject == Subject::Person && !parted && (document || birth)
}

/// Of cards that were met together, for each the place of the one that it gives way to: a card of the same person that asks for
/// something which comes first. Of several the one that comes first of all, and of these the oldest.
#[must_use]
pub fn give_way(cards: &[&Card], here: &StateCode) -> Vec<Option<usize>> {
    let before = |card: &Card| {
        let own = first(card, here)?;
        let others = cards.iter().enumerate();
        let others = others.filter_map(|(at, other)| Some((at, *other, first(other, here)?)));
        let stronger = others.filter(|(_, other, place)| *place < own && are_of_one(card, other));
        let oldest =
            stronger.min_by_key(|(_, other, place)| (*place, other.released_on, Reverse(other.id)));
        oldest.map(|(at, _, _)| at)
    };
    cards.iter().map(|card| before(card)).collect()
}
