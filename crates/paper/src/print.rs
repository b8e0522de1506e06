//! A paper as plain structure: what the HTML print view shows and what the PDF is set from. No layout, no fonts.
//!
//! Texts may hold the isolates U+2068 and U+2069 (see `words`). `dir: "auto"` means that the text's own first strong
//! letter decides; `mono` marks references and digests, which always run from left to right.

use qrcode::{EcLevel, QrCode};
use serde::Serialize;

/// One paper in one language.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sheet {
    /// Language code.
    pub lang: &'static str,
    /// Base direction, `rtl` or `ltr`.
    pub dir: &'static str,
    /// Kind of paper: `request`, `acknowledgement`, `certificate`.
    pub kind: &'static str,
    /// What the paper is called.
    pub title: String,
    /// What it is about; may be empty.
    pub subject: String,
    /// Number of the request, on every page.
    pub number: String,
    /// Handling, at the top and the bottom of every page.
    pub band: Band,
    /// Who issues it.
    pub from: Head,
    /// Who receives it.
    pub to: Head,
    /// Word before the addressee.
    pub to_label: String,
    /// Reference lines below the addressee.
    pub references: Vec<Fact>,
    /// The text.
    pub blocks: Vec<Block>,
    /// SHA-256 of the record, 64 hexadecimal digits, on every page.
    pub record: String,
    /// What that digest is.
    pub record_label: String,
    /// What that digest means, in a sentence.
    pub record_note: String,
    /// The same digest as a QR code: an SVG document without colours of its own.
    pub qr_svg: String,
    /// What the QR code is, for those who cannot see it.
    pub qr_label: String,
    /// `Page @P of @N` in this language: the page machine puts the numbers in.
    pub page_of: String,
}

/// The handling band.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Band {
    /// `open`, `restricted`, `confidential` or `highest`: the colour, never the only sign.
    pub level: &'static str,
    /// The class in words.
    pub class: String,
    /// The originator, and TLP.
    pub originator: String,
    /// With whom it may be shared, until when.
    pub limits: String,
}

/// A letterhead or an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Head {
    /// The State.
    pub state: String,
    /// The authority.
    pub authority: String,
    /// Its name in its own language, where that is none of the six.
    pub native: Option<String>,
    /// Address, telephone, mail.
    pub lines: Vec<String>,
}

/// A label with its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// The label.
    pub label: String,
    /// The value.
    pub value: String,
    /// Whether the value is a reference, a digest or a code.
    pub mono: bool,
}

/// A piece of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Block {
    /// A heading, level 2 or 3 (the title is 1).
    Heading {
        /// 2 or 3.
        level: u8,
        /// Its text.
        text: String,
        /// Whether it begins a page.
        new_page: bool,
    },
    /// A paragraph.
    Text {
        /// The words.
        text: String,
    },
    /// Something the reader must not miss.
    Notice {
        /// The words.
        text: String,
    },
    /// Labels with values.
    Facts {
        /// The rows.
        rows: Vec<Fact>,
    },
    /// A numbered list.
    List {
        /// Its entries.
        entries: Vec<String>,
    },
    /// A table with a header.
    Table {
        /// What it shows; empty where the heading before it says so.
        caption: String,
        /// Header cells.
        header: Vec<String>,
        /// Share of the width for each column.
        widths: Vec<u8>,
        /// Whether the column is set as references are.
        mono: Vec<bool>,
        /// The rows.
        rows: Vec<Vec<String>>,
    },
    /// Codes that carry text, each with a line under it.
    Codes {
        /// The codes.
        entries: Vec<Code>,
    },
    /// The place for the signature.
    Signature {
        /// "For the …".
        for_whom: String,
        /// Name and function, a line each.
        lines: Vec<String>,
        /// Word over the empty space.
        label: String,
        /// What the space is for.
        note: String,
    },
}

/// A code with its line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Code {
    /// An SVG document without colours of its own.
    pub svg: String,
    /// `1 / 12`.
    pub caption: String,
    /// What it is, for those who cannot see it.
    pub label: String,
}

/// A QR code (ISO/IEC 18004, error correction M) of `text` as SVG: black squares on nothing, one user unit a module,
/// with the quiet zone of four modules. Empty where the text is too long for a code.
#[must_use]
pub fn qr_svg(text: &str) -> String {
    const QUIET: usize = 4;
    let Ok(code) = QrCode::with_error_correction_level(text, EcLevel::M) else {
        return String::new();
    };
    let width = code.width();
    let mut path = String::new();
    for (row, line) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        while x < width {
            let run = line
                .iter()
                .skip(x)
                .take_while(|module| **module == qrcode::Color::Dark)
                .count();
            if run > 0 {
                path.push_str(&format!("M{} {}h{run}v1h-{run}z", x + QUIET, row + QUIET));
            }
            x += run.max(1);
        }
    }
    let side = width + 2 * QUIET;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path d=\"{path}\"/></svg>"
    )
}

/// What the QR code of a record says: `SHA-256:` and the digest in capitals, which keeps the code small.
#[must_use]
pub fn qr_text(record_hex: &str) -> String {
    format!("SHA-256:{}", record_hex.to_ascii_uppercase())
}
