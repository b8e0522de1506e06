//! Two names laid side by side: which part meets which, in any order, and what is left over on each side.
//!
//! A part that one side leaves out is no contradiction; parts that both sides have and that do not meet are. What all of it is
//! worth is decided in [`crate::weigh`]: here is only what was found.

use serde::{Deserialize, Serialize};

use super::Class;
use super::evidence::{LEAST, SPELLING, Word, doubt, edits, letters};
use super::likeness::PartKind;
use super::{channel, forms};

/// Parts that met: `asked` and `listed` are the first place and how many (more than one where a name is written apart).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Pair {
    pub(crate) asked: (usize, usize),
    pub(crate) listed: (usize, usize),
    pub(crate) kind: PartKind,
    /// How much it says, in hundredths of a nat.
    pub(crate) evidence: i32,
}

/// What was found when two names were laid side by side.
#[derive(Clone, Debug, Default)]
pub(crate) struct Aligned {
    /// Parts that met, in the order of the query.
    pub(crate) pairs: Vec<Pair>,
    pub(crate) sums: Sums,
}

/// What was found when two names were laid side by side, counted. Sums are in hundredths of a nat.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sums {
    /// What the parts that met say together.
    pub met: i32,
    /// The most that one part says.
    pub best: i32,
    /// What is lacking to all of them having met letter by letter.
    pub slack: i32,
    /// Parts of weight that met; initials are not counted.
    pub met_count: u32,
    /// Initials that met.
    pub initials: u32,
    /// Parts of weight left over in the query.
    pub asked_left: u32,
    /// How rare they are, together.
    pub asked_rest: i32,
    /// Parts of weight left over in the list's name.
    pub listed_left: u32,
    /// How rare they are, together.
    pub listed_rest: i32,
    /// Whether the parts met in the same order.
    pub in_order: bool,
    /// The most that one part lacks to have met letter by letter.
    pub worst: i32,
    /// Initials left over on both sides, or on one side only.
    pub initials_left: u32,
    /// Parts with digits left over on either side.
    pub numbers_left: u32,
    /// Forms of organisations: 1 where one is on both sides, -1 where they are of different kinds, else 0.
    pub forms: i32,
    /// What is in doubt because parts met between scripts.
    pub doubt: i32,
    /// Weak parts (titles, kinship, kinds of organisation) on one side only.
    pub weak_left: u32,
}

impl Aligned {
    /// Whether parts of weight are left over on both sides.
    pub(crate) fn contradicted(&self) -> bool {
        self.sums.asked_left > 0 && self.sums.listed_left > 0
    }
}

