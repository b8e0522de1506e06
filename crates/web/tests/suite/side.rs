//! One State's desk as a browser without scripts uses it: pages are opened, their forms filled in and posted.

use std::collections::BTreeMap;

use axum::Router;
use http::StatusCode;
use model::{Lang, Role};
use sim::{House, Town};

use crate::desk::{Answer, Ask, app, ask};
use crate::pages::check;

/// One State's desk: its router and a session for each role.
pub(crate) struct Side<'t> {
    pub(crate) house: &'t House,
    pub(crate) router: Router,
    pub(crate) cookies: BTreeMap<Role, String>,
}

/// A posted form: what is typed beside what is hidden.
pub(crate) type Typed<'a> = &'a [(&'a str, &'a str)];

pub(crate) fn escaped(text: &str) -> String {
    text.bytes()
        .map(|b| {
            if b.is_ascii_alphanumeric() {
                char::from(b).to_string()
            } else {
                format!("%{b:02X}")
            }
        })
        .collect()
}

/// The form of a page that posts to `action`, as HTML.
pub(crate) fn form<'h>(html: &'h str, action: &str) -> &'h str {
    let mark = format!("method=\"post\" action=\"{action}\"");
    let (_, rest) = html
        .split_once(&mark)
        .unwrap_or_else(|| panic!("no form to {action} in {html}"));
    rest.split("</form>").next().unwrap()
}

/// The hidden inputs of a form.
pub(crate) fn hidden(form: &str) -> Vec<(String, String)> {
    let value = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!("{name}=\"")).unwrap_or_default();
        rest.split('"').next().unwrap_or_default().to_owned()
    };
    let tags = form
        .split("<input ")
        .skip(1)
        .filter(|tag| tag.starts_with("type=\"hidden\""));
    tags.map(|tag| (value(tag, "name"), value(tag, "value")))
        .collect()
}

impl<'t> Side<'t> {
    pub(crate) async fn new(town: &'t Town, code: &str) -> Self {
        let house = town.house(code);
        let router = app(house).people();
        let mut side = Self {
            house,
            router,
            cookies: BTreeMap::new(),
        };
        for role in Role::ALL {
            let login = role.code().replace('_', "-");
            let page = ask(&side.router, Ask::get("/sign-in")).await;
            let body = format!(
                "_csrf={}&login={login}&password={}&next=",
                page.hidden("_csrf"),
                escaped(sim::town::PASSWORD)
            );
            let (guest, post) = (page.cookies(), Ask::post("/sign-in", body));
            let answer = ask(
                &side.router,
                post.with("cookie", &guest)
                    .with("sec-fetch-site", "same-origin"),
            )
            .await;
            side.cookies.insert(*role, answer.cookies());
        }
        side
    }

    pub(crate) async fn get(&self, role: Role, path: &str) -> Answer {
        ask(
            &self.router,
            Ask::get(path).with("cookie", &self.cookies[&role]),
        )
        .await
    }

    pub(crate) async fn page(&self, role: Role, path: &str) -> String {
        let answer = self.get(role, path).await;
        assert_eq!(
            answer.status,
            StatusCode::OK,
            "{path} for {role}: {}",
            answer.body
        );
        answer.body
    }

    /// Opens `path`, fills its form to `action` and posts it.
    pub(crate) async fn post(
        &self,
        role: Role,
        (path, action): (&str, &str),
        typed: Typed<'_>,
    ) -> Answer {
        let page = self.page(role, path).await;
        self.submit(role, (&page, action), typed).await
    }

    /// Fills the form to `action` of a page that is open and posts it.
    pub(crate) async fn submit(
        &self,
        role: Role,
        (page, action): (&str, &str),
        typed: Typed<'_>,
    ) -> Answer {
        let hidden = hidden(form(page, action));
        for name in ["_csrf", "_act"] {
            assert!(
                hidden
                    .iter()
                    .any(|(known, value)| known == name && !value.is_empty()),
                "{action} carries no {name}"
            );
        }
        // What is typed under a hidden name takes its place: the form of a page that was opened earlier.
        let kept = hidden.iter().map(|(n, v)| (n.as_str(), v.as_str()));
        let kept = kept.filter(|(name, _)| typed.iter().all(|(also, _)| also != name));
        let all = kept.chain(typed.iter().copied());
        let body: Vec<String> = all
            .map(|(name, value)| format!("{}={}", escaped(name), escaped(value)))
            .collect();
        let post = Ask::post(action, body.join("&"));
        ask(
            &self.router,
            post.with("cookie", &self.cookies[&role])
                .with("sec-fetch-site", "same-origin"),
        )
        .await
    }

    /// Reads a page and posts one of its forms with a file, as a browser does: hidden inputs, what was typed, the file.
    pub(crate) async fn upload(
        &self,
        role: Role,
        (path, action): (&str, &str),
        typed: Typed<'_>,
        (name, text): (&str, &str),
    ) -> Answer {
        let page = self.page(role, path).await;
        let typed = typed
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let mut body = String::new();
        for (name, value) in hidden(form(&page, action)).into_iter().chain(typed) {
            body += &format!(
                "--cut\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
        }
        body += &format!(
            "--cut\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\ncontent-type: application/octet-stream\r\n\r\n{text}\r\n--cut--\r\n"
        );
        let mut post = Ask::post(action, body);
        post.headers = vec![("content-type", "multipart/form-data; boundary=cut")];
        let post = post
            .with("cookie", &self.cookies[&role])
            .with("sec-fetch-site", "same-origin");
        ask(&self.router, post).await
    }

    /// A step that is done and leads on.
    pub(crate) async fn act(&self, role: Role, place: (&str, &str), typed: Typed<'_>) -> Answer {
        let mut answer = self.post(role, place, typed).await;
        // What leaves is shown once more.
        if answer.status == StatusCode::OK && answer.body.contains("class=\"look\"") {
            answer = self.submit(role, (&answer.body, place.1), &[]).await;
        }
        assert_eq!(
            answer.status,
            StatusCode::SEE_OTHER,
            "{} for {role}: {}",
            place.1,
            answer.body
        );
        answer
    }

    /// The page in six languages, as one role sees it.
    pub(crate) async fn speak(&self, role: Role, paths: &[String]) {
        let cookie = &self.cookies[&role];
        for lang in Lang::ALL.iter().rev() {
            let token = ask(&self.router, Ask::get("/settings").with("cookie", cookie))
                .await
                .hidden("_csrf");
            let choose = format!("_csrf={token}&lang={}&back=/", lang.code());
            ask(
                &self.router,
                Ask::post("/language", choose).with("cookie", cookie),
            )
            .await;
            for path in paths {
                let answer = self.get(role, path).await;
                assert!(!answer.status.is_server_error(), "{path}: {}", answer.body);
                if answer.status == StatusCode::OK {
                    check(
                        &answer.body,
                        *lang,
                        &format!(
                            "{path} for {role} in {lang} at {}",
                            self.house.office.state()
                        ),
                    );
                }
            }
        }
        let token = ask(&self.router, Ask::get("/settings").with("cookie", cookie))
            .await
            .hidden("_csrf");
        let choose = format!("_csrf={token}&lang=en&back=/");
        ask(
            &self.router,
            Ask::post("/language", choose).with("cookie", cookie),
        )
        .await;
    }
}
