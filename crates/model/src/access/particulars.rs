//! Who applies, and how that was proven. Names stand as they were given, in their script; a date of birth as precise as it is known.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{born_by, bounded, needed};
use crate::id::StateCode;
use crate::limits;
use crate::refusal::Refusal;

/// Who applies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Names as given: the first is the usual one.
    pub names: Vec<String>,
    /// Date of birth: a day, a month or a year; empty where it is not known.
    #[serde(default)]
    pub born: String,
    /// Of which State a national, where that is told.
    #[serde(default)]
    pub nationality: Option<StateCode>,
}

impl Person {
    /// Whether it names somebody, within the limits.
    ///
    /// # Errors
    /// `MISSING` without a name, `TOO-MANY`, `TOO-LONG`, `BIRTH-DATE` where no year is told.
    pub fn check(&self) -> Result<(), Refusal> {
        if self.names.is_empty() {
            return Err(Refusal::new("MISSING").at("/person/names"));
        }
        if self.names.len() > limits::ACCESS_NAMES_MAX {
            return Err(Refusal::new("TOO-MANY")
                .at("/person/names")
                .with("max", limits::ACCESS_NAMES_MAX));
        }
        for name in &self.names {
            needed("/person/names", name, limits::LINE_CHARS_MAX)?;
        }
        bounded("/person/born", &self.born, limits::REFERENCE_CHARS_MAX)?;
        match self.born.is_empty() || born_by(&self.born).is_some() {
            true => Ok(()),
            false => Err(Refusal::new("BIRTH-DATE").at("/person/born")),
        }
    }
}

/// Who speaks for the applicant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Representative {
    /// Who.
    pub name: String,
    /// The written authority that was seen.
    pub authority: String,
}

/// How identity was proven. No number and no copy of the document is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// The kind of document.
    pub document: String,
    /// Who issued it.
    pub issuer: String,
    /// Who looked at it.
    pub seen_by: String,
    /// Who speaks for the applicant, where somebody does.
    #[serde(default)]
    pub representative: Option<Representative>,
}

/// That identity was proven, as other States are told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proven {
    /// On which day.
    pub on: Date,
    /// By which kind of document.
    pub document: String,
    /// Who issued it.
    pub issuer: String,
}

impl Proof {
    /// Whether all of it is said, within the limits.
    ///
    /// # Errors
    /// `MISSING`, `TOO-LONG`; also for a representative without written authority.
    pub fn check(&self) -> Result<(), Refusal> {
        let line = limits::LINE_CHARS_MAX;
        needed("/document", &self.document, line)?;
        needed("/issuer", &self.issuer, line)?;
        needed("/seen_by", &self.seen_by, line)?;
        self.representative.as_ref().map_or(Ok(()), |one| {
            needed("/representative/name", &one.name, line)?;
            needed("/representative/authority", &one.authority, line)
        })
    }

    /// What of it other States are told.
    pub(super) fn told(&self, on: Date) -> Proven {
        Proven {
            on,
            document: self.document.clone(),
            issuer: self.issuer.clone(),
        }
    }
}

impl Proven {
    /// Whether it says something, within the limits.
    pub(super) fn check(&self) -> Result<(), Refusal> {
        needed("/proven/document", &self.document, limits::LINE_CHARS_MAX)?;
        needed("/proven/issuer", &self.issuer, limits::LINE_CHARS_MAX)
    }
}
