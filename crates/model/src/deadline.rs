//! Clocks: when something is due, counted from an event in the calendar of the State where the clock runs.
//!
//! Pure arithmetic. Which clocks a request has, and what starts, pauses and meets them, is in `request::clocks`.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::request::Urgency;
use crate::state::Zone;

mod periods;

pub use periods::{Force, Length, Period, Periods};

/// The calendar of the State where a clock runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// Its time; each day has the offset that it has there.
    pub zone: Zone,
    /// Days of the week on which nobody works.
    pub weekend: Vec<Weekday>,
    /// Days of the year on which nobody works.
    pub holidays: BTreeSet<Date>,
    /// Nobody has said in which zone it counts: universal time is supposed.
    pub supposed: bool,
}

/// One clock of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// What it counts to: "registration", "ack", "decision", "answer", "execution", "review" …
    pub name: String,
    /// When it started.
    pub started: Timestamp,
    /// When it runs out, pauses that have ended included.
    pub due: Timestamp,
    /// Where the period comes from: "UNTOC 18(24)", "requests 3.14" …
    pub source: String,
    /// Since when it stands still.
    pub paused: Option<Timestamp>,
    /// Seconds it stood still before, pauses that have ended only.
    pub paused_total_s: i64,
    /// When what it counts to was done.
    pub met: Option<Timestamp>,
    /// What it means that it has run out.
    #[serde(default)]
    pub force: Force,
    /// For a clock that ends with a local day: the zone in which the day is counted. It stands still for whole days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_at: Option<Zone>,
}

impl Clock {
    /// A running clock.
    pub fn new(name: &str, started: Timestamp, due: Timestamp, source: &str) -> Clock {
        Clock {
            name: name.to_owned(),
            started,
            due,
            source: source.to_owned(),
            paused: None,
            paused_total_s: 0,
            met: None,
            force: Force::Target,
            days_at: None,
        }
    }

    /// The same clock with another force.
    #[must_use]
    pub fn of_force(self, force: Force) -> Clock {
        Clock { force, ..self }
    }

    /// The same clock, counted in days of the calendar where it ends with one.
    #[must_use]
    pub fn in_days_of(self, calendar: &Calendar) -> Clock {
        let ends_a_day = calendar.end_of(calendar.due_date(self.due)) == self.due;
        Clock {
            days_at: ends_a_day.then(|| calendar.zone.clone()),
            ..self
        }
    }

    /// The end of a clock that stood still from `since` to `at`: whole local days later where days are counted, the day on
    /// which it stopped not counted.
    fn due_after(&self, since: Timestamp, at: Timestamp) -> Timestamp {
        let Some(zone) = &self.days_at else {
            let stood = at.duration_since(since).max(SignedDuration::ZERO);
            return later(self.due, stood);
        };
        let calendar = Calendar {
            zone: zone.clone(),
            ..Calendar::utc()
        };
        let stood = calendar.date(at).duration_since(calendar.date(since));
        let days = u32::try_from(stood.as_hours() / 24).unwrap_or(0);
        calendar.end_of(step(calendar.due_date(self.due), days))
    }

    /// Stops counting at `at`; a clock that stands still or is met stays as it is.
    pub fn pause(&mut self, at: Timestamp) {
        if self.paused.is_none() && self.met.is_none() {
            self.paused = Some(at.max(self.started));
        }
    }

    /// Counts on from `at`; what remained then remains now.
    pub fn resume(&mut self, at: Timestamp) {
        if let Some(since) = self.paused.take() {
            let stood = at.duration_since(since).max(SignedDuration::ZERO);
            self.paused_total_s = self.paused_total_s.saturating_add(stood.as_secs());
            self.due = self.due_after(since, at);
        }
    }

    /// What it counts to was done at `at`; the first time counts.
    pub fn meet(&mut self, at: Timestamp) {
        if self.met.is_none() {
            self.resume(at);
            self.met = Some(at);
        }
    }

    /// When it runs out as things stand at `now`: a clock that stands still moves with the time.
    pub fn due_at(&self, now: Timestamp) -> Timestamp {
        match self.paused {
            Some(since) => self.due_after(since, now),
            None => self.due,
        }
    }

    /// The local day that ends with it, pauses that have ended included; `None` where hours are counted.
    pub fn last_day(&self) -> Option<Date> {
        let calendar = Calendar {
            zone: self.days_at.clone()?,
            ..Calendar::utc()
        };
        Some(calendar.due_date(self.due))
    }

