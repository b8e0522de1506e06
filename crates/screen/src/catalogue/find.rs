//! Text search: which records have the words asked for, in which order, and how they divide. Words are looked up in the
//! vocabulary; only for phrases and for values of single properties records are opened, a bounded number of them.

use std::collections::BTreeSet;

use super::facets::{Bits, Facet};
use super::syntax::{self, Sought, SyntaxError, What};
use super::terms::Field;
use super::{Catalogue, Open, words};
use crate::ftm::Schema;
use crate::limits::{SEARCH_EXPANSIONS_MAX, SEARCH_OPENED_MAX};

mod fields;
mod order;

/// What is searched for, among which records, and how the answer is laid out.
#[derive(Clone, Debug, Default)]
pub struct TextQuery {
    /// The text, in the language of `catalogue/syntax.rs`; empty for every record.
    pub text: String,
    /// No sign in the text is an error.
    pub simple: bool,
    /// `word~` asks for near words.
    pub fuzzy: bool,
    /// Records of this schema and what may be compared with it or inherits from it.
    pub schema: String,
    /// Records of at least one of these datasets.
    pub datasets: BTreeSet<String>,
    /// No record of exactly these schemata.
    pub not_schemas: BTreeSet<String>,
    /// Records that changed after this moment.
    pub changed_since: Option<String>,
    /// Field and value.
    pub filters: Vec<(String, String)>,
    /// Of several values of one field every one must be there, not any.
    pub every: bool,
    /// Field, and whether the greatest comes first. What is still alike is ordered by how well it answers, then by id.
    pub sort: Vec<(String, bool)>,
    /// Answers left out at the beginning.
    pub offset: usize,
    /// Answers given.
    pub limit: usize,
    /// Names of facets.
    pub facets: Vec<String>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Ids of the records of this page, in order.
    pub ids: Vec<String>,
    /// Records found in all.
    pub total: usize,
    /// Whether `total` is exact and not a lower bound.
    pub exact: bool,
    /// As asked for.
    pub facets: Vec<Facet>,
}

/// Why a search is not answered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SearchError {
    /// It cannot be read.
    #[error(transparent)]
    Syntax(#[from] SyntaxError),
    /// The schema is none of FollowTheMoney's.
    #[error("Invalid schema")]
    Schema,
    /// More records would have to be put in order by a property than are opened for one search.
    #[error(
        "more than {SEARCH_OPENED_MAX} records would have to be opened to put them in order by {0}; search for less, or sort by first_seen, last_seen or last_change"
    )]
    Sort(String),
}

/// A place and how well it answers.
type Scored = (u32, f32);

/// One search while it runs.
struct Run<'c> {
    catalogue: &'c Catalogue,
    open: Open<'c>,
    /// Records that may still be opened.
    left: usize,
    exact: bool,
}

impl Catalogue {
    /// Search. `open` is asked for records whose values must be looked at.
    ///
    /// # Errors
    /// A text that cannot be read, an unknown schema, an order that would cost too much.
    pub fn search(&self, query: &TextQuery, open: Open<'_>) -> Result<Found, SearchError> {
        let sought = syntax::read(&query.text, query.simple, query.fuzzy)?;
        let schema = Schema::of(&query.schema).ok_or(SearchError::Schema)?;
        let mut run = Run {
            catalogue: self,
            open,
            left: SEARCH_OPENED_MAX,
            exact: true,
        };
        let among = run.among(query, schema);
        let mut found: Vec<Scored> = match run.find(&sought) {
            Some(found) => found
                .into_iter()
                .filter(|(place, _)| among.has(*place))
                .collect(),
            None => self
                .every()
                .filter(|(place, _)| among.has(*place))
                .collect(),
        };
        for (place, score) in &mut found {
            let row = self.rows.get(*place as usize);
            *score += row.map_or(0.0, |row| (0.5 * f32::from(row.values)).sqrt());
        }
        let bits = Bits::of(self.len(), found.iter().map(|(place, _)| *place));
        let facets = query
            .facets
            .iter()
            .filter_map(|name| self.facet(name, &bits));
        let facets = facets.collect();
        let total = found.len();
        let page = run.in_order(found, query)?;
        Ok(Found {
            ids: page
                .iter()
                .map(|place| self.ids.id(*place).to_owned())
                .collect(),
            total,
            exact: run.exact,
            facets,
        })
    }

    /// Records whose names have all words of `text`, the last of them as a beginning, the best first: what somebody who is still
    /// typing may mean.
    pub fn suggest(&self, text: &str, datasets: &BTreeSet<String>, limit: usize) -> Vec<String> {
        let mut asked = words::words(text);
        let Some(last) = asked.pop() else {
            return Vec::new();
        };
        let nothing: Open<'_> = &|_| None;
        let run = Run {
            catalogue: self,
            open: nothing,
            left: 0,
            exact: true,
        };
        let among = Bits::of(self.len(), self.of_datasets(datasets).into_iter());
        let mut lists: Vec<Vec<Scored>> = asked
            .iter()
            .map(|word| run.weighed(self.terms.find(Field::Name, word), Field::Name))
            .collect();
        let beginning = self.terms.beginning(Field::Name, &last);
        let ends = beginning
            .take(SEARCH_EXPANSIONS_MAX)
            .map(|number| run.weighed(Some(number), Field::Name));
        lists.push(union(ends.collect(), f32::max));
        let mut found: Vec<Scored> = intersect(lists)
            .into_iter()
            .filter(|(place, _)| among.has(*place))
            .collect();
        found.sort_by(|a, b| by_score(self, a, b));
        let page = found.iter().take(limit);
        page.map(|(place, _)| self.ids.id(*place).to_owned())
            .collect()
    }

