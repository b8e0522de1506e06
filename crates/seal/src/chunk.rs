//! Encryption of long content in chunks: C2SP chunked-encryption, instantiation Cobblestone-256 (HKDF-Expand-SHA512,
//! AES-256-GCM, 16 KiB chunks, key commitment). Constant memory, random access; a change, a swap or a cut anywhere is found.
//! Used on the way (envelope parts) and at rest (blobs of a record).
//!
//! File form: `salt (24) || commitment (32) || chunk 0 || ... || last chunk`; every chunk carries 16 tag bytes, and the last
//! one is always shorter than the others, possibly empty.

use crate::gcm::{Gcm, NONCE_BYTES, TAG_BYTES, expand};
use crate::{Error, Random, Result};
use aws_lc_rs::{constant_time, hkdf};
use zeroize::Zeroizing;

/// Plaintext bytes of a full chunk.
pub const CHUNK_BYTES: usize = 16 * 1024;
/// Ciphertext bytes of a full chunk.
pub const SEALED_CHUNK_BYTES: usize = CHUNK_BYTES + TAG_BYTES;
/// Bytes before the first chunk.
pub const HEADER_BYTES: usize = SALT_BYTES + COMMITMENT_BYTES;
const SALT_BYTES: usize = 24;
const COMMITMENT_BYTES: usize = 32;
/// Number of chunks the scheme allows (4 PiB).
const CHUNKS_MAX: u64 = 1 << 38;
const WHAT: &str = "encrypted content";

/// Length of the ciphertext of `plain` bytes; `None` beyond the scheme's 4 PiB.
pub fn sealed_len(plain: u64) -> Option<u64> {
    let full = plain / CHUNK_BYTES as u64;
    (full < CHUNKS_MAX).then(|| HEADER_BYTES as u64 + plain + (full + 1) * TAG_BYTES as u64)
}

/// Length of the plaintext in a ciphertext of `sealed` bytes; `None` when no ciphertext has this length.
pub fn plain_len(sealed: u64) -> Option<u64> {
    let body = sealed.checked_sub(HEADER_BYTES as u64)?;
    let (full, rest) = (
        body / SEALED_CHUNK_BYTES as u64,
        body % SEALED_CHUNK_BYTES as u64,
    );
    let last = rest.checked_sub(TAG_BYTES as u64)?;
    (full < CHUNKS_MAX).then_some(full * CHUNK_BYTES as u64 + last)
}

/// Where chunk `n` of a ciphertext of `sealed` bytes lies: offset and length, for reading from the middle.
pub fn chunk_at(n: u64, sealed: u64) -> Option<(u64, usize)> {
    plain_len(sealed)?;
    let offset = n
        .checked_mul(SEALED_CHUNK_BYTES as u64)?
        .checked_add(HEADER_BYTES as u64)?;
    let len = sealed.checked_sub(offset)?.min(SEALED_CHUNK_BYTES as u64);
    Some((offset, usize::try_from(len).ok()?)).filter(|(_, len)| *len >= TAG_BYTES)
}

/// The derived cipher of one content.
struct Cipher {
    gcm: Gcm,
    base: [u8; NONCE_BYTES],
    commitment: [u8; COMMITMENT_BYTES],
}

impl Cipher {
    fn new(key: &[u8; 32], context: &[u8], salt: &[u8; SALT_BYTES]) -> Result<Self> {
        let mut okm = Zeroizing::new([0u8; 32 + NONCE_BYTES + COMMITMENT_BYTES]);
        let info: [&[u8]; 4] = [
            b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM",
            &[0],
            salt,
            context,
        ];
        expand(hkdf::HKDF_SHA512, key, &info, okm.as_mut_slice())?;
        let bad = Error::Input("derived key");
        let (key, rest) = okm.split_first_chunk::<32>().ok_or(bad.clone())?;
        let (base, rest) = rest.split_first_chunk::<NONCE_BYTES>().ok_or(bad.clone())?;
        let commitment = rest.first_chunk::<COMMITMENT_BYTES>().ok_or(bad)?;
        Ok(Self {
            gcm: Gcm::new(key)?,
            base: *base,
            commitment: *commitment,
        })
    }

    fn nonce(&self, chunk: u64) -> Result<[u8; NONCE_BYTES]> {
        if chunk >= CHUNKS_MAX {
            return Err(Error::Limit {
                what: "encrypted content chunks",
                max: CHUNKS_MAX,
            });
        }
        let mut nonce = self.base;
        for (byte, count) in nonce.iter_mut().rev().zip(chunk.to_le_bytes()) {
            *byte ^= count;
        }
        Ok(nonce)
    }

