//! The keys as files: `keys/` in the node's folder. Three chests, each encrypted under the passphrase or key file:
//!
//! - `root.chest`: the State root. Belongs offline; looked for only when a card is to be signed, never held in memory;
//! - `node.chest`: the node's and its authorities' signing seeds, the ledger's, the vault key, the TLS authority's key;
//! - `weekly.chest`: the encryption keys of the weeks. Written anew when a week's key is made or destroyed.
//!
//! Beside them, in the clear because it is public: `tls-ca.der`, the certificate of the State's TLS authority.

use std::collections::BTreeMap;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use jiff::Timestamp;
use model::limits::KEY_CHEST_BYTES_MAX;
use model::{AuthorityId, Digest, StateCode};
use office::ports::{Keys, SharedSigner, WeeklyKey};
use seal::Random;
use seal::keys::{Chest, Cost, Secret, WeekKey, names};
use seal::ledger::NoteSigner;
use seal::suite::{KemKeyPair, SigningPair, SigningSeeds};
use seal::vault::VaultKey;
use zeroize::Zeroizing;

use crate::error::{Doing as _, Error, Result};
use crate::files;
use crate::unlock::Unlock;

/// The folder in the node's folder.
pub const FOLDER: &str = "keys";
/// The root's chest.
pub const ROOT_FILE: &str = "root.chest";
/// The node's chest.
pub const NODE_FILE: &str = "node.chest";
/// The chest of the weekly keys.
pub const WEEKLY_FILE: &str = "weekly.chest";
/// The TLS authority's certificate.
pub const TLS_CA_FILE: &str = "tls-ca.der";
/// Weekly keys are made so many weeks ahead of the current one.
pub const WEEKS_AHEAD: u8 = 4;
/// Largest TLS authority certificate.
const CERTIFICATE_BYTES_MAX: usize = 8 << 10;

/// What opens and writes the chests.
#[derive(Debug, Clone)]
pub struct Lock {
    /// Passphrase or key file.
    pub unlock: Unlock,
    /// Cost of a passphrase, for chests that are written.
    pub cost: Cost,
}

impl From<Unlock> for Lock {
    fn from(unlock: Unlock) -> Self {
        Self {
            unlock,
            cost: Cost::STANDARD,
        }
    }
}

/// A node's keys, opened.
pub struct KeyFiles {
    folder: PathBuf,
    lock: Lock,
    node: SharedSigner,
    authorities: BTreeMap<AuthorityId, SharedSigner>,
    log: NoteSigner,
    vault: VaultKey,
    tls_ca: Zeroizing<Vec<u8>>,
    tls_ca_certificate: Vec<u8>,
    weekly: RwLock<Chest>,
}

impl std::fmt::Debug for KeyFiles {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KeyFiles")
            .field("folder", &self.folder)
            .finish_non_exhaustive()
    }
}

/// The name under which a State's ledger signs its checkpoints.
#[must_use]
pub fn log_origin(state: &StateCode) -> String {
    format!("{}/log", crate::tls::state_name(state))
}

/// The TLS authority, as a new node's chest takes it: private key (PKCS#8) and certificate (DER).
#[derive(Debug)]
pub struct NewAuthority {
    /// PKCS#8.
    pub key: Zeroizing<Vec<u8>>,
    /// DER.
    pub certificate: Vec<u8>,
}

