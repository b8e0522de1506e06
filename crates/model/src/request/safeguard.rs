//! The safeguards of a case: who answered which question, when, why and from which sources.
//!
//! The record is this State's own. It is kept beside the request, never in it: no message, receipt, export or statistic is
//! made from it. What it locks stands in `lock`; what the law of the two States says in `law`; both fail closed, so a
//! request whose record was not loaded is a request of which nothing was answered.

mod act;
mod law;
mod lock;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::{Assurance, Ground, UseNote};
use crate::code::coded;
use crate::id::{EvidenceId, OfficerId};

pub use act::{CourtDecides, Duty, EnterAssurance, LookAt, Qualify, Reply, SafeguardAct, Subsume};
pub(super) use act::{reasoned, sourced};
pub use law::{Bar, Law};
pub use lock::{Gate, gate_of, locks};

coded! {
    /// A question that is answered before a person is handed over or help is given (requests 3.12).
    pub enum Safeguard {
        /// Is the person exposed to the death penalty, where this State would not impose it?
        DeathPenalty = "death_penalty",
        /// Is the person exposed to a life sentence that nobody reviews?
        LifeSentence = "life_sentence",
        /// Is it decided how what is handed over may be used where a death sentence may follow?
        CapitalUse = "capital_use",
        /// Are there substantial grounds to believe that torture or ill-treatment is in store (CAT 3)?
        Torture = "torture",
        /// Is international protection sought, held or under review? Nothing of the answer leaves the node.
        Asylum = "asylum",
        /// Are there substantial grounds to believe that the request serves persecution?
        Persecution = "persecution",
        /// Has this State judged the conduct finally?
        NeBisOwn = "ne_bis_own",
        /// Has a third State judged the conduct finally?
        NeBisThird = "ne_bis_third",
        /// Would the conduct, however it is called, be an offence here?
        DualCriminality = "dual_criminality",
        /// Is somebody under eighteen or vulnerable concerned without the measures that calls for?
        Minors = "minors",
        /// Does the sheet show that the trial is fair (ICCPR 14)?
        FairTrial = "fair_trial",
        /// Does a privilege or an immunity stand in the way?
        Privilege = "privilege",
        /// Is speciality in the treaty or undertaken?
        Speciality = "speciality",
    }
}

coded! {
    /// An answer.
    #[derive(Default)]
    pub enum Choice {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// Nobody knows yet.
        #[default]
        Open = "open",
    }
}

coded! {
    /// One line of the fair-trial sheet (ICCPR 14, 15).
    pub enum TrialPoint {
        /// A competent, independent and impartial court established by law (14(1)).
        Court = "court",
        /// A public hearing (14(1)).
        PublicHearing = "public_hearing",
        /// The presumption of innocence (14(2)).
        Presumption = "presumption",
        /// To be told the charge in a language one understands, an interpreter free of charge (14(3)(a), (f)).
        Interpreter = "interpreter",
        /// Time, facilities and counsel (14(3)(b), (d)).
        Counsel = "counsel",
        /// No undue delay (14(3)(c)).
        NoDelay = "no_delay",
        /// To examine witnesses (14(3)(e)).
        Witnesses = "witnesses",
        /// Not to be made to confess (14(3)(g)).
        NoCompulsion = "no_compulsion",
        /// Review by a higher court (14(5)).
        Review = "review",
        /// No punishment without law (15).
        NoRetroactivity = "no_retroactivity",
    }
}

