//! Records in the formats of others, taken in: each is a row of its own under the strictest reading of its marks, and waits for a
//! person. Nothing of it is used, shown at the border or released before an analyst has taken it into a record.

use std::collections::{BTreeMap, BTreeSet};

use futures_util::future::BoxFuture;
use interchange::marks::Policy;
use interchange::{Format, Taken, Why, ftm, misp, stix};
use jiff::Timestamp;
use model::json::{self, Bounds};
use model::policy::role_for;
use model::{
    ActId, Actor, Class, IntakeId, Label, Object, RecordId, Refusal, StateCode, Verb, limits,
};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use store::reader::Wanted;
use store::{Kept, Record, Tx};

use super::row::body;
use crate::cards::named;
use crate::error::{Error, Result};
use crate::office::{Office, Said};
use crate::reader::{Page, Reader};
use crate::requests::Turn;

mod shelf;

use shelf::{Arrived, Shelf, put};

/// The kind of the row.
pub(crate) const INTAKE: &str = "intake";
/// It waits for a person.
pub(super) const WAITING: &str = "waiting";
/// It waits, and a person must first look at its marks.
pub(super) const HELD: &str = "held";
/// It was taken into a record.
pub(super) const OPENED: &str = "opened";
/// Its sender took it back.
const RECALLED: &str = "recalled";
/// Records that one thread makes ready, at least, where several share the work.
const AT_ONCE: usize = 500;
/// Faults told of one file; the rest are counted.
const FAULTS_TOLD: usize = 100;

/// Take in a file.
#[derive(Debug, Clone)]
pub struct Import {
    /// The act.
    pub act: ActId,
    /// Its format.
    pub format: Format,
    /// Who sent it, as the officer knows it: what stands in the file counts for nothing.
    pub sender: String,
    /// The class of what comes without one.
    pub class: Class,
    /// The file.
    pub bytes: Vec<u8>,
}

/// What became of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// Records that were not known.
    pub new: usize,
    /// Records that came in a later version.
    pub changed: usize,
    /// Records that their sender took back.
    pub recalled: usize,
    /// Of these, how many a person must look at first: unknown, absent or contradicting marks, or the same version saying
    /// something else.
    pub held: usize,
    /// Records that were here already, or in a later version.
    pub again: usize,
    /// What this State itself put out, come back: no second source.
    pub own: usize,
    /// Objects that have not the form, with the path and why; the first hundred.
    pub faults: Vec<String>,
    /// How many there were.
    pub faulty: usize,
    /// Fields that were not taken, and how often.
    pub lost: BTreeMap<Why, usize>,
}

/// One record of another's format, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Came {
    /// Who sent it.
    pub sender: String,
    /// What it says, what is lost of it, what is in doubt.
    pub taken: Taken,
    /// The record that it was taken into.
    #[serde(default)]
    pub into: Option<RecordId>,
}

/// The same, as a page shows it.
#[derive(Debug, Clone)]
pub struct CameLine {
    /// Its id.
    pub id: IntakeId,
    /// To read aloud.
    pub number: String,
    /// `waiting`, `held`, `opened`, `recalled`.
    pub stage: String,
    /// The label of the whole.
    pub label: Label,
    /// When it came.
    pub at: Timestamp,
    /// What came.
    pub came: Came,
}

pub(super) fn intake_row(id: IntakeId) -> String {
    format!("{INTAKE}:{id}")
}

/// Where a record of a sender stands in an authority, always the same.
fn place(authority: Option<&str>, sender: &str, issue: RecordId) -> IntakeId {
    let authority = authority.unwrap_or_default();
    IntakeId::from_uuid(named(&format!("{INTAKE}:{authority}:{sender}:{issue}")))
}

impl Import {
    fn policy(&self, state: &StateCode) -> Policy {
        Policy {
            state: state.clone(),
            sender: self.sender.trim().to_owned(),
            class: self.class,
        }
    }

    /// What the file says, made ready for this authority, and what of it has not the form.
    fn read(&self, state: &StateCode, authority: Option<&str>) -> Result<(Vec<Arrived>, Imported)> {
        let policy = self.policy(state);
        let mint = |id: &str| RecordId::from_uuid(named(&format!("{}:{id}", policy.sender)));
        let mut done = Imported::default();
        let unread =
            |place: String| Error::from(Refusal::new("IMPORT-UNREAD").with("place", place));
        let value =
            || json::read(&self.bytes, &Bounds::default()).map_err(|why| unread(why.to_string()));
        let taken = match self.format {
            Format::Stix => {
                let bundle = value()?;
                let bundle = stix::Bundle::of(&bundle).map_err(|fault| unread(fault.path))?;
                let verdicts = bundle.verdicts();
                for verdict in verdicts.iter().filter(|verdict| !verdict.holds()) {
                    done.faulty += 1;
                    let told = verdict.faults.iter().take(FAULTS_TOLD - done.faults.len());
                    let told = told.map(|fault| {
                        format!("/objects/{}{}: {}", verdict.at, fault.path, fault.why)
                    });
                    let told: Vec<String> = told.collect();
                    done.faults.extend(told);
                }
                bundle.taken(&policy, &named, &mint)
            }
            Format::Misp => misp::from_misp(&value()?, &policy, &named, &mint),
            Format::Ftm | Format::FtmWithLabels => {
                let text = std::str::from_utf8(&self.bytes);
                let text = text.map_err(|_| unread("UTF-8".to_owned()))?;
                ftm::from_ftm(text, &policy, &mint).map_err(|line| unread(line.to_string()))?
            }
        };
        for one in &taken {
            for why in one.loss.dropped.values() {
                *done.lost.entry(*why).or_default() += 1;
            }
        }
        let ready = |taken| Arrived::of(taken, &policy, authority);
        let taken = taken.into_par_iter().with_min_len(AT_ONCE);
        let arrived = taken.map(ready).collect::<Result<_>>()?;
        Ok((arrived, done))
    }
}

