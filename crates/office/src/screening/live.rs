//! The index in force: at start the file that was kept, changed at once by every import, gathered into a new file afterwards.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use model::Digest;
use screen::catalogue::Catalogue;
use screen::{Entity, Index};
use store::lists::List;

use super::shelf::{Loaded, Shown};
use super::{past, stamp};
use crate::error::{Error, Result};
use crate::office::Office;

/// How long a question waits for the catalogue of a node that has just started.
const CATALOGUE_WAIT: Duration = Duration::from_secs(1);
/// How often it looks meanwhile.
const CATALOGUE_LOOK: Duration = Duration::from_millis(10);

/// What an import changes in the index.
#[derive(Clone)]
pub(crate) struct Change {
    list: String,
    /// New records, and those that differ.
    records: Vec<Entity>,
    removed: Vec<String>,
    /// How many records more (or fewer) the list then has.
    grown: i64,
}

/// What came while the index is being gathered.
#[derive(Default)]
pub(crate) enum Gathering {
    /// It is not being gathered.
    #[default]
    Idle,
    /// These changes came since.
    Working(Vec<Change>),
    /// It was built anew meanwhile: what is being gathered is of no use.
    Overtaken,
}

impl Change {
    /// From one version of a list to the next; the old records are as the index has them.
    pub(super) fn between(list: &str, old: &[Entity], new: &[Entity]) -> Change {
        let same = |was: &Entity, is: &Entity| {
            was.same_content(is)
                && was.datasets == is.datasets
                && was.referents == is.referents
                && was.target == is.target
                && (&was.first_seen, &was.last_seen, &was.last_change)
                    == (&is.first_seen, &is.last_seen, &is.last_change)
        };
        let before: HashMap<&str, &Entity> = old.iter().map(|e| (e.id.as_str(), e)).collect();
        let after: HashSet<&str> = new.iter().map(|e| e.id.as_str()).collect();
        let stamped = new.iter().map(|entity| {
            let mut entity = entity.clone();
            stamp(&mut entity, list, "");
            entity
        });
        let differs = |is: &Entity| {
            let was = before.get(is.id.as_str());
            was.is_none_or(|was| !same(was, is))
        };
        let gone = old.iter().filter(|e| !after.contains(e.id.as_str()));
        Change {
            records: stamped.filter(differs).collect(),
            removed: gone.map(|e| e.id.clone()).collect(),
            grown: new.len() as i64 - old.len() as i64,
            list: list.to_owned(),
        }
    }

    /// The index with this change. Two lists may know a record by one id: the other list's record stays.
    fn made(&self, old: &Index) -> Index {
        let next = old.with(&self.records, &self.removed);
        if next.len() as i64 == old.len() as i64 + self.grown {
            return next;
        }
        let own: HashSet<&str> = self.ids().collect();
        let mut ids: HashSet<String> = own.iter().map(|id| (*id).to_owned()).collect();
        let others = loop {
            let hit =
                |e: &Entity| ids.contains(&e.id) || e.referents.iter().any(|r| ids.contains(r));
            let mine = |e: &Entity| {
                own.contains(e.id.as_str()) && e.datasets.first().is_some_and(|d| *d == self.list)
            };
            let others: Vec<Entity> = old.entities().filter(|e| hit(e) && !mine(e)).collect();
            let before = ids.len();
            ids.extend(others.iter().map(|e| e.id.clone()));
            if ids.len() == before {
                break others;
            }
        };
        let all: Vec<Entity> = self.records.iter().cloned().chain(others).collect();
        old.with(&all, &self.removed)
    }

    fn ids(&self) -> impl Iterator<Item = &str> {
        let changed = self.records.iter().map(|e| e.id.as_str());
        changed.chain(self.removed.iter().map(String::as_str))
    }
}

/// At start: the file that was made from the lists in force, or else a new index.
///
/// # Errors
/// If the store cannot be read.
pub(crate) async fn start(office: &Office) -> Result<()> {
    let mut gathering = office.0.loading.lock().await;
    let lists = office.store().lists().await?;
    match opened(office, &lists) {
        Some(index) => office.0.screen.put(Loaded {
            index,
            lists: lists.iter().map(Shown::of).collect(),
            kept: true,
            ..Loaded::default()
        }),
        None => built(office, lists, &mut gathering).await?,
    }
    drop(gathering);
    match super::records(office) {
        0 => catalogue(office).await?,
        _ => drop(tokio::spawn(in_background(Arc::downgrade(&office.0)))),
    }
    Ok(())
}

