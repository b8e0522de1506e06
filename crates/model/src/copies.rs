//! Copies of a record in other nodes, and taking them back: who holds one, who was told of a correction, a restriction or a
//! recall, who has confirmed, who is overdue; and on the other side, what a holder does with such a notice.
//!
//! Pure: two state machines that meet in messages. The owner's [`Register`] is never inferred from links or memberships: a node
//! holds a copy because one was sent to it, by the owner or by a holder whom the owner allowed to pass it on.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::code::coded;
use crate::refusal::Refusal;

pub mod replay;

coded! {
    /// What an owner tells the holders of a copy.
    pub enum NoticeKind {
        /// Something in it was wrong: the new version stands in the notice.
        Correct = "correct",
        /// It may be used less than before: the new label stands in the notice.
        Restrict = "restrict",
        /// It is withdrawn: no use from now on, and the copy is destroyed, unless a registered hold keeps it sealed.
        Recall = "recall",
    }
}

/// A notice of the owner to every holder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Whose record it is: the node that signed the notice.
    pub owner: String,
    /// What it does.
    pub kind: NoticeKind,
    /// The version of the record from now on; each notice raises it.
    pub version: u64,
}

/// The owner's register of copies of one record. Times are any count that grows (seconds, hours).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Register {
    owner: String,
    version: u64,
    recalled: bool,
    holders: BTreeMap<String, Held>,
}

/// What the owner knows of one holder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Held {
    /// Since when it may hold a copy.
    since: i64,
    /// The latest version that it confirmed, and when.
    confirmed: Option<(u64, i64)>,
}

/// Versions that a register may have lost with a backup, at most.
pub const CATCH_UP_MAX: u64 = 1000;

impl Register {
    /// Of a record that nobody else holds.
    #[must_use]
    pub fn new(owner: impl Into<String>) -> Self {
        Self {
            owner: owner.into(),
            version: 1,
            recalled: false,
            holders: BTreeMap::new(),
        }
    }

    /// Whether a node has a copy, as far as the owner was told; the owner itself has the record.
    #[must_use]
    pub fn holds(&self, node: &str) -> bool {
        node == self.owner || self.holders.contains_key(node)
    }

    /// Every node that holds a copy.
    pub fn holders(&self) -> impl Iterator<Item = &str> {
        self.holders.keys().map(String::as_str)
    }

    /// The version from now on.
    #[must_use]
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// Every node that holds a copy, with the latest version that it confirmed, and when.
    pub fn confirmations(&self) -> impl Iterator<Item = (&str, Option<(u64, i64)>)> {
        let held = self.holders.iter();
        held.map(|(node, held)| (node.as_str(), held.confirmed))
    }

    /// A copy goes from one node to another. The owner shares its own; a holder passes on with the owner's consent, and the
    /// copy stands in the register before it leaves.
    ///
    /// # Errors
    /// `COPY-ABSENT` where the sender holds none, `COPY-RECALLED` after a recall, `COPY-CONSENT` where a holder has no consent.
    pub fn share(
        &mut self,
        (from, to): (&str, &str),
        consent: bool,
        at: i64,
    ) -> Result<(), Refusal> {
        if self.recalled {
            return Err(Refusal::new("COPY-RECALLED"));
        }
        if !self.holds(from) {
            return Err(Refusal::new("COPY-ABSENT"));
        }
        if from != self.owner && !consent {
            return Err(Refusal::new("COPY-CONSENT"));
        }
        if to != self.owner {
            let held = self.holders.entry(to.to_owned());
            held.or_insert(Held {
                since: at,
                confirmed: None,
            });
        }
        Ok(())
    }

    /// The owner corrects, restricts or recalls: the notice for every holder.
    ///
    /// # Errors
    /// `COPY-OWNER` where somebody else tries; `COPY-RECALLED` where nothing is out any more.
    pub fn give_notice(&mut self, by: &str, kind: NoticeKind) -> Result<Notice, Refusal> {
        if by != self.owner {
            return Err(Refusal::new("COPY-OWNER"));
        }
        if self.recalled {
            return Err(Refusal::new("COPY-RECALLED"));
        }
        self.version += 1;
        self.recalled = kind == NoticeKind::Recall;
        Ok(Notice {
            owner: self.owner.clone(),
            kind,
            version: self.version,
        })
    }

