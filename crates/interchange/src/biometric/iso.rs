//! ISO/IEC 19794: finger minutiae (part 2), finger images (part 4), face images (part 5), iris images (part 6), in the editions of 2005
//! and 2011. Of their successors in ISO/IEC 39794 only the head is known.
//!
//! Sources: the layouts as NIST's BIOMDI (`fir.h`, `frf.h`, `iid.h`), FingerprintIO's summaries of part 2, and MOSIP's bio-utils (parts 4,
//! 5 and 6 of 2011) read them. All numbers are big-endian.

use jiff::civil::Date;

use super::images;
use super::reading::{Bytes, Flaw, Part, Reading, Score};
use super::{Format, Modality, QualityScale};

mod face;
mod finger;
mod iris;
mod minutiae;

/// Format identifier and version number, each of three characters and a zero.
const HEAD_BYTES: usize = 8;

/// The editions of a format, and which is which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edition {
    Of2005,
    Of2011,
}

/// A file on its way: what is left of it, and the verdict.
#[derive(Debug)]
struct Walk<'a> {
    cursor: Bytes<'a>,
    reading: Reading,
    today: Date,
    /// Whether a representation of a length of its own is being read.
    inside: bool,
}

/// Reads a file.
pub(super) fn read(format: Format, bytes: &[u8], today: Date) -> Reading {
    let mut walk = Walk {
        cursor: Bytes::new(bytes),
        reading: Reading::new(format, bytes),
        today,
        inside: false,
    };
    let head = walk.cursor.take(HEAD_BYTES).unwrap_or_default();
    let Some([version @ .., 0]) = head.get(4..) else {
        walk.reading.fault(0, "version", Flaw::Malformed);
        return walk.reading;
    };
    walk.reading.edition = String::from_utf8_lossy(version).into_owned();
    let Some(edition) = edition(format, version) else {
        walk.reading.fault(0, "version", Flaw::NotRead);
        return walk.reading;
    };
    let whole = match (format, edition) {
        (Format::FingerMinutiae, Edition::Of2005) => minutiae::of_2005(&mut walk),
        (Format::FingerMinutiae, Edition::Of2011) => minutiae::of_2011(&mut walk),
        (Format::FingerImage, Edition::Of2005) => finger::of_2005(&mut walk),
        (Format::FingerImage, Edition::Of2011) => finger::of_2011(&mut walk),
        (Format::FaceImage, Edition::Of2005) => face::of_2005(&mut walk),
        (Format::FaceImage, Edition::Of2011) => face::of_2011(&mut walk),
        (_, Edition::Of2005) => iris::of_2005(&mut walk),
        (_, Edition::Of2011) => iris::of_2011(&mut walk),
    };
    if whole.is_none() {
        match walk.inside {
            true => walk.fault("representation.length", Flaw::Length),
            false => walk.fault("end", Flaw::Truncated),
        }
    } else if walk.reading.is_whole() && !walk.cursor.rest().is_empty() {
        walk.reading.fault(0, "length", Flaw::Trailing);
    }
    walk.reading
}

/// The edition by the version number. Published samples of part 6 of 2005 bear `013` beside `010`.
fn edition(format: Format, version: &[u8]) -> Option<Edition> {
    match (format, version) {
        (Format::FingerMinutiae, b" 20") => Some(Edition::Of2005),
        (Format::FingerMinutiae | Format::FaceImage, b"030") => Some(Edition::Of2011),
        (Format::FingerImage | Format::FaceImage, b"010") => Some(Edition::Of2005),
        (Format::IrisImage, b"010" | b"013") => Some(Edition::Of2005),
        (Format::FingerImage | Format::IrisImage, b"020") => Some(Edition::Of2011),
        _ => None,
    }
}

/// Whether the head is that of ISO/IEC 39794: an application tag of a part that is known, and a length that agrees.
pub(super) fn is_39794(bytes: &[u8]) -> bool {
    const TAGS: &[u8] = &[0x62, 0x64, 0x65, 0x66];
    let mut cursor = Bytes::new(bytes);
    if !cursor.u8().is_some_and(|tag| TAGS.contains(&tag)) {
        return false;
    }
    let length = match cursor.u8() {
        Some(short @ 0..=0x7F) => Some(usize::from(short)),
        Some(0x81) => cursor.u8().map(usize::from),
        Some(0x82) => cursor.u16().map(usize::from),
        Some(0x83) => cursor
            .u8()
            .zip(cursor.u16())
            .map(|(high, low)| usize::from(high) << 16 | usize::from(low)),
        Some(0x84) => cursor.length(),
        _ => None,
    };
    length == Some(cursor.rest().len())
}

impl<'a> Walk<'a> {
    /// The number of the part that is being read.
    fn part(&self) -> usize {
        self.reading.parts.len()
    }

    fn fault(&mut self, field: &str, flaw: Flaw) {
        let part = self.part();
        self.reading.fault(part, field, flaw);
    }

    /// Names a fault unless something holds.
    fn holds(&mut self, holds: bool, field: &str, flaw: Flaw) {
        if !holds {
            self.fault(field, flaw);
        }
    }

