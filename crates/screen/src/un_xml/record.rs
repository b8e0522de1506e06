//! One record of the consolidated list: which element becomes which property.

use std::collections::BTreeMap;

use crate::country;
use crate::dates::{self, Day};
use crate::entity::{Entity, prop};
use crate::lists::Fault;
use crate::lists::xml::{Node, squeeze};
use crate::names::written;

/// Before the list's own number in an id.
pub(super) const ID_PREFIX: &str = "un-";

/// Elements that say nothing about the person: sort keys, version numbers, the submitting State's own dates.
const SILENT: &[&str] = &[
    "VERSIONNUM",
    "SORT_KEY",
    "SORT_KEY_LAST_MOD",
    "SUBMITTED_ON",
    "SUBMITTED_BY",
];

fn values(node: &Node) -> impl Iterator<Item = String> {
    node.all("VALUE").map(Node::clean).filter(|v| !v.is_empty())
}

/// The record as an entity. Elements not understood are counted in `unread`.
pub(super) fn entity(
    node: &Node,
    schema: &str,
    unread: &mut BTreeMap<String, usize>,
) -> Result<Entity, Fault> {
    let number = node.child("DATAID");
    if number.is_empty() || number.len() > 40 {
        return Err(Fault::Missing {
            field: "DATAID",
            expected: "the record's number",
        });
    }
    let mut entity = Entity {
        id: format!("{ID_PREFIX}{number}"),
        schema: schema.to_owned(),
        datasets: vec![super::DATASET.to_owned()],
        ..Entity::default()
    };
    let parts =
        ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"].map(|name| node.child(name));
    let full = squeeze(&parts.join(" "));
    add_name(&mut entity, prop::NAME, &full);
    for child in &node.children {
        if !take(&mut entity, child) {
            *unread.entry(child.name.clone()).or_default() += 1;
        }
    }
    let shown = [
        prop::NAME,
        prop::ALIAS,
        prop::WEAK_ALIAS,
        prop::PREVIOUS_NAME,
    ];
    match shown.iter().find_map(|property| entity.first(property)) {
        Some(first) => {
            entity.caption = if full.is_empty() {
                first.to_owned()
            } else {
                full
            }
        }
        None => {
            return Err(Fault::Missing {
                field: "FIRST_NAME",
                expected: "at least one name",
            });
        }
    }
    Ok(entity)
}

/// Takes one element of a record into the entity; false where it is unknown.
fn take(entity: &mut Entity, node: &Node) -> bool {
    match node.name.as_str() {
        "DATAID" | "FIRST_NAME" | "SECOND_NAME" | "THIRD_NAME" | "FOURTH_NAME" => {}
        name if SILENT.contains(&name) => {}
        "NAME_ORIGINAL_SCRIPT" => add_name(entity, prop::NAME, &node.clean()),
        "INDIVIDUAL_ALIAS" | "ENTITY_ALIAS" => alias(entity, node),
        "INDIVIDUAL_DATE_OF_BIRTH" => birth(entity, node),
        "INDIVIDUAL_PLACE_OF_BIRTH" => birth_place(entity, node),
        "INDIVIDUAL_DOCUMENT" => document(entity, node),
        "INDIVIDUAL_ADDRESS" | "ENTITY_ADDRESS" => address(entity, node),
        "NATIONALITY" => {
            let property = if entity.is_person() {
                prop::NATIONALITY
            } else {
                prop::COUNTRY
            };
            values(node).for_each(|v| entity.add(property, &country::code_or_text(&v)));
        }
        "GENDER" => entity.add(prop::GENDER, &node.clean().to_lowercase()),
        "TITLE" => values(node).for_each(|v| entity.add(prop::TITLE, &v)),
        "DESIGNATION" => values(node).for_each(|v| entity.add(prop::POSITION, &v)),
        "LIST_TYPE" => values(node).for_each(|v| entity.add(prop::LIST_TYPE, &v)),
        "UN_LIST_TYPE" => entity.add(prop::PROGRAM, &node.clean()),
        "REFERENCE_NUMBER" => entity.add(prop::REFERENCE, &node.clean()),
        "LISTED_ON" => entity.add(prop::LISTED_ON, &day_of(&node.clean())),
        "LAST_DAY_UPDATED" => {
            if let Some(last) = values(node).map(|v| day_of(&v)).max() {
                entity.add(prop::MODIFIED_AT, &last);
            }
        }
        "COMMENTS1" => comments(entity, &node.clean()),
        _ => return false,
    }
    true
}

