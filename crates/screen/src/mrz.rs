//! The machine readable zone of travel documents (ICAO Doc 9303 parts 3 to 7, 8th edition 2021): passports (TD3), cards (TD1, TD2)
//! and visas (MRV-A, MRV-B), from what a reader or a keyboard sends.
//!
//! Every check digit is recomputed and reported by field; nothing is repaired in silence. Check digits are weak (one corruption in
//! five passes), and issuing State, nationality, names and sex stand under none of them: a zone that passes is not proof. Undoing
//! keyboard layouts and double scans is in `mrz/wedge.rs`, the places of the fields in `mrz/fields.rs`. No image, no chip.

use serde::{Deserialize, Serialize};

use crate::country;
use crate::dates::Day;
use crate::entity::prop;
use crate::index::Query;

mod fields;
mod wedge;

pub use wedge::Layout;

/// Form of the zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Card, three lines of 30.
    Td1,
    /// Card, two lines of 36.
    Td2,
    /// Passport, two lines of 44.
    Td3,
    /// Visa, two lines of 44.
    MrvA,
    /// Visa, two lines of 36.
    MrvB,
}

impl Format {
    /// Stable code for texts and logs, the same as in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Format::Td1 => "td1",
            Format::Td2 => "td2",
            Format::Td3 => "td3",
            Format::MrvA => "mrv-a",
            Format::MrvB => "mrv-b",
        }
    }

    /// Number of lines and characters in each.
    pub fn shape(self) -> (usize, usize) {
        match self {
            Format::Td1 => (3, 30),
            Format::Td2 | Format::MrvB => (2, 36),
            Format::Td3 | Format::MrvA => (2, 44),
        }
    }
}

/// A field that has a check digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// Document number, long ones included.
    Number,
    /// Date of birth.
    Birth,
    /// Date of expiry.
    Expiry,
    /// Personal number of a passport.
    Personal,
    /// The whole zone.
    Composite,
}

impl Field {
    /// Stable code for texts and logs, the same as in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Field::Number => "number",
            Field::Birth => "birth",
            Field::Expiry => "expiry",
            Field::Personal => "personal",
            Field::Composite => "composite",
        }
    }
}

/// What became of a check digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It is right.
    Right,
    /// It is wrong, or no digit.
    Wrong,
    /// There is a filler where the digit should be.
    Missing,
    /// Field and digit are both left empty, which is allowed for optional fields.
    Empty,
}

impl Verdict {
    /// Stable code for texts and logs, the same as in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Verdict::Right => "right",
            Verdict::Wrong => "wrong",
            Verdict::Missing => "missing",
            Verdict::Empty => "empty",
        }
    }
}

/// A check digit, where it stands, and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// Which field.
    pub field: Field,
    /// What became of it.
    pub verdict: Verdict,
    /// Line of the digit, from 1.
    pub line: usize,
    /// Position of the digit in its line, from 1.
    pub position: usize,
}

/// Something that asks for a look at the document, though the zone could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// A check digit is wrong or missing.
    CheckDigit,
    /// The issuing State's code is not one of Doc 9303-3 section 5.
    UnknownIssuer,
    /// The nationality's code is not one of them.
    UnknownNationality,
    /// Two keyboard layouts give different readings of number or State, and both pass.
    Layout,
    /// The document code is not one of P, V, I, A, C.
    DocumentCode,
    /// The date of birth is no date.
    BirthDate,
    /// The name fills its field and may have been cut.
    NameCut,
}

impl Doubt {
    /// Stable code for texts and logs, the same as in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Doubt::CheckDigit => "check-digit",
            Doubt::UnknownIssuer => "unknown-issuer",
            Doubt::UnknownNationality => "unknown-nationality",
            Doubt::Layout => "layout",
            Doubt::DocumentCode => "document-code",
            Doubt::BirthDate => "birth-date",
            Doubt::NameCut => "name-cut",
        }
    }
}

