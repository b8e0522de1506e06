//! The images of a transaction: the binary records, and whether the data field of a tagged one is what its other fields say.

use super::{DATA, Record, codes, name};
use crate::biometric::images::{self, Head};
use crate::biometric::reading::{Bytes, Flaw, Reading};
use crate::biometric::{Format, images::Trace};

/// Length and designation of a binary record.
const BINARY_HEAD_BYTES: usize = 5;
/// Positions that a record of type 4 has room for.
const BINARY_POSITIONS: usize = 6;
/// No position.
const NO_POSITION: u8 = 255;

/// What the fields around an image say of it.
#[derive(Debug, Clone, Copy)]
struct Told {
    kind: u8,
    part: usize,
    /// The fields of width, height, compression, depth and data.
    fields: [u32; 5],
    width: Option<u32>,
    height: Option<u32>,
    /// Bits of a pixel.
    bits: Option<u32>,
    /// The format; `Some(None)` is raw, `None` was not told.
    format: Option<Option<Format>>,
}

/// Reads a record of types 3 to 8: four bytes of length, one of designation; of type 4 the rest as well. `None` where what follows
/// can not be found any more.
pub(super) fn binary(
    cursor: &mut Bytes<'_>,
    (kind, designation): (u8, u32),
    part: usize,
    reading: &mut Reading,
) -> Option<()> {
    let length = Bytes::new(cursor.rest()).length();
    let flaw = match length {
        None => Flaw::Truncated,
        Some(length) if length > cursor.rest().len() => Flaw::Truncated,
        Some(length) if length < BINARY_HEAD_BYTES => Flaw::Length,
        Some(length) => {
            let record = cursor.take(length)?;
            reading.parts.push(super::part_of(kind, kind == 4));
            let mut record = Bytes::new(record);
            record.take(4);
            if record.u8().map(u32::from) != Some(designation) {
                reading.fault(part, name(kind, 2), Flaw::Disagrees);
            }
            if kind == 4 && finger(record, part, reading).is_none() {
                reading.fault(part, name(kind, 1), Flaw::Length);
            }
            return Some(());
        }
    };
    reading.fault(part, name(kind, 1), flaw);
    None
}

/// The fixed fields of type 4 behind the designation: impression, six positions, resolution, width, height, compression, image.
fn finger(mut record: Bytes<'_>, part: usize, reading: &mut Reading) -> Option<()> {
    let impression = record.u8()?;
    let positions = record.take(BINARY_POSITIONS)?;
    let resolution = record.u8()?;
    let (width, height) = (record.u16()?, record.u16()?);
    let compression = record.u8()?;
    let mut code = |field, is_known: bool| {
        if !is_known {
            reading.fault(part, name(4, field), Flaw::Code);
        }
    };
    code(3, codes::is_impression(impression.into()));
    let named = || positions.iter().filter(|one| **one != NO_POSITION);
    code(4, named().all(|one| codes::fits(4, (*one).into())));
    code(4, positions.first() != Some(&NO_POSITION));
    code(5, resolution <= 1);
    let format = codes::binary_compression(compression);
    code(8, format.is_some());
    if width == 0 {
        reading.fault(part, name(4, 6), Flaw::Range);
    }
    if height == 0 {
        reading.fault(part, name(4, 7), Flaw::Range);
    }
    if let Some(summary) = reading.parts.last_mut() {
        summary.positions = named().map(|one| u16::from(*one)).collect();
        summary.width = Some(width.into());
        summary.height = Some(height.into());
    }
    let told = Told {
        kind: 4,
        part,
        fields: [6, 7, 8, 8, 9],
        width: Some(width.into()),
        height: Some(height.into()),
        bits: Some(8),
        format,
    };
    told.hold(record.rest(), reading);
    Some(())
}

/// Holds the data field of a tagged record against the fields that describe it. It may be missing where the part of the body is
/// (amputated, 14.018 and 15.018; damaged, 17.028), or where it lies in a file of its own (x.994).
pub(super) fn check(record: &Record<'_>, reading: &mut Reading) {
    let kind = record.kind;
    if let Some(summary) = reading.parts.last_mut() {
        summary.width = record.number(6);
        summary.height = record.number(7);
    }
    let Some(data) = record.get(DATA) else {
        let excuse = match kind {
            14 | 15 => record.get(18).or(record.get(994)),
            17 => record.get(28).or(record.get(994)),
            _ => record.get(994),
        };
        if excuse.is_none() {
            reading.fault(record.part, record.name(DATA), Flaw::Missing);
        }
        return;
    };
    let colour = |field| record.get(field).and_then(codes::colour).flatten();
    let bits = match kind {
        10 => colour(12),
        _ => record.number(12).filter(|bits| *bits > 0),
    };
    let told = Told {
        kind,
        part: record.part,
        fields: [6, 7, 11, 12, DATA],
        width: record.number(6),
        height: record.number(7),
        bits,
        format: record.get(11).and_then(codes::compression),
    };
    told.hold(data, reading);
}

impl Told {
    /// Holds an image against what is told of it, and adds what it shows to the summary.
    fn hold(self, data: &[u8], reading: &mut Reading) {
        let [_, _, compression, _, image] = self.fields;
        let field = |number| name(self.kind, number);
        match self.format {
            // That the code is not known is already told.
            None => {}
            Some(None) if self.is_raw(data.len()) => {}
            Some(None) => reading.fault(self.part, field(image), Flaw::Length),
            Some(Some(format)) => match images::head(data) {
                None => reading.fault(self.part, field(image), Flaw::Unknown),
                Some((other, _)) if other != format => {
                    reading.fault(self.part, field(compression), Flaw::Disagrees);
                }
                Some((_, head)) => self.compare(format, &head, reading),
            },
        }
    }

    /// Whether so many bytes are a raw image of the size told, its lines padded or not.
    fn is_raw(self, bytes: usize) -> bool {
        let (Some(width), Some(height), Some(bits)) = (self.width, self.height, self.bits) else {
            return true;
        };
        let (width, height, bits) = (u64::from(width), u64::from(height), u64::from(bits));
        let packed = (width * height * bits).div_ceil(8);
        let padded = (width * bits).div_ceil(8) * height;
        u64::try_from(bytes).is_ok_and(|bytes| bytes == packed || bytes == padded)
    }

    fn compare(self, format: Format, head: &Head, reading: &mut Reading) {
        let [width, height, _, depth, image] = self.fields;
        let field = |number| name(self.kind, number);
        for (_, flaw) in &head.faults {
            reading.fault(self.part, field(image), *flaw);
        }
        if head.traces.contains(&Trace::Trailing) {
            reading.fault(self.part, field(image), Flaw::Trailing);
        }
        if head.width > 0 && self.width.is_some_and(|told| told != head.width) {
            reading.fault(self.part, field(width), Flaw::Disagrees);
        }
        if head.height > 0 && self.height.is_some_and(|told| told != head.height) {
            reading.fault(self.part, field(height), Flaw::Disagrees);
        }
        let whole = u32::from(head.depth) * u32::from(head.components);
        let agrees = |bits: u32| bits == whole || bits == u32::from(head.depth);
        if self.kind != 10
            && self.kind != 4
            && !self.bits.is_none_or(agrees)
            && head.faults.is_empty()
        {
            reading.fault(self.part, field(depth), Flaw::Disagrees);
        }
        if let Some(summary) = reading.parts.last_mut() {
            summary.describe(format, head);
        }
    }
}
