//! Annexes of the European Union's regulations as tables, as OpenSanctions keeps them: the columns are properties of
//! FollowTheMoney, several values stand in one cell with semicolons between them.

use super::ID_PREFIX;
use crate::entity::{Entity, prop};
use crate::ftm::{self, Schema};
use crate::lists::book::Book;
use crate::lists::error::{Fault, ReadError};
use crate::lists::table::{Named, NamedRow};
use crate::lists::words::{add_country, add_date, lettered, parts, slug};
use crate::lists::{Format, ListFile, text_of};

/// The column that every such table has.
pub(crate) const NUMBER: &str = "celex";

/// Columns that are no property of the record, and where they go.
const OTHERS: &[(&str, &str)] = &[
    ("celex", ""),
    ("recordId", ""),
    ("schema", ""),
    ("programKey", prop::PROGRAM),
    ("annex", prop::NOTES),
    ("measure", prop::LIST_TYPE),
    ("startDate", prop::LISTED_ON),
    ("reason", prop::NOTES),
];

/// Reads one regulation's table.
pub(crate) fn read(bytes: &[u8], seen: &mut dyn FnMut(u64)) -> Result<ListFile, ReadError> {
    let text = text_of(bytes)?;
    let mut book = Book::new(Format::EuJournal.dataset());
    let mut table = Named::new(text, b',', NUMBER, |_| {})?;
    let columns = table.columns().to_vec();
    table.each(seen, |row| {
        let (regulation, number) = (row.get("celex"), row.get("recordId"));
        if regulation.is_empty() {
            return Err(Fault::Missing {
                field: "celex",
                expected: "the number of the regulation",
            });
        }
        // Some annexes number nobody: there the name stands for the number.
        let number = match number {
            "" => format!("{}-{}", row.get("annex"), slug(row.get("name"))),
            number => number.to_owned(),
        };
        let schema = row.get("schema");
        let id = book.free_id(&format!("{ID_PREFIX}{regulation}-{number}"));
        let mut entity = book.entity(
            &id,
            if schema.is_empty() {
                "LegalEntity"
            } else {
                schema
            },
        );
        for column in &columns {
            take(&mut entity, column, row);
        }
        if entity.values(prop::NAME).is_empty() {
            return Err(Fault::Missing {
                field: "name",
                expected: "at least one name",
            });
        }
        book.push(entity, &format!("{regulation}-{number}"), row.line)
    })?;
    book.finish(bytes)
}

fn take(entity: &mut Entity, column: &str, row: &NamedRow<'_, '_>) {
    let cell = row.get(column);
    if let Some((_, property)) = OTHERS.iter().find(|(name, _)| *name == column) {
        match *property {
            "" => {}
            prop::LISTED_ON => add_date(entity, prop::LISTED_ON, cell),
            // An annex is a number of its regulation; alone it says nothing.
            prop::NOTES if column == "annex" && !cell.is_empty() => {
                entity.add(prop::NOTES, &format!("Annex {cell}"))
            }
            property => entity.add(property, cell),
        }
        return;
    }
    let found = Schema::of(&entity.schema).and_then(|s| s.property(column));
    let Some(property) = found else {
        // A property of another schema is kept under its name: nothing that was published is lost.
        parts(cell, ';').iter().for_each(|v| entity.add(column, v));
        return;
    };
    for value in parts(cell, ';') {
        match property.type_name {
            "country" => lettered(value)
                .iter()
                .for_each(|v| add_country(entity, column, v)),
            "date" => lettered(value)
                .iter()
                .for_each(|v| add_date(entity, column, v)),
            "name" => names(entity, column, value),
            "gender" => {
                let gender = ftm::clean("gender", "", value);
                entity.add(column, gender.as_deref().unwrap_or(value));
            }
            "identifier" if !property.format.is_empty() => {
                let number = property.clean(value);
                entity.add(column, number.as_deref().unwrap_or(value));
            }
            _ => entity.add(column, value),
        }
    }
}

/// "Sergei Aksenov (Сергей Аксёнов)": the same name in another script stands in brackets behind it.
fn names(entity: &mut Entity, property: &str, value: &str) {
    let other_script = |text: &str| {
        text.chars()
            .find(|c| c.is_alphabetic())
            .is_some_and(|c| c > '\u{024F}')
    };
    let pair = value
        .strip_suffix(')')
        .and_then(|v| v.rsplit_once(" ("))
        .filter(|(outside, inside)| other_script(inside) && !other_script(outside));
    match pair {
        Some((outside, inside)) => {
            entity.add(property, outside);
            let second = match property {
                prop::NAME => prop::ALIAS,
                other => other,
            };
            entity.add(second, inside);
        }
        None => entity.add(property, value),
    }
}
