//! The mirror: what the other side's messages change in our view of the request.
//!
//! Messages may come twice and out of order. Twice changes nothing; the stage follows from all events in the order in
//! which they happened (`fold`), so what comes late takes its place, and both sides end at the same stage. A claim that
//! cannot follow is kept as an event and shown as a dispute.

use jiff::Timestamp;
use jiff::civil::Date;

use super::life::Moment;
use super::{
    Came, EvidenceItem, MeasureStage, Outcome, Request, Side, Verified, check, cost, shape,
};
use crate::actor::By;
use crate::id::{EvidenceId, StateCode};
use crate::limits;
use crate::message::{Message, RequestSent};
use crate::refusal::Refusal;

/// How the event of a message reads.
struct Told {
    verb: &'static str,
    text: String,
    until: Option<Date>,
}

impl Told {
    fn new(verb: &'static str) -> Told {
        Told {
            verb,
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

    fn note(self, note: &Option<String>) -> Told {
        self.text(note.as_deref().unwrap_or_default())
    }

    fn until(self, until: Option<Date>) -> Told {
        Told { until, ..self }
    }
}

impl Request {
    /// Takes in what the other side tells us, in an envelope or by a paper that an officer entered. No effects follow: nothing of ours is done by somebody else's message.
    ///
    /// # Errors
    /// `WRONG-STATE`, `WRONG-REQUEST`, `NOT-FOR-REQUEST`, or a shape refusal: the message is then quarantined.
    pub fn apply(
        &self,
        from: &StateCode,
        message: &Message,
        came: impl Into<Came>,
        now: Timestamp,
    ) -> Outcome {
        let came = came.into();
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
        if self.events.iter().any(|event| came.brought(event)) {
            return same();
        }
        if let Message::Unknown(_) = message {
            return self.keep_unknown(message, came, now);
        }
        let Some(re) = message.re() else {
            return Err(Refusal::new("NOT-FOR-REQUEST").with("kind", message.kind()));
        };
        if re.request != self.id {
            return Err(Refusal::new("WRONG-REQUEST").with("number", &re.number));
        }
        shape::message(message, self.measures.len())?;
        if let Message::Request(sent) = message {
            return self.received_again(sent, came, now);
        }
        let by = By {
            state: from.clone(),
            authority: Some(re.authority.clone()),
            role: None,
            officer: None,
        };
        let mut moment = Moment::told(by, re.at, came, now);
        if let Message::Step { step, .. } = message {
            moment = moment.said(step);
        }
        let Some(told) = self.read(message) else {
            let next = self.note("message.unexpected", moment.text(message.kind()))?;
            return Ok((next, Vec::new()));
        };
        if self.knows(told.verb, &moment) {
            return same();
        }
        let text = moment.clone().text(&told.text).until(told.until);
        let mut next = self.note(told.verb, text)?;
        next.settle();
        next.take(message, moment)?;
        Ok((next, Vec::new()))
    }

    /// The same act of theirs, in another envelope (a stream that began anew sends again).
    fn knows(&self, verb: &str, moment: &Moment) -> bool {
        self.events.iter().any(|event| {
            event.verb == verb && event.at == moment.at && event.by.state == moment.by.state
        })
    }

    /// How the event of the message reads; `None` when it is not theirs to say.
    fn read(&self, message: &Message) -> Option<Told> {
        if let Message::Step { step, .. } = message {
            return self.step_told(step).map(|verb| {
                let text = step.text.as_deref().unwrap_or_default();
                Told::new(verb).text(text).until(step.until)
            });
        }
        match self.side {
            Side::Outgoing => read_from_requested(message),
            Side::Incoming => read_from_requesting(message),
        }
    }

    /// Takes the stage that follows from all events, and notes where the other side claims one that cannot follow.
    pub(super) fn settle(&mut self) {
        let folded = self.fold();
        let of_stage = self
            .dispute
            .as_ref()
            .is_none_or(|dispute| dispute.starts_with("request.") || dispute.starts_with("step."));
        if of_stage {
            let claim = folded
                .contradicted
                .last()
                .and_then(|index| self.events.get(*index));
            self.dispute = claim.map(|event| event.verb.clone());
        }
        // What has ended here does not come to life by what somebody else says it did before.
        if !self.stage.is_over() || folded.stage.is_over() {
            self.arrive(folded.stage);
        }
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
                check::items("/items", items, self.asked.len())?;
                self.add_asked(items);
            }
            Message::Answered {
                changes,
                items,
                note,
                ..
            } => {
                self.take_answer(changes, items, note.as_deref(), moment)?;
            }
            Message::Accepted {
                conditions,
                measures,
                refused,
                ..
            } => {
                let mut accepted = self.named_or_movable(measures, MeasureStage::Accepted);
                accepted.retain(|index| refused.iter().all(|one| one.index != *index));
                self.take_acceptance(conditions, &accepted, refused);
            }
            Message::Refused { ground, .. } if !self.fold().accepted => {
                self.grounds.insert(*ground);
                self.set_measures(&self.all_measures(), MeasureStage::Refused);
            }
            Message::InExecution {
                progress: false,
                measures,
                ..
            } => {
                let begun = self.named_or_movable(measures, MeasureStage::InExecution);
                self.set_measures(&begun, MeasureStage::InExecution);
            }
            Message::PartlyExecuted { report, .. } | Message::Executed { report, .. } => {
                self.take_report(report);
            }
            Message::Returned {
                items, certificate, ..
            } => self.take_return(items, certificate),
            Message::ReturnReceived { verified, .. } => self.take_verified(verified, moment.at),
            Message::CostProposed { cost, .. } => self.take_cost(cost),
            Message::CostAnswered { answer, .. } => self.take_cost_answer(answer),
            Message::Step { step, .. } => self.take_step_in(step, moment.by.state == self.to),
            _ => {}
        }
        Ok(())
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
    fn keep_unknown(&self, message: &Message, came: Came, now: Timestamp) -> Outcome {
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
            Moment::told(by, at, came, now).text(&kind),
        )?;
        Ok((next, Vec::new()))
    }

