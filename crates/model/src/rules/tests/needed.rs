//! What the form says is needed is what the rules block for: the table of fields tells the truth.

use super::*;

/// Fields in whose place another may stand: a document, a description or prints tell a person alike.
const ALTERNATIVES: &[&str] = &["/persons/0/documents"];

/// Every place of the content where something of one kind stands.
fn places(value: &Value, at: &str, all: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (name, inner) in map {
                places(inner, &format!("{at}/{name}"), all);
            }
        }
        Value::Array(items) if items.iter().any(Value::is_object) => {
            for (index, inner) in items.iter().enumerate() {
                places(inner, &format!("{at}/{index}"), all);
            }
        }
        _ => all.push(at.to_owned()),
    }
}

#[test]
fn a_field_whose_absence_blocks_is_said_to_be_needed() {
    let mut faults = Vec::new();
    for template in crate::template::all() {
        let text = crate::template::example(template.kind).expect("shipped");
        let example: Value = serde_json::from_str(text).expect(&template.name);
        let bench = Bench {
            kind: template.kind,
            ..Bench::demo()
        };
        let mut all = Vec::new();
        places(&example, "", &mut all);
        for at in all {
            let mut content = example.clone();
            spoiled::change(&mut content, &at, &Value::Null);
            let blocks = of_level(&bench.check_as_named(&content), Level::Block);
            let blocked = blocks
                .iter()
                .any(|found| found.ends_with(&format!(" {at}")));
            let Some(field) = template.spec(&at) else {
                continue;
            };
            let index = at.split('/').find_map(|part| part.parse().ok());
            if blocked
                && !field.desk
                && !field.is_required(&content, index)
                && !ALTERNATIVES.contains(&at.as_str())
            {
                faults.push(format!("{} {at}: {blocks:?}", template.name));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
