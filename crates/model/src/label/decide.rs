//! The decision over a label: one recipient, one purpose, one day. Every reason is reported, not only the first.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Class, Label, Purpose, Tlp};
use crate::code::coded;
use crate::id::{AuthorityId, StateCode};

coded! {
    /// How near a recipient stands to the information, farthest first.
    pub enum Relation {
        /// Anybody.
        Public = "public",
        /// A member of the community.
        Community = "community",
        /// A client of the recipient's organisation.
        Client = "client",
        /// A member of the recipient's organisation.
        SameOrg = "same_org",
        /// A person named.
        Named = "named",
    }
}

coded! {
    /// Why a recipient is refused. Declared in alphabetical order, so that a sorted set reads like the vectors.
    pub enum Reason {
        /// Clearance below the classification.
        Clearance = "clearance",
        /// An originator has not consented.
        ConsentRequired = "consent-required",
        /// Past its day.
        Expired = "expired",
        /// Not in the list of States.
        NotReleasable = "not-releasable",
        /// Not for this purpose.
        Purpose = "purpose",
        /// Traffic light.
        Tlp = "tlp",
    }
}

/// Whom it would go to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// Highest class the recipient may hold.
    pub clearance: Class,
    /// Originators that have consented.
    #[serde(default)]
    pub consents: BTreeSet<String>,
    /// State or organisation.
    pub country: String,
    /// What it is wanted for.
    pub purpose: Purpose,
    /// How near it stands.
    pub relation: Relation,
}

impl Recipient {
    /// Whether an originator's consent stands: given, or not needed by the originator itself.
    fn has_consent_of(&self, owner: &str) -> bool {
        owner == self.country || self.consents.contains(owner)
    }
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "decision", rename_all = "UPPERCASE")]
pub enum Decision {
    /// It may go.
    Permit,
    /// It may not.
    Deny {
        /// Every reason, sorted.
        reasons: BTreeSet<Reason>,
        /// The originators to ask.
        consent_missing: BTreeSet<String>,
    },
}

impl Decision {
    /// Whether it may go.
    pub const fn permitted(&self) -> bool {
        matches!(self, Decision::Permit)
    }
}

/// An officer of this State who wants to read. Roles do not matter here: they decide acts, labels decide reading.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reader {
    /// The State of the node.
    pub state: StateCode,
    /// Where the officer works.
    pub authority: AuthorityId,
    /// The officer's clearance.
    pub clearance: Class,
    /// What the officer says to want it for.
    pub purpose: Purpose,
}

impl Tlp {
    /// The farthest relation that may still have it.
    pub const fn reaches(self) -> Relation {
        match self {
            Tlp::Clear => Relation::Public,
            Tlp::Green => Relation::Community,
            Tlp::Amber => Relation::Client,
            Tlp::AmberStrict => Relation::SameOrg,
            Tlp::Red => Relation::Named,
        }
    }
}

impl Label {
    /// Whether the recipient may have it on the day `as_of`: [`Label::decide`] without its reasons, for long lists.
    #[must_use]
    pub fn permits(&self, recipient: &Recipient, as_of: Date) -> bool {
        self.expires.is_none_or(|day| day > as_of)
            && recipient.clearance >= self.class
            && recipient.relation >= self.tlp.reaches()
            && self
                .purposes
                .as_ref()
                .is_none_or(|purposes| purposes.contains(&recipient.purpose))
            && self
                .releasable_to
                .as_ref()
                .is_none_or(|states| states.contains(&recipient.country))
            && self.consents().all(|owner| recipient.has_consent_of(owner))
    }

    /// Whether the recipient may have it on the day `as_of`; if not, every reason.
    pub fn decide(&self, recipient: &Recipient, as_of: Date) -> Decision {
        let mut reasons = BTreeSet::new();
        if self.expires.is_some_and(|day| day <= as_of) {
            reasons.insert(Reason::Expired);
        }
        if recipient.clearance < self.class {
            reasons.insert(Reason::Clearance);
        }
        if self
            .releasable_to
            .as_ref()
            .is_some_and(|states| !states.contains(&recipient.country))
        {
            reasons.insert(Reason::NotReleasable);
        }
        if self
            .purposes
            .as_ref()
            .is_some_and(|purposes| !purposes.contains(&recipient.purpose))
        {
            reasons.insert(Reason::Purpose);
        }
        if recipient.relation < self.tlp.reaches() {
            reasons.insert(Reason::Tlp);
        }
        let missing = self
            .consents()
            .filter(|owner| !recipient.has_consent_of(owner));
        let consent_missing: BTreeSet<String> = missing.map(str::to_owned).collect();
        if !consent_missing.is_empty() {
            reasons.insert(Reason::ConsentRequired);
        }
        if reasons.is_empty() {
            Decision::Permit
        } else {
            Decision::Deny {
                reasons,
                consent_missing,
            }
        }
    }

    /// The decision for an officer of this node's State, on the day `as_of`.
    ///
    /// The owner is the named recipient of what is wholly its own. Any other State is one organisation
    /// (`same_org`): what another owner marks RED is for persons that no act of ours names, so nobody reads it here.
    /// A node holds what one owner made only because that owner sent it, which is the owner's consent to this
    /// State; a mixture of owners carries no such consent.
    pub fn readable_by(&self, reader: &Reader, as_of: Date) -> Decision {
        let state = reader.state.as_str();
        let mut owners = self.originators();
        let sole_owner = owners.next().filter(|_| owners.next().is_none());
        let relation = if sole_owner == Some(state) {
            Relation::Named
        } else {
            Relation::SameOrg
        };
        let consents = sole_owner.map(str::to_owned).into_iter().collect();
        let recipient = Recipient {
            clearance: reader.clearance,
            consents,
            country: state.to_owned(),
            purpose: reader.purpose,
            relation,
        };
        self.decide(&recipient, as_of)
    }
}
