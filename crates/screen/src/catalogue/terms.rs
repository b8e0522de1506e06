//! The vocabulary of all records and where each word stands: sorted words one after the other in one text, and for each the
//! places of its records as differences. A word costs its letters and eight bytes, a place about one byte and a half.

use std::collections::HashMap;
use std::ops::Range;

/// What a word is a word of. The letter begins its key, so that the words of one field stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// A word of a name.
    Name,
    /// A word of any value.
    Text,
    /// A whole value of this group (`countries`, `topics`, `datasets`, `schema`).
    Whole(&'static str),
}

/// Between the group and its value.
const CUT: char = '\u{1f}';

impl Field {
    /// What the keys of this field begin with.
    fn head(self) -> String {
        match self {
            Field::Name => "n".to_owned(),
            Field::Text => "t".to_owned(),
            Field::Whole(group) => format!("w{group}{CUT}"),
        }
    }
}

/// Places of one word while they are gathered, in ascending order.
#[derive(Debug, Default)]
struct Gathered {
    count: u32,
    last: u32,
    bytes: Vec<u8>,
}

/// Gathers words, record by record.
#[derive(Debug, Default)]
pub(super) struct Gathering {
    all: HashMap<Box<str>, Gathered>,
    key: String,
}

impl Gathering {
    /// The record at `place` has this word. Records come in ascending order of place.
    pub(super) fn add(&mut self, field: Field, word: &str, place: u32) {
        self.key.clear();
        match field {
            Field::Name => self.key.push('n'),
            Field::Text => self.key.push('t'),
            Field::Whole(group) => {
                self.key.push('w');
                self.key.push_str(group);
                self.key.push(CUT);
            }
        }
        self.key.push_str(word);
        if !self.all.contains_key(self.key.as_str()) {
            self.all
                .insert(self.key.as_str().into(), Gathered::default());
        }
        let Some(held) = self.all.get_mut(self.key.as_str()) else {
            return;
        };
        if held.count > 0 && held.last == place {
            return;
        }
        put(&mut held.bytes, place - held.last);
        held.last = place;
        held.count += 1;
    }

    /// The vocabulary.
    pub(super) fn done(self) -> Terms {
        let mut all: Vec<(Box<str>, Gathered)> = self.all.into_iter().collect();
        all.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        let mut terms = Terms {
            text: String::with_capacity(all.iter().map(|(key, _)| key.len()).sum()),
            ends: Vec::with_capacity(all.len()),
            places: Vec::with_capacity(all.iter().map(|(_, held)| held.bytes.len() + 2).sum()),
            place_ends: Vec::with_capacity(all.len()),
        };
        for (key, held) in all {
            terms.text.push_str(&key);
            terms.ends.push(as_u32(terms.text.len()));
            put(&mut terms.places, held.count);
            terms.places.extend_from_slice(&held.bytes);
            terms.place_ends.push(as_u32(terms.places.len()));
        }
        terms.places.shrink_to_fit();
        terms
    }
}

fn as_u32(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// A number in groups of seven bits, the lowest first.
fn put(bytes: &mut Vec<u8>, mut n: u32) {
    while n >= 0x80 {
        bytes.push((n as u8 & 0x7f) | 0x80);
        n >>= 7;
    }
    bytes.push(n as u8);
}

fn take(bytes: &mut &[u8]) -> Option<u32> {
    let (mut n, mut shift) = (0_u32, 0);
    while let Some((first, rest)) = bytes.split_first() {
        *bytes = rest;
        n |= u32::from(first & 0x7f).checked_shl(shift)?;
        if first & 0x80 == 0 {
            return Some(n);
        }
        shift += 7;
    }
    None
}

/// The vocabulary.
#[derive(Debug, Default)]
pub(super) struct Terms {
    text: String,
    ends: Vec<u32>,
    places: Vec<u8>,
    place_ends: Vec<u32>,
}

/// The records that have a word, in ascending order.
#[derive(Debug, Clone)]
pub(super) struct Places<'t> {
    bytes: &'t [u8],
    last: u32,
}

impl Iterator for Places<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        self.last += take(&mut self.bytes)?;
        Some(self.last)
    }
}

impl Terms {
    /// Number of words, each counted once for every field.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Bytes held.
    pub(super) fn bytes(&self) -> usize {
        self.text.capacity()
            + self.places.capacity()
            + 4 * (self.ends.capacity() + self.place_ends.capacity())
    }

