//! Passkeys (WebAuthn level 2, by `webauthn-rs`): two ceremonies of two steps each. What lies between the steps is kept in
//! memory only, for five minutes.

use std::collections::HashMap;
use std::sync::Mutex;

use jiff::{SignedDuration, Timestamp};
use model::{Refusal, Verb};
use serde_json::Value;
use store::accounts::Account;
use webauthn_rs::prelude::{
    Passkey, PasskeyAuthentication, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Webauthn, WebauthnBuilder,
};

use crate::error::{Error, Result};
use crate::office::{Office, Said};
use crate::people::{self, SignedIn, Token};

/// Ceremonies that have begun.
#[derive(Default)]
pub(crate) struct Ceremonies(Mutex<HashMap<String, Begun>>);

struct Begun {
    officer: String,
    at: Timestamp,
    step: Step,
}

enum Step {
    Register(Box<PasskeyRegistration>),
    SignIn(Box<PasskeyAuthentication>),
}

/// A ceremony not finished by then begins anew.
const CEREMONY_S: i64 = 300;
/// Ceremonies under way at once.
const CEREMONIES_MAX: usize = 4096;
/// Of one officer; one more ends the oldest.
const CEREMONIES_PER_OFFICER_MAX: usize = 16;

impl Ceremonies {
    fn begin(&self, office: &Office, officer: String, step: Step) -> Result<String> {
        let now = office.now();
        let mut id = [0; 16];
        office.dice().0.fill(&mut id);
        let id = seal::hex(&id);
        let mut all = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        all.retain(|_, begun| begun.at + SignedDuration::from_secs(CEREMONY_S) > now);
        // Whoever knows a login can begin to sign in under it: that shortens the line of this officer only.
        let mut own: Vec<(Timestamp, String)> = all
            .iter()
            .filter(|(_, begun)| begun.officer == officer)
            .map(|(id, begun)| (begun.at, id.clone()))
            .collect();
        own.sort();
        for (_, oldest) in own.iter().rev().skip(CEREMONIES_PER_OFFICER_MAX - 1) {
            all.remove(oldest);
        }
        if all.len() >= CEREMONIES_MAX {
            return Err(Error::Busy { retry_after_s: 60 });
        }
        all.insert(
            id.clone(),
            Begun {
                officer,
                at: now,
                step,
            },
        );
        Ok(id)
    }

    fn finish(&self, id: &str, now: Timestamp) -> Option<Begun> {
        let begun = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .remove(id)?;
        (begun.at + SignedDuration::from_secs(CEREMONY_S) > now).then_some(begun)
    }
}

pub(crate) fn count(json: &str) -> usize {
    keys(json).len()
}

fn keys(json: &str) -> Vec<Passkey> {
    serde_json::from_str(json).unwrap_or_default()
}

fn webauthn(office: &Office) -> Result<Webauthn> {
    let url = Url::parse(&office.settings().pages_url)
        .map_err(|e| Error::Key(format!("pages_url: {e}")))?;
    let host = url.host_str().unwrap_or("localhost").to_owned();
    WebauthnBuilder::new(&host, &url)
        .map(|builder| builder.rp_name("Comity"))
        .and_then(WebauthnBuilder::build)
        .map_err(|e| Error::Key(format!("passkeys: {e}")))
}

fn refused() -> Error {
    Refusal::new("SIGN-IN").into()
}

fn json(value: impl serde::Serialize) -> Result<Value> {
    serde_json::to_value(value).map_err(|e| Error::input("PASSKEY", "credential", e.to_string()))
}

/// Begin to register a passkey: the ceremony's id, and what the browser is given.
///
/// # Errors
/// Refusal `SIGN-IN` where the officer is gone.
pub async fn passkey_register_start(office: &Office, who: &SignedIn) -> Result<(String, Value)> {
    let account = office
        .store()
        .account(&who.officer.id.to_string())
        .await?
        .ok_or_else(refused)?;
    let known = keys(&account.passkeys)
        .iter()
        .map(|k| k.cred_id().clone())
        .collect();
    let (options, state) = webauthn(office)?
        .start_passkey_registration(
            who.officer.id.uuid(),
            &who.officer.login,
            &who.officer.name,
            Some(known),
        )
        .map_err(|e| Error::input("PASSKEY", "credential", e.to_string()))?;
    let step = Step::Register(Box::new(state));
    let id = office.0.ceremonies.begin(office, account.id, step)?;
    Ok((id, json(options)?))
}

