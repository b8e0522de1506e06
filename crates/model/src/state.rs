//! States as we know them: their legal profile, the treaties they joined, their authorities and how to reach them.
//!
//! A profile field that nobody has told us says *unknown*; nothing here guesses. What follows from a profile stands in
//! [`crate::rules`] and [`crate::basis`]; keys and cards in `seal` and `store`. The directory of a node is read from
//! State cards or from a file in the form of `states.json` (see [`Directory::parse`]).

mod authority;
mod days;
mod directory;
mod hours;
mod names;
mod participation;
#[cfg(test)]
mod shared;
mod untold;
mod world;

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use crate::code::coded;
use crate::{Lang, StateCode};

pub use authority::{Authority, ContactPoint, KeyChange, TestMessage};
pub use directory::{Directory, DirectoryEntry, StatesError, demo};
pub use hours::{OfficeHours, Opening, Zone};
pub use names::{Names, name_in};
pub use participation::{Participation, Reservation};
pub use world::{Country, World};

#[cfg(test)]
pub(crate) use shared::shared_states;

coded! {
    /// Why exchange with a State is stopped.
    pub enum SuspendReason {
        /// Its keys may be in other hands.
        KeysExposed = "keys_exposed",
        /// It asked for it.
        Asked = "asked",
        /// Ordered here.
        Ordered = "ordered",
    }
}

macro_rules! profile_list {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$vmeta:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$vmeta])* $variant,)+
            /// Not known, or a value that this version does not know.
            #[default]
            #[serde(other)]
            Unknown,
        }
    };
}

profile_list! {
    /// Whether the law knows the death penalty.
    pub enum DeathPenalty { AbolishedAllCrimes, AbolishedOrdinaryCrimes, AbolishedInPractice, Retained }
}
profile_list! {
    /// Whether a life sentence may be without review.
    pub enum LifeWithoutParole { NotAllowed, Allowed }
}
profile_list! {
    /// Whether own nationals are surrendered.
    pub enum ExtraditesNationals { No, Yes, ConditionalReturn }
}
profile_list! {
    /// What evidence an extradition request must bring.
    pub enum EvidenceStandard { NoneBeyondWarrant, Summary, PrimaFacie }
}
profile_list! {
    /// What a judgment given in absentia counts for.
    pub enum InAbsentia { RetrialGuaranteeRequired, TreatedAsAccused, TreatedAsConvicted }
}
profile_list! {
    /// When mutual legal assistance requires that the conduct is an offence here too (UNTOC article 18(9)).
    pub enum DualCriminality { Never, CoerciveOnly, Discretionary, Always }
}
profile_list! {
    /// Whether assistance is given without a treaty.
    pub enum Reciprocity { AcceptsWrittenUndertaking, LawRequiresReciprocity, CaseByCase, NotAccepted }
}
profile_list! {
    /// What an electronic request is worth.
    pub enum ElectronicRequests { OriginalValue, AcceptedAsCopy, UrgentThenPaper, NotAccepted }
}
profile_list! {
    /// How personal data are protected by law; `strict` shares none without safeguards in writing.
    pub enum DataProtection { Strict, AdequacyOrSafeguards, Basic, None }
}
profile_list! {
    /// The family of law, which decides the form of papers (record or affidavit).
    pub enum LegalTradition { Civil, Common, Mixed }
}
profile_list! {
    /// How a State bound itself. A signature alone is not consent (Vienna Convention on the Law of Treaties, 14).
    pub enum Consent {
        Ratification, Acceptance, Approval, Accession, Succession, FormalConfirmation, DefinitiveSignature, Signature
    }
}

