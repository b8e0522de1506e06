//! Segments of bulk parts as they arrive: each is checked against the envelope that announced it before it is kept. In any
//! order, over any road, as often as need be.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use model::{Actor, Digest, Refusal, StateCode, Verb, limits};
use seal::segment::Blob;
use store::exchange::Envelope;

use crate::error::{Error, Result};
use crate::office::{Office, Said};

/// Envelopes of one peer that may wait for segments at once.
const INCOMPLETE_MAX: usize = 32;
/// Bytes of segments that one peer may announce at once.
const ANNOUNCED_BYTES_MAX: u64 = 4 * limits::EVIDENCE_ITEM_BYTES_MAX;
/// Envelopes looked at in one round of housekeeping.
const ROUND_MAX: u32 = 256;

type Announced = BTreeMap<StateCode, BTreeMap<Digest, Vec<Blob>>>;

/// What each peer announced and did not bring yet. The rows are the truth; this is what the listener asks at each segment.
#[derive(Default)]
pub(crate) struct Waiting(Mutex<Announced>);

impl Waiting {
    fn lock(&self) -> MutexGuard<'_, Announced> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn add(&self, peer: &StateCode, envelope: Digest, blobs: &[Blob]) {
        let mut all = self.lock();
        all.entry(peer.clone())
            .or_default()
            .insert(envelope, blobs.to_vec());
    }

    pub(crate) fn done(&self, peer: &StateCode, envelope: &Digest) {
        if let Some(of_peer) = self.lock().get_mut(peer) {
            of_peer.remove(envelope);
        }
    }

    /// Whether this peer may announce these as well (quota; what is announced already does not count twice).
    pub(crate) fn room(&self, peer: &StateCode, envelope: &Digest, blobs: &[Blob]) -> bool {
        let all = self.lock();
        let Some(of_peer) = all.get(peer).filter(|held| !held.contains_key(envelope)) else {
            return true;
        };
        let bytes = |blobs: &[Blob]| blobs.iter().fold(0u64, |n, b| n.saturating_add(b.size));
        let held = of_peer
            .values()
            .fold(0u64, |n, held| n.saturating_add(bytes(held)));
        of_peer.len() < INCOMPLETE_MAX && held.saturating_add(bytes(blobs)) <= ANNOUNCED_BYTES_MAX
    }

    fn find(&self, peer: &StateCode, root: &Digest) -> Option<Blob> {
        let all = self.lock();
        let mut blobs = all.get(peer)?.values().flatten();
        blobs.find(|blob| blob.root == *root).copied()
    }
}

/// Read what waits from the rows, at start.
pub(crate) async fn load(office: &Office) -> Result<()> {
    let most = u32::try_from(limits::PEERS_MAX * INCOMPLETE_MAX).unwrap_or(u32::MAX);
    for envelope in office.store().envelopes("in", "incomplete", most).await? {
        if let (Ok(peer), Ok(parsed)) = (
            envelope.peer.parse(),
            seal::envelope::Envelope::parse(&envelope.bytes),
        ) {
            office
                .0
                .waiting
                .add(&peer, envelope.id, &parsed.header.blobs);
        }
    }
    Ok(())
}

/// Let go of envelopes whose time passed while segments were missing: no receipt was given, nothing of them is kept but the
/// bytes of the envelope itself, which show that it came.
///
/// # Errors
/// If the store cannot be read or written.
pub(crate) async fn lapse(office: &Office) -> Result<usize> {
    let now = office.now();
    let mut lapsed = 0;
    for envelope in office
        .store()
        .envelopes("in", "incomplete", ROUND_MAX)
        .await?
    {
        let parsed = seal::envelope::Envelope::parse(&envelope.bytes);
        if parsed.is_ok_and(|parsed| parsed.header.expires > now) {
            continue;
        }
        lapse_one(office, envelope).await?;
        lapsed += 1;
    }
    Ok(lapsed)
}

