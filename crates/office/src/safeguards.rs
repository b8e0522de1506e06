//! The record of safeguards of a case, and the complaints: kept beside the request under a key of their own, read by few,
//! sent to nobody. The locks themselves are `model::request::locked`, which every act on a request meets in `requests::turn`.
//!
//! Each note is one act with one entry of the ledger, alike for every question and answer: neither number, size, time nor
//! name of an entry tells what was answered.

mod complaints;

use futures_util::future::BoxFuture;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use model::label::Label;
use model::request::{
    EvidenceItem, Guard, Law, Promise, Request, SafeguardAct, Safeguards, Use, UseEvidence,
};
use model::rules::content::Node;
use model::{Actor, EvidenceId, Object, Refusal, RequestId, Verb};
use serde::{Deserialize, Serialize};
use store::{Kept, Record, RecordHead, Tx};

use crate::error::{Error, Result};
use crate::office::{Office, Said};
use crate::reader::Reader;
use crate::requests::{On, Turn, load, record_id};

pub use complaints::{ComplaintLine, Filed, complain, respond};

/// A record's id for the safeguards of a request.
fn safeguards_id(id: RequestId) -> String {
    format!("safeguards:{id}")
}

/// A record's id for bytes that came from another State.
fn received_id(sha256: &model::Digest) -> String {
    format!("received:{sha256}")
}

/// From where bytes came, once for each case: looked up before the same bytes go anywhere else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Received {
    request: RequestId,
    evidence: EvidenceId,
}

/// The record of a request, empty before the first note.
async fn record_of(tx: &mut Tx, id: RequestId) -> Result<Safeguards> {
    match tx.record(&safeguards_id(id)).await? {
        Some(record) => read(&record),
        None => Ok(Safeguards::default()),
    }
}

fn read<T: serde::de::DeserializeOwned>(record: &Record) -> Result<T> {
    serde_json::from_slice(&record.body).map_err(|source| {
        store::Error::Unreadable {
            place: record.head.id.clone(),
            source: Box::new(source),
        }
        .into()
    })
}

fn body<T: Serialize>(value: &T) -> Result<Vec<u8>> {
    serde_json::to_vec(value).map_err(|e| Error::input("SAFEGUARDS", "", e.to_string()))
}

/// The law of both States for a request, as far as this node knows it.
async fn law(office: &Office, request: &Request) -> Result<Law> {
    let from = crate::directory::entry(office, &request.from).await?;
    let from = from.map(|known| known.profile);
    let ours = office.profile();
    let day = office.now().to_zoned(TimeZone::UTC).date();
    let instruments = crate::treaties::catalogue(office).await?;
    Ok(Law::of(request, (from.as_ref(), ours), &instruments, day))
}

/// The request with its record and the law, as every act on it needs it.
pub(crate) async fn guarded(office: &Office, tx: &mut Tx, request: Request) -> Result<Request> {
    let record = record_of(tx, request.id).await?;
    with(office, request, record).await
}

async fn with(office: &Office, mut request: Request, record: Safeguards) -> Result<Request> {
    let law = match request.side {
        model::Side::Incoming => law(office, &request).await?,
        // Whoever asks decides none of it.
        model::Side::Outgoing => Law::default(),
    };
    *request.guard = Guard { record, law };
    Ok(request)
}

/// The head of a record that belongs to a request; its label is this State's own, whatever the request's says.
fn head(
    office: &Office,
    request: &Request,
    (id, kind): (String, &str),
    now: Timestamp,
) -> RecordHead {
    let label = Label::own(office.state(), request.label.class);
    RecordHead {
        review_by: Some(now + SignedDuration::from_hours(24 * 365)),
        parent: Some(record_id(request.id)),
        authority: Some(request.home_authority().to_string()),
        ..RecordHead::first((id, kind), office.state().as_str(), &label, now)
    }
}

