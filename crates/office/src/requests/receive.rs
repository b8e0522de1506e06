//! A message from another State about a request: the first one makes our copy of it, every later one changes it as far as the
//! other side has a say.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use model::message::Message;
use model::message::RequestSent;
use model::number::Number;
use model::request::{EvidenceItem, Request};
use model::template::Forms;
use model::{Actor, AuthorityId, Class, Purpose, Reader, Refusal, StateCode, Verb, limits};
use store::Tx;

use super::{content_digest, load, put, record_id, request_about};
use crate::error::Result;
use crate::exchange::inbox::Letter;
use crate::office::Office;

/// The code of a message whose request is not here yet; no answer carries it.
pub(crate) const EARLY: &str = "EARLY";

/// Take in a message about a request. Answers the request's record id.
pub(crate) async fn received(
    office: &Office,
    tx: &mut Tx,
    letter: Letter,
    (arrived, now): (Timestamp, Timestamp),
) -> Result<String> {
    let from = letter.from.card.card.code.clone();
    let actor = Actor::Peer {
        state: from.clone(),
    };
    model::may(
        &actor,
        Verb::ReceiveEnvelope,
        &model::Object::envelope(office.state(), &from),
        now,
    )?;
    if let Message::Request(sent) = &letter.message
        && content_digest(&sent.content)? != sent.content_sha256
    {
        return Err(Refusal::new("CONTENT-DIGEST").at("/content").into());
    }
    let next = match &letter.message {
        Message::Request(sent) if tx.record(&record_id(sent.re.request)).await?.is_none() => {
            addressed(office, sent)?;
            readable(sent, office.forms(), now)?;
            signed_by(&letter, &sent.re.authority)?;
            tx.wake_early(&from, &record_id(sent.re.request)).await?;
            Request::receive(sent, &from, office.state(), letter.envelope, arrived)?.0
        }
        message => {
            let Some(re) = message.re() else {
                return Err(Refusal::new("NOT-FOR-REQUEST").into());
            };
            if tx.record(&record_id(re.request)).await?.is_none() {
                return Err(Refusal::new(overtakes(&letter, &re.number, &from)).into());
            }
            let request = load(tx, re.request).await?;
            signed_by(&letter, request.partner_authority())?;
            let (next, _) = request.apply(&from, message, letter.envelope, now)?;
            if next.version == request.version {
                return Ok(record_id(request.id));
            }
            next
        }
    };
    let mut next = next;
    arrived_about(office, tx, (&next, &letter.message), now).await?;
    crate::exchange::manifests::keep(tx, &next, (letter.envelope, &letter.signed), now).await?;
    for file in letter.files {
        // A file that the message does not name, or other bytes than it names, is no evidence.
        let named = next.evidence.iter().find(|item| item.id == file.id);
        if named.is_none_or(|item| (item.sha256, item.size_bytes) != file.plain) {
            return Err(Refusal::new("PART-MISMATCH").into());
        }
        // Sent once more, it is here already: the bytes that came first stay, and arrived once.
        let Some(item) = next
            .evidence
            .iter_mut()
            .find(|item| item.id == file.id && item.blob.is_none())
        else {
            continue;
        };
        tx.put_blob(
            file.written,
            &format!("evidence:{}", file.id),
            &file.key,
            now,
        )
        .await?;
        item.blob = Some(file.written.digest);
        crate::safeguards::received(tx, next.id, item, (&next.label, now)).await?;
        arrival(office, item, arrived)?;
    }
    let next = super::clocked(office, next).await?;
    put(tx, &next).await?;
    Ok(record_id(next.id))
}

/// A short form that has just arrived acts on the request it names.
async fn arrived_about(
    office: &Office,
    tx: &mut Tx,
    (request, message): (&Request, &Message),
    now: Timestamp,
) -> Result<()> {
    match message {
        Message::Request(sent) if request.version == 1 => {
            super::act_on_parent(office, tx, request, (sent.re.at, now)).await
        }
        _ => Ok(()),
    }
}

/// Why a request is not here: it comes yet, if the sender of this message is who wrote it and brings no files with it (evidence is
/// returned on a request that is long here); else it never will.
fn overtakes(letter: &Letter, number: &str, from: &StateCode) -> &'static str {
    let theirs = number
        .parse::<Number>()
        .is_ok_and(|number| number.state == *from);
    if theirs && letter.files.is_empty() {
        EARLY
    } else {
        "NOT-FOUND"
    }
}

/// Whether the authority that has the case on the other side signed it: no other one of that State speaks for it.
fn signed_by(letter: &Letter, authority: &AuthorityId) -> Result<()> {
    if letter.authority == *authority {
        return Ok(());
    }
    Err(Refusal::new("WRONG-AUTHORITY")
        .with("signed", &letter.authority)
        .with("case", authority)
        .into())
}

/// Put down on a request that something in its exchange went wrong; a person sees it on the case.
pub(crate) async fn troubled(
    tx: &mut Tx,
    object: &str,
    fault: String,
    now: Timestamp,
) -> Result<()> {
    if let Some(request) = request_about(tx, object).await? {
        put(tx, &request.troubled(fault, now)).await?;
    }
    Ok(())
}

/// Whether it is for an authority that is here: for another one nobody would ever see it.
fn addressed(office: &Office, sent: &RequestSent) -> Result<()> {
    let authorities = &office.settings().authorities;
    if !authorities.is_empty() && !authorities.iter().any(|a| a.id == sent.to_authority) {
        return Err(Refusal::new("AUTHORITY-UNKNOWN")
            .at("/to_authority")
            .with("authority", &sent.to_authority)
            .into());
    }
    Ok(())
}

/// Whether anybody here could open it: a form of a kind that this node knows, under a label that lets the authority it is for read it at all.
/// Else it would be acknowledged and seen by nobody.
fn readable(sent: &RequestSent, forms: &Forms, now: Timestamp) -> Result<()> {
    let form = forms.reading(&sent.template, sent.template_version);
    if form.is_none() {
        return Err(Refusal::new("TEMPLATE")
            .at("/template")
            .with("template", &sent.template)
            .with("version", sent.template_version)
            .into());
    }
    let anybody = Reader {
        state: sent.to.clone(),
        authority: sent.to_authority.clone(),
        clearance: Class::TopSecret,
        purpose: Purpose::Mla,
    };
    let today = now.to_zoned(TimeZone::UTC).date();
    if sent.label.readable_by(&anybody, today).permitted() {
        Ok(())
    } else {
        Err(Refusal::new("LABEL-UNREADABLE").at("/label").into())
    }
}

/// The step of custody that no person does: the node had the file whole on its disk when the envelope was kept.
fn arrival(office: &Office, item: &mut EvidenceItem, arrived: Timestamp) -> Result<()> {
    if item.custody.len() >= limits::CUSTODY_EVENTS_MAX {
        return Err(Refusal::new("CUSTODY")
            .at("/custody")
            .with("id", item.id)
            .into());
    }
    let inbox = Actor::worker(office.state(), "inbox");
    let what = ("received", "arrived with the returned evidence");
    let step = crate::evidence::link(&item.sha256, &item.custody, &inbox, what, arrived);
    item.custody.push(step);
    Ok(())
}
