//! Scripts, their transliteration to Latin letters, and the consonant skeleton.
//!
//! One reading per letter, chosen so that a name and its usual Latin spelling meet in the skeleton; not a scholarly
//! romanisation, and never shown to anybody. Han, kana and the scripts without a table are compared as they are.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Script of a name part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Script {
    /// Latin, with or without marks.
    Latin,
    /// Cyrillic.
    Cyrillic,
    /// Greek.
    Greek,
    /// Arabic, with the letters of Persian, Pashto and Urdu.
    Arabic,
    /// Hebrew.
    Hebrew,
    /// Georgian.
    Georgian,
    /// Armenian.
    Armenian,
    /// Korean syllables.
    Hangul,
    /// Chinese characters.
    Han,
    /// Japanese syllables.
    Kana,
    /// Digits and signs only.
    Common,
    /// Any other.
    Other,
}

impl Script {
    /// The script of the first letter that has one.
    pub fn of(text: &str) -> Script {
        text.chars()
            .map(Script::of_char)
            .find(|s| *s != Script::Common)
            .unwrap_or(Script::Common)
    }

    /// From its place in the order above.
    pub(crate) fn from_code(code: u8) -> Script {
        const ORDER: [Script; 12] = [
            Script::Latin,
            Script::Cyrillic,
            Script::Greek,
            Script::Arabic,
            Script::Hebrew,
            Script::Georgian,
            Script::Armenian,
            Script::Hangul,
            Script::Han,
            Script::Kana,
            Script::Common,
            Script::Other,
        ];
        *ORDER.get(usize::from(code)).unwrap_or(&Script::Other)
    }

    /// Whether short vowels are not written, so that only consonants can be compared with other scripts.
    pub fn is_abjad(self) -> bool {
        matches!(self, Script::Arabic | Script::Hebrew)
    }

    fn of_char(c: char) -> Script {
        match u32::from(c) {
            0x41..=0x5A | 0x61..=0x7A | 0xC0..=0x24F | 0x250..=0x2AF | 0x1E00..=0x1EFF => {
                Script::Latin
            }
            0x370..=0x3FF | 0x1F00..=0x1FFF => Script::Greek,
            0x400..=0x52F => Script::Cyrillic,
            0x531..=0x588 => Script::Armenian,
            0x590..=0x5FF => Script::Hebrew,
            0x600..=0x65F | 0x66E..=0x6EF | 0x6FA..=0x77F | 0x8A0..=0x8FF => Script::Arabic,
            0x10A0..=0x10FF | 0x1C90..=0x1CBF | 0x2D00..=0x2D2F => Script::Georgian,
            0x1100..=0x11FF | 0xAC00..=0xD7FB => Script::Hangul,
            0x3040..=0x30FF | 0x31F0..=0x31FF => Script::Kana,
            0x2E80..=0x2FDF
            | 0x3005..=0x3007
            | 0x3400..=0x9FFF
            | 0xF900..=0xFAFF
            | 0x20000..=0x323AF => Script::Han,
            _ if c.is_alphabetic() => Script::Other,
            _ => Script::Common,
        }
    }
}

/// Cuts a word where the script changes; digits stay with what is before them.
pub(super) fn runs(word: &str) -> Vec<&str> {
    let mut cuts = vec![0];
    let mut current = Script::Common;
    for (at, c) in word.char_indices() {
        let script = Script::of_char(c);
        if script == Script::Common {
            continue;
        }
        if current != Script::Common && script != current {
            cuts.push(at);
        }
        current = script;
    }
    cuts.push(word.len());
    cuts.windows(2)
        .filter_map(|w| word.get(*w.first()?..*w.last()?))
        .filter(|run| !run.is_empty())
        .collect()
}

