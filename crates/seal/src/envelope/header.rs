//! The outer header: all that the post may see.

use super::MessageId;
use super::manifest::{blob_from_cbor, blob_to_cbor, message_id, state};
use crate::cbor::{Fields, Form, Value};
use crate::segment::Blob;
use crate::suite::{KEM_CIPHERTEXT_BYTES, KemSealed, Suite};
use crate::{Digest, Error, Result};
use jiff::Timestamp;
use model::StateCode;
use model::limits::{
    ENVELOPE_BYTES_MAX, ENVELOPE_LIFE_S, ENVELOPE_PARTS_MAX, ENVELOPE_URGENT_BYTES_MAX,
    SEGMENTS_MAX,
};

const WHAT: &str = "outer header";
/// The only padding known: [`super::padme`] over the inner plaintext.
const PADDING: &str = "padme";
/// A sealed content key: 32 bytes and a tag.
const SLOT_CIPHERTEXT_BYTES: usize = 48;

/// How urgently an envelope travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lane {
    /// For the desk that answers day and night; at most 64 KiB, no blobs.
    Urgent,
    /// The usual lane.
    Normal,
    /// Large content.
    Bulk,
}

impl Lane {
    /// Every lane.
    pub const ALL: [Lane; 3] = [Lane::Urgent, Lane::Normal, Lane::Bulk];

    /// Its name on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Urgent => "urgent",
            Self::Normal => "normal",
            Self::Bulk => "bulk",
        }
    }

    /// The lane with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lane| lane.code() == code)
    }

    /// Largest envelope on this lane, in bytes, without blobs.
    pub const fn bytes_max(self) -> usize {
        match self {
            Self::Urgent => ENVELOPE_URGENT_BYTES_MAX,
            Self::Normal | Self::Bulk => ENVELOPE_BYTES_MAX,
        }
    }
}

/// The content key, sealed to one encryption key of the recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeySlot {
    /// Which of the recipient's keys.
    pub key: Digest,
    /// HPKE encapsulation and ciphertext.
    pub sealed: KemSealed,
}

/// What the node signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Suite of everything in this envelope.
    pub suite: Suite,
    /// Sending State.
    pub from: StateCode,
    /// Receiving State.
    pub to: StateCode,
    /// Stream epoch: a restored node begins a new, higher one.
    pub epoch: u64,
    /// Number in the stream from `from` to `to`, 1 for the first of an epoch.
    pub seq: u64,
    /// Id of the envelope before in the same stream and epoch; none for the first.
    pub previous: Option<Digest>,
    /// When the node sealed it.
    pub created: Timestamp,
    /// After this it is refused.
    pub expires: Timestamp,
    /// Lane.
    pub lane: Lane,
    /// Names the message inside.
    pub message: MessageId,
    /// SHA-256 of the inner ciphertext.
    pub inner: Digest,
    /// Ciphertext blobs that belong to it.
    pub blobs: Vec<Blob>,
    /// The content key for this recipient.
    pub slot: KeySlot,
    /// The sender's card in force.
    pub sender_card: Digest,
    /// The recipient's card as the sender knew it.
    pub recipient_card: Digest,
}

impl Header {
    /// HPKE info: binds suite, sender, recipient and message to the key slot.
    pub(super) fn slot_info(&self) -> Vec<u8> {
        slot_info(self.suite, (&self.from, &self.to), &self.message)
    }

    /// The rules a header obeys by itself.
    pub(super) fn check(&self) -> Result<()> {
        let bad = |why| Err(Error::malformed(WHAT, why));
        let life = self.created.duration_until(self.expires);
        if !life.is_positive() || life.as_secs() > ENVELOPE_LIFE_S {
            return bad("lives longer than 30 days, or not at all");
        }
        if self.seq == 0 || (self.seq == 1) != self.previous.is_none() {
            return bad("number and link to the envelope before do not agree");
        }
        if self.from == self.to {
            return bad("sender and recipient are the same State");
        }
        if self.lane == Lane::Urgent && !self.blobs.is_empty() {
            return bad("blobs on the urgent lane");
        }
        let segments: u64 = self.blobs.iter().map(|blob| blob.segments).sum();
        if segments > SEGMENTS_MAX as u64 {
            return Err(Error::Limit {
                what: "segments of an envelope",
                max: SEGMENTS_MAX as u64,
            });
        }
        Ok(())
    }
}