/// A zone that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mrz {
    /// Its form.
    pub format: Format,
    /// Its lines, in capital letters, digits and `<`.
    pub lines: Vec<String>,
    /// "P", "PD", "I", "V" ...: without fillers.
    pub document_code: String,
    /// Code of the issuing State or organisation, without fillers ("D" is Germany).
    pub issuer: String,
    /// Surname, or the whole name where the document does not divide it.
    pub surname: String,
    /// Given names; may be empty.
    pub given_names: String,
    /// The name as another keyboard layout would read it (surname, given names), where nothing tells which is right.
    pub other_reading: Option<(String, String)>,
    /// Document number without fillers, long ones whole.
    pub number: String,
    /// Code of the nationality, without fillers.
    pub nationality: String,
    /// Date of birth as six characters; unknown ones are `<`.
    pub birth: String,
    /// Date of expiry as six characters.
    pub expiry: String,
    /// `M`, `F`, or `<` where it is not said.
    pub sex: char,
    /// Optional data, fillers at the end taken away; what belongs to a long number is not in it.
    pub optional: Vec<String>,
    /// Each check digit.
    pub checks: Vec<Check>,
    /// The keyboard layout under which it was read.
    pub layout: Layout,
    /// Two layouts give different readings of number or State.
    pub layout_unsure: bool,
}

/// Why no zone could be read, and where to look.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MrzError {
    /// Nothing was sent.
    #[error("nothing was read. Lay the document on the reader again, or type the lines as printed")]
    Empty,
    /// Far more than a zone.
    #[error(
        "{found} characters are no machine readable zone (two or three lines of 30, 36 or 44). Read one document at a time"
    )]
    TooLong {
        /// How many characters came.
        found: usize,
    },
    /// A line is too short or too long.
    #[error(
        "line {line} has {found} characters, {expected} are expected: the difference begins at position {position} at the latest. \
             Read the document again, or compare this line with the print"
    )]
    Length {
        /// Line, from 1.
        line: usize,
        /// Characters found.
        found: usize,
        /// Characters expected.
        expected: usize,
        /// First position that is missing or too much, from 1.
        position: usize,
    },
    /// The lines are not those of any form.
    #[error(
        "{found} line(s) of such length are no machine readable zone: two lines of 44 or 36, or three of 30 are expected. Read the \
             document again"
    )]
    Shape {
        /// Lines found.
        found: usize,
    },
    /// A character that no zone has.
    #[error(
        "line {line}, position {position}: {character:?} does not occur in a machine readable zone (A to Z, 0 to 9, <). Compare with \
             the print; if this happens with each document, set the reader's keyboard layout"
    )]
    Character {
        /// Line, from 1.
        line: usize,
        /// Position, from 1.
        position: usize,
        /// The character.
        character: char,
    },
    /// Two scans in one, and they differ.
    #[error("two readings differ in line {line} at position {position}. Read the document again")]
    ScansDiffer {
        /// Line, from 1.
        line: usize,
        /// Position, from 1.
        position: usize,
    },
}

impl MrzError {
    /// Stable code, for translation and for machines.
    pub fn code(&self) -> &'static str {
        match self {
            MrzError::Empty => "MRZ-EMPTY",
            MrzError::TooLong { .. } => "MRZ-TOO-LONG",
            MrzError::Length { .. } => "MRZ-LENGTH",
            MrzError::Shape { .. } => "MRZ-SHAPE",
            MrzError::Character { .. } => "MRZ-CHARACTER",
            MrzError::ScansDiffer { .. } => "MRZ-SCANS-DIFFER",
        }
    }

    /// Line and position from 1, where there is one.
    pub fn place(&self) -> Option<(usize, usize)> {
        match self {
            MrzError::Length { line, position, .. }
            | MrzError::Character { line, position, .. }
            | MrzError::ScansDiffer { line, position } => Some((*line, *position)),
            _ => None,
        }
    }
}

/// Reads a zone from what a reader or a person typed. `layout` is the station's keyboard layout, where it is known; without it
/// the layout is worked out from check digits and State codes.
///
/// # Errors
/// [`MrzError`], naming line and position. Wrong check digits are no error: they are in [`Mrz::checks`] and [`Mrz::doubts`].
pub fn read(input: &str, layout: Option<Layout>) -> Result<Mrz, MrzError> {
    wedge::read(input, layout)
}

impl Mrz {
    /// Whether every check digit is right (or left out together with its field).
    pub fn checks_right(&self) -> bool {
        self.checks
            .iter()
            .all(|check| matches!(check.verdict, Verdict::Right | Verdict::Empty))
    }

