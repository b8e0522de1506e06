//! Two names laid side by side: which part meets which, in any order, and what that says about the whole.
//!
//! A part that one side leaves out is no contradiction; parts that both sides have and that do not meet are.

use super::likeness::{LIKENESS_MIN, PartKind, likeness, osa};
use super::{Class, Part};

/// A part with its weight, 0 to 1: rare parts say more.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weighted<'p> {
    pub(crate) part: &'p Part,
    /// How much meeting or missing it counts.
    pub(crate) weight: f64,
}

impl<'p> Weighted<'p> {
    /// `rarity`: 0 where every record has the part, 1 where at most one has it.
    pub(crate) fn new(part: &'p Part, rarity: f64) -> Self {
        let weight = match part.class {
            Class::Particle => 0.08,
            Class::Weak => 0.15 + 0.2 * rarity,
            Class::Ordinary => 0.4 + 0.6 * rarity,
        };
        Weighted { part, weight }
    }
}

/// Parts that met: `asked` and `listed` are positions and counts (two where a name is written apart).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Pair {
    pub(crate) asked: (usize, usize),
    pub(crate) listed: (usize, usize),
    pub(crate) kind: PartKind,
    pub(crate) score: f64,
}

/// The result of laying two names side by side.
#[derive(Clone, Debug)]
pub(crate) struct Aligned {
    /// 0 to 1; 1 only where every part met exactly and in order.
    pub(crate) score: f64,
    /// Parts that met, in the order of the query.
    pub(crate) pairs: Vec<Pair>,
    /// Whether parts are left over on both sides.
    pub(crate) contradicted: bool,
}

/// Lays the two names side by side.
pub(crate) fn align(asked: &[Weighted<'_>], listed: &[Weighted<'_>]) -> Aligned {
    let mut candidates = singles(asked, listed);
    candidates.extend(joins(asked, listed, false));
    candidates.extend(joins(listed, asked, true));
    candidates.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then(distance(a).cmp(&distance(b)))
    });
    let mut asked_free = vec![true; asked.len()];
    let mut listed_free = vec![true; listed.len()];
    let mut pairs = Vec::new();
    for pair in candidates {
        if is_free(&asked_free, pair.asked) && is_free(&listed_free, pair.listed) {
            take(&mut asked_free, pair.asked);
            take(&mut listed_free, pair.listed);
            pairs.push(pair);
        }
    }
    pairs.sort_by_key(|pair| pair.asked);
    let sums = Sums::of(asked, listed, &pairs, (&asked_free, &listed_free));
    let in_order = pairs.is_sorted_by_key(|pair| pair.listed);
    let score = sums.score(if in_order { 1.0 } else { 0.985 });
    Aligned {
        score,
        pairs,
        contradicted: sums.asked_left > 0 && sums.listed_left > 0,
    }
}

fn distance(pair: &Pair) -> usize {
    pair.asked.0.abs_diff(pair.listed.0)
}

fn is_free(free: &[bool], (from, count): (usize, usize)) -> bool {
    free.iter().skip(from).take(count).all(|f| *f)
}

fn take(free: &mut [bool], (from, count): (usize, usize)) {
    free.iter_mut()
        .skip(from)
        .take(count)
        .for_each(|f| *f = false);
}

fn singles(asked: &[Weighted<'_>], listed: &[Weighted<'_>]) -> Vec<Pair> {
    let mut found = Vec::new();
    for (i, a) in asked.iter().enumerate() {
        for (j, b) in listed.iter().enumerate() {
            if let Some((kind, score)) = likeness(a.part, b.part) {
                found.push(Pair {
                    asked: (i, 1),
                    listed: (j, 1),
                    kind,
                    score,
                });
            }
        }
    }
    found
}

/// Two neighbours of `apart` written as one in `whole`; `turned` where `apart` is the list's name.
fn joins(apart: &[Weighted<'_>], whole: &[Weighted<'_>], turned: bool) -> Vec<Pair> {
    let mut found = Vec::new();
    for (i, two) in apart.windows(2).enumerate() {
        let (Some(a), Some(b)) = (two.first(), two.last()) else {
            continue;
        };
        let length = a.part.text.len() + b.part.text.len();
        for (j, one) in whole.iter().enumerate() {
            let same_script = one.part.script == a.part.script && one.part.script == b.part.script;
            if !same_script || one.part.text.len().abs_diff(length) > 3 || length < 5 {
                continue;
            }
            let score = joined(a.part, b.part, one.part);
            if score >= LIKENESS_MIN {
                let (apart, whole) = ((i, 2), (j, 1));
                let (asked, listed) = if turned {
                    (whole, apart)
                } else {
                    (apart, whole)
                };
                found.push(Pair {
                    asked,
                    listed,
                    kind: PartKind::Joined,
                    score,
                });
            }
        }
    }
    found
}

/// How alike two parts written as one are to `whole`. Cheap tests first: most pairs fall out at the first letter.
fn joined(a: &Part, b: &Part, whole: &Part) -> f64 {
    let apart: Vec<char> = a.text.chars().chain(b.text.chars()).collect();
    let together: Vec<char> = whole.text.chars().collect();
    if apart == together {
        return 0.97;
    }
    let sounds = (a.skeleton.len() + b.skeleton.len()).abs_diff(whole.skeleton.len()) <= 1;
    if apart.first() != together.first() || !sounds {
        return 0.0;
    }
    if apart.len() >= 7 && osa(&apart, &together) == 1 {
        return 0.88;
    }
    let part = Part::new(&apart.iter().collect::<String>());
    let alike = part.skeleton == whole.skeleton && part.skeleton.len() >= 3;
    if alike { 0.9 } else { 0.0 }
}

