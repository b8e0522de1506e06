//! Electronic evidence: the example, its mutants, and the other kinds of request made from it.

mod around;
mod emergency;

use serde_json::json;

use super::*;

const KIND: Kind = Kind::ElectronicEvidence;

#[test]
fn the_example_is_sendable() {
    judged(KIND, &[], &[(&[], &[])]);
    let content = mutant(Kind::ElectronicEvidence, &[]);
    let hints = of_level(&Bench::demo().check(&content), Level::Hint);
    assert!(
        hints.contains(&"EE-04 /evidence/subtype".to_owned()),
        "{hints:?}"
    );
    assert!(
        !hints.iter().any(|hint| hint.starts_with("FORM-01")),
        "{hints:?}"
    );
}

#[test]
fn what_is_asked_for_is_never_open() {
    let open = ["B GEN-10 /evidence/subtype"];
    judged(
        KIND,
        &[],
        &[
            (&[("/evidence/subtype", json!(null))], &open),
            (&[("/evidence/subtype", json!(" "))], &open),
            (&[("/evidence/subtype", json!("unknown"))], &open),
            (&[("/evidence/subtype", json!("everything"))], &open),
        ],
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_json_gives_findings_and_no_panic(content in any_json()) {
        for kind in [Kind::ElectronicEvidence, Kind::SpontaneousInformation] {
            let bench = Bench { kind, ..Bench::demo() };
            let findings = bench.with(|ctx| check(&content, ctx));
            prop_assert_eq!(verdict(&findings), Verdict::Blocked);
        }
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn a_preservation_names_what_is_kept_and_why() {
    let b = |field: &'static str| [field];
    let value = b("B EE-01 /identifiers/0/value");
    let necessity = b("B EE-03 /evidence/necessity");
    let intention = b("B EE-03 /follow_up/mla_intended");
    judged(
        KIND,
        &[],
        &[
            // identifiers
            (&[("/identifiers", json!(null))], &["B EE-01 /identifiers"]),
            (&[("/identifiers", json!([]))], &["B EE-01 /identifiers"]),
            (&[("/identifiers/0/value", json!(null))], &value),
            (&[("/identifiers/0/value", json!(" "))], &value),
            (&[("/identifiers/0/value", json!("unknown"))], &value),
            (&[("/identifiers/0/value", json!("*"))], &value),
            (&[("/identifiers/0/value", json!("harbour*"))], &value),
            (
                &[("/identifiers/0/value", json!("all users of the channel"))],
                &value,
            ),
            (
                &[("/identifiers/0/value", json!("users of harbour.lantern"))],
                &value,
            ),
            (
                &[("/identifiers/0/value", json!("tous les comptes"))],
                &value,
            ),
            (
                &[("/identifiers/0/value", json!("该频道的所有用户"))],
                &value,
            ),
            (
                &[("/identifiers/0/value", json!("the account of the suspect"))],
                &value,
            ),
            (
                &[(
                    "/identifiers/0",
                    json!({"kind": "email", "value": "lantern"}),
                )],
                &value,
            ),
            (
                &[(
                    "/identifiers/0",
                    json!({"kind": "phone", "value": "mobile"}),
                )],
                &value,
            ),
            (
                &[(
                    "/identifiers/0",
                    json!({"kind": "file_hash", "value": "the picture"}),
                )],
                &value,
            ),
            (
                &[("/identifiers/1/value", json!("203.0.113.0/24"))],
                &["B EE-01 /identifiers/1/value"],
            ),
            (
                &[("/identifiers/1/value", json!("203.0.113.x"))],
                &["B EE-01 /identifiers/1/value"],
            ),
            // addresses
            (
                &[("/identifiers/1/seen_at", json!(null))],
                &["B EE-02 /identifiers/1/seen_at"],
            ),
            (
                &[("/identifiers/1/seen_at", json!("unknown"))],
                &["B EE-02 /identifiers/1/seen_at"],
            ),
            (
                &[("/identifiers/1/seen_at", json!("2026-02-18T21:14:05"))],
                &["B EE-02 /identifiers/1/seen_at"],
            ),
            (
                &[("/identifiers/1/seen_at", json!("18 February, evening"))],
                &["B GEN-03 /identifiers/1/seen_at"],
            ),
            (
                &[("/identifiers/1/seen_at", json!("2026-02-18"))],
                &["B GEN-03 /identifiers/1/seen_at"],
            ),
            (
                &[("/identifiers/1/seen_at", json!("2026-03-18T21:14:05Z"))],
                &["B GEN-03 /identifiers/1/seen_at"],
            ),
            (
                &[("/identifiers/1/port", json!(null))],
                &["W EE-02 /identifiers/1/port"],
            ),
            (
                &[("/identifiers/1/port", json!("unknown"))],
                &["W EE-02 /identifiers/1/port"],
            ),
            (
                &[("/identifiers/1/port", json!(0))],
                &["W EE-02 /identifiers/1/port"],
            ),
            (
                &[(
                    "/identifiers/1",
                    json!({"kind": "other", "value": "203.0.113.41"}),
                )],
                &[
                    "B EE-02 /identifiers/1/seen_at",
                    "W EE-02 /identifiers/1/port",
                ],
            ),
            // necessity and intention
            (&[("/evidence/necessity", json!(null))], &necessity),
            (&[("/evidence/necessity", json!(""))], &necessity),
            (&[("/evidence/necessity", json!("unknown"))], &necessity),
            (&[("/evidence/necessity", json!("very urgent"))], &necessity),
            (&[("/follow_up/mla_intended", json!(null))], &intention),
            (&[("/follow_up/mla_intended", json!("no"))], &intention),
            (&[("/follow_up/mla_intended", json!("unknown"))], &intention),
            (&[("/follow_up", json!(null))], &intention),
            // when the request for the data is expected
            (&[("/follow_up/mla_by_on", json!(null))], &[]),
            (&[("/follow_up/mla_by_on", json!("2026-05-01"))], &[]),
            (
                &[("/follow_up/mla_by_on", json!("2026-05-02"))],
                &["W EE-09 /follow_up/mla_by_on"],
            ),
            (
                &[("/evidence/preserve_until_on", json!("2026-04-01"))],
                &["W EE-09 /follow_up/mla_by_on"],
            ),
            (
                &[
                    ("/evidence/preserve_until_on", json!("2026-06-30")),
                    ("/follow_up/mla_by_on", json!("2026-06-01")),
                ],
                &[],
            ),
            (
                &[("/follow_up/mla_by_on", json!("2026-02-27"))],
                &["B GEN-03 /follow_up/mla_by_on"],
            ),
        ],
    );
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn a_period_is_whole_in_order_and_where_data_can_be() {
    let from = ["B EE-05 /evidence/period_from"];
    let until = ["B EE-05 /evidence/period_until"];
    judged(
        KIND,
        &[],
        &[
            (&[("/evidence/period_from", json!(null))], &from),
            (&[("/evidence/period_from", json!(""))], &from),
            (&[("/evidence/period_from", json!("unknown"))], &from),
            (&[("/evidence/period_from", json!("any"))], &from),
            (&[("/evidence/period_until", json!(null))], &until),
            (
                &[("/evidence/period_until", json!("not_applicable"))],
                &until,
            ),
            (
                &[
                    ("/evidence/period_from", json!(null)),
                    ("/evidence/period_until", json!(null)),
                ],
                &from,
            ),
            (
                &[("/evidence/period_until", json!("2026-01-31T23:59:59Z"))],
                &until,
            ),
            // The same wall clock, one hour earlier for its zone.
            (
                &[("/evidence/period_until", json!("2026-02-01T00:00:00+01:00"))],
                &until,
            ),
            (
                &[("/evidence/period_until", json!("2026-03-02T23:59:59Z"))],
                &[],
            ),
            (
                &[("/evidence/period_until", json!("2026-03-03T00:00:00Z"))],
                &until,
            ),
            (
                &[
                    ("/evidence/period_from", json!("2026-04-01T00:00:00Z")),
                    ("/evidence/period_until", json!("2026-04-30T00:00:00Z")),
                ],
                &from,
            ),
            (
                &[("/evidence/period_until", json!("2026-02-26"))],
                &["B GEN-03 /evidence/period_until"],
            ),
            (
                &[("/evidence/period_until", json!("2026-02-30T10:00Z"))],
                &["B GEN-03 /evidence/period_until"],
            ),
            (
                &[("/evidence/period_until", json!("2026-02-26T23:59:59"))],
                &["B GEN-03 /evidence/period_until"],
            ),
        ],
    );
    let real_time = [
        ("/evidence/subtype", json!("real_time_traffic")),
        ("/evidence/period_from", json!("2026-03-03T00:00:00Z")),
        ("/evidence/period_until", json!("2026-04-03T00:00:00Z")),
    ];
    judged(
        KIND,
        &real_time,
        &[
            (&[], &[]),
            (
                &[
                    ("/evidence/period_until", json!("2026-03-02T08:00:00Z")),
                    ("/evidence/period_from", json!("2026-03-01T08:00:00Z")),
                ],
                &until,
            ),
        ],
    );
}

#[test]
fn a_subscriber_is_told_by_a_moment_or_a_period() {
    let base = [
        ("/evidence/subtype", json!("subscriber")),
        ("/evidence/data_types", json!(["subscriber"])),
        ("/evidence/aim", json!(["identify_user"])),
        ("/follow_up", json!({"mla_intended": "no"})),
    ];
    judged(
        KIND,
        &base,
        &[
            (&[], &[]),
            (
                &[
                    ("/identifiers/0", json!(null)),
                    ("/evidence/period_from", json!(null)),
                    ("/evidence/period_until", json!(null)),
                ],
                &[],
            ),
            (
                &[
                    ("/evidence/period_from", json!(null)),
                    ("/evidence/period_until", json!(null)),
                ],
                &["B EE-05 /evidence/period_from"],
            ),
            (
                &[("/evidence/data_types", json!(["subscriber", "mailbox"]))],
                &["W EE-06 /evidence/data_types"],
            ),
        ],
    );
}

#[test]
fn content_is_asked_for_where_less_would_not_do() {
    let base = [
        ("/evidence/subtype", json!("content")),
        ("/evidence/data_types", json!(["messages"])),
        ("/evidence/aim", json!(["prove_content"])),
        (
            "/evidence/proportionality",
            json!("Only the words themselves show that the attack was agreed."),
        ),
    ];
    judged(
        KIND,
        &base,
        &[
            (&[], &[]),
            (
                &[("/evidence/aim", json!(["identify_user"]))],
                &["W EE-06 /evidence/aim"],
            ),
            (
                &[("/evidence/proportionality", json!(null))],
                &["W EE-06 /evidence/proportionality"],
            ),
            (
                &[("/evidence/proportionality", json!("it is needed"))],
                &["W EE-06 /evidence/proportionality"],
            ),
            (&[("/evidence/subtype", json!("provider_direct"))], &[]),
            (
                &[
                    ("/evidence/subtype", json!("provider_direct")),
                    ("/evidence/proportionality", json!("")),
                ],
                &["W EE-06 /evidence/proportionality"],
            ),
            (
                &[("/evidence/subtype", json!("traffic"))],
                &["W EE-06 /evidence/data_types"],
            ),
            // Nothing is disclosed yet.
            (
                &[
                    ("/evidence/subtype", json!("preservation")),
                    ("/evidence/proportionality", json!(null)),
                ],
                &[],
            ),
            // Neither intention nor necessity is asked of who asks for the data themselves.
            (
                &[
                    ("/follow_up", json!(null)),
                    ("/evidence/necessity", json!("")),
                ],
                &[],
            ),
        ],
    );
}

#[test]
fn the_provider_is_where_the_request_goes() {
    let state = ["B EE-10 /evidence/provider_state"];
    judged(
        KIND,
        &[],
        &[
            (&[("/evidence/provider_state", json!("XC"))], &state),
            (&[("/evidence/provider_state", json!("XA"))], &state),
            (
                &[("/evidence/provider", json!("Arvenia Telecom SA"))],
                &["B EE-10 /evidence/provider"],
            ),
            (
                &[
                    ("/evidence/provider_state", json!("unknown")),
                    ("/evidence/provider", json!("ARVENIA TELECOM")),
                ],
                &["B EE-10 /evidence/provider"],
            ),
            // Nobody's list is complete.
            (&[("/evidence/provider", json!("Quietmail"))], &[]),
            (&[("/evidence/provider_state", json!(null))], &[]),
        ],
    );
}

#[test]
fn a_provider_known_in_a_further_state_is_named_with_it() {
    let mut bench = Bench::demo();
    let mut third = bench.directory.state(&bench.to).expect("XB").clone();
    third.code = "XC".parse().expect("code");
    third.service_providers = vec!["Quietmail".to_owned()];
    bench.directory.add(third, Vec::new());
    let content = mutant(
        Kind::ElectronicEvidence,
        &[("/evidence/provider", json!("Quietmail Ltd"))],
    );
    let findings = bench.check(&content);
    assert_eq!(serious(&findings), ["B EE-10 /evidence/provider"]);
    let state = findings
        .first()
        .and_then(|finding| finding.args.get("state"));
    assert_eq!(state.map(String::as_str), Some("XC"));
}

#[test]
fn hints_lead_to_the_next_step() {
    let hints = |changes: &[(&str, Value)]| {
        let content = mutant(Kind::ElectronicEvidence, changes);
        of_level(&Bench::demo().check(&content), Level::Hint)
    };
    let next = hints(&[
        ("/evidence/subtype", json!("partial_disclosure")),
        ("/evidence/next_provider", json!("Quietmail, Drethia")),
    ]);
    assert!(
        next.contains(&"EE-11 /evidence/next_provider".to_owned()),
        "{next:?}"
    );
    let early = hints(&[("/identifiers/0/created_on", json!("2026-02-10"))]);
    assert!(
        early.contains(&"EE-12 /evidence/period_from".to_owned()),
        "{early:?}"
    );
    assert!(!hints(&[]).iter().any(|hint| hint.starts_with("EE-1")));
}

#[test]
fn an_extension_is_a_preservation_and_names_the_first_one() {
    let check = crate::number::check_character("XA-CA-2026-000007").expect("a character");
    let base = [
        ("/evidence/subtype", json!("extension")),
        ("/relation", json!("extension")),
        ("/parent", json!(format!("XA-CA-2026-000007-{check}"))),
    ];
    judged(
        KIND,
        &base,
        &[
            (&[], &[]),
            (&[("/parent", json!(null))], &["B GEN-01 /parent"]),
            (
                &[("/evidence/necessity", json!(""))],
                &["B EE-03 /evidence/necessity"],
            ),
            (
                &[("/follow_up/mla_by_on", json!("2026-07-01"))],
                &["W EE-09 /follow_up/mla_by_on"],
            ),
        ],
    );
}
