//! Carrying: a sealed envelope is posted, its missing segments after it, until the other side gives its receipt. A failure is
//! tried again with growing, jittered pauses up to a cap, until the envelope expires; any contact from the peer ends the pause.

use bytes::Bytes;
use jiff::{SignedDuration, Timestamp};
use model::{Actor, ReceiptKind, Refusal, Verb, limits};
use store::exchange::{Attempt, Envelope, Outgoing};
use store::fault;
use store::transit::Transit;

use super::receipts;
use crate::directory::Known;
use crate::error::{Doing, Error, Result};
use crate::office::{Office, Said};
use crate::ports::{Answer, PostError};
use crate::requests::{record, request_of};

/// Bodies of answers are short: a receipt, or a bitmap of missing segments.
const SEGMENT_BYTES: u64 = limits::SEGMENT_BYTES_MAX as u64;
/// How often missing segments are asked for in one try.
const ROUNDS_MAX: usize = 4;

/// How one try ended.
enum Ending {
    Delivered(Vec<u8>),
    Refused(Vec<u8>),
    Again { code: String, after_s: Option<u32> },
}

/// How delivery ended for good. Both sides count their clocks from the moment that the receipt names.
enum End {
    Delivered { receipt: Vec<u8>, at: Timestamp },
    Refused(Vec<u8>),
    Expired,
}

/// Try to deliver one envelope.
pub(crate) async fn carry(office: &Office, outgoing: Outgoing, peer: &Known) -> Result<()> {
    let now = office.now();
    let Some(id) = outgoing.envelope else {
        return Ok(());
    };
    let Some(envelope) = office.store().envelope(&id).await? else {
        return Ok(());
    };
    if outgoing.expires <= now {
        return close(office, outgoing, envelope, End::Expired).await;
    }
    match attempt(office, &envelope, peer).await? {
        Ending::Delivered(receipt) => {
            let given = receipts::check(&receipt, (ReceiptKind::R3, &id), &peer.card)
                .doing("check a receipt")?;
            fault::point("receipt.received")?;
            close(
                office,
                outgoing,
                envelope,
                End::Delivered {
                    receipt,
                    at: given.time,
                },
            )
            .await?;
            office.store().reached(&peer.peer.id, now, None).await?;
            crate::health::Counts::up(&office.0.counts.sent);
            Ok(())
        }
        Ending::Refused(reason) => close(office, outgoing, envelope, End::Refused(reason)).await,
        Ending::Again { code, after_s } => again(office, &outgoing, (code, after_s)).await,
    }
}

async fn attempt(office: &Office, envelope: &Envelope, peer: &Known) -> Result<Ending> {
    let (post, address) = (&office.0.post, peer.address());
    for _ in 0..ROUNDS_MAX {
        fault::point("post.before")?;
        let answer = match post
            .envelope(&address, Bytes::from(envelope.bytes.clone()))
            .await
        {
            Ok(answer) => answer,
            Err(error) => return Ok(unreachable(&error)),
        };
        fault::point("post.after")?;
        match answer.status {
            200 | 201 => return Ok(Ending::Delivered(answer.body.to_vec())),
            202 => {}
            422 => return Ok(Ending::Refused(answer.body.to_vec())),
            _ => return Ok(not_now(&answer)),
        }
        for transit in office.store().transits(&envelope.id).await? {
            if let Some(ending) = segments(office, &transit, peer).await? {
                return Ok(ending);
            }
        }
    }
    Ok(Ending::Again {
        code: "SEGMENTS".to_owned(),
        after_s: None,
    })
}

fn unreachable(error: &PostError) -> Ending {
    Ending::Again {
        code: error.code().to_owned(),
        after_s: None,
    }
}

fn not_now(answer: &Answer) -> Ending {
    Ending::Again {
        code: format!("HTTP-{}", answer.status),
        after_s: answer.retry_after_s,
    }
}

