//! Who works in the two fictional States of the demo. Nobody here exists.

use std::collections::BTreeSet;

use jiff::Timestamp;
use model::{ActId, Actor, AuthorityId, Class, Lang, Role};
use office::Office;
use office::people::{AddOfficer, Officer};

/// One member of the cast.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Member {
    /// What she types to sign in.
    pub(crate) login: &'static str,
    /// Her name.
    pub(crate) name: &'static str,
    /// What she is.
    pub(crate) role: Role,
    /// The language of her pages.
    pub(crate) lang: Lang,
}

const fn member(login: &'static str, name: &'static str, role: Role, lang: Lang) -> Member {
    Member {
        login,
        name,
        role,
        lang,
    }
}

/// The officers of Arvenia.
pub(crate) const ARVENIA: [Member; 9] = [
    member("livia", "Livia Maren", Role::CaseOfficer, Lang::En),
    member("tomas", "Tomas Verrin", Role::Approver, Lang::Fr),
    member("ilke", "Ilke Dorn", Role::RegistryOfficer, Lang::En),
    member("anouk", "Anouk Salvet", Role::Judge, Lang::Fr),
    member("piet", "Piet Orlan", Role::DutyOfficer, Lang::En),
    member("noor", "Noor Delacq", Role::Analyst, Lang::En),
    member("mara", "Mara Quist", Role::BorderOfficer, Lang::Fr),
    member("jonas", "Jonas Elb", Role::Auditor, Lang::En),
    member("sana", "Sana Reval", Role::Administrator, Lang::En),
];

/// The officers of Belmora.
pub(crate) const BELMORA: [Member; 9] = [
    member("daria", "Daria Okhuen", Role::CaseOfficer, Lang::En),
    member("henrik", "Henrik Tavo", Role::Approver, Lang::En),
    member("nadim", "Nadim Karrash", Role::RegistryOfficer, Lang::Ar),
    member("ruth", "Ruth Amberley", Role::Judge, Lang::En),
    member("ivan", "Ivan Solne", Role::DutyOfficer, Lang::Ru),
    member("pavel", "Pavel Irsin", Role::Analyst, Lang::En),
    member("mei", "Mei Tansho", Role::BorderOfficer, Lang::Zh),
    member("carmen", "Carmen Ruel", Role::Auditor, Lang::Es),
    member("osman", "Osman Dreyl", Role::Administrator, Lang::En),
];

/// The demo's password: the same rule for everybody, so that nothing has to be looked up. Only the demo has passwords that
/// can be known.
pub(crate) fn password(member: &Member) -> String {
    format!("{}-of-the-demo", member.login)
}

/// The cast of a State.
pub(crate) fn of(state: &str) -> &'static [Member] {
    if state == "XA" { &ARVENIA } else { &BELMORA }
}

/// An act id that is the same each time the same step of the same run is done: what was done before is not done again.
pub(crate) fn act(run: u32, state: &str, step: &str) -> ActId {
    let digest = seal::sha256(format!("comity demo {run} {state} {step}").as_bytes());
    let mut random = [0; 10];
    random
        .iter_mut()
        .zip(digest.0)
        .for_each(|(to, from)| *to = from);
    ActId::new(Timestamp::UNIX_EPOCH, random)
}

/// Bring the cast into a node; whoever is there already stays.
///
/// # Errors
/// If an officer cannot be added.
pub(crate) async fn hire(office: &Office) -> office::Result<()> {
    let operator = Actor::operator(office.state());
    let state = office.state().to_string();
    let authority: AuthorityId = central(office)?;
    let reader = office
        .read(&operator, model::Purpose::Administration)
        .await?;
    let there: Vec<Officer> = reader.officers().await?;
    // A password is hashed slowly on purpose: only for those who are not there yet.
    let absent = |member: &&Member| there.iter().all(|officer| officer.login != member.login);
    for member in of(&state).iter().filter(absent) {
        let act = AddOfficer {
            act: act(0, &state, &format!("hire {}", member.login)),
            login: member.login.to_owned(),
            name: member.name.to_owned(),
            authority: authority.clone(),
            roles: BTreeSet::from([member.role]),
            clearance: Class::Secret,
            lang: member.lang,
            password: Some(password(member)),
        };
        office::people::add(office, &operator, act).await?;
    }
    Ok(())
}

/// The State's central authority.
///
/// # Errors
/// If it has none: the demo's States do.
pub(crate) fn central(office: &Office) -> office::Result<AuthorityId> {
    let authorities = &office.settings().authorities;
    let found = authorities
        .iter()
        .find(|a| a.functions.contains(&model::Function::CentralAuthority));
    found
        .map(|a| a.id.clone())
        .ok_or_else(|| model::Refusal::new("NOT-FOUND").into())
}

/// The officer with a role, as an actor.
///
/// # Errors
/// If the officers cannot be read.
pub(crate) async fn actor(office: &Office, role: Role) -> office::Result<Actor> {
    let operator = Actor::operator(office.state());
    let reader = office
        .read(&operator, model::Purpose::Administration)
        .await?;
    let officers: Vec<Officer> = reader.officers().await?;
    let found = officers.iter().find(|o| o.roles.contains(&role));
    Ok(found.map_or(operator, |officer| office.actor(officer)))
}
