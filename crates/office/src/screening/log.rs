//! The screening log: who asked, through which door, for what, which versions of which lists, and what was answered. Each row
//! carries a salted commitment to the question and never the question itself; a group of rows is one entry of the ledger,
//! by the root of a Merkle tree over them. What was asked is kept, under a key of its own, only where something was hit.
//!
//! The salts of an hour come from a key that is destroyed within a day: who asked and was given the salt can prove what was
//! asked for ever, and nobody can find out by trying names.

mod group;
mod proof;
mod read;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::time::Duration;

use jiff::Timestamp;
use model::screening::Channel;
use model::{Actor, Digest, Purpose, QueryId, Role, Verb, limits};
use screen::{Hit, Query};
use seal::ledger::{Salt, entry_data};
use seal::vault::RecordKey;
use serde::{Deserialize, Serialize};
use tokio::sync::{Mutex, mpsc};

use super::HitView;
use super::kept::Whose;
use super::subject::Subject;
use crate::error::{Doing, Error, Result};
use crate::office::{Office, Said};

use group::Kept;
pub(super) use group::{Group, Waiting};
pub use proof::{LogProof, prove};
pub use read::{Content, LogLine, LogPage, LogWanted, Place, content, lines};

/// A program waits so long for the log to take its questions; a log that takes nothing for longer is full or stands still.
const NOTE_WAIT: Duration = Duration::from_secs(10);
/// The worker that writes the log.
pub(super) const WORKER: &str = "screening";

/// A question that was asked, with what was answered.
#[derive(Debug, Clone)]
pub struct Noted {
    /// Under this id it is on record; [`Noted::new`] makes one.
    pub id: QueryId,
    /// Who asked.
    pub actor: Actor,
    /// The role that allowed it.
    pub role: Option<Role>,
    /// For what.
    pub purpose: Purpose,
    /// Through which door.
    pub channel: Channel,
    /// The case it was asked for: a number, never a name.
    pub case: Option<String>,
    /// What was asked.
    pub question: Query,
    /// How it was asked: among which records and how much, where that was not the usual. The commitment binds it beside the
    /// question; a name begins with `?`, as no property does.
    pub with: BTreeMap<String, Vec<String>>,
    /// Who was asked about, where the caller names a subject; the question's own mark otherwise.
    pub subject: Option<Subject>,
    /// Lists that were asked, with their versions.
    pub lists: Vec<(String, String)>,
    /// From which score on a record was an answer.
    pub threshold: f64,
    /// What was answered, best first.
    pub hits: Vec<HitView>,
    /// Ids of records that were answered without a comparison: by their ids, or by words.
    pub looked_up: Vec<String>,
    /// The dataset that was asked by name.
    pub dataset: Option<String>,
    /// The program that asked, by its key's id.
    pub program: Option<String>,
    /// Records left out because a person found them to be somebody else.
    pub left_out: usize,
    /// For whom, where it is not the actor's own question: the officer who watches the subject.
    pub whose: Option<Whose>,
    /// When.
    pub at: Timestamp,
}

impl Noted {
    /// A question that hit nothing so far, asked now of the lists in force, for screening.
    pub fn new(office: &Office, actor: &Actor, (channel, question): (Channel, Query)) -> Self {
        let at = office.now();
        Self {
            id: QueryId::new(at, office.throw10()),
            actor: actor.clone(),
            role: None,
            purpose: Purpose::Screening,
            channel,
            case: None,
            question,
            with: BTreeMap::new(),
            subject: None,
            lists: super::versions(office),
            threshold: screen::Thresholds::default().check,
            hits: Vec::new(),
            looked_up: Vec::new(),
            dataset: None,
            program: None,
            left_out: 0,
            whose: None,
            at,
        }
    }

    /// With what was found.
    #[must_use]
    pub fn with_hits(mut self, hits: impl IntoIterator<Item = Hit>) -> Self {
        self.hits = hits.into_iter().map(HitView::from).collect();
        self
    }

