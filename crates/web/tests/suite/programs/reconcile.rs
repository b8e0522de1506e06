//! Reconciliation, as spreadsheets ask for it.

use http::StatusCode;
use serde_json::json;

use super::Programs;
use crate::desk::{Ask, ask};

#[tokio::test]
async fn a_spreadsheet_is_reconciled() {
    let programs = Programs::new().await;
    let (_, manifest) = programs.get("/reconcile/harbour").await;
    assert_eq!(manifest["versions"], json!(["0.2"]));
    assert_eq!(
        manifest["suggest"]["entity"]["service_url"],
        "http://desk.example/yente/reconcile/harbour"
    );
    let queries = json!({ "q0": { "query": "Ilvara Tessaro", "type": "Person", "properties": [{ "pid": "birthDate", "v": "1965" }] } });
    let (_, body) = programs
        .form("/reconcile/harbour", "queries", &queries)
        .await;
    let first = &body["q0"]["result"][0];
    assert_eq!(
        (first["id"].as_str(), first["type"][0]["id"].as_str()),
        (Some("p1"), Some("Person")),
        "{body}"
    );
    let extend = json!({ "ids": ["p1", "nobody"], "properties": [{ "id": "nationality" }, { "id": "nationality", "settings": { "render": "raw", "limit": "1" } }] });
    let (_, body) = programs.form("/reconcile/harbour", "extend", &extend).await;
    assert_eq!(
        body["meta"],
        json!([{ "id": "nationality", "name": "Nationality" }]),
        "{body}"
    );
    assert_eq!(body["rows"]["p1"]["nationality"], json!([{ "str": "no" }]));
    assert_eq!(body["rows"]["nobody"], json!({}));
}

#[tokio::test]
async fn what_is_typed_into_a_spreadsheet_is_completed() {
    let programs = Programs::new().await;
    let suggested = async |path: &str| {
        let body = programs.get(&format!("/reconcile/harbour{path}")).await.1;
        let result = body["result"]
            .as_array()
            .unwrap_or_else(|| panic!("{path}: {body}"))
            .clone();
        result
            .iter()
            .map(|r| r["id"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        suggested("/suggest/entity?prefix=ilvara%20te").await,
        ["p1"]
    );
    assert_eq!(
        suggested("/suggest/type?prefix=organ").await,
        ["Organization"]
    );
    assert!(
        suggested("/suggest/property?prefix=country")
            .await
            .contains(&"Thing:country".to_owned())
    );
}

#[tokio::test]
async fn another_origins_page_may_read_what_a_key_is_answered() {
    let programs = Programs::new().await;
    let shared = ask(
        &programs.desk.router,
        Ask::get("/yente/reconcile/harbour?callback=page.take"),
    )
    .await;
    assert!(
        shared.body.starts_with("/**/page.take({"),
        "{}",
        shared.body
    );
    assert_eq!(shared.headers["access-control-allow-origin"], "*");
    assert_eq!(
        shared.headers["cross-origin-resource-policy"],
        "cross-origin"
    );
    let wrong = ask(
        &programs.desk.router,
        Ask::get("/yente/reconcile/harbour?callback=a(b"),
    )
    .await;
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    let key = programs.key.split(' ').nth(1).unwrap();
    for (path, expect) in [
        ("reconcile/harbour/suggest/entity?prefix=x&", 200),
        ("search/harbour?", 401),
    ] {
        let path = format!("/yente/{path}api_key={key}");
        assert_eq!(
            ask(&programs.desk.router, Ask::get(&path))
                .await
                .status
                .as_u16(),
            expect,
            "{path}"
        );
    }
}
