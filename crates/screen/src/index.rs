//! The index over the records of all lists, and the search with its explained answers.
//!
//! Everything about names is worked out once, when the index is built; a search looks up candidate names by keys
//! (`index/keys.rs`), lays the best of them beside the asked names (`names/align.rs`) and weighs birth date, country, sex and
//! documents for and against (`index/features.rs`). Held in memory, immutable, shared between threads as it is; a new version of
//! a list is a new index. No clock, no files. What an officer is told about the hits is in [`crate::answer`].

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use crate::dates;
use crate::entity::{Entity, prop};
use crate::limits;
use crate::names::align::Weighted;
use crate::names::{self, Part, written};

mod explain;
mod features;
mod filter;
mod keys;
mod search;

pub use crate::names::likeness::PartKind;
pub use explain::{Explanation, PartMatch};
pub use features::{Feature, FeatureKind};
pub use filter::Filter;

/// Who is asked for: a schema and properties, as FollowTheMoney names them ([`prop`]).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Query {
    /// "Person", "Organization", ... Empty, "Thing" or "LegalEntity" asks for every kind.
    #[serde(default)]
    pub schema: String,
    /// Values by property. Names from `name`, `alias`, `weakAlias`, `previousName` or the parts of a name; `birthDate`
    /// ([`crate::dates::read`]), `nationality`, `country`, `birthCountry` (code or name), `gender`, `passportNumber`, `idNumber`.
    #[serde(default)]
    pub properties: BTreeMap<String, Vec<String>>,
}

impl Query {
    /// A person of this name.
    pub fn person(name: &str) -> Query {
        Query {
            schema: "Person".to_owned(),
            ..Query::default()
        }
        .with(prop::NAME, name)
    }

    /// The same query with one more value. Blank values are left out.
    #[must_use]
    pub fn with(mut self, property: &str, value: &str) -> Query {
        if !value.trim().is_empty() {
            self.properties
                .entry(property.to_owned())
                .or_default()
                .push(value.trim().to_owned());
        }
        self
    }

    /// The values of a property, at most [`limits::QUERY_VALUES_MAX`].
    pub fn values(&self, property: &str) -> &[String] {
        let values = self.properties.get(property).map_or(&[][..], Vec::as_slice);
        values.get(..limits::QUERY_VALUES_MAX).unwrap_or(values)
    }

    /// The names asked for, each alone; built from the parts of a name where no full name is given.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for property in [
            prop::NAME,
            prop::ALIAS,
            prop::WEAK_ALIAS,
            prop::PREVIOUS_NAME,
        ] {
            for name in self
                .values(property)
                .iter()
                .flat_map(|text| written::names_in(text).names)
            {
                if !names.contains(&name) && names.len() < limits::QUERY_NAMES_MAX {
                    names.push(name);
                }
            }
        }
        if names.is_empty() {
            let parts = [
                prop::FIRST_NAME,
                prop::SECOND_NAME,
                prop::MIDDLE_NAME,
                prop::FATHER_NAME,
                prop::LAST_NAME,
            ];
            let joined = parts
                .iter()
                .filter_map(|p| self.values(p).first())
                .map(String::as_str)
                .collect::<Vec<_>>();
            if !joined.is_empty() {
                names.push(joined.join(" "));
            }
        }
        names
    }

    /// Values of this query that cannot be used as they are written (a birth date that is no date): property and value. Whoever
    /// asks should be told, since a value left aside is one thing less to tell people apart by.
    pub fn unread(&self) -> Vec<(&'static str, &str)> {
        let dates = self.values(prop::BIRTH_DATE).iter();
        dates
            .filter(|text| dates::read(text).is_none())
            .map(|text| (prop::BIRTH_DATE, text.as_str()))
            .collect()
    }

    /// Whether there is anything to search by: a name with a letter or digit in it, or a document number.
    pub fn is_answerable(&self) -> bool {
        self.names()
            .iter()
            .any(|name| !names::plain(name).is_empty())
            || [prop::PASSPORT_NUMBER, prop::ID_NUMBER].iter().any(|p| {
                self.values(p)
                    .iter()
                    .any(|number| !keys::numbers_in(number).is_empty())
            })
    }
}

