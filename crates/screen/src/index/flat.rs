//! The index as bytes: sections one after the other, in blocks that each carry a checksum.
//!
//! The bytes come from wherever the caller keeps them (a mapped file, memory). Nothing is read when they are taken in but the
//! head; a block is verified when it is first touched, and what a damaged block says is nobody's answer: it reads as empty, and
//! [`Flat::damaged`] says so from then on.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Bytes held by somebody else, for as long as the index is used.
pub type Held = Arc<dyn AsRef<[u8]> + Send + Sync>;

const MAGIC: &[u8; 8] = b"COMITYSX";
/// Raised with every change of the format or of how names are taken apart: an older file is built anew.
const VERSION: u32 = 2;
/// Bytes that share a checksum.
const BLOCK: usize = 64 * 1024;
/// Magic, version, count of sections, checksum of the rest of the head.
const FIXED: usize = 8 + 4 + 4 + 4;

/// Why bytes are no index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unusable {
    /// Another kind of file, or a file that was cut.
    #[error("this is no screening index, or a part of it is missing")]
    NoIndex,
    /// Made by another version of this program.
    #[error("the screening index was made by another version")]
    OtherVersion,
    /// The bytes are not those that were written.
    #[error("the screening index is damaged")]
    Damaged,
}

/// Sections of bytes.
pub(crate) struct Flat {
    held: Held,
    sections: Vec<(usize, usize)>,
    sums: Vec<u32>,
    verified: Vec<AtomicBool>,
    body: usize,
    damaged: AtomicBool,
}

impl fmt::Debug for Flat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Flat({} sections)", self.sections.len())
    }
}

/// Puts sections together.
pub(crate) fn write(sections: &[Vec<u8>]) -> Vec<u8> {
    let body: usize = sections.iter().map(|s| s.len().next_multiple_of(8)).sum();
    let blocks = body.div_ceil(BLOCK);
    let head = FIXED + sections.len() * 16 + blocks * 4;
    let from = head.next_multiple_of(8);
    let mut out = Vec::with_capacity(from + body);
    out.extend_from_slice(MAGIC);
    out.extend_from_slice(&VERSION.to_le_bytes());
    out.extend_from_slice(&(sections.len() as u32).to_le_bytes());
    out.extend_from_slice(&[0; 4]);
    let mut at = 0;
    for section in sections {
        out.extend_from_slice(&(at as u64).to_le_bytes());
        out.extend_from_slice(&(section.len() as u64).to_le_bytes());
        at += section.len().next_multiple_of(8);
    }
    out.resize(from, 0);
    for section in sections {
        out.extend_from_slice(section);
        out.resize(out.len().next_multiple_of(8), 0);
    }
    let sums: Vec<u32> = out
        .get(from..)
        .unwrap_or_default()
        .chunks(BLOCK)
        .map(crc32fast::hash)
        .collect();
    let mut place = FIXED + sections.len() * 16;
    for sum in sums {
        put(&mut out, place, sum);
        place += 4;
    }
    let head_sum = crc32fast::hash(out.get(FIXED..from).unwrap_or_default());
    put(&mut out, FIXED - 4, head_sum);
    out
}

fn put(out: &mut [u8], at: usize, value: u32) {
    if let Some(room) = out.get_mut(at..at + 4) {
        room.copy_from_slice(&value.to_le_bytes());
    }
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    let eight = bytes.get(at..at.checked_add(8)?)?;
    Some(u64::from_le_bytes(eight.try_into().ok()?))
}

