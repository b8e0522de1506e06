//! The Merkle tree of RFC 6962, section 2.1: appending, roots, inclusion and consistency proofs and their verification
//! (RFC 9162, 2.1.3.2 and 2.1.4.2). Hashes of complete subtrees are read through a function; nothing is stored here.

use crate::{Digest, Error, Hasher, Result};

/// Access to stored hashes: `nodes(level, index)` is the hash of the complete subtree over entries
/// `index * 2^level .. (index + 1) * 2^level`; level 0 holds leaf hashes. `None` where it is not kept.
pub type Nodes<'a> = &'a dyn Fn(u8, u64) -> Option<Digest>;

/// Root of the empty tree: SHA-256 of nothing.
pub fn empty_root() -> Digest {
    crate::sha256(b"")
}

/// `SHA-256(0x00 || data)`.
pub fn leaf_hash(data: &[u8]) -> Digest {
    let mut hasher = Hasher::new();
    hasher.update(&[0]);
    hasher.update(data);
    hasher.finish()
}

/// `SHA-256(0x01 || left || right)`.
pub fn node_hash(left: &Digest, right: &Digest) -> Digest {
    let mut hasher = Hasher::new();
    hasher.update(&[1]);
    hasher.update(&left.0);
    hasher.update(&right.0);
    hasher.finish()
}

/// The right edge of a growing tree: the roots of its complete subtrees, largest first. All that appending needs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frontier {
    size: u64,
    /// (level, hash), one for each set bit of `size`, highest level first.
    peaks: Vec<(u8, Digest)>,
}

impl Frontier {
    /// The empty tree.
    pub fn new() -> Self {
        Self::default()
    }

    /// The edge of an existing tree of `size` entries.
    ///
    /// # Errors
    /// [`Error::Missing`] when a peak is not kept.
    pub fn load(size: u64, nodes: Nodes<'_>) -> Result<Self> {
        let mut peaks = Vec::new();
        for level in (0..64u8).rev() {
            if size >> level & 1 == 1 {
                let index = (size >> level) - 1;
                peaks.push((
                    level,
                    nodes(level, index).ok_or(Error::Missing("tree hash"))?,
                ));
            }
        }
        Ok(Self { size, peaks })
    }

    /// Number of entries.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Appends one leaf hash and returns its index. Each complete node that comes into being, the leaf itself first, is
    /// handed to `emit(level, index, hash)`.
    pub fn append(&mut self, leaf: Digest, emit: &mut dyn FnMut(u8, u64, Digest)) -> u64 {
        let index = self.size;
        let (mut level, mut hash) = (0u8, leaf);
        emit(level, index, hash);
        while let Some((_, left)) = self.peaks.pop_if(|(peak, _)| *peak == level) {
            hash = node_hash(&left, &hash);
            level += 1;
            emit(level, index >> level, hash);
        }
        self.peaks.push((level, hash));
        self.size += 1;
        index
    }

    /// The tree's root hash.
    pub fn root(&self) -> Digest {
        let mut peaks = self.peaks.iter().rev();
        let Some((_, last)) = peaks.next() else {
            return empty_root();
        };
        peaks.fold(*last, |right, (_, left)| node_hash(left, &right))
    }
}

/// Largest power of two below `n`; `n` is at least 2.
fn split(n: u64) -> u64 {
    1 << (63 - (n - 1).leading_zeros())
}

/// Root hash of entries `start .. end`; `start` is a multiple of the largest power of two not above the length.
fn range_root(start: u64, end: u64, nodes: Nodes<'_>) -> Result<Digest> {
    let len = end - start;
    if len.is_power_of_two() {
        let level = u8::try_from(len.trailing_zeros()).unwrap_or(63);
        return nodes(level, start >> level).ok_or(Error::Missing("tree hash"));
    }
    let middle = start + split(len);
    Ok(node_hash(
        &range_root(start, middle, nodes)?,
        &range_root(middle, end, nodes)?,
    ))
}

/// Root hash of the tree of the first `size` entries.
///
/// # Errors
/// [`Error::Missing`] when a hash it needs is not kept.
pub fn root_at(size: u64, nodes: Nodes<'_>) -> Result<Digest> {
    if size == 0 {
        Ok(empty_root())
    } else {
        range_root(0, size, nodes)
    }
}

/// Audit path of entry `index` in the tree of `size` entries, leaf's sibling first (RFC 6962, 2.1.1).
///
/// # Errors
/// [`Error::Input`] when there is no such entry; [`Error::Missing`] when a hash is not kept.
pub fn inclusion_proof(index: u64, size: u64, nodes: Nodes<'_>) -> Result<Vec<Digest>> {
    if index >= size {
        return Err(Error::Input("no such entry in a tree of this size"));
    }
    let (mut start, mut end) = (0, size);
    let mut path = Vec::new();
    while end - start > 1 {
        let middle = start + split(end - start);
        if index < middle {
            path.push(range_root(middle, end, nodes)?);
            end = middle;
        } else {
            path.push(range_root(start, middle, nodes)?);
            start = middle;
        }
    }
    path.reverse();
    Ok(path)
}

/// Proof that the tree of `old` entries is a prefix of the tree of `new` entries (RFC 6962, 2.1.2).
///
/// # Errors
/// [`Error::Input`] when `old` is larger than `new`; [`Error::Missing`] when a hash is not kept.
pub fn consistency_proof(old: u64, new: u64, nodes: Nodes<'_>) -> Result<Vec<Digest>> {
    if old > new {
        return Err(Error::Input("the older tree is larger than the newer"));
    }
    if old == 0 || old == new {
        return Ok(Vec::new());
    }
    let (mut start, mut end, mut whole) = (0, new, true);
    let mut path = Vec::new();
    while old != end {
        let middle = start + split(end - start);
        if old <= middle {
            path.push(range_root(middle, end, nodes)?);
            end = middle;
        } else {
            path.push(range_root(start, middle, nodes)?);
            start = middle;
            whole = false;
        }
    }
    if !whole {
        path.push(range_root(start, end, nodes)?);
    }
    path.reverse();
    Ok(path)
}

