//! Code tables of the standard that several record types share.

use crate::biometric::{Format, Modality};

/// Friction ridge positions (table 8): fingers, palms, pairs and slaps, soles, parts of palms. 255 stands for none in type 4.
pub(super) const fn is_position(code: u32) -> bool {
    matches!(code, 0..=38 | 40..=54 | 60..=79 | 81..=86)
}

/// Whether a position may stand in a record of this type.
pub(super) const fn fits(kind: u8, code: u32) -> bool {
    match kind {
        3..=6 => matches!(code, 0..=15),
        14 => matches!(code, 0..=19 | 40..=54),
        15 => matches!(code, 20..=38 | 81..=86),
        _ => is_position(code),
    }
}

/// What a position is one of.
pub(super) const fn modality(code: u32) -> Modality {
    match code {
        20..=38 | 81..=86 => Modality::Palm,
        60..=79 => Modality::Plantar,
        _ => Modality::Fingerprint,
    }
}

/// Impression types (table 7, with the codes of the editions before 2015).
pub(super) const fn is_impression(code: u32) -> bool {
    matches!(code, 0..=15 | 20..=39 | 41 | 42)
}

/// How an image is compressed (table 15): the code of tagged records, that of binary ones, and the format of the image.
const COMPRESSIONS: &[(&[u8], u8, Option<Format>)] = &[
    (b"NONE", 0, None),
    (b"WSQ20", 1, Some(Format::Wsq)),
    (b"JPEGB", 2, Some(Format::Jpeg)),
    (b"JPEGL", 3, Some(Format::Jpeg)),
    (b"JP2", 4, Some(Format::Jpeg2000)),
    (b"JP2L", 5, Some(Format::Jpeg2000)),
    (b"PNG", 6, Some(Format::Png)),
];

/// The image format of a tagged record's code; `Some(None)` is raw, `None` no code of the table.
pub(super) fn compression(code: &[u8]) -> Option<Option<Format>> {
    let known = COMPRESSIONS.iter().find(|(text, _, _)| *text == code)?;
    Some(known.2)
}

/// The same of a binary record's.
pub(super) fn binary_compression(code: u8) -> Option<Option<Format>> {
    let known = COMPRESSIONS.iter().find(|(_, number, _)| *number == code)?;
    Some(known.2)
}

/// Colour spaces (table 16), with the bits of a pixel that is not compressed, where that is known.
const COLOURS: &[(&[u8], Option<u32>)] = &[
    (b"UNK", None),
    (b"GRAY", Some(8)),
    (b"RGB", Some(24)),
    (b"SRGB", Some(24)),
    (b"YCC", Some(24)),
    (b"SYCC", Some(24)),
];

/// The bits of a raw pixel; `None` is no code of the table.
pub(super) fn colour(code: &[u8]) -> Option<Option<u32>> {
    let known = COLOURS.iter().find(|(text, _)| *text == code)?;
    Some(known.1)
}

/// Editions by field 1.002: 1993, 1997, 2000, 2007, 2011, 2013, 2015; of the edition of 2025 its leading digits.
pub(super) fn is_edition(code: &[u8]) -> bool {
    const KNOWN: &[&[u8]] = &[
        b"0200", b"0201", b"0300", b"0400", b"0500", b"0501", b"0502",
    ];
    KNOWN.contains(&code) || matches!(code, [b'0', b'6', b'0', b'0'..=b'9'])
}

/// Photographs of scars, marks and tattoos (10.003).
pub(super) fn is_mark(image: &[u8]) -> bool {
    [&b"SCAR"[..], b"MARK", b"TATTOO"].contains(&image)
}
