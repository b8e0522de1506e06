//! Statistics of a desk (requests study 4.5): what is counted of one request, and what many of them say together.
//!
//! Values in, values out. Only codes, dates and States are counted, so that a line of facts may stand in the database unencrypted.
//! No name, no free text: a legal basis that is not written as an instrument is cited is counted as `other`.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::code::coded;
use crate::id::RequestId;
use crate::request::Side;

pub mod course;
mod facts;
mod share;

pub use facts::{Facts, Outcome};

coded! {
    /// By what requests are counted.
    pub enum By {
        /// The other State.
        State = "state",
        /// Kind of request.
        Kind = "kind",
        /// How soon.
        Urgency = "urgency",
        /// The instrument it rests on first.
        Basis = "basis",
        /// The way by which it went.
        Channel = "channel",
        /// How it ended, or that it has not.
        Outcome = "outcome",
        /// Ground of refusal.
        Ground = "ground",
        /// Whether something was asked for after arrival.
        Arrival = "arrival",
        /// How often something was asked for after arrival.
        AskedTimes = "asked_times",
        /// What was asked for.
        Asked = "asked",
        /// Category of the offences.
        Offence = "offence",
        /// Whether an emergency was answered within the hour.
        Emergency = "emergency",
        /// What happened on the request's own track.
        Course = "course",
        /// The month in which it was sent or arrived.
        Month = "month",
    }
}

coded! {
    /// A stretch of time from sending or arrival.
    pub enum Span {
        /// To the acknowledgement.
        Acknowledged = "acknowledged",
        /// To the decision.
        Decided = "decided",
        /// To the decision, without the time in which its clock stood still.
        DecidedRunning = "decided_running",
        /// To the first result.
        FirstResult = "first_result",
        /// To the end.
        Closed = "closed",
        /// To the arrest.
        Arrested = "arrested",
        /// To the surrender.
        Surrendered = "surrendered",
        /// To the preservation of data.
        Preserved = "preserved",
        /// To the freezing of assets.
        Frozen = "frozen",
        /// The time in which the clocks stood still, by itself.
        Paused = "paused",
    }
}

/// How many stretches there are.
pub const SPANS: usize = Span::ALL.len();

/// Which requests are counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cut {
    /// Only one direction.
    pub side: Option<Side>,
    /// Only those begun at this time or later.
    pub from: Option<Timestamp>,
    /// Only those begun before.
    pub until: Option<Timestamp>,
    /// Only those with this value of this.
    pub value: Option<(By, String)>,
}

/// A number, or that it is too small to be shown to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// The number.
    Number(u64),
    /// Hidden: fewer than [`crate::limits::SHARED_GROUP_MIN`], or it would tell such a number.
    Hidden,
}

impl Count {
    /// The number, where it is shown.
    pub const fn number(self) -> Option<u64> {
        match self {
            Self::Number(n) => Some(n),
            Self::Hidden => None,
        }
    }
}

/// What has one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The value, as a code.
    pub value: String,
    /// How many arrived.
    pub received: Count,
    /// How many were sent.
    pub sent: Count,
}

/// One table of the report: the values, most first; months and what happens on a track in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// By what it counts.
    pub by: By,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// How long something took, on one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Took {
    /// What.
    pub span: Span,
    /// On which side.
    pub side: Side,
    /// In how many requests it happened.
    pub n: Count,
    /// Half of them took no longer, in seconds.
    pub median_s: Option<i64>,
    /// Nine of ten took no longer, in seconds.
    pub ninetieth_s: Option<i64>,
}

/// How often something was asked for after arrival, on one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asking {
    /// On which side.
    pub side: Side,
    /// How often in all.
    pub times: Count,
    /// How often for each request, in hundredths; nothing where there is none, or it is hidden.
    pub each_hundredths: Option<u64>,
}

/// What many requests say together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// How many arrived.
    pub received: Count,
    /// How many were sent.
    pub sent: Count,
    /// The counts.
    pub tables: Vec<Table>,
    /// The times.
    pub took: Vec<Took>,
    /// How often something was asked for.
    pub asking: Vec<Asking>,
}

