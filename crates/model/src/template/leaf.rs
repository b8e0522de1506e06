//! One value against its kind, and the same kind as a JSON Schema. The two must say the same: a property test asks an
//! independent validator.

use jiff::civil::Date;

use serde_json::{Value, json};

use super::faults::What;
use super::{FieldSpec, Kind};
use crate::limits::NOTE_CHARS_MAX;

/// Answers that every field takes besides a value of its kind.
pub const SPECIALS: [&str; 3] = ["", "unknown", "not_applicable"];
/// Largest whole number (2^53 - 1, what every reader of JSON holds exactly).
const NUMBER_MAX: u64 = 9_007_199_254_740_991;
/// A moment: a day, a time of day, and an offset where it is told.
const MOMENT: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])?$";
/// Languages or States in one list.
const LIST_ENTRIES_MAX: usize = 32;
/// A zone name.
const ZONE_CHARS_MAX: usize = 64;

/// Whether something stands there: not an empty text, list or object, and not null.
pub fn is_present(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => text.chars().any(|c| !c.is_whitespace()),
        Value::Array(list) => !list.is_empty(),
        Value::Object(map) => !map.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    }
}

/// [`is_present`] as a schema.
pub fn present_schema() -> Value {
    json!({ "not": { "enum": [null, [], {}] }, "pattern": "\\S" })
}

/// The reason of `{"withheld": reason}`, where the value is one.
pub fn withheld(value: &Value) -> Option<&str> {
    let map = value.as_object()?;
    let reason = map.get("withheld")?.as_str()?;
    let sound = map.len() == 1 && reason.chars().any(|c| !c.is_whitespace());
    (sound && reason.chars().count() <= NOTE_CHARS_MAX).then_some(reason)
}

/// Checks a value that stands in the content.
pub fn check(spec: &FieldSpec, codes: &[String], value: &Value) -> Result<(), What> {
    if withheld(value).is_some() {
        return Ok(());
    }
    if let Value::String(text) = value {
        if SPECIALS.contains(&text.as_str()) {
            return Ok(());
        }
        return check_text(spec, codes, text);
    }
    match (spec.kind, value) {
        (Kind::YesNo, Value::Bool(_)) => Ok(()),
        (Kind::Number, Value::Number(number)) => {
            let whole = number.as_u64().is_some_and(|n| n <= NUMBER_MAX)
                || number
                    .as_f64()
                    .is_some_and(|n| n >= 0.0 && n.fract() == 0.0 && n <= NUMBER_MAX as f64);
            if whole { Ok(()) } else { Err(What::WrongKind) }
        }
        (Kind::Ltext, Value::Object(map)) if !map.contains_key("withheld") => {
            if let Some(text) = map.get("text") {
                let text = text.as_str().ok_or(What::WrongKind)?;
                check_length(spec.chars_max, text)?;
            }
            match map.get("lang") {
                None => Ok(()),
                Some(Value::String(lang)) if is_language(lang) || lang.is_empty() => Ok(()),
                Some(_) => Err(What::WrongKind),
            }
        }
        (Kind::Codes | Kind::Languages | Kind::States, Value::Array(list)) => {
            check_list(spec.kind, codes, list)
        }
        _ => Err(What::WrongKind),
    }
}

fn check_text(spec: &FieldSpec, codes: &[String], text: &str) -> Result<(), What> {
    let ok = match spec.kind {
        Kind::Name | Kind::Text | Kind::Longtext | Kind::Ltext => {
            return check_length(spec.chars_max, text);
        }
        Kind::Code => return in_list(codes, text),
        Kind::YesNo => matches!(text, "yes" | "no"),
        Kind::Date => is_date(text),
        Kind::PartialDate => is_partial_date(text),
        Kind::Moment => is_moment(text),
        Kind::Zone => is_zone(text),
        Kind::Language => is_language(text),
        Kind::State => is_state(text),
        Kind::Digest => is_digest(text),
        Kind::Number | Kind::Codes | Kind::Languages | Kind::States => false,
    };
    if ok { Ok(()) } else { Err(What::WrongKind) }
}

fn check_list(kind: Kind, codes: &[String], list: &[Value]) -> Result<(), What> {
    let max = if kind == Kind::Codes {
        codes.len()
    } else {
        LIST_ENTRIES_MAX
    };
    if list.len() > max {
        return Err(What::TooMany { max });
    }
    for value in list {
        let text = value.as_str().ok_or(What::WrongKind)?;
        match kind {
            Kind::Codes => in_list(codes, text)?,
            Kind::Languages if is_language(text) => {}
            Kind::States if is_state(text) => {}
            _ => return Err(What::WrongKind),
        }
    }
    Ok(())
}

fn in_list(codes: &[String], text: &str) -> Result<(), What> {
    if codes.iter().any(|code| code == text) {
        Ok(())
    } else {
        Err(What::UnknownCode)
    }
}

fn check_length(max: usize, text: &str) -> Result<(), What> {
    if text.chars().count() <= max {
        Ok(())
    } else {
        Err(What::TooLong { max })
    }
}

/// `YYYY-MM-DD`, a day that exists.
pub fn is_date(text: &str) -> bool {
    shaped(text, "0000-00-00") && text.parse::<Date>().is_ok()
}

