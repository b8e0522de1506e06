//! The writer.

use crate::biometric::images::crc;

pub(super) const WIDTH: u16 = 16;
pub(super) const HEIGHT: u16 = 12;
/// An image without a head.
const RAW: [u8; WIDTH as usize * HEIGHT as usize] = [7; WIDTH as usize * HEIGHT as usize];

/// A segment of JPEG or WSQ: marker, length, body.
pub(super) fn segment(code: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, code], &length[..], body].concat()
}

pub(super) fn wsq() -> Vec<u8> {
    let frame = [
        &[0, 255][..],
        &HEIGHT.to_be_bytes(),
        &WIDTH.to_be_bytes(),
        &[0; 9],
    ]
    .concat();
    [
        vec![0xFF, 0xA0],
        segment(0xA8, b"NIST_COM 2\nPPI 500\nLOSSY 1"),
        segment(0xA4, &[7; 20]),
        segment(0xA5, &[1; 387]),
        segment(0xA2, &frame),
        segment(0xA6, &[2; 18]),
        segment(0xA3, &[0]),
        vec![1, 2, 3, 0xFF, 0, 4, 0xFF, 0xB0, 5],
        vec![0xFF, 0xA1],
    ]
    .concat()
}

/// A JPEG in grey, with segments of one's own behind the first marker.
pub(super) fn jpeg(extra: &[Vec<u8>]) -> Vec<u8> {
    let frame = [
        &[8][..],
        &HEIGHT.to_be_bytes(),
        &WIDTH.to_be_bytes(),
        &[1, 1, 0x11, 0],
    ]
    .concat();
    let tables = [&[0][..], &[16; 64]].concat();
    let codes = [
        &[0][..],
        &[0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        &[5, 6],
    ]
    .concat();
    [
        vec![0xFF, 0xD8],
        segment(0xE0, b"JFIF\0\x01\x02\x01\x01\xf4\x01\xf4\0\0"),
        extra.concat(),
        segment(0xDB, &tables),
        segment(0xC0, &frame),
        segment(0xC4, &codes),
        segment(0xDA, &[1, 1, 0, 0, 63, 0]),
        vec![9, 8, 0xFF, 0, 7, 0xFF, 0xD0, 6],
        vec![0xFF, 0xD9],
    ]
    .concat()
}

pub(super) fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap().to_be_bytes();
    let summed = [kind, data].concat();
    [&length[..], &summed, &crc(&summed).to_be_bytes()].concat()
}

/// A PNG in grey, with chunks of one's own before the picture.
pub(super) fn png(extra: &[Vec<u8>]) -> Vec<u8> {
    let size = [
        u32::from(WIDTH).to_be_bytes(),
        u32::from(HEIGHT).to_be_bytes(),
    ]
    .concat();
    let header = [&size[..], &[8, 0, 0, 0, 0]].concat();
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", &header),
        chunk(b"pHYs", &[0, 0, 0x4C, 0xE6, 0, 0, 0x4C, 0xE6, 1]),
        extra.concat(),
        chunk(b"IDAT", &[0x78, 1, 3, 0, 0, 0, 0, 1]),
        chunk(b"IEND", b""),
    ]
    .concat()
}

/// A bare codestream of JPEG 2000.
pub(super) fn stream() -> Vec<u8> {
    let size = [
        u32::from(WIDTH).to_be_bytes(),
        u32::from(HEIGHT).to_be_bytes(),
    ]
    .concat();
    let size = [
        &[0, 0][..],
        &size,
        &[0; 8],
        &size,
        &[0; 8],
        &[0, 1, 7, 1, 1],
    ]
    .concat();
    let data = [1, 2, 3, 4];
    let tile = [0, 0, 0, 0, 0, 12 + 2 + 4, 0, 1];
    [
        vec![0xFF, 0x4F],
        segment(0x51, &size),
        segment(0x52, &[0; 10]),
        segment(0x90, &tile),
        vec![0xFF, 0x93],
        data.to_vec(),
        vec![0xFF, 0xD9],
    ]
    .concat()
}

