//! What is asked: a schema and properties, as FollowTheMoney names them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{keys, kinds};
use crate::dates;
use crate::entity::{Entity, prop};
use crate::limits;
use crate::names::{self, written};

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

    /// The question as if it were a record.
    pub(crate) fn as_entity(&self) -> Entity {
        Entity {
            schema: self.schema.clone(),
            properties: self.properties.clone(),
            ..Entity::default()
        }
    }

    /// The numbers asked for: of documents, registers, ships, wallets.
    pub(crate) fn numbers(&self) -> Vec<String> {
        let mut found: Vec<String> = kinds::numbers(&self.as_entity())
            .take(limits::QUERY_VALUES_MAX)
            .flat_map(|(_, text)| keys::numbers_in(text))
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether there is anything to search by: a name with a letter or digit in it, or a document number.
    pub fn is_answerable(&self) -> bool {
        self.names()
            .iter()
            .any(|name| !names::plain(name).is_empty())
            || !self.numbers().is_empty()
    }
}
