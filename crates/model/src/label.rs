//! Handling labels: who owns a piece of information, who may read it, for what, until when.
//!
//! The algebra is three functions: `join` (combining never widens), `decide` (one recipient), `readable_by` (one
//! domestic reader). The sets are ordered, the fields stand in alphabetical order, so the JSON of a label is already
//! canonical (RFC 8785) and can be interned by its digest. One
//! thing widens: `released_to`, by which the owner lets in the State that a request goes to. Nothing lowers a class: what is
//! to be read lower is written anew out of permitted parts (`crate::release`).

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::code::coded;
use crate::id::StateCode;
use crate::limits;
use crate::refusal::Refusal;

mod decide;

pub use decide::{Decision, Reader, Reason, Recipient, Relation};

coded! {
    /// Classification, lowest first. National names are mapped by table.
    pub enum Class {
        /// For anybody.
        Public = "PUBLIC",
        /// For official use.
        Official = "OFFICIAL",
        /// Restricted.
        Restricted = "RESTRICTED",
        /// Confidential.
        Confidential = "CONFIDENTIAL",
        /// Secret.
        Secret = "SECRET",
        /// Top secret.
        TopSecret = "TOP_SECRET",
    }
}

/// Caveat: not to be disclosed in court.
pub const NO_COURT: &str = "NO-COURT";
/// Caveat: nobody is arrested on it; `NO-ARREST@XX` in that State alone (a flag, as SIS has it).
pub const NO_ARREST: &str = "NO-ARREST";
/// Caveat: the person it is about is not told of it.
pub const NO_DISCLOSE: &str = "NO-DISCLOSE-TO-SUBJECT";
/// Caveat: about a victim.
pub const VICTIM: &str = "VICTIM";
/// Caveat: about a child.
pub const CHILD: &str = "CHILD";

/// Whether a caveat is one that the product knows what to do with; every other is free text, which a person must read.
#[must_use]
pub fn is_known_caveat(caveat: &str) -> bool {
    let flag = caveat
        .strip_prefix(NO_ARREST)
        .and_then(|rest| rest.strip_prefix('@'))
        .is_some_and(|state| state.parse::<StateCode>().is_ok());
    [NO_COURT, NO_ARREST, NO_DISCLOSE, VICTIM, CHILD].contains(&caveat) || flag
}

coded! {
    /// Traffic Light Protocol 2.0 (FIRST), widest first.
    pub enum Tlp {
        /// No limit.
        Clear = "CLEAR",
        /// The community.
        Green = "GREEN",
        /// The recipient's organisation and its clients.
        Amber = "AMBER",
        /// The recipient's organisation only.
        AmberStrict = "AMBER+STRICT",
        /// The named persons only.
        Red = "RED",
    }
}

coded! {
    /// What a piece of information may be used for, and what a reader says to want it for. Declared in the order of
    /// the codes, so that a set reads in alphabetical order.
    pub enum Purpose {
        /// Running the node.
        Administration = "administration",
        /// Evidence in the proceedings named in the request (mutual legal assistance).
        Mla = "evidence",
        /// Freezing of assets.
        Freezing = "freezing",
        /// Immigration and asylum.
        Immigration = "immigration",
        /// Intelligence only.
        Intelligence = "intelligence",
        /// Police investigation.
        Investigation = "investigation",
        /// Independent oversight.
        Oversight = "oversight",
        /// Checks at the border.
        Screening = "screening",
    }
}

coded! {
    /// What a holder may do with a piece of information, beyond reading it (as the Permissible Actions Protocol and "display
    /// only" say it). Declared in the order of the codes.
    pub enum Action {
        /// Arrest or take into custody on it.
        Arrest = "arrest",
        /// Take it out of the node: print, export, forward.
        Copy = "copy",
        /// Check openly: second inspection, questions.
        Inspect = "inspect",
        /// Check so that the person does not notice.
        SilentCheck = "silent-check",
    }
}

