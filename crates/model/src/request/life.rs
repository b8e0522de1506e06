//! The one way a request changes: a step of the table, with one event appended. Everything else in this folder uses it.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::{Came, Channel, Entered, Event, Request, Side, Stage, TakeStep, stage};
use crate::actor::By;
use crate::id::{Digest, EventId, OfficerId};
use crate::limits;
use crate::message::Re;
use crate::refusal::Refusal;

/// Who did it, when, and what the event says beside the verb.
#[derive(Debug, Clone)]
pub(super) struct Moment {
    /// Who.
    pub(super) by: By,
    /// When it happened, as the side that did it says.
    pub(super) at: Timestamp,
    /// When this node writes it down.
    pub(super) now: Timestamp,
    text: Option<String>,
    until: Option<Date>,
    envelope: Option<Digest>,
    /// Who entered it from a paper, where no node told it.
    pub(super) entered: Option<Box<Entered>>,
    said: Option<Box<TakeStep>>,
}

impl Moment {
    /// Something the other side says happened at `at`; its clock may not run far ahead of ours.
    pub(super) fn told(by: By, at: Timestamp, came: Came, now: Timestamp) -> Moment {
        let latest = now
            .checked_add(SignedDuration::from_secs(limits::CLOCK_SKEW_MAX_S))
            .unwrap_or(now);
        let at = if at > latest { now } else { at };
        let envelope = came.envelope();
        let entered = match came {
            Came::Envelope(_) => None,
            Came::ByHand(entered) => Some(Box::new(entered)),
        };
        Moment {
            by,
            at,
            now,
            text: None,
            until: None,
            envelope,
            entered,
            said: None,
        }
    }

    /// What an old docket says.
    pub(super) fn past(by: By, at: Timestamp, now: Timestamp) -> Moment {
        Moment {
            by,
            at,
            now,
            text: None,
            until: None,
            envelope: None,
            entered: None,
            said: None,
        }
    }

    fn is_past(&self) -> bool {
        let entered = self.entered.as_deref();
        entered.is_some_and(|entered| entered.channel == Channel::Docket)
    }

    pub(super) fn text(mut self, text: &str) -> Moment {
        self.text = (!text.is_empty()).then(|| text.to_owned());
        self
    }

    pub(super) fn until(mut self, until: Option<Date>) -> Moment {
        self.until = until;
        self
    }

    /// What a step of the track says.
    pub(super) fn said(mut self, step: &TakeStep) -> Moment {
        self.said = Some(Box::new(step.clone()));
        self.text(step.text.as_deref().unwrap_or_default())
            .until(step.until)
    }

    pub(super) fn envelope(mut self, envelope: Digest) -> Moment {
        self.envelope = Some(envelope);
        self
    }
}

impl Request {
    /// Takes a step of the table.
    pub(super) fn step(&self, verb: &str, to: Stage, moment: Moment) -> Result<Request, Refusal> {
        let decided = to != self.stage && !self.fold().may_decide(verb, to);
        if decided || !stage::allows(self.side, self.stage, verb, to) {
            return Err(self.not_at(verb));
        }
        let mut next = self.note(verb, moment)?;
        next.arrive(to);
        Ok(next)
    }

    /// That the stage does not allow it.
    pub(super) fn not_at(&self, verb: &str) -> Refusal {
        Refusal::new("STAGE")
            .with("verb", verb)
            .with("stage", self.stage)
    }

    /// Appends an event that leaves the stage as it is.
    ///
    /// Every event of ours passes here, whatever act it belongs to: no lock has a door beside it. What an old docket says was
    /// done long ago is not done now.
    pub(super) fn note(&self, verb: &str, moment: Moment) -> Result<Request, Refusal> {
        if moment.envelope.is_none() && !moment.is_past() && moment.by.state == *self.home() {
            self.locked(verb, moment.now)?;
        }
        if self.events.len() >= limits::EVENTS_MAX && !verb.ends_with(".closed") {
            return Err(Refusal::new("TOO-MANY")
                .at("/events")
                .with("max", limits::EVENTS_MAX));
        }
        let mut next = self.clone();
        next.version = next.version.saturating_add(1);
        next.updated = moment.now;
        next.events.push(Event {
            id: self.next_event_id(moment.now),
            at: moment.at,
            noted: moment.now,
            by: moment.by,
            verb: verb.to_owned(),
            stage_from: self.stage,
            stage_to: self.stage,
            text: moment.text,
            until: moment.until,
            envelope: moment.envelope,
            entered: moment.entered,
            said: moment.said,
        });
        Ok(next)
    }

    /// The last event was the one that led to `to`.
    pub(super) fn arrive(&mut self, to: Stage) {
        self.stage = to;
        if let Some(event) = self.events.last_mut() {
            event.stage_to = to;
        }
    }

    /// Event ids need be unique in this node only: the request's own random bytes, told apart by the running number.
    fn next_event_id(&self, now: Timestamp) -> EventId {
        let mut random = [0; 10];
        for (to, from) in random
            .iter_mut()
            .zip(self.id.uuid().as_bytes().iter().skip(6))
        {
            *to = *from;
        }
        let running = u32::try_from(self.events.len())
            .unwrap_or(u32::MAX)
            .to_be_bytes();
        for (to, from) in random.iter_mut().skip(6).zip(running) {
            *to ^= from;
        }
        EventId::new(now, random)
    }

    /// Something this side does now.
    pub(super) fn ours(&self, by: &By, now: Timestamp) -> Moment {
        Moment {
            by: by.clone(),
            at: self.next_at(now),
            now,
            text: None,
            until: None,
            envelope: None,
            entered: None,
            said: None,
        }
    }

    /// What our message about the last event says of which request, when and who.
    pub(super) fn re(&self, by: &By) -> Re {
        Re {
            request: self.id,
            number: self.number.clone(),
            at: self.events.last().map_or(self.updated, |event| event.at),
            authority: by
                .authority
                .clone()
                .unwrap_or_else(|| self.home_authority().clone()),
        }
    }

    /// The verb belongs to one side only.
    pub(super) fn only(&self, side: Side) -> Result<(), Refusal> {
        if self.side == side {
            Ok(())
        } else {
            Err(Refusal::new("SIDE").with("side", self.side))
        }
    }

    /// Whether something of this name ever happened.
    pub(super) fn has_happened(&self, verb: &str) -> bool {
        self.events.iter().any(|event| event.verb == verb)
    }
}

/// The officer behind an act that only a person can do.
pub(super) fn person(by: &By) -> Result<OfficerId, Refusal> {
    by.officer.ok_or(Refusal::new("PERSON"))
}

/// A second person must not be one of `hands`.
pub(super) fn second_person(by: &By, hands: &[OfficerId]) -> Result<OfficerId, Refusal> {
    let officer = person(by)?;
    if hands.contains(&officer) {
        Err(Refusal::new("FOUR-EYES"))
    } else {
        Ok(officer)
    }
}
