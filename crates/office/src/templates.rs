//! What a request of each kind looks like, for programs: the published schemas and complete examples. The rooms above
//! know no `paper`.

use model::Lang;
use model::kind::Kind;
use model::template::Forms;
use paper::template::{Required, Wording as _};
use serde::Serialize;
use serde_json::Value;

/// A template, as a list of them names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: u32,
    /// The kind of request it is for.
    pub kind: Kind,
    /// Its title.
    pub title: String,
}

/// Every template at hand, with its title in `lang`.
#[must_use]
pub fn list(forms: &Forms, lang: Lang) -> Vec<Named> {
    forms
        .all()
        .map(|template| Named {
            name: template.name.clone(),
            version: template.version,
            kind: template.kind,
            title: template.title(lang),
        })
        .collect()
}

/// The JSON Schema (2020-12) of a template's content, newest version; `None` where there is no such template.
#[must_use]
pub fn schema(forms: &Forms, name: &str) -> Option<Value> {
    forms.latest(name).map(|template| template.json_schema())
}

/// One field of a template, as the reference lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldRow {
    /// The section it stands in.
    pub section: String,
    /// JSON Pointer, `*` for the index of a list.
    pub at: String,
    /// What it holds.
    pub kind: paper::template::Kind,
    /// The closed list; empty for fields without one.
    pub codes: Vec<String>,
    /// Whether a finished content has it: `yes`, `no`, or `if` something else is said.
    pub required: &'static str,
    /// Set by the desk or the node.
    pub desk: bool,
    /// Its name.
    pub label: String,
    /// What to write.
    pub help: String,
    /// Who asks for it.
    pub source: String,
}

/// Every field of a template in its newest version, in `lang`; `None` where there is no such template.
#[must_use]
pub fn fields(forms: &Forms, name: &str, lang: Lang) -> Option<Vec<FieldRow>> {
    let template = forms.latest(name)?;
    let row = |section: &str, field: &paper::template::FieldSpec| FieldRow {
        section: section.to_owned(),
        at: field.pattern.clone(),
        kind: field.kind,
        codes: template.codes_of(field).to_vec(),
        required: match field.required {
            Required::Always if field.when.is_none() => "yes",
            Required::No => "no",
            _ => "if",
        },
        desk: field.desk,
        label: template.word_of(lang, &field.words),
        help: template.word_of(lang, &format!("{}.help", field.words)),
        source: field.source.clone(),
    };
    let rows = template
        .specs()
        .map(|(section, field)| row(&section.id, field));
    Some(rows.collect())
}
