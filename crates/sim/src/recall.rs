//! A recall among many nodes over a bad post: some are cut off for a while, messages are lost both ways, and the owner tries again
//! with the pauses of the outbox until each has confirmed. In terms of the law alone: nothing is stored, everything is counted
//! in milliseconds of a clock of its own.

use std::collections::{BTreeMap, BTreeSet, BinaryHeap};
use std::fmt;

use jiff::SignedDuration;
use model::copies::{Copy, CopyState, Notice, NoticeKind, Register};
use model::retry;

use crate::docket::Fate;

/// Milliseconds of a second.
const SECOND_MS: i64 = 1000;
/// How long a message is on its way, at most.
const WAY_MS_MAX: usize = 400;
/// How far on the simulation is played, in milliseconds: a week.
const END_MS: i64 = 7 * 86_400 * SECOND_MS;

/// What is played.
#[derive(Debug, Clone, Copy)]
pub struct Recall {
    /// Nodes beside the owner.
    pub nodes: usize,
    /// How many of a hundred messages are lost.
    pub lost: usize,
    /// How many of a hundred nodes are cut off when the recall is given, each for up to three days.
    pub cut_off: usize,
    /// What the dice begin with.
    pub seed: u64,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Nodes that held a copy.
    pub holders: usize,
    /// Holders that could be reached when the recall was given.
    pub reachable: usize,
    /// Of these, how many had confirmed within sixty seconds.
    pub in_a_minute: usize,
    /// When the last reachable holder had confirmed, in milliseconds.
    pub last_ms: i64,
    /// Holders named as overdue after sixty seconds.
    pub overdue: usize,
    /// Of these, how many were reachable.
    pub overdue_reachable: usize,
    /// Holders that had confirmed at the end of the week.
    pub in_the_end: usize,
    /// Copies still in use with a holder at the end.
    pub in_use: usize,
    /// The longest time between a node's return and its confirmation, in milliseconds.
    pub after_return_ms: i64,
    /// Forged notices and old versions that were sent in between, none of which may do anything.
    pub attacks: usize,
    /// Of these, how many changed something.
    pub attacks_done: usize,
}

/// What happens next.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Next {
    /// The owner tries to reach a node, for this many times.
    Try(usize, u32),
    /// A node is back, and asks the owner what it has missed before it answers anybody.
    Back(usize),
    /// A notice arrives at a node.
    Arrives(usize),
    /// A receipt arrives at the owner.
    Confirmed(usize, u64),
    /// Somebody who is not the owner sends a recall, or plays an old correction again.
    Attack(usize),
}

struct Play {
    fate: Fate,
    register: Register,
    copies: BTreeMap<usize, Copy>,
    until: BTreeMap<usize, i64>,
    ahead: BinaryHeap<std::cmp::Reverse<(i64, u64, Next)>>,
    order: u64,
    notice: Notice,
    /// When each receipt came first; that it came, the register knows.
    heard_ms: BTreeMap<usize, i64>,
    asked: Recall,
    attacks: usize,
    attacks_done: usize,
}

/// A node's name.
fn name(node: usize) -> String {
    format!("N{node}")
}

impl Recall {
    /// Plays it.
    ///
    /// # Panics
    /// If the register refuses its owner: the rules would be broken.
    #[must_use]
    pub fn play(self) -> Told {
        let mut play = Play::begin(self);
        play.run(END_MS);
        let minute = 60 * SECOND_MS;
        let reachable: Vec<usize> = play
            .copies
            .keys()
            .filter(|n| !play.until.contains_key(n))
            .copied()
            .collect();
        let overdue = play.register.overdue(minute);
        let confirmed = play.register.confirmed_by(minute);
        let among = |nodes: &BTreeSet<&str>| {
            let named = reachable.iter().map(|node| name(*node));
            named.filter(|node| nodes.contains(node.as_str())).count()
        };
        let in_use = play
            .copies
            .values()
            .filter(|copy| copy.state == CopyState::InUse)
            .count();
        let after_return = play
            .until
            .iter()
            .filter_map(|(node, back)| Some(play.heard_ms.get(node)? - back));
        Told {
            holders: play.copies.len(),
            reachable: reachable.len(),
            in_a_minute: among(&confirmed),
            last_ms: reachable
                .iter()
                .filter_map(|n| play.heard_ms.get(n))
                .max()
                .copied()
                .unwrap_or(0),
            overdue: overdue.len(),
            overdue_reachable: among(&overdue),
            in_the_end: play.register.confirmed_by(END_MS).len(),
            in_use,
            after_return_ms: after_return.max().unwrap_or(0),
            attacks: play.attacks,
            attacks_done: play.attacks_done,
        }
    }
}

impl Play {
    /// The owner has shared with every node, some of which passed copies on; then it recalls.
    fn begin(asked: Recall) -> Self {
        let mut fate = Fate::new(asked.seed);
        let mut register = Register::new("owner");
        let mut copies = BTreeMap::new();
        for node in 0..asked.nodes {
            // Two in three have it from the owner, the others from a holder, with consent or without.
            let from = match fate.below(3) {
                0 if node > 0 => name(fate.below(node)),
                _ => "owner".to_owned(),
            };
            let consent = fate.in_hundred(80);
            if register.share((&from, &name(node)), consent, -1).is_ok() {
                copies.insert(node, Copy::received("owner", 1));
            }
        }
        let notice = register.give_notice("owner", NoticeKind::Recall);
        let notice = notice.unwrap_or(Notice {
            owner: "owner".to_owned(),
            kind: NoticeKind::Recall,
            version: 0,
        });
        let mut play = Self {
            fate,
            register,
            copies,
            until: BTreeMap::new(),
            ahead: BinaryHeap::new(),
            order: 0,
            notice,
            heard_ms: BTreeMap::new(),
            asked,
            attacks: 0,
            attacks_done: 0,
        };
        for node in play.copies.keys().copied().collect::<Vec<_>>() {
            if play.fate.in_hundred(asked.cut_off) {
                let back = 61 * SECOND_MS
                    + i64::try_from(play.fate.below(3 * 86_400)).unwrap_or(0) * SECOND_MS;
                play.until.insert(node, back);
                play.at(back, Next::Back(node));
            }
            play.at(0, Next::Try(node, 0));
            if play.fate.in_hundred(10) {
                let when = i64::try_from(play.fate.below(300)).unwrap_or(0) * SECOND_MS;
                play.at(when, Next::Attack(node));
            }
        }
        play
    }

