//! How the node is: alive, ready, and the numbers that a monitor reads. Nothing here names a person or a case.

use std::sync::atomic::{AtomicU64, Ordering};

use jiff::Timestamp;
use model::clock::Look;

use crate::error::{Error, Result};
use crate::office::Office;

/// Counted since start.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    kept: AtomicU64,
    refused: AtomicU64,
    failed: AtomicU64,
    pub(crate) sent: AtomicU64,
    pub(crate) received: AtomicU64,
    pub(crate) quarantined: AtomicU64,
    pub(crate) checks: AtomicU64,
}

impl Counts {
    pub(crate) fn act<T>(&self, answer: &Result<T>) {
        let counter = match answer {
            Ok(_) => &self.kept,
            Err(Error::Refused(_) | Error::Input { .. }) => &self.refused,
            Err(_) => &self.failed,
        };
        counter.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn up(counter: &AtomicU64) {
        counter.fetch_add(1, Ordering::Relaxed);
    }
}

/// Plain numbers.
#[derive(Debug, Clone, Default)]
pub struct Metrics {
    /// Acts kept since start.
    pub acts_kept: u64,
    /// Acts refused since start.
    pub acts_refused: u64,
    /// Acts that failed since start.
    pub acts_failed: u64,
    /// Envelopes delivered since start.
    pub envelopes_sent: u64,
    /// Envelopes accepted since start.
    pub envelopes_received: u64,
    /// Envelopes put aside since start.
    pub envelopes_quarantined: u64,
    /// Checks of travellers since start.
    pub screen_checks: u64,
    /// Messages waiting for any peer.
    pub outbox_waiting: u64,
    /// Entries in the ledger.
    pub ledger_size: u64,
    /// Seconds since start.
    pub uptime_s: i64,
    /// Records in the screening index.
    pub screen_records: u64,
}

/// The part that is the clock.
const CLOCK: &str = "clock";

/// One part of the node.
#[derive(Debug, Clone)]
pub struct Part {
    /// Stable name: `database`, `keys`, `card`, `lists`, `clock`.
    pub name: &'static str,
    /// Whether it works.
    pub ok: bool,
    /// A stable code for the page's words.
    pub code: &'static str,
}

/// Whether the node can do its work.
#[derive(Debug, Clone)]
pub struct Readiness {
    /// All parts that must work do.
    pub ok: bool,
    /// The parts.
    pub parts: Vec<Part>,
}

/// Whether the node is ready. A clock that cannot be trusted is told among the parts; the node works on.
pub async fn ready(office: &Office) -> Readiness {
    let now = office.now();
    let database = !office.broken() && office.store().ledger_size().await.is_ok();
    let weekly = office
        .0
        .keys
        .weekly_keys()
        .iter()
        .any(|key| key.from <= now && now < key.until);
    let card = match office.store().peer(office.state().as_str()).await {
        Ok(Some(ours)) => ours.expires > now,
        _ => false,
    };
    let part = |name, ok, good, bad| Part {
        name,
        ok,
        code: if ok { good } else { bad },
    };
    let lists = crate::screening::Readiness::of(office);
    let parts = vec![
        Part {
            name: "lists",
            ok: lists == crate::screening::Readiness::Works,
            code: lists.code(),
        },
        part("database", database, "works", "broken"),
        part("keys", weekly, "works", "expired"),
        part("card", card, "works", "expired"),
        Part {
            name: CLOCK,
            ok: office.0.time.found().may_delete(),
            code: match office.0.time.found() {
                Look::Good => "works",
                Look::Back { .. } => "back",
                Look::Jump { .. } => "jump",
            },
        },
    ];
    Readiness {
        ok: parts.iter().all(|p| p.ok || p.name == CLOCK),
        parts,
    }
}

/// The numbers.
///
/// # Errors
/// If the store cannot be read.
pub async fn metrics(office: &Office) -> Result<Metrics> {
    let counts = &office.0.counts;
    let read = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
    Ok(Metrics {
        acts_kept: read(&counts.kept),
        acts_refused: read(&counts.refused),
        acts_failed: read(&counts.failed),
        envelopes_sent: read(&counts.sent),
        envelopes_received: read(&counts.received),
        envelopes_quarantined: read(&counts.quarantined),
        screen_checks: read(&counts.checks),
        outbox_waiting: office.store().outgoing_waiting("").await?,
        ledger_size: office.store().ledger_size().await?,
        uptime_s: uptime(office.now(), office.0.started),
        screen_records: crate::screening::records(office),
    })
}

fn uptime(now: Timestamp, started: Timestamp) -> i64 {
    now.duration_since(started).as_secs().max(0)
}
