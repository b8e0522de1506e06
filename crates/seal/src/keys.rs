//! Private keys at rest: a chest of named secrets, encrypted under a key that comes from a passphrase (Argon2id, RFC 9106) or from
//! a 32-byte key file. One chest file for the node; another, kept offline, for the State root.
//!
//! File: deterministic CBOR `["comity-keys", 1, derivation, nonce (12), ciphertext]`, derivation being
//! `["argon2id", salt (16), KiB, passes, lanes]` or `["keyfile", salt (16)]`; AES-256-GCM over the chest's CBOR map, with the
//! encoding of the first four items as associated data.
//!
//! Not here: reading and writing the file, asking for the passphrase, security modules.

mod chest;
mod week;

pub use chest::{Chest, Secret, names};
pub use week::{DESTROY_AFTER, Week, WeekKey};

use crate::cbor::{Value, decode, encode};
use crate::gcm::{Gcm, NONCE_BYTES, subkey};
use crate::{Error, Random, Result};
use argon2::{Algorithm, Argon2, Params, Version};
use model::limits::{
    KEY_CHEST_BYTES_MAX, PASSPHRASE_LANES_MAX, PASSPHRASE_MEMORY_KIB_MAX,
    PASSPHRASE_MEMORY_KIB_MIN, PASSPHRASE_PASSES_MAX,
};
use zeroize::Zeroizing;

/// First item of a chest file.
const MAGIC: &str = "comity-keys";
/// Format of a chest file.
const FORMAT: u64 = 1;
const SALT_BYTES: usize = 16;

/// Cost of turning a passphrase into a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory, KiB; 8,192 to 1,048,576.
    pub memory_kib: u32,
    /// Passes over it; 1 to 16.
    pub passes: u32,
    /// Lanes; 1 to 4.
    pub lanes: u32,
}

impl Cost {
    /// RFC 9106, second recommended option: 64 MiB, 3 passes, 4 lanes.
    pub const STANDARD: Cost = Cost {
        memory_kib: 64 << 10,
        passes: 3,
        lanes: 4,
    };

    fn is_sound(self) -> bool {
        (PASSPHRASE_MEMORY_KIB_MIN..=PASSPHRASE_MEMORY_KIB_MAX).contains(&self.memory_kib)
            && (1..=PASSPHRASE_PASSES_MAX).contains(&self.passes)
            && (1..=PASSPHRASE_LANES_MAX).contains(&self.lanes)
    }
}

/// What opens a chest.
#[derive(Clone, Copy)]
pub enum Unlock<'a> {
    /// A passphrase that people know.
    Passphrase(&'a str),
    /// The 32 bytes of a key file ([`read_key_file`]).
    KeyFile(&'a [u8; 32]),
}

impl core::fmt::Debug for Unlock<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::Passphrase(_) => "Unlock::Passphrase(..)",
            Self::KeyFile(_) => "Unlock::KeyFile(..)",
        })
    }
}

/// Reads a key file: 64 hexadecimal digits, one newline allowed after them.
///
/// # Errors
/// [`Error::Malformed`] for anything else.
pub fn read_key_file(bytes: &[u8]) -> Result<Zeroizing<[u8; 32]>> {
    let bad = || Error::malformed("key file", "expected 64 hexadecimal digits on one line");
    let text = core::str::from_utf8(bytes).map_err(|_| bad())?;
    let line = text.strip_suffix('\n').unwrap_or(text);
    let raw =
        Zeroizing::new(crate::unhex(line.strip_suffix('\r').unwrap_or(line)).ok_or_else(bad)?);
    Ok(Zeroizing::new(
        raw.as_slice().try_into().map_err(|_| bad())?,
    ))
}

/// Writes a fresh key file.
pub fn new_key_file(rng: &mut dyn Random) -> Zeroizing<String> {
    let key = Zeroizing::new(rng.bytes::<32>());
    Zeroizing::new(format!("{}\n", crate::hex(key.as_slice())))
}

/// How the file's key is made; stands in the clear before the ciphertext and is bound to it.
enum Kdf {
    Argon2id { cost: Cost, salt: [u8; SALT_BYTES] },
    KeyFile { salt: [u8; SALT_BYTES] },
}

impl Kdf {
    fn to_cbor(&self) -> Value {
        match self {
            Self::Argon2id { cost, salt } => Value::Array(vec![
                Value::text("argon2id"),
                Value::bytes(salt),
                Value::Uint(cost.memory_kib.into()),
                Value::Uint(cost.passes.into()),
                Value::Uint(cost.lanes.into()),
            ]),
            Self::KeyFile { salt } => {
                Value::Array(vec![Value::text("keyfile"), Value::bytes(salt)])
            }
        }
    }

