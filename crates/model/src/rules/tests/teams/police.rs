//! The request from police to police: mutants, and what lies around it.

use serde_json::{Value, json};

use super::*;
use crate::state::StateProfile;

const KIND: Kind = Kind::Police;

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn one_thing_wrong_is_named() {
    let purpose = &["B POL-01 /inquiry/purpose"];
    let title = &["B POL-01 /offences/0/title"];
    let category = &["B POL-01 /offences/0/category"];
    let necessity = &["W POL-02 /measures/2/necessity"];
    let coercive = &["B POL-03 /measures/0/kind"];
    let consent = &["W POL-06 /terms/consent_of"];
    let refused = &["B POL-05 /reply/refusal_code"];
    let mutants: &[Mutant<'_>] = &[
        (&[("/inquiry/purpose", Value::Null)], purpose),
        (&[("/inquiry/purpose", json!(""))], purpose),
        (&[("/inquiry/purpose", json!("unknown"))], purpose),
        (&[("/inquiry/purpose", json!("not_applicable"))], purpose),
        (&[("/inquiry", Value::Null)], purpose),
        (&[("/offences", Value::Null)], &["B POL-01 /offences"]),
        (&[("/offences", json!([]))], &["B POL-01 /offences"]),
        (&[("/offences/0", Value::Null)], &["B POL-01 /offences"]),
        (&[("/offences/0/title", Value::Null)], title),
        (&[("/offences/0/title", json!("  "))], title),
        (&[("/offences/0/title", json!("unknown"))], title),
        (&[("/offences/0/category", Value::Null)], category),
        (&[("/offences/0/category", json!("unknown"))], category),
        // sensitive data
        (&[("/measures/2/necessity", Value::Null)], necessity),
        (&[("/measures/2/necessity", json!("useful"))], necessity),
        (&[("/measures/2/necessity", json!("unknown"))], necessity),
        (
            &[("/measures/0/kind", json!("face_comparison"))],
            &["W POL-02 /measures/0/necessity"],
        ),
        (
            &[("/measures/0/kind", json!("health_data"))],
            &["W POL-02 /measures/0/necessity"],
        ),
        (
            &[("/measures/1/kind", json!("associates"))],
            &["W POL-02 /measures/1/necessity"],
        ),
        (
            &[("/measures/0/kind", json!("dna_comparison"))],
            &[
                "B DP-02 /data_protection/special_categories_reason",
                "W POL-02 /measures/0/necessity",
            ],
        ),
        // what only a court can order
        (&[("/measures/0/kind", json!("search"))], coercive),
        (&[("/measures/0/kind", json!("seizure"))], coercive),
        (&[("/measures/0/kind", json!("interception"))], coercive),
        (
            &[("/measures/0/kind", json!("bank_transactions"))],
            coercive,
        ),
        (&[("/measures/0/kind", json!("stored_data"))], coercive),
        (&[("/measures/0/kind", json!("subscriber_data"))], coercive),
        (&[("/measures/0/kind", json!("covert"))], coercive),
        (&[("/measures/0/kind", json!("statement"))], coercive),
        (&[("/measures/0/kind", json!("video_hearing"))], coercive),
        (&[("/measures/0/kind", json!("service"))], coercive),
        (
            &[("/measures/0/kind", json!("controlled_delivery"))],
            coercive,
        ),
        (&[("/measures/0/kind", json!("tracing_proceeds"))], &[]),
        (&[("/measures/0/kind", json!("company_record"))], &[]),
        // refusal
        (&[("/reply/result", json!("refused"))], refused),
        (&[("/reply/result", json!("given_in_part"))], refused),
        (
            &[(
                "/reply",
                json!({"result": "refused", "refusal_code": "unknown"}),
            )],
            refused,
        ),
        (
            &[(
                "/reply",
                json!({"result": "refused", "refusal_code": "not_held"}),
            )],
            &[],
        ),
        (&[("/reply/result", json!("given"))], &[]),
        // use as evidence
        (&[("/terms/use", json!("evidence_with_consent"))], consent),
        (&[("/use_limits/purposes", json!(["evidence"]))], consent),
        (
            &[
                ("/terms/use", json!("evidence_with_consent")),
                ("/terms/consent_of", json!("any")),
            ],
            consent,
        ),
        (
            &[
                ("/terms/use", json!("evidence_with_consent")),
                (
                    "/terms/consent_of",
                    json!("Prosecutor General’s Office of Belmora"),
                ),
            ],
            &[],
        ),
        // what every request has
        (
            &[("/facts/happened_from", json!("2026-03-03"))],
            &[
                "B GEN-03 /facts/happened_from",
                "B GEN-03 /facts/happened_until",
            ],
        ),
        (
            &[
                ("/measures/1/period_from", json!("2025-03-20")),
                ("/measures/1/period_until", json!("2025-01-15")),
            ],
            &["B GEN-03 /measures/1/period_until"],
        ),
        (
            &[("/urgency/level", json!("urgent"))],
            &[
                "B GEN-05 /urgency/latest_useful_on",
                "B GEN-05 /urgency/reason",
                "B GEN-05 /urgency/text",
            ],
        ),
        (
            &[("/languages/original", json!("fr"))],
            &["B GEN-06 /languages/original"],
        ),
        (
            &[("/signatory/name", Value::Null)],
            &["B GEN-08 /signatory/name"],
        ),
        (
            &[("/requested/authority", json!("fiu"))],
            &["B DIR-02 /requested/authority"],
        ),
        (
            &[("/requesting/authority", json!("fiu"))],
            &["B GEN-08 /signatory/power"],
        ),
        (
            &[("/data_protection/retain_until", json!("unknown"))],
            &["B DP-01 /data_protection/retain_until"],
        ),
        (
            &[("/data_protection/safeguards_clause", json!("no"))],
            &["W DP-03 /data_protection/safeguards_clause"],
        ),
    ];
    each_gives(KIND, mutants);
}

