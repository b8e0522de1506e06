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

/// A line of two records.
pub fn line(value: &serde_json::Value) -> Option<(f64, bool)> {
    let side = |key: &str| {
        let mut e = Entity {
            schema: value["schema"].as_str()?.to_owned(),
            ..Entity::default()
        };
        for (k, v) in value[key].as_object()? {
            match v {
                serde_json::Value::Array(all) => all
                    .iter()
                    .filter_map(|v| v.as_str())
                    .for_each(|v| e.add(k, v)),
                serde_json::Value::String(one) => e.add(k, one),
                _ => {}
            }
        }
        Some(e)
    };
    let (q, c) = (side("query")?, side("candidate")?);
    let q = Query {
        schema: q.schema,
        properties: q.properties,
    };
    Some((compare(&q, &c), value["match"].as_bool()?))
}
