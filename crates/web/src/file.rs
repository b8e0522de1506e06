//! Answers that are files: to be kept, or to be looked at in the browser.

use axum::body::Body;
use axum::response::{IntoResponse as _, Response};
use http::{HeaderValue, header};

/// A file to be kept under a name.
pub(crate) fn kept(kind: &'static str, name: &str, body: impl Into<Body>) -> Response {
    answer("attachment", (kind, name), body.into())
}

/// A file to be looked at, which keeps its name when it is saved.
pub(crate) fn looked_at(kind: &'static str, name: &str, body: impl Into<Body>) -> Response {
    answer("inline", (kind, name), body.into())
}

/// A name that cannot stand in a header is left out: the browser then finds its own.
fn answer(how: &'static str, (kind, name): (&'static str, &str), body: Body) -> Response {
    let named = HeaderValue::from_str(&format!("{how}; filename=\"{name}\""));
    let head = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (
            header::CONTENT_DISPOSITION,
            named.unwrap_or_else(|_| HeaderValue::from_static(how)),
        ),
    ];
    (head, body).into_response()
}
