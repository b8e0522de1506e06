//! The lists as they are searched: readers take the whole, a change puts a new one in its place.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use jiff::Timestamp;
use model::Digest;
use screen::catalogue::Catalogue;
use screen::{Entity, Filter, Hit, Index, ListState, Query};
use store::lists::List;

use super::version_name;

#[derive(Default)]
pub(crate) struct Shelf {
    loaded: RwLock<Arc<Loaded>>,
    /// A damaged index is being built anew.
    pub(super) healing: AtomicBool,
}

#[derive(Clone, Default)]
pub(crate) struct Loaded {
    pub(super) index: Index,
    /// `None` until the first one is built; while a newer one is built the one before answers.
    pub(super) catalogue: Option<Arc<Catalogue>>,
    pub(super) lists: Vec<Shown>,
    /// Counted up with every change.
    pub(super) generation: u64,
    /// Which generation the catalogue was made from.
    pub(super) catalogued: u64,
    /// The index is the file that is kept.
    pub(super) kept: bool,
}

#[derive(Clone)]
pub(super) struct Shown {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) sha256: String,
    pub(super) version: String,
    pub(super) day: String,
    pub(super) imported: Timestamp,
    pub(super) records: usize,
    /// The blob with its records: a new one with every import.
    pub(super) blob: Digest,
    /// Its number.
    pub(super) number: i64,
    /// Its file cannot be read: nothing is known of how current the answers are.
    pub(super) damaged: bool,
}

impl Shelf {
    pub(crate) fn get(&self) -> Arc<Loaded> {
        Arc::clone(&self.loaded.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts another in its place. The catalogue of the one before answers until a newer one is there.
    pub(super) fn put(&self, mut loaded: Loaded) {
        let mut place = self.loaded.write().unwrap_or_else(PoisonError::into_inner);
        loaded.generation = place.generation + 1;
        if loaded.catalogue.is_none() {
            loaded.catalogue.clone_from(&place.catalogue);
            loaded.catalogued = place.catalogued;
        }
        *place = Arc::new(loaded);
    }

    /// The same records in another place: the catalogue stays as current as it was.
    pub(super) fn moved(&self, mut loaded: Loaded) {
        let mut place = self.loaded.write().unwrap_or_else(PoisonError::into_inner);
        loaded.generation = place.generation;
        loaded.catalogue.clone_from(&place.catalogue);
        loaded.catalogued = place.catalogued;
        *place = Arc::new(loaded);
    }

    pub(super) fn catalogued(&self, catalogue: Catalogue, of: u64) {
        let mut place = self.loaded.write().unwrap_or_else(PoisonError::into_inner);
        let mut loaded = Loaded::clone(&place);
        loaded.catalogue = Some(Arc::new(catalogue));
        loaded.catalogued = of;
        *place = Arc::new(loaded);
    }

    /// Whether everything can be asked: nothing is damaged, and the catalogue is there.
    fn ready(&self) -> Readiness {
        let loaded = self.get();
        match (&loaded.catalogue, loaded.index.is_damaged()) {
            (_, true) => Readiness::Damaged,
            (None, _) => Readiness::Reading,
            _ if self.healing.load(Ordering::Acquire) => Readiness::Damaged,
            _ => Readiness::Works,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Readiness {
    Works,
    Reading,
    Damaged,
}

impl Readiness {
    pub(crate) fn of(office: &crate::Office) -> Readiness {
        office.0.screen.ready()
    }

    /// A stable code for the page's words.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Readiness::Works => "works",
            Readiness::Reading => "reading",
            Readiness::Damaged => "damaged",
        }
    }
}

impl Loaded {
    /// The lists that are asked, with their versions; a damaged one is not.
    pub(super) fn versions(&self) -> Vec<(String, String)> {
        let lists = self.lists.iter().filter(|list| !list.damaged);
        lists
            .map(|list| (list.id.clone(), list.version.clone()))
            .collect()
    }

    /// The catalogue; before there is one, an empty one.
    pub(super) fn words(&self) -> &Catalogue {
        static NOTHING: LazyLock<Catalogue> = LazyLock::new(Catalogue::default);
        self.catalogue.as_deref().unwrap_or(&NOTHING)
    }

    /// The records most like the query among those that a filter lets in, as `Index::search_among` finds them.
    pub(super) fn search_among(
        &self,
        query: &Query,
        limit: usize,
        threshold: f64,
        filter: &Filter,
    ) -> Vec<Hit> {
        let mut hits = self.index.search_among(query, limit, threshold, filter);
        for hit in &mut hits {
            if let Some(version) = self.version(&hit.explanation.list) {
                hit.explanation.list_version = version.to_owned();
            }
            self.dated(&mut hit.entity);
        }
        hits
    }

    /// The record of this id, or known by it.
    pub(crate) fn entity(&self, id: &str) -> Option<Entity> {
        let mut entity = self.index.entity(id)?;
        self.dated(&mut entity);
        Some(entity)
    }

    /// A record stands in the index since the import that brought it, and belongs to the version in force.
    fn dated(&self, entity: &mut Entity) {
        if let Some(origin) = &mut entity.origin
            && let Some(version) = self.version(&origin.list)
        {
            version.clone_into(&mut origin.version);
        }
    }

    fn version(&self, list: &str) -> Option<&str> {
        let shown = self.lists.iter().find(|shown| shown.id == list)?;
        Some(&shown.version)
    }
}

impl Shown {
    pub(super) fn of(list: &List) -> Shown {
        Shown {
            version: version_name(list),
            day: list.published.clone().unwrap_or_default(),
            imported: list.imported,
            records: usize::try_from(list.individuals + list.entities).unwrap_or(usize::MAX),
            damaged: false,
            name: list.name.clone(),
            sha256: list.sha256.to_string(),
            id: list.id.clone(),
            blob: list.blob,
            number: list.version,
        }
    }

    pub(super) fn state(&self, now: Timestamp) -> ListState {
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
