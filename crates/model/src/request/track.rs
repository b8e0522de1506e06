//! Tracks: the life that a kind of request has of its own beside the stages all kinds share (requests study 3.14).
//!
//! A track is a closed table of steps, as data: from which phases, by whom, to which, what it starts and meets, what it
//! means for the stage. Pages draw the tables, tests walk them, [`Request::take_step`] asks them. A new kind of request
//! is a table and words.

mod arrest;
mod assets;
mod conditions;
mod evidence;
mod information;
mod measures;
mod phase;
mod proceedings;
mod row;
mod teams;

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Event, Request, Side, Stage};
use crate::code::coded;
use crate::id::{EventId, StateCode};
use crate::kind::Kind;

pub use phase::Phase;
pub use row::{Need, Step, Tick};

coded! {
    /// Which table applies.
    pub enum Track {
        /// Arrest, hearing, decision, surrender.
        Extradition = "extradition",
        /// Electronic data are kept.
        Preservation = "preservation",
        /// Electronic data are disclosed.
        Disclosure = "disclosure",
        /// Electronic data are disclosed at once, because life is in danger.
        EmergencyDisclosure = "emergency_disclosure",
        /// Assets are frozen.
        Freeze = "freeze",
        /// A joint team is agreed, works and ends.
        JointTeam = "joint_team",
        /// Information comes without being asked for.
        Spontaneous = "spontaneous",
        /// Proceedings go over.
        Transfer = "transfer",
        /// Police asks police.
        Police = "police",
        /// A notice is published and taken back.
        Notice = "notice",
    }
}

impl Track {
    /// The track of a request of this kind with this content; `None` where the stages say all.
    pub fn of(kind: Kind, content: &Value) -> Option<Track> {
        Some(match kind {
            Kind::Extradition | Kind::ProvisionalArrest => Track::Extradition,
            Kind::TransferOfProceedings => Track::Transfer,
            Kind::AssetFreezing => Track::Freeze,
            Kind::ElectronicEvidence => evidence::track(content),
            Kind::SpontaneousInformation => Track::Spontaneous,
            Kind::JointInvestigationTeam => Track::JointTeam,
            Kind::Police => Track::Police,
            Kind::Notice => Track::Notice,
            _ => return None,
        })
    }

    /// Where a request of this kind begins.
    pub fn start(self, kind: Kind) -> Phase {
        match self {
            Track::Extradition if kind == Kind::ProvisionalArrest => Phase::ArrestRequested,
            // The request brings its documents.
            Track::Extradition => Phase::DocumentsReceived,
            Track::JointTeam | Track::Transfer => Phase::Proposed,
            Track::Spontaneous => Phase::Offered,
            _ => Phase::Received,
        }
    }

    /// The table.
    pub const fn steps(self) -> &'static [Step] {
        match self {
            Track::Extradition => arrest::STEPS,
            Track::Preservation => evidence::PRESERVATION,
            Track::Disclosure => evidence::DISCLOSURE,
            Track::EmergencyDisclosure => evidence::EMERGENCY,
            Track::Freeze => assets::STEPS,
            Track::JointTeam => teams::STEPS,
            Track::Spontaneous => information::SPONTANEOUS,
            Track::Transfer => proceedings::STEPS,
            Track::Police => information::POLICE,
            Track::Notice => information::NOTICE,
        }
    }

    /// The clocks that delivery starts on this track, with the period of each.
    pub const fn on_delivery(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Track::EmergencyDisclosure => &[("disclosure", "emergency_disclosure")],
            Track::Disclosure => &[("disclosure", "production")],
            Track::Freeze => &[("determination", "determination")],
            Track::Spontaneous => &[("conditions", "conditions")],
            _ => &[],
        }
    }

    /// Whether the requested side owes a decision within the general period, beside what the track asks of it.
    pub const fn is_decided(self) -> bool {
        matches!(
            self,
            Track::Extradition | Track::Transfer | Track::Disclosure
        )
    }

    /// Whether it is executed as any request is, by the stages, and not by steps of the track.
    pub const fn is_executed_by_stages(self) -> bool {
        matches!(self, Track::Disclosure)
    }
}

/// The steps that every kind of request has beside its track: on single measures, and on conditions.
fn beside() -> impl Iterator<Item = &'static Step> {
    let tables = [measures::STEPS, measures::DECIDED, conditions::STEPS];
    tables.into_iter().flatten()
}

/// Every step of every track and of measures, with its track.
pub fn steps() -> impl Iterator<Item = (Option<Track>, &'static Step)> {
    let tracks = Track::ALL.iter().flat_map(|track| {
        let steps = track.steps().iter();
        steps.map(move |step| (Some(*track), step))
    });
    tracks.chain(beside().map(|step| (None, step)))
}

