//! Many records of one group in a day: what is over the measure is held until a second person has looked. The day's tally is made of
//! the rows of the day, so that a restart forgets nothing, and is forgotten with the day. A record that names the press, opposition,
//! a defender of human rights or a refugee is held in the same way, whatever the day.

use std::collections::BTreeSet;

use futures_util::future::BoxFuture;
use jiff::civil::Date;
use model::bulk::{self, Bulk, Group, Tally, Why};
use model::record::Subject;
use model::{ActId, Actor, OfficerId, RecordId, Refusal, Verb};
use serde::{Deserialize, Serialize};
use store::reader::{House, Wanted};
use store::{Kept, Tx};
use tokio::sync::Mutex;

use super::keep::{Hand, keep, permit, stage, today};
use super::releases::{RELEASE, Release};
use super::row::{RECORD, Whole, begins};
use crate::error::Result;
use crate::office::Office;
use crate::requests::Turn;

/// Rows read at once.
const ROWS_AT_ONCE: u32 = 1000;

/// The tally of a day; nothing before it was first asked for.
#[derive(Debug, Default)]
pub(crate) struct Today(Mutex<Option<(Date, Tally)>>);

/// Why a record waits for a second person. How many there are is not said: some of them its reader may not see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InBulk {
    /// Why.
    pub why: Why,
    /// How many go their way.
    pub max: usize,
    /// When.
    pub on: Date,
    /// Who opened it, or proposed to release it.
    pub by: OfficerId,
}

/// Somebody has looked at a record that was held in bulk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Free {
    /// The act.
    pub act: ActId,
    /// The record.
    pub record: RecordId,
    /// Its version, as it was looked at.
    pub version: i64,
    /// Why it goes its way.
    pub reason: String,
}

/// The groups of a record; of a thing nobody is counted.
fn groups(whole: &Whole) -> Option<BTreeSet<Group>> {
    (whole.body.subject == Subject::Person).then(|| bulk::groups(&whole.saying()))
}

/// The tally of the day is there: before an act that counts.
pub(super) async fn ready(office: &Office) -> Result<()> {
    let day = today(office.now());
    let mut held = office.0.bulk.0.lock().await;
    if held.as_ref().is_none_or(|(of, _)| *of != day) {
        *held = Some((day, read(office, day).await?));
    }
    Ok(())
}

/// Every row of a kind that was made on a day.
async fn rows_of(office: &Office, kind: &'static str, day: Date) -> Result<Vec<store::Record>> {
    let labels = office.store().labels().await?;
    let every: Vec<i64> = labels.into_iter().map(|(number, _)| number).collect();
    let reader = office.store().reader(&every, House::default());
    let (mut all, mut offset) = (Vec::new(), 0);
    loop {
        let wanted = Wanted {
            kind,
            created_from: begins(day),
            limit: ROWS_AT_ONCE,
            offset,
            ..Wanted::default()
        };
        let rows = reader.records(&wanted).await?;
        let last = rows.len() < ROWS_AT_ONCE as usize;
        all.extend(rows.into_iter().filter(|row| !row.body.is_empty()));
        if last {
            return Ok(all);
        }
        offset += ROWS_AT_ONCE;
    }
}

async fn read(office: &Office, day: Date) -> Result<Tally> {
    let mut tally = Tally::default();
    let worker = Actor::worker(office.state(), "gates");
    let reader = office.read(&worker, model::Purpose::Intelligence).await?;
    let mut counted: Vec<(RecordId, OfficerId)> = Vec::new();
    for row in rows_of(office, RECORD, day).await? {
        let id = row.head.id.strip_prefix("record:").map(str::parse);
        let body: super::row::Body = super::row::body(&row)?;
        if let (Some(Ok(id)), Some(by)) = (id, body.by) {
            counted.push((id, by));
        }
    }
    for row in rows_of(office, RELEASE, day).await? {
        let id = row.head.parent.as_deref();
        let id = id.and_then(|id| id.strip_prefix("record:")).map(str::parse);
        if let Some(Ok(id)) = id {
            counted.push((id, Release::of(row)?.by));
        }
    }
    for (id, by) in counted {
        // One that has ended since counts no more: nothing of it says whom it was of.
        let Ok(whole) = reader.whole(id).await else {
            continue;
        };
        if let Some(groups) = groups(&whole) {
            tally.count((by, day), id, &groups);
        }
    }
    Ok(tally)
}

