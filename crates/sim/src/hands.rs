//! The hands of a town's clock.

use std::sync::Mutex;

use jiff::{SignedDuration, Timestamp};
use office::Clock;

/// A clock that moves when it is told to, and the counter that moves with it.
#[derive(Debug)]
pub struct Hands(Mutex<(Timestamp, SignedDuration)>);

impl Clock for Hands {
    fn now(&self) -> Timestamp {
        self.0
            .lock()
            .map(|hands| hands.0)
            .unwrap_or(Timestamp::UNIX_EPOCH)
    }

    fn ran(&self) -> SignedDuration {
        self.0.lock().map(|hands| hands.1).unwrap_or_default()
    }
}

impl Hands {
    /// Standing at a time.
    pub(crate) fn at(start: Timestamp) -> Self {
        Self(Mutex::new((start, SignedDuration::ZERO)))
    }

    /// Time passes.
    pub(crate) fn pass(&self, time: SignedDuration) {
        if let Ok(mut hands) = self.0.lock() {
            hands.0 += time;
            hands.1 += time;
        }
    }

    /// Somebody sets it: no time passes.
    pub(crate) fn set(&self, by: SignedDuration) {
        if let Ok(mut hands) = self.0.lock() {
            hands.0 += by;
        }
    }
}
