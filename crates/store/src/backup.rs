//! A backup is a folder: one file of rows a table (JSON lines), the blobs, and a manifest with the SHA-256 of each file.
//! It knows no engine: what was saved from SQLite can be restored into PostgreSQL. Bodies stay encrypted as they are;
//! without the vault key a backup is unreadable.

use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;

use futures_util::StreamExt;
use serde_json::{Value, json};

use crate::db::Conn;
use crate::error::{Error, Result};
use crate::ledger::digest;
use crate::open::Store;
use crate::row::Val;
use crate::tables::{BLOB, Kind, LEDGER, LISTED, Table};

/// Rows read at once.
const PAGE: u32 = 512;
/// One line of a backup.
const LINE_BYTES_MAX: usize = 64 << 20;

fn file<'a>(doing: &'static str, path: &'a Path) -> impl Fn(std::io::Error) -> Error + 'a {
    move |source| Error::File {
        doing,
        path: path.display().to_string(),
        source,
    }
}

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
    /// Write a backup of rows and blobs into an empty folder. Runs in the writer, so that it is one moment of the node.
    pub async fn backup(&self, out: &Path, step: &(dyn Fn(u64, &str) + Send + Sync)) -> Result<()> {
        let rows = out.join("rows");
        std::fs::create_dir_all(&rows).map_err(file("created", &rows))?;
        let into = rows.clone();
        self.housekeep(move |tx| {
            Box::pin(async move {
                for table in tables() {
                    dump(
                        &mut tx.conn,
                        table,
                        &into.join(format!("{}.jsonl", table.name)),
                    )
                    .await?;
                }
                Ok(())
            })
        })
        .await?;
        self.backup_blobs(out, step).await
    }

    async fn backup_blobs(
        &self,
        out: &Path,
        step: &(dyn Fn(u64, &str) + Send + Sync),
    ) -> Result<()> {
        let shelf = out.join("blobs");
        std::fs::create_dir_all(&shelf).map_err(file("created", &shelf))?;
        let sql = format!(
            "SELECT id FROM {} WHERE key IS NOT NULL ORDER BY id",
            BLOB.name
        );
        for (done, row) in self
            .pool()
            .all(&sql, &[], "read the blobs")
            .await?
            .iter()
            .enumerate()
        {
            let name = digest(&row.text(0)?, "blob")?;
            let path = shelf.join(name.to_string());
            let mut to =
                BufWriter::new(std::fs::File::create(&path).map_err(file("created", &path))?);
            let mut stream = self.blobs().read(name).await?;
            while let Some(bytes) = stream.next().await {
                to.write_all(&bytes?).map_err(file("written", &path))?;
            }
            let to = to
                .into_inner()
                .map_err(|e| file("written", &path)(e.into_error()))?;
            to.sync_all().map_err(file("written", &path))?;
            step(done as u64 + 1, "blobs");
        }
        Ok(())
    }

    /// Fill an empty store from a backup.
    ///
    /// # Errors
    /// Where the store is not empty, or a line of the backup cannot be read: file and line are named.
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
        let shelf = from.join("blobs");
        let entries = std::fs::read_dir(&shelf).map_err(file("read", &shelf))?;
        for (done, entry) in entries.enumerate() {
            let path = entry.map_err(file("read", &shelf))?.path();
            let name = path
                .file_name()
                .and_then(|n| n.to_str())
                .unwrap_or_default()
                .to_owned();
            let bytes = tokio::fs::File::open(&path)
                .await
                .map_err(file("read", &path))?;
            let stream = tokio_util::io::ReaderStream::with_capacity(bytes, 1 << 20).map(|part| {
                part.map_err(|source| Error::File {
                    doing: "read",
                    path: "a blob of the backup".to_owned(),
                    source,
                })
            });
            let written = self
                .blobs()
                .write(&format!("restore-{name}"), stream)
                .await?;
            if written.digest.to_string() != name {
                return Err(Error::Damaged {
                    place: format!("blobs/{name}"),
                    what: "its bytes are not those it is named by".to_owned(),
                });
            }
            step(done as u64 + 1, "blobs");
        }
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
                Ok(())
            })
        })
        .await
    }
}

async fn dump(conn: &mut Conn, table: &Table, path: &Path) -> Result<()> {
    let mut to = BufWriter::new(std::fs::File::create(path).map_err(file("created", path))?);
    let order = match table.columns {
        [(first, _), (second, _), ..] => format!("{first}, {second}"),
        _ => "1".to_owned(),
    };
    let mut offset = 0i64;
    loop {
        let sql = table.select_sql(&format!("ORDER BY {order} LIMIT $1 OFFSET $2"));
        let rows = conn
            .all(&sql, &[i64::from(PAGE).into(), offset.into()], "read rows")
            .await?;
        if rows.is_empty() {
            break;
        }
        offset += rows.len() as i64;
        for row in &rows {
            let line = Value::Array(table.values(row)?.iter().map(to_json).collect());
            writeln!(to, "{line}").map_err(file("written", path))?;
        }
    }
    let to = to
        .into_inner()
        .map_err(|e| file("written", path)(e.into_error()))?;
    to.sync_all().map_err(file("written", path))
}

async fn load(conn: &mut Conn, table: &Table, path: &Path) -> Result<()> {
    let lines = BufReader::new(std::fs::File::open(path).map_err(file("read", path))?).lines();
    for (n, line) in lines.enumerate() {
        let line = line.map_err(file("read", path))?;
        let bad = |what: &str| Error::Damaged {
            place: format!("{}:{}", path.display(), n + 1),
            what: what.to_owned(),
        };
        if line.len() > LINE_BYTES_MAX {
            return Err(bad("a line is too long"));
        }
        let values: Vec<Value> = serde_json::from_str(&line).map_err(|_| bad("it is not a row"))?;
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
        conn.execute(&table.insert_sql(), &vals, "restore a row")
            .await?;
    }
    Ok(())
}
