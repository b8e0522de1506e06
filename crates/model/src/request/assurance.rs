//! The register of assurances: who promised what, whom the giver can bind, until when, and how it is watched. It lives as
//! long as the case, on both sides.
//!
//! An assurance that came with the request is *offered*. It opens no lock before an officer of this State has entered it,
//! having looked at who gave it: the promise is the requesting State's, the judgement whether it binds is the requested
//! State's.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::check;
use crate::code::coded;
use crate::id::OfficerId;
use crate::limits;
use crate::refusal::Refusal;
use crate::rules::content::Node;

coded! {
    /// What is promised (requests 3.3).
    pub enum AssuranceKind {
        /// The death penalty will not be sought.
        DeathNotSought = "death_not_sought",
        /// It will not be imposed.
        DeathNotImposed = "death_not_imposed",
        /// It will not be carried out.
        DeathNotCarriedOut = "death_not_carried_out",
        /// A life sentence is reviewed after a stated time.
        LifeReview = "life_review",
        /// A judgment given in absence is tried again.
        Retrial = "in_absentia_retrial",
        /// An ordinary court that tries fairly.
        FairTrialForum = "fair_trial_forum",
        /// Treatment and place of detention.
        Treatment = "treatment",
        /// A national comes home to serve the sentence.
        ReturnOfNational = "return_of_national",
        /// Speciality.
        Speciality = "speciality",
        /// No surrender to a third State.
        NoReExtradition = "no_re_extradition",
        /// Visits by the requested State or an independent body.
        MonitoringVisits = "monitoring_visits",
    }
}

coded! {
    /// Who gives it.
    pub enum Giver {
        /// The head of the State.
        HeadOfState = "head_of_state",
        /// The government as a whole.
        Government = "government",
        /// The ministry of justice.
        MinistryOfJustice = "ministry_of_justice",
        /// The ministry of foreign affairs.
        ForeignMinistry = "foreign_ministry",
        /// An embassy.
        Embassy = "embassy",
        /// The prosecutor general or the head of the prosecution.
        ProsecutorGeneral = "prosecutor_general",
        /// A court.
        Court = "court",
        /// The authority that holds the pardon power.
        PardonAuthority = "pardon_authority",
        /// The authority that runs the prisons.
        PrisonAuthority = "prison_authority",
        /// The police.
        Police = "police",
        /// Somebody else, named in the text.
        Other = "other",
    }
}

coded! {
    /// Whom an assurance binds.
    pub enum Power {
        /// Who prosecutes.
        Prosecutor = "prosecutor",
        /// Who judges.
        Court = "court",
        /// Who pardons.
        Pardon = "pardon",
        /// Who detains.
        Prison = "prison",
    }
}

impl AssuranceKind {
    /// Whether it speaks of the death penalty.
    pub const fn is_death(self) -> bool {
        matches!(
            self,
            AssuranceKind::DeathNotSought
                | AssuranceKind::DeathNotImposed
                | AssuranceKind::DeathNotCarriedOut
        )
    }
}

impl Giver {
    /// Whether its word alone binds neither prosecutor, court nor pardon power, whatever it says of itself: it carries
    /// messages, or acts under orders.
    pub const fn is_messenger(self) -> bool {
        matches!(
            self,
            Giver::ForeignMinistry | Giver::Embassy | Giver::Police | Giver::PrisonAuthority
        )
    }
}

/// What a death-penalty assurance must bind together (SAF-01).
pub const DEATH_POWERS: [Power; 3] = [Power::Prosecutor, Power::Court, Power::Pardon];

/// The promise itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// What is promised.
    pub kind: AssuranceKind,
    /// Who gives it; several for a joint one.
    pub givers: BTreeSet<Giver>,
    /// The givers as they sign.
    pub given_by: String,
    /// Whom they can bind.
    pub binds: BTreeSet<Power>,
    /// Its words.
    pub text: String,
    /// Its date.
    pub given_on: Date,
    /// The last day on which it holds; `None` for as long as the person lives.
    #[serde(default)]
    pub expires: Option<Date>,
    /// The days on which somebody looks whether it is kept.
    #[serde(default)]
    pub monitoring: Vec<Date>,
}

/// A look at whether an assurance is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// When somebody looked.
    pub on: Date,
    /// What was found.
    pub text: String,
    /// Whether it was broken.
    pub broken: bool,
    /// Who wrote it down.
    pub by: OfficerId,
    /// When.
    pub at: Timestamp,
}

