//! The draft of a notice: mutants of a red one, and the other colours.

use serde_json::{Value, json};

use super::*;

const KIND: Kind = Kind::Notice;

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn one_thing_wrong_is_named() {
    let act = &["W NOT-06 /facts/act"];
    let penalty = &["B NOT-03 /offences/0/penalty_max_months"];
    let states = &["B NOT-08 /notice/states"];
    let calm = json!("In the town of Selmouth he spoke to a crowd and called on it to come back");
    let mutants: &[Mutant<'_>] = &[
        // identity
        (&[("/persons", Value::Null)], &["B NOT-01 /persons"]),
        (&[("/persons/0", Value::Null)], &["B NOT-01 /persons"]),
        (
            &[("/persons/0/role", json!("witness"))],
            &["B NOT-01 /persons"],
        ),
        (
            &[("/persons/0/family_name", Value::Null)],
            &["B NOT-01 /persons/0/family_name"],
        ),
        (
            &[("/persons/0/family_name", json!("unknown"))],
            &["B NOT-01 /persons/0/family_name"],
        ),
        (
            &[("/persons/0/given_names", json!(""))],
            &["B NOT-01 /persons/0/given_names"],
        ),
        (
            &[("/persons/0/sex", Value::Null)],
            &["B NOT-01 /persons/0/sex"],
        ),
        (
            &[("/persons/0/born_on", Value::Null)],
            &["B NOT-01 /persons/0/born_on"],
        ),
        (
            &[("/persons/0/born_on", json!("unknown"))],
            &["B NOT-01 /persons/0/born_on"],
        ),
        (
            &[("/persons/0/documents", Value::Null)],
            &["B NOT-01 /persons/0/documents"],
        ),
        (
            &[("/persons/0/documents", json!("unknown"))],
            &["B NOT-01 /persons/0/documents"],
        ),
        (
            &[
                ("/persons/0/documents", Value::Null),
                ("/persons/0/description", json!("A scar on the left hand")),
            ],
            &[],
        ),
        (
            &[("/notice/colour", Value::Null)],
            &["B NOT-01 /notice/colour"],
        ),
        // warrant
        (
            &[("/warrant/number", Value::Null)],
            &["B NOT-02 /warrant/number"],
        ),
        (
            &[("/warrant/number", json!("unknown"))],
            &["B NOT-02 /warrant/number"],
        ),
        (
            &[("/warrant/number", json!("any"))],
            &["B NOT-02 /warrant/number"],
        ),
        (
            &[("/warrant/authority", json!(" "))],
            &["B NOT-02 /warrant/authority"],
        ),
        (
            &[("/warrant/issued_on", Value::Null)],
            &["B NOT-02 /warrant/issued_on"],
        ),
        (
            &[("/warrant/issued_on", json!("2026-03-09"))],
            &["B GEN-03 /warrant/issued_on"],
        ),
        (
            &[("/warrant/in_force", json!("no"))],
            &["B NOT-02 /warrant/in_force"],
        ),
        (
            &[("/warrant/in_force", json!("unknown"))],
            &["B NOT-02 /warrant/in_force"],
        ),
        (
            &[("/warrant", Value::Null)],
            &[
                "B NOT-02 /warrant/authority",
                "B NOT-02 /warrant/in_force",
                "B NOT-02 /warrant/issued_on",
                "B NOT-02 /warrant/number",
            ],
        ),
        // threshold
        (&[("/offences/0/penalty_max_months", json!(23))], penalty),
        (
            &[("/offences/0/penalty_max_months", json!("unknown"))],
            penalty,
        ),
        (&[("/offences/0/penalty_max_months", Value::Null)], penalty),
        (&[("/offences/0/penalty_max_months", json!(24))], &[]),
        (&[("/offences", json!([]))], &["B NOT-03 /offences"]),
        (
            &[("/warrant/kind", json!("judgment"))],
            &["B NOT-03 /warrant/remaining_months"],
        ),
        (
            &[
                ("/warrant/kind", json!("judgment")),
                ("/warrant/remaining_months", json!(5)),
            ],
            &["B NOT-03 /warrant/remaining_months"],
        ),
        (
            &[
                ("/warrant/kind", json!("judgment")),
                ("/warrant/remaining_months", json!(6)),
            ],
            &[],
        ),
        (
            &[
                ("/notice/colour", json!("silver")),
                ("/offences/0/penalty_max_months", json!(47)),
            ],
            penalty,
        ),
        // article 3
        (
            &[
                ("/offences/0/title", json!("Insult of the head of State")),
                (
                    "/offences/0/law_text",
                    json!("Whoever speaks ill of the head of State"),
                ),
                ("/facts/summary/text", calm.clone()),
                ("/facts/act", calm.clone()),
            ],
            &["B NOT-04 /offences/0/title"],
        ),
        (
            &[
                (
                    "/facts/summary/text",
                    json!(
                        "On 14 March 2025 he took part in a demonstration in the town of Selmouth"
                    ),
                ),
                ("/facts/act", calm.clone()),
            ],
            &["B NOT-04 /facts/summary"],
        ),
        (
            &[
                ("/facts/summary/text", calm.clone()),
                (
                    "/facts/act",
                    json!("Published three articles against the government; nobody was injured"),
                ),
            ],
            &["B NOT-04 /facts/act"],
        ),
        (
            &[
                ("/facts/summary/text", calm.clone()),
                (
                    "/facts/act",
                    json!("He was a member of a party that had been banned in 2020"),
                ),
            ],
            &["B NOT-04 /facts/act"],
        ),
        (
            &[(
                "/facts/act",
                json!("At the end of a demonstration he threw a grenade at the guard"),
            )],
            &[],
        ),
        // no matter for a notice
        (
            &[("/notice/nature", json!("family"))],
            &["B NOT-05 /notice/nature"],
        ),
        (
            &[("/notice/nature", json!("private_debt"))],
            &["B NOT-05 /notice/nature"],
        ),
        (
            &[("/notice/nature", json!("administrative"))],
            &["B NOT-05 /notice/nature"],
        ),
        (
            &[("/offences/0/title", json!("Issuing a bad cheque"))],
            &["B NOT-05 /offences/0/title"],
        ),
        // labels
        (&[("/facts/act", Value::Null)], act),
        (&[("/facts/act", json!("terrorism"))], act),
        (
            &[("/facts/act", json!("Member of a terrorist organisation"))],
            act,
        ),
        (&[("/facts/act", json!("unknown"))], act),
        (
            &[(
                "/facts/act",
                json!(
                    "Causing an explosion in a public place with a terrorist purpose (Penal Code of Arvenia, article 214)"
                ),
            )],
            act,
        ),
        (
            &[("/facts/summary", json!("Known terrorist."))],
            &["W NOT-06 /facts/summary"],
        ),
        (&[("/facts/place", Value::Null)], &["W NOT-06 /facts/place"]),
        (
            &[
                ("/facts/happened_from", Value::Null),
                ("/facts/happened_until", Value::Null),
            ],
            &["W NOT-06 /facts/happened_from"],
        ),
        // protected, extradition, States
        (
            &[("/notice/protected_at_home", json!("yes"))],
            &["W NOT-07 /notice/protected_at_home"],
        ),
        (
            &[("/notice/extradition_intended", json!("no"))],
            &["B NOT-08 /notice/extradition_intended"],
        ),
        (
            &[("/notice/extradition_intended", Value::Null)],
            &["B NOT-08 /notice/extradition_intended"],
        ),
        (
            &[("/notice/extradition_intended", json!("unknown"))],
            &["B NOT-08 /notice/extradition_intended"],
        ),
        (&[("/notice/states", Value::Null)], states),
        (&[("/notice/states", json!([]))], states),
        (&[("/notice/states", json!("all"))], states),
        (
            &[
                ("/notice/states", json!([])),
                ("/notice/all_members", json!("yes")),
            ],
            &[],
        ),
        // over
        (
            &[("/notice/status", json!("extradition_granted"))],
            &["B NOT-10 /notice/status"],
        ),
        (
            &[("/notice/status", json!("extradition_refused"))],
            &["B NOT-10 /notice/status"],
        ),
        (
            &[("/notice/status", json!("request_withdrawn"))],
            &["B NOT-10 /notice/status"],
        ),
        (
            &[("/notice/status", json!("person_dead"))],
            &["B NOT-10 /notice/status"],
        ),
        (
            &[("/notice/purge_on", json!("2026-02-01"))],
            &["B GEN-03 /notice/purge_on"],
        ),
    ];
    each_gives(KIND, mutants);
}

