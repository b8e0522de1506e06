//! The encryption half of suite A1: HPKE (RFC 9180) base mode with MLKEM768-X25519 (0x647a, draft-ietf-hpke-pq-04),
//! HKDF-SHA256 and AES-256-GCM. Authenticity comes from signatures, not from HPKE.

use crate::random::Lend;
use crate::{Digest, Error, Random, Result, sha256};
use hpke::aead::AesGcm256;
use hpke::kdf::HkdfSha256;
use hpke::kem::XWing;
use hpke::{Deserializable as _, Kem as _, OpModeR, OpModeS, Serializable as _};
use zeroize::Zeroizing;

/// Bytes of a public key: ML-KEM-768 (1184) and X25519 (32).
pub const KEM_PUBLIC_BYTES: usize = 1216;
/// Bytes of an encapsulated key: ML-KEM-768 (1088) and X25519 (32).
pub const KEM_CIPHERTEXT_BYTES: usize = 1120;

/// An encryption public key.
#[derive(Clone, PartialEq, Eq)]
pub struct KemPublic(Vec<u8>);

impl core::fmt::Debug for KemPublic {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "KemPublic({})", self.key_id())
    }
}

impl KemPublic {
    /// A public key from its bytes; the ML-KEM half is checked (FIPS 203, 7.2).
    ///
    /// # Errors
    /// [`Error::Key`].
    pub fn new(bytes: &[u8]) -> Result<Self> {
        <XWing as hpke::Kem>::PublicKey::from_bytes(bytes)
            .map_err(|_| Error::Key("encryption public key"))?;
        Ok(Self(bytes.to_vec()))
    }

    /// The 1216 bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Names the key: SHA-256 of its bytes.
    pub fn key_id(&self) -> Digest {
        sha256(&self.0)
    }
}

/// An encryption key pair; the secret is the 32-byte X-Wing seed, wiped when dropped.
#[derive(Clone)]
pub struct KemKeyPair {
    seed: Zeroizing<[u8; 32]>,
    public: KemPublic,
}

impl core::fmt::Debug for KemKeyPair {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "KemKeyPair({})", self.public.key_id())
    }
}

impl KemKeyPair {
    /// A fresh key pair.
    ///
    /// # Errors
    /// [`Error::Key`] never in practice: every seed is usable.
    pub fn generate(rng: &mut dyn Random) -> Result<Self> {
        Self::from_seed(&rng.bytes())
    }

    /// The key pair of a seed.
    ///
    /// # Errors
    /// As [`KemKeyPair::generate`].
    pub fn from_seed(seed: &[u8; 32]) -> Result<Self> {
        let secret = private(seed)?;
        let public = KemPublic(XWing::sk_to_pk(&secret).to_bytes().to_vec());
        Ok(Self {
            seed: Zeroizing::new(*seed),
            public,
        })
    }

    /// The public half.
    pub fn public(&self) -> &KemPublic {
        &self.public
    }

    /// The secret seed, for writing the key file.
    pub fn secret_seed(&self) -> &[u8; 32] {
        &self.seed
    }
}

fn private(seed: &[u8; 32]) -> Result<<XWing as hpke::Kem>::PrivateKey> {
    <XWing as hpke::Kem>::PrivateKey::from_bytes(seed)
        .map_err(|_| Error::Key("encryption key seed"))
}

/// What [`kem_seal`] gives: an encapsulated key and the ciphertext under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KemSealed {
    /// Encapsulated key, 1120 bytes.
    pub enc: Vec<u8>,
    /// Ciphertext and tag.
    pub ciphertext: Vec<u8>,
}

/// Encrypts `plaintext` to `public`, single shot, empty AAD: what must be bound stands in `info`.
///
/// # Errors
/// [`Error::Key`] when the public key does not work.
pub fn kem_seal(
    public: &KemPublic,
    info: &[u8],
    plaintext: &[u8],
    rng: &mut dyn Random,
) -> Result<KemSealed> {
    let bad = Error::Key("encryption public key");
    let key = <XWing as hpke::Kem>::PublicKey::from_bytes(&public.0).map_err(|_| bad.clone())?;
    let (enc, mut context) = hpke::setup_sender_with_rng::<AesGcm256, HkdfSha256, XWing>(
        &OpModeS::Base,
        &key,
        info,
        &mut Lend(rng),
    )
    .map_err(|_| bad.clone())?;
    let ciphertext = context.seal(plaintext, b"").map_err(|_| bad)?;
    Ok(KemSealed {
        enc: enc.to_bytes().to_vec(),
        ciphertext,
    })
}

/// Decrypts [`kem_seal`].
///
/// # Errors
/// [`Error::Decrypt`] for another key, another `info`, or altered bytes.
pub fn kem_open(pair: &KemKeyPair, info: &[u8], sealed: &KemSealed) -> Result<Zeroizing<Vec<u8>>> {
    const REFUSED: Error = Error::Decrypt("key slot");
    let enc = <XWing as hpke::Kem>::EncappedKey::from_bytes(&sealed.enc).map_err(|_| REFUSED)?;
    let mut context = hpke::setup_receiver::<AesGcm256, HkdfSha256, XWing>(
        &OpModeR::Base,
        &private(&pair.seed)?,
        &enc,
        info,
    )
    .map_err(|_| REFUSED)?;
    context
        .open(&sealed.ciphertext, b"")
        .map(Zeroizing::new)
        .map_err(|_| REFUSED)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Counter;

    #[test]
    fn seal_and_open() {
        let rng: &mut dyn Random = &mut Counter(5);
        let pair = KemKeyPair::generate(rng).unwrap();
        let other = KemKeyPair::generate(rng).unwrap();
        let sealed = kem_seal(pair.public(), b"A1 XA XB 1", &[7; 32], rng).unwrap();
        assert_eq!(
            (sealed.enc.len(), sealed.ciphertext.len()),
            (KEM_CIPHERTEXT_BYTES, 48)
        );
        assert_eq!(pair.public().bytes().len(), KEM_PUBLIC_BYTES);
        assert_eq!(
            kem_open(&pair, b"A1 XA XB 1", &sealed).unwrap().as_slice(),
            [7; 32]
        );
        assert!(kem_open(&pair, b"A1 XA XC 1", &sealed).is_err());
        assert!(kem_open(&other, b"A1 XA XB 1", &sealed).is_err());
        for n in [0, 1087, 1088, 1119] {
            let mut changed = sealed.clone();
            changed.enc[n] ^= 1;
            assert!(kem_open(&pair, b"A1 XA XB 1", &changed).is_err(), "{n}");
        }
        assert!(
            kem_open(
                &pair,
                b"A1 XA XB 1",
                &KemSealed {
                    enc: vec![0; 5],
                    ..sealed
                }
            )
            .is_err()
        );
        assert!(KemPublic::new(&[0xff; KEM_PUBLIC_BYTES]).is_err());
        assert!(KemPublic::new(&[0; 3]).is_err());
    }
}
