//! The agreement on a joint team: mutants, and case S12.

use serde_json::{Value, json};

use super::*;
use crate::state::{DataProtection, StateProfile};

const KIND: Kind = Kind::JointInvestigationTeam;

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn one_thing_wrong_is_named() {
    let no_end = &["B JIT-02 /period/until"];
    let no_basis = &["B JIT-04 /legal_basis"];
    let not_binding = &["B JIT-04 /legal_basis/0/instrument"];
    let no_purpose = &["B JIT-01 /team/purpose"];
    let mutants: &[Mutant<'_>] = &[
        // parties and purpose
        (&[("/parties", Value::Null)], &["B JIT-01 /parties"]),
        (&[("/parties", json!([]))], &["B JIT-01 /parties"]),
        (&[("/parties/1", Value::Null)], &["B JIT-01 /parties"]),
        (&[("/parties/1/state", json!("XA"))], &["B JIT-01 /parties"]),
        (
            &[("/parties/1/state", Value::Null)],
            &["B JIT-01 /parties", "B JIT-01 /parties/1/state"],
        ),
        (
            &[("/parties/0/state", json!("unknown"))],
            &["B JIT-01 /parties", "B JIT-01 /parties/0/state"],
        ),
        (
            &[("/parties/1/state", json!("XC"))],
            &[
                "B JIT-01 /parties",
                "B JIT-04 /legal_basis",
                "B JIT-08 /members/1/state",
            ],
        ),
        (&[("/team/purpose", Value::Null)], no_purpose),
        (&[("/team/purpose", json!(" "))], no_purpose),
        (&[("/team/purpose", json!("unknown"))], no_purpose),
        (&[("/team/purpose", json!("terrorism"))], no_purpose),
        (
            &[("/team/purpose", json!("All terrorist offences of any kind"))],
            no_purpose,
        ),
        // the period
        (
            &[("/period", Value::Null)],
            &["B JIT-02 /period/from", "B JIT-02 /period/until"],
        ),
        (&[("/period/until", Value::Null)], no_end),
        (&[("/period/until", json!(""))], no_end),
        (&[("/period/until", json!("unknown"))], no_end),
        (&[("/period/until", json!("not_applicable"))], no_end),
        (&[("/period/until", json!("any"))], no_end),
        (&[("/period/until", json!("2028-04-02"))], no_end),
        (&[("/period/until", json!("2036-01-01"))], no_end),
        (&[("/period/until", json!("2028-04-01"))], &[]),
        (&[("/period/from", Value::Null)], &["B JIT-02 /period/from"]),
        (
            &[("/period/from", json!("unknown"))],
            &["B JIT-02 /period/from"],
        ),
        (
            &[("/period/extension", json!("automatic"))],
            &["B JIT-02 /period/extension"],
        ),
        (
            &[("/period/until", json!("2027-02-30"))],
            &["B GEN-03 /period/until"],
        ),
        (
            &[
                ("/period/from", json!("2027-09-30")),
                ("/period/until", json!("2026-04-01")),
            ],
            &["B GEN-03 /period/until"],
        ),
        (
            &[
                ("/period/from", json!("2025-04-01")),
                ("/period/until", json!("2026-02-28")),
            ],
            &["B GEN-03 /period/until"],
        ),
        // leaders and signatories
        (
            &[("/parties/0/leader", Value::Null)],
            &["B JIT-03 /parties/0/leader"],
        ),
        (
            &[("/parties/1/leader", json!("unknown"))],
            &["B JIT-03 /parties/1/leader"],
        ),
        (
            &[("/parties/1/signatory", json!(""))],
            &["B JIT-03 /parties/1/signatory"],
        ),
        (
            &[("/parties/0/signatory", Value::Null)],
            &["B JIT-03 /parties/0/signatory"],
        ),
        (
            &[("/parties/1/power_to_sign", json!("no"))],
            &["B JIT-03 /parties/1/power_to_sign"],
        ),
        (
            &[("/parties/1/power_to_sign", Value::Null)],
            &["B JIT-03 /parties/1/power_to_sign"],
        ),
        (
            &[("/parties/0/power_to_sign", json!("unknown"))],
            &["B JIT-03 /parties/0/power_to_sign"],
        ),
        // the basis of each pair
        (&[("/legal_basis", Value::Null)], no_basis),
        (&[("/legal_basis", json!([]))], no_basis),
        (&[("/legal_basis/0/instrument", Value::Null)], no_basis),
        (&[("/legal_basis/0/instrument", json!("unknown"))], no_basis),
        (&[("/legal_basis/0/parties", json!(["XA"]))], no_basis),
        (&[("/legal_basis/0/role", json!("supporting"))], no_basis),
        (&[("/legal_basis/0/parties", Value::Null)], &[]),
        (
            &[("/legal_basis/0/instrument", json!("HAGUE-1970"))],
            not_binding,
        ),
        (
            &[("/legal_basis/0/instrument", json!("ETS-182"))],
            not_binding,
        ),
        (
            &[("/legal_basis/0/instrument", json!("S/RES/2322 (2016)"))],
            not_binding,
        ),
        // clauses
        (
            &[("/clauses/admissibility", Value::Null)],
            &["W JIT-05 /clauses/admissibility"],
        ),
        (
            &[("/clauses/admissibility", json!("agreed"))],
            &["W JIT-05 /clauses/admissibility"],
        ),
        (
            &[("/clauses/admissibility", json!("unknown"))],
            &["W JIT-05 /clauses/admissibility"],
        ),
        (
            &[("/clauses/data_protection", Value::Null)],
            &["W JIT-06 /clauses/data_protection"],
        ),
        (
            &[("/clauses/data_protection", json!("yes"))],
            &["W JIT-06 /clauses/data_protection"],
        ),
        (
            &[("/clauses/data_protection", json!(""))],
            &["W JIT-06 /clauses/data_protection"],
        ),
        (
            &[("/clauses/disclosure", Value::Null)],
            &["W JIT-07 /clauses/disclosure"],
        ),
        (
            &[("/clauses/disclosure", json!("by law"))],
            &["W JIT-07 /clauses/disclosure"],
        ),
        (
            &[
                ("/clauses/disclosure", Value::Null),
                ("/parties/1/disclosure", json!("full_file")),
            ],
            &[],
        ),
        (
            &[
                ("/clauses/disclosure", Value::Null),
                ("/parties/0/disclosure", json!("unknown")),
                ("/parties/1/disclosure", json!("unknown")),
            ],
            &["W JIT-07 /clauses/disclosure"],
        ),
        // members
        (
            &[("/members/2/state", json!("XC"))],
            &["B JIT-08 /members/2/state"],
        ),
        (
            &[("/members/2/state", Value::Null)],
            &["B JIT-08 /members/2/state"],
        ),
        (&[("/members", Value::Null)], &[]),
        // what every request has
        (
            &[("/languages/original", json!("fr"))],
            &["B GEN-06 /languages/original"],
        ),
        (
            &[("/data_protection/ground", Value::Null)],
            &["B DP-01 /data_protection/ground"],
        ),
        (
            &[("/signatory/power", Value::Null)],
            &["B GEN-08 /signatory/power"],
        ),
        (
            &[("/team/colour", json!("red"))],
            &["B GEN-10 /team/colour"],
        ),
    ];
    each_gives(KIND, mutants);
}