impl Safeguard {
    /// The rule it serves (requests 3.12 and 3.3), which is also the code of the refusal while it locks.
    pub const fn rule(self) -> &'static str {
        match self {
            Safeguard::DeathPenalty => "SAF-01",
            Safeguard::LifeSentence => "SAF-02",
            Safeguard::CapitalUse => "SAF-03",
            Safeguard::Torture => "SAF-04",
            Safeguard::Asylum => "SAF-05",
            Safeguard::Persecution => "SAF-06",
            Safeguard::NeBisOwn | Safeguard::NeBisThird => "SAF-07",
            Safeguard::DualCriminality => "SAF-08",
            Safeguard::Minors => "SAF-09",
            Safeguard::FairTrial => "SAF-10",
            Safeguard::Privilege => "SAF-11",
            Safeguard::Speciality => "EXT-12",
        }
    }

    /// Where it is written.
    pub const fn source(self) -> &'static str {
        match self {
            Safeguard::DeathPenalty | Safeguard::CapitalUse => {
                "ICCPR 6; Model Treaty on Extradition 4(d)"
            }
            Safeguard::LifeSentence => "CRC 37(a); requests 3.12",
            Safeguard::Torture => "CAT 3, 15; ICCPR 7",
            Safeguard::Asylum => "Refugee Convention 1F, 33; S/RES/2322 (2016) 10",
            Safeguard::Persecution => "UNTOC 16(14)",
            Safeguard::NeBisOwn | Safeguard::NeBisThird => {
                "ICCPR 14(7); Model Treaty on Extradition 3(d)"
            }
            Safeguard::DualCriminality => "UNTOC 16(1), 18(9)",
            Safeguard::Minors => "CRC 3, 37, 40",
            Safeguard::FairTrial => "ICCPR 14; S/RES/2322 (2016) 15",
            Safeguard::Privilege => "Vienna Convention on Diplomatic Relations 31; requests 3.12",
            Safeguard::Speciality => "Model Treaty on Extradition 14",
        }
    }

    /// The answer that stands in nobody's way.
    pub const fn clear(self) -> Choice {
        match self {
            Safeguard::CapitalUse
            | Safeguard::DualCriminality
            | Safeguard::FairTrial
            | Safeguard::Speciality => Choice::Yes,
            _ => Choice::No,
        }
    }

    /// The ground of refusal that the other answer speaks for, where there is one.
    pub const fn ground(self) -> Option<Ground> {
        Some(match self {
            Safeguard::DeathPenalty | Safeguard::LifeSentence | Safeguard::CapitalUse => {
                Ground::DeathPenalty
            }
            Safeguard::Torture | Safeguard::Asylum | Safeguard::FairTrial => Ground::Torture,
            Safeguard::Persecution => Ground::Persecution,
            Safeguard::NeBisOwn | Safeguard::NeBisThird => Ground::NeBisInIdem,
            Safeguard::DualCriminality => Ground::DualCriminality,
            Safeguard::Privilege => Ground::Immunity,
            Safeguard::Minors | Safeguard::Speciality => return None,
        })
    }
}

/// An answer with who gave it and why. Answers are only ever added; the last one holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// The question.
    pub safeguard: Safeguard,
    /// The answer.
    pub choice: Choice,
    /// Why.
    pub reasons: String,
    /// From what: documents, bodies, decisions, each named.
    pub sources: Vec<String>,
    /// The fair-trial sheet, line by line; empty for the other questions.
    #[serde(default)]
    pub sheet: BTreeMap<TrialPoint, Choice>,
    /// Who.
    pub by: OfficerId,
    /// When.
    pub at: Timestamp,
}

/// The requested State's own officer finds the conduct within an instrument, or outside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subsumption {
    /// The instrument ("FINANCING-1999").
    pub instrument: String,
    /// Its article on the offence ("2").
    pub article: String,
    /// Whether the conduct is within it.
    pub within: bool,
    /// Why: the conduct, not its name.
    pub reasons: String,
    /// Who.
    pub by: OfficerId,
    /// When.
    pub at: Timestamp,
}

/// What a court of the requested State decided about the political nature of the conduct. It holds against the officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourtDecision {
    /// The court.
    pub court: String,
    /// Its reference.
    pub reference: String,
    /// When it decided.
    pub on: Date,
    /// Whether it holds the political-offence exception open, whatever the officer found.
    pub political: bool,
    /// Who wrote it down.
    pub by: OfficerId,
    /// When.
    pub at: Timestamp,
}