/// Writes a plain character in the form under which its variants meet.
pub(super) fn push_folded(out: &mut String, c: char) {
    match c {
        'ß' => out.push_str("ss"),
        'æ' => out.push_str("ae"),
        'œ' => out.push_str("oe"),
        'þ' => out.push_str("th"),
        'ø' => out.push('o'),
        'đ' | 'ð' | 'ɖ' => out.push('d'),
        'ł' => out.push('l'),
        'ħ' => out.push('h'),
        'ı' => out.push('i'),
        'ŋ' => out.push('n'),
        'ə' => out.push('e'),
        'ς' => out.push('σ'),
        'ى' | 'ی' | 'ې' | 'ے' | 'ۍ' => out.push('ي'),
        'ک' | 'ڪ' => out.push('ك'),
        'ة' | 'ہ' | 'ھ' | 'ە' | 'ۃ' => out.push('ه'),
        'ٱ' => out.push('ا'),
        'ґ' => out.push('г'),
        'і' => out.push('и'),
        'є' => out.push('е'),
        _ => match digit(c) {
            Some(d) => out.push(d),
            None => out.push(c),
        },
    }
}

/// Digits of Arabic, Persian and Devanagari as ASCII digits.
pub(crate) fn digit(c: char) -> Option<char> {
    let zero = [0x660, 0x6F0, 0x966]
        .into_iter()
        .find(|zero| (*zero..zero + 10).contains(&u32::from(c)))?;
    char::from_digit(u32::from(c) - zero, 10)
}

/// Letter and Latin letters, by script.
const LETTERS: &[&str] = &[
    // Cyrillic
    "а=a б=b в=v г=g д=d е=e ж=zh з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ы=y э=e ю=yu я=ya",
    "ј=j љ=lj њ=nj ћ=c ђ=dj џ=dzh қ=k ғ=gh ҳ=h ө=o ү=u ұ=u һ=h ә=a ң=n ҷ=j ѓ=g ќ=k",
    // Greek
    "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s τ=t υ=y φ=f χ=ch ψ=ps ω=o",
    // Arabic, Persian, Pashto, Urdu
    "ا=a ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع=a غ=gh ف=f ق=q ك=k ل=l م=m ن=n ه=h و=w ي=y",
    "پ=p چ=ch ژ=zh گ=g ګ=g ټ=t ډ=d ړ=r ڼ=n ځ=z څ=s ښ=sh ږ=g ٹ=t ڈ=d ڑ=r ں=n ڤ=v ۆ=o ڵ=l ڕ=r",
    // Hebrew
    "א=a ב=b ג=g ד=d ה=h ו=w ז=z ח=h ט=t י=y כ=k ך=k ל=l מ=m ם=m נ=n ן=n ס=s ע=a פ=p ף=f צ=ts ץ=ts ק=k ר=r ש=sh ת=t",
    // Georgian
    "ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=gh ყ=q შ=sh ჩ=ch ც=ts ძ=dz წ=ts",
    "ჭ=ch ხ=kh ჯ=j ჰ=h",
    // Armenian
    "ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=y թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n շ=sh ո=o չ=ch պ=p ջ=j ռ=r ս=s",
    "վ=v տ=t ր=r ց=ts ւ=v փ=p ք=k օ=o ֆ=f և=ev",
];

static TABLE: LazyLock<HashMap<char, &'static str>> = LazyLock::new(|| {
    let pairs = LETTERS
        .iter()
        .flat_map(|row| row.split(' '))
        .filter_map(|pair| pair.split_once('='));
    pairs
        .filter_map(|(letter, latin)| Some((letter.chars().next()?, latin)))
        .collect()
});

/// The part in Latin letters; empty for scripts without a table.
pub(super) fn latin(text: &str, script: Script) -> String {
    match script {
        Script::Latin | Script::Common => text.to_owned(),
        Script::Hangul => text.chars().map(syllable).collect(),
        Script::Han | Script::Kana | Script::Other => any_ascii::any_ascii(text)
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .collect(),
        _ => text
            .chars()
            .filter_map(|c| TABLE.get(&c).copied())
            .collect(),
    }
}

