//! What a desk asks of a request: on whom it waits, how urgent it is here, which clock runs out first, what went wrong.

use jiff::Timestamp;

use super::{EvidenceItem, Request, Side, Stage, Urgency};
use crate::code::coded;
use crate::deadline::Clock;
use crate::id::AuthorityId;

coded! {
    /// On whom a request waits.
    pub enum Waiting {
        /// Our side must do the next thing.
        Us = "us",
        /// Theirs must.
        Them = "them",
        /// Nobody: it is over.
        Nobody = "nobody",
    }
}

impl Waiting {
    /// On whom a request waits that stands on this side at this stage.
    #[must_use]
    pub const fn of(side: Side, stage: Stage) -> Self {
        if stage.is_over() {
            return Self::Nobody;
        }
        let ours = match side {
            Side::Outgoing => matches!(
                stage,
                Stage::Draft
                    | Stage::Review
                    | Stage::Approved
                    | Stage::InfoRequested
                    | Stage::Consultation
                    | Stage::AcceptedWithConditions
                    | Stage::ReturnSent
                    | Stage::ReturnReceived
            ),
            Side::Incoming => matches!(
                stage,
                Stage::Draft
                    | Stage::Delivered
                    | Stage::Registered
                    | Stage::Acknowledged
                    | Stage::Postponed
                    | Stage::ConditionsDeclined
                    | Stage::ConditionsAgreed
                    | Stage::Accepted
                    | Stage::PartlyAccepted
                    | Stage::InExecution
                    | Stage::PartlyExecuted
                    | Stage::Executed
                    | Stage::ReturnReceived
            ),
        };
        if ours { Self::Us } else { Self::Them }
    }
}

impl Request {
    /// On whom it waits.
    #[must_use]
    pub const fn waiting(&self) -> Waiting {
        Waiting::of(self.side, self.stage)
    }

    /// How urgent it is here: as the sender said, or as triage raised it. Clocks both sides share stay with what the sender said.
    #[must_use]
    pub fn urgency_here(&self) -> Urgency {
        self.triage.unwrap_or(self.urgency)
    }

    /// The clock that runs out first among those that run; one that is paused does not.
    #[must_use]
    pub fn next_clock(&self) -> Option<&Clock> {
        let running = |c: &&Clock| c.met.is_none() && c.paused.is_none();
        self.clocks.iter().filter(running).min_by_key(|c| c.due)
    }

    /// The authority of the other State that has it.
    #[must_use]
    pub const fn partner_authority(&self) -> &AuthorityId {
        match self.side {
            Side::Outgoing => &self.to_authority,
            Side::Incoming => &self.from_authority,
        }
    }

    /// Evidence that came back and that nobody has opened: its bytes and its custody are not checked, and nobody reads it before.
    pub fn unopened(&self) -> impl Iterator<Item = &EvidenceItem> {
        let came_back = self.side == Side::Outgoing;
        self.evidence
            .iter()
            .filter(move |item| came_back && item.blob.is_some() && item.verified.is_none())
    }

    /// Somebody has written to the other side again: what was not delivered, or was put aside there, is settled with that.
    #[must_use]
    pub fn written_again(self) -> Self {
        let settled =
            |held: &String| held.starts_with("envelope:") || held.starts_with("delivery:");
        Self {
            dispute: self.dispute.filter(|held| !settled(held)),
            ..self
        }
    }

    /// Something in the exchange of it went wrong that a person must see; `fault` is `envelope:CODE` (the other side put a
    /// message of ours aside) or `delivery:CODE` (a message of ours was given up).
    #[must_use]
    pub fn troubled(&self, fault: String, now: Timestamp) -> Self {
        // That two contents or two pieces of evidence differ weighs more, and stays.
        let graver = |held: &&String| held.as_str() == "content" || held.starts_with("evidence:");
        let dispute = self.dispute.as_ref().filter(graver).cloned();
        Self {
            dispute: dispute.or(Some(fault)),
            version: self.version + 1,
            updated: now,
            ..self.clone()
        }
    }
}
