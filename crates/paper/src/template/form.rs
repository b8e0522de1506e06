//! The form: the template's sections with the content's values, in one language, ready for a page, a paper or a prompt.

use jiff::civil::Date;
use model::Lang;
use model::basis::Catalogue;
use serde::Serialize;
use serde_json::Value;

use super::{FieldSpec, Form, Kind, SectionSpec, leaf, path};
use crate::words::{self, Arg};

/// Fields of this name hold the id of an instrument, which is told by its title.
const INSTRUMENT: &str = "/instrument";
/// Fields of this name hold the number of a port.
const PORT: &str = "/port";
/// Fields at the end of whose pattern this stands hold an amount.
const AMOUNTS: [&str; 2] = ["/amount", "/measures/*/value"];

/// One section of the form.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// Its id in the template.
    pub id: String,
    /// Its title.
    pub title: String,
    /// One sentence of help; may be empty.
    pub help: String,
    /// Its fields; empty where the section repeats.
    pub fields: Vec<Field>,
    /// Its repetition, e.g. one entry for each person.
    pub repeat: Option<Repeat>,
}

/// A section that repeats over a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Repeat {
    /// The list, and the value of the `_add` button.
    pub pointer: String,
    /// What there is.
    pub entries: Vec<Entry>,
    /// Text of the button that adds one; `None` when the list is full.
    pub add: Option<String>,
    /// Fewest entries that a finished content has.
    pub entries_min: usize,
}

/// One entry of a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entry {
    /// Its pointer, and the value of the `_remove` button.
    pub pointer: String,
    /// E.g. `Person 2: Okhuen Sera`.
    pub title: String,
    /// Text of the button that takes it away.
    pub remove: String,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// What stands in a field, as a kind of answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "is", content = "reason")]
pub enum Standing {
    /// Nothing.
    Empty,
    /// A value.
    Given,
    /// The author says that it is not known.
    Unknown,
    /// The author says that the question does not arise.
    NotApplicable,
    /// The author keeps it back, for this reason.
    Withheld(String),
}

/// One input.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Field {
    /// JSON Pointer of the value, and the name of the input.
    pub pointer: String,
    /// What it holds.
    pub kind: Kind,
    /// Its name.
    pub label: String,
    /// What to write, in a sentence.
    pub help: String,
    /// The article or rule that asks for it, in words.
    pub source: String,
    /// Whether a finished content needs it.
    pub required: bool,
    /// Shown, but never asked (set by the desk or the node).
    pub desk: bool,
    /// No longer asked for, because an answer elsewhere changed; shown because something stands in it.
    pub stale: bool,
    /// The value as an input shows it; lists joined by a comma and a space.
    pub value: String,
    /// The value as a reader wants it: codes and dates in words.
    pub said: String,
    /// What stands there.
    pub standing: Standing,
    /// The closed list, with what is chosen.
    pub options: Vec<Choice>,
    /// Most characters of a text.
    pub chars_max: usize,
    /// `ltr` for codes, dates and digests, `auto` for what people write.
    pub dir: &'static str,
}

