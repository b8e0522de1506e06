//! What the ledger keeps of an act. No personal text: codes, ids, digests and counts only.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::id::{ActId, Digest, StateCode};

/// One row that the act wrote, as it stood after the act.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RowMark {
    /// Name of the table.
    pub table: String,
    /// Primary key as text.
    pub id: String,
    /// Version of the row after the act.
    pub version: i64,
    /// SHA-256 of the row's canonical form.
    pub sha256: Digest,
}

/// One leaf of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The act; the same act is kept once.
    pub act: ActId,
    /// What was done, past tense: `request.sent`.
    pub verb: String,
    /// Who: `officer:<id>`, `peer:XB`, `system:outbox`.
    pub actor: String,
    /// The role that allowed it.
    pub role: Option<String>,
    /// The State whose node keeps this ledger.
    pub state: StateCode,
    /// When.
    pub at: Timestamp,
    /// On what: `request:<id>`.
    pub object: Option<String>,
    /// For which purpose (a `label::Purpose` code).
    pub purpose: Option<String>,
    /// Why, as a code.
    pub reason_code: Option<String>,
    /// Rows written.
    pub rows: Vec<RowMark>,
    /// Blobs written, by their SHA-256.
    pub blobs: Vec<Digest>,
    /// Codes, digests and counts; never a name or a free text.
    pub note: BTreeMap<String, String>,
}
