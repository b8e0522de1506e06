//! Vectors of sharing at the command line: answered line by line, named where they differ, and nothing that stays behind is printed.

use serde_json::{Value, json};

use crate::comity::{Said, comity, text};

/// The command over a file of these lines.
fn over(what: [&str; 2], lines: &str) -> Said {
    let root = tempfile::tempdir().unwrap();
    let file = root.path().join("vectors.jsonl");
    std::fs::write(&file, lines).unwrap();
    comity(&[what[0], what[1], &text(&file), "--at", "2026-06-01"])
}

fn answers(said: &Said) -> Vec<Value> {
    let one = |line: &str| serde_json::from_str(line).unwrap();
    said.out.lines().map(one).collect()
}

fn label(class: &str, to: &[&str]) -> Value {
    json!({"cls": class, "tlp": "GREEN", "originator": "XA", "releasable_to": to, "purposes": ["screening"]})
}

#[test]
fn labels_are_rolled_up_and_who_differs_is_named() {
    let vector = |decision: &str| {
        json!({"id": "L", "as_of": "2026-06-01", "portions": [label("OFFICIAL", &["XB"]), label("SECRET", &["XB", "XC"])],
            "recipient": {"country": "XB", "clearance": "SECRET", "purpose": "screening", "relation": "same_org"},
            "expect": {"decision": decision}})
    };
    let said = over(["label", "check"], &format!("{}\n\n", vector("PERMIT"))).with(0, &[]);
    assert_eq!(
        answers(&said)[0]["expect_rollup"]["releasable_to"],
        json!(["XB"])
    );
    over(["label", "check"], &vector("DENY").to_string())
        .with(1, &["L: differs in expect.decision"]);
    over(["label", "check"], "{}\nno\n").with(1, &["line 1", "line 2", "\"id\" or \"case\""]);
}

#[test]
fn a_release_prints_what_leaves_and_nothing_of_what_stays() {
    let low = label("OFFICIAL", &["XA", "XB"]);
    let high = label("SECRET", &["XA"]);
    let vector = json!({"id": "D", "dirty_words": ["GREY HERON"], "expect": "RELEASE",
        "recipient": {"country": "XB", "clearance": "OFFICIAL", "purpose": "screening", "relation": "same_org"},
        "report": {"label": low, "title": "Traveller report", "person": {"name": {"v": "Imre Veldt", "label": low}, "dob": {"v": "1979-01-04", "label": low}},
            "portions": [{"id": "p1", "text": "He joined a designated group.", "label": low}, {"id": "p2", "text": "GREY HERON told us in Mirova.", "label": high}]}});
    let said = over(["release", "check"], &vector.to_string())
        .with(0, &["Imre Veldt", "joined a designated group"]);
    for hidden in ["HERON", "Mirova", "Traveller"] {
        assert!(
            !said.out.contains(hidden) && !said.err.contains(hidden),
            "{said:?}"
        );
    }
    assert_eq!(
        answers(&said)[0]["lost"],
        json!({"title": 1, "statement": 1})
    );
}

#[test]
fn recalls_and_records_are_answered() {
    let scenario = json!({"id": "P", "nodes": ["A", "B"], "origin": "A", "shares": [{"frm": "A", "to": "B", "t": 1, "consent": true}],
        "offline": {"B": [2, 90]}, "action": {"kind": "recall", "t": 2, "deadline": 9}, "expect": {"overdue_at_deadline": ["B"]}});
    over(["recall", "replay"], &scenario.to_string()).with(0, &["\"holders\":[\"B\"]"]);
    let record =
        json!({"id": "R", "record": {"subject": "person"}, "expect": {"standing": "REFUSED"}});
    over(["record", "check"], &record.to_string()).with(0, &["REC-01", "/category"]);
}
