//! The office itself: what an act needs at hand, and the one way an act is done.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use model::state::{Authority, StateProfile};
use model::template::Forms;
use model::{ActId, Actor, AuthorityId, Calendar, Digest, Entry, Refusal, Role, StateCode, Verb};
use serde::{Serialize, de::DeserializeOwned};
use store::{Claim, Kept, Store, Tx};
use tokio::sync::Notify;

use crate::error::{Error, Result};
use crate::ports::{Clock, Dice, Keys, Post, Throw};

/// What a node says of itself; read from its folder at start.
#[derive(Debug, Clone)]
pub struct Settings {
    /// This State's law, as far as cooperation turns on it.
    pub profile: StateProfile,
    /// This State's authorities.
    pub authorities: Vec<Authority>,
    /// Authorities with one officer only: the second signature comes from another house, or is missing and said to be.
    pub single_officer: Vec<AuthorityId>,
    /// Where people reach the pages, for passkeys: `http://localhost:8001`.
    pub pages_url: String,
    /// Where peers reach the inbox: `https://host:port`.
    pub peers_url: String,
    /// SHA-256 of the TLS authority's certificate (DER).
    pub tls_ca: Digest,
    /// Font files for papers.
    pub fonts: Vec<std::path::PathBuf>,
    /// Whether officers may sign in with a password.
    pub passwords: bool,
    /// Properties that this node takes from no list (FollowTheMoney's names, "address").
    pub drop_properties: Vec<String>,
    /// The forms this node works with.
    pub forms: Forms,
}

/// What an office is built from.
pub struct Parts {
    /// Rows and files.
    pub store: Store,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The dice.
    pub dice: Arc<dyn Dice>,
    /// The post.
    pub post: Arc<dyn Post>,
    /// The keys.
    pub keys: Arc<dyn Keys>,
    /// What the node says of itself.
    pub settings: Settings,
}

impl std::fmt::Debug for Parts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Parts").finish_non_exhaustive()
    }
}

/// A node's office. Cheap to clone.
#[derive(Clone)]
pub struct Office(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub(crate) store: Store,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) dice: Throw,
    pub(crate) post: Arc<dyn Post>,
    pub(crate) keys: Arc<dyn Keys>,
    pub(crate) settings: Settings,
    pub(crate) bell: Bell,
    pub(crate) time: crate::clock::Time,
    pub(crate) screen: crate::screening::Shelf,
    /// Who asks for one record after another that is not there.
    pub(crate) watch: crate::records::Watch,
    /// What was opened and proposed today.
    pub(crate) bulk: crate::records::Today,
    /// The cards in use, as they are asked.
    pub(crate) cards: crate::cards::Cards,
    /// The lists of a past day that was last asked about.
    pub(crate) past: crate::screening::Past,
    /// Questions on their way to the screening log.
    pub(crate) log: crate::screening::log::Log,
    /// Reviews that hold.
    pub(crate) reviewed: crate::screening::reviews::Reviewed,
    /// Which list versions the watched subjects were compared with.
    pub(crate) compared: crate::screening::watch::Compared,
    /// Records of screening that were told to be unreadable.
    pub(crate) unreadable: crate::screening::Told,
    /// Hits of programs that stand in the log only.
    pub(crate) overflow: crate::screening::queue::Overflow,
    /// Files of questions at work.
    pub(crate) jobs: crate::screening::batch::Jobs,
    pub(crate) press: tokio::sync::OnceCell<Arc<paper::pdf::Press>>,
    pub(crate) ceremonies: crate::passkeys::Ceremonies,
    pub(crate) started: Timestamp,
    pub(crate) counts: crate::health::Counts,
    /// Envelopes that wait for segments.
    pub(crate) waiting: crate::exchange::segments::Waiting,
    /// Peers whose card we hold seems to be an old one; the outbox worker fetches the newest.
    pub(crate) stale: std::sync::Mutex<std::collections::BTreeSet<StateCode>>,
    /// One sign-in at a time counts its try: guesses made at once are counted one by one.
    pub(crate) door: tokio::sync::Mutex<()>,
    /// The index of the lists changes one change at a time.
    pub(crate) loading: tokio::sync::Mutex<crate::screening::live::Gathering>,
    /// One catalogue of the lists is built at a time.
    pub(crate) cataloguing: tokio::sync::Mutex<()>,
    /// Envelopes left alone for a while.
    pub(crate) put_off: crate::exchange::inbox::PutOff,
    /// Questions to the lists that are worked on at once; others wait their turn.
    pub(crate) asking: Arc<tokio::sync::Semaphore>,
    /// Keys of programs, as read a moment ago.
    pub(crate) screen_keys: crate::screening::keys::Ring,
    /// The instruments with the lists in force.
    pub(crate) treaties: crate::treaties::Shelf,
    /// Logins that nobody has and somebody tried.
    pub(crate) strangers: crate::people::Strangers,
}

