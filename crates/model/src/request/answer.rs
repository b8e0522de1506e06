//! The requesting side's answers. The content that was sent stays frozen; what is added stands beside it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::life::{Moment, person};
use super::{AskedItem, Change, Effect, Outcome, Request, Side, Standing, Supplement, check};
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
        check::at_most("/items", act.items.len(), limits::ASKED_ITEMS_MAX)?;
        let mut items = Vec::new();
        for index in &act.items {
            let unknown = || {
                Refusal::new("ITEM-UNKNOWN")
                    .at("/items")
                    .with("index", index)
            };
            items.push(self.asked.get(*index).cloned().ok_or_else(unknown)?);
        }
        self.check_answer(act)?;
        let note = act.note.as_deref();
        let moment = self.ours(by, now);
        let event = moment.clone().text(note.unwrap_or_default());
        let mut next = self.step("request.answered", self.fold().after_answer(), event)?;
        next.take_answer(&act.changes, &items, note, moment)?;
        let message = Message::Answered {
            re: next.re(by),
            changes: act.changes.clone(),
            items,
            note: act.note.clone(),
        };
        Ok((next, vec![Effect::Send(message)]))
    }

    /// Kinds of measures that an answer would add to what is asked for.
    #[must_use]
    pub fn measures_added(&self, act: &Answer) -> Vec<String> {
        let mut content = self.content_now();
        let held = check::measures(&content);
        for change in &act.changes {
            // What does not fit is refused by the answer itself.
            let _ = check::set(&mut content, change);
        }
        let now = check::measures(&content).into_iter().map(|m| m.kind);
        now.filter(|kind| held.iter().all(|m| m.kind != *kind))
            .collect()
    }

    /// The content with everything that was added later, in the order in which it came. A change that no longer fits
    /// is left out here; it still stands in `supplements`.
    pub fn content_now(&self) -> Value {
        let added = self.supplements.iter();
        added.fold(self.content.clone(), changed)
    }

    /// The content as it was at first and after each addition: what was said once was said, whatever was said later.
    pub(super) fn contents(&self) -> impl Iterator<Item = Value> + '_ {
        let later = self
            .supplements
            .iter()
            .scan(self.content.clone(), |content, added| {
                *content = changed(content.clone(), added);
                Some(content.clone())
            });
        std::iter::once(self.content.clone()).chain(later)
    }

    fn check_answer(&self, act: &Answer) -> Result<(), Refusal> {
        check_shape(&act.changes, act.note.as_deref())?;
        let mut content = self.content_now();
        for change in &act.changes {
            check::set(&mut content, change)?;
        }
        check::content(&content)
    }

    /// Enters an answer; both sides do it alike. An urgent request that owes nothing more is thereby completed.
    pub(super) fn take_answer(
        &mut self,
        changes: &[Change],
        answered: &[AskedItem],
        note: Option<&str>,
        moment: Moment,
    ) -> Result<(), Refusal> {
        check::at_most(
            "/supplements",
            self.supplements.len() + 1,
            limits::SUPPLEMENTS_MAX,
        )?;
        let owed = self.outstanding().next().is_some();
        for item in &mut self.asked {
            let named = answered.iter().any(|other| same_item(item, other));
            item.answered |= named || answers(item, changes, note.filter(|_| answered.is_empty()));
        }
        self.supplements.push(Supplement {
            at: moment.at,
            changes: changes.to_vec(),
            note: note.map(str::to_owned),
        });
        self.supplements.sort_by_key(|supplement| supplement.at);
        let urgent = matches!(self.standing, Standing::UrgentCompletion { .. });
        let all_here = owed && self.outstanding().next().is_none();
        if urgent && all_here && !self.has_happened("request.completed") {
            *self = self.note("request.completed", moment)?;
        }
        Ok(())
    }
}

/// The content with what a supplement changes in it; a change that does not fit is left out.
fn changed(mut content: Value, added: &Supplement) -> Value {
    for change in &added.changes {
        let before = content.clone();
        if check::set(&mut content, change).is_err() || check::content(&content).is_err() {
            content = before;
        }
    }
    content
}

/// The same question, whatever its place in the list of either side.
fn same_item(a: &AskedItem, b: &AskedItem) -> bool {
    (&a.code, &a.field, &a.text) == (&b.code, &b.field, &b.text)
}

/// Shape of an answer, from ours or the other side.
pub(super) fn check_shape(changes: &[Change], note: Option<&str>) -> Result<(), Refusal> {
    let note = note.unwrap_or_default();
    if changes.is_empty() && note.trim().is_empty() {
        return Err(Refusal::new("MISSING").at("/note"));
    }
    check::optional("/note", note, limits::NOTE_CHARS_MAX)?;
    check::at_most("/changes", changes.len(), limits::CHANGES_MAX)?;
    for change in changes {
        if !check::is_pointer(&change.pointer) || change.pointer.is_empty() {
            return Err(Refusal::new("POINTER").at(change.pointer.clone()));
        }
        check::value(&change.pointer, &change.value)?;
    }
    Ok(())
}

/// Whether a change touches the field of the item, or, for a question about no field, whether there are words.
fn answers(item: &AskedItem, changes: &[Change], note: Option<&str>) -> bool {
    if item.field.is_empty() {
        return note.is_some_and(|note| !note.trim().is_empty());
    }
    let within = |inner: &str, outer: &str| {
        inner
            .strip_prefix(outer)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    changes
        .iter()
        .any(|change| within(&change.pointer, &item.field) || within(&item.field, &change.pointer))
}
