//! Receipts: made here, checked here, shown here. A receipt that was given is kept as it was given.

use jiff::Timestamp;
use model::request::Request;
use model::{Digest, ReceiptKind, RequestId, StateCode};
use seal::card::OpenCard;
use seal::envelope::Reason;
use seal::receipt::{Outcome, Receipt, open_receipt, sign_receipt};
use seal::suite::Signer;
use store::Tx;

use crate::directory::known;
use crate::error::{Doing, Error, Result};
use crate::office::Office;
use crate::reader::ReceiptLine;
use crate::requests::record_id;

fn receipt(
    office: &Office,
    (kind, envelope): (ReceiptKind, Digest),
    (leaf, time): (Option<u64>, Timestamp),
) -> Receipt {
    Receipt {
        kind,
        outcome: Outcome::Done,
        envelope,
        state: office.state().clone(),
        authority: None,
        time,
        origin: office.0.keys.log().key().name().to_owned(),
        leaf,
    }
}

/// Sign a receipt of this node's (R1 to R3).
pub(crate) fn sign(
    office: &Office,
    what: (ReceiptKind, Digest),
    (leaf, now): (u64, Timestamp),
    signer: &dyn Signer,
) -> Result<Vec<u8>> {
    sign_receipt(&receipt(office, what, (Some(leaf), now)), signer).doing("sign a receipt")
}

/// Sign a receipt of an authority's (R4, R5).
pub(crate) fn sign_for(
    office: &Office,
    request: &Request,
    what: (ReceiptKind, Digest),
    at: (u64, Timestamp),
) -> Result<Vec<u8>> {
    let authority = request.home_authority();
    let signer = office
        .0
        .keys
        .authority(authority)
        .ok_or_else(|| Error::Key(format!("authority/{authority}")))?;
    let mut receipt = receipt(office, what, (Some(at.0), at.1));
    receipt.authority = Some(authority.clone());
    sign_receipt(&receipt, &*signer).doing("sign a receipt")
}

/// A signed refusal of delivery, not recorded: it names no leaf.
pub(crate) fn refusal(
    office: &Office,
    envelope: Digest,
    reason: Reason,
    now: Timestamp,
) -> Result<Vec<u8>> {
    let mut receipt = receipt(office, (ReceiptKind::R3, envelope), (None, now));
    receipt.outcome = Outcome::Refused(reason.code().to_owned());
    sign_receipt(&receipt, &*office.0.keys.node()).doing("sign a refusal")
}

/// The receipt for an envelope that was delivered and then put aside, naming the fault.
pub(crate) fn fault(
    office: &Office,
    envelope: Digest,
    fault: &str,
    (leaf, now): (u64, Timestamp),
) -> Result<Vec<u8>> {
    let mut receipt = receipt(office, (ReceiptKind::R3, envelope), (Some(leaf), now));
    receipt.outcome = Outcome::Refused(fault.to_owned());
    sign_receipt(&receipt, &*office.0.keys.node()).doing("sign a refusal")
}

/// Whether these bytes are this State's receipt of this kind for this envelope.
pub(crate) fn check(
    bytes: &[u8],
    (kind, envelope): (ReceiptKind, &Digest),
    card: &OpenCard,
) -> seal::Result<Receipt> {
    let receipt = open_receipt(bytes, card)?;
    if receipt.kind != kind || receipt.envelope != *envelope || receipt.outcome != Outcome::Done {
        return Err(seal::Error::Proof("the receipt is for something else"));
    }
    Ok(receipt)
}

/// What this State says of this envelope in a receipt of this kind. Only delivery (R3) is ever refused: the envelope was put
/// aside after it had been delivered.
pub(crate) fn check_said(
    bytes: &[u8],
    (kind, envelope): (ReceiptKind, &Digest),
    card: &OpenCard,
) -> seal::Result<Outcome> {
    let receipt = open_receipt(bytes, card)?;
    let refusable = kind == ReceiptKind::R3 || receipt.outcome == Outcome::Done;
    if receipt.kind != kind || receipt.envelope != *envelope || !refusable {
        return Err(seal::Error::Proof("the receipt is for something else"));
    }
    Ok(receipt.outcome)
}

/// The code of a refusal of delivery that this State's node signed for this envelope; `None` where it is nothing of the kind.
pub(crate) fn refused_with(bytes: &[u8], envelope: &Digest, card: &OpenCard) -> Option<String> {
    let receipt = open_receipt(bytes, card).ok()?;
    match receipt.outcome {
        Outcome::Refused(code)
            if receipt.kind == ReceiptKind::R3 && receipt.envelope == *envelope =>
        {
            Some(code)
        }
        _ => None,
    }
}

/// Keep a receipt, given or received.
pub(crate) async fn keep(
    tx: &mut Tx,
    (kind, envelope, bytes): (ReceiptKind, Digest, &[u8]),
    (peer, given): (&StateCode, bool),
    object: Option<String>,
    now: Timestamp,
) -> Result<()> {
    let receipt = store::exchange::Receipt {
        id: seal::sha256(bytes).to_string(),
        kind: kind.code().to_owned(),
        envelope,
        peer: peer.to_string(),
        given,
        at: now,
        object,
        bytes: bytes.to_vec(),
    };
    Ok(tx.put_receipt(&receipt).await?)
}

/// The receipts of a request, each checked anew against the card of the State that gave it.
pub(crate) async fn lines(office: &Office, id: RequestId) -> Result<Vec<ReceiptLine>> {
    let mut lines = Vec::new();
    let object = record_id(id);
    let mut stored = office.store().receipts_of(&object).await?;
    // The receipt that we gave for an envelope was given before it was opened: it is found by its envelope.
    for envelope in office.store().envelopes_of(&object).await? {
        stored.extend(office.store().receipts_for(&envelope.id).await?);
    }
    stored.sort_by(|a, b| (a.at, &a.kind, &a.id).cmp(&(b.at, &b.kind, &b.id)));
    stored.dedup_by(|a, b| a.id == b.id);
    for row in stored {
        let from = if row.given {
            office.state().to_string()
        } else {
            row.peer.clone()
        };
        let Some(peer) = office.store().peer(&from).await? else {
            continue;
        };
        let card = known(peer)?.card;
        let open = open_receipt(&row.bytes, &card).ok();
        lines.push(ReceiptLine {
            kind: row.kind,
            at: open.as_ref().map_or(row.at, |r| r.time),
            envelope: row.envelope,
            from: card.card.code.clone(),
            leaf: open.as_ref().and_then(|r| r.leaf),
            // A node's note that it put an envelope aside is no proof of delivery.
            verified: open.is_some_and(|r| r.outcome == Outcome::Done),
        });
    }
    Ok(lines)
}
