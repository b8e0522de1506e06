//! When something that did not arrive is tried again: full jitter, anything between nothing and the doubled pause, up to the cap
//! (exchange study 2.6). Any contact with the other side begins anew.

use jiff::SignedDuration;

use crate::limits::RETRY_CAP_S;

/// Pause at least, so that two nodes never spin.
const FLOOR_MS: i64 = 100;

/// The pause after so many tries. `throw` is random; `asked_s` is the pause that the other side asked for, in seconds.
#[must_use]
pub fn pause(times: u32, throw: u64, asked_s: Option<u32>) -> SignedDuration {
    let doubled = 1_i64.checked_shl(times.min(20)).unwrap_or(RETRY_CAP_S);
    let ceiling_ms = doubled.min(RETRY_CAP_S) * 1000;
    let jitter = throw % ceiling_ms.unsigned_abs().max(1);
    let floor = asked_s.map_or(FLOOR_MS, |s| i64::from(s).min(RETRY_CAP_S) * 1000);
    SignedDuration::from_millis(i64::try_from(jitter).unwrap_or(ceiling_ms).max(floor))
}

#[cfg(test)]
mod tests {
    use super::pause;
    use crate::limits::RETRY_CAP_S;

    #[test]
    fn pauses_double_up_to_the_cap() {
        for (times, most_s) in [
            (0, 1),
            (1, 2),
            (5, 32),
            (9, 512),
            (10, 900),
            (4_000_000, 900),
        ] {
            for throw in [0, 1, 999, u64::MAX, u64::MAX / 2] {
                let pause = pause(times, throw, None);
                assert!(
                    pause.as_millis() >= 100 && pause.as_secs() <= most_s,
                    "{times} {throw}"
                );
            }
        }
        assert_eq!(pause(3, 0, Some(30)).as_secs(), 30);
        assert_eq!(pause(3, 0, Some(u32::MAX)).as_secs(), RETRY_CAP_S);
    }
}
