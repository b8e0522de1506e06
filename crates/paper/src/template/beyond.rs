//! What a content says beyond its form: a State's own annex, or fields of a later version of the form. It is shown as it
//! came, each value with its place, so that nothing that travels is hidden and nothing is lost.

use model::Lang;
use serde_json::Value;

use super::{Field, Form, Kind, Section, Standing, path};
use crate::words;

/// Values shown.
const SHOWN_MAX: usize = 500;

impl Form<'_> {
    /// The section of what the form does not know; `None` where there is nothing of the kind.
    pub(super) fn beyond(&self, content: &Value, lang: Lang) -> Option<Section> {
        let mut leaves = Vec::new();
        self.strangers(content, "", &mut leaves);
        if leaves.is_empty() {
            return None;
        }
        Some(Section {
            id: "beyond".to_owned(),
            title: words::word(lang, "form-beyond"),
            help: words::word(lang, "form-beyond.help"),
            fields: leaves
                .into_iter()
                .map(|(pointer, said)| stranger(pointer, said, lang))
                .collect(),
            repeat: None,
        })
    }

    /// Every leaf that no field of the form holds, with its place.
    fn strangers(&self, value: &Value, at: &str, out: &mut Vec<(String, String)>) {
        if out.len() >= SHOWN_MAX || (!at.is_empty() && self.spec(at).is_some()) {
            return;
        }
        match value {
            Value::Object(map) => {
                for (name, inner) in map {
                    self.strangers(inner, &format!("{at}/{}", path::escaped(name)), out);
                }
            }
            Value::Array(items) => {
                for (index, inner) in items.iter().enumerate() {
                    self.strangers(inner, &format!("{at}/{index}"), out);
                }
            }
            Value::Null => {}
            Value::String(text) if text.trim().is_empty() => {}
            Value::String(text) => out.push((at.to_owned(), text.clone())),
            other => out.push((at.to_owned(), other.to_string())),
        }
    }
}

fn stranger(pointer: String, said: String, lang: Lang) -> Field {
    Field {
        kind: Kind::Longtext,
        label: pointer
            .split('/')
            .skip(1)
            .map(|part| part.replace("~1", "/").replace("~0", "~").replace('_', " "))
            .collect::<Vec<_>>()
            .join(" · "),
        help: String::new(),
        source: words::word(lang, "form-beyond.source"),
        required: false,
        desk: true,
        stale: true,
        value: said.clone(),
        said,
        standing: Standing::Given,
        options: Vec::new(),
        chars_max: 0,
        dir: "auto",
        pointer,
    }
}
