//! The open transaction that an act works in. `Tx::keep` is the only way to keep what an act wrote: it names every row
//! in a ledger entry, and the writer rolls back whatever was not kept.

use std::collections::{BTreeMap, HashMap};

use model::{ActId, Digest, Entry, Label, RowMark};
use serde::{Serialize, de::DeserializeOwned};

use crate::db::{Conn, Engine};
use crate::error::{Error, Result};
use crate::ledger::Tree;
use crate::migrate;
use crate::row::{Row, Val};
use crate::tables::{self, Table};
use crate::written::Written;

/// What an act answers, and the proof that its entry was written. Only [`Tx::keep`] makes one.
#[derive(Debug)]
pub struct Kept<T> {
    pub(crate) value: T,
    /// The index of the act's leaf in the ledger.
    pub leaf: u64,
}

/// Whose act it is, and about what. An id that was used before answers only to the same claim.
#[derive(Debug, Clone)]
pub struct Claim {
    /// The act.
    pub act: ActId,
    /// The actor's name in the ledger, and the verb in the past tense; `None` where the id was made just now by this node.
    pub by: Option<(String, String)>,
    /// The object as the ledger names it, where it was there before the act.
    pub object: Option<String>,
}

impl From<ActId> for Claim {
    fn from(act: ActId) -> Self {
        Self {
            act,
            by: None,
            object: None,
        }
    }
}

/// The writer's transaction.
pub struct Tx {
    pub(crate) conn: Conn,
    pub(crate) vault: std::sync::Arc<crate::crypt::Vault>,
    pub(crate) dice: Box<dyn seal::Random + Send>,
    pub(crate) tree: Tree,
    pub(crate) written: Written,
    blobs: Vec<Digest>,
    labels: HashMap<Digest, i64>,
    fresh_labels: Vec<Digest>,
    seqs: BTreeMap<&'static str, i64>,
    /// Migrations that no entry tells yet, and whether this act tells them.
    untold: Vec<migrate::Applied>,
    told: bool,
    /// A backup was read in this act: if it is rolled back, memory is wrong and is read again.
    loaded: bool,
    /// Keys were destroyed: what the engine still holds of them in its journal is to go with this group.
    shred: bool,
    before: Option<Tree>,
    /// What follows once the group is on disk, and how much of it is of the acts before this one.
    then: Vec<Then>,
    then_before: usize,
}

/// What follows a commit.
type Then = Box<dyn FnOnce() + Send>;

impl Tx {
    /// Take over a connection whose schema is in place.
    pub(crate) async fn new(
        conn: Conn,
        vault: std::sync::Arc<crate::crypt::Vault>,
        dice: Box<dyn seal::Random + Send>,
    ) -> Result<Self> {
        let mut tx = Self {
            conn,
            vault,
            dice,
            tree: Tree::default(),
            written: Written::default(),
            blobs: Vec::new(),
            labels: HashMap::new(),
            fresh_labels: Vec::new(),
            seqs: BTreeMap::new(),
            untold: Vec::new(),
            told: false,
            loaded: false,
            shred: false,
            before: None,
            then: Vec::new(),
            then_before: 0,
        };
        tx.load().await?;
        Ok(tx)
    }

    /// Read what the writer keeps in memory: at open, and when a backup was restored.
    pub(crate) async fn load(&mut self) -> Result<()> {
        self.loaded = true;
        self.tree = Tree::load(&mut self.conn).await?;
        self.labels.clear();
        let sql = "SELECT id, number FROM label";
        for row in self.conn.all(sql, &[], "load the labels").await? {
            let digest = row
                .text(0)?
                .parse()
                .map_err(|_| damaged("label", "its id is no digest"))?;
            self.labels.insert(digest, row.int(1)?);
        }
        for (table, sql) in [
            ("record", "SELECT COALESCE(MAX(seq), 0) FROM record"),
            ("outbox", "SELECT COALESCE(MAX(seq), 0) FROM outbox"),
            ("envelope", "SELECT COALESCE(MAX(seq), 0) FROM envelope"),
        ] {
            let row = self
                .conn
                .maybe(sql, &[], "find the last row number")
                .await?;
            self.seqs.insert(table, row.map_or(Ok(0), |r| r.int(0))?);
        }
        self.untold = migrate::untold(&mut self.conn).await?;
        Ok(())
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
        self.written.clear();
        self.blobs.clear();
        self.fresh_labels.clear();
        self.told = false;
        self.loaded = false;
        self.before = Some(self.tree.clone());
        self.then_before = self.then.len();
        self.conn.run("SAVEPOINT act", "set a savepoint").await
    }