coded! {
    /// What became of the duty to prosecute or transfer after an extradition was refused or left to lapse.
    pub enum DutyOutcome {
        /// Given to the authorities that prosecute.
        Submitted = "submitted",
        /// The proceedings were offered to, or taken over from, another State.
        Transferred = "transferred",
        /// Surrendered to a third State or an international court.
        Surrendered = "surrendered",
        /// The prosecuting authority has decided not to prosecute; its reasons are named.
        Declined = "declined",
    }
}

/// The duty and what became of it (FINANCING-1999 10, BOMBINGS-1997 8, UNTOC 16(10)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyNote {
    /// What became of it.
    pub outcome: DutyOutcome,
    /// The reference of the authority that has it now.
    pub reference: String,
    /// Why.
    pub reasons: String,
    /// Who.
    pub by: OfficerId,
    /// When.
    pub at: Timestamp,
}

coded! {
    /// How the facts may be qualified; several at a time, none takes the place of another.
    pub enum Qualification {
        /// An offence of a counter-terrorism instrument.
        Terrorism = "terrorism",
        /// A war crime.
        WarCrime = "war_crime",
        /// A crime against humanity.
        CrimeAgainstHumanity = "crime_against_humanity",
        /// Genocide.
        Genocide = "genocide",
        /// Torture.
        Torture = "torture",
        /// Enforced disappearance.
        EnforcedDisappearance = "enforced_disappearance",
        /// Sexual violence.
        SexualViolence = "sexual_violence",
        /// Trafficking in persons.
        Trafficking = "trafficking",
        /// Organised crime.
        OrganisedCrime = "organised_crime",
        /// Another offence of ordinary law.
        Ordinary = "ordinary",
    }
}

/// One qualification of the facts, beside the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Qualified {
    /// As what.
    #[serde(rename = "as")]
    pub what: Qualification,
    /// Under which provision.
    pub provision: String,
    /// Why.
    pub reasons: String,
    /// Who.
    pub by: OfficerId,
    /// When.
    pub at: Timestamp,
}

/// The record of a case. It never travels.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Safeguards {
    /// Grows by one with each note.
    pub version: i64,
    /// Every answer ever given, oldest first.
    pub answers: Vec<Answered>,
    /// What the officers found of instruments, oldest first.
    pub subsumptions: Vec<Subsumption>,
    /// What courts decided, oldest first.
    pub courts: Vec<CourtDecision>,
    /// The register of assurances.
    pub assurances: Vec<Assurance>,
    /// The duty after a refusal.
    pub duty: Vec<DutyNote>,
    /// How the facts are qualified.
    pub qualified: Vec<Qualified>,
    /// What was made of received evidence, and the owners' consents.
    pub uses: Vec<UseNote>,
    /// Items that were opened to the defence although their owner had not consented, of which the owner is to be told.
    pub exculpatory: Vec<EvidenceId>,
}

impl Safeguards {
    /// The last answer to a question.
    pub fn last(&self, safeguard: Safeguard) -> Option<&Answered> {
        self.answers
            .iter()
            .rev()
            .find(|answer| answer.safeguard == safeguard)
    }

    /// The answer as it stands.
    pub fn answer(&self, safeguard: Safeguard) -> Choice {
        self.last(safeguard)
            .map_or(Choice::Open, |answer| answer.choice)
    }

    /// The instrument within which the officer found the conduct last, if the last finding on it was so.
    pub fn within(&self) -> impl Iterator<Item = &Subsumption> {
        self.subsumptions
            .iter()
            .enumerate()
            .filter_map(|(n, found)| {
                let later = self
                    .subsumptions
                    .iter()
                    .skip(n + 1)
                    .any(|later| later.instrument == found.instrument);
                (found.within && !later).then_some(found)
            })
    }

    /// Whether a court holds the political-offence exception open: the last decision counts.
    pub fn court_holds_political(&self) -> bool {
        self.courts.last().is_some_and(|court| court.political)
    }

    /// The duty as it stands.
    pub fn duty_met(&self) -> Option<&DutyNote> {
        self.duty.last()
    }
}

/// What the locks go by: the record and the law. A request carries it in memory only.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Guard {
    /// The record.
    pub record: Safeguards,
    /// The law.
    pub law: Law,
}
