//! Tables: rows of cells with a separator between them and quotes around what needs them (RFC 4180, and tabs or semicolons).
//!
//! Written here because a list must be known to be whole: where the file ends inside of a quote, in the middle of a row, or
//! without the end of its last line, it was cut.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeMap;

use super::book::Book;
use super::error::{Fault, ReadError};
use crate::limits;

/// A byte that old DOS files end with; OFAC's still do.
pub(crate) const END_OF_FILE: char = '\u{1A}';

/// One row.
#[derive(Debug)]
pub struct Row<'t> {
    /// Its cells as they are written, without the quotes around them.
    pub cells: Vec<Cow<'t, str>>,
    /// Line it begins on, counted from 1.
    pub line: u64,
    /// Byte it begins at.
    pub(crate) at: usize,
}

impl Row<'_> {
    /// A cell, white space at its ends taken away; "" where there is none.
    pub fn cell(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", |cell| cell.trim())
    }

    /// Whether nothing stands in it.
    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// A table being read, row by row: only the row at hand is in memory beside the text.
#[derive(Debug)]
pub struct Table<'t> {
    text: &'t str,
    separator: u8,
    columns_max: usize,
    cell_bytes_max: usize,
    /// From this byte on there is nothing but what old DOS files end with.
    filler_from: usize,
    at: usize,
    line: u64,
    /// Line on which the row that was read last begins.
    begun: u64,
    /// Whether [`END_OF_FILE`] was met.
    pub(crate) marked_end: bool,
    /// Whether the last row read had the end of its line.
    pub(crate) ended: bool,
}

