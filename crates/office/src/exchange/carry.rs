//! Carrying: a sealed envelope is posted, its missing segments after it, until the other side gives its receipt. A failure is
//! tried again with growing, jittered pauses up to a cap, until the envelope expires; any contact from the peer ends the pause.

use bytes::Bytes;
use jiff::SignedDuration;
use model::{Actor, ReceiptKind, Refusal, Verb, limits, retry};
use seal::envelope::Reason;
use store::exchange::{Attempt, Envelope, Outgoing};
use store::fault;
use store::transit::Transit;

use super::ending::{End, close};
use super::receipts;
use crate::directory::Known;
use crate::error::{Doing, Error, Result};
use crate::office::{Office, Said};
use crate::ports::{Answer, PostError};

/// Bodies of answers are short: a receipt, or a bitmap of missing segments.
const SEGMENT_BYTES: u64 = limits::SEGMENT_BYTES_MAX as u64;
/// How often missing segments are asked for in one try.
const ROUNDS_MAX: usize = 4;
/// How long the other side is given to fetch our newest card, in seconds.
const CARDS_S: u32 = 60;

/// How one try ended.
enum Ending {
    Delivered(Vec<u8>),
    Refused(Vec<u8>),
    /// Refused for a card that one side has renewed.
    Cards(String),
    /// It cannot go as it is any more: its time is over for the other side, or its bulk parts are gone here.
    Anew(&'static str),
    Again {
        code: String,
        after_s: Option<u32>,
        reached: bool,
    },
}

/// Whether the other side answered at all: while it does not, nothing else is tried.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Reached {
    Yes,
    No(String),
}

/// Try to deliver one envelope.
pub(crate) async fn carry(office: &Office, outgoing: Outgoing, peer: &Known) -> Result<Reached> {
    let now = office.now();
    let Some(id) = outgoing.envelope else {
        return Ok(Reached::Yes);
    };
    let Some(envelope) = office.store().envelope(&id).await? else {
        return Ok(Reached::Yes);
    };
    if outgoing.expires <= now {
        // It was delivered once and is asked for again by a node that was restored: then it goes as a new envelope.
        if envelope.receipt.is_some() && !outgoing.body.is_empty() {
            anew(office, outgoing, envelope, "EXPIRED").await?;
        } else {
            close(office, outgoing, envelope, End::Expired).await?;
        }
        return Ok(Reached::Yes);
    }
    match attempt(office, &envelope, peer).await? {
        Ending::Delivered(bytes) => {
            let Ok(given) = receipts::check(&bytes, (ReceiptKind::R3, &id), &peer.card) else {
                later(office, &outgoing, ("RECEIPT", None)).await?;
                return Ok(Reached::Yes);
            };
            fault::point("receipt.received")?;
            let end = End::Delivered {
                receipt: bytes,
                at: given.time,
            };
            close(office, outgoing, envelope, end).await?;
            office.store().reached(&peer.peer.id, now, None).await?;
            // An answer is a contact: whatever else waits for this peer is tried at once.
            office.store().heard_from(&peer.peer.id, now).await?;
            crate::health::Counts::up(&office.0.counts.sent);
        }
        Ending::Refused(reason) => close(office, outgoing, envelope, End::Refused(reason)).await?,
        Ending::Cards(code) => cards(office, (outgoing, envelope), peer, &code).await?,
        Ending::Anew(code) if outgoing.body.is_empty() => {
            tracing::warn!(peer = %outgoing.peer, code, "an envelope cannot be made anew");
            close(office, outgoing, envelope, End::Expired).await?;
        }
        Ending::Anew(code) => anew(office, outgoing, envelope, code).await?,
        Ending::Again {
            code,
            after_s,
            reached,
        } => {
            later(office, &outgoing, (&code, after_s)).await?;
            if !reached {
                return Ok(Reached::No(code));
            }
        }
    }
    Ok(Reached::Yes)
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
            422 => return Ok(refused(&answer, envelope, peer)),
            _ => return Ok(not_now(&answer)),
        }
        let transits = office.store().transits(&envelope.id).await?;
        if transits.is_empty() {
            return Ok(Ending::Anew("SEGMENTS"));
        }
        for transit in transits {
            if let Some(ending) = segments(office, &transit, peer).await? {
                return Ok(ending);
            }
        }
    }
    Ok(Ending::Again {
        code: "SEGMENTS".to_owned(),
        after_s: None,
        reached: true,
    })
}

fn unreachable(error: &PostError) -> Ending {
    Ending::Again {
        code: error.code().to_owned(),
        after_s: None,
        reached: false,
    }
}

fn not_now(answer: &Answer) -> Ending {
    Ending::Again {
        code: format!("HTTP-{}", answer.status),
        after_s: answer.retry_after_s,
        reached: true,
    }
}

/// What a refusal means: only one that the peer's node signed ends delivery, and only for a reason that time does not mend.
fn refused(answer: &Answer, envelope: &Envelope, peer: &Known) -> Ending {
    let again = |code: &str| Ending::Again {
        code: code.to_owned(),
        after_s: Some(CARDS_S),
        reached: true,
    };
    let Some(code) = receipts::refused_with(&answer.body, &envelope.id, &peer.card) else {
        return again("HTTP-422");
    };
    match Reason::from_code(&code) {
        Some(Reason::SenderCard | Reason::RecipientCard) => Ending::Cards(code),
        Some(Reason::Expired) if envelope.receipt.is_some() => Ending::Anew("EXPIRED"),
        // Not pinned yet, or a clock that runs behind.
        Some(Reason::SignerUnknown | Reason::NotYet) => again(&code),
        _ => Ending::Refused(answer.body.to_vec()),
    }
}

