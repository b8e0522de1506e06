use std::collections::BTreeSet;

use model::Lang;
use model::rules::fields::{self as model_fields, Kind as ModelKind};
use serde_json::{Value, json};

use super::*;

/// The reference content, shared with the rules of law.
fn example() -> Value {
    serde_json::from_str(include_str!("../../../model/src/rules/example_mla.json")).expect("JSON")
}

fn codes_of(findings: &[model::finding::Finding]) -> Vec<(&str, &str)> {
    findings
        .iter()
        .map(|f| (f.code.as_str(), f.field.as_str()))
        .collect()
}

#[test]
fn the_template_agrees_with_the_closed_list_of_fields() {
    let template = mla();
    let law = model_fields::leaves(model_fields::MLA);
    let ours: BTreeSet<&str> = template.specs().map(|(_, f)| f.pattern.as_str()).collect();
    let theirs: BTreeSet<&str> = law.iter().map(|(pattern, _)| pattern.as_str()).collect();
    assert_eq!(
        ours.symmetric_difference(&theirs).collect::<Vec<_>>(),
        Vec::<&&str>::new()
    );
    for (pattern, kind) in &law {
        let field = template.field_at(pattern).expect("listed");
        let agrees = match kind {
            ModelKind::Name => field.kind == Kind::Name,
            ModelKind::Line => field.kind == Kind::Text,
            ModelKind::Prose => field.kind == Kind::Longtext,
            ModelKind::Text => field.kind == Kind::Ltext,
            ModelKind::Code(codes) => {
                field.kind == Kind::Code && template.codes_of(field) == *codes
            }
            ModelKind::Codes(codes) => {
                field.kind == Kind::Codes && template.codes_of(field) == *codes
            }
            ModelKind::Date => field.kind == Kind::Date,
            ModelKind::PartialDate => field.kind == Kind::PartialDate,
            ModelKind::YesNo => field.kind == Kind::YesNo,
            ModelKind::Number => field.kind == Kind::Number,
            ModelKind::Zone => field.kind == Kind::Zone,
            ModelKind::Language => field.kind == Kind::Language,
            ModelKind::Languages => field.kind == Kind::Languages,
            ModelKind::State => field.kind == Kind::State,
            ModelKind::States => field.kind == Kind::States,
            ModelKind::Digest => field.kind == Kind::Digest,
        };
        assert!(agrees, "{pattern}: {kind:?} there, {:?} here", field.kind);
    }
}

#[test]
fn no_field_is_longer_here_than_the_rules_allow() {
    use model::limits::{CONTENT_TEXT_CHARS_MAX, LINE_CHARS_MAX};
    for (_, field) in mla().specs() {
        let max = match field.kind {
            Kind::Longtext | Kind::Ltext => CONTENT_TEXT_CHARS_MAX,
            _ => LINE_CHARS_MAX,
        };
        assert!(field.chars_max <= max, "{}", field.pattern);
    }
}

