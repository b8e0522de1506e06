//! Exchange with other States' nodes. Outgoing: an act writes a message, the outbox worker seals and carries it. Incoming:
//! bytes are judged and kept before anything is answered; the inbox worker opens what was kept. Every road (HTTP, a pull, a
//! stick) ends in `ingest`.

pub(crate) mod again;
mod aside;
pub(crate) mod ending;
pub mod inbox;
pub mod ingest;
pub(crate) mod manifests;
pub mod outbox;
pub mod receipts;
pub mod segments;

pub(crate) mod carry;
pub(crate) mod sealing;

pub use ingest::{Ingest, ingest};
pub use segments::{missing, put_segment};

use bytes::Bytes;
use model::StateCode;

use crate::error::Result;
use crate::office::Office;

/// How many envelopes one pull gives.
const PULL_MAX: u32 = 64;

/// Envelopes for a peer after a number of an epoch: for nodes that cannot be reached from outside.
///
/// # Errors
/// If the store cannot be read.
pub async fn pull(office: &Office, peer: &StateCode, epoch: u64, after: u64) -> Result<Vec<Bytes>> {
    let (epoch, after) = (
        i64::try_from(epoch).unwrap_or(i64::MAX),
        i64::try_from(after).unwrap_or(i64::MAX),
    );
    let envelopes = office
        .store()
        .envelopes_after(peer.as_str(), epoch, after, PULL_MAX)
        .await?;
    Ok(envelopes.into_iter().map(|e| e.bytes.into()).collect())
}

/// A file of the public side of this node: `card`, `leaflet`, `checkpoint`, and the tiles of the ledger (C2SP tlog-tiles).
///
/// # Errors
/// If the store cannot be read.
pub async fn log_file(office: &Office, path: &str) -> Result<Option<(&'static str, Bytes)>> {
    const BYTES: &str = "application/octet-stream";
    Ok(match path {
        "card" => office
            .store()
            .peer(office.state().as_str())
            .await?
            .map(|p| ("application/cose", p.card.into())),
        "leaflet" => {
            let ours = office.store().peer(office.state().as_str()).await?;
            ours.and_then(|p| p.leaflet)
                .map(|leaflet| ("application/cose", leaflet.into()))
        }
        "checkpoint" => office
            .store()
            .checkpoint()
            .await?
            .map(|c| ("text/plain; charset=utf-8", c.note.into())),
        tile => office
            .store()
            .ledger_tile(tile)
            .await?
            .map(|bytes| (BYTES, bytes.into())),
    })
}
