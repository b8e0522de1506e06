//! Taking in an envelope: judge it, keep it, and only then answer. The receipt is signed in the same act that keeps the
//! envelope, names that act's leaf, and is given after the commit is on disk. The same bytes again get the same receipt.

use bytes::Bytes;
use jiff::Timestamp;
use model::{Actor, Digest, Object, ReceiptKind, Refusal, StateCode, Verb, limits};
use seal::envelope::{Arrival, Envelope as Parsed, Reason, Refused};
use store::exchange::{Envelope, Peer, Stream};
use store::{Tx, fault};

use super::{receipts, segments};
use crate::directory::{Known, known};
use crate::error::{Error, Result};
use crate::office::{Office, Said};

/// The answer to an envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ingest {
    /// 201 new, 200 known, 202 segments are missing, 422 refused, 429 too much.
    pub status: u16,
    /// Media type of the body.
    pub media_type: &'static str,
    /// The receipt, or the signed refusal.
    pub body: Vec<u8>,
    /// When to try again.
    pub retry_after_s: Option<u32>,
}

const COSE: &str = "application/cose";
/// When a peer over its quota may try again, in seconds.
const RETRY_S: u32 = 60;

impl Ingest {
    fn of(status: u16, body: Vec<u8>) -> Self {
        Self {
            status,
            media_type: COSE,
            body,
            retry_after_s: None,
        }
    }
}

/// Take in the bytes of an envelope that `peer`'s node handed over.
///
/// # Errors
/// If it cannot be kept; nothing is answered then but the failure, and the peer tries again.
pub async fn ingest(office: &Office, peer: &StateCode, bytes: Bytes) -> Result<Ingest> {
    let now = office.now();
    if bytes.len() > limits::ENVELOPE_BYTES_MAX {
        return refuse(office, &bytes, Reason::TooLarge);
    }
    let id = seal::envelope::envelope_id(&bytes);
    if let Some(held) = office
        .store()
        .envelope(&id)
        .await?
        .filter(|e| e.direction == "in" && e.peer == peer.as_str())
        && let Some(receipt) = held.receipt
    {
        heard(office, peer, now).await?;
        return Ok(Ingest::of(200, receipt));
    }
    let (parsed, sender) = match judge(office, peer, &bytes, now).await? {
        Ok(judged) => judged,
        Err(refused) => {
            tracing::warn!(peer = %peer, reason = refused.reason.code(), "an envelope is refused");
            if refused.reason == Reason::SenderCard {
                stale_card(office, peer);
            }
            return refuse(office, &bytes, refused.reason);
        }
    };
    heard(office, peer, now).await?;
    let mut complete = true;
    for blob in &parsed.header.blobs {
        complete &= segments::lacking(office, blob).await?.is_empty();
    }
    if !complete {
        if !office.0.waiting.room(peer, &id, &parsed.header.blobs) {
            return Ok(Ingest {
                retry_after_s: Some(RETRY_S),
                ..Ingest::of(429, Vec::new())
            });
        }
        announce(office, (id, bytes), (&parsed, &sender), now).await?;
        office.0.waiting.add(peer, id, &parsed.header.blobs);
        return Ok(Ingest::of(202, Vec::new()));
    }
    let kept = keep(office, (id, bytes), (&parsed, &sender), now).await?;
    office.0.waiting.done(peer, &id);
    let Some(receipt) = kept else {
        // Another road brought the same bytes meanwhile: what it was answered is answered here, once it is on disk.
        let held = office.store().envelope(&id).await?.and_then(|e| e.receipt);
        return match held {
            Some(receipt) => Ok(Ingest::of(200, receipt)),
            None => Err(Error::Busy { retry_after_s: 1 }),
        };
    };
    fault::point("receipt.given")?;
    crate::health::Counts::up(&office.0.counts.received);
    office.0.bell.inbox.notify_one();
    Ok(Ingest::of(201, seal::unhex(&receipt).unwrap_or_default()))
}

/// A peer was heard: what waits for it may be tried at once.
async fn heard(office: &Office, peer: &StateCode, now: Timestamp) -> Result<()> {
    office.store().heard_from(peer.as_str(), now).await?;
    office.0.bell.outbox.notify_one();
    Ok(())
}

/// The card held of this peer is not the one it signs under: the outbox worker asks it for the newest.
fn stale_card(office: &Office, peer: &StateCode) {
    let stale = office.0.stale.lock();
    stale
        .unwrap_or_else(std::sync::PoisonError::into_inner)
        .insert(peer.clone());
    office.0.bell.outbox.notify_one();
}

async fn judge(
    office: &Office,
    peer: &StateCode,
    bytes: &[u8],
    now: Timestamp,
) -> Result<std::result::Result<(Parsed, Known), Refused>> {
    let parsed = match Parsed::parse(bytes) {
        Ok(parsed) => parsed,
        Err(refused) => return Ok(Err(refused)),
    };
    let not = |reason, detail: &str| {
        Ok(Err(Refused {
            reason,
            detail: detail.to_owned(),
        }))
    };
    // Another road than the sender's own node is a relay's; relays are pinned peers with rights of their own, not yet here.
    if parsed.header.from != *peer {
        return not(
            Reason::SignerUnknown,
            "the node that hands it over is not the sender's",
        );
    }
    let Some(row) = office
        .store()
        .peer(peer.as_str())
        .await?
        .filter(Peer::by_node)
    else {
        return not(Reason::SignerUnknown, "no card of this State is pinned");
    };
    let sender = known(row)?;
    let Some(ours) = office.store().peer(office.state().as_str()).await? else {
        return not(Reason::RecipientCard, "this node has no card");
    };
    let arrival = Arrival {
        me: office.state(),
        my_cards: &[ours.card_sha256],
        now,
    };
    Ok(parsed
        .verify_outer(&sender.card, arrival)
        .map(|()| (parsed, sender)))
}

