//! What finds a request again and what is counted of it: two tables beside the record, written in the act that writes it, and made
//! anew from the records where they are missing (after a restore, or when a later program reads a request otherwise).
//!
//! A word stands as a mark of the node's own key, so that no text of a record can be read or tried out in the database. What a
//! word is, is `office`'s matter; here it is bytes.

use std::collections::BTreeSet;

use jiff::Timestamp;
use model::limits;

use crate::error::Result;
use crate::open::Store;
use crate::reader::Reader;
use crate::row::{Row, Val};
use crate::tx::Tx;

/// Marks written by one statement.
const MARKS_AT_ONCE: usize = 200;
/// Between the lines counted of records.
const BETWEEN: char = ';';
/// Marks of words are kept apart from other marks by this.
const WORD: &str = "word";

/// What is kept beside a record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beside {
    /// Its words, in every form in which they are to be found, those first that are kept where there are too many; each once.
    pub words: Vec<String>,
    /// What is counted of it, in lines without line breaks or semicolons.
    pub lines: Vec<String>,
}

/// How many requests of one kind stand in view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// `outgoing` or `incoming`.
    pub side: String,
    /// Code of the stage.
    pub stage: String,
    /// 0 normal, 1 urgent, 2 emergency.
    pub urgency: i64,
    /// Which of the given moments is the first at or after its due date; their number where none is, or it has none.
    pub due: usize,
    /// Whether the given officer has it.
    pub mine: bool,
    /// How many.
    pub n: u64,
}

impl Tx {
    /// Write what stands beside a record that is there; what it held before and holds no more is taken away. `made` says by which
    /// reading.
    pub async fn put_beside(&mut self, id: &str, (made, beside): (i64, &Beside)) -> Result<()> {
        let sql = "SELECT seq FROM record WHERE id = $1";
        let Some(row) = self.maybe(sql, &[id.into()], "find a record").await? else {
            return Ok(());
        };
        let record = row.int(0)?;
        let mut fresh = BTreeSet::new();
        for word in beside.words.iter().take(limits::RECORD_WORDS_MAX) {
            fresh.insert(mark(&self.vault, word)?);
        }
        let sql = "SELECT mark FROM word WHERE record = $1";
        let rows = self.all(sql, &[record.into()], "read the words").await?;
        let held: BTreeSet<i64> = rows.iter().map(|row| row.int(0)).collect::<Result<_>>()?;
        for gone in held.difference(&fresh) {
            let sql = "DELETE FROM word WHERE mark = $1 AND record = $2";
            let vals = [(*gone).into(), record.into()];
            self.conn.execute(sql, &vals, "forget a word").await?;
        }
        let new: Vec<i64> = fresh.difference(&held).copied().collect();
        for some in new.chunks(MARKS_AT_ONCE) {
            self.add_words(record, some).await?;
        }
        let sql = "INSERT INTO figure (record, made, line) VALUES ($1, $2, $3) ON CONFLICT (record) DO UPDATE SET made = $2, line = $3";
        let line = beside.lines.join(&BETWEEN.to_string());
        let vals = [record.into(), made.into(), line.as_str().into()];
        self.conn.execute(sql, &vals, "write a figure").await?;
        Ok(())
    }

    async fn add_words(&mut self, record: i64, marks: &[i64]) -> Result<()> {
        let mut vals: Vec<Val> = vec![record.into()];
        let mut places = Vec::with_capacity(marks.len());
        for mark in marks {
            vals.push((*mark).into());
            places.push(format!("(${}, $1)", vals.len()));
        }
        let sql = format!(
            "INSERT INTO word (mark, record) VALUES {}",
            places.join(", ")
        );
        self.conn
            .execute(&sql, &vals, "write words")
            .await
            .map(drop)
    }

    /// Take away what stands beside a record.
    pub(crate) async fn forget_words(&mut self, record: i64) -> Result<()> {
        for sql in [
            "DELETE FROM word WHERE record = $1",
            "DELETE FROM figure WHERE record = $1",
        ] {
            self.conn
                .execute(sql, &[record.into()], "forget the words of a record")
                .await?;
        }
        Ok(())
    }
}

impl Store {
    /// Ids of records of a kind beside which nothing stands, or what another reading made.
    ///
    /// # Errors
    /// If the rows cannot be read.
    pub async fn without_beside(&self, kind: &str, made: i64, limit: u32) -> Result<Vec<String>> {
        let sql = "SELECT record.id FROM record LEFT JOIN figure ON figure.record = record.seq \
                   WHERE record.kind = $1 AND record.key IS NOT NULL AND (figure.made IS NULL OR figure.made <> $2) \
                   ORDER BY record.seq LIMIT $3";
        let vals = [kind.into(), made.into(), i64::from(limit).into()];
        let rows = self.pool().all(sql, &vals, "look for records").await?;
        rows.iter().map(|row| row.text(0)).collect()
    }

