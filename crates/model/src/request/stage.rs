//! The stages of a request and the table of every step between them (requests study 3.14).
//!
//! The table is data: pages draw it, tests walk it, verbs ask it. What else a verb wants (persons, fields) is in the verb.

use super::Side;
use crate::code::coded;

coded! {
    /// Where a request stands. Declared in the order of its life; a later one wins over a late message about an earlier one.
    pub enum Stage {
        /// Being written.
        Draft = "draft",
        /// Submitted; waits for validation or approval.
        Review = "review",
        /// Approved; may be sent.
        Approved = "approved",
        /// In the outbox.
        Queued = "queued",
        /// A relay or the line has taken it (R1, R2).
        Transmitted = "transmitted",
        /// On disk on the other side (R3).
        Delivered = "delivered",
        /// In the register of the requested authority.
        Registered = "registered",
        /// An officer has it.
        Acknowledged = "acknowledged",
        /// Waits for what the requested authority asked.
        InfoRequested = "info_requested",
        /// Talked about before a decision.
        Consultation = "consultation",
        /// Put off.
        Postponed = "postponed",
        /// Accepted, if the requesting State agrees to the conditions.
        AcceptedWithConditions = "accepted_with_conditions",
        /// The requesting State did not agree to the conditions: it is to be decided anew.
        ConditionsDeclined = "conditions_declined",
        /// Accepted in part.
        PartlyAccepted = "partly_accepted",
        /// The requesting State has undertaken to keep the conditions.
        ConditionsAgreed = "conditions_agreed",
        /// Accepted.
        Accepted = "accepted",
        /// Being executed.
        InExecution = "in_execution",
        /// A part is done.
        PartlyExecuted = "partly_executed",
        /// All is done.
        Executed = "executed",
        /// The result is on its way.
        ReturnSent = "return_sent",
        /// The result has arrived and was checked.
        ReturnReceived = "return_received",
        /// Refused.
        Refused = "refused",
        /// The requesting State no longer wants it.
        Withdrawn = "withdrawn",
        /// Its time has passed.
        Lapsed = "lapsed",
        /// Arrived, but not fit to be opened.
        Quarantined = "quarantined",
        /// Done with.
        Closed = "closed",
        /// Kept for its retention period.
        Archived = "archived",
    }
}

impl Stage {
    /// Nothing but filing follows.
    pub const fn is_over(self) -> bool {
        matches!(
            self,
            Stage::Refused
                | Stage::Withdrawn
                | Stage::Lapsed
                | Stage::Quarantined
                | Stage::Closed
                | Stage::Archived
        )
    }

    /// Not yet handed to the outbox.
    pub const fn is_unsent(self) -> bool {
        matches!(self, Stage::Draft | Stage::Review | Stage::Approved)
    }
}

/// One step of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Transition {
    /// On which side.
    pub side: Side,
    /// From where.
    pub from: Stage,
    /// By what, as events name it.
    pub verb: &'static str,
    /// To where.
    pub to: Stage,
}

impl Transition {
    /// Whether the officers and workers of this side take the step; otherwise the other side's message does.
    pub fn is_ours(&self) -> bool {
        let theirs = match self.side {
            Side::Outgoing => BY_REQUESTED,
            Side::Incoming => BY_REQUESTING,
        };
        !(theirs.contains(&self.verb) || self.side == Side::Outgoing && self.is_late_lapse())
    }

    /// Once delivered, only the requested side lets it lapse.
    fn is_late_lapse(&self) -> bool {
        self.verb == "request.lapsed" && self.from >= Stage::Delivered
    }
}

/// What only the requested side, or its node's receipts, can do.
const BY_REQUESTED: &[&str] = &[
    "request.transmitted",
    "request.delivered",
    "request.registered",
    "request.acknowledged",
    "request.info_requested",
    "request.consultation_opened",
    "request.accepted",
    "request.accepted_with_conditions",
    "request.partly_accepted",
    "request.postponed",
    "request.refused",
    "request.execution_begun",
    "request.progressed",
    "request.partly_executed",
    "request.executed",
    "evidence.partly_returned",
    "evidence.returned",
];

/// What only the requesting side can do.
const BY_REQUESTING: &[&str] = &[
    "request.answered",
    "request.withdrawn",
    "evidence.received",
    "step.agree_conditions",
    "step.reject_conditions",
];

/// Every verb that an event can have; words for people exist for each.
pub fn event_verbs() -> std::collections::BTreeSet<&'static str> {
    let beside_the_table = [
        "request.drafted",
        "request.taken_down",
        "letter.dispatched",
        "request.completed",
        "request.received_differently",
        "message.unknown",
        "message.unexpected",
    ];
    RULES
        .iter()
        .map(|rule| rule.verb)
        .chain(beside_the_table)
        .chain(super::about::verbs())
        .chain(super::cost::VERBS)
        .chain(super::steps().map(|(_, step)| step.verb))
        .collect()
}

