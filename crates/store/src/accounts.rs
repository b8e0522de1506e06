//! Officers (listed), their sessions and failures to sign in (housekeeping). What an officer may do is `model::policy`.

use jiff::Timestamp;

use crate::error::Result;
use crate::open::Store;
use crate::records::{micros, time};
use crate::row::{Row, Val};
use crate::tables::ACCOUNT;
use crate::tx::Tx;

/// An officer as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Officer id.
    pub id: String,
    /// Counted from 1.
    pub version: i64,
    /// What they type to sign in.
    pub login: String,
    /// The authority they belong to.
    pub authority: String,
    /// Whether they may sign in.
    pub active: bool,
    /// Name, roles, clearance, language (`office` knows the shape).
    pub json: String,
    /// Password hash in PHC form, if there is a password.
    pub secret: Option<String>,
    /// Passkeys as JSON.
    pub passkeys: String,
}

/// A session: the id is the SHA-256 of the token, which itself is nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Hex SHA-256 of the token.
    pub id: String,
    /// Officer id.
    pub officer: String,
    /// Token that each form carries.
    pub csrf: String,
    /// When it began.
    pub since: Timestamp,
    /// When it was last used.
    pub seen: Timestamp,
    /// When it ends whatever happens.
    pub until: Timestamp,
}

/// Failures to sign in under a login.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Failures {
    /// In a row.
    pub times: i64,
    /// No sign-in before this.
    pub locked_until: Option<Timestamp>,
}

fn account(row: &Row) -> Result<Account> {
    Ok(Account {
        id: row.text(0)?,
        version: row.int(1)?,
        login: row.text(2)?,
        authority: row.text(3)?,
        active: row.int(4)? != 0,
        json: row.text(5)?,
        secret: row.opt_text(6)?,
        passkeys: row.text(7)?,
    })
}

impl Tx {
    /// Write an officer.
    pub async fn put_account(&mut self, a: &Account) -> Result<()> {
        let values = vec![
            a.id.clone().into(),
            a.version.into(),
            a.login.clone().into(),
            a.authority.clone().into(),
            i64::from(a.active).into(),
            a.json.clone().into(),
            a.secret.clone().into(),
            a.passkeys.clone().into(),
        ];
        self.put(&ACCOUNT, values).await
    }

    /// An officer by id.
    pub async fn account(&mut self, id: &str) -> Result<Option<Account>> {
        self.get(&ACCOUNT, id)
            .await?
            .as_ref()
            .map(account)
            .transpose()
    }

    /// An officer by login.
    pub async fn account_by_login(&mut self, login: &str) -> Result<Option<Account>> {
        let row = self
            .maybe(&by("login"), &[login.into()], "read an officer")
            .await?;
        row.as_ref().map(account).transpose()
    }

    /// Sign an officer out everywhere, in the act that shuts them out.
    pub async fn end_sessions(&mut self, officer: &str) -> Result<()> {
        let sql = "DELETE FROM session WHERE officer = $1";
        let vals = [officer.into()];
        let gone = self.conn.execute(sql, &vals, "end sessions").await;
        gone.map(drop)
    }
}

/// The query for one officer.
fn by(column: &'static str) -> String {
    ACCOUNT.select_sql(&format!("WHERE {column} = $1"))
}

impl Store {
    /// All officers, by login.
    pub async fn accounts(&self) -> Result<Vec<Account>> {
        let rows = self
            .pool()
            .all(
                &ACCOUNT.select_sql("ORDER BY login"),
                &[],
                "read the officers",
            )
            .await?;
        rows.iter().map(account).collect()
    }

    /// An officer by login.
    pub async fn account_by_login(&self, login: &str) -> Result<Option<Account>> {
        let row = self
            .pool()
            .maybe(&by("login"), &[login.into()], "read an officer")
            .await?;
        row.as_ref().map(account).transpose()
    }

    /// An officer by id.
    pub async fn account(&self, id: &str) -> Result<Option<Account>> {
        let row = self
            .pool()
            .maybe(&by("id"), &[id.into()], "read an officer")
            .await?;
        row.as_ref().map(account).transpose()
    }

