//! Importing a list: read whole, compared with the last good version, kept or refused.

use bytes::Bytes;
use model::policy::role_for;
use model::{ActId, Actor, Object, Refusal, Verb};
use screen::{Changes, Entity, ListFile};
use seal::vault::RecordKey;
use serde::{Deserialize, Serialize};
use store::lists::List;

use super::{LIST_CONTEXT, entities_of, load, passing};
use crate::error::{Doing, Error, Result};
use crate::office::{Office, Said};
use crate::ports::Progress;

/// Removed records accepted without being asked, as a share.
const REMOVED_SHARE_MAX: f64 = 0.10;
/// Lists kept by one node.
const LISTS_MAX: usize = 32;
/// Longest short name of a list.
const LIST_ID_CHARS_MAX: usize = 32;

/// Import a list.
#[derive(Debug, Clone)]
pub struct Import {
    /// The act.
    pub act: ActId,
    /// Short name under which the list is kept; `un-sc` where empty.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// `un-xml`.
    pub format: String,
    /// The file.
    pub bytes: Bytes,
    /// How many removed records are accepted, where the file lacks many.
    pub accept_removals: Option<usize>,
}

/// What an import did.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ImportReport {
    /// Short name.
    pub id: String,
    /// Counted from 1.
    pub version: i64,
    /// The day the list was made.
    pub day: String,
    /// Persons on it.
    pub individuals: u64,
    /// Groups on it.
    pub entities: u64,
    /// Since the version before.
    pub added: u64,
    /// Since the version before.
    pub changed: u64,
    /// Since the version before.
    pub removed: u64,
    /// SHA-256 of the file.
    pub sha256: model::Digest,
    /// Elements of the format that this version does not read, with how often they came.
    pub unread: std::collections::BTreeMap<String, usize>,
}

/// Import a list, or say why not: the last good version then stays in force.
///
/// # Errors
/// `NOT-ALLOWED`; input errors `LIST` (with the place in the file), `LIST-SHRUNK`, `LIST-OLD`, `LIST-FORMAT`.
pub async fn import(
    office: &Office,
    actor: &Actor,
    act: Import,
    progress: &dyn Progress,
) -> Result<ImportReport> {
    let now = office.now();
    let state = office.state().clone();
    let role = role_for(actor, Verb::ListImport, &Object::node(&state), now)?;
    let id = list_id(&act)?;
    progress.step(0, Some(act.bytes.len() as u64), "read");
    let bytes = act.bytes.clone();
    let file = tokio::task::spawn_blocking(move || screen::un_xml::read(&bytes))
        .await
        .map_err(|_| Error::Busy { retry_after_s: 1 })?
        .map_err(|e| Error::input("LIST", "file", e.to_string()))?;
    progress.step(act.bytes.len() as u64, Some(act.bytes.len() as u64), "read");
    let lists = office.store().lists().await?;
    let before = lists.iter().find(|l| l.id == id).cloned();
    if before.is_none() && lists.len() >= LISTS_MAX {
        return Err(Refusal::new("TOO-MANY").with("max", LISTS_MAX).into());
    }
    let old = match &before {
        Some(list) => {
            not_older(list, &file, act.accept_removals)?;
            match entities_of(office, list).await {
                Err(error) if passing(&error) => return Err(error),
                Err(_) => by_count(list, &file, act.accept_removals)?,
                Ok(entities) => entities,
            }
        }
        None => Vec::new(),
    };
    let changes = compared(&old, &file.records, act.accept_removals)?;
    let key = RecordKey::generate(&mut office.dice());
    let blob_key = key.blob_key().doing("keep a list")?;
    let sealed = seal::chunk::seal_all(&blob_key, LIST_CONTEXT, &act.bytes, &mut office.dice())
        .doing("keep a list")?;
    let written = office
        .store()
        .blobs()
        .write_all(&format!("list-{}", act.act), sealed.into())
        .await?;
    let list = listed(
        &act,
        (id.clone(), before),
        (&file, &changes),
        (written.digest, now),
    );
    let report = report(&list, file.unread);
    let entry = office.entry(act.act, (actor, Verb::ListImport), now, said(&list, role));
    let claim = Office::claim(
        act.act,
        (actor, Verb::ListImport),
        Some(format!("list:{id}")),
    );
    let done = office
        .act(claim, move |tx| {
            Box::pin(async move {
                tx.put_blob(written, &format!("list:{}", list.id), &key, now)
                    .await?;
                tx.put_list(&list).await?;
                Ok(tx.keep(entry, report).await?)
            })
        })
        .await;
    if let Err(Error::Refused(_) | Error::Input { .. }) = &done {
        office.store().blobs().forget(&written.digest).await?;
    }
    progress.step(1, Some(1), "index");
    load(office).await?;
    done
}

