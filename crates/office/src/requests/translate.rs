//! Translating a draft, and the translator's certificate: both change the content, so each is an edit of the draft with the
//! version that was seen, and its entry.

use jiff::tz::TimeZone;
use model::request;
use model::template::Template;
use model::translation::{self, Beside, Certificate, Certify, Translate};
use model::{Actor, Purpose, Refusal, RequestId};
use serde_json::Value;
use std::sync::Arc;

use super::On;
use super::draft::edit;
use crate::error::{Error, Result};
use crate::office::Office;

/// Every passage of a content beside its translation into `lang`.
#[must_use]
pub fn beside(template: &Template, content: &Value, lang: &str) -> Vec<Beside> {
    translation::beside(template, content, lang, seal::sha256)
}

/// Whether a certificate is over exactly what stands in the content.
#[must_use]
pub fn holds(template: &Template, content: &Value, certificate: &Certificate) -> bool {
    translation::holds(template, content, certificate, seal::sha256)
}

/// The draft's form and content, as this reader sees them.
async fn draft(office: &Office, actor: &Actor, id: RequestId) -> Result<(Arc<Template>, Value)> {
    let reader = office.read(actor, Purpose::Mla).await?;
    let request = reader.request_or_not_found(id).await?;
    let form = office
        .forms()
        .reading(&request.template, request.template_version);
    let form = form.ok_or_else(|| Error::from(Refusal::new("TEMPLATE")))?;
    Ok((form.template, request.content))
}

async fn put<A>(office: &Office, actor: &Actor, on: On<A>, content: Value) -> Result<i64> {
    let what = request::Edit {
        content: Some(content),
        ..request::Edit::default()
    };
    let on = On {
        act: on.act,
        request: on.request,
        version: on.version,
        what,
    };
    edit(office, actor, on).await
}

/// Write translations beside the originals of a draft.
///
/// # Errors
/// What [`translation::translate`] refuses, `STALE`, `STAGE`, `NOT-ALLOWED`, `NOT-FOUND`.
pub async fn translate(office: &Office, actor: &Actor, on: On<Translate>) -> Result<i64> {
    let (form, content) = draft(office, actor, on.request).await?;
    let content = translation::translate((&form, &content), &on.what, seal::sha256)?;
    put(office, actor, on, content).await
}

/// Write the translator's certificate into a draft, over every passage as it stands.
///
/// # Errors
/// What [`translation::certify`] refuses, `STALE`, `STAGE`, `NOT-ALLOWED`, `NOT-FOUND`.
pub async fn certify(office: &Office, actor: &Actor, on: On<Certify>) -> Result<i64> {
    let (form, content) = draft(office, actor, on.request).await?;
    // A day that has begun somewhere on earth has begun for a translator there.
    let latest = office.now() + jiff::SignedDuration::from_hours(14);
    let today = latest.to_zoned(TimeZone::UTC).date();
    let content = translation::certify((&form, &content), &on.what, today, seal::sha256)?;
    put(office, actor, on, content).await
}
