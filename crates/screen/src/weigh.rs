//! What a comparison is worth: from what was found to a score between 0 and 1.
//!
//! The weights were learned by `examples/tune.rs` (a logistic regression over the shared development data) and are in
//! the tables below, but for what weak parts on one side say, which was learned as something absurd and set by hand. What else is
//! set by hand are the functions [`listed_by_hand`] and [`pair_by_hand`]. A score is meant as a probability: of the records shown with 0.8 about
//! four in five are who was asked for, where half of those asked for are listed.

use crate::dates::{self, Agreement, Day, Precision, Span};
use crate::index::FeatureKind;
use crate::index::facts::{Facts, Sex};
use crate::names::align::{Aligned, Sums};

/// All that a name can give: beyond it other things must support it.
pub const NAME_TOP: f64 = 0.925;
/// No answer is certain.
const TOP: f64 = 0.99999;
/// What a name is taken for where only a number was met.
const BY_NUMBER: f64 = 0.01;

/// What is learned about how names meet. One number each, of the same order of size, so that weights can be compared.
pub const FEATURES: usize = 24;

/// The features of two names laid side by side. Sums in nats.
pub fn features(a: &Sums) -> [f64; FEATURES] {
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
    ]
}

/// Learned weights; the last is the constant.
type Weights = [f64; FEATURES + 1];
/// Of a name on a list beside the name of somebody who probably is not on it.
const LISTED: Weights = [
    5.309, -0.437, 0.839, -0.753, -1.137, 0.001, -0.932, 0.964, -1.744, 3.277, 0.792, 0.100,
    -0.056, 0.770, 0.580, -1.230, -0.050, 0.133, 1.212, 2.029, -1.623, -0.055, 0.000, 0.000,
    -7.810,
];
/// So many hundredths of a nat of doubt take one nat.
const DOUBT: f64 = 150.0;
/// Of two names by themselves.
const PAIR: Weights = [
    -0.098, -0.897, 3.716, 0.087, -0.057, 0.050, 0.039, -1.975, -0.603, 3.910, 2.068, -0.496,
    -0.011, 1.056, -0.827, 0.392, 0.261, 0.156, 0.332, -2.186, -1.907, 2.607, 0.000, 0.000, -1.409,
];
/// The same, of organisations and things.
const PAIR_OTHER: Weights = [
    0.317, -0.088, 0.496, -0.144, -0.039, -0.143, 0.147, -0.690, 0.000, -0.015, 0.164, 0.293,
    -0.135, -0.327, -0.019, 0.586, -1.003, 1.127, 0.648, 0.273, -0.647, -0.826, -0.036, -1.066,
    1.041,
];

/// How well the names meet, 0 to [`NAME_TOP`].
pub(crate) fn name_score(a: &Aligned) -> f64 {
    if a.pairs.is_empty() {
        return 0.0;
    }
    NAME_TOP * logistic(sum(&a.sums, &LISTED) + listed_by_hand(&a.sums))
}

/// What was set by hand about a listed name beside an asked one, in nats.
pub fn listed_by_hand(sums: &Sums) -> f64 {
    told_apart(sums.numbers_left, sums.forms) + other_part(sums) - f64::from(sums.doubt) / DOUBT
}

/// What was set by hand about two names by themselves, in nats.
pub fn pair_by_hand(sums: &Sums, organisation: bool) -> f64 {
    if organisation {
        told_apart(sums.numbers_left + sums.initials_left, sums.forms)
    } else {
        between(sums)
    }
}

/// What it says, in nats, that each name has a part which the other has not: brothers and sisters share all the rest. It is no learned
/// number: the innocents it could be learned from are nobody's family.
fn other_part(sums: &Sums) -> f64 {
    if sums.asked_left > 0 && sums.listed_left > 0 {
        -1.5
    } else {
        0.0
    }
}

/// Numbers and single letters tell organisations and ships apart ("Fund I", "Victory 3"), and so do forms of another kind: what that
/// says, in nats. It is no learned number: there are too few labelled names to learn it from.
fn told_apart(numbers: u32, forms: i32) -> f64 {
    let forms = if forms < 0 { 1.0 } else { 0.0 };
    -2.0 * f64::from(numbers.min(2)) - 1.5 * forms
}

/// What it says, in nats, that names met between two scripts. Letters are fewer there and ways more, so that something always meets:
/// less than three tenths of what the parts could say is chance. And not every spelling is known there: where parts met well, one that
/// is left over speaks less against it than in one script. Set by hand on full names in Hangul and Hebrew letters.
fn between(sums: &Sums) -> f64 {
    let all = sums.met + sums.slack;
    if sums.doubt == 0 {
        0.0
    } else if sums.met * 10 < all * 3 {
        -2.0
    } else if sums.met * 2 >= all && sums.asked_left + sums.listed_left > 0 {
        1.0
    } else {
        0.0
    }
}

