//! Officers: who they are, signing in, sessions. Passkeys have their own file. What a role may do is `model::policy`.

mod secret;
mod staff;
mod strangers;

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use model::{Actor, AuthorityId, Class, Lang, OfficerId, Refusal, Role, Verb, limits};
use serde::{Deserialize, Serialize};
use store::accounts::{Account, Failures, Session};

use crate::error::{Error, Result};
use crate::office::{Office, Said};
use secret::verify;

pub use staff::{AddOfficer, ChangeOfficer, add, change, set_lang};
pub(crate) use strangers::Strangers;

/// A session's token: 128 random bits as hex. Only its SHA-256 is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

impl Token {
    /// What a cookie or header carried; anything that is not 32 hex digits is no token.
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == 32 && text.bytes().all(|b| b.is_ascii_hexdigit()))
            .then(|| Self(text.to_owned()))
    }

    /// For the cookie.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn digest(&self) -> String {
        seal::sha256(self.0.as_bytes()).to_string()
    }
}

/// An officer of this State.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Officer {
    /// The id.
    pub id: OfficerId,
    /// Counted from 1 with each change.
    pub version: i64,
    /// What they type to sign in.
    pub login: String,
    /// Their name as colleagues write it.
    pub name: String,
    /// Where they work.
    pub authority: AuthorityId,
    /// What they are.
    pub roles: BTreeSet<Role>,
    /// Up to which class they read.
    pub clearance: Class,
    /// The language of their pages.
    pub lang: Lang,
    /// How many passkeys they have.
    pub passkeys: usize,
    /// Whether they may sign in.
    pub active: bool,
}

/// Who sits at the other end of a session.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// As an actor.
    pub actor: Actor,
    /// As a person.
    pub officer: Officer,
    /// What each form carries.
    pub csrf: String,
    /// Since when.
    pub since: Timestamp,
}

/// Sign in by password.
#[derive(Clone)]
pub struct SignIn {
    /// What was typed.
    pub login: String,
    /// What was typed.
    pub password: String,
}

impl std::fmt::Debug for SignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SignIn(…)")
    }
}

/// What the account row holds as JSON.
#[derive(Serialize, Deserialize)]
struct Person {
    name: String,
    roles: BTreeSet<Role>,
    clearance: Class,
    lang: Lang,
}

impl Person {
    fn json(&self) -> Result<String> {
        serde_json::to_string(self).map_err(|e| Error::input("NAME", "name", e.to_string()))
    }
}

/// Longest login, in characters.
const LOGIN_CHARS_MAX: usize = 64;

pub(crate) fn officer(account: &Account) -> Result<Officer> {
    let person: Person =
        serde_json::from_str(&account.json).map_err(|source| store::Error::Unreadable {
            place: format!("account/{}", account.id),
            source: Box::new(source),
        })?;
    let bad = |what: &str| store::Error::Damaged {
        place: format!("account/{}", account.id),
        what: what.to_owned(),
    };
    Ok(Officer {
        id: account.id.parse().map_err(|_| bad("its id is no id"))?,
        version: account.version,
        login: account.login.clone(),
        name: person.name,
        authority: account
            .authority
            .parse()
            .map_err(|_| bad("its authority is no authority"))?,
        roles: person.roles,
        clearance: person.clearance,
        lang: person.lang,
        passkeys: crate::passkeys::count(&account.passkeys),
        active: account.active,
    })
}

impl Office {
    /// An officer as an actor.
    pub fn actor(&self, officer: &Officer) -> Actor {
        Actor::Officer {
            id: officer.id,
            authority: officer.authority.clone(),
            state: self.state().clone(),
            roles: officer.roles.clone(),
            clearance: officer.clearance,
            single_officer: self.single_officer(&officer.authority),
        }
    }
}

/// Under this name, which nobody can have, one row is written for every stranger: the same work as for an officer.
const NOBODY: &str = "";

async fn failures_of(office: &Office, (login, known): (&str, bool)) -> Result<Failures> {
    match known {
        true => Ok(office.store().failures(login).await?),
        false => Ok(office.0.strangers.get(login)),
    }
}

async fn keep_failures(
    office: &Office,
    (login, known): (&str, bool),
    failures: Failures,
    now: Timestamp,
) -> Result<()> {
    let (row, kept) = match known {
        true => (login, failures),
        false => {
            office.0.strangers.put(login, failures, now);
            (NOBODY, Failures::default())
        }
    };
    Ok(office.store().keep_failures(row, kept, now).await?)
}

/// Sign in by password.
///
/// # Errors
/// Refusal `SIGN-IN` (never saying which half was wrong) or `LOCKED` with the time it ends.
pub async fn sign_in_password(office: &Office, act: SignIn) -> Result<Token> {
    let now = office.now();
    let login = act.login.trim().to_lowercase();
    if login.chars().count() > LOGIN_CHARS_MAX || act.password.len() > limits::PASSWORD_BYTES_MAX {
        return Err(Refusal::new("SIGN-IN").into());
    }
    let account = office.store().account_by_login(&login).await?;
    let who = (login.as_str(), account.is_some());
    count_try(office, who, now).await?;
    let secret = account.as_ref().and_then(|a| a.secret.clone());
    let right = verify(act.password, secret).await? && office.settings().passwords;
    let known = account.as_ref().map(|account| account.id.clone());
    match account.filter(|a| a.active && right) {
        Some(account) => begin_session(office, &account, now, "password").await,
        None => {
            failed(office, who, known, now).await?;
            Err(Refusal::new("SIGN-IN").into())
        }
    }
}

