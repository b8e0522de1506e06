//! What a reader sees of the control over screening: hits that wait, reviews, watches, checked files.

use model::{Actor, Object, OfficerId, Verb, limits};
use store::Record;
use store::reader::Wanted;

use super::{Page, Reader};
use crate::error::Result;
use crate::screening::batch::{self, FileLine, FileSheet};
use crate::screening::kept;
use crate::screening::queue::{self, HitLine, HitSheet, HitsWanted};
use crate::screening::reviews::{self, ReviewLine, ReviewsWanted};
use crate::screening::subject::content_digest;
use crate::screening::watch::{self, WatchLine, WatchesWanted};

impl Reader {
    fn may_screen(&self, verb: Verb) -> Result<()> {
        let state = self.office.state().clone();
        let object = Object {
            authority: self.actor.authority(),
            ..Object::check(&state)
        };
        self.may(verb, &object)
    }

    fn me(&self) -> Option<OfficerId> {
        self.actor.officer()
    }

    /// One record of the control over screening, where this reader may read it.
    pub(crate) async fn kept(&self, id: &str) -> Result<Option<Record>> {
        let record = self.rows.record(id).await?;
        Ok(record.filter(|record| record.head.stage != "destroyed"))
    }

    /// The records that can be opened; the others are told by their ids, and take no page away.
    async fn opened(&self, wanted: &Wanted) -> Result<Vec<Record>> {
        let each = self.rows.each(wanted).await?;
        Ok(kept::opened(&self.office, each).collect())
    }

    /// A page with its rows: one that cannot be read is passed over as [`Reader::opened`] does, and counts in the total only.
    fn with<T>(
        &self,
        (page, records): (Page<()>, Vec<Record>),
        line: impl Fn(&Record) -> Result<T>,
    ) -> Result<Page<T>> {
        Ok(Page {
            rows: self.lines(&records, line)?,
            page: page.page,
            total: page.total,
            size: page.size,
            unread: page.unread,
        })
    }

    fn lines<T>(&self, records: &[Record], line: impl Fn(&Record) -> Result<T>) -> Result<Vec<T>> {
        let mut lines = Vec::new();
        for record in records {
            match line(record) {
                Ok(line) => lines.push(line),
                Err(error) if kept::of_one(&error) => {
                    kept::passed_over(&self.office, &record.head.id, &error);
                }
                Err(error) => return Err(error),
            }
        }
        Ok(lines)
    }

    async fn page(&self, mut wanted: Wanted, page: u32) -> Result<(Page<()>, Vec<Record>)> {
        let size = limits::PAGE_ROWS_DEFAULT as u32;
        (wanted.limit, wanted.offset) = (size, page.saturating_mul(size));
        let total = self.rows.count(&wanted).await?;
        let records = self.opened(&wanted).await?;
        let rows = Vec::new();
        Ok((
            Page {
                rows,
                page,
                total,
                size,
                unread: Vec::new(),
            },
            records,
        ))
    }

