//! Deterministic CBOR (RFC 8949, 4.2.1): one encoding for each value. Decoding refuses everything else: longer integers than
//! needed, indefinite lengths, unsorted or duplicate keys, floats, unknown simple values, broken UTF-8, bytes left over.
//! Typed structures are read with [`decode_exact`], which re-encodes what was understood and compares it with what came.

mod read;
mod value;

pub use read::decode;
pub use value::{Fields, Value, encode};

use crate::{Error, Result};

/// A structure of ours with exactly one CBOR form.
pub trait Form: Sized {
    /// What it is called in errors.
    const NAME: &'static str;
    /// Its value.
    fn to_cbor(&self) -> Value;
    /// Reads the value; unknown fields are refused.
    ///
    /// # Errors
    /// [`Error::Malformed`] naming the field, and what the fields' own types say.
    fn from_cbor(value: Value) -> Result<Self>;

    /// Its bytes.
    fn to_bytes(&self) -> Vec<u8> {
        encode(&self.to_cbor())
    }
}

/// Reads a structure from bytes of at most `bytes_max`, and refuses it unless it encodes to the same bytes again.
///
/// # Errors
/// [`Error::Limit`] or [`Error::Malformed`].
pub fn decode_exact<T: Form>(bytes: &[u8], bytes_max: usize) -> Result<T> {
    let value = decode(bytes, bytes_max)?;
    let read = T::from_cbor(value)?;
    if read.to_bytes() != bytes {
        return Err(Error::malformed(T::NAME, "not in its one canonical form"));
    }
    Ok(read)
}
