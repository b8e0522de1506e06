//! Files: named by the SHA-256 of the stored bytes, written and synced before the row that names them, their digest
//! checked on every read. The store behind is `object_store`: a folder today, S3 by changing an address.

use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::stream::BoxStream;
use futures_util::{Stream, StreamExt};
use model::Digest;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload};
use seal::Hasher;

use crate::error::{Doing, Error, Result};
use crate::fault;

/// How much is handed to the object store at once.
const PART_BYTES: usize = 1 << 20;

/// The blobs of a node.
#[derive(Debug, Clone)]
pub struct Blobs(Arc<dyn ObjectStore>);

/// A blob that was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// SHA-256 of the stored bytes: its name.
    pub digest: Digest,
    /// Its size.
    pub size_bytes: u64,
}

fn key(digest: &Digest) -> Key {
    let name = digest.to_string();
    let shelf = name.get(..2).unwrap_or("00");
    Key::from(format!("{shelf}/{name}"))
}

impl Blobs {
    /// The store behind, for the sweep.
    pub(crate) fn store(&self) -> &dyn ObjectStore {
        &*self.0
    }

    /// The folder.
    pub(crate) fn open(dir: &Path) -> Result<Self> {
        std::fs::create_dir_all(dir).map_err(|source| Error::File {
            doing: "created",
            path: dir.display().to_string(),
            source,
        })?;
        // What a process left half-written when it ended. The folder's lock is held: nobody writes here now.
        match std::fs::remove_dir_all(dir.join("draft")) {
            Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
                return Err(Error::File {
                    doing: "cleared",
                    path: dir.join("draft").display().to_string(),
                    source,
                });
            }
            _ => {}
        }
        half_written(&dir.join("segments"))?;
        let folder = LocalFileSystem::new_with_prefix(dir)
            .doing("open the folder of blobs")?
            .with_fsync(true);
        Ok(Self(Arc::new(folder)))
    }

    /// Write a stream under the name of what it turns out to be. `draft` is a name nobody else uses meanwhile.
    ///
    /// # Errors
    /// What the stream says first, what the disk says; nothing half-written remains under a final name.
    pub async fn write<S, E>(&self, draft: &str, mut stream: S) -> std::result::Result<Written, E>
    where
        S: Stream<Item = std::result::Result<Bytes, E>> + Unpin + Send,
        E: From<Error>,
    {
        fault::point("blob.begin")?;
        let draft = Key::from(format!("draft/{draft}"));
        let mut upload = self.0.put_multipart(&draft).await.doing("begin a blob")?;
        let (mut hasher, mut size_bytes, mut part) =
            (Hasher::new(), 0u64, Vec::with_capacity(PART_BYTES));
        let failed = loop {
            match stream.next().await {
                None => break None,
                Some(Err(error)) => break Some(error),
                Some(Ok(bytes)) => {
                    hasher.update(&bytes);
                    size_bytes += bytes.len() as u64;
                    part.extend_from_slice(&bytes);
                    if part.len() >= PART_BYTES {
                        let full = std::mem::replace(&mut part, Vec::with_capacity(PART_BYTES));
                        if let Err(error) = upload
                            .put_part(PutPayload::from(full))
                            .await
                            .doing("write a blob")
                        {
                            break Some(error.into());
                        }
                    }
                }
            }
        };
        if let Some(error) = failed {
            let _ = upload.abort().await;
            return Err(error);
        }
        upload
            .put_part(PutPayload::from(part))
            .await
            .doing("write a blob")?;
        upload.complete().await.doing("finish a blob")?;
        let digest = hasher.finish();
        fault::point("blob.written")?;
        self.0
            .rename(&draft, &key(&digest))
            .await
            .doing("name a blob")?;
        fault::point("blob.named")?;
        Ok(Written { digest, size_bytes })
    }

    /// Write bytes at hand.
    pub async fn write_all(&self, draft: &str, bytes: Bytes) -> Result<Written> {
        let once = futures_util::stream::iter([Ok::<_, Error>(bytes)]);
        self.write(draft, once).await
    }

    /// Read a blob as a stream; the last item is an error where the bytes are not those of its name.
    pub async fn read(&self, digest: Digest) -> Result<BoxStream<'static, Result<Bytes>>> {
        let place = format!("blob/{digest}");
        let got = match self.0.get(&key(&digest)).await {
            Ok(got) => got,
            Err(object_store::Error::NotFound { .. }) => {
                return Err(Error::Damaged {
                    place,
                    what: "the file is missing".to_owned(),
                });
            }
            Err(source) => {
                return Err(Error::Blob {
                    doing: "read a blob",
                    source,
                });
            }
        };
        let state = (got.into_stream(), Some(Hasher::new()));
        let stream = futures_util::stream::unfold(state, move |(mut stream, hasher)| {
            let place = place.clone();
            async move {
                let mut hasher = hasher?;
                match stream.next().await {
                    Some(Ok(bytes)) => {
                        hasher.update(&bytes);
                        Some((Ok(bytes), (stream, Some(hasher))))
                    }
                    Some(Err(source)) => Some((
                        Err(Error::Blob {
                            doing: "read a blob",
                            source,
                        }),
                        (stream, None),
                    )),
                    None if hasher.finish() == digest => None,
                    None => {
                        let what = "its bytes are not those it is named by".to_owned();
                        Some((Err(Error::Damaged { place, what }), (stream, None)))
                    }
                }
            }
        });
        Ok(stream.boxed())
    }

    /// Some bytes of a blob. Its name is not checked here: the caller holds the digest of just these bytes.
    pub async fn range(&self, digest: Digest, range: std::ops::Range<u64>) -> Result<Bytes> {
        self.0
            .get_range(&key(&digest), range)
            .await
            .doing("read a part of a blob")
    }

    /// Forget a blob.
    pub async fn forget(&self, digest: &Digest) -> Result<()> {
        match self.0.delete(&key(digest)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(source) => Err(Error::Blob {
                doing: "delete a blob",
                source,
            }),
        }
    }

    /// A whole blob, of at most `bytes_max`.
    pub async fn read_all(&self, digest: Digest, bytes_max: usize) -> Result<Vec<u8>> {
        let mut stream = self.read(digest).await?;
        let mut all = Vec::new();
        while let Some(bytes) = stream.next().await {
            all.extend_from_slice(&bytes?);
            if all.len() > bytes_max {
                return Err(Error::TooMuch {
                    what: "a blob read at once",
                    max: bytes_max as u64,
                });
            }
        }
        Ok(all)
    }

    /// Check a blob against its name.
    pub async fn verify(&self, digest: Digest) -> Result<()> {
        let mut stream = self.read(digest).await?;
        while let Some(bytes) = stream.next().await {
            bytes?;
        }
        Ok(())
    }

    /// Keep a segment that arrived, until its blob is whole.
    pub async fn put_segment(&self, root: &Digest, number: u64, bytes: Bytes) -> Result<()> {
        fault::point("segment.write")?;
        let key = segment_key(root, number);
        self.0
            .put(&key, PutPayload::from(bytes))
            .await
            .map(drop)
            .doing("write a segment")
    }

    /// A segment that arrived.
    pub async fn segment(&self, root: &Digest, number: u64) -> Result<Bytes> {
        let got = self
            .0
            .get(&segment_key(root, number))
            .await
            .doing("read a segment")?;
        got.bytes().await.doing("read a segment")
    }

    /// Forget the segments of a blob that is whole and kept.
    pub async fn drop_segments(&self, root: &Digest, count: u64) -> Result<()> {
        for number in 0..count {
            match self.0.delete(&segment_key(root, number)).await {
                Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
                Err(source) => {
                    return Err(Error::Blob {
                        doing: "delete a segment",
                        source,
                    });
                }
            }
        }
        Ok(())
    }
}

/// Remove the segments that a process left half-written: the store behind writes beside the final name, with a `#`.
fn half_written(dir: &Path) -> Result<()> {
    let failed = |source| Error::File {
        doing: "cleared",
        path: dir.display().to_string(),
        source,
    };
    let roots = match std::fs::read_dir(dir) {
        Err(source) if source.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        roots => roots.map_err(failed)?,
    };
    for root in roots {
        for segment in std::fs::read_dir(root.map_err(failed)?.path()).map_err(failed)? {
            let segment = segment.map_err(failed)?;
            if segment.file_name().to_string_lossy().contains('#') {
                std::fs::remove_file(segment.path()).map_err(failed)?;
            }
        }
    }
    Ok(())
}

fn segment_key(root: &Digest, number: u64) -> Key {
    Key::from(format!("segments/{root}/{number}"))
}
