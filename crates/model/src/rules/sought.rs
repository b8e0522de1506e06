//! The person sought, and what rules of extradition and of provisional arrest both read of a request.

use serde_json::Value;

use super::Case;
use super::content::{Answer, Node, is_wildcard, words};
use super::lexicon::tells;

/// Words that a description has at least; a label has fewer.
pub(super) const DESCRIPTION_WORDS_MIN: usize = 3;

/// The person sought: the first who is accused, convicted, suspected or the subject of inquiries.
pub(super) struct Sought<'a> {
    /// Place among the persons.
    pub(super) index: usize,
    /// The person.
    pub(super) person: Node<'a>,
}

impl<'a> Sought<'a> {
    pub(super) fn of(case: &Case<'a>) -> Option<Self> {
        let roles = ["accused", "convicted", "suspect", "subject"];
        case.content
            .get("persons")
            .items()
            .find(|(_, person)| roles.contains(&person.get("role").code()))
            .map(|(index, person)| Self { index, person })
    }

    /// The pointer of one of the person's fields.
    pub(super) fn at(&self, name: &str) -> String {
        format!("/persons/{}/{name}", self.index)
    }

    /// Whether there is a name to look for.
    pub(super) fn is_named(&self) -> bool {
        // A surname may be a word that says nothing elsewhere: all names are read together.
        let told = |name: &str| match self.person.get(name).answer() {
            Answer::Given(Value::String(text)) => text.trim().to_owned(),
            _ => String::new(),
        };
        let [family, given, native] = ["family_name", "given_names", "native_name"].map(told);
        let all = format!("{family} {given} {native}");
        // "Known terrorist" is a label and no name.
        let labelled = given.is_empty() && !tells(&all, 1);
        let named = |name: &str| name.contains(char::is_alphanumeric);
        words(&all) > 0 && !labelled && (named(&family) || named(&native))
    }

    /// Whether there is a picture, a print or a description to know the person by.
    pub(super) fn is_described(&self, case: &Case<'_>) -> bool {
        !self.person.get("biometrics").codes().is_empty()
            || case.has_attachment("photograph")
            || case.has_attachment("fingerprints")
            || words(self.person.get("description").code()) >= DESCRIPTION_WORDS_MIN
    }

    /// Whether an identity document is named with its number.
    pub(super) fn has_document(&self) -> bool {
        let documents = self.person.get("documents").code();
        documents.chars().any(char::is_numeric)
    }
}

/// How far the case against the person has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    /// Sought for trial, or for a sentence not yet pronounced.
    Accused,
    /// Sought to serve a sentence.
    Sentenced,
    /// Sought to serve a sentence pronounced in absence.
    InAbsentia,
}

impl Status {
    /// As the request says; where it does not, as the person's role does.
    pub(super) fn of(case: &Case<'_>) -> Self {
        match case.content.at("sought/status").code() {
            "convicted" => Self::Sentenced,
            "convicted_in_absentia" => Self::InAbsentia,
            "accused" | "convicted_not_sentenced" => Self::Accused,
            _ => {
                let role = Sought::of(case).map_or("", |sought| sought.person.get("role").code());
                if role == "convicted" {
                    Self::Sentenced
                } else {
                    Self::Accused
                }
            }
        }
    }
}

/// A text that names something: neither blank nor unknown nor a wildcard.
pub(super) fn names_one(node: Node<'_>) -> bool {
    let text = node.code();
    words(text) > 0 && !is_wildcard(text)
}

/// Whether a day is lacking. A value that is no day is GEN-03's to say.
pub(super) fn lacks_day(node: Node<'_>) -> bool {
    !node.given()
}

/// Whether a plain yes is lacking. A value that is neither yes nor no is GEN-10's to say.
pub(super) fn lacks_yes(node: Node<'_>) -> bool {
    node.no() || !node.given()
}

/// The fields of the warrant or judgment that are lacking, in the order of the form.
pub(super) fn warrant_lacks(case: &Case<'_>, authority_too: bool) -> Vec<&'static str> {
    let warrant = case.content.get("warrant");
    let number = warrant.get("number");
    let mut lacking = Vec::new();
    if authority_too && !names_one(warrant.get("authority")) {
        lacking.push("authority");
    }
    // A State whose warrants bear no number says so.
    let unnumbered = number.answer() == super::content::Answer::NotApplicable;
    if !unnumbered && !names_one(number) {
        lacking.push("number");
    }
    if lacks_day(warrant.get("issued_on")) {
        lacking.push("issued_on");
    }
    if lacks_yes(warrant.get("in_force")) {
        lacking.push("in_force");
    }
    lacking
}
