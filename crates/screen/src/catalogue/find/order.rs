//! In which order the records found are told.

use super::super::words;
use super::{Run, Scored, SearchError, TextQuery, by_score, moment_of};
use crate::limits::SEARCH_OPENED_MAX;

impl Run<'_> {
    /// The places of the page asked for.
    pub(super) fn in_order(
        &mut self,
        mut found: Vec<Scored>,
        query: &TextQuery,
    ) -> Result<Vec<u32>, SearchError> {
        let catalogue = self.catalogue;
        let page = |found: Vec<Scored>| {
            let page = found.into_iter().skip(query.offset).take(query.limit);
            page.map(|(place, _)| place).collect()
        };
        let wanted = query.offset.saturating_add(query.limit);
        if query.sort.is_empty() && wanted < found.len() {
            found.select_nth_unstable_by(wanted, |a, b| by_score(catalogue, a, b));
            found.truncate(wanted);
        }
        found.sort_by(|a, b| by_score(catalogue, a, b));
        for (field, descending) in query.sort.iter().rev() {
            match field.as_str() {
                "_score" | "_doc" => {
                    if !descending {
                        found.sort_by(|a, b| a.1.total_cmp(&b.1));
                    }
                }
                "id" | "entity_id" | "_id" => {
                    found.sort_by(|a, b| {
                        let order = catalogue.ids.id(a.0).cmp(catalogue.ids.id(b.0));
                        if *descending { order.reverse() } else { order }
                    });
                }
                "first_seen" | "last_seen" | "last_change" => {
                    found.sort_by_key(|(place, _)| {
                        let row = catalogue.rows.get(*place as usize);
                        let at = row.map_or(0, |row| moment_of(row, field));
                        // Those without it stand last either way.
                        (at == 0, if *descending { u32::MAX - at } else { at })
                    });
                }
                other => found = self.by_value(found, other, *descending)?,
            }
        }
        Ok(page(found))
    }

    fn by_value(
        &mut self,
        found: Vec<Scored>,
        field: &str,
        descending: bool,
    ) -> Result<Vec<Scored>, SearchError> {
        if found.len() > SEARCH_OPENED_MAX {
            return Err(SearchError::Sort(field.to_owned()));
        }
        let name = field.strip_prefix("properties.").unwrap_or(field);
        let mut keyed: Vec<(Option<String>, Scored)> = found
            .into_iter()
            .map(|scored| {
                let entity = (self.open)(self.catalogue.ids.id(scored.0));
                let key = entity.and_then(|entity| match name {
                    "caption" => Some(entity.caption),
                    "schema" => Some(entity.schema),
                    name => {
                        let values = entity.values(name).iter();
                        if descending {
                            values.max().cloned()
                        } else {
                            values.min().cloned()
                        }
                    }
                });
                (key.map(|key| words::plain(&key)), scored)
            })
            .collect();
        keyed.sort_by(|(a, _), (b, _)| match (a, b) {
            (Some(a), Some(b)) if descending => b.cmp(a),
            (Some(a), Some(b)) => a.cmp(b),
            (a, b) => a.is_none().cmp(&b.is_none()),
        });
        Ok(keyed.into_iter().map(|(_, scored)| scored).collect())
    }
}
