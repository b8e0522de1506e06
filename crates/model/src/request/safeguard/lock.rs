//! The locks: which answers a step waits for. The table is data; `Request::locked` reads it, and the one function by which
//! a request changes asks it. There is no reason with which a lock could be waived: it opens when what it asks is there.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Choice, Guard, Safeguard};
use crate::Kind;
use crate::basis::Tri;
use crate::code::coded;
use crate::refusal::Refusal;
use crate::request::{AssuranceKind, Request, Side, Stage, assurance};

coded! {
    /// What a step does, as far as safeguards turn on it.
    pub enum Gate {
        /// Extradition is granted.
        Grant = "grant",
        /// The person is handed over, or the day is fixed.
        Surrender = "surrender",
        /// Help is promised.
        Accept = "accept",
        /// Results leave for the other State.
        HandOver = "hand_over",
        /// The case ends.
        End = "end",
    }
}

/// Steps by the gate they pass: the verbs of the tracks and of the stage table.
const STEPS: &[(&str, Gate)] = &[
    ("step.grant", Gate::Grant),
    ("step.fix_surrender", Gate::Surrender),
    ("step.surrender", Gate::Surrender),
    ("step.surrender_temporarily", Gate::Surrender),
    ("step.disclose", Gate::HandOver),
    ("step.inform", Gate::HandOver),
    ("step.open_proceedings", Gate::Accept),
    ("request.closed", Gate::End),
    ("request.archived", Gate::End),
];

/// Events by which both sides hear that the case was given to a prosecutor or transferred.
const MEETS_THE_DUTY: [&str; 2] = ["step.prosecute", "step.transfer"];

/// Verbs of the stage table that mean something else in a surrender case.
const STAGE_STEPS: &[(&str, Gate, Gate)] = &[
    ("request.accepted", Gate::Grant, Gate::Accept),
    (
        "request.accepted_with_conditions",
        Gate::Grant,
        Gate::Accept,
    ),
    ("request.partly_accepted", Gate::Grant, Gate::Accept),
    ("request.partly_executed", Gate::Surrender, Gate::HandOver),
    ("request.executed", Gate::Surrender, Gate::HandOver),
    ("step.accept_measure", Gate::Grant, Gate::Accept),
    ("step.execute_measure", Gate::Surrender, Gate::HandOver),
    ("evidence.returned", Gate::HandOver, Gate::HandOver),
    ("evidence.partly_returned", Gate::HandOver, Gate::HandOver),
];

/// The gate of a step in a case of this kind; `None` for a step that no safeguard waits for.
pub fn gate_of(step: &str, kind: Option<Kind>) -> Option<Gate> {
    let own = STEPS.iter().find(|(name, _)| *name == step);
    let staged = STAGE_STEPS.iter().find(|(name, ..)| *name == step);
    match (own, staged, kind) {
        (Some((_, gate)), _, _) => Some(*gate),
        (_, Some((_, surrender, _)), Some(Kind::Extradition)) => Some(*surrender),
        // An arrest hands nobody over.
        (_, Some(_), Some(Kind::ProvisionalArrest)) => None,
        (_, Some((_, _, other)), _) => Some(*other),
        _ => None,
    }
}

/// Whether an open question locks.
#[derive(Debug, Clone, Copy)]
enum Open {
    /// It does.
    Locks,
    /// It does where this is so.
    LocksIf(fn(&Guard) -> bool),
    /// Only the wrong answer does.
    Passes,
}

/// One row: the question, the kinds of case, the gates, and what an open answer means.
struct Lock {
    safeguard: Safeguard,
    kinds: &'static [Kind],
    gates: &'static [Gate],
    open: Open,
}

const SURRENDER: &[Kind] = &[Kind::Extradition, Kind::ProvisionalArrest];
const PROCEEDINGS: &[Kind] = &[Kind::TransferOfProceedings];
/// Every other kind: help is given under any heading, a short form's included.
const HELP: &[Kind] = &[
    Kind::Mla,
    Kind::AssetFreezing,
    Kind::ElectronicEvidence,
    Kind::JointInvestigationTeam,
    Kind::Police,
    Kind::SpontaneousInformation,
    Kind::Notice,
    Kind::Supplementary,
    Kind::Amendment,
    Kind::Reminder,
    Kind::Withdrawal,
    Kind::UrgentConfirmation,
];
const OVER: &[Gate] = &[Gate::Grant, Gate::Surrender];
const HELPING: &[Gate] = &[Gate::Accept, Gate::HandOver];

