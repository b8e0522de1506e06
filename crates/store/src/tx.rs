//! The open transaction that an act works in. `Tx::keep` is the only way to keep what an act wrote: it names every row
//! in a ledger entry, and the writer rolls back whatever was not kept.

use std::collections::{BTreeMap, HashMap};

use model::{ActId, Digest, Entry, Label, RowMark};
use serde::{Serialize, de::DeserializeOwned};

use crate::db::{Conn, Engine};
use crate::error::{Error, Result};
use crate::ledger::Tree;
use crate::row::{Row, Val};
use crate::tables::{self, Table};

/// What an act answers, and the proof that its entry was written. Only [`Tx::keep`] makes one.
#[derive(Debug)]
pub struct Kept<T> {
    pub(crate) value: T,
    /// The index of the act's leaf in the ledger.
    pub leaf: u64,
}

/// The writer's transaction.
pub struct Tx {
    pub(crate) conn: Conn,
    pub(crate) vault: std::sync::Arc<crate::crypt::Vault>,
    pub(crate) dice: Box<dyn seal::Random + Send>,
    pub(crate) tree: Tree,
    marks: Vec<RowMark>,
    blobs: Vec<Digest>,
    labels: HashMap<Digest, i64>,
    fresh_labels: Vec<Digest>,
    seqs: BTreeMap<&'static str, i64>,
    kept: bool,
    before: Option<Tree>,
}

impl Tx {
    /// Take over a connection whose schema is in place.
    pub(crate) async fn new(
        mut conn: Conn,
        vault: std::sync::Arc<crate::crypt::Vault>,
        dice: Box<dyn seal::Random + Send>,
    ) -> Result<Self> {
        let tree = Tree::load(&mut conn).await?;
        let mut labels = HashMap::new();
        for row in conn
            .all("SELECT id, number FROM label", &[], "load the labels")
            .await?
        {
            let digest = row
                .text(0)?
                .parse()
                .map_err(|_| damaged("label", "its id is no digest"))?;
            labels.insert(digest, row.int(1)?);
        }
        let mut seqs = BTreeMap::new();
        for (table, sql) in [
            ("record", "SELECT COALESCE(MAX(seq), 0) FROM record"),
            ("outbox", "SELECT COALESCE(MAX(seq), 0) FROM outbox"),
            ("envelope", "SELECT COALESCE(MAX(seq), 0) FROM envelope"),
        ] {
            let row = conn.maybe(sql, &[], "find the last row number").await?;
            seqs.insert(table, row.map_or(Ok(0), |r| r.int(0))?);
        }
        Ok(Self {
            conn,
            vault,
            dice,
            tree,
            marks: Vec::new(),
            blobs: Vec::new(),
            labels,
            fresh_labels: Vec::new(),
            seqs,
            kept: false,
            before: None,
        })
    }

    pub(crate) async fn begin(&mut self) -> Result<()> {
        let sql = match self.conn.engine() {
            Engine::Sqlite => "BEGIN IMMEDIATE",
            Engine::Postgres => "BEGIN",
        };
        self.conn.run(sql, "begin").await
    }

    pub(crate) async fn commit(&mut self) -> Result<()> {
        self.conn.run("COMMIT", "commit").await
    }

    pub(crate) async fn savepoint(&mut self) -> Result<()> {
        self.marks.clear();
        self.blobs.clear();
        self.fresh_labels.clear();
        self.kept = false;
        self.before = Some(self.tree.clone());
        self.conn.run("SAVEPOINT act", "set a savepoint").await
    }

    pub(crate) async fn release(&mut self) -> Result<()> {
        // A row without an entry would be a change off the record (invariant A).
        assert!(
            self.marks.is_empty() || self.kept,
            "an act wrote rows that no entry names"
        );
        self.before = None;
        self.conn
            .run("RELEASE SAVEPOINT act", "release a savepoint")
            .await
    }

    pub(crate) async fn rollback(&mut self) -> Result<()> {
        if let Some(before) = self.before.take() {
            self.tree = before;
        }
        for digest in self.fresh_labels.drain(..) {
            self.labels.remove(&digest);
        }
        self.conn
            .run("ROLLBACK TO SAVEPOINT act", "roll back to a savepoint")
            .await?;
        self.conn
            .run("RELEASE SAVEPOINT act", "release a savepoint")
            .await
    }

    pub(crate) async fn close(self) -> Result<()> {
        self.conn.close().await
    }

    pub(crate) async fn all(
        &mut self,
        sql: &str,
        vals: &[Val],
        doing: &'static str,
    ) -> Result<Vec<Row>> {
        self.conn.all(sql, vals, doing).await
    }

