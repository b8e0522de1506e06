//! Complaints: written down in a case, answered by a second person, seen by the auditor. No message is made of one.

use futures_util::future::BoxFuture;
use model::request::{Complain, Complaint, Respond};
use model::{ActId, Actor, Object, Refusal, Role, Verb, limits};
use serde::{Deserialize, Serialize};
use store::reader::Wanted;
use store::{Kept, Record, RecordHead, Tx};

use super::{body, head, read};
use crate::error::Result;
use crate::office::{Office, Said};
use crate::reader::{Page, Reader};
use crate::requests::{On, Turn, load, record_id};

/// A complaint that was filed: its number in the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filed {
    /// The act that filed it, which is also its name.
    pub complaint: ActId,
}

/// A line of the register of complaints.
#[derive(Debug, Clone)]
pub struct ComplaintLine {
    /// Its name.
    pub id: ActId,
    /// Number of the request it is about.
    pub number: String,
    /// The complaint.
    pub complaint: Complaint,
}

fn complaint_id(id: ActId) -> String {
    format!("complaint:{id}")
}

fn record(mut head: RecordHead, complaint: &Complaint) -> Result<Record> {
    head.version = complaint.version;
    head.stage = if complaint.is_open() {
        "open"
    } else {
        "answered"
    }
    .to_owned();
    Ok(Record {
        head,
        body: body(complaint)?,
    })
}

/// Write a complaint down. `version` is not looked at: a complaint changes nothing of the case.
///
/// # Errors
/// What `model::request::Complaint` refuses, `TOO-MANY`, `NOT-ALLOWED`, `NOT-FOUND`.
pub async fn complain(office: &Office, actor: &Actor, on: On<Complain>) -> Result<Filed> {
    let turn = Turn::new(office, actor, Verb::ComplaintMake, on.act);
    turn.admit()?;
    let claim = Office::claim(on.act, (actor, turn.verb), Some(record_id(on.request)));
    office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<Filed>>> {
                Box::pin(async move {
                    let request = load(tx, on.request).await?;
                    let (by, role) = turn.permit(&request)?;
                    let parent = record_id(request.id);
                    if tx.children(&parent, "complaint").await?.len() >= limits::COMPLAINTS_MAX {
                        return Err(Refusal::new("TOO-MANY")
                            .at("/complaints")
                            .with("max", limits::COMPLAINTS_MAX)
                            .into());
                    }
                    let complaint = Complaint::make(request.id, on.what, (&by, turn.now))?;
                    let id = complaint_id(turn.act);
                    let head = RecordHead {
                        number: Some(request.number.clone()),
                        ..head(&turn.office, &request, (id.clone(), "complaint"), turn.now)
                    };
                    tx.put_record(&record(head, &complaint)?).await?;
                    keep(
                        tx,
                        &turn,
                        (role, id),
                        Filed {
                            complaint: turn.act,
                        },
                    )
                    .await
                })
            },
        )
        .await
}

/// Answer a complaint.
///
/// # Errors
/// What `model::request::Complaint` refuses, `NOT-ALLOWED`, `NOT-FOUND`.
pub async fn respond(
    office: &Office,
    actor: &Actor,
    (act, complaint): (ActId, ActId),
    what: Respond,
) -> Result<i64> {
    let turn = Turn::new(office, actor, Verb::ComplaintAnswer, act);
    turn.admit()?;
    let id = complaint_id(complaint);
    let claim = Office::claim(act, (actor, turn.verb), Some(id.clone()));
    office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<i64>>> {
                Box::pin(async move {
                    let stored = tx
                        .record(&id)
                        .await?
                        .ok_or_else(|| Refusal::new("NOT-FOUND"))?;
                    let before: Complaint = read(&stored)?;
                    let request = load(tx, before.request).await?;
                    let (by, role) = turn.permit(&request)?;
                    let next = before.respond(&what, (&by, turn.now))?;
                    let head = RecordHead {
                        updated: turn.now,
                        ..stored.head
                    };
                    tx.put_record(&record(head, &next)?).await?;
                    let version = next.version;
                    keep(tx, &turn, (role, id), version).await
                })
            },
        )
        .await
}

async fn keep<T: Serialize>(
    tx: &mut Tx,
    turn: &Turn,
    (role, id): (Option<Role>, String),
    answer: T,
) -> Result<Kept<T>> {
    let said = Said {
        role,
        ..Said::of(id)
    };
    let entry = turn
        .office
        .entry(turn.act, (&turn.actor, turn.verb), turn.now, said);
    Ok(tx.keep(entry, answer).await?)
}

impl Reader {
    /// A page of the register of complaints, newest first: the auditor sees those of every authority, a desk its own.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn complaints(&self, page: u32) -> Result<Page<ComplaintLine>> {
        let office = self.office().clone();
        let state = office.state().clone();
        self.may(Verb::ComplaintRead, &Object::node(&state))?;
        let size = limits::PAGE_ROWS_DEFAULT as u32;
        let wanted = Wanted {
            kind: "complaint",
            limit: size,
            offset: page.saturating_mul(size),
            newest_first: true,
            ..Wanted::default()
        };
        let auditor = self.actor().has(Role::Auditor);
        let (rows, total) = if auditor {
            self.of_every_house(&wanted).await?
        } else {
            self.records(&wanted).await?
        };
        Ok(Page {
            rows: rows.iter().map(line).collect::<Result<_>>()?,
            page,
            total,
            size,
            unread: Vec::new(),
        })
    }
}

fn line(record: &Record) -> Result<ComplaintLine> {
    let name = record
        .head
        .id
        .strip_prefix("complaint:")
        .unwrap_or_default();
    let id = name.parse().map_err(|_| Refusal::new("NOT-FOUND"))?;
    Ok(ComplaintLine {
        id,
        number: record.head.number.clone().unwrap_or_default(),
        complaint: read(record)?,
    })
}
