//! The post: HTTPS to other States' nodes. Connections are kept and used again, one request at a time on each, so that a
//! long segment never stands before an urgent envelope. Every answer has a limit and every wait an end.
//!
//! Not here: what to send, when to try again (`office`), who is trusted (`tls`, by the card's digest in the address).

use std::collections::HashMap;
use std::error::Error as StdError;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use bytes::Bytes;
use futures_util::future::BoxFuture;
use http::{HeaderValue, Method, Request, Response, Uri, header};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Incoming;
use hyper::client::conn::http1::{self, SendRequest};
use hyper_util::rt::TokioIo;
use model::{Digest, StateCode, limits};
use office::{Address, Answer, Clock, Post, PostError};
use rustls::ClientConfig;
use rustls_pki_types::ServerName;
use tokio::net::TcpStream;
use tokio::task::JoinHandle;
use tokio_rustls::TlsConnector;

use crate::tls::{self, Leaf};

/// To reach the other side and shake hands.
const CONNECT: Duration = Duration::from_secs(15);
/// For the whole of a request, beside what its body needs on a bad line.
const ANSWER: Duration = Duration::from_secs(60);
/// The slowest line that is still worth waiting for, bytes a second.
const SLOWEST: u64 = 4 << 10;
/// An unused connection is kept so long: shorter than the other side keeps it.
const IDLE: Duration = Duration::from_secs(30);
/// No connection is used longer than this, so that certificates are looked at again.
const AGE: Duration = Duration::from_secs(3600);
/// A line that failed gets so long to say why.
const LAST_WORDS: Duration = Duration::from_millis(500);
/// Unused connections kept for one peer.
const IDLE_MAX: usize = 4;
/// Longest answer to an envelope, of a bitmap, of a card or a tile.
const ANSWER_BYTES_MAX: usize = 1 << 20;
/// Longest answer to a pull: 64 envelopes and their lengths.
const PULL_BYTES_MAX: usize = 64 * (limits::ENVELOPE_BYTES_MAX + 4);

/// The real post. Cheap to clone.
#[derive(Clone)]
pub struct HttpPost(Arc<Inner>);

struct Inner {
    leaf: Arc<Leaf>,
    clock: Arc<dyn Clock>,
    lines: Mutex<HashMap<StateCode, Arc<Line>>>,
}

impl std::fmt::Debug for HttpPost {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("HttpPost")
    }
}

/// What is needed to speak to one peer at one address.
struct Line {
    to: Address,
    host: String,
    port: u16,
    /// Value of the `Host` header.
    authority: HeaderValue,
    tls: Arc<ClientConfig>,
    idle: Mutex<Vec<Kept>>,
}

/// A connection.
struct Open {
    sender: SendRequest<Full<Bytes>>,
    /// Why it ended: the other side's alert may come while nobody asks anything.
    end: JoinHandle<Option<PostError>>,
    made: Instant,
}

/// A connection that may be used again.
struct Kept {
    open: Open,
    rested: Instant,
}

/// One request.
struct Call {
    method: Method,
    path: String,
    merkle_path: Option<HeaderValue>,
    body: Bytes,
    answer_bytes_max: usize,
}

impl Call {
    fn get(path: String) -> Self {
        Self {
            method: Method::GET,
            path,
            merkle_path: None,
            body: Bytes::new(),
            answer_bytes_max: ANSWER_BYTES_MAX,
        }
    }

    fn patience(&self) -> Duration {
        let longest = self.body.len().max(self.answer_bytes_max / 8) as u64;
        ANSWER + Duration::from_secs(longest / SLOWEST)
    }
}

impl HttpPost {
    /// A post that shows this certificate.
    #[must_use]
    pub fn new(leaf: Arc<Leaf>, clock: Arc<dyn Clock>) -> Self {
        let lines = Mutex::default();
        Self(Arc::new(Inner { leaf, clock, lines }))
    }

