//! The rows that an act wrote, each once, as it left them: what its ledger entry names.

use std::collections::HashMap;

use model::{Digest, RowMark};

use crate::error::{Error, Result};
use crate::row::Val;
use crate::tables::Table;
use crate::tx::Tx;

/// Rows in the order in which the act left them; an act may write a row twice, and may write very many.
#[derive(Debug, Default)]
pub(crate) struct Written {
    rows: Vec<Option<RowMark>>,
    places: HashMap<String, HashMap<String, usize>>,
}

impl Written {
    /// Name a row; what was named of it before goes.
    pub(crate) fn name(&mut self, mark: RowMark) {
        let place = self.rows.len();
        let table = match self.places.get_mut(&mark.table) {
            Some(table) => table,
            None => self.places.entry(mark.table.clone()).or_default(),
        };
        if let Some(before) = table.insert(mark.id.clone(), place)
            && let Some(row) = self.rows.get_mut(before)
        {
            *row = None;
        }
        self.rows.push(Some(mark));
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Every row, and none any more.
    pub(crate) fn take(&mut self) -> Vec<RowMark> {
        std::mem::take(self).rows.into_iter().flatten().collect()
    }
}

impl Tx {
    /// Write many rows of a listed table that are new, in one statement.
    ///
    /// # Errors
    /// [`Error::Stale`] where one of them is stored already.
    pub(crate) async fn put_first(
        &mut self,
        table: &'static Table,
        rows: Vec<Vec<Val>>,
    ) -> Result<()> {
        let many = rows.len();
        let checked: Vec<(String, i64)> = { rows.iter() }
            .map(|values| table.check(values))
            .collect::<Result<_>>()?;
        let digests: Vec<Digest> = rows.iter().map(|values| table.digest(values)).collect();
        let values: Vec<Val> = rows.into_iter().flatten().collect();
        let sql = table.first_of_many_sql(many, self.conn.engine());
        let touched = self.conn.execute(&sql, &values, "write rows").await?;
        if touched != many as u64 {
            return Err(Error::Stale {
                place: table.name.to_owned(),
            });
        }
        for ((id, version), sha256) in checked.into_iter().zip(digests) {
            self.written.name(RowMark {
                table: table.name.to_owned(),
                id,
                version,
                sha256,
            });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_named_once_as_it_was_left() {
        let mark = |table: &str, id: &str, version| RowMark {
            table: table.to_owned(),
            id: id.to_owned(),
            version,
            sha256: Digest([0; 32]),
        };
        let mut written = Written::default();
        for one in [
            mark("record", "a", 1),
            mark("record", "b", 1),
            mark("blob", "a", 1),
            mark("record", "a", 2),
        ] {
            written.name(one);
        }
        let left = [
            mark("record", "b", 1),
            mark("blob", "a", 1),
            mark("record", "a", 2),
        ];
        assert_eq!(written.take(), left);
        assert!(written.is_empty() && written.take().is_empty());
    }
}
