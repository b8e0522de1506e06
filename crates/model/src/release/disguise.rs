//! Finding a word that must not leave, however it is written: in other cases and spacings, with invisible characters, with
//! letters of another alphabet that look the same, reversed, or encoded as base64, base32, hexadecimal, percent, entity.
//!
//! A text is reduced to its *bones*: the letters and digits that an eye reads, nothing else. Two texts that look alike have
//! alike bones; the price is that some that differ do too, and a person looks at them (a release is held, never lost).

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::script::{is_invisible, is_without_blanks, shows_nothing};

/// How often a text that was decoded is decoded again.
const LAYERS_MAX: usize = 4;
/// Bytes that are decoded out of one text, all layers together. What is longer is read plainly, and says so.
const DECODED_BYTES_MAX: usize = 512 << 10;
/// Bones of a word that is looked for inside others; a shorter one must begin and end where words do.
const BONES_WITHIN_MIN: usize = 6;

/// Bones of a word that is looked for in what was decoded.
const BONES_DECODED_MIN: usize = 4;

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

/// The letters that look like another, by that other. Letters that also look like each other (i, l, 1) are one.
const ALIKE: &[(char, &str)] = &[
    ('a', "аαɑ@4ᴀꭺᎪ"),
    ('b', "вβЬьƅ8ʙᏼᏴ"),
    ('c', "сϲⅽᴄꮯᏟ"),
    ('d', "ԁⅾժᴅđᎠꭰ"),
    ('e', "єеεҽ3ᴇᎬꭼз€"),
    ('f', "ꜰғƒ"),
    ('g', "ɡԍց9ɢᏀꮐ"),
    ('h', "һнհΗʜħᎻꮋ"),
    ('i', "іιıӏl1!ⅰյɪʟłᎥꭵᏞꮮᏆᏝ"),
    ('j', "јϳᴊᎫꭻ"),
    ('k', "кκᴋᏦꮶ"),
    ('m', "мμⅿᴍᎷꮇ"),
    ('n', "пոηΝɴ"),
    ('o', "оοσςօ0ᴏøѻ"),
    ('p', "рρթΡᴘᏢꮲ"),
    ('q', "ԛգ"),
    ('r', "гʀᎡꭱ"),
    ('s', "ѕ5$ꜱᏚꮪ"),
    ('t', "тτ7ᴛŧᎢꭲ"),
    ('u', "υսᴜ"),
    ('v', "ѵνⅴᴠᏙꮩ"),
    ('w', "ѡωաᴡᎳꮃ"),
    ('x', "хχⅹ"),
    ('y', "уγүყΥᎩꭹʏ"),
    ('z', "ζ2ᴢᏃꮓ"),
    ('\u{627}', "\u{671}\u{672}\u{673}\u{675}"),
    ('\u{643}', "\u{6A9}"),
    ('\u{64A}', "\u{6CC}\u{649}"),
    ('\u{647}', "\u{629}\u{6C1}"),
];

/// The letter that a character looks like.
fn looks_like(c: char) -> Option<char> {
    static ALIKE_TO: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
        let each = |(one, others): &(char, &'static str)| {
            let one = *one;
            others.chars().map(move |other| (other, one))
        };
        ALIKE.iter().flat_map(each).collect()
    });
    // Letters in flags, circles and boxes.
    let boxed = [0x1F150_u32, 0x1F170, 0x1F1E6]
        .into_iter()
        .find_map(|first| {
            let place = u32::from(c)
                .checked_sub(first)
                .filter(|place| *place < 26)?;
            char::from_u32(u32::from('a') + place)
        });
    let letter = boxed.unwrap_or(c);
    ALIKE_TO.get(&letter).copied().or(boxed)
}

/// What the eye reads in one character; `None` for what it passes over. Greek capitals look other than their small letters.
fn bone(c: char) -> Option<char> {
    let small = match c {
        'Η' | 'Ν' | 'Ρ' | 'Υ' => c,
        _ => c.to_lowercase().next().unwrap_or(c),
    };
    if small.is_ascii_lowercase() && small != 'l' {
        return Some(small);
    }
    if let 'ァ'..='ヶ' = small {
        // Katakana as Hiragana.
        return char::from_u32(u32::from(small) - 0x60);
    }
    match looks_like(small).or_else(|| looks_like(c)) {
        Some(other) => Some(other),
        None if small.is_alphanumeric() && !shows_nothing(small) => Some(small),
        None => None,
    }
}

