//! What waits to be sealed and sent, and how its delivery goes.

use jiff::Timestamp;
use model::Digest;
use seal::vault::RecordKey;

use crate::error::Result;
use crate::ledger::digest;
use crate::open::Store;
use crate::records::time;
use crate::row::Row;
use crate::tables::OUTBOX;
use crate::tx::Tx;

/// A message that waits to be sealed or sent, or was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// Id of the message.
    pub id: String,
    /// Counted from 1.
    pub version: i64,
    /// To which State.
    pub peer: String,
    /// 0 urgent, 1 normal, 2 bulk.
    pub lane: i64,
    /// `request:<id>`.
    pub object: Option<String>,
    /// `waiting`, `sealed`, `delivered`, `refused`, `expired`.
    pub state: String,
    /// When it was written.
    pub created: Timestamp,
    /// Until when delivery is tried.
    pub expires: Timestamp,
    /// The envelope that carries it, once sealed.
    pub envelope: Option<Digest>,
    /// The message (JSON), encrypted at rest.
    pub body: Vec<u8>,
}

/// How delivery of a message goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Tries so far.
    pub times: i64,
    /// Not before.
    pub next_at: Timestamp,
    /// Code of the last failure.
    pub last_error: Option<String>,
}

/// When a message may be tried next: to be compared with now.
const DUE: &str = "COALESCE((SELECT next_at FROM attempt WHERE attempt.outbox = outbox.id), 0) <=";

fn outgoing(vault: &crate::crypt::Vault, row: &Row) -> Result<Outgoing> {
    let (id, version) = (row.text(0)?, row.int(1)?);
    let (key, body) = (row.opt_bytes(10)?, row.opt_bytes(11)?);
    let body = vault
        .open(("outbox", &id, version), key.as_deref(), body.as_deref())?
        .unwrap_or_default();
    Ok(Outgoing {
        version,
        peer: row.text(3)?,
        lane: row.int(4)?,
        object: row.opt_text(5)?,
        state: row.text(6)?,
        created: time(row.int(7)?, &id)?,
        expires: time(row.int(8)?, &id)?,
        envelope: row.opt_text(9)?.map(|t| digest(&t, "outbox")).transpose()?,
        body,
        id,
    })
}

impl Tx {
    /// Write an outgoing message. Its body is encrypted; a message that is done keeps none.
    pub async fn put_outgoing(&mut self, o: &Outgoing) -> Result<()> {
        let stored = self.get(&OUTBOX, &o.id).await?;
        let seq = match &stored {
            Some(row) => row.int(2)?,
            None => self.next_seq("outbox"),
        };
        let (mut wrapped, mut body) = (None, None);
        if !o.body.is_empty() {
            let key = RecordKey::generate(&mut *self.dice);
            let vault = std::sync::Arc::clone(&self.vault);
            wrapped = Some(vault.wrap(&key, &o.id, &mut *self.dice)?);
            body =
                Some(vault.seal(&key, ("outbox", &o.id, o.version), &o.body, &mut *self.dice)?);
        }
        let values = vec![
            o.id.clone().into(),
            o.version.into(),
            seq.into(),
            o.peer.clone().into(),
            o.lane.into(),
            o.object.clone().into(),
            o.state.clone().into(),
            o.created.as_microsecond().into(),
            o.expires.as_microsecond().into(),
            o.envelope.map(|d| d.to_string()).into(),
            wrapped.into(),
            body.into(),
        ];
        self.put(&OUTBOX, values).await
    }

    /// An outgoing message.
    pub async fn outgoing(&mut self, id: &str) -> Result<Option<Outgoing>> {
        let row = self.get(&OUTBOX, id).await?;
        row.as_ref()
            .map(|row| outgoing(&self.vault, row))
            .transpose()
    }

    /// Let the envelopes that went to a peer after a number of an epoch wait in the outbox once more.
    pub async fn send_again(&mut self, peer: &str, epoch: i64, number: i64) -> Result<()> {
        let sql = OUTBOX.select_sql(
            "WHERE peer = $1 AND state = 'delivered' AND envelope IN (SELECT id FROM envelope WHERE direction = 'out' \
             AND peer = $1 AND (epoch > $2 OR (epoch = $2 AND number > $3)))",
        );
        let rows = self
            .all(
                &sql,
                &[peer.into(), epoch.into(), number.into()],
                "read the outbox",
            )
            .await?;
        for row in &rows {
            let again = outgoing(&self.vault, row)?;
            self.put_outgoing(&Outgoing {
                version: again.version + 1,
                state: "sealed".to_owned(),
                ..again
            })
            .await?;
        }
        Ok(())
    }
}

impl Store {
    /// The peers for whom something is due.
    pub async fn peers_due(&self, now: Timestamp) -> Result<Vec<String>> {
        let sql = format!(
            "SELECT DISTINCT peer FROM outbox WHERE state IN ('waiting', 'sealed') AND {DUE} $1 ORDER BY peer"
        );
        let vals = [now.as_microsecond().into()];
        let rows = self.pool().all(&sql, &vals, "read the outbox").await?;
        rows.iter().map(|row| row.text(0)).collect()
    }

    /// Messages for a peer in a state that are due, by lane and order of writing. Peer by peer: a long line for one holds up
    /// no other.
    pub async fn outgoing_due(
        &self,
        (peer, state): (&str, &str),
        now: Timestamp,
        limit: u32,
    ) -> Result<Vec<Outgoing>> {
        let sql = OUTBOX.select_sql(&format!(
            "WHERE peer = $1 AND state = $2 AND {DUE} $3 ORDER BY lane, seq LIMIT $4"
        ));
        let vals = [
            peer.into(),
            state.into(),
            now.as_microsecond().into(),
            i64::from(limit).into(),
        ];
        let rows = self.pool().all(&sql, &vals, "read the outbox").await?;
        rows.iter().map(|row| outgoing(self.vault(), row)).collect()
    }

    /// How many messages wait for a peer (empty: for all).
    pub async fn outgoing_waiting(&self, peer: &str) -> Result<u64> {
        let sql = "SELECT COUNT(*) FROM outbox WHERE state IN ('waiting', 'sealed') AND ($1 = '' OR peer = $1)";
        let row = self
            .pool()
            .maybe(sql, &[peer.into()], "count the outbox")
            .await?;
        Ok(u64::try_from(row.map_or(Ok(0), |r| r.int(0))?).unwrap_or(0))
    }

    /// How a message's delivery goes.
    pub async fn attempt(&self, outbox: &str) -> Result<Option<Attempt>> {
        let sql = "SELECT times, next_at, last_error FROM attempt WHERE outbox = $1";
        let Some(row) = self
            .pool()
            .maybe(sql, &[outbox.into()], "read an attempt")
            .await?
        else {
            return Ok(None);
        };
        Ok(Some(Attempt {
            times: row.int(0)?,
            next_at: time(row.int(1)?, "attempt")?,
            last_error: row.opt_text(2)?,
        }))
    }

    /// Remember an attempt.
    pub async fn keep_attempt(&self, outbox: &str, peer: &str, a: Attempt) -> Result<()> {
        let sql = "INSERT INTO attempt (outbox, peer, times, next_at, last_error) VALUES ($1, $2, $3, $4, $5) ON CONFLICT \
                   (outbox) DO UPDATE SET times = excluded.times, next_at = excluded.next_at, last_error = excluded.last_error";
        let vals = vec![
            outbox.into(),
            peer.into(),
            a.times.into(),
            a.next_at.as_microsecond().into(),
            a.last_error.into(),
        ];
        self.house(sql, vals, "remember an attempt").await
    }
}
