//! Checking a file of questions: in the background, with progress. Each row is a question on the log. What was hit is kept for
//! the officer for some days; of the rows that hit nothing, only their number is written down: their references stay in
//! memory, for a day at most. A file that a restart interrupts is said to be interrupted and must be sent again.

mod result;
pub(super) mod rows;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use jiff::{SignedDuration, Timestamp};
use model::policy::role_for;
use model::screening::Channel;
use model::{ActId, Actor, Object, Purpose, QueryId, Refusal, Role, Verb, limits};
use screen::{Hit, Query, Thresholds};
use serde::{Deserialize, Serialize};
use store::Record;

use super::kept::{self, New, Whose, days};
use super::log::{self, Noted};
use super::reviews;
use super::subject::Subject;
use crate::error::{Error, Result};
use crate::office::{Office, Said};

pub use result::{FileLine, FileSheet, Format, download};
pub(crate) use result::{line, sheet};

/// Hits shown of one row.
const HITS_A_ROW_MAX: usize = 10;
/// Hits of one file: more say that the threshold is too low.
const HITS_MAX: usize = 50_000;
/// Rows compared in one go.
const ROWS_AT_ONCE: usize = 32;
/// Files whose rows are in memory.
const FILES_IN_MEMORY_MAX: usize = 16;

/// Check a file.
#[derive(Debug, Clone)]
pub struct FileOrder {
    /// The act.
    pub act: ActId,
    /// The name of the file, as the officer knows it.
    pub name: String,
    /// The file: csv with a header, or JSON lines.
    pub bytes: Bytes,
    /// The case it is checked for.
    pub case: Option<String>,
    /// From which score on a record is a hit; the usual one where nothing is said.
    pub threshold: Option<f64>,
}

/// A hit of a row.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RowHit {
    /// The record.
    pub id: String,
    /// Its name.
    pub caption: String,
    /// Its schema.
    pub schema: String,
    /// 0 to 1.
    pub score: f64,
    /// The list.
    pub list: String,
    /// The list's version.
    pub list_version: String,
}

/// A row with what was answered.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FileRow {
    /// Counted from 1, without the header.
    pub row: usize,
    /// The caller's reference; empty where it is kept no longer.
    pub reference: String,
    /// Under this id it is on the log.
    pub query: Option<QueryId>,
    /// What was found, best first.
    pub hits: Vec<RowHit>,
    /// Records left out by review.
    pub left_out: Vec<reviews::LeftOut>,
    /// Why the row could not be compared, or not with all that stands in it: a code, never what stands there.
    pub error: Option<String>,
}

/// A checked file as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct FileBody {
    name: String,
    case: Option<String>,
    rows: usize,
    ignored: Vec<String>,
    /// Rows that hit something, or could not be compared.
    told: Vec<FileRow>,
    /// Why it ended early, as a code.
    failed: Option<String>,
}

/// A file in memory: at work, or done within the last day.
#[derive(Debug)]
pub(crate) struct Job {
    done: AtomicU64,
    at: Timestamp,
    rows: Mutex<Vec<FileRow>>,
    over: std::sync::atomic::AtomicBool,
}

/// The files in memory, by record.
#[derive(Debug, Default)]
pub(crate) struct Jobs(Mutex<BTreeMap<String, Arc<Job>>>);

impl Jobs {
    fn held(&self) -> MutexGuard<'_, BTreeMap<String, Arc<Job>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn get(&self, id: &str) -> Option<Arc<Job>> {
        self.held().get(id).cloned()
    }

    /// Room for one more; the oldest that is done makes way.
    fn enter(&self, id: &str, job: &Arc<Job>) -> Result<()> {
        let mut held = self.held();
        let running = held.values().filter(|job| !job.is_over()).count();
        if running >= limits::SCREEN_FILES_AT_ONCE_MAX {
            return Err(Error::Busy { retry_after_s: 30 });
        }
        if held.len() >= FILES_IN_MEMORY_MAX {
            let done = held.iter().filter(|(_, job)| job.is_over());
            let oldest = done.min_by_key(|(_, job)| job.at).map(|(id, _)| id.clone());
            oldest.map(|id| held.remove(&id));
        }
        held.insert(id.to_owned(), Arc::clone(job));
        Ok(())
    }
}

impl Job {
    fn is_over(&self) -> bool {
        self.over.load(Ordering::Acquire)
    }

