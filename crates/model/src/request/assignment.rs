//! An assignment: one measure of a request in the hands of a domestic authority (a court, a prosecutor, a police unit), with its order, its
//! deadline and reminders, and a link for those who have no account here. The link opens this one assignment, until it is reported on,
//! taken back or past its day; how it is made and read is not law and stands in `office`.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{MeasureStage, Request, Side, check};
use crate::code::coded;
use crate::id::{AssignmentId, OfficerId, RequestId};
use crate::limits;
use crate::refusal::Refusal;

coded! {
    /// Where an assignment stands.
    pub enum AssignmentStage {
        /// Given; nobody has opened it.
        Given = "given",
        /// Opened by the domestic authority.
        Opened = "opened",
        /// Reported on; the desk has not taken the report over.
        Reported = "reported",
        /// The report is taken over.
        Done = "done",
        /// Taken back.
        TakenBack = "taken_back",
    }
}

coded! {
    /// What became of a measure, as the domestic authority says.
    pub enum AssignmentResult {
        /// It was taken.
        Executed = "executed",
        /// A part was taken.
        Partly = "partly",
        /// It could not be taken.
        NotExecuted = "not_executed",
    }
}

/// Give a measure to a domestic authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assign {
    /// The measure, from 0.
    pub measure: usize,
    /// The domestic authority, by name.
    pub authority: String,
    /// What it is asked to do, and what it must mind.
    pub order: String,
    /// By when it is to report.
    pub due: Date,
    /// On which day the desk reminds it.
    pub remind_on: Option<Date>,
}

/// What the domestic authority reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignmentReport {
    /// What became of it.
    pub result: AssignmentResult,
    /// On which day.
    pub on: Date,
    /// Who reports: name and function.
    pub by: String,
    /// What was done, or why not.
    pub text: String,
}

/// One measure in the hands of a domestic authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// Its id.
    pub id: AssignmentId,
    /// The request it belongs to.
    pub request: RequestId,
    /// What was given.
    pub given: Assign,
    /// Who gave it.
    pub officer: OfficerId,
    /// Where it stands.
    pub stage: AssignmentStage,
    /// Which link is good: a new one makes those before it useless.
    pub link: u32,
    /// Until when the link is good.
    pub link_until: Timestamp,
    /// When it was opened by the link, oldest first.
    pub opened: Vec<Timestamp>,
    /// When the desk reminded, oldest first.
    pub reminded: Vec<Timestamp>,
    /// What was reported, and when.
    pub report: Option<(Timestamp, AssignmentReport)>,
    /// Grows by one with each act.
    pub version: i64,
    /// When it was given.
    pub created: Timestamp,
    /// When it changed last.
    pub updated: Timestamp,
}

impl Assignment {
    /// A measure of a request that this State executes, given to a domestic authority. The link is good until `link_until`.
    ///
    /// # Errors
    /// `SIDE` for a request of ours, `MEASURE-UNKNOWN`, `STAGE` where the measure is refused, executed or not accepted yet, `MISSING`,
    /// `TOO-LONG`, `DATE-PAST`.
    pub fn give(
        request: &Request,
        given: &Assign,
        (id, officer): (AssignmentId, OfficerId),
        (now, link_until): (Timestamp, Timestamp),
    ) -> Result<Assignment, Refusal> {
        if request.side != Side::Incoming {
            return Err(Refusal::new("SIDE"));
        }
        let measures = request.measures.iter();
        let measure = measures
            .clone()
            .find(|measure| measure.index == given.measure)
            .ok_or_else(|| Refusal::new("MEASURE-UNKNOWN").at("/measure"))?;
        let taken = matches!(
            measure.stage,
            MeasureStage::Accepted | MeasureStage::InExecution
        );
        if !taken || request.stage.is_over() {
            return Err(Refusal::new("STAGE").with("stage", request.stage));
        }
        check::required("/authority", &given.authority, limits::LINE_CHARS_MAX)?;
        check::required("/order", &given.order, limits::NOTE_CHARS_MAX)?;
        check::not_past("/due", given.due, now)?;
        if let Some(day) = given.remind_on {
            check::not_past("/remind_on", day, now)?;
        }
        Ok(Assignment {
            id,
            request: request.id,
            given: given.clone(),
            officer,
            stage: AssignmentStage::Given,
            link: 1,
            link_until,
            opened: Vec::new(),
            reminded: Vec::new(),
            report: None,
            version: 1,
            created: now,
            updated: now,
        })
    }

