//! The 138 rules of the requests study, section 3, each with its levels, and the few codes that are ours.

use super::*;
use crate::request::Safeguard;

/// Code and levels as the study has them.
const BOOK: &str = include_str!("book.txt");

/// Codes beyond the study: hints of the form, and of what UNTOC asks of every request.
const OURS: &[&str] = &["FORM-01", "MLA-15"];

fn book() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    BOOK.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let mut words = line.split_whitespace();
            (words.next().expect(line), words.collect())
        })
        .collect()
}

#[test]
fn every_rule_of_the_study_exists_with_its_levels() {
    let book = book();
    assert_eq!(book.len(), 138);
    let raised = codes();
    // What only the requested side can answer is a lock of the life-cycle under the same code.
    let locks: BTreeSet<&str> = Safeguard::ALL.iter().map(|one| one.rule()).collect();
    let mut faults = Vec::new();
    for (code, levels) in &book {
        let ours: BTreeSet<&str> = raised
            .get(code)
            .map(|levels| levels.iter().map(|level| level.letter()).collect())
            .unwrap_or_default();
        let locked = locks.contains(code);
        if !(levels.is_subset(&ours) || (locked && ours.is_empty())) {
            faults.push(format!("{code}: {levels:?} in the study, {ours:?} here"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_rule_of_ours_blocks_or_warns() {
    let book = book();
    for (code, levels) in codes() {
        if book.contains_key(code) {
            continue;
        }
        assert!(OURS.contains(&code), "{code} is not in the study");
        assert!(levels.iter().eq([&Level::Hint]), "{code}: {levels:?}");
    }
}
