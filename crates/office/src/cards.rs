//! Cards that other States have released to us, and those this State has released to its own front line: taken in, corrected and
//! recalled as their owner says, before anybody reads them next; asked at the border; spoken about with their owner.
//!
//! A row for each card, under the label that came with it. A recall destroys its key; a hold of a court, the defence or a complaint
//! body keeps it sealed for that body.

mod aside;
mod encounters;
mod export;
mod hear;
mod index;
mod suspend;
mod view;
mod words;

use model::card::Card;
use model::copies::Copy;
use model::policy::role_for;
use model::sharing::Sharing;
use model::{Object, Purpose, Refusal, Role, Verb};
use serde::{Deserialize, Serialize};
use store::{Record, Tx};

pub use aside::Aside;
pub(crate) use encounters::{ENCOUNTER, SEEN};
pub use encounters::{EncounterLine, Reported, SeenThere, decide, report};
pub(crate) use export::named;
pub use export::{Exported, Format, Given, Loss, Why, export, polled};
pub(crate) use hear::{heard_here, received};
pub use index::MetCard;
pub(crate) use index::{Cards, load, met};
pub(crate) use suspend::{found, suspend};
pub use view::CardView;
pub(crate) use view::retire;
pub use words::{Say, WordLine, say};
pub(crate) use words::{WORD, consented};

use crate::error::Result;
use crate::records::{Holding, row_of};
use crate::requests::Turn;

/// The kind of the row.
pub(crate) const CARD: &str = "card";
/// The stage of a card that is used.
pub(crate) const IN_USE: &str = "in-use";

/// The stage of a card in a node that came back from a backup: its owner may have recalled it since.
pub(crate) const SUSPENDED: &str = "suspended";

/// A card as its row keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct HeldCard {
    /// The card; none where its recall came before it did, and once it was withdrawn.
    pub(crate) card: Option<Card>,
    /// Which version, in which state.
    pub(crate) copy: Copy,
    /// Who holds on to it, and under which number.
    #[serde(default)]
    pub(crate) holds: Vec<Holding>,
    /// Its subject is protected here: the front line takes no measure on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) aside: Option<Aside>,
    /// How often it was set aside.
    #[serde(default)]
    pub(crate) asides: u32,
}

impl HeldCard {
    /// In which run programs were last given it: a card that was set aside and is used again is another object to them.
    fn run(&self) -> u32 {
        self.asides.saturating_sub(u32::from(self.aside.is_some()))
    }
}

/// Whether somebody holds on to the card of a row.
pub(crate) fn is_held(row: &Record) -> Result<bool> {
    match row.head.kind == CARD {
        true => Ok(!row_of::<HeldCard>(row)?.holds.is_empty()),
        false => Ok(false),
    }
}

/// The name of a card's row.
pub(crate) fn card_row(id: model::CardId) -> String {
    format!("{CARD}:{id}")
}

/// A card that is in use, in an act.
pub(crate) async fn in_use(tx: &mut Tx, row: &str) -> Result<Option<Card>> {
    let record = tx.record(row).await?;
    let record = record.filter(|r| r.head.kind == CARD && r.head.stage == IN_USE);
    match record {
        Some(record) => Ok(row_of::<HeldCard>(&record)?.card),
        None => Ok(None),
    }
}

/// Register a hold on a card. To whoever may not read it, it is not there.
pub(crate) async fn hold(
    turn: &Turn,
    tx: &mut Tx,
    (row, holding): (&str, Holding),
) -> Result<Option<Role>> {
    let record = tx.record(row).await?;
    let record = record.filter(|r| r.head.kind == CARD && r.head.stage == IN_USE);
    let mut record: Record = record.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
    let state = turn.office.state().clone();
    let allowed = |verb| {
        let as_read = |purpose| Object {
            label: Some(&record.head.label),
            purpose,
            ..Object::node(&state)
        };
        let mut last = role_for(&turn.actor, verb, &as_read(Purpose::Intelligence), turn.now);
        if last.is_err() {
            last = role_for(&turn.actor, verb, &as_read(Purpose::Screening), turn.now);
        }
        last
    };
    if allowed(Verb::CardRead).is_err() {
        return Err(Refusal::new("NOT-FOUND").into());
    }
    let role = allowed(turn.verb)?;
    let mut held: HeldCard = row_of(&record)?;
    held.copy.hold = true;
    crate::records::room_for_one(&held.holds)?;
    held.holds.push(holding);
    record.head.version += 1;
    record.head.updated = turn.now;
    record.body = crate::records::written(&held)?;
    tx.put_record(&record).await?;
    Ok(role)
}

/// What a message about a card is about, as the ledger names it.
pub(crate) fn object_of(what: &Sharing) -> String {
    card_row(what.card())
}
