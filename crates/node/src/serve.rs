//! Running a node: opens the store, builds the office, hangs the two listeners out, starts the workers, and stops all of it in
//! order. Two nodes run in one process: nothing here is global.

mod upkeep;

use std::future::Future;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use office::{Clock, Dice, Office, Parts};
use store::{Options, Store};
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use web::listen::{self, Cover, Limits};

use crate::clock::SystemClock;
use crate::config::{self, Config};
use crate::dice::SystemDice;
use crate::error::{Error, Result};
use crate::forms;
use crate::init::{StateFile, settings};
use crate::keyfiles::{KeyFiles, Lock};
use crate::post::HttpPost;
use crate::socket;
use crate::tls::{self, Leaf, Pins};
use crate::unlock::Unlock;

/// Exit code after a failed commit: what is in memory may not be what is on disk, so the process must begin anew.
pub const BROKEN_EXIT: u8 = 70;
/// How often it is looked whether a commit failed.
const BROKEN_LOOK: Duration = Duration::from_millis(200);
/// How long workers get to finish what they have in hand.
const WORKERS_STOP: Duration = Duration::from_secs(20);

/// What a node is started from.
pub struct Start {
    /// Its folder.
    pub dir: PathBuf,
    /// Its settings.
    pub config: Config,
    /// What opens its keys.
    pub unlock: Unlock,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The dice.
    pub dice: Arc<dyn Dice>,
    /// Sign-ins shown on the sign-in page; empty in earnest.
    pub demo_sign_ins: Vec<web::app::DemoSignIn>,
}

impl std::fmt::Debug for Start {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Start")
            .field("dir", &self.dir)
            .finish_non_exhaustive()
    }
}

impl Start {
    /// With the machine's clock and randomness.
    #[must_use]
    pub fn new(dir: &Path, config: Config, unlock: Unlock) -> Self {
        Self {
            dir: dir.to_owned(),
            config,
            unlock,
            clock: Arc::new(SystemClock),
            dice: Arc::new(SystemDice),
            demo_sign_ins: Vec::new(),
        }
    }
}

/// A node's parts before anything listens or works: for commands that need the office but no `serve`.
pub struct Opened {
    /// The office.
    pub office: Office,
    store: Store,
    leaf: Arc<Leaf>,
}

impl std::fmt::Debug for Opened {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Opened")
            .field("office", &self.office)
            .finish_non_exhaustive()
    }
}

impl Opened {
    /// The store.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Close the store.
    pub async fn close(self) {
        self.store.close().await;
    }
}

/// A node that runs.
pub struct Node {
    opened: Opened,
    pages_url: String,
    peers_url: String,
    listening: CancellationToken,
    working: CancellationToken,
    listeners: JoinSet<()>,
    workers: JoinSet<()>,
}

impl std::fmt::Debug for Node {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Node")
            .field("office", &self.opened.office)
            .field("pages_url", &self.pages_url)
            .field("peers_url", &self.peers_url)
            .finish_non_exhaustive()
    }
}

/// Open a node's folder without serving: the store, the keys, the office. Holds the folder's lock.
///
/// # Errors
/// Wrong passphrase, damaged files, a folder in use; each names the place.
pub async fn open(start: &Start) -> Result<Opened> {
    let urls = (
        start.config.pages.url.clone(),
        start.config.peers.url.clone(),
    );
    open_with(start, urls).await
}

async fn open_with(start: &Start, urls: (String, String)) -> Result<Opened> {
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    if let Some(fault) = config::fault(&config::environment) {
        store::fault::arm(fault);
    }
    let state = start.config.state()?;
    let file = StateFile::load(&start.dir)?;
    let forms = forms::load(&start.dir.join(forms::FOLDER))?;
    if file.profile.code != state {
        let what = "the config and state.json are two States";
        return Err(Error::config(start.dir.display().to_string(), what));
    }
    let (dir, lock) = (start.dir.clone(), Lock::from(start.unlock.clone()));
    let (keys, state_of_keys) = (
        tokio::task::spawn_blocking({
            let state = state.clone();
            move || KeyFiles::open(&dir, &state, lock)
        }),
        state,
    );
    let keys = keys.await.map_err(|e| Error::tls("open the keys", e))??;
    let (key, certificate) = keys.tls_ca();
    let authority = tls::Authority::open(&state_of_keys, key, certificate)?;
    let tls_ca = authority.digest();
    let leaf = Leaf::new(authority, hosts(&urls.1), start.clock.now())?;
    let store = Store::open(Options {
        dir: start.dir.clone(),
        url: (!start.config.store.url.is_empty()).then(|| start.config.store.url.clone()),
        vault: keys.vault(),
        dice: Box::new(office::ports::Throw(Arc::clone(&start.dice))),
    })
    .await?;
    let post = HttpPost::new(Arc::clone(&leaf), Arc::clone(&start.clock));
    let office = Office::new(Parts {
        store: store.clone(),
        clock: Arc::clone(&start.clock),
        dice: Arc::clone(&start.dice),
        post: Arc::new(post),
        keys: Arc::new(keys),
        settings: settings(&start.config, (file, forms), urls, tls_ca)?,
    })
    .await;
    match office {
        Ok(office) => Ok(Opened {
            office,
            store,
            leaf,
        }),
        Err(error) => {
            store.close().await;
            Err(error.into())
        }
    }
}