pub fn is_partial_date(text: &str) -> bool {
    match text.len() {
        4 => shaped(text, "0000"),
        7 => shaped(text, "0000-00") && is_date(&format!("{text}-01")),
        _ => is_date(text),
    }
}

/// `YYYY-MM-DDTHH:MM` with seconds and an offset where they are told: a moment whose zone is missing has the right
/// shape, and the rules say that it lacks the zone.
#[must_use]
pub fn is_moment(text: &str) -> bool {
    let Some((day, time)) = text.split_at_checked(10) else {
        return false;
    };
    let (clock, zone) = match time.find(['Z', '+', '-']) {
        Some(at) => time.split_at(at),
        None => (time, ""),
    };
    let real = |digits: &str, below: u8| digits.parse::<u8>().is_ok_and(|number| number < below);
    let hours = clock.get(1..3).is_some_and(|hours| real(hours, 24));
    let minutes = clock.get(4..6).is_some_and(|minutes| real(minutes, 60));
    let seconds = clock.get(7..9).is_none_or(|seconds| real(seconds, 60));
    let offset = zone.get(1..3).is_none_or(|hours| real(hours, 15))
        && zone.get(4..6).is_none_or(|minutes| real(minutes, 60));
    is_date(day)
        && (shaped(clock, "T00:00") || shaped(clock, "T00:00:00"))
        && (matches!(zone, "" | "Z") || shaped(zone, "+00:00") || shaped(zone, "-00:00"))
        && (hours && minutes && seconds && offset)
}

/// `0` in the shape stands for a digit, everything else for itself.
fn shaped(text: &str, shape: &str) -> bool {
    text.len() == shape.len()
        && text.bytes().zip(shape.bytes()).all(|(t, s)| {
            if s == b'0' {
                t.is_ascii_digit()
            } else {
                t == s
            }
        })
}

fn is_zone(text: &str) -> bool {
    if text == "Z" || shaped(text, "+00:00") || shaped(text, "-00:00") {
        return true;
    }
    let part = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphabetic())
            && part
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'+' | b'-'))
    };
    text.len() <= ZONE_CHARS_MAX && text.split('/').all(part)
}

fn is_language(text: &str) -> bool {
    (2..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase())
}

fn is_state(text: &str) -> bool {
    (2..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase())
}

fn is_digest(text: &str) -> bool {
    text.len() == 64
        && text
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'a'..=b'f'))
}

/// [`check`] as a schema.
pub fn schema(spec: &FieldSpec, codes: &[String]) -> Value {
    let own = match spec.kind {
        Kind::Name | Kind::Text | Kind::Longtext => text_schema(spec.chars_max),
        Kind::Ltext => json!({ "anyOf": [
            text_schema(spec.chars_max),
            { "type": "object",
              "properties": { "text": text_schema(spec.chars_max),
                              "lang": { "type": "string", "pattern": "^([a-z]{2,3})?$" } },
              "not": { "required": ["withheld"] } },
        ] }),
        Kind::Code => json!({ "enum": codes }),
        Kind::Codes => json!({ "type": "array", "maxItems": codes.len(),
                               "items": { "enum": codes } }),
        Kind::Date => date_schema(),
        Kind::PartialDate => json!({ "anyOf": [
            date_schema(),
            { "type": "string", "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2]))?$" },
        ] }),
        Kind::Moment => json!({ "type": "string", "pattern": MOMENT, "allOf": [
            { "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T" },
            { "not": { "pattern": "^[0-9]{4}-(0[2469]|11)-31T|^[0-9]{4}-02-30T" } },
            { "anyOf": [
                { "not": { "pattern": "^[0-9]{4}-02-29T" } },
                { "pattern": "^([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-" },
            ] },
        ] }),
        Kind::YesNo => json!({ "enum": ["yes", "no", true, false] }),
        Kind::Number => json!({ "type": "integer", "minimum": 0, "maximum": NUMBER_MAX }),
        Kind::Zone => json!({ "type": "string", "maxLength": ZONE_CHARS_MAX, "pattern":
            "^(Z|[+-][0-9]{2}:[0-9]{2}|[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z][A-Za-z0-9_+-]*)*)$" }),
        Kind::Language => json!({ "type": "string", "pattern": "^[a-z]{2,3}$" }),
        Kind::State => json!({ "type": "string", "pattern": "^[A-Z]{2,3}$" }),
        Kind::Languages | Kind::States => json!({
            "type": "array", "maxItems": LIST_ENTRIES_MAX,
            "items": { "type": "string",
                       "pattern": if spec.kind == Kind::States { "^[A-Z]{2,3}$" } else { "^[a-z]{2,3}$" } },
        }),
        Kind::Digest => json!({ "type": "string", "pattern": "^[0-9a-f]{64}$" }),
    };
    json!({ "anyOf": [own, { "$ref": "#/$defs/special" }, { "$ref": "#/$defs/withheld" }] })
}

/// The definitions that [`schema`] refers to.
pub fn definitions() -> Value {
    json!({
        "special": { "enum": SPECIALS },
        "withheld": {
            "type": "object", "required": ["withheld"], "additionalProperties": false,
            "properties": {
                "withheld": { "type": "string", "pattern": "\\S", "maxLength": NOTE_CHARS_MAX },
            },
        },
    })
}

fn text_schema(chars_max: usize) -> Value {
    json!({ "type": "string", "maxLength": chars_max })
}

fn date_schema() -> Value {
    json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
}
