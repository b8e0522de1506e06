//! Why a list file was refused, where, and what to do: words for the person who imports it.

/// What is wrong with a list file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing, or white space only.
    Empty,
    /// The file ends before the list does.
    Truncated,
    /// Another format: what was found instead.
    OtherFormat {
        /// The first thing seen.
        found: String,
    },
    /// Not UTF-8, or declared as something else.
    NotUtf8,
    /// A DOCTYPE: a list needs none, and it could name files and addresses of this machine.
    Doctype,
    /// A reference that XML itself does not define.
    Reference {
        /// Its name.
        name: String,
    },
    /// Not well-formed XML, csv or JSON.
    Malformed(String),
    /// A list without records would remove everybody.
    NoRecords,
    /// A value that must be there is not.
    Missing {
        /// Which one.
        field: &'static str,
        /// What is expected.
        expected: &'static str,
    },
    /// The mapping file does not fit: what is wrong with it.
    Mapping(String),
    /// Two records with one number.
    DuplicateId {
        /// The id.
        id: String,
        /// Line where the first of them begins.
        first_line: u64,
    },
    /// A limit of this reader (see [`crate::limits`]).
    TooBig {
        /// What is too big, with its unit.
        what: &'static str,
        /// The limit.
        max: usize,
    },
}

/// A list file was refused: what, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, byte {byte}{}: {}. {}", place(element), self.what(), self.advice())]
pub struct ReadError {
    /// What is wrong.
    pub fault: Fault,
    /// Byte of the file where it was noticed, counted from 0.
    pub byte: u64,
    /// Line of that byte, counted from 1.
    pub line: u64,
    /// The file, where it has a name, and the elements open at that place, outermost first: "CONSOLIDATED_LIST > INDIVIDUALS". May
    /// be empty.
    pub element: String,
}

fn place(element: &str) -> String {
    if element.is_empty() {
        String::new()
    } else {
        format!(", in {element}")
    }
}

impl ReadError {
    pub(crate) fn new(fault: Fault, bytes: &[u8], at: usize, open: &[&str]) -> Self {
        let at = at.min(bytes.len());
        let line = 1 + bytes.iter().take(at).filter(|b| **b == b'\n').count() as u64;
        ReadError {
            fault,
            byte: at as u64,
            line,
            element: open.join(" > "),
        }
    }

    pub(crate) fn at_start(fault: Fault) -> Self {
        ReadError {
            fault,
            byte: 0,
            line: 1,
            element: String::new(),
        }
    }

    /// The same, with the file's name before the place.
    pub(crate) fn in_file(mut self, name: &str) -> Self {
        if !name.is_empty() && !self.element.starts_with(name) {
            self.element = match self.element.is_empty() {
                true => name.to_owned(),
                false => format!("{name} > {}", self.element),
            };
        }
        self
    }

    /// Stable code, for translation and for machines.
    pub fn code(&self) -> &'static str {
        match self.fault {
            Fault::Empty => "LIST-EMPTY",
            Fault::Truncated => "LIST-TRUNCATED",
            Fault::OtherFormat { .. } => "LIST-OTHER-FORMAT",
            Fault::NotUtf8 => "LIST-NOT-UTF8",
            Fault::Doctype => "LIST-DOCTYPE",
            Fault::Reference { .. } => "LIST-REFERENCE",
            Fault::Malformed(_) => "LIST-MALFORMED",
            Fault::NoRecords => "LIST-NO-RECORDS",
            Fault::Mapping(_) => "LIST-MAPPING",
            Fault::Missing { .. } => "LIST-MISSING",
            Fault::DuplicateId { .. } => "LIST-DUPLICATE",
            Fault::TooBig { .. } => "LIST-TOO-BIG",
        }
    }

    /// What is wrong, in a few words.
    pub fn what(&self) -> String {
        match &self.fault {
            Fault::Empty => "the file is empty".into(),
            Fault::Truncated => "the file ends here, before the list does".into(),
            Fault::OtherFormat { found } => {
                format!("this is not the list that was expected (found: {found})")
            }
            Fault::NotUtf8 => "the text is not UTF-8".into(),
            Fault::Doctype => "the file has a DOCTYPE, which a list does not need".into(),
            Fault::Reference { name } => format!("the reference &{name}; is not one of XML's own"),
            Fault::Malformed(what) => format!("not well-formed: {what}"),
            Fault::NoRecords => "the list holds no record".into(),
            Fault::Mapping(what) => format!("the mapping file does not fit: {what}"),
            Fault::Missing { field, expected } => {
                format!("{field} is missing or unreadable (expected: {expected})")
            }
            Fault::DuplicateId { id, first_line } => {
                format!("the record {id} was already there on line {first_line}")
            }
            Fault::TooBig { what, max } => format!("the limit for {what} is {max}"),
        }
    }

    /// What to do about it.
    pub fn advice(&self) -> &'static str {
        match self.fault {
            Fault::Empty | Fault::Truncated => {
                "Nothing was imported and the last good version stays in force. Fetch the file again and compare its size with the \
                 publisher's"
            }
            Fault::NoRecords => {
                "Nothing was imported and the last good version stays in force. Fetch the file again; a list that was really \
                 emptied is withdrawn, not imported"
            }
            Fault::OtherFormat { .. } => {
                "Take the file that the publisher offers for machines (XML, csv or JSON lines), not a web page, a PDF or another \
                 authority's list; a table of your own needs a mapping file"
            }
            Fault::NotUtf8 => {
                "Nothing was imported. Fetch the file again without converting it; a table that you saved from a spreadsheet \
                 yourself is saved as \"CSV UTF-8\""
            }
            Fault::Mapping(_) => {
                "Nothing was imported. Correct the mapping file: each of its columns must be a column of the table, each property \
                 one of the schema's"
            }
            Fault::Doctype | Fault::Reference { .. } => {
                "Do not trust this copy: the publisher's file has none. Fetch it from the publisher"
            }
            Fault::Malformed(_) | Fault::Missing { .. } | Fault::DuplicateId { .. } => {
                "Nothing was imported. Fetch the file again; if the publisher's own file has this fault, tell the publisher"
            }
            Fault::TooBig { .. } => {
                "Nothing was imported. A genuine list stays far below this limit: check where the file comes from"
            }
        }
    }
}
