//! Signed manifests: what the authority signed for the judge, kept beside the request, because the key that opened the envelope
//! is destroyed in its time.

use jiff::Timestamp;
use model::{Digest, Request, RequestId};
use store::{Record, RecordHead, Tx};

use crate::error::Result;
use crate::office::Office;
use crate::requests::record_id;

const KIND: &str = "manifest";

/// Keep the signed manifest of an envelope that belongs to a request.
pub(crate) async fn keep(
    tx: &mut Tx,
    request: &Request,
    (envelope, signed): (Digest, &[u8]),
    now: Timestamp,
) -> Result<()> {
    let id = format!("{KIND}:{envelope}");
    if tx.record(&id).await?.is_some() {
        return Ok(());
    }
    let head = RecordHead {
        parent: Some(record_id(request.id)),
        stage: envelope.to_string(),
        authority: Some(request.home_authority().to_string()),
        counterpart: Some(request.partner().to_string()),
        ..RecordHead::first((id, KIND), request.from.as_str(), &request.label, now)
    };
    Ok(tx
        .put_record(&Record {
            head,
            body: signed.to_vec(),
        })
        .await?)
}

/// The signed manifests of a request, by envelope. Whoever calls has read the request.
pub(crate) async fn of(office: &Office, id: RequestId) -> Result<Vec<(Digest, Vec<u8>)>> {
    let system = model::Actor::worker(office.state(), "outbox");
    let reader = office.read(&system, model::Purpose::Mla).await?;
    let records = reader.children(KIND, &record_id(id)).await?;
    Ok(records
        .into_iter()
        .filter_map(|r| Some((r.head.stage.parse().ok()?, r.body)))
        .collect())
}
