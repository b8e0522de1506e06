//! The inner manifest: what the authority signs and the judge reads.

use super::MessageId;
use crate::cbor::{Fields, Form, Value};
use crate::segment::Blob;
use crate::{Digest, Error, Result};
use jiff::Timestamp;
use model::limits::{
    ENVELOPE_PARTS_MAX, FILE_NAME_BYTES_MAX, MANIFEST_TEXT_BYTES_MAX, RECIPIENTS_MAX,
};
use model::{AuthorityId, StateCode};

const WHAT: &str = "manifest";

/// An authority of a State.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// State.
    pub state: StateCode,
    /// Authority.
    pub authority: AuthorityId,
}

/// One part of the message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// File name, or the name of what it is.
    pub name: String,
    /// Media type (RFC 6838).
    pub media_type: String,
    /// Plaintext bytes.
    pub size: u64,
    /// SHA-256 of the plaintext.
    pub sha256: Digest,
    /// Where its ciphertext is, if it travels as a blob; else it is embedded.
    pub blob: Option<Blob>,
}

/// What the authority signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// Names the message.
    pub message: MessageId,
    /// Who sends.
    pub from: Party,
    /// Every recipient: nobody can pass the message on as if it had been addressed to him.
    pub to: Vec<Party>,
    /// The case or request it belongs to, as text.
    pub case: Option<String>,
    /// Code of the purpose.
    pub purpose: String,
    /// The legal basis in words or as an instrument code and article.
    pub legal_basis: String,
    /// Canonical JSON of the handling label.
    pub label: Vec<u8>,
    /// When the authority signed.
    pub created: Timestamp,
    /// After this it is void if not delivered.
    pub expires: Timestamp,
    /// The message it answers.
    pub in_reply_to: Option<MessageId>,
    /// Its parts.
    pub parts: Vec<Part>,
}

impl Part {
    /// An embedded part.
    pub fn small(name: &str, media_type: &str, bytes: &[u8]) -> Self {
        let (name, media_type) = (name.to_owned(), media_type.to_owned());
        Self {
            name,
            media_type,
            size: bytes.len() as u64,
            sha256: crate::sha256(bytes),
            blob: None,
        }
    }

    fn to_cbor(&self) -> Value {
        let mut pairs = vec![
            ("name", Value::text(&self.name)),
            ("type", Value::text(&self.media_type)),
            ("size", Value::Uint(self.size)),
            ("sha256", Value::digest(&self.sha256)),
        ];
        pairs.extend(self.blob.iter().map(|blob| ("blob", blob_to_cbor(blob))));
        Value::map(pairs)
    }

    fn from_cbor(value: Value) -> Result<Self> {
        let mut f = Fields::new(value, "part")?;
        let part = Self {
            name: f.text("name")?,
            media_type: f.text("type")?,
            size: f.uint("size")?,
            sha256: f.digest("sha256")?,
            blob: f.optional("blob").map(blob_from_cbor).transpose()?,
        };
        f.end()?;
        Ok(part)
    }
}

pub(super) fn blob_to_cbor(blob: &Blob) -> Value {
    Value::map([
        ("root", Value::digest(&blob.root)),
        ("size", Value::Uint(blob.size)),
        ("segments", Value::Uint(blob.segments)),
    ])
}

pub(super) fn blob_from_cbor(value: Value) -> Result<Blob> {
    let mut f = Fields::new(value, "blob")?;
    let blob = Blob {
        root: f.digest("root")?,
        size: f.uint("size")?,
        segments: f.uint("segments")?,
    };
    f.end()?;
    if blob.is_sound() {
        Ok(blob)
    } else {
        Err(Error::malformed(
            "blob",
            "size and number of segments do not agree",
        ))
    }
}

pub(super) fn message_id(value: Value) -> Result<MessageId> {
    let bytes = value.into_bytes("message id")?;
    Ok(MessageId(bytes.try_into().map_err(|_| {
        Error::malformed("message id", "not 16 bytes")
    })?))
}

pub(super) fn state(text: &str) -> Result<StateCode> {
    text.parse()
        .map_err(|_| Error::malformed("state", "not a State code"))
}

