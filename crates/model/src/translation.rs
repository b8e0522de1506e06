//! Translations of a request, passage by passage, beside the original and inside the content: what is free text is
//! translated, what is chosen from a closed list is not, since each reader is shown it in the own language.
//!
//! The content keeps two lists. `/languages/passages` has a line for each translated text: `lang`, `at` (where the original
//! stands), `text`, `of` (digest of the original when it was translated) and, once certified, `certified` (digest of place,
//! original and translation). `/languages/translations` has a line for each language, with the translator's certificate.
//! Hashing is the caller's: nothing is hashed in this room.

mod certificate;
mod readers;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::code::coded;
use crate::id::Digest;
use crate::limits;
use crate::refusal::Refusal;
use crate::request::check;
use crate::template::{FieldSpec, Kind, Template, leaf, path};

pub use certificate::{Certificate, Certify, certificates, certify, holds, judge};
pub use readers::{Readers, TranslationNeed};

/// The list of translated texts.
pub const PASSAGES: &str = "/languages/passages";
/// The list of translations with their certificates.
pub const CERTIFICATES: &str = "/languages/translations";

/// SHA-256 of bytes, lent by whoever calls.
pub type Hash = fn(&[u8]) -> Digest;

/// A free text of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// Where it stands (RFC 6901).
    pub at: String,
    /// What it says.
    pub text: String,
    /// Whether it is prose, which a translation cannot leave out; a line of a form (a title, an office) may stay.
    pub prose: bool,
}

coded! {
    /// Where the translation of one passage stands.
    pub enum PassageState {
        /// There is none.
        Missing = "missing",
        /// The original was changed since it was translated.
        Outdated = "outdated",
        /// Translated, and nobody has certified it.
        Translated = "translated",
        /// As it was certified.
        Certified = "certified",
        /// The original or the translation was changed since it was certified.
        Changed = "changed",
    }
}

/// A passage beside its translation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Beside {
    /// The original.
    #[serde(flatten)]
    pub passage: Passage,
    /// The translation.
    pub translation: Option<String>,
    /// Where it stands.
    pub state: PassageState,
}

/// The first part of a language tag, in small letters: `pt` of `pt-BR`.
#[must_use]
pub fn primary(tag: &str) -> String {
    let first = tag.split(['-', '_']).next().unwrap_or_default();
    first.trim().to_ascii_lowercase()
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn list<'a>(content: &'a Value, pointer: &str) -> impl Iterator<Item = &'a Value> {
    let list = content.pointer(pointer).and_then(Value::as_array);
    list.into_iter()
        .flatten()
        .take(limits::TRANSLATED_PASSAGES_MAX)
}

/// A line that is words, and not a number, a reference or a single name.
fn is_words(text: &str) -> bool {
    let word = |part: &str| part.chars().filter(|c| c.is_alphabetic()).count() > 1;
    let plain = !text.chars().any(|c| c.is_ascii_digit());
    // Scripts without spaces say in a few letters what others say in words.
    let dense = text
        .chars()
        .filter(|c| ('\u{3040}'..='\u{9fff}').contains(c));
    let words = text.split_whitespace().filter(|part| word(part)).count();
    dense.count() > 2 || words > 2 || (plain && words > 1)
}

/// Where a field of the section stands in the content: once, or once for each entry of its list.
fn places(content: &Value, list: Option<&str>, field: &FieldSpec) -> Vec<String> {
    match list {
        None => vec![field.pattern.clone()],
        Some(list) => (0..path::entries(content, list))
            .map(|index| path::concrete(&field.pattern, index))
            .collect(),
    }
}

/// The free texts of a content, in the order of its form: what a translation into `lang` is made of. A text that says it
/// is in that language already is none of them.
#[must_use]
pub fn passages(template: &Template, content: &Value, lang: &str) -> Vec<Passage> {
    let mut all = Vec::new();
    for section in &template.sections {
        let entries = section.list.as_ref().map(|list| list.pointer.as_str());
        if matches!(entries, Some(PASSAGES | CERTIFICATES)) {
            continue;
        }
        let free = |kind| matches!(kind, Kind::Text | Kind::Longtext | Kind::Ltext);
        for field in section.fields.iter().filter(|f| free(f.kind) && !f.desk) {
            for at in places(content, entries, field) {
                let passage = content.pointer(&at).and_then(|v| free_text(v, lang));
                let Some(text) = passage else { continue };
                let prose = field.kind != Kind::Text;
                if prose || is_words(text) {
                    let text = text.to_owned();
                    all.push(Passage { at, text, prose });
                }
            }
        }
    }
    all.truncate(limits::TRANSLATED_PASSAGES_MAX);
    all
}

