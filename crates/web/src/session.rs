//! Who asks: the session of a cookie or a bearer token, resolved once for each request, and the extractors made of it.
//!
//! The cookie's name carries the node's id, because two nodes on one host share cookies across ports. A token in a
//! cookie is only good together with [`crate::csrf`]; a bearer token comes from no browser form and needs none.

use std::collections::BTreeSet;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::request::Parts;
use http::{HeaderMap, HeaderValue, header};
use jiff::Timestamp;
use model::{Actor, Lang, Purpose, RequestId, Role};
use office::Office;
use office::people::{self, SignedIn, Token};
use office::screening::keys::{self, KeyMark, KeyToken};

use crate::app::App;
use crate::page::{Density, Page, Scheme};
use crate::problem::Problem;
use crate::{taxii, words, yente};

/// Name of the language cookie.
pub const LANG_COOKIE: &str = "comity-lang";
/// Name of the day-or-night cookie.
pub const SCHEME_COOKIE: &str = "comity-scheme";
/// Preferences are kept a year, in seconds.
const PREFERENCE_MAX_AGE_S: u32 = 31_536_000;

/// The other end of the connection, put into the request by the listener.
#[derive(Clone, Copy, Debug)]
pub struct Remote(pub SocketAddr);

/// Who reads a page, as far as the layout needs it.
#[derive(Clone, Debug)]
pub struct Who {
    /// The officer's name.
    pub name: String,
    /// The officer's roles.
    pub roles: BTreeSet<Role>,
}

/// What is known about a request before its handler runs.
#[derive(Clone, Debug)]
pub struct Ctx(Arc<Known>);

#[derive(Debug)]
struct Known {
    app: App,
    lang: Lang,
    scheme: Scheme,
    here: String,
    done: Option<String>,
    signed: Option<Arc<SignedIn>>,
    token: Option<Token>,
    bearer: bool,
    key: Option<KeyMark>,
    guest: String,
    remote: Option<IpAddr>,
    json: bool,
    now: Timestamp,
}

impl Ctx {
    /// The wiring.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.0.app
    }

    /// Language of the answer.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.0.lang
    }

    /// Who is signed in, if anybody.
    #[must_use]
    pub fn signed(&self) -> Option<&SignedIn> {
        self.0.signed.as_deref()
    }

    /// The token of the session, for signing out.
    #[must_use]
    pub fn token(&self) -> Option<&Token> {
        self.0.token.as_ref()
    }

    /// Whether the session came as a bearer token (no CSRF possible).
    #[must_use]
    pub fn bearer(&self) -> bool {
        self.0.bearer
    }

    /// The key by which a program asks, where it is one that asks.
    #[must_use]
    pub fn key(&self) -> Option<&KeyMark> {
        self.0.key.as_ref()
    }

    /// Whether the answer should be JSON: the API, or a client that accepts nothing else.
    #[must_use]
    pub fn json(&self) -> bool {
        self.0.json
    }

    /// The other end's address, where the listener told it.
    #[must_use]
    pub fn remote(&self) -> Option<IpAddr> {
        self.0.remote
    }

    /// Path and query asked for.
    #[must_use]
    pub fn here(&self) -> &str {
        &self.0.here
    }

    /// The token a form must bring: of the session, or, before sign-in, of the guest's cookie.
    #[must_use]
    pub fn form_token(&self) -> &str {
        self.0
            .signed
            .as_ref()
            .map_or(&self.0.guest, |signed| &signed.csrf)
    }

    /// A page with the title `key`, set for forms when nobody is signed in and for the desk otherwise.
    #[must_use]
    pub fn page(&self, key: &str) -> Page {
        let (app, lang) = (self.app(), self.lang());
        let office = app.office().clone();
        Page {
            lang,
            title: words::say(lang, key, &[]),
            state_name: app.state_name(lang),
            state_code: app.office().state().to_string(),
            here: self.0.here.clone(),
            who: self.signed().map(|signed| Who {
                name: signed.officer.name.clone(),
                roles: signed.officer.roles.clone(),
            }),
            band: None,
            done: self.0.done.clone(),
            scheme: self.0.scheme,
            density: if self.signed().is_some() {
                Density::Desk
            } else {
                Density::Form
            },
            refresh_s: None,
            typed_in: false,
            module: None,
            wrong: false,
            now: self.0.now,
            zone: app.settings().zone.clone(),
            csrf: self.form_token().to_owned(),
            fresh_act: Arc::new(move || office.new_act().to_string()),
        }
    }
}

