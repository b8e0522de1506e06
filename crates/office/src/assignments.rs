//! Measures in the hands of domestic authorities: an assignment is given, reminded of, and ended by an officer; opened and reported on by
//! whoever holds its link, without an account. Each use of a link is an act with an entry of its own.
//!
//! A link is the assignment's id and a mark that only this node's key can make, of the id and the number of the link. Nothing of it is
//! stored, so nothing can be stolen from the database; a link that is used up, past its day or replaced opens nothing, and looks
//! like one that never was.

use futures_util::future::BoxFuture;
use jiff::{SignedDuration, Timestamp};
use model::policy::role_for;
use model::request::{Assign, Assignment, AssignmentReport, AssignmentStage, Request};
use model::{
    ActId, Actor, AssignmentId, Object, Refusal, RequestId, Role, StateCode, Verb, limits,
};
use serde_json::{Value, json};
use store::reader::Wanted;
use store::{Kept, Record, RecordHead, Tx};

use crate::error::{Error, Result};
use crate::office::{Office, Said};
use crate::reader::Reader;
use crate::requests::{Turn, load, rank, record_id};

/// The kind of an assignment's record.
const KIND: &str = "task";
/// What the mark of a link is kept apart by.
const LINK: &str = "comity/task/link";
/// Hexadecimal digits of an id, and of the mark after it (128 bits each).
const HALF: usize = 32;

/// An act on an assignment: which act, which assignment, and the version that was seen.
#[derive(Debug, Clone, Copy)]
pub struct OnAssignment {
    /// The act.
    pub act: ActId,
    /// The assignment.
    pub assignment: AssignmentId,
    /// The version the officer saw.
    pub version: i64,
}

/// What the holder of a link sees: the one measure and its order, and nothing else of the request.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The assignment.
    pub assignment: Assignment,
    /// Number of the request.
    pub number: String,
    /// The State that asks.
    pub from: StateCode,
    /// Template of the request, and its version.
    pub template: (String, u32),
    /// The measure alone, as the content of a request that has no other: `/measures/0`.
    pub content: Value,
}

fn assignment_record_id(id: AssignmentId) -> String {
    format!("task:{id}")
}

fn assignment_of(record: &Record) -> Result<Assignment> {
    serde_json::from_slice(&record.body).map_err(|source| {
        store::Error::Unreadable {
            place: record.head.id.clone(),
            source: Box::new(source),
        }
        .into()
    })
}

async fn put(
    office: &Office,
    tx: &mut Tx,
    request: &Request,
    assignment: &Assignment,
) -> Result<()> {
    let calendar = office.calendar();
    let head = RecordHead {
        id: assignment_record_id(assignment.id),
        version: assignment.version,
        kind: KIND.to_owned(),
        owner: office.state().to_string(),
        label: request.label.clone(),
        review_by: None,
        parent: Some(record_id(request.id)),
        stage: assignment.stage.code().to_owned(),
        side: Some(request.side.code().to_owned()),
        authority: Some(request.home_authority().to_string()),
        counterpart: Some(request.partner().to_string()),
        number: Some(request.number.clone()),
        urgency: rank(request.urgency_here()),
        due: assignment.look_on().map(|day| calendar.end_of(day)),
        officer: Some(assignment.officer.to_string()),
        created: assignment.created,
        updated: assignment.updated,
    };
    let body = serde_json::to_vec(assignment)
        .map_err(|e| Error::input("ASSIGNMENT", "", e.to_string()))?;
    Ok(tx.put_record(&Record { head, body }).await?)
}

async fn find(tx: &mut Tx, id: AssignmentId) -> Result<(Assignment, Request)> {
    let record = tx.record(&assignment_record_id(id)).await?;
    let assignment = assignment_of(&record.ok_or_else(|| Refusal::new("NOT-FOUND"))?)?;
    let request = load(tx, assignment.request).await?;
    Ok((assignment, request))
}

/// Until when the link of an assignment is good.
fn link_until(office: &Office, given: &Assign) -> Timestamp {
    let end = office.calendar().end_of(given.due);
    let grace = SignedDuration::from_hours(24 * limits::ASSIGNMENT_LINK_DAYS);
    end.checked_add(grace).unwrap_or(end)
}

/// The entry of what was done to an assignment.
async fn keep<T: serde::Serialize>(
    turn: &Turn,
    tx: &mut Tx,
    (assignment, role): (&Assignment, Option<Role>),
    answer: T,
) -> Result<Kept<T>> {
    let said = Said {
        role,
        ..Said::of(assignment_record_id(assignment.id))
    }
    .with("request", assignment.request)
    .with("measure", assignment.given.measure)
    .with("stage", assignment.stage.code());
    let entry = turn
        .office
        .entry(turn.act, (&turn.actor, turn.verb), turn.now, said);
    Ok(tx.keep(entry, answer).await?)
}

