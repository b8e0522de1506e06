//! Records searched and told, and the catalog of lists.

use http::StatusCode;
use serde_json::{Value, json};

use super::Programs;
use crate::desk::{Ask, ask};

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
