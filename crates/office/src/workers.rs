//! The workers: they read committed rows, do the effect, and come back as an act. Each wakes at its bell or by itself; a bell
//! that is lost costs seconds, never work.

use std::collections::{BTreeSet, HashMap};
use std::time::Duration;

use model::{StateCode, limits};
use store::exchange::{Outgoing, Peer};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::directory::{Known, known};
use crate::error::{Error, Result};
use crate::exchange::carry::Reached;
use crate::exchange::{again, carry, ending, inbox, sealing, segments};
use crate::office::Office;
use crate::peers;
use crate::screening;

/// How long a worker sleeps when nobody rings.
const IDLE: Duration = Duration::from_secs(2);
/// After a failure of its own.
const AFTER_FAILURE: Duration = Duration::from_secs(1);
const AFTER_FAILURE_S: u32 = 1;
/// Messages taken from the outbox in one round.
const ROUND_MAX: u32 = 64;
/// How often checkpoints are signed while the ledger grows.
const CHECKPOINT_EVERY: Duration = Duration::from_secs(1);
/// How often keys, cards and sessions are looked after.
const KEEP_EVERY: Duration = Duration::from_secs(60);
/// How long a group of questions stays open for those that come after its first.
const LOG_GROUP_OPEN: Duration = Duration::from_millis(50);
/// The lists are left in pieces for so long after an import: another may follow.
const INDEX_QUIET: Duration = Duration::from_secs(30);
/// How often files that nobody names are looked for.
const SWEEP_EVERY: Duration = Duration::from_secs(3600);

/// Start the workers. They end when `stop` is cancelled; joining the set waits for what they have in hand.
pub fn start(office: &Office, stop: &CancellationToken) -> JoinSet<()> {
    let mut workers = JoinSet::new();
    workers.spawn(sweep(office.clone(), stop.clone()));
    workers.spawn(outbox(office.clone(), stop.clone()));
    workers.spawn(opening(office.clone(), stop.clone()));
    workers.spawn(every(
        office.clone(),
        stop.clone(),
        CHECKPOINT_EVERY,
        Chore::Checkpoint,
    ));
    workers.spawn(every(office.clone(), stop.clone(), KEEP_EVERY, Chore::Keep));
    workers.spawn(every(
        office.clone(),
        stop.clone(),
        KEEP_EVERY,
        Chore::Erase,
    ));
    workers.spawn(screening_log(office.clone(), stop.clone()));
    workers.spawn(watching(office.clone(), stop.clone()));
    workers.spawn(gathering(office.clone(), stop.clone()));
    workers.spawn(finding(office.clone(), stop.clone()));
    workers
}

/// What finds a request is made anew where it is missing: after a restore, or by a program that reads requests otherwise. Then it
/// is done; every later act keeps it.
async fn finding(office: Office, stop: CancellationToken) {
    while !stop.is_cancelled() && !office.broken() {
        match crate::search::catch_up(&office).await {
            Ok(0) => return,
            Ok(made) => tracing::info!(made, "requests can be found again"),
            Err(error) => {
                tracing::warn!(error = %error, "what finds requests waits");
                pause(&stop, KEEP_EVERY).await;
            }
        }
    }
}

/// Deliveries under way: one for each peer, beside each other, so that a slow peer holds up no other.
#[derive(Default)]
struct Rounds {
    running: JoinSet<Result<usize>>,
    peers: HashMap<tokio::task::Id, String>,
}

impl Rounds {
    fn busy(&self, peer: &str) -> bool {
        self.peers.values().any(|p| p == peer)
    }

    fn spawn<F>(&mut self, peer: String, work: F)
    where
        F: Future<Output = Result<usize>> + Send + 'static,
    {
        let id = self.running.spawn(work).id();
        self.peers.insert(id, peer);
    }

    /// Wait for one to end; `None` where none is under way.
    async fn next(&mut self) -> Option<usize> {
        let (id, ended) = match self.running.join_next_with_id().await? {
            Ok((id, ended)) => (id, Some(ended)),
            Err(error) => {
                tracing::error!(error = %error, "a delivery ended unexpectedly");
                (error.id(), None)
            }
        };
        self.peers.remove(&id);
        match ended {
            Some(Ok(done)) => Some(done),
            Some(Err(error)) => {
                tracing::warn!(error = %error, "a peer's messages wait");
                Some(0)
            }
            None => Some(0),
        }
    }
}

async fn outbox(office: Office, stop: CancellationToken) {
    let mut rounds = Rounds::default();
    while !stop.is_cancelled() && !office.broken() {
        if let Err(error) = begin(&office, &mut rounds).await {
            tracing::error!(error = %error, "the outbox");
            pause(&stop, AFTER_FAILURE).await;
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = office.0.bell.outbox.notified() => {}
            () = tokio::time::sleep(IDLE) => {}
            Some(_) = rounds.next() => {}
        }
    }
    while rounds.next().await.is_some() {}
}

