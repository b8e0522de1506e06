//! Forms of organisations ("Ltd", "GmbH", "акционерное общество") and words of their names that mean the same in other languages.
//! The tables (`learned/forms.txt`, `learned/terms.txt`) name their sources.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::plain;

/// A form: its ways to be written by their first word, longest first.
type Forms = HashMap<String, Vec<(Vec<String>, String)>>;

static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let mut forms = Forms::new();
    for line in lines(include_str!("learned/forms.txt")) {
        let mut cells = line.splitn(3, '|');
        let (Some(name), Some(kind), Some(ways)) = (cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let form = format!("{}|{}", plain(name), kind.to_lowercase());
        for way in ways.split(';').map(plain) {
            let words: Vec<String> = way.split(' ').map(str::to_owned).collect();
            if let Some(first) = words.first().filter(|w| !w.is_empty()) {
                forms
                    .entry(first.clone())
                    .or_default()
                    .push((words, form.clone()));
            }
        }
    }
    for ways in forms.values_mut() {
        ways.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    forms
});

static TERMS: LazyLock<HashMap<String, Vec<usize>>> = LazyLock::new(|| {
    let mut terms: HashMap<String, Vec<usize>> = HashMap::new();
    for (group, line) in lines(include_str!("learned/terms.txt")).enumerate() {
        for word in line.split(' ').map(plain).filter(|w| !w.is_empty()) {
            terms.entry(word).or_default().push(group);
        }
    }
    terms
});

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#'))
}

/// The form that the words begin with: how many of them it takes, and its name and kind ("gmbh|llc").
pub(super) fn at(words: &[&str]) -> Option<(usize, &'static str)> {
    let ways = FORMS.get(*words.first()?)?;
    let fits = |way: &&(Vec<String>, String)| {
        words.len() >= way.0.len() && way.0.iter().zip(words).all(|(a, b)| a == b)
    };
    let (way, form) = ways.iter().find(fits)?;
    Some((way.len(), form))
}

/// Whether a word has a meaning that other words share.
pub(super) fn is_term(word: &str) -> bool {
    TERMS.contains_key(word)
}

/// Whether two words mean the same in the names of organisations.
pub(super) fn same_term(a: &str, b: &str) -> bool {
    let (Some(a), Some(b)) = (TERMS.get(a), TERMS.get(b)) else {
        return false;
    };
    a.iter().any(|group| b.contains(group))
}

/// What two sets of forms say: 1 where one is on both sides, -1 where both sides have one and their kinds differ, 0 otherwise.
pub(super) fn compare(asked: &[&str], listed: &[&str]) -> i32 {
    let kind = |form: &&str| form.split_once('|').map_or("", |(_, kind)| kind).to_owned();
    if asked.is_empty() || listed.is_empty() {
        0
    } else if asked.iter().any(|form| listed.contains(form)) {
        1
    } else {
        let kinds: Vec<String> = listed.iter().map(kind).collect();
        let same = asked
            .iter()
            .map(kind)
            .any(|k| !k.is_empty() && kinds.contains(&k));
        if same { 0 } else { -1 }
    }
}
