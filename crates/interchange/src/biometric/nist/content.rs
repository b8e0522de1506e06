//! Field 1.003: which records follow, in which order, under which designation.

use super::{Record, digits, items, subfields};
use crate::biometric::reading::{Flaw, Reading};

/// Record types of the standard.
const KIND_MAX: u32 = 99;
const DESIGNATION_MAX: u32 = 99;
/// Records of one transaction.
const RECORDS_MAX: usize = 999;

/// Types and designations as listed. `None` where the list can not be read.
pub(super) fn listed(first: &Record<'_>, reading: &mut Reading) -> Option<Vec<(u8, u32)>> {
    let field = first.name(3);
    let mut fault = |flaw| reading.fault(1, field.clone(), flaw);
    // That it is missing is already told.
    let value = first.get(3)?;
    let mut pairs = subfields(value).map(pair);
    let Some(Some((1, count))) = pairs.next() else {
        fault(Flaw::Malformed);
        return None;
    };
    let mut listed = Vec::new();
    for pair in pairs {
        let Some((kind, designation)) = pair else {
            fault(Flaw::Malformed);
            return None;
        };
        let kind = match u8::try_from(kind) {
            Ok(narrow) if (2..=KIND_MAX).contains(&kind) => narrow,
            _ => {
                fault(Flaw::Code);
                return None;
            }
        };
        if designation > DESIGNATION_MAX {
            fault(Flaw::Range);
        }
        if listed.len() == RECORDS_MAX {
            fault(Flaw::TooLarge);
            return None;
        }
        listed.push((kind, designation));
    }
    if usize::try_from(count) != Ok(listed.len()) {
        fault(Flaw::Count);
    }
    Some(listed)
}

fn pair(subfield: &[u8]) -> Option<(u32, u32)> {
    match items(subfield).as_slice() {
        [first, second] => Some((digits(first)?, digits(second)?)),
        _ => None,
    }
}
