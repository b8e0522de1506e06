//! From a posted form to content. The name of an input is the JSON Pointer of its value; names that begin with `_` are
//! buttons and marks:
//!
//! | name | value | does |
//! | --- | --- | --- |
//! | `_list/use_limits/purposes` | anything | the list is empty unless its boxes are ticked |
//! | `_state/persons/0/born_on` | `unknown`, `not_applicable`, `withheld`, `given` | overrides the value |
//! | `_reason/persons/0/born_on` | text | the reason of `withheld` |
//! | `_y/…`, `_m/…`, `_d/…` | digits | a date in three inputs |
//! | `_add` | `/persons` | a further entry |
//! | `_remove` | `/persons/1` | one entry less |
//!
//! A pointer that the template does not know, or that the desk sets, changes nothing.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{FieldSpec, Form, Kind, path};

impl Form<'_> {
    pub(super) fn posted(&self, pairs: &[(String, String)], base: &Value) -> Value {
        let mut content = if base.is_object() {
            base.clone()
        } else {
            json!({})
        };
        for (pointer, texts) in &gathered(pairs) {
            self.put(&mut content, pointer, texts);
        }
        self.put_dates(&mut content, pairs);
        self.put_states(&mut content, pairs);
        for (name, pointer) in pairs {
            match name.as_str() {
                "_add" => self.add(&mut content, pointer),
                "_remove" => self.remove(&mut content, pointer),
                _ => {}
            }
        }
        content
    }

    pub(super) fn blank(&self) -> Value {
        let mut content = json!({});
        for list in self.sections.iter().filter_map(|s| s.list.as_ref()) {
            let entries = vec![json!({}); list.entries_min];
            path::put(&mut content, &list.pointer, Value::Array(entries));
        }
        content
    }

    fn writable(&self, pointer: &str) -> Option<&FieldSpec> {
        self.spec(pointer).filter(|field| !field.desk)
    }

    fn put(&self, content: &mut Value, pointer: &str, texts: &[&str]) {
        let part = ["/text", "/lang"].into_iter().find_map(|tail| {
            let owner = pointer.strip_suffix(tail)?;
            let field = self.writable(owner)?;
            (field.kind == Kind::Ltext).then_some((owner, tail))
        });
        if let Some((owner, tail)) = part {
            self.put_part(content, owner, tail, texts);
            return;
        }
        let Some(field) = self.writable(pointer) else {
            return;
        };
        if !self.has_room(content, pointer) {
            return;
        }
        match typed(field.kind, texts) {
            // An empty input for something that was never there changes nothing, so saving a page twice changes nothing.
            Some(value) if is_blank(&value) && content.pointer(pointer).is_none() => {}
            Some(value) => {
                path::put(content, pointer, value);
            }
            None => {
                path::take(content, pointer);
            }
        }
    }

    /// One of the two inputs of a text with its language.
    fn put_part(&self, content: &mut Value, owner: &str, tail: &str, texts: &[&str]) {
        if !self.has_room(content, owner) {
            return;
        }
        let text = match content.pointer(owner) {
            Some(Value::Object(map)) if !map.contains_key("withheld") => None,
            Some(Value::String(text)) => Some(text.clone()),
            _ => Some(String::new()),
        };
        if content.pointer(owner).is_none() && texts.iter().all(|text| text.trim().is_empty()) {
            return;
        }
        if let Some(text) = text {
            path::put(content, owner, json!({ "text": text, "lang": "" }));
        }
        let kind = if tail == "/text" {
            Kind::Longtext
        } else {
            Kind::Language
        };
        if let Some(value) = typed(kind, texts) {
            path::put(content, &format!("{owner}{tail}"), value);
        }
    }

    fn put_dates(&self, content: &mut Value, pairs: &[(String, String)]) {
        let mut dates: BTreeMap<&str, [&str; 3]> = BTreeMap::new();
        for (name, value) in pairs {
            for (place, mark) in ["_y/", "_m/", "_d/"].into_iter().enumerate() {
                if name.starts_with(mark) {
                    let parts = dates.entry(name.get(2..).unwrap_or_default()).or_default();
                    if let Some(part) = parts.get_mut(place) {
                        *part = value.trim();
                    }
                }
            }
        }
        for (pointer, parts) in dates {
            let kind = self.writable(pointer).map(|field| field.kind);
            if matches!(kind, Some(Kind::Date | Kind::PartialDate))
                && self.has_room(content, pointer)
            {
                path::put(content, pointer, Value::String(joined_date(parts)));
            }
        }
    }

    fn put_states(&self, content: &mut Value, pairs: &[(String, String)]) {
        for (name, state) in pairs {
            let Some(pointer) = name.strip_prefix("_state").filter(|p| p.starts_with('/')) else {
                continue;
            };
            if self.writable(pointer).is_none() || !self.has_room(content, pointer) {
                continue;
            }
            let value = match state.as_str() {
                "unknown" | "not_applicable" => json!(state),
                "withheld" => {
                    let reason = pairs
                        .iter()
                        .find(|(name, _)| name.strip_prefix("_reason") == Some(pointer))
                        .map_or("", |(_, reason)| reason.trim());
                    json!({ "withheld": reason })
                }
                _ => continue,
            };
            path::put(content, pointer, value);
        }
    }

    fn add(&self, content: &mut Value, pointer: &str) {
        let Some(list) = self.list(pointer) else {
            return;
        };
        let count = path::entries(content, pointer);
        if count == 0 {
            path::put(content, pointer, json!([{}]));
        } else if count < list.entries_max {
            path::put(content, &format!("{pointer}/{count}"), json!({}));
        }
    }

    fn remove(&self, content: &mut Value, pointer: &str) {
        let list = pointer.rsplit_once('/').map_or("", |(list, _)| list);
        if self.list(list).is_some() {
            path::take(content, pointer);
        }
    }

    /// A list grows by one entry at a time and never past its end.
    fn has_room(&self, content: &Value, pointer: &str) -> bool {
        self.sections
            .iter()
            .filter_map(|section| section.list.as_ref())
            .find_map(|list| {
                let rest = pointer.strip_prefix(&format!("{}/", list.pointer))?;
                let index: usize = rest.split('/').next()?.parse().ok()?;
                Some(index <= path::entries(content, &list.pointer) && index < list.entries_max)
            })
            .unwrap_or(true)
    }
}

