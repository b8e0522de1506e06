//! Whether this node's clock can be trusted, before anything is destroyed because of it. The last time that was trusted stands in
//! the store, a day old at most, and beside it in memory with what the counter that nobody sets then said. Where the clock has
//! jumped nothing is destroyed until it is right again, or until the operator has said that it is right now; where it went back,
//! nothing that had expired is shown again.
//!
//! Weekly keys are not waited for: what was sealed to one that is gone is sealed again by its sender.

use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};
use model::clock::{self, Look};
use model::policy::role_for;
use model::{Actor, Object, Verb};
use store::ledger::LineFilter;
use store::{Kept, Tx};

use crate::error::Result;
use crate::office::{Office, Said};

/// The fact that is the last time trusted.
const FACT: &str = "clock";
/// It is written again after a day.
const KEPT_FOR: SignedDuration = SignedDuration::from_hours(24);

/// What the office remembers of the time.
#[derive(Debug, Default)]
pub(crate) struct Time(Mutex<Remembered>);

#[derive(Debug, Clone, Copy)]
struct Remembered {
    /// The fact that this goes back to: where it changes, a person has spoken.
    kept: Option<Timestamp>,
    /// The last time that was trusted, and the counter then; the counter is absent after a start.
    last: Option<Timestamp>,
    ran: Option<SignedDuration>,
    found: Look,
}

impl Default for Remembered {
    fn default() -> Self {
        Self {
            kept: None,
            last: None,
            ran: None,
            found: Look::Good,
        }
    }
}

impl Time {
    fn open(&self) -> MutexGuard<'_, Remembered> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the last look found.
    pub(crate) fn found(&self) -> Look {
        self.open().found
    }
}

impl Office {
    /// The time by which labels are read: it never goes back, so that a clock set back shows nothing again.
    pub(crate) fn reading_time(&self) -> Timestamp {
        let last = self.0.time.open().last;
        last.map_or(self.now(), |last| last.max(self.now()))
    }
}

/// Remember, at start, which time was trusted last.
pub(crate) async fn load(office: &Office) -> Result<()> {
    let kept = kept(office).await?;
    *office.0.time.open() = Remembered {
        kept,
        last: kept,
        ..Remembered::default()
    };
    Ok(())
}

async fn kept(office: &Office) -> Result<Option<Timestamp>> {
    let fact = office.store().fact(FACT).await?;
    Ok(fact.and_then(|text| text.parse().ok()))
}

/// Look at the clock, and say whether what has expired by it may be destroyed. An alarm is logged when it begins.
///
/// # Errors
/// If the store cannot be read or written.
pub(crate) async fn look(office: &Office) -> Result<Look> {
    let stands = kept(office).await?;
    let (now, ran) = (office.now(), office.0.clock.ran());
    let before = *office.0.time.open();
    let since = before.ran.filter(|_| before.kept == stands);
    let last = match (since, before.last, stands) {
        (Some(_), Some(last), _) | (_, _, Some(last)) => last,
        _ => first(office).await?.unwrap_or(now),
    };
    let found = clock::look(last, now, since.map(|since| ran - since));
    if !found.may_delete() {
        if before.found.may_delete() {
            tracing::error!(?found, "the clock cannot be trusted: nothing is destroyed");
        }
        office.0.time.open().found = found;
        return Ok(found);
    }
    let trusted = found.trusted(last, now);
    let stale = stands.is_none_or(|kept| trusted.duration_since(kept) >= KEPT_FOR);
    if stale {
        let worker = Actor::worker(office.state(), "timers");
        keep(office, &worker, trusted).await?;
    }
    *office.0.time.open() = Remembered {
        kept: if stale { Some(trusted) } else { stands },
        last: Some(trusted),
        ran: Some(ran),
        found,
    };
    Ok(found)
}

/// The time of the ledger's last entry.
async fn first(office: &Office) -> Result<Option<Timestamp>> {
    let newest = LineFilter {
        limit: 1,
        ..LineFilter::default()
    };
    let lines = office.store().ledger_lines(&newest).await?;
    Ok(lines.first().map(|line| line.entry.at))
}

/// The operator has compared the clock with one that is right: from now on this time is trusted, and what is over by it is
/// destroyed again.
///
/// # Errors
/// `NOT-ALLOWED`; if the store cannot be written.
pub async fn confirm(office: &Office, actor: &Actor) -> Result<()> {
    let now = office.now();
    keep(office, actor, now).await?;
    load(office).await?;
    look(office).await.map(drop)
}

async fn keep(office: &Office, actor: &Actor, trusted: Timestamp) -> Result<()> {
    let (act, now) = (office.new_act(), office.now());
    let object = Object::node(office.state());
    let role = role_for(actor, Verb::KeepTime, &object, now)?;
    let said = Said {
        role,
        ..Said::default()
    };
    let entry = office.entry(act, (actor, Verb::KeepTime), now, said);
    office
        .act(act, move |tx: &mut Tx| {
            Box::pin(async move {
                tx.put_fact(FACT, &trusted.to_string()).await?;
                let kept: Kept<()> = tx.keep(entry, ()).await?;
                Ok(kept)
            })
        })
        .await
}
