//! Peers, streams, outbox, envelopes, receipts; and the housekeeping of delivery (attempts, contacts, segments).

use jiff::Timestamp;
use model::Digest;
use seal::vault::RecordKey;

use crate::error::Result;
use crate::ledger::digest;
use crate::open::Store;
use crate::records::{micros, time};
use crate::row::{Row, Val};
use crate::tables::{BLOB, ENVELOPE, FACT, OUTBOX, PEER, RECEIPT, STREAM};
use crate::tx::{Tx, as_i64, damaged};

/// A State this node knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peer {
    /// State code.
    pub id: String,
    /// Counted from 1.
    pub version: i64,
    /// Whether it is this node's own State.
    pub ours: bool,
    /// When two officers compared the fingerprint; `None` until then.
    pub pinned: Option<Timestamp>,
    /// Sixty digits.
    pub fingerprint: String,
    /// Where its inbox is: `https://host:port`.
    pub endpoint: String,
    /// The State card's bytes.
    pub card: Vec<u8>,
    /// SHA-256 of the card.
    pub card_sha256: Digest,
    /// The card's sequence number.
    pub sequence: i64,
    /// When the card expires.
    pub expires: Timestamp,
    /// The leaflet of weekly keys, as last fetched.
    pub leaflet: Option<Vec<u8>>,
}

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
    /// Incoming: `incomplete`, `stored`, `applied`, `quarantined`. Outgoing: `sealed`, `delivered`, `refused`.
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

fn peer(row: &Row) -> Result<Peer> {
    let id = row.text(0)?;
    let place = format!("peer/{id}");
    Ok(Peer {
        version: row.int(1)?,
        ours: row.int(2)? != 0,
        pinned: row.opt_int(3)?.map(|m| time(m, &place)).transpose()?,
        fingerprint: row.text(4)?,
        endpoint: row.text(5)?,
        card: row.bytes(6)?,
        card_sha256: digest(&row.text(7)?, &place)?,
        sequence: row.int(8)?,
        expires: time(row.int(9)?, &place)?,
        leaflet: row.opt_bytes(10)?,
        id,
    })
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
    /// Write a peer.
    pub async fn put_peer(&mut self, p: &Peer) -> Result<()> {
        let values = vec![
            p.id.clone().into(),
            p.version.into(),
            i64::from(p.ours).into(),
            micros(p.pinned),
            p.fingerprint.clone().into(),
            p.endpoint.clone().into(),
            p.card.clone().into(),
            p.card_sha256.to_string().into(),
            p.sequence.into(),
            p.expires.as_microsecond().into(),
            p.leaflet.clone().into(),
        ];
        self.put(&PEER, values).await
    }

    /// A peer by State code.
    pub async fn peer(&mut self, id: &str) -> Result<Option<Peer>> {
        self.get(&PEER, id).await?.as_ref().map(peer).transpose()
    }

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

    /// A fact about this node.
    pub async fn fact(&mut self, id: &str) -> Result<Option<String>> {
        self.get(&FACT, id)
            .await?
            .map(|row| row.text(2))
            .transpose()
    }

    /// Write a fact about this node.
    pub async fn put_fact(&mut self, id: &str, value: &str) -> Result<()> {
        let version = self.get(&FACT, id).await?.map_or(Ok(0), |row| row.int(1))? + 1;
        self.put(&FACT, vec![id.into(), version.into(), value.into()])
            .await
    }

    /// Name a blob that was written for a record, with its key.
    pub async fn put_blob(
        &mut self,
        written: crate::blobs::Written,
        record: &str,
        key: &RecordKey,
        now: Timestamp,
    ) -> Result<()> {
        let id = written.digest.to_string();
        if self.get(&BLOB, &id).await?.is_some() {
            return Ok(());
        }
        let wrapped = self.vault.wrap(key, &id, &mut *self.dice)?;
        self.mark_blob(written.digest);
        let values = vec![
            id.into(),
            1.into(),
            as_i64(written.size_bytes).into(),
            record.into(),
            Some(wrapped).into(),
            now.as_microsecond().into(),
        ];
        self.put(&BLOB, values).await
    }
}

impl Store {
    /// All peers, by State code.
    pub async fn peers(&self) -> Result<Vec<Peer>> {
        let rows = self
            .pool()
            .all(&PEER.select_sql("ORDER BY id"), &[], "read the peers")
            .await?;
        rows.iter().map(peer).collect()
    }

    /// A peer by State code.
    pub async fn peer(&self, id: &str) -> Result<Option<Peer>> {
        let row = self
            .pool()
            .maybe(
                &PEER.select_sql("WHERE id = $1"),
                &[id.into()],
                "read a peer",
            )
            .await?;
        row.as_ref().map(peer).transpose()
    }

