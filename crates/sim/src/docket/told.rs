//! What a year amounts to: medians, and where the waiting is.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use model::request::{Request, Waiting};

use super::{DAY_S, Lived, waited};

/// Days: the median and the ninetieth percentile.
pub type Spread = (i64, i64);

/// A year in figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Requests played.
    pub requests: usize,
    /// Of them closed within the year.
    pub closed: usize,
    /// Of them refused.
    pub refused: usize,
    /// Asked for what was missing at least once.
    pub incomplete: usize,
    /// Days from delivery to acknowledgement.
    pub to_acknowledgement: Spread,
    /// Days to the decision.
    pub to_decision: Spread,
    /// Days to the first result.
    pub to_first_result: Spread,
    /// Days to the end.
    pub to_close: Spread,
    /// Decision clocks that ran out before they were met, in a hundred.
    pub past_target: usize,
    /// Stage, on whom it waited, days in all.
    pub waiting: Vec<(String, String, i64)>,
}

const DECIDED: &[&str] = &[
    "request.accepted",
    "request.accepted_with_conditions",
    "request.partly_accepted",
    "request.refused",
    "step.grant",
    "step.preserve",
    "step.freeze",
    "step.accept_conditions",
];
const RESULT: &[&str] = &[
    "request.partly_executed",
    "request.executed",
    "step.arrest",
    "step.preserve",
    "step.freeze",
    "step.surrender",
    "step.open",
];

pub(super) fn tell(lives: &[Lived], end: Timestamp) -> Report {
    let happened = |verb: &str| {
        let has = |life: &&Lived| life.request.events.iter().any(|event| event.verb == verb);
        lives.iter().filter(has).count()
    };
    let mut waiting: BTreeMap<(String, String), i64> = BTreeMap::new();
    for life in lives {
        for ((stage, whom), s) in waited(&life.request, end) {
            let whom = match whom {
                Waiting::Us => "requested",
                Waiting::Them => "requesting",
                Waiting::Nobody => "nobody",
            };
            *waiting
                .entry((stage.code().to_owned(), whom.to_owned()))
                .or_insert(0) += s;
        }
    }
    let mut waiting: Vec<_> = waiting
        .into_iter()
        .map(|((stage, whom), s)| (stage, whom, s / DAY_S))
        .collect();
    waiting.sort_by_key(|(_, _, days)| -days);
    let decisions = || {
        lives
            .iter()
            .flat_map(|life| &life.request.clocks)
            .filter(|c| c.name == "decision")
    };
    let past = decisions()
        .filter(|clock| clock.met.unwrap_or(end) > clock.due_at(end))
        .count();
    Report {
        requests: lives.len(),
        closed: happened("request.closed"),
        refused: happened("request.refused"),
        incomplete: happened("request.info_requested"),
        to_acknowledgement: spread(lives, &["request.acknowledged"]),
        to_decision: spread(lives, DECIDED),
        to_first_result: spread(lives, RESULT),
        to_close: spread(lives, &["request.closed"]),
        past_target: past * 100 / decisions().count().max(1),
        waiting,
    }
}

/// Days from delivery to the first of these verbs, on the requested side's local calendar.
fn spread(lives: &[Lived], verbs: &[&str]) -> Spread {
    let days = |life: &Lived| -> Option<i64> {
        let at = |request: &Request, verbs: &[&str]| {
            let mut events = request.events.iter();
            events
                .find(|event| verbs.contains(&event.verb.as_str()))
                .map(|event| event.at)
        };
        let from = life
            .calendar
            .date(at(&life.request, &["request.delivered"])?);
        let to = life.calendar.date(at(&life.request, verbs)?);
        Some(i64::from(to.since(from).ok()?.get_days()))
    };
    let mut all: Vec<i64> = lives.iter().filter_map(days).collect();
    all.sort_unstable();
    let at = |percent: usize| all.get(all.len() * percent / 100).copied().unwrap_or(0);
    (at(50), at(90))
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Report {
            requests,
            closed,
            refused,
            incomplete,
            past_target,
            ..
        } = self;
        writeln!(
            f,
            "{requests} requests; {closed} closed, {refused} refused, {incomplete} incomplete at arrival"
        )?;
        writeln!(f, "days, median and 90th percentile:")?;
        let rows = [
            ("acknowledgement", self.to_acknowledgement),
            ("decision", self.to_decision),
            ("first result", self.to_first_result),
            ("close", self.to_close),
        ];
        for (name, (median, ninety)) in rows {
            writeln!(f, "  {name:<16} {median:>5} {ninety:>5}")?;
        }
        writeln!(f, "decisions after the target: {past_target} %")?;
        writeln!(f, "where the waiting is:")?;
        let all: i64 = self.waiting.iter().map(|(_, _, days)| days).sum();
        for (stage, whom, days) in &self.waiting {
            let share = days * 100 / all.max(1);
            writeln!(f, "  {stage:<18} {whom:<11} {days:>8} days {share:>3} %")?;
        }
        Ok(())
    }
}