/// Give a measure of an incoming request to a domestic authority.
///
/// # Errors
/// What `model::request::Assignment::give` refuses, `NOT-ALLOWED`, `NOT-FOUND`, `TOO-MANY`.
pub async fn give(
    office: &Office,
    actor: &Actor,
    (act, request, what): (ActId, RequestId, Assign),
) -> Result<AssignmentId> {
    let turn = Turn::new(office, actor, Verb::AssignmentGive, act);
    turn.admit()?;
    let officer = actor.officer().ok_or_else(|| Refusal::new("NOT-ALLOWED"))?;
    let id = AssignmentId::new(turn.now, office.throw10());
    let claim = Office::claim(act, (actor, Verb::AssignmentGive), None);
    office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<AssignmentId>>> {
                Box::pin(async move {
                    let request = load(tx, request).await?;
                    let (_, role) = turn.permit(&request)?;
                    let others = tx.children(&record_id(request.id), KIND).await?;
                    if others.len() >= limits::ASSIGNMENTS_MAX {
                        return Err(Refusal::new("TOO-MANY")
                            .with("max", limits::ASSIGNMENTS_MAX)
                            .into());
                    }
                    let until = link_until(&turn.office, &what);
                    let assignment =
                        Assignment::give(&request, &what, (id, officer), (turn.now, until))?;
                    put(&turn.office, tx, &request, &assignment).await?;
                    keep(&turn, tx, (&assignment, role), id).await
                })
            },
        )
        .await
}

/// Do an officer's act on an assignment.
async fn by_officer(
    office: &Office,
    actor: &Actor,
    (verb, on): (Verb, OnAssignment),
    work: fn(&Assignment, &Turn) -> std::result::Result<Assignment, Refusal>,
) -> Result<i64> {
    let turn = Turn::new(office, actor, verb, on.act);
    turn.admit()?;
    let claim = Office::claim(
        on.act,
        (actor, verb),
        Some(assignment_record_id(on.assignment)),
    );
    office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<i64>>> {
                Box::pin(async move {
                    let (assignment, request) = find(tx, on.assignment).await?;
                    let (_, role) = turn.permit(&request)?;
                    if assignment.version != on.version {
                        return Err(Refusal::new("STALE")
                            .with("version", assignment.version)
                            .into());
                    }
                    let next = work(&assignment, &turn)?;
                    put(&turn.office, tx, &request, &next).await?;
                    keep(&turn, tx, (&next, role), next.version).await
                })
            },
        )
        .await
}

/// Remind the domestic authority: a new link takes the place of the one before.
///
/// # Errors
/// `STAGE`, `STALE`, `NOT-ALLOWED`, `NOT-FOUND`, `TOO-MANY`.
pub async fn remind(office: &Office, actor: &Actor, on: OnAssignment) -> Result<i64> {
    by_officer(
        office,
        actor,
        (Verb::AssignmentRemind, on),
        |assignment, turn| {
            let today = link_until(&turn.office, &assignment.given);
            let least = turn.now + SignedDuration::from_hours(24 * limits::ASSIGNMENT_LINK_DAYS);
            assignment.remind(today.max(least), turn.now)
        },
    )
    .await
}

/// Take the report over, or the assignment back.
///
/// # Errors
/// `STAGE`, `STALE`, `NOT-ALLOWED`, `NOT-FOUND`.
pub async fn end(office: &Office, actor: &Actor, on: OnAssignment) -> Result<i64> {
    by_officer(
        office,
        actor,
        (Verb::AssignmentEnd, on),
        |assignment, turn| assignment.end(turn.now),
    )
    .await
}

/// The token in the link of an assignment, as it is good now; `None` where no link opens it.
///
/// # Errors
/// If the mark cannot be made.
pub fn link(office: &Office, assignment: &Assignment) -> Result<Option<String>> {
    if !assignment.open_to(assignment.link, office.now()) {
        return Ok(None);
    }
    Ok(Some(token(office, assignment.id, assignment.link)?))
}

fn token(office: &Office, id: AssignmentId, link: u32) -> Result<String> {
    let mark = office
        .store()
        .mark(LINK, format!("{id}/{link}").as_bytes())?
        .to_string();
    let mark = mark.get(..HALF).unwrap_or_default();
    Ok(format!("{}{mark}", id.uuid().simple()))
}

/// The id in a token, where it has the form of one.
fn id_in(token: &str) -> Option<AssignmentId> {
    let hex = token.len() == 2 * HALF && token.bytes().all(|b| b.is_ascii_hexdigit());
    let id = token.get(..HALF).filter(|_| hex)?;
    let dashed = [
        id.get(..8)?,
        id.get(8..12)?,
        id.get(12..16)?,
        id.get(16..20)?,
        id.get(20..)?,
    ];
    dashed.join("-").parse().ok()
}

/// Whether two tokens are equal, in the same time wherever they differ.
fn same(a: &str, b: &str) -> bool {
    let differ = a
        .bytes()
        .zip(b.bytes())
        .fold(0, |all, (a, b)| all | (a ^ b));
    a.len() == b.len() && differ == 0
}

