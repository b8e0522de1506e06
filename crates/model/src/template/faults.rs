//! The shape check: is the content what the template says it may be? What a fault amounts to is law
//! ([`crate::rules`]); the published JSON Schema says the same as this file, which a property test asks an independent
//! validator.

use std::collections::BTreeMap;

use serde_json::Value;

use super::leaf;
use super::{FieldSpec, Required, SectionSpec, Template, path};
use crate::limits::FINDINGS_MAX;

/// Longest part of an unknown field's name that is repeated.
const NAME_CHARS_MAX: usize = 80;

/// Something in the content that is not as the template has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// JSON Pointer of the place, which is the name of the form's input.
    pub pointer: String,
    /// What is wrong.
    pub what: What,
}

/// What can be wrong with a place of the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The template has no such field: it is kept, and said.
    UnknownField,
    /// Another kind of value is expected.
    WrongKind,
    /// More characters than allowed.
    TooLong {
        /// Allowed.
        max: usize,
    },
    /// A code that is not in the closed list.
    UnknownCode,
    /// More entries than allowed.
    TooMany {
        /// Allowed.
        max: usize,
    },
    /// Something required is missing.
    Missing,
}

impl Template {
    /// Compares `content` with this template. Nothing is rejected: what is wrong stays where it is, and is named.
    #[must_use]
    pub fn faults(&self, content: &Value) -> Vec<Fault> {
        let mut walk = Walk {
            template: self,
            found: Vec::new(),
        };
        walk.object(content, "", &mut String::new());
        walk.requirements(content);
        walk.found
    }

    /// The next names below a pattern with the pattern of each, e.g. `name` below `/conducting_authority`.
    #[must_use]
    pub fn children(&self, pattern: &str) -> Option<&BTreeMap<String, String>> {
        self.tree.get(pattern)
    }

    /// Whether anything may stand at this pattern beside what the template names: the place of annexes.
    #[must_use]
    pub fn is_open(&self, pattern: &str) -> bool {
        self.open.iter().any(|open| open == pattern)
    }

    /// The field with exactly this pattern.
    #[must_use]
    pub fn field_at(&self, pattern: &str) -> Option<&FieldSpec> {
        let (section, at) = self.places.get(pattern)?;
        self.sections.get(*section)?.fields.get(*at)
    }
}

struct Walk<'a> {
    template: &'a Template,
    found: Vec<Fault>,
}

impl Walk<'_> {
    /// `pointer` grows and shrinks with the walk: it is the place of `value`.
    fn object(&mut self, value: &Value, pattern: &str, pointer: &mut String) {
        let Value::Object(map) = value else {
            self.find(What::WrongKind, pointer);
            return;
        };
        let children = self.template.children(pattern);
        let length = pointer.len();
        for (name, inner) in map {
            pointer.push('/');
            match children.and_then(|below| below.get_key_value(name)) {
                Some((name, pattern)) => {
                    pointer.push_str(name);
                    self.node(inner, pattern, pointer);
                }
                None if self.template.is_open(pattern) => {}
                None => {
                    let short: String = name.chars().take(NAME_CHARS_MAX).collect();
                    pointer.push_str(&path::escaped(&short));
                    self.find(What::UnknownField, pointer);
                }
            }
            pointer.truncate(length);
        }
    }

    fn node(&mut self, value: &Value, pattern: &str, pointer: &mut String) {
        let template = self.template;
        if template.is_open(pattern) && template.children(pattern).is_none() {
            return;
        }
        if let Some(field) = template.field_at(pattern) {
            if let Err(what) = leaf::check(field, template.codes_of(field), value) {
                self.find(what, pointer);
            }
            return;
        }
        let Some(list) = template.list(pattern) else {
            self.object(value, pattern, pointer);
            return;
        };
        let Value::Array(entries) = value else {
            self.find(What::WrongKind, pointer);
            return;
        };
        if entries.len() > list.entries_max {
            let max = list.entries_max;
            self.find(What::TooMany { max }, pointer);
        }
        let (each, length) = (format!("{pattern}/*"), pointer.len());
        for (index, entry) in entries.iter().enumerate().take(list.entries_max) {
            pointer.push('/');
            pointer.push_str(&index.to_string());
            self.object(entry, &each, pointer);
            pointer.truncate(length);
        }
    }

    fn requirements(&mut self, content: &Value) {
        let template = self.template;
        for section in &template.sections {
            if !section.is_asked(content) {
                continue;
            }
            let Some(list) = &section.list else {
                for field in &section.fields {
                    self.require(content, content, (field, None));
                }
                continue;
            };
            let entries = content.pointer(&list.pointer).and_then(Value::as_array);
            let entries = entries.map_or(&[][..], Vec::as_slice);
            if entries.len() < list.entries_min {
                self.find(What::Missing, &list.pointer);
            }
            for (index, entry) in entries.iter().enumerate().take(list.entries_max) {
                for field in &section.fields {
                    self.require(content, entry, (field, Some(index)));
                }
            }
        }
    }

    /// `within` is the entry of a list, or the whole content for a field that stands once.
    fn require(
        &mut self,
        content: &Value,
        within: &Value,
        (field, index): (&FieldSpec, Option<usize>),
    ) {
        let there = within.pointer(path::within(&field.pattern));
        if there.is_some_and(leaf::is_present) || !field.is_required(content, index) {
            return;
        }
        match index {
            Some(index) => self.find(What::Missing, &path::concrete(&field.pattern, index)),
            None => self.find(What::Missing, &field.pattern),
        }
    }

    fn find(&mut self, what: What, pointer: &str) {
        if self.found.len() < FINDINGS_MAX {
            self.found.push(Fault {
                pointer: pointer.to_owned(),
                what,
            });
        }
    }
}

impl FieldSpec {
    /// Whether the field is asked: its `when` holds. Its section's `when` is the section's matter.
    #[must_use]
    pub fn is_asked(&self, content: &Value, index: Option<usize>) -> bool {
        self.when
            .as_ref()
            .is_none_or(|when| when.holds(content, index))
    }

    /// Whether the field must be filled in this content.
    #[must_use]
    pub fn is_required(&self, content: &Value, index: Option<usize>) -> bool {
        let needed = match &self.required {
            Required::No => false,
            Required::Always => true,
            Required::If(condition) => condition.holds(content, index),
        };
        needed && self.is_asked(content, index)
    }
}

impl SectionSpec {
    /// Whether the section is asked in this content.
    #[must_use]
    pub fn is_asked(&self, content: &Value) -> bool {
        self.when
            .as_ref()
            .is_none_or(|when| when.holds(content, None))
    }
}
