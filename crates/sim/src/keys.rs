//! Keys in memory: what `keyfiles` is on disk.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use jiff::{SignedDuration, Timestamp};
use model::{AuthorityId, Digest};
use office::Keys;
use office::ports::{SharedSigner, WeeklyKey};
use seal::Random;
use seal::ledger::NoteSigner;
use seal::suite::{KemKeyPair, SigningPair, SigningSeeds};

/// All keys of one State, in the clear.
pub struct RamKeys {
    root: SharedSigner,
    node: SharedSigner,
    authorities: BTreeMap<AuthorityId, SharedSigner>,
    log: NoteSigner,
    weekly: Mutex<Vec<(Arc<KemKeyPair>, Timestamp, Timestamp)>>,
}

const WEEK: SignedDuration = SignedDuration::from_hours(24 * 7);

fn pair(dice: &mut dyn Random) -> seal::Result<SharedSigner> {
    Ok(Arc::new(SigningPair::from_seeds(&SigningSeeds::generate(
        dice,
    ))?))
}

impl RamKeys {
    /// Fresh keys for a State whose ledger has this origin.
    ///
    /// # Errors
    /// Never in practice: every seed is usable.
    pub fn new(
        origin: &str,
        authorities: &[AuthorityId],
        dice: &mut dyn Random,
    ) -> seal::Result<Self> {
        let mut keys = BTreeMap::new();
        for id in authorities {
            keys.insert(id.clone(), pair(dice)?);
        }
        Ok(Self {
            root: pair(dice)?,
            node: pair(dice)?,
            authorities: keys,
            log: NoteSigner::from_seed(origin, &dice.bytes())?,
            weekly: Mutex::new(Vec::new()),
        })
    }
}

impl Keys for RamKeys {
    fn root(&self) -> Option<SharedSigner> {
        Some(Arc::clone(&self.root))
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
        let weekly = self.weekly.lock().ok()?;
        weekly
            .iter()
            .find(|(pair, ..)| pair.public().key_id() == *key_id)
            .map(|(pair, ..)| Arc::clone(pair))
    }

    fn weekly_keys(&self) -> Vec<WeeklyKey> {
        let Ok(weekly) = self.weekly.lock() else {
            return Vec::new();
        };
        weekly
            .iter()
            .map(|(pair, from, until)| WeeklyKey {
                public: pair.public().clone(),
                from: *from,
                until: *until,
            })
            .collect()
    }

    fn rotate(&self, now: Timestamp, dice: &mut dyn Random) -> Result<bool, String> {
        let mut weekly = self.weekly.lock().map_err(|e| e.to_string())?;
        let mut changed = false;
        let horizon = now + WEEK * 4;
        let mut from = weekly.last().map_or(now, |(_, _, until)| *until);
        while from < horizon {
            let pair = KemKeyPair::generate(dice).map_err(|e| e.to_string())?;
            weekly.push((Arc::new(pair), from, from + WEEK));
            from += WEEK;
            changed = true;
        }
        Ok(changed)
    }
}

impl std::fmt::Debug for RamKeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RamKeys")
    }
}
