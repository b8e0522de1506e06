//! The ledger's own acts: signing checkpoints, verifying everything, proving one line.

use std::collections::BTreeMap;

use jiff::Timestamp;
use model::policy::role_for;
use model::{Actor, Digest, Object, Verb};
use seal::ledger::{Checkpoint, NoteKey, verify_inclusion};
use serde::Serialize;
use store::ledger::{Line, Signed};
use store::verify::Problem;

use crate::error::{Doing, Result};
use crate::office::{Office, Said};
use crate::ports::Progress;

/// What a verification found.
#[derive(Debug, Clone)]
pub struct VerifyReport {
    /// Entries in the ledger.
    pub size: u64,
    /// Root hash, computed anew.
    pub root: Digest,
    /// Checkpoints whose signature and root hold.
    pub checkpoints: u64,
    /// Rows compared with their digest.
    pub rows: u64,
    /// Blobs compared with their name.
    pub blobs: u64,
    /// What does not hold; empty when everything does.
    pub problems: Vec<Problem>,
}

/// Proof that one line stands in the ledger.
#[derive(Debug, Clone, Serialize)]
pub struct LineProof {
    /// Position.
    pub index: u64,
    /// The entry's canonical JSON; with the salt before it, SHA-256 gives the entry's public data.
    pub entry: String,
    /// 32 bytes as hex; `None` once erased.
    pub salt: Option<String>,
    /// The leaf hash.
    pub leaf: Digest,
    /// Size of the tree that the checkpoint covers.
    pub size: u64,
    /// Root of that tree.
    pub root: Digest,
    /// Audit path, leaf's sibling first.
    pub path: Vec<Digest>,
    /// The signed checkpoint.
    pub checkpoint: String,
}

impl Office {
    /// The key by which this node's checkpoints are verified.
    pub fn log_key(&self) -> NoteKey {
        self.0.keys.log().key().clone()
    }
}

/// Sign a checkpoint over the ledger as it stands, if it grew since the last one.
pub async fn checkpoint(office: &Office) -> Result<Option<Signed>> {
    let size = office.store().ledger_size().await?;
    let last = office.store().checkpoint().await?;
    if size == 0 || last.as_ref().is_some_and(|last| last.size >= size) {
        return Ok(last);
    }
    let root = office.store().root_at(size).await?;
    let signer = office.0.keys.log();
    let note = Checkpoint::new(signer.key().name(), size, root)
        .sign(signer)
        .doing("sign a checkpoint")?;
    let signed = Signed {
        size,
        at: office.now(),
        root,
        note,
    };
    office.store().keep_checkpoint(signed.clone()).await?;
    Ok(Some(signed))
}

/// Verify the whole house: leaves, tree, checkpoints, rows, blobs. The act itself is an entry.
///
/// # Errors
/// `NOT-ALLOWED`; a failure to read at all.
pub async fn verify(
    office: &Office,
    actor: &Actor,
    progress: &dyn Progress,
) -> Result<VerifyReport> {
    let now = office.now();
    let state = office.state().clone();
    let role = role_for(actor, Verb::LedgerVerify, &Object::node(&state), now)?;
    let checkpoints = office.store().checkpoints().await?;
    let mut sizes: Vec<u64> = checkpoints.iter().map(|c| c.size).collect();
    sizes.sort_unstable();
    let found = office
        .store()
        .verify(&sizes, &|done, total| {
            progress.step(done, Some(total), "ledger")
        })
        .await?;
    let mut report = VerifyReport {
        size: found.size,
        root: found.root.unwrap_or(Digest::ZERO),
        checkpoints: 0,
        rows: found.rows,
        blobs: found.blobs,
        problems: found.problems,
    };
    let key = office.log_key();
    let roots: BTreeMap<u64, Digest> = found.roots.into_iter().collect();
    for signed in &checkpoints {
        let computed = roots.get(&signed.size).copied();
        match check(signed, computed, &key) {
            Ok(()) => report.checkpoints += 1,
            Err(what) => report.problems.push(Problem {
                place: format!("checkpoint/{}", signed.size),
                code: "checkpoint",
                what: what.to_owned(),
            }),
        }
    }
    remember(office, actor, (role, now), &report).await?;
    Ok(report)
}

fn check(
    signed: &Signed,
    computed: Option<Digest>,
    key: &NoteKey,
) -> std::result::Result<(), &'static str> {
    let open = Checkpoint::open(&signed.note, key).map_err(|_| "its signature does not hold")?;
    if open.size != signed.size || open.root != signed.root {
        return Err("the row says something else than the signed note");
    }
    match computed {
        Some(root) if root == open.root => Ok(()),
        Some(_) => Err("its root is not what the entries give: an entry was changed or removed"),
        None => Err("the ledger is shorter than this checkpoint: entries were removed"),
    }
}

async fn remember(
    office: &Office,
    actor: &Actor,
    (role, now): (Option<model::Role>, Timestamp),
    report: &VerifyReport,
) -> Result<()> {
    let said = Said {
        role,
        ..Said::of("ledger")
    }
    .with("size", report.size)
    .with("rows", report.rows)
    .with("problems", report.problems.len());
    let entry = office.entry(office.new_act(), (actor, Verb::LedgerVerify), now, said);
    office
        .act(entry.act, move |tx| {
            Box::pin(async move { Ok(tx.keep(entry, ()).await?) })
        })
        .await
}

/// Prove one line against the latest checkpoint, signing a new one first if the line is younger.
///
/// # Errors
/// `NOT-ALLOWED`.
pub async fn proof(office: &Office, actor: &Actor, index: u64) -> Result<Option<LineProof>> {
    let state = office.state().clone();
    role_for(actor, Verb::LedgerRead, &Object::node(&state), office.now())?;
    let Some(line) = office.store().ledger_line(index).await? else {
        return Ok(None);
    };
    prove(office, line).await.map(Some)
}

/// Prove a line that was read already.
pub(crate) async fn prove(office: &Office, line: Line) -> Result<LineProof> {
    let mut signed = office.store().checkpoint().await?;
    if signed
        .as_ref()
        .is_none_or(|signed| signed.size <= line.leaf)
    {
        signed = checkpoint(office).await?;
    }
    let signed = signed.ok_or_else(|| crate::Error::Key("log".to_owned()))?;
    let path = office.store().inclusion(line.leaf, signed.size).await?;
    verify_inclusion(&line.sha256, line.leaf, signed.size, &path, &signed.root)
        .doing("prove a line of the ledger")?;
    Ok(LineProof {
        index: line.leaf,
        entry: line.json,
        salt: line.salt.map(|salt| seal::hex(&salt)),
        leaf: line.sha256,
        size: signed.size,
        root: signed.root,
        path,
        checkpoint: signed.note,
    })
}
