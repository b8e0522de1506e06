//! Provisional arrest: the mutants of the example.

use serde_json::json;

use super::*;

#[test]
fn each_mutant_of_a_provisional_arrest_is_named_and_nothing_else() {
    surrender::judged_lines(
        Kind::ProvisionalArrest,
        include_str!("mutants/provisional_arrest.txt"),
    );
}

#[test]
fn no_offence_gives_no_arrest() {
    let found = serious(&Bench::demo().check(&mutant(
        Kind::ProvisionalArrest,
        &[("/offences", json!([]))],
    )));
    assert!(found.contains(&"B PA-03 /offences".to_owned()), "{found:?}");
}

#[test]
fn a_channel_left_open_is_a_hint() {
    let hints = of_level(
        &Bench::demo().check(&mutant(
            Kind::ProvisionalArrest,
            &[("/channel", Value::Null)],
        )),
        Level::Hint,
    );
    assert!(
        hints.contains(&"PA-06 /channel/kind".to_owned()),
        "{hints:?}"
    );
}

/// An arrest and the extradition that follows are two matters; the same arrest asked twice is one.
#[test]
fn the_same_arrest_pending_is_told() {
    let content = mutant(Kind::ProvisionalArrest, &[]);
    let pending = |kind| {
        PendingMatter::of(
            "XA-CA-2026-000001-X",
            &"XB".parse().expect("code"),
            &mutant(kind, &[]),
        )
    };
    for (kind, expected) in [
        (Kind::ProvisionalArrest, &["W GEN-07 /related"][..]),
        (Kind::Extradition, &[]),
    ] {
        let bench = Bench {
            pending: vec![pending(kind)],
            ..Bench::demo()
        };
        assert_eq!(serious(&bench.check(&content)), expected, "{kind}");
    }
}

#[test]
fn a_duty_desk_takes_an_urgent_arrest_and_no_extradition() {
    let mut bench = Bench::demo();
    let profile = bench.directory.state(&bench.to).expect("XB").clone();
    let authorities = bench
        .directory
        .authorities(&bench.to)
        .cloned()
        .map(|mut authority| {
            if authority.id.as_str() == "ca" {
                authority.functions = [crate::Function::DutyDesk247].into();
            }
            authority
        })
        .collect();
    bench.directory.add(profile, authorities);
    for (kind, expected) in [
        (Kind::ProvisionalArrest, &[][..]),
        (Kind::Extradition, &["B DIR-02 /requested/authority"]),
    ] {
        assert_eq!(
            serious(&bench.check(&mutant(kind, &[]))),
            expected,
            "{kind}"
        );
    }
}
