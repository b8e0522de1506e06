//! What is said about applications: another State asks, or answers. This State asks itself in the same way, without an envelope.

use jiff::Timestamp;
use model::access::{Access, Answer, Enquiry, Question};
use model::{Actor, ApplicationId, Object, Refusal, StateCode, Verb};
use store::Tx;

use super::enquiries::{enquiry_row, row as enquiry};
use super::{application_row, load, row};
use crate::error::Result;
use crate::exchange::inbox::Letter;
use crate::office::Office;
use crate::records::{row_of, today};

/// Take in a message about an application. Answers what it was about.
pub(crate) async fn received(
    office: &Office,
    tx: &mut Tx,
    (letter, what): (Letter, Access),
    now: Timestamp,
) -> Result<String> {
    let from = letter.from.card.card.code;
    let actor = Actor::Peer {
        state: from.clone(),
    };
    let object = Object::envelope(office.state(), &from);
    model::may(&actor, Verb::ReceiveEnvelope, &object, now)?;
    match what {
        Access::Asked { id, question } => asked(office, tx, (id, &from), question, now).await,
        Access::Answered { id, answer } => answered(office, tx, (id, &from), answer, now).await,
    }
}

/// A State asks about an applicant. The same question again changes nothing, another under its name is refused.
pub(super) async fn asked(
    office: &Office,
    tx: &mut Tx,
    (id, from): (ApplicationId, &StateCode),
    question: Question,
    now: Timestamp,
) -> Result<String> {
    let name = enquiry_row(from, id);
    let one = Enquiry::arrive((id, from.clone()), question, today(now))?;
    let Some(before) = tx.record(&name).await? else {
        tx.put_record(&enquiry(office, &one, now)?).await?;
        return Ok(name);
    };
    // One whose time is over has no body any more, and is not revived.
    if !before.body.is_empty() && row_of::<Enquiry>(&before)?.question != one.question {
        return Err(Refusal::new("ACCESS-ASKED").into());
    }
    Ok(name)
}

/// A State answers about an applicant of ours.
pub(super) async fn answered(
    office: &Office,
    tx: &mut Tx,
    (id, from): (ApplicationId, &StateCode),
    answer: Answer,
    now: Timestamp,
) -> Result<String> {
    // To whoever was not asked, an application of another is no more there than none at all.
    let not_asked = || Refusal::new("ACCESS-NOT-ASKED").with("state", from);
    let (before, created) = match load(tx, id).await {
        Err(error) if error.code() == "NOT-FOUND" => return Err(not_asked().into()),
        other => other?,
    };
    if let Some(next) = before.hear((from, answer), today(now))? {
        tx.put_record(&row(office, &next, created)?).await?;
    }
    Ok(application_row(id))
}