fn party_to_cbor(party: &Party) -> Value {
    Value::Array(vec![
        Value::text(party.state.as_str()),
        Value::text(party.authority.as_str()),
    ])
}

fn party_from_cbor(value: Value) -> Result<Party> {
    const BAD: Error = Error::malformed("party", "not a State and an authority");
    let pair: [Value; 2] = value.into_array("party")?.try_into().map_err(|_| BAD)?;
    let [code, authority] = pair;
    let authority = authority.into_text("party")?.parse().map_err(|_| BAD)?;
    Ok(Party {
        state: state(&code.into_text("party")?)?,
        authority,
    })
}

impl Manifest {
    /// The rules a manifest obeys by itself.
    pub(super) fn check(&self) -> Result<()> {
        let bad = |why| Err(Error::malformed(WHAT, why));
        if self.to.is_empty() || self.to.len() > RECIPIENTS_MAX {
            return bad("needs 1 to 256 recipients");
        }
        if self.parts.is_empty() || self.parts.len() > ENVELOPE_PARTS_MAX {
            return bad("needs 1 to 1024 parts");
        }
        if self.expires <= self.created {
            return bad("expires before it was made");
        }
        let label: Option<serde_json::Value> = serde_json::from_slice(&self.label).ok();
        if label.is_none_or(|label| crate::canonical_json(&label).as_ref() != Ok(&self.label)) {
            return bad("label is not canonical JSON");
        }
        let texts = [
            Some(&self.purpose),
            Some(&self.legal_basis),
            self.case.as_ref(),
        ];
        if texts
            .into_iter()
            .flatten()
            .any(|text| text.len() > MANIFEST_TEXT_BYTES_MAX)
        {
            return bad("a text is too long");
        }
        let names = self
            .parts
            .iter()
            .flat_map(|part| [&part.name, &part.media_type]);
        if names.into_iter().any(|name| {
            name.is_empty()
                || name.len() > FILE_NAME_BYTES_MAX
                || name.chars().any(char::is_control)
        }) {
            return bad("a part's name or type is empty, too long, or has a control character");
        }
        Ok(())
    }

    /// The blobs, in the order of the parts.
    pub fn blobs(&self) -> Vec<Blob> {
        self.parts.iter().filter_map(|part| part.blob).collect()
    }
}

impl Form for Manifest {
    const NAME: &'static str = WHAT;

    fn to_cbor(&self) -> Value {
        let mut pairs = vec![
            ("v", Value::Uint(1)),
            ("message", Value::bytes(&self.message.0)),
            ("from", party_to_cbor(&self.from)),
            (
                "to",
                Value::Array(self.to.iter().map(party_to_cbor).collect()),
            ),
            ("purpose", Value::text(&self.purpose)),
            ("legal-basis", Value::text(&self.legal_basis)),
            ("label", Value::bytes(&self.label)),
            ("created", Value::time(self.created)),
            ("expires", Value::time(self.expires)),
            (
                "parts",
                Value::Array(self.parts.iter().map(Part::to_cbor).collect()),
            ),
        ];
        pairs.extend(self.case.iter().map(|case| ("case", Value::text(case))));
        pairs.extend(
            self.in_reply_to
                .iter()
                .map(|message| ("in-reply-to", Value::bytes(&message.0))),
        );
        Value::map(pairs)
    }

    fn from_cbor(value: Value) -> Result<Self> {
        let mut f = Fields::new(value, WHAT)?;
        if f.uint("v")? != 1 {
            return Err(Error::Algorithm(WHAT));
        }
        let manifest = Self {
            message: message_id(f.take("message")?)?,
            from: party_from_cbor(f.take("from")?)?,
            to: f.list("to", RECIPIENTS_MAX, party_from_cbor)?,
            case: f
                .optional("case")
                .map(|case| case.into_text("case"))
                .transpose()?,
            purpose: f.text("purpose")?,
            legal_basis: f.text("legal-basis")?,
            label: f.bytes("label")?,
            created: f.time("created")?,
            expires: f.time("expires")?,
            in_reply_to: f.optional("in-reply-to").map(message_id).transpose()?,
            parts: f.list("parts", ENVELOPE_PARTS_MAX, Part::from_cbor)?,
        };
        f.end()?;
        Ok(manifest)
    }
}
