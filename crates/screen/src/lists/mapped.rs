//! Any table, read by a mapping file: which column is which property of FollowTheMoney. What a mapping file may say stands in
//! `docs/src/operate/lists.md`.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::book::Book;
use super::error::{Fault, ReadError};
use super::table::{Named, NamedRow, plain};
use super::words::{add_country, add_date, parts, slug};
use super::{Format, ListFile, text_of};
use crate::entity::{Entity, prop};
use crate::ftm::{self, Property, Schema};
use crate::limits;

/// How a table becomes records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// What stands between the cells: one character, a comma where it is not said.
    #[serde(default = "comma")]
    pub separator: char,
    /// What stands between several values in one cell; where it is not said, a cell is one value.
    #[serde(default)]
    pub values: Option<char>,
    /// The column with the record's number. Rows of one number are one record. Without it each row is a record of its own, and
    /// its id is made from its name.
    #[serde(default)]
    pub id: Option<String>,
    /// Before each id, so that it is unique over all lists.
    pub id_prefix: String,
    /// The schema of all records, or of those whose kind is not named below.
    pub schema: String,
    /// The column that says the kind of a record.
    #[serde(default)]
    pub schema_column: Option<String>,
    /// Schema by what stands in that column.
    #[serde(default)]
    pub schemata: BTreeMap<String, String>,
    /// Property by column.
    pub columns: BTreeMap<String, Column>,
    /// Values that every record has, by property.
    #[serde(default)]
    pub constants: BTreeMap<String, Vec<String>>,
}

/// Where the values of a column go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Column {
    /// Into that property.
    To(String),
    /// The cells of several columns, in this order, are one value: parts of a name or of an address.
    Joined {
        /// The property.
        property: String,
        /// Place of this column among them, from the lowest.
        place: u32,
    },
    /// Into that property, with a separator of its own between values.
    Split {
        /// The property.
        property: String,
        /// What stands between its values.
        values: char,
    },
}

fn comma() -> char {
    ','
}

impl Column {
    fn property(&self) -> &str {
        match self {
            Column::To(property)
            | Column::Joined { property, .. }
            | Column::Split { property, .. } => property,
        }
    }
}

impl Mapping {
    /// Reads a mapping file: TOML, or JSON where it begins with a brace.
    ///
    /// # Errors
    /// [`Fault::Mapping`] with what is wrong: not TOML, an unknown key, a schema or a property that the model does not have.
    pub fn parse(text: &str) -> Result<Mapping, ReadError> {
        let wrong = |what: String| ReadError::at_start(Fault::Mapping(what));
        if text.len() > limits::MAPPING_BYTES_MAX {
            return Err(wrong(format!(
                "it is larger than {} bytes",
                limits::MAPPING_BYTES_MAX
            )));
        }
        let mapping: Mapping = match text.trim_start().starts_with('{') {
            true => serde_json::from_str(text).map_err(|e| wrong(e.to_string()))?,
            false => toml::from_str(text).map_err(|e| wrong(e.to_string()))?,
        };
        mapping.check().map_err(wrong_from)?;
        Ok(mapping)
    }

    fn check(&self) -> Result<(), String> {
        if !self.separator.is_ascii() {
            return Err("separator is one character of ASCII: , ; | or a tab".into());
        }
        let names = std::iter::once(&self.schema).chain(self.schemata.values());
        let mut schemata = Vec::new();
        for name in names {
            let Some(schema) = Schema::of(name) else {
                return Err(format!("there is no schema {name}"));
            };
            if schema.is_abstract {
                return Err(format!("no record has the schema {name}, only its heirs"));
            }
            schemata.push(schema);
        }
        let targets = self.columns.values().map(Column::property);
        for name in targets.chain(self.constants.keys().map(String::as_str)) {
            let known = schemata.iter().any(|s| s.property(name).is_some());
            let own = [
                prop::LISTED_ON,
                prop::LIST_TYPE,
                prop::REFERENCE,
                prop::DOCUMENT,
            ];
            if ftm::NOT_KEPT.contains(&name) {
                return Err(format!("{name} is kept nowhere in this house"));
            }
            if !known && !own.contains(&name) {
                return Err(format!("none of its schemata has a property {name}"));
            }
        }
        let named = |p: &str| matches!(p, prop::NAME | "publicKey" | "full");
        if !self.columns.values().any(|c| named(c.property())) {
            return Err("no column goes into name".into());
        }
        Ok(())
    }
}

fn wrong_from(what: String) -> ReadError {
    ReadError::at_start(Fault::Mapping(what))
}

