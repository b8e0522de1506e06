//! Making a segment: everything that can be worked out about records before anybody asks.

use std::collections::HashMap;

use super::facts::Facts;
use super::flat::{self, Section};
use super::links::Links;
use super::segment::{self as seg, NameKind};
use super::{keys, kinds};
use crate::entity::Entity;
use crate::limits;
use crate::names::{self, Class, Part, written};

#[derive(Default)]
struct Builder {
    sections: Vec<Section>,
    /// Never written to a file.
    spare: Section,
    places: HashMap<Box<str>, u32>,
    parts: Vec<Known>,
    parts_by_key: Vec<(u32, u32)>,
    names_by_joined: Vec<(u32, u32)>,
    by_number: Vec<(u32, u32)>,
    by_id: Vec<(u32, u32)>,
    /// Rows of names in which a part stands, in order.
    rows_of_part: Vec<(u32, u32)>,
    names: usize,
    entities: usize,
    /// Different sets of lists that records are on.
    sets: HashMap<Vec<String>, usize>,
    links: Links,
}

/// A part of the vocabulary.
struct Known {
    part: Part,
    /// Records that have it, and the last of them that was counted.
    records: u32,
    last: u32,
}

/// Writes records as the bytes of a segment.
pub(super) fn write(entities: &[Entity]) -> Vec<u8> {
    let mut builder = Builder {
        sections: (0..seg::SECTIONS).map(|_| Section::default()).collect(),
        ..Builder::default()
    };
    for entity in entities {
        builder.entity(entity);
    }
    builder.finish()
}

impl Builder {
    fn section(&mut self, section: usize) -> &mut Section {
        match self.sections.get_mut(section) {
            Some(found) => found,
            None => &mut self.spare,
        }
    }

    fn entity(&mut self, entity: &Entity) {
        let number = u32::try_from(self.entities).unwrap_or(u32::MAX);
        let blob = serde_json::to_vec(entity).unwrap_or_default();
        let (blob_from, facts_from) = (
            self.section(seg::BLOBS).0.len(),
            self.section(seg::FACTS).0.len(),
        );
        self.section(seg::BLOBS).0.extend_from_slice(&blob);
        let facts = Facts::of_entity(entity);
        facts.write(self.section(seg::FACTS));
        self.links.entity(facts, entity.is_person());
        let names = NameKind::ALL.into_iter().flat_map(|kind| {
            let values = entity.values(kind.property()).iter().enumerate();
            values.map(move |(value, text)| (kind, value, text))
        });
        for (kind, value, text) in names.take(limits::ENTITY_NAMES_MAX) {
            self.name(number, kind, value, (text, !entity.is_person()));
        }
        for (_, text) in kinds::numbers(entity) {
            for found in keys::numbers_in(text) {
                self.by_number.push((keys::hash(b'N', &found), number));
            }
        }
        for id in entity.referents.iter().chain([&entity.id]) {
            self.by_id.push((keys::hash(b'I', id), number));
        }
        let (kind, set) = (
            kinds::code(&entity.schema) as usize,
            self.set(&entity.datasets),
        );
        let row = self.section(seg::ENTITIES);
        row.u32(blob_from & 0xFFFF_FFFF);
        row.u32(blob_from >> 32);
        row.u32(blob.len());
        row.u32(facts_from);
        row.u32(kind);
        row.u32(set);
        self.entities += 1;
    }

    /// The place of a set of lists among those seen.
    fn set(&mut self, lists: &[String]) -> usize {
        if let Some(at) = self.sets.get(lists) {
            return *at;
        }
        let next = self.sets.len();
        self.sets.insert(lists.to_vec(), next);
        next
    }

    /// One name in all its readings.
    fn name(
        &mut self,
        entity: u32,
        kind: NameKind,
        value: usize,
        (text, organisation): (&str, bool),
    ) {
        for name in written::names_in(text)
            .names
            .iter()
            .take(limits::QUERY_NAMES_MAX)
        {
            for parts in names::readings(name, organisation) {
                self.reading(entity, kind, value, parts);
            }
        }
    }

