//! Keys by which parts of names are found: the text of a part, its Latin form, its skeleton, its skeleton with one sound left
//! out. Kept as a directory by the first bits of a hash, and the postings of each hash one after the other.

use super::flat::{Flat, Section};
use crate::names::population::fnv;
use crate::names::{Part, Script};

/// Hash of a key of a kind.
pub(super) fn hash(kind: u8, text: &str) -> u32 {
    let wide = fnv(text.as_bytes()) ^ u64::from(kind).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mixed = (wide ^ (wide >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    (mixed >> 32) as u32
}

/// A directory in three sections: where the entries of each prefix begin, the entries (hash, first posting), the postings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Directory {
    pub(super) starts: usize,
    pub(super) entries: usize,
    pub(super) postings: usize,
}

/// Writes a directory of (hash, place) pairs.
pub(super) fn write(mut pairs: Vec<(u32, u32)>) -> [Vec<u8>; 3] {
    pairs.sort_unstable();
    pairs.dedup();
    let mut distinct = 0;
    let mut last = None;
    for (hash, _) in &pairs {
        distinct += usize::from(last != Some(*hash));
        last = Some(*hash);
    }
    let bits = bits_for(distinct);
    let (mut starts, mut entries, mut postings) =
        (Section::default(), Section::default(), Section::default());
    let mut prefix = 0;
    starts.u32(0);
    let (mut count, mut last) = (0, None);
    for (at, (hash, place)) in pairs.iter().enumerate() {
        if last != Some(*hash) {
            let this = (u64::from(*hash) >> (32 - bits)) as usize;
            while prefix < this {
                starts.u32(count);
                prefix += 1;
            }
            entries.u32(*hash as usize);
            entries.u32(at);
            count += 1;
            last = Some(*hash);
        }
        postings.u32(*place as usize);
    }
    while prefix < 1 << bits {
        starts.u32(count);
        prefix += 1;
    }
    entries.u32(u32::MAX as usize);
    entries.u32(pairs.len());
    [starts.0, entries.0, postings.0]
}

/// A prefix has about four entries.
fn bits_for(entries: usize) -> u32 {
    (usize::BITS - (entries / 4).leading_zeros()).clamp(1, 28)
}

impl Directory {
    /// The places of a key.
    pub(super) fn get<'f>(self, flat: &'f Flat, hash: u32) -> impl Iterator<Item = u32> + 'f {
        let (from, count) = self.range(flat, hash).unwrap_or((0, 0));
        flat.u32s(self.postings, from, count)
    }

    fn range(self, flat: &Flat, hash: u32) -> Option<(usize, usize)> {
        let prefixes = (flat.len(self.starts) / 4).checked_sub(1)?;
        let bits = prefixes.checked_ilog2()?;
        let prefix = (u64::from(hash) >> (32 - bits)) as usize;
        let mut around = flat.u32s(self.starts, prefix, 2);
        let (from, to) = (around.next()? as usize, around.next()? as usize);
        let entries = flat.get(self.entries, from * 8, (to - from.min(to) + 1) * 8);
        let mut numbers = entries
            .chunks_exact(4)
            .filter_map(|four| Some(u32::from_le_bytes(four.try_into().ok()?)));
        for _ in from..to {
            let (key, first) = (numbers.next()?, numbers.next()? as usize);
            if key == hash {
                let after = numbers.nth(1)? as usize;
                return Some((first, after.saturating_sub(first)));
            }
        }
        None
    }
}

/// The skeleton with each of its sounds left out in turn; nothing for short ones, which would meet everything.
pub(super) fn shortened(skeleton: &str, found: &mut dyn FnMut(&str)) {
    let sounds = skeleton.chars().count();
    if sounds < 3 {
        return;
    }
    let mut shorter = String::with_capacity(skeleton.len());
    for gap in 0..sounds {
        shorter.clear();
        shorter.extend(
            skeleton
                .chars()
                .enumerate()
                .filter(|(at, _)| *at != gap)
                .map(|(_, c)| c),
        );
        found(&shorter);
    }
}

/// Latin forms of these lengths are also found with one letter left out.
const LETTERS: std::ops::RangeInclusive<usize> = 4..=14;

/// How a key leads to a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum By {
    /// The same text or the same sounds.
    Same,
    /// A letter more, less, or other.
    Letter,
    /// A sound more, less, or other.
    Sound,
}

/// Whether sounds are of a Latin part or of a part in another script. They have keys of their own: where few sounds are asked for in
/// Latin letters, what sounds alike in Latin letters need not be gone through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Latin,
    Other,
}

impl Side {
    const BOTH: [Side; 2] = [Side::Latin, Side::Other];

    pub(super) fn of(script: Script) -> Side {
        match script {
            Script::Latin => Side::Latin,
            _ => Side::Other,
        }
    }

    /// The same sounds.
    fn sounds(self, skeleton: &str) -> u32 {
        let kind = if self == Side::Latin { b's' } else { b'S' };
        hash(kind, skeleton)
    }