/// Finds out who asks, in which language, and puts the answer into the request as [`Ctx`].
pub async fn resolve(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let asking = Asking::of(&app, &request);
    let (known, fresh_guest) = match known(&app, asking).await {
        Ok(known) => known,
        Err(problem) => return problem.into_response(),
    };
    let ctx = Ctx(Arc::new(known));
    request.extensions_mut().insert(ctx.clone());
    let method = request.method().clone();
    let mut response = next.run(request).await;
    if fresh_guest
        && ctx.signed().is_none()
        && !ctx.json()
        && !response.headers().contains_key(header::SET_COOKIE)
    {
        let cookie = cookie(&app, &app.guest_cookie(), &ctx.0.guest, None);
        set_cookie(&mut response, &cookie);
    }
    crate::problem::dress(&ctx, &method, response)
}

/// What the head of a request says of who asks.
struct Asking {
    token: Option<String>,
    bearer: bool,
    key: Option<KeyToken>,
    cookie_lang: Option<String>,
    accept_lang: Option<String>,
    scheme: Option<String>,
    guest: Option<String>,
    here: String,
    query: Option<String>,
    remote: Option<IpAddr>,
    json: bool,
}

impl Asking {
    fn of(app: &App, request: &Request) -> Self {
        let headers = request.headers();
        let text = |name| {
            headers
                .get(name)
                .and_then(|value: &HeaderValue| value.to_str().ok())
        };
        let bearer_token = bearer(headers);
        let key = key_of(request, bearer_token.as_deref());
        let bearer = bearer_token.is_some() || key.is_some();
        Self {
            key,
            token: bearer_token.or_else(|| cookie_of(headers, &app.session_cookie())),
            bearer,
            cookie_lang: cookie_of(headers, LANG_COOKIE),
            accept_lang: text(header::ACCEPT_LANGUAGE).map(ToOwned::to_owned),
            scheme: cookie_of(headers, SCHEME_COOKIE),
            guest: cookie_of(headers, &app.guest_cookie()),
            here: request
                .uri()
                .path_and_query()
                .map_or_else(|| "/".to_owned(), ToString::to_string),
            query: request.uri().query().map(ToOwned::to_owned),
            remote: request
                .extensions()
                .get::<Remote>()
                .map(|remote| remote.0.ip()),
            json: request.uri().path().starts_with("/api/")
                || for_programs(request.uri().path())
                || text(header::ACCEPT)
                    .is_some_and(|accept| accept.starts_with("application/json")),
        }
    }
}

async fn known(app: &App, asking: Asking) -> Result<(Known, bool), Problem> {
    let token = asking.token.and_then(|text| Token::parse(&text));
    let (signed, key) = match (&asking.key, &token) {
        (Some(key), _) => match keys::bearer(app.office(), key).await? {
            Some((signed, mark)) => (Some(Arc::new(signed)), Some(mark)),
            None => (None, None),
        },
        (None, Some(token)) => {
            let session = people::session(app.office(), token).await?;
            (session.map(Arc::new), None)
        }
        (None, None) => (None, None),
    };
    let setting = signed.as_ref().map(|signed| signed.officer.lang);
    let lang = words::negotiate(
        setting,
        asking.cookie_lang.as_deref(),
        asking.accept_lang.as_deref(),
    );
    let fresh_guest = asking.guest.is_none();
    let known = Known {
        lang,
        scheme: asking
            .scheme
            .map_or(Scheme::Auto, |code| Scheme::from_code(&code)),
        here: asking.here,
        done: done(asking.query.as_deref(), lang),
        token: signed.is_some().then_some(token).flatten(),
        signed,
        bearer: asking.bearer,
        key,
        guest: asking
            .guest
            .unwrap_or_else(|| app.office().new_act().to_string()),
        remote: asking.remote,
        json: asking.json,
        now: app.office().now(),
        app: app.clone(),
    };
    Ok((known, fresh_guest))
}

/// The notice of `?done=<code>`, if there is a word for it.
fn done(query: Option<&str>, lang: Lang) -> Option<String> {
    let code = query?
        .split('&')
        .find_map(|pair| pair.strip_prefix("done="))?;
    let key = words::key("ui-done", code);
    words::known(&key).then(|| words::say(lang, &key, &[]))
}

/// Whether what stands there is for programs, which bring a key.
#[must_use]
pub fn for_programs(path: &str) -> bool {
    path.starts_with(yente::BASE) || path.starts_with(taxii::BASE)
}

/// What is brought as `Bearer`, or as `ApiKey` or `Token`, which is how clients of the lists and of TAXII write it.
fn bearer(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    let known = ["bearer", "apikey", "token"];
    known
        .iter()
        .any(|name| scheme.eq_ignore_ascii_case(name))
        .then(|| token.trim().to_owned())
}

