//! What the lists were asked: groups of questions (listed), and the keys that salt the questions of an hour (housekeeping,
//! in no backup). No name stands here; what was asked is a commitment, and `office` says what is in a group's body.

use jiff::Timestamp;
use model::Digest;
use seal::vault::RecordKey;

use crate::error::Result;
use crate::ledger::digest;
use crate::open::Store;
use crate::records::time;
use crate::row::{Row, Val};
use crate::tables::SCREENED;
use crate::tx::{Tx, as_i64};

/// A group of questions that were logged together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screened {
    /// Its id.
    pub id: String,
    /// The moment of its earliest question.
    pub since: Timestamp,
    /// The moment of its latest question.
    pub until: Timestamp,
    /// Questions in it.
    pub questions: u64,
    /// How many of them hit something.
    pub hits: u64,
    /// Root of the Merkle tree over its rows.
    pub root: Digest,
    /// Its rows.
    pub body: String,
}

fn screened(row: &Row) -> Result<Screened> {
    let id = row.text(0)?;
    let place = format!("screened/{id}");
    let count = |i: usize| -> Result<u64> { Ok(u64::try_from(row.int(i)?).unwrap_or(0)) };
    Ok(Screened {
        since: time(row.int(2)?, &place)?,
        until: time(row.int(3)?, &place)?,
        questions: count(4)?,
        hits: count(5)?,
        root: digest(&row.text(6)?, &place)?,
        body: row.text(7)?,
        id,
    })
}

/// The key of an hour is bound to its hour.
fn hour_name(hour: i64) -> String {
    format!("screen_hour/{hour}")
}

impl Tx {
    /// Write a group.
    pub async fn put_screened(&mut self, group: &Screened) -> Result<()> {
        let values = vec![
            group.id.clone().into(),
            1.into(),
            group.since.as_microsecond().into(),
            group.until.as_microsecond().into(),
            as_i64(group.questions).into(),
            as_i64(group.hits).into(),
            group.root.to_string().into(),
            group.body.clone().into(),
        ];
        self.put(&SCREENED, values).await
    }
}

impl Store {
    /// Groups whose earliest question is before this moment, or at it where their id is before this one; newest first.
    pub async fn screened(
        &self,
        (before, id): (Timestamp, &str),
        limit: u32,
    ) -> Result<Vec<Screened>> {
        let sql = SCREENED.select_sql(
            "WHERE since < $1 OR (since = $1 AND id < $2) ORDER BY since DESC, id DESC LIMIT $3",
        );
        let vals = [
            before.as_microsecond().into(),
            id.into(),
            i64::from(limit).into(),
        ];
        self.groups(&sql, &vals).await
    }

    /// One group.
    pub async fn screened_group(&self, id: &str) -> Result<Option<Screened>> {
        let sql = SCREENED.select_sql("WHERE id = $1");
        Ok(self.groups(&sql, &[id.into()]).await?.pop())
    }

    /// Groups that hold questions of this moment and may hold one asked then.
    pub async fn screened_at(&self, at: Timestamp) -> Result<Vec<Screened>> {
        // A group is of one hour: none that began earlier reaches so far.
        let from = at - jiff::SignedDuration::from_hours(1);
        let sql = SCREENED.select_sql("WHERE since <= $1 AND since >= $2 AND until >= $1");
        let vals = [at, from].map(|at| at.as_microsecond().into());
        self.groups(&sql, &vals).await
    }

    async fn groups(&self, sql: &str, vals: &[Val]) -> Result<Vec<Screened>> {
        let rows = self.pool().all(sql, vals, "read the screening log").await?;
        rows.iter().map(screened).collect()
    }

    /// The leaf of the entry that names this version of a row (`table/id`).
    pub async fn leaf_of(&self, place: &str, version: i64) -> Result<Option<u64>> {
        let sql = "SELECT leaf FROM ledger_row WHERE place = $1 AND version = $2";
        let vals = [place.into(), version.into()];
        let row = self.pool().maybe(sql, &vals, "look up an entry").await?;
        row.map(|row| Ok(u64::try_from(row.int(0)?).unwrap_or(0)))
            .transpose()
    }

    /// The key that salts the questions of an hour (hours since 1970), if it was not destroyed.
    pub async fn screen_hour(&self, hour: i64) -> Result<Option<RecordKey>> {
        let sql = "SELECT key FROM screen_hour WHERE hour = $1";
        let row = self
            .pool()
            .maybe(sql, &[hour.into()], "read the key of an hour")
            .await?;
        let Some(row) = row else { return Ok(None) };
        self.vault()
            .unwrap(&row.bytes(0)?, &hour_name(hour))
            .map(Some)
    }

    /// As `screen_hour`, and makes the key where there is none.
    pub async fn make_screen_hour(&self, hour: i64) -> Result<RecordKey> {
        if let Some(key) = self.screen_hour(hour).await? {
            return Ok(key);
        }
        self.housekeep(move |tx| {
            Box::pin(async move {
                let key = RecordKey::generate(&mut *tx.dice);
                let wrapped = tx.vault.wrap(&key, &hour_name(hour), &mut *tx.dice)?;
                let sql = "INSERT INTO screen_hour (hour, key) VALUES ($1, $2) ON CONFLICT (hour) DO NOTHING";
                let vals = [hour.into(), wrapped.into()];
                tx.conn.execute(sql, &vals, "keep the key of an hour").await.map(drop)
            })
        })
        .await?;
        let lost = || crate::tx::damaged(&hour_name(hour), "its key was not kept");
        self.screen_hour(hour).await?.ok_or_else(lost)
    }

    /// Destroy the keys of the hours before this one; how many there were.
    pub async fn forget_screen_hours(&self, before: i64) -> Result<u64> {
        self.housekeep(move |tx| {
            Box::pin(async move {
                let sql = "DELETE FROM screen_hour WHERE hour < $1";
                let vals = [before.into()];
                let gone = tx.conn.execute(sql, &vals, "destroy keys of hours").await?;
                if gone > 0 {
                    tx.shred_after_commit();
                }
                Ok(gone)
            })
        })
        .await
    }

    /// A mark of a text that only this node can make; `what` keeps uses apart. Equal texts have equal marks.
    ///
    /// # Errors
    /// If the cipher cannot be set up.
    pub fn mark(&self, what: &'static str, text: &[u8]) -> Result<Digest> {
        self.vault().mark(what, text)
    }
}
