//! State cards: what a State says about itself, signed by its root; and leaflets: its node's weekly encryption keys, signed by
//! the node key. A card is trusted because its root was pinned (fingerprint compared by two people) or because it follows
//! a card that was. Format: `docs/protocol/card.md`.
//!
//! Not here: the policy which States are pinned (`office`, `store`), and fetching.

mod body;
mod leaflet;

pub use body::{AuthorityCard, Card, Contact, DatedKey, Endpoint, NodeKey};
pub use leaflet::{LEAFLET_TYPE, Leaflet, LeafletKey, LeafletOpen, open_leaflet, sign_leaflet};

use crate::cbor::{Form as _, Value, decode_exact, encode};
use crate::cose::{Signed, sign};
use crate::suite::{PublicPair, Signer};
use crate::{Digest, Error, Result, sha256};
use jiff::{SignedDuration, Timestamp};
use model::limits::CARD_BYTES_MAX;
use model::{AuthorityId, StateCode};

/// Content type of a signed card.
pub const CARD_TYPE: &str = "application/comity-card";
/// A card is valid for at most this long.
pub const CARD_LIFE_MAX: SignedDuration = SignedDuration::from_hours(24 * 90);
/// How far a peer's clock may run ahead before its "issued" counts as future.
pub const CLOCK_TOLERANCE: SignedDuration = SignedDuration::from_mins(10);

/// A card whose form, dates and own root signatures are in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenCard {
    /// What it says.
    pub card: Card,
    /// SHA-256 of its bytes; other objects refer to it by this.
    pub digest: Digest,
    signed: Signed,
}

/// The identity of a State: SHA-256 over its code, its root keys and how many of them must sign. This is what is pinned.
pub fn root_id(code: &StateCode, roots: &[PublicPair], threshold: u64) -> Digest {
    sha256(&encode(&Value::Array(vec![
        Value::text("comity-root"),
        Value::text(code.as_str()),
        Value::Uint(threshold),
        Value::Array(roots.iter().map(PublicPair::to_cbor).collect()),
    ])))
}

