//! How lists write days, names and several values in one cell.

use crate::dates::{self, Day};
use crate::entity::{Entity, prop};
use crate::lists::xml::squeeze;

/// Months by the first three letters of their English names.
const MONTHS: &str = "jan feb mar apr may jun jul aug sep oct nov dec";

/// The month that a word names.
fn month(word: &str) -> Option<u32> {
    let start = word
        .get(..3)
        .filter(|_| word.chars().all(char::is_alphabetic))?
        .to_lowercase();
    let at = MONTHS.split(' ').position(|m| m == start)?;
    u32::try_from(at + 1).ok()
}

/// A date as lists write it in words and numbers ("10 Dec 1948", "circa 1951", "26.11.1972", "Mar 1960 to Jun 1961", "dd/mm/1958"),
/// in the forms of [`dates`]. Of numbers the day stands first. `None` where it says no date.
pub(crate) fn date(text: &str) -> Option<String> {
    let lower = text.trim().trim_end_matches('.').to_lowercase();
    let (lower, about) = without_about(&lower);
    let lower = lower.strip_prefix("between ").unwrap_or(lower);
    for joint in [" to ", " and ", " - ", "–", "-", "/"] {
        let mut parts = lower.split(joint);
        if let (Some(from), Some(to), None) = (parts.next(), parts.next(), parts.next()) {
            let short = matches!(joint, "-" | "/" | "–");
            let years = |t: &str| t.len() == 4 && t.bytes().all(|b| b.is_ascii_digit());
            if short && !(years(from.trim()) && years(to.trim())) {
                continue;
            }
            let range = format!(
                "{}{about}/{}{about}",
                single(without_about(from).0)?,
                single(without_about(to).0)?
            );
            return dates::parse(&range).is_some().then_some(range);
        }
    }
    single(lower).map(|day| format!("{day}{about}"))
}

fn without_about(text: &str) -> (&str, &str) {
    const ABOUT: [&str; 9] = [
        "circa",
        "approximately",
        "approx.",
        "approx",
        "about",
        "around",
        "c.",
        "ca.",
        "c",
    ];
    let text = text.trim();
    let bare = text
        .trim_end_matches("(approximately)")
        .trim_end_matches("(approx)")
        .trim();
    if bare.len() < text.len() {
        return (bare, "~");
    }
    for word in ABOUT {
        let rest = text.strip_prefix(word).map(str::trim_start);
        if let Some(rest) =
            rest.filter(|r| r.starts_with(|c: char| c.is_ascii_digit()) || word.len() > 2)
        {
            return (rest, "~");
        }
    }
    (text, "")
}

/// One day, month or year.
fn single(text: &str) -> Option<String> {
    let text = text.trim();
    // A time behind the day says nothing here.
    let text = match text.get(..10) {
        Some(day) if text.get(10..).is_some_and(|rest| rest.starts_with('t')) => day,
        _ => text,
    };
    if dates::parse(text).is_some() && !text.contains('/') {
        return Some(text.to_owned());
    }
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let number = |word: &str| -> Option<u32> {
        let digits = word
            .trim_end_matches("st")
            .trim_end_matches("nd")
            .trim_end_matches("rd")
            .trim_end_matches("th");
        (digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit()))
            .then(|| digits.parse().ok())?
    };
    let unknown = |word: &str| matches!(word, "dd" | "mm" | "00" | "0");
    let (year, month_of, day) = match *words.as_slice() {
        [year] => (number(year)?, None, None),
        [m, year] => (number(year)?, Some(month(m).or_else(|| number(m))?), None),
        [a, b, year] if year.len() == 4 && unknown(a) && unknown(b) => (number(year)?, None, None),
        [a, b, year] if year.len() == 4 && unknown(a) => {
            (number(year)?, Some(month(b).or_else(|| number(b))?), None)
        }
        [a, b, year] if year.len() == 4 => match (month(a), month(b)) {
            (Some(m), None) => (number(year)?, Some(m), Some(number(b)?)),
            (None, Some(m)) => (number(year)?, Some(m), Some(number(a)?)),
            _ => day_first(number(a)?, number(b)?, number(year)?)?,
        },
        [year, b, c] if year.len() == 4 => (
            number(year)?,
            Some(month(b).or_else(|| number(b))?),
            Some(number(c)?),
        ),
        _ => return None,
    };
    written(i32::try_from(year).ok()?, month_of, day)
}

