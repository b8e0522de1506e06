//! What is near an asked part of a name: the same word, other spellings of it, the same in another script, a nickname.
//! Found by keys, then judged one by one ([`evidence`]).

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::keys::{self, By};
use super::segment::Segment;
use crate::limits;
use crate::names::evidence::{Word, evidence};
use crate::names::likeness::PartKind;
use crate::names::{Part, nicknames};

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
pub(super) struct Recent(Mutex<HashMap<Box<str>, Found>>);

/// How rare a part is, and what is near it.
type Found = (u16, Arc<[Near]>);

impl Recent {
    fn get(&self, text: &str) -> Option<Found> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(text).cloned()
    }

    fn put(&self, text: &str, found: Found) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= limits::RECENT_PARTS_MAX {
            known.clear();
        }
        known.insert(text.into(), found);
    }

    pub(super) fn forget(&self) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }

    pub(super) fn len(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len()
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
pub(super) fn word_of(segment: &Segment, place: u32) -> Word<'_> {
    let (mut word, records) = segment.word(place);
    word.surprise = blended(word.surprise, records, segment.len());
    word
}

/// Everything near an asked part.
pub(super) fn look<'a>(segment: &Segment, part: &'a Part) -> Looked<'a> {
    if let Some((surprise, near)) = segment.recent.get(&part.text) {
        let word = Word {
            surprise,
            ..part.word()
        };
        return Looked { word, near };
    }
    let (word, near) = look_up(segment, part);
    segment
        .recent
        .put(&part.text, (word.surprise, Arc::clone(&near)));
    Looked { word, near }
}

fn look_up<'a>(segment: &Segment, part: &'a Part) -> (Word<'a>, Arc<[Near]>) {
    let mut word = part.word();
    let mut places: Vec<(u32, By)> = Vec::with_capacity(256);
    // Few sounds meet many words: in one script letters tell more.
    let few_sounds = part.skeleton.len() < 4;
    keys::of_asked(&part.text, &part.latin, &part.skeleton, &mut |key, by| {
        let found = segment.parts_by_key(key);
        let fits = |place: &u32| {
            by != By::Sound || !few_sounds || !segment.is_of_script(*place, part.script)
        };
        places.extend(found.filter(fits).map(|place| (place, by)));
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
    let near: Arc<[Near]> = places
        .into_iter()
        .filter_map(|(place, _)| {
            let (kind, evidence) = evidence(&word, &word_of(segment, place))?;
            Some(Near {
                place,
                kind,
                evidence,
            })
        })
        .collect();
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
