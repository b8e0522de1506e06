//! Two names, or two records, compared by themselves: no list around them, so that only how rare names are among people counts.

use crate::entity::Entity;
use crate::index::facts::Facts;
use crate::index::{Query, same_number};
use crate::names::align::{Aligned, align};
use crate::names::evidence::{Word, evidence};
use crate::names::{self, Class, Part};
use crate::weigh;

/// A name taken apart, ready to be compared with many others.
#[derive(Clone, Debug)]
pub struct Name {
    readings: Vec<Vec<Part>>,
    organisation: bool,
}

impl Name {
    /// Takes a name apart; `organisation` where it is not a person's.
    pub fn new(text: &str, organisation: bool) -> Name {
        Name {
            readings: names::readings(text, organisation),
            organisation,
        }
    }

    /// How likely both are names of one, 0 to 1.
    pub fn compare(&self, other: &Name) -> f64 {
        self.aligned(other)
            .map_or(0.0, |a| weigh::pair_score(&a, self.organisation))
    }

    /// The best way to lay the two side by side.
    pub(crate) fn aligned(&self, other: &Name) -> Option<Aligned> {
        let pairs = self
            .readings
            .iter()
            .flat_map(|a| other.readings.iter().map(move |b| (a, b)));
        let laid = pairs.map(|(a, b)| beside(a, b));
        laid.max_by(|a, b| weigh::name_score(a).total_cmp(&weigh::name_score(b)))
    }
}

fn beside(a: &[Part], b: &[Part]) -> Aligned {
    let asked: Vec<Word<'_>> = a.iter().map(Part::word).collect();
    let listed: Vec<Word<'_>> = b.iter().map(Part::word).collect();
    align(&asked, &listed, &mut |at, place| {
        let (a, b) = (asked.get(at)?, listed.get(place)?);
        if !matches!(
            (a.class, b.class),
            (Class::Ordinary | Class::Weak, Class::Ordinary | Class::Weak)
        ) {
            return None;
        }
        evidence(a, b)
    })
}

/// A name of nobody knows what is taken for a person's.
fn is_organisation(schema: &str) -> bool {
    !matches!(schema, "" | "Person" | "Thing")
}

/// How likely two records are of one person or thing, 0 to 1.
pub fn compare(query: &Query, record: &Entity) -> f64 {
    let organisation = is_organisation(&query.schema);
    let listed: Vec<Name> = crate::index::names_of(record)
        .iter()
        .map(|n| Name::new(n, organisation))
        .collect();
    let asked: Vec<Name> = query
        .names()
        .iter()
        .map(|n| Name::new(n, organisation))
        .collect();
    let pairs = asked
        .iter()
        .flat_map(|a| listed.iter().map(move |b| a.compare(b)));
    let name = pairs.fold(0.0, f64::max);
    let mut found = Vec::new();
    weigh::facts(
        &Facts::of_query(query),
        &Facts::of_entity(record),
        &mut found,
    );
    let number = same_number(query, record);
    weigh::score(name, number, found.iter().map(|(_, says)| *says))
}

/// How likely two names are one's; the schema, where it is known, says what kind of names they are.
pub fn compare_names(schema: &str, a: &str, b: &str) -> f64 {
    let organisation = is_organisation(schema);
    Name::new(a, organisation).compare(&Name::new(b, organisation))
}

/// What was found when the two names were laid side by side, where any part met.
pub fn sums(schema: &str, a: &str, b: &str) -> Option<crate::index::Sums> {
    let organisation = is_organisation(schema);
    Name::new(a, organisation)
        .aligned(&Name::new(b, organisation))
        .filter(|a| !a.pairs.is_empty())
        .map(|a| a.sums)
}

/// How likely the two records of a JSON object are one's: `query` and `candidate`, each an object of properties or with them under
/// `properties`, and their `schema` in each or beside them. `None` where there are not two records.
pub fn of_json(pair: &serde_json::Value) -> Option<f64> {
    let beside = pair
        .get("schema")
        .and_then(|s| s.as_str())
        .unwrap_or("Person");
    let side = |key: &str| {
        let record = pair.get(key)?.as_object()?;
        let schema = record.get("schema").and_then(|s| s.as_str());
        let mut entity = Entity {
            schema: schema.unwrap_or(beside).to_owned(),
            ..Entity::default()
        };
        let inner = record.get("properties").and_then(|p| p.as_object());
        for (property, values) in inner.unwrap_or(record) {
            let values = values
                .as_array()
                .map_or(std::slice::from_ref(values), Vec::as_slice);
            values
                .iter()
                .filter_map(|v| v.as_str())
                .for_each(|v| entity.add(property, v));
        }
        Some(entity)
    };
    let (asked, listed) = (side("query")?, side("candidate")?);
    let query = Query {
        schema: asked.schema,
        properties: asked.properties,
    };
    Some(compare(&query, &listed))
}
