//! What stands beside a record or card and ends by itself: where somebody was met, what States said to one another about it, and who
//! opened it and why. Where somebody holds on to the record or card, it is sealed for them.

use jiff::{SignedDuration, Timestamp};
use model::encounter::EncounterStage;
use model::policy::role_for;
use model::sharing::WordKind;
use model::{Actor, Object, Verb};
use store::{Record, Tx};

use super::consult::CONSULTATION;
use super::retire::over;
use super::row::{Body, RECORD, body, seal_row};
use crate::cards::{self, ENCOUNTER, SEEN, WORD};
use crate::error::Result;
use crate::office::{Office, Said};

/// Days for which what States said to one another is kept after it was said, where the record lives so long: three years.
const WORD_DAYS: i64 = 3 * 365;
/// Days for which it is kept who opened a record and why: five years, as logs are.
const CONSULTATION_DAYS: i64 = 5 * 365;

/// Until when a word about a card is kept.
pub(crate) fn word_ends(now: Timestamp) -> Timestamp {
    now + SignedDuration::from_hours(24 * WORD_DAYS)
}

/// Until when it is kept who opened a record.
pub(super) fn consultation_ends(now: Timestamp) -> Timestamp {
    now + SignedDuration::from_hours(24 * CONSULTATION_DAYS)
}

/// Destroy what is over, or seal it; how many.
///
/// # Errors
/// If the store cannot be read or written.
pub(super) async fn round(office: &Office) -> Result<usize> {
    let now = office.now();
    let met = EncounterStage::ALL.iter().map(|stage| stage.code());
    let met: Vec<&str> = met.chain([SEEN]).collect();
    let said: Vec<&str> = WordKind::ALL.iter().map(|kind| kind.code()).collect();
    let kinds = [
        (ENCOUNTER, &*met),
        (WORD, &*said),
        (CONSULTATION, &["kept"][..]),
    ];
    let mut done = 0;
    for (kind, stages) in kinds {
        let rows = over(office, (kind, stages), (now, 0)).await?;
        if !rows.is_empty() {
            done += rows.len();
            end(office, (kind, rows), now).await?;
        }
    }
    Ok(done)
}

async fn end(office: &Office, (kind, rows): (&str, Vec<Record>), now: Timestamp) -> Result<()> {
    let actor = Actor::worker(office.state(), "retention");
    let role = role_for(
        &actor,
        Verb::ScreenErase,
        &Object::node(office.state()),
        now,
    )?;
    let said = Said {
        role,
        ..Said::of("sharing")
    }
    .with("kind", kind)
    .with("records", rows.len());
    let entry = office.entry(office.new_act(), (&actor, Verb::ScreenErase), now, said);
    office
        .act(entry.act, move |tx: &mut Tx| {
            Box::pin(async move {
                for row in &rows {
                    match is_held(tx, row.head.parent.as_deref()).await? {
                        true => seal_row(tx, &row.head.id).await?,
                        false => tx.destroy_record(&row.head.id).await?,
                    }
                }
                Ok(tx.keep(entry, ()).await?)
            })
        })
        .await
}

/// Whether somebody holds on to the record or card that it stands beside.
async fn is_held(tx: &mut Tx, parent: Option<&str>) -> Result<bool> {
    let Some(parent) = parent else {
        return Ok(false);
    };
    let row = tx.record(parent).await?;
    let Some(row) = row.filter(|row| !row.body.is_empty()) else {
        return Ok(false);
    };
    match row.head.kind == RECORD {
        true => Ok(!body::<Body>(&row)?.holds.is_empty()),
        false => cards::is_held(&row),
    }
}
