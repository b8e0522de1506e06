//! Hits on their way into the queue: what waits already waits once, what was decided stays decided, and no program fills the
//! queue alone.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use model::limits;
use store::{Record, Tx};

use super::HitBody;
use crate::error::{Error, Result};
use crate::office::Office;
use crate::screening::HitView;
use crate::screening::kept::{self, New, Whose, body, days};
use crate::screening::log::Noted;
use crate::screening::reviews;
use crate::screening::subject::{Subject, content_digest};

/// The same hit may be kept so often, each time after its content was destroyed.
const TIMES_MAX: usize = 64;

/// A hit on its way into the queue.
#[derive(Debug)]
pub(in crate::screening) struct Found {
    /// Ids it may have, in order; the first whose content was not destroyed is its own.
    id: String,
    body: HitBody,
    record: Record,
    /// It had gone from the lists and is back: it is told although a person has said that it is the one.
    back: bool,
}

impl Found {
    pub(in crate::screening) fn of(
        office: &Office,
        (noted, whose): (&Noted, &Whose),
        (subject, hit, back): (&Subject, &HitView, bool),
    ) -> Result<Self> {
        let digest = content_digest(&hit.entity)?;
        let who = whose.authority.as_deref().unwrap_or_default();
        let text = serde_json::json!([subject, who, hit.entity.id, digest]).to_string();
        let mark = office
            .store()
            .mark("comity/screening/hit", text.as_bytes())?;
        let id = format!("hit:{}", mark.to_string().get(..32).unwrap_or_default());
        let body = HitBody {
            subject: subject.clone(),
            question: noted.question.clone(),
            channel: noted.channel,
            case: noted.case.clone(),
            query: noted.id,
            asked_by: noted.actor.officer(),
            asked_also: Vec::new(),
            hit: hit.clone(),
            digest,
            decided: None,
        };
        let new = New {
            id: id.clone(),
            kind: "hit",
            stage: "open",
            parent: Some(subject.record()),
            number: noted.program.clone(),
            due: days(noted.at, limits::SCREEN_HIT_DAYS_MAX),
            at: noted.at,
        };
        let record = new.record(office, whose, &body)?;
        Ok(Self {
            id,
            body,
            record,
            back,
        })
    }
}

/// Room in the queue as one act finds it: counted once, however many hits the act brings.
#[derive(Default)]
struct Room {
    /// Open hits; `None` until the first new one.
    open: Option<u64>,
    /// Of them each program's.
    of_key: BTreeMap<String, u64>,
    /// Hits that stand in the log only because a program's share is full.
    over: BTreeMap<String, u64>,
    full: bool,
}

impl Room {
    /// Whether there is room for one more; then it is taken.
    async fn take(&mut self, tx: &mut Tx, key: Option<&str>) -> Result<bool> {
        let open = match self.open {
            Some(open) => open,
            None => tx.count_at(("hit", "open"), None).await?,
        };
        self.open = Some(open);
        if open >= limits::SCREEN_QUEUE_MAX {
            self.full = true;
            return Ok(false);
        }
        if let Some(key) = key {
            let of_key = match self.of_key.get(key) {
                Some(of_key) => *of_key,
                None => tx.count_numbered(("hit", "open"), key).await?,
            };
            if of_key >= limits::SCREEN_QUEUE_KEY_MAX {
                *self.over.entry(key.to_owned()).or_default() += 1;
                return Ok(false);
            }
            self.of_key.insert(key.to_owned(), of_key + 1);
        }
        self.open = Some(open + 1);
        Ok(true)
    }

    /// What found no room is told once it is on disk that it stands in the log only.
    fn tell(self, tx: &mut Tx, office: &Office) {
        let office = office.clone();
        if self.full || !self.over.is_empty() {
            tx.once_committed(move || office.0.overflow.add(&self));
        }
    }
}

/// Hits of programs that stand in the log only because the program's share of the queue was full: how many by key, since the node
/// started.
#[derive(Debug, Default)]
pub(crate) struct Overflow(Mutex<BTreeMap<String, u64>>);

impl Overflow {
    fn held(&self) -> MutexGuard<'_, BTreeMap<String, u64>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many are this key's.
    pub(in crate::screening) fn of(&self, key: &str) -> u64 {
        self.held().get(key).copied().unwrap_or_default()
    }

