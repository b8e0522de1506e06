//! What a program's query may hold: a schema that can be compared, and values in the form of their type.

use std::collections::BTreeMap;

use screen::Query;
use screen::ftm::Schema;

/// What a query that was read holds, and what of it was left aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned {
    /// To be asked.
    pub query: Query,
    /// Properties that its schema does not have.
    pub unknown: Vec<String>,
    /// Property and value that is none of the property's type.
    pub unread: Vec<(String, String)>,
}

/// Whether what cannot be used is refused, or left aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strict {
    /// Refused.
    Yes,
    /// Left aside.
    No,
}

/// Why a query is not asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QueryError {
    /// FollowTheMoney has no such schema.
    #[error("Unknown schema: {0:?}")]
    Schema(String),
    /// Its records cannot be compared.
    #[error("Non-matchable schema for query: {0}")]
    NotMatchable(String),
    /// The schema has no such property.
    #[error("Unknown property of {0}: {1:?}")]
    Property(String, String),
    /// A value that is none of its property's type.
    #[error("A value of {0} is none of its type ({1}); nothing was asked")]
    Value(String, &'static str),
    /// More values than are looked at.
    #[error("{0} has more than {max} values; nothing was asked", max = screen::limits::QUERY_VALUES_MAX)]
    TooMany(String),
}

/// Read a query: every value brought to the form of its type.
///
/// # Errors
/// A schema that is not known or cannot be compared; where `strict` says so, a property or value that cannot be used.
pub fn clean(
    schema: &str,
    properties: &BTreeMap<String, Vec<String>>,
    strict: Strict,
) -> Result<Cleaned, QueryError> {
    let known = Schema::of(schema).ok_or_else(|| QueryError::Schema(schema.to_owned()))?;
    if !known.matchable && known.name != "Thing" {
        return Err(QueryError::NotMatchable(known.name.to_owned()));
    }
    let mut cleaned = Cleaned {
        query: Query {
            schema: known.name.to_owned(),
            ..Query::default()
        },
        unknown: Vec::new(),
        unread: Vec::new(),
    };
    // "Thing" asks for every kind; its queries may hold what any kind has.
    let any = (known.name == "Thing").then(screen::ftm::model);
    for (name, values) in properties {
        let property = known
            .property(name)
            .or_else(|| any.and_then(|model| model.property(name)))
            .filter(|property| !property.stub);
        let Some(property) = property else {
            if strict == Strict::Yes {
                return Err(QueryError::Property(schema.to_owned(), name.clone()));
            }
            cleaned.unknown.push(name.clone());
            continue;
        };
        if strict == Strict::Yes && values.len() > screen::limits::QUERY_VALUES_MAX {
            return Err(QueryError::TooMany(name.clone()));
        }
        for value in values {
            match property.clean(value) {
                Some(value) => cleaned.query = cleaned.query.with(name, &value),
                None if value.trim().is_empty() => {}
                None if strict == Strict::Yes => {
                    return Err(QueryError::Value(name.clone(), property.type_name));
                }
                None => cleaned.unread.push((name.clone(), value.clone())),
            }
        }
    }
    Ok(cleaned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(values: &[(&str, &str)]) -> BTreeMap<String, Vec<String>> {
        let values = values.iter();
        values
            .map(|(p, v)| ((*p).to_owned(), vec![(*v).to_owned()]))
            .collect()
    }

    #[test]
    fn values_are_brought_to_their_form() {
        let properties = asked(&[
            ("name", " Ilvar  Tessaro "),
            ("country", "Norway"),
            ("birthDate", "1965-8-3"),
            ("shoeSize", "44"),
            ("gender", "seldom"),
        ]);
        let cleaned = clean("Person", &properties, Strict::No).unwrap();
        assert_eq!(cleaned.query.values("name"), ["Ilvar Tessaro"]);
        assert_eq!(cleaned.query.values("country"), ["no"]);
        assert_eq!(cleaned.query.values("birthDate"), ["1965-08-03"]);
        assert_eq!(cleaned.unknown, ["shoeSize"]);
        assert_eq!(cleaned.unread, [("gender".to_owned(), "seldom".to_owned())]);
    }

    #[test]
    fn what_cannot_be_asked_is_told() {
        let table = [
            ("Banana", ("name", "x"), "Unknown schema"),
            ("Sanction", ("name", "x"), "Non-matchable"),
            ("Person", ("shoeSize", "44"), "Unknown property"),
            ("Person", ("birthDate", "tomorrow"), "none of its type"),
        ];
        for (schema, value, expect) in table {
            let error = clean(schema, &asked(&[value]), Strict::Yes).unwrap_err();
            assert!(error.to_string().contains(expect), "{error}");
        }
    }
}
