//! Cases kept on paper: a request that came by letter is written down and entered; what happens on the road and on the
//! other side is entered from the letters, each with its scan. The life of the case is `model::request`'s, as it is for
//! what a node tells.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use bytes::Bytes;
use futures_util::stream::BoxStream;
use futures_util::{Stream, StreamExt};
use jiff::Timestamp;
use jiff::civil::Date;
use model::number::Number;
use model::policy::role_for;
use model::request::{
    self, Channel, Entered, EvidenceItem, Heard, Origin, Provenance, Request, Scan,
};
use model::{
    ActId, Actor, AuthorityId, EvidenceId, Label, Lang, Object, OfficerId, Purpose, Refusal,
    RequestId, StateCode, Urgency, Verb,
};
use seal::vault::RecordKey;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::Tx;
use store::blobs::Written;

use super::draft::next_number;
use super::turn::{Turn, refused, turn};
use super::{On, Plain, content_digest, load, put, record_id};
use crate::error::{Error, Result};
use crate::office::{Office, Said};

/// A letter: by which road, of which day, under which number.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Letter {
    /// By which road it went or came.
    pub channel: Channel,
    /// The day on which what it tells was done, or on which it was dispatched.
    pub on: Date,
    /// Its number, or that of the consignment.
    #[serde(default)]
    pub number: Option<String>,
}

/// Enter what a letter tells, or that one of ours was dispatched.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Tell {
    /// The letter.
    #[serde(flatten)]
    pub letter: Letter,
    /// What it tells, in the words of [`Heard::read`].
    pub message: Value,
}

/// Begin to write down a request that came on paper.
#[derive(Debug, Clone)]
pub struct TakeDown {
    /// The act.
    pub act: ActId,
    /// The letter it came with.
    pub letter: Letter,
    /// `mla`.
    pub template: String,
    /// Requesting State.
    pub from: StateCode,
    /// Requesting authority.
    pub from_authority: AuthorityId,
    /// The number that it gave.
    pub their_reference: Option<String>,
    /// Language it is written in.
    pub lang: Lang,
    /// How soon.
    pub urgency: Urgency,
    /// The fields so far.
    pub content: Value,
}

/// The file that comes with an act.
pub struct Paper<S> {
    /// As the file is called.
    pub file_name: String,
    /// Media type.
    pub media_type: String,
    /// Its bytes.
    pub body: S,
}

impl<S> std::fmt::Debug for Paper<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Paper").finish_non_exhaustive()
    }
}

/// A scan in the vault, not yet named by an act.
struct Kept {
    scan: Scan,
    written: Written,
    key: RecordKey,
    /// Set once an act has named it.
    named: Arc<AtomicBool>,
}

fn entered(letter: &Letter, by: OfficerId, scan: Option<&Scan>) -> Entered {
    Entered {
        by: Some(by),
        channel: letter.channel,
        on: letter.on,
        number: letter.number.clone().filter(|number| !number.is_empty()),
        scan: scan.map(|scan| scan.id),
    }
}

async fn keep_file<S>(office: &Office, paper: Option<Paper<S>>) -> Result<Option<Kept>>
where
    S: Stream<Item = std::io::Result<Bytes>> + Send + Unpin,
{
    let Some(paper) = paper else {
        return Ok(None);
    };
    let id = EvidenceId::new(office.now(), office.throw10());
    let key = RecordKey::generate(&mut office.dice());
    let body = paper
        .body
        .map(|part| part.map_err(crate::evidence::not_received));
    let (written, sha256, size_bytes) =
        crate::evidence::write_sealed(office, &format!("scan-{id}"), &key, body.boxed()).await?;
    let scan = Scan {
        id,
        file_name: paper.file_name,
        media_type: paper.media_type,
        size_bytes,
        sha256,
        blob: written.digest,
    };
    Ok(Some(Kept {
        scan,
        written,
        key,
        named: Arc::default(),
    }))
}

impl Kept {
    async fn name(self, tx: &mut Tx, now: Timestamp) -> Result<()> {
        let what = format!("scan:{}", self.scan.id);
        tx.put_blob(self.written, &what, &self.key, now).await?;
        self.named.store(true, Ordering::Relaxed);
        Ok(())
    }
}

/// The stored bytes of a scan, and whether an act has named them.
type Stored = Option<(model::Digest, Arc<AtomicBool>)>;

fn bytes_of(kept: &Option<Kept>) -> Stored {
    kept.as_ref()
        .map(|kept| (kept.scan.blob, Arc::clone(&kept.named)))
}

