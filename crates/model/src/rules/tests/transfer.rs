//! The transfer of criminal proceedings: the example, and the example with something wrong.

use serde_json::json;

use super::*;

const KIND: Kind = Kind::TransferOfProceedings;

#[test]
fn the_example_is_sendable_and_nothing_is_open() {
    judged(KIND, &[], &[(&[], &[])]);
    let open: Vec<String> = hints(KIND, &[])
        .into_iter()
        .filter(|hint| hint.starts_with("FORM-01"))
        .collect();
    assert_eq!(open, [""; 0]);
}

#[test]
fn a_transfer_rests_on_the_duty_to_prosecute() {
    let content = mutant(Kind::TransferOfProceedings, &[]);
    let report =
        Bench::demo().with_kind(Kind::TransferOfProceedings, |ctx| basis_of(&content, ctx));
    let first = report.first().expect("a basis");
    assert_eq!(
        (first.instrument.as_str(), first.article.as_str()),
        ("FINANCING-1999", "10")
    );
}

#[test]
fn what_the_other_state_must_refuse_for() {
    let bis: &[&str] = &["B TCP-01 /ne_bis_in_idem/declared"];
    let barred: &[&str] = &["B TCP-02 /limitation/requested_on"];
    let at = "/limitation/requested_on";
    judged(
        KIND,
        &[],
        &[
            (&[("/ne_bis_in_idem", json!(null))], bis),
            (&[("/ne_bis_in_idem/declared", json!(null))], bis),
            (&[("/ne_bis_in_idem/declared", json!("no"))], bis),
            (&[("/ne_bis_in_idem/declared", json!("unknown"))], bis),
            (&[("/ne_bis_in_idem/declared", json!(true))], &[]),
            (&[("/limitation", json!(null))], barred),
            (&[(at, json!(null))], barred),
            (&[(at, json!(""))], barred),
            (&[(at, json!("unknown"))], barred),
            (&[(at, json!("2026-03-01"))], barred),
            (&[(at, json!("2026-03-02"))], &[]),
            (&[(at, json!("not_applicable"))], &[]),
            (
                &[(at, json!("any"))],
                &["B GEN-03 /limitation/requested_on"],
            ),
            (&[("/limitation/requesting_on", json!(null))], &[]),
        ],
    );
}

#[test]
fn criteria_are_explained() {
    let reasons: &[&str] = &["B TCP-03 /reasons"];
    let text: &[&str] = &["B TCP-03 /reasons/0/text"];
    let criterion: &[&str] = &["B TCP-03 /reasons/0/criterion"];
    judged(
        KIND,
        &[],
        &[
            (&[("/reasons", json!(null))], reasons),
            (&[("/reasons", json!([]))], reasons),
            (&[("/reasons/0", json!(null))], reasons),
            (&[("/reasons/0/text", json!(null))], text),
            (&[("/reasons/0/text", json!("nationality"))], text),
            (&[("/reasons/0/text", json!("unknown"))], text),
            (&[("/reasons/0/criterion", json!(null))], criterion),
            (&[("/reasons/0/criterion", json!("unknown"))], criterion),
            (
                &[("/reasons/0/criterion", json!("convenience"))],
                &["B GEN-10 /reasons/0/criterion"],
            ),
            (&[("/reasons/0/criterion", json!("surrender_refused"))], &[]),
        ],
    );
}

