//! What an officer sets for herself (language, day or night, passkeys), and the table of who may do what.

use askama::Template;
use axum::response::{IntoResponse, Response};
use axum::routing;
use axum::{Json, Router};
use model::{Lang, Role, Verb};
use office::{passkeys, people};
use serde_json::{Value, json};

use super::sign_in::role_words;
use crate::app::App;
use crate::csrf::PostJson;
use crate::page::{Density, Page, Scheme, Shown};
use crate::part::{Choice, Field};
use crate::routes::{Need, Row, any, get, post};
use crate::session::{self, LANG_COOKIE, SCHEME_COOKIE};
use crate::{PostForm, Problem, Signed};

/// The routes of the settings.
pub const ROUTES: &[Row] = &[
    get("/settings", Need::SignedIn),
    post("/settings", Need::SignedIn),
    post("/settings/passkey/start", Need::SignedIn),
    post("/settings/passkey/finish", Need::SignedIn),
    get("/settings/policy", any(&[Verb::SettingsRead])),
];

/// Settings.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/settings", routing::get(index).post(save))
        .route("/settings/passkey/start", routing::post(passkey_start))
        .route("/settings/passkey/finish", routing::post(passkey_finish))
        .route("/settings/policy", routing::get(policy))
}

#[derive(Debug, Template)]
#[template(path = "settings.html")]
struct SettingsPage {
    page: Page,
    login: String,
    authority: String,
    roles: String,
    clearance: String,
    passkeys: usize,
    lang: Field,
    scheme: Field,
}

async fn index(me: Signed) -> Shown<SettingsPage> {
    let page = me
        .page("ui-settings")
        .density(Density::Form)
        .module("passkey");
    let officer = me.officer();
    let langs = Lang::ALL
        .iter()
        .map(|lang| Choice::new(lang.code(), lang.own_name(), *lang == page.lang))
        .collect();
    let schemes = [Scheme::Auto, Scheme::Day, Scheme::Night].map(|scheme| {
        Choice::new(
            scheme.code(),
            page.code("ui-scheme", scheme.code()),
            scheme == page.scheme,
        )
    });
    Shown(SettingsPage {
        login: officer.login.clone(),
        authority: officer.authority.to_string(),
        roles: role_words(&page, officer.roles.iter().copied()),
        clearance: page.code("class", officer.clearance.code()),
        passkeys: officer.passkeys,
        lang: Field::select("lang", page.say("ui-language"), langs).width("half"),
        scheme: Field::radios("scheme", page.say("ui-scheme"), schemes.into()),
        page,
    })
}

async fn save(me: Signed, form: PostForm) -> Result<Response, Problem> {
    let lang: Lang = form.parsed("lang")?;
    let scheme = Scheme::from_code(form.text("scheme"));
    people::set_lang(me.office(), me.signed_in(), lang).await?;
    let app = me.ctx().app();
    let mut response = me.done("/settings", "settings").into_response();
    session::set_cookie(
        &mut response,
        &session::preference(app, LANG_COOKIE, lang.code()),
    );
    session::set_cookie(
        &mut response,
        &session::preference(app, SCHEME_COOKIE, scheme.code()),
    );
    Ok(response)
}

async fn passkey_start(me: Signed, _post: PostJson) -> Result<Json<Value>, Problem> {
    let (ceremony, options) = passkeys::passkey_register_start(me.office(), me.signed_in()).await?;
    Ok(Json(json!({ "ceremony": ceremony, "options": options })))
}

async fn passkey_finish(me: Signed, post: PostJson) -> Result<Json<Value>, Problem> {
    let credential = post.0.get("credential").cloned().unwrap_or_default();
    passkeys::passkey_register_finish(
        me.office(),
        me.signed_in(),
        post.need("ceremony")?,
        credential,
    )
    .await?;
    Ok(Json(json!({ "to": "/settings?done=passkey" })))
}

#[derive(Debug, Template)]
#[template(path = "policy.html")]
struct PolicyPage {
    page: Page,
    roles: Vec<String>,
    rows: Vec<(String, Vec<bool>)>,
}

async fn policy(me: Signed) -> Shown<PolicyPage> {
    let page = me.page("ui-policy");
    let roles = Role::ALL
        .iter()
        .map(|role| page.code("role", role.code()))
        .collect();
    let rows = model::policy::table()
        .into_iter()
        .filter(|(_, allowed)| !allowed.is_empty())
        .map(|(verb, allowed)| {
            (
                page.code("may", verb.code()),
                Role::ALL
                    .iter()
                    .map(|role| allowed.contains(role))
                    .collect(),
            )
        })
        .collect();
    Shown(PolicyPage { page, roles, rows })
}
