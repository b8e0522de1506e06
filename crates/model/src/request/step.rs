//! Taking a step of a track, or moving single measures: the one way in for every kind of request, on both sides.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::life::person;
use super::track::{self, Need, OnTrack, Step, Tick};
use super::{Effect, Event, Ground, MeasureStage, Outcome, Request, Side, Stage, Use, check};
use crate::actor::{By, Role};
use crate::deadline::Clock;
use crate::id::StateCode;
use crate::limits;
use crate::message::{Message, ReceiptKind};
use crate::refusal::Refusal;
use crate::rules::TEAM_MONTHS_MAX;
use crate::rules::content::Node;

/// Take a step: what the officer says of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TakeStep {
    /// Which, by code ("arrest", "preserve").
    pub step: String,
    /// In words: reasons, what was ordered, by whom, where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The local day on which it was done, where it is written down later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// The day that it sets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// What is held.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub amounts: Vec<Amount>,
    /// What for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Use>,
    /// On which ground, for a refusal of single measures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ground: Option<Ground>,
    /// The measures it is about, by position.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<usize>,
    /// Other parties of a team, whose signature came to who says so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<StateCode>,
}

/// Something of value that is held.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// What and where: the account, the property.
    pub what: String,
    /// How much, as a decimal number; empty where it is not counted.
    #[serde(default)]
    pub amount: String,
    /// Currency (ISO 4217); empty where it is not counted.
    #[serde(default)]
    pub currency: String,
}

impl TakeStep {
    /// A step that says nothing more.
    #[must_use]
    pub fn named(step: &str) -> TakeStep {
        TakeStep {
            step: step.to_owned(),
            ..TakeStep::default()
        }
    }

    /// Lengths and counts, whoever wrote it; `measures` is how many the request has.
    pub(super) fn check_shape(&self, measures: usize) -> Result<(), Refusal> {
        check::required("/step", &self.step, limits::REFERENCE_CHARS_MAX)?;
        let text = self.text.as_deref().unwrap_or_default();
        check::optional("/text", text, limits::NOTE_CHARS_MAX)?;
        check::at_most("/amounts", self.amounts.len(), limits::AMOUNTS_MAX)?;
        for (i, amount) in self.amounts.iter().enumerate() {
            amount.check(&format!("/amounts/{i}"))?;
        }
        check::at_most("/parties", self.parties.len(), limits::MEASURES_MAX)?;
        check::at_most("/measures", self.measures.len(), limits::MEASURES_MAX)?;
        match self.measures.iter().find(|index| **index >= measures) {
            Some(index) => Err(Refusal::new("MEASURE-UNKNOWN")
                .at("/measures")
                .with("index", index)),
            None => Ok(()),
        }
    }

    fn has(&self, need: Need) -> Result<(), Refusal> {
        let filled = |text: &Option<String>| text.as_ref().is_some_and(|t| !t.trim().is_empty());
        let (there, field) = match need {
            Need::Text => (filled(&self.text), "/text"),
            Need::Until => (self.until.is_some(), "/until"),
            Need::Amounts => (!self.amounts.is_empty(), "/amounts"),
            Need::Purpose => (self.purpose.is_some(), "/purpose"),
            Need::Measures => (!self.measures.is_empty(), "/measures"),
            Need::SignedByAll => (true, ""),
        };
        if there {
            Ok(())
        } else {
            Err(Refusal::new("MISSING").at(field))
        }
    }
}

impl Amount {
    fn check(&self, at: &str) -> Result<(), Refusal> {
        check::required(&format!("{at}/what"), &self.what, limits::TITLE_CHARS_MAX)?;
        let number = &self.amount;
        let decimal = number.len() <= limits::AMOUNT_BYTES_MAX
            && number.chars().all(|c| c.is_ascii_digit() || c == '.')
            && number.matches('.').count() <= 1
            && !number.starts_with('.')
            && !number.ends_with('.');
        if !decimal {
            return Err(Refusal::new("MALFORMED").at(format!("{at}/amount")));
        }
        let currency = &self.currency;
        let coded = currency.len() == 3 && currency.bytes().all(|b| b.is_ascii_uppercase());
        if currency.is_empty() == number.is_empty() && (currency.is_empty() || coded) {
            Ok(())
        } else {
            Err(Refusal::new("MALFORMED").at(format!("{at}/currency")))
        }
    }
}

