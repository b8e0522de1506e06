//! What letters of one script become in another, and how likely: a noisy channel between two spellings of one name.
//!
//! The table (`learned/channel.txt`) was learned by `examples/learn.rs` from pairs of names that mean the same (its head names
//! the sources). For each pair of scripts it holds the cost of every way in which one or two letters here stand for none, one
//! or two letters there, and for each script the cost of a word by itself. Costs are hundredths of a nat: 100 means "e times
//! rarer". A spelling with the cost of both words by themselves less the cost of the two together of more than nothing is
//! likelier to be the same name than chance.

use std::sync::LazyLock;

use super::Script;

/// Codes of letters: 1 to 26 for a to z, 27 for everything else; 0 is "nothing".
const LETTERS: usize = 28;
/// Tables are this wide, so that a code of five bits is always within.
const WIDE: usize = 32;
/// Of a longer part only this many letters are compared.
pub(crate) const CODES_MAX: usize = 20;
/// What two neighbours exchanged cost beside the letters themselves: the commonest slip of a typist.
const SWAP: u32 = 350;

/// One letter of a Latin form as a code.
pub(crate) fn code(byte: u8) -> u8 {
    match byte {
        b'a'..=b'z' => byte - b'a' + 1,
        // Digits put in the place of letters that look alike.
        b'0' => 15,
        b'1' => 9,
        b'3' => 5,
        b'5' => 19,
        _ => 27,
    }
}

/// Scripts that share a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    Latin,
    Arabic,
    Hebrew,
    Cyrillic,
    Hangul,
    Han,
    Kana,
    Other,
}

impl Group {
    const NAMES: [(&'static str, Group); 8] = [
        ("latin", Group::Latin),
        ("arabic", Group::Arabic),
        ("hebrew", Group::Hebrew),
        ("cyrillic", Group::Cyrillic),
        ("hangul", Group::Hangul),
        ("han", Group::Han),
        ("kana", Group::Kana),
        ("other", Group::Other),
    ];

    fn of(script: Script) -> Group {
        match script {
            Script::Latin | Script::Common => Group::Latin,
            Script::Arabic => Group::Arabic,
            Script::Hebrew => Group::Hebrew,
            Script::Cyrillic => Group::Cyrillic,
            Script::Hangul => Group::Hangul,
            Script::Han => Group::Han,
            Script::Kana => Group::Kana,
            _ => Group::Other,
        }
    }
}

/// The costs between Latin letters (first) and the Latin form of another script (second).
struct Costs {
    /// One letter for one, or for none.
    one: [[u16; WIDE]; WIDE],
    /// Two letters first, one second: row by the two letters.
    two_one: Pairs,
    /// One letter first, two second: row by the two letters, column by the one.
    one_two: Pairs,
}

/// Rows of costs by two letters; most pairs of letters have none.
struct Pairs {
    row: Box<[u8; WIDE * WIDE]>,
    rows: Vec<[u16; WIDE]>,
    floor: u16,
}

impl Pairs {
    fn new(floor: u16) -> Pairs {
        Pairs {
            row: Box::new([0; WIDE * WIDE]),
            rows: vec![[floor; WIDE]],
            floor,
        }
    }

    fn set(&mut self, (a, b): (u8, u8), one: u8, cost: u16) {
        let Some(row) = self.row.get_mut(usize::from(a) * WIDE + usize::from(b)) else {
            return;
        };
        if *row == 0 {
            let Ok(next) = u8::try_from(self.rows.len()) else {
                return;
            };
            *row = next;
            self.rows.push([self.floor; WIDE]);
        }
        if let Some(cell) = self
            .rows
            .get_mut(usize::from(*row))
            .and_then(|r| r.get_mut(usize::from(one)))
        {
            *cell = cost;
        }
    }

    #[inline]
    fn get(&self, a: u8, b: u8) -> &[u16; WIDE] {
        let at = usize::from(a & 31) * WIDE + usize::from(b & 31);
        let row = self.row.get(at).copied().unwrap_or(0);
        self.rows.get(usize::from(row)).unwrap_or(&NOTHING)
    }
}

struct Table {
    /// By the group of the second script.
    with: Vec<Costs>,
    /// By group: cost of a letter after another; 28 is the end.
    alone: Vec<[[u16; LETTERS + 1]; LETTERS]>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| read(include_str!("learned/channel.txt")));

/// Reads the table. What cannot be read costs nothing and gains nothing: the tests hold the file to be whole.
fn read(text: &str) -> Table {
    let empty = || Costs {
        one: [[900; WIDE]; WIDE],
        two_one: Pairs::new(1200),
        one_two: Pairs::new(1200),
    };
    let mut table = Table {
        with: Group::NAMES.iter().map(|_| empty()).collect(),
        alone: vec![[[400; LETTERS + 1]; LETTERS]; Group::NAMES.len()],
    };
    let mut group = 0;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split(' ');
        match cells.next() {
            Some("with") => {
                let name = cells.next().unwrap_or_default();
                group = Group::NAMES
                    .iter()
                    .position(|(n, _)| *n == name)
                    .unwrap_or(0);
            }
            Some("alone") => alone(&mut table, group, &mut cells),
            Some("floor") => {
                let floors: Vec<u16> = cells.filter_map(|c| c.parse().ok()).collect();
                if let (Some(costs), [one, none, two]) =
                    (table.with.get_mut(group), floors.as_slice())
                {
                    costs.floor(*one, *none, *two);
                }
            }
            Some(ways) => {
                let parsed = cells.next().and_then(|cost| cost.parse().ok());
                if let (Some(costs), Some(cost), Some((a, b))) =
                    (table.with.get_mut(group), parsed, ways.split_once('='))
                {
                    costs.way(a.as_bytes(), b.as_bytes(), cost);
                }
            }
            None => {}
        }
    }
    table
}

