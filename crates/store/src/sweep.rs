//! What of the files no row tells: for the sweep at start. Nothing is deleted here but the segments that are named.

use std::collections::BTreeSet;

use futures_util::TryStreamExt;
use jiff::Timestamp;
use model::Digest;
use object_store::path::Path as Key;

use crate::error::{Doing, Result};
use crate::ledger::digest;
use crate::open::Store;

/// Folders beside the blobs themselves.
const SEGMENTS: &str = "segments";

impl Store {
    /// Blobs last written before this moment that no row names.
    ///
    /// # Errors
    /// If rows or the folder cannot be read.
    pub async fn orphans(&self, before: Timestamp) -> Result<Vec<Digest>> {
        // First the files, then the rows: what is named meanwhile is named.
        let mut files = self.blobs().named_before(before).await?;
        let sql = "SELECT id FROM blob UNION SELECT blob FROM transit UNION SELECT blob FROM list";
        let rows = self.pool().all(sql, &[], "read the names of blobs").await?;
        let mut named = BTreeSet::new();
        for row in &rows {
            named.insert(digest(&row.text(0)?, "blob")?);
        }
        files.retain(|file| !named.contains(file));
        Ok(files)
    }

    /// Envelopes whose bulk parts are still remembered.
    ///
    /// # Errors
    /// If the rows cannot be read.
    pub async fn transit_envelopes(&self) -> Result<Vec<Digest>> {
        let sql = "SELECT DISTINCT envelope FROM transit";
        let rows = self.pool().all(sql, &[], "read bulk parts").await?;
        rows.iter()
            .map(|row| digest(&row.text(0)?, "transit"))
            .collect()
    }

    /// Roots of blobs that arrived in segments, none of them written since this moment.
    ///
    /// # Errors
    /// If the folder cannot be read.
    pub async fn segment_roots(&self, before: Timestamp) -> Result<Vec<Digest>> {
        let (mut old, mut young) = (BTreeSet::new(), BTreeSet::new());
        for (key, at) in self.blobs().keys(Some(SEGMENTS)).await? {
            let root = key.parts().nth(1).and_then(|p| p.as_ref().parse().ok());
            if let Some(root) = root {
                let set = if at < before { &mut old } else { &mut young };
                set.insert(root);
            }
        }
        Ok(old.difference(&young).copied().collect())
    }

    /// Forget every segment of a blob, rows first.
    ///
    /// # Errors
    /// If rows or files cannot be deleted.
    pub async fn sweep_segments(&self, root: &Digest) -> Result<()> {
        self.forget_segments(root).await?;
        let folder = format!("{SEGMENTS}/{root}");
        for (key, _) in self.blobs().keys(Some(&folder)).await? {
            self.blobs().delete(&key).await?;
        }
        Ok(())
    }
}

impl crate::Blobs {
    /// Files and when they were last written.
    pub(crate) async fn keys(&self, folder: Option<&str>) -> Result<Vec<(Key, Timestamp)>> {
        let folder = folder.map(Key::from);
        let found: Vec<_> = self
            .store()
            .list(folder.as_ref())
            .try_collect()
            .await
            .doing("list the blobs")?;
        Ok(found
            .into_iter()
            .map(|file| {
                let at = Timestamp::from_second(file.last_modified.timestamp());
                (file.location, at.unwrap_or(Timestamp::MAX))
            })
            .collect())
    }

    async fn named_before(&self, before: Timestamp) -> Result<Vec<Digest>> {
        let all = self.keys(None).await?;
        let old = all.into_iter().filter(|(_, at)| *at < before);
        // Two levels: the shelf and the digest itself. Drafts and segments are named otherwise.
        Ok(old
            .filter_map(|(key, _)| {
                let mut parts = key.parts();
                let (shelf, name) = (parts.next()?, parts.next()?);
                let blob: Digest = name.as_ref().parse().ok()?;
                let whole = parts.next().is_none() && name.as_ref().starts_with(shelf.as_ref());
                whole.then_some(blob)
            })
            .collect())
    }

    async fn delete(&self, key: &Key) -> Result<()> {
        use object_store::ObjectStoreExt as _;
        match self.store().delete(key).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(source) => Err(crate::Error::Blob {
                doing: "delete a segment",
                source,
            }),
        }
    }
}
