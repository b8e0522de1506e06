//! Reading the log: an auditor sees who asked what of which list version and how much was answered, and no content. The
//! content of a question that hit something is for those who may read the hits.

use std::collections::VecDeque;

use jiff::Timestamp;
use model::policy::role_for;
use model::screening::Channel;
use model::{ActId, Actor, Digest, Object, Purpose, QueryId, Refusal, Verb, limits};
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
/// Groups read at once at first: one of many rows may fill a page.
const GROUPS_AT_ONCE: u32 = 2;
/// And at last, where each has few that are wanted.
const GROUPS_AT_ONCE_MAX: u32 = 50;

/// What of the log is wanted, newest first.
#[derive(Debug, Clone, Default)]
pub struct LogWanted {
    /// Only what stands behind this place; `None` begins at the newest.
    pub before: Option<Place>,
    /// Only what this actor asked, as the ledger names it.
    pub actor: Option<String>,
    /// Only through this door.
    pub channel: Option<Channel>,
    /// Only for this case.
    pub case: Option<String>,
    /// Only what hit something.
    pub hits_only: bool,
    /// Rows, at most [`limits::PAGE_ROWS_MAX`]; 0 for so many.
    pub limit: usize,
}

/// A place in the log, newest first: behind a moment, or behind one row of one group. Groups stand by the moment they began, then by
/// id, and in each group its rows by time and id: what was asked at one instant has an order too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The moment; that of the group where a row is named.
    at: Timestamp,
    /// The group, and the last row of it that was read.
    row: Option<(ActId, QueryId)>,
}

impl Place {
    /// The rows of a group, newest first, each with its place; of the group that this place is in those behind it.
    fn rest(&self, group: &Screened) -> Result<Vec<(Place, LogRow)>> {
        let id = group.id.parse::<ActId>().map_err(|_| {
            let (place, what) = (
                format!("screened/{}", group.id),
                "its id is none".to_owned(),
            );
            Error::Store(store::Error::Damaged { place, what })
        })?;
        let mut rows = rows(group)?;
        rows.sort_by_key(|row| std::cmp::Reverse((row.at, row.id)));
        let last = self.row.filter(|(group, _)| *group == id);
        let read = last.and_then(|(_, last)| rows.iter().position(|row| row.id == last));
        let rows = rows.into_iter().skip(read.map_or(0, |last| last + 1));
        let place = |row: LogRow| {
            let at = Place {
                at: group.since,
                row: Some((id, row.id)),
            };
            (at, row)
        };
        Ok(rows.map(place).collect())
    }
}

impl From<Timestamp> for Place {
    fn from(at: Timestamp) -> Self {
        Self { at, row: None }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.row {
            None => write!(f, "{}", self.at),
            Some((group, row)) => write!(f, "{},{group},{row}", self.at),
        }
    }
}

impl std::str::FromStr for Place {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        let what = || {
            "write a moment (2026-12-31T12:00:00Z), or the place that the page before gave"
                .to_owned()
        };
        let mut parts = text.trim().splitn(3, ',');
        let at = parts.next().and_then(|at| at.parse().ok());
        let at = at.ok_or_else(what)?;
        let row = match (parts.next(), parts.next()) {
            (None, None) => None,
            (Some(group), Some(row)) => Some((
                group.parse().map_err(|_| what())?,
                row.parse().map_err(|_| what())?,
            )),
            _ => return Err(what()),
        };
        Ok(Self { at, row })
    }
}

impl Serialize for Place {
    fn serialize<S: serde::Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        text.parse().map_err(serde::de::Error::custom)
    }
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
    pub next: Option<Place>,
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
    let limit = match wanted.limit {
        0 => limits::PAGE_ROWS_MAX,
        limit => limit.min(limits::PAGE_ROWS_MAX),
    };
    let mut behind = wanted.before.clone().unwrap_or(Timestamp::MAX.into());
    // What is left of the group that the page before ended in.
    let mut groups = VecDeque::new();
    if let Some((group, _)) = behind.row {
        groups.extend(office.store().screened_group(&group.to_string()).await?);
    }
    let (mut lines, mut read, mut at_once) = (Vec::new(), 0, GROUPS_AT_ONCE);
    while read < GROUPS_READ_MAX {
        let Some(group) = groups.pop_front() else {
            let id = behind.row.map(|(group, _)| group.to_string());
            let from = (behind.at, id.as_deref().unwrap_or_default());
            groups.extend(office.store().screened(from, at_once).await?);
            at_once = (2 * at_once).min(GROUPS_AT_ONCE_MAX);
            if groups.is_empty() {
                return Ok(LogPage { lines, next: None });
            }
            continue;
        };
        read += 1;
        for (place, row) in behind.rest(&group)? {
            behind = place;
            if wanted.wants(&row) {
                let group = group.id.clone();
                lines.push(LogLine { row, group });
            }
            if lines.len() >= limit {
                let next = Some(behind);
                return Ok(LogPage { lines, next });
            }
        }
    }
    let next = Some(behind);
    Ok(LogPage { lines, next })
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
