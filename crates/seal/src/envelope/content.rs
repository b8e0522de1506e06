//! The encrypted content: one random content key for each message, subkeys for the inner layer and for each blob, the padding.

use super::{MessageId, padme};
use crate::cbor::{Value, decode, encode};
use crate::chunk::{Decryptor, Encryptor, HEADER_BYTES, open_all, seal_all};
use crate::gcm::{Secret, subkey};
use crate::segment::{SegmentTree, Segmenter};
use crate::{Digest, Error, Hasher, Random, Result};
use model::limits::{ENVELOPE_BYTES_MAX, ENVELOPE_PARTS_MAX};
use zeroize::Zeroizing;

/// Bytes of the length before the inner plaintext.
const LEN_BYTES: usize = 8;

/// The content key of one message.
#[derive(Clone)]
pub(super) struct ContentKey(Secret);

impl ContentKey {
    pub(super) fn from_slot(bytes: &[u8]) -> Result<Self> {
        let bytes: [u8; 32] = bytes
            .try_into()
            .map_err(|_| Error::malformed("key slot", "content key is not 32 bytes"))?;
        Ok(Self(Zeroizing::new(bytes)))
    }

    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    fn inner(&self) -> Result<Secret> {
        subkey(&self.0, &[b"comity/envelope/inner/1"])
    }

    fn part(&self, part: u32) -> Result<Secret> {
        subkey(&self.0, &[b"comity/envelope/part/1", &part.to_be_bytes()])
    }
}

fn part_context(message: &MessageId, part: u32) -> [u8; 20] {
    let mut context = [0; 20];
    for (to, from) in context
        .iter_mut()
        .zip(message.0.iter().chain(&part.to_be_bytes()))
    {
        *to = *from;
    }
    context
}

/// A message being made: its id and its fresh content key.
#[derive(Clone)]
pub struct Draft {
    pub(super) message: MessageId,
    pub(super) key: ContentKey,
}

impl core::fmt::Debug for Draft {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Draft({})", self.message)
    }
}

impl Draft {
    /// Starts a message.
    pub fn new(message: MessageId, rng: &mut dyn Random) -> Self {
        Self {
            message,
            key: ContentKey(Zeroizing::new(rng.bytes())),
        }
    }

    /// The message's id.
    pub fn message(&self) -> MessageId {
        self.message
    }

    /// Encrypts part number `part` (its place in [`super::Manifest::parts`]) as a blob; the first bytes go to `out` at once.
    /// A part is encrypted once for each draft.
    ///
    /// # Errors
    /// [`Error::Key`] only if the cipher cannot be set up.
    pub fn part_encryptor(
        &self,
        part: u32,
        rng: &mut dyn Random,
        out: &mut Vec<u8>,
    ) -> Result<PartEncryptor> {
        let (encryptor, header) = Encryptor::new(
            &*self.key.part(part)?,
            &part_context(&self.message, part),
            rng,
        )?;
        let mut segmenter = Segmenter::new();
        segmenter.update(&header);
        out.extend_from_slice(&header);
        Ok(PartEncryptor {
            encryptor,
            segmenter,
            plain: Hasher::new(),
            size: 0,
        })
    }
}

/// Encrypts one bulk part in constant memory, hashing plaintext and ciphertext on the way.
#[derive(Debug)]
pub struct PartEncryptor {
    encryptor: Encryptor,
    segmenter: Segmenter,
    plain: Hasher,
    size: u64,
}

/// What is known of a bulk part when it is encrypted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkPart {
    /// SHA-256 of the plaintext.
    pub sha256: Digest,
    /// Plaintext bytes.
    pub size: u64,
    /// The segments of the ciphertext; [`SegmentTree::blob`] goes into the manifest.
    pub tree: SegmentTree,
}

impl BulkPart {
    /// The part's line in the manifest.
    pub fn part(&self, name: &str, media_type: &str) -> super::Part {
        let (name, media_type) = (name.to_owned(), media_type.to_owned());
        super::Part {
            name,
            media_type,
            size: self.size,
            sha256: self.sha256,
            blob: Some(self.tree.blob()),
        }
    }
}

impl PartEncryptor {
    /// Takes plaintext, appends ciphertext to `out`.
    ///
    /// # Errors
    /// [`Error::Limit`] beyond what the scheme can carry.
    pub fn update(&mut self, plain: &[u8], out: &mut Vec<u8>) -> Result<()> {
        let start = out.len();
        self.encryptor.update(plain, out)?;
        self.plain.update(plain);
        self.size += plain.len() as u64;
        self.segmenter.update(out.get(start..).unwrap_or_default());
        Ok(())
    }

