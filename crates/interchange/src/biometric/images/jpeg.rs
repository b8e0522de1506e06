//! JPEG by its markers (ISO/IEC 10918-1, annex B; JFIF 1.02; APPn as ExifTool's table of JPEG tags names them).

use std::ops::RangeInclusive;

use super::super::reading::{Bytes, Flaw};
use super::wsq::segment;
use super::{Head, Trace};

/// Start of image, and the first byte of the marker that follows.
pub(super) const HEAD: &[u8] = &[0xFF, 0xD8, 0xFF];

const HUFFMAN: u8 = 0xC4;
const ARITHMETIC: u8 = 0xCC;
const END: u8 = 0xD9;
const SCAN: u8 = 0xDA;
const QUANTISATION: u8 = 0xDB;
const LINES: u8 = 0xDC;
const RESTART: u8 = 0xDD;
const COMMENT: u8 = 0xFE;
const APP0: u8 = 0xE0;
const APP14: u8 = 0xEE;

/// A segment, or coded data behind a scan header.
#[derive(Debug, Clone, Copy)]
struct Piece<'a> {
    code: u8,
    body: &'a [u8],
    /// The coded data that follows, with its restart markers; empty but behind a scan header.
    coded: &'a [u8],
}

/// Skips coded data up to the next marker that is neither a stuffed byte nor a restart.
pub(super) fn skip_coded<'a>(cursor: &mut Bytes<'a>, restarts: RangeInclusive<u8>) -> &'a [u8] {
    let rest = cursor.rest();
    let ends = |pair: &[u8]| matches!(pair, [0xFF, code] if *code != 0 && *code != 0xFF && !restarts.contains(code));
    let length = rest.windows(2).position(ends).unwrap_or(rest.len());
    cursor.take(length).unwrap_or_default()
}

/// The next piece; `None` at the end of the image or of what can be read.
fn next<'a>(cursor: &mut Bytes<'a>) -> Result<Option<Piece<'a>>, (&'static str, Flaw)> {
    let lead = cursor.u8().ok_or(("EOI", Flaw::Truncated))?;
    let mut code = cursor.u8().ok_or(("EOI", Flaw::Truncated))?;
    while lead == 0xFF && code == 0xFF {
        code = cursor.u8().ok_or(("EOI", Flaw::Truncated))?;
    }
    if lead != 0xFF {
        return Err(("marker", Flaw::Separator));
    }
    if code == END {
        return Ok(None);
    }
    if !is_known(code) {
        return Err(("marker", Flaw::Code));
    }
    let body = segment(cursor).ok_or((name(code), Flaw::Length))?;
    let coded = match code {
        SCAN => skip_coded(cursor, 0xD0..=0xD7),
        _ => &[],
    };
    Ok(Some(Piece { code, body, coded }))
}

const fn is_frame(code: u8) -> bool {
    matches!(code, 0xC0..=0xCF) && !matches!(code, HUFFMAN | ARITHMETIC | 0xC8)
}

const fn is_known(code: u8) -> bool {
    is_frame(code)
        || matches!(
            code,
            HUFFMAN | ARITHMETIC | SCAN | QUANTISATION | LINES | RESTART | COMMENT
        )
        || matches!(code, 0xE0..=0xEF)
}

const fn name(code: u8) -> &'static str {
    match code {
        HUFFMAN => "DHT",
        ARITHMETIC => "DAC",
        SCAN => "SOS",
        QUANTISATION => "DQT",
        LINES => "DNL",
        RESTART => "DRI",
        COMMENT => "COM",
        0xE0..=0xEF => "APP",
        _ => "SOF",
    }
}

/// What a segment carries beside the picture.
fn trace(piece: &Piece<'_>) -> Option<Trace> {
    let starts = |head: &[u8]| piece.body.starts_with(head);
    match piece.code {
        COMMENT if starts(b"NIST_COM") => Some(Trace::Nistcom),
        COMMENT => Some(Trace::Comment),
        APP0 if starts(b"JFIF\0") && piece.body.len() == 14 => None,
        APP0 if starts(b"JFIF\0") || starts(b"JFXX\0") => Some(Trace::Thumbnail),
        APP14 if starts(b"Adobe") && piece.body.len() == 12 => None,
        0xE1 if starts(b"Exif\0") => Some(Trace::Exif),
        0xE1 if starts(b"http://ns.adobe.com/") => Some(Trace::Xmp),
        0xE2 if starts(b"ICC_PROFILE\0") => Some(Trace::ColourProfile),
        0xED => Some(Trace::Iptc),
        0xE0..=0xEF => Some(Trace::Other),
        _ => None,
    }
}

