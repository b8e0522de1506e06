//! What besides the name speaks for or against a record: birth date, country, sex, document numbers.
//!
//! Here it is put into words of the query and the record, for the few records that are shown; what it says is worked out from
//! the few bytes of [`super::facts`] by the same rules ([`crate::weigh`]). A wrong birth date never clears a name by itself, and a
//! country or a birthplace never makes one: the weights see to it.

use serde::{Deserialize, Serialize};

use super::facts::{COUNTRIES, Sex};
use super::{Query, keys, kinds};
use crate::country;
use crate::dates;
use crate::entity::{Entity, prop};
use crate::weigh;

/// What was compared, and how it came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FeatureKind {
    /// The same day of birth.
    BirthDay,
    /// Day and month of birth exchanged.
    BirthDaySwapped,
    /// The same month of birth; the day is not known.
    BirthMonth,
    /// The same year of birth; more is not known.
    BirthYear,
    /// A birth date within the range or the "about" of the list.
    BirthWithin,
    /// Another day of the same year.
    BirthDayOther,
    /// Another year.
    BirthYearOther,
    /// A country in common.
    Country,
    /// No country in common.
    CountryOther,
    /// The same sex.
    Sex,
    /// The other sex.
    SexOther,
    /// The same document number.
    Document,
}

impl FeatureKind {
    /// Stable code for texts and logs.
    pub fn code(self) -> &'static str {
        match self {
            FeatureKind::BirthDay => "birth-day",
            FeatureKind::BirthDaySwapped => "birth-day-swapped",
            FeatureKind::BirthMonth => "birth-month",
            FeatureKind::BirthYear => "birth-year",
            FeatureKind::BirthWithin => "birth-within",
            FeatureKind::BirthDayOther => "birth-day-other",
            FeatureKind::BirthYearOther => "birth-year-other",
            FeatureKind::Country => "country",
            FeatureKind::CountryOther => "country-other",
            FeatureKind::Sex => "sex",
            FeatureKind::SexOther => "sex-other",
            FeatureKind::Document => "document",
        }
    }
}

/// One thing for or against, with what was asked and what is listed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Feature {
    /// What, and how it came out.
    pub kind: FeatureKind,
    /// As asked.
    pub query: String,
    /// As listed.
    pub candidate: String,
    /// How much it says, in nats: 0.7 doubles the odds or halves them.
    pub weight: f64,
}

/// Everything besides the name, for and against.
pub(super) fn texts(query: &Query, entity: &Entity, number: bool) -> (Vec<Feature>, Vec<Feature>) {
    let mut found: Vec<(Feature, f64)> = Vec::new();
    if number {
        found.extend(same_number(query, entity));
    }
    found.extend(birth(query, entity));
    found.extend(countries(query, entity));
    found.extend(sex(query, entity));
    let (for_, against): (Vec<_>, Vec<_>) = found.into_iter().partition(|(_, says)| *says >= 0.0);
    let plain = |list: Vec<(Feature, f64)>| list.into_iter().map(|(feature, _)| feature).collect();
    (plain(for_), plain(against))
}

fn feature(kind: FeatureKind, query: &str, candidate: &str, says: f64) -> (Feature, f64) {
    let feature = Feature {
        kind,
        query: query.to_owned(),
        candidate: candidate.to_owned(),
        weight: says.abs(),
    };
    (feature, says)
}

pub(super) fn same_number(query: &Query, entity: &Entity) -> Option<(Feature, f64)> {
    let asked = query.as_entity();
    let kind = FeatureKind::Document;
    kinds::numbers(&asked).find_map(|(_, asked)| {
        let numbers = keys::numbers_in(asked);
        let meets = |text: &str| keys::numbers_in(text).iter().any(|n| numbers.contains(n));
        let (_, listed) = kinds::numbers(entity).find(|(_, text)| meets(text))?;
        Some(feature(kind, asked, listed, weigh::nats(kind)))
    })
}

/// The best agreement of any asked with any listed date: a list that knows several dates is not contradicted by one of them.
fn birth(query: &Query, entity: &Entity) -> Option<(Feature, f64)> {
    let asked = query.values(prop::BIRTH_DATE).iter();
    let pairs = asked.flat_map(|a| entity.values(prop::BIRTH_DATE).iter().map(move |b| (a, b)));
    let read = pairs.filter_map(|(a, b)| {
        let (kind, says) = weigh::birth(dates::read(a)?, dates::parse(b)?);
        Some(feature(kind, a, b, says))
    });
    read.max_by(|a, b| a.1.total_cmp(&b.1))
}