/// The handling label of one piece of information, or the join of several.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// What may be done beyond reading; `None` is no limit, an empty set is reading alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actions: Option<BTreeSet<Action>>,
    /// Free restrictions by code; they always hold for a person to read.
    #[serde(default)]
    pub caveats: BTreeSet<String>,
    /// Classification.
    #[serde(rename = "cls")]
    pub class: Class,
    /// Originators whose consent a recipient needs, beside those that `orcon` adds.
    #[serde(default)]
    pub consent_from: BTreeSet<String>,
    /// From this day on nobody reads it.
    #[serde(default)]
    pub expires: Option<Date>,
    /// Originator control: passing on needs the originator's consent.
    #[serde(default)]
    pub orcon: bool,
    /// The owner; of a join all owners, sorted, joined by `+`.
    pub originator: String,
    /// Purposes allowed; `None` is no limit, an empty set is nothing.
    pub purposes: Option<BTreeSet<Purpose>>,
    /// States and organisations that may have it; `None` is no limit, an empty set is nobody. Taken literally, even for
    /// the originator.
    pub releasable_to: Option<BTreeSet<String>>,
    /// The day on which a person looks whether it is still needed.
    #[serde(default)]
    pub review_by: Option<Date>,
    /// Traffic light.
    pub tlp: Tlp,
}

impl Label {
    /// The label of something the State made itself: releasable to itself, which always lets the owner in.
    pub fn own(owner: &StateCode, class: Class) -> Label {
        Label {
            actions: None,
            caveats: BTreeSet::new(),
            class,
            consent_from: BTreeSet::new(),
            expires: None,
            orcon: false,
            originator: owner.to_string(),
            purposes: None,
            releasable_to: Some(BTreeSet::from([owner.to_string()])),
            review_by: None,
            tlp: Tlp::Amber,
        }
    }

    /// The label of something public (a published list, a State card).
    pub fn public(owner: &StateCode) -> Label {
        Label {
            releasable_to: None,
            tlp: Tlp::Clear,
            ..Label::own(owner, Class::Public)
        }
    }

    /// The same label, released by its owner to one more State (the addressee of a request).
    ///
    /// # Errors
    /// `LABEL-OWNER` when `owner` is not its only originator: nobody else may widen it.
    pub fn released_to(&self, owner: &StateCode, recipient: &StateCode) -> Result<Label, Refusal> {
        if self.originator != owner.as_str() {
            return Err(Refusal::new("LABEL-OWNER")
                .at("/label")
                .with("owner", &self.originator));
        }
        let mut label = self.clone();
        if let Some(states) = &mut label.releasable_to {
            states.insert(recipient.to_string());
        }
        Ok(label)
    }

    /// The owners, one by one.
    pub fn originators(&self) -> impl Iterator<Item = &str> {
        self.originator.split('+').filter(|name| !name.is_empty())
    }

    /// The originators whose consent is needed: the explicit ones and, under originator control, the owner. An owner may
    /// come twice.
    fn consents(&self) -> impl Iterator<Item = &str> {
        // A join has already gathered the originators that control their part; the others must not be added again.
        let controls =
            self.orcon && (self.consent_from.is_empty() || self.originators().nth(1).is_none());
        let owners = controls.then(|| self.originators()).into_iter().flatten();
        self.consent_from.iter().map(String::as_str).chain(owners)
    }

    /// The originators whose consent is needed: the explicit ones and, under originator control, the owner.
    pub fn consents_needed(&self) -> BTreeSet<String> {
        self.consents().map(str::to_owned).collect()
    }

    /// The label of the two combined: never wider than either.
    #[must_use]
    pub fn join(&self, other: &Label) -> Label {
        let owners: BTreeSet<&str> = self.originators().chain(other.originators()).collect();
        let mut consent_from = self.consents_needed();
        consent_from.extend(other.consents_needed());
        Label {
            actions: narrower(self.actions.as_ref(), other.actions.as_ref()),
            caveats: self.caveats.union(&other.caveats).cloned().collect(),
            class: self.class.max(other.class),
            consent_from,
            expires: earliest(self.expires, other.expires),
            orcon: self.orcon || other.orcon,
            originator: owners.into_iter().collect::<Vec<_>>().join("+"),
            purposes: narrower(self.purposes.as_ref(), other.purposes.as_ref()),
            releasable_to: narrower(self.releasable_to.as_ref(), other.releasable_to.as_ref()),
            review_by: earliest(self.review_by, other.review_by),
            tlp: self.tlp.max(other.tlp),
        }
    }

