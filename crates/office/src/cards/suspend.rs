//! After a restore: the backup may be older than a correction or a recall. Every card of another State is out of use until its owner
//! has said what stands.

use jiff::Timestamp;
use model::StateCode;
use model::sharing::Sharing;
use store::reader::{House, Wanted};
use store::{Record, Tx};

use super::{CARD, HeldCard, IN_USE, SUSPENDED};
use crate::error::Result;
use crate::exchange::outbox;
use crate::office::Office;
use crate::records::row_of;

/// Cards read at once.
const PAGE: u32 = 500;

/// The cards of other States that a restored node found.
///
/// # Errors
/// If the store cannot be read.
pub(crate) async fn found(office: &Office) -> Result<Vec<Record>> {
    let labels = office.store().labels().await?;
    let every: Vec<i64> = labels.into_iter().map(|(number, _)| number).collect();
    let reader = office.store().reader(&every, House::default());
    let mut all = Vec::new();
    loop {
        let wanted = Wanted {
            kind: CARD,
            stages: vec![IN_USE.to_owned(), SUSPENDED.to_owned()],
            newest_first: true,
            offset: u32::try_from(all.len()).unwrap_or(u32::MAX),
            limit: PAGE,
            ..Wanted::default()
        };
        let rows = reader.records(&wanted).await?;
        let whole = rows.len() < PAGE as usize;
        all.extend(rows);
        if whole {
            break;
        }
    }
    let own = office.state().as_str();
    all.retain(|row| row.head.owner != own);
    Ok(all)
}

/// Take them out of use, and ask their owners.
///
/// # Errors
/// If they cannot be written.
pub(crate) async fn suspend(
    office: &Office,
    tx: &mut Tx,
    found: Vec<Record>,
    now: Timestamp,
) -> Result<()> {
    for mut row in found {
        let held: HeldCard = row_of(&row)?;
        let Some(card) = held.card else { continue };
        row.head.version += 1;
        row.head.updated = now;
        row.head.stage = SUSPENDED.to_owned();
        tx.put_record(&row).await?;
        let what = Sharing::Asked {
            id: card.id,
            version: card.version,
        };
        let to: &StateCode = &card.owner;
        let asked = outbox::answer_about_card(office, tx, (to, &card.contact), what, now).await;
        // An owner out of reach is asked by nobody: its card stays out of use until it speaks, or until the card's end.
        match asked {
            Err(error) if error.code() == "PEER-UNKNOWN" => {}
            asked => asked?,
        }
    }
    Ok(())
}
