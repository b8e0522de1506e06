//! Where an authority's clocks run, when it is open, and the calendar that deadlines are counted in.
//!
//! The arithmetic of deadlines itself is in [`crate::deadline`].

use std::collections::BTreeSet;

use jiff::civil::{Date, Time};
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, Zoned};
use serde::{Deserialize, Serialize};

use super::{Authority, StateProfile};
use crate::deadline::Calendar;
use crate::{AuthorityId, Function};

/// A place's time: an offset from UTC (`Z`, `+03:00`) or a zone of the IANA database.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct Zone(TimeZone);

/// A zone as it is stored: minutes east of UTC, or a name. Clocks are wound anew from what happened, so that a name which
/// this machine does not have is no reason not to read them.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Written {
    Minutes(i32),
    Named(String),
}

impl From<Written> for Zone {
    fn from(written: Written) -> Zone {
        match written {
            Written::Minutes(minutes) => Zone::east(minutes),
            Written::Named(name) => Zone::parse(&name),
        }
        .unwrap_or(Zone::UTC)
    }
}

impl From<Zone> for Written {
    fn from(zone: Zone) -> Written {
        match (zone.0.to_fixed_offset(), zone.0.iana_name()) {
            (Err(_), Some(name)) => Written::Named(name.to_owned()),
            (offset, _) => Written::Minutes(offset.map_or(0, |offset| offset.seconds() / 60)),
        }
    }
}

impl Zone {
    /// Universal time.
    pub const UTC: Zone = Zone(TimeZone::UTC);

    /// A fixed number of minutes east of UTC; `None` for more than a day.
    #[must_use]
    pub fn east(minutes: i32) -> Option<Self> {
        let offset = Offset::from_seconds(minutes.checked_mul(60)?).ok()?;
        Some(Self(offset.to_time_zone()))
    }

    /// Reads `Z`, `+03:00`, `-05:30` or an IANA name; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if matches!(text, "Z" | "UTC") {
            return Some(Self::UTC);
        }
        if let Some(minutes) = offset_minutes(text) {
            return Self::east(minutes);
        }
        let named = text.contains('/') && text.len() <= 64 && text.is_ascii();
        named.then(|| TimeZone::get(text).ok()).flatten().map(Self)
    }

    /// The local date and time of an instant.
    #[must_use]
    pub fn at(&self, instant: Timestamp) -> Zoned {
        instant.to_zoned(self.0.clone())
    }

    /// When a local day begins: at midnight, or at the first moment after it where clocks are put forward then.
    #[must_use]
    pub fn start_of(&self, day: Date) -> Timestamp {
        day.to_zoned(self.0.clone())
            .map_or(Timestamp::MAX, |zoned| zoned.timestamp())
    }

    /// Minutes east of UTC at an instant.
    #[must_use]
    pub fn offset_minutes(&self, instant: Timestamp) -> i32 {
        self.0.to_offset(instant).seconds() / 60
    }
}

/// Minutes of `+HH:MM` or `-HH:MM`, up to 14 hours.
fn offset_minutes(text: &str) -> Option<i32> {
    let sign = match text.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let minutes = i32::from(clock_minutes(text.get(1..)?)?);
    (minutes <= 14 * 60).then_some(sign * minutes)
}

/// Minutes since midnight of `HH:MM`; `24:00` is the end of the day.
fn clock_minutes(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(hours) || !digits(minutes) {
        return None;
    }
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    let total = hours * 60 + minutes;
    (minutes < 60 && total <= 24 * 60).then_some(total)
}

/// When an authority is open on a working day, local time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeHours {
    /// Opens at, `09:00`.
    pub open: String,
    /// Closes at, `17:00`.
    pub close: String,
}

impl OfficeHours {
    /// Opening and closing in minutes since midnight; `None` where the texts are not times in order.
    fn minutes(&self) -> Option<(u16, u16)> {
        let (open, close) = (clock_minutes(&self.open)?, clock_minutes(&self.close)?);
        (open < close).then_some((open, close))
    }
}

/// Whether an authority answers at an instant.
#[derive(Debug, Clone, PartialEq)]
pub enum Opening {
    /// A desk answers day and night.
    AlwaysOpen,
    /// It is open.
    Open,
    /// It is closed.
    Closed {
        /// The local time there.
        local: Zoned,
        /// When it opens next.
        opens: Zoned,
    },
    /// Its hours or its zone are not known.
    Unknown,
}

impl StateProfile {
    /// Where the State's clocks run; `None` where the profile does not say.
    #[must_use]
    pub fn zone(&self) -> Option<Zone> {
        Zone::parse(&self.utc_offset)
    }

    /// The calendar in which the State's clocks count: UTC where its zone is not known.
    #[must_use]
    pub fn calendar(&self) -> Calendar {
        Calendar {
            zone: self.zone().unwrap_or(Zone::UTC),
            weekend: self.weekend.clone(),
            holidays: self.holidays.iter().copied().collect(),
            supposed: self.zone().is_none(),
        }
    }

