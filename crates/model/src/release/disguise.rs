//! Finding a word that must not leave, however it is written: in other cases and spacings, with invisible characters, with
//! letters of another alphabet that look the same, reversed, or encoded as base64, base32, hexadecimal, percent, entity.
//!
//! A text is reduced to its *bones*: the letters and digits that an eye reads, nothing else. Two texts that look alike have
//! alike bones; the price is that some that differ do too, and a person looks at them (a release is held, never lost).

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// How often a text that was decoded is decoded again.
const LAYERS_MAX: usize = 3;
/// Characters of an encoded run at least: shorter ones are words.
const ENCODED_CHARS_MIN: usize = 8;
/// Bytes of a text that is looked through for encoded runs; the rest of a longer one is read plainly.
const DECODED_BYTES_MAX: usize = 1 << 20;
/// Bones of a word that is looked for inside others; a shorter one must stand alone.
const BONES_WITHIN_MIN: usize = 5;

/// How a word was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Written {
    /// Letter for letter.
    Plainly,
    /// In another case or spacing.
    OtherCase,
    /// With invisible or look-alike characters, or backwards.
    Obfuscated,
    /// Encoded.
    Encoded,
}

/// The letters that look like a Latin one, by the Latin one. Letters that also look like each other (i, l, 1) are one.
const ALIKE: &[(char, &str)] = &[
    ('a', "аαɑ@4"),
    ('b', "вβЬьƅ8"),
    ('c', "сϲⅽ"),
    ('d', "ԁⅾժ"),
    ('e', "еєεҽ3"),
    ('g', "ɡԍց9"),
    ('h', "һнհΗ"),
    ('i', "іιıӏl1|!ⅰյ"),
    ('j', "јϳ"),
    ('k', "кκ"),
    ('m', "мμⅿ"),
    ('n', "пոηΝ"),
    ('o', "оοσօ0"),
    ('p', "рρթΡ"),
    ('q', "ԛգ"),
    ('r', "г"),
    ('s', "ѕ5$"),
    ('t', "тτ7"),
    ('u', "υս"),
    ('v', "ѵνⅴ"),
    ('w', "ѡωա"),
    ('x', "хχⅹ"),
    ('y', "уγүყΥ"),
    ('z', "зζ2"),
];

/// What the eye reads in one character; `None` for what it passes over. Greek capitals look other than their small letters.
fn bone(c: char) -> Option<char> {
    let small = match c {
        'Η' | 'Ν' | 'Ρ' | 'Υ' => c,
        _ => c.to_lowercase().next().unwrap_or(c),
    };
    if small.is_ascii_lowercase() && small != 'l' {
        return Some(small);
    }
    let alike = ALIKE.iter().find(|(_, others)| others.contains(small));
    match alike {
        Some((latin, _)) => Some(*latin),
        None if small.is_alphanumeric() && !shows_nothing(small) => Some(small),
        None => None,
    }
}

/// Letters by their category that show nothing: Hangul fillers.
const fn shows_nothing(c: char) -> bool {
    matches!(c, '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}')
}

/// Characters that stand in a text and are not seen: joiners, marks of direction, soft hyphens.
const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E007F}'
    ) || shows_nothing(c)
}

/// The bones of a text.
#[must_use]
pub fn bones(text: &str) -> String {
    text.nfkd()
        .filter(|c| !is_combining_mark(*c))
        .filter_map(bone)
        .collect()
}

/// A word, name or identifier that must not leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle {
    text: String,
    plain: String,
    bones: String,
    backwards: String,
}

impl Needle {
    /// A needle, unless the text has nothing an eye can read.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let bones = bones(text);
        let backwards = bones.chars().rev().collect();
        (!bones.is_empty()).then(|| Self {
            text: text.to_owned(),
            plain: plain(text),
            bones,
            backwards,
        })
    }

    /// Whether an eye reads that many letters and digits in it.
    #[must_use]
    pub fn is_at_least(&self, count: usize) -> bool {
        self.bones.chars().count() >= count
    }

    fn is_in(&self, hay: &Hay) -> Option<Written> {
        if !self.is_at_least(BONES_WITHIN_MIN) {
            let found = hay.words.contains(&self.bones);
            return found.then_some(Written::OtherCase);
        }
        if hay.text.contains(&self.text) {
            return Some(Written::Plainly);
        }
        if hay.plain.contains(&self.plain) {
            return Some(Written::OtherCase);
        }
        let found = hay.bones.contains(&self.bones) || hay.bones.contains(&self.backwards);
        found.then_some(Written::Obfuscated)
    }
}

