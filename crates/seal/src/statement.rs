//! A statement: an authority signs that a record with this digest is what it says it is. For what leaves the exchange: a
//! paper that is scanned in again, a record handed to the defence. Small, because a paper carries it in codes.

use jiff::Timestamp;
use model::{AuthorityId, StateCode};
use serde_json::{Value, json};

use crate::card::OpenCard;
use crate::cose::{self, Signed};
use crate::suite::Signer;
use crate::{Digest, Error, Result, canonical_json};

/// Content type of the signed object.
const STATEMENT_TYPE: &str = "application/vnd.comity.statement+json";
/// A signed statement, at most: its two signatures are four fifths of it.
pub const STATEMENT_BYTES_MAX: usize = 8 << 10;

/// What is stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// What the record is: "request", "defence".
    pub what: String,
    /// Number of the request it belongs to.
    pub number: String,
    /// SHA-256 of the record in its canonical form.
    pub sha256: Digest,
    /// Who states it.
    pub state: StateCode,
    /// Through which authority.
    pub authority: AuthorityId,
    /// When.
    pub at: Timestamp,
}

impl Statement {
    fn payload(&self) -> Result<Vec<u8>> {
        canonical_json(&json!({
            "at": self.at.to_string(),
            "authority": self.authority.as_str(),
            "number": self.number,
            "sha256": self.sha256.to_string(),
            "state": self.state.as_str(),
            "what": self.what,
        }))
    }

    /// Signs it with the authority's key.
    ///
    /// # Errors
    /// What the signer says.
    pub fn sign(&self, signer: &dyn Signer) -> Result<Vec<u8>> {
        cose::sign(STATEMENT_TYPE, &self.payload()?, &[signer])
    }

    /// What a signed statement says. Its signatures are not judged here.
    ///
    /// # Errors
    /// [`Error::Malformed`], [`Error::Limit`].
    pub fn read(bytes: &[u8]) -> Result<Statement> {
        let signed = Signed::parse(bytes, STATEMENT_TYPE, STATEMENT_BYTES_MAX)?;
        let bad = || Error::malformed("statement", "a field is missing or malformed");
        let value: Value = serde_json::from_slice(&signed.payload).map_err(|_| bad())?;
        let text = |name: &str| value.get(name).and_then(Value::as_str).ok_or_else(bad);
        let statement = Statement {
            what: text("what")?.to_owned(),
            number: text("number")?.to_owned(),
            sha256: text("sha256")?.parse().map_err(|_| bad())?,
            state: text("state")?.parse().map_err(|_| bad())?,
            authority: text("authority")?.parse().map_err(|_| bad())?,
            at: text("at")?.parse().map_err(|_| bad())?,
        };
        if statement.payload()? != signed.payload {
            return Err(Error::malformed("statement", "not in its canonical form"));
        }
        Ok(statement)
    }

    /// What a signed statement says, after both signatures were verified with the key that the State's card names.
    ///
    /// # Errors
    /// As [`Statement::read`]; [`Error::Untrusted`] where the card has no such key; [`Error::Signature`].
    pub fn verify(bytes: &[u8], card: &OpenCard) -> Result<Statement> {
        let statement = Self::read(bytes)?;
        let signed = Signed::parse(bytes, STATEMENT_TYPE, STATEMENT_BYTES_MAX)?;
        let [pair] = signed.pairs.as_slice() else {
            return Err(Error::malformed("statement", "exactly one authority signs"));
        };
        if card.card.code != statement.state {
            return Err(Error::Untrusted("another State's card"));
        }
        let key = card.authority_key(&statement.authority, &pair.key, statement.at)?;
        signed.verify(key)?;
        Ok(statement)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::tests::{NOW, at, town};

    #[test]
    fn what_was_stated_is_verified_and_nothing_else() {
        let town = town("XA", 7);
        let card = &town.open;
        let statement = Statement {
            what: "request".into(),
            number: "XA-CA-2026-000001-7".into(),
            sha256: crate::sha256(b"record"),
            state: card.card.code.clone(),
            authority: card.card.authorities[0].id.clone(),
            at: at(NOW),
        };
        let bytes = statement.sign(&town.authority).unwrap();
        assert!(bytes.len() < 4_000, "{}", bytes.len());
        assert_eq!(Statement::verify(&bytes, card).unwrap(), statement);
        // Every byte counts.
        for place in [20, bytes.len() / 2, bytes.len() - 1] {
            let mut other = bytes.clone();
            other[place] ^= 1;
            assert!(Statement::verify(&other, card).is_err(), "{place}");
        }
        // The node's key is no authority's.
        let forged = statement.sign(&town.node).unwrap();
        assert!(Statement::verify(&forged, card).is_err());
    }
}
