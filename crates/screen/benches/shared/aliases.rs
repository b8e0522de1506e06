//! Aliases of listed people, taken off the lists before they are asked for.

use std::collections::HashSet;
use std::path::Path;

use screen::Entity;

use crate::data::Fault;
use crate::table::{Row, rows};

/// Whether the two names of a labelled row are one's.
pub(crate) fn same(row: &Row) -> bool {
    row.cell("is_match") == "true"
}

/// An alias of a listed person that is about to be taken off the list.
#[derive(Clone, Debug)]
pub(crate) struct Alias {
    pub(crate) name: String,
    pub(crate) id: String,
    pub(crate) latin: bool,
}

/// The aliases of the labelled set.
///
/// # Errors
/// The set cannot be read.
pub(crate) fn aliases(data: &Path) -> Result<Vec<Alias>, Fault> {
    let rows = rows(&data.join("labelled/un_alias_pairs.csv"))?;
    let same = rows.iter().filter(|row| same(row));
    Ok(same
        .map(|row| Alias {
            name: row.cell("name1").to_owned(),
            id: row.cell("id1").to_owned(),
            latin: row.cell("script") == "LATIN",
        })
        .collect())
}

/// Takes the aliases off the lists.
pub(crate) fn take_off(records: &mut [Entity], aliases: &[Alias]) {
    let gone: HashSet<(&str, &str)> = aliases
        .iter()
        .map(|alias| (alias.id.as_str(), alias.name.as_str()))
        .collect();
    for record in records {
        for property in ["name", "alias", "weakAlias", "previousName"] {
            if let Some(names) = record.properties.get_mut(property) {
                names.retain(|name| !gone.contains(&(record.id.as_str(), name.as_str())));
            }
        }
    }
}