/// What a text is without its case and spacing. What is not seen stays, so that it is told apart from spacing.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric() || is_invisible(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// A text to be looked through, with what is encoded in it.
#[derive(Debug)]
pub struct Hay {
    text: String,
    plain: String,
    bones: String,
    words: Vec<String>,
    decoded: Vec<Hay>,
}

impl Hay {
    /// The text, and every encoded run in it, decoded.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self::layer(text, 0)
    }

    fn layer(text: &str, depth: usize) -> Self {
        let decoded = match depth < LAYERS_MAX && text.len() <= DECODED_BYTES_MAX {
            true => super::encoded::within(text),
            false => Vec::new(),
        };
        Self {
            text: text.to_owned(),
            plain: plain(text),
            bones: bones(text),
            words: text
                .split(|c: char| !c.is_alphanumeric())
                .map(bones)
                .collect(),
            decoded: decoded
                .iter()
                .map(|inner| Self::layer(inner, depth + 1))
                .collect(),
        }
    }

    /// How the needle is written here, if it is.
    #[must_use]
    pub fn holds(&self, needle: &Needle) -> Option<Written> {
        let within = |inner: &Self| inner.holds(needle).map(|_| Written::Encoded);
        needle
            .is_in(self)
            .or_else(|| self.decoded.iter().find_map(within))
    }
}

pub(super) const RUN_MIN: usize = ENCODED_CHARS_MIN;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_however_it_is_written() {
        use Written::{Encoded, Obfuscated, OtherCase, Plainly};
        let needle = Needle::new("QUIET HARBOUR").unwrap();
        for (text, written) in [
            ("see QUIET HARBOUR", Plainly),
            ("(quiet  harbour)", OtherCase),
            ("Quiet-Harbour/12", OtherCase),
            ("QUIETHARBOUR", OtherCase),
            ("Q\u{200B}UI\u{200B}ET HAR\u{2060}BOUR", Obfuscated),
            ("QUI\u{0415}T H\u{0410}RB\u{041E}UR", Obfuscated),
            ("ＱＵＩＥＴ ＨＡＲＢＯＵＲ", Obfuscated),
            ("qu1et h4rb0ur", Obfuscated),
            ("quíet hárbour", Obfuscated),
            ("RUOBRAH TEIUQ", Obfuscated),
            ("ref UVVJRVQgSEFSQk9VUg==", Encoded),
            ("ref UVVJRVQgSEFSQk9VUg", Encoded),
            ("x5155494554204841 52424F5552", Encoded),
            ("5155494554204841524 24F5552", Encoded),
            ("%51%55%49%45%54%20%48%41%52%42%4F%55%52", Encoded),
            (
                "&#81;&#85;&#73;&#69;&#84; &#x48;&#x41;&#x52;&#x42;&#x4f;&#x55;&#x52;",
                Encoded,
            ),
            (r"\u0051\u0055\u0049\u0045\u0054 \u0048ARBOUR", Encoded),
            ("KFKUSRKUEBEECUSCJ5KVE===", Encoded),
            ("DHVRG UNEOBHE", Encoded),
            ("VVZWSlJWUWdTRUZTUWs5VlVnPT0=", Encoded),
        ] {
            let found = Hay::new(text).holds(&needle);
            assert_eq!(found, Some(written), "{text}");
        }
        for innocent in [
            "A quiet evening at the harbour",
            "Harbour, quiet",
            "",
            "Assessed to have travelled to join a designated group",
        ] {
            assert_eq!(Hay::new(innocent).holds(&needle), None, "{innocent}");
        }
    }

    #[test]
    fn a_short_word_stands_alone_or_is_another() {
        let needle = Needle::new("OAK").unwrap();
        assert!(Hay::new("source oak.").holds(&needle).is_some());
        assert!(Hay::new("soaked in rain").holds(&needle).is_none());
    }

    #[test]
    fn every_look_alike_is_listed_once() {
        let mut seen = std::collections::BTreeSet::new();
        for (latin, others) in ALIKE {
            for c in others.chars() {
                assert!(seen.insert(c), "{c} twice");
                assert_ne!(c, *latin);
            }
        }
    }
}
