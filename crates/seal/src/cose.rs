//! COSE_Sign (RFC 9052, 4.1) as suite A1 uses it: tag 98, the content type in the protected header, empty unprotected headers,
//! and for each signer two signatures, Ed25519 (-19, RFC 9864) then ML-DSA-65 (-49, RFC 9964), under the same key id.
//! Both must verify. Written here rather than with a library so that one structure has exactly one byte form; see
//! `docs/adr/0004-cose-own-codec.md`. `coset` checks us in tests.

use crate::cbor::{Value, decode, encode};
use crate::suite::{PublicPair, Signer, ed25519_verify, ml_dsa_verify};
use crate::{Digest, Error, Result};
use model::limits::SIGNERS_MAX;

/// CBOR tag of COSE_Sign.
const TAG_SIGN: u64 = 98;
/// Header parameter: algorithm.
const HEADER_ALG: u64 = 1;
/// Header parameter: content type.
const HEADER_CONTENT_TYPE: u64 = 3;
/// Header parameter: key id.
const HEADER_KID: u64 = 4;

/// The two algorithms of suite A1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Algorithm {
    /// Ed25519, fully specified: -19.
    Ed25519,
    /// ML-DSA-65: -49.
    MlDsa65,
}

impl Algorithm {
    /// The COSE algorithm identifier.
    pub const fn id(self) -> i64 {
        match self {
            Self::Ed25519 => -19,
            Self::MlDsa65 => -49,
        }
    }
}

/// The two signatures of one signer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignaturePair {
    /// Names the key pair ([`PublicPair::key_id`]).
    pub key: Digest,
    /// Ed25519 signature.
    pub ed25519: Vec<u8>,
    /// ML-DSA-65 signature.
    pub ml_dsa: Vec<u8>,
}

/// A signed object as read; nothing is verified until [`Signed::verify`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// What the payload is.
    pub content_type: String,
    /// The payload bytes.
    pub payload: Vec<u8>,
    /// Signatures, one pair for each signer.
    pub pairs: Vec<SignaturePair>,
}

fn body_protected(content_type: &str) -> Vec<u8> {
    encode(&Value::Map(vec![(
        Value::Uint(HEADER_CONTENT_TYPE),
        Value::text(content_type),
    )]))
}

fn sign_protected(algorithm: Algorithm, key: &Digest) -> Vec<u8> {
    encode(&Value::Map(vec![
        (Value::Uint(HEADER_ALG), Value::int(algorithm.id())),
        (Value::Uint(HEADER_KID), Value::digest(key)),
    ]))
}

/// The Sig_structure of RFC 9052, 4.4, with empty external data: exactly the bytes that are signed.
pub(crate) fn sig_structure(
    body_protected: &[u8],
    sign_protected: &[u8],
    payload: &[u8],
) -> Vec<u8> {
    encode(&Value::Array(vec![
        Value::text("Signature"),
        Value::bytes(body_protected),
        Value::bytes(sign_protected),
        Value::bytes(b""),
        Value::bytes(payload),
    ]))
}

/// Signs `payload` with every signer; gives the bytes of the COSE_Sign object.
///
/// # Errors
/// What a signer says; [`Error::Input`] for no signer, more than 8, or one twice.
pub fn sign(content_type: &str, payload: &[u8], signers: &[&dyn Signer]) -> Result<Vec<u8>> {
    let mut signed = Signed {
        content_type: content_type.to_owned(),
        payload: payload.to_vec(),
        pairs: Vec::new(),
    };
    if signers.is_empty() || signers.len() > SIGNERS_MAX {
        return Err(Error::Input("an object has 1 to 8 signers"));
    }
    for signer in signers {
        let key = signer.public().key_id();
        if signed.pair_of(&key).is_some() {
            return Err(Error::Input("the same signer twice"));
        }
        let ed25519 = signer.sign_ed25519(&signed.to_be_signed(Algorithm::Ed25519, &key))?;
        let ml_dsa = signer.sign_ml_dsa(&signed.to_be_signed(Algorithm::MlDsa65, &key))?;
        signed.pairs.push(SignaturePair {
            key,
            ed25519,
            ml_dsa,
        });
    }
    Ok(signed.to_bytes())
}

