//! Shared lists: one row for each list in force and one for each version there ever was; the records themselves are a blob that
//! the row names.

use jiff::Timestamp;
use model::Digest;

use crate::error::Result;
use crate::ledger::digest;
use crate::open::Store;
use crate::records::time;
use crate::row::{Row, Val};
use crate::tables::{LIST, LIST_VERSION};
use crate::tx::{Tx, as_i64};

/// A list as it was last imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// Short name, unique: `un-sc`.
    pub id: String,
    /// Counted from 1, one an import.
    pub version: i64,
    /// What people call it.
    pub name: String,
    /// The form of the file it came in: `un-xml`.
    pub format: String,
    /// SHA-256 of the file as it came; of several files, of the lines that `sha256sum` prints for them.
    pub sha256: Digest,
    /// The date the file says it was made.
    pub published: Option<String>,
    /// When it was imported.
    pub imported: Timestamp,
    /// Individuals on it.
    pub individuals: u64,
    /// Entities on it.
    pub entities: u64,
    /// Since the version before.
    pub added: u64,
    /// Since the version before.
    pub changed: u64,
    /// Since the version before.
    pub removed: u64,
    /// The blob with the records.
    pub blob: Digest,
}

fn list(row: &Row) -> Result<List> {
    let id = row.text(0)?;
    let place = format!("list/{id}");
    let count = |i: usize| -> Result<u64> { Ok(u64::try_from(row.int(i)?).unwrap_or(0)) };
    Ok(List {
        version: row.int(1)?,
        name: row.text(2)?,
        format: row.text(3)?,
        sha256: digest(&row.text(4)?, &place)?,
        published: row.opt_text(5)?,
        imported: time(row.int(6)?, &place)?,
        individuals: count(7)?,
        entities: count(8)?,
        added: count(9)?,
        changed: count(10)?,
        removed: count(11)?,
        blob: digest(&row.text(12)?, &place)?,
        id,
    })
}

impl Tx {
    /// Write a list's new version: it is in force, and it stays among the versions.
    pub async fn put_list(&mut self, l: &List) -> Result<()> {
        // Such a row is never written again, so it stays the first version of itself.
        let kept = values(l, (format!("{}/{}", l.id, l.version), 1));
        self.put(&LIST_VERSION, kept).await?;
        self.put(&LIST, values(l, (l.id.clone(), l.version))).await
    }

    /// A list.
    pub async fn list(&mut self, id: &str) -> Result<Option<List>> {
        self.get(&LIST, id).await?.as_ref().map(list).transpose()
    }
}

fn values(l: &List, (id, version): (String, i64)) -> Vec<Val> {
    vec![
        id.into(),
        version.into(),
        l.name.clone().into(),
        l.format.clone().into(),
        l.sha256.to_string().into(),
        l.published.clone().into(),
        l.imported.as_microsecond().into(),
        as_i64(l.individuals).into(),
        as_i64(l.entities).into(),
        as_i64(l.added).into(),
        as_i64(l.changed).into(),
        as_i64(l.removed).into(),
        l.blob.to_string().into(),
    ]
}

impl Store {
    /// All lists.
    pub async fn lists(&self) -> Result<Vec<List>> {
        let rows = self
            .pool()
            .all(&LIST.select_sql("ORDER BY id"), &[], "read the lists")
            .await?;
        rows.iter().map(list).collect()
    }

    /// Every version taken in until then, of every list, the oldest import first; each under its list's short name. Of a list that
    /// was taken in before versions were kept, the one in force alone.
    pub async fn list_versions(&self, until: Timestamp) -> Result<Vec<List>> {
        let rows = self
            .pool()
            .all(
                &LIST_VERSION.select_sql("WHERE imported <= $1 ORDER BY imported, id"),
                &[until.as_microsecond().into()],
                "read the versions of the lists",
            )
            .await?;
        let mut versions: Vec<List> = rows.iter().map(list).collect::<Result<_>>()?;
        for version in &mut versions {
            if let Some((id, number)) = version.id.rsplit_once('/') {
                version.version = number.parse().unwrap_or(version.version);
                version.id = id.to_owned();
            }
        }
        for list in self.lists().await? {
            let kept = |v: &List| v.id == list.id && v.version == list.version;
            if list.imported <= until && !versions.iter().any(kept) {
                versions.push(list);
            }
        }
        versions.sort_by_key(|v| v.imported);
        Ok(versions)
    }
}
