//! Who may ask: keys, their ends, and sessions.

use http::StatusCode;
use model::{Purpose, Role};
use office::screening::keys::{self, IssueKey};
use serde_json::json;

use super::{Programs, example, told};
use crate::desk::{Ask, ask};

#[tokio::test]
async fn nobody_asks_without_a_key_and_a_key_opens_nothing_else() {
    let programs = Programs::new().await;
    let router = &programs.desk.router;
    let open = [
        "/healthz",
        "/readyz",
        "/openapi.json",
        "/algorithms",
        "/reconcile/harbour",
    ];
    for path in open {
        let answer = ask(router, Ask::get(&format!("/yente{path}"))).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
    }
    for path in [
        "/catalog",
        "/search/harbour",
        "/entities/p1",
        "/reconcile/harbour/suggest/entity?prefix=x",
    ] {
        let (status, body) = told(&ask(router, Ask::get(&format!("/yente{path}"))).await);
        assert_eq!(status, StatusCode::UNAUTHORIZED, "{path}");
        assert!(body["detail"].is_string(), "{path}: {body}");
    }
    let elsewhere = Ask::get("/api/1/lists").with("authorization", &programs.key);
    assert_eq!(
        ask(router, elsewhere).await.status,
        StatusCode::UNAUTHORIZED
    );
    let wrong = format!("{}0", &programs.key[..programs.key.len() - 1]);
    let wrong = if wrong == programs.key {
        wrong.replace('0', "1")
    } else {
        wrong
    };
    let guessed = Ask::get("/yente/catalog").with("authorization", &wrong);
    assert_eq!(ask(router, guessed).await.status, StatusCode::UNAUTHORIZED);
    let other = Ask::get("/yente/catalog")
        .with("authorization", &programs.key)
        .with("comity-purpose", "investigation");
    assert_eq!(told(&ask(router, other).await).1["code"], "KEY-PURPOSE");
}

#[tokio::test]
async fn a_key_ends_when_it_is_taken_back_or_its_officer_leaves() {
    let programs = Programs::new().await;
    let office = programs.desk.app.office();
    assert_eq!(programs.get("/catalog").await.0, StatusCode::OK);
    let act = office.new_act();
    keys::revoke(office, &programs.operator, (act, "harbour office"))
        .await
        .unwrap();
    assert_eq!(programs.get("/catalog").await.0, StatusCode::UNAUTHORIZED);
    let lines = keys::list(office, &programs.operator).await.unwrap();
    assert!(lines.len() == 1 && lines[0].revoked.is_some());
    let again = programs.issue("harbour office", "duty-officer").await;
    let programs = Programs {
        key: again,
        ..programs
    };
    assert_eq!(programs.get("/catalog").await.0, StatusCode::OK);
    let office = programs.desk.app.office();
    let reader = office
        .read(&programs.operator, Purpose::Administration)
        .await
        .unwrap();
    let officers = reader.officers().await.unwrap();
    let held = officers
        .into_iter()
        .find(|o| o.login == "duty-officer")
        .unwrap();
    let close = office::people::ChangeOfficer {
        act: office.new_act(),
        officer: held.id,
        version: held.version,
        name: held.name,
        authority: held.authority,
        roles: held.roles,
        clearance: held.clearance,
        lang: held.lang,
        active: false,
        password: None,
        drop_passkeys: false,
    };
    office::people::change(office, &programs.operator, close)
        .await
        .unwrap();
    assert_eq!(programs.get("/catalog").await.0, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn an_auditor_is_no_screening_officer() {
    let programs = Programs::new().await;
    let office = programs.desk.app.office();
    let act = |officer: &str, days| IssueKey {
        act: office.new_act(),
        name: "other".to_owned(),
        officer: officer.to_owned(),
        purpose: Purpose::Screening,
        days,
    };
    for (officer, days, code) in [
        ("auditor", 9, "KEY-OFFICER"),
        ("nobody", 9, "KEY-OFFICER"),
        ("border-officer", 0, "KEY-DAYS"),
        ("border-officer", 400, "KEY-DAYS"),
    ] {
        let error = keys::issue(office, &programs.operator, act(officer, days))
            .await
            .unwrap_err();
        assert_eq!(error.code(), code, "{officer} {days}");
    }
    let administration = IssueKey {
        purpose: Purpose::Administration,
        ..act("border-officer", 9)
    };
    assert_eq!(
        keys::issue(office, &programs.operator, administration)
            .await
            .unwrap_err()
            .code(),
        "KEY-PURPOSE"
    );
    let taken = IssueKey {
        name: "harbour office".to_owned(),
        ..act("border-officer", 9)
    };
    assert_eq!(
        keys::issue(office, &programs.operator, taken)
            .await
            .unwrap_err()
            .code(),
        "KEY-NAME-TAKEN"
    );
    let again = act("border-officer", 9);
    keys::issue(office, &programs.operator, again.clone())
        .await
        .unwrap();
    let twice = keys::issue(office, &programs.operator, again)
        .await
        .unwrap_err();
    assert_eq!(twice.code(), "ACT-REUSED", "a key is shown once");
}

#[tokio::test]
async fn an_officers_session_asks_too_and_a_cookie_needs_its_token() {
    let programs = Programs::new().await;
    let desk = &programs.desk;
    assert_eq!(
        desk.get(Some(Role::BorderOfficer), "/yente/search/harbour")
            .await
            .status,
        StatusCode::OK
    );
    assert_eq!(
        desk.get(Some(Role::Auditor), "/yente/search/harbour")
            .await
            .status,
        StatusCode::FORBIDDEN
    );
    let cookie = &desk.cookies[&Role::BorderOfficer];
    let body = json!({ "queries": { "q": example() } }).to_string();
    let post = Ask::post("/yente/match/harbour", body).with("cookie", cookie);
    let (status, told) = told(&ask(&desk.router, post).await);
    assert_eq!(
        (status, told["code"].as_str()),
        (StatusCode::FORBIDDEN, Some("CSRF"))
    );
}
