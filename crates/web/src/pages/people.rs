//! The officers of this State: who they are and what they may do. No passwords are ever shown.

use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing;
use http::StatusCode;
use model::{AuthorityId, Class, Lang, Purpose, Role, Verb};
use office::people::{self, AddOfficer, Officer};

use super::sign_in::role_words;
use crate::app::App;
use crate::page::{Density, Page, Shown, shown};
use crate::part::{Badge, Choice, Errors, Field, Tone};
use crate::routes::{Row, any, get, post};
use crate::{PostForm, Problem, Signed};

/// The routes of the people.
pub const ROUTES: &[Row] = &[
    get("/people", any(&[Verb::OfficerRead])),
    get("/people/new", any(&[Verb::OfficerAdd])),
    post("/people", any(&[Verb::OfficerAdd])),
];

/// People.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/people", routing::get(index).post(add))
        .route("/people/new", routing::get(new))
}

#[derive(Debug, Template)]
#[template(path = "people.html")]
struct PeoplePage {
    page: Page,
    rows: Vec<(Officer, String, String, Badge)>,
}

async fn index(me: Signed) -> Result<Shown<PeoplePage>, Problem> {
    let officers = me.read(Purpose::Administration).await?.officers().await?;
    let page = me.page("ui-people");
    let rows = officers
        .into_iter()
        .map(|officer| {
            let roles = role_words(&page, officer.roles.iter().copied());
            let clearance = page.code("class", officer.clearance.code());
            let badge = if officer.active {
                Badge::new(Tone::Done, page.say("ui-officer-active"))
            } else {
                Badge::new(Tone::Ended, page.say("ui-officer-inactive"))
            };
            (officer, roles, clearance, badge)
        })
        .collect();
    Ok(Shown(PeoplePage { page, rows }))
}

#[derive(Debug, Template)]
#[template(path = "people_new.html")]
struct NewPage {
    page: Page,
    errors: Errors,
    fields: Vec<Field>,
}

/// The authorities of this State, by name.
async fn authorities(me: &Signed, chosen: &str) -> Result<Vec<Choice>, Problem> {
    let states = me.read(Purpose::Administration).await?.directory().await?;
    let ours = states.into_iter().filter(|state| state.ours);
    let choice = |a: model::state::Authority| {
        let name = a.name.get(&me.lang()).or_else(|| a.name.get(&Lang::En));
        let name = name.cloned().unwrap_or_else(|| a.id.to_string());
        Choice::new(a.id.as_str(), name, chosen == a.id.as_str())
    };
    Ok(ours.flat_map(|s| s.authorities).map(choice).collect())
}

/// What was typed, or what stands there at first.
fn typed<'a>(form: &'a PostForm, name: &str, first: &'a str) -> &'a str {
    match form.text(name) {
        "" => first,
        typed => typed,
    }
}

/// The form, empty or as it was typed; `wrong` is the input and what is wrong with it.
async fn asked(
    me: &Signed,
    form: &PostForm,
    wrong: Option<(String, String)>,
) -> Result<NewPage, Problem> {
    let page = me
        .page("ui-officer-add")
        .density(Density::Form)
        .wrong(wrong.is_some());
    let authorities = authorities(me, form.text("authority")).await?;
    let role = |role: &Role| Choice {
        hint: Some(page.code("ui-role-hint", role.code())),
        ..Choice::new(
            role.code(),
            page.code("role", role.code()),
            form.all("roles").any(|code| code == role.code()),
        )
    };
    let class = typed(form, "clearance", Class::Restricted.code());
    let classes = Class::ALL
        .iter()
        .map(|c| Choice::new(c.code(), page.code("class", c.code()), c.code() == class));
    let lang = typed(form, "lang", page.lang.code());
    let langs = Lang::ALL
        .iter()
        .map(|l| Choice::new(l.code(), l.own_name(), l.code() == lang));
    let fields = [
        Field::text("name", page.say("ui-name"), form.text("name"))
            .required()
            .autocomplete("off"),
        Field::text("login", page.say("ui-login"), form.text("login"))
            .hint(page.say("ui-login-hint"))
            .required()
            .autocomplete("off")
            .width("half"),
        Field::select("authority", page.say("ui-authority"), authorities),
        Field::checks(
            "roles",
            page.say("ui-roles"),
            Role::ALL.iter().map(role).collect(),
        ),
        Field::select("clearance", page.say("ui-clearance"), classes.collect()).width("half"),
        Field::select("lang", page.say("ui-language"), langs.collect()).width("half"),
        Field::password("password", page.say("ui-password-first"), "new-password")
            .hint(page.say("ui-password-hint"))
            .optional(&page)
            .width("half"),
    ];
    let fields = fields.map(|field| {
        let error = wrong.as_ref().filter(|(name, _)| *name == field.name);
        let error = error.map(|(_, text)| text.clone());
        field.error(error)
    });
    Ok(NewPage {
        errors: Errors::of(&page, wrong.into_iter().collect()),
        fields: fields.into(),
        page,
    })
}

async fn new(me: Signed) -> Result<Shown<NewPage>, Problem> {
    Ok(Shown(asked(&me, &PostForm::default(), None).await?))
}

async fn add(me: Signed, form: PostForm) -> Result<Response, Problem> {
    let tried = match read(&form) {
        Ok(act) => people::add(me.office(), me.actor(), act)
            .await
            .map_err(Problem::from),
        Err(problem) => Err(problem),
    };
    match tried {
        Ok(_) => Ok(me.done("/people", "officer-added").into_response()),
        Err(problem) if problem.status == StatusCode::UNPROCESSABLE_ENTITY => {
            let wrong = (
                problem.field.clone().unwrap_or_default(),
                problem.text(me.lang()),
            );
            let page = asked(&me, &form, Some(wrong)).await?;
            Ok(shown(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
        Err(problem) => Err(problem),
    }
}

fn read(form: &PostForm) -> Result<AddOfficer, Problem> {
    let roles: Option<std::collections::BTreeSet<Role>> =
        form.all("roles").map(Role::from_code).collect();
    let roles = roles
        .filter(|roles| !roles.is_empty())
        .ok_or_else(|| Problem::input("MISSING", "roles"))?;
    let password = form
        .get("password")
        .filter(|password| !password.is_empty())
        .map(ToOwned::to_owned);
    Ok(AddOfficer {
        act: form.act()?,
        login: form.need("login")?.to_owned(),
        name: form.need("name")?.to_owned(),
        authority: form.parsed::<AuthorityId>("authority")?,
        roles,
        clearance: form.parsed("clearance")?,
        lang: form.parsed("lang")?,
        password,
    })
}
