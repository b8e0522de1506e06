//! The signing half of suite A1: an Ed25519 key and an ML-DSA-65 key (FIPS 204, pure, empty context) that always act together.

use super::ed25519::Ed25519Key;
use crate::cbor::{Value, encode};
use crate::{Digest, Error, Random, Result, sha256};
use aws_lc_rs::signature::{
    KeyPair as _, ML_DSA_65, ML_DSA_65_SIGNING, PqdsaKeyPair, UnparsedPublicKey,
};
use zeroize::Zeroizing;

/// Bytes of an ML-DSA-65 public key.
pub const ML_DSA_PUBLIC_BYTES: usize = 1952;
/// Bytes of an ML-DSA-65 signature.
pub const ML_DSA_SIGNATURE_BYTES: usize = 3309;

/// The two public keys of one signer.
#[derive(Clone, PartialEq, Eq)]
pub struct PublicPair {
    ed25519: [u8; 32],
    ml_dsa: Box<[u8; ML_DSA_PUBLIC_BYTES]>,
}

impl core::fmt::Debug for PublicPair {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "PublicPair({})", self.key_id())
    }
}

impl PublicPair {
    /// The pair from its raw bytes.
    ///
    /// # Errors
    /// [`Error::Key`] for a wrong length.
    pub fn new(ed25519: &[u8], ml_dsa: &[u8]) -> Result<Self> {
        let ed25519 = ed25519
            .try_into()
            .map_err(|_| Error::Key("Ed25519 public key"))?;
        let ml_dsa = ml_dsa
            .to_vec()
            .into_boxed_slice()
            .try_into()
            .map_err(|_| Error::Key("ML-DSA-65 public key"))?;
        Ok(Self { ed25519, ml_dsa })
    }

    /// The raw Ed25519 public key.
    pub fn ed25519(&self) -> &[u8; 32] {
        &self.ed25519
    }

    /// The raw ML-DSA-65 public key.
    pub fn ml_dsa(&self) -> &[u8] {
        self.ml_dsa.as_slice()
    }

    /// `[ "A1", Ed25519 key, ML-DSA-65 key ]`, the form in cards.
    pub fn to_cbor(&self) -> Value {
        Value::Array(vec![
            Value::text("A1"),
            Value::bytes(&self.ed25519),
            Value::bytes(self.ml_dsa()),
        ])
    }

    /// Reads [`PublicPair::to_cbor`].
    ///
    /// # Errors
    /// [`Error::Algorithm`] for another suite, [`Error::Malformed`] or [`Error::Key`] for another form.
    pub fn from_cbor(value: Value) -> Result<Self> {
        let mut parts = value.into_array("public key")?.into_iter();
        let suite = parts
            .next()
            .unwrap_or(Value::Null)
            .into_text("public key suite")?;
        super::Suite::from_code(&suite)?;
        let (Some(Value::Bytes(ed25519)), Some(Value::Bytes(ml_dsa)), None) =
            (parts.next(), parts.next(), parts.next())
        else {
            return Err(Error::malformed(
                "public key",
                "not a suite name and two byte strings",
            ));
        };
        Self::new(&ed25519, &ml_dsa)
    }

    /// Names the pair: SHA-256 of [`PublicPair::to_cbor`] in deterministic CBOR.
    pub fn key_id(&self) -> Digest {
        sha256(&encode(&self.to_cbor()))
    }
}

/// The seeds a signing pair is made from: what is kept secret. Wiped when dropped.
#[derive(Clone)]
pub struct SigningSeeds {
    /// Ed25519 seed (RFC 8032, 5.1.5).
    pub ed25519: Zeroizing<[u8; 32]>,
    /// ML-DSA-65 seed (FIPS 204, algorithm 6).
    pub ml_dsa: Zeroizing<[u8; 32]>,
}

impl core::fmt::Debug for SigningSeeds {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("SigningSeeds(..)")
    }
}

impl SigningSeeds {
    /// Two fresh seeds.
    pub fn generate(rng: &mut dyn Random) -> Self {
        Self {
            ed25519: Zeroizing::new(rng.bytes()),
            ml_dsa: Zeroizing::new(rng.bytes()),
        }
    }
}

