//! What a biometric must say before it is kept, and whether its file says the same.

use std::collections::BTreeSet;

use jiff::civil::Date;
use model::coded;
use model::id::Digest;
use model::record::Standing;
use serde::Serialize;

use super::{BIOMETRIC_BYTES_MAX, Biometric, Flaw, Modality, Reading};

coded! {
    /// What a biometric lacks, or says and may not. The first ones refuse it.
    pub enum Lack {
        /// It says when it was taken.
        Captured = "BIO-01",
        /// It says for what.
        Purpose = "BIO-02",
        /// It points to a file of some size, within the limit.
        File = "BIO-03",
        /// The file is whole in its format.
        Form = "BIO-04",
        /// The format can hold the modality, and the file is of that format.
        Format = "BIO-05",
        /// The day lies behind.
        Day = "BIO-06",
        /// The quality is on a scale of its format, and within it.
        Quality = "BIO-07",
        /// It says what kind of body took it.
        CapturedBy = "BIO-08",
        /// DNA names its system and enough loci; nothing else names any.
        Dna = "BIO-09",
        /// The file holds the modality, and was taken on the day, that it is said to.
        Disagrees = "BIO-10",
        /// Nobody has looked into a file of this format.
        NotRead = "BIO-11",
    }
}

impl Lack {
    /// Whether it refuses the biometric, and not only holds it.
    #[must_use]
    pub const fn refuses(self) -> bool {
        matches!(
            self,
            Lack::Captured | Lack::Purpose | Lack::File | Lack::Form | Lack::Format
        )
    }
}

/// One lack, and where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Found {
    /// What.
    pub code: Lack,
    /// JSON Pointer into the biometric, or `file:` and the field of the file.
    pub field: String,
}

/// The standing of a biometric with these lacks.
#[must_use]
pub fn standing(found: &[Found]) -> Standing {
    Standing::of(found.iter().map(|one| one.code.refuses()))
}

/// What the biometric lacks on a day, in the order of the codes.
#[must_use]
pub fn check(one: &Biometric, today: Date) -> Vec<Found> {
    let mut found = BTreeSet::new();
    let mut lacks = |code, field: &str| {
        let field = field.to_owned();
        found.insert(Found { code, field });
    };
    match one.captured_on {
        None => lacks(Lack::Captured, "/captured_on"),
        Some(day) if day > today => lacks(Lack::Day, "/captured_on"),
        Some(_) => {}
    }
    if one.purpose.is_none() {
        lacks(Lack::Purpose, "/purpose");
    }
    if one.sha256 == Digest::ZERO {
        lacks(Lack::File, "/sha256");
    }
    if one.size == 0 || usize::try_from(one.size).is_ok_and(|size| size > BIOMETRIC_BYTES_MAX) {
        lacks(Lack::File, "/size");
    }
    if !one.format.holds(one.modality) {
        lacks(Lack::Format, "/format");
    }
    if let Some(quality) = one.quality {
        if !quality.scale.measures(one.format, one.modality) {
            lacks(Lack::Quality, "/quality/scale");
        }
        if !quality.scale.has(quality.value) {
            lacks(Lack::Quality, "/quality/value");
        }
    }
    if one.captured_by.is_none() {
        lacks(Lack::CapturedBy, "/captured_by");
    }
    match (&one.dna, one.modality) {
        (None, Modality::Dna) => lacks(Lack::Dna, "/dna"),
        (Some(dna), Modality::Dna) if !dna.is_enough() => lacks(Lack::Dna, "/dna/loci"),
        (Some(_), other) if other != Modality::Dna => lacks(Lack::Dna, "/dna"),
        _ => {}
    }
    found.into_iter().collect()
}

/// Where the file and what is said of it differ, in the order of the codes.
#[must_use]
pub fn against(one: &Biometric, reading: &Reading) -> Vec<Found> {
    let mut found = BTreeSet::new();
    let mut lacks = |code, field: String| {
        found.insert(Found { code, field });
    };
    if reading.format.is_some_and(|format| format != one.format) {
        lacks(Lack::Format, "/format".to_owned());
    }
    for fault in &reading.faults {
        let code = match fault.flaw {
            Flaw::NotRead => Lack::NotRead,
            _ => Lack::Form,
        };
        lacks(code, format!("file:{}", fault.field));
    }
    if one.size != reading.bytes {
        lacks(Lack::File, "/size".to_owned());
    }
    let mut told = reading
        .parts
        .iter()
        .filter_map(|part| part.modality)
        .peekable();
    if told.peek().is_some() && told.all(|modality| modality != one.modality) {
        lacks(Lack::Disagrees, "/modality".to_owned());
    }
    let mut days = reading
        .parts
        .iter()
        .filter_map(|part| part.captured_on)
        .peekable();
    if days.peek().is_some()
        && one
            .captured_on
            .is_some_and(|day| days.all(|other| other != day))
    {
        lacks(Lack::Disagrees, "/captured_on".to_owned());
    }
    found.into_iter().collect()
}

#[cfg(test)]
mod tests;
