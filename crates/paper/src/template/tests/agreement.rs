//! The published schema and the shape check say the same, as an independent validator sees it.

use proptest::prelude::*;

use super::*;

fn validator() -> jsonschema::Validator {
    jsonschema::options()
        .should_validate_formats(true)
        .build(&mla().json_schema())
        .expect("a valid schema")
}

fn blocks(content: &Value) -> bool {
    mla()
        .faults(content)
        .iter()
        .any(|fault| fault.what != What::UnknownField)
}

#[test]
fn the_published_schema_accepts_the_example_and_names_its_template() {
    let schema = mla().json_schema();
    assert_eq!(schema["$id"], "urn:comity:template:mla:1");
    let validator = validator();
    let errors: Vec<String> = validator
        .iter_errors(&example())
        .map(|e| e.to_string())
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    assert!(!validator.is_valid(&json!({})));
    assert!(!validator.is_valid(&json!([])));
}

/// Values of many kinds, right and wrong.
fn any_value() -> impl Strategy<Value = Value> {
    let codes: Vec<String> = mla().codes.values().flatten().cloned().collect();
    prop_oneof![
        Just(json!("")),
        Just(json!(" \n")),
        Just(json!("unknown")),
        Just(json!("not_applicable")),
        Just(json!({ "withheld": "reason" })),
        Just(json!({ "withheld": "" })),
        Just(json!({ "text": "words", "lang": "fr" })),
        Just(json!({})),
        Just(json!([])),
        Just(Value::Null),
        Just(json!(true)),
        Just(json!("yes")),
        Just(json!(3)),
        Just(json!(3.0)),
        Just(json!(-1)),
        Just(json!(2.5)),
        Just(json!("x".repeat(501))),
        Just(json!("2026-02-28")),
        Just(json!("2026-02-29")),
        Just(json!("2026-13")),
        Just(json!("2026")),
        Just(json!("2026-04-29T21:14:05Z")),
        Just(json!("2026-02-29T21:14Z")),
        Just(json!("2026-04-31T21:14")),
        Just(json!("2024-02-29T24:14:00+03:00")),
        Just(json!("+03:00")),
        Just(json!("Africa/Nairobi")),
        Just(json!("XA")),
        Just(json!("fr")),
        Just(json!(["fr", "fr"])),
        Just(json!(["XA", "XB"])),
        Just(json!("é\u{3000}")),
        Just(json!("a".repeat(64))),
        prop::sample::select(codes.clone()).prop_map(|code| json!(code)),
        prop::collection::vec(prop::sample::select(codes), 0..3).prop_map(|codes| json!(codes)),
    ]
}

/// Places of the content, those of the example and a few beside them.
fn any_place() -> impl Strategy<Value = String> {
    let mut places: Vec<String> = mla()
        .specs()
        .map(|(_, field)| concrete(&field.pattern, 0))
        .collect();
    for list in [
        "/persons",
        "/measures",
        "/contacts",
        "/offences",
        "/languages/translations",
    ] {
        places.push(list.to_owned());
        places.push(format!("{list}/0"));
        places.push(format!("{list}/1"));
    }
    places.extend(
        [
            "/measures/1/kind",
            "/facts",
            "/urgency",
            "/more",
            "/measures/1/extra",
        ]
        .map(str::to_owned),
    );
    prop::sample::select(places)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn schema_and_shape_check_agree(changes in prop::collection::vec((any_place(), any_value()), 1..4)) {
        thread_local!(static VALIDATOR: jsonschema::Validator = validator());
        let mut content = example();
        for (place, value) in &changes {
            path::put(&mut content, place, value.clone());
        }
        VALIDATOR.with(|validator| {
            let errors: Vec<String> = validator.iter_errors(&content).map(|e| format!("{e} at {}", e.instance_path())).collect();
            let found = mla().faults(&content);
            prop_assert_eq!(errors.is_empty(), !blocks(&content), "{:?}\n{:?}\n{:?}", changes, errors, found);
            Ok(())
        })?;
    }

    #[test]
    fn any_form_is_taken_without_harm(pairs in prop::collection::vec(
        (prop_oneof![any_place(), "_(add|remove|state/title|y/title|list/persons)", "/[a-z0-9/_*~-]{0,20}"], "[ -~]{0,12}"), 0..8)) {
        let content = mla().posted(&pairs, &example());
        let _ = mla().fields(&content, Lang::Ar);
        prop_assert!(mla().faults(&content).iter().all(|fault| fault.what != What::UnknownField));
    }
}
