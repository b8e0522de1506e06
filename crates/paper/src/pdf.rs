//! From a sheet to a PDF: the only file that names typst.
//!
//! Typst runs here as a library in a world of its own: two layout files that are part of the program, the sheet as JSON,
//! the QR code as SVG, and fonts handed in as bytes. Every other file is answered "access denied", there is no package,
//! no network, no clock. The result is tagged PDF/A-2a and PDF/UA-1; the same sheet gives the same bytes.

use std::collections::BTreeSet;

use jiff::Timestamp;
use model::{Digest, Lang};
use serde::Serialize;
use serde_json::Value;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::fonts::{self, Script};
use crate::letter::{LetterData, compose};
use crate::print::Sheet;
use crate::words::{self, Arg};

/// The page all papers share, and the order of a letter; both are data.
const PAPER_TYP: &str = include_str!("../layouts/paper.typ");
const LETTER_TYP: &str = include_str!("../layouts/letter.typ");

/// Why a paper could not be set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// No font has this script. The print view shows the same content.
    #[error("no font for {script:?}: {character:?} cannot be set")]
    FontMissing {
        /// The script.
        script: Script,
        /// The first character that cannot be set.
        character: char,
    },
    /// The page machine gave up; the text is for the operator's log and holds no content of the case.
    #[error("the paper could not be set: {0}")]
    Set(String),
}

impl PaperError {
    /// What a person reads, with what to do.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        match self {
            PaperError::FontMissing { script, character } => {
                let character = format!("U+{:04X}", u32::from(*character));
                let script = words::say(
                    lang,
                    &format!("script-{}", script.code()),
                    &[("character", Arg::Text(&character))],
                );
                words::say(lang, "paper-error-font", &[("script", Arg::Text(&script))])
            }
            PaperError::Set(_) => words::word(lang, "paper-error-set"),
        }
    }
}

/// The press: fonts, read once. It is cheap to make without Chinese fonts and holds their bytes with them, so a small
/// node makes one for a paper (with the fonts that [`fonts::scripts_of`] names) and drops it.
pub struct Press {
    standard: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

impl std::fmt::Debug for Press {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Press")
            .field("fonts", &self.fonts.len())
            .finish_non_exhaustive()
    }
}

impl Press {
    /// A press with its own fonts for Latin and Cyrillic (Libertinus Serif, DejaVu Sans Mono) and, for other scripts, the
    /// font files handed in (TrueType, OpenType or collections). What is no font is passed over.
    #[must_use]
    pub fn new(fonts: Vec<Vec<u8>>) -> Press {
        let own = typst_assets::fonts().map(Bytes::new);
        let handed = fonts.into_iter().map(Bytes::new);
        let fonts: Vec<Font> = own
            .chain(handed)
            .flat_map(Font::iter)
            .filter(|font| fonts::is_wanted(&font.info().family))
            .collect();
        Press {
            standard: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
        }
    }

    /// Which scripts can be set.
    #[must_use]
    pub fn scripts(&self) -> BTreeSet<Script> {
        Script::NAMED
            .into_iter()
            .filter(|script| self.covers(script.sample()))
            .collect()
    }

    /// Sets a paper in `lang`: PDF/A-2a, PDF/UA-1, tagged, dated by its record.
    ///
    /// # Errors
    /// [`PaperError::FontMissing`] when a character of the paper is in no font; [`PaperError::Set`] otherwise.
    pub fn letter(&self, data: &LetterData, lang: Lang) -> Result<Vec<u8>, PaperError> {
        self.set(&compose(data, lang), data.drawn.record, data.drawn.at)
    }

    /// Sets a sheet. `record` and `at` go into the PDF's identity and metadata.
    ///
    /// # Errors
    /// As [`Press::letter`].
    pub fn set(&self, sheet: &Sheet, record: Digest, at: Timestamp) -> Result<Vec<u8>, PaperError> {
        let data = input(sheet, self.families())?;
        if let Some(character) = data
            .chars()
            .find(|c| !fonts::is_invisible(*c) && !self.covers(*c))
        {
            let script = Script::of(character);
            return Err(PaperError::FontMissing { script, character });
        }
        let desk = Desk::new(self, data, sheet.qr_svg.clone());
        let set = typst::compile::<PagedDocument>(&desk).output;
        let pdf = set.and_then(|document| typst_pdf::pdf(&document, &options(sheet, record, at)));
        // Typst remembers layouts between papers; a paper is set once, so that memory would only grow.
        typst::comemo::evict(0);
        pdf.map_err(|faults| PaperError::Set(told(&faults)))
    }

