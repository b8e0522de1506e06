//! The shared vectors, answered line by line.

use jiff::civil::date;

use super::{Answer, Kind, answer};
use crate::shared::shared;

fn answers(kind: Kind, name: &str) -> Option<Vec<(serde_json::Value, Answer)>> {
    let file = shared(&format!("sharing/synthetic/{name}.jsonl"))?;
    let text = std::fs::read_to_string(file).unwrap();
    let one = |line: &str| {
        let said = answer(kind, line, date(2026, 6, 1)).unwrap();
        (serde_json::from_str(line).unwrap(), said)
    };
    Some(text.lines().map(one).collect())
}

#[test]
fn the_shared_vectors_agree() {
    for (kind, name, count) in [
        (Kind::Label, "handling_vectors", 400),
        (Kind::Release, "downgrade_cases", 60),
        (Kind::Recall, "recall_scenarios", 80),
    ] {
        let Some(answers) = answers(kind, name) else {
            continue;
        };
        assert_eq!(answers.len(), count, "{name}");
        for (_, said) in answers {
            assert_eq!(said.differs, Vec::<String>::new(), "{} of {name}", said.id);
        }
    }
}

#[test]
fn what_must_not_appear_appears_nowhere_and_what_must_does() {
    let Some(answers) = answers(Kind::Release, "downgrade_cases") else {
        return;
    };
    let texts = |case: &serde_json::Value, name: &str| {
        let list = case[name].as_array().unwrap().clone();
        list.into_iter()
            .map(|one| one.as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    for (case, said) in answers {
        let line = said.line();
        let lower = line.to_lowercase();
        for hidden in texts(&case, "must_not_appear") {
            assert!(
                !lower.contains(&hidden.to_lowercase()),
                "{}: {hidden}",
                said.id
            );
        }
        for kept in texts(&case, "must_appear") {
            assert!(line.contains(&kept), "{}: {kept}", said.id);
        }
    }
}

#[test]
fn a_vector_that_expects_something_else_is_named() {
    let line = r#"{"id":"R","nodes":["A","B"],"origin":"A","shares":[{"frm":"A","to":"B","t":1,"consent":true}],
        "action":{"kind":"recall","t":2,"deadline":9},"expect":{"holders":["A"],"overdue_at_deadline":[]}}"#;
    let said = answer(Kind::Recall, line, date(2026, 6, 1)).unwrap();
    assert_eq!(said.differs, ["expect.holders"]);
    assert!(answer(Kind::Recall, "{}", date(2026, 6, 1)).is_err());
    let twice = r#"{"id":"L","id":"M"}"#;
    assert!(
        answer(Kind::Label, twice, date(2026, 6, 1))
            .unwrap_err()
            .contains("JSON-TWICE")
    );
    assert!(
        answer(Kind::Label, r#"{"id":"L"}"#, date(2026, 6, 1))
            .unwrap_err()
            .contains("portions")
    );
}
