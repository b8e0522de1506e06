//! Transactions of ANSI/NIST-ITL in the traditional encoding: records, fields, and the content field that lists them.
//!
//! Sources: NIST Special Publication 500-290 (ANSI/NIST-ITL 1-2011; updates of 2013 and 2015, whose field tables and annex B are read
//! here), the field and code lists of NIST's NBIS (`an2k.h`) and BiometricEvaluation library. The edition of 2025 keeps this encoding;
//! what it adds is carried, not judged.
//!
//! Types 1, 2, 4, 9, 10, 13, 14, 15 and 17 are read field by field; of every other type length, designation and separators. Nothing of
//! the descriptive text of type 2 is ever repeated.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::reading::{Bytes, Flaw, Part, Reading};
use super::{Format, Modality};

mod codes;
mod content;
mod image;
mod minutiae;
mod rules;

/// Ends a record.
const FS: u8 = 0x1C;
/// Ends a field.
const GS: u8 = 0x1D;
/// Ends a subfield.
const RS: u8 = 0x1E;
/// Ends an item.
const US: u8 = 0x1F;

/// The image or data field, which stands last and is binary.
const DATA: u32 = 999;
/// Digits of a length, a number or a field number.
const DIGITS_MAX: usize = 9;
/// Fields of one record.
const FIELDS_MAX: usize = 2_000;

/// One field of a tagged record.
#[derive(Debug, Clone, Copy)]
struct Field<'a> {
    number: u32,
    value: &'a [u8],
}

/// A tagged record, whose length and separators are as they have to be.
#[derive(Debug)]
struct Record<'a> {
    /// Its type.
    kind: u8,
    /// Its place in the file, from 1.
    part: usize,
    /// Its fields in their order, length included; empty ones left out.
    fields: Vec<Field<'a>>,
}

impl<'a> Record<'a> {
    /// The first field of this number that says something.
    fn get(&self, number: u32) -> Option<&'a [u8]> {
        let field = self.fields.iter().find(|field| field.number == number)?;
        Some(field.value)
    }

    /// The number that a field holds; `None` where it is absent or holds none.
    fn number(&self, number: u32) -> Option<u32> {
        self.get(number).and_then(digits)
    }

    /// How a field of it is named.
    fn name(&self, number: u32) -> String {
        name(self.kind, number)
    }
}

/// How a field is named in the standard: `14.022`.
fn name(kind: u8, number: u32) -> String {
    format!("{kind}.{number:03}")
}

/// A number of digits alone, of bounded length.
fn digits(value: &[u8]) -> Option<u32> {
    if value.is_empty() || value.len() > DIGITS_MAX || !value.iter().all(u8::is_ascii_digit) {
        return None;
    }
    std::str::from_utf8(value).ok()?.parse().ok()
}

/// The subfields of a value.
fn subfields(value: &[u8]) -> impl Iterator<Item = &[u8]> {
    value.split(|byte| *byte == RS)
}

/// The items of a subfield.
fn items(subfield: &[u8]) -> Vec<&[u8]> {
    subfield.split(|byte| *byte == US).collect()
}

/// Reads a transaction.
pub(super) fn read(bytes: &[u8], today: Date) -> Reading {
    let mut reading = Reading::new(Format::NistItl, bytes);
    let mut cursor = Bytes::new(bytes);
    let Some(first) = tagged(&mut cursor, 1, 1, &mut reading) else {
        return reading;
    };
    reading.parts.push(part_of(1, true));
    rules::check(&first, today, &mut reading);
    let Some(listed) = content::listed(&first, &mut reading) else {
        return reading;
    };
    for (at, (kind, designation)) in listed.into_iter().enumerate() {
        let part = at + 2;
        if cursor.rest().is_empty() {
            reading.fault(part, name(kind, 1), Flaw::Missing);
            reading.fault(1, "1.003", Flaw::Count);
            return reading;
        }
        let went = match kind {
            3..=8 => image::binary(&mut cursor, (kind, designation), part, &mut reading),
            _ => one(
                &mut cursor,
                (kind, designation),
                (part, today),
                &mut reading,
            ),
        };
        if went.is_none() {
            return reading;
        }
    }
    if !cursor.rest().is_empty() {
        reading.fault(1, "1.003", Flaw::Trailing);
    }
    reading
}

/// Reads one tagged record that the content field lists; `None` where what follows can not be found any more.
fn one(
    cursor: &mut Bytes<'_>,
    (kind, designation): (u8, u32),
    (part, today): (usize, Date),
    reading: &mut Reading,
) -> Option<()> {
    let record = tagged(cursor, kind, part, reading)?;
    let is_read = rules::are_for(kind);
    reading.parts.push(part_of(kind, is_read));
    match record.get(2).map(digits) {
        None => reading.fault(part, record.name(2), Flaw::Missing),
        Some(None) => reading.fault(part, record.name(2), Flaw::Malformed),
        Some(Some(told)) if told != designation => {
            reading.fault(part, record.name(2), Flaw::Disagrees);
        }
        Some(Some(_)) => {}
    }
    if is_read {
        rules::check(&record, today, reading);
    }
    if kind == 9 {
        minutiae::check(&record, reading);
    }
    if matches!(kind, 10 | 13 | 14 | 15 | 17) {
        image::check(&record, reading);
    }
    Some(())
}