impl Flat {
    /// Takes bytes in. `trusted` where this process just made them: their blocks are not verified again.
    pub(crate) fn open(held: Held, expect: usize, trusted: bool) -> Result<Flat, Unusable> {
        let bytes = (*held).as_ref();
        if bytes.get(..8) != Some(MAGIC) {
            return Err(Unusable::NoIndex);
        }
        let number = |at| u32_at(bytes, at).ok_or(Unusable::NoIndex);
        if number(8)? != VERSION {
            return Err(Unusable::OtherVersion);
        }
        if number(12)? as usize != expect {
            return Err(Unusable::Damaged);
        }
        let place = |at| {
            let wide = u64_at(bytes, at).ok_or(Unusable::NoIndex)?;
            usize::try_from(wide).map_err(|_| Unusable::Damaged)
        };
        let mut sections = Vec::with_capacity(expect);
        let mut end = 0;
        for n in 0..expect {
            let (from, len) = (place(FIXED + n * 16)?, place(FIXED + n * 16 + 8)?);
            end = from.checked_add(len).ok_or(Unusable::Damaged)?.max(end);
            sections.push((from, len));
        }
        let blocks = end.next_multiple_of(8).div_ceil(BLOCK);
        let head = FIXED + expect * 16;
        let body = (head + blocks * 4).next_multiple_of(8);
        let rest = bytes.get(FIXED..body).ok_or(Unusable::NoIndex)?;
        if number(FIXED - 4)? != crc32fast::hash(rest) {
            return Err(Unusable::Damaged);
        }
        if bytes.len() != body + end.next_multiple_of(8) {
            return Err(Unusable::NoIndex);
        }
        let sums = (0..blocks)
            .map(|n| number(head + n * 4))
            .collect::<Result<_, _>>()?;
        Ok(Flat {
            sections,
            sums,
            verified: (0..blocks).map(|_| AtomicBool::new(trusted)).collect(),
            body,
            damaged: AtomicBool::new(false),
            held: Arc::clone(&held),
        })
    }

    /// Whether a block was touched that is not what was written.
    pub(crate) fn damaged(&self) -> bool {
        self.damaged.load(Ordering::Relaxed)
    }

    /// All bytes, as they were written.
    pub(crate) fn all(&self) -> &[u8] {
        (*self.held).as_ref()
    }

    /// Verifies every block now.
    pub(crate) fn verify(&self) -> bool {
        let end = self.sums.len() * BLOCK;
        self.sound(0, end) && !self.damaged()
    }

    /// Length of a section in bytes.
    pub(crate) fn len(&self, section: usize) -> usize {
        self.sections.get(section).map_or(0, |(_, len)| *len)
    }

    /// Bytes of a section; empty where there are none or the block is damaged.
    #[inline]
    pub(crate) fn get(&self, section: usize, from: usize, len: usize) -> &[u8] {
        let Some((start, size)) = self.sections.get(section) else {
            return &[];
        };
        if from.checked_add(len).is_none_or(|end| end > *size)
            || !self.sound(start + from, start + from + len)
        {
            return &[];
        }
        let at = self.body + start + from;
        (*self.held).as_ref().get(at..at + len).unwrap_or_default()
    }

    /// The number at a place of a section of numbers.
    #[inline]
    pub(crate) fn u32(&self, section: usize, place: usize) -> u32 {
        u32_at(self.get(section, place * 4, 4), 0).unwrap_or(0)
    }

    /// Numbers of a section, from a place on.
    #[inline]
    pub(crate) fn u32s(
        &self,
        section: usize,
        from: usize,
        count: usize,
    ) -> impl Iterator<Item = u32> + '_ {
        let bytes = self.get(section, from * 4, count * 4);
        bytes
            .chunks_exact(4)
            .filter_map(|four| Some(u32::from_le_bytes(four.try_into().ok()?)))
    }

    #[inline]
    fn sound(&self, from: usize, to: usize) -> bool {
        let (first, last) = (from / BLOCK, to.saturating_sub(1).max(from) / BLOCK);
        (first..=last).all(|block| match self.verified.get(block) {
            Some(verified) => verified.load(Ordering::Relaxed) || self.check(block),
            None => true,
        })
    }

    #[cold]
    fn check(&self, block: usize) -> bool {
        let bytes = (*self.held).as_ref();
        let from = self.body + block * BLOCK;
        let body = bytes
            .get(from..bytes.len().min(from + BLOCK))
            .unwrap_or_default();
        let sound = self.sums.get(block) == Some(&crc32fast::hash(body));
        if let (true, Some(verified)) = (sound, self.verified.get(block)) {
            verified.store(true, Ordering::Relaxed);
        } else {
            self.damaged.store(true, Ordering::Relaxed);
        }
        sound
    }
}

/// Bytes of a section that is being written.
#[derive(Debug, Default)]
pub(crate) struct Section(pub(crate) Vec<u8>);

impl Section {
    pub(crate) fn u32(&mut self, value: usize) {
        let value = u32::try_from(value).unwrap_or(u32::MAX);
        self.0.extend_from_slice(&value.to_le_bytes());
    }

    pub(crate) fn u16(&mut self, value: usize) {
        let value = u16::try_from(value).unwrap_or(u16::MAX);
        self.0.extend_from_slice(&value.to_le_bytes());
    }

    pub(crate) fn u8(&mut self, value: usize) {
        self.0.push(u8::try_from(value).unwrap_or(u8::MAX));
    }
}
