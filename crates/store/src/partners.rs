//! States that have no node, as entered by hand (listed). What their law means is `model`'s.

use jiff::Timestamp;

use crate::error::Result;
use crate::open::Store;
use crate::records::time;
use crate::row::Row;
use crate::tables::PARTNER;
use crate::tx::Tx;

/// A State without a node, as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    /// Its code.
    pub id: String,
    /// Counted from 1.
    pub version: i64,
    /// When it was entered last.
    pub entered: Timestamp,
    /// Its law and its authorities, as JSON.
    pub json: String,
}

fn partner(row: &Row) -> Result<Partner> {
    let id = row.text(0)?;
    let place = format!("partner/{id}");
    Ok(Partner {
        version: row.int(1)?,
        entered: time(row.int(2)?, &place)?,
        json: row.text(3)?,
        id,
    })
}

impl Tx {
    /// Write a State.
    pub async fn put_partner(&mut self, state: &Partner) -> Result<()> {
        let values = vec![
            state.id.clone().into(),
            state.version.into(),
            state.entered.as_microsecond().into(),
            state.json.clone().into(),
        ];
        self.put(&PARTNER, values).await
    }
}

impl Store {
    /// Every State entered by hand, by code.
    pub async fn partners(&self) -> Result<Vec<Partner>> {
        let sql = PARTNER.select_sql("ORDER BY id");
        let rows = self
            .pool()
            .all(&sql, &[], "read the partner States")
            .await?;
        rows.iter().map(partner).collect()
    }
}