#[test]
fn the_groups_of_measures_are_those_of_the_rules() {
    use model::rules::codes;
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
fn every_section_field_and_code_has_its_words_in_six_languages() {
    let template = mla();
    let mut missing = Vec::new();
    for lang in Lang::ALL.iter().copied() {
        let mut want = |key: String| {
            if !crate::words::has(lang, &key) {
                missing.push(format!("{}: {key}", lang.code()));
            }
        };
        want(format!("{}-template", template.name));
        for section in &template.sections {
            let key = format!("{}-section-{}", template.name, section.id);
            want(key.clone());
            want(format!("{key}.help"));
            for attr in ["one", "add", "remove"] {
                if section.list.is_some() {
                    want(format!("{key}.{attr}"));
                }
            }
            for field in &section.fields {
                let key = field.key(&template.name);
                want(format!("{key}.help"));
                want(key);
                let (instrument, _) = field.source.split_once(' ').unwrap_or((&field.source, ""));
                want(format!("source-{}", instrument.to_lowercase()));
                for code in template.codes_of(field) {
                    let list = field.codes.as_deref().unwrap_or_default();
                    want(format!("{}-code-{list}-{code}", template.name));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn the_example_has_the_right_shape() {
    let found = mla().shape_findings(&example());
    assert_eq!(codes_of(&found), Vec::<(&str, &str)>::new());
}

/// Where, what is put there, and the finding it gives (none where it is right).
fn faults() -> Vec<(&'static str, Value, &'static str, &'static str)> {
    vec![
        ("/title", json!(""), "SHAPE-05", "/title"),
        ("/title", json!("  "), "SHAPE-05", "/title"),
        ("/title", json!("x".repeat(301)), "SHAPE-02", "/title"),
        ("/title", json!(7), "SHAPE-03", "/title"),
        ("/title", json!({"withheld": " "}), "SHAPE-03", "/title"),
        ("/relation", json!("newish"), "SHAPE-04", "/relation"),
        (
            "/use_limits/purposes",
            json!(["evidence", "fun"]),
            "SHAPE-04",
            "/use_limits/purposes",
        ),
        (
            "/persons/1/born_on",
            json!("1994-02-30"),
            "SHAPE-03",
            "/persons/1/born_on",
        ),
        (
            "/persons/0/nationalities",
            json!(["xa"]),
            "SHAPE-03",
            "/persons/0/nationalities",
        ),
        (
            "/persons/0/faith",
            json!("any"),
            "SHAPE-01",
            "/persons/0/faith",
        ),
        (
            "/offences/0/deaths",
            json!(-1),
            "SHAPE-03",
            "/offences/0/deaths",
        ),
        (
            "/measures/1/questions",
            json!(""),
            "SHAPE-05",
            "/measures/1/questions",
        ),
        (
            "/measures/0/kind",
            json!("service"),
            "SHAPE-05",
            "/measures/0/documents",
        ),
        ("/measures", json!([]), "SHAPE-05", "/measures"),
        ("/measures", json!("all"), "SHAPE-03", "/measures"),
        (
            "/urgency/level",
            json!("urgent"),
            "SHAPE-05",
            "/urgency/reason",
        ),
        ("/contacts/0/zone", json!("east"), "", ""),
        (
            "/contacts/0/zone",
            json!("+3"),
            "SHAPE-03",
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
        let found = mla().shape_findings(&content);
        let found = codes_of(&found);
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
    let found = mla().shape_findings(&content);
    assert!(codes_of(&found).contains(&("SHAPE-06", "/contacts")));
    assert!(codes_of(&found).contains(&("SHAPE-05", "/contacts/15/name")));
    assert!(!codes_of(&found).contains(&("SHAPE-05", "/contacts/16/name")));
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

#[test]
fn the_form_shows_what_is_asked_and_never_hides_what_travels() {
    let mut content = example();
    let field = |content: &Value, pointer: &str| {
        mla()
            .fields(content, Lang::En)
            .into_iter()
            .flat_map(|s| {
                let entries = s.repeat.into_iter().flat_map(|r| r.entries);
                s.fields
                    .into_iter()
                    .chain(entries.flat_map(|e| e.fields))
                    .collect::<Vec<_>>()
            })
            .find(|f| f.pointer == pointer)
    };
    assert!(field(&content, "/urgency/reason").is_none());
    assert!(field(&content, "/measures/0/questions").is_none());
    let questions = field(&content, "/measures/1/questions").expect("asked of a hearing");
    assert!(questions.required && !questions.stale);
    path::put(&mut content, "/measures/1/kind", json!("bank_accounts"));
    let questions = field(&content, "/measures/1/questions").expect("something stands in it");
    assert!(questions.stale && !questions.required);
    path::put(&mut content, "/urgency/level", json!("urgent"));
    assert!(field(&content, "/urgency/reason").expect("asked").required);

    let summary = field(&content, "/facts/summary/text").expect("a text with its language");
    assert!(summary.value.starts_with("On 14 March 2025"));
    assert_eq!(
        field(&content, "/facts/summary/lang")
            .expect("its language")
            .said,
        "English"
    );
    let born = field(&content, "/persons/1/born_on").expect("asked");
    assert_eq!((born.said.as_str(), born.dir), ("1994", "ltr"));
    assert_eq!(
        field(&content, "/persons/0/born_on").expect("asked").said,
        "23 July 1989"
    );
    let place = field(&content, "/persons/1/birth_place").expect("asked");
    assert_eq!(
        (place.standing, place.said.as_str()),
        (Standing::Unknown, "Unknown")
    );
    let role = field(&content, "/persons/0/role").expect("asked");
    let chosen: Vec<&str> = role
        .options
        .iter()
        .filter(|o| o.chosen)
        .map(|o| o.label.as_str())
        .collect();
    assert_eq!(chosen, ["Suspect"]);
    assert!(
        role.source.contains("Transnational Organized Crime"),
        "{}",
        role.source
    );
}

#[test]
fn entries_are_told_apart_by_name() {
    let sections = mla().fields(&example(), Lang::Fr);
    let persons = sections.iter().find(|s| s.id == "persons").expect("there");
    let repeat = persons.repeat.as_ref().expect("a list");
    let title = crate::words::without_isolates(&repeat.entries[1].title);
    assert_eq!(title, "Personne 2 : Okhuen, Sera");
    assert_eq!(repeat.entries[1].pointer, "/persons/1");
    assert_eq!(repeat.add.as_deref(), Some("Ajouter une personne"));
}

fn form(pairs: &[(&str, &str)], base: &Value) -> Value {
    let pairs: Vec<(String, String)> = pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    mla().from_form(&pairs, base)
}

#[test]
fn a_form_becomes_content() {
    let base = mla().blank();
    assert_eq!(base.pointer("/measures"), Some(&json!([{}])));
    let content = form(
        &[
            ("/title", "  A case \r\n"),
            ("/facts/summary/text", "line one\r\nline two"),
            ("/facts/summary/lang", "fr"),
            ("/offences/0/deaths", "12"),
            ("/offences/0/penalty_max_months", "many"),
            ("_list/use_limits/purposes", ""),
            ("/use_limits/purposes", "evidence"),
            ("/use_limits/purposes", "freezing"),
            ("/persons/0/family_name", "Drahl"),
            ("/persons/0/nationalities", "xa, XB"),
            ("_y/persons/0/born_on", "1989"),
            ("_m/persons/0/born_on", "7"),
            ("_d/persons/0/born_on", ""),
            ("_state/persons/0/address", "withheld"),
            ("_reason/persons/0/address", "protected"),
            ("/persons/5/family_name", "far"),
            ("/requesting/state", "ZZ"),
            ("/no/such", "x"),
            ("_add", "/contacts"),
        ],
        &base,
    );
    assert_eq!(content.pointer("/title"), Some(&json!("A case")));
    assert_eq!(
        content.pointer("/facts/summary"),
        Some(&json!({ "text": "line one\nline two", "lang": "fr" }))
    );
    assert_eq!(content.pointer("/offences/0/deaths"), Some(&json!(12)));
    assert_eq!(
        content.pointer("/offences/0/penalty_max_months"),
        Some(&json!("many"))
    );
    assert_eq!(
        content.pointer("/use_limits/purposes"),
        Some(&json!(["evidence", "freezing"]))
    );
    assert_eq!(
        content.pointer("/persons/0/nationalities"),
        Some(&json!(["XA", "XB"]))
    );
    assert_eq!(
        content.pointer("/persons/0/born_on"),
        Some(&json!("1989-07"))
    );
    assert_eq!(
        content.pointer("/persons/0/address"),
        Some(&json!({ "withheld": "protected" }))
    );
    assert_eq!(content.pointer("/persons/1"), None);
    assert_eq!(content.pointer("/requesting"), None);
    assert_eq!(content.pointer("/no"), None);
    assert_eq!(content.pointer("/contacts"), Some(&json!([{}, {}])));

    let content = form(
        &[
            ("_list/use_limits/purposes", ""),
            ("/offences/0/deaths", ""),
            ("_remove", "/contacts/0"),
        ],
        &content,
    );
    assert_eq!(content.pointer("/use_limits/purposes"), Some(&json!([])));
    assert_eq!(content.pointer("/offences/0/deaths"), None);
    assert_eq!(content.pointer("/contacts"), Some(&json!([{}])));
    assert_eq!(content.pointer("/title"), Some(&json!("A case")));
}

#[test]
fn what_the_form_shows_comes_back_unchanged() {
    let content = example();
    let mut pairs = Vec::new();
    for section in mla().fields(&content, Lang::En) {
        let entries = section.repeat.into_iter().flat_map(|r| r.entries);
        for field in section
            .fields
            .into_iter()
            .chain(entries.flat_map(|e| e.fields))
        {
            if field.kind == Kind::Codes {
                pairs.push((format!("_list{}", field.pointer), String::new()));
                for option in field.options.iter().filter(|o| o.chosen) {
                    pairs.push((field.pointer.clone(), option.code.clone()));
                }
            } else if field.standing != Standing::Empty {
                pairs.push((field.pointer, field.value));
            }
        }
    }
    assert_eq!(mla().from_form(&pairs, &content), content);
}

mod agreement;
