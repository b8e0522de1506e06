//! Pairs of words that mean the same name, and words by themselves, by script.

use std::collections::BTreeMap;
use std::path::Path;

use screen::Entity;
use screen::names::{Part, Script, parts};

use crate::data::{self, Fault};

/// Letters of a Latin form as codes: 1 to 26, 27 for else; 0 is nothing.
pub(crate) type Codes = Vec<u8>;

/// Longer words are cut.
const CODES_MAX: usize = 20;
/// Names of one record that are compared with each other.
const NAMES_MAX: usize = 12;

/// Everything the channel is learned from.
#[derive(Debug, Default)]
pub(crate) struct Spellings {
    /// Latin word and the same in another script, by its group, with its weight.
    pub(crate) pairs: BTreeMap<&'static str, Vec<(Codes, Codes, f64)>>,
    /// Words by group.
    pub(crate) words: BTreeMap<&'static str, Vec<Codes>>,
}

fn codes(text: &str) -> Codes {
    let code = |letter: u8| {
        if letter.is_ascii_lowercase() {
            letter - b'a' + 1
        } else {
            27
        }
    };
    text.bytes().take(CODES_MAX).map(code).collect()
}

fn group(script: Script) -> &'static str {
    match script {
        Script::Latin | Script::Common => "latin",
        Script::Arabic => "arabic",
        Script::Hebrew => "hebrew",
        Script::Cyrillic => "cyrillic",
        Script::Hangul => "hangul",
        Script::Han => "han",
        Script::Kana => "kana",
        _ => "other",
    }
}

impl Spellings {
    fn word(&mut self, part: &Part) {
        if !part.latin.is_empty() {
            let words = self.words.entry(group(part.script)).or_default();
            words.push(codes(&part.latin));
        }
    }

    /// Names in two scripts (`xscript_*.csv`). Rows with quoted cells hold more than a name and are left out.
    ///
    /// # Errors
    /// A set cannot be read.
    pub(crate) fn between_scripts(&mut self, data: &Path) -> Result<(), Fault> {
        let sets = data::pair_sets(data)?;
        for (_, path) in sets.iter().filter(|(name, _)| name.starts_with("xscript_")) {
            for line in data::text(path)?.lines().skip(1) {
                let cells: Vec<&str> = line.split(',').collect();
                let [one, other, "true"] = cells.as_slice() else {
                    continue;
                };
                self.same(&parts(one), &parts(other));
            }
        }
        Ok(())
    }

    /// Two names that mean the same, part by part where both have as many.
    fn same(&mut self, one: &[Part], other: &[Part]) {
        if one.len() != other.len() {
            return;
        }
        for (a, b) in one.iter().zip(other) {
            self.word(b);
            self.word(a);
            if a.script == Script::Latin && !a.latin.is_empty() && !b.latin.is_empty() {
                let pairs = self.pairs.entry(group(b.script)).or_default();
                pairs.push((codes(&a.latin), codes(&b.latin), 1.0));
            }
        }
    }

    /// Spellings of one person's names on the lists: parts that are alike but not the same, and the same ones.
    pub(crate) fn on_lists(&mut self, records: &[Entity]) {
        let mut seen: BTreeMap<(Codes, Codes), f64> = BTreeMap::new();
        for record in records.iter().filter(|record| record.schema == "Person") {
            let texts = record.values("name").iter().chain(record.values("alias"));
            let names: Vec<_> = texts.take(NAMES_MAX).map(|name| parts(name)).collect();
            for part in names.iter().flatten() {
                self.word(part);
            }
            for (at, one) in names.iter().enumerate() {
                for other in names.iter().skip(at + 1) {
                    for part in one.iter().filter(|part| is_spelling(part)) {
                        if let Some(best) = nearest(part, other) {
                            let pair = (codes(&part.latin), codes(&best.latin));
                            *seen.entry(pair).or_default() += 1.0;
                        }
                    }
                }
            }
        }
        // A spelling that recurs says less each time.
        let pairs = seen
            .into_iter()
            .map(|((one, other), count)| (one, other, count.ln_1p()));
        self.pairs.entry("latin").or_default().extend(pairs);
    }
}

fn is_spelling(part: &Part) -> bool {
    part.script == Script::Latin && part.latin.len() >= 3
}

/// The part of the other name that is most likely the same, where one may be.
fn nearest<'p>(part: &Part, other: &'p [Part]) -> Option<&'p Part> {
    let near = |candidate: &&Part| {
        candidate.skeleton == part.skeleton
            || edits(&part.latin, &candidate.latin) <= 2 && part.latin.len() >= 5
    };
    let alike = other.iter().filter(|candidate| is_spelling(candidate));
    alike
        .filter(near)
        .min_by_key(|candidate| edits(&part.latin, &candidate.latin))
}

/// Letters to change, add or take away.
fn edits(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, a) in one.bytes().enumerate() {
        let mut before = at + 1;
        let mut diagonal = at;
        let letters = std::iter::once(None).chain(other.bytes().map(Some));
        for (cell, b) in row.iter_mut().zip(letters) {
            let above = *cell;
            if let Some(b) = b {
                *cell = (diagonal + usize::from(a != b))
                    .min(before + 1)
                    .min(above + 1);
            } else {
                *cell = at + 1;
            }
            (before, diagonal) = (*cell, above);
        }
    }
    row.last().copied().unwrap_or_default()
}
