//! Spontaneous information: the example and its mutants.

use serde_json::json;

use super::*;

const KIND: Kind = Kind::SpontaneousInformation;

#[test]
fn the_example_is_sendable_and_needs_no_basis() {
    let findings = Bench::demo().check(&mutant(Kind::SpontaneousInformation, &[]));
    assert_eq!(serious(&findings), Vec::<String>::new());
    for finding in &findings {
        assert!(!finding.code.starts_with("LB-"), "{finding:?}");
        assert_ne!(finding.code, "FORM-01", "{finding:?}");
    }
    let hints = of_level(&findings, Level::Hint);
    assert!(
        hints.contains(&"SPO-05 /conditions/use".to_owned()),
        "{hints:?}"
    );
}

#[test]
fn conditions_and_handling_are_stated_even_where_there_are_none() {
    let used = ["B SPO-01 /conditions/use"];
    let onward = ["B SPO-01 /conditions/onward_transfer"];
    let secrecy = ["B SPO-01 /confidentiality/level"];
    judged(
        KIND,
        &[],
        &[
            (&[("/conditions/use", json!(null))], &used),
            (&[("/conditions/use", json!(""))], &used),
            (&[("/conditions/use", json!("unknown"))], &used),
            (&[("/conditions/use", json!("not_applicable"))], &used),
            (&[("/conditions/onward_transfer", json!(null))], &onward),
            (&[("/conditions/onward_transfer", json!(" "))], &onward),
            (
                &[("/conditions/onward_transfer", json!("unknown"))],
                &onward,
            ),
            (&[("/confidentiality/level", json!(null))], &secrecy),
            (&[("/confidentiality/level", json!("unknown"))], &secrecy),
            (
                &[("/conditions", json!(null))],
                &[
                    "B SPO-01 /conditions/onward_transfer",
                    "B SPO-01 /conditions/use",
                ],
            ),
            (
                &[("/conditions/use", json!("as you like"))],
                &["B GEN-10 /conditions/use"],
            ),
            (&[("/conditions/text", json!(null))], &[]),
            (
                &[("/handling/use_code", json!(null))],
                &["B SPO-02 /handling/use_code"],
            ),
            (
                &[("/handling/use_code", json!("unknown"))],
                &["B SPO-02 /handling/use_code"],
            ),
            (&[("/handling/tlp", json!(""))], &["B SPO-02 /handling/tlp"]),
            (
                &[("/handling", json!(null))],
                &["B SPO-02 /handling/tlp", "B SPO-02 /handling/use_code"],
            ),
        ],
    );
}

#[test]
fn what_may_be_evidence_comes_with_a_certificate() {
    let lacking = ["W SPO-03 /conditions/certificate"];
    judged(
        KIND,
        &[],
        &[
            (&[("/conditions/use", json!("evidence"))], &lacking),
            (&[("/conditions/use", json!("none"))], &lacking),
            (
                &[
                    ("/conditions/use", json!("evidence")),
                    ("/conditions/certificate", json!("none")),
                ],
                &lacking,
            ),
            (
                &[
                    ("/conditions/use", json!("evidence")),
                    ("/conditions/certificate", json!("attached")),
                ],
                &[],
            ),
            (
                &[
                    ("/conditions/use", json!("none")),
                    ("/conditions/certificate", json!("on_request")),
                ],
                &[],
            ),
            (&[("/conditions/use", json!("evidence_with_consent"))], &[]),
            (&[("/conditions/use", json!("lead_only"))], &[]),
        ],
    );
}

#[test]
fn a_summary_stands_before_the_closed_content() {
    let lacking = ["B SPO-04 /information/summary"];
    judged(
        KIND,
        &[],
        &[
            (&[("/information/summary", json!(null))], &lacking),
            (&[("/information/summary", json!(""))], &lacking),
            (&[("/information/summary", json!("unknown"))], &lacking),
            (
                &[("/information/summary", json!("known terrorist"))],
                &lacking,
            ),
            (&[("/information/obtained_how", json!(null))], &[]),
        ],
    );
}

#[test]
fn biometrics_say_how_old_and_how_good_they_are() {
    let day = ["W SPO-06 /persons/0/biometrics_taken_on"];
    let quality = ["W SPO-06 /persons/0/biometrics_quality"];
    judged(
        KIND,
        &[],
        &[
            (&[("/persons/0/biometrics_taken_on", json!(null))], &day),
            (
                &[("/persons/0/biometrics_taken_on", json!("unknown"))],
                &day,
            ),
            (&[("/persons/0/biometrics_quality", json!(""))], &quality),
            (
                &[("/persons/0/biometrics_quality", json!("unknown"))],
                &quality,
            ),
            (
                &[
                    ("/persons/0/biometrics", json!([])),
                    ("/persons/0/biometrics_taken_on", json!("")),
                ],
                &[],
            ),
            (
                &[("/persons/0/biometrics_taken_on", json!("2026-05-01"))],
                &["B GEN-03 /persons/0/biometrics_taken_on"],
            ),
            (
                &[("/data_protection/special_categories_reason", json!(""))],
                &["B DP-02 /data_protection/special_categories_reason"],
            ),
        ],
    );
}

#[test]
fn a_third_state_is_asked_first() {
    let consent = ["B SPO-07 /data_protection/third_state_consent"];
    let from = |state: &str| ("/data_protection/third_state_origin", json!(state));
    let said = |word: &str| ("/data_protection/third_state_consent", json!(word));
    judged(
        KIND,
        &[],
        &[
            (&[from("XC")], &consent),
            (&[from("XC"), said("")], &consent),
            (&[from("XC"), said("unknown")], &consent),
            (&[from("XC"), said("no")], &consent),
            (&[from("XC"), said("yes")], &[]),
            (&[from("XA")], &[]),
            (&[from("XB")], &[]),
            (&[from("unknown")], &[]),
        ],
    );
}

#[test]
fn it_is_looked_at_again_in_time() {
    let late = ["W SPO-08 /conditions/review_on"];
    judged(
        KIND,
        &[],
        &[
            (&[("/conditions/review_on", json!("2031-03-02"))], &[]),
            (&[("/conditions/review_on", json!("2031-03-03"))], &late),
            (&[("/conditions/review_on", json!("2040-01-01"))], &late),
            (
                &[("/conditions/review_on", json!("2026-02-01"))],
                &["B GEN-03 /conditions/review_on"],
            ),
            (
                &[("/conditions/expires_on", json!("2026-02-01"))],
                &["B GEN-03 /conditions/expires_on"],
            ),
            (&[("/conditions/review_on", json!(null))], &[]),
        ],
    );
}

#[test]
fn whoever_has_it_may_tell_whoever_needs_it() {
    let bench = Bench::demo();
    let content = mutant(
        Kind::SpontaneousInformation,
        &[
            ("/requesting/authority", json!("fiu")),
            ("/requested/authority", json!("border")),
        ],
    );
    bench.with_kind(Kind::SpontaneousInformation, |ctx| {
        let named = |state: &StateCode, id: &str| {
            bench
                .directory
                .authority(state, &id.parse().expect("id"))
                .expect("there")
        };
        let ctx = CheckContext {
            from_authority: named(&bench.from, "fiu"),
            to_authority: named(&bench.to, "border"),
            ..*ctx
        };
        assert_eq!(serious(&check(&content, &ctx)), Vec::<String>::new());
    });
}