/// The text of a value that somebody wrote, unless it is in `lang` already.
fn free_text<'a>(value: &'a Value, lang: &str) -> Option<&'a str> {
    if leaf::withheld(value).is_some() {
        return None;
    }
    let (said, own) = match value {
        Value::String(said) => (said.as_str(), ""),
        Value::Object(_) => (text(value, "text"), text(value, "lang")),
        _ => return None,
    };
    let open = matches!(said, "unknown" | "not_applicable");
    let there = !own.is_empty() && primary(own) == primary(lang);
    (!open && !there && !said.trim().is_empty()).then_some(said)
}

/// The bytes of a list of texts, the same everywhere: as RFC 8785 writes it.
fn bytes(texts: &[&str]) -> Vec<u8> {
    serde_json::to_vec(texts).unwrap_or_default()
}

fn seal_of(at: &str, original: &str, translation: &str, hash: Hash) -> String {
    hash(&bytes(&[at, original, translation])).to_string()
}

/// The stored line of a passage.
fn line<'a>(content: &'a Value, lang: &str, at: &str) -> Option<&'a Value> {
    list(content, PASSAGES)
        .find(|line| text(line, "at") == at && primary(text(line, "lang")) == primary(lang))
}

/// Every passage beside its translation into `lang`.
#[must_use]
pub fn beside(template: &Template, content: &Value, lang: &str, hash: Hash) -> Vec<Beside> {
    let state = |passage: &Passage, line: &Value| {
        let (translation, sealed) = (text(line, "text"), text(line, "certified"));
        if translation.trim().is_empty() {
            PassageState::Missing
        } else if !sealed.is_empty() {
            let now = seal_of(&passage.at, &passage.text, translation, hash);
            if sealed == now {
                PassageState::Certified
            } else {
                PassageState::Changed
            }
        } else if text(line, "of") == hash(passage.text.as_bytes()).to_string() {
            PassageState::Translated
        } else {
            PassageState::Outdated
        }
    };
    let one = |passage: Passage| {
        let line = line(content, lang, &passage.at);
        let translation = line.map(|line| text(line, "text").to_owned());
        Beside {
            state: line.map_or(PassageState::Missing, |line| state(&passage, line)),
            translation: translation.filter(|text| !text.trim().is_empty()),
            passage,
        }
    };
    let all = passages(template, content, lang);
    all.into_iter().map(one).collect()
}

/// The languages into which passages were translated or a translation is named, each once.
#[must_use]
pub fn languages(content: &Value) -> BTreeSet<String> {
    list(content, PASSAGES)
        .chain(list(content, CERTIFICATES))
        .map(|line| primary(text(line, "lang")))
        .filter(|lang| !lang.is_empty())
        .collect()
}

/// The content with its passages in `lang` in place of the originals: what a paper in that language prints.
#[must_use]
pub fn in_language(content: &Value, lang: &str) -> Value {
    let mut out = content.clone();
    for line in list(content, PASSAGES).filter(|line| primary(text(line, "lang")) == lang) {
        let (at, said) = (text(line, "at"), text(line, "text"));
        if said.trim().is_empty() || at.starts_with("/languages") {
            continue;
        }
        match out.pointer_mut(at) {
            Some(Value::String(place)) => *place = said.to_owned(),
            Some(place @ Value::Object(_)) if place.get("text").is_some() => {
                *place = json!({"text": said, "lang": lang});
            }
            _ => {}
        }
    }
    out
}

/// New texts for a translation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translate {
    /// Into which language (ISO 639).
    pub lang: String,
    /// Place to text; an empty text takes the translation away.
    pub texts: BTreeMap<String, String>,
    /// Place to new original, where that is written on the same page.
    #[serde(default)]
    pub originals: BTreeMap<String, String>,
    /// Places whose translation still holds although the original was changed.
    #[serde(default)]
    pub still: BTreeSet<String>,
}

