//! The strict decoder.

use super::value::Value;
use crate::{Error, Result};
use model::limits::{CBOR_ITEMS_MAX, DEPTH_MAX};

/// Decodes one value from bytes of at most `bytes_max`, nesting 8, 65,536 items; memory used is proportional to the bytes.
///
/// # Errors
/// [`Error::Limit`]; [`Error::Malformed`] for anything that is not the deterministic encoding of a [`Value`].
pub fn decode(bytes: &[u8], bytes_max: usize) -> Result<Value> {
    if bytes.len() > bytes_max {
        return Err(Error::Limit {
            what: "CBOR bytes",
            max: bytes_max as u64,
        });
    }
    let mut reader = Reader {
        rest: bytes,
        items: 0,
    };
    let value = reader.value(0)?;
    if reader.rest.is_empty() {
        Ok(value)
    } else {
        Err(bad("bytes left over"))
    }
}

const fn bad(why: &'static str) -> Error {
    Error::malformed("CBOR", why)
}

struct Reader<'a> {
    rest: &'a [u8],
    items: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, len: u64) -> Result<&'a [u8]> {
        let len = usize::try_from(len).map_err(|_| bad("truncated"))?;
        let (taken, rest) = self.rest.split_at_checked(len).ok_or(bad("truncated"))?;
        self.rest = rest;
        Ok(taken)
    }

    fn number(&mut self, info: u8) -> Result<u64> {
        let (width, least) = match info {
            0..24 => return Ok(u64::from(info)),
            24 => (1, 24),
            25 => (2, 0x100),
            26 => (4, 0x1_0000),
            27 => (8, 0x1_0000_0000),
            31 => return Err(bad("indefinite length")),
            _ => return Err(bad("reserved length")),
        };
        let n = self
            .take(width)?
            .iter()
            .fold(0u64, |n, byte| n << 8 | u64::from(*byte));
        if n < least {
            Err(bad("integer longer than needed"))
        } else {
            Ok(n)
        }
    }

    /// A count of items of at least `each` bytes, so that a lie about length cannot reserve memory.
    fn count(&mut self, n: u64, each: u64) -> Result<usize> {
        if n.saturating_mul(each) > self.rest.len() as u64 {
            return Err(bad("truncated"));
        }
        usize::try_from(n).map_err(|_| bad("truncated"))
    }

    fn value(&mut self, depth: usize) -> Result<Value> {
        self.items += 1;
        if self.items > CBOR_ITEMS_MAX {
            return Err(Error::Limit {
                what: "CBOR items",
                max: CBOR_ITEMS_MAX as u64,
            });
        }
        if depth > DEPTH_MAX {
            return Err(Error::Limit {
                what: "CBOR depth",
                max: DEPTH_MAX as u64,
            });
        }
        let first = *self.take(1)?.first().ok_or(bad("truncated"))?;
        let (major, info) = (first >> 5, first & 31);
        if major == 7 {
            return match info {
                20 => Ok(Value::Bool(false)),
                21 => Ok(Value::Bool(true)),
                22 => Ok(Value::Null),
                _ => Err(bad("float, undefined or unknown simple value")),
            };
        }
        let n = self.number(info)?;
        match major {
            0 => Ok(Value::Uint(n)),
            1 => Ok(Value::Nint(n)),
            2 => Ok(Value::Bytes(self.take(n)?.to_vec())),
            3 => {
                let text =
                    core::str::from_utf8(self.take(n)?).map_err(|_| bad("text is not UTF-8"))?;
                Ok(Value::Text(text.to_owned()))
            }
            4 => {
                let count = self.count(n, 1)?;
                (0..count)
                    .map(|_| self.value(depth + 1))
                    .collect::<Result<_>>()
                    .map(Value::Array)
            }
            5 => self.map(n, depth),
            _ => Ok(Value::Tag(n, Box::new(self.value(depth + 1)?))),
        }
    }

    fn map(&mut self, n: u64, depth: usize) -> Result<Value> {
        let count = self.count(n, 2)?;
        let mut pairs = Vec::new();
        let mut last: Option<&[u8]> = None;
        for _ in 0..count {
            let before = self.rest;
            let key = self.value(depth + 1)?;
            let key_bytes = before
                .get(..before.len() - self.rest.len())
                .ok_or(bad("truncated"))?;
            match last.map(|last| last.cmp(key_bytes)) {
                None | Some(core::cmp::Ordering::Less) => last = Some(key_bytes),
                Some(core::cmp::Ordering::Equal) => return Err(bad("duplicate key")),
                Some(core::cmp::Ordering::Greater) => return Err(bad("keys not sorted")),
            }
            pairs.push((key, self.value(depth + 1)?));
        }
        Ok(Value::Map(pairs))
    }
}

#[cfg(test)]
mod tests {
    use super::super::encode;
    use super::*;
    use crate::{hex, unhex};
    use proptest::prelude::*;