/// The names an outside tool may know the node by: what stands in its address.
fn hosts(url: &str) -> Vec<String> {
    let uri = url.parse::<http::Uri>().ok();
    let host = uri.as_ref().and_then(http::Uri::host);
    host.map(|host| host.trim_matches(['[', ']']).to_owned())
        .into_iter()
        .collect()
}

async fn bind(who: &'static str, address: &str) -> Result<(TcpListener, SocketAddr)> {
    let failed = |e: std::io::Error| Error::Listen {
        who,
        address: address.to_owned(),
        what: e.to_string(),
    };
    let listener = TcpListener::bind(address).await.map_err(failed)?;
    let bound = listener.local_addr().map_err(failed)?;
    Ok((listener, bound))
}

impl Node {
    /// Start a node with the machine's clock and randomness.
    ///
    /// # Errors
    /// Naming the place: config, keys, store, listener. Nothing keeps running.
    pub async fn start(dir: &Path, config: Config, unlock: Unlock) -> Result<Self> {
        Self::start_with(Start::new(dir, config, unlock)).await
    }

    /// Start a node.
    ///
    /// # Errors
    /// As [`Node::start`].
    pub async fn start_with(start: Start) -> Result<Self> {
        let cover = cover(&start.dir, &start.config)?;
        let (pages, pages_at) = bind("pages", &start.config.pages.listen).await?;
        let (peers, peers_at) = bind("peers", &start.config.peers.listen).await?;
        if matches!(cover, Cover::PlainLoopback) && !pages_at.ip().is_loopback() {
            let what = listen::Error::NotLoopback(pages_at).to_string();
            return Err(Error::Listen {
                who: "pages",
                address: pages_at.to_string(),
                what,
            });
        }
        let urls = urls(&start.config, pages_at, peers_at);
        let opened = open_with(&start, urls.clone()).await?;
        match Self::run(&start, &opened, (cover, pages, peers)).await {
            Ok((tokens, listeners, workers)) => {
                let state = opened.office.state();
                tracing::info!(%state, pages = urls.0, peers = urls.1, "started");
                Ok(Self {
                    opened,
                    pages_url: urls.0,
                    peers_url: urls.1,
                    listening: tokens.0,
                    working: tokens.1,
                    listeners,
                    workers,
                })
            }
            Err(error) => {
                opened.close().await;
                Err(error)
            }
        }
    }

    async fn run(
        start: &Start,
        opened: &Opened,
        (cover, pages, peers): (Cover, TcpListener, TcpListener),
    ) -> Result<(
        (CancellationToken, CancellationToken),
        JoinSet<()>,
        JoinSet<()>,
    )> {
        let (listening, working) = (CancellationToken::new(), CancellationToken::new());
        let pins = Arc::new(Pins::default());
        let mut known = upkeep::Known::default();
        upkeep::pins(&opened.store, &pins, &mut known).await?;
        let tls = tls::peers_config(&opened.leaf, &pins, Arc::clone(&start.clock))?;
        let app = web::App::new(opened.office.clone(), web_settings(start, &cover)?);

        let mut listeners = JoinSet::new();
        let stop = listening.clone().cancelled_owned();
        let people = listen::people(pages, cover, app.people(), Limits::default(), stop);
        listeners.spawn(logged("pages", people));
        let who = {
            let pins = Arc::clone(&pins);
            Arc::new(move |leaf: &rustls_pki_types::CertificateDer<'_>| pins.who(leaf))
        };
        let stop = listening.clone().cancelled_owned();
        let peers = listen::peers(peers, tls, who, (app.peers(), Limits::default()), stop);
        listeners.spawn(logged("peers", peers));

        // A node without its socket works all the same; only commands beside it have to wait until it stops.
        match socket::listen(opened.office.clone(), &start.dir, listening.clone()) {
            Ok(commands) => drop(listeners.spawn(commands)),
            Err(error) => tracing::warn!(error = error.line(), "commands cannot reach this node"),
        }

        let mut workers = office::workers::start(&opened.office, &working);
        workers.spawn(upkeep::run(upkeep::House {
            store: opened.store.clone(),
            leaf: Arc::clone(&opened.leaf),
            pins,
            known,
            clock: Arc::clone(&start.clock),
            stop: working.clone(),
        }));
        Ok(((listening, working), listeners, workers))
    }

    /// The office.
    #[must_use]
    pub fn office(&self) -> &Office {
        &self.opened.office
    }

    /// The store.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.opened.store
    }

