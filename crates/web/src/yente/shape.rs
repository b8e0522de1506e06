//! Records and answers in the shapes of these clients.

use std::collections::BTreeMap;

use office::screening::ask::found::{Beside, Entity, Explanation, Feature, Hit, Nested, PartMatch};
use office::screening::ask::is_target;
use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};
use serde_json::{Value, json};

/// A record.
pub(super) struct Record<'a>(pub(super) &'a Entity);

/// A moment as these clients read it: `2023-01-17T12:14:12`, no zone, no fraction; `None` for what is none.
fn moment(text: Option<&String>) -> Option<String> {
    let text = text?;
    let day = text.get(..10)?;
    match text.get(11..19) {
        Some(time) if text.get(10..11) == Some("T") => Some(format!("{day}T{time}")),
        _ => Some(format!("{day}T00:00:00")),
    }
}

fn entries<M: serde::ser::SerializeMap>(map: &mut M, entity: &Entity) -> Result<(), M::Error> {
    let caption = match entity.caption.as_str() {
        "" => entity.id.as_str(),
        caption => caption,
    };
    map.serialize_entry("id", &entity.id)?;
    map.serialize_entry("caption", caption)?;
    map.serialize_entry("schema", &entity.schema)?;
    map.serialize_entry("datasets", &entity.datasets)?;
    map.serialize_entry("referents", &entity.referents)?;
    map.serialize_entry("target", &is_target(entity))?;
    map.serialize_entry("first_seen", &moment(entity.first_seen.as_ref()))?;
    map.serialize_entry("last_seen", &moment(entity.last_seen.as_ref()))?;
    map.serialize_entry("last_change", &moment(entity.last_change.as_ref()))?;
    map.serialize_entry("origin", &entity.origin)
}

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        entries(&mut map, self.0)?;
        map.serialize_entry("properties", &self.0.properties)?;
        map.end()
    }
}

/// A record with those beside it in the place of their ids.
pub(super) struct Around<'a>(pub(super) &'a Nested);

#[derive(Serialize)]
#[serde(untagged)]
enum Values<'a> {
    Plain(&'a [String]),
    Records(Vec<Around<'a>>),
}

impl Serialize for Around<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let nested = self.0;
        let mut properties: BTreeMap<&str, Values<'_>> = BTreeMap::new();
        for (name, values) in &nested.entity.properties {
            properties.insert(name, Values::Plain(values));
        }
        for (name, beside) in &nested.beside {
            properties.insert(name, Values::Records(beside.iter().map(Around).collect()));
        }
        let mut map = to.serialize_map(None)?;
        entries(&mut map, &nested.entity)?;
        map.serialize_entry("properties", &properties)?;
        map.end()
    }
}

/// A page of what a link leads to.
pub(super) fn beside(page: &Beside, (offset, limit): (usize, usize)) -> Value {
    let results: Vec<Around<'_>> = page.results.iter().map(Around).collect();
    json!({ "results": results, "total": total(page.total, true), "limit": limit, "offset": offset })
}

/// How many there are.
pub(super) fn total(value: usize, exact: bool) -> Value {
    json!({ "value": value, "relation": if exact { "eq" } else { "gte" } })
}

/// A record that may be meant.
pub(super) struct Scored<'a> {
    pub(super) hit: &'a Hit,
    /// From this score on it is called a match.
    pub(super) threshold: f64,
}

impl Serialize for Scored<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let hit = self.hit;
        let mut map = to.serialize_map(None)?;
        entries(&mut map, &hit.entity)?;
        map.serialize_entry("properties", &hit.entity.properties)?;
        map.serialize_entry("score", &hit.score)?;
        map.serialize_entry("match", &(hit.score >= self.threshold))?;
        map.serialize_entry("explanations", &explanations(&hit.explanation))?;
        map.serialize_entry("explanation", &hit.explanation)?;
        map.end()
    }
}

/// One feature of a comparison.
#[derive(Debug, Serialize)]
struct FeatureJson {
    detail: Option<String>,
    score: f64,
    query: Option<String>,
    candidate: Option<String>,
}

/// The features these clients know by name, and what they are of ours.
const FEATURES: &[(&str, &str)] = &[
    ("birth-day", "birth_date_match"),
    ("birth-day-swapped", "birth_date_match"),
    ("birth-month", "birth_date_match"),
    ("birth-year", "birth_date_match"),
    ("birth-within", "birth_date_match"),
    ("birth-day-other", "dob_day_disjoint"),
    ("birth-year-other", "dob_year_disjoint"),
    ("country", "country_match"),
    ("country-other", "country_mismatch"),
    ("sex", "gender_match"),
    ("sex-other", "gender_mismatch"),
    ("document", "identifier_match"),
];

fn part(part: &PartMatch) -> String {
    let word = |text: &str| if text.is_empty() { "-" } else { text }.to_owned();
    format!(
        "{} = {} ({:.2})",
        word(&part.query),
        word(&part.candidate),
        part.score
    )
}

/// Why, feature by feature: what spoke against has a score below nothing.
fn explanations(why: &Explanation) -> BTreeMap<String, FeatureJson> {
    let mut all = BTreeMap::new();
    if !why.name.is_empty() {
        let asked: Vec<&str> = why
            .parts
            .iter()
            .map(|part| part.query.as_str())
            .filter(|text| !text.is_empty())
            .collect();
        let parts: Vec<String> = why.parts.iter().map(part).collect();
        all.insert(
            "name_match".to_owned(),
            FeatureJson {
                detail: Some(parts.join(", ")),
                score: why.name_score,
                query: Some(asked.join(" ")),
                candidate: Some(why.name.clone()),
            },
        );
    }
    let mut add = |feature: &Feature, sign: f64| {
        let code = feature.kind.code();
        let known = FEATURES.iter().find(|(ours, _)| *ours == code);
        let name = known.map_or_else(|| code.replace('-', "_"), |(_, name)| (*name).to_owned());
        all.insert(
            name,
            FeatureJson {
                detail: Some(code.to_owned()),
                score: sign * feature.weight,
                query: Some(feature.query.clone()),
                candidate: Some(feature.candidate.clone()),
            },
        );
    };
    why.for_.iter().for_each(|feature| add(feature, 1.0));
    why.against.iter().for_each(|feature| add(feature, -1.0));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_have_one_form() {
        let table = [
            ("2023-01-17T12:14:12", Some("2023-01-17T12:14:12")),
            ("2023-01-17T12:14:12.5Z", Some("2023-01-17T12:14:12")),
            ("2023-01-17", Some("2023-01-17T00:00:00")),
            ("2023", None),
        ];
        for (text, expect) in table {
            assert_eq!(moment(Some(&text.to_owned())).as_deref(), expect, "{text}");
        }
    }
}
