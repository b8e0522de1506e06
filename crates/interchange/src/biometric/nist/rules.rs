//! What each field of the record types that are read here has to look like (the field tables of section 8 of the standard).

use jiff::civil::Date;

use super::{Record, codes, digits, items, subfields};
use crate::biometric::QualityScale;
use crate::biometric::reading::{Flaw, Part, Reading, Score};

/// A text without bounds of its own, in bytes.
const TEXT_MAX: usize = 4_096;

/// The edition number of 2011.
const FIRST_OF_2011: &str = "0500";

/// When a field has to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    Always,
    /// With an image.
    Image,
    Optional,
}
use Need::{Always, Image, Optional};

/// What a field looks like.
#[derive(Debug, Clone, Copy)]
enum Shape {
    /// A number within bounds.
    Number(u32, u32),
    /// A number of digits with a point: `19.69`.
    Resolution,
    /// A day, `YYYYMMDD`, that lies behind.
    Day,
    /// A moment, `YYYYMMDDHHMMSSZ`.
    Moment,
    /// Words of so many bytes at most.
    Text(usize),
    /// The content field; `content` reads it.
    Content,
    Edition,
    Impression,
    Positions,
    Compression,
    Colour,
    /// `S` or `U`: minutiae in fields 5 to 12, or elsewhere.
    Minutiae,
    /// Value, vendor, algorithm.
    Quality,
    /// Position, value, vendor, algorithm.
    PositionQuality,
    /// Position and a value of 1 to 5.
    Nfiq,
}
use Shape::{
    Colour, Compression, Content, Day, Edition, Impression, Minutiae, Moment, Nfiq, Number,
    PositionQuality, Positions, Quality, Resolution, Text,
};

type Rule = (u32, Need, Shape);

const TRANSACTION: &[Rule] = &[
    (2, Always, Edition),
    (3, Always, Content),
    (4, Always, Text(16)),
    (5, Always, Day),
    (6, Optional, Number(1, 9)),
    (7, Always, Text(TEXT_MAX)),
    (8, Always, Text(TEXT_MAX)),
    (9, Always, Text(TEXT_MAX)),
    (11, Always, Resolution),
    (12, Always, Resolution),
    (14, Optional, Moment),
];

const FINGER_MINUTIAE: &[Rule] = &[
    (3, Always, Impression),
    (4, Always, Minutiae),
    (10, Optional, Number(0, 999)),
    (128, Optional, Number(10, 99_999)),
    (129, Optional, Number(10, 99_999)),
    (130, Optional, Number(1, 2)),
    (131, Optional, Number(1, 99_999)),
    (132, Optional, Number(1, 99_999)),
    (134, Optional, Positions),
    (135, Optional, Quality),
    (136, Optional, Number(0, 255)),
];

/// What types 10, 13, 14, 15 and 17 have in common.
const PICTURE: &[Rule] = &[
    (4, Always, Text(TEXT_MAX)),
    (5, Always, Day),
    (6, Image, Number(10, 99_999)),
    (7, Image, Number(10, 99_999)),
    (8, Image, Number(0, 2)),
    (9, Image, Number(1, 99_999)),
    (10, Image, Number(1, 99_999)),
    (11, Image, Compression),
];

const FACE: &[Rule] = &[
    (3, Always, Text(11)),
    (12, Image, Colour),
    (24, Optional, Quality),
];

const LATENT: &[Rule] = &[
    (3, Always, Impression),
    (12, Image, Number(1, 99)),
    (13, Always, Positions),
    (24, Optional, PositionQuality),
];

const FINGER: &[Rule] = &[
    (3, Always, Impression),
    (12, Image, Number(1, 99)),
    (13, Always, Positions),
    (22, Optional, Nfiq),
    (23, Optional, PositionQuality),
    (24, Optional, PositionQuality),
];

const PALM: &[Rule] = LATENT;

