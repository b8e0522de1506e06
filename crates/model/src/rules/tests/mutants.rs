//! The complete example with one thing wrong: the right finding appears, at the right level.

use serde_json::{Value, json};

use super::*;

/// A change to the example: at a pointer, a new value, or `null` to take it out.
pub(super) fn changed(changes: &[(&str, Value)]) -> Value {
    let mut content = example();
    for (pointer, value) in changes {
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
        let parent = content.pointer_mut(parent).expect(pointer);
        match (parent, value) {
            (Value::Object(map), Value::Null) => {
                map.shift_remove(name).expect(pointer);
            }
            (Value::Object(map), value) => {
                map.insert(name.to_owned(), value.clone());
            }
            (Value::Array(items), Value::Null) => {
                items.remove(name.parse::<usize>().expect(pointer));
            }
            (Value::Array(items), value) => {
                items[name.parse::<usize>().expect(pointer)] = value.clone()
            }
            _ => panic!("{pointer}"),
        }
    }
    content
}

#[test]
fn a_missing_field_is_named() {
    let cases = [
        ("/measures", "MLA-01 /measures"),
        ("/measures/0/kind", "MLA-01 /measures/0/kind"),
        ("/measures/0/purpose", "MLA-01 /measures/0/purpose"),
        ("/measures/1/purpose", "MLA-01 /measures/1/purpose"),
        ("/facts", "MLA-03 /facts/summary"),
        ("/facts/summary", "MLA-03 /facts/summary"),
        ("/facts/place", "MLA-03 /facts/place"),
        ("/facts/act", "MLA-03 /facts/act"),
        ("/measures/0/order", "MLA-04 /measures/0/order"),
        ("/attachments/0", "MLA-04 /measures/0/order"),
        ("/measures/1/questions", "MLA-05 /measures/1/questions"),
        ("/measures/0/nexus", "MLA-07 /measures/0/nexus"),
        ("/measures/0/account", "MLA-07 /measures/0/account"),
        ("/contacts/0/zone", "GEN-03 /contacts/0/zone"),
        ("/languages/original", "GEN-06 /languages/original"),
        ("/signatory/name", "GEN-08 /signatory/name"),
        ("/signatory/function", "GEN-08 /signatory/function"),
        ("/signatory/power", "GEN-08 /signatory/power"),
        ("/attachments/0/title", "GEN-09 /attachments/0/title"),
        ("/attachments/0/kind", "GEN-09 /attachments/0/kind"),
        (
            "/attachments/0/certified",
            "GEN-09 /attachments/0/certified",
        ),
        ("/data_protection/ground", "DP-01 /data_protection/ground"),
        (
            "/data_protection/retain_until",
            "DP-01 /data_protection/retain_until",
        ),
        (
            "/data_protection/special_categories",
            "DP-02 /data_protection/special_categories",
        ),
        ("/legal_basis", "LB-01 /legal_basis"),
        ("/legal_basis/0", "LB-01 /legal_basis"),
        ("/legal_basis/0/instrument", "LB-01 /legal_basis"),
    ];
    for (pointer, expected) in cases {
        let findings = Bench::demo().check(&changed(&[(pointer, Value::Null)]));
        let blocks = of_level(&findings, Level::Block);
        assert!(
            blocks.iter().any(|found| found == expected),
            "{pointer}: {blocks:?}"
        );
        // Emptied is missing too.
        let object_or_list = example()
            .pointer(pointer)
            .is_some_and(|value| value.is_object() || value.is_array());
        if !object_or_list {
            let blocks = of_level(
                &Bench::demo().check(&changed(&[(pointer, json!("  "))])),
                Level::Block,
            );
            assert!(
                blocks.iter().any(|found| found == expected),
                "{pointer} emptied: {blocks:?}"
            );
        }
    }
}

