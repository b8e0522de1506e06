//! What people write into a text that says what its label should: a marking of its class or light, a grade; and a date of birth.

use super::disguise::bones;
use super::traces::plain_digits;
use crate::label::{Class, Label, Tlp};
use crate::record::Grade;
use crate::script::is_invisible;

/// How many characters before a grade its word may stand.
const GRADE_NEAR: usize = 20;
/// How many characters after its word a date of birth may end.
const BIRTH_NEAR: usize = 28;

/// Markings that people write into a text, by the class they say. Capitals only: "secret" in a sentence is a word.
const MARKINGS: &[(&str, Class)] = &[
    ("TOP SECRET", Class::TopSecret),
    ("TRÈS SECRET", Class::TopSecret),
    ("TRES SECRET", Class::TopSecret),
    ("ALTO SECRETO", Class::TopSecret),
    ("СОВЕРШЕННО СЕКРЕТНО", Class::TopSecret),
    ("سري للغاية", Class::TopSecret),
    ("绝密", Class::TopSecret),
    ("SECRET", Class::Secret),
    ("SECRETO", Class::Secret),
    ("СЕКРЕТНО", Class::Secret),
    ("机密", Class::Secret),
    ("NOFORN", Class::Secret),
    ("ORCON", Class::Secret),
    ("HCS", Class::Secret),
    ("CONFIDENTIAL", Class::Confidential),
    ("CONFIDENTIEL", Class::Confidential),
    ("CONFIDENCIAL", Class::Confidential),
    ("КОНФИДЕНЦИАЛЬНО", Class::Confidential),
    ("秘密", Class::Confidential),
    ("STRENG GEHEIM", Class::TopSecret),
    ("GEHEIM", Class::Secret),
    ("سري", Class::Secret),
    ("RESTRICTED", Class::Restricted),
    ("DIFFUSION RESTREINTE", Class::Restricted),
    ("ДСП", Class::Restricted),
];

/// Whether a marking written in the text says more than the label does: a class, a traffic light, who may not have it.
pub(super) fn is_marked_above(text: &str, label: &Label) -> bool {
    let text = plain_capitals(text);
    if handling_code(&text) && !label.orcon {
        return true;
    }
    let class = MARKINGS
        .iter()
        .any(|(marking, class)| *class > label.class && stands_alone(&text, marking));
    let low = label.class < Class::Secret;
    let eyes = ["EYES ONLY", "NO FOREIGN", "REL TO"]
        .iter()
        .any(|marking| stands_alone(&text, marking));
    class
        || low && eyes
        || lights(&text).any(|light| light > label.tlp)
        || portion_mark(&text).is_some_and(|class| class > label.class)
}

/// Whether a text bears a handling code of Europol that forbids more than its use against crime: `H1`, `H2`, `H3`.
fn handling_code(text: &str) -> bool {
    let head = text.trim_start().trim_start_matches(['(', '[']);
    let coded = |text: &str| {
        let mut letters = text.trim_start().chars();
        let code =
            letters.next() == Some('H') && letters.next().is_some_and(|c| ('1'..='3').contains(&c));
        code && !letters.next().is_some_and(char::is_alphanumeric)
    };
    let named = text.split_once("andling");
    let named = named.map(|(_, rest)| {
        rest.trim_start_matches([' ', ':'])
            .trim_start_matches("code")
            .trim_start_matches([' ', ':'])
    });
    coded(head) || named.is_some_and(coded)
}

