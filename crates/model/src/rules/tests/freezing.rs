//! The freezing of assets: the example, and the example with something wrong.

use serde_json::json;

use super::*;

const KIND: Kind = Kind::AssetFreezing;

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
fn a_freeze_rests_on_the_resolution() {
    let content = mutant(Kind::AssetFreezing, &[]);
    let report = Bench::demo().with_kind(Kind::AssetFreezing, |ctx| basis_of(&content, ctx));
    let list: Vec<(&str, &str, &str)> = report
        .ranked
        .iter()
        .map(|b| (b.instrument.as_str(), b.article.as_str(), b.role.code()))
        .collect();
    assert_eq!(list[0], ("S/RES/1373 (2001)", "1(c)", "basis"));
    assert!(
        list.contains(&("FINANCING-1999", "8", "supporting")),
        "{list:?}"
    );
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn criteria_and_targets() {
    let criteria: &[&str] = &["B AF-01 /case/criteria"];
    let person: &[&str] = &["B AF-02 /persons/0/born_on"];
    let entity: &[&str] = &["B AF-02 /entities/0/registration_number"];
    // The person without birth and papers; the entity without registration: the address is left.
    let born = ("/persons/0/born_on", json!(null));
    let papers = ("/persons/0/documents", json!("unknown"));
    let register = ("/entities/0/registration_number", json!("unknown"));
    judged(
        KIND,
        &[],
        &[
            (&[("/case/criteria", json!(null))], criteria),
            (&[("/case/criteria", json!([]))], criteria),
            (&[("/case/criteria", json!("unknown"))], criteria),
            (&[("/case/criteria", json!(["commits"]))], &[]),
            (
                &[("/persons", json!([])), ("/entities", json!([]))],
                &["B AF-02 /persons"],
            ),
            (&[("/persons", json!([]))], &[]),
            (&[("/entities", json!([]))], &[]),
            (
                &[
                    ("/persons/0/family_name", json!("")),
                    ("/persons/0/given_names", json!("unknown")),
                ],
                &["B AF-02 /persons/0/family_name"],
            ),
            (
                &[
                    ("/persons/0/family_name", json!("any")),
                    ("/persons/0/given_names", json!("*")),
                ],
                &["B AF-02 /persons/0/family_name"],
            ),
            (
                &[("/entities/0/name", json!(null))],
                &["B AF-02 /entities/0/name"],
            ),
            (
                &[("/entities/0/name", json!("all companies of the group"))],
                &["B AF-02 /entities/0/name"],
            ),
            (&[born.clone(), papers.clone()], &[]),
            (
                &[
                    born.clone(),
                    papers.clone(),
                    ("/persons/0/address", json!("Tamsin, Belmora")),
                ],
                person,
            ),
            (
                &[
                    born.clone(),
                    papers.clone(),
                    ("/persons/0/address", json!("Unknown since March 2025")),
                ],
                person,
            ),
            (
                &[
                    born.clone(),
                    papers.clone(),
                    (
                        "/persons/0/address",
                        json!("Unknown; last at 3 Rope Walk, Tamsin"),
                    ),
                ],
                &[],
            ),
            (
                &[
                    born.clone(),
                    ("/persons/0/documents", json!("Passport of Arvenia")),
                    ("/persons/0/address", json!(null)),
                ],
                person,
            ),
            (
                &[
                    ("/persons/0/born_on", json!("1979")),
                    papers,
                    ("/persons/0/address", json!("")),
                ],
                &[],
            ),
            (std::slice::from_ref(&register), &[]),
            (
                &[register.clone(), ("/entities/0/address", json!(null))],
                entity,
            ),
            (
                &[register.clone(), ("/entities/0/address", json!("Tamsin"))],
                entity,
            ),
            (
                &[
                    ("/entities/0/registration_number", json!("none")),
                    ("/entities/0/address", json!("any address in Tamsin 4")),
                ],
                entity,
            ),
            (
                &[
                    register.clone(),
                    (
                        "/entities/0/address",
                        json!("Old Mill, Wharf Street, Tamsin"),
                    ),
                ],
                &[],
            ),
            // A witness is no target.
            (
                &[
                    ("/persons/0/role", json!("witness")),
                    born,
                    ("/persons/0/documents", json!(null)),
                    ("/persons/0/address", json!(null)),
                ],
                &[],
            ),
        ],
    );
}

#[test]
fn a_case_and_not_a_label() {
    let fact: &[&str] = &["B AF-03 /dated_facts/0/happened_on"];
    let what: &[&str] = &["B AF-03 /dated_facts/0/what"];
    let grounds: &[&str] = &["B AF-03 /case/grounds"];
    let releasable: &[&str] = &["W AF-04 /case/releasable"];
    judged(
        KIND,
        &[],
        &[
            (&[("/dated_facts", json!(null))], &["B AF-03 /dated_facts"]),
            (&[("/dated_facts", json!([]))], &["B AF-03 /dated_facts"]),
            (&[("/dated_facts/0/happened_on", json!(null))], fact),
            (&[("/dated_facts/0/happened_on", json!(""))], fact),
            (&[("/dated_facts/0/happened_on", json!("unknown"))], fact),
            (
                &[("/dated_facts/0/happened_on", json!("recently"))],
                &["B GEN-03 /dated_facts/0/happened_on"],
            ),
            (
                &[("/dated_facts/0/happened_on", json!("2026-03-09"))],
                &["B GEN-03 /dated_facts/0/happened_on"],
            ),
            (&[("/dated_facts/0/happened_on", json!("2025-10"))], &[]),
            (&[("/dated_facts/0/what", json!(null))], what),
            (&[("/dated_facts/0/what", json!("known terrorist"))], what),
            (&[("/dated_facts/0/what", json!("unknown"))], what),
            (&[("/case/grounds", json!(null))], grounds),
            (
                &[("/case/grounds", json!("known terrorist group"))],
                grounds,
            ),
            (&[("/case/grounds", json!("unknown"))], grounds),
            (&[("/case/releasable", json!(null))], releasable),
            (&[("/case/releasable", json!(" "))], releasable),
            (&[("/case/releasable", json!("not_applicable"))], releasable),
            (&[("/case/releasable", json!("none"))], releasable),
            (&[("/dated_facts/0/source", json!(null))], &[]),
            (&[("/case/confidential", json!(null))], &[]),
            (
                &[("/designation/designated_on", json!("2026-03-20"))],
                &["B GEN-03 /designation/designated_on"],
            ),
        ],
    );
    // A second fact without a date takes nothing from the first.
    let content = mutant(Kind::AssetFreezing, &[]);
    let facts = content["dated_facts"].as_array().expect("a list");
    let undated =
        json!({"what": "He met the courier several times in Tamsin", "source": "unknown"});
    let list = json!([undated, facts[0]]);
    judged(KIND, &[], &[(&[("/dated_facts", list)], &[])]);
}

#[test]
fn charities_and_ways_out() {
    let aid: &[&str] = &["W AF-06 /case/proportionality"];
    let remedy: &[&str] = &["B AF-07 /remedies/remedy"];
    let contact: &[&str] = &["B AF-07 /remedies/delisting_contact"];
    let said = json!("The clinic is paid from an account that stays open.");
    judged(
        KIND,
        &[],
        &[
            (&[("/entities/0/kind", json!("charity"))], aid),
            (
                &[("/entities/0/kind", json!("humanitarian_organisation"))],
                aid,
            ),
            (
                &[
                    ("/entities/0/kind", json!("charity")),
                    ("/case/proportionality", json!("needed")),
                ],
                aid,
            ),
            (
                &[
                    ("/entities/0/kind", json!("charity")),
                    ("/case/proportionality", said),
                ],
                &[],
            ),
            (
                &[("/remedies", json!(null))],
                &[
                    "B AF-07 /remedies/delisting_contact",
                    "B AF-07 /remedies/remedy",
                ],
            ),
            (&[("/remedies/remedy", json!(null))], remedy),
            (&[("/remedies/remedy", json!("unknown"))], remedy),
            (&[("/remedies/remedy", json!("yes"))], remedy),
            (&[("/remedies/delisting_contact", json!(null))], contact),
            (&[("/remedies/delisting_contact", json!(""))], contact),
            (
                &[("/remedies/delisting_contact", json!("unknown"))],
                contact,
            ),
            (
                &[("/remedies/delisting_contact", json!("not_applicable"))],
                contact,
            ),
            (
                &[(
                    "/remedies/delisting_contact",
                    json!("delisting@interior.xa.example"),
                )],
                &[],
            ),
            (&[("/remedies/exemption_contact", json!(null))], &[]),
            (&[("/assets", json!([]))], &[]),
        ],
    );
}

#[test]
fn hints_say_what_other_ways_there_are() {
    let listed = ("/case/un_list", json!("listed"));
    assert!(hints(KIND, &[listed]).contains(&"AF-05 /case/un_list".to_owned()));
    let number = ("/entities/0/un_list_reference", json!("QDe.999"));
    let at = "AF-05 /entities/0/un_list_reference".to_owned();
    assert!(hints(KIND, &[number]).contains(&at));
    let both = ("/designation/kind", json!("both"));
    assert!(hints(KIND, &[both]).contains(&"AF-08 /designation/kind".to_owned()));
    let none = hints(KIND, &[]);
    assert!(!none.iter().any(|hint| hint.starts_with("AF-")), "{none:?}");
}

#[test]
fn what_every_request_needs_holds_here_too() {
    judged(
        KIND,
        &[],
        &[
            (
                &[("/signatory/power", json!(null))],
                &["B GEN-08 /signatory/power"],
            ),
            (&[("/legal_basis", json!([]))], &["B LB-01 /legal_basis"]),
            (
                &[("/legal_basis/0/instrument", json!("TOKYO-1963"))],
                &["B LB-04 /legal_basis/0/instrument"],
            ),
            (
                &[("/languages/original", json!("fr"))],
                &["B GEN-06 /languages/original"],
            ),
            (
                &[("/data_protection/ground", json!(""))],
                &["B DP-01 /data_protection/ground"],
            ),
            (
                &[(
                    "/urgency",
                    json!({"level": "urgent", "reason": "", "text": "soon", "latest_useful_on": "2026-03-01"}),
                )],
                &[
                    "B GEN-05 /urgency/latest_useful_on",
                    "B GEN-05 /urgency/reason",
                    "B GEN-05 /urgency/text",
                ],
            ),
            (
                &[("/entities/0/name", json!("Lantern\u{200B} Freight"))],
                &["B GEN-04 /entities/0/name"],
            ),
            (
                &[("/entities/0/faith", json!("any"))],
                &["B GEN-10 /entities/0/faith"],
            ),
            (
                &[("/attachments/0/kind", json!(null))],
                &["B GEN-09 /attachments/0/kind"],
            ),
        ],
    );
}

#[test]
fn a_second_freeze_of_the_same_funds_is_linked_or_explained() {
    let content = mutant(Kind::AssetFreezing, &[("/persons", json!([]))]);
    let mut bench = Bench::demo();
    bench.pending = vec![PendingMatter::of(
        "XA-CA-2026-000007-K",
        &bench.to,
        &content,
    )];
    assert_eq!(serious(&bench.check(&content)), ["W GEN-07 /related"]);
    let other = mutant(
        Kind::AssetFreezing,
        &[
            ("/persons", json!([])),
            ("/entities/0/name", json!("Grey Quay Ltd")),
        ],
    );
    assert_eq!(serious(&bench.check(&other)), [""; 0]);
    // A request for assistance about the same company asks for something else.
    let mut assistance = example();
    assistance["entities"] = content["entities"].clone();
    bench.pending = vec![PendingMatter::of(
        "XA-CA-2026-000008-M",
        &bench.to,
        &assistance,
    )];
    assert_eq!(serious(&bench.check(&content)), [""; 0]);
}