/// One answer of a closed list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// The code that is stored.
    pub code: String,
    /// The word that is shown.
    pub label: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl Form<'_> {
    pub(super) fn fields(&self, content: &Value, lang: Lang) -> Vec<Section> {
        // A list that the desk keeps itself is no part of the form.
        let asked = |spec: &&SectionSpec| {
            spec.list.is_none() || !spec.fields.iter().all(|field| field.desk)
        };
        self.sections
            .iter()
            .filter(asked)
            .filter_map(|section| self.section(section, content, lang))
            .chain(self.beyond(content, lang))
            .collect()
    }

    pub(super) fn title(&self, lang: Lang) -> String {
        self.word(lang, &format!("{}-template", self.words()))
    }

    pub(super) fn code_word(&self, lang: Lang, list: &str, code: &str) -> String {
        let own = [self.words().as_str(), "common"]
            .into_iter()
            .find_map(|file| self.try_word(lang, &format!("{file}-code-{list}-{code}")));
        let word = match code {
            "yes" | "no" | "unknown" => {
                own.or_else(|| words::try_say(lang, &format!("word-{code}"), &[]))
            }
            "not_applicable" => words::try_say(lang, "word-not-applicable", &[]),
            // The kind of a request is called what its form is called.
            _ if list == "type" => Some(self.title(lang)),
            _ => own,
        };
        word.unwrap_or_else(|| code.to_owned())
    }

    fn section(&self, spec: &SectionSpec, content: &Value, lang: Lang) -> Option<Section> {
        let asked = spec.is_asked(content);
        let key = &spec.words;
        let mut section = Section {
            id: spec.id.clone(),
            title: self.word(lang, key),
            help: self
                .try_word(lang, &format!("{key}.help"))
                .unwrap_or_default(),
            fields: Vec::new(),
            repeat: None,
        };
        if let Some(list) = &spec.list {
            let count = path::entries(content, &list.pointer);
            let entries: Vec<Entry> = (0..count)
                .map(|index| self.entry(spec, content, index, lang))
                .collect();
            let full = count >= list.entries_max;
            section.repeat = Some(Repeat {
                pointer: list.pointer.clone(),
                entries,
                add: (!full).then(|| self.word(lang, &format!("{key}.add"))),
                entries_min: list.entries_min,
            });
            return (asked || count > 0).then_some(section);
        }
        for field in &spec.fields {
            section
                .fields
                .extend(self.field(field, content, None, lang));
        }
        let filled = section.fields.iter().any(|f| f.standing != Standing::Empty);
        (asked || filled).then_some(section)
    }

    fn entry(&self, spec: &SectionSpec, content: &Value, index: usize, lang: Lang) -> Entry {
        let key = &spec.words;
        let list = spec.list.as_ref().map_or("", |list| list.pointer.as_str());
        let fields: Vec<Field> = spec
            .fields
            .iter()
            .flat_map(|field| self.field(field, content, Some(index), lang))
            .collect();
        let mut title = self.numbered(lang, &format!("{key}.one"), index + 1);
        if let Some(name) = entry_name(&fields) {
            let parts = [("label", Arg::Text(&title)), ("value", Arg::Text(&name))];
            title = words::say(lang, "form-label-value", &parts);
        }
        Entry {
            pointer: format!("{list}/{index}"),
            title,
            remove: self.numbered(lang, &format!("{key}.remove"), index + 1),
            fields,
        }
    }

    fn field(
        &self,
        spec: &FieldSpec,
        content: &Value,
        index: Option<usize>,
        lang: Lang,
    ) -> Vec<Field> {
        let pointer = match index {
            Some(index) => path::concrete(&spec.pattern, index),
            None => spec.pattern.clone(),
        };
        let value = content.pointer(&pointer);
        let asked = spec.is_asked(content, index);
        let present = value.is_some_and(leaf::is_present);
        if !asked && !present {
            return Vec::new();
        }
        let key = &spec.words;
        let mut field = Field {
            kind: spec.kind,
            label: self.word(lang, key),
            help: self
                .try_word(lang, &format!("{key}.help"))
                .unwrap_or_default(),
            source: source_words(lang, &spec.source),
            required: spec.is_required(content, index),
            desk: spec.desk,
            stale: !asked,
            value: written(value),
            said: self.said(spec, value, lang),
            standing: standing(value),
            options: self.options(spec, value, lang),
            chars_max: spec.chars_max,
            dir: if spec.kind.is_technical() {
                "ltr"
            } else {
                "auto"
            },
            pointer,
        };
        if spec.kind != Kind::Ltext || field.standing == Standing::Withheld(reason_of(value)) {
            return vec![field];
        }
        let language = self.language_of(&field, value, lang);
        field.pointer.push_str("/text");
        field.kind = Kind::Longtext;
        vec![field, language]
    }

    /// The second input of a text that carries its language.
    fn language_of(&self, text: &Field, value: Option<&Value>, lang: Lang) -> Field {
        let code = value
            .and_then(|value| value.get("lang"))
            .and_then(Value::as_str)
            .unwrap_or_default();
        Field {
            pointer: format!("{}/lang", text.pointer),
            kind: Kind::Language,
            label: words::say(
                lang,
                "form-language-of",
                &[("field", Arg::Text(&text.label))],
            ),
            help: words::word(lang, "form-language-of.help"),
            required: false,
            value: code.to_owned(),
            said: language_word(lang, code),
            standing: if code.is_empty() {
                Standing::Empty
            } else {
                Standing::Given
            },
            options: Vec::new(),
            dir: "ltr",
            ..text.clone()
        }
    }

    fn options(&self, spec: &FieldSpec, value: Option<&Value>, lang: Lang) -> Vec<Choice> {
        let list = spec.codes.as_deref().unwrap_or_default();
        let mut codes: Vec<&str> = match spec.kind {
            Kind::Code | Kind::Codes => self.codes_of(spec).iter().map(String::as_str).collect(),
            Kind::YesNo => vec!["yes", "no"],
            _ => return Vec::new(),
        };
        if spec.open && spec.kind != Kind::Codes {
            codes.extend(["unknown", "not_applicable"]);
        }
        codes
            .into_iter()
            .map(|code| Choice {
                code: code.to_owned(),
                label: self.code_word(lang, list, code),
                chosen: is_chosen(value, code),
            })
            .collect()
    }

    /// The value in words, for papers and for checking the answers.
    fn said(&self, spec: &FieldSpec, value: Option<&Value>, lang: Lang) -> String {
        let Some(value) = value else {
            return String::new();
        };
        if let Some(reason) = leaf::withheld(value) {
            return words::say(lang, "form-withheld", &[("reason", Arg::Text(reason))]);
        }
        if spec.pattern.ends_with(INSTRUMENT)
            && let Some(known) = value.as_str().and_then(|id| Catalogue::built_in().get(id))
        {
            let title = words::instrument(lang, &known.id, &known.title);
            return title;
        }
        let list = spec.codes.as_deref().unwrap_or_default();
        let one = |text: &str| match (text, spec.kind) {
            ("", _) => String::new(),
            ("unknown" | "not_applicable", _) | (_, Kind::Code | Kind::Codes | Kind::YesNo) => {
                self.code_word(lang, list, text)
            }
            (_, Kind::Date | Kind::PartialDate) => date_words(lang, text),
            (_, Kind::Moment) => moment_words(lang, text),
            (_, Kind::Language | Kind::Languages) => language_word(lang, text),
            (_, Kind::Text) if AMOUNTS.iter().any(|end| spec.pattern.ends_with(end)) => text
                .parse::<i64>()
                .map_or_else(|_| text.to_owned(), |n| words::number(lang, n)),
            _ => text.to_owned(),
        };
        match value {
            Value::String(text) => one(text),
            Value::Bool(true) => one("yes"),
            Value::Bool(false) => one("no"),
            Value::Array(items) => items
                .iter()
                .filter_map(Value::as_str)
                .map(one)
                .collect::<Vec<_>>()
                .join(&words::word(
                    lang,
                    match spec.kind {
                        // Words of a closed list may hold commas of their own.
                        Kind::Codes => "form-codes-separator",
                        _ => "form-list-separator",
                    },
                )),
            // A port is a name and no quantity.
            Value::Number(number) if spec.pattern.ends_with(PORT) => number.to_string(),
            Value::Number(number) => number
                .as_i64()
                .map_or_else(|| number.to_string(), |n| words::number(lang, n)),
            Value::Object(map) => map
                .get("text")
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned(),
            Value::Null => String::new(),
        }
    }
}

