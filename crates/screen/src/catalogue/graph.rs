//! Which records point at which: a record with what stands beside it (addresses, sanctions, owners), and the page of what one
//! property leads to. A link between two things (an ownership) shows its other end; what lies beyond a thing is not followed.

use std::collections::{BTreeMap, BTreeSet};

use super::{Catalogue, Open};
use crate::entity::Entity;
use crate::ftm::{Property, Schema};
use crate::limits::{NESTED_DEPTH_MAX, NESTED_MAX};

/// All links, once from the record that writes them and once from the record they lead to.
#[derive(Debug, Default)]
pub(super) struct Links {
    properties: Vec<&'static str>,
    /// For each place the end of its stretch in `out`, and in `back`.
    out_ends: Vec<u32>,
    out: Vec<(u16, u32)>,
    back_ends: Vec<u32>,
    back: Vec<(u16, u32)>,
}

impl Links {
    /// From links as (from, property, to).
    pub(super) fn new(places: usize, mut all: Vec<(u32, &'static str, u32)>) -> Links {
        all.sort_unstable();
        all.dedup();
        let names: BTreeSet<&'static str> = all.iter().map(|(_, name, _)| *name).collect();
        let properties: Vec<&'static str> = names.into_iter().collect();
        let number = |name: &str| {
            let at = properties.binary_search(&name).unwrap_or_default();
            u16::try_from(at).unwrap_or(u16::MAX)
        };
        let mut links = Links::default();
        (links.out_ends, links.out) = stretches(places, &all, |(from, name, to)| {
            (*from, (number(name), *to))
        });
        all.sort_unstable_by_key(|(from, name, to)| (*to, *from, *name));
        (links.back_ends, links.back) = stretches(places, &all, |(from, name, to)| {
            (*to, (number(name), *from))
        });
        links.properties = properties;
        links
    }

    pub(super) fn bytes(&self) -> usize {
        4 * (self.out_ends.capacity() + self.back_ends.capacity())
            + size_of::<(u16, u32)>() * (self.out.capacity() + self.back.capacity())
    }

    fn of<'l>(
        &'l self,
        (ends, links): (&'l [u32], &'l [(u16, u32)]),
        place: u32,
    ) -> impl Iterator<Item = (&'static str, u32)> + 'l {
        let from = match place {
            0 => 0,
            n => ends.get(n as usize - 1).copied().unwrap_or_default(),
        };
        let to = ends.get(place as usize).copied().unwrap_or(from);
        let stretch = links.get(from as usize..to as usize).unwrap_or(&[]);
        stretch.iter().filter_map(|(number, other)| {
            Some((*self.properties.get(usize::from(*number))?, *other))
        })
    }

    /// What this record points at: property and place.
    fn out(&self, place: u32) -> impl Iterator<Item = (&'static str, u32)> + '_ {
        self.of((&self.out_ends, &self.out), place)
    }

    /// What points at this record: the property there, and its place; in the order of places.
    pub(super) fn back(&self, place: u32) -> impl Iterator<Item = (&'static str, u32)> + '_ {
        self.of((&self.back_ends, &self.back), place)
    }
}

type Link = (u32, &'static str, u32);

/// Links sorted by a place, as stretches by place.
fn stretches(
    places: usize,
    all: &[Link],
    cut: impl Fn(&Link) -> (u32, (u16, u32)),
) -> (Vec<u32>, Vec<(u16, u32)>) {
    let (mut ends, mut links) = (Vec::with_capacity(places), Vec::with_capacity(all.len()));
    let mut rest = all.iter().map(cut).peekable();
    for place in (0_u32..).take(places) {
        while let Some((_, link)) = rest.next_if(|(at, _)| *at == place) {
            links.push(link);
        }
        ends.push(u32::try_from(links.len()).unwrap_or(u32::MAX));
    }
    (ends, links)
}

/// A record with the records beside it in the place of their ids.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Nested {
    /// The record. Properties that also stand in `beside` are shown as they stand there.
    pub entity: Entity,
    /// By property, links that lead back here among them.
    pub beside: BTreeMap<&'static str, Vec<Nested>>,
}

/// A page of what one property of a record leads to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Beside {
    /// The records.
    pub results: Vec<Nested>,
    /// How many there are in all.
    pub total: usize,
}

/// The records fetched for one answer.
struct Fetched<'o> {
    open: Open<'o>,
    by_place: BTreeMap<u32, Entity>,
    left: usize,
}

impl Fetched<'_> {
    fn fetch(&mut self, catalogue: &Catalogue, place: u32) {
        if self.left == 0 || self.by_place.contains_key(&place) {
            return;
        }
        if let Some(entity) = (self.open)(catalogue.ids.id(place)) {
            self.left -= 1;
            self.by_place.insert(place, entity);
        }
    }