#[test]
fn those_concerned_are_heard() {
    let victims: &[&str] = &["W TCP-04 /victims_view/heard"];
    let suspect: &[&str] = &["W TCP-05 /suspect_view/heard"];
    let victim =
        json!({"role": "victim", "family_name": "Ort", "given_names": "Nila", "born_on": "1990"});
    judged(
        KIND,
        &[],
        &[
            (&[("/victims_view", json!(null))], victims),
            (&[("/victims_view/heard", json!(null))], victims),
            (&[("/victims_view/heard", json!("no"))], victims),
            (&[("/victims_view/heard", json!("unknown"))], victims),
            (&[("/victims_view/heard", json!("yes"))], victims),
            (
                &[
                    ("/victims_view/heard", json!("yes")),
                    ("/victims_view/text", json!("They agree to the transfer.")),
                ],
                &[],
            ),
            (&[("/persons/1", victim)], victims),
            (&[("/suspect_view", json!(null))], suspect),
            (&[("/suspect_view/heard", json!(null))], suspect),
            (&[("/suspect_view/heard", json!("no"))], suspect),
            (&[("/suspect_view/heard", json!("not_applicable"))], suspect),
            (&[("/suspect_view/text", json!(""))], suspect),
            (&[("/suspect_view/text", json!("agrees"))], suspect),
            (&[("/suspect_view/counsel", json!(null))], &[]),
        ],
    );
}

#[test]
fn the_file_is_listed_and_custody_has_an_end() {
    let title: &[&str] = &["B TCP-06 /inventory/0/title"];
    let digest: &[&str] = &["B TCP-06 /inventory/0/sha256"];
    let until: &[&str] = &["B TCP-07 /persons/0/custody_until_on"];
    let held = ("/persons/0/custody", json!("Port Selm prison"));
    let ends = |day: &str| ("/persons/0/custody_until_on", json!(day));
    let measure = |name: &'static str, day: &str| (name, json!(day));
    judged(
        KIND,
        &[],
        &[
            (&[("/inventory", json!(null))], &["B TCP-06 /inventory"]),
            (&[("/inventory", json!([]))], &["B TCP-06 /inventory"]),
            (&[("/inventory/0", json!(null))], &["B TCP-06 /inventory"]),
            (&[("/inventory/0/title", json!(null))], title),
            (&[("/inventory/0/title", json!("unknown"))], title),
            (&[("/inventory/0/title", json!("all of it"))], title),
            (&[("/inventory/0/sha256", json!(null))], digest),
            (&[("/inventory/0/sha256", json!("unknown"))], digest),
            (
                &[
                    ("/inventory/0/form", json!("paper")),
                    ("/inventory/0/sha256", json!(null)),
                ],
                &[],
            ),
            (std::slice::from_ref(&held), until),
            (&[held.clone(), ends("")], until),
            (&[held.clone(), ends("unknown")], until),
            (&[held.clone(), ends("2026-09-01")], &[]),
            (
                &[held.clone(), ends("2026-03-01")],
                &["B GEN-03 /persons/0/custody_until_on"],
            ),
            (
                &[
                    held.clone(),
                    ends("2026-03-10"),
                    ("/persons/0/custody_since_on", json!("2026-03-20")),
                ],
                &[
                    "B GEN-03 /persons/0/custody_since_on",
                    "B GEN-03 /persons/0/custody_until_on",
                ],
            ),
            (&[("/persons/0/custody", json!("no"))], &[]),
            (&[("/measures_in_force", json!([]))], &[]),
            (
                &[measure("/measures_in_force/0/until_on", "2026-02-01")],
                &["B GEN-03 /measures_in_force/0/until_on"],
            ),
            (
                &[measure("/measures_in_force/0/since_on", "2026-04-01")],
                &["B GEN-03 /measures_in_force/0/since_on"],
            ),
        ],
    );
}

