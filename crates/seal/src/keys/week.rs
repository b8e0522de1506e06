//! Encryption keys that turn with the clock: one for each week (Monday 00:00 UTC), published ahead, destroyed when nothing
//! sealed to them can still arrive. That gives forward secrecy without a conversation.

use crate::suite::KemKeyPair;
use crate::{Error, Result};
use jiff::{SignedDuration, Timestamp};

/// Microseconds of a week.
const WEEK_US: i64 = 7 * 24 * 3600 * 1_000_000;
/// 1970-01-01 was a Thursday; Mondays lie three days before it, modulo a week.
const MONDAY_US: i64 = 3 * 24 * 3600 * 1_000_000;

/// A private key is destroyed this long after its week: 30 days of delivery and 7 of reserve.
pub const DESTROY_AFTER: SignedDuration = SignedDuration::from_hours(24 * 37);

/// A week, from Monday 00:00 UTC to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week(i64);

impl Week {
    /// The week that holds `now`.
    ///
    /// # Errors
    /// [`Error::Input`] at the ends of the calendar.
    pub fn of(now: Timestamp) -> Result<Self> {
        Self((now.as_microsecond() + MONDAY_US).div_euclid(WEEK_US)).checked()
    }

    fn checked(self) -> Result<Self> {
        let sound = |n: i64| {
            Timestamp::from_microsecond(n.saturating_mul(WEEK_US).saturating_sub(MONDAY_US)).is_ok()
        };
        // Two months of reserve, so that `until` and `destroy_at` stay in the calendar.
        if sound(self.0) && sound(self.0 + 9) {
            Ok(self)
        } else {
            Err(Error::Input("week outside the calendar"))
        }
    }

    /// The week after.
    ///
    /// # Errors
    /// As [`Week::of`].
    pub fn next(self) -> Result<Self> {
        Self(self.0 + 1).checked()
    }

    /// Its first moment.
    pub fn from(self) -> Timestamp {
        Timestamp::from_microsecond(self.0 * WEEK_US - MONDAY_US).unwrap_or(Timestamp::MIN)
    }

    /// The first moment of the next week.
    pub fn until(self) -> Timestamp {
        Self(self.0 + 1).from()
    }

    /// When the private key is destroyed.
    pub fn destroy_at(self) -> Timestamp {
        self.until()
            .saturating_add(DESTROY_AFTER)
            .unwrap_or(Timestamp::MAX)
    }
}

/// A weekly encryption key pair.
#[derive(Debug, Clone)]
pub struct WeekKey {
    /// The key pair.
    pub pair: KemKeyPair,
    /// Its week.
    pub week: Week,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::{Chest, Secret, names};
    use crate::random::Counter;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn weeks_begin_on_monday() {
        for (now, from) in [
            ("2026-11-21T20:36:00Z", "2026-11-16T00:00:00Z"),
            ("2026-11-16T00:00:00Z", "2026-11-16T00:00:00Z"),
            ("2026-11-15T23:59:59.999999Z", "2026-11-09T00:00:00Z"),
            ("1969-12-31T00:00:00Z", "1969-12-29T00:00:00Z"),
        ] {
            assert_eq!(Week::of(at(now)).unwrap().from(), at(from), "{now}");
        }
        let week = Week::of(at("2026-11-21T00:00:00Z")).unwrap();
        assert_eq!(week.until(), at("2026-11-23T00:00:00Z"));
        assert_eq!(week.destroy_at(), at("2026-12-30T00:00:00Z"));
        assert!(Week::of(Timestamp::MAX).is_err() && Week::of(Timestamp::MIN).is_err());
    }

    #[test]
    fn keys_come_ahead_and_go_in_time() {
        let (mut chest, mut rng) = (Chest::default(), Counter(0));
        let now = at("2026-11-21T00:00:00Z");
        for week in chest.weeks_missing(now, 4).unwrap() {
            let key = WeekKey {
                pair: KemKeyPair::generate(&mut rng).unwrap(),
                week,
            };
            chest.put(&names::week(&key), Secret::Week(key));
        }
        assert_eq!(
            (
                chest.weeks().len(),
                chest.weeks_missing(now, 4).unwrap().len()
            ),
            (5, 0)
        );
        assert_eq!(
            chest
                .weeks_missing(at("2026-11-23T00:00:00Z"), 4)
                .unwrap()
                .len(),
            1
        );
        assert_eq!(chest.destroy_weeks(at("2026-12-29T23:59:59Z")), 0);
        assert_eq!(chest.destroy_weeks(at("2026-12-30T00:00:00Z")), 1);
        assert_eq!(chest.weeks().len(), 4);
    }
}
