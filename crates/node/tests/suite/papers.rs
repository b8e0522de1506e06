//! What needs no node: checking a request in a file, checking an evidence package, schemas.

use serde_json::{Value, json};

use crate::comity::{Said, comity, repository, text};

const AT: &str = "2026-03-02T09:00:00Z";

fn example() -> Value {
    let path = repository("templates/mla/example.json");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

fn check(content: &Value, more: &[&str]) -> Said {
    let root = tempfile::tempdir().unwrap();
    let file = root.path().join("request.json");
    std::fs::write(&file, content.to_string()).unwrap();
    let file = text(&file);
    comity(&[&["request", "check", &file, "--at", AT], more].concat())
}

fn verdict(said: &Said) -> Value {
    serde_json::from_str(&said.out).unwrap_or_else(|_| panic!("{said:?}"))
}

#[test]
fn the_example_can_be_sent() {
    let path = repository("templates/mla/example.json");
    let said = comity(&["request", "check", &path, "--at", AT]).with(0, &[]);
    let told = verdict(&said);
    assert_eq!(told["verdict"], "SENDABLE", "{told:#}");
    assert_eq!(told["basis"][0]["instrument"], "BOMBINGS-1997");
    let wrapped = json!({"from": "XA", "to": "XB", "content": example()});
    assert_eq!(verdict(&check(&wrapped, &[]).with(0, &[])), told);
}

#[test]
fn what_is_missing_is_named_by_code_and_field() {
    let mut content = example();
    content.as_object_mut().unwrap().shift_remove("facts");
    let said = check(&content, &[]).with(1, &[]);
    let told = verdict(&said);
    assert_eq!(told["verdict"], "BLOCKED");
    let findings = told["findings"].as_array().unwrap();
    let found = findings
        .iter()
        .find(|f| f["level"] == "B" && f["field"].as_str().unwrap().starts_with("/facts"));
    let found = found.unwrap_or_else(|| panic!("{told:#}"));
    for part in ["code", "message", "action", "source"] {
        assert!(
            found[part].as_str().is_some_and(|text| text.len() > 1),
            "{found:#}"
        );
    }
    let french = verdict(&check(&content, &["--lang", "fr"]));
    assert_ne!(
        french["findings"][0]["message"],
        told["findings"][0]["message"]
    );
    assert_eq!(french["findings"][0]["code"], told["findings"][0]["code"]);
}

#[test]
fn a_state_or_an_authority_that_nobody_knows_is_a_finding() {
    let changes = [
        ("/requested/state", json!("QQ")),
        ("/requested/state", json!("Belmora")),
        ("/requested/state", json!("")),
        ("/requesting/state", json!("ZZ")),
        ("/requesting/state", json!("XB")),
        ("/requested/authority", json!("nobody")),
        ("/requesting/authority", json!("The ministry")),
        ("/title", json!("Case \u{202e} 7")),
    ];
    for (field, value) in changes {
        let mut content = example();
        *content.pointer_mut(field).unwrap() = value.clone();
        let told = verdict(&check(&content, &[]).with(1, &[]));
        let blocks: Vec<&Value> = told["findings"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|f| f["level"] == "B")
            .collect();
        let code = if field == "/title" {
            "GEN-04"
        } else {
            "GEN-02"
        };
        assert!(
            blocks.iter().all(|f| f["code"] == code) && !blocks.is_empty(),
            "{field} {value}: {blocks:#?}"
        );
    }
    let mut unsaid = example();
    unsaid.as_object_mut().unwrap().shift_remove("requested");
    let told = verdict(&check(&unsaid, &[]).with(1, &[]));
    assert_eq!(told["findings"][0]["code"], "GEN-02", "{told:#}");
}

#[test]
fn a_file_is_read_as_it_is_meant() {
    let told = verdict(&check(&example(), &[]).with(0, &[]));
    let mut content = example();
    for (field, value) in [
        ("/type", json!("MLA")),
        ("/requesting/state", json!("xa")),
        ("/requested/state", json!("xb")),
        ("/urgency", json!("normal")),
        ("/languages/original", json!("English")),
        ("/offences/0/category", json!("Terrorist bombing")),
        ("/offences/0/penalty_max_months", json!("240")),
        ("/persons/0/minor", json!(false)),
        ("/measures/0/kind", json!("Bank transactions")),
    ] {
        *content.pointer_mut(field).unwrap() = value;
    }
    assert_eq!(verdict(&check(&content, &[]).with(0, &[])), told);
    // A State alone says who asks, though not which of its authorities: that, and nothing else, is hinted at.
    for written in ["XA", "xa"] {
        let mut content = example();
        content["requesting"] = json!(written);
        let read = verdict(&check(&content, &[]).with(0, &[]));
        let added = |of: &Value, than: &Value| -> Vec<(String, String)> {
            let (of, than) = (of["findings"].as_array(), than["findings"].as_array());
            let more = of.unwrap().iter().filter(|f| !than.unwrap().contains(f));
            let text = |f: &Value, name: &str| f[name].as_str().unwrap().to_owned();
            more.map(|f| (text(f, "code"), text(f, "field"))).collect()
        };
        let hint = ("FORM-01".to_owned(), "/requesting/authority".to_owned());
        assert_eq!(added(&read, &told), [hint], "{written}");
        assert_eq!(added(&told, &read), [], "{written}");
        for same in ["verdict", "basis", "clocks"] {
            assert_eq!(read[same], told[same], "{written}: {same}");
        }
    }
}

#[test]
fn a_file_that_is_no_request_is_said_to_be_none() {
    let root = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = root.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        text(&path)
    };
    for (name, bytes, words) in [
        ("a", b"{".to_vec(), ["not JSON", "line 1"]),
        ("b", b"[]".to_vec(), ["object", "named fields"]),
        ("c", b"{}".to_vec(), ["/type", "of what kind"]),
        (
            "d",
            vec![b' '; 2 << 20],
            ["could not be read", "larger than"],
        ),
        (
            "e",
            br#"{"type": "letter"}"#.to_vec(),
            ["letter", "there are: mla"],
        ),
        (
            "f",
            br#"{"from": "XA", "to": 7, "content": {}}"#.to_vec(),
            ["beside the content", "f:"],
        ),
    ] {
        comity(&["request", "check", &file(name, &bytes)]).with(2, &words);
    }
    let empty = json!({"from": "XA", "to": "XB", "template": "mla", "content": {}});
    assert_eq!(verdict(&check(&empty, &[]))["verdict"], "BLOCKED");
}

