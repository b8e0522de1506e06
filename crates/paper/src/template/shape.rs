//! The shape check: is the content what the template says it may be? Law is elsewhere (`model::rules`).
//!
//! | code | level | what |
//! | --- | --- | --- |
//! | SHAPE-01 | warn | a field the template does not know: it is kept, and said |
//! | SHAPE-02 | block | a text longer than allowed |
//! | SHAPE-03 | block | another kind of value is expected |
//! | SHAPE-04 | block | a code that is not in the closed list |
//! | SHAPE-05 | block | something required is missing |
//! | SHAPE-06 | block | more entries than allowed |

use std::collections::BTreeMap;

use model::finding::{Finding, Level};
use serde_json::Value;

use super::leaf::{self, Fault};
use super::{FieldSpec, Required, SectionSpec, Template, path};

impl Template {
    /// Compares `content` with this template. The `field` of each finding is the JSON Pointer of the place, which is
    /// the name of the form's input. Nothing is rejected silently: unknown fields stay where they are.
    #[must_use]
    pub fn shape_findings(&self, content: &Value) -> Vec<Finding> {
        let mut walk = Walk {
            template: self,
            found: Vec::new(),
        };
        walk.object(content, "", "");
        walk.requirements(content);
        walk.found
    }

    /// The next names below a pattern, e.g. `name` below `/conducting_authority`.
    pub(super) fn children(&self, pattern: &str) -> BTreeMap<String, String> {
        let prefix = format!("{pattern}/");
        let lists = self.sections.iter().filter_map(|s| s.list.as_ref());
        self.specs()
            .map(|(_, field)| field.pattern.as_str())
            .chain(lists.map(|list| list.pointer.as_str()))
            .chain(self.open.iter().map(String::as_str))
            .filter_map(|full| full.strip_prefix(&prefix))
            .filter_map(|rest| rest.split('/').next())
            .map(|name| (name.to_owned(), format!("{prefix}{name}")))
            .collect()
    }

    /// The field with exactly this pattern.
    pub(super) fn field_at(&self, pattern: &str) -> Option<&FieldSpec> {
        self.specs()
            .map(|(_, field)| field)
            .find(|field| field.pattern == pattern)
    }
}

struct Walk<'a> {
    template: &'a Template,
    found: Vec<Finding>,
}

impl Walk<'_> {
    fn object(&mut self, value: &Value, pattern: &str, pointer: &str) {
        let Value::Object(map) = value else {
            self.find("SHAPE-03", pointer, &[]);
            return;
        };
        let children = self.template.children(pattern);
        for (name, inner) in map {
            let place = format!("{pointer}/{}", path::escaped(name));
            match children.get(name) {
                Some(pattern) => self.node(inner, pattern, &place),
                None => self.find(
                    "SHAPE-01",
                    &place,
                    &[("name", name.chars().take(64).collect())],
                ),
            }
        }
    }

    fn node(&mut self, value: &Value, pattern: &str, pointer: &str) {
        let template = self.template;
        if template.open.iter().any(|open| open == pattern) {
            return;
        }
        if let Some(field) = template.field_at(pattern) {
            if let Err(fault) = leaf::check(field, template.codes_of(field), value) {
                self.fault(fault, pointer);
            }
            return;
        }
        let Some(list) = template.list(pattern) else {
            self.object(value, pattern, pointer);
            return;
        };
        let Value::Array(entries) = value else {
            self.find("SHAPE-03", pointer, &[]);
            return;
        };
        if entries.len() > list.entries_max {
            self.find(
                "SHAPE-06",
                pointer,
                &[("max", list.entries_max.to_string())],
            );
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
                self.find("SHAPE-05", &list.pointer, &[]);
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
            self.find("SHAPE-05", &pointer, &[]);
        }
    }

    fn fault(&mut self, fault: Fault, pointer: &str) {
        match fault {
            Fault::Kind => self.find("SHAPE-03", pointer, &[]),
            Fault::TooLong { max, found } => self.find(
                "SHAPE-02",
                pointer,
                &[("max", max.to_string()), ("found", found.to_string())],
            ),
            Fault::NotInList { code } => self.find("SHAPE-04", pointer, &[("code", code)]),
            Fault::TooMany { max } => self.find("SHAPE-06", pointer, &[("max", max.to_string())]),
        }
    }

    fn find(&mut self, code: &str, pointer: &str, args: &[(&str, String)]) {
        let level = if code == "SHAPE-01" {
            Level::Warn
        } else {
            Level::Block
        };
        let source = self.template.spec(pointer).map_or_else(
            || "requests 3.12 GEN-10".to_owned(),
            |field| field.source.clone(),
        );
        self.found.push(Finding {
            code: code.to_owned(),
            level,
            field: pointer.to_owned(),
            args: args
                .iter()
                .map(|(name, value)| ((*name).to_owned(), value.clone()))
                .collect(),
            source,
        });
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