/// Checks that `leaf` is entry `index` of the tree with `size` entries and `root`.
///
/// # Errors
/// [`Error::Proof`] when it is not.
pub fn verify_inclusion(
    leaf: &Digest,
    index: u64,
    size: u64,
    path: &[Digest],
    root: &Digest,
) -> Result<()> {
    const REFUSED: Error = Error::Proof("inclusion");
    if index >= size {
        return Err(REFUSED);
    }
    let (mut node, mut last, mut hash) = (index, size - 1, *leaf);
    for sibling in path {
        if last == 0 {
            return Err(REFUSED);
        }
        if node & 1 == 1 || node == last {
            hash = node_hash(sibling, &hash);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(&hash, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    if last == 0 && hash == *root {
        Ok(())
    } else {
        Err(REFUSED)
    }
}

/// Checks that the tree (`old`, `old_root`) is a prefix of the tree (`new`, `new_root`): nothing was changed or removed.
///
/// # Errors
/// [`Error::Proof`] when it is not.
pub fn verify_consistency(old: (u64, &Digest), new: (u64, &Digest), path: &[Digest]) -> Result<()> {
    const REFUSED: Error = Error::Proof("consistency");
    let ((old_size, old_root), (new_size, new_root)) = (old, new);
    let empty_old = old_size == 0 && *old_root == empty_root();
    let same = old_size == new_size && old_root == new_root;
    if path.is_empty() {
        return if empty_old || same {
            Ok(())
        } else {
            Err(REFUSED)
        };
    }
    if old_size == 0 || old_size >= new_size {
        return Err(REFUSED);
    }
    let mut path = path.iter();
    let first = if old_size.is_power_of_two() {
        old_root
    } else {
        path.next().ok_or(REFUSED)?
    };
    let shift = (old_size - 1).trailing_ones();
    let (mut node, mut last) = ((old_size - 1) >> shift, (new_size - 1) >> shift);
    let (mut from, mut to) = (*first, *first);
    for hash in path {
        if last == 0 {
            return Err(REFUSED);
        }
        if node & 1 == 1 || node == last {
            from = node_hash(hash, &from);
            to = node_hash(hash, &to);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            to = node_hash(&to, hash);
        }
        node >>= 1;
        last >>= 1;
    }
    if last == 0 && from == *old_root && to == *new_root {
        Ok(())
    } else {
        Err(REFUSED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    /// The definition of RFC 6962, 2.1, word for word: the yardstick.
    fn definition(leaves: &[Digest]) -> Digest {
        match leaves {
            [] => empty_root(),
            [only] => *only,
            many => {
                let middle = usize::try_from(split(many.len() as u64)).unwrap();
                node_hash(&definition(&many[..middle]), &definition(&many[middle..]))
            }
        }
    }

    #[test]
    fn every_small_tree_and_every_proof() {
        let leaves: Vec<Digest> = (0..40u8).map(|n| leaf_hash(&[n])).collect();
        let mut kept = HashMap::new();
        let mut frontier = Frontier::new();
        let mut roots = vec![frontier.root()];
        for leaf in &leaves {
            frontier.append(*leaf, &mut |level, index, hash| {
                assert_eq!(kept.insert((level, index), hash), None)
            });
            roots.push(frontier.root());
        }
        let nodes = |level, index| kept.get(&(level, index)).copied();
        for size in 0..=leaves.len() {
            let n = size as u64;
            assert_eq!(roots[size], definition(&leaves[..size]));
            assert_eq!(roots[size], root_at(n, &nodes).unwrap());
            assert_eq!(Frontier::load(n, &nodes).unwrap().root(), roots[size]);
            for index in 0..n {
                let leaf = &leaves[usize::try_from(index).unwrap()];
                let path = inclusion_proof(index, n, &nodes).unwrap();
                verify_inclusion(leaf, index, n, &path, &roots[size]).unwrap();
                assert!(verify_inclusion(&roots[0], index, n, &path, &roots[size]).is_err());
                assert!(verify_inclusion(leaf, index + 1, n, &path, &roots[size]).is_err());
                for cut in 0..path.len() {
                    assert!(verify_inclusion(leaf, index, n, &path[..cut], &roots[size]).is_err());
                }
            }
            for old in 0..=size {
                let path = consistency_proof(old as u64, n, &nodes).unwrap();
                verify_consistency((old as u64, &roots[old]), (n, &roots[size]), &path).unwrap();
                let wrong = leaf_hash(b"wrong");
                assert!(
                    verify_consistency((old as u64, &wrong), (n, &roots[size]), &path).is_err()
                );
                if old != 0 {
                    assert!(
                        verify_consistency((old as u64, &roots[old]), (n, &wrong), &path).is_err()
                    );
                }
                if old != 0 && old != size {
                    assert!(
                        verify_consistency((old as u64 - 1, &roots[old]), (n, &roots[size]), &path)
                            .is_err()
                    );
                    assert!(
                        verify_consistency((old as u64, &roots[old]), (n, &roots[size]), &[])
                            .is_err()
                    );
                }
            }
        }
        assert!(inclusion_proof(40, 40, &nodes).is_err());
        assert!(consistency_proof(41, 40, &nodes).is_err());
        assert_eq!(root_at(41, &nodes), Err(Error::Missing("tree hash")));
    }
}
