//! Papers and words: templates, forms, six languages, print views and PDF.
//!
//! Pure: values and bytes in, values and bytes out. No file, no network, no clock: fonts come in as bytes, the date of a
//! paper is the date of its record. Law lives in `model`, pages in `web`. Only `pdf.rs` names typst.
#![forbid(unsafe_code)]

pub mod fonts;
pub mod letter;
pub mod pdf;
pub mod print;
pub mod template;
pub mod words;

pub use letter::{Drawn, LetterData, PaperKind, Party, compose};
pub use pdf::{PaperError, Press};
pub use print::Sheet;
pub use template::{Field, Section, Template};
pub use words::{say, say_attr, say_map, word};