/// Clocks that an extension moves, and only ever later.
pub(super) const LENGTHENED: [&str; 2] = ["preservation", "jit_end"];

/// Steps that cannot wait for the morning: the duty officer takes these and no others.
pub(super) const AT_NIGHT: [&str; 5] = [
    "step.arrest",
    "step.preserve",
    "step.extend",
    "step.confirm_emergency",
    "step.freeze",
];

impl Request {
    /// Takes a step of the request's track, or moves single measures. What it means for the stage, the clocks and the
    /// other side follows from the table.
    ///
    /// # Errors
    /// `STEP-UNKNOWN` where its track has no such step, `SIDE`, `STEP` or the rule's own code out of turn, `STAGE` before
    /// an officer has the request and after the end, `MISSING`, `DATE-PAST`, `DATE-FUTURE`, `MEASURE-UNKNOWN`,
    /// `MEASURE-STAGE`, `DP-06` and `USE-EXPIRED` for a use that the sender's conditions do not allow, `JIT-02` beyond the
    /// agreed end, `JIT-03` before every party has signed, `PERIOD-RUNS` for what would shorten a period, `REFUSAL-PENDING`,
    /// `CONSULTATION-DRAFT`, `PERSON`.
    pub fn take_step(&self, act: &TakeStep, by: &By, now: Timestamp) -> Outcome {
        person(by)?;
        self.has_effect()?;
        act.check_shape(self.measures.len())?;
        let step = self.turn_of(act, now)?;
        if !self.stage_lets(step) {
            return Err(self.not_at(step.verb));
        }
        if self.waits_for_refusal(step) {
            return Err(Refusal::new("REFUSAL-PENDING"));
        }
        if by.role == Some(Role::DutyOfficer) && !AT_NIGHT.contains(&step.verb) {
            return Err(Refusal::new("NOT-ALLOWED").with("verb", step.verb));
        }
        step.needs.iter().try_for_each(|need| act.has(*need))?;
        check_days(act, now)?;
        self.content_allows(step, act, now)?;
        let act = &self.complete(act);
        let before = self.stage;
        let moment = self.ours(by, now).said(act);
        let mut next = self.note(step.verb, moment)?;
        let stage = next.fold().stage;
        next.arrive(stage);
        next.take_step_in(act, self.side == Side::Incoming);
        let message = Message::Step {
            re: next.re(by),
            step: Box::new(act.clone()),
        };
        let mut effects = vec![Effect::Send(message)];
        let decided = |stage: Stage| stage >= Stage::PartlyAccepted && !stage.is_over();
        if self.side == Side::Incoming && decided(stage) && !decided(before) {
            effects.insert(0, Effect::Receipt(ReceiptKind::R5));
        }
        Ok((next, effects))
    }

    /// What the content and the periods that run say to a step: the conditions of information, the period agreed for a team,
    /// the time for which data are kept.
    fn content_allows(&self, step: &Step, act: &TakeStep, now: Timestamp) -> Result<(), Refusal> {
        match (step.verb, act.purpose, act.until) {
            ("step.use", Some(usage), _) => self.may_use_information(usage, now),
            ("step.start", _, Some(until)) => self.within_agreed_period(until),
            ("step.extend", _, Some(until)) => self.lengthens(step, until),
            ("step.sign", ..) => self.received_from(&act.parties),
            _ => self.still_kept(step, now),
        }
    }

    /// A team works for as long as its parties agreed; more is an extension (JIT-02).
    fn within_agreed_period(&self, until: Date) -> Result<(), Refusal> {
        let content = self.content_now();
        let agreed = Node::root(&content).at("period/until").date();
        match agreed {
            Some(agreed) if until > agreed => {
                Err(Refusal::new("JIT-02").at("/until").with("date", agreed))
            }
            _ => Ok(()),
        }
    }

    /// An extension ends no earlier than what it extends; that of a team is an addendum for that day, which every party has
    /// signed, and no longer than an agreement may be (JIT-02).
    fn lengthens(&self, step: &Step, until: Date) -> Result<(), Refusal> {
        let moved = |tick: &Tick| match tick {
            Tick::Until(name) if LENGTHENED.contains(name) => self.running(name),
            _ => None,
        };
        let Some(clock) = step.clocks.iter().find_map(moved) else {
            return Ok(());
        };
        let Some(ends) = clock.last_day() else {
            return Ok(());
        };
        if until < ends {
            return Err(Refusal::new("PERIOD-RUNS").at("/until").with("date", ends));
        }
        if clock.name != "jit_end" {
            return Ok(());
        }
        let most = ends.saturating_add(jiff::Span::new().months(TEAM_MONTHS_MAX));
        if until > most {
            return Err(Refusal::new("JIT-02").at("/until").with("date", most));
        }
        if self.signed_until().values().any(|day| *day != Some(until)) {
            return Err(Refusal::new(step.rule).at("/until"));
        }
        Ok(())
    }

