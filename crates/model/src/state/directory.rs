//! The directory: the States we know, their authorities, and the instruments they may have joined.
//!
//! Read from one JSON file in the form of `states.json`: `states` (profiles), and either each profile's own `treaties`
//! with dates, or one `treaties` object of the form `{"INSTRUMENT": ["XA", "XB"]}`. What it says of treaties is whole on
//! the day `as_of`: who does not stand there had not joined. A profile may carry its `authorities`; the file may bring
//! `instruments` of its own, or say in `treaty_notes` what those it names are. The demo's two States are such a file.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Authority, Participation, StateProfile};
use crate::basis::{Catalogue, Instrument};
use crate::{AuthorityId, Function, StateCode};

/// An authority together with its State, as the directory lists it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DirectoryEntry {
    /// The State.
    pub state: StateCode,
    /// The authority.
    #[serde(flatten)]
    pub authority: Authority,
}

/// Why a file of States cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum StatesError {
    /// Not the JSON we expect; the message names line and column.
    #[error("not a file of States: {0}")]
    Json(#[from] serde_json::Error),
    /// The same State stands there twice.
    #[error("State {0} stands there twice")]
    Twice(StateCode),
}

/// States, authorities and instruments known to a node.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    states: BTreeMap<StateCode, StateProfile>,
    entries: Vec<DirectoryEntry>,
    catalogue: Catalogue,
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    as_of: Option<Date>,
    states: Vec<Entry>,
    #[serde(default)]
    treaties: BTreeMap<String, Vec<StateCode>>,
    #[serde(default)]
    treaty_notes: BTreeMap<String, String>,
    #[serde(default)]
    instruments: Vec<Instrument>,
}

#[derive(Deserialize)]
struct Entry {
    #[serde(flatten)]
    profile: StateProfile,
    #[serde(default)]
    authorities: Vec<Authority>,
}

impl Directory {
    /// Reads a file of States.
    ///
    /// # Errors
    /// [`StatesError`] where it is not such a file.
    pub fn parse(json: &str) -> Result<Self, StatesError> {
        let file: File = serde_json::from_str(json)?;
        let mut directory = Self {
            catalogue: Catalogue::universal(),
            ..Self::default()
        };
        for instrument in file.instruments {
            directory.catalogue.add(instrument);
        }
        for entry in file.states {
            let mut profile = entry.profile;
            // A file that says nothing of treaties does not say that none were joined.
            if !file.treaties.is_empty() || !profile.treaties.is_empty() {
                profile.treaties_as_of = profile.treaties_as_of.or(file.as_of);
            }
            for (instrument, parties) in &file.treaties {
                if parties.contains(&profile.code) && profile.participation(instrument).is_none() {
                    profile.treaties.push(Participation::undated(instrument));
                }
            }
            for part in &profile.treaties {
                directory.catalogue.infer(&part.instrument);
            }
            if directory.states.contains_key(&profile.code) {
                return Err(StatesError::Twice(profile.code));
            }
            directory.add(profile, entry.authorities);
        }
        for (instrument, note) in &file.treaty_notes {
            directory.catalogue.note(instrument, note);
        }
        Ok(directory)
    }

    /// A directory of no State yet, with these instruments.
    #[must_use]
    pub fn of(catalogue: Catalogue) -> Self {
        Self {
            catalogue,
            ..Self::default()
        }
    }

    /// Puts a State with its authorities in, in place of what was known of it before.
    pub fn add(&mut self, profile: StateProfile, authorities: Vec<Authority>) {
        self.entries.retain(|entry| entry.state != profile.code);
        self.entries
            .extend(authorities.into_iter().map(|authority| DirectoryEntry {
                state: profile.code.clone(),
                authority,
            }));
        self.states.insert(profile.code.clone(), profile);
    }

    /// Every State, by code.
    pub fn states(&self) -> impl Iterator<Item = &StateProfile> {
        self.states.values()
    }

    /// One State.
    #[must_use]
    pub fn state(&self, code: &StateCode) -> Option<&StateProfile> {
        self.states.get(code)
    }

    /// Every authority, States in the order of their coming.
    #[must_use]
    pub fn entries(&self) -> &[DirectoryEntry] {
        &self.entries
    }

    /// The authorities of a State.
    pub fn authorities(&self, state: &StateCode) -> impl Iterator<Item = &Authority> {
        self.entries
            .iter()
            .filter(move |entry| entry.state == *state)
            .map(|entry| &entry.authority)
    }