/// The first catalogue. A node that ends meanwhile does not wait for it.
async fn in_background(office: std::sync::Weak<crate::office::Inner>) {
    let index = match office.upgrade() {
        Some(office) => office.screen.get(),
        None => return,
    };
    let generation = index.generation;
    let built = tokio::task::spawn_blocking(move || {
        let catalogue = Catalogue::build(index.index.entities());
        (!index.index.is_damaged()).then_some(catalogue)
    });
    let built = built.await;
    let Some(office) = office.upgrade().map(Office) else {
        return;
    };
    let _one_by_one = office.0.cataloguing.lock().await;
    match built {
        Ok(Some(built)) if office.0.screen.get().catalogue.is_none() => {
            office.0.screen.catalogued(built, generation);
            // An import that came meanwhile makes its own.
        }
        Ok(None) => damaged(&office),
        _ => {}
    }
}

/// The file that was kept, if it is one and fits.
fn opened(office: &Office, lists: &[List]) -> Option<Index> {
    let of = made_from(office, &lists.iter().map(Shown::of).collect::<Vec<_>>());
    let mapped = match office.store().index_file(&of) {
        Ok(mapped) => mapped?,
        Err(error) => {
            tracing::error!(error = %error, "the screening index cannot be opened; it is built anew from the lists");
            return None;
        }
    };
    match Index::open(Arc::new(mapped)) {
        Ok(index) => Some(index),
        Err(error) => {
            tracing::error!(error = %error, "the screening index is refused; it is built anew from the lists");
            None
        }
    }
}

/// What an index is made from: the versions of the lists, what the policy of the node leaves out, and this program.
fn made_from(office: &Office, lists: &[Shown]) -> Digest {
    let mut text = format!("comity {}\n", env!("CARGO_PKG_VERSION"));
    for property in &office.0.settings.drop_properties {
        text.push_str(&format!("without {property}\n"));
    }
    for list in lists {
        text.push_str(&format!("{} {} {}\n", list.id, list.number, list.blob));
    }
    seal::sha256(text.as_bytes())
}

/// Read every list and build the index. A damaged list stops no node: it is unavailable, and said to be.
async fn built(office: &Office, lists: Vec<List>, gathering: &mut Gathering) -> Result<()> {
    let loaded = past::built(office, lists).await?;
    let office_ = office.clone();
    let loaded = tokio::task::spawn_blocking(move || kept(&office_, loaded));
    let loaded = loaded.await.map_err(|_| Error::Busy { retry_after_s: 1 })?;
    if let Gathering::Working(_) = gathering {
        *gathering = Gathering::Overtaken;
    }
    office.0.screen.put(loaded);
    office.0.bell.lists.notify_one();
    Ok(())
}

/// The same, with its index in a file. Where the disk refuses it, memory does.
fn kept(office: &Office, mut loaded: Loaded) -> Loaded {
    if loaded.lists.is_empty() || loaded.lists.iter().any(|list| list.damaged) {
        return loaded;
    }
    let of = made_from(office, &loaded.lists);
    let Some(bytes) = loaded.index.bytes() else {
        return loaded;
    };
    match office.store().keep_index(&of, bytes) {
        Ok(mapped) => match Index::open(Arc::new(mapped)) {
            Ok(index) => {
                loaded.index = index;
                loaded.kept = true;
            }
            Err(error) => {
                tracing::error!(error = %error, "the screening index that was just kept cannot be read")
            }
        },
        Err(error) => {
            tracing::error!(error = %error, "the screening index cannot be kept; the node works without its file")
        }
    }
    loaded
}

/// Make an import visible, after its commit. `change` is `None` where the version before could not be read.
///
/// # Errors
/// If the store cannot be read.
pub(super) async fn apply(
    office: &Office,
    (list, before): (&List, Option<Digest>),
    change: Option<Change>,
) -> Result<()> {
    let mut gathering = office.0.loading.lock().await;
    let lists = office.store().lists().await?;
    let loaded = office.0.screen.get();
    let in_force = lists.iter().find(|l| l.id == list.id);
    let place = loaded.lists.iter().position(|l| l.id == list.id);
    let shown = place.and_then(|place| loaded.lists.get(place));
    if in_force.map(|l| l.blob) == shown.map(|l| l.blob) {
        return Ok(());
    }
    let follows = in_force.is_some_and(|l| l.blob == list.blob)
        && shown.map(|l| l.blob) == before
        && shown.is_none_or(|l| !l.damaged);
    let Some(change) = change.filter(|_| follows) else {
        return built(office, lists, &mut gathering).await;
    };
    let made = tokio::task::spawn_blocking(move || (change.made(&loaded.index), loaded, change));
    let (index, loaded, change) = made.await.map_err(|_| Error::Busy { retry_after_s: 1 })?;
    if index.is_damaged() {
        return built(office, lists, &mut gathering).await;
    }
    let mut shown = loaded.lists.clone();
    shown.retain(|l| l.id != list.id);
    shown.push(Shown::of(list));
    shown.sort_by(|a, b| a.id.cmp(&b.id));
    office.0.screen.put(Loaded {
        index,
        lists: shown,
        ..Loaded::default()
    });
    if let Gathering::Working(since) = &mut *gathering {
        since.push(change);
    }
    office.0.bell.lists.notify_one();
    office.0.bell.index.notify_one();
    Ok(())
}

