//! Enumeration is noticed and stopped: whoever asks again and again for records or cards that are not there, or not there for them, is
//! answered nothing more for a while, and the ledger says so. Hidden and absent count alike, so that the stop tells nothing either.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use model::{Actor, OfficerId, Refusal, Verb, limits};

use crate::error::{Error, Result};
use crate::office::{Office, Said};

/// Misses of officers, counted within a while.
#[derive(Debug, Default)]
pub(crate) struct Misses(Mutex<BTreeMap<OfficerId, Missed>>);

#[derive(Debug, Clone, Copy)]
struct Missed {
    since: Timestamp,
    count: u32,
}

impl Missed {
    fn is_over(self, now: Timestamp) -> bool {
        now.duration_since(self.since) > SignedDuration::from_secs(limits::MISSES_WITHIN_S)
    }
}

impl Misses {
    fn held(&self) -> std::sync::MutexGuard<'_, BTreeMap<OfficerId, Missed>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn stopped(&self, officer: OfficerId, now: Timestamp) -> bool {
        let held = self.held().get(&officer).copied();
        held.is_some_and(|missed| !missed.is_over(now) && missed.count >= limits::MISSES_MAX)
    }

    /// One more miss; whether it was the one that stops.
    fn count(&self, officer: OfficerId, now: Timestamp) -> bool {
        let mut held = self.held();
        held.retain(|_, missed| !missed.is_over(now));
        let missed = held.entry(officer).or_insert(Missed {
            since: now,
            count: 0,
        });
        missed.count += 1;
        missed.count == limits::MISSES_MAX
    }
}

/// Answer what was looked for, unless this officer has missed too often.
///
/// # Errors
/// `TOO-MANY-MISSES` once an officer is stopped; else what was answered.
pub(crate) async fn watched<T>(
    office: &Office,
    actor: &Actor,
    found: impl Future<Output = Result<T>>,
) -> Result<T> {
    let (Some(officer), now) = (actor.officer(), office.now()) else {
        return found.await;
    };
    if office.0.misses.stopped(officer, now) {
        let minutes = limits::MISSES_WITHIN_S / 60;
        return Err(Refusal::new("TOO-MANY-MISSES")
            .with("minutes", minutes)
            .into());
    }
    let found = found.await;
    let missed = matches!(&found, Err(Error::Refused(refusal)) if refusal.code == "NOT-FOUND");
    if missed && office.0.misses.count(officer, now) {
        tell(office, actor, now).await?;
    }
    found
}

/// The auditor reads in the ledger that somebody was stopped.
async fn tell(office: &Office, actor: &Actor, now: Timestamp) -> Result<()> {
    tracing::warn!(
        "an officer asks for one record after another that is not there; stopped for a while"
    );
    let said = Said {
        verb: Some("record.enumeration_stopped"),
        ..Said::default()
    }
    .with("misses", limits::MISSES_MAX);
    let entry = office.entry(office.new_act(), (actor, Verb::RecordRead), now, said);
    office
        .act(entry.act, move |tx| {
            Box::pin(async move { Ok(tx.keep(entry, ()).await?) })
        })
        .await
}
