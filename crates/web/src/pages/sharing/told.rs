//! A card in words: what the border post sees of it, what the desk sees beside, and whom to call. Nothing is read here.

use model::card::Card;
use model::label::{Action, Label};
use model::record::Property;
use model::{AuthorityId, StateCode};

use crate::page::Page;
use crate::pages::requests::told::States;
use crate::part::Band;

/// Properties with a place of their own, or for the desk alone.
const APART: &[Property] = &[
    Property::Action,
    Property::Warning,
    Property::NotThis,
    Property::Statement,
    Property::Description,
    Property::Biometric,
];

/// A card as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    /// What it says belongs to somebody else.
    pub(super) excluded: Vec<String>,
    /// What may be done, in words.
    pub(super) actions: Vec<String>,
    pub(super) warnings: Vec<String>,
    /// Identity.
    pub(super) facts: Vec<(String, Vec<String>)>,
    /// What the desk sees and the border post does not.
    pub(super) more: Vec<(String, Vec<String>)>,
    pub(super) label: String,
    /// The authority to call.
    pub(super) contact: String,
    pub(super) review: String,
}

/// A card as a desk of the State `here` sees it.
pub(super) fn told(page: &Page, states: &States, (card, here): (&Card, &StateCode)) -> Told {
    let values = |wanted: &dyn Fn(Property) -> bool| -> Vec<(String, Vec<String>)> {
        let facts = card.facts.iter().filter(|(says, _)| wanted(**says));
        facts
            .map(|(says, values)| (page.code("property", says.code()), values.clone()))
            .collect()
    };
    let mut more = values(&|says| matches!(says, Property::Statement | Property::Description));
    more.extend(card.ties.iter().map(|tie| {
        let words = [&tie.with, &tie.role, &tie.grounds];
        let words = words.into_iter().filter(|text| !text.is_empty()).cloned();
        (page.code("nature", tie.nature.code()), words.collect())
    }));
    let files = card.files.iter().map(|file| file.modality.clone());
    let files: Vec<String> = files.collect();
    if !files.is_empty() {
        more.push((page.say("share-files"), files));
    }
    Told {
        excluded: card.said(Property::NotThis).to_vec(),
        actions: actions(page, &card.actions(here)),
        warnings: card.said(Property::Warning).to_vec(),
        facts: values(&|says| !APART.contains(&says)),
        more,
        label: label(page, &card.label),
        contact: contact(states, card),
        review: paper::words::date(page.lang, card.review_by),
    }
}

/// The State and its authority; the State alone where the directory has no name for the authority.
fn contact(states: &States, card: &Card) -> String {
    let state = states.name(&card.owner);
    let authority = states.authority(&card.owner, &card.contact);
    match authority == card.contact.as_str() {
        true => state,
        false => format!("{state} · {authority}"),
    }
}

/// What may be done, in words.
pub(super) fn actions(page: &Page, actions: &[Action]) -> Vec<String> {
    let said = actions
        .iter()
        .map(|action| page.code("share-action", action.code()));
    said.collect()
}

/// A label in one line, as on the band.
pub(super) fn label(page: &Page, label: &Label) -> String {
    Band::of(page.lang, label).words.join(" · ")
}

/// Whom to call at a State: the authority that answers for a card, else, where it has no number, every desk that has one.
pub(super) fn phones(
    page: &Page,
    states: &States,
    (state, contact): (&StateCode, Option<&AuthorityId>),
) -> Vec<(String, String)> {
    let all = states
        .entry(state)
        .map(|entry| entry.authorities.as_slice());
    let all = all.unwrap_or_default();
    let mut named = all.iter().filter(|a| Some(&a.id) == contact);
    let called = named.any(|a| a.duty_phone.is_some());
    let wanted = all.iter().filter(|a| !called || Some(&a.id) == contact);
    wanted
        .filter_map(|a| Some((a.name_in(page.lang).to_owned(), a.duty_phone.clone()?)))
        .collect()
}
