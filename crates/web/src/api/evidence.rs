//! Evidence: bytes in, bytes out, and the check item by item. Bytes stream; they are never held whole.

use axum::Json;
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use futures_util::TryStreamExt as _;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use jiff::Timestamp;
use model::EvidenceId;
use model::request::{Onward, Origin, Provenance, UseLimits};
use office::evidence::{self, Attach, ItemReport, Which};
use office::requests::On;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::requests::{act_of, id_of, parsed};
use super::{Asked, Problems};
use crate::app::App;
use crate::{Problem, Signed, csrf};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(attach))
        .routes(routes!(stream))
        .routes(routes!(open))
}

/// What is said of a piece of evidence; its bytes are the body.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct About {
    /// Act id (UUIDv7); made by the node if missing.
    act: Option<String>,
    /// Title for people.
    title: String,
    /// File name.
    file_name: String,
    /// Kind: "bank_record", "statement", "image", …
    kind: String,
    /// Who collected it: function and authority.
    collected_by: String,
    /// When (RFC 3339).
    collected_at: String,
    /// Where.
    place: String,
    /// Under which law.
    law: String,
    /// Text of the certificate for the court.
    #[serde(default)]
    certificate: String,
    /// What it may be used for.
    #[serde(default)]
    use_conditions: String,
    /// How a statement was obtained: "at_liberty", "custody_with_safeguards", "unknown", "alleged" or "tainted".
    obtained: Option<String>,
    /// Pieces of the case it is derived from, by UUID, with commas between.
    #[serde(default)]
    derived_from: String,
    /// How far it may go: "judicial", "police" or "intelligence_only".
    level: Option<String>,
    /// Whether it may be passed on: "no", "with_consent" or "yes".
    onward: Option<String>,
    /// The last day on which it may be read.
    expires: Option<String>,
    /// Kept confidential beyond what the proceedings need.
    #[serde(default)]
    confidential: bool,
}

impl About {
    fn provenance(&self) -> Result<Provenance, Problem> {
        let derived = self.derived_from.split(',').map(str::trim);
        Ok(Provenance {
            obtained: self
                .obtained
                .as_deref()
                .map(|code| parsed(code, "obtained"))
                .transpose()?,
            derived_from: derived
                .filter(|id| !id.is_empty())
                .map(|id| parsed(id, "derived_from"))
                .collect::<Result<_, _>>()?,
        })
    }

    fn limits(&self) -> Result<Option<UseLimits>, Problem> {
        let Some(level) = &self.level else {
            return Ok(None);
        };
        Ok(Some(UseLimits {
            level: parsed(level, "level")?,
            only: Default::default(),
            onward: self
                .onward
                .as_deref()
                .map_or(Ok(Onward::No), |code| parsed(code, "onward"))?,
            expires: self
                .expires
                .as_deref()
                .map(|day| parsed(day, "expires"))
                .transpose()?,
            confidential: self.confidential,
        }))
    }
}

/// The id of the piece.
#[derive(Debug, Serialize, ToSchema)]
struct Attached {
    id: String,
}

/// Attaches a piece of evidence; the body is its bytes, its media type the content type.
#[utoipa::path(post, path = "/api/1/requests/{id}/evidence", tag = "evidence",
    params(("id" = String, Path, description = "UUID of the request"), About),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, description = "The piece is kept.", body = Attached), Problems))]
async fn attach(
    me: Signed,
    Path(id): Path<String>,
    about: Result<Query<About>, QueryRejection>,
    headers: HeaderMap,
    body: Body,
) -> Result<(StatusCode, Json<Attached>), Problem> {
    csrf::api(me.ctx(), &headers)?;
    let Query(about) = about.map_err(|_| Problem::new("BAD-REQUEST"))?;
    let media_type = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("application/octet-stream");
    let (provenance, limits) = (about.provenance()?, about.limits()?);
    let act = Attach {
        act: act_of(&me, about.act.as_deref())?,
        request: id_of(&id)?,
        title: about.title,
        file_name: about.file_name,
        media_type: media_type.to_owned(),
        kind: about.kind,
        origin: Origin {
            collected_by: about.collected_by,
            collected_at: parsed::<Timestamp>(&about.collected_at, "collected_at")?,
            place: about.place,
            law: about.law,
        },
        certificate: about.certificate,
        use_conditions: about.use_conditions,
        provenance,
        limits,
    };
    let bytes = body.into_data_stream().map_err(std::io::Error::other);
    let id = evidence::attach(me.office(), me.actor(), act, bytes).await?;
    Ok((StatusCode::CREATED, Json(Attached { id: id.to_string() })))
}