    /// Write what stands beside one record, made anew by `read` from what the record holds at that moment. No act: nothing of the
    /// record changes.
    ///
    /// # Errors
    /// If the record cannot be opened or the rows cannot be written.
    pub async fn make_beside(
        &self,
        id: String,
        made: i64,
        read: fn(&crate::Record) -> Option<Beside>,
    ) -> Result<()> {
        self.housekeep(move |tx| {
            Box::pin(async move {
                let Some(record) = tx.record(&id).await? else {
                    return Ok(());
                };
                let beside = read(&record).unwrap_or_default();
                tx.put_beside(&id, (made, &beside)).await
            })
        })
        .await
    }

    /// Note that a record cannot be read: nothing stands beside it, and it is not asked for again.
    ///
    /// # Errors
    /// If the rows cannot be written.
    pub async fn leave_beside(&self, id: String, made: i64) -> Result<()> {
        self.housekeep(move |tx| {
            Box::pin(async move { tx.put_beside(&id, (made, &Beside::default())).await })
        })
        .await
    }
}

impl Reader {
    /// The condition that one of these forms of a word stands in a record.
    pub(crate) fn found_by(&self, forms: &[String], vals: &mut Vec<Val>) -> Result<String> {
        let mut places = Vec::new();
        for form in forms {
            vals.push(mark(self.store().vault(), form)?.into());
            places.push(format!("${}", vals.len()));
        }
        if places.is_empty() {
            // What has no form is found nowhere.
            return Ok(" AND 1 = 0".to_owned());
        }
        // DISTINCT keeps PostgreSQL from asking every record for the word, which it does where it takes a rare word for a common one.
        Ok(format!(
            " AND record.seq IN (SELECT DISTINCT word.record FROM word WHERE word.mark IN ({}))",
            places.join(", ")
        ))
    }

    /// The lines counted of the records in view, in no order.
    ///
    /// # Errors
    /// If the rows cannot be read.
    pub async fn figures(&self, kind: &str) -> Result<Vec<String>> {
        let (scope, vals) = self.scope(kind);
        // One answer instead of ten thousand rows: both engines know this name.
        let sql = format!(
            "SELECT string_agg(figure.line, '{BETWEEN}') FROM record JOIN figure ON figure.record = record.seq {scope}"
        );
        let row = self
            .store()
            .pool()
            .maybe(&sql, &vals, "read the figures")
            .await?;
        let all = row.map_or(Ok(None), |row| row.opt_text(0))?;
        let lines = all.unwrap_or_default();
        Ok(lines
            .split(BETWEEN)
            .filter(|line| !line.is_empty())
            .map(ToOwned::to_owned)
            .collect())
    }

    /// How many records of a kind stand in view, by side, stage, urgency, what they are due and whether the officer has them; only
    /// at these stages. `moments` are in order.
    ///
    /// # Errors
    /// If the rows cannot be read.
    pub async fn tally(
        &self,
        (kind, stages): (&str, &[String]),
        moments: &[Timestamp],
        officer: &str,
    ) -> Result<Vec<Tally>> {
        let (scope, mut vals) = self.scope(kind);
        let at = crate::reader::marks(&mut vals, stages);
        let mut due = String::new();
        for (place, moment) in moments.iter().enumerate() {
            vals.push(moment.as_microsecond().into());
            due.push_str(&format!(" WHEN record.due <= ${} THEN {place}", vals.len()));
        }
        let due = match moments.len() {
            0 => "0".to_owned(),
            none => format!("CASE{due} ELSE {none} END"),
        };
        vals.push(officer.into());
        let mine = format!(
            "CASE WHEN record.officer = ${} THEN 1 ELSE 0 END",
            vals.len()
        );
        let sql = format!(
            "SELECT side, stage, urgency, late, mine, COUNT(*) FROM (SELECT COALESCE(record.side, '') AS side, record.stage AS stage, \
             record.urgency AS urgency, CAST({due} AS BIGINT) AS late, CAST({mine} AS BIGINT) AS mine FROM record {scope} \
             AND record.stage IN ({at})) AS one GROUP BY side, stage, urgency, late, mine"
        );
        let rows = self
            .store()
            .pool()
            .all(&sql, &vals, "count records")
            .await?;
        rows.iter().map(tally).collect()
    }
}

fn tally(row: &Row) -> Result<Tally> {
    Ok(Tally {
        side: row.text(0)?,
        stage: row.text(1)?,
        urgency: row.int(2)?,
        due: usize::try_from(row.int(3)?).unwrap_or(usize::MAX),
        mine: row.int(4)? == 1,
        n: u64::try_from(row.int(5)?).unwrap_or(0),
    })
}

/// The mark of a word: eight bytes of the node's own mark of it.
fn mark(vault: &crate::crypt::Vault, word: &str) -> Result<i64> {
    let digest = vault.mark(WORD, word.as_bytes())?;
    let [a, b, c, d, e, f, g, h, ..] = digest.0;
    Ok(i64::from_be_bytes([a, b, c, d, e, f, g, h]))
}
