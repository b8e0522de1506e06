//! What lies around the content: the addressee, the hour, the age of the data, what is pending, who asks whom.

use serde_json::json;

use super::mutants::changed;
use super::*;

#[test]
fn eighteen_on_the_day_is_no_minor() {
    let content = changed(&[("/persons/0/born_on", json!("2007-03-14"))]);
    assert_eq!(verdict(&Bench::demo().check(&content)), Verdict::Sendable);
}

#[test]
fn an_undertaking_stands_in_for_a_treaty() {
    let base = [
        ("/offences/0/category", json!("cultural_property")),
        ("/legal_basis", json!([])),
    ];
    let with = |said: &str| {
        let mut changes = base.to_vec();
        changes.push((
            "/reciprocity",
            json!({"undertaking": said, "text": "Arvenia will grant the like in a like case"}),
        ));
        Bench::demo().check(&changed(&changes))
    };
    assert_eq!(verdict(&with("undertaking_attached")), Verdict::Sendable);
    for not_enough in ["none", "unknown", "case_by_case_attached"] {
        let blocks = of_level(&with(not_enough), Level::Block);
        assert_eq!(blocks, ["LB-05 /reciprocity/undertaking"], "{not_enough}");
    }
}

#[test]
fn an_urgent_request_may_be_read_in_an_urgent_language() {
    let mut bench = Bench::demo();
    bench.from = "XB".parse().expect("code");
    bench.to = "XA".parse().expect("code");
    let swapped = |lang: &str| {
        changed(&[
            ("/requesting/state", json!("XB")),
            ("/requested/state", json!("XA")),
            ("/languages/original", json!(lang)),
            (
                "/urgency",
                json!({"level": "urgent", "reason": "flight_risk", "text": "He has booked a flight for tomorrow",
                       "latest_useful_on": "2026-03-09"}),
            ),
        ])
    };
    assert!(of_level(&bench.check(&swapped("en")), Level::Block).is_empty());
    assert_eq!(
        of_level(&bench.check(&swapped("es")), Level::Block),
        ["GEN-06 /languages/original"]
    );
}

#[test]
fn the_same_matter_twice_is_linked_or_explained() {
    let mut bench = Bench::demo();
    bench.pending = vec![PendingMatter::of(
        "XA-CA-2026-000007-K",
        &bench.to,
        &example(),
    )];
    let findings = bench.check(&example());
    assert_eq!(of_level(&findings, Level::Warn), ["GEN-07 /related"]);
    let linked = changed(&[(
        "/related",
        json!([{"kind": "same_matter_pending", "number": "XA-CA-2026-000007-K"}]),
    )]);
    assert_eq!(verdict(&bench.check(&linked)), Verdict::Sendable);
}

#[test]
fn an_addressee_without_the_function_is_refused() {
    let bench = Bench::demo();
    bench.with(|ctx| {
        let court = bench
            .directory
            .authority(&bench.to, &"court".parse().expect("id"))
            .expect("court");
        let findings = check(
            &changed(&[("/requested/authority", json!("court"))]),
            &CheckContext {
                to_authority: court,
                ..*ctx
            },
        );
        assert_eq!(
            of_level(&findings, Level::Block),
            ["DIR-02 /requested/authority"]
        );
        let fiu = bench
            .directory
            .authority(&bench.from, &"fiu".parse().expect("id"))
            .expect("fiu");
        let findings = check(
            &changed(&[("/requesting/authority", json!("fiu"))]),
            &CheckContext {
                from_authority: fiu,
                ..*ctx
            },
        );
        assert_eq!(
            of_level(&findings, Level::Block),
            ["GEN-08 /signatory/power"]
        );
    });
}

#[test]
fn a_closed_office_is_a_hint_or_a_warning() {
    let mut bench = Bench::demo();
    // Friday in Belmora.
    bench.now = "2026-03-06T09:00:00Z".parse().expect("time");
    let hints = of_level(&bench.check(&example()), Level::Hint);
    assert!(
        hints.contains(&"DIR-04 /requested/authority".to_owned()),
        "{hints:?}"
    );
}

