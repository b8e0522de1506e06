//! The clocks of a request, wound from its events in the calendar of the requested State (requests study 3.14).
//!
//! Both sides have the same events with the same times and the same periods, so both compute the same clocks; nothing
//! about a clock travels. A clock stands still only while the requested State waits for an answer, consults, or has
//! postponed.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::step::LENGTHENED;
use super::track::{Need, Step, Tick};
use super::{Event, Request, Side, Stage, Standing, Track, Urgency};
use crate::deadline::{self, Calendar, Clock, Force, Periods};
use crate::kind::Kind;
use crate::rules::content::Node;

/// The clock that stands still while what was asked for is waited for: no other does, and for nothing else (3.14).
const PAUSABLE: &str = "decision";

/// Clocks that run on when the request is over.
const OUTLIVES: &[&str] = &["freeze_review", "prosecute_or_transfer"];

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
    "conditions",
    "conditions_answer",
    "determination",
    "disclosure",
    "freeze_review",
    "information",
    "jit_end",
    "notice_purge",
    "notice_review",
    "preservation",
    "prosecute_or_transfer",
    "provisional_arrest_warning",
    "provisional_arrest_end",
    "result",
    "return_of_person",
    "surrender",
    "surrender_warning",
    "surrender_end",
];

/// What the requesting side owes; the rest is the requested side's.
const OWED_BY_REQUESTING: &[&str] = &[
    "answer",
    "completion",
    "conditions_answer",
    "notice_review",
    "return",
    "provisional_arrest_warning",
    "provisional_arrest_end",
    "return_of_person",
];

/// Days before the end on which both sides are alerted, where the clock has days of its own.
const ALERT_DAYS: &[(&str, &[u32])] = &[
    ("provisional_arrest_warning", &[10, 5, 2, 1]),
    ("provisional_arrest_end", &[10, 5, 2, 1]),
    ("preservation", &[15]),
    ("surrender_end", &[10, 5, 2, 1]),
    ("jit_end", &[90, 30]),
    ("freeze_review", &[30]),
    ("notice_purge", &[30]),
    ("notice_review", &[30]),
];
/// The same for every other clock that binds.
const ALERT_DAYS_BINDING: &[u32] = &[5, 1];

/// A notice is reviewed that long before it is purged (NOT-09).
const REVIEW_MONTHS_BEFORE: i32 = 6;

/// Every source a clock can name: a treaty article as lawyers cite it, or a code that is put into words for people.
pub const CLOCK_SOURCES: &[&str] = &[
    "UNTOC 18(24)",
    "UNTOC 18(25)",
    "UNTOC 18(26)",
    "rule.registration",
    "rule.ack",
    "rule.return",
    "rule.conditions",
    "rule.determination",
    "rule.emergency_disclosure",
    "rule.freeze_review",
    "rule.police",
    "rule.preservation",
    "rule.prosecute_or_transfer",
    "rule.result",
    "law.requested",
    "addressee.promise",
    "sender.undertaking",
    "parties.agreement",
];

impl Clock {
    /// Which side has to do what it counts to.
    #[must_use]
    pub fn owed_by(&self) -> Side {
        if OWED_BY_REQUESTING.contains(&self.name.as_str()) {
            Side::Outgoing
        } else {
            Side::Incoming
        }
    }

    /// Whether `side` is shown it: its own, what binds, what was told it; the other side's targets and inner stages only
    /// if that State publishes them.
    #[must_use]
    pub fn is_shown_to(&self, side: Side, other_publishes: bool) -> bool {
        let told = matches!(
            self.source.as_str(),
            "addressee.promise" | "sender.undertaking" | "parties.agreement"
        );
        self.owed_by() == side || self.force == Force::Binding || told || other_publishes
    }

    /// The local days on which both sides are alerted before it ends, first to last.
    #[must_use]
    pub fn alerts(&self, calendar: &Calendar) -> Vec<Date> {
        let own = ALERT_DAYS.iter().find(|(name, _)| *name == self.name);
        let days = match own {
            Some((_, days)) => days,
            None if self.force == Force::Binding => ALERT_DAYS_BINDING,
            None => &[],
        };
        let last = calendar.due_date(self.due);
        let starts = calendar.date(self.started);
        let alerts = days.iter().filter_map(|days| {
            let before = jiff::Span::new().days(i64::from(*days));
            last.checked_sub(before).ok()
        });
        alerts.filter(|day| *day >= starts).collect()
    }
}

impl Request {
    /// The same request with its clocks wound anew. Call it after each verb, with the requested State's calendar and the
    /// periods that govern the request.
    #[must_use]
    pub fn with_clocks(mut self, requested: &Calendar, periods: &Periods) -> Request {
        self.clocks = self.wind(requested, periods);
        self
    }

