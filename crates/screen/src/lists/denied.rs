//! The denied persons list of the United States' Bureau of Industry and Security, a table with tabs. It numbers nobody: rows of one
//! name are one record with several addresses.

use super::book::Book;
use super::error::{Fault, ReadError};
use super::table::Named;
use super::words::{add_country, american_day, line, slug};
use super::{Format, ListFile, text_of};
use crate::entity::prop;

/// The column that every such table has.
pub(crate) const STREET: &str = "Street_Address";

/// Reads the list.
pub(crate) fn read(bytes: &[u8], seen: &mut dyn FnMut(u64)) -> Result<ListFile, ReadError> {
    let text = text_of(bytes)?;
    let mut book = Book::new(Format::DeniedPersons.dataset());
    let mut table = Named::new(text, b'\t', STREET, |_| {})?;
    table.each(seen, |row| {
        let name = row.get("Name");
        if name.is_empty() {
            return Err(Fault::Missing {
                field: "Name",
                expected: "a name",
            });
        }
        let id = format!("us-dpl-{}", slug(name));
        if book.known(&id).is_none() {
            // The list does not say whether it names a person or a firm.
            let mut entity = book.entity(&id, "LegalEntity");
            entity.add(prop::NAME, name);
            entity.add("topics", "export.control");
            book.push(entity, name, row.line)?;
        }
        let Some(entity) = book.known(&id) else {
            return Ok(());
        };
        let country = row.get("Country");
        let parts = ["Street_Address", "City", "State", "Postal_Code"].map(|c| row.get(c));
        let address = line(&[parts.as_slice(), &[country]].concat());
        entity.add(prop::ADDRESS, &address);
        // Addresses in the United States often go without their country.
        let home = country.is_empty() && !row.get("State").is_empty();
        add_country(entity, prop::COUNTRY, if home { "us" } else { country });
        if let Some(day) = american_day(row.get("Effective_Date")) {
            entity.add(prop::LISTED_ON, &day);
        }
        let until = american_day(row.get("Expiration_Date")).unwrap_or_default();
        entity.add(
            prop::NOTES,
            &line(&[row.get("Action"), row.get("FR_Citation"), &until]),
        );
        Ok(())
    })?;
    table.report(&mut book, |column| {
        matches!(column, "Standard_Order" | "Last_Update")
    });
    book.finish(bytes)
}
