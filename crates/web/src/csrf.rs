//! Posted forms: read with limits, and only from our own pages.
//!
//! Two locks: the browser's own word about where the request comes from (`Sec-Fetch-Site`, else `Origin`), and a token
//! in each form that only our pages can know. A bearer token needs neither, for no browser sends it by itself.

use std::future::ready;
use std::{fmt, io};

use axum::body::Body;
use axum::extract::multipart::{Multipart, MultipartError};
use axum::extract::{FromRequest, Request};
use axum::{Form, Json};
use bytes::{Bytes, BytesMut};
use futures_util::stream::{self, BoxStream, StreamExt as _};
use http::{HeaderMap, StatusCode, header};
use model::ActId;
use tokio::sync::mpsc;

use crate::problem::Problem;
use crate::session::Ctx;

/// A form has at most so many inputs.
pub const INPUTS_MAX: usize = 2_000;
/// A text input of an upload form is at most so long.
pub const UPLOAD_TEXT_BYTES_MAX: usize = 64 * 1024;

/// A posted form that came from our own page.
#[derive(Clone, Debug, Default)]
pub struct PostForm(Vec<(String, String)>);

impl<S: Send + Sync> FromRequest<S> for PostForm {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let ctx = ctx(&request)?;
        same_site(&ctx, request.headers())?;
        let Form(pairs) = Form::<Vec<(String, String)>>::from_request(request, state)
            .await
            .map_err(|rejection| Problem::of_body(rejection.status()))?;
        if pairs.len() > INPUTS_MAX {
            return Err(Problem::too_large());
        }
        let form = Self(pairs);
        form.check(&ctx)?;
        Ok(form)
    }
}

fn ctx(request: &Request) -> Result<Ctx, Problem> {
    request
        .extensions()
        .get::<Ctx>()
        .cloned()
        .ok_or_else(Problem::not_found)
}

/// Refuses what the browser says comes from elsewhere. Browsers send `Sec-Fetch-Site` on every request to a secure
/// origin and to loopback; older ones send `Origin` on every POST; a request with neither is no browser's form.
fn same_site(ctx: &Ctx, headers: &HeaderMap) -> Result<(), Problem> {
    if ctx.bearer() {
        return Ok(());
    }
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let ours = match (
        text("sec-fetch-site"),
        text("origin"),
        text(header::HOST.as_str()),
    ) {
        (Some(site), ..) => site == "same-origin",
        (None, Some(origin), Some(host)) => origin
            .split_once("://")
            .is_some_and(|(_, authority)| authority == host),
        (None, Some(_), None) => false,
        (None, None, _) => true,
    };
    if ours { Ok(()) } else { Err(Problem::csrf()) }
}

/// The two locks for a JSON call: a bearer token needs none, a cookie brings the header `Comity-CSRF`.
///
/// # Errors
/// `CSRF`.
pub fn api(ctx: &Ctx, headers: &HeaderMap) -> Result<(), Problem> {
    if ctx.bearer() {
        return Ok(());
    }
    same_site(ctx, headers)?;
    let brought = headers
        .get(crate::api::CSRF_HEADER)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let token = ctx.form_token();
    if !token.is_empty() && equal(brought, token) {
        Ok(())
    } else {
        Err(Problem::csrf())
    }
}

/// The first lock alone, for a call that opens a session and has no token yet.
///
/// # Errors
/// `CSRF`.
pub fn opening(ctx: &Ctx, headers: &HeaderMap) -> Result<(), Problem> {
    same_site(ctx, headers)
}

/// Compares without stopping at the first difference.
fn equal(a: &str, b: &str) -> bool {
    a.len() == b.len()
        && a.bytes()
            .zip(b.bytes())
            .fold(0, |acc, (x, y)| acc | (x ^ y))
            == 0
}

impl PostForm {
    fn check(&self, ctx: &Ctx) -> Result<(), Problem> {
        let token = ctx.form_token();
        let brought = self.get("_csrf").unwrap_or_default();
        if ctx.bearer() || (!token.is_empty() && equal(brought, token)) {
            Ok(())
        } else {
            Err(Problem::csrf())
        }
    }

