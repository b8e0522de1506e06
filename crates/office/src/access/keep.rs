//! What is done on its day: an answer that discloses nothing leaves, and what is kept no longer is destroyed. A person decided about
//! the one, the calendar about the other; a machine answers nobody by itself.

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use model::access::{ApplicationStage, Enquiry, EnquiryStage};
use model::{Actor, Verb};
use store::{Kept, Record, Tx};

use super::enquiries::{ENQUIRY, leave, row};
use super::{APPLICATION, keep};
use crate::error::{Error, Result};
use crate::office::Office;
use crate::records::{over, row_of, today};
use crate::requests::Turn;

/// Stages of applications that end by themselves.
const ENDING: [&str; 4] = [
    ApplicationStage::Received.code(),
    ApplicationStage::Told.code(),
    ApplicationStage::Decided.code(),
    ApplicationStage::Dismissed.code(),
];

/// Send what is due, destroy what is over; how many.
///
/// # Errors
/// If the store cannot be read or written.
pub(crate) async fn round(office: &Office) -> Result<usize> {
    let now = office.now();
    let due = over(office, (ENQUIRY, &[EnquiryStage::Decided.code()]), (now, 0)).await?;
    let answered = over(
        office,
        (ENQUIRY, &[EnquiryStage::Answered.code()]),
        (now, 0),
    )
    .await?;
    let ended = over(office, (APPLICATION, &ENDING), (now, 0)).await?;
    let over = answered.into_iter().chain(ended);
    let all = due.into_iter().map(|row| (row, send as Chore));
    let all = all.chain(over.map(|row| (row, destroy as Chore)));
    let mut done = 0;
    for (row, chore) in all {
        let name = row.head.id.clone();
        match one(office, row, chore).await {
            Ok(()) => done += 1,
            // A State that is a peer no more holds up no other.
            Err(Error::Refused(refusal)) => {
                tracing::warn!(row = name, code = refusal.code, "an answer waits");
            }
            Err(other) => return Err(other),
        }
    }
    if done > 0 {
        office.0.bell.outbox.notify_one();
    }
    Ok(done)
}

type Chore = for<'t> fn(&'t Turn, &'t mut Tx, Record) -> BoxFuture<'t, Result<&'static str>>;

async fn one(office: &Office, found: Record, chore: Chore) -> Result<()> {
    let actor = Actor::worker(office.state(), "retention");
    let turn = Turn::new(office, &actor, Verb::AccessKeep, office.new_act());
    let act = turn.act;
    office
        .act(act, move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<()>>> {
            Box::pin(async move {
                let role = super::permit(&turn, Vec::new())?;
                let name = found.head.id;
                // What somebody has changed since is looked at again.
                let row = tx.record(&name).await?;
                let row = row.filter(|row| row.head.version == found.head.version);
                let what = match row {
                    Some(row) => chore(&turn, tx, row).await?,
                    None => "passed",
                };
                keep(&turn, tx, (role, name, what), ()).await
            })
        })
        .await
}

fn send<'t>(turn: &'t Turn, tx: &'t mut Tx, found: Record) -> BoxFuture<'t, Result<&'static str>> {
    Box::pin(async move {
        let (now, created): (Timestamp, _) = (turn.now, found.head.created);
        let before: Enquiry = row_of(&found)?;
        let Some((next, answer)) = before.post(today(now)) else {
            return Ok("passed");
        };
        tx.put_record(&row(&turn.office, &next, created)?).await?;
        leave(&turn.office, tx, (&next, answer), now).await?;
        Ok("answered")
    })
}

fn destroy<'t>(_: &'t Turn, tx: &'t mut Tx, row: Record) -> BoxFuture<'t, Result<&'static str>> {
    Box::pin(async move {
        tx.destroy_record(&row.head.id).await?;
        Ok("ended")
    })
}
