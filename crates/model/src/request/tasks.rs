//! What is to be done next on this side, from the stage, the track, the measures and the clocks: a table, read anew each
//! time. Nothing is stored; a task is gone when its reason is gone.

mod code;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{MeasureStage, Phase, Request, Side, Stage, Track};
use crate::deadline::{Calendar, Clock};

pub use code::TaskCode;

/// One thing to do on this side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// What.
    pub code: TaskCode,
    /// By when, if a clock says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Timestamp>,
    /// Whose: the side that has to do it.
    pub who: Side,
    /// It cannot be put aside: no door closes the case without it.
    #[serde(default)]
    pub mandatory: bool,
}

/// When a row applies.
enum When {
    /// At one of these stages.
    At(&'static [Stage]),
    /// On one of these phases.
    On(&'static [Phase]),
    /// Where the request itself says so.
    If(fn(&Request, &Now<'_>) -> bool),
}

/// The moment a request is looked at.
struct Now<'a> {
    at: Timestamp,
    calendar: &'a Calendar,
    phase: Option<Phase>,
}

/// A row: what, whose, when, by which clock.
struct Row(TaskCode, Side, When, &'static str);

use Side::{Incoming as REQUESTED, Outgoing as REQUESTING};
use When::{At, If, On};

const ROWS: &[Row] = &[
    Row(
        TaskCode::Register,
        REQUESTED,
        At(&[Stage::Delivered]),
        "registration",
    ),
    Row(
        TaskCode::Acknowledge,
        REQUESTED,
        At(&[Stage::Registered]),
        "ack",
    ),
    Row(
        TaskCode::AnswerItems,
        REQUESTING,
        At(&[Stage::InfoRequested]),
        "answer",
    ),
    Row(
        TaskCode::AnswerItems,
        REQUESTING,
        If(|r, _| r.stage == Stage::Consultation || r.running("consultation").is_some()),
        "consultation",
    ),
    Row(
        TaskCode::CompleteRequest,
        REQUESTING,
        If(owes_rest),
        "completion",
    ),
    Row(
        TaskCode::ReviewPostponed,
        REQUESTED,
        At(&[Stage::Postponed]),
        "review",
    ),
    Row(
        TaskCode::ConfirmRefusal,
        REQUESTED,
        If(|r, _| r.refusal.is_some()),
        "decision",
    ),
    Row(TaskCode::Decide, REQUESTED, If(undecided), "decision"),
    Row(
        TaskCode::AgreeConditions,
        REQUESTING,
        At(&[Stage::AcceptedWithConditions]),
        "conditions_answer",
    ),
    Row(
        TaskCode::BeginExecution,
        REQUESTED,
        If(not_begun),
        "execution",
    ),
    Row(
        TaskCode::ReportExecution,
        REQUESTED,
        If(in_work),
        "execution",
    ),
    Row(TaskCode::ReturnResult, REQUESTED, If(result_lies_here), ""),
    Row(TaskCode::CheckReturn, REQUESTING, If(came_back), "return"),
    Row(
        TaskCode::ReturnOriginals,
        REQUESTING,
        At(&[Stage::ReturnReceived]),
        "",
    ),
    Row(
        TaskCode::RecordArrest,
        REQUESTED,
        On(&[Phase::ArrestRequested]),
        "",
    ),
    Row(TaskCode::AskPeriod, REQUESTING, If(length_unknown), ""),
    Row(TaskCode::AskZone, REQUESTING, If(zone_unknown), ""),
    Row(
        TaskCode::SendDocuments,
        REQUESTING,
        On(&[Phase::DocumentsDue, Phase::LapseDue]),
        "provisional_arrest_end",
    ),
    Row(
        TaskCode::RecordReleaseOrExtension,
        REQUESTED,
        On(&[Phase::LapseDue]),
        "provisional_arrest_end",
    ),
    Row(TaskCode::FixSurrender, REQUESTED, On(&[Phase::Granted]), ""),
    Row(
        TaskCode::Surrender,
        REQUESTED,
        On(&[Phase::SurrenderFixed]),
        "surrender",
    ),
    Row(
        TaskCode::ReturnPerson,
        REQUESTING,
        On(&[Phase::TemporarySurrender]),
        "return_of_person",
    ),
    Row(
        TaskCode::ProsecuteOrTransfer,
        REQUESTED,
        On(&[Phase::ProsecuteOrTransfer]),
        "prosecute_or_transfer",
    ),
    Row(
        TaskCode::ReportOutcome,
        REQUESTED,
        On(&[Phase::SubmittedForProsecution]),
        "",
    ),
    Row(TaskCode::Preserve, REQUESTED, If(to_be_preserved), ""),
    Row(
        TaskCode::SendMla,
        REQUESTING,
        On(&[Phase::Preserved, Phase::Extended]),
        "preservation",
    ),
    Row(
        TaskCode::ExtendPreservation,
        REQUESTING,
        If(preservation_ends),
        "preservation",
    ),
    Row(
        TaskCode::ExtendPreservation,
        REQUESTED,
        If(preservation_ends),
        "preservation",
    ),
    Row(
        TaskCode::ConfirmEmergency,
        REQUESTED,
        If(emergency_unverified),
        "disclosure",
    ),
    Row(
        TaskCode::Disclose,
        REQUESTED,
        On(&[Phase::Confirmed, Phase::Ordered]),
        "disclosure",
    ),
    Row(
        TaskCode::DetermineFreeze,
        REQUESTED,
        If(to_be_determined),
        "determination",
    ),
    Row(
        TaskCode::ReviewFreeze,
        REQUESTED,
        On(&[Phase::Frozen, Phase::Reviewed, Phase::Exempted]),
        "freeze_review",
    ),
    Row(TaskCode::SignAgreement, REQUESTING, If(unsigned), ""),
    Row(TaskCode::SignAgreement, REQUESTED, If(unsigned), ""),
    Row(
        TaskCode::StartTeam,
        REQUESTING,
        If(|r, _| {
            r.on_track()
                .is_some_and(|on| on.phase == Phase::Signed && on.all_signed())
        }),
        "",
    ),
    Row(
        TaskCode::ExtendOrEndTeam,
        REQUESTING,
        On(&[Phase::Active, Phase::Extended]),
        "jit_end",
    ),
    Row(
        TaskCode::ExtendOrEndTeam,
        REQUESTED,
        If(team_at_work),
        "jit_end",
    ),
    Row(TaskCode::EvaluateTeam, REQUESTING, On(&[Phase::Ended]), ""),
    Row(TaskCode::EvaluateTeam, REQUESTED, On(&[Phase::Ended]), ""),
    Row(
        TaskCode::AcceptConditions,
        REQUESTED,
        On(&[Phase::Offered]),
        "conditions",
    ),
    Row(
        TaskCode::OpenInformation,
        REQUESTED,
        On(&[Phase::ConditionsAccepted]),
        "",
    ),
    Row(
        TaskCode::GiveFeedback,
        REQUESTED,
        On(&[Phase::Opened, Phase::Used, Phase::NotUsed]),
        "",
    ),
    Row(
        TaskCode::ReportResult,
        REQUESTED,
        On(&[Phase::OwnProsecutionSuspended, Phase::ProceedingsOpened]),
        "result",
    ),
    Row(
        TaskCode::RecordChoice,
        REQUESTING,
        On(&[Phase::OwnRightRevived]),
        "",
    ),
    Row(
        TaskCode::AnswerPolice,
        REQUESTED,
        If(asked_by_police),
        "information",
    ),
    Row(
        TaskCode::ConvertToMla,
        REQUESTING,
        On(&[Phase::Converted]),
        "",
    ),
    Row(
        TaskCode::ReviewNotice,
        REQUESTING,
        If(|r, _| r.running("notice_review").is_some()),
        "notice_review",
    ),
];

/// Tasks that outlive the end of a request.
const OUTLIVES: &[TaskCode] = &[
    TaskCode::ProsecuteOrTransfer,
    TaskCode::ReportOutcome,
    TaskCode::ReviewFreeze,
    TaskCode::GiveFeedback,
    TaskCode::RecordChoice,
    TaskCode::EvaluateTeam,
    TaskCode::ConvertToMla,
];

impl Request {
    /// What is to be done next on this side at `now`, what is due first coming first. `requested` is the calendar of the
    /// requested State, in which the clocks run.
    #[must_use]
    pub fn tasks(&self, now: Timestamp, requested: &Calendar) -> Vec<Task> {
        if self.stage.is_unsent() || self.stage == Stage::Quarantined {
            return Vec::new();
        }
        let moment = Now {
            at: now,
            calendar: requested,
            phase: self.phase_at(now),
        };
        let track = self.on_track().map(|on| on.track);
        let mut tasks: Vec<Task> = ROWS
            .iter()
            .filter(|row| row.1 == self.side)
            .filter(|row| !self.stage.is_over() || OUTLIVES.contains(&row.0))
            .filter(|row| row.2.holds(self, &moment) && row.is_of(track))
            .map(|row| Task {
                code: row.0,
                due: self.running(row.3).map(|clock| clock.due_at(now)),
                who: row.1,
                mandatory: matches!(
                    row.0,
                    TaskCode::ProsecuteOrTransfer | TaskCode::RecordReleaseOrExtension
                ),
            })
            .collect();
        tasks.sort_by_key(|task| (task.due.unwrap_or(Timestamp::MAX), task.code));
        tasks.dedup();
        tasks
    }

    /// The clock of this name that was started last and is not met.
    pub(super) fn running(&self, name: &str) -> Option<&Clock> {
        let mut clocks = self.clocks.iter().rev();
        clocks.find(|clock| clock.name == name && clock.met.is_none())
    }
}

impl Row {
    /// Phases of one name stand on several tracks: whether the task is one of this track's.
    fn is_of(&self, track: Option<Track>) -> bool {
        let only: &[Track] = match self.0 {
            TaskCode::SendMla | TaskCode::ExtendPreservation => &[Track::Preservation],
            TaskCode::ReviewFreeze => &[Track::Freeze],
            TaskCode::ExtendOrEndTeam => &[Track::JointTeam],
            TaskCode::ReviewNotice => &[Track::Notice],
            _ => return true,
        };
        track.is_some_and(|track| only.contains(&track))
    }
}

impl When {
    fn holds(&self, request: &Request, now: &Now<'_>) -> bool {
        match self {
            At(stages) => stages.contains(&request.stage),
            On(phases) => now.phase.is_some_and(|phase| phases.contains(&phase)),
            If(says) => says(request, now),
        }
    }
}

fn owes_rest(request: &Request, _: &Now<'_>) -> bool {
    request.running("completion").is_some() && request.outstanding().next().is_some()
}

fn undecided(request: &Request, now: &Now<'_>) -> bool {
    let stages = [
        Stage::Acknowledged,
        Stage::ConditionsDeclined,
        Stage::PartlyAccepted,
        Stage::InExecution,
        Stage::PartlyExecuted,
    ];
    // Once a part is accepted the rest is still to be decided.
    let open = request.stage < Stage::PartlyAccepted
        || request
            .measures
            .iter()
            .any(|measure| measure.stage == MeasureStage::Asked);
    stages.contains(&request.stage)
        && open
        && request.refusal.is_none()
        && request.on_track().is_none_or(|on| {
            on.track.is_decided() && now.phase.is_none_or(|phase| !phase.is_after_decision())
        })
}

fn not_begun(request: &Request, _: &Now<'_>) -> bool {
    matches!(
        request.stage,
        Stage::Accepted | Stage::ConditionsAgreed | Stage::PartlyAccepted
    ) && request
        .on_track()
        .is_none_or(|on| on.track.is_executed_by_stages())
}

fn in_work(request: &Request, _: &Now<'_>) -> bool {
    matches!(request.stage, Stage::InExecution | Stage::PartlyExecuted)
        && request
            .on_track()
            .is_none_or(|on| on.track.is_executed_by_stages())
        && (request.measures.is_empty()
            || request
                .measures
                .iter()
                .any(|m| m.stage < MeasureStage::Executed))
}

fn result_lies_here(request: &Request, _: &Now<'_>) -> bool {
    let executed = matches!(request.stage, Stage::Executed | Stage::PartlyExecuted);
    executed
        && request
            .evidence
            .iter()
            .any(|item| !super::evidence::was_sent(item))
}

fn came_back(request: &Request, _: &Now<'_>) -> bool {
    request.stage == Stage::ReturnSent || request.unopened().next().is_some()
}

fn length_unknown(request: &Request, now: &Now<'_>) -> bool {
    now.phase == Some(Phase::DocumentsDue) && request.running("provisional_arrest_end").is_none()
}

/// Days are counted, and nobody has said where.
fn zone_unknown(request: &Request, now: &Now<'_>) -> bool {
    let mut clocks = request.clocks.iter();
    now.calendar.supposed && clocks.any(|clock| clock.met.is_none() && clock.days_at.is_some())
}

fn on(now: &Now<'_>, request: &Request, track: super::Track, phases: &[Phase]) -> bool {
    let on_track = request.on_track().is_some_and(|on| on.track == track);
    on_track && now.phase.is_some_and(|phase| phases.contains(&phase))
}

fn to_be_preserved(request: &Request, now: &Now<'_>) -> bool {
    on(now, request, super::Track::Preservation, &[Phase::Received])
}

fn preservation_ends(request: &Request, now: &Now<'_>) -> bool {
    let reminder = request
        .running("preservation")
        .and_then(|clock| clock.alerts(now.calendar).first().copied());
    reminder.is_some_and(|day| now.calendar.date(now.at) >= day)
}

fn emergency_unverified(request: &Request, now: &Now<'_>) -> bool {
    on(
        now,
        request,
        super::Track::EmergencyDisclosure,
        &[Phase::Received],
    )
}

fn to_be_determined(request: &Request, now: &Now<'_>) -> bool {
    on(
        now,
        request,
        super::Track::Freeze,
        &[Phase::Received, Phase::Determination],
    )
}

fn unsigned(request: &Request, now: &Now<'_>) -> bool {
    let phases = [Phase::Proposed, Phase::Negotiated, Phase::Signed];
    on(now, request, super::Track::JointTeam, &phases)
        && request
            .on_track()
            .is_some_and(|on| !on.signed.contains(&request.side) || on.awaited().next().is_some())
}

fn team_at_work(request: &Request, now: &Now<'_>) -> bool {
    on(
        now,
        request,
        super::Track::JointTeam,
        &[Phase::Active, Phase::Extended],
    )
}

fn asked_by_police(request: &Request, now: &Now<'_>) -> bool {
    on(now, request, super::Track::Police, &[Phase::Received])
}