    /// Ends the part: the last ciphertext goes to `out`.
    ///
    /// # Errors
    /// [`Error::Limit`] when the blob is too large.
    pub fn finish(mut self, out: &mut Vec<u8>) -> Result<BulkPart> {
        let start = out.len();
        self.encryptor.finish(out)?;
        self.segmenter.update(out.get(start..).unwrap_or_default());
        Ok(BulkPart {
            sha256: self.plain.finish(),
            size: self.size,
            tree: self.segmenter.finish()?,
        })
    }
}

/// Decrypts one bulk part in constant memory, and checks it against the manifest at the end.
#[derive(Debug)]
pub struct PartDecryptor {
    decryptor: Decryptor,
    plain: Hasher,
    size: u64,
    expect: (Digest, u64),
}

impl PartDecryptor {
    pub(super) fn new(
        key: &ContentKey,
        at: (&MessageId, u32),
        header: &[u8; HEADER_BYTES],
        expect: (Digest, u64),
    ) -> Result<Self> {
        let (message, part) = at;
        let decryptor = Decryptor::new(&*key.part(part)?, &part_context(message, part), header)?;
        Ok(Self {
            decryptor,
            plain: Hasher::new(),
            size: 0,
            expect,
        })
    }

    /// Takes ciphertext after the header, appends plaintext to `out`. Do not show it before [`PartDecryptor::finish`].
    ///
    /// # Errors
    /// [`Error::Decrypt`].
    pub fn update(&mut self, sealed: &[u8], out: &mut Vec<u8>) -> Result<()> {
        let start = out.len();
        self.decryptor.update(sealed, out)?;
        self.count(out.get(start..).unwrap_or_default());
        Ok(())
    }

    fn count(&mut self, plain: &[u8]) {
        self.plain.update(plain);
        self.size += plain.len() as u64;
    }

    /// Ends: the last plaintext goes to `out`; whole, and what the manifest says.
    ///
    /// # Errors
    /// [`Error::Decrypt`] when cut or altered; [`Error::Proof`] when the manifest describes other content.
    pub fn finish(mut self, out: &mut Vec<u8>) -> Result<()> {
        let start = out.len();
        let mut last = Vec::new();
        let decryptor = self.decryptor;
        decryptor.finish(&mut last)?;
        out.append(&mut last);
        let tail = out.get(start..).unwrap_or_default();
        self.plain.update(tail);
        self.size += tail.len() as u64;
        if (self.plain.finish(), self.size) == self.expect {
            Ok(())
        } else {
            Err(Error::Proof("part of the message"))
        }
    }
}

/// Encrypts manifest and embedded parts: `length (8 bytes, big-endian) || CBOR [manifest, [part, ...]] || zeroes`, padded by
/// Padmé, in chunks with key commitment, so that one ciphertext cannot say different things to different recipients.
pub(super) fn seal_inner(
    draft: &Draft,
    manifest: &[u8],
    small: &[Vec<u8>],
    rng: &mut dyn Random,
) -> Result<Vec<u8>> {
    let parts = small.iter().map(|part| Value::bytes(part)).collect();
    let body = Zeroizing::new(encode(&Value::Array(vec![
        Value::bytes(manifest),
        Value::Array(parts),
    ])));
    let mut plain = Zeroizing::new(Vec::with_capacity(padme(LEN_BYTES + body.len())));
    plain.extend_from_slice(&(body.len() as u64).to_be_bytes());
    plain.extend_from_slice(&body);
    plain.resize(padme(LEN_BYTES + body.len()), 0);
    seal_all(&*draft.key.inner()?, &draft.message.0, &plain, rng)
}

/// Decrypts [`seal_inner`]: the signed manifest's bytes and the embedded parts.
pub(super) fn open_inner(
    key: &ContentKey,
    message: &MessageId,
    sealed: &[u8],
) -> Result<(Vec<u8>, Vec<Vec<u8>>)> {
    let bad = |why| Error::malformed("inner layer", why);
    let plain = open_all(&*key.inner()?, &message.0, sealed)?;
    let (len, rest) = plain
        .split_first_chunk::<LEN_BYTES>()
        .ok_or(bad("too short"))?;
    let len = usize::try_from(u64::from_be_bytes(*len)).map_err(|_| bad("length"))?;
    let (body, padding) = rest.split_at_checked(len).ok_or(bad("length"))?;
    if plain.len() != padme(LEN_BYTES + len) || padding.iter().any(|byte| *byte != 0) {
        return Err(bad("padding"));
    }
    let parts: [Value; 2] = decode(body, ENVELOPE_BYTES_MAX)?
        .into_array("inner layer")?
        .try_into()
        .map_err(|_| bad("not two items"))?;
    let [manifest, small] = parts;
    let small = small.into_array("parts")?;
    if small.len() > ENVELOPE_PARTS_MAX {
        return Err(Error::Limit {
            what: "parts",
            max: ENVELOPE_PARTS_MAX as u64,
        });
    }
    let small = small
        .into_iter()
        .map(|part| part.into_bytes("part"))
        .collect::<Result<_>>()?;
    Ok((manifest.into_bytes("manifest")?, small))
}
