//! Backup and restore. A backup is what the store wrote and nothing in the clear; the keys are another person's box. A
//! restored node begins a new stream epoch, so that no number is ever used twice, and asks its peers what it missed.

use std::path::Path;

use model::policy::role_for;
use model::{Actor, Object, Verb};
use store::Store;

use crate::error::Result;
use crate::office::{Office, Said};
use crate::ports::Progress;

/// The fact that holds the epoch of outgoing streams.
pub(crate) const EPOCH: &str = "stream/epoch";

/// Write a backup into an empty folder.
///
/// # Errors
/// `NOT-ALLOWED`; what the disk says.
pub async fn make(
    office: &Office,
    actor: &Actor,
    out: &Path,
    progress: &dyn Progress,
) -> Result<()> {
    let now = office.now();
    let state = office.state().clone();
    let role = role_for(actor, Verb::BackupMake, &Object::node(&state), now)?;
    let entry = office.entry(
        office.new_act(),
        (actor, Verb::BackupMake),
        now,
        Said {
            role,
            ..Said::of("backup")
        },
    );
    office
        .act(entry.act, move |tx| {
            Box::pin(async move { Ok(tx.keep(entry, ()).await?) })
        })
        .await?;
    office
        .store()
        .backup(out, &|done, what| progress.step(done, None, what))
        .await?;
    Ok(())
}

/// Fill an empty store from a backup. The store must be closed and opened again afterwards, and `begin_epoch` done.
///
/// # Errors
/// Where the store is not empty or the backup cannot be read.
pub async fn restore(store: &Store, from: &Path, progress: &dyn Progress) -> Result<()> {
    Ok(store
        .restore(from, &|done, what| progress.step(done, None, what))
        .await?)
}

/// The epoch of outgoing streams: 1 until a backup was restored.
pub(crate) async fn epoch(tx: &mut store::Tx) -> Result<i64> {
    Ok(tx
        .fact(EPOCH)
        .await?
        .and_then(|e| e.parse().ok())
        .unwrap_or(1))
}

/// Begin a new stream epoch after a restore and ask every peer what was missed.
///
/// # Errors
/// If the act cannot be kept.
pub async fn begin_epoch(office: &Office) -> Result<i64> {
    let now = office.now();
    let actor = Actor::operator(office.state());
    let said = Said {
        verb: Some("backup.restored"),
        ..Said::of("backup")
    };
    let entry = office.entry(office.new_act(), (&actor, Verb::BackupMake), now, said);
    let clone = office.clone();
    // Epochs grow with time as well, so that two restores of one backup do not share one.
    let by_time = now.as_second();
    let cards = crate::cards::found(office).await?;
    let epoch = office
        .act(entry.act, move |tx| {
            Box::pin(async move {
                let next = (epoch(tx).await? + 1).max(by_time);
                tx.put_fact(EPOCH, &next.to_string()).await?;
                crate::exchange::outbox::ask_what_was_missed(&clone, tx, now).await?;
                crate::cards::suspend(&clone, tx, cards, now).await?;
                Ok(tx.keep(entry, next).await?)
            })
        })
        .await?;
    office.0.bell.outbox.notify_one();
    Ok(epoch)
}
