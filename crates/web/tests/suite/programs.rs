//! The calls of programs, in the shapes of yente's API: who may ask, what is answered, and what is said where nothing is.

use std::time::Duration;

use axum::body::Body;
use bytes::Bytes;
use futures_util::StreamExt as _;
use http::{Method, Request, StatusCode};
use http_body_util::BodyExt as _;
use model::{Actor, Purpose, Role};
use office::Silent;
use office::screening::keys::{self, IssueKey};
use office::screening::{self, Import};
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::desk::{Answer, Ask, Desk, ask};

/// Invented records: a person with two addresses and a sanction, a company she owns, and another person.
const HARBOUR: &str = r#"{"id":"p1","caption":"Ilvara Tessaro","schema":"Person","properties":{"name":["Ilvara Tessaro","Илвара Тессаро"],"birthDate":["1965-08-10"],"nationality":["no"],"topics":["sanction"],"addressEntity":["a1","a2"]},"datasets":["north"],"referents":["old-p1"],"target":true,"first_seen":"2023-11-02T16:38:16","last_seen":"2026-04-29T12:53:04","last_change":"2026-04-29T07:55:02"}
{"id":"c1","caption":"Nordane Freight Lines","schema":"Company","properties":{"name":["Nordane Freight Lines"],"country":["no"],"registrationNumber":["AB-1234"]},"datasets":["north"],"referents":[],"first_seen":"2021-01-01T00:00:00","last_seen":"2026-04-29T12:53:04","last_change":"2021-01-01T00:00:00"}
{"id":"o1","caption":"Ownership","schema":"Ownership","properties":{"owner":["p1"],"asset":["c1"]},"datasets":["north"],"referents":[]}
{"id":"a1","caption":"1 Harbour Road","schema":"Address","properties":{"full":["1 Harbour Road, Brell"]},"datasets":["north"],"referents":[]}
{"id":"a2","caption":"9 Quay Street","schema":"Address","properties":{"full":["9 Quay Street, Brell"]},"datasets":["north"],"referents":[]}
{"id":"s1","caption":"Council","schema":"Sanction","properties":{"entity":["p1"],"authority":["Council"]},"datasets":["north"],"referents":[]}
"#;
const QUAY: &str = r#"{"id":"p2","caption":"Tessa Quay","schema":"Person","properties":{"name":["Tessa Quay"],"birthDate":["1971"],"nationality":["se"]},"datasets":["quay"],"referents":[]}
"#;

struct Programs {
    desk: Desk,
    key: String,
    operator: Actor,
}

impl Programs {
    /// A desk with two lists and a key.
    async fn new() -> Self {
        let desk = Desk::new().await;
        let office = desk.app.office().clone();
        let operator = Actor::operator(office.state());
        for (id, text) in [("harbour", HARBOUR), ("quay", QUAY)] {
            let list = Import {
                id: id.to_owned(),
                format: "ftm-json".to_owned(),
                ..Import::of(office.new_act(), Bytes::from_static(text.as_bytes()))
            };
            screening::import(&office, &operator, list, &Silent)
                .await
                .unwrap();
        }
        let mut programs = Self {
            desk,
            key: String::new(),
            operator,
        };
        programs.key = programs.issue("harbour office", "border-officer").await;
        programs
    }

    async fn issue(&self, name: &str, officer: &str) -> String {
        let office = self.desk.app.office();
        let act = IssueKey {
            act: office.new_act(),
            name: name.to_owned(),
            officer: officer.to_owned(),
            purpose: Purpose::Screening,
            days: 30,
        };
        let issued = keys::issue(office, &self.operator, act).await.unwrap();
        format!("ApiKey {}", issued.token.as_str())
    }

    async fn get(&self, path: &str) -> (StatusCode, Value) {
        let path = format!("/yente{path}");
        told(
            &ask(
                &self.desk.router,
                Ask::get(&path).with("authorization", &self.key),
            )
            .await,
        )
    }

