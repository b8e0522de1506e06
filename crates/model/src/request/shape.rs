//! Shape checks of messages from the other side: whatever they wrote keeps within our limits, or is refused by its field.

use super::{AskedItem, answer, check, decide, evidence, execute};
use crate::limits;
use crate::message::Message;
use crate::refusal::Refusal;

/// Shape of what the other side wrote.
#[expect(clippy::too_many_lines, reason = "one arm for each kind of message")]
pub(super) fn message(message: &Message, measures: usize) -> Result<(), Refusal> {
    let note = |text: &Option<String>| {
        check::optional(
            "/note",
            text.as_deref().unwrap_or_default(),
            limits::NOTE_CHARS_MAX,
        )
    };
    let reasons = |text: &str| check::optional("/reasons", text, limits::NOTE_CHARS_MAX);
    match message {
        Message::Registered { reference, .. } => {
            let reference = reference.as_deref().unwrap_or_default();
            check::optional("/reference", reference, limits::REFERENCE_CHARS_MAX)
        }
        Message::Acknowledged {
            reference,
            officer_function,
            ..
        } => {
            check::required("/reference", reference, limits::REFERENCE_CHARS_MAX)?;
            check::optional(
                "/officer_function",
                officer_function,
                limits::TITLE_CHARS_MAX,
            )
        }
        Message::InfoRequested { items, .. } | Message::Consultation { items, .. } => {
            check_items(items)
        }
        Message::Answered {
            changes,
            items,
            note,
            ..
        } => {
            answer::check_shape(changes, note.as_deref())?;
            check_items(items)
        }
        Message::Accepted {
            reasons: text,
            conditions,
            measures: accepted,
            refused,
            ..
        } => {
            reasons(text)?;
            decide::check_conditions(conditions)?;
            check::at_most("/measures", accepted.len(), limits::MEASURES_MAX)?;
            check::at_most("/refused", refused.len(), limits::MEASURES_MAX)?;
            refused
                .iter()
                .try_for_each(|measure| reasons(&measure.reasons))
        }
        Message::Postponed { reasons: text, .. } | Message::Refused { reasons: text, .. } => {
            reasons(text)
        }
        Message::InExecution {
            note: text,
            measures: begun,
            ..
        } => {
            check::at_most("/measures", begun.len(), limits::MEASURES_MAX)?;
            note(text)
        }
        Message::Closed { note: text, .. } => note(text),
        Message::PartlyExecuted { report, .. } | Message::Executed { report, .. } => {
            execute::check_report(report, measures)
        }
        Message::Returned {
            items, certificate, ..
        } => {
            check::optional("/certificate", certificate, limits::NOTE_CHARS_MAX)?;
            check::at_most("/items", items.len(), limits::EVIDENCE_ITEMS_MAX)?;
            items.iter().try_for_each(evidence::check_item)
        }
        Message::ReturnReceived { verified, .. } => {
            check::at_most("/verified", verified.len(), limits::EVIDENCE_ITEMS_MAX)
        }
        Message::Lapsed { reason_code, .. } => {
            check::optional("/reason_code", reason_code, limits::REFERENCE_CHARS_MAX)
        }
        Message::Step { step, .. } => step.check_shape(measures),
        Message::CostProposed { cost, .. } => cost.noted.check(measures),
        Message::CostAnswered { answer, .. } => note(&answer.note),
        Message::Withdrawn { reason, .. } => {
            check::optional("/reason", reason, limits::NOTE_CHARS_MAX)
        }
        Message::Request(_)
        | Message::Receipt { .. }
        | Message::Card { .. }
        | Message::Missing { .. }
        | Message::Sharing { .. }
        | Message::Access { .. }
        | Message::Unknown(_) => Ok(()),
    }
}

fn check_items(items: &[AskedItem]) -> Result<(), Refusal> {
    check::items("/items", items, 0)
}
