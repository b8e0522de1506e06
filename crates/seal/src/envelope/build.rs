//! Making envelopes.

use super::content::{ContentKey, Draft, seal_inner};
use super::header::{Header, KeySlot, Lane, slot_info};
use super::manifest::Manifest;
use super::{HEADER_TYPE, MAGIC, MANIFEST_TYPE, MessageId, VERSION};
use crate::cbor::{Form as _, Value, encode};
use crate::cose::sign;
use crate::segment::Blob;
use crate::suite::{KemPublic, Signer, Suite, kem_seal};
use crate::{Digest, Error, Random, Result, sha256};
use jiff::Timestamp;
use model::StateCode;

/// A message signed by its authority and encrypted, ready to be addressed to each recipient. Encrypted once for all.
#[derive(Clone)]
pub struct Content {
    /// Names the message.
    pub message: MessageId,
    /// The signed manifest, as the judge will see it. It is inside the ciphertext too.
    pub manifest: Vec<u8>,
    key: ContentKey,
    ciphertext: Vec<u8>,
    blobs: Vec<Blob>,
    from: StateCode,
    to: Vec<StateCode>,
    expires: Timestamp,
}

impl core::fmt::Debug for Content {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(
            f,
            "Content({}, {} bytes)",
            self.message,
            self.ciphertext.len()
        )
    }
}

impl Content {
    /// Bytes of the inner ciphertext: the size of an envelope without header and slot (about 9 KiB more).
    pub fn ciphertext_len(&self) -> usize {
        self.ciphertext.len()
    }
}

/// How and where one envelope goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting {
    /// Receiving State; one of the manifest's recipients.
    pub to: StateCode,
    /// Lane.
    pub lane: Lane,
    /// Stream epoch.
    pub epoch: u64,
    /// Number in the stream.
    pub seq: u64,
    /// Id of the envelope before in the stream.
    pub previous: Option<Digest>,
    /// When the node seals it.
    pub created: Timestamp,
    /// The recipient's encryption key of this week.
    pub key: KemPublic,
    /// Our card in force.
    pub sender_card: Digest,
    /// The recipient's card as we know it.
    pub recipient_card: Digest,
}

/// Signs and encrypts a message. `small` holds the parts without a blob, in the manifest's order.
///
/// # Errors
/// [`Error::Input`] when manifest, draft and parts do not agree; what the signer says.
pub fn seal_content(
    draft: &Draft,
    manifest: &Manifest,
    small: &[Vec<u8>],
    authority: &dyn Signer,
    rng: &mut dyn Random,
) -> Result<Content> {
    manifest.check().map_err(|_| {
        Error::Input("the manifest breaks a rule: recipients, parts, dates or label")
    })?;
    if manifest.message != draft.message {
        return Err(Error::Input("the manifest is for another draft"));
    }
    let described: Vec<_> = manifest
        .parts
        .iter()
        .filter(|part| part.blob.is_none())
        .map(|part| (part.sha256, part.size))
        .collect();
    let given: Vec<_> = small
        .iter()
        .map(|bytes| (sha256(bytes), bytes.len() as u64))
        .collect();
    if described != given {
        return Err(Error::Input(
            "the embedded parts are not those of the manifest",
        ));
    }
    let signed = sign(MANIFEST_TYPE, &manifest.to_bytes(), &[authority])?;
    let ciphertext = seal_inner(draft, &signed, small, rng)?;
    Ok(Content {
        message: draft.message,
        manifest: signed,
        key: draft.key.clone(),
        ciphertext,
        blobs: manifest.blobs(),
        from: manifest.from.state.clone(),
        to: manifest
            .to
            .iter()
            .map(|party| party.state.clone())
            .collect(),
        expires: manifest.expires,
    })
}

/// Makes the envelope for one recipient: the bytes that travel. Their SHA-256 is the envelope's id.
///
/// # Errors
/// [`Error::Input`] when the recipient is not in the manifest or a rule is broken; [`Error::Limit`] when the envelope is
/// larger than its lane allows; what the signer says.
pub fn address(
    content: &Content,
    posting: &Posting,
    node: &dyn Signer,
    rng: &mut dyn Random,
) -> Result<Vec<u8>> {
    if !content.to.contains(&posting.to) {
        return Err(Error::Input("the manifest does not name this recipient"));
    }
    let suite = Suite::A1;
    let info = slot_info(suite, (&content.from, &posting.to), &content.message);
    let sealed = kem_seal(&posting.key, &info, content.key.bytes(), rng)?;
    let header = Header {
        suite,
        from: content.from.clone(),
        to: posting.to.clone(),
        epoch: posting.epoch,
        seq: posting.seq,
        previous: posting.previous,
        created: posting.created,
        expires: content.expires,
        lane: posting.lane,
        message: content.message,
        inner: sha256(&content.ciphertext),
        blobs: content.blobs.clone(),
        slot: KeySlot {
            key: posting.key.key_id(),
            sealed,
        },
        sender_card: posting.sender_card,
        recipient_card: posting.recipient_card,
    };
    header
        .check()
        .map_err(|_| Error::Input("the header breaks a rule: dates, number, lane or blobs"))?;
    let signed = sign(HEADER_TYPE, &header.to_bytes(), &[node])?;
    let bytes = frame(&signed, &content.ciphertext);
    if bytes.len() > posting.lane.bytes_max() {
        return Err(Error::Limit {
            what: "envelope bytes",
            max: posting.lane.bytes_max() as u64,
        });
    }
    Ok(bytes)
}

/// `["comity-envelope", 1, signed header, inner ciphertext]`.
pub(super) fn frame(signed_header: &[u8], ciphertext: &[u8]) -> Vec<u8> {
    encode(&Value::Array(vec![
        Value::text(MAGIC),
        Value::Uint(VERSION),
        Value::bytes(signed_header),
        Value::bytes(ciphertext),
    ]))
}
