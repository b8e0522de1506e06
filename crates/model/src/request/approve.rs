//! From the second person to the other State's disk: validate, approve, give back, send, and what the outbox reports.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::draft::{Findings, check_standing};
use super::life::{Moment, person, second_person};
use super::{
    AskedItem, Came, Effect, Outcome, Request, SecondSignature, Side, Stage, Standing, check, fold,
};
use crate::actor::By;
use crate::id::{Digest, OfficerId};
use crate::limits;
use crate::message::{Message, ReceiptKind, RequestSent};
use crate::refusal::Refusal;

/// Validate (a judge) or sign (the second person) exactly this content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approve {
    /// SHA-256 of the canonical content that the person has read.
    pub content_sha256: Digest,
    /// In words.
    pub note: Option<String>,
}

/// Give it back to the author.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnToAuthor {
    /// What is to be done.
    pub reason: String,
}

/// Send it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Send {
    /// SHA-256 of the canonical content as it will travel.
    pub content_sha256: Digest,
    /// What the validator says of it now.
    pub findings: Findings,
    /// The authority has declared single-officer mode: it may go without a second signature, and says so.
    pub single_officer: bool,
}

impl Request {
    /// The persons who cannot be its second person.
    pub fn hands(&self) -> Vec<OfficerId> {
        let last = [self.author, self.edited_by, self.submitted_by];
        last.into_iter()
            .flatten()
            .chain(self.editors.iter().copied())
            .collect()
    }

    /// A judge validates it; it then still needs approval.
    ///
    /// # Errors
    /// `FOUR-EYES`, `STAGE`, `PERSON`.
    pub fn validate(&self, act: &Approve, by: &By, now: Timestamp) -> Outcome {
        let judge = second_person(by, &self.hands())?;
        let note = act.note.as_deref().unwrap_or_default();
        check::optional("/note", note, limits::NOTE_CHARS_MAX)?;
        let mut next = self.step(
            "request.validated",
            Stage::Review,
            self.ours(by, now).text(note),
        )?;
        next.validated_by = Some(judge);
        next.content_sha256 = Some(act.content_sha256);
        Ok((next, Vec::new()))
    }

    /// The second person signs.
    ///
    /// # Errors
    /// `FOUR-EYES` for the author, every editor and the submitter; `VALIDATION` when a judge must come first;
    /// `CONTENT-CHANGED` when the judge validated something else; `STAGE`.
    pub fn approve(&self, act: &Approve, by: &By, now: Timestamp) -> Outcome {
        let officer = second_person(by, &self.hands())?;
        let authority = by.authority.clone().ok_or(Refusal::new("PERSON"))?;
        if by.state != self.from {
            return Err(Refusal::new("NOT-ALLOWED"));
        }
        self.check_validated(act.content_sha256)?;
        let note = act.note.as_deref().unwrap_or_default();
        check::optional("/note", note, limits::NOTE_CHARS_MAX)?;
        let mut next = self.step(
            "request.approved",
            Stage::Approved,
            self.ours(by, now).text(note),
        )?;
        next.approver = Some(officer);
        next.second = Some(SecondSignature::Domestic { officer, authority });
        next.content_sha256 = Some(act.content_sha256);
        Ok((next, Vec::new()))
    }

    /// Whether a judge must validate it before anybody approves it.
    #[must_use]
    pub fn waits_for_judge(&self) -> bool {
        self.validation_needed && self.validated_by.is_none()
    }

    fn check_validated(&self, content_sha256: Digest) -> Result<(), Refusal> {
        if self.waits_for_judge() {
            return Err(Refusal::new("VALIDATION"));
        }
        if self.validated_by.is_some() && self.content_sha256 != Some(content_sha256) {
            return Err(Refusal::new("CONTENT-CHANGED"));
        }
        Ok(())
    }

    /// Gives it back to the author; validation and approval fall away.
    ///
    /// # Errors
    /// `MISSING` without a reason, `STAGE`.
    pub fn return_to_author(&self, act: &ReturnToAuthor, by: &By, now: Timestamp) -> Outcome {
        person(by)?;
        check::required("/reason", &act.reason, limits::NOTE_CHARS_MAX)?;
        let moment = self.ours(by, now).text(&act.reason);
        let mut next = self.step("request.returned_to_author", Stage::Draft, moment)?;
        next.submitted_by = None;
        next.validated_by = None;
        next.approver = None;
        next.second = None;
        next.content_sha256 = None;
        Ok((next, Vec::new()))
    }

