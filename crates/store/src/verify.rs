//! Does the house still say what the ledger says? Every leaf is hashed again, the tree grown again, every row of every
//! listed table compared with the digest of the last entry that names it, every blob with its name.

use std::collections::HashMap;

use model::Digest;
use seal::ledger::{Frontier, Salt, event_leaf};

use crate::error::{Error, Result};
use crate::ledger::{Line, digest};
use crate::open::Store;
use crate::tables::{BLOB, LISTED, Table};

/// Something that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// `record/request:…`, `ledger/17`, `blob/ab12…`.
    pub place: String,
    /// A stable code: `changed`, `missing`, `unlisted`, `leaf`, `tree`, `checkpoint`, `blob`.
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

type Last = HashMap<String, (i64, Digest)>;

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
        let mut found = Found {
            size: self.ledger_size().await?,
            ..Found::default()
        };
        let last = self.verify_leaves(&mut found, sizes, step).await?;
        for table in LISTED {
            self.verify_rows(table, &last, &mut found).await?;
        }
        self.verify_blobs(&mut found).await?;
        Ok(found)
    }

    async fn verify_leaves(
        &self,
        found: &mut Found,
        sizes: &[u64],
        step: &(dyn Fn(u64, u64) + Send + Sync),
    ) -> Result<Last> {
        let (mut tree, mut last) = (Frontier::new(), Last::new());
        let mut expected = 0u64;
        loop {
            let lines = match self.ledger_from(expected, PAGE).await {
                Ok(lines) => lines,
                Err(error) => {
                    found.tell(format!("ledger/{expected}"), "leaf", error.to_string());
                    break;
                }
            };
            if lines.is_empty() {
                break;
            }
            for line in &lines {
                if line.leaf != expected {
                    found.tell(
                        format!("ledger/{expected}"),
                        "missing",
                        "this entry is missing",
                    );
                }
                expected = line.leaf + 1;
                check_leaf(line, found);
                for mark in &line.entry.rows {
                    last.insert(
                        format!("{}/{}", mark.table, mark.id),
                        (mark.version, mark.sha256),
                    );
                }
                let mut nodes = Vec::new();
                tree.append(line.sha256, &mut |level, number, hash| {
                    nodes.push((level, number, hash))
                });
                self.check_nodes(&nodes, found).await?;
                if sizes.contains(&tree.size()) {
                    found.roots.push((tree.size(), tree.root()));
                }
            }
            step(expected, found.size);
        }
        found.root = Some(tree.root());
        Ok(last)
    }

    async fn check_nodes(&self, nodes: &[(u8, u64, Digest)], found: &mut Found) -> Result<()> {
        for (level, number, hash) in nodes {
            let sql = "SELECT sha256 FROM tree WHERE level = $1 AND number = $2";
            let vals = [
                i64::from(*level).into(),
                i64::try_from(*number).unwrap_or(i64::MAX).into(),
            ];
            let row = self.pool().maybe(sql, &vals, "read the tree").await?;
            let stored = row.map(|row| row.text(0)).transpose()?;
            if stored.as_deref() != Some(hash.to_string().as_str()) {
                found.tell(
                    format!("tree/{level}/{number}"),
                    "tree",
                    "this hash of the tree is not what its leaves give",
                );
            }
        }
        Ok(())
    }

    async fn verify_rows(
        &self,
        table: &'static Table,
        last: &Last,
        found: &mut Found,
    ) -> Result<()> {
        let prefix = format!("{}/", table.name);
        let mut unseen: HashMap<&str, &(i64, Digest)> = last
            .iter()
            .filter_map(|(place, mark)| Some((place.strip_prefix(&prefix)?, mark)))
            .collect();
        let mut after = String::new();
        loop {
            let sql = table.select_sql("WHERE id > $1 ORDER BY id LIMIT $2");
            let rows = self
                .pool()
                .all(
                    &sql,
                    &[after.as_str().into(), i64::from(PAGE).into()],
                    "read rows",
                )
                .await?;
            let Some(end) = rows.last() else { break };
            after = end.text(0)?;
            for row in &rows {
                let id = row.text(0)?;
                found.rows += 1;
                let place = format!("{prefix}{id}");
                match (unseen.remove(id.as_str()), table.values(row)) {
                    (None, _) => {
                        found.tell(place, "unlisted", "no entry of the ledger names this row")
                    }
                    (Some((_, expected)), Ok(values)) if table.digest(&values) == *expected => {}
                    (Some(_), _) => found.tell(
                        place,
                        "changed",
                        "a value of this row was changed outside the node",
                    ),
                }
            }
        }
        for id in unseen.into_keys() {
            found.tell(
                format!("{prefix}{id}"),
                "missing",
                "the ledger names this row and it is gone",
            );
        }
        Ok(())
    }

    async fn verify_blobs(&self, found: &mut Found) -> Result<()> {
        let sql = format!(
            "SELECT id FROM {} WHERE key IS NOT NULL ORDER BY id",
            BLOB.name
        );
        for row in self.pool().all(&sql, &[], "read the blobs").await? {
            let name = digest(&row.text(0)?, "blob")?;
            found.blobs += 1;
            match self.blobs().verify(name).await {
                Ok(()) => {}
                Err(Error::Damaged { place, what }) => found.tell(place, "blob", what),
                Err(error) => found.tell(format!("blob/{name}"), "blob", error.to_string()),
            }
        }
        Ok(())
    }
}

fn check_leaf(line: &Line, found: &mut Found) {
    let place = format!("ledger/{}", line.leaf);
    // An erased salt leaves the leaf in the tree and its text unprovable: that is what erasure means.
    if let Some(salt) = line.salt {
        if event_leaf(&Salt(salt), line.json.as_bytes()) != line.sha256 {
            found.tell(
                place,
                "leaf",
                "the text of this entry is not what was hashed into the tree",
            );
        }
    }
}

impl Found {
    fn tell(&mut self, place: String, code: &'static str, what: impl Into<String>) {
        self.problems.push(Problem {
            place,
            code,
            what: what.into(),
        });
    }
}