    /// Whether every row that was written is named by an entry (invariant A: no change off the record).
    pub(crate) fn on_record(&self) -> bool {
        self.written.is_empty()
    }

    pub(crate) async fn release(&mut self) -> Result<()> {
        if std::mem::take(&mut self.told) {
            self.untold.clear();
        }
        self.before = None;
        self.conn
            .run("RELEASE SAVEPOINT act", "release a savepoint")
            .await
    }

    pub(crate) async fn rollback(&mut self) -> Result<()> {
        if let Some(before) = self.before.take() {
            self.tree = before;
        }
        self.then.truncate(self.then_before);
        for digest in self.fresh_labels.drain(..) {
            self.labels.remove(&digest);
        }
        self.conn
            .run("ROLLBACK TO SAVEPOINT act", "roll back to a savepoint")
            .await?;
        self.conn
            .run("RELEASE SAVEPOINT act", "release a savepoint")
            .await?;
        if self.loaded {
            self.load().await?;
        }
        Ok(())
    }

    /// What is done in memory once this act is on disk: never for an act that is rolled back or whose commit fails, in the order of
    /// the acts, before anybody is answered, and also where nobody waits for the answer any more. It must be short and must not wait.
    pub fn once_committed(&mut self, then: impl FnOnce() + Send + 'static) {
        self.then.push(Box::new(then));
    }

    /// The group is on disk: what was to follow it.
    pub(crate) fn committed(&mut self) {
        for then in std::mem::take(&mut self.then) {
            if std::panic::catch_unwind(std::panic::AssertUnwindSafe(then)).is_err() {
                tracing::error!("what follows a commit ended unexpectedly");
            }
        }
    }

    /// Destroyed keys are to leave the journal too, not only the rows.
    pub(crate) fn shred_after_commit(&mut self) {
        self.shred = true;
    }