/// A Korean syllable in the revised romanisation, each letter by itself (Unicode 3.12 arithmetic).
fn syllable(c: char) -> String {
    const LEAD: &str = "g kk n d tt r m b pp s ss - j jj ch k t p h";
    const VOWEL: &str = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i";
    const TAIL: &str = "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t";
    let Some(index) = u32::from(c).checked_sub(0xAC00).filter(|i| *i < 11_172) else {
        return String::new();
    };
    let pick = |row: &str, i: u32| {
        row.split(' ')
            .nth(i as usize)
            .filter(|s| *s != "-")
            .unwrap_or("")
            .to_owned()
    };
    pick(LEAD, index / 588) + &pick(VOWEL, index % 588 / 28) + &pick(TAIL, index % 28)
}

/// Sounds that transliterations of one name exchange, longest first.
const SOUNDS: &str = "shch=s dzh=j sch=s tch=s kh=k gh=k ch=s sh=s zh=s th=t dh=t ph=f dj=j ts=s tz=s cz=s dz=s ck=k ce=s ci=s cy=s \
     b=b p=b f=f v=f k=k q=k g=k c=k x=ks s=s z=s d=t t=t j=j l=l m=m n=n r=r h=h";

/// Sounds by their first letter, longest first.
static SOUND_TABLE: LazyLock<[Vec<(&'static str, &'static str)>; 26]> = LazyLock::new(|| {
    let mut table = [const { Vec::new() }; 26];
    for (sound, class) in SOUNDS
        .split_whitespace()
        .filter_map(|pair| pair.split_once('='))
    {
        let letter = sound
            .bytes()
            .next()
            .map(|b| usize::from(b.wrapping_sub(b'a')));
        if let Some(sounds) = letter.and_then(|letter| table.get_mut(letter)) {
            sounds.push((sound, class));
        }
    }
    table
});

/// The consonants of a Latin form, in classes, vowels and doubled sounds left out: "muhammad", "Mohamed" and "محمد" are all "mhmt".
pub(super) fn skeleton(latin: &str) -> String {
    let mut out = String::with_capacity(latin.len());
    let mut rest = latin;
    while let Some(c) = rest.chars().next() {
        let letter =
            usize::try_from(u32::from(c).wrapping_sub(u32::from('a'))).unwrap_or(usize::MAX);
        let sounds = SOUND_TABLE.get(letter).map_or(&[][..], Vec::as_slice);
        let found = sounds.iter().find(|(sound, _)| rest.starts_with(sound));
        let (sound_len, class) =
            found.map_or((c.len_utf8(), ""), |(sound, class)| (sound.len(), *class));
        rest = rest.get(sound_len..).unwrap_or_default();
        let is_last = rest.is_empty();
        if c.is_ascii_digit() {
            out.push(c);
        } else if !(class == "h" && is_last || out.ends_with(class) && !class.is_empty()) {
            out.push_str(class);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_meet_in_the_skeleton() {
        for (a, b) in [
            ("muhammad", "محمد"),
            ("mohamed", "محمد"),
            ("yusuf", "يوسف"),
            ("rahman", "رحمن"),
            ("khalid", "خالد"),
            ("vladimir", "владимир"),
            ("shevchenko", "шевченко"),
            ("jamal", "джамал"),
            ("giorgos", "γιωργοσ"),
            ("yitzhak", "יצחק"),
            ("kim", "김"),
            ("gim", "김"),
            ("fatimah", "fatima"),
        ] {
            let of = |text: &str| skeleton(&latin(text, Script::of(text)));
            assert_eq!(of(a), of(b), "{a} {b}");
            assert!(!of(a).is_empty());
        }
    }

    #[test]
    fn words_are_cut_at_the_script() {
        for (word, expect) in [
            ("jin金铁三", vec!["jin", "金铁三"]),
            ("m23", vec!["m23"]),
            ("23", vec!["23"]),
            ("abcабв7", vec!["abc", "абв7"]),
        ] {
            assert_eq!(runs(word), expect);
        }
    }
}