/// Take in a file in a format of others.
///
/// # Errors
/// `NOT-ALLOWED`; `MISSING` without a sender; `TOO-LARGE`; `IMPORT-UNREAD` with the place where the file cannot be read.
pub async fn import(office: &Office, actor: &Actor, act: Import) -> Result<Imported> {
    let turn = Turn::new(office, actor, Verb::RecordKeep, act.act);
    turn.admit()?;
    if act.sender.trim().is_empty() {
        return Err(Refusal::new("MISSING").at("/sender").into());
    }
    if act.bytes.len() > limits::IMPORT_BYTES_MAX {
        return Err(Refusal::new("TOO-LARGE").at("/file").into());
    }
    let state = office.state().clone();
    let authority = actor.authority().map(ToString::to_string);
    let digest = seal::sha256(&act.bytes);
    let whose = authority.clone();
    // Reading a large file takes its time: the node goes on serving.
    let read = tokio::task::spawn_blocking(move || {
        let read = act.read(&state, whose.as_deref());
        read.map(|(arrived, done)| (act, arrived, done))
    });
    let read = read
        .await
        .map_err(|e| Error::input("FILE", "", e.to_string()))?;
    let (act, arrived, mut done) = read?;
    let claim = Office::claim(act.act, (actor, turn.verb), None);
    office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<Imported>>> {
                Box::pin(async move {
                    let own = turn.office.state().clone();
                    let role = role_for(&turn.actor, turn.verb, &Object::node(&own), turn.now)?;
                    let policy = act.policy(&own);
                    let mut shelf = Shelf::of(tx, (&policy, authority), &arrived).await?;
                    for one in arrived {
                        put(&turn, (&policy, &mut shelf), one, &mut done)?;
                    }
                    shelf.keep(tx).await?;
                    let said = Said {
                        role,
                        verb: Some("record.imported"),
                        ..Said::default()
                    }
                    .with("format", act.format)
                    .with("sha256", digest)
                    .with("records", done.new + done.changed)
                    .with("held", done.held);
                    let by = (&turn.actor, turn.verb);
                    let entry = turn.office.entry(turn.act, by, turn.now, said);
                    Ok(tx.keep(entry, done).await?)
                })
            },
        )
        .await
}

/// The label of all that came together, as its marks were read.
pub(super) fn read(taken: &Taken) -> Option<Label> {
    let labels: BTreeSet<&Label> = taken.issue.record.labels().filter_map(|(_, l)| l).collect();
    let labels: Vec<&Label> = labels.into_iter().collect();
    match labels.as_slice() {
        [one] => Some((*one).clone()),
        several => Label::roll_up(several.iter().copied()),
    }
}

/// What is entered out of what came, under a label no wider than its marks were read; where they were in doubt, the traffic light
/// is the one that a person has put there.
pub(super) async fn labelled_as(tx: &mut Tx, source: &str, given: &Label) -> Result<Label> {
    let row = tx.record(source).await?.filter(|row| !row.body.is_empty());
    let row = row.ok_or_else(|| Refusal::new("NOT-FOUND").at("/from/derived_from"))?;
    let came: Came = body(&row)?;
    let marks =
        read(&came.taken).ok_or_else(|| Refusal::new("NOT-FOUND").at("/from/derived_from"))?;
    let marks = match came.taken.doubts.is_empty() {
        true => marks,
        false => Label {
            tlp: given.tlp,
            ..marks
        },
    };
    let taken = Label {
        originator: marks.originator.clone(),
        ..given.clone()
    };
    Ok(marks.join(&taken))
}

fn line(row: &Record) -> Result<CameLine> {
    let id = row.head.id.strip_prefix("intake:").unwrap_or_default();
    Ok(CameLine {
        id: id.parse().map_err(|_| Refusal::new("NOT-FOUND"))?,
        number: row.head.number.clone().unwrap_or_default(),
        stage: row.head.stage.clone(),
        label: row.head.label.clone(),
        at: row.head.created,
        came: body(row)?,
    })
}

impl Reader {
    /// What came in the formats of others and waits for a person, newest first.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn came(&self, page: u32) -> Result<Page<CameLine>> {
        let state = self.office().state().clone();
        self.may(Verb::RecordRead, &Object::node(&state))?;
        let size = limits::PAGE_ROWS_DEFAULT as u32;
        let wanted = Wanted {
            kind: INTAKE,
            stages: [WAITING, HELD, RECALLED].map(str::to_owned).to_vec(),
            newest_first: true,
            limit: size,
            offset: page.saturating_mul(size),
            ..Wanted::default()
        };
        let (rows, total) = self.records(&wanted).await?;
        Ok(Page {
            rows: rows.iter().map(line).collect::<Result<_>>()?,
            page,
            total,
            size,
            unread: Vec::new(),
        })
    }

    /// One of them. Hidden and absent are alike.
    ///
    /// # Errors
    /// `NOT-ALLOWED`, `NOT-FOUND`; `TOO-MANY-MISSES` for whoever asks for one after another that is not there;
    /// `TOO-MANY-OPENED`.
    pub async fn came_one(&self, id: IntakeId) -> Result<CameLine> {
        let state = self.office().state().clone();
        self.may(Verb::RecordRead, &Object::node(&state))?;
        let found = async {
            let row = self.record(&intake_row(id)).await?;
            let row = row.filter(|row| row.head.kind == INTAKE && !row.body.is_empty());
            line(&row.ok_or_else(|| Refusal::new("NOT-FOUND"))?)
        };
        super::watched((self.office(), self.actor()), &intake_row(id), found).await
    }
}
