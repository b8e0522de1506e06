//! The second person, the judge, and sending.

use jiff::Timestamp;
use model::actor::By;
use model::request::{self, Outcome, Request};
use model::{Actor, Refusal, Verb};
use serde::{Deserialize, Serialize};

use super::check::desk_for;
use super::draft::summary;
use super::turn::{refused, turn};
use super::{On, Plain, content_digest};
use crate::error::Result;
use crate::office::Office;

/// Approve as the second person: what is signed is the digest of the content as it stands.
///
/// # Errors
/// `FOUR-EYES` for the author, the last editor and the submitter; `VALIDATION`; `STAGE`; `STALE`; `NOT-ALLOWED`.
pub async fn approve(office: &Office, actor: &Actor, on: On<Note>) -> Result<i64> {
    sign(office, actor, Verb::RequestApprove, on, Request::approve).await
}

/// Validate as a judge, where domestic law wants it.
///
/// # Errors
/// As [`approve`].
pub async fn validate(office: &Office, actor: &Actor, on: On<Note>) -> Result<i64> {
    sign(office, actor, Verb::RequestValidate, on, Request::validate).await
}

/// Answer what the other side asked. What a judge has to validate is asked for in a request, not slipped in afterwards.
///
/// # Errors
/// What `model::request` refuses, `VALIDATION`, `NOT-ALLOWED`, `NOT-FOUND`, `STALE`.
pub async fn answer(office: &Office, actor: &Actor, on: On<request::Answer>) -> Result<i64> {
    let what = on.what;
    turn(
        office,
        actor,
        (Verb::RequestAnswer, on.act, on.request, Some(on.version)),
        move |request, by, turn| {
            let judged = &turn.office.profile().measures_validated;
            let added = request.measures_added(&what);
            if added.iter().any(|kind| judged.contains(kind)) {
                return Err(Refusal::new("VALIDATION").at("/changes").into());
            }
            refused(request.answer(&what, by, turn.now))
        },
    )
    .await
}

/// Put a name under the digest of the content as it stands.
async fn sign(
    office: &Office,
    actor: &Actor,
    verb: Verb,
    on: On<Note>,
    as_what: fn(&Request, &request::Approve, &By, Timestamp) -> Outcome,
) -> Result<i64> {
    turn(
        office,
        actor,
        (verb, on.act, on.request, Some(on.version)),
        move |request, by, turn| {
            let signed = request::Approve {
                content_sha256: content_digest(&request.content)?,
                note: on.what.note,
            };
            refused(as_what(request, &signed, by, turn.now))
        },
    )
    .await
}

/// A note in words, or none.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Note {
    /// In words.
    pub note: Option<String>,
}

/// Send it: from here on the content is frozen; the outbox carries it.
///
/// # Errors
/// `NOT-APPROVED`, `CONTENT-CHANGED`, `BLOCKED`, `REASON-MISSING`, `LABEL-RECIPIENT`, `STAGE`, `STALE`, `NOT-ALLOWED`.
pub async fn send(office: &Office, actor: &Actor, on: On<Plain>) -> Result<i64> {
    let desk = desk_for(office, on.request).await?;
    let parent = super::about::parent_of(office, actor, on.request).await?;
    turn(
        office,
        actor,
        (Verb::RequestSend, on.act, on.request, Some(on.version)),
        move |request, by, turn| {
            let content_sha256 = content_digest(&request.content)?;
            let findings = summary(&desk.check(request, turn.now)?);
            let single_officer = turn.office.single_officer(request.home_authority());
            let tied = parent.map(|parent| request.tied_to(&parent));
            let request = tied.as_ref().unwrap_or(request);
            refused(request.send(
                &request::Send {
                    content_sha256,
                    findings,
                    single_officer,
                },
                by,
                turn.now,
            ))
        },
    )
    .await
}
