//! One search: parts of names near the asked ones, names that have them, the best of those laid side by side, everything else
//! weighed, hits in order.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::hash::BuildHasherDefault;

use super::facts::Facts;
use super::keys;
use super::near::{Looked, look, words_of};
use super::segment::{NameRow, Segment};
use super::{Filter, Query, kinds};
use crate::limits;
use crate::names::align::{Aligned, align};
use crate::names::evidence::{Word, evidence};
use crate::names::population::Ready;
use crate::names::{self, Class, Part};
use crate::weigh;

/// Records less likely than this are not looked at further, whatever was asked.
const SCORE_MIN: f64 = 0.02;
/// Names laid side by side once more, part by part, with nothing left to keys.
const CLOSER_MAX: usize = 5;

/// A name that meets less well than this says nothing of linked records.
const SPREAD_FROM: f64 = 0.2;
/// How sure a link is.
const LINKED: f64 = 0.985;

/// Something by place; places are spread well enough by themselves.
type Places<T> = HashMap<u32, T, BuildHasherDefault<Ready>>;

/// A question, worked out once for all segments.
#[derive(Debug)]
pub(super) struct Ask {
    /// Every reading of every asked name.
    pub(super) readings: Vec<Vec<Part>>,
    pub(super) facts: Facts,
    pub(super) numbers: Vec<String>,
    pub(super) kinds: kinds::Asked,
}

impl Ask {
    pub(super) fn of(query: &Query) -> Ask {
        let organisation = !matches!(query.schema.as_str(), "Person");
        let mut readings = Vec::new();
        let mut parts = 0;
        for name in query.names() {
            for reading in names::readings(&name, organisation) {
                parts += reading.len();
                if parts <= limits::QUERY_PARTS_MAX || readings.is_empty() {
                    readings.push(reading);
                }
            }
        }
        Ask {
            readings,
            facts: Facts::of_query(query),
            numbers: query.numbers(),
            kinds: kinds::Asked::of(&query.schema),
        }
    }
}

/// A record that may be it.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) segment: usize,
    pub(super) place: u32,
    pub(super) score: f64,
    pub(super) name: Option<NameFound>,
    /// Whether a number met.
    pub(super) number: bool,
}

/// The name by which a record was found. Its row may be another's: of a record that says it is the same person.
#[derive(Clone, Debug)]
pub(super) struct NameFound {
    pub(super) row: NameRow,
    /// Which reading.
    pub(super) asked: usize,
    pub(super) score: f64,
    pub(super) aligned: Aligned,
}

/// Which records of a segment may answer.
pub(super) struct Sieve<'f> {
    kinds: &'f kinds::Asked,
    not_kinds: Vec<u32>,
    sets: Option<Vec<bool>>,
    not: HashSet<u32>,
    dead: &'f HashSet<u32>,
    /// For what only the record itself can tell, and what it told: a record with many names is opened once.
    record: Option<&'f Filter>,
    told: RefCell<HashMap<u32, bool>>,
}

impl<'f> Sieve<'f> {
    pub(super) fn new(
        segment: &Segment,
        dead: &'f HashSet<u32>,
        kinds: &'f kinds::Asked,
        filter: &'f Filter,
    ) -> Self {
        let by_list = filter.datasets.is_some() || !filter.not_datasets.is_empty();
        let in_record = !filter.topics.is_empty()
            || !filter.countries.is_empty()
            || filter.changed_since.is_some();
        Sieve {
            kinds,
            not_kinds: filter.not_schemas.iter().map(|s| kinds::code(s)).collect(),
            sets: by_list.then(|| {
                segment
                    .sets()
                    .iter()
                    .map(|lists| filter.lets_lists(lists))
                    .collect()
            }),
            not: filter
                .not_ids
                .iter()
                .flat_map(|id| segment.places(id))
                .collect(),
            dead,
            record: in_record.then_some(filter),
            told: RefCell::default(),
        }
    }

    fn lets(&self, segment: &Segment, place: u32) -> bool {
        let (kind, set) = segment.kind(place);
        let on_list = |sets: &Vec<bool>| sets.get(set as usize).copied().unwrap_or(false);
        self.kinds.lets(kind)
            && !self.not_kinds.contains(&kind)
            && !self.dead.contains(&place)
            && self.sets.as_ref().is_none_or(on_list)
            && !self.not.contains(&place)
            && self.record.is_none_or(|filter| {
                let open = || segment.entity(place).is_some_and(|e| filter.lets(&e));
                *self.told.borrow_mut().entry(place).or_insert_with(open)
            })
    }
}

/// Working space of a search, kept between searches.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    points: Vec<u32>,
    by: Vec<u8>,
    touched: Vec<u32>,
}

