//! Every route x every role: who passes which door, and what stands on every answer.

use std::collections::BTreeSet;

use http::{Method, StatusCode};
use model::Role;
use web::routes::{self, Need, Row};

use crate::desk::{Answer, Ask, Desk, ask};

const NOWHERE: &str = "01900000-0000-7000-8000-000000000000";

/// A path of the table with something in its places that names nothing.
fn concrete(path: &str) -> String {
    // Two States must be named before there is an answer.
    if path == "/api/1/atlas" {
        return format!("{path}?one=XA&other=XB&kind=mla");
    }
    let parts = path
        .split('/')
        .map(|part| if part.starts_with('{') { NOWHERE } else { part });
    parts.collect::<Vec<_>>().join("/")
}

async fn call(desk: &Desk, row: &Row, role: Option<Role>) -> Answer {
    let (path, cookie) = (
        concrete(row.path),
        role.map(|role| desk.cookies[&role].clone())
            .unwrap_or_default(),
    );
    let method: Method = row.method.parse().unwrap();
    let mut request = Ask {
        method,
        path: &path,
        headers: vec![("accept", "application/json")],
        body: String::new(),
    };
    if !cookie.is_empty() {
        request = request.with("cookie", &cookie);
    }
    if row.method != "GET" {
        request = request
            .with("sec-fetch-site", "same-origin")
            .with("content-type", "application/x-www-form-urlencoded");
    }
    ask(&desk.router, request).await
}

/// What the policy says, without the gate: a role passes if one of the verbs lists it.
fn allowed(need: Need, role: Option<Role>) -> bool {
    let policy = model::policy::table();
    match (need, role) {
        (Need::Open, _) => true,
        (_, None) => false,
        (Need::SignedIn, Some(_)) => true,
        (Need::Any(verbs), Some(role)) => policy
            .iter()
            .any(|(verb, roles)| verbs.contains(verb) && roles.contains(&role)),
    }
}

#[tokio::test]
async fn every_route_for_every_role() {
    let desk = Desk::new().await;
    let everybody: Vec<Option<Role>> = std::iter::once(None)
        .chain(Role::ALL.iter().copied().map(Some))
        .collect();
    for row in routes::table() {
        for role in &everybody {
            let answer = call(&desk, row, *role).await;
            let place = format!(
                "{} {} for {role:?}: {} {}",
                row.method,
                row.path,
                answer.status,
                answer.code()
            );
            check_headers(&answer, &place);
            assert_ne!(
                answer.status,
                StatusCode::INTERNAL_SERVER_ERROR,
                "{place}\n{}",
                answer.body
            );
            if row.path == "/metrics" {
                continue;
            }
            match (allowed(row.need, *role), role) {
                (false, None) => assert_eq!(answer.code(), "SIGN-IN-NEEDED", "{place}"),
                (false, Some(_)) if row.path == "/" => {
                    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{place}")
                }
                (false, Some(_)) => assert_eq!(answer.code(), "NOT-ALLOWED", "{place}"),
                (true, _) if row.method == "GET" => {
                    let fine = answer.status.is_success() || answer.status.is_redirection();
                    let secret = row.path.contains('{')
                        && ["NOT-FOUND", "BAD-REQUEST"].contains(&answer.code().as_str());
                    // A browser does not read what is for programs.
                    let other = answer.status == StatusCode::NOT_ACCEPTABLE;
                    let other = other && row.path.starts_with(web::taxii::BASE);
                    assert!(fine || secret || other, "{place}\n{}", answer.body);
                }
                // Through the door, and stopped because the form brings no token.
                (true, _) => assert_ne!(answer.code(), "NOT-ALLOWED", "{place}"),
            }
        }
    }
}

fn check_headers(answer: &Answer, place: &str) {
    for (name, value) in web::headers::ALL {
        assert_eq!(
            answer.headers.get(*name).map(|v| v.to_str().unwrap()),
            Some(*value),
            "{name}: {place}"
        );
    }
    assert!(answer.headers.contains_key("cache-control"), "{place}");
}

#[tokio::test]
async fn no_post_passes_without_its_token() {
    let desk = Desk::new().await;
    for row in routes::table().filter(|row| row.method != "GET") {
        for role in Role::ALL
            .iter()
            .copied()
            .filter(|role| allowed(row.need, Some(*role)))
        {
            let answer = call(&desk, row, Some(role)).await;
            let place = format!(
                "{} {} for {role}: {} {}",
                row.method,
                row.path,
                answer.status,
                answer.code()
            );
            let opening = row.path == "/api/1/session" && row.method == "POST";
            // A multipart form is refused for its shape before its token can be read.
            let shapeless = ["BAD-REQUEST", "MEDIA-TYPE"].contains(&answer.code().as_str());
            // Refused to everybody: there is nothing to be tricked into.
            let refused = answer.code() == "BY-IMPORT";
            let told = answer.code() == "CSRF" || shapeless || opening || refused;
            assert!(told, "{place}");
        }
    }
}

#[tokio::test]
async fn every_row_of_the_table_has_a_handler() {
    let desk = Desk::new().await;
    for row in routes::table() {
        let path = concrete(row.path);
        let trace = Ask {
            method: Method::TRACE,
            path: &path,
            headers: vec![("accept", "application/json")],
            body: String::new(),
        };
        let answer = ask(&desk.router, trace).await;
        assert_eq!(
            answer.code(),
            "METHOD",
            "{} is in the table, but not in the router",
            row.path
        );
    }
    let unknown = desk.get(Some(Role::Administrator), "/no/such/place").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    check_headers(&unknown, "unknown");
}

/// Routes that are written in the sources, as `.route("…"`, but not in the table would answer 404: name them here.
#[test]
fn every_handler_has_a_row() {
    let named: BTreeSet<&str> = routes::table().map(|row| row.path).collect();
    let mut stack = vec![std::path::PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/src"
    ))];
    let mut seen = 0;
    while let Some(path) = stack.pop() {
        if path.is_dir() {
            stack.extend(
                std::fs::read_dir(&path)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
            continue;
        }
        if path.ends_with("peers.rs") && !path.ends_with("pages/peers.rs") {
            continue; // The other listener.
        }
        let text = std::fs::read_to_string(&path).unwrap();
        for piece in text.split(".route(").skip(1) {
            let Some(route) = piece
                .trim_start()
                .strip_prefix('"')
                .and_then(|rest| rest.split('"').next())
            else {
                continue;
            };
            seen += 1;
            assert!(
                named.contains(route),
                "{}: {route} is not in the table",
                path.display()
            );
        }
    }
    assert!(seen > 20, "only {seen} routes were found in the sources");
}
