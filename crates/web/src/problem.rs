//! What went wrong, for programs (RFC 9457) and for people: one table from codes to HTTP status, one text per code.
//!
//! A handler returns `Err(Problem)`; [`dress`] turns it into a page in the reader's language, or into
//! `application/problem+json` for the API. Refusals are normal answers of the rules and keep their code.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use http::{HeaderValue, Method, StatusCode, header};
use model::Refusal;
use serde::Serialize;

use crate::page::{Density, Page, shown};
use crate::session::Ctx;
use crate::words;

/// A problem to show. The code is stable; the text is Fluent's.
#[derive(Clone, Debug)]
pub struct Problem {
    /// HTTP status.
    pub status: StatusCode,
    /// Stable code, capital letters and hyphens.
    pub code: String,
    /// The input it is about.
    pub field: Option<String>,
    /// Values for the text.
    pub args: BTreeMap<String, String>,
    /// Seconds to wait before asking again.
    pub retry_after_s: Option<u32>,
    /// What exactly is wrong with an input, in English, where the code has no words of its own.
    pub detail: Option<String>,
}

/// Codes with a status of their own; every other refusal is 422.
const STATUS: &[(&str, StatusCode)] = &[
    ("SIGN-IN", StatusCode::UNAUTHORIZED),
    ("SIGN-IN-NEEDED", StatusCode::UNAUTHORIZED),
    ("LOCKED", StatusCode::TOO_MANY_REQUESTS),
    ("NOT-ALLOWED", StatusCode::FORBIDDEN),
    ("CLEARANCE", StatusCode::FORBIDDEN),
    ("CSRF", StatusCode::FORBIDDEN),
    ("NOT-FOUND", StatusCode::NOT_FOUND),
    ("METHOD", StatusCode::METHOD_NOT_ALLOWED),
    ("STALE", StatusCode::CONFLICT),
    ("ACT-REUSED", StatusCode::CONFLICT),
    ("STAGE", StatusCode::CONFLICT),
    ("FOUR-EYES", StatusCode::CONFLICT),
    ("URGENT-UNSEEN", StatusCode::CONFLICT),
    ("RELEASE-UNSEEN", StatusCode::CONFLICT),
    ("TOO-LARGE", StatusCode::PAYLOAD_TOO_LARGE),
    ("MEDIA-TYPE", StatusCode::UNSUPPORTED_MEDIA_TYPE),
    ("BAD-REQUEST", StatusCode::BAD_REQUEST),
    ("SLOW-DOWN", StatusCode::TOO_MANY_REQUESTS),
    ("BUSY", StatusCode::SERVICE_UNAVAILABLE),
    ("STOPPING", StatusCode::SERVICE_UNAVAILABLE),
    ("TOO-MUCH", StatusCode::UNPROCESSABLE_ENTITY),
    ("INTERNAL", StatusCode::INTERNAL_SERVER_ERROR),
];

/// The status of a code.
#[must_use]
pub fn status_of(code: &str) -> StatusCode {
    STATUS
        .iter()
        .find(|(known, _)| *known == code)
        .map_or(StatusCode::UNPROCESSABLE_ENTITY, |(_, status)| *status)
}

/// Arguments of a refusal that are codes with words of their own: a gate of a release, what a record lacks.
const CODED: &[&str] = &["ground", "lack"];

impl Problem {
    /// A problem with nothing but its code.
    #[must_use]
    pub fn new(code: &str) -> Self {
        Self {
            status: status_of(code),
            code: code.to_owned(),
            field: None,
            args: BTreeMap::new(),
            retry_after_s: None,
            detail: None,
        }
    }

    /// There is no such thing, or the reader may not know that there is.
    #[must_use]
    pub fn not_found() -> Self {
        Self::new("NOT-FOUND")
    }

    /// The thing is there, but not for this method.
    #[must_use]
    pub fn method() -> Self {
        Self::new("METHOD")
    }

    /// Nobody is signed in.
    #[must_use]
    pub fn sign_in_needed() -> Self {
        Self::new("SIGN-IN-NEEDED")
    }

    /// The roles do not allow it.
    #[must_use]
    pub fn not_allowed() -> Self {
        Self::new("NOT-ALLOWED")
    }

