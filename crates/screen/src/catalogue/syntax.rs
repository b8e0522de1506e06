//! The language of text search, as clients of yente know it from Lucene's query string: words, "phrases", AND, OR, NOT, `+`, `-`,
//! brackets, `field:value`, `word~1`, `wor*`, `w?rd`, `[from TO to]`, `word^2`. Words beside one another must all be there.
//! In the simple form (a box typed into by people) nothing is an error. Every text ends in a bounded number of clauses.

use crate::limits::{SEARCH_CHARS_MAX, SEARCH_CLAUSES_MAX, SEARCH_DEPTH_MAX};

/// What is searched for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Sought {
    /// Every record.
    All,
    /// No record.
    Nothing,
    /// A value in a field.
    In {
        /// The field as written; `None` where none is.
        field: Option<String>,
        /// What must stand there.
        what: What,
    },
    /// All of these.
    Every(Vec<Sought>),
    /// At least one of these.
    Some(Vec<Sought>),
    /// Not this.
    Not(Box<Sought>),
    /// This, with more or less weight in the order of the answers.
    Weighed(Box<Sought>, f32),
}

/// What must stand in a field.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    /// Words, all of them.
    Words(String),
    /// Words one after the other.
    Phrase(String),
    /// A word with `*` for any letters and `?` for one.
    Pattern(String),
    /// A word or one that differs in a few letters; `None` leaves the number to the word's length.
    Near(String, Option<usize>),
    /// A value from and to, both ends included; `None` is open.
    Range(Option<String>, Option<String>),
    /// Anything at all.
    Anything,
}

/// Why a search cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SyntaxError {
    /// Longer than [`SEARCH_CHARS_MAX`].
    #[error("the search is longer than {SEARCH_CHARS_MAX} characters; ask for less at once")]
    TooLong,
    /// More words than [`SEARCH_CLAUSES_MAX`], or brackets deeper than [`SEARCH_DEPTH_MAX`].
    #[error(
        "the search has more than {SEARCH_CLAUSES_MAX} parts or more than {SEARCH_DEPTH_MAX} brackets in brackets; ask for less at once"
    )]
    TooMuch,
    /// A sign stands where it cannot.
    #[error(
        "the search cannot be read at character {at}: {what}; put a backslash before signs that belong to a word, or ask with simple=true"
    )]
    Sign {
        /// Counted from 1.
        at: usize,
        /// What is wrong there.
        what: &'static str,
    },
}

struct Parser {
    chars: Vec<char>,
    at: usize,
    clauses: usize,
    /// In the simple form nothing is an error.
    simple: bool,
    /// Whether `~` alone asks for near words.
    fuzzy: bool,
}

type Parsed = Result<Sought, SyntaxError>;

/// Read a search. `fuzzy`: whether `~` after a word without a number asks for near words.
pub(super) fn read(text: &str, simple: bool, fuzzy: bool) -> Parsed {
    if text.chars().count() > SEARCH_CHARS_MAX {
        return Err(SyntaxError::TooLong);
    }
    let mut parser = Parser {
        chars: text.chars().collect(),
        at: 0,
        clauses: 0,
        simple,
        fuzzy,
    };
    parser.blanks();
    if parser.peek().is_none() {
        return Ok(Sought::All);
    }
    let mut parts = Vec::new();
    loop {
        parts.push(parser.any_of(0)?);
        match parser.peek() {
            None => return Ok(every(parts)),
            // A bracket too many: the simple form leaves it out.
            Some(_) if simple => {
                parser.at += 1;
                parser.blanks();
                if parser.peek().is_none() {
                    return Ok(every(parts));
                }
            }
            Some(_) => return Err(parser.wrong("a bracket closes that was never opened")),
        }
    }
}

fn every(mut parts: Vec<Sought>) -> Sought {
    match parts.len() {
        0 => Sought::Nothing,
        1 => parts.pop().unwrap_or(Sought::Nothing),
        _ => Sought::Every(parts),
    }
}

