//! The verdict on one file: its faults, each with the field it is about, and what the file holds, without personal values. The
//! cursor and the list of faults that all readers share stand here too.

use std::collections::BTreeSet;

use jiff::civil::Date;
use model::coded;
use serde::Serialize;

use super::images::Trace;
use super::{Format, Modality, QualityScale};

/// Faults that are told of one file; a file with more has as many.
pub(super) const FAULTS_MAX: usize = 64;

coded! {
    /// What is wrong with a field.
    pub enum Flaw {
        /// No format that is known here.
        Unknown = "unknown",
        /// A format, edition or kind that is not read here.
        NotRead = "not-read",
        /// Larger than the limit.
        TooLarge = "too-large",
        /// The file ends inside it.
        Truncated = "truncated",
        /// A length that does not agree with what it measures.
        Length = "length",
        /// A count that does not agree with what it counts.
        Count = "count",
        /// A separator is missing, or stands where none may.
        Separator = "separator",
        /// It is not where it has to be.
        Order = "order",
        /// It must be there and is not.
        Missing = "missing",
        /// It stands more than once.
        Repeated = "repeated",
        /// Not a number, not a date, not of the characters allowed.
        Malformed = "malformed",
        /// A code that the format does not have.
        Code = "code",
        /// A value out of its bounds.
        Range = "range",
        /// A day that has not come yet.
        Future = "future",
        /// Two places say different things.
        Disagrees = "disagrees",
        /// A check sum is wrong.
        Checksum = "checksum",
        /// Bytes behind the end.
        Trailing = "trailing",
    }
}

/// A fault of the file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Fault {
    /// Which record, view or representation of the file, from 1; 0 is the file.
    pub part: u32,
    /// The field: its number in ANSI/NIST-ITL (`14.022`), its name in the others (`representation.length`).
    pub field: String,
    /// What is wrong.
    pub flaw: Flaw,
}

/// One quality value that the file states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Score {
    /// Its scale.
    pub scale: QualityScale,
    /// The value; `None` where the file says that it was tried and failed, or was not tried (254, 255).
    pub value: Option<u16>,
}

impl Score {
    /// A value on a scale of 0 to 100, where 254 and 255 stand for none.
    pub(super) fn of(scale: QualityScale, value: u16) -> Option<Score> {
        let none = value == 254 || value == 255;
        (none || scale.has(value)).then_some(Score {
            scale,
            value: (!none).then_some(value),
        })
    }
}

/// One record, view or representation of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Part {
    /// What it is in its format: `type-14`, `view`, `image`.
    pub kind: String,
    /// Whether its fields were looked at; false is "carried as it is".
    pub is_read: bool,
    /// Which characteristic, where the part says so.
    pub modality: Option<Modality>,
    /// Positions: of ANSI/NIST-ITL table 8 for fingers and palms, 1 right and 2 left for eyes.
    pub positions: Vec<u16>,
    /// Width in pixels.
    pub width: Option<u32>,
    /// Height in pixels.
    pub height: Option<u32>,
    /// The format of the image inside; `None` where there is none, or it is raw.
    pub image: Option<Format>,
    /// Minutiae.
    pub minutiae: Option<u32>,
    /// The day on which it was taken.
    pub captured_on: Option<Date>,
    /// Quality values.
    pub quality: Vec<Score>,
    /// What the image carries beside the picture, by name.
    pub traces: BTreeSet<Trace>,
}

/// What a file is, what it holds, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// Its format, by its head.
    pub format: Option<Format>,
    /// Its edition, as its head writes it (`0502`, `030`).
    pub edition: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// What it holds, in the order of the file.
    pub parts: Vec<Part>,
    /// What is wrong, in the order of the file.
    pub faults: Vec<Fault>,
}

impl Reading {
    /// A reading of a file of this format and size, without anything yet.
    pub(super) fn new(format: Format, bytes: &[u8]) -> Reading {
        Reading {
            format: Some(format),
            edition: String::new(),
            bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            parts: Vec::new(),
            faults: Vec::new(),
        }
    }

    /// A file that is refused as a whole.
    pub(super) fn refused(
        format: Option<Format>,
        bytes: &[u8],
        field: &str,
        flaw: Flaw,
    ) -> Reading {
        let fault = Fault {
            part: 0,
            field: field.to_owned(),
            flaw,
        };
        Reading {
            format,
            edition: String::new(),
            bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            parts: Vec::new(),
            faults: vec![fault],
        }
    }

    /// Whether the file keeps the form of its format, as far as it is read.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.faults.is_empty()
    }

    /// Adds a fault, unless it stands or there are enough.
    pub(super) fn fault(&mut self, part: usize, field: impl Into<String>, flaw: Flaw) {
        let fault = Fault {
            part: u32::try_from(part).unwrap_or(u32::MAX),
            field: field.into(),
            flaw,
        };
        if self.faults.len() < FAULTS_MAX && !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }
}

/// A place in bytes, read from the front, big-endian. Nothing is read past the end.
#[derive(Debug, Clone)]
pub(super) struct Bytes<'a> {
    rest: &'a [u8],
}

impl<'a> Bytes<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Bytes<'a> {
        Bytes { rest: bytes }
    }

    /// What is left.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.rest
    }

    pub(super) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (head, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(head)
    }

    pub(super) fn u8(&mut self) -> Option<u8> {
        let (byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*byte)
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        let (head, rest) = self.rest.split_first_chunk::<2>()?;
        self.rest = rest;
        Some(u16::from_be_bytes(*head))
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        let (head, rest) = self.rest.split_first_chunk::<4>()?;
        self.rest = rest;
        Some(u32::from_be_bytes(*head))
    }

    /// A length of four bytes.
    pub(super) fn length(&mut self) -> Option<usize> {
        self.u32().and_then(|length| usize::try_from(length).ok())
    }
}
