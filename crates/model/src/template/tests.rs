use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::*;

fn mla() -> &'static Template {
    find("mla", 1).expect("shipped")
}

fn example() -> Value {
    serde_json::from_str(super::example(RequestKind::Mla).expect("shipped")).expect("JSON")
}

/// What is wrong, and where.
fn named(faults: &[Fault]) -> Vec<(&'static str, &str)> {
    faults
        .iter()
        .map(|fault| {
            let what = match fault.what {
                What::UnknownField => "UnknownField",
                What::WrongKind => "WrongKind",
                What::TooLong { .. } => "TooLong",
                What::UnknownCode => "UnknownCode",
                What::TooMany { .. } => "TooMany",
                What::Missing => "Missing",
            };
            (what, fault.pointer.as_str())
        })
        .collect()
}

#[test]
fn every_kind_reads_its_template() {
    for template in all() {
        let found = find(&template.name, template.version).expect("by name and version");
        assert_eq!(found.sections.len(), template.sections.len());
        assert_eq!(
            template.kind,
            RequestKind::of_template(&template.name).expect("a kind")
        );
    }
}

#[test]
fn no_template_asks_for_belief_or_origin() {
    for (_, field) in all().iter().flat_map(|template| template.specs()) {
        for word in ["religion", "ethnic", "opinion", "union", "politic"] {
            assert!(!field.pattern.contains(word), "{}", field.pattern);
        }
    }
}

#[test]
fn no_field_is_longer_here_than_the_rules_allow() {
    use crate::limits::{CONTENT_TEXT_CHARS_MAX, LINE_CHARS_MAX};
    for (_, field) in all().iter().flat_map(|template| template.specs()) {
        let max = match field.kind {
            Kind::Longtext | Kind::Ltext => CONTENT_TEXT_CHARS_MAX,
            _ => LINE_CHARS_MAX,
        };
        assert!(field.chars_max <= max, "{}", field.pattern);
    }
}

#[test]
fn the_groups_of_measures_are_those_of_the_rules() {
    use crate::rules::codes;
    let template = mla();
    for (name, codes) in [
        ("coercive", codes::COERCIVE),
        ("intrusive", codes::INTRUSIVE),
        ("over_time", codes::OVER_TIME),
        ("bank", codes::BANK),
        ("electronic", codes::ELECTRONIC),
        ("hearings", codes::HEARINGS),
    ] {
        assert_eq!(template.codes[name], *codes, "{name}");
    }
}

#[test]
fn the_example_has_the_right_shape() {
    let found = mla().faults(&example());
    assert_eq!(named(&found), Vec::<(&str, &str)>::new());
}

/// Where, what is put there, and the finding it gives (none where it is right).
fn faults() -> Vec<(&'static str, Value, &'static str, &'static str)> {
    vec![
        ("/title", json!(""), "Missing", "/title"),
        ("/title", json!("  "), "Missing", "/title"),
        ("/title", json!("x".repeat(301)), "TooLong", "/title"),
        ("/title", json!(7), "WrongKind", "/title"),
        ("/title", json!({"withheld": " "}), "WrongKind", "/title"),
        ("/relation", json!("newish"), "UnknownCode", "/relation"),
        (
            "/use_limits/purposes",
            json!(["evidence", "fun"]),
            "UnknownCode",
            "/use_limits/purposes",
        ),
        (
            "/persons/1/born_on",
            json!("1994-02-30"),
            "WrongKind",
            "/persons/1/born_on",
        ),
        (
            "/persons/0/nationalities",
            json!(["xa"]),
            "WrongKind",
            "/persons/0/nationalities",
        ),
        (
            "/persons/0/faith",
            json!("any"),
            "UnknownField",
            "/persons/0/faith",
        ),
        (
            "/offences/0/deaths",
            json!(-1),
            "WrongKind",
            "/offences/0/deaths",
        ),
        (
            "/measures/1/questions",
            json!(""),
            "Missing",
            "/measures/1/questions",
        ),
        (
            "/measures/0/kind",
            json!("service"),
            "Missing",
            "/measures/0/documents",
        ),
        ("/measures", json!([]), "Missing", "/measures"),
        ("/measures", json!("all"), "WrongKind", "/measures"),
        (
            "/urgency/level",
            json!("urgent"),
            "Missing",
            "/urgency/reason",
        ),
        ("/contacts/0/zone", json!("east"), "", ""),
        (
            "/contacts/0/zone",
            json!("+3"),
            "WrongKind",
            "/contacts/0/zone",
        ),
        ("/annex", json!({"anything": [1, 2]}), "", ""),
        ("/title", json!({"withheld": "sealed by the court"}), "", ""),
        ("/facts/summary", json!("plain text"), "", ""),
    ]
}

#[test]
fn each_fault_is_named_with_its_place() {
    for (pointer, value, code, field) in faults() {
        let mut content = example();
        assert!(path::put(&mut content, pointer, value.clone()), "{pointer}");
        let found = mla().faults(&content);
        let found = named(&found);
        if code.is_empty() {
            assert_eq!(found, [], "{pointer} = {value}");
        } else {
            assert!(
                found.contains(&(code, field)),
                "{pointer} = {value}: {found:?}"
            );
        }
    }
}

#[test]
fn a_list_has_an_end() {
    let mut content = example();
    path::put(&mut content, "/contacts", json!(vec![json!({}); 17]));
    let found = mla().faults(&content);
    assert!(named(&found).contains(&("TooMany", "/contacts")));
    assert!(named(&found).contains(&("Missing", "/contacts/15/name")));
    assert!(!named(&found).contains(&("Missing", "/contacts/16/name")));
}

#[test]
fn conditions_are_read_and_bad_ones_refused() {
    let codes = BTreeMap::from([("few".to_owned(), vec!["a".to_owned(), "b".to_owned()])]);
    let conditions = BTreeMap::from([
        ("top".to_owned(), "/x = a".to_owned()),
        ("loop".to_owned(), "not @loop".to_owned()),
    ]);
    let names = condition::Names {
        codes: &codes,
        conditions: &conditions,
    };
    let content = json!({ "x": "a", "y": true, "l": [{"k": "b"}, {"k": "c"}], "e": "" });
    let table = [
        ("/x = a", true),
        ("/x in @few and not /x = b", true),
        ("/y = yes", true),
        ("/y = no or (/x = b or present /l)", true),
        ("present /e or present /missing", false),
        ("any /l/*/k in @few", true),
        ("any /l/*/k in [d e]", false),
        ("@top and any /l/*/k = c", true),
    ];
    for (text, expect) in table {
        let condition = Condition::parse(text, &names).expect(text);
        assert_eq!(condition.holds(&content, None), expect, "{text}");
    }
    for bad in [
        "",
        "/x",
        "/x =",
        "x = a",
        "/x = a and",
        "(/x = a",
        "/x in @none",
        "@none",
        "@loop",
        "any /x = a",
        "/x = a /y = b",
        "/x in [a",
    ] {
        assert!(Condition::parse(bad, &names).is_err(), "{bad}");
    }
    let entry = Condition::parse("/l/*/k = c", &names).expect("parsed");
    assert!(!entry.holds(&content, Some(0)) && entry.holds(&content, Some(1)));
    assert!(!entry.holds(&content, Some(2)));
}