/// The list as it will be kept.
fn listed(
    act: &Import,
    (id, before): (String, Option<List>),
    (file, changes): (&ListFile, &Changes),
    (blob, now): (model::Digest, jiff::Timestamp),
) -> List {
    List {
        version: before.map_or(0, |l| l.version) + 1,
        name: match act.name.trim() {
            "" => id.clone(),
            name => name.to_owned(),
        },
        format: act.format.clone(),
        sha256: seal::sha256(&act.bytes),
        published: Some(file.day().to_owned()),
        imported: now,
        individuals: file.individuals as u64,
        entities: file.entities as u64,
        added: changes.added.len() as u64,
        changed: changes.changed.len() as u64,
        removed: changes.removed.len() as u64,
        blob,
        id,
    }
}

/// A file that was made before the list in force would take back what was added since: it is refused, unless somebody accepted
/// the records that it lacks.
fn not_older(list: &List, file: &ListFile, accepted: Option<usize>) -> Result<()> {
    let day = |text: &str| text.parse::<jiff::civil::Date>().ok();
    let in_force = list.published.as_deref().and_then(day);
    match (in_force, day(file.day())) {
        (Some(in_force), Some(new)) if new < in_force && accepted.is_none() => {
            let what = format!("the file is of {new}, the list in force of {in_force}");
            Err(Error::input("LIST-OLD", "file", what))
        }
        _ => Ok(()),
    }
}

/// The version before is damaged: only its numbers can be compared. Answers the nothing that is left of it.
fn by_count(list: &List, file: &ListFile, accepted: Option<usize>) -> Result<Vec<Entity>> {
    let before = usize::try_from(list.individuals + list.entities).unwrap_or(usize::MAX);
    let missing = before.saturating_sub(file.records.len());
    let few = missing as f64 <= before as f64 * REMOVED_SHARE_MAX;
    if few || accepted == Some(missing) {
        return Ok(Vec::new());
    }
    let what = format!("the file lacks {missing} of {before} records");
    Err(Error::input("LIST-SHRUNK", "file", what))
}

/// What the file changes. One that lacks many of the records before is refused, unless just that number was accepted: whoever
/// accepts has seen how many are missing, and a file that lacks more (or fewer) is another file.
fn compared(old: &[Entity], new: &[Entity], accepted: Option<usize>) -> Result<Changes> {
    let refused = match screen::shrink_check(old, new, REMOVED_SHARE_MAX) {
        Ok(changes) => return Ok(changes),
        Err(refused) => refused,
    };
    let changes = screen::compare(old, new);
    let some_stay = changes.removed.len() < old.len();
    if some_stay && accepted == Some(changes.removed.len()) {
        return Ok(changes);
    }
    Err(Error::input("LIST-SHRUNK", "file", refused.to_string()))
}

fn list_id(act: &Import) -> Result<String> {
    if act.format != "un-xml" {
        return Err(Error::input(
            "LIST-FORMAT",
            "format",
            "this version reads the format un-xml",
        ));
    }
    let id = if act.id.is_empty() {
        screen::un_xml::DATASET
    } else {
        act.id.as_str()
    };
    let sound = id.chars().count() <= LIST_ID_CHARS_MAX
        && id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if sound {
        Ok(id.to_owned())
    } else {
        Err(Error::input(
            "LIST-ID",
            "id",
            "a short name has small letters, digits and dashes",
        ))
    }
}

fn report(list: &List, unread: std::collections::BTreeMap<String, usize>) -> ImportReport {
    ImportReport {
        id: list.id.clone(),
        version: list.version,
        day: list.published.clone().unwrap_or_default(),
        individuals: list.individuals,
        entities: list.entities,
        added: list.added,
        changed: list.changed,
        removed: list.removed,
        sha256: list.sha256,
        unread,
    }
}

/// What the ledger says of an import.
fn said(list: &List, role: Option<model::Role>) -> Said {
    Said {
        role,
        ..Said::of(format!("list:{}", list.id))
    }
    .with("sha256", list.sha256)
    .with("individuals", list.individuals)
    .with("entities", list.entities)
    .with("removed", list.removed)
}
