//! The order of days between letters.

use crate::deadline::Calendar;
use crate::request::Request;

/// What promises help.
const PROMISES: &[&str] = &[
    "request.accepted",
    "request.accepted_with_conditions",
    "request.partly_accepted",
];
/// What carries it out.
const DONE: &[&str] = &[
    "request.execution_begun",
    "request.partly_executed",
    "request.executed",
    "evidence.partly_returned",
    "evidence.returned",
];

impl Request {
    /// Whether the last event, where it promises help or carries it out, keeps their order: nothing is carried out on a day
    /// before it was promised.
    pub(super) fn is_promised_first(&self, calendar: &Calendar) -> bool {
        let last = self.events.last().map(|event| event.verb.as_str());
        let first_of = |verbs: &[&str]| {
            let meant = self.events.iter();
            let meant = meant.filter(|event| verbs.contains(&event.verb.as_str()));
            meant.map(|event| calendar.date(event.at)).min()
        };
        let told = last.is_some_and(|verb| PROMISES.contains(&verb) || DONE.contains(&verb));
        match (first_of(PROMISES), first_of(DONE)) {
            (Some(promised), Some(done)) if told => promised <= done,
            _ => true,
        }
    }
}
