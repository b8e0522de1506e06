//! A whole record, and what each change takes from it.

use jiff::civil::date;
use serde_json::{Value, json};

use super::*;

mod circular;

fn whole() -> Value {
    let label = json!({"cls": "OFFICIAL", "tlp": "GREEN", "originator": "XA", "releasable_to": ["XA", "XB"],
        "purposes": ["screening"]});
    let from = json!({"by": "XA", "on": "2026-02-01", "grade": "B2", "basis": "fact"});
    let said = |id: &str, says: &str, value: &str| json!({"id": id, "says": says, "value": value, "label": label, "from": from});
    json!({
        "subject": "person", "category": "suspect", "review_by": "2026-12-01",
        "assertions": [said("a", "name", "Zafiro Tchalu"), said("b", "birthDate", "1974-06-13"), said("c", "action", "inspect")],
        "associations": [{"id": "d", "nature": "TRVL", "with": "the Harbour group", "grounds": "Left by ferry on 3 May 2025 to join.",
            "evidence": [{"what": "Boarding list", "grade": "B2"}], "label": label, "from": from}],
    })
}

fn codes(record: &Value) -> Vec<String> {
    let record: Record = serde_json::from_value(record.clone()).unwrap();
    let found = check(&record, date(2026, 6, 1));
    found
        .iter()
        .map(|one| format!("{} {}", one.code, one.field))
        .collect()
}

#[test]
fn a_whole_record_lacks_nothing() {
    assert_eq!(codes(&whole()), Vec::<String>::new());
    assert_eq!(standing(&[]), Standing::Kept);
}

/// What is changed, by pointer, and what is then found.
type Row<'a> = (&'a [(&'a str, Value)], &'a [&'a str]);

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn each_lack_is_found_where_it_is() {
    let gone = |pointer: &'static str| (pointer, Value::Null);
    let cases: &[Row<'_>] = &[
        (&[gone("/category")], &["REC-01 /category"]),
        (&[gone("/review_by")], &["REC-02 /review_by"]),
        (
            &[("/review_by", json!("2027-06-02"))],
            &["REC-08 /review_by"],
        ),
        (
            &[("/review_by", json!("2026-05-31"))],
            &["REC-08 /review_by"],
        ),
        (&[("/expires", json!("2026-06-01"))], &["REC-09 /expires"]),
        (
            &[gone("/assertions/0/label")],
            &["REC-03 /assertions/0/label"],
        ),
        (
            &[gone("/assertions/0/label/releasable_to")],
            &["REC-05 /assertions/0/label/releasable_to"],
        ),
        (
            &[gone("/associations/0/label/purposes")],
            &["REC-05 /associations/0/label/purposes"],
        ),
        (
            &[gone("/assertions/1/from/grade")],
            &["REC-04 /assertions/1/from"],
        ),
        (
            &[gone("/assertions/1/from/basis")],
            &["REC-04 /assertions/1/from"],
        ),
        (
            &[("/assertions/1/from/on", json!("2026-06-02"))],
            &["REC-09 /assertions/1/from/on"],
        ),
        (
            &[("/assertions/1/from/derived_from", json!(["b"]))],
            &["REC-10 /assertions/1/from/derived_from"],
        ),
        (
            &[
                ("/assertions/0/from/derived_from", json!(["d"])),
                ("/associations/0/from/derived_from", json!(["a"])),
            ],
            &[
                "REC-10 /assertions/0/from/derived_from",
                "REC-10 /associations/0/from/derived_from",
            ],
        ),
        (&[("/category", json!("victim"))], &["REC-06 /assertions/2"]),
        (
            &[("/category", json!("witness"))],
            &["REC-06 /assertions/2"],
        ),
        (
            &[("/category", json!("acquitted"))],
            &["REC-06 /assertions/2"],
        ),
        (
            &[("/category", json!("child"))],
            &["REC-06 /assertions/2", "REC-11 /best_interests"],
        ),
        (
            &[("/assertions/1/value", json!("2013-04-05"))],
            &["REC-06 /assertions/2", "REC-11 /best_interests"],
        ),
        (
            &[("/assertions/1/says", json!("country"))],
            &["REC-12 /assertions"],
        ),
        (&[("/associations", json!([]))], &["ASC-01 /associations"]),
        (
            &[("/associations/0/grounds", json!("tbd"))],
            &["ASC-02 /associations/0/grounds"],
        ),
        (
            &[("/associations/0/grounds", json!(""))],
            &["ASC-02 /associations/0/grounds"],
        ),
        (
            &[("/associations/0/evidence", json!([]))],
            &["ASC-03 /associations/0/evidence"],
        ),
        (
            &[("/associations/0/evidence/0/what", json!("n/a"))],
            &["ASC-03 /associations/0/evidence"],
        ),
        (
            &[("/associations/0/nature", json!("FAML"))],
            &["ASC-04 /associations/0/nature"],
        ),
        (
            &[("/associations/0/nature", json!("CONT"))],
            &["ASC-05 /associations/0/nature"],
        ),
        (
            &[("/associations/0/nature", json!("UNKN"))],
            &["ASC-06 /associations/0/nature"],
        ),
        (
            &[("/associations/0/nature", json!("BIOM"))],
            &["ASC-07 /associations/0/nature"],
        ),
        (
            &[("/associations/0/nature", json!("VICT"))],
            &["REC-06 /assertions/2", "ASC-08 /associations/0/nature"],
        ),
        (
            &[
                ("/associations/0/nature", json!("MEMB")),
                ("/associations/0/with", json!("")),
            ],
            &["ASC-09 /associations/0/with"],
        ),
        (
            &[("/associations/0/from/grade", json!("E5"))],
            &["ASC-10 /associations/0/from/grade"],
        ),
        (
            &[("/associations/0/evidence/0/grade", json!("F6"))],
            &["ASC-10 /associations/0/from/grade"],
        ),
    ];
    for (changes, expected) in cases {
        let mut record = whole();
        for (pointer, value) in *changes {
            match record.pointer_mut(pointer) {
                Some(place) => *place = value.clone(),
                None => {
                    let (parent, name) = pointer.rsplit_once('/').unwrap();
                    record.pointer_mut(parent).unwrap()[name] = value.clone();
                }
            }
        }
        assert_eq!(codes(&record), *expected, "{changes:?}");
    }
}

#[test]
fn every_nature_that_says_nothing_alone_is_held_however_well_it_is_told() {
    for nature in Nature::ALL {
        let mut record = whole();
        record["associations"][0]["nature"] = json!(nature);
        let stands = codes(&record).is_empty();
        assert_eq!(stands, nature.stands_alone(), "{nature}");
    }
}