    /// The form did not come from our own page, or from one that is too old.
    #[must_use]
    pub fn csrf() -> Self {
        Self::new("CSRF")
    }

    /// More than the limit.
    #[must_use]
    pub fn too_large() -> Self {
        Self::new("TOO-LARGE")
    }

    /// An input is missing or malformed.
    #[must_use]
    pub fn input(code: &str, field: &str) -> Self {
        Self {
            field: Some(field.to_owned()),
            ..Self::new(code)
        }
    }

    /// Asked too often.
    #[must_use]
    pub fn slow_down(retry_after_s: u32) -> Self {
        Self {
            retry_after_s: Some(retry_after_s),
            ..Self::new("SLOW-DOWN")
        }
    }

    /// A body that could not be read, by the status axum gives it.
    #[must_use]
    pub fn of_body(status: StatusCode) -> Self {
        match status {
            StatusCode::PAYLOAD_TOO_LARGE => Self::too_large(),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::new("MEDIA-TYPE"),
            _ => Self::new("BAD-REQUEST"),
        }
    }

    /// A room below failed: our fault, in the log with its causes; the caller learns the code only.
    fn of_failure(error: &office::Error) -> Self {
        let mut problem = Self::new(error.code());
        if !STATUS.iter().any(|(code, _)| *code == problem.code) {
            problem.status = StatusCode::INTERNAL_SERVER_ERROR;
        }
        if problem.status.is_server_error() {
            tracing::error!(code = %problem.code, error = %chain(error), "act failed");
        }
        problem
    }

    /// The text for people: of the shell if it has one, else of the rules, else a plain sentence.
    #[must_use]
    pub fn text(&self, lang: model::Lang) -> String {
        let keys = ["ui-problem", "refusal", "input"].map(|prefix| words::key(prefix, &self.code));
        let known = keys
            .iter()
            .find(|key| words::known(key))
            .map(String::as_str);
        if let (None, Some(detail)) = (known, &self.detail) {
            return detail.clone();
        }
        let key = known.unwrap_or("ui-problem-other");
        let mut args = self.args.clone();
        for (name, code) in &mut args {
            let word = words::key(name, code);
            if CODED.contains(&name.as_str()) && words::known(&word) {
                let said = words::say(lang, &word, &[]);
                said.trim_end_matches(['.', '。']).clone_into(code);
            }
        }
        if let Some(s) = self.retry_after_s {
            args.insert("seconds".to_owned(), s.to_string());
        }
        words::say_map(lang, key, &args)
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self {
            field: refusal.field,
            args: refusal.args,
            ..Self::new(refusal.code)
        }
    }
}

impl From<office::Error> for Problem {
    fn from(error: office::Error) -> Self {
        if let Some(refusal) = error.refusal() {
            return refusal.clone().into();
        }
        match &error {
            office::Error::Input { code, field, what } => Self {
                detail: Some(what.clone()),
                ..Self::input(code, field)
            },
            office::Error::Busy { retry_after_s } => Self {
                retry_after_s: Some(*retry_after_s),
                ..Self::new("BUSY")
            },
            _ => Self::of_failure(&error),
        }
    }
}

fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    text
}

/// The problem in the answer's extensions, for [`dress`].
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        if let Some(seconds) = self.retry_after_s {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// RFC 9457, with our stable code and the JSON Pointer it is about.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ProblemJson {
    /// `urn:comity:problem:<code in small letters>`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The text, in the language asked for.
    pub title: String,
    /// HTTP status.
    pub status: u16,
    /// Stable code.
    pub code: String,
    /// The input it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Values of the text.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, String>,
}

impl ProblemJson {
    fn of(problem: &Problem, lang: model::Lang) -> Self {
        Self {
            kind: format!("urn:comity:problem:{}", problem.code.to_ascii_lowercase()),
            title: without_isolates(&problem.text(lang)),
            status: problem.status.as_u16(),
            code: problem.code.clone(),
            field: problem.field.clone(),
            args: problem.args.clone(),
        }
    }
}

fn without_isolates(text: &str) -> String {
    paper::words::without_isolates(text)
}

#[derive(Debug, Template)]
#[template(path = "problem.html")]
struct ProblemPage {
    page: Page,
    text: String,
    code: String,
}