/// Lays two names side by side. `meets` says how two parts meet, by their places.
pub(crate) fn align(
    asked: &[Word<'_>],
    listed: &[Word<'_>],
    meets: &mut dyn FnMut(usize, usize) -> Option<(PartKind, i32)>,
) -> Aligned {
    let mut found = Vec::with_capacity(8);
    for at in 0..asked.len() {
        for beside in 0..listed.len() {
            if let Some((kind, evidence)) = meets(at, beside) {
                found.push(Pair {
                    asked: (at, 1),
                    listed: (beside, 1),
                    kind,
                    evidence,
                });
            }
        }
    }
    let mut chosen = choose(&mut found, asked.len(), listed.len());
    if chosen.left_open(asked, listed) {
        let before = found.len();
        joins(asked, listed, &chosen, &mut found, false);
        joins(listed, asked, &chosen, &mut found, true);
        if found.len() > before {
            chosen = choose(&mut found, asked.len(), listed.len());
        }
    }
    chosen.sum(asked, listed)
}

struct Chosen {
    pairs: Vec<Pair>,
    asked_taken: u64,
    listed_taken: u64,
}

fn bits((from, count): (usize, usize)) -> u64 {
    ((1_u64 << count.min(63)) - 1) << from.min(63)
}

/// The pairs that say most first; each part meets once.
fn choose(found: &mut [Pair], asked: usize, listed: usize) -> Chosen {
    let far = |p: &Pair| (p.asked.0 * listed.max(1)).abs_diff(p.listed.0 * asked.max(1));
    found.sort_unstable_by(|a, b| {
        b.evidence
            .cmp(&a.evidence)
            .then_with(|| far(a).cmp(&far(b)))
            .then_with(|| (a.asked, a.listed).cmp(&(b.asked, b.listed)))
    });
    let mut chosen = Chosen {
        pairs: Vec::with_capacity(asked.min(listed)),
        asked_taken: 0,
        listed_taken: 0,
    };
    for pair in found.iter() {
        let (a, b) = (bits(pair.asked), bits(pair.listed));
        if chosen.asked_taken & a == 0 && chosen.listed_taken & b == 0 {
            chosen.asked_taken |= a;
            chosen.listed_taken |= b;
            chosen.pairs.push(*pair);
        }
    }
    chosen.pairs.sort_unstable_by_key(|pair| pair.asked);
    chosen
}

impl Chosen {
    fn left_open(&self, asked: &[Word<'_>], listed: &[Word<'_>]) -> bool {
        let open = |words: &[Word<'_>], taken: u64| {
            (0..words.len()).any(|at| {
                taken & bits((at, 1)) == 0
                    && words
                        .get(at)
                        .is_some_and(|w| matches!(w.class, Class::Ordinary | Class::Weak))
            })
        };
        open(asked, self.asked_taken) || open(listed, self.listed_taken)
    }

    fn sum(self, asked: &[Word<'_>], listed: &[Word<'_>]) -> Aligned {
        let mut sum = Sums {
            in_order: self.pairs.is_sorted_by_key(|pair| pair.listed.0),
            ..Sums::default()
        };
        // "Abdul" alone is all there is.
        let nothing_else = [asked, listed]
            .iter()
            .any(|side| side.iter().all(|w| w.class != Class::Ordinary));
        for pair in &self.pairs {
            let words = asked.iter().skip(pair.asked.0).take(pair.asked.1);
            let weighty = nothing_else || words.clone().any(|w| w.class == Class::Ordinary);
            let most: i32 = words.map(|w| i32::from(w.surprise)).sum();
            if let (Some(a), Some(b)) = (asked.get(pair.asked.0), listed.get(pair.listed.0)) {
                sum.doubt += doubt(a.script, b.script);
            }
            if pair.kind == PartKind::Initial {
                sum.initials += 1;
            } else if weighty {
                sum.met_count += 1;
            }
            if weighty {
                sum.met += pair.evidence;
                sum.best = sum.best.max(pair.evidence);
                let lacks = (most - pair.evidence).max(0);
                sum.slack += lacks;
                if pair.kind != PartKind::Initial {
                    sum.worst = sum.worst.max(lacks);
                }
            } else {
                sum.met += pair.evidence / 4;
            }
        }
        let asked_rest = Rest::of(asked, self.asked_taken);
        let listed_rest = Rest::of(listed, self.listed_taken);
        (sum.asked_left, sum.asked_rest) = (asked_rest.count, asked_rest.surprise);
        (sum.listed_left, sum.listed_rest) = (listed_rest.count, listed_rest.surprise);
        sum.weak_left = asked_rest.weak + listed_rest.weak;
        sum.initials_left = asked_rest.initials + listed_rest.initials;
        sum.numbers_left = asked_rest.numbers + listed_rest.numbers;
        sum.forms = forms::compare(&forms_in(asked), &forms_in(listed));
        Aligned {
            pairs: self.pairs,
            sums: sum,
        }
    }
}

fn forms_in<'w>(words: &[Word<'w>]) -> Vec<&'w str> {
    let forms = words.iter().filter(|w| w.class == Class::Form);
    forms.map(Word::text).collect()
}

/// What is left over on one side.
#[derive(Default)]
struct Rest {
    count: u32,
    surprise: i32,
    weak: u32,
    initials: u32,
    numbers: u32,
}

