//! Proposing a release: one proposal for each State, built for it alone. The exact readers are shown before anything is proposed.

use std::collections::BTreeSet;

use futures_util::future::BoxFuture;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use model::card::{Address, Card, ReleaseStage};
use model::record::Standing;
use model::{
    ActId, Actor, CardId, OfficerId, Purpose, Recipient, RecordId, Refusal, Relation, ReleaseId,
    StateCode, Verb, limits,
};
use serde::{Deserialize, Serialize};
use store::{Kept, Record, RecordHead, Tx};

use super::again::LookedAgain;
use super::issued;
use super::keep::{Hand, keep, permit, read};
use super::look::{Look, offered};
use super::row::{Whole, written};
use super::{InBulk, bulk, record_row};
use crate::error::Result;
use crate::office::Office;
use crate::requests::Turn;

/// The kind of the row.
pub(super) const RELEASE: &str = "release";

/// Propose a release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Propose {
    /// The act.
    pub act: ActId,
    /// The record.
    pub record: RecordId,
    /// The version that was looked at.
    pub version: i64,
    /// Whom to.
    pub look: Look,
    /// The instrument it rests on.
    pub basis: String,
    /// Why, for the second person.
    pub reason: String,
}

/// A proposal as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// Its id.
    pub id: ReleaseId,
    /// Of which record.
    pub record: RecordId,
    /// For whom it is built.
    pub recipient: Recipient,
    /// What would be released.
    pub card: Card,
    /// The parts of the record that it is built from.
    #[serde(default)]
    pub parts: BTreeSet<String>,
    /// The instrument it rests on.
    pub basis: String,
    /// Why.
    pub reason: String,
    /// Who proposed it.
    pub by: OfficerId,
    /// When.
    pub at: Timestamp,
    /// Who released it alone, a life being at risk, with what was said of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alone: Option<(OfficerId, Timestamp, String)>,
    /// The second person, with what was said.
    #[serde(default)]
    pub decided: Option<(OfficerId, Timestamp, String)>,
    /// Who looked at it again, where it was drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<LookedAgain>,
    /// Where it stands; written to the row's head.
    #[serde(skip, default = "proposed")]
    pub stage: ReleaseStage,
    /// The row's version.
    #[serde(skip)]
    pub version: i64,
}

const fn proposed() -> ReleaseStage {
    ReleaseStage::Proposed
}

impl Release {
    /// By which it is named when somebody says what was found of it.
    #[must_use]
    pub fn drawn(&self) -> String {
        release_row(self.id)
    }

    pub(super) fn of(record: Record) -> Result<Self> {
        let (record, mut release) = read::<Self>(Some(record))?;
        release.stage = record.head.stage.parse().unwrap_or(ReleaseStage::Refused);
        release.version = record.head.version;
        Ok(release)
    }

    /// By when a second person looks at what one released alone.
    #[must_use]
    pub fn look_by(&self) -> Option<Timestamp> {
        let (_, at, _) = self.alone.as_ref()?;
        (self.stage == ReleaseStage::Alone)
            .then(|| *at + SignedDuration::from_hours(limits::ALONE_LOOK_HOURS))
    }
}

/// The name of a proposal's row.
pub(super) fn release_row(id: ReleaseId) -> String {
    format!("{RELEASE}:{id}")
}

/// The recipient that a State is. The owner consents to what it releases itself; other originators do by their own word.
pub(super) fn recipient(
    office: &Office,
    (to, look): (&StateCode, &Look),
    consents: &BTreeSet<String>,
) -> Recipient {
    let own = office.state();
    Recipient {
        clearance: look.clearance,
        consents: with_own(office, consents),
        country: to.to_string(),
        purpose: look.purpose,
        relation: match to == own {
            true => Relation::Named,
            false => Relation::SameOrg,
        },
    }
}

pub(super) fn with_own(office: &Office, consents: &BTreeSet<String>) -> BTreeSet<String> {
    let own = office.state().to_string();
    consents.iter().cloned().chain([own]).collect()
}

/// Originators whose consent to pass just this on has come and is good.
pub(super) async fn consents(office: &Office, whole: &Whole, on: Date) -> Result<BTreeSet<String>> {
    match model::release::consent::controlled(&whole.saying()).is_empty() {
        true => Ok(BTreeSet::new()),
        false => crate::cards::consented(office, whole, on).await,
    }
}

pub(super) fn address(office: &Office, whole: &Whole, id: CardId) -> Result<Address> {
    Ok(Address {
        id,
        owner: office.state().clone(),
        version: 1,
        contact: whole.authority()?,
    })
}

/// A card's id says no hour: it is made of the beginning of its day.
pub(super) fn card_id(office: &Office, now: Timestamp) -> CardId {
    CardId::new(model::encounter::day_of(now), office.throw10())
}

/// The whole of a record, for the gates: they look at every part.
pub(super) async fn whole_of(office: &Office, record: RecordId) -> Result<Whole> {
    let gates = Actor::worker(office.state(), "gates");
    let reader = office.read(&gates, Purpose::Intelligence).await?;
    reader.whole(record).await
}

pub(super) fn check_states(look: &Look) -> Result<()> {
    if look.to.is_empty() {
        return Err(Refusal::new("MISSING").at("/to").into());
    }
    if look.to.len() > limits::RELEASE_STATES_MAX {
        return Err(Refusal::new("TOO-MANY")
            .at("/to")
            .with("max", limits::RELEASE_STATES_MAX)
            .into());
    }
    Ok(())
}

