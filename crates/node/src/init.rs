//! Making a node: keys, TLS authority, State card number 1, config, store, first checkpoint; all of it or nothing. What is made
//! is built in a folder beside (or, where that is not allowed, inside) the wanted one and moved into place when it is whole.

mod card;
pub(crate) mod staging;

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use jiff::Timestamp;
use model::state::{Authority, StateProfile};
use model::template::Forms;
use model::{AuthorityId, Digest, StateCode};
use office::{Clock, Dice, Office, Parts, Settings};
use seal::keys::Cost;
use serde::{Deserialize, Serialize};
use store::{Options, Store};

use crate::clock::SystemClock;
use crate::config::{self, Config};
use crate::dice::SystemDice;
use crate::error::{Error, Result};
use crate::files;
use crate::keyfiles::{KeyFiles, Lock, NewAuthority};
use crate::post::HttpPost;
use crate::tls::{self, Leaf};
use crate::unlock::Unlock;
use staging::Staging;

pub use card::{CARD_LIFE, first_card, sign_next};

/// What the State says of its law and its authorities, in the node's folder.
pub const STATE_FILE: &str = "state.json";
/// A copy of the first State card, to hand to others.
pub const CARD_FILE: &str = "state.card";
/// Largest file of a State.
const STATE_BYTES_MAX: usize = 4 << 20;
/// Where free ports are looked for: below the range from which systems serve outgoing connections and port 0, so that a
/// port which is free stays so until its node listens.
const FREE_PORTS: Range<u16> = 20_000..32_000;
/// How far apart two processes with neighbouring numbers begin to look; prime, so that each place is somebody's first.
const FREE_PORTS_STRIDE: u32 = 7919;

/// What a node is made from.
#[derive(Clone)]
pub struct InitOptions {
    /// The folder: absent or empty.
    pub dir: PathBuf,
    /// Settings; `config.peers.url` is what the card says (see [`choose_ports`] for the demo).
    pub config: Config,
    /// The State's law as far as cooperation turns on it.
    pub profile: StateProfile,
    /// The State's authorities; each gets a key.
    pub authorities: Vec<Authority>,
    /// What will open the keys.
    pub unlock: Unlock,
    /// Cost of a passphrase; lower only in tests.
    pub cost: Cost,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The dice.
    pub dice: Arc<dyn Dice>,
}

impl std::fmt::Debug for InitOptions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("InitOptions")
            .field("dir", &self.dir)
            .finish_non_exhaustive()
    }
}

impl InitOptions {
    /// With the machine's clock and randomness.
    #[must_use]
    pub fn new(
        dir: PathBuf,
        profile: StateProfile,
        authorities: Vec<Authority>,
        unlock: Unlock,
    ) -> Self {
        Self {
            dir,
            config: Config::of(&profile.code),
            profile,
            authorities,
            unlock,
            cost: Cost::STANDARD,
            clock: Arc::new(SystemClock),
            dice: Arc::new(SystemDice),
        }
    }
}

/// What was made.
#[derive(Debug, Clone)]
pub struct Initialised {
    /// The node's folder.
    pub dir: PathBuf,
    /// The State.
    pub state: StateCode,
    /// The State card.
    pub card: Vec<u8>,
    /// Sixty digits for two people to read to each other.
    pub fingerprint: String,
    /// When the card expires.
    pub card_expires: Timestamp,
    /// Entries and root of the first checkpoint.
    pub checkpoint: (u64, Digest),
}

/// What a State says of itself, as a file in the node's folder.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StateFile {
    /// The profile.
    pub profile: StateProfile,
    /// The authorities.
    pub authorities: Vec<Authority>,
}

