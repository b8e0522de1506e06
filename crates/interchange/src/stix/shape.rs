//! The shapes that a property may have, and the walk over them.

use model::coded;
use serde_json::{Map, Value};

use super::{FAULTS_TOLD_MAX, forms};

coded! {
    /// What is wrong at a path.
    pub enum Why {
        /// A property that must be there is not.
        Missing = "missing",
        /// Of another JSON type, or null.
        Type = "type",
        /// An empty list or object.
        Empty = "empty",
        /// Not of the form: id, time, digest, address.
        Form = "form",
        /// A reference to what it must not refer to.
        Reference = "reference",
        /// Not in a closed vocabulary.
        Vocabulary = "vocabulary",
        /// Beyond the numbers allowed.
        Range = "range",
        /// A property that must not be called so, or not be there.
        Name = "name",
        /// Properties that do not go together, or one of several that is wanting.
        Together = "together",
        /// A selector that selects nothing.
        Selector = "selector",
        /// Another object with the same id says something else.
        Changed = "changed",
        /// Somebody else made it.
        Creator = "creator",
        /// It was revoked, for good.
        Revoked = "revoked",
        /// A later version is held.
        Order = "order",
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Where: a JSON Pointer into the object.
    pub path: String,
    /// Why.
    pub why: Why,
    /// What was expected there.
    pub what: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {} ({})", self.path, self.why, self.what)
    }
}

/// What has been found so far.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub(super) faults: Vec<Fault>,
}

impl Told {
    pub(super) fn add(&mut self, path: &str, why: Why, what: &str) {
        if self.faults.len() < FAULTS_TOLD_MAX {
            self.faults.push(Fault {
                path: path.to_owned(),
                why,
                what: what.to_owned(),
            });
        }
    }
}

/// A form of a text, with its name.
pub(super) type Form = (&'static str, fn(&str) -> bool);

/// The shape of one property.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shape {
    /// A text.
    Text,
    /// True or false.
    Flag,
    /// Nothing.
    Null,
    /// A whole number within bounds.
    Whole(i64, i64),
    /// A number within bounds.
    Number(f64, f64),
    /// A time in UTC with at least so many digits of a second.
    Time(usize),
    /// An id.
    Id,
    /// An id of one of these types.
    IdOf(&'static [&'static str]),
    /// An id of none of these types.
    IdNot(&'static [&'static str]),
    /// A text of a form.
    Form(Form),
    /// One of these texts.
    OneOf(&'static [&'static str]),
    /// A list of at least so many.
    List(&'static Shape, usize),
    /// A text, or a list of texts of which there are at least two.
    Texts,
    /// An object whose properties are in a table.
    Parts(&'static Parts),
    /// An object with keys of a form and no empty values.
    Dictionary,
    /// The same, all values of this shape.
    Each(&'static Shape),
    /// Digests by algorithm.
    Hashes,
    /// Extensions by name, each with its table; a name that is not here holds a dictionary.
    Extensions(&'static [(&'static str, &'static Parts)]),
    /// Whatever a function finds.
    Law(fn(&Value, &str, &mut Told)),
}

/// Any whole number.
pub(super) const WHOLE: Shape = Shape::Whole(i64::MIN, i64::MAX);
/// A count of bytes or things.
pub(super) const COUNT: Shape = Shape::Whole(0, i64::MAX);
/// Any time.
pub(super) const TIME: Shape = Shape::Time(0);
/// A list of texts, not empty.
pub(super) const TEXTS: Shape = Shape::List(&Shape::Text, 1);
/// Hexadecimal.
pub(super) const HEX: Shape = Shape::Form(("hex", forms::hex));

/// The properties of an object and what they need of each other.
#[derive(Debug)]
pub(super) struct Parts {
    /// Properties that must be there.
    pub(super) must: &'static [&'static str],
    /// Properties of one shape, parted by spaces, and the shape.
    pub(super) fields: &'static [(&'static str, Shape)],
    /// What they need of each other.
    pub(super) needs: &'static [Need],
    /// Whether nothing else may stand there.
    pub(super) closed: bool,
}