/// A record that may be who was asked for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hit {
    /// The record.
    pub entity: Entity,
    /// 0 to 1, for ranking and thresholds. All names the same give 0.9; what goes beyond is owed to dates, documents and so on,
    /// and 1 is never reached.
    pub score: f64,
    /// Why.
    pub explanation: Explanation,
}

/// One name of a record.
#[derive(Clone, Copy, Debug)]
struct NameRow {
    entity: u32,
    /// Where its parts begin in `Index::name_parts`, and how many there are.
    from: u32,
    count: u16,
    kind: NameKind,
    /// Which value of its property it is.
    value: u16,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NameKind {
    Name,
    Alias,
    Previous,
    Weak,
}

impl NameKind {
    const ALL: [NameKind; 4] = [
        NameKind::Name,
        NameKind::Alias,
        NameKind::Previous,
        NameKind::Weak,
    ];

    fn property(self) -> &'static str {
        match self {
            NameKind::Name => prop::NAME,
            NameKind::Alias => prop::ALIAS,
            NameKind::Previous => prop::PREVIOUS_NAME,
            NameKind::Weak => prop::WEAK_ALIAS,
        }
    }

    /// What is left of the score: the list itself trusts some names less.
    fn trust(self) -> f64 {
        match self {
            NameKind::Name => 1.0,
            NameKind::Alias => 0.995,
            NameKind::Previous => 0.98,
            NameKind::Weak => 0.95,
        }
    }
}

/// The searchable records.
#[derive(Debug, Default)]
pub struct Index {
    entities: Vec<Entity>,
    names: Vec<NameRow>,
    /// Parts of all names one after the other, as places in `parts`.
    name_parts: Vec<u32>,
    parts: Vec<Part>,
    /// Places in `parts`, sorted by the part's text.
    by_text: Vec<u32>,
    /// How rare a part is, 0 to 1.
    rarity: Vec<f32>,
    keys: keys::Keys,
    documents: keys::Keys,
}

impl Index {
    /// Builds the index. The order of records does not matter; an id given twice is two records.
    pub fn build(entities: Vec<Entity>) -> Index {
        let mut index = Index::default();
        let mut places: HashMap<PartText, u32> = HashMap::new();
        let mut records_with = RecordsWith::default();
        let mut pairs = Vec::new();
        let mut documents = Vec::new();
        for (number, entity) in (0_u32..).zip(&entities) {
            for kind in NameKind::ALL {
                for (value, text) in (0_u16..).zip(entity.values(kind.property())) {
                    let parts = names::parts(text);
                    if parts.is_empty() {
                        continue;
                    }
                    let row = u32::try_from(index.names.len()).unwrap_or(u32::MAX);
                    keys::of_name(&parts, &mut |key| pairs.push((key, row)));
                    let from = u32::try_from(index.name_parts.len()).unwrap_or(u32::MAX);
                    let count = u16::try_from(parts.len()).unwrap_or(u16::MAX);
                    for part in parts {
                        let place = index.place(part, &mut places);
                        records_with.note(place, number);
                        index.name_parts.push(place);
                    }
                    index.names.push(NameRow {
                        entity: number,
                        from,
                        count,
                        kind,
                        value,
                    });
                }
            }
            for property in [prop::PASSPORT_NUMBER, prop::ID_NUMBER] {
                for found in entity
                    .values(property)
                    .iter()
                    .flat_map(|text| keys::numbers_in(text))
                {
                    documents.push((keys::hash("N", &found), number));
                }
            }
        }
        index.keys = keys::Keys::new(pairs);
        index.documents = keys::Keys::new(documents);
        index.rarity = records_with.rarity(entities.len());
        index.entities = entities;
        let mut by_text: Vec<u32> = (0..).take(index.parts.len()).collect();
        by_text.sort_by_key(|place| index.text(*place));
        index.by_text = by_text;
        index.tighten();
        index
    }

