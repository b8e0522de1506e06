//! Opening what was kept: decrypt, check the authority's signature, bring files into the vault, and let the request say what the
//! message changes. What cannot be opened or does not fit is put aside with its fault, and holds up nothing else.

use std::collections::{BTreeMap, BTreeSet};

use futures_util::StreamExt;
use jiff::{SignedDuration, Timestamp};
use model::access::Access;
use model::sharing::Sharing;
use model::{Actor, AuthorityId, Digest, EvidenceId, Message, ReceiptKind, Refusal, Verb, limits};
use seal::chunk::HEADER_BYTES;
use seal::envelope::{Envelope as Parsed, MessageId, Opened};
use seal::receipt::Outcome;
use seal::vault::RecordKey;
use store::blobs::Written;
use store::exchange::Envelope;
use store::{Tx, fault};

use super::aside::{early, never_came, quarantine};
use super::outbox::{FILE_PREFIX, MESSAGE_PART};
use super::receipts;
use crate::directory::{Known, known};
use crate::error::{Doing, Error, Result};
use crate::office::{Office, Said};
use crate::requests::{EARLY, received, record_id, troubled};

/// Envelopes opened in one round.
const ROUND_MAX: u32 = 32;

/// A file that came with a message, in the vault under a key of its own.
pub(crate) struct Arrived {
    pub(crate) id: EvidenceId,
    pub(crate) written: Written,
    pub(crate) key: RecordKey,
    /// Digest and size of the plaintext.
    pub(crate) plain: (Digest, u64),
}

/// What came out of an envelope.
pub(crate) struct Letter {
    pub(crate) from: Known,
    /// The authority whose signature stands under it.
    pub(crate) authority: AuthorityId,
    pub(crate) id: MessageId,
    pub(crate) message: Message,
    pub(crate) files: Vec<Arrived>,
    pub(crate) envelope: Digest,
    pub(crate) signed: Vec<u8>,
}

/// Open what waits. Answers whether there may be more.
pub(crate) async fn round(office: &Office) -> Result<bool> {
    let now = office.now();
    let put_off = office.0.put_off.at(now);
    let most = ROUND_MAX.saturating_add(u32::try_from(put_off.len()).unwrap_or(u32::MAX));
    let mut waiting = office.store().envelopes("in", "stored", most).await?;
    waiting.retain(|envelope| !put_off.contains(&envelope.id));
    let more = waiting.len() >= ROUND_MAX as usize;
    if !more {
        never_came(office).await?;
    }
    let mut failed = None;
    for envelope in waiting {
        let id = envelope.id;
        match open(office, &envelope).await {
            Ok(letter) => {
                if let Err(error) = apply(office, envelope, letter).await {
                    tracing::error!(envelope = %id, error = %error, "a message could not be taken in now");
                    office.0.put_off.put(id, now);
                    failed = Some(error);
                }
            }
            Err(Error::Refused(fault)) => quarantine(office, envelope, (fault.code, true)).await?,
            Err(Error::Seal { source, .. }) => {
                quarantine(office, envelope, (source.code(), true)).await?;
            }
            Err(error) => {
                // The others are not to wait for this one.
                tracing::error!(envelope = %id, error = %error, "an envelope could not be opened now");
                office.0.put_off.put(id, now);
                failed = Some(error);
            }
        }
    }
    match failed {
        Some(error) => Err(error),
        None => Ok(more),
    }
}

/// Envelopes that could not be taken in for a fault of ours, and until when they are left alone: the oldest are looked at first,
/// and a few that fail for ever are not to hold up all that come after them.
#[derive(Debug, Default)]
pub(crate) struct PutOff(std::sync::Mutex<BTreeMap<Digest, Timestamp>>);

/// How long.
const PUT_OFF_S: i64 = 60;

impl PutOff {
    fn held(&self) -> std::sync::MutexGuard<'_, BTreeMap<Digest, Timestamp>> {
        self.0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn at(&self, now: Timestamp) -> BTreeSet<Digest> {
        let mut held = self.held();
        held.retain(|_, until| *until > now);
        held.keys().copied().collect()
    }

    fn put(&self, id: Digest, now: Timestamp) {
        self.held()
            .insert(id, now + SignedDuration::from_secs(PUT_OFF_S));
    }
}

/// The code of what is wrong with a message as it is; `None` where the fault is ours and may pass.
fn fault_of(error: &Error) -> Option<&'static str> {
    match error {
        Error::Refused(refusal) => Some(refusal.code),
        Error::Input { code, .. } => Some(code),
        Error::Seal { source, .. } => Some(source.code()),
        Error::Store(store::Error::Nul { .. }) => Some("MALFORMED"),
        Error::Store(store::Error::TooMuch { .. }) => Some("TOO-LARGE"),
        _ => None,
    }
}

