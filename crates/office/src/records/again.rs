//! What was drawn is looked at again: somebody who had no hand in it looks at a release, or at why a record was opened, and says what was
//! found. It stands with what was drawn, and ends with it.

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use model::bulk::Finding;
use model::card::ReleaseStage;
use model::{ActId, Actor, OfficerId, RecordId, Refusal, Verb, limits};
use serde::{Deserialize, Serialize};
use store::{Kept, Record, Tx};

use super::consult::{CONSULTATION, Consulted};
use super::keep::permit;
use super::record_row;
use super::releases::{RELEASE, Release};
use super::row::{Whole, body, written};
use crate::error::Result;
use crate::office::{Office, Said};
use crate::requests::Turn;

/// Say what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookAgain {
    /// The act.
    pub act: ActId,
    /// What was drawn, as the supervisor's view names it.
    pub drawn: String,
    /// What was found.
    pub finding: Finding,
    /// In words; must be given where something is done about it.
    pub note: String,
}

/// What was found, by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookedAgain {
    /// Who looked.
    pub by: OfficerId,
    /// When.
    pub at: Timestamp,
    /// What was found.
    pub finding: Finding,
    /// In words.
    pub note: String,
}

/// What was drawn: who had a hand in it, whether it can be looked at again, and its body once it was.
struct Drawn {
    record: RecordId,
    hands: Vec<OfficerId>,
    open: bool,
    body: Vec<u8>,
}

impl Drawn {
    fn of(row: &Record, found: LookedAgain) -> Result<Self> {
        let none = || Refusal::new("NOT-FOUND");
        if row.head.kind == RELEASE {
            let release = Release::of(row.clone())?;
            let alone = release.alone.as_ref().map(|(by, ..)| *by);
            let decided = release.decided.as_ref().map(|(by, ..)| *by);
            return Ok(Self {
                record: release.record,
                hands: [Some(release.by), alone, decided]
                    .into_iter()
                    .flatten()
                    .collect(),
                open: release.stage == ReleaseStage::Released && release.again.is_none(),
                body: written(&Release {
                    again: Some(found),
                    ..release
                })?,
            });
        }
        let said: Consulted = body(row)?;
        let record = row.head.parent.as_deref();
        let record = record.and_then(|parent| parent.strip_prefix("record:")?.parse().ok());
        let officer = row.head.officer.as_deref();
        let officer = officer.and_then(|by| by.parse().ok());
        Ok(Self {
            record: record.ok_or_else(none)?,
            hands: vec![officer.ok_or_else(none)?],
            open: said.again.is_none(),
            body: written(&Consulted {
                again: Some(found),
                ..said
            })?,
        })
    }
}

/// Say what was found of something that was drawn. Hidden and absent are alike.
///
/// # Errors
/// `NOT-ALLOWED`, `NOT-FOUND`; `FOUR-EYES` for whoever had a hand in it; `MISSING` or `TOO-LONG` of the note; `STAGE` where it was looked
/// at already.
pub async fn look_again(office: &Office, actor: &Actor, act: LookAgain) -> Result<()> {
    let turn = Turn::new(office, actor, Verb::SampleLook, act.act);
    turn.admit()?;
    let by = actor.officer().ok_or_else(|| Refusal::new("NOT-ALLOWED"))?;
    let note = act.note.trim().to_owned();
    if act.finding == Finding::Followed && !note.chars().any(char::is_alphanumeric) {
        return Err(Refusal::new("MISSING").at("/note").into());
    }
    if note.chars().count() > limits::NOTE_CHARS_MAX {
        return Err(Refusal::new("TOO-LONG").at("/note").into());
    }
    let claim = Office::claim(act.act, (actor, turn.verb), Some(act.drawn.clone()));
    office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<()>>> {
                Box::pin(async move {
                    let row = tx.record(&act.drawn).await?;
                    let drawn = |row: &Record| [RELEASE, CONSULTATION].contains(&&*row.head.kind);
                    let row = row.filter(|row| drawn(row) && !row.body.is_empty());
                    let mut row = row.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
                    let found = LookedAgain {
                        by,
                        at: turn.now,
                        finding: act.finding,
                        note,
                    };
                    let drawn = Drawn::of(&row, found)?;
                    let whole = Whole::load(tx, drawn.record).await?;
                    let role = permit(&turn, &whole, drawn.hands)?;
                    if !drawn.open {
                        return Err(Refusal::new("STAGE").with("stage", &row.head.stage).into());
                    }
                    // When it changed stays: a reason holds from when it was said, not from when somebody looked at it.
                    row.head.version += 1;
                    row.body = drawn.body;
                    tx.put_record(&row).await?;
                    let said = Said {
                        role,
                        reason: Some(act.finding.code().to_owned()),
                        ..Said::of(record_row(drawn.record))
                    };
                    let by = (&turn.actor, turn.verb);
                    let entry = turn.office.entry(turn.act, by, turn.now, said);
                    Ok(tx.keep(entry, ()).await?)
                })
            },
        )
        .await
}
