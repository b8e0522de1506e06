//! What lies at rest: one key per record, wrapped under the node's vault key. Destroying the wrapped record key is deletion
//! of the record's texts and blobs. The key file that holds the vault key itself is in [`crate::keys`].

use crate::gcm::{Gcm, NONCE_BYTES, Secret, TAG_BYTES, subkey};
use crate::{Error, Random, Result};
use zeroize::Zeroizing;

/// First byte of a wrapped record key: format 1, AES-256-GCM.
const WRAP_FORMAT: u8 = 1;
/// First byte of a sealed text: format 1, AES-256-GCM.
const TEXT_FORMAT: u8 = 1;
/// Bytes of a wrapped record key.
pub const WRAPPED_BYTES: usize = 1 + NONCE_BYTES + 32 + TAG_BYTES;

/// The node's key for wrapping record keys.
#[derive(Clone)]
pub struct VaultKey(Secret);

/// The key of one record. Texts and blobs use separate keys derived from it.
#[derive(Clone)]
pub struct RecordKey(Secret);

macro_rules! secret_key {
    ($name:ident) => {
        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(concat!(stringify!($name), "(..)"))
            }
        }

        impl $name {
            /// A fresh random key.
            pub fn generate(rng: &mut dyn Random) -> Self {
                Self(Zeroizing::new(rng.bytes()))
            }
        }
    };
}
secret_key!(VaultKey);
secret_key!(RecordKey);

impl VaultKey {
    /// The key from its 32 bytes, as the key file gives them.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The key's bytes, for writing the key file.
    pub fn secret_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Wraps a record's key, bound to `record_id`: `01 || nonce (12) || ciphertext (32) || tag (16)`, 61 bytes.
    ///
    /// # Errors
    /// [`Error::Key`] only if the cipher cannot be set up.
    pub fn wrap(&self, key: &RecordKey, record_id: &[u8], rng: &mut dyn Random) -> Result<Vec<u8>> {
        let nonce: [u8; NONCE_BYTES] = rng.bytes();
        let mut body = key.0.to_vec();
        Gcm::new(&*subkey(&self.0, &[b"comity/vault/wrap/1"])?)?
            .seal(nonce, record_id, &mut body)?;
        Ok([[WRAP_FORMAT].as_slice(), &nonce, &body].concat())
    }

    /// Unwraps a record's key.
    ///
    /// # Errors
    /// [`Error::Malformed`] for a wrong length, [`Error::Algorithm`] for an unknown format, [`Error::Decrypt`] for another
    /// record's key, another vault, or altered bytes.
    pub fn unwrap(&self, wrapped: &[u8], record_id: &[u8]) -> Result<RecordKey> {
        let (nonce, body) = split_sealed(wrapped, WRAP_FORMAT, "wrapped record key")?;
        let mut body = Zeroizing::new(body.to_vec());
        Gcm::new(&*subkey(&self.0, &[b"comity/vault/wrap/1"])?)?.open(
            nonce,
            record_id,
            &mut body,
            "record key",
        )?;
        let key = body
            .as_slice()
            .try_into()
            .map_err(|_| Error::malformed("wrapped record key", "not 61 bytes"))?;
        Ok(RecordKey(Zeroizing::new(key)))
    }
}

impl VaultKey {
    /// A mark of a text that only this node can make: equal texts have equal marks, and without the key nobody can try texts
    /// out. `what` is fixed text that keeps uses apart.
    ///
    /// # Errors
    /// [`Error::Input`] never in practice: the length is fixed.
    pub fn mark(&self, what: &'static str, text: &[u8]) -> Result<crate::Digest> {
        let digest = crate::sha256(text);
        let mark = subkey(
            &self.0,
            &[b"comity/vault/mark/1", &digest.0, what.as_bytes()],
        )?;
        Ok(crate::Digest(*mark))
    }
}

impl RecordKey {
    /// The input key for this record's blobs ([`crate::chunk`]); context is the blob's plaintext identity.
    ///
    /// # Errors
    /// [`Error::Input`] never in practice: the length is fixed.
    pub fn blob_key(&self) -> Result<Zeroizing<[u8; 32]>> {
        subkey(&self.0, &[b"comity/record/blob/1"])
    }

    /// The salt of a thing by its id, for a commitment that nobody can try out once this key is destroyed.
    ///
    /// # Errors
    /// [`Error::Input`] never in practice: the length is fixed.
    pub fn salt(&self, id: &[u8]) -> Result<crate::ledger::Salt> {
        let salt = subkey(&self.0, &[b"comity/record/salt/1", id])?;
        Ok(crate::ledger::Salt(*salt))
    }

