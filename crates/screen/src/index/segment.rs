//! A segment: records that never change, ready to be searched, as bytes ([`super::flat`]).

use std::sync::OnceLock;

use super::facts::Facts;
use super::flat::{Flat, Held, Unusable};
use super::keys::Directory;
use super::near::Recent;
use super::{build, keys};
use crate::entity::{Entity, prop};
use crate::names::evidence::Word;
use crate::names::{Class, Script};

pub(super) const BLOBS: usize = 0;
pub(super) const ENTITIES: usize = 1;
pub(super) const FACTS: usize = 2;
pub(super) const NAMES: usize = 3;
pub(super) const NAME_PARTS: usize = 4;
pub(super) const PARTS: usize = 5;
pub(super) const ARENA: usize = 6;
pub(super) const ROW_STARTS: usize = 7;
pub(super) const ROWS: usize = 8;
pub(super) const BY_KEY: usize = 9;
pub(super) const BY_JOINED: usize = 12;
pub(super) const BY_NUMBER: usize = 15;
pub(super) const BY_ID: usize = 18;
pub(super) const SETS: usize = 21;
pub(super) const HEADS: usize = 22;
pub(super) const BY_HEAD: usize = 23;
pub(super) const SECTIONS: usize = 26;

const ENTITY_ROW: usize = 24;
const NAME_ROW: usize = 12;
const PART_ROW: usize = 28;

const fn directory(first: usize) -> Directory {
    Directory {
        starts: first,
        entries: first + 1,
        postings: first + 2,
    }
}

/// What the list calls a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameKind {
    Name,
    Alias,
    Previous,
    Weak,
}

impl NameKind {
    pub(crate) const ALL: [NameKind; 4] = [
        NameKind::Name,
        NameKind::Alias,
        NameKind::Previous,
        NameKind::Weak,
    ];

    fn of(code: u8) -> NameKind {
        *NameKind::ALL
            .get(usize::from(code))
            .unwrap_or(&NameKind::Weak)
    }

    pub(crate) fn property(self) -> &'static str {
        match self {
            NameKind::Name => prop::NAME,
            NameKind::Alias => prop::ALIAS,
            NameKind::Previous => prop::PREVIOUS_NAME,
            NameKind::Weak => prop::WEAK_ALIAS,
        }
    }
}

/// One name of a record, in one reading.
#[derive(Clone, Copy, Debug)]
pub(super) struct NameRow {
    pub(super) entity: u32,
    pub(super) from: u32,
    pub(super) count: u8,
    pub(super) kind: NameKind,
    /// Which value of its property it is.
    pub(super) value: u16,
}

/// A part's text is kept up to this many bytes; what is longer is no name.
const TEXT_BYTES_MAX: usize = 120;

