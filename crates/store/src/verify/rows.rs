//! The rows of the listed tables against the last entry that names each.

use std::collections::HashMap;

use model::Digest;

use super::{Found, PAGE};
use crate::db::Snapshot;
use crate::error::Result;
use crate::tables::Table;

/// The last version of each row that an entry names, and its digest, by `table/id`.
pub(super) type Last = HashMap<String, (i64, Digest)>;

pub(super) async fn compare(
    snap: &mut Snapshot,
    table: &'static Table,
    last: &Last,
    found: &mut Found,
) -> Result<()> {
    let prefix = format!("{}/", table.name);
    let mut unseen: HashMap<&str, &(i64, Digest)> = last
        .iter()
        .filter_map(|(place, mark)| Some((place.strip_prefix(&prefix)?, mark)))
        .collect();
    let mut after: Option<String> = None;
    let before = found.rows;
    'pages: loop {
        let (sql, vals) = match &after {
            None => (
                table.select_sql(&format!("ORDER BY id LIMIT {PAGE}")),
                vec![],
            ),
            Some(after) => (
                table.select_sql(&format!("WHERE id > $1 ORDER BY id LIMIT {PAGE}")),
                vec![after.as_str().into()],
            ),
        };
        let rows = snap.all(&sql, &vals, "read rows").await?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            // SQLite lets a foreign hand put bytes where an id belongs; such a row is counted below.
            let Ok(id) = row.text(0) else { break 'pages };
            found.rows += 1;
            let place = format!("{prefix}{id}");
            match (unseen.remove(id.as_str()), table.values(row)) {
                (None, _) => found.tell(place, "unlisted", "no entry of the ledger names this row"),
                (Some((_, expected)), Ok(values)) if table.digest(&values) == *expected => {}
                (Some(_), _) => found.tell(
                    place,
                    "changed",
                    "a value of this row was changed outside the node",
                ),
            }
            after = Some(id);
        }
    }
    let sql = format!("SELECT COUNT(*) FROM {}", table.name);
    let count = snap.number(&sql, "count rows").await?;
    if count != found.rows - before {
        found.tell(
            format!("{prefix}?"),
            "unlisted",
            "the table holds rows whose id cannot be read",
        );
    }
    let mut missing: Vec<&str> = unseen.into_keys().collect();
    missing.sort_unstable();
    for id in missing {
        found.tell(
            format!("{prefix}{id}"),
            "missing",
            "the ledger names this row and it is gone",
        );
    }
    Ok(())
}