    /// A session by the digest of its token.
    pub async fn session(&self, id: &str) -> Result<Option<Session>> {
        let sql = "SELECT id, officer, csrf, since, seen, until FROM session WHERE id = $1";
        let Some(row) = self
            .pool()
            .maybe(sql, &[id.into()], "read a session")
            .await?
        else {
            return Ok(None);
        };
        Ok(Some(Session {
            id: row.text(0)?,
            officer: row.text(1)?,
            csrf: row.text(2)?,
            since: time(row.int(3)?, "session")?,
            seen: time(row.int(4)?, "session")?,
            until: time(row.int(5)?, "session")?,
        }))
    }

    /// A session is in use; one that was ended meanwhile stays ended.
    pub async fn session_seen(&self, id: &str, now: Timestamp) -> Result<()> {
        let sql = "UPDATE session SET seen = $2 WHERE id = $1";
        let vals = vec![id.into(), now.as_microsecond().into()];
        self.house(sql, vals, "keep a session").await
    }

    /// Begin a session.
    pub async fn keep_session(&self, s: Session) -> Result<()> {
        let vals: Vec<Val> = vec![
            s.id.into(),
            s.officer.into(),
            s.csrf.into(),
            s.since.as_microsecond().into(),
            s.seen.as_microsecond().into(),
            s.until.as_microsecond().into(),
        ];
        let sql = "INSERT INTO session (id, officer, csrf, since, seen, until) VALUES ($1, $2, $3, $4, $5, $6)";
        self.house(sql, vals, "keep a session").await
    }

    /// Keep the `max` sessions of an officer that were used last, and end the others.
    pub async fn sessions_at_most(&self, officer: &str, max: u32) -> Result<()> {
        let sql = "DELETE FROM session WHERE officer = $1 AND id NOT IN \
                   (SELECT id FROM session WHERE officer = $1 ORDER BY seen DESC, id LIMIT $2)";
        let vals = vec![officer.into(), i64::from(max).into()];
        self.house(sql, vals, "end the oldest sessions").await
    }

    /// End a session.
    pub async fn end_session(&self, id: &str) -> Result<()> {
        self.house(
            "DELETE FROM session WHERE id = $1",
            vec![id.into()],
            "end a session",
        )
        .await
    }

    /// Forget sessions that ended, locks that are past, and failures that nobody added to since the idle time.
    pub async fn sweep_sessions(&self, now: Timestamp, idle_since: Timestamp) -> Result<()> {
        let vals = vec![
            now.as_microsecond().into(),
            idle_since.as_microsecond().into(),
        ];
        self.house(
            "DELETE FROM session WHERE until <= $1 OR seen <= $2",
            vals,
            "sweep sessions",
        )
        .await?;
        let vals = vec![
            now.as_microsecond().into(),
            idle_since.as_microsecond().into(),
        ];
        let sql =
            "DELETE FROM failure WHERE locked_until <= $1 OR (locked_until IS NULL AND last <= $2)";
        self.house(sql, vals, "sweep failures").await
    }

    /// Failures under a login.
    pub async fn failures(&self, login: &str) -> Result<Failures> {
        let sql = "SELECT times, locked_until FROM failure WHERE login = $1";
        let Some(row) = self
            .pool()
            .maybe(sql, &[login.into()], "read failures")
            .await?
        else {
            return Ok(Failures::default());
        };
        let locked_until = row.opt_int(1)?.map(|m| time(m, "failure")).transpose()?;
        Ok(Failures {
            times: row.int(0)?,
            locked_until,
        })
    }

    /// Set the failures under a login.
    pub async fn keep_failures(
        &self,
        login: &str,
        failures: Failures,
        now: Timestamp,
    ) -> Result<()> {
        let sql = "INSERT INTO failure (login, times, last, locked_until) VALUES ($1, $2, $3, $4) ON CONFLICT (login) \
                   DO UPDATE SET times = excluded.times, last = excluded.last, locked_until = excluded.locked_until";
        let vals = vec![
            login.into(),
            failures.times.into(),
            now.as_microsecond().into(),
            micros(failures.locked_until),
        ];
        self.house(sql, vals, "count failures").await
    }

    /// One housekeeping statement.
    pub(crate) async fn house(
        &self,
        sql: &'static str,
        vals: Vec<Val>,
        doing: &'static str,
    ) -> Result<()> {
        self.housekeep(move |tx| {
            Box::pin(async move { tx.conn.execute(sql, &vals, doing).await.map(drop) })
        })
        .await
    }
}
