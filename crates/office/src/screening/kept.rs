//! What the control over screening keeps as records: hits, reviews, watches, files and the questions that hit something.
//! Each body is sealed under a key of its own, and destroyed with it.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use model::{Actor, Class, Label, Purpose, Role};
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::reader::{House, Unopened, Wanted};
use store::{Record, RecordHead};

use crate::error::{Error, Result};
use crate::office::Office;

/// Rows read at once.
const PAGE: u32 = 500;

/// The handling of all of it: for screening and for oversight, in this State.
pub(super) fn label(office: &Office) -> Label {
    let mut label = Label::own(office.state(), Class::Restricted);
    label.purposes = Some([Purpose::Screening, Purpose::Oversight].into());
    label
}

/// What differs from record to record.
pub(super) struct New<'a> {
    pub(super) id: String,
    pub(super) kind: &'static str,
    pub(super) stage: &'a str,
    /// `subject:<mark>` or another record.
    pub(super) parent: Option<String>,
    /// The case; of a hit that a program's question brought, the program's key.
    pub(super) number: Option<String>,
    /// When it is looked at again, or destroyed.
    pub(super) due: Timestamp,
    pub(super) at: Timestamp,
}

/// Whose a record is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Whose {
    /// The authority; `None` for the node as a whole.
    pub authority: Option<String>,
    /// The officer.
    pub officer: Option<String>,
}

impl Whose {
    pub(super) fn of(actor: &Actor) -> Self {
        Self {
            authority: actor.authority().map(ToString::to_string),
            officer: actor.officer().map(|id| id.to_string()),
        }
    }

    pub(super) fn of_record(record: &Record) -> Self {
        Self {
            authority: record.head.authority.clone(),
            officer: record.head.officer.clone(),
        }
    }

    /// A hit is for those who decide about hits: where the authority that asked has none, it is the node's as a whole.
    pub(super) async fn decides(self, office: &Office) -> Result<Self> {
        let Some(own) = &self.authority else {
            return Ok(self);
        };
        for account in office.store().accounts().await? {
            if account.active && account.authority == *own {
                let officer = crate::people::officer(&account)?;
                if officer.roles.contains(&Role::CaseOfficer) {
                    return Ok(self);
                }
            }
        }
        Ok(Self {
            authority: None,
            ..self
        })
    }
}

impl New<'_> {
    /// The record with its body.
    pub(super) fn record(
        self,
        office: &Office,
        whose: &Whose,
        body: &impl Serialize,
    ) -> Result<Record> {
        let head = RecordHead {
            review_by: Some(self.due),
            parent: self.parent,
            stage: self.stage.to_owned(),
            authority: whose.authority.clone(),
            number: self.number,
            due: Some(self.due),
            officer: whose.officer.clone(),
            ..RecordHead::first(
                (self.id, self.kind),
                office.state().as_str(),
                &label(office),
                self.at,
            )
        };
        Ok(Record {
            head,
            body: written(body)?,
        })
    }
}

/// A body as bytes.
pub(super) fn written(body: &impl Serialize) -> Result<Vec<u8>> {
    serde_json::to_vec(body).map_err(|e| Error::input("RECORD", "", e.to_string()))
}

/// A body read back.
pub(super) fn body<T: DeserializeOwned>(record: &Record) -> Result<T> {
    serde_json::from_slice(&record.body).map_err(|source| {
        store::Error::Unreadable {
            place: record.head.id.clone(),
            source: Box::new(source),
        }
        .into()
    })
}

/// The next version of a record, at this stage, due then.
pub(super) fn next(record: &mut Record, (stage, due, now): (&str, Timestamp, Timestamp)) {
    let head = &mut record.head;
    head.version += 1;
    stage.clone_into(&mut head.stage);
    (head.due, head.review_by, head.updated) = (Some(due), Some(due), now);
}

/// So many days from now.
pub(super) fn days(now: Timestamp, days: i64) -> Timestamp {
    now.saturating_add(SignedDuration::from_hours(24 * days))
        .unwrap_or(Timestamp::MAX)
}

/// Ids of records that were told to be unreadable: the workers meet them again and again, and once is enough.
#[derive(Debug, Default)]
pub(crate) struct Told(Mutex<BTreeSet<String>>);

/// Unreadable records that are remembered as told.
const TOLD_MAX: usize = 10_000;

impl Told {
    /// Whether it is told now.
    fn first(&self, id: &str) -> bool {
        let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        told.len() < TOLD_MAX && told.insert(id.to_owned())
    }
}

/// A record was passed over: its id is told, and nothing of what is in it.
pub(crate) fn passed_over(office: &Office, id: &str, error: &Error) {
    if office.0.unreadable.first(id) {
        let code = error.code();
        tracing::error!(
            record = id,
            code,
            "a record cannot be used and is passed over; comity ledger verify says more"
        );
    }
}

/// Those that could be opened; the others are passed over.
pub(crate) fn opened(
    office: &Office,
    each: Vec<std::result::Result<Record, Unopened>>,
) -> impl Iterator<Item = Record> {
    each.into_iter().filter_map(|opened| match opened {
        Ok(record) => Some(record),
        Err(unopened) => {
            passed_over(office, &unopened.id, &unopened.error.into());
            None
        }
    })
}

/// Whether an error is about one record, and the next one may be well.
pub(crate) fn of_one(error: &Error) -> bool {
    use store::Error::{Damaged, Seal, Unreadable};
    matches!(
        error,
        Error::Input { .. }
            | Error::Refused(_)
            | Error::Key(_)
            | Error::Seal { .. }
            | Error::Store(Damaged { .. } | Unreadable { .. } | Seal { .. })
    )
}

/// Which records: a kind, its stages, and due by then where a time is named.
pub(super) type Which<'a> = ((&'static str, &'a [&'a str]), Option<Timestamp>);

async fn reader(office: &Office) -> Result<store::reader::Reader> {
    let labels = office.store().labels().await?;
    let labels: Vec<i64> = labels.into_iter().map(|(number, _)| number).collect();
    Ok(office.store().reader(&labels, House::default()))
}

fn wanted(((kind, stages), due_before): Which<'_>, offset: usize) -> Wanted {
    Wanted {
        kind,
        stages: stages.iter().map(|s| (*s).to_owned()).collect(),
        due_before,
        newest_first: true,
        offset: u32::try_from(offset).unwrap_or(u32::MAX),
        limit: PAGE,
        ..Wanted::default()
    }
}

/// Every record of a kind at these stages that can be opened, as the node's workers see them, and how many cannot.
pub(super) async fn all(office: &Office, which: Which<'_>) -> Result<(Vec<Record>, usize)> {
    let reader = reader(office).await?;
    let (mut found, mut unread) = (Vec::new(), 0);
    loop {
        let page = reader.each(&wanted(which, found.len() + unread)).await?;
        let full = page.len() == PAGE as usize;
        for opened in page {
            match opened {
                Ok(record) => found.push(record),
                Err(unopened) => {
                    passed_over(office, &unopened.id, &unopened.error.into());
                    unread += 1;
                }
            }
        }
        if !full {
            return Ok((found, unread));
        }
    }
}

/// Ids of all of them, also of those that cannot be opened.
pub(super) async fn ids(office: &Office, which: Which<'_>) -> Result<Vec<String>> {
    let reader = reader(office).await?;
    let mut found = Vec::new();
    loop {
        let page = reader.ids(&wanted(which, found.len())).await?;
        let full = page.len() == PAGE as usize;
        found.extend(page);
        if !full {
            return Ok(found);
        }
    }
}
