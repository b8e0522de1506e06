//! `comity officer`: the people of a node. Passkeys are made on the pages, by the officer.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use model::{AuthorityId, Class, Lang, Purpose, Role};
use office::people::{AddOfficer, ChangeOfficer};
use serde::{Deserialize, Serialize};

use super::act::{Act, Here};
use super::fail::{Done, Fail, Outcome, plain};
use super::reach::Dir;
use super::signer::Password;

/// What can be done with officers.
#[derive(Debug, Subcommand)]
pub(crate) enum Officer {
    /// Add an officer of this State
    Add(Add),
    /// Change what an officer may do, or close the door to one who left; what is not named stays as it is
    Change(Change),
    /// Print the officers
    List {
        #[command(flatten)]
        dir: Dir,
    },
}

/// An officer to be added.
#[derive(Debug, Args)]
pub(crate) struct Add {
    #[command(flatten)]
    dir: Dir,
    /// What the officer types to sign in
    #[arg(long)]
    login: String,
    /// Name as colleagues write it
    #[arg(long)]
    name: String,
    /// Authority of this State, by its id
    #[arg(long, default_value = "ca", value_parser = super::parsed::<AuthorityId>)]
    authority: AuthorityId,
    /// Role; again for each
    #[arg(long = "role", required = true, value_parser = super::codes(Role::ALL, Role::code), ignore_case = true)]
    roles: Vec<Role>,
    /// Reads up to this class
    #[arg(long, default_value = "confidential", value_parser = super::codes(Class::ALL, Class::code), ignore_case = true)]
    clearance: Class,
    /// Language of the pages
    #[arg(long, default_value = "en", value_parser = super::codes(Lang::ALL, Lang::code), ignore_case = true)]
    lang: Lang,
    /// File whose first line is the first password; without it you are asked on the terminal
    #[arg(long, value_name = "FILE")]
    password_file: Option<PathBuf>,
}

/// What is to be changed.
#[derive(Debug, Args)]
pub(crate) struct Change {
    #[command(flatten)]
    dir: Dir,
    /// What the officer types to sign in
    #[arg(long)]
    login: String,
    /// Name as colleagues write it
    #[arg(long)]
    name: Option<String>,
    /// Authority of this State, by its id
    #[arg(long, value_parser = super::parsed::<AuthorityId>)]
    authority: Option<AuthorityId>,
    /// Role; again for each: together they take the place of all roles held
    #[arg(long = "role", value_parser = super::codes(Role::ALL, Role::code), ignore_case = true)]
    roles: Vec<Role>,
    /// Reads up to this class
    #[arg(long, value_parser = super::codes(Class::ALL, Class::code), ignore_case = true)]
    clearance: Option<Class>,
    /// No longer signs in, and is signed out everywhere
    #[arg(long, conflicts_with = "open")]
    close: bool,
    /// Signs in again
    #[arg(long)]
    open: bool,
    /// Forget every passkey, because one was lost or stolen
    #[arg(long)]
    forget_passkeys: bool,
    /// File whose first line is the new first password
    #[arg(long, value_name = "FILE")]
    password_file: Option<PathBuf>,
}

/// Changes of an officer, on the way to the node.
#[derive(Serialize, Deserialize)]
pub(crate) struct Changes {
    login: String,
    name: Option<String>,
    authority: Option<AuthorityId>,
    roles: BTreeSet<Role>,
    clearance: Option<Class>,
    active: Option<bool>,
    forget_passkeys: bool,
    password: Option<Password>,
}

impl std::fmt::Debug for Changes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Changes(..)")
    }
}

/// An officer, on the way to the node.
#[derive(Serialize, Deserialize)]
pub(crate) struct New {
    login: String,
    name: String,
    authority: AuthorityId,
    roles: BTreeSet<Role>,
    clearance: Class,
    lang: Lang,
    password: Password,
}

impl std::fmt::Debug for New {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("New(..)")
    }
}

