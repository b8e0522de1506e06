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

#[tokio::test]
async fn programs_search_count_and_open_what_is_counted() {
    let desk = Desk::new().await;
    let token = bearer(&desk, "case-officer").await;
    let read = async |path: &str| {
        let answer = ask(&desk.router, Ask::get(path).with("authorization", &token)).await;
        (answer.status, json_of(&answer))
    };
    let (_, made) = draft(&desk, &token).await;
    let number = json!({ "text": made["number"] });
    let question = post("/api/1/search", &number).with("authorization", &token);
    let found = json_of(&ask(&desk.router, question).await);
    assert_eq!((&found["total"], &found["unread"]), (&json!(1), &json!([])));
    assert_eq!(found["rows"][0]["line"]["id"], made["id"]);
    assert_eq!(found["rows"][0]["places"][0][0], "number");
    // A draft is not counted yet.
    let (status, report) = read("/api/1/statistics?from=2020-01-01").await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(report["total"], json!({"received": 0, "sent": 0}));
    assert_eq!(report["information_requests"].as_array().unwrap().len(), 2);
    let (_, behind) = read("/api/1/statistics/cases?side=outgoing&by=kind&value=mla").await;
    assert_eq!(behind["total"], 0);
    for wrong in [
        "/api/1/statistics?from=yesterday",
        "/api/1/statistics/cases?side=up",
        "/api/1/statistics/cases?by=colour&value=red",
    ] {
        assert_eq!(
            read(wrong).await.0,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{wrong}"
        );
    }
    let assignments = format!(
        "/api/1/requests/{}/assignments",
        made["id"].as_str().unwrap()
    );
    assert_eq!(read(&assignments).await.1, json!([]));
    let what =
        json!({"measure": 0, "authority": "Court", "order": "Hear her.", "due": "2030-01-01"});
    let given = post(&assignments, &what).with("authorization", &token);
    // It is a request of ours: nothing of it is given to anybody here.
    assert_eq!(ask(&desk.router, given).await.code(), "SIDE");
    let none = "/api/1/assignments/00000000-0000-7000-8000-000000000001";
    assert_eq!(read(none).await.0, StatusCode::NOT_FOUND);
}
