//! Control over screening at the command line: a file, the queue, a review, a watched subject, the log and its proofs.

use crate::comity::{House, repository, text};

const LISTED: &str = "Tariq Zuhayr al-Qarmadi";
/// The log is written within a second; a busy machine takes longer.
const QUEUE_MAX: std::time::Duration = std::time::Duration::from_secs(20);

fn house() -> House {
    let house = House::new("XA");
    let list = std::fs::read(repository("crates/screen/testdata/demo_list.xml")).unwrap();
    let file = house.file("list.xml", &list);
    house
        .run(&["list", "import", "--format", "un-xml", &file])
        .with(0, &["un-sc version 1"]);
    house
}

/// The word that follows another in what was said.
fn after<'t>(said: &'t str, word: &str) -> &'t str {
    let (_, rest) = said
        .split_once(word)
        .unwrap_or_else(|| panic!("no {word} in {said}"));
    rest.split_whitespace().next().unwrap()
}

fn officer(house: &House) -> [String; 4] {
    let password = house.file("password", b"a lamp in every window\n");
    let add = [
        "officer",
        "add",
        "--login",
        "amira",
        "--name",
        "Amira",
        "--role",
        "case_officer",
        "--password-file",
        &password,
    ];
    house.run(&add).with(0, &["amira is added"]);
    [
        "--officer".to_owned(),
        "amira".to_owned(),
        "--password-file".to_owned(),
        password,
    ]
}

#[test]
fn a_question_is_proved_by_its_salt() {
    let house = house();
    let said = house
        .run(&[
            "screen",
            "check",
            "--name",
            "Ingeborg Halvorsen",
            "--birth",
            "1988",
        ])
        .with(0, &["NO RECORD"])
        .out;
    let (query, salt) = (after(&said, " query "), after(&said, "\nsalt "));
    house.run(&["screen", "log", "show"]).with(
        0,
        &[query, "answered 0 of nothing", "un-sc 2026-10-01", "desk"],
    );
    // A page after the last is no empty log.
    house
        .run(&["screen", "log", "show", "--before", "2020-01-01T00:00:00Z"])
        .with(0, &["nothing more is on the log"]);
    let prove = |more: &[&str]| house.run(&[&["screen", "log", "prove", query], more].concat());
    prove(&[]).with(
        0,
        &[
            "row 1 of 1 in entry",
            "OK: row, group, entry and checkpoint",
        ],
    );
    let right = [
        "--name",
        "Ingeborg Halvorsen",
        "--birth",
        "1988",
        "--salt",
        salt,
    ];
    let out = text(&house.path("proof.json"));
    let proof =
        prove(&[&right[..], &["--out", &out]].concat()).with(0, &["OK: this is what was asked"]);
    assert!(!format!("{}{}", proof.out, proof.err).contains("Ingeborg"));
    assert!(std::fs::read_to_string(&out).unwrap().contains(query));
    prove(&["--name", "Somebody Else", "--salt", salt])
        .with(1, &["NO: this is not what was asked"]);
    prove(&["--name", "Ingeborg Halvorsen", "--salt", "77"]).with(2, &["64 hexadecimal digits"]);
    let question = house.file(
        "question.json",
        br#"{"properties":{"name":["Ingeborg Halvorsen"],"birthDate":["1988"]}}"#,
    );
    prove(&["--question", &question, "--salt", salt]).with(0, &["OK: this is what was asked"]);
    let out = text(&house.path("log.jsonl"));
    house
        .run(&["screen", "log", "export", "--out", &out])
        .with(0, &["1 rows", "written to"]);
    let log = std::fs::read_to_string(&out).unwrap();
    assert!(log.contains(query) && !log.contains("Halvorsen"), "{log}");
    house.run(&["ledger", "verify"]).with(0, &["OK: rows"]);
}

