//! OFAC's classic XML (`sdnList`), of the SDN list and of the consolidated one.

use super::facts;
use super::{ID_PREFIX, schema_of};
use crate::entity::{Entity, prop};
use crate::lists::book::Book;
use crate::lists::error::{Fault, ReadError};
use crate::lists::words::{add_country, add_date, american_day, line};
use crate::lists::xml::{self, Node, Shape, squeeze};
use crate::lists::{Format, ListFile};

/// Reads the list.
pub(crate) fn read(bytes: &[u8], seen: &mut dyn FnMut(u64)) -> Result<ListFile, ReadError> {
    let text = xml::text_of(bytes)?;
    let mut list = Classic {
        book: Book::new(Format::OfacXml.dataset()),
        announced: None,
        entries: 0,
    };
    xml::run(text, &mut list, seen)?;
    if let Some(announced) = list.announced.filter(|n| *n != list.entries) {
        let fault = Fault::Malformed(format!(
            "the file announces {announced} records and holds {}",
            list.entries
        ));
        return Err(ReadError::new(fault, bytes, bytes.len(), &[]));
    }
    list.book.finish(bytes)
}

struct Classic {
    book: Book,
    /// How many records the file says it has.
    announced: Option<usize>,
    entries: usize,
}

impl Shape for Classic {
    fn depth(&self) -> usize {
        1
    }

    fn root(&mut self, node: &Node) -> Result<(), Fault> {
        xml::root_is(node, "sdnList")
    }

    fn record(&mut self, node: &Node, line: u64) -> Result<(), Fault> {
        match node.name.as_str() {
            "sdnEntry" => self.entry(node, line),
            // So it is spelt.
            "publshInformation" => {
                let day = node.child("Publish_Date");
                self.book.generated_at = american_day(&day).unwrap_or_default();
                self.announced = node.child("Record_Count").parse().ok();
                Ok(())
            }
            other => {
                self.book.unread(other);
                Ok(())
            }
        }
    }
}

impl Classic {
    fn entry(&mut self, node: &Node, line: u64) -> Result<(), Fault> {
        self.entries += 1;
        let number = node.child("uid");
        let name = name(node);
        if number.is_empty() || number.len() > 40 || name.is_empty() {
            return Err(Fault::Missing {
                field: "uid and lastName",
                expected: "the record's number and a name",
            });
        }
        let schema = schema_of(&node.child("sdnType"));
        let mut entity = self.book.entity(&format!("{ID_PREFIX}{number}"), schema);
        entity.add(prop::NAME, &name);
        entity.caption = name;
        let mut wallets = Vec::new();
        for child in &node.children {
            match child.name.as_str() {
                "uid" | "firstName" | "lastName" | "sdnType" => {}
                "idList" => wallets = ids(&mut entity, child),
                _ => {
                    if !take(&mut entity, child) {
                        self.book.unread(&child.name);
                    }
                }
            }
        }
        let id = entity.id.clone();
        self.book.push(entity, &number, line)?;
        super::tables::keep_wallets(&mut self.book, &id, &number, &wallets, line)
    }
}

fn name(node: &Node) -> String {
    squeeze(&format!(
        "{} {}",
        node.child("firstName"),
        node.child("lastName")
    ))
}

fn take(entity: &mut Entity, child: &Node) -> bool {
    let items = child.children.iter();
    match child.name.as_str() {
        "title" => entity.add(prop::POSITION, &child.clean()),
        "remarks" => entity.add(prop::NOTES, &child.clean()),
        "programList" => items.for_each(|p| entity.add(prop::PROGRAM, &p.clean())),
        "akaList" => items.for_each(|aka| alias(entity, aka)),
        "addressList" => items.for_each(|place| address(entity, place)),
        "nationalityList" | "citizenshipList" => items.for_each(|item| {
            let country = item.child("country");
            add_country(entity, prop::NATIONALITY, &country);
        }),
        "dateOfBirthList" => {
            items.for_each(|item| add_date(entity, prop::BIRTH_DATE, &item.child("dateOfBirth")))
        }
        "placeOfBirthList" => items.for_each(|item| {
            let _ = facts::take(entity, &format!("POB {}", item.child("placeOfBirth")));
        }),
        "vesselInfo" => vessel(entity, child),
        _ => return false,
    }
    true
}

fn alias(entity: &mut Entity, aka: &Node) {
    let property = match (aka.child("type").as_str(), aka.child("category").as_str()) {
        ("f.k.a.", _) => prop::PREVIOUS_NAME,
        (_, "weak") => prop::WEAK_ALIAS,
        _ => prop::ALIAS,
    };
    entity.add(property, &name(aka));
}

fn address(entity: &mut Entity, place: &Node) {
    let parts = [
        "address1",
        "address2",
        "address3",
        "city",
        "stateOrProvince",
        "postalCode",
        "country",
    ]
    .map(|part| place.child(part));
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    entity.add(prop::ADDRESS, &line(&parts));
    add_country(entity, prop::COUNTRY, &place.child("country"));
}

fn vessel(entity: &mut Entity, info: &Node) {
    for (element, property) in [
        ("callSign", "callSign"),
        ("vesselType", "type"),
        ("tonnage", "deadweightTonnage"),
        ("grossRegisteredTonnage", "grossRegisteredTonnage"),
    ] {
        entity.add(property, &info.child(element));
    }
    add_country(entity, "flag", &info.child("vesselFlag"));
    let owner = info.child("vesselOwner");
    if !owner.is_empty() {
        entity.add(prop::NOTES, &format!("Owner: {owner}"));
    }
}

/// The id list holds documents, and everything else that the tables write into their remarks.
fn ids(entity: &mut Entity, list: &Node) -> Vec<facts::Wallet> {
    let mut wallets = Vec::new();
    for id in &list.children {
        let (kind, number) = (id.child("idType"), id.child("idNumber"));
        let (country, kind) = (id.child("idCountry"), kind.trim_end_matches(" -"));
        let kind = match kind.strip_prefix("Digital Currency Address") {
            Some(rest) if !rest.starts_with(" - ") => {
                format!(
                    "Digital Currency Address - {}",
                    rest.trim_start_matches([' ', '-'])
                )
            }
            _ => kind.to_owned(),
        };
        let mut fact = match country.is_empty() {
            true => format!("{kind} {number}"),
            false => format!("{kind} {number} ({country})"),
        };
        for (element, word) in [("issueDate", "issued"), ("expirationDate", "expires")] {
            let day = id.child(element);
            if !day.is_empty() {
                fact = format!("{fact} {word} {day}");
            }
        }
        wallets.extend(facts::take(entity, &squeeze(&fact)));
    }
    wallets
}