impl StateFile {
    /// Read it from a node's folder.
    ///
    /// # Errors
    /// Naming file, line and what is wrong.
    pub fn load(dir: &Path) -> Result<Self> {
        let path = dir.join(STATE_FILE);
        let bytes = files::read(&path, STATE_BYTES_MAX)?;
        let place = || path.display().to_string();
        let file: Self =
            serde_json::from_slice(&bytes).map_err(|e| Error::config(place(), e.to_string()))?;
        let known = model::rules::codes::MEASURES;
        let judged = &file.profile.measures_validated;
        match judged.iter().find(|code| !known.contains(&code.as_str())) {
            // A word nobody knows would mean that no judge is ever asked.
            Some(code) => Err(Error::config(
                place(),
                format!(
                    "measures_validated: there is no measure `{code}`; known are {}",
                    known.join(", ")
                ),
            )),
            None => Ok(file),
        }
    }
}

/// Give the listeners free ports of this machine and write them into the config: for the demo and tests.
///
/// # Errors
/// If there is none.
pub fn choose_ports(config: &mut Config) -> Result<()> {
    let free = |who| {
        free_port().map_err(|e| Error::Listen {
            who,
            address: Ipv4Addr::LOCALHOST.to_string(),
            what: e.to_string(),
        })
    };
    let (pages, peers) = (free("pages")?, free("peers")?);
    config.pages.listen = pages.to_string();
    config.peers.listen = peers.to_string();
    config.peers.url = format!("https://localhost:{}", peers.port());
    Ok(())
}

/// A free port of this machine, on loopback: each call of a process answers another one, and processes that run at the same
/// time begin at places far apart.
///
/// # Errors
/// What the system says of the last one tried, if there is none.
pub fn free_port() -> std::io::Result<SocketAddr> {
    static CALLS: AtomicU32 = AtomicU32::new(0);
    let count = u32::from(FREE_PORTS.end - FREE_PORTS.start);
    let begin = std::process::id() % count * FREE_PORTS_STRIDE;
    let mut none = std::io::Error::from(std::io::ErrorKind::AddrInUse);
    for _ in 0..count {
        let next = begin + CALLS.fetch_add(1, Ordering::Relaxed) % count;
        let port = FREE_PORTS.start + (next % count) as u16;
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return listener.local_addr(),
            Err(error) => none = error,
        }
    }
    Err(none)
}

/// Make a node. Nothing half-made remains on failure.
///
/// # Errors
/// [`Error::Occupied`] where the folder holds something; [`Error::Config`] for settings that cannot be; what the disk says.
pub async fn init(options: InitOptions) -> Result<Initialised> {
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    check(&options)?;
    let staging = Staging::begin(&options.dir, &*options.dice)?;
    match build(&options, staging.path()).await {
        Ok(mut made) => {
            staging.finish()?;
            made.dir = options.dir;
            Ok(made)
        }
        Err(error) => {
            staging.give_up();
            Err(error)
        }
    }
}

fn check(options: &InitOptions) -> Result<()> {
    // What is written must be readable again, and the folder's file is where a mistake would show first.
    Config::read(&options.config.file(), config::FILE, &|_| None)?;
    if options.config.state()? != options.profile.code {
        return Err(Error::config(
            "state",
            "the config and the profile are two States",
        ));
    }
    if options.config.peers.url.is_empty() {
        let what = "must be given: it stands in the State card, and other States send to it (https://host:port)";
        return Err(Error::config("peers.url", what));
    }
    if options.authorities.is_empty() {
        return Err(Error::config(
            "authorities",
            "a State needs at least one authority",
        ));
    }
    let ids: std::collections::BTreeSet<&AuthorityId> =
        options.authorities.iter().map(|a| &a.id).collect();
    if ids.len() != options.authorities.len() {
        return Err(Error::config("authorities", "two have the same id"));
    }
    Ok(())
}

