//! Many queries as lines.

use std::time::Duration;

use axum::body::Body;
use bytes::Bytes;
use futures_util::StreamExt as _;
use http::{Method, Request, StatusCode};
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use super::Programs;

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
    assert_ne!(
        lines[0]["receipt"]["query"], lines[3]["receipt"]["query"],
        "each line is on the log by itself"
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