    /// The request itself once more. The same content changes nothing; another content under the same id is a dispute.
    fn received_again(&self, sent: &RequestSent, came: Came, now: Timestamp) -> Outcome {
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
        let moment = Moment::told(by, sent.re.at, came, now);
        let mut next = self.note("request.received_differently", moment)?;
        next.dispute = Some("content".to_owned());
        Ok((next, Vec::new()))
    }
}

fn read_from_requested(message: &Message) -> Option<Told> {
    Some(match message {
        Message::Registered { reference, .. } => Told::new("request.registered").note(reference),
        Message::Acknowledged {
            reference,
            next_date,
            ..
        } => Told::new("request.acknowledged")
            .text(reference)
            .until(*next_date),
        Message::InfoRequested { answer_by, .. } => {
            Told::new("request.info_requested").until(*answer_by)
        }
        Message::Consultation { answer_by, .. } => {
            Told::new("request.consultation_opened").until(*answer_by)
        }
        Message::Accepted {
            reasons,
            conditions,
            refused,
            ..
        } => {
            let verb = match (refused.is_empty(), conditions.is_empty()) {
                (false, _) => "request.partly_accepted",
                (true, false) => "request.accepted_with_conditions",
                (true, true) => "request.accepted",
            };
            Told::new(verb).text(reasons)
        }
        Message::Postponed {
            reasons, review_by, ..
        } => Told::new("request.postponed")
            .text(reasons)
            .until(*review_by),
        Message::Refused { reasons, .. } => Told::new("request.refused").text(reasons),
        Message::InExecution {
            progress: false,
            note,
            ..
        } => Told::new("request.execution_begun").note(note),
        Message::InExecution { note, .. } => Told::new("request.progressed").note(note),
        Message::PartlyExecuted { report, .. } => {
            Told::new("request.partly_executed").text(&report.what)
        }
        Message::Executed { report, .. } => Told::new("request.executed").text(&report.what),
        Message::Returned { partial: true, .. } => Told::new("evidence.partly_returned"),
        Message::Returned { .. } => Told::new("evidence.returned"),
        Message::CostProposed { cost, .. } => {
            Told::new("cost.proposed").text(&cost::said(&cost.noted))
        }
        Message::Lapsed { reason_code, .. } => Told::new("request.lapsed").text(reason_code),
        Message::Closed { note, .. } => Told::new("request.closed").note(note),
        _ => return None,
    })
}

fn read_from_requesting(message: &Message) -> Option<Told> {
    Some(match message {
        Message::Answered { note, .. } => Told::new("request.answered").note(note),
        Message::CostAnswered { answer, .. } => {
            Told::new(cost::verb_of(answer.agreed)).note(&answer.note)
        }
        Message::ReturnReceived { .. } => Told::new("evidence.received"),
        Message::Withdrawn { reason, .. } => Told::new("request.withdrawn").text(reason),
        Message::Lapsed { reason_code, .. } => Told::new("request.lapsed").text(reason_code),
        Message::Closed { note, .. } => Told::new("request.closed").note(note),
        _ => return None,
    })
}
