//! Periods: how long something may take, and who says so. The governing instrument comes first, then the requested
//! State's law, then the defaults of the requests study 3.14; what none of them knows is not there, and has to be asked.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::{SignedDuration, Span, Timestamp};
use serde::{Deserialize, Serialize};

use serde_json::Value;

use super::Calendar;
use crate::basis::Catalogue;
use crate::code::coded;
use crate::state::StateProfile;

coded! {
    /// What it means that a period has passed.
    #[derive(Default)]
    pub enum Force {
        /// It binds: an instrument, a law or a promise sets it. Only such a clock is ever overdue.
        Binding = "binding",
        /// The State's own target, its own affair unless it publishes them.
        #[default]
        Target = "target",
        /// A step inside an office.
        InnerStage = "inner_stage",
    }
}

/// How long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Length {
    /// Hours round the clock.
    Hours(u32),
    /// Calendar days, the day of the event not counted, to 24:00 local.
    Days(u32),
    /// Calendar months, to 24:00 local of the same day of the month.
    Months(u32),
}

/// One period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// How long.
    pub length: Length,
    /// Who says so: an instrument with its article, or a code of [`crate::request::CLOCK_SOURCES`].
    pub source: String,
    /// What it means that it has passed.
    pub force: Force,
}

/// The periods that govern one request, by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Periods {
    known: BTreeMap<String, Period>,
}

/// The defaults of 3.14. Provisional arrest is not among them: nobody guesses how long a person is held.
const DEFAULTS: &[(&str, Length, &str, Force)] = &[
    ("answer", Length::Days(30), "UNTOC 18(24)", Force::Target),
    (
        "conditions",
        Length::Days(14),
        "rule.conditions",
        Force::Target,
    ),
    (
        "conditions_answer",
        Length::Days(14),
        "rule.conditions",
        Force::Target,
    ),
    (
        "consultation",
        Length::Days(14),
        "UNTOC 18(26)",
        Force::Target,
    ),
    ("decision", Length::Days(30), "UNTOC 18(24)", Force::Target),
    (
        "determination",
        Length::Days(7),
        "rule.determination",
        Force::Target,
    ),
    (
        "emergency_disclosure",
        Length::Hours(8),
        "rule.emergency_disclosure",
        Force::Target,
    ),
    ("execution", Length::Days(90), "UNTOC 18(24)", Force::Target),
    (
        "freeze_review",
        Length::Months(12),
        "rule.freeze_review",
        Force::Target,
    ),
    ("police_8h", Length::Hours(8), "rule.police", Force::Target),
    ("police_3d", Length::Days(3), "rule.police", Force::Target),
    ("police_7d", Length::Days(7), "rule.police", Force::Target),
    (
        "preservation",
        Length::Days(60),
        "rule.preservation",
        Force::Binding,
    ),
    (
        "prosecute_or_transfer",
        Length::Days(30),
        "rule.prosecute_or_transfer",
        Force::Target,
    ),
    ("result", Length::Months(12), "rule.result", Force::Target),
    ("return", Length::Days(7), "rule.return", Force::InnerStage),
    ("review", Length::Days(60), "UNTOC 18(25)", Force::Target),
];

/// Every name a period can have beside the defaults: what only an instrument or a law sets.
const WITHOUT_DEFAULT: &[&str] = &[
    "ack",
    "production",
    "provisional_arrest_warning",
    "provisional_arrest_end",
    "surrender_warning",
    "surrender_end",
];

impl Default for Periods {
    fn default() -> Periods {
        let known = DEFAULTS.iter().map(|(name, length, source, force)| {
            let period = Period {
                length: *length,
                source: (*source).to_owned(),
                force: *force,
            };
            ((*name).to_owned(), period)
        });
        Periods {
            known: known.collect(),
        }
    }
}

impl Periods {
    /// The defaults, and over them what the law of the requested State says.
    #[must_use]
    pub fn of_law(requested: &StateProfile) -> Periods {
        let mut periods = Periods::default();
        if let Some(law) = requested.provisional_arrest {
            let days = |days: u16| Period {
                length: Length::Days(u32::from(days)),
                source: "law.requested".to_owned(),
                force: Force::Binding,
            };
            periods.set("provisional_arrest_warning", days(law.warning_days));
            periods.set("provisional_arrest_end", days(law.end_days));
        }
        periods
    }

    /// What governs a request: the first of `instruments` (by id, the leading one first) that says something, then the
    /// requested State's law, then the defaults.
    #[must_use]
    pub fn governing(
        catalogue: &Catalogue,
        instruments: &[&str],
        requested: &StateProfile,
    ) -> Periods {
        let known = instruments.iter().rev().filter_map(|id| catalogue.get(id));
        known.fold(Periods::of_law(requested), |periods, instrument| {
            periods.under(&instrument.id, &given(&instrument.periods))
        })
    }