/// The bytes of a piece of evidence.
#[utoipa::path(get, path = "/api/1/requests/{id}/evidence/{evidence}", tag = "evidence",
    params(("id" = String, Path, description = "UUID of the request"), ("evidence" = String, Path, description = "UUID of the piece")),
    responses((status = 200, description = "The bytes.", content_type = "application/octet-stream"), Problems))]
async fn stream(
    me: Signed,
    Path((id, piece)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let (item, bytes) = evidence::stream(
        me.office(),
        me.actor(),
        (id_of(&id)?, id_of::<EvidenceId>(&piece)?),
    )
    .await?;
    Ok(download(
        &item.file_name,
        item.size_bytes,
        Body::from_stream(bytes),
    ))
}

/// A file to be saved, never shown: whatever its type, the browser runs nothing of it.
#[must_use]
pub fn download(file_name: &str, size_bytes: u64, body: Body) -> Response {
    let plain: String = file_name
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || "._-".contains(c) {
                c
            } else {
                '_'
            }
        })
        .collect();
    let exact: String = file_name.bytes().fold(String::new(), |mut out, byte| {
        use std::fmt::Write as _;
        if byte.is_ascii_alphanumeric() || b"._-".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    });
    let disposition = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{exact}");
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/octet-stream"),
        ),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_str(&disposition).unwrap_or(HeaderValue::from_static("attachment")),
        ),
        (header::CONTENT_LENGTH, HeaderValue::from(size_bytes)),
    ];
    (headers, body).into_response()
}

/// The version that was seen.
#[derive(Debug, Deserialize, ToSchema)]
struct OpenJson {
    /// Act id (UUIDv7); made by the node if missing.
    act: Option<String>,
    /// The version of the request that was seen.
    version: i64,
}

/// How the piece was found.
#[derive(Debug, Serialize, ToSchema)]
struct ReportJson {
    id: String,
    title: String,
    /// The bytes are there, whole, and those of the certificate.
    bytes_ok: bool,
    /// The custody chain holds from the first link.
    custody_ok: bool,
    /// What does not hold, in words.
    problem: Option<String>,
}

impl From<ItemReport> for ReportJson {
    fn from(report: ItemReport) -> Self {
        Self {
            id: report.id.to_string(),
            title: report.title,
            bytes_ok: report.bytes_ok,
            custody_ok: report.custody_ok,
            problem: report.problem,
        }
    }
}

/// Opens a piece of evidence: digest, size and custody are checked and recorded.
#[utoipa::path(post, path = "/api/1/requests/{id}/evidence/{evidence}/open", tag = "evidence", request_body = OpenJson,
    params(("id" = String, Path, description = "UUID of the request"), ("evidence" = String, Path, description = "UUID of the piece")),
    responses((status = 200, description = "What holds, item by item.", body = ReportJson), Problems))]
async fn open(
    me: Signed,
    Path((id, piece)): Path<(String, String)>,
    Asked(body): Asked<OpenJson>,
) -> Result<Json<ReportJson>, Problem> {
    let what = Which {
        evidence: id_of(&piece)?,
    };
    let on = On {
        act: act_of(&me, body.act.as_deref())?,
        request: id_of(&id)?,
        version: body.version,
        what,
    };
    Ok(Json(
        evidence::open(me.office(), me.actor(), on).await?.into(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_cannot_break_the_header() {
        let response = download("отчёт \"1\"\r\n.pdf", 3, Body::empty());
        let value = response
            .headers()
            .get(header::CONTENT_DISPOSITION)
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        assert!(
            value.starts_with("attachment; filename=\"_______1___.pdf\""),
            "{value}"
        );
        assert!(value.contains("filename*=UTF-8''%D0%BE"), "{value}");
    }
}
