//! Subject access and redress: a person asks what is held of them, or that it be corrected or erased. Before the identity is
//! proven nothing is searched and nothing leaves; then States are asked, each answers in its own time (`enquiry`), and the
//! applicant gets one letter. An answer discloses, or neither confirms nor denies; there is no third.
//!
//! The model is the Commission for the Control of INTERPOL's Files (its Statute, articles 29 to 42) and Directive (EU) 2016/680,
//! articles 14 to 17. Days are days of universal time, as labels count them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use crate::code::coded;
use crate::id::{ApplicationId, OfficerId, StateCode};
use crate::limits;
use crate::record::born_by;
use crate::refusal::Refusal;

mod enquiry;
mod particulars;

pub use enquiry::{Decide, Decision, Enquiry, EnquiryStage};
pub use particulars::{Person, Proof, Proven, Representative};

coded! {
    /// What is applied for.
    pub enum Scope {
        /// To know what is held.
        Access = "access",
        /// That what is wrong be corrected.
        Correct = "correct",
        /// That it be erased.
        Erase = "erase",
    }
}

coded! {
    /// Where an application stands.
    pub enum ApplicationStage {
        /// Nobody has proven yet who applies.
        Received = "received",
        /// Who applies is proven.
        Proven = "proven",
        /// States are asked.
        Asked = "asked",
        /// The applicant was answered.
        Told = "told",
        /// The applicant has complained to the supervisory body.
        Complained = "complained",
        /// That body has decided.
        Decided = "decided",
        /// Who applied was not proven: nothing was searched.
        Dismissed = "dismissed",
    }
}

/// Months within which an application for access is answered (Statute of the CCF, article 40).
const ACCESS_MONTHS: i32 = 4;
/// Months within which one for correction or erasure is (the same article).
const CORRECTION_MONTHS: i32 = 9;
/// Months that a State has once it was asked: half of the shorter period, so that there is time for the letter.
const ANSWER_MONTHS: i32 = 2;
/// Days that question and answer may be on their way before a State is called late.
const WAY_DAYS: i32 = 7;
/// Years for which an application is kept after its last change.
const KEPT_YEARS: i32 = 5;
/// Years after which one that nobody has proven goes.
const UNPROVEN_YEARS: i32 = 1;

/// What a holder says. Whoever holds nothing and whoever will not say give the same bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", deny_unknown_fields)]
pub enum Answer {
    /// What is held, or what was done with it, in words for the applicant.
    #[serde(rename = "disclosed")]
    Disclosed {
        /// The words.
        text: String,
    },
    /// Nothing is confirmed and nothing is denied; the words for it are fixed.
    #[serde(rename = "neither")]
    NeitherConfirmNorDeny,
}

impl Answer {
    fn check(&self) -> Result<(), Refusal> {
        match self {
            Answer::Disclosed { text } => needed("/text", text, limits::NOTE_CHARS_MAX),
            Answer::NeitherConfirmNorDeny => Ok(()),
        }
    }
}

/// The question to a State: whom it is about, what is applied for, and that identity was proven.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// What is applied for.
    pub scope: Scope,
    /// Who applies.
    pub person: Person,
    /// What is said to be wrong.
    pub wrong: String,
    /// How and when identity was proven.
    pub proven: Proven,
}

/// A message between nodes about an application. Who says it is told by the key that signed the envelope.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", deny_unknown_fields)]
pub enum Access {
    /// A State is asked.
    #[serde(rename = "asked")]
    Asked {
        /// The application.
        id: ApplicationId,
        /// What.
        question: Question,
    },
    /// A State answers. It says no day and no name: what differs between two answers that disclose nothing is the id.
    #[serde(rename = "answered")]
    Answered {
        /// The application.
        id: ApplicationId,
        /// What.
        answer: Answer,
    },
}

impl Access {
    /// Which application it is about.
    #[must_use]
    pub const fn application(&self) -> ApplicationId {
        match self {
            Access::Asked { id, .. } | Access::Answered { id, .. } => *id,
        }
    }
}

