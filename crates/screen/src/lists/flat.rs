//! Lists that somebody flattened to six columns: name, aliases with commas, nationality, designation, kind of sanction, source. An
//! alias with a comma of its own is cut in two there; nothing here can mend that.

use super::book::Book;
use super::error::ReadError;
use super::table::{Named, plain};
use super::words::{add_country, parts, slug};
use super::{Format, ListFile, text_of};
use crate::entity::prop;

/// A column that every such table has.
pub(crate) const KIND: &str = "Sanction Type";

/// Reads the table.
pub(crate) fn read(bytes: &[u8], seen: &mut dyn FnMut(u64)) -> Result<ListFile, ReadError> {
    let text = text_of(bytes)?;
    let mut book = Book::new(Format::FlatCsv.dataset());
    let mut table = Named::new(text, b',', KIND, |_| {})?;
    table.each(seen, |row| {
        let name = said(row.get("Name"));
        if name.is_empty() {
            book.unread("a row without a name");
            return Ok(());
        }
        let designation = said(row.get("Designation"));
        let schema = match plain(designation).as_str() {
            "person" | "individual" => "Person",
            "entity" | "enterprise" => "Organization",
            "vessel" => "Vessel",
            "aircraft" => "Airplane",
            _ => "LegalEntity",
        };
        let id = book.free_id(&format!("flat-{}", slug(name)));
        let mut entity = book.entity(&id, schema);
        entity.add(prop::NAME, name);
        entity.caption = name.to_owned();
        for alias in parts(said(row.get("Alias")), ',') {
            if alias != name {
                entity.add(prop::ALIAS, alias);
            }
        }
        let country = if schema == "Person" {
            prop::NATIONALITY
        } else {
            prop::COUNTRY
        };
        for nationality in parts(said(row.get("Nationality")), ',') {
            add_country(&mut entity, country, nationality);
        }
        if schema == "LegalEntity" {
            entity.add(prop::NOTES, designation);
        }
        entity.add(prop::PROGRAM, said(row.get(KIND)));
        book.push(entity, name, row.line)
    })?;
    table.report(&mut book, |column| column == "Source");
    book.finish(bytes)
}

/// What a cell says; "" where it says that it says nothing.
fn said(cell: &str) -> &str {
    match cell {
        "None" | "Unknown" | "unknown" | "nan" => "",
        cell => cell,
    }
}
