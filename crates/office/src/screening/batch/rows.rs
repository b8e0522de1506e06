//! Reading a file of questions: csv with a header, or JSON lines. Which of the two it is, its first character says.

use std::collections::BTreeMap;

use model::limits;
use screen::Query;
use screen::entity::prop;
use screen::lists::{Fault, Row, Table};
use serde::Deserialize;

use crate::error::{Error, Result};

/// Columns of one csv file.
const COLUMNS_MAX: usize = 64;
/// A reference of the caller, in characters.
const REFERENCE_CHARS_MAX: usize = 200;
/// Why a row of more cells than there are columns is refused.
pub(in crate::screening) const MORE_THAN_HEADER: &str =
    "it has more values than the header has columns";

/// Header words of a csv file (small letters, without signs between) and the property each names.
const HEADERS: &[(&str, &str)] = &[
    ("name", prop::NAME),
    ("fullname", prop::NAME),
    ("queryname", prop::NAME),
    ("caption", prop::NAME),
    ("alias", prop::ALIAS),
    ("firstname", prop::FIRST_NAME),
    ("givenname", prop::FIRST_NAME),
    ("middlename", prop::MIDDLE_NAME),
    ("fathername", prop::FATHER_NAME),
    ("lastname", prop::LAST_NAME),
    ("surname", prop::LAST_NAME),
    ("familyname", prop::LAST_NAME),
    ("birthdate", prop::BIRTH_DATE),
    ("dateofbirth", prop::BIRTH_DATE),
    ("birth", prop::BIRTH_DATE),
    ("dob", prop::BIRTH_DATE),
    ("nationality", prop::NATIONALITY),
    ("country", prop::COUNTRY),
    ("birthcountry", prop::BIRTH_COUNTRY),
    ("gender", prop::GENDER),
    ("sex", prop::GENDER),
    ("passport", prop::PASSPORT_NUMBER),
    ("passportnumber", prop::PASSPORT_NUMBER),
    ("document", prop::PASSPORT_NUMBER),
    ("idnumber", prop::ID_NUMBER),
];

/// The questions of a file.
#[derive(Debug, Default)]
pub(in crate::screening) struct Asked {
    /// The caller's reference and the question, in the order of the file.
    pub(in crate::screening) rows: Vec<(String, Query)>,
    /// Columns that say nothing this node compares.
    pub(super) ignored: Vec<String>,
    /// Rows at most.
    most: usize,
}

#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    id: serde_json::Value,
    #[serde(default)]
    schema: String,
    #[serde(default)]
    properties: BTreeMap<String, serde_json::Value>,
}

pub(in crate::screening) fn bad(line: u64, what: &str) -> Error {
    Error::input("FILE-ROW", format!("line {line}"), what.to_owned())
}

/// The questions of a file that a node is asked, or where it cannot be read.
pub(super) fn read(bytes: &[u8]) -> Result<Asked> {
    if bytes.len() > limits::SCREEN_FILE_BYTES_MAX {
        let what = format!(
            "a file has at most {} bytes; divide it",
            limits::SCREEN_FILE_BYTES_MAX
        );
        return Err(Error::input("FILE-SIZE", "file", what));
    }
    read_up_to(bytes, limits::SCREEN_FILE_ROWS_MAX)
}

/// The questions of a file, however many there are.
pub(in crate::screening) fn read_all(bytes: &[u8]) -> Result<Asked> {
    read_up_to(bytes, usize::MAX)
}

fn read_up_to(bytes: &[u8], rows: usize) -> Result<Asked> {
    let text = text(bytes)?;
    let mut asked = Asked {
        most: rows,
        ..Asked::default()
    };
    match text.trim_start().starts_with('{') {
        true => json_lines(text, &mut asked)?,
        false => csv(text, &mut asked)?,
    }
    if asked.rows.is_empty() {
        let what = "there is no question in it: a csv file has a header and rows, JSON lines have an object a line";
        return Err(Error::input("FILE-EMPTY", "file", what));
    }
    Ok(asked)
}

/// The bytes as text.
pub(in crate::screening) fn text(bytes: &[u8]) -> Result<&str> {
    let text = std::str::from_utf8(bytes).map_err(|e| {
        let line = bytes
            .iter()
            .take(e.valid_up_to())
            .filter(|b| **b == b'\n')
            .count() as u64
            + 1;
        bad(
            line,
            "it is not UTF-8; save the file as UTF-8 and send it again",
        )
    })?;
    Ok(text.trim_start_matches('\u{feff}'))
}

