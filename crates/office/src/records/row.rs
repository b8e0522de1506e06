//! A record as rows: one for the whole, one for each assertion, one for each association.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::card::{Attached, Card, Held, HoldFor};
use model::record::{Assertion, Association, Record as Saying, Standing, Subject, check, standing};
use model::{AuthorityId, Label, OfficerId, Recipient, RecordId, Refusal};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use store::{Record, RecordHead, Tx};

use super::keep::Hand;
use super::{Frame, Hands, InBulk, number, record_row};
use crate::error::{Error, Result};
use crate::office::Office;
use crate::requests::Turn;

/// Kinds of rows.
pub(crate) const RECORD: &str = "record";
pub(crate) const ASSERTION: &str = "assertion";
pub(crate) const ASSOCIATION: &str = "association";

/// Reasons kept with a record.
const REASONS_MAX: usize = 500;

/// The stage of what stands.
pub(crate) const STATED: &str = "stated";
/// The stage of what is kept for a court, the defence or a complaint body alone.
pub(crate) const SEALED: &str = "sealed";
/// The stage of a record whose review is overdue: it is not used until somebody has looked.
pub(crate) const OVERDUE: &str = "overdue";

/// Who holds on to a record, and under which number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holding {
    /// For whom.
    pub body: HoldFor,
    /// The number of the case there.
    pub reference: String,
    /// Who registered it.
    pub by: OfficerId,
    /// When.
    pub at: Timestamp,
}

/// What was done to a record, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reasoned {
    /// When.
    pub on: Date,
    /// Who.
    pub by: OfficerId,
    /// The code of the change, or `recalled`.
    pub what: String,
    /// In the officer's words.
    pub why: String,
    /// The label of the part that was changed, where it was one: who may not read that may not read why.
    #[serde(default)]
    pub label: Option<Label>,
}

/// The row of the whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Body {
    pub(crate) subject: Subject,
    pub(crate) frame: Frame,
    pub(crate) hands: Hands,
    #[serde(default)]
    pub(crate) holds: Vec<Holding>,
    /// Why a person kept it, put it right or took it back: the officer's words, which stand in no ledger.
    #[serde(default)]
    pub(crate) reasons: Vec<Reasoned>,
    /// Who opened it.
    #[serde(default)]
    pub(crate) by: Option<OfficerId>,
    /// Why it waits for a second person, where it does.
    #[serde(default)]
    pub(crate) bulk: Option<InBulk>,
    /// Parts that name a voice and at which a second person has looked.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub(crate) looked: BTreeSet<String>,
}

/// The row of an assertion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Said {
    pub(crate) one: Assertion,
    #[serde(default)]
    pub(crate) file: Option<Attached>,
    pub(crate) by: OfficerId,
}

/// The row of an association.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Bound {
    pub(crate) one: Association,
    pub(crate) by: OfficerId,
}

/// A record with all its rows.
pub(crate) struct Whole {
    pub(crate) id: RecordId,
    pub(crate) head: RecordHead,
    pub(crate) body: Body,
    pub(crate) said: Vec<(RecordHead, Said)>,
    pub(crate) ties: Vec<(RecordHead, Bound)>,
}

/// A body read back.
pub(crate) fn body<T: DeserializeOwned>(record: &Record) -> Result<T> {
    serde_json::from_slice(&record.body).map_err(|source| {
        store::Error::Unreadable {
            place: record.head.id.clone(),
            source: Box::new(source),
        }
        .into()
    })
}

/// A body as bytes.
pub(crate) fn written(body: &impl Serialize) -> Result<Vec<u8>> {
    serde_json::to_vec(body).map_err(|e| Error::input("RECORD", "", e.to_string()))
}

/// The beginning of a day, as rows have their times.
pub(crate) fn begins(day: Date) -> Option<Timestamp> {
    day.to_zoned(TimeZone::UTC)
        .ok()
        .map(|zoned| zoned.timestamp())
}