/// An assurance in the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assurance {
    /// The promise.
    #[serde(flatten)]
    pub promise: Promise,
    /// Looks at whether it is kept, oldest first.
    #[serde(default)]
    pub looks: Vec<Look>,
    /// Who entered it.
    pub by: OfficerId,
    /// When.
    pub at: Timestamp,
}

impl Promise {
    /// Whom it really binds: nobody, if only messengers give it.
    pub fn binding(&self) -> BTreeSet<Power> {
        if self.givers.iter().all(|giver| giver.is_messenger()) {
            BTreeSet::new()
        } else {
            self.binds.clone()
        }
    }

    /// Shape of what an officer types.
    pub(super) fn check(&self) -> Result<(), Refusal> {
        check::required("/given_by", &self.given_by, limits::TITLE_CHARS_MAX)?;
        check::required("/text", &self.text, limits::NOTE_CHARS_MAX)?;
        check::at_most(
            "/monitoring",
            self.monitoring.len(),
            limits::MONITORING_DATES_MAX,
        )?;
        if self.givers.is_empty() {
            return Err(Refusal::new("MISSING").at("/givers"));
        }
        if self.expires.is_some_and(|expires| expires < self.given_on) {
            return Err(Refusal::new("DATE-ORDER").at("/expires"));
        }
        // Who can be punished with death is watched for as long as that is so.
        if self.kind.is_death() && self.monitoring.is_empty() {
            return Err(Refusal::new("MISSING").at("/monitoring"));
        }
        Ok(())
    }

    /// The assurances that the content of a request offers (`/assurances/*`); what is not one of the codes is left out.
    pub fn offered(content: Node<'_>) -> Vec<Promise> {
        let one = |item: Node<'_>| {
            let list = |name: &str| {
                let codes = item.get(name).codes();
                codes.into_iter().filter_map(Power::from_code).collect()
            };
            let givers: BTreeSet<Giver> = item
                .get("givers")
                .codes()
                .into_iter()
                .chain([item.get("giver").code()])
                .filter_map(Giver::from_code)
                .collect();
            let days = item.get("monitoring").codes();
            Some(Promise {
                kind: AssuranceKind::from_code(item.get("kind").code())?,
                givers: if givers.is_empty() {
                    BTreeSet::from([Giver::Other])
                } else {
                    givers
                },
                given_by: item.get("given_by").code().to_owned(),
                binds: list("binds"),
                text: item.get("text").code().to_owned(),
                given_on: item.get("given_on").date().or(item.get("date").date())?,
                expires: item.get("expires").date(),
                monitoring: days
                    .into_iter()
                    .filter_map(|day| day.parse().ok())
                    .collect(),
            })
        };
        let items = content
            .get("assurances")
            .items()
            .take(limits::ASSURANCES_MAX);
        items.filter_map(|(_, item)| one(item)).collect()
    }
}

impl Assurance {
    /// Whether a look found it broken.
    pub fn is_broken(&self) -> bool {
        self.looks.iter().any(|look| look.broken)
    }

    /// Whether it may be relied on that day.
    pub fn holds_on(&self, day: Date) -> bool {
        !self.is_broken() && self.promise.expires.is_none_or(|expires| day <= expires)
    }

    /// The next day on which somebody must look: the first monitoring day that no look has answered.
    pub fn next_look(&self) -> Option<Date> {
        let last = self.looks.iter().map(|look| look.on).max();
        let mut days = self.promise.monitoring.clone();
        days.sort_unstable();
        days.into_iter()
            .find(|day| last.is_none_or(|last| last < *day))
    }
}

/// Whether the assurances that hold on the day bind prosecutor, court and pardon power together.
pub fn death_is_excluded(register: &[Assurance], day: Date) -> bool {
    // A promise of this kind that was broken leaves the question open, whatever else was promised.
    if register
        .iter()
        .any(|assurance| assurance.promise.kind.is_death() && assurance.is_broken())
    {
        return false;
    }
    let bound: BTreeSet<Power> = register
        .iter()
        .filter(|assurance| assurance.promise.kind.is_death() && assurance.holds_on(day))
        .flat_map(|assurance| assurance.promise.binding())
        .collect();
    DEATH_POWERS.iter().all(|power| bound.contains(power))
}

/// Whether an assurance of the kind holds on the day, from somebody whose word binds.
pub fn is_assured(register: &[Assurance], kind: AssuranceKind, day: Date) -> bool {
    register.iter().any(|assurance| {
        assurance.promise.kind == kind
            && assurance.holds_on(day)
            && !assurance.promise.binding().is_empty()
    })
}
