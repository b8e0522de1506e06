//! The door: signing in by password or passkey, signing out, and the language switch that stands on every page.

use askama::Template;
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing;
use axum::{Json, Router};
use http::StatusCode;
use model::{Lang, Role};
use office::passkeys;
use office::people::{self, SignIn};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::app::{App, DemoSignIn};
use crate::csrf::PostJson;
use crate::page::{Page, shown};
use crate::part::{Errors, Field};
use crate::routes::{self, Need, Row, get, post};
use crate::session::{self, LANG_COOKIE};
use crate::{Ctx, PostForm, Problem, Signed};

/// The routes of the door.
pub const ROUTES: &[Row] = &[
    get("/sign-in", Need::Open),
    post("/sign-in", Need::Open),
    post("/sign-in/passkey/start", Need::Open),
    post("/sign-in/passkey/finish", Need::Open),
    post("/sign-out", Need::SignedIn),
    post("/language", Need::Open),
];

/// The door.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/sign-in", routing::get(form).post(sign_in))
        .route("/sign-in/passkey/start", routing::post(passkey_start))
        .route("/sign-in/passkey/finish", routing::post(passkey_finish))
        .route("/sign-out", routing::post(sign_out))
        .route("/language", routing::post(language))
}

#[derive(Debug, Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    page: Page,
    errors: Errors,
    login: Field,
    password: Field,
    passkey_login: Field,
    next: String,
    demo: Vec<(DemoSignIn, String)>,
}

impl SignInPage {
    fn new(ctx: &Ctx, next: &str, login: &str, wrong: Option<String>) -> Self {
        let page = ctx
            .page("ui-sign-in-title")
            .module("passkey")
            .wrong(wrong.is_some());
        let errors = Errors::of(
            &page,
            wrong
                .into_iter()
                .map(|text| ("login".to_owned(), text))
                .collect(),
        );
        let word = page.say("ui-login");
        Self {
            errors,
            login: Field::text("login", word.clone(), login)
                .required()
                .autocomplete("username webauthn"),
            password: Field::password("password", page.say("ui-password"), "current-password")
                .required(),
            passkey_login: Field::text("passkey_login", word, login)
                .required()
                .autocomplete("username"),
            next: local(next).to_owned(),
            demo: ctx
                .app()
                .settings()
                .demo_sign_ins
                .iter()
                .map(|d| (d.clone(), page.code("role", d.role.code())))
                .collect(),
            page,
        }
    }
}

#[derive(Debug, Deserialize)]
struct Next {
    #[serde(default)]
    next: String,
}

/// Only a path of ours: never another host, whatever the query says.
pub(super) fn local(next: &str) -> &str {
    let ours = next.starts_with('/')
        && !next.starts_with("//")
        && !next.starts_with("/\\")
        && !next.contains(['\r', '\n', '\t']);
    if ours { next } else { "" }
}

async fn form(ctx: Ctx, Query(query): Query<Next>) -> Response {
    match ctx.signed() {
        Some(signed) => Redirect::to(routes::home(&signed.officer.roles)).into_response(),
        None => shown(
            StatusCode::OK,
            &SignInPage::new(&ctx, &query.next, "", None),
        ),
    }
}

fn tries_key(ctx: &Ctx) -> String {
    ctx.remote()
        .map_or_else(|| "?".to_owned(), |ip| ip.to_string())
}

async fn sign_in(ctx: Ctx, form: PostForm) -> Result<Response, Problem> {
    ctx.app().sign_in_try(&tries_key(&ctx))?;
    let (login, next) = (form.text("login").to_owned(), form.text("next").to_owned());
    let act = SignIn {
        login: login.clone(),
        password: form.get("password").unwrap_or_default().to_owned(),
    };
    match people::sign_in_password(ctx.app().office(), act).await {
        Ok(token) => welcome(&ctx, &token, &next).await,
        Err(error) if error.refusal().is_some() => {
            let problem = Problem::from(error);
            let page = SignInPage::new(&ctx, &next, &login, Some(problem.text(ctx.lang())));
            Ok(shown(problem.status, &page))
        }
        Err(error) => Err(error.into()),
    }
}