const fn lock(
    safeguard: Safeguard,
    kinds: &'static [Kind],
    gates: &'static [Gate],
    open: Open,
) -> Lock {
    Lock {
        safeguard,
        kinds,
        gates,
        open,
    }
}

/// The table (requests 3.12, 3.15).
const LOCKS: &[Lock] = &[
    // Death and life are read from the law of both States as well: see `exposed`.
    lock(
        Safeguard::DeathPenalty,
        SURRENDER,
        OVER,
        Open::LocksIf(may_be_capital),
    ),
    lock(
        Safeguard::LifeSentence,
        SURRENDER,
        OVER,
        Open::LocksIf(may_be_life),
    ),
    lock(Safeguard::Torture, SURRENDER, OVER, Open::Locks),
    lock(Safeguard::Asylum, SURRENDER, OVER, Open::Locks),
    lock(Safeguard::Persecution, SURRENDER, OVER, Open::Passes),
    lock(Safeguard::NeBisOwn, SURRENDER, OVER, Open::Locks),
    lock(Safeguard::NeBisThird, SURRENDER, OVER, Open::Locks),
    lock(Safeguard::DualCriminality, SURRENDER, OVER, Open::Locks),
    lock(Safeguard::Speciality, SURRENDER, OVER, Open::Locks),
    lock(Safeguard::FairTrial, SURRENDER, OVER, Open::Locks),
    lock(Safeguard::Minors, SURRENDER, OVER, Open::Passes),
    lock(Safeguard::Privilege, SURRENDER, OVER, Open::Passes),
    lock(Safeguard::NeBisOwn, PROCEEDINGS, HELPING, Open::Locks),
    lock(Safeguard::NeBisThird, PROCEEDINGS, HELPING, Open::Locks),
    lock(
        Safeguard::DualCriminality,
        PROCEEDINGS,
        HELPING,
        Open::Locks,
    ),
    lock(
        Safeguard::CapitalUse,
        HELP,
        HELPING,
        Open::LocksIf(is_capital),
    ),
    lock(Safeguard::Torture, HELP, HELPING, Open::Passes),
    lock(Safeguard::Persecution, HELP, HELPING, Open::Passes),
    lock(
        Safeguard::DualCriminality,
        HELP,
        HELPING,
        Open::LocksIf(demands_dual_criminality),
    ),
    lock(Safeguard::Minors, HELP, HELPING, Open::Passes),
    lock(Safeguard::Privilege, HELP, HELPING, Open::Passes),
];

fn may_be_capital(guard: &Guard) -> bool {
    guard.law.capital != Tri::No
}

fn may_be_life(guard: &Guard) -> bool {
    guard.law.life != Tri::No
}

fn is_capital(guard: &Guard) -> bool {
    guard.law.capital == Tri::Yes
}

const fn demands_dual_criminality(guard: &Guard) -> bool {
    guard.law.dual_criminality
}

/// The table as pages print it and tests walk it: question, kind, gate, and whether an open answer can lock.
pub fn locks() -> Vec<(Safeguard, Kind, Gate, bool)> {
    let mut rows = Vec::new();
    for row in LOCKS {
        for &kind in row.kinds {
            rows.extend(
                row.gates
                    .iter()
                    .map(|&gate| (row.safeguard, kind, gate, !matches!(row.open, Open::Passes))),
            );
        }
    }
    rows
}

impl Lock {
    fn is_for(&self, kind: Option<Kind>, gate: Gate) -> bool {
        // A template that this version cannot place hands nobody over and sends nothing unexamined.
        let kinds = |kind| self.kinds.contains(&kind);
        self.gates.contains(&gate)
            && match (kind, gate) {
                (_, Gate::Grant | Gate::Surrender) => kinds(Kind::Extradition),
                (Some(kind), _) => kinds(kind),
                (None, _) => kinds(Kind::Mla),
            }
    }