/// Write into the record of safeguards. `version` is the record's own, 0 before the first note.
///
/// # Errors
/// What `model::request::Safeguards` refuses, `NOT-ALLOWED`, `NOT-FOUND`, `STALE`.
pub async fn note(office: &Office, actor: &Actor, on: On<SafeguardAct>) -> Result<i64> {
    let turn = Turn::new(office, actor, Verb::SafeguardNote, on.act);
    turn.admit()?;
    let claim = Office::claim(on.act, (actor, turn.verb), Some(record_id(on.request)));
    office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<i64>>> {
                Box::pin(async move {
                    let request = load(tx, on.request).await?;
                    let (by, role) = turn.permit(&request)?;
                    let request = guarded(&turn.office, tx, request).await?;
                    if on.version != request.guard.record.version {
                        return Err(Refusal::new("STALE")
                            .with("version", request.guard.record.version)
                            .into());
                    }
                    let who = (&by, turn.now);
                    let next = match &on.what {
                        SafeguardAct::Use(_) | SafeguardAct::Consent(_) => {
                            request.note_use(&on.what, who)?
                        }
                        act => request.guard.record.note(act, &request.guard.law, who)?,
                    };
                    let version = next.version;
                    let id = safeguards_id(request.id);
                    let stored = tx.record(&id).await?;
                    let fresh = head(&turn.office, &request, (id, "safeguards"), turn.now);
                    let head = RecordHead {
                        version: stored.as_ref().map_or(1, |record| record.head.version + 1),
                        created: stored.map_or(turn.now, |record| record.head.created),
                        ..fresh
                    };
                    tx.put_record(&Record {
                        head,
                        body: body(&next)?,
                    })
                    .await?;
                    // Which question it was is nobody's business who reads the ledger.
                    let said = Said {
                        role,
                        ..Said::of(record_id(request.id))
                    };
                    let entry =
                        turn.office
                            .entry(turn.act, (&turn.actor, turn.verb), turn.now, said);
                    Ok(tx.keep(entry, version).await?)
                })
            },
        )
        .await
}

/// Remember where bytes came from.
pub(crate) async fn received(
    tx: &mut Tx,
    request: RequestId,
    item: &EvidenceItem,
    (label, now): (&Label, Timestamp),
) -> Result<()> {
    let id = received_id(&item.sha256);
    let origin = Received {
        request,
        evidence: item.id,
    };
    let stored = tx.record(&id).await?;
    let mut origins: Vec<Received> = stored.as_ref().map_or(Ok(Vec::new()), read)?;
    if origins.contains(&origin) {
        return Ok(());
    }
    origins.push(origin);
    let head = match stored {
        // The same bytes from somebody else as well.
        Some(record) => RecordHead {
            version: record.head.version + 1,
            updated: now,
            ..record.head
        },
        None => RecordHead {
            review_by: Some(now + SignedDuration::from_hours(24 * 365)),
            parent: Some(record_id(request)),
            ..RecordHead::first((id, "received"), &label.originator, label, now)
        },
    };
    Ok(tx
        .put_record(&Record {
            head,
            body: body(&origins)?,
        })
        .await?)
}

/// The request with its record, if the bytes may go to the State that asks: what came from others goes there only with
/// the leave of each (DP-06).
pub(crate) async fn ours_to_give(
    office: &Office,
    tx: &mut Tx,
    (request, item): (Request, &EvidenceItem),
    now: Timestamp,
) -> Result<Request> {
    let stored = tx.record(&received_id(&item.sha256)).await?;
    let origins: Vec<Received> = stored.as_ref().map_or(Ok(Vec::new()), read)?;
    // Each who gave them has to allow it.
    for origin in origins {
        let held = load(tx, origin.request).await?;
        if held.to != request.from {
            let act = UseEvidence {
                evidence: origin.evidence,
                usage: Use::Onward,
                purpose: request.number.clone(),
                to: Some(request.from.clone()),
            };
            guarded(office, tx, held).await?.may_use(&act, now)?;
        }
    }
    guarded(office, tx, request).await
}

/// What an officer reads of the safeguards of a case.
#[derive(Debug, Clone)]
pub struct View {
    /// The request, with its record and the law.
    pub request: Request,
    /// Assurances that the request offers and that nobody has entered in the register yet.
    pub offered: Vec<Promise>,
}

impl Reader {
    /// The request with its record of safeguards.
    ///
    /// # Errors
    /// `NOT-FOUND`, `NOT-ALLOWED`.
    pub async fn safeguards(&self, id: RequestId) -> Result<View> {
        let request = self.request_or_not_found(id).await?;
        let office = self.office();
        let single = office.single_officer(request.home_authority());
        self.may(Verb::SafeguardRead, &Object::request(&request, single))?;
        let request = self.guarded(request).await?;
        let content = request.content_now();
        let entered = &request.guard.record.assurances;
        let offered = Promise::offered(Node::root(&content))
            .into_iter()
            .filter(|promise| !entered.iter().any(|held| held.promise == *promise))
            .collect();
        Ok(View { request, offered })
    }

    /// The request with its record, where this reader may know of it; without it otherwise.
    ///
    /// # Errors
    /// If the record cannot be read.
    pub async fn guarded(&self, request: Request) -> Result<Request> {
        let office = self.office();
        let single = office.single_officer(request.home_authority());
        let object = Object::request(&request, single);
        if self.may(Verb::SafeguardRead, &object).is_err() {
            return Ok(request);
        }
        let record = match self.record(&safeguards_id(request.id)).await? {
            Some(record) => read(&record)?,
            None => Safeguards::default(),
        };
        with(office, request, record).await
    }
}