/// A signed refusal, so that the sender can show why. It is given, not kept: whoever sends rubbish fills no disk.
fn refuse(office: &Office, bytes: &[u8], reason: Reason) -> Result<Ingest> {
    let id = seal::envelope::envelope_id(bytes);
    let body = receipts::refusal(office, id, reason, office.now())?;
    Ok(Ingest::of(422, body))
}

fn row(id: Digest, bytes: &Bytes, parsed: &Parsed, now: Timestamp) -> Envelope {
    Envelope {
        id,
        version: 1,
        direction: "in".to_owned(),
        peer: parsed.header.from.to_string(),
        epoch: i64::try_from(parsed.header.epoch).unwrap_or(i64::MAX),
        number: i64::try_from(parsed.header.seq).unwrap_or(i64::MAX),
        state: "incomplete".to_owned(),
        object: None,
        created: now,
        receipt: None,
        bytes: bytes.to_vec(),
    }
}

/// Keep an envelope whose segments are still to come.
async fn announce(
    office: &Office,
    (id, bytes): (Digest, Bytes),
    (parsed, sender): (&Parsed, &Known),
    now: Timestamp,
) -> Result<()> {
    let row = row(id, &bytes, parsed, now);
    let actor = Actor::Peer {
        state: sender.card.card.code.clone(),
    };
    permit(office, &actor, sender, now)?;
    let said = Said {
        verb: Some("envelope.announced"),
        ..Said::default()
    }
    .with("envelope", id);
    let entry = office.entry(office.new_act(), (&actor, Verb::ReceiveEnvelope), now, said);
    let done = office
        .act(entry.act, move |tx| {
            Box::pin(async move {
                // Announced before: asking again is no new act.
                if tx.envelope(&id).await?.is_some() {
                    return Err(Refusal::new("DONE").into());
                }
                tx.put_envelope(&row).await?;
                Ok(tx.keep(entry, ()).await?)
            })
        })
        .await;
    match done {
        Err(Error::Refused(refusal)) if refusal.code == "DONE" => Ok(()),
        other => other,
    }
}

fn permit(office: &Office, actor: &Actor, sender: &Known, now: Timestamp) -> Result<()> {
    let partner = &sender.card.card.code;
    Ok(model::may(
        actor,
        Verb::ReceiveEnvelope,
        &Object::envelope(office.state(), partner),
        now,
    )?)
}

/// Keep a complete envelope with its receipt. Answers the receipt (hex); `None` where the envelope was kept before.
async fn keep(
    office: &Office,
    (id, bytes): (Digest, Bytes),
    (parsed, sender): (&Parsed, &Known),
    now: Timestamp,
) -> Result<Option<String>> {
    let row = row(id, &bytes, parsed, now);
    let actor = Actor::Peer {
        state: sender.card.card.code.clone(),
    };
    permit(office, &actor, sender, now)?;
    let said = Said::default()
        .with("envelope", id)
        .with("number", row.number);
    let entry = office.entry(office.new_act(), (&actor, Verb::ReceiveEnvelope), now, said);
    let (office, peer) = (office.clone(), sender.card.card.code.clone());
    let inner = office.clone();
    let done = office
        .act(entry.act, move |tx| {
            Box::pin(async move {
                let held = tx.envelope(&id).await?;
                if held.as_ref().is_some_and(|e| e.receipt.is_some()) {
                    return Err(Refusal::new("DONE").into());
                }
                let receipt = receipts::sign(
                    &inner,
                    (ReceiptKind::R3, id),
                    (tx.next_leaf(), now),
                    &*inner.0.keys.node(),
                )?;
                receipts::keep(
                    tx,
                    (ReceiptKind::R3, id, &receipt),
                    (&peer, true),
                    None,
                    now,
                )
                .await?;
                follow(tx, &row).await?;
                let version = held.map_or(0, |e| e.version) + 1;
                tx.put_envelope(&Envelope {
                    version,
                    state: "stored".to_owned(),
                    receipt: Some(receipt.clone()),
                    ..row
                })
                .await?;
                Ok(tx.keep(entry, seal::hex(&receipt)).await?)
            })
        })
        .await;
    match done {
        Ok(receipt) => Ok(Some(receipt)),
        Err(Error::Refused(refusal)) if refusal.code == "DONE" => Ok(None),
        Err(other) => Err(other),
    }
}

/// Where the stream from this peer stands. Lanes overtake each other, so a gap is no error: what is missing is sent again by the
/// peer's outbox until it has our receipt.
async fn follow(tx: &mut Tx, row: &Envelope) -> Result<()> {
    let stream = tx.stream(&format!("in/{}", row.peer), row.epoch).await?;
    let newer = (row.epoch, row.number) > (stream.epoch, stream.number) || stream.version == 0;
    if newer {
        tx.put_stream(&Stream {
            epoch: row.epoch,
            number: row.number,
            previous: Some(row.id),
            ..stream
        })
        .await?;
    }
    Ok(())
}