    /// A holder's receipt of a version. What is not newer than known, or comes from who holds nothing, changes nothing.
    pub fn confirmed(&mut self, node: &str, version: u64, at: i64) {
        let Some(held) = self.holders.get_mut(node) else {
            return;
        };
        let newer = held.confirmed.is_none_or(|(known, _)| known < version);
        if newer && version <= self.version {
            held.confirmed = Some((version, at));
        }
    }

    /// A holder answers with a version that this register never gave: the register came back from a backup. It counts from there
    /// on, so that its next notice, or a recall that still stands, is newer than what the holder has. A leap of more than
    /// [`CATCH_UP_MAX`] is not believed.
    pub fn catch_up(&mut self, node: &str, receipt: &Receipt) {
        let ahead = receipt.version.saturating_sub(self.version);
        if ahead == 0 || ahead > CATCH_UP_MAX || !self.holders.contains_key(node) {
            return;
        }
        let again = self.recalled && receipt.state == CopyState::InUse;
        self.version = receipt.version + u64::from(again);
    }

    /// Holders that have confirmed the present version by then.
    #[must_use]
    pub fn confirmed_by(&self, deadline: i64) -> BTreeSet<&str> {
        self.split(deadline).0
    }

    /// Holders that have not: named until they confirm, whatever the reason.
    #[must_use]
    pub fn overdue(&self, deadline: i64) -> BTreeSet<&str> {
        self.split(deadline).1
    }

    fn split(&self, deadline: i64) -> (BTreeSet<&str>, BTreeSet<&str>) {
        let in_time = |held: &Held| {
            held.confirmed
                .is_some_and(|(version, at)| version == self.version && at <= deadline)
        };
        let (mut done, mut late) = (BTreeSet::new(), BTreeSet::new());
        for (node, held) in &self.holders {
            match in_time(held) {
                true => done.insert(node.as_str()),
                false => late.insert(node.as_str()),
            };
        }
        (done, late)
    }
}

coded! {
    /// What may be done with a copy.
    pub enum CopyState {
        /// It is used as its label says.
        InUse = "in-use",
        /// It is out of use and destroyed.
        Withdrawn = "withdrawn",
        /// It is out of use and kept sealed for a court, the defence or a complaint body alone.
        Sealed = "sealed",
    }
}

/// One copy, with its holder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copy {
    /// The node whose record it is.
    pub owner: String,
    /// The version held.
    pub version: u64,
    /// What may be done with it.
    pub state: CopyState,
    /// Whether a court, the defence or a complaint body holds on to it.
    pub hold: bool,
}

/// What a holder answers: it has this version, in this state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The version it now holds.
    pub version: u64,
    /// What it does with it.
    pub state: CopyState,
}

impl Copy {
    /// A copy as it came.
    #[must_use]
    pub fn received(owner: impl Into<String>, version: u64) -> Self {
        Self {
            owner: owner.into(),
            version,
            state: CopyState::InUse,
            hold: false,
        }
    }

    /// A notice came. Who sent it is told by the key that signed it, never by what it says.
    ///
    /// An older one (a message that came late, a replay, a backup played in again) changes nothing and is answered with what
    /// stands.
    ///
    /// # Errors
    /// `COPY-OWNER` where it was not signed by the owner of the record: nothing changes, and it is kept as an alarm.
    pub fn hear(&self, notice: &Notice, signed_by: &str) -> Result<(Copy, Receipt), Refusal> {
        if signed_by != self.owner || notice.owner != self.owner {
            return Err(Refusal::new("COPY-OWNER"));
        }
        let mut copy = self.clone();
        if notice.version > self.version {
            copy.version = notice.version;
            if notice.kind == NoticeKind::Recall {
                copy.state = match self.hold {
                    true => CopyState::Sealed,
                    false => CopyState::Withdrawn,
                };
            }
        }
        let receipt = Receipt {
            version: copy.version,
            state: copy.state,
        };
        Ok((copy, receipt))
    }

    /// A version of the record comes again: from the owner anew, or out of a backup. A withdrawn copy is not revived, an older
    /// version does not replace a newer one.
    #[must_use]
    pub fn come_again(&self, version: u64) -> Copy {
        let mut copy = self.clone();
        if self.state == CopyState::InUse {
            copy.version = self.version.max(version);
        }
        copy
    }
}

#[cfg(test)]
mod tests;
