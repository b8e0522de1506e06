//! How a statement was obtained, and what follows from it: taint goes with everything that is derived from it.
//!
//! A statement made under torture is evidence against the torturer and of nothing else (CAT 15).

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{EvidenceItem, Use};
use crate::code::coded;
use crate::id::EvidenceId;
use crate::refusal::Refusal;

coded! {
    /// How a statement was obtained.
    pub enum Obtained {
        /// Freely, at liberty.
        AtLiberty = "at_liberty",
        /// In custody, before a judge or with counsel present, and the person was told of the right to be silent.
        CustodyWithSafeguards = "custody_with_safeguards",
        /// In custody; nobody says how.
        Unknown = "unknown",
        /// Torture or ill-treatment is alleged and not disproved.
        Alleged = "alleged",
        /// By torture or ill-treatment.
        Tainted = "tainted",
    }
}

coded! {
    /// What may be relied on, worst last: what is derived from several is as bad as the worst.
    pub enum Taint {
        /// Nothing speaks against it.
        Clean = "clean",
        /// Nobody can say.
        Unknown = "unknown",
        /// It comes from torture or ill-treatment.
        Tainted = "tainted",
    }
}

impl Obtained {
    /// What it makes of the statement itself.
    pub const fn taint(self) -> Taint {
        match self {
            Obtained::AtLiberty | Obtained::CustodyWithSafeguards => Taint::Clean,
            Obtained::Unknown | Obtained::Alleged => Taint::Unknown,
            Obtained::Tainted => Taint::Tainted,
        }
    }
}

/// Kinds of items that are somebody's words.
pub const STATEMENT_KINDS: [&str; 3] = ["statement", "interview", "confession"];

/// Where a statement comes from, and what an item was made of. Travels with the item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Provenance {
    /// How it was obtained, for a statement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub obtained: Option<Obtained>,
    /// The items it is derived from: transcript, translation, analysis, what was found because of it.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub derived_from: BTreeSet<EvidenceId>,
}

impl Provenance {
    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.obtained.is_none() && self.derived_from.is_empty()
    }
}

impl EvidenceItem {
    /// Whether it is somebody's words.
    pub fn is_statement(&self) -> bool {
        STATEMENT_KINDS.contains(&self.kind.as_str())
    }

    fn own_taint(&self) -> Taint {
        match self.provenance.obtained {
            Some(obtained) => obtained.taint(),
            None if self.is_statement() => Taint::Unknown,
            None => Taint::Clean,
        }
    }
}

/// The taint of every item: its own, and the worst of all it is derived from, however far back. What is derived from an
/// item that is not here is unknown; a circle changes nothing.
pub fn taints(items: &[EvidenceItem]) -> BTreeMap<EvidenceId, Taint> {
    let mut taints: BTreeMap<EvidenceId, Taint> = items
        .iter()
        .map(|item| (item.id, item.own_taint()))
        .collect();
    // Each round carries taint one step further; no path is longer than there are items.
    for _ in 0..items.len() {
        let mut moved = false;
        for item in items {
            let inherited = item
                .provenance
                .derived_from
                .iter()
                .map(|id| taints.get(id).copied().unwrap_or(Taint::Unknown))
                .max();
            if let (Some(worst), Some(own)) = (inherited, taints.get_mut(&item.id))
                && worst > *own
            {
                *own = worst;
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    taints
}

/// Whether an item of this taint may support this use.
///
/// # Errors
/// `CAT-15` for what comes from torture, but to prove it; `OBTAINED-UNKNOWN` for arrest, association and screening.
pub fn supports(taint: Taint, usage: Use) -> Result<(), Refusal> {
    let refused = |code| Err(Refusal::new(code).at("/evidence").with("use", usage));
    match taint {
        Taint::Clean => Ok(()),
        _ if usage == Use::ProvingTorture => Ok(()),
        Taint::Tainted => refused("CAT-15"),
        Taint::Unknown if usage.rests_on_it() => refused("OBTAINED-UNKNOWN"),
        Taint::Unknown => Ok(()),
    }
}