/// What met and what is left over, weighed.
struct Sums {
    met: f64,
    met_weight: f64,
    asked_rest: f64,
    listed_rest: f64,
    /// Ordinary parts that met, and those left over on each side.
    ordinary_met: usize,
    asked_left: usize,
    listed_left: usize,
}

impl Sums {
    fn of(
        asked: &[Weighted<'_>],
        listed: &[Weighted<'_>],
        pairs: &[Pair],
        free: (&[bool], &[bool]),
    ) -> Sums {
        let (mut met, mut met_weight, mut ordinary_met) = (0.0, 0.0, 0);
        for pair in pairs {
            // The list's part decides the weight: a misspelt common name is still common.
            let span = |of: &[Weighted<'_>], (from, count): (usize, usize)| {
                of.iter()
                    .skip(from)
                    .take(count)
                    .map(|w| w.weight)
                    .sum::<f64>()
            };
            let weight = span(listed, pair.listed).min(span(asked, pair.asked).max(0.4));
            met += weight * pair.score;
            met_weight += weight;
            let parts = listed.iter().skip(pair.listed.0).take(pair.listed.1);
            ordinary_met += parts
                .filter(|w| w.part.class == Class::Ordinary && pair.kind != PartKind::Initial)
                .count();
        }
        let rest = |of: &[Weighted<'_>], free: &[bool]| {
            let left = of
                .iter()
                .zip(free)
                .filter(|(_, free)| **free)
                .map(|(w, _)| w);
            let ordinary = left
                .clone()
                .filter(|w| w.part.class == Class::Ordinary)
                .count();
            (left.map(|w| w.weight).sum::<f64>(), ordinary)
        };
        let ((asked_rest, asked_left), (listed_rest, listed_left)) =
            (rest(asked, free.0), rest(listed, free.1));
        Sums {
            met,
            met_weight,
            asked_rest,
            listed_rest,
            ordinary_met,
            asked_left,
            listed_left,
        }
    }

    fn score(&self, order: f64) -> f64 {
        if self.met_weight <= 0.0 {
            return 0.0;
        }
        let share = |rest: f64| rest / (rest + self.met_weight);
        let (asked, listed) = (share(self.asked_rest), share(self.listed_rest));
        let (contradiction, omission) = (asked.min(listed), asked.max(listed) - asked.min(listed));
        // One part of several is thin evidence, however rare it is.
        let thin = self.ordinary_met <= 1 && self.asked_left + self.listed_left > 0;
        let evidence = if thin { 0.8 } else { 1.0 };
        let quality = self.met / self.met_weight;
        (quality * order * evidence * (1.0 - 0.95 * contradiction) * (1.0 - 0.3 * omission))
            .clamp(0.0, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::parts;

    fn score(a: &str, b: &str) -> f64 {
        let (a, b) = (parts(a), parts(b));
        let weigh = |parts: &'static [Part]| -> Vec<Weighted<'static>> {
            parts.iter().map(|p| Weighted::new(p, 1.0)).collect()
        };
        align(&weigh(a.leak()), &weigh(b.leak())).score
    }

    #[test]
    fn names_rank_as_a_person_would_rank_them() {
        // Each name is nearer to the first than the one after it.
        for ladder in [
            [
                "ERIC BADEGE",
                "BADEGE ERIC",
                "ERIC BADEGGE",
                "BADEGE",
                "ERIC MUKAMA",
            ],
            [
                "ABD AL-RAHMAN AL-ZAHRANI",
                "Abdulrahman Zahrani",
                "Abdulrahman Zahrany",
                "Abdulrahman",
                "Abdulrahman Wardak",
            ],
            [
                "QASEM SOLEIMANI",
                "Ghasem Soleymani",
                "Qasim Sulaymani",
                "Soleimani",
                "Reza Soleimani",
            ],
        ] {
            let scores: Vec<f64> = ladder.iter().map(|name| score(ladder[0], name)).collect();
            assert_eq!(scores[0], 1.0, "{ladder:?}");
            assert!(scores.is_sorted_by(|a, b| a >= b), "{ladder:?} {scores:?}");
            assert!(scores[2] > 0.8 && scores[4] < 0.6, "{ladder:?} {scores:?}");
        }
    }

    #[test]
    fn scripts_and_words_meet() {
        for (a, b, least) in [
            ("Muhammad Omar", "محمد عمر", 0.85),
            ("Abd al-Rahman", "عبدالرحمن", 0.85),
            ("Vladimir Shevchenko", "Владимир Шевченко", 0.9),
            ("Nur Allah", "Nurallah", 0.9),
            ("Abdullah Khan", "Abd Allah Khan", 0.9),
            ("金铁三", "金铁三", 1.0),
        ] {
            assert!(score(a, b) >= least, "{a} {b} {}", score(a, b));
        }
        assert!(score("", "abc") == 0.0 && score("abc", "") == 0.0);
    }
}
