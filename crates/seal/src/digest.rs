//! SHA-256, hexadecimal text, and canonical JSON (RFC 8785). SHA-256 is the digest of everything another party verifies.

use crate::{Digest, Error, Result};
use model::limits::CANONICAL_JSON_DEPTH_MAX;
use serde_json::Value;

/// Largest integer that every JSON reader represents exactly: 2^53 - 1 (RFC 8785, 3.2.2.3; RFC 7493, 2.2).
const JSON_INTEGER_MAX: u64 = (1 << 53) - 1;

/// SHA-256 of `bytes` (FIPS 180-4).
pub fn sha256(bytes: &[u8]) -> Digest {
    let mut hasher = Hasher::new();
    hasher.update(bytes);
    hasher.finish()
}

/// SHA-256 over a stream.
#[derive(Clone)]
pub struct Hasher(aws_lc_rs::digest::Context);

impl core::fmt::Debug for Hasher {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Hasher")
    }
}

impl Default for Hasher {
    fn default() -> Self {
        Self::new()
    }
}

impl Hasher {
    /// An empty hash state.
    pub fn new() -> Self {
        Self(aws_lc_rs::digest::Context::new(&aws_lc_rs::digest::SHA256))
    }

    /// Adds `bytes`.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The digest of everything added.
    pub fn finish(self) -> Digest {
        let mut out = [0u8; 32];
        out.copy_from_slice(self.0.finish().as_ref());
        Digest(out)
    }
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        for nibble in [byte >> 4, byte & 15] {
            out.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
        }
    }
    out
}

/// Reads hexadecimal of either case; `None` where it is not.
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    let bytes = text.as_bytes();
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs
        .iter()
        .map(|[high, low]| {
            let high = char::from(*high).to_digit(16)?;
            let low = char::from(*low).to_digit(16)?;
            u8::try_from(high * 16 + low).ok()
        })
        .collect()
}

/// Canonical JSON (RFC 8785) for our use: objects sorted by UTF-16 code units, shortest escapes, integers only.
///
/// # Errors
/// [`Error::Malformed`] for a fraction or an integer beyond ±(2^53 - 1); [`Error::Limit`] for nesting beyond 64.
pub fn canonical_json(value: &Value) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    write_value(value, 0, &mut out)?;
    Ok(out)
}

fn write_value(value: &Value, depth: usize, out: &mut Vec<u8>) -> Result<()> {
    if depth > CANONICAL_JSON_DEPTH_MAX {
        let max = CANONICAL_JSON_DEPTH_MAX as u64;
        return Err(Error::Limit {
            what: "JSON depth",
            max,
        });
    }
    match value {
        Value::Null => out.extend_from_slice(b"null"),
        Value::Bool(true) => out.extend_from_slice(b"true"),
        Value::Bool(false) => out.extend_from_slice(b"false"),
        Value::Number(number) => write_integer(number, out)?,
        Value::String(text) => write_string(text, out),
        Value::Array(items) => {
            out.push(b'[');
            for (n, item) in items.iter().enumerate() {
                if n > 0 {
                    out.push(b',');
                }
                write_value(item, depth + 1, out)?;
            }
            out.push(b']');
        }
        Value::Object(members) => {
            let mut sorted: Vec<_> = members.iter().collect();
            sorted.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
            out.push(b'{');
            for (n, (name, member)) in sorted.into_iter().enumerate() {
                if n > 0 {
                    out.push(b',');
                }
                write_string(name, out);
                out.push(b':');
                write_value(member, depth + 1, out)?;
            }
            out.push(b'}');
        }
    }
    Ok(())
}

fn write_integer(number: &serde_json::Number, out: &mut Vec<u8>) -> Result<()> {
    let integer = match (number.as_i64(), number.as_u64()) {
        (Some(signed), _) => i128::from(signed),
        (None, Some(unsigned)) => i128::from(unsigned),
        (None, None) => {
            return Err(Error::malformed(
                "JSON number",
                "fractions are not carried; write them as text",
            ));
        }
    };
    if integer.unsigned_abs() > u128::from(JSON_INTEGER_MAX) {
        return Err(Error::malformed(
            "JSON number",
            "integer beyond 2^53 - 1; write it as text",
        ));
    }
    out.extend_from_slice(integer.to_string().as_bytes());
    Ok(())
}

fn write_string(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    for c in text.chars() {
        match c {
            '"' => out.extend_from_slice(b"\\\""),
            '\\' => out.extend_from_slice(b"\\\\"),
            '\u{8}' => out.extend_from_slice(b"\\b"),
            '\t' => out.extend_from_slice(b"\\t"),
            '\n' => out.extend_from_slice(b"\\n"),
            '\u{c}' => out.extend_from_slice(b"\\f"),
            '\r' => out.extend_from_slice(b"\\r"),
            c if c < ' ' => out.extend_from_slice(format!("\\u{:04x}", u32::from(c)).as_bytes()),
            c => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn sha256_of_known_texts() {
        for (text, expect) in [
            (
                "",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            ),
            (
                "abc",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            ),
        ] {
            assert_eq!(hex(&sha256(text.as_bytes()).0), expect);
        }
        let mut hasher = Hasher::new();
        hasher.update(b"a");
        hasher.update(b"bc");
        assert_eq!(hasher.finish(), sha256(b"abc"));
    }

    #[test]
    fn hex_round_trip() {
        assert_eq!(unhex("00ffA5"), Some(vec![0, 255, 0xa5]));
        assert_eq!(hex(&[0, 255, 0xa5]), "00ffa5");
        for bad in ["0", "0g", "é", "+1"] {
            assert_eq!(unhex(bad), None, "{bad}");
        }
    }

    #[test]
    fn canonical_json_cases() {
        // RFC 8785, 3.2.3: sorting is by UTF-16 code units, so U+1F600 (D83D..) precedes U+FB33.
        let sorted = json!({"\u{20ac}": 1, "\r": 2, "\u{fb33}": 3, "1": 4, "\u{1f600}": 5, "\u{80}": 6, "\u{f6}": 7});
        let text = String::from_utf8(canonical_json(&sorted).unwrap()).unwrap();
        assert_eq!(
            text,
            "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"\u{f6}\":7,\"\u{20ac}\":1,\"\u{1f600}\":5,\"\u{fb33}\":3}"
        );
        for (value, expect) in [
            (
                json!({"b": [true, null, -3], "a": "x/\u{1f}\u{7f}\"\\\n"}),
                "{\"a\":\"x/\\u001f\u{7f}\\\"\\\\\\n\",\"b\":[true,null,-3]}",
            ),
            (json!(9007199254740991u64), "9007199254740991"),
            (json!([]), "[]"),
        ] {
            assert_eq!(
                String::from_utf8(canonical_json(&value).unwrap()).unwrap(),
                expect
            );
        }
        for refused in [
            json!(1.5),
            json!(1.0),
            json!(9007199254740992u64),
            json!(i64::MIN),
        ] {
            assert!(canonical_json(&refused).is_err(), "{refused}");
        }
    }

    #[test]
    fn deep_json_is_refused() {
        let mut value = json!(0);
        for _ in 0..80 {
            value = json!([value]);
        }
        assert!(matches!(canonical_json(&value), Err(Error::Limit { .. })));
    }
}
