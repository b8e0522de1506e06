//! Which TLS authority belongs to which pinned State: a copy in memory of what the store says, for the handshake.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError, RwLock};

use model::{Digest, StateCode};
use rustls_pki_types::CertificateDer;
use tokio::sync::Notify;

/// Certificates remembered between the handshake and the first request.
const SEEN_MAX: usize = 1024;

/// The pinned authorities.
#[derive(Debug, Default)]
pub struct Pins {
    by_authority: RwLock<HashMap<Digest, StateCode>>,
    /// Node certificates that were verified, with the authority behind each; oldest first.
    seen: Mutex<VecDeque<(Digest, Digest)>>,
    missed: Notify,
}

impl Pins {
    /// Put what the store says in place of what was known.
    pub fn set(&self, pins: HashMap<Digest, StateCode>) {
        *self
            .by_authority
            .write()
            .unwrap_or_else(PoisonError::into_inner) = pins;
    }

    /// The State whose card names this authority.
    pub fn state_of(&self, authority: &Digest) -> Option<StateCode> {
        let pins = self
            .by_authority
            .read()
            .unwrap_or_else(PoisonError::into_inner);
        pins.get(authority).cloned()
    }

    /// Somebody came with an authority nobody pinned: perhaps the copy is old.
    pub(super) fn miss(&self) {
        self.missed.notify_one();
    }

    /// Resolves after a miss.
    pub async fn missed(&self) {
        self.missed.notified().await;
    }

    /// A certificate was verified in a handshake.
    pub(super) fn remember(&self, leaf: Digest, authority: Digest) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.retain(|(held, _)| *held != leaf);
        while seen.len() >= SEEN_MAX {
            seen.pop_front();
        }
        seen.push_back((leaf, authority));
    }

    /// The State of a certificate that a handshake verified, if its authority is still pinned.
    pub fn who(&self, leaf: &CertificateDer<'_>) -> Option<StateCode> {
        let leaf = seal::sha256(leaf);
        let authority = {
            let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
            seen.iter()
                .rev()
                .find(|(held, _)| *held == leaf)
                .map(|(_, authority)| *authority)
        };
        self.state_of(&authority?)
    }
}