    fn at(&mut self, ms: i64, next: Next) {
        self.order += 1;
        self.ahead.push(std::cmp::Reverse((ms, self.order, next)));
    }

    /// Whether a message from or to a node gets through now, and after how long.
    fn way(&mut self, node: usize, now: i64) -> Option<i64> {
        let cut = self.until.get(&node).is_some_and(|back| now < *back);
        let lost = self.fate.in_hundred(self.asked.lost);
        let way = 20 + i64::try_from(self.fate.below(WAY_MS_MAX)).unwrap_or(0);
        (!cut && !lost).then_some(now + way)
    }

    fn run(&mut self, end: i64) {
        while let Some(std::cmp::Reverse((now, _, next))) = self.ahead.pop() {
            if now > end {
                return;
            }
            self.happen(now, next);
        }
    }

    fn happen(&mut self, now: i64, next: Next) {
        match next {
            Next::Try(node, times) => {
                if self.heard_ms.contains_key(&node) {
                    return;
                }
                if let Some(then) = self.way(node, now) {
                    self.at(then, Next::Arrives(node));
                }
                let throw = self.fate.next();
                let pause: SignedDuration = retry::pause(times + 1, throw, None);
                let again = i64::try_from(pause.as_millis()).unwrap_or(END_MS);
                self.at(now + again, Next::Try(node, times + 1));
            }
            // A node that comes back is heard by the owner: what waits for it is tried at once.
            Next::Back(node) => match self.way(node, now) {
                Some(then) => self.at(then, Next::Try(node, 0)),
                None => self.at(now + SECOND_MS, Next::Back(node)),
            },
            Next::Arrives(node) => {
                let Some(copy) = self.copies.get_mut(&node) else {
                    return;
                };
                let Ok((heard, receipt)) = copy.hear(&self.notice, "owner") else {
                    return;
                };
                *copy = heard;
                if let Some(then) = self.way(node, now) {
                    self.at(then, Next::Confirmed(node, receipt.version));
                }
            }
            Next::Confirmed(node, version) => {
                self.register.confirmed(&name(node), version, now);
                self.heard_ms.entry(node).or_insert(now);
            }
            Next::Attack(node) => self.attack(node),
        }
    }

    /// A forged recall and revival, an old correction, an old version out of a backup.
    fn attack(&mut self, node: usize) {
        let Some(before) = self.copies.get(&node).cloned() else {
            return;
        };
        let revival = Notice {
            kind: NoticeKind::Correct,
            version: before.version + 7,
            ..self.notice.clone()
        };
        let old = Notice {
            kind: NoticeKind::Correct,
            version: 1,
            ..self.notice.clone()
        };
        let forged = before.hear(&revival, &name(node + 1)).map(|(copy, _)| copy);
        let played_again = before.hear(&old, "owner").map(|(copy, _)| copy);
        let out_of_backup = before.come_again(1);
        let changed = [
            forged.unwrap_or_else(|_| before.clone()),
            played_again.unwrap_or_else(|_| before.clone()),
            out_of_backup,
        ];
        self.attacks += changed.len();
        self.attacks_done += changed.iter().filter(|copy| **copy != before).count();
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = |ms: i64| (ms / 100) as f64 / 10.0;
        writeln!(f, "holders {}, reachable {}", self.holders, self.reachable)?;
        writeln!(
            f,
            "confirmed within 60 s {}; the last of the reachable after {} s",
            self.in_a_minute,
            seconds(self.last_ms)
        )?;
        writeln!(
            f,
            "named as overdue after 60 s {}, of which reachable {}",
            self.overdue, self.overdue_reachable
        )?;
        writeln!(
            f,
            "confirmed in the end {}, at most {} s after coming back; copies still in use {}",
            self.in_the_end,
            seconds(self.after_return_ms),
            self.in_use
        )?;
        writeln!(
            f,
            "forged, replayed and restored {}, with effect {}",
            self.attacks, self.attacks_done
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Recall;

    #[test]
    fn every_reachable_holder_confirms_within_a_minute_and_every_other_is_named() {
        for seed in 0..20 {
            let told = Recall {
                nodes: 1000,
                lost: 10,
                cut_off: 15,
                seed,
            }
            .play();
            assert!(
                told.holders > 700 && told.holders - told.reachable > 50,
                "{told}"
            );
            assert_eq!(
                (told.in_a_minute, told.overdue_reachable),
                (told.reachable, 0),
                "{seed}: {told}"
            );
            assert_eq!(told.overdue, told.holders - told.reachable, "{told}");
            assert_eq!(
                (told.in_the_end, told.in_use, told.attacks_done),
                (told.holders, 0, 0),
                "{told}"
            );
        }
    }
}