fn push(asked: &mut Asked, (reference, query): (String, Query)) -> Result<()> {
    if asked.rows.len() >= asked.most {
        let what = format!("a file has at most {} rows; divide it", asked.most);
        return Err(Error::input("FILE-SIZE", "file", what));
    }
    let reference = reference.chars().take(REFERENCE_CHARS_MAX).collect();
    asked.rows.push((reference, query));
    Ok(())
}

fn json_lines(text: &str, asked: &mut Asked) -> Result<()> {
    for (n, line) in (1..).zip(text.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        if line.len() > limits::SCREEN_QUESTION_BYTES_MAX {
            return Err(bad(n, "a question is too long"));
        }
        let read: Line = serde_json::from_str(line)
            .map_err(|_| bad(n, "it is no JSON object with \"properties\""))?;
        let mut query = Query {
            schema: read.schema,
            ..Query::default()
        };
        for (property, values) in &read.properties {
            let values = match values {
                serde_json::Value::Array(values) => values.iter().collect(),
                one => vec![one],
            };
            for value in values {
                match value {
                    serde_json::Value::String(text) => query = query.with(property, text),
                    serde_json::Value::Number(number) => {
                        query = query.with(property, &number.to_string())
                    }
                    serde_json::Value::Null => {}
                    _ => return Err(bad(n, "a value of a property is no text")),
                }
            }
        }
        let reference = match read.id {
            serde_json::Value::String(id) => id,
            serde_json::Value::Null => String::new(),
            other => other.to_string(),
        };
        push(asked, (reference, query))?;
    }
    Ok(())
}

enum Column {
    Reference,
    Schema,
    Property(&'static str),
    Ignored,
}

fn column(header: &str) -> Column {
    let letters = header.chars().filter(|c| c.is_alphanumeric());
    let word: String = letters.flat_map(char::to_lowercase).collect();
    match word.as_str() {
        "id" | "reference" => Column::Reference,
        "schema" => Column::Schema,
        word => HEADERS
            .iter()
            .find(|(header, _)| *header == word)
            .map_or(Column::Ignored, |(_, property)| Column::Property(property)),
    }
}

fn csv(text: &str, asked: &mut Asked) -> Result<()> {
    let mut rows = table(text);
    let Some(header) = next_row(&mut rows)? else {
        return Ok(());
    };
    let columns: Vec<Column> = header.cells.iter().map(|header| column(header)).collect();
    let named = |c: &Column| matches!(c, Column::Property(_));
    if !columns.iter().any(named) {
        let what = "no column is one that can be compared; name the columns, for instance \"name\" and \"birth_date\"";
        return Err(bad(header.line, what));
    }
    let ignored = header.cells.iter().zip(&columns);
    let ignored = ignored.filter(|(_, column)| matches!(column, Column::Ignored));
    asked.ignored = ignored
        .map(|(header, _)| header.trim().to_owned())
        .collect();
    // Who has a birth date, a sex or a given name is a person.
    let of_person = |c: &Column| {
        matches!(
            c,
            Column::Property(prop::BIRTH_DATE | prop::GENDER | prop::FIRST_NAME)
        )
    };
    let schema = if columns.iter().any(of_person) {
        "Person"
    } else {
        ""
    };
    while let Some(row) = next_row(&mut rows)? {
        if row.cells.len() > columns.len() {
            return Err(bad(row.line, MORE_THAN_HEADER));
        }
        let (mut query, mut reference) = (Query::default(), String::new());
        schema.clone_into(&mut query.schema);
        for (at, column) in columns.iter().enumerate() {
            let value = row.cell(at);
            match column {
                Column::Reference => value.clone_into(&mut reference),
                Column::Schema if value.is_empty() => {}
                Column::Schema => value.clone_into(&mut query.schema),
                Column::Property(property) => query = query.with(property, value),
                Column::Ignored => {}
            }
        }
        push(asked, (reference, query))?;
    }
    Ok(())
}

/// The rows of a csv file, parted by comma, semicolon or tab: whichever the first line has most of.
pub(in crate::screening) fn table(text: &str) -> Table<'_> {
    let first = text.lines().next().unwrap_or_default();
    let count = |sign: &u8| first.bytes().filter(|b| b == sign).count();
    let separator = [b'\t', b';', b','].into_iter().max_by_key(count);
    Table::new(text, separator.unwrap_or(b','))
        .within(COLUMNS_MAX, limits::SCREEN_QUESTION_BYTES_MAX)
}