pub(super) fn boxed(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len() + 8).unwrap().to_be_bytes();
    [&length[..], kind, data].concat()
}

pub(super) fn jp2(extra: &[Vec<u8>]) -> Vec<u8> {
    let size = [
        u32::from(HEIGHT).to_be_bytes(),
        u32::from(WIDTH).to_be_bytes(),
    ]
    .concat();
    let header = boxed(b"ihdr", &[&size[..], &[0, 1, 7, 7, 0, 0]].concat());
    let colour = boxed(b"colr", &[1, 0, 0, 0, 0, 0, 17]);
    [
        boxed(b"jP  ", b"\r\n\x87\n"),
        boxed(b"ftyp", b"jp2 \0\0\0\0jp2 "),
        boxed(b"jp2h", &[header, colour].concat()),
        extra.concat(),
        boxed(b"jp2c", &stream()),
    ]
    .concat()
}

/// A record of ANSI/NIST-ITL: numbers and values; its length field comes by itself.
pub(super) fn record(kind: u8, fields: &[(u32, &[u8])]) -> Vec<u8> {
    let body: Vec<Vec<u8>> = fields
        .iter()
        .map(|(number, value)| [format!("{kind}.{number:03}:").as_bytes(), value].concat())
        .collect();
    let body = body.join(&0x1D);
    let rest = body.len() + 2 + format!("{kind}.001:").len();
    let mut length = rest;
    while rest + length.to_string().len() != length {
        length = rest + length.to_string().len();
    }
    let head = format!("{kind}.001:{length}\x1D");
    [head.as_bytes(), &body, &[0x1C]].concat()
}

/// Type 1 that lists these types, numbered from 1.
pub(super) fn header(kinds: &[u8]) -> Vec<u8> {
    let mut content = format!("1\x1F{}", kinds.len());
    for (at, kind) in kinds.iter().enumerate() {
        content.push_str(&format!("\x1E{kind}\x1F{:02}", at + 1));
    }
    record(
        1,
        &[
            (2, b"0502"),
            (3, content.as_bytes()),
            (4, b"FTF"),
            (5, b"20260201"),
            (7, b"XB-BORDER"),
            (8, b"XA-POLICE"),
            (9, b"TCN-0001"),
            (11, b"19.69"),
            (12, b"19.69"),
            (14, b"20260201101500Z"),
        ],
    )
}