    pub(crate) async fn maybe(
        &mut self,
        sql: &str,
        vals: &[Val],
        doing: &'static str,
    ) -> Result<Option<Row>> {
        self.conn.maybe(sql, vals, doing).await
    }

    /// The next row number of a table with rows in order of arrival.
    pub(crate) fn next_seq(&mut self, table: &'static str) -> i64 {
        let seq = self.seqs.entry(table).or_insert(0);
        *seq += 1;
        *seq
    }

    /// The leaf index that this act's entry will have.
    pub fn next_leaf(&self) -> u64 {
        self.tree.size()
    }

    /// Write a row of a listed table: insert version 1, or replace the version before it.
    ///
    /// # Errors
    /// [`Error::Stale`] where another version is stored than the one before.
    pub(crate) async fn put(&mut self, table: &'static Table, values: Vec<Val>) -> Result<()> {
        let (id, version) = table.check(&values)?;
        let touched = self
            .conn
            .execute(&table.upsert_sql(), &values, "write a row")
            .await?;
        let place = format!("{}/{id}", table.name);
        if touched != 1 {
            return Err(Error::Stale { place });
        }
        let sha256 = table.digest(&values);
        // An act may write a row twice; the ledger names what it left.
        self.marks
            .retain(|m| !(m.table == table.name && m.id == id));
        self.marks.push(RowMark {
            table: table.name.to_owned(),
            id,
            version,
            sha256,
        });
        Ok(())
    }

    /// One row of a listed table.
    pub(crate) async fn get(&mut self, table: &'static Table, id: &str) -> Result<Option<Row>> {
        self.conn
            .maybe(
                &table.select_sql("WHERE id = $1"),
                &[id.into()],
                "read a row",
            )
            .await
    }

    /// Name a blob in this act's entry.
    pub fn mark_blob(&mut self, digest: Digest) {
        self.blobs.push(digest);
    }

    /// The number of an interned label, interning it first if it is new.
    pub async fn label(&mut self, label: &Label) -> Result<i64> {
        let json = serde_json::to_value(label).map_err(|e| unreadable("label", e))?;
        let bytes = seal::canonical_json(&json).map_err(|e| Error::Seal {
            doing: "write a label",
            what: e.to_string(),
        })?;
        let digest = seal::sha256(&bytes);
        if let Some(number) = self.labels.get(&digest) {
            return Ok(*number);
        }
        let number = i64::try_from(self.labels.len()).unwrap_or(i64::MAX) + 1;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        self.put(
            &tables::LABEL,
            vec![
                digest.to_string().into(),
                1.into(),
                number.into(),
                text.into(),
            ],
        )
        .await?;
        self.labels.insert(digest, number);
        self.fresh_labels.push(digest);
        Ok(number)
    }

    /// What an act of this id answered when it was done before.
    pub(crate) async fn done<T: DeserializeOwned>(
        &mut self,
        act: ActId,
    ) -> Result<Option<Kept<T>>> {
        let row = self
            .maybe(
                "SELECT leaf, answer FROM done WHERE act = $1",
                &[act.to_string().into()],
                "look up an act",
            )
            .await?;
        let Some(row) = row else { return Ok(None) };
        let value = serde_json::from_str(&row.text(1)?)
            .map_err(|e| unreadable(&format!("done/{act}"), e))?;
        Ok(Some(Kept {
            value,
            leaf: u64::try_from(row.int(0)?).unwrap_or(0),
        }))
    }

    /// Keep what this act wrote, under this entry. The only way.
    ///
    /// # Errors
    /// If the ledger cannot be written.
    pub async fn keep<T: Serialize>(&mut self, mut entry: Entry, value: T) -> Result<Kept<T>> {
        entry.rows.append(&mut self.marks);
        entry.blobs.append(&mut self.blobs);
        let answer = serde_json::to_string(&value).map_err(|e| unreadable("answer", e))?;
        let leaf = self.append(&entry).await?;
        self.conn
            .execute(
                "INSERT INTO done (act, leaf, answer) VALUES ($1, $2, $3)",
                &[
                    entry.act.to_string().into(),
                    as_i64(leaf).into(),
                    answer.into(),
                ],
                "remember an act",
            )
            .await?;
        self.kept = true;
        Ok(Kept { value, leaf })
    }
}

/// A count or index as BIGINT holds it.
pub(crate) fn as_i64(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

pub(crate) fn damaged(place: &str, what: &str) -> Error {
    Error::Damaged {
        place: place.to_owned(),
        what: what.to_owned(),
    }
}

pub(crate) fn unreadable(
    place: &str,
    source: impl std::error::Error + Send + Sync + 'static,
) -> Error {
    Error::Unreadable {
        place: place.to_owned(),
        source: Box::new(source),
    }
}
