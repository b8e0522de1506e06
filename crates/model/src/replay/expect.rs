//! What a case expects after an act, held against what stands there: each named value must be there; of a list each named
//! member must be among the members, and an empty list means none.

use serde_json::Value;

/// Pointers to what is not as expected.
pub(super) fn unmet(expected: &Value, seen: &Value) -> Vec<String> {
    let mut places = Vec::new();
    compare(expected, seen, "", &mut places);
    places
}

fn compare(expected: &Value, seen: &Value, at: &str, places: &mut Vec<String>) {
    match (expected, seen) {
        (Value::Object(wanted), Value::Object(there)) => {
            for (name, value) in wanted {
                let found = there.get(name).unwrap_or(&Value::Null);
                compare(value, found, &format!("{at}/{name}"), places);
            }
        }
        (Value::Array(wanted), Value::Array(there)) => {
            let empty = wanted.is_empty() && !there.is_empty();
            if empty {
                places.push(at.to_owned());
            }
            for (i, value) in wanted.iter().enumerate() {
                if !there.iter().any(|one| unmet(value, one).is_empty()) {
                    places.push(format!("{at}/{i}"));
                }
            }
        }
        _ if expected == seen => {}
        _ => places.push(at.to_owned()),
    }
}