    /// Hits that wait for a decision, oldest end first; with those that were decided, newest first.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn hits(&self, wanted: &HitsWanted) -> Result<Page<HitLine>> {
        self.may_screen(Verb::ScreenQueueRead)?;
        let found = self.page(hits(wanted), wanted.page).await?;
        let line = |record: &Record| queue::line(record, self.me()).map(|(line, _)| line);
        self.with(found, line)
    }

    /// How many hits wait for a decision: shown wherever the officer looks.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn hits_waiting(&self) -> Result<u64> {
        self.may_screen(Verb::ScreenQueueRead)?;
        Ok(self.rows.count(&hits(&HitsWanted::default())).await?)
    }

    /// One hit with everything a page shows of it.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn hit(&self, id: &str) -> Result<Option<HitSheet>> {
        self.may_screen(Verb::ScreenQueueRead)?;
        let record = self.kept(id).await?.filter(|r| r.head.kind == "hit");
        let Some(record) = record else {
            return Ok(None);
        };
        let (line, body) = queue::line(&record, self.me())?;
        let now = self.office.0.screen.get().entity(&body.hit.entity.id);
        let digest = now.as_ref().map(content_digest).transpose()?;
        let of_subject = Wanted {
            kind: "review",
            parent: Some(body.subject.record()),
            newest_first: true,
            limit: limits::PAGE_ROWS_DEFAULT as u32,
            ..Wanted::default()
        };
        let mut reviews = self.opened(&of_subject).await?;
        reviews.retain(|r| r.head.stage != "destroyed");
        Ok(Some(HitSheet {
            changed: digest.is_none_or(|digest| digest != body.digest),
            reviews: self.lines(&reviews, reviews::line)?,
            line,
            body,
            now,
        }))
    }

    /// Reviews in force, newest first; with `over` also those that hold no longer.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn reviews(&self, wanted: &ReviewsWanted) -> Result<Page<ReviewLine>> {
        self.may_screen(Verb::ScreenQueueRead)?;
        let mut stages = vec![reviews::IN_FORCE.to_owned()];
        if wanted.over {
            stages.extend(["expired", "withdrawn", "replaced"].map(str::to_owned));
        }
        let rows = Wanted {
            kind: "review",
            stages,
            parent: wanted.subject.as_ref().map(|subject| subject.record()),
            newest_first: true,
            ..Wanted::default()
        };
        let found = self.page(rows, wanted.page).await?;
        self.with(found, reviews::line)
    }

    /// One review.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn review(&self, id: &str) -> Result<Option<ReviewLine>> {
        self.may_screen(Verb::ScreenQueueRead)?;
        let record = self.kept(id).await?.filter(|r| r.head.kind == "review");
        record.as_ref().map(reviews::line).transpose()
    }

    /// Watched subjects of the reader's authority, newest first.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn watches(&self, wanted: &WatchesWanted) -> Result<Page<WatchLine>> {
        self.may_screen(Verb::ScreenQueueRead)?;
        let rows = Wanted {
            kind: "watch",
            stages: vec![watch::LIVE.to_owned()],
            officer: wanted.officer.map(|id| id.to_string()),
            number: wanted.case.clone(),
            newest_first: true,
            ..Wanted::default()
        };
        let found = self.page(rows, wanted.page).await?;
        self.with(found, |r| watch::line(r, self.me()))
    }

    /// One watched subject.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn watch(&self, id: &str) -> Result<Option<WatchLine>> {
        self.may_screen(Verb::ScreenQueueRead)?;
        let record = self.kept(id).await?.filter(|r| r.head.kind == "watch");
        record.map(|r| watch::line(&r, self.me())).transpose()
    }

    /// Files that the reader sent, newest first; the operator sees all.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn files(&self, page: u32) -> Result<Page<FileLine>> {
        self.may_screen(Verb::ScreenFile)?;
        let rows = Wanted {
            kind: "batch",
            stages: ["running", "done", "failed"].map(str::to_owned).into(),
            officer: self.me().map(|id| id.to_string()),
            newest_first: true,
            ..Wanted::default()
        };
        let found = self.page(rows, page).await?;
        let line = |r: &Record| batch::line(&self.office, r, self.me()).map(|(line, _)| line);
        self.with(found, line)
    }

    /// One file that the reader sent, with its hits.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn file(&self, id: &str) -> Result<Option<FileSheet>> {
        self.may_screen(Verb::ScreenFile)?;
        let me = self.me().map(|id| id.to_string());
        let all = matches!(self.actor, Actor::System { .. });
        let mine = |r: &Record| r.head.kind == "batch" && (all || r.head.officer == me);
        let record = self.kept(id).await?.filter(mine);
        record
            .map(|r| batch::sheet(&self.office, &r, self.me()))
            .transpose()
    }
}

fn hits(wanted: &HitsWanted) -> Wanted {
    let mut stages: Vec<String> = queue::WAITING.iter().map(|s| (*s).to_owned()).collect();
    if wanted.decided {
        stages.extend(["this", "not_this"].map(str::to_owned));
    }
    Wanted {
        kind: "hit",
        stages,
        officer: wanted.officer.map(|id| id.to_string()),
        parent: wanted.subject.as_ref().map(|subject| subject.record()),
        newest_first: wanted.decided,
        ..Wanted::default()
    }
}
