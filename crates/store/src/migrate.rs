//! Numbered migrations, embedded, applied in order, each in one transaction with its digest. A database whose migrations
//! differ from this program's, or that has some this program does not know, is not opened.
//!
//! What was applied is told to the ledger by the first act that is kept afterwards (`Tx::keep`): its entry
//! `store.migrated`, by the system, follows the act's own and names the facts `migration/<name>`.

use crate::db::Conn;
use crate::error::{Error, Result};

static MIGRATIONS: &[(&str, &str)] = &[
    (
        "0001_house",
        include_str!("../../../migrations/0001_house.sql"),
    ),
    (
        "0002_ways",
        include_str!("../../../migrations/0002_ways.sql"),
    ),
    (
        "0003_lists",
        include_str!("../../../migrations/0003_lists.sql"),
    ),
    (
        "0004_screen_keys",
        include_str!("../../../migrations/0004_screen_keys.sql"),
    ),
    (
        "0005_screening",
        include_str!("../../../migrations/0005_screening.sql"),
    ),
    (
        "0006_queue",
        include_str!("../../../migrations/0006_queue.sql"),
    ),
    (
        "0007_treaties",
        include_str!("../../../migrations/0007_treaties.sql"),
    ),
    (
        "0010_desk",
        include_str!("../../../migrations/0010_desk.sql"),
    ),
    (
        "0014_partners",
        include_str!("../../../migrations/0014_partners.sql"),
    ),
    (
        "0015_changed",
        include_str!("../../../migrations/0015_changed.sql"),
    ),
];

/// Facts about migrations begin so.
pub(crate) const FACT: &str = "migration/";

/// A migration's name and the SHA-256 of its text.
pub(crate) type Applied = (String, String);

/// Bring the schema up to date.
pub(crate) async fn migrate(conn: &mut Conn) -> Result<()> {
    conn.run("CREATE TABLE IF NOT EXISTS migration (name TEXT NOT NULL PRIMARY KEY, sha256 TEXT NOT NULL)", "prepare for migrations")
        .await?;
    let before = applied(conn).await?;
    known(&before)?;
    for (name, sql) in MIGRATIONS {
        if before.iter().any(|(applied, _)| applied == name) {
            continue;
        }
        conn.run("BEGIN", "begin a migration").await?;
        conn.script(sql, "apply a migration").await?;
        conn.execute(
            "INSERT INTO migration (name, sha256) VALUES ($1, $2)",
            &[(*name).into(), sha256(sql).into()],
            "record a migration",
        )
        .await?;
        conn.run("COMMIT", "commit a migration").await?;
        tracing::info!(migration = *name, "migration applied");
    }
    Ok(())
}

/// What was applied and no entry of the ledger tells yet.
pub(crate) async fn untold(conn: &mut Conn) -> Result<Vec<Applied>> {
    let sql = "SELECT id, value FROM fact WHERE id >= $1 AND id < $2 ORDER BY id";
    let vals = [FACT.into(), "migration0".into()];
    let mut told = Vec::new();
    for row in conn.all(sql, &vals, "read the facts").await? {
        let name = row.text(0)?.trim_start_matches(FACT).to_owned();
        told.push((name, row.text(1)?));
    }
    known(&told)?;
    let mut untold = applied(conn).await?;
    untold.retain(|(name, _)| !told.iter().any(|(t, _)| t == name));
    Ok(untold)
}

async fn applied(conn: &mut Conn) -> Result<Vec<Applied>> {
    let sql = "SELECT name, sha256 FROM migration ORDER BY name";
    let rows = conn.all(sql, &[], "look up the migrations").await?;
    rows.iter()
        .map(|row| Ok((row.text(0)?, row.text(1)?)))
        .collect()
}

/// Each is one of this program's, unchanged.
fn known(applied: &[Applied]) -> Result<()> {
    for (name, digest) in applied {
        match MIGRATIONS.iter().find(|(ours, _)| ours == name) {
            Some((_, sql)) if sha256(sql) == *digest => {}
            Some(_) => return Err(Error::Migration { name: name.clone() }),
            None => return Err(Error::Newer { name: name.clone() }),
        }
    }
    Ok(())
}

fn sha256(sql: &str) -> String {
    seal::sha256(sql.as_bytes()).to_string()
}