async fn open(office: &Office, envelope: &Envelope) -> Result<Letter> {
    let row = office
        .store()
        .peer(&envelope.peer)
        .await?
        .ok_or_else(|| Refusal::new("SIGNER-UNKNOWN"))?;
    let from = known(row)?;
    let fault =
        |refused: seal::envelope::Refused| Error::Refused(Refusal::new(refused.reason.code()));
    let parsed = Parsed::parse(&envelope.bytes).map_err(fault)?;
    let keys = &office.0.keys;
    let opened = parsed
        .open(&|id| keys.weekly(id).map(|pair| (*pair).clone()))
        .map_err(fault)?;
    opened.verify_inner(&from.card).map_err(fault)?;
    let message = message(&opened)?;
    let files = files(office, &opened).await?;
    Ok(Letter {
        from,
        authority: opened.manifest.from.authority,
        id: opened.manifest.message,
        message,
        files,
        envelope: envelope.id,
        signed: opened.signed_manifest,
    })
}

fn message(opened: &Opened) -> Result<Message> {
    let place = opened
        .manifest
        .parts
        .iter()
        .position(|part| part.name == MESSAGE_PART);
    let bytes = place
        .and_then(|n| opened.parts.get(n))
        .and_then(Option::as_deref);
    let bytes = bytes.ok_or_else(|| Refusal::new("PART-MISMATCH"))?;
    if bytes.len() > limits::ENVELOPE_BYTES_MAX {
        return Err(Refusal::new("TOO-LARGE").into());
    }
    serde_json::from_slice(bytes).map_err(|_| Refusal::new("MALFORMED").into())
}

/// Bring each file into the vault: decrypted segment by segment, checked against the manifest, encrypted under a key of its own.
async fn files(office: &Office, opened: &Opened) -> Result<Vec<Arrived>> {
    let mut arrived = Vec::new();
    for (number, part) in opened.manifest.parts.iter().enumerate() {
        let Some(blob) = part.blob else { continue };
        let id: Option<EvidenceId> = part
            .name
            .strip_prefix(FILE_PREFIX)
            .and_then(|id| id.parse().ok());
        let Some(id) = id else {
            let_go(office, &blobs(&arrived)).await?;
            return Err(Refusal::new("PART-MISMATCH").into());
        };
        match file(office, opened, (number as u32, blob), id).await {
            Ok(file) => arrived.push(file),
            Err(error) => {
                let_go(office, &blobs(&arrived)).await?;
                return Err(error);
            }
        }
    }
    Ok(arrived)
}

fn blobs(files: &[Arrived]) -> Vec<Digest> {
    files.iter().map(|file| file.written.digest).collect()
}

/// Files that were decrypted for a message that was not taken in, or not taken in for them: no row names them, nobody ever
/// will. Each was written under a key of its own, so nothing else lies under its name.
async fn let_go(office: &Office, blobs: &[Digest]) -> Result<()> {
    // Whether the last act was committed is not known then: the sweep decides after the restart.
    if office.broken() {
        return Ok(());
    }
    for blob in blobs {
        if office.store().blob_key(blob).await?.is_none() {
            office.store().blobs().forget(blob).await?;
        }
    }
    Ok(())
}

async fn file(
    office: &Office,
    opened: &Opened,
    (number, blob): (u32, seal::segment::Blob),
    id: EvidenceId,
) -> Result<Arrived> {
    let key = RecordKey::generate(&mut office.dice());
    let first = office.store().blobs().segment(&blob.root, 0).await?;
    let header: [u8; HEADER_BYTES] = first
        .get(..HEADER_BYTES)
        .and_then(|h| h.try_into().ok())
        .ok_or_else(|| Refusal::new("PART-MISMATCH"))?;
    let mut decryptor = opened
        .part_decryptor(number, &header)
        .map_err(|r| Refusal::new(r.reason.code()))?;
    let (send, receive) = tokio::sync::mpsc::channel::<Result<bytes::Bytes>>(2);
    let feed = async move {
        for n in 0..blob.segments {
            let segment = office.store().blobs().segment(&blob.root, n).await?;
            let sealed = if n == 0 {
                segment.slice(HEADER_BYTES..)
            } else {
                segment
            };
            // Small pieces keep memory flat whatever the segment's size.
            for piece in sealed.chunks(1 << 20) {
                let mut plain = Vec::new();
                decryptor
                    .update(piece, &mut plain)
                    .doing("decrypt a file")?;
                if send.send(Ok(plain.into())).await.is_err() {
                    return Err(Error::Busy { retry_after_s: 1 });
                }
            }
        }
        let mut plain = Vec::new();
        decryptor.finish(&mut plain).doing("decrypt a file")?;
        let _ = send.send(Ok(plain.into())).await;
        Ok(())
    };
    let stream = futures_util::stream::unfold(receive, |mut rx| async move {
        rx.recv().await.map(|item| (item, rx))
    });
    let name = format!("arrived-{}-{number}", opened.manifest.message);
    let (written, fed) = tokio::join!(
        crate::evidence::write_sealed(office, &name, &key, stream.boxed()),
        feed
    );
    let (written, sha256, size) = written?;
    if let Err(error) = fed {
        let_go(office, &[written.digest]).await?;
        return Err(error);
    }
    Ok(Arrived {
        id,
        written,
        key,
        plain: (sha256, size),
    })
}

