//! A backup is a folder: one file of rows a table (JSON lines) and the blobs. What a line should hold is known
//! to the ledger in it: `verify` after a restore tells.
//! It knows no engine: what was saved from SQLite can be restored into PostgreSQL. Bodies stay encrypted as they are;
//! without the vault key a backup is unreadable.

use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;

use futures_util::StreamExt;
use model::Digest;
use serde_json::{Value, json};

use crate::db::{Conn, Snapshot};
use crate::error::{Error, Result, with_file};
use crate::ledger::digest;
use crate::open::Store;
use crate::row::Val;
use crate::tables::{Kind, LEDGER, LISTED, Table};
use crate::tx::damaged;

/// Rows read at once.
const PAGE: u32 = 512;
/// One line of a backup.
const LINE_BYTES_MAX: usize = 64 << 20;

fn tables() -> impl Iterator<Item = &'static Table> {
    LISTED.iter().copied().chain(LEDGER.iter().copied())
}

fn to_json(val: &Val) -> Value {
    match val {
        Val::Int(v) | Val::OptInt(Some(v)) => json!(v),
        Val::Text(v) | Val::OptText(Some(v)) => json!(v),
        Val::Bytes(v) | Val::OptBytes(Some(v)) => json!(seal::hex(v)),
        Val::OptInt(None) | Val::OptText(None) | Val::OptBytes(None) => Value::Null,
    }
}

fn from_json(kind: Kind, value: &Value) -> Option<Val> {
    let bytes = |v: &Value| v.as_str().and_then(seal::unhex);
    Some(match kind {
        Kind::Int => Val::Int(value.as_i64()?),
        Kind::Text => Val::Text(value.as_str()?.to_owned()),
        Kind::Bytes => Val::Bytes(bytes(value)?),
        Kind::OptInt if value.is_null() => Val::OptInt(None),
        Kind::OptText if value.is_null() => Val::OptText(None),
        Kind::OptBytes if value.is_null() => Val::OptBytes(None),
        Kind::OptInt => Val::OptInt(Some(value.as_i64()?)),
        Kind::OptText => Val::OptText(Some(value.as_str()?.to_owned())),
        Kind::OptBytes => Val::OptBytes(Some(bytes(value)?)),
    })
}

impl Store {
    /// Write a backup of rows and blobs into an empty folder. The rows are those of one moment of the node, which works on
    /// meanwhile.
    ///
    /// # Errors
    /// Where the folder is not empty; what the disk or the database says.
    pub async fn backup(&self, out: &Path, step: &(dyn Fn(u64, &str) + Send + Sync)) -> Result<()> {
        let rows = out.join("rows");
        std::fs::create_dir_all(&rows).map_err(with_file("created", &rows))?;
        let mut there = std::fs::read_dir(&rows).map_err(with_file("read", &rows))?;
        if there.next().is_some() {
            return Err(Error::Damaged {
                place: rows.display().to_string(),
                what: "it is not empty; make each backup in a new folder".to_owned(),
            });
        }
        let mut snap = self.pool().snapshot().await?;
        for table in tables() {
            dump(
                &mut snap,
                table,
                &rows.join(format!("{}.jsonl", table.name)),
            )
            .await?;
        }
        let sql = "SELECT id FROM blob WHERE key IS NOT NULL ORDER BY id";
        let mut names = Vec::new();
        for row in snap.all(sql, &[], "read the blobs").await? {
            names.push(digest(&row.text(0)?, "blob")?);
        }
        drop(snap);
        self.backup_blobs(out, names, step).await
    }

    async fn backup_blobs(
        &self,
        out: &Path,
        names: Vec<Digest>,
        step: &(dyn Fn(u64, &str) + Send + Sync),
    ) -> Result<()> {
        let shelf = out.join("blobs");
        std::fs::create_dir_all(&shelf).map_err(with_file("created", &shelf))?;
        for (done, name) in names.into_iter().enumerate() {
            let path = shelf.join(name.to_string());
            let mut to =
                BufWriter::new(std::fs::File::create(&path).map_err(with_file("created", &path))?);
            let mut stream = self.blobs().read(name).await?;
            while let Some(bytes) = stream.next().await {
                to.write_all(&bytes?).map_err(with_file("written", &path))?;
            }
            let to = to
                .into_inner()
                .map_err(|e| with_file("written", &path)(e.into_error()))?;
            to.sync_all().map_err(with_file("written", &path))?;
            step(done as u64 + 1, "blobs");
        }
        Ok(())
    }