/// Posted values by pointer, in the order of the form; a ticked box may come several times.
fn gathered(pairs: &[(String, String)]) -> Vec<(&str, Vec<&str>)> {
    let mut order: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, value) in pairs {
        let (pointer, text) = match name.strip_prefix("_list") {
            Some(pointer) if pointer.starts_with('/') => (pointer, None),
            _ if name.starts_with('/') => (name.as_str(), Some(value.as_str())),
            _ => continue,
        };
        let at = *seen.entry(pointer).or_insert_with(|| {
            order.push((pointer, Vec::new()));
            order.len() - 1
        });
        if let (Some((_, texts)), Some(text)) = (order.get_mut(at), text) {
            texts.push(text);
        }
    }
    order
}

fn is_blank(value: &Value) -> bool {
    value == &json!("") || value == &json!([])
}

/// Texts as a value of a kind; `None` takes the field away. What cannot be read stays a text, and the shape check says so.
fn typed(kind: Kind, texts: &[&str]) -> Option<Value> {
    if kind.is_list() {
        let items = texts
            .iter()
            .flat_map(|text| text.split([',', ';', ' ', '\u{60c}', '\u{3001}']))
            .map(str::trim)
            .filter(|text| !text.is_empty());
        let mut out: Vec<Value> = Vec::new();
        for item in items {
            let item = if kind == Kind::States {
                json!(item.to_uppercase())
            } else {
                json!(item)
            };
            if !out.contains(&item) {
                out.push(item);
            }
        }
        return Some(Value::Array(out));
    }
    let text = texts.last().copied().unwrap_or_default();
    let text = match kind {
        Kind::Longtext | Kind::Ltext => text.replace("\r\n", "\n").replace('\r', "\n"),
        _ => text.replace(['\r', '\n'], " "),
    };
    let text = text.trim();
    match kind {
        Kind::Number if text.is_empty() => None,
        Kind::Number => Some(
            text.parse::<u64>()
                .map_or_else(|_| json!(text), |n| json!(n)),
        ),
        _ => Some(json!(text)),
    }
}

/// Three inputs as one date; what cannot be a date is kept as it was written, so that nobody loses what they typed.
fn joined_date([year, month, day]: [&str; 3]) -> String {
    let two = |part: &str| format!("{part:0>2}");
    match (year.is_empty(), month.is_empty(), day.is_empty()) {
        (true, true, true) => String::new(),
        (false, true, true) => year.to_owned(),
        (false, false, true) => format!("{year}-{}", two(month)),
        _ => format!("{year}-{}-{}", two(month), two(day)),
    }
}
