//! The cheapest way to read two spellings as one name, letter by letter, and how soon that is given up.

use super::{CODES_MAX, Costs, Pairs, SWAP, WIDE};

/// The least that the letters of both words cost from each place on.
pub(super) struct Rest {
    pub(super) first: [u32; WIDE],
    pub(super) second: [u32; WIDE],
}

impl Rest {
    /// Of all letters.
    pub(super) fn all(&self) -> u32 {
        at(&self.first, 0).max(at(&self.second, 0))
    }
}

/// The least of each letter of a word, by what each letter costs at least.
pub(super) fn rest_of(word: &[u8], least: &[u16; WIDE]) -> [u32; WIDE] {
    let mut each = [0; WIDE];
    for (each, letter) in each.iter_mut().zip(word).take(CODES_MAX) {
        *each = cost(least, *letter);
    }
    sums_after(each, word.len().min(CODES_MAX))
}

impl Costs {
    /// For each place in both words the least that its letters from there on cost, whichever letters of the other they meet.
    pub(super) fn rest(&self, a: &[u8], b: &[u8]) -> Rest {
        let a = a.get(..CODES_MAX).unwrap_or(a);
        let b = b.get(..CODES_MAX).unwrap_or(b);
        let nothing = self.one.first().unwrap_or(&NOTHING);
        let half = u32::from(self.two_one.floor.min(self.one_two.floor)) / 2;
        let (mut least_a, mut least_b) = ([0; WIDE], [0; WIDE]);
        for (least, letter) in least_b.iter_mut().zip(b) {
            *least = cost(nothing, *letter).min(half);
        }
        for (least, letter) in least_a.iter_mut().zip(a) {
            let row = self.one.get(usize::from(letter & 31)).unwrap_or(&NOTHING);
            *least = cost(row, 0).min(half);
            for (beside, other) in least_b.iter_mut().zip(b) {
                let cost = cost(row, *other);
                *least = cost.min(*least);
                *beside = cost.min(*beside);
            }
        }
        least_of_two(&self.one_two, (b, &mut least_b), (a, &mut least_a));
        least_of_two(&self.two_one, (a, &mut least_a), (b, &mut least_b));
        Rest {
            first: sums_after(least_a, a.len()),
            second: sums_after(least_b, b.len()),
        }
    }

    /// The cost of the cheapest way to read the two as one name; `limit` where it is that or more. What cannot stay below the limit,
    /// whatever follows, is not followed.
    pub(super) fn together(&self, a: &[u8], b: &[u8], limit: u32, rest: &Rest) -> u32 {
        let a = a.get(..CODES_MAX).unwrap_or(a);
        let b = b.get(..CODES_MAX).unwrap_or(b);
        if rest.all() >= limit {
            return limit;
        }
        let (after_a, after_b) = (&rest.first, &rest.second);
        let (mut letters, mut doubles) = ([0_u8; WIDE], [&NOTHING; WIDE]);
        let mut before = 0;
        for ((to, double), letter) in letters.iter_mut().zip(&mut doubles).zip(b) {
            *to = *letter;
            *double = self.one_two.get(before, *letter);
            before = *letter;
        }
        let letter_at = |place: usize| letters.get(place & 31).copied().unwrap_or(0);
        let nothing = self.one.first().unwrap_or(&NOTHING);
        let mut rows = [Row::EMPTY; 3];
        let [mut above2, mut above, mut here] = rows.each_mut();
        let mut sum = 0;
        for (place, letter) in std::iter::once(0).chain(b.iter().copied()).enumerate() {
            sum += if place == 0 { 0 } else { cost(nothing, letter) };
            here.put(place, sum, at(after_a, 0).max(at(after_b, place)), limit);
        }
        let mut before_a = 0_u8;
        for (done, &letter_a) in (1..).zip(a) {
            (above2, above, here) = (above, here, above2);
            here.clear(b.len() + 1);
            let singles = self.one.get(usize::from(letter_a & 31)).unwrap_or(&NOTHING);
            let double = self.two_one.get(before_a, letter_a);
            let (drop_a, rest_a) = (cost(singles, 0), at(after_a, done));
            let (from, to) = reach(above.alive | above2.alive, b.len());
            let mut left = FAR;
            if from == 0 {
                let least = rest_a.max(at(after_b, 0));
                left = here.put(0, above.at(0) + drop_a, least, limit);
            }
            for j in from.max(1)..=b.len() {
                if j > to && left >= FAR {
                    break;
                }
                let letter_b = letter_at(j - 1);
                let two = doubles.get((j - 1) & 31).copied().unwrap_or(&NOTHING);
                let mut best = (above.at(j) + drop_a)
                    .min(left + cost(nothing, letter_b))
                    .min(above.at(j - 1) + cost(singles, letter_b))
                    .min(above2.at(j - 1) + cost(double, letter_b))
                    // The place before the first is the last, and nothing leads there.
                    .min(above.at(j.wrapping_sub(2)) + cost(two, letter_a));
                if before_a == letter_b && j > 1 && letter_at(j - 2) == letter_a {
                    let swapped = self.same(letter_a) + self.same(letter_b) + SWAP;
                    best = best.min(above2.at(j - 2) + swapped);
                }
                left = here.put(j, best, rest_a.max(at(after_b, j)), limit);
            }
            if here.alive | above.alive == 0 {
                return limit;
            }
            before_a = letter_a;
        }
        here.at(b.len()).min(limit)
    }

