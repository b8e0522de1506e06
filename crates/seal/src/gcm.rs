//! AES-256-GCM (NIST SP 800-38D) over aws-lc-rs, and key derivation by HKDF-Expand (RFC 5869). Private to this room: callers
//! meet records, chunks and envelopes, never a bare cipher.

use crate::{Error, Result};
use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::hkdf;
use zeroize::Zeroizing;

/// Bytes of a nonce.
pub(crate) const NONCE_BYTES: usize = 12;
/// Bytes of an authentication tag.
pub(crate) const TAG_BYTES: usize = 16;

/// Key bytes, wiped when dropped.
pub(crate) type Secret = Zeroizing<[u8; 32]>;

/// A cipher ready for many messages under one key.
pub(crate) struct Gcm(LessSafeKey);

impl Gcm {
    pub(crate) fn new(key: &[u8; 32]) -> Result<Self> {
        let key = UnboundKey::new(&AES_256_GCM, key).map_err(|_| Error::Key("AES-256 key"))?;
        Ok(Self(LessSafeKey::new(key)))
    }

    /// Encrypts `buffer` in place and appends the tag.
    pub(crate) fn seal(
        &self,
        nonce: [u8; NONCE_BYTES],
        aad: &[u8],
        buffer: &mut Vec<u8>,
    ) -> Result<()> {
        let nonce = Nonce::assume_unique_for_key(nonce);
        self.0
            .seal_in_place_append_tag(nonce, Aad::from(aad), buffer)
            .map_err(|_| Error::Input("plaintext too long to encrypt"))
    }

    /// Decrypts `buffer` (ciphertext and tag) in place and cuts the tag off.
    pub(crate) fn open(
        &self,
        nonce: [u8; NONCE_BYTES],
        aad: &[u8],
        buffer: &mut Vec<u8>,
        what: &'static str,
    ) -> Result<()> {
        let nonce = Nonce::assume_unique_for_key(nonce);
        let len = self
            .0
            .open_in_place(nonce, Aad::from(aad), buffer)
            .map_err(|_| Error::Decrypt(what))?
            .len();
        buffer.truncate(len);
        Ok(())
    }
}

struct Len(usize);

impl hkdf::KeyType for Len {
    fn len(&self) -> usize {
        self.0
    }
}

/// HKDF-Expand with the given hash: `key` must be uniformly random. The parts of `info` are concatenated; callers keep
/// them unambiguous (fixed text, then fixed lengths, at most one variable part at the end).
pub(crate) fn expand(
    hash: hkdf::Algorithm,
    key: &[u8; 32],
    info: &[&[u8]],
    out: &mut [u8],
) -> Result<()> {
    let prk = hkdf::Prk::new_less_safe(hash, key);
    let okm = prk
        .expand(info, Len(out.len()))
        .map_err(|_| Error::Input("derived key too long"))?;
    okm.fill(out)
        .map_err(|_| Error::Input("derived key too long"))
}

/// A 32-byte subkey for one purpose, by HKDF-Expand-SHA256.
pub(crate) fn subkey(key: &[u8; 32], info: &[&[u8]]) -> Result<Secret> {
    let mut out = Zeroizing::new([0u8; 32]);
    expand(hkdf::HKDF_SHA256, key, info, out.as_mut_slice())?;
    Ok(out)
}
