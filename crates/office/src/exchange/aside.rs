//! What is put aside: a message that came before the request it is about, until that comes; and what cannot be opened or does not
//! fit, for good, with a signed note that names the fault.

use jiff::{SignedDuration, Timestamp};
use model::{Actor, ReceiptKind, Verb, limits};
use store::Tx;
use store::exchange::Envelope;

use super::{outbox, receipts, segments};
use crate::error::{Error, Result};
use crate::office::{Office, Said};

/// Messages looked at in one round.
const ROUND_MAX: u32 = 32;
/// Messages of one peer that may wait for their requests at once; one more is put aside for good.
const EARLY_PER_PEER_MAX: u64 = 64;
/// Notes of envelopes put aside that one peer is sent in an hour: two nodes that cannot open each other's notes are not to
/// write to one another for ever.
const NOTES_PER_HOUR_MAX: u32 = 60;

/// A message about a request that is not here yet: it overtook it, on a faster lane or while the other was tried again. It waits
/// until the request comes.
pub(super) async fn early(
    office: &Office,
    envelope: Envelope,
    about: Option<String>,
) -> Result<()> {
    let now = office.now();
    if office.store().early_of(&envelope.peer).await? >= EARLY_PER_PEER_MAX {
        return quarantine(office, envelope, ("NOT-FOUND", true)).await;
    }
    tracing::info!(envelope = %envelope.id, "a message came before the request it is about; it waits");
    let actor = Actor::worker(office.state(), "inbox");
    let said = Said {
        verb: Some("message.early"),
        object: about.clone(),
        ..Said::default()
    }
    .with("envelope", envelope.id)
    .with("from", &envelope.peer);
    let entry = office.entry(office.new_act(), (&actor, Verb::ReceiveEnvelope), now, said);
    office
        .act(entry.act, move |tx| {
            Box::pin(async move {
                // The request may have come while this one was looked at: then it is opened again at once.
                let here = match &about {
                    Some(about) => tx.record(about).await?.is_some(),
                    None => false,
                };
                let state = if here { "stored" } else { "early" };
                tx.put_envelope(&Envelope {
                    version: envelope.version + 1,
                    state: state.to_owned(),
                    object: about,
                    ..envelope
                })
                .await?;
                Ok(tx.keep(entry, ()).await?)
            })
        })
        .await
}

/// Put aside what waited for a request that never came.
pub(super) async fn never_came(office: &Office) -> Result<()> {
    let too_old = office.now() - SignedDuration::from_secs(limits::ENVELOPE_LIFE_S);
    for envelope in office.store().envelopes("in", "early", ROUND_MAX).await? {
        if envelope.created <= too_old {
            quarantine(office, envelope, ("NOT-FOUND", true)).await?;
        }
    }
    Ok(())
}

/// Put aside what cannot be opened or does not fit, with a signed note that names the fault. The receipt that was given stays
/// true: it was delivered.
pub(super) async fn quarantine(
    office: &Office,
    envelope: Envelope,
    (fault, answer): (&str, bool),
) -> Result<()> {
    let now = office.now();
    tracing::warn!(envelope = %envelope.id, fault, "an envelope is put aside");
    let actor = Actor::worker(office.state(), "inbox");
    let act = office.new_act();
    let said = Said {
        verb: Some("envelope.quarantined"),
        reason: Some(fault.to_owned()),
        ..Said::default()
    }
    .with("envelope", envelope.id)
    .with("from", &envelope.peer);
    let entry = office.entry(act, (&actor, Verb::ReceiveEnvelope), now, said);
    let held = envelope.clone();
    let (office_in, fault) = (office.clone(), fault.to_owned());
    office
        .act(act, move |tx| {
            Box::pin(async move {
                let peer = envelope
                    .peer
                    .parse()
                    .map_err(|_| Error::input("STATE", "peer", "not a State code"))?;
                let signed =
                    receipts::fault(&office_in, envelope.id, &fault, (tx.next_leaf(), now))?;
                receipts::keep(
                    tx,
                    (ReceiptKind::R3, envelope.id, &signed),
                    (&peer, true),
                    None,
                    now,
                )
                .await?;
                if answer && may_answer(tx, &envelope.peer, now).await? {
                    let note = (envelope.id, signed.as_slice());
                    outbox::put_aside(&office_in, tx, &peer, note, now).await?;
                }
                tx.put_envelope(&Envelope {
                    version: envelope.version + 1,
                    state: "quarantined".to_owned(),
                    ..envelope
                })
                .await?;
                Ok(tx.keep(entry, ()).await?)
            })
        })
        .await?;
    crate::health::Counts::up(&office.0.counts.quarantined);
    office.0.bell.outbox.notify_one();
    segments::drop_all(office, &held).await
}

/// Whether this peer may be sent one more note in this hour; counts it.
async fn may_answer(tx: &mut Tx, peer: &str, now: Timestamp) -> Result<bool> {
    let fact = format!("notes/{peer}");
    let hour = now.as_second() / 3600;
    let held = tx.fact(&fact).await?.unwrap_or_default();
    let count = match held.split_once(' ') {
        Some((of, count)) if of.parse() == Ok(hour) => count.parse().unwrap_or(0),
        _ => 0u32,
    };
    if count >= NOTES_PER_HOUR_MAX {
        return Ok(false);
    }
    tx.put_fact(&fact, &format!("{hour} {}", count + 1)).await?;
    Ok(true)
}
