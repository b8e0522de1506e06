//! What a reader sees of records: of each, the assertions whose own label lets it read them, and not how many there are beside.

use jiff::Timestamp;
use model::card::Attached;
use model::record::{Assertion, Association, Found, check};
use model::{
    AssertionId, AuthorityId, Label, Object, OfficerId, RecordId, Refusal, ReleaseId, Verb, limits,
};
use store::Record;
use store::reader::Wanted;

use super::issued::{ISSUED, Issue, Issued};
use super::keep::today;
use super::releases::{RELEASE, Release, release_row};
use super::row::{ASSERTION, ASSOCIATION, Bound, Holding, RECORD, Said, Whole, body};
use super::{Frame, InBulk, Reasoned, number, record_row};
use crate::cards::{ENCOUNTER, SeenThere, WORD, WordLine};
use crate::error::Result;
use crate::reader::{Page, Reader};
use crate::search::Query;

/// The stages of records that are there: what was destroyed or sealed is not.
pub const RECORD_STAGES: [&str; 3] = ["kept", "held", super::row::OVERDUE];

/// An assertion as a reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// The assertion.
    pub one: Assertion,
    /// Its label.
    pub label: Label,
    /// Its file, where it has one.
    pub file: Option<Attached>,
    /// Who put it down.
    pub by: OfficerId,
    /// When.
    pub at: Timestamp,
}

/// An association as a reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tied {
    /// The association.
    pub one: Association,
    /// Its label.
    pub label: Label,
    /// Who put it down.
    pub by: OfficerId,
    /// When.
    pub at: Timestamp,
}

/// A record as a reader sees it.
#[derive(Debug, Clone)]
pub struct RecordView {
    /// The record.
    pub id: RecordId,
    /// To read aloud.
    pub number: String,
    /// Its version.
    pub version: i64,
    /// `kept`, `held`, `overdue`.
    pub stage: String,
    /// Of what.
    pub subject: model::record::Subject,
    /// What it is.
    pub frame: Frame,
    /// The label of the whole.
    pub label: Label,
    /// The authority that has it.
    pub authority: Option<AuthorityId>,
    /// Since when.
    pub created: Timestamp,
    /// When it last changed.
    pub updated: Timestamp,
    /// What is said.
    pub stated: Vec<Stated>,
    /// Associations.
    pub ties: Vec<Tied>,
    /// What it lacks, as far as the reader sees it.
    pub lacks: Vec<Found>,
    /// Who holds on to it.
    pub holds: Vec<Holding>,
    /// What was done to it, and why, as far as the reader may read what was changed.
    pub reasons: Vec<Reasoned>,
    /// Why it waits for a second person, where it does.
    pub bulk: Option<InBulk>,
    /// What is out.
    pub issues: Vec<Issue>,
    /// Proposals.
    pub releases: Vec<Release>,
    /// Where its subject was met.
    pub seen: Vec<SeenThere>,
    /// Words about its cards.
    pub words: Vec<WordLine>,
}

impl RecordView {
    /// The label of a page that shows it: of the whole, joined with that of each part that this reader sees.
    #[must_use]
    pub fn roll_up(&self) -> Label {
        let stated = self.stated.iter().map(|one| &one.label);
        let parts = stated.chain(self.ties.iter().map(|one| &one.label));
        parts.fold(self.label.clone(), |sum, part| sum.join(part))
    }
}

/// A line of the list of records.
#[derive(Debug, Clone)]
pub struct RecordLine {
    /// The record.
    pub id: RecordId,
    /// To read aloud.
    pub number: String,
    /// `kept`, `held`, `overdue`.
    pub stage: String,
    /// Of what.
    pub subject: model::record::Subject,
    /// What it is.
    pub frame: Frame,
    /// The first name that the reader may see.
    pub caption: Option<String>,
    /// The label of the whole.
    pub label: Label,
    /// When it last changed.
    pub updated: Timestamp,
    /// Why it waits for a second person, where it does.
    pub bulk: Option<InBulk>,
}

/// Which records are wanted.
#[derive(Debug, Clone, Default)]
pub struct RecordsWanted {
    /// Words of what they say; none for all.
    pub text: String,
    /// Only those at this stage.
    pub stage: Option<String>,
    /// Counted from 0.
    pub page: u32,
}

impl Stated {
    fn of(row: Record) -> Result<Self> {
        let said: Said = body(&row)?;
        Ok(Self {
            one: said.one,
            label: row.head.label,
            file: said.file,
            by: said.by,
            at: row.head.created,
        })
    }
}