/// The text without what is not seen, capitals that look Latin as Latin in words that have Latin ones, and letters that stand
/// apart (`S E C R E T`) put together.
fn plain_capitals(text: &str) -> String {
    let seen: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    let word = |word: &str| {
        let mixed = word.chars().any(|c| c.is_ascii_uppercase()) && !word.is_ascii();
        let latin = |c: char| match c.is_ascii() || !c.is_uppercase() || !mixed {
            true => c,
            false => bones(&c.to_string())
                .chars()
                .next()
                .map_or(c, |bone| bone.to_ascii_uppercase()),
        };
        word.chars().map(latin).collect::<String>()
    };
    let words: Vec<String> = seen.split(' ').map(word).collect();
    let mut plain = String::new();
    for (at, word) in words.iter().enumerate() {
        let single = |word: &str| word.len() == 1 && word.bytes().all(|b| b.is_ascii_uppercase());
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        let apart = single(word) && before.is_some_and(|before| single(before));
        if at > 0 && !apart {
            plain.push(' ');
        }
        plain.push_str(word);
    }
    plain
}

/// The traffic lights that a text names.
fn lights(text: &str) -> impl Iterator<Item = Tlp> {
    let upper = text.to_uppercase();
    let named = move |light: &Tlp| {
        let code = light.code();
        [
            format!("TLP:{code}"),
            format!("TLP {code}"),
            format!("TLP: {code}"),
            format!("TLP-{code}"),
        ]
        .iter()
        .any(|marking| stands_alone(&upper, marking))
    };
    Tlp::ALL.iter().copied().filter(move |light| named(light))
}

/// The class that the mark at the head of a portion says: `(S)`, `(S//NF)`, `(secret)`, `Secret: …`, `Classification: secret`.
fn portion_mark(text: &str) -> Option<Class> {
    let text = text.trim_start();
    let bracketed = text
        .strip_prefix(['(', '['])
        .and_then(|rest| rest.split([')', ']', '/']).next());
    let headed = text.split_once(':').map(|(head, _)| head);
    let told = text.to_lowercase();
    let told = told.strip_prefix("classification:").map(|rest| {
        rest.split(['.', ',', ';', '\n'])
            .next()
            .unwrap_or_default()
            .trim()
            .to_uppercase()
    });
    let said = bracketed.or(headed).map(|mark| mark.trim().to_uppercase());
    let abbreviated = |mark: &str| match mark {
        "S" => Some(Class::Secret),
        "TS" => Some(Class::TopSecret),
        "C" => Some(Class::Confidential),
        _ => MARKINGS
            .iter()
            .find(|(marking, _)| *marking == mark)
            .map(|(_, class)| *class),
    };
    [said, told]
        .into_iter()
        .flatten()
        .find_map(|mark| abbreviated(&mark))
}

/// Whether the marking stands in the text as words of its own; of Han, not among other Han.
fn stands_alone(text: &str, marking: &str) -> bool {
    text.match_indices(marking).any(|(at, found)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text
            .get(at + found.len()..)
            .and_then(|text| text.chars().next());
        ![before, after]
            .iter()
            .flatten()
            .any(|c| c.is_alphanumeric())
    })
}

/// Words for a grade, and for the reliability of a source alone, by their beginnings.
const GRADED: &[&str] = &[
    "grad",
    "admiralty",
    "rated",
    "cot",
    "fiab",
    "califica",
    "evalua",
    "évalua",
    "оцен",
    "степен",
    "تقييم",
    "درجة",
    "评级",
    "等级",
    "评为",
];
const RELIABLE: &[&str] = &["reliab", "fiab", "надежн", "надёжн", "موثوق", "可靠"];

