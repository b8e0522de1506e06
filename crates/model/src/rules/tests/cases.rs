//! The shared cases S01, S02 and S11 against the shared States: verdict, every B and W with its field, first basis.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::*;

/// The shared file of States, or `None` where there is none: allowed only where `CI` is not set.
fn shared_states() -> Option<Directory> {
    let mut at = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    loop {
        let file = at.join("shared/data/requests/states.json");
        if let Ok(json) = std::fs::read_to_string(&file) {
            return Some(Directory::parse(&json).expect("states.json"));
        }
        if !at.pop() {
            break;
        }
    }
    assert!(
        option_env!("CI").is_none(),
        "shared/data/requests/states.json is not there"
    );
    eprintln!("skipped: shared/data/requests/states.json is not there");
    None
}

struct Expect<'a> {
    verdict: Verdict,
    blocks: &'a [&'a str],
    warns: &'a [&'a str],
    basis: &'a [(&'a str, &'a str)],
}

fn holds(sides: (&str, &str), content: &Value, expect: &Expect<'_>) {
    let Some(directory) = shared_states() else {
        return;
    };
    let bench = Bench {
        kind: Kind::Mla,
        directory,
        from: sides.0.parse().expect("code"),
        to: sides.1.parse().expect("code"),
        now: "2026-03-03T12:00:00Z".parse().expect("time"),
        urgency: Urgency::Normal,
        pending: Vec::new(),
    };
    let findings = bench.check(content);
    assert_eq!(of_level(&findings, Level::Block), expect.blocks);
    assert_eq!(of_level(&findings, Level::Warn), expect.warns);
    assert_eq!(verdict(&findings), expect.verdict);
    let report = bench.with(|ctx| basis_of(content, ctx));
    let list: Vec<(&str, &str)> = report
        .ranked
        .iter()
        .filter(|basis| matches!(basis.role.code(), "basis" | "reciprocity" | "courtesy"))
        .map(|basis| (basis.instrument.as_str(), basis.article.as_str()))
        .collect();
    assert_eq!(list, expect.basis);
}

fn between(from: &str, to: &str, lang: &str) -> Value {
    let mut content = example();
    content["requesting"] = json!({"state": from, "authority": "ca"});
    content["requested"] = json!({"state": to, "authority": "ca"});
    content["languages"] = json!({"original": lang, "translations": []});
    content
}

/// S01: XA asks XC, complete, two measures, French with a certified Spanish translation.
#[test]
fn s01_complete() {
    let mut content = between("XA", "XC", "fr");
    content["languages"]["translations"] = json!([{"lang": "es", "certified": "yes"}]);
    content["legal_basis"] = json!([
        {"instrument": "RMLA-CONV", "article": "", "role": "basis"},
        {"instrument": "BOMBINGS-1997", "article": "10", "role": "basis"},
    ]);
    content["offences"][0]["committed_from"] = json!("2025-11-14");
    content["offences"][0]["committed_until"] = json!("2025-11-14");
    content["facts"]["happened_from"] = json!("2025-11-14");
    content["facts"]["happened_until"] = json!("2025-11-14");
    content["facts"]["place"] = json!("Tram depot, Portmarle");
    content["proceeding"]["opened_on"] = json!("2025-11-15");
    content["persons"][0]["family_name"] = json!("Voss");
    content["persons"][0]["given_names"] = json!("Ilian");
    content["persons"][0]["born_on"] = json!("1991-05-02");
    content["measures"][0]["account"] = json!("0099-1120");
    content["measures"][0]["holder"] = json!("Banco Sereno");
    content["measures"][0]["period_from"] = json!("2025-08-01");
    content["measures"][0]["period_until"] = json!("2025-11-30");
    content["measures"][0]["nexus"] = json!("The account paid for the timer parts");
    content["measures"][1]["person"] = json!("Marta Quill");
    holds(
        ("XA", "XC"),
        &content,
        &Expect {
            verdict: Verdict::Sendable,
            blocks: &[],
            warns: &[],
            basis: &[("RMLA-CONV", ""), ("BOMBINGS-1997", "10")],
        },
    );
}

