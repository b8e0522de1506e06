//! Shared lists, the check of a traveller, and the control over both. An import is refused rather than half taken: the last
//! good list stays. A check is recorded with the list versions it asked; what it found is advice.

pub mod ask;
pub mod batch;
pub mod changed;
mod check;
pub mod erase;
mod import;
mod kept;
pub mod keys;
pub mod log;
pub mod offline;
mod past;
pub mod queue;
mod records;
pub mod reviews;
pub mod subject;
pub mod watch;

use std::sync::{Arc, RwLock};

use jiff::Timestamp;
use screen::catalogue::Catalogue;
use screen::{Entity, Index, ListState};
use store::lists::List;

use crate::error::{Doing, Error, Result};
use crate::office::Office;

pub use check::{Check, CheckAnswer, HitView, check};
pub use import::{Import, ImportReport, ListPart, import};
pub use kept::Whose;
pub(crate) use past::Past;
/// A question to the lists: a schema and values by property.
pub use screen::Query as Question;

impl std::fmt::Debug for Check {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Check(…)")
    }
}

/// The lists as they are searched: readers take the whole, an import puts a new one in its place.
#[derive(Default)]
pub(crate) struct Shelf(RwLock<Arc<Loaded>>);

#[derive(Default)]
pub(crate) struct Loaded {
    pub(crate) index: Index,
    catalogue: Catalogue,
    lists: Vec<Shown>,
}

#[derive(Clone)]
struct Shown {
    id: String,
    name: String,
    sha256: String,
    version: String,
    day: String,
    imported: Timestamp,
    records: usize,
    /// Its file cannot be read: nothing is known of how current the answers are.
    damaged: bool,
}

impl Shelf {
    pub(crate) fn get(&self) -> Arc<Loaded> {
        Arc::clone(
            &self
                .0
                .read()
                .unwrap_or_else(std::sync::PoisonError::into_inner),
        )
    }

    fn put(&self, loaded: Loaded) {
        *self
            .0
            .write()
            .unwrap_or_else(std::sync::PoisonError::into_inner) = Arc::new(loaded);
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
    let (id, version) = (list.id.clone(), version_name(list));
    let read = tokio::task::spawn_blocking(move || {
        let mut entities = records::of_bytes(&plain)?;
        for entity in &mut entities {
            stamp(entity, &id, &version);
        }
        Ok(entities)
    });
    read.await.map_err(|_| Error::Busy { retry_after_s: 1 })?
}

/// Names list and version in a record. Lists that the record names itself stay behind it.
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
    let loaded = office.0.screen.get();
    let lists = loaded.lists.iter().filter(|list| !list.damaged);
    lists
        .map(|list| (list.id.clone(), list.version.clone()))
        .collect()
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

/// Read every list that was imported and build the index. A damaged list stops no node: it is unavailable, and said to be.
pub(crate) async fn load(office: &Office) -> Result<()> {
    // One after another: of two imports at once the later one's index is the one that stays.
    let _one_by_one = office.0.loading.lock().await;
    let mut loaded = past::built(office, office.store().lists().await?).await?;
    let catalogued = tokio::task::spawn_blocking(move || {
        loaded.catalogue = Catalogue::build(loaded.index.entities());
        loaded
    });
    let loaded = catalogued
        .await
        .map_err(|_| Error::Busy { retry_after_s: 1 })?;
    office.0.screen.put(loaded);
    office.0.bell.lists.notify_one();
    Ok(())
}

impl Shown {
    fn state(&self, now: Timestamp) -> ListState {
        // The day of the last import counts: it is the day on which somebody looked whether there is a newer list.
        let age = now.duration_since(self.imported).as_hours() / 24;
        ListState {
            list: self.id.clone(),
            version: self.version.clone(),
            day: self.day.clone(),
            age_days: u32::try_from(age).ok().filter(|_| !self.damaged),
            records: self.records,
        }
    }
}
