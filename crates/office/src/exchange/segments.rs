//! Segments of bulk parts as they arrive: each is checked against the envelope that announced it before it is kept. In any
//! order, over any road, as often as need be.

use bytes::Bytes;
use model::{Digest, StateCode};
use seal::segment::Blob;

use crate::error::Result;
use crate::office::Office;

/// How many envelopes of one peer may wait for segments at once.
const INCOMPLETE_MAX: u32 = 256;

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

/// The blob that an incomplete envelope of this peer announced.
async fn announced(office: &Office, peer: &StateCode, root: &Digest) -> Result<Option<Blob>> {
    for envelope in office
        .store()
        .envelopes("in", "incomplete", INCOMPLETE_MAX)
        .await?
    {
        if envelope.peer != peer.as_str() {
            continue;
        }
        let Ok(parsed) = seal::envelope::Envelope::parse(&envelope.bytes) else {
            continue;
        };
        if let Some(blob) = parsed.header.blobs.iter().find(|blob| blob.root == *root) {
            return Ok(Some(*blob));
        }
    }
    Ok(None)
}

/// The segments of a blob that are not here.
pub(crate) async fn lacking(office: &Office, blob: &Blob) -> Result<Vec<u64>> {
    let here: std::collections::BTreeSet<u64> = office
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
    let Some(blob) = announced(office, peer, &root).await? else {
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
    let Some(blob) = announced(office, peer, &root).await? else {
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