    fn text_cipher(&self) -> Result<Gcm> {
        Gcm::new(&*subkey(&self.0, &[b"comity/record/text/1"])?)
    }
}

fn split_sealed<'a>(
    bytes: &'a [u8],
    format: u8,
    what: &'static str,
) -> Result<([u8; NONCE_BYTES], &'a [u8])> {
    let (first, rest) = bytes.split_first().ok_or(Error::malformed(what, "empty"))?;
    if *first != format {
        return Err(Error::Algorithm(what));
    }
    let (nonce, body) = rest
        .split_first_chunk::<NONCE_BYTES>()
        .ok_or(Error::malformed(what, "truncated"))?;
    Ok((*nonce, body))
}

/// Encrypts a record's text: `01 || nonce || ciphertext || tag`. `aad` names the place (table, column, id), so that
/// a value moved to another row or column does not open. `nonce` is fresh random bytes.
///
/// # Errors
/// [`Error::Key`] only if the cipher cannot be set up.
pub fn seal_text(
    key: &RecordKey,
    aad: &[u8],
    plaintext: &[u8],
    nonce: [u8; NONCE_BYTES],
) -> Result<Vec<u8>> {
    let mut body = plaintext.to_vec();
    key.text_cipher()?.seal(nonce, aad, &mut body)?;
    Ok([[TEXT_FORMAT].as_slice(), &nonce, &body].concat())
}

/// Decrypts [`seal_text`].
///
/// # Errors
/// [`Error::Decrypt`] for the wrong key or place or altered bytes; [`Error::Malformed`] or [`Error::Algorithm`] when it is
/// no sealed text.
pub fn open_text(key: &RecordKey, aad: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    let (nonce, body) = split_sealed(sealed, TEXT_FORMAT, "sealed text")?;
    let mut body = Zeroizing::new(body.to_vec());
    key.text_cipher()?
        .open(nonce, aad, &mut body, "sealed text")?;
    Ok(body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Counter;

    #[test]
    fn record_keys_and_texts() {
        let rng: &mut dyn Random = &mut Counter(0);
        let vault = VaultKey::generate(rng);
        let key = RecordKey::generate(rng);
        let wrapped = vault.wrap(&key, b"record-1", rng).unwrap();
        assert_eq!(wrapped.len(), WRAPPED_BYTES);
        let back = vault.unwrap(&wrapped, b"record-1").unwrap();
        let sealed = seal_text(
            &key,
            b"request.content:1",
            "Überstellung".as_bytes(),
            rng.bytes(),
        )
        .unwrap();
        assert_eq!(
            open_text(&back, b"request.content:1", &sealed)
                .unwrap()
                .as_slice(),
            "Überstellung".as_bytes()
        );
        assert!(vault.unwrap(&wrapped, b"record-2").is_err());
        assert!(
            VaultKey::generate(rng)
                .unwrap(&wrapped, b"record-1")
                .is_err()
        );
        assert!(open_text(&back, b"request.content:2", &sealed).is_err());
        assert!(open_text(&RecordKey::generate(rng), b"request.content:1", &sealed).is_err());
        for bytes in [&wrapped, &sealed] {
            for n in 0..bytes.len() {
                let mut changed = bytes.clone();
                changed[n] ^= 1;
                assert!(
                    vault.unwrap(&changed, b"record-1").is_err()
                        && open_text(&key, b"request.content:1", &changed).is_err()
                );
                assert!(
                    open_text(&key, b"request.content:1", &bytes[..n]).is_err()
                        && vault.unwrap(&bytes[..n], b"record-1").is_err()
                );
            }
        }
        assert_eq!(format!("{vault:?} {key:?}"), "VaultKey(..) RecordKey(..)");
    }

    #[test]
    fn salts_and_marks_are_each_their_own() {
        let rng: &mut dyn Random = &mut Counter(0);
        let (vault, key) = (VaultKey::generate(rng), RecordKey::generate(rng));
        let other = VaultKey::generate(rng);
        assert_eq!(key.salt(b"1").unwrap(), key.salt(b"1").unwrap());
        assert_ne!(key.salt(b"1").unwrap(), key.salt(b"2").unwrap());
        let mark = |vault: &VaultKey, what, text: &str| vault.mark(what, text.as_bytes()).unwrap();
        assert_eq!(mark(&vault, "a", "x"), mark(&vault, "a", "x"));
        for (vault, what, text) in [(&vault, "b", "x"), (&vault, "a", "y"), (&other, "a", "x")] {
            assert_ne!(mark(vault, what, text), mark(&vault_again(), "a", "x"));
        }
    }

    fn vault_again() -> VaultKey {
        VaultKey::generate(&mut Counter(0))
    }
}
