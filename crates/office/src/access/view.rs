//! What a reader sees of applications and enquiries; and, beside an enquiry, what of the applicant this very officer may read here.

use std::collections::BTreeSet;

use jiff::Timestamp;
use model::access::{Application, Enquiry, EnquiryStage};
use model::{Actor, ApplicationId, Object, Purpose, RecordId, Refusal, StateCode, Verb, limits};
use store::Record;
use store::reader::Wanted;

use super::enquiries::{ENQUIRY, enquiry_row};
use super::{APPLICATION, application_row};
use crate::cards::CardView;
use crate::error::Result;
use crate::office::Office;
use crate::reader::{Page, Reader};
use crate::records::{RecordView, RecordsWanted, row_of};
use crate::search::Query;

/// An application as a reader sees it.
#[derive(Debug, Clone)]
pub struct ApplicationLine {
    /// The application.
    pub application: Application,
    /// To read aloud.
    pub number: String,
    /// When it was entered.
    pub created: Timestamp,
}

/// An enquiry as a reader sees it.
#[derive(Debug, Clone)]
pub struct EnquiryLine {
    /// The enquiry.
    pub enquiry: Enquiry,
    /// To read aloud.
    pub number: String,
}

/// What of an applicant one officer may read here: what is hidden from the officer is not in it, and nothing says so.
#[derive(Debug, Clone, Default)]
pub struct HeldHere {
    /// Records that say one of the names.
    pub records: Vec<RecordView>,
    /// Cards of other States that do.
    pub cards: Vec<CardView>,
}

fn application(row: &Record) -> Result<ApplicationLine> {
    Ok(ApplicationLine {
        application: row_of(row)?,
        number: row.head.number.clone().unwrap_or_default(),
        created: row.head.created,
    })
}

fn enquiry(row: &Record) -> Result<EnquiryLine> {
    Ok(EnquiryLine {
        enquiry: row_of(row)?,
        number: row.head.number.clone().unwrap_or_default(),
    })
}

/// What of the applicant of an enquiry this officer may read, by the names that were given.
pub(super) async fn held(
    office: &Office,
    actor: &Actor,
    (from, id): (&StateCode, ApplicationId),
) -> Result<HeldHere> {
    let reader = office.read(actor, Purpose::Administration).await?;
    let names = reader
        .enquiry(from, id)
        .await?
        .enquiry
        .question
        .person
        .names;
    let records = office.read(actor, Purpose::Intelligence).await?;
    let cards = office.read(actor, Purpose::Screening).await?;
    let mut found = HeldHere::default();
    let mut seen: BTreeSet<RecordId> = BTreeSet::new();
    for name in names {
        // A name without a letter finds nothing, and not everything.
        if Query::read(&name, |_| Vec::new()).is_empty() {
            continue;
        }
        for card in cards.cards(&name, 0).await?.rows {
            if !found.cards.iter().any(|one| one.card.id == card.card.id) {
                found.cards.push(card);
            }
        }
        let wanted = RecordsWanted {
            text: name,
            ..RecordsWanted::default()
        };
        for line in records.subjects(&wanted).await?.rows {
            if seen.insert(line.id) {
                found.records.push(records.applied_for(line.id).await?);
            }
        }
    }
    Ok(found)
}

impl Reader {
    fn may_read_applications(&self) -> Result<()> {
        let state = self.office().state().clone();
        self.may(Verb::AccessRead, &Object::node(&state))
    }

    /// What is asked here, with why it is answered as it is, is for those who decide about it.
    fn may_read_enquiries(&self) -> Result<()> {
        let state = self.office().state().clone();
        let decides = self.may(Verb::AccessDecide, &Object::node(&state));
        decides.or_else(|_| self.may(Verb::AccessApprove, &Object::node(&state)))
    }

    /// A page of the applications, newest first.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn applications(&self, page: u32) -> Result<Page<ApplicationLine>> {
        self.may_read_applications()?;
        let size = limits::PAGE_ROWS_DEFAULT as u32;
        let wanted = Wanted {
            kind: APPLICATION,
            stages: model::access::ApplicationStage::ALL
                .iter()
                .map(|stage| stage.code().to_owned())
                .collect(),
            newest_first: true,
            limit: size,
            offset: page.saturating_mul(size),
            ..Wanted::default()
        };
        let (rows, total) = self.records(&wanted).await?;
        Ok(Page {
            rows: rows.iter().map(application).collect::<Result<_>>()?,
            page,
            total,
            size,
            unread: Vec::new(),
        })
    }

    /// One application.
    ///
    /// # Errors
    /// `NOT-ALLOWED`, `NOT-FOUND`.
    pub async fn application(&self, id: ApplicationId) -> Result<ApplicationLine> {
        self.may_read_applications()?;
        let row = self.record(&application_row(id)).await?;
        let row = row.filter(|row| !row.body.is_empty());
        application(&row.ok_or_else(|| Refusal::new("NOT-FOUND"))?)
    }

    /// What is asked here and not answered yet, the nearest day first, and how many in all.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn enquiries(&self) -> Result<(Vec<EnquiryLine>, u64)> {
        self.may_read_enquiries()?;
        let open = EnquiryStage::ALL.iter();
        let open = open.filter(|stage| **stage != EnquiryStage::Answered);
        let wanted = Wanted {
            kind: ENQUIRY,
            stages: open.map(|stage| stage.code().to_owned()).collect(),
            limit: limits::PAGE_ROWS_DEFAULT as u32,
            ..Wanted::default()
        };
        let (rows, total) = self.records(&wanted).await?;
        Ok((rows.iter().map(enquiry).collect::<Result<_>>()?, total))
    }

    /// One enquiry.
    ///
    /// # Errors
    /// `NOT-ALLOWED`, `NOT-FOUND`.
    pub async fn enquiry(&self, from: &StateCode, id: ApplicationId) -> Result<EnquiryLine> {
        self.may_read_enquiries()?;
        let row = self.record(&enquiry_row(from, id)).await?;
        let row = row.filter(|row| !row.body.is_empty());
        enquiry(&row.ok_or_else(|| Refusal::new("NOT-FOUND"))?)
    }

    /// What of the applicant of an enquiry this reader may read here, among records and cards, by the names that were given.
    ///
    /// # Errors
    /// `NOT-ALLOWED`, `NOT-FOUND`.
    pub async fn held_here(&self, from: &StateCode, id: ApplicationId) -> Result<HeldHere> {
        held(self.office(), self.actor(), (from, id)).await
    }
}