    /// What is committed to: the question, and how it was asked.
    fn committed(&self) -> Cow<'_, Query> {
        if self.with.is_empty() {
            return Cow::Borrowed(&self.question);
        }
        let mut question = self.question.clone();
        question.properties.extend(self.with.clone());
        Cow::Owned(question)
    }

    /// The commitment. The question itself is no larger than a question may be, however it was asked.
    fn commitment(&self, salt: &Salt) -> Result<Digest> {
        let question = question_bytes(&self.question)?;
        match self.with.is_empty() {
            true => Ok(entry_data(salt, &question)),
            false => commitment(salt, &self.committed()),
        }
    }
}

/// What whoever asked is given: with it and the question, what was asked can be proved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Under this id the question is on record.
    pub query: QueryId,
    /// 32 bytes as hex. The node's own copy is destroyed within a day.
    pub salt: String,
    /// What the commitment binds beside the question: it stands among the question's properties when it is proved.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub with: BTreeMap<String, Vec<String>>,
}

/// A row of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogRow {
    /// The question.
    pub id: QueryId,
    /// When.
    pub at: Timestamp,
    /// Who, as the ledger names them.
    pub actor: String,
    /// Of which authority.
    pub authority: Option<String>,
    /// The role that allowed it.
    pub role: Option<String>,
    /// For what, as a code.
    pub purpose: String,
    /// Through which door.
    pub channel: Channel,
    /// For which case.
    pub case: Option<String>,
    /// The program, by its key's id; where no program asked, the row has no such member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub program: Option<String>,
    /// The dataset that was asked by name; where none was, the row has no such member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dataset: Option<String>,
    /// SHA-256 of the salt and the question in canonical JSON.
    pub question: Digest,
    /// Lists and versions that were asked.
    pub lists: Vec<(String, String)>,
    /// From which score on, in ten-thousandths.
    pub threshold: u32,
    /// Records that were answered, with their scores in ten-thousandths; 0 for one that was looked up and not compared.
    pub answer: Vec<(String, u32)>,
    /// Records left out by review.
    pub left_out: u64,
}

/// The questions that wait to be written, and the key of the hour.
#[derive(Debug)]
pub(crate) struct Log {
    sender: mpsc::Sender<Waiting>,
    queue: Mutex<Queue>,
    hour: Mutex<Option<(i64, RecordKey)>>,
    pub(crate) bell: tokio::sync::Notify,
}

#[derive(Debug)]
struct Queue {
    receiver: mpsc::Receiver<Waiting>,
    /// Taken from the queue and not on disk yet.
    taken: Vec<Waiting>,
}

impl Default for Log {
    fn default() -> Self {
        let (sender, receiver) = mpsc::channel(limits::SCREEN_WAITING_MAX);
        let taken = Vec::new();
        Self {
            sender,
            queue: Mutex::new(Queue { receiver, taken }),
            hour: Mutex::default(),
            bell: tokio::sync::Notify::new(),
        }
    }
}

/// Hours since 1970.
pub(super) fn hour(at: Timestamp) -> i64 {
    at.as_second().div_euclid(3600)
}

/// When a question was asked, as its id says.
pub(super) fn asked_at(id: QueryId) -> Option<Timestamp> {
    let (seconds, nanos) = id.uuid().get_timestamp()?.to_unix();
    Timestamp::new(i64::try_from(seconds).ok()?, i32::try_from(nanos).ok()?).ok()
}

/// A question as the bytes that are committed to.
///
/// # Errors
/// `QUESTION-SIZE` where it is larger than a question may be.
pub fn question_bytes(question: &Query) -> Result<Vec<u8>> {
    bytes(question, limits::SCREEN_QUESTION_BYTES_MAX)
}

fn bytes(question: &Query, max: usize) -> Result<Vec<u8>> {
    let value = serde_json::json!({"properties": question.properties, "schema": question.schema});
    let bytes = seal::canonical_json(&value).doing("write a question in its canonical form")?;
    if bytes.len() > max {
        let what = format!(
            "a question has at most {max} bytes; leave out what does not help to tell people apart"
        );
        return Err(Error::input("QUESTION-SIZE", "properties", what));
    }
    Ok(bytes)
}

