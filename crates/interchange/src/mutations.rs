//! Samples of every format, bent: bits flipped, ends cut off, pieces doubled or taken out. No reader stumbles, what it reads can be
//! kept and read again, and what is in doubt as a whole is held as a whole. The bends are the same in every run.

use std::collections::BTreeSet;

use jiff::civil::date;
use model::json::{Bounds, read};
use model::label::Tlp;
use serde_json::json;

use crate::abuse::issue;
use crate::biometric::{self, whole_files};
use crate::card::Format;
use crate::ftm::from_ftm;
use crate::loss::Taken;
use crate::marks::Policy;
use crate::marks::tests::{name, policy};
use crate::misp::from_misp;
use crate::stix::record_tests::{id, recipient};
use crate::stix::{check_bundle, from_stix};

/// Bends of the samples of one format.
const ROUNDS: usize = 5_000;

/// Numbers out of a number (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % end.max(1)
    }

    fn bend(&mut self, whole: &[u8]) -> Vec<u8> {
        let mut bytes = whole.to_vec();
        for _ in 0..=self.below(3) {
            let at = self.below(bytes.len());
            let end = (at + self.below(40)).min(bytes.len());
            match self.below(5) {
                0 if !bytes.is_empty() => bytes[at] ^= 1 << self.below(8),
                1 => bytes.truncate(at),
                2 => drop(bytes.drain(at..end)),
                3 => {
                    let piece = bytes[at..end].to_vec();
                    let to = self.below(bytes.len());
                    bytes.splice(to..to, piece);
                }
                // Most texts stay texts when a letter takes the place of a letter.
                _ if !bytes.is_empty() => bytes[at] = b"0aZ\"{}[],:-"[self.below(11)],
                _ => {}
            }
        }
        bytes
    }
}

fn other() -> Policy {
    Policy {
        sender: "XC".to_owned(),
        ..policy()
    }
}

fn sample(format: Format) -> Vec<u8> {
    let to = (&recipient(), date(2026, 2, 1));
    format.write(&issue(), to, &name).unwrap().0.into_bytes()
}

fn hold(taken: &[Taken]) {
    let here = BTreeSet::from(["XB".to_owned()]);
    for one in taken {
        let text = serde_json::to_string(one).unwrap();
        assert_eq!(&serde_json::from_str::<Taken>(&text).unwrap(), one);
        let ours = one.issue.owner.as_str() != "XB";
        assert!(!ours || !one.doubts.is_empty(), "XC is believed: {one:?}");
        let doubted = ours || one.doubts.iter().any(|(place, ..)| place == "/");
        for (_, label) in one.issue.record.labels() {
            let label = label.expect("a label");
            let strict = label.orcon && label.tlp == Tlp::Red;
            let readers = label.releasable_to.as_ref();
            let near = readers.is_some_and(|readers| readers.is_subset(&here));
            assert!(!doubted || (strict && near), "{one:?}");
        }
    }
}

#[test]
fn bent_bundles_are_read_without_stumbling_and_never_wider() {
    let (whole, mut dice, mut read_ones) = (sample(Format::Stix), Dice(0x5717), 0);
    for _ in 0..ROUNDS {
        let Ok(bundle) = read(&dice.bend(&whole), &Bounds::default()) else {
            continue;
        };
        read_ones += 1;
        let _ = check_bundle(&bundle);
        hold(&from_stix(&bundle, &other(), &name, &|_| id(8)));
    }
    assert!(read_ones > ROUNDS / 50, "{read_ones} were JSON");
}

#[test]
fn bent_events_are_read_without_stumbling_and_never_wider() {
    let (whole, mut dice, mut read_ones) = (sample(Format::Misp), Dice(0x3159), 0);
    for _ in 0..ROUNDS {
        let Ok(event) = read(&dice.bend(&whole), &Bounds::default()) else {
            continue;
        };
        read_ones += 1;
        hold(&from_misp(&event, &other(), &name, &|_| id(8)));
    }
    assert!(read_ones > ROUNDS / 50, "{read_ones} were JSON");
}

#[test]
fn bent_lines_are_read_without_stumbling_and_never_wider() {
    let mut whole = sample(Format::FtmWithLabels);
    let line = json!({"id": "x", "schema": "Asset", "properties": {"name": ["A thing"]}});
    whole.extend(format!("{line}\n").into_bytes());
    let (mut dice, mut read_ones) = (Dice(0xF73), 0);
    for _ in 0..ROUNDS {
        let bent = dice.bend(&whole);
        let Ok(text) = std::str::from_utf8(&bent) else {
            continue;
        };
        match from_ftm(text, &other(), &|_| id(8)) {
            Ok(taken) => {
                read_ones += 1;
                hold(&taken);
            }
            Err(at) => assert!((1..=text.lines().count()).contains(&at)),
        }
    }
    assert!(read_ones > ROUNDS / 50, "{read_ones} were lines");
}

#[test]
fn bent_biometric_files_are_read_without_stumbling() {
    let (samples, mut dice) = (whole_files(), Dice(0xB10));
    for round in 0..ROUNDS {
        let bent = dice.bend(&samples[round % samples.len()]);
        let reading = biometric::read(&bent, date(2026, 6, 1));
        assert_eq!(reading, biometric::read(&bent, date(2026, 6, 1)));
        assert!(reading.faults.len() <= 64 && reading.parts.len() <= bent.len() + 2);
    }
}
