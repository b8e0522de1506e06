//! Iris images, part 6.

use super::Walk;
use crate::biometric::reading::Flaw;
use crate::biometric::{Format, Modality};

/// The header of 2005, as it tells its own length.
const HEAD_BYTES_2005: u16 = 45;
const EYES_MAX: u8 = 2;
/// What a place or a diameter says when it was not measured.
const UNKNOWN: u16 = 0;

/// The format, with the bits of a pixel where it is raw. JPEG-LS, which the first edition had, is not read.
const fn format_2005(code: u16) -> Option<(Option<Format>, Option<u32>)> {
    match code {
        0x02 => Some((None, Some(1))),
        0x04 => Some((None, Some(3))),
        0x06 | 0x08 => Some((Some(Format::Jpeg), None)),
        0x0E | 0x10 => Some((Some(Format::Jpeg2000), None)),
        _ => None,
    }
}

const fn format_2011(code: u8) -> Option<(Option<Format>, Option<u32>)> {
    match code {
        0x02 => Some((None, Some(1))),
        0x04 => Some((None, Some(3))),
        0x06 | 0x08 => Some((Some(Format::Jpeg), None)),
        0x0A | 0x0C => Some((Some(Format::Jpeg2000), None)),
        0x0E | 0x10 => Some((Some(Format::Png), None)),
        _ => None,
    }
}

/// Bits of a raw pixel: samples, each of the depth told in whole bytes. A depth of nothing was not told.
fn bits(samples: Option<u32>, depth: u8) -> Option<u32> {
    let whole = u32::from(depth).div_ceil(8) * 8;
    samples.filter(|_| depth > 0).map(|samples| samples * whole)
}

/// One header for all images; eyes, each with its images.
pub(super) fn of_2005(walk: &mut Walk<'_>) -> Option<()> {
    walk.total()?;
    walk.cursor.u16()?;
    let eyes = walk.cursor.u8()?;
    let head = walk.cursor.u16()?;
    walk.cursor.take(4)?;
    let code = walk.cursor.u16()?;
    let (width, height) = (walk.cursor.u16()?, walk.cursor.u16()?);
    let depth = walk.cursor.u8()?;
    // Transformation, and the number of the device.
    walk.cursor.take(17)?;
    walk.holds(head == HEAD_BYTES_2005, "header.length", Flaw::Length);
    if eyes == 0 || eyes > EYES_MAX {
        walk.fault("eyes", Flaw::Count);
        return Some(());
    }
    if matches!(code, 0x0A | 0x0C) {
        walk.fault("image.format", Flaw::NotRead);
    } else {
        walk.holds(format_2005(code).is_some(), "image.format", Flaw::Code);
    }
    for _ in 0..eyes {
        let (eye, images) = (walk.cursor.u8()?, walk.cursor.u16()?);
        walk.holds(images > 0, "eye.images", Flaw::Count);
        for at in 1..=images {
            walk.begin("image", Modality::Iris);
            side(walk, eye);
            let (number, quality) = (walk.cursor.u16()?, walk.cursor.u8()?);
            walk.holds(number == at, "image.number", Flaw::Order);
            walk.quality(quality.into(), "quality");
            walk.cursor.take(4)?;
            let length = walk.cursor.length()?;
            let Some(data) = walk.cursor.take(length) else {
                walk.fault("image.length", Flaw::Length);
                return None;
            };
            walk.size(width, height);
            if let Some((format, samples)) = format_2005(code) {
                walk.image(data, bits(samples, depth), Some(format));
            }
        }
    }
    Some(())
}

fn side(walk: &mut Walk<'_>, eye: u8) {
    walk.holds(eye <= EYES_MAX, "eye", Flaw::Code);
    if let Some(part) = walk.now() {
        part.positions.push(eye.into());
    }
}

/// Representations.
pub(super) fn of_2011(walk: &mut Walk<'_>) -> Option<()> {
    walk.total()?;
    let count = walk.cursor.u16()?;
    let (certified, eyes) = (walk.cursor.u8()?, walk.cursor.u8()?);
    walk.holds(count > 0, "representations", Flaw::Count);
    // This part has no certification blocks.
    walk.holds(certified == 0, "certification", Flaw::Code);
    walk.holds(
        eyes <= EYES_MAX && u16::from(eyes) <= count,
        "eyes",
        Flaw::Count,
    );
    for at in 1..=count {
        walk.begin("representation", Modality::Iris);
        let mut body = walk.representation()?;
        walk.capture(&mut body, false)?;
        let number = body.u16()?;
        walk.holds(number == at, "representation.number", Flaw::Order);
        let eye = body.u8()?;
        side(walk, eye);
        let (kind, code) = (body.u8()?, body.u8()?);
        body.u8()?;
        let (width, height) = (body.u16()?, body.u16()?);
        let depth = body.u8()?;
        // Range, angle of the eye, how sure.
        body.take(6)?;
        walk.holds(matches!(kind, 1 | 2 | 3 | 7), "type", Flaw::Code);
        walk.size(width, height);
        let (left, right) = (body.u16()?, body.u16()?);
        let (top, bottom) = (body.u16()?, body.u16()?);
        let (least, most) = (body.u16()?, body.u16()?);
        walk.holds(is_span(left, right, Some(width)), "iris.x", Flaw::Range);
        walk.holds(is_span(top, bottom, Some(height)), "iris.y", Flaw::Range);
        walk.holds(is_span(least, most, None), "iris.diameter", Flaw::Range);
        let length = body.length()?;
        let Some(data) = body.take(length) else {
            walk.fault("image.length", Flaw::Length);
            continue;
        };
        match format_2011(code) {
            None => walk.fault("image.format", Flaw::Code),
            Some((format, samples)) => {
                walk.image(data, bits(samples, depth), Some(format));
            }
        }
        walk.holds(
            body.rest().is_empty(),
            "representation.length",
            Flaw::Length,
        );
    }
    Some(())
}

/// Whether two bounds of a place are in order and inside; unknown ones are.
fn is_span(least: u16, most: u16, inside: Option<u16>) -> bool {
    least == UNKNOWN && most == UNKNOWN || least <= most && inside.is_none_or(|size| most < size)
}
