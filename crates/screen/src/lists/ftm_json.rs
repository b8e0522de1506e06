//! FollowTheMoney records, one JSON object a line, as OpenSanctions and yente exchange them. Schemata and properties that the model
//! does not know are kept and counted; links are records of their own; a record inside of a record becomes one beside it.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::book::Book;
use super::error::{Fault, ReadError};
use super::{Format, ListFile, text_of};
use crate::entity::Entity;
use crate::ftm::{self, Schema};
use crate::limits;

/// Records may stand inside of records this deep.
const NESTED_MAX: usize = 8;

/// Reads the list. A record that comes in several pieces (the same id) is put together.
pub(crate) fn read(bytes: &[u8], seen: &mut dyn FnMut(u64)) -> Result<ListFile, ReadError> {
    let text = text_of(bytes)?;
    let mut book = Book::new(Format::FtmJson.dataset());
    let mut dropped = BTreeMap::new();
    lines(text, seen, |object, line| {
        let mut found = Found::default();
        let entity = record(object, &mut found, 0)?;
        let nested = std::mem::take(&mut found.nested);
        keep(&mut book, entity, line)?;
        for entity in nested {
            match book.known(&entity.id) {
                Some(_) => {}
                None => keep(&mut book, entity, line)?,
            }
        }
        found.unread.iter().for_each(|name| book.unread(name));
        for (name, times) in found.dropped {
            *dropped.entry(name.to_owned()).or_default() += times;
        }
        Ok(())
    })?;
    let mut list = book.finish(bytes)?;
    list.dropped = dropped;
    list.generated_at = newest(&list.records);
    Ok(list)
}

fn keep(book: &mut Book, entity: Entity, line: u64) -> Result<(), Fault> {
    let Some(known) = book.known(&entity.id) else {
        let number = entity.id.clone();
        return book.push(entity, &number, line);
    };
    for (property, values) in &entity.properties {
        let there = known.properties.entry(property.clone()).or_default();
        let room = limits::LIST_RECORD_ELEMENTS_MAX.saturating_sub(there.len());
        let known_values: std::collections::BTreeSet<String> = there.iter().cloned().collect();
        let new = values.iter().filter(|v| !known_values.contains(*v));
        there.extend(new.take(room).cloned());
    }
    let known_lists: Vec<String> = known.datasets.clone();
    let lists = entity.datasets.into_iter();
    known
        .datasets
        .extend(lists.filter(|l| !known_lists.contains(l)));
    book.unread("a piece of a record read before (put together)");
    Ok(())
}

/// Names list and version; the lists that a record itself names stay behind the importer's.
pub(crate) fn stamp(list: &mut ListFile, dataset: &str, version: &str) {
    list.dataset = dataset.to_owned();
    for record in &mut list.records {
        record.datasets.retain(|name| name != dataset);
        record.datasets.insert(0, dataset.to_owned());
        if let Some(origin) = &mut record.origin {
            origin.list = dataset.to_owned();
            origin.version = version.to_owned();
        }
    }
}

/// The newest day any record was seen or changed: the list is at least as new.
fn newest(records: &[Entity]) -> String {
    let days = records
        .iter()
        .flat_map(|r| [&r.last_seen, &r.last_change].into_iter().flatten());
    days.filter_map(|day| day.get(..10))
        .filter(|day| crate::dates::parse(day).is_some())
        .max()
        .unwrap_or_default()
        .to_owned()
}

/// Gives each line's object to `take`.
///
/// # Errors
/// A line that is no JSON object; a last line that was cut.
pub(crate) fn lines(
    text: &str,
    seen: &mut dyn FnMut(u64),
    mut take: impl FnMut(&Map<String, Value>, u64) -> Result<(), Fault>,
) -> Result<(), ReadError> {
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let number = number as u64 + 1;
        let place = |fault| ReadError {
            fault,
            byte: at as u64,
            line: number,
            element: String::new(),
        };
        if line.len() > limits::LIST_LINE_BYTES_MAX {
            return Err(place(Fault::TooBig {
                what: "line (bytes)",
                max: limits::LIST_LINE_BYTES_MAX,
            }));
        }
        if !line.trim().is_empty() {
            let value: Value = serde_json::from_str(line).map_err(|e| {
                let cut = e.is_eof() && at + line.len() == text.len();
                place(match cut {
                    true => Fault::Truncated,
                    false => Fault::Malformed(e.to_string()),
                })
            })?;
            let Value::Object(object) = value else {
                let fault = Fault::Malformed("a line that is no JSON object".into());
                return Err(place(fault));
            };
            take(&object, number).map_err(place)?;
        }
        at += line.len();
        seen(at as u64);
    }
    Ok(())
}