const IRIS: &[Rule] = &[
    (3, Always, Number(0, 2)),
    (12, Image, Number(1, 99)),
    (13, Image, Colour),
    (24, Optional, Quality),
];

/// The rules of a type: those of its own, and those that it shares.
fn of(kind: u8) -> Option<(&'static [Rule], &'static [Rule])> {
    Some(match kind {
        1 => (TRANSACTION, &[]),
        2 => (&[], &[]),
        9 => (FINGER_MINUTIAE, &[]),
        10 => (FACE, PICTURE),
        13 => (LATENT, PICTURE),
        14 => (FINGER, PICTURE),
        15 => (PALM, PICTURE),
        17 => (IRIS, PICTURE),
        _ => return None,
    })
}

/// Whether the fields of a type are read.
pub(super) fn are_for(kind: u8) -> bool {
    of(kind).is_some()
}

/// Holds a record against the rules of its type, and takes what the summary says from it.
pub(super) fn check(record: &Record<'_>, today: Date, reading: &mut Reading) {
    let Some((own, shared)) = of(record.kind) else {
        return;
    };
    if record.kind == 1 {
        let edition = record.get(2).unwrap_or_default();
        reading.edition = String::from_utf8_lossy(edition).chars().take(4).collect();
        for field in record.fields.iter().filter(|one| !one.value.is_ascii()) {
            reading.fault(1, record.name(field.number), Flaw::Malformed);
        }
    }
    let image = record.get(super::DATA).is_some();
    let old = reading.edition.as_str() < FIRST_OF_2011;
    let mut part = reading.parts.pop().unwrap_or_default();
    for (number, need, shape) in own.iter().chain(shared) {
        let flaw = match record.get(*number) {
            // Before 2011 a pixel scale that nobody knew was written as nothing.
            Some(b"0" | b"00") if old && matches!(number, 9 | 10) => None,
            Some(value) => shape.flaw(value, (record.kind, *number), today, &mut part),
            None if *need == Always || image && *need == Image => Some(Flaw::Missing),
            None => None,
        };
        if let Some(flaw) = flaw {
            reading.fault(record.part, record.name(*number), flaw);
        }
    }
    match record.kind {
        10 if record.get(3).is_some_and(codes::is_mark) => {
            part.modality = Some(crate::biometric::Modality::ScarMarkTattoo);
        }
        17 => part.positions.extend(record.number(3).and_then(narrow)),
        _ => {}
    }
    reading.parts.push(part);
}

/// A number as a position of the summary.
fn narrow(number: u32) -> Option<u16> {
    u16::try_from(number).ok()
}

/// A day of eight digits.
fn day(value: &[u8]) -> Option<Date> {
    let number = (value.len() == 8).then(|| digits(value)).flatten()?;
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
    Date::new(
        year.try_into().ok()?,
        month.try_into().ok()?,
        day.try_into().ok()?,
    )
    .ok()
}

impl Shape {
    /// What is wrong with a value, and what the summary takes from it.
    fn flaw(
        self,
        value: &[u8],
        (kind, number): (u8, u32),
        today: Date,
        part: &mut Part,
    ) -> Option<Flaw> {
        let known = |is: bool| (!is).then_some(Flaw::Code);
        match self {
            Number(least, most) => match digits(value) {
                None => Some(Flaw::Malformed),
                Some(number) => (!(least..=most).contains(&number)).then_some(Flaw::Range),
            },
            Resolution => (!is_resolution(value)).then_some(Flaw::Malformed),
            Day => match day(value) {
                None => Some(Flaw::Malformed),
                Some(day) if day > today => Some(Flaw::Future),
                Some(day) => {
                    // The day of the transaction is not the day of a capture.
                    if kind != 1 {
                        part.captured_on = Some(day);
                    }
                    None
                }
            },
            Moment => (!is_moment(value)).then_some(Flaw::Malformed),
            Text(most) => (value.len() > most).then_some(Flaw::TooLarge),
            Content => None,
            Edition => known(codes::is_edition(value)),
            Impression => match digits(value) {
                None => Some(Flaw::Malformed),
                Some(code) => known(codes::is_impression(code)),
            },
            Positions => positions(value, kind, part),
            Compression => known(codes::compression(value).is_some()),
            Colour => known(codes::colour(value).is_some()),
            Minutiae => known(matches!(value, b"S" | b"U")),
            Quality => qualities(value, kind, false, part),
            PositionQuality => {
                // Field 14.023 judges how the fingers were cut apart, not how good they are.
                let mut aside = Part::default();
                let place = if number == 23 { &mut aside } else { part };
                qualities(value, kind, true, place)
            }
            Nfiq => nfiq(value, part),
        }
    }
}