/// The day of a date with a time or a zone behind it; other text stays as it is.
fn day_of(text: &str) -> String {
    match text.get(..10) {
        Some(day) if dates::parse(day).is_some() => day.to_owned(),
        _ => text.to_owned(),
    }
}

fn add_name(entity: &mut Entity, property: &str, text: &str) {
    let found = written::names_in(text);
    for name in &found.names {
        entity.add(property, name);
    }
    for remark in &found.remarks {
        entity.add(
            prop::NOTES,
            &format!(
                "{}: {remark}",
                found.names.first().map_or(text, String::as_str)
            ),
        );
    }
}

fn alias(entity: &mut Entity, node: &Node) {
    let (name, note) = (node.child("ALIAS_NAME"), node.child("NOTE"));
    let quality = node.child("QUALITY").to_lowercase();
    let former = quality.starts_with("f.k.a") || note.to_lowercase().contains("listed as");
    let property = match quality.as_str() {
        _ if former => prop::PREVIOUS_NAME,
        "low" => prop::WEAK_ALIAS,
        _ => prop::ALIAS,
    };
    add_name(entity, property, &name);
    if let Some(date) =
        dates::parse(&node.child("DATE_OF_BIRTH")).map(|_| node.child("DATE_OF_BIRTH"))
    {
        entity.add(prop::BIRTH_DATE, &date);
    }
    let place = join(&[node.child("CITY_OF_BIRTH"), node.child("COUNTRY_OF_BIRTH")]);
    entity.add(prop::BIRTH_PLACE, &place);
    if let Some(code) = country::code(&node.child("COUNTRY_OF_BIRTH")) {
        entity.add(prop::BIRTH_COUNTRY, code);
    }
    if !note.is_empty() {
        entity.add(prop::NOTES, &format!("{name}: {note}"));
    }
}

fn birth(entity: &mut Entity, node: &Node) {
    let (note, kind) = (node.child("NOTE"), node.child("TYPE_OF_DATE"));
    let about = if kind == "APPROXIMATELY" || note.to_lowercase().starts_with("approx") {
        "~"
    } else {
        ""
    };
    let (date, year) = (node.child("DATE"), node.child("YEAR"));
    let (from, to) = (node.child("FROM_YEAR"), node.child("TO_YEAR"));
    let text = if !date.is_empty() {
        format!("{}{about}", day_of(&date))
    } else if !from.is_empty() && !to.is_empty() {
        format!("{from}{about}/{to}{about}")
    } else if !year.is_empty() {
        in_words(&format!("{note} {year}")).unwrap_or(format!("{year}{about}"))
    } else {
        in_words(&note).unwrap_or_default()
    };
    if dates::parse(&text).is_some() {
        entity.add(prop::BIRTH_DATE, &text);
    } else if !text.is_empty() {
        entity.add(prop::NOTES, &format!("Date of birth: {text}"));
    }
    if !note.is_empty() && !note.to_lowercase().starts_with("approx") {
        entity.add(
            prop::NOTES,
            &format!("Date of birth: {}", squeeze(&format!("{year} {note}"))),
        );
    }
}

/// Dates that the list gives in words: "Nov. 1965", "Between Aug. and Sep. 1977", "15/11/1376 (Hijri Calendar)".
fn in_words(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    if lower.contains("hijri") {
        let numbers: Vec<u32> = lower
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|n| n.parse().ok())
            .collect();
        let [day, month, year] = numbers.as_slice() else {
            return None;
        };
        // The tabular calendar may be a day off, so only the month is claimed.
        let day = Day::from_hijri(i32::try_from(*year).ok()?, *month, *day)?;
        return Some(format!("{:04}-{:02}~", day.year, day.month));
    }
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    let year = words
        .iter()
        .find(|w| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit()))?;
    let months: Vec<usize> = words.iter().filter_map(|w| month(w)).collect();
    let other = words.iter().filter(|w| w != &year && month(w).is_none());
    if other
        .clone()
        .any(|w| !matches!(*w, "between" | "and" | "about" | "in"))
    {
        return None;
    }
    match months.as_slice() {
        [one] => Some(format!("{year}-{one:02}")),
        [one, two] => Some(format!("{year}-{one:02}/{year}-{two:02}")),
        _ => None,
    }
}

