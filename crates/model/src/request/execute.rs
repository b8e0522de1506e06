//! Execution on the requested side: begin, note progress, report a part, report the whole.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::life::person;
use super::{Effect, MeasureStage, Outcome, Report, Request, Side, Stage, check};
use crate::actor::By;
use crate::limits;
use crate::message::Message;
use crate::refusal::Refusal;

/// Begin execution, or note how it goes on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// In words (to whom it was assigned, what it waits for); travels.
    pub note: Option<String>,
}

impl Request {
    /// Begins execution.
    ///
    /// # Errors
    /// `STAGE`, `SIDE`, `PERSON`, `TOO-LONG`.
    pub fn begin_execution(&self, act: &Progress, by: &By, now: Timestamp) -> Outcome {
        let moved = self.movable(MeasureStage::InExecution);
        let begun = ("request.execution_begun", Stage::InExecution);
        let (mut next, effects) = self.go_on(begun, &moved, act, (by, now))?;
        next.set_measures(&moved, MeasureStage::InExecution);
        Ok((next, effects))
    }

    /// Tells the other side how it goes on.
    ///
    /// # Errors
    /// As `begin_execution`; `MISSING` without words.
    pub fn progress(&self, act: &Progress, by: &By, now: Timestamp) -> Outcome {
        check::required(
            "/note",
            act.note.as_deref().unwrap_or_default(),
            limits::NOTE_CHARS_MAX,
        )?;
        self.go_on(("request.progressed", self.stage), &[], act, (by, now))
    }

    fn go_on(
        &self,
        (verb, to): (&str, Stage),
        moved: &[usize],
        act: &Progress,
        (by, now): (&By, Timestamp),
    ) -> Outcome {
        self.only(Side::Incoming)?;
        person(by)?;
        let note = act.note.as_deref().unwrap_or_default();
        check::optional("/note", note, limits::NOTE_CHARS_MAX)?;
        let next = self.step(verb, to, self.ours(by, now).text(note))?;
        let message = Message::InExecution {
            re: next.re(by),
            progress: verb == "request.progressed",
            note: act.note.clone(),
            measures: moved.to_vec(),
        };
        Ok((next, vec![Effect::Send(message)]))
    }

    /// Reports that a part is done: the measures named. With the last of them all is done.
    ///
    /// # Errors
    /// `MISSING` without measures, what or law; `MEASURE-UNKNOWN`; `MEASURE-STAGE` for one that was not accepted; `STAGE`,
    /// `SIDE`, `PERSON`.
    pub fn report_part(&self, report: &Report, by: &By, now: Timestamp) -> Outcome {
        if report.measures.is_empty() {
            return Err(Refusal::new("MISSING").at("/measures"));
        }
        self.only(Side::Incoming)?;
        // A second report on the same measure adds to the first.
        let done = [
            MeasureStage::Accepted,
            MeasureStage::InExecution,
            MeasureStage::Executed,
        ];
        self.measures_at(&report.measures, &done)?;
        let mut others = self
            .measures
            .iter()
            .filter(|measure| !report.measures.contains(&measure.index));
        if !self.measures.is_empty() && others.all(|measure| measure.stage.is_over()) {
            return self.report(report, by, now);
        }
        let mut next = self.reported(
            report,
            ("request.partly_executed", Stage::PartlyExecuted),
            by,
            now,
        )?;
        next.take_report(report);
        let message = Message::PartlyExecuted {
            re: next.re(by),
            report: report.clone(),
        };
        Ok((next, vec![Effect::Send(message)]))
    }

    /// Reports that all is done.
    ///
    /// # Errors
    /// As `report_part`, but no measures need be named; `MEASURE-STAGE` while one waits for a decision.
    pub fn report(&self, report: &Report, by: &By, now: Timestamp) -> Outcome {
        let open = self.measures.iter().find(|m| {
            let stands = m.stage;
            stands == MeasureStage::Asked || stands == MeasureStage::Postponed
        });
        let mut next = self.reported(report, ("request.executed", Stage::Executed), by, now)?;
        if let Some(open) = open {
            return Err(Refusal::new("MEASURE-STAGE")
                .at("/measures")
                .with("index", open.index)
                .with("stage", open.stage));
        }
        let whole = Report {
            measures: self.movable(MeasureStage::Executed),
            ..report.clone()
        };
        next.take_report(&whole);
        let message = Message::Executed {
            re: next.re(by),
            report: whole,
        };
        Ok((next, vec![Effect::Send(message)]))
    }

    fn reported(
        &self,
        report: &Report,
        (verb, to): (&str, Stage),
        by: &By,
        now: Timestamp,
    ) -> Result<Request, Refusal> {
        self.only(Side::Incoming)?;
        person(by)?;
        check_report(report, self.measures.len())?;
        self.step(verb, to, self.ours(by, now).text(&report.what))
    }

    /// Enters a report; both sides do it alike.
    pub(super) fn take_report(&mut self, report: &Report) {
        let done = self.named_or_movable(&report.measures, MeasureStage::Executed);
        self.set_measures(&done, MeasureStage::Executed);
        if self.reports.len() < limits::MEASURES_MAX * 2 {
            self.reports.push(report.clone());
        }
    }
}

pub(super) fn check_report(report: &Report, measures: usize) -> Result<(), Refusal> {
    check::required("/what", &report.what, limits::NOTE_CHARS_MAX)?;
    check::required("/law", &report.law, limits::NOTE_CHARS_MAX)?;
    check::optional("/executed_by", &report.executed_by, limits::TITLE_CHARS_MAX)?;
    check::at_most("/measures", report.measures.len(), limits::MEASURES_MAX)?;
    match report.measures.iter().find(|index| **index >= measures) {
        Some(index) => Err(Refusal::new("MEASURE-UNKNOWN")
            .at("/measures")
            .with("index", index)),
        None => Ok(()),
    }
}
