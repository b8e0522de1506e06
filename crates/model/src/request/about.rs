//! Short forms act on the request they name: a withdrawal takes it back, the others stand in its timeline. On the side that sends
//! one it acts when it is sent; on the other side when it arrives, by the same functions as a message about that request.

use jiff::Timestamp;
use serde_json::Value;

use super::by_hand::Came;
use super::life::Moment;
use super::{Outcome, Re, Relation, Request, Side, Withdraw};
use crate::kind::Kind;
use crate::message::Message;
use crate::refusal::Refusal;

/// What a short form is to the request it names: the event it leaves there, and how it relates to it.
const ACTS: &[(Kind, &str, Relation)] = &[
    (
        Kind::Supplementary,
        "request.supplemented",
        Relation::Supplementary,
    ),
    (Kind::Amendment, "request.amended", Relation::Amendment),
    (Kind::Reminder, "request.reminded", Relation::Reminder),
    (
        Kind::UrgentConfirmation,
        "request.confirmed",
        Relation::UrgentConfirmation,
    ),
    (Kind::Withdrawal, "request.part_withdrawn", Relation::New),
];

/// Every event that a short form leaves on the request it names, beside `request.withdrawn`.
pub(super) fn verbs() -> impl Iterator<Item = &'static str> {
    ACTS.iter().map(|(_, verb, _)| *verb)
}

impl Request {
    /// The number of the request that this one is a short form about.
    #[must_use]
    pub fn about(&self) -> Option<&str> {
        let short = self.kind().is_some_and(Kind::is_about_another);
        let number = self
            .content
            .get("parent")
            .filter(|_| short)?
            .as_str()?
            .trim();
        (!number.is_empty()).then_some(number)
    }

    /// The same short form, tied to the request it is about.
    #[must_use]
    pub fn tied_to(&self, parent: &Request) -> Request {
        let row = ACTS.iter().find(|(kind, _, _)| self.kind() == Some(*kind));
        Request {
            parent: Some(parent.id),
            relation: row.map_or(self.relation, |(_, _, relation)| *relation),
            ..self.clone()
        }
    }

    /// Whether a short form that names this request can act on it: it is between the same two authorities, and asked by the one
    /// that asked this. Nobody else's word takes a request back.
    #[must_use]
    pub fn is_meant_by(&self, form: &Request) -> bool {
        let same =
            |of: fn(&Request) -> (&crate::StateCode, &crate::AuthorityId)| of(self) == of(form);
        let named = form.about() == Some(self.number.as_str());
        named
            && form.id != self.id
            && self.side == form.side
            && same(|request| (&request.from, &request.from_authority))
            && same(|request| (&request.to, &request.to_authority))
    }

    /// What becomes of this request when a short form about it was sent, or has arrived. `at` is when its sender acted.
    ///
    /// # Errors
    /// On the side that sends: `STAGE` where this request was not sent yet or is over, and what refuses a withdrawal. `BY-NODE`
    /// for a letter about a request that came by node.
    pub fn acted_on_by(&self, form: &Request, (at, now): (Timestamp, Timestamp)) -> Outcome {
        let row = ACTS.iter().find(|(kind, _, _)| form.kind() == Some(*kind));
        let begun = match form.side {
            Side::Outgoing => "request.sent",
            Side::Incoming => "request.delivered",
        };
        let begun = form.events.iter().find(|event| event.verb == begun);
        let (Some((_, verb, _)), Some(last)) = (row, begun) else {
            return Ok((self.clone(), Vec::new()));
        };
        let withdrawn = taken_back(form);
        if form.side == Side::Outgoing {
            if self.stage.is_unsent() || self.stage.is_over() {
                return Err(Refusal::new("STAGE")
                    .at("/parent")
                    .with("verb", verb)
                    .with("stage", self.stage));
            }
            return Ok(match withdrawn {
                // The letter itself tells the other side.
                Some(reason) => (
                    self.withdraw(&Withdraw { reason }, &last.by, now)?.0,
                    Vec::new(),
                ),
                None => (
                    self.note(verb, self.ours(&last.by, now).text(&form.number))?,
                    Vec::new(),
                ),
            });
        }
        let came = match (&last.entered, last.envelope) {
            (Some(entered), _) => Came::ByHand(entered.as_ref().clone()),
            (None, Some(envelope)) => Came::Envelope(envelope),
            (None, None) => return Ok((self.clone(), Vec::new())),
        };
        // What nodes carry, nobody takes back with a letter.
        if matches!(came, Came::ByHand(_)) && !self.is_on_paper() {
            return Err(Refusal::new("BY-NODE"));
        }
        if let Some(reason) = withdrawn {
            let re = Re {
                request: self.id,
                number: self.number.clone(),
                at,
                authority: form.from_authority.clone(),
            };
            return self.apply(&form.from, &Message::Withdrawn { re, reason }, came, now);
        }
        let moment = Moment::told(last.by.clone(), at, came, now).text(&form.number);
        Ok((self.note(verb, moment)?, Vec::new()))
    }
}

/// Why a withdrawal takes the whole request back; nothing for one of a part, and for every other form.
fn taken_back(form: &Request) -> Option<String> {
    let said = |pointer: &str| {
        form.content
            .pointer(pointer)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let whole = form.kind() == Some(Kind::Withdrawal) && said("/withdrawal/extent") == "whole";
    let text = [
        said("/withdrawal/text"),
        said("/withdrawal/reason"),
        &form.number,
    ];
    let text = text.into_iter().find(|text| !text.trim().is_empty())?;
    whole.then(|| text.chars().take(crate::limits::NOTE_CHARS_MAX).collect())
}

#[cfg(test)]
mod tests;
