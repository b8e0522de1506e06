//! Images by their heads: what they carry is named, and what leaves is written anew.

use std::collections::BTreeSet;

use super::{TODAY, faults, files, read};
use crate::biometric::images::{Trace, without_metadata};

/// A word that must not leave.
const CANARY: &[u8] = b"Harbour Road 14, Captain Zafiro";

fn said(head: &[u8]) -> Vec<u8> {
    [head, CANARY].concat()
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

fn traces(bytes: &[u8]) -> BTreeSet<Trace> {
    read(bytes, TODAY).parts.remove(0).traces
}

/// Everything that a JPEG may carry, by name.
fn in_jpeg() -> Vec<(Trace, Vec<u8>)> {
    vec![
        (Trace::Exif, files::segment(0xE1, &said(b"Exif\0\0"))),
        (
            Trace::Xmp,
            files::segment(0xE1, &said(b"http://ns.adobe.com/xap/1.0/\0")),
        ),
        (
            Trace::ColourProfile,
            files::segment(0xE2, &said(b"ICC_PROFILE\0\x01\x01")),
        ),
        (
            Trace::Iptc,
            files::segment(0xED, &said(b"Photoshop 3.0\x008BIM")),
        ),
        (Trace::Comment, files::segment(0xFE, CANARY)),
        (Trace::Nistcom, files::segment(0xFE, &said(b"NIST_COM 3\n"))),
        (Trace::Thumbnail, files::segment(0xE0, &said(b"JFXX\0\x10"))),
        (Trace::Other, files::segment(0xE2, &said(b"MPF\0"))),
        (Trace::Other, files::segment(0xEB, CANARY)),
    ]
}

fn in_png() -> Vec<(Trace, Vec<u8>)> {
    vec![
        (Trace::Exif, files::chunk(b"eXIf", &said(b"MM\0*"))),
        (Trace::Text, files::chunk(b"tEXt", &said(b"Author\0"))),
        (Trace::Text, files::chunk(b"zTXt", &said(b"Author\0\0"))),
        (
            Trace::Text,
            files::chunk(b"iTXt", &said(b"Title\0\0\0\0\0")),
        ),
        (
            Trace::Xmp,
            files::chunk(b"iTXt", &said(b"XML:com.adobe.xmp\0\0\0\0\0")),
        ),
        (
            Trace::Time,
            files::chunk(b"tIME", &[7, 234, 1, 30, 10, 15, 0]),
        ),
        (
            Trace::ColourProfile,
            files::chunk(b"iCCP", &said(b"monitor\0\0")),
        ),
        (Trace::Other, files::chunk(b"prVt", CANARY)),
    ]
}

#[test]
fn what_a_jpeg_carries_is_named_and_does_not_come_along() {
    assert_eq!(traces(&files::jpeg(&[])), BTreeSet::new());
    for (trace, segment) in in_jpeg() {
        let bytes = files::jpeg(&[segment]);
        assert_eq!(traces(&bytes), BTreeSet::from([trace]));
        let clean = without_metadata(&bytes).unwrap();
        assert_eq!(clean.dropped, BTreeSet::from([trace]));
        assert!(!holds(&clean.bytes, CANARY), "{trace}");
        assert_eq!(clean.bytes, files::jpeg(&[]), "{trace}");
    }
}

#[test]
fn what_a_png_carries_is_named_and_does_not_come_along() {
    assert_eq!(traces(&files::png(&[])), BTreeSet::new());
    for (trace, chunk) in in_png() {
        let bytes = files::png(&[chunk]);
        assert_eq!(traces(&bytes), BTreeSet::from([trace]));
        let clean = without_metadata(&bytes).unwrap();
        assert_eq!(clean.bytes, files::png(&[]), "{trace}");
        assert_eq!(clean.dropped, BTreeSet::from([trace]));
    }
}

#[test]
fn nothing_behind_the_end_comes_along() {
    for bytes in [files::jpeg(&[]), files::png(&[])] {
        let more = [&bytes[..], CANARY].concat();
        assert_eq!(traces(&more), BTreeSet::from([Trace::Trailing]));
        assert_eq!(without_metadata(&more).unwrap().bytes, bytes);
    }
}

#[test]
fn the_small_picture_of_a_jfif_header_and_the_flags_of_adobe_do_not_come_along() {
    let small = files::segment(0xE0, &said(b"JFIF\0\x01\x02\x01\x01\xf4\x01\xf4\x04\x04"));
    let clean = without_metadata(&files::jpeg(&[small])).unwrap();
    assert!(!holds(&clean.bytes, CANARY));
    assert_eq!(clean.dropped, BTreeSet::from([Trace::Thumbnail]));
    let adobe = files::segment(0xEE, b"Adobe\0\x64\x12\x34\x56\x78\x01");
    let clean = without_metadata(&files::jpeg(&[adobe])).unwrap();
    assert!(!holds(&clean.bytes, &[0x12, 0x34, 0x56, 0x78]));
    assert!(holds(&clean.bytes, b"Adobe\0\x64\0\0\0\0\x01"));
}

#[test]
fn all_at_once_and_twice_is_the_same() {
    let segments: Vec<Vec<u8>> = in_jpeg().into_iter().map(|(_, segment)| segment).collect();
    let chunks: Vec<Vec<u8>> = in_png().into_iter().map(|(_, chunk)| chunk).collect();
    for (full, bare) in [
        (files::jpeg(&segments), files::jpeg(&[])),
        (files::png(&chunks), files::png(&[])),
    ] {
        let once = without_metadata(&full).unwrap();
        assert_eq!(once.bytes, bare);
        assert_eq!(without_metadata(&once.bytes).unwrap().bytes, bare);
    }
}

#[test]
fn comments_of_wsq_and_boxes_of_jpeg_2000_are_named() {
    assert_eq!(traces(&files::wsq()), BTreeSet::from([Trace::Nistcom]));
    let mut own = files::wsq();
    own[6..14].copy_from_slice(b"Captain ");
    assert_eq!(traces(&own), BTreeSet::from([Trace::Comment]));
    assert_eq!(traces(&files::jp2(&[])), BTreeSet::new());
    let xmp = b"\xBE\x7A\xCF\xCB\x97\xA9\x42\xE8\x9C\x71\x99\x94\x91\xE3\xAF\xAC";
    let boxes = [
        (files::boxed(b"xml ", CANARY), Trace::Text),
        (files::boxed(b"uuid", &said(xmp)), Trace::Xmp),
        (files::boxed(b"uinf", CANARY), Trace::Other),
    ];
    for (one, trace) in boxes {
        assert_eq!(traces(&files::jp2(&[one])), BTreeSet::from([trace]));
    }
    let mut stream = files::stream();
    let comment = files::segment(0x64, &said(&[0, 1]));
    stream.splice(2 + 43..2 + 43, comment);
    assert_eq!(traces(&stream), BTreeSet::from([Trace::Comment]));
    for other in [files::wsq(), files::jp2(&[]), files::stream()] {
        assert_eq!(without_metadata(&other), None);
    }
}

/// Where a byte stands from the first one of a pattern, what it becomes, and what is found.
type Row = (&'static [u8], usize, u8, &'static str);

fn each(whole: &[u8], rows: &[Row]) {
    let mut other = Vec::new();
    for (pattern, step, byte, expected) in rows {
        let mut bytes = whole.to_vec();
        let at = bytes
            .windows(pattern.len())
            .position(|one| one == *pattern)
            .unwrap()
            + step;
        bytes[at] = *byte;
        let found = faults(&bytes);
        if found.first().map(String::as_str) != Some(*expected) {
            other.push((pattern, step, found));
        }
        assert_eq!(without_metadata(&bytes), None);
    }
    assert!(other.is_empty(), "{other:?}");
}

#[test]
fn broken_heads_are_refused_by_name() {
    each(
        &files::jpeg(&[]),
        &[
            (&[0xFF, 0xC0], 3, 12, "1 SOF length"),
            (&[0xFF, 0xC0], 9, 2, "1 SOF length"),
            (&[0xFF, 0xC0], 6, 0, "1 size range"),
            (&[0xFF, 0xC0], 1, 0xDB, "1 DQT length"),
            (&[0xFF, 0xC4], 6, 3, "1 DHT length"),
            (&[0xFF, 0xDA], 4, 2, "1 SOS length"),
            (&[0xFF, 0xDA], 1, 0xFE, "1 marker separator"),
            (&[0xFF, 0xDB], 1, 0x01, "1 marker code"),
            (&[0xFF, 0xD9], 1, 0, "1 EOI truncated"),
        ],
    );
    each(
        &files::png(&[]),
        &[
            (b"IHDR", 3, b'r', "1 IHDr checksum"),
            (b"IHDR", 7, 17, "1 IHDR checksum"),
            (b"IDAT", 5, 17, "1 IDAT checksum"),
            (b"IDAT", 0, b'I' | 0x80, "1 chunk malformed"),
            (b"IEND", 3, b'd', "1 IENd checksum"),
            (b"pHYs", 9, 1, "1 pHYs checksum"),
        ],
    );
    each(
        &files::wsq(),
        &[
            (&[0xFF, 0xA2], 3, 16, "1 SOF length"),
            (&[0xFF, 0xA2], 1, 0xA6, "1 SOF missing"),
            (&[0xFF, 0xA2], 1, 0xAF, "1 marker code"),
            (&[0xFF, 0xA4], 0, 0, "1 marker separator"),
            (&[0xFF, 0xA1], 1, 0, "1 EOI truncated"),
        ],
    );
    each(
        &files::jp2(&[]),
        &[
            (b"ihdr", 7, 13, "1 ihdr disagrees"),
            (b"jp2c", 0, b'x', "1 jp2c missing"),
            (b"jp2h", 0, b'x', "1 ihdr missing"),
            (
                &[0, 0, 0, 45, b'j', b'p', b'2', b'h'],
                3,
                44,
                "1 jp2h length",
            ),
            (&[0xFF, 0x51], 39, 2, "1 SIZ length"),
            (&[0xFF, 0x90], 9, 40, "1 SOT length"),
            (&[0xFF, 0x90], 9, 17, "1 SOT separator"),
            (&[0xFF, 0xD9], 1, 0, "1 SOT separator"),
        ],
    );
}
