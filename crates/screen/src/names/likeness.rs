//! In what way two parts of names meet.

use serde::{Deserialize, Serialize};

/// In what way two parts of names met, or did not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartKind {
    /// The same letters.
    Exact,
    /// Written a little differently.
    Spelling,
    /// Other vowels or doubled letters, the same consonants.
    Sound,
    /// The same in another script.
    Script,
    /// One is a short or familiar form of the other.
    Nickname,
    /// One is the first letter of the other.
    Initial,
    /// Written in one word here and in two there.
    Joined,
    /// Both have a part here that the other does not know: this speaks against.
    Differs,
    /// Only the query has it: the list leaves it out.
    OnlyAsked,
    /// Only the list has it: the query leaves it out.
    OnlyListed,
}

impl PartKind {
    /// Stable code for texts and logs, the same as in JSON.
    pub fn code(self) -> &'static str {
        match self {
            PartKind::Exact => "exact",
            PartKind::Spelling => "spelling",
            PartKind::Sound => "sound",
            PartKind::Script => "script",
            PartKind::Nickname => "nickname",
            PartKind::Initial => "initial",
            PartKind::Joined => "joined",
            PartKind::Differs => "differs",
            PartKind::OnlyAsked => "only-asked",
            PartKind::OnlyListed => "only-listed",
        }
    }
}
