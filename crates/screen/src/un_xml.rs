//! Reader of the United Nations Security Council's consolidated list in its published XML form
//! (<https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list>, schema `sc-sanctions.xsd`).
//!
//! It reads bytes that anybody may have sent: no DTD, no entities but XML's own five, bounded depth, text and counts, one record
//! in memory at a time besides the result. A file is accepted whole or refused with the place and what to do; nothing is guessed.
//! What the elements of one record mean is in `un_xml/record.rs`.

use std::collections::{BTreeMap, HashMap};

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use serde::{Deserialize, Serialize};

use crate::dates;
use crate::entity::{Entity, Origin};
use crate::limits;

mod error;
mod record;

pub use error::{Fault, ReadError};

/// Short name of the list, as it stands in `datasets` and in answers.
pub const DATASET: &str = "un-sc";

const ROOT: &str = "CONSOLIDATED_LIST";
const PERSON: &str = "INDIVIDUAL";
const ORGANISATION: &str = "ENTITY";

/// A list file, read whole and accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListFile {
    /// Short name of the list.
    pub dataset: String,
    /// When the list was made, as the file says (`dateGenerated`): begins with a day as `2026-02-27`.
    pub generated_at: String,
    /// Number of natural persons.
    pub individuals: usize,
    /// Number of entities and other groups.
    pub entities: usize,
    /// All records in the order of the file, persons and entities.
    pub records: Vec<Entity>,
    /// Elements of records that this reader does not know, and how often they came: shown to the importer, so that a new field
    /// of the format does not go unnoticed.
    pub unread: BTreeMap<String, usize>,
}

impl ListFile {
    /// The day the list was made, `2026-02-27`.
    pub fn day(&self) -> &str {
        self.generated_at.get(..10).unwrap_or(&self.generated_at)
    }

    /// Renames list and version in every record: for lists of the same form from another authority, or when the importer's name
    /// of a version (with a digest) shall stand in each answer.
    pub fn stamp(&mut self, dataset: &str, version: &str) {
        self.dataset = dataset.to_owned();
        for record in &mut self.records {
            record.datasets = vec![dataset.to_owned()];
            if let Some(origin) = &mut record.origin {
                origin.list = dataset.to_owned();
                origin.version = version.to_owned();
            }
        }
    }
}

/// Reads a list file.
///
/// # Errors
/// [`ReadError`] for anything but a complete, well-formed list with at least one record.
pub fn read(bytes: &[u8]) -> Result<ListFile, ReadError> {
    read_observed(bytes, &mut |_| {})
}

/// As [`read`]; tells after each record how many bytes have been read, for a progress bar.
///
/// # Errors
/// As [`read`].
pub fn read_observed(bytes: &[u8], seen: &mut dyn FnMut(u64)) -> Result<ListFile, ReadError> {
    let text = text_of(bytes)?;
    let mut pass = Pass::new(text);
    pass.run(seen)?;
    pass.finish()
}

fn text_of(bytes: &[u8]) -> Result<&str, ReadError> {
    if bytes.len() > limits::LIST_BYTES_MAX {
        return Err(ReadError::at_start(Fault::TooBig {
            what: "file (bytes)",
            max: limits::LIST_BYTES_MAX,
        }));
    }
    if matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]) {
        return Err(ReadError::at_start(Fault::NotUtf8));
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(e) => {
            let fault = if e.error_len().is_none() {
                Fault::Truncated
            } else {
                Fault::NotUtf8
            };
            return Err(ReadError::new(fault, bytes, e.valid_up_to(), &[]));
        }
    };
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    match text.trim_start().chars().next() {
        None => Err(ReadError::at_start(Fault::Empty)),
        Some('<') => Ok(text),
        Some(_) => Err(ReadError::at_start(Fault::OtherFormat {
            found: "not XML".into(),
        })),
    }
}

/// An element being read, or read.
#[derive(Debug, Default)]
struct Node {
    name: String,
    text: String,
    children: Vec<Node>,
}

struct Pass<'t> {
    text: &'t str,
    reader: Reader<&'t [u8]>,
    stack: Vec<Node>,
    /// Elements in the record being read.
    elements: usize,
    /// Byte where the record being read begins.
    record_at: usize,
    /// Up to where lines are counted, and how many there were.
    lines: (usize, u64),
    root_seen: bool,
    root_closed: bool,
    generated_at: String,
    counts: (usize, usize),
    ids: HashMap<String, u64>,
    unread: BTreeMap<String, usize>,
    records: Vec<Entity>,
}

