//! Names: from what is written, in any script, to parts that can be compared.
//!
//! Plain text (case, width, marks and apostrophes taken away), parts with their script and weight class, a Latin form and its
//! consonant skeleton. Transliteration tables are in `names/script.rs`, likeness of two parts in `names/likeness.rs`, of two
//! names in `names/align.rs`, and how lists crowd several names into one field in `names/written.rs`.
//!
//! No list of peoples, no guess at origin or religion: a part is a string of letters and how often it occurs.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use crate::limits;

pub(crate) mod align;
mod arabic;
pub(crate) mod channel;
pub(crate) mod evidence;
mod forms;
pub(crate) mod likeness;
pub(crate) mod nicknames;
pub(crate) mod population;
mod script;
mod syllable;
pub(crate) mod written;

pub use script::Script;
pub(crate) use script::digit;

/// How much a part says about who is meant, before its rarity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// An ordinary part of a name.
    Ordinary,
    /// Says little: title, "father of", organisation form.
    Weak,
    /// Joins other parts: al, bin, von, de.
    Particle,
    /// Form of an organisation: Ltd, GmbH. Its text is the form's name and kind.
    Form,
}

/// One part of a name, ready to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Plain text in its own script.
    pub text: Box<str>,
    /// In Latin letters; empty where this room has no transliteration (Han, kana and others).
    pub latin: Box<str>,
    /// Consonants of the Latin form in classes that survive transliteration; may be empty.
    pub skeleton: Box<str>,
    /// Script of its letters.
    pub script: Script,
    /// How much it says.
    pub class: Class,
    /// The Latin form as letter codes, for comparing.
    pub(crate) codes: Box<[u8]>,
    /// Cost of the codes by themselves, in hundredths of a nat ([`channel`]).
    pub(crate) alone: u16,
    /// How rare the part is among people, in hundredths of a nat ([`population`]).
    pub(crate) surprise: u16,
    /// How rare it is among people that a part sounds about like this.
    pub(crate) sound: u16,
    /// One syllable of a Chinese or Korean name, alike however it was romanised; empty where it is none.
    pub(crate) syllable: Box<str>,
    /// Whether another part of the same name is such a syllable, too: then it is probably such a name.
    pub(crate) among_syllables: bool,
    /// Hashes of skeleton and syllable; 0 for none.
    pub(crate) hashes: (u32, u32),
    /// Whether other words are known to mean the same.
    pub(crate) has_others: bool,
}

impl Part {
    /// A part from plain text (see [`plain`]).
    pub fn new(text: &str) -> Part {
        let script = Script::of(text);
        let latin = script::latin(text, script);
        let skeleton = script::skeleton(&latin);
        let codes: Box<[u8]> = latin
            .bytes()
            .take(channel::CODES_MAX)
            .map(channel::code)
            .collect();
        let alone = channel::alone_cost(script, &codes);
        let class = class_of(text);
        let syllable = match (script, class) {
            (Script::Latin, Class::Ordinary) => syllable::alike(text).unwrap_or_default(),
            _ => String::new(),
        };
        let hashes = (
            evidence::short_hash(&skeleton),
            evidence::short_hash(&syllable),
        );
        Part {
            text: text.into(),
            hashes,
            alone: u16::try_from(alone).unwrap_or(u16::MAX),
            surprise: population::surprise(text),
            sound: population::surprise_of_sound(&skeleton),
            codes,
            latin: latin.into_boxed_str(),
            skeleton: skeleton.into_boxed_str(),
            script,
            class,
            has_others: evidence::has_others(text),
            syllable: syllable.into_boxed_str(),
            among_syllables: false,
        }
    }
}

impl Part {
    /// The form of an organisation.
    fn form(form: &str) -> Part {
        Part {
            text: form.into(),
            latin: "".into(),
            skeleton: "".into(),
            script: Script::Common,
            class: Class::Form,
            codes: Box::default(),
            alone: 0,
            surprise: 100,
            sound: 100,
            syllable: Box::default(),
            among_syllables: false,
            hashes: (0, 0),
            has_others: evidence::has_others(form),
        }
    }
}

/// Joins other parts. Latin, Arabic, Cyrillic.
const PARTICLES: &[&str] = &[
    "al", "el", "ul", "ur", "il", "ad", "ash", "az", "ar", "bin", "ibn", "ben", "bint", "binti",
    "von", "van", "der", "den", "de", "del", "della", "da", "di", "do", "dos", "das", "du", "la",
    "le", "los", "las", "y", "e", "et", "of", "the", "and", "for", "ould", "wald", "ال", "بن",
    "ابن", "بنت", "ولد", "و", "ибн", "бин", "аль", "эль", "фон", "и",
];

