//! One row of a track's table, and the words in which tables are written.

use super::{Phase, Side, Stage};

/// What a step must say besides who and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// In words: reasons, what was ordered, by whom, where.
    Text,
    /// The day that it sets.
    Until,
    /// What is held, with amounts.
    Amounts,
    /// What for.
    Purpose,
    /// Measures, by position.
    Measures,
    /// That every party has signed before.
    SignedByAll,
}

/// What a step does to a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tick {
    /// Starts one of this name by the period of the other, where somebody has said how long.
    Start(&'static str, &'static str),
    /// The same, counted from the day that the step sets.
    StartFromDay(&'static str, &'static str),
    /// Sets or moves one to the day that the step sets.
    Until(&'static str),
    /// Sets one to the day on which what the step sets is to be reviewed.
    Review(&'static str),
    /// What it counted to is done.
    Meet(&'static str),
}

/// One row of a table.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// As events name it: `step.arrest`; or a verb of the stages (`request.refused`) that moves the track along.
    pub verb: &'static str,
    /// From where; empty: from anywhere.
    pub from: &'static [Phase],
    /// To where, through each in turn; empty: it stays.
    pub to: &'static [Phase],
    /// Whose step it is; `None`: of either side.
    pub side: Option<Side>,
    /// The stage that the request has reached with it at least.
    pub stage: Option<Stage>,
    /// What it must say.
    pub needs: &'static [Need],
    /// What it does to the clocks.
    pub clocks: &'static [Tick],
    /// The paper it produces, by code; empty for none.
    pub paper: &'static str,
    /// The rule that forbids it out of turn, by code.
    pub rule: &'static str,
    /// Whether it can be taken once the request is over.
    pub late: bool,
    /// The verb of the stages whose locks it has beside those of its phases: it promises help, or hands something over.
    pub gate: Option<&'static str>,
    /// The stages in which it is taken; empty: in any once an officer has the request.
    pub at: &'static [Stage],
    /// Whether it is taken before an officer has the request, although it means a stage.
    pub early: bool,
}

impl Step {
    /// Whether every party signs before it is taken.
    pub(super) fn is_signed_by_all(&self) -> bool {
        self.needs.contains(&Need::SignedByAll)
    }

    /// A step of the requested side that says nothing more.
    pub(super) const fn requested(
        verb: &'static str,
        from: &'static [Phase],
        to: &'static [Phase],
    ) -> Step {
        Step {
            verb,
            from,
            to,
            side: Some(Side::Incoming),
            stage: None,
            needs: &[],
            clocks: &[],
            paper: "",
            rule: "STEP",
            late: false,
            gate: None,
            at: &[],
            early: false,
        }
    }

    /// A step of the requesting side.
    pub(super) const fn requesting(
        verb: &'static str,
        from: &'static [Phase],
        to: &'static [Phase],
    ) -> Step {
        let mut step = Step::requested(verb, from, to);
        step.side = Some(Side::Outgoing);
        step
    }

    /// A step of either side.
    pub(super) const fn either(
        verb: &'static str,
        from: &'static [Phase],
        to: &'static [Phase],
    ) -> Step {
        let mut step = Step::requested(verb, from, to);
        step.side = None;
        step
    }

    pub(super) const fn reaches(mut self, stage: Stage) -> Step {
        self.stage = Some(stage);
        self
    }

    pub(super) const fn says(mut self, needs: &'static [Need]) -> Step {
        self.needs = needs;
        self
    }

    pub(super) const fn ticks(mut self, clocks: &'static [Tick]) -> Step {
        self.clocks = clocks;
        self
    }

    pub(super) const fn paper(mut self, paper: &'static str) -> Step {
        self.paper = paper;
        self
    }

    pub(super) const fn by_rule(mut self, rule: &'static str) -> Step {
        self.rule = rule;
        self
    }

    /// Help is promised with it.
    pub(super) const fn promises(mut self) -> Step {
        self.gate = Some("request.accepted");
        self
    }

    /// A result leaves with it.
    pub(super) const fn hands_over(mut self) -> Step {
        self.gate = Some("request.executed");
        self
    }

    pub(super) const fn late(mut self) -> Step {
        self.late = true;
        self
    }

    /// Taken in these stages only.
    pub(super) const fn only_at(mut self, stages: &'static [Stage]) -> Step {
        self.at = stages;
        self
    }

    /// What nobody asked for waits for no register.
    pub(super) const fn early(mut self) -> Step {
        self.early = true;
        self
    }

    /// Whether help is promised or begun with it, so that it waits while a refusal is proposed.
    pub fn decides(&self) -> bool {
        self.side != Some(Side::Outgoing)
            && self
                .stage
                .is_some_and(|stage| (Stage::PartlyAccepted..=Stage::InExecution).contains(&stage))
    }

    /// As an act names it: `arrest`. Empty for a verb of the stages.
    pub fn code(&self) -> &'static str {
        self.verb.strip_prefix("step.").unwrap_or_default()
    }

    /// Whether this side may take it.
    pub fn is_of(&self, side: Side) -> bool {
        self.side.is_none_or(|own| own == side)
    }

    pub(super) fn leads_from(&self, phase: Phase) -> bool {
        self.from.is_empty() || self.from.contains(&phase)
    }
}
