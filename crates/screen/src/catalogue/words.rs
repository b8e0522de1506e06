//! How texts are cut into words for the text search, the same for records and for questions: plain letters and digits, marks and
//! case left out. Names are compared elsewhere ([`crate::names`]); here a word is only found or not found.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::limits::WORD_CHARS_MAX;

/// Letters that are no plain letter with a mark, and what they are searched as.
const LETTERS: &[(char, &str)] = &[
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('đ', "d"),
    ('ð', "d"),
    ('ħ', "h"),
    ('ı', "i"),
    ('ł', "l"),
    ('þ', "th"),
];

/// Signs that stand inside a word and are not searched: apostrophes and what is written like them, joiners, Arabic's lengthening.
const INSIDE: &[char] = &[
    '\'', '’', '‘', 'ʼ', 'ʻ', '`', '´', '\u{200c}', '\u{200d}', 'ـ',
];

/// The plain form of a text: compatibility forms undone, marks dropped, small letters.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        for c in c.to_lowercase() {
            match LETTERS.iter().find(|(letter, _)| *letter == c) {
                Some((_, instead)) => out.push_str(instead),
                None => out.push(c),
            }
        }
    }
    out
}

/// Whether words are written in these signs without spaces between them: each sign is a word.
fn alone(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The words of a text in their order, each at most [`WORD_CHARS_MAX`] long.
pub(super) fn words(text: &str) -> Vec<String> {
    let (mut all, mut word, mut chars) = (Vec::new(), String::new(), 0);
    let mut end = |word: &mut String, chars: &mut usize| {
        if !word.is_empty() {
            all.push(std::mem::take(word));
        }
        *chars = 0;
    };
    for c in plain(text).chars() {
        if INSIDE.contains(&c) {
            continue;
        }
        if !c.is_alphanumeric() {
            end(&mut word, &mut chars);
        } else if alone(c) {
            end(&mut word, &mut chars);
            word.push(c);
            end(&mut word, &mut chars);
        } else if chars < WORD_CHARS_MAX {
            word.push(c);
            chars += 1;
        }
    }
    end(&mut word, &mut chars);
    all
}

/// A value as it is compared whole (a country, an identifier, a day): plain, without the white space around it.
pub(super) fn whole(value: &str) -> String {
    plain(value.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_into_words() {
        let table: &[(&str, &[&str])] = &[
            ("Zakharov, Aleksandr", &["zakharov", "aleksandr"]),
            ("ŁÓDŹ Straße", &["lodz", "strasse"]),
            ("O'Neil d’Or", &["oneil", "dor"]),
            ("习近平 Xi", &["习", "近", "平", "xi"]),
            ("Захаров-Ёлкин", &["захаров", "елкин"]),
            ("محمّد", &["محمد"]),
            ("+7 (495) 12", &["7", "495", "12"]),
            ("§§ --", &[]),
        ];
        for (text, expect) in table {
            assert_eq!(words(text), *expect, "{text}");
        }
        assert_eq!(
            words(&"a".repeat(500)).first().unwrap().len(),
            WORD_CHARS_MAX
        );
    }
}
