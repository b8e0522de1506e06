//! The twelve cases as far as the life of a request goes, and lives of the table of 3.14, each with what it expects
//! after each act.

use super::*;

const STATES: &str = include_str!("cases/states.json");

macro_rules! cases {
    ($($name:literal),+) => { &[$(($name, include_str!(concat!("cases/", $name, ".json")))),+] };
}

const CASES: &[(&str, &str)] = cases!(
    "s01", "s02", "s03", "s04", "s05", "s06", "s07", "s08", "s09", "s10", "s11", "s12", "l01",
    "l02", "l03", "l04", "l05", "l06", "l07", "l08", "l09", "l10", "l11", "l12", "l13", "l14",
    "l15", "l16", "l17", "l18", "l19", "l20", "l21"
);

fn played(json: &str) -> Value {
    played_among(STATES, json)
}

fn played_among(states: &str, json: &str) -> Value {
    let directory = Directory::parse(states).unwrap();
    let forms = Forms::default();
    let case = Case::parse(json).unwrap();
    Stagehand::new(&directory, &forms).play(&case).unwrap()
}

#[test]
fn the_cases_live_as_they_should() {
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
        r#"{"at":"2026-03-02T09:00:00Z","request":{"from":"XA","to":"QQ","template":"mla","content":{}}}"#,
    )
    .unwrap();
    assert!(matches!(
        Stagehand::new(&directory, &forms).play(&case),
        Err(CaseError::State(_))
    ));
}

