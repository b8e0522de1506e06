//! Tables of the shared development data: csv with a header.

use std::collections::BTreeMap;
use std::path::Path;

use crate::data::{Fault, text};

/// A row of a labelled set, by the names of its columns.
#[derive(Clone, Debug)]
pub(crate) struct Row(BTreeMap<String, String>);

impl Row {
    /// The cell of a column; empty where there is no such column.
    pub(crate) fn cell(&self, column: &str) -> &str {
        self.0.get(column).map_or("", String::as_str)
    }
}

/// The rows of a csv file with a header; cells may be quoted and hold line ends.
///
/// # Errors
/// The file cannot be read or has no header.
pub(crate) fn rows(path: &Path) -> Result<Vec<Row>, Fault> {
    let text = text(path)?;
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\r' => {}
            other => cell.push(other),
        }
    }
    let mut rows = rows.into_iter();
    let head: Vec<String> = rows
        .next()
        .ok_or_else(|| format!("{}: there is no header", path.display()))?;
    Ok(rows
        .map(|row| Row(head.iter().cloned().zip(row).collect()))
        .collect())
}