/// The content with new translations in it. What was certified and is changed keeps its seal, so that the change shows.
///
/// # Errors
/// `LANGUAGE` for a tag that is none or the original's own; `POINTER` for a place where no free text stands; `TOO-LONG`,
/// `TOO-MANY`, `CONTROL-CHARACTER`.
pub fn translate(
    (template, content): (&Template, &Value),
    act: &Translate,
    hash: Hash,
) -> Result<Value, Refusal> {
    let lang = language(content, &act.lang)?;
    let content = &with_originals((template, content), &act.originals, &lang)?;
    let now: BTreeMap<String, String> = passages(template, content, &lang)
        .into_iter()
        .map(|passage| (passage.at, passage.text))
        .collect();
    let mut lines: Vec<Value> = Vec::new();
    let mut new = act.texts.clone();
    for line in list(content, PASSAGES) {
        if primary(text(line, "lang")) != lang {
            lines.push(line.clone());
            continue;
        }
        let at = text(line, "at");
        // A translation of what stands there no longer goes with it.
        let Some(original) = now.get(at) else {
            continue;
        };
        let said = new
            .remove(at)
            .unwrap_or_else(|| text(line, "text").to_owned());
        let same = said == text(line, "text") && !act.still.contains(at);
        let mut line = line.clone();
        if !same && let Some(line) = line.as_object_mut() {
            line.insert("text".to_owned(), said.clone().into());
            let of = hash(original.as_bytes()).to_string();
            line.insert("of".to_owned(), of.into());
        }
        if !said.trim().is_empty() {
            lines.push(line);
        }
    }
    for (at, said) in new {
        let original = now.get(&at).ok_or(Refusal::new("POINTER").at(at.clone()))?;
        if !said.trim().is_empty() {
            let of = hash(original.as_bytes()).to_string();
            lines.push(json!({"lang": lang, "at": at, "text": said, "of": of}));
        }
    }
    if lines.len() > limits::TRANSLATED_PASSAGES_MAX {
        let max = limits::TRANSLATED_PASSAGES_MAX;
        return Err(Refusal::new("TOO-MANY").at(PASSAGES).with("max", max));
    }
    let mut out = content.clone();
    // A translation that is there is named, certified or not: the rules ask for both.
    let named = list(content, CERTIFICATES).any(|line| primary(text(line, "lang")) == lang);
    let there = lines.iter().any(|line| primary(text(line, "lang")) == lang);
    if there && !named {
        let mut all: Vec<Value> = list(content, CERTIFICATES).cloned().collect();
        all.push(json!({"lang": lang, "certified": "no"}));
        put(&mut out, CERTIFICATES, Value::Array(all))?;
    }
    put(&mut out, PASSAGES, Value::Array(lines))?;
    check::content(&out)?;
    Ok(out)
}

/// The content with new originals, each where a free text stands already.
fn with_originals(
    (template, content): (&Template, &Value),
    originals: &BTreeMap<String, String>,
    lang: &str,
) -> Result<Value, Refusal> {
    let mut out = content.clone();
    let known = passages(template, content, lang);
    for (at, said) in originals {
        if !known.iter().any(|passage| passage.at == *at) {
            return Err(Refusal::new("POINTER").at(at.clone()));
        }
        let text = format!("{at}/text");
        let tagged = content.pointer(&text).is_some();
        let at = if tagged { text.as_str() } else { at.as_str() };
        put(&mut out, at, said.clone().into())?;
    }
    Ok(out)
}

fn put(content: &mut Value, pointer: &str, value: Value) -> Result<(), Refusal> {
    let pointer = pointer.to_owned();
    check::set(content, &crate::request::Change { pointer, value })
}

/// The language of a translation, as its first part; never the original's own.
fn language(content: &Value, tag: &str) -> Result<String, Refusal> {
    let lang = primary(tag);
    let known = matches!(lang.len(), 2 | 3) && lang.bytes().all(|b| b.is_ascii_lowercase());
    let original = content.pointer("/languages/original");
    let original = original.and_then(Value::as_str).map(primary);
    if !known || original.as_deref() == Some(lang.as_str()) {
        return Err(Refusal::new("LANGUAGE").at("lang").with("lang", tag));
    }
    Ok(lang)
}
