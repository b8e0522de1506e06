//! Control over screening through the JSON API: ways round the rules are refused, and what an officer did can be seen.

use http::{Method, StatusCode};
use model::limits;
use serde_json::{Value, json};

use crate::desk::{Answer, Ask, Desk, ask};

fn json_of(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap_or_else(|e| panic!("{e}: {}", answer.body))
}

async fn bearer(desk: &Desk, login: &str) -> String {
    let door = json!({ "login": login, "password": sim::town::PASSWORD });
    let opened = send(desk, ("", "/api/1/session"), &door).await;
    format!("Bearer {}", json_of(&opened)["token"].as_str().unwrap())
}

async fn send(desk: &Desk, (token, path): (&str, &str), body: &Value) -> Answer {
    let mut call = Ask {
        method: Method::POST,
        path,
        headers: vec![("content-type", "application/json")],
        body: body.to_string(),
    };
    if !token.is_empty() {
        call = call.with("authorization", token);
    }
    ask(&desk.router, call).await
}

async fn get(desk: &Desk, (token, path): (&str, &str)) -> Answer {
    ask(&desk.router, Ask::get(path).with("authorization", token)).await
}

/// A moment so many days from now: the desk's town has its own clock.
fn days(desk: &Desk, days: i64) -> String {
    let now = desk.town.house("XA").office.now();
    (now + jiff::SignedDuration::from_hours(24 * days)).to_string()
}

#[tokio::test]
async fn nobody_is_enrolled_past_the_rules() {
    let desk = Desk::new().await;
    let token = bearer(&desk, "case-officer").await;
    let path = "/api/1/screen/watches";
    let good = json!({
        "question": { "properties": { "name": ["Tariq Zuhayr al-Qarmadi"] } },
        "case": "XA-2026/7", "reason": "named in a request", "until": days(&desk, 30),
    });
    let with = |field: &str, value: Value| {
        let mut changed = good.clone();
        changed[field] = value;
        changed
    };
    let far = days(&desk, limits::WATCH_DAYS_MAX + 1);
    for (body, code) in [
        (with("case", json!("")), "MISSING"),
        (
            with("case", json!("everybody of interest")),
            "CASE-REFERENCE",
        ),
        (with("case", Value::Null), "MALFORMED"),
        (with("until", json!("")), "MALFORMED"),
        (with("until", json!(far)), "UNTIL-TOO-FAR"),
        (with("reason", json!(" ")), "MISSING"),
        (
            with("officer", json!("01900000-0000-7000-8000-000000000000")),
            "MALFORMED",
        ),
        (
            with("question", json!([good["question"], good["question"]])),
            "MALFORMED",
        ),
        (json!([good, good]), "MALFORMED"),
    ] {
        let refused = send(&desk, (&token, path), &body).await;
        assert_eq!(refused.code(), code, "{body}: {}", refused.body);
    }
    for login in ["border-officer", "auditor", "administrator", "approver"] {
        let other = bearer(&desk, login).await;
        let refused = send(&desk, (&other, path), &good).await;
        assert_eq!(
            (refused.status, refused.code().as_str()),
            (StatusCode::FORBIDDEN, "NOT-ALLOWED"),
            "{login}"
        );
    }
    let none = json_of(&get(&desk, (&token, path)).await);
    assert_eq!(none["total"], 0);
    let made = send(&desk, (&token, path), &good).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
    let held = json_of(&get(&desk, (&token, path)).await);
    assert_eq!(
        (&held["total"], &held["rows"][0]["mine"]),
        (&json!(1), &json!(true))
    );
    let stop = format!("{path}/{}/stop", json_of(&made)["id"].as_str().unwrap());
    let stopped = send(
        &desk,
        (&token, &stop),
        &json!({ "version": held["rows"][0]["version"] }),
    )
    .await;
    assert_eq!(stopped.status, StatusCode::NO_CONTENT, "{}", stopped.body);
    assert_eq!(json_of(&get(&desk, (&token, path)).await)["total"], 0);
}