/// The bones of a text, and before which of them a word begins.
#[derive(Debug, Default)]
struct Skeleton {
    bones: Vec<char>,
    begins: Vec<bool>,
}

impl Skeleton {
    fn of(text: &str) -> Self {
        let mut skeleton = Self::default();
        let mut apart = true;
        for c in text.nfkd() {
            if is_combining_mark(c) || is_invisible(c) {
                continue;
            }
            match bone(c) {
                Some(one) => {
                    // The German sharp s is written with two.
                    let twice = if matches!(c, 'ß' | 'ẞ') { "ss" } else { "" };
                    for one in twice.chars().chain(twice.is_empty().then_some(one)) {
                        skeleton.bones.push(one);
                        skeleton.begins.push(std::mem::take(&mut apart));
                    }
                }
                None => apart = true,
            }
        }
        skeleton
    }

    /// The same with its Latin letters moved by thirteen places.
    fn turned(&self) -> Self {
        let turn = |c: &char| bone(rotated(*c)).unwrap_or(*c);
        Self {
            bones: self.bones.iter().map(turn).collect(),
            begins: self.begins.clone(),
        }
    }

    /// Whether these bones stand here: short ones only where words begin and end.
    fn holds(&self, bones: &[char]) -> bool {
        if bones.is_empty() || bones.len() > self.bones.len() {
            return false;
        }
        let anywhere =
            bones.len() >= BONES_WITHIN_MIN || bones.iter().any(|c| is_without_blanks(*c));
        let mut places = self.bones.windows(bones.len()).enumerate();
        places.any(|(at, window)| {
            let end = at + bones.len();
            let begins = |at: usize| self.begins.get(at).copied().unwrap_or(true);
            window == bones && (anywhere || begins(at) && begins(end))
        })
    }
}

/// The bones of a text.
#[must_use]
pub fn bones(text: &str) -> String {
    Skeleton::of(text).bones.into_iter().collect()
}

/// A word, name or identifier that must not leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle {
    text: String,
    plain: String,
    bones: Vec<char>,
    backwards: Vec<char>,
}

impl Needle {
    /// A needle, unless the text is blank.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let bones = Skeleton::of(text).bones;
        let backwards = bones.iter().rev().copied().collect();
        (!text.is_empty()).then(|| Self {
            text: text.to_owned(),
            plain: plain(text),
            bones,
            backwards,
        })
    }

    /// Whether an eye reads that many letters and digits in it.
    #[must_use]
    pub fn is_at_least(&self, count: usize) -> bool {
        self.bones.len() >= count
    }

    fn is_in(&self, hay: &Hay) -> Option<Written> {
        let found = hay.skeleton.holds(&self.bones)
            || self.bones.is_empty() && hay.text.contains(&self.text);
        if found {
            return Some(match () {
                () if hay.text.contains(&self.text) => Written::Plainly,
                () if hay.plain.contains(&self.plain) => Written::OtherCase,
                () => Written::Obfuscated,
            });
        }
        // Read backwards, or turned by thirteen places, short words are others.
        if !self.is_at_least(BONES_WITHIN_MIN) {
            return None;
        }
        if hay.skeleton.holds(&self.backwards) {
            return Some(Written::Obfuscated);
        }
        let either = |turned: &Skeleton| turned.holds(&self.bones) || turned.holds(&self.backwards);
        let turned = hay.turned.iter().any(either);
        turned.then_some(Written::Encoded)
    }
}

/// A Latin letter moved by thirteen places.
fn rotated(c: char) -> char {
    match c {
        'a'..='m' | 'A'..='M' => char::from_u32(u32::from(c) + 13).unwrap_or(c),
        'n'..='z' | 'N'..='Z' => char::from_u32(u32::from(c) - 13).unwrap_or(c),
        _ => c,
    }
}

/// What a text is without its case and spacing. What is not seen stays, so that it is told apart from spacing.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric() || is_invisible(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// What is left to decode of one text, and whether it was not enough.
struct Budget {
    bytes: usize,
    exhausted: bool,
}

/// A text to be looked through, with what is encoded in it.
#[derive(Debug)]
pub struct Hay {
    text: String,
    plain: String,
    skeleton: Skeleton,
    /// The text with its Latin letters moved by thirteen places, before and after it was reduced to bones.
    turned: [Skeleton; 2],
    decoded: Vec<Hay>,
    exhausted: bool,
}

