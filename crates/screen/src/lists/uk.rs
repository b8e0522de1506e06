//! The United Kingdom's lists as csv: the UK sanctions list of the Foreign, Commonwealth and Development Office
//! (<https://www.gov.uk/government/publications/the-uk-sanctions-list>) and the consolidated list of the Office of Financial
//! Sanctions Implementation (ConList). A row for each name of a record; what is not a name is repeated or spread over them.

use super::book::Book;
use super::error::{Fault, ReadError};
use super::ofac::facts::document;
use super::table::{Named, NamedRow, plain};
use super::words::{add_country, add_date, date, line, parts, slug};
use super::xml::squeeze;
use super::{Format, ListFile, text_of};
use crate::entity::{Entity, prop};
use crate::ftm;

/// The column that both tables have.
pub(crate) const SURNAME: &str = "Name 6";

/// What goes straight into a property: its columns in either table.
const TEXTS: &[(&[&str], &str)] = &[
    (&["Title"], prop::TITLE),
    (&["Position"], prop::POSITION),
    (&["Regime Name", "Regime"], prop::PROGRAM),
    (&["UN Reference Number"], prop::REFERENCE),
    (&["Sanctions Imposed"], prop::LIST_TYPE),
    (&["Other Information"], prop::NOTES),
    (&["UK Statement of Reasons"], prop::NOTES),
    (
        &["Passport additional information", "Passport Details"],
        prop::DOCUMENT,
    ),
    (
        &[
            "National Identifier additional information",
            "National Identification Details",
        ],
        prop::DOCUMENT,
    ),
    (&["Website"], "website"),
    (&["Email address"], "email"),
    (&["Phone number"], "phone"),
    (&["Type of entity"], "legalForm"),
    (&["Type of ship"], "type"),
    (&["Tonnage of ship"], "tonnage"),
    (&["Year Built"], "buildDate"),
];

/// Numbers: their columns in either table and the property they belong to.
const NUMBERS: &[(&[&str], &str)] = &[
    (&["Passport number"], prop::PASSPORT_NUMBER),
    (
        &[
            "National Identifier number",
            "National Identification Number",
        ],
        prop::ID_NUMBER,
    ),
    (
        &[
            "Business registration number (s)",
            "Business registration number",
        ],
        "registrationNumber",
    ),
    (&["IMO number"], "imoNumber"),
    (&["Hull identification number (HIN)"], "registrationNumber"),
];

/// What is kept as a note, with what it says: its columns.
const NOTED: &[(&str, &str)] = &[
    ("Current owner/operator (s)", "Owner"),
    ("Previous owner/operator (s)", "Previous owner"),
    ("Parent company", "Parent company"),
    ("Subsidiaries", "Subsidiaries"),
    ("Length of ship", "Length"),
];

/// Columns that say nothing of who it is: another list's number, who decided, and which script a name is in.
const LEFT: [&str; 4] = [
    "OFSI Group ID",
    "Designation source",
    "Non-latin script type",
    "Non-latin script language",
];

/// Reads the list.
pub(crate) fn read(bytes: &[u8], seen: &mut dyn FnMut(u64)) -> Result<ListFile, ReadError> {
    let text = text_of(bytes)?;
    let mut book = Book::new(Format::UkCsv.dataset());
    let mut made = String::new();
    let mut table = Named::new(text, b',', SURNAME, |row| {
        // "Report Date: 21-Nov-2025", or "Last Updated,21/11/2025".
        let cells = [row.cell(0), row.cell(1)];
        let said = cells.map(|cell| cell.rsplit(": ").next().unwrap_or(cell));
        made = said.into_iter().find_map(date).unwrap_or_default();
    })?;
    book.generated_at = made;
    table.each(seen, |row| {
        let number = row.first(&["Unique ID", "Group ID"]);
        if number.is_empty() || number.len() > 40 {
            return Err(Fault::Missing {
                field: "Unique ID or Group ID",
                expected: "the record's number",
            });
        }
        let id = format!("gb-{}", slug(number));
        if book.known(&id).is_none() {
            let entity = book.entity(&id, schema_of(row));
            book.push(entity, number, row.line)?;
        }
        if let Some(entity) = book.known(&id) {
            name(entity, row);
            details(entity, row);
        }
        Ok(())
    })?;
    table.report(&mut book, |column| {
        LEFT.iter().any(|left| plain(left) == plain(column))
    });
    book.finish(bytes)
}

fn schema_of(row: &NamedRow<'_, '_>) -> &'static str {
    let kind = row.first(&["Designation Type", "Individual, Entity, Ship", "Group Type"]);
    match plain(kind).as_str() {
        "individual" => "Person",
        "ship" => "Vessel",
        _ => "Organization",
    }
}