/// One round of the outbox: each peer's messages in order, peers beside each other. Answers how many were handled.
///
/// # Errors
/// If the store cannot be read.
pub async fn send_round(office: &Office) -> Result<usize> {
    let mut rounds = Rounds::default();
    begin(office, &mut rounds).await?;
    let mut done = 0;
    while let Some(n) = rounds.next().await {
        done += n;
    }
    Ok(done)
}

/// What is due for one peer.
#[derive(Default)]
struct Due {
    sealed: Vec<Outgoing>,
    waiting: Vec<Outgoing>,
    stale_card: bool,
}

impl Due {
    async fn of(office: &Office, peer: &str) -> Result<Self> {
        let (now, store) = (office.now(), office.store());
        Ok(Self {
            sealed: store.outgoing_due((peer, "sealed"), now, ROUND_MAX).await?,
            waiting: store
                .outgoing_due((peer, "waiting"), now, ROUND_MAX)
                .await?,
            stale_card: false,
        })
    }
}

/// Begin deliveries to the peers that have something due and none under way.
async fn begin(office: &Office, rounds: &mut Rounds) -> Result<()> {
    let mut peers: BTreeSet<String> = office
        .store()
        .peers_due(office.now())
        .await?
        .into_iter()
        .collect();
    let stale = stale_cards(office, rounds);
    peers.extend(stale.iter().cloned());
    for peer in peers {
        if rounds.busy(&peer) {
            continue;
        }
        let mut due = Due::of(office, &peer).await?;
        due.stale_card = stale.contains(&peer);
        let row = office.store().peer(&peer).await?;
        let Some(row) = row.filter(Peer::by_node) else {
            // Nothing goes there now; what waited too long is given up all the same.
            expire(office, due).await?;
            continue;
        };
        let known = match known(row) {
            Ok(known) => known,
            Err(error) => {
                tracing::error!(peer, error = %error, "the card of a peer cannot be read");
                continue;
            }
        };
        let office = office.clone();
        rounds.spawn(peer, async move { deliver(&office, known, due).await });
    }
    Ok(())
}

/// The peers whose card seems to be an old one and that nobody is busy with; the others stay noted.
fn stale_cards(office: &Office, rounds: &Rounds) -> BTreeSet<String> {
    let mut held = office
        .0
        .stale
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    let (busy, free) = std::mem::take(&mut *held)
        .into_iter()
        .partition(|peer| rounds.busy(peer.as_str()));
    *held = busy;
    let free: BTreeSet<StateCode> = free;
    free.iter().map(ToString::to_string).collect()
}

/// Give up what waited too long for a State that is not pinned, or no longer; the rest is looked at again later.
async fn expire(office: &Office, due: Due) -> Result<()> {
    let now = office.now();
    for message in due.sealed.into_iter().chain(due.waiting) {
        // What was delivered once, and was asked for again, is not lost: it waits too.
        match message.expires > now || ending::was_delivered(office, &message).await? {
            true => carry::later(office, &message, ("NOT-PINNED", Some(u32::MAX))).await?,
            false => ending::give_up(office, message).await?,
        }
    }
    Ok(())
}

/// Deliver to one peer. A message that fails is tried again later and holds up no other; a peer that does not answer is asked
/// once a round.
async fn deliver(office: &Office, mut peer: Known, due: Due) -> Result<usize> {
    let to = peer.peer.id.clone();
    if due.stale_card && peers::refresh(office, &peer).await?.is_ok() {
        let row = office.store().peer(&peer.peer.id).await?;
        peer = row.map(known).transpose()?.unwrap_or(peer);
    }
    let (mut done, mut gone) = (0, None::<String>);
    for message in due.sealed {
        if !peers::pinned(office, &to).await? {
            return Ok(done);
        }
        if let Some(code) = &gone {
            carry::later(office, &message, (code, None)).await?;
            continue;
        }
        done += 1;
        match carry::carry(office, message.clone(), &peer).await {
            Ok(Reached::Yes) => {}
            Ok(Reached::No(code)) => gone = Some(code),
            Err(error) => put_off(office, &message, error).await?,
        }
    }
    let now = office.now();
    let (waiting, over): (Vec<_>, Vec<_>) = due.waiting.into_iter().partition(|m| m.expires > now);
    for message in over {
        ending::give_up(office, message).await?;
    }
    if waiting.is_empty() {
        return Ok(done);
    }
    let keyed = match gone {
        Some(code) => Err(code),
        None => with_key(office, peer).await?,
    };
    for message in waiting {
        if !peers::pinned(office, &to).await? {
            return Ok(done);
        }
        let sealed = match &keyed {
            Ok(peer) => sealing::seal(office, message.clone(), peer).await,
            Err(code) => {
                carry::later(office, &message, (code, None)).await?;
                continue;
            }
        };
        match sealed {
            Ok(()) => done += 1,
            Err(Error::Refused(refusal)) if refusal.code == "DONE" => {}
            Err(error) => put_off(office, &message, error).await?,
        }
    }
    Ok(done)
}

