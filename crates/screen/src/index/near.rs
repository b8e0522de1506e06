//! What is near an asked part of a name: the same word, other spellings of it, the same in another script, a nickname.
//! Found by keys, then judged one by one ([`evidence`]).

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::keys::{self, By, Side};
use super::segment::Segment;
use crate::limits;
use crate::names::channel::Beside;
use crate::names::evidence::{Word, evidence, evidence_by};
use crate::names::likeness::PartKind;
use crate::names::{Class, Part, nicknames};

/// A part of the vocabulary near an asked part.
#[derive(Clone, Copy, Debug)]
pub(super) struct Near {
    pub(super) place: u32,
    kind: PartKind,
    pub(super) evidence: i32,
}

/// An asked part with what is near it in one segment, sorted by place.
pub(super) struct Looked<'a> {
    pub(super) word: Word<'a>,
    pub(super) near: Arc<[Near]>,
}

/// What was looked up lately: people's names repeat, and looking is the dearest part of a search. Only parts of names are kept,
/// never who was asked for, and [`Recent::forget`] forgets them.
#[derive(Debug, Default)]
pub(super) struct Recent(Mutex<Generations>);

/// How rare a part is, and what is near it.
type Found = (u16, Arc<[Near]>);

/// When the young are many they become the old, and what was not asked for since the last time is forgotten.
#[derive(Debug, Default)]
struct Generations {
    young: HashMap<Box<str>, Found>,
    old: HashMap<Box<str>, Found>,
}

impl Generations {
    fn put(&mut self, text: Box<str>, found: Found) {
        if self.young.len() >= limits::RECENT_PARTS_MAX / 2 {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(text, found);
    }
}

impl Recent {
    fn known(&self) -> MutexGuard<'_, Generations> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn get(&self, text: &str) -> Option<Found> {
        let mut known = self.known();
        if let Some(found) = known.young.get(text) {
            return Some(found.clone());
        }
        let (text, found) = known.old.remove_entry(text)?;
        known.put(text, found.clone());
        Some(found)
    }

    fn put(&self, text: &str, found: Found) {
        self.known().put(text.into(), found);
    }

    pub(super) fn forget(&self) {
        *self.known() = Generations::default();
    }

    /// How many parts are kept.
    pub(super) fn len(&self) -> usize {
        let known = self.known();
        known.young.len() + known.old.len()
    }
}

/// Rarity among people and on the list together: what a quarter of the list has says little, whoever else has it.
fn blended(surprise: u16, records: u32, all: usize) -> u16 {
    if all < 1_000 || records < 4 {
        return surprise;
    }
    let share = 0.5 * f64::from(records) / all as f64;
    let listed = (-share.ln() * 100.0).clamp(0.0, 2_000.0) as u16;
    surprise.min(listed)
}

/// A part of the vocabulary, as rare as it is among people and on the list together.
fn word_of(segment: &Segment, place: u32) -> Word<'_> {
    let (mut word, records) = segment.word(place);
    word.surprise = blended(word.surprise, records, segment.len());
    word
}

/// The parts of a listed name. One that is nothing but what joins others elsewhere ("Le", "Y") is a name all the same.
pub(super) fn words_of<'s>(segment: &'s Segment, places: &[u32]) -> Vec<Word<'s>> {
    let mut words: Vec<Word<'_>> = places.iter().map(|at| word_of(segment, *at)).collect();
    if words.iter().all(|word| word.class == Class::Particle) {
        words.iter_mut().for_each(|word| word.class = Class::Weak);
    }
    words
}

/// Everything near an asked part.
pub(super) fn look<'a>(segment: &Segment, part: &'a Part) -> Looked<'a> {
    // What is near a syllable depends on the rest of its name.
    let remembered = match part.among_syllables && !part.syllable.is_empty() {
        true => Cow::Owned(format!("{} +", part.text)),
        false => Cow::Borrowed(&*part.text),
    };
    if let Some((surprise, near)) = segment.recent.get(&remembered) {
        let word = Word {
            surprise,
            ..part.word()
        };
        return Looked { word, near };
    }
    let (word, near) = look_up(segment, part);
    segment
        .recent
        .put(&remembered, (word.surprise, Arc::clone(&near)));
    Looked { word, near }
}

fn look_up<'a>(segment: &Segment, part: &'a Part) -> (Word<'a>, Arc<[Near]>) {
    let mut word = part.word();
    let mut places: Vec<(u32, By)> = Vec::with_capacity(256);
    // Few sounds meet many words: in one script letters tell more.
    let few_sounds = part.skeleton.len() < 4;
    let side = Side::of(part.script);
    keys::of_asked(part, &mut |key, by, of| {
        if !few_sounds || by != By::Sound || of != Some(side) {
            places.extend(segment.parts_by_key(key).map(|place| (place, by)));
        } else if side != Side::Latin {
            let found = segment.parts_by_key(key);
            let other = found.filter(|place| !segment.is_of_script(*place, part.script));
            places.extend(other.map(|place| (place, by)));
        }
    });
    for short in nicknames::of(&part.text) {
        places.extend(
            segment
                .parts_by_key(keys::hash(b'T', short))
                .map(|place| (place, By::Same)),
        );
    }
    places.sort_unstable();
    places.dedup_by_key(|(place, _)| *place);
    if places.len() > limits::NEAR_PARTS_MAX {
        places.select_nth_unstable_by_key(limits::NEAR_PARTS_MAX, |(place, by)| (*by, *place));
        places.truncate(limits::NEAR_PARTS_MAX);
        places.sort_unstable();
    }
    let same = segment.parts_by_key(keys::hash(b'T', &part.text));
    for place in same {
        let (listed, records) = segment.word(place);
        if listed.text == word.text {
            word.surprise = blended(word.surprise, records, segment.len());
        }
    }
    let mut near = Vec::with_capacity(places.len());
    let mut beside = Beside::new(word.script, word.codes);
    let mut together = |listed: (_, &[u8]), limit| beside.together_cost(listed, limit);
    // Words lie far apart in memory: fetching them one after the other lets the waits overlap.
    let listed: Vec<Word<'_>> = places.iter().map(|(at, _)| word_of(segment, *at)).collect();
    for ((place, _), listed) in places.into_iter().zip(&listed) {
        let met = evidence_by(&word, listed, &mut together);
        if let Some((kind, evidence)) = met {
            near.push(Near {
                place,
                kind,
                evidence,
            });
        }
    }
    let near = Arc::from(near);
    (word, near)
}

impl Looked<'_> {
    /// In what way it meets a listed part, by what keys led to.
    pub(super) fn meets(&self, place: u32, listed: &Word<'_>) -> Option<(PartKind, i32)> {
        if let Ok(at) = self.near.binary_search_by_key(&place, |n| n.place) {
            return self.near.get(at).map(|n| (n.kind, n.evidence));
        }
        let direct = self.word.is_initial() || listed.is_initial();
        if direct {
            evidence(&self.word, listed)
        } else {
            None
        }
    }
}