/// Steps that share a verb: from each of `from` to each of `to`, or staying when `to` is empty.
struct Rule {
    sides: &'static [Side],
    verb: &'static str,
    from: &'static [Stage],
    to: &'static [Stage],
}

use Stage::{
    Accepted, AcceptedWithConditions, Acknowledged, Approved, Archived, Closed, ConditionsAgreed,
    ConditionsDeclined, Consultation, Delivered, Draft, Executed, InExecution, InfoRequested,
    Lapsed, PartlyAccepted, PartlyExecuted, Postponed, Quarantined, Queued, Refused, Registered,
    ReturnReceived, ReturnSent, Review, Transmitted, Withdrawn,
};

const OUT: &[Side] = &[Side::Outgoing];
const IN: &[Side] = &[Side::Incoming];
const BOTH: &[Side] = &[Side::Outgoing, Side::Incoming];
/// Stages in which the requested side may still decide.
const UNDECIDED: &[Stage] = &[
    Acknowledged,
    InfoRequested,
    Consultation,
    Postponed,
    ConditionsDeclined,
];
/// Stages in which single measures may still be refused.
const REFUSABLE: &[Stage] = &[
    Acknowledged,
    InfoRequested,
    Consultation,
    Postponed,
    ConditionsDeclined,
    PartlyAccepted,
    InExecution,
    PartlyExecuted,
];
/// Stages in which what was promised is carried out.
const PROMISED: &[Stage] = &[PartlyAccepted, ConditionsAgreed, Accepted];
/// Stages from which something may be asked, and to which the answer leads back.
const ASKABLE: &[Stage] = &[
    Acknowledged,
    ConditionsDeclined,
    ConditionsAgreed,
    Accepted,
    PartlyAccepted,
    InExecution,
    PartlyExecuted,
];
/// Stages in which something may be reported as done.
const CARRIED_OUT: &[Stage] = &[
    PartlyAccepted,
    ConditionsAgreed,
    Accepted,
    InExecution,
    PartlyExecuted,
];
/// Stages in which evidence may be added.
const WORKING: &[Stage] = &[InExecution, PartlyExecuted, Executed];

const fn rule(
    sides: &'static [Side],
    verb: &'static str,
    from: &'static [Stage],
    to: &'static [Stage],
) -> Rule {
    Rule {
        sides,
        verb,
        from,
        to,
    }
}

