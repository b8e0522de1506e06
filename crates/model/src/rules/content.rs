//! A lenient view of a request's content (`serde_json::Value`), as the rules, the papers and the desk read it.
//!
//! `templates/<kind>/example.json` is a whole request; the closed lists of fields and codes are the templates'
//! ([`crate::template`]). The conventions:
//!
//! - The name of an input of the form is the JSON Pointer of its value: `/measures/0/nexus`.
//! - Objects and lists of objects only, two levels deep: a form can hold it. Lists of codes (`nationalities`,
//!   `purposes`, `languages`) are arrays of strings.
//! - Dates are `"YYYY-MM-DD"`; a birth date may be `"1991"` or `"1991-05"`. Yes and no are `"yes"`, `"no"` (a JSON
//!   boolean is read too). Numbers may come as text, as a form sends them.
//! - Text that will be translated may say its language: `{"text": "...", "lang": "fr"}` (`/facts/summary`); without one
//!   it is in `/languages/original`.
//! - Any value may be `"unknown"`, `"not_applicable"` or `{"withheld": "reason"}`. Empty is none of these: where a
//!   value is required, empty is missing.
//! - A field that is not in the closed list is kept and named (GEN-10); a State's own additions stand under `/annex`.
//!
//! Everything here is total: any JSON whatever gives an answer, never a panic.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use serde_json::Value;

use super::vague::says_nothing;

use crate::script::is_unspaced;
use crate::template::leaf::is_moment;

/// A value somewhere in the content, present or not.
#[derive(Debug, Clone, Copy)]
pub struct Node<'a>(Option<&'a Value>);

/// What stands in a field (principle 7: unknown is a value).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer<'a> {
    /// Nothing, or only blanks.
    Missing,
    /// Said to be unknown.
    Unknown,
    /// Said not to apply.
    NotApplicable,
    /// Withheld, with its reason.
    Withheld(&'a str),
    /// A value.
    Given(&'a Value),
}

impl<'a> Node<'a> {
    /// The whole content.
    #[must_use]
    pub fn root(content: &'a Value) -> Self {
        Self(Some(content))
    }

    /// The value itself.
    #[must_use]
    pub fn value(self) -> Option<&'a Value> {
        self.0
    }

    /// The field `name` of an object; absent on anything else.
    #[must_use]
    pub fn get(self, name: &str) -> Self {
        Self(
            self.0
                .and_then(Value::as_object)
                .and_then(|map| map.get(name)),
        )
    }

    /// The field at `path`, names separated by a slash.
    #[must_use]
    pub fn at(self, path: &str) -> Self {
        path.split('/').fold(self, Node::get)
    }

    /// The value at a JSON Pointer.
    #[must_use]
    pub fn pointer(self, pointer: &str) -> Self {
        Self(self.0.and_then(|value| value.pointer(pointer)))
    }

    /// The items of a list with their index; nothing on anything else.
    pub fn items(self) -> impl Iterator<Item = (usize, Node<'a>)> {
        self.0
            .and_then(Value::as_array)
            .map(Vec::as_slice)
            .unwrap_or_default()
            .iter()
            .enumerate()
            .map(|(index, item)| (index, Node(Some(item))))
    }

    /// What stands here.
    #[must_use]
    pub fn answer(self) -> Answer<'a> {
        let Some(value) = self.0 else {
            return Answer::Missing;
        };
        match value {
            Value::Null => Answer::Missing,
            Value::String(text) => match text.trim() {
                "" => Answer::Missing,
                "unknown" => Answer::Unknown,
                "not_applicable" => Answer::NotApplicable,
                _ => Answer::Given(value),
            },
            Value::Object(map) => match map.get("withheld") {
                Some(Value::String(reason)) if !reason.trim().is_empty() => {
                    Answer::Withheld(reason)
                }
                Some(_) => Answer::Missing,
                None if map.is_empty() => Answer::Missing,
                None => match map.get("text") {
                    Some(text) => match Node(Some(text)).answer() {
                        Answer::Given(_) => Answer::Given(value),
                        other => other,
                    },
                    None => Answer::Given(value),
                },
            },
            Value::Array(items) if items.is_empty() => Answer::Missing,
            _ => Answer::Given(value),
        }
    }

    /// True where the field says anything at all, `unknown` included.
    #[must_use]
    pub fn answered(self) -> bool {
        self.answer() != Answer::Missing
    }

    /// True where the field holds a real value.
    #[must_use]
    pub fn given(self) -> bool {
        matches!(self.answer(), Answer::Given(_))
    }

    /// Text that says something: trimmed, not blank, not `unknown`, no sign or placeholder that stands for nothing. Reads `{"text": ...}` too.
    #[must_use]
    pub fn text(self) -> Option<&'a str> {
        match self.answer() {
            Answer::Given(Value::String(text)) => Some(text.trim()),
            Answer::Given(Value::Object(map)) => match map.get("text") {
                Some(Value::String(text)) => Some(text.trim()),
                _ => None,
            },
            _ => None,
        }
        .filter(|text| !says_nothing(text))
    }

    /// A code, or the empty text.
    #[must_use]
    pub fn code(self) -> &'a str {
        self.text().unwrap_or_default()
    }

    /// Codes of a list; a single text counts as a list of one.
    #[must_use]
    pub fn codes(self) -> Vec<&'a str> {
        match self.answer() {
            Answer::Given(Value::String(text)) => vec![text.trim()],
            Answer::Given(Value::Array(items)) => items
                .iter()
                .filter_map(Value::as_str)
                .map(str::trim)
                .filter(|code| !code.is_empty())
                .collect(),
            _ => Vec::new(),
        }
    }

    /// True for `"yes"` and `true`.
    #[must_use]
    pub fn yes(self) -> bool {
        match self.0 {
            Some(Value::Bool(yes)) => *yes,
            Some(Value::String(text)) => matches!(text.trim(), "yes" | "true" | "on"),
            _ => false,
        }
    }

    /// True for `"no"` and `false`.
    #[must_use]
    pub fn no(self) -> bool {
        match self.0 {
            Some(Value::Bool(yes)) => !*yes,
            Some(Value::String(text)) => matches!(text.trim(), "no" | "false"),
            _ => false,
        }
    }

    /// A whole day.
    #[must_use]
    pub fn date(self) -> Option<Date> {
        self.text().and_then(parse_date)
    }

    /// The first day that a date of any precision can mean.
    #[must_use]
    pub fn earliest_date(self) -> Option<Date> {
        self.text()
            .and_then(parse_partial_date)
            .map(|(first, _)| first)
    }

    /// A day with its time.
    #[must_use]
    pub fn moment(self) -> Option<Moment> {
        self.text().and_then(parse_moment)
    }

    /// A whole number, not negative, also when it came as text.
    #[must_use]
    pub fn number(self) -> Option<u64> {
        match self.answer() {
            Answer::Given(Value::Number(number)) => number.as_u64(),
            Answer::Given(Value::String(text)) => text.trim().parse().ok(),
            _ => None,
        }
    }
}

