//! Whom and what a request names, as far as another request may name the same: persons, and what has a number or an address
//! of its own (accounts, vessels, vehicles, devices, documents, identifiers online).

use std::collections::BTreeSet;

use model::request::Request;
use screen::names::{self, Class};
use serde_json::Value;

use super::{SKELETON_MIN, leaves};

/// Where things stand that are told apart by a number or an address: the list, and the field of each entry.
const THINGS: &[(&str, &str)] = &[
    ("measures", "account"),
    ("assets", "identifier"),
    ("identifiers", "value"),
    ("entities", "registration_number"),
    ("persons", "documents"),
    ("property", "items"),
];
/// Signs of a word that tells a thing from every other: one with a figure in it.
const TELLING_MIN: usize = 6;

/// A thing named in a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Thing {
    /// The word under which all requests that name it are found.
    pub(crate) word: String,
    /// What the request says of it, as written.
    pub(crate) said: String,
}

/// The things of a request that another can name too: of each text, the words with a figure in them; of an address online,
/// the whole.
pub(crate) fn things(request: &Request) -> Vec<Thing> {
    let mut found: Vec<Thing> = Vec::new();
    for (list, field) in THINGS {
        let Some(list_of) = request.content.get(*list) else {
            continue;
        };
        let entries = list_of
            .as_array()
            .map_or(std::slice::from_ref(list_of), Vec::as_slice);
        for entry in entries {
            leaves(
                entry.get(*field).unwrap_or(&Value::Null),
                "",
                &mut |_, text| {
                    let words = match *list {
                        "identifiers" => vec![address(text)],
                        _ => telling(text),
                    };
                    for word in words.into_iter().filter(|word| !word.is_empty()) {
                        let word = format!("thing:{word}");
                        if found.iter().all(|thing| thing.word != word) {
                            let said = text.to_owned();
                            found.push(Thing { word, said });
                        }
                    }
                },
            );
        }
    }
    found
}

/// An address online, whose points tell it from another.
fn address(text: &str) -> String {
    let signs = text.trim().chars().filter(|c| !c.is_whitespace());
    signs.flat_map(char::to_lowercase).collect()
}

fn folded(text: &str) -> String {
    let signs = text.chars().filter(|c| c.is_alphanumeric());
    signs.flat_map(char::to_lowercase).collect()
}

/// The words of a text that are numbers of something: `4410-7782-09`, `BM-1180442`. A day is none.
fn telling(text: &str) -> Vec<String> {
    let days = |word: &str| word.parse::<jiff::civil::Date>().is_ok();
    let words = text.split([' ', ',', ';', '(', ')', '\n']);
    let words = words.filter(|word| word.contains(|c: char| c.is_ascii_digit()) && !days(word));
    let words = words.map(folded);
    words
        .filter(|word| word.chars().count() >= TELLING_MIN)
        .collect()
}

/// A person named in a request, as far as another request may name the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    /// The word under which all requests that name such a person are found.
    pub(crate) word: String,
    /// Position in the content's list of persons.
    pub(crate) index: usize,
    /// Date of birth as written, if any.
    pub(crate) born: Option<String>,
}

/// The persons of a request's list who have a family name and another.
pub(crate) fn persons(request: &Request) -> Vec<Named> {
    let list = request.content.get("persons").and_then(Value::as_array);
    let mut found = Vec::new();
    for (index, person) in list.into_iter().flatten().enumerate() {
        let mut bones = BTreeSet::new();
        for key in ["family_name", "given_names"] {
            let mut texts = Vec::new();
            leaves(person.get(key).unwrap_or(&Value::Null), "", &mut |_, t| {
                texts.push(t.to_owned());
            });
            // The first way in which it is written; the others stand for the same person.
            for part in names::parts(texts.first().map_or("", String::as_str)) {
                if part.class == Class::Ordinary {
                    let bones_of_it = match part.skeleton.is_empty() {
                        true => &part.text,
                        false => &part.skeleton,
                    };
                    bones.insert(bones_of_it.to_string());
                }
            }
        }
        if bones.len() >= SKELETON_MIN {
            let all: Vec<String> = bones.into_iter().collect();
            found.push(Named {
                word: format!("person:{}", all.join(" ")),
                index,
                born: person
                    .get("born_on")
                    .and_then(Value::as_str)
                    .filter(|born| born.starts_with(|c: char| c.is_ascii_digit()))
                    .map(ToOwned::to_owned),
            });
        }
    }
    found
}
