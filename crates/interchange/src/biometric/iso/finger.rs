//! Finger and palm images, part 4.

use super::Walk;
use crate::biometric::reading::Flaw;
use crate::biometric::{Format, Modality};

/// Length and the fields before the image, in the edition of 2005.
const VIEW_HEAD_BYTES: usize = 14;

const fn is_position(code: u8) -> bool {
    matches!(code, 0..=10 | 13..=15 | 20..=36 | 40..=50)
}

const fn is_impression(code: u8) -> bool {
    matches!(code, 0..=15 | 20..=29)
}

const fn modality(position: u8) -> Modality {
    match position {
        20..=36 => Modality::Palm,
        _ => Modality::Fingerprint,
    }
}

/// Raw, raw and packed, WSQ, JPEG, JPEG 2000, PNG.
fn compression_2005(code: u8) -> Option<Option<Format>> {
    const CODES: [Option<Format>; 6] = [
        None,
        None,
        Some(Format::Wsq),
        Some(Format::Jpeg),
        Some(Format::Jpeg2000),
        Some(Format::Png),
    ];
    CODES.get(usize::from(code)).copied()
}

/// The same with JPEG 2000 in two ways.
fn compression_2011(code: u8) -> Option<Option<Format>> {
    match code {
        0..=4 => compression_2005(code),
        5 => Some(Some(Format::Jpeg2000)),
        6 => Some(Some(Format::Png)),
        _ => None,
    }
}

/// Bits of a raw pixel: packed as told, else in whole bytes.
fn bits(depth: u8, compression: u8) -> Option<u32> {
    match compression {
        0 => Some(u32::from(depth).div_ceil(8) * 8),
        _ => Some(depth.into()),
    }
}

/// One header with resolution, depth and compression for all images.
pub(super) fn of_2005(walk: &mut Walk<'_>) -> Option<()> {
    let high = walk.cursor.u16()?;
    walk.holds(high == 0, "length", Flaw::Length);
    walk.total()?;
    walk.cursor.take(4)?;
    let images = walk.cursor.u8()?;
    let units = walk.cursor.u8()?;
    walk.cursor.take(8)?;
    let (depth, compression) = (walk.cursor.u8()?, walk.cursor.u8()?);
    let reserved = walk.cursor.u16()?;
    walk.holds(images > 0, "images", Flaw::Count);
    walk.holds(matches!(units, 1 | 2), "units", Flaw::Code);
    walk.holds(matches!(depth, 1..=16), "depth", Flaw::Range);
    walk.holds(reserved == 0, "reserved", Flaw::Code);
    let format = compression_2005(compression);
    walk.holds(format.is_some(), "image.compression", Flaw::Code);
    for _ in 0..images {
        walk.begin("image", Modality::Fingerprint);
        let length = walk.cursor.length()?;
        let (position, views, view) = (walk.cursor.u8()?, walk.cursor.u8()?, walk.cursor.u8()?);
        place(walk, position);
        walk.holds(view >= 1 && view <= views, "view", Flaw::Range);
        let (quality, impression) = (walk.cursor.u8()?, walk.cursor.u8()?);
        walk.quality(quality.into(), "quality");
        walk.holds(is_impression(impression), "impression", Flaw::Code);
        let (width, height) = (walk.cursor.u16()?, walk.cursor.u16()?);
        walk.size(width, height);
        walk.cursor.u8()?;
        let Some(data) = length
            .checked_sub(VIEW_HEAD_BYTES)
            .and_then(|length| walk.cursor.take(length))
        else {
            walk.fault("image.length", Flaw::Length);
            return None;
        };
        if format.is_some() {
            walk.image(data, bits(depth, compression), format);
        }
    }
    Some(())
}

fn place(walk: &mut Walk<'_>, position: u8) {
    walk.holds(is_position(position), "position", Flaw::Code);
    if let Some(part) = walk.now() {
        part.positions.push(position.into());
        part.modality = Some(modality(position));
    }
}

/// Representations, each with its own resolution, depth and compression. Segmentation, annotation and comments behind the image are
/// carried.
pub(super) fn of_2011(walk: &mut Walk<'_>) -> Option<()> {
    walk.total()?;
    let count = walk.cursor.u16()?;
    let (certified, fingers) = (walk.cursor.u8()?, walk.cursor.u8()?);
    walk.holds(count > 0, "representations", Flaw::Count);
    walk.holds(certified <= 1, "certification", Flaw::Code);
    walk.holds(
        fingers > 0 && u16::from(fingers) <= count,
        "fingers",
        Flaw::Count,
    );
    for _ in 0..count {
        walk.begin("representation", Modality::Fingerprint);
        let mut body = walk.representation()?;
        walk.capture(&mut body, certified == 1)?;
        let position = body.u8()?;
        place(walk, position);
        body.u8()?;
        let units = body.u8()?;
        walk.holds(matches!(units, 1 | 2), "units", Flaw::Code);
        body.take(8)?;
        let (depth, compression, impression) = (body.u8()?, body.u8()?, body.u8()?);
        walk.holds(matches!(depth, 1..=16), "depth", Flaw::Range);
        walk.holds(is_impression(impression), "impression", Flaw::Code);
        let (width, height) = (body.u16()?, body.u16()?);
        walk.size(width, height);
        let length = body.length()?;
        let Some(data) = body.take(length) else {
            walk.fault("image.length", Flaw::Length);
            continue;
        };
        let format = compression_2011(compression);
        walk.image(data, bits(depth, compression), format);
        walk.holds(
            has_blocks(body.rest()),
            "representation.length",
            Flaw::Length,
        );
    }
    Some(())
}

/// Whether what stands behind an image is made of blocks of type and length.
fn has_blocks(rest: &[u8]) -> bool {
    let mut rest = super::Bytes::new(rest);
    while !rest.rest().is_empty() {
        let head = rest.u16().zip(rest.u16());
        let length = head.and_then(|(_, length)| usize::from(length).checked_sub(4));
        if length.and_then(|length| rest.take(length)).is_none() {
            return false;
        }
    }
    true
}