/// The records of a segment that may be who is asked for.
pub(super) fn run(
    segment: &Segment,
    number: usize,
    ask: &Ask,
    sieve: &Sieve<'_>,
    scratch: &mut Scratch,
) -> Vec<Found> {
    let mut best: Places<NameFound> = Places::default();
    for (at, reading) in ask.readings.iter().enumerate() {
        let looked: Vec<Looked<'_>> = reading.iter().map(|part| look(segment, part)).collect();
        let rows = promising(segment, reading, &looked, sieve, scratch);
        let mut laid: Vec<NameFound> = rows
            .into_iter()
            .map(|row| beside(segment, row, at, &looked, false))
            .filter(|found| found.score >= SCORE_MIN)
            .collect();
        laid.sort_by(|a, b| b.score.total_cmp(&a.score));
        for (rank, found) in laid.into_iter().enumerate() {
            let open = found.aligned.contradicted();
            let found = if open && rank < CLOSER_MAX {
                beside(segment, found.row, at, &looked, true)
            } else {
                found
            };
            let entity = found.row.entity;
            if best.get(&entity).is_none_or(|b| found.score > b.score) {
                best.insert(entity, found);
            }
        }
    }
    spread(segment, sieve, &mut best);
    let mut numbered: HashSet<u32> = HashSet::new();
    for text in &ask.numbers {
        let met = segment
            .entities_by_number(text)
            .filter(|place| sieve.lets(segment, *place));
        numbered.extend(met.filter(|place| has_number(segment, *place, text)));
    }
    let places: HashSet<u32> = best
        .keys()
        .copied()
        .chain(numbered.iter().copied())
        .collect();
    let mut facts = Vec::new();
    let found = places.into_iter().map(|place| {
        let name = best.remove(&place);
        let number_met = numbered.contains(&place);
        weigh::facts(&ask.facts, &segment.facts(place), &mut facts);
        let by_name = name.as_ref().map_or(0.0, |n| n.score);
        let score = weigh::score(by_name, number_met, facts.iter().map(|(_, says)| *says));
        Found {
            segment: number,
            place,
            score,
            name,
            number: number_met,
        }
    });
    found.filter(|f| f.score >= SCORE_MIN).collect()
}

/// A name that finds a record finds all that are linked with it, a little less surely.
fn spread(segment: &Segment, sieve: &Sieve<'_>, best: &mut Places<NameFound>) {
    let mut through: Vec<(u32, NameFound)> = Vec::new();
    for (place, found) in best.iter().filter(|(_, found)| found.score >= SPREAD_FROM) {
        let score = found.score * LINKED;
        let worse = |other: &u32| best.get(other).is_none_or(|b| b.score < score);
        for other in segment.linked(*place).filter(worse) {
            if sieve.lets(segment, other) {
                through.push((
                    other,
                    NameFound {
                        score,
                        ..found.clone()
                    },
                ));
            }
        }
    }
    for (place, found) in through {
        if best.get(&place).is_none_or(|b| b.score < found.score) {
            best.insert(place, found);
        }
    }
}

fn has_number(segment: &Segment, place: u32, number: &str) -> bool {
    segment.entity(place).is_some_and(|entity| {
        kinds::numbers(&entity).any(|(_, text)| keys::numbers_in(text).iter().any(|n| n == number))
    })
}