/// The children of a record that stand, with their bodies.
fn standing_rows<T: DeserializeOwned>(rows: &[Record]) -> Result<Vec<(RecordHead, T)>> {
    let rows = rows.iter().filter(|row| row.head.stage == STATED);
    rows.map(|row| Ok((row.head.clone(), body(row)?))).collect()
}

impl Whole {
    /// A record that does not exist yet.
    pub(crate) fn new(
        (office, authority): (&Office, &AuthorityId),
        (id, label): (RecordId, Label),
        body: Body,
        now: Timestamp,
    ) -> Self {
        let text = id.to_string();
        let head = RecordHead {
            version: 0,
            authority: Some(authority.to_string()),
            number: Some(number("R", &text)),
            ..RecordHead::first(
                (record_row(id), RECORD),
                office.state().as_str(),
                &label,
                now,
            )
        };
        Self {
            id,
            head,
            body,
            said: Vec::new(),
            ties: Vec::new(),
        }
    }

    /// Load it in an act.
    pub(crate) async fn load(tx: &mut Tx, id: RecordId) -> Result<Self> {
        let row = record_row(id);
        let record = tx.record(&row).await?;
        let record = record.filter(|r| r.head.kind == RECORD && !r.body.is_empty());
        let record = record.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
        Ok(Self {
            id,
            body: body(&record)?,
            head: record.head,
            said: standing_rows(&tx.children(&row, ASSERTION).await?)?,
            ties: standing_rows(&tx.children(&row, ASSOCIATION).await?)?,
        })
    }

    /// Out of rows that a reader was given.
    pub(crate) fn of_rows(
        id: RecordId,
        record: Record,
        (said, ties): (&[Record], &[Record]),
    ) -> Result<Self> {
        Ok(Self {
            id,
            body: body(&record)?,
            head: record.head,
            said: standing_rows(said)?,
            ties: standing_rows(ties)?,
        })
    }

    /// Keep why it was done. Of very many reasons the last stay.
    pub(super) fn reasoned(
        &mut self,
        hand: &Hand,
        (what, label): (&str, Option<Label>),
        why: &str,
    ) {
        let reasons = &mut self.body.reasons;
        if reasons.len() >= REASONS_MAX {
            reasons.remove(0);
        }
        reasons.push(Reasoned {
            on: hand.today(),
            by: hand.by,
            what: what.to_owned(),
            why: why.trim().to_owned(),
            label,
        });
    }

    /// The authority that has it.
    pub(crate) fn authority(&self) -> Result<AuthorityId> {
        let name = self.head.authority.as_deref().unwrap_or_default();
        name.parse()
            .map_err(|_| Error::input("RECORD", "authority", "not an authority's id"))
    }

    /// The record as the law reads it.
    pub(crate) fn saying(&self) -> Saying {
        let frame = &self.body.frame;
        Saying {
            subject: self.body.subject,
            category: frame.category,
            review_by: frame.review_by,
            expires: frame.expires,
            assertions: self.said.iter().map(|(_, said)| said.one.clone()).collect(),
            associations: self.ties.iter().map(|(_, tie)| tie.one.clone()).collect(),
            best_interests: frame.best_interests.clone(),
        }
    }

    /// The record as the source of a release.
    pub(crate) fn held(&self) -> Held {
        let files = self.said.iter();
        let files = files.filter_map(|(_, said)| Some((said.one.id.clone(), said.file.clone()?)));
        let files: BTreeMap<String, Attached> = files.collect();
        Held {
            record: self.saying(),
            files: files
                .into_iter()
                .filter(|(_, file)| super::attach::leaves(&file.format))
                .collect(),
            codewords: self.body.frame.codewords.clone(),
        }
    }

    /// The label of what is kept about a card of it, in this State: as high as the record and all that the card says.
    pub(crate) fn label(&self, office: &Office, card: &Card) -> Label {
        let class = self.head.label.class.max(card.label.class);
        Label::own(office.state(), class)
    }

