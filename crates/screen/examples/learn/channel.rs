//! What letters of one script become in another: aligned, counted, aligned anew with the costs that gives.

use std::collections::HashMap;
use std::fmt::Write as _;

use crate::spellings::{Codes, Spellings};

/// Letters that stand for letters; two are packed as first * 32 + second.
type Way = (u16, u16);

/// How many letters stand for how many.
const SHAPES: [(usize, usize); 5] = [(1, 1), (1, 0), (0, 1), (2, 1), (1, 2)];
/// How many ways of each shape there are.
const SIZES: [f64; 5] = [729.0, 27.0, 27.0, 19_683.0, 19_683.0];
const GROUPS: [&str; 8] = [
    "latin", "arabic", "hebrew", "cyrillic", "hangul", "han", "kana", "other",
];
/// Scripts that every script without pairs of its own is taken to be like.
const MIXED: [&str; 4] = ["arabic", "hebrew", "cyrillic", "kana"];
const ROUNDS: usize = 8;
/// A way is learned where it was seen so often; one of two letters, twice as often.
const SEEN_MIN: f64 = 3.0;
/// Share of what is likely that is kept for ways never seen.
const UNSEEN: f64 = 0.02;
/// A pair that costs more for each letter is none.
const COST_MAX: f64 = 4.0;
/// Codes of letters before which nothing or something stands, and the end of a word.
const LETTERS: usize = 28;
const END: u8 = 28;

fn pack(letters: &[u8]) -> u16 {
    letters.iter().fold(0, |sum, c| sum * 32 + u16::from(*c))
}

fn letters(packed: u16) -> String {
    let letter = |code: u16| match u8::try_from(code) {
        Ok(code @ 1..=26) => Some(char::from(b'a' + code - 1)),
        Ok(27) => Some('0'),
        _ => None,
    };
    [packed / 32, packed % 32]
        .into_iter()
        .filter_map(letter)
        .collect()
}

/// The way in which letters ending at these places stand for each other, where there are so many.
fn way(a: &[u8], b: &[u8], (i, j): (usize, usize), (x, y): (usize, usize)) -> Option<Way> {
    let one = a.get(i.checked_sub(x)?..i)?;
    let other = b.get(j.checked_sub(y)?..j)?;
    Some((pack(one), pack(other)))
}

/// Costs of ways, in nats.
struct Model {
    ways: HashMap<Way, f64>,
    floor: [f64; 5],
}

impl Model {
    fn start() -> Model {
        Model {
            ways: (1..28).map(|c| ((c, c), 0.5)).collect(),
            floor: [6.0, 4.0, 4.0, 9.0, 9.0],
        }
    }

    /// The cheapest way to read two words as one, its cost and its steps.
    fn align(&self, a: &[u8], b: &[u8]) -> (f64, Vec<(usize, Way)>) {
        let wide = b.len() + 1;
        let mut cells: Vec<(f64, usize)> = Vec::with_capacity((a.len() + 1) * wide);
        for i in 0..=a.len() {
            for j in 0..wide {
                let mut best = (if i + j == 0 { 0.0 } else { f64::INFINITY }, 0);
                for (shape, (size, floor)) in SHAPES.iter().zip(&self.floor).enumerate() {
                    let Some(way) = way(a, b, (i, j), *size) else {
                        continue;
                    };
                    let from = cells.get((i - size.0) * wide + j - size.1);
                    let step = self.ways.get(&way).unwrap_or(floor);
                    let sum = from.map_or(f64::INFINITY, |cell| cell.0) + step;
                    if sum < best.0 {
                        best = (sum, shape);
                    }
                }
                cells.push(best);
            }
        }
        let (mut i, mut j, mut steps) = (a.len(), b.len(), Vec::new());
        while i + j > 0 {
            let shape = cells.get(i * wide + j).map_or(0, |cell| cell.1);
            let Some(size) = SHAPES.get(shape) else { break };
            let Some(way) = way(a, b, (i, j), *size) else {
                break;
            };
            steps.push((shape, way));
            (i, j) = (i - size.0, j - size.1);
        }
        (cells.last().map_or(0.0, |cell| cell.0), steps)
    }

