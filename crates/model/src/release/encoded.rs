//! Runs of a text that are another text, encoded. Decoding guesses: what comes out is only looked through, never shown.

use super::disguise::RUN_MIN;

/// Letters or signs that a decoded run must have to be taken for a text.
const READABLE_MIN: usize = 4;

/// Every text that is encoded in this one, each way it can be read.
pub(super) fn within(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for run in runs(text, |c| c.is_ascii_alphanumeric() || "+/-_=".contains(c)) {
        // A run may have begun before what is encoded in it: every place is tried.
        for from in 0..4 {
            let letters = run.get(from..).unwrap_or_default();
            found.extend(decoded(letters, value64, 6));
        }
        found.extend(decoded(run, value32, 5));
    }
    found.extend(hex(text));
    found.extend(escapes(text));
    // Rotation by thirteen gives a text of every text: it is read once, whole.
    if text.chars().any(|c| c.is_ascii_alphabetic()) {
        found.push(text.chars().map(rotated).collect());
    }
    found
}

/// The longest runs of these characters that are long enough.
fn runs(text: &str, belongs: impl Fn(char) -> bool) -> impl Iterator<Item = &str> {
    text.split(move |c: char| !belongs(c))
        .filter(|run| run.len() >= RUN_MIN)
}

/// What can be read in these bytes: as they stand, what is no text passed over, and as letters of two bytes.
fn readable(bytes: &[u8]) -> impl Iterator<Item = String> {
    let plain = String::from_utf8_lossy(bytes).into_owned();
    let seen = |text: &String| text.chars().filter(|c| c.is_alphanumeric()).count() >= READABLE_MIN;
    [Some(plain), wide(bytes)]
        .into_iter()
        .flatten()
        .filter(seen)
}

/// A text of two bytes a letter.
fn wide(bytes: &[u8]) -> Option<String> {
    bytes.contains(&0).then_some(())?;
    let units: Vec<u16> = bytes
        .chunks_exact(2)
        .map(|pair| match pair {
            [low, high] => u16::from_le_bytes([*low, *high]),
            _ => 0,
        })
        .collect();
    String::from_utf16(&units).ok()
}

/// Bits of letters, most significant first, as bytes; what is left over at the end is dropped.
fn packed(values: impl Iterator<Item = Option<u32>>, width: u32) -> Option<Vec<u8>> {
    let (mut bits, mut held) = (0_u32, 0_u32);
    let mut bytes = Vec::new();
    for value in values {
        held = (held << width) | value?;
        bits += width;
        while bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((held >> bits) & 0xFF).ok()?);
            held &= (1 << bits) - 1;
        }
    }
    Some(bytes)
}

fn value64(c: u8) -> Option<u32> {
    Some(u32::from(match c {
        b'A'..=b'Z' => c - b'A',
        b'a'..=b'z' => c - b'a' + 26,
        b'0'..=b'9' => c - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    }))
}

/// A run of letters of this alphabet, each of so many bits, read.
fn decoded(run: &str, value: fn(u8) -> Option<u32>, width: u32) -> Vec<String> {
    let letters = run.trim_end_matches('=').bytes();
    let bytes = packed(letters.map(value), width).unwrap_or_default();
    readable(&bytes).collect()
}

fn value32(c: u8) -> Option<u32> {
    Some(u32::from(match c.to_ascii_uppercase() {
        c @ b'A'..=b'Z' => c - b'A',
        c @ b'2'..=b'7' => c - b'2' + 26,
        _ => return None,
    }))
}

/// Every run of hexadecimal digits, spaces and colons between them passed over.
fn hex(text: &str) -> Vec<String> {
    let digit_or_gap = |c: char| c.is_ascii_hexdigit() || c == ' ' || c == ':' || c == '\\';
    let mut found = Vec::new();
    for run in runs(text, digit_or_gap) {
        let digits: Vec<u32> = run.chars().filter_map(|c| c.to_digit(16)).collect();
        for from in 0..2 {
            let pairs = digits.get(from..).unwrap_or_default().chunks_exact(2);
            let bytes = pairs.filter_map(|pair| match pair {
                [high, low] => u8::try_from(high * 16 + low).ok(),
                _ => None,
            });
            found.extend(readable(&bytes.collect::<Vec<u8>>()));
        }
    }
    found
}

/// The text with `%41`, `&#65;`, `&#x41;`, `\u0041` and `\x41` read, if it has any.
fn escapes(text: &str) -> Option<String> {
    let mut read = String::new();
    let mut bytes: Vec<u8> = Vec::new();
    let mut rest = text;
    let mut any = false;
    while let Some(c) = rest.chars().next() {
        if let Some((code, after)) = escaped(rest) {
            any = true;
            match u8::try_from(code) {
                Ok(byte) if rest.starts_with('%') => bytes.push(byte),
                _ => read.extend(char::from_u32(code)),
            }
            rest = after;
            continue;
        }
        read.push_str(&String::from_utf8_lossy(&std::mem::take(&mut bytes)));
        read.push(c);
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    read.push_str(&String::from_utf8_lossy(&bytes));
    any.then_some(read)
}

/// The escape that a text begins with: its code and what follows.
fn escaped(text: &str) -> Option<(u32, &str)> {
    let (digits, radix, fixed, tail) = if let Some(rest) = text.strip_prefix('%') {
        (rest, 16, Some(2), "")
    } else if let Some(rest) = text.strip_prefix("&#x").or(text.strip_prefix("&#X")) {
        (rest, 16, None, ";")
    } else if let Some(rest) = text.strip_prefix("&#") {
        (rest, 10, None, ";")
    } else if let Some(rest) = text.strip_prefix("\\u") {
        (rest, 16, Some(4), "")
    } else {
        (text.strip_prefix("\\x")?, 16, Some(2), "")
    };
    let end = match fixed {
        Some(count) => count,
        None => digits.find(|c: char| !c.is_digit(radix))?,
    };
    let code = u32::from_str_radix(digits.get(..end)?, radix).ok()?;
    let after = digits.get(end..)?;
    Some((code, after.strip_prefix(tail).unwrap_or(after)))
}

const fn rotated(c: char) -> char {
    match c {
        'a'..='m' | 'A'..='M' => (c as u8 + 13) as char,
        'n'..='z' | 'N'..='Z' => (c as u8 - 13) as char,
        _ => c,
    }
}