    fn from_cbor(value: Value) -> Result<Self> {
        let bad = Error::malformed("key chest", "unknown key derivation");
        let mut parts = value.into_array("key chest")?.into_iter();
        let name = parts.next().ok_or(bad.clone())?.into_text("key chest")?;
        let salt = parts
            .next()
            .ok_or(bad.clone())?
            .into_bytes("key chest")?
            .try_into()
            .map_err(|_| bad.clone())?;
        let numbers: Vec<u32> = parts
            .map(|n| u32::try_from(n.into_uint("key chest")?).map_err(|_| bad.clone()))
            .collect::<Result<_>>()?;
        match (name.as_str(), numbers.as_slice()) {
            ("keyfile", []) => Ok(Self::KeyFile { salt }),
            ("argon2id", [memory_kib, passes, lanes]) => {
                let cost = Cost {
                    memory_kib: *memory_kib,
                    passes: *passes,
                    lanes: *lanes,
                };
                if cost.is_sound() {
                    Ok(Self::Argon2id { cost, salt })
                } else {
                    Err(Error::malformed(
                        "key chest",
                        "passphrase cost outside the allowed bounds",
                    ))
                }
            }
            _ => Err(bad),
        }
    }

    fn key(&self, unlock: Unlock<'_>) -> Result<Zeroizing<[u8; 32]>> {
        match (self, unlock) {
            (Self::KeyFile { salt }, Unlock::KeyFile(key)) => {
                subkey(key, &[b"comity/keys/1", salt])
            }
            (Self::Argon2id { cost, salt }, Unlock::Passphrase(passphrase)) => {
                let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32))
                    .map_err(|_| Error::Input("passphrase cost"))?;
                let mut key = Zeroizing::new([0u8; 32]);
                Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
                    .hash_password_into(passphrase.as_bytes(), salt, key.as_mut_slice())
                    .map_err(|_| Error::Passphrase)?;
                Ok(key)
            }
            _ => Err(Error::Passphrase),
        }
    }
}

fn header(kdf: &Kdf, nonce: &[u8; NONCE_BYTES]) -> Vec<Value> {
    vec![
        Value::text(MAGIC),
        Value::Uint(FORMAT),
        kdf.to_cbor(),
        Value::bytes(nonce),
    ]
}

/// Encrypts a chest: the bytes of its file. `cost` counts for passphrases only.
///
/// # Errors
/// [`Error::Input`] for a cost outside the bounds.
pub fn lock(
    chest: &Chest,
    unlock: Unlock<'_>,
    cost: Cost,
    rng: &mut dyn Random,
) -> Result<Vec<u8>> {
    if !cost.is_sound() {
        return Err(Error::Input("passphrase cost outside the allowed bounds"));
    }
    let salt = rng.bytes();
    let kdf = match unlock {
        Unlock::Passphrase(_) => Kdf::Argon2id { cost, salt },
        Unlock::KeyFile(_) => Kdf::KeyFile { salt },
    };
    let nonce = rng.bytes();
    let mut items = header(&kdf, &nonce);
    let aad = encode(&Value::Array(items.clone()));
    let mut body = Zeroizing::new(chest.to_plain());
    Gcm::new(&*kdf.key(unlock)?)?.seal(nonce, &aad, &mut body)?;
    items.push(Value::bytes(&body));
    Ok(encode(&Value::Array(items)))
}

