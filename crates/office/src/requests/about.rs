//! Short forms and the requests they name; a request drafted out of another.

use jiff::Timestamp;
use model::convert::{self, Conversion};
use model::request::Request;
use model::{ActId, Actor, Class, Kind, Label, Purpose, Refusal, RequestId, Side, StateCode};
use serde::{Deserialize, Serialize};
use store::Tx;

use super::{Draft, clocked, draft, put, request_of};
use crate::error::Result;
use crate::office::Office;
use crate::reader::Reader;

/// Let a short form that was sent or has arrived act on the request it names. One that names a request that is not here, or not
/// between these two, acts on nothing.
///
/// # Errors
/// What `model::request` refuses to the side that sends; what the store says.
pub(crate) async fn act(
    office: &Office,
    tx: &mut Tx,
    form: &Request,
    (at, now): (Timestamp, Timestamp),
) -> Result<()> {
    let Some(number) = form.about() else {
        return Ok(());
    };
    for record in tx.numbered("request", number).await? {
        let parent = request_of(&record)?;
        if !parent.is_meant_by(form) {
            continue;
        }
        // Tied only where its sender may read what it is about, on both sides; a letter is tied to nothing but its number.
        let by_letter = form.side == Side::Incoming && form.is_on_paper();
        if !by_letter && form.parent != Some(parent.id) {
            continue;
        }
        let parent = crate::safeguards::guarded(office, tx, parent).await?;
        let next = match (parent.acted_on_by(form, (at, now)), form.side) {
            (Ok((next, _)), _) => next,
            (Err(refusal), Side::Outgoing) => return Err(refusal.into()),
            // What another State wrote is kept, whatever it finds here.
            (Err(_), Side::Incoming) => continue,
        };
        if next.version != parent.version {
            put(tx, &clocked(office, next).await?).await?;
        }
    }
    Ok(())
}

/// The request that a short form names, where it is here and its sender may read it: read before the form is sent, so that
/// it travels tied to it.
pub(super) async fn parent_of(
    office: &Office,
    actor: &Actor,
    form: RequestId,
) -> Result<Option<Request>> {
    let reader = office.read(actor, Purpose::Mla).await?;
    let Some(form) = reader.request(form).await? else {
        return Ok(None);
    };
    match form.about() {
        Some(number) => {
            let all = reader.numbered(number).await?;
            Ok(all.into_iter().find(|parent| parent.is_meant_by(&form)))
        }
        None => Ok(None),
    }
}

/// Draft a request out of another: keep data now and ask later, ask for what was kept, leave the police channel.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Convert {
    /// The act.
    pub act: ActId,
    /// The request it is drafted out of.
    pub request: RequestId,
    /// Into what.
    pub into: Conversion,
}

/// Draft a request out of another; the first one stays as it is.
///
/// # Errors
/// `NOT-FOUND`; `CONVERT` where the one does not lead to the other; what [`draft`] refuses.
pub async fn convert(office: &Office, actor: &Actor, act: Convert) -> Result<RequestId> {
    let reader = office.read(actor, Purpose::Mla).await?;
    let from = reader.request_or_not_found(act.request).await?;
    let now = office.now();
    let today = office.calendar().date(now);
    let content = from.content_now();
    let offset = office.profile().utc_offset.as_str();
    let drafted = can_be_converted(&from)
        .then(|| convert::convert(&content, act.into, (today, offset), Some(&from.number)))
        .flatten();
    let content = drafted.ok_or_else(|| Refusal::new("CONVERT").with("into", act.into))?;
    // The data may be with another State's provider.
    let asked = content
        .pointer("/requested/state")
        .and_then(serde_json::Value::as_str);
    let elsewhere = asked.and_then(|code| code.parse::<StateCode>().ok());
    let what = Draft {
        act: act.act,
        template: act.into.kind().code().to_owned(),
        to: elsewhere.unwrap_or_else(|| from.to.clone()),
        to_authority: from.to_authority.clone(),
        lang: from.lang,
        urgency: from.urgency,
        content,
    };
    draft(office, actor, what).await
}

/// What a request can be made into here.
#[must_use]
pub fn conversions(request: &Request) -> Vec<Conversion> {
    match can_be_converted(request) {
        true => convert::offers(&request.content_now()),
        false => Vec::new(),
    }
}

/// Whether a draft may be made out of it: one of ours, of which a draft's own label loses nothing. A draft is confidential and
/// no more, so nothing stricter is made into one.
fn can_be_converted(request: &Request) -> bool {
    let draft = Label::own(&request.from, Class::Confidential);
    let both = Label {
        // A day on which somebody looks at it again keeps nobody from reading.
        review_by: None,
        ..request.label.join(&draft)
    };
    request.side == Side::Outgoing && both == draft
}

impl Reader {
    /// The short forms about a request, newest first, as far as they may be read.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub async fn about(&self, request: RequestId) -> Result<Vec<Request>> {
        let records = self.children("request", &super::record_id(request)).await?;
        let all = records.iter().map(request_of).collect::<Result<Vec<_>>>()?;
        let Some(parent) = self.request(request).await? else {
            return Ok(Vec::new());
        };
        // Another State may name any parent: only those count that can act on it.
        let short = |form: &Request| {
            form.kind().is_some_and(Kind::is_about_another) && parent.is_meant_by(form)
        };
        Ok(all.into_iter().filter(short).collect())
    }
}