#[tokio::test]
async fn a_question_stands_on_the_log_and_is_proved() {
    let desk = Desk::new().await;
    let (border, auditor) = (
        bearer(&desk, "border-officer").await,
        bearer(&desk, "auditor").await,
    );
    let asked = send(
        &desk,
        (&border, "/api/1/screen/check"),
        &json!({ "name": "Ingeborg Halvorsen" }),
    )
    .await;
    let asked = json_of(&asked);
    let (query, salt) = (
        asked["query"].as_str().unwrap(),
        asked["salt"].as_str().unwrap(),
    );
    let log = get(&desk, (&auditor, "/api/1/screen/log?channel=desk")).await;
    assert!(
        log.body.contains(query) && !log.body.contains("Halvorsen"),
        "{}",
        log.body
    );
    let prove = format!("/api/1/screen/log/{query}/prove");
    let claim =
        |name: &str| json!({ "question": { "properties": { "name": [name] } }, "salt": salt });
    let proof = json_of(&send(&desk, (&border, &prove), &claim("Ingeborg Halvorsen")).await);
    assert_eq!(proof["asked"], true, "{proof}");
    let guess = send(&desk, (&border, &prove), &claim("Somebody Else")).await;
    assert_eq!(
        guess.code(),
        "NOT-ALLOWED",
        "who does not know what was asked learns nothing"
    );
    let bare = send(&desk, (&auditor, &prove), &json!({})).await;
    assert_eq!(json_of(&bare)["asked"], Value::Null);
    let half = send(&desk, (&auditor, &prove), &json!({ "salt": salt })).await;
    assert_eq!(half.code(), "MISSING");
    for (token, path, code) in [
        (&border, "/api/1/screen/log", "NOT-ALLOWED"),
        (&auditor, "/api/1/screen/queue", "NOT-ALLOWED"),
        (&auditor, "/api/1/screen/log?channel=window", "MALFORMED"),
    ] {
        assert_eq!(get(&desk, (token, path)).await.code(), code, "{path}");
    }
    let content = get(&desk, (&auditor, &format!("/api/1/screen/log/{query}"))).await;
    assert_eq!(content.code(), "NOT-ALLOWED");
}

#[tokio::test]
async fn a_file_is_sent_and_its_result_taken_away() {
    let desk = Desk::new().await;
    let token = bearer(&desk, "case-officer").await;
    let send = |path: &'static str, body: String| {
        let call = Ask {
            method: Method::POST,
            path,
            headers: vec![("content-type", "application/octet-stream")],
            body,
        };
        ask(&desk.router, call.with("authorization", &token))
    };
    let bad = send("/api/1/screen/files", "shoe\n44\n".to_owned()).await;
    assert_eq!(bad.code(), "FILE-ROW", "{}", bad.body);
    let large = send(
        "/api/1/screen/files",
        "a".repeat(limits::SCREEN_FILE_BYTES_MAX + 1),
    )
    .await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    let rows = "x,A Name\n".repeat(limits::BODY_BYTES_MAX / 100);
    let sent = send(
        "/api/1/screen/files?name=a.csv&case=XA-1",
        format!("id,name\n{rows}"),
    )
    .await;
    assert_eq!(sent.status, StatusCode::ACCEPTED, "{}", sent.body);
    let path = format!(
        "/api/1/screen/files/{}",
        json_of(&sent)["id"].as_str().unwrap()
    );
    let file = loop {
        office::screening::log::round(&desk.town.house("XA").office)
            .await
            .unwrap();
        let file = json_of(&get(&desk, (&token, &path)).await);
        if file["stage"] != "running" {
            break file;
        }
    };
    assert_eq!(
        (&file["stage"], &file["case"]),
        (&json!("done"), &json!("XA-1"))
    );
    let lines = get(&desk, (&token, &format!("{path}/result?format=jsonl"))).await;
    assert_eq!(lines.headers["content-type"], "application/x-ndjson");
    assert_eq!(
        lines.body.lines().count() as u64,
        file["rows"].as_u64().unwrap()
    );
    let other = bearer(&desk, "border-officer").await;
    assert_eq!(get(&desk, (&other, &path)).await.code(), "NOT-ALLOWED");
}