fn reason_of(value: Option<&Value>) -> String {
    value
        .and_then(leaf::withheld)
        .unwrap_or_default()
        .to_owned()
}

fn standing(value: Option<&Value>) -> Standing {
    let Some(value) = value.filter(|value| leaf::is_present(value)) else {
        return Standing::Empty;
    };
    if let Some(reason) = leaf::withheld(value) {
        return Standing::Withheld(reason.to_owned());
    }
    match value.as_str() {
        Some("unknown") => Standing::Unknown,
        Some("not_applicable") => Standing::NotApplicable,
        _ => Standing::Given,
    }
}

fn written(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Bool(true)) => "yes".to_owned(),
        Some(Value::Bool(false)) => "no".to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Array(items)) => items
            .iter()
            .filter_map(Value::as_str)
            .collect::<Vec<_>>()
            .join(", "),
        Some(Value::Object(map)) => map
            .get("text")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned(),
    }
}

fn is_chosen(value: Option<&Value>, code: &str) -> bool {
    match value {
        Some(Value::String(text)) => text == code,
        Some(Value::Bool(yes)) => code == if *yes { "yes" } else { "no" },
        Some(Value::Array(items)) => items.iter().any(|item| item.as_str() == Some(code)),
        _ => false,
    }
}

/// The words by which a reader tells one entry from the next: the first names or titles in it.
fn entry_name(fields: &[Field]) -> Option<String> {
    let told = |field: &&Field| {
        matches!(field.kind, Kind::Name | Kind::Text | Kind::Code)
            && field.standing == Standing::Given
    };
    let ends = |tail: &'static str| {
        fields
            .iter()
            .filter(told)
            .find(move |field| field.pointer.ends_with(tail))
            .map(|field| field.said.clone())
    };
    if let Some(family) = ends("/family_name") {
        let given = ends("/given_names").map_or_else(String::new, |given| format!(", {given}"));
        return Some(format!("{family}{given}"));
    }
    ["/title", "/name", "/instrument", "/kind"]
        .into_iter()
        .find_map(ends)
}