    fn seal(&self, chunk: u64, plain: &[u8], out: &mut Vec<u8>) -> Result<()> {
        let mut body = Vec::with_capacity(plain.len() + TAG_BYTES);
        body.extend_from_slice(plain);
        self.gcm.seal(self.nonce(chunk)?, b"", &mut body)?;
        out.append(&mut body);
        Ok(())
    }

    fn open(&self, chunk: u64, sealed: &[u8]) -> Result<Vec<u8>> {
        let mut body = sealed.to_vec();
        self.gcm.open(self.nonce(chunk)?, b"", &mut body, WHAT)?;
        Ok(body)
    }
}

/// Encrypts a stream. Never holds more than one chunk.
pub struct Encryptor {
    cipher: Cipher,
    next: u64,
    held: Zeroizing<Vec<u8>>,
}

impl core::fmt::Debug for Encryptor {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Encryptor(at chunk {})", self.next)
    }
}

impl Encryptor {
    /// Starts: gives the header, which goes first. `key` is uniformly random; `context` binds what the content is for.
    ///
    /// # Errors
    /// [`Error::Key`] only if the cipher cannot be set up.
    pub fn new(
        key: &[u8; 32],
        context: &[u8],
        rng: &mut dyn Random,
    ) -> Result<(Self, [u8; HEADER_BYTES])> {
        let salt = rng.bytes();
        let cipher = Cipher::new(key, context, &salt)?;
        let mut header = [0; HEADER_BYTES];
        for (to, from) in header.iter_mut().zip(salt.iter().chain(&cipher.commitment)) {
            *to = *from;
        }
        Ok((
            Self {
                cipher,
                next: 0,
                held: Zeroizing::new(Vec::with_capacity(CHUNK_BYTES)),
            },
            header,
        ))
    }

    /// Takes plaintext, appends the finished chunks to `out`.
    ///
    /// # Errors
    /// [`Error::Limit`] beyond 4 PiB.
    pub fn update(&mut self, mut plain: &[u8], out: &mut Vec<u8>) -> Result<()> {
        while !plain.is_empty() {
            let take = plain.len().min(CHUNK_BYTES - self.held.len());
            let (now, rest) = plain.split_at(take);
            plain = rest;
            if self.held.is_empty() && now.len() == CHUNK_BYTES {
                self.cipher.seal(self.next, now, out)?;
                self.next += 1;
                continue;
            }
            self.held.extend_from_slice(now);
            if self.held.len() == CHUNK_BYTES {
                self.cipher.seal(self.next, &self.held, out)?;
                self.next += 1;
                self.held.clear();
            }
        }
        Ok(())
    }

    /// Ends: appends the last, short chunk to `out`.
    ///
    /// # Errors
    /// As [`Encryptor::update`].
    pub fn finish(self, out: &mut Vec<u8>) -> Result<()> {
        self.cipher.seal(self.next, &self.held, out)
    }
}

/// Decrypts single chunks of a content in any order.
pub struct ChunkOpener(Cipher);

impl core::fmt::Debug for ChunkOpener {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("ChunkOpener(..)")
    }
}

impl ChunkOpener {
    /// Reads the header and checks that `key` and `context` are the committed ones.
    ///
    /// # Errors
    /// [`Error::Decrypt`] when they are not.
    pub fn new(key: &[u8; 32], context: &[u8], header: &[u8; HEADER_BYTES]) -> Result<Self> {
        let (salt, commitment) = header
            .split_first_chunk::<SALT_BYTES>()
            .ok_or(Error::Decrypt(WHAT))?;
        let cipher = Cipher::new(key, context, salt)?;
        constant_time::verify_slices_are_equal(&cipher.commitment, commitment)
            .map_err(|_| Error::Decrypt(WHAT))?;
        Ok(Self(cipher))
    }

    /// Decrypts chunk `n`; only the last chunk is shorter than [`SEALED_CHUNK_BYTES`] (see [`chunk_at`]).
    ///
    /// # Errors
    /// [`Error::Decrypt`].
    pub fn open(&self, n: u64, sealed: &[u8]) -> Result<Vec<u8>> {
        self.0.open(n, sealed)
    }
}