/// What was met in a record besides its values.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) unread: Vec<String>,
    pub(crate) dropped: Vec<(&'static str, usize)>,
    pub(crate) nested: Vec<Entity>,
}

/// One record.
pub(crate) fn record(
    object: &Map<String, Value>,
    found: &mut Found,
    depth: usize,
) -> Result<Entity, Fault> {
    let text = |key: &str| object.get(key).and_then(Value::as_str).unwrap_or_default();
    let (id, schema) = (text("id").trim(), text("schema").trim());
    if id.is_empty() || id.chars().count() > 255 {
        return Err(Fault::Missing {
            field: "id",
            expected: "the record's id, at most 255 characters",
        });
    }
    if schema.is_empty() || schema.chars().count() > 64 {
        return Err(Fault::Missing {
            field: "schema",
            expected: "a schema, as \"Person\"",
        });
    }
    let list = |key: &str| -> Vec<String> {
        let values = object.get(key).and_then(Value::as_array);
        let texts = values.into_iter().flatten().filter_map(Value::as_str);
        texts
            .map(str::to_owned)
            .take(limits::LIST_RECORD_ELEMENTS_MAX)
            .collect()
    };
    let when = |key: &str| Some(text(key).to_owned()).filter(|t| !t.is_empty() && t.len() <= 64);
    let mut entity = Entity {
        id: id.to_owned(),
        schema: schema.to_owned(),
        caption: text("caption").to_owned(),
        datasets: list("datasets"),
        referents: list("referents"),
        target: object.get("target").and_then(Value::as_bool),
        first_seen: when("first_seen"),
        last_seen: when("last_seen"),
        last_change: when("last_change"),
        ..Entity::default()
    };
    let known = Schema::of(schema);
    if known.is_none() {
        found.unread.push(format!("schema {schema}"));
    }
    let properties = object.get("properties").and_then(Value::as_object);
    let mut values = 0;
    for (name, value) in properties.into_iter().flatten() {
        let each = match value {
            Value::Array(values) => values.as_slice(),
            one => std::slice::from_ref(one),
        };
        values += each.len();
        if values > limits::LIST_RECORD_ELEMENTS_MAX {
            return Err(Fault::TooBig {
                what: "record (values)",
                max: limits::LIST_RECORD_ELEMENTS_MAX,
            });
        }
        if let Some(name) = ftm::NOT_KEPT.into_iter().find(|n| n == name) {
            found.dropped.push((name, each.len()));
            continue;
        }
        if known.is_some_and(|s| s.property(name).is_none()) {
            found.unread.push(format!("property {schema}:{name}"));
        }
        add_all(&mut entity, name, each, found, depth)?;
    }
    Ok(entity)
}

fn add_all(
    entity: &mut Entity,
    property: &str,
    values: &[Value],
    found: &mut Found,
    depth: usize,
) -> Result<(), Fault> {
    let mut seen = std::collections::BTreeSet::new();
    let mut texts = Vec::with_capacity(values.len());
    for value in values {
        let text = match value {
            Value::String(text) => text.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Bool(yes) => yes.to_string(),
            Value::Object(inside) if depth < NESTED_MAX => nested(inside, found, depth)?,
            Value::Object(_) | Value::Array(_) => {
                found
                    .unread
                    .push(format!("a value of {property} that is no text"));
                continue;
            }
            Value::Null => continue,
        };
        if text.len() > limits::LIST_TEXT_BYTES_MAX {
            return Err(Fault::TooBig {
                what: "text of a value (bytes)",
                max: limits::LIST_TEXT_BYTES_MAX,
            });
        }
        if !text.is_empty() && seen.insert(text.clone()) {
            texts.push(text);
        }
    }
    if !texts.is_empty() {
        entity.properties.insert(property.to_owned(), texts);
    }
    Ok(())
}

/// A record inside of a record: its id stands for it, and it is kept beside.
fn nested(inside: &Map<String, Value>, found: &mut Found, depth: usize) -> Result<String, Fault> {
    let id = inside.get("id").and_then(Value::as_str).unwrap_or_default();
    let whole = inside.get("schema").and_then(Value::as_str).is_some();
    if !id.is_empty() && whole {
        let entity = record(inside, found, depth + 1)?;
        found.nested.push(entity);
    }
    Ok(id.trim().to_owned())
}
