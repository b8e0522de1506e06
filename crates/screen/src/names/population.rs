//! How rare a part of a name is among people at large, before any list is looked at.
//!
//! The table (`learned/population.txt`) was counted by `examples/learn.rs`; its head names the sources. Rarity is measured as
//! surprise, in hundredths of a nat: 0 where everybody has the part, 500 where one person in 150 has it.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use super::script::{self, Script};

/// Surprise of a part that nobody is known to have.
pub(crate) const UNKNOWN: u16 = 1_150;

/// Surprise by hash.
type Table = HashMap<u64, u16, BuildHasherDefault<Ready>>;

struct Tables {
    by_text: Table,
    by_skeleton: Table,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut by_text = Table::default();
    let mut shares: HashMap<u64, f64, BuildHasherDefault<Ready>> = HashMap::default();
    for line in include_str!("learned/population.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let mut words = line.split(' ');
        let Some(cost) = words.next().and_then(|cost| cost.parse::<u16>().ok()) else {
            continue;
        };
        for word in words {
            by_text.insert(fnv(word.as_bytes()), cost);
            let script = Script::of(word);
            let skeleton = script::skeleton(&script::latin(word, script));
            *shares.entry(fnv(skeleton.as_bytes())).or_default() +=
                (f64::from(cost) / -100.0).exp();
        }
    }
    let surprise = |share: f64| (share.ln() * -100.0).clamp(0.0, f64::from(UNKNOWN)) as u16;
    let by_skeleton = shares
        .into_iter()
        .map(|(hash, share)| (hash, surprise(share)))
        .collect();
    Tables {
        by_text,
        by_skeleton,
    }
});

/// How surprising it is that somebody's name has this part (plain text), at most [`UNKNOWN`].
pub(crate) fn surprise(text: &str) -> u16 {
    let found = TABLES.by_text.get(&fnv(text.as_bytes()));
    found.copied().unwrap_or(UNKNOWN)
}

/// How surprising it is that somebody's name has a part that sounds about like this, in whatever script.
pub(crate) fn surprise_of_sound(skeleton: &str) -> u16 {
    let found = TABLES.by_skeleton.get(&fnv(skeleton.as_bytes()));
    found.copied().unwrap_or(UNKNOWN)
}

/// FNV-1a, 64 bits: the same on every machine. Two words that collide share their rarity, and only that.
pub(crate) fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

/// The keys are hashes already.
#[derive(Default)]
pub(crate) struct Ready(u64);

impl Hasher for Ready {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = fnv(bytes);
    }

    fn write_u32(&mut self, place: u32) {
        self.0 = u64::from(place).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_names_surprise_little() {
        assert!(surprise("maria") < 450);
        assert!(surprise("maria") < surprise("kakwavu"));
        assert_eq!(surprise("qzqzqz"), UNKNOWN);
    }
}