fn month(word: &str) -> Option<usize> {
    const MONTHS: &str = "jan feb mar apr may jun jul aug sep oct nov dec";
    let start = word
        .get(..3)
        .filter(|_| word.chars().all(char::is_alphabetic))?;
    MONTHS.split(' ').position(|m| m == start).map(|i| i + 1)
}

fn birth_place(entity: &mut Entity, node: &Node) {
    let country = node.child("COUNTRY");
    let parts = ["STREET", "CITY", "STATE_PROVINCE"].map(|name| node.child(name));
    let place = join(&[parts.as_slice(), std::slice::from_ref(&country)].concat());
    entity.add(prop::BIRTH_PLACE, &with_note(place, &node.child("NOTE")));
    if let Some(code) = country::code(&country) {
        entity.add(prop::BIRTH_COUNTRY, code);
    }
}

fn address(entity: &mut Entity, node: &Node) {
    let country = node.child("COUNTRY");
    let parts = ["STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE"].map(|name| node.child(name));
    let line = join(&[parts.as_slice(), std::slice::from_ref(&country)].concat());
    entity.add(prop::ADDRESS, &with_note(line, &node.child("NOTE")));
    if let Some(code) = country::code(&country) {
        entity.add(prop::COUNTRY, code);
    }
}

fn document(entity: &mut Entity, node: &Node) {
    let (number, kind) = (node.child("NUMBER"), node.child("TYPE_OF_DOCUMENT"));
    let kind = if kind.is_empty() {
        node.child("TYPE_OF_DOCUMENT2")
    } else {
        kind
    };
    let issuer = [
        node.child("ISSUING_COUNTRY"),
        node.child("COUNTRY_OF_ISSUE"),
    ];
    let issued = join(&[node.child("CITY_OF_ISSUE"), node.child("DATE_OF_ISSUE")]);
    let issuer = issuer
        .into_iter()
        .find(|text| !text.is_empty())
        .unwrap_or_default();
    let line = join(&[squeeze(&format!("{kind} {number}")), issuer, issued]);
    entity.add(prop::DOCUMENT, &with_note(line, &node.child("NOTE")));
    let about = format!("{kind} {number}").to_lowercase();
    let passport = ["passport", "passeport", "pasaporte"]
        .iter()
        .any(|word| about.contains(word));
    entity.add(
        if passport {
            prop::PASSPORT_NUMBER
        } else {
            prop::ID_NUMBER
        },
        &number,
    );
}

fn comments(entity: &mut Entity, text: &str) {
    entity.add(prop::NOTES, text);
    for (at, _) in text.match_indices("http") {
        let rest = text.get(at..).unwrap_or_default();
        let link = rest
            .split(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>'))
            .next()
            .unwrap_or_default();
        let link = link.trim_end_matches(['.', ',', ')', ';']);
        if link.starts_with("https://") || link.starts_with("http://") {
            entity.add(prop::SOURCE_URL, link);
        }
    }
}

fn join(parts: &[String]) -> String {
    parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

fn with_note(line: String, note: &str) -> String {
    match (line.is_empty(), note.is_empty()) {
        (_, true) => line,
        (true, false) => note.to_owned(),
        (false, false) => format!("{line} ({note})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_words() {
        for (text, expect) in [
            ("Nov. 1965", Some("1965-11")),
            ("August 1972", Some("1972-08")),
            ("Sep. 1982", Some("1982-09")),
            ("Between Aug. and Sep. 1977", Some("1977-08/1977-09")),
            ("15/11/1376 (Hijri Calendar)", Some("1957-06~")),
            ("42-45 years old", None),
            ("from false passport", None),
            ("1965", None),
            ("", None),
        ] {
            assert_eq!(in_words(text).as_deref(), expect, "{text}");
        }
    }
}
