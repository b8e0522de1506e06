//! Foreign JSON, read strictly: one text has one reading or none (RFC 8259; RFC 7493, I-JSON).
//!
//! Refused: a name twice in one object, NaN and infinities, half a surrogate pair, bytes that are not UTF-8, the character NUL,
//! numbers that not every reader keeps exactly, text after the value, whatever exceeds the limits. Normalised: one byte order
//! mark at the beginning is skipped (RFC 8259, section 8.1); fractions are rounded to the nearest double, as every reader does.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::code::coded;

/// Bytes of one foreign text.
pub const BYTES_MAX: usize = 64 << 20;
/// Nesting.
pub const DEPTH_MAX: usize = 64;
/// Values in one text, names not counted.
pub const VALUES_MAX: usize = 2_000_000;
/// Bytes of one string or name.
pub const STRING_BYTES_MAX: usize = 8 << 20;
/// The largest whole number that every reader keeps exactly (RFC 7493, section 2.2).
pub const WHOLE_MAX: u64 = (1 << 53) - 1;

coded! {
    /// Why a foreign text is not read.
    pub enum Fault {
        /// Too many bytes.
        Size = "JSON-SIZE",
        /// Not UTF-8.
        Encoding = "JSON-ENCODING",
        /// Not JSON: NaN, half a surrogate pair, a comma too many, text after the value.
        Syntax = "JSON-SYNTAX",
        /// A name twice in one object.
        Twice = "JSON-TWICE",
        /// Nested too deeply.
        Depth = "JSON-DEPTH",
        /// Too many values.
        Values = "JSON-VALUES",
        /// A string too long.
        Long = "JSON-LONG",
        /// A number that readers keep differently.
        Number = "JSON-NUMBER",
        /// The character NUL, at which some readers end a string.
        Nul = "JSON-NUL",
    }
}

/// A text that is not read, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{fault} in line {line}, column {column}")]
pub struct Unread {
    /// Why.
    pub fault: Fault,
    /// Line, from 1; 0 where the text as a whole is meant.
    pub line: usize,
    /// Column in bytes, from 1.
    pub column: usize,
}

impl Unread {
    const fn whole(fault: Fault) -> Self {
        Self {
            fault,
            line: 0,
            column: 0,
        }
    }
}

/// How much a reader takes. The constants of this module are the most.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Bytes of the text.
    pub bytes: usize,
    /// Nesting.
    pub depth: usize,
    /// Values.
    pub values: usize,
    /// Bytes of one string.
    pub string_bytes: usize,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            bytes: BYTES_MAX,
            depth: DEPTH_MAX,
            values: VALUES_MAX,
            string_bytes: STRING_BYTES_MAX,
        }
    }
}

/// Reads a foreign text.
///
/// # Errors
/// [`Unread`]: nothing of it is taken then.
pub fn read(bytes: &[u8], bounds: &Bounds) -> Result<Value, Unread> {
    if bytes.len() > bounds.bytes {
        return Err(Unread::whole(Fault::Size));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Unread::whole(Fault::Encoding))?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let tally = Tally {
        bounds,
        values: Cell::new(0),
        fault: Cell::new(Fault::Syntax),
    };
    let mut source = serde_json::Deserializer::from_str(text);
    let value = Strict {
        tally: &tally,
        depth: 0,
    }
    .deserialize(&mut source)
    .and_then(|value| source.end().map(|()| value));
    value.map_err(|error| Unread {
        fault: tally.fault.get(),
        line: error.line(),
        column: error.column(),
    })
}

/// What one reading has counted, and what stopped it if not the syntax.
struct Tally<'a> {
    bounds: &'a Bounds,
    values: Cell<usize>,
    fault: Cell<Fault>,
}

impl Tally<'_> {
    fn stop<E: serde::de::Error>(&self, fault: Fault) -> E {
        self.fault.set(fault);
        E::custom(fault.code())
    }

    fn text<E: serde::de::Error>(&self, text: &str) -> Result<(), E> {
        if text.len() > self.bounds.string_bytes {
            return Err(self.stop(Fault::Long));
        }
        if text.contains('\0') {
            return Err(self.stop(Fault::Nul));
        }
        Ok(())
    }
}

#[derive(Clone, Copy)]
struct Strict<'a> {
    tally: &'a Tally<'a>,
    depth: usize,
}

impl Strict<'_> {
    fn inside<E: serde::de::Error>(self) -> Result<Self, E> {
        let depth = self.depth + 1;
        if depth > self.tally.bounds.depth {
            return Err(self.tally.stop(Fault::Depth));
        }
        Ok(Self { depth, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Value, D::Error> {
        let values = self.tally.values.get() + 1;
        self.tally.values.set(values);
        if values > self.tally.bounds.values {
            return Err(self.tally.stop(Fault::Values));
        }
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Bool(flag))
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Value, E> {
        if number > WHOLE_MAX {
            return Err(self.tally.stop(Fault::Number));
        }
        Ok(number.into())
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Value, E> {
        if number.unsigned_abs() > WHOLE_MAX {
            return Err(self.tally.stop(Fault::Number));
        }
        Ok(number.into())
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Value, E> {
        // A whole number with more digits than 64 bits hold comes here too.
        const EXACT: f64 = 9_007_199_254_740_991.0;
        match Number::from_f64(number) {
            Some(exact) if number.abs() <= EXACT => Ok(Value::Number(exact)),
            _ => Err(self.tally.stop(Fault::Number)),
        }
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Value, E> {
        self.tally.text(text)?;
        Ok(Value::String(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let inside = self.inside()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(inside)? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let inside = self.inside()?;
        let mut map = Map::new();
        while let Some(name) = entries.next_key::<String>()? {
            self.tally.text::<A::Error>(&name)?;
            if map.contains_key(&name) {
                self.tally.fault.set(Fault::Twice);
                return Err(A::Error::custom(Fault::Twice.code()));
            }
            let value = entries.next_value_seed(inside)?;
            map.insert(name, value);
        }
        Ok(Value::Object(map))
    }
}

#[cfg(test)]
mod tests;
