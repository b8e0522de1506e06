//! What a supplementary request adds to the request it follows (MLA-01, MLA-08): each addition with a purpose, and no measure
//! without an end. What is added travels by the rules of the request it joins, once it is written there.

use super::content::{is_wildcard, words};
use super::lexicon::is_told;
use super::{Case, Family, Findings};
use crate::finding::{Finding, Level};

/// Words of a purpose, as of a measure's.
const PURPOSE_WORDS_MIN: usize = 2;

/// Additions.
pub(super) const FAMILY: Family = Family {
    rules: &[added],
    codes: &[("MLA-01", &[Level::Block]), ("MLA-08", &[Level::Warn])],
};

fn added(case: &Case<'_>, out: &mut Findings) {
    let source = "UNTOC 18(15)(d), (f)";
    let found = |level, code: &str, at: String, number: usize| {
        Finding::new(level, code, at, source).with("measure", number.to_string())
    };
    let mut any = false;
    for (index, addition) in case.content.get("additions").items() {
        any = true;
        let at = |name: &str| format!("/additions/{index}/{name}");
        for name in ["kind", "what"] {
            if addition.get(name).text().is_none() {
                out.push(found(Level::Block, "MLA-01", at(name), index + 1));
            }
        }
        if !is_told(addition.get("purpose").code(), PURPOSE_WORDS_MIN) {
            out.push(found(Level::Block, "MLA-01", at("purpose"), index + 1));
        }
        let what = addition.get("what").code();
        if addition.get("kind").code() == "measure" && has_no_end(what) {
            out.push(found(Level::Warn, "MLA-08", at("what"), index + 1).with("kind", "measure"));
        }
    }
    if !any {
        out.push(found(Level::Block, "MLA-01", "/additions".to_owned(), 0));
    }
}

/// Whether one of the things asked for is everything there is.
fn has_no_end(what: &str) -> bool {
    let mut parts = what.split([';', '.', ',', '\n']);
    parts.any(|part| words(part) > 0 && (is_wildcard(part) || part.contains("everything")))
}
