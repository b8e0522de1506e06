//! What letters of one script become in another, and how likely: a noisy channel between two spellings of one name.
//!
//! The table (`learned/channel.txt`) was learned by `examples/learn.rs` from pairs of names that mean the same (its head names
//! the sources). For each pair of scripts it holds the cost of every way in which one or two letters here stand for none, one
//! or two letters there, and for each script the cost of a word by itself. Costs are hundredths of a nat: 100 means "e times
//! rarer". A spelling with the cost of both words by themselves less the cost of the two together of more than nothing is
//! likelier to be the same name than chance.

use std::sync::LazyLock;

use super::Script;

mod ways;

use ways::{Rest, rest_of};

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
    /// The two letters of each row after the first, which is for all others.
    letters: Vec<(u8, u8)>,
    floor: u16,
}

impl Pairs {
    fn new(floor: u16) -> Pairs {
        Pairs {
            row: Box::new([0; WIDE * WIDE]),
            rows: vec![[floor; WIDE]],
            letters: Vec::new(),
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
            self.letters.push((a, b));
        }
        let row = self.rows.get_mut(usize::from(*row));
        if let Some(cell) = row.and_then(|row| row.get_mut(usize::from(one))) {
            *cell = cost;
        }
    }

    #[inline]
    fn place(&self, a: u8, b: u8) -> usize {
        let at = usize::from(a & 31) * WIDE + usize::from(b & 31);
        self.row.get(at).copied().map_or(0, usize::from)
    }

    #[inline]
    fn get(&self, a: u8, b: u8) -> &[u16; WIDE] {
        self.rows.get(self.place(a, b)).unwrap_or(&ways::NOTHING)
    }

    /// The row of two letters that have one of their own.
    #[inline]
    fn own(&self, a: u8, b: u8) -> Option<&[u16; WIDE]> {
        match self.place(a, b) {
            0 => None,
            row => self.rows.get(row),
        }
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

/// Which table two spellings are compared by, and whether the second stands first in it.
fn pairing(a: Script, b: Script) -> (Group, bool) {
    match (Group::of(a), Group::of(b)) {
        (Group::Latin, group) => (group, false),
        (group, Group::Latin) => (group, true),
        _ if a == b => (Group::Latin, false),
        _ => (Group::Other, false),
    }
}

/// The cost of two spellings as one name, at most `limit`.
pub(crate) fn together_cost(a: (Script, &[u8]), b: (Script, &[u8]), limit: u32) -> u32 {
    let (group, turned) = pairing(a.0, b.0);
    let (first, second) = if turned { (b.1, a.1) } else { (a.1, b.1) };
    let costs = TABLE.with.get(group as usize);
    costs.map_or(limit, |costs| {
        costs.together(first, second, limit, &costs.rest(first, second))
    })
}

/// A word that is laid beside many others: what letters of theirs cost at least is worked out once.
pub(crate) struct Beside<'w> {
    script: Script,
    codes: &'w [u8],
    least: [Option<[u16; WIDE]>; Group::NAMES.len() * 2],
}

impl<'w> Beside<'w> {
    pub(crate) fn new(script: Script, codes: &'w [u8]) -> Beside<'w> {
        Beside {
            script,
            codes: codes.get(..CODES_MAX).unwrap_or(codes),
            least: [None; Group::NAMES.len() * 2],
        }
    }

    /// As [`together_cost`].
    pub(crate) fn together_cost(&mut self, (script, codes): (Script, &[u8]), limit: u32) -> u32 {
        let (group, turned) = pairing(self.script, script);
        let place = group as usize * 2 + usize::from(turned);
        let (Some(costs), Some(least)) =
            (TABLE.with.get(group as usize), self.least.get_mut(place))
        else {
            return limit;
        };
        let none = [0; WIDE];
        if turned {
            let least = least.get_or_insert_with(|| costs.beside_second(self.codes));
            let rest = Rest {
                first: rest_of(codes, least),
                second: none,
            };
            costs.together(codes, self.codes, limit, &rest)
        } else {
            let least = least.get_or_insert_with(|| costs.beside_first(self.codes));
            let rest = Rest {
                first: none,
                second: rest_of(codes, least),
            };
            costs.together(self.codes, codes, limit, &rest)
        }
    }
}
