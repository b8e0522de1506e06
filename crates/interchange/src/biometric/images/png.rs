//! PNG by its chunks (ISO/IEC 15948, clauses 5 and 11).

use super::super::reading::{Bytes, Flaw};
use super::{Head, Trace};

/// The signature.
pub(super) const HEAD: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A chunk whose check sum was read.
#[derive(Debug, Clone, Copy)]
struct Chunk<'a> {
    kind: &'a [u8],
    data: &'a [u8],
    is_sound: bool,
}

fn next<'a>(cursor: &mut Bytes<'a>) -> Option<Chunk<'a>> {
    let length = cursor.length()?;
    let mut behind = Bytes::new(cursor.rest());
    let kind = cursor.take(4)?;
    let data = cursor.take(length)?;
    let sum = cursor.u32()?;
    let summed = behind.take(length.checked_add(4)?)?;
    Some(Chunk {
        kind,
        data,
        is_sound: crc(summed) == sum,
    })
}

/// Chunks that the picture needs, with the length of those that have one. The others are named and do not come along.
fn is_needed(chunk: &Chunk<'_>) -> bool {
    let length = chunk.data.len();
    match chunk.kind {
        b"IHDR" => length == 13,
        b"PLTE" => length <= 768 && length.is_multiple_of(3),
        b"tRNS" => length <= 256,
        b"IDAT" => true,
        b"IEND" => length == 0,
        b"gAMA" => length == 4,
        b"cHRM" => length == 32,
        b"sRGB" => length == 1,
        b"sBIT" => length <= 4,
        b"pHYs" => length == 9,
        _ => false,
    }
}

/// What a chunk carries beside the picture.
fn trace(chunk: &Chunk<'_>) -> Option<Trace> {
    match chunk.kind {
        b"eXIf" => Some(Trace::Exif),
        b"iTXt" if chunk.data.starts_with(b"XML:com.adobe.xmp\0") => Some(Trace::Xmp),
        b"tEXt" | b"zTXt" | b"iTXt" => Some(Trace::Text),
        b"tIME" => Some(Trace::Time),
        b"iCCP" => Some(Trace::ColourProfile),
        _ => (!is_needed(chunk)).then_some(Trace::Other),
    }
}

/// Reads the chunks to the end of the image.
pub(super) fn head(bytes: &[u8]) -> Head {
    let mut head = Head::default();
    let mut cursor = Bytes::new(bytes);
    cursor.take(HEAD.len());
    let (mut first, mut pixels, mut closed) = (true, false, false);
    loop {
        let Some(chunk) = next(&mut cursor) else {
            head.fault("IEND", Flaw::Truncated);
            return head;
        };
        let name = String::from_utf8_lossy(chunk.kind).into_owned();
        if !chunk.kind.iter().all(u8::is_ascii_alphabetic) {
            head.fault("chunk", Flaw::Malformed);
            return head;
        }
        if !chunk.is_sound {
            head.fault(&name, Flaw::Checksum);
        }
        if first != (chunk.kind == b"IHDR") {
            head.fault("IHDR", Flaw::Order);
        }
        first = false;
        match chunk.kind {
            b"IHDR" => header(chunk.data, &mut head),
            b"IDAT" if closed => head.fault("IDAT", Flaw::Order),
            b"IDAT" => pixels = true,
            b"IEND" if !chunk.data.is_empty() => head.fault("IEND", Flaw::Length),
            b"PLTE" | b"tRNS" if !is_needed(&chunk) => head.fault(&name, Flaw::Length),
            kind if kind.first().is_some_and(u8::is_ascii_uppercase) && !is_needed(&chunk) => {
                head.fault(&name, Flaw::Code);
            }
            _ => {}
        }
        closed = pixels && chunk.kind != b"IDAT";
        head.traces.extend(trace(&chunk));
        if chunk.kind == b"IEND" {
            break;
        }
    }
    if !pixels {
        head.fault("IDAT", Flaw::Missing);
    }
    if !cursor.rest().is_empty() {
        head.traces.insert(Trace::Trailing);
    }
    head
}

/// Width, height, depth and colour type, which belong together (table 11.1 of the standard).
fn header(data: &[u8], head: &mut Head) {
    let mut cursor = Bytes::new(data);
    let (width, height) = (cursor.u32(), cursor.u32());
    let (depth, colour) = (cursor.u8().unwrap_or(0), cursor.u8().unwrap_or(u8::MAX));
    if data.len() != 13 {
        return head.fault("IHDR", Flaw::Length);
    }
    let (components, depths): (u16, &[u8]) = match colour {
        0 => (1, &[1, 2, 4, 8, 16]),
        2 => (3, &[8, 16]),
        3 => (1, &[1, 2, 4, 8]),
        4 => (2, &[8, 16]),
        6 => (4, &[8, 16]),
        _ => (0, &[]),
    };
    let methods = (cursor.u8(), cursor.u8(), cursor.u8());
    if !depths.contains(&depth) || !matches!(methods, (Some(0), Some(0), Some(0 | 1))) {
        head.fault("IHDR", Flaw::Code);
    }
    head.width = width.unwrap_or(0);
    head.height = height.unwrap_or(0);
    head.depth = depth;
    head.components = components;
}

/// The picture written anew, of the chunks that it needs.
pub(super) fn rebuilt(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut cursor = Bytes::new(bytes);
    cursor.take(HEAD.len())?;
    let mut out = HEAD.to_vec();
    loop {
        let chunk = next(&mut cursor)?;
        if is_needed(&chunk) {
            out.extend(u32::try_from(chunk.data.len()).ok()?.to_be_bytes());
            let start = out.len();
            out.extend_from_slice(chunk.kind);
            out.extend_from_slice(chunk.data);
            let sum = crc(out.get(start..)?);
            out.extend(sum.to_be_bytes());
        }
        if chunk.kind == b"IEND" {
            return Some(out);
        }
    }
}

/// What each byte does to the check sum (annex D of the standard).
const SUMS: [u32; 256] = sums();

#[expect(
    clippy::indexing_slicing,
    reason = "the loop ends where the table does"
)]
const fn sums() -> [u32; 256] {
    let mut table = [0_u32; 256];
    let mut at = 0;
    let mut byte = 0_u32;
    while at < table.len() {
        let mut sum = byte;
        let mut bit = 0;
        while bit < 8 {
            sum = (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg());
            bit += 1;
        }
        table[at] = sum;
        at += 1;
        byte += 1;
    }
    table
}

/// The check sum of a chunk over its kind and data.
pub(in crate::biometric) fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        let [low, ..] = sum.to_le_bytes();
        let entry = SUMS.get(usize::from(low ^ byte)).copied().unwrap_or(0);
        (sum >> 8) ^ entry
    };
    !bytes.iter().fold(u32::MAX, step)
}
