//! Where each stream of envelopes stands: one for a direction and peer.

use model::Digest;

use crate::error::Result;
use crate::ledger::digest;
use crate::open::Store;
use crate::row::Row;
use crate::tables::STREAM;
use crate::tx::Tx;

/// Where a stream of envelopes stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stream {
    /// `out/XB` or `in/XB`.
    pub id: String,
    /// Counted from 1.
    pub version: i64,
    /// A restored backup starts a new one.
    pub epoch: i64,
    /// The last number used or seen.
    pub number: i64,
    /// The last envelope's id.
    pub previous: Option<Digest>,
}

fn stream(row: &Row) -> Result<Stream> {
    let id = row.text(0)?;
    let previous = row.opt_text(4)?.map(|t| digest(&t, "stream")).transpose()?;
    Ok(Stream {
        version: row.int(1)?,
        epoch: row.int(2)?,
        number: row.int(3)?,
        previous,
        id,
    })
}

impl Tx {
    /// A stream, or where a new one starts.
    pub async fn stream(&mut self, id: &str, epoch: i64) -> Result<Stream> {
        Ok(match self.get(&STREAM, id).await?.as_ref() {
            Some(row) => stream(row)?,
            None => Stream {
                id: id.to_owned(),
                version: 0,
                epoch,
                number: 0,
                previous: None,
            },
        })
    }

    /// Write a stream; its version is counted up here.
    pub async fn put_stream(&mut self, s: &Stream) -> Result<()> {
        let previous = s.previous.map(|d| d.to_string());
        let values = vec![
            s.id.clone().into(),
            (s.version + 1).into(),
            s.epoch.into(),
            s.number.into(),
            previous.into(),
        ];
        self.put(&STREAM, values).await
    }
}

impl Store {
    /// A stream.
    pub async fn stream(&self, id: &str) -> Result<Option<Stream>> {
        let row = self
            .pool()
            .maybe(
                &STREAM.select_sql("WHERE id = $1"),
                &[id.into()],
                "read a stream",
            )
            .await?;
        row.as_ref().map(stream).transpose()
    }
}
