//! Doc 9303's own examples, and what readers do to them.

use super::*;

const TD3: &str =
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
const TD1: &str = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<";

fn today() -> Day {
    Day::new(2026, 11, 21).unwrap()
}

#[test]
fn the_specimen_passport() {
    let mrz = read(TD3, None).unwrap();
    assert_eq!(
        (mrz.format, mrz.document_code.as_str(), mrz.issuer.as_str()),
        (Format::Td3, "P", "UTO")
    );
    assert_eq!(
        (mrz.surname.as_str(), mrz.given_names.as_str()),
        ("ERIKSSON", "ANNA MARIA")
    );
    assert_eq!(
        (mrz.number.as_str(), mrz.nationality.as_str(), mrz.sex),
        ("L898902C3", "UTO", 'F')
    );
    assert_eq!(
        (mrz.birth_date(today()).as_deref(), mrz.expiry.as_str()),
        (Some("1974-08-12"), "120415")
    );
    assert_eq!(mrz.optional, ["ZE184226B"]);
    assert!(
        mrz.checks.len() == 5 && mrz.checks_right() && !mrz.is_unsure(),
        "{:?}",
        mrz.doubts()
    );
    let query = mrz.query(today());
    assert_eq!(query.values("name"), ["ANNA MARIA ERIKSSON"]);
    assert_eq!(query.values("passportNumber"), ["L898902C3"]);
}

#[test]
fn what_readers_send() {
    let (a, b) = TD3.split_once('\n').unwrap();
    for input in [
        format!("{a}\r\n{b}\r\n"),
        format!("{a}{b}"),
        format!("\u{2}{a}\r{b}\u{3}"),
        format!("{a}\t{b}\t{a}\t{b}\t"),
        format!("{a}{b}{a}{b}"),
        format!("  {a}  \n\n {b} \n"),
        TD3.to_lowercase(),
        TD3.replace("<<ANNA", "< <ANNA"),
        TD3.replace('<', " "),
    ] {
        let mrz = read(&input, None).unwrap();
        assert_eq!(mrz.lines, [a, b], "{input:?}");
    }
}

#[test]
fn unknown_birth_dates() {
    for (birth, expect) in [
        ("740812", Some("1974-08-12")),
        ("7408<<", Some("1974-08")),
        ("74<<<<", Some("1974")),
        ("<<<<<<", None),
        ("261121", Some("2026-11-21")),
        ("261122", Some("1926-11-22")),
        ("270000", None),
        ("741312", None),
    ] {
        let mut mrz = read(TD3, None).unwrap();
        mrz.birth = birth.into();
        assert_eq!(mrz.birth_date(today()).as_deref(), expect, "{birth}");
    }
}

fn length(line: usize, found: usize, expected: usize, position: usize) -> MrzError {
    MrzError::Length {
        line,
        found,
        expected,
        position,
    }
}

#[test]
fn errors_name_the_place() {
    let (a, b) = TD3.split_once('\n').unwrap();
    let third = TD1.split('\n').nth(2).unwrap();
    for (input, expect) in [
        (String::new(), MrzError::Empty),
        ("\u{2}\r\n\u{3}".into(), MrzError::Empty),
        (format!("{a}\n{}", &b[..43]), length(2, 43, 44, 44)),
        (format!("{a}<\n{b}"), length(1, 45, 44, 45)),
        (format!("{a}{}", &b[..40]), length(2, 40, 44, 41)),
        (TD1.replace(third, &third[..29]), length(3, 29, 30, 30)),
        (
            TD3.replace("C36UTO", "C36#TO"),
            MrzError::Character {
                line: 2,
                position: 11,
                character: '#',
            },
        ),
        (
            format!("{TD3}\n{}", TD3.replace("F1204", "F1304")),
            MrzError::ScansDiffer {
                line: 2,
                position: 23,
            },
        ),
        (a.into(), length(2, 8, 36, 9)),
        ("HELLO".into(), MrzError::Shape { found: 1 }),
        ("A".repeat(3_000), MrzError::TooLong { found: 3_000 }),
    ] {
        let error = read(&input, None).unwrap_err();
        assert_eq!(error, expect, "{input:?}");
        assert!(error.to_string().len() > 20);
    }
}

#[test]
fn wrong_digits_are_named_by_field() {
    for (from, to, field) in [
        ("L898902C36", "L898902C37", Field::Number),
        ("7408122F", "7508122F", Field::Birth),
        ("1204159", "1304159", Field::Expiry),
        ("ZE184226B<<<<<1", "ZE184226B<<<<<2", Field::Personal),
    ] {
        let mrz = read(&TD3.replace(from, to), None).unwrap();
        let wrong: Vec<Field> = mrz
            .checks
            .iter()
            .filter(|c| c.verdict == Verdict::Wrong)
            .map(|c| c.field)
            .collect();
        assert_eq!(wrong, [field, Field::Composite], "{to}");
        assert!(mrz.doubts().contains(&Doubt::CheckDigit) && mrz.is_unsure());
    }
    let mrz = read(&TD3.replace("36UTO", "36UTQ"), None).unwrap();
    assert_eq!(mrz.doubts(), [Doubt::UnknownNationality]);
}

#[test]
fn layouts_are_undone() {
    // SYR stands under no check digit: the code itself tells.
    let german = TD3
        .replace("UTO", "SYR")
        .to_uppercase()
        .replace('Y', "\u{1}")
        .replace('Z', "Y")
        .replace('\u{1}', "Z");
    let mrz = read(&german, None).unwrap();
    assert_eq!(
        (mrz.layout, mrz.issuer.as_str(), mrz.checks_right()),
        (Layout::Qwertz, "SYR", true)
    );
    // In a name alone nothing tells: both readings are asked for, and the station's layout decides where it is known.
    let typed = TD3
        .replace("ANNA", "YANN")
        .replace("ZE184226B<<<<<1", "<<<<<<<<<<<<<<<");
    let typed = typed.replace("<0\n", "<0");
    let mrz = read(&typed, None).unwrap();
    assert_eq!(
        mrz.other_reading,
        Some(("ERIKSSON".into(), "ZANN MARIA".into()))
    );
    assert_eq!(mrz.query(today()).values("name").len(), 2);
    let known = read(&typed, Some(Layout::Qwertz)).unwrap();
    assert_eq!(
        (known.given_names.as_str(), known.other_reading),
        ("ZANN MARIA", None)
    );
}
