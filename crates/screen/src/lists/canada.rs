//! Canada's consolidated autonomous sanctions list (Special Economic Measures Act and others), XML (`data-set`).

use super::book::Book;
use super::error::{Fault, ReadError};
use super::words::{add_country, add_date, parts, slug};
use super::xml::{self, Node, Shape, squeeze};
use super::{Format, ListFile};
use crate::entity::prop;
use crate::ftm;

/// Reads the list.
pub(crate) fn read(bytes: &[u8], seen: &mut dyn FnMut(u64)) -> Result<ListFile, ReadError> {
    let text = xml::text_of(bytes)?;
    let mut list = DataSet {
        book: Book::new(Format::CanadaXml.dataset()),
    };
    xml::run(text, &mut list, seen)?;
    list.book.finish(bytes)
}

struct DataSet {
    book: Book,
}

/// Elements that `record` takes itself.
const TAKEN: [&str; 12] = [
    "Country",
    "LastName",
    "GivenName",
    "EntityOrShip",
    "Entity",
    "TitleOrShip",
    "Title",
    "ShipIMONumber",
    "DateOfBirthOrShipBuildDate",
    "DateOfBirth",
    "Aliases",
    "Schedule",
];

impl Shape for DataSet {
    fn depth(&self) -> usize {
        1
    }

    fn root(&mut self, node: &Node) -> Result<(), Fault> {
        xml::root_is(node, "data-set")
    }

    fn record(&mut self, node: &Node, line: u64) -> Result<(), Fault> {
        if node.name != "record" {
            self.book.unread(&node.name);
            return Ok(());
        }
        let one_of = |names: [&str; 2]| names.map(|n| node.child(n)).concat();
        let (country, imo) = (node.child("Country"), node.child("ShipIMONumber"));
        let (born, title) = (
            one_of(["DateOfBirthOrShipBuildDate", "DateOfBirth"]),
            one_of(["TitleOrShip", "Title"]),
        );
        let entity_name = one_of(["EntityOrShip", "Entity"]);
        let person = entity_name.is_empty();
        let name = match person {
            true => squeeze(&format!(
                "{} {}",
                node.child("GivenName"),
                node.child("LastName")
            )),
            false => entity_name,
        };
        let schema = match (person, imo.is_empty()) {
            (true, _) => "Person",
            (false, false) => "Vessel",
            (false, true) => "Organization",
        };
        if name.is_empty() {
            return Err(Fault::Missing {
                field: "LastName or EntityOrShip",
                expected: "a name",
            });
        }
        let (schedule, item) = (node.child("Schedule"), node.child("Item"));
        let number = squeeze(&format!("{country} {schedule} {item}"));
        let wanted = format!(
            "ca-{}",
            slug(&format!("{} {schedule} {item}", english(&country)))
        );
        let mut entity = self.book.entity(&self.book.free_id(&wanted), schema);
        entity.add(prop::NAME, &name);
        entity.caption = name;
        for alias in parts(&node.child("Aliases"), ';') {
            entity.add(prop::ALIAS, alias);
        }
        add_country(&mut entity, prop::COUNTRY, english(&country));
        let (date, kind) = match schema {
            "Person" => (prop::BIRTH_DATE, prop::TITLE),
            "Vessel" => ("buildDate", "type"),
            _ => ("incorporationDate", prop::NOTES),
        };
        add_date(&mut entity, date, &born);
        entity.add(kind, &title);
        let imo = ftm::clean("identifier", "imo", &imo).unwrap_or(imo);
        entity.add("imoNumber", &imo);
        add_date(&mut entity, prop::LISTED_ON, &node.child("DateOfListing"));
        entity.add(prop::PROGRAM, english(&country));
        for child in &node.children {
            let name = child.name.as_str();
            if !TAKEN.contains(&name) && !matches!(name, "Item" | "DateOfListing") {
                self.book.unread(name);
            }
        }
        self.book.push(entity, &number, line)
    }
}

/// "Belarus / Bélarus" is written in both languages.
fn english(country: &str) -> &str {
    country.split(" / ").next().unwrap_or(country).trim()
}
