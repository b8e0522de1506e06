//! Receipts R1 to R5: signed statements about one envelope, and the proof from the signer's ledger that completes them later.
//! They correspond to the evidence types of ETSI EN 319 522 (REM, ERDS). Format: `docs/protocol/envelope.md`.
//!
//! Not here: when a receipt is due. R3 in particular may exist only after the envelope is safely on disk (`office`).

use crate::card::OpenCard;
use crate::cbor::{Fields, Form, Value, decode_exact};
use crate::cose::{Signed, sign};
use crate::ledger::{Checkpoint, NoteKey, Proof, Salt, entry_data, leaf_hash};
use crate::suite::Signer;
use crate::{Digest, Error, Result, sha256};
use jiff::Timestamp;
use model::limits::{RECEIPT_BYTES_MAX, RECEIPT_PROOF_BYTES_MAX, RECEIPT_REASON_BYTES_MAX};
use model::message::ReceiptKind;
use model::{AuthorityId, StateCode};

/// Content type of a signed receipt.
pub const RECEIPT_TYPE: &str = "application/comity-receipt";
const WHAT: &str = "receipt";

/// Whether the step was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Accepted, relayed, delivered, opened, answered.
    Done,
    /// Refused, with the stable code of the reason ([`crate::envelope::Reason::code`] or the authority's own).
    Refused(String),
}

/// What a receipt says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Which step.
    pub kind: ReceiptKind,
    /// Taken or refused.
    pub outcome: Outcome,
    /// The envelope.
    pub envelope: Digest,
    /// State that speaks.
    pub state: StateCode,
    /// Authority that speaks, for R4 and R5; R1 to R3 are the node's.
    pub authority: Option<AuthorityId>,
    /// When the step was taken.
    pub time: Timestamp,
    /// Origin of the signer's ledger.
    pub origin: String,
    /// Index of the ledger entry that records the step; none where a refusal is not recorded.
    pub leaf: Option<u64>,
}

impl Receipt {
    fn check(&self) -> Result<()> {
        let by_authority = matches!(self.kind, ReceiptKind::R4 | ReceiptKind::R5);
        if by_authority != self.authority.is_some() {
            return Err(Error::malformed(
                WHAT,
                "R4 and R5 are an authority's, R1 to R3 the node's",
            ));
        }
        if let Outcome::Refused(code) = &self.outcome {
            let plain = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-';
            if code.is_empty() || code.len() > RECEIPT_REASON_BYTES_MAX || !code.bytes().all(plain)
            {
                return Err(Error::malformed(WHAT, "reason is not a code"));
            }
        }
        Ok(())
    }
}

impl Form for Receipt {
    const NAME: &'static str = WHAT;

    fn to_cbor(&self) -> Value {
        let mut pairs = vec![
            ("v", Value::Uint(1)),
            ("kind", Value::text(self.kind.code())),
            ("envelope", Value::digest(&self.envelope)),
            ("state", Value::text(self.state.as_str())),
            ("time", Value::time(self.time)),
            ("origin", Value::text(&self.origin)),
        ];
        if let Outcome::Refused(code) = &self.outcome {
            pairs.push(("refused", Value::text(code)));
        }
        pairs.extend(
            self.authority
                .iter()
                .map(|id| ("authority", Value::text(id.as_str()))),
        );
        pairs.extend(self.leaf.map(|leaf| ("leaf", Value::Uint(leaf))));
        Value::map(pairs)
    }

