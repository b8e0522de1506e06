//! A year of a docket on a fast clock: States of different temper, requests of every kind, delays of the shape that real
//! offices have, in terms of the law alone. Nothing is stored or sent; both sides of each request live in memory.

mod life;
mod told;

use std::collections::BTreeMap;

use jiff::civil::Weekday;
use jiff::{SignedDuration, Timestamp};
use model::Calendar;
use model::request::{Request, Stage, Waiting};
use model::state::Zone;

pub use told::{Report, Spread};

/// How long each State takes, in percent of what is usual.
const SLOW: [i64; 6] = [50, 80, 100, 100, 130, 250];

/// How large a docket is played.
#[derive(Debug, Clone, Copy)]
pub struct Docket {
    /// States.
    pub states: usize,
    /// Requests between them, spread over the year.
    pub requests: usize,
    /// What the dice begin with: the same seed gives the same year.
    pub seed: u64,
}

/// Seconds of a day.
const DAY_S: i64 = 86_400;
/// Days that are played.
const YEAR_DAYS: i64 = 365;

/// Dice that fall the same way for the same seed (SplitMix64).
#[derive(Debug, Clone)]
pub(crate) struct Fate(u64);

impl Fate {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Below `n`.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        let n = u64::try_from(n.max(1)).unwrap_or(1);
        usize::try_from(self.next() % n).unwrap_or(0)
    }

    /// In so many of a hundred cases.
    pub(crate) fn in_hundred(&mut self, cases: usize) -> bool {
        self.below(100) < cases
    }

    /// A delay whose median is given, with the long tail that offices have: half are shorter, one in ten takes more than
    /// three times as long.
    fn delay(&mut self, median_s: i64) -> SignedDuration {
        // The sum of twelve even throws is nearly normal.
        let sum: usize = (0..12).map(|_| self.below(1001)).sum();
        let z = i64::try_from(sum).unwrap_or(6000) - 6000;
        // exp(0.9 z / 1000) by halves: enough for a delay.
        let steps = z * 9 / 10;
        let mut factor = 1000_i64;
        for _ in 0..steps.abs() / 100 {
            factor = if steps > 0 {
                factor * 1105 / 1000
            } else {
                factor * 1000 / 1105
            };
        }
        SignedDuration::from_secs(median_s.saturating_mul(factor) / 1000)
    }
}

/// A State of the play.
#[derive(Debug, Clone)]
struct Office {
    code: model::StateCode,
    calendar: Calendar,
    /// Slowness in percent: 100 is the ordinary office.
    slow: i64,
}

impl Office {
    fn of(index: usize, fate: &mut Fate) -> Option<Office> {
        let letter = char::from(b'A' + u8::try_from(index % 26).unwrap_or(0));
        let rest = [Weekday::Saturday, Weekday::Sunday];
        let other = [Weekday::Friday, Weekday::Saturday];
        let offset = i32::try_from(fate.below(25)).unwrap_or(0) - 11;
        Some(Office {
            code: format!("X{letter}").parse().ok()?,
            calendar: Calendar {
                zone: Zone::east(offset * 60).unwrap_or(Zone::UTC),
                weekend: if index.is_multiple_of(4) { other } else { rest }.to_vec(),
                ..Calendar::utc()
            },
            slow: SLOW.get(fate.below(6)).copied().unwrap_or(100),
        })
    }

    /// When this office gets to something that comes at `at`: after its delay, on a day on which it works.
    fn gets_to(&self, at: Timestamp, median_s: i64, fate: &mut Fate) -> Timestamp {
        let later = at + fate.delay(median_s * self.slow / 100);
        let day = self.calendar.date(later);
        if self.calendar.works(day) {
            return later;
        }
        let next = self.calendar.working_day_after(day, 1);
        let before = next.yesterday().unwrap_or(next);
        self.calendar.end_of(before) + SignedDuration::from_hours(9)
    }
}

/// What became of one request.
struct Lived {
    request: Request,
    calendar: Calendar,
}

impl Docket {
    /// Plays the year that begins at `start`, and tells medians and where the waiting is.
    #[must_use]
    pub fn play(&self, start: Timestamp) -> Report {
        let mut fate = Fate::new(self.seed);
        let offices: Vec<Office> = (0..self.states)
            .filter_map(|index| Office::of(index, &mut fate))
            .collect();
        let end = start + SignedDuration::from_secs(YEAR_DAYS * DAY_S);
        let lives: Vec<Lived> = (0..self.requests)
            .filter_map(|serial| life::lead(&offices, serial, (start, end), &mut fate))
            .collect();
        told::tell(&lives, end)
    }
}

/// Time spent at each stage of the requested side, and on whom it waited.
fn waited(request: &Request, end: Timestamp) -> BTreeMap<(Stage, Waiting), i64> {
    let mut spent = BTreeMap::new();
    let mut events = request.events.iter().peekable();
    while let Some(event) = events.next() {
        if event.stage_to.is_over() || event.stage_to.is_unsent() {
            continue;
        }
        let until = events.peek().map_or(end, |next| next.at).min(end);
        let waiting = Waiting::of(model::Side::Incoming, event.stage_to);
        let s = until.duration_since(event.at).as_secs().max(0);
        *spent.entry((event.stage_to, waiting)).or_insert(0) += s;
    }
    spent
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_year() {
        let docket = Docket {
            states: 6,
            requests: 60,
            seed: 7,
        };
        let start = "2026-01-01T00:00:00Z".parse().unwrap();
        let (one, two) = (docket.play(start), docket.play(start));
        assert_eq!(one, two);
        assert_eq!(one.requests, 60);
        assert!(one.closed > 0 && one.to_acknowledgement.0 < one.to_close.0);
        let other = Docket { seed: 8, ..docket }.play(start);
        assert_ne!(one, other);
    }

    #[test]
    fn half_of_the_delays_are_shorter_than_the_median() {
        let mut fate = Fate::new(1);
        let delays: Vec<i64> = (0..2000).map(|_| fate.delay(1000).as_secs()).collect();
        let shorter = delays.iter().filter(|s| **s < 1000).count();
        assert!((900..1100).contains(&shorter), "{shorter}");
        let long = delays.iter().filter(|s| **s > 3000).count();
        assert!((100..320).contains(&long), "{long}");
    }
}