#[test]
fn old_data_on_treaties_is_a_warning() {
    let mut bench = Bench::demo();
    bench.directory = demo("2025-08-01".parse().expect("date")).expect("demo");
    assert_eq!(
        of_level(&bench.check(&example()), Level::Warn),
        ["DIR-01 /requested/authority", "LB-07 /legal_basis"]
    );
}

#[test]
fn unknown_and_withheld_are_answers_where_nothing_must_be_known() {
    let content = changed(&[
        (
            "/persons/0/address",
            json!({"withheld": "safety of the family"}),
        ),
        ("/persons/0/birth_place", json!("unknown")),
        ("/proceeding/number", json!("not_applicable")),
        ("/annex", json!({"anything": ["goes", {"here": 1}]})),
    ]);
    assert_eq!(verdict(&Bench::demo().check(&content)), Verdict::Sendable);
}

/// The addressee's entry as the directory might have it.
fn with_entry(change: impl FnOnce(&mut crate::state::Authority)) -> Vec<String> {
    let bench = Bench::demo();
    bench.with(|ctx| {
        let mut entry = ctx.to_authority.clone();
        change(&mut entry);
        let ctx = CheckContext {
            to_authority: &entry,
            ..*ctx
        };
        check(&example(), &ctx)
            .iter()
            .filter(|finding| finding.code.starts_with("DIR-"))
            .map(|finding| {
                format!(
                    "{} {} {}",
                    finding.level.letter(),
                    finding.code,
                    finding.field
                )
            })
            .collect()
    })
}

#[test]
fn an_entry_is_judged_by_what_it_says_and_by_nothing_else() {
    use crate::state::{KeyChange, TestMessage};
    let day = |text: &str| Some(text.parse().expect("a day"));
    let change = |persons, compared_on| {
        Some(KeyChange {
            on: "2026-02-20".parse().expect("a day"),
            persons,
            compared_on,
        })
    };
    let test = |sent: &str, answered_on| {
        Some(TestMessage {
            sent_on: sent.parse().expect("a day"),
            answered_on,
        })
    };
    let nothing = Vec::<String>::new();
    // The demo's day is 2 March 2026.
    assert_eq!(with_entry(|entry| entry.verified_on = None), nothing);
    assert_eq!(
        with_entry(|entry| entry.verified_on = day("2025-09-03")),
        nothing
    );
    assert_eq!(
        with_entry(|entry| entry.verified_on = day("2025-09-02")),
        ["W DIR-01 /requested/authority"]
    );
    assert_eq!(
        with_entry(|entry| entry.key_valid_until = day("2026-03-02")),
        nothing
    );
    for over in [
        with_entry(|entry| entry.key_valid_until = day("2026-03-01")),
        with_entry(|entry| entry.key_revoked_on = day("2026-03-02")),
    ] {
        assert_eq!(over, ["B DIR-03 /requested/authority"]);
    }
    assert_eq!(
        with_entry(|entry| entry.key_revoked_on = day("2026-03-03")),
        nothing
    );
    assert_eq!(
        with_entry(|entry| entry.key_change = change(2, day("2026-02-21"))),
        nothing
    );
    for unchecked in [
        with_entry(|entry| entry.key_change = change(1, day("2026-02-21"))),
        with_entry(|entry| entry.key_change = change(2, None)),
    ] {
        assert_eq!(unchecked, ["B DIR-05 /requested/authority"]);
    }
    assert_eq!(
        with_entry(|entry| entry.last_test = test("2026-03-01", None)),
        ["I DIR-06 /requested/authority"]
    );
    assert_eq!(
        with_entry(|entry| entry.last_test = test("2026-03-02", None)),
        nothing
    );
    assert_eq!(
        with_entry(|entry| entry.last_test = test("2026-02-01", day("2026-02-02"))),
        nothing
    );
}

#[test]
fn what_a_third_state_told_goes_on_with_its_consent_only() {
    for (consent, expected) in [("no", 1), ("", 1), ("unknown", 1), ("yes", 0)] {
        let content = changed(&[
            ("/data_protection/third_state_origin", json!("XE")),
            ("/data_protection/third_state_consent", json!(consent)),
        ]);
        let blocks = of_level(&Bench::demo().check(&content), Level::Block);
        let told = "DP-06 /data_protection/third_state_consent";
        assert_eq!(
            blocks.iter().filter(|b| *b == told).count(),
            expected,
            "{consent}"
        );
    }
}
