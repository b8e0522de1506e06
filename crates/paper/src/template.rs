//! Templates: what a kind of request asks for, read from `templates/<name>/template.toml`.
//!
//! One file is the source of the form, of the shape check, of the paper's order and of the published JSON Schema; a
//! condition is written once, in it. Here: reading that file. In `template/`: the condition language, the form, the
//! shape check, the schema. Not here: law (that is `model::rules`) and wording (`words.<lang>.ftl` beside the file).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

mod condition;
mod form;
mod input;
mod leaf;
mod path;
mod schema;
mod shape;

pub use condition::Condition;
pub use form::{Choice, Entry, Field, Repeat, Section, Standing, fields_of, source_words};
pub use path::{concrete, lookup, matches_pattern};

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
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
            Kind::Date | Kind::PartialDate | Kind::Number | Kind::Zone | Kind::Digest | Kind::State
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
#[derive(Debug, Clone)]
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
}

impl FieldSpec {
    /// The key of its words: `mla-persons-born_on`.
    #[must_use]
    pub fn key(&self, template: &str) -> String {
        let tail = self.pattern.replace("/*", "").replace('/', "-");
        format!("{template}{tail}")
    }
}

/// One section of a template, in the order of form and paper.
#[derive(Debug, Clone)]
pub struct SectionSpec {
    /// Its id; the key of its words is `<template>-section-<id>`.
    pub id: String,
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
#[derive(Debug, Clone)]
pub struct Template {
    /// Its name, the folder under `templates/`.
    pub name: String,
    /// Its version: content keeps the version it was written for.
    pub version: u32,
    /// Sections in order.
    pub sections: Vec<SectionSpec>,
    /// Closed lists by name.
    pub codes: BTreeMap<String, Vec<String>>,
    /// Pointers at which anything may stand (a State's own annex).
    pub open: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    version: u32,
    #[serde(default)]
    open: Vec<String>,
    limits: Limits,
    codes: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    conditions: BTreeMap<String, String>,
    section: Vec<FileSection>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Limits {
    line_chars: usize,
    prose_chars: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileSection {
    id: String,
    list: Option<String>,
    #[serde(default)]
    entries_min: usize,
    #[serde(default)]
    entries_max: usize,
    when: Option<String>,
    #[serde(default)]
    schedule: bool,
    fields: Vec<FileField>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileField {
    at: String,
    kind: Kind,
    codes: Option<String>,
    #[serde(default)]
    required: Option<String>,
    when: Option<String>,
    chars_max: Option<usize>,
    source: String,
    #[serde(default)]
    desk: bool,
    #[serde(default)]
    open: bool,
}

/// The template of mutual legal assistance requests.
///
/// # Panics
/// Never in a tested build: the file is part of the program and a test reads it.
#[must_use]
pub fn mla() -> &'static Template {
    static MLA: LazyLock<Result<Template, TemplateError>> =
        LazyLock::new(|| Template::read(include_str!("../../../templates/mla/template.toml")));
    match &*MLA {
        Ok(template) => template,
        Err(error) => {
            assert!(error.what.is_empty(), "{error}");
            unreachable!("a template error always says what")
        }
    }
}

/// A template by its name and version; `None` where this program has no such template.
#[must_use]
pub fn find(name: &str, version: u32) -> Option<&'static Template> {
    let template = match name {
        "mla" => mla(),
        _ => return None,
    };
    (template.version == version).then_some(template)
}

/// Every template this program has.
#[must_use]
pub fn all() -> Vec<&'static Template> {
    vec![mla()]
}

impl Template {
    /// Reads a `template.toml`.
    ///
    /// # Errors
    /// [`TemplateError`] naming the place: TOML, an unknown list or condition, a field outside its section's list.
    pub fn read(text: &str) -> Result<Template, TemplateError> {
        let file: File = toml::from_str(text).map_err(|error| TemplateError {
            template: "?".to_owned(),
            what: error.to_string(),
        })?;
        let fault = |what: String| TemplateError {
            template: file.name.clone(),
            what,
        };
        let names = condition::Names {
            codes: &file.codes,
            conditions: &file.conditions,
        };
        let mut sections = Vec::new();
        for section in &file.section {
            sections.push(read_section(section, &file.limits, &names).map_err(fault)?);
        }
        Ok(Template {
            name: file.name,
            version: file.version,
            sections,
            codes: file.codes,
            open: file.open,
        })
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
        self.specs()
            .map(|(_, field)| field)
            .find(|field| path::matches_pattern(&field.pattern, pointer))
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

fn read_section(
    section: &FileSection,
    limits: &Limits,
    names: &condition::Names<'_>,
) -> Result<SectionSpec, String> {
    let list = section.list.as_ref().map(|pointer| ListSpec {
        pointer: pointer.clone(),
        entries_min: section.entries_min,
        entries_max: section.entries_max,
    });
    if list.as_ref().is_some_and(|list| list.entries_max == 0) {
        return Err(format!("section {}: a list names entries_max", section.id));
    }
    let mut fields = Vec::new();
    for field in &section.fields {
        let spec = read_field(field, limits, names)
            .map_err(|what| format!("section {}, {}: {what}", section.id, field.at))?;
        let inside = match &list {
            Some(list) => spec.pattern.starts_with(&format!("{}/*/", list.pointer)),
            None => !spec.pattern.contains('*'),
        };
        if !inside {
            return Err(format!(
                "{} stands outside section {}",
                field.at, section.id
            ));
        }
        fields.push(spec);
    }
    let when = read_condition(section.when.as_ref(), names)?;
    let scope = when
        .as_ref()
        .map_or(Ok(condition::Scope::Whole), Condition::scope)?;
    if scope != condition::Scope::Whole {
        return Err(format!(
            "section {}: its condition looks into a list",
            section.id
        ));
    }
    Ok(SectionSpec {
        id: section.id.clone(),
        list,
        when,
        schedule: section.schedule,
        fields,
    })
}

fn read_field(
    field: &FileField,
    limits: &Limits,
    names: &condition::Names<'_>,
) -> Result<FieldSpec, String> {
    let required = match field.required.as_deref() {
        None | Some("no") => Required::No,
        Some("always") => Required::Always,
        Some(text) => Required::If(Condition::parse(text, names)?),
    };
    let with_codes = matches!(field.kind, Kind::Code | Kind::Codes);
    match &field.codes {
        Some(name) if !names.codes.contains_key(name) => return Err(format!("no list {name}")),
        Some(_) if !with_codes => return Err("codes without kind code".to_owned()),
        None if with_codes => return Err("kind code without codes".to_owned()),
        _ => {}
    }
    let spec = FieldSpec {
        pattern: field.at.clone(),
        kind: field.kind,
        codes: field.codes.clone(),
        required,
        when: read_condition(field.when.as_ref(), names)?,
        chars_max: field.chars_max.unwrap_or(match field.kind {
            Kind::Longtext | Kind::Ltext => limits.prose_chars,
            _ => limits.line_chars,
        }),
        source: field.source.clone(),
        desk: field.desk,
        open: field.open,
    };
    one_scope(&spec)?;
    Ok(spec)
}

fn read_condition(
    text: Option<&String>,
    names: &condition::Names<'_>,
) -> Result<Option<Condition>, String> {
    text.map(|text| Condition::parse(text, names)).transpose()
}

/// A field's conditions look either at its own entry or at the whole content, so that each becomes one `if` in the schema.
fn one_scope(spec: &FieldSpec) -> Result<(), String> {
    let own = path::list_of(&spec.pattern);
    let mut together: Vec<Condition> = spec.when.iter().cloned().collect();
    if let Required::If(condition) = &spec.required {
        together.push(condition.clone());
    }
    match Condition::And(together).scope()? {
        condition::Scope::Whole => Ok(()),
        condition::Scope::Entry(list) if own.as_deref() == Some(list.as_str()) => Ok(()),
        condition::Scope::Entry(list) => Err(format!("a condition looks into {list}: use any")),
    }
}

#[cfg(test)]
mod tests;
