//! By which words a request is found, and what is asked when somebody searches.
//!
//! Every text of a request is searched, whatever its kind: numbers, references, title, names of persons, names of evidence, content,
//! messages, both States. A text is folded (case, marks, width; leading zeros; the Arabic article), Chinese is cut into pairs of
//! signs. Names, numbers and titles are also found by how they begin; names also by the consonants that survive another script.
//! What may be seen is not decided here: a search is one more condition of the reader's own question.

mod named;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use model::basis::Awaiting;
use model::limits;
use model::request::{Request, Side};
use model::rules::PendingMatter;
use model::statistics::Facts;
use screen::names::{self, Class, Script};
use serde_json::Value;
use store::Record;
use store::desk::Beside;

use crate::error::{Error, Result};
use crate::office::Office;
use crate::requests::request_of;
use crate::screening::kept;

pub(crate) use named::{Named, Thing, persons, things};

/// Which reading of a request made its words and figures. It grows when they are made otherwise; a worker then makes them anew.
pub(crate) const READING: i64 = 3;

/// A beginning of a word is found from so many letters on, and up to so many.
const BEGINS_MIN: usize = 3;
const BEGINS_MAX: usize = 8;
/// Letters of one word.
const WORD_CHARS_MAX: usize = 64;
/// Consonants by which a name is found in another script, at least.
const SKELETON_MIN: usize = 2;
/// Requests made anew in one go.
const AT_ONCE: u32 = 64;
/// Words shown around one that was found, on each side.
const AROUND: usize = 7;
/// Places shown of one request.
const PLACES_SHOWN: usize = 2;

/// Where in a request a word was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A number or reference.
    Number,
    /// The title.
    Title,
    /// A person's or body's name.
    Name,
    /// The name of a piece of evidence.
    Evidence,
    /// Another field of the request.
    Content,
    /// What was written about it since.
    Message,
}

impl Place {
    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Title => "title",
            Self::Name => "name",
            Self::Evidence => "evidence",
            Self::Content => "content",
            Self::Message => "message",
        }
    }

    /// Whether its words are also found by how they begin.
    const fn begins(self) -> bool {
        matches!(
            self,
            Self::Number | Self::Title | Self::Name | Self::Evidence
        )
    }
}

/// What somebody searches: every word must be found, each in one of its forms.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Query {
    words: Vec<String>,
    /// The forms of each word, as the store takes them.
    pub(crate) forms: Vec<Vec<String>>,
}

impl Query {
    /// Reads what was typed. `states` gives the codes of the States that a word names.
    pub(crate) fn read(text: &str, states: impl Fn(&str) -> Vec<String>) -> Query {
        let text: String = text.chars().take(limits::SEARCH_CHARS_MAX).collect();
        let mut words = words(&text);
        words.truncate(limits::SEARCH_WORDS_MAX);
        let forms = words
            .iter()
            .map(|word| {
                let mut forms = vec![word.clone()];
                let letters = word.chars().count();
                if (BEGINS_MIN..=BEGINS_MAX).contains(&letters) {
                    forms.push(format!("{word}*"));
                }
                forms.extend(abroad(word).map(|(own, bones)| bones_of(!own, &bones)));
                forms.extend(states(word).iter().map(|code| state_word(code)));
                forms
            })
            .collect();
        Query { words, forms }
    }

    /// Nothing was asked.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Where the words stand in a request, with what stands around them.
    pub(crate) fn places(&self, request: &Request) -> Vec<(Place, String)> {
        let mut found: Vec<(Place, String)> = Vec::new();
        for (place, text) in texts(request) {
            if found.len() >= PLACES_SHOWN {
                break;
            }
            if found.iter().any(|(p, _)| *p == place) {
                continue;
            }
            found.extend(self.around(place, &text).map(|around| (place, around)));
        }
        found
    }

    /// The words around the first of a text that is meant.
    fn around(&self, place: Place, text: &str) -> Option<String> {
        let raw: Vec<&str> = text.split_whitespace().collect();
        let meant = |written: &&str| {
            words(written).iter().any(|word| {
                self.words
                    .iter()
                    .any(|w| w == word || place.begins() && word.starts_with(w.as_str()))
            })
        };
        let at = raw.iter().position(meant)?;
        let from = at.saturating_sub(AROUND);
        let until = raw.len().min(at + AROUND + 1);
        let mut around = raw.get(from..until)?.join(" ");
        if from > 0 {
            around.insert_str(0, "… ");
        }
        if until < raw.len() {
            around.push_str(" …");
        }
        Some(around)
    }
}

/// What is kept beside a request: its words and what is counted of it.
pub(crate) fn beside(request: &Request) -> Beside {
    // What is closed is not counted either.
    let seen = request.clone().as_readable();
    let asks = Awaiting::of(&seen).map(|asks| asks.line());
    let lines = Facts::of(&seen).map(|facts| facts.line());
    Beside {
        words: kept(request),
        lines: lines.into_iter().chain(asks).collect(),
    }
}