    #[test]
    fn integers_and_simple_values_of_the_rfc() {
        // RFC 8949, appendix A.
        for (value, expect) in [
            (Value::Uint(0), "00"),
            (Value::Uint(23), "17"),
            (Value::Uint(24), "1818"),
            (Value::Uint(255), "18ff"),
            (Value::Uint(256), "190100"),
            (Value::Uint(1_000_000), "1a000f4240"),
            (Value::Uint(u64::MAX), "1bffffffffffffffff"),
            (Value::int(-1), "20"),
            (Value::int(-1000), "3903e7"),
            (Value::int(i64::MIN), "3b7fffffffffffffff"),
            (Value::Nint(u64::MAX), "3bffffffffffffffff"),
            (Value::Bool(false), "f4"),
            (Value::Bool(true), "f5"),
            (Value::Null, "f6"),
            (Value::text("水"), "63e6b0b4"),
            (Value::bytes(&[1, 2, 3, 4]), "4401020304"),
            (
                Value::Array(vec![Value::Uint(1), Value::Array(vec![])]),
                "820180",
            ),
            (
                Value::map([
                    ("", Value::Null),
                    ("a", Value::Uint(2)),
                    ("b", Value::Uint(1)),
                ]),
                "a360f6616102616201",
            ),
            (Value::Tag(32, Box::new(Value::text("a"))), "d8206161"),
        ] {
            assert_eq!(hex(&encode(&value)), expect);
            assert_eq!(decode(&unhex(expect).unwrap(), 64), Ok(value));
        }
        let unsorted = Value::map([
            ("b", Value::Uint(1)),
            ("a", Value::Uint(2)),
            ("", Value::Null),
        ]);
        assert_eq!(hex(&encode(&unsorted)), "a360f6616102616201");
    }

    #[test]
    fn everything_else_is_refused() {
        for (bytes, why) in [
            ("", "truncated"),
            ("1817", "integer longer than needed"),
            ("1900ff", "integer longer than needed"),
            ("1a0000ffff", "integer longer than needed"),
            ("1b00000000ffffffff", "integer longer than needed"),
            ("5801aa", "integer longer than needed"),
            ("d81700", "integer longer than needed"),
            ("1c", "reserved length"),
            ("5f41aaff", "indefinite length"),
            ("7f6161ff", "indefinite length"),
            ("9f01ff", "indefinite length"),
            ("bf6161 01ff", "indefinite length"),
            ("ff", "float, undefined or unknown simple value"),
            ("f7", "float, undefined or unknown simple value"),
            ("f93c00", "float, undefined or unknown simple value"),
            (
                "fb3ff0000000000000",
                "float, undefined or unknown simple value",
            ),
            ("f814", "float, undefined or unknown simple value"),
            ("a2616101616102", "duplicate key"),
            ("a2616201616102", "keys not sorted"),
            ("a26261610161 6202", "keys not sorted"),
            ("62c328", "text is not UTF-8"),
            ("0000", "bytes left over"),
            ("4401", "truncated"),
            ("8201", "truncated"),
            ("a161", "truncated"),
            ("9bffffffffffffffff", "truncated"),
            ("bb7fffffffffffffff", "truncated"),
            ("5bffffffffffffffff", "truncated"),
            ("c1", "truncated"),
        ] {
            assert_eq!(
                decode(&unhex(&bytes.replace(' ', "")).unwrap(), 64),
                Err(bad(why)),
                "{bytes}"
            );
        }
        let limits = [
            (vec![0x81; 64], "CBOR depth"),
            (vec![0xc1; 64], "CBOR depth"),
            (vec![0; 65], "CBOR bytes"),
        ];
        for (bytes, what) in limits {
            assert!(
                matches!(decode(&bytes, 64), Err(Error::Limit { what: found, .. }) if found == what)
            );
        }
        let mut many = unhex("9a00010000").unwrap();
        many.resize(5 + 65_536, 0);
        assert!(matches!(
            decode(&many, 1 << 20),
            Err(Error::Limit {
                what: "CBOR items",
                ..
            })
        ));
    }

    #[test]
    fn every_short_input_is_canonical_or_refused() {
        for a in 0..=u8::MAX {
            for b in 0..=u8::MAX {
                for bytes in [vec![a], vec![a, b], vec![a, b, 0x61], vec![0xa1, a, b]] {
                    if let Ok(value) = decode(&bytes, 8) {
                        assert_eq!(encode(&value), bytes);
                    }
                }
            }
        }
    }

    fn values() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            any::<u64>().prop_map(Value::Uint),
            any::<u64>().prop_map(Value::Nint),
            any::<Vec<u8>>().prop_map(Value::Bytes),
            any::<String>().prop_map(Value::Text),
            any::<bool>().prop_map(Value::Bool),
            Just(Value::Null),
        ];
        leaf.prop_recursive(4, 32, 5, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::Array),
                proptest::collection::btree_map(any::<String>(), inner.clone(), 0..5).prop_map(
                    |map| {
                        let mut pairs: Vec<_> = map
                            .into_iter()
                            .map(|(key, value)| (Value::Text(key), value))
                            .collect();
                        pairs.sort_by_key(|(key, _)| encode(key));
                        Value::Map(pairs)
                    }
                ),
                (any::<u64>(), inner).prop_map(|(tag, inner)| Value::Tag(tag, Box::new(inner))),
            ]
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn round_trip(value in values()) {
            let bytes = encode(&value);
            prop_assert_eq!(decode(&bytes, 1 << 20), Ok(value.clone()));
            let other: ciborium::Value = ciborium::from_reader(bytes.as_slice()).unwrap();
            let mut again = Vec::new();
            ciborium::into_writer(&other, &mut again).unwrap();
            prop_assert_eq!(again, bytes);
        }

        #[test]
        fn what_decodes_is_canonical(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            if let Ok(value) = decode(&bytes, 64) {
                prop_assert_eq!(encode(&value), bytes);
            }
        }
    }
}
