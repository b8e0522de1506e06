//! Evidence: files in the vault under keys of their own, custody as a chain of links, giving back, opening and proving.

use std::path::Path;

use bytes::Bytes;
use futures_util::stream::BoxStream;
use futures_util::{Stream, StreamExt};
use jiff::Timestamp;
use model::policy::role_for;
use model::request::{self, CustodyEvent, EvidenceItem, Origin, Request};
use model::{ActId, Actor, Digest, EvidenceId, Object, Purpose, Refusal, RequestId, Verb, limits};
use seal::Hasher;
use seal::chunk::{Decryptor, Encryptor, HEADER_BYTES};
use seal::vault::RecordKey;
use store::blobs::Written;

use crate::error::{Doing, Error, Result};
use crate::office::Office;
use crate::ports::Progress;
use crate::requests::{On, turn};

pub mod bag;

/// Context of a file in the vault.
const FILE_CONTEXT: &[u8] = b"comity/evidence";

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
}

/// Give evidence back to the requesting State.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct GiveBack {
    /// Which pieces; empty: all.
    pub items: Vec<EvidenceId>,
    /// What is certified of them together.
    pub certificate: String,
}

/// How one piece was found when it was opened.
#[derive(Debug, Clone)]
pub struct ItemReport {
    /// The piece.
    pub id: EvidenceId,
    /// What it is.
    pub title: String,
    /// The bytes are there, whole and those of the certificate.
    pub bytes_ok: bool,
    /// The custody chain holds from the first link.
    pub custody_ok: bool,
    /// What does not hold, in words.
    pub problem: Option<String>,
}

/// Encrypt a stream of plaintext into a blob under `key`. Answers the blob, and digest and size of the plaintext.
pub(crate) async fn write_sealed<S>(
    office: &Office,
    draft: &str,
    key: &RecordKey,
    plain: S,
) -> Result<(Written, Digest, u64)>
where
    S: Stream<Item = Result<Bytes>> + Send + Unpin,
{
    let blob_key = key.blob_key().doing("encrypt a file")?;
    let (encryptor, header) =
        Encryptor::new(&blob_key, FILE_CONTEXT, &mut office.dice()).doing("encrypt a file")?;
    let seen = std::sync::Arc::new(std::sync::Mutex::new((Hasher::new(), 0u64)));
    let count = std::sync::Arc::clone(&seen);
    let first = futures_util::stream::iter([Ok(Bytes::copy_from_slice(&header))]);
    let rest =
        futures_util::stream::unfold((plain, Some(encryptor)), move |(mut plain, encryptor)| {
            let count = std::sync::Arc::clone(&count);
            async move {
                let mut encryptor = encryptor?;
                let mut out = Vec::new();
                match plain.next().await {
                    Some(Ok(bytes)) => {
                        let mut seen = count
                            .lock()
                            .unwrap_or_else(std::sync::PoisonError::into_inner);
                        seen.0.update(&bytes);
                        seen.1 += bytes.len() as u64;
                        if seen.1 > limits::EVIDENCE_ITEM_BYTES_MAX {
                            let refusal = Refusal::new("TOO-LARGE")
                                .with("max", limits::EVIDENCE_ITEM_BYTES_MAX);
                            return Some((Err(refusal.into()), (plain, None)));
                        }
                        match encryptor.update(&bytes, &mut out).doing("encrypt a file") {
                            Ok(()) => Some((Ok(out.into()), (plain, Some(encryptor)))),
                            Err(error) => Some((Err(error), (plain, None))),
                        }
                    }
                    Some(Err(error)) => Some((Err(error), (plain, None))),
                    None => {
                        let last = encryptor
                            .finish(&mut out)
                            .doing("encrypt a file")
                            .map(|()| out.into());
                        Some((last, (plain, None)))
                    }
                }
            }
        });
    let written = office
        .store()
        .blobs()
        .write(draft, first.chain(rest).boxed())
        .await?;
    let seen = seen
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    Ok((written, seen.0.clone().finish(), seen.1))
}

