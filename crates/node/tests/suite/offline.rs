//! Screening from file to file: no node, the same engine.

use serde_json::Value;

use crate::comity::{comity, repository, text};

/// A folder for files; there is no node in it.
struct Folder(tempfile::TempDir);

impl Folder {
    fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.0.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        text(&path)
    }
}

fn lines(path: &str) -> Vec<Value> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn a_file_is_answered_line_by_line_in_order() {
    let house = Folder(tempfile::tempdir().unwrap());
    let list = repository("crates/screen/testdata/demo_list.xml");
    let asked = concat!(
        r#"{"id":"a","schema":"Person","properties":{"name":["Tariq Zuhayr al-Qarmadi"],"birthDate":"1971-04-09"}}"#,
        "\n",
        r#"{"id":"b","schema":"Person","properties":{"name":"Nobody Whatsoever"}}"#,
        "\n",
        r#"{"id":3,"properties":{"name":["القرمدي طارق زهير"]}}"#,
        "\n",
    );
    let queries = house.file("queries.jsonl", asked.as_bytes());
    let out = house.file("out.jsonl", b"");
    let command = [
        "screen",
        "--data",
        &list,
        "--queries",
        &queries,
        "--out",
        &out,
    ];
    comity(&command).with(0, &["3 questions, 2 of them"]);
    let answers = lines(&out);
    let ids: Vec<&str> = answers.iter().map(|a| a["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["a", "b", "3"]);
    let first = &answers[0]["results"][0];
    assert_eq!(first["schema"], "Person");
    assert_eq!(first["datasets"], serde_json::json!(["un-sc"]));
    assert_eq!(first["match"], true);
    let why = &first["explanations"];
    assert!(why["list_version"].as_str().unwrap().contains(" · "));
    assert_eq!(why["for"][0]["kind"], "birth-day");
    assert_eq!(answers[1]["results"], serde_json::json!([]));
    assert!(answers[2]["results"][0]["score"].as_f64().unwrap() >= 0.7);
    // Csv says the same; nothing below the threshold is shown, and no more than asked for.
    let csv = house.file(
        "q.csv",
        "id,name,birth_date\nx,\"al-Qarmadi, Tariq Zuhayr\",1971-04-09\n".as_bytes(),
    );
    let more = [
        "screen",
        "--data",
        &list,
        "--queries",
        &csv,
        "--out",
        &out,
        "--threshold",
        "0",
        "--limit",
        "2",
    ];
    comity(&more).with(0, &["1 questions"]);
    assert!(lines(&out)[0]["results"].as_array().unwrap().len() <= 2);
    comity(&[
        "screen",
        "--data",
        &queries,
        "--queries",
        &csv,
        "--out",
        &out,
        "--threshold",
        "7",
    ])
    .with(2, &["--threshold is a score from 0 to 1"]);
}

#[test]
fn pairs_keep_their_columns() {
    let house = Folder(tempfile::tempdir().unwrap());
    let input = house.file(
        "pairs.csv",
        "name1,note,name2\nMohammed Ali,\"a, b\",محمد علي\nAnna Berg,=1+1,Otto Klein\n".as_bytes(),
    );
    let out = house.file("scored.csv", b"");
    comity(&["screen", "pairs", "--in", &input, "--out", &out]).with(0, &["2 pairs"]);
    let text = std::fs::read_to_string(&out).unwrap();
    let rows: Vec<&str> = text.lines().collect();
    assert_eq!(rows[0], "name1,note,name2,score");
    let score = |row: &str| row.rsplit(',').next().unwrap().parse::<f64>().unwrap();
    assert!(
        rows[1].starts_with("Mohammed Ali,\"a, b\",محمد علي,") && score(rows[1]) >= 0.7,
        "{text}"
    );
    // A spreadsheet runs nothing of it.
    assert!(
        rows[2].starts_with("Anna Berg,'=1+1,Otto Klein,") && score(rows[2]) < 0.3,
        "{text}"
    );
    let json = house.file(
        "pairs.jsonl",
        br#"{"schema":"Person","query":{"name":"Olaf Scholz"},"candidate":{"properties":{"name":["Olaf Scholz"]}}}"#,
    );
    comity(&["screen", "pairs", "--in", &json, "--out", &out]).with(0, &["1 pairs"]);
    assert!(lines(&out)[0]["score"].as_f64().unwrap() >= 0.9);
    let bad = house.file("bad.csv", b"a,b\n1,2\n");
    comity(&["screen", "pairs", "--in", &bad, "--out", &out]).with(2, &["name1 and name2"]);
}