/// Forget the bytes of a scan that no act named: the act was refused, or had been done before with bytes of its own. After any
/// other failure nobody knows.
async fn forget<T>(office: &Office, bytes: Stored, done: &Result<T>) -> Result<()> {
    let known = matches!(done, Ok(_) | Err(Error::Refused(_) | Error::Input { .. }));
    match bytes {
        Some((blob, named)) if known && (done.is_err() || !named.load(Ordering::Relaxed)) => {
            Ok(office.store().blobs().forget(&blob).await?)
        }
        _ => Ok(()),
    }
}

/// Enter by hand what happened on the road or on the other side of a case that is kept on paper.
///
/// # Errors
/// What `model::request` refuses, `NOT-ALLOWED`, `NOT-FOUND`, `STALE`; what the file's stream says.
pub async fn tell<S>(
    office: &Office,
    actor: &Actor,
    on: On<Tell>,
    paper: Option<Paper<S>>,
) -> Result<i64>
where
    S: Stream<Item = std::io::Result<Bytes>> + Send + Unpin,
{
    // Judged before a byte is taken, and again in the act.
    crate::evidence::judge(office, actor, Verb::RequestTell, on.request).await?;
    let kept = keep_file(office, paper).await?;
    let bytes = bytes_of(&kept);
    let (inner, teller) = (office.clone(), actor.clone());
    let claim = Office::claim(
        on.act,
        (actor, Verb::RequestTell),
        Some(record_id(on.request)),
    );
    let done = office
        .act(claim, move |tx| {
            Box::pin(async move {
                let turn = Turn::new(&inner, &teller, Verb::RequestTell, on.act);
                let request = load(tx, on.request).await?;
                let (by, role) = turn.permit(&request)?;
                if on.version != request.version {
                    return Err(Refusal::new("STALE")
                        .with("version", request.version)
                        .into());
                }
                let request = crate::safeguards::guarded(&inner, tx, request).await?;
                let officer = by.officer.ok_or_else(|| Refusal::new("PERSON"))?;
                let scan = kept.as_ref().map(|kept| kept.scan.clone());
                let calendar = inner.calendar();
                let at = request.told_on(on.what.letter.on, &calendar, turn.now)?;
                let mut heard = Heard::read(on.what.message, &request.re_told(at))?;
                let item = result(&turn, (&request, &mut heard), scan.as_ref());
                let act = request::Tell {
                    entered: entered(&on.what.letter, officer, scan.as_ref()),
                    scan: scan.filter(|_| item.is_none()),
                    heard,
                };
                let (mut next, effects) = request.tell(&act, &by, (&calendar, turn.now))?;
                if let Some(item) = item {
                    arrived(tx, &mut next, (&item, turn.now)).await?;
                }
                if let Some(kept) = kept {
                    kept.name(tx, turn.now).await?;
                }
                turn.keep(tx, next, effects, role).await
            })
        })
        .await;
    forget(office, bytes, &done).await?;
    done
}

/// A result that came on paper is evidence: the scan is the piece that the message brings.
fn result(
    turn: &Turn,
    (request, heard): (&Request, &mut Heard),
    scan: Option<&Scan>,
) -> Option<EvidenceItem> {
    let Heard::Said(message) = heard else {
        return None;
    };
    let model::Message::Returned {
        items,
        certificate,
        re,
        ..
    } = message.as_mut()
    else {
        return None;
    };
    let scan = scan?;
    let what = ("received", "came on paper and was scanned here");
    let authority = request.partner_authority();
    let item = EvidenceItem {
        id: scan.id,
        title: scan.file_name.clone(),
        file_name: scan.file_name.clone(),
        media_type: scan.media_type.clone(),
        size_bytes: scan.size_bytes,
        sha256: scan.sha256,
        kind: "document".to_owned(),
        origin: Origin {
            collected_by: format!("{} {authority}", request.partner()),
            collected_at: re.at,
            place: String::new(),
            law: certificate.clone(),
        },
        certificate_text: certificate.clone(),
        use_conditions: match request.conditions.is_empty() {
            true => certificate.clone(),
            false => request.conditions.join("\n"),
        },
        provenance: Provenance::default(),
        limits: None,
        custody: vec![crate::evidence::link(
            &scan.sha256,
            &[],
            &turn.actor,
            what,
            turn.now,
        )],
        blob: Some(scan.blob),
        verified: None,
    };
    *items = vec![item.clone()];
    Some(item)
}

/// The piece is here with its bytes, as one is that came in an envelope.
async fn arrived(
    tx: &mut Tx,
    next: &mut Request,
    (came, now): (&EvidenceItem, Timestamp),
) -> Result<()> {
    let label = next.label.clone();
    let id = next.id;
    if let Some(item) = next.evidence.iter_mut().find(|item| item.id == came.id) {
        item.blob = came.blob;
        crate::safeguards::received(tx, id, item, (&label, now)).await?;
    }
    Ok(())
}