/// Decrypts a stream. Only authenticated bytes come out; that the stream is whole is known when [`Decryptor::finish`]
/// succeeds.
pub struct Decryptor {
    opener: ChunkOpener,
    next: u64,
    held: Vec<u8>,
}

impl core::fmt::Debug for Decryptor {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Decryptor(at chunk {})", self.next)
    }
}

impl Decryptor {
    /// Starts with the header.
    ///
    /// # Errors
    /// As [`ChunkOpener::new`].
    pub fn new(key: &[u8; 32], context: &[u8], header: &[u8; HEADER_BYTES]) -> Result<Self> {
        Ok(Self {
            opener: ChunkOpener::new(key, context, header)?,
            next: 0,
            held: Vec::with_capacity(SEALED_CHUNK_BYTES),
        })
    }

    /// Takes ciphertext after the header, appends the plaintext of finished chunks to `out`.
    ///
    /// # Errors
    /// [`Error::Decrypt`].
    pub fn update(&mut self, mut sealed: &[u8], out: &mut Vec<u8>) -> Result<()> {
        while !sealed.is_empty() {
            let take = sealed.len().min(SEALED_CHUNK_BYTES - self.held.len());
            let (now, rest) = sealed.split_at(take);
            sealed = rest;
            self.held.extend_from_slice(now);
            if self.held.len() == SEALED_CHUNK_BYTES {
                out.append(&mut self.opener.open(self.next, &self.held)?);
                self.next += 1;
                self.held.clear();
            }
        }
        Ok(())
    }

    /// Ends: the last chunk must be there and short, else the content was cut.
    ///
    /// # Errors
    /// [`Error::Decrypt`].
    pub fn finish(self, out: &mut Vec<u8>) -> Result<()> {
        out.append(&mut self.opener.open(self.next, &self.held)?);
        Ok(())
    }
}

/// Encrypts a short content at once.
///
/// # Errors
/// As [`Encryptor`].
pub fn seal_all(
    key: &[u8; 32],
    context: &[u8],
    plain: &[u8],
    rng: &mut dyn Random,
) -> Result<Vec<u8>> {
    let (mut encryptor, header) = Encryptor::new(key, context, rng)?;
    let mut out = header.to_vec();
    encryptor.update(plain, &mut out)?;
    encryptor.finish(&mut out)?;
    Ok(out)
}