    /// Whether the answer as it stands keeps the step from being taken on the day.
    fn holds(&self, guard: &Guard, day: Date) -> bool {
        let register = &guard.record.assurances;
        let answer = guard.record.answer(self.safeguard);
        let wrong = answer != Choice::Open && answer != self.safeguard.clear();
        let open = answer == Choice::Open
            && match self.open {
                Open::Locks => true,
                Open::LocksIf(test) => test(guard),
                Open::Passes => false,
            };
        match self.safeguard {
            // The law outweighs an officer who says no; only who can bind all three powers outweighs the law.
            Safeguard::DeathPenalty => {
                (wrong || open || guard.law.capital == Tri::Yes)
                    && !assurance::death_is_excluded(register, day)
            }
            Safeguard::LifeSentence => {
                (wrong || open || guard.law.life == Tri::Yes)
                    && !assurance::is_assured(register, AssuranceKind::LifeReview, day)
            }
            Safeguard::CapitalUse => {
                (wrong || open) && !assurance::death_is_excluded(register, day)
            }
            Safeguard::Speciality => {
                (wrong || open) && !assurance::is_assured(register, AssuranceKind::Speciality, day)
            }
            _ => wrong || open,
        }
    }
}

impl Request {
    /// Whether a safeguard keeps this side from taking the step now. `step` is the verb of a step of a track
    /// (`step.grant`) or of the stage table (`request.accepted`).
    ///
    /// # Errors
    /// The code of the rule (`SAF-01`, `SAF-05`, …) with the question in `safeguard`; `PROSECUTE-OR-TRANSFER`.
    pub fn locked(&self, step: &str, now: Timestamp) -> Result<(), Refusal> {
        match self.locked_by(step, now).into_iter().next() {
            Some(refusal) => Err(refusal.with("step", step)),
            None => Ok(()),
        }
    }

    /// All that keeps this side from taking the step now, in the order of the table.
    pub fn locked_by(&self, step: &str, now: Timestamp) -> Vec<Refusal> {
        let Some(gate) = gate_of(step, self.kind()) else {
            return Vec::new();
        };
        if gate == Gate::End {
            return self.locked_end(step).into_iter().collect();
        }
        if self.side == Side::Outgoing {
            return Vec::new();
        }
        let day = day_of(now);
        LOCKS
            .iter()
            .filter(|lock| lock.is_for(self.kind(), gate) && lock.holds(&self.guard, day))
            .map(|lock| {
                Refusal::new(lock.safeguard.rule())
                    .at(format!("/safeguards/{}", lock.safeguard))
                    .with("safeguard", lock.safeguard)
            })
            .collect()
    }

    /// Whether the extradition was refused, or left to lapse, by the requested State: then it prosecutes or transfers.
    pub fn owes_prosecution(&self) -> bool {
        self.kind() == Some(Kind::Extradition)
            && matches!(
                self.stage,
                Stage::Refused | Stage::Lapsed | Stage::Withdrawn | Stage::Closed
            )
            && (self.has_happened("request.refused") || self.lapsed_there())
    }

    /// Whether it is written down, or told to both sides by a step of the track, what is done instead.
    pub(in crate::request) fn duty_is_met(&self) -> bool {
        self.guard.record.duty_met().is_some() || self.duty_is_told()
    }

    /// As both sides know it.
    pub(in crate::request) fn duty_is_told(&self) -> bool {
        MEETS_THE_DUTY.iter().any(|verb| self.has_happened(verb))
    }

    pub(in crate::request) fn lapsed_there(&self) -> bool {
        self.events
            .iter()
            .any(|event| event.verb == "request.lapsed" && event.by.state == self.to)
    }

    /// A refused extradition is ended by who refused it, once it is written down what is done instead.
    fn locked_end(&self, step: &str) -> Option<Refusal> {
        if !self.owes_prosecution() || self.duty_is_met() {
            return None;
        }
        match (self.side, step) {
            (Side::Incoming, _) => Some(Refusal::new("PROSECUTE-OR-TRANSFER").at("/duty")),
            // The requesting side files what the requested side has closed.
            (Side::Outgoing, "request.archived") => None,
            (Side::Outgoing, _) => Some(Refusal::new("DUTY-THERE").with("state", &self.to)),
        }
    }
}

/// The day as a node counts it (UTC).
fn day_of(now: Timestamp) -> Date {
    now.to_zoned(TimeZone::UTC).date()
}
