//! The States this node knows, and when each was last heard.

use jiff::Timestamp;
use model::Digest;

use crate::error::Result;
use crate::ledger::digest;
use crate::open::Store;
use crate::records::{micros, time};
use crate::row::{Row, Val};
use crate::tables::PEER;
use crate::tx::Tx;

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

impl Peer {
    /// Whether another State's node speaks for it here: two officers compared its card, and nobody stopped the exchange since.
    #[must_use]
    pub fn by_node(&self) -> bool {
        !self.ours && self.pinned.is_some()
    }
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
}