/// Reads a table.
pub(crate) fn read(
    bytes: &[u8],
    mapping: Option<&Mapping>,
    seen: &mut dyn FnMut(u64),
) -> Result<ListFile, ReadError> {
    let Some(mapping) = mapping else {
        return Err(wrong_from(
            "a table of this kind is read only with one".into(),
        ));
    };
    let text = text_of(bytes)?;
    let first = mapping.columns.keys().next().map_or("", String::as_str);
    let separator = u8::try_from(mapping.separator).unwrap_or(b',');
    let mut table = Named::new(text, separator, first, |_| {})
        .map_err(|error| match error.fault {
            Fault::OtherFormat { .. } => wrong_from(format!("the table has no column {first}")),
            _ => error,
        })?
        .loose();
    let columns: BTreeSet<String> = table.columns().iter().map(|c| plain(c)).collect();
    let needed = mapping
        .columns
        .keys()
        .chain(&mapping.id)
        .chain(&mapping.schema_column);
    if let Some(missing) = needed.into_iter().find(|c| !columns.contains(&plain(c))) {
        return Err(wrong_from(format!("the table has no column {missing}")));
    }
    let mut book = Book::new(Format::MappedCsv.dataset());
    table.each(seen, |row| one(&mut book, mapping, row))?;
    table.report(&mut book, |_| false);
    book.finish(bytes)
}

fn one(book: &mut Book, mapping: &Mapping, row: &NamedRow<'_, '_>) -> Result<(), Fault> {
    let kind = mapping.schema_column.as_deref().map_or("", |c| row.get(c));
    let schema = mapping.schemata.get(kind).unwrap_or(&mapping.schema);
    let mut entity = book.entity("", schema);
    fill(&mut entity, mapping, row);
    let name = ["name", "publicKey", "full"]
        .into_iter()
        .find_map(|p| entity.first(p))
        .unwrap_or_default()
        .to_owned();
    let number = match &mapping.id {
        Some(column) => row.get(column).to_owned(),
        None => name.clone(),
    };
    if number.is_empty() || number.len() > 200 {
        return Err(Fault::Missing {
            field: "the id column, or the name where there is none",
            expected: "something in every row",
        });
    }
    let id = match &mapping.id {
        Some(_) => format!("{}{number}", mapping.id_prefix),
        None => book.free_id(&format!("{}{}", mapping.id_prefix, slug(&number))),
    };
    if let Some(known) = book.known(&id) {
        for (property, values) in &entity.properties {
            for value in values {
                let again = property == prop::NAME && known.first(prop::NAME).is_some();
                known.add(if again { prop::ALIAS } else { property }, value);
            }
        }
        let name = known.first(prop::NAME).map(str::to_owned);
        if let (Some(aliases), Some(name)) = (known.properties.get_mut(prop::ALIAS), name) {
            aliases.retain(|alias| *alias != name);
        }
        known.properties.retain(|_, values| !values.is_empty());
        return Ok(());
    }
    if name.is_empty() {
        return Err(Fault::Missing {
            field: "the name",
            expected: "a name in every record",
        });
    }
    entity.id = id;
    book.push(entity, &number, row.line)
}

fn fill(entity: &mut Entity, mapping: &Mapping, row: &NamedRow<'_, '_>) {
    let schema = Schema::of(&entity.schema);
    let mut joined: BTreeMap<&str, Vec<(u32, &str)>> = BTreeMap::new();
    for (column, to) in &mapping.columns {
        let cell = row.get(column);
        let (property, split) = match to {
            Column::Joined { property, place } => {
                joined.entry(property).or_default().push((*place, cell));
                continue;
            }
            Column::To(property) => (property, mapping.values),
            Column::Split { property, values } => (property, Some(*values)),
        };
        let values = match split {
            Some(separator) => parts(cell, separator),
            None => vec![cell],
        };
        let known = schema.and_then(|s| s.property(property));
        values.iter().for_each(|v| put(entity, property, known, v));
    }
    for (property, mut cells) in joined {
        cells.sort_unstable();
        let known = schema.and_then(|s| s.property(property));
        let between = match known.map(|p| p.type_name) {
            Some("address") => ", ",
            _ => " ",
        };
        let cells: Vec<&str> = cells
            .into_iter()
            .map(|(_, cell)| cell)
            .filter(|cell| !cell.is_empty())
            .collect();
        put(entity, property, known, &cells.join(between));
    }
    for (property, values) in &mapping.constants {
        values.iter().for_each(|v| entity.add(property, v));
    }
}

/// A value in the form of its type; where it has none, as it is written.
fn put(entity: &mut Entity, name: &str, property: Option<&Property>, value: &str) {
    match property.map(|p| p.type_name) {
        Some("date") => add_date(entity, name, value),
        Some("country") => add_country(entity, name, value),
        _ => {
            let cleaned = property.and_then(|p| p.clean(value));
            entity.add(name, cleaned.as_deref().unwrap_or(value));
        }
    }
}