#[test]
fn the_purge_and_its_review_are_hints() {
    let cases = [
        (json!("unknown"), json!("2029-09-01"), "/notice/purge_on"),
        (json!("2032-01-01"), json!("2029-09-01"), "/notice/purge_on"),
        (
            json!("2030-03-01"),
            json!("2029-09-02"),
            "/notice/review_on",
        ),
        (json!("2030-03-01"), json!(""), "/notice/review_on"),
    ];
    for (purge, review, field) in cases {
        let content = mutant(
            KIND,
            &[("/notice/purge_on", purge), ("/notice/review_on", review)],
        );
        let findings = bench(KIND).check_as_named(&content);
        let hints: Vec<&str> = findings
            .iter()
            .filter(|finding| finding.code == "NOT-09")
            .map(|finding| finding.field.as_str())
            .collect();
        assert_eq!(hints, [field]);
        assert!(serious(&findings).is_empty());
    }
}

/// A cancelled notice is sent as a withdrawal.
#[test]
fn what_is_over_may_be_withdrawn() {
    let content = mutant(
        KIND,
        &[
            ("/notice/status", json!("person_dead")),
            ("/relation", json!("withdrawal")),
            ("/parent", json!("XA-CA-2026-000042-K")),
        ],
    );
    let found = serious(&bench(KIND).check_as_named(&content));
    assert!(
        !found.iter().any(|line| line.contains("NOT-10")),
        "{found:?}"
    );
}

