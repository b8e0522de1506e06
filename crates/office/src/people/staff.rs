//! The staff of this State: adding an officer, changing what one may do, closing the door to one who left.

use std::collections::BTreeSet;

use model::policy::role_for;
use model::{
    ActId, Actor, AuthorityId, Class, Lang, Object, OfficerId, Refusal, Role, Verb, limits,
};
use store::accounts::Account;

use super::secret::hash;
use super::{LOGIN_CHARS_MAX, Person, SignedIn};
use crate::error::{Error, Result};
use crate::office::{Office, Said};

/// Add an officer.
#[derive(Clone)]
pub struct AddOfficer {
    /// The act.
    pub act: ActId,
    /// Login, unique.
    pub login: String,
    /// Name.
    pub name: String,
    /// Authority of this State.
    pub authority: AuthorityId,
    /// Roles.
    pub roles: BTreeSet<Role>,
    /// Clearance.
    pub clearance: Class,
    /// Language of pages.
    pub lang: Lang,
    /// First password, where passwords are allowed.
    pub password: Option<String>,
}

impl std::fmt::Debug for AddOfficer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AddOfficer")
            .field("act", &self.act)
            .finish_non_exhaustive()
    }
}

/// Change an officer: everything as it shall be from now on.
#[derive(Clone)]
pub struct ChangeOfficer {
    /// The act.
    pub act: ActId,
    /// Whom.
    pub officer: OfficerId,
    /// The version that was looked at.
    pub version: i64,
    /// Name.
    pub name: String,
    /// Authority of this State.
    pub authority: AuthorityId,
    /// Roles.
    pub roles: BTreeSet<Role>,
    /// Clearance.
    pub clearance: Class,
    /// Language of pages.
    pub lang: Lang,
    /// Whether they may sign in.
    pub active: bool,
    /// A new first password, where the old one is lost.
    pub password: Option<String>,
    /// Forget every passkey, where one is lost.
    pub drop_passkeys: bool,
}

impl std::fmt::Debug for ChangeOfficer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ChangeOfficer")
            .field("act", &self.act)
            .field("officer", &self.officer)
            .finish_non_exhaustive()
    }
}

/// Add an officer.
///
/// # Errors
/// Refusals `NOT-ALLOWED`, `LOGIN-TAKEN`; input errors for an unusable login, name or password.
pub async fn add(office: &Office, actor: &Actor, act: AddOfficer) -> Result<OfficerId> {
    let now = office.now();
    let role = role_for(actor, Verb::OfficerAdd, &Object::node(office.state()), now)?;
    let login = usable(&act.login)?;
    named(&act.name)?;
    works(office, &act.authority)?;
    let secret = first_secret(office, act.password).await?;
    let id = OfficerId::new(now, office.throw10());
    let person = Person {
        name: act.name.trim().to_owned(),
        roles: act.roles,
        clearance: act.clearance,
        lang: act.lang,
    };
    let account = Account {
        id: id.to_string(),
        version: 1,
        login,
        authority: act.authority.to_string(),
        active: true,
        json: person.json()?,
        secret,
        passkeys: "[]".to_owned(),
    };
    let entry = office.entry(
        act.act,
        (actor, Verb::OfficerAdd),
        now,
        Said {
            role,
            ..Said::of(format!("officer:{id}"))
        },
    );
    let claim = Office::claim(act.act, (actor, Verb::OfficerAdd), None);
    office
        .act(claim, move |tx| {
            Box::pin(async move {
                if tx.account_by_login(&account.login).await?.is_some() {
                    return Err(Refusal::new("LOGIN-TAKEN").at("login").into());
                }
                tx.put_account(&account).await?;
                Ok(tx.keep(entry, id).await?)
            })
        })
        .await
}

