//! Time of this thread's processor, and how figures are shown.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// Processor time this thread has used: other work on the machine is not in it.
fn processor() -> Duration {
    let now = clock_gettime(ClockId::ThreadCPUTime);
    let seconds = u64::try_from(now.tv_sec).unwrap_or_default();
    let nanos = u32::try_from(now.tv_nsec).unwrap_or_default();
    Duration::new(seconds, nanos)
}

/// What a piece of work gives, and the processor seconds it took.
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let before = processor();
    let done = work();
    (done, (processor() - before).as_secs_f64())
}

/// The value that this share of the values do not exceed; the values are put in order.
pub(crate) fn quantile(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let place = (values.len() as f64 * share) as usize;
    let last = values.len().saturating_sub(1);
    values.get(place.min(last)).copied().unwrap_or_default()
}

/// A row of the table.
pub(crate) fn figure(name: &str, value: impl std::fmt::Display) {
    println!("| {name} | {value} |");
}
