//! Authorities as the directory lists them: what each is competent for, how to reach it, and what is known of its entry.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use super::{Names, OfficeHours, StateProfile, days, name_in, names};
use crate::{AuthorityId, Function, Lang};

/// An authority of a State.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Authority {
    /// Its short name inside the State.
    pub id: AuthorityId,
    /// Its name.
    #[serde(deserialize_with = "names::read")]
    pub name: Names,
    /// Its name in the State's own language, where that is none of the six.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub native: Option<String>,
    /// What it is competent for.
    pub functions: BTreeSet<Function>,
    /// Languages in which it reads requests; empty: those of the State's profile.
    #[serde(default)]
    pub languages: Vec<String>,
    /// Languages in which it reads urgent requests; empty: those of the State's profile.
    #[serde(default)]
    pub urgent_languages: Vec<String>,
    /// Where its clocks run: IANA name or offset; empty: the State's.
    #[serde(default)]
    pub zone: String,
    /// Its weekend; empty: the State's.
    #[serde(default, with = "days")]
    pub weekend: Vec<Weekday>,
    /// Its holidays beside the State's.
    #[serde(default)]
    pub holidays: Vec<Date>,
    /// When it is open on working days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office_hours: Option<OfficeHours>,
    /// Telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Telephone answered day and night.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty_phone: Option<String>,
    /// Electronic mail (for notices without content).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Postal address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// People or desks to turn to (roles, not names, by default).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<ContactPoint>,
    /// The day on which somebody checked this entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified_on: Option<Date>,
    /// The last day on which its key is valid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key_valid_until: Option<Date>,
    /// The day on which its key was revoked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key_revoked_on: Option<Date>,
    /// The last change of its key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key_change: Option<KeyChange>,
    /// The last test message to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_test: Option<TestMessage>,
}

/// A change of an authority's key: two persons compare the new one over another channel than the one it came by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyChange {
    /// The day of the change.
    pub on: Date,
    /// How many persons confirmed it.
    #[serde(default)]
    pub persons: u8,
    /// The day on which it was compared over another channel; `None` where it was not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compared_on: Option<Date>,
}

/// A test message of the round-the-clock network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TestMessage {
    /// The day on which it was sent.
    pub sent_on: Date,
    /// The day on which it was answered; `None` where it was not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_on: Option<Date>,
}

impl Authority {
    /// Id of the authority that is meant where none is named.
    pub const CENTRAL: &'static str = "ca";

    /// What we may take for granted of a State's central authority when only its profile is known: it exists and is
    /// competent (UNTOC article 18(13)). Everything else is the profile's.
    #[must_use]
    pub fn central(profile: &StateProfile, id: AuthorityId) -> Self {
        let mut functions = BTreeSet::from([
            Function::CentralAuthority,
            Function::Mla,
            Function::Extradition,
        ]);
        if profile.duty_24_7 {
            functions.insert(Function::DutyDesk247);
        }
        Self {
            id,
            name: profile.name.clone(),
            native: None,
            functions,
            languages: Vec::new(),
            urgent_languages: Vec::new(),
            zone: String::new(),
            weekend: Vec::new(),
            holidays: Vec::new(),
            office_hours: None,
            phone: None,
            duty_phone: None,
            email: None,
            address: None,
            contacts: Vec::new(),
            verified_on: None,
            key_valid_until: None,
            key_revoked_on: None,
            key_change: None,
            last_test: None,
        }
    }

    /// The name in `lang`.
    #[must_use]
    pub fn name_in(&self, lang: Lang) -> &str {
        name_in(&self.name, lang)
    }

    /// Whether it is competent for any of `functions`.
    #[must_use]
    pub fn has_any(&self, functions: &[Function]) -> bool {
        functions
            .iter()
            .any(|function| self.functions.contains(function))
    }
}

/// Somebody to turn to at an authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactPoint {
    /// `legal`, `operational` or `verification`.
    pub kind: String,
    /// The role or desk; a person's name only where the State wants it.
    #[serde(default)]
    pub name: String,
    /// Telephone.
    #[serde(default)]
    pub phone: String,
    /// Electronic mail.
    #[serde(default)]
    pub email: String,
    /// Hours, in words.
    #[serde(default)]
    pub hours: String,
    /// Languages spoken (ISO 639).
    #[serde(default)]
    pub languages: Vec<String>,
}