fn countries(query: &Query, entity: &Entity) -> Option<(Feature, f64)> {
    let asked: Vec<&String> = COUNTRIES.iter().flat_map(|p| query.values(p)).collect();
    let listed: Vec<&String> = COUNTRIES.iter().flat_map(|p| entity.values(p)).collect();
    let (first_asked, first_listed) = (asked.first()?, listed.first()?);
    let same = asked
        .iter()
        .find_map(|a| Some((a, listed.iter().find(|b| same_country(a, b))?)));
    let (kind, (asked, listed)) = match same {
        Some(met) => (FeatureKind::Country, met),
        None => (FeatureKind::CountryOther, (first_asked, first_listed)),
    };
    Some(feature(kind, asked, listed, weigh::nats(kind)))
}

fn same_country(a: &str, b: &str) -> bool {
    country::code_or_text(a).eq_ignore_ascii_case(&country::code_or_text(b))
}

fn sex(query: &Query, entity: &Entity) -> Option<(Feature, f64)> {
    let read = |values: &[String]| values.iter().find_map(|v| Sex::read(v));
    let (asked, listed) = (
        read(query.values(prop::GENDER))?,
        read(entity.values(prop::GENDER))?,
    );
    let kind = weigh::sex(asked, listed);
    Some(feature(
        kind,
        asked.text(),
        listed.text(),
        weigh::nats(kind),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What speaks for and against one listed person, asked for by one value.
    fn found(property: &str, value: &str) -> (Vec<Feature>, Vec<Feature>) {
        let mut entity = Entity {
            schema: "Person".into(),
            ..Entity::default()
        };
        for (property, value) in [
            (prop::BIRTH_DATE, "1965-03-02"),
            (prop::BIRTH_DATE, "1968"),
            (prop::NATIONALITY, "ir"),
            (prop::GENDER, "male"),
            (prop::PASSPORT_NUMBER, "Diplomatic Passport: Z30321794"),
        ] {
            entity.add(property, value);
        }
        let query = Query {
            schema: "Person".into(),
            ..Query::default()
        };
        let number = property.ends_with("Number");
        texts(&query.with(property, value), &entity, number)
    }

    #[test]
    fn features_speak_for_or_against() {
        for (property, value, expect) in [
            (prop::BIRTH_DATE, "1965-03-02", Ok(FeatureKind::BirthDay)),
            (
                prop::BIRTH_DATE,
                "1965-02-03",
                Ok(FeatureKind::BirthDaySwapped),
            ),
            (prop::BIRTH_DATE, "1965-03", Ok(FeatureKind::BirthMonth)),
            (prop::BIRTH_DATE, "1968-09-09", Ok(FeatureKind::BirthYear)),
            (prop::BIRTH_DATE, "1965-01-01", Ok(FeatureKind::BirthYear)),
            (
                prop::BIRTH_DATE,
                "1965-03-05",
                Err(FeatureKind::BirthDayOther),
            ),
            (
                prop::BIRTH_DATE,
                "1980-03-02",
                Err(FeatureKind::BirthYearOther),
            ),
            (prop::NATIONALITY, "IRN", Ok(FeatureKind::Country)),
            (
                prop::NATIONALITY,
                "Iran (Islamic Republic of)",
                Ok(FeatureKind::Country),
            ),
            (prop::NATIONALITY, "FRA", Err(FeatureKind::CountryOther)),
            (prop::GENDER, "M", Ok(FeatureKind::Sex)),
            (prop::GENDER, "F", Err(FeatureKind::SexOther)),
            (prop::ID_NUMBER, "z30321794", Ok(FeatureKind::Document)),
        ] {
            let (for_, against) = found(property, value);
            let first = |list: &[Feature]| list.first().map(|f| f.kind);
            assert_eq!(
                (first(&for_), first(&against)),
                (expect.ok(), expect.err()),
                "{property} {value}"
            );
        }
        for (property, value) in [
            (prop::GENDER, "X"),
            (prop::BIRTH_DATE, "unknown"),
            (prop::PASSPORT_NUMBER, "A1"),
        ] {
            let (for_, against) = found(property, value);
            assert!(for_.is_empty() && against.is_empty());
        }
    }
}