    fn rows(&self) -> MutexGuard<'_, Vec<FileRow>> {
        self.rows.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Files whose rows were in memory for long enough.
pub(super) fn forget(office: &Office, now: Timestamp) {
    let kept = SignedDuration::from_hours(limits::SCREEN_FILE_ROWS_HOURS_MAX);
    let young = |job: &Arc<Job>| !job.is_over() || now.duration_since(job.at) < kept;
    office.0.jobs.held().retain(|_, job| young(job));
}

/// What was found for one row.
struct Found {
    subject: Option<Subject>,
    hits: Vec<Hit>,
    left_out: Vec<reviews::LeftOut>,
    /// The lists that were asked, with their versions.
    lists: Vec<(String, String)>,
}

/// What runs in the background.
struct Run {
    id: String,
    office: Office,
    actor: Actor,
    role: Option<Role>,
    case: Option<String>,
    threshold: f64,
    job: Arc<Job>,
}

/// Begin to check a file. It answers the file's id at once, and the check goes on by itself.
///
/// # Errors
/// `NOT-ALLOWED`; `CASE-REFERENCE`, `TOO-LONG`; input errors `FILE-ROW` with the line, `FILE-SIZE`, `FILE-EMPTY`, `THRESHOLD`; busy where
/// too many files are checked already.
pub async fn start(office: &Office, actor: &Actor, order: FileOrder) -> Result<String> {
    let (now, state) = (office.now(), office.state().clone());
    let role = role_for(actor, Verb::ScreenFile, &Object::check(&state), now)?;
    let case = order.case.filter(|case| !case.trim().is_empty());
    let case = case
        .map(|case| model::screening::case("case", &case))
        .transpose()?;
    let threshold = order.threshold.unwrap_or(Thresholds::default().check);
    if !(0.3..=1.0).contains(&threshold) {
        let what = "a threshold is a number from 0.3 to 1";
        return Err(Error::input("THRESHOLD", "threshold", what));
    }
    if order.name.len() > limits::FILE_NAME_BYTES_MAX {
        let max = limits::FILE_NAME_BYTES_MAX;
        return Err(Refusal::new("TOO-LONG").at("name").with("max", max).into());
    }
    let claim = Office::claim(order.act, (actor, Verb::ScreenFile), None);
    if let Some(before) = office.answered::<String>(claim.clone()).await? {
        return Ok(before);
    }
    let bytes = order.bytes;
    let asked = tokio::task::spawn_blocking(move || rows::read(&bytes))
        .await
        .map_err(|_| Error::Busy { retry_after_s: 1 })??;
    let job = Arc::new(Job {
        done: AtomicU64::new(0),
        at: now,
        rows: Mutex::default(),
        over: false.into(),
    });
    let id = format!("batch:{}", order.act);
    office.0.jobs.enter(&id, &job)?;
    let file = FileBody {
        name: order.name,
        case: case.clone(),
        rows: asked.rows.len(),
        ignored: asked.ignored,
        told: Vec::new(),
        failed: None,
    };
    if let Err(error) = begun(office, (actor, role, claim), (&id, &file, now)).await {
        office.0.jobs.held().remove(&id);
        return Err(error);
    }
    let run = Run {
        id: id.clone(),
        office: office.clone(),
        actor: actor.clone(),
        role,
        case,
        threshold,
        job,
    };
    tokio::spawn(run.whole(asked.rows, file));
    Ok(id)
}

/// The file is on record before its first row is compared.
async fn begun(
    office: &Office,
    (actor, role, claim): (&Actor, Option<Role>, store::Claim),
    (id, file, now): (&str, &FileBody, Timestamp),
) -> Result<()> {
    let new = New {
        id: id.to_owned(),
        kind: "batch",
        stage: "running",
        parent: None,
        number: file.case.clone(),
        due: days(now, limits::SCREEN_FILE_DAYS_MAX),
        at: now,
    };
    let record = new.record(office, &Whose::of(actor), file)?;
    let mut said = Said {
        role,
        purpose: Some(Purpose::Screening.code().to_owned()),
        ..Said::of(id)
    }
    .with("rows", file.rows);
    if let Some(case) = &file.case {
        said = said.with("case", case);
    }
    let entry = office.entry(claim.act, (actor, Verb::ScreenFile), now, said);
    let id = id.to_owned();
    office
        .act(claim, move |tx| {
            Box::pin(async move {
                tx.put_record(&record).await?;
                Ok(tx.keep(entry, id).await?)
            })
        })
        .await
        .map(|_: String| ())
}

impl FileRow {
    /// What is kept of it: all where something was hit, the number and the code where it could not be compared, else nothing.
    fn kept(&self) -> Option<Self> {
        if !self.hits.is_empty() {
            return Some(self.clone());
        }
        self.error.as_ref().map(|_| Self {
            reference: String::new(),
            query: None,
            left_out: Vec::new(),
            ..self.clone()
        })
    }
}

impl Run {
    async fn whole(self, rows: Vec<(String, Query)>, mut file: FileBody) {
        let failed = self.rows(rows).await.err();
        if let Some(error) = &failed {
            tracing::error!(file = self.id, error = %error, "a file was not checked to its end");
            file.failed = Some(error.code().to_owned());
        }
        file.told = self.job.rows().iter().filter_map(FileRow::kept).collect();
        let ended = self.ended(&file).await;
        self.job.over.store(true, Ordering::Release);
        if let Err(error) = ended {
            tracing::error!(file = self.id, error = %error, "the hits of a file could not be kept");
        }
    }

