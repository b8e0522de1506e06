//! Plain spellings: what a person writes in a file and nobody can misread, put as the form has it. `"Yes"` for `"yes"`,
//! one entry in place of a list of one, a code with blanks or capitals. What could be misread stays, and is a fault.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use super::{FieldSpec, Kind, Template, leaf, path};

/// Objects of which one field says what a bare text in their place means.
const BARE: &[(&str, &str)] = &[
    ("requesting", "state"),
    ("requested", "state"),
    ("urgency", "level"),
    ("confidentiality", "level"),
];

/// Names that the trade has for some codes.
const ALSO: &[(&str, &str)] = &[
    ("ee_pres", "preservation"),
    ("ee_ext", "extension"),
    ("ee_part", "partial_disclosure"),
    ("ee_sub", "subscriber"),
    ("ee_traf", "traffic"),
    ("ee_cont", "content"),
    ("ee_emd", "emergency"),
    ("ee_rt", "real_time_traffic"),
    ("ee_int", "interception"),
];

/// Languages by their English names.
const LANGUAGES: &[(&str, &str)] = &[
    ("arabic", "ar"),
    ("chinese", "zh"),
    ("english", "en"),
    ("french", "fr"),
    ("russian", "ru"),
    ("spanish", "es"),
];

impl Template {
    /// The content with its plain spellings put as the form has them; as it stands where there are none.
    #[must_use]
    pub fn plain<'a>(&self, content: &'a Value) -> Cow<'a, Value> {
        let mut changes: Vec<(String, Value)> = Vec::new();
        if let Value::Object(map) = content {
            self.bare(map, &mut changes);
        }
        for section in &self.sections {
            let Some(list) = &section.list else {
                for field in &section.fields {
                    let at = || field.pattern.clone();
                    self.look(content.pointer(&field.pattern), field, at, &mut changes);
                }
                continue;
            };
            match content.pointer(&list.pointer) {
                Some(entry @ Value::Object(map)) if !map.contains_key("withheld") => {
                    let one = section_of(self, section, entry);
                    changes.push((list.pointer.clone(), json!([one])));
                }
                Some(Value::Array(entries)) => {
                    for (index, entry) in entries.iter().take(list.entries_max).enumerate() {
                        for field in &section.fields {
                            let value = entry.pointer(path::within(&field.pattern));
                            let at = || path::concrete(&field.pattern, index);
                            self.look(value, field, at, &mut changes);
                        }
                    }
                }
                _ => {}
            }
        }
        if changes.is_empty() {
            return Cow::Borrowed(content);
        }
        let mut content = content.clone();
        for (at, value) in changes {
            if let Some(place) = content.pointer_mut(&at) {
                *place = value;
            }
        }
        Cow::Owned(content)
    }

    fn look(
        &self,
        value: Option<&Value>,
        field: &FieldSpec,
        at: impl FnOnce() -> String,
        changes: &mut Vec<(String, Value)>,
    ) {
        let Some(value) = value else {
            return;
        };
        if let Some(said) = self.put_right(field, value) {
            changes.push((at(), said));
        }
    }

    /// What a value that is none of its field can only mean.
    fn put_right(&self, field: &FieldSpec, value: &Value) -> Option<Value> {
        let codes = self.codes_of(field);
        if leaf::check(field, codes, value).is_ok() {
            return None;
        }
        said(field, codes, value).filter(|said| leaf::check(field, codes, said).is_ok())
    }

    /// A bare text in place of an object whose meaning one field has.
    fn bare(&self, content: &Map<String, Value>, changes: &mut Vec<(String, Value)>) {
        for (object, field) in BARE {
            if let Some(text @ Value::String(_)) = content.get(*object) {
                let at = format!("/{object}/{field}");
                let mut fields = self.sections.iter().flat_map(|section| &section.fields);
                let spec = fields.find(|spec| spec.pattern == at);
                let put = spec.and_then(|spec| self.put_right(spec, text));
                let put = put.unwrap_or_else(|| text.clone());
                changes.push((format!("/{object}"), json!({ *field: put })));
            }
        }
    }
}

/// One entry that stands where a list is expected, with its own spellings put right.
fn section_of(template: &Template, section: &super::SectionSpec, entry: &Value) -> Value {
    let mut entry = entry.clone();
    for field in &section.fields {
        let codes = template.codes_of(field);
        let Some(place) = entry.pointer_mut(path::within(&field.pattern)) else {
            continue;
        };
        if leaf::check(field, codes, place).is_err()
            && let Some(said) = said(field, codes, place)
        {
            *place = said;
        }
    }
    entry
}