    /// The roll-up of several parts; `None` when there is none, because nothing has no label.
    pub fn roll_up<'a>(parts: impl IntoIterator<Item = &'a Label>) -> Option<Label> {
        let mut parts = parts.into_iter();
        let first = parts.next()?;
        // Joined with itself so that a single part gathers its consents like any other.
        Some(parts.fold(first.join(first), |sum, part| sum.join(part)))
    }

    /// Whether its holder may do this, beyond reading it.
    #[must_use]
    pub fn allows(&self, action: Action) -> bool {
        self.actions
            .as_ref()
            .is_none_or(|allowed| allowed.contains(&action))
    }

    /// Whether it may be used for this.
    #[must_use]
    pub fn is_for(&self, purpose: Purpose) -> bool {
        let purposes = self.purposes.as_ref();
        purposes.is_none_or(|allowed| allowed.contains(&purpose))
    }

    /// Whether its audience or its purposes are "all": no limit, or a name that means everybody.
    #[must_use]
    pub fn is_for_all(&self) -> bool {
        let everybody = |name: &String| name == "*" || name.eq_ignore_ascii_case("all");
        let audience = self.releasable_to.as_ref();
        self.purposes.is_none() || audience.is_none_or(|names| names.iter().any(everybody))
    }

    /// Whether a court may have it as evidence, as far as the label says: its purposes hold `evidence` (SIENA's H1 takes it
    /// out), and no caveat keeps it from courts.
    #[must_use]
    pub fn is_for_courts(&self) -> bool {
        let purposes = self.purposes.as_ref();
        purposes.is_none_or(|allowed| allowed.contains(&Purpose::Mla))
            && !self.caveats.contains(NO_COURT)
    }

    /// Whether the sets of a label from outside keep within the limits.
    ///
    /// # Errors
    /// `TOO-MANY` or `TOO-LONG`, naming the field.
    pub fn check_limits(&self) -> Result<(), Refusal> {
        let empty = BTreeSet::new();
        let sets = [
            ("/label/caveats", &self.caveats),
            ("/label/consent_from", &self.consent_from),
            (
                "/label/releasable_to",
                self.releasable_to.as_ref().unwrap_or(&empty),
            ),
        ];
        for (field, set) in sets {
            if set.len() > limits::LABEL_SET_MAX {
                return Err(Refusal::new("TOO-MANY")
                    .at(field)
                    .with("max", limits::LABEL_SET_MAX));
            }
            if set
                .iter()
                .any(|name| name.len() > limits::LABEL_NAME_BYTES_MAX)
            {
                return Err(Refusal::new("TOO-LONG")
                    .at(field)
                    .with("max", limits::LABEL_NAME_BYTES_MAX));
            }
        }
        if self.originator.is_empty() || self.originator.len() > limits::LABEL_NAME_BYTES_MAX * 8 {
            return Err(Refusal::new("TOO-LONG").at("/label/originator"));
        }
        Ok(())
    }

    /// The canonical JSON of the label; equal labels have equal text.
    pub fn canonical(&self) -> String {
        // A label is texts, sets and options only: there is nothing in it that JSON cannot say.
        serde_json::to_string(self).unwrap_or_default()
    }
}

fn earliest(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (one, other) => one.or(other),
    }
}

fn narrower<T: Ord + Clone>(
    a: Option<&BTreeSet<T>>,
    b: Option<&BTreeSet<T>>,
) -> Option<BTreeSet<T>> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.intersection(b).cloned().collect()),
        (one, other) => one.or(other).cloned(),
    }
}

#[cfg(test)]
mod tests;