    fn reading(&mut self, entity: u32, kind: NameKind, value: usize, parts: Vec<Part>) {
        if parts.is_empty() {
            return;
        }
        let row = u32::try_from(self.names).unwrap_or(u32::MAX);
        self.links.name(entity, &parts);
        for two in parts.windows(2) {
            if let [a, b] = two
                && let Some(skeleton) = names::joined_skeleton(a, b)
            {
                self.names_by_joined
                    .push((keys::hash(b'S', &skeleton), row));
            }
        }
        let from = self.section(seg::NAME_PARTS).0.len() / 4;
        let count = parts.len();
        let weighty = parts.iter().any(|p| p.class == Class::Ordinary);
        for part in parts {
            let carries = !weighty || matches!(part.class, Class::Ordinary | Class::Weak);
            let place = self.place(part, entity);
            if carries {
                self.rows_of_part.push((place, row));
            }
            self.section(seg::NAME_PARTS).u32(place as usize);
        }
        let out = self.section(seg::NAMES);
        out.u32(entity as usize);
        out.u32(from);
        out.u8(count);
        out.u8(kind as usize);
        out.u16(value);
        self.names += 1;
    }

    fn place(&mut self, part: Part, entity: u32) -> u32 {
        let place = match self.places.get(&part.text) {
            Some(place) => *place,
            None => {
                let place = u32::try_from(self.parts.len()).unwrap_or(u32::MAX);
                keys::of_listed(&part, &mut |key| self.parts_by_key.push((key, place)));
                self.places.insert(part.text.clone(), place);
                self.parts.push(Known {
                    part,
                    records: 0,
                    last: u32::MAX,
                });
                place
            }
        };
        if let Some(known) = self.parts.get_mut(place as usize)
            && known.last != entity
        {
            known.last = entity;
            known.records += 1;
        }
        place
    }

    /// The sets of lists by their number, as JSON.
    fn sets_in_order(&self) -> Vec<u8> {
        let mut sets: Vec<(&Vec<String>, &usize)> = self.sets.iter().collect();
        sets.sort_unstable_by_key(|(_, place)| **place);
        let sets: Vec<&Vec<String>> = sets.into_iter().map(|(lists, _)| lists).collect();
        serde_json::to_vec(&sets).unwrap_or_default()
    }

    fn finish(mut self) -> Vec<u8> {
        let parts = std::mem::take(&mut self.parts);
        for known in &parts {
            let part = &known.part;
            let arena = self.section(seg::ARENA).0.len();
            let text = seg::short_text(&part.text);
            self.section(seg::ARENA)
                .0
                .extend_from_slice(text.as_bytes());
            self.section(seg::ARENA).0.extend_from_slice(&part.codes);
            let row = self.section(seg::PARTS);
            row.u32(arena);
            row.u8(text.len());
            row.u8(part.codes.len());
            row.u8(part.script as usize);
            row.u8(part.class as usize);
            row.u16(part.alone.into());
            row.u16(part.surprise.into());
            row.u32(known.records as usize);
            row.u16(part.sound.into());
            row.u16(part.has_others.into());
            row.u32(part.hashes.0 as usize);
            row.u32(part.hashes.1 as usize);
        }
        self.rows_of_part.sort_unstable();
        self.rows_of_part.dedup();
        let rows = std::mem::take(&mut self.rows_of_part);
        let mut at = 0;
        for place in 0..=parts.len() {
            while rows.get(at).is_some_and(|(p, _)| (*p as usize) < place) {
                at += 1;
            }
            self.section(seg::ROW_STARTS).u32(at);
        }
        for (_, row) in &rows {
            self.section(seg::ROWS).u32(*row as usize);
        }
        for (first, pairs) in [
            (seg::BY_KEY, std::mem::take(&mut self.parts_by_key)),
            (seg::BY_JOINED, std::mem::take(&mut self.names_by_joined)),
            (seg::BY_NUMBER, std::mem::take(&mut self.by_number)),
            (seg::BY_ID, std::mem::take(&mut self.by_id)),
        ] {
            for (n, bytes) in keys::write(pairs).into_iter().enumerate() {
                self.section(first + n).0 = bytes;
            }
        }
        let heads = std::mem::take(&mut self.links).heads();
        let mut members: Vec<(u32, usize)> = heads.iter().copied().zip(0..).collect();
        members.sort_unstable();
        let mut linked = Vec::new();
        for group in members
            .chunk_by(|a, b| a.0 == b.0)
            .filter(|group| group.len() > 1)
        {
            for (head, member) in group {
                linked.push((*head, *member as u32));
            }
        }
        for head in &heads {
            self.section(seg::HEADS).u32(*head as usize);
        }
        for (n, bytes) in keys::write(linked).into_iter().enumerate() {
            self.section(seg::BY_HEAD + n).0 = bytes;
        }
        self.section(seg::SETS).0 = self.sets_in_order();
        let sections: Vec<Vec<u8>> = self.sections.into_iter().map(|s| s.0).collect();
        flat::write(&sections)
    }
}