/// The fields of an image: source, day, size, scale, compression, then those of one's own.
pub(super) fn picture<'a>(
    designation: &'a [u8],
    third: &'a [u8],
    compression: &'a [u8],
    own: &[(u32, &'a [u8])],
) -> Vec<(u32, &'a [u8])> {
    let mut fields = vec![
        (2, designation),
        (3, third),
        (4, &b"XA-POLICE"[..]),
        (5, b"20260130"),
        (6, b"16"),
        (7, b"12"),
        (8, b"1"),
        (9, b"500"),
        (10, b"500"),
        (11, compression),
    ];
    fields.extend(own);
    fields
}

/// Type 4 with a WSQ image.
pub(super) fn fixed(designation: u8) -> Vec<u8> {
    let image = wsq();
    let body = [
        &[designation, 0, 13, 255, 255, 255, 255, 255, 0][..],
        &WIDTH.to_be_bytes(),
        &HEIGHT.to_be_bytes(),
        &[1],
        &image,
    ]
    .concat();
    let length = u32::try_from(body.len() + 4).unwrap().to_be_bytes();
    [&length[..], &body].concat()
}

/// The types of `transaction`, in its order.
pub(super) const KINDS: [u8; 9] = [2, 4, 9, 10, 13, 14, 15, 17, 18];

/// Type 9 with two minutiae of INCITS 378.
fn minutiae() -> Vec<u8> {
    let listed = b"1\x1F3\x1F4\x1F90\x1F1\x1F80\x1E2\x1F15\x1F11\x1F179\x1F2\x1F254";
    record(
        9,
        &[
            (2, b"03"),
            (3, b"0"),
            (4, b"U"),
            (126, b"Maker"),
            (128, b"16"),
            (129, b"12"),
            (130, b"1"),
            (131, b"500"),
            (132, b"500"),
            (134, b"2"),
            (135, b"77\x1F1\x1F1"),
            (136, b"2"),
            (137, listed),
        ],
    )
}

/// The records of `transaction`, type 1 first.
pub(super) fn records() -> Vec<Vec<u8>> {
    let (wsq, jpeg, png, jp2) = (wsq(), jpeg(&[]), png(&[]), jp2(&[]));
    let latent = picture(
        b"05",
        b"4",
        b"NONE",
        &[
            (12, b"8"),
            (13, b"0"),
            (24, b"0\x1F60\x1FFEED\x1F123"),
            (999, &RAW),
        ],
    );
    let finger = picture(
        b"06",
        b"0",
        b"WSQ20",
        &[
            (12, b"8"),
            (13, b"13"),
            (22, b"7\x1F2\x1E8\x1F255"),
            (24, b"7\x1F88\x1F000F\x1F1"),
            (999, &wsq),
        ],
    );
    vec![
        header(&KINDS),
        record(2, &[(2, b"01"), (18, b"Tchalu, Zafiro"), (22, b"19740613")]),
        fixed(2),
        minutiae(),
        record(
            10,
            &picture(
                b"04",
                b"FACE",
                b"JPEGB",
                &[(12, b"GRAY"), (24, b"49\x1F2AF3\x1F2345"), (999, &jpeg)],
            ),
        ),
        record(13, &latent),
        record(14, &finger),
        record(
            15,
            &picture(
                b"07",
                b"10",
                b"PNG",
                &[
                    (12, b"8"),
                    (13, b"21"),
                    (24, b"21\x1F254\x1FFEED\x1F12"),
                    (999, &png),
                ],
            ),
        ),
        record(
            17,
            &picture(
                b"08",
                b"1",
                b"JP2",
                &[
                    (12, b"8"),
                    (13, b"GRAY"),
                    (24, b"90\x1F1\x1F1"),
                    (999, &jp2),
                ],
            ),
        ),
        record(18, &[(2, b"09"), (3, b"1"), (16, b"D3S1358\x1F15\x1F16")]),
    ]
}

pub(super) fn transaction() -> Vec<u8> {
    records().concat()
}

/// A file whose header tells its length: what stands before the length, and what behind.
fn measured(head: &[u8], behind: &[u8]) -> Vec<u8> {
    let length = u32::try_from(head.len() + 4 + behind.len()).unwrap();
    [head, &length.to_be_bytes(), behind].concat()
}

/// Capture date and time, device, one quality block.
fn capture() -> Vec<u8> {
    let date = [2026_u16.to_be_bytes().as_slice(), &[1, 30, 10, 15, 0, 0, 0]].concat();
    [&date[..], &[2, 0, 1, 0, 2, 1, 80, 0, 1, 0, 1]].concat()
}

fn size() -> Vec<u8> {
    [WIDTH.to_be_bytes(), HEIGHT.to_be_bytes()].concat()
}

fn with_length(data: &[u8]) -> Vec<u8> {
    [&u32::try_from(data.len()).unwrap().to_be_bytes(), data].concat()
}

const MINUTIAE: [u8; 12] = [0x40, 3, 0, 4, 90, 80, 0x80, 15, 0, 11, 10, 0];

pub(super) fn fmr_2005() -> Vec<u8> {
    let view = [&[2, 0, 77, 2][..], &MINUTIAE, &[0, 6, 1, 1, 0, 6, 9, 9]].concat();
    let behind = [&[0, 0][..], &size(), &[0, 197, 0, 197, 1, 0], &view].concat();
    measured(b"FMR\0 20\0", &behind)
}

pub(super) fn fmr_2011() -> Vec<u8> {
    let place = [&[2, 0, 0, 197, 0, 197, 0][..], &size(), &[0x60, 2]].concat();
    let body = [
        capture(),
        vec![1, 0, 1, 2],
        place,
        MINUTIAE.to_vec(),
        vec![0, 0],
    ]
    .concat();
    measured(
        b"FMR\x00030\0",
        &[vec![0, 1, 1], measured(b"", &body)].concat(),
    )
}

pub(super) fn fir_2005() -> Vec<u8> {
    let image = wsq();
    let view = [&[13, 1, 1, 80, 0][..], &size(), &[0], &image].concat();
    let behind = [
        &[0, 9, 0, 31, 1, 1][..],
        &[1, 0xF4].repeat(4),
        &[8, 2, 0, 0],
        &measured(b"", &view),
    ]
    .concat();
    measured(b"FIR\x00010\0\0\0", &behind)
}

pub(super) fn fir_2011() -> Vec<u8> {
    let place = [&[21, 1, 1][..], &[1, 0xF4].repeat(4), &[8, 6, 10], &size()].concat();
    let body = [
        capture(),
        place,
        with_length(&png(&[])),
        vec![0, 2, 0, 6, 1, 1],
    ]
    .concat();
    measured(
        b"FIR\x00020\0",
        &[vec![0, 1, 0, 1], measured(b"", &body)].concat(),
    )
}

pub(super) fn fac_2005() -> Vec<u8> {
    let point = [1, 0x35, 0, 5, 0, 6, 0, 0];
    let image = jpeg(&[]);
    let body = [
        &[0, 1][..],
        &[0; 14],
        &point,
        &[1, 0],
        &size(),
        &[3, 2, 0, 0, 0, 0],
        &image,
    ]
    .concat();
    measured(
        b"FAC\x00010\0",
        &[vec![0, 1], measured(b"", &body)].concat(),
    )
}

pub(super) fn fac_2011() -> Vec<u8> {
    let point = [1, 0x35, 0, 5, 0, 6, 0, 0];
    let place = [&[1, 1][..], &size(), &[0, 0, 0, 0, 3]].concat();
    let body = [
        capture(),
        vec![0, 1],
        vec![0; 15],
        point.to_vec(),
        place,
        with_length(&jp2(&[])),
    ]
    .concat();
    measured(
        b"FAC\x00030\0",
        &[vec![0, 1, 0, 0, 0], measured(b"", &body)].concat(),
    )
}

pub(super) fn iir_2005() -> Vec<u8> {
    let image = [&[0, 1, 90, 0, 0, 0xFF, 0xFF][..], &with_length(&RAW)].concat();
    let head = [
        &[0, 0, 1, 0, 45, 0, 0x15, 0, 0, 0, 2][..],
        &size(),
        &[8, 0],
        b"0000000000000000",
    ]
    .concat();
    measured(b"IIR\x00010\0", &[head, vec![1, 0, 1], image].concat())
}

pub(super) fn iir_2011() -> Vec<u8> {
    let place = [
        &[0, 1, 2, 1, 0x0E, 0x05][..],
        &size(),
        &[8, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF],
    ]
    .concat();
    let iris = [0, 7, 0, 8, 0, 5, 0, 6, 0, 3, 0, 4];
    let body = [capture(), place, iris.to_vec(), with_length(&png(&[]))].concat();
    measured(
        b"IIR\x00020\0",
        &[vec![0, 1, 0, 1], measured(b"", &body)].concat(),
    )
}

/// One of each, by name.
pub(super) fn all() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("nist", transaction()),
        ("fmr 2005", fmr_2005()),
        ("fmr 2011", fmr_2011()),
        ("fir 2005", fir_2005()),
        ("fir 2011", fir_2011()),
        ("fac 2005", fac_2005()),
        ("fac 2011", fac_2011()),
        ("iir 2005", iir_2005()),
        ("iir 2011", iir_2011()),
        ("wsq", wsq()),
        ("jpeg", jpeg(&[])),
        ("png", png(&[])),
        ("jp2", jp2(&[])),
        ("codestream", stream()),
    ]
}