    /// Seconds left at `now`, negative when overdue; `None` once it is met.
    pub fn left_s(&self, now: Timestamp) -> Option<i64> {
        self.met
            .is_none()
            .then(|| self.due_at(now).duration_since(now).as_secs())
    }

    /// Whether it has run out without being met.
    pub fn has_passed(&self, now: Timestamp) -> bool {
        self.left_s(now).is_some_and(|left| left < 0)
    }

    /// Whether a binding period has run out without being met. Nothing else is ever called overdue.
    pub fn overdue(&self, now: Timestamp) -> bool {
        self.force == Force::Binding && self.has_passed(now)
    }
}

impl Calendar {
    /// A calendar without weekend and holidays, in UTC.
    pub const fn utc() -> Calendar {
        Calendar {
            zone: Zone::UTC,
            weekend: Vec::new(),
            holidays: BTreeSet::new(),
            supposed: false,
        }
    }

    /// The local date of an instant.
    pub fn date(&self, at: Timestamp) -> Date {
        self.zone.at(at).date()
    }

    /// The last day of a period that ends at `due`: 24:00 belongs to the day it ends.
    pub fn due_date(&self, due: Timestamp) -> Date {
        self.date(earlier(due, SignedDuration::from_nanos(1)))
    }

    /// 24:00 of a local day.
    pub fn end_of(&self, day: Date) -> Timestamp {
        self.zone.start_of(day.tomorrow().unwrap_or(Date::MAX))
    }

    /// Whether offices work on that day.
    pub fn works(&self, day: Date) -> bool {
        !self.weekend.contains(&day.weekday()) && !self.holidays.contains(&day)
    }

    /// The `n`-th working day after `day`. With a weekend of seven days every day counts as one.
    pub fn working_day_after(&self, day: Date, n: u32) -> Date {
        let never_works = (0..7).all(|i| {
            self.weekend
                .contains(&step(Date::constant(2026, 3, 2), i).weekday())
        });
        let mut day = day;
        for _ in 0..n {
            day = step(day, 1);
            while !never_works && !self.works(day) && day < Date::MAX {
                day = step(day, 1);
            }
        }
        day
    }

    /// Calendar days from the local date of an event, that day not counted, to 24:00 local.
    pub fn days(&self, from: Timestamp, days: u32) -> Timestamp {
        self.end_of(step(self.date(from), days))
    }

    /// Working days from the local date of an event, that day not counted, to 24:00 local.
    pub fn working_days(&self, from: Timestamp, days: u32) -> Timestamp {
        self.end_of(self.working_day_after(self.date(from), days))
    }
}

/// By when it must stand in the register: emergency 15 minutes and urgent 4 hours round the clock, else 2 working days.
pub fn registration_due(delivered: Timestamp, urgency: Urgency, addressee: &Calendar) -> Clock {
    let due = match urgency {
        Urgency::Emergency => minutes(delivered, 15),
        Urgency::Urgent => minutes(delivered, 4 * 60),
        Urgency::Normal => addressee.working_days(delivered, 2),
    };
    Clock::new("registration", delivered, due, "rule.registration")
}

/// By when an officer must have answered for it: emergency 1 hour round the clock, urgent the end of the addressee's next
/// working day, else 7 calendar days.
pub fn acknowledge_due(delivered: Timestamp, urgency: Urgency, addressee: &Calendar) -> Clock {
    let due = match urgency {
        Urgency::Emergency => minutes(delivered, 60),
        Urgency::Urgent => addressee.working_days(delivered, 1),
        Urgency::Normal => addressee.days(delivered, 7),
    };
    Clock::new("ack", delivered, due, "rule.ack")
}

/// Minutes round the clock.
pub fn minutes(from: Timestamp, minutes: u32) -> Timestamp {
    later(from, SignedDuration::from_mins(i64::from(minutes)))
}

fn step(day: Date, days: u32) -> Date {
    day.checked_add(SignedDuration::from_hours(24 * i64::from(days)))
        .unwrap_or(Date::MAX)
}

fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.checked_add(by).unwrap_or(if by.is_negative() {
        Timestamp::MIN
    } else {
        Timestamp::MAX
    })
}

fn earlier(at: Timestamp, by: SignedDuration) -> Timestamp {
    later(at, by.checked_neg().unwrap_or(SignedDuration::ZERO))
}

#[cfg(test)]
mod tests;