    /// Who has signed what is to be signed now, and until which day.
    fn signed_until(&self) -> BTreeMap<&StateCode, Option<Date>> {
        let mut signed = BTreeMap::new();
        for event in self.in_order() {
            let received = event.said.iter().flat_map(|said| &said.parties);
            match event.verb.as_str() {
                "step.start" | "step.extend" => signed.clear(),
                "step.sign" if received.clone().next().is_some() => {
                    signed.extend(received.map(|state| (state, event.until)));
                }
                "step.sign" => {
                    signed.insert(&event.by.state, event.until);
                }
                _ => {}
            }
        }
        signed
    }

    /// Signatures of other parties are written down by who has signed, for parties that the agreement names.
    fn received_from(&self, parties: &[StateCode]) -> Result<(), Refusal> {
        let Some(on) = self.on_track().filter(|_| !parties.is_empty()) else {
            return Ok(());
        };
        if let Some(stranger) = parties.iter().find(|state| !on.others.contains(state)) {
            return Err(Refusal::new("PARTY-UNKNOWN")
                .at("/parties")
                .with("state", stranger));
        }
        if on.signed.contains(&self.side) {
            Ok(())
        } else {
            Err(Refusal::new("JIT-03").at("/parties"))
        }
    }

    /// Data are kept for as long as was said: who asked for it withdraws what is not needed any more.
    pub(super) fn still_kept(&self, step: &Step, now: Timestamp) -> Result<(), Refusal> {
        let kept = self.running("preservation").filter(|clock| {
            step.verb == "step.end_preservation" && now < clock.due && !self.stage.is_over()
        });
        match kept.and_then(Clock::last_day) {
            Some(ends) => Err(Refusal::new("PERIOD-RUNS").at("/step").with("date", ends)),
            None => Ok(()),
        }
    }

    /// The act with what it means for measures, so that both sides move the same.
    fn complete(&self, act: &TakeStep) -> TakeStep {
        let measures = match act.step.as_str() {
            "agree_conditions" => self.movable(MeasureStage::Accepted),
            _ => act.measures.clone(),
        };
        TakeStep {
            measures,
            ..act.clone()
        }
    }

