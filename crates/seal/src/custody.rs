//! The custody chain of a piece of evidence: who had it in hand, when, why. Each step is linked to the one before and to the
//! evidence's own digest, so that a step cannot be changed, dropped from the middle, or moved to other evidence. A cut at the end
//! shows against the head digest that the ledger holds. File form: `docs/protocol/evidence.md`.

use crate::cbor::{Fields, Form, Value, decode_exact, encode};
use crate::{Digest, Error, Result, sha256};
use jiff::Timestamp;
use model::limits::{CUSTODY_BYTES_MAX, CUSTODY_EVENTS_MAX};
use model::request::CustodyEvent;

const WHAT: &str = "custody chain";

/// A step as it is recorded, before it is linked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: String,
    /// What was done.
    pub action: String,
    /// Why.
    pub why: String,
}

/// The digest of one step: SHA-256 of `["comity-custody", evidence SHA-256, at, by, action, why, previous]` in deterministic
/// CBOR. The next step's `previous` is this.
pub fn link(evidence: &Digest, event: &CustodyEvent) -> Digest {
    sha256(&encode(&Value::Array(vec![
        Value::text("comity-custody"),
        Value::digest(evidence),
        Value::time(event.at),
        Value::text(&event.by),
        Value::text(&event.action),
        Value::text(&event.why),
        Value::digest(&event.previous),
    ])))
}

/// The step that follows `chain`.
pub fn next(evidence: &Digest, chain: &[CustodyEvent], step: Step) -> CustodyEvent {
    let previous = chain
        .last()
        .map_or(Digest::ZERO, |last| link(evidence, last));
    CustodyEvent {
        at: step.at,
        by: step.by,
        action: step.action,
        why: step.why,
        previous,
    }
}

/// Checks every link; gives the head digest, which the ledger should hold. Times must not run backwards.
///
/// # Errors
/// [`Error::Proof`] when a link does not hold, [`Error::Malformed`] when times run backwards.
pub fn verify(evidence: &Digest, chain: &[CustodyEvent]) -> Result<Digest> {
    let mut head = Digest::ZERO;
    let mut latest = Timestamp::MIN;
    for event in chain {
        if event.previous != head {
            return Err(Error::Proof(WHAT));
        }
        if event.at < latest {
            return Err(Error::malformed(WHAT, "times run backwards"));
        }
        (head, latest) = (link(evidence, event), event.at);
    }
    Ok(head)
}

/// The custody file: the chain with what it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// SHA-256 of the evidence.
    pub evidence: Digest,
    /// The steps, oldest first.
    pub events: Vec<CustodyEvent>,
}

impl Chain {
    /// Reads a custody file and verifies it.
    ///
    /// # Errors
    /// As [`verify`]; [`Error::Malformed`], [`Error::Limit`].
    pub fn open(bytes: &[u8]) -> Result<Self> {
        let chain: Self = decode_exact(bytes, CUSTODY_BYTES_MAX)?;
        verify(&chain.evidence, &chain.events)?;
        Ok(chain)
    }
}

impl Form for Chain {
    const NAME: &'static str = WHAT;

    fn to_cbor(&self) -> Value {
        let events = self.events.iter().map(|event| {
            Value::map([
                ("at", Value::time(event.at)),
                ("by", Value::text(&event.by)),
                ("action", Value::text(&event.action)),
                ("why", Value::text(&event.why)),
                ("previous", Value::digest(&event.previous)),
            ])
        });
        Value::map([
            ("v", Value::Uint(1)),
            ("evidence", Value::digest(&self.evidence)),
            ("events", Value::Array(events.collect())),
        ])
    }

    fn from_cbor(value: Value) -> Result<Self> {
        let mut f = Fields::new(value, WHAT)?;
        if f.uint("v")? != 1 {
            return Err(Error::Algorithm(WHAT));
        }
        let evidence = f.digest("evidence")?;
        let events = f.list("events", CUSTODY_EVENTS_MAX, |value| {
            let mut f = Fields::new(value, "custody step")?;
            let event = CustodyEvent {
                at: f.time("at")?,
                by: f.text("by")?,
                action: f.text("action")?,
                why: f.text("why")?,
                previous: f.digest("previous")?,
            };
            f.end()?;
            Ok(event)
        })?;
        f.end()?;
        Ok(Self { evidence, events })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain() -> Chain {
        let evidence = sha256(b"disk image");
        let mut events = Vec::new();
        for (n, action) in ["collected", "sealed", "sent", "received"]
            .into_iter()
            .enumerate()
        {
            let at = Timestamp::from_second(1_790_000_000 + i64::try_from(n).unwrap()).unwrap();
            let step = Step {
                at,
                by: format!("officer:{n}"),
                action: action.into(),
                why: "XA-CA-2026-000001-7".into(),
            };
            events.push(next(&evidence, &events, step));
        }
        Chain { evidence, events }
    }

    #[test]
    fn every_change_breaks_it() {
        let chain = chain();
        let head = verify(&chain.evidence, &chain.events).unwrap();
        assert_eq!(Chain::open(&chain.to_bytes()).as_ref(), Ok(&chain));
        assert!(
            verify(&sha256(b"other"), &chain.events).is_err(),
            "moved to other evidence"
        );
        type Change<'a> = &'a dyn Fn(&mut Vec<CustodyEvent>);
        let changes: [Change<'_>; 6] = [
            &|events| events[1].why = "nothing".into(),
            &|events| events[1].by = "officer:9".into(),
            &|events| events[0].at = Timestamp::from_second(1).unwrap(),
            &|events| drop(events.remove(1)),
            &|events| events.swap(1, 2),
            &|events| drop(events.remove(0)),
        ];
        for (n, change) in changes.iter().enumerate() {
            let mut events = chain.events.clone();
            change(&mut events);
            assert!(verify(&chain.evidence, &events).is_err(), "{n}");
        }
        assert_ne!(
            verify(&chain.evidence, &chain.events[..3]),
            Ok(head),
            "a cut at the end shows in the head"
        );
        let mut backwards = chain.clone();
        let step = Step {
            at: Timestamp::from_second(5).unwrap(),
            by: "x".into(),
            action: "opened".into(),
            why: "y".into(),
        };
        backwards
            .events
            .push(next(&chain.evidence, &chain.events, step));
        assert!(Chain::open(&backwards.to_bytes()).is_err());
        let bytes = chain.to_bytes();
        for n in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[n] ^= 1;
            let found =
                Chain::open(&changed).and_then(|chain| verify(&chain.evidence, &chain.events));
            assert_ne!(found, Ok(head), "{n}");
        }
    }
}
