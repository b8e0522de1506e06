//! A card that is set aside here: the desk has found that its subject is protected from its owner. It is read, corrected and recalled as
//! before, and its owner can tell nothing; the front line takes no measure on it, nor on another card of that owner about the same
//! person. A later decision that the subject was met, and that nothing protects them, ends it.

use jiff::Timestamp;
use model::OfficerId;
use model::encounter::Decide;
use serde::{Deserialize, Serialize};
use store::Tx;

use super::{CARD, HeldCard, IN_USE};
use crate::error::Result;
use crate::records::{row_of, written};

/// Who set a card aside, and when; why stands with the encounter, for the desk alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aside {
    /// Who decided.
    pub by: OfficerId,
    /// When.
    pub at: Timestamp,
}

/// Let a card follow what was decided about an encounter with its subject.
pub(super) async fn heed(
    tx: &mut Tx,
    card: &str,
    (what, by): (&Decide, OfficerId),
    now: Timestamp,
) -> Result<()> {
    let Some(aside) = what.protects() else {
        return Ok(());
    };
    let row = tx.record(card).await?;
    let row = row.filter(|row| row.head.kind == CARD && row.head.stage == IN_USE);
    let Some(mut row) = row else { return Ok(()) };
    let mut held: HeldCard = row_of(&row)?;
    if held.aside.is_some() == aside {
        return Ok(());
    }
    held.asides += u32::from(aside);
    held.aside = aside.then_some(Aside { by, at: now });
    row.head.version += 1;
    row.head.updated = now;
    row.body = written(&held)?;
    Ok(tx.put_record(&row).await?)
}
