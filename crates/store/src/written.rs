//! The rows that an act wrote, each once, as it left them: what its ledger entry names.

use std::collections::HashMap;

use model::RowMark;

use crate::db::Conn;
use crate::error::{Error, Result};
use crate::row::Val;
use crate::tables::Table;

/// Rows in one statement that writes: far below the marks that an engine takes (32,766 of SQLite).
pub(crate) const WRITTEN_AT_ONCE: usize = 200;

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

/// Many rows of a listed table that are new, ready to be written in one statement.
pub(crate) struct NewRows {
    table: &'static Table,
    values: Vec<Val>,
    marks: Vec<RowMark>,
}

impl NewRows {
    /// # Errors
    /// Where a row does not fit its table.
    pub(crate) fn of(table: &'static Table, rows: Vec<Vec<Val>>) -> Result<Self> {
        let mark = |values: &Vec<Val>| {
            let (id, version) = table.check(values)?;
            Ok(RowMark {
                table: table.name.to_owned(),
                id,
                version,
                sha256: table.digest(values),
            })
        };
        Ok(Self {
            table,
            marks: rows.iter().map(mark).collect::<Result<_>>()?,
            values: rows.into_iter().flatten().collect(),
        })
    }

    /// Write them, and answer what the act's entry is to name.
    ///
    /// # Errors
    /// [`Error::Stale`] where one of them is stored already.
    pub(crate) async fn write(self, conn: &mut Conn) -> Result<Vec<RowMark>> {
        let many = self.marks.len();
        let sql = self.table.first_of_many_sql(many, conn.engine());
        let touched = conn.execute(&sql, &self.values, "write rows").await?;
        if touched == many as u64 {
            Ok(self.marks)
        } else {
            Err(Error::Stale {
                place: self.table.name.to_owned(),
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use model::Digest;

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
