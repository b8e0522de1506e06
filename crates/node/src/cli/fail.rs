//! What a command answers when it does not do what was asked: an exit code and a text for the person who must act.
//!
//! 1 refused, or something does not hold; 2 the command line or a file cannot be used; 70 something of ours is broken.

use model::Lang;
use serde::{Deserialize, Serialize};

/// Refused, or something that was checked does not hold.
pub(crate) const REFUSED: u8 = 1;
/// The command line or a file cannot be used.
pub(crate) const INPUT: u8 = 2;
/// Something of ours is broken (sysexits' EX_SOFTWARE).
pub(crate) const BROKEN: u8 = 70;

/// Why a command ends with another code than 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Fail {
    /// The exit code.
    pub(crate) code: u8,
    /// What happened, where, what to do.
    pub(crate) text: String,
}

/// What a command did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Done {
    /// For standard output; ends with a line end unless empty.
    pub(crate) text: String,
    /// Bytes to be written to a file, where the command was asked for some.
    pub(crate) body: Vec<u8>,
    /// The exit code: [`REFUSED`] where what was checked does not hold.
    pub(crate) code: u8,
}

/// A command's result.
pub(crate) type Outcome = Result<Done, Fail>;

impl Done {
    /// Done, with something to say.
    pub(crate) fn said(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// The same, ending with 1 unless it holds.
    #[must_use]
    pub(crate) fn holding(mut self, holds: bool) -> Self {
        self.code = if holds { 0 } else { REFUSED };
        self
    }
}

impl Fail {
    /// Refused.
    pub(crate) fn refused(text: impl Into<String>) -> Self {
        Self {
            code: REFUSED,
            text: text.into(),
        }
    }

    /// Cannot be used.
    pub(crate) fn input(text: impl Into<String>) -> Self {
        Self {
            code: INPUT,
            text: text.into(),
        }
    }

    /// Broken.
    pub(crate) fn broken(text: impl Into<String>) -> Self {
        Self {
            code: BROKEN,
            text: text.into(),
        }
    }

    /// With a sentence behind it.
    #[must_use]
    pub(crate) fn and(mut self, more: &str) -> Self {
        self.text.push_str(". ");
        self.text.push_str(more);
        self
    }

    /// A file that could not be read or written.
    pub(crate) fn file(doing: &str, path: &std::path::Path, source: &std::io::Error) -> Self {
        Self::input(format!("{} could not be {doing}: {source}", path.display()))
    }
}

/// An error with its causes, in one line.
pub(crate) fn line(error: &dyn std::error::Error) -> String {
    let mut line = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let words = error.to_string();
        if !line.contains(&words) {
            line.push_str(": ");
            line.push_str(&words);
        }
        cause = error.source();
    }
    line
}

/// Text for a terminal: without the invisible marks that keep directions of writing apart on a page, and without
/// characters that would steer the terminal. What others wrote (a name on a card, on a list) passes through here.
pub(crate) fn plain(text: &str) -> String {
    let marks = |c: &char| !matches!(c, '\u{2066}'..='\u{2069}' | '\u{202a}'..='\u{202e}');
    text.chars()
        .filter(marks)
        .map(|c| {
            if c.is_control() && c != '\n' {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect()
}

impl From<office::Error> for Fail {
    fn from(error: office::Error) -> Self {
        use office::Error::{Busy, File, Input, Key, Refused, Store};
        match error {
            Refused(refusal) if refusal.code == "NOT-ALLOWED" => Self::refused(
                "The operator at the command line may not do this; an officer does it on the pages (NOT-ALLOWED)",
            ),
            Refused(refusal) => {
                let code = refusal.code;
                let words = web::Problem::from(refusal).text(Lang::En);
                Self::refused(format!("{} ({code})", plain(&words)))
            }
            Input { code, field, what } => {
                let text = format!("{field}: {} ({code})", plain(&what));
                if matches!(code, "LIST-SHRUNK" | "LIST-OLD") {
                    Self::refused(text)
                } else {
                    Self::input(text)
                }
            }
            Store(error) => error.into(),
            File { .. } => Self::input(line(&error)),
            Key(_) | Busy { .. } => Self::refused(error.to_string()),
            other => Self::broken(line(&other)),
        }
    }
}

impl From<store::Error> for Fail {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::Locked { .. } => Self::refused(line(&error)),
            store::Error::File { .. } => Self::input(line(&error)),
            other => Self::broken(line(&other)),
        }
    }
}

impl From<crate::Error> for Fail {
    fn from(error: crate::Error) -> Self {
        use crate::Error::{Config, File, Keys, Listen, Locked, Occupied, Office, Store};
        match error {
            Office(error) => error.into(),
            Store(error) => error.into(),
            Occupied { .. } => Self::refused(error.line()),
            Config { .. } | File { .. } | Keys { .. } | Listen { .. } | Locked { .. } => {
                Self::input(error.line())
            }
            other => Self::broken(other.line()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Refusal;

    #[test]
    fn each_kind_of_failure_has_its_code_and_words() {
        let input = |code| office::Error::Input {
            code,
            field: "file".to_owned(),
            what: "line 3: no".to_owned(),
        };
        for (error, code, words) in [
            (
                office::Error::Refused(Refusal::new("FINGERPRINT")),
                REFUSED,
                "(FINGERPRINT)",
            ),
            (
                office::Error::Refused(Refusal::new("NOT-ALLOWED")),
                REFUSED,
                "an officer does it",
            ),
            (input("LIST"), INPUT, "file: line 3: no (LIST)"),
            (input("LIST-SHRUNK"), REFUSED, "LIST-SHRUNK"),
            (
                office::Error::Store(store::Error::Broken),
                BROKEN,
                "free disk space",
            ),
            (
                office::Error::Store(store::Error::Locked {
                    place: "/n".to_owned(),
                }),
                REFUSED,
                "already writing to /n",
            ),
        ] {
            let fail = Fail::from(error);
            assert_eq!(fail.code, code, "{}", fail.text);
            assert!(fail.text.contains(words), "{}", fail.text);
        }
    }

    #[test]
    fn a_name_does_not_steer_the_terminal() {
        assert_eq!(plain("a\u{1b}[2J\u{202e}b\u{2068}c\n"), "a\u{fffd}[2Jbc\n");
    }
}
