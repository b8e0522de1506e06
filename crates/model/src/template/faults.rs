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
        walk.object(content, "", "");
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
    fn object(&mut self, value: &Value, pattern: &str, pointer: &str) {
        let Value::Object(map) = value else {
            self.find(What::WrongKind, pointer);
            return;
        };
        let children = self.template.children(pattern);
        for (name, inner) in map {
            let place = format!(
                "{pointer}/{}",
                path::escaped(&name.chars().take(NAME_CHARS_MAX).collect::<String>())
            );
            match children.and_then(|below| below.get(name)) {
                Some(pattern) => self.node(inner, pattern, &place),
                None if self.template.is_open(pattern) => {}
                None => self.find(What::UnknownField, &place),
            }
        }
    }

    fn node(&mut self, value: &Value, pattern: &str, pointer: &str) {
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
        for (index, entry) in entries.iter().enumerate().take(list.entries_max) {
            self.object(
                entry,
                &format!("{pattern}/*"),
                &format!("{pointer}/{index}"),
            );
        }
    }

    fn requirements(&mut self, content: &Value) {
        let template = self.template;
        for section in &template.sections {
            let asked = |index| {
                section
                    .when
                    .as_ref()
                    .is_none_or(|when| when.holds(content, index))
            };
            let Some(list) = &section.list else {
                for field in section.fields.iter().filter(|_| asked(None)) {
                    self.require(content, field, None);
                }
                continue;
            };
            let count = path::entries(content, &list.pointer);
            if count < list.entries_min && asked(None) {
                self.find(What::Missing, &list.pointer);
            }
            for index in 0..count.min(list.entries_max) {
                for field in section.fields.iter().filter(|_| asked(None)) {
                    self.require(content, field, Some(index));
                }
            }
        }
    }

    fn require(&mut self, content: &Value, field: &FieldSpec, index: Option<usize>) {
        if !field.is_required(content, index) {
            return;
        }
        let pointer = match index {
            Some(index) => path::concrete(&field.pattern, index),
            None => field.pattern.clone(),
        };
        if !content.pointer(&pointer).is_some_and(leaf::is_present) {
            self.find(What::Missing, &pointer);
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
