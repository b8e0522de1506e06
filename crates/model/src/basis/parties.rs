//! Who joined what, as the depositaries' lists say: one list for an instrument, each true on a day of its own.
//!
//! A list is whole for the States that its depositary knows ([`crate::state::World`]): whoever does not stand there had
//! not joined on that day. The product ships lists of early 2015 for treaties deposited with the Secretary-General;
//! newer ones are imported ([`Lists::read_csv`]). What a State says of itself stands in its profile.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::StateCode;
use crate::state::{Consent, Participation};

/// Who joined one instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyList {
    /// The day on which the list was true.
    pub as_of: Date,
    /// Where it comes from.
    pub source: String,
    /// Everybody who signed or joined, by code.
    pub parties: BTreeMap<StateCode, Participation>,
}

/// The lists, by instrument.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lists {
    by_instrument: BTreeMap<String, PartyList>,
}

const BUILT_IN: &str = include_str!("../../data/participation.json");

#[derive(Deserialize)]
struct File {
    source: String,
    lists: BTreeMap<String, FileList>,
}

#[derive(Deserialize)]
struct FileList {
    as_of: Date,
    parties: String,
}

impl Lists {
    /// The lists that the product ships.
    #[must_use]
    pub fn built_in() -> Self {
        // The file is built in and a test reads it; an unreadable one would leave no list, and every answer unknown.
        Self::parse(BUILT_IN).unwrap_or_default()
    }

    fn parse(json: &str) -> Option<Self> {
        let file: File = serde_json::from_str(json).ok()?;
        let mut lists = Self::default();
        for (instrument, list) in file.lists {
            let mut parties = BTreeMap::new();
            for told in list.parties.split(' ') {
                let (state, part) = party(&instrument, told)?;
                parties.insert(state, part);
            }
            lists.put(
                &instrument,
                PartyList {
                    as_of: list.as_of,
                    source: file.source.clone(),
                    parties,
                },
            );
        }
        Some(lists)
    }

    /// The list of an instrument; `None` where there is none.
    #[must_use]
    pub fn of(&self, instrument: &str) -> Option<&PartyList> {
        self.by_instrument.get(instrument)
    }

    /// Every instrument with its list.
    pub fn all(&self) -> impl Iterator<Item = (&str, &PartyList)> {
        self.by_instrument
            .iter()
            .map(|(instrument, list)| (instrument.as_str(), list))
    }

    /// Puts a list in, in place of the one that was there.
    pub fn put(&mut self, instrument: &str, list: PartyList) {
        self.by_instrument.insert(instrument.to_owned(), list);
    }
}

/// One party as the built-in file writes it: `DZ:1998-12-17/2001-11-08r`, the days of signature and of consent, each
/// left out where there is none, and a letter for the kind of consent.
fn party(instrument: &str, told: &str) -> Option<(StateCode, Participation)> {
    let (state, days) = told.split_once(':')?;
    let (signed, consent) = days.split_once('/')?;
    let day = |text: &str| text.parse::<Date>().ok();
    let mut part = Participation::undated(instrument);
    part.consent = Consent::Signature;
    if !signed.is_empty() {
        part.signed = Some(day(signed)?);
    }
    if !consent.is_empty() {
        let (consented, kind) = consent.split_at_checked(10)?;
        part.consented = Some(day(consented)?);
        part.consent = match kind {
            "r" => Consent::Ratification,
            "A" => Consent::Acceptance,
            "AA" => Consent::Approval,
            "a" => Consent::Accession,
            "d" => Consent::Succession,
            "c" => Consent::FormalConfirmation,
            _ => return None,
        };
    }
    Some((state.parse().ok()?, part))
}
