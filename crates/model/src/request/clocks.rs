//! The clocks of a request, wound from its events in the calendar of the requested State (requests study 3.14).
//!
//! Both sides have the same events with the same times, so both compute the same clocks; nothing about a clock
//! travels. A clock stands still only while the requested State waits for an answer, consults, or has postponed.

use jiff::civil::Date;

use super::{Event, Request, Side, Stage, Standing};
use crate::deadline::{self, Calendar, Clock};

/// Names of the clocks that stand still while something is waited for.
const PAUSABLE: [&str; 2] = ["decision", "execution"];

/// Every name a clock can have; words for people exist for each.
pub const CLOCK_NAMES: &[&str] = &[
    "registration",
    "ack",
    "decision",
    "next_news",
    "answer",
    "consultation",
    "review",
    "completion",
    "execution",
    "return",
];

/// Clocks that count what the requesting side owes; all others count what the requested side does.
const OWED_BY_REQUESTING: [&str; 4] = ["answer", "consultation", "completion", "return"];

/// Which side of a request owes what a clock of this name counts to: the one that asked (outgoing), or the one that was asked.
pub fn owed_by(name: &str) -> Side {
    if OWED_BY_REQUESTING.contains(&name) {
        Side::Outgoing
    } else {
        Side::Incoming
    }
}

/// Every source a clock can name: a treaty article as lawyers cite it, or a code that is put into words for people.
pub const CLOCK_SOURCES: &[&str] = &[
    "UNTOC 18(24)",
    "UNTOC 18(25)",
    "UNTOC 18(26)",
    "rule.registration",
    "rule.ack",
    "rule.return",
    "addressee.promise",
    "sender.undertaking",
];

impl Request {
    /// The same request with its clocks wound anew. Call it after each verb, with the requested State's calendar.
    #[must_use]
    pub fn with_clocks(mut self, requested: &Calendar) -> Request {
        self.clocks = self.wind(requested);
        self
    }

    /// The clocks, in the order in which they started.
    pub fn wind(&self, requested: &Calendar) -> Vec<Clock> {
        let mut events: Vec<&Event> = self.events.iter().collect();
        events.sort_by_key(|event| event.at);
        let mut dial = Dial {
            request: self,
            calendar: requested,
            clocks: Vec::new(),
        };
        for event in events {
            dial.turn(event);
        }
        let mut clocks = dial.clocks;
        if self.stage.is_over() {
            // What was never done no longer counts.
            clocks.retain(|clock| clock.met.is_some());
        }
        clocks.sort_by(|a, b| (a.started, &a.name).cmp(&(b.started, &b.name)));
        clocks
    }
}

struct Dial<'a> {
    request: &'a Request,
    calendar: &'a Calendar,
    clocks: Vec<Clock>,
}

impl Dial<'_> {
    fn turn(&mut self, event: &Event) {
        match event.verb.as_str() {
            "request.delivered" => self.delivered(event),
            "request.registered" => self.meet("registration", event),
            "request.acknowledged" => {
                self.meet("registration", event);
                self.meet("ack", event);
                if let Some(day) = event.until {
                    self.start(
                        event,
                        "next_news",
                        self.calendar.end_of(day),
                        "addressee.promise",
                    );
                }
            }
            "request.info_requested" => {
                let due = self.until(event, 30);
                self.wait(event, "answer", due, "UNTOC 18(24)");
            }
            "request.consultation_opened" => {
                let due = self.until(event, 14);
                self.wait(event, "consultation", due, "UNTOC 18(26)");
            }
            "request.postponed" => {
                self.meet("answer", event);
                self.meet("consultation", event);
                let due = self.until(event, 60);
                self.wait(event, "review", due, "UNTOC 18(25)");
            }
            "request.answered" => {
                self.meet("answer", event);
                self.meet("consultation", event);
                self.go_on(event);
            }
            "request.completed" => self.meet("completion", event),
            "request.accepted" | "request.partly_accepted" | "request.refused" => {
                self.decided(event)
            }
            "request.execution_begun" => {
                self.news(event);
                self.start(
                    event,
                    "execution",
                    self.calendar.days(event.at, 90),
                    "UNTOC 18(24)",
                );
            }
            "request.progressed" | "request.partly_executed" => self.news(event),
            "request.executed" => {
                self.news(event);
                self.meet("execution", event);
            }
            "evidence.returned" if event.stage_to == Stage::ReturnSent || !self.runs("return") => {
                self.start(
                    event,
                    "return",
                    self.calendar.days(event.at, 7),
                    "rule.return",
                );
            }
            "evidence.received" => self.meet("return", event),
            _ => {}
        }
    }

    /// Delivery starts what the requested side owes.
    fn delivered(&mut self, event: &Event) {
        if self.runs("ack") {
            return;
        }
        let urgency = self.request.urgency;
        self.clocks
            .push(deadline::registration_due(event.at, urgency, self.calendar));
        self.clocks
            .push(deadline::acknowledge_due(event.at, urgency, self.calendar));
        match &self.request.standing {
            // A draft to talk about is not decided.
            Standing::Consultation => {}
            Standing::Complete => self
                .clocks
                .push(deadline::decision_due(event.at, self.calendar)),
            Standing::UrgentCompletion { by, .. } => {
                self.clocks
                    .push(deadline::decision_due(event.at, self.calendar));
                self.start(
                    event,
                    "completion",
                    self.calendar.end_of(*by),
                    "sender.undertaking",
                );
            }
        }
    }

    fn decided(&mut self, event: &Event) {
        self.news(event);
        for name in ["answer", "consultation", "review", "decision"] {
            self.meet(name, event);
        }
    }

    /// The requested side waits for somebody: its own clocks stand still.
    fn wait(&mut self, event: &Event, name: &str, due: jiff::Timestamp, source: &str) {
        self.news(event);
        self.start(event, name, due, source);
        for clock in self
            .clocks
            .iter_mut()
            .filter(|clock| PAUSABLE.contains(&clock.name.as_str()))
        {
            clock.pause(event.at);
        }
    }

    fn go_on(&mut self, event: &Event) {
        let review = self
            .clocks
            .iter()
            .any(|clock| clock.name == "review" && clock.met.is_none());
        for clock in self
            .clocks
            .iter_mut()
            .filter(|clock| PAUSABLE.contains(&clock.name.as_str()))
        {
            if !review {
                clock.resume(event.at);
            }
        }
    }

    fn news(&mut self, event: &Event) {
        self.meet("next_news", event);
    }

    fn until(&self, event: &Event, days: u32) -> jiff::Timestamp {
        let end = |day: Date| self.calendar.end_of(day);
        event
            .until
            .map_or_else(|| self.calendar.days(event.at, days), end)
    }

    fn start(&mut self, event: &Event, name: &str, due: jiff::Timestamp, source: &str) {
        self.clocks.push(Clock::new(name, event.at, due, source));
    }

    fn runs(&self, name: &str) -> bool {
        self.clocks.iter().any(|clock| clock.name == name)
    }

    fn meet(&mut self, name: &str, event: &Event) {
        for clock in self.clocks.iter_mut().filter(|clock| clock.name == name) {
            clock.meet(event.at);
        }
    }
}
