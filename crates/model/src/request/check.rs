//! Shape checks of what officers and other nodes write: lengths, counts, control characters, JSON Pointers, nesting.
//! The law of a request's content is in `rules`; this is only what the machine needs to stay within its limits.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::{AskedItem, Change, MeasureStage, MeasureState};
use crate::limits;
use crate::refusal::Refusal;
use crate::script;
use crate::template::path::escaped;

/// A text that must be there.
pub(crate) fn required(field: &str, text: &str, chars_max: usize) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::new("MISSING").at(field));
    }
    optional(field, text, chars_max)
}

/// A text that may be empty.
pub(super) fn optional(field: &str, text: &str, chars_max: usize) -> Result<(), Refusal> {
    if text.chars().count() > chars_max {
        return Err(Refusal::new("TOO-LONG").at(field).with("max", chars_max));
    }
    if text.chars().any(is_hostile) {
        return Err(Refusal::new("CONTROL-CHARACTER").at(field));
    }
    Ok(())
}

/// Control characters except tab and line ends, and the bidirectional overrides and embeddings that make a text look
/// like another (GEN-04). Marks and joiners that Arabic needs are not among them.
pub fn is_hostile(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t') || script::reorders(c)
}

/// A list with at most `max` members.
pub(super) fn at_most(field: &str, len: usize, max: usize) -> Result<(), Refusal> {
    if len > max {
        Err(Refusal::new("TOO-MANY").at(field).with("max", max))
    } else {
        Ok(())
    }
}

/// Whether the text is a JSON Pointer (RFC 6901) within the limits.
pub fn is_pointer(text: &str) -> bool {
    let escapes_end_well = |token: &str| {
        token
            .split('~')
            .skip(1)
            .all(|rest| rest.starts_with(['0', '1']))
    };
    text.len() <= limits::POINTER_BYTES_MAX
        && (text.is_empty() || text.starts_with('/'))
        && text.split('/').count() <= limits::DEPTH_MAX + 1
        && text.split('/').all(escapes_end_well)
}

/// A date that is still to come, or today somewhere on earth.
pub(super) fn not_past(field: &str, day: Date, now: Timestamp) -> Result<(), Refusal> {
    // Twelve hours west of Greenwich: a day that has ended there has ended everywhere.
    let latest = now
        .checked_sub(SignedDuration::from_hours(12))
        .unwrap_or(now);
    let today = latest.to_zoned(TimeZone::UTC).date();
    if day < today {
        Err(Refusal::new("DATE-PAST").at(field).with("date", day))
    } else {
        Ok(())
    }
}

/// Items that one side asks the other.
pub(super) fn items(field: &str, items: &[AskedItem], already: usize) -> Result<(), Refusal> {
    at_most(field, items.len() + already, limits::ASKED_ITEMS_MAX)?;
    for (i, item) in items.iter().enumerate() {
        required(
            &format!("{field}/{i}/code"),
            &item.code,
            limits::REFERENCE_CHARS_MAX,
        )?;
        optional(
            &format!("{field}/{i}/text"),
            &item.text,
            limits::NOTE_CHARS_MAX,
        )?;
        if !is_pointer(&item.field) {
            return Err(Refusal::new("POINTER").at(format!("{field}/{i}/field")));
        }
    }
    Ok(())
}

/// The content keeps within depth, size and count.
///
/// # Errors
/// `TOO-DEEP`, `TOO-MANY`, `TOO-LONG` or `CONTROL-CHARACTER`, naming the field; `CONTENT-SHAPE` if it is no object.
pub fn content(value: &Value) -> Result<(), Refusal> {
    if value.is_object() {
        self::value("", value)
    } else {
        Err(Refusal::new("CONTENT-SHAPE"))
    }
}

/// Any value keeps within depth, size and count; `at` is the place it will have.
pub(super) fn value(at: &str, value: &Value) -> Result<(), Refusal> {
    let mut nodes = 0;
    let mut bytes = 0;
    walk(value, at, 0, &mut |pointer, node| {
        nodes += 1;
        bytes += 8;
        if nodes > limits::CONTENT_NODES_MAX {
            return Err(Refusal::new("TOO-MANY")
                .at(pointer)
                .with("max", limits::CONTENT_NODES_MAX));
        }
        if let Value::String(text) = node {
            bytes += text.len();
            optional(pointer, text, limits::CONTENT_TEXT_CHARS_MAX)?;
        }
        if bytes + pointer.len() > limits::CONTENT_BYTES_MAX {
            return Err(Refusal::new("TOO-LONG")
                .at(pointer)
                .with("max", limits::CONTENT_BYTES_MAX));
        }
        Ok(())
    })
}

type Visit<'a> = dyn FnMut(&str, &Value) -> Result<(), Refusal> + 'a;

