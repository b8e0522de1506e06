//! Safeguards in a play: the requested side's record is filled by acts of its own officer, and the law of both States is read
//! before each of them. What the request offers as assurances stands in the register, unless the case says that the safeguards
//! begin open; whether the giver binds anybody is judged by the lock.

use serde_json::Value;

use super::{Act, By, FIRST, Play};
use crate::refusal::Refusal;
use crate::request::{EnterAssurance, Law, Promise, Request, SafeguardAct, Side};
use crate::rules::content::Node;
use jiff::Timestamp;

/// Names of acts, and what each writes into the record.
const ACTS: [(&str, &str); 7] = [
    ("answer_safeguard", "answer"),
    ("subsume", "subsume"),
    ("court_decision", "court"),
    ("enter_assurance", "assure"),
    ("look_at_assurance", "look"),
    ("record_duty", "duty"),
    ("qualify", "qualify"),
];

/// Members that are lists.
const LISTS: [&str; 4] = ["givers", "binds", "monitoring", "sources"];

impl Play<'_> {
    /// The request with its record and the law, as the requested side acts on it.
    pub(super) fn guarded(&self, mut request: Request, act: &Act) -> Request {
        if request.side == Side::Outgoing {
            return request;
        }
        request.guard.law = self.law(&request, act.at);
        request
    }

    /// Writes into the record; `None` where the act is none of these.
    pub(super) fn note_safeguard(
        &self,
        request: &Request,
        act: &Act,
        by: &By,
    ) -> Option<Result<Request, Refusal>> {
        let (_, code) = ACTS.iter().find(|(name, _)| *name == act.act)?;
        let mut said = act.data.clone();
        said.insert("do".to_owned(), Value::from(*code));
        // One of something is a list of one.
        for name in LISTS {
            if let Some(one) = said.get_mut(name).filter(|value| value.is_string()) {
                *one = Value::Array(vec![one.take()]);
            }
        }
        let note = |request: &Request| {
            let what: SafeguardAct = serde_json::from_value(Value::Object(said))
                .map_err(|error| Refusal::new("MALFORMED").with("what", error))?;
            let mut next = request.clone();
            next.guard.record =
                request
                    .guard
                    .record
                    .note(&what, &request.guard.law, (by, act.at))?;
            Ok(next)
        };
        Some(note(request))
    }

    /// Whether an act of this name is the requested side's own.
    pub(super) fn is_safeguard(act: &str) -> bool {
        ACTS.iter().any(|(name, _)| *name == act)
    }

    /// Assurances that the content offers stand in the requested side's register, unless the case enters them itself.
    pub(super) fn enter_offered(&mut self, at: Timestamp) {
        let Some(b) = self.b.as_ref().filter(|_| !self.case.safeguards_open) else {
            return;
        };
        let content = b.content_now();
        let held = b.guard.record.assurances.iter();
        let held: Vec<Promise> = held.map(|assurance| assurance.promise.clone()).collect();
        let offered = Promise::offered(Node::root(&content));
        for promise in offered
            .into_iter()
            .filter(|promise| !held.contains(promise))
        {
            let enter = SafeguardAct::Assure(EnterAssurance { promise });
            // One that the register refuses binds nobody, and is not there.
            let _ = self.guard(Side::Incoming, &enter, at);
        }
    }

    /// What the law of both States says to the safeguards.
    pub(super) fn law(&self, request: &Request, at: Timestamp) -> Law {
        let both = (Some(&self.from.profile), &self.to.profile);
        Law::of(
            request,
            both,
            self.directory.catalogue(),
            self.calendar().date(at),
        )
    }

    /// Writes into the record of safeguards of one side.
    pub(super) fn guard(
        &mut self,
        side: Side,
        act: &SafeguardAct,
        at: Timestamp,
    ) -> Result<(), Refusal> {
        let by = self.by(side, FIRST);
        let request = match side {
            Side::Outgoing => Some(&mut self.a),
            Side::Incoming => self.b.as_mut(),
        };
        let Some(request) = request else {
            return Err(Refusal::new("STAGE").with("verb", "safeguard.noted"));
        };
        let law = request.guard.law.clone();
        request.guard.record = request.guard.record.note(act, &law, (&by, at))?;
        Ok(())
    }
}
