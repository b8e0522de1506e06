//! STIX 2.1 (OASIS Standard, June 2021): whether the objects of others have the form they must, told per object by path and
//! reason; and what they may do to what is held (`admit`).
//!
//! The form is that of the JSON schemas of OASIS, written as tables of properties (`objects`, `observables`) over a few shapes
//! (`shape`). An object of a type that no table names has the form when its common properties have.

use rayon::prelude::*;
use serde_json::{Map, Value};

use crate::loss::{Mint, Taken};
use crate::marks::Policy;

mod admit;
mod core;
mod extensions;
mod forms;
mod objects;
mod observables;
mod record;
#[cfg(test)]
pub(crate) use record::tests as record_tests;
mod shape;
mod taken;

pub use admit::{Admission, Sender, Shelf, VERSIONS_MAX};
pub use record::{Names, stix_id, to_stix};
pub use shape::{Fault, Why};

/// Objects of one bundle.
pub const OBJECTS_MAX: usize = 1_000_000;
/// Objects that one thread looks at, at least, where several share the work.
const AT_ONCE: usize = 500;
/// Faults told of one object; what is wrong beyond them is not looked for.
pub const FAULTS_TOLD_MAX: usize = 16;

/// What is found of one object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Its place in the bundle.
    pub at: usize,
    /// Its type, as far as it says one.
    pub kind: String,
    /// Its id, as far as it says one.
    pub id: String,
    /// What is wrong, with the path (a JSON Pointer into the object); none when it has the form.
    pub faults: Vec<Fault>,
}

impl Verdict {
    /// Whether the object has the form.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.faults.is_empty()
    }
}

/// Whether an object has the form of its type.
#[must_use]
pub fn check_object(object: &Value) -> Vec<Fault> {
    let mut told = shape::Told::default();
    match object.as_object() {
        None => told.add("", Why::Type, "object"),
        Some(map) => core::check(map, &mut told),
    }
    told.faults
}

/// A bundle, each object of which was held against its form once; a text with a single object is a bundle of one.
#[derive(Debug, Clone)]
pub struct Bundle<'a> {
    /// The objects, each with what is wrong with it by itself.
    found: Vec<(&'a Value, Vec<Fault>)>,
}

impl<'a> Bundle<'a> {
    /// # Errors
    /// A [`Fault`] of the bundle itself: then nothing in it is looked at.
    pub fn of(bundle: &'a Value) -> Result<Self, Fault> {
        let objects = objects(bundle)?.into_par_iter().with_min_len(AT_ONCE);
        let found = objects.map(|object| (object, admit::faults(object)));
        Ok(Self {
            found: found.collect(),
        })
    }

    /// Whether each object has the form, and may stand beside those before it. What comes first under an id counts: a marking that
    /// changes, another's version and the same version with other content are faults, as is a selector of nothing. What only the
    /// sender's name decides is [`Bundle::taken`]'s.
    #[must_use]
    pub fn verdicts(&self) -> Vec<Verdict> {
        let mut shelf = Shelf::default();
        let one = |(at, (object, found)): (usize, &(&'a Value, Vec<Fault>))| Verdict {
            at,
            kind: text(object.as_object(), "type"),
            id: text(object.as_object(), "id"),
            faults: match shelf.take_found((object, found), Sender::Feed) {
                Admission::Refused(faults) => faults,
                Admission::Held(fault) | Admission::Alarm(fault) => vec![fault],
                Admission::Current | Admission::Older | Admission::Known => Vec::new(),
            },
        };
        self.found.iter().enumerate().map(one).collect()
    }
}

/// Whether each object of a bundle has the form, and may stand beside those before it: [`Bundle::verdicts`].
///
/// # Errors
/// A [`Fault`] of the bundle itself: then nothing in it is looked at.
pub fn check_bundle(bundle: &Value) -> Result<Vec<Verdict>, Fault> {
    Ok(Bundle::of(bundle)?.verdicts())
}

/// The records of a bundle: [`Bundle::taken`]; none of one that is no bundle.
#[must_use]
pub fn from_stix(bundle: &Value, policy: &Policy, names: Names<'_>, mint: Mint<'_>) -> Vec<Taken> {
    let bundle = Bundle::of(bundle);
    bundle.map_or_else(|_| Vec::new(), |bundle| bundle.taken(policy, names, mint))
}

/// The objects of a bundle, or the single object that stands for one.
///
/// # Errors
/// A [`Fault`] of the bundle itself.
pub fn objects(bundle: &Value) -> Result<Vec<&Value>, Fault> {
    let fault = |path: &str, why, what: &str| Fault {
        path: path.to_owned(),
        why,
        what: what.to_owned(),
    };
    let Some(map) = bundle.as_object() else {
        return Err(fault("", Why::Type, "object"));
    };
    if map.get("type").and_then(Value::as_str) != Some("bundle") {
        return Ok(vec![bundle]);
    }
    let id = map.get("id").and_then(Value::as_str);
    if !id.is_some_and(|id| forms::id_of(id, "bundle")) {
        return Err(fault("/id", Why::Form, "bundle"));
    }
    match map.get("objects") {
        None => Ok(Vec::new()),
        Some(Value::Array(list)) if list.len() > OBJECTS_MAX => {
            Err(fault("/objects", Why::Range, "objects"))
        }
        Some(Value::Array(list)) if !list.is_empty() => Ok(list.iter().collect()),
        Some(_) => Err(fault("/objects", Why::Type, "list")),
    }
}

/// A text of an object, empty where there is none.
pub(crate) fn text(map: Option<&Map<String, Value>>, name: &str) -> String {
    let found = map.and_then(|map| map.get(name)).and_then(Value::as_str);
    found.unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests;