    /// One round: how often each way was taken, each shape, and all.
    fn count(&self, pairs: &[(Codes, Codes, f64)]) -> (HashMap<Way, f64>, [f64; 5], f64) {
        let (mut counts, mut shapes, mut total) = (HashMap::new(), [1.0; 5], 0.0);
        for (a, b, weight) in pairs {
            let (cost, steps) = self.align(a, b);
            if cost > COST_MAX * (a.len() + b.len()) as f64 {
                continue;
            }
            for (shape, way) in steps {
                *counts.entry(way).or_default() += weight;
                if let Some(count) = shapes.get_mut(shape) {
                    *count += weight;
                }
                total += weight;
            }
        }
        (counts, shapes, total)
    }

    fn learn(pairs: &[(Codes, Codes, f64)]) -> Model {
        let mut model = Model::start();
        for _ in 0..ROUNDS {
            let (counts, shapes, total) = model.count(pairs);
            for ((floor, count), size) in model.floor.iter_mut().zip(shapes).zip(SIZES) {
                *floor = -((UNSEEN * count + 1.0) / size / total).ln();
            }
            let often = |(way, count): &(Way, f64)| {
                let single = way.0 < 32 && way.1 < 32;
                *count >= if single { SEEN_MIN } else { 2.0 * SEEN_MIN }
            };
            model.ways = counts
                .into_iter()
                .filter(often)
                .map(|(way, count)| (way, -((1.0 - UNSEEN) * count / total).ln()))
                .collect();
        }
        model
    }
}

fn centinats(nats: f64) -> u32 {
    (nats * 100.0).round().clamp(0.0, 3_000.0) as u32
}

/// A line of the table; memory is written to, which does not fail.
macro_rules! line {
    ($out:expr, $($words:tt)*) => {{
        let _ = writeln!($out, $($words)*);
    }};
}

/// Costs of letters by themselves, after the letter before.
fn alone(words: &[Codes], out: &mut String) {
    let mut counts = vec![[0.5_f64; LETTERS + 1]; LETTERS];
    for word in words {
        let mut before = 0;
        for next in word.iter().chain([&END]) {
            let next = usize::from(*next);
            if let Some(count) = counts.get_mut(before).and_then(|row| row.get_mut(next)) {
                *count += 1.0;
            }
            before = next % LETTERS;
        }
    }
    for (row, cells) in counts.iter().enumerate() {
        let sum: f64 = cells.iter().sum();
        let costs = cells.iter().map(|c| centinats(-(c / sum).ln()).to_string());
        let costs: Vec<String> = costs.collect();
        line!(out, "alone {row} {}", costs.join(" "));
    }
}

/// The table `channel.txt`.
pub(crate) fn table(spellings: &Spellings) -> String {
    let mut out = String::from(
        "# Made by examples/learn.rs; hundredths of a nat. Learned from: google/transliteration ar2en (Apache-2.0), names_transliteration\n\
         # (Wikidata, CC0), NETransliteration-COLING2018 (MIT), public sanctions lists. See docs/screening-data.md.\n",
    );
    let of = |name: &str| spellings.pairs.get(name).map_or(&[][..], Vec::as_slice);
    let mixed: Vec<_> = MIXED
        .iter()
        .flat_map(|name| of(name).iter().step_by(3).cloned())
        .collect();
    for name in GROUPS {
        let pairs = if name == "other" { &mixed } else { of(name) };
        let model = Model::learn(pairs);
        let [one, left, right, two_one, one_two] = model.floor;
        let (none, two) = (left.min(right), two_one.min(one_two));
        line!(out, "with {name}");
        let floor = [one, none, two].map(|nats| centinats(nats).to_string());
        line!(out, "floor {}", floor.join(" "));
        let ways = model.ways.iter();
        let mut ways: Vec<_> = ways
            .map(|(way, cost)| (letters(way.0), letters(way.1), centinats(*cost)))
            .collect();
        ways.sort();
        for (from, to, cost) in &ways {
            line!(out, "{from}={to} {cost}");
        }
        alone(
            spellings.words.get(name).map_or(&[], Vec::as_slice),
            &mut out,
        );
        eprintln!("{name}: {} pairs, {} ways", pairs.len(), ways.len());
    }
    out
}
