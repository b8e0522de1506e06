//! Looking at evidence: checking it against its certificate, opening what was returned, handing out its bytes.

use bytes::Bytes;
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use jiff::Timestamp;
use model::policy::role_for;
use model::request::{self, EvidenceItem, Request};
use model::{Actor, Digest, EvidenceId, Object, Purpose, Refusal, RequestId, Verb};
use seal::Hasher;

use super::link;
use super::vault::plain;
use crate::error::{Error, Result};
use crate::office::Office;
use crate::ports::Progress;
use crate::requests::{On, turn};

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

impl Which {
    /// Check this one piece of a request as [`check`] checks them all; no other piece is read.
    ///
    /// # Errors
    /// `NOT-FOUND`.
    pub async fn check(self, office: &Office, actor: &Actor, id: RequestId) -> Result<ItemReport> {
        let request = office
            .read(actor, Purpose::Mla)
            .await?
            .request_or_not_found(id)
            .await?;
        let item = request
            .evidence
            .iter()
            .find(|item| item.id == self.evidence)
            .ok_or_else(|| Refusal::new("NOT-FOUND"))?;
        Ok(inspect(office, item).await)
    }
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
    let request = judge(office, actor, Verb::EvidenceOpen, on.request).await?;
    let item = request
        .evidence
        .into_iter()
        .find(|e| e.id == on.what.evidence)
        .ok_or_else(|| Refusal::new("NOT-FOUND"))?;
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
            for (action, why) in [("verified", found), ("opened", "opened by an officer")] {
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

/// A piece as a stream, for download. Reading is an entry of the ledger. What another State returned is read by nobody before the
/// case officer has opened it: then its bytes and its custody were checked.
///
/// # Errors
/// `NOT-FOUND`, `NOT-ALLOWED`, `EVIDENCE-UNCHECKED`, `USE-EXPIRED` after the last day its owner allowed.
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
    if held.unopened().any(|unopened| unopened.id == item.id) {
        return Err(Refusal::new("EVIDENCE-UNCHECKED")
            .with("id", item.id)
            .into());
    }
    if held.side == model::Side::Outgoing {
        item.readable_on(now.to_zoned(jiff::tz::TimeZone::UTC).date())?;
    }
    let said = crate::office::Said {
        verb: Some("evidence.read"),
        role,
        ..crate::office::Said::of(crate::requests::record_id(request))
    }
    .with("evidence", item.id);
    let entry = office.entry(office.new_act(), (actor, Verb::RequestRead), now, said);
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

/// Ask before any byte is read or taken: whether the request is there for this actor, and whether the actor may.
pub(crate) async fn judge(
    office: &Office,
    actor: &Actor,
    verb: Verb,
    id: RequestId,
) -> Result<Request> {
    let request = office
        .read(actor, Purpose::Mla)
        .await?
        .request_or_not_found(id)
        .await?;
    let single = office.single_officer(request.home_authority());
    role_for(
        actor,
        verb,
        &Object::request(&request, single),
        office.now(),
    )?;
    Ok(request)
}