/// A State's law as far as cooperation turns on it, and the treaties it joined.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StateProfile {
    /// The code.
    pub code: StateCode,
    /// The name; a plain text in a file is the English one.
    #[serde(deserialize_with = "names::read")]
    pub name: Names,
    /// The name in the State's own language, where that is none of the six.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub native_name: Option<String>,
    /// The family of law.
    #[serde(default)]
    pub legal_tradition: LegalTradition,
    /// Offset from UTC, `+03:00`, or an IANA zone: where the State's clocks run.
    #[serde(default)]
    pub utc_offset: String,
    /// Days of the week on which offices are closed.
    #[serde(default, with = "days")]
    pub weekend: Vec<Weekday>,
    /// Public holidays, as far as told.
    #[serde(default)]
    pub holidays: Vec<Date>,
    /// Languages in which a request is accepted (ISO 639 codes, any language).
    #[serde(default)]
    pub request_languages: Vec<String>,
    /// Languages in which an urgent request is accepted, a translation to follow.
    #[serde(default)]
    pub urgent_languages: Vec<String>,
    /// The death penalty.
    #[serde(default)]
    pub death_penalty: DeathPenalty,
    /// For which offences, where it is retained; empty where that is not told.
    #[serde(default)]
    pub death_penalty_offences: Vec<String>,
    /// Life sentences without review.
    #[serde(default)]
    pub life_without_parole: LifeWithoutParole,
    /// Surrender of nationals.
    #[serde(default)]
    pub extradites_nationals: ExtraditesNationals,
    /// Whether extradition requires a treaty.
    #[serde(default)]
    pub extradition_needs_treaty: Option<bool>,
    /// Whether multilateral conventions are taken as basis for extradition (UNTOC article 16(5)).
    #[serde(default)]
    pub multilateral_as_extradition_basis: Option<bool>,
    /// Evidence that an extradition request must bring.
    #[serde(default)]
    pub evidence_standard: EvidenceStandard,
    /// Least maximum penalty for extradition, in months.
    #[serde(default)]
    pub min_penalty_prosecution_months: Option<u32>,
    /// Least remaining sentence for extradition, in months.
    #[serde(default)]
    pub min_remaining_sentence_months: Option<u32>,
    /// Judgments in absentia.
    #[serde(default)]
    pub in_absentia: InAbsentia,
    /// Whether an extradition request must bring the assurance against the death penalty with it (SAF-01).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub death_assurance_with_request: Option<bool>,
    /// Whether an extradition request must bring an undertaking of speciality with it (EXT-12).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speciality_undertaking_required: Option<bool>,
    /// Dual criminality in mutual legal assistance.
    #[serde(default)]
    pub mla_dual_criminality: DualCriminality,
    /// Assistance without a treaty.
    #[serde(default)]
    pub reciprocity: Reciprocity,
    /// The worth of an electronic request.
    #[serde(default)]
    pub electronic_requests: ElectronicRequests,
    /// Whether a desk answers day and night.
    #[serde(default)]
    pub duty_24_7: bool,
    /// Protection of personal data.
    #[serde(default)]
    pub data_protection: DataProtection,
    /// Whether the central authority gets a copy of what police ask and answer; `None` where that is not told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub police_copy_to_central: Option<bool>,
    /// Whether communications are intercepted for a foreign request.
    #[serde(default)]
    pub interception_for_foreign_request: Option<bool>,
    /// Measures (codes of [`crate::rules::codes::MEASURES`]) that the law does not know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures_not_available: Vec<String>,
    /// Measures (the same codes) that a judge of this State validates before its own request for them is approved.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures_validated: Vec<String>,
    /// Days a summons must arrive ahead of the appearance; 50 where the State says nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_days_min: Option<u16>,
    /// Periods of provisional arrest in the State's law.
    #[serde(default)]
    pub provisional_arrest: Option<ProvisionalArrest>,
    /// Grounds (codes of the transfer template's list `forums`) on which the courts may try acts committed abroad; empty
    /// where that is not told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub jurisdiction_grounds: Vec<String>,
    /// Whether partners may see the State's own targets beside the periods that bind it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub publishes_targets: bool,
    /// Service providers seated here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub service_providers: Vec<String>,
    /// Treaties joined.
    #[serde(default)]
    pub treaties: Vec<Participation>,
    /// The day on which the list of treaties was true; `None` where nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub treaties_as_of: Option<Date>,
    /// Where the profile comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

impl StateProfile {
    /// A profile that says nothing but the code and the English name.
    #[must_use]
    pub fn unknown(code: StateCode, name: &str) -> Self {
        Self {
            code,
            name: BTreeMap::from([(Lang::En, name.to_owned())]),
            native_name: None,
            legal_tradition: LegalTradition::default(),
            utc_offset: String::new(),
            weekend: Vec::new(),
            holidays: Vec::new(),
            request_languages: Vec::new(),
            urgent_languages: Vec::new(),
            death_penalty: DeathPenalty::default(),
            death_penalty_offences: Vec::new(),
            life_without_parole: LifeWithoutParole::default(),
            extradites_nationals: ExtraditesNationals::default(),
            extradition_needs_treaty: None,
            multilateral_as_extradition_basis: None,
            evidence_standard: EvidenceStandard::default(),
            min_penalty_prosecution_months: None,
            min_remaining_sentence_months: None,
            in_absentia: InAbsentia::default(),
            death_assurance_with_request: None,
            speciality_undertaking_required: None,
            mla_dual_criminality: DualCriminality::default(),
            reciprocity: Reciprocity::default(),
            electronic_requests: ElectronicRequests::default(),
            duty_24_7: false,
            data_protection: DataProtection::default(),
            police_copy_to_central: None,
            interception_for_foreign_request: None,
            measures_not_available: Vec::new(),
            measures_validated: Vec::new(),
            service_days_min: None,
            provisional_arrest: None,
            jurisdiction_grounds: Vec::new(),
            publishes_targets: false,
            service_providers: Vec::new(),
            treaties: Vec::new(),
            treaties_as_of: None,
            source: None,
        }
    }

    /// The name in `lang`.
    #[must_use]
    pub fn name_in(&self, lang: Lang) -> &str {
        name_in(&self.name, lang)
    }

    /// What we know of the State's part in an instrument.
    #[must_use]
    pub fn participation(&self, instrument: &str) -> Option<&Participation> {
        self.treaties
            .iter()
            .find(|part| part.instrument == instrument)
    }

    /// Whether the death penalty can be imposed at all, for ordinary crimes and in practice.
    #[must_use]
    pub fn is_abolitionist(&self) -> bool {
        matches!(
            self.death_penalty,
            DeathPenalty::AbolishedAllCrimes | DeathPenalty::AbolishedOrdinaryCrimes
        )
    }
}

/// Periods after which a provisional arrest may, and must, end when no request has come. Days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProvisionalArrest {
    /// May end after this many days.
    pub warning_days: u16,
    /// Ends after this many days.
    pub end_days: u16,
}