/// A key that is brought as the password of HTTP Basic (RFC 7617), which is all that many clients of TAXII can send; the name
/// beside it says nothing.
fn basic(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, text) = value.split_once(' ')?;
    let text = STANDARD.decode(text.trim()).ok()?;
    let (_, password) = std::str::from_utf8(&text).ok()?.split_once(':')?;
    scheme
        .eq_ignore_ascii_case("basic")
        .then(|| password.to_owned())
}

/// A program's key: for the calls of programs only, nowhere else. In the address it is taken for reconciling alone, whose
/// clients can send it no other way.
fn key_of(request: &Request, brought: Option<&str>) -> Option<KeyToken> {
    let path = request.uri().path();
    if !for_programs(path) {
        return None;
    }
    if path.starts_with(taxii::BASE) && brought.is_none() {
        return basic(request.headers())
            .as_deref()
            .and_then(KeyToken::parse);
    }
    let in_address = || {
        let mut pairs = request.uri().query()?.split('&');
        pairs.find_map(|pair| pair.strip_prefix("api_key="))
    };
    let reconciling = path.starts_with("/yente/reconcile/");
    let text = brought.or_else(|| reconciling.then(in_address).flatten());
    text.and_then(KeyToken::parse)
}

/// The value of a cookie (RFC 6265 5.4).
#[must_use]
pub fn cookie_of(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
}

/// A `Set-Cookie` value; without `max_age_s` it lives as long as the browser is open.
#[must_use]
pub fn cookie(app: &App, name: &str, value: &str, max_age_s: Option<u32>) -> String {
    let secure = if app.settings().tls { "; Secure" } else { "" };
    let age = max_age_s
        .map(|s| format!("; Max-Age={s}"))
        .unwrap_or_default();
    format!("{name}={value}; Path=/; HttpOnly; SameSite=Strict{secure}{age}")
}

/// A preference (language, day or night), kept for a year.
#[must_use]
pub fn preference(app: &App, name: &str, value: &str) -> String {
    cookie(app, name, value, Some(PREFERENCE_MAX_AGE_S))
}

/// Adds a cookie to an answer.
pub fn set_cookie(response: &mut Response, cookie: &str) {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Ctx {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts
            .extensions
            .get::<Ctx>()
            .cloned()
            .ok_or_else(Problem::not_found)
    }
}

/// Extractor: somebody is signed in. Otherwise HTML goes to /sign-in and the API answers 401.
#[derive(Clone, Debug)]
pub struct Signed(Ctx, Arc<SignedIn>);

impl<S: Send + Sync> FromRequestParts<S> for Signed {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let ctx = Ctx::from_request_parts(parts, state).await?;
        let signed = ctx.0.signed.clone().ok_or_else(Problem::sign_in_needed)?;
        Ok(Self(ctx, signed))
    }
}

impl Signed {
    /// Everything known about the request.
    #[must_use]
    pub fn ctx(&self) -> &Ctx {
        &self.0
    }

    /// The session as office wants it.
    #[must_use]
    pub fn signed_in(&self) -> &SignedIn {
        &self.1
    }

    /// Who acts.
    #[must_use]
    pub fn actor(&self) -> &Actor {
        &self.1.actor
    }

    /// The officer.
    #[must_use]
    pub fn officer(&self) -> &people::Officer {
        &self.1.officer
    }

    /// The office.
    #[must_use]
    pub fn office(&self) -> &Office {
        self.0.app().office()
    }

    /// A reader for this person and purpose: the one way out.
    ///
    /// # Errors
    /// If the labels cannot be read.
    pub async fn read(&self, purpose: Purpose) -> Result<office::Reader, Problem> {
        Ok(self.office().read(self.actor(), purpose).await?)
    }

    /// A request as this person may read it.
    ///
    /// # Errors
    /// Not found: what may not be read is not there.
    pub async fn request(&self, id: RequestId) -> Result<model::Request, Problem> {
        let reader = self.read(Purpose::Mla).await?;
        reader.request(id).await?.ok_or_else(Problem::not_found)
    }

    /// Language of the page.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.0.lang()
    }

    /// A page with the title `key`.
    #[must_use]
    pub fn page(&self, key: &str) -> Page {
        self.0.page(key)
    }

    /// Redirects (303) after an act, with a notice `ui-done-<code>` on the page that follows.
    pub fn done(&self, to: &str, code: &str) -> Redirect {
        let mark = if to.contains('?') { '&' } else { '?' };
        Redirect::to(&format!("{to}{mark}done={code}"))
    }
}