/// What the value can only mean, as the kind of its field writes it; `None` where there is no such thing.
fn said(field: &FieldSpec, codes: &[String], value: &Value) -> Option<Value> {
    let text = value.as_str().map(str::trim);
    match (field.kind, value) {
        (Kind::Code, _) => code(text?, codes).map(Value::from),
        (Kind::Codes, _) => list(value, |text| code(text, codes)),
        (Kind::YesNo, _) => yes_no(text?).map(Value::from),
        (Kind::State, _) => state(text?).map(Value::from),
        (Kind::States, _) => list(value, state),
        (Kind::Language, _) => language(text?).map(Value::from),
        (Kind::Languages, _) => list(value, language),
        (Kind::Number, _) => text?.parse::<u64>().ok().map(Value::from),
        (Kind::Date | Kind::PartialDate | Kind::Zone, _) => text.map(Value::from),
        (Kind::Moment, _) => Some(Value::from(text?.replacen(' ', "T", 1))),
        (Kind::Digest, _) => Some(Value::from(text?.to_lowercase())),
        (Kind::Name | Kind::Text | Kind::Longtext | Kind::Ltext, Value::Number(number)) => {
            Some(Value::from(number.to_string()))
        }
        (Kind::Name | Kind::Text | Kind::Longtext | Kind::Ltext, Value::Array(texts)) => {
            let texts: Option<Vec<&str>> = texts.iter().map(Value::as_str).collect();
            texts.map(|texts| Value::from(texts.join("; ")))
        }
        _ => None,
    }
}

/// Every entry of a list, or of a text with commas.
fn list(value: &Value, read: impl Fn(&str) -> Option<String>) -> Option<Value> {
    let texts: Vec<&str> = match value {
        Value::String(text) => text.split(',').collect(),
        Value::Array(texts) => texts.iter().map(Value::as_str).collect::<Option<_>>()?,
        _ => return None,
    };
    let all: Option<Vec<String>> = texts.into_iter().map(|text| read(text.trim())).collect();
    all.map(Value::from)
}

fn code(text: &str, codes: &[String]) -> Option<String> {
    let slug = text.to_lowercase().replace([' ', '-'], "_");
    let also = || {
        ALSO.iter()
            .find(|(name, _)| *name == slug)
            .map(|(_, code)| (*code).to_owned())
    };
    let known = |slug: &String| codes.contains(slug);
    Some(slug.clone())
        .filter(known)
        .or_else(|| also().filter(known))
}

fn yes_no(text: &str) -> Option<&'static str> {
    match text.to_lowercase().as_str() {
        "yes" | "true" => Some("yes"),
        "no" | "false" => Some("no"),
        _ => None,
    }
}

fn state(text: &str) -> Option<String> {
    Some(text.to_uppercase())
}

fn language(text: &str) -> Option<String> {
    let text = text.to_lowercase();
    let named = LANGUAGES.iter().find(|(name, _)| *name == text);
    Some(named.map_or(text, |(_, tag)| (*tag).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::of_kind;

    #[test]
    fn what_nobody_can_misread_is_read() {
        let template = of_kind(crate::kind::Kind::Mla).expect("shipped");
        let plain = json!({
            "type": "MLA", "requesting": "xa", "requested": {"state": "xb"},
            "languages": {"original": "French", "translations": {"lang": "ES", "certified": "Yes"}},
            "offences": [{"category": "Terrorist bombing", "penalty_max_months": "240", "death_penalty": "False"}],
            "persons": [{"aliases": ["Ilo", "The Heron"], "nationalities": "XA, XB"}],
            "use_limits": {"purposes": "evidence"}, "urgency": "Normal",
        });
        let put = template.plain(&plain);
        assert_eq!(
            *put,
            json!({
                "type": "mla", "requesting": {"state": "XA"}, "requested": {"state": "XB"},
                "languages": {"original": "fr", "translations": [{"lang": "es", "certified": "yes"}]},
                "offences": [{"category": "terrorist_bombing", "penalty_max_months": 240, "death_penalty": "no"}],
                "persons": [{"aliases": "Ilo; The Heron", "nationalities": ["XA", "XB"]}],
                "use_limits": {"purposes": ["evidence"]}, "urgency": {"level": "normal"},
            })
        );
        assert!(
            template
                .faults(&put)
                .iter()
                .all(|f| f.what == super::super::What::Missing)
        );
    }

    #[test]
    fn what_could_be_misread_stays() {
        let template = of_kind(crate::kind::Kind::Mla).expect("shipped");
        let content = json!({
            "facts": {"happened_from": "03/04/2025"}, "offences": [{"category": "bombing", "death_penalty": "perhaps"}],
            "measures": [{"kind": "torture"}],
        });
        assert!(matches!(template.plain(&content), Cow::Borrowed(_)));
        for kind in crate::kind::Kind::ALL {
            let Some(template) = of_kind(*kind) else {
                continue;
            };
            let text = crate::template::example(*kind).expect("shipped");
            let example: Value = serde_json::from_str(text).expect("JSON");
            assert!(
                matches!(template.plain(&example), Cow::Borrowed(_)),
                "{kind}"
            );
        }
    }
}
