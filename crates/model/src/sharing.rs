//! What nodes say to one another about cards (`crate::card`): a release, a notice of its owner, the holder's confirmation, an
//! encounter, and words about it. Who said it is told by the key that signed the envelope, never by what stands here.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::card::Card;
use crate::code::coded;
use crate::copies::{Notice, Receipt};
use crate::encounter::Told;
use crate::id::{CardId, Digest, WordId};
use crate::limits;
use crate::refusal::Refusal;

coded! {
    /// What words about a card are (the SIRENE Manual's forms, without their letters).
    pub enum WordKind {
        /// A question.
        Question = "question",
        /// The answer to one.
        Answer = "answer",
        /// What became of it: a hit that helped, a card that was wrong.
        Feedback = "feedback",
        /// The originator is asked for consent to pass on, or to use for more, just what stands in it.
        ConsentAsked = "consent-asked",
        /// Consent is given.
        ConsentGiven = "consent-given",
        /// Consent is not given.
        ConsentRefused = "consent-refused",
    }
}

impl WordKind {
    /// Which kind it answers, where it answers one.
    #[must_use]
    pub const fn answers(self) -> Option<WordKind> {
        match self {
            WordKind::Answer => Some(WordKind::Question),
            WordKind::ConsentGiven | WordKind::ConsentRefused => Some(WordKind::ConsentAsked),
            _ => None,
        }
    }

    /// Whether the other side owes an answer.
    #[must_use]
    pub const fn asks(self) -> bool {
        matches!(self, WordKind::Question | WordKind::ConsentAsked)
    }
}

/// Words about a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Word {
    /// The same on both sides.
    pub id: WordId,
    /// What they are.
    pub kind: WordKind,
    /// What they answer.
    #[serde(default)]
    pub re: Option<WordId>,
    /// In words.
    pub text: String,
    /// The day on which they were said.
    pub on: Date,
    /// A consent is good until this day.
    #[serde(default)]
    pub until: Option<Date>,
    /// A consent is asked for, and given to, just the text with this digest.
    #[serde(default)]
    pub digest: Option<Digest>,
}

impl Word {
    /// Whether it says something, within the limits.
    ///
    /// # Errors
    /// `MISSING`, `TOO-LONG`; `WORD-ANSWERS` where an answer says not to what.
    pub fn check(&self) -> Result<(), Refusal> {
        if self.text.trim().is_empty() {
            return Err(Refusal::new("MISSING").at("/text"));
        }
        if self.text.chars().count() > limits::NOTE_CHARS_MAX {
            return Err(Refusal::new("TOO-LONG")
                .at("/text")
                .with("max", limits::NOTE_CHARS_MAX));
        }
        if self.kind.answers().is_some() && self.re.is_none() {
            return Err(Refusal::new("WORD-ANSWERS").at("/re"));
        }
        Ok(())
    }
}

/// A message about a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about")]
pub enum Sharing {
    /// The owner has released it to this State.
    #[serde(rename = "card")]
    Released {
        /// The card.
        card: Box<Card>,
    },
    /// The owner corrects, restricts or recalls it.
    #[serde(rename = "notice")]
    Notice {
        /// Which.
        id: CardId,
        /// What.
        notice: Notice,
        /// The card from now on; none where it is recalled.
        #[serde(default)]
        card: Option<Box<Card>>,
    },
    /// A holder has it in this version and state.
    #[serde(rename = "confirmed")]
    Confirmed {
        /// Which.
        id: CardId,
        /// What the holder does with it.
        receipt: Receipt,
    },
    /// A holder came back from a backup, and uses nothing until the owner has said what stands.
    #[serde(rename = "asked")]
    Asked {
        /// Which.
        id: CardId,
        /// The version that it found.
        version: u64,
    },
    /// A holder has met who it is about.
    #[serde(rename = "encounter")]
    Encounter {
        /// Which.
        id: CardId,
        /// What the owner is told.
        told: Told,
    },
    /// Words about it.
    #[serde(rename = "word")]
    Word {
        /// Which.
        id: CardId,
        /// The words.
        word: Word,
    },
}

impl Sharing {
    /// Which card it is about.
    #[must_use]
    pub const fn card(&self) -> CardId {
        match self {
            Sharing::Released { card } => card.id,
            Sharing::Notice { id, .. }
            | Sharing::Confirmed { id, .. }
            | Sharing::Asked { id, .. }
            | Sharing::Encounter { id, .. }
            | Sharing::Word { id, .. } => *id,
        }
    }

    /// Its code, for the ledger.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Sharing::Released { .. } => "card",
            Sharing::Notice { .. } => "notice",
            Sharing::Confirmed { .. } => "confirmed",
            Sharing::Asked { .. } => "asked",
            Sharing::Encounter { .. } => "encounter",
            Sharing::Word { .. } => "word",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(kind: WordKind, re: Option<WordId>, text: &str) -> Word {
        Word {
            id: WordId::new(jiff::Timestamp::UNIX_EPOCH, [1; 10]),
            kind,
            re,
            text: text.to_owned(),
            on: jiff::civil::date(2026, 3, 2),
            until: None,
            digest: None,
        }
    }

    #[test]
    fn words_say_something_and_answers_say_to_what() {
        let some = Some(WordId::new(jiff::Timestamp::UNIX_EPOCH, [2; 10]));
        let long = "x".repeat(limits::NOTE_CHARS_MAX + 1);
        let table = [
            (word(WordKind::Question, None, "Is he there?"), None),
            (word(WordKind::Question, None, " \n"), Some("MISSING")),
            (word(WordKind::Feedback, None, &long), Some("TOO-LONG")),
            (word(WordKind::Answer, None, "Yes."), Some("WORD-ANSWERS")),
            (word(WordKind::Answer, some, "Yes."), None),
            (
                word(WordKind::ConsentGiven, None, "Yes."),
                Some("WORD-ANSWERS"),
            ),
        ];
        for (one, code) in table {
            assert_eq!(one.check().err().map(|e| e.code), code, "{one:?}");
        }
    }

    #[test]
    fn messages_read_as_they_were_written() {
        let one = Sharing::Word {
            id: CardId::new(jiff::Timestamp::UNIX_EPOCH, [3; 10]),
            word: word(WordKind::Question, None, "?"),
        };
        let text = serde_json::to_string(&one).unwrap();
        assert!(text.starts_with("{\"about\":\"word\""), "{text}");
        assert_eq!(serde_json::from_str::<Sharing>(&text).unwrap(), one);
    }
}