async fn lapse_one(office: &Office, envelope: Envelope) -> Result<()> {
    let actor = Actor::worker(office.state(), "inbox");
    let said = Said {
        verb: Some("envelope.lapsed"),
        ..Said::default()
    }
    .with("envelope", envelope.id)
    .with("from", &envelope.peer);
    let entry = office.entry(
        office.new_act(),
        (&actor, Verb::ReceiveEnvelope),
        office.now(),
        said,
    );
    let held = envelope.clone();
    let done = office
        .act(entry.act, move |tx| {
            Box::pin(async move {
                let stored = tx.envelope(&envelope.id).await?;
                let stored = stored
                    .filter(|e| e.state == "incomplete")
                    .ok_or_else(|| Refusal::new("DONE"))?;
                tx.put_envelope(&Envelope {
                    version: stored.version + 1,
                    state: "expired".to_owned(),
                    ..stored
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
    if let Ok(peer) = held.peer.parse() {
        office.0.waiting.done(&peer, &held.id);
    }
    drop_all(office, &held).await
}

/// The segments of an envelope that needs them no longer.
pub(crate) async fn drop_all(office: &Office, envelope: &Envelope) -> Result<()> {
    let Ok(parsed) = seal::envelope::Envelope::parse(&envelope.bytes) else {
        return Ok(());
    };
    for blob in &parsed.header.blobs {
        // First the row, then the bytes: bytes that no row tells of are swept at the next start.
        office.store().forget_segments(&blob.root).await?;
        office
            .store()
            .blobs()
            .drop_segments(&blob.root, blob.segments)
            .await?;
    }
    Ok(())
}

/// A bitmap of what is missing, one bit a segment, the first segment in the highest bit of the first byte.
pub(crate) fn bitmap(missing: &[u64], count: u64) -> Vec<u8> {
    let mut bytes = vec![0u8; usize::try_from(count.div_ceil(8)).unwrap_or(0)];
    for number in missing {
        if let Some(byte) = usize::try_from(number / 8)
            .ok()
            .and_then(|i| bytes.get_mut(i))
        {
            *byte |= 0x80 >> (number % 8);
        }
    }
    bytes
}

/// The numbers in a bitmap, as far as there are segments.
pub(crate) fn numbers(bitmap: &[u8], count: u64) -> Vec<u64> {
    let bit = |n: u64| {
        usize::try_from(n / 8)
            .ok()
            .and_then(|i| bitmap.get(i))
            .is_some_and(|byte| byte & (0x80 >> (n % 8)) != 0)
    };
    (0..count).filter(|n| bit(*n)).collect()
}

/// The segments of a blob that are not here.
pub(crate) async fn lacking(office: &Office, blob: &Blob) -> Result<Vec<u64>> {
    let here: BTreeSet<u64> = office
        .store()
        .segments(&blob.root)
        .await?
        .into_iter()
        .map(|(n, _)| n)
        .collect();
    Ok((0..blob.segments).filter(|n| !here.contains(n)).collect())
}

/// What of a blob is missing, as a bitmap; `None` where no envelope of this peer announced it.
///
/// # Errors
/// If the store cannot be read.
pub async fn missing(office: &Office, peer: &StateCode, root: Digest) -> Result<Option<Vec<u8>>> {
    let Some(blob) = office.0.waiting.find(peer, &root) else {
        return Ok(None);
    };
    Ok(Some(bitmap(&lacking(office, &blob).await?, blob.segments)))
}

/// Take one segment: 204 kept (or here already), 404 not announced, 422 not the segment it says it is.
///
/// # Errors
/// If it cannot be written.
pub async fn put_segment(
    office: &Office,
    peer: &StateCode,
    place: (Digest, u64),
    path: &[Digest],
    bytes: Bytes,
) -> Result<u16> {
    let (root, number) = place;
    let Some(blob) = office.0.waiting.find(peer, &root) else {
        return Ok(404);
    };
    if blob.verify(number, &bytes, path).is_err() {
        return Ok(422);
    }
    let sha256 = seal::sha256(&bytes);
    let size = bytes.len() as u64;
    // First the bytes, synced, then the row that says they are here.
    office
        .store()
        .blobs()
        .put_segment(&root, number, bytes)
        .await?;
    store::fault::point("segment.kept")?;
    office
        .store()
        .keep_segment(&root, number, size, &sha256)
        .await?;
    Ok(204)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bitmaps_say_what_is_missing() {
        for (missing, count) in [
            (vec![], 0),
            (vec![0], 1),
            (vec![0, 7, 8, 24], 25),
            (vec![1, 2, 3], 9),
        ] {
            assert_eq!(numbers(&bitmap(&missing, count), count), missing);
        }
        assert_eq!(
            numbers(&[0xff, 0xff], 9),
            (0..9).collect::<Vec<_>>(),
            "bits past the end count for nothing"
        );
        assert_eq!(numbers(&[], 3), Vec::<u64>::new());
    }
}