impl Tied {
    fn of(row: Record) -> Result<Self> {
        let bound: Bound = body(&row)?;
        Ok(Self {
            one: bound.one,
            label: row.head.label,
            by: bound.by,
            at: row.head.created,
        })
    }
}

impl Issue {
    pub(super) fn of(row: &Record) -> Result<Self> {
        let issued: Issued = body(row)?;
        let record = row.head.parent.as_deref().unwrap_or_default();
        let record = record.strip_prefix("record:").unwrap_or_default();
        Ok(Self {
            record: record.parse().map_err(|_| Refusal::new("NOT-FOUND"))?,
            to: row.head.counterpart.clone().unwrap_or_default(),
            stage: row.head.stage.clone(),
            at: row.head.created,
            due: row.head.due,
            issued,
        })
    }
}

/// The id in the name of a record's row.
fn id_of(row: &str) -> Result<RecordId> {
    let id = row.strip_prefix("record:").unwrap_or_default();
    id.parse().map_err(|_| Refusal::new("NOT-FOUND").into())
}

impl Reader {
    pub(super) fn may_read_records(&self) -> Result<()> {
        let state = self.office().state().clone();
        self.may(Verb::RecordRead, &Object::node(&state))
    }

    /// The rows of a record that stand, in the order in which they came.
    async fn rows_of(&self, kind: &'static str, parent: &str) -> Result<Vec<Record>> {
        let mut rows = self.children(kind, parent).await?;
        rows.retain(|row| !row.body.is_empty() && row.head.stage != "sealed");
        rows.reverse();
        Ok(rows)
    }

    /// A record with everything that this reader may see, for the gates of a release.
    pub(crate) async fn whole(&self, id: RecordId) -> Result<Whole> {
        let row = record_row(id);
        let record = self.record(&row).await?.filter(|r| !r.body.is_empty());
        let record = record.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
        let said = self.rows_of(ASSERTION, &row).await?;
        let ties = self.rows_of(ASSOCIATION, &row).await?;
        Whole::of_rows(id, record, (&said, &ties))
    }

    fn reasons(&self, whole: &Whole) -> Vec<Reasoned> {
        let reasons = whole.body.reasons.iter();
        let seen = reasons.filter(|one| one.label.iter().all(|label| self.reads(label)));
        seen.cloned().collect()
    }

    /// One record. Hidden and absent are alike.
    ///
    /// # Errors
    /// `NOT-ALLOWED`, `NOT-FOUND`; `REASON-WANTED` before an officer who does not keep it has said why ([`super::consult`]);
    /// `TOO-MANY-MISSES` for whoever asks for one after another that is not there; `TOO-MANY-OPENED`.
    pub async fn subject(&self, id: RecordId) -> Result<RecordView> {
        let (office, actor) = (self.office().clone(), self.actor().clone());
        let found = async {
            self.may_read_records()?;
            let whole = self.whole(id).await?;
            self.asked_why(&whole).await?;
            self.there(whole).await
        };
        super::watched((&office, &actor), &record_row(id), found).await
    }

    /// The same for an application for access: its entry in the ledger says why.
    ///
    /// # Errors
    /// As of [`Reader::subject`].
    pub(crate) async fn applied_for(&self, id: RecordId) -> Result<RecordView> {
        self.may_read_records()?;
        self.there(self.whole(id).await?).await
    }

    async fn there(&self, whole: Whole) -> Result<RecordView> {
        let id = whole.id;
        if !RECORD_STAGES.contains(&whole.head.stage.as_str()) {
            return Err(Refusal::new("NOT-FOUND").into());
        }
        let row = record_row(id);
        let stated = self.rows_of(ASSERTION, &row).await?.into_iter();
        let ties = self.rows_of(ASSOCIATION, &row).await?.into_iter();
        let issues = self.rows_of(ISSUED, &row).await?;
        let releases = self.rows_of(RELEASE, &row).await?.into_iter();
        let seen = self.rows_of(ENCOUNTER, &row).await?;
        let words = self.rows_of(WORD, &row).await?;
        Ok(RecordView {
            id,
            number: whole.head.number.clone().unwrap_or_default(),
            version: whole.head.version,
            stage: whole.head.stage.clone(),
            subject: whole.body.subject,
            label: whole.head.label.clone(),
            authority: whole.authority().ok(),
            created: whole.head.created,
            updated: whole.head.updated,
            lacks: check(&whole.saying(), today(self.office().now())),
            holds: whole.body.holds.clone(),
            reasons: self.reasons(&whole),
            bulk: whole.body.bulk.clone(),
            frame: whole.body.frame,
            stated: stated.map(Stated::of).collect::<Result<_>>()?,
            ties: ties.map(Tied::of).collect::<Result<_>>()?,
            issues: issues.iter().map(Issue::of).collect::<Result<_>>()?,
            releases: releases.map(Release::of).collect::<Result<_>>()?,
            seen: seen.iter().map(SeenThere::of).collect::<Result<_>>()?,
            words: words.iter().map(WordLine::of).collect::<Result<_>>()?,
        })
    }

