//! CBOR values, their encoding, and reading maps field by field.

use crate::{Digest, Error, Result};
use jiff::Timestamp;

/// A CBOR value of the kinds used here. Maps are kept as pairs; encoding sorts them.
#[derive(Clone, PartialEq, Eq)]
pub enum Value {
    /// 0 and above.
    Uint(u64),
    /// `-1 - n`.
    Nint(u64),
    /// Byte string.
    Bytes(Vec<u8>),
    /// Text.
    Text(String),
    /// Array.
    Array(Vec<Value>),
    /// Map; keys differ from one another.
    Map(Vec<(Value, Value)>),
    /// Tagged value.
    Tag(u64, Box<Value>),
    /// True or false.
    Bool(bool),
    /// Null.
    Null,
}

impl core::fmt::Debug for Value {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Uint(n) => write!(f, "{n}"),
            Self::Nint(n) => write!(f, "{}", -1 - i128::from(*n)),
            Self::Bytes(bytes) => write!(f, "h'{}'", crate::hex(bytes)),
            Self::Text(text) => write!(f, "{text:?}"),
            Self::Array(items) => f.debug_list().entries(items).finish(),
            Self::Map(pairs) => f
                .debug_map()
                .entries(pairs.iter().map(|(k, v)| (k, v)))
                .finish(),
            Self::Tag(tag, inner) => write!(f, "{tag}({inner:?})"),
            Self::Bool(bool) => write!(f, "{bool}"),
            Self::Null => f.write_str("null"),
        }
    }
}

impl Value {
    /// A text value.
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// A byte string value.
    pub fn bytes(bytes: &[u8]) -> Self {
        Self::Bytes(bytes.to_vec())
    }

    /// A digest as a byte string.
    pub fn digest(digest: &Digest) -> Self {
        Self::bytes(&digest.0)
    }

    /// A moment as microseconds since 1970 (UTC).
    pub fn time(time: Timestamp) -> Self {
        Self::int(time.as_microsecond())
    }

    /// An integer of either sign.
    pub fn int(n: i64) -> Self {
        match u64::try_from(n) {
            Ok(n) => Self::Uint(n),
            Err(_) => Self::Nint(n.wrapping_neg().wrapping_sub(1).unsigned_abs()),
        }
    }

    /// A map with text keys; absent optional fields are left out by the caller.
    pub fn map(pairs: impl IntoIterator<Item = (&'static str, Value)>) -> Self {
        Self::Map(
            pairs
                .into_iter()
                .map(|(key, value)| (Self::text(key), value))
                .collect(),
        )
    }

    /// The array's items.
    ///
    /// # Errors
    /// [`Error::Malformed`].
    pub fn into_array(self, what: &'static str) -> Result<Vec<Value>> {
        if let Self::Array(items) = self {
            Ok(items)
        } else {
            Err(Error::malformed(what, "not an array"))
        }
    }

    /// The text.
    ///
    /// # Errors
    /// [`Error::Malformed`].
    pub fn into_text(self, what: &'static str) -> Result<String> {
        if let Self::Text(text) = self {
            Ok(text)
        } else {
            Err(Error::malformed(what, "not a text"))
        }
    }

    /// The bytes.
    ///
    /// # Errors
    /// [`Error::Malformed`].
    pub fn into_bytes(self, what: &'static str) -> Result<Vec<u8>> {
        if let Self::Bytes(bytes) = self {
            Ok(bytes)
        } else {
            Err(Error::malformed(what, "not a byte string"))
        }
    }

    /// The unsigned integer.
    ///
    /// # Errors
    /// [`Error::Malformed`].
    pub fn into_uint(self, what: &'static str) -> Result<u64> {
        if let Self::Uint(n) = self {
            Ok(n)
        } else {
            Err(Error::malformed(what, "not an unsigned integer"))
        }
    }

    /// A digest.
    ///
    /// # Errors
    /// [`Error::Malformed`].
    pub fn into_digest(self, what: &'static str) -> Result<Digest> {
        let bytes = self.into_bytes(what)?;
        Ok(Digest(
            bytes
                .try_into()
                .map_err(|_| Error::malformed(what, "not 32 bytes"))?,
        ))
    }

    /// A moment.
    ///
    /// # Errors
    /// [`Error::Malformed`] when it is no integer or outside the calendar.
    pub fn into_time(self, what: &'static str) -> Result<Timestamp> {
        let micros = match self {
            Self::Uint(n) => i64::try_from(n).ok(),
            Self::Nint(n) => i64::try_from(n).ok().and_then(|n| (-1i64).checked_sub(n)),
            _ => None,
        };
        let micros = micros.ok_or(Error::malformed(what, "not a time"))?;
        Timestamp::from_microsecond(micros)
            .map_err(|_| Error::malformed(what, "time outside the calendar"))
    }
}

/// Deterministic encoding (RFC 8949, 4.2.1): shortest integers, definite lengths, map keys sorted by their encoded bytes.
pub fn encode(value: &Value) -> Vec<u8> {
    let mut out = Vec::new();
    write(value, &mut out);
    out
}

fn write(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Uint(n) => head(0, *n, out),
        Value::Nint(n) => head(1, *n, out),
        Value::Bytes(bytes) => {
            head(2, bytes.len() as u64, out);
            out.extend_from_slice(bytes);
        }
        Value::Text(text) => {
            head(3, text.len() as u64, out);
            out.extend_from_slice(text.as_bytes());
        }
        Value::Array(items) => {
            head(4, items.len() as u64, out);
            for item in items {
                write(item, out);
            }
        }
        Value::Map(pairs) => {
            let mut sorted: Vec<(Vec<u8>, &Value)> = pairs
                .iter()
                .map(|(key, value)| (encode(key), value))
                .collect();
            sorted.sort_by(|(a, _), (b, _)| a.cmp(b));
            head(5, sorted.len() as u64, out);
            for (key, value) in sorted {
                out.extend_from_slice(&key);
                write(value, out);
            }
        }
        Value::Tag(tag, inner) => {
            head(6, *tag, out);
            write(inner, out);
        }
        Value::Bool(bool) => out.push(if *bool { 0xf5 } else { 0xf4 }),
        Value::Null => out.push(0xf6),
    }
}