/// What came of proposing: the proposals, or why the record now waits.
type Proposed = (Vec<ReleaseId>, Option<InBulk>);

/// Propose to release a record: one proposal for each State, each built for it alone.
///
/// # Errors
/// `RELEASE-HELD` naming the first ground and State where a gate holds it, `STALE`, `MISSING`, `NOT-ALLOWED`, `NOT-FOUND`,
/// `RELEASE-OUT` where that State has a card of it already; `STALE` or `GROUP-UNSIGNED` of a group; `RECORD-IN-BULK` where it is one of very many of a day.
pub async fn propose(office: &Office, actor: &Actor, mut act: Propose) -> Result<Vec<ReleaseId>> {
    let turn = Turn::new(office, actor, Verb::ReleasePropose, act.act);
    turn.admit()?;
    let by = actor.officer().ok_or_else(|| Refusal::new("NOT-ALLOWED"))?;
    if !act.look.groups.is_empty() {
        let reader = office.read(actor, Purpose::Intelligence).await?;
        act.look = act.look.spelt_out(&reader).await?;
    }
    check_states(&act.look)?;
    for (text, field) in [(&act.reason, "/reason"), (&act.basis, "/basis")] {
        if text.trim().is_empty() {
            return Err(Refusal::new("MISSING").at(field).into());
        }
    }
    let claim = Office::claim(act.act, (actor, turn.verb), Some(record_row(act.record)));
    bulk::ready(office).await?;
    let (made, held) = office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<Proposed>>> {
                Box::pin(async move {
                    let mut whole = Whole::load(tx, act.record).await?;
                    let role = permit(&turn, &whole, Vec::new())?;
                    if whole.head.version != act.version {
                        return Err(Refusal::new("STALE").into());
                    }
                    let hand = Hand { turn, by, role };
                    let mut made = Vec::new();
                    if whole.body.bulk.is_none() {
                        bulk::count(&hand, &mut whole).await;
                        if let Some(held) = whole.body.bulk.clone() {
                            whole.put(tx, "held", hand.turn.now).await?;
                            let done = (made, Some(held));
                            return keep(&hand, tx, (&whole, "held", None), done).await;
                        }
                    }
                    for to in &act.look.to {
                        made.push(propose_to(&hand, tx, (&whole, to), &act).await?);
                    }
                    keep(
                        &hand,
                        tx,
                        (&whole, "proposed", Some(act.reason)),
                        (made, None),
                    )
                    .await
                })
            },
        )
        .await?;
    match held {
        Some(held) => Err(bulk::refusal(&held).into()),
        None => Ok(made),
    }
}

/// What a State would get now, or why nothing.
pub(super) async fn built(
    hand: &Hand,
    (whole, parts): (&Whole, &BTreeSet<String>),
    (recipient, id): (&Recipient, CardId),
) -> Result<Card> {
    let office = &hand.turn.office;
    if let Some(held) = &whole.body.bulk {
        return Err(bulk::refusal(held).into());
    }
    if whole.judged(hand.today())? != Standing::Kept {
        return Err(Refusal::new("RELEASE-HELD")
            .with("ground", "record-held")
            .into());
    }
    let to = address(office, whole, id)?;
    let (proposal, card) = offered((&whole.held(), parts), recipient, &to, hand.today());
    card.ok_or_else(|| {
        let ground = proposal
            .found
            .first()
            .map_or("no-part", |found| found.ground.code());
        Refusal::new("RELEASE-HELD")
            .with("ground", ground)
            .with("to", &recipient.country)
            .into()
    })
}

async fn propose_to(
    hand: &Hand,
    tx: &mut Tx,
    (whole, to): (&Whole, &StateCode),
    act: &Propose,
) -> Result<ReleaseId> {
    let (office, now) = (&hand.turn.office, hand.turn.now);
    let out = issued::out(tx, whole).await?;
    if out
        .iter()
        .any(|(_, issued)| issued.recipient.country == to.as_str())
    {
        return Err(Refusal::new("RELEASE-OUT").with("to", to).into());
    }
    let consents = consents(office, whole, hand.today()).await?;
    let recipient = recipient(office, (to, &act.look), &consents);
    let seen = whole.seen(&hand.turn)?;
    let card = built(hand, (whole, &seen), (&recipient, card_id(office, now))).await?;
    let (leaving, _) = whole.divided(&recipient, hand.today());
    let id = ReleaseId::new(now, office.throw10());
    let head = RecordHead {
        parent: Some(whole.head.id.clone()),
        stage: ReleaseStage::Proposed.code().to_owned(),
        authority: whole.head.authority.clone(),
        number: whole.head.number.clone(),
        counterpart: Some(to.to_string()),
        officer: Some(hand.by.to_string()),
        ..RecordHead::first(
            (release_row(id), RELEASE),
            office.state().as_str(),
            &whole.label(office, &card),
            now,
        )
    };
    let release = Release {
        id,
        record: whole.id,
        recipient,
        card,
        parts: &leaving & &seen,
        basis: act.basis.clone(),
        reason: act.reason.clone(),
        by: hand.by,
        at: now,
        alone: None,
        again: None,
        decided: None,
        stage: ReleaseStage::Proposed,
        version: 1,
    };
    let body = written(&release)?;
    tx.put_record(&Record { head, body }).await?;
    Ok(id)
}