/// Reads the segments to the end of the image.
pub(super) fn head(bytes: &[u8]) -> Head {
    let mut head = Head::default();
    let mut cursor = Bytes::new(bytes);
    cursor.take(2);
    let mut scans = 0_u32;
    loop {
        let piece = match next(&mut cursor) {
            Ok(Some(piece)) => piece,
            Ok(None) => break,
            Err((field, flaw)) => {
                head.fault(field, flaw);
                return head;
            }
        };
        head.traces.extend(trace(&piece));
        match piece.code {
            SCAN => {
                scans += 1;
                let count = piece.body.first().copied().unwrap_or(0);
                if piece.body.len() != 4 + 2 * usize::from(count) {
                    head.fault("SOS", Flaw::Length);
                }
            }
            code if is_frame(code) => frame(piece.body, &mut head),
            QUANTISATION if !tables(piece.body) => head.fault("DQT", Flaw::Length),
            HUFFMAN if !codes(piece.body) => head.fault("DHT", Flaw::Length),
            RESTART | LINES if piece.body.len() != 2 => head.fault(name(piece.code), Flaw::Length),
            _ => {}
        }
    }
    if head.components == 0 {
        head.fault("SOF", Flaw::Missing);
    }
    if scans == 0 {
        head.fault("SOS", Flaw::Missing);
    }
    if !cursor.rest().is_empty() {
        head.traces.insert(Trace::Trailing);
    }
    head
}

/// Depth, height, width, components.
fn frame(body: &[u8], head: &mut Head) {
    if head.components != 0 {
        return head.fault("SOF", Flaw::Repeated);
    }
    let mut cursor = Bytes::new(body);
    let read = (cursor.u8(), cursor.u16(), cursor.u16(), cursor.u8());
    let (Some(depth), Some(height), Some(width), Some(count)) = read else {
        return head.fault("SOF", Flaw::Length);
    };
    if count == 0 || cursor.rest().len() != 3 * usize::from(count) {
        return head.fault("SOF", Flaw::Length);
    }
    head.depth = depth;
    head.height = height.into();
    head.width = width.into();
    head.components = count.into();
}

/// Whether a segment is made of quantisation tables and of nothing else.
fn tables(body: &[u8]) -> bool {
    let mut cursor = Bytes::new(body);
    while let Some(first) = cursor.u8() {
        let wide = usize::from(first >> 4 != 0);
        if cursor.take(64 << wide).is_none() {
            return false;
        }
    }
    true
}

/// The same for Huffman tables: sixteen counts, and as many values.
fn codes(body: &[u8]) -> bool {
    let mut cursor = Bytes::new(body);
    while cursor.u8().is_some() {
        let Some(counts) = cursor.take(16) else {
            return false;
        };
        let values = counts.iter().map(|count| usize::from(*count)).sum();
        if cursor.take(values).is_none() {
            return false;
        }
    }
    true
}

/// The picture written anew: coding tables, frame and scans; density and colour transform are said again, nothing else comes along.
pub(super) fn rebuilt(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut cursor = Bytes::new(bytes);
    cursor.take(2)?;
    let mut out = vec![0xFF, 0xD8];
    while let Some(piece) = next(&mut cursor).ok()? {
        match piece.code {
            APP0 if piece.body.starts_with(b"JFIF\0") => {
                write(&mut out, APP0, &density(piece.body)?)?
            }
            APP14 if piece.body.starts_with(b"Adobe") && piece.body.len() == 12 => {
                write(&mut out, APP14, &transform(piece.body)?)?;
            }
            0xE0..=0xEF | COMMENT => {}
            code => {
                write(&mut out, code, piece.body)?;
                out.extend_from_slice(piece.coded);
            }
        }
    }
    out.extend([0xFF, END]);
    Some(out)
}

fn write(out: &mut Vec<u8>, code: u8, body: &[u8]) -> Option<()> {
    let length = u16::try_from(body.len() + 2).ok()?;
    out.extend([0xFF, code]);
    out.extend(length.to_be_bytes());
    out.extend_from_slice(body);
    Some(())
}

/// A JFIF header with the density of the old one and no small picture.
fn density(body: &[u8]) -> Option<Vec<u8>> {
    let mut out = b"JFIF\0\x01\x02".to_vec();
    out.extend_from_slice(body.get(7..12)?);
    out.extend([0, 0]);
    Some(out)
}

/// An Adobe header with the colour transform of the old one, and its flags empty.
fn transform(body: &[u8]) -> Option<Vec<u8>> {
    let mut out = b"Adobe\0\x64\0\0\0\0".to_vec();
    out.push(*body.last()?);
    Some(out)
}
