//! What besides the name speaks for or against a record: birth date, country, sex, document numbers.
//!
//! A wrong birth date never clears a name by itself, and a country or a birthplace never makes one: the weights see to it.

use serde::{Deserialize, Serialize};

use super::{Query, keys};
use crate::country;
use crate::dates::{self, Agreement, Day, Precision, Span};
use crate::entity::{Entity, prop};

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
    /// How much it counts, 0 to 1.
    pub weight: f64,
}

/// All that was found.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) for_: Vec<Feature>,
    pub(super) against: Vec<Feature>,
}

/// Weighs everything besides the name.
pub(super) fn weigh(query: &Query, entity: &Entity) -> Found {
    let mut found = Found::default();
    documents(query, entity, &mut found);
    birth(query, entity, &mut found);
    countries(query, entity, &mut found);
    sex(query, entity, &mut found);
    found
}

fn documents(query: &Query, entity: &Entity, found: &mut Found) {
    let properties = [prop::PASSPORT_NUMBER, prop::ID_NUMBER];
    for asked in properties.iter().flat_map(|p| query.values(p)) {
        let numbers = keys::numbers_in(asked);
        let mut listed = properties.iter().flat_map(|p| entity.values(p));
        let same = listed.find(|text| keys::numbers_in(text).iter().any(|n| numbers.contains(n)));
        if let Some(listed) = same {
            let (query, candidate) = (asked.clone(), listed.clone());
            found.for_.push(Feature {
                kind: FeatureKind::Document,
                query,
                candidate,
                weight: 0.8,
            });
            return;
        }
    }
}

/// The best agreement of any asked with any listed date: a list that knows several dates is not contradicted by one of them.
fn birth(query: &Query, entity: &Entity, found: &mut Found) {
    let mut best: Option<(f64, FeatureKind, &str, &str)> = None;
    for asked in query.values(prop::BIRTH_DATE) {
        for listed in entity.values(prop::BIRTH_DATE) {
            let (Some(a), Some(b)) = (dates::read(asked), dates::parse(listed)) else {
                continue;
            };
            let (kind, weight) = weight(a, b);
            if best.is_none_or(|(w, ..)| weight > w) {
                best = Some((weight, kind, asked, listed));
            }
        }
    }
    if let Some((weight, kind, query, candidate)) = best {
        let feature = Feature {
            kind,
            query: query.to_owned(),
            candidate: candidate.to_owned(),
            weight: weight.abs(),
        };
        if weight > 0.0 {
            found.for_.push(feature)
        } else {
            found.against.push(feature)
        }
    }
}

/// For (positive) or against (negative).
fn weight(a: Span, b: Span) -> (FeatureKind, f64) {
    let agreement = dates::compare(a, b);
    if agreement == Agreement::SameDay {
        return (
            FeatureKind::BirthDay,
            if is_first_january(a) { 0.35 } else { 0.5 },
        );
    }
    // The first of January stands for "some day of that year" in many registers.
    let agreement = match agreement {
        Agreement::OtherDay | Agreement::Swapped if is_first_january(a) || is_first_january(b) => {
            Agreement::SameYear
        }
        other => other,
    };
    match agreement {
        Agreement::SameDay => (FeatureKind::BirthDay, 0.5),
        Agreement::SameMonth => (FeatureKind::BirthMonth, 0.35),
        Agreement::SameYear => (FeatureKind::BirthYear, 0.25),
        Agreement::Swapped => (FeatureKind::BirthDaySwapped, 0.2),
        Agreement::Within => (FeatureKind::BirthWithin, 0.15),
        Agreement::OtherDay => (FeatureKind::BirthDayOther, -0.12),
        Agreement::Apart(0 | 1) => (FeatureKind::BirthYearOther, -0.12),
        Agreement::Apart(2) => (FeatureKind::BirthYearOther, -0.2),
        Agreement::Apart(3..=9) => (FeatureKind::BirthYearOther, -0.28),
        Agreement::Apart(_) => (FeatureKind::BirthYearOther, -0.45),
    }
}

fn is_first_january(span: Span) -> bool {
    span.precision == Precision::Day
        && matches!(
            span.from,
            Day {
                month: 1,
                day: 1,
                ..
            }
        )
}

fn countries(query: &Query, entity: &Entity, found: &mut Found) {
    let properties = [
        prop::NATIONALITY,
        prop::COUNTRY,
        prop::BIRTH_COUNTRY,
        "citizenship",
    ];
    let asked: Vec<&String> = properties.iter().flat_map(|p| query.values(p)).collect();
    let listed: Vec<&String> = properties.iter().flat_map(|p| entity.values(p)).collect();
    let (Some(first_asked), Some(first_listed)) = (asked.first(), listed.first()) else {
        return;
    };
    let same = asked
        .iter()
        .find_map(|a| Some((a, listed.iter().find(|b| same_country(a, b))?)));
    let feature = |kind, query: &str, candidate: &str, weight| {
        let (query, candidate) = (query.to_owned(), candidate.to_owned());
        Feature {
            kind,
            query,
            candidate,
            weight,
        }
    };
    match same {
        Some((a, b)) => found.for_.push(feature(FeatureKind::Country, a, b, 0.1)),
        None => found.against.push(feature(
            FeatureKind::CountryOther,
            first_asked,
            first_listed,
            0.04,
        )),
    }
}

fn same_country(a: &str, b: &str) -> bool {
    country::code_or_text(a).eq_ignore_ascii_case(&country::code_or_text(b))
}

fn sex(query: &Query, entity: &Entity, found: &mut Found) {
    let sex = |text: &String| match text.trim().chars().next().map(|c| c.to_ascii_lowercase()) {
        Some('m') => Some("male"),
        Some('f') => Some("female"),
        _ => None,
    };
    let asked = query.values(prop::GENDER).iter().find_map(sex);
    let listed = entity.values(prop::GENDER).iter().find_map(sex);
    let (Some(asked), Some(listed)) = (asked, listed) else {
        return;
    };
    let feature = |kind, weight| Feature {
        kind,
        query: asked.to_owned(),
        candidate: listed.to_owned(),
        weight,
    };
    if asked == listed {
        found.for_.push(feature(FeatureKind::Sex, 0.02));
    } else {
        found.against.push(feature(FeatureKind::SexOther, 0.25));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_speak_for_or_against() {
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
            let found = weigh(&Query::default().with(property, value), &entity);
            let first = |list: &[Feature]| list.first().map(|f| f.kind);
            assert_eq!(
                (first(&found.for_), first(&found.against)),
                (expect.ok(), expect.err()),
                "{property} {value}"
            );
        }
        for (property, value) in [
            (prop::GENDER, "X"),
            (prop::BIRTH_DATE, "unknown"),
            (prop::PASSPORT_NUMBER, "A1"),
        ] {
            let found = weigh(&Query::default().with(property, value), &entity);
            assert!(found.for_.is_empty() && found.against.is_empty());
        }
    }
}