/// A draft of a colour with what that colour asks for, complete.
fn of_colour(colour: &str, own: &[(&str, Value)]) -> Value {
    let mut changes = vec![("/notice/colour", json!(colour)), ("/warrant", Value::Null)];
    changes.extend_from_slice(own);
    mutant(KIND, &changes)
}

/// Colour, changes, what the finding is without, and the finding.
type Asked<'a> = (&'a str, &'a [(&'a str, Value)], &'a str, &'a str);

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn each_colour_asks_what_it_needs() {
    let nobody = ("/persons", json!([]));
    let no_offence = ("/offences", json!([]));
    let body = json!({"found_on": "2026-02-01", "place": "Beach of Selmouth", "identifiers": ["dna_reference"],
                      "description": "Man of about forty"});
    let table: &[Asked<'_>] = &[
        ("blue", &[], "/persons", "B NOT-01 /persons"),
        (
            "green",
            &[
                (
                    "/warning/assessment",
                    json!("He has prepared two attacks and was convicted of both"),
                ),
                ("/warning/assessed_by", json!("National Police")),
            ],
            "/warning",
            "W NOT-06 /warning/assessment",
        ),
        (
            "yellow",
            &[
                no_offence.clone(),
                ("/missing/since", json!("2026-02-20")),
                ("/missing/circumstances", json!("Left home for school")),
            ],
            "/missing/since",
            "B NOT-01 /missing/since",
        ),
        (
            "black",
            &[no_offence.clone(), nobody.clone(), ("/body", body)],
            "/body/place",
            "B NOT-01 /body/place",
        ),
        (
            "purple",
            &[
                nobody.clone(),
                (
                    "/method/description",
                    json!("Devices hidden in the soles of shoes"),
                ),
            ],
            "/method",
            "B NOT-01 /method/description",
        ),
        (
            "orange",
            &[
                nobody.clone(),
                no_offence.clone(),
                (
                    "/danger",
                    json!({"description": "Parcels that explode when opened",
                                        "threat": "Staff of post offices in three towns"}),
                ),
            ],
            "/danger/threat",
            "B NOT-01 /danger/threat",
        ),
        (
            "silver",
            &[(
                "/assets",
                json!([{"kind": "account", "description": "Account 4410-7782-09",
                                         "link": "It paid for the timer"}]),
            )],
            "/assets/0/link",
            "W NOT-06 /assets/0/link",
        ),
        (
            "un_special",
            &[
                no_offence,
                nobody,
                ("/entity/name", json!("Lantern Relief Circle")),
                (
                    "/listing",
                    json!({"committee": "1267", "reference": "QDe.999", "measures": ["assets_freeze"]}),
                ),
            ],
            "/listing/reference",
            "B NOT-01 /listing/reference",
        ),
    ];
    for (colour, own, without, expected) in table {
        let content = of_colour(colour, own);
        assert_eq!(
            serious(&bench(KIND).check_as_named(&content)),
            Vec::<String>::new(),
            "{colour}"
        );
        let mut content = content;
        crate::template::path::take(&mut content, without).expect(without);
        assert_eq!(
            serious(&bench(KIND).check_as_named(&content)),
            [*expected],
            "{colour} without {without}"
        );
    }
}

#[test]
fn a_diffusion_is_asked_what_it_mirrors() {
    let diffusion = |changes: &[(&str, Value)]| {
        let mut all = vec![
            ("/notice/colour", json!("diffusion")),
            ("/notice/mirrors", json!("red")),
        ];
        all.extend_from_slice(changes);
        serious(&bench(KIND).check_as_named(&mutant(KIND, &all)))
    };
    assert_eq!(diffusion(&[]), Vec::<String>::new());
    assert_eq!(
        diffusion(&[("/warrant/number", Value::Null)]),
        ["B NOT-02 /warrant/number"]
    );
    assert_eq!(
        diffusion(&[
            ("/notice/states", Value::Null),
            ("/notice/all_members", json!("yes"))
        ]),
        ["B NOT-08 /notice/states"]
    );
    assert_eq!(
        diffusion(&[("/notice/mirrors", json!(""))]),
        ["B NOT-01 /notice/mirrors"]
    );
    assert_eq!(
        diffusion(&[
            ("/notice/mirrors", json!("blue")),
            ("/notice/extradition_intended", json!("no")),
            ("/warrant", Value::Null)
        ]),
        Vec::<String>::new()
    );
}

#[test]
fn a_notice_may_be_in_any_language_of_the_organization() {
    let found = |lang: &str| {
        serious(&bench(KIND).check_as_named(&mutant(KIND, &[("/languages/original", json!(lang))])))
    };
    for lang in ["ar", "en", "es", "fr"] {
        assert_eq!(found(lang), Vec::<String>::new(), "{lang}");
    }
    assert_eq!(found("ru"), ["B GEN-06 /languages/original"]);
}