/// Send the segments that the other side lacks.
async fn segments(office: &Office, transit: &Transit, peer: &Known) -> Result<Option<Ending>> {
    let address = peer.address();
    let answer = match office.0.post.missing(&address, transit.root).await {
        Ok(answer) if answer.status == 200 => answer,
        Ok(answer) => return Ok(Some(not_now(&answer))),
        Err(error) => return Ok(Some(unreachable(&error))),
    };
    let tree = seal::segment::SegmentTree::new(transit.leaves.clone(), transit.size)
        .doing("rebuild a segment tree")?;
    for number in super::segments::numbers(&answer.body, transit.leaves.len() as u64) {
        let start = number * SEGMENT_BYTES;
        let end = (start + SEGMENT_BYTES).min(transit.size);
        let bytes = office
            .store()
            .blobs()
            .range(transit.blob, start..end)
            .await?;
        let path = tree.path(number).doing("prove a segment")?;
        fault::point("segment.before")?;
        match office
            .0
            .post
            .segment(&address, (transit.root, number), path, bytes)
            .await
        {
            Ok(answer) if matches!(answer.status, 200 | 201 | 204) => {}
            Ok(answer) => return Ok(Some(not_now(&answer))),
            Err(error) => return Ok(Some(unreachable(&error))),
        }
    }
    Ok(None)
}

/// Write down how it ended: envelope, outbox, receipt and request in one act.
async fn close(office: &Office, outgoing: Outgoing, envelope: Envelope, end: End) -> Result<()> {
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
                let answer = match end {
                    End::Delivered { receipt, at } => {
                        let peer = outgoing
                            .peer
                            .parse()
                            .map_err(|_| Error::input("STATE", "peer", "not a State code"))?;
                        let what = (ReceiptKind::R3, id, receipt.as_slice());
                        receipts::keep(tx, what, (&peer, false), outgoing.object.clone(), at)
                            .await?;
                        delivered(&inner, tx, &outgoing, (id, at), now).await?;
                        Some(receipt)
                    }
                    End::Refused(reason) => Some(reason),
                    End::Expired => None,
                };
                let next = Envelope {
                    version: envelope.version + 1,
                    state: state.to_owned(),
                    receipt: answer,
                    ..envelope
                };
                tx.put_envelope(&next).await?;
                tx.put_outgoing(&Outgoing {
                    version: stored.version + 1,
                    state: state.to_owned(),
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

async fn delivered(
    office: &Office,
    tx: &mut store::Tx,
    outgoing: &Outgoing,
    (id, at): (model::Digest, Timestamp),
    now: Timestamp,
) -> Result<()> {
    let Some(object) = outgoing.object.as_deref() else {
        return Ok(());
    };
    let Some(stored) = tx.record(object).await? else {
        return Ok(());
    };
    let request = request_of(&stored)?;
    let (next, _) = request.receipted(ReceiptKind::R3, id, at, now)?;
    if next.version != request.version {
        let next = crate::requests::clocked(office, next, now).await?;
        tx.put_record(&record(&next)?).await?;
    }
    Ok(())
}

/// Full jitter: anything between nothing and the doubled pause, up to the cap (exchange study 2.6).
async fn again(
    office: &Office,
    outgoing: &Outgoing,
    (code, after_s): (String, Option<u32>),
) -> Result<()> {
    let now = office.now();
    let times = office
        .store()
        .attempt(&outgoing.id)
        .await?
        .map_or(0, |a| a.times)
        + 1;
    let doubled = 1i64
        .checked_shl(u32::try_from(times.min(20)).unwrap_or(20))
        .unwrap_or(limits::RETRY_CAP_S);
    let ceiling_ms = doubled.min(limits::RETRY_CAP_S) * 1000;
    let mut throw = [0; 8];
    office.dice().0.fill(&mut throw);
    let jitter = i64::try_from(u64::from_be_bytes(throw) % u64::try_from(ceiling_ms).unwrap_or(1))
        .unwrap_or(0);
    let floor = after_s.map_or(100, |s| i64::from(s).min(limits::RETRY_CAP_S) * 1000);
    let next_at = now + SignedDuration::from_millis(jitter.max(floor));
    tracing::info!(peer = %outgoing.peer, times, code, "delivery will be tried again");
    office
        .store()
        .reached(&outgoing.peer, now, Some(code.clone()))
        .await?;
    let attempt = Attempt {
        times,
        next_at,
        last_error: Some(code),
    };
    Ok(office
        .store()
        .keep_attempt(&outgoing.id, &outgoing.peer, attempt)
        .await?)
}
