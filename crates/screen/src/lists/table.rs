//! Tables: rows of cells with a separator between them and quotes around what needs them (RFC 4180, and tabs or semicolons).
//!
//! Written here because a list must be known to be whole: where the file ends inside of a quote, in the middle of a row, or
//! without the end of its last line, it was cut.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::error::{Fault, ReadError};
use crate::limits;

/// A byte that old DOS files end with; OFAC's still do.
pub(crate) const END_OF_FILE: char = '\u{1A}';

/// One row.
#[derive(Debug)]
pub(crate) struct Row<'t> {
    /// Its cells, white space at their ends taken away.
    pub(crate) cells: Vec<Cow<'t, str>>,
    /// Line it begins on, counted from 1.
    pub(crate) line: u64,
    /// Byte it begins at.
    pub(crate) at: usize,
}

impl Row<'_> {
    /// A cell, or "".
    pub(crate) fn cell(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", |cell| &**cell)
    }

    /// Whether nothing stands in it.
    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.is_empty())
    }
}

/// A table being read.
#[derive(Debug)]
pub(crate) struct Table<'t> {
    text: &'t str,
    separator: u8,
    at: usize,
    line: u64,
    /// Whether [`END_OF_FILE`] was met.
    pub(crate) marked_end: bool,
    /// Whether the last row read had the end of its line.
    pub(crate) ended: bool,
}

impl<'t> Table<'t> {
    /// A table of that text.
    pub(crate) fn new(text: &'t str, separator: u8) -> Table<'t> {
        Table {
            text,
            separator,
            at: 0,
            line: 1,
            marked_end: false,
            ended: true,
        }
    }

    /// The next row that is not blank; `None` at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Row<'t>>, ReadError> {
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            if let Some(after) = rest.strip_prefix(END_OF_FILE) {
                self.marked_end = true;
                let filler = |c: char| c.is_whitespace() || c == ',' || c == END_OF_FILE;
                if after.trim_matches(filler).is_empty() {
                    self.ended = true;
                    return Ok(None);
                }
            }
            if rest.is_empty() {
                return Ok(None);
            }
            let row = self.row()?;
            if !row.is_blank() {
                return Ok(Some(row));
            }
        }
    }

    /// How far the reading has come (bytes).
    pub(crate) fn position(&self) -> usize {
        self.at
    }

    fn row(&mut self) -> Result<Row<'t>, ReadError> {
        let (start, line) = (self.at, self.line);
        let mut cells = Vec::new();
        loop {
            cells.push(self.cell(start)?);
            if cells.len() > limits::LIST_COLUMNS_MAX {
                return Err(self.too_big("row (cells)", limits::LIST_COLUMNS_MAX));
            }
            match self.byte() {
                Some(byte) if byte == self.separator => self.at += 1,
                Some(b'\r') => {
                    self.at += 1 + usize::from(self.after() == Some(b'\n'));
                    break;
                }
                Some(_) => {
                    self.at += 1;
                    break;
                }
                None => {
                    self.ended = false;
                    break;
                }
            }
        }
        if self.ended {
            self.line += 1;
        }
        Ok(Row {
            cells,
            line,
            at: start,
        })
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn after(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at + 1).copied()
    }

    fn cell(&mut self, row_at: usize) -> Result<Cow<'t, str>, ReadError> {
        let text = self.text;
        let rest = text.get(self.at..).unwrap_or_default();
        let blanks = rest.len() - rest.trim_start_matches(' ').len();
        if rest.as_bytes().get(blanks) == Some(&b'"') {
            self.at += blanks + 1;
            return self.quoted(row_at);
        }
        let end = self.unquoted_end();
        let cell = text.get(self.at..end).unwrap_or_default();
        self.at = end;
        self.fits(cell.len())?;
        Ok(Cow::Borrowed(cell.trim()))
    }

    fn unquoted_end(&self) -> usize {
        let ends = |b: &u8| *b == self.separator || matches!(b, b'\n' | b'\r');
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        self.at + rest.iter().position(ends).unwrap_or(rest.len())
    }

    /// A cell whose opening quote has been passed. What stands between its closing quote and the separator is kept as text.
    fn quoted(&mut self, row_at: usize) -> Result<Cow<'t, str>, ReadError> {
        let text = self.text;
        let mut whole: Option<String> = None;
        loop {
            let rest = text.get(self.at..).unwrap_or_default();
            let Some(length) = rest.find('"') else {
                return Err(self.error(Fault::Truncated, row_at.max(text.len())));
            };
            self.fits(length + whole.as_ref().map_or(0, String::len))?;
            let piece = rest.get(..length).unwrap_or_default();
            self.line += piece.bytes().filter(|b| *b == b'\n').count() as u64;
            self.at += length + 1;
            if self.byte() == Some(b'"') {
                self.at += 1;
                let whole = whole.get_or_insert_default();
                whole.push_str(piece);
                whole.push('"');
                continue;
            }
            let end = self.unquoted_end();
            let tail = text.get(self.at..end).unwrap_or_default().trim();
            self.at = end;
            return Ok(match (whole, tail.is_empty()) {
                (None, true) => Cow::Borrowed(piece.trim()),
                (whole, _) => {
                    let joined = whole.unwrap_or_default() + piece + tail;
                    Cow::Owned(joined.trim().to_owned())
                }
            });
        }
    }

    fn fits(&self, length: usize) -> Result<(), ReadError> {
        if length > limits::LIST_TEXT_BYTES_MAX {
            return Err(self.too_big("text of a cell (bytes)", limits::LIST_TEXT_BYTES_MAX));
        }
        Ok(())
    }

    fn too_big(&self, what: &'static str, max: usize) -> ReadError {
        self.error(Fault::TooBig { what, max }, self.at)
    }

    /// An error at that byte.
    pub(crate) fn error(&self, fault: Fault, at: usize) -> ReadError {
        ReadError::new(fault, self.text.as_bytes(), at, &[])
    }
}