/// Says little about who is meant: titles, kinship, organisation forms.
const WEAK: &[&str] = &[
    "abd",
    "عبد",
    "abu",
    "abou",
    "abi",
    "um",
    "umm",
    "haji",
    "hajji",
    "haj",
    "hadji",
    "mullah",
    "mulla",
    "mawlawi",
    "maulavi",
    "maulvi",
    "mawlavi",
    "sheikh",
    "shaykh",
    "sheik",
    "shaikh",
    "sayyid",
    "sayed",
    "syed",
    "qari",
    "dr",
    "mr",
    "mrs",
    "colonel",
    "general",
    "gen",
    "col",
    "jr",
    "sr",
    "ii",
    "iii",
    "son",
    "alias",
    "aka",
    "ltd",
    "limited",
    "co",
    "company",
    "corp",
    "corporation",
    "inc",
    "llc",
    "plc",
    "gmbh",
    "ag",
    "sa",
    "sarl",
    "ooo",
    "oao",
    "group",
    "bank",
    "trading",
    "international",
    "organization",
    "organisation",
    "ابو",
    "ابي",
    "ام",
    "حاجي",
    "ملا",
    "مولوي",
    "شيخ",
    "قاري",
    "абу",
    "ооо",
    "оао",
];

impl Class {
    /// From its place in the order above.
    pub(crate) fn from_code(code: u8) -> Class {
        match code {
            0 => Class::Ordinary,
            1 => Class::Weak,
            2 => Class::Particle,
            _ => Class::Form,
        }
    }
}

/// What is known of words that are no ordinary part of a name.
static CLASSES: LazyLock<HashMap<&str, Class>> = LazyLock::new(|| {
    let weak = WEAK.iter().map(|word| (*word, Class::Weak));
    let particles = PARTICLES.iter().map(|word| (*word, Class::Particle));
    weak.chain(particles).collect()
});

fn class_of(text: &str) -> Class {
    CLASSES.get(text).copied().unwrap_or(Class::Ordinary)
}

/// Plain text: compatibility forms resolved, lower case, marks of alphabetic scripts taken away, apostrophes dropped, everything
/// that is neither letter nor digit a single space. Control, joining and bidirectional characters vanish.
pub fn plain(text: &str) -> String {
    if text.is_ascii() {
        return plain_ascii(text);
    }
    let mut out = String::with_capacity(text.len());
    let lower = text
        .nfkd()
        .filter(|c| !is_mark(*c))
        .flat_map(char::to_lowercase)
        .nfkd()
        .filter(|c| !is_mark(*c));
    let mut space = false;
    for c in lower.nfc() {
        if is_silent(c) {
            continue;
        }
        if !(c.is_alphanumeric() || is_inner_mark(c)) {
            space = !out.is_empty();
            continue;
        }
        if space {
            out.push(' ');
            space = false;
        }
        script::push_folded(&mut out, c);
    }
    out
}

