//! Erasure: what the control over screening may keep no longer is destroyed, key first. Salts of questions within a day;
//! questions that hit something, watches past their end, decided hits and the hits of checked files when their time is over.

use jiff::Timestamp;
use model::policy::role_for;
use model::{Actor, Object, Verb, limits};

use super::{batch, kept, log, past, reviews, watch};
use crate::error::Result;
use crate::office::{Office, Said};

/// The worker that destroys.
pub(super) const WORKER: &str = "retention";
/// Records destroyed in one act.
const AT_ONCE: usize = 100;

/// What of each kind is destroyed when it is due.
const DUE: &[(&str, &[&str])] = &[
    ("query", &["kept"]),
    ("watch", &[watch::LIVE]),
    ("hit", &["this", "not_this"]),
    ("review", &["expired", "withdrawn", "replaced"]),
    ("batch", &["running", "done", "failed"]),
];

/// How much was destroyed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Erased {
    /// Keys of hours: with each, every salt of that hour.
    pub hours: u64,
    /// Records.
    pub records: usize,
    /// Reviews past their end, whose hits wait again.
    pub reviews: usize,
    /// Records that could not be read or destroyed: they are passed over, told by their ids, and tried again by the next round.
    pub failed: usize,
    /// Parts of names that the indexes remembered from questions, forgotten with the hours.
    pub parts: usize,
}

/// Destroy what is due. What fails is tried again by the next round.
///
/// # Errors
/// If the store cannot be read or written.
pub async fn round(office: &Office) -> Result<Erased> {
    let now = office.now();
    let hours =
        log::forget_hours(office, log::hour(now) - limits::SCREEN_SALT_HOURS_MAX + 1).await?;
    let mut erased = Erased {
        hours,
        // Every question has a key of its hour: what an index remembers of it goes no later.
        parts: match hours {
            0 => 0,
            _ => past::forget(office).await,
        },
        ..Erased::default()
    };
    (erased.reviews, erased.failed) = reviews::expire(office, now).await?;
    batch::forget(office, now);
    for (kind, stages) in DUE {
        // To be destroyed a record need not be readable.
        let ids = kept::ids(office, ((kind, stages), Some(now))).await?;
        for ids in ids.chunks(AT_ONCE) {
            let done = each(office, (kind, ids), now).await?;
            erased.records += done;
            erased.failed += ids.len() - done;
        }
    }
    Ok(erased)
}

/// Destroy these together; where that fails because of one of them, each by itself. How many were destroyed.
async fn each(office: &Office, (kind, ids): (&str, &[String]), now: Timestamp) -> Result<usize> {
    match destroy(office, (kind, ids.to_vec()), now).await {
        Ok(()) => return Ok(ids.len()),
        Err(error) if !kept::of_one(&error) => return Err(error),
        Err(_) => {}
    }
    let mut done = 0;
    for id in ids {
        match destroy(office, (kind, vec![id.clone()]), now).await {
            Ok(()) => done += 1,
            Err(error) if !kept::of_one(&error) => return Err(error),
            Err(error) => kept::passed_over(office, id, &error),
        }
    }
    Ok(done)
}

async fn destroy(office: &Office, (kind, ids): (&str, Vec<String>), now: Timestamp) -> Result<()> {
    let (actor, state) = (
        Actor::worker(office.state(), WORKER),
        office.state().clone(),
    );
    let role = role_for(&actor, Verb::ScreenErase, &Object::node(&state), now)?;
    let said = Said {
        role,
        ..Said::of("screening")
    }
    .with("kind", kind)
    .with("records", ids.len());
    let entry = office.entry(office.new_act(), (&actor, Verb::ScreenErase), now, said);
    office
        .act(entry.act, move |tx| {
            Box::pin(async move {
                for id in &ids {
                    tx.destroy_record(id).await?;
                }
                Ok(tx.keep(entry, ()).await?)
            })
        })
        .await
}
