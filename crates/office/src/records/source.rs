//! What was taken over from another State's card goes when the card goes, before anybody reads it next, and when the card no longer
//! says it: the owner's control does not end where the words stand in a record of this State. Cards of that record follow.

use jiff::Timestamp;
use model::card::Card;
use model::record::{Assertion, Association, Provenance, check, standing};
use model::{Actor, CardId, OfficerId, RecordId, Verb, limits};
use store::{RecordHead, Tx};

use super::keep::{Hand, stage};
use super::row::{OVERDUE, Whole};
use super::{RECORD_STAGES, follow, number, record_row};
use crate::cards::card_row;
use crate::error::Result;
use crate::office::Office;
use crate::requests::Turn;

/// What is done to a part whose source is gone.
const SOURCE_GONE: &str = "source_gone";

fn derived_fact(card: &str) -> String {
    format!("derived/{card}")
}

/// Remember in which record something of a card stands.
pub(super) async fn note(tx: &mut Tx, record: RecordId, from: &Provenance) -> Result<()> {
    let id = record.to_string();
    let sources = from.derived_from.iter();
    for card in sources.filter(|source| source.starts_with("card:")) {
        let fact = derived_fact(card);
        let known = tx.fact(&fact).await?.unwrap_or_default();
        if known.split(' ').any(|one| one == id) {
            continue;
        }
        if known.split(' ').count() >= limits::CARD_RECORDS_MAX {
            return Err(model::Refusal::new("TOO-MANY")
                .at("/from/derived_from")
                .with("max", limits::CARD_RECORDS_MAX)
                .into());
        }
        let all = format!("{known} {id}");
        tx.put_fact(&fact, all.trim_start()).await?;
    }
    Ok(())
}

/// A card, as it stood and as it now stands; none where it is gone.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source<'a> {
    /// Which.
    pub(crate) id: CardId,
    /// As it stood.
    pub(crate) before: Option<&'a Card>,
    /// As it stands.
    pub(crate) now: Option<&'a Card>,
}

impl Source<'_> {
    /// Whether the card said this and says it no longer. What somebody wrote in words of their own stays until it is gone.
    fn lost(&self, said: &Assertion) -> bool {
        let says = |card: Option<&Card>| {
            card.is_some_and(|card| card.said(said.says).contains(&said.value))
        };
        self.now.is_none() || says(self.before) && !says(self.now)
    }

    fn lost_tie(&self, tie: &Association) -> bool {
        let says = |card: Option<&Card>| {
            let mut ties = card.iter().flat_map(|card| &card.ties);
            ties.any(|one| (one.nature, &one.with) == (tie.nature, &tie.with))
        };
        self.now.is_none() || says(self.before) && !says(self.now)
    }
}

/// Take out of this State's records what a card no longer says.
pub(crate) async fn source_changed(
    office: &Office,
    tx: &mut Tx,
    source: Source<'_>,
    now: Timestamp,
) -> Result<()> {
    let card = card_row(source.id);
    let Some(records) = tx.fact(&derived_fact(&card)).await? else {
        return Ok(());
    };
    let actor = Actor::worker(office.state(), "recall");
    let mut turn = Turn::new(office, &actor, Verb::ReleaseRecall, office.new_act());
    turn.now = now;
    let hand = Hand {
        turn,
        // No person did this; it is never written as one.
        by: OfficerId::from_uuid(uuid::Uuid::nil()),
        role: None,
    };
    for id in records.split(' ') {
        let Ok(id) = id.parse::<RecordId>() else {
            continue;
        };
        let row = tx.record(&record_row(id)).await?;
        let live = |row: &store::Record| {
            !row.body.is_empty() && RECORD_STAGES.contains(&row.head.stage.as_str())
        };
        if row.as_ref().is_some_and(live) {
            let whole = Whole::load(tx, id).await?;
            take_out(&hand, tx, whole, (&card, source)).await?;
        }
    }
    Ok(())
}

async fn take_out(
    hand: &Hand,
    tx: &mut Tx,
    mut whole: Whole,
    (card, source): (&str, Source<'_>),
) -> Result<()> {
    let from = |from: &Provenance| from.derived_from.contains(card);
    let said = whole.said.iter();
    let said = said.filter(|(_, said)| from(&said.one.from) && source.lost(&said.one));
    let ties = whole.ties.iter();
    let ties = ties.filter(|(_, tie)| from(&tie.one.from) && source.lost_tie(&tie.one));
    let gone = said.map(|(head, _)| head).chain(ties.map(|(head, _)| head));
    let gone: Vec<RecordHead> = gone.cloned().collect();
    if gone.is_empty() {
        return Ok(());
    }
    for head in &gone {
        whole.end_row(tx, head).await?;
        let gone = (SOURCE_GONE, Some(head.label.clone()));
        whole.reasoned(hand, gone, &number("C", &source.id.to_string()));
    }
    let is_gone = |head: &RecordHead| gone.iter().any(|one| one.id == head.id);
    whole.said.retain(|(head, _)| !is_gone(head));
    whole.ties.retain(|(head, _)| !is_gone(head));
    let found = check(&whole.saying(), hand.today());
    // One that waits for its review goes on waiting.
    let to = match whole.head.stage.as_str() {
        stage @ OVERDUE => stage.to_owned(),
        _ => stage(standing(&found)).to_owned(),
    };
    whole.put(tx, &to, hand.turn.now).await?;
    follow::after(hand, tx, &whole, None).await
}