async fn put_off(office: &Office, message: &Outgoing, error: Error) -> Result<()> {
    if office.broken() {
        return Err(error);
    }
    tracing::warn!(message = message.id, error = %error, "a message could not be sent now");
    carry::later(office, message, (error.code(), Some(AFTER_FAILURE_S))).await
}

/// The peer with a weekly key to seal to, fetched if need be; the code of the failure while it cannot be had.
async fn with_key(office: &Office, peer: Known) -> Result<std::result::Result<Known, String>> {
    if peers::has_key(&peer, office.now()) {
        return Ok(Ok(peer));
    }
    match peers::refresh(office, &peer).await? {
        Ok(()) => {
            let row = office.store().peer(&peer.peer.id).await?;
            Ok(Ok(row.map(known).transpose()?.unwrap_or(peer)))
        }
        Err(code) => {
            tracing::info!(peer = %peer.peer.id, code, "no weekly key yet");
            Ok(Err(code))
        }
    }
}

/// At start, what a crash between a file and its row left behind; then every hour what anything else left.
async fn sweep(office: Office, stop: CancellationToken) {
    let mut swept = crate::sweep::all(&office).await;
    while !stop.is_cancelled() && !office.broken() {
        match swept {
            Ok(swept) => tracing::info!(
                blobs = swept.blobs,
                segments = swept.segments,
                transits = swept.transits,
                "swept"
            ),
            Err(error) => tracing::error!(error = %error, "the sweep"),
        }
        pause(&stop, SWEEP_EVERY).await;
        if stop.is_cancelled() {
            return;
        }
        swept = crate::sweep::at_work(&office).await;
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

/// What was asked of the lists is on disk within a second; at the end what still waits is written.
async fn screening_log(office: Office, stop: CancellationToken) {
    loop {
        let over = stop.is_cancelled() || office.broken();
        if let Err(error) = screening::log::round(&office).await {
            tracing::error!(error = %error, "the screening log");
            pause(&stop, AFTER_FAILURE).await;
        }
        if over {
            return;
        }
        wait(&stop, &office.0.log.bell).await;
        // What is asked at the same time is one group.
        pause(&stop, LOG_GROUP_OPEN).await;
    }
}

/// After each change of a list, and when somebody is watched anew.
async fn watching(office: Office, stop: CancellationToken) {
    while !stop.is_cancelled() && !office.broken() {
        if let Err(error) = screening::watch::round(&office).await {
            tracing::error!(error = %error, "the watched subjects");
            pause(&stop, AFTER_FAILURE).await;
        }
        wait(&stop, &office.0.bell.lists).await;
    }
}

/// The index of the lists is gathered once nobody has imported for a while, or at once when it is in many pieces.
async fn gathering(office: Office, stop: CancellationToken) {
    while !stop.is_cancelled() && !office.broken() {
        tokio::select! {
            () = stop.cancelled() => return,
            () = office.0.bell.index.notified() => {}
        }
        while !screening::live::is_scattered(&office) {
            tokio::select! {
                () = stop.cancelled() => return,
                () = office.0.bell.index.notified() => {}
                () = tokio::time::sleep(INDEX_QUIET) => break,
            }
        }
        if let Err(error) = gather_round(&office).await {
            tracing::error!(error = %error, "the screening index");
            pause(&stop, AFTER_FAILURE).await;
        }
    }
}

/// Put the screening index in one piece and keep it as a file; for tests and simulations that turn the crank themselves.
///
/// # Errors
/// If it is interrupted.
pub async fn gather_round(office: &Office) -> Result<bool> {
    screening::live::gather(office).await
}

#[derive(Clone, Copy)]
enum Chore {
    Checkpoint,
    Keep,
    Erase,
}

async fn every(office: Office, stop: CancellationToken, pace: Duration, chore: Chore) {
    while !stop.is_cancelled() && !office.broken() {
        let done = match chore {
            Chore::Checkpoint => crate::ledger::checkpoint(&office).await.map(drop),
            Chore::Keep => keep(&office).await,
            Chore::Erase => erase(&office).await,
        };
        if let Err(error) = done {
            tracing::error!(error = %error, "a chore");
        }
        pause(&stop, pace).await;
    }
}

/// End what is over: of screening, of records, of cards, of applications; and send what waited for its day. Nothing of it while the
/// clock cannot be trusted.
///
/// # Errors
/// If the store cannot be read or written.
pub async fn erase(office: &Office) -> Result<()> {
    if !crate::clock::look(office).await?.may_delete() {
        return Ok(());
    }
    screening::erase::round(office).await?;
    crate::records::retire(office).await?;
    crate::access::round(office).await.map(drop)
}

/// Keys, leaflet, sessions, envelopes that never became whole. What of a failure in one of them hinders the others waits.
///
/// # Errors
/// If the store cannot be read or written, or the keys cannot.
pub async fn keep(office: &Office) -> Result<()> {
    let now = office.now();
    peers::renew_leaflet(office).await?;
    segments::lapse(office).await?;
    again::due(office).await?;
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
