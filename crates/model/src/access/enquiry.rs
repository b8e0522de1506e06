//! The question about an application, in a State that is asked. A person decides. What discloses something leaves at once after a
//! second person; what discloses nothing leaves on a day that was fixed when the question came, whoever held what, so that
//! neither the answer nor its day tells anything.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Answer, KEPT_YEARS, Mark, Question, answer_due, bounded, needed};
use crate::code::coded;
use crate::id::{ApplicationId, OfficerId, StateCode};
use crate::limits;
use crate::refusal::Refusal;

coded! {
    /// Where an enquiry stands.
    pub enum EnquiryStage {
        /// Nobody has decided.
        Waiting = "waiting",
        /// A disclosure waits for the second person.
        Proposed = "proposed",
        /// Nothing is disclosed; the answer waits for its day.
        Decided = "decided",
        /// It was answered.
        Answered = "answered",
    }
}

/// Days between two fixed days, once the first has passed without a decision.
const STEP_DAYS: i64 = 7;

/// What an officer decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decide {
    /// What is answered.
    pub answer: Answer,
    /// Why, for this State's own file.
    pub reason: String,
}

/// A decision as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What was decided.
    pub what: Decide,
    /// Who decided it.
    pub mark: Mark,
    /// The second person.
    #[serde(default)]
    pub second: Option<Mark>,
}

/// What another State, or this one, asks about an applicant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enquiry {
    /// The application, as the State that asks names it.
    pub id: ApplicationId,
    /// Who asks.
    pub from: StateCode,
    /// Grows with every change.
    pub version: i64,
    /// What is asked.
    pub question: Question,
    /// The day on which it came: the term runs from it.
    pub arrived: Date,
    /// Where it stands.
    pub stage: EnquiryStage,
    /// What was decided.
    #[serde(default)]
    pub decision: Option<Decision>,
    /// Why the second person gave it back.
    #[serde(default)]
    pub returned: Option<String>,
    /// The day on which it may leave, or left.
    #[serde(default)]
    pub leaves: Option<Date>,
}

impl Enquiry {
    /// An enquiry as it came.
    ///
    /// # Errors
    /// `MISSING`, `TOO-LONG`, `TOO-MANY`, `BIRTH-DATE`.
    pub fn arrive(
        (id, from): (ApplicationId, StateCode),
        question: Question,
        arrived: Date,
    ) -> Result<Enquiry, Refusal> {
        question.person.check()?;
        question.proven.check()?;
        bounded("/wrong", &question.wrong, limits::NOTE_CHARS_MAX)?;
        Ok(Enquiry {
            id,
            from,
            version: 1,
            question,
            arrived,
            stage: EnquiryStage::Waiting,
            decision: None,
            returned: None,
            leaves: None,
        })
    }

    /// The last day of the term.
    #[must_use]
    pub fn due(&self) -> Date {
        answer_due(self.arrived)
    }

    /// The first fixed day after a day: the last of the term, or, once that has come, a week later and so on.
    #[must_use]
    pub fn fixed_day(&self, after: Date) -> Date {
        let due = self.due();
        let past = (after.duration_since(due).as_hours() / 24).max(-1);
        let weeks = match past {
            0.. => past / STEP_DAYS + 1,
            _ => 0,
        };
        due.saturating_add((weeks * STEP_DAYS).days())
    }

    fn at(&self, stages: &[EnquiryStage]) -> Result<(), Refusal> {
        match stages.contains(&self.stage) {
            true => Ok(()),
            false => Err(Refusal::new("STAGE").with("stage", self.stage)),
        }
    }

    fn moved(&self, stage: EnquiryStage) -> Enquiry {
        Enquiry {
            version: self.version + 1,
            stage,
            ..self.clone()
        }
    }

    /// Decide; also anew, as long as nothing has left.
    ///
    /// # Errors
    /// `STAGE` where it was answered; `MISSING` without a reason or without words; `TOO-LONG`.
    pub fn decide(&self, what: Decide, mark: Mark) -> Result<Enquiry, Refusal> {
        use EnquiryStage::{Decided, Proposed, Waiting};
        self.at(&[Waiting, Proposed, Decided])?;
        what.answer.check()?;
        needed("/reason", &what.reason, limits::NOTE_CHARS_MAX)?;
        let (stage, leaves) = match what.answer {
            Answer::Disclosed { .. } => (Proposed, None),
            Answer::NeitherConfirmNorDeny => (Decided, Some(self.fixed_day(mark.day()))),
        };
        Ok(Enquiry {
            decision: Some(Decision {
                what,
                mark,
                second: None,
            }),
            returned: None,
            leaves,
            ..self.moved(stage)
        })
    }

    /// Who decided: never the second person.
    #[must_use]
    pub fn hands(&self) -> Vec<OfficerId> {
        self.decision.iter().map(|one| one.mark.by).collect()
    }

    /// Disclose, as the second person: it leaves at once.
    ///
    /// # Errors
    /// `STAGE` where no disclosure waits; `FOUR-EYES` for whoever decided.
    pub fn approve(&self, mark: Mark) -> Result<(Enquiry, Answer), Refusal> {
        self.second(mark)?;
        let mut next = self.moved(EnquiryStage::Answered);
        next.leaves = Some(mark.day());
        let decision = next.decision.as_mut();
        let decision = decision.ok_or_else(|| Refusal::new("STAGE"))?;
        decision.second = Some(mark);
        let answer = decision.what.answer.clone();
        Ok((next, answer))
    }

    /// Give a disclosure back, as the second person: somebody decides anew.
    ///
    /// # Errors
    /// As [`Enquiry::approve`]; `MISSING` without a note; `TOO-LONG`.
    pub fn give_back(&self, note: &str, mark: Mark) -> Result<Enquiry, Refusal> {
        self.second(mark)?;
        needed("/note", note, limits::NOTE_CHARS_MAX)?;
        Ok(Enquiry {
            returned: Some(note.trim().to_owned()),
            ..self.moved(EnquiryStage::Waiting)
        })
    }

    fn second(&self, mark: Mark) -> Result<(), Refusal> {
        self.at(&[EnquiryStage::Proposed])?;
        match self.hands().contains(&mark.by) {
            true => Err(Refusal::new("FOUR-EYES")),
            false => Ok(()),
        }
    }

    /// What leaves on this day, of what was decided to disclose nothing; `None` before its day.
    #[must_use]
    pub fn post(&self, today: Date) -> Option<(Enquiry, Answer)> {
        let waits = self.stage == EnquiryStage::Decided;
        let leaves = self.leaves.filter(|day| waits && *day <= today)?;
        let answer = self.decision.as_ref()?.what.answer.clone();
        let next = Enquiry {
            leaves: Some(leaves),
            ..self.moved(EnquiryStage::Answered)
        };
        Some((next, answer))
    }

    /// Whether its day has come and nobody has decided.
    #[must_use]
    pub fn is_overdue(&self, today: Date) -> bool {
        let open = [EnquiryStage::Waiting, EnquiryStage::Proposed];
        open.contains(&self.stage) && today >= self.due()
    }

    /// The day from which on it is kept no longer; none before it was answered.
    #[must_use]
    pub fn ends(&self) -> Option<Date> {
        let left = self
            .leaves
            .filter(|_| self.stage == EnquiryStage::Answered)?;
        Some(left.saturating_add(KEPT_YEARS.years()))
    }
}
