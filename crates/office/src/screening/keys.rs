//! Keys by which programs ask the lists: an administrator issues one for a program, bound to an officer who answers for what it
//! asks, to a purpose and to an end. The key is shown once; what is kept is its SHA-256. A key opens the lists, and the cards that may leave the node where its officer may take them out, and nothing else.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, PoisonError, RwLock};

use jiff::{SignedDuration, Timestamp};
use model::policy::role_for;
use model::{ActId, Actor, Object, Purpose, Refusal, Role, Verb, limits};
use serde::{Deserialize, Serialize};
use store::screen_keys::ScreenKey;

use crate::error::{Error, Result};
use crate::office::{Office, Said};
use crate::people::{self, SignedIn};

/// Purposes for which a program may ask.
pub const PURPOSES: &[Purpose] = &[
    Purpose::Screening,
    Purpose::Investigation,
    Purpose::Immigration,
    Purpose::Freezing,
    Purpose::Intelligence,
];

/// What every key begins with, so that one that leaked is known for what it is.
const HEAD: &str = "comity-";
/// Random bytes of a key.
const KEY_BYTES: usize = 24;
/// Keys are read again after so many seconds: an officer who left, or whose roles changed, no longer lends them to a program.
const FRESH_S: i64 = 2;

/// A program's key. Only its SHA-256 is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct KeyToken(String);

impl std::fmt::Debug for KeyToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("KeyToken(…)")
    }
}

impl KeyToken {
    /// What a header carried; anything that does not look like a key is none.
    pub fn parse(text: &str) -> Option<Self> {
        let hex = text.strip_prefix(HEAD)?;
        (hex.len() == 2 * KEY_BYTES && hex.bytes().all(|b| b.is_ascii_hexdigit()))
            .then(|| Self(text.to_owned()))
    }

    /// To be shown once.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn new(office: &Office) -> Self {
        let mut bytes = [0; KEY_BYTES];
        office.dice().0.fill(&mut bytes);
        Self(format!("{HEAD}{}", seal::hex(&bytes)))
    }

    fn digest(&self) -> String {
        seal::sha256(self.0.as_bytes()).to_string()
    }
}

/// Issue a key.
#[derive(Debug, Clone)]
pub struct IssueKey {
    /// The act; its id becomes the key's.
    pub act: ActId,
    /// What people will call it: the program's name.
    pub name: String,
    /// Login of the officer who answers for what it asks.
    pub officer: String,
    /// For which purpose it asks.
    pub purpose: Purpose,
    /// After so many days it ends by itself.
    pub days: u32,
}

/// A key just issued.
#[derive(Debug, Clone)]
pub struct IssuedKey {
    /// The key itself; it is shown now and never again.
    pub token: KeyToken,
    /// When it ends.
    pub expires: Timestamp,
}

/// A line of the list of keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyLine {
    /// Its id.
    pub id: String,
    /// The program's name.
    pub name: String,
    /// Id of the officer who answers for it.
    pub officer: String,
    /// Purpose code.
    pub purpose: String,
    /// When it was issued.
    pub created: Timestamp,
    /// When it ends by itself.
    pub expires: Timestamp,
    /// When it was taken back.
    pub revoked: Option<Timestamp>,
    /// Hits of its questions that stand in the log only since the node started: its share of the review queue was full.
    pub log_only: u64,
}

/// Which key a program asks with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyMark {
    /// The key's id.
    pub id: String,
    /// For which purpose it was issued.
    pub purpose: Purpose,
}

/// What is kept with the act: enough to see whether a repeated act means the same key.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    digest: String,
    expires: Timestamp,
}