impl<'t> Pass<'t> {
    fn new(text: &'t str) -> Self {
        Pass {
            text,
            reader: Reader::from_str(text),
            stack: Vec::new(),
            elements: 0,
            record_at: 0,
            lines: (0, 1),
            root_seen: false,
            root_closed: false,
            generated_at: String::new(),
            counts: (0, 0),
            ids: HashMap::new(),
            unread: BTreeMap::new(),
            records: Vec::new(),
        }
    }

    fn run(&mut self, seen: &mut dyn FnMut(u64)) -> Result<(), ReadError> {
        loop {
            let at = self.position();
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(e) => return Err(self.syntax_error(&e)),
            };
            match event {
                Event::Eof => break,
                Event::Decl(decl) => {
                    let utf8 = match decl.encoding() {
                        None => true,
                        Some(Ok(name)) => name.eq_ignore_ascii_case("utf-8"),
                        Some(Err(_)) => false,
                    };
                    if !utf8 {
                        return Err(self.error(Fault::NotUtf8, at));
                    }
                }
                Event::DocType(_) => return Err(self.error(Fault::Doctype, at)),
                Event::Comment(_) | Event::PI(_) => {}
                Event::Start(start) => self.open(&start, at)?,
                Event::Empty(start) => {
                    self.open(&start, at)?;
                    self.close(at, seen)?;
                }
                Event::End(_) => self.close(at, seen)?,
                Event::Text(text) => self.push_text(&text, at)?,
                Event::CData(text) => self.push_text(&text, at)?,
                Event::GeneralRef(name) => self.push_reference(&name, at)?,
            }
        }
        if !self.root_closed {
            let fault = if self.root_seen {
                Fault::Truncated
            } else {
                Fault::OtherFormat {
                    found: "no element".into(),
                }
            };
            return Err(self.error(fault, self.text.len()));
        }
        Ok(())
    }

    fn finish(self) -> Result<ListFile, ReadError> {
        if self.records.is_empty() {
            return Err(self.error(Fault::NoRecords, self.text.len()));
        }
        let (individuals, entities) = self.counts;
        let (records, unread, generated_at) = (self.records, self.unread, self.generated_at);
        Ok(ListFile {
            dataset: DATASET.to_owned(),
            generated_at,
            individuals,
            entities,
            records,
            unread,
        })
    }

    fn open(&mut self, start: &BytesStart<'_>, at: usize) -> Result<(), ReadError> {
        let name = start.local_name().into_inner();
        let depth = self.stack.len();
        if depth == 0 {
            self.open_root(name, start, at)?;
        }
        if depth == 1 && name != "INDIVIDUALS" && name != "ENTITIES" {
            *self.unread.entry(name.to_owned()).or_default() += 1;
        }
        if depth == 2 {
            self.record_at = at;
            self.elements = 0;
        }
        self.elements += 1;
        if depth >= limits::LIST_DEPTH_MAX {
            return Err(self.error(
                Fault::TooBig {
                    what: "depth (elements)",
                    max: limits::LIST_DEPTH_MAX,
                },
                at,
            ));
        }
        if self.elements > limits::LIST_RECORD_ELEMENTS_MAX {
            let fault = Fault::TooBig {
                what: "record (elements)",
                max: limits::LIST_RECORD_ELEMENTS_MAX,
            };
            return Err(self.error(fault, at));
        }
        self.stack.push(Node {
            name: name.to_owned(),
            ..Node::default()
        });
        Ok(())
    }

    fn open_root(
        &mut self,
        name: &str,
        start: &BytesStart<'_>,
        at: usize,
    ) -> Result<(), ReadError> {
        if self.root_closed {
            return Err(self.error(
                Fault::Malformed("something follows the end of the list".into()),
                at,
            ));
        }
        if name != ROOT {
            return Err(self.error(
                Fault::OtherFormat {
                    found: format!("<{name}>"),
                },
                at,
            ));
        }
        self.root_seen = true;
        for attribute in start.attributes() {
            let attribute =
                attribute.map_err(|e| self.error(Fault::Malformed(e.to_string()), at))?;
            if attribute.key.local_name().into_inner() == "dateGenerated" {
                self.generated_at = attribute.value.trim().to_owned();
            }
        }
        if self.generated_at.get(..10).and_then(dates::parse).is_none()
            || self.generated_at.len() > 64
        {
            let fault = Fault::Missing {
                field: "dateGenerated",
                expected: "the day the list was made, as 2026-02-27",
            };
            return Err(self.error(fault, at));
        }
        Ok(())
    }

    fn close(&mut self, at: usize, seen: &mut dyn FnMut(u64)) -> Result<(), ReadError> {
        // The reader has checked that the end tag belongs to the open element.
        let Some(node) = self.stack.pop() else {
            return Err(self.error(
                Fault::Malformed("an end tag without its beginning".into()),
                at,
            ));
        };
        if let Some(bad) = node
            .text
            .chars()
            .find(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
        {
            let fault = Fault::Malformed(format!(
                "control character U+{:04X} in {}",
                u32::from(bad),
                node.name
            ));
            return Err(self.error(fault, at));
        }
        match self.stack.len() {
            0 => self.root_closed = true,
            1 => {}
            2 => {
                self.record(&node)?;
                seen(self.position() as u64);
            }
            _ => {
                if let Some(parent) = self.stack.last_mut() {
                    parent.children.push(node);
                }
            }
        }
        Ok(())
    }

    fn record(&mut self, node: &Node) -> Result<(), ReadError> {
        let at = self.record_at;
        let schema = match node.name.as_str() {
            PERSON => "Person",
            ORGANISATION => "Organization",
            other => {
                *self.unread.entry(other.to_owned()).or_default() += 1;
                return Ok(());
            }
        };
        if self.records.len() >= limits::LIST_RECORDS_MAX {
            return Err(self.error(
                Fault::TooBig {
                    what: "list (records)",
                    max: limits::LIST_RECORDS_MAX,
                },
                at,
            ));
        }
        let line = self.line(at);
        let mut entity = match record::entity(node, schema, &mut self.unread) {
            Ok(entity) => entity,
            Err(fault) => {
                let mut error = self.error(fault, at);
                error.element = format!("{ROOT} > {}", node.name);
                return Err(error);
            }
        };
        if let Some(first_line) = self.ids.insert(entity.id.clone(), line) {
            let fault = Fault::DuplicateId {
                id: entity.id,
                first_line,
            };
            return Err(self.error(fault, at));
        }
        entity.origin = Some(Origin {
            list: DATASET.to_owned(),
            version: self.generated_at.clone(),
            record: entity.id.trim_start_matches(record::ID_PREFIX).to_owned(),
            line,
        });
        entity.shrink();
        self.records.push(entity);
        if schema == "Person" {
            self.counts.0 += 1
        } else {
            self.counts.1 += 1
        }
        Ok(())
    }

    fn push_text(&mut self, text: &str, at: usize) -> Result<(), ReadError> {
        match self.stack.last_mut() {
            Some(node) if node.text.len() + text.len() <= limits::LIST_TEXT_BYTES_MAX => {
                node.text.push_str(text)
            }
            Some(_) => {
                let fault = Fault::TooBig {
                    what: "text of an element (bytes)",
                    max: limits::LIST_TEXT_BYTES_MAX,
                };
                return Err(self.error(fault, at));
            }
            None if text.trim().is_empty() => {}
            None if self.root_closed => {
                return Err(self.error(
                    Fault::Malformed("something follows the end of the list".into()),
                    at,
                ));
            }
            None => {
                return Err(self.error(
                    Fault::OtherFormat {
                        found: "text before the first element".into(),
                    },
                    at,
                ));
            }
        }
        Ok(())
    }

    fn push_reference(&mut self, name: &BytesRef<'_>, at: usize) -> Result<(), ReadError> {
        let mut buffer = [0_u8; 4];
        let text = match &**name {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "apos" => "'",
            "quot" => "\"",
            other => match name.resolve_char_ref() {
                Ok(Some(c)) => c.encode_utf8(&mut buffer),
                _ => {
                    let shown: String = other.chars().take(40).collect();
                    return Err(self.error(Fault::Reference { name: shown }, at));
                }
            },
        };
        self.push_text(text, at)
    }

    fn syntax_error(&self, e: &quick_xml::Error) -> ReadError {
        let at = usize::try_from(self.reader.error_position())
            .unwrap_or(usize::MAX)
            .min(self.text.len());
        let rest = self.text.get(at..).unwrap_or_default();
        let fault =
            match e {
                // quick-xml's syntax errors all mean that the input ended inside of something.
                quick_xml::Error::Syntax(_) => Fault::Truncated,
                quick_xml::Error::IllFormed(
                    quick_xml::errors::IllFormedError::UnclosedReference,
                ) if !rest.contains('<') => Fault::Truncated,
                other => Fault::Malformed(other.to_string()),
            };
        self.error(fault, at)
    }

    fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    /// Line of a byte, counted on from the last asked: places are asked in ascending order.
    fn line(&mut self, at: usize) -> u64 {
        let (from, count) = self.lines;
        let piece = self.text.as_bytes().get(from..at).unwrap_or_default();
        let count = count + piece.iter().filter(|b| **b == b'\n').count() as u64;
        self.lines = (at.max(from), count);
        count
    }

    fn error(&self, fault: Fault, at: usize) -> ReadError {
        let open: Vec<&str> = self.stack.iter().map(|node| node.name.as_str()).collect();
        ReadError::new(fault, self.text.as_bytes(), at, &open)
    }
}