impl<'t> Table<'t> {
    /// A table of that text, with that character of ASCII between its cells, in the limits of a list.
    pub fn new(text: &'t str, separator: u8) -> Table<'t> {
        let filler = |c: char| c.is_whitespace() || c == ',' || c == END_OF_FILE;
        Table {
            filler_from: text.trim_end_matches(filler).len(),
            text,
            separator,
            columns_max: limits::LIST_COLUMNS_MAX,
            cell_bytes_max: limits::LIST_TEXT_BYTES_MAX,
            at: 0,
            line: 1,
            begun: 1,
            marked_end: false,
            ended: true,
        }
    }

    /// The same in other limits: cells of a row, and bytes of a cell.
    pub fn within(self, columns_max: usize, cell_bytes_max: usize) -> Self {
        Table {
            columns_max,
            cell_bytes_max,
            ..self
        }
    }

    /// Line on which the row begins that was read last, or that could not be read.
    pub fn row_line(&self) -> u64 {
        self.begun
    }

    /// The next row that is not blank; `None` at the end.
    ///
    /// # Errors
    /// [`Fault::Truncated`] where the text ends inside of quotes; [`Fault::TooBig`] for a row or a cell above its limit.
    pub fn next_row(&mut self) -> Result<Option<Row<'t>>, ReadError> {
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            if rest.starts_with(END_OF_FILE) {
                self.marked_end = true;
                if self.at >= self.filler_from {
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
        self.begun = line;
        let mut cells = Vec::new();
        loop {
            cells.push(self.cell(start)?);
            if cells.len() > self.columns_max {
                return Err(self.too_big("row (cells)", self.columns_max));
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
        let blank = |c: char| c == ' ' || c == '\t' && self.separator != b'\t';
        let blanks = rest.len() - rest.trim_start_matches(blank).len();
        if rest.as_bytes().get(blanks) == Some(&b'"') {
            self.at += blanks + 1;
            return self.quoted(row_at);
        }
        let end = self.unquoted_end();
        let cell = text.get(self.at..end).unwrap_or_default();
        self.at = end;
        self.fits(cell.len())?;
        Ok(Cow::Borrowed(cell))
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
            let tail = text.get(self.at..end).unwrap_or_default();
            self.at = end;
            return Ok(match (whole, tail.is_empty()) {
                (None, true) => Cow::Borrowed(piece),
                (whole, _) => Cow::Owned(whole.unwrap_or_default() + piece + tail),
            });
        }
    }

    fn fits(&self, length: usize) -> Result<(), ReadError> {
        if length > self.cell_bytes_max {
            return Err(self.too_big("text of a cell (bytes)", self.cell_bytes_max));
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
    /// Which of the columns were asked for.
    asked: Vec<Cell<bool>>,
    /// Whether the last line must be ended, as in tables that a publisher's program writes.
    must_end: bool,
}

/// A row of such a table.
pub(crate) struct NamedRow<'n, 't> {
    row: Row<'t>,
    by_name: &'n BTreeMap<String, usize>,
    asked: &'n [Cell<bool>],
    /// Line it begins on.
    pub(crate) line: u64,
    /// Byte it begins at.
    pub(crate) at: usize,
}

impl NamedRow<'_, '_> {
    /// The cell of a column, or "". Case and punctuation of the column's name do not count.
    pub(crate) fn get(&self, column: &str) -> &str {
        match self.by_name.get(&plain(column)) {
            Some(at) => {
                if let Some(asked) = self.asked.get(*at) {
                    asked.set(true);
                }
                self.row.cell(*at)
            }
            None => "",
        }
    }

    /// The first cell of these columns in which something stands.
    pub(crate) fn first(&self, columns: &[&str]) -> &str {
        let mut found = "";
        for cell in columns.iter().map(|column| self.get(column)) {
            if found.is_empty() {
                found = cell;
            }
        }
        found
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
            let Some(row) = table.next_row()? else { break };
            if !row.cells.iter().any(|cell| plain(cell) == plain(needed)) {
                before(&row);
                continue;
            }
            let columns: Vec<String> = row.cells.iter().map(|c| c.trim().to_owned()).collect();
            let mut by_name = BTreeMap::new();
            for (at, column) in columns.iter().enumerate() {
                by_name.entry(plain(column)).or_insert(at);
            }
            return Ok(Named {
                table,
                asked: vec![Cell::new(false); columns.len()],
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

    /// Tells the book of every column that no row was asked for, but for those of which it is known that they are left alone.
    pub(crate) fn report(&self, book: &mut Book, left: impl Fn(&str) -> bool) {
        for (column, asked) in self.columns.iter().zip(&self.asked) {
            if !asked.get() && !column.is_empty() && !left(column) {
                book.unread(&format!("column {column}"));
            }
        }
    }

    /// Reads all rows.
    pub(crate) fn each(
        &mut self,
        seen: &mut dyn FnMut(u64),
        mut take: impl FnMut(&NamedRow<'_, 't>) -> Result<(), Fault>,
    ) -> Result<(), ReadError> {
        while let Some(row) = self.table.next_row()? {
            let (line, at) = (row.line, row.at);
            let short = row.cells.len() < self.columns.len();
            let at_end = self.table.position() >= self.table.text.len();
            if short && at_end && !self.table.ended {
                return Err(self.table.error(Fault::Truncated, self.table.text.len()));
            }
            let row = NamedRow {
                row,
                by_name: &self.by_name,
                asked: &self.asked,
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows of a text, each as its line and its cells in brackets.
    fn rows(text: &str, separator: u8) -> Result<String, (Fault, u64)> {
        let mut table = Table::new(text, separator).within(4, 12);
        let mut said = Vec::new();
        loop {
            match table.next_row() {
                Ok(None) => return Ok(said.join(" ")),
                Ok(Some(row)) => {
                    assert_eq!(row.line, table.row_line());
                    said.push(format!("{}[{}]", row.line, row.cells.join("|")));
                }
                Err(error) => return Err((error.fault, table.row_line())),
            }
        }
    }

    #[test]
    fn marks_of_an_end_that_is_none_cost_little() {
        let started = std::time::Instant::now();
        let text = "name\n".to_owned() + &"\u{1A}\n".repeat(40_000);
        for (end, expect) in [("", 1), (" ,\u{1A}", 1), ("x\n", 40_002)] {
            let text = text.clone() + end;
            let mut table = Table::new(&text, b',');
            let mut count = 0;
            while table.next_row().unwrap().is_some() {
                count += 1;
            }
            assert_eq!((count, table.marked_end, table.ended), (expect, true, true));
        }
        assert!(started.elapsed().as_secs() < 5);
    }

    #[test]
    fn cells_are_told_apart() {
        for (text, separator, expect) in [
            ("a,b\nc,d\n", b',', "1[a|b] 2[c|d]"),
            ("a,b\r\nc,d", b',', "1[a|b] 2[c|d]"),
            ("a,b\rc,d\r", b',', "1[a|b] 2[c|d]"),
            ("\n , \na\n", b',', "3[a]"),
            ("a;\"b;\nc\";d\ne", b';', "1[a|b;\nc|d] 3[e]"),
            ("a\t \"b \"\"c\"\"\"\td", b'\t', "1[a|b \"c\"|d]"),
            (" a ,\t\"b\" c, \"d\" ", b',', "1[ a |b c|d ]"),
            ("a,b\"c\"\n\u{1A}", b',', "1[a|b\"c\"]"),
        ] {
            assert_eq!(rows(text, separator).as_deref(), Ok(expect), "{text:?}");
        }
        let too_big = |what, max| Fault::TooBig { what, max };
        for (text, fault, line) in [
            ("a\n\"b\n\n", Fault::Truncated, 2),
            ("a\n\n1,2,3,4,5\n", too_big("row (cells)", 4), 3),
            ("a\n1234567890123", too_big("text of a cell (bytes)", 12), 2),
            (
                "\"1\n345678\"\"0123\"",
                too_big("text of a cell (bytes)", 12),
                1,
            ),
        ] {
            assert_eq!(rows(text, b','), Err((fault, line)), "{text:?}");
        }
    }
}