    /// The least that each letter of a second word costs beside this first word, wherever it stands.
    pub(super) fn beside_first(&self, a: &[u8]) -> [u16; WIDE] {
        let mut least = self.one.first().copied().unwrap_or(NOTHING);
        for letter in a {
            lower(&mut least, self.one.get(usize::from(letter & 31)));
        }
        for pair in a.windows(2) {
            if let [x, y] = pair {
                lower(&mut least, self.two_one.own(*x, *y));
            }
        }
        self.one_two.halves(a, &mut least);
        least
    }

    /// The least that each letter of a first word costs beside this second word, wherever it stands.
    pub(super) fn beside_second(&self, b: &[u8]) -> [u16; WIDE] {
        let mut least = [0; WIDE];
        for (least, row) in least.iter_mut().zip(&self.one) {
            let costs = b.iter().map(|letter| row.get(usize::from(letter & 31)));
            *least = costs
                .chain([row.first()])
                .flatten()
                .copied()
                .min()
                .unwrap_or(0);
        }
        for pair in b.windows(2) {
            if let [x, y] = pair {
                lower(&mut least, self.one_two.own(*x, *y));
            }
        }
        self.two_one.halves(b, &mut least);
        least
    }

    fn same(&self, letter: u8) -> u32 {
        let row = self.one.get(usize::from(letter & 31)).unwrap_or(&NOTHING);
        cost(row, letter)
    }
}

/// Lowers what letters cost at least.
fn lower(least: &mut [u16; WIDE], costs: Option<&[u16; WIDE]>) {
    for (least, cost) in least.iter_mut().zip(costs.unwrap_or(&NOTHING)) {
        *least = (*cost).min(*least);
    }
}

impl Pairs {
    /// Lowers what letters cost at least to half of what two of them cost that meet one letter of this word.
    fn halves(&self, word: &[u8], least: &mut [u16; WIDE]) {
        for cell in least.iter_mut() {
            *cell = (self.floor / 2).min(*cell);
        }
        for ((x, y), row) in self.letters.iter().zip(self.rows.iter().skip(1)) {
            let costs = word.iter().map(|letter| row.get(usize::from(letter & 31)));
            let half = costs.flatten().copied().min().unwrap_or(u16::MAX) / 2;
            for letter in [x, y] {
                if let Some(cell) = least.get_mut(usize::from(letter & 31)) {
                    *cell = half.min(*cell);
                }
            }
        }
    }
}

/// A row of ways, and in which of its places there is one.
#[derive(Clone, Copy)]
struct Row {
    costs: [u32; WIDE],
    alive: u32,
}

impl Row {
    const EMPTY: Row = Row {
        costs: [FAR; WIDE],
        alive: 0,
    };

    /// Empties as many places as will be used.
    #[inline(always)]
    fn clear(&mut self, count: usize) {
        self.alive = 0;
        self.costs
            .iter_mut()
            .take(count)
            .for_each(|cell| *cell = FAR);
    }

    #[inline(always)]
    fn at(&self, place: usize) -> u32 {
        at(&self.costs, place)
    }

    /// Notes a way that costs this so far, if with the least of the rest it stays below the limit.
    #[inline(always)]
    fn put(&mut self, place: usize, cost: u32, rest: u32, limit: u32) -> u32 {
        let alive = cost + rest < limit;
        let cost = if alive { cost } else { FAR };
        self.alive |= u32::from(alive) << (place & 31);
        put(&mut self.costs, place, cost);
        cost
    }
}

/// The first and the last place of the next row that a way of these rows may lead to.
#[inline(always)]
fn reach(alive: u32, len: usize) -> (usize, usize) {
    let last = u32::BITS - alive.leading_zeros();
    (alive.trailing_zeros() as usize, len.min(last as usize + 1))
}

