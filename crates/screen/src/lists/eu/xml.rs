//! The consolidated financial sanctions list as XML 1.1: everything stands in attributes.

use super::{Birth, ID_PREFIX, country_of, document, name_remark, place, schema_of, whole};
use crate::entity::{Entity, prop};
use crate::ftm;
use crate::lists::book::Book;
use crate::lists::error::{Fault, ReadError};
use crate::lists::words::{add_country, add_date, line as joined};
use crate::lists::xml::{self, Node, Shape};
use crate::lists::{Format, ListFile};

/// Reads the list.
pub(crate) fn read(bytes: &[u8], seen: &mut dyn FnMut(u64)) -> Result<ListFile, ReadError> {
    let text = xml::text_of(bytes)?;
    let mut list = Export {
        book: Book::new(Format::EuXml.dataset()),
    };
    xml::run(text, &mut list, seen)?;
    list.book.finish(bytes)
}

struct Export {
    book: Book,
}

impl Shape for Export {
    fn depth(&self) -> usize {
        1
    }

    fn root(&mut self, node: &Node) -> Result<(), Fault> {
        xml::root_is(node, "export")?;
        self.book.generated_at = node.attribute("generationDate").chars().take(64).collect();
        Ok(())
    }

    fn record(&mut self, node: &Node, line: u64) -> Result<(), Fault> {
        if node.name != "sanctionEntity" {
            self.book.unread(&node.name);
            return Ok(());
        }
        let number = node.attribute("logicalId");
        if number.is_empty() || number.len() > 40 {
            return Err(Fault::Missing {
                field: "logicalId",
                expected: "the record's number",
            });
        }
        let kind = node.find("subjectType").map(|s| s.attribute("code"));
        let schema = schema_of(&kind.unwrap_or_default());
        let mut entity = self.book.entity(&format!("{ID_PREFIX}{number}"), schema);
        entity.add("sourceId", &node.attribute("euReferenceNumber"));
        entity.add(prop::REFERENCE, &node.attribute("unitedNationId"));
        add_date(
            &mut entity,
            prop::LISTED_ON,
            &node.attribute("designationDate"),
        );
        entity.add(prop::NOTES, &node.attribute("designationDetails"));
        for child in &node.children {
            if !take(&mut entity, child) {
                self.book.unread(&child.name);
            }
        }
        if entity.values(prop::NAME).is_empty() {
            let names = [prop::ALIAS, prop::WEAK_ALIAS];
            let Some(name) = names.iter().find_map(|n| entity.first(n)) else {
                return Err(Fault::Missing {
                    field: "nameAlias",
                    expected: "at least one name",
                });
            };
            entity.caption = name.to_owned();
        }
        self.book.push(entity, &number, line)
    }
}

fn take(entity: &mut Entity, node: &Node) -> bool {
    let get = |name: &str| node.attribute(name);
    let country = (get("countryIso2Code"), get("countryDescription"));
    let country = (country.0.as_str(), country.1.as_str());
    let of_value = matches!(
        node.name.as_str(),
        "birthdate" | "address" | "identification" | "citizenship"
    );
    for said in node.all("remark").filter(|_| of_value) {
        entity.add(prop::NOTES, &said.clean());
    }
    match node.name.as_str() {
        "subjectType" => {}
        "remark" => entity.add(prop::NOTES, &node.clean()),
        "regulation" => {
            entity.add(prop::PROGRAM, &get("programme"));
            entity.add(prop::SOURCE_URL, &node.child("publicationUrl"));
            add_date(entity, prop::LISTED_ON, &get("publicationDate"));
        }
        "nameAlias" => name(entity, node),
        "citizenship" => add_country(entity, prop::NATIONALITY, country_of(country)),
        "birthdate" => {
            Birth {
                day: &get("birthdate"),
                year: &get("year"),
                month: &get("monthOfYear"),
                day_of_month: &get("dayOfMonth"),
                from: &get("yearRangeFrom"),
                to: &get("yearRangeTo"),
                about: get("circa") == "true",
                calendar: &get("calendarType"),
            }
            .keep(entity);
            let parts = [&get("city"), &get("place"), &get("region")];
            let parts = parts.map(String::as_str);
            birth_place(entity, &parts, country);
        }
        "address" => {
            let parts = ["street", "poBox", "zipCode", "city", "place", "region"].map(get);
            let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
            place(entity, &parts, country);
            contacts(entity, node);
        }
        "identification" => {
            let latin = get("latinNumber");
            document(
                entity,
                &get("identificationTypeCode"),
                &get("number"),
                country.1,
            );
            document(entity, &get("identificationTypeCode"), &latin, country.1);
        }
        _ => return false,
    }
    true
}

/// The first strong name is the name, further strong ones are other names.
fn name(entity: &mut Entity, node: &Node) {
    let get = |part: &str| node.attribute(part);
    let parts = ["firstName", "middleName", "lastName"].map(get);
    let name = whole(&get("wholeName"), parts.each_ref().map(String::as_str));
    let mut weak = get("strong") == "false";
    for said in node.all("remark") {
        weak |= name_remark(entity, &said.clean());
    }
    let property = match (weak, entity.values(prop::NAME)) {
        (true, _) => prop::WEAK_ALIAS,
        (false, []) => prop::NAME,
        _ => prop::ALIAS,
    };
    entity.add(property, &name);
    entity.add(prop::TITLE, &node.attribute("title"));
    entity.add(prop::POSITION, &node.attribute("function"));
    if let Some(gender) = ftm::clean("gender", "", &node.attribute("gender")) {
        entity.add(prop::GENDER, &gender);
    }
}

fn birth_place(entity: &mut Entity, parts: &[&str], country: (&str, &str)) {
    let named = country.1;
    let known = !named.is_empty() && !named.eq_ignore_ascii_case("unknown");
    let line = joined(&[parts, &[if known { named } else { "" }]].concat());
    entity.add(prop::BIRTH_PLACE, &line);
    if known {
        add_country(entity, prop::BIRTH_COUNTRY, country_of(country));
    }
}

/// `<contactInfo key="WEB" value="..."/>` below an address.
fn contacts(entity: &mut Entity, address: &Node) {
    for contact in address.all("contactInfo") {
        let (key, value) = (contact.attribute("key"), contact.attribute("value"));
        let property = match key.as_str() {
            "WEB" | "website" => "website",
            "EMAIL" | "email" => "email",
            "PHONE" | "phone" | "MOBILE" | "FAX" => "phone",
            _ => prop::NOTES,
        };
        entity.add(property, &value);
    }
}
