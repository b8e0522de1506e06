//! The workers: they read committed rows, do the effect, and come back as an act. Each wakes at its bell or by itself; a bell
//! that is lost costs seconds, never work.

use std::collections::BTreeMap;
use std::time::Duration;

use model::limits;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::directory::{Known, known};
use crate::error::{Error, Result};
use crate::exchange::{carry, inbox, sealing};
use crate::office::Office;
use crate::peers;

/// How long a worker sleeps when nobody rings.
const IDLE: Duration = Duration::from_secs(2);
/// After a failure of its own.
const AFTER_FAILURE: Duration = Duration::from_secs(1);
/// Messages taken from the outbox in one round.
const ROUND_MAX: u32 = 64;
/// How often checkpoints are signed while the ledger grows.
const CHECKPOINT_EVERY: Duration = Duration::from_secs(1);
/// How often keys, cards and sessions are looked after.
const KEEP_EVERY: Duration = Duration::from_secs(60);

/// Start the workers. They end when `stop` is cancelled; joining the set waits for what they have in hand.
pub fn start(office: &Office, stop: &CancellationToken) -> JoinSet<()> {
    let mut workers = JoinSet::new();
    workers.spawn(outbox(office.clone(), stop.clone()));
    workers.spawn(opening(office.clone(), stop.clone()));
    workers.spawn(every(
        office.clone(),
        stop.clone(),
        CHECKPOINT_EVERY,
        Chore::Checkpoint,
    ));
    workers.spawn(every(office.clone(), stop.clone(), KEEP_EVERY, Chore::Keep));
    workers
}

async fn outbox(office: Office, stop: CancellationToken) {
    while !stop.is_cancelled() && !office.broken() {
        let done = match send_round(&office).await {
            Ok(done) => done,
            Err(error) => {
                tracing::error!(error = %error, "the outbox");
                pause(&stop, AFTER_FAILURE).await;
                0
            }
        };
        if done == 0 {
            wait(&stop, &office.0.bell.outbox).await;
        }
    }
}

/// One round of the outbox: each peer's messages in order, peers beside each other. Answers how many were handled.
pub async fn send_round(office: &Office) -> Result<usize> {
    let now = office.now();
    let mut by_peer: BTreeMap<String, (Vec<_>, Vec<_>)> = BTreeMap::new();
    for message in office
        .store()
        .outgoing_due("waiting", now, ROUND_MAX)
        .await?
    {
        by_peer
            .entry(message.peer.clone())
            .or_default()
            .0
            .push(message);
    }
    for message in office
        .store()
        .outgoing_due("sealed", now, ROUND_MAX)
        .await?
    {
        by_peer
            .entry(message.peer.clone())
            .or_default()
            .1
            .push(message);
    }
    let mut done = 0;
    let mut peers = JoinSet::new();
    for (peer, (waiting, sealed)) in by_peer {
        let Some(row) = office
            .store()
            .peer(&peer)
            .await?
            .filter(|p| p.pinned.is_some())
        else {
            continue;
        };
        let (office, peer) = (office.clone(), known(row)?);
        peers.spawn(async move {
            let mut done = 0;
            for message in sealed {
                carry::carry(&office, message, &peer).await?;
                done += 1;
            }
            if waiting.is_empty() {
                return Ok::<usize, Error>(done);
            }
            let Some(peer) = with_key(&office, peer).await? else {
                return Ok(done);
            };
            for message in waiting {
                match sealing::seal(&office, message, &peer).await {
                    Ok(()) => done += 1,
                    Err(Error::Refused(refusal)) if refusal.code == "DONE" => {}
                    Err(error) => return Err(error),
                }
            }
            Ok(done)
        });
    }
    while let Some(ended) = peers.join_next().await {
        match ended {
            Ok(Ok(n)) => done += n,
            Ok(Err(error)) => tracing::warn!(error = %error, "a peer's messages wait"),
            Err(error) => tracing::error!(error = %error, "a delivery ended unexpectedly"),
        }
    }
    Ok(done)
}

/// The peer with a weekly key to seal to, fetched if need be; `None` while it cannot be had.
async fn with_key(office: &Office, peer: Known) -> Result<Option<Known>> {
    let now = office.now();
    if peers::has_key(&peer, now) {
        return Ok(Some(peer));
    }
    match peers::refresh(office, &peer).await? {
        Ok(()) => {
            let row = office.store().peer(&peer.peer.id).await?;
            row.map(known).transpose()
        }
        Err(code) => {
            tracing::info!(peer = %peer.peer.id, code, "no weekly key yet");
            office
                .store()
                .reached(&peer.peer.id, now, Some(code))
                .await?;
            Ok(None)
        }
    }
}

async fn opening(office: Office, stop: CancellationToken) {
    while !stop.is_cancelled() && !office.broken() {
        match inbox::round(&office).await {
            Ok(true) => {}
            Ok(false) => wait(&stop, &office.0.bell.inbox).await,
            Err(error) => {
                tracing::error!(error = %error, "the inbox");
                pause(&stop, AFTER_FAILURE).await;
            }
        }
    }
}

/// Open what came in; for tests and simulations that turn the crank themselves.
///
/// # Errors
/// If the store cannot be read or written.
pub async fn open_round(office: &Office) -> Result<bool> {
    inbox::round(office).await
}

#[derive(Clone, Copy)]
enum Chore {
    Checkpoint,
    Keep,
}

async fn every(office: Office, stop: CancellationToken, pace: Duration, chore: Chore) {
    while !stop.is_cancelled() && !office.broken() {
        let done = match chore {
            Chore::Checkpoint => crate::ledger::checkpoint(&office).await.map(drop),
            Chore::Keep => keep(&office).await,
        };
        if let Err(error) = done {
            tracing::error!(error = %error, "a chore");
        }
        pause(&stop, pace).await;
    }
}

/// Keys, leaflet, sessions.
async fn keep(office: &Office) -> Result<()> {
    let now = office.now();
    peers::renew_leaflet(office).await?;
    let idle = now - jiff::SignedDuration::from_secs(limits::SESSION_IDLE_S);
    Ok(office.store().sweep_sessions(now, idle).await?)
}

async fn wait(stop: &CancellationToken, bell: &tokio::sync::Notify) {
    tokio::select! {
        () = stop.cancelled() => {}
        () = bell.notified() => {}
        () = tokio::time::sleep(IDLE) => {}
    }
}

async fn pause(stop: &CancellationToken, pause: Duration) {
    tokio::select! {
        () = stop.cancelled() => {}
        () = tokio::time::sleep(pause) => {}
    }
}
