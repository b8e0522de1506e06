//! One person on several lists: records that say the same name and the same birth, put together so that a name which only one
//! list knows finds the person on all of them.
//!
//! A link is advice like everything here: it is made on what two records agree on, is said in the explanation, and changes no
//! record. Records are linked when a full name sounds the same and is rare enough for what else agrees: the day of birth, the
//! year, or (where one of them has no birth date) nothing at all.

use std::collections::HashMap;

use super::facts::Facts;
use crate::dates::{Agreement, Precision, compare};
use crate::names::population::fnv;
use crate::names::{Class, Part};

/// How rare a name must be, in hundredths of a nat, by what else agrees.
const RARE_WITH_DAY: u32 = 900;
const RARE_WITH_YEAR: u32 = 1_500;
const RARE_ALONE: u32 = 2_600;
/// Records linked with one another at most.
const TOGETHER_MAX: usize = 24;
/// Records of one name that are compared with one another at most; a name that more have is no name to link by.
const SAME_NAME_MAX: usize = 40;

/// What a record is linked by.
#[derive(Debug)]
struct Claim {
    name: u64,
    rarity: u32,
    entity: u32,
}

/// Collects names, and links at the end.
#[derive(Debug, Default)]
pub(super) struct Links {
    claims: Vec<Claim>,
    facts: Vec<(Facts, bool)>,
}

impl Links {
    /// The next record: what is known of it, and whether it is a person.
    pub(super) fn entity(&mut self, facts: Facts, person: bool) {
        self.facts.push((facts, person));
    }

    /// A name of the record that was given last.
    pub(super) fn name(&mut self, entity: u32, parts: &[Part]) {
        let mut sounds: Vec<&str> = Vec::with_capacity(parts.len());
        let (mut rarity, mut weighty) = (0, 0);
        for part in parts
            .iter()
            .filter(|p| matches!(p.class, Class::Ordinary | Class::Weak))
        {
            sounds.push(if part.skeleton.is_empty() {
                &part.text
            } else {
                &part.skeleton
            });
            if part.class == Class::Ordinary {
                weighty += 1;
                rarity += u32::from(part.surprise.min(part.sound.saturating_add(60)));
            }
        }
        if weighty < 2 || rarity < RARE_WITH_DAY {
            return;
        }
        sounds.sort_unstable();
        let name = fnv(sounds.join(" ").as_bytes());
        self.claims.push(Claim {
            name,
            rarity,
            entity,
        });
    }

    /// By record: the first record it is linked with (itself where it is first or alone).
    pub(super) fn heads(mut self) -> Vec<u32> {
        let mut together = Together::new(self.facts.len());
        self.claims.sort_unstable_by_key(|c| (c.name, c.entity));
        self.claims.dedup_by_key(|c| (c.name, c.entity));
        for same in self
            .claims
            .chunk_by(|a, b| a.name == b.name)
            .filter(|same| same.len() <= SAME_NAME_MAX)
        {
            for (at, one) in same.iter().enumerate() {
                for other in same.iter().skip(at + 1) {
                    if self.agree(one, other) {
                        together.join(one.entity, other.entity);
                    }
                }
            }
        }
        (0..)
            .take(self.facts.len())
            .map(|entity| together.head(entity))
            .collect()
    }

    fn agree(&self, a: &Claim, b: &Claim) -> bool {
        let facts = |claim: &Claim| self.facts.get(claim.entity as usize);
        let (Some((one, person)), Some((other, also))) = (facts(a), facts(b)) else {
            return false;
        };
        let rarity = a.rarity.min(b.rarity);
        if person != also || one.sex.zip(other.sex).is_some_and(|(x, y)| x != y) {
            return false;
        }
        let births = one
            .births
            .iter()
            .flat_map(|x| other.births.iter().map(move |y| (x, y)));
        let sound = births
            .filter(|(x, y)| x.precision != Precision::Range && y.precision != Precision::Range);
        let best = sound.map(|(x, y)| match compare(*x, *y) {
            Agreement::SameDay => RARE_WITH_DAY,
            Agreement::SameMonth | Agreement::SameYear | Agreement::Swapped => RARE_WITH_YEAR,
            _ => u32::MAX,
        });
        let none = one.births.is_empty() || other.births.is_empty();
        let least = if none {
            RARE_ALONE
        } else {
            best.min().unwrap_or(u32::MAX)
        };
        rarity >= least
    }
}

/// Sets that grow together.
struct Together {
    head: Vec<u32>,
    size: HashMap<u32, usize>,
}

impl Together {
    fn new(records: usize) -> Together {
        Together {
            head: (0..).take(records).collect(),
            size: HashMap::new(),
        }
    }

    fn head(&self, mut of: u32) -> u32 {
        while let Some(next) = self.head.get(of as usize).filter(|next| **next != of) {
            of = *next;
        }
        of
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.head(a), self.head(b));
        let (first, second) = (a.min(b), a.max(b));
        let size = |of: u32| self.size.get(&of).copied().unwrap_or(1);
        let both = size(first) + size(second);
        if first == second || both > TOGETHER_MAX {
            return;
        }
        if let Some(head) = self.head.get_mut(second as usize) {
            *head = first;
        }
        self.size.insert(first, both);
    }
}