/// S02: XB asks XC in English for "all bank accounts he has ever held"; no date, no place, no word on death penalty.
#[test]
fn s02_incomplete() {
    let mut content = between("XB", "XC", "en");
    content["persons"] =
        json!([{"role": "suspect", "family_name": "Rask", "given_names": "Tobin"}]);
    content["offences"] = json!([{
        "title": "Terrorist bombing causing death", "category": "terrorist_bombing", "deaths": 2,
        "death_penalty": "yes", "law_text": "...", "penalty_max_months": "not_applicable"
    }]);
    content["facts"] = json!({
        "summary": "Mr Tobin Rask took part in an attack that killed two people.",
        "act": "Took part in an attack that killed two people", "author": "known"
    });
    content["measures"] = json!([{
        "kind": "bank_accounts", "object": "All bank accounts he has ever held in Cordava", "person": "Tobin Rask",
        "place": "Cordava", "purpose": "To prove who paid for the attack", "order": "attached"
    }]);
    content["death_penalty"] = json!({});
    holds(
        ("XB", "XC"),
        &content,
        &Expect {
            verdict: Verdict::Blocked,
            blocks: &[
                "GEN-06 /languages/original",
                "MLA-03 /facts/happened_from",
                "MLA-03 /facts/place",
                "MLA-07 /measures/0/nexus",
            ],
            warns: &[
                "MLA-08 /measures/0/period_from",
                "SAF-03 /death_penalty/statement",
            ],
            basis: &[("BOMBINGS-1997", "10")],
        },
    );
}

fn s11() -> Value {
    let mut content = between("XH", "XA", "en");
    content["offences"][0]["title"] = json!("Hostage-taking of two engineers");
    content["offences"][0]["category"] = json!("hostage_taking");
    content["measures"] = json!([content["measures"][1].clone()]);
    content["legal_basis"] = json!([]);
    content
}

/// S11 a: no convention in common; blocked until the undertaking is attached.
#[test]
fn s11a_no_common_convention() {
    let mut content = s11();
    let basis = &[("RECIPROCITY", "")];
    holds(
        ("XH", "XA"),
        &content,
        &Expect {
            verdict: Verdict::Blocked,
            blocks: &["LB-05 /reciprocity/undertaking"],
            warns: &[],
            basis,
        },
    );
    content["reciprocity"] = json!({
        "undertaking": "undertaking_attached",
        "text": "Haldesh will grant the like assistance to Arvenia in a like case."
    });
    content["legal_basis"] = json!([{"instrument": "RECIPROCITY", "role": "reciprocity"}]);
    holds(
        ("XH", "XA"),
        &content,
        &Expect {
            verdict: Verdict::Sendable,
            blocks: &[],
            warns: &[],
            basis,
        },
    );
}

/// S11 b: four offenders, ransom, across a border, twenty years: the Convention against Organized Crime.
#[test]
fn s11b_organised_group() {
    let mut content = s11();
    let offence = &mut content["offences"][0];
    offence["organised_group"] = json!("yes");
    offence["offenders"] = json!(4);
    offence["financial_benefit"] = json!("yes");
    offence["transnational"] = json!("yes");
    offence["penalty_max_months"] = json!(240);
    content["legal_basis"] =
        json!([{"instrument": "UNTOC-2000", "article": "18", "role": "basis"}]);
    holds(
        ("XH", "XA"),
        &content,
        &Expect {
            verdict: Verdict::Sendable,
            blocks: &[],
            warns: &[],
            basis: &[("UNTOC-2000", "18")],
        },
    );
    let Some(directory) = shared_states() else {
        return;
    };
    let bench = Bench {
        directory,
        from: "XH".parse().expect("code"),
        to: "XA".parse().expect("code"),
        ..Bench::demo()
    };
    let report = bench.with(|ctx| basis_of(&content, ctx));
    let procedure = report
        .ranked
        .iter()
        .find(|basis| basis.role.code() == "procedure");
    assert_eq!(
        procedure.map(|basis| (basis.instrument.as_str(), basis.article.as_str())),
        Some(("UNTOC-2000", "18(9)-(29)"))
    );
    // With a death the evidence might lead to a death sentence in Haldesh.
    content["offences"][0]["deaths"] = json!(1);
    let warns = of_level(&bench.check(&content), Level::Warn);
    assert_eq!(warns, ["SAF-03 /death_penalty/statement"]);
}
