//! The features of `src/weigh.rs`, in its order, and what it adds by hand.

use screen::index::Sums;

use super::logistic::Row;

/// Features, and the constant.
pub(crate) const WIDTH: usize = 25;
/// So many hundredths of a nat of doubt take one nat.
pub(crate) const DOUBT: f64 = 150.0;

/// What numbers and forms that tell organisations apart say, in nats.
pub(crate) fn told_apart(a: &Sums) -> f64 {
    let forms = if a.forms < 0 { 1.0 } else { 0.0 };
    -2.0 * f64::from((a.numbers_left + a.initials_left).min(2)) - 1.5 * forms
}

/// The features of two names laid side by side. Sums in nats.
pub(crate) fn features(a: &Sums) -> Row {
    let nats = |centinats: i32| f64::from(centinats) / 100.0;
    let met = nats(a.met);
    let asked_all = met + nats(a.slack) + nats(a.asked_rest);
    let listed_all = met + nats(a.listed_rest);
    let whole = a.asked_left == 0 && a.listed_left == 0;
    let share = |part: f64, all: f64| {
        if all > 0.0 {
            (part / all).clamp(0.0, 1.0)
        } else {
            0.0
        }
    };
    [
        met.min(30.0) / 10.0,
        nats(a.best).min(10.0) / 10.0,
        nats(a.slack).min(20.0) / 10.0,
        f64::from(a.asked_left.min(4)),
        nats(a.asked_rest).min(30.0) / 10.0,
        f64::from(a.listed_left.min(4)),
        nats(a.listed_rest).min(30.0) / 10.0,
        f64::from(a.asked_left.min(a.listed_left).min(3)),
        f64::from(u8::from(!a.in_order)),
        share(met, asked_all),
        share(met, listed_all),
        f64::from(a.initials.min(2)),
        f64::from(a.met_count.min(4)),
        f64::from(u8::from(a.met_count == 1)),
        f64::from(u8::from(a.met_count >= 3)),
        share(nats(a.slack), met + nats(a.slack)),
        f64::from(a.weak_left.min(3)),
        f64::from(u8::from(whole)),
        f64::from(u8::from(whole && a.slack == 0)),
        nats(a.worst).min(12.0) / 10.0,
        f64::from(a.initials_left.min(2)),
        f64::from(a.numbers_left.min(2)),
        f64::from(u8::from(a.forms > 0)),
        f64::from(u8::from(a.forms < 0)),
        1.0,
    ]
}
