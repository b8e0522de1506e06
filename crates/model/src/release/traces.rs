//! What gives a source away though no name stands there: a time to the minute, a place to the metre, how many sources there
//! were; and a marking written in a text above the label that the text bears.

use crate::label::Class;

/// Words for those who tell, beside a count.
const SOURCES: &[&str] = &[
    "source",
    "informant",
    "agent",
    "asset",
    "report",
    "witness",
    "intercept",
    "indicateur",
    "rapport",
    "témoin",
    "fuente",
    "informe",
    "testigo",
    "источник",
    "агент",
    "сообщени",
    "مصدر",
    "مصادر",
    "تقرير",
    "مخبر",
    "来源",
    "线人",
    "消息",
    "报告",
];
/// Words between the part and the whole of a count.
const OF: &[&str] = &["of", "out", "sur", "de", "из", "من", "/"];
/// How many words after the whole a word for a source may stand.
const NEAR: usize = 2;
/// Decimals of a coordinate from which it names a place to about a hundred metres.
const DECIMALS_MIN: usize = 3;

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
    ("RESTRICTED", Class::Restricted),
];

/// Words of a text, with the signs that hold a time or a coordinate together.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, ':' | '.' | '/' | '-' | '°' | '\'')))
        .map(|word| word.trim_matches(['.', '-', '/', '\'']))
        .filter(|word| !word.is_empty())
}

/// Whether a time of day to the minute stands in the text: `21:15`, `2026-02-08T21:15:23Z`, `2115Z`, `0915 hours`.
pub(super) fn has_time(text: &str) -> bool {
    let mut before = "";
    for word in words(text) {
        if word.split(['T', 't', ' ']).any(is_clock) || is_zulu(word) {
            return true;
        }
        let hours = matches!(
            word,
            "hours" | "hrs" | "h" | "heures" | "horas" | "часов" | "ساعة"
        );
        if hours && before.len() == 4 && before.bytes().all(|b| b.is_ascii_digit()) {
            return true;
        }
        before = word;
    }
    false
}

/// `21:15` with whatever follows it.
fn is_clock(word: &str) -> bool {
    let mut parts = word.split(':');
    let (Some(hour), Some(minute)) = (parts.next(), parts.next()) else {
        return false;
    };
    let longer = minute.chars().nth(2).is_some_and(|c| c.is_ascii_digit());
    let minute = minute.get(..2).filter(|_| !longer).unwrap_or_default();
    let number = |text: &str| text.parse::<u8>().ok();
    hour.len() <= 2
        && number(hour).is_some_and(|h| h < 25)
        && number(minute).is_some_and(|m| m < 60)
}

/// `2115Z`.
fn is_zulu(word: &str) -> bool {
    let digits = word.strip_suffix(['Z', 'z']).unwrap_or_default();
    digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a place stands in the text as coordinates.
pub(super) fn has_coordinates(text: &str) -> bool {
    text.contains('°') || words(text).any(is_coordinate)
}

fn is_coordinate(word: &str) -> bool {
    let Some((whole, decimals)) = word.split_once('.') else {
        return false;
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let decimals = decimals.trim_end_matches(['N', 'S', 'E', 'W']);
    digits(whole) && whole.len() <= 3 && digits(decimals) && decimals.len() >= DECIMALS_MIN
}

/// Whether the text tells how many sources there were: "3 of 4 sources", "two informants".
pub(super) fn counts_sources(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> = words(&lower).collect();
    words.iter().enumerate().any(|(at, word)| {
        let after = words.get(at + 1..).unwrap_or_default();
        let of = after.first().is_some_and(|word| OF.contains(word));
        let rest = match of {
            true => after.get(1..).unwrap_or_default(),
            false => after,
        };
        let reach = if of { NEAR + 2 } else { NEAR };
        is_count(word) && rest.iter().take(reach).any(|word| is_source(word))
    })
}

fn is_source(word: &str) -> bool {
    SOURCES.iter().any(|source| word.starts_with(source))
}

/// A number, in digits (of at most two: a year is none) or as a word.
fn is_count(word: &str) -> bool {
    const NUMBERS: &[&str] = &[
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "several",
        "both",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "dos",
        "tres",
        "cuatro",
        "cinco",
        "два",
        "две",
        "три",
        "четыре",
        "пять",
        "ثلاثة",
        "أربعة",
        "خمسة",
    ];
    let digits = word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
    let fraction = word
        .split_once('/')
        .is_some_and(|(a, b)| is_count(a) && is_count(b));
    !word.is_empty() && (digits || fraction || NUMBERS.contains(&word))
}

/// The class that a marking written in the text says, if it is above the label's.
pub(super) fn marked_above(text: &str, class: Class) -> Option<Class> {
    let says = |(marking, _): &&(&str, Class)| stands_alone(text, marking);
    let highest = MARKINGS.iter().filter(says).map(|(_, class)| *class).max();
    highest.filter(|said| *said > class)
}

/// Whether the marking stands in the text as words of its own.
fn stands_alone(text: &str, marking: &str) -> bool {
    let han = marking.chars().any(|c| c > '\u{2E80}');
    text.match_indices(marking).any(|(at, found)| {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        han || ![before, after]
            .iter()
            .flatten()
            .any(|c| c.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_places_and_counts_are_seen() {
        for text in [
            "at 21:15",
            "2026-02-08T21:15:23Z",
            "seen 0915 hours",
            "2115Z in the port",
        ] {
            assert!(has_time(text), "{text}");
        }
        for text in [
            "born 1974-06-13",
            "group 21",
            "ratio 3:400",
            "in 2026",
            "passport A1234567",
        ] {
            assert!(!has_time(text), "{text}");
        }
        for text in ["12.3456, 45.6789", "at 12.345N", "33° 12' north"] {
            assert!(has_coordinates(text), "{text}");
        }
        for text in ["1,200.50 euro", "version 1.2", "paragraph 2.3."] {
            assert!(!has_coordinates(text), "{text}");
        }
        for text in [
            "3 of 4 sources",
            "two informants",
            "according to 2 reports",
            "3 из 4 источников",
            "deux rapports",
        ] {
            assert!(counts_sources(text), "{text}");
        }
        for text in [
            "grading B2",
            "one passport",
            "travelled with two children",
            "in 2026 sources said",
        ] {
            assert!(!counts_sources(text), "{text}");
        }
    }

    #[test]
    fn a_marking_above_the_label_is_seen() {
        assert_eq!(
            marked_above("(SECRET) He left.", Class::Public),
            Some(Class::Secret)
        );
        assert_eq!(
            marked_above("TOP SECRET//NOFORN", Class::Secret),
            Some(Class::TopSecret)
        );
        assert_eq!(marked_above("His secret journey", Class::Public), None);
        assert_eq!(
            marked_above("SECRETARIAT of the court", Class::Public),
            None
        );
        assert_eq!(marked_above("SECRET", Class::Secret), None);
        assert_eq!(
            marked_above("绝密:他离开了", Class::Official),
            Some(Class::TopSecret)
        );
    }
}
