//! Records: every piece of information that has an owner and a label. The head is readable to the machine (worklists,
//! clocks); the body is encrypted under the record's own key.

use jiff::Timestamp;
use model::Label;
use seal::vault::RecordKey;

use crate::crypt::Vault;
use crate::db::Engine;
use crate::error::Result;
use crate::reader::Unopened;
use crate::row::{Row, Val};
use crate::tables::{BLOB, RECORD, Table};
use crate::tx::{Tx, damaged, unreadable};
use crate::written::{NewRows, WRITTEN_AT_ONCE};

/// Ids in one statement that reads.
const READ_AT_ONCE: usize = 1_000;

/// What the machine may know of a record without opening it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordHead {
    /// `request:<uuid>`, `query:<uuid>` …
    pub id: String,
    /// Counted from 1; a write of version n replaces n - 1 or fails.
    pub version: i64,
    /// `request`, `query`, `evidence` …
    pub kind: String,
    /// State code of the owner.
    pub owner: String,
    /// Who may read it and for what.
    pub label: Label,
    /// No record without a review.
    pub review_by: Option<Timestamp>,
    /// Id of the record it belongs to.
    pub parent: Option<String>,
    /// Code of its stage.
    pub stage: String,
    /// `outgoing` or `incoming`, where that means something.
    pub side: Option<String>,
    /// The domestic authority that has it.
    pub authority: Option<String>,
    /// The other State.
    pub counterpart: Option<String>,
    /// The number people read aloud.
    pub number: Option<String>,
    /// 0 normal, 1 urgent, 2 emergency.
    pub urgency: i64,
    /// When the next thing is due.
    pub due: Option<Timestamp>,
    /// Who has it, as an id.
    pub officer: Option<String>,
    /// When it was made.
    pub created: Timestamp,
    /// When this version was written.
    pub updated: Timestamp,
}

impl RecordHead {
    /// The first version of a record that is of no side, number, stage or officer of its own, and waits for nothing.
    pub fn first((id, kind): (String, &str), owner: &str, label: &Label, now: Timestamp) -> Self {
        RecordHead {
            id,
            version: 1,
            kind: kind.to_owned(),
            owner: owner.to_owned(),
            label: label.clone(),
            review_by: None,
            parent: None,
            stage: "kept".to_owned(),
            side: None,
            authority: None,
            counterpart: None,
            number: None,
            urgency: 0,
            due: None,
            officer: None,
            created: now,
            updated: now,
        }
    }
}

/// A record with its body in the clear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The head.
    pub head: RecordHead,
    /// The body, usually JSON; empty where its key was destroyed.
    pub body: Vec<u8>,
}

/// The row of a record that has none yet, under a key of its own.
fn first_values(
    record: &Record,
    numbers: (i64, i64),
    (vault, dice): (&Vault, &mut dyn seal::Random),
) -> Result<Vec<Val>> {
    let key = RecordKey::generate(dice);
    let wrapped = vault.wrap(&key, &record.head.id, dice)?;
    values(record, numbers, (&key, wrapped), (vault, dice))
}

/// The row of a record, its body sealed.
fn values(
    record: &Record,
    (seq, label): (i64, i64),
    (key, wrapped): (&RecordKey, Vec<u8>),
    (vault, dice): (&Vault, &mut dyn seal::Random),
) -> Result<Vec<Val>> {
    let head = &record.head;
    let place = ("record", head.id.as_str(), head.version);
    let body = vault.seal(key, place, &record.body, dice)?;
    Ok(vec![
        head.id.clone().into(),
        head.version.into(),
        seq.into(),
        head.kind.clone().into(),
        head.owner.clone().into(),
        label.into(),
        micros(head.review_by),
        head.parent.clone().into(),
        head.stage.clone().into(),
        head.side.clone().into(),
        head.authority.clone().into(),
        head.counterpart.clone().into(),
        head.number.clone().into(),
        head.urgency.into(),
        micros(head.due),
        head.officer.clone().into(),
        head.created.as_microsecond().into(),
        head.updated.as_microsecond().into(),
        Some(wrapped).into(),
        Some(body).into(),
    ])
}

impl Tx {
    /// Write a record: version 1 gets a key of its own, later versions keep it.
    pub async fn put_record(&mut self, record: &Record) -> Result<()> {
        let head = &record.head;
        let stored = self.get(&RECORD, &head.id).await?;
        let label = self.label(&head.label).await?;
        let values = match &stored {
            None => {
                let seq = self.next_seq("record");
                first_values(record, (seq, label), (&self.vault, &mut *self.dice))?
            }
            Some(row) => {
                let wrapped = row
                    .opt_bytes(18)?
                    .ok_or_else(|| damaged(&head.id, "its key was destroyed"))?;
                let key = self.vault.unwrap(&wrapped, &head.id)?;
                let numbers = (row.int(2)?, label);
                let key = (&key, wrapped);
                values(record, numbers, key, (&self.vault, &mut *self.dice))?
            }
        };
        self.put(&RECORD, values).await
    }

