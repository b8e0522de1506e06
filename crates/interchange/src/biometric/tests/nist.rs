//! Transactions: the summary, and each fault under the number of its field.

use jiff::civil::date;

use super::{TODAY, faults, files, read};
use crate::biometric::{Format, Modality, QualityScale};

/// Puts the right length before the rest of a tagged record.
fn measured(kind: &str, rest: &[u8]) -> Vec<u8> {
    let bare = rest.len() + kind.len() + ".001:".len() + 1;
    let mut length = bare;
    while bare + length.to_string().len() != length {
        length = bare + length.to_string().len();
    }
    [format!("{kind}.001:{length}\x1D").as_bytes(), rest].concat()
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

/// The transaction with one field of one record replaced, or left out; the record's length is right again.
fn with(field: &str, value: Option<&[u8]>) -> Vec<u8> {
    let (kind, _) = field.split_once('.').unwrap();
    let mut records = files::records();
    let at = files::KINDS.iter().position(|one| one.to_string() == kind);
    let record = &mut records[at.map_or(0, |at| at + 1)];
    let tag = format!("\x1D{field}:");
    let behind = find(record, b"\x1D").unwrap();
    let rest = match find(record, tag.as_bytes()) {
        Some(start) => {
            let from = start + tag.len();
            let to = find(&record[from..], b"\x1D").map_or(record.len() - 1, |end| from + end);
            let to = if field.ends_with(".999") {
                record.len() - 1
            } else {
                to
            };
            let (head, tail) = (&record[behind..start], &record[to..]);
            let new = value
                .map(|value| [tag.as_bytes(), value].concat())
                .unwrap_or_default();
            [head, &new, tail].concat()
        }
        None => {
            let second = behind + 1 + find(&record[behind + 1..], b"\x1D").unwrap();
            let (head, tail) = (&record[behind..second], &record[second..]);
            [head, tag.as_bytes(), value.unwrap(), tail].concat()
        }
    };
    *record = measured(kind, &rest[1..]);
    records.concat()
}

#[test]
fn the_summary_tells_types_positions_sizes_days_and_quality() {
    let reading = read(&files::transaction(), TODAY);
    assert_eq!(reading.edition, "0502");
    let rows: Vec<String> = reading
        .parts
        .iter()
        .map(|part| {
            let size = part
                .width
                .zip(part.height)
                .map_or(String::new(), |(width, height)| {
                    format!(" {width}x{height}")
                });
            let image = part.image.map_or("", Format::code);
            let modality = part.modality.map_or("", Modality::code);
            format!(
                "{} {} {:?}{size} {image}",
                part.kind, modality, part.positions
            )
        })
        .collect();
    let expected = [
        "type-1  [] ",
        "type-2  [] ",
        "type-4 fingerprint [13] 16x12 wsq",
        "type-9 fingerprint [2] 16x12 ",
        "type-10 face [] 16x12 jpeg",
        "type-13 fingerprint [0] 16x12 ",
        "type-14 fingerprint [13] 16x12 wsq",
        "type-15 palm [21] 16x12 png",
        "type-17 iris [1] 16x12 jp2",
        "type-18 dna [] ",
    ];
    assert_eq!(rows, expected);
    assert_eq!(reading.parts[6].captured_on, Some(date(2026, 1, 30)));
    assert_eq!(reading.parts[3].minutiae, Some(2));
    let scores: Vec<_> = reading.parts[6]
        .quality
        .iter()
        .map(|one| (one.scale, one.value))
        .collect();
    let expected = [
        (QualityScale::Nfiq, Some(2)),
        (QualityScale::Nfiq, None),
        (QualityScale::Iso29794, Some(88)),
    ];
    assert_eq!(scores, expected);
    assert!(!reading.parts[9].is_read);
}

#[test]
fn the_summary_holds_nothing_personal_and_no_allele() {
    let text = serde_json::to_string(&read(&files::transaction(), TODAY)).unwrap();
    for word in [
        "Tchalu",
        "Zafiro",
        "19740613",
        "TCN-0001",
        "XA-POLICE",
        "D3S1358",
        "Maker",
    ] {
        assert!(!text.contains(word), "{word} in {text}");
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn each_fault_is_named_by_its_field() {
    let rows: &[(&str, Option<&[u8]>, &str)] = &[
        ("1.002", Some(b"0777"), "1 1.002 code"),
        ("1.002", None, "1 1.002 missing"),
        ("1.003", Some(b"1"), "1 1.003 malformed"),
        ("1.003", Some(b"2\x1F9"), "1 1.003 malformed"),
        ("1.003", Some(b"1\x1F0"), "1 1.003 trailing"),
        ("1.003", Some(b"1\x1F1\x1E1\x1F00"), "1 1.003 code"),
        ("1.004", None, "1 1.004 missing"),
        ("1.004", Some(b"SEVENTEEN-LETTERS"), "1 1.004 too-large"),
        ("1.005", Some(b"2026021"), "1 1.005 malformed"),
        ("1.005", Some(b"20260230"), "1 1.005 malformed"),
        ("1.005", Some(b"20260602"), "1 1.005 future"),
        ("1.006", Some(b"0"), "1 1.006 range"),
        ("1.007", None, "1 1.007 missing"),
        ("1.008", Some(b""), "1 1.008 missing"),
        ("1.009", None, "1 1.009 missing"),
        ("1.009", Some(b"TCN\xE9"), "1 1.009 malformed"),
        ("1.011", Some(b"1969"), "1 1.011 malformed"),
        ("1.012", None, "1 1.012 missing"),
        ("1.014", Some(b"20260201251500Z"), "1 1.014 malformed"),
        ("2.002", Some(b"07"), "2 2.002 disagrees"),
        ("9.003", Some(b"77"), "4 9.003 code"),
        ("9.004", Some(b"X"), "4 9.004 code"),
        ("9.134", Some(b"99"), "4 9.134 code"),
        ("9.135", Some(b"101\x1F1\x1F1"), "4 9.135 range"),
        ("9.136", Some(b"3"), "4 9.136 count"),
        ("9.136", None, "4 9.136 missing"),
        (
            "9.137",
            Some(b"1\x1F16\x1F4\x1F90\x1F1\x1F80\x1E2\x1F15\x1F11\x1F1\x1F2\x1F0"),
            "4 9.137 range",
        ),
        (
            "9.137",
            Some(b"1\x1F3\x1F4\x1F90\x1F1\x1E2\x1F15\x1F11\x1F1\x1F2\x1F0"),
            "4 9.137 count",
        ),
        ("10.003", None, "5 10.003 missing"),
        ("10.011", Some(b"WSQ20"), "5 10.011 disagrees"),
        ("10.012", Some(b"PINK"), "5 10.012 code"),
        ("10.024", Some(b"49\x1F2AF3"), "5 10.024 count"),
        ("10.999", None, "5 10.999 missing"),
        ("13.005", None, "6 13.005 missing"),
        ("13.006", Some(b"17"), "6 13.999 length"),
        ("13.012", Some(b"0"), "6 13.012 range"),
        ("13.024", Some(b"0\x1F101\x1FFEED\x1F1"), "6 13.024 range"),
        ("14.002", Some(b"6x"), "7 14.002 malformed"),
        ("14.003", Some(b"16"), "7 14.003 code"),
        ("14.004", None, "7 14.004 missing"),
        ("14.005", Some(b"20270101"), "7 14.005 future"),
        ("14.005", Some(b"20261301"), "7 14.005 malformed"),
        ("14.006", Some(b"17"), "7 14.006 disagrees"),
        ("14.007", Some(b"13"), "7 14.007 disagrees"),
        ("14.008", Some(b"3"), "7 14.008 range"),
        ("14.009", Some(b"0"), "7 14.009 range"),
        ("14.010", None, "7 14.010 missing"),
        ("14.011", Some(b"GIF"), "7 14.011 code"),
        ("14.011", Some(b"PNG"), "7 14.011 disagrees"),
        ("14.012", Some(b"24"), "7 14.012 disagrees"),
        ("14.013", Some(b"21"), "7 14.013 code"),
        ("14.013", None, "7 14.013 missing"),
        ("14.022", Some(b"7\x1F6"), "7 14.022 range"),
        ("14.022", Some(b"7\x1F2\x1F3"), "7 14.022 count"),
        ("14.022", Some(b"39\x1F2"), "7 14.022 code"),
        ("14.023", Some(b"7\x1F101\x1F1\x1F1"), "7 14.023 range"),
        ("14.024", Some(b"7\x1F88\x1FG\x1F1"), "7 14.024 malformed"),
        ("14.999", Some(b"no image"), "7 14.999 unknown"),
        ("14.999", None, "7 14.999 missing"),
        ("15.013", Some(b"13"), "8 15.013 code"),
        ("15.018", Some(b"1"), ""),
        ("17.003", Some(b"3"), "9 17.003 range"),
        ("17.024", Some(b"253\x1F1\x1F1"), "9 17.024 range"),
        ("18.016", Some(b""), ""),
    ];
    let mut other = Vec::new();
    for (field, value, expected) in rows {
        let found = faults(&with(field, *value));
        if found.join(" ") != *expected {
            other.push((field, value.map(String::from_utf8_lossy), found));
        }
    }
    assert!(other.is_empty(), "{other:#?}");
}

#[test]
fn an_image_may_be_missing_where_the_part_of_the_body_is() {
    let mut records = files::records();
    let fields = files::picture(
        b"06",
        b"0",
        b"WSQ20",
        &[(12, b"8"), (13, b"13"), (18, b"7\x1FXX")],
    );
    records[6] = files::record(14, &fields);
    assert_eq!(faults(&records.concat()), Vec::<String>::new());
}

#[test]
fn every_length_off_by_one_is_refused() {
    for (at, kind) in [1].iter().chain(&files::KINDS).enumerate() {
        for step in [-1_i64, 1] {
            let mut records = files::records();
            let record = &mut records[at];
            let told = match *kind {
                4 => {
                    let length = i64::try_from(record.len()).unwrap() + step;
                    record[..4].copy_from_slice(&u32::try_from(length).unwrap().to_be_bytes());
                    behind_fixed(at + 1)
                }
                _ => {
                    let digits = format!("{}", i64::try_from(record.len()).unwrap() + step);
                    let end = find(record, b"\x1D").unwrap();
                    let start = find(record, b":").unwrap() + 1;
                    record.splice(start..end, digits.into_bytes());
                    ["length", "truncated"]
                        .map(|flaw| format!("{} {kind}.001 {flaw}", at + 1))
                        .to_vec()
                }
            };
            let found = faults(&records.concat());
            assert!(
                told.iter().any(|one| found.contains(one)),
                "type {kind} {step}: {found:?}"
            );
        }
    }
}

/// Where a binary record is measured wrongly, its image or the record behind it says so.
fn behind_fixed(at: usize) -> Vec<String> {
    vec![
        format!("{at} 4.009 truncated"),
        format!("{at} 4.009 trailing"),
        format!("{} 9.001 malformed", at + 1),
    ]
}

#[test]
fn a_separator_that_is_missing_is_refused() {
    for at in 0..files::records().len() {
        if at == 2 {
            continue;
        }
        let whole = files::records();
        let kind = [&[1][..], &files::KINDS].concat()[at];
        let data = format!("\x1D{kind}.999:");
        let text = find(&whole[at], data.as_bytes()).unwrap_or(whole[at].len());
        let places =
            (0..whole[at].len()).filter(|place| *place <= text || *place + 1 == whole[at].len());
        for place in places.filter(|place| matches!(whole[at][*place], 0x1C..=0x1F)) {
            let gone = whole[at][place];
            let mut records = whole.clone();
            let behind = find(&whole[at], b"\x1D").unwrap();
            records[at].remove(place);
            if place > behind {
                records[at] = measured(&kind.to_string(), &records[at][behind + 1..]);
            }
            // What separates items of a type that is not read is carried as it is.
            let carried = kind == 18 && matches!(gone, 0x1E | 0x1F);
            assert_eq!(
                faults(&records.concat()).is_empty(),
                carried,
                "type {kind}, byte {place}: {gone:#x}"
            );
        }
    }
}

#[test]
fn content_and_records_agree_in_number_and_order() {
    let whole = files::records();
    let content = |change: &dyn Fn(&mut Vec<Vec<u8>>)| {
        let mut records = whole.clone();
        change(&mut records);
        faults(&records.concat())
    };
    assert_eq!(content(&|all| all.swap(6, 7)), ["1 1.003 disagrees"]);
    assert_eq!(content(&|all| drop(all.remove(7))), ["1 1.003 disagrees"]);
    assert_eq!(
        content(&|all| drop(all.pop())),
        ["10 18.001 missing", "1 1.003 count"]
    );
    assert_eq!(
        content(&|all| all.push(whole[1].clone())),
        ["1 1.003 trailing"]
    );
    let found = faults(&with("1.003", Some(b"1\x1F8\x1E2\x1F01\x1E4\x1F02\x1E9\x1F03\x1E10\x1F04\x1E13\x1F05\x1E14\x1F06\x1E15\x1F07\x1E17\x1F08\x1E18\x1F09")));
    assert_eq!(found, ["1 1.003 count"]);
    let found = faults(&with("1.003", Some(b"1\x1F1\x1E2\x1F100")));
    assert_eq!(
        found,
        ["1 1.003 range", "2 2.002 disagrees", "1 1.003 trailing"]
    );
}

#[test]
fn the_image_stands_last_and_no_field_stands_twice() {
    let wsq = files::wsq();
    let own: &[(u32, &[u8])] = &[(12, b"8"), (999, &wsq), (13, b"13")];
    let mut records = files::records();
    records[6] = files::record(14, &files::picture(b"06", b"0", b"WSQ20", own));
    let found = faults(&records.concat());
    assert!(found.contains(&"7 14.999 order".to_owned()), "{found:?}");
    let own: &[(u32, &[u8])] = &[(12, b"8"), (13, b"13"), (13, b"14"), (999, &wsq)];
    records[6] = files::record(14, &files::picture(b"06", b"0", b"WSQ20", own));
    assert_eq!(faults(&records.concat()), ["7 14.013 repeated"]);
    records = files::records();
    records[1] = files::record(2, &[(18, b"Tchalu"), (2, b"01")]);
    assert_eq!(faults(&records.concat()), ["2 2.002 order"]);
}

#[test]
fn fixed_fields_of_type_4_are_named_too() {
    let rows: &[(usize, u8, &str)] = &[
        (4, 9, "3 4.002 disagrees"),
        (5, 50, "3 4.003 code"),
        (6, 21, "3 4.004 code"),
        (6, 255, "3 4.004 code"),
        (12, 2, "3 4.005 code"),
        (14, 17, "3 4.006 disagrees"),
        (16, 13, "3 4.007 disagrees"),
        (17, 7, "3 4.008 code"),
        (17, 6, "3 4.008 disagrees"),
        (17, 0, "3 4.009 length"),
        (18, 0, "3 4.009 unknown"),
    ];
    for (at, byte, expected) in rows {
        let mut records = files::records();
        records[2][*at] = *byte;
        assert_eq!(faults(&records.concat()), [*expected], "byte {at}");
    }
}

#[test]
fn minutiae_of_older_editions_are_counted() {
    let legacy = |count: &'static [u8], place: &str| {
        let list = format!("001\x1F{place}\x1F0\x1FA\x1F1,1");
        let fields: &[(u32, &[u8])] = &[
            (2, b"03"),
            (3, b"0"),
            (4, b"S"),
            (10, count),
            (12, list.as_bytes()),
        ];
        let mut records = files::records();
        records[3] = files::record(9, fields);
        faults(&records.concat())
    };
    assert_eq!(legacy(b"1", "01320714248"), Vec::<String>::new());
    assert_eq!(legacy(b"2", "01320714248"), ["4 9.010 count"]);
    assert_eq!(legacy(b"1", "01320714360"), ["4 9.012 range"]);
    assert_eq!(legacy(b"1", "0132071424"), ["4 9.012 malformed"]);
}

#[test]
fn more_fields_or_records_than_a_transaction_has_are_refused() {
    let many = vec![(18, &b"x"[..]); 2_000];
    let mut fields = vec![(2, &b"01"[..])];
    fields.extend(many);
    let mut records = files::records();
    records[1] = files::record(2, &fields);
    assert_eq!(faults(&records.concat()), ["2 2.018 too-large"]);
    let content = format!("1\x1F1000{}", "\x1E2\x1F01".repeat(1_000));
    let found = faults(&with("1.003", Some(content.as_bytes())));
    assert_eq!(found, ["1 1.003 too-large"]);
}