/// `["comity/slot/1", suite, from, to, message id]` in deterministic CBOR.
pub(super) fn slot_info(
    suite: Suite,
    way: (&StateCode, &StateCode),
    message: &MessageId,
) -> Vec<u8> {
    crate::cbor::encode(&Value::Array(vec![
        Value::text("comity/slot/1"),
        Value::text(suite.code()),
        Value::text(way.0.as_str()),
        Value::text(way.1.as_str()),
        Value::bytes(&message.0),
    ]))
}

impl Form for Header {
    const NAME: &'static str = WHAT;

    fn to_cbor(&self) -> Value {
        let slot = Value::map([
            ("key", Value::digest(&self.slot.key)),
            ("enc", Value::bytes(&self.slot.sealed.enc)),
            ("ct", Value::bytes(&self.slot.sealed.ciphertext)),
        ]);
        let mut pairs = vec![
            ("v", Value::Uint(1)),
            ("suite", Value::text(self.suite.code())),
            ("from", Value::text(self.from.as_str())),
            ("to", Value::text(self.to.as_str())),
            ("epoch", Value::Uint(self.epoch)),
            ("seq", Value::Uint(self.seq)),
            ("created", Value::time(self.created)),
            ("expires", Value::time(self.expires)),
            ("lane", Value::text(self.lane.code())),
            ("message", Value::bytes(&self.message.0)),
            ("inner", Value::digest(&self.inner)),
            (
                "blobs",
                Value::Array(self.blobs.iter().map(blob_to_cbor).collect()),
            ),
            ("slot", slot),
            ("sender-card", Value::digest(&self.sender_card)),
            ("recipient-card", Value::digest(&self.recipient_card)),
            ("padding", Value::text(PADDING)),
        ];
        pairs.extend(
            self.previous
                .iter()
                .map(|digest| ("previous", Value::digest(digest))),
        );
        Value::map(pairs)
    }

    fn from_cbor(value: Value) -> Result<Self> {
        let mut f = Fields::new(value, WHAT)?;
        if f.uint("v")? != 1 || f.text("padding")? != PADDING {
            return Err(Error::Algorithm(WHAT));
        }
        let header = Self {
            suite: Suite::from_code(&f.text("suite")?)?,
            from: state(&f.text("from")?)?,
            to: state(&f.text("to")?)?,
            epoch: f.uint("epoch")?,
            seq: f.uint("seq")?,
            previous: f
                .optional("previous")
                .map(|digest| digest.into_digest("previous"))
                .transpose()?,
            created: f.time("created")?,
            expires: f.time("expires")?,
            lane: Lane::from_code(&f.text("lane")?)
                .ok_or(Error::malformed("lane", "not urgent, normal or bulk"))?,
            message: message_id(f.take("message")?)?,
            inner: f.digest("inner")?,
            blobs: f.list("blobs", ENVELOPE_PARTS_MAX, blob_from_cbor)?,
            slot: read_slot(f.take("slot")?)?,
            sender_card: f.digest("sender-card")?,
            recipient_card: f.digest("recipient-card")?,
        };
        f.end()?;
        Ok(header)
    }
}

fn read_slot(value: Value) -> Result<KeySlot> {
    let mut f = Fields::new(value, "key slot")?;
    let slot = KeySlot {
        key: f.digest("key")?,
        sealed: KemSealed {
            enc: f.bytes("enc")?,
            ciphertext: f.bytes("ct")?,
        },
    };
    f.end()?;
    if slot.sealed.enc.len() != KEM_CIPHERTEXT_BYTES
        || slot.sealed.ciphertext.len() != SLOT_CIPHERTEXT_BYTES
    {
        return Err(Error::malformed("key slot", "wrong length"));
    }
    Ok(slot)
}