/// Decrypts a short content at once.
///
/// # Errors
/// As [`Decryptor`].
pub fn open_all(key: &[u8; 32], context: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    let (header, body) = sealed
        .split_first_chunk::<HEADER_BYTES>()
        .ok_or(Error::Decrypt(WHAT))?;
    let mut decryptor = Decryptor::new(key, context, header)?;
    let mut out = Zeroizing::new(Vec::with_capacity(body.len()));
    decryptor.update(body, &mut out)?;
    decryptor.finish(&mut out)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Counter;

    const KEY: [u8; 32] = [3; 32];

    fn text(len: usize) -> Vec<u8> {
        (0..len)
            .map(|n| u8::try_from(n * 7 % 251).unwrap())
            .collect()
    }

    #[test]
    fn lengths_and_round_trips() {
        let rng: &mut dyn Random = &mut Counter(0);
        for len in [
            0,
            1,
            CHUNK_BYTES - 1,
            CHUNK_BYTES,
            CHUNK_BYTES + 1,
            20 * 1024,
            3 * CHUNK_BYTES,
        ] {
            let plain = text(len);
            let sealed = seal_all(&KEY, b"ctx", &plain, rng).unwrap();
            assert_eq!(sealed_len(len as u64), Some(sealed.len() as u64), "{len}");
            assert_eq!(plain_len(sealed.len() as u64), Some(len as u64), "{len}");
            assert_eq!(open_all(&KEY, b"ctx", &sealed).unwrap().as_slice(), plain);
            let header = sealed.first_chunk().unwrap();
            let opener = ChunkOpener::new(&KEY, b"ctx", header).unwrap();
            let mut again = Vec::new();
            let mut n = 0;
            while let Some((offset, size)) = chunk_at(n, sealed.len() as u64) {
                let offset = usize::try_from(offset).unwrap();
                again.append(&mut opener.open(n, &sealed[offset..offset + size]).unwrap());
                n += 1;
            }
            assert_eq!((again, n), (plain, len as u64 / CHUNK_BYTES as u64 + 1));
        }
        assert_eq!(sealed_len(u64::MAX), None);
        for impossible in [
            0,
            55,
            56,
            71,
            56 + SEALED_CHUNK_BYTES as u64,
            56 + SEALED_CHUNK_BYTES as u64 + 15,
        ] {
            assert_eq!(plain_len(impossible), None, "{impossible}");
        }
    }

    #[test]
    fn any_pieces_give_the_same() {
        let plain = text(40_000);
        let whole = seal_all(&KEY, b"", &plain, &mut Counter(9)).unwrap();
        for step in [1, 17, 16_384, 16_385, 39_999] {
            let (mut encryptor, header) = Encryptor::new(&KEY, b"", &mut Counter(9)).unwrap();
            let mut out = header.to_vec();
            for piece in plain.chunks(step) {
                encryptor.update(piece, &mut out).unwrap();
            }
            encryptor.finish(&mut out).unwrap();
            assert_eq!(out, whole, "{step}");
            let mut decryptor = Decryptor::new(&KEY, b"", &header).unwrap();
            let mut back = Vec::new();
            for piece in whole[HEADER_BYTES..].chunks(step) {
                decryptor.update(piece, &mut back).unwrap();
            }
            decryptor.finish(&mut back).unwrap();
            assert_eq!(back, plain);
        }
    }

    #[test]
    fn flips_cuts_and_swaps_are_found() {
        let plain = text(2 * CHUNK_BYTES + 100);
        let sealed = seal_all(&KEY, b"ctx", &plain, &mut Counter(0)).unwrap();
        for n in (0..sealed.len())
            .step_by(977)
            .chain(0..60)
            .chain(sealed.len() - 20..sealed.len())
        {
            let mut changed = sealed.clone();
            changed[n] ^= 0x40;
            assert!(open_all(&KEY, b"ctx", &changed).is_err(), "{n}");
        }
        for cut in [
            0,
            55,
            56,
            57,
            HEADER_BYTES + SEALED_CHUNK_BYTES,
            HEADER_BYTES + 2 * SEALED_CHUNK_BYTES,
            sealed.len() - 1,
        ] {
            assert!(open_all(&KEY, b"ctx", &sealed[..cut]).is_err(), "{cut}");
        }
        let (header, body) = sealed.split_at(HEADER_BYTES);
        let (first, rest) = body.split_at(SEALED_CHUNK_BYTES);
        let (second, last) = rest.split_at(SEALED_CHUNK_BYTES);
        for order in [
            [header, second, first, last],
            [header, first, last, b""],
            [header, first, first, last],
        ] {
            assert!(open_all(&KEY, b"ctx", &order.concat()).is_err());
        }
        let longer = [sealed.as_slice(), b"x"].concat();
        assert!(open_all(&KEY, b"ctx", &longer).is_err());
        assert!(open_all(&KEY, b"other", &sealed).is_err());
        assert!(open_all(&[4; 32], b"ctx", &sealed).is_err());
    }

    #[test]
    fn the_derivation_is_the_specified_one() {
        // HKDF-Expand by hand with HMAC-SHA512 (RFC 5869, 2.3), and the second chunk's nonce is base XOR 1.
        let sealed = seal_all(&KEY, b"ctx", &text(CHUNK_BYTES + 5), &mut Counter(3)).unwrap();
        let (salt, rest) = sealed.split_at(24);
        let info = [
            b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0".as_slice(),
            salt,
            b"ctx",
        ]
        .concat();
        let mac = aws_lc_rs::hmac::Key::new(aws_lc_rs::hmac::HMAC_SHA512, &KEY);
        let t1 = aws_lc_rs::hmac::sign(&mac, &[info.as_slice(), &[1]].concat());
        let t2 = aws_lc_rs::hmac::sign(&mac, &[t1.as_ref(), info.as_slice(), &[2]].concat());
        let okm = [t1.as_ref(), t2.as_ref()].concat();
        assert_eq!(&rest[..32], &okm[44..76]);
        let mut nonce: [u8; 12] = okm[32..44].try_into().unwrap();
        nonce[11] ^= 1;
        let mut last = rest[32 + SEALED_CHUNK_BYTES..].to_vec();
        Gcm::new(okm[..32].try_into().unwrap())
            .unwrap()
            .open(nonce, b"", &mut last, "test")
            .unwrap();
        assert_eq!(last, text(CHUNK_BYTES + 5)[CHUNK_BYTES..]);
    }
}