/// Do an act by a link. What the link does not open is not there.
async fn by_link(
    office: &Office,
    (act, given, verb): (ActId, &str, Verb),
    work: impl FnOnce(&Assignment, Timestamp) -> std::result::Result<Assignment, Refusal>
    + Send
    + 'static,
) -> Result<AssignmentId> {
    let id = id_in(given).ok_or_else(|| Refusal::new("NOT-FOUND"))?;
    let actor = Actor::worker(office.state(), "link");
    let turn = Turn::new(office, &actor, verb, act);
    let claim = Office::claim(act, (&actor, verb), Some(assignment_record_id(id)));
    let given = given.to_ascii_lowercase();
    office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<AssignmentId>>> {
                Box::pin(async move {
                    let (assignment, request) = find(tx, id).await?;
                    let good = same(&token(&turn.office, id, assignment.link)?, &given);
                    let measure = request
                        .measures
                        .iter()
                        .find(|m| m.index == assignment.given.measure);
                    let ended =
                        request.stage.is_over() || !assignment.open_to(assignment.link, turn.now);
                    if !good || ended || measure.is_none() {
                        return Err(Refusal::new("NOT-FOUND").into());
                    }
                    let object = Object::request(&request, false);
                    let role = role_for(&turn.actor, turn.verb, &object, turn.now)?;
                    let next = work(&assignment, turn.now)?;
                    put(&turn.office, tx, &request, &next).await?;
                    keep(&turn, tx, (&next, role), id).await
                })
            },
        )
        .await
}

/// Open an assignment by its link.
///
/// # Errors
/// `NOT-FOUND` for every link that opens nothing; `TOO-MANY`.
pub async fn open(office: &Office, act: ActId, given: &str) -> Result<Sheet> {
    let id = by_link(
        office,
        (act, given, Verb::AssignmentOpen),
        |assignment, now| assignment.open(now),
    )
    .await?;
    let system = Actor::worker(office.state(), "link");
    let reader = office.read(&system, model::Purpose::Mla).await?;
    let assignment = reader.assignment(id).await?;
    // An act done twice answers as it did the first time: whether the link is good is asked of it as it is now.
    let good = same(
        &token(office, id, assignment.link)?,
        &given.to_ascii_lowercase(),
    );
    if !good || !assignment.open_to(assignment.link, office.now()) {
        return Err(Refusal::new("NOT-FOUND").into());
    }
    let request = reader.request_or_not_found(assignment.request).await?;
    let now = request.content_now();
    let measure = now
        .get("measures")
        .and_then(|all| all.get(assignment.given.measure))
        .cloned()
        .unwrap_or_default();
    Ok(Sheet {
        number: request.number,
        from: request.from,
        template: (request.template, request.template_version),
        content: json!({ "measures": [measure] }),
        assignment,
    })
}

/// Report on an assignment by its link, which opens nothing afterwards.
///
/// # Errors
/// As `open`; `MISSING`, `TOO-LONG`.
pub async fn report(
    office: &Office,
    act: ActId,
    given: &str,
    what: AssignmentReport,
) -> Result<()> {
    let work = move |assignment: &Assignment, now| assignment.reported(&what, now);
    by_link(office, (act, given, Verb::AssignmentReport), work)
        .await
        .map(drop)
}

impl Reader {
    /// One assignment, if the reader may see it.
    ///
    /// # Errors
    /// `NOT-FOUND`.
    pub async fn assignment(&self, id: AssignmentId) -> Result<Assignment> {
        let record = self.one(&assignment_record_id(id)).await?;
        assignment_of(&record.ok_or_else(|| Refusal::new("NOT-FOUND"))?)
    }

    /// The assignments of a request, newest first.
    ///
    /// # Errors
    /// `NOT-FOUND` where the request may not be read.
    pub async fn assignments(&self, request: RequestId) -> Result<Vec<Assignment>> {
        self.request_or_not_found(request).await?;
        let records = self.children(KIND, &record_id(request)).await?;
        records.iter().map(assignment_of).collect()
    }

    /// Assignments somebody must look at by then: to be reminded, due, or reported on and not taken over.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn assignments_to_look_at(
        &self,
        by: Timestamp,
        limit: u32,
    ) -> Result<Vec<(String, Assignment)>> {
        let waiting = Wanted {
            kind: KIND,
            stages: vec![
                AssignmentStage::Given.code().to_owned(),
                AssignmentStage::Opened.code().to_owned(),
            ],
            due_before: Some(by),
            limit,
            ..Wanted::default()
        };
        let reported = Wanted {
            stages: vec![AssignmentStage::Reported.code().to_owned()],
            due_before: None,
            ..waiting.clone()
        };
        let mut found = Vec::new();
        for wanted in [reported, waiting] {
            for record in self.of_kind(&wanted).await? {
                let number = record.head.number.clone().unwrap_or_default();
                found.push((number, assignment_of(&record)?));
            }
        }
        Ok(found)
    }
}