    /// The first value of an input, as it was typed.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// The first value of an input without blanks around it; "" if there is none.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default().trim()
    }

    /// The lines of an input that say something.
    #[must_use]
    pub fn lines(&self, name: &str) -> Vec<String> {
        let lines = self.text(name).lines().map(str::trim);
        lines
            .filter(|line| !line.is_empty())
            .map(ToOwned::to_owned)
            .collect()
    }

    /// A value that must be there.
    ///
    /// # Errors
    /// 422 `MISSING` at the input.
    pub fn need(&self, name: &str) -> Result<&str, Problem> {
        let text = self.text(name);
        if text.is_empty() {
            Err(Problem::input("MISSING", name))
        } else {
            Ok(text)
        }
    }

    /// A value that must be there and well formed: ids, codes, dates.
    ///
    /// # Errors
    /// 422 `MISSING` or `MALFORMED` at the input.
    pub fn parsed<T: std::str::FromStr>(&self, name: &str) -> Result<T, Problem> {
        self.need(name)?
            .parse()
            .map_err(|_| Problem::input("MALFORMED", name))
    }

    /// Every value of an input (check boxes).
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// Every input whose name begins with `/`: the JSON Pointers of a template's form, in the order of the page.
    pub fn pointers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .filter(|(key, _)| key.starts_with('/'))
            .map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// Every input in the order of the page.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// The act id the form was given.
    ///
    /// # Errors
    /// 422 if it is missing or malformed.
    pub fn act(&self) -> Result<ActId, Problem> {
        self.parsed("_act")
    }

    /// The version that was on screen.
    ///
    /// # Errors
    /// 422 if it is missing or malformed.
    pub fn version(&self) -> Result<i64, Problem> {
        self.parsed("_version")
    }
}

/// JSON posted by a script of our own page (the passkey ceremony): the same two locks, the token in the object.
#[derive(Clone, Debug)]
pub struct PostJson(pub serde_json::Map<String, serde_json::Value>);

impl<S: Send + Sync> FromRequest<S> for PostJson {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let ctx = ctx(&request)?;
        same_site(&ctx, request.headers())?;
        let Json(object) = Json::<serde_json::Map<_, _>>::from_request(request, state)
            .await
            .map_err(|rejection| Problem::of_body(rejection.status()))?;
        let brought = object
            .get("_csrf")
            .and_then(|value| value.as_str())
            .unwrap_or_default();
        let token = ctx.form_token();
        if !token.is_empty() && equal(brought, token) {
            Ok(Self(object))
        } else {
            Err(Problem::csrf())
        }
    }
}

impl PostJson {
    /// A text of the object.
    ///
    /// # Errors
    /// 422 `MISSING`.
    pub fn need(&self, name: &str) -> Result<&str, Problem> {
        self.0
            .get(name)
            .and_then(|value| value.as_str())
            .ok_or_else(|| Problem::input("MISSING", name))
    }
}

/// A posted form with a file. The hidden and text inputs stand before the file in the page; the file is never held
/// in memory whole.
#[derive(Debug)]
pub struct Upload {
    ctx: Ctx,
    parts: Multipart,
}

/// The same body, whose end is told a moment after its last bytes. The reader of parts (multer 3.1, rwf2/multer#70) calls a form cut
/// short where head and whole body come so close together that it meets bytes and end in one look.
fn ends_apart(body: Body) -> Body {
    let moment = stream::once(tokio::task::yield_now()).filter_map(|()| ready(None));
    Body::from_stream(body.into_data_stream().chain(moment))
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let ctx = ctx(&request)?;
        same_site(&ctx, request.headers())?;
        let parts = Multipart::from_request(request.map(ends_apart), state)
            .await
            .map_err(|r| Problem::of_body(r.status()))?;
        Ok(Self { ctx, parts })
    }
}

