//! Writing what is to be sent: rows in the outbox, in the transaction of the act that causes them.

use jiff::{SignedDuration, Timestamp};
use model::request::Request;
use model::{AuthorityId, Digest, EvidenceId, Label, Message, ReceiptKind, StateCode, Urgency};
use serde::{Deserialize, Serialize};
use store::Tx;
use store::exchange::Outgoing;

use crate::error::{Error, Result};
use crate::office::Office;
use crate::requests::{DELIVERY_DAYS, record_id};

/// What lies in the outbox until it is sealed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Letter {
    /// Who signs for the judge.
    pub(crate) from: AuthorityId,
    /// Who it is for.
    pub(crate) to: AuthorityId,
    /// The number of the request, or what it is about.
    pub(crate) case: String,
    /// Code of the purpose.
    pub(crate) purpose: String,
    /// The instrument and article it rests on, or empty.
    pub(crate) legal_basis: String,
    /// Handling.
    pub(crate) label: Label,
    /// What it says.
    pub(crate) message: Message,
    /// Files that go with it.
    pub(crate) files: Vec<File>,
}

/// A file that goes with a message, as it lies in the vault.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct File {
    /// The piece of evidence.
    pub(crate) id: EvidenceId,
    /// Media type.
    pub(crate) media_type: String,
    /// SHA-256 of the plaintext.
    pub(crate) sha256: Digest,
    /// Where its ciphertext lies here.
    pub(crate) blob: Digest,
}

/// Name of the part that carries the message itself.
pub(crate) const MESSAGE_PART: &str = "message.json";

/// Names of parts that carry a piece of evidence begin so; its id follows.
pub(crate) const FILE_PREFIX: &str = "evidence/";

/// Name of the part that carries a piece of evidence.
pub(crate) fn file_part(id: EvidenceId) -> String {
    format!("{FILE_PREFIX}{id}")
}

const URGENT: i64 = 0;
const NORMAL: i64 = 1;
const BULK: i64 = 2;

/// The lane of a number in the outbox.
pub(crate) fn lane(number: i64) -> seal::envelope::Lane {
    match number {
        URGENT => seal::envelope::Lane::Urgent,
        BULK => seal::envelope::Lane::Bulk,
        _ => seal::envelope::Lane::Normal,
    }
}

/// Put a message about a request into the outbox.
pub(crate) async fn post(
    office: &Office,
    tx: &mut Tx,
    request: &Request,
    message: Message,
    now: Timestamp,
) -> Result<()> {
    let files = files_of(request, &message);
    let lane = match (files.is_empty(), request.urgency) {
        (false, _) => BULK,
        // A request with its content may be larger than the urgent lane carries; what follows it is short.
        (true, Urgency::Emergency | Urgency::Urgent) if !matches!(message, Message::Request(_)) => {
            URGENT
        }
        _ => NORMAL,
    };
    let to = match request.side {
        model::Side::Outgoing => &request.to_authority,
        model::Side::Incoming => &request.from_authority,
    };
    let letter = Letter {
        from: request.home_authority().clone(),
        to: to.clone(),
        case: request.number.clone(),
        purpose: model::Purpose::Mla.code().to_owned(),
        legal_basis: legal_basis(request),
        label: request.label.clone(),
        message,
        files,
    };
    put(
        office,
        tx,
        (request.partner(), lane, Some(record_id(request.id))),
        &letter,
        now,
    )
    .await
}

fn legal_basis(request: &Request) -> String {
    let text = |pointer: &str| {
        request
            .content
            .pointer(pointer)
            .and_then(serde_json::Value::as_str)
            .unwrap_or_default()
    };
    let (instrument, article) = (
        text("/legal_basis/0/instrument"),
        text("/legal_basis/0/articles"),
    );
    format!("{instrument} {article}").trim().to_owned()
}

/// The files of a message that returns evidence: what of it lies in our vault.
fn files_of(request: &Request, message: &Message) -> Vec<File> {
    let Message::Returned { items, .. } = message else {
        return Vec::new();
    };
    let here = |id: EvidenceId| {
        request
            .evidence
            .iter()
            .find(|e| e.id == id)
            .and_then(|e| e.blob)
    };
    items
        .iter()
        .filter_map(|item| {
            let blob = here(item.id)?;
            Some(File {
                id: item.id,
                media_type: item.media_type.clone(),
                sha256: item.sha256,
                blob,
            })
        })
        .collect()
}

async fn put(
    office: &Office,
    tx: &mut Tx,
    to: (&StateCode, i64, Option<String>),
    letter: &Letter,
    now: Timestamp,
) -> Result<()> {
    let (peer, lane, object) = to;
    let body =
        serde_json::to_vec(letter).map_err(|e| Error::input("MESSAGE", "", e.to_string()))?;
    let outgoing = Outgoing {
        id: model::id::JobId::new(now, office.throw10()).to_string(),
        version: 1,
        peer: peer.to_string(),
        lane,
        object,
        state: "waiting".to_owned(),
        created: now,
        expires: now + SignedDuration::from_hours(24 * DELIVERY_DAYS),
        envelope: None,
        body,
    };
    Ok(tx.put_outgoing(&outgoing).await?)
}

/// Give a receipt of the authority's (R4 opened, R5 answered): signed now, kept, and sent.
pub(crate) async fn receipt(
    office: &Office,
    tx: &mut Tx,
    request: &Request,
    (kind, envelope): (ReceiptKind, Digest),
    now: Timestamp,
) -> Result<()> {
    let bytes =
        super::receipts::sign_for(office, request, (kind, envelope), (tx.next_leaf(), now))?;
    let peer = request.partner();
    super::receipts::keep(
        tx,
        (kind, envelope, &bytes),
        (peer, true),
        Some(record_id(request.id)),
        now,
    )
    .await?;
    let message = Message::Receipt {
        receipt: kind,
        envelope,
        at: now,
        bytes: seal::hex(&bytes),
    };
    post(office, tx, request, message, now).await
}

/// After a restore: ask each peer to send again what this node may have lost.
pub(crate) async fn ask_what_was_missed(
    office: &Office,
    tx: &mut Tx,
    now: Timestamp,
) -> Result<()> {
    let Some(authority) = office.settings().authorities.first().map(|a| a.id.clone()) else {
        return Ok(());
    };
    for peer in office
        .store()
        .peers()
        .await?
        .into_iter()
        .filter(|p| !p.ours && p.pinned.is_some())
    {
        let state: StateCode = peer
            .id
            .parse()
            .map_err(|_| Error::input("STATE", "peer", "not a State code"))?;
        let stream = tx.stream(&format!("in/{}", peer.id), 1).await?;
        let epoch = u64::try_from(stream.epoch).unwrap_or(1);
        let after_seq = u64::try_from(stream.number).unwrap_or(0);
        let to = crate::directory::known(peer)?
            .authorities
            .first()
            .map_or_else(|| authority.clone(), |a| a.id.clone());
        let letter = Letter {
            from: authority.clone(),
            to,
            case: String::new(),
            purpose: model::Purpose::Administration.code().to_owned(),
            legal_basis: String::new(),
            label: Label::own(office.state(), model::Class::Official)
                .released_to(office.state(), &state)?,
            message: Message::Missing { epoch, after_seq },
            files: Vec::new(),
        };
        put(office, tx, (&state, NORMAL, None), &letter, now).await?;
    }
    Ok(())
}
