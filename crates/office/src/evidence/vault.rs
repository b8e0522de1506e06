//! Files in the vault: each encrypted under a key of its own, in a stream, in constant memory.

use bytes::Bytes;
use futures_util::stream::BoxStream;
use futures_util::{Stream, StreamExt};
use model::{Digest, Refusal, limits};
use seal::Hasher;
use seal::chunk::{Decryptor, Encryptor, HEADER_BYTES};
use seal::vault::RecordKey;
use store::blobs::Written;

use crate::error::{Doing, Error, Result};
use crate::office::Office;

/// Context of a file in the vault.
const FILE_CONTEXT: &[u8] = b"comity/evidence";

/// Encrypt a stream of plaintext into a blob under `key`. Answers the blob, and digest and size of the plaintext.
pub(crate) async fn write_sealed<S>(
    office: &Office,
    draft: &str,
    key: &RecordKey,
    plain: S,
) -> Result<(Written, Digest, u64)>
where
    S: Stream<Item = Result<Bytes>> + Send + Unpin,
{
    let blob_key = key.blob_key().doing("encrypt a file")?;
    let (encryptor, header) =
        Encryptor::new(&blob_key, FILE_CONTEXT, &mut office.dice()).doing("encrypt a file")?;
    let seen = std::sync::Arc::new(std::sync::Mutex::new((Hasher::new(), 0u64)));
    let count = std::sync::Arc::clone(&seen);
    let first = futures_util::stream::iter([Ok(Bytes::copy_from_slice(&header))]);
    let rest =
        futures_util::stream::unfold((plain, Some(encryptor)), move |(mut plain, encryptor)| {
            let count = std::sync::Arc::clone(&count);
            async move {
                let mut encryptor = encryptor?;
                let mut out = Vec::new();
                match plain.next().await {
                    Some(Ok(bytes)) => {
                        let mut seen = count
                            .lock()
                            .unwrap_or_else(std::sync::PoisonError::into_inner);
                        seen.0.update(&bytes);
                        seen.1 += bytes.len() as u64;
                        if seen.1 > limits::EVIDENCE_ITEM_BYTES_MAX {
                            let refusal = Refusal::new("TOO-LARGE")
                                .with("max", limits::EVIDENCE_ITEM_BYTES_MAX);
                            return Some((Err(refusal.into()), (plain, None)));
                        }
                        match encryptor.update(&bytes, &mut out).doing("encrypt a file") {
                            Ok(()) => Some((Ok(out.into()), (plain, Some(encryptor)))),
                            Err(error) => Some((Err(error), (plain, None))),
                        }
                    }
                    Some(Err(error)) => Some((Err(error), (plain, None))),
                    None => {
                        let last = encryptor
                            .finish(&mut out)
                            .doing("encrypt a file")
                            .map(|()| out.into());
                        Some((last, (plain, None)))
                    }
                }
            }
        });
    let written = office
        .store()
        .blobs()
        .write(draft, first.chain(rest).boxed())
        .await?;
    let seen = seen
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    Ok((written, seen.0.clone().finish(), seen.1))
}

/// The plaintext of a file in the vault. The last item is an error where the bytes are not what they were.
pub(crate) async fn plain(
    office: &Office,
    blob: Digest,
) -> Result<BoxStream<'static, Result<Bytes>>> {
    let key = office
        .store()
        .blob_key(&blob)
        .await?
        .ok_or_else(|| Error::Key(format!("blob/{blob}")))?;
    let blob_key = key.blob_key().doing("decrypt a file")?;
    let sealed = office.store().blobs().read(blob).await?;
    let state = (sealed, Vec::<u8>::new(), None::<Decryptor>, false);
    let stream =
        futures_util::stream::unfold(state, move |(mut sealed, mut head, mut decryptor, done)| {
            let blob_key = blob_key.clone();
            async move {
                if done {
                    return None;
                }
                let mut out = Vec::new();
                loop {
                    match sealed.next().await {
                        Some(Ok(bytes)) => {
                            let step = match &mut decryptor {
                                Some(open) => open.update(&bytes, &mut out),
                                None => {
                                    head.extend_from_slice(&bytes);
                                    begin(&blob_key, &mut head, &mut decryptor, &mut out)
                                }
                            };
                            if let Err(error) = step.doing("decrypt a file") {
                                return Some((Err(error), (sealed, head, None, true)));
                            }
                            if !out.is_empty() {
                                return Some((Ok(out.into()), (sealed, head, decryptor, false)));
                            }
                        }
                        Some(Err(error)) => {
                            return Some((Err(error.into()), (sealed, head, None, true)));
                        }
                        None => {
                            let end = match decryptor.take() {
                                Some(open) => open
                                    .finish(&mut out)
                                    .doing("decrypt a file")
                                    .map(|()| out.into()),
                                None => Err(Error::input(
                                    "EVIDENCE",
                                    "file",
                                    "the file in the vault is cut off",
                                )),
                            };
                            return Some((end, (sealed, head, None, true)));
                        }
                    }
                }
            }
        });
    Ok(stream.boxed())
}

/// Start decrypting once the header is whole.
fn begin(
    key: &[u8; 32],
    head: &mut Vec<u8>,
    decryptor: &mut Option<Decryptor>,
    out: &mut Vec<u8>,
) -> seal::Result<()> {
    let Some((header, rest)) = head.split_first_chunk::<HEADER_BYTES>() else {
        return Ok(());
    };
    let mut open = Decryptor::new(key, FILE_CONTEXT, header)?;
    open.update(rest, out)?;
    head.clear();
    *decryptor = Some(open);
    Ok(())
}