/// The plaintext of a file in the vault. The last item is an error where the bytes are not what they were.
pub(crate) async fn plain(
    office: &Office,
    blob: Digest,
) -> Result<BoxStream<'static, Result<Bytes>>> {
    let key = office
        .store()
        .blob_key(&blob)
        .await?
        .ok_or_else(|| Error::Key(format!("blob/{blob}")))?;
    let blob_key = key.blob_key().doing("decrypt a file")?;
    let sealed = office.store().blobs().read(blob).await?;
    let state = (sealed, Vec::<u8>::new(), None::<Decryptor>, false);
    let stream =
        futures_util::stream::unfold(state, move |(mut sealed, mut head, mut decryptor, done)| {
            let blob_key = blob_key.clone();
            async move {
                if done {
                    return None;
                }
                let mut out = Vec::new();
                loop {
                    match sealed.next().await {
                        Some(Ok(bytes)) => {
                            let step = match &mut decryptor {
                                Some(open) => open.update(&bytes, &mut out),
                                None => {
                                    head.extend_from_slice(&bytes);
                                    begin(&blob_key, &mut head, &mut decryptor, &mut out)
                                }
                            };
                            if let Err(error) = step.doing("decrypt a file") {
                                return Some((Err(error), (sealed, head, None, true)));
                            }
                            if !out.is_empty() {
                                return Some((Ok(out.into()), (sealed, head, decryptor, false)));
                            }
                        }
                        Some(Err(error)) => {
                            return Some((Err(error.into()), (sealed, head, None, true)));
                        }
                        None => {
                            let end = match decryptor.take() {
                                Some(open) => open
                                    .finish(&mut out)
                                    .doing("decrypt a file")
                                    .map(|()| out.into()),
                                None => Err(Error::input(
                                    "EVIDENCE",
                                    "file",
                                    "the file in the vault is cut off",
                                )),
                            };
                            return Some((end, (sealed, head, None, true)));
                        }
                    }
                }
            }
        });
    Ok(stream.boxed())
}

/// Start decrypting once the header is whole.
fn begin(
    key: &[u8; 32],
    head: &mut Vec<u8>,
    decryptor: &mut Option<Decryptor>,
    out: &mut Vec<u8>,
) -> seal::Result<()> {
    let Some((header, rest)) = head.split_first_chunk::<HEADER_BYTES>() else {
        return Ok(());
    };
    let mut open = Decryptor::new(key, FILE_CONTEXT, header)?;
    open.update(rest, out)?;
    head.clear();
    *decryptor = Some(open);
    Ok(())
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
    let request = office
        .read(actor, Purpose::Mla)
        .await?
        .request_or_not_found(act.request)
        .await?;
    let single = office.single_officer(request.home_authority());
    role_for(
        actor,
        Verb::EvidenceAttach,
        &Object::request(&request, single),
        now,
    )?;
    let id = EvidenceId::new(now, office.throw10());
    let key = RecordKey::generate(&mut office.dice());
    let body = body.map(|part| {
        part.map_err(|source| Error::File {
            doing: "received",
            path: "the file".to_owned(),
            source,
        })
    });
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
        custody,
        blob: Some(written.digest),
        verified: None,
    };
    let (office_in, actor_in) = (office.clone(), actor.clone());
    office
        .act(act.act, move |tx| {
            Box::pin(async move {
                let turn = crate::requests::Turn::new(
                    &office_in,
                    &actor_in,
                    Verb::EvidenceAttach,
                    act.act,
                );
                let request = crate::requests::load(tx, act.request).await?;
                let (by, role) = turn.permit(&request)?;
                let (next, effects) = request.attach(&request::Attach { item }, &by, now)?;
                tx.put_blob(written, &format!("evidence:{id}"), &key, now)
                    .await?;
                turn.keep_as(tx, next, effects, (role, id)).await
            })
        })
        .await
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
            };
            request
                .return_evidence(&act, by, turn.now)
                .map_err(Error::Refused)
        },
    )
    .await
}

/// Check every piece of a request against its certificate: bytes, size, custody. Reads; changes nothing.
///
/// # Errors
/// `NOT-FOUND`.
pub async fn check(
    office: &Office,
    actor: &Actor,
    id: RequestId,
    progress: &dyn Progress,
) -> Result<Vec<ItemReport>> {
    let request = office
        .read(actor, Purpose::Mla)
        .await?
        .request_or_not_found(id)
        .await?;
    let mut reports = Vec::new();
    for (n, item) in request.evidence.iter().enumerate() {
        progress.step(n as u64, Some(request.evidence.len() as u64), "evidence");
        reports.push(inspect(office, item).await);
    }
    Ok(reports)
}

async fn inspect(office: &Office, item: &EvidenceItem) -> ItemReport {
    let bytes = match item.blob {
        Some(blob) => digest_of(office, blob).await,
        None => Err(Error::input(
            "EVIDENCE",
            "file",
            "the file is not in this node's vault",
        )),
    };
    let (bytes_ok, mut problem) = match bytes {
        Ok(found) if found == (item.sha256, item.size_bytes) => (true, None),
        Ok(_) => (
            false,
            Some("the bytes are not those of the certificate".to_owned()),
        ),
        Err(error) => (false, Some(error.to_string())),
    };
    let custody = seal::custody::verify(&item.sha256, &item.custody);
    let custody_ok = custody.is_ok();
    if let (None, Err(error)) = (&problem, custody) {
        problem = Some(error.to_string());
    }
    ItemReport {
        id: item.id,
        title: item.title.clone(),
        bytes_ok,
        custody_ok,
        problem,
    }
}