fn alone(table: &mut Table, group: usize, cells: &mut dyn Iterator<Item = &str>) {
    let row = cells.next().and_then(|c| c.parse::<usize>().ok());
    let row = row.and_then(|row| table.alone.get_mut(group)?.get_mut(row));
    for (cell, cost) in row
        .into_iter()
        .flatten()
        .zip(cells.filter_map(|c| c.parse().ok()))
    {
        *cell = cost;
    }
}

impl Costs {
    fn floor(&mut self, one: u16, none: u16, two: u16) {
        self.one = [[one; WIDE]; WIDE];
        if let Some(first) = self.one.first_mut() {
            *first = [none; WIDE];
        }
        for row in &mut self.one {
            if let Some(cell) = row.first_mut() {
                *cell = none;
            }
        }
        self.two_one = Pairs::new(two);
        self.one_two = Pairs::new(two);
    }

    fn way(&mut self, a: &[u8], b: &[u8], cost: u16) {
        let one = |bytes: &[u8]| bytes.first().map_or(0, |b| code(*b));
        match (a, b) {
            ([x, y], [_]) => self.two_one.set((code(*x), code(*y)), one(b), cost),
            ([_], [x, y]) => self.one_two.set((code(*x), code(*y)), one(a), cost),
            _ => {
                let cell = self.one.get_mut(usize::from(one(a)));
                if let Some(cell) = cell.and_then(|row| row.get_mut(usize::from(one(b)))) {
                    *cell = cost;
                }
            }
        }
    }

    /// The cost of the cheapest way to read the two as one name; `limit` where it is that or more.
    fn together(&self, a: &[u8], b: &[u8], limit: u32) -> u32 {
        let len = b.len().min(CODES_MAX);
        let mut letters = [0_u8; WIDE];
        let mut doubles = [&NOTHING; WIDE];
        let mut before = 0;
        for ((to, double), letter) in letters.iter_mut().zip(&mut doubles).zip(b.iter().take(len)) {
            *to = *letter;
            *double = self.one_two.get(before, *letter);
            before = *letter;
        }
        let nothing = self.one.first().unwrap_or(&NOTHING);
        let (mut above, mut here) = ([FAR; WIDE], [FAR; WIDE]);
        let mut sum = 0;
        for (cell, letter) in here
            .iter_mut()
            .zip(std::iter::once(&0).chain(&letters))
            .take(len + 1)
        {
            sum += if *letter == 0 {
                0
            } else {
                cost(nothing, *letter)
            };
            *cell = sum;
        }
        let mut before_a = 0_u8;
        for &letter_a in a.iter().take(CODES_MAX) {
            let above2 = std::mem::replace(&mut above, here);
            let singles = self.one.get(usize::from(letter_a & 31)).unwrap_or(&NOTHING);
            let double = self.two_one.get(before_a, letter_a);
            let drop_a = cost(singles, 0);
            let mut left = at(&above, 0) + drop_a;
            let mut least = left;
            put(&mut here, 0, left);
            let mut before_b = 0_u8;
            for j in 1..=len {
                let letter_b = letters.get((j - 1) & 31).copied().unwrap_or(0);
                let mut best = (at(&above, j) + drop_a)
                    .min(left + cost(nothing, letter_b))
                    .min(at(&above, j - 1) + cost(singles, letter_b))
                    .min(at(&above2, j - 1) + cost(double, letter_b));
                if j > 1 {
                    let two = doubles.get((j - 1) & 31).copied().unwrap_or(&NOTHING);
                    best = best.min(at(&above, j - 2) + cost(two, letter_a));
                    if before_a == letter_b && before_b == letter_a && letter_a != letter_b {
                        best = best.min(
                            at(&above2, j - 2) + self.same(letter_a) + self.same(letter_b) + SWAP,
                        );
                    }
                }
                put(&mut here, j, best);
                left = best;
                least = least.min(best);
                before_b = letter_b;
            }
            if least >= limit {
                return limit;
            }
            before_a = letter_a;
        }
        at(&here, len).min(limit)
    }

    fn same(&self, letter: u8) -> u32 {
        let row = self.one.get(usize::from(letter & 31)).unwrap_or(&NOTHING);
        cost(row, letter)
    }
}

/// More than anything costs.
const FAR: u32 = 1 << 24;
/// Costs of no way at all.
static NOTHING: [u16; WIDE] = [u16::MAX; WIDE];

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

/// The cost of a word by itself, in its script.
pub(crate) fn alone_cost(script: Script, codes: &[u8]) -> u32 {
    let Some(costs) = TABLE.alone.get(Group::of(script) as usize) else {
        return 0;
    };
    let mut before = 0_u8;
    let mut sum = 0;
    for next in codes.iter().copied().chain([LETTERS as u8]) {
        let row = costs.get(usize::from(before));
        sum += row
            .and_then(|row| row.get(usize::from(next)))
            .copied()
            .map_or(400, u32::from);
        before = next;
    }
    sum
}

/// The cost of two spellings as one name, at most `limit`.
pub(crate) fn together_cost(a: (Script, &[u8]), b: (Script, &[u8]), limit: u32) -> u32 {
    let (group_a, group_b) = (Group::of(a.0), Group::of(b.0));
    let (first, second, group) = match (group_a, group_b) {
        (Group::Latin, _) => (a.1, b.1, group_b),
        (_, Group::Latin) => (b.1, a.1, group_a),
        _ if a.0 == b.0 => (a.1, b.1, Group::Latin),
        _ => (a.1, b.1, Group::Other),
    };
    TABLE
        .with
        .get(group as usize)
        .map_or(limit, |costs| costs.together(first, second, limit))
}
