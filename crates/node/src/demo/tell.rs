//! Telling the steps of the walk. A line is an acknowledgement: it is written once its step is on disk, and flushed before the
//! next begins.

use std::io::Write as _;
use std::time::Instant;

/// Tells the steps as they are taken.
#[derive(Debug)]
pub(crate) struct Teller {
    began: Instant,
    last: Instant,
    count: usize,
}

impl Teller {
    /// From now on.
    pub(crate) fn new() -> Self {
        let now = Instant::now();
        Self {
            began: now,
            last: now,
            count: 0,
        }
    }

    /// A step was taken, in a State.
    pub(crate) fn step(&mut self, state: &str, what: &str) {
        self.count += 1;
        let took = self.last.elapsed().as_secs_f64() * 1000.0;
        self.last = Instant::now();
        say(&format!(
            "{:>2}  {state:<5}  {what:<92} {took:>8.1} ms",
            self.count
        ));
    }

    /// All steps were taken.
    pub(crate) fn end(&self) {
        say(&format!(
            "    the walk is done: {} steps in {:.1} s",
            self.count,
            self.began.elapsed().as_secs_f64()
        ));
    }
}

/// Whoever reads our output may go away early, as `head` does: what was done is done.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

impl Default for Teller {
    fn default() -> Self {
        Self::new()
    }
}
