//! What a file is, told by its content: its name and its sender may be wrong.

use super::error::{Fault, ReadError};
use super::table::{Table, plain};
use super::{Format, australia, denied, eu, flat, ofac, text_of, uk};

/// Of a file no more than this is looked at (bytes).
const LOOK_BYTES: usize = 64 * 1024;
/// A table's column names stand in one of its first rows.
const LOOK_ROWS: usize = 4;

/// The format of a list; `None` where it is none of those known: a table may then be read with a mapping.
pub fn detect(bytes: &[u8]) -> Option<Format> {
    known(bytes).ok()
}

/// As [`detect`], with what was found instead.
pub(crate) fn known(bytes: &[u8]) -> Result<Format, ReadError> {
    let start = start_of(bytes)?;
    let first = start.trim_start();
    let found = match first.chars().next() {
        None => return Err(ReadError::at_start(Fault::Empty)),
        Some('<') => xml(first),
        Some('{') => json(first),
        Some(_) => table(start),
    };
    found.ok_or_else(|| {
        let found: String = first
            .lines()
            .next()
            .unwrap_or_default()
            .chars()
            .take(60)
            .collect();
        ReadError::at_start(Fault::OtherFormat { found })
    })
}

/// The beginning of the file as text, not cut inside of a letter.
fn start_of(bytes: &[u8]) -> Result<&str, ReadError> {
    let mut end = bytes.len().min(LOOK_BYTES);
    while end < bytes.len() && end > 0 && bytes.get(end).is_some_and(|b| b & 0xC0 == 0x80) {
        end -= 1;
    }
    text_of(bytes.get(..end).unwrap_or_default())
}

fn xml(text: &str) -> Option<Format> {
    let root = text.match_indices('<').find_map(|(at, _)| {
        let rest = text.get(at + 1..)?;
        rest.starts_with(|c: char| c.is_ascii_alphabetic())
            .then_some(rest)
    })?;
    let end = root.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))?;
    let name = root.get(..end)?;
    match name.rsplit(':').next()? {
        "CONSOLIDATED_LIST" => Some(Format::UnXml),
        "sdnList" => Some(Format::OfacXml),
        "export" => Some(Format::EuXml),
        "data-set" => Some(Format::CanadaXml),
        _ => None,
    }
}

/// The first line may be longer than what is looked at, so it is not parsed: a delta says "op" and "entity", a record has a schema.
fn json(text: &str) -> Option<Format> {
    let line = text.lines().next()?;
    let has = |key: &str| line.contains(&format!("\"{key}\""));
    let delta = has("op") && (has("entity") || has("ADD") || has("MOD") || has("DEL"));
    match (delta, has("schema"), has("id")) {
        (true, _, _) => Some(Format::FtmDelta),
        (false, true, true) => Some(Format::FtmJson),
        _ => None,
    }
}

fn table(text: &str) -> Option<Format> {
    for (separator, marks) in [
        (
            b',',
            &[
                (eu::journal::NUMBER, Format::EuJournal),
                (uk::SURNAME, Format::UkCsv),
                (australia::NAME, Format::AustraliaCsv),
                (flat::KIND, Format::FlatCsv),
            ][..],
        ),
        (b';', &[(eu::table::NUMBER, Format::EuCsv)]),
        (b'\t', &[(denied::STREET, Format::DeniedPersons)]),
    ] {
        let mut rows = Table::new(text, separator);
        for at in 0..LOOK_ROWS {
            let Ok(Some(row)) = rows.next_row() else {
                break;
            };
            if at == 0 && separator == b',' && ofac::tables::fits(&row) {
                return Some(Format::OfacCsv);
            }
            let has = |name: &str| row.cells.iter().any(|cell| plain(cell) == plain(name));
            if let Some((_, format)) = marks.iter().find(|(name, _)| has(name)) {
                return Some(*format);
            }
        }
    }
    None
}