    /// A key is warned of once.
    fn add(&self, room: &Room) {
        if room.full {
            let max = limits::SCREEN_QUEUE_MAX;
            tracing::error!(
                max,
                "the review queue is full; what is found stands in the log only"
            );
        }
        let mut held = self.held();
        for (key, count) in &room.over {
            let total = held.entry(key.clone()).or_insert_with(|| {
                let max = limits::SCREEN_QUEUE_KEY_MAX;
                tracing::warn!(key, max, "a program's hits fill its share of the review queue; further ones stand in the log only (comity screen key list)");
                0
            });
            *total += count;
        }
    }
}

/// Put hits into the queue. What waits already, or was decided to be the one, is not put there again.
///
/// # Errors
/// If the store cannot be read or written.
pub(in crate::screening) async fn put(tx: &mut Tx, office: &Office, hits: &[Found]) -> Result<()> {
    let mut room = Room::default();
    for found in hits {
        place(tx, office, (found, &mut room)).await?;
    }
    room.tell(tx, office);
    Ok(())
}

/// What was found to be somebody else and is found again comes back: then the review holds no longer. So does, to whoever watches,
/// what had gone from the lists. A hit that waits learns who else asked.
async fn place(tx: &mut Tx, office: &Office, (found, room): (&Found, &mut Room)) -> Result<()> {
    for time in 0..TIMES_MAX {
        let id = match time {
            0 => found.id.clone(),
            n => format!("{}-{n}", found.id),
        };
        let record = match tx.record(&id).await.map_err(Error::from) {
            // One that cannot be read holds up no log: the hit stands beside it.
            Err(error) if kept::of_one(&error) => {
                kept::passed_over(office, &id, &error);
                continue;
            }
            record => record?,
        };
        let Some(record) = record else {
            if room.take(tx, found.record.head.number.as_deref()).await? {
                let mut record = found.record.clone();
                record.head.id = id;
                tx.put_record(&record).await?;
            }
            return Ok(());
        };
        if record.head.stage == "destroyed" {
            continue;
        }
        let Ok(before) = body::<HitBody>(&record) else {
            continue;
        };
        return again(tx, (record, before), found).await;
    }
    Ok(())
}

/// A hit that is there is found again.
async fn again(tx: &mut Tx, (mut record, before): (Record, HitBody), found: &Found) -> Result<()> {
    let asked = found.record.head.created;
    let mut hit = match record.head.stage.as_str() {
        "open" | "unsure" => before.clone(),
        stage if stage == "not_this" || (stage == "this" && found.back) => {
            // Whoever decided knew of no later question; one that was asked before was decided with it.
            if before.decided.as_ref().is_some_and(|d| asked <= d.at) {
                return Ok(());
            }
            // Asked after a decision was begun and before it held: the answer did not know of it.
            let review = before.decided.as_ref().and_then(|d| d.review.as_deref());
            if stage == "not_this" && reviews::is_in_force(tx, (review, asked)).await? {
                return Ok(());
            }
            let due = days(asked, limits::SCREEN_HIT_DAYS_MAX);
            kept::next(&mut record, ("open", due, asked));
            let mut hit = found.body.clone();
            hit.decided.clone_from(&before.decided);
            hit.asked_also = before.askers().collect();
            hit.asked_also.retain(|id| hit.asked_by != Some(*id));
            hit.asked_also.truncate(limits::SCREEN_ASKERS_MAX);
            record.body = kept::written(&hit)?;
            return Ok(tx.put_record(&record).await?);
        }
        _ => return Ok(()),
    };
    let Some(asker) = found.body.asked_by.filter(|id| !hit.was_asked_by(*id)) else {
        return Ok(());
    };
    if hit.asked_also.len() < limits::SCREEN_ASKERS_MAX {
        hit.asked_also.push(asker);
        let (stage, due) = (record.head.stage.clone(), record.head.due.unwrap_or(asked));
        kept::next(&mut record, (&stage, due, asked));
        record.body = kept::written(&hit)?;
        tx.put_record(&record).await?;
    }
    Ok(())
}