/// Finish registering a passkey.
///
/// # Errors
/// Refusal `SIGN-IN` for a ceremony that is unknown, too old or somebody else's; input error for a bad credential.
pub async fn passkey_register_finish(
    office: &Office,
    who: &SignedIn,
    ceremony: &str,
    credential: Value,
) -> Result<()> {
    let now = office.now();
    let begun = office
        .0
        .ceremonies
        .finish(ceremony, now)
        .ok_or_else(refused)?;
    let Step::Register(state) = begun.step else {
        return Err(refused());
    };
    if begun.officer != who.officer.id.to_string() {
        return Err(refused());
    }
    let bad = |e: String| Error::input("PASSKEY", "credential", e);
    let credential: RegisterPublicKeyCredential =
        serde_json::from_value(credential).map_err(|e| bad(e.to_string()))?;
    let key = webauthn(office)?
        .finish_passkey_registration(&credential, &state)
        .map_err(|e| bad(e.to_string()))?;
    let said = Said {
        verb: Some("officer.registered_passkey"),
        ..Said::of(format!("officer:{}", begun.officer))
    };
    let entry = office.entry(office.new_act(), (&who.actor, Verb::HealthRead), now, said);
    office
        .act(entry.act, move |tx| {
            Box::pin(async move {
                let Some(mut account) = tx.account(&begun.officer).await? else {
                    return Err(refused());
                };
                let mut all = keys(&account.passkeys);
                all.push(key);
                account.version += 1;
                account.passkeys = json(all)?.to_string();
                tx.put_account(&account).await?;
                Ok(tx.keep(entry, ()).await?)
            })
        })
        .await
}

/// Begin to sign in with a passkey.
///
/// # Errors
/// Refusal `SIGN-IN` where there is no such officer or no passkey: the two are not told apart.
pub async fn passkey_sign_in_start(office: &Office, login: &str) -> Result<(String, Value)> {
    let login = login.trim().to_lowercase();
    let account = office
        .store()
        .account_by_login(&login)
        .await?
        .filter(|a| a.active)
        .ok_or_else(refused)?;
    let all = keys(&account.passkeys);
    if all.is_empty() {
        return Err(refused());
    }
    let (options, state) = webauthn(office)?
        .start_passkey_authentication(&all)
        .map_err(|_| refused())?;
    let id = office
        .0
        .ceremonies
        .begin(office, account.id, Step::SignIn(Box::new(state)))?;
    Ok((id, json(options)?))
}

/// Finish signing in with a passkey.
///
/// # Errors
/// Refusal `SIGN-IN`.
pub async fn passkey_sign_in_finish(
    office: &Office,
    ceremony: &str,
    credential: Value,
) -> Result<Token> {
    let now = office.now();
    let begun = office
        .0
        .ceremonies
        .finish(ceremony, now)
        .ok_or_else(refused)?;
    let Step::SignIn(state) = begun.step else {
        return Err(refused());
    };
    let account = office
        .store()
        .account(&begun.officer)
        .await?
        .filter(|a| a.active)
        .ok_or_else(refused)?;
    let credential: PublicKeyCredential =
        serde_json::from_value(credential).map_err(|_| refused())?;
    match webauthn(office)?.finish_passkey_authentication(&credential, &state) {
        // The key may have been forgotten since this ceremony began.
        Ok(result)
            if !keys(&account.passkeys)
                .iter()
                .any(|key| key.cred_id() == result.cred_id()) =>
        {
            Err(refused())
        }
        Ok(result) => {
            let account = remember_counter(office, account, &result, now).await?;
            people::begin_session(office, &account, now, "passkey").await
        }
        // A failed proof is no guess: it counts towards no lock.
        Err(_) => Err(refused()),
    }
}

/// A passkey counts its uses; a copy of it would count apart.
async fn remember_counter(
    office: &Office,
    mut account: Account,
    result: &webauthn_rs::prelude::AuthenticationResult,
    now: Timestamp,
) -> Result<Account> {
    let mut all = keys(&account.passkeys);
    let mut changed = false;
    for key in &mut all {
        changed |= key.update_credential(result) == Some(true);
    }
    if !changed {
        return Ok(account);
    }
    account.version += 1;
    account.passkeys = json(all)?.to_string();
    let said = Said {
        verb: Some("officer.used_passkey"),
        ..Said::of(format!("officer:{}", account.id))
    };
    let actor = model::Actor::worker(office.state(), "door");
    let entry = office.entry(office.new_act(), (&actor, Verb::HealthRead), now, said);
    let written = account.clone();
    office
        .act(entry.act, move |tx| {
            Box::pin(async move {
                tx.put_account(&written).await?;
                Ok(tx.keep(entry, ()).await?)
            })
        })
        .await?;
    Ok(account)
}