fn date_words(lang: Lang, text: &str) -> String {
    if let Ok(date) = text.parse::<Date>() {
        return words::date(lang, date);
    }
    match format!("{text}-01").parse::<Date>() {
        Ok(first) => words::month_and_year(lang, first),
        Err(_) => text.to_owned(),
    }
}

/// A moment: its day in words, its time as it is written, its offset as every paper writes one.
fn moment_words(lang: Lang, text: &str) -> String {
    let Some((day, time)) = text.split_once('T') else {
        return text.to_owned();
    };
    let zone_at = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
    let (clock, zone) = time.split_at(zone_at);
    let zone = match zone {
        "" => String::new(),
        "Z" | "z" | "+00:00" | "-00:00" => " (\u{2066}UTC\u{2069})".to_owned(),
        other => format!(" (\u{2066}UTC{}\u{2069})", other.replace('-', "\u{2212}")),
    };
    let comma = words::word(lang, "form-moment-separator");
    format!(
        "{}{comma}\u{2066}{clock}\u{2069}{zone}",
        date_words(lang, day)
    )
}

fn language_word(lang: Lang, code: &str) -> String {
    words::try_say(lang, &format!("lang-{code}"), &[]).unwrap_or_else(|| code.to_owned())
}

/// The name of an instrument and its article in words: `UNTOC 18(15)(b)`. Unknown instruments stay as they are written.
#[must_use]
pub fn source_words(lang: Lang, source: &str) -> String {
    let (instrument, article) = source.split_once(' ').unwrap_or((source, ""));
    let key = format!("source-{}", instrument.to_lowercase());
    words::try_say(lang, &key, &[("article", Arg::Text(article))])
        .unwrap_or_else(|| source.to_owned())
}
