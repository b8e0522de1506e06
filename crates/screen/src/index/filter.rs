//! Which records may be an answer at all: by list, schema, topic, country, day of change, and by id.

use std::collections::{BTreeSet, HashSet};

use crate::entity::Entity;

/// Which records may answer a query. The default lets every record in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Records of at least one of these lists; `None` for all lists.
    pub datasets: Option<BTreeSet<String>>,
    /// No record that is only on these lists.
    pub not_datasets: BTreeSet<String>,
    /// No record of exactly these schemata.
    pub not_schemas: BTreeSet<String>,
    /// Records with at least one of these topics; empty for all.
    pub topics: BTreeSet<String>,
    /// Records connected with at least one of these countries (ISO 3166-1 alpha-2, lower case); empty for all.
    pub countries: BTreeSet<String>,
    /// Records that changed at this moment or later (`2023-01-17T12:14:12` or a beginning of it).
    pub changed_since: Option<String>,
    /// None of these records: reviewed and found to be somebody else. A record is named by its id or any of its referents.
    pub not_ids: HashSet<String>,
}

/// Properties that name a country.
const COUNTRIES: &[&str] = &[
    "country",
    "nationality",
    "citizenship",
    "birthCountry",
    "jurisdiction",
    "mainCountry",
    "flag",
];

impl Filter {
    /// Whether a record on these lists may answer.
    pub(crate) fn lets_lists(&self, lists: &[String]) -> bool {
        let on_list = self
            .datasets
            .as_ref()
            .is_none_or(|set| lists.iter().any(|l| set.contains(l)));
        let only_left_out =
            !self.not_datasets.is_empty() && lists.iter().all(|l| self.not_datasets.contains(l));
        on_list && !only_left_out
    }

    /// Whether the record may answer.
    pub fn lets(&self, entity: &Entity) -> bool {
        let among =
            |set: &BTreeSet<String>, values: &[String]| values.iter().any(|v| set.contains(v));
        let of_topic = self.topics.is_empty() || among(&self.topics, entity.values("topics"));
        let of_country = self.countries.is_empty()
            || COUNTRIES
                .iter()
                .any(|p| among(&self.countries, entity.values(p)));
        let changed = self
            .changed_since
            .as_deref()
            .is_none_or(|since| entity.last_change.as_deref().is_some_and(|at| at >= since));
        let named = self.not_ids.contains(&entity.id)
            || entity.referents.iter().any(|id| self.not_ids.contains(id));
        self.lets_lists(&entity.datasets)
            && of_topic
            && of_country
            && changed
            && !named
            && !self.not_schemas.contains(&entity.schema)
    }
}
