//! Australia's consolidated list (Department of Foreign Affairs and Trade), csv: a row for each name, "12" the record, "12a", "12b"
//! its other names.

use super::book::Book;
use super::error::{Fault, ReadError};
use super::table::{Named, NamedRow, plain};
use super::words::{add_country, add_date, date, lettered, parts};
use super::{Format, ListFile, text_of};
use crate::entity::{Entity, prop};
use crate::ftm;

/// The column that every such table has.
pub(crate) const NAME: &str = "Name of Individual or Entity";

/// Measures: a column each, in which something stands where it is in force.
const MEASURES: [&str; 4] = [
    "Targeted Financial Sanction",
    "Travel Ban",
    "Arms Embargo",
    "Maritime Restriction",
];

/// Reads the list.
pub(crate) fn read(bytes: &[u8], seen: &mut dyn FnMut(u64)) -> Result<ListFile, ReadError> {
    let text = text_of(bytes)?;
    let mut book = Book::new(Format::AustraliaCsv.dataset());
    let mut table = Named::new(text, b',', NAME, |_| {})?;
    table.each(seen, |row| {
        let reference = row.get("Reference");
        let number: String = reference.chars().take_while(char::is_ascii_digit).collect();
        if number.is_empty() || number.len() > 12 {
            return Err(Fault::Missing {
                field: "Reference",
                expected: "a number, with a letter behind it for another name",
            });
        }
        let id = format!("au-{number}");
        if book.known(&id).is_none() {
            let schema = match plain(row.get("Type")).as_str() {
                "individual" | "person" | "aka" => "Person",
                "vessel" => "Vessel",
                _ => "Organization",
            };
            let entity = book.entity(&id, schema);
            book.push(entity, &number, row.line)?;
        }
        if let Some(entity) = book.known(&id) {
            take(entity, row);
        }
        Ok(())
    })?;
    table.report(&mut book, |_| false);
    book.finish(bytes)
}

fn take(entity: &mut Entity, row: &NamedRow<'_, '_>) {
    let name = row.get(NAME);
    let property = match (
        plain(row.get("Name Type")).as_str(),
        plain(row.get("Alias Strength")).as_str(),
    ) {
        (kind, _) if kind.starts_with("prim") => prop::NAME,
        (kind, _) if kind.starts_with("former") || kind.starts_with("previous") => {
            prop::PREVIOUS_NAME
        }
        (_, "weak") => prop::WEAK_ALIAS,
        _ => prop::ALIAS,
    };
    if property == prop::NAME {
        entity.caption = name.to_owned();
    }
    entity.add(property, name);
    for born in several(row.get("Date of Birth")) {
        // Where a cell holds several dates with commas, each of them is one.
        match date(born) {
            None => parts(born, ',')
                .iter()
                .for_each(|d| add_date(entity, prop::BIRTH_DATE, d)),
            Some(_) => add_date(entity, prop::BIRTH_DATE, born),
        }
    }
    for place in several(row.get("Place of Birth")) {
        entity.add(prop::BIRTH_PLACE, place);
    }
    for country in row.get("Citizenship").split([';', ',']) {
        let property = if entity.is_person() {
            prop::NATIONALITY
        } else {
            prop::COUNTRY
        };
        add_country(entity, property, country);
    }
    for address in several(row.get("Address")) {
        entity.add(prop::ADDRESS, address);
        let last = address.rsplit(", ").next().unwrap_or(address);
        if let Some(code) = crate::country::code(last) {
            entity.add(prop::COUNTRY, code);
        }
    }
    let imo = row.get("IMO Number");
    let imo = ftm::clean("identifier", "imo", imo).unwrap_or_else(|| imo.to_owned());
    entity.add("imoNumber", &imo);
    entity.add(prop::NOTES, row.get("Additional Information"));
    entity.add(prop::NOTES, row.get("Listing Information"));
    entity.add(prop::NOTES, row.get("Instrument of Designation"));
    entity.add(prop::PROGRAM, row.get("Committees"));
    for measure in MEASURES {
        let off = matches!(plain(row.get(measure)).as_str(), "" | "false" | "no" | "na");
        entity.add(prop::LIST_TYPE, if off { "" } else { measure });
    }
    add_date(entity, prop::LISTED_ON, row.get("Control Date"));
}

/// Several values in one cell: "a) 1958 b) 1960", or with semicolons.
fn several(cell: &str) -> Vec<&str> {
    lettered(cell)
        .into_iter()
        .flat_map(|value| parts(value, ';'))
        .collect()
}
