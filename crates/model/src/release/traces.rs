//! What gives a source away though no name stands there: a time to the minute, a place to the metre, how many sources there
//! were.

use crate::script::{is_invisible, plain_digit};

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
/// Beginnings of words that make a source one of money or water.
const INCOME: &[&str] = &[
    "income",
    "revenu",
    "ingres",
    "доход",
    "دخل",
    "energy",
    "water",
    "fund",
];
/// Words between the part and the whole of a count.
const OF: &[&str] = &["of", "out", "sur", "de", "из", "من", "/"];
/// How many words after the whole a word for a source may stand.
const NEAR: usize = 2;
/// Decimals of a coordinate from which it names a place to about a hundred metres.
const DECIMALS_MIN: usize = 3;
/// The same for two in a row without a hemisphere: sums of money have three.
const PAIR_DECIMALS_MIN: usize = 4;

/// Words of a text, with the signs that hold a time or a coordinate together.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, ':' | '.' | ',' | '/' | '-' | '\'')))
        .map(|word| word.trim_matches(['.', ',', '-', '/', '\'', ':']))
        .filter(|word| !word.is_empty())
}

/// The text with the digits of every script as `0` to `9`, and letters of full width as plain ones.
pub(super) fn plain_digits(text: &str) -> String {
    let plain = |c: char| match u32::from(c) {
        0x66B => '.',
        n @ 0xFF01..=0xFF5E => char::from_u32(n - 0xFEE0).unwrap_or(c),
        _ => plain_digit(c),
    };
    text.chars()
        .filter(|c| !is_invisible(*c))
        .map(plain)
        .collect()
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Hours and minutes, in two texts.
fn is_hour_and_minute(hour: &str, minute: &str) -> bool {
    let number = |text: &str| text.parse::<u8>().ok().filter(|_| text.len() <= 2);
    number(hour).is_some_and(|hour| hour < 25)
        && minute.len() == 2
        && number(minute).is_some_and(|minute| minute < 60)
}

/// Whether a time of day to the minute stands in the text: `21:15`, `2026-02-08T21:15:23Z`, `2115Z`, `0915 hours`, `15h32`, `3.32 p.m.`,
/// `15时32分`, `031532ZMAR26`.
pub(super) fn has_time(text: &str) -> bool {
    const HOURS: &[&str] = &[
        "hours",
        "hrs",
        "hr",
        "h",
        "heures",
        "horas",
        "часов",
        "ساعة",
        "uhr",
        "pm",
        "am",
        "p.m",
        "a.m",
        "ч",
    ];
    let text = plain_digits(text).to_lowercase();
    let mut before = "";
    for word in words(&text) {
        if word.split('t').any(is_clock) || is_military(word) || is_with_signs(word) {
            return true;
        }
        // "0915 hours", "15.32 Uhr", "15 h 32".
        if HOURS.contains(&word) {
            let four = before.len() == 4 && all_digits(before);
            let parted = before
                .split_once('.')
                .is_some_and(|(hour, minute)| is_hour_and_minute(hour, minute));
            if four || parted {
                return true;
            }
        }
        before = word;
    }
    parted_by_h(&text)
}

/// `15 h 32`, where words are single.
fn parted_by_h(text: &str) -> bool {
    let words: Vec<&str> = words(text).collect();
    words.windows(3).any(|three| match three {
        [hour, "h" | "ч", minute] => is_hour_and_minute(hour, minute),
        _ => false,
    })
}

/// `21:15` with whatever follows it.
fn is_clock(word: &str) -> bool {
    let mut parts = word.split(':');
    let (Some(hour), Some(minute)) = (parts.next(), parts.next()) else {
        return false;
    };
    let digits = minute.chars().take_while(char::is_ascii_digit).count();
    digits == 2
        && minute
            .get(..2)
            .is_some_and(|minute| is_hour_and_minute(hour, minute))
}

/// `15h32`, `15时32分`, `3.32pm`.
fn is_with_signs(word: &str) -> bool {
    let split = word.split_once(['h', '时', '時', '点', '點', 'ч']);
    let signs = split.is_some_and(|(hour, minute)| {
        let hour = hour.trim_start_matches(|c: char| !c.is_ascii_digit());
        let end = minute
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(minute.len());
        minute
            .get(..end)
            .is_some_and(|minute| is_hour_and_minute(hour, minute))
    });
    let halves = word.strip_suffix("pm").or(word.strip_suffix("am"));
    let parted = halves.and_then(|time| time.split_once(['.', ':']));
    signs || parted.is_some_and(|(hour, minute)| is_hour_and_minute(hour, minute))
}

/// `2115z`, `031532zmar26`.
fn is_military(word: &str) -> bool {
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    let rest = word.get(digits..).unwrap_or_default();
    match digits {
        4 => rest == "z",
        6 => {
            rest.starts_with(|c: char| c.is_ascii_alphabetic())
                && rest.len() >= 3
                && rest.len() <= 8
        }
        _ => false,
    }
}

/// Whether a place stands in the text as coordinates: degrees, two decimals of four places, or of a hemisphere, or a military grid.
pub(super) fn has_coordinates(text: &str) -> bool {
    let text = plain_digits(text);
    if text.contains('°') {
        return true;
    }
    // "12.3456,45.6789" are two numbers, "12,3456" is one.
    let words = words(&text).flat_map(|word| {
        let parted = word.matches('.').count() > 1 && word.contains(',');
        word.split(move |c| c == ':' || parted && c == ',')
    });
    let (mut decimals, mut since) = (0, 0);
    let mut before = "";
    for word in words {
        let places = decimal_places(word);
        let headed = |word: &str| {
            let mut letters = word.chars();
            letters.next().is_some_and(|c| "NSEW".contains(c)) && all_digits(letters.as_str())
        };
        let alone = word.ends_with(['N', 'S', 'E', 'W']) && places >= DECIMALS_MIN;
        let follows = (matches!(word, "N" | "S" | "E" | "W")
            && decimal_places(before) >= DECIMALS_MIN)
            || headed(before) && places >= DECIMALS_MIN;
        let degrees = matches!(word, "deg" | "degrees" | "degrés" | "grados" | "градусов")
            && all_digits(before);
        let grid = is_grid(word) || before == "MGRS" || is_packed(word);
        if alone || follows || degrees || grid {
            return true;
        }
        if places >= PAIR_DECIMALS_MIN {
            (decimals, since) = (decimals + 1, 0);
        } else {
            since += 1;
        }
        if decimals == 2 {
            return true;
        }
        if since > NEAR {
            decimals = 0;
        }
        before = word;
    }
    false
}

/// Decimals of a number of at most three whole digits; none where it is no such number.
fn decimal_places(word: &str) -> usize {
    let word = word.trim_end_matches(['N', 'S', 'E', 'W']);
    let Some((whole, decimals)) = word.split_once(['.', ',']) else {
        return 0;
    };
    match all_digits(whole) && whole.len() <= 3 && all_digits(decimals) {
        true => decimals.len(),
        false => 0,
    }
}

/// A reference of the military grid: `33UXP04884823`.
fn is_grid(word: &str) -> bool {
    let zone = word.chars().take_while(char::is_ascii_digit).count();
    let rest = word.get(zone..).unwrap_or_default();
    let letters = rest.chars().take_while(char::is_ascii_uppercase).count();
    let digits = rest.get(letters..).unwrap_or_default();
    (1..=2).contains(&zone)
        && letters == 3
        && all_digits(digits)
        && digits.len() >= 4
        && digits.len() % 2 == 0
}

/// Degrees, minutes and seconds without signs: `122044N0454044E`.
fn is_packed(word: &str) -> bool {
    let Some((north, east)) = word.split_once(['N', 'S']) else {
        return false;
    };
    let east = east.trim_end_matches(['E', 'W']);
    all_digits(north) && all_digits(east) && north.len() >= 4 && east.len() >= 4
}

/// Whether the text tells how many sources there were: "3 of 4 sources", "two informants".
pub(super) fn counts_sources(text: &str) -> bool {
    let lower = plain_digits(text).to_lowercase();
    if counts_in_chinese(&lower) {
        return true;
    }
    let words: Vec<&str> = words(&lower).collect();
    words.iter().enumerate().any(|(at, word)| {
        let money = words
            .get(at + 1..)
            .unwrap_or_default()
            .iter()
            .take(NEAR + 2);
        let money = money
            .into_iter()
            .any(|word| INCOME.iter().any(|income| word.starts_with(income)));
        let turned = is_source(word)
            && words
                .get(at + 1)
                .is_some_and(|word| all_digits(word) && word.len() <= 2);
        let after = words.get(at + 1..).unwrap_or_default();
        let of = after.first().is_some_and(|word| OF.contains(word));
        let rest = match of {
            true => after.get(1..).unwrap_or_default(),
            false => after,
        };
        let reach = if of { NEAR + 2 } else { NEAR };
        turned || !money && is_count(word) && rest.iter().take(reach).any(|word| is_source(word))
    })
}

/// A number, a measure word and a source: `3个来源`, `四个来源中的三个`.
fn counts_in_chinese(text: &str) -> bool {
    SOURCES
        .iter()
        .filter(|word| word.chars().all(|c| c > '\u{2E80}'))
        .any(|source| {
            text.match_indices(source).any(|(at, _)| {
                let mut before = text.get(..at).unwrap_or_default().chars().rev();
                let measure = before.next().is_some_and(|c| "个名条份位".contains(c));
                measure
                    && before
                        .next()
                        .is_some_and(|c| c.is_ascii_digit() || "一二两三四五六七八九十".contains(c))
            })
        })
}

fn is_source(word: &str) -> bool {
    SOURCES.iter().any(|source| word.starts_with(source))
}

/// A number, in digits (of at most two: a year is none) or as a word.
fn is_count(word: &str) -> bool {
    const NUMBERS: &[&str] = &[
        "one",
        "single",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_seen() {
        for text in [
            "at 21:15",
            "2026-02-08T21:15:23Z",
            "seen 0915 hours",
            "2115Z in the port",
            "à 15h32",
            "à 15 h 32",
            "um 15.32 Uhr",
            "3.32 p.m.",
            "15时32分",
            "١٥:٣٢",
            "１５：３２",
            "031532ZMAR26",
        ] {
            assert!(has_time(text), "{text}");
        }
        for text in [
            "born 1974-06-13",
            "group 21",
            "ratio 3:400",
            "in 2026",
            "passport A1234567",
            "13h. no",
            "paid 12.50",
            "condenado en 2021 a cuatro años",
            "the year 2026 h",
        ] {
            assert_eq!(has_time(text), text.ends_with(" h"), "{text}");
        }
    }

    #[test]
    fn places_and_counts_are_seen() {
        for text in [
            "12.3456, 45.6789",
            "12,3456; 45,6789",
            "at 12.345N",
            "12.345 N",
            "33° 12' north",
            "33UXP04884823",
            "12 deg 20 min",
            "122044N0454044E",
            "١٢٫٣٤٥٦ ٤٥٫٦٧٨٩",
            "geo:12.3456,45.6789",
            "lat 12.3456 lon 45.6789",
            "q=12.3456,45.6789",
            "N12 20.736 E045 40.734",
        ] {
            assert!(has_coordinates(text), "{text}");
        }
        for text in [
            "1,200.50 euro",
            "version 1.2",
            "paragraph 2.3.",
            "2.500 euros and 3.500 more",
            "4.800,50 dólares",
            "Rate 1.0842.",
            "Fuel at 1.489",
        ] {
            assert!(!has_coordinates(text), "{text}");
        }
        for text in [
            "3 of 4 sources",
            "two informants",
            "according to 2 reports",
            "3 из 4 источников",
            "deux rapports",
            "sources: 3",
            "a single source",
            "3个来源",
            "四个来源中的三个",
            "٣ من ٤ مصادر",
        ] {
            assert!(counts_sources(text), "{text}");
        }
        for text in [
            "grading B2",
            "one passport",
            "travelled with two children",
            "in 2026 sources said",
            "two sources of income",
        ] {
            assert!(!counts_sources(text), "{text}");
        }
    }
}