fn sum(sums: &Sums, weights: &Weights) -> f64 {
    let found = features(sums).into_iter().chain([1.0]);
    found
        .zip(weights)
        .map(|(feature, weight)| feature * weight)
        .sum()
}

/// How likely two names by themselves are one's.
pub(crate) fn pair_score(a: &Aligned, organisation: bool) -> f64 {
    if a.pairs.is_empty() {
        return 0.0;
    }
    let weights = if organisation { &PAIR_OTHER } else { &PAIR };
    logistic(sum(&a.sums, weights) + pair_by_hand(&a.sums, organisation))
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

fn odds(p: f64) -> f64 {
    let p = p.clamp(1e-6, 1.0 - 1e-6);
    (p / (1.0 - p)).ln()
}

/// Name and all else together. Each feature speaks for (positive) or against (negative), in nats.
pub(crate) fn score(name: f64, number: bool, features: impl IntoIterator<Item = f64>) -> f64 {
    let mut features = features.into_iter().peekable();
    if features.peek().is_none() && !number {
        return name;
    }
    // A number by itself is worth a look; together with a name that is anything like it, more.
    let (name, number) = if number {
        (name.max(BY_NUMBER), nats(FeatureKind::Document))
    } else {
        (name, 0.0)
    };
    TOP * logistic(odds(name) + number + features.sum::<f64>())
}

/// What a feature says, in nats.
pub(crate) fn nats(kind: FeatureKind) -> f64 {
    match kind {
        FeatureKind::Document => 6.0,
        FeatureKind::BirthDay => 4.0,
        FeatureKind::BirthMonth => 2.5,
        FeatureKind::BirthYear => 1.6,
        FeatureKind::BirthDaySwapped => 1.4,
        FeatureKind::BirthWithin => 1.0,
        FeatureKind::BirthDayOther => -0.3,
        FeatureKind::BirthYearOther => -1.5,
        FeatureKind::Country => 0.5,
        FeatureKind::CountryOther => -0.3,
        FeatureKind::Sex => 0.05,
        FeatureKind::SexOther => -1.2,
    }
}

/// What the facts of both say: the kind, what it says in nats, and which of both met.
pub(crate) fn facts(asked: &Facts, listed: &Facts, found: &mut Vec<(FeatureKind, f64)>) {
    found.clear();
    let births = asked
        .births
        .iter()
        .flat_map(|a| listed.births.iter().map(|b| birth(*a, *b)));
    found.extend(births.max_by(|a, b| a.1.total_cmp(&b.1)));
    if !asked.countries.is_empty() && !listed.countries.is_empty() {
        let same = asked.countries.iter().any(|c| listed.countries.contains(c));
        let kind = if same {
            FeatureKind::Country
        } else {
            FeatureKind::CountryOther
        };
        found.push((kind, nats(kind)));
    }
    if let (Some(a), Some(b)) = (asked.sex, listed.sex) {
        let kind = sex(a, b);
        found.push((kind, nats(kind)));
    }
}

pub(crate) fn sex(a: Sex, b: Sex) -> FeatureKind {
    if a == b {
        FeatureKind::Sex
    } else {
        FeatureKind::SexOther
    }
}

/// What two birth dates say about each other.
pub(crate) fn birth(a: Span, b: Span) -> (FeatureKind, f64) {
    let agreement = dates::compare(a, b);
    let first = is_first_january(a) || is_first_january(b);
    // The first of January stands for "some day of that year" in many registers.
    let kind = match agreement {
        Agreement::SameDay => FeatureKind::BirthDay,
        Agreement::OtherDay | Agreement::Swapped if first => FeatureKind::BirthYear,
        Agreement::SameMonth => FeatureKind::BirthMonth,
        Agreement::SameYear => FeatureKind::BirthYear,
        Agreement::Swapped => FeatureKind::BirthDaySwapped,
        Agreement::Within => FeatureKind::BirthWithin,
        Agreement::OtherDay => FeatureKind::BirthDayOther,
        Agreement::Apart(_) => FeatureKind::BirthYearOther,
    };
    let says = match agreement {
        Agreement::SameDay if first => 2.4,
        Agreement::Apart(0 | 1) => -0.3,
        Agreement::Apart(2) => -0.6,
        Agreement::Apart(3..=9) => -1.1,
        _ => nats(kind),
    };
    (kind, says)
}

fn is_first_january(span: Span) -> bool {
    let first = Day {
        month: 1,
        day: 1,
        ..span.from
    };
    span.precision == Precision::Day && span.from == first
}