/// A part of the summary for a record of this type.
fn part_of(kind: u8, is_read: bool) -> Part {
    Part {
        kind: format!("type-{kind}"),
        is_read,
        modality: match kind {
            3..=6 | 9 | 13 | 14 => Some(Modality::Fingerprint),
            8 => Some(Modality::Signature),
            10 => Some(Modality::Face),
            11 => Some(Modality::Voice),
            15 => Some(Modality::Palm),
            17 => Some(Modality::Iris),
            18 => Some(Modality::Dna),
            19 => Some(Modality::Plantar),
            _ => None,
        },
        ..Part::default()
    }
}

/// Splits a tag `14.022:` from what follows it.
fn tag(field: &[u8]) -> Option<(u32, u32, &[u8])> {
    let dot = field
        .iter()
        .take(DIGITS_MAX)
        .position(|byte| *byte == b'.')?;
    let (kind, rest) = field.split_at_checked(dot)?;
    let rest = rest.strip_prefix(b".")?;
    let colon = rest
        .iter()
        .take(DIGITS_MAX + 1)
        .position(|byte| *byte == b':')?;
    let (number, value) = rest.split_at_checked(colon)?;
    Some((digits(kind)?, digits(number)?, value.strip_prefix(b":")?))
}

/// Takes one tagged record: its length field first, a file separator last, every field with a tag of its type.
fn tagged<'a>(
    cursor: &mut Bytes<'a>,
    kind: u8,
    part: usize,
    reading: &mut Reading,
) -> Option<Record<'a>> {
    let length = name(kind, 1);
    let rest = cursor.rest();
    match tag(rest) {
        None => reading.fault(part, length, Flaw::Malformed),
        Some((other, _, _)) if other != u32::from(kind) => {
            reading.fault(1, "1.003", Flaw::Disagrees);
        }
        Some((_, number, _)) if number != 1 => reading.fault(part, length, Flaw::Order),
        Some((_, _, value)) => {
            let end = value
                .iter()
                .take(DIGITS_MAX + 1)
                .position(|byte| *byte == GS);
            let told = end.and_then(|end| value.get(..end)).and_then(digits);
            let Some(told) = told.and_then(|told| usize::try_from(told).ok()) else {
                reading.fault(part, length, Flaw::Malformed);
                return None;
            };
            let Some(record) = cursor.take(told) else {
                reading.fault(part, length, Flaw::Truncated);
                return None;
            };
            let Some(inner) = record.strip_suffix(&[FS]) else {
                reading.fault(part, length, Flaw::Length);
                return None;
            };
            return fields(inner, kind, part, reading);
        }
    }
    None
}

/// The fields of a record without its last separator.
fn fields<'a>(
    mut inner: &'a [u8],
    kind: u8,
    part: usize,
    reading: &mut Reading,
) -> Option<Record<'a>> {
    let mut record = Record {
        kind,
        part,
        fields: Vec::new(),
    };
    let (mut before, mut second) = (1, 0);
    let mut seen = BTreeSet::new();
    for at in 0..=FIELDS_MAX {
        if at == FIELDS_MAX {
            reading.fault(part, record.name(before), Flaw::TooLarge);
            return None;
        }
        let Some((told, number, behind)) = tag(inner) else {
            reading.fault(part, record.name(before), Flaw::Separator);
            return Some(record);
        };
        if told != u32::from(kind) {
            reading.fault(part, record.name(number), Flaw::Disagrees);
        }
        if at == 1 {
            second = number;
        }
        // Of the fields of type 2, which each domain defines, some are known to come more than once.
        if !seen.insert(number) && kind != 2 {
            reading.fault(part, record.name(number), Flaw::Repeated);
        }
        before = number;
        let binary = number == DATA && kind >= 10;
        let end = behind.iter().position(|byte| *byte == GS);
        let (value, next) = match end {
            Some(end) if !binary => (behind.get(..end)?, behind.get(end + 1..)),
            _ => (behind, None),
        };
        if binary && holds_tag(value, &format!("\x1D{kind}.")) {
            reading.fault(part, record.name(number), Flaw::Order);
        }
        if !binary && (value.contains(&FS) || holds_tag(value, &format!("{kind}."))) {
            reading.fault(part, record.name(number), Flaw::Separator);
        }
        if !value.is_empty() {
            record.fields.push(Field { number, value });
        }
        match next {
            Some(next) => inner = next,
            None => break,
        }
    }
    if second != 2 && record.get(2).is_some() {
        reading.fault(part, record.name(2), Flaw::Order);
    }
    Some(record)
}

/// Whether a value has swallowed the next field, because the separator between them is missing, or, as data, because it does not
/// stand last.
fn holds_tag(value: &[u8], lead: &str) -> bool {
    let lead = lead.as_bytes();
    value.windows(lead.len() + 4).any(|window| {
        window.strip_prefix(lead).is_some_and(|rest| {
            rest.split_last().is_some_and(|(last, number)| {
                *last == b':' && number.iter().all(u8::is_ascii_digit)
            })
        })
    })
}