    /// The key at a number: field and word.
    fn key(&self, number: usize) -> &str {
        let from = match number {
            0 => 0,
            n => self.ends.get(n - 1).copied().unwrap_or_default(),
        };
        let to = self.ends.get(number).copied().unwrap_or(from);
        self.text.get(from as usize..to as usize).unwrap_or("")
    }

    /// The word at a number, without its field.
    pub(super) fn word(&self, field: Field, number: usize) -> &str {
        self.key(number).get(field.head().len()..).unwrap_or("")
    }

    fn block(&self, number: usize) -> &[u8] {
        let from = match number {
            0 => 0,
            n => self.place_ends.get(n - 1).copied().unwrap_or_default(),
        };
        let to = self.place_ends.get(number).copied().unwrap_or(from);
        self.places.get(from as usize..to as usize).unwrap_or(&[])
    }

    /// In how many records the word stands.
    pub(super) fn count(&self, number: usize) -> u32 {
        take(&mut self.block(number)).unwrap_or_default()
    }

    /// The records in which the word stands.
    pub(super) fn places(&self, number: usize) -> Places<'_> {
        let mut bytes = self.block(number);
        take(&mut bytes);
        Places { bytes, last: 0 }
    }

    /// The first number in `range` of which `before` is not true.
    fn first(&self, range: Range<usize>, before: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (range.start, range.end);
        while low < high {
            let middle = low + (high - low) / 2;
            if before(self.key(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The words of a field that begin so.
    pub(super) fn beginning(&self, field: Field, with: &str) -> Range<usize> {
        let head = format!("{}{with}", field.head());
        let from = self.first(0..self.len(), |key| key < head.as_str());
        let to = self.first(from..self.len(), |key| key.starts_with(&head));
        from..to
    }

    /// The word itself.
    pub(super) fn find(&self, field: Field, word: &str) -> Option<usize> {
        let key = format!("{}{word}", field.head());
        let at = self.first(0..self.len(), |held| held < key.as_str());
        (self.key(at) == key).then_some(at)
    }

    /// The words of a field between two (both may be left open).
    pub(super) fn between(
        &self,
        field: Field,
        low: Option<&str>,
        high: Option<&str>,
    ) -> Range<usize> {
        let all = self.beginning(field, "");
        let skip = field.head().len();
        let rest = |key: &str| key.get(skip..).unwrap_or("").to_owned();
        let from = low.map_or(all.start, |low| {
            self.first(all.clone(), |key| rest(key).as_str() < low)
        });
        // A day belongs to its month, a month to its year: the upper end takes what it begins with it.
        let to = high.map_or(all.end, |high| {
            self.first(from..all.end, |key| {
                let word = rest(key);
                word.as_str() <= high || word.starts_with(high)
            })
        });
        from..to.max(from)
    }

    /// The words of a field that differ from `word` in at most `edits` letters, with how many, at most `max` of them. Stretches of
    /// the vocabulary whose common beginning already differs too much are passed over whole.
    pub(super) fn like(
        &self,
        field: Field,
        word: &str,
        edits: usize,
        max: usize,
    ) -> Vec<(usize, usize)> {
        let letters: Vec<char> = word.chars().collect();
        let all = self.beginning(field, "");
        let skip = field.head().len();
        let first_row: Vec<usize> = (0..=letters.len()).collect();
        let mut rows = vec![first_row];
        let (mut at, mut before, mut found) = (all.start, Vec::<char>::new(), Vec::new());
        while at < all.end {
            let chars: Vec<char> = self.key(at).get(skip..).unwrap_or("").chars().collect();
            let shared = chars
                .iter()
                .zip(&before)
                .take_while(|(a, b)| a == b)
                .count();
            rows.truncate(shared + 1);
            let mut hopeless = None;
            for (depth, c) in chars.iter().enumerate().skip(rows.len() - 1) {
                let row = next_row(rows.last().map_or(&[][..], Vec::as_slice), &letters, *c);
                let least = row.iter().min().copied().unwrap_or(usize::MAX);
                rows.push(row);
                if least > edits {
                    hopeless = Some(depth + 1);
                    break;
                }
            }
            if let Some(depth) = hopeless {
                let start: String = chars.iter().take(depth).collect();
                before = chars.into_iter().take(depth).collect();
                let head = format!("{}{start}", field.head());
                at = self.first(at..all.end, |key| {
                    key <= head.as_str() || key.starts_with(&head)
                });
                continue;
            }
            let distance = rows
                .last()
                .and_then(|row| row.last())
                .copied()
                .unwrap_or(usize::MAX);
            if distance <= edits {
                found.push((at, distance));
            }
            before = chars;
            at += 1;
        }
        found.sort_by_key(|(number, distance)| (*distance, *number));
        found.truncate(max);
        found
    }
}

/// One more letter of the held word in the table of distances.
fn next_row(above: &[usize], letters: &[char], c: char) -> Vec<usize> {
    let mut row = Vec::with_capacity(above.len());
    let mut left = above.first().map_or(0, |n| n + 1);
    row.push(left);
    for (letter, pair) in letters.iter().zip(above.windows(2)) {
        let [slant, up] = pair else { continue };
        let cost = usize::from(*letter != c);
        left = (slant + cost).min(up + 1).min(left + 1);
        row.push(left);
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(words: &[&str]) -> Terms {
        let mut gathering = Gathering::default();
        for (place, word) in (0_u32..).zip(words) {
            gathering.add(Field::Text, word, place * 200);
            gathering.add(Field::Whole("countries"), "ru", place * 200);
        }
        gathering.done()
    }

    #[test]
    fn words_and_their_places_are_found() {
        let terms = terms(&["zakharov", "zala", "zebra", "zakharov"]);
        let at = terms.find(Field::Text, "zakharov").unwrap();
        assert_eq!(terms.places(at).collect::<Vec<_>>(), [0, 600]);
        assert_eq!(terms.count(at), 2);
        assert_eq!(terms.find(Field::Name, "zakharov"), None);
        let begin = terms.beginning(Field::Text, "za");
        let words: Vec<&str> = begin.map(|n| terms.word(Field::Text, n)).collect();
        assert_eq!(words, ["zakharov", "zala"]);
        let ru = terms.find(Field::Whole("countries"), "ru").unwrap();
        assert_eq!(terms.places(ru).count(), 4);
    }

    #[test]
    fn a_range_takes_what_its_end_begins() {
        let mut gathering = Gathering::default();
        for (place, day) in (0_u32..).zip(["1965", "1965-08-10", "1970-01", "1970-12-31", "1971"]) {
            gathering.add(Field::Whole("dates"), day, place);
        }
        let terms = gathering.done();
        let field = Field::Whole("dates");
        let table = [
            (
                Some("1965-02"),
                Some("1970"),
                vec!["1965-08-10", "1970-01", "1970-12-31"],
            ),
            (None, Some("1965"), vec!["1965", "1965-08-10"]),
            (Some("1971"), None, vec!["1971"]),
            (Some("1980"), Some("1970"), vec![]),
        ];
        for (low, high, expect) in table {
            let found: Vec<&str> = terms
                .between(field, low, high)
                .map(|n| terms.word(field, n))
                .collect();
            assert_eq!(found, expect, "{low:?} {high:?}");
        }
    }

    #[test]
    fn near_words_are_those_a_plain_comparison_finds() {
        let words = [
            "zakharov",
            "zakharof",
            "zacharov",
            "sakharow",
            "zala",
            "z",
            "захаров",
            "zakharova",
            "aakharov",
        ];
        let terms = terms(&words);
        for asked in ["zakharov", "zala", "захаровa", "q"] {
            for edits in 0..=2 {
                let mut expect: Vec<&str> = words
                    .iter()
                    .filter(|held| distance(asked, held) <= edits)
                    .copied()
                    .collect();
                expect.sort_unstable();
                let mut found: Vec<&str> = terms
                    .like(Field::Text, asked, edits, 50)
                    .into_iter()
                    .map(|(n, _)| terms.word(Field::Text, n))
                    .collect();
                found.sort_unstable();
                assert_eq!(found, expect, "{asked} {edits}");
            }
        }
    }

    fn distance(a: &str, b: &str) -> usize {
        let letters: Vec<char> = a.chars().collect();
        let first: Vec<usize> = (0..=letters.len()).collect();
        let last = b.chars().fold(first, |row, c| next_row(&row, &letters, c));
        last.last().copied().unwrap()
    }
}