    /// The same sounds, one left out.
    fn shortened(self, skeleton: &str) -> u32 {
        let kind = if self == Side::Latin { b'd' } else { b'D' };
        hash(kind, skeleton)
    }
}

/// Keys under which parts of the same sounds stand, whatever their script.
pub(super) fn of_sounds(skeleton: &str) -> [u32; 2] {
    Side::BOTH.map(|side| side.sounds(skeleton))
}

/// Keys of a listed part: its text, skeleton and shortened skeletons, and its Latin form with a letter left out.
pub(super) fn of_listed(part: &Part, found: &mut dyn FnMut(u32)) {
    found(hash(b'T', &part.text));
    if !part.syllable.is_empty() {
        found(hash(b'E', &part.syllable));
    }
    if part.skeleton.is_empty() {
        return;
    }
    let side = Side::of(part.script);
    found(side.sounds(&part.skeleton));
    shortened(&part.skeleton, &mut |shorter| {
        found(side.shortened(shorter))
    });
    if LETTERS.contains(&part.latin.len()) {
        found(hash(b'R', &part.latin));
        shortened(&part.latin, &mut |shorter| found(hash(b'R', shorter)));
    }
}

/// Keys to look under for an asked part, in what way each leads to what stands there, and on which side that is, where it is known.
pub(super) fn of_asked(part: &Part, found: &mut dyn FnMut(u32, By, Option<Side>)) {
    found(hash(b'T', &part.text), By::Same, None);
    if !part.syllable.is_empty() {
        found(hash(b'E', &part.syllable), By::Same, None);
    }
    if part.skeleton.is_empty() {
        return;
    }
    for side in Side::BOTH {
        found(side.sounds(&part.skeleton), By::Same, Some(side));
    }
    if (LETTERS.start() - 1..=LETTERS.end() + 1).contains(&part.latin.len()) {
        found(hash(b'R', &part.latin), By::Letter, None);
        shortened(&part.latin, &mut |shorter| {
            found(hash(b'R', shorter), By::Letter, None);
        });
    }
    for side in Side::BOTH {
        found(side.shortened(&part.skeleton), By::Sound, Some(side));
        shortened(&part.skeleton, &mut |shorter| {
            found(side.sounds(shorter), By::Sound, Some(side));
            found(side.shortened(shorter), By::Sound, Some(side));
        });
    }
}

/// Document numbers in a text such as "CAR diplomatic passport no. D00000898": runs of Latin letters and digits, with at least
/// four digits, upper case; the whole text without signs too, as numbers are written with spaces and dashes.
pub(super) fn numbers_in(text: &str) -> Vec<String> {
    let plain: String = text
        .chars()
        .take(120)
        .map(|c| crate::names::digit(c).unwrap_or(c))
        .collect();
    let upper = plain.to_ascii_uppercase();
    let whole: String = upper.chars().filter(char::is_ascii_alphanumeric).collect();
    let mut found: Vec<String> = upper
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|run| run.bytes().filter(u8::is_ascii_digit).count() >= 4 && run.len() >= 5)
        .map(str::to_owned)
        .collect();
    let signed = whole.len() <= 24 && whole.bytes().filter(u8::is_ascii_digit).count() >= 4;
    if signed && whole.len() >= 5 && !found.contains(&whole) {
        found.push(whole);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::flat;
    use std::sync::Arc;

    #[test]
    fn numbers_are_found_in_text() {
        for (text, expect) in [
            ("A0003039", vec!["A0003039"]),
            (" 381310014", vec!["381310014"]),
            ("CAR diplomatic passport no. D00000898", vec!["D00000898"]),
            ("1-78-09-44621-80", vec!["44621", "17809446 2180"]),
            ("OB 0243318", vec!["0243318", "OB0243318"]),
            ("٣٨١٣١٠٠١٤", vec!["381310014"]),
            ("na", vec![]),
            ("no. 12", vec![]),
        ] {
            let expect: Vec<String> = expect.iter().map(|s| s.replace(' ', "")).collect();
            assert_eq!(numbers_in(text), expect, "{text}");
        }
    }

    #[test]
    fn a_directory_gives_back_what_was_put_in() {
        let pairs: Vec<(u32, u32)> = (0..5_000_u32)
            .map(|n| (hash(b'T', &(n % 1_500).to_string()), n))
            .chain([(0, 7), (u32::MAX, 9), (u32::MAX, 3)])
            .collect();
        let written = flat::write(&write(pairs.clone()));
        let flat = Flat::open(Arc::new(written), 3, false).unwrap();
        let directory = Directory {
            starts: 0,
            entries: 1,
            postings: 2,
        };
        for (key, _) in &pairs {
            let mut expect: Vec<u32> = pairs.iter().filter(|p| p.0 == *key).map(|p| p.1).collect();
            expect.sort_unstable();
            assert_eq!(directory.get(&flat, *key).collect::<Vec<_>>(), expect);
        }
        assert_eq!(directory.get(&flat, hash(b'X', "nobody")).count(), 0);
        assert!(flat.verify());
    }
}