/// The step of this name, wherever it stands: verbs have one meaning on all tracks.
pub(super) fn verb_of(code: &str) -> Option<&'static str> {
    let found = steps().find(|(_, step)| !code.is_empty() && step.code() == code);
    found.map(|(_, step)| step.verb)
}

/// Where a request stands on its track.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnTrack {
    /// The track.
    pub track: Track,
    /// Where it stands.
    pub phase: Phase,
    /// Where it has been, in order, the place where it stands included.
    pub passed: Vec<Phase>,
    /// Which side has signed, where every party must.
    pub signed: Vec<Side>,
    /// Parties of a team beside the two of this request.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<StateCode>,
    /// Which of them have signed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others_signed: Vec<StateCode>,
}

impl OnTrack {
    fn begin(track: Track, kind: Kind) -> OnTrack {
        let phase = track.start(kind);
        OnTrack {
            track,
            phase,
            passed: vec![phase],
            signed: Vec::new(),
            others: Vec::new(),
            others_signed: Vec::new(),
        }
    }

    /// The row by which this verb leads on from here, for whose side it is.
    pub fn row(&self, verb: &str, side: Side) -> Option<&'static Step> {
        self.track
            .steps()
            .iter()
            .find(|step| step.verb == verb && step.is_of(side) && step.leads_from(self.phase))
    }

    /// Whether every party has signed what is to be signed: the agreement, then each addendum.
    pub fn all_signed(&self) -> bool {
        Side::ALL.iter().all(|side| self.signed.contains(side)) && self.awaited().next().is_none()
    }

    /// Whether the step may be taken as far as signatures go.
    pub(super) fn is_signed_for(&self, step: &Step) -> bool {
        !step.is_signed_by_all() || self.all_signed()
    }

    /// The other parties whose signature is awaited.
    pub fn awaited(&self) -> impl Iterator<Item = &StateCode> {
        let others = self.others.iter();
        others.filter(|state| !self.others_signed.contains(state))
    }

    fn take(&mut self, event: &Event, side: Side) {
        let verb = event.verb.as_str();
        let Some(step) = self.row(verb, side) else {
            return;
        };
        if verb == "step.sign" {
            let received = event.said.iter().flat_map(|said| &said.parties);
            let known = self.others_signed.len();
            self.others_signed.extend(received.cloned());
            if self.others_signed.len() == known && !self.signed.contains(&side) {
                self.signed.push(side);
            }
        }
        if step.is_signed_by_all() {
            self.signed.clear();
            self.others_signed.clear();
        }
        for phase in step
            .to
            .iter()
            .filter(|phase| **phase != self.phase || step.to.len() > 1)
        {
            self.passed.push(*phase);
        }
        if let Some(last) = step.to.last() {
            self.phase = *last;
        }
    }
}

/// What is seen of closed information beside its summary.
const SEEN_CLOSED: [&str; 13] = [
    "type",
    "number",
    "relation",
    "parent",
    "title",
    "requesting",
    "requested",
    "urgency",
    "conditions",
    "handling",
    "confidentiality",
    "languages",
    "contacts",
];

impl Request {
    /// What kind of request it is; `None` for a template that this version cannot place.
    pub fn kind(&self) -> Option<Kind> {
        Kind::of_template(&self.template)
    }

    /// Where it stands on its track, from all events in the order in which they happened.
    pub fn on_track(&self) -> Option<OnTrack> {
        self.walk(|_, _, _| {})
    }

