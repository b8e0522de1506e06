//! What strangers' own cases found: each row spoils the example of a kind and names what must be found, beside whatever else
//! follows.

use std::collections::BTreeSet;

use serde_json::json;

use super::*;
use crate::Function;
use crate::state::Participation;

/// A kind, changes to its example, and a finding that must be among the others.
type Row = (Kind, &'static [(&'static str, &'static str)], &'static str);

/// `null` takes a field out; what reads as JSON is JSON, the rest is text.
const ROWS: &[Row] = &[
    (
        Kind::Mla,
        &[("/facts/place", "various")],
        "B MLA-03 /facts/place",
    ),
    (Kind::Mla, &[("/facts/place", "*")], "B MLA-03 /facts/place"),
    (
        Kind::Mla,
        &[("/measures/0/purpose", "known terrorist")],
        "B MLA-01 /measures/0/purpose",
    ),
    (
        Kind::Mla,
        &[("/measures/1/questions", "known terrorist")],
        "B MLA-05 /measures/1/questions",
    ),
    (
        Kind::Mla,
        &[
            ("/measures/0/kind", "stored_data"),
            ("/measures/0/period_until", "2026-03-03"),
        ],
        "B EE-05 /measures/0/period_until",
    ),
    (
        Kind::Extradition,
        &[("/persons/0/family_name", "various")],
        "B EXT-01 /persons/0/family_name",
    ),
    (
        Kind::Extradition,
        &[
            ("/persons/0/family_name", "known terrorist"),
            ("/persons/0/given_names", "null"),
            ("/persons/0/native_name", "null"),
        ],
        "B EXT-01 /persons/0/family_name",
    ),
    (
        Kind::Extradition,
        &[("/speciality/text", "null")],
        "W EXT-12 /speciality/undertaking",
    ),
    (
        Kind::TransferOfProceedings,
        &[("/facts", "null")],
        "B MLA-03 /facts/summary",
    ),
    (
        Kind::TransferOfProceedings,
        &[("/offences/0/dual_criminality", "null")],
        "B SAF-08 /offences/0/dual_criminality",
    ),
    (
        Kind::TransferOfProceedings,
        &[(
            "/offences/0/dual_criminality",
            "Terrorism is punishable everywhere",
        )],
        "B SAF-08 /offences/0/dual_criminality",
    ),
    (
        Kind::Supplementary,
        &[("/additions/0/purpose", "terrorism")],
        "B MLA-01 /additions/0/purpose",
    ),
    (
        Kind::Supplementary,
        &[("/additions", "null")],
        "B MLA-01 /additions",
    ),
    (
        Kind::Supplementary,
        &[("/additions/0/what", "All accounts at any bank")],
        "W MLA-08 /additions/0/what",
    ),
    (
        Kind::Supplementary,
        &[("/parent", "unknown")],
        "B GEN-01 /parent",
    ),
    (
        Kind::Withdrawal,
        &[("/parent", "not_applicable")],
        "B GEN-01 /parent",
    ),
    (
        Kind::Reminder,
        &[("/reminder/asked_on", "2026-09-01")],
        "B GEN-03 /reminder/asked_on",
    ),
    (
        Kind::UrgentConfirmation,
        &[("/oral/made_at", "2026-03-09T02:40:00Z")],
        "B GEN-03 /oral/made_at",
    ),
    (
        Kind::ElectronicEvidence,
        &[("/evidence/subtype", "content"), ("/facts", "null")],
        "B MLA-03 /facts/summary",
    ),
    (
        Kind::ElectronicEvidence,
        &[
            ("/evidence/subtype", "traffic"),
            ("/evidence/relation", "terrorism"),
        ],
        "B MLA-07 /evidence/relation",
    ),
    (
        Kind::ElectronicEvidence,
        &[
            ("/evidence/subtype", "traffic"),
            ("/evidence/period_from", "2025-02-26T00:00:00Z"),
        ],
        "W MLA-11 /evidence/period_from",
    ),
    (
        Kind::JointInvestigationTeam,
        &[("/legal_basis/0/instrument", "ETS-030")],
        "B JIT-04 /legal_basis/0/instrument",
    ),
    (
        Kind::Police,
        &[(
            "/measures/0/object",
            "Obtain the bank statements of account 4410",
        )],
        "B POL-03 /measures/0/object",
    ),
];

#[test]
fn what_strangers_found_is_found() {
    let mut faults = Vec::new();
    for (kind, changes, wanted) in ROWS {
        let value = |text: &str| serde_json::from_str(text).unwrap_or_else(|_| json!(text));
        let changes: Vec<(&str, Value)> = changes.iter().map(|(at, to)| (*at, value(to))).collect();
        let found = serious(&Bench::demo().check(&mutant(*kind, &changes)));
        if !found.iter().any(|finding| finding == wanted) {
            faults.push(format!("{kind} {changes:?}: {wanted} is not in {found:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn an_empty_field_opens_no_way_round_the_basis() {
    let changes = [("/offences", json!([])), ("/legal_basis", json!([]))];
    let found = serious(&Bench::demo().check(&mutant(Kind::Mla, &changes)));
    assert!(
        found
            .iter()
            .any(|f| f.starts_with("B LB-01") || f.starts_with("B LB-05")),
        "{found:?}"
    );
}

#[test]
fn who_answers_for_one_kind_of_help_is_not_asked_for_another() {
    let bench = Bench::demo();
    let asked = |kind: Kind, function: Function| {
        let content = mutant(kind, &[]);
        bench.with_kind(kind, |ctx| {
            let mut authority = ctx.to_authority.clone();
            authority.functions = BTreeSet::from([function]);
            let ctx = CheckContext {
                to_authority: &authority,
                ..*ctx
            };
            serious(&check(&content, &ctx)).contains(&"B DIR-02 /requested/authority".to_owned())
        })
    };
    assert!(!asked(Kind::Extradition, Function::Extradition));
    assert!(asked(Kind::Extradition, Function::Mla));
    assert!(!asked(Kind::Mla, Function::Mla));
    assert!(asked(Kind::Mla, Function::Extradition));
}

#[test]
fn a_police_question_is_no_measure() {
    for question in [
        "Is there an arrest warrant against him in your State?",
        "Was his house searched in 2024, and what was found?",
        "Does he have a criminal record?",
    ] {
        let content = mutant(Kind::Police, &[("/measures/0/object", json!(question))]);
        let found = serious(&Bench::demo().check(&content));
        assert!(
            !found.iter().any(|f| f.starts_with("B POL-03")),
            "{question}: {found:?}"
        );
    }
}

#[test]
fn a_signature_alone_binds_nobody() {
    let signed = |consent, consented: Option<&str>| Participation {
        signed: Some("2005-09-14".parse().unwrap()),
        consented: consented.map(|day| day.parse().unwrap()),
        consent,
        ..Participation::undated("NUCLEAR-2005")
    };
    use crate::state::Consent::{Ratification, Signature, Unknown};
    for (part, only) in [
        (signed(Unknown, None), true),
        (signed(Signature, None), true),
        (signed(Unknown, Some("2008-01-01")), false),
        (signed(Ratification, None), false),
        (Participation::undated("NUCLEAR-2005"), false),
    ] {
        assert_eq!(part.only_signed(), only, "{part:?}");
    }
}
