//! The content of a key file: secrets by name.

use super::week::{Week, WeekKey};
use crate::cbor::{Value, decode, encode};
use crate::suite::{KemKeyPair, SigningPair, SigningSeeds};
use crate::vault::VaultKey;
use crate::{Error, Result};
use jiff::Timestamp;
use std::collections::BTreeMap;
use zeroize::{Zeroize as _, Zeroizing};

/// The names under which secrets stand in a chest.
pub mod names {
    use super::WeekKey;

    /// The State root (offline chest).
    pub const ROOT: &str = "root";
    /// The node's signing pair.
    pub const NODE: &str = "node";
    /// The vault key.
    pub const VAULT: &str = "vault";
    /// The Ed25519 seed that signs checkpoints.
    pub const LOG: &str = "log";
    /// The private key of the State's TLS authority, PKCS#8.
    pub const TLS_CA: &str = "tls-ca";
    /// What stands before an authority's id.
    pub const AUTHORITY: &str = "authority/";
    /// What stands before a week.
    pub const WEEK: &str = "week/";

    /// Name of an authority's signing pair.
    pub fn authority(id: &str) -> String {
        format!("{AUTHORITY}{id}")
    }

    /// Name of a weekly encryption key: by its first day and key id, so that two of one week can stand side by side.
    pub fn week(key: &WeekKey) -> String {
        format!("{WEEK}{}", key.pair.public().key_id())
    }
}

/// One secret.
#[derive(Clone)]
pub enum Secret {
    /// Seeds of a signing pair.
    Signing(SigningSeeds),
    /// A weekly encryption key pair.
    Week(WeekKey),
    /// The vault key.
    Vault(VaultKey),
    /// A 32-byte seed for something else.
    Seed(Zeroizing<[u8; 32]>),
    /// Bytes whose form another room knows (PKCS#8).
    Opaque(Zeroizing<Vec<u8>>),
}

impl core::fmt::Debug for Secret {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::Signing(_) => "Signing(..)",
            Self::Week(_) => "Week(..)",
            Self::Vault(_) => "Vault(..)",
            Self::Seed(_) => "Seed(..)",
            Self::Opaque(_) => "Opaque(..)",
        })
    }
}

impl Secret {
    fn to_cbor(&self) -> Value {
        let items = match self {
            Self::Signing(seeds) => {
                vec![
                    Value::text("signing"),
                    Value::bytes(seeds.ed25519.as_slice()),
                    Value::bytes(seeds.ml_dsa.as_slice()),
                ]
            }
            Self::Week(key) => vec![
                Value::text("week"),
                Value::bytes(key.pair.secret_seed()),
                Value::time(key.week.from()),
            ],
            Self::Vault(key) => vec![Value::text("vault"), Value::bytes(key.secret_bytes())],
            Self::Seed(seed) => vec![Value::text("seed"), Value::bytes(seed.as_slice())],
            Self::Opaque(bytes) => vec![Value::text("opaque"), Value::bytes(bytes)],
        };
        Value::Array(items)
    }

    fn from_cbor(value: Value) -> Result<Self> {
        const WHAT: &str = "secret";
        let bad = Error::malformed(WHAT, "unknown kind or wrong length");
        let seed = |bytes: Vec<u8>| {
            let bytes = Zeroizing::new(bytes);
            bytes
                .as_slice()
                .try_into()
                .map(Zeroizing::new)
                .map_err(|_| Error::malformed(WHAT, "not 32 bytes"))
        };
        let mut parts = value.into_array(WHAT)?.into_iter();
        let kind = parts.next().ok_or(bad.clone())?.into_text(WHAT)?;
        let first = parts.next().ok_or(bad.clone())?.into_bytes(WHAT)?;
        let second = parts.next();
        if parts.next().is_some() {
            return Err(bad);
        }
        match (kind.as_str(), second) {
            ("signing", Some(Value::Bytes(ml_dsa))) => Ok(Self::Signing(SigningSeeds {
                ed25519: seed(first)?,
                ml_dsa: seed(ml_dsa)?,
            })),
            ("week", Some(from)) => {
                let week = Week::of(from.into_time(WHAT)?)?;
                Ok(Self::Week(WeekKey {
                    pair: KemKeyPair::from_seed(&*seed(first)?)?,
                    week,
                }))
            }
            ("vault", None) => Ok(Self::Vault(VaultKey::from_bytes(*seed(first)?))),
            ("seed", None) => Ok(Self::Seed(seed(first)?)),
            ("opaque", None) => Ok(Self::Opaque(Zeroizing::new(first))),
            _ => Err(bad),
        }
    }
}