type Parts = (u32, Option<u32>, Option<u32>);

fn day_first(a: u32, b: u32, year: u32) -> Option<Parts> {
    let y = i32::try_from(year).ok()?;
    match Day::new(y, b, a) {
        Some(_) => Some((year, Some(b), Some(a))),
        None => Day::new(y, a, b).map(|_| (year, Some(a), Some(b))),
    }
}

fn written(year: i32, month: Option<u32>, day: Option<u32>) -> Option<String> {
    if !(1000..=2999).contains(&year) {
        return None;
    }
    let first = Day::new(year, month.unwrap_or(1), day.unwrap_or(1))?;
    Some(match (month, day) {
        (None, _) => format!("{year:04}"),
        (Some(_), None) => format!("{year:04}-{:02}", first.month),
        (Some(_), Some(_)) => first.to_string(),
    })
}

/// A day with the month first, as the United States write it: "03/28/2025".
pub(crate) fn american_day(text: &str) -> Option<String> {
    let mut parts = text.trim().splitn(3, '/').map(str::parse::<u32>);
    let (Some(Ok(month)), Some(Ok(day)), Some(Ok(year))) =
        (parts.next(), parts.next(), parts.next())
    else {
        return None;
    };
    Some(Day::new(i32::try_from(year).ok()?, month, day)?.to_string())
}

/// Adds a date, or what stands there as a note where it says none.
pub(crate) fn add_date(entity: &mut Entity, property: &str, text: &str) {
    let text = text.trim();
    if text.is_empty() {
        return;
    }
    match date(text) {
        Some(day) => entity.add(property, &day),
        None => {
            if let Some(days) = either(text) {
                days.iter().for_each(|day| entity.add(property, day));
                return;
            }
            let what = if property == prop::BIRTH_DATE {
                "Date of birth"
            } else {
                property
            };
            entity.add(prop::NOTES, &format!("{what}: {text}"));
        }
    }
}

/// Dates of which one is the right one: "1963 or 1964".
fn either(text: &str) -> Option<Vec<String>> {
    text.to_lowercase().split(" or ").map(date).collect()
}

/// Adds a country by its code, also where it is written with its weight first ("Korea, North") or with a remark in brackets. What
/// the table does not know is kept as text.
pub(crate) fn add_country(entity: &mut Entity, property: &str, text: &str) {
    let text = text.trim().trim_end_matches('.');
    let found = country(text);
    entity.add(property, found.as_deref().unwrap_or(text));
}

/// The code of a country that is written in one of these ways.
pub(crate) fn country(text: &str) -> Option<String> {
    let code = |text: &str| crate::ftm::clean("country", "", text);
    let bare = text.split(" (").next().unwrap_or(text);
    let bare = ["former ", "The ", "the "]
        .iter()
        .find_map(|start| bare.strip_prefix(start))
        .unwrap_or(bare);
    let turned = text
        .split_once(", ")
        .map(|(last, first)| format!("{first} {last}"));
    code(text)
        .or_else(|| turned.as_deref().and_then(code))
        .or_else(|| code(bare))
}

/// "AL-ZAWAHIRI, Ayman" as it is spoken: "Ayman AL-ZAWAHIRI".
pub(crate) fn spoken(name: &str) -> String {
    match *name.split(", ").collect::<Vec<_>>().as_slice() {
        [last, first] => squeeze(&format!("{first} {last}")),
        [last, first, after] => squeeze(&format!("{first} {last} {after}")),
        _ => squeeze(name),
    }
}