/// Issue a key to a program.
///
/// # Errors
/// Refusals `NOT-ALLOWED`, `KEY-NAME-TAKEN`, `TOO-MANY`, `ACT-REUSED` (the same act again: a key is shown once); input errors for
/// a name, an officer, a purpose or a number of days that cannot be used.
pub async fn issue(office: &Office, actor: &Actor, act: IssueKey) -> Result<IssuedKey> {
    let now = office.now();
    let node = Object::node(office.state());
    let role = role_for(actor, Verb::ScreenKeyIssue, &node, now)?;
    let name = usable(&act)?;
    let officer = answering(office, &act.officer).await?;
    let token = KeyToken::new(office);
    let key = ScreenKey {
        id: act.act.to_string(),
        version: 1,
        name,
        digest: token.digest(),
        officer,
        purpose: act.purpose.code().to_owned(),
        created: now,
        expires: now + SignedDuration::from_hours(24 * i64::from(act.days)),
        revoked: None,
    };
    let said = Said {
        role,
        purpose: Some(key.purpose.clone()),
        ..Said::of(format!("screen_key:{}", key.id))
    }
    .with("officer", &key.officer)
    .with("expires", key.expires);
    let entry = office.entry(act.act, (actor, Verb::ScreenKeyIssue), now, said);
    let held = office.store().screen_keys().await?;
    let in_use = held.iter().filter(|key| live(key, now)).count();
    if in_use >= limits::SCREEN_KEYS_MAX {
        return Err(Refusal::new("TOO-MANY")
            .with("max", limits::SCREEN_KEYS_MAX)
            .into());
    }
    let kept = Kept {
        digest: key.digest.clone(),
        expires: key.expires,
    };
    let claim = Office::claim(act.act, (actor, Verb::ScreenKeyIssue), None);
    let kept: Kept = office
        .act(claim, move |tx| {
            Box::pin(async move {
                let named = tx.screen_keys_named(&key.name).await?;
                if named.iter().any(|held| live(held, now)) {
                    return Err(Refusal::new("KEY-NAME-TAKEN").at("name").into());
                }
                tx.put_screen_key(&key).await?;
                Ok(tx.keep(entry, kept).await?)
            })
        })
        .await?;
    office.0.screen_keys.forget();
    if kept.digest != token.digest() {
        return Err(Refusal::new("ACT-REUSED").into());
    }
    Ok(IssuedKey {
        token,
        expires: kept.expires,
    })
}

fn live(key: &ScreenKey, now: Timestamp) -> bool {
    key.revoked.is_none() && now < key.expires
}

fn usable(act: &IssueKey) -> Result<String> {
    let name = act.name.trim();
    let sign = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ');
    if name.is_empty()
        || name.chars().count() > limits::SCREEN_KEY_NAME_CHARS_MAX
        || !name.chars().all(sign)
    {
        let what = format!(
            "a key's name has 1 to {} letters, digits, blanks, points or dashes",
            limits::SCREEN_KEY_NAME_CHARS_MAX
        );
        return Err(Error::input("KEY-NAME", "name", what));
    }
    if !PURPOSES.contains(&act.purpose) {
        let known: Vec<&str> = PURPOSES.iter().map(|purpose| purpose.code()).collect();
        let what = format!("programs ask for one of: {}", known.join(", "));
        return Err(Error::input("KEY-PURPOSE", "purpose", what));
    }
    if !(1..=limits::SCREEN_KEY_DAYS_MAX).contains(&act.days) {
        let what = format!("a key lives 1 to {} days", limits::SCREEN_KEY_DAYS_MAX);
        return Err(Error::input("KEY-DAYS", "days", what));
    }
    Ok(name.to_owned())
}

/// The id of an officer who may check names or take cards out, by login.
async fn answering(office: &Office, login: &str) -> Result<String> {
    let login = login.trim().to_lowercase();
    let account = office.store().account_by_login(&login).await?;
    let officer = account.as_ref().map(people::officer).transpose()?;
    let found = officer.filter(|o| o.active && !lent_roles(&o.roles).is_empty());
    found.map(|officer| officer.id.to_string()).ok_or_else(|| {
        let what = "nobody of this login is active and may check names or take cards out: give the officer such a role first (comity officer list)";
        Error::input("KEY-OFFICER", "officer", what)
    })
}

/// Of these roles, those that may check names or have cards polled: a key lends no other.
fn lent_roles(roles: &BTreeSet<Role>) -> BTreeSet<Role> {
    let lends = [Verb::ScreenCheck, Verb::CardExport];
    let table = model::policy::table().into_iter();
    let rows = table.filter(|(verb, _)| lends.contains(verb));
    let allowed: BTreeSet<Role> = rows.flat_map(|(_, roles)| roles).collect();
    roles.intersection(&allowed).copied().collect()
}

