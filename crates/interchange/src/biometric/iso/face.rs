//! Face images, part 5. Sex, colour of eyes and hair, height and what the face shows are passed over: they describe a person.

use super::Walk;
use crate::biometric::reading::{Bytes, Flaw};
use crate::biometric::{Format, Modality};

/// Length, points, description, pose.
const INFORMATION_BYTES: usize = 20;
const POINT_BYTES: usize = 8;
/// Type, compression, size, colour, source, device, quality.
const IMAGE_INFORMATION_BYTES: usize = 12;
/// Bytes of a description behind the number of points, in the editions of 2005 and 2011.
const DESCRIPTION_BYTES_2005: usize = 14;
const DESCRIPTION_BYTES_2011: usize = 15;

/// Landmarks of which column and line lie in the image: MPEG-4 points and anthropometric ones.
fn points(walk: &mut Walk<'_>, list: &[u8], width: u16, height: u16) {
    let mut list = Bytes::new(list);
    while let Some(mut point) = list.take(POINT_BYTES).map(Bytes::new) {
        point.take(2);
        let (column, line) = (point.u16().unwrap_or(0), point.u16().unwrap_or(0));
        walk.holds(column < width && line < height, "point", Flaw::Range);
    }
}

/// Blocks, each with its length; the image ends where its block does.
pub(super) fn of_2005(walk: &mut Walk<'_>) -> Option<()> {
    walk.total()?;
    let faces = walk.cursor.u16()?;
    walk.holds(faces > 0, "faces", Flaw::Count);
    for _ in 0..faces {
        walk.begin("face", Modality::Face);
        let length = walk.cursor.length()?;
        let count = usize::from(walk.cursor.u16()?);
        walk.cursor.take(DESCRIPTION_BYTES_2005)?;
        let list = walk.cursor.take(count * POINT_BYTES)?;
        let (kind, code) = (walk.cursor.u8()?, walk.cursor.u8()?);
        let (width, height) = (walk.cursor.u16()?, walk.cursor.u16()?);
        let colour = walk.cursor.u8()?;
        walk.cursor.take(3)?;
        let quality = walk.cursor.u16()?;
        walk.holds(kind <= 2, "type", Flaw::Code);
        walk.holds(matches!(colour, 0..=4 | 128..), "colour", Flaw::Code);
        // 0 says that it was not measured.
        if quality > 0 {
            walk.quality(quality, "quality");
        }
        walk.size(width, height);
        points(walk, list, width, height);
        let head = INFORMATION_BYTES + list.len() + IMAGE_INFORMATION_BYTES;
        let Some(data) = length
            .checked_sub(head)
            .and_then(|length| walk.cursor.take(length))
        else {
            walk.fault("face.length", Flaw::Length);
            return None;
        };
        let format = match code {
            0 => Some(Some(Format::Jpeg)),
            1 => Some(Some(Format::Jpeg2000)),
            _ => None,
        };
        walk.image(data, None, format);
    }
    Some(())
}

/// Representations. The shape in three dimensions, behind the image of the types from 128 on, is carried.
pub(super) fn of_2011(walk: &mut Walk<'_>) -> Option<()> {
    walk.total()?;
    let count = walk.cursor.u16()?;
    let certified = walk.cursor.u8()?;
    walk.cursor.u16()?;
    walk.holds(count > 0, "representations", Flaw::Count);
    // This part has no certification blocks.
    walk.holds(certified == 0, "certification", Flaw::Code);
    for _ in 0..count {
        walk.begin("representation", Modality::Face);
        let mut body = walk.representation()?;
        walk.capture(&mut body, false)?;
        let marks = usize::from(body.u16()?);
        body.take(DESCRIPTION_BYTES_2011)?;
        let list = body.take(marks * POINT_BYTES)?;
        let (kind, code) = (body.u8()?, body.u8()?);
        let (width, height) = (body.u16()?, body.u16()?);
        // Sampling rate, processing, cross reference.
        body.take(4)?;
        let colour = body.u8()?;
        walk.holds(matches!(kind, 0..=3 | 128..=130), "type", Flaw::Code);
        walk.holds(matches!(colour, 0..=6 | 128..), "colour", Flaw::Code);
        walk.size(width, height);
        points(walk, list, width, height);
        let length = body.length()?;
        let Some(data) = body.take(length) else {
            walk.fault("image.length", Flaw::Length);
            continue;
        };
        let format = match code {
            0 => Some(Some(Format::Jpeg)),
            1 | 2 => Some(Some(Format::Jpeg2000)),
            3 => Some(Some(Format::Png)),
            _ => None,
        };
        walk.image(data, None, format);
        let flat = kind < 128;
        walk.holds(
            !flat || body.rest().is_empty(),
            "representation.length",
            Flaw::Length,
        );
    }
    Some(())
}
