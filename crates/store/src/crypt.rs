//! Free text at rest: each record has its own key, wrapped under the node's vault key; destroying the wrapped key is
//! deletion. The ciphers are `seal::vault`'s.

use seal::Random;
use seal::vault::{RecordKey, VaultKey, open_text, seal_text};

use crate::error::{Error, Result};

/// The vault key of this node.
#[derive(Debug)]
pub(crate) struct Vault(VaultKey);

fn aad(table: &str, id: &str, version: i64) -> Vec<u8> {
    format!("{table}/{id}/{version}").into_bytes()
}

impl Vault {
    pub(crate) fn new(key: VaultKey) -> Self {
        Self(key)
    }

    /// Wrap a record's key, bound to the record.
    pub(crate) fn wrap(&self, key: &RecordKey, id: &str, dice: &mut dyn Random) -> Result<Vec<u8>> {
        self.0
            .wrap(key, id.as_bytes(), dice)
            .map_err(|e| Error::Seal {
                doing: "wrap a record's key",
                what: e.to_string(),
            })
    }

    /// The key of a record.
    pub(crate) fn unwrap(&self, wrapped: &[u8], id: &str) -> Result<RecordKey> {
        self.0
            .unwrap(wrapped, id.as_bytes())
            .map_err(|e| Error::Damaged {
                place: id.to_owned(),
                what: format!("its key does not open ({e})"),
            })
    }

    /// A mark of a text that only this node can make.
    pub(crate) fn mark(&self, what: &'static str, text: &[u8]) -> Result<model::Digest> {
        self.0.mark(what, text).map_err(|e| Error::Seal {
            doing: "mark a text",
            what: e.to_string(),
        })
    }

    /// Seal a body for one row and version.
    pub(crate) fn seal(
        &self,
        key: &RecordKey,
        (table, id, version): (&str, &str, i64),
        body: &[u8],
        dice: &mut dyn Random,
    ) -> Result<Vec<u8>> {
        seal_text(key, &aad(table, id, version), body, dice.bytes()).map_err(|e| Error::Seal {
            doing: "encrypt a record",
            what: e.to_string(),
        })
    }

    /// Open the body of one row and version; `None` where its key was destroyed.
    pub(crate) fn open(
        &self,
        (table, id, version): (&str, &str, i64),
        key: Option<&[u8]>,
        body: Option<&[u8]>,
    ) -> Result<Option<Vec<u8>>> {
        let (Some(key), Some(body)) = (key, body) else {
            return Ok(None);
        };
        let key = self.unwrap(key, id)?;
        let plain =
            open_text(&key, &aad(table, id, version), body).map_err(|e| Error::Damaged {
                place: format!("{table}/{id}"),
                what: format!("its text does not open ({e})"),
            })?;
        Ok(Some(plain.to_vec()))
    }
}