    /// One proposal to release, with the number of its record. Hidden and absent are alike.
    ///
    /// # Errors
    /// `NOT-ALLOWED`, `NOT-FOUND`.
    pub async fn release(&self, id: ReleaseId) -> Result<(String, Release)> {
        self.may_read_records()?;
        let row = self.record(&release_row(id)).await?;
        let row = row.filter(|row| !row.body.is_empty());
        let row = row.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
        let number = row.head.number.clone().unwrap_or_default();
        Ok((number, Release::of(row)?))
    }

    /// An assertion's file, in the clear, as a stream.
    ///
    /// # Errors
    /// `NOT-ALLOWED`, `NOT-FOUND` where there is none or it may not be read.
    pub async fn file_of(
        &self,
        record: RecordId,
        assertion: AssertionId,
    ) -> Result<(
        Attached,
        futures_util::stream::BoxStream<'static, Result<bytes::Bytes>>,
    )> {
        let view = self.subject(record).await?;
        let id = assertion.to_string();
        let stated = view.stated.into_iter().find(|one| one.one.id == id);
        let file = stated.and_then(|one| one.file);
        let file = file.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
        let blob = file.blob.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
        let bytes = crate::evidence::plain(self.office(), blob).await?;
        Ok((file, bytes))
    }

    pub(super) async fn line_of(&self, row: &Record) -> Result<RecordLine> {
        let whole: super::row::Body = body(row)?;
        let named = self.rows_of(ASSERTION, &row.head.id).await?;
        let named = named.iter().map(body::<Said>).collect::<Result<Vec<_>>>()?;
        let name = |said: &&Said| said.one.says == model::record::Property::Name;
        let caption = named.iter().find(name).or_else(|| named.first());
        let id = id_of(&row.head.id)?;
        Ok(RecordLine {
            id,
            number: row
                .head
                .number
                .clone()
                .unwrap_or_else(|| number("R", &id.to_string())),
            stage: row.head.stage.clone(),
            subject: whole.subject,
            frame: whole.frame,
            caption: caption.map(|said| said.one.value.clone()),
            label: row.head.label.clone(),
            updated: row.head.updated,
            bulk: whole.bulk,
        })
    }

    /// A page of the records, newest first; with words, those that say all of them in what the reader may see.
    ///
    /// # Errors
    /// `NOT-ALLOWED`; `SEARCH-SELF` for the reader's own name.
    pub async fn subjects(&self, wanted: &RecordsWanted) -> Result<Page<RecordLine>> {
        self.may_read_records()?;
        let size = limits::PAGE_ROWS_DEFAULT as u32;
        let among = match wanted.text.trim() {
            "" => None,
            text => {
                super::not_oneself((self.office(), self.actor()), text).await?;
                Some(self.saying(text).await?)
            }
        };
        let stages = match &wanted.stage {
            Some(stage) if RECORD_STAGES.contains(&stage.as_str()) => vec![stage.clone()],
            _ => RECORD_STAGES.map(str::to_owned).to_vec(),
        };
        let rows = Wanted {
            kind: RECORD,
            stages,
            among,
            newest_first: true,
            limit: size,
            offset: wanted.page.saturating_mul(size),
            ..Wanted::default()
        };
        let (found, total) = self.records(&rows).await?;
        let mut lines = Vec::new();
        for row in &found {
            lines.push(self.line_of(row).await?);
        }
        Ok(Page {
            rows: lines,
            page: wanted.page,
            total,
            size,
            unread: Vec::new(),
        })
    }

    /// The records that say these words, each word in some assertion that this reader may see.
    async fn saying(&self, text: &str) -> Result<Vec<String>> {
        let query = Query::read(text, |_| Vec::new());
        let mut among: Option<Vec<String>> = None;
        for forms in &query.forms {
            let rows = Wanted {
                kind: ASSERTION,
                stages: vec![super::row::STATED.to_owned()],
                words: vec![forms.clone()],
                limit: limits::RECORDS_FOUND_MAX,
                newest_first: true,
                ..Wanted::default()
            };
            let (rows, _) = self.records(&rows).await?;
            let mut found: Vec<String> =
                rows.into_iter().filter_map(|row| row.head.parent).collect();
            if let Some(before) = &among {
                found.retain(|id| before.contains(id));
            }
            among = Some(found);
        }
        Ok(among.unwrap_or_default())
    }
}