impl Rest {
    fn of(words: &[Word<'_>], taken: u64) -> Rest {
        let mut rest = Rest::default();
        let is_taken = |at: usize| taken & bits((at, 1)) != 0;
        for (at, word) in words.iter().enumerate().filter(|(at, _)| !is_taken(*at)) {
            // Said twice is said once.
            let again = words
                .iter()
                .enumerate()
                .any(|(other, w)| w.text == word.text && is_taken(other) && other != at);
            match word.class {
                _ if again => {}
                Class::Ordinary if word.is_initial() => rest.initials += 1,
                Class::Ordinary if word.has_digit() => rest.numbers += 1,
                Class::Ordinary => {
                    rest.count += 1;
                    rest.surprise += i32::from(word.surprise);
                }
                Class::Weak => rest.weak += 1,
                Class::Particle | Class::Form => {}
            }
        }
        rest
    }
}

/// Longest run of parts that another spelling writes as one.
const JOINED_MAX: usize = 3;

/// Neighbours of `apart` written as one part of `whole`; `turned` where `apart` is the list's name.
fn joins(
    apart: &[Word<'_>],
    whole: &[Word<'_>],
    chosen: &Chosen,
    found: &mut Vec<Pair>,
    turned: bool,
) {
    let (apart_taken, whole_taken) = if turned {
        (chosen.listed_taken, chosen.asked_taken)
    } else {
        (chosen.asked_taken, chosen.listed_taken)
    };
    for (at, one) in whole
        .iter()
        .enumerate()
        .filter(|(_, w)| w.class == Class::Ordinary)
    {
        let open = whole_taken & bits((at, 1)) == 0;
        if open && (2..=4).contains(&one.codes.len()) {
            initials(apart, apart_taken, (at, one), found, turned);
        }
        if one.codes.len() < 4 {
            continue;
        }
        for from in 0..apart.len() {
            let mut codes = [0_u8; channel::CODES_MAX];
            let (mut length, mut alone, mut surprise, mut open) =
                (0, 0_u32, 0_u32, whole_taken & bits((at, 1)) == 0);
            for (count, word) in apart.iter().skip(from).take(JOINED_MAX).enumerate() {
                let Some(room) = codes.get_mut(length..length + word.codes.len()) else {
                    break;
                };
                room.copy_from_slice(word.codes);
                length += word.codes.len();
                alone += u32::from(word.alone);
                surprise += u32::from(word.surprise);
                open |= apart_taken & bits((from + count, 1)) == 0;
                if count == 0 || !open || length.abs_diff(one.codes.len()) > 4 {
                    continue;
                }
                let Some(codes) = codes.get(..length) else {
                    break;
                };
                let script = apart.get(from).map_or(one.script, |w| w.script);
                // In one script the same letters, all but two or three.
                let other = |codes| {
                    (letters(codes) ^ letters(one.codes)).count_ones() > 3
                        || edits(codes, one.codes) > 3
                };
                if script == one.script && other(codes) {
                    continue;
                }
                let cost = alone.min(surprise.max(800)) + u32::from(one.alone);
                let limit = cost.saturating_sub(LEAST.unsigned_abs() * 2);
                let together =
                    channel::together_cost((script, codes), (one.script, one.codes), limit);
                if together >= limit {
                    continue;
                }
                let evidence = i32::try_from(cost - together).unwrap_or(0);
                let evidence = evidence
                    .min(i32::from(one.surprise))
                    .min(i32::from(one.sound) + SPELLING)
                    - 30;
                let (run, single) = ((from, count + 1), (at, 1));
                let (asked, listed) = if turned { (single, run) } else { (run, single) };
                found.push(Pair {
                    asked,
                    listed,
                    kind: PartKind::Joined,
                    evidence,
                });
            }
        }
    }
}

/// Neighbours of `apart` of which `one` is the initials: "JC" for "Jean Claude".
fn initials(
    apart: &[Word<'_>],
    taken: u64,
    (at, one): (usize, &Word<'_>),
    found: &mut Vec<Pair>,
    turned: bool,
) {
    let count = one.codes.len();
    for (from, run) in apart.windows(count).enumerate() {
        let same = run
            .iter()
            .zip(one.codes)
            .all(|(word, letter)| word.codes.first() == Some(letter) && word.codes.len() > 1);
        if same && taken & bits((from, count)) == 0 {
            let (run, single) = ((from, count), (at, 1));
            let (asked, listed) = if turned { (single, run) } else { (run, single) };
            let evidence = 130 * i32::try_from(count).unwrap_or(2);
            found.push(Pair {
                asked,
                listed,
                kind: PartKind::Initial,
                evidence,
            });
        }
    }
}
