//! The records of all lists as a library catalogue: which record has an id (or had one that was merged into it), which records
//! point at which, and in which a word stands. It holds ids, places and words, never the records: those are asked of whoever
//! keeps them ([`Open`]).
//!
//! Text search is for people and their tools that look something up; whether somebody is on a list is asked of
//! [`crate::index`], which weighs names. Measured sizes stand with the test `sizes`.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::entity::Entity;
use crate::ftm::{self, Schema};
use crate::limits::RECORD_WORDS_MAX;

mod facets;
mod find;
mod graph;
mod ids;
mod syntax;
mod terms;
mod words;

pub use facets::{Facet, FacetValue};
pub use find::{Found, SearchError, TextQuery};
pub use graph::{Beside, Nested};
pub use syntax::SyntaxError;

use ids::Ids;
use terms::{Field, Gathering, Terms};

/// Gives the record of an id, out of whatever keeps the records.
pub type Open<'a> = &'a dyn Fn(&str) -> Option<Entity>;

/// Where an id leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// It is a record's own.
    Itself,
    /// It was merged into the record of this id.
    Merged(String),
}

/// Topics that make a record one a list is about, and not one that stands beside it: FollowTheMoney's topics of risk.
const RISKS: &[&str] = &[
    "corp.disqual",
    "crime",
    "crime.boss",
    "crime.fin",
    "crime.fraud",
    "crime.terror",
    "crime.theft",
    "crime.traffick",
    "crime.war",
    "debarment",
    "export.control",
    "export.control.linked",
    "export.risk",
    "invest.ban",
    "invest.risk",
    "mare.detained",
    "mare.shadow",
    "poi",
    "reg.action",
    "reg.warn",
    "role.oligarch",
    "role.pep",
    "role.rca",
    "sanction",
    "sanction.control",
    "sanction.counter",
    "sanction.linked",
    "wanted",
];

/// Groups of values that are found whole. Names and addresses are found by their words, links in the graph.
const NOT_WHOLE: &[&str] = &["", "names", "addresses", "entities", "urls"];

/// What is kept of one record beside its words.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    /// Place of its schema in `Catalogue::schemata`.
    schema: u16,
    /// How many values it has.
    values: u16,
    /// How many words its names have.
    name_words: u16,
    first_seen: u32,
    last_seen: u32,
    last_change: u32,
}

/// The catalogue. Immutable; a new version of a list is a new catalogue.
#[derive(Debug, Default)]
pub struct Catalogue {
    ids: Ids,
    rows: Vec<Row>,
    schemata: Vec<String>,
    terms: Terms,
    links: graph::Links,
    name_words: u64,
    datasets: BTreeSet<String>,
    listed: BTreeSet<String>,
}

/// Whether a list is about the record: as the list says, else by its topics.
pub fn is_target(entity: &Entity) -> bool {
    let topics = entity.values("topics");
    entity
        .target
        .unwrap_or_else(|| topics.iter().any(|topic| RISKS.contains(&topic.as_str())))
}

/// A moment (`2023-01-17T12:14:12` or a beginning of it) as a number that orders as moments do; 0 where there is none.
fn moment(text: &str) -> u32 {
    let mut numbers = text.split(['-', 'T', ' ', ':']).map(|part| {
        let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<u32>().ok()
    });
    let mut next = |least: u32| numbers.next().flatten().unwrap_or(least);
    let year = next(0);
    if !(1970..2100).contains(&year) {
        return 0;
    }
    let (month, day) = (next(1).clamp(1, 12), next(1).clamp(1, 31));
    let (hour, minute, second) = (next(0).min(23), next(0).min(59), next(0).min(59));
    let days = (year - 1970) * 372 + (month - 1) * 31 + day - 1;
    1 + ((days * 24 + hour) * 60 + minute) * 60 + second
}

/// Gathers what a catalogue holds, record by record.
#[derive(Default)]
struct Building {
    catalogue: Catalogue,
    gathering: Gathering,
    known: HashMap<String, u16>,
    /// From, property, to whom.
    links: Vec<(u32, &'static str, String)>,
}

impl Building {
    fn add(&mut self, place: u32, entity: &Entity) {
        let mut row = Row {
            schema: self.schema(&entity.schema),
            first_seen: entity.first_seen.as_deref().map_or(0, moment),
            last_seen: entity.last_seen.as_deref().map_or(0, moment),
            last_change: entity.last_change.as_deref().map_or(0, moment),
            ..Row::default()
        };
        self.catalogue.ids.add(&entity.id, &entity.referents, place);
        self.gathering
            .add(Field::Whole("schema"), &entity.schema, place);
        for dataset in &entity.datasets {
            self.gathering.add(Field::Whole("datasets"), dataset, place);
            if !self.catalogue.datasets.contains(dataset) {
                self.catalogue.datasets.insert(dataset.clone());
            }
        }
        let target = if is_target(entity) { "true" } else { "false" };
        self.gathering.add(Field::Whole("target"), target, place);
        if entity
            .values("topics")
            .iter()
            .any(|t| t.starts_with("sanction"))
        {
            for dataset in &entity.datasets {
                if !self.catalogue.listed.contains(dataset) {
                    self.catalogue.listed.insert(dataset.clone());
                }
            }
        }
        let (mut words, mut count) = (RECORD_WORDS_MAX, 0_usize);
        for (name, values) in &entity.properties {
            count += values.len();
            let property = property(&entity.schema, name);
            let group = property
                .filter(|p| p.matchable || p.type_of().is_none_or(|t| !t.matchable))
                .and_then(ftm::Property::type_of)
                .map_or("", |t| t.group);
            for value in values {
                self.value((place, property, group), value, (&mut words, &mut row));
            }
        }
        row.values = u16::try_from(count).unwrap_or(u16::MAX);
        self.catalogue.name_words += u64::from(row.name_words);
        self.catalogue.rows.push(row);
    }