    /// Write many records that were not there before, in few statements: while the engine writes some, the next are sealed.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] where one of them is there.
    pub async fn put_new_records(&mut self, records: &[Record]) -> Result<()> {
        let numbers = self.numbers(records).await?;
        let mut chunks = { records.chunks(WRITTEN_AT_ONCE) }.zip(numbers.chunks(WRITTEN_AT_ONCE));
        let Tx {
            conn, vault, dice, ..
        } = self;
        let mut ready: Option<NewRows> = None;
        loop {
            let next = chunks.next();
            if next.is_none() && ready.is_none() {
                return Ok(());
            }
            let write = async {
                match ready.take() {
                    Some(rows) => rows.write(conn).await,
                    None => Ok(Vec::new()),
                }
            };
            let seal = async {
                let sealed = next.map(|(records, numbers)| {
                    let rows = records.iter().zip(numbers);
                    let rows = rows.map(|(record, numbers)| {
                        first_values(record, *numbers, (vault, &mut **dice))
                    });
                    NewRows::of(&RECORD, rows.collect::<Result<_>>()?)
                });
                sealed.transpose()
            };
            let (marks, sealed) = futures_util::join!(write, seal);
            for mark in marks? {
                self.written.name(mark);
            }
            ready = sealed?;
        }
    }

    /// The row number and the label's number of each of these records.
    async fn numbers(&mut self, records: &[Record]) -> Result<Vec<(i64, i64)>> {
        let mut numbers = Vec::with_capacity(records.len());
        let mut before: Option<(&Label, i64)> = None;
        for record in records {
            let label = &record.head.label;
            let number = match before {
                Some((same, number)) if same == label => number,
                _ => self.label(label).await?,
            };
            before = Some((label, number));
            numbers.push((self.next_seq("record"), number));
        }
        Ok(numbers)
    }

    /// Those of these records that are there, in no order.
    pub async fn records(&mut self, ids: &[String]) -> Result<Vec<Record>> {
        let rows = self.rows_of(&select(), ids).await?;
        rows.iter().map(|row| open(&self.vault, row)).collect()
    }

    /// Those of these ids that a record has, whether or not it can be opened.
    pub async fn present(&mut self, ids: &[String]) -> Result<Vec<String>> {
        let rows = self.rows_of("SELECT id FROM record", ids).await?;
        rows.iter().map(|row| row.text(0)).collect()
    }

    /// What is selected of the records with these ids. Named marks cost SQLite a search for each: there they have no name.
    async fn rows_of(&mut self, select: &str, ids: &[String]) -> Result<Vec<Row>> {
        let mut found = Vec::new();
        for chunk in ids.chunks(READ_AT_ONCE) {
            let mut vals = Vec::with_capacity(chunk.len());
            let named = crate::reader::marks(&mut vals, chunk);
            let marks = match self.conn.engine() {
                Engine::Sqlite => vec!["?"; chunk.len()].join(","),
                Engine::Postgres => named,
            };
            let sql = format!("{select} WHERE record.id IN ({marks})");
            found.extend(self.all(&sql, &vals, "read records").await?);
        }
        Ok(found)
    }

    /// Read a record inside an act. Acts are judged by `model::may` on what they load, not by the reader's labels.
    pub async fn record(&mut self, id: &str) -> Result<Option<Record>> {
        let sql = format!("{} WHERE record.id = $1", select());
        let Some(row) = self.maybe(&sql, &[id.into()], "read a record").await? else {
            return Ok(None);
        };
        open(&self.vault, &row).map(Some)
    }

    /// The records that belong to another, of one kind, in order of arrival.
    pub async fn children(&mut self, parent: &str, kind: &str) -> Result<Vec<Record>> {
        let rows = self.child_rows(parent, kind).await?;
        rows.iter().map(|row| open(&self.vault, row)).collect()
    }

    /// As [`Tx::children`], each by itself: one that cannot be opened hinders no other.
    pub async fn each_child(
        &mut self,
        parent: &str,
        kind: &str,
    ) -> Result<Vec<std::result::Result<Record, Unopened>>> {
        let rows = self.child_rows(parent, kind).await?;
        let opened = rows.iter().map(|row| Unopened::or(&self.vault, row));
        Ok(opened.collect())
    }

    async fn child_rows(&mut self, parent: &str, kind: &str) -> Result<Vec<Row>> {
        let sql = format!(
            "{} WHERE record.parent = $1 AND record.kind = $2 ORDER BY record.seq",
            select()
        );
        self.all(&sql, &[parent.into(), kind.into()], "read records")
            .await
    }

