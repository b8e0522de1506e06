//! Does the house still say what the ledger says? Every leaf is hashed again, the tree grown again (`leaves`), every row
//! of every listed table compared with the digest of the last entry that names it (`rows`), every blob with its name.
//! All rows are read as of one moment, so that a node that works on meanwhile raises no false alarm.

mod leaves;
mod rows;

use model::Digest;

use crate::error::{Error, Result};
use crate::ledger::digest;
use crate::open::Store;
use crate::tables::LISTED;

/// Something that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// `record/request:…`, `ledger/17`, `blob/ab12…`.
    pub place: String,
    /// A stable code: `changed`, `missing`, `unlisted`, `leaf`, `tree`, `blob`.
    pub code: &'static str,
    /// One sentence.
    pub what: String,
}

/// What a verification found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Entries in the ledger.
    pub size: u64,
    /// Root hash, computed anew.
    pub root: Option<Digest>,
    /// Root hashes at the sizes asked for, computed anew.
    pub roots: Vec<(u64, Digest)>,
    /// Rows compared.
    pub rows: u64,
    /// Blobs read and compared.
    pub blobs: u64,
    /// What does not hold; empty when everything does.
    pub problems: Vec<Problem>,
}

/// Rows read at once.
const PAGE: u32 = 512;

impl Store {
    /// Verify everything. `sizes` are those of the checkpoints whose roots the caller compares; `step` is told how far it is.
    ///
    /// # Errors
    /// Only where the database cannot be read at all; what does not hold is in the answer.
    pub async fn verify(
        &self,
        sizes: &[u64],
        step: &(dyn Fn(u64, u64) + Send + Sync),
    ) -> Result<Found> {
        let mut snap = self.pool().snapshot().await?;
        let mut found = Found::default();
        let last = leaves::walk(&mut snap, &mut found, sizes, step).await?;
        for table in LISTED {
            rows::compare(&mut snap, table, &last, &mut found).await?;
        }
        let mut names = Vec::new();
        let sql = "SELECT id FROM blob WHERE key IS NOT NULL ORDER BY id";
        for row in snap.all(sql, &[], "read the blobs").await? {
            // A name that cannot be read was told as a row that was changed.
            if let Ok(name) = row.text(0).and_then(|id| digest(&id, "blob")) {
                names.push(name);
            }
        }
        drop(snap);
        for name in names {
            self.verify_blob(name, &mut found).await?;
        }
        Ok(found)
    }

    async fn verify_blob(&self, name: Digest, found: &mut Found) -> Result<()> {
        found.blobs += 1;
        let problem = match self.blobs().verify(name).await {
            Ok(()) => return Ok(()),
            Err(Error::Damaged { what, .. }) => what,
            Err(error) => error.to_string(),
        };
        // It may have been destroyed by an act since the moment that is verified.
        let sql = "SELECT id FROM blob WHERE id = $1 AND key IS NOT NULL";
        let vals = [name.to_string().into()];
        if self
            .pool()
            .maybe(sql, &vals, "read a blob")
            .await?
            .is_some()
        {
            found.tell(format!("blob/{name}"), "blob", problem);
        }
        Ok(())
    }
}

impl Found {
    fn tell(&mut self, place: impl Into<String>, code: &'static str, what: impl Into<String>) {
        self.problems.push(Problem {
            place: place.into(),
            code,
            what: what.into(),
        });
    }
}