impl Signed {
    /// Reads an object of at most `bytes_max` bytes whose content type must be `content_type`.
    ///
    /// # Errors
    /// [`Error::Malformed`], [`Error::Limit`]; [`Error::Algorithm`] for any algorithm but those of A1;
    /// [`Error::Signature`] when one half of a pair was left out.
    pub fn parse(bytes: &[u8], content_type: &'static str, bytes_max: usize) -> Result<Self> {
        let bad = |why| Error::malformed("signed object", why);
        let Value::Tag(TAG_SIGN, inner) = decode(bytes, bytes_max)? else {
            return Err(bad("not a COSE_Sign"));
        };
        let parts: [Value; 4] = inner
            .into_array("signed object")?
            .try_into()
            .map_err(|_| bad("not four parts"))?;
        let [protected, unprotected, payload, signatures] = parts;
        if unprotected != Value::Map(Vec::new()) {
            return Err(bad("unprotected headers are not used"));
        }
        if protected.into_bytes("signed object header")? != body_protected(content_type) {
            return Err(bad("header is not this content type"));
        }
        let entries = signatures.into_array("signatures")?;
        if entries.len() > 2 * SIGNERS_MAX {
            return Err(Error::Limit {
                what: "signatures",
                max: 2 * SIGNERS_MAX as u64,
            });
        }
        let entries = entries
            .into_iter()
            .map(read_entry)
            .collect::<Result<Vec<_>>>()?;
        let signed = Self {
            content_type: content_type.to_owned(),
            payload: payload.into_bytes("payload")?,
            pairs: pair_up(entries)?,
        };
        if signed.to_bytes() != bytes {
            return Err(bad("not in its one canonical form"));
        }
        Ok(signed)
    }

    /// The object's bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let entry = |algorithm, key, signature: &[u8]| {
            Value::Array(vec![
                Value::Bytes(sign_protected(algorithm, key)),
                Value::Map(Vec::new()),
                Value::bytes(signature),
            ])
        };
        let signatures = self.pairs.iter().flat_map(|pair| {
            [
                entry(Algorithm::Ed25519, &pair.key, &pair.ed25519),
                entry(Algorithm::MlDsa65, &pair.key, &pair.ml_dsa),
            ]
        });
        encode(&Value::Tag(
            TAG_SIGN,
            Box::new(Value::Array(vec![
                Value::Bytes(body_protected(&self.content_type)),
                Value::Map(Vec::new()),
                Value::bytes(&self.payload),
                Value::Array(signatures.collect()),
            ])),
        ))
    }

    /// The exact bytes that `key` signs with `algorithm`.
    pub fn to_be_signed(&self, algorithm: Algorithm, key: &Digest) -> Vec<u8> {
        sig_structure(
            &body_protected(&self.content_type),
            &sign_protected(algorithm, key),
            &self.payload,
        )
    }

    /// The pair of signatures under a key id.
    pub fn pair_of(&self, key: &Digest) -> Option<&SignaturePair> {
        self.pairs.iter().find(|pair| pair.key == *key)
    }

    /// Verifies both signatures of `public`.
    ///
    /// # Errors
    /// [`Error::Signature`] when this key did not sign, or either half does not verify.
    pub fn verify(&self, public: &PublicPair) -> Result<()> {
        let key = public.key_id();
        let pair = self.pair_of(&key).ok_or(Error::Signature("signer"))?;
        ed25519_verify(
            public.ed25519(),
            &self.to_be_signed(Algorithm::Ed25519, &key),
            &pair.ed25519,
        )?;
        ml_dsa_verify(
            public.ml_dsa(),
            &self.to_be_signed(Algorithm::MlDsa65, &key),
            &pair.ml_dsa,
        )
    }
}

fn read_entry(entry: Value) -> Result<(Algorithm, Digest, Vec<u8>)> {
    let bad = |why| Error::malformed("signature", why);
    let parts: [Value; 3] = entry
        .into_array("signature")?
        .try_into()
        .map_err(|_| bad("not three parts"))?;
    let [protected, unprotected, signature] = parts;
    if unprotected != Value::Map(Vec::new()) {
        return Err(bad("unprotected headers are not used"));
    }
    let protected = protected.into_bytes("signature header")?;
    let Value::Map(header) = decode(&protected, 64)? else {
        return Err(bad("header is not a map"));
    };
    let mut header = header.into_iter();
    let algorithm = match header.next() {
        Some((Value::Uint(HEADER_ALG), id)) if id == Value::int(Algorithm::Ed25519.id()) => {
            Algorithm::Ed25519
        }
        Some((Value::Uint(HEADER_ALG), id)) if id == Value::int(Algorithm::MlDsa65.id()) => {
            Algorithm::MlDsa65
        }
        _ => return Err(Error::Algorithm("signature")),
    };
    let Some((Value::Uint(HEADER_KID), key)) = header.next() else {
        return Err(bad("no key id"));
    };
    let key = key.into_digest("key id")?;
    if header.next().is_some() {
        return Err(bad("unknown header"));
    }
    Ok((algorithm, key, signature.into_bytes("signature")?))
}