/// The words of a request, those first that an officer would look for: both States, persons, what it is compared by, numbers,
/// titles and names, then every word with a digit in it, then the rest in order. The store keeps the first of them.
fn kept(request: &Request) -> Vec<String> {
    let pending = compared(request);
    // What is closed is not found by its words either.
    let request = &request.clone().as_readable();
    let mut first: Vec<String> = Vec::new();
    for code in [&request.from, &request.to] {
        first.push(state_word(code.as_str()));
    }
    first.extend(persons(request).iter().map(|person| person.word.clone()));
    first.extend(things(request).into_iter().map(|thing| thing.word));
    first.extend(pending);
    let (mut numbered, mut plain) = (Vec::new(), Vec::new());
    for (place, text) in texts(request) {
        for word in words(&text) {
            let kept = match place {
                _ if place.begins() => &mut first,
                _ if word.contains(|c: char| c.is_ascii_digit()) => &mut numbered,
                _ => &mut plain,
            };
            if place == Place::Name {
                kept.extend(abroad(&word).map(|(own, bones)| bones_of(own, &bones)));
            }
            if place.begins() {
                let letters: Vec<char> = word.chars().collect();
                kept.extend((BEGINS_MIN..=BEGINS_MAX.min(letters.len())).map(|n| {
                    let begins: String = letters.iter().take(n).collect();
                    format!("{begins}*")
                }));
            }
            kept.push(word);
        }
    }
    let mut seen = BTreeSet::new();
    first.extend(numbered.into_iter().chain(plain));
    first.retain(|word| seen.insert(word.clone()));
    first
}

/// The words of one short text of a record (a name, a number, a statement): as they stand, as they begin, and as they sound in
/// another script.
pub(crate) fn words_of(text: &str) -> Beside {
    let mut found = BTreeSet::new();
    for word in words(text) {
        found.extend(abroad(&word).map(|(own, bones)| bones_of(own, &bones)));
        let letters: Vec<char> = word.chars().collect();
        found.extend((BEGINS_MIN..=BEGINS_MAX.min(letters.len())).map(|n| {
            let begins: String = letters.iter().take(n).collect();
            format!("{begins}*")
        }));
        found.insert(word);
    }
    Beside {
        words: found.into_iter().collect(),
        lines: Vec::new(),
    }
}

/// By which words an open request of ours is found when another is compared with it: the State it goes to, and each name.
pub(crate) fn compared(request: &Request) -> Vec<String> {
    if request.side != Side::Outgoing {
        return Vec::new();
    }
    let matter = PendingMatter::of(&request.number, &request.to, &request.content);
    let names = matter.persons.iter();
    names
        .map(|name| format!("same:{}:{name}", matter.to))
        .collect()
}

/// Make anew what stands beside some requests that were written without it, or by another reading. Answers how many; none are left
/// where it is 0.
pub async fn catch_up(office: &Office) -> Result<usize> {
    let store = office.store();
    let ids = store.without_beside("request", READING, AT_ONCE).await?;
    let made = ids.len();
    for id in ids {
        let read = store.make_beside(id.clone(), READING, beside_record).await;
        let Err(error) = read.map_err(Error::from) else {
            continue;
        };
        // One that cannot be opened has no words; those after it have theirs.
        if !kept::of_one(&error) {
            return Err(error);
        }
        kept::passed_over(office, &id, &error);
        store.leave_beside(id, READING).await?;
    }
    Ok(made)
}

fn beside_record(record: &Record) -> Option<Beside> {
    request_of(record).ok().map(|request| beside(&request))
}

/// The codes of the States that a word names: by code, or by a word of a name of theirs in any language.
pub(crate) fn states_named(word: &str, states: &[(String, Vec<String>)]) -> Vec<String> {
    let named = |(code, names): &&(String, Vec<String>)| {
        code.to_lowercase() == word
            || names
                .iter()
                .any(|name| words(name).iter().any(|w| w == word))
    };
    let found = states.iter().filter(named);
    found.map(|(code, _)| code.clone()).collect()
}

/// The word by which a State's requests are found.
fn state_word(code: &str) -> String {
    format!("state:{code}")
}

/// A name's consonants, kept apart by whether it is written in Latin letters: each is found from the other side.
fn bones_of(latin: bool, bones: &str) -> String {
    let side = if latin { "latin" } else { "other" };
    format!("bones:{side}:{bones}")
}

/// Whether a word is in Latin letters, and its consonants, where it has enough of them.
fn abroad(word: &str) -> Option<(bool, String)> {
    let parts = names::parts(word);
    let [part] = parts.as_slice() else {
        return None;
    };
    let known = !matches!(part.script, Script::Common | Script::Other | Script::Han);
    let enough = part.skeleton.chars().count() >= SKELETON_MIN;
    (known && enough && part.class == Class::Ordinary)
        .then(|| (part.script == Script::Latin, part.skeleton.to_string()))
}

