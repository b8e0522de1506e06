//! How a program asked, as the log's commitment binds it: among which records and how much, where that was not the usual. The names
//! are the call's own, with `?` before them, so that none is a property's.

use std::collections::BTreeMap;

use model::limits;
use screen::catalogue::TextQuery;

use super::{Among, CUT_USUAL, Matching, PAGE_USUAL, Page, Question, TOLD_USUAL};

/// Parts by name.
type How = BTreeMap<String, Vec<String>>;

#[derive(Default)]
struct Parts(How);

impl Parts {
    /// Values that were named; a long part stands as its digest.
    fn named(&mut self, name: &str, values: impl IntoIterator<Item = String>) {
        let values: Vec<String> = values.into_iter().collect();
        let bytes: usize = values.iter().map(String::len).sum();
        let values = match bytes > limits::SCREEN_ASKED_WITH_PART_BYTES_MAX {
            true => {
                let lines = values.join("\n");
                vec![format!("sha256:{}", seal::sha256(lines.as_bytes()))]
            }
            false => values,
        };
        if !values.is_empty() {
            self.0.insert(format!("?{name}"), values);
        }
    }

    /// A number that is not the usual one.
    fn number<T: PartialEq + ToString>(&mut self, name: &str, value: T, usual: T) {
        if value != usual {
            self.named(name, [value.to_string()]);
        }
    }

    fn flag(&mut self, name: &str, set: bool) {
        self.named(name, set.then(|| "true".to_owned()));
    }

    fn page(&mut self, page: Page) {
        self.number("limit", page.limit, PAGE_USUAL);
        self.number("offset", page.offset, 0);
    }

    fn among(&mut self, among: &Among) {
        self.named("include_dataset", among.include.iter().cloned());
        self.named("exclude_dataset", among.exclude.iter().cloned());
        self.named("exclude_schema", among.not_schemas.iter().cloned());
        self.named("topics", among.topics.iter().cloned());
        self.named("changed_since", among.changed_since.clone());
        self.named("exclude_entity_ids", among.not_ids.iter().cloned());
    }
}

/// Of queries that are compared.
pub(super) fn matched(matching: &Matching) -> How {
    let mut parts = Parts::default();
    parts.among(&matching.among);
    parts.number("limit", matching.told, TOLD_USUAL);
    parts.number("cutoff", matching.cutoff, CUT_USUAL);
    parts.number("threshold", matching.threshold, CUT_USUAL);
    parts.0
}

/// Of what is looked up.
pub(super) fn looked_up(question: &Question) -> How {
    let mut parts = Parts::default();
    match question {
        Question::Search(query) => searched(&mut parts, query),
        Question::Suggest { limit, .. } => parts.number("limit", *limit, PAGE_USUAL),
        Question::Adjacent(_, page) | Question::Beside(_, _, page) => parts.page(*page),
        Question::Match(_) | Question::Records(_) | Question::Nested(_) => {}
    }
    parts.0
}

fn searched(parts: &mut Parts, query: &TextQuery) {
    let pair = |(field, value): &(String, String)| format!("{field}:{value}");
    let order = |(field, greatest): &(String, bool)| {
        format!("{field}:{}", if *greatest { "desc" } else { "asc" })
    };
    parts.flag("simple", query.simple);
    parts.flag("fuzzy", query.fuzzy);
    parts.named("dataset", query.datasets.iter().cloned());
    parts.named("exclude_schema", query.not_schemas.iter().cloned());
    parts.named("changed_since", query.changed_since.clone());
    parts.named("filter", query.filters.iter().map(pair));
    parts.named("filter_op", query.every.then(|| "AND".to_owned()));
    parts.named("sort", query.sort.iter().map(order));
    parts.named("facets", query.facets.iter().cloned());
    parts.page(Page {
        offset: query.offset,
        limit: query.limit,
    });
}
