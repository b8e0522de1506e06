//! What every page owes its reader, in six languages: words, one heading, nothing inline, a bound on its size.

use http::StatusCode;
use model::{Lang, Role};
use web::routes;

use crate::desk::{Ask, Desk, ask};

/// 15 kB compressed is the budget; pages of this kind compress to less than a fifth (`words_are_compressed…` looks).
const PAGE_BYTES_MAX: usize = 75_000;

/// Beginnings of keys: one that is seen on a page is a word that is missing.
const KEYS: &[&str] = &[
    "ui-",
    "may-",
    "verb-",
    "stage-",
    "role-",
    "refusal-",
    "finding-",
    "case-",
    "border-",
    "directory-",
    "atlas-",
    "basis-",
    "ledger-",
    "list-",
    "screen-",
    "clock-",
    "dry-",
    "trans-",
    "defence-",
    "bridge-",
];

fn text_of(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text
}

pub(crate) fn check(html: &str, lang: Lang, place: &str) {
    assert!(
        html.len() <= PAGE_BYTES_MAX,
        "{place}: {} bytes",
        html.len()
    );
    assert!(
        html.contains(&format!("<html lang=\"{}\"", lang.code())),
        "{place}: language"
    );
    assert_eq!(
        html.contains("dir=\"rtl\" class"),
        lang.is_rtl(),
        "{place}: direction"
    );
    assert_eq!(html.matches("<h1").count(), 1, "{place}: one h1");
    assert_eq!(html.matches("<main").count(), 1, "{place}: one main");
    for inline in [" style=", "<style", "javascript:", " onclick=", " onload="] {
        assert!(!html.contains(inline), "{place}: {inline}");
    }
    for script in html.split("<script").skip(1) {
        assert!(
            script.starts_with(" type=\"module\" src=\"/assets/"),
            "{place}: {}",
            script.get(..60).unwrap_or(script)
        );
    }
    for word in text_of(html).split(|c: char| !c.is_ascii_alphanumeric() && c != '-') {
        let login = Role::ALL
            .iter()
            .any(|role| role.code().replace('_', "-") == word);
        let looks = !login
            && KEYS
                .iter()
                .any(|key| word.starts_with(key) && word.len() > key.len());
        assert!(!looks, "{place}: `{word}` is no word");
    }
}

#[tokio::test]
async fn every_page_in_every_language() {
    let desk = Desk::new().await;
    let plain: Vec<&str> = routes::table()
        .filter(|row| {
            row.method == "GET" && !row.path.contains('{') && !row.path.starts_with("/api/")
        })
        .map(|row| row.path)
        .collect();
    let mut total = 0;
    for role in Role::ALL {
        let cookie = desk.cookies[role].clone();
        for lang in Lang::ALL {
            let token = ask(&desk.router, Ask::get("/settings").with("cookie", &cookie))
                .await
                .hidden("_csrf");
            let form = format!("_csrf={token}&lang={}&back=/", lang.code());
            assert_eq!(
                ask(
                    &desk.router,
                    Ask::post("/language", form).with("cookie", &cookie)
                )
                .await
                .status,
                StatusCode::SEE_OTHER
            );
            let mut checked = 0;
            for path in &plain {
                let answer = ask(&desk.router, Ask::get(path).with("cookie", &cookie)).await;
                let place = format!("{path} for {role} in {lang} ({})", answer.status);
                assert!(!answer.status.is_server_error(), "{place}");
                let kind = answer
                    .headers
                    .get("content-type")
                    .map_or("", |v| v.to_str().unwrap());
                if kind.starts_with("text/html") && !answer.status.is_redirection() {
                    check(&answer.body, *lang, &place);
                    checked += usize::from(answer.status == StatusCode::OK);
                }
            }
            assert!(checked >= 3, "{checked} pages for {role} in {lang}");
            total += checked;
        }
    }
    assert!(total >= 200, "{total} pages");
}

#[tokio::test]
async fn assets_are_kept_for_ever_and_found_by_hash_only() {
    let desk = Desk::new().await;
    let page = desk.get(None, "/sign-in").await;
    let (_, rest) = page.body.split_once("rel=\"stylesheet\" href=\"").unwrap();
    let href = rest.split('"').next().unwrap();
    let sheet = desk.get(None, href).await;
    assert_eq!(sheet.status, StatusCode::OK);
    assert!(
        sheet.headers["cache-control"]
            .to_str()
            .unwrap()
            .contains("immutable")
    );
    assert_eq!(
        desk.get(None, "/assets/0000000000000000/comity.css")
            .await
            .status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn health_and_metrics() {
    let desk = Desk::new().await;
    assert_eq!(desk.get(None, "/healthz").await.body, "ok\n");
    let ready = desk.get(None, "/readyz").await;
    assert_eq!(ready.status, StatusCode::OK, "{}", ready.body);
    for part in ["ready", "database", "keys", "card"] {
        let works = format!("\"{part}\":true");
        assert!(ready.body.contains(&works), "{}", ready.body);
    }
    assert_eq!(
        desk.get(Some(Role::CaseOfficer), "/metrics").await.status,
        StatusCode::FORBIDDEN
    );
    let metrics = desk.get(Some(Role::Auditor), "/metrics").await;
    assert_eq!(metrics.status, StatusCode::OK);
    for line in [
        "comity_ledger_size ",
        "comity_http_requests_total{method=\"GET\"",
        "# EOF",
    ] {
        assert!(metrics.body.contains(line), "{line}\n{}", metrics.body);
    }
    assert_eq!(metrics.body.matches("# EOF").count(), 1);
}

#[tokio::test]
async fn words_are_compressed_for_those_who_ask() {
    let desk = Desk::new().await;
    let page = ask(
        &desk.router,
        Ask::get("/help").with("accept-encoding", "gzip"),
    )
    .await;
    assert_eq!(page.headers["content-encoding"], "gzip");
    let plain = desk.get(None, "/help").await;
    assert!(!plain.headers.contains_key("content-encoding"));
    let size: usize = page.bytes;
    assert!(
        size < 15_000 && size * 2 < plain.bytes,
        "{size} of {}",
        plain.bytes
    );
}
