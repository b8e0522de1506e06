//! Opening and closing a session from a program.

use axum::Json;
use axum::response::Response;
use office::people::{self, SignIn};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{Opening, Problems, done};
use crate::app::App;
use crate::{Ctx, Problem, Signed, csrf};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(open, read, close))
}

/// Login and password.
#[derive(Deserialize, ToSchema)]
struct Door {
    /// Login.
    login: String,
    /// Password.
    password: String,
}

/// A session.
#[derive(Debug, Serialize, ToSchema)]
struct SessionJson {
    /// The bearer token; only when the session is opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<String>,
    /// The header `Comity-CSRF` of a caller that uses the cookie.
    csrf: String,
    /// The officer's id.
    officer: String,
    /// Login.
    login: String,
    /// Name.
    name: String,
    /// Authority.
    authority: String,
    /// Codes of the roles.
    roles: Vec<String>,
}

impl SessionJson {
    fn of(signed: &people::SignedIn, token: Option<String>) -> Self {
        let officer = &signed.officer;
        Self {
            token,
            csrf: signed.csrf.clone(),
            officer: officer.id.to_string(),
            login: officer.login.clone(),
            name: officer.name.clone(),
            authority: officer.authority.to_string(),
            roles: officer
                .roles
                .iter()
                .map(|role| role.code().to_owned())
                .collect(),
        }
    }
}

/// Opens a session by password.
#[utoipa::path(post, path = "/api/1/session", tag = "session", security(()), request_body = Door,
    responses((status = 200, description = "The session is open.", body = SessionJson), Problems))]
async fn open(ctx: Ctx, body: Opening<Door>) -> Result<Json<SessionJson>, Problem> {
    ctx.app().sign_in_try(
        &ctx.remote()
            .map_or_else(|| "?".to_owned(), |ip| ip.to_string()),
    )?;
    let office = ctx.app().office();
    let token = people::sign_in_password(
        office,
        SignIn {
            login: body.0.login,
            password: body.0.password,
        },
    )
    .await?;
    let signed = people::session(office, &token)
        .await?
        .ok_or_else(Problem::sign_in_needed)?;
    Ok(Json(SessionJson::of(
        &signed,
        Some(token.as_str().to_owned()),
    )))
}

/// Who is signed in.
#[utoipa::path(get, path = "/api/1/session", tag = "session",
    responses((status = 200, description = "The session.", body = SessionJson), Problems))]
async fn read(me: Signed) -> Json<SessionJson> {
    Json(SessionJson::of(me.signed_in(), None))
}

/// Closes the session.
#[utoipa::path(delete, path = "/api/1/session", tag = "session",
    responses((status = 204, description = "The session is closed."), Problems))]
async fn close(me: Signed, headers: http::HeaderMap) -> Result<Response, Problem> {
    csrf::api(me.ctx(), &headers)?;
    if let Some(token) = me.ctx().token() {
        people::sign_out(me.office(), token).await?;
    }
    Ok(done())
}
