//! The mirror: what the other side's messages change in our view of the request.
//!
//! Messages may come twice and out of order. Twice changes nothing. Each side says when it acted; what it did last, by
//! its own clock, decides the stage, and what comes late is kept as an event and read for its data. Nobody can move
//! what is ours: on the requested side, only the table's steps happen. Where both cannot be right, both views stay.

use jiff::Timestamp;
use jiff::civil::Date;

use super::answer::Answer;
use super::life::Moment;
use super::{
    EvidenceItem, MeasureStage, Outcome, RefusedMeasure, Report, Request, Side, Stage, Standing,
    Verified, check, shape, stage,
};
use crate::actor::By;
use crate::id::{Digest, EvidenceId, StateCode};
use crate::limits;
use crate::message::{Message, RequestSent};
use crate::refusal::Refusal;

/// What a message says of the stage.
struct Told {
    verb: &'static str,
    to: Stage,
    text: String,
    until: Option<Date>,
}

impl Told {
    fn new(verb: &'static str, to: Stage) -> Told {
        Told {
            verb,
            to,
            text: String::new(),
            until: None,
        }
    }

    fn text(self, text: &str) -> Told {
        Told {
            text: text.to_owned(),
            ..self
        }
    }

    fn until(self, until: Option<Date>) -> Told {
        Told { until, ..self }
    }
}

impl Request {
    /// Takes in what the other side tells us. No effects follow: nothing of ours is done by somebody else's message.
    ///
    /// # Errors
    /// `WRONG-STATE`, `WRONG-REQUEST`, `NOT-FOR-REQUEST`, or a shape refusal: the message is then quarantined.
    pub fn apply(
        &self,
        from: &StateCode,
        message: &Message,
        envelope: Digest,
        now: Timestamp,
    ) -> Outcome {
        if from != self.partner() {
            return Err(Refusal::new("WRONG-STATE").with("from", from));
        }
        let same = || Ok((self.clone(), Vec::new()));
        if let Message::Receipt {
            receipt,
            envelope,
            at,
            ..
        } = message
        {
            return self.receipted(*receipt, *envelope, *at, now);
        }
        if self
            .events
            .iter()
            .any(|event| event.envelope == Some(envelope))
        {
            return same();
        }
        if let Message::Unknown(_) = message {
            return self.keep_unknown(message, envelope, now);
        }
        let Some(re) = message.re() else {
            return Err(Refusal::new("NOT-FOR-REQUEST").with("kind", message.kind()));
        };
        if re.request != self.id {
            return Err(Refusal::new("WRONG-REQUEST").with("number", &re.number));
        }
        shape::message(message, self.measures.len())?;
        if let Message::Request(sent) = message {
            return self.received_again(sent, envelope, now);
        }
        let by = By {
            state: from.clone(),
            authority: Some(re.authority.clone()),
            role: None,
            officer: None,
        };
        let moment = Moment::told(by, re.at, envelope, now);
        let Some(told) = self.read(message) else {
            let next = self.note("message.unexpected", moment.text(message.kind()))?;
            return Ok((next, Vec::new()));
        };
        if self.knows(told.verb, &moment) {
            return same();
        }
        let to = self.land(&told, &moment);
        let mut next = self.note(told.verb, moment.clone().text(&told.text).until(told.until))?;
        if to.is_none() && self.disagrees(told.to) {
            next.dispute = Some(told.to.code().to_owned());
        }
        next.arrive(to.unwrap_or(self.stage));
        next.take(message, moment)?;
        Ok((next, Vec::new()))
    }

    /// The same act of theirs, in another envelope (a stream that began anew sends again).
    fn knows(&self, verb: &str, moment: &Moment) -> bool {
        self.events.iter().any(|event| {
            event.verb == verb && event.at == moment.at && event.by.state == moment.by.state
        })
    }

    /// What the message says of the stage; `None` when it is not theirs to say.
    fn read(&self, message: &Message) -> Option<Told> {
        match self.side {
            Side::Outgoing => self.read_from_requested(message),
            Side::Incoming => self.read_from_requesting(message),
        }
    }

