//! A message from another State about a request: the first one makes our copy of it, every later one changes it as far as the
//! other side has a say.

use jiff::Timestamp;
use model::message::Message;
use model::request::Request;
use model::{Actor, Verb};
use store::Tx;

use super::{load, record, record_id};
use crate::error::Result;
use crate::exchange::inbox::Letter;
use crate::office::Office;

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
    let next = match &letter.message {
        Message::Request(sent) if tx.record(&record_id(sent.re.request)).await?.is_none() => {
            Request::receive(sent, &from, office.state(), letter.envelope, arrived)?.0
        }
        message => {
            let Some(re) = message.re() else {
                return Err(model::Refusal::new("NOT-FOR-REQUEST").into());
            };
            let request = load(tx, re.request).await?;
            let (next, _) = request.apply(&from, message, letter.envelope, now)?;
            if next.version == request.version {
                return Ok(record_id(request.id));
            }
            next
        }
    };
    let mut next = next;
    crate::exchange::manifests::keep(tx, &next, (letter.envelope, &letter.signed), now).await?;
    for file in letter.files {
        // A file that the message does not name, or other bytes than it names, is no evidence.
        let named = next.evidence.iter().find(|item| item.id == file.id);
        if named.is_none_or(|item| (item.sha256, item.size_bytes) != file.plain) {
            return Err(model::Refusal::new("PART-MISMATCH").into());
        }
        tx.put_blob(
            file.written,
            &format!("evidence:{}", file.id),
            &file.key,
            now,
        )
        .await?;
        if let Some(item) = next.evidence.iter_mut().find(|item| item.id == file.id) {
            item.blob.get_or_insert(file.written.digest);
        }
    }
    let next = super::clocked(office, next, now).await?;
    tx.put_record(&record(&next)?).await?;
    Ok(record_id(next.id))
}