const RULES: &[Rule] = &[
    // On the requested side a draft is a request that came on paper.
    rule(BOTH, "request.edited", &[Draft], &[]),
    rule(OUT, "request.submitted", &[Draft], &[Review]),
    rule(OUT, "request.validated", &[Review], &[]),
    rule(OUT, "request.approved", &[Review], &[Approved]),
    rule(
        OUT,
        "request.returned_to_author",
        &[Review, Approved],
        &[Draft],
    ),
    rule(OUT, "request.docketed", &[Draft], &[Approved]),
    rule(IN, "request.docketed", &[Delivered], &[]),
    rule(OUT, "request.sent", &[Review, Approved], &[Queued]),
    rule(OUT, "request.sealed", &[Queued, Transmitted], &[]),
    rule(OUT, "request.transmitted", &[Queued], &[Transmitted]),
    rule(
        OUT,
        "request.delivered",
        &[Queued, Transmitted],
        &[Delivered],
    ),
    rule(IN, "request.quarantined", &[Delivered], &[Quarantined]),
    rule(BOTH, "request.registered", &[Delivered], &[Registered]),
    rule(BOTH, "request.acknowledged", &[Registered], &[Acknowledged]),
    rule(BOTH, "request.info_requested", ASKABLE, &[InfoRequested]),
    rule(
        BOTH,
        "request.consultation_opened",
        &[Acknowledged, InfoRequested, Postponed, ConditionsDeclined],
        &[Consultation],
    ),
    // On what is left to decide, while the rest goes on.
    rule(
        BOTH,
        "request.consultation_opened",
        &[PartlyAccepted, InExecution, PartlyExecuted],
        &[],
    ),
    rule(BOTH, "request.answered", &[InfoRequested], ASKABLE),
    rule(BOTH, "request.answered", &[Consultation], &[Acknowledged]),
    // What an urgent request still owed may come without being asked again.
    rule(
        BOTH,
        "request.answered",
        &[
            Delivered,
            Registered,
            Acknowledged,
            Postponed,
            AcceptedWithConditions,
            ConditionsDeclined,
            ConditionsAgreed,
            Accepted,
            PartlyAccepted,
            InExecution,
            PartlyExecuted,
        ],
        &[],
    ),
    rule(BOTH, "request.accepted", UNDECIDED, &[Accepted]),
    rule(
        BOTH,
        "request.accepted_with_conditions",
        UNDECIDED,
        &[AcceptedWithConditions],
    ),
    rule(
        BOTH,
        "step.agree_conditions",
        &[AcceptedWithConditions],
        &[ConditionsAgreed],
    ),
    rule(
        BOTH,
        "step.reject_conditions",
        &[AcceptedWithConditions],
        &[ConditionsDeclined],
    ),
    rule(
        BOTH,
        "request.partly_accepted",
        UNDECIDED,
        &[PartlyAccepted],
    ),
    rule(
        BOTH,
        "request.postponed",
        &[
            Acknowledged,
            InfoRequested,
            Consultation,
            ConditionsDeclined,
        ],
        &[Postponed],
    ),
    rule(IN, "request.refusal_proposed", REFUSABLE, &[]),
    rule(IN, "request.refusal_dropped", REFUSABLE, &[]),
    rule(BOTH, "request.refused", UNDECIDED, &[Refused]),
    rule(BOTH, "request.execution_begun", PROMISED, &[InExecution]),
    rule(
        BOTH,
        "request.progressed",
        &[InExecution, PartlyExecuted],
        &[],
    ),
    rule(
        BOTH,
        "request.partly_executed",
        CARRIED_OUT,
        &[PartlyExecuted],
    ),
    rule(BOTH, "request.executed", CARRIED_OUT, &[Executed]),
    rule(IN, "evidence.attached", WORKING, &[]),
    rule(BOTH, "evidence.partly_returned", &[PartlyExecuted], &[]),
    rule(BOTH, "evidence.returned", &[Executed], &[ReturnSent]),
    rule(
        OUT,
        "evidence.opened",
        // Whatever has become of the case, what came is opened before it is read.
        &[
            InfoRequested,
            PartlyExecuted,
            Executed,
            ReturnSent,
            ReturnReceived,
            Withdrawn,
            Closed,
        ],
        &[],
    ),
    rule(
        BOTH,
        "evidence.received",
        &[PartlyExecuted, Executed, ReturnReceived],
        &[],
    ),
    rule(BOTH, "evidence.received", &[ReturnSent], &[ReturnReceived]),
    rule(
        BOTH,
        "request.closed",
        &[Executed, ReturnReceived, Refused, Withdrawn, Lapsed],
        &[Closed],
    ),
    // A consultation draft ends without a decision.
    rule(
        BOTH,
        "request.closed",
        &[Registered, Acknowledged, InfoRequested],
        &[Closed],
    ),
    rule(BOTH, "request.withdrawn", WITHDRAWABLE, &[Withdrawn]),
    // Not delivered in time; or, told by the requested side, not decided in time.
    rule(
        OUT,
        "request.lapsed",
        &[Draft, Review, Approved, Queued, Transmitted],
        &[Lapsed],
    ),
    rule(
        BOTH,
        "request.lapsed",
        &[
            Delivered,
            Registered,
            Acknowledged,
            InfoRequested,
            Consultation,
            Postponed,
            ConditionsDeclined,
        ],
        &[Lapsed],
    ),
    rule(
        BOTH,
        "request.archived",
        &[Closed, Withdrawn, Lapsed, Quarantined],
        &[Archived],
    ),
];

/// Every stage from which a request can be taken back.
const WITHDRAWABLE: &[Stage] = &[
    Draft,
    Review,
    Approved,
    Queued,
    Transmitted,
    Delivered,
    Registered,
    Acknowledged,
    InfoRequested,
    Consultation,
    Postponed,
    AcceptedWithConditions,
    ConditionsDeclined,
    PartlyAccepted,
    ConditionsAgreed,
    Accepted,
    InExecution,
    PartlyExecuted,
    Executed,
    ReturnSent,
    ReturnReceived,
    Refused,
    Lapsed,
];

/// The whole table, one row per step.
pub fn transitions() -> Vec<Transition> {
    let mut steps = Vec::new();
    for rule in RULES {
        for &side in rule.sides {
            for &from in rule.from {
                if rule.to.is_empty() {
                    steps.push(Transition {
                        side,
                        from,
                        verb: rule.verb,
                        to: from,
                    });
                }
                steps.extend(rule.to.iter().map(|&to| Transition {
                    side,
                    from,
                    verb: rule.verb,
                    to,
                }));
            }
        }
    }
    steps
}

/// Whether the table has this step.
pub(super) fn allows(side: Side, from: Stage, verb: &str, to: Stage) -> bool {
    RULES.iter().any(|rule| {
        rule.verb == verb
            && rule.sides.contains(&side)
            && rule.from.contains(&from)
            && if rule.to.is_empty() {
                from == to
            } else {
                rule.to.contains(&to)
            }
    })
}

#[cfg(test)]
mod tests;
