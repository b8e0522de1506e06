//! A record of a list, in the vocabulary of FollowTheMoney (schema, properties), and where it came from.
//!
//! The vocabulary is data, not types: a property is a name and its values, so that a new list format needs no new struct.
//! What lives elsewhere: reading formats ([`crate::un_xml`]), comparing ([`crate::index`]).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Property names this room reads or writes. They are FollowTheMoney's. Those marked *flattened* belong to its `Sanction` or
/// `Identification` in the full model; here one list record is one entity and carries them itself.
pub mod prop {
    /// Full name as the list writes it first.
    pub const NAME: &str = "name";
    /// Another name the list calls good.
    pub const ALIAS: &str = "alias";
    /// Another name the list calls low quality.
    pub const WEAK_ALIAS: &str = "weakAlias";
    /// A former name ("f.k.a.", "previously listed as").
    pub const PREVIOUS_NAME: &str = "previousName";
    /// Given name (queries).
    pub const FIRST_NAME: &str = "firstName";
    /// Second given name (queries).
    pub const SECOND_NAME: &str = "secondName";
    /// Middle name (queries).
    pub const MIDDLE_NAME: &str = "middleName";
    /// Father's name (queries).
    pub const FATHER_NAME: &str = "fatherName";
    /// Surname (queries).
    pub const LAST_NAME: &str = "lastName";
    /// Title ("Dr.", "Maulavi").
    pub const TITLE: &str = "title";
    /// Birth date, see [`crate::dates`] for its forms.
    pub const BIRTH_DATE: &str = "birthDate";
    /// Place of birth as text.
    pub const BIRTH_PLACE: &str = "birthPlace";
    /// Country of birth, ISO 3166-1 alpha-2 in lower case where it is known.
    pub const BIRTH_COUNTRY: &str = "birthCountry";
    /// Nationality, as above.
    pub const NATIONALITY: &str = "nationality";
    /// Country a person or organisation is connected with (address), as above.
    pub const COUNTRY: &str = "country";
    /// "male" or "female".
    pub const GENDER: &str = "gender";
    /// Address as one line.
    pub const ADDRESS: &str = "address";
    /// Number of a passport.
    pub const PASSPORT_NUMBER: &str = "passportNumber";
    /// Number of a national identity document.
    pub const ID_NUMBER: &str = "idNumber";
    /// Office or function held.
    pub const POSITION: &str = "position";
    /// Reasons for listing and further remarks, as the list writes them.
    pub const NOTES: &str = "notes";
    /// Link, for instance to the INTERPOL - UN Security Council Special Notice.
    pub const SOURCE_URL: &str = "sourceUrl";
    /// Sanctions regime ("Al-Qaida", "DRC").
    pub const PROGRAM: &str = "program";
    /// Kind of list ("UN List"). Flattened.
    pub const LIST_TYPE: &str = "status";
    /// Permanent reference number ("CDi.001"). Flattened.
    pub const REFERENCE: &str = "unscId";
    /// Day of listing. Flattened.
    pub const LISTED_ON: &str = "listingDate";
    /// Day the record was last amended.
    pub const MODIFIED_AT: &str = "modifiedAt";
    /// One line a document: type, number, issuer, dates, remarks, as the list writes them. Flattened.
    pub const DOCUMENT: &str = "identification";
}

/// A person, organisation or other thing on a list, or a subject to be compared with lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// Stable over versions of its list, unique over all lists ("un-6907993").
    pub id: String,
    /// FollowTheMoney schema: "Person", "Organization", "Vessel" ...
    pub schema: String,
    /// The name to show.
    pub caption: String,
    /// Lists that carry it; the first is the list it was read from.
    pub datasets: Vec<String>,
    /// Other ids by which the same record is or was known; asking for one of them leads here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub referents: Vec<String>,
    /// Whether the list is about it, and not about something it is connected with; `None` where the list does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<bool>,
    /// When it was first seen on its list, as the list writes it (`2023-01-17T12:14:12`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_seen: Option<String>,
    /// When it was last seen there, as above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_seen: Option<String>,
    /// When it last changed there, as above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_change: Option<String>,
    /// Values by property name.
    pub properties: BTreeMap<String, Vec<String>>,
    /// Where it was read. Every value of a record has the origin of its record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

/// Where a record, and so each of its values, was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Short name of the list ("un-sc").
    pub list: String,
    /// Version of the list as the list itself states it, or as the importer names it.
    pub version: String,
    /// The record's number in its list.
    pub record: String,
    /// Line of the file, counted from 1.
    pub line: u64,
}

/// One version of a list, as answers name it. The digest is text: this room does not hash.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListVersion {
    /// Short name of the list ("un-sc").
    pub list: String,
    /// When its authority made it, as it says itself ("2026-02-27T00:00:09.554Z").
    pub generated_at: String,
    /// Digest of the file, as text.
    pub digest: String,
    /// Records in it.
    pub records: usize,
}

impl Entity {
    /// The values of a property; empty where there are none.
    pub fn values(&self, property: &str) -> &[String] {
        self.properties.get(property).map_or(&[], Vec::as_slice)
    }

    /// The first value of a property.
    pub fn first(&self, property: &str) -> Option<&str> {
        self.values(property).first().map(String::as_str)
    }

    /// Adds a value unless it is blank or already there. White space inside is kept as written, at the ends it is not.
    pub fn add(&mut self, property: &str, value: &str) {
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        let values = self.properties.entry(property.to_owned()).or_default();
        if !values.iter().any(|v| v == value) {
            values.push(value.to_owned());
        }
    }

    /// Whether the schema is a natural person's.
    pub fn is_person(&self) -> bool {
        self.schema == "Person"
    }

    /// The same but for where it was read and under which name its list is kept: the question "did the record change?".
    pub fn same_content(&self, other: &Entity) -> bool {
        self.id == other.id
            && self.schema == other.schema
            && self.caption == other.caption
            && self.properties == other.properties
    }

    /// Gives back memory that growing left unused; lists are kept in memory whole.
    pub fn shrink(&mut self) {
        self.id.shrink_to_fit();
        self.caption.shrink_to_fit();
        self.datasets.shrink_to_fit();
        for values in self.properties.values_mut() {
            values.shrink_to_fit();
            values.iter_mut().for_each(String::shrink_to_fit);
        }
    }
}
