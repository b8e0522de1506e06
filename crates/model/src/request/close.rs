//! The ends: withdraw, close, lapse, archive. None of them deletes anything.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::life::person;
use super::{Effect, Outcome, Request, Side, Stage, Standing, check};
use crate::actor::By;
use crate::limits;
use crate::message::Message;
use crate::refusal::Refusal;

/// Take it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdraw {
    /// Why (UNTOC 18(24): the requested State is told when it is no longer needed).
    pub reason: String,
}

/// Close it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Close {
    /// In words.
    pub note: Option<String>,
}

/// Let it lapse, or file it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// The rule, by code.
    pub reason_code: String,
}

impl Request {
    /// Takes it back, whatever has become of it, until it is closed; the other side is told if it was handed out.
    ///
    /// # Errors
    /// `MISSING` without a reason, `STAGE` once it is withdrawn or closed, `SIDE`, `PERSON`.
    pub fn withdraw(&self, act: &Withdraw, by: &By, now: Timestamp) -> Outcome {
        self.only(Side::Outgoing)?;
        person(by)?;
        check::required("/reason", &act.reason, limits::NOTE_CHARS_MAX)?;
        let moment = self.ours(by, now).text(&act.reason);
        let next = self.step("request.withdrawn", Stage::Withdrawn, moment)?;
        let told = Effect::Send(Message::Withdrawn {
            re: next.re(by),
            reason: act.reason.clone(),
        });
        let effects = if self.has_happened("request.sent") {
            vec![told]
        } else {
            Vec::new()
        };
        Ok((next, effects))
    }

    /// Closes it; the other side is told if it ever had it.
    ///
    /// # Errors
    /// `STAGE` when there is still something to do, `PERSON`, `TOO-LONG`.
    pub fn close(&self, act: &Close, by: &By, now: Timestamp) -> Outcome {
        person(by)?;
        let note = act.note.as_deref().unwrap_or_default();
        check::optional("/note", note, limits::NOTE_CHARS_MAX)?;
        let undecided = matches!(
            self.stage,
            Stage::Registered | Stage::Acknowledged | Stage::InfoRequested
        );
        if undecided && self.standing != Standing::Consultation {
            return Err(Refusal::new("STAGE")
                .with("verb", "request.closed")
                .with("stage", self.stage));
        }
        let next = self.step(
            "request.closed",
            Stage::Closed,
            self.ours(by, now).text(note),
        )?;
        let told = Effect::Send(Message::Closed {
            re: next.re(by),
            note: act.note.clone(),
        });
        // What never went out is closed in silence.
        let known = self.side == Side::Incoming || self.has_happened("request.sent");
        Ok((next, if known { vec![told] } else { Vec::new() }))
    }

    /// Lets it lapse, because its time has passed: on the requesting side before it was delivered, on the requested side
    /// before it was decided; the other side is told.
    ///
    /// # Errors
    /// `STAGE`, `MISSING`.
    pub fn lapse(&self, act: &File, by: &By, now: Timestamp) -> Outcome {
        check::required(
            "/reason_code",
            &act.reason_code,
            limits::REFERENCE_CHARS_MAX,
        )?;
        if self.side == Side::Outgoing && self.stage >= Stage::Delivered {
            return Err(Refusal::new("STAGE")
                .with("verb", "request.lapsed")
                .with("stage", self.stage));
        }
        let moment = self.ours(by, now).text(&act.reason_code);
        let next = self.step("request.lapsed", Stage::Lapsed, moment)?;
        let told = Message::Lapsed {
            re: next.re(by),
            reason_code: act.reason_code.clone(),
        };
        let effects = if self.stage.is_unsent() {
            Vec::new()
        } else {
            vec![Effect::Send(told)]
        };
        Ok((next, effects))
    }

    /// Files it for its retention period.
    ///
    /// # Errors
    /// `STAGE`, `MISSING`.
    pub fn archive(&self, act: &File, by: &By, now: Timestamp) -> Outcome {
        check::required(
            "/reason_code",
            &act.reason_code,
            limits::REFERENCE_CHARS_MAX,
        )?;
        let moment = self.ours(by, now).text(&act.reason_code);
        Ok((
            self.step("request.archived", Stage::Archived, moment)?,
            Vec::new(),
        ))
    }
}