    /// The records of a kind with this number: one on each side may have it.
    pub async fn numbered(&mut self, kind: &str, number: &str) -> Result<Vec<Record>> {
        let sql = format!(
            "{} WHERE record.kind = $1 AND record.number = $2 ORDER BY record.seq",
            select()
        );
        let rows = self
            .all(&sql, &[kind.into(), number.into()], "read records")
            .await?;
        rows.iter().map(|row| open(&self.vault, row)).collect()
    }

    /// How many records of a kind an officer has at this stage; of all officers where none is named.
    pub async fn count_at(
        &mut self,
        (kind, stage): (&str, &str),
        officer: Option<&str>,
    ) -> Result<u64> {
        let sql = "SELECT COUNT(*) FROM record WHERE kind = $1 AND stage = $2 AND ($3 = '' OR officer = $3)";
        let vals = [kind, stage, officer.unwrap_or_default()].map(Val::from);
        let row = self.maybe(sql, &vals, "count records").await?;
        Ok(u64::try_from(row.map_or(Ok(0), |r| r.int(0))?).unwrap_or(0))
    }

    /// How many records of a kind have this number at this stage.
    pub async fn count_numbered(
        &mut self,
        (kind, stage): (&str, &str),
        number: &str,
    ) -> Result<u64> {
        let sql = "SELECT COUNT(*) FROM record WHERE kind = $1 AND stage = $2 AND number = $3";
        let vals = [kind, stage, number].map(Val::from);
        let row = self.maybe(sql, &vals, "count records").await?;
        Ok(u64::try_from(row.map_or(Ok(0), |r| r.int(0))?).unwrap_or(0))
    }

    /// Destroy the key and body of a record and the keys of its blobs: what remains is its head and its history in the
    /// ledger. The blobs' files are left as bytes that nothing opens.
    pub async fn destroy_record(&mut self, id: &str) -> Result<()> {
        if let Some(row) = self.get(&RECORD, id).await? {
            self.destroy(&RECORD, &row).await?;
            self.forget_words(row.int(2)?).await?;
        }
        let sql = BLOB.select_sql("WHERE record = $1 AND key IS NOT NULL");
        for row in self.all(&sql, &[id.into()], "read the blobs").await? {
            self.destroy(&BLOB, &row).await?;
        }
        self.shred_after_commit();
        Ok(())
    }

    async fn destroy(&mut self, table: &'static Table, row: &Row) -> Result<()> {
        let mut values = table.values(row)?;
        let version = row.int(1)? + 1;
        for ((name, _), value) in table.columns.iter().zip(&mut values) {
            match *name {
                "version" => *value = Val::Int(version),
                "key" | "body" => *value = Val::OptBytes(None),
                "stage" => *value = Val::Text("destroyed".to_owned()),
                _ => {}
            }
        }
        self.put(table, values).await
    }
}

pub(crate) fn micros(at: Option<Timestamp>) -> Val {
    Val::OptInt(at.map(Timestamp::as_microsecond))
}

pub(crate) fn time(micros: i64, place: &str) -> Result<Timestamp> {
    Timestamp::from_microsecond(micros).map_err(|e| unreadable(place, e))
}

/// All columns of a record with the text of its label after them.
pub(crate) fn select() -> String {
    let columns = RECORD
        .columns
        .iter()
        .map(|(name, _)| format!("record.{name}"))
        .collect::<Vec<_>>()
        .join(", ");
    format!("SELECT {columns}, label.json FROM record JOIN label ON label.number = record.label")
}

/// Read back what `select` selected.
pub(crate) fn open(vault: &crate::crypt::Vault, row: &Row) -> Result<Record> {
    let id = row.text(0)?;
    let version = row.int(1)?;
    let label =
        serde_json::from_str(&row.text(RECORD.columns.len())?).map_err(|e| unreadable(&id, e))?;
    let (key, body) = (row.opt_bytes(18)?, row.opt_bytes(19)?);
    let body = vault
        .open(("record", &id, version), key.as_deref(), body.as_deref())?
        .unwrap_or_default();
    let opt_time = |i: usize| -> Result<Option<Timestamp>> {
        row.opt_int(i)?.map(|m| time(m, &id)).transpose()
    };
    let head = RecordHead {
        version,
        kind: row.text(3)?,
        owner: row.text(4)?,
        label,
        review_by: opt_time(6)?,
        parent: row.opt_text(7)?,
        stage: row.text(8)?,
        side: row.opt_text(9)?,
        authority: row.opt_text(10)?,
        counterpart: row.opt_text(11)?,
        number: row.opt_text(12)?,
        urgency: row.int(13)?,
        due: opt_time(14)?,
        officer: row.opt_text(15)?,
        created: time(row.int(16)?, &id)?,
        updated: time(row.int(17)?, &id)?,
        id,
    };
    Ok(Record { head, body })
}
