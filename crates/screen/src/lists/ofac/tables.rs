//! OFAC's tables: names (SDN or CONS_PRIM), other names (ALT), addresses (ADD) and the rest of remarks too long for their column
//! (SDN_COMMENTS). They have no header, `-0-` stands for nothing, and the byte 1A closes the file. Some copies carry a header.

use std::collections::{BTreeMap, HashMap};

use super::facts::{self, Wallet};
use super::{ID_PREFIX, name_of, schema_of};
use crate::entity::{Entity, prop};
use crate::lists::book::Book;
use crate::lists::error::{Fault, ReadError};
use crate::lists::table::{Row, Table};
use crate::lists::words::{add_country, line};
use crate::lists::{ListFile, SourceFile, text_of};

/// Which of the tables a file is, by the number of its columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Names,
    Addresses,
    OtherNames,
    Comments,
}

impl Kind {
    fn of(columns: usize) -> Option<Kind> {
        match columns {
            12 => Some(Kind::Names),
            6 => Some(Kind::Addresses),
            5 => Some(Kind::OtherNames),
            2 => Some(Kind::Comments),
            _ => None,
        }
    }
}

/// Whether the row could stand in one of the tables: a number first, then a fitting count of cells.
pub(crate) fn fits(row: &Row<'_>) -> bool {
    let number = |cell: &str| !cell.is_empty() && cell.bytes().all(|b| b.is_ascii_digit());
    let header = row.cell(0) == "ID" && matches!(row.cell(1), "Name" | "Col_B");
    Kind::of(row.cells.len()).is_some() && (number(row.cell(0)) || header)
}

/// Reads the tables, in whatever order they were given.
pub(crate) fn read(
    files: &[SourceFile<'_>],
    seen: &mut dyn FnMut(u64),
) -> Result<ListFile, ReadError> {
    let mut tables: BTreeMap<Kind, Vec<Row<'_>>> = BTreeMap::new();
    for file in files {
        let rows = rows(file, seen).map_err(|e| e.in_file(file.name))?;
        let columns = rows.first().map_or(0, |row| row.cells.len());
        if let Some(kind) = Kind::of(columns) {
            tables.entry(kind).or_default().extend(rows);
        }
    }
    let names = tables.remove(&Kind::Names).unwrap_or_default();
    if names.is_empty() {
        return Err(ReadError::at_start(Fault::Missing {
            field: "SDN.CSV (or CONS_PRIM.CSV)",
            expected: "the table with the names; ALT, ADD and SDN_COMMENTS only add to it",
        }));
    }
    let mut comments: HashMap<&str, &str> = HashMap::new();
    let rest = tables.remove(&Kind::Comments).unwrap_or_default();
    rest.iter().for_each(|row| {
        comments.insert(row.cell(0), row.cell(1));
    });
    let mut book = Book::new(crate::lists::Format::OfacCsv.dataset());
    for row in &names {
        let more = comments.get(row.cell(0)).copied().unwrap_or_default();
        one(&mut book, row, more).map_err(|fault| at_row(fault, row))?;
    }
    for row in tables.get(&Kind::OtherNames).into_iter().flatten() {
        other_name(&mut book, row);
    }
    for row in tables.get(&Kind::Addresses).into_iter().flatten() {
        address(&mut book, row);
    }
    book.finish(files.first().map(|file| file.bytes).unwrap_or_default())
}

fn at_row(fault: Fault, row: &Row<'_>) -> ReadError {
    ReadError {
        fault,
        byte: row.at as u64,
        line: row.line,
        element: format!("record {}", row.cell(0)),
    }
}

fn rows<'t>(file: &SourceFile<'t>, seen: &mut dyn FnMut(u64)) -> Result<Vec<Row<'t>>, ReadError> {
    let text = text_of(file.bytes)?;
    let mut table = Table::new(text, b',');
    let mut rows: Vec<Row<'t>> = Vec::new();
    let mut columns = 0;
    while let Some(row) = table.next_row()? {
        if columns == 0 {
            columns = row.cells.len();
            if !fits(&row) {
                let found: String = text.chars().take(60).collect();
                return Err(table.error(Fault::OtherFormat { found }, row.at));
            }
            if row.cell(0) == "ID" {
                continue;
            }
        }
        let number = row.cell(0).bytes().all(|b| b.is_ascii_digit());
        if row.cells.len() != columns || !number {
            let fault = match table.ended && table.position() < text.len() {
                true => Fault::Malformed(format!(
                    "a row of {} cells among rows of {columns}, or one without a number",
                    row.cells.len()
                )),
                false => Fault::Truncated,
            };
            return Err(table.error(fault, row.at));
        }
        seen(table.position() as u64);
        rows.push(row);
    }
    // OFAC closes its tables with this byte, so a table without it was cut; the one of long remarks has gone without.
    let whole = table.marked_end || table.ended && Kind::of(columns) == Some(Kind::Comments);
    match (text.trim().is_empty(), whole) {
        (true, _) => Err(ReadError::at_start(Fault::Empty)),
        (false, false) => Err(table.error(Fault::Truncated, text.len())),
        (false, true) => Ok(rows),
    }
}

