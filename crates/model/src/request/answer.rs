//! The requesting side's answers. The content that was sent stays frozen; what is added stands beside it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::life::{Moment, person};
use super::{
    AskedItem, Change, Effect, Outcome, Request, Side, Stage, Standing, Supplement, check,
};
use crate::actor::By;
use crate::limits;
use crate::message::Message;
use crate::refusal::Refusal;

/// Answer what the other side asked, or bring what an urgent request still owes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// New values by JSON Pointer.
    pub changes: Vec<Change>,
    /// Positions in `asked` that this answers, beside those whose field a change touches.
    pub items: Vec<usize>,
    /// In words.
    pub note: Option<String>,
}

impl Request {
    /// Answers.
    ///
    /// # Errors
    /// `MISSING` when it says nothing, `POINTER`, `ITEM-UNKNOWN`, `TOO-MANY`, `TOO-LONG`, `STAGE`, `SIDE`, `PERSON`.
    pub fn answer(&self, act: &Answer, by: &By, now: Timestamp) -> Outcome {
        self.only(Side::Outgoing)?;
        person(by)?;
        if let Some(index) = act.items.iter().find(|index| **index >= self.asked.len()) {
            return Err(Refusal::new("ITEM-UNKNOWN")
                .at("/items")
                .with("index", index));
        }
        self.check_answer(act)?;
        let note = act.note.as_deref().unwrap_or_default();
        let mut next = self.step(
            "request.answered",
            self.after_answer(),
            Moment::ours(by, now).text(note),
        )?;
        next.take_answer(act, Moment::ours(by, now))?;
        let message = Message::Answered {
            re: self.re(by, now),
            changes: act.changes.clone(),
            items: act.items.clone(),
            note: act.note.clone(),
        };
        Ok((next, vec![Effect::Send(message)]))
    }

    /// The content with everything that was added later, in the order in which it came. A change that no longer fits
    /// is left out here; it still stands in `supplements`.
    pub fn content_now(&self) -> Value {
        let mut content = self.content.clone();
        for change in self
            .supplements
            .iter()
            .flat_map(|supplement| &supplement.changes)
        {
            let before = content.clone();
            if check::set(&mut content, change).is_err() || check::content(&content).is_err() {
                content = before;
            }
        }
        content
    }

    fn check_answer(&self, act: &Answer) -> Result<(), Refusal> {
        check_shape(act)?;
        let mut content = self.content_now();
        for change in &act.changes {
            check::set(&mut content, change)?;
        }
        check::content(&content)
    }

    /// Where an answer leads: back to where the question was asked from.
    pub(super) fn after_answer(&self) -> Stage {
        let asked_from = || {
            let question = self
                .events
                .iter()
                .rev()
                .find(|event| event.stage_to == Stage::InfoRequested);
            question.map_or(Stage::Acknowledged, |event| event.stage_from)
        };
        match self.stage {
            Stage::Consultation => Stage::Acknowledged,
            Stage::InfoRequested => match asked_from() {
                stage @ (Stage::Accepted
                | Stage::PartlyAccepted
                | Stage::InExecution
                | Stage::PartlyExecuted) => stage,
                _ => Stage::Acknowledged,
            },
            stage => stage,
        }
    }

    /// Enters an answer; both sides do it alike. An urgent request that owes nothing more is thereby completed.
    pub(super) fn take_answer(&mut self, act: &Answer, moment: Moment) -> Result<(), Refusal> {
        let owed = self.outstanding().next().is_some();
        for (index, item) in self.asked.iter_mut().enumerate() {
            item.answered |= act.items.contains(&index) || answers(item, act);
        }
        self.supplements.push(Supplement {
            at: moment.at,
            changes: act.changes.clone(),
            note: act.note.clone(),
        });
        let urgent = matches!(self.standing, Standing::UrgentCompletion { .. });
        let all_here = owed && self.outstanding().next().is_none();
        if urgent && all_here && !self.has_happened("request.completed") {
            *self = self.note("request.completed", moment)?;
        }
        Ok(())
    }
}

/// Shape of an answer, from ours or the other side.
pub(super) fn check_shape(act: &Answer) -> Result<(), Refusal> {
    let note = act.note.as_deref().unwrap_or_default();
    if act.changes.is_empty() && note.trim().is_empty() {
        return Err(Refusal::new("MISSING").at("/note"));
    }
    check::optional("/note", note, limits::NOTE_CHARS_MAX)?;
    check::at_most("/changes", act.changes.len(), limits::CHANGES_MAX)?;
    check::at_most("/items", act.items.len(), limits::ASKED_ITEMS_MAX)?;
    for change in &act.changes {
        if !check::is_pointer(&change.pointer) || change.pointer.is_empty() {
            return Err(Refusal::new("POINTER").at(change.pointer.clone()));
        }
        check::value(&change.pointer, &change.value)?;
    }
    Ok(())
}

/// Whether a change touches the field of the item, or, for a question about no field, whether there are words.
fn answers(item: &AskedItem, act: &Answer) -> bool {
    if item.field.is_empty() {
        return act.items.is_empty()
            && act
                .note
                .as_ref()
                .is_some_and(|note| !note.trim().is_empty());
    }
    let within = |inner: &str, outer: &str| {
        inner
            .strip_prefix(outer)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    act.changes
        .iter()
        .any(|change| within(&change.pointer, &item.field) || within(&item.field, &change.pointer))
}