    /// Messages in a state that are due, by lane and order of writing.
    pub async fn outgoing_due(
        &self,
        state: &str,
        now: Timestamp,
        limit: u32,
    ) -> Result<Vec<Outgoing>> {
        let sql = OUTBOX.select_sql(
            "LEFT JOIN attempt ON attempt.outbox = outbox.id WHERE outbox.state = $1 \
             AND COALESCE(attempt.next_at, 0) <= $2 ORDER BY outbox.lane, outbox.seq LIMIT $3",
        );
        let sql = sql.replacen(
            "SELECT id, version, seq, peer,",
            "SELECT outbox.id, version, seq, outbox.peer,",
            1,
        );
        let vals = [
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

    /// When the next message may be tried.
    pub async fn next_attempt(&self) -> Result<Option<Timestamp>> {
        let sql = "SELECT MIN(COALESCE(attempt.next_at, 0)) FROM outbox LEFT JOIN attempt ON attempt.outbox = outbox.id \
                   WHERE outbox.state IN ('waiting', 'sealed')";
        let row = self.pool().maybe(sql, &[], "read the outbox").await?;
        row.and_then(|r| r.opt_int(0).transpose())
            .transpose()?
            .map(|m| time(m, "attempt"))
            .transpose()
    }

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

    /// A fact about this node.
    pub async fn fact(&self, id: &str) -> Result<Option<String>> {
        let row = self
            .pool()
            .maybe(
                "SELECT value FROM fact WHERE id = $1",
                &[id.into()],
                "read a fact",
            )
            .await?;
        row.map(|row| row.text(0)).transpose()
    }

    /// The key of a blob; `None` where it was destroyed or never was.
    pub async fn blob_key(&self, blob: &Digest) -> Result<Option<RecordKey>> {
        let id = blob.to_string();
        let row = self
            .pool()
            .maybe(
                "SELECT key FROM blob WHERE id = $1",
                &[id.as_str().into()],
                "read a blob's key",
            )
            .await?;
        let Some(wrapped) = row.map(|row| row.opt_bytes(0)).transpose()?.flatten() else {
            return Ok(None);
        };
        self.vault().unwrap(&wrapped, &id).map(Some)
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

    /// A peer was heard: whatever waits for it may be tried at once.
    pub async fn heard_from(&self, peer: &str, now: Timestamp) -> Result<()> {
        let vals: Vec<Val> = vec![peer.into(), now.as_microsecond().into()];
        self.house(
            "UPDATE attempt SET next_at = $2 WHERE peer = $1 AND next_at > $2",
            vals.clone(),
            "wake a peer",
        )
        .await?;
        let sql = "INSERT INTO contact (peer, last_in) VALUES ($1, $2) ON CONFLICT (peer) DO UPDATE SET last_in = excluded.last_in";
        self.house(sql, vals, "remember a contact").await
    }

    /// How a delivery to a peer ended.
    pub async fn reached(&self, peer: &str, now: Timestamp, error: Option<String>) -> Result<()> {
        let sql = "INSERT INTO contact (peer, last_out, last_error) VALUES ($1, $2, $3) ON CONFLICT (peer) DO UPDATE SET \
                   last_out = COALESCE(excluded.last_out, contact.last_out), last_error = excluded.last_error";
        let at = error.is_none().then(|| now.as_microsecond());
        self.house(
            sql,
            vec![peer.into(), at.into(), error.into()],
            "remember a contact",
        )
        .await
    }

    /// Last contact with a peer, either way, and the last error.
    pub async fn contact(&self, peer: &str) -> Result<(Option<Timestamp>, Option<String>)> {
        let sql = "SELECT last_in, last_out, last_error FROM contact WHERE peer = $1";
        let Some(row) = self
            .pool()
            .maybe(sql, &[peer.into()], "read a contact")
            .await?
        else {
            return Ok((None, None));
        };
        let last = row
            .opt_int(0)?
            .max(row.opt_int(1)?)
            .map(|m| time(m, "contact"))
            .transpose()?;
        Ok((last, row.opt_text(2)?))
    }

    /// Remember a segment that is on disk.
    pub async fn keep_segment(
        &self,
        root: &Digest,
        number: u64,
        size: u64,
        sha256: &Digest,
    ) -> Result<()> {
        let sql = "INSERT INTO segment (root, number, size, sha256) VALUES ($1, $2, $3, $4) ON CONFLICT (root, number) DO NOTHING";
        let vals = vec![
            root.to_string().into(),
            as_i64(number).into(),
            as_i64(size).into(),
            sha256.to_string().into(),
        ];
        self.house(sql, vals, "remember a segment").await
    }

    /// The segments of a blob that are here, with their digests.
    pub async fn segments(&self, root: &Digest) -> Result<Vec<(u64, Digest)>> {
        let sql = "SELECT number, sha256 FROM segment WHERE root = $1 ORDER BY number";
        let rows = self
            .pool()
            .all(sql, &[root.to_string().into()], "read segments")
            .await?;
        rows.iter()
            .map(|row| {
                let number = u64::try_from(row.int(0)?)
                    .map_err(|_| damaged("segment", "a negative number"))?;
                Ok((number, digest(&row.text(1)?, "segment")?))
            })
            .collect()
    }

    /// Forget the segments of a blob.
    pub async fn forget_segments(&self, root: &Digest) -> Result<()> {
        self.house(
            "DELETE FROM segment WHERE root = $1",
            vec![root.to_string().into()],
            "forget segments",
        )
        .await
    }
}