impl Parser {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += 1;
        Some(c)
    }

    fn wrong(&self, what: &'static str) -> SyntaxError {
        SyntaxError::Sign {
            at: self.at + 1,
            what,
        }
    }

    fn blanks(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    /// Whether this word or sign comes next; takes it.
    fn takes(&mut self, text: &str) -> bool {
        let long = text.chars().count();
        let same = text
            .chars()
            .enumerate()
            .all(|(n, c)| self.chars.get(self.at + n) == Some(&c));
        let word = text.chars().all(char::is_alphabetic);
        let ends = self
            .chars
            .get(self.at + long)
            .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | ')'));
        let took = same && (!word || ends);
        if took {
            self.at += long;
        }
        took
    }

    fn or(&mut self) -> bool {
        self.blanks();
        match self.simple {
            true => self.takes("|"),
            false => self.takes("OR") || self.takes("||"),
        }
    }

    fn and(&mut self) -> bool {
        self.blanks();
        match self.simple {
            true => self.takes("+"),
            false => self.takes("AND") || self.takes("&&"),
        }
    }

    fn not(&mut self) -> bool {
        self.blanks();
        let not = !self.simple && (self.takes("NOT") || self.takes("!"));
        // A stroke inside a word never comes here: words are taken whole.
        not || self.takes("-")
    }

    fn any_of(&mut self, depth: usize) -> Parsed {
        let mut parts = vec![self.all_of(depth)?];
        while self.or() {
            parts.push(self.all_of(depth)?);
        }
        Ok(match parts.len() {
            1 => every(parts),
            _ => Sought::Some(parts),
        })
    }

    fn all_of(&mut self, depth: usize) -> Parsed {
        let mut parts = Vec::new();
        loop {
            if self.and() && parts.is_empty() && !self.simple {
                return Err(self.wrong("AND stands before anything it could join"));
            }
            self.blanks();
            match self.peek() {
                None | Some(')') => break,
                Some('|') if self.simple => break,
                Some(_) => {}
            }
            let here = self.at;
            if !self.simple && (self.takes("OR") || self.takes("||")) {
                self.at = here;
                break;
            }
            let not = self.not();
            if !not && !self.simple {
                self.takes("+");
            }
            let part = self.part(depth)?;
            parts.push(if not {
                Sought::Not(Box::new(part))
            } else {
                part
            });
        }
        if parts.is_empty() && !self.simple {
            return Err(self.wrong("something to search for is missing"));
        }
        Ok(every(parts))
    }

    fn part(&mut self, depth: usize) -> Parsed {
        self.clauses += 1;
        if depth > SEARCH_DEPTH_MAX || self.clauses > SEARCH_CLAUSES_MAX {
            return Err(SyntaxError::TooMuch);
        }
        self.blanks();
        let part = if self.takes("(") {
            let inner = self.any_of(depth + 1)?;
            self.closed()?;
            inner
        } else {
            let field = if self.simple { None } else { self.field() };
            match (field, self.peek()) {
                (Some(field), Some('(')) => {
                    self.at += 1;
                    let inner = self.any_of(depth + 1)?;
                    self.closed()?;
                    within(inner, &field)
                }
                (field, _) => self.value(field)?,
            }
        };
        self.weighed(part)
    }

    fn closed(&mut self) -> Result<(), SyntaxError> {
        self.blanks();
        if self.takes(")") || self.simple {
            return Ok(());
        }
        Err(self.wrong("a bracket is never closed"))
    }

    /// `name:` before a value.
    fn field(&mut self) -> Option<String> {
        let rest = self.chars.get(self.at..).unwrap_or(&[]);
        let long = rest
            .iter()
            .take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '.'))
            .count();
        (long > 0 && rest.get(long) == Some(&':')).then(|| {
            let name = rest.iter().take(long).collect();
            self.at += long + 1;
            name
        })
    }

    fn value(&mut self, field: Option<String>) -> Parsed {
        let what = match self.peek() {
            Some('"') => self.phrase()?,
            Some('[' | '{') if !self.simple => self.range()?,
            Some('/') if !self.simple => {
                return Err(self.wrong("patterns between strokes are not answered here"));
            }
            _ => self.word()?,
        };
        if let (Some("_exists_"), What::Words(name)) = (field.as_deref(), &what) {
            return Ok(Sought::In {
                field: Some(name.clone()),
                what: What::Anything,
            });
        }
        let everything = matches!(&what, What::Pattern(text) if text == "*");
        Ok(match (field.as_deref(), everything) {
            (None | Some("*"), true) => Sought::All,
            (_, true) => Sought::In {
                field,
                what: What::Anything,
            },
            (_, false) => Sought::In { field, what },
        })
    }

    fn phrase(&mut self) -> Result<What, SyntaxError> {
        self.at += 1;
        let mut text = String::new();
        loop {
            match self.next() {
                Some('"') => break,
                Some('\\') => text.extend(self.next()),
                Some(c) => text.push(c),
                None if self.simple => break,
                None => return Err(self.wrong("a quotation mark is never closed")),
            }
        }
        // How far the words of a phrase may stand apart is read and not weighed.
        if self.peek() == Some('~') {
            self.at += 1;
            self.number();
        }
        Ok(What::Phrase(text))
    }

    fn range(&mut self) -> Result<What, SyntaxError> {
        self.at += 1;
        let mut inside = String::new();
        loop {
            match self.next() {
                Some(']' | '}') => break,
                Some(c) => inside.push(c),
                None => return Err(self.wrong("a range is never closed")),
            }
        }
        let Some((low, high)) = inside.split_once(" TO ") else {
            return Err(self.wrong("a range is written [from TO to]"));
        };
        let end = |text: &str| match text.trim().trim_matches('"') {
            "*" | "" => None,
            text => Some(text.to_owned()),
        };
        Ok(What::Range(end(low), end(high)))
    }

    fn word(&mut self) -> Result<What, SyntaxError> {
        let (mut text, mut pattern) = (String::new(), false);
        while let Some(c) = self.peek() {
            match c {
                c if c.is_whitespace() => break,
                '\\' => {
                    self.at += 1;
                    text.extend(self.next());
                    continue;
                }
                '(' | ')' | '"' => break,
                '|' if self.simple => break,
                '~' | '^' if !text.is_empty() => break,
                '*' => pattern = true,
                '?' if !self.simple => pattern = true,
                ':' | '/' | '[' | ']' | '{' | '}' | '^' | '~' | '!' if !self.simple => {
                    return Err(self.wrong("this sign cannot stand in a word"));
                }
                _ => {}
            }
            text.push(c);
            self.at += 1;
        }
        if text.is_empty() && !self.simple {
            return Err(self.wrong("a word is missing"));
        }
        if self.peek() == Some('~') {
            self.at += 1;
            let number = self.number();
            let edits = match (number, self.fuzzy || self.simple) {
                (Some(n), _) => Some(if n >= 1.0 { n as usize } else { 2 }),
                (None, true) => None,
                (None, false) => Some(0),
            };
            return Ok(What::Near(text, edits.map(|n| n.min(2))));
        }
        Ok(match pattern {
            true => What::Pattern(text),
            false => What::Words(text),
        })
    }

    fn number(&mut self) -> Option<f32> {
        let from = self.at;
        while self.peek().is_some_and(|c| c.is_ascii_digit() || c == '.') {
            self.at += 1;
        }
        let text: String = self.chars.get(from..self.at)?.iter().collect();
        text.parse().ok()
    }

    fn weighed(&mut self, part: Sought) -> Parsed {
        if self.peek() != Some('^') {
            return Ok(part);
        }
        self.at += 1;
        match self.number() {
            Some(weight) => Ok(Sought::Weighed(Box::new(part), weight.clamp(0.0, 1000.0))),
            None if self.simple => Ok(part),
            None => Err(self.wrong("a number belongs behind ^")),
        }
    }
}

/// The same with `name` for every value that names no field.
fn within(sought: Sought, name: &str) -> Sought {
    let each = |parts: Vec<Sought>| parts.into_iter().map(|part| within(part, name)).collect();
    match sought {
        Sought::In { field: None, what } => Sought::In {
            field: Some(name.to_owned()),
            what,
        },
        Sought::All => Sought::In {
            field: Some(name.to_owned()),
            what: What::Anything,
        },
        Sought::Every(parts) => Sought::Every(each(parts)),
        Sought::Some(parts) => Sought::Some(each(parts)),
        Sought::Not(part) => Sought::Not(Box::new(within(*part, name))),
        Sought::Weighed(part, weight) => Sought::Weighed(Box::new(within(*part, name)), weight),
        other => other,
    }
}

#[cfg(test)]
mod tests;
