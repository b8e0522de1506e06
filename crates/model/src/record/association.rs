//! The nature of an association: a code of a closed list, grounds in words, and evidence. Twenty codes, with what each needs
//! said, its criterion for listing (resolution 2610 (2021), paragraph 2) and the act of resolution 2178 (2014), paragraph 6.

use serde::{Deserialize, Serialize};

use super::{Grade, Provenance};
use crate::code::coded;
use crate::label::Label;

coded! {
    /// How a person stands to terrorism.
    pub enum Nature {
        /// Perpetrated or attempted a terrorist act.
        Perpetrated = "PERP",
        /// Planned or prepared one.
        Planned = "PLAN",
        /// Travelled, or attempted to, to join or train.
        Travelled = "TRVL",
        /// Received training.
        Trained = "TRNG-R",
        /// Provided training.
        Trainer = "TRNG-P",
        /// Member of a designated group.
        Member = "MEMB",
        /// Recruited others.
        Recruited = "RECR",
        /// Financed, or collected funds.
        Financed = "FINC",
        /// Supplied arms or materiel.
        Armed = "ARMS",
        /// Facilitated: documents, transport, safe house, communications.
        Facilitated = "FACL",
        /// Leads or directs a group or cell.
        Leads = "LEAD",
        /// Incited or spread propaganda.
        Incited = "INCI",
        /// Entity owned or controlled by a listed person.
        Owned = "OWND",
        /// Acts on behalf or at the direction of one.
        Agent = "AGNT",
        /// Biometric recovered from an object or site.
        Biometric = "BIOM",
        /// Contact of a subject.
        Contact = "CONT",
        /// Family of a subject.
        Family = "FAML",
        /// Child associated with a group.
        Child = "CHLD",
        /// Victim or hostage.
        Victim = "VICT",
        /// Not stated.
        Unknown = "UNKN",
    }
}

/// What an association weighs in screening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Nothing: it never leads to a measure.
    None,
    /// Something beside others, never alone.
    Low,
    /// Enough, with grounds and evidence.
    Medium,
    /// Enough, with grounds and evidence.
    High,
}

impl Nature {
    /// What it weighs.
    #[must_use]
    pub const fn weight(self) -> Weight {
        match self {
            Nature::Facilitated | Nature::Incited | Nature::Agent => Weight::Medium,
            Nature::Biometric | Nature::Contact => Weight::Low,
            Nature::Family | Nature::Child | Nature::Victim | Nature::Unknown => Weight::None,
            _ => Weight::High,
        }
    }

    /// Whether it says by itself, with grounds and evidence, what resolution 2322, paragraph 3, asks for. Family, contact and
    /// a biometric on an object do not.
    #[must_use]
    pub const fn stands_alone(self) -> bool {
        matches!(self.weight(), Weight::Medium | Weight::High)
    }
}

/// What shows an association.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// What it is: a document, a testimony, a judgment, a biometric.
    pub what: String,
    /// Its grade.
    #[serde(default)]
    pub grade: Option<Grade>,
}

/// How the subject stands to a group, a person or an act: code, grounds and evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Association {
    /// Unique in the record.
    pub id: String,
    /// Its code.
    pub nature: Nature,
    /// The group, person or act; a record's id or a name.
    #[serde(default)]
    pub with: String,
    /// Role and period, in words.
    #[serde(default)]
    pub role: String,
    /// Grounds, in words.
    #[serde(default)]
    pub grounds: String,
    /// What shows it.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// Its own label.
    #[serde(default)]
    pub label: Option<Label>,
    /// Where it comes from.
    #[serde(default)]
    pub from: Provenance,
}
