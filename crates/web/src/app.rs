//! The wiring: what every handler may use, and the two routers made of it.

use std::fmt;
use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::tz::TimeZone;
use model::{Lang, limits};
use office::Office;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::Predicate;

use crate::limit::{Limiter, Rate};
use crate::problem::Problem;
use crate::session::{Ctx, Remote};
use crate::{api, assets, headers, metrics, pages, peers, routes, session, taxii, yente};

/// What the node decides about its screens.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The people's listener speaks TLS: cookies are `Secure` and carry the `__Host-` prefix.
    pub tls: bool,
    /// The zone in which moments are shown.
    pub zone: TimeZone,
    /// How often one session (or address, before sign-in) may ask.
    pub people_rate: Rate,
    /// How often one program may ask the lists.
    pub program_rate: Rate,
    /// How often one address may try to sign in.
    pub sign_in_rate: Rate,
    /// The demo's sign-ins, shown on the sign-in page: login, password, role. Empty in earnest.
    pub demo_sign_ins: Vec<DemoSignIn>,
    /// Version of the program, for the health page.
    pub version: String,
}

/// One sign-in the demo offers.
#[derive(Clone, Debug)]
pub struct DemoSignIn {
    /// Login.
    pub login: String,
    /// Password.
    pub password: String,
    /// Code of the role.
    pub role: model::Role,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            tls: false,
            zone: TimeZone::UTC,
            people_rate: Rate {
                burst: 120,
                per_second: 20.0,
            },
            program_rate: Rate {
                burst: 20_000,
                per_second: 10_000.0,
            },
            sign_in_rate: Rate {
                burst: 10,
                per_second: 0.5,
            },
            demo_sign_ins: Vec::new(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }
}

/// What every handler may use.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    office: Office,
    settings: Settings,
    people: Limiter,
    programs: Limiter,
    sign_in: Limiter,
    metrics: metrics::Counts,
    imports: pages::lists::Jobs,
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App")
            .field("settings", &self.0.settings)
            .finish_non_exhaustive()
    }
}

impl App {
    /// An office behind its screens.
    #[must_use]
    pub fn new(office: Office, settings: Settings) -> Self {
        let program_rate = settings.program_rate;
        let (people, sign_in) = (
            Limiter::new(settings.people_rate),
            Limiter::new(settings.sign_in_rate),
        );
        Self(Arc::new(Inner {
            office,
            settings,
            people,
            programs: Limiter::new(program_rate),
            sign_in,
            metrics: metrics::Counts::default(),
            imports: pages::lists::Jobs::default(),
        }))
    }

    /// The office.
    #[must_use]
    pub fn office(&self) -> &Office {
        &self.0.office
    }

    /// The settings.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// Requests counted so far.
    #[must_use]
    pub fn counts(&self) -> &metrics::Counts {
        &self.0.metrics
    }

    /// The imports of lists that pages of this node began.
    pub(crate) fn imports(&self) -> &pages::lists::Jobs {
        &self.0.imports
    }

    /// One more try to sign in from `key`.
    ///
    /// # Errors
    /// `SLOW-DOWN` with the seconds to wait.
    pub fn sign_in_try(&self, key: &str) -> Result<(), Problem> {
        self.0
            .sign_in
            .take(key, self.office().now())
            .map_err(Problem::slow_down)
    }

    /// The State's name in `lang`, else in English, else its code.
    #[must_use]
    pub fn state_name(&self, lang: Lang) -> String {
        let profile = self.office().profile();
        let name = profile
            .name
            .get(&lang)
            .or_else(|| profile.name.get(&Lang::En));
        name.cloned().unwrap_or_else(|| profile.code.to_string())
    }

    /// The session cookie's name: the node's id, and `__Host-` where TLS allows it (RFC 6265bis 4.1.3).
    #[must_use]
    pub fn session_cookie(&self) -> String {
        self.cookie_name("session")
    }

    /// The cookie of the form token before sign-in.
    #[must_use]
    pub fn guest_cookie(&self) -> String {
        self.cookie_name("guest")
    }

    fn cookie_name(&self, what: &str) -> String {
        let prefix = if self.settings().tls { "__Host-" } else { "" };
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let node: String = self
            .office()
            .node_id()
            .chars()
            .filter(|c| plain(*c))
            .collect();
        format!("{prefix}comity-{what}-{node}")
    }

