//! Blobs as the record knows them: whose they are and their keys; and the segments of those that are still arriving.
//! The bytes themselves are in [`crate::blobs`].

use jiff::Timestamp;
use model::Digest;
use seal::vault::RecordKey;

use crate::error::Result;
use crate::ledger::digest;
use crate::open::Store;
use crate::tables::BLOB;
use crate::tx::{Tx, as_i64, damaged};

impl Tx {
    /// Name a blob that was written for a record, with its key.
    pub async fn put_blob(
        &mut self,
        written: crate::blobs::Written,
        record: &str,
        key: &RecordKey,
        now: Timestamp,
    ) -> Result<()> {
        let id = written.digest.to_string();
        if self.get(&BLOB, &id).await?.is_some() {
            return Ok(());
        }
        let wrapped = self.vault.wrap(key, &id, &mut *self.dice)?;
        self.mark_blob(written.digest);
        let values = vec![
            id.into(),
            1.into(),
            as_i64(written.size_bytes).into(),
            record.into(),
            Some(wrapped).into(),
            now.as_microsecond().into(),
        ];
        self.put(&BLOB, values).await
    }
}

impl Store {
    /// The key of a blob; `None` where it was destroyed or never was.
    pub async fn blob_key(&self, blob: &Digest) -> Result<Option<RecordKey>> {
        let id = blob.to_string();
        let row = self
            .pool()
            .maybe(
                "SELECT key FROM blob WHERE id = $1",
                &[id.as_str().into()],
                "read a blob's key",
            )
            .await?;
        let Some(wrapped) = row.map(|row| row.opt_bytes(0)).transpose()?.flatten() else {
            return Ok(None);
        };
        self.vault().unwrap(&wrapped, &id).map(Some)
    }

    /// Remember a segment that is on disk.
    pub async fn keep_segment(
        &self,
        root: &Digest,
        number: u64,
        size: u64,
        sha256: &Digest,
    ) -> Result<()> {
        let sql = "INSERT INTO segment (root, number, size, sha256) VALUES ($1, $2, $3, $4) ON CONFLICT (root, number) DO NOTHING";
        let vals = vec![
            root.to_string().into(),
            as_i64(number).into(),
            as_i64(size).into(),
            sha256.to_string().into(),
        ];
        self.house(sql, vals, "remember a segment").await
    }

    /// The segments of a blob that are here, with their digests.
    pub async fn segments(&self, root: &Digest) -> Result<Vec<(u64, Digest)>> {
        let sql = "SELECT number, sha256 FROM segment WHERE root = $1 ORDER BY number";
        let rows = self
            .pool()
            .all(sql, &[root.to_string().into()], "read segments")
            .await?;
        rows.iter()
            .map(|row| {
                let number = u64::try_from(row.int(0)?)
                    .map_err(|_| damaged("segment", "a negative number"))?;
                Ok((number, digest(&row.text(1)?, "segment")?))
            })
            .collect()
    }

    /// Forget the segments of a blob.
    pub async fn forget_segments(&self, root: &Digest) -> Result<()> {
        self.house(
            "DELETE FROM segment WHERE root = $1",
            vec![root.to_string().into()],
            "forget segments",
        )
        .await
    }
}