/// Bring the catalogue up to the lists in force. One at a time: whoever waited finds it done.
///
/// # Errors
/// If it is interrupted.
pub(super) async fn catalogue(office: &Office) -> Result<()> {
    let _one_by_one = office.0.cataloguing.lock().await;
    let loaded = office.0.screen.get();
    if loaded.catalogue.is_some() && loaded.catalogued == loaded.generation {
        return Ok(());
    }
    let generation = loaded.generation;
    let built = tokio::task::spawn_blocking(move || Catalogue::build(loaded.index.entities()));
    let built = built.await.map_err(|_| Error::Busy { retry_after_s: 1 })?;
    office.0.screen.catalogued(built, generation);
    Ok(())
}

/// The lists with a catalogue. A node that has just started is waited for, a little.
///
/// # Errors
/// `Busy` where it takes longer.
pub(super) async fn with_catalogue(office: &Office) -> Result<Arc<Loaded>> {
    let mut waited = Duration::ZERO;
    loop {
        let loaded = office.0.screen.get();
        if loaded.catalogue.is_some() {
            return Ok(loaded);
        }
        if waited >= CATALOGUE_WAIT {
            return Err(Error::Busy { retry_after_s: 5 });
        }
        tokio::time::sleep(CATALOGUE_LOOK).await;
        waited += CATALOGUE_LOOK;
    }
}

/// Nothing is answered out of a damaged index: ask again when it was built anew, which begins now.
///
/// # Errors
/// `Busy` where it is damaged.
pub(super) fn sound(office: &Office, loaded: &Loaded) -> Result<()> {
    if !loaded.index.is_damaged() {
        return Ok(());
    }
    damaged(office);
    Err(Error::Busy { retry_after_s: 1 })
}

fn damaged(office: &Office) {
    if office.0.screen.healing.swap(true, Ordering::AcqRel) {
        return;
    }
    tracing::error!("the screening index is damaged on disk; it is built anew from the lists");
    let office = office.clone();
    tokio::spawn(async move {
        if let Err(error) = healed(&office).await {
            tracing::error!(error = %error, "the screening index could not be built anew");
        }
        office.0.screen.healing.store(false, Ordering::Release);
    });
}

async fn healed(office: &Office) -> Result<()> {
    let mut gathering = office.0.loading.lock().await;
    if office.0.screen.get().index.is_damaged() {
        let lists = office.store().lists().await?;
        built(office, lists, &mut gathering).await?;
    }
    drop(gathering);
    catalogue(office).await
}

/// Whether so much has changed that the index wants to be gathered now.
pub(crate) fn is_scattered(office: &Office) -> bool {
    office.0.screen.get().index.is_scattered()
}

/// Put the index together in one piece and keep it, while imports go on. Whether there was anything to do.
///
/// # Errors
/// If it is interrupted.
pub(crate) async fn gather(office: &Office) -> Result<bool> {
    let loaded = {
        let mut gathering = office.0.loading.lock().await;
        let loaded = office.0.screen.get();
        let whole = loaded.lists.iter().all(|list| !list.damaged);
        if loaded.kept || !whole || !matches!(*gathering, Gathering::Idle) {
            return Ok(false);
        }
        *gathering = Gathering::Working(Vec::new());
        loaded
    };
    let office_ = office.clone();
    let work = tokio::task::spawn_blocking(move || {
        let mut next = Loaded::clone(&loaded);
        if next.index.bytes().is_none() {
            next.index = next.index.gathered();
        }
        // What is damaged is not copied.
        (!loaded.index.is_damaged()).then(|| kept(&office_, next))
    });
    let work = work.await;
    let mut gathering = office.0.loading.lock().await;
    let since = std::mem::take(&mut *gathering);
    let next = work.map_err(|_| Error::Busy { retry_after_s: 1 })?;
    let Some(next) = next else {
        drop(gathering);
        damaged(office);
        return Ok(false);
    };
    let Gathering::Working(since) = since else {
        return Ok(false);
    };
    let kept = next.kept && since.is_empty();
    let (mut index, now) = (next.index, office.0.screen.get());
    for change in &since {
        index = change.made(&index);
    }
    office.0.screen.moved(Loaded {
        index,
        kept,
        ..Loaded::clone(&now)
    });
    if !since.is_empty() {
        office.0.bell.index.notify_one();
    }
    Ok(true)
}