/// The commitment to a question and to how it was asked: SHA-256 of the salt and their canonical JSON.
///
/// # Errors
/// As [`question_bytes`]; how it was asked has room beside the question.
pub fn commitment(salt: &Salt, question: &Query) -> Result<Digest> {
    let max = limits::SCREEN_QUESTION_BYTES_MAX + limits::SCREEN_ASKED_WITH_BYTES_MAX;
    Ok(entry_data(salt, &bytes(question, max)?))
}

/// The salt of a question that was asked within the last day; `None` where its hour's key was destroyed.
pub(super) async fn salt(office: &Office, id: QueryId) -> Result<Option<Salt>> {
    let Some(at) = asked_at(id) else {
        return Ok(None);
    };
    let key = office.store().screen_hour(hour(at)).await?;
    key.map(|key| salted(&key, id)).transpose()
}

fn salted(key: &RecordKey, id: QueryId) -> Result<Salt> {
    key.salt(id.uuid().as_bytes()).doing("salt a question")
}

/// The salt of a question that is asked now.
async fn fresh_salt(office: &Office, id: QueryId, at: Timestamp) -> Result<Salt> {
    let wanted = hour(at);
    let mut held = office.0.log.hour.lock().await;
    match held.as_ref().filter(|(hour, _)| *hour == wanted) {
        Some((_, key)) => salted(key, id),
        None => {
            let key = office.store().make_screen_hour(wanted).await?;
            let salt = salted(&key, id);
            *held = Some((wanted, key));
            salt
        }
    }
}

/// Forget the key of an hour that is past: it is destroyed in the store.
pub(super) async fn forget_hours(office: &Office, before: i64) -> Result<u64> {
    let mut held = office.0.log.hour.lock().await;
    if held.as_ref().is_some_and(|(hour, _)| *hour < before) {
        *held = None;
    }
    Ok(office.store().forget_screen_hours(before).await?)
}

/// Ten-thousandths of a score.
pub(super) fn points(score: f64) -> u32 {
    // Scores are 0 to 1.
    (score.clamp(0.0, 1.0) * 10_000.0).round() as u32
}

/// A question as a row, and what is kept of it.
pub(super) async fn prepare(office: &Office, noted: Noted) -> Result<(Receipt, Waiting)> {
    prepare_beside(office, noted, &mut None).await
}

/// As [`prepare`], where many are prepared together: who decides about the hits is looked up once for all of one asker.
async fn prepare_beside(
    office: &Office,
    noted: Noted,
    known: &mut Option<(Whose, Whose)>,
) -> Result<(Receipt, Waiting)> {
    let salt = fresh_salt(office, noted.id, noted.at).await?;
    let scored = noted.hits.iter();
    let scored = scored.map(|hit| (hit.entity.id.clone(), points(hit.score)));
    let looked_up = noted.looked_up.iter().map(|id| (id.clone(), 0));
    let answer = scored.chain(looked_up).take(limits::SCREEN_HITS_MAX);
    let row = LogRow {
        id: noted.id,
        at: noted.at,
        actor: noted.actor.ledger_name(),
        authority: match &noted.whose {
            Some(whose) => whose.authority.clone(),
            None => noted.actor.authority().map(ToString::to_string),
        },
        role: noted.role.map(|role| role.code().to_owned()),
        purpose: noted.purpose.code().to_owned(),
        channel: noted.channel,
        case: noted
            .case
            .clone()
            .filter(|case| model::screening::is_case(case)),
        program: noted.program.clone(),
        dataset: noted.dataset.clone(),
        question: noted.commitment(&salt)?,
        lists: noted
            .lists
            .iter()
            .take(limits::SCREEN_LISTS_MAX)
            .cloned()
            .collect(),
        threshold: points(noted.threshold),
        answer: answer.collect(),
        left_out: noted.left_out as u64,
    };
    let receipt = Receipt {
        query: noted.id,
        salt: seal::hex(&salt.0),
        with: noted.with.clone(),
    };
    // What only falls near is no hit: nothing is kept of its question.
    let kept = match noted.hits.iter().any(|hit| hit.score >= noted.threshold) {
        false => None,
        true => {
            let subject = match &noted.subject {
                Some(subject) => Some(subject.clone()),
                None => Subject::of(office, &noted.question)?,
            };
            let own = || Whose::of(&noted.actor);
            let whose = noted.whose.clone().unwrap_or_else(own);
            let decides = match known {
                Some((asker, decides)) if *asker == whose => decides.clone(),
                _ => whose.clone().decides(office).await?,
            };
            *known = Some((whose.clone(), decides.clone()));
            Some(Box::new(Kept {
                decides,
                noted,
                subject,
                salt,
                whose,
                back: Vec::new(),
            }))
        }
    };
    Ok((receipt, Waiting { row, kept }))
}

