//! The index over the records of all lists, and the search with its explained answers.
//!
//! Records are kept in segments that never change ([`segment`]): one large one, which may be a mapped file, and a few small ones
//! with what came since. A new version of the index shares the segments of the old one, so that a change costs no more than the
//! records it brings, and whoever reads the old one goes on reading it. A search looks up parts of names by keys (`keys`), lays
//! the most promising names beside the asked ones (`search`, [`crate::names`]) and weighs everything else ([`crate::weigh`]).
//! No clock, no files. What an officer is told about the hits is in [`crate::answer`].

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use crate::entity::Entity;
use crate::limits;

mod build;
mod explain;
pub(crate) mod facts;
mod features;
mod filter;
mod flat;
mod keys;
mod kinds;
mod links;
mod near;
mod query;
mod search;
mod segment;

pub use crate::names::align::Sums;
pub use crate::names::likeness::PartKind;
pub use explain::{Explanation, PartMatch};
pub use features::{Feature, FeatureKind};
pub use filter::Filter;
pub use flat::{Held, Unusable};
pub use query::Query;

use search::{Ask, Found, Scratch, Sieve};
pub(crate) use segment::NameKind;
use segment::Segment;

/// A record that may be who was asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    /// The record.
    pub entity: Entity,
    /// 0 to 1, for ranking and thresholds. All names the same give 0.9; what goes beyond is owed to dates, documents and so on,
    /// and 1 is never reached.
    pub score: f64,
    /// Why.
    pub explanation: Explanation,
}

/// Every name of a record, each alone.
pub(crate) fn names_of(record: &Entity) -> Vec<String> {
    let kinds = segment::NameKind::ALL.iter();
    let texts = kinds.flat_map(|kind| record.values(kind.property()));
    texts
        .flat_map(|text| crate::names::written::names_in(text).names)
        .collect()
}

/// Whether a number asked for is the record's.
pub(crate) fn same_number(query: &Query, record: &Entity) -> bool {
    features::same_number(query, record).is_some()
}

/// Segments beside the large one before they should be put together ([`Index::is_scattered`]).
const SEGMENTS_MAX: usize = 12;

/// The searchable records. Cheap to copy; a copy is the same index.
#[derive(Clone, Debug, Default)]
pub struct Index {
    segments: Vec<Arc<Segment>>,
    /// By segment: places of records that were replaced or removed since.
    dead: Vec<Arc<HashSet<u32>>>,
    spaces: Arc<Mutex<Vec<Scratch>>>,
}

impl Index {
    /// Builds the index. The order of records does not matter; an id given twice is two records.
    pub fn build(entities: Vec<Entity>) -> Index {
        Index::of(Segment::build(&entities))
    }

    /// Takes in the bytes of an index that was built before ([`Index::bytes`]). Nothing but the head is read now; blocks are verified
    /// when they are first touched.
    ///
    /// # Errors
    /// Where the bytes are no index, were made by another version, or their head is damaged. Build it anew then.
    pub fn open(held: Held) -> Result<Index, Unusable> {
        Segment::open(held).map(Index::of)
    }

    fn of(segment: Segment) -> Index {
        Index {
            segments: vec![Arc::new(segment)],
            dead: vec![Arc::default()],
            spaces: Arc::default(),
        }
    }

    /// The bytes to keep for [`Index::open`]; `None` while records are scattered over segments ([`Index::gathered`]).
    pub fn bytes(&self) -> Option<&[u8]> {
        match self.segments.as_slice() {
            [one] if self.dead.iter().all(|dead| dead.is_empty()) => Some(one.flat.all()),
            _ => None,
        }
    }

    /// This index with records added or replaced (those of the same id), and records of these ids removed. Whoever holds the old
    /// one is not disturbed; the new one answers from the new names at once.
    #[must_use]
    pub fn with(&self, records: &[Entity], removed: &[String]) -> Index {
        let mut next = self.clone();
        let gone = records.iter().map(|e| &e.id).chain(removed);
        for id in gone {
            for (segment, dead) in next.segments.iter().zip(&mut next.dead) {
                for place in segment.places(id) {
                    if !dead.contains(&place) {
                        Arc::make_mut(dead).insert(place);
                    }
                }
            }
        }
        if !records.is_empty() {
            next.segments.push(Arc::new(Segment::build(records)));
            next.dead.push(Arc::default());
        }
        next
    }

    /// Whether so much has changed that the index should be built anew in one piece ([`Index::gathered`]).
    pub fn is_scattered(&self) -> bool {
        let dead: usize = self.dead.iter().map(|dead| dead.len()).sum();
        self.segments.len() > SEGMENTS_MAX || dead * 5 > self.len()
    }

