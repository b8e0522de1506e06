//! Parts of the pages that ask the lists: the answer in one word, what was asked beside what is listed, the rooms of a section.

use askama::Template;
use askama::filters::HtmlSafe;

/// One of four answers, in word, shape and colour.
#[derive(Clone, Debug, Template)]
#[template(path = "part/answer.html")]
pub struct Answer {
    /// "no-record", "check", "stop" or "cannot-say".
    pub class: String,
    /// The answer in a word.
    pub word: String,
    /// As of when.
    pub as_of: String,
    /// What it means.
    pub line: String,
}

impl HtmlSafe for Answer {}

/// Something that was asked beside something that is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met {
    /// As asked; empty where only the list has it.
    pub asked: String,
    /// As listed; empty where only the question has it.
    pub listed: String,
    /// In what way they met, or did not, already said.
    pub how: String,
}

/// What was asked and what is listed, part by part: first what speaks for it, then what speaks against it.
#[derive(Clone, Debug, Template)]
#[template(path = "part/beside.html")]
pub struct Beside {
    /// What the table is, for those who do not see it.
    pub name: String,
    /// Heads of the columns: asked, listed, in what way.
    pub heads: [String; 3],
    /// "Speaks for it" and "Speaks against it".
    pub titles: [String; 2],
    /// Where one of the two is empty.
    pub nothing: String,
    /// What speaks for it.
    pub speaks_for: Vec<Met>,
    /// What speaks against it.
    pub against: Vec<Met>,
}

impl HtmlSafe for Beside {}

/// One room of a section.
#[derive(Clone, Debug)]
pub struct Room {
    /// Where it leads.
    pub href: &'static str,
    /// Its word, already said.
    pub text: String,
    /// What waits there.
    pub count: Option<String>,
    /// Whether the reader is in it.
    pub here: bool,
}

/// The rooms of a section, below its tab; nothing where there is only one.
#[derive(Clone, Debug, Template)]
#[template(path = "part/rooms.html")]
pub struct Rooms {
    /// The section's name, for the landmark.
    pub name: String,
    /// Its rooms.
    pub rooms: Vec<Room>,
}

impl HtmlSafe for Rooms {}
