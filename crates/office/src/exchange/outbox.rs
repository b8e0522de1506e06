//! Writing what is to be sent: rows in the outbox, in the transaction of the act that causes them.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use model::access::Access;
use model::request::Request;
use model::sharing::Sharing;
use model::{
    AuthorityId, Digest, EvidenceId, Label, Message, ReceiptKind, Refusal, StateCode, Urgency,
    limits,
};
use serde::{Deserialize, Serialize};
use store::Tx;
use store::exchange::{Outgoing, Peer};

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
    let lane = lane_for(request, &letter)?;
    put(
        office,
        tx,
        (request.partner(), lane, Some(record_id(request.id))),
        &letter,
        now,
    )
    .await
}

/// What an envelope holds beside the message: header, manifest, two signatures and the keys, and a line for each file.
const ENVELOPE_OVERHEAD_BYTES: usize = 24 << 10;
const FILE_OVERHEAD_BYTES: usize = 512;

/// The lane of a message: files go in bulk, what is urgent goes first if it is short enough for that lane. What no envelope
/// can carry is refused here, to the person who wrote it, and not found out when nobody looks.
fn lane_for(request: &Request, letter: &Letter) -> Result<i64> {
    let message =
        serde_json::to_vec(letter).map_err(|e| Error::input("MESSAGE", "", e.to_string()))?;
    let overhead = ENVELOPE_OVERHEAD_BYTES + FILE_OVERHEAD_BYTES * letter.files.len();
    let size = message.len() + overhead;
    let segments = letter.files.iter().map(|file| {
        let held = request.evidence.iter().find(|item| item.id == file.id);
        let bytes = held.map_or(0, |item| item.size_bytes);
        bytes / limits::SEGMENT_BYTES_MAX as u64 + 1
    });
    let segments: u64 = segments.sum();
    if size > limits::ENVELOPE_BYTES_MAX
        || letter.files.len() >= limits::ENVELOPE_PARTS_MAX
        || segments > limits::SEGMENTS_MAX as u64
    {
        return Err(Refusal::new("TOO-LARGE")
            .with("bytes", size)
            .with("files", letter.files.len())
            .with("segments", segments)
            .into());
    }
    Ok(match (letter.files.is_empty(), request.urgency_here()) {
        (false, _) => BULK,
        (true, Urgency::Normal) => NORMAL,
        (true, _) if size > limits::ENVELOPE_URGENT_BYTES_MAX => NORMAL,
        (true, _) => URGENT,
    })
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

/// Tell a peer that an envelope of its own was put aside here: the signed note, as a receipt that refuses.
pub(crate) async fn put_aside(
    office: &Office,
    tx: &mut Tx,
    peer: &StateCode,
    (envelope, signed): (Digest, &[u8]),
    now: Timestamp,
) -> Result<()> {
    let Some(row) = office.store().peer(peer.as_str()).await? else {
        return Ok(());
    };
    let message = Message::Receipt {
        receipt: ReceiptKind::R3,
        envelope,
        at: now,
        bytes: seal::hex(signed),
    };
    let Some(letter) = between_nodes(office, crate::directory::known(row)?, message)? else {
        return Ok(());
    };
    put(office, tx, (peer, NORMAL, None), &letter, now).await
}

/// A letter about the exchange itself, about no request; `None` where this node has no authority to sign it.
fn between_nodes(
    office: &Office,
    peer: crate::directory::Known,
    message: Message,
) -> Result<Option<Letter>> {
    let Some(from) = office.settings().authorities.first().map(|a| a.id.clone()) else {
        return Ok(None);
    };
    let to = peer
        .authorities
        .first()
        .map_or_else(|| from.clone(), |a| a.id.clone());
    Ok(Some(Letter {
        from,
        to,
        case: String::new(),
        purpose: model::Purpose::Administration.code().to_owned(),
        legal_basis: String::new(),
        label: Label::own(office.state(), model::Class::Official)
            .released_to(office.state(), &peer.card.card.code)?,
        message,
        files: Vec::new(),
    }))
}

/// Put a message about a card of this State into the outbox, with the card's files.
pub(crate) async fn about_card(
    office: &Office,
    tx: &mut Tx,
    (to, from, label): (&StateCode, &AuthorityId, &Label),
    what: Sharing,
    now: Timestamp,
) -> Result<()> {
    let card = match &what {
        Sharing::Released { card } => Some(card.as_ref()),
        _ => None,
    };
    let files = card.iter().flat_map(|card| &card.files).filter_map(|file| {
        Some(File {
            id: file.id,
            media_type: file.media_type.clone(),
            sha256: file.sha256,
            blob: file.blob?,
        })
    });
    let files: Vec<File> = files.collect();
    // A notice overtakes what lies before it: taking back is more urgent than giving.
    let lane = match (&what, files.is_empty()) {
        (Sharing::Notice { .. }, _) => URGENT,
        (_, true) => NORMAL,
        (_, false) => BULK,
    };
    let object = crate::cards::object_of(&what);
    let message = Message::Sharing {
        what: Box::new(without_blobs(what)),
    };
    let purpose = model::Purpose::Intelligence;
    let mut letter = of_no_request(office, (to, from), (label, purpose), message).await?;
    letter.files = files;
    fits(&letter)?;
    put(office, tx, (to, lane, Some(object)), &letter, now).await
}

/// A letter about no request, to a State with a node.
async fn of_no_request(
    office: &Office,
    (to, from): (&StateCode, &AuthorityId),
    (label, purpose): (&Label, model::Purpose),
    message: Message,
) -> Result<Letter> {
    let peer = office.store().peer(to.as_str()).await?;
    let peer = peer.filter(Peer::by_node);
    let peer = peer.ok_or_else(|| Refusal::new("PEER-UNKNOWN").with("to", to))?;
    let known = crate::directory::known(peer)?;
    let addressee = known.authorities.first().map(|a| a.id.clone());
    Ok(Letter {
        from: from.clone(),
        to: addressee.unwrap_or_else(|| from.clone()),
        case: String::new(),
        purpose: purpose.code().to_owned(),
        legal_basis: String::new(),
        label: label.clone(),
        message,
        files: Vec::new(),
    })
}

/// Ask another State about an applicant, or answer it: one lane for all of it, so that the lane tells nothing.
pub(crate) async fn about_applicant(
    office: &Office,
    tx: &mut Tx,
    to: &StateCode,
    what: Access,
    now: Timestamp,
) -> Result<()> {
    let from = office.settings().authorities.first().map(|a| a.id.clone());
    let from = from.ok_or_else(|| Refusal::new("AUTHORITY-UNKNOWN"))?;
    let label =
        Label::own(office.state(), model::Class::Official).released_to(office.state(), to)?;
    let object = crate::access::object_of(&what, to);
    let message = Message::Access {
        what: Box::new(what),
    };
    let purpose = model::Purpose::Administration;
    let letter = of_no_request(office, (to, &from), (&label, purpose), message).await?;
    fits(&letter)?;
    put(office, tx, (to, NORMAL, Some(object)), &letter, now).await
}

/// Answer the owner of a card, or ask it: this State's own words, under its own label.
pub(crate) async fn answer_about_card(
    office: &Office,
    tx: &mut Tx,
    (to, authority): (&StateCode, &AuthorityId),
    what: Sharing,
    now: Timestamp,
) -> Result<()> {
    let from = office.settings().authorities.first().map(|a| a.id.clone());
    let from = from.unwrap_or_else(|| authority.clone());
    let label =
        Label::own(office.state(), model::Class::Official).released_to(office.state(), to)?;
    about_card(office, tx, (to, &from, &label), what, now).await
}

/// Where a file lies here is nobody else's matter.
fn without_blobs(mut what: Sharing) -> Sharing {
    let card = match &mut what {
        Sharing::Released { card } => Some(card.as_mut()),
        Sharing::Notice { card, .. } => card.as_deref_mut(),
        _ => None,
    };
    if let Some(card) = card {
        card.files.iter_mut().for_each(|file| file.blob = None);
    }
    what
}

/// Whether an envelope can carry it: what none can is refused to the person who wrote it.
fn fits(letter: &Letter) -> Result<()> {
    let message =
        serde_json::to_vec(letter).map_err(|e| Error::input("MESSAGE", "", e.to_string()))?;
    let size = message.len() + ENVELOPE_OVERHEAD_BYTES + FILE_OVERHEAD_BYTES * letter.files.len();
    match size > limits::ENVELOPE_BYTES_MAX {
        true => Err(Refusal::new("TOO-LARGE").with("bytes", size).into()),
        false => Ok(()),
    }
}

/// The number up to which nothing is missing. Lanes overtake each other: the highest number that was seen says nothing of those
/// below it.
fn whole_until(mut numbers: Vec<i64>) -> u64 {
    numbers.sort_unstable();
    numbers.dedup();
    let gapless = |(n, number): &(u64, i64)| i64::try_from(*n) == Ok(*number);
    let run = (1u64..).zip(numbers).take_while(gapless);
    run.last().map_or(0, |(n, _)| n)
}

/// Numbers of one stream that came whole, by peer and epoch.
async fn numbers_here(office: &Office) -> Result<BTreeMap<(String, i64), Vec<i64>>> {
    let mut here: BTreeMap<(String, i64), Vec<i64>> = BTreeMap::new();
    // What is incomplete was not acknowledged when the backup was made; it may have been since, so it is asked for.
    for state in ["stored", "early", "applied", "quarantined", "expired"] {
        for envelope in office.store().envelopes("in", state, u32::MAX).await? {
            let stream = here.entry((envelope.peer, envelope.epoch)).or_default();
            stream.push(envelope.number);
        }
    }
    Ok(here)
}

/// After a restore: ask each peer to send again what this node may have lost.
pub(crate) async fn ask_what_was_missed(
    office: &Office,
    tx: &mut Tx,
    now: Timestamp,
) -> Result<()> {
    let mut here = numbers_here(office).await?;
    for peer in office
        .store()
        .peers()
        .await?
        .into_iter()
        .filter(Peer::by_node)
    {
        let state: StateCode = peer
            .id
            .parse()
            .map_err(|_| Error::input("STATE", "peer", "not a State code"))?;
        let stream = tx.stream(&format!("in/{}", peer.id), 1).await?;
        let epoch = u64::try_from(stream.epoch).unwrap_or(1);
        let numbers = here.remove(&(peer.id.clone(), stream.epoch));
        let after_seq = whole_until(numbers.unwrap_or_default());
        let message = Message::Missing { epoch, after_seq };
        let Some(letter) = between_nodes(office, crate::directory::known(peer)?, message)? else {
            return Ok(());
        };
        put(office, tx, (&state, NORMAL, None), &letter, now).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::whole_until;

    #[test]
    fn what_overtook_does_not_hide_what_is_missing() {
        for (numbers, whole) in [
            (vec![], 0),
            (vec![1], 1),
            (vec![2], 0),
            (vec![1, 2, 3], 3),
            (vec![3, 1, 1], 1),
            (vec![5, 2, 1, 4], 2),
            (vec![i64::MAX, 1], 1),
            (vec![-1, 0, 1], 0),
        ] {
            assert_eq!(whole_until(numbers.clone()), whole, "{numbers:?}");
        }
    }
}
