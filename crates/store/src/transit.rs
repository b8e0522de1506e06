//! Bulk parts on their way out: where the ciphertext of a blob lies and the digests of its segments. Written with the
//! envelope that names them, forgotten when it was delivered.

use model::Digest;

use crate::error::Result;
use crate::ledger::digest;
use crate::open::Store;
use crate::tx::{Tx, as_i64, damaged};

/// A bulk part on its way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transit {
    /// Root of its segment tree, as the envelope names it.
    pub root: Digest,
    /// The envelope it belongs to.
    pub envelope: Digest,
    /// Where its ciphertext is.
    pub blob: Digest,
    /// Bytes of ciphertext.
    pub size: u64,
    /// Digests of its segments.
    pub leaves: Vec<Digest>,
}

impl Tx {
    /// Remember a bulk part with the envelope that names it.
    pub async fn put_transit(&mut self, t: &Transit) -> Result<()> {
        let leaves: Vec<u8> = t.leaves.iter().flat_map(|d| d.0).collect();
        let vals = [
            t.root.to_string().into(),
            t.envelope.to_string().into(),
            t.blob.to_string().into(),
            as_i64(t.size).into(),
            leaves.into(),
        ];
        let sql =
            "INSERT INTO transit (root, envelope, blob, size, leaves) VALUES ($1, $2, $3, $4, $5)";
        self.conn
            .execute(sql, &vals, "remember a bulk part")
            .await
            .map(drop)
    }
}

impl Store {
    /// The bulk parts of an envelope.
    pub async fn transits(&self, envelope: &Digest) -> Result<Vec<Transit>> {
        let sql = "SELECT root, envelope, blob, size, leaves FROM transit WHERE envelope = $1 ORDER BY root";
        let rows = self
            .pool()
            .all(sql, &[envelope.to_string().into()], "read bulk parts")
            .await?;
        rows.iter()
            .map(|row| {
                let bytes = row.bytes(4)?;
                let (leaves, rest) = bytes.as_chunks::<32>();
                if !rest.is_empty() {
                    return Err(damaged(
                        "transit",
                        "the digests of its segments are cut off",
                    ));
                }
                Ok(Transit {
                    root: digest(&row.text(0)?, "transit")?,
                    envelope: digest(&row.text(1)?, "transit")?,
                    blob: digest(&row.text(2)?, "transit")?,
                    size: u64::try_from(row.int(3)?).unwrap_or(0),
                    leaves: leaves.iter().map(|d| Digest(*d)).collect(),
                })
            })
            .collect()
    }

    /// Forget the bulk parts of an envelope that was delivered, ciphertext and all.
    pub async fn forget_transits(&self, envelope: &Digest) -> Result<()> {
        for transit in self.transits(envelope).await? {
            self.blobs().forget(&transit.blob).await?;
        }
        let sql = "DELETE FROM transit WHERE envelope = $1";
        self.house(sql, vec![envelope.to_string().into()], "forget bulk parts")
            .await
    }
}