/// Two digits, a point, two digits (pixels a millimetre).
fn is_resolution(value: &[u8]) -> bool {
    let mut halves = value.splitn(2, |byte| *byte == b'.');
    let mut half = || {
        let half = halves.next().unwrap_or_default();
        half.len() <= 2 && digits(half).is_some()
    };
    half() && half()
}

/// Fifteen characters, the last a Z.
fn is_moment(value: &[u8]) -> bool {
    let Some((date, time)) = value
        .strip_suffix(b"Z")
        .and_then(|all| all.split_at_checked(8))
    else {
        return false;
    };
    let within = |time: u32| time / 10_000 < 24 && time / 100 % 100 < 60 && time % 100 <= 60;
    day(date).is_some() && time.len() == 6 && digits(time).is_some_and(within)
}

fn positions(value: &[u8], kind: u8, part: &mut Part) -> Option<Flaw> {
    for one in subfields(value) {
        let Some(code) = digits(one) else {
            return Some(Flaw::Malformed);
        };
        if !codes::fits(kind, code) {
            return Some(Flaw::Code);
        }
        if kind == 13 {
            part.modality = Some(codes::modality(code));
        }
        part.positions.extend(narrow(code));
    }
    None
}

/// Values of 0 to 100, each with vendor and algorithm, behind a position where there is one.
fn qualities(value: &[u8], kind: u8, positioned: bool, part: &mut Part) -> Option<Flaw> {
    for one in subfields(value) {
        let all = items(one);
        let rest = match (all.as_slice(), positioned) {
            ([position, rest @ ..], true) => match digits(position) {
                None => return Some(Flaw::Malformed),
                Some(code) if !codes::is_position(code) => return Some(Flaw::Code),
                Some(_) => rest,
            },
            (rest, _) => rest,
        };
        let (value, vendor, algorithm) = match rest {
            [value, vendor, algorithm] => (value, *vendor, *algorithm),
            // Since 2011 field 9.135 may say the value alone.
            [value] if kind == 9 => (value, &b"0"[..], &b"0"[..]),
            _ => return Some(Flaw::Count),
        };
        let is_code = |code: &[u8]| {
            !code.is_empty() && code.len() <= 5 && code.iter().all(u8::is_ascii_hexdigit)
        };
        let Some(value) = digits(value).and_then(narrow) else {
            return Some(Flaw::Malformed);
        };
        if !is_code(vendor) || !is_code(algorithm) {
            return Some(Flaw::Malformed);
        }
        match Score::of(QualityScale::Iso29794, value) {
            Some(score) => part.quality.push(score),
            None => return Some(Flaw::Range),
        }
    }
    None
}

/// Position and NIST quality.
fn nfiq(value: &[u8], part: &mut Part) -> Option<Flaw> {
    for one in subfields(value) {
        let all = items(one);
        let [position, value] = all.as_slice() else {
            return Some(Flaw::Count);
        };
        let (Some(position), Some(value)) = (digits(position), digits(value).and_then(narrow))
        else {
            return Some(Flaw::Malformed);
        };
        if !codes::is_position(position) {
            return Some(Flaw::Code);
        }
        match Score::of(QualityScale::Nfiq, value) {
            Some(score) => part.quality.push(score),
            None => return Some(Flaw::Range),
        }
    }
    None
}
