//! What besides the name tells records apart, as few bytes as it takes: sex, birth dates, countries, and the lists it is on.

use super::Query;
use super::flat::Section;
use crate::country;
use crate::dates::{self, Day, Precision, Span};
use crate::entity::{Entity, prop};

/// Properties that connect with a country.
pub(super) const COUNTRIES: &[&str] = &[
    prop::NATIONALITY,
    prop::COUNTRY,
    prop::BIRTH_COUNTRY,
    "citizenship",
    "jurisdiction",
    "mainCountry",
    "flag",
];

/// Birth dates and countries kept of one record; a record has seldom more than three.
const KEPT_MAX: usize = 24;

/// What is known of a person or thing besides its name.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Facts {
    pub(crate) sex: Option<Sex>,
    pub(crate) births: Vec<Span>,
    pub(crate) countries: Vec<Country>,
}

/// Sex as documents state it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sex {
    Male,
    Female,
}

/// A country's code in small letters, up to four of them.
pub(crate) type Country = [u8; 4];

fn packed(text: &str) -> Option<Country> {
    let code = country::code(text).map_or_else(|| text.trim().to_lowercase(), str::to_owned);
    let mut country = [0; 4];
    for (to, from) in country.iter_mut().zip(code.bytes()) {
        *to = from;
    }
    (country != [0; 4]).then_some(country)
}

impl Sex {
    pub(super) fn text(self) -> &'static str {
        match self {
            Sex::Male => "male",
            Sex::Female => "female",
        }
    }

    pub(crate) fn read(text: &str) -> Option<Sex> {
        match text.trim().chars().next().map(|c| c.to_ascii_lowercase()) {
            Some('m') => Some(Sex::Male),
            Some('f') => Some(Sex::Female),
            _ => None,
        }
    }
}

impl Facts {
    fn of<'v>(values: impl Fn(&str) -> &'v [String], read: fn(&str) -> Option<Span>) -> Facts {
        let mut facts = Facts {
            sex: values(prop::GENDER).iter().find_map(|v| Sex::read(v)),
            ..Facts::default()
        };
        for span in values(prop::BIRTH_DATE).iter().filter_map(|v| read(v)) {
            if facts.births.len() < KEPT_MAX {
                facts.births.push(span);
            }
        }
        for code in COUNTRIES
            .iter()
            .flat_map(|p| values(p))
            .filter_map(|v| packed(v))
        {
            if !facts.countries.contains(&code) && facts.countries.len() < KEPT_MAX {
                facts.countries.push(code);
            }
        }
        facts
    }

    pub(crate) fn of_entity(entity: &Entity) -> Facts {
        Facts::of(|p| entity.values(p), dates::parse)
    }

    pub(crate) fn of_query(query: &Query) -> Facts {
        Facts::of(|p| query.values(p), dates::read)
    }

    pub(super) fn write(&self, out: &mut Section) {
        out.u8(match self.sex {
            None => 0,
            Some(Sex::Male) => 1,
            Some(Sex::Female) => 2,
        });
        out.u8(self.births.len());
        out.u8(self.countries.len());
        for span in &self.births {
            for day in [span.from, span.to] {
                out.u16(usize::try_from(day.year).unwrap_or(0));
                out.u8(day.month as usize);
                out.u8(day.day as usize);
            }
            out.u8(span.precision as usize);
            out.u8(usize::from(span.about));
        }
        for country in &self.countries {
            out.0.extend_from_slice(country);
        }
    }

    pub(super) fn read(bytes: &[u8]) -> Facts {
        let mut bytes = bytes.iter().copied();
        let mut next = || bytes.next().unwrap_or(0);
        let sex = match next() {
            1 => Some(Sex::Male),
            2 => Some(Sex::Female),
            _ => None,
        };
        let (births, countries) = (next(), next());
        let mut facts = Facts {
            sex,
            births: Vec::with_capacity(births.into()),
            countries: Vec::with_capacity(countries.into()),
        };
        for _ in 0..births {
            let mut day = || Day {
                year: i32::from(u16::from_le_bytes([next(), next()])),
                month: next().into(),
                day: next().into(),
            };
            let (from, to) = (day(), day());
            let precision = match next() {
                0 => Precision::Day,
                1 => Precision::Month,
                2 => Precision::Year,
                _ => Precision::Range,
            };
            let about = next() == 1;
            facts.births.push(Span {
                from,
                to,
                precision,
                about,
            });
        }
        for _ in 0..countries {
            facts.countries.push([next(), next(), next(), next()]);
        }
        facts
    }
}
