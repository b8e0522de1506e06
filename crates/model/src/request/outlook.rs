//! What lies behind a case and what lies ahead of it, as its page shows it: how it came along its track, which steps this
//! side could take, what keeps it from them, and what the other side has to do.

use jiff::Timestamp;

use super::step::AT_NIGHT;
use super::track::{self, Phase, Step};
use super::{Event, EvidenceItem, Request, Side, Task, evidence};
use crate::deadline::Calendar;
use crate::refusal::Refusal;

/// A step that this side could take by the table, and what keeps it from it now.
#[derive(Debug, Clone)]
pub struct Ahead {
    /// The row of the table.
    pub step: &'static Step,
    /// The measures that it would move, by position; empty for a step of the track.
    pub measures: Vec<usize>,
    /// What has to be there first; empty where it can be taken now.
    pub locks: Vec<Refusal>,
}

impl Step {
    /// Whether it cannot wait for the morning, so that the duty officer may take it.
    pub fn is_for_the_night(&self) -> bool {
        AT_NIGHT.contains(&self.verb)
    }
}

impl Request {
    /// The phases passed, in order, each with the event that led there; the first has none. Empty without a track.
    pub fn passed(&self) -> Vec<(Phase, Option<&Event>)> {
        let mut led = Vec::new();
        let walked = self.walk(|event, _, on| led.resize(on.passed.len().max(1) - 1, event.id));
        let event = |id| self.events.iter().find(|event| event.id == id);
        let by = std::iter::once(None).chain(led.iter().map(|id| event(*id)));
        let phases = walked.map(|on| on.passed).unwrap_or_default();
        phases.into_iter().zip(by).collect()
    }

    /// The steps of its track and on single measures that this side could take next, each with what keeps it from it now:
    /// a safeguard, a proposed refusal, a signature of the other side.
    pub fn ahead(&self, now: Timestamp) -> Vec<Ahead> {
        let on_track = self.on_track();
        let unsigned = on_track.iter().flat_map(|on| {
            let rows = on.track.steps().iter();
            rows.filter(|step| {
                let row = on.row(step.verb, self.side);
                row.is_some_and(|row| std::ptr::eq(row, *step)) && !on.is_signed_for(step)
            })
        });
        let steps = self.next_steps().into_iter().chain(unsigned);
        let on_track = steps.map(|step| (step, Vec::new()));
        let on_measures = track::measure_steps(self.side).map(|step| (step, self.moved_by(step)));
        on_track
            .chain(on_measures.filter(|(_, measures)| !measures.is_empty()))
            .filter(|(step, _)| !step.code().is_empty() && self.stage_lets(step))
            .map(|(step, measures)| Ahead {
                locks: self.keeps_from(step, now),
                step,
                measures,
            })
            .collect()
    }

    /// The measures that the step would move, by position.
    fn moved_by(&self, step: &Step) -> Vec<usize> {
        let from = track::measure_moves(step.verb).map_or(&[][..], |(from, _)| from);
        let meant = self.measures.iter().filter(|one| from.contains(&one.stage));
        meant.map(|measure| measure.index).collect()
    }

    fn keeps_from(&self, step: &Step, now: Timestamp) -> Vec<Refusal> {
        let mut locks: Vec<Refusal> = std::iter::once(step.verb)
            .chain(step.gate)
            .flat_map(|name| self.locked_by(name, now))
            .collect();
        locks.dedup_by(|a, b| a.code == b.code && a.field == b.field);
        if self.waits_for_refusal(step) {
            locks.push(Refusal::new("REFUSAL-PENDING"));
        }
        if self.on_track().is_some_and(|on| !on.is_signed_for(step)) {
            locks.push(Refusal::new(step.rule).at("/step"));
        }
        locks.extend(self.still_kept(step, now).err());
        locks
    }

    /// The evidence of this side that has not gone to the other yet.
    pub fn unsent(&self) -> impl Iterator<Item = &EvidenceItem> {
        let items = self.evidence.iter();
        items.filter(|item| self.side == Side::Incoming && !evidence::was_sent(item))
    }

    /// What the other side has to do next, as far as both sides know it.
    #[must_use]
    pub fn tasks_there(&self, now: Timestamp, requested: &Calendar) -> Vec<Task> {
        let mut there = self.clone();
        there.side = match self.side {
            Side::Outgoing => Side::Incoming,
            Side::Incoming => Side::Outgoing,
        };
        there.tasks(now, requested)
    }
}
