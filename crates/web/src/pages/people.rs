//! The officers of this State: who they are and what they may do. No passwords are ever shown.

use std::collections::BTreeSet;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum::routing;
use http::StatusCode;
use model::{AuthorityId, Class, Lang, OfficerId, Purpose, Role, Verb};
use office::people::{self, AddOfficer, ChangeOfficer, Officer};

use super::sign_in::role_words;
use crate::app::App;
use crate::page::{Density, Page, Shown, shown};
use crate::part::{Badge, Choice, Errors, Field, Hidden, Tone};
use crate::routes::{Row, any, get, post};
use crate::{PostForm, Problem, Signed};

/// The routes of the people.
pub const ROUTES: &[Row] = &[
    get("/people", any(&[Verb::OfficerRead])),
    get("/people/new", any(&[Verb::OfficerAdd])),
    post("/people", any(&[Verb::OfficerAdd])),
    get("/people/{id}", any(&[Verb::OfficerChange])),
    post("/people/{id}", any(&[Verb::OfficerChange])),
];

/// People.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/people", routing::get(index).post(add))
        .route("/people/new", routing::get(new))
        .route("/people/{id}", routing::get(show).post(change))
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

/// The form of an officer: a new one, or one who is there.
#[derive(Debug, Template)]
#[template(path = "person.html")]
struct PersonPage {
    page: Page,
    errors: Errors,
    fields: Vec<Field>,
    /// Where the form goes.
    action: String,
    /// What its button says.
    button: String,
    hidden: Hidden,
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
    let mut choices: Vec<Choice> = ours.flat_map(|s| s.authorities).map(choice).collect();
    // An officer of an authority that is no longer there is not moved to another one in silence.
    if !chosen.is_empty() && !choices.iter().any(|c| c.on) {
        choices.insert(0, Choice::new(chosen, chosen, true));
    }
    Ok(choices)
}

/// An officer as typed, or as they stand before anybody types.
struct Typed {
    name: String,
    authority: String,
    roles: BTreeSet<String>,
    clearance: String,
    lang: String,
}

impl Typed {
    fn first(lang: Lang) -> Self {
        Self {
            name: String::new(),
            authority: String::new(),
            roles: BTreeSet::new(),
            clearance: Class::Restricted.code().to_owned(),
            lang: lang.code().to_owned(),
        }
    }

    fn of(officer: &Officer) -> Self {
        Self {
            name: officer.name.clone(),
            authority: officer.authority.to_string(),
            roles: officer.roles.iter().map(|r| r.code().to_owned()).collect(),
            clearance: officer.clearance.code().to_owned(),
            lang: officer.lang.code().to_owned(),
        }
    }

    fn from(form: &PostForm) -> Self {
        Self {
            name: form.text("name").to_owned(),
            authority: form.text("authority").to_owned(),
            roles: form.all("roles").map(ToOwned::to_owned).collect(),
            clearance: form.text("clearance").to_owned(),
            lang: form.text("lang").to_owned(),
        }
    }

    /// Name, authority, roles, clearance, language: what every officer has.
    async fn fields(&self, me: &Signed, page: &Page) -> Result<[Field; 5], Problem> {
        let authorities = authorities(me, &self.authority).await?;
        let role = |role: &Role| Choice {
            hint: Some(page.code("ui-role-hint", role.code())),
            ..Choice::new(
                role.code(),
                page.code("role", role.code()),
                self.roles.contains(role.code()),
            )
        };
        let class = |c: &Class| {
            let chosen = c.code() == self.clearance;
            Choice::new(c.code(), page.code("class", c.code()), chosen)
        };
        let lang = |l: &Lang| Choice::new(l.code(), l.own_name(), l.code() == self.lang);
        let classes = Class::ALL.iter().map(class).collect();
        let langs = Lang::ALL.iter().map(lang).collect();
        Ok([
            Field::text("name", page.say("ui-name"), &self.name)
                .required()
                .autocomplete("off"),
            Field::select("authority", page.say("ui-authority"), authorities),
            Field::checks(
                "roles",
                page.say("ui-roles"),
                Role::ALL.iter().map(role).collect(),
            ),
            Field::select("clearance", page.say("ui-clearance"), classes).width("half"),
            Field::select("lang", page.say("ui-language"), langs).width("half"),
        ])
    }
}

/// Each field with what is wrong with it.
pub(super) fn judged<'w>(
    fields: Vec<Field>,
    wrong: impl IntoIterator<Item = &'w (String, String)> + Copy,
) -> Vec<Field> {
    let judge = |field: Field| {
        // The model names the input as a pointer into the act.
        let named = |name: &str| name.strip_prefix('/').unwrap_or(name) == field.name;
        let error = wrong.into_iter().find(|(name, _)| named(name));
        let error = error.map(|(_, text)| text.clone());
        field.error(error)
    };
    fields.into_iter().map(judge).collect()
}

/// The input that is wrong, and what is wrong with it.
pub(super) type Wrong = Option<(String, String)>;

/// The form of a new officer, empty or as it was typed.
async fn asked(me: &Signed, form: Option<&PostForm>, wrong: Wrong) -> Result<PersonPage, Problem> {
    let page = me
        .page("ui-officer-add")
        .density(Density::Form)
        .wrong(wrong.is_some());
    let typed = form.map_or_else(|| Typed::first(page.lang), Typed::from);
    let mut fields = Vec::from(typed.fields(me, &page).await?);
    let login = form.map_or("", |form| form.text("login"));
    fields.insert(
        1,
        Field::text("login", page.say("ui-login"), login)
            .hint(page.say("ui-login-hint"))
            .required()
            .autocomplete("off")
            .width("half"),
    );
    fields.push(
        Field::password("password", page.say("ui-password-first"), "new-password")
            .hint(page.say("ui-password-hint"))
            .optional(&page)
            .width("half"),
    );
    Ok(PersonPage {
        fields: judged(fields, &wrong),
        errors: Errors::of(&page, wrong.into_iter().collect()),
        action: "/people".to_owned(),
        button: page.say("ui-officer-add"),
        hidden: page.hidden(),
        page,
    })
}

