//! Request numbers that two people can read to each other: `XA-CA-2026-000001-c`, where `c` is a check character
//! (ISO/IEC 7064, MOD 37,36: finds every single wrong character and nearly every swapped pair).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::id::{AuthorityId, Malformed, StateCode};

const ALPHABET: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The parts of a request number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Number {
    /// Requesting State.
    pub state: StateCode,
    /// Requesting authority.
    pub authority: AuthorityId,
    /// Year of drafting, 1 to 9999.
    pub year: u16,
    /// Running number within the year, from 1; six digits or more.
    pub serial: u32,
}

impl Number {
    /// The number without its check character.
    fn body(&self) -> String {
        let authority = self.authority.as_str().to_ascii_uppercase();
        format!(
            "{}-{}-{:04}-{:06}",
            self.state, authority, self.year, self.serial
        )
    }
}

/// The check character over the letters and digits of `text`; hyphens do not count. `None` for any other character.
pub fn check_character(text: &str) -> Option<char> {
    let mut sum = 36_usize;
    for byte in text.bytes().filter(|byte| *byte != b'-') {
        let value = ALPHABET.iter().position(|letter| *letter == byte)?;
        // ISO/IEC 7064, hybrid system: add, reduce mod 36 (0 stands as 36), double, reduce mod 37.
        let added = (sum + value) % 36;
        sum = (if added == 0 { 36 } else { added }) * 2 % 37;
    }
    let check = (37 - sum) % 36;
    ALPHABET.get(check).copied().map(char::from)
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = self.body();
        match check_character(&body) {
            Some(check) => write!(f, "{body}-{check}"),
            None => Err(fmt::Error),
        }
    }
}

impl FromStr for Number {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Number, Malformed> {
        const BAD: Malformed = Malformed {
            what: "request number",
        };
        // The authority may itself contain hyphens: take the fixed parts from both ends.
        let (rest, check) = text.rsplit_once('-').ok_or(BAD)?;
        let (head, serial) = rest.rsplit_once('-').ok_or(BAD)?;
        let (head, year) = head.rsplit_once('-').ok_or(BAD)?;
        let (state, authority) = head.split_once('-').ok_or(BAD)?;
        let digits = |text: &str, least: usize| {
            text.len() >= least && text.bytes().all(|b| b.is_ascii_digit())
        };
        if !digits(serial, 6) || !digits(year, 4) || year.len() != 4 {
            return Err(BAD);
        }
        let number = Number {
            state: state.parse()?,
            authority: authority.to_ascii_lowercase().parse()?,
            year: year.parse().map_err(|_| BAD)?,
            serial: serial.parse().map_err(|_| BAD)?,
        };
        // Written back and compared, so that one number has one text; this also checks the check character.
        if check.len() == 1 && number.to_string() == text {
            Ok(number)
        } else {
            Err(BAD)
        }
    }
}

impl TryFrom<String> for Number {
    type Error = Malformed;

    fn try_from(text: String) -> Result<Number, Malformed> {
        text.parse()
    }
}

impl From<Number> for String {
    fn from(number: Number) -> String {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(serial: u32) -> Number {
        Number {
            state: "XA".parse().unwrap(),
            authority: "ca".parse().unwrap(),
            year: 2026,
            serial,
        }
    }

    #[test]
    fn check_character_agrees_with_published_examples() {
        // The worked examples that are published for MOD 37,36 in use (GRid, ISO/IEC 7064).
        assert_eq!(check_character("A12425GABC1234002"), Some('M'));
        assert_eq!(check_character("a"), None);
    }

    #[test]
    fn reads_back_what_it_writes() {
        for serial in [1, 42, 999_999, 1_000_000] {
            let number = number(serial);
            assert_eq!(number.to_string().parse::<Number>().unwrap(), number);
        }
        let other = Number {
            authority: "fiu-2".parse().unwrap(),
            ..number(7)
        };
        assert_eq!(other.to_string().parse::<Number>().unwrap(), other);
    }

    #[test]
    fn one_wrong_character_is_found() {
        let good = number(1).to_string();
        for place in 0..good.len() {
            for letter in ALPHABET.iter().copied().chain([b'-', b'a', b' ']) {
                let mut bad = good.clone().into_bytes();
                if bad[place] == letter {
                    continue;
                }
                bad[place] = letter;
                let bad = String::from_utf8(bad).unwrap();
                assert!(bad.parse::<Number>().is_err(), "{bad} for {good}");
            }
        }
        for bad in [
            "",
            "-",
            "XA-CA-2026-000001",
            "XA-CA-2026-1-0",
            "xa-ca-2026-000001-0",
        ] {
            assert!(bad.parse::<Number>().is_err(), "{bad}");
        }
    }
}
