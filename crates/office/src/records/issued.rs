//! What is out: one row for each card, with its register of who holds a copy and in which version; recalling; taking in the
//! holders' confirmations.

use futures_util::future::BoxFuture;
use jiff::{SignedDuration, Timestamp};
use model::card::Card;
use model::copies::{Notice, NoticeKind, Receipt, Register};
use model::sharing::Sharing;
use model::{ActId, Actor, CardId, Recipient, RecordId, Refusal, StateCode, Verb};
use serde::{Deserialize, Serialize};
use store::{Kept, Record, RecordHead, Tx};

use super::keep::{Hand, keep, permit, read};
use super::record_row;
use super::row::{Whole, written};
use crate::cards;
use crate::error::Result;
use crate::exchange::outbox;
use crate::office::Office;
use crate::requests::Turn;

/// The kind of the row.
pub(crate) const ISSUED: &str = "issued";
/// The stage of a card that is out.
pub(crate) const OUT: &str = "out";
/// The stage of a card that was recalled.
pub(crate) const RECALLED: &str = "recalled";
/// A holder confirms a notice within so many hours, or stands among the overdue.
const CONFIRM_HOURS: i64 = 24;

/// A card that is out, as the owner keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// The card as its holders have it, or should.
    pub card: Card,
    /// For whom it was built.
    pub recipient: Recipient,
    /// Who holds a copy, and who confirmed which version.
    pub register: Register,
    /// The last notice and when it was given.
    #[serde(default)]
    pub noticed: Option<(NoticeKind, Timestamp)>,
    /// When it was last said again to whoever had not confirmed.
    #[serde(default)]
    pub again: Option<Timestamp>,
}

/// A card that is out, as pages show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// The record.
    pub record: RecordId,
    /// What is out.
    pub issued: Issued,
    /// Where it went.
    pub to: String,
    /// `out` or `recalled`.
    pub stage: String,
    /// Since when.
    pub at: Timestamp,
    /// By when every holder should have confirmed; none where all have.
    pub due: Option<Timestamp>,
}

/// Recall a record, from one State or from all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recall {
    /// The act.
    pub act: ActId,
    /// The record.
    pub record: RecordId,
    /// One card; none recalls all.
    #[serde(default)]
    pub card: Option<CardId>,
    /// Why: kept here, not sent.
    pub reason: String,
}

/// The name of the row.
pub(crate) fn issued_row(id: CardId) -> String {
    format!("{ISSUED}:{id}")
}

/// The cards of a record that are out, with their rows.
pub(super) async fn out(tx: &mut Tx, whole: &Whole) -> Result<Vec<(RecordHead, Issued)>> {
    let rows = tx.children(&whole.head.id, ISSUED).await?;
    let rows = rows.into_iter().filter(|row| row.head.stage == OUT);
    rows.map(|row| {
        let (row, issued) = read(Some(row))?;
        Ok((row.head, issued))
    })
    .collect()
}

/// Put a new card out: into the register before it leaves.
pub(super) async fn issue(
    turn: &Turn,
    tx: &mut Tx,
    whole: &Whole,
    (card, recipient): (Card, Recipient),
) -> Result<()> {
    let own = turn.office.state().as_str();
    let to = recipient.country.clone();
    let mut register = Register::new(own);
    register.share((own, &to), false, turn.now.as_second())?;
    let head = RecordHead {
        stage: OUT.to_owned(),
        counterpart: Some(to.clone()),
        authority: whole.head.authority.clone(),
        number: whole.head.number.clone(),
        parent: Some(whole.head.id.clone()),
        due: (to != own).then(|| by_when(turn.now)),
        ..RecordHead::first(
            (issued_row(card.id), ISSUED),
            own,
            &whole.label(&turn.office, &card),
            turn.now,
        )
    };
    let issued = Issued {
        card: card.clone(),
        recipient,
        register,
        noticed: None,
        again: None,
    };
    let body = written(&issued)?;
    tx.put_record(&Record { head, body }).await?;
    let what = Sharing::Released {
        card: Box::new(card),
    };
    send(turn, tx, &issued, what).await
}

fn by_when(now: Timestamp) -> Timestamp {
    now + SignedDuration::from_hours(CONFIRM_HOURS)
}

/// Send something about a card to its holders; what this State's own posts hold changes at once.
async fn send(turn: &Turn, tx: &mut Tx, issued: &Issued, what: Sharing) -> Result<()> {
    let own = turn.office.state();
    if issued.recipient.country == own.as_str() {
        return cards::heard_here(&turn.office, tx, what, turn.now)
            .await
            .map(drop);
    }
    let is_notice = matches!(what, Sharing::Notice { .. });
    let holders: Vec<String> = issued.register.holders().map(str::to_owned).collect();
    for holder in holders {
        let to: StateCode = holder
            .parse()
            .map_err(|_| Refusal::new("STATE").at("/to"))?;
        let sent = outbox::about_card(
            &turn.office,
            tx,
            (&to, &issued.card.contact, &issued.card.label),
            what.clone(),
            turn.now,
        )
        .await;
        // Taking back waits for nobody: a holder out of reach stays among the overdue, and is told when it is back.
        match sent {
            Err(error) if is_notice && error.code() == "PEER-UNKNOWN" => {}
            sent => sent?,
        }
    }
    Ok(())
}