    fn line(&self, to: &Address) -> Result<Arc<Line>, PostError> {
        let mut lines = self.0.lines.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(line) = lines.get(&to.state).filter(|line| line.to == *to) {
            return Ok(Arc::clone(line));
        }
        let line = Arc::new(Line::new(to, &self.0)?);
        lines.insert(to.state.clone(), Arc::clone(&line));
        Ok(line)
    }

    fn ask(&self, to: &Address, call: Call) -> BoxFuture<'static, Result<Answer, PostError>> {
        let line = self.line(to);
        Box::pin(async move {
            let line = line?;
            let patience = call.patience();
            tokio::time::timeout(patience, line.ask(&call))
                .await
                .map_err(|_| PostError::Timeout)?
        })
    }
}

impl Line {
    fn new(to: &Address, inner: &Inner) -> Result<Self, PostError> {
        let bad = |what: &str| PostError::Unreachable(format!("{}: {what}", to.endpoint));
        let uri: Uri = to.endpoint.parse().map_err(|_| bad("is no address"))?;
        if uri.scheme_str() != Some("https") {
            return Err(bad("is not https"));
        }
        let host = uri.host().ok_or_else(|| bad("names no host"))?;
        let authority = uri.authority().map_or(host, http::uri::Authority::as_str);
        let tls = tls::client_config(to, &inner.leaf, Arc::clone(&inner.clock));
        Ok(Self {
            to: to.clone(),
            authority: HeaderValue::from_str(authority).map_err(|_| bad("names no host"))?,
            host: host.trim_matches(['[', ']']).to_owned(),
            port: uri.port_u16().unwrap_or(443),
            tls: tls.map_err(|e| bad(&e.line()))?,
            idle: Mutex::default(),
        })
    }

    async fn ask(&self, call: &Call) -> Result<Answer, PostError> {
        // A kept connection may have been closed by the other side meanwhile; every verb may be repeated, so try a new one.
        if let Some(kept) = self.take()
            && let Ok(answer) = self.send(kept.open, call).await
        {
            return Ok(answer);
        }
        let open = tokio::time::timeout(CONNECT, self.connect())
            .await
            .map_err(|_| PostError::Timeout)??;
        self.send(open, call).await
    }

    fn take(&self) -> Option<Kept> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.retain(|kept| kept.rested.elapsed() < IDLE && kept.open.is_usable());
        idle.pop()
    }

    fn keep(&self, open: Open) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < IDLE_MAX && open.is_usable() {
            let rested = Instant::now();
            idle.push(Kept { open, rested });
        }
    }

    async fn connect(&self) -> Result<Open, PostError> {
        let unreachable = |e: &dyn StdError| PostError::Unreachable(e.to_string());
        let stream = TcpStream::connect((self.host.as_str(), self.port))
            .await
            .map_err(|e| unreachable(&e))?;
        stream.set_nodelay(true).map_err(|e| unreachable(&e))?;
        let name =
            ServerName::try_from(tls::state_name(&self.to.state)).map_err(|e| unreachable(&e))?;
        let stream = TlsConnector::from(Arc::clone(&self.tls))
            .connect(name, stream)
            .await
            .map_err(|e| judged(&e))?;
        let (sender, connection) = http1::handshake(TokioIo::new(stream))
            .await
            .map_err(|e| judged(&e))?;
        let end = tokio::spawn(async move { connection.await.err().map(|error| judged(&error)) });
        let made = Instant::now();
        Ok(Open { sender, end, made })
    }

    async fn send(&self, mut open: Open, call: &Call) -> Result<Answer, PostError> {
        let mut request = Request::builder()
            .method(call.method.clone())
            .uri(&call.path)
            .header(header::HOST, self.authority.clone());
        if let Some(path) = &call.merkle_path {
            request = request.header(web::peers::PATH_HEADER, path.clone());
        }
        let request = request
            .body(Full::new(call.body.clone()))
            .map_err(|e| PostError::Unreachable(e.to_string()))?;
        match exchange(&mut open.sender, request, call.answer_bytes_max).await {
            Ok(answer) => {
                self.keep(open);
                Ok(answer)
            }
            Err(error) => Err(open.why(error).await),
        }
    }
}

