//! Reading envelopes: each step refuses with a stable reason.

use super::content::{ContentKey, PartDecryptor, open_inner};
use super::header::Header;
use super::manifest::Manifest;
use super::refused::{Reason, Refused};
use super::{HEADER_TYPE, MAGIC, MANIFEST_TYPE, VERSION, envelope_id};
use crate::card::{CLOCK_TOLERANCE, OpenCard};
use crate::cbor::{Value, decode, decode_exact};
use crate::chunk::HEADER_BYTES;
use crate::cose::Signed;
use crate::suite::{KemKeyPair, kem_open};
use crate::{Digest, Error, sha256};
use jiff::Timestamp;
use model::StateCode;
use model::limits::ENVELOPE_BYTES_MAX;

type Result<T> = core::result::Result<T, Refused>;

/// An envelope whose form is in order; nothing is verified yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// SHA-256 of its bytes.
    pub id: Digest,
    /// What the node signed.
    pub header: Header,
    signed: Signed,
    inner: Vec<u8>,
}

/// Where and when an envelope arrives.
#[derive(Debug, Clone, Copy)]
pub struct Arrival<'a> {
    /// This State.
    pub me: &'a StateCode,
    /// Digests of our cards that senders may still go by.
    pub my_cards: &'a [Digest],
    /// Now.
    pub now: Timestamp,
}

/// A signature missing already when reading means that it was left out.
fn stripped(error: Error) -> Refused {
    match error {
        Error::Signature(place) => Refused::new(Reason::SignatureStripped, place),
        other => other.into(),
    }
}

fn part_mismatch(detail: &str) -> Refused {
    Refused::new(Reason::PartMismatch, detail)
}

impl Envelope {
    /// Reads an envelope of at most 1 MiB (64 KiB on the urgent lane).
    ///
    /// # Errors
    /// [`Reason::Malformed`], [`Reason::TooLarge`], [`Reason::SuiteUnknown`], [`Reason::SignatureStripped`].
    pub fn parse(bytes: &[u8]) -> Result<Self> {
        let bad = |why| Refused::from(Error::malformed("envelope", why));
        let items = decode(bytes, ENVELOPE_BYTES_MAX)?.into_array("envelope")?;
        let parts: [Value; 4] = items.try_into().map_err(|_| bad("not four items"))?;
        let [magic, version, signed, inner] = parts;
        if magic != Value::text(MAGIC) {
            return Err(bad("not an envelope"));
        }
        if version != Value::Uint(VERSION) {
            return Err(Error::Algorithm("envelope").into());
        }
        let signed = signed.into_bytes("outer header")?;
        let inner = inner.into_bytes("inner layer")?;
        let signed = Signed::parse(&signed, HEADER_TYPE, ENVELOPE_BYTES_MAX).map_err(stripped)?;
        let header: Header = decode_exact(&signed.payload, ENVELOPE_BYTES_MAX)?;
        header.check()?;
        if signed.pairs.len() != 1 {
            return Err(bad("exactly one node signs"));
        }
        let max = header.lane.bytes_max();
        if bytes.len() > max {
            return Err(Error::Limit {
                what: "envelope bytes on its lane",
                max: max as u64,
            }
            .into());
        }
        if sha256(&inner) != header.inner {
            return Err(bad("the inner layer is not the one in the header"));
        }
        Ok(Self {
            id: envelope_id(bytes),
            header,
            signed,
            inner,
        })
    }

    /// Checks that it is for us, from the State of `sender` under that card, signed by its node, and in time.
    ///
    /// # Errors
    /// [`Reason::NotAddressed`], [`Reason::SenderCard`], [`Reason::SignerUnknown`], [`Reason::SignatureInvalid`],
    /// [`Reason::RecipientCard`], [`Reason::Expired`], [`Reason::NotYet`]; in this order, so that the last three are
    /// known to concern a genuine envelope.
    pub fn verify_outer(&self, sender: &OpenCard, arrival: Arrival<'_>) -> Result<()> {
        let header = &self.header;
        if header.to != *arrival.me {
            return Err(Refused::new(
                Reason::NotAddressed,
                "the envelope is for another State",
            ));
        }
        if header.from != sender.card.code || header.sender_card != sender.digest {
            return Err(Refused::new(
                Reason::SenderCard,
                "made under another card of the sender than the one held",
            ));
        }
        let Some(pair) = self.signed.pairs.first() else {
            return Err(Refused::new(Reason::SignatureStripped, "no signature"));
        };
        self.signed
            .verify(sender.node_key(&pair.key, header.created)?)?;
        if !arrival.my_cards.contains(&header.recipient_card) {
            return Err(Refused::new(
                Reason::RecipientCard,
                "made for a card of ours that is not in force",
            ));
        }
        if arrival.now >= header.expires {
            return Err(Refused::new(
                Reason::Expired,
                "the envelope's time has passed",
            ));
        }
        let latest = arrival
            .now
            .saturating_add(CLOCK_TOLERANCE)
            .unwrap_or(Timestamp::MAX);
        if header.created > latest {
            return Err(Refused::new(
                Reason::NotYet,
                "the envelope is dated in the future",
            ));
        }
        Ok(())
    }

