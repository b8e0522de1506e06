//! Records of ISO/IEC 19794: each field broken where it stands.

use jiff::civil::date;

use super::{TODAY, faults, files, read};
use crate::biometric::{Modality, Score};

/// Where a byte stands, what it becomes, and what is then found first.
type Row = (usize, u8, &'static str);

fn each(name: &str, whole: &[u8], rows: &[Row]) {
    let mut other = Vec::new();
    for (at, byte, expected) in rows {
        let mut bytes = whole.to_vec();
        bytes[*at] = *byte;
        let found = faults(&bytes);
        if found.first().map(String::as_str) != Some(*expected) {
            other.push((at, expected, found));
        }
    }
    assert!(other.is_empty(), "{name}: {other:#?}");
}

#[test]
fn minutiae_of_2005() {
    let rows: &[Row] = &[
        (7, 1, "0 version malformed"),
        (11, 200, "0 length length"),
        (15, 0, "0 width range"),
        (15, 15, "1 minutia.x range"),
        (17, 11, "1 minutia.y range"),
        (19, 50, "0 resolution range"),
        (22, 0, "0 views count"),
        (22, 2, "2 end truncated"),
        (23, 1, "0 reserved code"),
        (24, 11, "1 position code"),
        (25, 0x0F, "1 impression code"),
        (26, 101, "1 quality range"),
        (27, 1, "1 extended.length length"),
        (28, 0xC0, "1 minutia.type code"),
        (33, 120, "1 minutia.quality range"),
        (41, 7, "1 extended.length length"),
        (41, 5, "1 extended.length length"),
        (45, 9, "1 extended.length length"),
    ];
    each("fmr 2005", &files::fmr_2005(), rows);
}

#[test]
fn minutiae_of_2011() {
    let rows: &[Row] = &[
        (11, 1, "0 length length"),
        (13, 0, "0 representations count"),
        (13, 2, "2 end truncated"),
        (14, 2, "0 certification code"),
        (18, 1, "1 representation.length length"),
        (19, 8, "1 representation.capture future"),
        (21, 13, "1 representation.capture malformed"),
        (22, 32, "1 representation.capture malformed"),
        (34, 101, "1 representation.quality range"),
        (43, 11, "1 position code"),
        (46, 9, "1 resolution range"),
        (49, 30, "1 impression code"),
        (51, 10, "1 minutia.x range"),
        (54, 0x40, "1 minutiae.form code"),
        (54, 0x50, "1 minutia.x range"),
        (55, 1, "1 extended.length length"),
    ];
    each("fmr 2011", &files::fmr_2011(), rows);
}

#[test]
fn finger_images() {
    let rows: &[Row] = &[
        (9, 1, "0 length length"),
        (13, 1, "0 length length"),
        (18, 0, "0 images count"),
        (18, 2, "2 end truncated"),
        (19, 3, "0 units code"),
        (28, 17, "0 depth range"),
        (29, 6, "0 image.compression code"),
        (29, 5, "1 image.compression disagrees"),
        (29, 0, "1 image.length length"),
        (31, 1, "0 reserved code"),
        (35, 13, "1 image.length length"),
        (36, 39, "1 position code"),
        (38, 2, "1 view range"),
        (39, 101, "1 quality range"),
        (40, 16, "1 impression code"),
        (42, 17, "1 width disagrees"),
        (44, 13, "1 height disagrees"),
    ];
    each("fir 2005", &files::fir_2005(), rows);
    let rows: &[Row] = &[
        (13, 0, "0 representations count"),
        (15, 0, "0 fingers count"),
        (15, 2, "0 fingers count"),
        (19, 5, "1 representation.length length"),
        (21, 0xFF, "1 representation.capture future"),
        (40, 99, "1 position code"),
        (42, 0, "1 units code"),
        (51, 0, "1 depth range"),
        (52, 2, "1 image.compression disagrees"),
        (53, 17, "1 impression code"),
        (55, 17, "1 width disagrees"),
        (57, 13, "1 height disagrees"),
        (60, 2, "1 image.length length"),
        (62, 0, "1 image unknown"),
    ];
    each("fir 2011", &files::fir_2011(), rows);
}

#[test]
fn face_images() {
    let rows: &[Row] = &[
        (13, 0, "0 faces count"),
        (13, 2, "2 end truncated"),
        (16, 9, "1 face.length length"),
        (37, 40, "1 point range"),
        (42, 3, "1 type code"),
        (43, 2, "1 image.compression code"),
        (43, 1, "1 image.compression disagrees"),
        (45, 17, "1 width disagrees"),
        (47, 13, "1 height disagrees"),
        (48, 5, "1 colour code"),
        (53, 101, "1 quality range"),
    ];
    each("fac 2005", &files::fac_2005(), rows);
    let rows: &[Row] = &[
        (13, 0, "0 representations count"),
        (14, 1, "0 certification code"),
        (20, 9, "1 representation.length length"),
        (61, 40, "1 point range"),
        (66, 4, "1 type code"),
        (67, 4, "1 image.compression code"),
        (67, 3, "1 image.compression disagrees"),
        (69, 17, "1 width disagrees"),
        (76, 7, "1 colour code"),
        (79, 2, "1 image.length length"),
    ];
    each("fac 2011", &files::fac_2011(), rows);
}

#[test]
fn iris_images() {
    let rows: &[Row] = &[
        (14, 0, "0 eyes count"),
        (14, 3, "0 eyes count"),
        (16, 46, "0 header.length length"),
        (22, 3, "0 image.format code"),
        (22, 0x0A, "0 image.format not-read"),
        (24, 17, "1 image.length length"),
        (45, 3, "1 eye code"),
        (47, 0, "0 eye.images count"),
        (47, 2, "2 end truncated"),
        (49, 2, "1 image.number order"),
        (50, 101, "1 quality range"),
        (58, 2, "1 image.length length"),
    ];
    each("iir 2005", &files::iir_2005(), rows);
    let rows: &[Row] = &[
        (14, 1, "0 certification code"),
        (15, 3, "0 eyes count"),
        (41, 2, "1 representation.number order"),
        (42, 3, "1 eye code"),
        (43, 4, "1 type code"),
        (44, 0x0F, "1 image.format code"),
        (44, 0x06, "1 image.compression disagrees"),
        (47, 17, "1 width disagrees"),
        (60, 17, "1 iris.x range"),
        (62, 7, "1 iris.y range"),
        (64, 12, "1 iris.y range"),
        (66, 5, "1 iris.diameter range"),
    ];
    each("iir 2011", &files::iir_2011(), rows);
}

#[test]
fn the_summary_tells_modality_position_size_day_and_quality() {
    let rows = [
        (
            files::fmr_2005(),
            Modality::Fingerprint,
            vec![2],
            false,
            Some(77),
        ),
        (
            files::fmr_2011(),
            Modality::Fingerprint,
            vec![2],
            true,
            Some(80),
        ),
        (
            files::fir_2005(),
            Modality::Fingerprint,
            vec![13],
            false,
            Some(80),
        ),
        (files::fir_2011(), Modality::Palm, vec![21], true, Some(80)),
        (files::fac_2005(), Modality::Face, vec![], false, None),
        (files::fac_2011(), Modality::Face, vec![], true, Some(80)),
        (files::iir_2005(), Modality::Iris, vec![1], false, Some(90)),
        (files::iir_2011(), Modality::Iris, vec![2], true, Some(80)),
    ];
    for (bytes, modality, positions, dated, quality) in rows {
        let reading = read(&bytes, TODAY);
        let [part] = reading.parts.as_slice() else {
            panic!("{reading:?}")
        };
        assert_eq!(part.modality, Some(modality));
        assert_eq!(part.positions, positions);
        assert_eq!((part.width, part.height), (Some(16), Some(12)));
        assert_eq!(part.captured_on, dated.then_some(date(2026, 1, 30)));
        let first = part.quality.first().and_then(|one: &Score| one.value);
        assert_eq!(first, quality);
    }
}