/// The file of an upload: its name, its media type as the browser guesses it, and its bytes as they come.
pub struct File {
    /// The file's name without any folder.
    pub name: String,
    /// "application/octet-stream" if the browser says nothing.
    pub media_type: String,
    /// The bytes; an error if the upload breaks off.
    pub body: BoxStream<'static, io::Result<Bytes>>,
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("File")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

impl File {
    /// All of it in memory: for a file that is bounded and read at once.
    ///
    /// # Errors
    /// `TOO-LARGE` above `bytes_max`; `BAD-REQUEST` if the upload breaks off.
    pub async fn whole(mut self, bytes_max: usize) -> Result<Bytes, Problem> {
        let mut bytes = BytesMut::new();
        while let Some(chunk) = self.body.next().await {
            let chunk = chunk.map_err(|_| Problem::new("BAD-REQUEST"))?;
            if bytes.len() + chunk.len() > bytes_max {
                return Err(Problem::too_large());
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(bytes.freeze())
    }
}

/// What comes out of a multipart body, piece by piece.
enum Piece {
    Input(String, Bytes),
    File { name: String, media_type: String },
    Chunk(Bytes),
}

/// Pieces that may wait between the network and whoever keeps the file.
const PIECES_WAITING_MAX: usize = 4;

/// Reads the parts in order until somebody stops listening. A task of its own, so that the file's stream owns nothing
/// of the form.
async fn read_parts(mut parts: Multipart, out: mpsc::Sender<Result<Piece, StatusCode>>) {
    let told = read_each(&mut parts, &out).await;
    if let Err(Some(status)) = told {
        let _ = out.send(Err(status)).await;
    }
}

/// `Err(None)` when nobody listens any more.
async fn read_each(
    parts: &mut Multipart,
    out: &mpsc::Sender<Result<Piece, StatusCode>>,
) -> Result<(), Option<StatusCode>> {
    let bad = |e: MultipartError| Some(e.status());
    while let Some(mut field) = parts.next_field().await.map_err(bad)? {
        let name = field.name().unwrap_or_default().to_owned();
        let Some(file_name) = field.file_name() else {
            let mut text = BytesMut::new();
            while let Some(chunk) = field.chunk().await.map_err(bad)? {
                if text.len() + chunk.len() > UPLOAD_TEXT_BYTES_MAX {
                    return Err(Some(StatusCode::PAYLOAD_TOO_LARGE));
                }
                text.extend_from_slice(&chunk);
            }
            out.send(Ok(Piece::Input(name, text.freeze())))
                .await
                .map_err(|_| None)?;
            continue;
        };
        let name = file_name
            .rsplit(['/', '\\'])
            .next()
            .unwrap_or_default()
            .to_owned();
        let media_type = field
            .content_type()
            .unwrap_or("application/octet-stream")
            .to_owned();
        out.send(Ok(Piece::File { name, media_type }))
            .await
            .map_err(|_| None)?;
        while let Some(chunk) = field.chunk().await.map_err(bad)? {
            out.send(Ok(Piece::Chunk(chunk))).await.map_err(|_| None)?;
        }
        return Ok(());
    }
    Ok(())
}

impl Upload {
    /// The inputs before the file, checked, and the file (none was chosen: `None`). What stands after the file is not read.
    ///
    /// # Errors
    /// A form from elsewhere, too large, or cut short.
    pub async fn open(self) -> Result<(PostForm, Option<File>), Problem> {
        let (out, mut pieces) = mpsc::channel(PIECES_WAITING_MAX);
        tokio::spawn(read_parts(self.parts, out));
        let mut form = PostForm::default();
        while let Some(piece) = pieces.recv().await {
            match piece.map_err(Problem::of_body)? {
                Piece::Input(name, text) => {
                    let text = String::from_utf8(text.to_vec())
                        .map_err(|_| Problem::input("MALFORMED", &name))?;
                    if form.0.len() >= INPUTS_MAX {
                        return Err(Problem::too_large());
                    }
                    form.0.push((name, text));
                }
                Piece::File { name, media_type } => {
                    form.check(&self.ctx)?;
                    if name.is_empty() {
                        return Ok((form, None));
                    }
                    let body =
                        stream::poll_fn(move |cx| pieces.poll_recv(cx)).map(|piece| match piece {
                            Ok(Piece::Chunk(chunk)) => Ok(chunk),
                            _ => Err(io::Error::new(
                                io::ErrorKind::UnexpectedEof,
                                "the upload broke off",
                            )),
                        });
                    return Ok((
                        form,
                        Some(File {
                            name,
                            media_type,
                            body: body.boxed(),
                        }),
                    ));
                }
                Piece::Chunk(_) => return Err(Problem::new("BAD-REQUEST")),
            }
        }
        form.check(&self.ctx)?;
        Ok((form, None))
    }
}
