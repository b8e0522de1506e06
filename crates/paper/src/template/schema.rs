//! The published JSON Schema (2020-12), generated from the template. It accepts exactly the contents in which the shape
//! check finds nothing that blocks. Unknown fields are allowed here as there: they are kept and flagged.

use model::Lang;
use serde_json::{Map, Value, json};

use super::{Condition, FieldSpec, Form, Required, Scope, SectionSpec, at, leaf, path};

impl Form<'_> {
    pub(super) fn json_schema(&self) -> Value {
        let mut schema = self.object_schema("");
        let mut rules = Vec::new();
        for section in &self.sections {
            if section.list.is_none() {
                rules.extend(section.fields.iter().filter_map(|f| root_rule(section, f)));
            } else {
                rules.extend(list_rules(section));
            }
        }
        if let Some(map) = schema.as_object_mut() {
            map.insert("allOf".to_owned(), Value::Array(rules));
            map.insert("$defs".to_owned(), leaf::definitions());
            map.insert(
                "$schema".to_owned(),
                json!("https://json-schema.org/draft/2020-12/schema"),
            );
            map.insert(
                "$id".to_owned(),
                json!(format!(
                    "urn:comity:template:{}:{}",
                    self.name, self.version
                )),
            );
            map.insert("title".to_owned(), json!(self.title(Lang::En)));
        }
        schema
    }

    fn object_schema(&self, pattern: &str) -> Value {
        let mut properties = Map::new();
        for (name, child) in self.children(pattern).into_iter().flatten() {
            properties.insert(name.clone(), self.node_schema(child));
        }
        json!({ "type": "object", "properties": properties })
    }

    fn node_schema(&self, pattern: &str) -> Value {
        if self.is_open(pattern) && self.children(pattern).is_none() {
            return json!(true);
        }
        if let Some(field) = self.field_at(pattern) {
            let mut schema = leaf::schema(field, self.codes_of(field));
            if let Some(map) = schema.as_object_mut() {
                let key = &field.words;
                map.insert("title".to_owned(), json!(self.word(Lang::En, key)));
                map.insert(
                    "description".to_owned(),
                    json!(
                        self.try_word(Lang::En, &format!("{key}.help"))
                            .unwrap_or_default()
                    ),
                );
                map.insert("$comment".to_owned(), json!(field.source));
            }
            return schema;
        }
        let Some(list) = self.list(pattern) else {
            return self.object_schema(pattern);
        };
        let mut entry = self.object_schema(&format!("{pattern}/*"));
        let rules: Vec<Value> = self
            .sections
            .iter()
            .filter(|section| section.list.as_ref() == Some(list))
            .filter(|section| section.when.is_none())
            .flat_map(|section| section.fields.iter().filter_map(entry_rule))
            .collect();
        if let Some(map) = entry.as_object_mut()
            && !rules.is_empty()
        {
            map.insert("allOf".to_owned(), Value::Array(rules));
        }
        json!({ "type": "array", "maxItems": list.entries_max, "items": entry })
    }
}

/// When a field must be filled, as one condition; `None` is never, `Some(None)` is always.
fn needed(field: &FieldSpec) -> Option<Option<Condition>> {
    let required = match &field.required {
        Required::No => return None,
        Required::Always => None,
        Required::If(condition) => Some(condition.clone()),
    };
    Some(joined(required, field.when.clone()))
}

fn joined(a: Option<Condition>, b: Option<Condition>) -> Option<Condition> {
    match (a, b) {
        (Some(a), Some(b)) => Some(Condition::And(vec![a, b])),
        (a, b) => a.or(b),
    }
}

fn rule(condition: Option<&Condition>, then: Value) -> Value {
    match condition {
        Some(condition) => json!({ "if": condition.schema(), "then": then }),
        None => then,
    }
}

/// The rule of a field that stands once.
fn root_rule(section: &SectionSpec, field: &FieldSpec) -> Option<Value> {
    let condition = joined(needed(field)?, section.when.clone());
    Some(rule(
        condition.as_ref(),
        at(&field.pattern, leaf::present_schema()),
    ))
}

/// The rule of a field of a list, where it looks at its own entry only.
fn entry_rule(field: &FieldSpec) -> Option<Value> {
    let condition = needed(field)?;
    if looks_at_whole(condition.as_ref()) {
        return None;
    }
    Some(rule(
        condition.as_ref(),
        at(path::within(&field.pattern), leaf::present_schema()),
    ))
}

/// Rules of a list that look at the whole content: the fewest entries, and fields asked because of something elsewhere.
fn list_rules(section: &SectionSpec) -> Vec<Value> {
    let mut out = Vec::new();
    let Some(list) = &section.list else {
        return out;
    };
    if list.entries_min > 0 {
        let then = at(
            &list.pointer,
            json!({ "type": "array", "minItems": list.entries_min }),
        );
        out.push(rule(section.when.as_ref(), then));
    }
    for field in &section.fields {
        let Some(condition) = needed(field) else {
            continue;
        };
        if section.when.is_none() && !looks_at_whole(condition.as_ref()) {
            continue;
        }
        let own = at(path::within(&field.pattern), leaf::present_schema());
        let (outer, inner) = if looks_at_whole(condition.as_ref()) {
            (joined(condition, section.when.clone()), own)
        } else {
            (section.when.clone(), rule(condition.as_ref(), own))
        };
        out.push(rule(outer.as_ref(), each_entry(&list.pointer, &inner)));
    }
    out
}

fn looks_at_whole(condition: Option<&Condition>) -> bool {
    condition.is_some_and(|condition| condition.scope() == Ok(Scope::Whole))
}

/// `inner` for every entry of the list at `pointer`; nothing where there is no list.
fn each_entry(pointer: &str, inner: &Value) -> Value {
    pointer
        .split('/')
        .skip(1)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .fold(
            json!({ "items": inner }),
            |inner, name| json!({ "properties": { name: inner } }),
        )
}
