//! Rows that are written together, and what is kept beside them where something was hit.

use std::collections::BTreeMap;

use model::{ActId, Digest, limits};
use seal::ledger::{Frontier, Salt, leaf_hash};
use store::screened::Screened;
use store::{Record, Tx};

use super::read::Content;
use super::{LogRow, Noted, asked_at};
use crate::error::{Doing, Error, Result};
use crate::office::Office;
use crate::screening::kept::{New, Whose, days};
use crate::screening::subject::Subject;
use crate::screening::{HitView, queue};

/// A row on its way to the log, with what is kept where something was hit.
#[derive(Debug, Clone)]
pub(in crate::screening) struct Waiting {
    pub(super) row: LogRow,
    pub(super) kept: Option<Box<Kept>>,
}

/// What is kept of a question that hit something.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    pub(super) noted: Noted,
    pub(super) subject: Option<Subject>,
    pub(super) salt: Salt,
    pub(super) whose: Whose,
    /// Whose the hits are.
    pub(super) decides: Whose,
    /// Ids of hits that had gone and are back.
    pub(super) back: Vec<String>,
}

/// Rows that are written together.
#[derive(Debug)]
pub(in crate::screening) struct Group {
    office: Office,
    pub(super) row: Screened,
    contents: Vec<Record>,
    hits: Vec<queue::Found>,
}

impl Group {
    /// The rows as they are kept.
    pub(super) fn of(office: &Office, waiting: Vec<Waiting>) -> Result<Self> {
        let texts: Vec<String> = waiting
            .iter()
            .map(|w| text(&w.row))
            .collect::<Result<_>>()?;
        let (root, _) = tree(&texts);
        let moments = || waiting.iter().filter_map(|w| asked_at(w.row.id));
        let id = ActId::new(office.now(), office.throw10());
        let row = Screened {
            id: id.to_string(),
            since: moments().min().unwrap_or_default(),
            until: moments().max().unwrap_or_default(),
            questions: waiting.len() as u64,
            hits: waiting.iter().filter(|w| w.kept.is_some()).count() as u64,
            root,
            body: format!("[{}]", texts.join(",")),
        };
        let (mut contents, mut hits) = (Vec::new(), Vec::new());
        for kept in waiting.into_iter().filter_map(|w| w.kept) {
            contents.push(kept.record(office)?);
            hits.extend(kept.hits(office)?);
        }
        Ok(Self {
            office: office.clone(),
            row,
            contents,
            hits,
        })
    }

    /// What the entry says of it.
    pub(in crate::screening) fn note(&self) -> BTreeMap<String, String> {
        let note = [
            ("questions", self.row.questions.to_string()),
            ("hits", self.row.hits.to_string()),
            ("root", self.row.root.to_string()),
        ];
        note.map(|(name, value)| (name.to_owned(), value)).into()
    }

    /// Write it: the rows, the questions that hit something, the hits that wait for a decision.
    pub(in crate::screening) async fn put(&self, tx: &mut Tx) -> Result<()> {
        tx.put_screened(&self.row).await?;
        for record in &self.contents {
            tx.put_record(record).await?;
        }
        queue::put(tx, &self.office, &self.hits).await
    }
}

impl Waiting {
    /// The commitment to the question.
    pub(in crate::screening) fn question(&self) -> Digest {
        self.row.question
    }

    /// Only these hits are new: the others wait in the queue already, and where none is new nothing more is kept. Of the new ones
    /// those that had gone and are back are told although they were decided.
    pub(in crate::screening) fn only(&mut self, (fresh, back): (&[String], Vec<String>)) {
        if let Some(kept) = &mut self.kept {
            kept.noted.hits.retain(|hit| fresh.contains(&hit.entity.id));
            kept.back = back;
        }
        self.kept = self.kept.take().filter(|kept| !kept.noted.hits.is_empty());
    }
}

impl Kept {
    /// The question, sealed under a key of its own.
    fn record(&self, office: &Office) -> Result<Record> {
        let noted = &self.noted;
        let new = New {
            id: format!("query:{}", noted.id),
            kind: "query",
            stage: "kept",
            parent: self.subject.as_ref().map(Subject::record),
            number: None,
            due: days(noted.at, limits::SCREEN_CONTENT_DAYS_MAX),
            at: noted.at,
        };
        let content = Content {
            question: noted.committed().into_owned(),
            salt: seal::hex(&self.salt.0),
        };
        new.record(office, &self.whose, &content)
    }

    /// The hits that a person decides.
    fn hits(self, office: &Office) -> Result<Vec<queue::Found>> {
        let Kept {
            noted,
            subject,
            decides,
            back,
            ..
        } = self;
        let Some(subject) = subject else {
            return Ok(Vec::new());
        };
        let at_least = |hit: &&HitView| hit.score >= noted.threshold;
        noted
            .hits
            .iter()
            .filter(at_least)
            .take(limits::SCREEN_HITS_MAX)
            .map(|hit| {
                let back = back.contains(&hit.entity.id);
                queue::Found::of(office, (&noted, &decides), (&subject, hit, back))
            })
            .collect()
    }
}

/// A row in canonical JSON.
pub(super) fn text(row: &LogRow) -> Result<String> {
    let value = serde_json::to_value(row).map_err(|e| Error::input("LOG", "", e.to_string()))?;
    let bytes = seal::canonical_json(&value).doing("write a row of the log")?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The Merkle tree (RFC 6962) over rows: its root and its nodes by level and number.
pub(super) fn tree(texts: &[String]) -> (Digest, BTreeMap<(u8, u64), Digest>) {
    let (mut frontier, mut nodes) = (Frontier::new(), BTreeMap::new());
    for text in texts {
        frontier.append(leaf_hash(text.as_bytes()), &mut |level, number, hash| {
            nodes.insert((level, number), hash);
        });
    }
    (frontier.root(), nodes)
}
