//! Machine readable zones: the shared samples, valid, corrupted and as keyboard-wedge readers type them.

use std::collections::BTreeMap;

use screen::mrz::{self, Field, Format, Layout, Mrz, Verdict};
use serde_json::Value;

use crate::shared::data;

fn rows(file: &str) -> Option<Vec<Value>> {
    let text = String::from_utf8(data(file)?).unwrap();
    Some(
        text.lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect(),
    )
}

fn lines_of(row: &Value, key: &str) -> Vec<String> {
    row[key]
        .as_array()
        .unwrap()
        .iter()
        .map(|l| l.as_str().unwrap().to_owned())
        .collect()
}

fn format_of(row: &Value) -> Format {
    match row["format"].as_str().unwrap() {
        "TD1" => Format::Td1,
        "TD2" => Format::Td2,
        "TD3" => Format::Td3,
        "MRVA" => Format::MrvA,
        _ => Format::MrvB,
    }
}

/// The verdicts in the words of the samples.
fn verdicts(mrz: &Mrz) -> BTreeMap<&'static str, Value> {
    let name = |field| match field {
        Field::Number => "document",
        Field::Birth => "birth",
        Field::Expiry => "expiry",
        Field::Personal => "personal",
        Field::Composite => "composite",
    };
    let value = |verdict| match verdict {
        Verdict::Right => Value::Bool(true),
        Verdict::Wrong => Value::Bool(false),
        Verdict::Missing => Value::String("filler".into()),
        Verdict::Empty => Value::Null,
    };
    mrz.checks
        .iter()
        .map(|c| (name(c.field), value(c.verdict)))
        .collect()
}

fn agrees(row: &Value, mrz: &Mrz) -> bool {
    let found = verdicts(mrz);
    let expect = row["checks"].as_object().unwrap();
    let checks = expect.iter().filter(|(k, _)| *k != "long_number");
    let long = expect
        .get("long_number")
        .and_then(Value::as_str)
        .is_none_or(|n| n.replace('<', "") == mrz.number);
    mrz.format == format_of(row)
        && long
        && checks.clone().count() == found.len()
        && checks
            .into_iter()
            .all(|(k, v)| found.get(k.as_str()) == Some(v))
}

#[test]
fn verdicts_agree_with_the_samples() {
    for file in [
        "frontline/mrz/mrz_public_samples.jsonl",
        "frontline/mrz/mrz_synthetic.jsonl",
    ] {
        let Some(rows) = rows(file) else { return };
        let rows: Vec<_> = rows.iter().filter(|r| !r["checks"].is_null()).collect();
        let mut agreed = 0;
        for row in &rows {
            match mrz::read(&lines_of(row, "lines").join("\n"), Some(Layout::Us)) {
                Ok(found) if agrees(row, &found) => agreed += 1,
                found => eprintln!("{row} {found:?}"),
            }
        }
        eprintln!(
            "{file}: {agreed} of {} agree in format and every verdict",
            rows.len()
        );
        assert_eq!(agreed, rows.len(), "{file}");
    }
}

#[test]
fn fields_of_valid_zones() {
    let Some(rows) = rows("frontline/mrz/mrz_synthetic.jsonl") else {
        return;
    };
    let rows: Vec<_> = rows.iter().filter(|r| r["kind"] == "valid").collect();
    let mut unsure = 0;
    for row in &rows {
        let input = lines_of(row, "lines").join("\r\n");
        unsure += usize::from(mrz::read(&input, None).unwrap().layout_unsure);
        let mrz = mrz::read(&input, Some(Layout::Us)).unwrap();
        let text = |key: &str| row[key].as_str().unwrap().to_owned();
        let found = (
            mrz.number.clone(),
            mrz.issuer.clone(),
            mrz.nationality.clone(),
            mrz.birth.clone(),
            mrz.expiry.clone(),
        );
        let expect = (
            text("number"),
            text("issuer"),
            text("nationality"),
            text("birth"),
            text("expiry"),
        );
        assert_eq!(found, expect, "{row}");
        assert_eq!(mrz.sex.to_string(), text("sex"));
        assert!(
            mrz.checks_right() && !mrz.layout_unsure,
            "{row} {:?}",
            mrz.doubts()
        );
    }
    eprintln!(
        "{} valid zones read, every field as written; layout unsure without the station's: {unsure}",
        rows.len()
    );
    assert!(unsure * 200 <= rows.len());
}

#[test]
fn corrupted_zones() {
    let Some(rows) = rows("frontline/mrz/mrz_synthetic.jsonl") else {
        return;
    };
    let mut counts: BTreeMap<(String, &str), usize> = BTreeMap::new();
    for row in rows.iter().filter(|r| r["kind"] == "corrupt") {
        let original = lines_of(row, "original");
        let kind = row["corruption"].as_str().unwrap().to_owned();
        let outcome = match mrz::read(&lines_of(row, "lines").join("\n"), None) {
            Err(error) => {
                assert!(error.place().is_some(), "{row} {error}");
                "refused with its place"
            }
            Ok(mrz) if mrz.lines == original => "read as printed",
            Ok(mrz) if mrz.is_unsure() => "read with a doubt",
            Ok(_) => "passes every check",
        };
        assert!(
            kind != "truncate" || outcome == "refused with its place",
            "{row}"
        );
        *counts.entry((kind, outcome)).or_default() += 1;
    }
    for ((kind, outcome), count) in &counts {
        eprintln!("{kind}: {outcome}: {count}");
    }
    for kind in ["lower", "space"] {
        let other = counts
            .keys()
            .find(|(k, outcome)| k == kind && *outcome != "read as printed");
        assert_eq!(other, None);
    }
}

#[test]
fn keyboard_wedge_readers() {
    let Some(rows) = rows("frontline/mrz/mrz_synthetic.jsonl") else {
        return;
    };
    let mut right: BTreeMap<String, (usize, usize, usize)> = BTreeMap::new();
    for row in rows.iter().filter(|r| r["kind"] == "wedge") {
        let entry = right
            .entry(row["variant"].as_str().unwrap().to_owned())
            .or_default();
        entry.0 += 1;
        let found = mrz::read(row["raw"].as_str().unwrap(), None);
        let Ok(mrz) = &found else {
            eprintln!("{row} {found:?}");
            continue;
        };
        let key = mrz.number == row["number"].as_str().unwrap()
            && mrz.issuer == row["issuer"].as_str().unwrap();
        let expect = lines_of(row, "lines");
        entry.1 += usize::from(key);
        // A name that only the layout decides counts where either reading is the printed one.
        let line = if mrz.format == Format::Td1 { 2 } else { 0 };
        let same = mrz.lines == expect;
        let either = mrz.other_reading.as_ref().is_some_and(|(surname, given)| {
            let printed = expect[line].replace('<', "");
            printed.ends_with(&format!("{surname}{given}").replace(' ', ""))
        });
        entry.2 += usize::from(same || either);
        if !key || !(same || either) {
            eprintln!("{row} {mrz:?}");
        }
        assert!(
            key || mrz.is_unsure(),
            "a wrong key, silently: {row} {mrz:?}"
        );
    }
    let (mut asked, mut keys, mut names) = (0, 0, 0);
    for (variant, (of, key, name)) in &right {
        eprintln!("{variant}: key right {key} of {of}, all lines {name} of {of}");
        asked += of;
        keys += key;
        names += name;
    }
    eprintln!("all: key right {keys} of {asked}, all lines {names} of {asked}");
    assert!(keys * 100 >= asked * 99 && names * 100 >= asked * 98);
}