    /// The people's router: pages, API, assets, health, metrics.
    pub fn people(&self) -> Router {
        let tls = self.settings().tls;
        Router::new()
            .merge(pages::routes())
            .merge(api::routes())
            .merge(yente::routes())
            .merge(taxii::routes())
            .route("/assets/{hash}/{name}", get(assets::send))
            .route("/metrics", get(metrics::page))
            .route_layer(middleware::from_fn(routes::gate))
            .method_not_allowed_fallback(|| async { Problem::method() })
            .fallback(|| async { Problem::not_found() })
            // Uploads have limits of their own.
            .layer(DefaultBodyLimit::max(limits::BODY_BYTES_MAX))
            .layer(middleware::from_fn_with_state(self.clone(), pace))
            .layer(middleware::from_fn(yente::shared))
            .layer(CatchPanicLayer::custom(panicked))
            .layer(middleware::from_fn_with_state(
                self.clone(),
                session::resolve,
            ))
            .layer(middleware::from_fn_with_state(self.clone(), metrics::count))
            .layer(CatchPanicLayer::custom(panicked))
            .layer(CompressionLayer::new().compress_when(Words))
            .layer(middleware::from_fn(move |request, next| {
                headers::add(tls, request, next)
            }))
            .with_state(self.clone())
    }

    /// The peers' router: the five verbs of delivery, nothing else. Who calls stands in the request as [`peers::Peer`].
    pub fn peers(&self) -> Router {
        peers::routes()
            .fallback(|| async { http::StatusCode::NOT_FOUND })
            .layer(CatchPanicLayer::custom(panicked))
            .with_state(self.clone())
    }
}

/// Takes one token of the session's (or the address's) bucket. Assets and liveness are free.
async fn pace(State(app): State<App>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let lives = ["/healthz", "/readyz", "/yente/healthz", "/yente/readyz"];
    if path.starts_with("/assets/") || lives.contains(&path) {
        return next.run(request).await;
    }
    let key = match request
        .extensions()
        .get::<Ctx>()
        .and_then(|ctx| ctx.signed().map(|s| s.officer.id))
    {
        Some(officer) => officer.to_string(),
        None => request
            .extensions()
            .get::<Remote>()
            .map_or_else(|| "?".to_owned(), |remote| remote.0.ip().to_string()),
    };
    let (limiter, key) = match program_of(&request) {
        Some(id) => (&app.0.programs, id),
        None => (&app.0.people, key),
    };
    match limiter.take(&key, app.office().now()) {
        Ok(()) => next.run(request).await,
        Err(seconds) => Problem::slow_down(seconds).into_response(),
    }
}

/// Under what a program's questions are counted: its key, or, for an officer's program, the officer.
fn program_of(request: &Request) -> Option<String> {
    let ctx = request.extensions().get::<Ctx>()?;
    let program = session::for_programs(request.uri().path()) && ctx.bearer();
    let signed = ctx.signed().filter(|_| program)?;
    Some(match ctx.key() {
        Some(key) => key.id.clone(),
        None => signed.officer.id.to_string(),
    })
}

/// What is worth compressing on a thin line: words. Never files, papers and evidence. (A token and a stranger's words on
/// one compressed page is a leak only where a stranger's site can send our cookie: `SameSite=Strict` says it cannot.)
#[derive(Clone, Copy, Debug)]
struct Words;

/// Shorter answers gain nothing.
const COMPRESS_BYTES_MIN: u64 = 1024;

impl Predicate for Words {
    fn should_compress<B: hyper::body::Body>(&self, response: &http::Response<B>) -> bool {
        let kind = response.headers().get(http::header::CONTENT_TYPE);
        let words = kind.is_some_and(|kind| {
            let kind = kind.as_bytes();
            kind.starts_with(b"text/") || kind.starts_with(b"application/json")
        });
        words && response.body().size_hint().lower() >= COMPRESS_BYTES_MIN
    }
}

/// A panic is our fault: the caller gets a plain 500, the log its place; the node keeps serving.
fn panicked(_: Box<dyn std::any::Any + Send>) -> Response {
    tracing::error!("a handler panicked");
    http::StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
