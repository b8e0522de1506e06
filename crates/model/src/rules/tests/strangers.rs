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
        &[
            ("/persons/0/family_name", "various"),
            ("/persons/0/given_names", "several persons"),
            ("/persons/0/native_name", "null"),
        ],
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
            "Arrest suspect Corvin Drahl on arrival",
        )],
        "B POL-03 /measures/0/object",
    ),
    (
        Kind::Police,
        &[("/measures/0/object", "Obtain a warrant for the depot")],
        "B POL-03 /measures/0/object",
    ),
    (
        Kind::ElectronicEvidence,
        &[
            ("/identifiers/0/kind", "account"),
            ("/identifiers/0/value", "user[0-9]+"),
        ],
        "B EE-01 /identifiers/0/value",
    ),
    (
        Kind::ElectronicEvidence,
        &[
            ("/identifiers/0/kind", "account"),
            ("/identifiers/0/value", "每个账户"),
        ],
        "B EE-01 /identifiers/0/value",
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
        "Whether this phone number is in your records",
        "Criminal records and known telephone numbers of the person",
        "Police reports on the bank robbery and any witness statements",
        "Call the duty desk if your records show an entry",
        "Relevé d’empreintes et compte rendu de la fouille",
        "Registro de llamadas de emergencia",
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

/// True texts that the same rules leave alone.
const LEFT_ALONE: &[Row] = &[
    (
        Kind::Extradition,
        &[
            ("/persons/0/family_name", "An"),
            ("/persons/0/given_names", "Do"),
        ],
        "EXT-01",
    ),
    (
        Kind::Extradition,
        &[
            ("/persons/0/family_name", "Неизвестный"),
            ("/persons/0/given_names", "Иван"),
        ],
        "EXT-01",
    ),
    (
        Kind::Mla,
        &[("/measures/1/questions", "Are you a member of this group?")],
        "MLA-05",
    ),
    (
        Kind::Mla,
        &[("/measures/0/purpose", "To link the suspect to the offence")],
        "MLA-01",
    ),
    (
        Kind::TransferOfProceedings,
        &[("/reasons/0/text", "Most of the evidence is in your State")],
        "TCP-03",
    ),
    (
        Kind::Supplementary,
        &[("/additions/0/purpose", "Proof of ownership")],
        "MLA-01",
    ),
    (
        Kind::ElectronicEvidence,
        &[
            ("/identifiers/0/kind", "account"),
            ("/identifiers/0/value", "[XX]harbour$"),
        ],
        "EE-01",
    ),
];

#[test]
fn true_texts_are_left_alone() {
    for (kind, changes, code) in LEFT_ALONE {
        let changes: Vec<(&str, Value)> = changes.iter().map(|(at, to)| (*at, json!(to))).collect();
        let found = serious(&Bench::demo().check(&mutant(*kind, &changes)));
        let told = found.iter().any(|finding| finding.contains(code));
        assert!(!told, "{kind} {changes:?}: {found:?}");
    }
}

#[test]
fn a_silent_sender_is_called_back_as_before_and_a_desk_of_its_state_too() {
    let call = |number: &str, desk: Option<&str>| {
        let changes = [
            ("/evidence/subtype", json!("emergency")),
            ("/emergency/call_back", json!(number)),
            (
                "/contacts",
                json!([{"kind": "verification", "phone": "+999 1 555 0100"}]),
            ),
        ];
        let content = mutant(Kind::ElectronicEvidence, &changes);
        Bench::demo().with_kind(Kind::ElectronicEvidence, |ctx| {
            let mut silent = ctx.from_authority.clone();
            (silent.phone, silent.duty_phone) = (None, None);
            silent.contacts.clear();
            let mut other = silent.clone();
            other.duty_phone = desk.map(ToOwned::to_owned);
            let ctx = CheckContext {
                from_authority: &silent,
                desks: &[other],
                ..*ctx
            };
            !serious(&check(&content, &ctx)).contains(&"B EE-08 /emergency/call_back".to_owned())
        })
    };
    assert!(
        call("+999 1 555 0100", None),
        "the contact for verification"
    );
    assert!(
        call("+999 1 555 0100", Some("+999 1 555 0777")),
        "still, though a desk has a number"
    );
    assert!(
        call("+999 1 555 0777", Some("+999 1 555 0777")),
        "a desk of the State"
    );
    assert!(
        !call("+999 1 555 0666", Some("+999 1 555 0777")),
        "nobody's number"
    );
}
