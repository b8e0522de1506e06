//! What is read at the addressee, and whether a request therefore takes a translation (UNTOC article 18(14)).

use super::primary;
use crate::code::coded;
use crate::kind::Kind;
use crate::request::Urgency;
use crate::state::{Authority, StateProfile};

/// The working languages of INTERPOL (General Regulations, article 54).
const INTERPOL_LANGUAGES: &[&str] = &["ar", "en", "es", "fr"];

coded! {
    /// Whether a request takes a translation.
    pub enum TranslationNeed {
        /// The original is in a language that is read there.
        None = "none",
        /// A translation into such a language is there.
        There = "there",
        /// A language that is read there for urgent requests is: the translation may follow.
        Follows = "follows",
        /// It is needed.
        Needed = "needed",
        /// The State has told no language: it cannot be judged by what it has not said.
        Untold = "untold",
    }
}

/// The languages that an addressee reads.
#[derive(Debug, Clone, Copy)]
pub struct Readers<'a> {
    ordinary: &'a [String],
    urgent: &'a [String],
    channel: &'static [&'static str],
}

impl<'a> Readers<'a> {
    /// What an authority reads; where it named no language, what its State does. Every bureau reads the languages of the
    /// Organization whose channel a notice takes.
    #[must_use]
    pub fn of(kind: Option<Kind>, (state, authority): (&'a StateProfile, &'a Authority)) -> Self {
        let own = |named: &'a [String], otherwise: &'a [String]| match named.is_empty() {
            true => otherwise,
            false => named,
        };
        Self {
            ordinary: own(&authority.languages, &state.request_languages),
            urgent: own(&authority.urgent_languages, &state.urgent_languages),
            channel: match kind {
                Some(Kind::Notice) => INTERPOL_LANGUAGES,
                _ => &[],
            },
        }
    }

    /// The languages told (BCP 47); empty where none was.
    #[must_use]
    pub fn told(&self) -> &'a [String] {
        self.ordinary
    }

    /// Whether a language is among those told for ordinary requests.
    #[must_use]
    pub fn reads(&self, lang: &str) -> bool {
        has(self.ordinary, lang)
    }

    /// Whether a request in `original`, with these translations, takes another.
    #[must_use]
    pub fn need(&self, original: &str, there: &[&str], urgency: Urgency) -> TranslationNeed {
        let read = |lang: &str| self.reads(lang) || self.channel.contains(&primary(lang).as_str());
        let mut all = std::iter::once(&original).chain(there);
        if self.ordinary.is_empty() {
            TranslationNeed::Untold
        } else if read(original) {
            TranslationNeed::None
        } else if there.iter().any(|lang| read(lang)) {
            TranslationNeed::There
        } else if urgency != Urgency::Normal && all.any(|lang| has(self.urgent, lang)) {
            TranslationNeed::Follows
        } else {
            TranslationNeed::Needed
        }
    }
}

fn has(list: &[String], lang: &str) -> bool {
    let lang = primary(lang);
    !lang.is_empty() && list.iter().any(|tag| primary(tag) == lang)
}