/// Gives the new session its cookie and leads to where the officer wanted to go, or to the first room.
async fn welcome(ctx: &Ctx, token: &people::Token, next: &str) -> Result<Response, Problem> {
    let to = destination(ctx, token, next).await?;
    let mut response = Redirect::to(&to).into_response();
    let cookie = session::cookie(ctx.app(), &ctx.app().session_cookie(), token.as_str(), None);
    session::set_cookie(&mut response, &cookie);
    Ok(response)
}

async fn destination(ctx: &Ctx, token: &people::Token, next: &str) -> Result<String, Problem> {
    let next = local(next);
    if !next.is_empty() {
        return Ok(next.to_owned());
    }
    let signed = people::session(ctx.app().office(), token).await?;
    Ok(signed
        .map_or("/", |signed| routes::home(&signed.officer.roles))
        .to_owned())
}

async fn passkey_start(ctx: Ctx, post: PostJson) -> Result<Json<Value>, Problem> {
    ctx.app().sign_in_try(&tries_key(&ctx))?;
    let (ceremony, options) =
        passkeys::passkey_sign_in_start(ctx.app().office(), post.need("passkey_login")?.trim())
            .await?;
    Ok(Json(json!({ "ceremony": ceremony, "options": options })))
}

async fn passkey_finish(ctx: Ctx, post: PostJson) -> Result<Response, Problem> {
    let credential = post.0.get("credential").cloned().unwrap_or_default();
    let token =
        passkeys::passkey_sign_in_finish(ctx.app().office(), post.need("ceremony")?, credential)
            .await?;
    let to = destination(&ctx, &token, post.need("next").unwrap_or_default()).await?;
    let mut response = Json(json!({ "to": to })).into_response();
    let cookie = session::cookie(ctx.app(), &ctx.app().session_cookie(), token.as_str(), None);
    session::set_cookie(&mut response, &cookie);
    Ok(response)
}

async fn sign_out(me: Signed, _form: PostForm) -> Result<Response, Problem> {
    if let Some(token) = me.ctx().token() {
        people::sign_out(me.office(), token).await?;
    }
    let app = me.ctx().app();
    let mut response = Redirect::to("/sign-in").into_response();
    session::set_cookie(
        &mut response,
        &session::cookie(app, &app.session_cookie(), "", Some(0)),
    );
    Ok(response)
}

async fn language(ctx: Ctx, form: PostForm) -> Result<Response, Problem> {
    let lang: Lang = form.parsed("lang")?;
    if let Some(signed) = ctx.signed() {
        people::set_lang(ctx.app().office(), signed, lang).await?;
    }
    let back = local(form.text("back"));
    let mut response = Redirect::to(if back.is_empty() { "/" } else { back }).into_response();
    session::set_cookie(
        &mut response,
        &session::preference(ctx.app(), LANG_COOKIE, lang.code()),
    );
    Ok(response)
}

/// The words of roles, for pages that list them.
pub(super) fn role_words(page: &Page, roles: impl IntoIterator<Item = Role>) -> String {
    let words: Vec<String> = roles
        .into_iter()
        .map(|role| page.code("role", role.code()))
        .collect();
    words.join(&page.say("ui-comma"))
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn only_our_own_paths() {
        for (next, expect) in [
            ("/requests?x=1", "/requests?x=1"),
            ("//evil.example", ""),
            ("/\\evil.example", ""),
            ("https://evil.example", ""),
            ("javascript:alert(1)", ""),
            ("", ""),
            ("/a\r\nSet-Cookie: x", ""),
        ] {
            assert_eq!(local(next), expect, "{next}");
        }
    }
}
