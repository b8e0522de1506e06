//! What the control over screening keeps as records: hits, reviews, watches, files and the questions that hit something.
//! Each body is sealed under a key of its own, and destroyed with it.

use jiff::{SignedDuration, Timestamp};
use model::{Actor, Class, Label, Purpose, Role};
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::reader::{House, Wanted};
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
            version: 1,
            kind: self.kind.to_owned(),
            owner: office.state().to_string(),
            label: label(office),
            review_by: Some(self.due),
            parent: self.parent,
            stage: self.stage.to_owned(),
            side: None,
            authority: whose.authority.clone(),
            counterpart: None,
            number: self.number,
            urgency: 0,
            due: Some(self.due),
            officer: whose.officer.clone(),
            created: self.at,
            updated: self.at,
            id: self.id,
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

/// Every record of a kind at these stages, as the node's workers see them; only those due by then where a time is named.
pub(super) async fn all(
    office: &Office,
    (kind, stages): (&'static str, &[&str]),
    due_before: Option<Timestamp>,
) -> Result<Vec<Record>> {
    let labels = office.store().labels().await?;
    let labels: Vec<i64> = labels.into_iter().map(|(number, _)| number).collect();
    let reader = office.store().reader(&labels, House::default());
    let mut found = Vec::new();
    loop {
        let wanted = Wanted {
            kind,
            stages: stages.iter().map(|s| (*s).to_owned()).collect(),
            due_before,
            newest_first: true,
            offset: u32::try_from(found.len()).unwrap_or(u32::MAX),
            limit: PAGE,
            ..Wanted::default()
        };
        let page = reader.records(&wanted).await?;
        let full = page.len() == PAGE as usize;
        found.extend(page);
        if !full {
            return Ok(found);
        }
    }
}
