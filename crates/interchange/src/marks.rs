//! Labels in the marks of others, and back.
//!
//! Out: a format that has room for a whole label carries it beside the marks that everybody reads, and those are RED as soon as
//! the label says more than a traffic light: who does not know our label holds what they got for themselves. What cannot be
//! said that strictly is blocked. In: a whole label counts only when the marks beside it are the ones it was sent with;
//! otherwise, and for whatever is unknown, absent or in conflict, the strictest reading holds.

use std::collections::BTreeSet;

use model::coded;
use model::id::StateCode;
use model::label::{Class, Label, Tlp};

mod misp;
mod stix;

pub use misp::{
    Distribution, MispMarks, TAG_BYTES_MAX, grade_of_tags, misp_marks, read_misp, tags_of_grade,
};
pub(crate) use stix::sits_under_its_id;
pub use stix::{EXTENSION, read_stix, stix_marks};

/// The highest class that leaves in a format whose common marks know no class.
pub const PLAIN_CLASS_MAX: Class = Class::Restricted;

/// How the marks of others are read here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// This State.
    pub state: StateCode,
    /// Whoever sent it, by the key and not by what the text says.
    pub sender: String,
    /// The class of what comes without one.
    pub class: Class,
}

coded! {
    /// Why a label that was read waits for a person.
    pub enum Doubt {
        /// A mark that nobody here knows.
        Unknown = "unknown",
        /// Marks that contradict each other.
        Conflict = "conflict",
        /// No mark at all.
        Absent = "absent",
    }
}

/// A label that was read out of the marks of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The label.
    pub label: Label,
    /// What a person must look at before it is used: why, and the mark.
    pub doubts: BTreeSet<(Doubt, String)>,
}

coded! {
    /// Why a label cannot leave in a format.
    pub enum Blocked {
        /// The format knows no class, and this one is too high to leave without.
        Class = "MARK-CLASS",
        /// A text is longer than the format has room for, or breaks its marks.
        Text = "MARK-TEXT",
    }
}

impl Policy {
    /// The reading of what nobody marked: for this State, for named persons, with the sender's consent to anything more.
    #[must_use]
    pub fn strictest(&self) -> Label {
        Label {
            actions: Some(BTreeSet::new()),
            originator: self.sender.clone(),
            orcon: true,
            tlp: Tlp::Red,
            ..Label::own(&self.state, self.class)
        }
    }

    /// The reading of a traffic light alone.
    #[must_use]
    pub fn of_tlp(&self, tlp: Tlp) -> Label {
        let open = matches!(tlp, Tlp::Clear | Tlp::Green);
        let own = BTreeSet::from([self.state.to_string()]);
        Label {
            class: if tlp == Tlp::Clear {
                Class::Public
            } else {
                self.class
            },
            originator: self.sender.clone(),
            orcon: tlp == Tlp::Red,
            releasable_to: (!open).then_some(own),
            tlp,
            ..Label::own(&self.state, self.class)
        }
    }

    /// Whether this is the name of whoever sent it.
    #[must_use]
    pub(crate) fn is_sender(&self, name: &str) -> bool {
        self.sender.trim().eq_ignore_ascii_case(name.trim())
    }

    /// Whether the sender is among the originators of a label: for the information of others it may not speak.
    #[must_use]
    pub(crate) fn sent(&self, label: &Label) -> bool {
        label.originators().any(|name| self.is_sender(name))
    }

    /// A label made as strict as what is in doubt must be: what it said stays, if it was stricter. Whom it names as originator
    /// stays alone only where that is the sender.
    #[must_use]
    pub(crate) fn tightened(&self, label: &Label) -> Label {
        let strictest = self.strictest();
        if *label == strictest {
            return strictest;
        }
        let joined = label.join(&strictest);
        let originator = if self.sent(label) {
            label.originator.clone()
        } else {
            joined.originator.clone()
        };
        Label {
            originator,
            ..joined
        }
    }
}

/// The traffic light that everybody reads beside a whole label: its own if it says nothing else, RED otherwise.
#[must_use]
pub fn common_tlp(label: &Label) -> Tlp {
    if says_more(label) {
        Tlp::Red
    } else {
        label.tlp
    }
}

/// Whether a label says more than its traffic light.
pub(crate) fn says_more(label: &Label) -> bool {
    label.class > Class::Public
        || label.actions.is_some()
        || label.purposes.is_some()
        || label.releasable_to.is_some()
        || label.expires.is_some()
        || label.orcon
        || !label.caveats.is_empty()
        || !label.consent_from.is_empty()
}

/// Whether a label that came whole may be one.
fn is_sound(label: &Label) -> bool {
    label.check_limits().is_ok()
}

#[cfg(test)]
pub(crate) mod tests;