    /// The central authority as the profile alone lets us suppose it, under [`Authority::CENTRAL`].
    ///
    /// `None` never happens for that name; the id is checked like any other.
    #[must_use]
    pub fn supposed_central_authority(&self) -> Option<Authority> {
        let id: AuthorityId = Authority::CENTRAL.parse().ok()?;
        Some(Authority::central(self, id))
    }
}

impl Authority {
    /// Where its clocks run: its own zone, else the State's.
    #[must_use]
    pub fn zone_in(&self, state: &StateProfile) -> Option<Zone> {
        if self.zone.is_empty() {
            state.zone()
        } else {
            Zone::parse(&self.zone)
        }
    }

    /// The calendar in which its clocks count.
    #[must_use]
    pub fn calendar(&self, state: &StateProfile) -> Calendar {
        let weekend = if self.weekend.is_empty() {
            &state.weekend
        } else {
            &self.weekend
        };
        let holidays: BTreeSet<Date> = state
            .holidays
            .iter()
            .chain(&self.holidays)
            .copied()
            .collect();
        Calendar {
            supposed: self.zone_in(state).is_none(),
            zone: self.zone_in(state).unwrap_or(Zone::UTC),
            weekend: weekend.clone(),
            holidays,
        }
    }

    /// Whether it answers at an instant, and if not, when it opens next.
    #[must_use]
    pub fn opening(&self, state: &StateProfile, at: Timestamp) -> Opening {
        if self.functions.contains(&Function::DutyDesk247) || self.duty_phone.is_some() {
            return Opening::AlwaysOpen;
        }
        let (Some(zone), Some((open, close))) = (
            self.zone_in(state),
            self.office_hours.as_ref().and_then(OfficeHours::minutes),
        ) else {
            return Opening::Unknown;
        };
        let calendar = self.calendar(state);
        let local = zone.at(at);
        let today = local.date();
        let minute = minute_of(local.time());
        if calendar.works(today) && (open..close).contains(&minute) {
            return Opening::Open;
        }
        let day = if calendar.works(today) && minute < open {
            today
        } else {
            calendar.working_day_after(today, 1)
        };
        let hour = i8::try_from(open / 60).unwrap_or(0);
        let minute = i8::try_from(open % 60).unwrap_or(0);
        match day.at(hour, minute, 0, 0).to_zoned(zone.0) {
            Ok(opens) => Opening::Closed { local, opens },
            Err(_) => Opening::Unknown,
        }
    }
}

fn minute_of(time: Time) -> u16 {
    u16::try_from(time.hour()).unwrap_or(0) * 60 + u16::try_from(time.minute()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::demo;
    use jiff::civil::date;

    #[test]
    fn zones_are_offsets_or_names() {
        for good in [
            "Z",
            "UTC",
            "+00:00",
            "+03:00",
            "-05:30",
            "+14:00",
            "Europe/Paris",
        ] {
            assert!(Zone::parse(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "3",
            "+3",
            "+25:00",
            "+03:60",
            "03:00",
            "Nowhere/None",
            "../etc",
            "+é:00",
        ] {
            assert!(Zone::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_closed_office_says_when_it_opens() {
        let directory = demo(date(2026, 3, 2)).expect("demo directory");
        let state = directory.state(&"XB".parse().unwrap()).expect("Belmora");
        let mut court = directory
            .authority(&state.code, &"court".parse().unwrap())
            .expect("court")
            .clone();
        court.office_hours = Some(OfficeHours {
            open: "08:00".to_owned(),
            close: "15:00".to_owned(),
        });
        // Belmora rests on Friday and Saturday, three hours east of UTC.
        let cases = [
            ("2026-03-05T04:59:00Z", Some("2026-03-05T08:00:00")), // Thursday before opening
            ("2026-03-05T05:00:00Z", None),                        // opens
            ("2026-03-05T12:00:00Z", Some("2026-03-08T08:00:00")), // closes for the weekend
            ("2026-03-06T09:00:00Z", Some("2026-03-08T08:00:00")), // Friday
            ("2026-03-08T05:00:00Z", None),                        // Sunday
        ];
        for (at, expected) in cases {
            match (court.opening(state, at.parse().unwrap()), expected) {
                (Opening::Open, None) => {}
                (Opening::Closed { opens, .. }, Some(expected)) => {
                    assert_eq!(opens.datetime().to_string(), expected, "{at}");
                }
                (other, _) => panic!("{at}: {other:?}"),
            }
        }
        court.duty_phone = Some("+999".to_owned());
        assert_eq!(
            court.opening(state, "2026-03-06T09:00:00Z".parse().unwrap()),
            Opening::AlwaysOpen
        );
    }
}
