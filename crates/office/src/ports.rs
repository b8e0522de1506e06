//! The four ports and no more: the clock, the dice, the post, the keys. Everything else is the real thing, in tests too.

use std::sync::Arc;

use bytes::Bytes;
use futures_util::future::BoxFuture;
use jiff::{SignedDuration, Timestamp};
use model::{AuthorityId, Digest, StateCode};
use seal::ledger::NoteSigner;
use seal::suite::{KemKeyPair, Signer};

/// Tells the time. Read once an act.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
    /// For how long the program has run, by a counter that nobody sets.
    fn ran(&self) -> SignedDuration;
}

/// Makes ids, nonces, salts and keys.
pub trait Dice: Send + Sync {
    /// Fill with random bytes.
    fn fill(&self, out: &mut [u8]);
}

/// Lends the dice to the rooms that take randomness as an argument.
#[derive(Clone)]
pub struct Throw(pub Arc<dyn Dice>);

impl std::fmt::Debug for Throw {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Throw")
    }
}

impl seal::Random for Throw {
    fn fill(&mut self, out: &mut [u8]) {
        self.0.fill(out);
    }
}

/// A signer that can be shared between tasks.
pub type SharedSigner = Arc<dyn Signer + Send + Sync>;

/// Signs and opens by key: files today, a security module behind the same trait tomorrow.
pub trait Keys: Send + Sync {
    /// The State's root: signs the card. `None` where it is kept offline.
    fn root(&self) -> Option<SharedSigner>;
    /// The node's own key: signs envelopes, receipts and the leaflet of weekly keys.
    fn node(&self) -> SharedSigner;
    /// An authority's key: signs what a judge will read.
    fn authority(&self, id: &AuthorityId) -> Option<SharedSigner>;
    /// Signs checkpoints.
    fn log(&self) -> &NoteSigner;
    /// A weekly key to open envelopes, by its id.
    fn weekly(&self, key_id: &Digest) -> Option<Arc<KemKeyPair>>;
    /// The weekly keys there are: public half, first and last moment of use. Making and destroying them is `rotate`.
    fn weekly_keys(&self) -> Vec<WeeklyKey>;
    /// Make the weekly keys that are missing for the next four weeks, destroy those past their time.
    ///
    /// # Errors
    /// If the key store cannot be written.
    fn rotate(&self, now: Timestamp, dice: &mut dyn seal::Random) -> Result<bool, String>;
}

/// A weekly encryption key, public half.
#[derive(Debug, Clone, PartialEq)]
pub struct WeeklyKey {
    /// The key.
    pub public: seal::suite::KemPublic,
    /// First moment of use.
    pub from: Timestamp,
    /// Senders use another key from here on.
    pub until: Timestamp,
}

/// Where a peer's inbox is, and how its node is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The State.
    pub state: StateCode,
    /// `https://host:port`.
    pub endpoint: String,
    /// SHA-256 of the peer's TLS authority certificate (DER), as its card says.
    pub tls_ca: Digest,
}

/// What the other side's node answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Body, of bounded length.
    pub body: Bytes,
    /// Seconds to wait, where it says so.
    pub retry_after_s: Option<u32>,
}

/// Why nothing was answered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PostError {
    /// No connection.
    #[error("unreachable: {0}")]
    Unreachable(String),
    /// The other node did not prove who it is.
    #[error("not trusted: {0}")]
    NotTrusted(String),
    /// No answer in time.
    #[error("timeout")]
    Timeout,
}

impl PostError {
    /// Stable code for logs and pages.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreachable(_) => "UNREACHABLE",
            Self::NotTrusted(_) => "NOT-TRUSTED",
            Self::Timeout => "TIMEOUT",
        }
    }
}

/// Carries bytes to another node: the five verbs of delivery. Real: HTTPS with mutual certificates. In simulations: a post
/// that loses, doubles and delays.
pub trait Post: Send + Sync {
    /// `POST /x/1/envelopes`
    fn envelope(&self, to: &Address, bytes: Bytes)
    -> BoxFuture<'static, Result<Answer, PostError>>;
    /// `GET /x/1/blobs/{root}/missing`
    fn missing(&self, to: &Address, root: Digest) -> BoxFuture<'static, Result<Answer, PostError>>;
    /// `PUT /x/1/blobs/{root}/{number}`
    fn segment(
        &self,
        to: &Address,
        place: (Digest, u64),
        path: Vec<Digest>,
        bytes: Bytes,
    ) -> BoxFuture<'static, Result<Answer, PostError>>;
    /// `GET /x/1/pull?epoch=…&after=…`
    fn pull(
        &self,
        to: &Address,
        epoch: u64,
        after: u64,
    ) -> BoxFuture<'static, Result<Answer, PostError>>;
    /// `GET /x/1/log/{path}`
    fn log(&self, to: &Address, path: &str) -> BoxFuture<'static, Result<Answer, PostError>>;
}

/// Told how far a long piece of work is.
pub trait Progress: Send + Sync {
    /// `done` of `total` (where known) of `what`.
    fn step(&self, done: u64, total: Option<u64>, what: &str);
}

/// Progress that nobody watches.
#[derive(Debug, Clone, Copy)]
pub struct Silent;

impl Progress for Silent {
    fn step(&self, _: u64, _: Option<u64>, _: &str) {}
}
