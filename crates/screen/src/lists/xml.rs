//! XML lists, record by record, from bytes that anybody may have sent: no DTD, no entities but XML's own five, bounded depth, text
//! and counts, one record in memory at a time. A file is read whole or refused with the place; nothing is guessed.
//!
//! What the elements of a record mean is each format's own: it implements [`Shape`].

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::error::{Fault, ReadError};
use crate::limits;

/// What a format says of its elements.
pub(crate) trait Shape {
    /// How many elements stand around a record.
    fn depth(&self) -> usize;
    /// The first element and its attributes. An error where it is another format's.
    fn root(&mut self, node: &Node) -> Result<(), Fault>;
    /// An element between the first one and the records.
    fn around(&mut self, _name: &str) {}
    /// A whole record and the line it begins on.
    fn record(&mut self, node: &Node, line: u64) -> Result<(), Fault>;
}

/// An element being read, or read.
#[derive(Debug, Default)]
pub(crate) struct Node {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Node>,
}

impl Node {
    /// The text with white space made single: lists are hard-wrapped in places.
    pub(crate) fn clean(&self) -> String {
        squeeze(&self.text)
    }

    /// The text of the first child of that name, or "".
    pub(crate) fn child(&self, name: &str) -> String {
        self.find(name).map(Node::clean).unwrap_or_default()
    }

    /// The first child of that name.
    pub(crate) fn find(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|c| c.name == name)
    }

    /// All children of that name.
    pub(crate) fn all<'n>(&'n self, name: &'n str) -> impl Iterator<Item = &'n Node> {
        self.children.iter().filter(move |c| c.name == name)
    }

    /// An attribute, with white space made single, or "".
    pub(crate) fn attribute(&self, name: &str) -> String {
        self.attributes
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| squeeze(value))
            .unwrap_or_default()
    }
}

/// Refuses a document whose first element has another name: it is another format's.
pub(crate) fn root_is(node: &Node, name: &str) -> Result<(), Fault> {
    if node.name == name {
        return Ok(());
    }
    Err(Fault::OtherFormat {
        found: format!("<{}>", node.name),
    })
}

/// White space made single, none at the ends.
pub(crate) fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The bytes as text that may be XML.
pub(crate) fn text_of(bytes: &[u8]) -> Result<&str, ReadError> {
    let text = super::text_of(bytes)?;
    match text.trim_start().chars().next() {
        None => Err(ReadError::at_start(Fault::Empty)),
        Some('<') => Ok(text),
        Some(_) => Err(ReadError::at_start(Fault::OtherFormat {
            found: "not XML".into(),
        })),
    }
}

/// Reads all records; tells after each how many bytes have been read.
///
/// # Errors
/// [`ReadError`] for anything but one complete, well-formed document of that shape.
pub(crate) fn run(
    text: &str,
    shape: &mut dyn Shape,
    seen: &mut dyn FnMut(u64),
) -> Result<(), ReadError> {
    Pass {
        text,
        reader: Reader::from_str(text),
        record_depth: shape.depth(),
        shape,
        stack: Vec::new(),
        elements: 0,
        record_at: 0,
        lines: (0, 1),
        root_seen: false,
        root_closed: false,
    }
    .run(seen)
}

struct Pass<'t, 's> {
    text: &'t str,
    reader: Reader<&'t [u8]>,
    shape: &'s mut dyn Shape,
    record_depth: usize,
    stack: Vec<Node>,
    /// Elements in the record being read.
    elements: usize,
    /// Byte where the record being read begins.
    record_at: usize,
    /// Up to where lines are counted, and how many there were.
    lines: (usize, u64),
    root_seen: bool,
    root_closed: bool,
}

impl Pass<'_, '_> {
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
        if self.root_closed {
            return Ok(());
        }
        let fault = if self.root_seen {
            Fault::Truncated
        } else {
            Fault::OtherFormat {
                found: "no element".into(),
            }
        };
        Err(self.error(fault, self.text.len()))
    }

    fn open(&mut self, start: &BytesStart<'_>, at: usize) -> Result<(), ReadError> {
        let name = start.local_name().into_inner();
        let depth = self.stack.len();
        if depth == 0 && self.root_closed {
            return Err(self.error(
                Fault::Malformed("something follows the end of the list".into()),
                at,
            ));
        }
        if depth == self.record_depth {
            self.record_at = at;
            self.elements = 0;
        }
        self.elements += 1;
        self.bound("depth (elements)", depth + 1, limits::LIST_DEPTH_MAX, at)?;
        self.bound(
            "record (elements)",
            self.elements,
            limits::LIST_RECORD_ELEMENTS_MAX,
            at,
        )?;
        let node = Node {
            name: name.to_owned(),
            attributes: self.attributes(start, at)?,
            ..Node::default()
        };
        if depth == 0 {
            self.shape.root(&node).map_err(|f| self.error(f, at))?;
            self.root_seen = true;
        } else if depth < self.record_depth {
            self.shape.around(name);
        }
        self.stack.push(node);
        Ok(())
    }

    fn bound(&self, what: &'static str, is: usize, max: usize, at: usize) -> Result<(), ReadError> {
        if is > max {
            return Err(self.error(Fault::TooBig { what, max }, at));
        }
        Ok(())
    }

    fn attributes(
        &self,
        start: &BytesStart<'_>,
        at: usize,
    ) -> Result<Vec<(String, String)>, ReadError> {
        let mut attributes = Vec::new();
        for attribute in start.attributes() {
            let attribute =
                attribute.map_err(|e| self.error(Fault::Malformed(e.to_string()), at))?;
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_err(|e| self.error(Fault::Malformed(e.to_string()), at))?;
            self.bound(
                "text of an element (bytes)",
                value.len(),
                limits::LIST_TEXT_BYTES_MAX,
                at,
            )?;
            let key = attribute.key.local_name().into_inner().to_owned();
            attributes.push((key, value.into_owned()));
            self.bound(
                "attributes of an element",
                attributes.len(),
                limits::LIST_ATTRIBUTES_MAX,
                at,
            )?;
        }
        Ok(attributes)
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
        let depth = self.stack.len();
        if depth == 0 {
            self.root_closed = true;
        } else if depth == self.record_depth {
            let line = self.line(self.record_at);
            if let Err(fault) = self.shape.record(&node, line) {
                let mut error = self.error(fault, self.record_at);
                let root = self.stack.first().map_or("", |root| root.name.as_str());
                error.element = format!("{root} > {}", node.name);
                return Err(error);
            }
            seen(self.position() as u64);
        } else if depth > self.record_depth
            && let Some(parent) = self.stack.last_mut()
        {
            parent.children.push(node);
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
