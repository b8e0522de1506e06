//! One syllable of a Chinese or Korean name in Latin letters, written alike however it was romanised: "Zhang", "Chang" and "Jang",
//! "Xi" and "Hsi", "Je" and "Che", "Woo" and "U".
//!
//! Pinyin, Wade-Giles, McCune-Reischauer, the Revised Romanisation of Korea and the spelling of the north differ in the same few
//! letters: whether a breath is written, and by which vowels. What one of them keeps apart and another does not is one here. Only
//! words of one syllable are read so: longer ones would meet names of every other language.

/// Longer words are no single syllable.
const LETTERS_MAX: usize = 6;

/// First sounds, the longest spelling first, and one letter for each.
const INITIALS: &[(&str, &str)] = &[
    ("tch", "j"),
    ("zh", "j"),
    ("ch", "j"),
    ("q", "j"),
    ("j", "j"),
    ("hs", "x"),
    ("sh", "x"),
    ("x", "x"),
    ("ts", "z"),
    ("tz", "z"),
    ("z", "z"),
    ("c", "z"),
    ("s", "s"),
    ("k", "k"),
    ("g", "k"),
    ("p", "p"),
    ("b", "p"),
    ("t", "t"),
    ("d", "t"),
    ("rh", "l"),
    ("r", "l"),
    ("l", "l"),
    ("m", "m"),
    ("n", "n"),
    ("f", "f"),
    ("h", "h"),
];

/// Vowels with the half-vowels before them, and how they are written here.
const VOWELS: &[(&str, &str)] = &[
    ("a", "a"),
    ("ae", "e"),
    ("ai", "ai"),
    ("ao", "ao"),
    ("au", "ao"),
    ("e", "e"),
    ("ee", "i"),
    ("ei", "ei"),
    ("eo", "o"),
    ("eu", "u"),
    ("eui", "ui"),
    ("i", "i"),
    ("ia", "ia"),
    ("iao", "iao"),
    ("ie", "ie"),
    ("io", "io"),
    ("iu", "iu"),
    ("o", "o"),
    ("oe", "we"),
    ("oo", "u"),
    ("ou", "ou"),
    ("u", "u"),
    ("ua", "ua"),
    ("uai", "uai"),
    ("ue", "ue"),
    ("uei", "ui"),
    ("ui", "ui"),
    ("uo", "o"),
    ("wa", "ua"),
    ("wae", "we"),
    ("wai", "uai"),
    ("we", "we"),
    ("wei", "ui"),
    ("weo", "uo"),
    ("wi", "ui"),
    ("wo", "uo"),
    ("woo", "u"),
    ("wu", "u"),
    ("y", "i"),
    ("ya", "ia"),
    ("yao", "iao"),
    ("ye", "ie"),
    ("yeo", "io"),
    ("yi", "i"),
    ("yo", "io"),
    ("yoo", "iu"),
    ("you", "iu"),
    ("yu", "iu"),
];

/// Last sounds; a breath at the end is only a way of writing.
const ENDS: &[(&str, &str)] = &[
    ("", ""),
    ("h", ""),
    ("n", "n"),
    ("ng", "ng"),
    ("m", "m"),
    ("k", "k"),
    ("g", "k"),
    ("l", "l"),
];

/// What the vowels are before a last sound.
const BEFORE: &[(&str, &str, &str)] = &[
    ("u", "ng", "o"),
    ("ou", "ng", "o"),
    ("iu", "ng", "io"),
    ("iu", "n", "io"),
    ("iu", "k", "io"),
    ("ou", "n", "o"),
    ("ie", "n", "ia"),
    ("ue", "n", "ua"),
];

/// The syllable, written alike in every romanisation; `None` where the word is not one syllable of these languages.
pub(super) fn alike(word: &str) -> Option<String> {
    if !(1..=LETTERS_MAX).contains(&word.len()) || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    let (initial, rest) = INITIALS
        .iter()
        .find_map(|(spelling, sound)| Some((*sound, word.strip_prefix(spelling)?)))
        .unwrap_or(("", word));
    let vowels = rest.find(|c| !"aeiouwy".contains(c)).unwrap_or(rest.len());
    let (vowels, end) = rest.split_at_checked(vowels)?;
    let said = |table: &[(&str, &'static str)], text: &str| {
        table
            .iter()
            .find(|(spelling, _)| *spelling == text)
            .map(|(_, sound)| *sound)
    };
    let (vowels, end) = (said(VOWELS, vowels)?, said(ENDS, end)?);
    let before = BEFORE.iter().find(|(v, e, _)| (*v, *e) == (vowels, end));
    let vowels = before.map_or(vowels, |(_, _, vowels)| vowels);
    // "Si" and "Shi", "Xi" and "Hsi": before i they are one.
    let initial = match initial {
        "s" if vowels.starts_with('i') => "x",
        other => other,
    };
    Some([initial, vowels, end].concat())
}

#[cfg(test)]
mod tests {
    use super::alike;

    #[test]
    fn romanisations_of_one_syllable_are_alike() {
        for spellings in [
            &["zhang", "chang", "jang"][..],
            &["xi", "hsi", "shi"],
            &["je", "che", "jae", "chae"],
            &["woo", "u", "wu"],
            &["cho", "jo"],
            &["qian", "chien", "jian"],
            &["jin", "chin", "qin"],
            &["pak", "bak", "bag"],
            &["chol", "jol", "cheol"],
            &["song", "sung", "seong"],
            &["hyon", "hyun", "hyeon"],
            &["kyong", "kyung", "gyeong"],
            &["li", "ri", "lee", "rhee"],
            &["tung", "dong"],
            &["teh", "de"],
            &["yong", "young", "yeong"],
            &["cai", "tsai"],
        ] {
            let alike: Vec<_> = spellings.iter().map(|s| alike(s)).collect();
            assert!(
                alike.iter().all(Option::is_some),
                "{spellings:?}: {alike:?}"
            );
            assert!(
                alike.windows(2).all(|two| two[0] == two[1]),
                "{spellings:?}: {alike:?}"
            );
        }
    }

    #[test]
    fn others_are_not() {
        for (one, other) in [
            ("zhang", "zhong"),
            ("li", "lin"),
            ("chol", "chul"),
            ("ho", "hu"),
            ("wang", "wong"),
            ("zhou", "zhu"),
        ] {
            assert_ne!(alike(one), alike(other), "{one} {other}");
        }
        for word in [
            "maria", "martin", "smith", "carl", "john", "jinping", "", "ng", "ли", "x1", "ahmed",
        ] {
            assert_eq!(alike(word), None, "{word}");
        }
    }
}