    async fn rows(&self, rows: Vec<(String, Query)>) -> Result<()> {
        let mut hits = 0;
        let mut row = 0;
        for chunk in rows.chunks(ROWS_AT_ONCE) {
            for ((reference, question), found) in chunk.iter().zip(self.search(chunk).await?) {
                row += 1;
                let found = found?;
                let answered = self.row((row, reference), question, found).await?;
                hits += answered.hits.len();
                if hits > HITS_MAX {
                    let what = "so many rows hit something that the threshold must be too low";
                    return Err(Error::input("FILE-HITS", "threshold", what));
                }
                self.job.rows().push(answered);
                self.job.done.store(row as u64, Ordering::Release);
            }
        }
        Ok(())
    }

    async fn search(&self, rows: &[(String, Query)]) -> Result<Vec<Result<Found>>> {
        let (office, actor) = (self.office.clone(), self.actor.clone());
        let loaded = office.0.screen.get();
        let until = (HITS_A_ROW_MAX, self.threshold);
        let questions: Vec<Query> = rows.iter().map(|(_, query)| query.clone()).collect();
        let search = move || {
            let one = |query| {
                let subject = Subject::of(&office, query)?;
                let asked = (query, subject.as_ref());
                let at = (&office, &*loaded);
                let (hits, left_out) = reviews::search(at, reviews::mine(&actor), asked, until)?;
                Ok(Found {
                    subject,
                    hits,
                    left_out,
                    lists: loaded.versions(),
                })
            };
            questions.iter().map(one).collect()
        };
        let found = tokio::task::spawn_blocking(search).await;
        found.map_err(|_| Error::Busy { retry_after_s: 1 })
    }

    /// One row: on the log, and answered.
    async fn row(
        &self,
        (row, reference): (usize, &str),
        question: &Query,
        found: Found,
    ) -> Result<FileRow> {
        let mut answered = FileRow {
            row,
            reference: reference.to_owned(),
            query: None,
            hits: Vec::new(),
            left_out: Vec::new(),
            error: None,
        };
        answered.error = match question.is_answerable() {
            true => super::check::readable(question).err(),
            false => Some(Error::input("QUESTION", "name", "nothing to search by")),
        }
        .map(|error| error.code().to_owned());
        let (office, actor) = (&self.office, &self.actor);
        let Found {
            subject,
            hits,
            left_out,
            lists,
        } = found;
        let mut noted = Noted::new(office, actor, (Channel::File, question.clone()));
        noted.role = self.role;
        noted.case.clone_from(&self.case);
        noted.subject = subject;
        noted.lists = lists;
        noted.threshold = self.threshold;
        noted.left_out = left_out.len();
        answered.hits = hits.iter().map(row_hit).collect();
        answered.left_out = left_out;
        match log::note(office, noted.with_hits(hits)).await {
            Ok(receipt) => answered.query = Some(receipt.query),
            // Nothing is answered off the record.
            Err(Error::Input { code, .. }) => {
                answered.hits.clear();
                answered.error = Some(code.to_owned());
            }
            Err(error) => return Err(error),
        }
        Ok(answered)
    }

    async fn ended(&self, file: &FileBody) -> Result<()> {
        let now = self.office.now();
        let stage = if file.failed.is_some() {
            "failed"
        } else {
            "done"
        };
        let hits: usize = file.told.iter().map(|row| row.hits.len()).sum();
        let said = Said {
            role: self.role,
            purpose: Some(Purpose::Screening.code().to_owned()),
            ..Said::of(&self.id)
        }
        .with("hits", hits)
        .with("stage", stage);
        let office = &self.office;
        let entry = office.entry(office.new_act(), (&self.actor, Verb::ScreenFile), now, said);
        let (id, body) = (self.id.clone(), kept::written(file)?);
        office
            .act(entry.act, move |tx| {
                Box::pin(async move {
                    let running = |r: &Record| r.head.stage == "running";
                    let record = tx.record(&id).await?.filter(running);
                    let mut record = record.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
                    let due = record.head.due.unwrap_or(now);
                    kept::next(&mut record, (stage, due, now));
                    record.body = body;
                    tx.put_record(&record).await?;
                    Ok(tx.keep(entry, ()).await?)
                })
            })
            .await
    }
}

fn row_hit(hit: &Hit) -> RowHit {
    RowHit {
        id: hit.entity.id.clone(),
        caption: hit.entity.caption.clone(),
        schema: hit.entity.schema.clone(),
        score: hit.score,
        list: hit.explanation.list.clone(),
        list_version: hit.explanation.list_version.clone(),
    }
}