/// The problem of an answer: the one a handler returned, or a bare refusal of axum's own (a malformed path or query).
fn problem_of(response: &Response) -> Option<Problem> {
    if let Some(problem) = response.extensions().get::<Problem>() {
        return Some(problem.clone());
    }
    let kind = response.headers().get(header::CONTENT_TYPE);
    let bare = kind.is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"));
    match response.status() {
        status if !bare || !(status.is_client_error() || status.is_server_error()) => None,
        StatusCode::NOT_FOUND => Some(Problem::not_found()),
        status if status.is_server_error() => Some(Problem::new("INTERNAL")),
        status => Some(Problem::of_body(status)),
    }
}

/// Gives a bare problem its body: JSON for programs, a page for people, the way to sign in for those who must.
pub fn dress(ctx: &Ctx, method: &Method, response: Response) -> Response {
    let Some(problem) = problem_of(&response) else {
        return response;
    };
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    let dressed = if ctx.here().starts_with(crate::yente::BASE) {
        crate::yente::dressed(&problem)
    } else if ctx.here().starts_with(crate::taxii::BASE) {
        crate::taxii::dressed(&problem)
    } else if ctx.json() {
        let body = serde_json::to_vec(&ProblemJson::of(&problem, ctx.lang())).unwrap_or_default();
        let kind = HeaderValue::from_static("application/problem+json");
        (problem.status, [(header::CONTENT_TYPE, kind)], body).into_response()
    } else if problem.code == "SIGN-IN-NEEDED" {
        Redirect::to(&format!("/sign-in?next={}", escaped(ctx.here()))).into_response()
    } else if let ("REASON-WANTED", Some(record)) = (&*problem.code, problem.args.get("record")) {
        // Whoever opens it says why, and goes on to where they were going: to a page, for a form is not sent a second time.
        let then = match *method {
            Method::GET => format!("?then={}", escaped(ctx.here())),
            _ => String::new(),
        };
        Redirect::to(&format!("/records/{}/why{then}", escaped(record))).into_response()
    } else {
        let title = format!("ui-problem-title-{}", problem.status.as_u16());
        let title = if words::known(&title) {
            title
        } else {
            "ui-problem-title".to_owned()
        };
        let page = ctx.page(&title).density(Density::Form);
        shown(
            problem.status,
            &ProblemPage {
                page,
                text: problem.text(ctx.lang()),
                code: problem.code.clone(),
            },
        )
    };
    let (dressed_parts, body) = dressed.into_parts();
    let mut response = Response::from_parts(dressed_parts, body);
    for (name, value) in &parts.headers {
        if !response.headers().contains_key(name) {
            response.headers_mut().append(name.clone(), value.clone());
        }
    }
    response
}

/// A path and query as the value of a query (RFC 3986): everything that is not plain is escaped.
pub(crate) fn escaped(text: &str) -> String {
    use std::fmt::Write as _;
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_have_their_status() {
        let table = [
            ("STALE", 409),
            ("FOUR-EYES", 409),
            ("NOT-ALLOWED", 403),
            ("NOT-FOUND", 404),
            ("SIGN-IN", 401),
            ("WHATEVER", 422),
        ];
        for (code, status) in table {
            assert_eq!(status_of(code).as_u16(), status, "{code}");
        }
    }

    #[test]
    fn codes_within_a_refusal_are_said_in_words() {
        let refusal = |ground: &str| Refusal::new("RELEASE-HELD").with("ground", ground);
        for (lang, word) in [
            (model::Lang::En, "No association is stated"),
            (model::Lang::Fr, "Aucun"),
        ] {
            let text = Problem::from(refusal("no-association")).text(lang);
            assert!(
                text.contains(word) && !text.contains("no-association"),
                "{text}"
            );
        }
        let unknown = Problem::from(refusal("of-tomorrow")).text(model::Lang::En);
        assert!(unknown.contains("of-tomorrow"), "{unknown}");
    }

    #[test]
    fn a_path_is_escaped() {
        assert_eq!(escaped("/a b?x=1&y=é"), "/a%20b%3Fx%3D1%26y%3D%C3%A9");
    }
}