async fn build(options: &InitOptions, dir: &Path) -> Result<Initialised> {
    let (state, now) = (options.config.state()?, options.clock.now());
    let mut dice = office::ports::Throw(Arc::clone(&options.dice));
    let (key, certificate) = tls::Authority::generate(&state, now)?;
    let ids: Vec<AuthorityId> = options.authorities.iter().map(|a| a.id.clone()).collect();
    let lock = Lock {
        unlock: options.unlock.clone(),
        cost: options.cost,
    };
    KeyFiles::create(
        dir,
        &ids,
        &lock,
        NewAuthority { key, certificate },
        (now, &mut dice),
    )?;
    let keys = KeyFiles::open(dir, &state, lock)?;
    let file = StateFile {
        profile: options.profile.clone(),
        authorities: options.authorities.clone(),
    };
    let json =
        serde_json::to_vec_pretty(&file).map_err(|e| Error::config(STATE_FILE, e.to_string()))?;
    files::replace(&dir.join(STATE_FILE), &json)?;
    let card = first_card(options, &keys, now)?;
    files::replace(&dir.join(CARD_FILE), &card)?;

    let store = Store::open(Options {
        dir: dir.to_owned(),
        url: (!options.config.store.url.is_empty()).then(|| options.config.store.url.clone()),
        vault: keys.vault(),
        dice: Box::new(dice),
    })
    .await?;
    let kept = keep(options, (dir, &store), keys, card.clone()).await;
    store.close().await;
    let checkpoint = kept?;
    files::replace(&dir.join(config::FILE), options.config.file().as_bytes())?;
    let open = seal::card::open_card(&card, now);
    let open = open.map_err(|source| Error::Seal {
        doing: "read the State card back",
        source,
    })?;
    Ok(Initialised {
        dir: dir.to_owned(),
        state,
        fingerprint: open.fingerprint(),
        card_expires: open.card.expires,
        card,
        checkpoint,
    })
}

/// The first acts of the node: its card, its leaflet, its checkpoint.
async fn keep(
    options: &InitOptions,
    (dir, store): (&Path, &Store),
    keys: KeyFiles,
    card: Vec<u8>,
) -> Result<(u64, Digest)> {
    if store.ledger_size().await? != 0 {
        let what = "this database already holds a node; give an empty one";
        return Err(Error::config("store.url", what));
    }
    let (state, now) = (options.config.state()?, options.clock.now());
    let (key, certificate) = keys.tls_ca();
    let authority = tls::Authority::open(&state, key, certificate)?;
    let tls_ca = authority.digest();
    let leaf = Leaf::new(authority, Vec::new(), now)?;
    let file = StateFile {
        profile: options.profile.clone(),
        authorities: options.authorities.clone(),
    };
    let urls = (
        options.config.pages.url.clone(),
        options.config.peers.url.clone(),
    );
    let office = Office::new(Parts {
        store: store.clone(),
        clock: Arc::clone(&options.clock),
        dice: Arc::clone(&options.dice),
        post: Arc::new(HttpPost::new(leaf, Arc::clone(&options.clock))),
        keys: Arc::new(keys),
        settings: settings(&options.config, (file, Forms::shipped()), urls, tls_ca)?,
    })
    .await?;
    office::peers::keep_our_card(&office, card).await?;
    let signed = office::ledger::checkpoint(&office).await?;
    match signed {
        Some(signed) => Ok((signed.size, signed.root)),
        None => Err(Error::config(
            dir.display().to_string(),
            "the ledger stayed empty",
        )),
    }
}

/// What the office is told of the node.
pub(crate) fn settings(
    config: &Config,
    (file, forms): (StateFile, Forms),
    (pages_url, peers_url): (String, String),
    tls_ca: Digest,
) -> Result<Settings> {
    let folders: Vec<PathBuf> = config
        .papers
        .font_folders
        .iter()
        .map(PathBuf::from)
        .collect();
    Ok(Settings {
        profile: file.profile,
        authorities: file.authorities,
        single_officer: config
            .single_officer()
            .map_err(|what| Error::config("authorities.single_officer", what))?,
        pages_url,
        peers_url,
        tls_ca,
        fonts: office::fonts::find(&folders),
        passwords: config.pages.passwords,
        drop_properties: config.screening.drop_properties.clone(),
        forms,
    })
}

#[cfg(test)]
pub(crate) mod tests;