#[test]
fn jurisdiction_by_law_or_treaty() {
    let blocked: &[&str] = &["B TCP-08 /jurisdiction/ground"];
    let ground = |code: &str| ("/jurisdiction/ground", json!(code));
    let other = ("/offences/0/category", json!("other"));
    let promise = (
        "/reciprocity",
        json!({"undertaking": "undertaking_attached", "text": "Arvenia will take over a like case"}),
    );
    let none = ("/legal_basis", json!([]));
    let victim = |state: &str| {
        (
            "/persons/1",
            json!({"role": "victim", "family_name": "Ort", "born_on": "1990", "nationalities": [state]}),
        )
    };
    let heard = (
        "/victims_view",
        json!({"heard": "yes", "text": "They agree to the transfer."}),
    );
    judged(
        KIND,
        &[],
        &[
            (&[("/jurisdiction", json!(null))], blocked),
            (&[ground("")], blocked),
            (&[ground("unknown")], blocked),
            (&[ground("none")], &["B GEN-10 /jurisdiction/ground"]),
            (&[("/persons/0/nationalities", json!(["XA"]))], blocked),
            (&[("/persons/0/nationalities", json!("unknown"))], blocked),
            (&[ground("territory")], &[]),
            (&[ground("residence")], &[]),
            (&[ground("presence")], &[]),
            (
                &[
                    ground("presence"),
                    other.clone(),
                    promise.clone(),
                    none.clone(),
                ],
                blocked,
            ),
            (&[ground("conferred_by_treaty")], blocked),
            (&[ground("passive_nationality")], &[]),
            (
                &[ground("passive_nationality"), victim("XA"), heard.clone()],
                blocked,
            ),
            (&[ground("passive_nationality"), victim("XB"), heard], &[]),
            (&[("/jurisdiction/text", json!(null))], &[]),
            (&[other, promise, none], &[]),
        ],
    );
    // A profile that tells the grounds of its law is held to them.
    let mut bench = Bench::demo();
    let mut to = bench.directory.state(&bench.to).expect("there").clone();
    to.jurisdiction_grounds = vec!["active_nationality".to_owned()];
    let authorities = bench.directory.authorities(&bench.to).cloned().collect();
    bench.directory.add(to, authorities);
    judged_at(
        &bench,
        KIND,
        &[],
        &[
            (&[], &[]),
            (&[ground("territory")], &[]),
            (&[ground("presence")], &[]),
            (&[ground("residence")], blocked),
            (&[ground("universal")], blocked),
        ],
    );
}

#[test]
fn after_a_refused_surrender_the_article_is_at_hand() {
    let refused = ("/reasons/0/criterion", json!("surrender_refused"));
    let content = mutant(Kind::TransferOfProceedings, std::slice::from_ref(&refused));
    let findings = Bench::demo().check(&content);
    let hint = findings
        .iter()
        .find(|finding| finding.code == "TCP-09")
        .expect("a hint");
    assert_eq!(hint.field, "/reasons/0/criterion");
    assert_eq!(hint.args["instrument"], "FINANCING-1999");
    assert_eq!(hint.args["article"], "10");
    assert!(!hints(KIND, &[]).iter().any(|hint| hint.starts_with("TCP-")));
}

#[test]
fn what_every_request_needs_holds_here_too() {
    judged(
        KIND,
        &[],
        &[
            (&[("/legal_basis", json!([]))], &["B LB-01 /legal_basis"]),
            (
                &[("/legal_basis/0/instrument", json!("TOKYO-1963"))],
                &["B LB-04 /legal_basis/0/instrument"],
            ),
            (
                &[
                    ("/offences/0/category", json!("other")),
                    ("/legal_basis", json!([])),
                ],
                &["B LB-05 /reciprocity/undertaking"],
            ),
            (
                &[("/proceeding/opened_on", json!("2025-01-09"))],
                &[
                    "B GEN-03 /proceeding/opened_on",
                    "B GEN-03 /proceeding/opened_on",
                ],
            ),
            (
                &[("/signatory/name", json!(null))],
                &["B GEN-08 /signatory/name"],
            ),
            (
                &[("/data_protection/retain_until", json!("2026-03-01"))],
                &["B DP-04 /data_protection/retain_until"],
            ),
            (
                &[("/persons/0/born_on", json!("2012-01-01"))],
                &["W SAF-09 /persons/0/safeguards"],
            ),
        ],
    );
}
