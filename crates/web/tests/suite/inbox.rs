//! The peers' router: nobody without a certificate, nothing that is no envelope.

use http::{Method, StatusCode};
use web::peers::Peer;

use crate::desk::{Ask, Desk, ask};

#[tokio::test]
async fn the_inbox_knows_its_peer() {
    let desk = Desk::new().await;
    let router = desk.app.peers();
    let post = || Ask {
        method: Method::POST,
        path: "/x/1/envelopes",
        headers: Vec::new(),
        body: "no envelope".to_owned(),
    };
    assert_eq!(
        ask(&router, post()).await.status,
        StatusCode::UNAUTHORIZED,
        "no certificate, no inbox"
    );

    let known = router.layer(axum::Extension(Peer("XB".parse().unwrap())));
    let refused = ask(&known, post()).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let checkpoint = ask(&known, Ask::get("/x/1/log/card")).await;
    assert_eq!(checkpoint.status, StatusCode::OK);
    assert_eq!(checkpoint.headers["content-type"], "application/cose");
    let table = [
        ("/x/1/log/../../etc/passwd", StatusCode::NOT_FOUND),
        ("/x/1/log/tile/0/zzz", StatusCode::NOT_FOUND),
        ("/x/1/blobs/zz/missing", StatusCode::BAD_REQUEST),
        (
            concat!(
                "/x/1/blobs/",
                "abababababababababababababababababababababababababababababababab",
                "/missing"
            ),
            StatusCode::NOT_FOUND,
        ),
        ("/x/1/pull?epoch=0&after=0", StatusCode::OK),
        ("/sign-in", StatusCode::NOT_FOUND),
        ("/", StatusCode::NOT_FOUND),
    ];
    for (path, status) in table {
        assert_eq!(ask(&known, Ask::get(path)).await.status, status, "{path}");
    }
}

#[tokio::test]
async fn an_envelope_has_a_limit() {
    let desk = Desk::new().await;
    let known = desk
        .app
        .peers()
        .layer(axum::Extension(Peer("XB".parse().unwrap())));
    let body = "x".repeat(web::peers::ENVELOPE_BYTES_MAX + 1);
    let post = Ask {
        method: Method::POST,
        path: "/x/1/envelopes",
        headers: Vec::new(),
        body,
    };
    assert_eq!(
        ask(&known, post).await.status,
        StatusCode::PAYLOAD_TOO_LARGE
    );
}