    fn place(&mut self, part: Part, places: &mut HashMap<PartText, u32>) -> u32 {
        let next = u32::try_from(self.parts.len()).unwrap_or(u32::MAX);
        *places.entry(part.text.clone()).or_insert_with(|| {
            self.parts.push(part);
            next
        })
    }

    fn tighten(&mut self) {
        self.names.shrink_to_fit();
        self.name_parts.shrink_to_fit();
        self.parts.shrink_to_fit();
        self.rarity.shrink_to_fit();
        self.entities.shrink_to_fit();
    }

    /// Number of records.
    pub fn len(&self) -> usize {
        self.entities.len()
    }

    /// Whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.entities.is_empty()
    }

    /// The record of this id.
    pub fn entity(&self, id: &str) -> Option<Entity> {
        self.entities.iter().find(|e| e.id == id).cloned()
    }

    /// Every record.
    pub fn entities(&self) -> impl Iterator<Item = Entity> + '_ {
        self.entities.iter().cloned()
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
        search::run(self, query, limit.min(limits::HITS_MAX), threshold, filter)
    }

    /// How rare a part is: 1 where one record at most has it, near 0 where all have it.
    fn rarity(&self, place: u32) -> f64 {
        self.rarity
            .get(place as usize)
            .copied()
            .map_or(1.0, f64::from)
    }

    fn text(&self, place: u32) -> &str {
        self.parts.get(place as usize).map_or("", |part| &part.text)
    }

    /// The parts of an asked name with their weights; a part that no list has is as rare as can be.
    fn weigh<'p>(&self, parts: &'p [Part]) -> Vec<Weighted<'p>> {
        let place = |part: &Part| {
            self.by_text
                .binary_search_by_key(&&*part.text, |place| self.text(*place))
                .ok()
        };
        let rarity = |part: &Part| {
            place(part)
                .and_then(|at| self.by_text.get(at))
                .map_or(1.0, |place| self.rarity(*place))
        };
        parts
            .iter()
            .map(|part| Weighted::new(part, rarity(part)))
            .collect()
    }

    fn weighted(&self, row: &NameRow) -> Vec<Weighted<'_>> {
        let places = self
            .name_parts
            .iter()
            .skip(row.from as usize)
            .take(row.count.into());
        places
            .filter_map(|p| Some(Weighted::new(self.parts.get(*p as usize)?, self.rarity(*p))))
            .collect()
    }

    fn name_text(&self, row: &NameRow) -> &str {
        let entity = self.entities.get(row.entity as usize);
        entity
            .and_then(|e| e.values(row.kind.property()).get(usize::from(row.value)))
            .map_or("", String::as_str)
    }
}

/// The text of a part, as the key of the table of parts while building.
type PartText = Box<str>;

/// In how many records each part occurs, counted record by record.
#[derive(Debug, Default)]
struct RecordsWith {
    /// By part: how many, and the last one.
    counts: Vec<(u32, u32)>,
}

impl RecordsWith {
    fn note(&mut self, part: u32, record: u32) {
        let part = part as usize;
        if self.counts.len() <= part {
            self.counts.resize(part + 1, (0, u32::MAX));
        }
        if let Some((count, last)) = self
            .counts
            .get_mut(part)
            .filter(|(_, last)| *last != record)
        {
            *count += 1;
            *last = record;
        }
    }

    fn rarity(&self, records: usize) -> Vec<f32> {
        let all = (records.max(2) as f64).ln();
        let one = |(count, _): &(u32, u32)| {
            (1.0 - f64::from((*count).max(1)).ln() / all).clamp(0.0, 1.0) as f32
        };
        self.counts.iter().map(one).collect()
    }
}
