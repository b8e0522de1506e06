//! Phrases of a text that also stand in another: who wrote the low text by cutting the high one leaves its turn of phrase.

use std::collections::HashSet;

use unicode_normalization::char::is_combining_mark;

use super::disguise::bones;
use crate::script::{is_invisible, is_without_blanks};

/// Words in a row that are nobody's by chance.
const WORDS: usize = 6;
/// The same in scripts without blanks, in characters.
const CHARACTERS: usize = 12;

/// The words of a text as an eye reads them; a character of a script without blanks is a word by itself, a date is one word.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let letters: Vec<char> = text.chars().filter(|c| !is_invisible(*c)).collect();
    for (at, c) in letters.iter().copied().enumerate() {
        let alone = is_without_blanks(c);
        let digit = |place: Option<usize>| {
            place
                .and_then(|at| letters.get(at))
                .is_some_and(char::is_ascii_digit)
        };
        let joins =
            matches!(c, '-' | '.' | '/' | ':') && digit(at.checked_sub(1)) && digit(Some(at + 1));
        let part = c.is_alphanumeric() || is_combining_mark(c);
        if alone || !part && !joins {
            words.extend((!word.is_empty()).then(|| bones(&std::mem::take(&mut word))));
        }
        if alone {
            words.push(c.to_string());
        } else if part {
            word.push(c);
        }
    }
    words.extend((!word.is_empty()).then(|| bones(&word)));
    words
}

/// The runs of words that two texts would have to share.
fn runs(words: &[String]) -> impl Iterator<Item = &[String]> {
    let alone = words
        .iter()
        .filter(|word| word.chars().all(is_without_blanks))
        .count();
    let size = if alone * 2 > words.len() {
        CHARACTERS
    } else {
        WORDS
    };
    words.windows(size)
}

/// The phrases of texts that do not leave.
#[derive(Debug, Default)]
pub(super) struct Phrases(HashSet<Vec<String>>);

impl Phrases {
    /// Of these texts.
    pub(super) fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut held = HashSet::new();
        for text in texts {
            let words = words(text);
            held.extend(runs(&words).map(<[String]>::to_vec));
        }
        Self(held)
    }

    /// Whether a text shares one.
    pub(super) fn shares(&self, text: &str) -> bool {
        if self.0.is_empty() {
            return false;
        }
        runs(&words(text)).any(|run| self.0.contains(run))
    }
}

#[cfg(test)]
mod tests {
    use super::Phrases;

    #[test]
    fn six_words_in_a_row_are_a_phrase() {
        let held = Phrases::of(["The man with the broken lantern paid at the gate."].into_iter());
        assert!(held.shares("A man with the BROKEN lantern, paid twice"));
        assert!(!held.shares("The man with the broken lamp paid at the gate"));
        assert!(!held.shares("The man"));
        assert!(held.shares("the m\u{200B}an with the brоken läntern, paid"));
        let held = Phrases::of(["Imre Veldt, born 1980-01-01, sold bread."].into_iter());
        assert!(!held.shares("Imre Veldt, born 1980-01-01."));
        let held = Phrases::of(["他在港口的仓库里把钱交给了那个陌生人"].into_iter());
        assert!(held.shares("据说在港口的仓库里把钱交给了他"));
        assert!(!held.shares("在港口的仓库里"));
    }
}