    /// What asks for a look at the document.
    pub fn doubts(&self) -> Vec<Doubt> {
        let mut doubts = Vec::new();
        let mut doubt = |is: bool, doubt: Doubt| {
            if is {
                doubts.push(doubt);
            }
        };
        doubt(!self.checks_right(), Doubt::CheckDigit);
        doubt(
            !country::is_document_code(&self.issuer),
            Doubt::UnknownIssuer,
        );
        doubt(
            !country::is_document_code(&self.nationality),
            Doubt::UnknownNationality,
        );
        doubt(self.layout_unsure, Doubt::Layout);
        doubt(
            !self.document_code.starts_with(['P', 'V', 'I', 'A', 'C']),
            Doubt::DocumentCode,
        );
        doubt(!fields::is_date(&self.birth), Doubt::BirthDate);
        doubt(self.name_may_be_cut(), Doubt::NameCut);
        doubts
    }

    /// Whether "no record" may not be said on this reading: the key or the person may be another.
    pub fn is_unsure(&self) -> bool {
        self.doubts()
            .iter()
            .any(|doubt| !matches!(doubt, Doubt::NameCut))
    }

    fn name_may_be_cut(&self) -> bool {
        let line = if self.format == Format::Td1 {
            self.lines.get(2)
        } else {
            self.lines.first()
        };
        line.is_some_and(|line| !line.ends_with('<'))
    }

    /// Date of birth as [`crate::dates`] writes it, as far as it is known. A year is taken as the last one before `today`
    /// that ends so: nobody over 99 is told from a child.
    pub fn birth_date(&self, today: Day) -> Option<String> {
        let two = |at: usize| {
            self.birth
                .get(at..at + 2)
                .filter(|t| t.bytes().all(|b| b.is_ascii_digit()))
        };
        let short: i32 = two(0)?.parse().ok()?;
        let century = today.year - today.year.rem_euclid(100);
        let (month, day) = (two(2), two(4));
        let year = |year: i32| Day {
            year,
            month: month.and_then(|m| m.parse().ok()).unwrap_or(1),
            day: day.and_then(|d| d.parse().ok()).unwrap_or(1),
        };
        let full = if year(century + short) <= today {
            century + short
        } else {
            century + short - 100
        };
        let text = match (month, day) {
            (Some(month), Some(day)) => format!("{full:04}-{month}-{day}"),
            (Some(month), None) => format!("{full:04}-{month}"),
            _ => format!("{full:04}"),
        };
        crate::dates::parse(&text).map(|_| text)
    }

    /// The question that this document asks of the lists: name (both readings, where the layout leaves two), date of birth,
    /// nationality, sex, document number.
    pub fn query(&self, today: Day) -> Query {
        let name = |(surname, given): (&str, &str)| format!("{given} {surname}").trim().to_owned();
        let mut query = Query::person(&name((&self.surname, &self.given_names)));
        if let Some((surname, given)) = &self.other_reading {
            query = query.with(prop::NAME, &name((surname, given)));
        }
        if let Some(date) = self.birth_date(today) {
            query = query.with(prop::BIRTH_DATE, &date);
        }
        if let Some(code) = country::code(&self.nationality).filter(|code| code.len() == 2) {
            query = query.with(prop::NATIONALITY, code);
        }
        query = match self.sex {
            'M' => query.with(prop::GENDER, "male"),
            'F' => query.with(prop::GENDER, "female"),
            _ => query,
        };
        let passport = self.document_code.starts_with('P');
        query.with(
            if passport {
                prop::PASSPORT_NUMBER
            } else {
                prop::ID_NUMBER
            },
            &self.number,
        )
    }
}

/// The check digit of Doc 9303-3 section 4.9: weights 7, 3, 1 over digits, letters (A is 10) and fillers (0), modulo 10.
/// `None` where a character is none of these.
pub fn check_digit(text: &str) -> Option<u32> {
    let mut sum = 0;
    for (c, weight) in text.chars().zip([7, 3, 1].into_iter().cycle()) {
        let value = match c {
            '<' => 0,
            '0'..='9' | 'A'..='Z' => c.to_digit(36)?,
            _ => return None,
        };
        sum += value * weight;
    }
    Some(sum % 10)
}

#[cfg(test)]
mod tests;
