//! Reader of the United Nations Security Council's consolidated list in its published XML form
//! (<https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list>, schema `sc-sanctions.xsd`).
//!
//! How XML is read safely is in `lists/xml.rs`; what the elements of one record mean is in `un_xml/record.rs`.

use std::collections::BTreeMap;

use crate::dates;
use crate::lists::book::Book;
use crate::lists::xml::{self, Node, Shape};

mod record;

pub use crate::lists::{Fault, ListFile, ReadError};

/// Short name of the list, as it stands in `datasets` and in answers.
pub const DATASET: &str = "un-sc";

const ROOT: &str = "CONSOLIDATED_LIST";
const PERSON: &str = "INDIVIDUAL";
const ORGANISATION: &str = "ENTITY";

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
    let text = xml::text_of(bytes)?;
    let mut list = UnList {
        book: Book::new(DATASET),
    };
    xml::run(text, &mut list, seen)?;
    list.book.finish(bytes)
}

struct UnList {
    book: Book,
}

impl Shape for UnList {
    fn depth(&self) -> usize {
        2
    }

    fn root(&mut self, node: &Node) -> Result<(), Fault> {
        xml::root_is(node, ROOT)?;
        let generated_at = node.attribute("dateGenerated");
        if generated_at.get(..10).and_then(dates::parse).is_none() || generated_at.len() > 64 {
            return Err(Fault::Missing {
                field: "dateGenerated",
                expected: "the day the list was made, as 2026-02-27",
            });
        }
        self.book.generated_at = generated_at;
        Ok(())
    }

    fn around(&mut self, name: &str) {
        if name != "INDIVIDUALS" && name != "ENTITIES" {
            self.book.unread(name);
        }
    }

    fn record(&mut self, node: &Node, line: u64) -> Result<(), Fault> {
        let schema = match node.name.as_str() {
            PERSON => "Person",
            ORGANISATION => "Organization",
            other => {
                self.book.unread(other);
                return Ok(());
            }
        };
        let mut unread: BTreeMap<String, usize> = BTreeMap::new();
        let entity = record::entity(node, schema, &mut unread)?;
        unread
            .iter()
            .for_each(|(name, times)| self.book.unread_times(name, *times));
        let number = entity.id.trim_start_matches(record::ID_PREFIX).to_owned();
        self.book.push(entity, &number, line)
    }
}