#[test]
fn a_folder_that_is_no_package_does_not_hold() {
    let root = tempfile::tempdir().unwrap();
    let dir = text(root.path());
    comity(&["evidence", "verify", &dir]).with(2, &[&dir, "there is no package in this folder"]);
    std::fs::write(root.path().join("bagit.txt"), "BagIt-Version: 9\n").unwrap();
    let said = comity(&["evidence", "verify", &dir]);
    assert!([1, 2].contains(&said.code), "{said:?}");
    let missing = text(&root.path().join("missing"));
    comity(&["evidence", "verify", &missing]).with(2, &["there is no such folder"]);
}

#[test]
fn a_schema_is_printed() {
    let said = comity(&["template", "schema", "mla"]).with(0, &[]);
    let schema: Value = serde_json::from_str(&said.out).unwrap();
    assert!(schema["$schema"].as_str().unwrap().contains("2020-12"));
    comity(&["template", "schema", "zzz"]).with(2, &["there are: mla"]);
}

#[test]
fn usage_ends_with_two_and_help_with_nothing() {
    comity(&["frobnicate"]).with(2, &["frobnicate"]);
    comity(&[]).with(2, &["Usage"]);
    comity(&["--help"]).with(0, &["Exit codes", "evidence"]);
    comity(&["list", "import", "--help"]).with(0, &["--accept-removals"]);
}