    /// The rows of its parts: ids and heads.
    fn parts(&self) -> impl Iterator<Item = (&String, &RecordHead)> {
        let said = self.said.iter().map(|(head, said)| (&said.one.id, head));
        said.chain(self.ties.iter().map(|(head, tie)| (&tie.one.id, head)))
    }

    /// The label of a part.
    pub(super) fn label_of(&self, part: &str) -> Option<Label> {
        let mut parts = self.parts();
        parts.find_map(|(id, head)| (id == part).then(|| head.label.clone()))
    }

    /// Whether it still has this part.
    pub(crate) fn has(&self, part: &str) -> bool {
        self.parts().any(|(id, _)| id == part)
    }

    /// The parts that whoever acts may see.
    pub(crate) fn seen(&self, turn: &Turn) -> Result<BTreeSet<String>> {
        let mut seen = BTreeSet::new();
        for (id, head) in self.parts() {
            if super::keep::sees(turn, self, &head.label)? {
                seen.insert(id.clone());
            }
        }
        Ok(seen)
    }

    /// The parts that a recipient may have on a day, and the others, which lead nowhere and are weighed all the same: an association
    /// that stays behind is why a card leaves.
    pub(crate) fn divided(
        &self,
        recipient: &Recipient,
        on: Date,
    ) -> (BTreeSet<String>, BTreeSet<String>) {
        let ids = |leaves: bool| {
            let parts = self.parts();
            let parts = parts.filter(|(_, head)| head.label.permits(recipient, on) == leaves);
            parts.map(|(id, _)| id.clone()).collect()
        };
        (ids(true), ids(false))
    }

    /// Its standing on a day; what refuses it is refused.
    pub(crate) fn judged(&self, today: Date) -> Result<Standing> {
        let found = check(&self.saying(), today);
        match super::lacking(&found) {
            Some(refusal) => Err(refusal.into()),
            None => Ok(standing(&found)),
        }
    }

    /// Write its own row anew, at a stage; one that waits for a second person is held.
    pub(crate) async fn put(&mut self, tx: &mut Tx, stage: &str, now: Timestamp) -> Result<()> {
        let frame = &self.body.frame;
        let stage = match (stage, &self.body.bulk) {
            ("kept", Some(_)) => "held",
            _ => stage,
        };
        // One that is overdue waits for a person, and for its end.
        let review = frame.review_by.filter(|_| stage != OVERDUE);
        let ends = [review, frame.expires];
        self.head.version += 1;
        self.head.updated = now;
        stage.clone_into(&mut self.head.stage);
        self.head.review_by = frame.review_by.and_then(begins);
        self.head.due = ends.into_iter().flatten().min().and_then(begins);
        let record = Record {
            head: self.head.clone(),
            body: written(&self.body)?,
        };
        Ok(tx.put_record(&record).await?)
    }

    /// The head of a new row that belongs to it.
    pub(crate) fn child(
        &self,
        (id, kind): (String, &str),
        label: &Label,
        now: Timestamp,
    ) -> RecordHead {
        RecordHead {
            parent: Some(self.head.id.clone()),
            stage: STATED.to_owned(),
            authority: self.head.authority.clone(),
            number: self.head.number.clone(),
            ..RecordHead::first((id, kind), &self.head.owner, label, now)
        }
    }

    /// End a row: what a body holds on to is sealed for that body, all else is destroyed with its key and files.
    pub(crate) async fn end_row(&self, tx: &mut Tx, head: &RecordHead) -> Result<()> {
        if self.body.holds.is_empty() {
            return Ok(tx.destroy_record(&head.id).await?);
        }
        seal_row(tx, &head.id).await
    }
}

/// Seal a row: from now on only oversight reads it.
pub(crate) async fn seal_row(tx: &mut Tx, id: &str) -> Result<()> {
    let Some(mut record) = tx.record(id).await? else {
        return Ok(());
    };
    record.head.version += 1;
    record.head.stage = SEALED.to_owned();
    record.head.label.purposes = Some([model::Purpose::Oversight].into());
    Ok(tx.put_record(&record).await?)
}