    /// Decrypts the inner layer with the key the slot asks for, and checks that both layers say the same and that the
    /// embedded parts are those of the manifest. Who signed it is checked by [`Opened::verify_inner`].
    ///
    /// # Errors
    /// [`Reason::KeyUnknown`], [`Reason::Decryption`], [`Reason::Malformed`], [`Reason::SignatureStripped`],
    /// [`Reason::LayersDisagree`], [`Reason::PartMismatch`].
    pub fn open(&self, keys: &dyn Fn(&Digest) -> Option<KemKeyPair>) -> Result<Opened> {
        let header = &self.header;
        let pair = keys(&header.slot.key).ok_or_else(|| {
            Refused::new(
                Reason::KeyUnknown,
                "the decryption key is not ours, or was destroyed in its time",
            )
        })?;
        let content_key = kem_open(&pair, &header.slot_info(), &header.slot.sealed)?;
        let content_key = ContentKey::from_slot(&content_key)?;
        let (signed_bytes, small) = open_inner(&content_key, &header.message, &self.inner)?;
        let signed =
            Signed::parse(&signed_bytes, MANIFEST_TYPE, ENVELOPE_BYTES_MAX).map_err(stripped)?;
        let manifest: Manifest = decode_exact(&signed.payload, ENVELOPE_BYTES_MAX)?;
        manifest.check()?;
        layers_agree(header, &manifest)?;
        let parts = match_parts(&manifest, small)?;
        Ok(Opened {
            manifest,
            signed_manifest: signed_bytes,
            parts,
            signed,
            content_key,
        })
    }
}

fn layers_agree(header: &Header, manifest: &Manifest) -> Result<()> {
    let disagree = |detail| Err(Refused::new(Reason::LayersDisagree, detail));
    if manifest.message != header.message {
        return disagree("message id");
    }
    if manifest.from.state != header.from {
        return disagree("sender");
    }
    if !manifest.to.iter().any(|party| party.state == header.to) {
        return disagree("the manifest does not name this recipient");
    }
    if manifest.expires != header.expires || manifest.created > header.created {
        return disagree("dates");
    }
    if manifest.blobs() != header.blobs {
        return disagree("blobs");
    }
    Ok(())
}

fn match_parts(manifest: &Manifest, small: Vec<Vec<u8>>) -> Result<Vec<Option<Vec<u8>>>> {
    let mut small = small.into_iter();
    let mut parts = Vec::with_capacity(manifest.parts.len());
    for part in &manifest.parts {
        if part.blob.is_some() {
            parts.push(None);
            continue;
        }
        let bytes = small
            .next()
            .ok_or_else(|| part_mismatch("an embedded part is missing"))?;
        if sha256(&bytes) != part.sha256 || bytes.len() as u64 != part.size {
            return Err(part_mismatch(
                "an embedded part is not the one in the manifest",
            ));
        }
        parts.push(Some(bytes));
    }
    if small.next().is_some() {
        return Err(part_mismatch(
            "an embedded part that the manifest does not name",
        ));
    }
    Ok(parts)
}

/// A decrypted envelope.
#[derive(Clone)]
pub struct Opened {
    /// What the authority says.
    pub manifest: Manifest,
    /// The manifest as signed: the object for the judge, kept with the case.
    pub signed_manifest: Vec<u8>,
    /// The embedded parts, in the manifest's order; `None` for those that travel as blobs.
    pub parts: Vec<Option<Vec<u8>>>,
    signed: Signed,
    content_key: ContentKey,
}

impl core::fmt::Debug for Opened {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(
            f,
            "Opened({}, {} parts)",
            self.manifest.message,
            self.parts.len()
        )
    }
}

impl Opened {
    /// Checks that the authority named in the manifest signed it with a key of its State's card.
    ///
    /// # Errors
    /// [`Reason::SenderCard`], [`Reason::SignerUnknown`], [`Reason::SignatureInvalid`].
    pub fn verify_inner(&self, sender: &OpenCard) -> Result<()> {
        if self.manifest.from.state != sender.card.code {
            return Err(Refused::new(
                Reason::SenderCard,
                "the card is another State's",
            ));
        }
        let [pair] = self.signed.pairs.as_slice() else {
            return Err(Refused::new(
                Reason::Malformed,
                "exactly one authority signs",
            ));
        };
        let public = sender.authority_key(
            &self.manifest.from.authority,
            &pair.key,
            self.manifest.created,
        )?;
        Ok(self.signed.verify(public)?)
    }

    /// Starts decrypting bulk part number `part`; `first` are the first 56 bytes of its blob.
    ///
    /// # Errors
    /// [`Reason::PartMismatch`] when the manifest has no such bulk part; [`Reason::Decryption`] when the blob is not it.
    pub fn part_decryptor(&self, part: u32, first: &[u8; HEADER_BYTES]) -> Result<PartDecryptor> {
        let at = usize::try_from(part).unwrap_or(usize::MAX);
        let described = self
            .manifest
            .parts
            .get(at)
            .filter(|part| part.blob.is_some());
        let described = described.ok_or_else(|| part_mismatch("no such bulk part"))?;
        let expect = (described.sha256, described.size);
        Ok(PartDecryptor::new(
            &self.content_key,
            (&self.manifest.message, part),
            first,
            expect,
        )?)
    }
}