    async fn post(&self, path: &str, body: impl ToString) -> (StatusCode, Value) {
        let path = format!("/yente{path}");
        let post = Ask {
            method: Method::POST,
            path: &path,
            headers: vec![("authorization", &self.key)],
            body: body.to_string(),
        };
        told(&ask(&self.desk.router, post).await)
    }

    async fn form(&self, path: &str, name: &str, value: &Value) -> (StatusCode, Value) {
        let path = format!("/yente{path}");
        let text = value.to_string();
        let escaped: String = text.bytes().map(|b| format!("%{b:02X}")).collect();
        let post = Ask::post(&path, format!("{name}={escaped}")).with("authorization", &self.key);
        told(&ask(&self.desk.router, post).await)
    }
}

fn told(answer: &Answer) -> (StatusCode, Value) {
    let body = serde_json::from_str(&answer.body).unwrap_or_else(|_| json!(answer.body));
    (answer.status, body)
}

fn example() -> Value {
    json!({ "schema": "Person", "properties": { "name": "Ilvara TESSARO", "birthDate": [1965], "country": "Norway", "shoeSize": "40" } })
}

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

#[tokio::test]
async fn records_are_searched_and_divided() {
    let programs = Programs::new().await;
    let (status, body) = programs
        .get("/search/default?q=tess*&facets=countries&facets=datasets")
        .await;
    assert_eq!(status, StatusCode::OK, "{body}");
    assert_eq!(body["total"], json!({ "value": 2, "relation": "eq" }));
    let names: Vec<&str> = body["facets"]["countries"]["values"]
        .as_array()
        .unwrap()
        .iter()
        .map(|v| v["label"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["Norway", "Sweden"]);
    for (path, expect) in [
        ("/search/harbour", 4),
        ("/search/harbour?q=brell&schema=Address", 2),
        ("/search/harbour?q=a%2Fb&simple=true", 0),
        ("/search/harbour?countries=no&countries=se", 2),
        ("/search/harbour?countries=no&countries=se&filter_op=AND", 0),
        ("/search/harbour?filter=properties.birthDate:1965-08-10", 1),
        ("/search/harbour?target=true", 1),
        ("/search/default?include_dataset=quay", 1),
        ("/search/harbour?exclude_dataset=harbour", 0),
    ] {
        let body = programs.get(path).await.1;
        assert_eq!(body["total"]["value"], expect, "{path}: {body}");
    }
    let sorted = programs
        .get("/search/harbour?q=names:*&sort=first_seen:asc&limit=1")
        .await
        .1;
    assert_eq!(sorted["results"][0]["id"], "c1");
}

#[tokio::test]
async fn a_record_is_told_with_what_stands_beside_it() {
    let programs = Programs::new().await;
    let (_, body) = programs.get("/entities/p1").await;
    let properties = &body["properties"];
    assert_eq!(properties["addressEntity"][0]["id"], "a1", "{body}");
    assert_eq!(
        properties["ownershipOwner"][0]["properties"]["asset"][0]["caption"],
        "Nordane Freight Lines"
    );
    assert_eq!(
        properties["sanctions"][0]["properties"]["entity"],
        json!(["p1"])
    );
    let (_, plain) = programs.get("/entities/p1?nested=false").await;
    assert_eq!(plain["properties"]["addressEntity"], json!(["a1", "a2"]));
    let moved =
        Ask::get("/yente/entities/old-p1?nested=false").with("authorization", &programs.key);
    let moved = ask(&programs.desk.router, moved).await;
    assert_eq!(
        (moved.status, moved.location()),
        (
            StatusCode::PERMANENT_REDIRECT,
            "/yente/entities/p1?nested=false"
        )
    );
    let (_, beside) = programs.get("/entities/p1/adjacent?limit=1").await;
    assert_eq!(beside["adjacent"]["addressEntity"]["total"]["value"], 2);
    assert_eq!(
        beside["adjacent"]["addressEntity"]["results"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    let (_, page) = programs
        .get("/entities/p1/adjacent/addressEntity?limit=1&offset=1")
        .await;
    assert_eq!(
        (page["results"][0]["id"].as_str(), page["offset"].as_u64()),
        (Some("a2"), Some(1))
    );
}

#[tokio::test]
async fn the_catalog_is_sent_once() {
    let programs = Programs::new().await;
    let router = &programs.desk.router;
    let first = ask(
        router,
        Ask::get("/yente/catalog").with("authorization", &programs.key),
    )
    .await;
    let body: Value = serde_json::from_str(&first.body).unwrap();
    assert_eq!(body["current"], json!(["harbour", "quay"]), "{body}");
    let tag = first.headers["etag"].to_str().unwrap().to_owned();
    for held in [tag.as_str(), "*", "\"other\", *"] {
        let again = Ask::get("/yente/manifest")
            .with("authorization", &programs.key)
            .with("if-none-match", held);
        let again = ask(router, again).await;
        assert_eq!(
            (again.status, again.bytes),
            (StatusCode::NOT_MODIFIED, 0),
            "{held}"
        );
    }
    let algorithms = programs.get("/algorithms").await.1;
    assert_eq!(
        (algorithms["default"].as_str(), algorithms["best"].as_str()),
        (Some("best"), Some("comity"))
    );
}

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

/// The lines of a stream, sent in pieces.
async fn streamed(programs: &Programs, pieces: Vec<String>) -> Vec<Value> {
    let pieces = futures_util::stream::iter(pieces.into_iter().map(Ok::<_, std::io::Error>));
    let request = Request::builder()
        .method(Method::POST)
        .uri("/yente/v2/stream/default?limit=1")
        .header("authorization", &programs.key)
        .body(Body::from_stream(pieces))
        .unwrap();
    let response = programs.desk.router.clone().oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[tokio::test]
async fn a_stream_is_answered_line_by_line_in_order() {
    let programs = Programs::new().await;
    let hit = json!({ "id": "row", "schema": "Person", "properties": { "name": ["Tessa Quay"] } })
        .to_string();
    let wrong = "{\"schema\":\"Banana\",\"properties\":{}}";
    let lines = streamed(
        &programs,
        vec![
            hit[..20].to_owned(),
            format!("{}\n\nno json\n", &hit[20..]),
            format!("{wrong}\n{hit}"),
        ],
    )
    .await;
    let numbers: Vec<u64> = lines
        .iter()
        .map(|line| line["line"].as_u64().unwrap())
        .collect();
    let states: Vec<u64> = lines
        .iter()
        .map(|line| line["status"].as_u64().unwrap())
        .collect();
    assert_eq!(
        (numbers, states),
        (vec![1, 3, 4, 5], vec![200, 422, 400, 200])
    );
    assert_eq!(
        (
            lines[0]["id"].as_str(),
            lines[3]["results"][0]["id"].as_str()
        ),
        (Some("row"), Some("p2"))
    );
    let many = 300;
    let lines = streamed(&programs, vec![format!("{hit}\n").repeat(many)]).await;
    assert!(
        lines
            .iter()
            .map(|line| line["line"].as_u64().unwrap())
            .eq(1..=many as u64)
    );
}

#[tokio::test]
async fn a_stream_reads_no_more_than_is_taken_from_it() {
    let programs = Programs::new().await;
    let line =
        json!({ "schema": "Person", "properties": { "name": ["Tessa Quay"] } }).to_string() + "\n";
    let sent = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let counted = std::sync::Arc::clone(&sent);
    let endless = futures_util::stream::repeat(Bytes::from(line.repeat(64))).map(move |piece| {
        counted.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        Ok::<_, std::io::Error>(piece)
    });
    let request = Request::builder()
        .method(Method::POST)
        .uri("/yente/v2/stream/default")
        .header("authorization", &programs.key)
        .body(Body::from_stream(endless))
        .unwrap();
    let response = programs.desk.router.clone().oneshot(request).await.unwrap();
    let mut answers = response.into_body().into_data_stream();
    answers.next().await.unwrap().unwrap();
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert!(
        sent.load(std::sync::atomic::Ordering::Relaxed) < 20,
        "it reads on though nobody takes"
    );
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
