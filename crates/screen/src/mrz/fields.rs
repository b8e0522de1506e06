//! Where each field of each form stands (Doc 9303-4 to 9303-7), and its check digit.

use super::{Check, Field, Format, Layout, Mrz, Verdict, check_digit};

/// The fields of lines that have the right length and nothing but the zone's characters.
pub(super) fn parse(format: Format, lines: &[String], layout: Layout) -> Mrz {
    let zone = Zone { lines };
    let mut mrz = match format {
        Format::Td1 => td1(&zone),
        Format::Td2 | Format::Td3 | Format::MrvA | Format::MrvB => two_lines(&zone, format),
    };
    mrz.layout = layout;
    mrz.lines = lines.to_vec();
    mrz
}

/// Whether six characters are a date of which parts may be unknown.
pub(super) fn is_date(text: &str) -> bool {
    let part = |at: usize, max: u32| match text.get(at..at + 2) {
        Some("<<") => true,
        Some(two) if two.bytes().all(|b| b.is_ascii_digit()) => two
            .parse::<u32>()
            .is_ok_and(|n| n <= max && (at == 0 || n > 0)),
        _ => false,
    };
    part(0, 99) && part(2, 12) && part(4, 31)
}

struct Zone<'l> {
    lines: &'l [String],
}

impl Zone<'_> {
    /// Characters `from` to `to`, both counted from 1 and included, as Doc 9303 counts.
    fn at(&self, line: usize, from: usize, to: usize) -> &str {
        self.lines
            .get(line - 1)
            .and_then(|l| l.get(from - 1..to))
            .unwrap_or_default()
    }

    fn check(&self, field: Field, text: &str, line: usize, position: usize) -> Check {
        let digit = self.at(line, position, position);
        let empty = text.chars().all(|c| c == '<');
        let verdict = match digit.chars().next() {
            Some('<') | None if empty && field != Field::Composite => Verdict::Empty,
            Some('<') | None => Verdict::Missing,
            Some(c) if c.is_ascii_digit() && c.to_digit(10) == check_digit(text) => Verdict::Right,
            Some(_) => Verdict::Wrong,
        };
        Check {
            field,
            verdict,
            line,
            position,
        }
    }

    /// Document number with its check, and what is left of the optional data. A number of more than nine characters goes on
    /// in the optional data, its digit behind it, with a filler in the digit's own place (Doc 9303-5 4.2.2.1 note j).
    fn number(
        &self,
        number: (usize, usize),
        line: usize,
        optional: &str,
        optional_at: usize,
    ) -> (String, Check, String) {
        let field = self.at(line, number.0, number.1);
        let check = self.check(Field::Number, field, line, number.1 + 1);
        let rest = optional.split('<').next().unwrap_or_default();
        let long = check.verdict == Verdict::Missing && !rest.is_empty() && rest.is_ascii();
        if !long {
            return (bare(field), check, bare_end(optional));
        }
        let (tail, digit) = rest.split_at(rest.len() - 1);
        let whole = format!("{field}{tail}");
        let right = check_digit(&whole).is_some_and(|d| digit.parse() == Ok(d));
        let position = optional_at + rest.len() - 1;
        let verdict = if right {
            Verdict::Right
        } else {
            Verdict::Wrong
        };
        let left = optional
            .get(rest.len()..)
            .unwrap_or_default()
            .trim_start_matches('<');
        (
            bare(&whole),
            Check {
                field: Field::Number,
                verdict,
                line,
                position,
            },
            bare_end(left),
        )
    }
}

fn td1(zone: &Zone<'_>) -> Mrz {
    let (number, number_check, optional) = zone.number((6, 14), 1, zone.at(1, 16, 30), 16);
    let composite = [
        zone.at(1, 6, 30),
        zone.at(2, 1, 7),
        zone.at(2, 9, 15),
        zone.at(2, 19, 29),
    ]
    .concat();
    let (surname, given_names) = names(zone.at(3, 1, 30));
    Mrz {
        document_code: bare(zone.at(1, 1, 2)),
        issuer: bare(zone.at(1, 3, 5)),
        surname,
        given_names,
        number,
        nationality: bare(zone.at(2, 16, 18)),
        birth: zone.at(2, 1, 6).to_owned(),
        expiry: zone.at(2, 9, 14).to_owned(),
        sex: zone.at(2, 8, 8).chars().next().unwrap_or('<'),
        optional: vec![optional, bare_end(zone.at(2, 19, 29))],
        checks: vec![
            number_check,
            zone.check(Field::Birth, zone.at(2, 1, 6), 2, 7),
            zone.check(Field::Expiry, zone.at(2, 9, 14), 2, 15),
            zone.check(Field::Composite, &composite, 2, 30),
        ],
        ..blank(Format::Td1)
    }
}

fn two_lines(zone: &Zone<'_>, format: Format) -> Mrz {
    let (_, width) = format.shape();
    let last = match format {
        Format::Td3 => 42,
        Format::Td2 => 35,
        _ => width,
    };
    // Only cards carry long numbers in their optional data.
    let (number, number_check, optional) = if format == Format::Td2 {
        zone.number((1, 9), 2, zone.at(2, 29, last), 29)
    } else {
        zone.number((1, 9), 2, "", 29)
    };
    let optional = if format == Format::Td2 {
        optional
    } else {
        bare_end(zone.at(2, 29, last))
    };
    let mut checks = vec![
        number_check,
        zone.check(Field::Birth, zone.at(2, 14, 19), 2, 20),
        zone.check(Field::Expiry, zone.at(2, 22, 27), 2, 28),
    ];
    if format == Format::Td3 {
        checks.push(zone.check(Field::Personal, zone.at(2, 29, 42), 2, 43));
    }
    if matches!(format, Format::Td2 | Format::Td3) {
        let composite = [
            zone.at(2, 1, 10),
            zone.at(2, 14, 20),
            zone.at(2, 22, width - 1),
        ]
        .concat();
        checks.push(zone.check(Field::Composite, &composite, 2, width));
    }
    let (surname, given_names) = names(zone.at(1, 6, width));
    Mrz {
        document_code: bare(zone.at(1, 1, 2)),
        issuer: bare(zone.at(1, 3, 5)),
        surname,
        given_names,
        number,
        nationality: bare(zone.at(2, 11, 13)),
        birth: zone.at(2, 14, 19).to_owned(),
        expiry: zone.at(2, 22, 27).to_owned(),
        sex: zone.at(2, 21, 21).chars().next().unwrap_or('<'),
        optional: vec![optional],
        checks,
        ..blank(format)
    }
}

fn blank(format: Format) -> Mrz {
    Mrz {
        format,
        lines: Vec::new(),
        document_code: String::new(),
        issuer: String::new(),
        surname: String::new(),
        given_names: String::new(),
        other_reading: None,
        number: String::new(),
        nationality: String::new(),
        birth: String::new(),
        expiry: String::new(),
        sex: '<',
        optional: Vec::new(),
        checks: Vec::new(),
        layout: Layout::Us,
        layout_unsure: false,
    }
}

/// Surname and given names: two fillers between them, one between the parts of each.
fn names(field: &str) -> (String, String) {
    let spaced = |text: &str| {
        text.split('<')
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    match field.split_once("<<") {
        Some((surname, given)) => (spaced(surname), spaced(given)),
        None => (spaced(field), String::new()),
    }
}

fn bare(text: &str) -> String {
    text.replace('<', "")
}

fn bare_end(text: &str) -> String {
    text.trim_end_matches('<').to_owned()
}
