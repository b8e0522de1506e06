//! The stage as it follows from the events, in the order in which they happened rather than arrived.
//!
//! Each side's events carry its own time, and whoever has seen an event gives the next one a later time (`next_at`), so
//! that the order of time is an order of cause. Two sides with the same events therefore stand at the same stage.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::{Event, Request, Stage, Standing, stage};
use crate::Kind;

/// Where the events lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Folded {
    /// The stage.
    pub(super) stage: Stage,
    /// Where the open question was asked from.
    pub(super) asked_from: Stage,
    /// It was accepted, whole or in part: what is decided is not decided again.
    pub(super) accepted: bool,
    /// Positions of events that claim a stage which could not follow.
    pub(super) contradicted: Vec<usize>,
    /// Measures accepted or withdrawn one by one.
    settled: BTreeSet<usize>,
}

impl Request {
    /// The time of the next event of ours: now, and after all that has happened.
    pub(super) fn next_at(&self, now: Timestamp) -> Timestamp {
        let last = self.events.iter().map(|event| event.at).max();
        last.map_or(now, |last| now.max(after(last)))
    }

    pub(super) fn fold(&self) -> Folded {
        let mut order: Vec<(usize, &Event)> = self.events.iter().enumerate().collect();
        order.sort_by(|(_, a), (_, b)| (a.at, &a.by.state).cmp(&(b.at, &b.by.state)));
        let start = match self.side {
            super::Side::Outgoing => Stage::Draft,
            super::Side::Incoming => Stage::Delivered,
        };
        let mut folded = Folded {
            stage: start,
            asked_from: Stage::Acknowledged,
            accepted: false,
            contradicted: Vec::new(),
            settled: BTreeSet::new(),
        };
        let turns = self.in_turn();
        for (index, event) in order {
            if event.said.is_some() {
                // What the requested side did in time counts, even where another step crossed it.
                let known = turns.contains(&event.id);
                if !known && !folded.stage.is_over() {
                    folded.contradicted.push(index);
                }
                if !known {
                    continue;
                }
                folded.settle(event);
            }
            let to = match event.said {
                Some(_) => self.step_target(event, &folded),
                None => target(&event.verb, &folded),
            };
            let Some(to) = to else {
                continue;
            };
            if self.follows(&folded, event, to) {
                folded.go(to);
            } else if to > folded.stage && !folded.stage.is_over() {
                folded.contradicted.push(index);
            }
        }
        folded
    }

    /// The stage that a step of the track has reached with it: only ahead, only by the requested side's word or by that of
    /// either where the step is of either, and only once an officer has the request.
    fn step_target(&self, event: &Event, folded: &Folded) -> Option<Stage> {
        let row = self.row_of(&event.verb, event)?;
        let to = row.stage?;
        if !row.at.is_empty() {
            return row.at.contains(&folded.stage).then_some(to);
        }
        if event.verb == ACCEPTS && folded.has_settled(self) && folded.is_deciding() {
            return (event.by.state == self.to).then_some(Stage::Accepted);
        }
        let counts = (row.side.is_none() || event.by.state == self.to)
            && folded.stage >= Stage::Acknowledged
            && !folded.stage.is_over();
        (counts && to > folded.stage && folded.may_decide(&event.verb, to)).then_some(to)
    }

    /// Whether the event can lead there: by the table, or because the requested side is ahead and its messages in
    /// between are still on their way.
    fn follows(&self, folded: &Folded, event: &Event, to: Stage) -> bool {
        let from = folded.stage;
        if event.said.is_some() {
            return true;
        }
        if !folded.may_decide(&event.verb, to) {
            return false;
        }
        let undecided = matches!(
            from,
            Stage::Registered | Stage::Acknowledged | Stage::InfoRequested
        );
        if to == Stage::Closed && undecided && self.standing != Standing::Consultation {
            return false;
        }
        // Who asked does not end the duty of who refused.
        let refused = match from {
            Stage::Refused => true,
            Stage::Lapsed => self.lapsed_there(),
            Stage::Withdrawn => self.has_happened("request.refused") || self.lapsed_there(),
            _ => false,
        };
        if to == Stage::Closed
            && refused
            && event.by.state == self.from
            && self.kind() == Some(Kind::Extradition)
            && !self.duty_is_told()
        {
            return false;
        }
        if stage::allows(self.side, from, &event.verb, to) {
            return true;
        }
        let ahead = to > from && !from.is_over() && !from.is_unsent();
        match to {
            Stage::Closed => ahead && from >= Stage::Executed,
            Stage::Withdrawn | Stage::Archived | Stage::Quarantined => false,
            _ => ahead && event.by.state == self.to,
        }
    }
}