    /// The same for a request by its content: the instruments that its officer chose, in order.
    #[must_use]
    pub fn of_content(catalogue: &Catalogue, content: &Value, requested: &StateProfile) -> Periods {
        let chosen = content.get("legal_basis").and_then(Value::as_array);
        let ids: Vec<&str> = chosen
            .into_iter()
            .flatten()
            .filter_map(|entry| entry.get("instrument").and_then(Value::as_str))
            .collect();
        Periods::governing(catalogue, &ids, requested)
    }

    /// Over all that is known so far: what an instrument says. Such a period binds.
    #[must_use]
    pub fn under(mut self, instrument: &str, given: &[(&str, Length)]) -> Periods {
        for (name, length) in given {
            let period = Period {
                length: *length,
                source: instrument.to_owned(),
                force: Force::Binding,
            };
            self.set(name, period);
        }
        self
    }

    /// Sets one period.
    pub fn set(&mut self, name: &str, period: Period) {
        self.known.insert(name.to_owned(), period);
    }

    /// One period; `None` where nobody has said.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Period> {
        self.known.get(name)
    }

    /// Every name that a period can have.
    pub fn names() -> impl Iterator<Item = &'static str> {
        let defaults = DEFAULTS.iter().map(|(name, ..)| *name);
        defaults.chain(WITHOUT_DEFAULT.iter().copied())
    }
}

/// What an instrument says, by the names of periods.
fn given(periods: &crate::basis::Periods) -> Vec<(&'static str, Length)> {
    let days = [
        ("ack", periods.acknowledge_days),
        ("decision", periods.decide_days),
        ("execution", periods.execute_days),
        ("preservation", periods.preservation_days),
        ("provisional_arrest_warning", periods.arrest_warning_days),
        ("provisional_arrest_end", periods.arrest_end_days),
        ("surrender_warning", periods.surrender_warning_days),
        ("surrender_end", periods.surrender_end_days),
        // Where periods differ by what is asked for, the shortest is the one to keep.
        ("production", periods.answer_days.values().min().copied()),
    ];
    let said = days
        .into_iter()
        .filter_map(|(name, days)| days.map(|days| (name, Length::Days(u32::from(days)))));
    said.collect()
}

impl Calendar {
    /// The end of a period that began on `day` at `at`: hours count from the instant, days and months from the day.
    #[must_use]
    pub fn end_of_period(&self, (at, day): (Timestamp, Date), length: Length) -> Timestamp {
        match length {
            Length::Hours(hours) => super::later(at, SignedDuration::from_hours(i64::from(hours))),
            Length::Days(days) => self.end_of(super::step(day, days)),
            Length::Months(months) => {
                let later = day.checked_add(Span::new().months(i64::from(months.min(1200))));
                self.end_of(later.unwrap_or(Date::MAX))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn an_instrument_outranks_the_law_and_the_law_the_default() {
        let code = "XG".parse().unwrap();
        let mut profile = StateProfile::unknown(code, "Galdoria");
        assert_eq!(
            Periods::of_law(&profile).get("provisional_arrest_end"),
            None
        );
        profile.provisional_arrest = Some(crate::state::ProvisionalArrest {
            warning_days: 18,
            end_days: 40,
        });
        let law = Periods::of_law(&profile);
        let end = law.get("provisional_arrest_end").unwrap();
        assert_eq!((end.length, end.force), (Length::Days(40), Force::Binding));
        let treaty = law.under("BIL-EXT", &[("provisional_arrest_end", Length::Days(60))]);
        let end = treaty.get("provisional_arrest_end").unwrap();
        assert_eq!(
            (end.length, end.source.as_str()),
            (Length::Days(60), "BIL-EXT")
        );
        assert_eq!(treaty.get("decision").unwrap().force, Force::Target);
        for name in Periods::names() {
            assert!(!WITHOUT_DEFAULT.contains(&name) || Periods::default().get(name).is_none());
        }
    }

    #[test]
    fn periods_end_at_midnight_local() {
        let calendar = Calendar {
            zone: crate::state::Zone::east(300).unwrap(),
            ..Calendar::utc()
        };
        // 20:30 UTC is already the third of April five hours east.
        let at: Timestamp = "2026-04-02T20:30:00Z".parse().unwrap();
        let start = (at, calendar.date(at));
        let end = |length| calendar.due_date(calendar.end_of_period(start, length));
        assert_eq!(end(Length::Days(18)), date(2026, 4, 21));
        assert_eq!(end(Length::Days(40)), date(2026, 5, 13));
        assert_eq!(end(Length::Months(12)), date(2027, 4, 3));
        let eight = calendar.end_of_period(start, Length::Hours(8));
        assert_eq!(eight, "2026-04-03T04:30:00Z".parse().unwrap());
        let leap = (at, date(2028, 2, 29));
        let year = calendar.end_of_period(leap, Length::Months(12));
        assert_eq!(calendar.due_date(year), date(2029, 2, 28));
    }
}
