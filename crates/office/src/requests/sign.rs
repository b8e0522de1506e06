//! The second person, the judge, and sending.

use model::request;
use model::{Actor, Verb};
use serde::{Deserialize, Serialize};

use super::check::Desk;
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
    turn(
        office,
        actor,
        (Verb::RequestApprove, on.act, on.request, Some(on.version)),
        move |request, by, turn| {
            let content_sha256 = content_digest(&request.content)?;
            refused(request.approve(
                &request::Approve {
                    content_sha256,
                    note: on.what.note,
                },
                by,
                turn.now,
            ))
        },
    )
    .await
}

/// Validate as a judge, where domestic law wants it.
///
/// # Errors
/// As [`approve`].
pub async fn validate(office: &Office, actor: &Actor, on: On<Note>) -> Result<i64> {
    turn(
        office,
        actor,
        (Verb::RequestValidate, on.act, on.request, Some(on.version)),
        move |request, by, turn| {
            let content_sha256 = content_digest(&request.content)?;
            refused(request.validate(
                &request::Approve {
                    content_sha256,
                    note: on.what.note,
                },
                by,
                turn.now,
            ))
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
    let desk = Desk::open(office).await?;
    turn(
        office,
        actor,
        (Verb::RequestSend, on.act, on.request, Some(on.version)),
        move |request, by, turn| {
            let content_sha256 = content_digest(&request.content)?;
            let findings = summary(&desk.check(request, turn.now)?);
            let single_officer = turn.office.single_officer(request.home_authority());
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
