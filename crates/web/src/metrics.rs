//! What the node counts, as Prometheus text. Numbers only: no State, no person, no case in a label.
//!
//! On the people's listener, to auditors and administrators, and to whoever asks from the machine itself.

use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use model::{Role, Verb};
use office::health;
use prometheus_client::encoding::text::encode;
use prometheus_client::encoding::{EncodeLabelSet, LabelSetEncoder};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

use crate::app::App;
use crate::routes;
use crate::{Ctx, Problem};

/// Method, route as matched, class of the status.
#[derive(Clone, Debug, Hash, PartialEq, Eq)]
struct Labels {
    method: String,
    route: String,
    status: &'static str,
}

impl EncodeLabelSet for Labels {
    fn encode(&self, encoder: &mut LabelSetEncoder<'_>) -> std::fmt::Result {
        for (name, value) in [
            ("method", self.method.as_str()),
            ("route", self.route.as_str()),
            ("status", self.status),
        ] {
            use prometheus_client::encoding::EncodeLabel as _;
            (name, value).encode(encoder.encode_label())?;
        }
        Ok(())
    }
}

/// Seconds: from one millisecond to ten seconds.
const BUCKETS_S: [f64; 9] = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.0, 10.0];

/// Requests counted by this listener.
#[derive(Debug)]
pub struct Counts {
    requests: Family<Labels, Counter>,
    seconds: Histogram,
    registry: Mutex<Registry>,
}

impl Default for Counts {
    fn default() -> Self {
        let requests = Family::<Labels, Counter>::default();
        let seconds = Histogram::new(BUCKETS_S);
        let mut registry = Registry::with_prefix("comity");
        registry.register(
            "http_requests",
            "Requests by method, route and class of status",
            requests.clone(),
        );
        registry.register(
            "http_request_seconds",
            "How long requests took",
            seconds.clone(),
        );
        Self {
            requests,
            seconds,
            registry: Mutex::new(registry),
        }
    }
}

impl Counts {
    fn one(&self, labels: Labels, seconds: f64) {
        self.requests.get_or_create(&labels).inc();
        self.seconds.observe(seconds);
    }

    fn text(&self) -> String {
        let mut out = String::new();
        let registry = self.registry.lock().unwrap_or_else(PoisonError::into_inner);
        if let Err(error) = encode(&mut out, &registry) {
            tracing::error!(%error, "metrics not written");
        }
        out
    }
}

const fn class(status: u16) -> &'static str {
    match status / 100 {
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        5 => "5xx",
        _ => "1xx",
    }
}

/// Counts every request by its route.
pub async fn count(State(app): State<App>, request: Request, next: Next) -> Response {
    let method = request.method().as_str().to_owned();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "-".to_owned(), |path| path.as_str().to_owned());
    let began = Instant::now();
    let response = next.run(request).await;
    let labels = Labels {
        method,
        route,
        status: class(response.status().as_u16()),
    };
    app.counts().one(labels, began.elapsed().as_secs_f64());
    response
}

/// Name, help and value of what the office counts.
fn numbers(m: &health::Metrics) -> [(&'static str, &'static str, u64); 10] {
    [
        ("acts_kept", "Acts kept since start", m.acts_kept),
        ("acts_refused", "Acts refused since start", m.acts_refused),
        ("acts_failed", "Acts that failed since start", m.acts_failed),
        (
            "envelopes_sent",
            "Envelopes delivered since start",
            m.envelopes_sent,
        ),
        (
            "envelopes_received",
            "Envelopes accepted since start",
            m.envelopes_received,
        ),
        (
            "screen_checks",
            "Checks of travellers since start",
            m.screen_checks,
        ),
        (
            "outbox_waiting",
            "Messages waiting for any peer",
            m.outbox_waiting,
        ),
        ("ledger_size", "Entries in the ledger", m.ledger_size),
        (
            "uptime_seconds",
            "Seconds since start",
            u64::try_from(m.uptime_s).unwrap_or(0),
        ),
        (
            "screen_records",
            "Records in the screening index",
            m.screen_records,
        ),
    ]
}

/// `GET /metrics`.
pub async fn page(ctx: Ctx) -> Result<Response, Problem> {
    let local = ctx.remote().is_some_and(|ip| ip.is_loopback());
    let role = ctx.signed().is_some_and(|signed| {
        let roles = &signed.officer.roles;
        roles.contains(&Role::Auditor) || routes::roles_may(roles, Verb::HealthRead)
    });
    if !local && !role {
        return Err(if ctx.signed().is_some() {
            Problem::not_allowed()
        } else {
            Problem::sign_in_needed()
        });
    }
    let mut registry = Registry::with_prefix("comity");
    for (name, help, value) in numbers(&health::metrics(ctx.app().office()).await?) {
        let gauge = Gauge::<i64>::default();
        gauge.set(i64::try_from(value).unwrap_or(i64::MAX));
        registry.register(name, help, gauge);
    }
    let mut node = String::new();
    if let Err(error) = encode(&mut node, &registry) {
        tracing::error!(%error, "metrics not written");
    }
    // Each half ends with its own end mark; one document has one.
    let node = node.trim_end().trim_end_matches("# EOF");
    let kind =
        HeaderValue::from_static("application/openmetrics-text; version=1.0.0; charset=utf-8");
    Ok((
        [(header::CONTENT_TYPE, kind)],
        format!("{node}{}", ctx.app().counts().text()),
    )
        .into_response())
}