    /// Whether the link of this number still opens it.
    pub fn open_to(&self, link: u32, now: Timestamp) -> bool {
        self.link == link && now < self.link_until && self.waits()
    }

    /// Whether the domestic authority still owes something.
    pub fn waits(&self) -> bool {
        matches!(self.stage, AssignmentStage::Given | AssignmentStage::Opened)
    }

    /// When somebody must look at it next: the day of the reminder, then the day it is due; a report waits since it came.
    pub fn look_on(&self) -> Option<Date> {
        match self.stage {
            AssignmentStage::Given | AssignmentStage::Opened => Some(
                self.given
                    .remind_on
                    .filter(|_| self.reminded.is_empty())
                    .map_or(self.given.due, |day| day.min(self.given.due)),
            ),
            _ => None,
        }
    }

    /// Opened by the link.
    ///
    /// # Errors
    /// `STAGE` once it is reported on or taken back, `TOO-MANY`.
    pub fn open(&self, now: Timestamp) -> Result<Assignment, Refusal> {
        check::at_most(
            "/opened",
            self.opened.len() + 1,
            limits::ASSIGNMENT_USES_MAX,
        )?;
        let mut next = self.step(AssignmentStage::Opened, now)?;
        next.opened.push(now);
        Ok(next)
    }

    /// Reported on by the link, which is used up with that.
    ///
    /// # Errors
    /// `STAGE`, `MISSING`, `TOO-LONG`.
    pub fn reported(
        &self,
        report: &AssignmentReport,
        now: Timestamp,
    ) -> Result<Assignment, Refusal> {
        check::required("/by", &report.by, limits::LINE_CHARS_MAX)?;
        check::required("/text", &report.text, limits::NOTE_CHARS_MAX)?;
        let mut next = self.step(AssignmentStage::Reported, now)?;
        next.report = Some((now, report.clone()));
        Ok(next)
    }

    /// Reminded; with a new link, which makes the one before useless, good until then.
    ///
    /// # Errors
    /// `STAGE`, `TOO-MANY`.
    pub fn remind(&self, link_until: Timestamp, now: Timestamp) -> Result<Assignment, Refusal> {
        check::at_most(
            "/reminded",
            self.reminded.len() + 1,
            limits::ASSIGNMENT_USES_MAX,
        )?;
        let mut next = self.step(self.stage, now)?;
        next.reminded.push(now);
        next.link += 1;
        next.link_until = link_until;
        Ok(next)
    }

    /// The desk takes the report over, or the assignment back.
    ///
    /// # Errors
    /// `STAGE` once it has ended.
    pub fn end(&self, now: Timestamp) -> Result<Assignment, Refusal> {
        let to = match self.stage {
            AssignmentStage::Given | AssignmentStage::Opened => AssignmentStage::TakenBack,
            AssignmentStage::Reported => AssignmentStage::Done,
            AssignmentStage::Done | AssignmentStage::TakenBack => {
                return Err(Refusal::new("STAGE").with("stage", self.stage));
            }
        };
        Ok(self.next(to, now))
    }

    fn step(&self, to: AssignmentStage, now: Timestamp) -> Result<Assignment, Refusal> {
        if self.waits() {
            Ok(self.next(to, now))
        } else {
            Err(Refusal::new("STAGE").with("stage", self.stage))
        }
    }

    fn next(&self, stage: AssignmentStage, now: Timestamp) -> Assignment {
        Assignment {
            stage,
            version: self.version + 1,
            updated: now,
            ..self.clone()
        }
    }
}
