use jiff::civil::date;
use serde_json::{Value, json};

use super::*;
use crate::template::{example, find};

const TODAY: Date = date(2026, 3, 2);

fn content(kind: Kind) -> Value {
    serde_json::from_str(example(kind).expect("shipped")).expect("JSON")
}

/// The draft of the example with a measure on data in the place of the bank records.
fn mla_with_data() -> Value {
    let mut mla = content(Kind::Mla);
    let measure = &mut mla["measures"][0];
    measure["kind"] = json!("traffic_data");
    measure["holder"] = json!("Coralnet Ltd, Tamsin");
    measure["identifiers"] =
        json!("harbour.lantern; 203.0.113.41 port 51322 at 2025-03-12T21:14:05Z\nx@mail.example");
    measure["period_until"] = json!("2026-12-31");
    mla
}

fn faults(kind: Kind, content: &Value) -> Vec<String> {
    let template = find(kind.code(), 1).expect("shipped");
    template
        .faults(content)
        .iter()
        .map(|fault| format!("{:?} {}", fault.what, fault.pointer))
        .collect()
}

#[test]
fn a_draft_that_names_data_becomes_a_preservation() {
    let mla = mla_with_data();
    assert_eq!(volatile(&mla), [0]);
    let draft = preservation_of_measure(&mla, 0, (TODAY, "+01:00")).expect("data are named");
    assert_eq!(draft["type"], "electronic_evidence");
    let evidence = &draft["evidence"];
    assert_eq!(evidence["subtype"], "preservation");
    assert_eq!(evidence["provider_state"], "XB");
    assert_eq!(evidence["period_from"], "2024-12-01T00:00:00+01:00");
    assert_eq!(evidence["period_until"], "2026-03-02T23:59:59+01:00");
    assert_eq!(
        draft["identifiers"],
        json!([
            {"kind": "account", "value": "harbour.lantern"},
            {"kind": "ip_address", "value": "203.0.113.41", "port": 51322, "seen_at": "2025-03-12T21:14:05Z"},
            {"kind": "email", "value": "x@mail.example"},
        ])
    );
    assert_eq!(draft["follow_up"]["mla_by_on"], "2026-04-16");
    assert_eq!(draft["offences"], mla["offences"]);
    assert_eq!(draft["persons"], mla["persons"]);
    for left in ["measures", "attachments", "legal_basis", "number"] {
        assert_eq!(draft.get(left), None, "{left}");
    }
    // Only what the officer alone can say is open.
    assert_eq!(
        faults(Kind::ElectronicEvidence, &draft),
        ["Missing /evidence/necessity"]
    );
}

#[test]
fn what_cannot_be_lost_is_not_preserved() {
    let mla = content(Kind::Mla);
    assert_eq!(volatile(&mla), Vec::<usize>::new());
    assert_eq!(preservation_of_measure(&mla, 0, (TODAY, "Z")), None);
    assert_eq!(preservation_of_measure(&mla, 9, (TODAY, "Z")), None);
    let draft =
        preservation_of_measure(&mla_with_data(), 0, (TODAY, "somewhere")).expect("a draft");
    assert_eq!(draft["evidence"]["period_from"], "2024-12-01T00:00:00Z");
}

#[test]
fn a_preservation_becomes_a_request_for_the_data() {
    let kept = content(Kind::ElectronicEvidence);
    let draft = mla_of_evidence(&kept, Some("XA-CA-2026-000007-K")).expect("a draft");
    assert_eq!(draft["type"], "mla");
    let kinds: Vec<&str> = draft["measures"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|measure| measure["kind"].as_str())
        .collect();
    assert_eq!(kinds, ["subscriber_data", "traffic_data"]);
    let first = &draft["measures"][0];
    assert_eq!(first["period_from"], "2026-02-01");
    assert_eq!(first["holder"], "Coralnet Ltd, Tamsin Coralnet Messenger");
    assert_eq!(
        first["identifiers"],
        "harbour.lantern\n203.0.113.41:51322 2026-02-18T21:14:05Z"
    );
    assert_eq!(
        draft["related"],
        json!([{"kind": "earlier_request", "number": "XA-CA-2026-000007-K"}])
    );
    assert!(
        !faults(Kind::Mla, &draft)
            .iter()
            .any(|fault| !fault.starts_with("Missing"))
    );
    // And back: the identifiers are the same.
    let mut again = kept["identifiers"].clone();
    again[0]
        .as_object_mut()
        .expect("an object")
        .shift_remove("created_on");
    let back = preservation_of_measure(&draft, 1, (TODAY, "Z")).expect("data are named");
    assert_eq!(back["identifiers"], again);
}

#[test]
fn an_emergency_that_is_none_becomes_a_preservation() {
    let mut content = content(Kind::ElectronicEvidence);
    content["evidence"]["subtype"] = json!("emergency");
    content["emergency"] = json!({"threat": ""});
    content["delivery"] = json!({"channel": "platform"});
    let draft = preservation_of_evidence(&content, TODAY).expect("a draft");
    assert_eq!(draft["evidence"]["subtype"], "preservation");
    assert_eq!(draft.get("emergency"), None);
    assert_eq!(draft.get("delivery"), None);
    assert_eq!(draft["requested"], content["requested"]);
    assert_eq!(
        faults(Kind::ElectronicEvidence, &draft),
        Vec::<String>::new()
    );
}

