//! Templates: what a kind of request asks for, read from `templates/<name>/template.toml`.
//!
//! One file is the source of the form, of the shape check, of the paper's order and of the published JSON Schema; a
//! condition is written once, in it. What kinds share stands once too, in `templates/common/`. Here: what a template
//! is. In `template/`: reading the file, the condition language, values against their kinds, the shape check. Not here:
//! law (that is [`crate::rules`]), the form in words and the schema (`paper`), wording (`words.<lang>.ftl`).

use std::collections::BTreeMap;

use crate::Lang;
use crate::kind::Kind as RequestKind;

mod condition;
mod faults;
mod forms;
pub mod leaf;
pub mod path;
mod plain;
mod read;
mod shipped;

pub use condition::{Condition, Scope, at};
pub use faults::{Fault, What};
pub use forms::{Forms, Reading};
pub use path::{concrete, lookup, matches_pattern};
pub use shipped::{COMMON, all, example, find, latest, of_kind};

/// What stands wrong in a template file. Only a developer sees it: shipped templates are tested.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("template {template}: {what}")]
pub struct TemplateError {
    /// The template's name, or `?`.
    pub template: String,
    /// The place and the fault.
    pub what: String,
}

/// What a field may hold. Every field may also be empty, `"unknown"`, `"not_applicable"` or `{"withheld": reason}`:
/// unknown is a value (requests 3, principle 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A name as a document writes it: one line, in any script.
    Name,
    /// One line.
    Text,
    /// Several lines.
    Longtext,
    /// Several lines with the language they are written in: `{"text", "lang"}`, or the text alone.
    Ltext,
    /// One code of a closed list.
    Code,
    /// Several codes of a closed list, each once.
    Codes,
    /// `YYYY-MM-DD`.
    Date,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    PartialDate,
    /// `YYYY-MM-DDTHH:MM` with seconds and an offset from UTC: `2026-04-29T21:14:05Z` (RFC 3339).
    Moment,
    /// `"yes"` or `"no"`; a JSON boolean says the same.
    YesNo,
    /// A whole number, not negative.
    Number,
    /// An offset from UTC (`+03:00`, `Z`) or an IANA name.
    Zone,
    /// A language (ISO 639).
    Language,
    /// Several languages.
    Languages,
    /// A State.
    State,
    /// Several States.
    States,
    /// SHA-256 in 64 hexadecimal digits.
    Digest,
}

impl Kind {
    /// Whether the value is a list.
    #[must_use]
    pub const fn is_list(self) -> bool {
        matches!(self, Kind::Codes | Kind::Languages | Kind::States)
    }

    /// Whether the value runs from left to right in every language (codes, dates, references).
    #[must_use]
    pub const fn is_technical(self) -> bool {
        matches!(
            self,
            Kind::Date
                | Kind::PartialDate
                | Kind::Moment
                | Kind::Number
                | Kind::Zone
                | Kind::Digest
                | Kind::State
        )
    }
}

/// When a field must be filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Required {
    /// Always.
    Always,
    /// When this holds.
    If(Condition),
    /// Never.
    No,
}

/// One field of a template.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldSpec {
    /// JSON Pointer with `*` for the index of a list: `/persons/*/born_on`.
    pub pattern: String,
    /// What it may hold.
    pub kind: Kind,
    /// The closed list it chooses from, by name.
    pub codes: Option<String>,
    /// When it must be filled (only ever while `when` holds).
    pub required: Required,
    /// When it is asked at all; `None` is always.
    pub when: Option<Condition>,
    /// Most characters of one text.
    pub chars_max: usize,
    /// The article or rule that asks for it, e.g. `UNTOC 18(15)(b)`.
    pub source: String,
    /// Set by the desk or the node, not by the author: shown, never asked.
    pub desk: bool,
    /// Offers "unknown" and "not applicable" as answers in the form.
    pub open: bool,
    /// The key of its words, named after the file that defines it: `common-persons-born_on`.
    pub words: String,
}