/// Count a try before it is judged, so that guesses made at the same time are counted one by one; whoever signs in begins anew.
/// Answers `LOCKED` where there were too many.
///
/// Only passwords can be guessed: a lock does not keep an officer with a passkey out.
async fn count_try(office: &Office, who: (&str, bool), now: Timestamp) -> Result<()> {
    let _one_by_one = office.0.door.lock().await;
    let mut failures = failures_of(office, who).await?;
    match failures.locked_until {
        Some(until) if until > now => {
            return Err(Refusal::new("LOCKED").with("until", until).into());
        }
        Some(_) => failures = Failures::default(),
        None => {}
    }
    if failures.times >= i64::from(limits::SIGN_IN_FAILURES_MAX) {
        let until = now + SignedDuration::from_secs(limits::LOCK_OUT_S);
        failures.locked_until = Some(until);
        keep_failures(office, who, failures, now).await?;
        return Err(Refusal::new("LOCKED").with("until", until).into());
    }
    failures.times += 1;
    keep_failures(office, who, failures, now).await
}

/// A try that was counted has failed; lock after the last one allowed.
async fn failed(
    office: &Office,
    who: (&str, bool),
    officer: Option<String>,
    now: Timestamp,
) -> Result<()> {
    let mut failures = failures_of(office, who).await?;
    if failures.locked_until.is_some() || failures.times < i64::from(limits::SIGN_IN_FAILURES_MAX) {
        return Ok(());
    }
    failures.locked_until = Some(now + SignedDuration::from_secs(limits::LOCK_OUT_S));
    if let Some(officer) = officer {
        let actor = Actor::worker(office.state(), "door");
        let said = Said {
            verb: Some("officer.locked_out"),
            ..Said::of(format!("officer:{officer}"))
        }
        .with("times", failures.times);
        let entry = office.entry(office.new_act(), (&actor, Verb::HealthRead), now, said);
        office
            .act(entry.act, move |tx| {
                Box::pin(async move { Ok(tx.keep(entry, ()).await?) })
            })
            .await?;
    }
    keep_failures(office, who, failures, now).await
}

/// Begin a session for an officer whose claim was proven.
pub(crate) async fn begin_session(
    office: &Office,
    account: &Account,
    now: Timestamp,
    means: &str,
) -> Result<Token> {
    let person = officer(account)?;
    let mut bytes = [0; 32];
    office.dice().0.fill(&mut bytes);
    let token = Token(seal::hex(bytes.get(..16).unwrap_or_default()));
    let session = Session {
        id: token.digest(),
        officer: account.id.clone(),
        csrf: seal::hex(bytes.get(16..).unwrap_or_default()),
        since: now,
        seen: now,
        until: now + SignedDuration::from_secs(limits::SESSION_LIFE_S),
    };
    let said = Said {
        verb: Some("officer.signed_in"),
        ..Said::of(format!("officer:{}", account.id))
    }
    .with("means", means);
    let entry = office.entry(
        office.new_act(),
        (&office.actor(&person), Verb::HealthRead),
        now,
        said,
    );
    office
        .act(entry.act, move |tx| {
            Box::pin(async move { Ok(tx.keep(entry, ()).await?) })
        })
        .await?;
    if means == "password" {
        office
            .store()
            .keep_failures(&account.login, Failures::default(), now)
            .await?;
    }
    let store = office.store();
    store.keep_session(session).await?;
    store
        .sessions_at_most(&account.id, limits::SESSIONS_PER_OFFICER_MAX)
        .await?;
    Ok(token)
}

/// Who a token belongs to; `None` where the session ended.
pub async fn session(office: &Office, token: &Token) -> Result<Option<SignedIn>> {
    let now = office.now();
    let Some(session) = office.store().session(&token.digest()).await? else {
        return Ok(None);
    };
    let idle = SignedDuration::from_secs(limits::SESSION_IDLE_S);
    if session.until <= now || session.seen + idle <= now {
        office.store().end_session(&session.id).await?;
        return Ok(None);
    }
    let Some(account) = office
        .store()
        .account(&session.officer)
        .await?
        .filter(|a| a.active)
    else {
        return Ok(None);
    };
    let person = officer(&account)?;
    let (csrf, since) = (session.csrf.clone(), session.since);
    // Once a minute is enough to know that somebody is there.
    if now.duration_since(session.seen) > SignedDuration::from_secs(60) {
        office.store().session_seen(&session.id, now).await?;
    }
    Ok(Some(SignedIn {
        actor: office.actor(&person),
        officer: person,
        csrf,
        since,
    }))
}

/// End a session.
pub async fn sign_out(office: &Office, token: &Token) -> Result<()> {
    Ok(office.store().end_session(&token.digest()).await?)
}
