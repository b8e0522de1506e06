//! A State's part in an instrument: how and since when it is bound, and what it reserved.
//!
//! What follows for two States on a day is worked out in [`crate::basis`].

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Consent;

/// A State's part in an instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participation {
    /// The instrument's id in the catalogue.
    pub instrument: String,
    /// Signed on. A signature alone binds nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed: Option<Date>,
    /// The day on which the State deposited its consent to be bound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consented: Option<Date>,
    /// The day on which it entered into force for the State; `None` where that is not told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// The first day on which it no longer binds (denunciation in effect).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// How the State bound itself.
    #[serde(default)]
    pub consent: Consent,
    /// Reservations and declarations that touch cooperation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reservations: Vec<Reservation>,
}

impl Participation {
    /// Participation of which only the fact is told.
    #[must_use]
    pub fn undated(instrument: &str) -> Self {
        Self {
            instrument: instrument.to_owned(),
            signed: None,
            consented: None,
            since: None,
            until: None,
            consent: Consent::Unknown,
            reservations: Vec::new(),
        }
    }

    /// Whether the State signed and did not consent to be bound: nothing but a signature is told.
    #[must_use]
    pub fn only_signed(&self) -> bool {
        let untold = self.consented.is_none() && self.since.is_none();
        match self.consent {
            Consent::Signature => self.consented.is_none(),
            Consent::Unknown => self.signed.is_some() && untold,
            _ => false,
        }
    }

    /// Whether a reservation in effect on the day takes the assistance called `help` ("mla", "extradition") out of the
    /// treaty.
    #[must_use]
    pub fn excludes(&self, help: &str, day: Date) -> bool {
        self.reservations.iter().any(|reservation| {
            reservation.excludes.as_deref() == Some(help)
                && reservation.since.is_none_or(|since| since <= day)
                && reservation.until.is_none_or(|until| day < until)
        })
    }
}

/// A reservation or declaration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reservation {
    /// The article it speaks of.
    #[serde(default)]
    pub article: String,
    /// The help it takes out of the treaty, by the codes of [`crate::basis::Help`]: `extradition` where the State
    /// declared that it does not take the treaty as the basis of extradition (UNTOC article 16(5)); `None` where it
    /// only shapes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excludes: Option<String>,
    /// In effect since; `None` where that is not told, and then it counts on every day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// Withdrawn with effect of this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Its text.
    #[serde(default)]
    pub text: String,
}
