//! The one error of this room. A foreign byte that is wrong is a normal answer: each case has a stable code that travels in
//! signed refusals and in problem documents; the text says the place.

/// Why bytes, keys or proofs were not accepted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The bytes are not in the one canonical form.
    #[error("{what}: {why}")]
    Malformed {
        /// Which structure or field.
        what: &'static str,
        /// What is wrong with it.
        why: &'static str,
    },
    /// A count, size or depth is above its named maximum.
    #[error("{what} is larger than the limit of {max}")]
    Limit {
        /// What was counted.
        what: &'static str,
        /// The limit, in the unit of `what`.
        max: u64,
    },
    /// An algorithm, suite or version that this node does not know. Never negotiated, never guessed.
    #[error("{0}: unknown algorithm, suite or version")]
    Algorithm(&'static str),
    /// A signature is missing or does not verify.
    #[error("{0}: signature missing or not valid")]
    Signature(&'static str),
    /// Authenticated decryption failed.
    #[error("{0}: cannot be decrypted, wrong key or altered bytes")]
    Decrypt(&'static str),
    /// Key material of the wrong length or an unusable point.
    #[error("{0}: unusable key")]
    Key(&'static str),
    /// The key file on disk does not open.
    #[error("wrong passphrase or key file; the keys stay locked")]
    Passphrase,
    /// Its time has passed.
    #[error("{0}: expired")]
    Expired(&'static str),
    /// Its time has not come, clocks allowed for.
    #[error("{0}: dated in the future")]
    Early(&'static str),
    /// Well-formed and signed, but not by whom this State trusts for it.
    #[error("{0}")]
    Untrusted(&'static str),
    /// A Merkle or hash-chain proof does not lead to the root.
    #[error("{0}: the proof does not hold")]
    Proof(&'static str),
    /// Something needed (a node hash, a key id) is not there.
    #[error("{0}: not available")]
    Missing(&'static str),
    /// The caller asked for something that cannot be built.
    #[error("{0}")]
    Input(&'static str),
}

/// Short form used all over this room.
pub type Result<T> = core::result::Result<T, Error>;

impl Error {
    /// Stable code, for logs and signed refusals. Never changes once released.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Malformed { .. } => "MALFORMED",
            Self::Limit { .. } => "TOO-LARGE",
            Self::Algorithm(_) => "ALGORITHM",
            Self::Signature(_) => "SIGNATURE",
            Self::Decrypt(_) => "DECRYPT",
            Self::Key(_) => "KEY",
            Self::Passphrase => "PASSPHRASE",
            Self::Expired(_) => "EXPIRED",
            Self::Early(_) => "NOT-YET",
            Self::Untrusted(_) => "UNTRUSTED",
            Self::Proof(_) => "PROOF",
            Self::Missing(_) => "MISSING",
            Self::Input(_) => "INPUT",
        }
    }

    /// Builds [`Error::Malformed`].
    pub(crate) const fn malformed(what: &'static str, why: &'static str) -> Self {
        Self::Malformed { what, why }
    }
}
