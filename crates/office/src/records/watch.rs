//! Whoever looks is looked at. Enumeration is noticed and stopped: whoever asks again and again for records or cards that are not
//! there, or not there for them, is answered nothing more for a while, and the ledger says so. Hidden and absent count alike, so that
//! the stop tells nothing either. So is whoever opens, or takes out of the node, more in a day than anybody works on; and nobody
//! looks for themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use model::{Actor, OfficerId, Refusal, Verb, limits};

use super::keep::today;
use crate::error::{Error, Result};
use crate::office::{Office, Said};
use crate::{people, search};

/// What officers have looked at, and for in vain, within a while.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    misses: Mutex<BTreeMap<OfficerId, Missed>>,
    day: Mutex<Day>,
}

/// What each officer has opened and taken out on a day, each once.
#[derive(Debug, Default)]
struct Day {
    on: Option<Date>,
    counted: BTreeMap<(OfficerId, Measured), BTreeSet<String>>,
    /// Of whom the ledger says already that there was more.
    told: BTreeSet<(OfficerId, Measured)>,
}

/// What has a measure of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Measured {
    /// Records and cards opened.
    Opened,
    /// Cards taken out of the node.
    TakenOut,
}

impl Measured {
    /// How many one officer has in a day.
    const fn max(self) -> usize {
        match self {
            Measured::Opened => limits::OPENED_DAY_MAX,
            Measured::TakenOut => limits::TAKEN_OUT_DAY_MAX,
        }
    }

    const fn refusal(self) -> &'static str {
        match self {
            Measured::Opened => "TOO-MANY-OPENED",
            Measured::TakenOut => "TOO-MANY-TAKEN-OUT",
        }
    }

    const fn noted(self) -> &'static str {
        match self {
            Measured::Opened => "record.opening_stopped",
            Measured::TakenOut => "card.taking_out_stopped",
        }
    }
}

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

impl Watch {
    fn held(&self) -> std::sync::MutexGuard<'_, BTreeMap<OfficerId, Missed>> {
        self.misses.lock().unwrap_or_else(PoisonError::into_inner)
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

    /// One more of a day's measure: nothing while it is within, else whether it is the first above. What was counted is never above.
    fn measure(&self, of: (OfficerId, Measured), (row, on): (&str, Date)) -> Option<bool> {
        let mut day = self.day.lock().unwrap_or_else(PoisonError::into_inner);
        if day.on != Some(on) {
            *day = Day {
                on: Some(on),
                ..Day::default()
            };
        }
        let counted = day.counted.entry(of).or_default();
        if counted.contains(row) {
            return None;
        }
        if counted.len() < of.1.max() {
            counted.insert(row.to_owned());
            return None;
        }
        Some(day.told.insert(of))
    }
}

/// Answer what was looked for, unless this officer has missed too often, or has opened too much today.
///
/// # Errors
/// `TOO-MANY-MISSES` or `TOO-MANY-OPENED` once an officer is stopped; else what was answered.
pub(crate) async fn watched<T>(
    (office, actor): (&Office, &Actor),
    row: &str,
    found: impl Future<Output = Result<T>>,
) -> Result<T> {
    let (Some(officer), now) = (actor.officer(), office.now()) else {
        return found.await;
    };
    if office.0.watch.stopped(officer, now) {
        let minutes = limits::MISSES_WITHIN_S / 60;
        return Err(Refusal::new("TOO-MANY-MISSES")
            .with("minutes", minutes)
            .into());
    }
    let found = found.await;
    let missed = matches!(&found, Err(Error::Refused(refusal)) if refusal.code == "NOT-FOUND");
    if missed && office.0.watch.count(officer, now) {
        tracing::warn!(
            "an officer asks for one record after another that is not there; stopped for a while"
        );
        let verb = (Verb::RecordRead, "record.enumeration_stopped");
        tell(
            (office, actor),
            verb,
            ("misses", limits::MISSES_MAX as usize),
        )
        .await?;
    }
    if found.is_ok() {
        measured((office, actor), Measured::Opened, row).await?;
    }
    found
}

/// Whether an officer may have one more today.
///
/// # Errors
/// `TOO-MANY-OPENED`, `TOO-MANY-TAKEN-OUT`; the ledger says so the first time of a day.
pub(crate) async fn measured(
    (office, actor): (&Office, &Actor),
    what: Measured,
    row: &str,
) -> Result<()> {
    let Some(officer) = actor.officer() else {
        return Ok(());
    };
    let above = (office.0.watch).measure((officer, what), (row, today(office.now())));
    let Some(first) = above else {
        return Ok(());
    };
    if first {
        tracing::warn!(
            what = what.noted(),
            "an officer has had more in a day than anybody works on"
        );
        let verb = match what {
            Measured::Opened => Verb::RecordRead,
            Measured::TakenOut => Verb::CardExport,
        };
        tell((office, actor), (verb, what.noted()), ("max", what.max())).await?;
    }
    Err(Refusal::new(what.refusal()).with("max", what.max()).into())
}

/// Nobody looks for themselves among records and cards: somebody else does, where it must be.
///
/// # Errors
/// `SEARCH-SELF` where the words are the officer's name; the ledger says so, and not what was looked for.
pub(crate) async fn not_oneself((office, actor): (&Office, &Actor), text: &str) -> Result<()> {
    let asked: BTreeSet<String> = search::words(text).into_iter().collect();
    let Some(officer) = actor.officer().filter(|_| !asked.is_empty()) else {
        return Ok(());
    };
    let account = office.store().account(&officer.to_string()).await?;
    let account = account.as_ref().map(people::officer).transpose()?;
    let name = account.map(|officer| search::words(&officer.name));
    let own = name.filter(|name| !name.is_empty() && name.iter().all(|word| asked.contains(word)));
    if own.is_none() {
        return Ok(());
    }
    let verb = (Verb::RecordRead, "record.self_search_refused");
    tell((office, actor), verb, ("words", asked.len())).await?;
    Err(Refusal::new("SEARCH-SELF").at("/q").into())
}

/// The auditor reads in the ledger that somebody was stopped.
async fn tell(
    (office, actor): (&Office, &Actor),
    (verb, noted): (Verb, &'static str),
    (what, count): (&'static str, usize),
) -> Result<()> {
    let said = Said {
        verb: Some(noted),
        ..Said::default()
    }
    .with(what, count);
    let entry = office.entry(office.new_act(), (actor, verb), office.now(), said);
    office
        .act(entry.act, move |tx| {
            Box::pin(async move { Ok(tx.keep(entry, ()).await?) })
        })
        .await
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn officer(n: u8) -> OfficerId {
        OfficerId::new(Timestamp::UNIX_EPOCH, [n; 10])
    }

    #[test]
    fn a_measure_of_a_day_counts_each_once_and_says_so_once() {
        for what in [Measured::Opened, Measured::TakenOut] {
            let watch = Watch::default();
            let (one, on) = ((officer(1), what), date(2026, 3, 2));
            for n in 0..what.max() {
                assert_eq!(watch.measure(one, (&format!("card:{n}"), on)), None);
            }
            assert_eq!(watch.measure(one, ("card:0", on)), None, "counted already");
            assert_eq!(watch.measure(one, ("card:more", on)), Some(true));
            assert_eq!(watch.measure(one, ("card:more", on)), Some(false));
            assert_eq!(watch.measure((officer(2), what), ("card:more", on)), None);
            let tomorrow = date(2026, 3, 3);
            assert_eq!(watch.measure(one, ("card:more", tomorrow)), None);
        }
    }
}