/// The step by which measures are accepted one by one.
const ACCEPTS: &str = "step.accept_measure";

impl Folded {
    fn settle(&mut self, event: &Event) {
        if matches!(event.verb.as_str(), ACCEPTS | "step.withdraw_measure") {
            let said = event.said.iter().flat_map(|said| &said.measures);
            self.settled.extend(said);
        }
    }

    /// An officer has it, and it is not wholly accepted yet.
    fn is_deciding(&self) -> bool {
        (Stage::Acknowledged..Stage::Accepted).contains(&self.stage)
    }

    /// Whether no measure is left that was neither accepted nor withdrawn.
    fn has_settled(&self, request: &Request) -> bool {
        let mut measures = request.measures.iter();
        measures.all(|measure| self.settled.contains(&measure.index))
    }

    fn go(&mut self, to: Stage) {
        if to == Stage::InfoRequested {
            self.asked_from = self.stage;
        }
        let decided = [
            Stage::AcceptedWithConditions,
            Stage::ConditionsAgreed,
            Stage::Accepted,
            Stage::PartlyAccepted,
            Stage::InExecution,
            Stage::PartlyExecuted,
        ];
        self.accepted |= decided.contains(&to);
        if to == Stage::ConditionsDeclined {
            self.accepted = false;
        }
        self.stage = to;
    }

    /// A decision is taken once; going back to it with an answer is no new one.
    pub(super) fn may_decide(&self, verb: &str, to: Stage) -> bool {
        let decision = matches!(
            to,
            Stage::Accepted
                | Stage::AcceptedWithConditions
                | Stage::PartlyAccepted
                | Stage::Postponed
                | Stage::Refused
                | Stage::Consultation
                | Stage::Lapsed
        );
        !(decision && self.accepted && verb != "request.answered")
    }

    /// Where an answer leads: back to where the question was asked from.
    pub(super) fn after_answer(&self) -> Stage {
        match (self.stage, self.asked_from) {
            (Stage::Consultation, _) => Stage::Acknowledged,
            (
                Stage::InfoRequested,
                from @ (Stage::ConditionsDeclined
                | Stage::ConditionsAgreed
                | Stage::Accepted
                | Stage::PartlyAccepted
                | Stage::InExecution
                | Stage::PartlyExecuted),
            ) => from,
            (Stage::InfoRequested, _) => Stage::Acknowledged,
            (stage, _) => stage,
        }
    }
}

/// A moment later, by the smallest step that rows can hold.
pub(super) fn after(at: Timestamp) -> Timestamp {
    at.checked_add(jiff::SignedDuration::from_micros(1))
        .unwrap_or(at)
}

/// The stage an event claims; `None` when it claims none.
fn target(verb: &str, folded: &Folded) -> Option<Stage> {
    Some(match verb {
        "request.submitted" => Stage::Review,
        "request.approved" => Stage::Approved,
        "request.docketed" if folded.stage == Stage::Draft => Stage::Approved,
        "request.returned_to_author" => Stage::Draft,
        "request.sent" => Stage::Queued,
        "request.transmitted" => Stage::Transmitted,
        "request.delivered" => Stage::Delivered,
        "request.quarantined" => Stage::Quarantined,
        "request.registered" => Stage::Registered,
        "request.acknowledged" => Stage::Acknowledged,
        "request.info_requested" => Stage::InfoRequested,
        "request.consultation_opened" if folded.accepted => folded.stage,
        "request.consultation_opened" => Stage::Consultation,
        "request.answered" => folded.after_answer(),
        "request.accepted" => Stage::Accepted,
        "request.accepted_with_conditions" => Stage::AcceptedWithConditions,
        "request.partly_accepted" => Stage::PartlyAccepted,
        "request.postponed" => Stage::Postponed,
        "request.refused" => Stage::Refused,
        "request.execution_begun" => Stage::InExecution,
        "request.progressed" => folded.stage.max(Stage::InExecution),
        "request.partly_executed" => Stage::PartlyExecuted,
        "evidence.partly_returned" => folded.stage.max(Stage::PartlyExecuted),
        "request.executed" => Stage::Executed,
        "evidence.returned" => Stage::ReturnSent,
        "evidence.received" if folded.stage == Stage::ReturnSent => Stage::ReturnReceived,
        "request.closed" => Stage::Closed,
        "request.withdrawn" => Stage::Withdrawn,
        "request.lapsed" => Stage::Lapsed,
        "request.archived" => Stage::Archived,
        _ => return None,
    })
}
