//! The ledger as mathematics: salted leaves, the Merkle tree of RFC 6962 section 2.1, tiles (C2SP tlog-tiles), checkpoints
//! (C2SP tlog-checkpoint in a signed-note) and proofs (C2SP tlog-proof). Where hashes are kept is `store`'s business: this room
//! asks for them by (level, index) and hands new ones out the same way.
//!
//! An entry's public data is `SHA-256(salt || canonical event JSON)`, so that witnesses count entries and learn nothing;
//! destroying the salt erases the link to the event while the tree stays whole.

mod checkpoint;
mod note;
mod proof;
mod tile;
mod tree;

pub use checkpoint::Checkpoint;
pub use note::{NoteKey, NoteSigner, open_note};
pub use proof::Proof;
pub use tile::{Tile, entry_bundle, hash_in_tiles, new_tiles, read_bundle};
pub use tree::{
    Frontier, Nodes, consistency_proof, empty_root, inclusion_proof, leaf_hash, node_hash, root_at,
    verify_consistency, verify_inclusion,
};

use crate::{Digest, Hasher, Random};

/// Bytes of a leaf's salt.
pub const SALT_BYTES: usize = 32;

/// The salt of one entry. Kept beside the event, never published; destroying it is erasure.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Salt(pub [u8; SALT_BYTES]);

impl core::fmt::Debug for Salt {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Salt(..)")
    }
}

impl Salt {
    /// A fresh random salt.
    pub fn new(rng: &mut dyn Random) -> Self {
        Self(rng.bytes())
    }
}

/// The entry's public data: `SHA-256(salt || event)`, 32 bytes; `event` is the canonical JSON of the ledger entry.
pub fn entry_data(salt: &Salt, event: &[u8]) -> Digest {
    let mut hasher = Hasher::new();
    hasher.update(&salt.0);
    hasher.update(event);
    hasher.finish()
}

/// The leaf hash of an event: `SHA-256(0x00 || SHA-256(salt || event))`.
pub fn event_leaf(salt: &Salt, event: &[u8]) -> Digest {
    leaf_hash(&entry_data(salt, event).0)
}
