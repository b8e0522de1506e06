//! Biometrics as typed attachments: what a file is, how good, when, by whom and for what it was taken, and whether the file keeps
//! the form of its format. It is validated and carried; nothing here compares two samples, and no pixel is decoded.
//!
//! Three things stand here: the noun `Biometric` with its `check`, `read` (a bounded reader of one file, with a verdict that names
//! each fault by field), and `against` (whether the file says what the noun says). A summary never holds a personal value.

use jiff::civil::Date;
use model::coded;
use model::id::Digest;
use model::label::Purpose;
use serde::{Deserialize, Serialize};

mod check;
mod dna;
pub mod images;
mod iso;
mod nist;
mod reading;

pub use check::{Found, Lack, against, check, standing};
pub use dna::{DnaReference, LOCI_MIN, Locus, MarkerSystem};
pub use reading::{Fault, Flaw, Part, Reading, Score};

/// One biometric file, in bytes.
pub const BIOMETRIC_BYTES_MAX: usize = 100 << 20;

coded! {
    /// Which characteristic of a person (ISO/IEC 2382-37; the record types of ANSI/NIST-ITL 1-2011, table 3).
    pub enum Modality {
        /// The face, or another photograph of the body (type 10).
        Face = "face",
        /// Fingers: rolled, plain, slaps, latent (types 4, 9, 13, 14).
        Fingerprint = "fingerprint",
        /// Palms (type 15).
        Palm = "palm",
        /// Soles and toes (type 19).
        Plantar = "plantar",
        /// Irises (type 17).
        Iris = "iris",
        /// DNA: the profile stays in its laboratory file; what is said of it is loci and marker system (type 18).
        Dna = "dna",
        /// Voice (type 11).
        Voice = "voice",
        /// The hand that signs (type 8).
        Signature = "signature",
        /// Scars, marks and tattoos (type 10).
        ScarMarkTattoo = "scar-mark-tattoo",
    }
}

coded! {
    /// The format of the file.
    pub enum Format {
        /// A transaction of ANSI/NIST-ITL in the traditional encoding (NIST SP 500-290, annex B).
        NistItl = "nist-itl",
        /// Finger minutiae, ISO/IEC 19794-2 of 2005 or 2011.
        FingerMinutiae = "iso-19794-2",
        /// Finger image, ISO/IEC 19794-4 of 2005 or 2011.
        FingerImage = "iso-19794-4",
        /// Face image, ISO/IEC 19794-5 of 2005 or 2011.
        FaceImage = "iso-19794-5",
        /// Iris image, ISO/IEC 19794-6 of 2005 or 2011.
        IrisImage = "iso-19794-6",
        /// The extensible successors, ISO/IEC 39794: known by their head, not read.
        Iso39794 = "iso-39794",
        /// Wavelet scalar quantisation (FBI IAFIS-IC-0110, version 3.1).
        Wsq = "wsq",
        /// JPEG (ISO/IEC 10918-1).
        Jpeg = "jpeg",
        /// JPEG 2000 (ISO/IEC 15444-1), in its file format or as a bare codestream.
        Jpeg2000 = "jp2",
        /// PNG (ISO/IEC 15948).
        Png = "png",
        /// Sound in RIFF WAVE: carried, not read.
        Wave = "wav",
        /// A DNA profile as its laboratory exports it: carried, never read.
        DnaFile = "dna-file",
    }
}

impl Format {
    /// Whether `read` looks into it. The others are carried as they are, and their verdict says that nobody has looked.
    #[must_use]
    pub const fn is_read(self) -> bool {
        !matches!(self, Format::Iso39794 | Format::Wave | Format::DnaFile)
    }

    /// Whether a file of this format may hold this modality.
    #[must_use]
    pub const fn holds(self, modality: Modality) -> bool {
        match self {
            Format::NistItl | Format::Iso39794 => true,
            Format::FingerMinutiae => matches!(modality, Modality::Fingerprint),
            Format::FingerImage => matches!(modality, Modality::Fingerprint | Modality::Palm),
            Format::FaceImage => matches!(modality, Modality::Face),
            Format::IrisImage => matches!(modality, Modality::Iris),
            Format::Wsq => matches!(
                modality,
                Modality::Fingerprint | Modality::Palm | Modality::Plantar
            ),
            Format::Jpeg | Format::Jpeg2000 | Format::Png => {
                !matches!(modality, Modality::Dna | Modality::Voice)
            }
            Format::Wave => matches!(modality, Modality::Voice),
            Format::DnaFile => matches!(modality, Modality::Dna),
        }
    }

