//! Signing in and out, forms and their tokens, the language switch.

use http::{StatusCode, header};
use model::Role;
use web::limit::Rate;
use web::{App, Settings};

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

#[tokio::test]
async fn whoever_asks_too_often_waits() {
    let desk = Desk::new().await;
    let slow = Rate {
        burst: 2,
        per_second: 0.1,
    };
    let settings = Settings {
        people_rate: slow,
        ..Settings::default()
    };
    let router = App::new(desk.town.house("XA").office.clone(), settings).people();
    for expect in [200, 200, 429] {
        let answer = ask(&router, Ask::get("/help")).await;
        assert_eq!(answer.status.as_u16(), expect);
        assert_eq!(
            answer.headers.contains_key(header::RETRY_AFTER),
            expect == 429
        );
    }
    let free = ask(&router, Ask::get("/healthz")).await;
    assert_eq!(free.status, StatusCode::OK, "liveness is never refused");
}

#[tokio::test]
async fn over_tls_the_cookie_belongs_to_this_host_alone() {
    let desk = Desk::new().await;
    let rate = Rate {
        burst: 100,
        per_second: 1.0,
    };
    let settings = Settings {
        tls: true,
        people_rate: rate,
        sign_in_rate: rate,
        ..Settings::default()
    };
    let router = App::new(desk.town.house("XA").office.clone(), settings).people();
    let form = ask(&router, Ask::get("/sign-in")).await;
    let set = form.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(set.starts_with("__Host-comity-guest-xa-"), "{set}");
    assert!(set.contains("; Secure") && set.contains("Path=/"), "{set}");
    assert!(!set.contains("Domain"), "{set}");
    assert!(form.headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
}

#[tokio::test]
async fn an_officer_is_added_and_gets_in() {
    let desk = Desk::new().await;
    let cookie = desk.cookies[&Role::Administrator].clone();
    let form = ask(
        &desk.router,
        Ask::get("/people/new").with("cookie", &cookie),
    )
    .await;
    let (token, act) = (form.hidden("_csrf"), form.hidden("_act"));
    let (_, rest) = form.body.split_once("name=\"authority\"").unwrap();
    let authority = rest
        .split("value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let body = |roles: &str| {
        format!(
            "_csrf={token}&_act={act}&name=Nour+Haddad&login=nour&authority={authority}&{roles}clearance=RESTRICTED&lang=fr&password=four+plain+words+here"
        )
    };
    let none = ask(
        &desk.router,
        Ask::post("/people", body("")).with("cookie", &cookie),
    )
    .await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        none.body.contains("href=\"#f-roles\""),
        "the summary leads to the question"
    );
    assert!(
        none.body.contains("value=\"Nour Haddad\""),
        "what was typed stays"
    );
    for _ in 0..2 {
        let added = ask(
            &desk.router,
            Ask::post("/people", body("roles=judge&")).with("cookie", &cookie),
        )
        .await;
        assert_eq!(
            added.location(),
            "/people?done=officer-added",
            "{}",
            added.body
        );
    }
    let people = ask(
        &desk.router,
        Ask::get("/people?done=officer-added").with("cookie", &cookie),
    )
    .await;
    assert!(
        people.body.contains("The officer was added."),
        "{}",
        people.body
    );
    assert_eq!(
        people.body.matches("Nour Haddad").count(),
        1,
        "a double click adds one"
    );
    assert_eq!(
        desk.sign_in("nour", "four plain words here").await.status,
        StatusCode::SEE_OTHER
    );
}
