//! Envelopes: a message from one State to another in two layers. The inner layer is signed by the authority over the plaintext
//! manifest (for the judge; it names every recipient); the outer is signed by the node over the ciphertext (for the post; it
//! shows from, to, sequence, expiry, lane and hashes, no subject and no person). Format: `docs/protocol/envelope.md`.
//!
//! Order of work when sending: [`Draft`], bulk parts if any, [`seal_content`], then [`address`] for each recipient. When
//! receiving: [`Envelope::parse`], [`Envelope::verify_outer`], [`Envelope::open`], [`Opened::verify_inner`].

mod build;
mod content;
mod header;
mod manifest;
mod read;
mod refused;
mod signed;

pub use build::{Content, Posting, address, seal_content};
pub use content::{BulkPart, Draft, PartDecryptor, PartEncryptor};
pub use header::{Header, KeySlot, Lane};
pub use manifest::{Manifest, Part, Party};
pub use read::{Arrival, Envelope, Opened};
pub use refused::{Reason, Refused};
pub use signed::{manifest_signer, read_manifest};

use crate::{Digest, Random};

/// Content type of the signed outer header.
pub const HEADER_TYPE: &str = "application/comity-envelope";
/// Content type of the signed inner manifest.
pub const MANIFEST_TYPE: &str = "application/comity-manifest";
/// First item of an envelope's array.
const MAGIC: &str = "comity-envelope";
/// Second item: the version of the framing.
const VERSION: u64 = 1;

/// Names a message: the same for all its recipients. 16 bytes, a UUIDv7 or random.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MessageId(pub [u8; 16]);

impl MessageId {
    /// A random id.
    pub fn random(rng: &mut dyn Random) -> Self {
        Self(rng.bytes())
    }
}

impl core::fmt::Display for MessageId {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&crate::hex(&self.0))
    }
}

/// The id of an envelope: SHA-256 of its bytes. The same bytes by any road have the same id.
pub fn envelope_id(bytes: &[u8]) -> Digest {
    crate::sha256(bytes)
}

/// Padmé (Nikitin et al., PETS 2019): the padded length of `len` bytes. Leaks O(log log) bits, adds at most 12 %.
pub fn padme(len: usize) -> usize {
    let Some(e) = len.checked_ilog2().filter(|e| *e > 0) else {
        return len;
    };
    let s = e.ilog2() + 1;
    let mask = (1usize << e.saturating_sub(s)) - 1;
    (len + mask) & !mask
}

#[cfg(test)]
mod tests;
