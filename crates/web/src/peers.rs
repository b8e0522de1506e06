//! The peers' inbox: the five verbs of delivery (exchange 2.6). The State that calls is known from its certificate;
//! the bytes are `office`'s to judge. No HTML, no cookies, no decompression.

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequestParts, Path, Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use model::{Digest, StateCode};
use office::exchange;
use serde::Deserialize;

use crate::app::App;
use crate::problem::Problem;

/// An envelope is at most so long (exchange 2.1).
pub use model::limits::ENVELOPE_BYTES_MAX;

/// A segment is at most 8 MiB of ciphertext and its tags.
pub const SEGMENT_BYTES_MAX: usize = 9 * 1024 * 1024;
/// The Merkle path of a segment, hex digests joined by commas.
pub const PATH_HEADER: HeaderName = HeaderName::from_static("comity-path");
/// A path has at most so many digests: more segments than any envelope may have.
pub const PATH_DIGESTS_MAX: usize = 40;

/// The State that calls, put into the request by the listener.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peer(pub StateCode);

impl<S: Send + Sync> FromRequestParts<S> for Peer {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        parts
            .extensions
            .get::<Peer>()
            .cloned()
            .ok_or(StatusCode::UNAUTHORIZED)
    }
}

/// The five verbs.
pub fn routes() -> Router<App> {
    Router::new()
        .route(
            "/x/1/envelopes",
            post(envelope).layer(DefaultBodyLimit::max(ENVELOPE_BYTES_MAX)),
        )
        .route(
            "/x/1/blobs/{root}/{n}",
            put(segment).layer(DefaultBodyLimit::max(SEGMENT_BYTES_MAX)),
        )
        .route("/x/1/blobs/{root}/missing", get(missing))
        .route("/x/1/pull", get(pull))
        .route("/x/1/log/{*path}", get(log))
}

/// A failure of ours towards a peer: status and code, never a text of ours.
struct Failed(Problem);

impl From<office::Error> for Failed {
    fn from(error: office::Error) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        let mut response = (self.0.status, self.0.code.clone()).into_response();
        if let Some(seconds) = self.0.retry_after_s {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

async fn envelope(
    State(app): State<App>,
    Peer(peer): Peer,
    body: Bytes,
) -> Result<Response, Failed> {
    let answer = exchange::ingest(app.office(), &peer, body).await?;
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, answer.body).into_response();
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(answer.media_type),
    );
    if let Some(seconds) = answer.retry_after_s {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    Ok(response)
}

/// The digests of `Comity-Path`; a wrong one is a wrong path.
fn path_of(headers: &HeaderMap) -> Option<Vec<Digest>> {
    let Some(text) = headers.get(&PATH_HEADER) else {
        return Some(Vec::new());
    };
    let text = text.to_str().ok()?;
    if text.is_empty() {
        return Some(Vec::new());
    }
    let path: Option<Vec<Digest>> = text
        .split(',')
        .take(PATH_DIGESTS_MAX + 1)
        .map(|hex| hex.trim().parse().ok())
        .collect();
    path.filter(|path| path.len() <= PATH_DIGESTS_MAX)
}

async fn segment(
    State(app): State<App>,
    Peer(peer): Peer,
    Path((root, n)): Path<(String, u64)>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Failed> {
    let (Ok(root), Some(path)) = (root.parse::<Digest>(), path_of(&headers)) else {
        return Ok(StatusCode::BAD_REQUEST.into_response());
    };
    let status = exchange::put_segment(app.office(), &peer, (root, n), &path, body).await?;
    Ok(StatusCode::from_u16(status)
        .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
        .into_response())
}

async fn missing(
    State(app): State<App>,
    Peer(peer): Peer,
    Path(root): Path<String>,
) -> Result<Response, Failed> {
    let Ok(root) = root.parse::<Digest>() else {
        return Ok(StatusCode::BAD_REQUEST.into_response());
    };
    Ok(match exchange::missing(app.office(), &peer, root).await? {
        Some(bitmap) => bytes("application/octet-stream", bitmap),
        None => StatusCode::NOT_FOUND.into_response(),
    })
}

fn bytes(kind: &'static str, body: impl Into<Bytes>) -> Response {
    (
        [(header::CONTENT_TYPE, HeaderValue::from_static(kind))],
        body.into(),
    )
        .into_response()
}

#[derive(Debug, Deserialize)]
struct After {
    #[serde(default)]
    epoch: u64,
    #[serde(default)]
    after: u64,
}

/// The envelopes that wait for the caller, each with its length before it (4 bytes, big endian).
async fn pull(
    State(app): State<App>,
    Peer(peer): Peer,
    Query(query): Query<After>,
) -> Result<Response, Failed> {
    let envelopes = exchange::pull(app.office(), &peer, query.epoch, query.after).await?;
    let mut body = Vec::with_capacity(envelopes.iter().map(|e| e.len() + 4).sum());
    for envelope in &envelopes {
        body.extend_from_slice(
            &u32::try_from(envelope.len())
                .unwrap_or(u32::MAX)
                .to_be_bytes(),
        );
        body.extend_from_slice(envelope);
    }
    Ok(bytes("application/vnd.comity.envelopes", body))
}

async fn log(
    State(app): State<App>,
    Peer(_): Peer,
    Path(path): Path<String>,
) -> Result<Response, Failed> {
    Ok(match exchange::log_file(app.office(), &path).await? {
        Some((kind, body)) => bytes(kind, body),
        None => StatusCode::NOT_FOUND.into_response(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read_strictly() {
        let digest = "ab".repeat(32);
        let long = vec![digest.as_str(); PATH_DIGESTS_MAX + 1].join(",");
        let table: [(Option<&str>, Option<usize>); 6] = [
            (None, Some(0)),
            (Some(""), Some(0)),
            (Some(&digest), Some(1)),
            (Some(&format!("{digest}, {digest}")), Some(2)),
            (Some("zz"), None),
            (Some(&long), None),
        ];
        for (text, expect) in table {
            let mut headers = HeaderMap::new();
            if let Some(text) = text {
                headers.insert(PATH_HEADER, HeaderValue::from_str(text).unwrap());
            }
            assert_eq!(path_of(&headers).map(|path| path.len()), expect, "{text:?}");
        }
    }
}
