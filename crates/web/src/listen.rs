//! The two listeners. People's: TLS 1.3, or plain HTTP on loopback only. Peers': always TLS 1.3 with certificates on
//! both sides, and the peer's State known from its certificate before any byte of a request is read.
//!
//! Certificates, keys and verifiers are made by `node` and come in as a finished `rustls::ServerConfig` (provider
//! aws-lc-rs). Nothing here reads a file.

use std::collections::HashMap;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use http::Request;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::GracefulShutdown;
use model::StateCode;
use rustls::ProtocolVersion::TLSv1_3;
use rustls::ServerConfig;
use rustls_pki_types::CertificateDer;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt as _;

use crate::peers::Peer;
use crate::session::Remote;

/// What a listener puts up with.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections at once.
    pub connections_max: usize,
    /// Connections at once from one address; loopback may have them all.
    pub connections_per_address_max: usize,
    /// Seconds for the TLS handshake, and again for the head of a request (exchange 2.6: slow loris).
    pub header_timeout_s: u64,
    /// Seconds that running requests get when the node stops.
    pub stop_s: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections_max: 1024,
            connections_per_address_max: 64,
            header_timeout_s: 5,
            stop_s: 10,
        }
    }
}

/// How the people's listener is covered.
#[derive(Clone, Debug)]
pub enum Cover {
    /// Plain HTTP; refused on any address that is not loopback.
    PlainLoopback,
    /// TLS 1.3.
    Tls(Arc<ServerConfig>),
}

/// Finds the State of a client's certificate (end entity, already verified by the `ServerConfig`'s verifier).
pub type WhoIs = Arc<dyn Fn(&CertificateDer<'_>) -> Option<StateCode> + Send + Sync>;

/// Why a listener does not start.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Plain HTTP would leave this machine.
    #[error(
        "plain http is for loopback only, and {0} is not: configure TLS for the people's listener"
    )]
    NotLoopback(SocketAddr),
    /// The socket.
    #[error("could not listen")]
    Io(#[from] io::Error),
}

/// Serves people until `stop` resolves; then lets running requests end.
///
/// # Errors
/// Plain HTTP on an address that is not loopback; a socket without an address.
pub async fn people(
    listener: TcpListener,
    cover: Cover,
    router: Router,
    limits: Limits,
    stop: impl Future<Output = ()> + Send,
) -> Result<(), Error> {
    let address = listener.local_addr()?;
    let tls = match cover {
        Cover::PlainLoopback if !address.ip().is_loopback() => {
            return Err(Error::NotLoopback(address));
        }
        Cover::PlainLoopback => None,
        Cover::Tls(config) => Some(TlsAcceptor::from(config)),
    };
    let door = Arc::new(Door {
        router,
        tls,
        who: None,
        limits,
        open: Open::new(limits),
    });
    serve(listener, door, stop).await;
    Ok(())
}

/// Serves peers until `stop` resolves; a client without a certificate that `who` knows is let go before it can ask.
///
/// # Errors
/// A socket without an address.
pub async fn peers(
    listener: TcpListener,
    tls: Arc<ServerConfig>,
    who: WhoIs,
    (router, limits): (Router, Limits),
    stop: impl Future<Output = ()> + Send,
) -> Result<(), Error> {
    listener.local_addr()?;
    let tls = Some(TlsAcceptor::from(tls));
    let door = Arc::new(Door {
        router,
        tls,
        who: Some(who),
        limits,
        open: Open::new(limits),
    });
    serve(listener, door, stop).await;
    Ok(())
}

struct Door {
    router: Router,
    tls: Option<TlsAcceptor>,
    who: Option<WhoIs>,
    limits: Limits,
    open: Open,
}

/// The places that connections take.
struct Open {
    all: Arc<Semaphore>,
    by_address: Arc<Mutex<HashMap<IpAddr, usize>>>,
    per_address_max: usize,
}

/// One place taken; given back when dropped.
struct Place {
    _all: OwnedSemaphorePermit,
    by_address: Arc<Mutex<HashMap<IpAddr, usize>>>,
    address: IpAddr,
}

impl Open {
    fn new(limits: Limits) -> Self {
        Self {
            all: Arc::new(Semaphore::new(limits.connections_max)),
            by_address: Arc::default(),
            per_address_max: limits.connections_per_address_max,
        }
    }

    fn take(&self, address: IpAddr) -> Option<Place> {
        let all = Arc::clone(&self.all).try_acquire_owned().ok()?;
        let mut counts = self
            .by_address
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(address).or_default();
        if *count >= self.per_address_max && !address.is_loopback() {
            return None;
        }
        *count += 1;
        Some(Place {
            _all: all,
            by_address: Arc::clone(&self.by_address),
            address,
        })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut counts = self
            .by_address
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&self.address) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.address);
            }
        }
    }
}