/// Who did something, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Who.
    pub by: OfficerId,
    /// When.
    pub at: Timestamp,
}

impl Mark {
    /// The day.
    #[must_use]
    pub fn day(&self) -> Date {
        self.at.to_zoned(TimeZone::UTC).date()
    }
}

/// An application as it is entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Apply {
    /// What is applied for.
    pub scope: Scope,
    /// Who applies.
    pub person: Person,
    /// What is said to be wrong; must be said where it is to be corrected or erased.
    #[serde(default)]
    pub wrong: String,
    /// The day on which it came.
    pub received: Date,
}

/// What became of a State that was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// On which day.
    pub on: Date,
    /// What it answered, and the day on which that came.
    #[serde(default)]
    pub reply: Option<(Answer, Date)>,
}

impl Asked {
    /// The day by which its answer should be here.
    #[must_use]
    pub fn due(&self) -> Date {
        answer_due(self.on).saturating_add(WAY_DAYS.days())
    }
}

/// A complaint to the body that supervises, and what it decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Complaint {
    /// The body.
    pub body: String,
    /// The number of the complaint there.
    #[serde(default)]
    pub reference: String,
    /// What it decided.
    #[serde(default)]
    pub decision: Option<String>,
}

/// An application, in the State that received it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Application {
    /// The same in every State that is asked.
    pub id: ApplicationId,
    /// Grows with every change.
    pub version: i64,
    /// What was entered.
    pub what: Apply,
    /// Where it stands.
    pub stage: ApplicationStage,
    /// Who changed it last, and when.
    pub last: Mark,
    /// How identity was proven.
    #[serde(default)]
    pub proof: Option<(Proof, Mark)>,
    /// Why it was dismissed.
    #[serde(default)]
    pub dismissed: Option<String>,
    /// The States asked, this one among them.
    #[serde(default)]
    pub asked: BTreeMap<StateCode, Asked>,
    /// When the applicant was answered.
    #[serde(default)]
    pub told: Option<Mark>,
    /// The complaint.
    #[serde(default)]
    pub complaint: Option<Complaint>,
}

/// The last day of a holder's term, counted from the day on which it was asked.
fn answer_due(asked: Date) -> Date {
    asked.saturating_add(ANSWER_MONTHS.months())
}

/// A text of an officer that must be there, bounded.
fn needed(field: &'static str, text: &str, max: usize) -> Result<(), Refusal> {
    match text.trim().is_empty() {
        true => Err(Refusal::new("MISSING").at(field)),
        false => bounded(field, text, max),
    }
}

/// A text of an officer, bounded.
fn bounded(field: &'static str, text: &str, max: usize) -> Result<(), Refusal> {
    match text.chars().count() > max {
        true => Err(Refusal::new("TOO-LONG").at(field).with("max", max)),
        false => Ok(()),
    }
}

impl Application {
    /// An application as it was entered.
    ///
    /// # Errors
    /// What [`Person::check`] refuses; `MISSING` where something is to be corrected or erased and nothing is said to be wrong;
    /// `DATE-FUTURE`, `TOO-LONG`.
    pub fn enter(what: Apply, id: ApplicationId, mark: Mark) -> Result<Application, Refusal> {
        what.person.check()?;
        match what.scope {
            Scope::Access => bounded("/wrong", &what.wrong, limits::NOTE_CHARS_MAX)?,
            _ => needed("/wrong", &what.wrong, limits::NOTE_CHARS_MAX)?,
        }
        if what.received > mark.day() {
            return Err(Refusal::new("DATE-FUTURE")
                .at("/received")
                .with("date", what.received));
        }
        Ok(Application {
            id,
            version: 1,
            what,
            stage: ApplicationStage::Received,
            last: mark,
            proof: None,
            dismissed: None,
            asked: BTreeMap::new(),
            told: None,
            complaint: None,
        })
    }

