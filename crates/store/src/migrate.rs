//! Numbered migrations, embedded, applied in order, each in one transaction with its digest. A database whose migrations
//! differ from this program's is not opened.

use crate::db::Conn;
use crate::error::{Error, Result};

static MIGRATIONS: &[(&str, &str)] = &[(
    "0001_house",
    include_str!("../../../migrations/0001_house.sql"),
)];

/// Bring the schema up to date. Answers the names and digests of what was applied now, for the ledger.
pub(crate) async fn migrate(conn: &mut Conn) -> Result<Vec<(&'static str, String)>> {
    conn.run("CREATE TABLE IF NOT EXISTS migration (name TEXT NOT NULL PRIMARY KEY, sha256 TEXT NOT NULL)", "prepare for migrations")
        .await?;
    let mut applied = Vec::new();
    for (name, sql) in MIGRATIONS {
        let sha256 = seal::sha256(sql.as_bytes()).to_string();
        let row = conn
            .maybe(
                "SELECT sha256 FROM migration WHERE name = $1",
                &[(*name).into()],
                "look up a migration",
            )
            .await?;
        match row {
            Some(row) if row.text(0)? == sha256 => {}
            Some(_) => {
                return Err(Error::Migration {
                    name: (*name).to_owned(),
                });
            }
            None => {
                conn.run("BEGIN", "begin a migration").await?;
                conn.script(sql, "apply a migration").await?;
                conn.execute(
                    "INSERT INTO migration (name, sha256) VALUES ($1, $2)",
                    &[(*name).into(), sha256.clone().into()],
                    "record a migration",
                )
                .await?;
                conn.run("COMMIT", "commit a migration").await?;
                applied.push((*name, sha256));
            }
        }
    }
    Ok(applied)
}
