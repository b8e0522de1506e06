//! Somebody holds on to a record or a card: a court, the defence, a complaint body.

use futures_util::future::BoxFuture;
use model::{Actor, Refusal, Role, Verb, limits};
use store::{Kept, Tx};

use super::Hold;
use super::keep::permit;
use super::row::{Holding, Whole};
use crate::cards;
use crate::error::Result;
use crate::office::{Office, Said};
use crate::requests::Turn;

/// Register that a court, the defence or a complaint body holds on to a record or a card. From then on what ends is sealed and not
/// destroyed.
///
/// # Errors
/// `NOT-ALLOWED`, `NOT-FOUND`, `MISSING` without a reference; `TOO-LONG`, `TOO-MANY`.
pub async fn hold(office: &Office, actor: &Actor, act: Hold) -> Result<()> {
    let turn = Turn::new(office, actor, Verb::RecordHold, act.act);
    turn.admit()?;
    let by = actor.officer().ok_or_else(|| Refusal::new("NOT-ALLOWED"))?;
    if act.reference.trim().is_empty() {
        return Err(Refusal::new("MISSING").at("/reference").into());
    }
    if act.reference.chars().count() > limits::LINE_CHARS_MAX {
        return Err(Refusal::new("TOO-LONG").at("/reference").into());
    }
    let claim = Office::claim(act.act, (actor, turn.verb), Some(act.object.clone()));
    office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<()>>> {
                Box::pin(async move {
                    let holding = Holding {
                        body: act.body,
                        reference: act.reference,
                        by,
                        at: turn.now,
                    };
                    let role = match act.object.strip_prefix("record:") {
                        Some(id) => on_record(&turn, tx, id, holding).await?,
                        None => cards::hold(&turn, tx, (&act.object, holding)).await?,
                    };
                    let said = Said {
                        role,
                        ..Said::of(act.object)
                    }
                    .with("for", act.body);
                    let actor = (&turn.actor, turn.verb);
                    let entry = turn.office.entry(turn.act, actor, turn.now, said);
                    Ok(tx.keep(entry, ()).await?)
                })
            },
        )
        .await
}

async fn on_record(turn: &Turn, tx: &mut Tx, id: &str, holding: Holding) -> Result<Option<Role>> {
    let id = id.parse().map_err(|_| Refusal::new("NOT-FOUND"))?;
    let mut whole = Whole::load(tx, id).await?;
    let role = permit(turn, &whole, Vec::new())?;
    room_for_one(&whole.body.holds)?;
    whole.body.holds.push(holding);
    let stage = whole.head.stage.clone();
    whole.put(tx, &stage, turn.now).await?;
    Ok(role)
}

/// Whether one more body may hold on to it.
///
/// # Errors
/// `TOO-MANY`.
pub(crate) fn room_for_one(holds: &[Holding]) -> Result<()> {
    match holds.len() < limits::HOLDS_MAX {
        true => Ok(()),
        false => Err(Refusal::new("TOO-MANY")
            .with("max", limits::HOLDS_MAX)
            .into()),
    }
}
