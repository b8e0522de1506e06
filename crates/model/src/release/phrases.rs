//! Phrases of a text that also stand in another: who wrote the low text by cutting the high one leaves its turn of phrase.

use std::collections::HashSet;

/// Words in a row that are nobody's by chance.
const WORDS: usize = 6;
/// The same in scripts without blanks, in characters.
const CHARACTERS: usize = 12;

/// The words of a text, folded; a character of a script without blanks is a word by itself.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        let alone = is_without_blanks(c);
        if alone || !c.is_alphanumeric() {
            words.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
        }
        if alone {
            words.push(c.to_string());
        } else if c.is_alphanumeric() {
            word.push(c);
        }
    }
    words.extend((!word.is_empty()).then_some(word));
    words
}

/// Han, Kana, Thai, Lao, Khmer, Burmese.
const fn is_without_blanks(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}')
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
        let held = Phrases::of(["他在港口的仓库里把钱交给了那个陌生人"].into_iter());
        assert!(held.shares("据说在港口的仓库里把钱交给了他"));
        assert!(!held.shares("在港口的仓库里"));
    }
}