/// The same of a text that has no letters but a to z: nothing is to be resolved or taken away.
fn plain_ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    for c in text.chars().filter(|c| !is_silent(*c)) {
        if !c.is_ascii_alphanumeric() {
            space = !out.is_empty();
            continue;
        }
        if space {
            out.push(' ');
            space = false;
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

/// Marks that alphabetic scripts and abjads can do without. Vowel signs of other scripts are not among them.
fn is_mark(c: char) -> bool {
    matches!(u32::from(c),
        0x0300..=0x036F | 0x0483..=0x0487 | 0x0591..=0x05C7 | 0x0610..=0x061A | 0x064B..=0x065F | 0x0670 | 0x06D6..=0x06ED
        | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF | 0xFE20..=0xFE2F)
}

/// Marks inside of a word in scripts that write vowels as marks.
fn is_inner_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// Within a word, but not of it: apostrophes of every kind, ayn and hamza signs, tatweel, joiners, bidirectional marks.
fn is_silent(c: char) -> bool {
    matches!(
        c,
        '\'' | '`'
            | '’'
            | '‘'
            | 'ʼ'
            | 'ʻ'
            | 'ʿ'
            | 'ʾ'
            | '′'
            | '´'
            | 'ʹ'
            | 'ʺ'
            | '\u{0640}'
            | '\u{00AD}'
            | '\u{0621}'
            | 'ь'
            | 'ъ'
    ) || matches!(u32::from(c), 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0xFEFF | 0xFE00..=0xFE0F)
}

/// The parts of a name, in order, at most [`limits::NAME_PARTS_MAX`] of at most [`limits::NAME_CHARS_MAX`] characters in all.
pub fn parts(text: &str) -> Vec<Part> {
    parts_of(text, false)
}

/// The same; `organisation` where the name is not a person's: then its form is one part, and letters written apart are one word.
fn parts_of(text: &str, organisation: bool) -> Vec<Part> {
    let short: String = text.chars().take(limits::NAME_CHARS_MAX).collect();
    let plain = plain(&short);
    let words: Vec<&str> = plain.split(' ').filter(|word| !word.is_empty()).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        if found.len() >= limits::NAME_PARTS_MAX {
            break;
        }
        let form = if organisation && words.len() > 1 {
            forms::at(rest)
        } else {
            None
        };
        let letters = if organisation {
            rest.iter().take_while(|w| is_letter(w)).count()
        } else {
            0
        };
        match (form, rest.first()) {
            (Some((count, form)), _) => {
                found.push(Part::form(form));
                at += count;
            }
            _ if letters > 1 => {
                found.push(Part::new(
                    &rest.iter().take(letters).copied().collect::<String>(),
                ));
                at += letters;
            }
            (None, Some(word)) => {
                for run in script::runs(word) {
                    arabic::split(run, &mut |piece| found.push(Part::new(piece)));
                }
                at += 1;
            }
            (None, None) => break,
        }
    }
    found.truncate(limits::NAME_PARTS_MAX);
    if found.iter().filter(|p| !p.syllable.is_empty()).count() > 1 {
        found
            .iter_mut()
            .for_each(|part| part.among_syllables = true);
    }
    // A name that is nothing but a form is a name.
    if found.iter().all(|part| part.class == Class::Form) {
        found = words.iter().map(|word| Part::new(word)).collect();
    }
    // And so is one that is nothing but what joins others: "Le", "Y".
    if found.iter().all(|part| part.class == Class::Particle) {
        found.iter_mut().for_each(|part| part.class = Class::Weak);
    }
    found
}

fn is_letter(word: &str) -> bool {
    matches!(word.as_bytes(), [b'a'..=b'z'])
}

/// The name as it may be read: as it is written, and, where a script writes family name and given name in one (Han, Hangul),
/// with the first sign taken as the family name. `organisation` where it is not a person's.
pub fn readings(text: &str, organisation: bool) -> Vec<Vec<Part>> {
    let whole = parts_of(text, organisation);
    let apart = match whole.as_slice() {
        [one]
            if matches!(one.script, Script::Han | Script::Hangul)
                && (2..=4).contains(&one.text.chars().count()) =>
        {
            let first = one.text.chars().next().map_or(0, char::len_utf8);
            let (family, given) = one.text.split_at_checked(first).unwrap_or((&one.text, ""));
            Some(vec![Part::new(family), Part::new(given)])
        }
        _ => None,
    };
    std::iter::once(whole)
        .chain(apart)
        .filter(|parts| !parts.is_empty())
        .collect()
}

/// The skeleton of two neighbours written as one, where that may be.
pub(crate) fn joined_skeleton(a: &Part, b: &Part) -> Option<String> {
    if a.script != b.script || a.latin.is_empty() || b.latin.is_empty() {
        return None;
    }
    let skeleton = script::skeleton(&format!("{}{}", a.latin, b.latin));
    (skeleton.len() >= 3).then_some(skeleton)
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        /// The short way for plain Latin letters is the long way.
        #[test]
        fn plain_ascii_text(text in "[ -~\\t\\n\\x00]{0,40}") {
            let long = plain(&format!("{text} é"));
            let expect = format!("{} e", plain(&text));
            proptest::prop_assert_eq!(long, expect.trim_start());
        }
    }

    #[test]
    fn plain_text() {
        for (text, expect) in [
            ("  JÉRÔME   KAKWAVU ", "jerome kakwavu"),
            ("O’Connor-Smith, Jr.", "oconnor smith jr"),
            ("ESTÊVÃO Straße Ørsted Łódź", "estevao strasse orsted lodz"),
            ("‘ABD AL-SALAM", "abd al salam"),
            ("Müller ﬁn Ⅻ", "muller fin xii"),
            ("İstanbul ISPARTA ılgaz", "istanbul isparta ilgaz"),
            ("أَبُو بَكْرٍ", "ابو بكر"),
            ("علی گل", "علي گل"),
            ("فاطمة", "فاطمه"),
            ("Ёлкин Андрій Йосипович", "елкин андрии иосипович"),
            ("ΓΙΏΡΓΟΣ", "γιωργοσ"),
            ("김정은", "김정은"),
            ("バラク", "バラク"),
            ("a\u{202E}b\u{200B}c\u{0}d", "abc d"),
            ("(***)", ""),
        ] {
            assert_eq!(plain(text), expect, "{text}");
        }
    }

    #[test]
    fn parts_of_names() {
        for (text, expect) in [
            ("Abdulrahman al-Zawahiri", "abd rahman al zawahiri"),
            ("ABD AL-RAHMAN", "abd al rahman"),
            ("Abdur Rahman", "abd rahman"),
            (
                "Abdelkader Abdessalam Abdurrahman",
                "abd kader abd salam abd rahman",
            ),
            ("Abdullah Abdallah Abdoulaye", "abdullah abdallah abdoulaye"),
            ("عبدالرحمن الظواهري", "عبد رحمن ظواهري"),
            ("عبد الله", "عبد الله"),
            ("金铁三 Jin", "金铁三 jin"),
            ("Jin金铁三", "jin 金铁三"),
        ] {
            let found: Vec<_> = parts(text).iter().map(|p| p.text.to_string()).collect();
            assert_eq!(found.join(" "), expect, "{text}");
        }
        assert_eq!(parts(&"ab ".repeat(10_000)).len(), limits::NAME_PARTS_MAX);
    }
}