/// A day with its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The instant; as if in UTC where no zone is told.
    pub at: Timestamp,
    /// The day as it is written.
    pub day: Date,
    /// Whether its zone is told. Without it the instant may be wrong by more than half a day.
    pub zoned: bool,
}

/// Reads `2026-04-29T21:14:05Z`, with another offset, without seconds, or without a zone.
#[must_use]
pub fn parse_moment(text: &str) -> Option<Moment> {
    if !is_moment(text) {
        return None;
    }
    let (day, time) = text.split_once('T')?;
    let zoned = time.contains(['Z', '+', '-']);
    let at = if zoned {
        text.parse().ok()?
    } else {
        let clock: DateTime = text.parse().ok()?;
        clock.to_zoned(TimeZone::UTC).ok()?.timestamp()
    };
    let day = parse_date(day)?;
    Some(Moment { at, day, zoned })
}

/// Reads `YYYY-MM-DD` and nothing else (jiff alone would read more).
#[must_use]
pub fn parse_date(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    let shape = bytes.len() == 10
        && bytes.iter().enumerate().all(|(index, byte)| match index {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if shape { text.parse().ok() } else { None }
}

/// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as its first and its last day.
#[must_use]
pub fn parse_partial_date(text: &str) -> Option<(Date, Date)> {
    let (first, last): (String, fn(Date) -> Date) = match text.len() {
        4 => (format!("{text}-01-01"), Date::last_of_year),
        7 => (format!("{text}-01"), Date::last_of_month),
        _ => (text.to_owned(), |day| day),
    };
    let first = parse_date(&first)?;
    Some((first, last(first)))
}

/// How much a text says, in words: what stands between blanks, and two characters of a script written without blanks.
/// Rules use it to tell a sentence from a mere label.
#[must_use]
pub fn words(text: &str) -> usize {
    if says_nothing(text) {
        return 0;
    }
    let unspaced = text.chars().filter(|c| is_unspaced(*c)).count();
    let spaced = text
        .split(|c: char| c.is_whitespace() || is_unspaced(c))
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count();
    spaced + unspaced / 2
}

/// True where a text names everything instead of something: an asterisk, or a first word that means "all" or "any".
#[must_use]
pub fn is_wildcard(text: &str) -> bool {
    if text.contains('*') || text.contains('%') {
        return true;
    }
    let text = text.trim().to_lowercase();
    let first = text
        .split(|c: char| c.is_whitespace() || c.is_ascii_punctuation())
        .next()
        .unwrap_or_default();
    ALL_WORDS.contains(&first) || ALL_PREFIXES.iter().any(|prefix| text.starts_with(prefix))
}

/// "All", "any", "every", "ever" in the six languages.
const ALL_WORDS: &[&str] = &[
    "all",
    "any",
    "every",
    "ever",
    "everything",
    "tous",
    "toutes",
    "tout",
    "toute",
    "n'importe",
    "todos",
    "todas",
    "todo",
    "toda",
    "cualquier",
    "cualquiera",
    "все",
    "всё",
    "любой",
    "любые",
    "любая",
    "جميع",
    "كل",
    "كافة",
    "أي",
];

const ALL_PREFIXES: &[&str] = &["所有", "全部", "任何", "一切"];

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn empty_is_missing_and_unknown_is_an_answer() {
        let cases = [
            (json!(null), false, false),
            (json!("  "), false, false),
            (json!([]), false, false),
            (json!({}), false, false),
            (json!("unknown"), true, false),
            (json!("not_applicable"), true, false),
            (json!({"withheld": "safety of a witness"}), true, false),
            (json!({"withheld": ""}), false, false),
            (json!({"text": "", "lang": "fr"}), false, false),
            (json!({"text": "Le 14 mars", "lang": "fr"}), true, true),
            (json!("x"), true, true),
            (json!(false), true, true),
            (json!(0), true, true),
        ];
        for (value, answered, given) in cases {
            let node = Node::root(&value);
            assert_eq!(node.answered(), answered, "{value}");
            assert_eq!(node.given(), given, "{value}");
        }
    }

    #[test]
    fn dates_are_whole_and_real() {
        for good in ["2025-03-14", "2024-02-29"] {
            assert!(parse_date(good).is_some(), "{good}");
        }
        for bad in [
            "2025-02-29",
            "2025-3-14",
            "20250314",
            "2025-03-14T00:00",
            "",
            "14.03.2025",
            "2025-13-01",
        ] {
            assert!(parse_date(bad).is_none(), "{bad}");
        }
        let days = |first, last| parse_date(first).zip(parse_date(last));
        for (text, first, last) in [
            ("1994", "1994-01-01", "1994-12-31"),
            ("1996-02", "1996-02-01", "1996-02-29"),
            ("1994-05-03", "1994-05-03", "1994-05-03"),
        ] {
            assert_eq!(parse_partial_date(text), days(first, last), "{text}");
        }
        assert_eq!(parse_partial_date("19é"), None);
    }

    #[test]
    fn a_moment_knows_its_zone() {
        let utc = parse_moment("2026-04-29T21:14:05Z").expect("a moment");
        assert!(utc.zoned);
        for (text, zoned) in [
            ("2026-04-30T00:14:05+03:00", true),
            ("2026-04-29T21:14:05", false),
        ] {
            let moment = parse_moment(text).expect(text);
            assert_eq!((moment.at, moment.zoned), (utc.at, zoned), "{text}");
        }
        assert!(parse_moment("2026-04-29T21:14Z").is_some());
        assert!(parse_moment("2026-04-29T21:14").is_some());
        for bad in ["2026-04-29", "2026-04-31T21:14Z", "yesterday", "21:14Z"] {
            assert_eq!(parse_moment(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_label_is_shorter_than_a_sentence() {
        assert_eq!(words("known terrorist"), 2);
        assert_eq!(words("- . -"), 0);
        assert!(words("该账户于2025年2月3日支付了定时器的货款") >= 5);
        assert!(words("الحساب مذكور في فاتورة المؤقت") == 5);
    }

    #[test]
    fn a_wildcard_names_everything() {
        for text in [
            "*",
            "all accounts",
            "Any account",
            "44*",
            "Tous les comptes",
            "所有账户",
            "все счета",
            "جميع الحسابات",
        ] {
            assert!(is_wildcard(text), "{text}");
        }
        for text in ["4410-7782-09", "Allied Bank 12", "Anya's account"] {
            assert!(!is_wildcard(text), "{text}");
        }
    }
}