/// Begin to write down a request that came on paper, on behalf of the State that made it.
///
/// # Errors
/// `NOT-ALLOWED`, `BY-NODE` where that State's node speaks for it, `AUTHORITY-UNKNOWN`; shape refusals; input errors for an
/// unknown State or template.
pub async fn take_down<S>(
    office: &Office,
    actor: &Actor,
    act: TakeDown,
    paper: Option<Paper<S>>,
) -> Result<RequestId>
where
    S: Stream<Item = std::io::Result<Bytes>> + Send + Unpin,
{
    let now = office.now();
    let (Some(authority), Some(officer)) = (actor.authority().cloned(), actor.officer()) else {
        return Err(Refusal::new("NOT-ALLOWED").into());
    };
    let object = Object::new_request(office.state(), &authority);
    let role = role_for(actor, Verb::RequestTakeDown, &object, now)?;
    let known = crate::directory::other(office, &act.from, "from").await?;
    if known.by_node {
        return Err(Refusal::new("BY-NODE").at("from").into());
    }
    if !known.names(&act.from_authority) {
        return Err(Refusal::new("AUTHORITY-UNKNOWN")
            .at("/from_authority")
            .with("authority", &act.from_authority)
            .into());
    }
    let template = office.forms().latest(&act.template);
    let version = template
        .map(|template| template.version)
        .ok_or_else(|| Error::input("TEMPLATE", "template", "there is no template of that name"))?;
    let label =
        Label::own(&act.from, model::Class::Confidential).released_to(&act.from, office.state())?;
    let kept = keep_file(office, paper).await?;
    let bytes = bytes_of(&kept);
    let id = RequestId::new(now, office.throw10());
    let year = office.calendar().date(now).year();
    let turn = Turn::new(office, actor, Verb::RequestTakeDown, act.act);
    let claim = Office::claim(act.act, (actor, Verb::RequestTakeDown), None);
    let done = office
        .act(claim, move |tx| {
            Box::pin(async move {
                let number = next_number(tx, &turn.office, &authority, year).await?;
                let scan = kept.as_ref().map(|kept| kept.scan.clone());
                let ours = (turn.office.state(), &authority);
                let what = written(act, ours, (id, number, version), (label, officer, scan));
                let (next, _) = Request::take_down(&what, &turn.actor.by(role), turn.now)?;
                put(tx, &next).await?;
                if let Some(kept) = kept {
                    kept.name(tx, turn.now).await?;
                }
                let said = Said {
                    role,
                    ..Said::of(record_id(id))
                };
                let entry = turn
                    .office
                    .entry(turn.act, (&turn.actor, turn.verb), turn.now, said);
                Ok(tx.keep(entry, id).await?)
            })
        })
        .await;
    forget(office, bytes, &done).await?;
    done
}

/// What is written down, as the request itself begins with it.
fn written(
    act: TakeDown,
    (state, authority): (&StateCode, &AuthorityId),
    (id, number, template_version): (RequestId, Number, u32),
    (label, officer, scan): (Label, OfficerId, Option<Scan>),
) -> request::TakeDown {
    let ends = (&act.from, &act.from_authority, state, authority);
    let mut content = super::draft::addressed((&act.template, &act.content), &number, ends);
    // The number it is kept under here is none that its State gave.
    if let Some(fields) = content.as_object_mut() {
        fields.shift_remove("number");
    }
    request::TakeDown {
        id,
        number,
        their_reference: act.their_reference.filter(|theirs| !theirs.is_empty()),
        template: act.template,
        template_version,
        from: act.from,
        from_authority: act.from_authority,
        urgency: act.urgency,
        content,
        lang: act.lang,
        label,
        entered: entered(&act.letter, officer, scan.as_ref()),
        scan,
    }
}

/// Enter a request that was written down: from here on it is one that came in.
///
/// # Errors
/// What `model::request` refuses, `NOT-ALLOWED`, `NOT-FOUND`, `STALE`.
pub async fn enter(office: &Office, actor: &Actor, on: On<Plain>) -> Result<i64> {
    turn(
        office,
        actor,
        (Verb::RequestEnter, on.act, on.request, Some(on.version)),
        |request, by, turn| {
            let calendar = turn.office.calendar();
            let digest = content_digest(&request.content)?;
            refused(request.enter(digest, by, (&calendar, turn.now)))
        },
    )
    .await
}

/// The bytes of a scanned paper.
///
/// # Errors
/// `NOT-FOUND`.
pub async fn scan(
    office: &Office,
    actor: &Actor,
    (request, id): (RequestId, EvidenceId),
) -> Result<(Scan, BoxStream<'static, Result<Bytes>>)> {
    let reader = office.read(actor, Purpose::Mla).await?;
    let request = reader.request_or_not_found(request).await?;
    let scan = request.scans.into_iter().find(|scan| scan.id == id);
    let scan = scan.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
    let body = crate::evidence::plain(office, scan.blob).await?;
    Ok((scan, body))
}