    /// Begins a part.
    fn begin(&mut self, kind: &str, modality: Modality) {
        self.inside = false;
        self.reading.parts.push(Part {
            kind: kind.to_owned(),
            is_read: true,
            modality: Some(modality),
            ..Part::default()
        });
    }

    /// The part that is being read.
    fn now(&mut self) -> Option<&mut Part> {
        self.reading.parts.last_mut()
    }

    /// The length of the whole in four bytes, and whether it is that.
    fn total(&mut self) -> Option<()> {
        let total = self.cursor.u32()?;
        self.holds(
            u64::from(total) == self.reading.bytes,
            "length",
            Flaw::Length,
        );
        Some(())
    }

    /// A representation of 2011 by its length, which counts itself. What is left of the file goes on behind it.
    fn representation(&mut self) -> Option<Bytes<'a>> {
        let length = Bytes::new(self.cursor.rest()).length()?;
        let Some(body) = self.cursor.take(length).filter(|_| length > 4) else {
            self.fault("representation.length", Flaw::Length);
            return None;
        };
        self.inside = true;
        let mut body = Bytes::new(body);
        body.take(4);
        Some(body)
    }

    /// Capture date and time, device, quality blocks, and certification blocks where the header says that there are some.
    fn capture(&mut self, body: &mut Bytes<'a>, certified: bool) -> Option<()> {
        let (year, month, day) = (body.u16()?, body.u8()?, body.u8()?);
        let (hour, minute, second) = (body.u8()?, body.u8()?, body.u8()?);
        let thousandths = body.u16()?;
        let is_time = matches!(hour, 0..=23 | 255)
            && matches!(minute, 0..=59 | 255)
            && matches!(second, 0..=59 | 255)
            && matches!(thousandths, 0..=999 | u16::MAX);
        self.holds(is_time, "representation.capture", Flaw::Malformed);
        let none = year == u16::MAX && month == u8::MAX && day == u8::MAX;
        let date = i16::try_from(year)
            .ok()
            .zip(i8::try_from(month).ok().zip(i8::try_from(day).ok()));
        let date = date.and_then(|(year, (month, day))| Date::new(year, month, day).ok());
        match date {
            Some(day) if day > self.today => self.fault("representation.capture", Flaw::Future),
            Some(day) => {
                if let Some(part) = self.now() {
                    part.captured_on = Some(day);
                }
            }
            None => self.holds(none, "representation.capture", Flaw::Malformed),
        }
        // Technology, vendor, type.
        body.take(5)?;
        for _ in 0..body.u8()? {
            let score = body.u8()?;
            body.take(4)?;
            self.quality(score.into(), "representation.quality");
        }
        if certified {
            let blocks = body.u8()?;
            body.take(usize::from(blocks) * 3)?;
        }
        Some(())
    }

    /// A quality of 0 to 100, or none.
    fn quality(&mut self, value: u16, field: &str) {
        match Score::of(QualityScale::Iso29794, value) {
            None => self.fault(field, Flaw::Range),
            Some(score) => {
                if let Some(part) = self.now() {
                    part.quality.push(score);
                }
            }
        }
    }

    /// Width and height, of which neither may be nothing.
    fn size(&mut self, width: u16, height: u16) {
        self.holds(width > 0, "width", Flaw::Range);
        self.holds(height > 0, "height", Flaw::Range);
        if let Some(part) = self.now() {
            part.width = Some(width.into());
            part.height = Some(height.into());
        }
    }

    /// An image, held against the size of its part and what is told of it: bits of a raw pixel, `None` where nobody tells; the
    /// format, where `Some(None)` is raw and `None` no code of the table.
    fn image(&mut self, data: &[u8], bits: Option<u32>, format: Option<Option<Format>>) {
        let Some(format) = format else {
            return self.fault("image.compression", Flaw::Code);
        };
        let size = self.now().map(|part| (part.width, part.height));
        let (width, height) = size.unwrap_or_default();
        let Some(format) = format else {
            let pixels = u64::from(width.unwrap_or(0)) * u64::from(height.unwrap_or(0));
            let raw = bits.map(|bits| (pixels * u64::from(bits)).div_ceil(8));
            let agrees = raw.is_none_or(|raw| u64::try_from(data.len()) == Ok(raw));
            return self.holds(agrees, "image.length", Flaw::Length);
        };
        let Some((other, head)) = images::head(data) else {
            return self.fault("image", Flaw::Unknown);
        };
        if other != format {
            return self.fault("image.compression", Flaw::Disagrees);
        }
        for (_, flaw) in &head.faults {
            self.fault("image", *flaw);
        }
        if head.traces.contains(&images::Trace::Trailing) {
            self.fault("image", Flaw::Trailing);
        }
        if head.faults.is_empty() {
            self.holds(Some(head.width) == width, "width", Flaw::Disagrees);
            self.holds(Some(head.height) == height, "height", Flaw::Disagrees);
        }
        if let Some(part) = self.now() {
            part.describe(format, &head);
        }
    }
}