/// Lowers what letters cost at least to what they cost where two neighbours of one word meet one letter of the other.
fn least_of_two(
    costs: &Pairs,
    (two, least_two): (&[u8], &mut [u32; WIDE]),
    (one, least_one): (&[u8], &mut [u32; WIDE]),
) {
    for (place, pair) in two.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        let Some(row) = costs.own(*first, *second) else {
            continue;
        };
        for (least, letter) in least_one.iter_mut().zip(one) {
            let whole = cost(row, *letter);
            *least = whole.min(*least);
            for place in [place, place + 1] {
                let half = (whole / 2).min(at(least_two, place));
                put(least_two, place, half);
            }
        }
    }
}

/// Sums from each place to the end.
fn sums_after(mut each: [u32; WIDE], count: usize) -> [u32; WIDE] {
    let mut sum = 0;
    for cell in each.iter_mut().take(count).rev() {
        sum += *cell;
        *cell = sum;
    }
    each
}

/// More than anything costs.
const FAR: u32 = 1 << 24;
/// Costs of no way at all.
pub(super) static NOTHING: [u16; WIDE] = [u16::MAX; WIDE];

#[inline(always)]
fn cost(row: &[u16; WIDE], letter: u8) -> u32 {
    row.get(usize::from(letter & 31))
        .copied()
        .map_or(0, u32::from)
}

#[inline(always)]
fn at(row: &[u32; WIDE], place: usize) -> u32 {
    row.get(place & 31).copied().unwrap_or(FAR)
}

#[inline(always)]
fn put(row: &mut [u32; WIDE], place: usize, value: u32) {
    if let Some(cell) = row.get_mut(place & 31) {
        *cell = value;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Beside, TABLE, together_cost};
    use super::*;
    use crate::names::Script;

    /// As [`Costs::together`] without giving anything up: every way is followed.
    fn whole(costs: &Costs, a: &[u8], b: &[u8]) -> u32 {
        let mut table = vec![vec![FAR; b.len() + 1]; a.len() + 1];
        table[0][0] = 0;
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                let mut ways = vec![table[i][j]];
                if i > 0 {
                    ways.push(table[i - 1][j] + cost(&costs.one[a[i - 1] as usize], 0));
                }
                if j > 0 {
                    ways.push(table[i][j - 1] + cost(&costs.one[0], b[j - 1]));
                }
                if i > 0 && j > 0 {
                    let one = cost(&costs.one[a[i - 1] as usize], b[j - 1]);
                    ways.push(table[i - 1][j - 1] + one);
                }
                if i > 1 && j > 0 {
                    let two = costs.two_one.get(a[i - 2], a[i - 1]);
                    ways.push(table[i - 2][j - 1] + cost(two, b[j - 1]));
                }
                if i > 0 && j > 1 {
                    let two = costs.one_two.get(b[j - 2], b[j - 1]);
                    ways.push(table[i - 1][j - 2] + cost(two, a[i - 1]));
                }
                if i > 1
                    && j > 1
                    && a[i - 2] == b[j - 1]
                    && a[i - 1] == b[j - 2]
                    && a[i - 1] != a[i - 2]
                {
                    let same = costs.same(a[i - 1]) + costs.same(a[i - 2]);
                    ways.push(table[i - 2][j - 2] + same + SWAP);
                }
                table[i][j] = ways.into_iter().min().unwrap();
            }
        }
        table[a.len()][b.len()]
    }

    fn word() -> impl Strategy<Value = Vec<u8>> {
        prop::collection::vec(1..28_u8, 1..CODES_MAX)
    }

    proptest! {
        /// Whatever is given up early would not have stayed below the limit.
        #[test]
        fn nothing_below_the_limit_is_given_up(
            a in word(), b in word(), swapped in any::<bool>(), group in 0..8_usize, limit in 0..9_000_u32
        ) {
            let costs = &TABLE.with[group];
            let b = if swapped { a.iter().rev().chain(&b).copied().take(a.len()).collect() } else { b };
            let expect = whole(costs, &a, &b);
            prop_assert!(costs.rest(&a, &b).all() <= expect);
            for limit in [limit, expect, expect + 1, expect + 300, FAR] {
                let found = costs.together(&a, &b, limit, &costs.rest(&a, &b));
                prop_assert_eq!(found, expect.min(limit));
            }
        }

        /// A word prepared to be laid beside many is compared as any other.
        #[test]
        fn a_prepared_word_is_compared_as_any_other(
            asked in word(), listed in prop::collection::vec((word(), 0..6_usize), 1..8), of in 0..6_usize, limit in 0..6_000_u32
        ) {
            let scripts = [
                Script::Latin, Script::Arabic, Script::Cyrillic, Script::Han, Script::Greek, Script::Georgian,
            ];
            let mut beside = Beside::new(scripts[of], &asked);
            for (listed, script) in &listed {
                let listed = (scripts[*script], listed.as_slice());
                let expect = together_cost((scripts[of], &asked), listed, limit);
                prop_assert_eq!(beside.together_cost(listed, limit), expect);
            }
        }
    }
}