    fn value(
        &mut self,
        (place, property, group): (u32, Option<&'static ftm::Property>, &'static str),
        value: &str,
        (left, row): (&mut usize, &mut Row),
    ) {
        if let Some(link) = property.filter(|p| p.type_name == "entity") {
            if !link.stub {
                self.links.push((place, link.name, value.to_owned()));
            }
            return;
        }
        if !NOT_WHOLE.contains(&group) {
            self.gathering
                .add(Field::Whole(group), &words::whole(value), place);
        }
        for word in words::words(value) {
            if *left == 0 {
                return;
            }
            *left -= 1;
            self.gathering.add(Field::Text, &word, place);
            if group == "names" {
                self.gathering.add(Field::Name, &word, place);
                row.name_words = row.name_words.saturating_add(1);
            }
        }
    }

    fn schema(&mut self, name: &str) -> u16 {
        if let Some(at) = self.known.get(name) {
            return *at;
        }
        let at = u16::try_from(self.catalogue.schemata.len()).unwrap_or(u16::MAX);
        self.catalogue.schemata.push(name.to_owned());
        self.known.insert(name.to_owned(), at);
        at
    }

    fn done(self) -> Catalogue {
        let mut catalogue = self.catalogue;
        catalogue.ids.sort();
        catalogue.rows.shrink_to_fit();
        catalogue.terms = self.gathering.done();
        let places = catalogue.rows.len();
        let ids = &catalogue.ids;
        let found = self
            .links
            .iter()
            .filter_map(|(from, name, to)| Some((*from, *name, ids.place(to)?)));
        catalogue.links = graph::Links::new(places, found.collect());
        catalogue
    }
}

/// A property of a schema; of a schema nobody knows, any property of that name.
fn property(schema: &str, name: &str) -> Option<&'static ftm::Property> {
    match Schema::of(schema) {
        Some(schema) => schema.property(name),
        None => ftm::model().property(name),
    }
}

impl Catalogue {
    /// The catalogue of these records. Their order is kept: what stands beside a record is told in it.
    pub fn build(entities: impl Iterator<Item = Entity>) -> Catalogue {
        let mut building = Building::default();
        for (place, entity) in (0_u32..u32::MAX).zip(entities) {
            building.add(place, &entity);
        }
        building.done()
    }

    /// Number of records.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Bytes held in memory.
    pub fn bytes(&self) -> usize {
        self.ids.bytes()
            + self.rows.capacity() * size_of::<Row>()
            + self.terms.bytes()
            + self.links.bytes()
    }

    /// Names of the lists and sources that the records carry.
    pub fn datasets(&self) -> &BTreeSet<String> {
        &self.datasets
    }

    /// Those of them with at least one record under a sanction.
    pub fn under_sanction(&self) -> &BTreeSet<String> {
        &self.listed
    }

    /// The schemata of the records of these datasets.
    pub fn schemata_of(&self, datasets: &BTreeSet<String>) -> BTreeSet<String> {
        let among = self.of_datasets(datasets);
        let mut seen = BTreeSet::new();
        for place in among {
            seen.extend(self.rows.get(place as usize).map(|row| row.schema));
        }
        seen.into_iter()
            .filter_map(|at| self.schemata.get(usize::from(at)).cloned())
            .collect()
    }

    /// Records of each dataset: how many there are, and how many of them are things and not links between things.
    pub fn counts(&self) -> BTreeMap<String, (usize, usize)> {
        let things: Vec<bool> = self
            .schemata
            .iter()
            .map(|name| Schema::of(name).is_some_and(|schema| schema.is_a("Thing")))
            .collect();
        let thing = |place: u32| {
            let row = self.rows.get(place as usize);
            row.is_some_and(|row| things.get(usize::from(row.schema)) == Some(&true))
        };
        let field = Field::Whole("datasets");
        self.terms
            .beginning(field, "")
            .map(|number| {
                let places = self.terms.places(number);
                let counted = places.fold((0, 0), |(all, some), place| {
                    (all + 1, some + usize::from(thing(place)))
                });
                (self.terms.word(field, number).to_owned(), counted)
            })
            .collect()
    }

    /// Where an id leads; `None` where no record has or had it. `open` is asked for ids that were merged.
    pub fn resolve(&self, id: &str, open: Open<'_>) -> Option<Resolved> {
        if self.ids.place(id).is_some() {
            return Some(Resolved::Itself);
        }
        self.ids
            .merged(id)
            .filter_map(|place| open(self.ids.id(place)))
            .find(|entity| entity.referents.iter().any(|other| other == id))
            .map(|entity| Resolved::Merged(entity.id))
    }

    /// The places of the records of any of these datasets, in ascending order.
    fn of_datasets(&self, datasets: &BTreeSet<String>) -> Vec<u32> {
        let numbers = datasets
            .iter()
            .filter_map(|name| self.terms.find(Field::Whole("datasets"), name));
        let mut places: Vec<u32> = numbers.flat_map(|n| self.terms.places(n)).collect();
        places.sort_unstable();
        places.dedup();
        places
    }
}

#[cfg(test)]
mod tests;
