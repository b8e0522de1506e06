//! Evidence: files in the vault under keys of their own, custody as a chain of links, giving back, opening and proving.

pub mod bag;
mod open;
mod vault;

use std::path::Path;

use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use jiff::Timestamp;
use model::request::{self, CustodyEvent, EvidenceItem, Origin, Provenance, UseLimits};
use model::{ActId, Actor, Digest, EvidenceId, RequestId, Verb};
use seal::vault::RecordKey;

use crate::error::{Error, Result};
use crate::office::Office;
use crate::ports::Progress;
use crate::requests::{On, turn};

pub(crate) use open::judge;
pub use open::{ItemReport, Which, check, confirm, open, stream};
pub(crate) use vault::{plain, write_sealed};

/// Attach a piece of evidence.
#[derive(Debug, Clone)]
pub struct Attach {
    /// The act.
    pub act: ActId,
    /// The request it answers.
    pub request: RequestId,
    /// What it is, in a few words.
    pub title: String,
    /// Its file name.
    pub file_name: String,
    /// Media type.
    pub media_type: String,
    /// `document`, `image`, `disk-image`, `recording` …
    pub kind: String,
    /// Who collected it, when, where, under which law.
    pub origin: Origin,
    /// What the officer certifies of it.
    pub certificate: String,
    /// Limits of use.
    pub use_conditions: String,
    /// How a statement was obtained, and what the piece is derived from.
    pub provenance: Provenance,
    /// Limits of use that the other State's node holds to by itself.
    pub limits: Option<UseLimits>,
}

/// Give evidence back to the requesting State.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct GiveBack {
    /// Which pieces; empty: all.
    pub items: Vec<EvidenceId>,
    /// What is certified of them together.
    pub certificate: String,
    /// They go to prove that torture was done.
    #[serde(default)]
    pub proving_torture: bool,
}

/// A new link of a custody chain.
pub(crate) fn link(
    evidence: &Digest,
    chain: &[CustodyEvent],
    actor: &Actor,
    (action, why): (&str, &str),
    at: Timestamp,
) -> CustodyEvent {
    let by = format!("{}:{}", actor.state(), actor.ledger_name());
    // A chain's times do not run backwards, whatever the clocks of two States say.
    let at = chain.last().map_or(at, |last| at.max(last.at));
    let step = seal::custody::Step {
        at,
        by,
        action: action.to_owned(),
        why: why.to_owned(),
    };
    seal::custody::next(evidence, chain, step)
}

pub(crate) fn not_received(source: std::io::Error) -> Error {
    Error::File {
        doing: "received",
        path: "the file".to_owned(),
        source,
    }
}

/// Attach a piece of evidence: the file goes into the vault as it arrives, then the act names it.
///
/// # Errors
/// `NOT-ALLOWED`, `NOT-FOUND`, `STAGE`, `TOO-LARGE`, shape refusals; what the body's stream says.
pub async fn attach<S>(office: &Office, actor: &Actor, act: Attach, body: S) -> Result<EvidenceId>
where
    S: Stream<Item = std::io::Result<Bytes>> + Send + Unpin,
{
    let now = office.now();
    // Judged before a byte is taken, and again in the act.
    open::judge(office, actor, Verb::EvidenceAttach, act.request).await?;
    let id = EvidenceId::new(now, office.throw10());
    let key = RecordKey::generate(&mut office.dice());
    let body = body.map(|part| part.map_err(not_received));
    let (written, sha256, size_bytes) =
        write_sealed(office, &format!("evidence-{id}"), &key, body.boxed()).await?;
    let custody = vec![link(
        &sha256,
        &[],
        actor,
        ("sealed", "attached to the request"),
        now,
    )];
    let item = EvidenceItem {
        id,
        title: act.title,
        file_name: act.file_name,
        media_type: act.media_type,
        size_bytes,
        sha256,
        kind: act.kind,
        origin: act.origin,
        certificate_text: act.certificate,
        use_conditions: act.use_conditions,
        provenance: act.provenance,
        limits: act.limits,
        custody,
        blob: Some(written.digest),
        verified: None,
    };
    let (office_in, actor_in) = (office.clone(), actor.clone());
    let claim = Office::claim(
        act.act,
        (actor, Verb::EvidenceAttach),
        Some(crate::requests::record_id(act.request)),
    );
    let done = office
        .act(claim, move |tx| {
            Box::pin(async move {
                let turn = crate::requests::Turn::new(
                    &office_in,
                    &actor_in,
                    Verb::EvidenceAttach,
                    act.act,
                );
                let request = crate::requests::load(tx, act.request).await?;
                let (by, role) = turn.permit(&request)?;
                let request =
                    crate::safeguards::ours_to_give(&office_in, tx, (request, &item), now).await?;
                let (next, effects) = request.attach(&request::Attach { item }, &by, now)?;
                tx.put_blob(written, &format!("evidence:{id}"), &key, now)
                    .await?;
                turn.keep_as(tx, next, effects, (role, id)).await
            })
        })
        .await;
    // The same act done twice keeps the first file; a refused one keeps none. After any other failure nobody knows.
    let idle = match &done {
        Ok(kept) => *kept != id,
        Err(Error::Refused(_) | Error::Input { .. }) => true,
        Err(_) => false,
    };
    if idle {
        office.store().blobs().forget(&written.digest).await?;
    }
    done
}

/// Give evidence back.
///
/// # Errors
/// What `model::request` refuses, `NOT-ALLOWED`, `NOT-FOUND`, `STALE`.
pub async fn give_back(office: &Office, actor: &Actor, on: On<GiveBack>) -> Result<i64> {
    turn(
        office,
        actor,
        (Verb::EvidenceReturn, on.act, on.request, Some(on.version)),
        move |request, by, turn| {
            let all = on.what.items.is_empty();
            let chosen = |item: &&EvidenceItem| all || on.what.items.contains(&item.id);
            let custody = request
                .evidence
                .iter()
                .filter(chosen)
                .map(|item| {
                    let why = ("sent", "returned to the requesting State");
                    (
                        item.id,
                        link(&item.sha256, &item.custody, &turn.actor, why, turn.now),
                    )
                })
                .collect::<Vec<_>>();
            let items = custody.iter().map(|(id, _)| *id).collect();
            let act = request::ReturnEvidence {
                items,
                certificate: on.what.certificate,
                custody,
                proving_torture: on.what.proving_torture,
            };
            request
                .return_evidence(&act, by, turn.now)
                .map_err(Error::Refused)
        },
    )
    .await
}

/// Write the evidence package of a request: a BagIt bag that proves itself with sha256sum and openssl.
///
/// # Errors
/// `NOT-FOUND`, `NOT-ALLOWED`; what the disk says.
pub async fn export_bag(
    office: &Office,
    actor: &Actor,
    id: RequestId,
    out: &Path,
    progress: &dyn Progress,
) -> Result<()> {
    bag::export(office, actor, id, (out, progress)).await
}
