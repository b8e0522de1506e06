//! Lists of parties as a table: what `comity treaty import` reads and `comity treaty export` writes.
//!
//! CSV (RFC 4180), UTF-8, the first line names the columns in any order: `instrument_id`, `iso2`, `signature_date`,
//! `consent_date`, `consent_type`, and where they are known `entry_date` (in force for the party since), `end_date`
//! (the first day on which it no longer binds), `as_of` (the day on which the list was true). A reservation or
//! declaration is a row of its own, or stands with its party: `reservation_article`, `reservation_excludes` (a kind of
//! help that it takes out), `reservation_from`, `reservation_until`, `reservation_text`. Other columns are passed over.
//! The rows of an instrument are its whole list and take the place of the one before.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Catalogue, Help, Lists, PartyList};
use crate::StateCode;
use crate::code::coded;
use crate::csv::{Broken, Lines};
use crate::limits::{PARTICIPATION_CELL_BYTES_MAX, PARTICIPATION_ROWS_MAX};
use crate::state::{Consent, Participation, Reservation};

coded! {
    /// What is wrong with a table of parties.
    pub enum CsvProblem {
        /// A column that must be there is not.
        Column = "column",
        /// A quotation mark is not closed, or a row has too many cells.
        Shape = "shape",
        /// More rows than are read.
        TooMany = "too_many",
        /// A cell longer than any of its kind.
        TooLong = "too_long",
        /// An instrument that the catalogue does not know.
        Instrument = "instrument",
        /// Not a code of a State.
        State = "state",
        /// Not a date.
        Date = "date",
        /// Not a kind of consent.
        Consent = "consent",
        /// Not a kind of help.
        Help = "help",
        /// The party stands there twice.
        Twice = "twice",
        /// Nobody said on which day the list was true.
        AsOf = "as_of",
        /// No row at all.
        Empty = "empty",
    }
}

/// A table of parties that was not taken in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem} {cell:?}")]
pub struct CsvFault {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub problem: CsvProblem,
    /// The cell, or the name of the column.
    pub cell: String,
}

const CONSENTS: &[(&str, Consent)] = &[
    ("ratification", Consent::Ratification),
    ("acceptance", Consent::Acceptance),
    ("approval", Consent::Approval),
    ("accession", Consent::Accession),
    ("succession", Consent::Succession),
    ("formal confirmation", Consent::FormalConfirmation),
    ("definitive signature", Consent::DefinitiveSignature),
    ("", Consent::Unknown),
];

const COLUMNS: &[&str] = &[
    "instrument_id",
    "iso2",
    "signature_date",
    "consent_date",
    "consent_type",
    "entry_date",
    "end_date",
    "as_of",
    "reservation_article",
    "reservation_excludes",
    "reservation_from",
    "reservation_until",
    "reservation_text",
];
/// So many columns of [`COLUMNS`], from the first, must be there.
const COLUMNS_MUST: usize = 5;

impl Lists {
    /// Reads lists from a table; `as_of` holds where a row does not say its day.
    ///
    /// # Errors
    /// [`CsvFault`] names the line; nothing is taken in then.
    pub fn read_csv(
        text: &str,
        catalogue: &Catalogue,
        as_of: Option<Date>,
        source: &str,
    ) -> Result<Self, CsvFault> {
        let mut rows = Rows::of(text)?;
        let mut gathered: BTreeMap<String, PartyList> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let id = row.cell("instrument_id");
            if catalogue.get(id).is_none() {
                return Err(row.fault(CsvProblem::Instrument, id));
            }
            let day = row
                .date("as_of")?
                .or(as_of)
                .ok_or_else(|| row.fault(CsvProblem::AsOf, "as_of"))?;
            let list = gathered.entry(id.to_owned()).or_insert_with(|| PartyList {
                as_of: day,
                source: source.to_owned(),
                parties: BTreeMap::new(),
            });
            // A list is true on the day on which all of it was.
            list.as_of = list.as_of.min(day);
            put(&row, &mut list.parties)?;
        }
        if gathered.is_empty() {
            return Err(CsvFault {
                line: 1,
                problem: CsvProblem::Empty,
                cell: String::new(),
            });
        }
        let mut lists = Self::default();
        for (instrument, list) in gathered {
            lists.put(&instrument, list);
        }
        Ok(lists)
    }

    /// The lists as such a table.
    #[must_use]
    pub fn to_csv(&self) -> String {
        let mut out = COLUMNS.join(",");
        out.push_str("\r\n");
        for (instrument, list) in self.all() {
            for (state, part) in &list.parties {
                let consent = CONSENTS
                    .iter()
                    .find(|(_, consent)| *consent == part.consent)
                    .map_or("", |(name, _)| name);
                let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
                let party = [
                    instrument.to_owned(),
                    state.to_string(),
                    day(part.signed),
                    day(part.consented),
                    consent.to_owned(),
                    day(part.since),
                    day(part.until),
                    list.as_of.to_string(),
                ];
                let told = part.reservations.iter().map(|told| {
                    [
                        told.article.clone(),
                        told.excludes.clone().unwrap_or_default(),
                        day(told.since),
                        day(told.until),
                        told.text.clone(),
                    ]
                });
                let told: Vec<_> = told.collect();
                let none: [String; 5] = Default::default();
                for told in if told.is_empty() { vec![none] } else { told } {
                    let cells: Vec<String> = party.iter().chain(&told).map(|c| quoted(c)).collect();
                    out.push_str(&cells.join(","));
                    out.push_str("\r\n");
                }
            }
        }
        out
    }
}

