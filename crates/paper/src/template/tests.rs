use std::collections::BTreeSet;

use model::Lang;
use serde_json::{Value, json};

use super::*;

fn mla() -> &'static Template {
    find("mla", 1).expect("shipped")
}

/// The reference content, shared with the rules of law.
fn example() -> Value {
    serde_json::from_str(model::template::example(model::kind::Kind::Mla).expect("shipped"))
        .expect("JSON")
}

#[test]
fn every_section_field_and_code_has_its_words_in_six_languages() {
    let mut missing = BTreeSet::new();
    for (template, lang) in all()
        .iter()
        .flat_map(|template| Lang::ALL.iter().map(move |lang| (template, *lang)))
    {
        let mut want = |key: String| {
            if !crate::words::has(lang, &key) {
                missing.insert(format!("{}: {key}", lang.code()));
            }
        };
        want(format!("{}-template", template.name));
        for section in &template.sections {
            let key = section.words.clone();
            want(key.clone());
            want(format!("{key}.help"));
            for attr in ["one", "add", "remove"] {
                if section.list.is_some() {
                    want(format!("{key}.{attr}"));
                }
            }
            for field in &section.fields {
                let key = field.words.clone();
                want(format!("{key}.help"));
                want(key);
                let (instrument, _) = field.source.split_once(' ').unwrap_or((&field.source, ""));
                want(format!("source-{}", instrument.to_lowercase()));
                for code in template.codes_of(field) {
                    let list = field.codes.as_deref().unwrap_or_default();
                    if template.code_word(lang, list, code) == *code {
                        want(format!("{}-code-{list}-{code}", template.name));
                    }
                }
            }
        }
    }
    assert!(
        missing.is_empty(),
        "{}",
        missing.into_iter().collect::<Vec<_>>().join("\n")
    );
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
    mla().posted(&pairs, base)
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
    assert_eq!(mla().posted(&pairs, &content), content);
}

/// A State's own template: an annex to mutual legal assistance, with its words.
const OWN: &str = r#"
name = "mla.customs"
version = 2
extends = "mla"

[codes]
seals = ["lead", "plastic"]

[[section]]
id = "customs"
list = "/annex/seals"
entries_max = 4
fields = [
  { at = "/annex/seals/*/kind", kind = "code", codes = "seals", required = "always", source = "practice" },
  { at = "/annex/seals/*/number", kind = "text", source = "practice" },
]

[words.fr]
mla-customs-template = "Demande avec annexe douanière"
mla-customs-section-customs = "Scellés douaniers"
"mla-customs-section-customs.one" = "Scellé { $index }"
"mla-customs-section-customs.add" = "Ajouter un scellé"
"mla-customs-section-customs.remove" = "Retirer le scellé { $index }"
mla-customs-annex-seals-kind = "Nature"
mla-customs-annex-seals-number = "Numéro"
mla-customs-code-seals-lead = "Plomb"
"#;

#[test]
fn an_own_template_brings_its_own_words() {
    let own = Template::read(OWN).expect("a template");
    assert_eq!(own.title(Lang::Fr), "Demande avec annexe douanière");
    // Another language shows the words there are rather than a key.
    assert_eq!(own.title(Lang::Ar), "Demande avec annexe douanière");
    let mut content = example();
    content["type"] = json!("mla");
    content["annex"] = json!({"seals": [{"kind": "lead", "number": "7-A"}]});
    assert_eq!(own.faults(&content), []);
    let sections = own.fields(&content, Lang::Fr);
    let seals = sections.iter().find(|s| s.id == "customs").expect("asked");
    let entry = &seals.repeat.as_ref().expect("a list").entries[0];
    assert_eq!(
        crate::words::without_isolates(&entry.title),
        "Scellé 1 : Plomb"
    );
    assert!(sections.iter().all(|s| s.id != "beyond"));
    content["annex"]["seals"][0]["kind"] = json!("wax");
    assert!(matches!(
        own.faults(&content)[..],
        [Fault {
            what: What::UnknownCode,
            ..
        }]
    ));
}

#[test]
fn what_the_form_does_not_know_is_shown_as_it_came() {
    let mut content = example();
    content["annex"] = json!({"seals": [{"kind": "lead"}]});
    content["weather"] = json!({"wind_speed": 7, "note": "", "calm": null});
    content["persons"][0]["height"] = json!("181");
    let sections = mla().fields(&content, Lang::En);
    let beyond = sections.last().expect("sections");
    assert_eq!(beyond.id, "beyond");
    let rows: Vec<(&str, &str, &str)> = beyond
        .fields
        .iter()
        .map(|f| (f.pointer.as_str(), f.label.as_str(), f.said.as_str()))
        .collect();
    assert_eq!(
        rows,
        [
            ("/persons/0/height", "persons · 0 · height", "181"),
            ("/annex/seals/0/kind", "annex · seals · 0 · kind", "lead"),
            ("/weather/wind_speed", "weather · wind speed", "7"),
        ]
    );
    assert!(
        mla()
            .fields(&example(), Lang::En)
            .iter()
            .all(|s| s.id != "beyond")
    );
}

mod agreement;
