//! Tracks: the life that a kind of request has of its own beside the stages all kinds share (requests study 3.14).
//!
//! A track is a closed table of steps, as data: from which phases, by whom, to which, what it starts and meets, what it
//! means for the stage. Pages draw the tables, tests walk them, [`Request::take_step`] asks them. A new kind of request
//! is a table and words.

mod arrest;
mod assets;
mod evidence;
mod information;
mod measures;
mod phase;
mod proceedings;
mod teams;

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Event, Request, Side, Stage};
use crate::code::coded;
use crate::id::EventId;
use crate::kind::Kind;

pub use phase::Phase;

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

/// What a step must say besides who and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// In words: reasons, what was ordered, by whom, where.
    Text,
    /// The day that it sets.
    Until,
    /// What is held, with amounts.
    Amounts,
    /// What for.
    Purpose,
    /// Measures, by position.
    Measures,
    /// That both sides have taken this step before.
    SignedByBoth,
}

/// What a step does to a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tick {
    /// Starts one of this name by the period of the other, where somebody has said how long.
    Start(&'static str, &'static str),
    /// The same, counted from the day that the step sets.
    StartFromDay(&'static str, &'static str),
    /// Sets or moves one to the day that the step sets.
    Until(&'static str),
    /// What it counted to is done.
    Meet(&'static str),
}

/// One row of a table.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// As events name it: `step.arrest`; or a verb of the stages (`request.refused`) that moves the track along.
    pub verb: &'static str,
    /// From where; empty: from anywhere.
    pub from: &'static [Phase],
    /// To where, through each in turn; empty: it stays.
    pub to: &'static [Phase],
    /// Whose step it is; `None`: of either side.
    pub side: Option<Side>,
    /// The stage that the request has reached with it at least.
    pub stage: Option<Stage>,
    /// What it must say.
    pub needs: &'static [Need],
    /// What it does to the clocks.
    pub clocks: &'static [Tick],
    /// The paper it produces, by code; empty for none.
    pub paper: &'static str,
    /// The rule that forbids it out of turn, by code.
    pub rule: &'static str,
    /// Whether it can be taken once the request is over.
    pub late: bool,
    /// The verb of the stages whose locks it has beside those of its phases: it promises help, or hands something over.
    pub gate: Option<&'static str>,
}

impl Step {
    /// A step of the requested side that says nothing more.
    const fn requested(verb: &'static str, from: &'static [Phase], to: &'static [Phase]) -> Step {
        Step {
            verb,
            from,
            to,
            side: Some(Side::Incoming),
            stage: None,
            needs: &[],
            clocks: &[],
            paper: "",
            rule: "STEP",
            late: false,
            gate: None,
        }
    }

    /// A step of the requesting side.
    const fn requesting(verb: &'static str, from: &'static [Phase], to: &'static [Phase]) -> Step {
        let mut step = Step::requested(verb, from, to);
        step.side = Some(Side::Outgoing);
        step
    }

    /// A step of either side.
    const fn either(verb: &'static str, from: &'static [Phase], to: &'static [Phase]) -> Step {
        let mut step = Step::requested(verb, from, to);
        step.side = None;
        step
    }

    const fn reaches(mut self, stage: Stage) -> Step {
        self.stage = Some(stage);
        self
    }

    const fn says(mut self, needs: &'static [Need]) -> Step {
        self.needs = needs;
        self
    }

    const fn ticks(mut self, clocks: &'static [Tick]) -> Step {
        self.clocks = clocks;
        self
    }

    const fn paper(mut self, paper: &'static str) -> Step {
        self.paper = paper;
        self
    }

    const fn by_rule(mut self, rule: &'static str) -> Step {
        self.rule = rule;
        self
    }

    /// Help is promised with it.
    const fn promises(mut self) -> Step {
        self.gate = Some("request.accepted");
        self
    }

    /// A result leaves with it.
    const fn hands_over(mut self) -> Step {
        self.gate = Some("request.executed");
        self
    }

    const fn late(mut self) -> Step {
        self.late = true;
        self
    }

    /// As an act names it: `arrest`. Empty for a verb of the stages.
    pub fn code(&self) -> &'static str {
        self.verb.strip_prefix("step.").unwrap_or_default()
    }

    /// Whether this side may take it.
    pub fn is_of(&self, side: Side) -> bool {
        self.side.is_none_or(|own| own == side)
    }

    fn leads_from(&self, phase: Phase) -> bool {
        self.from.is_empty() || self.from.contains(&phase)
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

/// Every step of every track and of measures, with its track.
pub fn steps() -> impl Iterator<Item = (Option<Track>, &'static Step)> {
    let tracks = Track::ALL.iter().flat_map(|track| {
        let steps = track.steps().iter();
        steps.map(move |step| (Some(*track), step))
    });
    tracks.chain(measures::STEPS.iter().map(|step| (None, step)))
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
    /// Who has signed, where both sides must.
    pub signed: Vec<Side>,
}

impl OnTrack {
    fn begin(track: Track, kind: Kind) -> OnTrack {
        let phase = track.start(kind);
        OnTrack {
            track,
            phase,
            passed: vec![phase],
            signed: Vec::new(),
        }
    }

    /// The row by which this verb leads on from here, for whose side it is.
    pub fn row(&self, verb: &str, side: Side) -> Option<&'static Step> {
        self.track
            .steps()
            .iter()
            .find(|step| step.verb == verb && step.is_of(side) && step.leads_from(self.phase))
    }

    /// Whether all rows of a step that have further conditions on the past allow it.
    pub fn both_signed(&self) -> bool {
        Side::ALL.iter().all(|side| self.signed.contains(side))
    }

    fn take(&mut self, verb: &str, side: Side) -> bool {
        let Some(step) = self.row(verb, side) else {
            return false;
        };
        if verb == "step.sign" && !self.signed.contains(&side) {
            self.signed.push(side);
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
        true
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
        for event in self.in_order() {
            let side = self.side_of(event);
            let step = on.row(&event.verb, side);
            on.take(&event.verb, side);
            seen(event, step, &on);
        }
        Some(on)
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
        let on_measures = self
            .events
            .iter()
            .filter(|event| measures::moves(&event.verb).is_some());
        turns.extend(on_measures.map(|event| event.id));
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
        let Some(on) = self.on_track() else {
            return Vec::new();
        };
        let steps = on.track.steps().iter();
        steps
            .filter(|step| {
                !step.code().is_empty() && step.is_of(self.side) && step.leads_from(on.phase)
            })
            .filter(|step| self.stage_lets(step))
            .filter(|step| !step.needs.contains(&Need::SignedByBoth) || on.both_signed())
            .collect()
    }

    /// Whether the stage allows any step, or this one after the end.
    pub(super) fn stage_lets(&self, step: &Step) -> bool {
        let over = self.stage.is_over() && self.stage != Stage::Quarantined;
        (self.stage >= Stage::Delivered && !self.stage.is_over()) || (step.late && over)
    }

    /// Events in the order in which they happened.
    pub(super) fn in_order(&self) -> Vec<&Event> {
        let mut order: Vec<&Event> = self.events.iter().collect();
        order.sort_by(|a, b| (a.at, &a.by.state).cmp(&(b.at, &b.by.state)));
        order
    }
}

/// The rows for steps on measures; they stand beside every track.
pub(super) fn measure_step(verb: &str, side: Side) -> Option<&'static Step> {
    measures::STEPS
        .iter()
        .find(|step| step.verb == verb && step.is_of(side))
}

pub(super) use measures::{moves as measure_moves, of as measure_steps};

#[cfg(test)]
mod tests;
