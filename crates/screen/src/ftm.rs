//! The FollowTheMoney model: schemata, their properties and types, read from data (`ftm/model.txt`, version 4.11.2).
//!
//! The vocabulary of list records ([`crate::entity`]) explained: what a property holds, who inherits from whom, which schemata
//! are links between two others, how a value is written. Cleaning of values is in `ftm/clean.rs`. Nothing here refuses an
//! unknown schema or property: the caller decides what to do with a `None`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::entity::Entity;

mod clean;
mod load;

pub use clean::{clean, compact_identifier};

/// Version of the model that the data file holds.
pub const VERSION: &str = "4.11.2";

/// Properties of the model that this house keeps nowhere: there is no field for religion, ethnicity or opinion. They are left out
/// of the model and of every record read.
pub const NOT_KEPT: [&str; 3] = ["ethnicity", "political", "religion"];

static MODEL: LazyLock<Model> = LazyLock::new(load::model);

/// All schemata and types.
#[derive(Debug, Default)]
pub struct Model {
    schemata: BTreeMap<&'static str, Schema>,
    types: BTreeMap<&'static str, Type>,
}

/// A kind of thing or of link between things.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schema {
    /// Its name in data: "LegalEntity".
    pub name: &'static str,
    /// One of it, in English.
    pub label: &'static str,
    /// Many of it, in English.
    pub plural: &'static str,
    /// The schemata it directly inherits from.
    pub extends: Vec<&'static str>,
    /// Itself and all it inherits from, sorted.
    pub schemata: Vec<&'static str>,
    /// Only inherited from, never used for a record.
    pub is_abstract: bool,
    /// Whether records of it may be compared with others.
    pub matchable: bool,
    /// Made by document processing, seldom found on lists.
    pub generated: bool,
    /// Not to be shown to people.
    pub hidden: bool,
    /// No longer to be used.
    pub deprecated: bool,
    /// Properties to show first.
    pub featured: Vec<&'static str>,
    /// Properties that may name a record, the best first.
    pub caption: Vec<&'static str>,
    /// Properties that a record should have.
    pub required: Vec<&'static str>,
    /// Properties that say when it began, and when it ended.
    pub temporal: (Vec<&'static str>, Vec<&'static str>),
    /// Set where the schema is a link between two others.
    pub edge: Option<Edge>,
    properties: BTreeMap<&'static str, Property>,
}

/// How a link between two records is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edge {
    /// Property that holds the one end.
    pub source: &'static str,
    /// Property that holds the other.
    pub target: &'static str,
    /// In English: "owns".
    pub label: &'static str,
    /// Whether it leads from the one to the other only.
    pub directed: bool,
    /// Properties that may name the link, the best first.
    pub caption: Vec<&'static str>,
}

/// A property of a schema.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Property {
    /// Its name in data: "birthDate".
    pub name: &'static str,
    /// The schema that defines it (others inherit it).
    pub schema: &'static str,
    /// In English.
    pub label: &'static str,
    /// Name of its type: "date".
    pub type_name: &'static str,
    /// Whether its values count in a comparison.
    pub matchable: bool,
    /// The other side of a link: never written in a record, only followed.
    pub stub: bool,
    /// Not to be shown to people.
    pub hidden: bool,
    /// No longer to be used.
    pub deprecated: bool,
    /// For links: the schema at the other end, or "".
    pub range: &'static str,
    /// For links: the property at the other end that leads back, or "".
    pub reverse: &'static str,
    /// The longest value the model foresees (characters).
    pub longest: usize,
    /// For identifiers: the kind of number ("imo", "lei"), or "".
    pub format: &'static str,
}

/// A type of values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Type {
    /// Its name: "country".
    pub name: &'static str,
    /// In English.
    pub label: &'static str,
    /// Several of it, in English.
    pub plural: &'static str,
    /// Name under which values of all its properties are gathered ("countries"), or "".
    pub group: &'static str,
    /// Whether its values count in a comparison.
    pub matchable: bool,
    /// Whether two records that share a value may be looked at together.
    pub pivot: bool,
    /// The longest value the model foresees (characters).
    pub longest: usize,
    /// The codes it may hold and their English labels; empty for types without codes.
    pub values: BTreeMap<&'static str, &'static str>,
}

/// The model.
pub fn model() -> &'static Model {
    &MODEL
}

impl Model {
    /// All schemata, by name.
    pub fn schemata(&self) -> impl Iterator<Item = &Schema> {
        self.schemata.values()
    }

    /// All types, by name.
    pub fn types(&self) -> impl Iterator<Item = &Type> {
        self.types.values()
    }