    /// The clocks, in the order in which they started.
    pub fn wind(&self, requested: &Calendar, periods: &Periods) -> Vec<Clock> {
        let mut dial = Dial {
            request: self,
            track: self.kind().and_then(|kind| Track::of(kind, &self.content)),
            calendar: requested,
            periods,
            clocks: Vec::new(),
            open: self.all_measures().into_iter().collect(),
        };
        let mut steps = std::collections::BTreeMap::new();
        self.walk(|event, step, _| {
            steps.extend(step.map(|step| (event.id, step)));
        });
        for event in self.in_order() {
            dial.turn(event);
            if let Some(step) = steps.get(&event.id) {
                dial.tick(event, step);
            }
            dial.reached(event);
        }
        let mut clocks = dial.clocks;
        if self.stage.is_over() {
            // What was never done no longer counts, but for what outlives the end.
            clocks.retain(|clock| clock.met.is_some() || OUTLIVES.contains(&clock.name.as_str()));
        }
        clocks.sort_by(|a, b| (a.started, &a.name).cmp(&(b.started, &b.name)));
        clocks
    }
}

struct Dial<'a> {
    request: &'a Request,
    track: Option<Track>,
    calendar: &'a Calendar,
    periods: &'a Periods,
    clocks: Vec<Clock>,
    /// Measures that nobody has decided on yet.
    open: BTreeSet<usize>,
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
                    let due = self.calendar.end_of(day);
                    self.start(event, "next_news", due, "addressee.promise");
                }
            }
            "request.info_requested" => {
                self.wait(event, "answer");
                self.stand_still(event);
            }
            "request.consultation_opened" => self.wait(event, "consultation"),
            "request.postponed" => {
                self.meet("answer", event);
                self.meet("consultation", event);
                self.go_on(event);
                self.wait(event, "review");
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
            "request.accepted_with_conditions" => {
                self.decided(event);
                self.run(event, ("conditions_answer", "conditions_answer"), None);
            }
            "step.agree_conditions" | "step.reject_conditions" => {
                self.meet("conditions_answer", event);
            }
            "step.accept_measure" | "step.refuse_measure" | "step.withdraw_measure" => {
                self.measures_decided(event);
            }
            "request.execution_begun" => {
                self.news(event);
                self.run(event, ("execution", "execution"), None);
            }
            "request.progressed"
            | "request.partly_executed"
            | "step.begin_measure"
            | "step.postpone_measure" => self.news(event),
            "request.executed" => {
                self.decided(event);
                self.meet("execution", event);
            }
            "evidence.returned" if event.stage_to == Stage::ReturnSent || !self.runs("return") => {
                self.run(event, ("return", "return"), None);
            }
            "evidence.received" => self.meet("return", event),
            _ => {}
        }
    }

    /// What a step of the track does to the clocks.
    fn tick(&mut self, event: &Event, step: &Step) {
        for tick in step.clocks {
            match *tick {
                Tick::Meet(name) => self.meet(name, event),
                Tick::Start(name, period) => self.run(event, (name, period), None),
                Tick::StartFromDay(name, period) => {
                    self.run(event, (name, period), event.until);
                }
                Tick::Until(name) => self.until_day(event, name),
                Tick::Review(name) => self.review_before(event, name),
            }
        }
    }

    /// A step of the requested side that reaches a stage has done what that stage was waited for.
    fn reached(&mut self, event: &Event) {
        let row = self.request.row_of(&event.verb, event);
        let Some(stage) = row.and_then(|step| step.stage) else {
            return;
        };
        let of_measures = row.is_some_and(|step| step.needs.contains(&Need::Measures));
        if event.by.state != self.request.to || of_measures {
            return;
        }
        self.decided(event);
        if stage >= Stage::Executed {
            self.meet("execution", event);
        }
    }

    /// What was asked for is decided once every measure is.
    fn measures_decided(&mut self, event: &Event) {
        for index in event.said.iter().flat_map(|said| &said.measures) {
            self.open.remove(index);
        }
        if self.open.is_empty() {
            self.decided(event);
        } else {
            self.news(event);
        }
    }

    /// Starts a clock by its period, where anybody has said how long; counted from `day`, else from the event's own.
    fn run(&mut self, event: &Event, (name, period): (&str, &str), day: Option<Date>) {
        let Some(period) = self.periods.get(period) else {
            return;
        };
        let done = event.said.as_ref().and_then(|said| said.on);
        let day = day.or(done).unwrap_or_else(|| self.calendar.date(event.at));
        let due = self.calendar.end_of_period((event.at, day), period.length);
        let clock = Clock::new(name, event.at, due, &period.source).of_force(period.force);
        self.put(clock);
    }

    /// A clock that ends with a day is one of days, and stands still for whole days.
    fn put(&mut self, clock: Clock) {
        self.clocks.push(clock.in_days_of(self.calendar));
    }

    /// The day that a step sets ends the clock of this name: the one that runs is moved, or one begins. What an extension
    /// moves ends no earlier than before, whoever tells it.
    fn until_day(&mut self, event: &Event, name: &str) {
        let Some(mut day) = event.until else {
            return;
        };
        if LENGTHENED.contains(&name) {
            let mut running = self.clocks.iter().rev();
            let running = running.find(|clock| clock.name == name && clock.met.is_none());
            day = running
                .and_then(Clock::last_day)
                .map_or(day, |ends| ends.max(day));
        }
        let due = self.calendar.end_of(day);
        self.meet(name, event);
        let source = match name {
            "jit_end" => "parties.agreement",
            _ => "addressee.promise",
        };
        let clock = Clock::new(name, event.at, due, source).of_force(Force::Binding);
        self.put(clock);
    }

    /// The day on which the content wants what the step sets reviewed; else six months before that.
    fn review_before(&mut self, event: &Event, name: &str) {
        let content = self.request.content_now();
        let wanted = Node::root(&content).at("notice/review_on").date();
        let before = jiff::Span::new().months(REVIEW_MONTHS_BEFORE);
        let ends = event.until.and_then(|day| day.checked_sub(before).ok());
        let Some(day) = wanted.or(ends) else {
            return;
        };
        let day = day.max(self.calendar.date(event.at));
        let due = self.calendar.end_of(day);
        self.meet(name, event);
        let clock = Clock::new(name, event.at, due, "sender.undertaking");
        self.put(clock.of_force(Force::Binding));
    }

    /// Delivery starts what the requested side owes.
    fn delivered(&mut self, event: &Event) {
        if self.runs("ack") {
            return;
        }
        let urgency = self.request.urgency;
        let registration = deadline::registration_due(event.at, urgency, self.calendar);
        self.put(registration.of_force(Force::InnerStage));
        match self
            .periods
            .get("ack")
            .filter(|_| urgency == Urgency::Normal)
        {
            Some(_) => self.run(event, ("ack", "ack"), None),
            None => {
                let ack = deadline::acknowledge_due(event.at, urgency, self.calendar);
                self.put(ack);
            }
        }
        if self.request.standing == Standing::Consultation {
            // A draft to talk about is not decided.
            return;
        }
        if self.is_decided() {
            self.run(event, ("decision", "decision"), None);
        }
        for clock in self.track.map_or(&[][..], Track::on_delivery) {
            self.run(event, *clock, None);
        }
        if self.track == Some(Track::Police) {
            let period = match urgency {
                Urgency::Emergency => "police_8h",
                Urgency::Urgent => "police_3d",
                Urgency::Normal => "police_7d",
            };
            self.run(event, ("information", period), None);
        }
        if let Standing::UrgentCompletion { by, .. } = &self.request.standing {
            let due = self.calendar.end_of(*by);
            let clock = Clock::new("completion", event.at, due, "sender.undertaking");
            self.put(clock.of_force(Force::Binding));
        }
    }

    /// Whether the general period for a decision runs: not for what is done at once, agreed, or only taken note of.
    fn is_decided(&self) -> bool {
        let kind = self.request.kind();
        kind != Some(Kind::ProvisionalArrest)
            && !kind.is_some_and(Kind::is_about_another)
            && self.track.is_none_or(Track::is_decided)
    }

    fn decided(&mut self, event: &Event) {
        self.news(event);
        for name in ["answer", "consultation", "review", "decision"] {
            self.meet(name, event);
        }
    }

    /// The requested side waits for somebody.
    fn wait(&mut self, event: &Event, name: &str) {
        self.news(event);
        match event.until {
            Some(day) => {
                let source = self.periods.get(name).map_or("rule.ack", |p| &p.source);
                let due = self.calendar.end_of(day);
                self.start(event, name, due, source);
            }
            None => self.run(event, (name, name), None),
        }
    }

    fn stand_still(&mut self, event: &Event) {
        let clocks = self.clocks.iter_mut();
        clocks
            .filter(|clock| clock.name == PAUSABLE)
            .for_each(|clock| clock.pause(event.at));
    }

    /// What was asked for is here, or is not waited for any more.
    fn go_on(&mut self, event: &Event) {
        let clocks = self.clocks.iter_mut();
        clocks
            .filter(|clock| clock.name == PAUSABLE)
            .for_each(|clock| clock.resume(event.at));
    }

    fn news(&mut self, event: &Event) {
        self.meet("next_news", event);
    }

    fn start(&mut self, event: &Event, name: &str, due: jiff::Timestamp, source: &str) {
        self.put(Clock::new(name, event.at, due, source));
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