impl Cut {
    /// Whether a request is counted.
    pub fn holds(&self, facts: &Facts) -> bool {
        self.side.is_none_or(|side| side == facts.side)
            && self.from.is_none_or(|from| facts.began >= from)
            && self.until.is_none_or(|until| facts.began < until)
            && self
                .value
                .as_ref()
                .is_none_or(|(by, value)| facts.values(*by).any(|v| v == value.as_str()))
    }

    /// The ids of the requests that are counted, those begun last first.
    pub fn cases(&self, facts: &[Facts]) -> Vec<RequestId> {
        let mut held: Vec<&Facts> = facts.iter().filter(|facts| self.holds(facts)).collect();
        held.sort_by_key(|facts| std::cmp::Reverse((facts.began, facts.request)));
        held.iter().map(|facts| facts.request).collect()
    }
}

impl Report {
    /// What these say together.
    pub fn of(facts: &[Facts], cut: &Cut) -> Report {
        let counted: Vec<&Facts> = facts.iter().filter(|facts| cut.holds(facts)).collect();
        let on = |side: Side| counted.iter().filter(|facts| facts.side == side).count();
        let number = |n: usize| Count::Number(n as u64);
        Report {
            received: number(on(Side::Incoming)),
            sent: number(on(Side::Outgoing)),
            tables: By::ALL.iter().map(|by| table(*by, &counted)).collect(),
            took: Span::ALL
                .iter()
                .flat_map(|span| Side::ALL.iter().map(move |side| (*span, *side)))
                .map(|(span, side)| took(span, side, &counted))
                .collect(),
            asking: Side::ALL
                .iter()
                .map(|side| asking(*side, &counted))
                .collect(),
        }
    }

    /// The table that counts by this.
    pub fn table(&self, by: By) -> Option<&Table> {
        self.tables.iter().find(|table| table.by == by)
    }
}

fn table(by: By, counted: &[&Facts]) -> Table {
    let mut values: BTreeMap<&str, [u64; 2]> = BTreeMap::new();
    for facts in counted {
        for value in facts.values(by) {
            let [received, sent] = values.entry(value).or_default();
            match facts.side {
                Side::Incoming => *received += 1,
                Side::Outgoing => *sent += 1,
            }
        }
    }
    let mut values: Vec<_> = values.into_iter().collect();
    match by {
        By::Month | By::AskedTimes => {}
        By::Course => values.sort_by_key(|(value, _)| course::place(value)),
        _ => values.sort_by_key(|(_, [received, sent])| std::cmp::Reverse(received + sent)),
    }
    let row = |(value, [received, sent]): (&str, [u64; 2])| Row {
        value: value.to_owned(),
        received: Count::Number(received),
        sent: Count::Number(sent),
    };
    Table {
        by,
        rows: values.into_iter().map(row).collect(),
    }
}

fn asking(side: Side, counted: &[&Facts]) -> Asking {
    let on = || counted.iter().filter(|facts| facts.side == side);
    let times: u64 = on().map(|facts| facts.asked_times).sum();
    Asking {
        side,
        times: Count::Number(times),
        each_hundredths: times.saturating_mul(100).checked_div(on().count() as u64),
    }
}

fn took(span: Span, side: Side, counted: &[&Facts]) -> Took {
    let on = counted.iter().filter(|facts| facts.side == side);
    let mut times: Vec<i64> = on.filter_map(|facts| facts.took(span)).collect();
    times.sort_unstable();
    Took {
        span,
        side,
        n: Count::Number(times.len() as u64),
        median_s: median(&times),
        ninetieth_s: nearest_rank(&times, 90),
    }
}

/// The middle of sorted values, or the mean of the two in the middle.
pub fn median(sorted: &[i64]) -> Option<i64> {
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *sorted.get(middle.checked_sub(1)?)?;
    // Halved before they are added: no sum of two times overflows.
    Some(lower / 2 + upper / 2 + (lower % 2 + upper % 2) / 2)
}

/// The value below or at which `percent` of sorted values lie (nearest rank).
pub fn nearest_rank(sorted: &[i64], percent: usize) -> Option<i64> {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied()
}

#[cfg(test)]
mod tests;