impl KeyFiles {
    /// Make the keys of a new node in its folder and open them.
    ///
    /// # Errors
    /// What the disk says.
    pub fn create(
        dir: &Path,
        authorities: &[AuthorityId],
        lock: &Lock,
        tls: NewAuthority,
        (now, rng): (Timestamp, &mut dyn Random),
    ) -> Result<()> {
        let folder = dir.join(FOLDER);
        std::fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&folder)
            .map_err(|e| Error::file("created", &folder, e))?;
        let mut root = Chest::default();
        root.put(names::ROOT, Secret::Signing(SigningSeeds::generate(rng)));
        write(&folder.join(ROOT_FILE), &root, lock, rng)?;
        let mut node = Chest::default();
        node.put(names::NODE, Secret::Signing(SigningSeeds::generate(rng)));
        for id in authorities {
            let seeds = SigningSeeds::generate(rng);
            node.put(&names::authority(id.as_str()), Secret::Signing(seeds));
        }
        node.put(names::VAULT, Secret::Vault(VaultKey::generate(rng)));
        node.put(names::LOG, Secret::Seed(Zeroizing::new(rng.bytes())));
        node.put(names::TLS_CA, Secret::Opaque(tls.key));
        write(&folder.join(NODE_FILE), &node, lock, rng)?;
        let mut weekly = Chest::default();
        turn(&mut weekly, now, rng).doing("make the weekly keys")?;
        write(&folder.join(WEEKLY_FILE), &weekly, lock, rng)?;
        files::replace(&folder.join(TLS_CA_FILE), &tls.certificate)
    }

    /// Open the keys of a node's folder.
    ///
    /// # Errors
    /// [`Error::Locked`] for another passphrase or key file; [`Error::Keys`] where a chest is damaged or lacks a key.
    pub fn open(dir: &Path, state: &StateCode, lock: Lock) -> Result<Self> {
        let folder = dir.join(FOLDER);
        let path = folder.join(NODE_FILE);
        let chest = read(&path, &lock)?;
        let lacks = |what: &str| Error::Keys {
            path: path.display().to_string(),
            what: format!("has no {what}: restore this file from its copy"),
        };
        let node = chest.signing(names::NODE).map_err(|_| lacks("node key"))?;
        let Some(Secret::Seed(seed)) = chest.get(names::LOG) else {
            return Err(lacks("ledger key"));
        };
        let Some(Secret::Opaque(tls_ca)) = chest.get(names::TLS_CA) else {
            return Err(lacks("key of the TLS authority"));
        };
        let mut authorities: BTreeMap<AuthorityId, SharedSigner> = BTreeMap::new();
        for name in chest.names() {
            let Some(Ok(id)) = name.strip_prefix(names::AUTHORITY).map(str::parse) else {
                continue;
            };
            let pair = chest.signing(name).map_err(|_| lacks("authority's key"))?;
            authorities.insert(id, Arc::new(pair));
        }
        Ok(Self {
            node: Arc::new(node),
            authorities,
            log: NoteSigner::from_seed(&log_origin(state), seed).doing("open the ledger's key")?,
            vault: chest.vault().map_err(|_| lacks("vault key"))?,
            tls_ca: tls_ca.clone(),
            tls_ca_certificate: files::read(&folder.join(TLS_CA_FILE), CERTIFICATE_BYTES_MAX)?,
            weekly: RwLock::new(read(&folder.join(WEEKLY_FILE), &lock)?),
            folder,
            lock,
        })
    }

    /// Wraps the keys of records.
    #[must_use]
    pub fn vault(&self) -> VaultKey {
        self.vault.clone()
    }

    /// The TLS authority: private key (PKCS#8) and certificate (DER).
    #[must_use]
    pub fn tls_ca(&self) -> (&[u8], &[u8]) {
        (&self.tls_ca, &self.tls_ca_certificate)
    }

    /// The ids of the authorities that have a key here.
    pub fn authorities(&self) -> impl Iterator<Item = &AuthorityId> {
        self.authorities.keys()
    }

    /// The root, opened for one use.
    ///
    /// # Errors
    /// [`Error::Locked`], [`Error::Keys`]; absent is `Ok(None)`: it is kept offline.
    pub fn open_root(&self) -> Result<Option<SigningPair>> {
        let path = self.folder.join(ROOT_FILE);
        if !path.exists() {
            return Ok(None);
        }
        let chest = read(&path, &self.lock)?;
        let root = chest.signing(names::ROOT).map_err(|_| Error::Keys {
            path: path.display().to_string(),
            what: "has no root key".to_owned(),
        })?;
        Ok(Some(root))
    }

    fn weeks<T>(&self, read: impl FnOnce(&Chest) -> T) -> T {
        read(&self.weekly.read().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Make what is missing, destroy what is past; whether anything changed.
fn turn(chest: &mut Chest, now: Timestamp, rng: &mut dyn Random) -> seal::Result<bool> {
    let missing = chest.weeks_missing(now, WEEKS_AHEAD)?;
    let made = !missing.is_empty();
    for week in missing {
        let pair = KemKeyPair::generate(rng)?;
        let key = WeekKey { pair, week };
        chest.put(&names::week(&key), Secret::Week(key));
    }
    Ok(chest.destroy_weeks(now) > 0 || made)
}

fn write(path: &Path, chest: &Chest, lock: &Lock, rng: &mut dyn Random) -> Result<()> {
    let bytes =
        seal::keys::lock(chest, lock.unlock.seal(), lock.cost, rng).doing("lock a key chest")?;
    files::replace_and_wipe(path, &bytes)
}

fn read(path: &Path, lock: &Lock) -> Result<Chest> {
    let bytes = files::read(path, KEY_CHEST_BYTES_MAX)?;
    let place = || path.display().to_string();
    seal::keys::unlock(&bytes, lock.unlock.seal()).map_err(|error| match error {
        seal::Error::Passphrase => Error::Locked { path: place() },
        seal::Error::Algorithm(_) => Error::Keys {
            path: place(),
            what: "was written by a newer version of this program".to_owned(),
        },
        other => Error::Keys {
            path: place(),
            what: format!("is damaged or no key chest ({other}): restore it from its copy"),
        },
    })
}

impl Keys for KeyFiles {
    fn root(&self) -> Option<SharedSigner> {
        match self.open_root() {
            Ok(root) => root.map(|pair| Arc::new(pair) as SharedSigner),
            Err(error) => {
                tracing::warn!(error = error.line(), "the root key");
                None
            }
        }
    }

    fn node(&self) -> SharedSigner {
        Arc::clone(&self.node)
    }

    fn authority(&self, id: &AuthorityId) -> Option<SharedSigner> {
        self.authorities.get(id).cloned()
    }

    fn log(&self) -> &NoteSigner {
        &self.log
    }

    fn weekly(&self, key_id: &Digest) -> Option<Arc<KemKeyPair>> {
        self.weeks(|chest| {
            let weeks = chest.weeks();
            let found = weeks
                .iter()
                .find(|key| key.pair.public().key_id() == *key_id);
            found.map(|key| Arc::new(key.pair.clone()))
        })
    }

    fn weekly_keys(&self) -> Vec<WeeklyKey> {
        let public = |key: &&WeekKey| WeeklyKey {
            public: key.pair.public().clone(),
            from: key.week.from(),
            until: key.week.until(),
        };
        self.weeks(|chest| chest.weeks().iter().map(public).collect())
    }

    fn rotate(&self, now: Timestamp, dice: &mut dyn Random) -> std::result::Result<bool, String> {
        // Held while the file is written: two turns at once would each write a chest that lacks the other's key.
        let mut held = self.weekly.write().unwrap_or_else(PoisonError::into_inner);
        let mut next = held.clone();
        if !turn(&mut next, now, dice).map_err(|e| e.to_string())? {
            return Ok(false);
        }
        let path = self.folder.join(WEEKLY_FILE);
        write(&path, &next, &self.lock, dice).map_err(|e| e.line())?;
        *held = next;
        Ok(true)
    }
}

#[cfg(test)]
mod tests;
