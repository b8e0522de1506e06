//! Every route of the people's listener with what it needs, in one table: the gate reads it (a route that is not in
//! it answers 404), the navigation is made from it, and a test walks it for every role.
//!
//! The gate is the outer door only: `office` asks `model::may` again with the object in hand.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::Method;
use model::{Role, Verb};

use crate::problem::Problem;
use crate::session::Ctx;

/// What a route asks of whoever calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Anybody: sign-in, help, assets, liveness.
    Open,
    /// Anybody who is signed in.
    SignedIn,
    /// A role that the policy allows one of these verbs.
    Any(&'static [Verb]),
}

/// One route.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// "GET", "POST", "PUT"; GET answers HEAD too.
    pub method: &'static str,
    /// As axum writes it: "/requests/{id}".
    pub path: &'static str,
    /// What it needs.
    pub need: Need,
}

/// A GET row.
#[must_use]
pub const fn get(path: &'static str, need: Need) -> Row {
    Row {
        method: "GET",
        path,
        need,
    }
}

/// A POST row.
#[must_use]
pub const fn post(path: &'static str, need: Need) -> Row {
    Row {
        method: "POST",
        path,
        need,
    }
}

/// Several verbs: one of them is enough.
#[must_use]
pub const fn any(verbs: &'static [Verb]) -> Need {
    Need::Any(verbs)
}

/// Rows of the router itself.
const OWN: &[Row] = &[
    get("/assets/{hash}/{name}", Need::Open),
    get("/metrics", Need::Open),
];

/// All rows.
pub fn table() -> impl Iterator<Item = &'static Row> {
    OWN.iter()
        .chain(crate::pages::TABLES.iter().copied().flatten())
        .chain(crate::api::ROUTES)
        .chain(crate::yente::ROUTES)
        .chain(crate::taxii::ROUTES)
}

/// What `method` on `path` (as matched) needs; nothing if the table does not name it.
#[must_use]
pub fn need(method: &Method, path: &str) -> Option<Need> {
    static BY_PATH: LazyLock<BTreeMap<(&'static str, &'static str), Need>> = LazyLock::new(|| {
        table()
            .map(|row| ((row.method, row.path), row.need))
            .collect()
    });
    let method = if *method == Method::HEAD {
        "GET"
    } else {
        method.as_str()
    };
    BY_PATH
        .iter()
        .find(|((m, p), _)| *m == method && *p == path)
        .map(|(_, need)| *need)
}

/// Whether the policy allows `verb` to one of `roles`. For gate, navigation and buttons; the act itself asks again.
#[must_use]
pub fn roles_may(roles: &BTreeSet<Role>, verb: Verb) -> bool {
    static POLICY: LazyLock<BTreeMap<Verb, BTreeSet<Role>>> = LazyLock::new(|| {
        model::policy::table()
            .into_iter()
            .map(|(verb, roles)| (verb, roles.into_iter().collect()))
            .collect()
    });
    POLICY
        .get(&verb)
        .is_some_and(|allowed| !allowed.is_disjoint(roles))
}

/// Whether somebody with these roles passes.
#[must_use]
pub fn passes(need: Need, roles: Option<&BTreeSet<Role>>) -> bool {
    match need {
        Need::Open => true,
        Need::SignedIn => roles.is_some(),
        Need::Any(verbs) => {
            roles.is_some_and(|roles| verbs.iter().any(|verb| roles_may(roles, *verb)))
        }
    }
}

/// Path, word and the paths that belong to it, in the order of the desk.
const TABS: &[(&str, &str, &[&str])] = &[
    (
        "/",
        "ui-nav-worklist",
        &["/requests", "/evidence", "/docket"],
    ),
    ("/search", "ui-nav-search", &[]),
    ("/border", "ui-nav-border", &[]),
    ("/screening", "ui-nav-screening", &[]),
    ("/records", "ui-nav-records", &["/releases", "/intake"]),
    ("/cards", "ui-nav-cards", &["/encounters"]),
    ("/access", "ui-nav-access", &[]),
    ("/directory", "ui-nav-directory", &["/atlas"]),
    ("/statistics", "ui-nav-statistics", &[]),
    ("/lists", "ui-nav-lists", &[]),
    ("/complaints", "ui-nav-complaints", &[]),
    ("/ledger", "ui-nav-ledger", &[]),
    ("/people", "ui-nav-people", &[]),
    ("/peers", "ui-nav-peers", &[]),
    ("/health", "ui-nav-health", &[]),
];

/// The navigation of somebody with these roles: link, key of its word, whether `here` is in it.
#[must_use]
pub fn tabs(roles: &BTreeSet<Role>, here: &str) -> Vec<(&'static str, &'static str, bool)> {
    let path = here.split('?').next().unwrap_or_default();
    let within = |room: &str| {
        path == room
            || path
                .strip_prefix(room)
                .is_some_and(|rest| rest.starts_with('/'))
    };
    TABS.iter()
        .filter(|(href, ..)| need(&Method::GET, href).is_some_and(|need| passes(need, Some(roles))))
        .map(|(href, word, also)| {
            let here = if *href == "/" {
                path == "/"
            } else {
                within(href)
            };
            (*href, *word, here || also.iter().any(|room| within(room)))
        })
        .collect()
}

/// The first room of somebody with these roles: where "/" leads those who have no worklist.
#[must_use]
pub fn home(roles: &BTreeSet<Role>) -> &'static str {
    tabs(roles, "")
        .first()
        .map_or("/settings", |(href, ..)| href)
}

/// The gate: refuses what the table does not name and what the roles do not allow.
pub async fn gate(request: Request, next: Next) -> Response {
    let path = request
        .extensions()
        .get::<MatchedPath>()
        .map(MatchedPath::as_str);
    let Some(need) = path.and_then(|path| need(request.method(), path)) else {
        return match path {
            Some(path) if table().any(|row| row.path == path) => Problem::method().into_response(),
            _ => Problem::not_found().into_response(),
        };
    };
    let Some(ctx) = request.extensions().get::<Ctx>() else {
        return Problem::not_found().into_response();
    };
    let roles = ctx.signed().map(|signed| &signed.officer.roles);
    if passes(need, roles) {
        return next.run(request).await;
    }
    match roles {
        None => Problem::sign_in_needed().into_response(),
        Some(roles) if path == Some("/") => {
            axum::response::Redirect::to(home(roles)).into_response()
        }
        Some(_) => Problem::not_allowed().into_response(),
    }
}
