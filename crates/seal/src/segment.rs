//! Segments: a ciphertext blob on its way is cut into pieces of 8 MiB, named by the Merkle root over the pieces (RFC 6962
//! hashing). The root stands in the signed outer header, so every piece is checked on arrival, in any order, from any road.

use crate::ledger::{empty_root, inclusion_proof, leaf_hash, node_hash, verify_inclusion};
use crate::{Digest, Error, Hasher, Result};
use model::limits::{SEGMENT_BYTES_MAX, SEGMENTS_MAX};

/// A blob as the outer header lists it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Blob {
    /// Merkle root over the segments; names the blob.
    pub root: Digest,
    /// Ciphertext bytes.
    pub size: u64,
    /// Number of segments; the last may be shorter than 8 MiB.
    pub segments: u64,
}

impl Blob {
    /// Bytes of segment `n`; `None` where there is none.
    pub fn segment_len(&self, n: u64) -> Option<u64> {
        let start = n.checked_mul(SEGMENT_BYTES_MAX as u64)?;
        (n < self.segments)
            .then(|| {
                self.size
                    .saturating_sub(start)
                    .min(SEGMENT_BYTES_MAX as u64)
            })
            .filter(|len| *len > 0)
    }

    /// Whether size and number of segments agree and are within the limits.
    pub fn is_sound(&self) -> bool {
        self.segments == self.size.div_ceil(SEGMENT_BYTES_MAX as u64)
            && (1..=SEGMENTS_MAX as u64).contains(&self.segments)
    }

    /// Checks the bytes of segment `n` against the root.
    ///
    /// # Errors
    /// [`Error::Proof`] when they are not that segment of this blob.
    pub fn verify(&self, n: u64, segment: &[u8], path: &[Digest]) -> Result<()> {
        if self.segment_len(n) != Some(segment.len() as u64) {
            return Err(Error::Proof("segment"));
        }
        verify(&self.root, n, self.segments, &leaf_hash(segment), path)
    }
}

/// Checks segment hash `hash` (`SHA-256(0x00 || bytes)`) as number `n` of `count` under `root`.
///
/// # Errors
/// [`Error::Proof`].
pub fn verify(root: &Digest, n: u64, count: u64, hash: &Digest, path: &[Digest]) -> Result<()> {
    verify_inclusion(hash, n, count, path, root).map_err(|_| Error::Proof("segment"))
}

/// The hashes of all segments of one blob, kept by whoever sends it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SegmentTree {
    rows: Vec<Vec<Digest>>,
    size: u64,
}

impl SegmentTree {
    /// The tree over segment hashes, first segment first, of a blob of `size` bytes.
    ///
    /// # Errors
    /// [`Error::Input`] when number and size do not agree; [`Error::Limit`] above the largest blob.
    pub fn new(leaves: Vec<Digest>, size: u64) -> Result<Self> {
        if leaves.len() > SEGMENTS_MAX {
            return Err(Error::Limit {
                what: "segments of a blob",
                max: SEGMENTS_MAX as u64,
            });
        }
        if size == 0 || leaves.len() as u64 != size.div_ceil(SEGMENT_BYTES_MAX as u64) {
            return Err(Error::Input(
                "number of segments and size of the blob do not agree",
            ));
        }
        let mut rows = vec![leaves];
        while let Some(row) = rows.last().filter(|row| row.len() > 1) {
            // Only complete nodes are kept; the ragged right edge is made when a proof asks for it.
            rows.push(
                row.as_chunks::<2>()
                    .0
                    .iter()
                    .map(|[left, right]| node_hash(left, right))
                    .collect(),
            );
        }
        Ok(Self { rows, size })
    }

    fn node(&self, level: u8, index: u64) -> Option<Digest> {
        self.rows
            .get(usize::from(level))?
            .get(usize::try_from(index).ok()?)
            .copied()
    }

    /// The blob's description.
    pub fn blob(&self) -> Blob {
        let segments = self.leaves().len() as u64;
        let root = crate::ledger::root_at(segments, &|level, index| self.node(level, index))
            .unwrap_or_else(|_| empty_root());
        Blob {
            root,
            size: self.size,
            segments,
        }
    }

    /// The segment hashes.
    pub fn leaves(&self) -> &[Digest] {
        self.rows.first().map_or(&[], Vec::as_slice)
    }