/// A table whose first row names its columns.
#[derive(Debug)]
pub(crate) struct Named<'t> {
    table: Table<'t>,
    columns: Vec<String>,
    by_name: BTreeMap<String, usize>,
    /// Whether the last line must be ended, as in tables that a publisher's program writes.
    must_end: bool,
}

/// A row of such a table.
pub(crate) struct NamedRow<'n, 't> {
    row: Row<'t>,
    by_name: &'n BTreeMap<String, usize>,
    /// Line it begins on.
    pub(crate) line: u64,
    /// Byte it begins at.
    pub(crate) at: usize,
}

impl NamedRow<'_, '_> {
    /// The cell of a column, or "". Case and punctuation of the column's name do not count.
    pub(crate) fn get(&self, column: &str) -> &str {
        match self.by_name.get(&plain(column)) {
            Some(at) => self.row.cell(*at),
            None => "",
        }
    }

    /// The first cell of these columns in which something stands.
    pub(crate) fn first(&self, columns: &[&str]) -> &str {
        columns
            .iter()
            .map(|column| self.get(column))
            .find(|cell| !cell.is_empty())
            .unwrap_or_default()
    }
}

/// A column's name as it is compared: letters and digits only.
pub(crate) fn plain(column: &str) -> String {
    column
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

impl<'t> Named<'t> {
    /// Begins with the first row in which a column of that name stands; rows before it (a date of publication) are given to
    /// `before`.
    pub(crate) fn new(
        text: &'t str,
        separator: u8,
        needed: &str,
        mut before: impl FnMut(&Row<'t>),
    ) -> Result<Named<'t>, ReadError> {
        const ROWS_BEFORE: usize = 8;
        let mut table = Table::new(text, separator);
        for _ in 0..ROWS_BEFORE {
            let Some(row) = table.next()? else { break };
            if !row.cells.iter().any(|cell| plain(cell) == plain(needed)) {
                before(&row);
                continue;
            }
            let columns: Vec<String> = row.cells.iter().map(|c| c.to_string()).collect();
            let mut by_name = BTreeMap::new();
            for (at, column) in columns.iter().enumerate() {
                by_name.entry(plain(column)).or_insert(at);
            }
            return Ok(Named {
                table,
                columns,
                by_name,
                must_end: true,
            });
        }
        let found: String = text
            .lines()
            .next()
            .unwrap_or_default()
            .chars()
            .take(60)
            .collect();
        Err(match text.trim().is_empty() {
            true => ReadError::at_start(Fault::Empty),
            false => ReadError::at_start(Fault::OtherFormat { found }),
        })
    }

    /// Lets the last line be without its end, as tables typed by hand may be.
    pub(crate) fn loose(mut self) -> Self {
        self.must_end = false;
        self
    }

    /// The columns, as they are written.
    pub(crate) fn columns(&self) -> &[String] {
        &self.columns
    }

    /// Reads all rows.
    pub(crate) fn each(
        &mut self,
        seen: &mut dyn FnMut(u64),
        mut take: impl FnMut(&NamedRow<'_, 't>) -> Result<(), Fault>,
    ) -> Result<(), ReadError> {
        while let Some(row) = self.table.next()? {
            let (line, at) = (row.line, row.at);
            let short = row.cells.len() < self.columns.len();
            let at_end = self.table.position() >= self.table.text.len();
            if short && at_end && !self.table.ended {
                return Err(self.table.error(Fault::Truncated, self.table.text.len()));
            }
            let row = NamedRow {
                row,
                by_name: &self.by_name,
                line,
                at,
            };
            take(&row).map_err(|fault| self.table.error(fault, row.at))?;
            seen(self.table.position() as u64);
        }
        if !self.table.ended && self.must_end {
            return Err(self.table.error(Fault::Truncated, self.table.text.len()));
        }
        Ok(())
    }
}