/// Wakes the workers; losing a ring loses nothing, they look by themselves.
#[derive(Debug, Default)]
pub(crate) struct Bell {
    pub(crate) outbox: Notify,
    pub(crate) inbox: Notify,
    /// A list has changed, or somebody is watched anew.
    pub(crate) lists: Notify,
    /// The index of the lists is in pieces.
    pub(crate) index: Notify,
}

impl std::fmt::Debug for Office {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Office")
            .field("state", self.state())
            .finish_non_exhaustive()
    }
}

/// What an act's entry says beside the rows it wrote.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// Past tense; the verb's own where empty.
    pub verb: Option<&'static str>,
    /// The role that allowed it.
    pub role: Option<Role>,
    /// `request:<id>`.
    pub object: Option<String>,
    /// Purpose code.
    pub purpose: Option<String>,
    /// Reason as a code.
    pub reason: Option<String>,
    /// Codes, digests and counts.
    pub note: BTreeMap<String, String>,
}

impl Said {
    /// About an object.
    pub fn of(object: impl Into<String>) -> Self {
        Self {
            object: Some(object.into()),
            ..Self::default()
        }
    }

    /// With a note.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl std::fmt::Display) -> Self {
        self.note.insert(name.to_owned(), value.to_string());
        self
    }
}