/// Lays a listed name beside the asked one. `closer` compares every part with every other, not only those that keys led to.
fn beside(
    segment: &Segment,
    row: NameRow,
    asked: usize,
    looked: &[Looked<'_>],
    closer: bool,
) -> NameFound {
    let places: Vec<u32> = segment.parts_of(&row).collect();
    let listed = words_of(segment, &places);
    let words: Vec<Word<'_>> = looked.iter().map(|l| l.word).collect();
    let aligned = align(&words, &listed, &mut |at, beside| {
        let (looked, listed) = (looked.get(at)?, listed.get(beside)?);
        if !matches!(
            (looked.word.class, listed.class),
            (Class::Ordinary | Class::Weak, Class::Ordinary | Class::Weak)
        ) {
            return None;
        }
        let met = looked.meets(*places.get(beside)?, listed);
        if closer {
            met.or_else(|| evidence(&looked.word, listed))
        } else {
            met
        }
    });
    let score = weigh::name_score(&aligned);
    NameFound {
        row,
        asked,
        score,
        aligned,
    }
}

/// Names worth laying side by side, the most promising first, at most [`limits::CANDIDATES_MAX`].
fn promising(
    segment: &Segment,
    reading: &[Part],
    looked: &[Looked<'_>],
    sieve: &Sieve<'_>,
    scratch: &mut Scratch,
) -> Vec<NameRow> {
    scratch
        .points
        .resize(segment.names().max(scratch.points.len()), 0);
    scratch.by.resize(scratch.points.len(), 0);
    let weighty = looked.iter().any(|l| l.word.class == Class::Ordinary);
    let mut order: Vec<&Looked<'_>> = looked
        .iter()
        .filter(|l| l.word.class == Class::Ordinary || !weighty)
        .collect();
    order.sort_by_key(|l| std::cmp::Reverse(l.word.surprise));
    let mut budget = limits::POSTINGS_MAX;
    for (turn, looked) in (1_u8..=limits::NAME_PARTS_MAX as u8).zip(&order) {
        let mut near = looked.near.to_vec();
        near.sort_unstable_by_key(|n| std::cmp::Reverse(n.evidence));
        for one in &near {
            let count = segment.row_count(one.place);
            if count > budget && turn > 2 {
                continue;
            }
            budget = budget.saturating_sub(count);
            for row in segment.rows_of(one.place) {
                scratch.note(row, turn, one.evidence.unsigned_abs());
            }
        }
    }
    for two in reading.windows(2) {
        if let [a, b] = two
            && let Some(skeleton) = names::joined_skeleton(a, b)
        {
            for row in segment.names_by_joined(keys::hash(b'S', &skeleton)) {
                scratch.note(row, u8::MAX, 500);
            }
            for key in keys::of_sounds(&skeleton) {
                for part in segment.parts_by_key(key) {
                    for row in segment.rows_of(part) {
                        scratch.note(row, u8::MAX, 500);
                    }
                }
            }
        }
    }
    for looked in looked.iter().filter(|l| l.word.codes.len() >= 4) {
        if let Some(part) = reading
            .iter()
            .find(|p| p.text.as_bytes() == looked.word.text)
        {
            for row in segment.names_by_joined(keys::hash(b'S', &part.skeleton)) {
                scratch.note(row, u8::MAX, 500);
            }
        }
    }
    scratch.best(segment, sieve)
}

impl Scratch {
    #[inline]
    fn note(&mut self, row: u32, turn: u8, points: u32) {
        let (Some(sum), Some(by)) = (
            self.points.get_mut(row as usize),
            self.by.get_mut(row as usize),
        ) else {
            return;
        };
        if *by == 0 {
            self.touched.push(row);
        }
        if *by != turn {
            *by = turn;
            *sum += points;
        }
    }

    /// The best of the names that were noted; the space is clean afterwards.
    fn best(&mut self, segment: &Segment, sieve: &Sieve<'_>) -> Vec<NameRow> {
        let points = |row: &u32| self.points.get(*row as usize).copied().unwrap_or(0);
        let top = self.touched.iter().map(points).max().unwrap_or(0);
        let mut ranked: Vec<(u32, u32)> = self
            .touched
            .iter()
            .map(|row| (points(row), *row))
            .filter(|(points, _)| *points * 4 >= top)
            .collect();
        for row in self.touched.drain(..) {
            if let (Some(points), Some(by)) = (
                self.points.get_mut(row as usize),
                self.by.get_mut(row as usize),
            ) {
                (*points, *by) = (0, 0);
            }
        }
        if ranked.len() > limits::CANDIDATES_MAX {
            // Of two names with the same points the shorter says more.
            for (points, row) in &mut ranked {
                *points = *points * 32 + 31 - u32::from(segment.name(*row).count.min(31));
            }
        }
        let order = |a: &(u32, u32), b: &(u32, u32)| b.0.cmp(&a.0).then(a.1.cmp(&b.1));
        let mut best = Vec::with_capacity(limits::CANDIDATES_MAX);
        let mut from = 0;
        // In slices, as most of what was touched is never looked at.
        // What only the record itself can tell is dear to ask.
        let most = match sieve.record {
            Some(_) => limits::OPENED_MAX,
            None => usize::MAX,
        };
        while from < ranked.len().min(most) && best.len() < limits::CANDIDATES_MAX {
            let rest = ranked.get_mut(from..).unwrap_or_default();
            let slice = rest.len().min(limits::CANDIDATES_MAX * 2);
            if slice < rest.len() {
                rest.select_nth_unstable_by(slice, order);
            }
            let slice = rest.get_mut(..slice).unwrap_or_default();
            slice.sort_unstable_by(order);
            from += slice.len();
            for (_, row) in slice.iter() {
                let name = segment.name(*row);
                if best.len() < limits::CANDIDATES_MAX && sieve.lets(segment, name.entity) {
                    best.push(name);
                }
            }
        }
        best
    }
}
