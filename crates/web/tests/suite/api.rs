//! The JSON API: opening a session, bearer tokens, problems as RFC 9457 says.

use http::{Method, StatusCode};
use model::Role;
use serde_json::{Value, json};

use crate::desk::{Answer, Ask, Desk, ask};

fn json_of(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap_or_else(|e| panic!("{e}: {}", answer.body))
}

fn post<'a>(path: &'a str, body: &Value) -> Ask<'a> {
    Ask {
        method: Method::POST,
        path,
        headers: vec![("content-type", "application/json")],
        body: body.to_string(),
    }
}

async fn bearer(desk: &Desk, login: &str) -> String {
    let door = json!({ "login": login, "password": sim::town::PASSWORD });
    let opened = ask(&desk.router, post("/api/1/session", &door)).await;
    assert_eq!(opened.status, StatusCode::OK, "{}", opened.body);
    format!("Bearer {}", json_of(&opened)["token"].as_str().unwrap())
}

#[tokio::test]
async fn a_program_signs_in_and_asks() {
    let desk = Desk::new().await;
    let token = bearer(&desk, "case-officer").await;
    let me = ask(
        &desk.router,
        Ask::get("/api/1/session").with("authorization", &token),
    )
    .await;
    assert_eq!(json_of(&me)["roles"], json!(["case_officer"]));
    let list = ask(
        &desk.router,
        Ask::get("/api/1/requests").with("authorization", &token),
    )
    .await;
    assert_eq!(json_of(&list)["total"], 0);
    let states = ask(
        &desk.router,
        Ask::get("/api/1/directory").with("authorization", &token),
    )
    .await;
    assert_eq!(
        json_of(&states).as_array().unwrap().len(),
        2,
        "{}",
        states.body
    );
    let none = ask(
        &desk.router,
        Ask::get("/api/1/requests/no-such").with("authorization", &token),
    )
    .await;
    assert_eq!(
        (none.status, none.code().as_str()),
        (StatusCode::NOT_FOUND, "NOT-FOUND")
    );
    assert_eq!(none.headers["content-type"], "application/problem+json");
}

/// Drafts an empty request to the other State; answers its path and what is read of it.
async fn draft(desk: &Desk, token: &str) -> (String, Value) {
    let states = ask(
        &desk.router,
        Ask::get("/api/1/directory").with("authorization", token),
    )
    .await;
    let states = json_of(&states);
    let other = states
        .as_array()
        .unwrap()
        .iter()
        .find(|state| state["ours"] == false)
        .unwrap();
    let draft = json!({
        "template": "mla", "to": other["code"], "to_authority": other["authorities"][0]["id"],
        "lang": "en", "urgency": "normal", "content": {},
    });
    let made = ask(
        &desk.router,
        post("/api/1/requests", &draft).with("authorization", token),
    )
    .await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
    let path = format!("/api/1/requests/{}", json_of(&made)["id"].as_str().unwrap());
    let read = ask(&desk.router, Ask::get(&path).with("authorization", token)).await;
    (path, json_of(&read))
}

#[tokio::test]
async fn a_draft_is_made_read_changed_and_checked() {
    let desk = Desk::new().await;
    let token = bearer(&desk, "case-officer").await;
    let (path, read) = draft(&desk, &token).await;
    assert_eq!(read["stage"], "draft");
    let check = format!("{path}/check");
    let check = json_of(&ask(&desk.router, Ask::get(&check).with("authorization", &token)).await);
    assert_eq!(check["verdict"], "BLOCKED", "{check}");
    assert!(!check["findings"].as_array().unwrap().is_empty());
    let stale = json!({ "version": 99, "urgency": "urgent" });
    let put = Ask {
        method: Method::PUT,
        ..post(&path, &stale)
    }
    .with("authorization", &token);
    let refused = ask(&desk.router, put).await;
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (StatusCode::CONFLICT, "STALE"),
        "{}",
        refused.body
    );
    let change = json!({ "version": read["version"], "urgency": "urgent" });
    let put = Ask {
        method: Method::PUT,
        ..post(&path, &change)
    }
    .with("authorization", &token);
    let version = json_of(&ask(&desk.router, put).await)["version"].clone();
    let submit = json!({ "version": version, "standing": "complete", "reasons": {} });
    let acts = format!("{path}/acts/submit");
    let blocked = ask(
        &desk.router,
        post(&acts, &submit).with("authorization", &token),
    )
    .await;
    assert_eq!(
        blocked.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "{}",
        blocked.body
    );
    let unknown = format!("{path}/acts/fly");
    let unknown = ask(
        &desk.router,
        post(&unknown, &submit).with("authorization", &token),
    )
    .await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_cookie_alone_changes_nothing() {
    let desk = Desk::new().await;
    let cookie = desk.cookies[&Role::Auditor].clone();
    let verify = post("/api/1/ledger/verify", &json!({}))
        .with("cookie", &cookie)
        .with("sec-fetch-site", "same-origin");
    assert_eq!(ask(&desk.router, verify).await.code(), "CSRF");
    let session = json_of(
        &ask(
            &desk.router,
            Ask::get("/api/1/session").with("cookie", &cookie),
        )
        .await,
    );
    let csrf = session["csrf"].as_str().unwrap().to_owned();
    let verify = post("/api/1/ledger/verify", &json!({}))
        .with("cookie", &cookie)
        .with("comity-csrf", &csrf);
    let verified = ask(&desk.router, verify).await;
    assert_eq!(verified.status, StatusCode::OK, "{}", verified.body);
    assert_eq!(json_of(&verified)["ok"], true);
}

#[tokio::test]
async fn bad_input_names_its_place() {
    let desk = Desk::new().await;
    let token = bearer(&desk, "case-officer").await;
    let table = [
        (
            "/api/1/requests",
            "{",
            StatusCode::BAD_REQUEST,
            "BAD-REQUEST",
        ),
        (
            "/api/1/requests",
            "{}",
            StatusCode::UNPROCESSABLE_ENTITY,
            "MALFORMED",
        ),
        (
            "/api/1/screen/check",
            "[]",
            StatusCode::UNPROCESSABLE_ENTITY,
            "MALFORMED",
        ),
    ];
    for (path, body, status, code) in table {
        let bad = Ask {
            body: body.to_owned(),
            ..post(path, &Value::Null)
        }
        .with("authorization", &token);
        let answer = ask(&desk.router, bad).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (status, code),
            "{path} {body}: {}",
            answer.body
        );
    }
    let plain = Ask::post("/api/1/requests", "a=b").with("authorization", &token);
    assert_eq!(ask(&desk.router, plain).await.code(), "MEDIA-TYPE");
}

#[tokio::test]
async fn the_document_is_served() {
    let desk = Desk::new().await;
    let document = json_of(&desk.get(None, "/openapi.json").await);
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    assert!(document["paths"]["/api/1/requests/{id}/acts/{verb}"]["post"].is_object());
}

/// The document as programs know it: a change here is a change for them. `INSTA_UPDATE=always` writes a new one.
#[test]
fn the_document_is_as_promised() {
    let document = web::api::document().to_pretty_json().unwrap();
    insta::assert_snapshot!("openapi", document);
}