impl Office {
    /// Build an office. Nothing runs yet: `workers::start` does.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub async fn new(parts: Parts) -> Result<Self> {
        let started = parts.clock.now();
        let office = Self(Arc::new(Inner {
            store: parts.store,
            clock: parts.clock,
            dice: Throw(parts.dice),
            post: parts.post,
            keys: parts.keys,
            settings: parts.settings,
            bell: Bell::default(),
            time: crate::clock::Time::default(),
            screen: crate::screening::Shelf::default(),
            watch: crate::records::Watch::default(),
            bulk: crate::records::Today::default(),
            cards: crate::cards::Cards::default(),
            past: crate::screening::Past::default(),
            log: crate::screening::log::Log::default(),
            reviewed: crate::screening::reviews::Reviewed::default(),
            compared: crate::screening::watch::Compared::default(),
            unreadable: crate::screening::Told::default(),
            overflow: crate::screening::queue::Overflow::default(),
            jobs: crate::screening::batch::Jobs::default(),
            press: tokio::sync::OnceCell::new(),
            ceremonies: crate::passkeys::Ceremonies::default(),
            started,
            counts: crate::health::Counts::default(),
            waiting: crate::exchange::segments::Waiting::default(),
            stale: std::sync::Mutex::default(),
            door: tokio::sync::Mutex::new(()),
            loading: tokio::sync::Mutex::default(),
            cataloguing: tokio::sync::Mutex::new(()),
            put_off: crate::exchange::inbox::PutOff::default(),
            asking: Arc::new(tokio::sync::Semaphore::new(crate::screening::ask::at_once())),
            screen_keys: crate::screening::keys::Ring::default(),
            treaties: crate::treaties::Shelf::default(),
            strangers: crate::people::Strangers::default(),
        }));
        crate::clock::load(&office).await?;
        crate::screening::live::start(&office).await?;
        crate::screening::reviews::load(&office).await?;
        crate::exchange::segments::load(&office).await?;
        crate::cards::load(&office).await?;
        Ok(office)
    }

    /// The time; an act reads it once.
    pub fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    /// This node's State.
    pub fn state(&self) -> &StateCode {
        &self.0.settings.profile.code
    }

    /// A short name for this node that no other has: for cookies and temporary names.
    pub fn node_id(&self) -> String {
        let digest = self.0.keys.node().public().key_id().to_string();
        let short = digest.get(..8).unwrap_or_default();
        format!("{}-{short}", self.state().as_str().to_lowercase())
    }

    /// This State's profile.
    pub fn profile(&self) -> &StateProfile {
        &self.0.settings.profile
    }

    /// What the node says of itself.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// The store, for this room.
    pub(crate) fn store(&self) -> &Store {
        &self.0.store
    }

    /// Whether a commit failed and the process must end.
    pub fn broken(&self) -> bool {
        self.0.store.broken()
    }

    /// Randomness for one use.
    pub(crate) fn dice(&self) -> Throw {
        self.0.dice.clone()
    }

    /// Ten random bytes, as ids want them.
    pub(crate) fn throw10(&self) -> [u8; 10] {
        let mut bytes = [0; 10];
        self.0.dice.0.fill(&mut bytes);
        bytes
    }

    /// A fresh act id, for a form or a command.
    pub fn new_act(&self) -> ActId {
        ActId::new(self.now(), self.throw10())
    }

    /// Whether an authority of this State has declared single-officer mode.
    pub fn single_officer(&self, authority: &AuthorityId) -> bool {
        self.0.settings.single_officer.contains(authority)
    }

    /// The forms this node works with.
    pub fn forms(&self) -> &Forms {
        &self.0.settings.forms
    }

    /// This State's calendar.
    pub fn calendar(&self) -> Calendar {
        self.0.settings.profile.calendar()
    }

    /// Do an act: `work` runs in the writer's open group and ends with `tx.keep`. What it answers is kept with the act's
    /// id, so that the same act done again changes nothing and answers the same. An id that came from outside is claimed
    /// (`claim`): it answers nobody else, and about nothing else (refusal `ACT-REUSED`).
    pub(crate) async fn act<T, F>(&self, act: impl Into<Claim>, work: F) -> Result<T>
    where
        T: Serialize + DeserializeOwned + Send + 'static,
        F: for<'t> FnOnce(&'t mut Tx) -> futures_util::future::BoxFuture<'t, Result<Kept<T>>>
            + Send
            + 'static,
    {
        let answer = self.0.store.act::<T, Error, _>(act, work).await;
        let answer = answer.map_err(reused);
        self.0.counts.act(&answer);
        answer
    }

    /// What an act of this claim answered before, without doing anything.
    pub(crate) async fn answered<T>(&self, claim: Claim) -> Result<Option<T>>
    where
        T: DeserializeOwned + Send + 'static,
    {
        let answered = self.0.store.answered(claim).await;
        answered.map_err(|error| reused(error.into()))
    }

    /// The claim of an act whose id came from outside. The object is named where it was there before the act.
    pub(crate) fn claim(
        act: ActId,
        (actor, verb): (&Actor, Verb),
        object: Option<String>,
    ) -> Claim {
        Claim {
            act,
            by: Some((actor.ledger_name(), verb.past().to_owned())),
            object,
        }
    }

    /// The entry of an act.
    pub(crate) fn entry(
        &self,
        act: ActId,
        (actor, verb): (&Actor, Verb),
        now: Timestamp,
        said: Said,
    ) -> Entry {
        Entry {
            act,
            verb: said.verb.unwrap_or_else(|| verb.past()).to_owned(),
            actor: actor.ledger_name(),
            role: said.role.map(|role| role.code().to_owned()),
            state: self.state().clone(),
            at: now,
            object: said.object,
            purpose: said.purpose,
            reason_code: said.reason,
            rows: Vec::new(),
            blobs: Vec::new(),
            note: said.note,
        }
    }
}

/// An act id that was used for something else is a refusal, no failure.
fn reused(error: Error) -> Error {
    match error {
        Error::Store(store::Error::ActReused { .. }) => Refusal::new("ACT-REUSED").into(),
        other => other,
    }
}
