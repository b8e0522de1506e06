//! A run of shares and one notice, played over nodes that are off line at times: who holds, who confirms, who is overdue.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Copy, NoticeKind, Register};

/// A scenario.
#[derive(Debug, Clone, Deserialize)]
pub struct Scenario {
    /// Every node.
    pub nodes: BTreeSet<String>,
    /// The owner of the record.
    pub origin: String,
    /// When a node is out of reach, first and last moment.
    #[serde(default)]
    pub offline: BTreeMap<String, (i64, i64)>,
    /// Copies that are sent, in any order.
    pub shares: Vec<Share>,
    /// What the owner, or somebody in its name, tells the holders.
    pub action: Action,
}

/// A copy that somebody sends.
#[derive(Debug, Clone, Deserialize)]
pub struct Share {
    /// The sender.
    pub frm: String,
    /// The receiver.
    pub to: String,
    /// When.
    pub t: i64,
    /// Whether the owner agreed to its being passed on.
    pub consent: bool,
}

/// A notice.
#[derive(Debug, Clone, Deserialize)]
pub struct Action {
    /// Correction, restriction or recall.
    pub kind: NoticeKind,
    /// When.
    pub t: i64,
    /// By when every holder should have confirmed.
    pub deadline: i64,
    /// Who signed it; the owner unless the scenario says otherwise.
    #[serde(default)]
    pub by: Option<String>,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Played {
    /// Holders that confirmed in time.
    pub acknowledged_by_deadline: BTreeSet<String>,
    /// Nodes that hold a copy.
    pub holders: BTreeSet<String>,
    /// Nodes that were told nothing, because nothing was sent to them.
    pub never_told: BTreeSet<String>,
    /// Holders that did not confirm in time, each by name.
    pub overdue_at_deadline: BTreeSet<String>,
    /// Moments of the shares that were refused.
    pub refused_shares: Vec<i64>,
}

impl Scenario {
    /// When a node hears what was sent to it at this moment: at once, or when it is back.
    fn hears(&self, node: &str, at: i64) -> i64 {
        match self.offline.get(node) {
            Some((from, until)) if (*from..=*until).contains(&at) => *until,
            _ => at,
        }
    }

    /// Plays it.
    #[must_use]
    pub fn play(&self) -> Played {
        let mut register = Register::new(&self.origin);
        let mut copies: BTreeMap<&str, (Copy, i64)> = BTreeMap::new();
        let mut refused_shares = Vec::new();
        let mut shares: Vec<&Share> = self.shares.iter().collect();
        shares.sort_by_key(|share| share.t);
        let by = self.action.by.as_deref().unwrap_or(&self.origin);
        let mut notice = None;
        for share in shares {
            if notice.is_none() && share.t >= self.action.t {
                notice = Some(register.give_notice(by, self.action.kind));
            }
            match register.share((&share.frm, &share.to), share.consent, share.t) {
                Ok(()) if share.to != self.origin => {
                    let came = self.hears(&share.to, share.t);
                    let copy = || (Copy::received(&self.origin, 1), came);
                    copies.entry(&share.to).or_insert_with(copy);
                }
                Ok(()) => {}
                Err(_) => refused_shares.push(share.t),
            }
        }
        let notice = notice.unwrap_or_else(|| register.give_notice(by, self.action.kind));
        if let Ok(notice) = &notice {
            for (node, (copy, came)) in &mut copies {
                let at = self.hears(node, self.action.t).max(*came);
                if let Ok((heard, receipt)) = copy.hear(notice, by) {
                    *copy = heard;
                    register.confirmed(node, receipt.version, at);
                }
            }
        }
        let names = |names: BTreeSet<&str>| names.into_iter().map(str::to_owned).collect();
        let (confirmed, overdue) = match notice {
            Ok(_) => (
                names(register.confirmed_by(self.action.deadline)),
                names(register.overdue(self.action.deadline)),
            ),
            // A notice that its owner did not sign binds nobody, and nobody is late.
            Err(_) => (BTreeSet::new(), BTreeSet::new()),
        };
        Played {
            acknowledged_by_deadline: confirmed,
            holders: names(register.holders().collect()),
            never_told: self
                .nodes
                .iter()
                .filter(|node| !register.holds(node))
                .cloned()
                .collect(),
            overdue_at_deadline: overdue,
            refused_shares,
        }
    }
}