    /// A property by its qualified name ("Person:birthDate"), or by its own name alone: then the first schema that defines it.
    pub fn property(&self, name: &str) -> Option<&Property> {
        if let Some((schema, name)) = name.split_once(':') {
            return self.schemata.get(schema)?.property(name);
        }
        self.schemata
            .values()
            .filter_map(|schema| schema.property(name))
            .find(|property| !property.stub)
    }
}

impl Schema {
    /// The schema of that name, as data writes it ("LegalEntity").
    ///
    /// ```
    /// let company = screen::ftm::Schema::of("Company").unwrap();
    /// assert!(company.is_a("LegalEntity") && company.is_a("Asset") && !company.is_a("Person"));
    /// ```
    pub fn of(name: &str) -> Option<&'static Schema> {
        MODEL.schemata.get(name)
    }

    /// Whether it is that schema or inherits from it.
    pub fn is_a(&self, name: &str) -> bool {
        self.schemata.contains(&name)
    }

    /// A property of its own or inherited.
    pub fn property(&self, name: &str) -> Option<&Property> {
        self.properties.get(name)
    }

    /// All its properties, own and inherited, by name.
    pub fn properties(&self) -> impl Iterator<Item = &Property> {
        self.properties.values()
    }

    /// The schemata whose records may be compared with one of this: itself, its ancestors and its heirs, as far as they may be
    /// compared at all. Sorted; empty for a schema that may not.
    pub fn matchable_schemata(&self) -> Vec<&'static str> {
        if !self.matchable {
            return Vec::new();
        }
        MODEL
            .schemata
            .values()
            .filter(|other| other.matchable && (other.is_a(self.name) || self.is_a(other.name)))
            .map(|other| other.name)
            .collect()
    }

    /// It and all that inherit from it, sorted.
    pub fn heirs(&self) -> Vec<&'static str> {
        MODEL
            .schemata
            .values()
            .filter(|other| other.is_a(self.name))
            .map(|other| other.name)
            .collect()
    }

    /// Whether a record of this schema may be compared with one of the other.
    pub fn can_match(&self, other: &Schema) -> bool {
        self.matchable && other.matchable && (other.is_a(self.name) || self.is_a(other.name))
    }
}

impl Property {
    /// Its type.
    pub fn type_of(&self) -> Option<&'static Type> {
        Type::of(self.type_name)
    }

    /// Its name with that of the schema which defines it: "Person:birthDate".
    pub fn qualified(&self) -> String {
        format!("{}:{}", self.schema, self.name)
    }

    /// A value as this property should hold it; `None` where it is none of its type. See [`clean`].
    pub fn clean(&self, value: &str) -> Option<String> {
        clean(self.type_name, self.format, value)
    }
}

impl Type {
    /// The type of that name.
    pub fn of(name: &str) -> Option<&'static Type> {
        MODEL.types.get(name)
    }

    /// The English label of one of its codes.
    pub fn label_of(&self, code: &str) -> Option<&'static str> {
        self.values.get(code).copied()
    }
}

/// The name to show for a record: the first value of the best property its schema names; where several names are given, the first
/// in Latin letters. The schema's label where nothing names it, the schema's name where the model does not know it.
pub fn caption_of(entity: &Entity) -> String {
    const ANY: [&str; 4] = ["name", "alias", "weakAlias", "previousName"];
    let schema = Schema::of(&entity.schema);
    let order = schema.map_or(ANY.as_slice(), |schema| schema.caption.as_slice());
    for property in order {
        let values = entity.values(property);
        let name = schema
            .and_then(|schema| schema.property(property))
            .is_none_or(|p| p.type_name == "name");
        let latin = values.iter().find(|v| {
            v.chars()
                .find(|c| c.is_alphabetic())
                .is_some_and(|c| c < '\u{0250}')
        });
        if let Some(value) = latin.filter(|_| name).or(values.first()) {
            return value.clone();
        }
    }
    schema.map_or_else(|| entity.schema.clone(), |schema| schema.label.to_owned())
}

/// Ids of other records that a record points at, with the property that does so: links, holders, owners.
pub fn links_of(entity: &Entity) -> BTreeSet<(&str, &str)> {
    let Some(schema) = Schema::of(&entity.schema) else {
        return BTreeSet::new();
    };
    entity
        .properties
        .iter()
        .filter(|(name, _)| {
            schema
                .property(name)
                .is_some_and(|p| p.type_name == "entity" && !p.stub)
        })
        .flat_map(|(name, values)| values.iter().map(|v| (name.as_str(), v.as_str())))
        .collect()
}

#[cfg(test)]
mod tests;
