//! How often one session or one address may ask: a token bucket for each, in a map that cannot grow without end.
//!
//! Not here: quotas of peers (office decides those) and lock-out after wrong passwords (office too).

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;

/// Buckets kept at most; beyond that the fullest (idle) ones are forgotten first.
pub const BUCKETS_MAX: usize = 10_000;

/// How fast a bucket fills and how much it holds.
#[derive(Clone, Copy, Debug)]
pub struct Rate {
    /// Requests at once.
    pub burst: u32,
    /// Requests a second in the long run.
    pub per_second: f64,
}

#[derive(Clone, Copy, Debug)]
struct Bucket {
    tokens: f64,
    at_ms: i64,
}

/// The buckets of one listener.
#[derive(Debug)]
pub struct Limiter {
    rate: Rate,
    buckets: Mutex<HashMap<String, Bucket>>,
}

impl Limiter {
    /// No bucket yet.
    #[must_use]
    pub fn new(rate: Rate) -> Self {
        Self {
            rate,
            buckets: Mutex::default(),
        }
    }

    /// Takes one token of `key`, or says after how many seconds there is one.
    ///
    /// # Errors
    /// The seconds to wait, at least 1.
    pub fn take(&self, key: &str, now: Timestamp) -> Result<(), u32> {
        let now_ms = now.as_millisecond();
        let full = f64::from(self.rate.burst);
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= BUCKETS_MAX && !buckets.contains_key(key) {
            self.forget(&mut buckets, now_ms);
        }
        let bucket = buckets.entry(key.to_owned()).or_insert(Bucket {
            tokens: full,
            at_ms: now_ms,
        });
        bucket.tokens = self.filled(*bucket, now_ms);
        bucket.at_ms = now_ms.max(bucket.at_ms);
        if bucket.tokens >= 1.0 {
            bucket.tokens -= 1.0;
            return Ok(());
        }
        let wait_s = ((1.0 - bucket.tokens) / self.rate.per_second).ceil();
        Err((wait_s as u32).max(1))
    }

    fn filled(&self, bucket: Bucket, now_ms: i64) -> f64 {
        let passed_s = (now_ms - bucket.at_ms).max(0) as f64 / 1000.0;
        (bucket.tokens + passed_s * self.rate.per_second).min(f64::from(self.rate.burst))
    }

    /// Full buckets say nothing; if none is full, the older half goes.
    fn forget(&self, buckets: &mut HashMap<String, Bucket>, now_ms: i64) {
        let full = f64::from(self.rate.burst);
        buckets.retain(|_, bucket| self.filled(*bucket, now_ms) < full);
        if buckets.len() >= BUCKETS_MAX {
            let mut ages: Vec<i64> = buckets.values().map(|bucket| bucket.at_ms).collect();
            ages.sort_unstable();
            let middle = ages.get(ages.len() / 2).copied().unwrap_or(now_ms);
            buckets.retain(|_, bucket| bucket.at_ms > middle);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(ms: i64) -> Timestamp {
        Timestamp::from_millisecond(1_700_000_000_000 + ms).unwrap()
    }

    #[test]
    fn a_bucket_empties_and_fills() {
        let limiter = Limiter::new(Rate {
            burst: 3,
            per_second: 0.5,
        });
        let table = [
            (0, Ok(())),
            (0, Ok(())),
            (0, Ok(())),
            (0, Err(2)),
            (1000, Err(1)),
            (2000, Ok(())),
            (2000, Err(2)),
            (60_000, Ok(())),
        ];
        for (n, (ms, expect)) in table.into_iter().enumerate() {
            assert_eq!(limiter.take("a", at(ms)), expect, "step {n}");
        }
        assert_eq!(
            limiter.take("b", at(0)),
            Ok(()),
            "another key has its own bucket"
        );
    }

    #[test]
    fn a_clock_that_goes_back_gives_nothing() {
        let limiter = Limiter::new(Rate {
            burst: 1,
            per_second: 1.0,
        });
        assert_eq!(limiter.take("a", at(5000)), Ok(()));
        assert!(limiter.take("a", at(0)).is_err());
        assert!(limiter.take("a", at(5500)).is_err());
        assert_eq!(limiter.take("a", at(6000)), Ok(()));
    }

    #[test]
    fn the_map_is_bounded() {
        let limiter = Limiter::new(Rate {
            burst: 2,
            per_second: 0.001,
        });
        for n in 0..(BUCKETS_MAX + 500) {
            let _ = limiter.take(&n.to_string(), at(n as i64));
        }
        assert!(limiter.buckets.lock().unwrap().len() <= BUCKETS_MAX);
    }
}
