//! Facts about this node that must not change unseen: its State, its stream epoch, its migrations.

use crate::error::Result;
use crate::open::Store;
use crate::tables::FACT;
use crate::tx::Tx;

impl Tx {
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
}

impl Store {
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
}
