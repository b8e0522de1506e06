//! What a request of each kind looks like, for programs: the published schemas and complete examples. The rooms above
//! know no `paper`.

use model::Lang;
use model::kind::Kind;
use model::template::Forms;
use paper::template::Wording as _;
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
