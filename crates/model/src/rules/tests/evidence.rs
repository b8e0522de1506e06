//! Electronic evidence: the example, its mutants, and the other kinds of request made from it.

use serde_json::json;

use super::*;

/// Changes to the example, and every B and W that follows.
type Mutant<'a> = (&'a [(&'a str, Value)], &'a [&'a str]);

fn judged(base: &[(&str, Value)], mutants: &[Mutant<'_>]) {
    let mut faults = Vec::new();
    for (changes, expected) in mutants {
        let mut all = base.to_vec();
        all.extend(changes.iter().cloned());
        let found = serious(&Bench::demo().check(&mutant(Kind::ElectronicEvidence, &all)));
        if found != *expected {
            faults.push(format!("{changes:?}: {found:?}, expected {expected:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_example_is_sendable() {
    judged(&[], &[(&[], &[])]);
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
fn a_preservation_names_what_is_kept_and_why() {
    let b = |field: &'static str| [field];
    let value = b("B EE-01 /identifiers/0/value");
    let necessity = b("B EE-03 /evidence/necessity");
    let intention = b("B EE-03 /follow_up/mla_intended");
    judged(
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
fn a_period_is_whole_in_order_and_where_data_can_be() {
    let from = ["B EE-05 /evidence/period_from"];
    let until = ["B EE-05 /evidence/period_until"];
    judged(
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

/// An emergency that is one.
fn emergency() -> Vec<(&'static str, Value)> {
    vec![
        ("/evidence/subtype", json!("emergency")),
        ("/evidence/data_types", json!(["location", "messages"])),
        ("/evidence/aim", json!(["locate_person", "avert_danger"])),
        (
            "/urgency",
            json!({"level": "emergency", "reason": "threat_to_life", "latest_useful_on": "2026-03-02",
                   "text": "A second device is announced for tonight"}),
        ),
        (
            "/emergency",
            json!({
                "threat": "The user writes that a second device will go off at the grain quay, where forty people work the night shift.",
                "imminence": "He names tonight, 20:00 local time.",
                "how_data_avert": "A patrol will look for him where his telephone is.",
                "officer": "Nadia Orlen", "officer_number": "PS 2210", "call_back": "+999 1 555 0100"
            }),
        ),
        ("/delivery", json!({"channel": "platform"})),
    ]
}

#[test]
fn an_emergency_is_a_threat_and_can_be_verified() {
    let threat = ["B EE-07 /emergency/threat"];
    let call = ["B EE-08 /emergency/call_back"];
    judged(
        &emergency(),
        &[
            (&[], &[]),
            (&[("/emergency/threat", json!(null))], &threat),
            (&[("/emergency/threat", json!(""))], &threat),
            (&[("/emergency/threat", json!("unknown"))], &threat),
            (
                &[(
                    "/emergency/threat",
                    json!("This is very urgent for our investigation"),
                )],
                &threat,
            ),
            (
                &[("/emergency/imminence", json!("soon"))],
                &["B EE-07 /emergency/imminence"],
            ),
            (
                &[("/emergency/how_data_avert", json!(null))],
                &["B EE-07 /emergency/how_data_avert"],
            ),
            (&[("/emergency/call_back", json!(null))], &call),
            (&[("/emergency/call_back", json!("unknown"))], &call),
            (&[("/emergency/call_back", json!("+999 1 700 8812"))], &call),
            // The same number, written otherwise; another desk of the directory.
            (
                &[("/emergency/call_back", json!("00999 (1) 555-0100"))],
                &[],
            ),
            (&[("/emergency/call_back", json!("+999 1 555 0111"))], &[]),
            // What the directory knows is not overruled by what the request says of itself.
            (
                &[
                    ("/emergency/call_back", json!("+999 1 700 8812")),
                    ("/contacts/2/phone", json!("+999 1 700 8812")),
                ],
                &call,
            ),
            (
                &[("/emergency", json!(null))],
                &[
                    "B EE-07 /emergency/how_data_avert",
                    "B EE-07 /emergency/imminence",
                    "B EE-07 /emergency/threat",
                    "B EE-08 /emergency/call_back",
                ],
            ),
            (
                &[("/evidence/aim", json!(["identify_user"]))],
                &["W EE-06 /evidence/aim"],
            ),
        ],
    );
}

#[test]
fn where_the_directory_is_silent_the_contact_for_verification_counts() {
    let content = mutant(Kind::ElectronicEvidence, &emergency());
    let bench = Bench::demo();
    let silent = |content: &Value| {
        bench.with_kind(Kind::ElectronicEvidence, |ctx| {
            let supposed = ctx.from.supposed_central_authority().expect("supposed");
            let ctx = CheckContext {
                from_authority: &supposed,
                ..*ctx
            };
            serious(&check(content, &ctx))
        })
    };
    assert_eq!(silent(&content), Vec::<String>::new());
    let mut other = emergency();
    other.push(("/contacts/2/phone", json!("+999 1 555 0199")));
    let other = mutant(Kind::ElectronicEvidence, &other);
    assert_eq!(silent(&other), ["B EE-08 /emergency/call_back"]);
}

#[test]
fn the_provider_is_where_the_request_goes() {
    let state = ["B EE-10 /evidence/provider_state"];
    judged(
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

#[test]
fn a_duty_desk_takes_what_cannot_wait() {
    let bench = Bench::demo();
    let to_desk = |subtype: &str| {
        let content = mutant(
            Kind::ElectronicEvidence,
            &[
                ("/evidence/subtype", json!(subtype)),
                (
                    "/evidence/proportionality",
                    json!("Only the words themselves show the agreement."),
                ),
                ("/requested/authority", json!("duty")),
            ],
        );
        bench.with_kind(Kind::ElectronicEvidence, |ctx| {
            let mut desk = bench
                .directory
                .authority(&bench.to, &"duty".parse().expect("id"))
                .expect("a desk")
                .clone();
            desk.functions = BTreeSet::from([crate::Function::DutyDesk247]);
            let ctx = CheckContext {
                to_authority: &desk,
                ..*ctx
            };
            serious(&check(&content, &ctx))
        })
    };
    assert_eq!(to_desk("preservation"), Vec::<String>::new());
    assert_eq!(to_desk("content"), ["B DIR-02 /requested/authority"]);
}

#[test]
fn the_same_account_twice_is_linked_or_explained() {
    let mut bench = Bench::demo();
    let content = mutant(Kind::ElectronicEvidence, &[]);
    bench.pending = vec![PendingMatter::of(
        "XA-CA-2026-000007-K",
        &bench.to,
        &content,
    )];
    assert_eq!(serious(&bench.check(&content)), ["W GEN-07 /related"]);
    let other = mutant(
        Kind::ElectronicEvidence,
        &[(
            "/identifiers",
            json!([{"kind": "account", "value": "grey.gull"}]),
        )],
    );
    assert_eq!(serious(&bench.check(&other)), Vec::<String>::new());
}