async fn apply(office: &Office, envelope: Envelope, letter: Letter) -> Result<()> {
    let now = office.now();
    fault::point("inbox.opened")?;
    let actor = Actor::Peer {
        state: letter.from.card.card.code.clone(),
    };
    let id = envelope.id;
    let act = office.new_act();
    let office_in = office.clone();
    let kind = letter.message.kind().to_owned();
    let about = letter.message.re().map(|re| record_id(re.request));
    let held = envelope.clone();
    let (brought, is_receipt) = (blobs(&letter.files), kind == "Receipt");
    let brings_request = kind == "Request";
    let done = office
        .act(act, move |tx| {
            Box::pin(async move {
                let office = office_in;
                let stored = tx
                    .envelope(&id)
                    .await?
                    .filter(|e| e.state == "stored")
                    .ok_or_else(|| Refusal::new("DONE"))?;
                let object = once(&office, tx, letter, (stored.created, now)).await?;
                let next = Envelope {
                    version: stored.version + 1,
                    state: "applied".to_owned(),
                    object: object.clone(),
                    ..stored
                };
                tx.put_envelope(&next).await?;
                let said = Said {
                    verb: Some("message.received"),
                    object,
                    ..Said::default()
                }
                .with("kind", kind)
                .with("envelope", id);
                Ok(tx
                    .keep(
                        office.entry(act, (&actor, Verb::ReceiveEnvelope), now, said),
                        (),
                    )
                    .await?)
            })
        })
        .await;
    let_go(office, &brought).await?;
    match done {
        Ok(()) => {}
        Err(Error::Refused(refusal)) if refusal.code == "DONE" => {}
        Err(Error::Refused(refusal)) if refusal.code == EARLY => {
            return early(office, held, about).await;
        }
        Err(other) => {
            return match fault_of(&other) {
                // A receipt for a receipt would never end.
                Some(fault) => quarantine(office, held, (fault, !is_receipt)).await,
                None => Err(other),
            };
        }
    }
    office.0.bell.outbox.notify_one();
    if brings_request {
        // What came before it may be opened now.
        office.0.bell.inbox.notify_one();
    }
    super::segments::drop_all(office, &held).await
}

/// A message is taken in once, in however many envelopes it comes: a node that was restored, or whose card was renewed,
/// seals it anew under the same id.
async fn once(
    office: &Office,
    tx: &mut Tx,
    letter: Letter,
    at: (Timestamp, Timestamp),
) -> Result<Option<String>> {
    let seen = format!("message/{}/{}", letter.from.peer.id, letter.id);
    if let Some(first) = tx.fact(&seen).await? {
        let Ok(first) = first.parse() else {
            return Ok(None);
        };
        return Ok(tx.envelope(&first).await?.and_then(|e| e.object));
    }
    tx.put_fact(&seen, &letter.envelope.to_string()).await?;
    take(office, tx, letter, at).await
}

/// What a message does here. Answers what it was about.
async fn take(
    office: &Office,
    tx: &mut Tx,
    letter: Letter,
    (arrived, now): (Timestamp, Timestamp),
) -> Result<Option<String>> {
    match &letter.message {
        Message::Missing { epoch, after_seq } => {
            super::again::asked(tx, &letter.from.peer.id, (*epoch, *after_seq), now).await?;
            Ok(None)
        }
        Message::Card { .. } => Ok(None),
        Message::Receipt {
            receipt,
            envelope,
            bytes,
            ..
        } => {
            let signed = seal::unhex(bytes).ok_or_else(|| Refusal::new("MALFORMED"))?;
            receipt_for(tx, &letter.from, (*receipt, *envelope, &signed), now).await
        }
        Message::Access { what } => {
            let what = Access::clone(what);
            crate::access::received(office, tx, (letter, what), now)
                .await
                .map(Some)
        }
        Message::Sharing { what } => {
            let what = Sharing::clone(what);
            crate::cards::received(office, tx, (letter, what), now)
                .await
                .map(Some)
        }
        _ => received(office, tx, letter, (arrived, now)).await.map(Some),
    }
}

/// Keep a receipt for an envelope that we sent to this very peer. One that refuses says that the peer put the envelope aside
/// after it had arrived: the request shows it as something that the two sides do not see alike.
async fn receipt_for(
    tx: &mut Tx,
    from: &Known,
    (kind, id, signed): (ReceiptKind, Digest, &[u8]),
    now: Timestamp,
) -> Result<Option<String>> {
    let outcome = receipts::check_said(signed, (kind, &id), &from.card).doing("check a receipt")?;
    let ours = tx.envelope(&id).await?;
    let ours = ours
        .filter(|e| e.direction == "out" && e.peer == from.peer.id)
        .ok_or_else(|| Refusal::new("ENVELOPE-UNKNOWN").with("envelope", id))?;
    let peer = &from.card.card.code;
    receipts::keep(
        tx,
        (kind, id, signed),
        (peer, false),
        ours.object.clone(),
        now,
    )
    .await?;
    if let (Outcome::Refused(fault), Some(object)) = (outcome, &ours.object) {
        tracing::warn!(envelope = %id, peer = %peer, fault, "an envelope of ours was put aside");
        troubled(tx, object, format!("envelope:{fault}"), now).await?;
    }
    Ok(ours.object)
}