/// All texts of a request with where they stand, those first that say most.
fn texts(request: &Request) -> Vec<(Place, String)> {
    let mut found: Vec<(Place, String)> = Vec::new();
    let mut put = |place: Place, text: &str| found.push((place, text.to_owned()));
    put(Place::Number, &request.number);
    for reference in [&request.our_reference, &request.their_reference] {
        put(Place::Number, reference.as_deref().unwrap_or_default());
    }
    let mut put_all = |value: &Value| {
        leaves(value, "", &mut |path, text| put(place_of(path), text));
    };
    put_all(&request.content);
    for supplement in &request.supplements {
        for change in &supplement.changes {
            leaves(&change.value, &change.pointer, &mut |path, text| {
                put(place_of(path), text);
            });
        }
        put(
            Place::Message,
            supplement.note.as_deref().unwrap_or_default(),
        );
    }
    for item in &request.evidence {
        put(Place::Evidence, &item.title);
        put(Place::Evidence, &item.file_name);
        put(Place::Message, &item.origin.collected_by);
        put(Place::Message, &item.origin.place);
        put(Place::Message, &item.use_conditions);
    }
    for item in &request.asked {
        put(Place::Message, &item.text);
    }
    for event in &request.events {
        put(Place::Message, event.text.as_deref().unwrap_or_default());
    }
    for report in &request.reports {
        for text in [&report.what, &report.law, &report.executed_by] {
            put(Place::Message, text);
        }
    }
    for text in request.conditions.iter().chain(&request.certificate) {
        put(Place::Message, text);
    }
    found.retain(|(_, text)| !text.trim().is_empty());
    found.sort_by_key(|(place, _)| *place);
    found
}

/// Where a leaf of the content stands, by the name of its field.
fn place_of(path: &str) -> Place {
    let field = path
        .rsplit('/')
        .find(|step| !step.chars().all(|c| c.is_ascii_digit()))
        .unwrap_or_default();
    match field {
        "title" if path == "/title" => Place::Title,
        "number" | "reference" | "account" | "identifiers" | "documents" | "phone" | "email" => {
            Place::Number
        }
        "person" | "holder" | "aliases" | "transliteration" | "counsel" => Place::Name,
        field if field.ends_with("name") || field.ends_with("names") => Place::Name,
        // The value of a name in one language, and how it is written there.
        _ if path.contains("name/") || path.contains("names/") || path.contains("aliases/") => {
            Place::Name
        }
        _ => Place::Content,
    }
}

/// Every text of a value with its pointer. The content is bounded where it comes in.
fn leaves(value: &Value, path: &str, put: &mut dyn FnMut(&str, &str)) {
    match value {
        Value::String(text) => put(path, text),
        Value::Number(number) => put(path, &number.to_string()),
        Value::Array(items) => {
            for (n, item) in items.iter().enumerate() {
                leaves(item, &format!("{path}/{n}"), put);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                leaves(field, &format!("{path}/{name}"), put);
            }
        }
        Value::Null | Value::Bool(_) => {}
    }
}

/// The words of a text, folded.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for word in names::plain(text).split(' ') {
        let mut run = String::new();
        let mut signs: Vec<char> = Vec::new();
        for c in word.chars() {
            if is_sign(c) {
                end_run(&mut run, &mut found);
                signs.push(c);
            } else {
                end_signs(&mut signs, &mut found);
                run.push(c);
            }
        }
        end_run(&mut run, &mut found);
        end_signs(&mut signs, &mut found);
    }
    found
}

/// Whether it is a sign of a script without spaces between words: Han and kana.
fn is_sign(c: char) -> bool {
    matches!(u32::from(c), 0x3040..=0x30FF | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x323AF)
}

fn end_run(run: &mut String, found: &mut Vec<String>) {
    if run.is_empty() {
        return;
    }
    let word = std::mem::take(run);
    let word = if word.bytes().all(|b| b.is_ascii_digit()) {
        match word.trim_start_matches('0') {
            "" => "0".to_owned(),
            digits => digits.to_owned(),
        }
    } else {
        without_article(&word).to_owned()
    };
    found.push(word.chars().take(WORD_CHARS_MAX).collect());
}

/// An Arabic word without "al-" and "wa-al-", where enough of it is left.
fn without_article(word: &str) -> &str {
    ["وال", "ال"]
        .iter()
        .find_map(|article| word.strip_prefix(article))
        .filter(|rest| rest.chars().count() >= BEGINS_MIN)
        .unwrap_or(word)
}

/// Signs as pairs; one by itself as it is.
fn end_signs(signs: &mut Vec<char>, found: &mut Vec<String>) {
    let run = std::mem::take(signs);
    if run.len() == 1 {
        found.extend(run.iter().map(char::to_string));
    }
    found.extend(run.windows(2).map(|pair| pair.iter().collect::<String>()));
}
