//! What a holder has not confirmed in its time is said again, each day until it is: the line was cut, the State was suspended, or
//! the message grew too old to wait for it.

use jiff::{SignedDuration, Timestamp};
use model::{Actor, StateCode, Verb};
use store::{Record, Tx};

use super::issued::{ISSUED, Issued, OUT, RECALLED, say_again};
use super::keep::read;
use super::retire::over;
use super::row::written;
use crate::error::Result;
use crate::office::{Office, Said};

/// It is said again after so many hours.
const AGAIN_HOURS: i64 = 24;

/// Say again what is overdue; how many cards were spoken of.
///
/// # Errors
/// If the store cannot be read or written.
pub(crate) async fn round(office: &Office) -> Result<usize> {
    let (now, mut done, mut page) = (office.now(), 0, 0);
    loop {
        let rows = over(office, (ISSUED, &[OUT, RECALLED]), (now, page)).await?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            done += usize::from(one(office, row, now).await?);
        }
        page += 1;
    }
    if done > 0 {
        office.0.bell.outbox.notify_one();
    }
    Ok(done)
}

fn is_time(issued: &Issued, now: Timestamp) -> bool {
    let next = |said: Timestamp| said + SignedDuration::from_hours(AGAIN_HOURS);
    issued.again.is_none_or(|said| next(said) <= now)
}

async fn one(office: &Office, row: &Record, now: Timestamp) -> Result<bool> {
    let (_, issued) = read::<Issued>(Some(row.clone()))?;
    if !is_time(&issued, now) || !any_in_reach(office, &issued, now).await? {
        return Ok(false);
    }
    let (id, act) = (row.head.id.clone(), office.new_act());
    let actor = Actor::worker(office.state(), "recall");
    let object = row.head.parent.clone().unwrap_or_else(|| id.clone());
    let said = Said::of(object).with("what", "said-again");
    let entry = office.entry(act, (&actor, Verb::ReleaseRecall), now, said);
    let office_in = office.clone();
    let said = office.act(act, move |tx: &mut Tx| {
        Box::pin(async move {
            let (mut record, mut issued) = read::<Issued>(tx.record(&id).await?)?;
            for to in late(&issued, now) {
                let said = say_again(&office_in, tx, (&record.head, &issued), &to, now).await;
                match said {
                    Err(error) if error.code() == "PEER-UNKNOWN" => {}
                    said => said?,
                }
            }
            issued.again = Some(now);
            record.head.version += 1;
            record.body = written(&issued)?;
            tx.put_record(&record).await?;
            Ok(tx.keep(entry, ()).await?)
        })
    });
    said.await.map(|()| true)
}

/// Who has not confirmed what stands.
fn late(issued: &Issued, now: Timestamp) -> Vec<StateCode> {
    let late = issued.register.overdue(now.as_second()).into_iter();
    late.filter_map(|node| node.parse().ok()).collect()
}

/// Whether anybody who is late could be told.
async fn any_in_reach(office: &Office, issued: &Issued, now: Timestamp) -> Result<bool> {
    for to in late(issued, now) {
        let peer = office.store().peer(to.as_str()).await?;
        if peer.is_some_and(|peer| peer.by_node()) {
            return Ok(true);
        }
    }
    Ok(false)
}