/// Take a key back, by its id or its name. Whoever asks with it is refused from then on.
///
/// # Errors
/// Refusals `NOT-ALLOWED`; `NOT-FOUND` where no live key is called so.
pub async fn revoke(office: &Office, actor: &Actor, (act, named): (ActId, &str)) -> Result<()> {
    let now = office.now();
    let node = Object::node(office.state());
    let role = role_for(actor, Verb::ScreenKeyRevoke, &node, now)?;
    let held = office.store().screen_keys().await?;
    let key = held
        .into_iter()
        .find(|key| live(key, now) && (key.id == named || key.name == named.trim()))
        .ok_or_else(|| Refusal::new("NOT-FOUND"))?;
    let object = format!("screen_key:{}", key.id);
    let said = Said {
        role,
        ..Said::of(object.clone())
    };
    let entry = office.entry(act, (actor, Verb::ScreenKeyRevoke), now, said);
    let claim = Office::claim(act, (actor, Verb::ScreenKeyRevoke), Some(object));
    let key = ScreenKey {
        version: key.version + 1,
        revoked: Some(now),
        ..key
    };
    office
        .act(claim, move |tx| {
            Box::pin(async move {
                tx.put_screen_key(&key).await?;
                Ok(tx.keep(entry, ()).await?)
            })
        })
        .await?;
    office.0.screen_keys.forget();
    Ok(())
}

/// The keys, also those that are over. No key itself.
///
/// # Errors
/// `NOT-ALLOWED`.
pub async fn list(office: &Office, actor: &Actor) -> Result<Vec<KeyLine>> {
    let node = Object::node(office.state());
    role_for(actor, Verb::OfficerRead, &node, office.now())?;
    let held = office.store().screen_keys().await?.into_iter();
    let line = |key: ScreenKey| KeyLine {
        log_only: office.0.overflow.of(&key.id),
        id: key.id,
        name: key.name,
        officer: key.officer,
        purpose: key.purpose,
        created: key.created,
        expires: key.expires,
        revoked: key.revoked,
    };
    Ok(held.map(line).collect())
}

/// The live keys in memory: programs ask thousands of times a second.
#[derive(Default)]
pub(crate) struct Ring(RwLock<Option<Read>>);

struct Read {
    at: Timestamp,
    by_digest: Arc<HashMap<String, Held>>,
}

#[derive(Clone)]
struct Held {
    mark: KeyMark,
    expires: Timestamp,
    since: Timestamp,
    officer: people::Officer,
}

impl Ring {
    /// Read again before the next question.
    pub(crate) fn forget(&self) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn fresh(&self, now: Timestamp) -> Option<Arc<HashMap<String, Held>>> {
        let read = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let read = read.as_ref()?;
        let until = read.at + SignedDuration::from_secs(FRESH_S);
        (read.at <= now && now < until).then(|| Arc::clone(&read.by_digest))
    }

    async fn get(&self, office: &Office, now: Timestamp) -> Result<Arc<HashMap<String, Held>>> {
        if let Some(fresh) = self.fresh(now) {
            return Ok(fresh);
        }
        let mut by_digest = HashMap::new();
        for key in office.store().screen_keys().await? {
            if !live(&key, now) {
                continue;
            }
            let account = office.store().account(&key.officer).await?;
            let officer = account.as_ref().map(people::officer).transpose()?;
            let purpose = Purpose::ALL.iter().find(|p| p.code() == key.purpose);
            let (Some(mut officer), Some(purpose)) = (officer.filter(|o| o.active), purpose) else {
                continue;
            };
            officer.roles = lent_roles(&officer.roles);
            let held = Held {
                mark: KeyMark {
                    id: key.id,
                    purpose: *purpose,
                },
                expires: key.expires,
                since: key.created,
                officer,
            };
            by_digest.insert(key.digest, held);
        }
        let by_digest = Arc::new(by_digest);
        let read = Read {
            at: now,
            by_digest: Arc::clone(&by_digest),
        };
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Some(read);
        Ok(by_digest)
    }
}

/// Who a key belongs to, with the roles it lends; `None` where it is not known, was taken back or is over.
///
/// # Errors
/// If the keys cannot be read.
pub async fn bearer(office: &Office, token: &KeyToken) -> Result<Option<(SignedIn, KeyMark)>> {
    let now = office.now();
    let all = office.0.screen_keys.get(office, now).await?;
    let held = all.get(&token.digest()).filter(|held| now < held.expires);
    Ok(held.map(|held| {
        let signed = SignedIn {
            actor: office.actor(&held.officer),
            officer: held.officer.clone(),
            csrf: String::new(),
            since: held.since,
        };
        (signed, held.mark.clone())
    }))
}
