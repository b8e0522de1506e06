//! Which kinds of records answer a question for which kind, as FollowTheMoney's model has it.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::entity::Entity;
use crate::ftm::{self, Schema};

/// Code of a schema that the model does not know.
const UNKNOWN: u32 = u32::MAX;

static CODES: LazyLock<HashMap<&'static str, u32>> =
    LazyLock::new(|| ftm::model().schemata().map(|s| s.name).zip(0..).collect());

/// The schema as a number: its place among those of the model, sorted by name.
pub(super) fn code(schema: &str) -> u32 {
    CODES.get(schema).copied().unwrap_or(UNKNOWN)
}

/// What a question for one schema lets in.
#[derive(Debug)]
pub(super) struct Asked {
    /// `None` for every kind.
    among: Option<Vec<u32>>,
}

impl Asked {
    /// A question for this schema; blank, "Thing" and what the model does not know ask for every kind.
    pub(super) fn of(schema: &str) -> Asked {
        let among = Schema::of(schema)
            .filter(|s| s.name != "Thing")
            .map(|s| s.matchable_schemata().into_iter().map(code).collect());
        Asked { among }
    }

    pub(super) fn lets(&self, schema: u32) -> bool {
        self.among
            .as_ref()
            .is_none_or(|among| among.contains(&schema))
    }
}

/// Numbers by which a record is known: identifiers of its schema, and those that lists put on any record.
pub(super) fn numbers(entity: &Entity) -> impl Iterator<Item = (&str, &str)> {
    let schema = Schema::of(&entity.schema);
    let identifies = move |name: &str| {
        let property = schema.and_then(|s| s.property(name));
        property.map_or(ANYWHERE.contains(&name), |p| p.type_name == "identifier")
    };
    entity
        .properties
        .iter()
        .filter(move |(name, _)| identifies(name))
        .flat_map(|(name, values)| values.iter().map(|v| (name.as_str(), v.as_str())))
}

/// Identifiers that records carry whatever their schema.
const ANYWHERE: &[&str] = &[
    "passportNumber",
    "idNumber",
    "registrationNumber",
    "taxNumber",
    "imoNumber",
    "publicKey",
];