/// The parts of a cell between separators, without blanks and without separators inside of brackets or quotes.
pub(crate) fn parts(cell: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut from, mut open) = (0_usize, 0_u32);
    for (at, c) in cell.char_indices() {
        match c {
            '(' | '[' => open += 1,
            ')' | ']' => open = open.saturating_sub(1),
            c if c == separator && open == 0 => {
                parts.push(cell.get(from..at).unwrap_or_default());
                from = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(cell.get(from..).unwrap_or_default());
    parts.retain(|part| !part.trim().is_empty());
    parts.into_iter().map(str::trim).collect()
}

/// Values with letters before them, "a) 10.7.1968, b) 10.6.1968" or "(a) Chad; (b) Mali"; any other text is one value.
pub(crate) fn lettered(text: &str) -> Vec<&str> {
    let text = text.trim().trim_matches('"');
    let mut starts: Vec<(usize, usize)> = Vec::new();
    let mut from = 0;
    for letter in 'a'..='z' {
        let mark = format!("{letter})");
        let Some(at) = text.get(from..).and_then(|rest| rest.find(&mark)) else {
            break;
        };
        let at = from + at;
        let before = text.get(..at).unwrap_or_default();
        if before.ends_with(char::is_alphanumeric) {
            break;
        }
        let bracket = usize::from(before.ends_with('('));
        from = at + mark.len();
        starts.push((at - bracket, from));
    }
    if starts.first().is_none_or(|(at, _)| *at != 0) {
        return vec![text];
    }
    let ends = starts.iter().skip(1).map(|(at, _)| *at);
    let ends = ends.chain(std::iter::once(text.len()));
    starts
        .iter()
        .zip(ends)
        .filter_map(|((_, from), to)| text.get(*from..to))
        .map(|value| value.trim().trim_end_matches([',', ';', '.']).trim())
        .filter(|value| !value.is_empty())
        .collect()
}

/// A text as the tail of an id: small letters, digits and dashes; of a text in other letters a number made from it.
pub(crate) fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    let slug = slug.trim_end_matches('-');
    let whole = text
        .chars()
        .filter(|c| c.is_alphabetic())
        .all(|c| c.is_ascii());
    if whole && !slug.is_empty() && slug.len() <= 60 {
        return slug.to_owned();
    }
    format!("x{:016x}", fingerprint(text))
}

/// Fowler, Noll and Vo's FNV-1a, 64 bits: the same for the same text on every machine. Not a proof of anything.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Joins what is not empty with commas.
pub(crate) fn line(parts: &[&str]) -> String {
    parts
        .iter()
        .map(|part| part.trim().trim_end_matches(','))
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read() {
        for (text, expect) in [
            ("10 Dec 1948", Some("1948-12-10")),
            ("December 10, 1948", Some("1948-12-10")),
            ("Dec 1948", Some("1948-12")),
            ("1936", Some("1936")),
            ("circa 1951", Some("1951~")),
            ("Circa 5 May 1951.", Some("1951-05-05~")),
            ("c.1969", Some("1969~")),
            ("1957 to 1960", Some("1957/1960")),
            ("between 1957 and 1960", Some("1957/1960")),
            ("1957-1960", Some("1957/1960")),
            ("circa 1957-1960", Some("1957~/1960~")),
            ("May 1972 to Jun 1973", Some("1972-05/1973-06")),
            ("26.11.1972", Some("1972-11-26")),
            ("17/3/2014", Some("2014-03-17")),
            ("12/31/1970", Some("1970-12-31")),
            ("dd/mm/1958", Some("1958")),
            ("00/05/1958", Some("1958-05")),
            ("1965-03-02T00:00:00", Some("1965-03-02")),
            ("2nd June 1970", Some("1970-06-02")),
            ("1960 to 1950", None),
            ("31.02.1970", None),
            ("unknown", None),
            ("c", None),
            ("", None),
        ] {
            assert_eq!(date(text).as_deref(), expect, "{text}");
        }
        assert_eq!(american_day("03/28/2025").as_deref(), Some("2025-03-28"));
        assert_eq!(american_day("28/03/2025"), None);
    }

    #[test]
    fn names_and_cells() {
        assert_eq!(spoken("VADKERTI, Orsolya Anna"), "Orsolya Anna VADKERTI");
        assert_eq!(spoken("KUYPER, Jan, Jr."), "Jan KUYPER Jr.");
        assert_eq!(spoken("KUYPER"), "KUYPER");
        assert_eq!(parts("A; B (C; D) ;; E", ';'), ["A", "B (C; D)", "E"]);
        assert_eq!(
            lettered("a) 10.7.1968, b) 10.6.1968"),
            ["10.7.1968", "10.6.1968"]
        );
        assert_eq!(lettered("(a) Chad; (b) Mali"), ["Chad", "Mali"]);
        assert_eq!(lettered("Port (Mali)"), ["Port (Mali)"]);
        assert_eq!(
            slug("Éva, the 1st"),
            format!("x{:016x}", fingerprint("Éva, the 1st"))
        );
        assert_eq!(slug("Orsolya  VADKERTI"), "orsolya-vadkerti");
        assert_eq!(slug("!"), format!("x{:016x}", fingerprint("!")));
        assert_eq!(line(&["1 Quay,", "", " Port "]), "1 Quay, Port");
    }
}