impl Hay {
    /// The text, and every encoded run in it, decoded, as far as the budget of bytes and layers reaches.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut budget = Budget {
            bytes: DECODED_BYTES_MAX,
            exhausted: false,
        };
        let hay = Self::layer(text, 0, &mut budget);
        Self {
            exhausted: budget.exhausted,
            ..hay
        }
    }

    /// Whether there is more encoded in it than was looked at: then a word that is not found may stand there all the same.
    #[must_use]
    pub const fn is_exhausted(&self) -> bool {
        self.exhausted
    }

    fn layer(text: &str, depth: usize, budget: &mut Budget) -> Self {
        let skeleton = Skeleton::of(text);
        let turned = text.chars().map(rotated).collect::<String>();
        Self {
            text: text.to_owned(),
            plain: plain(text),
            turned: [Skeleton::of(&turned), skeleton.turned()],
            skeleton,
            decoded: Self::decoded(text, depth, budget),
            exhausted: false,
        }
    }

    fn decoded(text: &str, depth: usize, budget: &mut Budget) -> Vec<Hay> {
        let mut found = Vec::new();
        if text.len() > budget.bytes {
            budget.exhausted = true;
            return found;
        }
        for inner in super::encoded::within(text) {
            match budget.bytes.checked_sub(inner.len()) {
                Some(left) if depth < LAYERS_MAX => {
                    budget.bytes = left;
                    found.push(Self::layer(&inner, depth + 1, budget));
                }
                _ => {
                    budget.exhausted = true;
                    break;
                }
            }
        }
        found
    }

    /// How the needle is written here, if it is.
    #[must_use]
    pub fn holds(&self, needle: &Needle) -> Option<Written> {
        let found = needle.is_in(self);
        found.or_else(|| self.encodes(needle).then_some(Written::Encoded))
    }

    /// Whether the needle stands in what is encoded here. Two or three letters come out of any run by chance: they must be all
    /// that comes out.
    fn encodes(&self, needle: &Needle) -> bool {
        let told_apart = needle.is_at_least(BONES_DECODED_MIN)
            || needle.bones.iter().any(|c| is_without_blanks(*c));
        self.decoded.iter().any(|inner| {
            let whole = !needle.bones.is_empty() && inner.skeleton.bones == needle.bones;
            whole || told_apart && needle.is_in(inner).is_some() || inner.encodes(needle)
        })
    }
}

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
            ("EHBOENU GRVHD", Encoded),
            ("81 85 73 69 84 32 72 65 82 66 79 85 82", Encoded),
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
        for (word, text, found) in [
            ("OAK", "source oak.", true),
            ("OAK", "o a k", true),
            ("OAK", "soaked in rain", false),
            ("N.A.T.S", "so says N.A.T.S today", true),
            ("NATS", "so says N.A.T.S today", true),
            ("X/88", "See X/88.", true),
            ("X/88", "See AX/885.", false),
            ("A-7", "told by A-7", true),
            ("7 SEAS", "17 seashells", false),
            ("ANVIL", "Canvilla", false),
            ("नीला बाज", "नीला बाज ने कहा", true),
            ("铜灯", "代号铜灯的来源", true),
            ("铜灯", "铜 灯", true),
            ("铜灯", "ref 6ZOc54Gv", true),
            ("銀色灯台", "銀色\u{3000}灯台", true),
            ("はやぶさ", "これははやぶさです", true),
            ("الصقر الأزرق", "الصـقر الأزرق", true),
            ("ЁЛКА", "е\u{308}лка сказала", true),
            ("GRÜNE STRASSE", "grüne straße", true),
            ("GREY HERON", "ɢʀᴇʏ ʜᴇʀᴏɴ", true),
            ("🦅", "told by 🦅", true),
        ] {
            let needle = Needle::new(word).unwrap();
            assert_eq!(
                Hay::new(text).holds(&needle).is_some(),
                found,
                "{word} in {text}"
            );
        }
    }

    #[test]
    fn decoding_ends_whatever_is_encoded() {
        for (text, exhausted) in [
            ("QUJD".repeat(50_000), true),
            ("A".repeat(1 << 20), true),
            ("&#65;".repeat(100_000), false),
            ("%41".repeat(100_000), false),
            ("QUJD".repeat(50), false),
            ("A quiet evening. ".repeat(4_000), false),
        ] {
            let hay = Hay::new(&text);
            assert_eq!(hay.is_exhausted(), exhausted, "{text:.8}");
        }
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