/// Whoever can make both signatures of suite A1: a [`SigningPair`] here, a security module behind the `Keys` port tomorrow.
pub trait Signer {
    /// The public keys.
    fn public(&self) -> &PublicPair;
    /// Ed25519 over `message`.
    ///
    /// # Errors
    /// [`Error::Key`] or [`Error::Missing`] when the key cannot be used now.
    fn sign_ed25519(&self, message: &[u8]) -> Result<Vec<u8>>;
    /// ML-DSA-65 over `message`, empty context. May be randomised: never compare signature bytes.
    ///
    /// # Errors
    /// As [`Signer::sign_ed25519`].
    fn sign_ml_dsa(&self, message: &[u8]) -> Result<Vec<u8>>;
}

/// A signing pair held in memory.
pub struct SigningPair {
    ed25519: Ed25519Key,
    ml_dsa: PqdsaKeyPair,
    public: PublicPair,
}

impl core::fmt::Debug for SigningPair {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "SigningPair({})", self.public.key_id())
    }
}

impl SigningPair {
    /// Expands the seeds.
    ///
    /// # Errors
    /// [`Error::Key`] when a library refuses a seed.
    pub fn from_seeds(seeds: &SigningSeeds) -> Result<Self> {
        let ed25519 = Ed25519Key::from_seed(&seeds.ed25519)?;
        let ml_dsa = PqdsaKeyPair::from_seed(&ML_DSA_65_SIGNING, seeds.ml_dsa.as_slice())
            .map_err(|_| Error::Key("ML-DSA-65 seed"))?;
        let public = PublicPair::new(&ed25519.public(), ml_dsa.public_key().as_ref())?;
        Ok(Self {
            ed25519,
            ml_dsa,
            public,
        })
    }
}

impl Signer for SigningPair {
    fn public(&self) -> &PublicPair {
        &self.public
    }

    fn sign_ed25519(&self, message: &[u8]) -> Result<Vec<u8>> {
        Ok(self.ed25519.sign(message).to_vec())
    }

    fn sign_ml_dsa(&self, message: &[u8]) -> Result<Vec<u8>> {
        let mut out = vec![0; ML_DSA_SIGNATURE_BYTES];
        let len = self
            .ml_dsa
            .sign(message, &mut out)
            .map_err(|_| Error::Key("ML-DSA-65 key"))?;
        if len == out.len() {
            Ok(out)
        } else {
            Err(Error::Key("ML-DSA-65 key"))
        }
    }
}

/// Verifies an ML-DSA-65 signature with empty context.
///
/// # Errors
/// [`Error::Signature`].
pub fn ml_dsa_verify(public: &[u8], message: &[u8], signature: &[u8]) -> Result<()> {
    const REFUSED: Error = Error::Signature("ML-DSA-65");
    if public.len() != ML_DSA_PUBLIC_BYTES || signature.len() != ML_DSA_SIGNATURE_BYTES {
        return Err(REFUSED);
    }
    UnparsedPublicKey::new(&ML_DSA_65, public)
        .verify(message, signature)
        .map_err(|_| REFUSED)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Counter;
    use crate::suite::ed25519_verify;

    #[test]
    fn both_halves_sign() {
        let seeds = SigningSeeds::generate(&mut Counter(1));
        let pair = SigningPair::from_seeds(&seeds).unwrap();
        let again = SigningPair::from_seeds(&seeds).unwrap();
        assert_eq!(pair.public(), again.public());
        let (ed, ml) = (
            pair.sign_ed25519(b"text").unwrap(),
            pair.sign_ml_dsa(b"text").unwrap(),
        );
        ed25519_verify(pair.public().ed25519(), b"text", &ed).unwrap();
        ml_dsa_verify(pair.public().ml_dsa(), b"text", &ml).unwrap();
        assert!(ed25519_verify(pair.public().ed25519(), b"Text", &ed).is_err());
        assert!(ml_dsa_verify(pair.public().ml_dsa(), b"Text", &ml).is_err());
        assert_eq!(
            PublicPair::from_cbor(pair.public().to_cbor()).as_ref(),
            Ok(pair.public())
        );
        assert!(!format!("{seeds:?} {pair:?}").contains(&crate::hex(seeds.ed25519.as_slice())));
        assert!(matches!(
            PublicPair::from_cbor(Value::Array(vec![Value::text("X9")])),
            Err(Error::Algorithm(_))
        ));
    }
}