async fn digest_of(office: &Office, blob: Digest) -> Result<(Digest, u64)> {
    let mut stream = plain(office, blob).await?;
    let (mut hasher, mut size) = (Hasher::new(), 0);
    while let Some(bytes) = stream.next().await {
        let bytes = bytes?;
        hasher.update(&bytes);
        size += bytes.len() as u64;
    }
    Ok((hasher.finish(), size))
}

/// Open a returned piece: it is checked, the finding and the opening become links of its custody.
///
/// # Errors
/// What `model::request` refuses, `NOT-ALLOWED`, `NOT-FOUND`, `STALE`.
pub async fn open(office: &Office, actor: &Actor, on: On<Which>) -> Result<ItemReport> {
    let item = office
        .read(actor, Purpose::Mla)
        .await?
        .evidence(on.request, on.what.evidence)
        .await?;
    let report = inspect(office, &item).await;
    let ok = report.bytes_ok && report.custody_ok;
    turn(
        office,
        actor,
        (Verb::EvidenceOpen, on.act, on.request, Some(on.version)),
        move |request, by, turn| {
            let held = request
                .evidence
                .iter()
                .find(|e| e.id == item.id)
                .ok_or_else(|| Refusal::new("EVIDENCE-UNKNOWN"))?;
            let mut chain = held.custody.clone();
            let before = chain.len();
            let found = if ok {
                "bytes and custody hold"
            } else {
                "bytes or custody do not hold"
            };
            for (action, why) in [
                ("received", "arrived with the returned evidence"),
                ("verified", found),
                ("opened", "opened by an officer"),
            ] {
                let next = link(&held.sha256, &chain, &turn.actor, (action, why), turn.now);
                chain.push(next);
            }
            let custody = chain.split_off(before);
            let act = request::OpenEvidence {
                id: item.id,
                ok,
                blob: held.blob,
                custody,
            };
            request
                .open_evidence(&act, by, turn.now)
                .map_err(Error::Refused)
        },
    )
    .await?;
    Ok(report)
}

/// Which piece.
#[derive(Debug, Clone, Copy, serde::Serialize, serde::Deserialize)]
pub struct Which {
    /// The piece.
    pub evidence: EvidenceId,
}

/// Tell the other side that what it returned was opened and checked.
///
/// # Errors
/// `EVIDENCE-UNCHECKED` while a piece was not opened; `STAGE`, `NOT-ALLOWED`, `NOT-FOUND`, `STALE`.
pub async fn confirm(
    office: &Office,
    actor: &Actor,
    on: On<crate::requests::Plain>,
) -> Result<i64> {
    turn(
        office,
        actor,
        (Verb::EvidenceOpen, on.act, on.request, Some(on.version)),
        move |request, by, turn| request.confirm_return(by, turn.now).map_err(Error::Refused),
    )
    .await
}

/// A piece as a stream, for download. Reading is an entry of the ledger.
///
/// # Errors
/// `NOT-FOUND`, `NOT-ALLOWED`.
pub async fn stream(
    office: &Office,
    actor: &Actor,
    (request, item): (RequestId, EvidenceId),
) -> Result<(EvidenceItem, BoxStream<'static, Result<Bytes>>)> {
    let now = office.now();
    let held = office
        .read(actor, Purpose::Mla)
        .await?
        .request_or_not_found(request)
        .await?;
    let role = reading_role(office, actor, &held, now)?;
    let item = held
        .evidence
        .iter()
        .find(|e| e.id == item)
        .cloned()
        .ok_or_else(|| Refusal::new("NOT-FOUND"))?;
    let blob = item
        .blob
        .ok_or_else(|| Error::input("EVIDENCE", "file", "the file is not in this node's vault"))?;
    let said = crate::office::Said {
        verb: Some("evidence.read"),
        role,
        ..crate::office::Said::of(crate::requests::record_id(request))
    }
    .with("evidence", item.id);
    let entry = office.entry(office.new_act(), actor, Verb::RequestRead, now, said);
    office
        .act(entry.act, move |tx| {
            Box::pin(async move { Ok(tx.keep(entry, ()).await?) })
        })
        .await?;
    Ok((item, plain(office, blob).await?))
}

fn reading_role(
    office: &Office,
    actor: &Actor,
    request: &Request,
    now: Timestamp,
) -> Result<Option<model::Role>> {
    let single = office.single_officer(request.home_authority());
    Ok(role_for(
        actor,
        Verb::RequestRead,
        &Object::request(request, single),
        now,
    )?)
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
