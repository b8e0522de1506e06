//! What a supervisor sees of records: what waits, what was held in bulk, what was drawn to be looked at again, and how much there is.
//! All of it out of rows that the supervisor may read.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use model::bulk::{is_sampled, sample_text};
use model::card::ReleaseStage;
use model::{OfficerId, limits};
use store::Record;
use store::reader::Wanted;

use super::consult::ConsultedLine;
use super::issued::{ISSUED, Issue};
use super::keep::today;
use super::releases::{RELEASE, Release};
use super::row::{Body, RECORD, begins, body};
use super::{RECORD_STAGES, RecordLine};
use crate::error::Result;
use crate::reader::Reader;

/// Releases are drawn from so many days.
const SAMPLED_DAYS: i64 = 7;
/// Rows counted.
const COUNTED_MAX: u32 = 10_000;

/// What waits for whoever oversees records.
#[derive(Debug, Clone, Default)]
pub struct Supervised {
    /// Reviews that are due within a month, or overdue, the nearest first.
    pub reviews: Vec<RecordLine>,
    /// Records that are held for want of something, the newest first.
    pub held: Vec<RecordLine>,
    /// Records that are held in bulk, the newest first.
    pub bulk: Vec<RecordLine>,
    /// Of the releases of a week those that were drawn to be looked at again, with the number of the record.
    pub sampled: Vec<(String, Release)>,
    /// Of the records that somebody opened who does not keep them those that were drawn, or where a name of the officer stands.
    pub consulted: Vec<ConsultedLine>,
    /// How many records that the reader sees each officer opened today.
    pub opened: Vec<(OfficerId, u64)>,
    /// What one person released alone and a second has yet to look at, the oldest first, with the number of the record.
    pub alone: Vec<(String, Release)>,
    /// Proposals that wait for a second person, with the number of the record.
    pub proposals: Vec<(String, Release)>,
    /// Cards whose holders have not confirmed in time, with the number of the record.
    pub overdue: Vec<(String, Issue)>,
    /// How many records there are at each stage.
    pub records: Vec<(String, u64)>,
    /// How many cards are out, recalled, and wait for a confirmation.
    pub cards: [u64; 3],
    /// How many proposals were made, released, refused and released alone.
    pub releases: [u64; 4],
}

impl Reader {
    /// What waits for whoever oversees records.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn supervised(&self) -> Result<Supervised> {
        self.may_read_records()?;
        let now = self.office().now();
        let soon = now + jiff::SignedDuration::from_hours(24 * 31);
        let limit = limits::PAGE_ROWS_DEFAULT as u32;
        let of = |kind, stage: &str| Wanted {
            kind,
            stages: vec![stage.to_owned()],
            limit,
            ..Wanted::default()
        };
        let mut all = Supervised {
            sampled: self.sampled(now).await?,
            consulted: self
                .consultations(now - SignedDuration::from_hours(24 * SAMPLED_DAYS))
                .await?,
            opened: self.opened_on(now).await?,
            ..Supervised::default()
        };
        let reviews = Wanted {
            stages: RECORD_STAGES.map(str::to_owned).to_vec(),
            due_before: Some(soon),
            ..of(RECORD, "kept")
        };
        for row in self.records(&reviews).await?.0 {
            all.reviews.push(self.line_of(&row).await?);
        }
        for stage in RECORD_STAGES {
            let total = self.records(&of(RECORD, stage)).await?.1;
            all.records.push((stage.to_owned(), total));
        }
        (all.held, all.bulk) = self.held_back().await?;
        let numbered = |row: &Record| row.head.number.clone().unwrap_or_default();
        let stages = ReleaseStage::ALL.iter().enumerate();
        for (at, stage) in stages {
            let (rows, total) = self.records(&of(RELEASE, stage.code())).await?;
            if let Some(count) = all.releases.get_mut(at) {
                *count = total;
            }
            let to = match stage {
                ReleaseStage::Proposed => &mut all.proposals,
                ReleaseStage::Alone => &mut all.alone,
                ReleaseStage::Released | ReleaseStage::Refused => continue,
            };
            for row in rows {
                to.push((numbered(&row), Release::of(row)?));
            }
        }
        let waiting = Wanted {
            stages: vec!["out".to_owned(), "recalled".to_owned()],
            due_before: Some(now),
            ..of(ISSUED, "out")
        };
        let (rows, total) = self.records(&waiting).await?;
        for row in &rows {
            all.overdue.push((numbered(row), Issue::of(row)?));
        }
        let out = self.records(&of(ISSUED, "out")).await?.1;
        let recalled = self.records(&of(ISSUED, "recalled")).await?.1;
        all.cards = [out, recalled, total];
        Ok(all)
    }

    /// What is held for want of something, and what is held in bulk: the newest of each.
    async fn held_back(&self) -> Result<(Vec<RecordLine>, Vec<RecordLine>)> {
        let wanted = Wanted {
            kind: RECORD,
            stages: vec!["held".to_owned()],
            newest_first: true,
            limit: COUNTED_MAX,
            ..Wanted::default()
        };
        let (mut held, mut bulk) = (Vec::new(), Vec::new());
        for row in self.records(&wanted).await?.0 {
            let to = match body::<Body>(&row)?.bulk {
                Some(_) => &mut bulk,
                None => &mut held,
            };
            if to.len() < limits::PAGE_ROWS_DEFAULT {
                to.push(self.line_of(&row).await?);
            }
        }
        Ok((held, bulk))
    }

    /// Of the releases of a week the one in so many that is looked at again. Whoever asks draws the same.
    async fn sampled(&self, now: Timestamp) -> Result<Vec<(String, Release)>> {
        let wanted = Wanted {
            kind: RELEASE,
            stages: vec![ReleaseStage::Released.code().to_owned()],
            created_from: Some(now - SignedDuration::from_hours(24 * SAMPLED_DAYS)),
            newest_first: true,
            limit: COUNTED_MAX,
            ..Wanted::default()
        };
        let mut drawn = Vec::new();
        for row in self.records(&wanted).await?.0 {
            let text = sample_text(&row.head.id, today(row.head.created));
            if is_sampled(&seal::sha256(text.as_bytes()), limits::SAMPLE_ONE_IN) {
                let number = row.head.number.clone().unwrap_or_default();
                drawn.push((number, Release::of(row)?));
            }
        }
        Ok(drawn)
    }

    /// How many records each officer opened today, most first.
    async fn opened_on(&self, now: Timestamp) -> Result<Vec<(OfficerId, u64)>> {
        let wanted = Wanted {
            kind: RECORD,
            created_from: begins(today(now)),
            limit: COUNTED_MAX,
            ..Wanted::default()
        };
        let mut each: BTreeMap<OfficerId, u64> = BTreeMap::new();
        for row in self.records(&wanted).await?.0 {
            if row.body.is_empty() {
                continue;
            }
            if let Some(by) = body::<Body>(&row)?.by {
                *each.entry(by).or_default() += 1;
            }
        }
        let mut all: Vec<_> = each.into_iter().collect();
        all.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        Ok(all)
    }
}