    /// The same records in one piece.
    #[must_use]
    pub fn gathered(&self) -> Index {
        Index::build(self.entities().collect())
    }

    /// Number of records.
    pub fn len(&self) -> usize {
        let all: usize = self.segments.iter().map(|s| s.len()).sum();
        all - self.dead.iter().map(|dead| dead.len()).sum::<usize>()
    }

    /// Whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Forgets the parts of names that were looked up lately. They are kept to be fast, in memory only.
    pub fn forget(&self) {
        self.segments.iter().for_each(|s| s.recent.forget());
    }

    /// How many parts of names [`Index::forget`] would forget.
    pub fn remembered(&self) -> usize {
        self.segments.iter().map(|s| s.recent.len()).sum()
    }

    /// Whether a block was met that is not what was written: answers then lack records, and the index must be built anew.
    pub fn is_damaged(&self) -> bool {
        self.segments.iter().any(|s| s.flat.damaged())
    }

    /// Reads all of it once; false where a block is not what was written.
    pub fn verify(&self) -> bool {
        self.segments.iter().all(|s| s.flat.verify())
    }

    /// The record of this id, or known by it.
    pub fn entity(&self, id: &str) -> Option<Entity> {
        let mut all = self.segments.iter().zip(&self.dead).rev();
        all.find_map(|(segment, dead)| {
            let place = segment.places(id).into_iter().find(|p| !dead.contains(p))?;
            segment.entity(place)
        })
    }

    /// Every record.
    pub fn entities(&self) -> impl Iterator<Item = Entity> + '_ {
        self.segments
            .iter()
            .zip(&self.dead)
            .flat_map(|(segment, dead)| {
                let all = 0..u32::try_from(segment.len()).unwrap_or(u32::MAX);
                all.filter(|place| !dead.contains(place))
                    .filter_map(|place| segment.entity(place))
            })
    }

    /// The records most like the query, best first, at most `limit` (and [`limits::HITS_MAX`]), none below `threshold`.
    /// The same query over the same records gives the same answer, in the same order.
    pub fn search(&self, query: &Query, limit: usize, threshold: f64) -> Vec<Hit> {
        self.search_among(query, limit, threshold, &Filter::default())
    }

    /// The same among those records only that the filter lets in.
    pub fn search_among(
        &self,
        query: &Query,
        limit: usize,
        threshold: f64,
        filter: &Filter,
    ) -> Vec<Hit> {
        let limit = limit.min(limits::HITS_MAX);
        if limit == 0 || !query.is_answerable() {
            return Vec::new();
        }
        let ask = Ask::of(query);
        let mut found: Vec<Found> = Vec::new();
        let mut scratch = self.space();
        for (number, (segment, dead)) in self.segments.iter().zip(&self.dead).enumerate() {
            let sieve = Sieve::new(segment, dead, &ask.kinds, filter);
            let here = search::run(segment, number, &ask, &sieve, &mut scratch);
            found.extend(here.into_iter().filter(|f| f.score >= threshold));
        }
        self.give_back(scratch);
        // Ids decide between equals, and only those near the end of what is shown.
        found.sort_by(|a, b| {
            b.score
                .total_cmp(&a.score)
                .then_with(|| (a.segment, a.place).cmp(&(b.segment, b.place)))
        });
        found.truncate(limit);
        let mut hits: Vec<Hit> = found
            .into_iter()
            .filter_map(|found| self.hit(&ask, query, found))
            .collect();
        hits.sort_by(|a, b| {
            b.score
                .total_cmp(&a.score)
                .then_with(|| a.entity.id.cmp(&b.entity.id))
        });
        hits
    }

    fn hit(&self, ask: &Ask, query: &Query, found: Found) -> Option<Hit> {
        let segment = self.segments.get(found.segment)?;
        let entity = segment.entity(found.place)?;
        let explanation = explain::explain(segment, ask, query, &entity, &found);
        Some(Hit {
            entity,
            score: (found.score * 1e6).round() / 1e6,
            explanation,
        })
    }

    fn space(&self) -> Scratch {
        let mut spaces = self.spaces.lock().unwrap_or_else(PoisonError::into_inner);
        spaces.pop().unwrap_or_default()
    }

    fn give_back(&self, scratch: Scratch) {
        let mut spaces = self.spaces.lock().unwrap_or_else(PoisonError::into_inner);
        spaces.push(scratch);
    }
}
