//! `seal`: canonical bytes, digests, signatures, encryption, cards, envelopes, receipts, bags and the Merkle ledger.
//!
//! Lives here: every byte format that another party verifies (see `docs/protocol/`), as pure functions over bytes.
//! Does not live here: files, sockets, SQL, the clock and randomness (`now` and [`Random`] come in as arguments), and the
//! decision whether a peer is trusted or an officer may act (`model`, `office`).

#![forbid(unsafe_code)]

pub mod bag;
pub mod card;
pub mod cbor;
pub mod chunk;
pub mod cose;
pub mod court;
pub mod custody;
pub mod digest;
pub mod envelope;
mod error;
mod gcm;
pub mod group;
pub mod keys;
pub mod ledger;
pub mod parts;
mod random;
pub mod receipt;
pub mod segment;
pub mod statement;
pub mod suite;
pub mod vault;
#[cfg(test)]
mod vectors;

pub use digest::{Hasher, canonical_json, hex, sha256, unhex};
pub use error::{Error, Result};
pub use model::Digest;
pub use random::Random;
