//! Finger minutiae, part 2.

use super::Walk;
use crate::biometric::Modality;
use crate::biometric::reading::{Bytes, Flaw};

/// Single fingers, and 0 for unknown.
const FINGER_MAX: u8 = 10;
/// Pixels a centimetre at least (250 to the inch).
const RESOLUTION_MIN: u16 = 99;

/// The bounds of the image that minutiae lie in.
#[derive(Debug, Clone, Copy)]
struct Area {
    width: u16,
    height: u16,
}

/// One header with size and resolution for all views; views without a length of their own.
pub(super) fn of_2005(walk: &mut Walk<'_>) -> Option<()> {
    walk.total()?;
    walk.cursor.take(2)?;
    let area = Area {
        width: walk.cursor.u16()?,
        height: walk.cursor.u16()?,
    };
    let (across, down) = (walk.cursor.u16()?, walk.cursor.u16()?);
    let views = walk.cursor.u8()?;
    let reserved = walk.cursor.u8()?;
    walk.holds(area.width > 0, "width", Flaw::Range);
    walk.holds(area.height > 0, "height", Flaw::Range);
    resolution(walk, across, down);
    walk.holds(views > 0, "views", Flaw::Count);
    walk.holds(reserved == 0, "reserved", Flaw::Code);
    for _ in 0..views {
        walk.begin("view", Modality::Fingerprint);
        walk.size(area.width, area.height);
        let (finger, impression) = (walk.cursor.u8()?, walk.cursor.u8()? & 0x0F);
        position(walk, finger, finger <= FINGER_MAX);
        walk.holds(impression <= 9, "impression", Flaw::Code);
        let quality = walk.cursor.u8()?;
        walk.quality(quality.into(), "quality");
        let mut cursor = walk.cursor.clone();
        minutiae(walk, &mut cursor, area, true)?;
        extended(walk, &mut cursor)?;
        walk.cursor = cursor;
    }
    Some(())
}

/// Representations, each with its length, capture date, size and resolution.
pub(super) fn of_2011(walk: &mut Walk<'_>) -> Option<()> {
    walk.total()?;
    let count = walk.cursor.u16()?;
    let certified = walk.cursor.u8()?;
    walk.holds(count > 0, "representations", Flaw::Count);
    walk.holds(certified <= 1, "certification", Flaw::Code);
    for _ in 0..count {
        walk.begin("representation", Modality::Fingerprint);
        let mut body = walk.representation()?;
        walk.capture(&mut body, certified == 1)?;
        let finger = body.u8()?;
        position(walk, finger, matches!(finger, 0..=10 | 13..=15 | 40..=50));
        body.u8()?;
        let (across, down) = (body.u16()?, body.u16()?);
        resolution(walk, across, down);
        let impression = body.u8()?;
        walk.holds(
            matches!(impression, 0..=15 | 24 | 28 | 29),
            "impression",
            Flaw::Code,
        );
        let area = Area {
            width: body.u16()?,
            height: body.u16()?,
        };
        walk.size(area.width, area.height);
        let form = body.u8()?;
        let bytes = form >> 4;
        if !matches!(bytes, 5 | 6) {
            walk.fault("minutiae.form", Flaw::Code);
            continue;
        }
        minutiae(walk, &mut body, area, bytes == 6)?;
        extended(walk, &mut body)?;
        walk.holds(
            body.rest().is_empty(),
            "representation.length",
            Flaw::Length,
        );
    }
    Some(())
}

fn position(walk: &mut Walk<'_>, finger: u8, is_known: bool) {
    walk.holds(is_known, "position", Flaw::Code);
    if let Some(part) = walk.now() {
        part.positions.push(finger.into());
    }
}

fn resolution(walk: &mut Walk<'_>, across: u16, down: u16) {
    let enough = across >= RESOLUTION_MIN && down >= RESOLUTION_MIN;
    walk.holds(enough, "resolution", Flaw::Range);
}

/// Type and column, line, angle, and quality where it is told.
fn minutiae(walk: &mut Walk<'_>, body: &mut Bytes<'_>, area: Area, quality: bool) -> Option<()> {
    let count = body.u8()?;
    for _ in 0..count {
        let (column, line) = (body.u16()?, body.u16()?);
        body.u8()?;
        walk.holds(column >> 14 != 3, "minutia.type", Flaw::Code);
        walk.holds(column & 0x3FFF < area.width, "minutia.x", Flaw::Range);
        walk.holds(line < area.height, "minutia.y", Flaw::Range);
        if quality {
            let quality = body.u8()?;
            walk.holds(
                matches!(quality, 0..=100 | 254 | 255),
                "minutia.quality",
                Flaw::Range,
            );
        }
    }
    if let Some(part) = walk.now() {
        part.minutiae = Some(count.into());
    }
    Some(())
}

/// Extended data: ridge counts, cores, deltas, zones, or a maker's own. Their lengths have to add up.
fn extended(walk: &mut Walk<'_>, body: &mut Bytes<'_>) -> Option<()> {
    let length = usize::from(body.u16()?);
    let Some(block) = body.take(length) else {
        walk.fault("extended.length", Flaw::Length);
        return None;
    };
    // Writers of the first edition differ in whether a length counts its own four bytes.
    walk.holds(
        adds_up(block, 4) || adds_up(block, 0),
        "extended.length",
        Flaw::Length,
    );
    Some(())
}

/// Whether a block is made of pieces of type and length, where a length counts so many bytes of its own head.
fn adds_up(block: &[u8], counted: usize) -> bool {
    let mut block = Bytes::new(block);
    while !block.rest().is_empty() {
        let head = block.u16().zip(block.u16());
        let length = head.and_then(|(_, length)| usize::from(length).checked_sub(counted));
        if length.and_then(|length| block.take(length)).is_none() {
            return false;
        }
    }
    true
}
