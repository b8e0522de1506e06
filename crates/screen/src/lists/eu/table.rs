//! The consolidated financial sanctions list as a table with semicolons: one row for each name, address, birth date, document or
//! citizenship of a record.

use super::{Birth, ID_PREFIX, country_of, document, name_remark, place, schema_of, whole};
use crate::entity::{Entity, prop};
use crate::ftm;
use crate::lists::book::Book;
use crate::lists::error::{Fault, ReadError};
use crate::lists::table::{Named, NamedRow};
use crate::lists::words::{add_country, add_date, date, line as joined};
use crate::lists::{Format, ListFile, text_of};

/// The column that every such table has.
pub(crate) const NUMBER: &str = "Entity_LogicalId";

/// Reads the list.
pub(crate) fn read(bytes: &[u8], seen: &mut dyn FnMut(u64)) -> Result<ListFile, ReadError> {
    let text = text_of(bytes)?;
    let mut book = Book::new(Format::EuCsv.dataset());
    let mut table = Named::new(text, b';', NUMBER, |_| {})?;
    table.each(seen, |row| {
        let number = row.get(NUMBER);
        if number.is_empty() || number.len() > 40 {
            return Err(Fault::Missing {
                field: "Entity_LogicalId",
                expected: "the record's number",
            });
        }
        if book.generated_at.is_empty() {
            let day = row.get("fileGenerationDate");
            book.generated_at = date(day).unwrap_or_default();
        }
        let id = format!("{ID_PREFIX}{number}");
        let kind = row.first(&[
            "Entity_SubjectType_ClassificationCode",
            "Entity_SubjectType",
        ]);
        if book.known(&id).is_none() {
            let mut entity = book.entity(&id, schema_of(kind));
            head(&mut entity, row);
            book.push(entity, number, row.line)?;
        }
        if let Some(entity) = book.known(&id) {
            details(entity, row);
        }
        Ok(())
    })?;
    table.report(&mut book, left);
    book.finish(bytes)
}

fn head(entity: &mut Entity, row: &NamedRow<'_, '_>) {
    for column in [
        "Entity_DesignationDate",
        "Entity_Regulation_PublicationDate",
    ] {
        add_date(entity, prop::LISTED_ON, row.get(column));
    }
    for (column, property) in [
        ("Entity_EU_ReferenceNumber", "sourceId"),
        ("Entity_UnitedNationId", prop::REFERENCE),
        ("Entity_DesignationDetails", prop::NOTES),
        ("Entity_Remark", prop::NOTES),
        ("Entity_Regulation_Programme", prop::PROGRAM),
        ("Entity_Regulation_PublicationUrl", prop::SOURCE_URL),
    ] {
        entity.add(property, row.get(column));
    }
}

fn details(entity: &mut Entity, row: &NamedRow<'_, '_>) {
    let parts = ["FirstName", "MiddleName", "LastName"].map(|p| row.get(&format!("NameAlias_{p}")));
    let name = whole(row.get("NameAlias_WholeName"), parts);
    let weak = name_remark(entity, row.get("NameAlias_Remark"));
    let property = match (weak, entity.values(prop::NAME)) {
        (true, _) => prop::WEAK_ALIAS,
        (false, []) => prop::NAME,
        _ => prop::ALIAS,
    };
    if entity.first(prop::NAME) != Some(&name) {
        entity.add(property, &name);
    }
    entity.add(prop::TITLE, row.get("NameAlias_Title"));
    entity.add(prop::POSITION, row.get("NameAlias_Function"));
    if let Some(gender) = ftm::clean("gender", "", row.get("NameAlias_Gender")) {
        entity.add(prop::GENDER, &gender);
    }
    let country = |of: &str| {
        (
            row.get(&format!("{of}_CountryIso2Code")),
            row.get(&format!("{of}_CountryDescription")),
        )
    };
    let parts = ["Street", "PoBox", "ZipCode", "City", "Place", "Region"]
        .map(|part| row.get(&format!("Address_{part}")));
    place(entity, &parts, country("Address"));
    add_country(
        entity,
        prop::NATIONALITY,
        country_of(country("Citizenship")),
    );
    entity.add(prop::NOTES, row.get("Address_ContactInfo"));
    birth(entity, row, country("BirthDate"));
    let kind = row.get("Identification_TypeCode");
    for number in ["Identification_Number", "Identification_LatinNumber"] {
        document(entity, kind, row.get(number), country("Identification").1);
    }
    for of in ["Address", "BirthDate", "Identification", "Citizenship"] {
        entity.add(prop::NOTES, row.get(&format!("{of}_Remark")));
    }
}

/// Columns that say nothing of who it is: numbers of the publisher's own, the acts of law each value stands in, and the state of
/// a document.
fn left(column: &str) -> bool {
    const LEFT: [&str; 16] = [
        "LogicalId",
        "RegulationLanguage",
        "NameLanguage",
        "AsAtListingTime",
        "ZipCode",
        "Diplomatic",
        "KnownExpired",
        "KnownFalse",
        "ReportedLost",
        "RevokedByIssuer",
        "IssuedBy",
        "IssuedDate",
        "ValidFrom",
        "ValidTo",
        "NameOnDocument",
        "TypeDescription",
    ];
    let part = column.split_once('_').map_or(column, |(_, part)| part);
    part.starts_with("Regulation_") || part == "Region" || LEFT.contains(&part)
}

fn birth(entity: &mut Entity, row: &NamedRow<'_, '_>, country: (&str, &str)) {
    let get = |part: &str| row.get(&format!("BirthDate_{part}"));
    Birth {
        day: get("BirthDate"),
        year: get("Year"),
        month: get("Month"),
        day_of_month: get("Day"),
        from: get("YearRangeFrom"),
        to: get("YearRangeTo"),
        about: get("Circa").eq_ignore_ascii_case("true"),
        calendar: get("CalendarType"),
    }
    .keep(entity);
    let known = !country.1.eq_ignore_ascii_case("unknown");
    let named = if known { country.1 } else { "" };
    entity.add(
        prop::BIRTH_PLACE,
        &joined(&[get("City"), get("Place"), get("Region"), named]),
    );
    if known {
        add_country(entity, prop::BIRTH_COUNTRY, country_of(country));
    }
}