/// The fingerprint of a root, for two people to read to each other: 60 decimal digits in 12 groups of 5. Each group is five
/// bytes of SHA-512("comity/fingerprint/1" || root id), big-endian, modulo 100,000.
pub fn fingerprint(root_id: &Digest) -> String {
    let digest = aws_lc_rs::digest::digest(
        &aws_lc_rs::digest::SHA512,
        &[b"comity/fingerprint/1".as_slice(), &root_id.0].concat(),
    );
    let (groups, _) = digest.as_ref().as_chunks::<5>();
    let group = |bytes: &[u8; 5]| {
        let n = bytes.iter().fold(0u64, |n, byte| n << 8 | u64::from(*byte));
        format!("{:05}", n % 100_000)
    };
    groups
        .iter()
        .take(12)
        .map(group)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Signs a card with its State's roots (after a change of roots: with the old ones as well).
///
/// # Errors
/// [`Error::Input`] when the card breaks a rule of its own; what the signers say.
pub fn sign_card(card: &Card, roots: &[&dyn Signer]) -> Result<Vec<u8>> {
    card.check()
        .map_err(|_| Error::Input("the card breaks a rule: dates, names, keys or JSON"))?;
    let bytes = sign(CARD_TYPE, &card.to_bytes(), roots)?;
    if bytes.len() > CARD_BYTES_MAX {
        return Err(Error::Limit {
            what: "card bytes",
            max: CARD_BYTES_MAX as u64,
        });
    }
    Ok(bytes)
}

/// Opens a card and checks form, dates and that enough of its own root keys signed it. This proves only that the card is
/// what these roots say: compare [`OpenCard::fingerprint`] before trusting it.
///
/// # Errors
/// [`Error::Malformed`], [`Error::Limit`], [`Error::Signature`], [`Error::Expired`], [`Error::Early`].
pub fn open_card(bytes: &[u8], now: Timestamp) -> Result<OpenCard> {
    let open = open_card_undated(bytes)?;
    open.check_dates(now)?;
    Ok(open)
}

/// Opens a card without looking at the clock: for evidence that was signed under it when it was valid.
///
/// # Errors
/// [`Error::Malformed`], [`Error::Limit`], [`Error::Signature`].
pub fn open_card_undated(bytes: &[u8]) -> Result<OpenCard> {
    let signed = Signed::parse(bytes, CARD_TYPE, CARD_BYTES_MAX)?;
    let card: Card = decode_exact(&signed.payload, CARD_BYTES_MAX)?;
    card.check()?;
    let open = OpenCard {
        card,
        digest: sha256(bytes),
        signed,
    };
    open.signed_by(&open.card.roots, open.card.threshold)?;
    Ok(open)
}

/// Opens a card of the State whose root is pinned.
///
/// # Errors
/// As [`open_card`]; [`Error::Untrusted`] when the root is another.
pub fn verify_card(bytes: &[u8], now: Timestamp, pinned_root: &Digest) -> Result<OpenCard> {
    let open = open_card(bytes, now)?;
    if open.root_id() != *pinned_root {
        return Err(Error::Untrusted("the card's root is not the pinned one"));
    }
    Ok(open)
}

/// Opens the card that follows `held`, a card already trusted. Under the same roots any later number will do; new roots
/// need the very next number, the link to `held`, and the old roots' signatures as well.
///
/// # Errors
/// As [`open_card`]; [`Error::Untrusted`] for a lower number (rollback), another card with the same number (equivocation:
/// keep both as proof), a broken link, or new roots that the old ones did not sign.
pub fn verify_next_card(bytes: &[u8], now: Timestamp, held: &OpenCard) -> Result<OpenCard> {
    let open = open_card(bytes, now)?;
    if open.digest == held.digest {
        return Ok(open);
    }
    let (new, old) = (&open.card, &held.card);
    if new.code != old.code {
        return Err(Error::Untrusted("the card is another State's"));
    }
    if new.sequence < old.sequence {
        return Err(Error::Untrusted("an older card than the one held"));
    }
    if new.sequence == old.sequence {
        return Err(Error::Untrusted("two different cards with the same number"));
    }
    let linked = new.previous == Some(held.digest);
    let next = new.sequence - old.sequence == 1;
    if next && !linked {
        return Err(Error::Untrusted("the card does not follow the one held"));
    }
    if open.root_id() != held.root_id() {
        if !next {
            return Err(Error::Untrusted("new roots, and cards between are missing"));
        }
        open.signed_by(&old.roots, old.threshold)
            .map_err(|_| Error::Untrusted("new roots that the old ones did not sign"))?;
    }
    Ok(open)
}

impl OpenCard {
    /// The identity of the State's root ([`root_id`]).
    pub fn root_id(&self) -> Digest {
        root_id(&self.card.code, &self.card.roots, self.card.threshold)
    }

    /// The fingerprint to compare ([`fingerprint`]).
    pub fn fingerprint(&self) -> String {
        fingerprint(&self.root_id())
    }

    /// Checks the dates against `now`.
    ///
    /// # Errors
    /// [`Error::Expired`], [`Error::Early`].
    pub fn check_dates(&self, now: Timestamp) -> Result<()> {
        if now >= self.card.expires {
            return Err(Error::Expired("State card"));
        }
        let latest = now
            .saturating_add(CLOCK_TOLERANCE)
            .unwrap_or(Timestamp::MAX);
        if self.card.issued > latest {
            Err(Error::Early("State card"))
        } else {
            Ok(())
        }
    }

    fn signed_by(&self, roots: &[PublicPair], threshold: u64) -> Result<()> {
        let good = roots
            .iter()
            .filter(|root| self.signed.verify(root).is_ok())
            .count() as u64;
        if good >= threshold.max(1) {
            Ok(())
        } else {
            Err(Error::Signature("State card"))
        }
    }

    /// The node key of that id, if the card says it was valid at `at`.
    ///
    /// # Errors
    /// [`Error::Untrusted`] when the card has no such key or not for that time.
    pub fn node_key(&self, key: &Digest, at: Timestamp) -> Result<&PublicPair> {
        let keys = self.card.nodes.iter().map(|node| &node.key);
        dated(keys, key, at).ok_or(Error::Untrusted("not a node key of the card at that time"))
    }

    /// The authority's key of that id, if the card says it was valid at `at`.
    ///
    /// # Errors
    /// [`Error::Untrusted`] when the card has no such authority, or no such key for that time.
    pub fn authority_key(
        &self,
        id: &AuthorityId,
        key: &Digest,
        at: Timestamp,
    ) -> Result<&PublicPair> {
        let authority = self
            .card
            .authorities
            .iter()
            .find(|authority| authority.id == *id);
        let keys = authority.into_iter().flat_map(|authority| &authority.keys);
        dated(keys, key, at).ok_or(Error::Untrusted("not a key of that authority at that time"))
    }
}

fn dated<'a>(
    mut keys: impl Iterator<Item = &'a DatedKey>,
    id: &Digest,
    at: Timestamp,
) -> Option<&'a PublicPair> {
    keys.find(|key| key.key.key_id() == *id && key.from <= at && at < key.until)
        .map(|key| &key.key)
}

#[cfg(test)]
pub(crate) mod tests;
