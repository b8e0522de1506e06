//! The shape of the content: closed fields, closed codes, lengths (GEN-10), and characters that do not belong in a name
//! or a text (GEN-04). What a date says is in [`super::dates`].

use serde_json::Value;

use super::content::{Answer, Node};
use super::fields::{Field, Kind, MLA, Shape};
use super::{Case, Findings};
use crate::finding::{Finding, Level};
use crate::limits::{CONTENT_TEXT_CHARS_MAX, FINDINGS_MAX, LINE_CHARS_MAX};

const SOURCE: &str = "requests 3.12";
/// Codes of one list field.
const CODES_IN_FIELD_MAX: usize = 64;

pub(super) fn gen_04_and_10(case: &Case<'_>, out: &mut Findings) {
    match case.content.value() {
        Some(Value::Object(_)) => walk(case.content, MLA, "", out),
        _ => out.push(refused("", "not_an_object")),
    }
}

/// Calls `leaf` for every leaf of the closed list that is present under `node`.
pub(super) fn each_leaf<'a>(
    node: Node<'a>,
    fields: &[Field],
    at: &str,
    leaf: &mut dyn FnMut(Node<'a>, Kind, &str, String),
) {
    for (name, shape) in fields {
        let field = node.get(name);
        if field.value().is_none() {
            continue;
        }
        match shape {
            Shape::Leaf(kind) => leaf(field, *kind, name, format!("{at}/{name}")),
            Shape::Object(inner) => each_leaf(field, inner, &format!("{at}/{name}"), leaf),
            Shape::List(inner, count_max) => {
                for (index, item) in field.items().take(*count_max) {
                    each_leaf(item, inner, &format!("{at}/{name}/{index}"), leaf);
                }
            }
            Shape::Open => {}
        }
    }
}

fn refused(field: &str, problem: &str) -> Finding {
    Finding::new(Level::Block, "GEN-10", field, SOURCE)
        .with("field", field)
        .with("problem", problem)
}

fn walk(node: Node<'_>, fields: &[Field], at: &str, out: &mut Findings) {
    let Some(Value::Object(map)) = node.value() else {
        return;
    };
    for (name, value) in map {
        if out.len() >= FINDINGS_MAX {
            return;
        }
        let pointer = format!("{at}/{}", escape(name));
        let Some((_, shape)) = fields.iter().find(|(known, _)| known == name) else {
            out.push(refused(&pointer, "unknown_field"));
            continue;
        };
        let inner = Node::root(value);
        match shape {
            Shape::Leaf(kind) => leaf(inner, *kind, &pointer, out),
            Shape::Open => {}
            Shape::Object(fields) => match value {
                Value::Object(_) => walk(inner, fields, &pointer, out),
                _ if matches!(inner.answer(), Answer::Given(_)) => {
                    out.push(refused(&pointer, "wrong_kind"));
                }
                _ => {}
            },
            Shape::List(fields, count_max) => list(inner, (fields, *count_max), &pointer, out),
        }
    }
}

fn list(node: Node<'_>, (fields, count_max): (&[Field], usize), at: &str, out: &mut Findings) {
    if node.given() && !matches!(node.value(), Some(Value::Array(_))) {
        out.push(refused(at, "wrong_kind"));
    }
    for (index, item) in node.items() {
        if index >= count_max {
            out.push(refused(at, "too_many"));
            return;
        }
        let pointer = format!("{at}/{index}");
        if matches!(item.value(), Some(Value::Object(_))) {
            walk(item, fields, &pointer, out);
        } else if item.given() {
            out.push(refused(&pointer, "wrong_kind"));
        }
    }
}

fn leaf(node: Node<'_>, kind: Kind, at: &str, out: &mut Findings) {
    let value = match node.answer() {
        Answer::Given(value) => value,
        Answer::Withheld(reason) => return text(reason, Kind::Prose, at, out),
        _ => return,
    };
    let fits = match kind {
        Kind::Name | Kind::Line | Kind::Prose | Kind::Text => match node.text() {
            Some(given) => {
                text(given, kind, at, out);
                kind == Kind::Text || value.is_string()
            }
            None => value.is_number(),
        },
        Kind::Code(list) => node.text().is_some_and(|code| list.contains(&code)),
        Kind::Codes(list) => codes(node, &|code| list.contains(&code)),
        Kind::Language => node.text().is_some_and(is_language),
        Kind::Languages => codes(node, &is_language),
        Kind::State => node.text().is_some_and(is_state),
        Kind::States => codes(node, &is_state),
        Kind::YesNo => node.yes() || node.no(),
        Kind::Number => node.number().is_some(),
        Kind::Digest => node
            .text()
            .is_some_and(|text| text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit())),
        // Dates and zones are GEN-03's.
        Kind::Date | Kind::PartialDate | Kind::Zone => value.is_string(),
    };
    if !fits {
        let problem = match kind {
            Kind::Code(_) | Kind::Codes(_) => "unknown_code",
            _ => "wrong_kind",
        };
        out.push(refused(at, problem));
    }
}

fn text(given: &str, kind: Kind, at: &str, out: &mut Findings) {
    let chars_max = match kind {
        Kind::Name | Kind::Line => LINE_CHARS_MAX,
        _ => CONTENT_TEXT_CHARS_MAX,
    };
    if given.chars().count() > chars_max {
        out.push(refused(at, "too_long").with("max", chars_max.to_string()));
    }
    if let Some(bad) = given.chars().find(|c| is_hostile(*c, kind)) {
        out.push(
            Finding::new(Level::Block, "GEN-04", at, SOURCE)
                .with("field", at)
                .with("character", format!("U+{:04X}", u32::from(bad))),
        );
    }
}

/// Characters that hide or reorder what is read. In a name nothing invisible stands; in a text lines may break.
fn is_hostile(c: char, kind: Kind) -> bool {
    let reorders = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let invisible = matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{061C}' | '\u{00AD}');
    match kind {
        Kind::Name => c.is_control() || reorders || invisible,
        Kind::Line => c.is_control() || reorders,
        _ => (c.is_control() && !matches!(c, '\n' | '\r' | '\t')) || reorders,
    }
}

fn codes(node: Node<'_>, known: &dyn Fn(&str) -> bool) -> bool {
    let codes = node.codes();
    let all_texts = match node.value() {
        Some(Value::Array(items)) => items.iter().all(Value::is_string),
        Some(Value::String(_)) => true,
        _ => false,
    };
    all_texts
        && codes.len() <= CODES_IN_FIELD_MAX
        && codes.iter().all(|code| is_answer(code) || known(code))
}

fn is_answer(code: &str) -> bool {
    matches!(code, "unknown" | "not_applicable")
}

/// A language tag: letters, digits and hyphens, at most 35 characters (RFC 5646, 4.4.1).
fn is_language(text: &str) -> bool {
    (2..=35).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && text.bytes().take(2).all(|b| b.is_ascii_alphabetic())
}

fn is_state(text: &str) -> bool {
    (2..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase())
}

/// A name as a token of a JSON Pointer (RFC 6901, section 3), cut where it is longer than any name of ours.
fn escape(name: &str) -> String {
    let short: String = name.chars().take(80).collect();
    short.replace('~', "~0").replace('/', "~1")
}