    /// After a commit: bring the journal into the database and empty it, if keys were destroyed. A reader of an older
    /// moment may hold it; then the next group tries again.
    pub(crate) async fn shred(&mut self) -> Result<()> {
        if !self.shred || self.conn.engine() != Engine::Sqlite {
            return Ok(());
        }
        let doing = "empty the journal";
        self.conn.run("PRAGMA busy_timeout = 0", doing).await?;
        let row = self
            .conn
            .maybe("PRAGMA wal_checkpoint(TRUNCATE)", &[], doing)
            .await;
        self.conn.run("PRAGMA busy_timeout = 10000", doing).await?;
        let busy = row?.map_or(Ok(0), |row| row.int(0))?;
        self.shred = busy != 0;
        Ok(())
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
        let sql = if version == 1 {
            table.first_sql()
        } else {
            table.next_sql()
        };
        let touched = self.conn.execute(&sql, &values, "write a row").await?;
        let place = format!("{}/{id}", table.name);
        if touched != 1 {
            return Err(Error::Stale { place });
        }
        let sha256 = table.digest(&values);
        self.written.name(RowMark {
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

    /// What an act of this id answered when it was done before; only whoever did it, and the same thing, is answered.
    pub(crate) async fn done<T: DeserializeOwned>(
        &mut self,
        claim: &Claim,
    ) -> Result<Option<Kept<T>>> {
        let act = claim.act;
        let row = self
            .maybe(
                "SELECT leaf, answer FROM done WHERE act = $1",
                &[act.to_string().into()],
                "look up an act",
            )
            .await?;
        let Some(row) = row else { return Ok(None) };
        self.same(claim).await?;
        let value = serde_json::from_str(&row.text(1)?)
            .map_err(|e| unreadable(&format!("done/{act}"), e))?;
        Ok(Some(Kept {
            value,
            leaf: u64::try_from(row.int(0)?).unwrap_or(0),
        }))
    }

    /// Whether the entry of an act that was done says what is claimed now.
    async fn same(&mut self, claim: &Claim) -> Result<()> {
        let act = claim.act.to_string();
        let sql = "SELECT actor, verb, object FROM ledger WHERE act = $1";
        let row = self
            .maybe(sql, &[act.clone().into()], "look up an act")
            .await?
            .ok_or_else(|| {
                damaged(
                    &format!("done/{act}"),
                    "the ledger has no entry of this act",
                )
            })?;
        let by = (row.text(0)?, row.text(1)?);
        let object = row.opt_text(2)?;
        let same = claim.by.as_ref().is_none_or(|claimed| *claimed == by)
            && (claim.object.is_none() || claim.object == object);
        if same {
            Ok(())
        } else {
            Err(Error::ActReused { act })
        }
    }

    /// Keep what this act wrote, under this entry. The only way.
    ///
    /// # Errors
    /// If the ledger cannot be written.
    pub async fn keep<T: Serialize>(&mut self, mut entry: Entry, value: T) -> Result<Kept<T>> {
        entry.rows.append(&mut self.written.take());
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
        if !self.untold.is_empty() && !self.told {
            self.tell_migrations(&entry).await?;
        }
        Ok(Kept { value, leaf })
    }

    /// Tell the ledger which migrations were applied since the last entry. The entry follows that of the first act kept
    /// afterwards: then time and State are known, and the act has the leaf it was promised.
    async fn tell_migrations(&mut self, first: &Entry) -> Result<()> {
        self.told = true;
        let mut note = BTreeMap::new();
        for (name, sha256) in self.untold.clone() {
            self.put_fact(&format!("{}{name}", migrate::FACT), &sha256)
                .await?;
            note.insert(name, sha256);
        }
        let dice: &mut dyn seal::Random = &mut *self.dice;
        let entry = Entry {
            act: ActId::new(first.at, dice.bytes()),
            verb: "store.migrated".to_owned(),
            actor: "system:migrate".to_owned(),
            role: None,
            state: first.state.clone(),
            at: first.at,
            object: Some("store".to_owned()),
            purpose: None,
            reason_code: None,
            rows: self.written.take(),
            blobs: Vec::new(),
            note,
        };
        self.append(&entry).await.map(drop)
    }

    /// Erase an entry: destroy its salt, so that its place in the tree no longer proves its text. What others see of it,
    /// and every other entry's proof, stays. The act's own entry names what was erased.
    pub async fn erase_salt(&mut self, leaf: u64) -> Result<()> {
        let id = as_i64(leaf);
        let sql = "SELECT salt, entry FROM ledger WHERE leaf = $1 AND salt IS NOT NULL";
        let Some(row) = self.maybe(sql, &[id.into()], "read the ledger").await? else {
            return Ok(());
        };
        let salt = <[u8; 32]>::try_from(row.bytes(0)?)
            .map_err(|_| damaged(&format!("ledger/{leaf}"), "the salt has a wrong length"))?;
        let json = row.text(1)?;
        let data = seal::ledger::entry_data(&seal::ledger::Salt(salt), json.as_bytes());
        let sql = "UPDATE ledger SET salt = NULL, data = $2 WHERE leaf = $1";
        let vals = [id.into(), data.to_string().into()];
        self.conn.execute(sql, &vals, "erase a salt").await?;
        self.written.name(RowMark {
            table: "ledger".to_owned(),
            id: leaf.to_string(),
            version: 2,
            sha256: seal::sha256(json.as_bytes()),
        });
        self.shred_after_commit();
        Ok(())
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
