//! WSQ by its markers (FBI IAFIS-IC-0110, "WSQ gray-scale fingerprint image compression specification", version 3.1; the marker codes
//! as NIST's NBIS lists them).

use super::super::reading::{Bytes, Flaw};
use super::{Head, Trace};

/// Start of image, and the first byte of the marker that follows.
pub(super) const HEAD: &[u8] = &[0xFF, 0xA0, 0xFF];

const END: u8 = 0xA1;
const FRAME: u8 = 0xA2;
const BLOCK: u8 = 0xA3;
const TRANSFORM: u8 = 0xA4;
const QUANTISATION: u8 = 0xA5;
const HUFFMAN: u8 = 0xA6;
const RESTART: u8 = 0xA7;
const COMMENT: u8 = 0xA8;
/// Length of the frame header, itself included.
const FRAME_BYTES: usize = 17;
const BLOCK_BYTES: usize = 3;
/// Sixty-four sub-bands, each with the size of its bins and of that about nothing, behind a centre.
const QUANTISATION_BYTES: usize = 389;

/// Reads the markers to the end of the image.
pub(super) fn head(bytes: &[u8]) -> Head {
    let mut head = Head {
        depth: 8,
        components: 1,
        ..Head::default()
    };
    let mut cursor = Bytes::new(bytes);
    cursor.take(2);
    let mut blocks = 0_u32;
    let mut seen = Vec::new();
    loop {
        let Some(marker) = cursor.u16() else {
            head.fault("EOI", Flaw::Truncated);
            return head;
        };
        let [lead, code] = marker.to_be_bytes();
        if lead != 0xFF {
            head.fault("marker", Flaw::Separator);
            return head;
        }
        if code == END {
            break;
        }
        let Some(body) = segment(&mut cursor) else {
            head.fault(name(code), Flaw::Length);
            return head;
        };
        if blocks == 0 && !seen.contains(&code) {
            seen.push(code);
        }
        match code {
            FRAME => frame(body, &mut head),
            COMMENT if body.starts_with(b"NIST_COM") => {
                head.traces.insert(Trace::Nistcom);
            }
            COMMENT => {
                head.traces.insert(Trace::Comment);
            }
            BLOCK => {
                blocks += 1;
                if body.len() + 2 != BLOCK_BYTES {
                    head.fault("SOB", Flaw::Length);
                }
                super::jpeg::skip_coded(&mut cursor, 0xB0..=0xB7);
            }
            QUANTISATION if body.len() + 2 != QUANTISATION_BYTES => head.fault("DQT", Flaw::Length),
            TRANSFORM | QUANTISATION | HUFFMAN | RESTART => {}
            _ => {
                head.fault("marker", Flaw::Code);
                return head;
            }
        }
    }
    for needed in [FRAME, TRANSFORM, QUANTISATION, HUFFMAN] {
        if !seen.contains(&needed) {
            head.fault(name(needed), Flaw::Missing);
        }
    }
    if blocks == 0 {
        head.fault("SOB", Flaw::Missing);
    }
    if !cursor.rest().is_empty() {
        head.traces.insert(Trace::Trailing);
    }
    head
}

/// The body of a segment behind its length of two bytes, which counts itself.
pub(super) fn segment<'a>(cursor: &mut Bytes<'a>) -> Option<&'a [u8]> {
    let length = usize::from(cursor.u16()?);
    cursor.take(length.checked_sub(2)?)
}

fn name(code: u8) -> &'static str {
    match code {
        FRAME => "SOF",
        BLOCK => "SOB",
        TRANSFORM => "DTT",
        QUANTISATION => "DQT",
        HUFFMAN => "DHT",
        RESTART => "DRT",
        COMMENT => "COM",
        _ => "marker",
    }
}

/// Black, white, height, width, and how the samples were shifted and scaled.
fn frame(body: &[u8], head: &mut Head) {
    if head.width != 0 || head.height != 0 {
        return head.fault("SOF", Flaw::Repeated);
    }
    if body.len() + 2 != FRAME_BYTES {
        return head.fault("SOF", Flaw::Length);
    }
    let mut body = Bytes::new(body);
    body.take(2);
    let (height, width) = (body.u16(), body.u16());
    head.height = height.unwrap_or(0).into();
    head.width = width.unwrap_or(0).into();
}
