//! The requested side's decision: accept, postpone, refuse. A refusal, whole or in part, needs two persons.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::life::{person, second_person};
use super::{
    Availability, Effect, Ground, MeasureStage, Outcome, RefusalProposal, RefusedMeasure, Request,
    Side, Stage, check, safeguard,
};
use crate::actor::By;
use crate::limits;
use crate::message::{Message, ReceiptKind};
use crate::refusal::Refusal;

/// Accept it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accept {
    /// Why.
    pub reasons: String,
    /// Conditions of use.
    pub conditions: Vec<String>,
}

/// Put it off (UNTOC 18(25)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Postpone {
    /// Why.
    pub reasons: String,
    /// When it is looked at again.
    pub review_by: Option<Date>,
}

/// Propose to refuse it, whole or in part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refuse {
    /// The ground, from the closed list.
    pub ground: Ground,
    /// The reasons; they are given (UNTOC 18(23)).
    pub reasons: String,
    /// The measures it is about; empty for the whole request.
    pub measures: Vec<usize>,
    /// Why no consultation was held, if none was.
    pub no_consultation: Option<String>,
    /// The sources of the reasons, each named; persecution needs one.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// Confirm the proposed refusal as the second person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmRefusal {
    /// In words.
    pub note: Option<String>,
}

/// Drop the proposed refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DropRefusal {
    /// Why.
    pub reason: String,
}

impl Request {
    /// Accepts it whole.
    ///
    /// # Errors
    /// `CONSULTATION-DRAFT`, `REFUSAL-PENDING` while a refusal waits for its second person, `MISSING`, `STAGE`, `SIDE`.
    pub fn accept(&self, act: &Accept, by: &By, now: Timestamp) -> Outcome {
        self.only(Side::Incoming)?;
        self.has_effect()?;
        person(by)?;
        if self.refusal.is_some() {
            return Err(Refusal::new("REFUSAL-PENDING"));
        }
        check::required("/reasons", &act.reasons, limits::NOTE_CHARS_MAX)?;
        check_conditions(&act.conditions)?;
        let moment = self.ours(by, now).text(&act.reasons);
        let mut next = self.step("request.accepted", Stage::Accepted, moment)?;
        next.conditions.clone_from(&act.conditions);
        next.set_measures(&[], MeasureStage::Accepted);
        let message = Message::Accepted {
            re: next.re(by),
            reasons: act.reasons.clone(),
            conditions: act.conditions.clone(),
            refused: Vec::new(),
        };
        Ok((
            next,
            vec![Effect::Receipt(ReceiptKind::R5), Effect::Send(message)],
        ))
    }

    /// Puts it off.
    ///
    /// # Errors
    /// As `accept`; `DATE-PAST`.
    pub fn postpone(&self, act: &Postpone, by: &By, now: Timestamp) -> Outcome {
        self.only(Side::Incoming)?;
        self.has_effect()?;
        person(by)?;
        check::required("/reasons", &act.reasons, limits::NOTE_CHARS_MAX)?;
        if let Some(day) = act.review_by {
            check::not_past("/review_by", day, now)?;
        }
        let moment = self.ours(by, now).text(&act.reasons).until(act.review_by);
        let next = self.step("request.postponed", Stage::Postponed, moment)?;
        let message = Message::Postponed {
            re: next.re(by),
            reasons: act.reasons.clone(),
            review_by: act.review_by,
        };
        Ok((next, vec![Effect::Send(message)]))
    }