/// Note a question and its answer. It returns at once and is on disk within a second; where very many wait to be written,
/// whoever asks waits with them. A question larger than [`limits::SCREEN_QUESTION_BYTES_MAX`] is refused.
///
/// # Errors
/// `QUESTION-SIZE`; if the node stops, or the store cannot be read: then nothing must be answered.
pub async fn note(office: &Office, noted: Noted) -> Result<Receipt> {
    let (receipt, waiting) = prepare(office, noted).await?;
    send(office, waiting).await?;
    Ok(receipt)
}

/// Note questions that were asked together, each as [`note`] does; the receipts are in their order.
///
/// # Errors
/// As [`note`]; busy where the log cannot take them within [`NOTE_WAIT`]. Then nothing must be answered to any of them.
pub(super) async fn note_all(office: &Office, all: Vec<Noted>) -> Result<Vec<Receipt>> {
    let noting = async {
        let (mut known, mut receipts) = (None, Vec::with_capacity(all.len()));
        for noted in all {
            let (receipt, waiting) = prepare_beside(office, noted, &mut known).await?;
            send(office, waiting).await?;
            receipts.push(receipt);
        }
        Ok(receipts)
    };
    let noted = tokio::time::timeout(NOTE_WAIT, noting).await;
    noted.unwrap_or(Err(Error::Busy { retry_after_s: 1 }))
}

/// Hand a row to the worker.
pub(super) async fn send(office: &Office, waiting: Waiting) -> Result<()> {
    let sent = office.0.log.sender.send(waiting).await;
    sent.map_err(|_| Error::Busy { retry_after_s: 1 })?;
    office.0.log.bell.notify_one();
    Ok(())
}

/// Write what waits; how many questions were written. What cannot be written now stays, and is written by the next round.
///
/// # Errors
/// If the store cannot be written.
pub async fn round(office: &Office) -> Result<usize> {
    let mut queue = office.0.log.queue.lock().await;
    let mut done = 0;
    loop {
        while queue.taken.len() < limits::SCREEN_GROUP_ROWS_MAX {
            match queue.receiver.try_recv() {
                Ok(waiting) => queue.taken.push(waiting),
                Err(_) => break,
            }
        }
        // One hour's questions to a group.
        let Some(first) = queue.taken.first().map(|w| hour(w.row.at)) else {
            return Ok(done);
        };
        let (group, rest): (Vec<_>, Vec<_>) = std::mem::take(&mut queue.taken)
            .into_iter()
            .partition(|w| hour(w.row.at) == first);
        queue.taken.clone_from(&group);
        queue.taken.extend(rest.iter().cloned());
        let count = group.len();
        write(office, group).await?;
        queue.taken = rest;
        done += count;
    }
}

async fn write(office: &Office, group: Vec<Waiting>) -> Result<()> {
    let now = office.now();
    let group = Group::of(office, group)?;
    let actor = Actor::worker(office.state(), WORKER);
    let state = office.state().clone();
    let object = model::Object::node(&state);
    let role = model::policy::role_for(&actor, Verb::ScreenNote, &object, now)?;
    let said = Said {
        role,
        note: group.note(),
        ..Said::of(format!("screened:{}", group.row.id))
    };
    let entry = office.entry(office.new_act(), (&actor, Verb::ScreenNote), now, said);
    office
        .act(entry.act, move |tx| {
            Box::pin(async move {
                group.put(tx).await?;
                Ok(tx.keep(entry, ()).await?)
            })
        })
        .await
}

/// Write one question within the act that asked it.
pub(super) fn alone(office: &Office, waiting: Waiting) -> Result<Group> {
    Group::of(office, vec![waiting])
}
