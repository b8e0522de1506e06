//! Whether the clock of a node can be trusted, before anything is deleted because of it. A clock set forward would destroy what is
//! still needed; one set back would keep, and show, what has expired.
//!
//! Pure: the caller brings the last time that was trusted, what its clock says now, and, where it ran all the while, for how
//! long by a counter that nobody sets. It keeps the new trusted time ([`Look::trusted`]) only where the look was good: so an
//! alarm stands until the clock is right again, or until a person has confirmed the new time.

use jiff::{SignedDuration, Timestamp};

use crate::limits;

/// What the clock of a node looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// As it should.
    Good,
    /// It stands before the last time that was trusted, or has lost time while the node ran.
    Back {
        /// By so many seconds.
        by_s: i64,
    },
    /// It has gone further than the node ran, or than a node is switched off for without anybody saying so.
    Jump {
        /// By so many seconds.
        by_s: i64,
    },
}

/// Looks at the clock: `last` is the last time that was trusted (at first that of the ledger's last entry), `now` what the clock
/// says, `ran` how long the node ran since `last` by a counter that nobody sets; `None` after a start.
///
/// A running node may lose [`limits::CLOCK_SKEW_MAX_S`] and gain [`limits::CLOCK_STEP_MAX_S`]; one that was off may have been off
/// for [`limits::CLOCK_OFF_MAX_S`].
#[must_use]
pub fn look(last: Timestamp, now: Timestamp, ran: Option<SignedDuration>) -> Look {
    let passed_s = now.duration_since(last).as_secs();
    let (ran_s, ahead_max_s) = match ran {
        Some(ran) => (ran.as_secs().max(0), limits::CLOCK_STEP_MAX_S),
        None => (0, limits::CLOCK_OFF_MAX_S),
    };
    match passed_s.saturating_sub(ran_s) {
        off_s if off_s < -limits::CLOCK_SKEW_MAX_S => Look::Back {
            by_s: off_s.saturating_neg(),
        },
        off_s if off_s > ahead_max_s => Look::Jump { by_s: off_s },
        _ => Look::Good,
    }
}

impl Look {
    /// Whether what has expired by this clock may be deleted.
    #[must_use]
    pub const fn may_delete(self) -> bool {
        matches!(self, Look::Good)
    }

    /// The time that is trusted from now on: it never goes back, and follows the clock only where that looks good.
    #[must_use]
    pub fn trusted(self, last: Timestamp, now: Timestamp) -> Timestamp {
        match self {
            Look::Good => last.max(now),
            Look::Back { .. } | Look::Jump { .. } => last,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn last() -> Timestamp {
        "2026-03-02T09:00:00Z".parse().unwrap()
    }

    #[test]
    fn a_clock_that_goes_back_or_jumps_deletes_nothing() {
        const DAY_S: i64 = 24 * 3600;
        let cases: [(i64, Option<i64>, Look); 16] = [
            (0, None, Look::Good),
            (60, None, Look::Good),
            (-300, None, Look::Good),
            (-301, None, Look::Back { by_s: 301 }),
            (-365 * DAY_S, None, Look::Back { by_s: 365 * DAY_S }),
            (7 * DAY_S, None, Look::Good),
            (
                7 * DAY_S + 1,
                None,
                Look::Jump {
                    by_s: 7 * DAY_S + 1,
                },
            ),
            (40 * DAY_S, None, Look::Jump { by_s: 40 * DAY_S }),
            // A node that ran all the while knows better.
            (3600, Some(3600), Look::Good),
            (40 * DAY_S, Some(40 * DAY_S), Look::Good),
            (7200, Some(3600), Look::Good),
            (7201, Some(3600), Look::Jump { by_s: 3601 }),
            (DAY_S, Some(3600), Look::Jump { by_s: DAY_S - 3600 }),
            (0, Some(300), Look::Good),
            (0, Some(301), Look::Back { by_s: 301 }),
            (60, Some(-60), Look::Good),
        ];
        for (passed_s, ran_s, expect) in cases {
            let now = last() + SignedDuration::from_secs(passed_s);
            let found = look(last(), now, ran_s.map(SignedDuration::from_secs));
            assert_eq!(found, expect, "{passed_s} {ran_s:?}");
            assert_eq!(found.may_delete(), expect == Look::Good);
        }
    }

    #[test]
    fn the_trusted_time_stays_until_the_clock_is_right_again() {
        let jumped = last() + SignedDuration::from_hours(24 * 40);
        let first = look(last(), jumped, None);
        let kept = first.trusted(last(), jumped);
        assert_eq!(kept, last());
        // The next look, an hour later, alarms again, and so does every one after it.
        let later = jumped + SignedDuration::from_hours(1);
        assert!(!look(kept, later, None).may_delete());
        let right = last() + SignedDuration::from_hours(2);
        let look = look(kept, right, None);
        assert_eq!((look, look.trusted(kept, right)), (Look::Good, right));
        let little_back = last() - SignedDuration::from_secs(10);
        assert_eq!(Look::Good.trusted(last(), little_back), last());
    }
}
