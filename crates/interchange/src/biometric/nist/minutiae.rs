//! Minutiae of type 9: the fields of the editions before 2011 (9.005 to 9.012), and those of INCITS 378 (9.126 to 9.150, table 28 of
//! the standard). Feature sets of makers and the extended feature set are carried.

use super::{Record, digits, items, subfields};
use crate::biometric::reading::{Flaw, Reading};

/// Index, place and angle, quality, type; then neighbours.
const LEGACY_ITEMS_MIN: usize = 4;
/// Place and angle in one: four digits, four digits, three digits.
const LEGACY_PLACE_DIGITS: usize = 11;
/// Degrees.
const LEGACY_ANGLE_MAX: u32 = 359;
/// Units of two degrees.
const ANGLE_MAX: u32 = 179;
const QUALITY_MAX: u32 = 100;

/// Counts the minutiae and looks whether each lies in the image.
pub(super) fn check(record: &Record<'_>, reading: &mut Reading) {
    list(record, (10, 12), reading, legacy);
    let bounds = (record.number(128), record.number(129));
    list(record, (136, 137), reading, |one| current(one, bounds));
    if let Some(part) = reading.parts.last_mut() {
        part.minutiae = record.number(136).or(record.number(10));
        part.width = record.number(128);
        part.height = record.number(129);
    }
}

/// Holds a list of minutiae against its count.
fn list(
    record: &Record<'_>,
    (count, list): (u32, u32),
    reading: &mut Reading,
    flaw: impl Fn(&[u8]) -> Option<Flaw>,
) {
    let listed = record.get(list);
    let there = listed.map_or(0, |value| subfields(value).count());
    if let Some(told) = record.number(count) {
        if usize::try_from(told) != Ok(there) {
            reading.fault(record.part, record.name(count), Flaw::Count);
        }
    } else if there > 0 && record.get(count).is_none() {
        reading.fault(record.part, record.name(count), Flaw::Missing);
    }
    for one in listed.into_iter().flat_map(subfields) {
        if let Some(flaw) = flaw(one) {
            reading.fault(record.part, record.name(list), flaw);
        }
    }
}

fn legacy(one: &[u8]) -> Option<Flaw> {
    let all = items(one);
    if all.len() < LEGACY_ITEMS_MIN {
        return Some(Flaw::Count);
    }
    let place = all.get(1).copied().unwrap_or_default();
    let angle = place.get(8..).and_then(digits);
    let is_number = place.iter().all(u8::is_ascii_digit) && place.len() == LEGACY_PLACE_DIGITS;
    match angle {
        Some(angle) if is_number => (angle > LEGACY_ANGLE_MAX).then_some(Flaw::Range),
        _ => Some(Flaw::Malformed),
    }
}

/// Index, column, line, angle, type, quality.
fn current(one: &[u8], (width, height): (Option<u32>, Option<u32>)) -> Option<Flaw> {
    let all = items(one);
    let [index, column, line, angle, kind, quality] = all.as_slice() else {
        return Some(Flaw::Count);
    };
    let number = |item: &&[u8]| digits(item);
    let read = (number(index), number(column), number(line), number(angle));
    let (Some(_), Some(column), Some(line), Some(angle)) = read else {
        return Some(Flaw::Malformed);
    };
    let Some(quality) = number(quality).filter(|_| !kind.is_empty()) else {
        return Some(Flaw::Malformed);
    };
    let inside =
        width.is_none_or(|width| column < width) && height.is_none_or(|height| line < height);
    let is_quality = quality <= QUALITY_MAX || matches!(quality, 254 | 255);
    (!inside || angle > ANGLE_MAX || !is_quality).then_some(Flaw::Range)
}
