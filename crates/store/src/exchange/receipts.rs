//! Receipts given and received.

use jiff::Timestamp;
use model::Digest;

use crate::error::Result;
use crate::ledger::digest;
use crate::open::Store;
use crate::records::time;
use crate::row::Row;
use crate::tables::RECEIPT;
use crate::tx::Tx;

/// A receipt, given or received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// SHA-256 of its bytes, as hex.
    pub id: String,
    /// `R1` … `R5`.
    pub kind: String,
    /// The envelope it is for.
    pub envelope: Digest,
    /// The other State.
    pub peer: String,
    /// Whether this node gave it.
    pub given: bool,
    /// When it says it was given.
    pub at: Timestamp,
    /// `request:<id>`.
    pub object: Option<String>,
    /// The signed bytes.
    pub bytes: Vec<u8>,
}

fn receipt(row: &Row) -> Result<Receipt> {
    let id = row.text(0)?;
    Ok(Receipt {
        kind: row.text(2)?,
        envelope: digest(&row.text(3)?, "receipt")?,
        peer: row.text(4)?,
        given: row.int(5)? != 0,
        at: time(row.int(6)?, "receipt")?,
        object: row.opt_text(7)?,
        bytes: row.bytes(8)?,
        id,
    })
}

impl Tx {
    /// Write a receipt; a receipt that is there already stays as it is.
    pub async fn put_receipt(&mut self, r: &Receipt) -> Result<()> {
        if self.get(&RECEIPT, &r.id).await?.is_some() {
            return Ok(());
        }
        let values = vec![
            r.id.clone().into(),
            1.into(),
            r.kind.clone().into(),
            r.envelope.to_string().into(),
            r.peer.clone().into(),
            i64::from(r.given).into(),
            r.at.as_microsecond().into(),
            r.object.clone().into(),
            r.bytes.clone().into(),
        ];
        self.put(&RECEIPT, values).await
    }
}

impl Store {
    /// Receipts of an object, oldest first.
    pub async fn receipts_of(&self, object: &str) -> Result<Vec<Receipt>> {
        let sql = RECEIPT.select_sql("WHERE object = $1 ORDER BY at, kind, id");
        self.pool()
            .all(&sql, &[object.into()], "read receipts")
            .await?
            .iter()
            .map(receipt)
            .collect()
    }

    /// Receipts for an envelope.
    pub async fn receipts_for(&self, envelope: &Digest) -> Result<Vec<Receipt>> {
        let sql = RECEIPT.select_sql("WHERE envelope = $1 ORDER BY at, kind, id");
        let vals = [envelope.to_string().into()];
        self.pool()
            .all(&sql, &vals, "read receipts")
            .await?
            .iter()
            .map(receipt)
            .collect()
    }
}