    /// Walks the track; `seen` is told of each event, the row by which it led on, and where the request stands after it.
    pub(super) fn walk(
        &self,
        mut seen: impl FnMut(&Event, Option<&'static Step>, &OnTrack),
    ) -> Option<OnTrack> {
        let kind = self.kind()?;
        let mut on = OnTrack::begin(Track::of(kind, &self.content)?, kind);
        if on.track == Track::JointTeam {
            on.others = self.other_parties();
        }
        // Only conditions that were offered can be agreed to.
        let mut offered = false;
        for event in self.in_order() {
            let side = self.side_of(event);
            let step = on.row(&event.verb, side);
            let step = step.filter(|step| step.at.is_empty() || offered);
            // Whoever tells it: what every party signs means nothing before every party has signed.
            let step = step.filter(|step| on.is_signed_for(step));
            if step.is_some() {
                on.take(event, side);
            }
            match event.verb.as_str() {
                "request.accepted_with_conditions" => offered = side == Side::Incoming,
                "step.agree_conditions" | "step.reject_conditions" => offered = false,
                _ => {}
            }
            seen(event, step, &on);
        }
        Some(on)
    }

    /// The parties that the content names beside the two States of this request.
    fn other_parties(&self) -> Vec<StateCode> {
        let content = self.content_now();
        let parties = content.get("parties").and_then(Value::as_array);
        let states = parties.into_iter().flatten().filter_map(|party| {
            let code = party.get("state")?.as_str()?;
            code.parse::<StateCode>().ok()
        });
        let others: BTreeSet<StateCode> = states
            .filter(|state| *state != self.from && *state != self.to)
            .collect();
        others.into_iter().collect()
    }

    /// The steps that led on, or could have from where the request was before and crossed a step of the other side. What
    /// is not among them contradicts what else is known.
    pub(super) fn in_turn(&self) -> BTreeSet<EventId> {
        let mut turns = BTreeSet::new();
        self.walk(|event, step, on| {
            let mut rows = on.track.steps().iter().filter(|row| row.verb == event.verb);
            let crossed = rows.any(|row| on.passed.iter().any(|phase| row.leads_from(*phase)));
            if step.is_some() || crossed {
                turns.insert(event.id);
            }
        });
        let apart = self
            .events
            .iter()
            .filter(|event| beside().any(|step| step.verb == event.verb));
        turns.extend(apart.map(|event| event.id));
        turns
    }

    /// On which side of the request an event was done.
    pub(crate) fn side_of(&self, event: &Event) -> Side {
        if event.by.state == self.to {
            Side::Incoming
        } else {
            Side::Outgoing
        }
    }

    /// Where it stands on its track at `now`: what was due and did not come makes it fall due to lapse.
    pub fn phase_at(&self, now: Timestamp) -> Option<Phase> {
        let on = self.on_track()?;
        let ended = self.clocks.iter().any(|clock| {
            clock.name == "provisional_arrest_end" && clock.due <= now && clock.met.is_none()
        });
        if on.phase == Phase::DocumentsDue && ended {
            return Some(Phase::LapseDue);
        }
        Some(on.phase)
    }

    /// Whether what came may be read here: information sent under conditions is closed until somebody has accepted them and
    /// opened it (SPO-04). The summary and the conditions always are.
    pub fn is_open(&self) -> bool {
        self.side == Side::Outgoing
            || self.on_track().is_none_or(|on| {
                on.track != Track::Spontaneous || on.passed.contains(&Phase::Opened)
            })
    }

    /// The request as its readers see it: of closed information the summary, the conditions and who sent it.
    #[must_use]
    pub fn as_readable(mut self) -> Request {
        if self.is_open() {
            return self;
        }
        let summary = self.content.pointer("/information/summary").cloned();
        self.supplements.clear();
        if let serde_json::Value::Object(fields) = &mut self.content {
            fields.retain(|name, _| SEEN_CLOSED.contains(&name.as_str()));
            if let Some(summary) = summary {
                fields.insert(
                    "information".to_owned(),
                    serde_json::json!({ "summary": summary }),
                );
            }
        }
        self
    }

    /// The steps that this side could take next, by the table alone.
    pub fn next_steps(&self) -> Vec<&'static Step> {
        let on = self.on_track();
        let of_track = on.iter().flat_map(|on| {
            let steps = on.track.steps().iter();
            steps
                .filter(|step| step.at.is_empty() && step.leads_from(on.phase))
                .filter(|step| on.is_signed_for(step))
        });
        of_track
            .chain(conditions::STEPS)
            .filter(|step| !step.code().is_empty() && step.is_of(self.side))
            .filter(|step| self.stage_lets(step))
            .collect()
    }

    /// Whether the stage allows this step. What means a stage, or decides on measures, is for an officer who has the
    /// request, and waits while conditions of an acceptance are not agreed.
    pub(super) fn stage_lets(&self, step: &Step) -> bool {
        if !step.at.is_empty() {
            return step.at.contains(&self.stage);
        }
        if self.stage.is_over() {
            return step.late && self.stage != Stage::Quarantined;
        }
        let decides = step.side == Some(Side::Incoming) && step.needs.contains(&Need::Measures);
        if step.early || (step.stage.is_none() && !decides) {
            return self.stage >= Stage::Delivered;
        }
        self.stage >= Stage::Acknowledged && self.stage != Stage::AcceptedWithConditions
    }

    /// Events in the order in which they happened.
    pub(super) fn in_order(&self) -> Vec<&Event> {
        let mut order: Vec<&Event> = self.events.iter().collect();
        order.sort_by(|a, b| (a.at, &a.by.state).cmp(&(b.at, &b.by.state)));
        order
    }
}

/// The row of a step that stands beside every track.
pub(super) fn step_beside(verb: &str, side: Side) -> Option<&'static Step> {
    beside().find(|step| step.verb == verb && step.is_of(side))
}

/// Whether every kind of request has this step beside its track.
pub(super) fn is_beside(verb: &str) -> bool {
    beside().any(|step| step.verb == verb)
}

/// Whether it tells of a decision of two persons, so that nobody takes it alone.
pub(super) fn is_decided(verb: &str) -> bool {
    measures::DECIDED.iter().any(|step| step.verb == verb)
}

pub(super) use measures::{moves as measure_moves, of as measure_steps};

#[cfg(test)]
mod tests;