    /// The other ends of every link among these.
    fn other_ends(&mut self, catalogue: &Catalogue, places: &[u32]) {
        for place in places {
            let is_link = self.by_place.get(place).is_some_and(|entity| {
                Schema::of(&entity.schema).is_some_and(|schema| schema.edge.is_some())
            });
            if is_link {
                for (_, other) in catalogue.links.out(*place) {
                    self.fetch(catalogue, other);
                }
            }
        }
    }
}

impl Catalogue {
    /// A record with all that stands beside it. `None` where no record has this id.
    pub fn nested(&self, id: &str, open: Open<'_>) -> Option<Nested> {
        let root = self.ids.place(id)?;
        let mut places: Vec<u32> = self.links.out(root).map(|(_, other)| other).collect();
        places.extend(self.links.back(root).map(|(_, other)| other));
        let (fetched, root_entity) = self.around(root, &places, open)?;
        let mut nodes = NESTED_MAX;
        Some(self.nest((root, &root_entity), &fetched, &mut vec![], &mut nodes))
    }

    /// What each property leads to, a page of each; properties that lead nowhere are left out.
    pub fn adjacent(
        &self,
        id: &str,
        (offset, limit): (usize, usize),
        open: Open<'_>,
    ) -> Option<(Entity, BTreeMap<&'static str, Beside>)> {
        let entity = open(id)?;
        let mut all = BTreeMap::new();
        let links = Schema::of(&entity.schema)
            .into_iter()
            .flat_map(Schema::properties)
            .filter(|property| property.type_name == "entity");
        for property in links {
            let beside = self.beside(&entity, property, (offset, limit), open)?;
            if beside.total > 0 {
                all.insert(property.name, beside);
            }
        }
        Some((entity, all))
    }

    /// A page of what one property of a record leads to.
    pub fn beside(
        &self,
        entity: &Entity,
        property: &Property,
        (offset, limit): (usize, usize),
        open: Open<'_>,
    ) -> Option<Beside> {
        let root = self.ids.place(&entity.id)?;
        let mut all: Vec<u32> = match property.stub {
            true => self
                .links
                .back(root)
                .filter(|(name, from)| {
                    *name == property.reverse && self.is_a(*from, property.range)
                })
                .map(|(_, from)| from)
                .collect(),
            false => self
                .links
                .out(root)
                .filter(|(name, _)| *name == property.name)
                .map(|(_, to)| to)
                .collect(),
        };
        all.sort_unstable();
        all.dedup();
        let total = all.len();
        let page: Vec<u32> = all.into_iter().skip(offset).take(limit).collect();
        let (fetched, _) = self.around(root, &page, open)?;
        let mut nodes = NESTED_MAX;
        let results = page
            .iter()
            .filter_map(|place| Some((*place, fetched.by_place.get(place)?)))
            .map(|node| self.nest(node, &fetched, &mut vec![root], &mut nodes))
            .collect();
        Some(Beside { results, total })
    }

    fn is_a(&self, place: u32, schema: &str) -> bool {
        let row = self.rows.get(place as usize);
        row.and_then(|row| self.schemata.get(usize::from(row.schema)))
            .and_then(|name| Schema::of(name))
            .is_some_and(|held| held.is_a(schema))
    }

    /// The records at these places, the other ends of the links among them, and the record in the middle.
    fn around<'o>(
        &self,
        root: u32,
        places: &[u32],
        open: Open<'o>,
    ) -> Option<(Fetched<'o>, Entity)> {
        let root_entity = open(self.ids.id(root))?;
        let mut fetched = Fetched {
            open,
            by_place: BTreeMap::from([(root, root_entity.clone())]),
            left: NESTED_MAX,
        };
        for place in places {
            fetched.fetch(self, *place);
        }
        fetched.other_ends(self, places);
        Some((fetched, root_entity))
    }

    /// A record with those of the fetched ones it points at, and near the middle also those that point at it. `path`: where we
    /// come from, so that nothing is told twice on one way.
    fn nest(
        &self,
        (place, entity): (u32, &Entity),
        fetched: &Fetched<'_>,
        path: &mut Vec<u32>,
        nodes: &mut usize,
    ) -> Nested {
        let mut links: Vec<(&'static str, u32)> = Vec::new();
        if path.len() < 2 {
            for (name, from) in self.links.back(place) {
                let back = fetched.by_place.get(&from).and_then(|other| {
                    let property = Schema::of(&other.schema)?.property(name)?;
                    (!property.reverse.is_empty()).then_some(property.reverse)
                });
                links.extend(back.map(|name| (name, from)));
            }
        }
        links.extend(self.links.out(place));
        let mut nested = Nested {
            entity: entity.clone(),
            beside: BTreeMap::new(),
        };
        path.push(place);
        for (name, other) in links {
            let Some(entity) = fetched.by_place.get(&other) else {
                continue;
            };
            let far = path.len() > NESTED_DEPTH_MAX;
            if far || path.contains(&other) || *nodes == 0 {
                continue;
            }
            *nodes -= 1;
            let inner = self.nest((other, entity), fetched, path, nodes);
            nested.beside.entry(name).or_default().push(inner);
        }
        path.pop();
        nested
    }
}