/// One section of a template, in the order of form and paper.
#[derive(Debug, Clone, PartialEq)]
pub struct SectionSpec {
    /// Its id.
    pub id: String,
    /// The key of its words, named after the file that defines it: `common-section-persons`.
    pub words: String,
    /// The list it repeats over, e.g. `/persons`, with the fewest and the most entries.
    pub list: Option<ListSpec>,
    /// When the section is asked at all.
    pub when: Option<Condition>,
    /// Whether it stands in a schedule behind the letter instead of in its body.
    pub schedule: bool,
    /// Its fields.
    pub fields: Vec<FieldSpec>,
}

/// A list of entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListSpec {
    /// Where the list stands.
    pub pointer: String,
    /// Fewest entries.
    pub entries_min: usize,
    /// Most entries.
    pub entries_max: usize,
}

/// A template, read and checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    /// Its name, the folder under `templates/`; a State's own is `<kind>.<name>`.
    pub name: String,
    /// The kind of request it is for: which rules and which life apply.
    pub kind: RequestKind,
    /// Its version: content keeps the version it was written for.
    pub version: u32,
    /// Sections in order.
    pub sections: Vec<SectionSpec>,
    /// Closed lists by name.
    pub codes: BTreeMap<String, Vec<String>>,
    /// Pointers at which anything may stand (a State's own annex).
    pub open: Vec<String>,
    /// Words that it brings itself, by language and key; the words of shipped templates stand in files of their own.
    pub words: BTreeMap<Lang, BTreeMap<String, String>>,
    /// The names below each pattern, with the pattern of each.
    tree: BTreeMap<String, BTreeMap<String, String>>,
    /// Where each pattern stands: its section and its place in it.
    places: BTreeMap<String, (usize, usize)>,
}

impl Template {
    /// The same template with its indexes built anew from its sections.
    fn indexed(mut self) -> Template {
        let lists = self.sections.iter().filter_map(|s| s.list.as_ref());
        let patterns: Vec<String> = self
            .specs()
            .map(|(_, field)| field.pattern.clone())
            .chain(lists.map(|list| list.pointer.clone()))
            .chain(self.open.iter().cloned())
            .collect();
        for pattern in &patterns {
            let mut above = String::new();
            for name in pattern.split('/').skip(1) {
                let here = format!("{above}/{name}");
                let below = self.tree.entry(above).or_default();
                below.insert(name.to_owned(), here.clone());
                above = here;
            }
        }
        for (section, spec) in self.sections.iter().enumerate() {
            for (at, field) in spec.fields.iter().enumerate() {
                self.places
                    .entry(field.pattern.clone())
                    .or_insert((section, at));
            }
        }
        self
    }

    /// The closed list of a field; empty for fields without one.
    #[must_use]
    pub fn codes_of(&self, field: &FieldSpec) -> &[String] {
        field
            .codes
            .as_ref()
            .and_then(|name| self.codes.get(name))
            .map_or(&[], Vec::as_slice)
    }

    /// Every field with the section it stands in.
    pub fn specs(&self) -> impl Iterator<Item = (&SectionSpec, &FieldSpec)> {
        self.sections
            .iter()
            .flat_map(|section| section.fields.iter().map(move |field| (section, field)))
    }

    /// The field whose pattern a concrete pointer matches, e.g. `/persons/0/born_on`.
    #[must_use]
    pub fn spec(&self, pointer: &str) -> Option<&FieldSpec> {
        self.field_at(pointer).or_else(|| {
            let any = |part| if path::is_index(part) { "*" } else { part };
            let pattern: Vec<&str> = pointer.split('/').map(any).collect();
            self.field_at(&pattern.join("/"))
        })
    }

    /// Whether the section of this id stands in a schedule of the paper.
    #[must_use]
    pub fn is_schedule(&self, section: &str) -> bool {
        self.sections
            .iter()
            .any(|spec| spec.id == section && spec.schedule)
    }

    /// The list at a pointer, e.g. `/persons`.
    #[must_use]
    pub fn list(&self, pointer: &str) -> Option<&ListSpec> {
        self.sections
            .iter()
            .filter_map(|section| section.list.as_ref())
            .find(|list| list.pointer == pointer)
    }
}

#[cfg(test)]
mod tests;
