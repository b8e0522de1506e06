//! How many of the records found have which country, topic, list, kind: counted from the vocabulary, without opening a record.

use super::Catalogue;
use super::terms::Field;
use crate::ftm::{self, Schema};
use crate::limits::FACET_VALUES_MAX;

/// One way to divide the records found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// Name of the field ("countries").
    pub name: String,
    /// In English.
    pub label: String,
    /// The values, the most frequent first.
    pub values: Vec<FacetValue>,
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// As records write it ("ru").
    pub name: String,
    /// In English ("Russia").
    pub label: String,
    /// Records that have it.
    pub count: usize,
}

/// The records found, one bit a record.
#[derive(Debug)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    pub(super) fn none(places: usize) -> Bits {
        Bits(vec![0; places.div_ceil(64)])
    }

    pub(super) fn of(places: usize, set: impl Iterator<Item = u32>) -> Bits {
        let mut bits = Bits::none(places);
        set.for_each(|place| bits.set(place));
        bits
    }

    pub(super) fn set(&mut self, place: u32) {
        if let Some(word) = self.0.get_mut(place as usize / 64) {
            *word |= 1 << (place % 64);
        }
    }

    pub(super) fn has(&self, place: u32) -> bool {
        self.0
            .get(place as usize / 64)
            .is_some_and(|word| word & (1 << (place % 64)) != 0)
    }
}

/// The fields by which records can be divided, and where their values are gathered.
const FIELDS: &[(&str, &str)] = &[
    ("countries", "country"),
    ("datasets", ""),
    ("genders", "gender"),
    ("identifiers", "identifier"),
    ("schema", ""),
    ("topics", "topic"),
];

impl Catalogue {
    /// The facet of this name over these records; `None` for a name that is none.
    pub(super) fn facet(&self, name: &str, found: &Bits) -> Option<Facet> {
        let (name, of_type) = FIELDS.iter().find(|(field, _)| *field == name)?;
        let field = Field::Whole(name);
        let of_type = ftm::Type::of(of_type);
        let mut values: Vec<(usize, usize)> = self
            .terms
            .beginning(field, "")
            .map(|number| {
                let places = self.terms.places(number);
                (number, places.filter(|place| found.has(*place)).count())
            })
            .filter(|(_, count)| *count > 0)
            .collect();
        values.sort_by_key(|(number, count)| (std::cmp::Reverse(*count), *number));
        values.truncate(FACET_VALUES_MAX);
        let label = match *name {
            "datasets" => "Data sources",
            "schema" => "Entity types",
            other => of_type.map_or(other, |t| t.plural),
        };
        let shown = |number: usize, count: usize| {
            let value = self.terms.word(field, number);
            let label = match *name {
                "schema" => Schema::of(value).map(|schema| schema.plural),
                _ => of_type.and_then(|t| t.label_of(value)),
            };
            FacetValue {
                name: value.to_owned(),
                label: label.unwrap_or(value).to_owned(),
                count,
            }
        };
        Some(Facet {
            name: (*name).to_owned(),
            label: label.to_owned(),
            values: values
                .into_iter()
                .map(|(n, count)| shown(n, count))
                .collect(),
        })
    }
}