/// The codes of the refusals after each act, empty where it was done.
fn refusals(json: &Value) -> Vec<String> {
    let play = played(&json.to_string());
    let code = |step: &Value| {
        step["refused"]["code"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    play["steps"]
        .as_array()
        .unwrap()
        .iter()
        .skip(1)
        .map(code)
        .collect()
}

fn case(from: &str, to: &str, content: &Value, acts: &[Value]) -> Value {
    let began = [json!({"act": "register"}), json!({"act": "acknowledge"})];
    let events: Vec<Value> = began
        .iter()
        .chain(acts)
        .enumerate()
        .map(|(n, act)| {
            let mut act = act.clone();
            act["at"] = json!(format!("2026-03-{:02}T10:00:00Z", n + 3));
            act
        })
        .collect();
    json!({"at": "2026-03-02T09:00:00Z", "anyway": true, "events": events,
        "request": {"from": from, "to": to, "template": "extradition", "content": content}})
}

#[test]
fn the_political_ground_is_locked_by_the_officers_finding() {
    let content = json!({"offences": [{"title": "Financing", "category": "terrorist_financing"}]});
    let political = json!({"act": "propose_refusal", "ground": "political_offence", "no_consultation": "Held by telephone."});
    let found = json!({"act": "subsume", "instrument": "FINANCING-1999", "article": "2", "within": true,
        "reasons": "Money was collected for attacks."});
    let persecution = |reasons: &str, sources: &[&str]| {
        json!({"act": "refuse", "ground": "persecution",
        "reasons": reasons, "sources": sources})
    };
    let acts = [
        found,
        political.clone(),
        persecution("", &[]),
        persecution(
            "The person would be tried for opinions.",
            &["Report A", "Report B"],
        ),
        json!({"act": "court_decision", "court": "Court of Appeal", "reference": "1/26", "on": "2026-03-01", "political": true}),
        political,
    ];
    let codes = refusals(&case("XG", "XC", &content, &acts));
    assert_eq!(
        codes[2..],
        ["", "GROUND-LOCKED", "SAF-06", "", "", ""],
        "{codes:?}"
    );
}

#[test]
fn a_grant_waits_for_who_can_bind_all_three() {
    let with = |givers: Value, binds: Value| {
        let promise = |kind: &str| {
            json!({"kind": kind, "givers": givers, "given_by": "As signed", "binds": binds,
                "given_on": "2026-03-01", "text": "It will not be.", "monitoring": "2026-09-01"})
        };
        let promises = [promise("death_not_carried_out"), promise("life_review")];
        json!({"offences": [{"title": "Bombing", "category": "terrorist_bombing", "deaths": 6, "death_penalty": "yes",
            "life_without_parole": "yes"}], "assurances": promises})
    };
    let all = json!(["prosecutor", "court", "pardon"]);
    let joint = json!(["prosecutor_general", "pardon_authority"]);
    let grant = json!({"act": "grant", "text": "Granted."});
    // Nothing is answered; what the content offers is entered by the officer, and the grant is tried.
    let last = |content: &Value| {
        let offered = content["assurances"].as_array().unwrap().iter();
        let entered = offered.map(|promise| {
            let mut act = promise.clone();
            act["act"] = json!("enter_assurance");
            act
        });
        let acts: Vec<Value> = entered.chain([grant.clone()]).collect();
        let mut case = case("XB", "XA", content, &acts);
        case["safeguards"] = json!("open");
        refusals(&case).pop().unwrap()
    };
    assert_eq!(last(&with(json!([]), json!([]))), "SAF-01");
    assert_eq!(
        last(&with(json!(["foreign_ministry"]), all.clone())),
        "SAF-01"
    );
    // Death and life are out of the way; the next question of the table is open.
    assert_eq!(last(&with(joint, all)), "SAF-04");
}

#[test]
fn a_surrender_that_is_fixed_has_the_days_of_the_governing_instrument() {
    // ETS 24 article 18(4)-(5): released after 15 days from the day fixed, at the latest after 30.
    let mut states: Value = serde_json::from_str(STATES).unwrap();
    states["treaties"]["ETS-024"] = json!(["XA", "XC"]);
    let content = json!({"offences": [{"title": "Bombing", "category": "terrorist_bombing"}]});
    let acts = [
        json!({"act": "grant", "text": "Granted."}),
        json!({"act": "fix_surrender", "until": "2026-05-20", "text": "At the airport."}),
    ];
    let case = case("XC", "XA", &content, &acts).to_string();
    let ends = |states: &str| -> Vec<(String, String)> {
        let play = played_among(states, &case);
        let steps = play["steps"].as_array().unwrap();
        let clocks = steps.last().unwrap()["clocks"].as_array().unwrap().iter();
        let surrender =
            clocks.filter(|clock| clock["name"].as_str().unwrap().starts_with("surrender_"));
        let text = |clock: &Value, key: &str| clock[key].as_str().unwrap().to_owned();
        surrender
            .map(|clock| (text(clock, "due"), text(clock, "source")))
            .collect()
    };
    let ets = "ETS-024".to_owned();
    assert_eq!(
        ends(&states.to_string()),
        [
            ("2026-06-19".to_owned(), ets.clone()),
            ("2026-06-04".to_owned(), ets)
        ]
    );
    assert_eq!(ends(STATES), [], "nobody guesses where no instrument says");
}

#[test]
fn a_sentence_already_given_locks_as_the_law_does() {
    for (sentence, code) in [("death", "SAF-01"), ("life", "SAF-02")] {
        let content = json!({"offences": [{"title": "Hostages", "category": "hostage_taking", "life_sentence": "no"}],
            "sought": {"status": "convicted", "sentence": sentence}});
        let grant = [json!({"act": "grant", "text": "Granted."})];
        let last = refusals(&case("XB", "XA", &content, &grant)).pop();
        assert_eq!(last.as_deref(), Some(code), "{sentence}");
    }
}

#[test]
fn assurances_of_an_open_record_are_entered_by_somebody() {
    let promise = json!({"kind": "death_not_carried_out", "givers": ["prosecutor_general", "pardon_authority"],
        "given_by": "As signed", "binds": ["prosecutor", "court", "pardon"], "given_on": "2026-03-01",
        "text": "It will not be.", "monitoring": "2026-09-01"});
    let content = json!({"offences": [{"title": "Bombing", "category": "terrorist_bombing", "deaths": 6,
        "death_penalty": "yes"}], "assurances": [promise]});
    let mut open = case(
        "XB",
        "XA",
        &content,
        &[json!({"act": "grant", "text": "Granted."})],
    );
    open["safeguards"] = json!("open");
    assert_eq!(refusals(&open).pop().as_deref(), Some("SAF-01"));
}

/// The last clock of this name after the last act.
fn ends(states: &Value, case: &Value, name: &str) -> (String, String) {
    let play = played_among(&states.to_string(), &case.to_string());
    let steps = play["steps"].as_array().unwrap();
    let clocks = steps.last().unwrap()["clocks"].as_array().unwrap();
    let clock = clocks.iter().find(|clock| clock["name"] == name).unwrap();
    let text = |key: &str| clock[key].as_str().unwrap().to_owned();
    (text("due"), text("ends"))
}

#[test]
fn a_day_is_a_day_where_clocks_are_put_forward_or_back() {
    // Zone, arrest, looked at, last day of forty, its end.
    let cases = [
        (
            "Europe/Paris",
            "2026-02-16T23:30:00Z",
            "2026-02-16T23:30:00Z",
            "2026-03-29",
            "2026-03-29T22:00:00Z",
        ),
        (
            "Europe/Paris",
            "2026-02-16T23:30:00Z",
            "2026-03-29T21:59:00Z",
            "2026-03-29",
            "2026-03-29T22:00:00Z",
        ),
        (
            "Europe/Paris",
            "2026-09-20T10:00:00Z",
            "2026-10-29T10:00:00Z",
            "2026-10-30",
            "2026-10-30T23:00:00Z",
        ),
        (
            "America/New_York",
            "2026-02-20T10:00:00Z",
            "2026-03-20T10:00:00Z",
            "2026-04-01",
            "2026-04-02T04:00:00Z",
        ),
    ];
    for (zone, arrest, looked, day, end) in cases {
        let mut states: Value = serde_json::from_str(STATES).unwrap();
        states["states"][0]["utc_offset"] = json!(zone);
        let events = [
            json!({"act": "register", "at": "2026-02-16T09:00:00Z"}),
            json!({"act": "acknowledge", "at": "2026-02-16T10:00:00Z"}),
            json!({"act": "arrest", "at": arrest}),
            json!({"act": "wait", "at": looked}),
        ];
        let case = json!({"at": "2026-02-16T08:00:00Z", "anyway": true, "events": events,
            "request": {"from": "XG", "to": "XA", "template": "provisional_arrest", "content": {}}});
        let ends = ends(&states, &case, "provisional_arrest_end");
        assert_eq!(ends, (day.to_owned(), end.to_owned()), "{zone} {looked}");
    }
}

#[test]
fn who_does_not_know_where_the_days_are_counted_asks() {
    let mut states: Value = serde_json::from_str(STATES).unwrap();
    let case = json!({"at": "2026-03-02T09:00:00Z", "anyway": true, "events": [],
        "request": {"from": "XC", "to": "XA", "template": "mla", "content": {}}});
    let asks = |states: &Value| {
        let play = played_among(&states.to_string(), &case.to_string());
        let tasks = play["steps"][0]["tasks"]["requesting"]
            .as_array()
            .unwrap()
            .clone();
        tasks.iter().any(|task| task["code"] == "ask_zone")
    };
    assert!(!asks(&states));
    states["states"][0]
        .as_object_mut()
        .unwrap()
        .remove("utc_offset");
    assert!(asks(&states));
    assert_eq!(ends(&states, &case, "ack").0, "2026-03-09");
}

#[test]
fn reasons_that_are_too_short_are_there_and_are_called_so() {
    let answer = |reasons: &str| {
        let act = json!({"act": "answer_safeguard", "safeguard": "torture", "choice": "no", "reasons": reasons,
            "sources": ["The file"]});
        refusals(&case("XB", "XA", &json!({}), &[act]))
            .pop()
            .unwrap()
    };
    assert_eq!(answer(""), "MISSING");
    assert_eq!(answer("examined"), "TOO-SHORT");
}