/// What a cell says; "" for `-0-`.
fn said<'r>(row: &'r Row<'_>, at: usize) -> &'r str {
    match row.cell(at) {
        "-0-" => "",
        cell => cell,
    }
}

fn one(book: &mut Book, row: &Row<'_>, more: &str) -> Result<(), Fault> {
    let (number, schema) = (row.cell(0), schema_of(said(row, 2)));
    let name = name_of(schema, said(row, 1));
    if name.is_empty() {
        return Err(Fault::Missing {
            field: "the name",
            expected: "a name in the second column",
        });
    }
    let mut entity = book.entity(&format!("{ID_PREFIX}{number}"), schema);
    entity.add(prop::NAME, &name);
    entity.caption = name;
    for program in said(row, 3).split(']') {
        entity.add(prop::PROGRAM, program.trim().trim_start_matches('['));
    }
    entity.add(prop::POSITION, said(row, 4));
    vessel(&mut entity, row);
    let remarks = format!("{}{more}", said(row, 11));
    let wallets = facts::remarks(&mut entity, &remarks);
    let id = entity.id.clone();
    book.push(entity, number, row.line)?;
    keep_wallets(book, &id, number, &wallets, row.line)
}

fn vessel(entity: &mut Entity, row: &Row<'_>) {
    if entity.schema != "Vessel" {
        return;
    }
    let numbers = [
        (5, "callSign"),
        (7, "deadweightTonnage"),
        (8, "grossRegisteredTonnage"),
    ];
    for (at, property) in numbers {
        entity.add(property, said(row, at));
    }
    entity.add("type", said(row, 6));
    add_country(entity, "flag", said(row, 9));
    let owner = said(row, 10);
    if !owner.is_empty() {
        entity.add(prop::NOTES, &format!("Owner: {owner}"));
    }
}

/// Keeps the wallets of a record as records of their own, which lead to their holder.
pub(super) fn keep_wallets(
    book: &mut Book,
    holder: &str,
    number: &str,
    wallets: &[Wallet],
    line: u64,
) -> Result<(), Fault> {
    for (currency, address) in wallets {
        let id = format!("{holder}-{}-{address}", currency.to_lowercase());
        if address.is_empty() || address.len() > 200 || book.known(&id).is_some() {
            continue;
        }
        let mut wallet = book.entity(&id, "CryptoWallet");
        wallet.add("publicKey", address);
        wallet.add("currency", currency);
        wallet.add("holder", holder);
        wallet.target = Some(false);
        book.push(wallet, number, line)?;
    }
    Ok(())
}

fn other_name(book: &mut Book, row: &Row<'_>) {
    let Some(entity) = book.known(&format!("{ID_PREFIX}{}", row.cell(0))) else {
        return book.unread("ALT: a name of a record that the table of names does not have");
    };
    let property = match said(row, 2) {
        "fka" => prop::PREVIOUS_NAME,
        _ => prop::ALIAS,
    };
    let name = name_of(&entity.schema, said(row, 3));
    entity.add(property, &name);
    let remark = said(row, 4);
    if !remark.is_empty() {
        entity.add(prop::NOTES, &format!("{name}: {remark}"));
    }
}

fn address(book: &mut Book, row: &Row<'_>) {
    let Some(entity) = book.known(&format!("{ID_PREFIX}{}", row.cell(0))) else {
        return book.unread("ADD: an address of a record that the table of names does not have");
    };
    let (street, city, country) = (said(row, 2), said(row, 3), said(row, 4));
    entity.add(prop::ADDRESS, &line(&[street, city, country]));
    add_country(entity, prop::COUNTRY, country);
    let remark = said(row, 5);
    if !remark.is_empty() {
        entity.add(prop::NOTES, &format!("{street} {city}: {remark}"));
    }
}