    fn from_cbor(value: Value) -> Result<Self> {
        let mut f = Fields::new(value, WHAT)?;
        if f.uint("v")? != 1 {
            return Err(Error::Algorithm(WHAT));
        }
        let authority = f
            .optional("authority")
            .map(|id| id.into_text("authority"))
            .transpose()?;
        let receipt = Self {
            kind: ReceiptKind::from_code(&f.text("kind")?)
                .ok_or(Error::malformed("kind", "not R1 to R5"))?,
            outcome: match f.optional("refused") {
                Some(code) => Outcome::Refused(code.into_text("refused")?),
                None => Outcome::Done,
            },
            envelope: f.digest("envelope")?,
            state: f
                .text("state")?
                .parse()
                .map_err(|_| Error::malformed("state", "not a State code"))?,
            authority: authority
                .map(|id| {
                    id.parse()
                        .map_err(|_| Error::malformed("authority", "not a short name"))
                })
                .transpose()?,
            time: f.time("time")?,
            origin: f.text("origin")?,
            leaf: f
                .optional("leaf")
                .map(|leaf| leaf.into_uint("leaf"))
                .transpose()?,
        };
        f.end()?;
        Ok(receipt)
    }
}

/// Signs a receipt.
///
/// # Errors
/// [`Error::Input`] when it breaks a rule of its own; what the signer says.
pub fn sign_receipt(receipt: &Receipt, signer: &dyn Signer) -> Result<Vec<u8>> {
    receipt.check().map_err(|_| {
        Error::Input("R4 and R5 need an authority, R1 to R3 have none; a reason is a code")
    })?;
    sign(RECEIPT_TYPE, &receipt.to_bytes(), &[signer])
}

/// Opens a receipt of the State of `card` and verifies it: signed by its node (R1 to R3) or by the named authority (R4, R5),
/// with a key that the card holds valid at the receipt's time.
///
/// # Errors
/// [`Error::Malformed`], [`Error::Limit`], [`Error::Algorithm`], [`Error::Signature`]; [`Error::Untrusted`] when the key or the
/// ledger is not the card's.
pub fn open_receipt(bytes: &[u8], card: &OpenCard) -> Result<Receipt> {
    let signed = Signed::parse(bytes, RECEIPT_TYPE, RECEIPT_BYTES_MAX)?;
    let receipt: Receipt = decode_exact(&signed.payload, RECEIPT_BYTES_MAX)?;
    receipt.check()?;
    if receipt.state != card.card.code {
        return Err(Error::Untrusted("the receipt is another State's"));
    }
    if NoteKey::parse(&card.card.log)?.name() != receipt.origin {
        return Err(Error::Untrusted(
            "the receipt names another ledger than the card",
        ));
    }
    let [pair] = signed.pairs.as_slice() else {
        return Err(Error::malformed(WHAT, "exactly one signer"));
    };
    let public = match &receipt.authority {
        None => card.node_key(&pair.key, receipt.time)?,
        Some(authority) => card.authority_key(authority, &pair.key, receipt.time)?,
    };
    signed.verify(public)?;
    Ok(receipt)
}

/// Completes a receipt: the signer's ledger holds the entry, proven by path and checkpoint. With the opening (salt and event)
/// it also shows what the entry says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptProof {
    /// SHA-256 of the receipt's bytes.
    pub receipt: Digest,
    /// The entry's public data, `SHA-256(salt || event)`.
    pub entry: Digest,
    /// Salt and canonical event, where the signer shows them.
    pub opening: Option<(Salt, Vec<u8>)>,
    /// The proof file (C2SP tlog-proof).
    pub proof: String,
}

impl Form for ReceiptProof {
    const NAME: &'static str = "receipt proof";

    fn to_cbor(&self) -> Value {
        let mut pairs = vec![
            ("v", Value::Uint(1)),
            ("receipt", Value::digest(&self.receipt)),
            ("entry", Value::digest(&self.entry)),
            ("proof", Value::text(&self.proof)),
        ];
        if let Some((salt, event)) = &self.opening {
            pairs.extend([
                ("salt", Value::bytes(&salt.0)),
                ("event", Value::bytes(event)),
            ]);
        }
        Value::map(pairs)
    }

