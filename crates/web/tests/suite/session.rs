//! Signing in and out, forms and their tokens, the language switch.

use http::{StatusCode, header};
use model::Role;

use crate::desk::{Ask, Desk, ask};

#[tokio::test]
async fn in_and_out() {
    let desk = Desk::new().await;
    let wrong = desk.sign_in("case-officer", "not the password").await;
    assert_eq!(wrong.status, StatusCode::UNAUTHORIZED);
    assert!(wrong.body.contains("role=\"alert\""), "{}", wrong.body);
    assert!(
        !wrong.headers.contains_key(header::SET_COOKIE),
        "no session for a wrong password"
    );

    let right = desk.sign_in("case-officer", sim::town::PASSWORD).await;
    assert_eq!(right.status, StatusCode::SEE_OTHER);
    let set = right
        .headers
        .get(header::SET_COOKIE)
        .unwrap()
        .to_str()
        .unwrap()
        .to_owned();
    assert!(
        set.starts_with(&format!("comity-session-{}=", desk.app.office().node_id())),
        "{set}"
    );
    for part in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(set.contains(part), "{set}");
    }

    let cookie = right.cookies();
    let page = ask(&desk.router, Ask::get("/settings").with("cookie", &cookie)).await;
    assert_eq!(page.status, StatusCode::OK);
    let body = format!("_csrf={}", page.hidden("_csrf"));
    let out = ask(
        &desk.router,
        Ask::post("/sign-out", body).with("cookie", &cookie),
    )
    .await;
    assert_eq!(out.location(), "/sign-in");
    let after = ask(&desk.router, Ask::get("/settings").with("cookie", &cookie)).await;
    assert_eq!(
        after.location(),
        "/sign-in?next=/settings",
        "signed out means out"
    );
}

#[tokio::test]
async fn a_login_is_locked_after_failures() {
    let desk = Desk::new().await;
    let mut statuses = Vec::new();
    for _ in 0..=model::limits::SIGN_IN_FAILURES_MAX {
        statuses.push(desk.sign_in("judge", "wrong again").await.status);
    }
    assert_eq!(
        statuses.last(),
        Some(&StatusCode::TOO_MANY_REQUESTS),
        "{statuses:?}"
    );
    let locked = desk.sign_in("judge", sim::town::PASSWORD).await;
    assert_eq!(
        locked.status,
        StatusCode::TOO_MANY_REQUESTS,
        "even the right password waits"
    );
}

#[tokio::test]
async fn a_form_needs_its_token_and_its_own_site() {
    let desk = Desk::new().await;
    let cookie = desk.cookies[&Role::Judge].clone();
    let token = ask(&desk.router, Ask::get("/settings").with("cookie", &cookie))
        .await
        .hidden("_csrf");
    let body = |token: &str| format!("_csrf={token}&lang=fr&scheme=night");
    type Headers = Vec<(&'static str, &'static str)>;
    let table: [(&str, Headers, bool); 8] = [
        (&token, vec![], true),
        (&token, vec![("sec-fetch-site", "same-origin")], true),
        (&token, vec![("sec-fetch-site", "same-site")], false),
        (&token, vec![("sec-fetch-site", "cross-site")], false),
        (&token, vec![("origin", "http://desk.example")], true),
        (&token, vec![("origin", "http://evil.example")], false),
        ("", vec![("sec-fetch-site", "same-origin")], false),
        (
            "00000000000000000000000000000000",
            vec![("sec-fetch-site", "same-origin")],
            false,
        ),
    ];
    for (token, headers, passes) in table {
        let mut post = Ask::post("/settings", body(token))
            .with("cookie", &cookie)
            .with("accept", "application/json");
        post.headers.extend(headers.iter().copied());
        let answer = ask(&desk.router, post).await;
        assert_eq!(
            answer.status == StatusCode::SEE_OTHER,
            passes,
            "{headers:?} {}",
            answer.code()
        );
        assert_eq!(
            answer.code() == "CSRF",
            !passes,
            "{headers:?} {}",
            answer.code()
        );
    }
}

#[tokio::test]
async fn a_stranger_cannot_lead_an_officer_elsewhere() {
    let desk = Desk::new().await;
    let form = ask(&desk.router, Ask::get("/sign-in?next=//evil.example")).await;
    assert_eq!(form.hidden("next"), "", "{}", form.body);
}

#[tokio::test]
async fn the_language_follows_the_officer() {
    let desk = Desk::new().await;
    let guest = ask(
        &desk.router,
        Ask::get("/sign-in").with("accept-language", "ru,en;q=0.5"),
    )
    .await;
    assert!(
        guest.body.contains("<html lang=\"ru\" dir=\"ltr\""),
        "{}",
        &guest.body[..200]
    );
    let cookie = desk.cookies[&Role::Auditor].clone();
    let token = ask(&desk.router, Ask::get("/settings").with("cookie", &cookie))
        .await
        .hidden("_csrf");
    let switched = ask(
        &desk.router,
        Ask::post("/language", format!("_csrf={token}&lang=ar&back=/ledger"))
            .with("cookie", &cookie),
    )
    .await;
    assert_eq!(switched.location(), "/ledger");
    let page = ask(&desk.router, Ask::get("/settings").with("cookie", &cookie)).await;
    assert!(
        page.body.contains("<html lang=\"ar\" dir=\"rtl\""),
        "{}",
        &page.body[..200]
    );
}