/// Change an officer. Whoever may no longer sign in, or whose password or passkeys were lost, is signed out everywhere.
///
/// # Errors
/// Refusals `NOT-ALLOWED`, `OWN-RIGHTS` (nobody changes their own), `NOT-FOUND`, `STALE`; input errors as [`add`].
pub async fn change(office: &Office, actor: &Actor, act: ChangeOfficer) -> Result<i64> {
    let now = office.now();
    let node = Object::node(office.state());
    let role = role_for(actor, Verb::OfficerChange, &node, now)?;
    if actor.officer() == Some(act.officer) {
        return Err(Refusal::new("OWN-RIGHTS").into());
    }
    named(&act.name)?;
    let there = works(office, &act.authority);
    let secret = first_secret(office, act.password).await?;
    let roles: Vec<&str> = act.roles.iter().map(|role| role.code()).collect();
    let said = Said {
        role,
        ..Said::of(format!("officer:{}", act.officer))
    }
    .with("active", act.active)
    .with("authority", &act.authority)
    .with("clearance", act.clearance.code())
    .with("new_password", secret.is_some())
    .with("passkeys_forgotten", act.drop_passkeys)
    .with("roles", roles.join(" "));
    let on = (actor, Verb::OfficerChange);
    let claim = Office::claim(act.act, on, said.object.clone());
    let entry = office.entry(act.act, on, now, said);
    let person = Person {
        name: act.name.trim().to_owned(),
        roles: act.roles,
        clearance: act.clearance,
        lang: act.lang,
    };
    let json = person.json()?;
    let changed = office
        .act(claim, move |tx| {
            Box::pin(async move {
                let held = tx.account(&act.officer.to_string()).await?;
                let held = held.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
                if held.version != act.version {
                    return Err(Refusal::new("STALE").into());
                }
                // Whoever sits in an authority that was taken out of the config can still be shut out.
                if held.authority != act.authority.as_str() {
                    there?;
                }
                let shut_out = !act.active || secret.is_some() || act.drop_passkeys;
                let changed = Account {
                    version: held.version + 1,
                    authority: act.authority.to_string(),
                    active: act.active,
                    json,
                    secret: secret.or(held.secret),
                    passkeys: if act.drop_passkeys {
                        "[]".to_owned()
                    } else {
                        held.passkeys
                    },
                    ..held
                };
                tx.put_account(&changed).await?;
                if shut_out {
                    tx.end_sessions(&changed.id).await?;
                }
                Ok(tx.keep(entry, changed.version).await?)
            })
        })
        .await;
    // What a program's key lends is read again.
    office.0.screen_keys.forget();
    changed
}

/// A first password, hashed.
async fn first_secret(office: &Office, password: Option<String>) -> Result<Option<String>> {
    match password {
        None => Ok(None),
        Some(password) if password.chars().count() < limits::PASSWORD_CHARS_MIN => {
            let what = format!(
                "a password has at least {} characters",
                limits::PASSWORD_CHARS_MIN
            );
            Err(Error::input("PASSWORD", "password", what))
        }
        Some(password) => Ok(Some(hash(office, password).await?)),
    }
}

/// The login as it is kept, if it can be used.
fn usable(login: &str) -> Result<String> {
    let login = login.trim().to_lowercase();
    if login.is_empty()
        || login.chars().count() > LOGIN_CHARS_MAX
        || !login.bytes().all(|b| b.is_ascii_graphic())
    {
        return Err(Error::input(
            "LOGIN",
            "login",
            "a login is 1 to 64 letters, digits and signs without spaces",
        ));
    }
    Ok(login)
}

/// Whether somebody can have this name.
fn named(name: &str) -> Result<()> {
    if name.trim().is_empty() || name.chars().count() > limits::TITLE_CHARS_MAX {
        return Err(Error::input("NAME", "name", "a name is needed"));
    }
    Ok(())
}

/// Whether this State has such an authority.
fn works(office: &Office, authority: &AuthorityId) -> Result<()> {
    let mut all = office.settings().authorities.iter();
    if all.any(|a| a.id == *authority) {
        return Ok(());
    }
    Err(Error::input(
        "AUTHORITY",
        "authority",
        "this State has no authority of that name",
    ))
}

/// Choose the language of one's own pages.
pub async fn set_lang(office: &Office, who: &SignedIn, lang: Lang) -> Result<()> {
    let id = who.officer.id.to_string();
    let said = Said {
        verb: Some("officer.chose_language"),
        ..Said::of(format!("officer:{id}"))
    };
    let entry = office.entry(
        office.new_act(),
        (&who.actor, Verb::HealthRead),
        office.now(),
        said,
    );
    office
        .act(entry.act, move |tx| {
            Box::pin(async move {
                let Some(mut account) = tx.account(&id).await? else {
                    return Err(Refusal::new("NOT-ALLOWED").into());
                };
                let mut person: Person = serde_json::from_str(&account.json)
                    .map_err(|e| Error::input("NAME", "name", e.to_string()))?;
                person.lang = lang;
                account.version += 1;
                account.json = person.json()?;
                tx.put_account(&account).await?;
                Ok(tx.keep(entry, ()).await?)
            })
        })
        .await
}