/// The command.
pub(super) fn run(officer: Officer) -> Outcome {
    match officer {
        Officer::List { dir } => dir.act(Act::OfficerList),
        Officer::Add(add) => {
            let password = password(&add)?;
            let new = New {
                login: add.login,
                name: add.name,
                authority: add.authority,
                roles: add.roles.into_iter().collect(),
                clearance: add.clearance,
                lang: add.lang,
                password,
            };
            add.dir.act(Act::OfficerAdd(new))
        }
        Officer::Change(change) => {
            let file = change.password_file.as_deref();
            let password = file.map(|file| Password::ask(Some(file), "")).transpose()?;
            let changes = Changes {
                login: change.login,
                name: change.name,
                authority: change.authority,
                roles: change.roles.into_iter().collect(),
                clearance: change.clearance,
                active: (change.close || change.open).then_some(change.open),
                forget_passkeys: change.forget_passkeys,
                password,
            };
            change.dir.act(Act::OfficerChange(changes))
        }
    }
}

fn password(add: &Add) -> Result<Password, Fail> {
    let file = add.password_file.as_deref();
    let first = Password::ask(file, "First password of the officer: ")?;
    if file.is_none() && Password::ask(None, "The same once more: ")? != first {
        return Err(Fail::input("the two passwords differ; nobody was added"));
    }
    Ok(first)
}

/// The act.
pub(super) async fn add(here: &Here, new: New) -> Outcome {
    let act = AddOfficer {
        act: here.office.new_act(),
        login: new.login.clone(),
        name: new.name.clone(),
        authority: new.authority.clone(),
        roles: new.roles.clone(),
        clearance: new.clearance,
        lang: new.lang,
        password: Some(new.password.text()),
    };
    let id = office::people::add(&here.office, &here.operator(), act).await?;
    Ok(Done::said(format!(
        "{} is added as officer {id}\n",
        plain(&new.login)
    )))
}

/// The act that changes one.
pub(super) async fn change(here: &Here, changes: Changes) -> Outcome {
    let reader = here
        .office
        .read(&here.operator(), Purpose::Administration)
        .await?;
    let login = changes.login.trim().to_lowercase();
    let officers = reader.officers().await?;
    let Some(held) = officers.into_iter().find(|held| held.login == login) else {
        return Err(Fail::input(format!(
            "nobody has the login {}: comity officer list",
            plain(&changes.login)
        )));
    };
    let act = ChangeOfficer {
        act: here.office.new_act(),
        officer: held.id,
        version: held.version,
        name: changes.name.clone().unwrap_or(held.name),
        authority: changes.authority.clone().unwrap_or(held.authority),
        roles: if changes.roles.is_empty() {
            held.roles
        } else {
            changes.roles.clone()
        },
        clearance: changes.clearance.unwrap_or(held.clearance),
        lang: held.lang,
        active: changes.active.unwrap_or(held.active),
        password: changes.password.as_ref().map(Password::text),
        drop_passkeys: changes.forget_passkeys,
    };
    let active = act.active;
    office::people::change(&here.office, &here.operator(), act).await?;
    Ok(Done::said(format!(
        "{} is changed and {} sign in\n",
        plain(&login),
        if active { "may" } else { "may no longer" },
    )))
}

/// The officers.
pub(super) async fn list(here: &Here) -> Outcome {
    let reader = here
        .office
        .read(&here.operator(), Purpose::Administration)
        .await?;
    let mut out = String::new();
    for officer in reader.officers().await? {
        let roles: Vec<&str> = officer.roles.iter().map(|role| role.code()).collect();
        let _ = writeln!(
            out,
            "{:<24}{:<12}{:<14}{}{}\n    {}, passkeys: {}",
            plain(&officer.login),
            officer.authority.as_str(),
            officer.clearance.code(),
            roles.join(" "),
            if officer.active { "" } else { " (closed)" },
            plain(&officer.name),
            officer.passkeys,
        );
    }
    if out.is_empty() {
        out.push_str("no officer yet: comity officer add\n");
    }
    Ok(Done::said(out))
}