    /// Proposes a refusal; nothing travels until a second person confirms it.
    ///
    /// # Errors
    /// `GROUND-NOT-AVAILABLE` (bank secrecy, fiscal nature, or a ground of another family), `GROUND-LOCKED`, `SAF-06`
    /// (persecution without reasons and a named source), `GROUND-AFTER-INFO` and `GROUND-AFTER-CONDITION` (ask or consult
    /// first), `CONSULTATION-FIRST` (UNTOC 18(26)), `MEASURE-UNKNOWN`, `REFUSAL-PENDING`, `CONSULTATION-DRAFT`, `MISSING`,
    /// `STAGE`, `SIDE`, `PERSON`.
    pub fn propose_refusal(&self, act: &Refuse, by: &By, now: Timestamp) -> Outcome {
        self.only(Side::Incoming)?;
        self.has_effect()?;
        let officer = person(by)?;
        if self.refusal.is_some() {
            return Err(Refusal::new("REFUSAL-PENDING"));
        }
        self.check_ground(act)?;
        check::required("/reasons", &act.reasons, limits::NOTE_CHARS_MAX)?;
        self.check_consulted(act)?;
        if let Some(index) = act
            .measures
            .iter()
            .find(|index| **index >= self.measures.len())
        {
            return Err(Refusal::new("MEASURE-UNKNOWN")
                .at("/measures")
                .with("index", index));
        }
        let moment = self.ours(by, now).text(&act.reasons);
        let mut next = self.step("request.refusal_proposed", self.stage, moment)?;
        let mut measures = act.measures.clone();
        measures.sort_unstable();
        measures.dedup();
        next.refusal = Some(RefusalProposal {
            ground: act.ground,
            reasons: act.reasons.clone(),
            measures,
            no_consultation: act.no_consultation.clone(),
            sources: act.sources.clone(),
            by: officer,
            at: now,
        });
        Ok((next, Vec::new()))
    }

    /// Whether the ground may be chosen here and now (3.15, SAF-06).
    fn check_ground(&self, act: &Refuse) -> Result<(), Refusal> {
        let refusal = |code| Err(Refusal::new(code).at("/ground").with("ground", act.ground));
        let availability = act.ground.availability(self.family());
        match availability {
            _ if !availability.may_refuse() => return refusal("GROUND-NOT-AVAILABLE"),
            Availability::AfterInfo if !self.has_happened("request.info_requested") => {
                return refusal("GROUND-AFTER-INFO");
            }
            Availability::AfterCondition if !self.was_consulted() => {
                return refusal("GROUND-AFTER-CONDITION");
            }
            _ => {}
        }
        self.ground_locked(act.ground)?;
        if act.ground == Ground::Persecution {
            safeguard::reasoned("SAF-06", &act.reasons)?;
            safeguard::sourced("SAF-06", &act.sources)?;
        }
        Ok(())
    }

    /// Whether the political-offence ground is locked: an instrument that binds both bars it, and this State's own officer
    /// found the conduct within that instrument; a court that decided otherwise opens it. What the requesting State calls
    /// the offence changes nothing.
    ///
    /// # Errors
    /// `GROUND-LOCKED` with the instrument and the article that bars it.
    pub fn ground_locked(&self, ground: Ground) -> Result<(), Refusal> {
        let record = &self.guard.record;
        if ground != Ground::PoliticalOffence || record.court_holds_political() {
            return Ok(());
        }
        let bar = record
            .within()
            .find_map(|found| self.guard.law.bar(&found.instrument));
        match bar {
            Some(bar) => Err(Refusal::new("GROUND-LOCKED")
                .at("/ground")
                .with("ground", ground)
                .with("instrument", &bar.instrument)
                .with("article", &bar.article)
                .with("resolution", "S/RES/2322 (2016)")
                .with("paragraph", "10")),
            None => Ok(()),
        }
    }

    /// Consultation first, or the reason why not (UNTOC 18(26)).
    fn check_consulted(&self, act: &Refuse) -> Result<(), Refusal> {
        match &act.no_consultation {
            Some(reason) => check::required("/no_consultation", reason, limits::NOTE_CHARS_MAX),
            None if self.was_consulted() => Ok(()),
            None => Err(Refusal::new("CONSULTATION-FIRST").at("/no_consultation")),
        }
    }

    fn was_consulted(&self) -> bool {
        self.has_happened("request.consultation_opened")
    }

