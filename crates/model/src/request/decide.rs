//! The requested side's decision: accept, postpone, refuse. A refusal, whole or in part, needs two persons.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::life::{Moment, person, second_person};
use super::{
    Availability, Effect, Ground, MeasureStage, MeasureState, Outcome, RefusalProposal,
    RefusedMeasure, Request, Side, Stage, TakeStep, check, safeguard,
};
use crate::actor::By;
use crate::deadline::Clock;
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
        self.no_refusal_waits()?;
        check::required("/reasons", &act.reasons, limits::NOTE_CHARS_MAX)?;
        check_conditions(&act.conditions)?;
        let moved = self.movable(MeasureStage::Accepted);
        if self.fold().accepted && act.conditions.is_empty() && !moved.is_empty() {
            // What was left when a part was accepted.
            let rest = TakeStep {
                text: Some(act.reasons.clone()),
                measures: moved,
                ..TakeStep::named("accept_measure")
            };
            return self.take_step(&rest, by, now);
        }
        let moment = self.ours(by, now).text(&act.reasons);
        let mut next = if act.conditions.is_empty() {
            self.step("request.accepted", Stage::Accepted, moment)?
        } else {
            // Nothing is promised yet: the requesting side has to agree first.
            let (verb, to) = (
                "request.accepted_with_conditions",
                Stage::AcceptedWithConditions,
            );
            self.step(verb, to, moment)?
        };
        next.take_acceptance(&act.conditions, &moved, &[]);
        let message = Message::Accepted {
            re: next.re(by),
            reasons: act.reasons.clone(),
            conditions: act.conditions.clone(),
            measures: moved,
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
        self.no_refusal_waits()?;
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
        self.no_refusal_waits()?;
        if act.measures.is_empty() && self.fold().accepted {
            // What was accepted is not refused; what is left is named.
            return Err(self.not_at("request.refusal_proposed"));
        }
        self.check_ground(act, now)?;
        check::required("/reasons", &act.reasons, limits::NOTE_CHARS_MAX)?;
        self.check_consulted(act, now)?;
        self.measures_at(&act.measures, MeasureStage::Refused.follows())?;
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

    /// Nothing else is decided while a refusal waits for its second person.
    pub(super) fn no_refusal_waits(&self) -> Result<(), Refusal> {
        match self.refusal {
            Some(_) => Err(Refusal::new("REFUSAL-PENDING")),
            None => Ok(()),
        }
    }

    /// Whether the ground may be chosen here and now (3.15, SAF-06).
    fn check_ground(&self, act: &Refuse, now: Timestamp) -> Result<(), Refusal> {
        let refusal = |code| Err(Refusal::new(code).at("/ground").with("ground", act.ground));
        let availability = act.ground.availability(self.family());
        match availability {
            _ if !availability.may_refuse() => return refusal("GROUND-NOT-AVAILABLE"),
            Availability::AfterInfo if !self.has_happened("request.info_requested") => {
                return refusal("GROUND-AFTER-INFO");
            }
            Availability::AfterCondition if !self.was_consulted(now) => {
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
    fn check_consulted(&self, act: &Refuse, now: Timestamp) -> Result<(), Refusal> {
        match &act.no_consultation {
            Some(reason) => check::required("/no_consultation", reason, limits::NOTE_CHARS_MAX),
            None if self.was_consulted(now) => Ok(()),
            None => Err(Refusal::new("CONSULTATION-FIRST").at("/no_consultation")),
        }
    }

    /// Whether a consultation was held: opened, and answered or at the end of its time. Opening it is not holding it.
    pub fn was_consulted(&self, now: Timestamp) -> bool {
        let events = self.in_order();
        let mut after = events
            .iter()
            .skip_while(|event| event.verb != "request.consultation_opened");
        let answered = after.any(|event| event.verb == "request.answered");
        let ended = |clock: &Clock| {
            clock.name == "consultation" && clock.met.is_none() && clock.due_at(now) <= now
        };
        answered || self.clocks.iter().any(ended)
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
        let said = if note.is_empty() {
            &proposal.reasons
        } else {
            note
        };
        let moment = self.ours(by, now).text(said);
        // What was withdrawn or refused since the proposal stays as it is.
        self.measures_at(&proposal.measures, MeasureStage::Refused.follows())?;
        let left = self.left_by(&proposal);
        let some = !proposal.measures.is_empty();
        let apart = self.fold().accepted || (some && left.iter().any(|m| m.is_decided()));
        let (mut next, message) = if apart {
            self.refuse_measures(&proposal, moment, by)?
        } else if proposal.measures.is_empty() || left.is_empty() {
            self.refuse_whole(&proposal, moment, by)?
        } else {
            self.accept_rest(&proposal, moment, by)?
        };
        next.refusal = None;
        next.grounds.insert(proposal.ground);
        Ok((
            next,
            vec![Effect::Receipt(ReceiptKind::R5), Effect::Send(message)],
        ))
    }

    /// The measures that the proposal leaves, but for those that are withdrawn or refused.
    fn left_by(&self, proposal: &RefusalProposal) -> Vec<&MeasureState> {
        let gone = [MeasureStage::Withdrawn, MeasureStage::Refused];
        let measures = self.measures.iter();
        measures
            .filter(|m| !proposal.measures.contains(&m.index) && !gone.contains(&m.stage))
            .collect()
    }

    fn refuse_whole(
        &self,
        proposal: &RefusalProposal,
        moment: Moment,
        by: &By,
    ) -> Result<(Request, Message), Refusal> {
        let mut next = self.step("request.refused", Stage::Refused, moment)?;
        next.set_measures(&self.all_measures(), MeasureStage::Refused);
        let message = Message::Refused {
            re: next.re(by),
            ground: proposal.ground,
            reasons: proposal.reasons.clone(),
        };
        Ok((next, message))
    }

    /// Refuses the measures named and accepts those that nobody has decided on.
    fn accept_rest(
        &self,
        proposal: &RefusalProposal,
        moment: Moment,
        by: &By,
    ) -> Result<(Request, Message), Refusal> {
        let mut next = self.step("request.partly_accepted", Stage::PartlyAccepted, moment)?;
        let refused: Vec<RefusedMeasure> = proposal
            .measures
            .iter()
            .map(|&index| RefusedMeasure {
                index,
                ground: proposal.ground,
                reasons: proposal.reasons.clone(),
            })
            .collect();
        let mut measures = self.movable(MeasureStage::Accepted);
        measures.retain(|index| !proposal.measures.contains(index));
        next.take_acceptance(&[], &measures, &refused);
        let message = Message::Accepted {
            re: next.re(by),
            reasons: proposal.reasons.clone(),
            conditions: Vec::new(),
            measures,
            refused,
        };
        Ok((next, message))
    }

    /// Refuses the measures named where others are decided already, or put off.
    fn refuse_measures(
        &self,
        proposal: &RefusalProposal,
        moment: Moment,
        by: &By,
    ) -> Result<(Request, Message), Refusal> {
        let step = TakeStep {
            text: Some(proposal.reasons.clone()),
            ground: Some(proposal.ground),
            measures: proposal.measures.clone(),
            ..TakeStep::named("refuse_measure")
        };
        let mut next = self.note("step.refuse_measure", moment.said(&step))?;
        next.take_step_in(&step, true);
        let message = Message::Step {
            re: next.re(by),
            step: Box::new(step),
        };
        Ok((next, message))
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

    /// Every measure, by position.
    pub(super) fn all_measures(&self) -> Vec<usize> {
        self.measures.iter().map(|measure| measure.index).collect()
    }

    /// The measures that can come to this stage from where they stand.
    pub(super) fn movable(&self, stage: MeasureStage) -> Vec<usize> {
        let from = stage.follows();
        let measures = self.measures.iter();
        measures
            .filter(|measure| from.contains(&measure.stage))
            .map(|measure| measure.index)
            .collect()
    }

    /// Moves the measures named ahead to a stage, never back. Who decides names them, and both sides end alike in whatever
    /// order they hear of it.
    pub(super) fn set_measures(&mut self, indexes: &[usize], stage: MeasureStage) {
        for measure in &mut self.measures {
            if indexes.contains(&measure.index) {
                measure.stage = measure.stage.max(stage);
            }
        }
    }

    /// The measures named, or, where none is, all that can come to the stage: as a node says it that names none.
    pub(super) fn named_or_movable(&self, named: &[usize], stage: MeasureStage) -> Vec<usize> {
        if named.is_empty() {
            self.movable(stage)
        } else {
            named.to_vec()
        }
    }

    /// Enters an acceptance; both sides do it alike. Under conditions nothing moves before they are agreed.
    pub(super) fn take_acceptance(
        &mut self,
        conditions: &[String],
        accepted: &[usize],
        refused: &[RefusedMeasure],
    ) {
        self.conditions = conditions.to_vec();
        self.grounds.extend(refused.iter().map(|one| one.ground));
        let indexes: Vec<usize> = refused.iter().map(|measure| measure.index).collect();
        self.set_measures(&indexes, MeasureStage::Refused);
        if conditions.is_empty() || !refused.is_empty() {
            self.set_measures(accepted, MeasureStage::Accepted);
        }
    }

    /// Whether the measures named exist and stand at one of these stages.
    pub(super) fn measures_at(
        &self,
        named: &[usize],
        from: &[MeasureStage],
    ) -> Result<(), Refusal> {
        for index in named {
            let unknown = || {
                Refusal::new("MEASURE-UNKNOWN")
                    .at("/measures")
                    .with("index", index)
            };
            let measure = self.measures.iter().find(|m| m.index == *index);
            let measure = measure.ok_or_else(unknown)?;
            if !from.contains(&measure.stage) {
                return Err(Refusal::new("MEASURE-STAGE")
                    .at("/measures")
                    .with("index", index)
                    .with("stage", measure.stage));
            }
        }
        Ok(())
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