    /// Fill an empty store from a backup. Its next act continues the ledger that was saved.
    ///
    /// # Errors
    /// Where the store is not empty, or a line of the backup cannot be read: file and line are named, and no row is kept.
    pub async fn restore(
        &self,
        from: &Path,
        step: &(dyn Fn(u64, &str) + Send + Sync),
    ) -> Result<()> {
        if self.ledger_size().await? != 0 {
            return Err(Error::Damaged {
                place: "the new node".to_owned(),
                what: "it is not empty; restore into a new folder".to_owned(),
            });
        }
        self.restore_blobs(&from.join("blobs"), step).await?;
        let rows = from.join("rows");
        self.housekeep(move |tx| {
            Box::pin(async move {
                for table in tables() {
                    load(
                        &mut tx.conn,
                        table,
                        &rows.join(format!("{}.jsonl", table.name)),
                    )
                    .await?;
                }
                tx.load().await
            })
        })
        .await
    }

    async fn restore_blobs(
        &self,
        shelf: &Path,
        step: &(dyn Fn(u64, &str) + Send + Sync),
    ) -> Result<()> {
        let entries = std::fs::read_dir(shelf).map_err(with_file("read", shelf))?;
        for (done, entry) in entries.enumerate() {
            let path = entry.map_err(with_file("read", shelf))?.path();
            let name = path
                .file_name()
                .and_then(|n| n.to_str())
                .unwrap_or_default()
                .to_owned();
            let bytes = tokio::fs::File::open(&path)
                .await
                .map_err(with_file("read", &path))?;
            let stream = tokio_util::io::ReaderStream::with_capacity(bytes, 1 << 20)
                .map(|part| part.map_err(with_file("read", &path)));
            let written = self
                .blobs()
                .write(&format!("restore-{name}"), stream)
                .await?;
            if written.digest.to_string() != name {
                self.blobs().forget(&written.digest).await?;
                return Err(Error::Damaged {
                    place: path.display().to_string(),
                    what: "its bytes are not those it is named by".to_owned(),
                });
            }
            step(done as u64 + 1, "blobs");
        }
        Ok(())
    }
}

/// Pages by the first two columns, which together name a row in each table.
async fn dump(snap: &mut Snapshot, table: &Table, path: &Path) -> Result<()> {
    let mut to = BufWriter::new(std::fs::File::create(path).map_err(with_file("created", path))?);
    let [(first, _), (second, _), ..] = table.columns else {
        return Err(damaged(table.name, "a table of one column"));
    };
    let mut after: Vec<Val> = Vec::new();
    loop {
        let condition = if after.is_empty() {
            String::new()
        } else {
            format!("WHERE ({first}, {second}) > ($1, $2)")
        };
        let sql = table.select_sql(&format!(
            "{condition} ORDER BY {first}, {second} LIMIT {PAGE}"
        ));
        let rows = snap.all(&sql, &after, "read rows").await?;
        let Some(last) = rows.last() else { break };
        after = table.values(last)?;
        after.truncate(2);
        for row in &rows {
            let line = Value::Array(table.values(row)?.iter().map(to_json).collect());
            writeln!(to, "{line}").map_err(with_file("written", path))?;
        }
    }
    let to = to
        .into_inner()
        .map_err(|e| with_file("written", path)(e.into_error()))?;
    to.sync_all().map_err(with_file("written", path))
}

async fn load(conn: &mut Conn, table: &Table, path: &Path) -> Result<()> {
    let mut from = BufReader::new(std::fs::File::open(path).map_err(with_file("read", path))?);
    let (mut line, mut number) = (Vec::new(), 0u64);
    loop {
        line.clear();
        number += 1;
        let mut limited = (&mut from).take(LINE_BYTES_MAX as u64 + 1);
        let read = limited.read_until(b'\n', &mut line);
        if read.map_err(with_file("read", path))? == 0 {
            return Ok(());
        }
        let bad = |what: &str| damaged(&format!("{}:{number}", path.display()), what);
        if line.len() > LINE_BYTES_MAX {
            return Err(bad("a line is too long"));
        }
        if line.last() != Some(&b'\n') {
            return Err(bad("the line is cut off"));
        }
        let values: Vec<Value> =
            serde_json::from_slice(&line).map_err(|_| bad("it is not a row"))?;
        if values.len() != table.columns.len() {
            return Err(bad("it has another number of columns than the table"));
        }
        let vals: Option<Vec<Val>> = table
            .columns
            .iter()
            .zip(&values)
            .map(|((_, kind), value)| from_json(*kind, value))
            .collect();
        let vals = vals.ok_or_else(|| bad("a column holds another kind of value"))?;
        match conn
            .execute(&table.insert_sql(), &vals, "restore a row")
            .await
        {
            Ok(_) => {}
            Err(Error::Sql { source, .. })
                if source
                    .as_database_error()
                    .is_some_and(|e| e.is_unique_violation()) =>
            {
                return Err(bad("this row stands in the backup twice"));
            }
            Err(Error::Nul { .. }) => return Err(bad("a text holds the character NUL")),
            Err(error) => return Err(error),
        }
    }
}
