//! Cards for programs over TAXII 2.1: who may poll, what is given page by page, and what is said where nothing is.

use std::collections::BTreeSet;

use http::StatusCode;
use model::{Actor, Purpose, Role};
use office::screening::keys::{self, IssueKey};
use serde_json::Value;
use sim::{House, Town};

use crate::desk::{Answer, Ask, ask};
use crate::sharing_pages::{opened, with_prints};
use crate::side::Side;

const OBJECTS: &str = "/taxii2/cards/collections/cards/objects/";

async fn key(house: &House, name: &str, officer: &str) -> String {
    let act = IssueKey {
        act: house.office.new_act(),
        name: name.to_owned(),
        officer: officer.to_owned(),
        purpose: Purpose::Screening,
        days: 30,
    };
    let operator = Actor::operator(house.office.state());
    let issued = keys::issue(&house.office, &operator, act).await.unwrap();
    issued.token.as_str().to_owned()
}

async fn poll(side: &Side<'_>, key: &str, path: &str) -> (Answer, Value) {
    let asked = Ask::get(path).with("authorization", key);
    let answer = ask(
        &side.router,
        asked.with("accept", "application/taxii+json;version=2.1"),
    )
    .await;
    let body = serde_json::from_str(&answer.body).unwrap_or_default();
    (answer, body)
}

fn ids(body: &Value) -> Vec<String> {
    let objects = body["objects"].as_array().cloned().unwrap_or_default();
    let id = |one: Value| one["id"].as_str().unwrap().to_owned();
    objects.into_iter().map(id).collect()
}

/// Two cards at XB: of two records of XA.
async fn town() -> (tempfile::TempDir, Town) {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 96).await.unwrap();
    let house = town.house("XA");
    for _ in 0..2 {
        let record = opened(house).await;
        with_prints(house, record).await;
        crate::sharing_pages::released(house, record, "XB").await;
    }
    town.settle(60).await.unwrap();
    (dir, town)
}

#[tokio::test]
async fn a_program_polls_the_cards_page_by_page() {
    let (_dir, town) = town().await;
    let side = Side::new(&town, "XB").await;
    let key = format!("ApiKey {}", key(side.house, "desk tool", "analyst").await);
    let (answer, root) = poll(&side, &key, "/taxii2/").await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let kind = answer.headers.get("content-type").unwrap();
    assert_eq!(kind, "application/taxii+json;version=2.1");
    let cards = root["api_roots"][0].as_str().unwrap().to_owned();
    let (_, all) = poll(&side, &key, &format!("{cards}collections/")).await;
    assert_eq!(all["collections"][0]["can_write"], false);
    let id = all["collections"][0]["id"].as_str().unwrap();
    let (answer, whole) = poll(&side, &key, &format!("{cards}collections/{id}/objects/")).await;
    assert!(answer.headers.contains_key("x-taxii-date-added-last"));
    let whole = ids(&whole);
    let persons = |all: &[String]| all.iter().filter(|id| id.starts_with("identity--")).count();
    // Two persons and the State whose they are.
    assert_eq!(persons(&whole), 3, "{whole:?}");
    let mut path = format!("{OBJECTS}?limit=1");
    let mut pages = Vec::new();
    for _ in 0..100 {
        let (answer, page) = poll(&side, &key, &path).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        assert!(ids(&page).len() <= 1);
        pages.extend(ids(&page));
        let Some(next) = page["next"].as_str() else {
            break;
        };
        path = format!("{OBJECTS}?limit=1&next={}", crate::side::escaped(next));
    }
    let set = |all: &[String]| all.iter().cloned().collect::<BTreeSet<_>>();
    assert_eq!(set(&pages), set(&whole), "one by one is what the whole is");
    let (_, manifest) = poll(&side, &key, "/taxii2/cards/collections/cards/manifest/").await;
    assert_eq!(ids(&manifest), whole);
    let person = whole
        .iter()
        .find(|id| id.starts_with("identity--"))
        .unwrap();
    let (_, one) = poll(&side, &key, &format!("{OBJECTS}{person}/")).await;
    assert_eq!(ids(&one), std::slice::from_ref(person));
    let (_, versions) = poll(&side, &key, &format!("{OBJECTS}{person}/versions/")).await;
    assert_eq!(versions["versions"].as_array().unwrap().len(), 1);
    let (_, typed) = poll(&side, &key, &format!("{OBJECTS}?match%5Btype%5D=identity")).await;
    assert_eq!(ids(&typed).len(), 3);
    let last = manifest["objects"].as_array().unwrap().last().unwrap()["date_added"].clone();
    let since = format!(
        "{OBJECTS}?added_after={}",
        crate::side::escaped(last.as_str().unwrap())
    );
    let (_, none) = poll(&side, &key, &since).await;
    assert_eq!(none, serde_json::json!({}));
}