    /// The row of the table by which this side takes the step now, or why it may not.
    fn turn_of(&self, act: &TakeStep, now: Timestamp) -> Result<&'static Step, Refusal> {
        let unknown = || {
            Refusal::new("STEP-UNKNOWN")
                .at("/step")
                .with("step", &act.step)
        };
        let verb = track::verb_of(&act.step).ok_or_else(unknown)?;
        if track::is_decided(verb) {
            return Err(unknown());
        }
        if track::is_beside(verb) {
            let step = track::step_beside(verb, self.side).ok_or_else(|| self.wrong_side())?;
            self.no_lock_on(step, now)?;
            let from = track::measure_moves(verb).map_or(&[][..], |(from, _)| from);
            return self.measures_at(&act.measures, from).map(|()| step);
        }
        let on = self.on_track().ok_or_else(unknown)?;
        let rows: Vec<&Step> = on.track.steps().iter().filter(|s| s.verb == verb).collect();
        let first = *rows.first().ok_or_else(unknown)?;
        if !rows.iter().any(|step| step.is_of(self.side)) {
            return Err(self.wrong_side());
        }
        // A lock is named before the turn: who waits for the one need not wait for the other to learn of it.
        self.no_lock_on(first, now)?;
        let out_of_turn = || {
            Refusal::new(first.rule)
                .at("/step")
                .with("step", &act.step)
                .with("phase", on.phase)
        };
        let step = on.row(verb, self.side).ok_or_else(out_of_turn)?;
        if !on.is_signed_for(step) {
            return Err(out_of_turn());
        }
        Ok(step)
    }

    /// No safeguard keeps this side from the step: by its own name, by what it promises, by what it hands over.
    fn no_lock_on(&self, step: &Step, now: Timestamp) -> Result<(), Refusal> {
        std::iter::once(step.verb)
            .chain(step.gate)
            .try_for_each(|name| self.locked(name, now))
    }

    fn wrong_side(&self) -> Refusal {
        Refusal::new("SIDE").with("side", self.side)
    }

    /// The verb of a step that the other side tells of, where it is theirs to take.
    pub(super) fn step_told(&self, step: &TakeStep) -> Option<&'static str> {
        let verb = track::verb_of(&step.step)?;
        let theirs = match self.side {
            Side::Outgoing => Side::Incoming,
            Side::Incoming => Side::Outgoing,
        };
        let beside = track::step_beside(verb, theirs).is_some();
        let on_track = || {
            let track = self.on_track()?.track;
            let mut steps = track.steps().iter();
            steps.find(|step| step.verb == verb && step.is_of(theirs))
        };
        (beside || on_track().is_some()).then_some(verb)
    }

    /// The row of a step that happened, by its verb and its side; rows of one verb reach the same stage.
    pub(super) fn row_of(&self, verb: &str, event: &Event) -> Option<&'static Step> {
        let side = self.side_of(event);
        if let Some(step) = track::step_beside(verb, side) {
            return Some(step);
        }
        let track = self.on_track_of_content()?;
        let mut steps = track.steps().iter();
        steps.find(|step| step.verb == verb && step.is_of(side))
    }

    /// Enters what a step says of measures; both sides do it alike.
    pub(super) fn take_step_in(&mut self, step: &TakeStep, by_requested: bool) {
        let verb = track::verb_of(&step.step).unwrap_or_default();
        if let Some((_, to)) = track::measure_moves(verb) {
            self.set_measures(&step.measures, to);
            if let (MeasureStage::Refused, Some(ground)) = (to, step.ground) {
                self.grounds.insert(ground);
            }
            return;
        }
        if verb == "step.agree_conditions" {
            self.agree(&step.measures);
            return;
        }
        let reached = self
            .on_track_of_content()
            .filter(|_| by_requested)
            .and_then(|track| track.steps().iter().find(|step| step.verb == verb))
            .and_then(|step| step.stage);
        // A step of the track is about the whole.
        let stage = match reached {
            Some(Stage::Accepted) => MeasureStage::Accepted,
            Some(Stage::InExecution) => MeasureStage::InExecution,
            Some(Stage::Executed) => MeasureStage::Executed,
            _ => return,
        };
        self.set_measures(&self.all_measures(), stage);
    }

    /// Whether a proposed refusal keeps this side from the step until its second person has spoken.
    pub(super) fn waits_for_refusal(&self, step: &Step) -> bool {
        self.refusal.is_some() && step.decides() && !self.fold().accepted
    }

    /// Enters the other side's agreement to conditions: once for each offer, and of measures that are open only. Without an
    /// offer of the requested side it means nothing.
    fn agree(&mut self, measures: &[usize]) {
        let times = |verb: &str| {
            self.events
                .iter()
                .filter(|event| event.verb == verb)
                .count()
        };
        if times("step.agree_conditions") > times("request.accepted_with_conditions") {
            return;
        }
        let mut open = self.movable(MeasureStage::Accepted);
        open.retain(|index| measures.contains(index));
        self.set_measures(&open, MeasureStage::Accepted);
    }

    fn on_track_of_content(&self) -> Option<track::Track> {
        track::Track::of(self.kind()?, &self.content)
    }
}

/// A step was done today or before; what it sets lies ahead.
fn check_days(act: &TakeStep, now: Timestamp) -> Result<(), Refusal> {
    if let Some(day) = act.until {
        check::not_past("/until", day, now)?;
    }
    // Fourteen hours east of Greenwich it is today already.
    let latest = now
        .checked_add(jiff::SignedDuration::from_hours(14))
        .unwrap_or(now)
        .to_zoned(jiff::tz::TimeZone::UTC)
        .date();
    match act.on {
        Some(day) if day > latest => Err(Refusal::new("DATE-FUTURE").at("/on").with("date", day)),
        _ => Ok(()),
    }
}

/// Where a step leads, for pages that offer it: the phase after it, if it leads anywhere.
impl OnTrack {
    /// Where this step would lead.
    pub fn after(&self, step: &Step) -> track::Phase {
        step.to.last().copied().unwrap_or(self.phase)
    }
}