fn head(major: u8, n: u64, out: &mut Vec<u8>) {
    let major = major << 5;
    let bytes = n.to_be_bytes();
    let [.., b4, b5, b6, b7] = bytes;
    match n {
        0..24 => out.push(major | b7),
        24..0x100 => out.extend_from_slice(&[major | 24, b7]),
        0x100..0x1_0000 => out.extend_from_slice(&[major | 25, b6, b7]),
        0x1_0000..0x1_0000_0000 => out.extend_from_slice(&[major | 26, b4, b5, b6, b7]),
        _ => {
            out.push(major | 27);
            out.extend_from_slice(&bytes);
        }
    }
}

/// A map with text keys being read: each field is taken once, and what nobody took is refused.
#[derive(Debug)]
pub struct Fields {
    what: &'static str,
    pairs: Vec<(String, Value)>,
}

impl Fields {
    /// Starts reading `value`.
    ///
    /// # Errors
    /// [`Error::Malformed`] when it is no map with text keys.
    pub fn new(value: Value, what: &'static str) -> Result<Self> {
        let Value::Map(pairs) = value else {
            return Err(Error::malformed(what, "not a map"));
        };
        let pairs = pairs
            .into_iter()
            .map(|(key, value)| Ok((key.into_text(what)?, value)))
            .collect::<Result<_>>()?;
        Ok(Self { what, pairs })
    }

    /// An optional field.
    pub fn optional(&mut self, name: &'static str) -> Option<Value> {
        let at = self.pairs.iter().position(|(key, _)| key == name)?;
        Some(self.pairs.swap_remove(at).1)
    }

    /// A required field.
    ///
    /// # Errors
    /// [`Error::Malformed`] naming the field.
    pub fn take(&mut self, name: &'static str) -> Result<Value> {
        self.optional(name).ok_or(Error::malformed(name, "missing"))
    }

    /// A required text.
    ///
    /// # Errors
    /// [`Error::Malformed`] naming the field, as for the methods below.
    pub fn text(&mut self, name: &'static str) -> Result<String> {
        self.take(name)?.into_text(name)
    }

    /// A required byte string.
    ///
    /// # Errors
    /// As [`Fields::text`].
    pub fn bytes(&mut self, name: &'static str) -> Result<Vec<u8>> {
        self.take(name)?.into_bytes(name)
    }

    /// A required unsigned integer.
    ///
    /// # Errors
    /// As [`Fields::text`].
    pub fn uint(&mut self, name: &'static str) -> Result<u64> {
        self.take(name)?.into_uint(name)
    }

    /// A required digest.
    ///
    /// # Errors
    /// As [`Fields::text`].
    pub fn digest(&mut self, name: &'static str) -> Result<Digest> {
        self.take(name)?.into_digest(name)
    }

    /// A required moment.
    ///
    /// # Errors
    /// As [`Fields::text`].
    pub fn time(&mut self, name: &'static str) -> Result<Timestamp> {
        self.take(name)?.into_time(name)
    }

    /// A required array of at most `max` items, each read by `read`.
    ///
    /// # Errors
    /// As [`Fields::text`]; [`Error::Limit`] for more items.
    pub fn list<T>(
        &mut self,
        name: &'static str,
        max: usize,
        read: impl Fn(Value) -> Result<T>,
    ) -> Result<Vec<T>> {
        let items = self.take(name)?.into_array(name)?;
        if items.len() > max {
            return Err(Error::Limit {
                what: name,
                max: max as u64,
            });
        }
        items.into_iter().map(read).collect()
    }

    /// Ends reading.
    ///
    /// # Errors
    /// [`Error::Malformed`] when a field was not taken.
    pub fn end(self) -> Result<()> {
        if self.pairs.is_empty() {
            Ok(())
        } else {
            Err(Error::malformed(self.what, "unknown field"))
        }
    }
}