impl Parts {
    /// Properties of which some must be there, and no more.
    pub(super) const fn of(
        must: &'static [&'static str],
        fields: &'static [(&'static str, Shape)],
    ) -> Self {
        Self {
            must,
            fields,
            needs: &[],
            closed: false,
        }
    }

    /// The same, with needs.
    pub(super) const fn with(
        must: &'static [&'static str],
        fields: &'static [(&'static str, Shape)],
        needs: &'static [Need],
    ) -> Self {
        Self {
            must,
            fields,
            needs,
            closed: false,
        }
    }
}

/// What properties need of each other.
#[derive(Debug, Clone, Copy)]
pub(super) enum Need {
    /// At least one of these, parted by spaces.
    Any(&'static str),
    /// Exactly one of these, parted by spaces.
    One(&'static str),
    /// The first only with the second.
    With(&'static str, &'static str),
    /// When the flag is true: the first list must be there, the second must not.
    If(
        &'static str,
        bool,
        &'static [&'static str],
        &'static [&'static str],
    ),
    /// Not when the list of the first property lacks this text.
    OnlyIfListed(&'static str, &'static str, &'static str),
}

/// Holds an object against its table.
pub(super) fn parts(map: &Map<String, Value>, table: &Parts, path: &str, told: &mut Told) {
    for name in table.must {
        if !map.contains_key(*name) {
            told.add(&format!("{path}/{name}"), Why::Missing, name);
        }
    }
    for (names, shape) in table.fields {
        for name in names.split_ascii_whitespace() {
            if let Some(value) = map.get(name) {
                check(value, shape, &format!("{path}/{name}"), told);
            }
        }
    }
    if table.closed {
        let known = |name: &&String| {
            let mut names = table
                .fields
                .iter()
                .flat_map(|(names, _)| names.split_ascii_whitespace());
            names.any(|known| known == name.as_str())
        };
        for name in map.keys().filter(|name| !known(name)) {
            told.add(&at(path, name), Why::Name, name);
        }
    }
    for need in table.needs {
        self::need(map, need, path, told);
    }
}

fn need(map: &Map<String, Value>, need: &Need, path: &str, told: &mut Told) {
    let has = |name: &&&str| map.contains_key(**name);
    let count = |names: &str| {
        let words = names.split_ascii_whitespace();
        words.filter(|name| map.contains_key(*name)).count()
    };
    match *need {
        Need::Any(names) if count(names) == 0 => {
            told.add(path, Why::Together, &format!("one of {names}"));
        }
        Need::One(names) if count(names) != 1 => {
            told.add(path, Why::Together, &format!("exactly one of {names}"));
        }
        Need::With(one, other) if map.contains_key(one) && !map.contains_key(other) => {
            told.add(
                &format!("{path}/{one}"),
                Why::Together,
                &format!("only with {other}"),
            );
        }
        Need::If(flag, value, must, never) if map.get(flag) == Some(&Value::Bool(value)) => {
            for name in must.iter().filter(|name| !has(name)) {
                told.add(&format!("{path}/{name}"), Why::Missing, name);
            }
            for name in never.iter().filter(has) {
                told.add(
                    &format!("{path}/{name}"),
                    Why::Together,
                    &format!("not with {flag}"),
                );
            }
        }
        Need::OnlyIfListed(name, list, text) if map.contains_key(name) => {
            let listed = map.get(list).and_then(Value::as_array);
            if listed.is_some_and(|all| !all.iter().any(|one| one == text)) {
                told.add(
                    &format!("{path}/{name}"),
                    Why::Together,
                    &format!("only with {text}"),
                );
            }
        }
        _ => {}
    }
}

/// A step of a JSON Pointer (RFC 6901).
pub(super) fn at(path: &str, name: &str) -> String {
    format!("{path}/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// Holds a value against a shape.
pub(super) fn check(value: &Value, shape: &Shape, path: &str, told: &mut Told) {
    match shape {
        Shape::Flag if value.is_boolean() => {}
        Shape::Null if value.is_null() => {}
        Shape::Whole(low, high) if whole(value).is_some() => {
            if !whole(value).is_some_and(|number| (*low..=*high).contains(&number)) {
                told.add(path, Why::Range, "whole number");
            }
        }
        Shape::Number(low, high) if value.is_number() => {
            if !value
                .as_f64()
                .is_some_and(|number| (*low..=*high).contains(&number))
            {
                told.add(path, Why::Range, "number");
            }
        }
        Shape::List(each, least) if value.is_array() => {
            let list = value.as_array().map(Vec::as_slice).unwrap_or_default();
            if list.len() < *least {
                told.add(path, Why::Empty, "list");
            }
            for (place, one) in list.iter().enumerate() {
                check(one, each, &format!("{path}/{place}"), told);
            }
        }
        Shape::Texts => match value {
            Value::Array(list) if list.len() >= 2 => check(value, &TEXTS, path, told),
            Value::String(_) => {}
            _ => told.add(path, Why::Type, "text, or two or more"),
        },
        Shape::Law(law) => law(value, path, told),
        Shape::Parts(_)
        | Shape::Dictionary
        | Shape::Each(_)
        | Shape::Hashes
        | Shape::Extensions(_) => match value.as_object() {
            Some(map) => object(map, shape, path, told),
            None => told.add(path, Why::Type, "object"),
        },
        _ => match value.as_str() {
            Some(text) => self::text(text, shape, path, told),
            None => told.add(path, Why::Type, name(shape)),
        },
    }
}

const fn name(shape: &Shape) -> &'static str {
    match shape {
        Shape::Flag => "true or false",
        Shape::Null => "null",
        Shape::Whole(..) => "whole number",
        Shape::Number(..) => "number",
        Shape::List(..) => "list",
        Shape::Time(_) => "time",
        Shape::Id | Shape::IdOf(_) | Shape::IdNot(_) => "id",
        Shape::Form((name, _)) => name,
        _ => "text",
    }
}

/// A whole number, `1.0` being one.
fn whole(value: &Value) -> Option<i64> {
    let float = || {
        let number = value.as_f64()?;
        // Doubles this small are exact as whole numbers.
        #[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
        (number.fract() == 0.0 && number.abs() < 9.0e15).then_some(number as i64)
    };
    value.as_i64().or_else(float)
}

fn text(text: &str, shape: &Shape, path: &str, told: &mut Told) {
    match shape {
        Shape::Text => {}
        Shape::Time(digits) => {
            if forms::time(text).is_none_or(|found| found < *digits) {
                told.add(path, Why::Form, "time");
            }
        }
        Shape::Id | Shape::IdOf(_) | Shape::IdNot(_) if !forms::id(text) => {
            told.add(path, Why::Form, "id");
        }
        Shape::Id => {}
        Shape::IdOf(kinds) => {
            if !kinds.iter().any(|kind| forms::begins(text, kind)) {
                told.add(path, Why::Reference, &kinds.join(", "));
            }
        }
        Shape::IdNot(kinds) => {
            if kinds.iter().any(|kind| forms::begins(text, kind)) {
                told.add(path, Why::Reference, "id of another type");
            }
        }
        Shape::Form((name, form)) => {
            if !form(text) {
                told.add(path, Why::Form, name);
            }
        }
        Shape::OneOf(words) => {
            if !words.contains(&text) {
                told.add(path, Why::Vocabulary, &words.join(", "));
            }
        }
        other => told.add(path, Why::Type, name(other)),
    }
}

fn object(map: &Map<String, Value>, shape: &Shape, path: &str, told: &mut Told) {
    if let Shape::Parts(table) = shape {
        return parts(map, table, path, told);
    }
    if map.is_empty() {
        return told.add(path, Why::Empty, "object");
    }
    for (name, value) in map {
        let here = at(path, name);
        if !forms::key(name) {
            told.add(&here, Why::Name, name);
        }
        match shape {
            Shape::Each(each) => check(value, each, &here, told),
            Shape::Hashes => match value.as_str() {
                Some(digest) if name.len() >= 3 && forms::digest(name, digest) => {}
                _ => told.add(&here, Why::Form, "digest"),
            },
            Shape::Extensions(tables) => match tables.iter().find(|(known, _)| known == name) {
                Some((_, table)) => check(value, &Shape::Parts(table), &here, told),
                None => check(value, &Shape::Dictionary, &here, told),
            },
            _ => filled(value, &here, told),
        }
    }
}

/// Whether a value of a dictionary or property is neither null nor an empty list.
pub(super) fn filled(value: &Value, path: &str, told: &mut Told) {
    match value {
        Value::Null => told.add(path, Why::Type, "a value"),
        Value::Array(list) if list.is_empty() => told.add(path, Why::Empty, "list"),
        _ => {}
    }
}