pub(super) fn short_text(text: &str) -> &str {
    let mut end = text.len().min(TEXT_BYTES_MAX);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

/// Records that never change.
#[derive(Debug)]
pub(super) struct Segment {
    pub(super) flat: Flat,
    pub(super) recent: Recent,
    /// Read when a filter first asks for them.
    sets: OnceLock<Vec<Vec<String>>>,
}

impl Segment {
    pub(super) fn build(entities: &[Entity]) -> Segment {
        let bytes = build::write(entities);
        match Flat::open(std::sync::Arc::new(bytes), SECTIONS, true) {
            Ok(flat) => Segment {
                flat,
                recent: Recent::default(),
                sets: OnceLock::new(),
            },
            // Just written by the same program.
            Err(error) => unreachable!("a segment that was just written cannot be read: {error}"),
        }
    }

    pub(super) fn open(held: Held) -> Result<Segment, Unusable> {
        Ok(Segment {
            flat: Flat::open(held, SECTIONS, false)?,
            recent: Recent::default(),
            sets: OnceLock::new(),
        })
    }

    pub(super) fn len(&self) -> usize {
        self.flat.len(ENTITIES) / ENTITY_ROW
    }

    pub(super) fn names(&self) -> usize {
        self.flat.len(NAMES) / NAME_ROW
    }

    fn entity_row(&self, place: u32) -> [u32; 6] {
        let mut row = [0; 6];
        for (to, from) in row
            .iter_mut()
            .zip(self.flat.u32s(ENTITIES, place as usize * 6, 6))
        {
            *to = from;
        }
        row
    }

    /// The record at a place.
    pub(super) fn entity(&self, place: u32) -> Option<Entity> {
        let [low, high, len, ..] = self.entity_row(place);
        let from = (u64::from(high) << 32) | u64::from(low);
        let bytes = self
            .flat
            .get(BLOBS, usize::try_from(from).ok()?, len as usize);
        serde_json::from_slice(bytes).ok()
    }

    pub(super) fn facts(&self, place: u32) -> Facts {
        let from = self.entity_row(place)[3] as usize;
        let rest = self.flat.len(FACTS).saturating_sub(from);
        Facts::read(self.flat.get(FACTS, from, rest.min(512)))
    }

    /// Code of the record's schema, and of the set of lists it is on.
    pub(super) fn kind(&self, place: u32) -> (u32, u32) {
        let [.., kind, set] = self.entity_row(place);
        (kind, set)
    }

    /// The different sets of lists that records are on.
    pub(super) fn sets(&self) -> &[Vec<String>] {
        self.sets.get_or_init(|| {
            let bytes = self.flat.get(SETS, 0, self.flat.len(SETS));
            serde_json::from_slice(bytes).unwrap_or_default()
        })
    }

    pub(super) fn name(&self, row: u32) -> NameRow {
        let bytes = self.flat.get(NAMES, row as usize * NAME_ROW, NAME_ROW);
        let number = |at: usize| {
            let four = bytes.get(at..at + 4).and_then(|four| four.try_into().ok());
            four.map_or(0, u32::from_le_bytes)
        };
        let last = number(8).to_le_bytes();
        NameRow {
            entity: number(0),
            from: number(4),
            count: last[0],
            kind: NameKind::of(last[1]),
            value: u16::from_le_bytes([last[2], last[3]]),
        }
    }

    pub(super) fn parts_of(&self, name: &NameRow) -> impl Iterator<Item = u32> + '_ {
        self.flat
            .u32s(NAME_PARTS, name.from as usize, usize::from(name.count))
    }

    /// A part of the vocabulary, with its rarity among people; and in how many records it stands.
    pub(super) fn word(&self, place: u32) -> (Word<'_>, u32) {
        let bytes = self.flat.get(PARTS, place as usize * PART_ROW, PART_ROW);
        let byte = |at: usize| bytes.get(at).copied().unwrap_or(0);
        let two = |at: usize| u16::from_le_bytes([byte(at), byte(at + 1)]);
        let four =
            |at: usize| u32::from_le_bytes([byte(at), byte(at + 1), byte(at + 2), byte(at + 3)]);
        let (from, text, codes) = (four(0) as usize, usize::from(byte(4)), usize::from(byte(5)));
        let arena = self.flat.get(ARENA, from, text + codes);
        let (text, codes) = arena.split_at_checked(text).unwrap_or((&[], &[]));
        let word = Word {
            text,
            codes,
            script: Script::from_code(byte(6)),
            class: Class::from_code(byte(7)),
            alone: two(8),
            surprise: two(10),
            sound: two(16),
            skeleton: four(20),
            syllable: four(24),
            among_syllables: false,
            has_others: two(18) == 1,
        };
        (word, four(12))
    }

    /// Whether a part of the vocabulary is of this script.
    pub(super) fn is_of_script(&self, place: u32, script: Script) -> bool {
        let byte = self.flat.get(PARTS, place as usize * PART_ROW + 6, 1);
        byte.first().is_some_and(|code| *code == script as u8)
    }

    /// Names in which a part stands.
    pub(super) fn rows_of(&self, part: u32) -> impl Iterator<Item = u32> + '_ {
        let (from, to) = self.row_range(part);
        self.flat.u32s(ROWS, from, to.saturating_sub(from))
    }

    pub(super) fn row_count(&self, part: u32) -> usize {
        let (from, to) = self.row_range(part);
        to.saturating_sub(from)
    }

    fn row_range(&self, part: u32) -> (usize, usize) {
        let mut around = self.flat.u32s(ROW_STARTS, part as usize, 2);
        let from = around.next().unwrap_or(0);
        (from as usize, around.next().unwrap_or(from) as usize)
    }

    pub(super) fn parts_by_key(&self, key: u32) -> impl Iterator<Item = u32> + '_ {
        directory(BY_KEY).get(&self.flat, key)
    }

    pub(super) fn names_by_joined(&self, key: u32) -> impl Iterator<Item = u32> + '_ {
        directory(BY_JOINED).get(&self.flat, key)
    }

    pub(super) fn entities_by_number(&self, number: &str) -> impl Iterator<Item = u32> + '_ {
        directory(BY_NUMBER).get(&self.flat, keys::hash(b'N', number))
    }

    /// Other records that say they are the same person or thing.
    pub(super) fn linked(&self, place: u32) -> impl Iterator<Item = u32> + '_ {
        let head = self.flat.u32(HEADS, place as usize);
        directory(BY_HEAD)
            .get(&self.flat, head)
            .filter(move |other| *other != place)
    }

    /// The places of records with this id, or known by it.
    pub(super) fn places(&self, id: &str) -> Vec<u32> {
        let places = directory(BY_ID).get(&self.flat, keys::hash(b'I', id));
        let known = |e: Entity| e.id == id || e.referents.iter().any(|r| r == id);
        places
            .filter(|place| self.entity(*place).is_some_and(known))
            .collect()
    }
}