#[test]
fn a_file_is_checked_and_its_hits_are_decided_by_name() {
    let house = house();
    let names = house.file(
        "names.csv",
        format!("id,name,shoe\n1,{LISTED},44\n2,Ingeborg Halvorsen,38\n").as_bytes(),
    );
    let out = text(&house.path("result.csv"));
    house.run(&["screen", "file", &names, "--out", &out]).with(
        0,
        &[
            "2 rows, 1 with hits",
            "not compared: column shoe",
            "written to",
        ],
    );
    let result = std::fs::read_to_string(&out).unwrap();
    assert!(
        result.contains("\r\n1,1,") && result.contains("un-9900001") && result.contains("\r\n2,2,"),
        "{result}"
    );
    // What was found comes into the queue with the log, a little after the answer.
    let waits = std::time::Instant::now();
    let waiting = || house.run(&["screen", "queue", "list"]).out;
    while waits.elapsed() < QUEUE_MAX && !waiting().contains("hit:") {}
    let queue = house
        .run(&["screen", "queue", "list"])
        .with(0, &["open", "file", LISTED])
        .out;
    let hit = format!("hit:{}", after(&queue, "hit:"));
    house
        .run(&["screen", "queue", "show", &hit])
        .with(0, &["asked: name", "Entry 1: score"]);
    let who = officer(&house);
    let who: Vec<&str> = who.iter().map(String::as_str).collect();
    let as_officer = |arguments: &[&str]| house.run(&[&["screen"], arguments, &who].concat());
    as_officer(&[
        "queue",
        "decide",
        &hit,
        "--verdict",
        "not_this",
        "--reason",
        "another birth date",
    ])
    .with(0, &["decided: not_this by review:"]);
    let check = house
        .run(&["screen", "check", "--name", LISTED])
        .with(0, &["left out by review:"])
        .out;
    let review = format!(
        "review:{}",
        after(&check, "left out by review:").trim_end_matches(':')
    );
    house
        .run(&["screen", "review", "list"])
        .with(0, &[&review, "another birth date"]);
    as_officer(&["review", "withdraw", &review]).with(0, &["withdrawn"]);
    house
        .run(&["screen", "queue", "list"])
        .with(0, &[&hit, "open"]);
}

#[test]
fn a_subject_is_watched_by_name_for_a_case_and_until_a_day() {
    let house = house();
    let who = officer(&house);
    let who: Vec<&str> = who.iter().map(String::as_str).collect();
    let as_officer = |arguments: &[&str]| house.run(&[&["screen"], arguments, &who].concat());
    let add = [
        "watch",
        "add",
        "--name",
        LISTED,
        "--reason",
        "named in a request",
        "--until",
    ];
    let far = as_officer(&[&add[..], &["2199-01-01", "--case", "XA-2026/7"]].concat());
    far.with(1, &["UNTIL-TOO-FAR"]);
    // The node's own day: the beginning of the log's first line.
    house
        .run(&["screen", "check", "--name", "Nobody"])
        .with(0, &["NO RECORD"]);
    let log = house.run(&["screen", "log", "show"]).out;
    let today: jiff::civil::Date = log.get(..10).unwrap().parse().unwrap();
    let until = (today + jiff::Span::new().days(30)).to_string();
    let added = as_officer(&[&add[..], &[&until, "--case", "XA-2026/7"]].concat())
        .with(0, &["watched until"])
        .out;
    let watch = format!("watch:{}", after(&added, "watch:"));
    house
        .run(&["screen", "watch", "list"])
        .with(0, &[&watch, "XA-2026/7"]);
    as_officer(&["watch", "stop", &watch]).with(0, &["destroyed"]);
    house
        .run(&["screen", "watch", "list"])
        .with(0, &["nobody is watched"]);
    let add = [
        "screen", "watch", "add", "--name", LISTED, "--reason", "r", "--until", &until,
    ];
    house.run(&add).with(2, &["--case", "--officer"]);
}
