//! Birth dates as lists know them: a day, a month, a year, a range, or about a year.
//!
//! Written as ISO 8601-2 (EDTF) text: `1965-03-02`, `1965-03`, `1965`, `1960/1965`, `1965~`, `1960~/1965~`. No clock here, and no
//! validity of ages: only what two such texts say about each other.

use std::fmt;

/// A span of days within which a date lies, with what was written of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First possible day.
    pub from: Day,
    /// Last possible day.
    pub to: Day,
    /// How it was written.
    pub precision: Precision,
    /// "About": the list itself is not sure.
    pub about: bool,
}

/// A civil day (proleptic Gregorian).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// Year, 1 to 9999.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u32,
    /// Day of the month, 1 to 31.
    pub day: u32,
}

/// How precisely a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
    /// Between two dates.
    Range,
}

/// What two dates say about each other, from the strongest agreement to contradiction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// Both known to the day, and the same.
    SameDay,
    /// Both known to the day, the same but for day and month exchanged.
    Swapped,
    /// The same month, at least one not known to the day.
    SameMonth,
    /// The same year, at least one not known better.
    SameYear,
    /// One lies in the range (or the "about") of the other.
    Within,
    /// Both known to the day, the same year, another day.
    OtherDay,
    /// Apart by so many years, at least one.
    Apart(u32),
}

impl Day {
    /// A day that exists in the calendar.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Day> {
        let valid = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && day >= 1
            && day <= month_days(year, month);
        valid.then_some(Day { year, month, day })
    }

    /// The day of the civil (tabular) Hijri calendar in the Gregorian one; right to one day, as moon sighting differs.
    pub fn from_hijri(year: i32, month: u32, day: u32) -> Option<Day> {
        if !(1..=2000).contains(&year) || !(1..=12).contains(&month) || !(1..=30).contains(&day) {
            return None;
        }
        let (y, m, d) = (i64::from(year), i64::from(month), i64::from(day));
        let julian_day = (11 * y + 3) / 30 + 354 * y + 30 * m - (m - 1) / 2 + d + 1_948_440 - 385;
        from_julian_day(julian_day)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn month_days(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 => 29,
        2 => 28,
        _ => 31,
    }
}

/// Fliegel and Van Flandern's conversion (Communications of the ACM 11, 1968).
fn from_julian_day(julian_day: i64) -> Option<Day> {
    let mut l = julian_day + 68_569;
    let n = 4 * l / 146_097;
    l -= (146_097 * n + 3) / 4;
    let i = 4_000 * (l + 1) / 1_461_001;
    l = l - 1_461 * i / 4 + 31;
    let j = 80 * l / 2_447;
    let day = l - 2_447 * j / 80;
    let carry = j / 11;
    let month = j + 2 - 12 * carry;
    let year = 100 * (n - 49) + i + carry;
    Day::new(
        i32::try_from(year).ok()?,
        u32::try_from(month).ok()?,
        u32::try_from(day).ok()?,
    )
}

/// Reads a date in one of the forms above; also a day followed by a time. `None` for anything else.
pub fn parse(text: &str) -> Option<Span> {
    let text = text.trim();
    if let Some((from, to)) = text.split_once('/') {
        let (from, to) = (parse_one(from)?, parse_one(to)?);
        let about = from.about || to.about;
        return (from.from <= to.to).then_some(Span {
            from: from.from,
            to: to.to,
            precision: Precision::Range,
            about,
        });
    }
    parse_one(text)
}

/// Reads a date as people type it: the forms above, or day, month and year with dots, dashes or strokes between them, in any
/// digits. Which of the first two is the month is told by the calendar, else the day stands first; [`compare`] knows of exchanged
/// days and months.
pub fn read(text: &str) -> Option<Span> {
    let plain: String = text
        .trim()
        .chars()
        .map(|c| crate::names::digit(c).unwrap_or(c))
        .collect();
    if let Some(span) = parse(&plain) {
        return Some(span);
    }
    let numbers: Option<Vec<u32>> = plain.split(['.', '-', '/', ' ']).map(digits).collect();
    let (day, month, year) = match *numbers?.as_slice() {
        [day, month, year] if year >= 1000 => (day, month, year),
        [year, month, day] if year >= 1000 => (day, month, year),
        _ => return None,
    };
    let year = i32::try_from(year).ok()?;
    let day = Day::new(year, month, day).or_else(|| Day::new(year, day, month))?;
    Some(Span {
        from: day,
        to: day,
        precision: Precision::Day,
        about: false,
    })
}

fn parse_one(text: &str) -> Option<Span> {
    let (text, about) = match text.trim().strip_suffix('~') {
        Some(rest) => (rest, true),
        None => (text.trim(), false),
    };
    let text = text.split_once('T').map_or(text, |(day, _)| day);
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next(), parts.next());
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    let year: i32 = digits(year)?.try_into().ok()?;
    let (from, to, precision) = match (month, day) {
        (None, _) => (
            Day::new(year, 1, 1)?,
            Day::new(year, 12, 31)?,
            Precision::Year,
        ),
        (Some(month), None) => {
            let month = digits(month)?;
            (
                Day::new(year, month, 1)?,
                Day::new(year, month, month_days(year, month))?,
                Precision::Month,
            )
        }
        (Some(month), Some(day)) => {
            let day = Day::new(year, digits(month)?, digits(day)?)?;
            (day, day, Precision::Day)
        }
    };
    Some(Span {
        from,
        to,
        precision,
        about,
    })
}

