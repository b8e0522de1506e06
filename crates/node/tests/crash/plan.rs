//! Which faults are tried, and dice that repeat.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

/// Until when faults beyond the needed ones are begun.
pub(crate) const BUDGET: Duration = Duration::from_secs(120);

/// Places of the screening index's file begin so.
pub(crate) const INDEX: &str = "index.";

/// The index is kept from walk to walk. For a fault that is to strike while its file is written there is none, as on a disk where it
/// was lost: then it is made anew from the lists.
pub(crate) fn make_way(dir: &Path, fault: &str) {
    if fault.contains(&format!(":{INDEX}")) {
        for house in ["xa", "xb"] {
            let _ = std::fs::remove_dir_all(dir.join(house).join("index"));
        }
    }
}

/// Numbers that a seed repeats (SplitMix64).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn between(&mut self, least: Duration, most: Duration) -> Duration {
        let span = most.saturating_sub(least).as_millis().max(1) as u64;
        least + Duration::from_millis(self.next() % span)
    }
}

/// How often each place was passed.
pub(crate) fn points(errors: &str) -> BTreeMap<String, u32> {
    let mut places = BTreeMap::new();
    for line in errors.lines().filter(|l| l.starts_with("fault: point ")) {
        *places.entry(place(line)).or_insert(0) += 1;
    }
    places
}

fn place(line: &str) -> String {
    let inside = line.rsplit_once('(').map_or("", |(_, place)| place);
    inside.trim_end_matches(')').to_owned()
}

/// Where the fault struck, if it did.
pub(crate) fn place_of(errors: &str) -> Option<String> {
    let struck = |l: &&str| l.starts_with("fault: killed") || l.starts_with("fault: disk error");
    errors.lines().find(struck).map(place)
}

/// Each place early, in the middle and late: killed early and late and broken in the middle is needed, the opposite is tried
/// while there is time. A place that is passed late only a few times less than told is struck a little before its end.
pub(crate) fn shares(places: &BTreeMap<String, u32>, towns: usize) -> Vec<Vec<String>> {
    let moments = |count: u32| {
        let late = count.saturating_sub(count / 5).max(1);
        [1.min(count), count.div_ceil(2), late]
    };
    let mut shares = vec![Vec::new(); towns];
    for round in [["kill", "eio", "kill"], ["eio", "kill", "eio"]] {
        for (n, (place, count)) in places.iter().enumerate() {
            for (what, at) in round.iter().zip(moments(*count)) {
                shares[n % towns].push(format!("{what}@{at}:{place}"));
            }
        }
    }
    shares
}

/// The same fault at half its number.
pub(crate) fn sooner(fault: &str) -> Option<String> {
    let (what, rest) = fault.split_once('@')?;
    let (at, place) = rest.split_once(':')?;
    let half = at.parse::<u32>().ok()? / 2;
    (half > 0).then(|| format!("{what}@{half}:{place}"))
}

/// How many of a share are needed.
pub(crate) const fn needed(len: usize) -> usize {
    len / 2
}