    fn read_from_requested(&self, message: &Message) -> Option<Told> {
        Some(match message {
            Message::Registered { reference, .. } => {
                Told::new("request.registered", Stage::Registered)
                    .text(reference.as_deref().unwrap_or_default())
            }
            Message::Acknowledged {
                reference,
                next_date,
                ..
            } => Told::new("request.acknowledged", Stage::Acknowledged)
                .text(reference)
                .until(*next_date),
            Message::InfoRequested { answer_by, .. } => {
                Told::new("request.info_requested", Stage::InfoRequested).until(*answer_by)
            }
            Message::Consultation { answer_by, .. } => {
                Told::new("request.consultation_opened", Stage::Consultation).until(*answer_by)
            }
            Message::Accepted {
                reasons, refused, ..
            } if refused.is_empty() => Told::new("request.accepted", Stage::Accepted).text(reasons),
            Message::Accepted { reasons, .. } => {
                Told::new("request.partly_accepted", Stage::PartlyAccepted).text(reasons)
            }
            Message::Postponed {
                reasons, review_by, ..
            } => Told::new("request.postponed", Stage::Postponed)
                .text(reasons)
                .until(*review_by),
            Message::Refused { reasons, .. } => {
                Told::new("request.refused", Stage::Refused).text(reasons)
            }
            Message::InExecution {
                progress: false,
                note,
                ..
            } => Told::new("request.execution_begun", Stage::InExecution)
                .text(note.as_deref().unwrap_or_default()),
            Message::InExecution { note, .. } => {
                let to = self.stage.max(Stage::InExecution);
                Told::new("request.progressed", to).text(note.as_deref().unwrap_or_default())
            }
            Message::PartlyExecuted { report, .. } => {
                Told::new("request.partly_executed", Stage::PartlyExecuted).text(&report.what)
            }
            Message::Executed { report, .. } => {
                Told::new("request.executed", Stage::Executed).text(&report.what)
            }
            Message::Returned { partial: true, .. } => {
                Told::new("evidence.returned", Stage::PartlyExecuted)
            }
            Message::Returned { .. } => Told::new("evidence.returned", Stage::ReturnSent),
            Message::Closed { note, .. } => {
                Told::new("request.closed", Stage::Closed).text(note.as_deref().unwrap_or_default())
            }
            _ => return None,
        })
    }

    fn read_from_requesting(&self, message: &Message) -> Option<Told> {
        Some(match message {
            Message::Answered { note, .. } => Told::new("request.answered", self.after_answer())
                .text(note.as_deref().unwrap_or_default()),
            Message::ReturnReceived { .. } => {
                let whole = self.stage == Stage::ReturnSent;
                Told::new(
                    "evidence.received",
                    if whole {
                        Stage::ReturnReceived
                    } else {
                        self.stage
                    },
                )
            }
            Message::Withdrawn { reason, .. } => {
                Told::new("request.withdrawn", Stage::Withdrawn).text(reason)
            }
            Message::Closed { note, .. } => {
                Told::new("request.closed", Stage::Closed).text(note.as_deref().unwrap_or_default())
            }
            _ => return None,
        })
    }

    /// Where the message leads, or `None` when our stage stays.
    fn land(&self, told: &Told, moment: &Moment) -> Option<Stage> {
        let moved_later = |event: &super::Event| {
            event.by.state == moment.by.state
                && event.stage_from != event.stage_to
                && event.at > moment.at
        };
        let delivered = "request.delivered";
        if self.stage.is_unsent()
            || self
                .events
                .iter()
                .any(|event| event.verb != delivered && moved_later(event))
        {
            return None;
        }
        let early_end = told.to == Stage::Closed
            && self.standing != Standing::Consultation
            && matches!(
                self.stage,
                Stage::Registered | Stage::Acknowledged | Stage::InfoRequested
            );
        if !early_end && stage::allows(self.side, self.stage, told.verb, told.to) {
            return Some(told.to);
        }
        let skips_ahead = !self.stage.is_over()
            && told.to > self.stage
            && match (self.side, told.to) {
                (_, Stage::Closed) => self.stage >= Stage::Executed,
                (Side::Outgoing, Stage::Refused) => self.stage < Stage::PartlyAccepted,
                (Side::Outgoing, _) => true,
                (Side::Incoming, _) => false,
            };
        skips_ahead.then_some(told.to)
    }

    /// Whether their stage contradicts ours, rather than being only late.
    fn disagrees(&self, theirs: Stage) -> bool {
        theirs > self.stage
            || theirs.is_over() && theirs != self.stage && self.stage != Stage::Archived
    }