    fn covers(&self, character: char) -> bool {
        self.fonts
            .iter()
            .map(Font::info)
            .filter(|info| !fonts::is_mono(&info.family))
            .any(|info| info.coverage.contains(u32::from(character)))
    }

    /// Font families in the order in which a character is looked for.
    fn families(&self) -> Vec<String> {
        let mut families: Vec<String> = Vec::new();
        for font in &self.fonts {
            let family = &font.info().family;
            if !families.contains(family) && !fonts::is_mono(family) {
                families.push(family.clone());
            }
        }
        families
    }
}

#[derive(Serialize)]
struct Input<'a> {
    sheet: &'a Sheet,
    fonts: Vec<String>,
}

/// The sheet as the layout reads it, every text made inert.
fn input(sheet: &Sheet, fonts: Vec<String>) -> Result<String, PaperError> {
    let fault = |error: serde_json::Error| PaperError::Set(error.to_string());
    let mut value = serde_json::to_value(Input { sheet, fonts }).map_err(fault)?;
    make_inert(&mut value, sheet.dir == "rtl");
    serde_json::to_string(&value).map_err(fault)
}

fn make_inert(value: &mut Value, rtl: bool) {
    match value {
        Value::String(text) => *text = inert(text, rtl),
        Value::Array(list) => list.iter_mut().for_each(|inner| make_inert(inner, rtl)),
        Value::Object(map) => map.values_mut().for_each(|inner| make_inert(inner, rtl)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Control characters and characters that would turn the reading order are shown as what they are, a fault (GEN-04 keeps
/// them out of names; a paper never lies about them). Our own isolates stay where the text runs in two directions.
fn inert(text: &str, rtl: bool) -> String {
    let both = rtl
        || text
            .chars()
            .any(|c| Script::of(c) == Script::Arabic || ('\u{590}'..='\u{5ff}').contains(&c));
    text.chars()
        .filter(|c| both || !('\u{2066}'..='\u{2069}').contains(c))
        .map(|c| match c {
            '\n' => '\n',
            '\t' => ' ',
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{feff}' => {
                '\u{fffd}'
            }
            other => other,
        })
        .collect()
}

fn options(sheet: &Sheet, record: Digest, at: Timestamp) -> PdfOptions {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).unwrap_or_default();
    PdfOptions {
        ident: Smart::Custom(format!("{record} {} {}", sheet.kind, sheet.lang)),
        creator: Smart::Custom(Some("Comity".to_owned())),
        timestamp: utc(at).map(typst_pdf::Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    }
}

fn utc(at: Timestamp) -> Option<Datetime> {
    let at = jiff::tz::Offset::UTC.to_datetime(at);
    let small = |number: i8| u8::try_from(number).ok();
    Datetime::from_ymd_hms(
        i32::from(at.year()),
        small(at.month())?,
        small(at.day())?,
        small(at.hour())?,
        small(at.minute())?,
        small(at.second())?,
    )
}

/// Messages without the content: typst quotes texts between backticks, and those stay here.
fn told(faults: &[SourceDiagnostic]) -> String {
    let unquoted = |message: &str| {
        let parts: Vec<&str> = message.split('`').step_by(2).collect();
        parts.join("…")
    };
    let mut out: Vec<String> = faults
        .iter()
        .map(|fault| unquoted(&fault.message))
        .collect();
    out.dedup();
    out.truncate(5);
    out.join("; ")
}

/// The world of one paper.
struct Desk<'a> {
    press: &'a Press,
    main: Source,
    shared: Source,
    data: (FileId, Bytes),
    code: (FileId, Bytes),
}

impl<'a> Desk<'a> {
    fn new(press: &'a Press, data: String, qr_svg: String) -> Desk<'a> {
        Desk {
            press,
            main: Source::new(file_id("/letter.typ"), LETTER_TYP.to_owned()),
            shared: Source::new(file_id("/paper.typ"), PAPER_TYP.to_owned()),
            data: (file_id("/sheet.json"), Bytes::from_string(data)),
            code: (file_id("/code.svg"), Bytes::from_string(qr_svg)),
        }
    }
}

/// Ids of the four names above only, so the table of ids in typst does not grow.
fn file_id(name: &str) -> FileId {
    let path = VirtualPath::new(name).unwrap_or_else(|_| unreachable!("the names are fixed"));
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.standard
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [&self.main, &self.shared]
            .into_iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        [&self.data, &self.code]
            .into_iter()
            .find(|(known, _)| *known == id)
            .map(|(_, bytes)| bytes.clone())
            .ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