    /// Sends it; from here on the content is frozen.
    ///
    /// # Errors
    /// `NOT-APPROVED`, `CONTENT-CHANGED`, `BLOCKED`, `REASON-MISSING`, `VALIDATION`, `LABEL-RECIPIENT` when the label
    /// keeps it from the addressee, `STAGE`.
    pub fn send(&self, act: &Send, by: &By, now: Timestamp) -> Outcome {
        person(by)?;
        let second = match (&self.second, act.single_officer) {
            (Some(second), _) if self.stage == Stage::Approved => second.clone(),
            (None, true) if self.stage == Stage::Review => SecondSignature::None,
            _ if self.stage == Stage::Approved || self.stage == Stage::Review => {
                return Err(Refusal::new("NOT-APPROVED"));
            }
            _ => {
                return Err(Refusal::new("STAGE")
                    .with("verb", "request.sent")
                    .with("stage", self.stage));
            }
        };
        self.check_validated(act.content_sha256)?;
        if self
            .content_sha256
            .is_some_and(|approved| approved != act.content_sha256)
        {
            return Err(Refusal::new("CONTENT-CHANGED"));
        }
        self.check_findings(&act.findings)?;
        check_standing(&self.standing, self.author, now)?;
        let addressed = self
            .label
            .releasable_to
            .as_ref()
            .is_none_or(|states| states.contains(self.to.as_str()));
        if !addressed {
            return Err(Refusal::new("LABEL-RECIPIENT")
                .at("/label/releasable_to")
                .with("to", &self.to));
        }
        let mut next = self.step("request.sent", Stage::Queued, self.ours(by, now))?;
        next.second = Some(second);
        next.content_sha256 = Some(act.content_sha256);
        if matches!(self.standing, Standing::UrgentCompletion { .. }) {
            next.asked = outstanding(&act.findings);
        }
        let message = next.as_message(act.content_sha256, by);
        Ok((next, vec![Effect::Send(message)]))
    }

    fn as_message(&self, content_sha256: Digest, by: &By) -> Message {
        let re = super::Re {
            authority: self.from_authority.clone(),
            ..self.re(by)
        };
        Message::Request(Box::new(self.as_sent(re, content_sha256)))
    }

    /// The request as it travels.
    pub(super) fn as_sent(&self, re: super::Re, content_sha256: Digest) -> RequestSent {
        RequestSent {
            re,
            from: self.from.clone(),
            to: self.to.clone(),
            to_authority: self.to_authority.clone(),
            template: self.template.clone(),
            template_version: self.template_version,
            relation: self.relation,
            parent: self.parent,
            urgency: self.urgency,
            standing: self.standing.clone(),
            second: self.second.clone().unwrap_or(SecondSignature::None),
            content: self.content.clone(),
            content_sha256,
            lang: self.lang,
            label: self.label.clone(),
            findings_accepted: self.findings_accepted.clone(),
            outstanding: self.asked.clone(),
        }
    }

    /// The outbox has sealed it into this envelope.
    ///
    /// # Errors
    /// `STAGE`.
    pub fn sealed(&self, envelope: Digest, by: &By, now: Timestamp) -> Outcome {
        let mut next = self.step(
            "request.sealed",
            self.stage,
            self.ours(by, now).envelope(envelope),
        )?;
        next.envelope = Some(envelope);
        Ok((next, Vec::new()))
    }

    /// A receipt came in, for the envelope that carried the request or for a later one. The latter changes nothing:
    /// what it says of its own envelope is kept with the envelope.
    ///
    /// # Errors
    /// `SIDE` on the incoming side of a receipt for the request itself; `TOO-MANY` events.
    pub fn receipted(
        &self,
        receipt: ReceiptKind,
        came: impl Into<Came>,
        at: Timestamp,
        now: Timestamp,
    ) -> Outcome {
        let came = came.into();
        let sealed = |sealed: Digest| came.envelope().is_none_or(|envelope| sealed == envelope);
        let ours = self.side == Side::Outgoing && self.envelope.is_none_or(sealed);
        let verb = match receipt {
            ReceiptKind::R1 | ReceiptKind::R2 => "request.transmitted",
            ReceiptKind::R3 => "request.delivered",
            ReceiptKind::R4 | ReceiptKind::R5 => return Ok((self.clone(), Vec::new())),
        };
        let known = self.has_happened(verb);
        let sent = !self.stage.is_unsent() && self.has_happened("request.sent");
        if !ours || known || !sent {
            return Ok((self.clone(), Vec::new()));
        }
        let by = By {
            state: self.to.clone(),
            authority: None,
            role: None,
            officer: None,
        };
        // No receipt is older than what it is for, whatever the giver's clock says.
        let sent = self
            .events
            .iter()
            .find(|event| event.verb == "request.sent");
        let at = sent.map_or(at, |sent| at.max(fold::after(sent.at)));
        let envelope = came.envelope();
        let mut next = self.note(verb, Moment::told(by, at, came, now))?;
        next.envelope = self.envelope.or(envelope);
        next.settle();
        Ok((next, Vec::new()))
    }
}

/// What is still missing, as items that the sender owes.
fn outstanding(findings: &Findings) -> Vec<AskedItem> {
    findings
        .block
        .iter()
        .take(limits::ASKED_ITEMS_MAX)
        .map(|found| AskedItem {
            code: found.code.clone(),
            field: found.field.clone(),
            text: String::new(),
            answered: false,
        })
        .collect()
}