    /// Reads the data of a message that came in time or late.
    fn take(&mut self, message: &Message, moment: Moment) -> Result<(), Refusal> {
        match message {
            Message::Registered {
                reference: Some(reference),
                ..
            } if self.their_reference.is_none() => {
                self.their_reference = Some(reference.clone());
            }
            Message::Acknowledged {
                reference,
                next_date,
                ..
            } => {
                self.their_reference = Some(reference.clone());
                self.next_date = *next_date;
            }
            Message::InfoRequested { items, .. } | Message::Consultation { items, .. } => {
                self.add_asked(items)
            }
            Message::Answered {
                changes,
                items,
                note,
                ..
            } => {
                let act = Answer {
                    changes: changes.clone(),
                    items: items.clone(),
                    note: note.clone(),
                };
                self.take_answer(&act, moment)?;
            }
            Message::Accepted {
                conditions,
                refused,
                ..
            } => self.take_acceptance(conditions, refused),
            Message::Refused { .. } if self.stage == Stage::Refused => {
                self.set_measures(&[], MeasureStage::Refused);
            }
            Message::InExecution {
                progress: false, ..
            } => self.raise_measures(MeasureStage::InExecution),
            Message::PartlyExecuted { report, .. } => self.take_report(report),
            Message::Executed { report, .. } => {
                let whole = Report {
                    measures: Vec::new(),
                    ..report.clone()
                };
                self.take_report(&whole);
            }
            Message::Returned {
                items, certificate, ..
            } => self.take_return(items, certificate),
            Message::ReturnReceived { verified, .. } => self.take_verified(verified, moment.at),
            _ => {}
        }
        Ok(())
    }

    /// Moves measures ahead, never back.
    fn raise_measures(&mut self, stage: MeasureStage) {
        for measure in self
            .measures
            .iter_mut()
            .filter(|measure| measure.stage != MeasureStage::Refused)
        {
            measure.stage = measure.stage.max(stage);
        }
    }

    fn take_acceptance(&mut self, conditions: &[String], refused: &[RefusedMeasure]) {
        self.conditions = conditions.to_vec();
        self.raise_measures(MeasureStage::Accepted);
        let indexes: Vec<usize> = refused.iter().map(|measure| measure.index).collect();
        if !indexes.is_empty() {
            self.set_measures(&indexes, MeasureStage::Refused);
        }
    }

    fn take_return(&mut self, items: &[EvidenceItem], certificate: &str) {
        self.certificate = Some(certificate.to_owned());
        for item in items {
            match self.evidence.iter().find(|known| known.id == item.id) {
                Some(known) if known.sha256 != item.sha256 => {
                    self.dispute = Some(format!("evidence:{}", item.id));
                }
                Some(_) => {}
                None if self.evidence.len() < limits::EVIDENCE_ITEMS_MAX => {
                    self.evidence.push(EvidenceItem {
                        blob: None,
                        verified: None,
                        ..item.clone()
                    });
                }
                None => self.dispute = Some("evidence:too-many".to_owned()),
            }
        }
    }

    fn take_verified(&mut self, verified: &[(EvidenceId, bool)], at: Timestamp) {
        for item in &mut self.evidence {
            if let Some((_, ok)) = verified.iter().find(|(id, _)| *id == item.id) {
                item.verified = Some(Verified { at, ok: *ok });
            }
        }
    }

    /// A message of a later version: kept by its kind, flagged, its bytes stay with the envelope.
    fn keep_unknown(&self, message: &Message, envelope: Digest, now: Timestamp) -> Outcome {
        let re = message.re();
        if re.as_ref().is_some_and(|re| re.request != self.id) {
            return Err(Refusal::new("WRONG-REQUEST"));
        }
        let authority = re.as_ref().map(|re| re.authority.clone());
        let by = By {
            state: self.partner().clone(),
            authority,
            role: None,
            officer: None,
        };
        let at = re.map_or(now, |re| re.at);
        let kind: String = message
            .kind()
            .chars()
            .filter(|c| !check::is_hostile(*c))
            .take(limits::REFERENCE_CHARS_MAX)
            .collect();
        let next = self.note(
            "message.unknown",
            Moment::told(by, at, envelope, now).text(&kind),
        )?;
        Ok((next, Vec::new()))
    }

    /// The request itself once more. The same content changes nothing; another content under the same id is a dispute.
    fn received_again(&self, sent: &RequestSent, envelope: Digest, now: Timestamp) -> Outcome {
        self.only(Side::Incoming)?;
        if self.content_sha256 == Some(sent.content_sha256) {
            return Ok((self.clone(), Vec::new()));
        }
        let by = By {
            state: sent.from.clone(),
            authority: Some(sent.re.authority.clone()),
            role: None,
            officer: None,
        };
        let moment = Moment::told(by, sent.re.at, envelope, now);
        let mut next = self.note("request.received_differently", moment)?;
        next.dispute = Some("content".to_owned());
        Ok((next, Vec::new()))
    }
}
