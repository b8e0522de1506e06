//! Ed25519 (RFC 8032) with one verdict for all: canonical points, no points of low order, scalar below the group order, the
//! equation without cofactor. So a signature is never valid at one node and void at another.

use crate::{Error, Result};
use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair as _, UnparsedPublicKey};

/// Bytes of a signature.
pub(crate) const SIGNATURE_BYTES: usize = 64;
/// The y coordinates of the eight points of low order, little-endian, sign bit cleared: 0, 1, -1 and the two of order 8.
const LOW_ORDER_Y: [[u8; 32]; 5] = [
    [0; 32],
    one(),
    [
        0xec, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
        0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
        0xff, 0x7f,
    ],
    [
        0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67,
        0x0f, 0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac,
        0x03, 0x7a,
    ],
    [
        0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98,
        0xf0, 0xd5, 0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53,
        0xfc, 0x05,
    ],
];

const fn one() -> [u8; 32] {
    let mut y = [0; 32];
    y[0] = 1;
    y
}

/// A canonical encoding (y below 2^255 - 19) of a point that is not of low order.
fn point_is_sound(point: &[u8; 32]) -> bool {
    let mut y = *point;
    let [first, middle @ .., last] = &mut y;
    *last &= 0x7f;
    let canonical = *last != 0x7f || middle.iter().any(|byte| *byte != 0xff) || *first < 0xed;
    canonical && !LOW_ORDER_Y.contains(&y)
}

/// An Ed25519 signing key.
pub struct Ed25519Key {
    pair: Ed25519KeyPair,
    public: [u8; 32],
}

impl core::fmt::Debug for Ed25519Key {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Ed25519Key({})", crate::hex(&self.public))
    }
}

impl Ed25519Key {
    /// The key of a 32-byte seed.
    ///
    /// # Errors
    /// [`Error::Key`] when the library refuses the seed.
    pub fn from_seed(seed: &[u8; 32]) -> Result<Self> {
        let bad = Error::Key("Ed25519 seed");
        let pair = Ed25519KeyPair::from_seed_unchecked(seed).map_err(|_| bad.clone())?;
        let public = pair.public_key().as_ref().try_into().map_err(|_| bad)?;
        Ok(Self { pair, public })
    }

    /// The raw public key.
    pub fn public(&self) -> [u8; 32] {
        self.public
    }

    /// Signs; 64 bytes, deterministic.
    pub fn sign(&self, message: &[u8]) -> [u8; SIGNATURE_BYTES] {
        let mut out = [0; SIGNATURE_BYTES];
        let signature = self.pair.sign(message);
        assert_eq!(
            signature.as_ref().len(),
            SIGNATURE_BYTES,
            "Ed25519 signatures have 64 bytes"
        );
        out.copy_from_slice(signature.as_ref());
        out
    }
}

/// Verifies an Ed25519 signature strictly.
///
/// # Errors
/// [`Error::Signature`].
pub fn ed25519_verify(public: &[u8; 32], message: &[u8], signature: &[u8]) -> Result<()> {
    const REFUSED: Error = Error::Signature("Ed25519");
    let (r, _) = signature.split_first_chunk::<32>().ok_or(REFUSED)?;
    if signature.len() != SIGNATURE_BYTES || !point_is_sound(public) || !point_is_sound(r) {
        return Err(REFUSED);
    }
    UnparsedPublicKey::new(&ED25519, public)
        .verify(message, signature)
        .map_err(|_| REFUSED)
}
