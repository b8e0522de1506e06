//! Questions for the lists: listed people, innocent people, and aliases that were taken off the lists before.

use std::path::Path;

use screen::Query;

use crate::data::Fault;
use crate::table::{Row, rows};

/// Somebody asked for.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) name: String,
    pub(crate) born: String,
    pub(crate) country: String,
    /// The records it may be; empty for an innocent.
    pub(crate) expected: Vec<String>,
}

impl Asked {
    /// The question, by name only, or with a date of birth and a country.
    pub(crate) fn query(&self, full: bool) -> Query {
        let query = Query::person(&self.name);
        if !full {
            return query;
        }
        query
            .with("birthDate", &self.born)
            .with("country", &self.country)
    }
}

/// Listed people with small alterations.
///
/// # Errors
/// The set cannot be read.
pub(crate) fn listed(data: &Path) -> Result<Vec<Asked>, Fault> {
    let rows = rows(&data.join("labelled/yente_positives_un.csv"))?;
    let asked = |row: &Row| Asked {
        name: row.cell("query_name").to_owned(),
        born: row.cell("dob").to_owned(),
        country: row.cell("country").to_owned(),
        expected: row
            .cell("expected_ids")
            .split(';')
            .map(str::to_owned)
            .collect(),
    };
    Ok(rows.iter().map(asked).collect())
}

/// Synthetic people, none of them listed; one of so many.
///
/// # Errors
/// A set cannot be read.
pub(crate) fn innocents(data: &Path, every: usize) -> Result<Vec<Asked>, Fault> {
    let mut all = Vec::new();
    for file in ["yente_negatives_global.csv", "yente_negatives_us.csv"] {
        let rows = rows(&data.join("labelled").join(file))?;
        all.extend(rows.iter().step_by(every).map(|row| Asked {
            name: row.cell("full_name").to_owned(),
            born: row.cell("date_of_birth").to_owned(),
            country: row.cell("nationality").to_owned(),
            expected: Vec::new(),
        }));
    }
    Ok(all)
}
