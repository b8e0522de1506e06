//! Who is asked about, as a mark: the same person asked about in the same words has the same mark, and without this node's
//! key nobody can find out who it is by trying names.

use std::collections::BTreeSet;

use model::Digest;
use screen::entity::prop;
use screen::{Entity, Query};
use serde::{Deserialize, Serialize};

use crate::error::{Doing, Error, Result};
use crate::office::Office;

/// The mark of a subject.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Subject(Digest);

impl Subject {
    /// The subject that a caller names by a stable reference of its own (a file number, a key of its register).
    ///
    /// # Errors
    /// `SUBJECT` for an empty reference, or one longer than a question may be.
    pub fn named(office: &Office, reference: &str) -> Result<Self> {
        let reference = reference.trim();
        if reference.is_empty() || reference.len() > model::limits::SCREEN_QUESTION_BYTES_MAX {
            let what = "a subject's reference is a short text, the same each time";
            return Err(Error::input("SUBJECT", "subject", what));
        }
        let mark = office
            .store()
            .mark("comity/subject/reference", reference.as_bytes())?;
        Ok(Self(mark))
    }

    /// The subject of a question: its names, birth dates and nationalities, however they are spaced, ordered or capitalised;
    /// and the numbers of its documents. `None` where there is neither name nor number.
    ///
    /// # Errors
    /// If the cipher cannot be set up.
    pub fn of(office: &Office, query: &Query) -> Result<Option<Self>> {
        let text = plain(query);
        // A day and a nationality are many people's.
        let says_who = |what: &str| matches!(what, "names" | "documents");
        let who = text.iter().filter(|(what, _)| says_who(what));
        if who
            .clone()
            .all(|(_, values)| values.iter().all(String::is_empty))
        {
            return Ok(None);
        }
        let text = serde_json::json!(text).to_string();
        let mark = office
            .store()
            .mark("comity/subject/question", text.as_bytes())?;
        Ok(Some(Self(mark)))
    }

    /// The marks of somebody a program asks about under a reference of its own, the one that hits are kept under first. References
    /// are sometimes no more than a place in a call ("1", "q1"): a decision about a hit holds only where the reference and what
    /// was asked are both the same; a review that an officer makes by the reference alone holds too.
    ///
    /// # Errors
    /// As [`Subject::named`] and [`Subject::of`].
    pub fn referred(office: &Office, reference: &str, query: &Query) -> Result<Vec<Self>> {
        let named = Self::named(office, reference)?;
        let text = serde_json::json!([reference.trim(), plain(query)]).to_string();
        let both = office
            .store()
            .mark("comity/subject/referred", text.as_bytes())?;
        Ok(vec![Self(both), named])
    }

    /// As records name it: `subject:<mark>`.
    pub fn record(&self) -> String {
        format!("subject:{}", self.0)
    }
}

/// Numbers by which a subject is known.
const NUMBERS: &[&str] = &[
    prop::PASSPORT_NUMBER,
    prop::ID_NUMBER,
    "registrationNumber",
    "taxNumber",
    "innCode",
    "leiCode",
    "swiftBic",
    "mmsi",
    "imoNumber",
    "publicKey",
];

/// A text as its words, folded and in order.
fn words(text: &str) -> String {
    let lower = text.to_lowercase();
    let mut words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.sort_unstable();
    words.join(" ")
}

/// A document's number without what people write between its signs.
fn number(text: &str) -> String {
    let signs = text.chars().filter(|c| c.is_alphanumeric());
    signs.flat_map(char::to_uppercase).collect()
}

/// What of a question says who is meant.
fn plain(query: &Query) -> Vec<(&'static str, BTreeSet<String>)> {
    let values = |property: &str| query.values(property).iter();
    let names: BTreeSet<String> = query.names().iter().map(|name| words(name)).collect();
    let births = values(prop::BIRTH_DATE)
        .map(|text| text.trim().to_owned())
        .collect();
    let nations = values(prop::NATIONALITY)
        .map(|text| screen::country::code_or_text(text).to_lowercase())
        .collect();
    // With a name too: who comes with another number is another question.
    let documents = NUMBERS
        .iter()
        .flat_map(|property| values(property))
        .map(|text| number(text))
        .collect();
    vec![
        ("names", names),
        ("births", births),
        ("nations", nations),
        ("documents", documents),
    ]
}

/// SHA-256 of what a record says, wherever it was read: a changed record has another.
///
/// # Errors
/// If the record cannot be written as JSON.
pub fn content_digest(entity: &Entity) -> Result<Digest> {
    let value = serde_json::json!([entity.id, entity.schema, entity.caption, entity.properties]);
    let bytes = seal::canonical_json(&value).doing("write a record in its canonical form")?;
    Ok(seal::sha256(&bytes))
}
