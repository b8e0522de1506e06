//! Canada's consolidated autonomous sanctions list (Special Economic Measures Act and others), XML (`data-set`).

use super::book::Book;
use super::error::{Fault, ReadError};
use super::words::{self, add_date, parts, slug};
use super::xml::{self, Node, Shape, squeeze};
use super::{Format, ListFile};
use crate::entity::{Entity, prop};
use crate::ftm;
use crate::limits;

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

/// The elements of a record, by the English half of their names: the list of 2026 names them in both languages
/// (`Country-Pays`), those before in English alone.
const ELEMENTS: [&str; 15] = [
    "Country",
    "LastName",
    "GivenName",
    "EntityOrShip",
    "Entity",
    "TitleOrShipType",
    "TitleOrShip",
    "Title",
    "ShipIMONumber",
    "DateOfBirthOrShipBuildDate",
    "DateOfBirth",
    "Aliases",
    "Schedule",
    "Item",
    "DateOfListing",
];

/// Languages that stand before a name: "Russian: ...".
const LANGUAGES: [&str; 13] = [
    "Arabic",
    "Belarusian",
    "Belarussian",
    "Burmese",
    "Chinese",
    "English",
    "Farsi",
    "French",
    "Hebrew",
    "Korean",
    "Persian",
    "Russian",
    "Ukrainian",
];

/// What stands behind a name with a comma and belongs to it.
const BEHIND: [&str; 27] = [
    "LLC", "Ltd", "Ltd.", "Inc", "Inc.", "Co", "Co.", "Corp.", "JSC", "OJSC", "CJSC", "PJSC",
    "FSUE", "GmbH", "SA", "S.A.", "AO", "OOO", "PAO", "АО", "ООО", "ПАО", "ОАО", "ЗАО", "ФГУП",
    "Jr.", "Sr.",
];

/// Words in small letters that a name may begin with.
const PARTICLES: [&str; 20] = [
    "abou", "abu", "al", "ben", "bin", "bint", "das", "de", "del", "della", "der", "die", "el",
    "ibn", "la", "le", "les", "the", "van", "von",
];

/// The same, where the name's first word follows at once.
const PREFIXES: [&str; 6] = ["al-", "el-", "l'", "l’", "al’", "al'"];

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
        let (country, schedule, item) = (
            said(node, &["Country"]),
            said(node, &["Schedule"]),
            said(node, &["Item"]),
        );
        let (regime, part) = (english(&country), format!("{schedule} {item}"));
        let wanted = format!("ca-{}", slug(&format!("{regime} {part}")));
        let mut entity = self.book.entity(&self.book.free_id(&wanted), "Person");
        named(&mut entity, node)?;
        // Of some regimes it says what they are against, not where.
        if let Some(code) = words::country(regime) {
            entity.add(prop::COUNTRY, &code);
        }
        entity.add(prop::PROGRAM, regime);
        add_date(
            &mut entity,
            prop::LISTED_ON,
            &said(node, &["DateOfListing"]),
        );
        for child in &node.children {
            if !ELEMENTS.iter().any(|name| is(child, name)) {
                self.book.unread(&child.name);
            }
        }
        let number = squeeze(&format!("{country} {part}"));
        self.book.push(entity, &number, line)
    }
}

/// Whether the element has that name, alone or before its French one.
fn is(node: &Node, name: &str) -> bool {
    node.name.split('-').next() == Some(name)
}

/// What the first of these elements says, or "".
fn said(node: &Node, names: &[&str]) -> String {
    let found = names
        .iter()
        .find_map(|name| node.children.iter().find(|child| is(child, name)));
    found.map(Node::clean).unwrap_or_default()
}

/// Who or what it is: the schema, the names, and what the elements with two meanings say then.
fn named(entity: &mut Entity, node: &Node) -> Result<(), Fault> {
    let other = said(node, &["EntityOrShip", "Entity"]);
    let imo = said(node, &["ShipIMONumber"]);
    let person = other.is_empty();
    let name = match person {
        true => squeeze(&format!(
            "{} {}",
            said(node, &["GivenName"]),
            said(node, &["LastName"])
        )),
        false => other,
    };
    if name.is_empty() {
        return Err(Fault::Missing {
            field: "LastName or EntityOrShip",
            expected: "a name",
        });
    }
    let (schema, date, kind) = match (person, imo.is_empty()) {
        (true, _) => ("Person", prop::BIRTH_DATE, prop::TITLE),
        (false, false) => ("Vessel", "buildDate", "type"),
        (false, true) => ("Organization", "incorporationDate", prop::NOTES),
    };
    schema.clone_into(&mut entity.schema);
    entity.add(prop::NAME, &name);
    entity.caption = name;
    for alias in aliases(&said(node, &["Aliases"]), person) {
        entity.add(prop::ALIAS, &alias);
    }
    add_date(
        entity,
        date,
        &said(node, &["DateOfBirthOrShipBuildDate", "DateOfBirth"]),
    );
    // "General Cargo | Cargo classique".
    let title = said(node, &["TitleOrShipType", "TitleOrShip", "Title"]);
    entity.add(kind, title.split('|').next().unwrap_or(&title));
    let imo = ftm::clean("identifier", "imo", &imo).unwrap_or(imo);
    entity.add("imoNumber", &imo);
    Ok(())
}

/// The other names of a record. They stand in one element: with semicolons, commas, slashes, "or" or "and" between them, some
/// behind the name of their language.
fn aliases(text: &str, person: bool) -> Vec<String> {
    let mut text = text.replace(" :", ":");
    for language in LANGUAGES {
        text = text.replace(&format!("{language}:"), ";");
    }
    let listed = parts(&text, ';')
        .into_iter()
        .flat_map(|part| by_commas(part, person));
    let each = listed.flat_map(|name| match whole_names(&name, person) {
        Some(names) => names,
        None => vec![name],
    });
    each.collect()
}

/// The names between commas. A firm's name may hold commas itself: what goes on in small letters belongs to it.
fn by_commas(text: &str, person: bool) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut pieces = 0;
    for piece in parts(text, ',') {
        let joined = ["or ", "and "].iter().find_map(|w| piece.strip_prefix(w));
        let alone = joined.unwrap_or(piece).trim_start();
        let goes_on = BEHIND.contains(&piece) || !person && goes_on(alone);
        match names.last_mut() {
            Some(name) if goes_on && pieces < limits::LIST_NAME_PIECES_MAX => {
                name.push_str(", ");
                name.push_str(piece);
                pieces += 1;
            }
            _ => {
                names.push(alone.to_owned());
                pieces = 1;
            }
        }
    }
    names
}

/// Whether it is in small letters and does not begin as a name may.
fn goes_on(piece: &str) -> bool {
    let first = piece.split_whitespace().next().unwrap_or_default();
    let name = PARTICLES.contains(&first) || PREFIXES.iter().any(|p| first.starts_with(p));
    piece.starts_with(char::is_lowercase) && !name
}

/// The names between slashes or "or", where each of them is one by itself and not only a word that may take another's place. "And"
/// may stand in the name of a firm.
fn whole_names(text: &str, person: bool) -> Option<Vec<String>> {
    let mut spaced = text.replace("/ ", " or ").replace(" /", " or ");
    if person {
        spaced = spaced.replace(" and ", " or ");
    }
    let names: Vec<String> = spaced.split(" or ").map(squeeze).collect();
    let whole = names.iter().all(|name| name.contains(' '));
    (names.len() > 1 && whole).then_some(names)
}

/// "Belarus / Bélarus" is written in both languages.
fn english(country: &str) -> &str {
    country.split(" / ").next().unwrap_or(country).trim()
}