    fn at(&self, stages: &[ApplicationStage]) -> Result<(), Refusal> {
        match stages.contains(&self.stage) {
            true => Ok(()),
            false => Err(Refusal::new("STAGE").with("stage", self.stage)),
        }
    }

    fn moved(&self, stage: ApplicationStage, mark: Mark) -> Application {
        Application {
            version: self.version + 1,
            stage,
            last: mark,
            ..self.clone()
        }
    }

    /// Who applies is who they say, or speaks for them. The clocks run from this day.
    ///
    /// # Errors
    /// `STAGE`; what [`Proof::check`] refuses.
    pub fn prove(&self, proof: Proof, mark: Mark) -> Result<Application, Refusal> {
        self.at(&[ApplicationStage::Received])?;
        proof.check()?;
        Ok(Application {
            proof: Some((proof, mark)),
            ..self.moved(ApplicationStage::Proven, mark)
        })
    }

    /// Who applies has not proven it: nothing was searched, and the letter says no more than that.
    ///
    /// # Errors
    /// `STAGE`; `MISSING` without a reason; `TOO-LONG`.
    pub fn dismiss(&self, reason: &str, mark: Mark) -> Result<Application, Refusal> {
        self.at(&[ApplicationStage::Received])?;
        needed("/reason", reason, limits::NOTE_CHARS_MAX)?;
        Ok(Application {
            dismissed: Some(reason.trim().to_owned()),
            ..self.moved(ApplicationStage::Dismissed, mark)
        })
    }

    /// Ask States, this one (`own`) always among them; which of them are asked now, and what.
    ///
    /// # Errors
    /// `STAGE` before identity is proven and after the applicant was answered; `TOO-MANY`; `ACCESS-ASKED` where all of them
    /// were asked before.
    pub fn ask(
        &self,
        (own, states): (&StateCode, &BTreeSet<StateCode>),
        mark: Mark,
    ) -> Result<(Application, Vec<StateCode>, Question), Refusal> {
        self.at(&[ApplicationStage::Proven, ApplicationStage::Asked])?;
        let question = self.question()?;
        let now = states.iter().chain([own]);
        let now = now.filter(|state| !self.asked.contains_key(*state));
        let now: BTreeSet<StateCode> = now.cloned().collect();
        if now.is_empty() {
            return Err(Refusal::new("ACCESS-ASKED").at("/states"));
        }
        let mut next = self.moved(ApplicationStage::Asked, mark);
        let asked = Asked {
            on: mark.day(),
            reply: None,
        };
        let each = now.iter().map(|state| (state.clone(), asked.clone()));
        next.asked.extend(each);
        if next.asked.len() > limits::ACCESS_STATES_MAX {
            return Err(Refusal::new("TOO-MANY")
                .at("/states")
                .with("max", limits::ACCESS_STATES_MAX));
        }
        Ok((next, now.into_iter().collect(), question))
    }

    /// What States are asked.
    fn question(&self) -> Result<Question, Refusal> {
        let (proof, mark) = self.proof.as_ref().ok_or_else(|| Refusal::new("STAGE"))?;
        Ok(Question {
            scope: self.what.scope,
            person: self.what.person.clone(),
            wrong: self.what.wrong.clone(),
            proven: proof.told(mark.day()),
        })
    }

    /// A State answers: `None` where it had given just this answer before.
    ///
    /// # Errors
    /// `ACCESS-NOT-ASKED` for a State that was not asked; `ACCESS-ANSWERED` where it gave another answer before; `MISSING`,
    /// `TOO-LONG`.
    pub fn hear(
        &self,
        (from, answer): (&StateCode, Answer),
        on: Date,
    ) -> Result<Option<Application>, Refusal> {
        answer.check()?;
        let asked = self.asked.get(from);
        let asked = asked.ok_or_else(|| Refusal::new("ACCESS-NOT-ASKED").with("state", from))?;
        match &asked.reply {
            Some((before, _)) if *before == answer => Ok(None),
            Some(_) => Err(Refusal::new("ACCESS-ANSWERED").with("state", from)),
            None => {
                let asked = Asked {
                    on: asked.on,
                    reply: Some((answer, on)),
                };
                let mut next = self.moved(self.stage, self.last);
                next.asked.insert(from.clone(), asked);
                Ok(Some(next))
            }
        }
    }