/// The next row that is not blank, or where it cannot be read and why.
pub(in crate::screening) fn next_row<'t>(table: &mut Table<'t>) -> Result<Option<Row<'t>>> {
    let row = table.next_row();
    row.map_err(|error| {
        let what = match error.fault {
            Fault::Truncated => {
                "a quotation mark is not closed: the file seems to be cut off".to_owned()
            }
            _ => format!("{}; is a quotation mark not closed?", error.what()),
        };
        bad(table.row_line(), &what)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_read_by_content() {
        let csv = "id;Name;Date of birth;shoe size\r\n1;\"Al Noor; Ltd \"\"N\"\"\";1970-01-02;44\r\n\r\n2;Zoë\nlast;;\n";
        let asked = read(csv.as_bytes()).unwrap();
        assert_eq!(asked.ignored, ["shoe size"]);
        let row = |n: usize| (asked.rows[n].0.as_str(), asked.rows[n].1.values("name"));
        assert_eq!(row(0), ("1", &["Al Noor; Ltd \"N\"".to_owned()][..]));
        assert_eq!(asked.rows[0].1.values("birthDate"), ["1970-01-02"]);
        assert_eq!(row(1), ("2", &["Zoë".to_owned()][..]));
        assert_eq!(asked.rows.len(), 3);
        let lines = "{\"id\":7,\"schema\":\"Person\",\"properties\":{\"name\":[\"A\",\"B\"],\"birthDate\":\"1970\"}}\n\n";
        let asked = read(lines.as_bytes()).unwrap();
        assert_eq!(asked.rows.len(), 1);
        assert_eq!(
            (asked.rows[0].0.as_str(), asked.rows[0].1.schema.as_str()),
            ("7", "Person")
        );
        assert_eq!(asked.rows[0].1.values("name"), ["A", "B"]);
        let bom = read("\u{feff}name\nA\n".as_bytes()).unwrap();
        assert_eq!(bom.rows.len(), 1);
    }

    #[test]
    fn a_file_that_was_cut_or_changed_is_read_or_refused() {
        let csv = "id;name;dob\r\n1;\"A \"\"b\"\" c\";1970\n2;Zoë;\n";
        let lines = "{\"id\":7,\"properties\":{\"name\":[\"Zoë\"]}}\n{\"properties\":{}}\n";
        for whole in [csv.as_bytes(), lines.as_bytes()] {
            for place in 0..whole.len() {
                let _ = read(&whole[..place]);
                for byte in [0, b'"', b'\n', b';', b'{', 0xff] {
                    let mut changed = whole.to_vec();
                    changed[place] = byte;
                    let _ = read(&changed);
                }
            }
        }
    }

    #[test]
    fn what_cannot_be_read_is_said_with_its_line() {
        let many = format!("name\n{}", "A\n".repeat(limits::SCREEN_FILE_ROWS_MAX + 1));
        let wide = ",".repeat(COLUMNS_MAX + 1);
        for (bytes, code, place) in [
            (&b""[..], "FILE-EMPTY", "file"),
            (b"name\n", "FILE-EMPTY", "file"),
            (b"shoe size\n44\n", "FILE-ROW", "line 1"),
            (b"name\nA\nB,C\n", "FILE-ROW", "line 3"),
            (b"name\nA\n\"B\n", "FILE-ROW", "line 3"),
            (b"name\n\xff\n", "FILE-ROW", "line 2"),
            (b"{\"properties\":{}}\n{\n", "FILE-ROW", "line 2"),
            (b"{\"properties\":{\"name\":[[1]]}}\n", "FILE-ROW", "line 1"),
            (many.as_bytes(), "FILE-SIZE", "file"),
            (wide.as_bytes(), "FILE-ROW", "line 1"),
        ] {
            match read(bytes) {
                Err(Error::Input {
                    code: found, field, ..
                }) => {
                    assert_eq!((found, field.as_str()), (code, place));
                }
                other => panic!("{code}: {other:?}"),
            }
        }
    }
}
