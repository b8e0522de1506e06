//! Leaflets: a node's encryption keys, a week each, four published ahead, signed by the node key of the current card.

use super::OpenCard;
use crate::cbor::{Fields, Form, Value, decode_exact};
use crate::cose::{Signed, sign};
use crate::suite::{KemPublic, Signer};
use crate::{Digest, Error, Result, sha256};
use jiff::Timestamp;
use model::limits::{LEAFLET_BYTES_MAX, LEAFLET_KEYS_MAX};

/// Content type of a signed leaflet.
pub const LEAFLET_TYPE: &str = "application/comity-leaflet";
const WHAT: &str = "leaflet";

/// One encryption key and its week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeafletKey {
    /// The public key.
    pub public: KemPublic,
    /// First moment at which senders use it.
    pub from: Timestamp,
    /// First moment after.
    pub until: Timestamp,
}

/// The content of a leaflet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaflet {
    /// Digest of the card it belongs to.
    pub card: Digest,
    /// Key id of the node that signs it.
    pub node: Digest,
    /// When it was issued.
    pub issued: Timestamp,
    /// The keys, oldest first.
    pub keys: Vec<LeafletKey>,
}

/// A leaflet that was verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeafletOpen {
    /// What it says.
    pub leaflet: Leaflet,
    /// SHA-256 of its bytes.
    pub digest: Digest,
}

impl Leaflet {
    /// The key to seal with at `now`: the youngest that is valid.
    pub fn key_at(&self, now: Timestamp) -> Option<&LeafletKey> {
        self.keys
            .iter()
            .rev()
            .find(|key| key.from <= now && now < key.until)
    }

    fn check(&self) -> Result<()> {
        let ordered = self
            .keys
            .windows(2)
            .all(|pair| matches!(pair, [a, b] if a.from <= b.from));
        let lasting = self.keys.iter().all(|key| key.from < key.until);
        if self.keys.is_empty() || !ordered || !lasting {
            return Err(Error::malformed(
                WHAT,
                "keys are missing, out of order, or valid for no time",
            ));
        }
        Ok(())
    }
}

impl Form for Leaflet {
    const NAME: &'static str = WHAT;

    fn to_cbor(&self) -> Value {
        let keys = self.keys.iter().map(|key| {
            Value::map([
                ("key", Value::bytes(key.public.bytes())),
                ("from", Value::time(key.from)),
                ("until", Value::time(key.until)),
            ])
        });
        Value::map([
            ("v", Value::Uint(1)),
            ("card", Value::digest(&self.card)),
            ("node", Value::digest(&self.node)),
            ("issued", Value::time(self.issued)),
            ("keys", Value::Array(keys.collect())),
        ])
    }

    fn from_cbor(value: Value) -> Result<Self> {
        let mut f = Fields::new(value, WHAT)?;
        if f.uint("v")? != 1 {
            return Err(Error::Algorithm(WHAT));
        }
        let leaflet = Self {
            card: f.digest("card")?,
            node: f.digest("node")?,
            issued: f.time("issued")?,
            keys: f.list("keys", LEAFLET_KEYS_MAX, |value| {
                let mut f = Fields::new(value, "encryption key")?;
                let key = LeafletKey {
                    public: KemPublic::new(&f.bytes("key")?)?,
                    from: f.time("from")?,
                    until: f.time("until")?,
                };
                f.end()?;
                Ok(key)
            })?,
        };
        f.end()?;
        Ok(leaflet)
    }
}

/// Signs a leaflet with the node's key.
///
/// # Errors
/// [`Error::Input`] when the leaflet names another node key or its keys are not in order.
pub fn sign_leaflet(leaflet: &Leaflet, node: &dyn Signer) -> Result<Vec<u8>> {
    if leaflet.node != node.public().key_id() {
        return Err(Error::Input("the leaflet names another node key"));
    }
    leaflet
        .check()
        .map_err(|_| Error::Input("the leaflet's keys are not in order"))?;
    sign(LEAFLET_TYPE, &leaflet.to_bytes(), &[node])
}

/// Opens a leaflet of `card`, which must be trusted already.
///
/// # Errors
/// [`Error::Malformed`]; [`Error::Untrusted`] when it belongs to another card or the node key is not the card's;
/// [`Error::Signature`]; [`Error::Expired`] when its last key has run out; [`Error::Early`].
pub fn open_leaflet(bytes: &[u8], now: Timestamp, card: &OpenCard) -> Result<LeafletOpen> {
    let signed = Signed::parse(bytes, LEAFLET_TYPE, LEAFLET_BYTES_MAX)?;
    let leaflet: Leaflet = decode_exact(&signed.payload, LEAFLET_BYTES_MAX)?;
    leaflet.check()?;
    if leaflet.card != card.digest {
        return Err(Error::Untrusted("the leaflet belongs to another card"));
    }
    signed.verify(card.node_key(&leaflet.node, leaflet.issued)?)?;
    if leaflet.keys.iter().all(|key| key.until <= now) {
        return Err(Error::Expired(WHAT));
    }
    let latest = now
        .saturating_add(super::CLOCK_TOLERANCE)
        .unwrap_or(Timestamp::MAX);
    if leaflet.issued > latest {
        return Err(Error::Early(WHAT));
    }
    Ok(LeafletOpen {
        leaflet,
        digest: sha256(bytes),
    })
}