/// A card was renewed on one side. The peer's newest is fetched; where the envelope was made under other cards than those
/// of today, the letter is sealed anew; else it is the other side that must fetch ours, and it has been told.
async fn cards(
    office: &Office,
    (outgoing, envelope): (Outgoing, Envelope),
    peer: &Known,
    code: &str,
) -> Result<()> {
    if let Err(failed) = crate::peers::refresh(office, peer).await? {
        tracing::info!(peer = %outgoing.peer, code = failed, "the newest card cannot be had");
    }
    later(office, &outgoing, (code, Some(CARDS_S))).await?;
    let Ok(parsed) = seal::envelope::Envelope::parse(&envelope.bytes) else {
        return Ok(());
    };
    let mut held = Vec::new();
    for state in [office.state().as_str(), outgoing.peer.as_str()] {
        held.push(office.store().peer(state).await?.map(|p| p.card_sha256));
    }
    let made_under = [
        Some(parsed.header.sender_card),
        Some(parsed.header.recipient_card),
    ];
    if held != made_under && !outgoing.body.is_empty() {
        anew(office, outgoing, envelope, "CARDS").await?;
    }
    Ok(())
}

/// Let the letter be sealed anew. It keeps its message id: whoever has taken it in once takes it for the same.
async fn anew(
    office: &Office,
    outgoing: Outgoing,
    envelope: Envelope,
    reason: &'static str,
) -> Result<()> {
    let now = office.now();
    let actor = Actor::worker(office.state(), "outbox");
    let said = Said {
        verb: Some("envelope.replaced"),
        reason: Some(reason.to_owned()),
        ..Said::of(outgoing.object.clone().unwrap_or_default())
    }
    .with("envelope", envelope.id)
    .with("to", &outgoing.peer);
    let entry = office.entry(office.new_act(), (&actor, Verb::SendEnvelope), now, said);
    let id = envelope.id;
    let done = office
        .act(entry.act, move |tx| {
            Box::pin(async move {
                let stored = tx.outgoing(&outgoing.id).await?;
                let stored = stored
                    .filter(|o| o.state == "sealed" && o.envelope == Some(id))
                    .ok_or_else(|| Refusal::new("DONE"))?;
                let expires = match stored.expires > now {
                    true => stored.expires,
                    false => now + SignedDuration::from_secs(limits::ENVELOPE_LIFE_S),
                };
                tx.put_outgoing(&Outgoing {
                    version: stored.version + 1,
                    state: "waiting".to_owned(),
                    envelope: None,
                    expires,
                    ..stored
                })
                .await?;
                tx.put_envelope(&Envelope {
                    version: envelope.version + 1,
                    state: "replaced".to_owned(),
                    ..envelope
                })
                .await?;
                Ok(tx.keep(entry, ()).await?)
            })
        })
        .await;
    match done {
        Err(Error::Refused(refusal)) if refusal.code == "DONE" => return Ok(()),
        other => other?,
    }
    Ok(office.store().forget_transits(&id).await?)
}

/// Send the segments that the other side lacks.
async fn segments(office: &Office, transit: &Transit, peer: &Known) -> Result<Option<Ending>> {
    let address = peer.address();
    let answer = match office.0.post.missing(&address, transit.root).await {
        Ok(answer) if answer.status == 200 => answer,
        // Whole by now, by another road: the envelope itself is asked again.
        Ok(answer) if answer.status == 404 => return Ok(None),
        Ok(answer) => return Ok(Some(not_now(&answer))),
        Err(error) => return Ok(Some(unreachable(&error))),
    };
    let tree = seal::segment::SegmentTree::new(transit.leaves.clone(), transit.size)
        .doing("rebuild a segment tree")?;
    for number in super::segments::numbers(&answer.body, transit.leaves.len() as u64) {
        if !crate::peers::pinned(office, &peer.peer.id).await? {
            return Ok(Some(Ending::Again {
                code: "NOT-PINNED".to_owned(),
                after_s: None,
                reached: false,
            }));
        }
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

/// Try again later.
pub(crate) async fn later(
    office: &Office,
    outgoing: &Outgoing,
    (code, after_s): (&str, Option<u32>),
) -> Result<()> {
    let now = office.now();
    let times = office
        .store()
        .attempt(&outgoing.id)
        .await?
        .map_or(0, |a| a.times)
        + 1;
    let mut throw = [0; 8];
    office.dice().0.fill(&mut throw);
    let tries = u32::try_from(times).unwrap_or(u32::MAX);
    let next_at = now + retry::pause(tries, u64::from_be_bytes(throw), after_s);
    tracing::info!(peer = %outgoing.peer, times, code, "delivery will be tried again");
    office
        .store()
        .reached(&outgoing.peer, now, Some(code.to_owned()))
        .await?;
    let attempt = Attempt {
        times,
        next_at,
        last_error: Some(code.to_owned()),
    };
    Ok(office
        .store()
        .keep_attempt(&outgoing.id, &outgoing.peer, attempt)
        .await?)
}