/// Grades written into a text: `grading B2`, `grade E 5`, `(E5)`, `оценка F6`, `评级F6`, `reliability E`.
pub(super) fn grades(text: &str) -> impl Iterator<Item = Grade> {
    let letters: Vec<char> = plain_digits(text).chars().collect();
    let mut found = Vec::new();
    for (at, source) in letters.iter().enumerate() {
        let next = |places: usize| letters.get(at + places).copied();
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied();
        if before.is_some_and(|c| c.is_ascii_alphanumeric()) || !source.is_ascii_uppercase() {
            continue;
        }
        let blank = usize::from(next(1) == Some(' '));
        let grade = next(1 + blank).and_then(|number| Grade::parse(&format!("{source}{number}")));
        let ends = !next(2 + blank).is_some_and(|c| c.is_ascii_alphanumeric());
        let bracketed = before == Some('(') && next(2 + blank) == Some(')');
        let told: String = letters
            .get(at.saturating_sub(GRADE_NEAR)..at)
            .unwrap_or_default()
            .iter()
            .collect();
        let told = told.to_lowercase();
        let says = |stems: &[&str]| stems.iter().any(|stem| told.contains(stem));
        if ends && (bracketed || says(GRADED)) {
            found.extend(grade);
        }
        // Of a source alone; what it says is then worth what it is worth.
        let alone = !next(1).is_some_and(|c| c.is_ascii_alphanumeric());
        if alone && says(RELIABLE) {
            found.extend(Grade::parse(&format!("{source}1")));
        }
    }
    found.into_iter()
}

/// Dates of birth told in a text, each as what follows the word for it.
pub(super) fn births(text: &str) -> impl Iterator<Item = String> {
    const BORN: &[&str] = &[
        "born",
        "né ",
        "née",
        "nacid",
        "nació",
        "родил",
        "рожд",
        "ولد",
        "مولود",
        "出生",
        "生于",
        "birth",
    ];
    let text = plain_digits(text).to_lowercase();
    let mut found = Vec::new();
    for word in BORN {
        for (at, _) in text.match_indices(word) {
            // "condamné en 2021" tells no birth.
            let before = text.get(..at).and_then(|text| text.chars().next_back());
            let latin = word.chars().next().is_some_and(|c| c < '\u{530}');
            if latin && before.is_some_and(char::is_alphanumeric) {
                continue;
            }
            let after = text.get(at + word.len()..).unwrap_or_default();
            let told: String = after.chars().take(BIRTH_NEAR).collect();
            let told = told.split(['.', ';', '。']).next().unwrap_or_default();
            found.push(told.to_owned());
        }
    }
    found.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_and_births_are_read_in_words() {
        let read = |text: &str| {
            grades(text)
                .map(|grade| grade.to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(read("He joined; grading F6."), ["F6"]);
        assert_eq!(read("评级F6"), ["F6"]);
        assert_eq!(read("joined; (E5)."), ["E5"]);
        assert_eq!(read("grade E 5."), ["E5"]);
        assert_eq!(read("reliability E, credibility 5."), ["E1"]);
        assert_eq!(read("A reliable man of Flat 5"), Vec::<String>::new());
        assert_eq!(births("Il a été condamné en 2021").next(), None);
        assert_eq!(read("flat B2, route A1"), Vec::<String>::new());
        assert_eq!(
            births("He, born 2014-05-05, left.").next().as_deref(),
            Some(" 2014-05-05, left")
        );
    }

    #[test]
    fn a_marking_above_the_label_is_seen() {
        let label = |class| Label {
            tlp: Tlp::Green,
            ..Label::own(&"XA".parse().unwrap(), class)
        };
        for text in [
            "(SECRET) He left.",
            "TOP SECRET//NOFORN",
            "绝密:他离开了",
            "(S//NF) He left",
            "(TS) He",
            "(secret) He",
            "Secret: he",
            "Classification: secret.",
            "EYES ONLY",
            "REL TO AAA ONLY",
            "TLP:RED He",
            "tlp amber",
            "ДСП",
            "STRENG GEHEIM",
            "SEC\u{200B}RET",
            "SEС\u{200B}RET",
            "TLP:АMBER",
            "S E C R E T He has",
            "H2 He has",
            "Handling: H2",
        ] {
            assert!(is_marked_above(text, &label(Class::Official)), "{text}");
        }
        for text in [
            "His secret journey",
            "SECRETARIAT of the court",
            "他秘密结婚",
            "TLP:GREEN",
            "(see below)",
            "Note: he left",
        ] {
            assert!(!is_marked_above(text, &label(Class::Official)), "{text}");
        }
        assert!(!is_marked_above("SECRET", &label(Class::Secret)));
    }
}