#[tokio::test]
async fn who_may_not_poll_is_told_so_in_the_words_of_taxii() {
    let (_dir, town) = town().await;
    let side = Side::new(&town, "XB").await;
    let border = format!(
        "ApiKey {}",
        key(side.house, "harbour", "border-officer").await
    );
    let good = key(side.house, "desk tool", "analyst").await;
    let basic = |text: String| {
        use base64::Engine as _;
        let text = base64::engine::general_purpose::STANDARD.encode(text);
        format!("Basic {text}")
    };
    let table = [
        (String::new(), StatusCode::UNAUTHORIZED),
        ("ApiKey comity-00".to_owned(), StatusCode::UNAUTHORIZED),
        (basic("me:comity-00".to_owned()), StatusCode::UNAUTHORIZED),
        (border, StatusCode::FORBIDDEN),
        (basic(format!("me:{good}")), StatusCode::OK),
        (format!("Token {good}"), StatusCode::OK),
    ];
    for (key, status) in table {
        let (answer, body) = poll(&side, &key, OBJECTS).await;
        assert_eq!(answer.status, status, "{}", answer.body);
        let kind = answer.headers.get("content-type").unwrap();
        assert_eq!(kind, "application/taxii+json;version=2.1");
        if status != StatusCode::OK {
            assert!(body["title"].is_string() && !answer.body.contains("Sera"));
        }
    }
}

#[tokio::test]
async fn what_is_not_there_or_not_asked_so_is_told_in_the_words_of_taxii() {
    let (_dir, town) = town().await;
    let side = Side::new(&town, "XB").await;
    let good = key(side.house, "desk tool", "analyst").await;
    let key = format!("Token {good}");
    for (path, status) in [
        (
            "/taxii2/cards/collections/none/objects/",
            StatusCode::NOT_FOUND,
        ),
        (
            "/taxii2/cards/collections/cards/objects/identity--0/",
            StatusCode::NOT_FOUND,
        ),
        (
            "/taxii2/cards/collections/cards/objects/?limit=0",
            StatusCode::BAD_REQUEST,
        ),
        (
            "/taxii2/cards/collections/cards/objects/?next=x",
            StatusCode::BAD_REQUEST,
        ),
        (
            "/taxii2/cards/collections/cards/objects/?added_after=x",
            StatusCode::BAD_REQUEST,
        ),
    ] {
        assert_eq!(poll(&side, &key, path).await.0.status, status, "{path}");
    }
    let old = Ask::get("/taxii2/").with("authorization", &key);
    let old = ask(
        &side.router,
        old.with("accept", "application/taxii+json;version=2.0"),
    )
    .await;
    assert_eq!(old.status, StatusCode::NOT_ACCEPTABLE);
    // The key opens nothing else.
    let page = Ask::get("/api/1/cards").with("authorization", &key);
    assert_eq!(
        ask(&side.router, page).await.status,
        StatusCode::UNAUTHORIZED
    );
    let page = side.get(Role::Analyst, OBJECTS).await;
    assert_eq!(
        page.status,
        StatusCode::OK,
        "an officer's own program: {}",
        page.body
    );
}