fn walk(value: &Value, pointer: &str, depth: usize, visit: &mut Visit<'_>) -> Result<(), Refusal> {
    if depth > limits::DEPTH_MAX {
        return Err(Refusal::new("TOO-DEEP")
            .at(pointer)
            .with("max", limits::DEPTH_MAX));
    }
    visit(pointer, value)?;
    match value {
        Value::Object(map) => map.iter().try_for_each(|(name, inner)| {
            let token = escaped(name);
            if token.len() > limits::POINTER_BYTES_MAX {
                return Err(Refusal::new("TOO-LONG").at(pointer));
            }
            walk(inner, &format!("{pointer}/{token}"), depth + 1, visit)
        }),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .try_for_each(|(i, inner)| walk(inner, &format!("{pointer}/{i}"), depth + 1, visit)),
        _ => Ok(()),
    }
}

/// Sets one value by its pointer. A missing name in an object is made; `-` or the next index appends to a list.
///
/// # Errors
/// `POINTER` when the place does not exist and cannot be made.
pub fn set(content: &mut Value, change: &Change) -> Result<(), Refusal> {
    let no = || Refusal::new("POINTER").at(change.pointer.clone());
    if !is_pointer(&change.pointer) || change.pointer.is_empty() {
        return Err(no());
    }
    let mut place = content;
    for token in change.pointer.split('/').skip(1) {
        let name = token.replace("~1", "/").replace("~0", "~");
        place = match place {
            Value::Object(map) => map.entry(name).or_insert(Value::Null),
            Value::Array(list) => {
                let index = if name == "-" {
                    list.len()
                } else {
                    name.parse().map_err(|_| no())?
                };
                if index == list.len() && index < limits::CONTENT_NODES_MAX {
                    list.push(Value::Null);
                }
                list.get_mut(index).ok_or_else(no)?
            }
            Value::Null => {
                *place = Value::Object(serde_json::Map::new());
                place
                    .as_object_mut()
                    .ok_or_else(no)?
                    .entry(name)
                    .or_insert(Value::Null)
            }
            _ => return Err(no()),
        };
    }
    *place = change.value.clone();
    Ok(())
}

/// The measures that the content asks for (`/measures/N/kind`).
pub(super) fn measures(content: &Value) -> Vec<MeasureState> {
    let list = content.get("measures").and_then(Value::as_array);
    list.into_iter()
        .flatten()
        .take(limits::MEASURES_MAX)
        .enumerate()
        .map(|(index, measure)| MeasureState {
            index,
            kind: measure
                .get("kind")
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned(),
            stage: MeasureStage::Asked,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn pointers() {
        for (text, good) in [
            ("", true),
            ("/a/0", true),
            ("/a~1b/~0", true),
            ("a", false),
            ("/a~2", false),
            ("/~", false),
            ("/a/b/c/d/e/f/g/h/i", false),
        ] {
            assert_eq!(is_pointer(text), good, "{text}");
        }
    }

    #[test]
    fn values_are_set_by_pointer() {
        let cases = [
            (json!({}), "/a", json!({"a": 1})),
            (json!({}), "/a/b", json!({"a": {"b": 1}})),
            (json!({"a": [5]}), "/a/0", json!({"a": [1]})),
            (json!({"a": [5]}), "/a/-", json!({"a": [5, 1]})),
            (json!({"a": [5]}), "/a/1/b", json!({"a": [5, {"b": 1}]})),
            (json!({"x/y": 0}), "/x~1y", json!({"x/y": 1})),
        ];
        for (mut content, pointer, expect) in cases {
            set(
                &mut content,
                &Change {
                    pointer: pointer.into(),
                    value: json!(1),
                },
            )
            .unwrap();
            assert_eq!(content, expect, "{pointer}");
        }
        for pointer in ["", "/a/7", "/a/x", "/a/0/b", "a"] {
            let mut content = json!({"a": [5]});
            assert!(
                set(
                    &mut content,
                    &Change {
                        pointer: pointer.into(),
                        value: json!(1)
                    }
                )
                .is_err(),
                "{pointer}"
            );
        }
    }

    #[test]
    fn content_keeps_within_limits() {
        let mut deep = json!(1);
        for _ in 0..limits::DEPTH_MAX {
            deep = json!({ "a": deep });
        }
        assert!(content(&deep).is_ok());
        assert_eq!(content(&json!({ "a": deep })).unwrap_err().code, "TOO-DEEP");
        assert_eq!(content(&json!([])).unwrap_err().code, "CONTENT-SHAPE");
        assert_eq!(
            content(&json!({"a": "\u{202e}x"}))
                .unwrap_err()
                .field
                .as_deref(),
            Some("/a")
        );
        assert_eq!(
            content(&json!({"a": "x".repeat(limits::CONTENT_TEXT_CHARS_MAX + 1)}))
                .unwrap_err()
                .code,
            "TOO-LONG"
        );
        assert_eq!(
            content(&json!({"a": vec![0; limits::CONTENT_NODES_MAX]}))
                .unwrap_err()
                .code,
            "TOO-MANY"
        );
        assert_eq!(
            content(&json!({"a": vec!["x".repeat(9000); 60]}))
                .unwrap_err()
                .code,
            "TOO-LONG"
        );
    }

    #[test]
    fn measures_are_read_from_the_content() {
        let read = measures(&json!({"measures": [{"kind": "bank_records"}, {}]}));
        assert_eq!(read.len(), 2);
        assert_eq!(read[0].kind, "bank_records");
        assert!(measures(&json!({"measures": "x"})).is_empty());
    }
}