fn put(row: &Row<'_>, parties: &mut BTreeMap<StateCode, Participation>) -> Result<(), CsvFault> {
    let code = row.cell("iso2");
    let state: StateCode = code
        .parse()
        .map_err(|_| row.fault(CsvProblem::State, code))?;
    let part = participation(row)?;
    let Some(known) = parties.get_mut(&state) else {
        parties.insert(state, part);
        return Ok(());
    };
    // The same party again is another reservation of it, and nothing else.
    let same = Participation {
        reservations: part.reservations.clone(),
        ..known.clone()
    };
    if part.reservations.is_empty() || (same != part && !is_bare(&part)) {
        return Err(row.fault(CsvProblem::Twice, code));
    }
    known.reservations.extend(part.reservations);
    Ok(())
}

/// Whether a row says nothing of signature and consent.
fn is_bare(part: &Participation) -> bool {
    let days = [part.signed, part.consented, part.since, part.until];
    days.iter().all(Option::is_none)
}

fn participation(row: &Row<'_>) -> Result<Participation, CsvFault> {
    let told = row.cell("consent_type");
    let consent = CONSENTS
        .iter()
        .find(|(name, _)| *name == told.to_lowercase().replace('_', " "))
        .map(|(_, consent)| *consent)
        .ok_or_else(|| row.fault(CsvProblem::Consent, told))?;
    let mut part = Participation {
        signed: row.date("signature_date")?,
        consented: row.date("consent_date")?,
        since: row.date("entry_date")?,
        until: row.date("end_date")?,
        consent,
        ..Participation::undated(row.cell("instrument_id"))
    };
    if part.signed.is_some() && part.consented.is_none() && part.since.is_none() {
        part.consent = Consent::Signature;
    }
    let excludes = row.cell("reservation_excludes");
    if !excludes.is_empty() && Help::from_code(excludes).is_none() {
        return Err(row.fault(CsvProblem::Help, excludes));
    }
    let reservation = Reservation {
        article: row.cell("reservation_article").to_owned(),
        excludes: (!excludes.is_empty()).then(|| excludes.to_owned()),
        since: row.date("reservation_from")?,
        until: row.date("reservation_until")?,
        text: row.cell("reservation_text").to_owned(),
    };
    let silent = reservation.article.is_empty() && reservation.text.is_empty();
    if !silent || reservation.excludes.is_some() {
        part.reservations.push(reservation);
    }
    Ok(part)
}

/// The rows of a table.
struct Rows<'a> {
    columns: BTreeMap<&'static str, usize>,
    lines: Lines<'a>,
    rows: usize,
}

/// One row.
struct Row<'a> {
    columns: &'a BTreeMap<&'static str, usize>,
    cells: Vec<String>,
    line: usize,
}

impl<'a> Rows<'a> {
    fn of(text: &'a str) -> Result<Self, CsvFault> {
        let mut rows = Self {
            columns: BTreeMap::new(),
            lines: Lines::of(text, PARTICIPATION_CELL_BYTES_MAX),
            rows: 0,
        };
        let (header, _) = rows.cells()?.unwrap_or_default();
        for (must, column) in COLUMNS.iter().enumerate() {
            match header.iter().position(|name| name == column) {
                Some(place) => {
                    rows.columns.insert(column, place);
                }
                None if must < COLUMNS_MUST => {
                    return Err(CsvFault {
                        line: 1,
                        problem: CsvProblem::Column,
                        cell: (*column).to_owned(),
                    });
                }
                None => {}
            }
        }
        Ok(rows)
    }

    fn next(&mut self) -> Result<Option<Row<'_>>, CsvFault> {
        loop {
            let Some((cells, line)) = self.cells()? else {
                return Ok(None);
            };
            if cells.iter().all(String::is_empty) {
                continue;
            }
            self.rows += 1;
            let row = Row {
                columns: &self.columns,
                cells,
                line,
            };
            if self.rows > PARTICIPATION_ROWS_MAX {
                return Err(row.fault(CsvProblem::TooMany, ""));
            }
            return Ok(Some(row));
        }
    }

    /// The cells of the next line with its number.
    fn cells(&mut self) -> Result<Option<(Vec<String>, usize)>, CsvFault> {
        let line = self.lines.line();
        self.lines.cells().map_err(|broken| CsvFault {
            line,
            problem: match broken {
                Broken::Shape => CsvProblem::Shape,
                Broken::TooLong => CsvProblem::TooLong,
            },
            cell: String::new(),
        })
    }
}

impl Row<'_> {
    fn cell(&self, column: &str) -> &str {
        self.columns
            .get(column)
            .and_then(|place| self.cells.get(*place))
            .map_or("", String::as_str)
    }

    fn date(&self, column: &str) -> Result<Option<Date>, CsvFault> {
        let cell = self.cell(column);
        if cell.is_empty() {
            return Ok(None);
        }
        let day = cell.parse();
        day.map(Some)
            .map_err(|_| self.fault(CsvProblem::Date, cell))
    }

    fn fault(&self, problem: CsvProblem, cell: &str) -> CsvFault {
        CsvFault {
            line: self.line,
            problem,
            cell: cell.to_owned(),
        }
    }
}

/// A cell as a spreadsheet may read it: what it would take for a formula is text.
fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@']);
    if formula || cell.contains(['"', ',', '\n', '\r']) {
        let mark = if formula { "'" } else { "" };
        format!("\"{mark}{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}
