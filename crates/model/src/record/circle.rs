//! Circular reporting: which statements of a record are, over others of it, made from themselves, or are graded better than what they
//! repeat. The work grows with the
//! statements and the sources they name, not with their square: a record comes from outside, and may be long.

use std::collections::{BTreeMap, BTreeSet};

use super::{Assertion, Record};

/// Each statement by its id, and those of the same record that it was made from.
type Ways<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

/// The ids of what is made from itself, directly or over others.
pub(super) fn circular(record: &Record) -> BTreeSet<&str> {
    let made_from = ways(record);
    let mut into: Ways<'_> = BTreeMap::new();
    for (id, from) in &made_from {
        for one in from {
            into.entry(one).or_default().insert(id);
        }
    }
    // Kosaraju: what was left last is looked at first, along the ways back; what is reached is one circle.
    let mut met = BTreeSet::new();
    let mut circular = BTreeSet::new();
    for root in finished(&made_from).into_iter().rev() {
        if !met.insert(root) {
            continue;
        }
        let mut members = BTreeSet::from([root]);
        let mut ahead = vec![root];
        while let Some(one) = ahead.pop() {
            for other in along(&into, one) {
                if met.insert(other) {
                    members.insert(other);
                    ahead.push(other);
                }
            }
        }
        let of_itself = || along(&made_from, root).any(|one| one == root);
        if members.len() > 1 || of_itself() {
            circular.extend(members);
        }
    }
    circular
}

/// The places of assertions that say what those they were made from say, and are graded better than each of these: what comes back
/// is no corroboration, and raises no grade.
pub(super) fn raised(record: &Record) -> Vec<usize> {
    let all = record.assertions.iter();
    let known: BTreeMap<&str, &Assertion> = all.map(|one| (one.id.as_str(), one)).collect();
    let is_raised = |one: &Assertion| {
        let from = one.from.derived_from.iter();
        let from = from.filter_map(|id| known.get(id.as_str()));
        let same = from.filter(|other| {
            other.id != one.id && other.says == one.says && other.value.trim() == one.value.trim()
        });
        let mut before = same.filter_map(|other| other.from.grade).peekable();
        let own = one.from.grade;
        before.peek().is_some() && own.is_some_and(|own| before.all(|grade| own.is_above(grade)))
    };
    let each = record.assertions.iter().enumerate();
    each.filter(|(_, one)| is_raised(one))
        .map(|(at, _)| at)
        .collect()
}

/// What each is made from, as far as it stands in the record. Two that bear one id are taken for one.
fn ways(record: &Record) -> Ways<'_> {
    let said = record.assertions.iter();
    let said = said.map(|one| (one.id.as_str(), &one.from.derived_from));
    let ties = record.associations.iter();
    let ties = ties.map(|one| (one.id.as_str(), &one.from.derived_from));
    let all: Vec<_> = said.chain(ties).collect();
    let known: BTreeSet<&str> = all.iter().map(|(id, _)| *id).collect();
    let mut ways = Ways::new();
    for (id, from) in all {
        let inside = from
            .iter()
            .map(String::as_str)
            .filter(|one| known.contains(one));
        ways.entry(id).or_default().extend(inside);
    }
    ways
}

fn along<'a, 'b>(ways: &'b Ways<'a>, from: &str) -> impl Iterator<Item = &'a str> + use<'a, 'b> {
    ways.get(from).into_iter().flatten().copied()
}

/// Every id in the order in which a walk in depth leaves it. The walk keeps its own stack: a long chain is no deep one.
fn finished<'a>(ways: &Ways<'a>) -> Vec<&'a str> {
    let mut done = Vec::new();
    let mut met = BTreeSet::new();
    for id in ways.keys() {
        if !met.insert(*id) {
            continue;
        }
        let mut walk = vec![(*id, along(ways, id))];
        while let Some((one, ahead)) = walk.last_mut() {
            let Some(next) = ahead.next() else {
                done.push(*one);
                walk.pop();
                continue;
            };
            if met.insert(next) {
                walk.push((next, along(ways, next)));
            }
        }
    }
    done
}
