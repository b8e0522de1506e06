//! When the time of a record or card is over: a review that nobody made ends its use at once, an end destroys it. What somebody
//! holds on to is sealed for them.

use jiff::Timestamp;
use model::{Actor, OfficerId, Refusal, Verb};
use store::reader::{House, Wanted};
use store::{Record, Tx};

use super::follow;
use super::keep::{self, Hand, today};
use super::row::{OVERDUE, RECORD, Whole};
use crate::cards;
use crate::error::Result;
use crate::office::{Office, Said};
use crate::requests::Turn;

/// Rows looked at in one round.
const ROUND_MAX: u32 = 64;

/// End the use of whatever is over; how many.
///
/// # Errors
/// If the store cannot be read or written.
pub(crate) async fn retire(office: &Office) -> Result<usize> {
    let now = office.now();
    let mut done = cards::retire(office, now).await?;
    for row in over(office, (RECORD, &["kept", "held", OVERDUE]), (now, 0)).await? {
        let id = row.head.id.strip_prefix("record:").map(str::parse);
        let Some(Ok(id)) = id else { continue };
        match one(office, id).await {
            Ok(()) => done += 1,
            // Somebody looked at it meanwhile.
            Err(error) if error.code() == "STALE" => {}
            // One that cannot be ended does not keep the others.
            Err(error) => tracing::error!(error = %error, "end a record"),
        }
    }
    done += super::beside::round(office).await?;
    done += super::repeat::round(office).await?;
    if done > 0 {
        office.0.bell.outbox.notify_one();
    }
    Ok(done)
}

/// Rows of a kind whose day has come, a page of them.
pub(crate) async fn over(
    office: &Office,
    (kind, stages): (&'static str, &[&str]),
    (now, page): (Timestamp, u32),
) -> Result<Vec<Record>> {
    let labels = office.store().labels().await?;
    let every: Vec<i64> = labels.into_iter().map(|(number, _)| number).collect();
    let wanted = Wanted {
        kind,
        stages: stages.iter().map(|stage| (*stage).to_owned()).collect(),
        due_before: Some(now),
        limit: ROUND_MAX,
        offset: page.saturating_mul(ROUND_MAX),
        ..Wanted::default()
    };
    let reader = office.store().reader(&every, House::default());
    Ok(reader.records(&wanted).await?)
}

async fn one(office: &Office, id: model::RecordId) -> Result<()> {
    let actor = Actor::worker(office.state(), "retention");
    let turn = Turn::new(office, &actor, Verb::ReleaseRecall, office.new_act());
    let act = turn.act;
    office
        .act(act, move |tx: &mut Tx| {
            Box::pin(async move {
                let mut whole = Whole::load(tx, id).await?;
                let day = today(turn.now);
                if whole.head.due.is_none_or(|due| due > turn.now) {
                    return Err(Refusal::new("STALE").into());
                }
                let ended = whole.body.frame.expires.is_some_and(|end| end <= day);
                let hand = Hand {
                    turn,
                    // No person did this; it is never written as one.
                    by: OfficerId::from_uuid(uuid::Uuid::nil()),
                    role: None,
                };
                let what = match ended {
                    true => {
                        keep::end(&hand, tx, &mut whole).await?;
                        "ended"
                    }
                    false => {
                        follow::recall_all(&hand.turn, tx, &whole).await?;
                        whole.put(tx, OVERDUE, hand.turn.now).await?;
                        "overdue"
                    }
                };
                let turn = &hand.turn;
                let said = Said::of(super::record_row(id)).with("what", what);
                let entry = turn
                    .office
                    .entry(turn.act, (&turn.actor, turn.verb), turn.now, said);
                Ok(tx.keep(entry, ()).await?)
            })
        })
        .await
}
