//! Templates in words: the form in one language, what a posted form says, and the published JSON Schema.
//!
//! What a template is stands in [`model::template`]; the methods of [`Wording`] are what only this room can add to it.

use std::ops::Deref;

use model::Lang;
use serde_json::Value;

mod beyond;
mod form;
mod input;
mod schema;

pub use form::{Choice, Entry, Field, Repeat, Section, Standing, source_words};
pub use model::template::*;

use crate::words::{self, Arg};

/// A template in words.
pub trait Wording {
    /// The form of `content` in `lang`. Sections and fields that are not asked appear only where something stands in
    /// them: what travels is never hidden from its author.
    #[must_use]
    fn fields(&self, content: &Value, lang: Lang) -> Vec<Section>;

    /// The title of this kind of request.
    #[must_use]
    fn title(&self, lang: Lang) -> String;

    /// The word of a code of the list `list`; the code itself where there is none.
    #[must_use]
    fn code_word(&self, lang: Lang, list: &str, code: &str) -> String;

    /// A word of the form by its key, as fields and sections name it; the key itself where there is none.
    #[must_use]
    fn word_of(&self, lang: Lang, key: &str) -> String;

    /// `base` with what the form says. Fields that were not posted stay as they were, so a page may show a part.
    #[must_use]
    fn posted(&self, pairs: &[(String, String)], base: &Value) -> Value;

    /// The content of a new request: every list of at least one entry has its first, everything else is open.
    #[must_use]
    fn blank(&self) -> Value;

    /// The JSON Schema (2020-12) of this template's content. `format: date` is meant as an assertion.
    #[must_use]
    fn json_schema(&self) -> Value;
}

/// A template as this room reads it.
struct Form<'a>(&'a Template);

impl Deref for Form<'_> {
    type Target = Template;

    fn deref(&self) -> &Template {
        self.0
    }
}

impl Form<'_> {
    /// What the keys of its own words begin with.
    fn words(&self) -> String {
        self.name.replace('.', "-")
    }

    /// A word of the form: the template's own where it brings one, in another language rather than none; else of the
    /// program's files.
    fn try_word(&self, lang: Lang, key: &str) -> Option<String> {
        let own = |lang: &Lang| self.0.words.get(lang).and_then(|words| words.get(key));
        own(&lang)
            .or_else(|| own(&Lang::En))
            .or_else(|| Lang::ALL.iter().find_map(own))
            .cloned()
            .or_else(|| words::try_say(lang, key, &[]))
    }

    fn word(&self, lang: Lang, key: &str) -> String {
        self.try_word(lang, key).unwrap_or_else(|| key.to_owned())
    }

    /// A word with the number of an entry in it.
    fn numbered(&self, lang: Lang, key: &str, number: usize) -> String {
        if self.0.words.is_empty() {
            return words::say(lang, key, &[("index", Arg::from(number))]);
        }
        match self.try_word(lang, key) {
            Some(own) if own.contains(INDEX) => own.replace(INDEX, &number.to_string()),
            _ => words::say(lang, key, &[("index", Arg::from(number))]),
        }
    }
}

/// The place of the number in an own template's words of a list, as Fluent writes it.
const INDEX: &str = "{ $index }";

impl Wording for Template {
    fn fields(&self, content: &Value, lang: Lang) -> Vec<Section> {
        Form(self).fields(content, lang)
    }

    fn title(&self, lang: Lang) -> String {
        Form(self).title(lang)
    }

    fn code_word(&self, lang: Lang, list: &str, code: &str) -> String {
        Form(self).code_word(lang, list, code)
    }

    fn word_of(&self, lang: Lang, key: &str) -> String {
        Form(self).word(lang, key)
    }

    fn posted(&self, pairs: &[(String, String)], base: &Value) -> Value {
        Form(self).posted(pairs, base)
    }

    fn blank(&self) -> Value {
        Form(self).blank()
    }

    fn json_schema(&self) -> Value {
        Form(self).json_schema()
    }
}

#[cfg(test)]
mod tests;
