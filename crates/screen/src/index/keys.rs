//! Keys by which candidates are found: the text of a part, its Latin form, its skeleton, its skeleton with one sound left out,
//! and two neighbours in one. Document numbers have their own.

use crate::names::{Class, Part};

/// Places (of names or records) by key; sorted arrays, since they are built once and read often.
#[derive(Debug, Default)]
pub(super) struct Keys {
    /// Key, and where its places begin.
    starts: Vec<(u64, u32)>,
    places: Vec<u32>,
}

impl Keys {
    pub(super) fn new(mut pairs: Vec<(u64, u32)>) -> Keys {
        pairs.sort_unstable();
        pairs.dedup();
        let mut keys = Keys {
            starts: Vec::new(),
            places: Vec::with_capacity(pairs.len()),
        };
        for (key, place) in pairs {
            if keys.starts.last().is_none_or(|(last, _)| *last != key) {
                keys.starts
                    .push((key, u32::try_from(keys.places.len()).unwrap_or(u32::MAX)));
            }
            keys.places.push(place);
        }
        keys.starts.shrink_to_fit();
        keys
    }

    pub(super) fn get(&self, key: u64) -> &[u32] {
        let Ok(at) = self.starts.binary_search_by_key(&key, |(k, _)| *k) else {
            return &[];
        };
        let from = self.starts.get(at).map_or(0, |(_, from)| *from as usize);
        let to = self
            .starts
            .get(at + 1)
            .map_or(self.places.len(), |(_, to)| *to as usize);
        self.places.get(from..to).unwrap_or_default()
    }
}

/// FNV-1a, 64 bits: the same on every machine. Two keys that collide only cost a comparison.
pub(super) fn hash(kind: &str, text: &str) -> u64 {
    let bytes = kind.bytes().chain([0]).chain(text.bytes());
    bytes.fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

/// The keys under which a part of a listed name is found.
fn of_listed(part: &Part, found: &mut dyn FnMut(u64)) {
    found(hash("T", &part.text));
    if part.latin.is_empty() {
        return;
    }
    found(hash("L", &part.latin));
    if !part.skeleton.is_empty() {
        found(hash("S", &part.skeleton));
    }
    for shorter in shortened(&part.skeleton) {
        found(hash("D", &shorter));
    }
}

/// The keys to look under for an asked part, and how much finding a name by each is worth, best first.
pub(super) fn of_asked(part: &Part, found: &mut dyn FnMut(u64, f64)) {
    found(hash("T", &part.text), 1.0);
    if part.latin.is_empty() {
        return;
    }
    found(hash("L", &part.latin), 0.95);
    if !part.skeleton.is_empty() {
        found(
            hash("S", &part.skeleton),
            if part.skeleton.len() >= 2 { 0.8 } else { 0.3 },
        );
    }
    // One sound more there, one sound more here, one sound another.
    found(hash("D", &part.skeleton), 0.5);
    for shorter in shortened(&part.skeleton) {
        found(hash("S", &shorter), 0.45);
        found(hash("D", &shorter), 0.45);
    }
}

/// The skeleton with each of its sounds left out in turn; nothing for short ones, which would meet everything.
fn shortened(skeleton: &str) -> Vec<String> {
    let sounds: Vec<char> = skeleton.chars().collect();
    let gaps = if sounds.len() >= 3 {
        0..sounds.len()
    } else {
        0..0
    };
    gaps.map(|gap| {
        sounds
            .iter()
            .enumerate()
            .filter(|(i, _)| *i != gap)
            .map(|(_, c)| *c)
            .collect()
    })
    .collect()
}

/// The keys of all parts of a name and of neighbours written as one.
pub(super) fn of_name(parts: &[Part], found: &mut dyn FnMut(u64)) {
    for part in parts.iter().filter(|p| carries(parts, p)) {
        of_listed(part, found);
    }
    for joined in joined_skeletons(parts) {
        found(hash("S", &joined));
    }
}

/// Skeletons of neighbouring parts taken as one word.
pub(super) fn joined_skeletons(parts: &[Part]) -> Vec<String> {
    let joined = parts.windows(2).filter_map(|two| {
        let (a, b) = (two.first()?, two.last()?);
        let part = (a.script == b.script && !a.latin.is_empty())
            .then(|| Part::new(&format!("{}{}", a.text, b.text)))?;
        (part.skeleton.len() >= 3).then(|| part.skeleton.into_string())
    });
    joined.collect()
}

/// Whether a part is worth a key: particles are not, unless the name has nothing else.
pub(super) fn carries(parts: &[Part], part: &Part) -> bool {
    part.class != Class::Particle || parts.iter().all(|p| p.class == Class::Particle)
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
    fn keys_find_their_places() {
        let keys = Keys::new(vec![(5, 1), (5, 0), (7, 3), (5, 1), (1, 9)]);
        assert_eq!(
            (keys.get(5), keys.get(7), keys.get(1), keys.get(6)),
            (&[0, 1][..], &[3][..], &[9][..], &[][..])
        );
    }
}
