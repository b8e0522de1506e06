//! Shared lists, the check of a traveller, and the control over both. An import is refused rather than half taken: the last
//! good list stays. A check is recorded with the list versions it asked; what it found is advice.

pub mod ask;
pub mod batch;
pub mod changed;
mod check;
pub mod erase;
mod import;
pub(crate) mod kept;
pub mod keys;
pub(crate) mod live;
pub mod log;
pub mod offline;
mod past;
pub mod queue;
mod records;
pub mod reviews;
mod shelf;
pub mod subject;
pub mod watch;

use screen::Entity;
use store::lists::List;

use crate::error::{Doing, Error, Result};
use crate::office::Office;

pub use check::{Check, CheckAnswer, HitView, check};
pub use import::{Import, ImportReport, ListPart, import};
pub(crate) use kept::Told;
pub use kept::Whose;
pub(crate) use past::Past;
/// A question to the lists: a schema and values by property.
pub use screen::Query as Question;
pub(crate) use shelf::{Loaded, Readiness, Shelf};

impl std::fmt::Debug for Check {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Check(…)")
    }
}

pub(crate) fn records(office: &Office) -> u64 {
    office.0.screen.get().index.len() as u64
}

/// Context of a list's blob.
const LIST_CONTEXT: &[u8] = b"comity/list";

async fn entities_of(office: &Office, list: &List) -> Result<Vec<Entity>> {
    let sealed = office
        .store()
        .blobs()
        .read_all(list.blob, records::BYTES_MAX + (64 << 20))
        .await?;
    let key = office
        .store()
        .blob_key(&list.blob)
        .await?
        .ok_or_else(|| Error::Key(format!("list/{}", list.id)))?;
    let blob_key = key.blob_key().doing("read a list")?;
    let plain = seal::chunk::open_all(&blob_key, LIST_CONTEXT, &sealed).doing("read a list")?;
    let id = list.id.clone();
    let read = tokio::task::spawn_blocking(move || {
        let mut entities = records::of_bytes(&plain)?;
        for entity in &mut entities {
            stamp(entity, &id, "");
        }
        Ok(entities)
    });
    read.await.map_err(|_| Error::Busy { retry_after_s: 1 })?
}

/// Names list and version in a record. Lists that the record names itself stay behind it. A record of the index names no version:
/// it belongs to the one in force.
fn stamp(entity: &mut Entity, id: &str, version: &str) {
    entity.datasets.retain(|name| name != id);
    entity.datasets.insert(0, id.to_owned());
    if let Some(origin) = &mut entity.origin {
        id.clone_into(&mut origin.list);
        version.clone_into(&mut origin.version);
    }
}

fn version_name(list: &List) -> String {
    let digest = list.sha256.to_string();
    format!(
        "{} · {}",
        list.published.as_deref().unwrap_or("?"),
        digest.get(..12).unwrap_or_default()
    )
}

/// The lists as they are searched now, with their versions: what a question is answered from.
pub fn versions(office: &Office) -> Vec<(String, String)> {
    office.0.screen.get().versions()
}

/// Whether an error says nothing about the list itself.
fn passing(error: &Error) -> bool {
    matches!(
        error,
        Error::Busy { .. } | Error::Store(store::Error::Broken | store::Error::Stopping)
    )
}

/// The lists whose files cannot be read, by short name. A check that finds nothing then cannot say; another import heals it.
pub fn damaged(office: &Office) -> Vec<String> {
    let loaded = office.0.screen.get();
    let damaged = loaded.lists.iter().filter(|list| list.damaged);
    damaged.map(|list| list.id.clone()).collect()
}
