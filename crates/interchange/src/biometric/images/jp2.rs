//! JPEG 2000 by its boxes and markers (ISO/IEC 15444-1, annexes A and I).

use super::super::reading::{Bytes, Flaw};
use super::wsq::segment;
use super::{Head, Trace};

/// The signature box.
pub(super) const FILE_HEAD: &[u8] = b"\0\0\0\x0cjP  \r\n\x87\n";
/// Start of codestream, and the size marker that has to follow.
pub(super) const STREAM_HEAD: &[u8] = &[0xFF, 0x4F, 0xFF, 0x51];

const COMMENT: u8 = 0x64;
const TILE: u8 = 0x90;
const END: &[u8] = &[0xFF, 0xD9];
/// The universally unique id of an XMP box (XMP specification, part 3).
const XMP: &[u8] = &[
    0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF, 0xAC,
];

/// Reads boxes and the main header of the codestream, and walks the tile parts to its end.
pub(super) fn head(bytes: &[u8]) -> Head {
    let mut head = Head::default();
    if bytes.starts_with(STREAM_HEAD) {
        stream(bytes, &mut head);
        return head;
    }
    let mut cursor = Bytes::new(bytes);
    let mut told = None;
    let mut streams = 0_u32;
    while !cursor.rest().is_empty() {
        let Some((kind, data)) = next(&mut cursor) else {
            head.fault("box", Flaw::Length);
            return head;
        };
        match kind {
            b"jP  " | b"ftyp" => {}
            b"jp2h" => told = header(data, &mut head),
            b"jp2c" => {
                streams += 1;
                stream(data, &mut head);
            }
            b"uuid" if data.starts_with(XMP) => {
                head.traces.insert(Trace::Xmp);
            }
            b"xml " => {
                head.traces.insert(Trace::Text);
            }
            _ => {
                head.traces.insert(Trace::Other);
            }
        }
    }
    match (streams, told) {
        (0, _) => head.fault("jp2c", Flaw::Missing),
        (1, None) => head.fault("ihdr", Flaw::Missing),
        (1, Some(size)) if size != (head.width, head.height) && head.faults.is_empty() => {
            head.fault("ihdr", Flaw::Disagrees);
        }
        (1, Some(_)) => {}
        _ => head.fault("jp2c", Flaw::Repeated),
    }
    head
}

/// The next box: four bytes of length, which counts itself; 0 is to the end, 1 a length of eight bytes.
fn next<'a>(cursor: &mut Bytes<'a>) -> Option<(&'a [u8], &'a [u8])> {
    let length = cursor.length()?;
    let kind = cursor.take(4)?;
    let body = match length {
        0 => cursor.rest().len(),
        1 => {
            let (high, low) = (cursor.u32()?, cursor.length()?);
            (high == 0).then_some(low)?.checked_sub(16)?
        }
        _ => length.checked_sub(8)?,
    };
    Some((kind, cursor.take(body)?))
}

/// Width and height of the header box.
fn header(data: &[u8], head: &mut Head) -> Option<(u32, u32)> {
    let mut cursor = Bytes::new(data);
    let mut told = None;
    while !cursor.rest().is_empty() {
        let Some((kind, data)) = next(&mut cursor) else {
            head.fault("jp2h", Flaw::Length);
            return told;
        };
        match kind {
            b"ihdr" if data.len() == 14 => {
                let mut data = Bytes::new(data);
                let (height, width) = (data.u32(), data.u32());
                told = width.zip(height);
            }
            b"ihdr" => head.fault("ihdr", Flaw::Length),
            b"bpcc" | b"pclr" | b"cmap" | b"cdef" | b"res " => {}
            // Methods above 1 bring a profile along.
            b"colr" if data.first() == Some(&1) => {}
            b"colr" => {
                head.traces.insert(Trace::ColourProfile);
            }
            _ => {
                head.traces.insert(Trace::Other);
            }
        }
    }
    told
}

/// Main header and tile parts of a codestream.
fn stream(bytes: &[u8], head: &mut Head) {
    let mut cursor = Bytes::new(bytes);
    if !bytes.starts_with(STREAM_HEAD) {
        return head.fault("SOC", Flaw::Missing);
    }
    cursor.take(2);
    loop {
        let start = cursor.clone();
        let Some([0xFF, code]) = cursor.u16().map(u16::to_be_bytes) else {
            return head.fault("SOT", Flaw::Missing);
        };
        if code == TILE {
            return tiles(start, head);
        }
        let Some(body) = segment(&mut cursor) else {
            return head.fault("marker", Flaw::Length);
        };
        match code {
            0x51 => size(body, head),
            COMMENT => {
                head.traces.insert(Trace::Comment);
            }
            _ => {}
        }
    }
}

/// Size, offset and components.
fn size(body: &[u8], head: &mut Head) {
    let mut cursor = Bytes::new(body);
    cursor.take(2);
    let (right, bottom) = (cursor.u32().unwrap_or(0), cursor.u32().unwrap_or(0));
    let (left, top) = (cursor.u32().unwrap_or(0), cursor.u32().unwrap_or(0));
    cursor.take(16);
    let count = cursor.u16().unwrap_or(0);
    head.depth = cursor.rest().first().map_or(0, |depth| (depth & 0x7F) + 1);
    if count == 0 || cursor.rest().len() != 3 * usize::from(count) {
        return head.fault("SIZ", Flaw::Length);
    }
    head.width = right.saturating_sub(left);
    head.height = bottom.saturating_sub(top);
    head.components = count;
}

/// Walks the tile parts by their lengths, each counted from its own marker; 0 is to the end.
fn tiles(mut cursor: Bytes<'_>, head: &mut Head) {
    loop {
        let mut part = cursor.clone();
        match part.take(2) {
            Some(END) => break,
            Some([0xFF, TILE]) => {}
            Some(_) => return head.fault("SOT", Flaw::Separator),
            None => return head.fault("EOC", Flaw::Truncated),
        }
        part.take(4);
        let length = match part.length() {
            Some(0) => cursor.rest().len().saturating_sub(END.len()),
            Some(length) => length,
            None => return head.fault("SOT", Flaw::Truncated),
        };
        if length < 14 || cursor.take(length).is_none() {
            return head.fault("SOT", Flaw::Length);
        }
    }
    cursor.take(END.len());
    if !cursor.rest().is_empty() {
        head.traces.insert(Trace::Trailing);
    }
}
