//! Images by their own heads: WSQ, JPEG, JPEG 2000, PNG. Size, depth and end are read, no pixel is decoded. What an image carries
//! beside the picture (camera, place, words, a second small picture) is found and named, and `without_metadata` writes JPEG and PNG
//! anew from what the picture needs: what leaves is rebuilt, never copied and blackened.

use std::collections::BTreeSet;

use model::coded;

use super::Format;
use super::reading::{FAULTS_MAX, Flaw, Part, Reading};

#[cfg(test)]
pub(super) use png::crc;

mod jp2;
mod jpeg;
mod png;
mod wsq;

coded! {
    /// What an image carries beside the picture.
    pub enum Trace {
        /// Exchangeable image file format: camera, time, place (JPEG APP1, PNG eXIf).
        Exif = "exif",
        /// Extensible metadata platform.
        Xmp = "xmp",
        /// IPTC and Photoshop resources (JPEG APP13).
        Iptc = "iptc",
        /// Colour profile; it may name a device.
        ColourProfile = "icc",
        /// A comment in words.
        Comment = "comment",
        /// The comment of NIST's own tools in WSQ or JPEG (NISTCOM).
        Nistcom = "nistcom",
        /// Words in a PNG (tEXt, zTXt, iTXt).
        Text = "text",
        /// When it was last changed (PNG tIME).
        Time = "time",
        /// A second, small picture.
        Thumbnail = "thumbnail",
        /// Another segment, chunk or box that the picture does not need.
        Other = "other",
        /// Bytes behind the end.
        Trailing = "trailing",
    }
}

/// What the head of an image says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// Width in pixels; 0 until it was read.
    pub(super) width: u32,
    /// Height in pixels; 0 until it was read.
    pub(super) height: u32,
    /// Bits of a sample.
    pub(super) depth: u8,
    /// Samples of a pixel.
    pub(super) components: u16,
    /// What it carries beside the picture.
    pub(super) traces: BTreeSet<Trace>,
    /// What is wrong, by the name of the field.
    pub(super) faults: Vec<(String, Flaw)>,
}

impl Head {
    pub(super) fn fault(&mut self, field: &str, flaw: Flaw) {
        let fault = (field.to_owned(), flaw);
        if self.faults.len() < FAULTS_MAX && !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }

    /// Sizes of nothing are no sizes.
    fn bounds(&mut self, field: &str) {
        if self.width == 0 || self.height == 0 {
            self.fault(field, Flaw::Range);
        }
    }
}

/// The format that the first bytes show.
pub(super) fn format(bytes: &[u8]) -> Option<Format> {
    const HEADS: &[(&[u8], Format)] = &[
        (wsq::HEAD, Format::Wsq),
        (jpeg::HEAD, Format::Jpeg),
        (png::HEAD, Format::Png),
        (jp2::FILE_HEAD, Format::Jpeg2000),
        (jp2::STREAM_HEAD, Format::Jpeg2000),
    ];
    let known = HEADS.iter().find(|(head, _)| bytes.starts_with(head));
    known.map(|(_, format)| *format)
}

/// The head of an image in the format that its first bytes show; `None` where they show none.
pub(super) fn head(bytes: &[u8]) -> Option<(Format, Head)> {
    let format = format(bytes)?;
    let mut head = match format {
        Format::Wsq => wsq::head(bytes),
        Format::Jpeg => jpeg::head(bytes),
        Format::Png => png::head(bytes),
        _ => jp2::head(bytes),
    };
    if head.faults.is_empty() {
        head.bounds("size");
    }
    Some((format, head))
}

/// Reads an image that stands alone.
pub(super) fn read(format: Format, bytes: &[u8]) -> Reading {
    let mut reading = Reading::new(format, bytes);
    // A lone image may show anything: no modality is told.
    let mut part = Part {
        kind: "image".to_owned(),
        is_read: true,
        ..Part::default()
    };
    match head(bytes) {
        None => reading.fault(0, "head", Flaw::Unknown),
        Some((_, head)) => {
            part.describe(format, &head);
            for (field, flaw) in head.faults {
                reading.fault(1, field, flaw);
            }
        }
    }
    reading.parts.push(part);
    reading
}

impl Part {
    /// Takes over what the head of its image says.
    pub(super) fn describe(&mut self, format: Format, head: &Head) {
        self.image = Some(format);
        if self.width.is_none() && self.height.is_none() && head.width > 0 && head.height > 0 {
            self.width = Some(head.width);
            self.height = Some(head.height);
        }
        self.traces.extend(&head.traces);
    }
}

/// An image written anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clean {
    /// The file.
    pub bytes: Vec<u8>,
    /// What did not come along.
    pub dropped: BTreeSet<Trace>,
}

/// The same picture without what it carries beside it, for JPEG and PNG; `None` for another format and for a file that does not
/// keep its form. A picture that was only turned by its metadata stands as the sensor saw it.
#[must_use]
pub fn without_metadata(bytes: &[u8]) -> Option<Clean> {
    let (format, head) = head(bytes)?;
    if !head.faults.is_empty() {
        return None;
    }
    let clean = match format {
        Format::Jpeg => jpeg::rebuilt(bytes)?,
        Format::Png => png::rebuilt(bytes)?,
        _ => return None,
    };
    Some(Clean {
        bytes: clean,
        dropped: head.traces,
    })
}
