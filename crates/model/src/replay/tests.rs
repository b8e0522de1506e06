//! The twelve cases as far as the life of a request goes, each with what it expects after each act.

use super::*;

const STATES: &str = include_str!("cases/states.json");

macro_rules! cases {
    ($($name:literal),+) => { &[$(($name, include_str!(concat!("cases/", $name, ".json")))),+] };
}

const CASES: &[(&str, &str)] = cases!(
    "s01", "s02", "s03", "s04", "s05", "s06", "s07", "s08", "s09", "s10", "s11", "s12"
);

fn played(json: &str) -> Value {
    let directory = Directory::parse(STATES).unwrap();
    let forms = Forms::default();
    let case = Case::parse(json).unwrap();
    Stagehand::new(&directory, &forms).play(&case).unwrap()
}

#[test]
fn the_twelve_cases_live_as_they_should() {
    let mut wrong = Vec::new();
    for (name, json) in CASES {
        let play = played(json);
        for step in play["steps"].as_array().unwrap() {
            if let Some(unmet) = step.get("unmet") {
                wrong.push(format!("{name} {} {unmet}: {step:#}", step["act"]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_expectation_that_is_not_met_is_named() {
    let json = CASES[5].1.replace("lapse_due", "surrendered");
    let play = played(&json);
    let unmet: Vec<_> = play["steps"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|s| s.get("unmet"))
        .collect();
    assert_eq!(unmet, [&json!(["/step"])]);
}

#[test]
fn a_blocked_request_is_not_sent_and_the_play_goes_on() {
    let case = r#"{"at":"2026-03-02T09:00:00Z","request":{"from":"XA","to":"XC","template":"mla","content":{"measures":[]}},
        "events":[{"at":"2026-03-02T10:00:00Z","act":"register"},{"at":"2026-03-02T11:00:00Z","act":"levitate"}]}"#;
    let play = played(case);
    assert_eq!(play["verdict"], "BLOCKED");
    let codes: Vec<_> = play["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s["refused"]["code"].clone())
        .collect();
    assert_eq!(codes, ["BLOCKED", "STAGE", "STAGE"]);
}

#[test]
fn a_file_that_is_no_case_is_named() {
    for bad in [
        "",
        "[]",
        r#"{"request":{"content":{}}}"#,
        r#"{"at":"2026-03-02T09:00:00Z","request":{"from":"XA","content":{}}}"#,
        r#"{"at":"2026-03-02T09:00:00Z","request":{"from":"XA","to":"XB","content":[]}}"#,
    ] {
        assert!(Case::parse(bad).is_err(), "{bad}");
    }
    let directory = Directory::parse(STATES).unwrap();
    let forms = Forms::default();
    let case = Case::parse(
        r#"{"at":"2026-03-02T09:00:00Z","request":{"from":"XA","to":"QQ","content":{}}}"#,
    )
    .unwrap();
    assert!(matches!(
        Stagehand::new(&directory, &forms).play(&case),
        Err(CaseError::State(_))
    ));
}