/// Opens a chest file.
///
/// # Errors
/// [`Error::Passphrase`] when it is locked with something else, or its bytes were altered; [`Error::Malformed`] when it is
/// no chest file; [`Error::Algorithm`] for a newer format.
pub fn unlock(file: &[u8], unlock: Unlock<'_>) -> Result<Chest> {
    let bad = |why| Error::malformed("key chest", why);
    let mut items = decode(file, KEY_CHEST_BYTES_MAX)?.into_array("key chest")?;
    let body = items.pop().ok_or(bad("empty"))?.into_bytes("key chest")?;
    let aad = encode(&Value::Array(items.clone()));
    let parts: [Value; 4] = items.try_into().map_err(|_| bad("not five parts"))?;
    let [magic, format, kdf, nonce] = parts;
    if magic != Value::text(MAGIC) {
        return Err(bad("not a key chest"));
    }
    if format != Value::Uint(FORMAT) {
        return Err(Error::Algorithm("key chest"));
    }
    let nonce = nonce
        .into_bytes("key chest")?
        .try_into()
        .map_err(|_| bad("nonce"))?;
    let mut body = Zeroizing::new(body);
    Gcm::new(&*Kdf::from_cbor(kdf)?.key(unlock)?)?
        .open(nonce, &aad, &mut body, "key chest")
        .map_err(|_| Error::Passphrase)?;
    Chest::from_plain(&body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Counter;
    use crate::suite::{KemKeyPair, SigningSeeds};
    use crate::vault::VaultKey;

    const CHEAP: Cost = Cost {
        memory_kib: PASSPHRASE_MEMORY_KIB_MIN,
        passes: 1,
        lanes: 1,
    };

    fn chest(rng: &mut dyn Random) -> Chest {
        let mut chest = Chest::default();
        chest.put(names::NODE, Secret::Signing(SigningSeeds::generate(rng)));
        chest.put(
            &names::authority("ca"),
            Secret::Signing(SigningSeeds::generate(rng)),
        );
        chest.put(names::VAULT, Secret::Vault(VaultKey::generate(rng)));
        chest.put(names::LOG, Secret::Seed(Zeroizing::new(rng.bytes())));
        chest.put(names::TLS_CA, Secret::Opaque(Zeroizing::new(vec![1, 2, 3])));
        let week = Week::of("2026-11-21T20:00:00Z".parse().unwrap()).unwrap();
        let key = WeekKey {
            pair: KemKeyPair::generate(rng).unwrap(),
            week,
        };
        chest.put(&names::week(&key), Secret::Week(key));
        chest
    }

    #[test]
    fn locked_and_unlocked() {
        let rng: &mut dyn Random = &mut Counter(0);
        let chest = chest(rng);
        let file_key = read_key_file(new_key_file(rng).as_bytes()).unwrap();
        for (right, wrong) in [
            (
                Unlock::Passphrase("correct horse"),
                Unlock::Passphrase("correct house"),
            ),
            (Unlock::KeyFile(&file_key), Unlock::KeyFile(&[0; 32])),
        ] {
            let file = lock(&chest, right, CHEAP, rng).unwrap();
            let back = unlock(&file, right).unwrap();
            assert_eq!(back.to_plain(), chest.to_plain());
            assert!(
                back.signing(names::NODE).is_ok()
                    && back.vault().is_ok()
                    && back.signing(names::ROOT).is_err()
            );
            assert_eq!(unlock(&file, wrong).err(), Some(Error::Passphrase));
            assert!(Error::Passphrase.to_string().contains("wrong passphrase"));
            for n in (0..file.len()).step_by(if matches!(right, Unlock::KeyFile(_)) {
                1
            } else {
                97
            }) {
                let mut changed = file.clone();
                changed[n] ^= 1;
                assert!(unlock(&changed, right).is_err(), "{n}");
            }
        }
        let file = lock(&chest, Unlock::KeyFile(&file_key), CHEAP, rng).unwrap();
        assert_eq!(
            unlock(&file, Unlock::Passphrase("x")).err(),
            Some(Error::Passphrase)
        );
        assert!(!format!("{chest:?}").contains(&crate::hex(chest.vault().unwrap().secret_bytes())));
    }

    #[test]
    fn a_hostile_header_costs_nothing() {
        for cost in [
            Cost {
                memory_kib: u32::MAX,
                ..CHEAP
            },
            Cost {
                passes: 1000,
                ..CHEAP
            },
            Cost {
                memory_kib: 8,
                ..CHEAP
            },
        ] {
            let kdf = Kdf::Argon2id {
                cost,
                salt: [0; SALT_BYTES],
            };
            let mut items = header(&kdf, &[0; NONCE_BYTES]);
            items.push(Value::bytes(&[0; 40]));
            let found = unlock(&encode(&Value::Array(items)), Unlock::Passphrase("x"));
            assert!(matches!(found, Err(Error::Malformed { .. })));
            assert!(
                lock(
                    &Chest::default(),
                    Unlock::Passphrase("x"),
                    cost,
                    &mut Counter(0)
                )
                .is_err()
            );
        }
        assert!(matches!(
            unlock(b"not cbor", Unlock::Passphrase("x")),
            Err(Error::Malformed { .. })
        ));
    }

    #[test]
    fn key_files() {
        let text = "00".repeat(32);
        for good in [text.clone(), format!("{text}\n"), format!("{text}\r\n")] {
            assert!(read_key_file(good.as_bytes()).is_ok());
        }
        for bad in [
            "",
            "00",
            &format!("{text}\n\n"),
            &format!("{text}0"),
            &"zz".repeat(32),
        ] {
            assert!(read_key_file(bad.as_bytes()).is_err(), "{bad}");
        }
    }
}