    /// States that have not answered, and whether each is late.
    pub fn waiting(&self, today: Date) -> impl Iterator<Item = (&StateCode, bool)> {
        let open = self.asked.iter().filter(|(_, asked)| asked.reply.is_none());
        open.map(move |(state, asked)| (state, today > asked.due()))
    }

    /// The applicant was answered: with what every State said, or after the day of those that said nothing.
    ///
    /// # Errors
    /// `STAGE`; `ACCESS-WAITING` naming the first State that still has time.
    pub fn tell(&self, mark: Mark) -> Result<Application, Refusal> {
        self.at(&[ApplicationStage::Asked])?;
        let mut waiting = self.waiting(mark.day());
        if let Some((state, _)) = waiting.find(|(_, late)| !late) {
            return Err(Refusal::new("ACCESS-WAITING").with("state", state));
        }
        Ok(Application {
            told: Some(mark),
            ..self.moved(ApplicationStage::Told, mark)
        })
    }

    /// The applicant has complained to the body that supervises.
    ///
    /// # Errors
    /// `STAGE` before there was an answer; `MISSING` without the body; `TOO-LONG`.
    pub fn complain(
        &self,
        (body, reference): (&str, &str),
        mark: Mark,
    ) -> Result<Application, Refusal> {
        self.at(&[ApplicationStage::Told, ApplicationStage::Dismissed])?;
        needed("/body", body, limits::LINE_CHARS_MAX)?;
        bounded("/reference", reference, limits::REFERENCE_CHARS_MAX)?;
        Ok(Application {
            complaint: Some(Complaint {
                body: body.trim().to_owned(),
                reference: reference.trim().to_owned(),
                decision: None,
            }),
            ..self.moved(ApplicationStage::Complained, mark)
        })
    }

    /// That body has decided.
    ///
    /// # Errors
    /// `STAGE` without a complaint; `MISSING`, `TOO-LONG`.
    pub fn conclude(&self, decision: &str, mark: Mark) -> Result<Application, Refusal> {
        self.at(&[ApplicationStage::Complained])?;
        needed("/decision", decision, limits::NOTE_CHARS_MAX)?;
        let mut next = self.moved(ApplicationStage::Decided, mark);
        if let Some(complaint) = &mut next.complaint {
            complaint.decision = Some(decision.trim().to_owned());
        }
        Ok(next)
    }

    /// The day by which the applicant must be answered: none before identity is proven.
    #[must_use]
    pub fn due(&self) -> Option<Date> {
        let months = match self.what.scope {
            Scope::Access => ACCESS_MONTHS,
            Scope::Correct | Scope::Erase => CORRECTION_MONTHS,
        };
        let (_, mark) = self.proof.as_ref()?;
        Some(mark.day().saturating_add(months.months()))
    }

    /// Whether that day has passed and nobody has answered.
    #[must_use]
    pub fn is_overdue(&self, today: Date) -> bool {
        self.told.is_none() && self.due().is_some_and(|due| today > due)
    }

    /// The day from which on it is kept no longer; none while something is open.
    #[must_use]
    pub fn ends(&self) -> Option<Date> {
        use ApplicationStage::{Asked, Complained, Decided, Dismissed, Proven, Received, Told};
        let years = match self.stage {
            Received => UNPROVEN_YEARS,
            Told | Decided | Dismissed => KEPT_YEARS,
            Proven | Asked | Complained => return None,
        };
        Some(self.last.day().saturating_add(years.years()))
    }
}

#[cfg(test)]
mod tests;
