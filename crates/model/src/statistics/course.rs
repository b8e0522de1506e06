//! What is counted of a request's own track: the phases it has passed, as data, and what follows from them.

use jiff::{SignedDuration, Timestamp};

use crate::request::{Ground, Phase, Request, Side, Stage, Track, Urgency};

/// Everything of one track that was sent or received.
pub const REQUESTED: &str = "requested";
/// Refused, whole or in part; `refused.<ground>` says on which ground.
pub const REFUSED: &str = "refused";
/// Preserved, and let go before a request for assistance came.
pub const LOST: &str = "lost";
/// Refused because the person is a national, and of these, brought before our own prosecution.
pub const NATIONALS_REFUSED: &str = "nationals_refused";
/// See [`NATIONALS_REFUSED`].
pub const NATIONALS_PROSECUTED: &str = "nationals_prosecuted";

/// The phases that are counted of each track, in the order in which they are shown.
const COUNTED: &[(Track, &[Phase])] = &[
    (
        Track::Extradition,
        &[
            Phase::Arrested,
            Phase::ReleasedLapse,
            Phase::Consents,
            Phase::Granted,
            Phase::PostponedSurrender,
            Phase::TemporarySurrender,
            Phase::Surrendered,
            Phase::SubmittedForProsecution,
            Phase::ProceedingsTransferred,
            Phase::OutcomeReported,
        ],
    ),
    (
        Track::Transfer,
        &[
            Phase::OwnProsecutionSuspended,
            Phase::ProceedingsOpened,
            Phase::ResultReported,
            Phase::OwnRightRevived,
            Phase::OwnProsecutionResumed,
        ],
    ),
    (
        Track::Preservation,
        &[
            Phase::Preserved,
            Phase::Extended,
            Phase::MlaArrived,
            Phase::Disclosed,
            Phase::Released,
        ],
    ),
    (
        Track::Disclosure,
        &[Phase::Ordered, Phase::Disclosed, Phase::Declined],
    ),
    (
        Track::EmergencyDisclosure,
        &[Phase::Confirmed, Phase::Disclosed, Phase::Declined],
    ),
    (
        Track::Freeze,
        &[
            Phase::Determination,
            Phase::Frozen,
            Phase::Declined,
            Phase::Exempted,
            Phase::JudicialRestraint,
            Phase::Unfrozen,
        ],
    ),
    (
        Track::Spontaneous,
        &[
            Phase::ConditionsDeclined,
            Phase::Opened,
            Phase::Used,
            Phase::NotUsed,
            Phase::FeedbackGiven,
        ],
    ),
    (
        Track::JointTeam,
        &[
            Phase::Signed,
            Phase::Active,
            Phase::Extended,
            Phase::Ended,
            Phase::Evaluated,
        ],
    ),
    (
        Track::Police,
        &[Phase::Answered, Phase::Declined, Phase::Converted],
    ),
    (
        Track::Notice,
        &[Phase::Published, Phase::Declined, Phase::Cancelled],
    ),
];

/// The first answer to an emergency counts as given within the hour up to this.
const HOUR: SignedDuration = SignedDuration::from_hours(1);

/// What the requested side does to answer, beside every step of a track.
const ANSWERS: [&str; 9] = [
    "request.acknowledged",
    "request.info_requested",
    "request.consultation_opened",
    "request.postponed",
    "request.accepted",
    "request.accepted_with_conditions",
    "request.partly_accepted",
    "request.refused",
    "request.executed",
];

/// What is counted of a request on its track: `extradition.granted`.
pub(super) fn of(request: &Request) -> Vec<String> {
    let Some(on) = request.on_track() else {
        return Vec::new();
    };
    let said = |what: &str| format!("{}.{what}", on.track);
    let passed = |phase: Phase| {
        on.passed.contains(&phase) || (phase == Phase::Arrested && happened(request, "step.arrest"))
    };
    let mut found = vec![said(REQUESTED)];
    let phases = COUNTED.iter().filter(|(track, _)| *track == on.track);
    for phase in phases.flat_map(|(_, phases)| phases.iter()) {
        if passed(*phase) {
            found.push(said(phase.code()));
        }
    }
    if request.stage == Stage::Refused || happened(request, "request.refused") {
        found.push(said(REFUSED));
        let grounds = request.grounds.iter();
        found.extend(grounds.map(|ground| said(&format!("{REFUSED}.{ground}"))));
        if on.track == Track::Extradition && request.grounds.contains(&Ground::Nationality) {
            found.push(said(NATIONALS_REFUSED));
            if passed(Phase::SubmittedForProsecution) {
                found.push(said(NATIONALS_PROSECUTED));
            }
        }
    }
    if on.track == Track::Preservation && passed(Phase::Released) && !passed(Phase::MlaArrived) {
        found.push(said(LOST));
    }
    found
}

/// What a preservation that has run out without a request for assistance is counted as.
pub(super) fn lost() -> String {
    format!("{}.{LOST}", Track::Preservation)
}

/// The track of a value, and the rest of it.
pub fn parts(value: &str) -> Option<(Track, &str)> {
    let (track, what) = value.split_once('.')?;
    Some((Track::from_code(track)?, what))
}

/// Where a value stands among the others: by track, what was requested first, then the phases in order, then the rest.
pub(super) fn place(value: &str) -> (usize, usize, String) {
    let Some((track, what)) = parts(value) else {
        return (usize::MAX, 0, value.to_owned());
    };
    let row = COUNTED.iter().position(|(t, _)| *t == track);
    let phases = row
        .and_then(|row| COUNTED.get(row))
        .map_or(&[][..], |r| r.1);
    let at = match what {
        REQUESTED => 0,
        _ => phases
            .iter()
            .position(|phase| phase.code() == what)
            .map_or(phases.len() + 1, |at| at + 1),
    };
    (row.unwrap_or(usize::MAX), at, what.to_owned())
}

/// Until when what is preserved is kept, while nothing has come that keeps it longer.
pub(super) fn kept_until(request: &Request) -> Option<Timestamp> {
    let on = request.on_track()?;
    let kept = matches!(on.phase, Phase::Preserved | Phase::Extended);
    let clocks = request.clocks.iter();
    let open = clocks.filter(|clock| clock.name == "preservation" && clock.met.is_none());
    let due = open.map(|clock| clock.due).max();
    due.filter(|_| kept && on.track == Track::Preservation)
}

/// Whether an emergency was answered within the hour; nothing of what is none.
pub(super) fn emergency(request: &Request, began: Timestamp) -> Option<&'static str> {
    let track = request.on_track().map(|on| on.track);
    if request.urgency_here() != Urgency::Emergency && track != Some(Track::EmergencyDisclosure) {
        return None;
    }
    let answers = request.events.iter().filter(|event| {
        request.side_of(event) == Side::Incoming
            && (event.verb.starts_with("step.") || ANSWERS.contains(&event.verb.as_str()))
    });
    Some(match answers.map(|event| event.at).min() {
        Some(at) if at.duration_since(began) <= HOUR => "within_hour",
        Some(_) => "later",
        None => "unanswered",
    })
}

fn happened(request: &Request, verb: &str) -> bool {
    request.events.iter().any(|event| event.verb == verb)
}