    /// One authority.
    #[must_use]
    pub fn authority(&self, state: &StateCode, id: &AuthorityId) -> Option<&Authority> {
        self.authorities(state)
            .find(|authority| authority.id == *id)
    }

    /// The first authority of a State that is competent for `function`.
    #[must_use]
    pub fn competent(&self, state: &StateCode, function: Function) -> Option<&Authority> {
        self.authorities(state)
            .find(|authority| authority.functions.contains(&function))
    }

    /// The instruments known.
    #[must_use]
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// Functions present in a State, for the page that shows what a partner can do.
    #[must_use]
    pub fn functions(&self, state: &StateCode) -> BTreeSet<Function> {
        self.authorities(state)
            .flat_map(|authority| authority.functions.iter().copied())
            .collect()
    }
}

const DEMO_STATES: &str = include_str!("../../data/demo_states.json");

/// The two fictional States of the demo, XA Arvenia and XB Belmora, as checked on `today`.
///
/// # Errors
/// [`StatesError`] never for the file that is built in; a test reads it.
pub fn demo(today: Date) -> Result<Directory, StatesError> {
    let mut directory = Directory::parse(DEMO_STATES)?;
    for state in directory.states.values_mut() {
        state.treaties_as_of = Some(today);
    }
    for entry in &mut directory.entries {
        entry.authority.verified_on = Some(today);
    }
    Ok(directory)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;
    use crate::state::{Consent, DeathPenalty, Zone};
    use jiff::civil::date;

    #[test]
    fn the_demo_has_all_its_desks_in_six_languages() {
        let directory = demo(date(2026, 3, 2)).expect("the built-in file");
        assert_eq!(directory.states().count(), 2);
        for state in directory.states() {
            for lang in Lang::ALL {
                assert!(state.name.contains_key(lang), "{} {lang}", state.code);
            }
            assert!(state.zone().is_some());
            for function in [
                Function::CentralAuthority,
                Function::Mla,
                Function::DutyDesk247,
                Function::Fiu,
                Function::Court,
            ] {
                assert!(
                    directory.competent(&state.code, function).is_some(),
                    "{} lacks {function}",
                    state.code
                );
            }
            for authority in directory.authorities(&state.code) {
                for lang in Lang::ALL {
                    assert!(authority.name.contains_key(lang), "{} {lang}", authority.id);
                }
                assert!(Zone::parse(&authority.zone).is_some() || authority.zone.is_empty());
            }
            for part in &state.treaties {
                assert!(part.since.is_some() && part.consent != Consent::Unknown);
                assert!(directory.catalogue().get(&part.instrument).is_some());
            }
        }
    }

    #[test]
    fn a_profile_survives_the_journey() {
        let directory = demo(date(2026, 3, 2)).expect("the built-in file");
        for state in directory.states() {
            let json = serde_json::to_string(state).expect("write");
            let back: StateProfile = serde_json::from_str(&json).expect("read");
            assert_eq!(&back, state);
        }
        for entry in directory.entries() {
            let json = serde_json::to_string(entry).expect("write");
            let back: DirectoryEntry = serde_json::from_str(&json).expect("read");
            assert_eq!(&back, entry);
        }
    }

    #[test]
    fn what_nobody_said_is_unknown() {
        let directory =
            Directory::parse(r#"{"states":[{"code":"XZ","name":"Zemia"}]}"#).expect("parse");
        let state = directory.state(&"XZ".parse().unwrap()).expect("XZ");
        assert_eq!(state.death_penalty, DeathPenalty::Unknown);
        assert_eq!(state.extradition_needs_treaty, None);
        assert!(!state.is_abolitionist());
        let odd =
            r#"{"states":[{"code":"XZ","name":"Zemia","death_penalty":"moratorium_by_decree"}]}"#;
        let directory = Directory::parse(odd).expect("an unknown value is kept as unknown");
        assert_eq!(
            directory
                .state(&"XZ".parse().unwrap())
                .map(|s| s.death_penalty),
            Some(DeathPenalty::Unknown)
        );
    }

    #[test]
    fn a_bad_file_is_named() {
        for bad in [
            "",
            "[]",
            r#"{"states":[{"name":"no code"}]}"#,
            r#"{"states":[{"code":"XZ","name":"Z","weekend":["Freitag"]}]}"#,
            r#"{"states":[{"code":"XZ","name":"Z"},{"code":"XZ","name":"Z"}]}"#,
        ] {
            assert!(Directory::parse(bad).is_err(), "{bad}");
        }
    }
}
