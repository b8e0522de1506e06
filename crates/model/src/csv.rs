//! Tables as comma-separated values (RFC 4180), read line by line within limits. What the columns mean is their readers'.

/// A table that cannot be read on from here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// A quotation mark is not closed.
    Shape,
    /// A cell is too long.
    TooLong,
}

/// The lines of a table.
#[derive(Debug, Clone)]
pub struct Lines<'a> {
    rest: &'a str,
    line: usize,
    comma: char,
    cell_bytes_max: usize,
}

impl<'a> Lines<'a> {
    /// The lines of a text; no cell may be longer than `cell_bytes_max`. A byte order mark at the beginning is none of it.
    #[must_use]
    pub fn of(text: &'a str, cell_bytes_max: usize) -> Self {
        Self {
            rest: text.trim_start_matches('\u{FEFF}'),
            line: 1,
            comma: ',',
            cell_bytes_max,
        }
    }

    /// The same, with cells parted by semicolons where the first line has them and no comma: so spreadsheets of many
    /// countries write.
    #[must_use]
    pub fn as_spreadsheets_write(mut self) -> Self {
        let first = self.rest.lines().next().unwrap_or_default();
        if first.contains(';') && !first.contains(',') {
            self.comma = ';';
        }
        self
    }

    /// The line that is read next, counted from 1.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line
    }

    /// The cells of the next line with its number; a quoted cell may hold commas, quotation marks and line ends.
    ///
    /// # Errors
    /// [`Broken`]; what follows cannot be read then.
    pub fn cells(&mut self) -> Result<Option<(Vec<String>, usize)>, Broken> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        let line = self.line;
        let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
        let mut letters = self.rest.char_indices().peekable();
        let end = loop {
            let Some((at, letter)) = letters.next() else {
                break self.rest.len();
            };
            match letter {
                '"' if quoted && letters.next_if(|(_, next)| *next == '"').is_some() => {
                    cell.push('"');
                }
                '"' => quoted = !quoted,
                comma if comma == self.comma && !quoted => cells.push(std::mem::take(&mut cell)),
                '\n' if !quoted => break at + 1,
                _ => cell.push(letter),
            }
            if cell.len() > self.cell_bytes_max {
                return Err(Broken::TooLong);
            }
        };
        if quoted {
            return Err(Broken::Shape);
        }
        cells.push(cell);
        let (read, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.line += read.matches('\n').count();
        self.rest = rest;
        let cells = cells.iter().map(|cell| cell.trim().to_owned()).collect();
        Ok(Some((cells, line)))
    }
}