async fn serve(listener: TcpListener, door: Arc<Door>, stop: impl Future<Output = ()>) {
    let graceful = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        match accepted {
            Ok((stream, remote)) => match door.open.take(remote.ip()) {
                Some(place) => {
                    let (door, watcher) = (Arc::clone(&door), graceful.watcher());
                    tokio::spawn(async move {
                        let _place = place;
                        connection(door, stream, remote, watcher).await;
                    });
                }
                None => tracing::warn!("connection refused: too many"),
            },
            Err(error) => {
                // Out of file descriptors, mostly: wait instead of spinning.
                tracing::warn!(%error, "accept failed");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
    drop(listener);
    if tokio::time::timeout(Duration::from_secs(door.limits.stop_s), graceful.shutdown())
        .await
        .is_err()
    {
        tracing::warn!("requests were still running when the listener stopped");
    }
}

type Watcher = hyper_util::server::graceful::Watcher;

async fn connection(door: Arc<Door>, stream: TcpStream, remote: SocketAddr, watcher: Watcher) {
    let _ = stream.set_nodelay(true);
    let Some(acceptor) = &door.tls else {
        return talk(&door, stream, (remote, None), watcher).await;
    };
    let patience = Duration::from_secs(door.limits.header_timeout_s);
    let tls = match tokio::time::timeout(patience, acceptor.accept(stream)).await {
        Ok(Ok(tls)) => tls,
        Ok(Err(error)) => return tracing::debug!(%error, "tls handshake failed"),
        Err(_) => return tracing::debug!("tls handshake too slow"),
    };
    let session = tls.get_ref().1;
    if session.protocol_version() != Some(TLSv1_3) {
        return tracing::warn!("a client below TLS 1.3 was let go");
    }
    let peer = match &door.who {
        None => None,
        Some(who) => {
            let certificate = session
                .peer_certificates()
                .and_then(<[CertificateDer<'_>]>::first);
            let shown = certificate.map(|certificate| Shown {
                who: Arc::clone(who),
                certificate: Arc::new(certificate.clone().into_owned()),
            });
            let Some(shown) = shown.filter(|shown| shown.peer().is_some()) else {
                return tracing::warn!("a client without a pinned certificate was let go");
            };
            Some(shown)
        }
    };
    talk(&door, tls, (remote, peer), watcher).await;
}

/// What a peer's node showed in the handshake. Whose it is is asked again for each request: exchange with a State may be stopped
/// while its line is open.
#[derive(Clone)]
struct Shown {
    who: WhoIs,
    certificate: Arc<CertificateDer<'static>>,
}

impl Shown {
    fn peer(&self) -> Option<Peer> {
        (self.who)(&self.certificate).map(Peer)
    }
}

async fn talk<S>(
    door: &Door,
    stream: S,
    (remote, shown): (SocketAddr, Option<Shown>),
    watcher: Watcher,
) where
    S: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin + Send + 'static,
{
    let router = door.router.clone();
    let service = hyper::service::service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(Remote(remote));
        let peer = shown.as_ref().map(Shown::peer);
        let router = router.clone();
        async move {
            match peer {
                None => {}
                Some(Some(peer)) => {
                    request.extensions_mut().insert(peer);
                }
                Some(None) => {
                    return Err(std::io::Error::from(std::io::ErrorKind::PermissionDenied));
                }
            }
            let answered = router.oneshot(request).await;
            Ok(answered.unwrap_or_else(|never| match never {}))
        }
    });
    let mut builder = auto::Builder::new(TokioExecutor::new());
    let patience = Duration::from_secs(door.limits.header_timeout_s);
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(patience);
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(32)
        .keep_alive_interval(Duration::from_secs(30));
    let served = builder
        .serve_connection_with_upgrades(TokioIo::new(stream), service)
        .into_owned();
    if let Err(error) = watcher.watch(served).await {
        tracing::debug!(%error, "connection ended");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_and_given_back() {
        let open = Open::new(Limits {
            connections_max: 3,
            connections_per_address_max: 2,
            ..Limits::default()
        });
        let (far, near): (IpAddr, IpAddr) =
            ("192.0.2.1".parse().unwrap(), "127.0.0.1".parse().unwrap());
        let first = open.take(far).unwrap();
        let _second = open.take(far).unwrap();
        assert!(open.take(far).is_none(), "one address has two at most");
        drop(first);
        let _third = open.take(far).unwrap();
        let _fourth = open.take(near).unwrap();
        assert!(open.take(near).is_none(), "three in all");
    }

    #[tokio::test]
    async fn plain_http_stays_at_home() {
        let listener = TcpListener::bind("0.0.0.0:0").await.unwrap();
        let answer = people(
            listener,
            Cover::PlainLoopback,
            Router::new(),
            Limits::default(),
            async {},
        )
        .await;
        assert!(matches!(answer, Err(Error::NotLoopback(_))));
    }
}
