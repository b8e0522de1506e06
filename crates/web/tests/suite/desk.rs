//! A desk to test at: a router, officers who are signed in, and what a browser would do with forms and cookies.

use std::collections::BTreeMap;
use std::convert::Infallible;

use axum::Router;
use axum::body::Body;
use futures_util::stream;
use http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt as _;
use model::Role;
use sim::{House, Town};
use tower::ServiceExt as _;
use web::limit::Rate;
use web::{App, Settings};

/// An answer, read to its end.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
    /// Size on the wire.
    pub(crate) bytes: usize,
}

impl Answer {
    pub(crate) fn location(&self) -> &str {
        self.headers
            .get(header::LOCATION)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// The problem's code, of JSON or of the page.
    pub(crate) fn code(&self) -> String {
        serde_json::from_str::<serde_json::Value>(&self.body)
            .ok()
            .and_then(|json| {
                // TAXII calls it by another name.
                let code = json["code"].as_str().or(json["error_code"].as_str());
                code.map(ToOwned::to_owned)
            })
            .unwrap_or_default()
    }

    /// The value of a hidden input.
    pub(crate) fn hidden(&self, name: &str) -> String {
        let mark = format!("name=\"{name}\" value=\"");
        let (_, rest) = self
            .body
            .split_once(&mark)
            .unwrap_or_else(|| panic!("no input {name} in {}", self.body));
        rest.split('"').next().unwrap().to_owned()
    }

    pub(crate) fn cookies(&self) -> String {
        let pairs: Vec<&str> = self
            .headers
            .get_all(header::SET_COOKIE)
            .iter()
            .map(|value| value.to_str().unwrap().split(';').next().unwrap())
            .collect();
        pairs.join("; ")
    }
}

pub(crate) struct Desk {
    pub(crate) town: Town,
    pub(crate) app: App,
    pub(crate) router: Router,
    /// Cookie header of each role's session.
    pub(crate) cookies: BTreeMap<Role, String>,
    _dir: tempfile::TempDir,
}

/// One request: method, path, headers, body.
pub(crate) struct Ask<'a> {
    pub(crate) method: Method,
    pub(crate) path: &'a str,
    pub(crate) headers: Vec<(&'a str, &'a str)>,
    pub(crate) body: String,
}

impl<'a> Ask<'a> {
    pub(crate) fn get(path: &'a str) -> Self {
        Self {
            method: Method::GET,
            path,
            headers: Vec::new(),
            body: String::new(),
        }
    }

    pub(crate) fn post(path: &'a str, body: impl Into<String>) -> Self {
        let headers = vec![("content-type", "application/x-www-form-urlencoded")];
        Self {
            method: Method::POST,
            path,
            headers,
            body: body.into(),
        }
    }

    pub(crate) fn with(mut self, name: &'a str, value: &'a str) -> Self {
        self.headers.push((name, value));
        self
    }
}

pub(crate) async fn ask(router: &Router, ask: Ask<'_>) -> Answer {
    let mut request = Request::builder()
        .method(ask.method)
        .uri(ask.path)
        .header("host", "desk.example");
    for (name, value) in ask.headers {
        request = request.header(name, value);
    }
    // As over a line: the body comes a moment after its head, all at once.
    let text = ask.body;
    let late = stream::once(async move {
        tokio::task::yield_now().await;
        Ok::<_, Infallible>(text)
    });
    let response = router
        .clone()
        .oneshot(request.body(Body::from_stream(late)).unwrap())
        .await
        .unwrap();
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await.unwrap().to_bytes();
    Answer {
        status: parts.status,
        headers: parts.headers,
        bytes: bytes.len(),
        body: String::from_utf8_lossy(&bytes).into_owned(),
    }
}

pub(crate) fn app(house: &House) -> App {
    let never = Rate {
        burst: 1_000_000,
        per_second: 1.0,
    };
    App::new(
        house.office.clone(),
        Settings {
            people_rate: never,
            sign_in_rate: never,
            ..Settings::default()
        },
    )
}

impl Desk {
    pub(crate) async fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let town = Town::new(dir.path(), 1).await.unwrap();
        Self::of(town, dir).await
    }

    /// The desk of the first State of a town, everybody signed in.
    pub(crate) async fn of(town: Town, dir: tempfile::TempDir) -> Self {
        let app = app(town.house("XA"));
        let router = app.people();
        let mut desk = Self {
            town,
            app,
            router,
            cookies: BTreeMap::new(),
            _dir: dir,
        };
        for role in Role::ALL {
            let cookie = desk
                .sign_in(&role.code().replace('_', "-"), sim::town::PASSWORD)
                .await
                .cookies();
            assert!(!cookie.is_empty(), "{role} did not get in");
            desk.cookies.insert(*role, cookie);
        }
        desk
    }

    /// Signs in as a browser does: fetches the form, posts it with its token and cookie.
    pub(crate) async fn sign_in(&self, login: &str, password: &str) -> Answer {
        let form = ask(&self.router, Ask::get("/sign-in")).await;
        let (token, cookie) = (form.hidden("_csrf"), form.cookies());
        let body = format!(
            "_csrf={token}&login={login}&password={}&next=",
            password.replace(' ', "+")
        );
        ask(
            &self.router,
            Ask::post("/sign-in", body)
                .with("cookie", &cookie)
                .with("sec-fetch-site", "same-origin"),
        )
        .await
    }

    pub(crate) async fn get(&self, role: Option<Role>, path: &str) -> Answer {
        let get = Ask::get(path);
        match role {
            Some(role) => ask(&self.router, get.with("cookie", &self.cookies[&role])).await,
            None => ask(&self.router, get).await,
        }
    }
}