#[test]
fn both_dates_of_the_facts_missing_is_named() {
    let content = changed(&[
        ("/facts/happened_from", Value::Null),
        ("/facts/happened_until", json!("")),
    ]);
    let blocks = of_level(&Bench::demo().check(&content), Level::Block);
    assert_eq!(blocks, ["MLA-03 /facts/happened_from"]);
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn something_wrong_is_blocked_for_the_right_reason() {
    let cases: &[(&[(&str, Value)], &str)] = &[
        // dates
        (
            &[("/facts/happened_from", json!("2025-02-30"))],
            "GEN-03 /facts/happened_from",
        ),
        (
            &[("/facts/happened_from", json!("14/03/2025"))],
            "GEN-03 /facts/happened_from",
        ),
        (
            &[("/proceeding/opened_on", json!("2025-03-13"))],
            "GEN-03 /proceeding/opened_on",
        ),
        (
            &[("/proceeding/opened_on", json!("2026-03-03"))],
            "GEN-03 /proceeding/opened_on",
        ),
        (
            &[("/offences/0/committed_from", json!("2027-03-14"))],
            "GEN-03 /offences/0/committed_from",
        ),
        (
            &[
                ("/measures/0/period_from", json!("2025-03-31")),
                ("/measures/0/period_until", json!("2024-12-01")),
            ],
            "GEN-03 /measures/0/period_until",
        ),
        (
            &[("/measures/0/deadline_on", json!("2026-03-01"))],
            "GEN-03 /measures/0/deadline_on",
        ),
        (
            &[("/persons/0/born_on", json!("2025-07-23"))],
            "GEN-03 /offences/0/committed_from",
        ),
        (
            &[("/contacts/0/zone", json!("one hour ahead"))],
            "GEN-03 /contacts/0/zone",
        ),
        // names
        (
            &[("/persons/0/family_name", json!("Dra\u{202E}hl"))],
            "GEN-04 /persons/0/family_name",
        ),
        (
            &[("/persons/0/family_name", json!("Dra\u{200B}hl"))],
            "GEN-04 /persons/0/family_name",
        ),
        (&[("/title", json!("nul\u{0}l"))], "GEN-04 /title"),
        // numbers and sides
        (
            &[("/number", json!("XA-CA-2026-000001-0"))],
            "GEN-01 /number",
        ),
        (&[("/relation", json!("supplementary"))], "GEN-01 /parent"),
        (&[("/parent", json!("XA-CA-2026-000001"))], "GEN-01 /parent"),
        (
            &[("/requested/state", json!("XC"))],
            "GEN-02 /requested/state",
        ),
        (
            &[("/requesting/authority", json!("fiu"))],
            "GEN-02 /requesting/authority",
        ),
        // urgency
        (
            &[("/urgency/level", json!("urgent"))],
            "GEN-05 /urgency/reason",
        ),
        (
            &[("/urgency/level", json!("emergency"))],
            "GEN-05 /urgency/latest_useful_on",
        ),
        // language
        (
            &[("/languages/original", json!("fr"))],
            "GEN-06 /languages/original",
        ),
        // attachments
        (
            &[("/attachments/0/delivery", json!("enclosed"))],
            "GEN-09 /attachments/0/sha256",
        ),
        (
            &[("/attachments/0/file_name", json!("order.pdf.exe"))],
            "GEN-09 /attachments/0/file_name",
        ),
        (
            &[("/attachments/0/size_bytes", json!(1_u64 << 40))],
            "GEN-09 /attachments/0/size_bytes",
        ),
        (
            &[
                ("/attachments/0/size_bytes", json!(1000)),
                ("/attachments/0/unpacked_bytes", json!(10_000_000)),
            ],
            "GEN-09 /attachments/0/unpacked_bytes",
        ),
        // the closed list
        (
            &[("/persons/0/religion", json!("any"))],
            "GEN-10 /persons/0/religion",
        ),
        (
            &[("/measures/0/kind", json!("waterboarding"))],
            "GEN-10 /measures/0/kind",
        ),
        (&[("/title", json!("x".repeat(501)))], "GEN-10 /title"),
        (&[("/facts/act", json!([1, 2]))], "GEN-10 /facts/act"),
        // a label instead of a fact
        (
            &[("/facts/summary", json!("Known terrorist."))],
            "MLA-03 /facts/summary",
        ),
        (&[("/facts/act", json!("terrorism"))], "MLA-03 /facts/act"),
        (
            &[
                ("/facts/author", json!("unknown")),
                ("/persons/0/role", json!("contact")),
            ],
            "MLA-03 /facts/author",
        ),
        (
            &[("/measures/0/nexus", json!("urgent"))],
            "MLA-07 /measures/0/nexus",
        ),
        (
            &[("/measures/0/purpose", json!("evidence"))],
            "MLA-01 /measures/0/purpose",
        ),
        // wildcards
        (
            &[("/measures/0/account", json!("*"))],
            "MLA-07 /measures/0/account",
        ),
        (
            &[("/measures/0/account", json!("all accounts"))],
            "MLA-07 /measures/0/account",
        ),
        // measures
        (
            &[("/measures/0/order", json!("none"))],
            "MLA-04 /measures/0/order",
        ),
        (
            &[("/measures/0/order", json!("lawful_at_home"))],
            "MLA-04 /measures/0/order_statement",
        ),
        (
            &[("/measures/1/kind", json!("service"))],
            "MLA-06 /measures/1/documents",
        ),
        (
            &[
                ("/measures/1/kind", json!("service")),
                ("/measures/1/appearance_on", json!("2026-04-01")),
            ],
            "MLA-06 /measures/1/appearance_on",
        ),
        (
            &[("/measures/1/kind", json!("stored_data"))],
            "MLA-07 /measures/1/identifiers",
        ),
        (
            &[("/measures/1/kind", json!("transfer_of_detained"))],
            "MLA-09 /measures/1/consent",
        ),
        (
            &[("/measures/0/jit_hold", json!("yes"))],
            "MLA-14 /measures/0/jit_hold",
        ),
        // data
        (
            &[("/data_protection/special_categories", json!("yes"))],
            "DP-02 /data_protection/special_categories_reason",
        ),
        (
            &[("/persons/0/biometrics", json!(["fingerprints"]))],
            "DP-02 /data_protection/special_categories_reason",
        ),
        (
            &[("/data_protection/retain_until", json!("2026-03-01"))],
            "DP-04 /data_protection/retain_until",
        ),
        // legal basis
        (
            &[("/legal_basis/0/instrument", json!("S/RES/1373 (2001)"))],
            "LB-01 /legal_basis",
        ),
        (
            &[("/legal_basis/0/instrument", json!("TOKYO-1963"))],
            "LB-04 /legal_basis/0/instrument",
        ),
        (
            &[("/legal_basis/0/instrument", json!("NUCLEAR-2005"))],
            "LB-04 /legal_basis/0/instrument",
        ),
        (
            &[("/legal_basis/0/instrument", json!("HAGUE-1970"))],
            "LB-01 /legal_basis",
        ),
        (
            &[("/offences/0/category", json!("cultural_property"))],
            "LB-05 /reciprocity/undertaking",
        ),
    ];
    for (changes, expected) in cases {
        let blocks = of_level(&Bench::demo().check(&changed(changes)), Level::Block);
        assert!(
            blocks.iter().any(|found| found == expected),
            "{changes:?}: {blocks:?}"
        );
    }
}

#[test]
fn something_to_explain_is_a_warning_and_blocks_nothing() {
    let cases: &[(&[(&str, Value)], &str)] = &[
        (
            &[("/measures/0/period_from", json!(""))],
            "MLA-08 /measures/0/period_from",
        ),
        (
            &[("/measures/0/period_until", json!("unknown"))],
            "MLA-08 /measures/0/period_until",
        ),
        (
            &[("/measures/0/period_from", json!("any"))],
            "MLA-08 /measures/0/period_from",
        ),
        (
            &[
                ("/measures/0/kind", json!("bank_monitoring")),
                ("/measures/0/proportionality", json!("needed")),
            ],
            "MLA-02 /measures/0/proportionality",
        ),
        (
            &[
                ("/measures/0/kind", json!("traffic_data")),
                (
                    "/measures/0/identifiers",
                    json!("telephone +999 2 555 0133"),
                ),
                ("/measures/0/period_from", json!("2023-01-01")),
            ],
            "MLA-11 /measures/0/period_from",
        ),
        (
            &[("/persons/1/vulnerability", json!("illness"))],
            "SAF-09 /persons/1/safeguards",
        ),
        (
            &[("/persons/1/born_on", json!("2012"))],
            "SAF-09 /persons/1/safeguards",
        ),
        (
            &[("/persons/0/born_on", json!("2007-03-15"))],
            "SAF-09 /persons/0/safeguards",
        ),
        (
            &[("/persons/1/protected_role", json!("lawyer"))],
            "SAF-11 /persons/1/privilege_route",
        ),
        (
            &[("/data_protection/safeguards_clause", json!("no"))],
            "DP-03 /data_protection/safeguards_clause",
        ),
    ];
    for (changes, expected) in cases {
        let findings = Bench::demo().check(&changed(changes));
        assert!(
            of_level(&findings, Level::Block).is_empty(),
            "{changes:?}: {findings:#?}"
        );
        assert_eq!(of_level(&findings, Level::Warn), [*expected], "{changes:?}");
    }
}
