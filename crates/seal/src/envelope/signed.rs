//! A signed manifest by itself, as it is kept for the judge after the envelope's key was destroyed.

use super::{MANIFEST_TYPE, Manifest};
use crate::cbor::decode_exact;
use crate::cose::Signed;
use crate::{Digest, Error, Result};
use model::limits::ENVELOPE_BYTES_MAX;

/// What a signed manifest says. Its signatures are not judged here: see [`crate::court::court_files`].
///
/// # Errors
/// [`Error::Malformed`], [`Error::Limit`], [`Error::Signature`] when one of the suite's two signatures is missing.
pub fn read_manifest(signed: &[u8]) -> Result<Manifest> {
    let signed = Signed::parse(signed, MANIFEST_TYPE, ENVELOPE_BYTES_MAX)?;
    decode_exact(&signed.payload, ENVELOPE_BYTES_MAX)
}

/// The id of the key that signed it.
///
/// # Errors
/// As [`read_manifest`]; [`Error::Malformed`] unless exactly one authority signed.
pub fn manifest_signer(signed: &[u8]) -> Result<Digest> {
    let signed = Signed::parse(signed, MANIFEST_TYPE, ENVELOPE_BYTES_MAX)?;
    match signed.pairs.as_slice() {
        [pair] => Ok(pair.key),
        _ => Err(Error::malformed(
            "signed manifest",
            "exactly one authority signs",
        )),
    }
}