#[test]
fn what_is_to_be_prevented_may_lie_ahead() {
    let ahead = |purpose: &str| {
        serious(&bench(KIND).check_as_named(&mutant(
            KIND,
            &[
                ("/inquiry/purpose", json!(purpose)),
                ("/facts/happened_from", json!("2026-03-09")),
                ("/facts/happened_until", json!("2026-03-09")),
            ],
        )))
    };
    assert_eq!(ahead("prevent"), Vec::<String>::new());
    assert_eq!(
        ahead("investigate"),
        [
            "B GEN-03 /facts/happened_from",
            "B GEN-03 /facts/happened_until"
        ]
    );
}

#[test]
fn the_central_authority_gets_its_copy_where_a_state_says_so() {
    let bench = bench(KIND);
    let hinted = |rule: Option<bool>, copy: &str| {
        let content = mutant(KIND, &[("/terms/copy_to_central", json!(copy))]);
        bench.with(|ctx| {
            let to = StateProfile {
                police_copy_to_central: rule,
                ..ctx.to.clone()
            };
            let findings = check(&content, &CheckContext { to: &to, ..*ctx });
            findings.iter().any(|finding| finding.code == "POL-04")
        })
    };
    assert!(hinted(Some(true), "no"));
    assert!(!hinted(Some(true), "yes"));
    assert!(!hinted(Some(false), "no"));
    assert!(!hinted(None, "no"));
}

#[test]
fn a_request_between_police_needs_no_treaty() {
    let mut bench = bench(KIND);
    bench.directory = demo("2020-01-01".parse().expect("date")).expect("demo");
    let findings = bench.check(&mutant(KIND, &[]));
    assert!(
        !findings
            .iter()
            .any(|finding| finding.code.starts_with("LB-")),
        "{findings:#?}"
    );
}