/// Named secrets.
#[derive(Debug, Clone, Default)]
pub struct Chest {
    secrets: BTreeMap<String, Secret>,
}

impl Chest {
    /// Puts a secret in, replacing one of the same name.
    pub fn put(&mut self, name: &str, secret: Secret) {
        self.secrets.insert(name.to_owned(), secret);
    }

    /// Takes a secret out for good; writing the file again destroys it.
    pub fn remove(&mut self, name: &str) -> Option<Secret> {
        self.secrets.remove(name)
    }

    /// A secret by name.
    pub fn get(&self, name: &str) -> Option<&Secret> {
        self.secrets.get(name)
    }

    /// The names, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.secrets.keys().map(String::as_str)
    }

    /// The signing pair of that name.
    ///
    /// # Errors
    /// [`Error::Missing`] when there is none.
    pub fn signing(&self, name: &str) -> Result<SigningPair> {
        match self.get(name) {
            Some(Secret::Signing(seeds)) => SigningPair::from_seeds(seeds),
            _ => Err(Error::Missing("signing key")),
        }
    }

    /// The vault key.
    ///
    /// # Errors
    /// [`Error::Missing`] when there is none.
    pub fn vault(&self) -> Result<VaultKey> {
        match self.get(names::VAULT) {
            Some(Secret::Vault(key)) => Ok(key.clone()),
            _ => Err(Error::Missing("vault key")),
        }
    }

    /// The weekly encryption keys, oldest first.
    pub fn weeks(&self) -> Vec<&WeekKey> {
        let mut weeks: Vec<&WeekKey> = self
            .secrets
            .values()
            .filter_map(|secret| {
                if let Secret::Week(key) = secret {
                    Some(key)
                } else {
                    None
                }
            })
            .collect();
        weeks.sort_by_key(|key| key.week);
        weeks
    }

    /// The weeks without a key, from the week of `now` to `ahead` weeks after it.
    ///
    /// # Errors
    /// [`Error::Input`] at the end of the calendar.
    pub fn weeks_missing(&self, now: Timestamp, ahead: u8) -> Result<Vec<Week>> {
        let mut week = Week::of(now)?;
        let mut missing = Vec::new();
        for _ in 0..=ahead {
            if !self.weeks().iter().any(|key| key.week == week) {
                missing.push(week);
            }
            week = week.next()?;
        }
        Ok(missing)
    }

    /// Removes the weekly keys whose time of destruction has come; gives how many. Forward secrecy rests on writing the
    /// chest afterwards and destroying the old file.
    pub fn destroy_weeks(&mut self, now: Timestamp) -> usize {
        let before = self.secrets.len();
        self.secrets.retain(
            |_, secret| !matches!(secret, Secret::Week(key) if key.week.destroy_at() <= now),
        );
        before - self.secrets.len()
    }

    pub(super) fn to_plain(&self) -> Vec<u8> {
        let pairs = self
            .secrets
            .iter()
            .map(|(name, secret)| (Value::text(name), secret.to_cbor()))
            .collect();
        let mut value = Value::Map(pairs);
        let bytes = encode(&value);
        wipe(&mut value);
        bytes
    }

    pub(super) fn from_plain(bytes: &[u8]) -> Result<Self> {
        let Value::Map(pairs) = decode(bytes, model::limits::KEY_CHEST_BYTES_MAX)? else {
            return Err(Error::malformed("key chest", "content is not a map"));
        };
        let mut chest = Self::default();
        for (name, secret) in pairs {
            chest.put(&name.into_text("secret name")?, Secret::from_cbor(secret)?);
        }
        Ok(chest)
    }
}

/// Wipes the byte strings of a value that held secrets.
fn wipe(value: &mut Value) {
    match value {
        Value::Bytes(bytes) => bytes.zeroize(),
        Value::Array(items) => items.iter_mut().for_each(wipe),
        Value::Map(pairs) => pairs.iter_mut().for_each(|(_, item)| wipe(item)),
        _ => {}
    }
}
