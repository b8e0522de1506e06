//! The States of the world: codes, names and formal names in six languages, membership of the United Nations.
//!
//! Public facts for naming a State and for knowing which States a depositary's list speaks of. The members of the
//! United Nations, and those beside them that join treaties deposited with its Secretary-General: the Holy See, the
//! State of Palestine, the Cook Islands, Niue and the European Union. What a State's law says stands in its profile.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Names, StateProfile, name_in};
use crate::{Lang, StateCode};

/// What everybody knows of a State.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2; `EU` for the European Union.
    pub code: StateCode,
    /// ISO 3166-1 alpha-3; empty for the European Union.
    pub alpha3: String,
    /// ISO 3166-1 numeric, three digits; empty for the European Union.
    pub number: String,
    /// Whether it is a member of the United Nations.
    pub un_member: bool,
    /// The short name.
    pub name: Names,
    /// The formal name.
    pub formal: Names,
}

impl Country {
    /// A profile that says nothing but code and name: its law is not known.
    #[must_use]
    pub fn profile(&self) -> StateProfile {
        StateProfile {
            name: self.name.clone(),
            ..StateProfile::unknown(self.code.clone(), "")
        }
    }

    /// The short name in `lang`.
    #[must_use]
    pub fn name_in(&self, lang: Lang) -> &str {
        name_in(&self.name, lang)
    }
}

/// The States of the world, by code.
#[derive(Debug, Clone, Default)]
pub struct World {
    by_code: BTreeMap<StateCode, Country>,
}

const WORLD: &str = include_str!("../../data/world.json");

#[derive(Deserialize)]
struct File {
    languages: Vec<Lang>,
    states: Vec<Row>,
}

/// Alpha-2, alpha-3, numeric code, membership; short names and formal names in the order of the file's languages.
type Row = (StateCode, String, String, bool, Vec<String>, Vec<String>);

impl World {
    /// The States that the product knows.
    #[must_use]
    pub fn built_in() -> &'static Self {
        // The file is built in and a test reads it; an unreadable one would leave no State, and every answer unknown.
        static BUILT_IN: LazyLock<World> =
            LazyLock::new(|| World::parse(WORLD).unwrap_or_default());
        &BUILT_IN
    }

    fn parse(json: &str) -> Option<Self> {
        let file: File = serde_json::from_str(json).ok()?;
        let names = |told: Vec<String>| file.languages.iter().copied().zip(told).collect::<Names>();
        let states =
            file.states
                .into_iter()
                .map(|(code, alpha3, number, un_member, name, formal)| {
                    let country = Country {
                        code: code.clone(),
                        alpha3,
                        number,
                        un_member,
                        name: names(name),
                        formal: names(formal),
                    };
                    (code, country)
                });
        Some(Self {
            by_code: states.collect(),
        })
    }

    /// A State.
    #[must_use]
    pub fn get(&self, code: &StateCode) -> Option<&Country> {
        self.by_code.get(code)
    }

    /// Every State, by code.
    pub fn states(&self) -> impl Iterator<Item = &Country> {
        self.by_code.values()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_members_of_the_united_nations_and_five_beside_them() {
        let world = World::parse(WORLD).expect("the built-in file");
        let members = world.states().filter(|state| state.un_member).count();
        assert_eq!((members, world.states().count()), (193, 198));
        for state in world.states() {
            for lang in Lang::ALL {
                for names in [&state.name, &state.formal] {
                    assert!(
                        names.get(lang).is_some_and(|name| !name.is_empty()),
                        "{} {lang}",
                        state.code
                    );
                }
            }
        }
        let beside: Vec<&str> = world
            .states()
            .filter(|state| !state.un_member)
            .map(|state| state.code.as_str())
            .collect();
        assert_eq!(beside, ["CK", "EU", "NU", "PS", "VA"]);
    }
}
