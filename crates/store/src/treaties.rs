//! Who joined which treaty, as imported (listed). What follows from it is `model`'s.

use jiff::Timestamp;

use crate::error::Result;
use crate::open::Store;
use crate::records::time;
use crate::row::Row;
use crate::tables::PARTICIPATION;
use crate::tx::Tx;

/// The list of one instrument as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participation {
    /// The instrument's id.
    pub id: String,
    /// Counted from 1.
    pub version: i64,
    /// The day on which the list was true.
    pub as_of: String,
    /// When it was taken in.
    pub imported: Timestamp,
    /// The list, as JSON.
    pub json: String,
}

fn participation(row: &Row) -> Result<Participation> {
    let id = row.text(0)?;
    let place = format!("participation/{id}");
    Ok(Participation {
        version: row.int(1)?,
        as_of: row.text(2)?,
        imported: time(row.int(3)?, &place)?,
        json: row.text(4)?,
        id,
    })
}

impl Tx {
    /// Every imported list, by instrument, as the act sees it.
    pub async fn participation(&mut self) -> Result<Vec<Participation>> {
        let sql = PARTICIPATION.select_sql("ORDER BY id");
        let rows = self.all(&sql, &[], "read the treaties").await?;
        rows.iter().map(participation).collect()
    }

    /// Write a list.
    pub async fn put_participation(&mut self, list: &Participation) -> Result<()> {
        let values = vec![
            list.id.clone().into(),
            list.version.into(),
            list.as_of.clone().into(),
            list.imported.as_microsecond().into(),
            list.json.clone().into(),
        ];
        self.put(&PARTICIPATION, values).await
    }
}

impl Store {
    /// Every imported list, by instrument.
    pub async fn participation(&self) -> Result<Vec<Participation>> {
        let sql = PARTICIPATION.select_sql("ORDER BY id");
        let rows = self.pool().all(&sql, &[], "read the treaties").await?;
        rows.iter().map(participation).collect()
    }
}