/// Give a notice of a card: a correction with the card from now on, or a recall.
pub(super) async fn notice(
    turn: &Turn,
    tx: &mut Tx,
    (mut head, mut issued): (RecordHead, Issued),
    (kind, card): (NoticeKind, Option<Card>),
) -> Result<()> {
    let own = turn.office.state();
    let notice: Notice = issued.register.give_notice(own.as_str(), kind)?;
    if let Some(card) = card {
        issued.card = Card {
            id: issued.card.id,
            version: notice.version,
            ..card
        };
    }
    issued.noticed = Some((kind, turn.now));
    let changed = (kind != NoticeKind::Recall).then(|| Box::new(issued.card.clone()));
    head.version += 1;
    head.updated = turn.now;
    head.due = issued.register.holders().next().map(|_| by_when(turn.now));
    if kind == NoticeKind::Recall {
        head.stage = RECALLED.to_owned();
        // Who held it is still known; what it said is not.
        issued.card.facts.clear();
        issued.card.ties.clear();
        issued.card.files.clear();
    }
    let body = written(&issued)?;
    tx.put_record(&Record { head, body }).await?;
    let what = Sharing::Notice {
        id: issued.card.id,
        notice,
        card: changed,
    };
    send(turn, tx, &issued, what).await
}

/// Recall a record from one State, or from all. It waits for nobody: one officer is enough.
///
/// # Errors
/// `NOT-ALLOWED`, `NOT-FOUND`, `MISSING` without a reason, `COPY-RECALLED` where nothing is out.
pub async fn recall(office: &Office, actor: &Actor, act: Recall) -> Result<usize> {
    let turn = Turn::new(office, actor, Verb::ReleaseRecall, act.act);
    turn.admit()?;
    if act.reason.trim().is_empty() {
        return Err(Refusal::new("MISSING").at("/reason").into());
    }
    let by = actor.officer().ok_or_else(|| Refusal::new("NOT-ALLOWED"))?;
    let claim = Office::claim(act.act, (actor, turn.verb), Some(record_row(act.record)));
    let done = office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<usize>>> {
                Box::pin(async move {
                    let mut whole = Whole::load(tx, act.record).await?;
                    let role = permit(&turn, &whole, Vec::new())?;
                    let hand = Hand { turn, by, role };
                    let mut count = 0;
                    for (head, issued) in out(tx, &whole).await? {
                        if act.card.is_none_or(|card| card == issued.card.id) {
                            let recalled = (NoticeKind::Recall, None);
                            notice(&hand.turn, tx, (head, issued), recalled).await?;
                            count += 1;
                        }
                    }
                    if count == 0 {
                        return Err(Refusal::new("COPY-RECALLED").into());
                    }
                    let stage = whole.head.stage.clone();
                    whole.reasoned(&hand, ("recalled", None), &act.reason);
                    whole.put(tx, &stage, hand.turn.now).await?;
                    keep(&hand, tx, (&whole, "recalled", Some(act.reason)), count).await
                })
            },
        )
        .await?;
    office.0.bell.outbox.notify_one();
    Ok(done)
}

/// Say again what stands of a card, to a holder that has lost track: the card as it is, or that it was recalled.
pub(crate) async fn say_again(
    office: &Office,
    tx: &mut Tx,
    (head, issued): (&RecordHead, &Issued),
    to: &StateCode,
    now: Timestamp,
) -> Result<()> {
    let what = match head.stage == OUT {
        true => Sharing::Released {
            card: Box::new(issued.card.clone()),
        },
        false => Sharing::Notice {
            id: issued.card.id,
            notice: Notice {
                owner: office.state().to_string(),
                kind: NoticeKind::Recall,
                version: issued.register.version(),
            },
            card: None,
        },
    };
    let card = &issued.card;
    outbox::about_card(office, tx, (to, &card.contact, &card.label), what, now).await
}

/// A holder confirms a version. What it says counts for itself alone: it is known by the key that signed.
pub(crate) async fn confirmed(
    tx: &mut Tx,
    (id, from): (CardId, &StateCode),
    receipt: &Receipt,
    now: Timestamp,
) -> Result<String> {
    let row = tx.record(&issued_row(id)).await?;
    let (mut record, mut issued) = read::<Issued>(row)?;
    if !issued.register.holds(from.as_str()) {
        return Err(Refusal::new("COPY-ABSENT").into());
    }
    let at = now.as_second();
    issued.register.catch_up(from.as_str(), receipt);
    issued
        .register
        .confirmed(from.as_str(), receipt.version, at);
    if issued.register.overdue(at).is_empty() {
        record.head.due = None;
    }
    record.head.version += 1;
    record.head.updated = now;
    record.body = written(&issued)?;
    tx.put_record(&record).await?;
    Ok(record.head.parent.unwrap_or(record.head.id))
}

/// An issued card in an act.
pub(crate) async fn issued_at(tx: &mut Tx, id: CardId) -> Result<Option<(RecordHead, Issued)>> {
    let row = tx.record(&issued_row(id)).await?;
    let Some(row) = row.filter(|row| !row.body.is_empty()) else {
        return Ok(None);
    };
    let (row, issued) = read::<Issued>(Some(row))?;
    Ok(Some((row.head, issued)))
}

/// The same, for what a holder says of it: the holder must have one.
pub(crate) async fn held_by(
    tx: &mut Tx,
    (id, from): (CardId, &StateCode),
) -> Result<Option<(RecordHead, Issued)>> {
    let held = issued_at(tx, id).await?;
    Ok(held.filter(|(_, issued)| issued.register.holds(from.as_str())))
}