fn pair_up(entries: Vec<(Algorithm, Digest, Vec<u8>)>) -> Result<Vec<SignaturePair>> {
    const STRIPPED: Error =
        Error::Signature("suite A1 needs an Ed25519 and an ML-DSA-65 signature of the same key");
    let mut entries = entries.into_iter();
    let mut pairs: Vec<SignaturePair> = Vec::new();
    while let Some((algorithm, key, ed25519)) = entries.next() {
        let second = entries
            .next()
            .filter(|(second, same, _)| *second == Algorithm::MlDsa65 && *same == key);
        let (Algorithm::Ed25519, Some((_, _, ml_dsa))) = (algorithm, second) else {
            return Err(STRIPPED);
        };
        if pairs.iter().any(|pair| pair.key == key) {
            return Err(Error::malformed("signatures", "the same signer twice"));
        }
        pairs.push(SignaturePair {
            key,
            ed25519,
            ml_dsa,
        });
    }
    if pairs.is_empty() {
        Err(STRIPPED)
    } else {
        Ok(pairs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Counter;
    use crate::suite::{SigningPair, SigningSeeds};
    use coset::TaggedCborSerializable as _;

    fn pair(n: u64) -> SigningPair {
        SigningPair::from_seeds(&SigningSeeds::generate(&mut Counter(n))).unwrap()
    }

    #[test]
    fn signed_read_verified() {
        let (one, two) = (pair(1), pair(100));
        let bytes = sign("application/test", b"payload", &[&one, &two]).unwrap();
        let signed = Signed::parse(&bytes, "application/test", 1 << 16).unwrap();
        signed.verify(one.public()).unwrap();
        signed.verify(two.public()).unwrap();
        assert_eq!(
            signed.verify(pair(200).public()),
            Err(Error::Signature("signer"))
        );
        assert!(Signed::parse(&bytes, "application/other", 1 << 16).is_err());
        assert!(sign("application/test", b"payload", &[]).is_err());
        assert!(sign("application/test", b"payload", &[&one, &one]).is_err());
    }

    #[test]
    fn one_half_is_not_enough() {
        let one = pair(1);
        let bytes = sign("application/test", b"payload", &[&one]).unwrap();
        let signed = Signed::parse(&bytes, "application/test", 1 << 16).unwrap();
        for half in 0..2 {
            let mut broken = signed.clone();
            let signature = if half == 0 {
                &mut broken.pairs[0].ed25519
            } else {
                &mut broken.pairs[0].ml_dsa
            };
            signature[20] ^= 1;
            let read = Signed::parse(&broken.to_bytes(), "application/test", 1 << 16).unwrap();
            assert!(matches!(
                read.verify(one.public()),
                Err(Error::Signature(_))
            ));
        }
        for keep in 0..2 {
            let Value::Tag(98, inner) = decode(&bytes, 1 << 16).unwrap() else {
                panic!()
            };
            let mut parts = inner.into_array("").unwrap();
            let mut entries = parts.pop().unwrap().into_array("").unwrap();
            parts.push(Value::Array(vec![entries.remove(keep)]));
            let stripped = encode(&Value::Tag(98, Box::new(Value::Array(parts))));
            assert!(matches!(
                Signed::parse(&stripped, "application/test", 1 << 16),
                Err(Error::Signature(_))
            ));
        }
    }

    #[test]
    fn coset_reads_the_same() {
        let one = pair(1);
        let bytes = sign("application/test", b"payload", &[&one]).unwrap();
        let foreign = coset::CoseSign::from_tagged_slice(&bytes).unwrap();
        let signed = Signed::parse(&bytes, "application/test", 1 << 16).unwrap();
        let key = one.public().key_id();
        assert_eq!(
            foreign.tbs_data(b"", &foreign.signatures[0]),
            signed.to_be_signed(Algorithm::Ed25519, &key)
        );
        assert_eq!(
            foreign.tbs_data(b"", &foreign.signatures[1]),
            signed.to_be_signed(Algorithm::MlDsa65, &key)
        );
        assert_eq!(foreign.signatures[0].protected.header.key_id, key.0);
        assert_eq!(foreign.to_tagged_vec().unwrap(), bytes);
    }
}
