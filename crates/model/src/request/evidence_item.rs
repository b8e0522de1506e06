//! One piece of evidence with its origin and its custody. Links of the custody chain are computed by `seal`.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Provenance, UseLimits};
use crate::id::{Digest, EvidenceId};

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceItem {
    /// Same on both sides.
    pub id: EvidenceId,
    /// For people.
    pub title: String,
    /// As it was called.
    pub file_name: String,
    /// Media type by content (RFC 6838).
    pub media_type: String,
    /// Size in bytes.
    pub size_bytes: u64,
    /// SHA-256 of the bytes.
    pub sha256: Digest,
    /// Kind of item ("bank_record", "statement", "image"), by the template's list.
    pub kind: String,
    /// Who collected it, where, when, under which law.
    pub origin: Origin,
    /// The certificate for the court.
    pub certificate_text: String,
    /// What it may be used for (UNTOC 18(19)).
    pub use_conditions: String,
    /// How a statement was obtained, and what the item is derived from.
    #[serde(default, skip_serializing_if = "Provenance::is_empty")]
    pub provenance: Provenance,
    /// The owner's limits, where there are more than `use_conditions` says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limits: Option<UseLimits>,
    /// All hands it went through, oldest first.
    pub custody: Vec<CustodyEvent>,
    /// Name of the stored bytes in this node; absent until they are here.
    #[serde(default)]
    pub blob: Option<Digest>,
    /// Whether the bytes agree with the digest, as this node checked.
    #[serde(default)]
    pub verified: Option<Verified>,
}

/// Where a piece of evidence comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Who collected it (function and authority).
    pub collected_by: String,
    /// When.
    pub collected_at: Timestamp,
    /// Where.
    pub place: String,
    /// Under which law.
    pub law: String,
}

/// One step in the custody of a piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustodyEvent {
    /// When.
    pub at: Timestamp,
    /// Who, as the ledger names actors, or a function.
    pub by: String,
    /// `collected`, `sealed`, `sent`, `received`, `verified`, `opened`, `exported`.
    pub action: String,
    /// Why.
    pub why: String,
    /// Digest of the step before; `Digest::ZERO` for the first.
    pub previous: Digest,
}

/// A check of the bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verified {
    /// When.
    pub at: Timestamp,
    /// Whether they agree.
    pub ok: bool,
}
