//! The proof of one row: its place in its group, the group's entry in the ledger, the entry's place under a signed
//! checkpoint; and, to whoever brings the question and its salt, that this is what was asked.

use model::policy::role_for;
use model::{Actor, Digest, Object, QueryId, Refusal, Verb};
use seal::ledger::{
    Checkpoint, NoteKey, Salt, entry_data, inclusion_proof, leaf_hash, verify_inclusion,
};
use serde::Serialize;
use store::screened::Screened;

use super::group::{text, tree};
use super::read::Content;
use super::{asked_at, read};
use crate::error::{Doing, Result};
use crate::ledger::LineProof;
use crate::office::Office;

/// Proof of a row of the log.
#[derive(Debug, Clone, Serialize)]
pub struct LogProof {
    /// The row in canonical JSON.
    pub row: String,
    /// Its place in its group.
    pub index: u64,
    /// Rows of the group.
    pub of: u64,
    /// Audit path in the group, the row's sibling first (RFC 6962).
    pub path: Vec<Digest>,
    /// Root of the group, as the note `root` of the entry says.
    pub root: Digest,
    /// The entry that names the group.
    pub entry: LineProof,
    /// Whether the question and the salt that were brought are the row's; `None` where none were brought.
    pub asked: Option<bool>,
}

/// Prove a row. An auditor may for any row; whoever brings its question and salt may for that row.
///
/// # Errors
/// `NOT-ALLOWED`; `NOT-FOUND` where there is no such row.
pub async fn prove(
    office: &Office,
    actor: &Actor,
    (id, claim): (QueryId, Option<Content>),
) -> Result<LogProof> {
    let (now, state) = (office.now(), office.state().clone());
    let allowed = role_for(actor, Verb::ScreenLogRead, &Object::node(&state), now);
    if claim.is_none() {
        allowed.clone()?;
    }
    let not_found = || Refusal::new("NOT-FOUND");
    let (group, index) = find(office, id).await?.ok_or_else(not_found)?;
    let rows = read::rows(&group)?;
    let row = rows.get(index).ok_or_else(not_found)?;
    let asked = match claim {
        Some(claim) => Some(claim.commitment()? == row.question),
        None => None,
    };
    if asked != Some(true) {
        allowed?;
    }
    let texts: Vec<String> = rows.iter().map(text).collect::<Result<_>>()?;
    let (root, nodes) = tree(&texts);
    let (index, of) = (index as u64, texts.len() as u64);
    let path = inclusion_proof(index, of, &|level, number| {
        nodes.get(&(level, number)).copied()
    })
    .doing("prove a row of the log")?;
    let leaf = office
        .store()
        .leaf_of(&format!("screened/{}", group.id), 1)
        .await?;
    let line = office
        .store()
        .ledger_line(leaf.ok_or_else(not_found)?)
        .await?;
    let entry = crate::ledger::prove(office, line.ok_or_else(not_found)?).await?;
    Ok(LogProof {
        row: text(row)?,
        index,
        of,
        path,
        root,
        entry,
        asked,
    })
}

async fn find(office: &Office, id: QueryId) -> Result<Option<(Screened, usize)>> {
    let Some(at) = asked_at(id) else {
        return Ok(None);
    };
    for group in office.store().screened_at(at).await? {
        let place = read::rows(&group)?.iter().position(|row| row.id == id);
        if let Some(place) = place {
            return Ok(Some((group, place)));
        }
    }
    Ok(None)
}

impl LogProof {
    /// Whether everything in it fits, under the key of the ledger: anybody can compute this with what the proof holds.
    pub fn holds(&self, key: &NoteKey) -> bool {
        self.in_group() && self.in_entry() && self.in_ledger(key)
    }

    fn in_group(&self) -> bool {
        let leaf = leaf_hash(self.row.as_bytes());
        verify_inclusion(&leaf, self.index, self.of, &self.path, &self.root).is_ok()
    }

    /// The entry names the root, and is what its leaf says.
    fn in_entry(&self) -> bool {
        let entry: Option<model::Entry> = serde_json::from_str(&self.entry.entry).ok();
        let root = entry.and_then(|entry| entry.note.get("root").cloned());
        let salt = self.entry.salt.as_deref().and_then(seal::unhex);
        let Some(salt) = salt.and_then(|salt| salt.try_into().ok()) else {
            return false;
        };
        let data = entry_data(&Salt(salt), self.entry.entry.as_bytes());
        root == Some(self.root.to_string()) && leaf_hash(&data.0) == self.entry.leaf
    }

    fn in_ledger(&self, key: &NoteKey) -> bool {
        let entry = &self.entry;
        let signed = Checkpoint::open(&entry.checkpoint, key);
        signed.is_ok_and(|c| c.size == entry.size && c.root == entry.root)
            && verify_inclusion(
                &entry.leaf,
                entry.index,
                entry.size,
                &entry.path,
                &entry.root,
            )
            .is_ok()
    }
}