    fn from_cbor(value: Value) -> Result<Self> {
        let mut f = Fields::new(value, Self::NAME)?;
        if f.uint("v")? != 1 {
            return Err(Error::Algorithm(Self::NAME));
        }
        let opening = match (f.optional("salt"), f.optional("event")) {
            (None, None) => None,
            (Some(salt), Some(event)) => Some((
                Salt(salt.into_digest("salt")?.0),
                event.into_bytes("event")?,
            )),
            _ => return Err(Error::malformed(Self::NAME, "salt and event go together")),
        };
        let read = Self {
            receipt: f.digest("receipt")?,
            entry: f.digest("entry")?,
            opening,
            proof: f.text("proof")?,
        };
        f.end()?;
        Ok(read)
    }
}

impl ReceiptProof {
    /// Reads a proof attachment.
    ///
    /// # Errors
    /// [`Error::Malformed`], [`Error::Limit`].
    pub fn parse(bytes: &[u8]) -> Result<Self> {
        decode_exact(bytes, RECEIPT_PROOF_BYTES_MAX)
    }

    /// Checks it for a receipt against the card of the State that signed it; gives the checkpoint under which it holds.
    ///
    /// # Errors
    /// As [`open_receipt`]; [`Error::Proof`] when receipt, entry, event and path do not belong together.
    pub fn verify(&self, receipt_bytes: &[u8], card: &OpenCard) -> Result<Checkpoint> {
        let receipt = open_receipt(receipt_bytes, card)?;
        let proof = Proof::parse(&self.proof)?;
        if self.receipt != sha256(receipt_bytes) || receipt.leaf != Some(proof.index) {
            return Err(Error::Proof("the proof belongs to another receipt"));
        }
        if let Some((salt, event)) = &self.opening {
            let id = receipt.envelope.to_string();
            let names_it = event
                .windows(id.len())
                .any(|window| window == id.as_bytes());
            if entry_data(salt, event) != self.entry || !names_it {
                return Err(Error::Proof(
                    "the event shown is not the entry, or names another envelope",
                ));
            }
        }
        proof.verify(&leaf_hash(&self.entry.0), &NoteKey::parse(&card.card.log)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::tests::{NOW, Town, at, town};
    use crate::ledger::{Frontier, NoteSigner, inclusion_proof};
    use std::collections::HashMap;

    fn receipt(kind: ReceiptKind) -> Receipt {
        Receipt {
            kind,
            outcome: Outcome::Done,
            envelope: sha256(b"envelope"),
            state: "XB".parse().unwrap(),
            authority: matches!(kind, ReceiptKind::R4 | ReceiptKind::R5)
                .then(|| "ca".parse().unwrap()),
            time: at(NOW),
            origin: "xb.example/log".into(),
            leaf: Some(2),
        }
    }

    #[test]
    fn signed_by_whom_the_kind_asks_for() {
        let town = town("XB", 50);
        for kind in ReceiptKind::ALL.iter().copied() {
            let receipt = receipt(kind);
            let (right, wrong): (&dyn Signer, &dyn Signer) = if receipt.authority.is_some() {
                (&town.authority, &town.node)
            } else {
                (&town.node, &town.authority)
            };
            let bytes = sign_receipt(&receipt, right).unwrap();
            assert_eq!(open_receipt(&bytes, &town.open), Ok(receipt.clone()));
            assert!(matches!(
                open_receipt(&sign_receipt(&receipt, wrong).unwrap(), &town.open),
                Err(Error::Untrusted(_))
            ));
            for n in (0..bytes.len()).step_by(41) {
                let mut changed = bytes.clone();
                changed[n] ^= 1;
                assert!(open_receipt(&changed, &town.open).is_err(), "{n}");
            }
        }
    }

    #[test]
    fn rules_of_its_own() {
        let town = town("XB", 50);
        let refused = Receipt {
            outcome: Outcome::Refused("EXPIRED".into()),
            leaf: None,
            ..receipt(ReceiptKind::R3)
        };
        assert_eq!(
            open_receipt(&sign_receipt(&refused, &town.node).unwrap(), &town.open),
            Ok(refused)
        );
        for bad in [
            Receipt {
                authority: Some("ca".parse().unwrap()),
                ..receipt(ReceiptKind::R3)
            },
            Receipt {
                authority: None,
                ..receipt(ReceiptKind::R4)
            },
            Receipt {
                outcome: Outcome::Refused("in words".into()),
                ..receipt(ReceiptKind::R3)
            },
            Receipt {
                outcome: Outcome::Refused(String::new()),
                ..receipt(ReceiptKind::R3)
            },
        ] {
            assert!(sign_receipt(&bad, &town.node).is_err());
        }
        for foreign in [
            Receipt {
                state: "XA".parse().unwrap(),
                ..receipt(ReceiptKind::R3)
            },
            Receipt {
                origin: "xa.example/log".into(),
                ..receipt(ReceiptKind::R3)
            },
            Receipt {
                time: at("2030-01-01T00:00:00Z"),
                ..receipt(ReceiptKind::R3)
            },
        ] {
            let bytes = sign_receipt(&foreign, &town.node).unwrap();
            assert!(matches!(
                open_receipt(&bytes, &town.open),
                Err(Error::Untrusted(_))
            ));
        }
    }

    fn proof(town: &Town, receipt: &[u8], event: &[u8]) -> ReceiptProof {
        let salt = Salt([4; 32]);
        let entry = entry_data(&salt, event);
        let (mut kept, mut frontier) = (HashMap::new(), Frontier::new());
        for data in [
            sha256(b"0"),
            sha256(b"1"),
            entry,
            sha256(b"3"),
            sha256(b"4"),
        ] {
            frontier.append(leaf_hash(&data.0), &mut |level, index, hash| {
                kept.insert((level, index), hash);
            });
        }
        let signer = NoteSigner::from_seed("xb.example/log", &[9; 32]).unwrap();
        assert_eq!(signer.key().to_string(), town.card.log);
        let checkpoint = Checkpoint::new("xb.example/log", 5, frontier.root())
            .sign(&signer)
            .unwrap();
        let path =
            inclusion_proof(2, 5, &|level, index| kept.get(&(level, index)).copied()).unwrap();
        let proof = Proof {
            index: 2,
            path,
            checkpoint,
        }
        .to_string();
        ReceiptProof {
            receipt: sha256(receipt),
            entry,
            opening: Some((salt, event.to_vec())),
            proof,
        }
    }

    #[test]
    fn completed_by_the_ledger() {
        let town = town("XB", 50);
        let bytes = sign_receipt(&receipt(ReceiptKind::R3), &town.node).unwrap();
        let event = format!("{{\"envelope\":\"{}\"}}", sha256(b"envelope")).into_bytes();
        let whole = proof(&town, &bytes, &event);
        assert_eq!(ReceiptProof::parse(&whole.to_bytes()).as_ref(), Ok(&whole));
        assert_eq!(whole.verify(&bytes, &town.open).unwrap().size, 5);
        let closed = ReceiptProof {
            opening: None,
            ..whole.clone()
        };
        assert!(
            ReceiptProof::parse(&closed.to_bytes())
                .unwrap()
                .verify(&bytes, &town.open)
                .is_ok()
        );
        let elsewhere = Receipt {
            leaf: Some(3),
            ..receipt(ReceiptKind::R3)
        };
        let elsewhere = sign_receipt(&elsewhere, &town.node).unwrap();
        for bad in [
            proof(&town, &elsewhere, &event),
            proof(&town, &bytes, b"{\"envelope\":\"another\"}"),
            ReceiptProof {
                entry: sha256(b"other"),
                ..whole.clone()
            },
            ReceiptProof {
                entry: sha256(b"other"),
                ..closed
            },
            ReceiptProof {
                opening: Some((Salt([5; 32]), event)),
                ..whole.clone()
            },
        ] {
            let shown = if bad.receipt == sha256(&elsewhere) {
                &elsewhere
            } else {
                &bytes
            };
            assert!(matches!(
                bad.verify(shown, &town.open),
                Err(Error::Proof(_))
            ));
        }
    }
}
