//! Ids and their places: the ids themselves one after the other in one text, and a table of short marks of ids, sorted, for
//! looking one up. Ids that were merged into a record have a mark only; whether one really is meant is asked of the record.

use std::ops::Range;

/// Set on a place in the table where the mark is of an id that was merged.
const MERGED: u32 = 1 << 31;

#[derive(Debug, Default)]
pub(super) struct Ids {
    text: String,
    ends: Vec<u32>,
    marks: Vec<(u32, u32)>,
}

/// A short mark of an id (FNV-1a, 32 bits): many ids may share one, so that it is only where to look.
fn mark(id: &str) -> u32 {
    id.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

impl Ids {
    pub(super) fn add(&mut self, id: &str, merged: &[String], place: u32) {
        self.text.push_str(id);
        self.ends
            .push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        self.marks.push((mark(id), place));
        for other in merged.iter().filter(|other| *other != id) {
            self.marks.push((mark(other), place | MERGED));
        }
    }

    pub(super) fn sort(&mut self) {
        self.marks.sort_unstable();
        self.marks.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.text.shrink_to_fit();
    }

    /// The id at a place.
    pub(super) fn id(&self, place: u32) -> &str {
        let from = match place {
            0 => 0,
            n => self.ends.get(n as usize - 1).copied().unwrap_or_default(),
        };
        let to = self.ends.get(place as usize).copied().unwrap_or(from);
        self.text.get(from as usize..to as usize).unwrap_or("")
    }

    fn alike(&self, id: &str) -> Range<usize> {
        let mark = mark(id);
        let from = self.marks.partition_point(|(held, _)| *held < mark);
        let to = self.marks.partition_point(|(held, _)| *held <= mark);
        from..to
    }

    /// The place of a record's own id; of two records with one id, the later one.
    pub(super) fn place(&self, id: &str) -> Option<u32> {
        let alike = self.marks.get(self.alike(id))?.iter();
        alike
            .map(|(_, place)| *place)
            .filter(|place| place & MERGED == 0 && self.id(*place) == id)
            .max()
    }

    /// Places of records into which this id may have been merged.
    pub(super) fn merged(&self, id: &str) -> impl Iterator<Item = u32> + '_ {
        let alike = self.marks.get(self.alike(id)).unwrap_or(&[]).iter();
        alike
            .filter(|(_, place)| place & MERGED != 0)
            .map(|(_, place)| place & !MERGED)
    }

    pub(super) fn bytes(&self) -> usize {
        self.text.capacity() + 4 * self.ends.capacity() + 8 * self.marks.capacity()
    }
}
