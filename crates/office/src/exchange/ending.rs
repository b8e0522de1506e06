//! How a delivery ends for good: envelope, outbox, receipt and case, in one act.

use jiff::Timestamp;
use model::{Actor, Digest, Message, ReceiptKind, Refusal, Verb};
use store::Tx;
use store::exchange::{Envelope, Outgoing};

use super::outbox::Letter;
use super::receipts;
use crate::error::{Error, Result};
use crate::office::{Office, Said};
use crate::requests::{put, request_about, troubled};

/// How delivery ended for good. Both sides count their clocks from the moment that the receipt names.
pub(super) enum End {
    Delivered { receipt: Vec<u8>, at: Timestamp },
    Refused(Vec<u8>),
    Expired,
}

/// Write down how it ended: envelope, outbox, receipt and request in one act.
pub(super) async fn close(
    office: &Office,
    outgoing: Outgoing,
    envelope: Envelope,
    end: End,
) -> Result<()> {
    let now = office.now();
    let actor = Actor::worker(office.state(), "outbox");
    let act = office.new_act();
    let (state, verb) = match &end {
        End::Delivered { .. } => ("delivered", "envelope.delivered"),
        End::Refused(_) => ("refused", "envelope.refused"),
        End::Expired => ("expired", "envelope.expired"),
    };
    let said = Said {
        verb: Some(verb),
        ..Said::of(outgoing.object.clone().unwrap_or_default())
    }
    .with("envelope", envelope.id)
    .with("to", &outgoing.peer);
    let entry = office.entry(act, (&actor, Verb::SendEnvelope), now, said);
    let id = envelope.id;
    let inner = office.clone();
    let done = office
        .act(act, move |tx| {
            Box::pin(async move {
                let stored = tx
                    .outgoing(&outgoing.id)
                    .await?
                    .filter(|o| o.state == "sealed");
                let stored = stored.ok_or_else(|| Refusal::new("DONE"))?;
                let answer = ended(&inner, tx, &outgoing, (id, end), now).await?;
                let next = Envelope {
                    version: envelope.version + 1,
                    state: state.to_owned(),
                    receipt: answer.or(envelope.receipt),
                    ..envelope
                };
                tx.put_envelope(&next).await?;
                // What was delivered may be asked for again by a node that was restored; its letter stays, encrypted.
                let body = match state {
                    "delivered" => stored.body.clone(),
                    _ => Vec::new(),
                };
                tx.put_outgoing(&Outgoing {
                    version: stored.version + 1,
                    state: state.to_owned(),
                    body,
                    ..stored
                })
                .await?;
                Ok(tx.keep(entry, ()).await?)
            })
        })
        .await;
    match done {
        Err(Error::Refused(refusal)) if refusal.code == "DONE" => {}
        other => other?,
    }
    office.store().forget_transits(&id).await?;
    Ok(())
}

/// What the end of a delivery changes on its case. Answers what the other side said.
async fn ended(
    office: &Office,
    tx: &mut Tx,
    outgoing: &Outgoing,
    (id, end): (Digest, End),
    now: Timestamp,
) -> Result<Option<Vec<u8>>> {
    match end {
        End::Delivered { receipt, at } => {
            let peer = outgoing
                .peer
                .parse()
                .map_err(|_| Error::input("STATE", "peer", "not a State code"))?;
            let what = (ReceiptKind::R3, id, receipt.as_slice());
            receipts::keep(tx, what, (&peer, false), outgoing.object.clone(), at).await?;
            delivered(office, tx, outgoing, (id, at), now).await?;
            Ok(Some(receipt))
        }
        End::Refused(reason) => {
            given_up(tx, outgoing, "REFUSED", now).await?;
            Ok(Some(reason))
        }
        End::Expired => {
            given_up(tx, outgoing, "EXPIRED", now).await?;
            Ok(None)
        }
    }
}

/// Whether the other side has confirmed it before.
pub(crate) async fn was_delivered(office: &Office, outgoing: &Outgoing) -> Result<bool> {
    let Some(id) = outgoing.envelope else {
        return Ok(false);
    };
    let envelope = office.store().envelope(&id).await?;
    Ok(envelope.is_some_and(|envelope| envelope.receipt.is_some()))
}

/// Give up a message whose time passed, sealed or not.
pub(crate) async fn give_up(office: &Office, outgoing: Outgoing) -> Result<()> {
    if let Some(id) = outgoing.envelope
        && let Some(envelope) = office.store().envelope(&id).await?
    {
        return close(office, outgoing, envelope, End::Expired).await;
    }

    let actor = Actor::worker(office.state(), "outbox");
    let said = Said {
        verb: Some("message.expired"),
        ..Said::of(outgoing.object.clone().unwrap_or_default())
    }
    .with("to", &outgoing.peer);
    let now = office.now();
    let entry = office.entry(office.new_act(), (&actor, Verb::SendEnvelope), now, said);
    office
        .act(entry.act, move |tx| {
            Box::pin(async move {
                given_up(tx, &outgoing, "EXPIRED", now).await?;
                tx.put_outgoing(&Outgoing {
                    version: outgoing.version + 1,
                    state: "expired".to_owned(),
                    body: Vec::new(),
                    ..outgoing
                })
                .await?;
                Ok(tx.keep(entry, ()).await?)
            })
        })
        .await
}

/// The case shows that a message of it did not arrive: whoever waits for the other side waits for nothing.
async fn given_up(
    tx: &mut Tx,
    outgoing: &Outgoing,
    code: &'static str,
    now: Timestamp,
) -> Result<()> {
    // A receipt that is lost changes nothing on the case.
    let is_receipt = serde_json::from_slice::<Letter>(&outgoing.body)
        .is_ok_and(|letter| matches!(letter.message, Message::Receipt { .. }));
    match outgoing.object.as_deref().filter(|_| !is_receipt) {
        Some(object) => troubled(tx, object, format!("delivery:{code}"), now).await,
        None => Ok(()),
    }
}

async fn delivered(
    office: &Office,
    tx: &mut Tx,
    outgoing: &Outgoing,
    (id, at): (Digest, Timestamp),
    now: Timestamp,
) -> Result<()> {
    let Some(object) = outgoing.object.as_deref() else {
        return Ok(());
    };
    let Some(request) = request_about(tx, object).await? else {
        return Ok(());
    };
    let (next, _) = request.receipted(ReceiptKind::R3, id, at, now)?;
    if next.version != request.version {
        let next = crate::requests::clocked(office, next).await?;
        put(tx, &next).await?;
    }
    Ok(())
}
