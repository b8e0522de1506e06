//! One connection, two engines: the closed seam. SQL is written once, with `$1` markers, and runs on both.

use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqliteConnection};

use crate::error::{Doing, Error, Result};
use crate::row::{Row, Val};

/// Which engine a store runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

/// One open connection.
#[derive(Debug)]
pub(crate) enum Conn {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

/// One moment of the database: every read of it sees the same rows, whatever is written meanwhile.
#[derive(Debug)]
pub(crate) enum Snapshot {
    Sqlite(sqlx::Transaction<'static, sqlx::Sqlite>),
    Postgres(sqlx::Transaction<'static, sqlx::Postgres>),
}

/// A pool of read connections.
#[derive(Debug, Clone)]
pub(crate) enum Pool {
    Sqlite(sqlx::SqlitePool),
    Postgres(sqlx::PgPool),
}

macro_rules! bound {
    ($query:expr, $vals:expr) => {{
        let mut query = $query;
        for val in $vals {
            query = match val.clone() {
                Val::Int(v) => query.bind(v),
                Val::OptInt(v) => query.bind(v),
                Val::Text(v) => query.bind(v),
                Val::OptText(v) => query.bind(v),
                Val::Bytes(v) => query.bind(v),
                Val::OptBytes(v) => query.bind(v),
            };
        }
        query
    }};
}

/// All rows of a query, whoever asks it. No stored text holds NUL, so nothing is equal to one that does; PostgreSQL would
/// refuse to compare.
macro_rules! fetched {
    ($asker:expr, $by:ident => $executor:expr, ($sql:expr, $vals:expr, $doing:expr)) => {{
        if $vals.iter().any(Val::has_nul) {
            return Ok(Vec::new());
        }
        match $asker {
            Self::Sqlite($by) => bound!(sqlx::query(AssertSqlSafe($sql)), $vals)
                .fetch_all($executor)
                .await
                .map(|rows| rows.into_iter().map(Row::Sqlite).collect()),
            Self::Postgres($by) => bound!(sqlx::query(AssertSqlSafe($sql)), $vals)
                .fetch_all($executor)
                .await
                .map(|rows| rows.into_iter().map(Row::Postgres).collect()),
        }
        .doing($doing)
    }};
}

impl Conn {
    pub(crate) fn engine(&self) -> Engine {
        match self {
            Self::Sqlite(_) => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
        }
    }

    /// Run a statement without values and without an answer (BEGIN, SAVEPOINT, PRAGMA).
    pub(crate) async fn run(&mut self, sql: &'static str, doing: &'static str) -> Result<()> {
        match self {
            Self::Sqlite(c) => c.execute(sql).await.map(drop).doing(doing),
            Self::Postgres(c) => c.execute(sql).await.map(drop).doing(doing),
        }
    }

    /// Run a statement with values; answers how many rows it touched. `sql` is built from constants only.
    ///
    /// # Errors
    /// [`Error::Nul`] on both engines where a text holds NUL.
    pub(crate) async fn execute(
        &mut self,
        sql: &str,
        vals: &[Val],
        doing: &'static str,
    ) -> Result<u64> {
        if vals.iter().any(Val::has_nul) {
            return Err(Error::Nul { doing });
        }
        match self {
            Self::Sqlite(c) => bound!(sqlx::query(AssertSqlSafe(sql)), vals)
                .execute(c)
                .await
                .map(|r| r.rows_affected()),
            Self::Postgres(c) => bound!(sqlx::query(AssertSqlSafe(sql)), vals)
                .execute(c)
                .await
                .map(|r| r.rows_affected()),
        }
        .doing(doing)
    }

    /// All rows of a query.
    pub(crate) async fn all(
        &mut self,
        sql: &str,
        vals: &[Val],
        doing: &'static str,
    ) -> Result<Vec<Row>> {
        fetched!(self, c => c, (sql, vals, doing))
    }

    /// The first row of a query, if there is one.
    pub(crate) async fn maybe(
        &mut self,
        sql: &str,
        vals: &[Val],
        doing: &'static str,
    ) -> Result<Option<Row>> {
        Ok(self.all(sql, vals, doing).await?.into_iter().next())
    }

    /// Run several statements separated by semicolons (a migration).
    pub(crate) async fn script(&mut self, sql: &'static str, doing: &'static str) -> Result<()> {
        match self {
            Self::Sqlite(c) => c.execute(sqlx::raw_sql(sql)).await.map(drop).doing(doing),
            Self::Postgres(c) => c.execute(sqlx::raw_sql(sql)).await.map(drop).doing(doing),
        }
    }

    pub(crate) async fn close(self) -> Result<()> {
        match self {
            Self::Sqlite(c) => c.close().await.doing("close"),
            Self::Postgres(c) => c.close().await.doing("close"),
        }
    }
}

impl Pool {
    /// All rows of a query, on any free connection.
    pub(crate) async fn all(
        &self,
        sql: &str,
        vals: &[Val],
        doing: &'static str,
    ) -> Result<Vec<Row>> {
        fetched!(self, p => p, (sql, vals, doing))
    }

    /// The first row of a query, if there is one.
    pub(crate) async fn maybe(
        &self,
        sql: &str,
        vals: &[Val],
        doing: &'static str,
    ) -> Result<Option<Row>> {
        Ok(self.all(sql, vals, doing).await?.into_iter().next())
    }

    /// A view of one moment.
    pub(crate) async fn snapshot(&self) -> Result<Snapshot> {
        let doing = "begin to read";
        Ok(match self {
            Self::Sqlite(p) => Snapshot::Sqlite(p.begin().await.doing(doing)?),
            Self::Postgres(p) => {
                let sql = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
                Snapshot::Postgres(p.begin_with(sql).await.doing(doing)?)
            }
        })
    }

    pub(crate) async fn close(&self) {
        match self {
            Self::Sqlite(p) => p.close().await,
            Self::Postgres(p) => p.close().await,
        }
    }
}

impl Snapshot {
    /// All rows of a query.
    pub(crate) async fn all(
        &mut self,
        sql: &str,
        vals: &[Val],
        doing: &'static str,
    ) -> Result<Vec<Row>> {
        fetched!(self, t => &mut **t, (sql, vals, doing))
    }

    /// The number that a query for one number answers.
    pub(crate) async fn number(&mut self, sql: &str, doing: &'static str) -> Result<u64> {
        let rows = self.all(sql, &[], doing).await?;
        let number = rows.first().map_or(Ok(0), |row| row.int(0))?;
        Ok(u64::try_from(number).unwrap_or(0))
    }
}