    /// Confirms the proposed refusal as the second person. Where it concerns some measures only, the rest is accepted.
    ///
    /// # Errors
    /// `NO-PROPOSAL`, `FOUR-EYES` for who proposed it, `GROUND-LOCKED`, `STAGE`, `SIDE`, `PERSON`.
    pub fn confirm_refusal(&self, act: &ConfirmRefusal, by: &By, now: Timestamp) -> Outcome {
        self.only(Side::Incoming)?;
        let proposal = self.refusal.clone().ok_or(Refusal::new("NO-PROPOSAL"))?;
        second_person(by, &[proposal.by])?;
        // What was found since the proposal counts.
        self.ground_locked(proposal.ground)?;
        let note = act.note.as_deref().unwrap_or_default();
        check::optional("/note", note, limits::NOTE_CHARS_MAX)?;
        let whole = proposal.measures.is_empty() || proposal.measures.len() == self.measures.len();
        let (verb, to) = if whole {
            ("request.refused", Stage::Refused)
        } else {
            ("request.partly_accepted", Stage::PartlyAccepted)
        };
        let moment = self.ours(by, now).text(if note.is_empty() {
            &proposal.reasons
        } else {
            note
        });
        let mut next = self.step(verb, to, moment)?;
        next.refusal = None;
        next.grounds.insert(proposal.ground);
        let re = next.re(by);
        let message = if whole {
            next.set_measures(&[], MeasureStage::Refused);
            Message::Refused {
                re,
                ground: proposal.ground,
                reasons: proposal.reasons,
            }
        } else {
            let refused: Vec<RefusedMeasure> = proposal
                .measures
                .iter()
                .map(|&index| RefusedMeasure {
                    index,
                    ground: proposal.ground,
                    reasons: proposal.reasons.clone(),
                })
                .collect();
            next.accept_all_but(&refused);
            Message::Accepted {
                re,
                reasons: proposal.reasons,
                conditions: Vec::new(),
                refused,
            }
        };
        Ok((
            next,
            vec![Effect::Receipt(ReceiptKind::R5), Effect::Send(message)],
        ))
    }

    /// Drops the proposed refusal.
    ///
    /// # Errors
    /// `NO-PROPOSAL`, `MISSING`, `STAGE`, `SIDE`, `PERSON`.
    pub fn drop_refusal(&self, act: &DropRefusal, by: &By, now: Timestamp) -> Outcome {
        self.only(Side::Incoming)?;
        person(by)?;
        if self.refusal.is_none() {
            return Err(Refusal::new("NO-PROPOSAL"));
        }
        check::required("/reason", &act.reason, limits::NOTE_CHARS_MAX)?;
        let moment = self.ours(by, now).text(&act.reason);
        let mut next = self.step("request.refusal_dropped", self.stage, moment)?;
        next.refusal = None;
        Ok((next, Vec::new()))
    }

    /// Moves measures ahead to a stage, never back: those named, or all when none is.
    pub(super) fn set_measures(&mut self, indexes: &[usize], stage: MeasureStage) {
        for measure in &mut self.measures {
            let meant = indexes.is_empty() || indexes.contains(&measure.index);
            if meant {
                measure.stage = measure.stage.max(stage);
            }
        }
    }

    /// Accepts every measure but those refused.
    pub(super) fn accept_all_but(&mut self, refused: &[RefusedMeasure]) {
        self.set_measures(&[], MeasureStage::Accepted);
        let indexes: Vec<usize> = refused.iter().map(|measure| measure.index).collect();
        if !indexes.is_empty() {
            self.set_measures(&indexes, MeasureStage::Refused);
        }
    }
}

pub(super) fn check_conditions(conditions: &[String]) -> Result<(), Refusal> {
    check::at_most("/conditions", conditions.len(), limits::CONDITIONS_MAX)?;
    for (i, condition) in conditions.iter().enumerate() {
        check::required(
            &format!("/conditions/{i}"),
            condition,
            limits::NOTE_CHARS_MAX,
        )?;
    }
    Ok(())
}
