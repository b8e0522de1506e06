//! Moments, days and deadlines.

use askama::Template;
use askama::filters::HtmlSafe;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::deadline::Force;
use model::{Lang, deadline};
use paper::words;

use crate::page::Page;

/// A moment or a day, in words, with the machine's own form in `datetime`.
#[derive(Clone, Debug, Template)]
#[template(
    source = r#"<time datetime="{{ machine }}">{{ text }}</time>"#,
    ext = "html"
)]
pub struct When {
    /// RFC 3339.
    pub machine: String,
    /// As people read it.
    pub text: String,
}

impl HtmlSafe for When {}

impl When {
    /// Date, time and offset in `zone`: "3 March 2027, 14:05 (+03:00)".
    #[must_use]
    pub fn moment(lang: Lang, at: Timestamp, zone: &TimeZone) -> Self {
        Self {
            machine: at.to_string(),
            text: words::time(lang, at, zone.to_offset(at)),
        }
    }

    /// A civil date.
    #[must_use]
    pub fn day(lang: Lang, date: Date) -> Self {
        Self {
            machine: date.to_string(),
            text: words::date(lang, date),
        }
    }
}

/// A deadline: its name, what is left (the script only changes the number), when, and by which rule.
#[derive(Clone, Debug, Template)]
#[template(path = "part/clock.html")]
pub struct Clock {
    /// "running", "soon", "overdue", "passed", "paused" or "met".
    pub state: &'static str,
    /// What the state is once it has run out: "overdue" only where it binds, else "passed".
    pub late: &'static str,
    /// What is awaited: "Acknowledgement".
    pub name: String,
    /// What is left, in words: "2 days 4 h left", "Overdue by 2 days".
    pub left: String,
    /// The moment it falls due.
    pub due: When,
    /// The rule or article it comes from.
    pub source: String,
    /// For the script: the words it may need, with `{n}` for the number.
    pub words: ClockWords,
}

impl HtmlSafe for Clock {}

/// The words a running clock needs, with `{n}` where the number stands.
#[derive(Clone, Debug)]
pub struct ClockWords {
    /// "{n} left" around the amount.
    pub left: String,
    /// "Overdue by {n}".
    pub over: String,
    /// Unit signs: days, hours, minutes.
    pub units: String,
}

/// Less than a quarter of the whole time, and less than two days, is "soon".
const SOON_S: i64 = 2 * 86_400;

impl Clock {
    /// The clock as it stands at `page.now()`.
    #[must_use]
    pub fn of(page: &Page, clock: &deadline::Clock) -> Self {
        let now = page.now();
        let left_s = clock.left_s(now).unwrap_or(0);
        let whole_s = clock.due.as_second() - clock.started.as_second();
        let state = if clock.met.is_some() {
            "met"
        } else if clock.paused.is_some() {
            "paused"
        } else if clock.overdue(now) {
            "overdue"
        } else if left_s < 0 {
            // A State's own target: nobody is late by law.
            "passed"
        } else if left_s < SOON_S.min(whole_s / 4) {
            "soon"
        } else {
            "running"
        };
        let amount = amount(page, left_s.abs());
        let left = match state {
            "met" => page.say("ui-clock-met"),
            "paused" => page.say("ui-clock-paused"),
            "overdue" => page.say1("ui-clock-over", "amount", amount),
            "passed" => page.say1("ui-clock-passed", "amount", amount),
            _ => page.say1("ui-clock-left", "amount", amount),
        };
        let words = ClockWords {
            left: page.say1("ui-clock-left", "amount", "{n}"),
            over: match clock.force {
                Force::Binding => page.say1("ui-clock-over", "amount", "{n}"),
                _ => page.say1("ui-clock-passed", "amount", "{n}"),
            },
            units: [
                page.say("ui-unit-d"),
                page.say("ui-unit-h"),
                page.say("ui-unit-m"),
            ]
            .join("|"),
        };
        let late = match clock.force {
            Force::Binding => "overdue",
            _ => "passed",
        };
        Self {
            state,
            late,
            name: page.code("clock", &clock.name),
            left,
            due: page.when(&clock.due_at(now)),
            source: source(page, &clock.source),
            words,
        }
    }

    /// Whether the number still changes.
    #[must_use]
    pub fn runs(&self) -> bool {
        matches!(self.state, "running" | "soon" | "overdue" | "passed")
    }
}

/// A rule of the desk in words; a treaty's article as it is cited.
fn source(page: &Page, code: &str) -> String {
    let key = crate::words::key("clock-source", code);
    if crate::words::known(&key) {
        page.say(&key)
    } else {
        code.to_owned()
    }
}

/// "2 d 4 h", "3 h 10 min", "12 min": two units at most, rounded down.
fn amount(page: &Page, seconds: i64) -> String {
    let (days, hours, minutes) = (
        seconds / 86_400,
        seconds % 86_400 / 3_600,
        seconds % 3_600 / 60,
    );
    let unit = |n: i64, key: &str| format!("{n}\u{a0}{}", page.say(key));
    match (days, hours) {
        (0, 0) => unit(minutes, "ui-unit-m"),
        (0, _) => format!(
            "{} {}",
            unit(hours, "ui-unit-h"),
            unit(minutes, "ui-unit-m")
        ),
        _ => format!("{} {}", unit(days, "ui-unit-d"), unit(hours, "ui-unit-h")),
    }
}