fn digits(text: &str) -> Option<u32> {
    let plain = !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

/// Years that "about" leaves open to either side.
const ABOUT_YEARS: i32 = 2;

/// What the two dates say about each other. Symmetric.
pub fn compare(a: Span, b: Span) -> Agreement {
    use Precision::{Day as ToDay, Month, Range, Year};
    let overlap = a.from <= b.to && b.from <= a.to;
    let sure = !a.about && !b.about;
    match (a.precision, b.precision) {
        (ToDay, ToDay) if a.from == b.from => Agreement::SameDay,
        (ToDay, ToDay)
            if a.from.year == b.from.year
                && a.from.month == b.from.day
                && a.from.day == b.from.month =>
        {
            Agreement::Swapped
        }
        (ToDay, ToDay) if a.from.year == b.from.year => Agreement::OtherDay,
        (ToDay | Month, ToDay | Month) if overlap && sure => Agreement::SameMonth,
        (Range, _) | (_, Range) if overlap => Agreement::Within,
        (Year, _) | (_, Year) if overlap && sure => Agreement::SameYear,
        _ if overlap => Agreement::Within,
        _ => apart(a, b),
    }
}

fn apart(a: Span, b: Span) -> Agreement {
    let years = if a.from > b.to {
        a.from.year - b.to.year
    } else {
        b.from.year - a.to.year
    };
    let slack = if a.about || b.about { ABOUT_YEARS } else { 0 };
    match u32::try_from(years - slack) {
        Ok(years) if years > 0 => Agreement::Apart(years),
        _ if slack > 0 => Agreement::Within,
        // Two months, or a day outside a known month, of one year: near, but not the same.
        _ => Agreement::OtherDay,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_read() {
        for (text, from, to, about) in [
            ("1965-03-02", "1965-03-02", "1965-03-02", false),
            ("1965-03-02T00:00:00Z", "1965-03-02", "1965-03-02", false),
            ("1964-02", "1964-02-01", "1964-02-29", false),
            ("1965", "1965-01-01", "1965-12-31", false),
            ("1965~", "1965-01-01", "1965-12-31", true),
            ("1960/1965", "1960-01-01", "1965-12-31", false),
            ("1977-08/1977-09", "1977-08-01", "1977-09-30", false),
            ("1960~/1965~", "1960-01-01", "1965-12-31", true),
        ] {
            let span = parse(text).unwrap();
            assert_eq!(
                (span.from.to_string(), span.to.to_string(), span.about),
                (from.into(), to.into(), about),
                "{text}"
            );
        }
        for text in [
            "",
            "65",
            "1965-13",
            "1965-02-29",
            "1965-02-30",
            "1965/1960",
            "02.03.1965",
            "1965-1-1-1",
            "+965",
            "١٩٦٥",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn typed_dates_are_read() {
        for (text, expect) in [
            ("1965-03-02", Some("1965-03-02")),
            ("02.03.1965", Some("1965-03-02")),
            ("2/3/1965", Some("1965-03-02")),
            ("03-22-1965", Some("1965-03-22")),
            ("1965/03/02", Some("1965-03-02")),
            ("٠٢/٠٣/١٩٦٥", Some("1965-03-02")),
            ("1965", Some("1965-01-01")),
            ("02.03.65", None),
            ("31.02.1965", None),
            ("March 1965", None),
            ("", None),
        ] {
            let from = read(text).map(|span| span.from.to_string());
            assert_eq!(from.as_deref(), expect, "{text}");
        }
    }

    #[test]
    fn dates_agree_or_not() {
        for (a, b, expect) in [
            ("1965-03-02", "1965-03-02", Agreement::SameDay),
            ("1965-03-02", "1965-02-03", Agreement::Swapped),
            ("1965-03-02", "1965-03", Agreement::SameMonth),
            ("1965-03", "1965-03", Agreement::SameMonth),
            ("1965-03-02", "1965", Agreement::SameYear),
            ("1965", "1965", Agreement::SameYear),
            ("1965-03-02", "1960/1965", Agreement::Within),
            ("1965-03-02", "1965~", Agreement::Within),
            ("1965-03-02", "1967~", Agreement::Within),
            ("1965-03-02", "1968~", Agreement::Apart(1)),
            ("1965-03-02", "1965-03-09", Agreement::OtherDay),
            ("1965-03-02", "1965-04", Agreement::OtherDay),
            ("1965-03-02", "1967-03-02", Agreement::Apart(2)),
            ("1966", "1960/1965", Agreement::Apart(1)),
        ] {
            let (a, b) = (parse(a).unwrap(), parse(b).unwrap());
            assert_eq!(compare(a, b), expect, "{a:?} {b:?}");
            assert_eq!(compare(b, a), expect, "{b:?} {a:?}");
        }
    }

    #[test]
    fn hijri_days() {
        // 1 Muharram 1400 was 21 November 1979 (tabular); 15 Dhu al-Qa'da 1376 was 13 June 1957.
        for (hijri, expect) in [((1400, 1, 1), "1979-11-21"), ((1376, 11, 15), "1957-06-13")] {
            assert_eq!(
                Day::from_hijri(hijri.0, hijri.1, hijri.2)
                    .unwrap()
                    .to_string(),
                expect
            );
        }
        assert_eq!(Day::from_hijri(1400, 13, 1), None);
    }
}