    /// The Merkle path of segment `n`, which travels beside its bytes.
    ///
    /// # Errors
    /// [`Error::Input`] when there is no such segment.
    pub fn path(&self, n: u64) -> Result<Vec<Digest>> {
        inclusion_proof(n, self.leaves().len() as u64, &|level, index| {
            self.node(level, index)
        })
    }
}

/// Hashes a blob as it is written, segment by segment.
#[derive(Debug, Clone)]
pub struct Segmenter {
    leaves: Vec<Digest>,
    current: Hasher,
    filled: usize,
    size: u64,
}

impl Default for Segmenter {
    fn default() -> Self {
        Self::new()
    }
}

fn leaf_hasher() -> Hasher {
    let mut hasher = Hasher::new();
    hasher.update(&[0]);
    hasher
}

impl Segmenter {
    /// Nothing yet.
    pub fn new() -> Self {
        Self {
            leaves: Vec::new(),
            current: leaf_hasher(),
            filled: 0,
            size: 0,
        }
    }

    /// Takes the next bytes of the blob.
    pub fn update(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            let take = bytes.len().min(SEGMENT_BYTES_MAX - self.filled);
            let (now, rest) = bytes.split_at(take);
            bytes = rest;
            self.current.update(now);
            self.filled += take;
            self.size += take as u64;
            if self.filled == SEGMENT_BYTES_MAX {
                self.end_segment();
            }
        }
    }

    fn end_segment(&mut self) {
        let done = core::mem::replace(&mut self.current, leaf_hasher());
        self.leaves.push(done.finish());
        self.filled = 0;
    }

    /// The tree of the whole blob.
    ///
    /// # Errors
    /// As [`SegmentTree::new`]; an empty blob is refused.
    pub fn finish(mut self) -> Result<SegmentTree> {
        if self.filled > 0 {
            self.end_segment();
        }
        SegmentTree::new(self.leaves, self.size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_are_cut_and_proven() {
        let bytes = vec![7u8; SEGMENT_BYTES_MAX + 3];
        let mut segmenter = Segmenter::new();
        for piece in bytes.chunks(1_000_003) {
            segmenter.update(piece);
        }
        let tree = segmenter.finish().unwrap();
        let blob = tree.blob();
        assert_eq!(
            (blob.size, blob.segments, blob.is_sound()),
            (bytes.len() as u64, 2, true)
        );
        assert_eq!((blob.segment_len(1), blob.segment_len(2)), (Some(3), None));
        blob.verify(0, &bytes[..SEGMENT_BYTES_MAX], &tree.path(0).unwrap())
            .unwrap();
        blob.verify(1, &bytes[..3], &tree.path(1).unwrap()).unwrap();
        assert!(blob.verify(1, &[7, 7, 8], &tree.path(1).unwrap()).is_err());
        assert!(blob.verify(1, &[7, 7], &tree.path(1).unwrap()).is_err());
        assert!(blob.verify(1, &bytes[..3], &tree.path(0).unwrap()).is_err());
        assert!(blob.verify(0, &bytes[..3], &tree.path(1).unwrap()).is_err());
        let lying = Blob {
            size: 9,
            segments: 1,
            root: leaf_hash(b"short"),
        };
        assert!(lying.is_sound() && lying.verify(0, b"short", &[]).is_err());
        assert!(Blob { size: 5, ..lying }.verify(0, b"short", &[]).is_ok());
    }

    #[test]
    fn trees_of_every_shape() {
        for count in 1..=33u64 {
            let leaves: Vec<Digest> = (0..count).map(|n| leaf_hash(&n.to_be_bytes())).collect();
            let tree = SegmentTree::new(leaves.clone(), count * SEGMENT_BYTES_MAX as u64).unwrap();
            let blob = tree.blob();
            for (n, leaf) in (0..count).zip(&leaves) {
                verify(&blob.root, n, count, leaf, &tree.path(n).unwrap()).unwrap();
            }
            assert!(tree.path(count).is_err());
        }
        assert!(SegmentTree::new(vec![], 0).is_err());
        assert!(SegmentTree::new(vec![empty_root()], SEGMENT_BYTES_MAX as u64 + 1).is_err());
        assert!(Segmenter::new().finish().is_err());
        assert!(
            !Blob {
                root: empty_root(),
                size: 9,
                segments: 2
            }
            .is_sound()
        );
    }
}
