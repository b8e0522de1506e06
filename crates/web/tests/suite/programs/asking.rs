//! Who may be meant, and what is said where nothing can be asked.

use http::StatusCode;
use serde_json::{Value, json};

use super::{Programs, example};

#[tokio::test]
async fn who_may_be_meant_is_told_with_why() {
    let programs = Programs::new().await;
    let batch = json!({ "queries": { "q": example(), "none": { "schema": "Person", "properties": { "name": ["Quentin Zzyzx"] } } } });
    let (status, body) = programs.post("/match/harbour", &batch).await;
    assert_eq!(status, StatusCode::OK, "{body}");
    let one = &body["responses"]["q"];
    assert_eq!(one["query"]["properties"]["country"], json!(["no"]));
    assert_eq!(one["query"]["properties"]["birthDate"], json!(["1965"]));
    assert_eq!(one["warnings"], json!(["unknown property: shoeSize"]));
    let hit = &one["results"][0];
    assert_eq!(
        (hit["id"].as_str(), hit["match"].as_bool()),
        (Some("p1"), Some(true)),
        "{body}"
    );
    for key in [
        "id",
        "caption",
        "schema",
        "properties",
        "datasets",
        "referents",
        "target",
        "first_seen",
        "last_seen",
        "last_change",
        "score",
        "explanations",
        "explanation",
        "origin",
    ] {
        assert!(!hit[key].is_null(), "{key}: {hit}");
    }
    let name = &hit["explanations"]["name_match"];
    assert!(
        name["score"].as_f64().unwrap() > 0.9
            && name["candidate"].is_string()
            && name["detail"].is_string(),
        "{name}"
    );
    assert_eq!(
        body["responses"]["none"]["total"],
        json!({ "value": 0, "relation": "eq" })
    );
    assert_eq!(body["lists"][0]["name"], "harbour");
    let receipts: Vec<&Value> = ["q", "none"]
        .iter()
        .map(|key| &body["responses"][key]["receipt"])
        .collect();
    assert_ne!(receipts[0]["query"], receipts[1]["query"]);
    assert!(
        receipts
            .iter()
            .all(|r| r["salt"].as_str().unwrap().len() == 64)
    );
    assert_eq!(one["left_out"], json!([]));
}

#[tokio::test]
async fn a_question_larger_than_the_log_takes_is_refused() {
    let programs = Programs::new().await;
    let names: Vec<String> = (0..8_000).map(|n| format!("Somebody {n}")).collect();
    let large = json!({ "schema": "Person", "properties": { "name": names } });
    let (status, told) = programs
        .post("/match/harbour", json!({ "queries": { "q": large } }))
        .await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(
        told["detail"].as_str().unwrap().contains("65536 bytes"),
        "{told}"
    );
}

#[tokio::test]
async fn who_may_answer_is_narrowed() {
    let programs = Programs::new().await;
    let count = async |path: &str| {
        let body = programs
            .post(path, json!({ "queries": { "q": example() } }))
            .await
            .1;
        body["responses"]["q"]["results"]
            .as_array()
            .unwrap_or_else(|| panic!("{path}: {body}"))
            .len()
    };
    for (path, expect) in [
        ("/match/default", 1),
        ("/match/sanctions", 1),
        ("/match/quay", 0),
        ("/match/north", 1),
        ("/match/harbour?exclude_dataset=harbour", 0),
        (
            "/match/default?include_dataset=quay&include_dataset=nowhere",
            0,
        ),
        ("/match/harbour?topics=crime.cyber", 0),
        ("/match/harbour?exclude_entity_ids=old-p1", 0),
        ("/match/harbour?exclude_schema=Person", 0),
        ("/match/harbour?changed_since=2099-01-01", 0),
        ("/match/harbour?limit=0", 0),
        ("/match/harbour?algorithm=name-based", 1),
    ] {
        assert_eq!(count(path).await, expect, "{path}");
    }
}

#[tokio::test]
async fn what_cannot_be_asked_is_told_in_their_form() {
    let programs = Programs::new().await;
    let query = |schema: &str| json!({ "queries": { "q": { "schema": schema, "properties": { "name": "x y" } } } });
    let many: serde_json::Map<String, Value> =
        (0..101).map(|n| (n.to_string(), example())).collect();
    let table = [
        ("/match/nowhere", query("Person"), 404),
        ("/match/harbour", query("Banana"), 400),
        ("/match/harbour", query("Sanction"), 400),
        ("/match/harbour", json!({ "queries": {} }), 400),
        ("/match/harbour", json!({ "queries": many }), 400),
        (
            "/match/harbour",
            json!({ "queries": { "q": { "properties": {} } } }),
            422,
        ),
        ("/match/harbour", json!("x"), 422),
        ("/match/harbour?algorithm=neural-net", query("Person"), 400),
        ("/match/harbour?limit=501", query("Person"), 422),
        ("/match/harbour?threshold=high", query("Person"), 422),
        (
            "/match/harbour?changed_since=yesterday",
            query("Person"),
            422,
        ),
        (
            "/match/harbour",
            json!({ "queries": { "q": example() }, "config": { "nothing": 1 } }),
            400,
        ),
        ("/v2/match", json!({ "query": example() }), 400),
        (
            "/v2/match",
            json!({ "query": { "schema": "Person", "properties": { "birthDate": ["tomorrow"] } } }),
            400,
        ),
        (
            "/v2/match",
            json!({ "query": { "schema": "Person", "properties": {} }, "filter": {} }),
            422,
        ),
        (
            "/v2/match",
            json!({ "query": { "schema": "Person", "properties": { "name": ["x"] } }, "filters": { "datasets": ["nowhere"] } }),
            404,
        ),
        ("/updatez?token=x", json!({}), 403),
    ];
    for (path, body, expect) in table {
        let (status, told) = programs.post(path, &body).await;
        assert_eq!(status.as_u16(), expect, "{path} {told}");
        assert!(!told["detail"].is_null(), "{path} {told}");
    }
}

#[tokio::test]
async fn what_cannot_be_looked_up_is_told_in_their_form() {
    let programs = Programs::new().await;
    let long = format!("/search/harbour?q={}", "a".repeat(60_001));
    for (path, expect) in [
        ("/search/harbour?q=a/b", 400),
        ("/search/harbour?schema=Banana", 400),
        ("/search/harbour?limit=501", 422),
        ("/search/harbour?offset=9999", 422),
        ("/search/harbour?facets=shoe", 422),
        ("/search/harbour?filter=none", 400),
        ("/search/nowhere", 404),
        ("/entities/nobody", 404),
        ("/entities/p1/adjacent/name", 404),
        ("/nothing", 404),
        ("/updatez", 405),
        (long.as_str(), 414),
    ] {
        let (status, told) = programs.get(path).await;
        assert_eq!(
            status.as_u16(),
            expect,
            "{} {told}",
            &path[..path.len().min(60)]
        );
        assert!(!told["detail"].is_null(), "{told}");
    }
}

#[tokio::test]
async fn one_query_with_its_filters() {
    let programs = Programs::new().await;
    let query = json!({ "schema": "Person", "properties": { "name": ["Ilvara Tessaro"] } });
    let (status, body) = programs
        .post("/v2/match", json!({ "query": query, "filters": { "datasets": ["sanctions"], "topics": ["sanction"] } }))
        .await;
    assert_eq!(status, StatusCode::OK, "{body}");
    assert_eq!(body["results"][0]["id"], "p1", "{body}");
    let without = json!({ "query": query, "filters": { "exclude_entities": ["p1"] } });
    assert_eq!(
        programs.post("/v2/match", without).await.1["results"],
        json!([])
    );
}
