//! A whole biometric, and what each change takes from it; and where file and word differ.

use jiff::civil::date;
use serde_json::{Value, json};

use super::*;
use crate::biometric::{Fault, Format, Part, Quality, QualityScale};

fn whole() -> Value {
    json!({"modality": "fingerprint", "format": "nist-itl", "quality": {"scale": "nfiq", "value": 2}, "captured_on": "2026-02-01",
        "captured_by": "border", "purpose": "screening", "sha256": "ab".repeat(32), "size": 4096})
}

fn dna() -> Value {
    json!({"modality": "dna", "format": "dna-file", "captured_on": "2026-02-01", "captured_by": "laboratory", "purpose": "investigation",
        "sha256": "ab".repeat(32), "size": 900,
        "dna": {"system": "ess-12", "loci": ["D3S1358", "VWA", "D8S1179", "D21S11", "D18S51", "TH01", "AMEL"]}})
}

fn codes(one: &Value) -> Vec<String> {
    let one: Biometric = serde_json::from_value(one.clone()).unwrap();
    let found = check(&one, date(2026, 6, 1));
    found
        .iter()
        .map(|one| format!("{} {}", one.code, one.field))
        .collect()
}

#[test]
fn a_whole_one_lacks_nothing() {
    assert_eq!(codes(&whole()), Vec::<String>::new());
    assert_eq!(codes(&dna()), Vec::<String>::new());
    assert_eq!(standing(&[]), Standing::Kept);
}

#[test]
fn each_lack_is_found_where_it_is() {
    let null = Value::Null;
    let cases = [
        (whole(), "/captured_on", null.clone(), "BIO-01 /captured_on"),
        (whole(), "/purpose", null.clone(), "BIO-02 /purpose"),
        (whole(), "/sha256", json!("00".repeat(32)), "BIO-03 /sha256"),
        (whole(), "/size", json!(0), "BIO-03 /size"),
        (whole(), "/size", json!(1u64 << 40), "BIO-03 /size"),
        (whole(), "/format", json!("iso-19794-6"), "BIO-05 /format"),
        (
            whole(),
            "/captured_on",
            json!("2026-06-02"),
            "BIO-06 /captured_on",
        ),
        (whole(), "/quality/value", json!(6), "BIO-07 /quality/value"),
        (whole(), "/quality/value", json!(0), "BIO-07 /quality/value"),
        (
            whole(),
            "/quality/scale",
            json!("snr-db"),
            "BIO-07 /quality/scale",
        ),
        (whole(), "/captured_by", null.clone(), "BIO-08 /captured_by"),
        (dna(), "/dna", null, "BIO-09 /dna"),
        (
            dna(),
            "/dna/loci",
            json!(["D3S1358", "VWA", "D8S1179", "D21S11", "D18S51", "AMEL"]),
            "BIO-09 /dna/loci",
        ),
        (
            dna(),
            "/quality",
            json!({"scale": "iso-29794", "value": 50}),
            "BIO-07 /quality/scale",
        ),
    ];
    for (mut one, pointer, value, expected) in cases {
        match one.pointer_mut(pointer) {
            Some(place) => *place = value,
            None => one[&pointer[1..]] = value,
        }
        assert_eq!(codes(&one), [expected], "{pointer}");
    }
    let mut print = whole();
    print["dna"] = dna()["dna"].clone();
    assert_eq!(codes(&print), ["BIO-09 /dna"]);
}

#[test]
fn no_allele_has_a_place_in_what_is_said_of_dna() {
    for loci in [
        json!(["D3S1358:15,16"]),
        json!(["15,16"]),
        json!([{"D3S1358": [15, 16]}]),
    ] {
        let mut one = dna();
        one["dna"]["loci"] = loci;
        assert!(serde_json::from_value::<Biometric>(one).is_err());
    }
    let mut one = dna();
    one["dna"]["profile"] = json!("15,16");
    assert!(serde_json::from_value::<Biometric>(one).is_err());
}

#[test]
fn the_first_codes_refuse_and_the_others_hold() {
    for code in Lack::ALL {
        let field = String::new();
        let expected = match code.code() < "BIO-06" {
            true => Standing::Refused,
            false => Standing::Held,
        };
        assert_eq!(
            standing(&[Found { code: *code, field }]),
            expected,
            "{code}"
        );
    }
}

#[test]
fn every_scale_knows_its_bounds() {
    let rows = [
        (QualityScale::Iso29794, 0, 100),
        (QualityScale::Nfiq, 1, 5),
        (QualityScale::Nfiq2, 0, 100),
        (QualityScale::Decibel, 0, 120),
    ];
    for (scale, least, most) in rows {
        for value in 0..=300 {
            assert_eq!(
                scale.has(value),
                (least..=most).contains(&value),
                "{scale} {value}"
            );
        }
    }
    let quality = Quality {
        scale: QualityScale::Nfiq2,
        value: 7,
    };
    let text = serde_json::to_value(quality).unwrap();
    assert_eq!(text, json!({"scale": "nfiq2", "value": 7}));
}

#[test]
fn what_the_file_says_otherwise_is_named() {
    let one: Biometric = serde_json::from_value(whole()).unwrap();
    let part = Part {
        modality: Some(Modality::Fingerprint),
        captured_on: Some(date(2026, 2, 1)),
        ..Part::default()
    };
    let same = Reading {
        format: Some(Format::NistItl),
        edition: "0502".to_owned(),
        bytes: 4096,
        parts: vec![part],
        faults: Vec::new(),
    };
    assert_eq!(against(&one, &same), []);
    let mut other = same.clone();
    other.format = Some(Format::Png);
    other.bytes = 4097;
    other.parts[0].modality = Some(Modality::Iris);
    other.parts[0].captured_on = Some(date(2026, 2, 2));
    let field = "14.022".to_owned();
    other.faults.push(Fault {
        part: 2,
        field,
        flaw: Flaw::Range,
    });
    let found: Vec<String> = against(&one, &other)
        .iter()
        .map(|one| format!("{} {}", one.code, one.field))
        .collect();
    let expected = [
        "BIO-03 /size",
        "BIO-04 file:14.022",
        "BIO-05 /format",
        "BIO-10 /captured_on",
        "BIO-10 /modality",
    ];
    assert_eq!(found, expected);
}
