//! Keys by which programs ask the lists (listed). What a key may do, and for how long, is `office`'s.

use jiff::Timestamp;

use crate::error::Result;
use crate::open::Store;
use crate::records::{micros, time};
use crate::row::Row;
use crate::tables::SCREEN_KEY;
use crate::tx::Tx;

/// A program's key as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScreenKey {
    /// Its id.
    pub id: String,
    /// Counted from 1.
    pub version: i64,
    /// What people call it.
    pub name: String,
    /// Hex SHA-256 of the key.
    pub digest: String,
    /// The officer who answers for what it asks.
    pub officer: String,
    /// Purpose code of every question.
    pub purpose: String,
    /// When it was issued.
    pub created: Timestamp,
    /// When it ends by itself.
    pub expires: Timestamp,
    /// When it was taken back.
    pub revoked: Option<Timestamp>,
}

fn screen_key(row: &Row) -> Result<ScreenKey> {
    let id = row.text(0)?;
    let place = format!("screen_key/{id}");
    Ok(ScreenKey {
        version: row.int(1)?,
        name: row.text(2)?,
        digest: row.text(3)?,
        officer: row.text(4)?,
        purpose: row.text(5)?,
        created: time(row.int(6)?, &place)?,
        expires: time(row.int(7)?, &place)?,
        revoked: row.opt_int(8)?.map(|at| time(at, &place)).transpose()?,
        id,
    })
}

impl Tx {
    /// Write a key.
    pub async fn put_screen_key(&mut self, key: &ScreenKey) -> Result<()> {
        let values = vec![
            key.id.clone().into(),
            key.version.into(),
            key.name.clone().into(),
            key.digest.clone().into(),
            key.officer.clone().into(),
            key.purpose.clone().into(),
            key.created.as_microsecond().into(),
            key.expires.as_microsecond().into(),
            micros(key.revoked),
        ];
        self.put(&SCREEN_KEY, values).await
    }

    /// The keys of this name, also those that are over.
    pub async fn screen_keys_named(&mut self, name: &str) -> Result<Vec<ScreenKey>> {
        let sql = SCREEN_KEY.select_sql("WHERE name = $1 ORDER BY id");
        let rows = self.conn.all(&sql, &[name.into()], "read the keys").await?;
        rows.iter().map(screen_key).collect()
    }
}

impl Store {
    /// All keys, also those that are over, by name.
    pub async fn screen_keys(&self) -> Result<Vec<ScreenKey>> {
        let sql = SCREEN_KEY.select_sql("ORDER BY name, id");
        let rows = self.pool().all(&sql, &[], "read the keys").await?;
        rows.iter().map(screen_key).collect()
    }
}
