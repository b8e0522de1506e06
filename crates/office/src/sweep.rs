//! What a crash between a file and its row leaves behind is swept when the node starts, and every hour after: files that no
//! row names, segments of envelopes that wait no longer, bulk parts of envelopes that were delivered. Nothing young is touched,
//! nothing that a row names is.

use jiff::SignedDuration;

use crate::error::Result;
use crate::office::Office;

/// Files younger than this are left alone: their row may be about to be written.
const YOUNG: SignedDuration = SignedDuration::from_hours(1);
/// As `YOUNG`, while letters with many large files may be under way.
const YOUNG_AT_WORK: SignedDuration = SignedDuration::from_hours(24);

/// How much was swept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// Files that no row named.
    pub blobs: usize,
    /// Blobs whose segments nobody waits for.
    pub segments: usize,
    /// Envelopes that need their bulk parts no longer.
    pub transits: usize,
}

/// Sweep everything once.
///
/// # Errors
/// If rows or files cannot be read, or a file cannot be deleted.
pub async fn all(office: &Office) -> Result<Swept> {
    older(office, YOUNG).await
}

/// Sweep while the node works: the files of a letter that takes long to arrive wait for their rows much longer then.
///
/// # Errors
/// As `all`.
pub async fn at_work(office: &Office) -> Result<Swept> {
    older(office, YOUNG_AT_WORK).await
}

async fn older(office: &Office, than: SignedDuration) -> Result<Swept> {
    let before = office.now() - than;
    let mut swept = Swept::default();
    let store = office.store();
    for id in store.transit_envelopes().await? {
        let envelope = store.envelope(&id).await?;
        if envelope.is_none_or(|e| e.state != "sealed") {
            store.forget_transits(&id).await?;
            swept.transits += 1;
        }
    }
    let mut wanted = std::collections::BTreeSet::new();
    for state in ["incomplete", "stored", "early"] {
        for envelope in store.envelopes("in", state, u32::MAX).await? {
            if let Ok(parsed) = seal::envelope::Envelope::parse(&envelope.bytes) {
                wanted.extend(parsed.header.blobs.iter().map(|b| b.root));
            }
        }
    }
    for root in store.segment_roots(before).await? {
        if !wanted.contains(&root) {
            store.sweep_segments(&root).await?;
            swept.segments += 1;
        }
    }
    for blob in store.orphans(before).await? {
        store.blobs().forget(&blob).await?;
        swept.blobs += 1;
    }
    Ok(swept)
}
