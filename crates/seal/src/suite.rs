//! Cryptographic suites, named whole. One is built: `A1` = Ed25519 AND ML-DSA-65 (both must verify), HPKE MLKEM768-X25519 with
//! HKDF-SHA256 and AES-256-GCM, SHA-256. `N1` is a reserved name. Anything else is a parse error, never negotiated.

mod ed25519;
mod kem;
mod sign;

pub use ed25519::{Ed25519Key, ed25519_verify};
pub use kem::{
    KEM_CIPHERTEXT_BYTES, KEM_PUBLIC_BYTES, KemKeyPair, KemPublic, KemSealed, kem_open, kem_seal,
};
pub use sign::{
    ML_DSA_PUBLIC_BYTES, ML_DSA_SIGNATURE_BYTES, PublicPair, Signer, SigningPair, SigningSeeds,
    ml_dsa_verify,
};

use crate::{Error, Result};

/// A cryptographic suite this node can speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Suite {
    /// The default suite for everybody.
    A1,
}

impl Suite {
    /// Every suite built here.
    pub const ALL: [Suite; 1] = [Suite::A1];

    /// The suite's name on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::A1 => "A1",
        }
    }

    /// Reads a suite's name.
    ///
    /// # Errors
    /// [`Error::Algorithm`] for every name but those of [`Suite::ALL`].
    pub fn from_code(code: &str) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|suite| suite.code() == code)
            .ok_or(Error::Algorithm("suite"))
    }
}
