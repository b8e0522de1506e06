//! Complaints about rights violated in the course of cooperation (resolution 2322, paragraph 2): who complains of what,
//! who answers, and what the answer was. A complaint is this State's own: the other side hears of it only if it is written
//! to in so many words. The auditor sees all of them.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::check;
use super::life::{person, second_person};
use super::safeguard_reasons as reasoned;
use crate::actor::By;
use crate::code::coded;
use crate::id::{AuthorityId, OfficerId, RequestId};
use crate::limits;
use crate::refusal::Refusal;

coded! {
    /// The right that is said to be violated.
    pub enum Right {
        /// Life.
        Life = "life",
        /// Freedom from torture and ill-treatment.
        Torture = "torture",
        /// Liberty.
        Liberty = "liberty",
        /// A fair trial.
        FairTrial = "fair_trial",
        /// Privacy and data protection.
        Privacy = "privacy",
        /// Property.
        Property = "property",
        /// Freedom from discrimination.
        Equality = "equality",
        /// Asylum and non-refoulement.
        Refuge = "refuge",
        /// Family life and children.
        Family = "family",
        /// Another one.
        Other = "other",
    }
}

coded! {
    /// What came of a complaint.
    pub enum Remedy {
        /// It was not founded.
        Unfounded = "unfounded",
        /// It was, and was put right.
        Remedied = "remedied",
        /// It was, and went to the body that decides.
        Referred = "referred",
    }
}

/// Make a complaint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complain {
    /// Of what.
    pub right: Right,
    /// Who complains, as they want to be called; empty for one who does not say.
    #[serde(default)]
    pub complainant: String,
    /// What happened.
    pub text: String,
    /// Who answers.
    pub answers: AuthorityId,
    /// By when.
    #[serde(default)]
    pub answer_by: Option<Date>,
}

/// Answer a complaint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Respond {
    /// What came of it.
    pub remedy: Remedy,
    /// Why.
    pub text: String,
}

/// The answer to a complaint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// What came of it.
    pub remedy: Remedy,
    /// Why.
    pub text: String,
    /// Who.
    pub by: OfficerId,
    /// When.
    pub at: Timestamp,
}

/// A complaint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complaint {
    /// In which case.
    pub request: RequestId,
    /// What is complained of.
    #[serde(flatten)]
    pub what: Complain,
    /// Who wrote it down.
    pub by: OfficerId,
    /// When.
    pub at: Timestamp,
    /// The answer, once there is one.
    pub response: Option<Response>,
    /// Grows by one with each act.
    pub version: i64,
}

impl Complaint {
    /// Writes a complaint down.
    ///
    /// # Errors
    /// `MISSING`, `TOO-LONG`, `DATE-PAST`, `PERSON`.
    pub fn make(
        request: RequestId,
        what: Complain,
        (by, now): (&By, Timestamp),
    ) -> Result<Complaint, Refusal> {
        check::optional("/complainant", &what.complainant, limits::TITLE_CHARS_MAX)?;
        check::required("/text", &what.text, limits::NOTE_CHARS_MAX)?;
        if let Some(day) = what.answer_by {
            check::not_past("/answer_by", day, now)?;
        }
        Ok(Complaint {
            request,
            what,
            by: person(by)?,
            at: now,
            response: None,
            version: 1,
        })
    }

    /// Answers it. Nobody answers the complaint they wrote down.
    ///
    /// # Errors
    /// `ANSWERED` when there is an answer, `FOUR-EYES`, `MISSING`, `TOO-LONG`, `PERSON`.
    pub fn respond(
        &self,
        act: &Respond,
        (by, now): (&By, Timestamp),
    ) -> Result<Complaint, Refusal> {
        if self.response.is_some() {
            return Err(Refusal::new("COMPLAINT-ANSWERED"));
        }
        let officer = second_person(by, &[self.by])?;
        reasoned("MISSING", &act.text)?;
        Ok(Complaint {
            response: Some(Response {
                remedy: act.remedy,
                text: act.text.clone(),
                by: officer,
                at: now,
            }),
            version: self.version.saturating_add(1),
            ..self.clone()
        })
    }

    /// What the other parties to the ledger see of it: codes and counts.
    pub fn is_open(&self) -> bool {
        self.response.is_none()
    }
}