#[test]
fn a_second_authority_of_the_same_state_needs_no_leader_of_its_own() {
    let mut content = mutant(KIND, &[]);
    let parties = content["parties"].as_array_mut().expect("a list");
    parties
        .push(json!({"state": "XA", "authority": "Customs of Arvenia", "disclosure": "full_file"}));
    assert_eq!(serious(&bench(KIND).check(&content)), Vec::<String>::new());
}

#[test]
fn what_is_needed_elsewhere_is_a_request_of_its_own() {
    let content = mutant(KIND, &[("/plan/outside_states", json!(["XC", "XA"]))]);
    let findings = bench(KIND).check(&content);
    let hint = findings
        .iter()
        .find(|finding| finding.code == "JIT-09")
        .expect("a hint");
    assert_eq!(
        (hint.field.as_str(), hint.args["states"].as_str()),
        ("/plan/outside_states", "XC")
    );
}

#[test]
fn a_strict_party_blocks_what_another_only_warns_of() {
    let content = mutant(KIND, &[("/clauses/data_protection", Value::Null)]);
    let bench = bench(KIND);
    let level = |mine: DataProtection| {
        bench.with(|ctx| {
            let from = StateProfile {
                data_protection: mine,
                ..ctx.from.clone()
            };
            serious(&check(
                &content,
                &CheckContext {
                    from: &from,
                    ..*ctx
                },
            ))
        })
    };
    assert_eq!(
        level(DataProtection::Strict),
        ["B JIT-06 /clauses/data_protection"]
    );
    assert_eq!(
        level(DataProtection::AdequacyOrSafeguards),
        ["W JIT-06 /clauses/data_protection"]
    );
    assert_eq!(level(DataProtection::Basic), Vec::<String>::new());
    assert_eq!(level(DataProtection::Unknown), Vec::<String>::new());
}

#[test]
fn old_data_on_treaties_is_a_warning_here_too() {
    let mut bench = bench(KIND);
    bench.directory = demo("2025-08-01".parse().expect("date")).expect("demo");
    let found = serious(&bench.check(&mutant(KIND, &[])));
    assert!(
        found.contains(&"W LB-07 /legal_basis".to_owned()),
        "{found:?}"
    );
}

/// S12: three parties, 29 months, one signatory without power, no clause on data.
#[test]
fn s12_joint_team() {
    let Some(directory) = crate::state::shared_states() else {
        return;
    };
    let case: Value = serde_json::from_str(include_str!("../cases/s12.json")).expect("JSON");
    let bench = Bench {
        kind: KIND,
        directory,
        from: "XA".parse().expect("code"),
        to: "XC".parse().expect("code"),
        now: case["at"]
            .as_str()
            .expect("a time")
            .parse()
            .expect("a time"),
        ..Bench::demo()
    };
    let findings = bench.check(&case["content"]);
    assert_eq!(json!(serious(&findings)), case["expect"]["findings"]);
    assert_eq!(verdict(&findings).to_string(), case["expect"]["verdict"]);
    let pairs = bench.with(|ctx| basis_per_pair(&case["content"], ctx));
    let pairs: Vec<String> = pairs
        .iter()
        .map(|pair| {
            let first = pair.report.first().expect("a basis");
            format!("{}-{} {}", pair.one, pair.other, first.instrument)
        })
        .collect();
    assert_eq!(
        pairs,
        ["XA-XC RMLA-CONV", "XA-XF RMLA-CONV", "XC-XF RMLA-CONV"]
    );
    // Mended, it may be signed.
    let mut mended = case["content"].clone();
    for (pointer, value) in [
        ("/period/until", json!("2028-01-31")),
        ("/parties/1/power_to_sign", json!("yes")),
        (
            "/clauses/data_protection",
            json!("Kept until the judgment is final; access through each party"),
        ),
    ] {
        assert!(crate::template::path::put(&mut mended, pointer, value));
    }
    assert_eq!(serious(&bench.check(&mended)), Vec::<String>::new());
}