fn name(entity: &mut Entity, row: &NamedRow<'_, '_>) {
    let given = ["Name 1", "Name 2", "Name 3", "Name 4", "Name 5"].map(|n| row.get(n));
    let whole = squeeze(&format!("{} {}", given.join(" "), row.get(SURNAME)));
    let kind = plain(row.first(&["Name type", "Alias Type"]));
    let strength = plain(row.first(&["Alias strength", "Alias Quality"]));
    let property = match (kind.as_str(), strength.as_str()) {
        ("primaryname" | "primarynamevariation", _) if entity.values(prop::NAME).is_empty() => {
            prop::NAME
        }
        (k, _) if k.starts_with("fka") || k.starts_with("formerly") => prop::PREVIOUS_NAME,
        (_, "low" | "lowquality") => prop::WEAK_ALIAS,
        _ => prop::ALIAS,
    };
    if !entity.values(prop::NAME).contains(&whole) {
        entity.add(property, &whole);
    }
    if property == prop::NAME {
        entity.caption = whole;
    }
    entity.add(prop::ALIAS, row.get("Name non-latin script"));
}

fn details(entity: &mut Entity, row: &NamedRow<'_, '_>) {
    for (columns, property) in TEXTS {
        entity.add(property, row.first(columns));
    }
    for (columns, property) in NUMBERS {
        for number in numbered(row.first(columns)) {
            document(entity, property, property, &number);
        }
    }
    for day in numbered(row.first(&["D.O.B", "DOB"])) {
        add_date(entity, prop::BIRTH_DATE, &day);
    }
    for country in numbered(row.first(&["Nationality(/ies)", "Nationality"])) {
        let property = if entity.is_person() {
            prop::NATIONALITY
        } else {
            prop::COUNTRY
        };
        add_country(entity, property, &country);
    }
    for (column, property) in [
        ("Current believed flag of ship", "flag"),
        ("Previous flags", "pastFlags"),
    ] {
        numbered(row.get(column))
            .iter()
            .for_each(|flag| add_country(entity, property, flag));
    }
    for (column, what) in NOTED {
        let noted = row.get(column);
        if !noted.is_empty() {
            entity.add(prop::NOTES, &format!("{what}: {noted}"));
        }
    }
    if let Some(gender) = ftm::clean("gender", "", row.get("Gender")) {
        entity.add(prop::GENDER, &gender);
    }
    let (town, country) = (row.get("Town of birth"), row.get("Country of birth"));
    entity.add(prop::BIRTH_PLACE, &line(&[town, country]));
    numbered(country)
        .iter()
        .for_each(|c| add_country(entity, prop::BIRTH_COUNTRY, c));
    address(entity, row);
    let listed = row.first(&[
        "Date Designated",
        "UK Sanctions List Date Designated",
        "Listed On",
    ]);
    add_date(entity, prop::LISTED_ON, listed);
    let changed = row.get("Last Updated");
    if let Some(day) = date(changed) {
        let newest = entity
            .properties
            .entry(prop::MODIFIED_AT.to_owned())
            .or_default();
        if newest.first().is_none_or(|d| *d < day) {
            *newest = vec![day];
        }
    }
}

fn address(entity: &mut Entity, row: &NamedRow<'_, '_>) {
    let mut lines = Vec::new();
    for n in 1..=6 {
        lines.push(row.first(&[&format!("Address Line {n}"), &format!("Address {n}")]));
    }
    let country = row.first(&["Address Country", "Country"]);
    lines.push(row.first(&["Address Postal Code", "Post/Zip Code"]));
    lines.push(country);
    entity.add(prop::ADDRESS, &line(&lines));
    add_country(entity, prop::COUNTRY, country);
}

/// Several values in one cell: "(1) 1960. (2) 1961.", "A / B" or "A | B".
fn numbered(cell: &str) -> Vec<String> {
    let numbered = cell.starts_with("(1)");
    let mut values: Vec<String> = Vec::new();
    let mut rest = cell;
    let mut n = 1_u32;
    while numbered && let Some(at) = rest.find(&format!("({n})")) {
        let mark = format!("({n})").len();
        let before = rest.get(..at).unwrap_or_default();
        values.push(before.to_owned());
        rest = rest.get(at + mark..).unwrap_or_default();
        n += 1;
    }
    if numbered {
        values.push(rest.to_owned());
    } else {
        let split = cell.replace(" | ", ";").replace("; ", ";");
        values = parts(&split, ';').into_iter().map(str::to_owned).collect();
    }
    let tidy = |v: String| v.trim().trim_end_matches(['.', ',']).trim().to_owned();
    values
        .into_iter()
        .map(tidy)
        .filter(|v| !v.is_empty())
        .collect()
}