/// The form of an officer who is there, as they stand or as it was typed.
async fn shown_as(
    me: &Signed,
    officer: &Officer,
    form: Option<&PostForm>,
    wrong: Wrong,
) -> Result<PersonPage, Problem> {
    let page = me
        .page("ui-officer-change-title")
        .density(Density::Form)
        .wrong(wrong.is_some());
    let typed = form.map_or_else(|| Typed::of(officer), Typed::from);
    let mut fields = Vec::from(typed.fields(me, &page).await?);
    let on = |value: &str, first: bool| {
        form.map_or(first, |form| form.all("door").any(|on| on == value))
    };
    let door = vec![
        Choice::new(
            "active",
            page.say("ui-officer-may-sign-in"),
            on("active", officer.active),
        ),
        Choice::new(
            "drop_passkeys",
            page.say("ui-officer-drop-passkeys"),
            on("drop_passkeys", false),
        ),
    ];
    fields.push(
        Field::checks("door", page.say("ui-officer-door"), door)
            .hint(page.say("ui-officer-change-hint")),
    );
    fields.push(
        Field::password(
            "password",
            page.say("ui-officer-new-password"),
            "new-password",
        )
        .hint(page.say("ui-officer-new-password-hint"))
        .optional(&page)
        .width("half"),
    );
    let version = form.and_then(|form| form.version().ok());
    Ok(PersonPage {
        fields: judged(fields, &wrong),
        errors: Errors::of(&page, wrong.into_iter().collect()),
        action: format!("/people/{}", officer.id),
        button: page.say("ui-officer-save"),
        hidden: page.hidden_at(&version.unwrap_or(officer.version)),
        page,
    })
}

async fn new(me: Signed) -> Result<Shown<PersonPage>, Problem> {
    Ok(Shown(asked(&me, None, None).await?))
}

async fn show(me: Signed, Path(id): Path<OfficerId>) -> Result<Shown<PersonPage>, Problem> {
    let reader = me.read(Purpose::Administration).await?;
    let officer = reader.officer(id).await?;
    Ok(Shown(shown_as(&me, &officer, None, None).await?))
}

/// What is wrong with a form that can be mended and sent again; any other problem is passed on.
pub(super) fn mendable(me: &Signed, problem: Problem) -> Result<Wrong, Problem> {
    if problem.status != StatusCode::UNPROCESSABLE_ENTITY {
        return Err(problem);
    }
    let text = problem.text(me.lang());
    Ok(Some((problem.field.unwrap_or_default(), text)))
}

async fn add(me: Signed, form: PostForm) -> Result<Response, Problem> {
    let tried = async { Ok(people::add(me.office(), me.actor(), read_new(&form)?).await?) };
    match tried.await {
        Ok(_) => Ok(me.done("/people", "officer-added").into_response()),
        Err(problem) => {
            let page = asked(&me, Some(&form), mendable(&me, problem)?).await?;
            Ok(shown(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
    }
}

async fn change(
    me: Signed,
    Path(id): Path<OfficerId>,
    form: PostForm,
) -> Result<Response, Problem> {
    let tried =
        async { Ok(people::change(me.office(), me.actor(), read_change(id, &form)?).await?) };
    match tried.await {
        Ok(_) => Ok(me.done("/people", "officer-changed").into_response()),
        Err(problem) => {
            let wrong = mendable(&me, problem)?;
            let reader = me.read(Purpose::Administration).await?;
            let officer = reader.officer(id).await?;
            let page = shown_as(&me, &officer, Some(&form), wrong).await?;
            Ok(shown(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
    }
}

fn roles(form: &PostForm) -> Result<BTreeSet<Role>, Problem> {
    let roles: Option<BTreeSet<Role>> = form.all("roles").map(Role::from_code).collect();
    roles
        .filter(|roles| !roles.is_empty())
        .ok_or_else(|| Problem::input("MISSING", "roles"))
}

fn password(form: &PostForm) -> Option<String> {
    form.get("password")
        .filter(|password| !password.is_empty())
        .map(ToOwned::to_owned)
}

fn read_new(form: &PostForm) -> Result<AddOfficer, Problem> {
    Ok(AddOfficer {
        act: form.act()?,
        login: form.need("login")?.to_owned(),
        name: form.need("name")?.to_owned(),
        authority: form.parsed::<AuthorityId>("authority")?,
        roles: roles(form)?,
        clearance: form.parsed("clearance")?,
        lang: form.parsed("lang")?,
        password: password(form),
    })
}

fn read_change(officer: OfficerId, form: &PostForm) -> Result<ChangeOfficer, Problem> {
    let door = |value: &str| form.all("door").any(|on| on == value);
    Ok(ChangeOfficer {
        act: form.act()?,
        officer,
        version: form.version()?,
        name: form.need("name")?.to_owned(),
        authority: form.parsed::<AuthorityId>("authority")?,
        roles: roles(form)?,
        clearance: form.parsed("clearance")?,
        lang: form.parsed("lang")?,
        active: door("active"),
        password: password(form),
        drop_passkeys: door("drop_passkeys"),
    })
}
