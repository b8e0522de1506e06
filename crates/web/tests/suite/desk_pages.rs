//! The desk's own pages by forms: the search that stands in no address, the numbers that open their cases, and an assignment whose link a
//! person without an account opens and reports on.

use http::StatusCode;
use model::Role;

use crate::desk::{Ask, Desk, ask};

#[tokio::test]
async fn a_search_is_posted_and_a_wrong_link_is_not_there() {
    let desk = Desk::new().await;
    let cookie = desk.cookies[&Role::CaseOfficer].clone();
    let page = desk.get(Some(Role::CaseOfficer), "/search").await;
    let token = page.hidden("_csrf");
    let post = |body: String| {
        let cookie = cookie.clone();
        let router = desk.router.clone();
        async move {
            ask(
                &router,
                Ask::post("/search", body)
                    .with("cookie", &cookie)
                    .with("sec-fetch-site", "same-origin"),
            )
            .await
        }
    };
    let found = post(format!("_csrf={token}&text=quillfeather")).await;
    assert_eq!(found.status, StatusCode::OK);
    assert!(found.body.contains("quillfeather"));
    assert_eq!(
        post("text=quillfeather".to_owned()).await.status,
        StatusCode::FORBIDDEN
    );
    // An empty box leads back to the form.
    assert_eq!(
        post(format!("_csrf={token}&text=")).await.location(),
        "/search"
    );
    // The old address of the night desk leads to the day.
    let old = desk.get(Some(Role::DutyOfficer), "/duty").await;
    assert_eq!(
        (old.status, old.location()),
        (StatusCode::PERMANENT_REDIRECT, "/")
    );
    // The door of an assignment is the same for every link, and opens none that is wrong.
    let link = format!("/assignment/{}", "a".repeat(64));
    let door = desk.get(None, &link).await;
    assert_eq!(door.status, StatusCode::OK);
    let (token, guest) = (door.hidden("_csrf"), door.cookies());
    let act = door.hidden("_act");
    for tail in ["", "/report"] {
        let path = format!("{link}{tail}");
        let body = format!("_csrf={token}&_act={act}&result=partly&on=2026-03-05&by=x&text=y");
        let opened = ask(
            &desk.router,
            Ask::post(&path, body)
                .with("cookie", &guest)
                .with("sec-fetch-site", "same-origin"),
        )
        .await;
        assert_eq!(opened.status, StatusCode::NOT_FOUND, "{path}");
    }
    let file = desk.get(Some(Role::CaseOfficer), "/statistics.csv").await;
    assert!(file.body.starts_with("table,value,side,what,figure\r\n"));
}