#[test]
fn the_trace_leads_to_the_next_provider() {
    let mut content = content(Kind::ElectronicEvidence);
    content["evidence"]["subtype"] = json!("partial_disclosure");
    content["evidence"]["next_provider"] = json!("Quietmail");
    content["evidence"]["next_provider_state"] = json!("XD");
    let draft = preservation_of_evidence(&content, TODAY).expect("a draft");
    assert_eq!(draft["evidence"]["provider"], "Quietmail");
    assert_eq!(draft["requested"], json!({"state": "XD"}));
    assert_eq!(draft["evidence"].get("next_provider"), None);
}

#[test]
fn identifiers_are_taken_apart_as_far_as_they_are_plain() {
    let table = [
        (
            "telephone +999 2 555 0133",
            json!({"kind": "phone", "value": "+999 2 555 0133"}),
        ),
        (
            "IMSI 999011234567890",
            json!({"kind": "imsi", "value": "999011234567890"}),
        ),
        (
            "IMEI 35-209900-176148-1",
            json!({"kind": "device", "value": "35-209900-176148-1"}),
        ),
        (
            "https://forum.example/u/7",
            json!({"kind": "url", "value": "https://forum.example/u/7"}),
        ),
        (
            "[2001:db8::7]:443",
            json!({"kind": "ip_address", "value": "2001:db8::7", "port": 443}),
        ),
        (
            "grey heron 41",
            json!({"kind": "account", "value": "grey heron 41"}),
        ),
    ];
    for (text, entry) in table {
        assert_eq!(identifiers::read(text), json!([entry]), "{text}");
    }
    assert_eq!(identifiers::read(" ; ,\n"), json!([]));
}

#[test]
fn anything_whatever_is_carried_without_harm() {
    for odd in [
        json!(null),
        json!(7),
        json!([]),
        json!({"persons": "many", "offences": [1, null]}),
    ] {
        for kind in Kind::ALL {
            let _ = carried(&odd, *kind);
        }
        assert_eq!(preservation_of_measure(&odd, 0, (TODAY, "Z")), None);
        let _ = preservation_of_evidence(&odd, TODAY);
        let _ = mla_of_evidence(&odd, None);
    }
}

#[test]
fn what_police_cannot_give_becomes_mutual_legal_assistance() {
    let mut police = content(Kind::Police);
    police["measures"][0]["kind"] = json!("search");
    police["measures"][0]["necessity"] = json!("No other place is known");
    let draft = mla_of_police(&police, Some("XA-BORDER-2026-000042-K")).expect("a draft");
    assert_eq!(draft["type"], "mla");
    assert_eq!(draft["measures"].as_array().map(Vec::len), Some(1));
    let measure = &draft["measures"][0];
    assert_eq!(measure["kind"], "search");
    assert_eq!(measure["object"], police["measures"][0]["object"]);
    assert_eq!(measure["nexus"], police["measures"][0]["nexus"]);
    assert_eq!(measure["proportionality"], "No other place is known");
    assert_eq!(draft["persons"], police["persons"]);
    assert_eq!(draft["facts"], police["facts"]);
    assert_eq!(draft["related"][0]["number"], "XA-BORDER-2026-000042-K");
    assert_eq!(draft.get("inquiry"), None);
    assert!(
        faults(Kind::Mla, &draft)
            .iter()
            .all(|fault| fault.starts_with("Missing")),
        "{:?}",
        faults(Kind::Mla, &draft)
    );
    // Where nothing takes a court, what both forms know is taken over: the criminal record.
    let draft = mla_of_police(&content(Kind::Police), None).expect("a draft");
    assert_eq!(draft["measures"].as_array().map(Vec::len), Some(1));
    assert_eq!(draft["measures"][0]["kind"], "criminal_record");
    assert_eq!(draft.get("related"), None);
}

#[test]
fn what_a_team_needs_elsewhere_becomes_mutual_legal_assistance() {
    let mut team = content(Kind::JointInvestigationTeam);
    assert_eq!(mla_of_team(&team, "XC"), None);
    team["plan"]["outside_states"] = json!(["XC"]);
    team["plan"]["outside_measures"] = json!("Records of the shell company at Altavega");
    let draft = mla_of_team(&team, "XC").expect("a draft");
    assert_eq!(draft["requested"], json!({"state": "XC"}));
    assert_eq!(
        draft["measures"][0]["object"],
        "Records of the shell company at Altavega"
    );
    assert_eq!(
        draft["related"][0],
        json!({"kind": "jit", "number": "Harbour"})
    );
    assert_eq!(draft["offences"], team["offences"]);
    assert!(
        faults(Kind::Mla, &draft)
            .iter()
            .all(|fault| fault.starts_with("Missing")),
        "{:?}",
        faults(Kind::Mla, &draft)
    );
}