    fn every(&self) -> impl Iterator<Item = Scored> + use<> {
        let all = u32::try_from(self.len()).unwrap_or(u32::MAX);
        (0..all).map(|place| (place, 1.0))
    }
}

fn by_score(catalogue: &Catalogue, a: &Scored, b: &Scored) -> std::cmp::Ordering {
    let ids = |place| catalogue.ids.id(place);
    b.1.total_cmp(&a.1).then_with(|| ids(a.0).cmp(ids(b.0)))
}

/// Those in every list, their scores added.
fn intersect(mut lists: Vec<Vec<Scored>>) -> Vec<Scored> {
    lists.sort_by_key(Vec::len);
    let mut lists = lists.into_iter();
    let first = lists.next().unwrap_or_default();
    lists.fold(first, |some, list| {
        let mut rest = list.into_iter().peekable();
        let mut both = Vec::new();
        for (place, score) in some {
            while rest.next_if(|(at, _)| *at < place).is_some() {}
            if let Some((_, more)) = rest.next_if(|(at, _)| *at == place) {
                both.push((place, score + more));
            }
        }
        both
    })
}

/// Those in any list, once each.
fn union(lists: Vec<Vec<Scored>>, join: fn(f32, f32) -> f32) -> Vec<Scored> {
    let mut all: Vec<Scored> = lists.into_iter().flatten().collect();
    all.sort_by_key(|(place, _)| *place);
    all.dedup_by(|next, held| {
        let same = next.0 == held.0;
        if same {
            held.1 = join(held.1, next.1);
        }
        same
    });
    all
}

impl Run<'_> {
    /// The records among which is searched.
    fn among(&mut self, query: &TextQuery, schema: &Schema) -> Bits {
        let catalogue = self.catalogue;
        let mut kinds = schema.matchable_schemata();
        if !schema.matchable {
            kinds.extend(schema.heirs());
        }
        let kinds: Vec<bool> = catalogue
            .schemata
            .iter()
            .map(|name| kinds.contains(&name.as_str()) && !query.not_schemas.contains(name))
            .collect();
        let since = query.changed_since.as_deref().map(super::moment);
        let of_kind = |place: &u32| {
            catalogue.rows.get(*place as usize).is_some_and(|row| {
                kinds.get(usize::from(row.schema)) == Some(&true)
                    && since.is_none_or(|since| row.last_change > since)
            })
        };
        let mut places: Vec<u32> = catalogue
            .of_datasets(&query.datasets)
            .into_iter()
            .filter(of_kind)
            .collect();
        let fields: BTreeSet<&str> = query
            .filters
            .iter()
            .map(|(field, _)| field.as_str())
            .collect();
        for field in fields {
            let values = query.filters.iter().filter(|(name, _)| name == field);
            let each: Vec<Vec<Scored>> = values
                .map(|(_, value)| self.in_field(Some(field), &What::Words(value.clone())))
                .collect();
            let all = match query.every {
                true => intersect(each),
                false => union(each, f32::max),
            };
            let all = Bits::of(catalogue.len(), all.into_iter().map(|(place, _)| place));
            places.retain(|place| all.has(*place));
        }
        Bits::of(catalogue.len(), places.into_iter())
    }

    /// The records that answer; `None` for every record.
    fn find(&mut self, sought: &Sought) -> Option<Vec<Scored>> {
        Some(match sought {
            Sought::All => return None,
            Sought::Nothing => Vec::new(),
            Sought::In { field, what } => self.in_field(field.as_deref(), what),
            Sought::Weighed(part, weight) => {
                let mut found = self.find(part)?;
                found.iter_mut().for_each(|(_, score)| *score *= weight);
                found
            }
            Sought::Some(parts) => {
                let mut lists = Vec::new();
                for part in parts {
                    lists.push(self.find(part)?);
                }
                union(lists, |a, b| a + b)
            }
            Sought::Not(_) => return Some(self.every_of(std::slice::from_ref(sought))),
            Sought::Every(parts) => self.every_of(parts),
        })
    }

    fn every_of(&mut self, parts: &[Sought]) -> Vec<Scored> {
        let (mut with, mut without) = (Vec::new(), Vec::new());
        let mut nothing = false;
        for part in parts {
            match part {
                Sought::Not(part) => match self.find(part) {
                    Some(found) => without.extend(found),
                    None => nothing = true,
                },
                part => with.extend(self.find(part)),
            }
        }
        if nothing {
            return Vec::new();
        }
        let mut found = match with.is_empty() {
            true => self.catalogue.every().collect(),
            false => intersect(with),
        };
        if !without.is_empty() {
            let not = Bits::of(
                self.catalogue.len(),
                without.into_iter().map(|(place, _)| place),
            );
            found.retain(|(place, _)| !not.has(*place));
        }
        found
    }
}

fn moment_of(row: &super::Row, field: &str) -> u32 {
    match field {
        "first_seen" => row.first_seen,
        "last_seen" => row.last_seen,
        _ => row.last_change,
    }
}