    /// The format that the first bytes show; `None` where they show none that is known here.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Format> {
        const HEADS: &[(&[u8], Format)] = &[
            (b"1.", Format::NistItl),
            (b"FMR\0", Format::FingerMinutiae),
            (b"FIR\0", Format::FingerImage),
            (b"FAC\0", Format::FaceImage),
            (b"IIR\0", Format::IrisImage),
            (b"RIFF", Format::Wave),
        ];
        let known = HEADS.iter().find(|(head, _)| bytes.starts_with(head));
        known
            .map(|(_, format)| *format)
            .or_else(|| images::format(bytes))
            .or_else(|| iso::is_39794(bytes).then_some(Format::Iso39794))
    }
}

coded! {
    /// The scale of a quality value; each has its own bounds.
    pub enum QualityScale {
        /// 0 to 100, higher is better (ISO/IEC 29794-1; field x.024 of ANSI/NIST-ITL).
        Iso29794 = "iso-29794",
        /// 1 to 5, lower is better (NIST fingerprint image quality, NISTIR 7151; field 14.022).
        Nfiq = "nfiq",
        /// 0 to 100, higher is better (NFIQ 2, NIST TR 8382; ISO/IEC 29794-4).
        Nfiq2 = "nfiq2",
        /// Signal to noise in decibels, 0 to 120, for sound.
        Decibel = "snr-db",
    }
}

impl QualityScale {
    /// Whether the value lies on the scale.
    #[must_use]
    pub const fn has(self, value: u16) -> bool {
        match self {
            QualityScale::Iso29794 | QualityScale::Nfiq2 => value <= 100,
            QualityScale::Nfiq => matches!(value, 1..=5),
            QualityScale::Decibel => value <= 120,
        }
    }

    /// Whether a file of this format and modality is measured on the scale.
    #[must_use]
    pub const fn measures(self, format: Format, modality: Modality) -> bool {
        let finger = matches!(modality, Modality::Fingerprint);
        match self {
            QualityScale::Iso29794 => !matches!(modality, Modality::Dna),
            QualityScale::Nfiq => finger && !matches!(format, Format::FingerMinutiae),
            QualityScale::Nfiq2 => finger,
            QualityScale::Decibel => matches!(modality, Modality::Voice),
        }
    }
}

/// How good a sample is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quality {
    /// On which scale.
    pub scale: QualityScale,
    /// The value.
    pub value: u16,
}

coded! {
    /// What kind of body took the sample. The name of the body is no part of it: a release carries none.
    pub enum CapturedBy {
        /// Police, in an investigation or on arrest.
        Police = "police",
        /// Border guard.
        Border = "border",
        /// Visa or consular post.
        Consular = "consular",
        /// Asylum or immigration authority.
        Immigration = "immigration",
        /// Prison.
        Prison = "prison",
        /// Forensic laboratory, from a trace or an object.
        Laboratory = "laboratory",
        /// Armed forces, on the battlefield or in detention.
        Military = "military",
        /// Read from the chip of a travel document (ICAO Doc 9303).
        DocumentChip = "document-chip",
        /// Open source: press, network, propaganda.
        OpenSource = "open-source",
        /// Another State's service.
        Partner = "partner",
    }
}

/// A biometric attachment of a record. The bytes lie elsewhere, under their digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Biometric {
    /// Which characteristic.
    pub modality: Modality,
    /// The format of the file.
    pub format: Format,
    /// How good, where it was measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quality: Option<Quality>,
    /// The day on which it was taken.
    #[serde(default)]
    pub captured_on: Option<Date>,
    /// What kind of body took it.
    #[serde(default)]
    pub captured_by: Option<CapturedBy>,
    /// For what it was taken and may be used.
    #[serde(default)]
    pub purpose: Option<Purpose>,
    /// The file.
    pub sha256: Digest,
    /// The file, in bytes.
    pub size: u64,
    /// Of DNA alone: loci and marker system, never values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dna: Option<DnaReference>,
}

/// Reads one file: its verdict, and a summary without personal values. Work and memory are linear in the size of the file, which is
/// bounded by `BIOMETRIC_BYTES_MAX`; `today` is the day against which capture dates are held.
#[must_use]
pub fn read(bytes: &[u8], today: Date) -> Reading {
    let Some(format) = Format::of(bytes) else {
        return Reading::refused(None, bytes, "head", Flaw::Unknown);
    };
    if bytes.len() > BIOMETRIC_BYTES_MAX {
        return Reading::refused(Some(format), bytes, "size", Flaw::TooLarge);
    }
    match format {
        Format::NistItl => nist::read(bytes, today),
        Format::FingerMinutiae | Format::FingerImage | Format::FaceImage | Format::IrisImage => {
            iso::read(format, bytes, today)
        }
        Format::Wsq | Format::Jpeg | Format::Jpeg2000 | Format::Png => images::read(format, bytes),
        Format::Iso39794 | Format::Wave | Format::DnaFile => {
            Reading::refused(Some(format), bytes, "head", Flaw::NotRead)
        }
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) use tests::whole_files;
