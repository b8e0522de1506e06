//! Reading the log: an auditor sees who asked what of which list version and how much was answered, and no content. The
//! content of a question that hit something is for those who may read the hits.

use jiff::Timestamp;
use model::policy::role_for;
use model::screening::Channel;
use model::{Actor, Digest, Object, Purpose, QueryId, Refusal, Verb, limits};
use screen::Query;
use seal::ledger::Salt;
use serde::{Deserialize, Serialize};
use store::screened::Screened;

use super::LogRow;
use crate::error::{Error, Result};
use crate::office::Office;
use crate::screening::kept;

/// Groups read for one page; a narrow filter then says where to read on.
const GROUPS_READ_MAX: usize = 500;
/// Groups read at once.
const GROUPS_AT_ONCE: u32 = 50;

/// What of the log is wanted, newest first.
#[derive(Debug, Clone, Default)]
pub struct LogWanted {
    /// Only groups that began before; `None` begins at the newest.
    pub before: Option<Timestamp>,
    /// Only what this actor asked, as the ledger names it.
    pub actor: Option<String>,
    /// Only through this door.
    pub channel: Option<Channel>,
    /// Only for this case.
    pub case: Option<String>,
    /// Only what hit something.
    pub hits_only: bool,
    /// Rows, at most [`limits::PAGE_ROWS_MAX`]; a page ends with a whole group and may have more.
    pub limit: usize,
}

/// A row of the log and the group it stands in.
#[derive(Debug, Clone, Serialize)]
pub struct LogLine {
    /// The row.
    #[serde(flatten)]
    pub row: LogRow,
    /// Its group: `screened/<id>` of the ledger.
    pub group: String,
}

/// A page of the log.
#[derive(Debug, Clone, Serialize)]
pub struct LogPage {
    /// The rows, newest first.
    pub lines: Vec<LogLine>,
    /// Where to read on: the next page's `before`; `None` at the end.
    pub next: Option<Timestamp>,
}

/// A question and its salt: as it is kept where something was hit, and as whoever asked claims it.
#[derive(Clone, Serialize, Deserialize)]
pub struct Content {
    /// The question.
    pub question: Query,
    /// Its salt as hex.
    pub salt: String,
}

impl std::fmt::Debug for Content {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Content(…)")
    }
}

impl Content {
    /// The commitment that the log has of it.
    ///
    /// # Errors
    /// Input error `SALT` where the salt is not 32 bytes as hex; as `commitment`.
    pub fn commitment(&self) -> Result<Digest> {
        let salt = seal::unhex(self.salt.trim()).and_then(|salt| salt.try_into().ok());
        let what = "a salt is 64 hexadecimal digits, as the answer gave it";
        let salt = salt.ok_or_else(|| Error::input("SALT", "salt", what))?;
        super::commitment(&Salt(salt), &self.question)
    }
}

impl LogWanted {
    fn wants(&self, row: &LogRow) -> bool {
        self.actor.as_ref().is_none_or(|actor| row.actor == *actor)
            && self.channel.is_none_or(|channel| row.channel == channel)
            && (self.case.is_none() || row.case == self.case)
            && (!self.hits_only || !row.answer.is_empty())
    }
}

/// The rows of a group.
pub(super) fn rows(group: &Screened) -> Result<Vec<LogRow>> {
    serde_json::from_str(&group.body).map_err(|source| {
        let place = format!("screened/{}", group.id);
        let source = Box::new(source);
        Error::Store(store::Error::Unreadable { place, source })
    })
}

/// Rows of the log, for those who may read it.
///
/// # Errors
/// `NOT-ALLOWED`.
pub async fn lines(office: &Office, actor: &Actor, wanted: &LogWanted) -> Result<LogPage> {
    let (now, state) = (office.now(), office.state().clone());
    role_for(actor, Verb::ScreenLogRead, &Object::node(&state), now)?;
    let limit = wanted.limit.clamp(1, limits::PAGE_ROWS_MAX);
    let mut before = wanted.before.unwrap_or(Timestamp::MAX);
    let (mut found, mut read) = (Vec::new(), 0);
    loop {
        let groups = office.store().screened(before, GROUPS_AT_ONCE).await?;
        let end = groups.len() < GROUPS_AT_ONCE as usize;
        for group in groups {
            // Groups that began at the same moment stand on one page.
            if found.len() >= limit && group.since < before {
                return Ok(page(found, Some(before)));
            }
            before = group.since;
            read += 1;
            for row in rows(&group)?.into_iter().filter(|row| wanted.wants(row)) {
                let group = group.id.clone();
                found.push(LogLine { row, group });
            }
        }
        if end {
            return Ok(page(found, None));
        }
        if read >= GROUPS_READ_MAX {
            return Ok(page(found, Some(before)));
        }
    }
}

fn page(mut lines: Vec<LogLine>, next: Option<Timestamp>) -> LogPage {
    lines.sort_by_key(|line| std::cmp::Reverse((line.row.at, line.row.id)));
    LogPage { lines, next }
}

/// What was asked, where it hit something and is still kept.
///
/// # Errors
/// `NOT-ALLOWED`; `NOT-FOUND` where nothing is kept, or not for this reader.
pub async fn content(office: &Office, actor: &Actor, id: QueryId) -> Result<Content> {
    let (now, state) = (office.now(), office.state().clone());
    let object = Object::check(&state);
    role_for(actor, Verb::ScreenQueueRead, &object, now)?;
    let reader = office.read(actor, Purpose::Screening).await?;
    let record = reader.kept(&format!("query:{id}")).await?;
    kept::body(&record.ok_or_else(|| Refusal::new("NOT-FOUND"))?)
}
