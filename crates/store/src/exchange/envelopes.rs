//! Envelopes sent and received, whole.

use jiff::Timestamp;
use model::{Digest, StateCode};

use crate::error::Result;
use crate::ledger::digest;
use crate::open::Store;
use crate::records::time;
use crate::row::Row;
use crate::tables::ENVELOPE;
use crate::tx::Tx;

/// An envelope, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// SHA-256 of its bytes.
    pub id: Digest,
    /// Counted from 1.
    pub version: i64,
    /// `out` or `in`.
    pub direction: String,
    /// The other State.
    pub peer: String,
    /// Stream epoch.
    pub epoch: i64,
    /// Number in the stream.
    pub number: i64,
    /// Incoming: `incomplete`, `stored`, `early` (its request is not here yet), `applied`, `quarantined`. Outgoing: `sealed`, `delivered`, `refused`.
    pub state: String,
    /// `request:<id>`, once known.
    pub object: Option<String>,
    /// When it was stored here.
    pub created: Timestamp,
    /// The receipt given (incoming) or received (outgoing).
    pub receipt: Option<Vec<u8>>,
    /// The bytes.
    pub bytes: Vec<u8>,
}

fn envelope(row: &Row) -> Result<Envelope> {
    let id = digest(&row.text(0)?, "envelope")?;
    Ok(Envelope {
        version: row.int(1)?,
        direction: row.text(3)?,
        peer: row.text(4)?,
        epoch: row.int(5)?,
        number: row.int(6)?,
        state: row.text(7)?,
        object: row.opt_text(8)?,
        created: time(row.int(9)?, "envelope")?,
        receipt: row.opt_bytes(10)?,
        bytes: row.bytes(11)?,
        id,
    })
}

impl Tx {
    /// Write an envelope.
    pub async fn put_envelope(&mut self, e: &Envelope) -> Result<()> {
        let id = e.id.to_string();
        let seq = match &self.get(&ENVELOPE, &id).await? {
            Some(row) => row.int(2)?,
            None => self.next_seq("envelope"),
        };
        let values = vec![
            id.into(),
            e.version.into(),
            seq.into(),
            e.direction.clone().into(),
            e.peer.clone().into(),
            e.epoch.into(),
            e.number.into(),
            e.state.clone().into(),
            e.object.clone().into(),
            e.created.as_microsecond().into(),
            e.receipt.clone().into(),
            e.bytes.clone().into(),
        ];
        self.put(&ENVELOPE, values).await
    }

    /// An envelope by id.
    pub async fn envelope(&mut self, id: &Digest) -> Result<Option<Envelope>> {
        self.get(&ENVELOPE, &id.to_string())
            .await?
            .as_ref()
            .map(envelope)
            .transpose()
    }

    /// Let the messages that came before this record, from this peer, be opened now that it is here.
    pub async fn wake_early(&mut self, peer: &StateCode, object: &str) -> Result<()> {
        let sql =
            "WHERE direction = 'in' AND state = 'early' AND peer = $1 AND object = $2 ORDER BY seq";
        let vals = [peer.as_str().into(), object.into()];
        let sql = ENVELOPE.select_sql(sql);
        let rows = self.all(&sql, &vals, "read early envelopes").await?;
        for row in &rows {
            let early = envelope(row)?;
            self.put_envelope(&Envelope {
                version: early.version + 1,
                state: "stored".to_owned(),
                ..early
            })
            .await?;
        }
        Ok(())
    }
}

impl Store {
    /// An envelope by id.
    pub async fn envelope(&self, id: &Digest) -> Result<Option<Envelope>> {
        let row = self
            .pool()
            .maybe(
                &ENVELOPE.select_sql("WHERE id = $1"),
                &[id.to_string().into()],
                "read an envelope",
            )
            .await?;
        row.as_ref().map(envelope).transpose()
    }

    /// Envelopes of a direction in a state, in order of arrival.
    pub async fn envelopes(
        &self,
        direction: &str,
        state: &str,
        limit: u32,
    ) -> Result<Vec<Envelope>> {
        let sql = ENVELOPE.select_sql("WHERE direction = $1 AND state = $2 ORDER BY seq LIMIT $3");
        let vals = [direction.into(), state.into(), i64::from(limit).into()];
        self.pool()
            .all(&sql, &vals, "read envelopes")
            .await?
            .iter()
            .map(envelope)
            .collect()
    }

    /// How many messages of a peer wait for requests that are not here.
    pub async fn early_of(&self, peer: &str) -> Result<u64> {
        let sql = "SELECT COUNT(*) FROM envelope WHERE direction = 'in' AND state = 'early' AND peer = $1";
        let row = self
            .pool()
            .maybe(sql, &[peer.into()], "count early envelopes")
            .await?;
        Ok(u64::try_from(row.map_or(Ok(0), |r| r.int(0))?).unwrap_or(0))
    }

    /// Envelopes of an object, both directions, in order.
    pub async fn envelopes_of(&self, object: &str) -> Result<Vec<Envelope>> {
        let sql = ENVELOPE.select_sql("WHERE object = $1 ORDER BY seq");
        self.pool()
            .all(&sql, &[object.into()], "read envelopes")
            .await?
            .iter()
            .map(envelope)
            .collect()
    }

    /// Envelopes sent to a peer after a number of an epoch, for a peer that pulls or was restored.
    pub async fn envelopes_after(
        &self,
        peer: &str,
        epoch: i64,
        number: i64,
        limit: u32,
    ) -> Result<Vec<Envelope>> {
        let sql = ENVELOPE
            .select_sql("WHERE direction = 'out' AND peer = $1 AND (epoch > $2 OR (epoch = $2 AND number > $3)) ORDER BY seq LIMIT $4");
        let vals = [
            peer.into(),
            epoch.into(),
            number.into(),
            i64::from(limit).into(),
        ];
        self.pool()
            .all(&sql, &vals, "read envelopes")
            .await?
            .iter()
            .map(envelope)
            .collect()
    }
}