    /// Where people reach the pages, with the real port.
    #[must_use]
    pub fn pages_url(&self) -> &str {
        &self.pages_url
    }

    /// Where peers reach the inbox, with the real port.
    #[must_use]
    pub fn peers_url(&self) -> &str {
        &self.peers_url
    }

    /// Resolves when a commit failed: then the process must end with [`BROKEN_EXIT`] and be started again.
    pub async fn broken(&self) {
        while !self.office().broken() {
            tokio::time::sleep(BROKEN_LOOK).await;
        }
    }

    /// Stop: no new requests, running ones end, workers finish what they have in hand, the store is closed and its lock given
    /// back.
    pub async fn stop(mut self) {
        let state = self.office().state().to_string();
        tracing::info!(state, "stopping: no new requests");
        self.listening.cancel();
        while self.listeners.join_next().await.is_some() {}
        tracing::debug!(state, "listeners ended");
        self.working.cancel();
        let workers = &mut self.workers;
        let all = async move { while workers.join_next().await.is_some() {} };
        if tokio::time::timeout(WORKERS_STOP, all).await.is_err() {
            tracing::warn!(
                "workers were stopped in the middle; what they did not finish is done again"
            );
            self.workers.shutdown().await;
        }
        tracing::debug!(state, "workers ended");
        self.opened.close().await;
        tracing::info!(state, "stopped");
    }
}

fn cover(dir: &Path, config: &Config) -> Result<Cover> {
    let pages = &config.pages;
    let paths = (
        Config::path(dir, &pages.tls_certificate),
        Config::path(dir, &pages.tls_key),
    );
    match paths {
        (Some(certificate), Some(key)) => Ok(Cover::Tls(tls::pages_config(&certificate, &key)?)),
        _ => Ok(Cover::PlainLoopback),
    }
}

fn urls(config: &Config, pages: SocketAddr, peers: SocketAddr) -> (String, String) {
    let scheme = if config.pages.tls_certificate.is_empty() {
        "http"
    } else {
        "https"
    };
    let or = |given: &String, made: String| {
        if given.is_empty() {
            made
        } else {
            given.clone()
        }
    };
    (
        // Passkeys are bound to a name, and browsers take `localhost` for one.
        or(
            &config.pages.url,
            format!("{scheme}://localhost:{}", pages.port()),
        ),
        or(
            &config.peers.url,
            format!("https://localhost:{}", peers.port()),
        ),
    )
}

fn web_settings(start: &Start, cover: &Cover) -> Result<web::Settings> {
    let zone = &start.config.pages.zone;
    Ok(web::Settings {
        tls: matches!(cover, Cover::Tls(_)),
        zone: jiff::tz::TimeZone::get(zone)
            .map_err(|e| Error::config("pages.zone", e.to_string()))?,
        demo_sign_ins: start.demo_sign_ins.clone(),
        ..web::Settings::default()
    })
}

async fn logged(
    who: &'static str,
    listener: impl Future<Output = std::result::Result<(), listen::Error>>,
) {
    if let Err(error) = listener.await {
        tracing::error!(%error, who, "a listener ended");
    }
}

/// Hears Ctrl-C and SIGTERM from the moment it is made. It is made before a node is: a signal that comes while the node starts is
/// not lost, and ends no process in the middle of something.
#[derive(Debug)]
pub struct Signals([tokio::signal::unix::Signal; 2]);

impl Signals {
    /// Begin to listen.
    ///
    /// # Errors
    /// Where signals cannot be heard.
    pub fn listen() -> Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        let hear =
            |kind| signal(kind).map_err(|e| Error::file("listened to", Path::new("signals"), e));
        Ok(Self([
            hear(SignalKind::interrupt())?,
            hear(SignalKind::terminate())?,
        ]))
    }

    /// Resolves once one of them has come.
    pub async fn heard(&mut self) {
        let Self([interrupt, terminate]) = self;
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    }
}

/// Keep nodes running until a signal comes (then 0) or a commit fails in one of them (then [`BROKEN_EXIT`]); stop them.
pub async fn until_stopped(nodes: Vec<Node>, mut signals: Signals) -> ExitCode {
    let code = tokio::select! {
        () = signals.heard() => ExitCode::SUCCESS,
        () = any_broken(&nodes) => {
            tracing::error!("a commit failed: this process ends and must be started again");
            ExitCode::from(BROKEN_EXIT)
        }
    };
    futures_util::future::join_all(nodes.into_iter().map(Node::stop)).await;
    code
}

async fn any_broken(nodes: &[Node]) {
    while !nodes.iter().any(|node| node.office().broken()) {
        tokio::time::sleep(BROKEN_LOOK).await;
    }
}

#[cfg(test)]
mod tests;