impl Open {
    fn is_usable(&self) -> bool {
        !self.sender.is_closed() && self.made.elapsed() < AGE
    }

    /// The reason the line itself ended for, where that says more than the request's.
    async fn why(self, error: PostError) -> PostError {
        drop(self.sender);
        match tokio::time::timeout(LAST_WORDS, self.end).await {
            Ok(Ok(Some(trust @ PostError::NotTrusted(_)))) => trust,
            _ => error,
        }
    }
}

async fn exchange(
    sender: &mut SendRequest<Full<Bytes>>,
    request: Request<Full<Bytes>>,
    answer_bytes_max: usize,
) -> Result<Answer, PostError> {
    sender.ready().await.map_err(|e| judged(&e))?;
    let response = sender.send_request(request).await;
    read(response.map_err(|e| judged(&e))?, answer_bytes_max).await
}

async fn read(response: Response<Incoming>, bytes_max: usize) -> Result<Answer, PostError> {
    let status = response.status().as_u16();
    let wait = response.headers().get(header::RETRY_AFTER);
    let retry_after_s = wait.and_then(|value| value.to_str().ok()?.trim().parse().ok());
    let body = Limited::new(response.into_body(), bytes_max)
        .collect()
        .await;
    let body = body.map_err(|e| judged(&*e))?.to_bytes();
    Ok(Answer {
        status,
        body,
        retry_after_s,
    })
}

/// Unreachable, or not trusted: by us, or by the other side, whose alert comes with the first read.
fn judged(error: &(dyn StdError + 'static)) -> PostError {
    let mut cause = Some(error);
    let mut last = error.to_string();
    while let Some(error) = cause {
        let inner = error
            .downcast_ref::<std::io::Error>()
            .and_then(std::io::Error::get_ref);
        let tls = inner.and_then(|e| e.downcast_ref::<rustls::Error>());
        match tls.or_else(|| error.downcast_ref()) {
            Some(rustls::Error::AlertReceived(alert)) => {
                let what = format!("the other node does not accept our certificate ({alert:?})");
                return PostError::NotTrusted(what);
            }
            Some(error) => return PostError::NotTrusted(error.to_string()),
            None => {}
        }
        last = error.to_string();
        cause = error.source();
    }
    PostError::Unreachable(last)
}

impl Post for HttpPost {
    fn envelope(
        &self,
        to: &Address,
        bytes: Bytes,
    ) -> BoxFuture<'static, Result<Answer, PostError>> {
        let call = Call {
            method: Method::POST,
            body: bytes,
            ..Call::get("/x/1/envelopes".to_owned())
        };
        self.ask(to, call)
    }

    fn missing(&self, to: &Address, root: Digest) -> BoxFuture<'static, Result<Answer, PostError>> {
        self.ask(to, Call::get(format!("/x/1/blobs/{root}/missing")))
    }

    fn segment(
        &self,
        to: &Address,
        (root, number): (Digest, u64),
        path: Vec<Digest>,
        bytes: Bytes,
    ) -> BoxFuture<'static, Result<Answer, PostError>> {
        let path: Vec<String> = path.iter().map(Digest::to_string).collect();
        let call = Call {
            method: Method::PUT,
            merkle_path: HeaderValue::from_str(&path.join(",")).ok(),
            body: bytes,
            ..Call::get(format!("/x/1/blobs/{root}/{number}"))
        };
        self.ask(to, call)
    }

    fn pull(
        &self,
        to: &Address,
        epoch: u64,
        after: u64,
    ) -> BoxFuture<'static, Result<Answer, PostError>> {
        let call = Call {
            answer_bytes_max: PULL_BYTES_MAX,
            ..Call::get(format!("/x/1/pull?epoch={epoch}&after={after}"))
        };
        self.ask(to, call)
    }

    fn log(&self, to: &Address, path: &str) -> BoxFuture<'static, Result<Answer, PostError>> {
        self.ask(to, Call::get(format!("/x/1/log/{path}")))
    }
}
