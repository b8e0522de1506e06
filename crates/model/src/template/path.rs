//! JSON Pointers (RFC 6901) and patterns of them, in which `*` stands for the index of a list.
//!
//! Field names of templates hold neither `~` nor `/`; names that come from outside are escaped on the way out.

use serde_json::Value;

/// The value at a pointer, or `None`.
#[must_use]
pub fn lookup<'a>(content: &'a Value, pointer: &str) -> Option<&'a Value> {
    content.pointer(pointer)
}

/// Whether a concrete pointer is an instance of a pattern.
#[must_use]
pub fn matches_pattern(pattern: &str, pointer: &str) -> bool {
    let mut left = pattern.split('/');
    let mut right = pointer.split('/');
    loop {
        match (left.next(), right.next()) {
            (None, None) => return true,
            (Some("*"), Some(index)) if is_index(index) => {}
            (Some(a), Some(b)) if a == b && a != "*" => {}
            _ => return false,
        }
    }
}

/// The pattern with `index` in the place of its `*`.
#[must_use]
pub fn concrete(pattern: &str, index: usize) -> String {
    pattern.replacen('*', &index.to_string(), 1)
}

/// The list a pattern runs through: `/persons` of `/persons/*/born_on`.
pub fn list_of(pattern: &str) -> Option<String> {
    pattern.split_once("/*").map(|(list, _)| list.to_owned())
}

/// The part of a pattern behind its list: `/born_on` of `/persons/*/born_on`; the pattern itself without one.
pub fn within(pattern: &str) -> &str {
    pattern
        .split_once("/*")
        .map_or(pattern, |(_, within)| within)
}

/// An index as RFC 6901 writes it: no sign, no leading zero; short enough never to overflow.
pub fn is_index(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 6
        && text.bytes().all(|b| b.is_ascii_digit())
        && (text == "0" || !text.starts_with('0'))
}

/// The number of entries of the list at `pointer`; nothing and anything but a list count as none.
pub fn entries(content: &Value, pointer: &str) -> usize {
    content
        .pointer(pointer)
        .and_then(Value::as_array)
        .map_or(0, Vec::len)
}

/// Puts `value` at `pointer`, growing objects as needed and lists by one at most. `false` where the way is barred by
/// a value of another kind or by a gap in a list.
pub fn put(content: &mut Value, pointer: &str, value: Value) -> bool {
    let mut at = content;
    for token in pointer.split('/').skip(1) {
        if at.is_null() {
            *at = if is_index(token) {
                Value::Array(Vec::new())
            } else {
                Value::Object(serde_json::Map::new())
            };
        }
        at = match at {
            Value::Object(map) => map.entry(token.to_owned()).or_insert(Value::Null),
            Value::Array(list) => {
                let Ok(index) = token.parse::<usize>() else {
                    return false;
                };
                if index == list.len() {
                    list.push(Value::Null);
                }
                match list.get_mut(index) {
                    Some(place) => place,
                    None => return false,
                }
            }
            _ => return false,
        };
    }
    *at = value;
    true
}

/// Takes the value at `pointer` away; entries of a list move up.
pub fn take(content: &mut Value, pointer: &str) -> Option<Value> {
    let (parent, last) = pointer.rsplit_once('/')?;
    match content.pointer_mut(parent)? {
        Value::Object(map) => map.shift_remove(last),
        Value::Array(list) => {
            let index = last.parse::<usize>().ok()?;
            (is_index(last) && index < list.len()).then(|| list.remove(index))
        }
        _ => None,
    }
}

/// A name as a token of a JSON Pointer.
pub fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