/// Hold a record that names a voice in a part at which no second person has looked.
pub(super) fn listen(whole: &mut Whole, (by, on): (OfficerId, Date)) {
    let voices = bulk::voices(&whole.saying());
    if whole.body.bulk.is_none() && !voices.is_subset(&whole.body.looked) {
        whole.body.bulk = Some(InBulk {
            why: Why::Voice,
            max: Why::Voice.allowed(),
            on,
            by,
        });
    }
}

/// Count a record that somebody opens or proposes to release; over the measure it is held from now on, and so is one that names a
/// voice.
pub(super) async fn count(hand: &Hand, whole: &mut Whole) {
    listen(whole, (hand.by, hand.today()));
    let Some(groups) = groups(whole) else {
        return;
    };
    let day = hand.today();
    let mut held = hand.turn.office.0.bulk.0.lock().await;
    let (of, tally) = held.get_or_insert_with(|| (day, Tally::default()));
    if *of != day {
        (*of, *tally) = (day, Tally::default());
    }
    let counted = tally.count((hand.by, day), whole.id, &groups);
    if let (Bulk::Hold { why, max, .. }, None) = (counted, &whole.body.bulk) {
        whole.body.bulk = Some(InBulk {
            why,
            max,
            on: day,
            by: hand.by,
        });
    }
}

/// The refusal of what is asked of a record that is held in bulk.
pub(super) fn refusal(held: &InBulk) -> Refusal {
    match held.why {
        Why::Voice => Refusal::new("RECORD-VOICE"),
        _ => Refusal::new("RECORD-IN-BULK").with("max", held.max),
    }
}

/// Free a record that was held in bulk: a second person has looked at it.
///
/// # Errors
/// `FOUR-EYES` for whoever opened or proposed it, `STAGE` where it is not held in bulk, `STALE`, `MISSING` without a reason,
/// `NOT-ALLOWED`, `NOT-FOUND`.
pub async fn free(office: &Office, actor: &Actor, act: Free) -> Result<i64> {
    let turn = Turn::new(office, actor, Verb::ReleaseApprove, act.act);
    turn.admit()?;
    let by = actor.officer().ok_or_else(|| Refusal::new("NOT-ALLOWED"))?;
    if act.reason.trim().is_empty() {
        return Err(Refusal::new("MISSING").at("/reason").into());
    }
    let row = super::record_row(act.record);
    let claim = Office::claim(act.act, (actor, turn.verb), Some(row));
    office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<i64>>> {
                Box::pin(async move {
                    let mut whole = Whole::load(tx, act.record).await?;
                    let held = whole.body.bulk.take();
                    let mut hands: Vec<OfficerId> = held.iter().map(|held| held.by).collect();
                    if held.as_ref().is_some_and(|held| held.why == Why::Voice) {
                        hands.extend(&whole.body.hands);
                    }
                    let role = permit(&turn, &whole, hands)?;
                    let Some(held) = held else {
                        return Err(Refusal::new("STAGE")
                            .with("stage", &whole.head.stage)
                            .into());
                    };
                    if whole.head.version != act.version {
                        return Err(Refusal::new("STALE").into());
                    }
                    let hand = Hand { turn, by, role };
                    // Nobody has looked at what they may not see.
                    let (voices, seen) = (bulk::voices(&whole.saying()), whole.seen(&hand.turn)?);
                    let looked = &whole.body.looked | &seen;
                    whole.body.looked = &voices & &looked;
                    listen(&mut whole, (held.by, held.on));
                    whole.reasoned(&hand, ("freed", None), &act.reason);
                    let standing = whole.judged(hand.today())?;
                    whole.put(tx, stage(standing), hand.turn.now).await?;
                    let version = whole.head.version;
                    keep(&hand, tx, (&whole, "freed", Some(act.reason)), version).await
                })
            },
        )
        .await
}
