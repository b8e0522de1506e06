//! The one way out. A reader knows who reads, for what, and when; the labels that person may read are resolved once and
//! stand in every SELECT and COUNT. What is hidden and what does not exist look the same.

mod desk;
mod lines;
mod node;
mod requests;
mod screening;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use model::policy::role_for;
use model::{Actor, Label, Object, Purpose, Role, Verb};
/// What of the ledger is wanted.
pub use store::ledger::LineFilter as LedgerFilter;
use store::reader::{House, Wanted};

use crate::error::{Error, Result};
use crate::office::Office;

pub use desk::{Day, Found, HandOver, Lane, Related, Shared};
pub use lines::{Counts, LedgerLine, Page, ReceiptLine, RequestLine, WorklistFilter};

/// Reads what its actor may read.
#[derive(Debug, Clone)]
pub struct Reader {
    office: Office,
    actor: Actor,
    purpose: Purpose,
    now: Timestamp,
    rows: store::Reader,
}

impl Office {
    /// A reader for this actor and purpose, now.
    ///
    /// # Errors
    /// If the labels cannot be read.
    pub async fn read(&self, actor: &Actor, purpose: Purpose) -> Result<Reader> {
        let now = self.reading_time();
        let today = now.to_zoned(TimeZone::UTC).date();
        let labels = self.store().labels().await?;
        let readable: Vec<i64> = labels
            .into_iter()
            .filter(|(_, label)| readable(actor, label, purpose, today))
            .map(|(number, _)| number)
            .collect();
        let rows = self.store().reader(&readable, house(self, actor));
        Ok(Reader {
            office: self.clone(),
            actor: actor.clone(),
            purpose,
            now,
            rows,
        })
    }
}

/// Whether a label lets this actor read: officers by the label's own decision; the node's workers read what they work on;
/// another State's node reads nothing here.
fn readable(actor: &Actor, label: &Label, purpose: Purpose, today: jiff::civil::Date) -> bool {
    match actor {
        Actor::Officer {
            state,
            authority,
            clearance,
            ..
        } => {
            let reader = model::Reader {
                state: state.clone(),
                authority: authority.clone(),
                clearance: *clearance,
                purpose,
            };
            label.readable_by(&reader, today).permitted()
        }
        Actor::System { .. } => true,
        Actor::Peer { .. } => false,
    }
}

/// An officer sees the records of the own authority, and what waits elsewhere for a second person of another house.
fn house(office: &Office, actor: &Actor) -> House {
    let Actor::Officer { authority, .. } = actor else {
        return House::default();
    };
    let others = office
        .settings()
        .authorities
        .iter()
        .map(|a| &a.id)
        .filter(|id| *id != authority);
    let in_review = others
        .filter(|id| {
            actor.has(Role::Judge) || (actor.has(Role::Approver) && office.single_officer(id))
        })
        .map(ToString::to_string)
        .collect();
    House {
        own: Some(authority.to_string()),
        in_review,
    }
}

impl Reader {
    /// The office it reads in.
    pub(crate) const fn office(&self) -> &Office {
        &self.office
    }

    /// What it is read for.
    pub(crate) const fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// One record, if it may be read.
    pub(crate) async fn record(&self, id: &str) -> Result<Option<store::Record>> {
        Ok(self.rows.record(id).await?)
    }

    /// The records of a kind within what may be read, and how many there are in all.
    pub(crate) async fn records(&self, wanted: &Wanted) -> Result<(Vec<store::Record>, u64)> {
        Ok((
            self.rows.records(wanted).await?,
            self.rows.count(wanted).await?,
        ))
    }

    /// As `records` and how many there are in all, of every domestic authority: for who oversees all of them.
    pub(crate) async fn of_every_house(
        &self,
        wanted: &Wanted,
    ) -> Result<(Vec<store::Record>, u64)> {
        let today = self.now.to_zoned(TimeZone::UTC).date();
        let readable: Vec<i64> = self
            .office
            .store()
            .labels()
            .await?
            .into_iter()
            .filter(|(_, label)| readable(&self.actor, label, Purpose::Oversight, today))
            .map(|(number, _)| number)
            .collect();
        let rows = self.office.store().reader(&readable, House::default());
        Ok((rows.records(wanted).await?, rows.count(wanted).await?))
    }

    /// Whether a label lets this reader read.
    pub(crate) fn reads(&self, label: &Label) -> bool {
        readable(&self.actor, label, self.purpose, self.today())
    }

    /// The day it is, for what turns on a day and on no State's midnight.
    pub fn today(&self) -> jiff::civil::Date {
        self.now.to_zoned(TimeZone::UTC).date()
    }

    /// Who reads.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    pub(crate) fn may(&self, verb: Verb, object: &Object<'_>) -> Result<()> {
        role_for(&self.actor, verb, object, self.now)
            .map(drop)
            .map_err(Error::Refused)
    }

    fn may_on_node(&self, verb: Verb) -> Result<()> {
        let state = self.office.state().clone();
        self.may(verb, &Object::node(&state))
    }
}
