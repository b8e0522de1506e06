//! A card follows its source: after every change of a record each card that is out is built anew. What grew narrower, and a
//! value that was put right, goes out at once; what could no longer be released is recalled; what says more waits for two persons.

use model::card::{Address, Card};
use model::copies::NoticeKind;
use model::record::Property;
use store::{RecordHead, Tx};

use super::issued::{self, Issued};
use super::keep::Hand;
use super::row::Whole;
use crate::error::Result;
use crate::requests::Turn;

/// A value that was wrong, and what took its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Swapped {
    pub(super) says: Property,
    pub(super) wrong: String,
    pub(super) right: String,
}

/// What becomes of a card that is out.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Follows {
    /// Nothing: it still says what the record does.
    Stays,
    /// Its holders are told the card from now on.
    Corrected(Box<Card>),
    /// It is taken back.
    Recalled,
}

/// What becomes of a card when its record would now give `anew`. More than it said is not sent from here.
fn follows(old: &Card, anew: Option<Card>, swapped: Option<&Swapped>) -> Follows {
    let Some(new) = anew else {
        return Follows::Recalled;
    };
    match shared(old, &new, swapped) {
        None => Follows::Recalled,
        Some(kept) if kept == *old => Follows::Stays,
        Some(kept) => Follows::Corrected(Box::new(kept)),
    }
}

/// Of the new card what the old one said too, or said wrongly; nothing where none of it is left, or it would say more.
fn shared(old: &Card, new: &Card, swapped: Option<&Swapped>) -> Option<Card> {
    let right = |property: &Property, value: &String| {
        swapped.is_some_and(|s| {
            s.says == *property && s.right == *value && old.said(*property).contains(&s.wrong)
        })
    };
    let mut kept = new.clone();
    for (property, values) in &mut kept.facts {
        values.retain(|value| old.said(*property).contains(value) || right(property, value));
    }
    kept.facts.retain(|_, values| !values.is_empty());
    kept.ties.retain(|tie| old.ties.contains(tie));
    kept.files.retain(|file| old.files.contains(file));
    // What is left is handled as strictly as it was, and as its parts now say; it ends no later.
    kept.label = old.label.join(&new.label);
    kept.expires = [old.expires, new.expires].into_iter().flatten().min();
    kept.released_on = old.released_on;
    kept.version = old.version;
    // Put back what was wrong: then it may say nothing more than before, to nobody else.
    let mut back = kept.clone();
    if let Some(s) = swapped
        && let Some(values) = back.facts.get_mut(&s.says)
    {
        for value in values.iter_mut().filter(|value| **value == s.right) {
            value.clone_from(&s.wrong);
        }
    }
    (back.is_within(old) && !kept.facts.is_empty()).then_some(kept)
}

/// Let every card that is out follow its record.
pub(super) async fn after(
    hand: &Hand,
    tx: &mut Tx,
    whole: &Whole,
    swapped: Option<&Swapped>,
) -> Result<()> {
    let (held, today) = (whole.held(), hand.today());
    for (head, issued) in issued::out(tx, whole).await? {
        let to = Address {
            id: issued.card.id,
            owner: issued.card.owner.clone(),
            version: issued.card.version,
            contact: issued.card.contact.clone(),
        };
        // A record that is held leads nowhere: what is out of it comes back.
        let (_, anew) = held.propose(&issued.recipient, &to, today);
        let anew = anew.filter(|_| whole.head.stage == "kept");
        one(&hand.turn, tx, (head, issued), anew, swapped).await?;
    }
    Ok(())
}

async fn one(
    turn: &Turn,
    tx: &mut Tx,
    (head, issued): (RecordHead, Issued),
    anew: Option<Card>,
    swapped: Option<&Swapped>,
) -> Result<()> {
    match follows(&issued.card, anew, swapped) {
        Follows::Stays => Ok(()),
        Follows::Corrected(card) => {
            let corrected = (NoticeKind::Correct, Some(*card));
            issued::notice(turn, tx, (head, issued), corrected).await
        }
        Follows::Recalled => {
            issued::notice(turn, tx, (head, issued), (NoticeKind::Recall, None)).await
        }
    }
}

/// Recall every card of a record that is out.
pub(super) async fn recall_all(turn: &Turn, tx: &mut Tx, whole: &Whole) -> Result<()> {
    for (head, issued) in issued::out(tx, whole).await? {
        issued::notice(turn, tx, (head, issued), (NoticeKind::Recall, None)).await?;
    }
    Ok(())
}
